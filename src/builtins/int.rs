//! `int`: constructor, operators, methods. The arithmetic itself is in `int_arithmetic`.

use std::cmp::Ordering;

use super::int_arithmetic as arithmetic;
use super::int_arithmetic::bits;
use super::{bytes_buffer, int_bits};
use crate::text::format_number::format_int;
use crate::text::format_spec::{Spec, Target};
use crate::text::int_parse::{IntValue, parse_int, parse_int_bytes};
use crate::text::int_text::{self, IntArg};
use crate::value::{Big, Special, Str, Value};
use crate::vm::{Def, GetSet, R, Vm, def, getter, static_def};

/// The int, as the text room takes it.
pub(crate) fn int_arg(value: &Value) -> IntArg<'_> {
    match value.as_ref::<Big>() {
        Some(big) => IntArg::Big(big.get()),
        None => IntArg::Small(value.as_int().expect("callers pass ints")),
    }
}

/// `self` of a method.
pub(super) fn receiver(vm: &mut Vm, value: &Value, method: &str) -> R {
    match vm.int_value(value) {
        Some(int) => Ok(int),
        None => Err(vm.wrong_self(method, "int", value)),
    }
}

/// `self` and the other operand; None if that is no int.
fn operands(vm: &mut Vm, args: &[Value], method: &str) -> R<Option<(Value, Value)>> {
    let left = receiver(vm, &args[0], method)?;
    Ok(vm.int_value(&args[1]).map(|right| (left, right)))
}

macro_rules! binary {
    ($($name:ident $reflected:ident $text:literal $operation:path;)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                match operands(vm, args, concat!("__", $text, "__"))? {
                    Some((left, right)) => $operation(vm, &left, &right),
                    None => Ok(Value::NOT_IMPLEMENTED),
                }
            }

            fn $reflected(vm: &mut Vm, args: &[Value]) -> R {
                match operands(vm, args, concat!("__r", $text, "__"))? {
                    Some((left, right)) => $operation(vm, &right, &left),
                    None => Ok(Value::NOT_IMPLEMENTED),
                }
            }
        )*
    };
}

binary! {
    add radd "add" arithmetic::add;
    sub rsub "sub" arithmetic::subtract;
    mul rmul "mul" arithmetic::multiply;
    truediv rtruediv "truediv" arithmetic::true_divide;
    floordiv rfloordiv "floordiv" arithmetic::floor_divide;
    modulo rmodulo "mod" arithmetic::modulo;
    divmod rdivmod "divmod" arithmetic::divide_modulo;
    lshift rlshift "lshift" arithmetic::shift_left;
    rshift rrshift "rshift" arithmetic::shift_right;
    and rand "and" arithmetic::and;
    or ror "or" arithmetic::or;
    xor rxor "xor" arithmetic::xor;
}

macro_rules! comparisons {
    ($($name:ident $text:literal $test:expr;)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                let test: fn(Ordering) -> bool = $test;
                Ok(match operands(vm, args, $text)? {
                    Some((left, right)) => Value::bool(test(arithmetic::compare(&left, &right))),
                    None => Value::NOT_IMPLEMENTED,
                })
            }
        )*
    };
}

comparisons! {
    eq "__eq__" Ordering::is_eq;
    ne "__ne__" Ordering::is_ne;
    lt "__lt__" Ordering::is_lt;
    le "__le__" Ordering::is_le;
    gt "__gt__" Ordering::is_gt;
    ge "__ge__" Ordering::is_ge;
}

fn pow(vm: &mut Vm, args: &[Value]) -> R {
    let Some((base, exponent)) = operands(vm, args, "__pow__")? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if args[2].is_undef() || args[2].is_none() {
        return arithmetic::power(vm, &base, &exponent);
    }
    match vm.int_value(&args[2]) {
        Some(modulus) => arithmetic::power_modulo(vm, &base, &exponent, &modulus),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn rpow(vm: &mut Vm, args: &[Value]) -> R {
    match operands(vm, args, "__rpow__")? {
        Some((exponent, base)) => arithmetic::power(vm, &base, &exponent),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn neg(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "__neg__")?;
    Ok(arithmetic::negate(vm, &value))
}

fn abs(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "__abs__")?;
    Ok(arithmetic::absolute(vm, &value))
}

fn invert(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "__invert__")?;
    Ok(arithmetic::invert(vm, &value))
}

/// `__pos__`, `__int__`, `__index__`, `__trunc__`, `__floor__`, `__ceil__`, `conjugate`, and the
/// attributes `real` and `numerator`: the int itself, as an exact int.
fn itself(vm: &mut Vm, args: &[Value]) -> R {
    receiver(vm, &args[0], "__index__")
}

fn bool(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "__bool__")?;
    Ok(Value::bool(!arithmetic::is_zero(&value)))
}

fn float(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "__float__")?;
    Ok(Value::float(vm.float_of_int(&value)?))
}

fn hash(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "__hash__")?;
    let hash = crate::value::hash::native_hash(&value).expect("ints hash by themselves");
    Ok(Value::int(hash as i64))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "__repr__")?;
    let limit = vm.digit_limit();
    let mut out = String::new();
    let pushed = int_text::push_int(&mut out, int_arg(&value), limit);
    vm.text_value(pushed)?;
    Ok(vm.new_str(&out))
}

fn format(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "__format__")?;
    let spec = vm.format_spec(&args[1])?;
    if spec.is_empty() {
        return Ok(Value::object(vm.str(&args[0])?));
    }
    let name = vm.type_name(&args[0]);
    let parsed = Spec::parse(spec.as_str(), Target::Int, &name);
    let spec = vm.text_value(parsed)?;
    vm.check_text_size(spec.width)?;
    vm.check_text_size(spec.given_precision())?;
    let limit = vm.digit_limit();
    let mut out = String::new();
    let pushed = format_int(&mut out, int_arg(&value), &spec, &name, limit);
    vm.text_value(pushed)?;
    Ok(vm.new_str(&out))
}

fn round(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "__round__")?;
    if args[1].is_undef() {
        return Ok(value);
    }
    let digits = vm.clipped(&args[1])?;
    if digits >= 0 {
        return Ok(value);
    }
    arithmetic::round(vm, &value, digits)
}

fn bit_length(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "bit_length")?;
    Ok(Value::int(bits(&value) as i64))
}

fn bit_count(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "bit_count")?;
    let count: u64 = match value.as_ref::<Big>() {
        Some(big) => {
            let digits = big.get().magnitude().iter_u64_digits();
            digits.map(|digit| u64::from(digit.count_ones())).sum()
        }
        None => u64::from(value.raw_int().unsigned_abs().count_ones()),
    };
    Ok(Value::int(count as i64))
}

fn as_integer_ratio(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "as_integer_ratio")?;
    Ok(Value::object(vm.heap.new_tuple(vec![value, Value::int(1)])))
}

fn is_integer(vm: &mut Vm, args: &[Value]) -> R {
    receiver(vm, &args[0], "is_integer")?;
    Ok(Value::TRUE)
}

fn imag(vm: &mut Vm, args: &[Value]) -> R {
    receiver(vm, &args[0], "imag")?;
    Ok(Value::int(0))
}

fn denominator(vm: &mut Vm, args: &[Value]) -> R {
    receiver(vm, &args[0], "denominator")?;
    Ok(Value::int(1))
}

fn getnewargs(vm: &mut Vm, args: &[Value]) -> R {
    let value = receiver(vm, &args[0], "__getnewargs__")?;
    Ok(Value::object(vm.heap.new_tuple(vec![value])))
}

/// An int as it was read.
fn read(vm: &mut Vm, value: IntValue) -> Value {
    match value {
        IntValue::Small(small) => Value::int(small),
        IntValue::Big(big) => vm.heap.new_int(big),
    }
}

/// The int that a string or bytes spell; None for other values.
fn parse(vm: &mut Vm, value: &Value, base: i64) -> R<Option<Value>> {
    let limit = vm.digit_limit();
    let parsed = if let Some(text) = vm.cast::<Str>(value) {
        parse_int(text.as_str(), base, limit)
    } else if let Some(bytes) = bytes_buffer::buffer(vm, value) {
        parse_int_bytes(&bytes, base, limit)
    } else {
        return Ok(None);
    };
    let parsed = vm.text_value(parsed)?;
    Ok(Some(read(vm, parsed)))
}

/// `int(value)`: through `__int__`, `__index__`, `__trunc__` or the digits of a text.
///
/// # Errors
/// TypeError, ValueError, OverflowError in CPython's words.
pub(crate) fn to_int(vm: &mut Vm, value: &Value) -> R {
    if value.is_float() {
        return vm.int_of_float(value.raw_float());
    }
    if value.is_integer() {
        return itself(vm, std::slice::from_ref(value));
    }
    for (special, name) in [(Special::Int, "__int__"), (Special::Index, "__index__")] {
        if let Some(result) = vm.call_special(value, special, &[])? {
            return match vm.int_value(&result) {
                Some(int) => {
                    if value.is(crate::value::Tag::Instance) {
                        vm.strict_subclass(&result, name, "int")?;
                    }
                    Ok(int)
                }
                None => {
                    let found = vm.type_name(&result);
                    Err(vm.type_error(format!("{name} returned non-int (type {found})")))
                }
            };
        }
    }
    if let Some(result) = vm.call_special(value, Special::Trunc, &[])? {
        if vm.has_index(&result) {
            return vm.index_value(&result);
        }
        let found = vm.type_name(&result);
        return Err(vm.type_error(format!("__trunc__ returned non-Integral (type {found})")));
    }
    if let Some(int) = parse(vm, value, 10)? {
        return Ok(int);
    }
    let found = vm.type_name(value);
    Err(vm.type_error(format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{found}'"
    )))
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    if args[2].is_undef()
        && super::arguments::is_class(&args[0], &vm.types.int)
        && let Some(plain) = vm.convert(&args[0], &args[1])
    {
        return Ok(plain);
    }
    let of = vm.types.int.clone();
    vm.check_new(&args[0], &of)?;
    let (value, base) = (&args[1], &args[2]);
    let int = if base.is_undef() {
        if value.is_undef() {
            Value::int(0)
        } else {
            to_int(vm, value)?
        }
    } else if value.is_undef() {
        return Err(vm.type_error("int() missing string argument"));
    } else {
        let base = vm.clipped(base)?;
        if base != 0 && !(2..=36).contains(&base) {
            return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0"));
        }
        match parse(vm, value, base)? {
            Some(int) => int,
            None => {
                return Err(vm.type_error("int() can't convert non-string with explicit base"));
            }
        }
    };
    vm.wrap_new(&args[0], int)
}

/// Installs the type.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.int.clone();
    vm.add_methods(&class, METHODS);
    vm.add_methods(&class, int_bits::METHODS);
    vm.add_getsets(&class, GETSETS);
    vm.set_doc(
        &class,
        "int(x=0, /, base=10): an integer of any size, from a number or from digits in a base.",
    );
}

const GETSETS: &[GetSet] = &[
    getter("real", itself),
    getter("imag", imag),
    getter("numerator", itself),
    getter("denominator", denominator),
];

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, x=0, /, base=10"),
    def("__repr__", repr, "self, /"),
    def("__hash__", hash, "self, /"),
    def("__lt__", lt, "self, value, /"),
    def("__le__", le, "self, value, /"),
    def("__eq__", eq, "self, value, /"),
    def("__ne__", ne, "self, value, /"),
    def("__gt__", gt, "self, value, /"),
    def("__ge__", ge, "self, value, /"),
    def("__add__", add, "self, value, /"),
    def("__radd__", radd, "self, value, /"),
    def("__sub__", sub, "self, value, /"),
    def("__rsub__", rsub, "self, value, /"),
    def("__mul__", mul, "self, value, /"),
    def("__rmul__", rmul, "self, value, /"),
    def("__mod__", modulo, "self, value, /"),
    def("__rmod__", rmodulo, "self, value, /"),
    def("__divmod__", divmod, "self, value, /"),
    def("__rdivmod__", rdivmod, "self, value, /"),
    def("__pow__", pow, "self, value, mod=None, /"),
    def("__rpow__", rpow, "self, value, mod=None, /"),
    def("__neg__", neg, "self, /"),
    def("__pos__", itself, "self, /"),
    def("__abs__", abs, "self, /"),
    def("__bool__", bool, "self, /"),
    def("__invert__", invert, "self, /"),
    def("__lshift__", lshift, "self, value, /"),
    def("__rlshift__", rlshift, "self, value, /"),
    def("__rshift__", rshift, "self, value, /"),
    def("__rrshift__", rrshift, "self, value, /"),
    def("__and__", and, "self, value, /"),
    def("__rand__", rand, "self, value, /"),
    def("__xor__", xor, "self, value, /"),
    def("__rxor__", rxor, "self, value, /"),
    def("__or__", or, "self, value, /"),
    def("__ror__", ror, "self, value, /"),
    def("__int__", itself, "self, /"),
    def("__float__", float, "self, /"),
    def("__floordiv__", floordiv, "self, value, /"),
    def("__rfloordiv__", rfloordiv, "self, value, /"),
    def("__truediv__", truediv, "self, value, /"),
    def("__rtruediv__", rtruediv, "self, value, /"),
    def("__index__", itself, "self, /"),
    def("conjugate", itself, "self, /"),
    def("bit_length", bit_length, "self, /"),
    def("bit_count", bit_count, "self, /"),
    def("as_integer_ratio", as_integer_ratio, "self, /"),
    def("is_integer", is_integer, "self, /"),
    def("__trunc__", itself, "self, /"),
    def("__floor__", itself, "self, /"),
    def("__ceil__", itself, "self, /"),
    def("__round__", round, "self, ndigits=0, /"),
    def("__getnewargs__", getnewargs, "self, /"),
    def("__format__", format, "self, format_spec, /"),
];
