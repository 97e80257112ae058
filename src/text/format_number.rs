//! `format(number, spec)` for integers, floats and complex numbers.

use super::error::FormatError;
use super::float_format::{FloatKind, push_magnitude};
use super::format_spec::{Align, Grouping, Sign, Spec, Target};
use super::format_str::pad_tail;
use super::int_text::{self, IntArg, Radix};

/// The most digits after the point that CPython takes.
const MOST_PRECISION: usize = i32::MAX as usize;

/// Appends `format(n, spec)`; decimal texts above `limit` digits are refused, 0 is no limit.
///
/// # Errors
/// ValueError where the spec asks for what integers do not know or there are too many digits;
/// OverflowError for a number too large for `c` or for the float types.
pub(crate) fn format_int(
    out: &mut String,
    n: IntArg<'_>,
    spec: &Spec,
    type_name: &str,
    limit: usize,
) -> Result<(), FormatError> {
    if spec.is_plain(Target::Int) {
        return int_text::push_int(out, n, limit);
    }
    let radix = match spec.kind {
        'd' | 'n' => Radix::Decimal,
        'b' => Radix::Binary,
        'o' => Radix::Octal,
        'x' => Radix::Hex,
        'X' => Radix::UpperHex,
        'c' => return format_char(out, n, spec),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => {
            return format_float(out, n.to_float()?, spec, type_name);
        }
        _ => return Err(spec.unknown_kind(type_name)),
    };
    check_int(spec)?;
    let start = out.len();
    push_sign(out, n.is_negative(), spec.sign);
    if spec.alternate {
        out.push_str(radix.prefix());
    }
    let digits = out.len();
    if let Err(error) = int_text::push_digits(out, n, radix, limit) {
        out.truncate(start);
        return Err(error);
    }
    let size = if radix == Radix::Decimal { 3 } else { 4 };
    let end = out.len();
    finish(out, start, digits, end, size, spec);
    Ok(())
}

fn check_int(spec: &Spec) -> Result<(), FormatError> {
    if spec.precision.is_some() {
        return Err(FormatError::value(
            "Precision not allowed in integer format specifier",
        ));
    }
    if spec.plain_zero {
        return Err(FormatError::value(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    Ok(())
}

fn format_char(out: &mut String, n: IntArg<'_>, spec: &Spec) -> Result<(), FormatError> {
    check_int(spec)?;
    if spec.sign != Sign::Unset {
        return Err(FormatError::value(
            "Sign not allowed with integer format specifier 'c'",
        ));
    }
    if spec.alternate {
        return Err(FormatError::value(
            "Alternate form (#) not allowed with integer format specifier 'c'",
        ));
    }
    if matches!(n, IntArg::Big(_)) {
        return Err(FormatError::overflow(
            "Python int too large to convert to C long",
        ));
    }
    let start = out.len();
    out.push(n.to_char()?);
    pad_tail(out, start, 1, start, spec);
    Ok(())
}

/// Appends `format(x, spec)`.
///
/// # Errors
/// ValueError for a type that floats do not know and for `precision too big`.
pub(crate) fn format_float(
    out: &mut String,
    x: f64,
    spec: &Spec,
    type_name: &str,
) -> Result<(), FormatError> {
    if spec.is_plain(Target::Float) {
        super::float_repr::push_repr(out, x);
        return Ok(());
    }
    let (kind, precision) = float_kind(spec, FloatKind::Repr, FloatKind::GeneralPoint)
        .ok_or_else(|| spec.unknown_kind(type_name))?;
    check_precision(precision)?;
    let start = out.len();
    let percent = spec.kind == '%';
    let x = if percent { x * 100.0 } else { x };
    let (digits, end) = push_float(out, x, kind, precision, spec.sign, spec);
    if percent {
        out.push('%');
    }
    finish(out, start, digits, end, 3, spec);
    Ok(())
}

fn check_precision(precision: usize) -> Result<(), FormatError> {
    if precision > MOST_PRECISION {
        return Err(FormatError::value("precision too big"));
    }
    Ok(())
}

/// What a spec's type letter and precision ask for. `bare` and `cut` are what no letter means,
/// without and with a precision.
fn float_kind(spec: &Spec, bare: FloatKind, cut: FloatKind) -> Option<(FloatKind, usize)> {
    let precision = spec.precision.unwrap_or(6);
    Some(match spec.kind {
        'f' | 'F' | '%' => (FloatKind::Fixed, precision),
        'e' | 'E' => (FloatKind::Exponent, precision),
        'g' | 'G' | 'n' => (FloatKind::General, precision),
        '\0' => match spec.precision {
            Some(precision) => (cut, precision),
            None => (bare, 0),
        },
        _ => return None,
    })
}

/// Appends sign and magnitude; gives the range of the digits before the point.
fn push_float(
    out: &mut String,
    x: f64,
    kind: FloatKind,
    precision: usize,
    sign: Sign,
    spec: &Spec,
) -> (usize, usize) {
    let start = out.len();
    let negative = x.is_sign_negative() && !x.is_nan();
    push_sign(out, negative, sign);
    let mut digits = out.len();
    push_magnitude(out, x, kind, precision, spec.alternate);
    if negative && spec.plain_zero && is_zero(&out[digits..]) {
        out.replace_range(start..digits, "");
        let body = out.split_off(start);
        push_sign(out, false, sign);
        digits = out.len();
        out.push_str(&body);
    }
    if matches!(spec.kind, 'E' | 'F' | 'G') {
        out[digits..].make_ascii_uppercase();
    }
    let whole = out.as_bytes()[digits..]
        .iter()
        .take_while(|b| b.is_ascii_digit());
    let end = digits + whole.count();
    (digits, end)
}

/// Are all digits before the exponent zeros?
fn is_zero(magnitude: &str) -> bool {
    let digits = magnitude.split('e').next().unwrap_or_default();
    digits.bytes().all(|b| b == b'0' || b == b'.')
}

fn push_sign(out: &mut String, negative: bool, sign: Sign) {
    if negative {
        out.push('-');
    } else {
        match sign {
            Sign::Plus => out.push('+'),
            Sign::Space => out.push(' '),
            Sign::Unset | Sign::Minus => {}
        }
    }
}

/// Groups the digits `out[digits..end]` in `size` and pads the number `out[start..]`.
fn finish(out: &mut String, start: usize, digits: usize, end: usize, size: usize, spec: &Spec) {
    let separator = match spec.grouping {
        Grouping::None => None,
        Grouping::Comma => Some(','),
        Grouping::Underscore => Some('_'),
    };
    if let Some(separator) = separator
        && end > digits
    {
        // Zeros that fill are grouped with the digits.
        let zeros = spec.fill == '0' && spec.align == Align::AfterSign;
        let others = out.len() - start - (end - digits);
        let width = if zeros {
            spec.width.saturating_sub(others)
        } else {
            0
        };
        int_text::group(out, digits, end, separator, size, width);
    }
    let chars = out.len() - start;
    pad_tail(out, start, chars, digits, spec);
}

/// Appends `format(complex(re, im), spec)`.
///
/// # Errors
/// ValueError where the spec asks for what complex numbers do not know.
pub(crate) fn format_complex(
    out: &mut String,
    re: f64,
    im: f64,
    spec: &Spec,
    type_name: &str,
) -> Result<(), FormatError> {
    if spec.is_plain(Target::Complex) {
        super::float_repr::push_complex_repr(out, re, im);
        return Ok(());
    }
    let (kind, precision) = float_kind(spec, FloatKind::ReprBare, FloatKind::General)
        .filter(|_| spec.kind != '%')
        .ok_or_else(|| spec.unknown_kind(type_name))?;
    if spec.fill == '0' {
        return Err(FormatError::value(
            "Zero padding is not allowed in complex format specifier",
        ));
    }
    if spec.align == Align::AfterSign {
        return Err(FormatError::value(
            "'=' alignment flag is not allowed in complex format specifier",
        ));
    }
    check_precision(precision)?;
    // Without a type letter it looks like `repr`: parentheses, or the imaginary part alone.
    let like_repr = spec.kind == '\0';
    let bare = like_repr && re == 0.0 && re.is_sign_positive();
    let parts = Spec { width: 0, ..*spec };
    let start = out.len();
    if like_repr && !bare {
        out.push('(');
    }
    let mut sign = spec.sign;
    if !bare {
        let from = out.len();
        let (digits, end) = push_float(out, re, kind, precision, sign, spec);
        finish(out, from, digits, end, 3, &parts);
        sign = Sign::Plus;
    }
    let from = out.len();
    let (digits, end) = push_float(out, im, kind, precision, sign, spec);
    finish(out, from, digits, end, 3, &parts);
    out.push('j');
    if like_repr && !bare {
        out.push(')');
    }
    let chars = out.len() - start;
    pad_tail(out, start, chars, start, spec);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigInt;

    fn collect(
        write: impl FnOnce(&mut String) -> Result<(), FormatError>,
    ) -> Result<String, String> {
        let mut out = String::from(">");
        match write(&mut out) {
            Ok(()) => Ok(out.split_off(1)),
            Err(error) => Err(error.message.into_owned()),
        }
    }

    fn int(n: i64, spec: &str) -> Result<String, String> {
        collect(|out| {
            let spec = Spec::parse(spec, Target::Int, "int")?;
            format_int(out, IntArg::Small(n), &spec, "int", 4300)
        })
    }

    fn float(x: f64, spec: &str) -> Result<String, String> {
        collect(|out| {
            let spec = Spec::parse(spec, Target::Float, "float")?;
            format_float(out, x, &spec, "float")
        })
    }

    fn complex(re: f64, im: f64, spec: &str) -> Result<String, String> {
        collect(|out| {
            let spec = Spec::parse(spec, Target::Complex, "complex")?;
            format_complex(out, re, im, &spec, "complex")
        })
    }

    // Expected values recorded from CPython 3.11.
    #[test]
    fn ints() {
        for (n, spec, result) in [
            (42, "", "42"),
            (42, "05d", "00042"),
            (-42, "05", "-0042"),
            (42, "<5", "42   "),
            (42, "^5", " 42  "),
            (42, "+", "+42"),
            (1234567, ",", "1,234,567"),
            (123456, "_x", "1_e240"),
            (123456, "#020_b", "0b1_1110_0010_0100_0000"),
            (255, "#X", "0XFF"),
            (-255, "#010x", "-0x00000ff"),
            (5, "*=+10,", "+********5"),
            (1234, "010,", "00,001,234"),
            (65, "c", "A"),
            (8364, "3c", "  €"),
            (3, ".2f", "3.00"),
            (1, "%", "100.000000%"),
            (7, "n", "7"),
        ] {
            assert_eq!(int(n, spec).as_deref(), Ok(result), "{n} {spec}");
        }
        let big = -(BigInt::from(10).pow(20));
        let spec = Spec::parse("030,", Target::Int, "int").expect("valid");
        let text = collect(|out| format_int(out, IntArg::Big(&big), &spec, "int", 0));
        assert_eq!(text.as_deref(), Ok("-0,100,000,000,000,000,000,000"));
    }

    #[test]
    fn int_error_words() {
        for (spec, words) in [
            (".2d", "Precision not allowed in integer format specifier"),
            (
                "z",
                "Negative zero coercion (z) not allowed in integer format specifier",
            ),
            ("+c", "Sign not allowed with integer format specifier 'c'"),
            (
                "#c",
                "Alternate form (#) not allowed with integer format specifier 'c'",
            ),
            ("s", "Unknown format code 's' for object of type 'int'"),
            ("c", "%c arg not in range(0x110000)"),
        ] {
            assert_eq!(int(-1, spec), Err(words.to_owned()));
        }
        let big = BigInt::from(10).pow(400);
        let spec = Spec::parse("f", Target::Int, "int").expect("valid");
        let error = collect(|out| format_int(out, IntArg::Big(&big), &spec, "int", 0));
        assert_eq!(error, Err("int too large to convert to float".to_owned()));
    }

    #[test]
    fn floats() {
        for (x, spec, result) in [
            (1234.5, "", "1234.5"),
            (2.675, ".2f", "2.67"),
            (1234567.891, ",.2f", "1,234,567.89"),
            (12345.678, "012,.2f", "0,012,345.68"),
            (f64::INFINITY, "012,.2f", "000000000inf"),
            (f64::NEG_INFINITY, "F", "-INF"),
            (f64::NAN, "+", "+nan"),
            (-0.0001, "z.2f", "0.00"),
            (-0.0001, "+z.2f", "+0.00"),
            (-0.0001, ".2f", "-0.00"),
            (0.256, ".1%", "25.6%"),
            (1e20, ",", "1e+20"),
            (1e20, "#", "1.e+20"),
            (10.0, ".2", "1e+01"),
            (10.0, "g", "10"),
            (10.0, "#g", "10.0000"),
            (1e-10, "G", "1E-10"),
            (3.0, "e", "3.000000e+00"),
            (3.7, "x>+8.1f", "xxxx+3.7"),
            (5.0, "n", "5"),
            (-1.5, "=8", "-    1.5"),
        ] {
            assert_eq!(float(x, spec).as_deref(), Ok(result), "{x} {spec}");
        }
        assert_eq!(
            float(1.0, "d"),
            Err("Unknown format code 'd' for object of type 'float'".to_owned())
        );
        assert_eq!(
            float(1.0, ".9999999999"),
            Err("precision too big".to_owned())
        );
    }

    #[test]
    fn complexes() {
        for (spec, result) in [
            ("", "(1234.5+2j)"),
            (".2", "(1.2e+03+2j)"),
            ("+", "(+1234.5+2j)"),
            ("#", "(1234.5+2.j)"),
            (",.3f", "1,234.500+2.000j"),
            ("x>020.2f", "xxxxxxx1234.50+2.00j"),
        ] {
            assert_eq!(complex(1234.5, 2.0, spec).as_deref(), Ok(result), "{spec}");
        }
        assert_eq!(complex(0.0, 2.0, "5").as_deref(), Ok("   2j"));
        for (spec, words) in [
            (
                "05",
                "Zero padding is not allowed in complex format specifier",
            ),
            (
                "=5",
                "'=' alignment flag is not allowed in complex format specifier",
            ),
            ("%", "Unknown format code '%' for object of type 'complex'"),
        ] {
            assert_eq!(complex(1.0, 2.0, spec), Err(words.to_owned()));
        }
    }
}
