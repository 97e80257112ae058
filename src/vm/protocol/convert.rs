//! `str(x)`, `int(x)`, `float(x)`, `bool(x)` of plain values, without the general call of a class.

use crate::value::{Class, Str, Tag, Tuple, Value};
use crate::vm::Vm;

/// So many elements are copied without asking whether there is room.
const FEW: usize = 1 << 12;

impl Vm {
    /// What calling one of the four classes with this argument gives; None if `function` is something else, or the
    /// general way must be gone.
    pub(crate) fn convert(&mut self, function: &Value, argument: &Value) -> Option<Value> {
        let class = function.as_ref::<Class>()?;
        let types = &self.types;
        if class.is(&types.str) {
            return match argument.tag() {
                Tag::Str => Some(argument.clone()),
                Tag::Int | Tag::Float => self.str(argument).ok().map(Value::object),
                _ => None,
            };
        }
        if class.is(&types.int) {
            return match argument.tag() {
                Tag::Int => Some(argument.clone()),
                Tag::Bool => Some(Value::int(argument.raw_int())),
                Tag::Float if argument.raw_float().abs() < 9.0e18 => {
                    Some(Value::int(argument.raw_float() as i64))
                }
                Tag::Str => decimal(argument.as_ref::<Str>()?.items()).map(Value::int),
                _ => None,
            };
        }
        if class.is(&types.float) {
            return match argument.tag() {
                Tag::Float => Some(argument.clone()),
                Tag::Int | Tag::Bool => Some(Value::float(argument.raw_int() as f64)),
                _ => None,
            };
        }
        if class.is(&types.list) {
            let items = match argument.tag() {
                Tag::Tuple => argument.as_ref::<Tuple>()?.items(),
                _ => return None,
            };
            return (items.len() <= FEW).then(|| Value::object(self.heap.list_of(items)));
        }
        if class.is(&types.bool) {
            return match argument.tag() {
                Tag::Int | Tag::Bool => Some(Value::bool(argument.raw_int() != 0)),
                Tag::None => Some(Value::FALSE),
                Tag::Str => Some(Value::bool(!argument.as_ref::<Str>()?.is_empty())),
                _ => None,
            };
        }
        None
    }
}

/// A plain decimal number that surely fits a word.
fn decimal(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut number = 0i64;
    for digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        number = number * 10 + i64::from(digit - b'0');
    }
    Some(if negative { -number } else { number })
}
