//! Floats in hexadecimal: `float.hex` and `float.fromhex`.

use std::fmt::Write;

use super::error::FormatError;
use super::float_repr::trim;

/// Appends `x.hex()`.
pub(crate) fn push_hex(out: &mut String, x: f64) {
    if x.is_nan() {
        out.push_str("nan");
        return;
    }
    if x.is_sign_negative() {
        out.push('-');
    }
    if x.is_infinite() {
        out.push_str("inf");
        return;
    }
    if x == 0.0 {
        out.push_str("0x0.0p+0");
        return;
    }
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (lead, power) = if exponent == 0 {
        (0, -1022)
    } else {
        (1, exponent - 1023)
    };
    write!(out, "0x{lead}.{fraction:013x}p{power:+}").expect("a String takes all text");
}

/// `float.fromhex(text)`, rounded half to even.
///
/// # Errors
/// ValueError `invalid hexadecimal floating-point string`; OverflowError
/// `hexadecimal value too large to represent as a float`.
pub(crate) fn from_hex(text: &str) -> Result<f64, FormatError> {
    let invalid = || FormatError::value("invalid hexadecimal floating-point string");
    let mut rest = trim(text.as_bytes());
    let negative = rest.first() == Some(&b'-');
    if let [b'+' | b'-', after @ ..] = rest {
        rest = after;
    }
    let lower = rest.to_ascii_lowercase();
    let magnitude = match lower.as_slice() {
        b"inf" | b"infinity" => f64::INFINITY,
        b"nan" => f64::NAN,
        digits => {
            let digits = digits.strip_prefix(b"0x").unwrap_or(digits);
            let (number, garbage) = read(digits).ok_or_else(invalid)?;
            let float = number.to_float().ok_or_else(|| {
                FormatError::overflow("hexadecimal value too large to represent as a float")
            })?;
            // The size is complained about before what follows the number.
            if garbage {
                return Err(invalid());
            }
            float
        }
    };
    Ok(if negative { -magnitude } else { magnitude })
}

/// `mantissa * 2**power`, and whether anything below the mantissa was cut off.
struct Binary {
    mantissa: u64,
    power: i64,
    sticky: bool,
}

/// Reads a number without sign and prefix, and whether something else follows it.
fn read(bytes: &[u8]) -> Option<(Binary, bool)> {
    let mut number = Binary {
        mantissa: 0,
        power: 0,
        sticky: false,
    };
    let (mut point, mut digits, mut at) = (false, false, 0);
    while let Some(&b) = bytes.get(at) {
        if b == b'.' && !point {
            point = true;
        } else if let Some(digit) = (b as char).to_digit(16) {
            digits = true;
            if number.mantissa >> 60 == 0 {
                number.mantissa = number.mantissa << 4 | u64::from(digit);
            } else {
                number.sticky |= digit != 0;
                number.power += 4;
            }
            if point {
                number.power -= 4;
            }
        } else {
            break;
        }
        at += 1;
    }
    if !digits {
        return None;
    }
    let mut rest = &bytes[at..];
    if let [b'p', exponent @ ..] = rest {
        let (negative, exponent) = match exponent {
            [b'-', exponent @ ..] => (true, exponent),
            [b'+', exponent @ ..] => (false, exponent),
            exponent => (false, exponent),
        };
        let length = exponent.iter().take_while(|b| b.is_ascii_digit()).count();
        if length == 0 {
            return None;
        }
        let size = exponent[..length].iter().fold(0i64, |sum, b| {
            // Far beyond what any text of hex digits can balance.
            (sum * 10 + i64::from(b - b'0')).min(1 << 56)
        });
        number.power += if negative { -size } else { size };
        rest = &exponent[length..];
    }
    Some((number, !rest.is_empty()))
}

impl Binary {
    /// The nearest float; `None` if it is too large.
    fn to_float(&self) -> Option<f64> {
        if self.mantissa == 0 {
            return Some(0.0);
        }
        let width = 64 - i64::from(self.mantissa.leading_zeros());
        // The power of the last bit that the float keeps.
        let last = (self.power + width - 53).max(-1074);
        let drop = last - self.power;
        let kept = if drop <= 0 {
            // At most 53 bits are there: all fit.
            self.mantissa << -drop
        } else if drop > 64 {
            0
        } else {
            let whole = u128::from(self.mantissa);
            let low = whole & ((1 << drop) - 1);
            let half = 1u128 << (drop - 1);
            let kept = (whole >> drop) as u64;
            let up = low > half || low == half && (self.sticky || kept & 1 == 1);
            kept + u64::from(up)
        };
        if last > 971 || last == 971 && kept >> 53 != 0 {
            return None;
        }
        // `kept` has at most 53 bits, or is the power of two just above.
        let scaled = kept as f64;
        Some(if last < -1022 {
            scaled * f64::from_bits(1) * 2f64.powi((last + 1074) as i32)
        } else {
            scaled * 2f64.powi(last as i32)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(x: f64) -> String {
        let mut out = String::new();
        push_hex(&mut out, x);
        out
    }

    // Expected values recorded from CPython 3.11.
    #[test]
    fn writes() {
        assert_eq!(hex(1.5), "0x1.8000000000000p+0");
        assert_eq!(hex(-0.1), "-0x1.999999999999ap-4");
        assert_eq!(hex(5e-324), "0x0.0000000000001p-1022");
        assert_eq!(hex(-0.0), "-0x0.0p+0");
        assert_eq!(hex(f64::NEG_INFINITY), "-inf");
    }

    #[test]
    fn reads() {
        for (text, value) in [
            (" 0x1.8p+1\n", 3.0),
            ("-1.", -1.0),
            (".8", 0.5),
            ("0x.1p4", 1.0),
            ("ABC", 2748.0),
            ("0x1.fffffffffffff7p0", 1.9999999999999998),
            ("0x1.fffffffffffff8p0", 2.0),
            ("0x1.00000000000008p0", 1.0),
            ("0x1.000000000000080000000000001p0", 1.0000000000000002),
            ("0x1p-1075", 0.0),
            ("0x1.8p-1075", 5e-324),
            ("0x1p-99999999999999999999", 0.0),
            ("0x0p99999999999999999999", 0.0),
            ("0x1.fffffffffffffp1023", f64::MAX),
            ("-infinity", f64::NEG_INFINITY),
        ] {
            assert_eq!(from_hex(text), Ok(value), "{text}");
        }
        for text in [
            "", "0x", "p1", "1p", "0x1.p+", "1.2.3", "1 2", "x1", "é", "--1",
        ] {
            assert_eq!(
                from_hex(text).unwrap_err().message,
                "invalid hexadecimal floating-point string"
            );
        }
        for text in ["0x1p1024", "0x1.fffffffffffff8p1023", "1p99999999999999999"] {
            assert_eq!(
                from_hex(text).unwrap_err().message,
                "hexadecimal value too large to represent as a float"
            );
        }
    }
}
