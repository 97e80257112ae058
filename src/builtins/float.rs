//! `float`.

use std::cmp::Ordering;

use num_bigint::BigInt;

use super::int_arithmetic;
use super::{bytes_buffer, complex};
use crate::text::float_hex::{from_hex, push_hex};
use crate::text::float_repr::{self, parse_float, parse_float_bytes};
use crate::text::format_number::format_float;
use crate::text::format_spec::{Spec, Target};
use crate::value::{Special, Str, Tag, Value};
use crate::vm::{Def, GetSet, R, Vm, class_def, def, getter, static_def};

/// The float behind a value of `float` or a subclass.
pub(crate) fn float_value(vm: &mut Vm, value: &Value) -> Option<f64> {
    if value.is_float() {
        return Some(value.raw_float());
    }
    if value.is(Tag::Instance) {
        let plain = vm.plain(value);
        return plain.is_float().then(|| plain.raw_float());
    }
    None
}

/// `self` of a method.
fn receiver(vm: &mut Vm, value: &Value, method: &str) -> R<f64> {
    match float_value(vm, value) {
        Some(float) => Ok(float),
        None => Err(vm.wrong_self(method, "float", value)),
    }
}

/// `self` and the other operand; None if that is neither float nor int.
fn operands(vm: &mut Vm, args: &[Value], method: &str) -> R<Option<(f64, f64)>> {
    let left = receiver(vm, &args[0], method)?;
    if let Some(right) = float_value(vm, &args[1]) {
        return Ok(Some((left, right)));
    }
    match vm.int_value(&args[1]) {
        Some(right) => Ok(Some((left, vm.float_of_int(&right)?))),
        None => Ok(None),
    }
}

fn add_floats(_: &mut Vm, left: f64, right: f64) -> R {
    Ok(Value::float(left + right))
}

fn subtract(_: &mut Vm, left: f64, right: f64) -> R {
    Ok(Value::float(left - right))
}

fn multiply(_: &mut Vm, left: f64, right: f64) -> R {
    Ok(Value::float(left * right))
}

fn divide(vm: &mut Vm, left: f64, right: f64) -> R {
    if right == 0.0 {
        return Err(vm.zero_division_error("float division by zero"));
    }
    Ok(Value::float(left / right))
}

/// Quotient towards minus infinity and rest with the sign of `right`, which is not 0.
pub(crate) fn div_mod(left: f64, right: f64) -> (f64, f64) {
    let mut rest = left % right;
    let mut quotient = (left - rest) / right;
    if rest == 0.0 {
        rest = 0f64.copysign(right);
    } else if (right < 0.0) != (rest < 0.0) {
        rest += right;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0f64.copysign(left / right), rest);
    }
    // The division above may have rounded: the quotient is the nearest whole number.
    let floor = quotient.floor();
    let whole = if quotient - floor > 0.5 {
        floor + 1.0
    } else {
        floor
    };
    (whole, rest)
}

fn floor_divide(vm: &mut Vm, left: f64, right: f64) -> R {
    if right == 0.0 {
        return Err(vm.zero_division_error("float floor division by zero"));
    }
    Ok(Value::float(div_mod(left, right).0))
}

fn remainder(vm: &mut Vm, left: f64, right: f64) -> R {
    if right == 0.0 {
        return Err(vm.zero_division_error("float modulo"));
    }
    Ok(Value::float(div_mod(left, right).1))
}

fn divide_modulo(vm: &mut Vm, left: f64, right: f64) -> R {
    if right == 0.0 {
        return Err(vm.zero_division_error("float divmod()"));
    }
    let (quotient, rest) = div_mod(left, right);
    let pair = vec![Value::float(quotient), Value::float(rest)];
    Ok(Value::object(vm.heap.new_tuple(pair)))
}

/// `left ** right`; complex for a negative base with a fraction for exponent.
///
/// # Errors
/// ZeroDivisionError, OverflowError.
pub(crate) fn power(vm: &mut Vm, left: f64, right: f64) -> R {
    if left == 0.0 && right < 0.0 && right.is_finite() {
        return Err(vm.zero_division_error("0.0 cannot be raised to a negative power"));
    }
    if left < 0.0 && left.is_finite() && right.is_finite() && right != right.floor() {
        return complex::power(vm, (left, 0.0), (right, 0.0));
    }
    let result = left.powf(right);
    if result.is_infinite() && left.is_finite() && right.is_finite() {
        let class = vm.types.overflow_error.clone();
        let text = vm.new_str("Numerical result out of range");
        let exception = vm.new_exception(&class, vec![Value::int(34), text]);
        return Err(vm.raise_value(exception));
    }
    Ok(Value::float(result))
}

macro_rules! binary {
    ($($name:ident $reflected:ident $text:literal $operation:path;)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                match operands(vm, args, concat!("__", $text, "__"))? {
                    Some((left, right)) => $operation(vm, left, right),
                    None => Ok(Value::NOT_IMPLEMENTED),
                }
            }

            fn $reflected(vm: &mut Vm, args: &[Value]) -> R {
                match operands(vm, args, concat!("__r", $text, "__"))? {
                    Some((left, right)) => $operation(vm, right, left),
                    None => Ok(Value::NOT_IMPLEMENTED),
                }
            }
        )*
    };
}

binary! {
    add radd "add" add_floats;
    sub rsub "sub" subtract;
    mul rmul "mul" multiply;
    truediv rtruediv "truediv" divide;
    floordiv rfloordiv "floordiv" floor_divide;
    modulo rmodulo "mod" remainder;
    divmod rdivmod "divmod" divide_modulo;
}

fn pow(vm: &mut Vm, args: &[Value]) -> R {
    if !args[2].is_undef() && !args[2].is_none() {
        return Err(
            vm.type_error("pow() 3rd argument not allowed unless all arguments are integers")
        );
    }
    match operands(vm, args, "__pow__")? {
        Some((left, right)) => power(vm, left, right),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn rpow(vm: &mut Vm, args: &[Value]) -> R {
    match operands(vm, args, "__rpow__")? {
        Some((left, right)) => power(vm, right, left),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// The order of `self` and the other operand: the outer None if that is no number, the inner one
/// if either is NaN.
fn order(vm: &mut Vm, args: &[Value], method: &str) -> R<Option<Option<Ordering>>> {
    let left = receiver(vm, &args[0], method)?;
    if let Some(right) = float_value(vm, &args[1]) {
        return Ok(Some(left.partial_cmp(&right)));
    }
    let right = vm.int_value(&args[1]);
    Ok(right.map(|right| int_arithmetic::compare_float(&right, left).map(Ordering::reverse)))
}

macro_rules! comparisons {
    ($($name:ident $text:literal $nan:literal $test:expr;)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                let test: fn(Ordering) -> bool = $test;
                Ok(match order(vm, args, $text)? {
                    Some(order) => Value::bool(order.map_or($nan, test)),
                    None => Value::NOT_IMPLEMENTED,
                })
            }
        )*
    };
}

comparisons! {
    eq "__eq__" false Ordering::is_eq;
    ne "__ne__" true Ordering::is_ne;
    lt "__lt__" false Ordering::is_lt;
    le "__le__" false Ordering::is_le;
    gt "__gt__" false Ordering::is_gt;
    ge "__ge__" false Ordering::is_ge;
}

fn neg(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::float(-receiver(vm, &args[0], "__neg__")?))
}

/// `__pos__`, `__float__`, `conjugate`, `real`: the float itself, as an exact float.
fn itself(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::float(receiver(vm, &args[0], "__float__")?))
}

fn imag(vm: &mut Vm, args: &[Value]) -> R {
    receiver(vm, &args[0], "imag")?;
    Ok(Value::float(0.0))
}

fn abs(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::float(receiver(vm, &args[0], "__abs__")?.abs()))
}

fn bool(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(receiver(vm, &args[0], "__bool__")? != 0.0))
}

fn hash(vm: &mut Vm, args: &[Value]) -> R {
    let float = receiver(vm, &args[0], "__hash__")?;
    Ok(Value::int(crate::value::hash::hash_float(float) as i64))
}

fn trunc(vm: &mut Vm, args: &[Value]) -> R {
    let float = receiver(vm, &args[0], "__trunc__")?;
    vm.int_of_float(float)
}

fn floor(vm: &mut Vm, args: &[Value]) -> R {
    let float = receiver(vm, &args[0], "__floor__")?;
    vm.int_of_float(float.floor())
}

fn ceil(vm: &mut Vm, args: &[Value]) -> R {
    let float = receiver(vm, &args[0], "__ceil__")?;
    vm.int_of_float(float.ceil())
}

fn round(vm: &mut Vm, args: &[Value]) -> R {
    let float = receiver(vm, &args[0], "__round__")?;
    if args[1].is_undef() || args[1].is_none() {
        return vm.int_of_float(float.round_ties_even());
    }
    let digits = vm.clipped(&args[1])?;
    let rounded = float_repr::round(float, digits);
    Ok(Value::float(vm.text_value(rounded)?))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let float = receiver(vm, &args[0], "__repr__")?;
    let mut out = String::new();
    float_repr::push_repr(&mut out, float);
    Ok(vm.new_str(&out))
}

fn format(vm: &mut Vm, args: &[Value]) -> R {
    let float = receiver(vm, &args[0], "__format__")?;
    let spec = vm.format_spec(&args[1])?;
    if spec.is_empty() {
        return Ok(Value::object(vm.str(&args[0])?));
    }
    let name = vm.type_name(&args[0]);
    let parsed = Spec::parse(spec.as_str(), Target::Float, &name);
    let spec = vm.text_value(parsed)?;
    vm.check_text_size(spec.width)?;
    vm.check_text_size(spec.given_precision())?;
    let mut out = String::new();
    let pushed = format_float(&mut out, float, &spec, &name);
    vm.text_value(pushed)?;
    Ok(vm.new_str(&out))
}

fn as_integer_ratio(vm: &mut Vm, args: &[Value]) -> R {
    let float = receiver(vm, &args[0], "as_integer_ratio")?;
    if float.is_nan() {
        return Err(vm.value_error("cannot convert NaN to integer ratio"));
    }
    if float.is_infinite() {
        return Err(vm.overflow_error("cannot convert Infinity to integer ratio"));
    }
    let bits = float.abs().to_bits();
    let (mut mantissa, mut exponent) = (bits & ((1 << 52) - 1), (bits >> 52) as i64);
    if exponent == 0 {
        exponent = 1;
    } else {
        mantissa |= 1 << 52;
    }
    // float = mantissa * 2**exponent, in lowest terms.
    exponent -= 1075;
    if mantissa == 0 {
        exponent = 0;
    } else {
        let zeros = mantissa.trailing_zeros();
        mantissa >>= zeros;
        exponent += i64::from(zeros);
    }
    let mut numerator = BigInt::from(mantissa) << exponent.max(0) as u64;
    if float < 0.0 {
        numerator = -numerator;
    }
    let denominator = BigInt::from(1) << (-exponent).max(0) as u64;
    let pair = vec![vm.heap.new_int(numerator), vm.heap.new_int(denominator)];
    Ok(Value::object(vm.heap.new_tuple(pair)))
}

fn is_integer(vm: &mut Vm, args: &[Value]) -> R {
    let float = receiver(vm, &args[0], "is_integer")?;
    Ok(Value::bool(float.is_finite() && float.fract() == 0.0))
}

fn hex(vm: &mut Vm, args: &[Value]) -> R {
    let float = receiver(vm, &args[0], "hex")?;
    let mut out = String::new();
    push_hex(&mut out, float);
    Ok(vm.new_str(&out))
}

fn fromhex(vm: &mut Vm, args: &[Value]) -> R {
    let Some(text) = vm.cast::<Str>(&args[1]) else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    let float = Value::float(vm.text_value(from_hex(text.as_str()))?);
    let class = Value::object(vm.types.float.clone());
    if args[0].is_same(&class) {
        Ok(float)
    } else {
        vm.call(&args[0], &[float])
    }
}

fn getnewargs(vm: &mut Vm, args: &[Value]) -> R {
    let float = itself(vm, args)?;
    Ok(Value::object(vm.heap.new_tuple(vec![float])))
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    if super::arguments::is_class(&args[0], &vm.types.float)
        && let Some(plain) = vm.convert(&args[0], &args[1])
    {
        return Ok(plain);
    }
    let of = vm.types.float.clone();
    vm.check_new(&args[0], &of)?;
    let value = &args[1];
    let float = if value.is_undef() {
        0.0
    } else if value.is_float() {
        value.raw_float()
    } else if vm
        .find_special(value, Special::Float)
        .is_some_and(|method| !method.is(Tag::Native))
    {
        // Also that of a subclass of `str` or `float`.
        vm.call_float(value)?.unwrap_or(0.0)
    } else if value.is(Tag::Instance) && vm.has_index(value) {
        // Also that of a subclass of `str`.
        vm.to_f64(value)?
    } else if let Some(text) = vm.cast::<Str>(value) {
        let float = vm.text_value(parse_float(text.as_str()))?;
        if float.is_nan() {
            fresh_nan(vm, float)
        } else {
            float
        }
    } else if vm.find_special(value, Special::Float).is_some() || vm.has_index(value) {
        vm.to_f64(value)?
    } else if let Some(bytes) = bytes_buffer::buffer(vm, value) {
        match parse_float_bytes(&bytes) {
            Ok(float) => float,
            Err(_) => {
                let shown = vm.repr(value)?;
                let message = format!("could not convert string to float: {}", shown.as_str());
                return Err(vm.value_error(message));
            }
        }
    } else {
        let found = vm.type_name(value);
        return Err(vm.type_error(format!(
            "float() argument must be a string or a real number, not '{found}'"
        )));
    };
    vm.wrap_new(&args[0], Value::float(float))
}

/// How many NaNs the session has made from text.
#[derive(Default)]
struct Nans(u32);

/// A NaN with bits of its own: two that were made apart are not the same object, as `is` and containers tell.
fn fresh_nan(vm: &mut Vm, nan: f64) -> f64 {
    let made = vm.state::<Nans>();
    made.0 = made.0.wrapping_add(1);
    f64::from_bits(nan.to_bits() | u64::from(made.0))
}

/// Installs the type.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.float.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
    vm.set_doc(
        &class,
        "float(x=0, /): a floating-point number, from a number or a text.",
    );
}

const GETSETS: &[GetSet] = &[getter("real", itself), getter("imag", imag)];

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, x=0, /"),
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
    def("__int__", trunc, "self, /"),
    def("__float__", itself, "self, /"),
    def("__floordiv__", floordiv, "self, value, /"),
    def("__rfloordiv__", rfloordiv, "self, value, /"),
    def("__truediv__", truediv, "self, value, /"),
    def("__rtruediv__", rtruediv, "self, value, /"),
    class_def("fromhex", fromhex, "cls, string, /"),
    def("conjugate", itself, "self, /"),
    def("__trunc__", trunc, "self, /"),
    def("__floor__", floor, "self, /"),
    def("__ceil__", ceil, "self, /"),
    def("__round__", round, "self, ndigits=None, /"),
    def("as_integer_ratio", as_integer_ratio, "self, /"),
    def("hex", hex, "self, /"),
    def("is_integer", is_integer, "self, /"),
    def("__getnewargs__", getnewargs, "self, /"),
    def("__format__", format, "self, format_spec, /"),
];
