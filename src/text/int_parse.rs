//! `int(text, base)`.

use num_bigint::{BigInt, BigUint, Sign};

use super::error::FormatError;
use super::float_repr::{to_ascii, trim};
use super::quote;

/// An integer as read: a machine integer whenever it fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum IntValue {
    Small(i64),
    Big(BigInt),
}

/// Reads the text of `int(text, base)`. The base is 2 to 36, or 0 to go by the prefix; decimal
/// digits of every script count. More than `limit` digits are refused unless the base is a
/// power of two; a limit of 0 is none.
///
/// # Errors
/// ValueError: `int() base must be >= 2 and <= 36, or 0`,
/// `invalid literal for int() with base 10: 'x'`, `Exceeds the limit (4300 digits) ...`.
pub(crate) fn parse_int(text: &str, base: i64, limit: usize) -> Result<IntValue, FormatError> {
    if text.is_ascii() {
        parse(text.as_bytes(), base, limit, || quote::repr(text))
    } else {
        // What stands for nothing becomes a character that is in no number.
        let plain: String = text.chars().map(|c| to_ascii(c).unwrap_or('?')).collect();
        parse(plain.as_bytes(), base, limit, || quote::repr(text))
    }
}

/// Reads the text of `int(bytes, base)`.
///
/// # Errors
/// As [`parse_int`].
pub(crate) fn parse_int_bytes(
    bytes: &[u8],
    base: i64,
    limit: usize,
) -> Result<IntValue, FormatError> {
    parse(bytes, base, limit, || {
        let mut repr = String::new();
        quote::push_bytes_repr(&mut repr, bytes);
        repr
    })
}

fn parse(
    bytes: &[u8],
    base: i64,
    limit: usize,
    repr: impl FnOnce() -> String,
) -> Result<IntValue, FormatError> {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(FormatError::value(
            "int() base must be >= 2 and <= 36, or 0",
        ));
    }
    let found = read(trim(bytes), base as u32, limit)?;
    found.ok_or_else(|| {
        // CPython shows the first 200 characters.
        let repr: String = repr().chars().take(200).collect();
        FormatError::value(format!(
            "invalid literal for int() with base {base}: {repr}"
        ))
    })
}

/// Reads sign, prefix and digits; `None` if they are no integer.
fn read(bytes: &[u8], base: u32, limit: usize) -> Result<Option<IntValue>, FormatError> {
    let (negative, mut rest) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    if base == 10
        && let Some(value) = read_short(rest)
    {
        return Ok(Some(IntValue::Small(if negative { -value } else { value })));
    }
    let named = match rest {
        [b'0', b'x' | b'X', ..] => Some(16),
        [b'0', b'o' | b'O', ..] => Some(8),
        [b'0', b'b' | b'B', ..] => Some(2),
        _ => None,
    };
    let mut radix = base;
    if base == 0 {
        radix = named.unwrap_or(10);
    }
    if named == Some(radix) {
        rest = &rest[2..];
        if let [b'_', after @ ..] = rest {
            rest = after;
        }
    }
    // Without a prefix, base 0 reads a leading zero only if all is zero.
    let zeros_only = base == 0 && named.is_none() && rest.first() == Some(&b'0');
    let mut digits = Vec::with_capacity(rest.len());
    let mut after_digit = false;
    let mut valid = true;
    for &b in rest {
        if b == b'_' && after_digit {
            after_digit = false;
            continue;
        }
        match (b as char).to_digit(36).filter(|&digit| digit < radix) {
            Some(digit) => digits.push(digit as u8),
            None => {
                valid = false;
                break;
            }
        }
        after_digit = true;
    }
    if limit > 0 && digits.len() > limit && !radix.is_power_of_two() {
        return Err(FormatError::value(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion: value has {} \
             digits; use sys.set_int_max_str_digits() to increase the limit",
            digits.len()
        )));
    }
    // A digit comes last, so there is at least one and no underscore hangs loose.
    if !valid || !after_digit || zeros_only && digits.iter().any(|&digit| digit != 0) {
        return Ok(None);
    }
    let magnitude = if radix == 10 && digits.len() <= SHORT_DIGITS {
        short_magnitude(&digits)
    } else {
        BigUint::from_radix_be(&digits, radix).expect("every digit is below the base")
    };
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    let big = BigInt::from_biguint(sign, magnitude);
    Ok(Some(match i64::try_from(&big) {
        Ok(small) => IntValue::Small(small),
        Err(_) => IntValue::Big(big),
    }))
}

/// Up to so many decimal digits are read a word after the other.
const SHORT_DIGITS: usize = 600;

/// The number of these decimal digits: those of a half word are multiplied in at once.
fn short_magnitude(digits: &[u8]) -> BigUint {
    let mut words: Vec<u32> = Vec::with_capacity(digits.len() / 9 + 1);
    for part in digits.chunks(9) {
        let mut carry = 0u64;
        let mut scale = 1u64;
        for &digit in part {
            carry = carry * 10 + u64::from(digit);
            scale *= 10;
        }
        for word in &mut words {
            let sum = u64::from(*word) * scale + carry;
            *word = sum as u32;
            carry = sum >> 32;
        }
        if carry > 0 {
            words.push(carry as u32);
        }
    }
    BigUint::new(words)
}

/// Plain decimal digits that surely fit a machine integer.
fn read_short(bytes: &[u8]) -> Option<i64> {
    if bytes.is_empty() || bytes.len() > 18 {
        return None;
    }
    let mut value = 0;
    for &b in bytes {
        if !b.is_ascii_digit() {
            return None;
        }
        value = value * 10 + i64::from(b - b'0');
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small(text: &str, base: i64) -> Option<i64> {
        match parse_int(text, base, 4300) {
            Ok(IntValue::Small(n)) => Some(n),
            _ => None,
        }
    }

    // Expected values recorded from CPython 3.11.
    #[test]
    fn reads() {
        for (text, base, value) in [
            (" -12\n", 10, -12),
            ("+1_000", 10, 1000),
            ("0x_ff", 16, 255),
            ("ff", 16, 255),
            ("-0B101", 0, -5),
            ("0o17", 8, 15),
            ("0b1", 16, 0xb1),
            ("z", 36, 35),
            ("000", 0, 0),
            ("0_0", 0, 0),
            ("\u{661}\u{662}", 10, 12),
            ("-9223372036854775808", 10, i64::MIN),
            ("0009223372036854775807", 10, i64::MAX),
        ] {
            assert_eq!(small(text, base), Some(value), "{text} {base}");
        }
        let big = parse_int("-9223372036854775809", 10, 4300);
        assert_eq!(
            big,
            Ok(IntValue::Big(BigInt::from(i64::MIN) - BigInt::from(1)))
        );
    }

    #[test]
    fn refuses() {
        for (text, base) in [
            ("", 10),
            ("-", 10),
            ("1__0", 10),
            ("_1", 10),
            ("1_", 10),
            ("0x", 16),
            ("0x__1", 16),
            ("010", 0),
            ("0_1", 0),
            ("2", 2),
            ("1 2", 10),
            ("- 1", 10),
            ("\u{bd}", 10),
            ("1.5", 10),
        ] {
            let message = format!(
                "invalid literal for int() with base {base}: {}",
                quote::repr(text)
            );
            assert_eq!(
                parse_int(text, base, 4300),
                Err(FormatError::value(message)),
                "{text}"
            );
        }
        assert_eq!(
            parse_int("1", 1, 0).unwrap_err().message,
            "int() base must be >= 2 and <= 36, or 0"
        );
        assert_eq!(
            parse_int_bytes(b"x\xff", 10, 0).unwrap_err().message,
            "invalid literal for int() with base 10: b'x\\xff'"
        );
        let long = "1".repeat(5000);
        assert_eq!(
            parse_int(&long, 10, 4300).unwrap_err().message,
            "Exceeds the limit (4300 digits) for integer string conversion: value has 5000 \
             digits; use sys.set_int_max_str_digits() to increase the limit"
        );
        assert!(parse_int(&long, 16, 4300).is_ok());
        assert!(parse_int(&long, 10, 0).is_ok());
    }
}
