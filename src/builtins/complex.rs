//! `complex`: kept short, as few programs use it.

use super::float::float_value;
use crate::text::float_repr::{parse_float, push_complex_repr};
use crate::text::format_number::format_complex;
use crate::text::format_spec::{Spec, Target};
use crate::value::hash::hash_float;
use crate::value::{NativeData, Special, Str, Value};
use crate::vm::{Def, GetSet, R, Vm, def, getter, static_def};

/// Real and imaginary part.
type Pair = (f64, f64);

/// The inside of a complex number.
struct Complex(Pair);

impl NativeData for Complex {}

/// A new complex number.
pub(crate) fn new_complex(vm: &mut Vm, real: f64, imag: f64) -> Value {
    let class = vm.types.complex.clone();
    vm.heap.new_opaque(&class, Complex((real, imag)))
}

/// The parts of a value of `complex` or a subclass.
pub(crate) fn complex_value(vm: &mut Vm, value: &Value) -> Option<Pair> {
    vm.plain(value)
        .as_data::<Complex>()
        .map(|complex| complex.0)
}

fn receiver(vm: &mut Vm, value: &Value, method: &str) -> R<Pair> {
    match complex_value(vm, value) {
        Some(pair) => Ok(pair),
        None => Err(vm.wrong_self(method, "complex", value)),
    }
}

/// The other operand; None if it is no number.
fn coerce(vm: &mut Vm, value: &Value) -> R<Option<Pair>> {
    if let Some(float) = float_value(vm, value) {
        return Ok(Some((float, 0.0)));
    }
    if let Some(int) = vm.int_value(value) {
        return Ok(Some((vm.float_of_int(&int)?, 0.0)));
    }
    Ok(complex_value(vm, value))
}

fn operands(vm: &mut Vm, args: &[Value], method: &str) -> R<Option<(Pair, Pair)>> {
    let left = receiver(vm, &args[0], method)?;
    Ok(coerce(vm, &args[1])?.map(|right| (left, right)))
}

fn plus(vm: &mut Vm, a: Pair, b: Pair) -> R {
    Ok(new_complex(vm, a.0 + b.0, a.1 + b.1))
}

fn minus(vm: &mut Vm, a: Pair, b: Pair) -> R {
    Ok(new_complex(vm, a.0 - b.0, a.1 - b.1))
}

fn product(a: Pair, b: Pair) -> Pair {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

fn times(vm: &mut Vm, a: Pair, b: Pair) -> R {
    let (real, imag) = product(a, b);
    Ok(new_complex(vm, real, imag))
}

/// Smith's way: divides by the larger part first, so that nothing overflows early.
fn quotient(a: Pair, b: Pair) -> Pair {
    if b.0.abs() >= b.1.abs() {
        let ratio = b.1 / b.0;
        let bottom = b.0 + b.1 * ratio;
        ((a.0 + a.1 * ratio) / bottom, (a.1 - a.0 * ratio) / bottom)
    } else if b.1.abs() >= b.0.abs() {
        let ratio = b.0 / b.1;
        let bottom = b.0 * ratio + b.1;
        ((a.0 * ratio + a.1) / bottom, (a.1 * ratio - a.0) / bottom)
    } else {
        (f64::NAN, f64::NAN)
    }
}

fn divide(vm: &mut Vm, a: Pair, b: Pair) -> R {
    if b == (0.0, 0.0) {
        return Err(vm.zero_division_error("complex division by zero"));
    }
    let (real, imag) = quotient(a, b);
    Ok(new_complex(vm, real, imag))
}

/// A whole power by squaring.
fn whole_power(mut base: Pair, mut exponent: u32) -> Pair {
    let mut result = (1.0, 0.0);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = product(result, base);
        }
        exponent >>= 1;
        base = product(base, base);
    }
    result
}

/// `a ** b`.
///
/// # Errors
/// ZeroDivisionError, OverflowError.
pub(crate) fn power(vm: &mut Vm, a: Pair, b: Pair) -> R {
    let (real, imag) = if b.1 == 0.0 && b.0 == b.0.floor() && b.0.abs() <= 100.0 {
        if a == (0.0, 0.0) && b.0 < 0.0 {
            return Err(vm.zero_division_error("0.0 to a negative or complex power"));
        }
        let power = whole_power(a, b.0.abs() as u32);
        if b.0 < 0.0 {
            quotient((1.0, 0.0), power)
        } else {
            power
        }
    } else if a == (0.0, 0.0) {
        if b.1 != 0.0 || b.0 < 0.0 {
            return Err(vm.zero_division_error("0.0 to a negative or complex power"));
        }
        (0.0, 0.0)
    } else {
        let size = a.0.hypot(a.1);
        let angle = a.1.atan2(a.0);
        let (mut length, mut phase) = (size.powf(b.0), angle * b.0);
        if b.1 != 0.0 {
            length /= (angle * b.1).exp();
            phase += b.1 * size.ln();
        }
        if phase.is_infinite() {
            // CPython takes the complaint of its cosine for this one.
            return Err(vm.zero_division_error("0.0 to a negative or complex power"));
        }
        (length * phase.cos(), length * phase.sin())
    };
    if real.is_infinite() || imag.is_infinite() {
        return Err(vm.overflow_error("complex exponentiation"));
    }
    Ok(new_complex(vm, real, imag))
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
    add radd "add" plus;
    sub rsub "sub" minus;
    mul rmul "mul" times;
    truediv rtruediv "truediv" divide;
}

fn pow(vm: &mut Vm, args: &[Value]) -> R {
    let Some((left, right)) = operands(vm, args, "__pow__")? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if !args[2].is_undef() && !args[2].is_none() {
        return Err(vm.value_error("complex modulo"));
    }
    power(vm, left, right)
}

fn rpow(vm: &mut Vm, args: &[Value]) -> R {
    match operands(vm, args, "__rpow__")? {
        Some((left, right)) => power(vm, right, left),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// Whether both are equal; None if the other is no number.
fn equal(vm: &mut Vm, args: &[Value], method: &str) -> R<Option<bool>> {
    let left = receiver(vm, &args[0], method)?;
    if let Some(int) = vm.int_value(&args[1]) {
        let order = super::int_arithmetic::compare_float(&int, left.0);
        return Ok(Some(
            left.1 == 0.0 && order.is_some_and(|order| order.is_eq()),
        ));
    }
    Ok(coerce(vm, &args[1])?.map(|right| left == right))
}

fn eq(vm: &mut Vm, args: &[Value]) -> R {
    Ok(equal(vm, args, "__eq__")?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}

fn ne(vm: &mut Vm, args: &[Value]) -> R {
    Ok(equal(vm, args, "__ne__")?.map_or(Value::NOT_IMPLEMENTED, |equal| Value::bool(!equal)))
}

fn hash(vm: &mut Vm, args: &[Value]) -> R {
    let (real, imag) = receiver(vm, &args[0], "__hash__")?;
    let hash = hash_float(real).wrapping_add(hash_float(imag).wrapping_mul(1_000_003)) as i64;
    Ok(Value::int(if hash == -1 { -2 } else { hash }))
}

fn neg(vm: &mut Vm, args: &[Value]) -> R {
    let (real, imag) = receiver(vm, &args[0], "__neg__")?;
    Ok(new_complex(vm, -real, -imag))
}

fn pos(vm: &mut Vm, args: &[Value]) -> R {
    let (real, imag) = receiver(vm, &args[0], "__pos__")?;
    Ok(new_complex(vm, real, imag))
}

fn abs(vm: &mut Vm, args: &[Value]) -> R {
    let (real, imag) = receiver(vm, &args[0], "__abs__")?;
    let size = real.hypot(imag);
    if size.is_infinite() && real.is_finite() && imag.is_finite() {
        return Err(vm.overflow_error("absolute value too large"));
    }
    Ok(Value::float(size))
}

fn bool(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(
        receiver(vm, &args[0], "__bool__")? != (0.0, 0.0),
    ))
}

fn conjugate(vm: &mut Vm, args: &[Value]) -> R {
    let (real, imag) = receiver(vm, &args[0], "conjugate")?;
    Ok(new_complex(vm, real, -imag))
}

fn real(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::float(receiver(vm, &args[0], "real")?.0))
}

fn imag(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::float(receiver(vm, &args[0], "imag")?.1))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let (real, imag) = receiver(vm, &args[0], "__repr__")?;
    let mut out = String::new();
    push_complex_repr(&mut out, real, imag);
    Ok(vm.new_str(&out))
}

fn format(vm: &mut Vm, args: &[Value]) -> R {
    let (real, imag) = receiver(vm, &args[0], "__format__")?;
    let spec = vm.format_spec(&args[1])?;
    if spec.is_empty() {
        return Ok(Value::object(vm.str(&args[0])?));
    }
    let name = vm.type_name(&args[0]);
    let parsed = Spec::parse(spec.as_str(), Target::Complex, &name);
    let spec = vm.text_value(parsed)?;
    vm.check_text_size(spec.width)?;
    vm.check_text_size(spec.given_precision())?;
    let mut out = String::new();
    let pushed = format_complex(&mut out, real, imag, &spec, &name);
    vm.text_value(pushed)?;
    Ok(vm.new_str(&out))
}

/// The complex number that a text spells: `1`, `2j`, `1+2j`, also in parentheses.
fn parse(text: &str) -> Option<Pair> {
    let text = text.trim();
    let text = match text.strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')')?.trim(),
        None => text,
    };
    if text.is_empty() || text.contains(char::is_whitespace) {
        return None;
    }
    let Some(body) = text.strip_suffix(['j', 'J']) else {
        return Some((parse_float(text).ok()?, 0.0));
    };
    let bytes = body.as_bytes();
    let split = (1..bytes.len())
        .rev()
        .find(|&at| matches!(bytes[at], b'+' | b'-') && !matches!(bytes[at - 1], b'e' | b'E'));
    let (real, imag) = match split {
        Some(at) => (parse_float(&body[..at]).ok()?, &body[at..]),
        None => (0.0, body),
    };
    let imag = match imag {
        "" | "+" => 1.0,
        "-" => -1.0,
        digits => parse_float(digits).ok()?,
    };
    Some((real, imag))
}

/// A part given to the constructor; `which` is as in `complex() first argument ...`.
fn part(vm: &mut Vm, value: &Value, which: &str) -> R<Pair> {
    if let Some(pair) = coerce(vm, value)? {
        return Ok(pair);
    }
    if which.starts_with("first")
        && let Some(result) = vm.call_special(value, Special::Complex, &[])?
    {
        return match complex_value(vm, &result) {
            Some(pair) => Ok(pair),
            None => {
                let found = vm.type_name(&result);
                Err(vm.type_error(format!("__complex__ returned non-complex (type {found})")))
            }
        };
    }
    if vm.find_special(value, Special::Float).is_some() || vm.has_index(value) {
        return Ok((vm.to_f64(value)?, 0.0));
    }
    let found = vm.type_name(value);
    Err(vm.type_error(format!(
        "complex() {which} be a {}number, not '{found}'",
        if which.starts_with("first") {
            "string or a "
        } else {
            ""
        }
    )))
}

/// Whether an underscore does not stand between two digits, which is noticed before anything else.
fn misplaced_underscore(text: &str) -> bool {
    // Up to what is no digit and no ASCII.
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii() && !c.is_numeric() && !c.is_whitespace());
    let bytes = &text.as_bytes()[..end.unwrap_or(text.len())];
    let digit = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    (0..bytes.len())
        .any(|at| bytes[at] == b'_' && !(digit(at.checked_sub(1)) && digit(Some(at + 1))))
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let of = vm.types.complex.clone();
    vm.check_new(&args[0], &of)?;
    let (real, imag) = (&args[1], &args[2]);
    if let Some(text) = vm.cast::<Str>(real) {
        if !imag.is_undef() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        let Some((real, imag)) = parse(text.as_str()) else {
            let message = if misplaced_underscore(text.as_str()) {
                let text = vm.repr(real)?;
                format!("could not convert string to complex: {}", text.as_str())
            } else {
                "complex() arg is a malformed string".to_string()
            };
            return Err(vm.value_error(message));
        };
        let complex = new_complex(vm, real, imag);
        return vm.wrap_new(&args[0], complex);
    }
    if vm.cast::<Str>(imag).is_some() {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    let mut sum = (0.0, 0.0);
    if !real.is_undef() {
        sum = part(vm, real, "first argument must")?;
    }
    if !imag.is_undef() {
        let (a, b) = part(vm, imag, "second argument must")?;
        // The second part counts in units of the imaginary one.
        sum = (sum.0 - b, if sum.1 == 0.0 { a } else { sum.1 + a });
    }
    let complex = new_complex(vm, sum.0, sum.1);
    vm.wrap_new(&args[0], complex)
}

/// Installs the type.
pub(crate) fn install(vm: &mut Vm) {
    vm.hooks.complex = new_complex;
    let class = vm.types.complex.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
    vm.set_doc(
        &class,
        "complex(real=0, imag=0): a complex number, from its parts or a text.",
    );
}

const GETSETS: &[GetSet] = &[getter("real", real), getter("imag", imag)];

fn getnewargs(vm: &mut Vm, args: &[Value]) -> R {
    let (real, imag) = receiver(vm, &args[0], "__getnewargs__")?;
    let pair = vm.heap.pair(Value::float(real), Value::float(imag));
    Ok(Value::object(pair))
}

const METHODS: &[Def] = &[
    def("__getnewargs__", getnewargs, "self, /"),
    static_def("__new__", new, "cls, /, real=0, imag=0"),
    def("__repr__", repr, "self, /"),
    def("__hash__", hash, "self, /"),
    def("__eq__", eq, "self, value, /"),
    def("__ne__", ne, "self, value, /"),
    def("__add__", add, "self, value, /"),
    def("__radd__", radd, "self, value, /"),
    def("__sub__", sub, "self, value, /"),
    def("__rsub__", rsub, "self, value, /"),
    def("__mul__", mul, "self, value, /"),
    def("__rmul__", rmul, "self, value, /"),
    def("__truediv__", truediv, "self, value, /"),
    def("__rtruediv__", rtruediv, "self, value, /"),
    def("__pow__", pow, "self, value, mod=None, /"),
    def("__rpow__", rpow, "self, value, mod=None, /"),
    def("__neg__", neg, "self, /"),
    def("__pos__", pos, "self, /"),
    def("__abs__", abs, "self, /"),
    def("__bool__", bool, "self, /"),
    def("__complex__", pos, "self, /"),
    def("conjugate", conjugate, "self, /"),
    def("__format__", format, "self, format_spec, /"),
];
