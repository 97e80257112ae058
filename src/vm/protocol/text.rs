//! `str`, `repr`, `ascii`, `format`.

use crate::heap::Ref;
use crate::text::format_number::{format_float, format_int};
use crate::text::format_spec::{Spec, Target};
use crate::text::{float_repr, format_str, int_text, quote};
use crate::value::{Special, Str, Tag, Value};
use crate::vm::{R, Vm};

impl Vm {
    /// The text of a machine integer.
    #[inline]
    pub(crate) fn int_str(&mut self, number: i64) -> Value {
        if let Ok(digit @ 0..10) = u8::try_from(number) {
            return self.char_str(char::from(b'0' + digit));
        }
        let mut buffer = [0; 20];
        Value::object(self.heap.ascii_str(int_text::spell(&mut buffer, number)))
    }

    /// Appends the repr of what no class of a script's has a say in; false for all else.
    pub(crate) fn push_plain_repr(&self, text: &mut String, value: &Value) -> bool {
        match value.tag() {
            Tag::None => text.push_str("None"),
            Tag::Bool => text.push_str(if value.raw_int() != 0 {
                "True"
            } else {
                "False"
            }),
            Tag::Int => int_text::push_i64(text, value.raw_int()),
            Tag::Float => float_repr::push_repr(text, value.raw_float()),
            Tag::Str => {
                if let Some(string) = value.as_ref::<Str>() {
                    quote::push_repr(text, string.as_str());
                }
            }
            Tag::Ellipsis => text.push_str("Ellipsis"),
            Tag::NotImplemented => text.push_str("NotImplemented"),
            _ => return false,
        }
        true
    }

    /// Appends `repr(value)`; asks whether there is room.
    pub(crate) fn push_repr(&mut self, out: &mut String, value: &Value) -> R<()> {
        if let Some(string) = value.as_ref::<Str>()
            && string.len() > 1 << 12
        {
            self.check_size(2 * (out.len() + string.len()))?;
        }
        let before = out.capacity();
        if !self.push_plain_repr(out, value) {
            let text = self.repr(value)?;
            if out.len() + text.len() > before {
                self.check_size(2 * out.len() + text.len())?;
            }
            out.push_str(text.as_str());
        } else if out.capacity() > before.max(1 << 12) {
            self.check_size(2 * out.len())?;
        }
        Ok(())
    }

    /// `repr(value)`.
    pub(crate) fn repr(&mut self, value: &Value) -> R<Ref<Str>> {
        let mut text = std::mem::take(&mut self.scratch);
        text.clear();
        let plain = self.push_plain_repr(&mut text, value);
        let made = plain.then(|| self.heap.new_str(&text));
        if text.capacity() < 1 << 16 {
            self.scratch = text;
        }
        match made {
            Some(made) => Ok(made),
            None => {
                let Some(method) = self.find_special(value, Special::Repr) else {
                    let message = format!("'{}' object has no repr", self.type_name(value));
                    return Err(self.type_error(message));
                };
                if self.enter_native().is_err() {
                    self.take_raised();
                    return Err(self.recursion_error_in(" while getting the repr of an object"));
                }
                let result = self.call_bound(&method, value, &[], &[]);
                self.leave_native();
                self.special_text(result?, "__repr__")
            }
        }
    }

    /// Checks what a `__str__` or `__repr__` gave.
    ///
    /// # Errors
    /// TypeError `__str__ returned non-string (type int)`.
    pub(crate) fn expect_text(&mut self, result: &Value, method: &str) -> R<()> {
        self.special_text(result.clone(), method).map(drop)
    }

    fn special_text(&mut self, result: Value, method: &str) -> R<Ref<Str>> {
        match self.cast::<Str>(&result) {
            Some(text) => Ok(text),
            None => {
                let message = format!(
                    "{method} returned non-string (type {})",
                    self.type_name(&result)
                );
                Err(self.type_error(message))
            }
        }
    }

    /// `str(value)`.
    pub(crate) fn str(&mut self, value: &Value) -> R<Ref<Str>> {
        if let Some(text) = value.as_ref::<Str>() {
            return Ok(text.clone());
        }
        if value.is_int()
            && let Ok(text) = self.int_str(value.raw_int()).into_ref::<Str>()
        {
            return Ok(text);
        }
        if matches!(value.tag(), Tag::None | Tag::Bool | Tag::Float) {
            return self.repr(value);
        }
        match self.find_special(value, Special::Str) {
            Some(method) => {
                self.enter_native()?;
                let result = self.call_bound(&method, value, &[], &[]);
                self.leave_native();
                self.special_text(result?, "__str__")
            }
            None => self.repr(value),
        }
    }

    /// `ascii(value)`.
    pub(crate) fn ascii(&mut self, value: &Value) -> R<Ref<Str>> {
        let text = self.repr(value)?;
        if text.is_ascii() {
            return Ok(text);
        }
        let mut escaped = String::new();
        quote::push_escaped(&mut escaped, text.as_str());
        Ok(self.heap.new_str(&escaped))
    }

    /// `format(value, spec)`.
    pub(crate) fn format(&mut self, value: &Value, spec: &str) -> R {
        if spec.is_empty()
            && matches!(
                value.tag(),
                Tag::Str | Tag::Int | Tag::Float | Tag::None | Tag::Bool
            )
        {
            return self.str(value).map(Value::object);
        }
        if matches!(value.tag(), Tag::Str | Tag::Int | Tag::Float) {
            return self.format_plain(value, spec);
        }
        let spec_value = self.new_str(spec);
        match self.call_special(value, Special::Format, &[spec_value])? {
            Some(result) if self.cast::<Str>(&result).is_some() => Ok(result),
            Some(result) => {
                let message = format!(
                    "__format__ must return a str, not {}",
                    self.type_name(&result)
                );
                Err(self.type_error(message))
            }
            None => {
                let message = format!("Type {} doesn't define __format__", self.type_name(value));
                Err(self.type_error(message))
            }
        }
    }

    fn format_plain(&mut self, value: &Value, spec: &str) -> R {
        let mut text = std::mem::take(&mut self.scratch);
        text.clear();
        let result = match self.push_formatted(&mut text, value, spec) {
            Ok(()) => Ok(self.new_str(&text)),
            Err(raised) => Err(raised),
        };
        if text.capacity() < 1 << 16 {
            self.scratch = text;
        }
        result
    }

    /// Appends `format(value, spec)`.
    pub(crate) fn push_format(&mut self, out: &mut String, value: &Value, spec: &str) -> R<()> {
        match value.tag() {
            Tag::Str if spec.is_empty() => {
                out.push_str(value.as_ref::<Str>().map_or("", |text| text.as_str()));
            }
            Tag::Int if spec.is_empty() => int_text::push_i64(out, value.raw_int()),
            Tag::Float if spec.is_empty() => float_repr::push_repr(out, value.raw_float()),
            Tag::Str | Tag::Int | Tag::Float => return self.push_formatted(out, value, spec),
            _ => {
                let formatted = self.format(value, spec)?;
                if let Some(text) = self.cast::<Str>(&formatted) {
                    out.push_str(text.as_str());
                }
            }
        }
        Ok(())
    }

    /// The same for a str, an int or a float of a word.
    fn push_formatted(&mut self, text: &mut String, value: &Value, spec: &str) -> R<()> {
        let (target, name) = match value.tag() {
            Tag::Str => (Target::Str, "str"),
            Tag::Int => (Target::Int, "int"),
            _ => (Target::Float, "float"),
        };
        let parsed = match Spec::parse(spec, target, name) {
            Ok(parsed) => parsed,
            Err(error) => return Err(self.format_error(&error)),
        };
        let wanted = parsed.width.max(parsed.given_precision());
        if wanted > 1 << 10 {
            if wanted > u32::MAX as usize {
                return Err(self.memory_error());
            }
            self.check_size(wanted)?;
        }
        let done = match value.tag() {
            Tag::Str => match value.as_ref::<Str>() {
                Some(string) => format_str::format_str(text, string.as_str(), &parsed, name),
                None => Ok(()),
            },
            Tag::Int => format_int(
                text,
                int_text::IntArg::Small(value.raw_int()),
                &parsed,
                name,
                int_text::DEFAULT_DIGIT_LIMIT,
            ),
            _ => format_float(text, value.raw_float(), &parsed, name),
        };
        done.map_err(|error| self.format_error(&error))
    }

    /// Raises what a text algorithm found wrong.
    pub(crate) fn format_error(&mut self, error: &crate::text::FormatError) -> crate::vm::Raised {
        use crate::text::ErrorClass;
        let types = &self.types;
        let class = match error.class {
            ErrorClass::Value => &types.value_error,
            ErrorClass::Type => &types.type_error,
            ErrorClass::Overflow => &types.overflow_error,
            ErrorClass::Index => &types.index_error,
            ErrorClass::Lookup => &types.lookup_error,
        };
        let class = class.clone();
        self.raise(&class, &error.message)
    }
}
