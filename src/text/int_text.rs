//! Integers as text: decimal, hexadecimal, octal, binary, and digits in groups.

use std::fmt::Write;

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive};

use super::error::FormatError;

/// An integer of any size, borrowed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum IntArg<'a> {
    Small(i64),
    Big(&'a BigInt),
}

impl IntArg<'_> {
    pub(crate) fn is_negative(self) -> bool {
        match self {
            IntArg::Small(n) => n < 0,
            IntArg::Big(n) => n.sign() == Sign::Minus,
        }
    }

    /// The nearest float.
    ///
    /// # Errors
    /// OverflowError `int too large to convert to float`.
    pub(crate) fn to_float(self) -> Result<f64, FormatError> {
        let float = match self {
            IntArg::Small(n) => n as f64,
            IntArg::Big(n) => n.to_f64().unwrap_or(f64::INFINITY),
        };
        if float.is_infinite() {
            return Err(FormatError::overflow("int too large to convert to float"));
        }
        Ok(float)
    }

    /// The character with this code, if there is one; surrogates are none.
    ///
    /// # Errors
    /// OverflowError `%c arg not in range(0x110000)`.
    pub(crate) fn to_char(self) -> Result<char, FormatError> {
        let code = match self {
            IntArg::Small(n) => u32::try_from(n).ok(),
            IntArg::Big(_) => None,
        };
        code.and_then(crate::text::surrogate::to_char)
            .ok_or_else(|| FormatError::overflow("%c arg not in range(0x110000)"))
    }
}

/// The base in which digits are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Radix {
    Binary,
    Octal,
    Decimal,
    Hex,
    UpperHex,
}

impl Radix {
    /// `0x` and its kin; nothing for decimal.
    pub(crate) fn prefix(self) -> &'static str {
        match self {
            Radix::Binary => "0b",
            Radix::Octal => "0o",
            Radix::Decimal => "",
            Radix::Hex => "0x",
            Radix::UpperHex => "0X",
        }
    }
}

/// The most digits that a decimal text of an integer has unless the program says otherwise.
pub(crate) const DEFAULT_DIGIT_LIMIT: usize = 4300;

/// Appends the decimal digits of a machine integer; this is the common case and quick.
pub(crate) fn push_i64(out: &mut String, n: i64) {
    if n < 0 {
        out.push('-');
    }
    push_u64(out, n.unsigned_abs());
}

/// The two digits of every number below 100.
const PAIRS: &str = "0001020304050607080910111213141516171819\
                     2021222324252627282930313233343536373839\
                     4041424344454647484950515253545556575859\
                     6061626364656667686970717273747576777879\
                     8081828384858687888990919293949596979899";

#[inline(always)]
fn pair(n: u64) -> &'static str {
    let at = 2 * (n % 100) as usize;
    &PAIRS[at..at + 2]
}

#[inline]
fn push_u64(out: &mut String, n: u64) {
    match n {
        0..10 => out.push(char::from(b'0' + n as u8)),
        10..100 => out.push_str(pair(n)),
        100..10_000 => {
            push_u64(out, n / 100);
            out.push_str(pair(n));
        }
        _ => push_long(out, n),
    }
}

fn push_long(out: &mut String, n: u64) {
    let above = n / 10_000;
    if above < 10_000 {
        push_u64(out, above);
    } else {
        push_long(out, above);
    }
    let below = n % 10_000;
    out.push_str(pair(below / 100));
    out.push_str(pair(below));
}

/// The text of a machine integer in the last bytes of `buffer`: ASCII.
#[inline]
pub(crate) fn spell(buffer: &mut [u8; 20], n: i64) -> &[u8] {
    let pairs = PAIRS.as_bytes();
    let (mut rest, mut at) = (n.unsigned_abs(), buffer.len());
    while rest >= 10 {
        let pair = 2 * (rest % 100) as usize;
        rest /= 100;
        at -= 2;
        buffer[at] = pairs[pair];
        buffer[at + 1] = pairs[pair + 1];
    }
    if rest > 0 || n == 0 {
        at -= 1;
        buffer[at] = b'0' + rest as u8;
    }
    if n < 0 {
        at -= 1;
        buffer[at] = b'-';
    }
    &buffer[at..]
}

/// Appends the digits of the magnitude of `n`: no sign, no prefix. Decimal digits beyond
/// `limit` are refused; a limit of 0 is none.
///
/// # Errors
/// ValueError `Exceeds the limit (4300 digits) for integer string conversion; ...`.
pub(crate) fn push_digits(
    out: &mut String,
    n: IntArg<'_>,
    radix: Radix,
    limit: usize,
) -> Result<(), FormatError> {
    match n {
        IntArg::Small(n) => {
            let n = n.unsigned_abs();
            match radix {
                Radix::Decimal => push_u64(out, n),
                Radix::Binary => write!(out, "{n:b}").expect("a String takes all text"),
                Radix::Octal => write!(out, "{n:o}").expect("a String takes all text"),
                Radix::Hex => write!(out, "{n:x}").expect("a String takes all text"),
                Radix::UpperHex => write!(out, "{n:X}").expect("a String takes all text"),
            }
        }
        IntArg::Big(n) => {
            let n = n.magnitude();
            match radix {
                Radix::Decimal => {
                    // A cheap lower bound first: the conversion itself takes long.
                    let least = n.bits().saturating_sub(1) as f64 * std::f64::consts::LOG10_2;
                    if limit > 0 && least > limit as f64 + 1.0 {
                        return Err(too_long(limit));
                    }
                    let digits = if n.bits() <= SHORT_BITS {
                        decimal(n.to_u64_digits())
                    } else {
                        n.to_str_radix(10)
                    };
                    if limit > 0 && digits.len() > limit {
                        return Err(too_long(limit));
                    }
                    out.push_str(&digits);
                }
                Radix::Binary => out.push_str(&n.to_str_radix(2)),
                Radix::Octal => out.push_str(&n.to_str_radix(8)),
                Radix::Hex => out.push_str(&n.to_str_radix(16)),
                Radix::UpperHex => out.push_str(&n.to_str_radix(16).to_ascii_uppercase()),
            }
        }
    }
    Ok(())
}

/// Up to so many bits one division after the other is quickest.
const SHORT_BITS: u64 = 2048;

/// The largest power of ten in a word.
const CHUNK: u64 = 10_000_000_000_000_000_000;

/// The decimal digits of a number in words, the lowest first: a word of digits with every division.
fn decimal(mut words: Vec<u64>) -> String {
    let mut chunks = Vec::with_capacity(words.len() + words.len() / 32 + 1);
    while words.len() > 1 {
        let mut rest = 0u64;
        for word in words.iter_mut().rev() {
            let part = u128::from(rest) << 64 | u128::from(*word);
            *word = (part / u128::from(CHUNK)) as u64;
            rest = (part % u128::from(CHUNK)) as u64;
        }
        chunks.push(rest);
        if words.last() == Some(&0) {
            words.pop();
        }
    }
    let mut top = words.first().copied().unwrap_or(0);
    if top >= CHUNK {
        chunks.push(top % CHUNK);
        top /= CHUNK;
    }
    let mut out = String::with_capacity(20 + 19 * chunks.len());
    push_u64(&mut out, top);
    for mut chunk in chunks.into_iter().rev() {
        let mut digits = [b'0'; 19];
        for pair in digits.rchunks_mut(2) {
            if let [high, low] = pair {
                *high = b'0' + (chunk / 10 % 10) as u8;
                *low = b'0' + (chunk % 10) as u8;
                chunk /= 100;
            } else {
                pair[0] = b'0' + chunk as u8;
            }
        }
        out.push_str(std::str::from_utf8(&digits).expect("digits are ASCII"));
    }
    out
}

fn too_long(limit: usize) -> FormatError {
    FormatError::value(format!(
        "Exceeds the limit ({limit} digits) for integer string conversion; \
         use sys.set_int_max_str_digits() to increase the limit"
    ))
}

/// Appends `str(n)`; decimal texts above `limit` digits are refused, 0 is no limit.
///
/// # Errors
/// As [`push_digits`].
pub(crate) fn push_int(out: &mut String, n: IntArg<'_>, limit: usize) -> Result<(), FormatError> {
    match n {
        IntArg::Small(n) => {
            push_i64(out, n);
            Ok(())
        }
        IntArg::Big(n) => {
            let start = out.len();
            if n.is_negative() {
                out.push('-');
            }
            let pushed = push_digits(out, IntArg::Big(n), Radix::Decimal, limit);
            if pushed.is_err() {
                out.truncate(start);
            }
            pushed
        }
    }
}

/// Appends what `hex`, `oct` and `bin` return: sign, prefix, digits.
pub(crate) fn push_prefixed(out: &mut String, n: IntArg<'_>, radix: Radix) {
    if n.is_negative() {
        out.push('-');
    }
    out.push_str(radix.prefix());
    push_digits(out, n, radix, 0).expect("without a limit nothing is refused");
}

/// Puts a separator between groups of `size` digits in the digits `out[start..end]`, and zeros
/// before them until they are `width` characters wide or one wider, so that none of them
/// begins with a separator.
pub(crate) fn group(
    out: &mut String,
    start: usize,
    end: usize,
    separator: char,
    size: usize,
    width: usize,
) {
    let digits = end - start;
    let mut wanted = digits.max(1);
    if wanted + (wanted - 1) / size < width {
        // The fewest digits that, with their separators, fill the width.
        wanted = (width * size + 1).div_ceil(size + 1).max(wanted);
    }
    if wanted == digits && digits <= size {
        return;
    }
    let mut grouped = String::with_capacity(wanted + wanted / size);
    let zeros = wanted - digits;
    for (at, digit) in std::iter::repeat_n('0', zeros)
        .chain(out[start..end].chars())
        .enumerate()
    {
        if at > 0 && (wanted - at).is_multiple_of(size) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    out.replace_range(start..end, &grouped);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(digits: &str, separator: char, size: usize, width: usize) -> String {
        let mut out = format!("-{digits}.5");
        group(&mut out, 1, 1 + digits.len(), separator, size, width);
        out
    }

    // Expected values recorded from CPython 3.11.
    #[test]
    fn digits_in_every_base() {
        let mut out = String::new();
        push_int(&mut out, IntArg::Small(i64::MIN), 0).expect("small");
        assert_eq!(out, "-9223372036854775808");
        let big: BigInt = -(BigInt::from(1) << 70u32);
        for (radix, text) in [
            (Radix::Hex, "-0x400000000000000000"),
            (Radix::UpperHex, "-0X400000000000000000"),
            (Radix::Octal, "-0o200000000000000000000000"),
        ] {
            out.clear();
            push_prefixed(&mut out, IntArg::Big(&big), radix);
            assert_eq!(out, text);
        }
        out.clear();
        push_prefixed(&mut out, IntArg::Small(-5), Radix::Binary);
        assert_eq!(out, "-0b101");
        out.clear();
        push_int(&mut out, IntArg::Small(0), 0).expect("small");
        assert_eq!(out, "0");
    }

    #[test]
    fn short_numbers_read_like_long_ones() {
        for bits in 1..700u32 {
            for n in [
                (BigInt::from(1) << bits) - 1,
                BigInt::from(3) << bits,
                BigInt::from(10).pow(bits / 4),
            ] {
                let words = n.magnitude().to_u64_digits();
                assert_eq!(decimal(words), n.to_str_radix(10));
            }
        }
    }

    #[test]
    fn digit_limit() {
        let fits = BigInt::from(10).pow(4299);
        let mut out = String::new();
        assert!(push_int(&mut out, IntArg::Big(&fits), 4300).is_ok());
        assert_eq!(out.len(), 4300);
        for power in [4300, 4301, 4303, 9000] {
            let n = -BigInt::from(10).pow(power);
            out.clear();
            let error = push_int(&mut out, IntArg::Big(&n), 4300).unwrap_err();
            assert_eq!(
                error.message,
                "Exceeds the limit (4300 digits) for integer string conversion; \
                 use sys.set_int_max_str_digits() to increase the limit"
            );
            assert!(out.is_empty());
        }
    }

    #[test]
    fn groups() {
        assert_eq!(grouped("1234567", ',', 3, 0), "-1,234,567.5");
        assert_eq!(grouped("123", ',', 3, 0), "-123.5");
        assert_eq!(grouped("1234", ',', 3, 8), "-0,001,234.5");
        assert_eq!(grouped("1234", ',', 3, 9), "-0,001,234.5");
        assert_eq!(grouped("1234", ',', 3, 10), "-00,001,234.5");
        assert_eq!(grouped("12", ',', 3, 3), "-012.5");
        assert_eq!(grouped("12345", '_', 4, 0), "-1_2345.5");
        assert_eq!(grouped("1", '_', 4, 5), "-0_0001.5");
    }
}
