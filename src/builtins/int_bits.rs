//! `int.to_bytes` and `int.from_bytes`.

use num_bigint::{BigInt, Sign};
use num_traits::Signed;

use super::bytes_buffer;
use super::int::receiver;
use super::int_arithmetic::{big, bits, is_negative};
use crate::value::{Class, Str, Value};
use crate::vm::{Def, R, Vm, class_def, def};

/// Whether the byte order says that the least byte comes first; absent is `big`.
fn is_little(vm: &mut Vm, order: &Value, function: &str) -> R<bool> {
    let name = format!("{function}() argument 'byteorder'");
    let order = vm.optional_str(order, &name)?;
    match order.as_ref().map_or("big", |order| order.as_str()) {
        "little" => Ok(true),
        "big" => Ok(false),
        _ => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn to_bytes(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "to_bytes")?;
    let length = vm.size_or(&args[1], 1)?;
    let little = is_little(vm, &args[2], "to_bytes")?;
    let signed = !args[3].is_undef() && vm.truth(&args[3])?;
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.value_error("length argument must be non-negative"));
    };
    let negative = is_negative(&value);
    if negative && !signed {
        return Err(vm.overflow_error("can't convert negative int to unsigned"));
    }
    let needed = if signed && bits(&value) > 0 {
        // -128 needs eight bits like 127, though its magnitude has one more.
        let magnitude = if negative {
            big(&value).abs() - 1
        } else {
            big(&value).into_owned()
        };
        match magnitude.bits() {
            // CPython lets -1 have no bytes at all.
            0 => 0,
            bits => bits + 1,
        }
    } else {
        bits(&value)
    };
    if needed > (length as u64).saturating_mul(8) {
        return Err(vm.overflow_error("int too big to convert"));
    }
    vm.check_text_size(length)?;
    let mut bytes = big(&value).to_signed_bytes_le();
    bytes.resize(length, if negative { 0xff } else { 0 });
    if !little {
        bytes.reverse();
    }
    Ok(Value::object(vm.heap.new_bytes(&bytes)))
}

fn from_bytes(vm: &mut Vm, args: &[Value]) -> R {
    let little = is_little(vm, &args[2], "from_bytes")?;
    let signed = !args[3].is_undef() && vm.truth(&args[3])?;
    let bytes = match bytes_buffer::buffer(vm, &args[1]) {
        Some(bytes) if bytes.len() < 8 && !signed => {
            // A word; the class is asked below if it is not int itself.
            let word = if little {
                bytes.iter().rev().fold(0, |n, &b| n << 8 | i64::from(b))
            } else {
                bytes.iter().fold(0, |n, &b| n << 8 | i64::from(b))
            };
            let own = args[0]
                .as_ref::<Class>()
                .is_some_and(|class| class.is(&vm.types.int));
            return if own {
                Ok(Value::int(word))
            } else {
                vm.call(&args[0], &[Value::int(word)])
            };
        }
        Some(bytes) => bytes.to_vec(),
        None if vm.cast::<Str>(&args[1]).is_some() => {
            return Err(vm.type_error("cannot convert 'str' object to bytes"));
        }
        None => bytes_buffer::collect(vm, &args[1], "bytes")?,
    };
    let int = match (signed, little) {
        (true, true) => BigInt::from_signed_bytes_le(&bytes),
        (true, false) => BigInt::from_signed_bytes_be(&bytes),
        (false, true) => BigInt::from_bytes_le(Sign::Plus, &bytes),
        (false, false) => BigInt::from_bytes_be(Sign::Plus, &bytes),
    };
    let int = vm.heap.new_int(int);
    let class = Value::object(vm.types.int.clone());
    if args[0].is_same(&class) {
        Ok(int)
    } else {
        vm.call(&args[0], &[int])
    }
}

pub(super) const METHODS: &[Def] = &[
    def(
        "to_bytes",
        to_bytes,
        "self, /, length=1, byteorder='big', *, signed=False",
    ),
    class_def(
        "from_bytes",
        from_bytes,
        "cls, /, bytes, byteorder='big', *, signed=False",
    ),
];
