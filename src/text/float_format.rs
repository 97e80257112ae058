//! A float's decimal digits with a given precision: the work behind `%f`, `%e`, `%g` and `%`.
//!
//! Rust's own `{:.N}` and `{:.Ne}` are exact and round half to even, as CPython's are; what is
//! left is Python's spelling of exponents, the choice between the two forms, and the points and
//! zeros that the alternate form keeps.

use std::fmt::Write;

/// How to write a float.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FloatKind {
    /// `f`: so many digits after the point.
    Fixed,
    /// `e`: one digit before the point, so many after it, an exponent.
    Exponent,
    /// `g`: so many significant digits, in the shorter form, without trailing zeros.
    General,
    /// `g` with at least one digit after the point: a precision without a type.
    GeneralPoint,
    /// The shortest spelling that reads back the same; the precision is not used.
    Repr,
    /// The same without a forced `.0`: the parts of a complex number.
    ReprBare,
}

/// No float has more digits than this after its point or its first digit; the rest are zeros.
/// Rust takes at most 65,535.
const MOST_DIGITS: usize = 1100;

/// Appends the magnitude of `x` without a sign: `inf` and `nan` too.
///
/// `alternate` keeps the point and, for [`FloatKind::General`], trailing zeros. The exponent's
/// letter is `e`; the caller writes capitals.
pub(crate) fn push_magnitude(
    out: &mut String,
    x: f64,
    kind: FloatKind,
    precision: usize,
    alternate: bool,
) {
    let x = x.abs();
    if x.is_nan() {
        out.push_str("nan");
        return;
    }
    if x.is_infinite() {
        out.push_str("inf");
        return;
    }
    match kind {
        FloatKind::Fixed => push_fixed(out, x, precision, alternate),
        FloatKind::Exponent => push_exponent(out, x, precision, alternate),
        FloatKind::General | FloatKind::GeneralPoint => {
            let point = kind == FloatKind::GeneralPoint;
            push_general(out, x, precision.max(1), alternate, point);
        }
        FloatKind::Repr | FloatKind::ReprBare => {
            push_shortest(out, x, alternate, kind == FloatKind::Repr);
        }
    }
}

fn push_zeros(out: &mut String, n: usize) {
    out.extend(std::iter::repeat_n('0', n));
}

/// `x` with up to nine digits after its point, exactly rounded half to even in integers. False if that is not simple.
fn push_fixed_simple(out: &mut String, x: f64, precision: usize) -> bool {
    const TENS: [u64; 10] = {
        let mut tens = [1; 10];
        let mut at = 1;
        while at < 10 {
            tens[at] = tens[at - 1] * 10;
            at += 1;
        }
        tens
    };
    if precision > 9 || !(1e-30..1e9).contains(&x) && x != 0.0 {
        return false;
    }
    let bits = x.to_bits();
    // x = mantissa / 2**shift, and shift is positive as x is below 2**52.
    let mantissa = (bits & ((1 << 52) - 1)) | 1 << 52;
    let shift = 1075 - (bits >> 52) as u32;
    let scaled = u128::from(mantissa) * u128::from(TENS[precision]);
    let units = if x == 0.0 || shift > 100 {
        // Below 2**83 / 2**101: it rounds to nothing.
        0
    } else {
        let half = 1u128 << (shift - 1);
        let rest = scaled & (2 * half - 1);
        let floor = (scaled >> shift) as u64;
        floor + u64::from(rest > half || rest == half && floor & 1 == 1)
    };
    super::int_text::push_i64(out, (units / TENS[precision]) as i64);
    if precision > 0 {
        out.push('.');
        let mut digits = [b'0'; 9];
        let mut left = units % TENS[precision];
        for digit in digits[..precision].iter_mut().rev() {
            *digit = b'0' + (left % 10) as u8;
            left /= 10;
        }
        out.extend(digits[..precision].iter().map(|&digit| char::from(digit)));
    }
    true
}

fn push_fixed(out: &mut String, x: f64, precision: usize, alternate: bool) {
    if !alternate && push_fixed_simple(out, x, precision) {
        return;
    }
    let exact = precision.min(MOST_DIGITS);
    write!(out, "{x:.exact$}").expect("a String takes all text");
    push_zeros(out, precision - exact);
    if precision == 0 && alternate {
        out.push('.');
    }
}

/// Appends Python's spelling of an exponent: a sign and at least two digits.
fn push_power(out: &mut String, power: i32) {
    let sign = if power < 0 { '-' } else { '+' };
    write!(out, "e{sign}{:02}", power.unsigned_abs()).expect("a String takes all text");
}

/// Appends the digits in Rust's exponent form and cuts its exponent off, which is returned.
fn push_scientific(out: &mut String, x: f64, precision: Option<usize>) -> i32 {
    let start = out.len();
    match precision {
        Some(digits) => write!(out, "{x:.digits$e}"),
        None => write!(out, "{x:e}"),
    }
    .expect("a String takes all text");
    let mark = start + out[start..].rfind('e').expect("the form has an exponent");
    let power = out[mark + 1..].parse().expect("the exponent is a number");
    out.truncate(mark);
    power
}

fn push_exponent(out: &mut String, x: f64, precision: usize, alternate: bool) {
    let exact = precision.min(MOST_DIGITS);
    let power = push_scientific(out, x, Some(exact));
    push_zeros(out, precision - exact);
    if precision == 0 && alternate {
        out.push('.');
    }
    push_power(out, power);
}

fn push_general(out: &mut String, x: f64, precision: usize, alternate: bool, point: bool) {
    let start = out.len();
    let exact = precision.min(MOST_DIGITS);
    let power = push_scientific(out, x, Some(exact - 1));
    // The significant digits, without their point and trailing zeros.
    if out.len() > start + 1 {
        out.remove(start + 1);
    }
    if alternate {
        push_zeros(out, precision - exact);
    } else {
        let kept = out[start..].trim_end_matches('0').len().max(1);
        out.truncate(start + kept);
    }
    // A forced digit after the point needs room for it.
    let limit = i64::try_from(precision).unwrap_or(i64::MAX) - i64::from(point);
    let positional = power >= -4 && i64::from(power) < limit;
    place(out, start, power, positional, alternate, point);
}

fn push_shortest(out: &mut String, x: f64, alternate: bool, point: bool) {
    let start = out.len();
    if x == 0.0 || (1e-4..1e16).contains(&x) {
        // Rust's positional form is the shortest one already.
        write!(out, "{x}").expect("a String takes all text");
        match out[start..].find('.') {
            Some(at) => {
                let places = out.len() - start - at - 1;
                if is_tie(x, places) {
                    let even = format!("{x:.places$}");
                    if even.parse() == Ok(x) {
                        out.replace_range(start.., &even);
                    }
                }
            }
            None if point => out.push_str(".0"),
            None if alternate => out.push('.'),
            None => {}
        }
        return;
    }
    let mut power = push_scientific(out, x, None);
    if out.len() > start + 1 {
        let digits = out.len() - start - 2;
        let places = i32::try_from(digits).expect("at most 17 digits") - power;
        if usize::try_from(places).is_ok_and(|places| is_tie(x, places))
            && format!("{x:.digits$e}").parse() == Ok(x)
        {
            out.truncate(start);
            power = push_scientific(out, x, Some(digits));
        }
        out.remove(start + 1);
    }
    place(out, start, power, false, alternate, false);
}

/// Is `x` just between two decimals of so many places after the point? A float with so many
/// fractional bits has as many decimal places, the last of them a five. Of two shortest
/// spellings that are as near, Rust takes the upper and CPython the even one.
fn is_tie(x: f64, places: usize) -> bool {
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = if exponent == 0 {
        (fraction, 1)
    } else {
        (fraction | 1 << 52, exponent)
    };
    let fractional_bits = 1075 - exponent - i64::from(mantissa.trailing_zeros());
    usize::try_from(fractional_bits) == Ok(places + 1)
}

/// Turns the bare digits from `start` on, whose first stands for ten to `power`, into a number:
/// sets the point, fills with zeros, adds the exponent.
fn place(
    out: &mut String,
    start: usize,
    power: i32,
    positional: bool,
    alternate: bool,
    point: bool,
) {
    let digits = out.len() - start;
    if !positional {
        if digits > 1 || alternate {
            out.insert(start + 1, '.');
        }
        push_power(out, power);
        return;
    }
    match usize::try_from(power) {
        Ok(power) if digits > power + 1 => out.insert(start + power + 1, '.'),
        Ok(power) => {
            push_zeros(out, power + 1 - digits);
            if point {
                out.push_str(".0");
            } else if alternate {
                out.push('.');
            }
        }
        Err(_) => {
            const LEAD: &str = "0.0000";
            let zeros = power.unsigned_abs() as usize - 1;
            out.insert_str(start, &LEAD[..2 + zeros]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_fixed_is_exact() {
        let mut state = 88172645463325252u64;
        for round in 0..200_000u32 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let x = match round % 4 {
                0 => (state % 2_000_000) as f64 / 1000.0,
                1 => (state % 100_000) as f64 / 64.0,
                2 => f64::from_bits(state & !(1 << 63)),
                _ => (state % 1000) as f64 * 0.005,
            };
            let precision = (state >> 40) as usize % 11;
            let mut simple = String::new();
            if push_fixed_simple(&mut simple, x, precision) {
                assert_eq!(simple, format!("{x:.precision$}"), "{x:?} {precision}");
            }
        }
    }

    fn text(x: f64, kind: FloatKind, precision: usize, alternate: bool) -> String {
        let mut out = String::from(">");
        push_magnitude(&mut out, x, kind, precision, alternate);
        out.split_off(1)
    }

    // Expected values recorded from CPython 3.11.
    #[test]
    fn fixed_and_exponent() {
        assert_eq!(text(2.675, FloatKind::Fixed, 2, false), "2.67");
        assert_eq!(text(0.5, FloatKind::Fixed, 0, false), "0");
        assert_eq!(text(2.5, FloatKind::Fixed, 0, true), "2.");
        assert_eq!(text(0.125, FloatKind::Fixed, 2, false), "0.12");
        assert_eq!(
            text(1e23, FloatKind::Fixed, 1, false),
            "99999999999999991611392.0"
        );
        assert_eq!(text(12345.0, FloatKind::Exponent, 2, false), "1.23e+04");
        assert_eq!(text(1e-300, FloatKind::Exponent, 0, true), "1.e-300");
        assert_eq!(text(0.0, FloatKind::Exponent, 1, false), "0.0e+00");
        assert_eq!(text(5e-324, FloatKind::Fixed, 2000, false).len(), 2002);
        assert_eq!(
            text(5e-324, FloatKind::Fixed, 100_000, false).len(),
            100_002
        );
    }

    #[test]
    fn shortest_ties_go_to_even() {
        for (x, result) in [
            (-2101866914768690.0 - 0.25, "2101866914768690.2"),
            (99851383544621.0 + 0.125, "99851383544621.12"),
            (99851383544621.0 + 0.375, "99851383544621.38"),
            (13.0 + 0.3972930908203125, "13.397293090820312"),
            (0.5, "0.5"),
            (6.103515625e-05, "6.103515625e-05"),
        ] {
            assert_eq!(text(x, FloatKind::Repr, 0, false), result);
        }
    }

    #[test]
    fn general() {
        assert_eq!(text(0.0001, FloatKind::General, 6, false), "0.0001");
        assert_eq!(text(0.00001, FloatKind::General, 6, false), "1e-05");
        assert_eq!(text(123456.0, FloatKind::General, 6, false), "123456");
        assert_eq!(text(1234567.0, FloatKind::General, 6, false), "1.23457e+06");
        assert_eq!(text(999999.5, FloatKind::General, 6, false), "1e+06");
        assert_eq!(text(100.0, FloatKind::General, 6, true), "100.000");
        assert_eq!(text(0.0, FloatKind::General, 0, false), "0");
        assert_eq!(text(10.0, FloatKind::GeneralPoint, 2, false), "1e+01");
        assert_eq!(text(10.0, FloatKind::GeneralPoint, 3, false), "10.0");
        assert_eq!(text(1.0, FloatKind::General, 1, true), "1.");
    }
}
