//! Memory of typed items: what `array` holds and what `memoryview` shows, one item at a time.

use std::cell::Cell;

use num_traits::ToPrimitive;

use super::bytearray::ByteArray;
use crate::text::surrogate;
use crate::value::{Bytes, NativeData, Opaque, Special, Value};
use crate::vm::{Raised, Vm};

/// The inside of an `array.array`.
pub(crate) struct TypedArray {
    pub(crate) memory: ByteArray,
    /// One of [`ARRAY_CODES`].
    pub(crate) code: Cell<u8>,
}

impl NativeData for TypedArray {
    fn buffer_bytes(&self) -> usize {
        self.memory.buffer_bytes()
    }

    fn length(&self) -> Option<usize> {
        Some(self.memory.len() / size_of_code(self.code.get()).unwrap_or(1))
    }
}

/// The item codes of `array`.
pub(crate) const ARRAY_CODES: &str = "bBuhHiIlLqQfd";

/// The bytes of an item with this code, as the machine has them; None for what is no code.
pub(crate) fn size_of_code(code: u8) -> Option<usize> {
    Some(match code {
        b'c' | b'b' | b'B' | b'?' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' | b'u' => 4,
        b'l' | b'L' | b'q' | b'Q' | b'n' | b'N' | b'd' | b'P' => 8,
        _ => return None,
    })
}

/// The growing memory inside an object, if it has some.
pub(crate) fn memory_of(opaque: &Opaque) -> Option<&ByteArray> {
    match opaque.data::<ByteArray>() {
        Some(array) => Some(array),
        None => opaque.data::<TypedArray>().map(|array| &array.memory),
    }
}

/// The value of one item.
pub(crate) fn unpack(vm: &mut Vm, code: u8, bytes: &[u8]) -> Value {
    let mut wide = [0; 8];
    let size = bytes.len().min(8);
    wide[..size].copy_from_slice(&bytes[..size]);
    let word = u64::from_le_bytes(wide);
    match code {
        b'B' | b'H' | b'I' => Value::int(word as i64),
        b'b' => Value::int(i64::from(word as i8)),
        b'h' => Value::int(i64::from(word as i16)),
        b'i' => Value::int(i64::from(word as i32)),
        b'l' | b'q' | b'n' => Value::int(word as i64),
        b'L' | b'Q' | b'N' | b'P' => vm.heap.new_int(word.into()),
        b'f' => Value::float(f64::from(f32::from_bits(word as u32))),
        b'd' => Value::float(f64::from_bits(word)),
        b'e' => Value::float(half_to_float(word as u16)),
        b'?' => Value::bool(word != 0),
        b'c' => Value::object(vm.heap.new_bytes(bytes)),
        _ => {
            let text = surrogate::to_char(word as u32).unwrap_or(char::REPLACEMENT_CHARACTER);
            vm.char_str(text)
        }
    }
}

fn half_to_float(half: u16) -> f64 {
    let sign = if half >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(half >> 10 & 31), f64::from(half & 1023));
    sign * match exponent {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1.0 + fraction / 1024.0) * 2f64.powi(exponent - 15),
    }
}

/// Why a value is no item.
pub(crate) enum Unfit {
    /// It is of another type.
    Type,
    /// It is too small.
    Low,
    /// It is too large.
    High,
    /// Script code raised.
    Raised(Raised),
}

impl From<Raised> for Unfit {
    fn from(raised: Raised) -> Unfit {
        Unfit::Raised(raised)
    }
}

fn bounds(code: u8) -> Option<(i128, i128)> {
    Some(match code {
        b'b' => (i8::MIN.into(), i8::MAX.into()),
        b'B' => (0, u8::MAX.into()),
        b'h' => (i16::MIN.into(), i16::MAX.into()),
        b'H' => (0, u16::MAX.into()),
        b'i' => (i32::MIN.into(), i32::MAX.into()),
        b'I' => (0, u32::MAX.into()),
        b'l' | b'q' | b'n' => (i64::MIN.into(), i64::MAX.into()),
        b'L' | b'Q' | b'N' | b'P' => (0, u64::MAX.into()),
        _ => return None,
    })
}

/// The bytes of a value as an item with this code, in the first places of the result.
///
/// # Errors
/// What keeps the value from being one.
pub(crate) fn pack(vm: &mut Vm, code: u8, value: &Value) -> Result<[u8; 8], Unfit> {
    let mut bytes = [0; 8];
    if let Some((low, high)) = bounds(code) {
        let wide = match value.as_int() {
            Some(small) => i128::from(small),
            None if !vm.has_index(value) => return Err(Unfit::Type),
            None => {
                let index = vm.index_value(value)?;
                let big = index.to_bigint().unwrap_or_default();
                big.to_i128().unwrap_or(match big.sign() {
                    num_bigint::Sign::Minus => i128::MIN,
                    _ => i128::MAX,
                })
            }
        };
        if wide < low {
            return Err(Unfit::Low);
        }
        if wide > high {
            return Err(Unfit::High);
        }
        bytes.copy_from_slice(&(wide as u64).to_le_bytes());
        return Ok(bytes);
    }
    match code {
        b'f' | b'd' => {
            let plain = vm.plain(value);
            let is_number = plain.is_float()
                || plain.is_integer()
                || vm.find_special(value, Special::Float).is_some()
                || vm.has_index(value);
            if !is_number {
                return Err(Unfit::Type);
            }
            let float = vm.to_f64(value)?;
            if code == b'f' {
                bytes[..4].copy_from_slice(&(float as f32).to_le_bytes());
            } else {
                bytes.copy_from_slice(&float.to_le_bytes());
            }
        }
        b'?' => bytes[0] = u8::from(vm.truth(value)?),
        b'c' => match vm.cast::<Bytes>(value) {
            Some(one) if one.len() == 1 => bytes[0] = one.items()[0],
            Some(_) => return Err(Unfit::High),
            None => return Err(Unfit::Type),
        },
        b'u' => {
            let text = vm.cast::<crate::value::Str>(value).ok_or(Unfit::Type)?;
            let mut chars = text.as_str().chars();
            match (chars.next(), chars.next()) {
                (Some(char), None) => {
                    bytes[..4].copy_from_slice(&surrogate::code_of(char).to_le_bytes());
                }
                _ => return Err(Unfit::Type),
            }
        }
        _ => return Err(Unfit::Type),
    }
    Ok(bytes)
}

/// The item at a byte offset of growing memory; None if it is not there (any more).
pub(crate) fn item_at(vm: &mut Vm, memory: &ByteArray, code: u8, offset: usize) -> Option<Value> {
    let size = size_of_code(code)?;
    let mut item = [0; 8];
    memory.with(|bytes| {
        let found = bytes.get(offset..offset + size)?;
        item[..size].copy_from_slice(found);
        Some(())
    })?;
    Some(unpack(vm, code, &item[..size]))
}

/// What a failed conversion raises for an item of `code`, in the words of `array`.
pub(crate) fn array_error(vm: &mut Vm, code: u8, value: &Value, unfit: Unfit) -> Raised {
    let found = vm.type_name(value);
    let high = matches!(unfit, Unfit::High);
    match unfit {
        Unfit::Raised(raised) => raised,
        Unfit::Type if matches!(code, b'f' | b'd') => {
            vm.type_error(format!("must be real number, not {found}"))
        }
        Unfit::Type if code == b'u' => vm.type_error("array item must be unicode character"),
        Unfit::Type => vm.type_error(format!(
            "'{found}' object cannot be interpreted as an integer"
        )),
        Unfit::Low | Unfit::High => {
            let (noun, side) = match code {
                b'b' => ("signed char", ""),
                b'B' => ("unsigned byte integer", ""),
                b'h' => ("signed short integer", ""),
                b'H' => ("unsigned short", ""),
                b'i' => ("signed integer", ""),
                b'I' if high => ("unsigned int", ""),
                b'I' | b'L' if !high => ("", "can't convert negative value to unsigned int"),
                b'L' => ("", "Python int too large to convert to C unsigned long"),
                b'l' => ("", "Python int too large to convert to C long"),
                b'Q' if !high => ("", "can't convert negative int to unsigned"),
                _ => ("", "int too big to convert"),
            };
            let message = match side {
                "" if high => format!("{noun} is greater than maximum"),
                "" => format!("{noun} is less than minimum"),
                side => side.to_string(),
            };
            vm.overflow_error(message)
        }
    }
}
