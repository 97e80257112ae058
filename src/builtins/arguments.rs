//! What the natives of text and numbers ask of their arguments, in CPython's words.

use num_traits::{Signed, ToPrimitive};

use crate::heap::Ref;
use crate::text::{ErrorClass, FormatError};
use crate::value::{Big, Class, Slice, Special, Str, Tag, Value};
use crate::vm::{DigitLimit, R, Raised, Vm};

/// The longest string or bytes object, in bytes.
const MOST_BYTES: usize = u32::MAX as usize;

/// The elements that a slice picks from a sequence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Picked {
    /// The index of the first; where to insert if there are none.
    pub(crate) start: usize,
    pub(crate) step: i64,
    pub(crate) count: usize,
}

/// The slice `start:stop:step` of a sequence of `len` elements; `step` is not 0.
pub(crate) fn pick(start: Option<i64>, stop: Option<i64>, step: i64, len: usize) -> Picked {
    let len = i64::try_from(len).expect("no sequence is that long");
    let (low, high) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let bring = |at: Option<i64>, absent: i64| match at {
        None => absent,
        Some(at) if at < 0 => at.saturating_add(len).max(low),
        Some(at) => at.min(high),
    };
    let (first, last) = if step < 0 { (high, low) } else { (low, high) };
    let (start, stop) = (bring(start, first), bring(stop, last));
    let (distance, size) = if step < 0 {
        (start - stop, step.unsigned_abs())
    } else {
        (stop - start, step.unsigned_abs())
    };
    let count = match u64::try_from(distance) {
        Ok(distance) if distance > 0 => (distance - 1) / size + 1,
        _ => 0,
    };
    Picked {
        start: usize::try_from(start).unwrap_or(0),
        step,
        count: count as usize,
    }
}

impl Picked {
    /// The indices, in order.
    pub(crate) fn indices(self) -> impl Iterator<Item = usize> {
        let start = self.start as i64;
        (0..self.count as i64).map(move |n| (start + n * self.step) as usize)
    }
}

/// Whether the operand is of a class of the program, whose reflected method must have its say
/// before a built-in type refuses.
pub(crate) fn is_foreign(value: &Value) -> bool {
    matches!(
        value.tag(),
        Tag::Instance | Tag::Opaque | Tag::Exception | Tag::Class
    )
}

impl Vm {
    /// Raises an error of the text room.
    #[cold]
    pub(crate) fn text_error(&mut self, error: FormatError) -> Raised {
        let class = match error.class {
            ErrorClass::Value => self.types.value_error.clone(),
            ErrorClass::Type => self.types.type_error.clone(),
            ErrorClass::Overflow => self.types.overflow_error.clone(),
            ErrorClass::Index => self.types.index_error.clone(),
            ErrorClass::Lookup => self.types.lookup_error.clone(),
        };
        self.raise(&class, &error.message)
    }

    /// Passes a value of the text room on, or raises its error.
    pub(crate) fn text_value<T>(&mut self, result: Result<T, FormatError>) -> R<T> {
        result.map_err(|error| self.text_error(error))
    }

    /// The most digits of decimal texts of integers; 0 is no limit.
    pub(crate) fn digit_limit(&mut self) -> usize {
        self.state::<DigitLimit>().0
    }

    /// Asks for room for a text or bytes object of that many bytes.
    ///
    /// # Errors
    /// MemoryError.
    pub(crate) fn check_text_size(&mut self, bytes: usize) -> R<()> {
        if bytes > MOST_BYTES {
            return Err(self.memory_error());
        }
        if bytes > 4096 {
            self.check_size(bytes)?;
        }
        Ok(())
    }

    /// The TypeError of a method that was given an object of another type as its `self`.
    #[cold]
    pub(crate) fn wrong_self(&mut self, method: &str, class: &str, value: &Value) -> Raised {
        self.unfit_receiver(value, method, class)
    }

    /// The int (of any size, no bool left) behind a value of `int` or a subclass.
    pub(crate) fn int_value(&mut self, value: &Value) -> Option<Value> {
        match value.tag() {
            Tag::Int | Tag::BigInt => Some(value.clone()),
            Tag::Bool => Some(Value::int(value.raw_int())),
            Tag::Instance => {
                let plain = self.plain(value);
                plain.is_integer().then_some(plain)
            }
            _ => None,
        }
    }

    /// Whether the value has `__index__`.
    pub(crate) fn has_index(&mut self, value: &Value) -> bool {
        value.is_integer()
            || (!matches!(value.tag(), Tag::Str | Tag::Float | Tag::None)
                && self.find_special(value, Special::Index).is_some())
    }

    /// An int as an i64; what does not fit becomes the nearest end.
    pub(crate) fn clipped(&mut self, value: &Value) -> R<i64> {
        if let Some(small) = value.as_int() {
            return Ok(small);
        }
        let value = self.index_value(value)?;
        Ok(match value.as_ref::<Big>() {
            Some(big) if big.get().is_negative() => i64::MIN,
            Some(_) => i64::MAX,
            None => value.as_int().unwrap_or(0),
        })
    }

    /// A position as `find` and slices take it: None or absent is `absent`.
    ///
    /// # Errors
    /// TypeError `slice indices must be integers or None or have an __index__ method`.
    pub(crate) fn slice_bound(&mut self, value: &Value, absent: i64) -> R<i64> {
        if value.is_undef() || value.is_none() {
            return Ok(absent);
        }
        if !self.has_index(value) {
            return Err(self
                .type_error("slice indices must be integers or None or have an __index__ method"));
        }
        self.clipped(value)
    }

    /// The parts of a slice: start, stop, step. Runs script code (`__index__`), so the length of
    /// what is sliced must be asked for afterwards.
    ///
    /// # Errors
    /// ValueError `slice step cannot be zero`; TypeError for what is no index.
    pub(crate) fn slice_parts(&mut self, slice: &Slice) -> R<(Option<i64>, Option<i64>, i64)> {
        let step = self.slice_bound(&slice.step, 1)?;
        if step == 0 {
            return Err(self.value_error("slice step cannot be zero"));
        }
        let mut bound = |value: &Value| -> R<Option<i64>> {
            if value.is_none() {
                return Ok(None);
            }
            self.slice_bound(value, 0).map(Some)
        };
        let start = bound(&slice.start)?;
        let stop = bound(&slice.stop)?;
        Ok((start, stop, step.max(-i64::MAX)))
    }

    /// An optional size: `absent` if not given.
    ///
    /// # Errors
    /// TypeError `'x' object cannot be interpreted as an integer`; OverflowError.
    pub(crate) fn size_or(&mut self, value: &Value, absent: i64) -> R<i64> {
        if value.is_undef() {
            return Ok(absent);
        }
        self.index(value)
    }

    /// An optional C int.
    ///
    /// # Errors
    /// TypeError for what is no index; OverflowError `Python int too large to convert to C int`.
    pub(crate) fn c_int_or(&mut self, value: &Value, absent: i64) -> R<i64> {
        if value.is_undef() {
            return Ok(absent);
        }
        let size = self.clipped(value)?;
        if i32::try_from(size).is_err() {
            return Err(self.overflow_error("Python int too large to convert to C int"));
        }
        Ok(size)
    }

    /// An optional limit of how many: negative is none.
    pub(crate) fn limit_or_none(&mut self, value: &Value) -> R<Option<usize>> {
        Ok(usize::try_from(self.size_or(value, -1)?).ok())
    }

    /// An optional string argument, borrowed from its object; `name` is as in `encode() argument
    /// 'encoding'`.
    ///
    /// # Errors
    /// TypeError `... must be str, not int`.
    pub(crate) fn optional_str(&mut self, value: &Value, name: &str) -> R<Option<Ref<Str>>> {
        if value.is_undef() {
            return Ok(None);
        }
        match self.cast::<Str>(value) {
            Some(text) => Ok(Some(text)),
            None => {
                let found = self.argument_type(value);
                Err(self.type_error(format!("{name} must be str, not {found}")))
            }
        }
    }

    /// The name of an argument's type, as messages about named arguments have it.
    pub(crate) fn argument_type(&mut self, value: &Value) -> String {
        if value.is_none() {
            return "None".to_owned();
        }
        self.type_name(value)
    }

    /// The index of an element.
    ///
    /// # Errors
    /// TypeError; IndexError for what no sequence can have.
    pub(crate) fn item_index(&mut self, value: &Value) -> R<i64> {
        if let Some(small) = value.as_int() {
            return Ok(small);
        }
        let index = self.index_value(value)?;
        match index.as_int() {
            Some(index) => Ok(index),
            None => {
                let found = self.type_name(value);
                let message = format!("cannot fit '{found}' into an index-sized integer");
                Err(self.index_error(message))
            }
        }
    }

    /// Whether `len` items so many times can be counted at all.
    ///
    /// # Errors
    /// OverflowError with these words.
    #[inline]
    pub(crate) fn check_times(&mut self, len: usize, times: usize, words: &str) -> R<()> {
        match len.checked_mul(times) {
            Some(total) if total <= i64::MAX as usize => Ok(()),
            _ => Err(self.overflow_error(words)),
        }
    }

    /// How often `sequence * n` repeats; None if `n` is no int and its reflected method must be
    /// asked.
    ///
    /// # Errors
    /// TypeError `'float' object cannot be interpreted as an integer`, if called by name; OverflowError.
    pub(crate) fn repeat_count(&mut self, value: &Value) -> R<Option<usize>> {
        if let Some(small) = value.as_int() {
            return Ok(Some(usize::try_from(small).unwrap_or(0)));
        }
        if !self.has_index(value) {
            if !self.is_argument_of_named(value) {
                // The operator finds the words, when nobody else has an answer.
                return Ok(None);
            }
            let found = self.type_name(value);
            let message = format!("'{found}' object cannot be interpreted as an integer");
            return Err(self.type_error(message));
        }
        let n = self.index_value(value)?;
        match n.as_int() {
            Some(small) => Ok(Some(usize::try_from(small).unwrap_or(0))),
            None => {
                let found = self.type_name(value);
                let message = format!("cannot fit '{found}' into an index-sized integer");
                Err(self.overflow_error(message))
            }
        }
    }

    /// Checks the first argument of a `__new__`.
    ///
    /// # Errors
    /// TypeError `int.__new__(str): str is not a subtype of int`.
    pub(crate) fn check_new(&mut self, class: &Value, of: &Ref<Class>) -> R<()> {
        let Some(class) = class.as_ref::<Class>() else {
            let (name, found) = (self.shown_class(of), self.type_name(class));
            return Err(self.type_error(format!(
                "{name}.__new__(X): X is not a type object ({found})"
            )));
        };
        if class.is(&self.types.bool) && !class.is(of) && class.is_subclass(of) {
            let name = self.shown_class(of);
            return Err(self.type_error(format!(
                "{name}.__new__(bool) is not safe, use bool.__new__()"
            )));
        }
        if class.is(of) || class.is_subclass(of) {
            return Ok(());
        }
        let (name, found) = (self.shown_class(of), self.shown_class(class));
        Err(self.type_error(format!(
            "{name}.__new__({found}): {found} is not a subtype of {name}"
        )))
    }

    /// The spec of a `__format__` call.
    ///
    /// # Errors
    /// TypeError `__format__() argument must be str, not int`.
    pub(crate) fn format_spec(&mut self, value: &Value) -> R<Ref<Str>> {
        match self.cast::<Str>(value) {
            Some(spec) => Ok(spec),
            None => {
                let found = self.argument_type(value);
                Err(self.type_error(format!("__format__() argument must be str, not {found}")))
            }
        }
    }

    /// An int of Python from a whole float.
    ///
    /// # Errors
    /// ValueError for NaN, OverflowError for infinities.
    pub(crate) fn int_of_float(&mut self, float: f64) -> R {
        use num_traits::FromPrimitive;
        if float.abs() < 9.0e18 {
            return Ok(Value::int(float as i64));
        }
        if float.is_nan() {
            return Err(self.value_error("cannot convert float NaN to integer"));
        }
        match num_bigint::BigInt::from_f64(float.trunc()) {
            Some(big) => Ok(self.heap.new_int(big)),
            None => Err(self.overflow_error("cannot convert float infinity to integer")),
        }
    }

    /// The float nearest to an int.
    ///
    /// # Errors
    /// OverflowError `int too large to convert to float`.
    pub(crate) fn float_of_int(&mut self, int: &Value) -> R<f64> {
        if let Some(small) = int.as_int() {
            return Ok(small as f64);
        }
        let float = int.as_ref::<Big>().and_then(|big| big.get().to_f64());
        match float.filter(|float| float.is_finite()) {
            Some(float) => Ok(float),
            None => Err(self.overflow_error("int too large to convert to float")),
        }
    }
}

/// Whether a value is this class itself.
pub(super) fn is_class(value: &Value, class: &Ref<Class>) -> bool {
    value.as_ref::<Class>().is_some_and(|value| value.is(class))
}

/// Refuses a receiver of `__iter__` that is no iterator.
///
/// # Errors
/// TypeError.
pub(crate) fn iterates(vm: &mut Vm, value: &Value) -> R<()> {
    if vm.find_special(value, Special::Next).is_some() {
        return Ok(());
    }
    Err(vm.unfit_receiver(value, "__iter__", "object"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indices(start: Option<i64>, stop: Option<i64>, step: i64, len: usize) -> Vec<usize> {
        pick(start, stop, step, len).indices().collect()
    }

    #[test]
    fn slices() {
        assert_eq!(indices(None, None, 1, 3), [0, 1, 2]);
        assert_eq!(indices(None, None, -1, 3), [2, 1, 0]);
        assert_eq!(indices(Some(-2), None, 1, 3), [1, 2]);
        assert_eq!(indices(Some(9), Some(-9), -2, 4), [3, 1]);
        assert_eq!(indices(Some(2), Some(1), 1, 4), [] as [usize; 0]);
        assert_eq!(pick(Some(2), Some(1), 1, 4).start, 2);
        assert_eq!(indices(None, None, i64::MAX, 4), [0]);
        assert_eq!(indices(Some(i64::MIN), Some(i64::MAX), 3, 5), [0, 3]);
        assert_eq!(indices(None, None, -1, 0), [] as [usize; 0]);
    }
}
