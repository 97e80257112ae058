//! Floats as text and back: `repr`, `float(text)`, `round(x, n)`.

use num_bigint::BigUint;
use num_integer::Integer;

use super::classes;
use super::error::FormatError;
use super::float_format::{FloatKind, push_magnitude};
use super::quote;

/// Appends `repr(x)`: the shortest text that reads back as `x`.
pub(crate) fn push_repr(out: &mut String, x: f64) {
    // Whole numbers are frequent and cheap.
    if x.fract() == 0.0 && x.abs() < 1e15 && (x != 0.0 || x.is_sign_positive()) {
        super::int_text::push_i64(out, x as i64);
        out.push_str(".0");
        return;
    }
    if x.is_sign_negative() && !x.is_nan() {
        out.push('-');
    }
    push_magnitude(out, x, FloatKind::Repr, 0, false);
}

/// Appends `repr(complex(re, im))`: `(1+2j)`, or `2j` if the real part is a positive zero.
pub(crate) fn push_complex_repr(out: &mut String, re: f64, im: f64) {
    let bare = re == 0.0 && re.is_sign_positive();
    if !bare {
        out.push('(');
        push_signed(out, re, false);
    }
    push_signed(out, im, !bare);
    out.push('j');
    if !bare {
        out.push(')');
    }
}

fn push_signed(out: &mut String, x: f64, plus: bool) {
    if x.is_sign_negative() && !x.is_nan() {
        out.push('-');
    } else if plus {
        out.push('+');
    }
    push_magnitude(out, x, FloatKind::ReprBare, 0, false);
}

/// Reads the text of `float(text)`: surrounding white space, a sign, underscores between
/// digits, decimal digits of every script, `inf`, `infinity` and `nan` in any case.
///
/// # Errors
/// ValueError `could not convert string to float: 'x'`.
pub(crate) fn parse_float(text: &str) -> Result<f64, FormatError> {
    let found = if text.is_ascii() {
        parse_ascii(text.as_bytes())
    } else {
        let plain: Option<String> = text.chars().map(to_ascii).collect();
        plain.and_then(|plain| parse_ascii(plain.as_bytes()))
    };
    found.ok_or_else(|| not_a_float(&quote::repr(text)))
}

/// Reads the text of `float(bytes)`.
///
/// # Errors
/// As [`parse_float`].
pub(crate) fn parse_float_bytes(bytes: &[u8]) -> Result<f64, FormatError> {
    parse_ascii(bytes).ok_or_else(|| {
        let mut repr = String::new();
        quote::push_bytes_repr(&mut repr, bytes);
        not_a_float(&repr)
    })
}

fn not_a_float(repr: &str) -> FormatError {
    FormatError::value(format!("could not convert string to float: {repr}"))
}

/// The ASCII character that stands for `c` in a number.
pub(super) fn to_ascii(c: char) -> Option<char> {
    if c.is_ascii() {
        Some(c)
    } else if classes::is_space(c) {
        Some(' ')
    } else {
        classes::decimal_value(c).map(|value| (b'0' + value) as char)
    }
}

/// Cuts white space off both ends; the separators 0x1c to 0x1f are none here.
pub(super) fn trim(mut bytes: &[u8]) -> &[u8] {
    while let [first, rest @ ..] = bytes
        && classes::is_space_byte(*first)
    {
        bytes = rest;
    }
    while let [rest @ .., last] = bytes
        && classes::is_space_byte(*last)
    {
        bytes = rest;
    }
    bytes
}

fn parse_ascii(bytes: &[u8]) -> Option<f64> {
    let bytes = trim(bytes);
    if !bytes.contains(&b'_') {
        // Rust reads what Python reads, in the same words and with the same rounding.
        return std::str::from_utf8(bytes).ok()?.parse().ok();
    }
    let digit = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    let mut plain = String::with_capacity(bytes.len());
    for (at, &b) in bytes.iter().enumerate() {
        if b != b'_' {
            plain.push(b as char);
        } else if !digit(at.checked_sub(1)) || !digit(Some(at + 1)) {
            return None;
        }
    }
    plain.parse().ok()
}

/// `round(x, digits)`: the float nearest to `x` rounded, half to even, at that decimal place.
///
/// # Errors
/// OverflowError `rounded value too large to represent`.
pub(crate) fn round(x: f64, digits: i64) -> Result<f64, FormatError> {
    // Beyond these places the answer is `x` itself, or a zero.
    const MOST: i64 = 323;
    const LEAST: i64 = -308;
    if !x.is_finite() || x == 0.0 || digits > MOST {
        return Ok(x);
    }
    if digits < LEAST {
        return Ok(0.0 * x);
    }
    let rounded = match usize::try_from(digits) {
        // Every float this large is whole.
        Ok(_) if x.abs() >= 4503599627370496.0 => return Ok(x),
        Ok(places) => format!("{x:.places$}"),
        Err(_) => round_left(x, digits.unsigned_abs()),
    };
    let value: f64 = rounded.parse().expect("digits make a float");
    if value.is_infinite() {
        return Err(FormatError::overflow(
            "rounded value too large to represent",
        ));
    }
    Ok(value)
}

/// The decimal text of `x` rounded to a multiple of ten to `places`.
fn round_left(x: f64, places: u64) -> String {
    let magnitude = x.abs();
    let places = u32::try_from(places).expect("at most 308 places");
    let unit = BigUint::from(10u32).pow(places);
    let (quotient, rest) = float_to_biguint(magnitude.trunc()).div_rem(&unit);
    let up = match (rest * 2u32).cmp(&unit) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => magnitude.fract() > 0.0 || quotient.is_odd(),
        std::cmp::Ordering::Greater => true,
    };
    let rounded = (quotient + u32::from(up)) * unit;
    format!("{}{rounded}", if x < 0.0 { "-" } else { "" })
}

/// The exact value of a whole, finite, non-negative float.
fn float_to_biguint(x: f64) -> BigUint {
    let bits = x.to_bits();
    let power = (bits >> 52 & 0x7ff) as i64 - 1075;
    let mantissa = bits & ((1 << 52) - 1) | 1 << 52;
    if x == 0.0 {
        BigUint::ZERO
    } else if power < 0 {
        BigUint::from(mantissa >> -power)
    } else {
        BigUint::from(mantissa) << power
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repr(x: f64) -> String {
        let mut out = String::new();
        push_repr(&mut out, x);
        out
    }

    // Expected values recorded from CPython 3.11.
    #[test]
    fn reprs() {
        for (x, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (-17.0, "-17.0"),
            (0.1, "0.1"),
            (1e15, "1000000000000000.0"),
            (1e16, "1e+16"),
            (1.5e16, "1.5e+16"),
            (9999999999999998.0, "9999999999999998.0"),
            (0.0001, "0.0001"),
            (0.00012345, "0.00012345"),
            (0.00001, "1e-05"),
            (1e100, "1e+100"),
            (5e-324, "5e-324"),
            (1.7976931348623157e308, "1.7976931348623157e+308"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
            (f64::NAN, "nan"),
            (-f64::NAN, "nan"),
        ] {
            assert_eq!(repr(x), text);
        }
    }

    #[test]
    fn complex() {
        let repr = |re, im| {
            let mut out = String::new();
            push_complex_repr(&mut out, re, im);
            out
        };
        assert_eq!(repr(0.0, 2.0), "2j");
        assert_eq!(repr(-0.0, 2.5), "(-0+2.5j)");
        assert_eq!(repr(1.0, -0.0), "(1-0j)");
        assert_eq!(repr(1e20, f64::NAN), "(1e+20+nanj)");
    }

    #[test]
    fn reads() {
        for (text, value) in [
            (" 1_0.5e-1_0 ", 10.5e-10),
            ("\t.5\n", 0.5),
            ("+5.", 5.0),
            ("-Infinity", f64::NEG_INFINITY),
            ("1e999", f64::INFINITY),
            ("\u{2003}\u{661}\u{662}.5", 12.5),
        ] {
            assert_eq!(parse_float(text), Ok(value), "{text}");
        }
        for text in [
            "", " ", ".", "1_", "_1", "1__0", "1_.5", "1e", "0x1", "1 2", "\u{1c}1", "in", "1._5",
        ] {
            let message = format!("could not convert string to float: {}", quote::repr(text));
            assert_eq!(parse_float(text), Err(FormatError::value(message)));
        }
        assert_eq!(
            parse_float_bytes(b"x\xff").unwrap_err().message,
            "could not convert string to float: b'x\\xff'"
        );
    }

    #[test]
    fn rounds() {
        for (x, digits, value) in [
            (2.675, 2, 2.67),
            (0.5, 0, 0.0),
            (1.5, 0, 2.0),
            (-2.5, 0, -2.0),
            (1234567.0, -3, 1235000.0),
            (25.0, -1, 20.0),
            (25.000001, -1, 30.0),
            (35.0, -1, 40.0),
            (5e22, -23, 0.0),
            (1e23, -23, 1e23),
            (1.5, 400, 1.5),
            (1.5, -400, 0.0),
        ] {
            assert_eq!(round(x, digits), Ok(value), "{x} {digits}");
        }
        assert!(round(-0.4, 0).is_ok_and(|zero| zero.is_sign_negative()));
        assert_eq!(
            round(1.7e308, -308).unwrap_err().message,
            "rounded value too large to represent"
        );
    }
}
