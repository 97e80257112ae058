//! Values to JSON text.

use crate::text::float_repr::push_repr;
use crate::value::{Dict, List, Str, Tag, Tuple, Value};
use crate::vm::{R, Raised, Vm};

use super::held::tuple;

/// Containers nested deeper than this raise RecursionError.
const DEPTH: usize = 900;

/// How to write.
#[derive(Clone, Default)]
pub(super) struct Options {
    pub(super) skip_keys: bool,
    pub(super) ensure_ascii: bool,
    pub(super) check_circular: bool,
    pub(super) allow_nan: bool,
    pub(super) sort_keys: bool,
    pub(super) indent: Option<String>,
    pub(super) item_separator: String,
    pub(super) key_separator: String,
}

struct Writer<'a> {
    out: String,
    options: &'a Options,
    /// What turns other objects into something that can be written, or None.
    default: &'a Value,
    /// The containers being written, outermost first.
    open: Vec<u64>,
}

/// The JSON text of `value`.
///
/// # Errors
/// TypeError for what cannot be written, ValueError for cycles and (if not allowed) NaN and infinities.
pub(super) fn write(vm: &mut Vm, value: &Value, options: &Options, default: &Value) -> R<String> {
    let mut writer = Writer {
        out: String::new(),
        options,
        default,
        open: Vec::new(),
    };
    writer.value(vm, value)?;
    Ok(writer.out)
}

/// Raises what an object without a JSON form raises.
#[cold]
pub(super) fn not_serializable(vm: &mut Vm, value: &Value) -> Raised {
    let message = format!(
        "Object of type {} is not JSON serializable",
        vm.short_type_name(value)
    );
    vm.type_error(message)
}

/// Appends a string in double quotes.
pub(super) fn push_string(out: &mut String, text: &str, ascii: bool) {
    use std::fmt::Write;
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            ' '..='~' => out.push(char),
            '\0'..'\u{20}' => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04x}", char as u32);
            }
            _ if ascii => {
                if let Some(code) = crate::text::surrogate::surrogate(char) {
                    let _ = write!(out, "\\u{code:04x}");
                    continue;
                }
                for unit in char.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            _ => out.push(char),
        }
    }
    out.push('"');
}

impl Writer<'_> {
    fn value(&mut self, vm: &mut Vm, value: &Value) -> R<()> {
        let plain = vm.plain(value);
        vm.check_text_size(self.out.len())?;
        match plain.tag() {
            Tag::None => self.out.push_str("null"),
            Tag::Bool => self.out.push_str(if plain.raw_int() != 0 {
                "true"
            } else {
                "false"
            }),
            Tag::Float => self.float(vm, plain.raw_float())?,
            Tag::Int | Tag::BigInt => {
                let text = vm.repr(&plain)?;
                self.out.push_str(text.as_str());
            }
            Tag::Str => {
                let text = plain.as_ref::<Str>().map_or("", |text| text.as_str());
                push_string(&mut self.out, text, self.options.ensure_ascii);
            }
            Tag::List | Tag::Tuple | Tag::Dict => {
                self.enter(vm, value)?;
                match plain.as_ref::<Dict>() {
                    Some(_) => self.object(vm, value)?,
                    None => {
                        let items = match (plain.as_ref::<List>(), plain.as_ref::<Tuple>()) {
                            (Some(list), _) => list.to_vec(),
                            (_, Some(tuple)) => tuple.items().to_vec(),
                            _ => Vec::new(),
                        };
                        self.array(vm, &items)?;
                    }
                }
                self.open.pop();
            }
            _ => {
                if self.default.is_none() {
                    return Err(not_serializable(vm, value));
                }
                self.enter(vm, value)?;
                let replaced = vm.call(self.default, std::slice::from_ref(value))?;
                self.value(vm, &replaced)?;
                self.open.pop();
            }
        }
        Ok(())
    }

    fn enter(&mut self, vm: &mut Vm, value: &Value) -> R<()> {
        vm.tick()?;
        let bits = value.raw_bits();
        if self.options.check_circular && self.open.contains(&bits) {
            return Err(vm.value_error("Circular reference detected"));
        }
        if self.open.len() >= DEPTH {
            return Err(vm.recursion_error());
        }
        self.open.push(bits);
        Ok(())
    }

    fn float(&mut self, vm: &mut Vm, x: f64) -> R<()> {
        if x.is_finite() {
            push_repr(&mut self.out, x);
            return Ok(());
        }
        if !self.options.allow_nan {
            return Err(vm.value_error("Out of range float values are not JSON compliant"));
        }
        self.out.push_str(if x.is_nan() {
            "NaN"
        } else if x > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        });
        Ok(())
    }

    /// A new line, where lines are wanted. MemoryError if the text becomes too long.
    fn line(&mut self, vm: &mut Vm, depth: usize) -> R<()> {
        if let Some(indent) = &self.options.indent {
            vm.check_text_size(self.out.len().saturating_add(depth * indent.len()))?;
            self.out.push('\n');
            for _ in 0..depth {
                self.out.push_str(indent);
            }
        }
        Ok(())
    }

    fn array(&mut self, vm: &mut Vm, items: &[Value]) -> R<()> {
        if items.is_empty() {
            self.out.push_str("[]");
            return Ok(());
        }
        let depth = self.open.len();
        self.out.push('[');
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.out.push_str(&self.options.item_separator);
            }
            self.line(vm, depth)?;
            self.value(vm, item)?;
        }
        self.line(vm, depth - 1)?;
        self.out.push(']');
        Ok(())
    }

    fn object(&mut self, vm: &mut Vm, value: &Value) -> R<()> {
        let items = vm.call_method(value, "items", &[])?;
        let mut pairs = Vec::new();
        for pair in vm.to_vec(&items)? {
            match pair.as_ref::<Tuple>().map(|pair| pair.items()) {
                Some([key, value]) => pairs.push((key.clone(), value.clone())),
                _ => return Err(vm.value_error("items must return 2-tuples")),
            }
        }
        if self.options.sort_keys {
            let rows = pairs
                .into_iter()
                .map(|(key, value)| tuple(vm, vec![key, value]))
                .collect();
            let list = vm.heap.new_list(rows);
            vm.call_method(&Value::object(list.clone()), "sort", &[])?;
            pairs = list
                .to_vec()
                .iter()
                .filter_map(|row| {
                    row.as_ref::<Tuple>()
                        .map(|row| (row.items()[0].clone(), row.items()[1].clone()))
                })
                .collect();
        }
        if pairs.is_empty() {
            self.out.push_str("{}");
            return Ok(());
        }
        let depth = self.open.len();
        self.out.push('{');
        let mut first = true;
        for (key, value) in pairs {
            let Some(key) = self.key(vm, &key)? else {
                continue;
            };
            if !first {
                self.out.push_str(&self.options.item_separator);
            }
            first = false;
            self.line(vm, depth)?;
            push_string(&mut self.out, &key, self.options.ensure_ascii);
            self.out.push_str(&self.options.key_separator);
            self.value(vm, &value)?;
        }
        if !first || self.options.indent.is_some() {
            self.line(vm, depth - 1)?;
        }
        self.out.push('}');
        Ok(())
    }

    /// The text of a key; None if it is left out.
    fn key(&mut self, vm: &mut Vm, key: &Value) -> R<Option<String>> {
        let plain = vm.plain(key);
        Ok(Some(match plain.tag() {
            Tag::Str => plain
                .as_ref::<Str>()
                .map_or(String::new(), |text| text.as_str().to_string()),
            Tag::None => "null".to_string(),
            Tag::Bool => if plain.raw_int() != 0 {
                "true"
            } else {
                "false"
            }
            .to_string(),
            Tag::Int | Tag::BigInt => vm.repr(&plain)?.as_str().to_string(),
            Tag::Float => {
                let mut inner = Writer {
                    out: String::new(),
                    options: self.options,
                    default: self.default,
                    open: Vec::new(),
                };
                inner.float(vm, plain.raw_float())?;
                inner.out
            }
            _ if self.options.skip_keys => return Ok(None),
            _ => {
                let message = format!(
                    "keys must be str, int, float, bool or None, not {}",
                    vm.type_name(key)
                );
                return Err(vm.type_error(message));
            }
        }))
    }
}
