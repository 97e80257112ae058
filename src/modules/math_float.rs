//! `math` on floats. Errors are CPython's: "math domain error", "math range error".

use num_bigint::{BigInt, Sign};
use num_traits::{FromPrimitive, ToPrimitive};

use crate::value::{Special, Value};
use crate::vm::{R, Raised, Vm};

use super::held::{missing, tuple};
use super::math_erf;

fn domain(vm: &mut Vm) -> Raised {
    vm.value_error("math domain error")
}

fn range(vm: &mut Vm) -> Raised {
    vm.overflow_error("math range error")
}

/// The result of a function of one argument: NaN from a number is a domain error; infinity from a finite number is a
/// range error if the function can overflow, else a domain error.
fn checked(vm: &mut Vm, x: f64, result: f64, overflows: bool) -> R {
    if result.is_nan() && !x.is_nan() {
        return Err(domain(vm));
    }
    if result.is_infinite() && x.is_finite() {
        return Err(if overflows { range(vm) } else { domain(vm) });
    }
    Ok(Value::float(result))
}

macro_rules! one {
    ($($name:ident $overflows:literal $function:expr;)*) => {
        $( pub(super) fn $name(vm: &mut Vm, args: &[Value]) -> R {
            let x = vm.to_f64(&args[0])?;
            let function: fn(f64) -> f64 = $function;
            checked(vm, x, function(x), $overflows)
        } )*
    };
}

one! {
    acos false f64::acos; asin false f64::asin; atan false f64::atan; cos false f64::cos; sin false f64::sin; tan false f64::tan;
    acosh false f64::acosh; asinh false f64::asinh; atanh false f64::atanh; cosh true f64::cosh; sinh true f64::sinh; tanh false f64::tanh;
    cbrt false f64::cbrt; exp true f64::exp; exp2 true f64::exp2; expm1 true f64::exp_m1; log1p false f64::ln_1p; sqrt false f64::sqrt;
    fabs false f64::abs; erf false math_erf::erf; erfc false math_erf::erfc;
}

fn number(vm: &mut Vm, args: &[Value]) -> R<f64> {
    vm.to_f64(&args[0])
}

pub(super) fn isfinite(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(number(vm, args)?.is_finite()))
}

pub(super) fn isinf(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(number(vm, args)?.is_infinite()))
}

pub(super) fn isnan(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(number(vm, args)?.is_nan()))
}

pub(super) fn degrees(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::float(
        number(vm, args)? * (180.0 / std::f64::consts::PI),
    ))
}

pub(super) fn radians(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::float(
        number(vm, args)? * (std::f64::consts::PI / 180.0),
    ))
}

/// The int that a whole float is.
pub(super) fn int_of(vm: &mut Vm, x: f64) -> R {
    if x.is_nan() {
        return Err(vm.value_error("cannot convert float NaN to integer"));
    }
    if x.is_infinite() {
        return Err(vm.overflow_error("cannot convert float infinity to integer"));
    }
    if x.abs() < 9.0e18 {
        return Ok(Value::int(x as i64));
    }
    let big = BigInt::from_f64(x).unwrap_or_default();
    Ok(vm.heap.new_int(big))
}

/// Rounds through the object's own method, or through its float.
fn rounded(vm: &mut Vm, args: &[Value], which: Special, round: fn(f64) -> f64) -> R {
    if args[0].is_integer() {
        return vm.index_value(&args[0]);
    }
    if !args[0].is_float()
        && let Some(result) = vm.call_special(&args[0], which, &[])?
    {
        return Ok(result);
    }
    let x = number(vm, args)?;
    int_of(vm, round(x))
}

pub(super) fn ceil(vm: &mut Vm, args: &[Value]) -> R {
    rounded(vm, args, Special::Ceil, f64::ceil)
}

pub(super) fn floor(vm: &mut Vm, args: &[Value]) -> R {
    rounded(vm, args, Special::Floor, f64::floor)
}

pub(super) fn trunc(vm: &mut Vm, args: &[Value]) -> R {
    if args[0].is_integer() {
        return vm.index_value(&args[0]);
    }
    if args[0].is_float() {
        return int_of(vm, args[0].raw_float().trunc());
    }
    match vm.call_special(&args[0], Special::Trunc, &[])? {
        Some(result) => Ok(result),
        None => {
            let message = format!(
                "type {} doesn't define __trunc__ method",
                vm.type_name(&args[0])
            );
            Err(vm.type_error(message))
        }
    }
}

fn two(vm: &mut Vm, args: &[Value]) -> R<(f64, f64)> {
    Ok((vm.to_f64(&args[0])?, vm.to_f64(&args[1])?))
}

pub(super) fn copysign(vm: &mut Vm, args: &[Value]) -> R {
    let (x, y) = two(vm, args)?;
    Ok(Value::float(x.copysign(y)))
}

pub(super) fn atan2(vm: &mut Vm, args: &[Value]) -> R {
    let (y, x) = two(vm, args)?;
    Ok(Value::float(y.atan2(x)))
}

pub(super) fn fma(vm: &mut Vm, args: &[Value]) -> R {
    let ((x, y), z) = (two(vm, args)?, vm.to_f64(&args[2])?);
    let result = x.mul_add(y, z);
    if result.is_nan() && !x.is_nan() && !y.is_nan() && !z.is_nan() {
        return Err(vm.value_error("invalid operation in fma"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(vm.overflow_error("overflow in fma"));
    }
    Ok(Value::float(result))
}

pub(super) fn fmod(vm: &mut Vm, args: &[Value]) -> R {
    let (x, y) = two(vm, args)?;
    if y.is_infinite() && x.is_finite() {
        return Ok(Value::float(x));
    }
    let result = x % y;
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain(vm));
    }
    Ok(Value::float(result))
}

pub(super) fn remainder(vm: &mut Vm, args: &[Value]) -> R {
    let (x, y) = two(vm, args)?;
    if x.is_nan() || y.is_nan() {
        return Ok(Value::float(f64::NAN));
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain(vm));
    }
    if y.is_infinite() {
        return Ok(Value::float(x));
    }
    let (absx, absy) = (x.abs(), y.abs());
    let m = absx % absy;
    let c = absy - m;
    let r = if m < c {
        m
    } else if m > c {
        -c
    } else {
        m - 2.0 * (0.5 * (absx - m) % absy)
    };
    Ok(Value::float(1.0f64.copysign(x) * r))
}

pub(super) fn pow(vm: &mut Vm, args: &[Value]) -> R {
    let (x, y) = two(vm, args)?;
    let result = x.powf(y);
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain(vm));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(if x == 0.0 { domain(vm) } else { range(vm) });
    }
    Ok(Value::float(result))
}

/// The logarithm of an int or float, by a function of floats; ints too large for a float are scaled.
fn logarithm(vm: &mut Vm, value: &Value, function: fn(f64) -> f64) -> R<f64> {
    let plain = vm.plain(value);
    if let Some(big) = plain.to_bigint() {
        if big.sign() != Sign::Plus {
            return Err(domain(vm));
        }
        if let Some(x) = big.to_f64().filter(|x| x.is_finite()) {
            return Ok(function(x));
        }
        let shift = big.bits() - 64;
        let top = (big >> shift).to_f64().unwrap_or(1.0);
        return Ok(function(top) + function(2.0) * shift as f64);
    }
    let x = vm.to_f64(value)?;
    if x.is_nan() {
        return Ok(x);
    }
    if x <= 0.0 {
        return Err(domain(vm));
    }
    Ok(function(x))
}

pub(super) fn log(vm: &mut Vm, args: &[Value]) -> R {
    let top = logarithm(vm, &args[0], f64::ln)?;
    if args[1].is_undef() {
        return Ok(Value::float(top));
    }
    let bottom = logarithm(vm, &args[1], f64::ln)?;
    if bottom == 0.0 {
        return Err(vm.zero_division_error("float division by zero"));
    }
    Ok(Value::float(top / bottom))
}

pub(super) fn log2(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::float(logarithm(vm, &args[0], f64::log2)?))
}

pub(super) fn log10(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::float(logarithm(vm, &args[0], f64::log10)?))
}

/// Mantissa in [0.5, 1) and exponent.
pub(super) fn split(x: f64) -> (f64, i64) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64;
    if exponent == 0 {
        let (mantissa, exponent) = split(x * 18_014_398_509_481_984.0);
        return (mantissa, exponent - 54);
    }
    (
        f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52),
        exponent - 1022,
    )
}

pub(super) fn frexp(vm: &mut Vm, args: &[Value]) -> R {
    let (mantissa, exponent) = split(number(vm, args)?);
    Ok(tuple(
        vm,
        vec![Value::float(mantissa), Value::int(exponent)],
    ))
}

/// `x * 2**exponent`, rounded once.
pub(super) fn scale(x: f64, exponent: i64) -> f64 {
    let (mantissa, own) = split(x);
    if mantissa == 0.0 || !mantissa.is_finite() {
        return x;
    }
    let exponent = own.saturating_add(exponent);
    if exponent > 1024 {
        return f64::INFINITY.copysign(x);
    }
    if exponent < -1080 {
        return 0.0f64.copysign(x);
    }
    if exponent >= -1021 {
        // Two exact steps: 2**1024 is no float.
        return mantissa * 2.0f64.powi((exponent - 1) as i32) * 2.0;
    }
    // The last step rounds into the subnormal range.
    mantissa * 2.0f64.powi(-1021) * 2.0f64.powi((exponent + 1021) as i32)
}

pub(super) fn ldexp(vm: &mut Vm, args: &[Value]) -> R {
    let x = number(vm, args)?;
    let plain = vm.plain(&args[1]);
    let Some(big) = plain.to_bigint() else {
        return Err(vm.type_error("Expected an int as second argument to ldexp."));
    };
    let exponent = big.to_i64().unwrap_or(if big.sign() == Sign::Minus {
        i64::MIN
    } else {
        i64::MAX
    });
    let result = scale(x, exponent);
    if result.is_infinite() && x.is_finite() {
        return Err(range(vm));
    }
    Ok(Value::float(result))
}

pub(super) fn modf(vm: &mut Vm, args: &[Value]) -> R {
    let x = number(vm, args)?;
    let (fraction, whole) = if x.is_infinite() {
        (0.0f64.copysign(x), x)
    } else {
        ((x - x.trunc()).copysign(x), x.trunc())
    };
    Ok(tuple(vm, vec![Value::float(fraction), Value::float(whole)]))
}

pub(super) fn isclose(vm: &mut Vm, args: &[Value]) -> R {
    let (a, b) = two(vm, args)?;
    let relative = if args[2].is_undef() {
        1e-9
    } else {
        vm.to_f64(&args[2])?
    };
    let absolute = if args[3].is_undef() {
        0.0
    } else {
        vm.to_f64(&args[3])?
    };
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::TRUE);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::FALSE);
    }
    let difference = (b - a).abs();
    Ok(Value::bool(
        difference <= (relative * b).abs()
            || difference <= (relative * a).abs()
            || difference <= absolute,
    ))
}

/// The number whose order among all floats is that of `x`.
fn order(x: f64) -> i64 {
    let bits = x.to_bits() as i64;
    if bits < 0 {
        i64::MIN.wrapping_sub(bits)
    } else {
        bits
    }
}

fn from_order(order: i64) -> f64 {
    f64::from_bits(if order < 0 {
        i64::MIN.wrapping_sub(order)
    } else {
        order
    } as u64)
}

pub(super) fn nextafter(vm: &mut Vm, args: &[Value]) -> R {
    let (x, y) = two(vm, args)?;
    let steps = if missing(&args[2]) {
        1
    } else {
        let steps = vm.index_value(&args[2])?.to_bigint().unwrap_or_default();
        if steps.sign() == Sign::Minus {
            return Err(vm.value_error("steps must be a non-negative integer"));
        }
        steps.to_u64().unwrap_or(u64::MAX)
    };
    if x.is_nan() || y.is_nan() {
        return Ok(Value::float(f64::NAN));
    }
    if steps == 0 {
        return Ok(Value::float(x));
    }
    if x == y {
        return Ok(Value::float(y));
    }
    let (from, to) = (order(x), order(y));
    let distance = from.abs_diff(to);
    if steps >= distance {
        return Ok(Value::float(y));
    }
    let result = from_order(if to > from {
        from.wrapping_add(steps as i64)
    } else {
        from.wrapping_sub(steps as i64)
    });
    // Zero reached from below is negative.
    Ok(Value::float(if result == 0.0 {
        0.0f64.copysign(x)
    } else {
        result
    }))
}

pub(super) fn ulp(vm: &mut Vm, args: &[Value]) -> R {
    let x = number(vm, args)?.abs();
    if !x.is_finite() {
        return Ok(Value::float(x));
    }
    let next = from_order(order(x) + 1);
    Ok(Value::float(if next.is_infinite() {
        x - from_order(order(x) - 1)
    } else {
        next - x
    }))
}

const LANCZOS_G: f64 = 6.02468004077673;
const LANCZOS_G_MINUS_HALF: f64 = 5.52468004077673;

/// Coefficients of the Lanczos approximation, numerator then denominator, lowest power first.
const LANCZOS_TOP: [f64; 13] = [
    23531376880.41076,
    42919803642.6491,
    35711959237.35567,
    17921034426.03721,
    6039542586.352028,
    1439720407.3117216,
    248874557.86205417,
    31426415.585400194,
    2876370.6289353725,
    186056.26539522348,
    8071.672002365816,
    210.82427775157936,
    2.5066282746310002,
];
const LANCZOS_BOTTOM: [f64; 13] = [
    0.0,
    39_916_800.0,
    120_543_840.0,
    150_917_976.0,
    105_258_076.0,
    45_995_730.0,
    13_339_535.0,
    2_637_558.0,
    357_423.0,
    32_670.0,
    1_925.0,
    66.0,
    1.0,
];

fn lanczos(x: f64) -> f64 {
    let (mut top, mut bottom) = (0.0, 0.0);
    if x < 5.0 {
        for at in (0..13).rev() {
            top = top * x + LANCZOS_TOP[at];
            bottom = bottom * x + LANCZOS_BOTTOM[at];
        }
    } else {
        for at in 0..13 {
            top = top / x + LANCZOS_TOP[at];
            bottom = bottom / x + LANCZOS_BOTTOM[at];
        }
    }
    top / bottom
}

/// sin(pi * x), exact at integers and halves.
fn sin_pi(x: f64) -> f64 {
    use std::f64::consts::PI;
    let y = x.abs() % 2.0;
    let result = match (2.0 * y).round() as i64 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1.0f64.copysign(x) * result
}

pub(super) fn gamma(vm: &mut Vm, args: &[Value]) -> R {
    let x = number(vm, args)?;
    if !x.is_finite() {
        return if x == f64::NEG_INFINITY {
            Err(domain(vm))
        } else {
            Ok(Value::float(x))
        };
    }
    if x == 0.0 || (x < 0.0 && x == x.floor()) {
        return Err(domain(vm));
    }
    if x == x.floor() && x <= 23.0 {
        let product: f64 = (1..x as u64).map(|n| n as f64).product();
        return Ok(Value::float(product));
    }
    let absolute = x.abs();
    if absolute < 1e-20 {
        let result = 1.0 / x;
        return if result.is_infinite() {
            Err(range(vm))
        } else {
            Ok(Value::float(result))
        };
    }
    if absolute > 200.0 {
        return if x < 0.0 {
            Ok(Value::float(0.0 / sin_pi(x)))
        } else {
            Err(range(vm))
        };
    }
    let y = absolute + LANCZOS_G_MINUS_HALF;
    let z = if absolute > LANCZOS_G_MINUS_HALF {
        (y - absolute) - LANCZOS_G_MINUS_HALF
    } else {
        (y - LANCZOS_G_MINUS_HALF) - absolute
    } * LANCZOS_G
        / y;
    let result = if x < 0.0 {
        let mut r =
            -std::f64::consts::PI / sin_pi(absolute) / absolute * y.exp() / lanczos(absolute);
        r -= z * r;
        if absolute < 140.0 {
            r / y.powf(absolute - 0.5)
        } else {
            let root = y.powf(absolute / 2.0 - 0.25);
            r / root / root
        }
    } else {
        let mut r = lanczos(absolute) / y.exp();
        r += z * r;
        if absolute < 140.0 {
            r * y.powf(absolute - 0.5)
        } else {
            let root = y.powf(absolute / 2.0 - 0.25);
            r * root * root
        }
    };
    if result.is_infinite() {
        Err(range(vm))
    } else {
        Ok(Value::float(result))
    }
}

pub(super) fn lgamma(vm: &mut Vm, args: &[Value]) -> R {
    let x = number(vm, args)?;
    if !x.is_finite() {
        return Ok(Value::float(if x.is_nan() { x } else { f64::INFINITY }));
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 {
            Err(domain(vm))
        } else {
            Ok(Value::float(0.0))
        };
    }
    let absolute = x.abs();
    if absolute < 1e-20 {
        return Ok(Value::float(-absolute.ln()));
    }
    let mut result = lanczos(absolute).ln() - LANCZOS_G;
    result += (absolute - 0.5) * ((absolute + LANCZOS_G - 0.5).ln() - 1.0);
    if x < 0.0 {
        result = std::f64::consts::PI.ln() - sin_pi(absolute).abs().ln() - absolute.ln() - result;
    }
    if result.is_infinite() {
        Err(range(vm))
    } else {
        Ok(Value::float(result))
    }
}
