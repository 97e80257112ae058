//! Spellings of numbers and strings: where they end, and what they mean.

use crate::ast::Constant;
use crate::error::SyntaxErrorKind;

/// The longest decimal integer, in digits. CPython's limit for conversions from text.
const MAX_DECIMAL_DIGITS: usize = 4300;

/// Where the number ends that begins at `at`, or what is wrong with it and where.
pub(crate) fn number_end(source: &str, at: usize) -> Result<usize, (SyntaxErrorKind, usize)> {
    let bytes = source.as_bytes();
    let get = |i: usize| bytes.get(i).copied().unwrap_or(0);
    let mut i = at;
    if get(i) == b'0' {
        let (kind, radix) = match get(i + 1) | 0x20 {
            b'x' => ("hexadecimal", 16),
            b'o' => ("octal", 8),
            b'b' => ("binary", 2),
            _ => ("", 0),
        };
        if radix > 0 {
            return radix_end(source, at + 2, kind, radix);
        }
    }
    let mut is_float = false;
    if get(i) != b'.' {
        i = digits_end(bytes, i)?;
    }
    if get(i) == b'.' {
        is_float = true;
        i += 1;
        if get(i).is_ascii_digit() {
            i = digits_end(bytes, i)?;
        }
    }
    if get(i) | 0x20 == b'e' {
        let sign = usize::from(matches!(get(i + 1), b'+' | b'-'));
        if get(i + 1 + sign).is_ascii_digit() {
            is_float = true;
            i = digits_end(bytes, i + 1 + sign)?;
        } else if sign == 1 {
            return Err((SyntaxErrorKind::InvalidNumber("decimal"), i));
        }
    }
    if get(i) | 0x20 == b'j' {
        return check_after(source, i + 1, "imaginary");
    }
    if !is_float && get(at) == b'0' && bytes[at..i].iter().any(|b| matches!(b, b'1'..=b'9')) {
        return Err((SyntaxErrorKind::LeadingZeros, at));
    }
    check_after(source, i, "decimal")
}

/// The end of digits with single underscores between them.
fn digits_end(bytes: &[u8], mut i: usize) -> Result<usize, (SyntaxErrorKind, usize)> {
    loop {
        while bytes.get(i).is_some_and(u8::is_ascii_digit) {
            i += 1;
        }
        if bytes.get(i) != Some(&b'_') {
            return Ok(i);
        }
        i += 1;
        if !bytes.get(i).is_some_and(u8::is_ascii_digit) {
            return Err((SyntaxErrorKind::InvalidNumber("decimal"), i - 1));
        }
    }
}

fn radix_end(
    source: &str,
    mut i: usize,
    kind: &'static str,
    radix: u32,
) -> Result<usize, (SyntaxErrorKind, usize)> {
    let bytes = source.as_bytes();
    loop {
        if bytes.get(i) == Some(&b'_') {
            i += 1;
        }
        let start = i;
        while bytes.get(i).is_some_and(|&b| char::from(b).is_digit(radix)) {
            i += 1;
        }
        let next = bytes.get(i).copied().unwrap_or(0);
        if next.is_ascii_digit() {
            let digit = char::from(next);
            return Err((SyntaxErrorKind::InvalidDigit { digit, kind }, i));
        }
        if i == start {
            return Err((SyntaxErrorKind::InvalidNumber(kind), i.saturating_sub(1)));
        }
        if next != b'_' {
            return check_after(source, i, kind);
        }
    }
}

/// A number ends at `i`, unless an ASCII name begins there that is no operator. (What is past ASCII is a token of its own
/// to CPython here, as wrong as that may be.)
fn check_after(
    source: &str,
    i: usize,
    kind: &'static str,
) -> Result<usize, (SyntaxErrorKind, usize)> {
    let rest = &source.as_bytes()[i..];
    let Some(&next) = rest.first() else {
        return Ok(i);
    };
    if !next.is_ascii_alphabetic() && next != b'_' {
        return Ok(i);
    }
    let goes_on = |n: usize| {
        rest.get(n)
            .is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_' || !b.is_ascii())
    };
    let words: [&[u8]; 5] = [b"and", b"else", b"for", b"or", b"not"];
    // CPython does not look past the two letters of these three.
    let short: [&[u8]; 3] = [b"if", b"in", b"is"];
    if words
        .iter()
        .any(|w| rest.starts_with(w) && !goes_on(w.len()))
        || short.iter().any(|w| rest.starts_with(w))
    {
        return Ok(i);
    }
    Err((SyntaxErrorKind::InvalidNumber(kind), i.saturating_sub(1)))
}

/// The value of a number whose spelling `number_end` has accepted.
pub(crate) fn number_value(text: &str) -> Result<Constant, SyntaxErrorKind> {
    let bytes = text.as_bytes();
    if let [digit @ b'0'..=b'9'] = bytes {
        return Ok(Constant::Int(i64::from(digit - b'0')));
    }
    let clean: String;
    let text = if bytes.contains(&b'_') {
        clean = text.replace('_', "");
        clean.as_str()
    } else {
        text
    };
    let bytes = text.as_bytes();
    if bytes[0] == b'0' && bytes.len() > 1 {
        let radix = match bytes[1] | 0x20 {
            b'x' => 16,
            b'o' => 8,
            b'b' => 2,
            _ => 0,
        };
        if radix > 0 {
            return Ok(integer(&text[2..], radix));
        }
    }
    if let Some(number) = text.strip_suffix(['j', 'J']) {
        return Ok(Constant::Imaginary(float(number)));
    }
    if bytes.iter().all(u8::is_ascii_digit) {
        let digits = text.trim_start_matches('0').len();
        if digits > MAX_DECIMAL_DIGITS {
            return Err(SyntaxErrorKind::TooManyDigits { digits });
        }
        return Ok(integer(text, 10));
    }
    Ok(Constant::Float(float(text)))
}

fn integer(digits: &str, radix: u8) -> Constant {
    match i64::from_str_radix(digits, u32::from(radix)) {
        Ok(number) => Constant::Int(number),
        Err(_) => Constant::BigInt {
            radix,
            digits: digits.trim_start_matches('0').into(),
        },
    }
}

fn float(text: &str) -> f64 {
    text.parse()
        .expect("number_end accepts only what Rust reads")
}

/// What the prefix of a string literal says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Prefix {
    pub(crate) bytes: bool,
    pub(crate) raw: bool,
    /// Three quotes.
    pub(crate) triple: bool,
    /// Bytes of prefix and opening quotes.
    pub(crate) len: usize,
    pub(crate) quote: u8,
}

/// Reads the prefix and the opening quotes of the literal that `text` begins with.
pub(crate) fn prefix(text: &str) -> Prefix {
    let (mut bytes, mut raw) = (false, false);
    let all = text.as_bytes();
    let mut i = 0;
    while !matches!(all[i], b'\'' | b'"') {
        match all[i] | 0x20 {
            b'b' => bytes = true,
            b'r' => raw = true,
            _ => {}
        }
        i += 1;
    }
    let quote = all[i];
    let triple = all.len() >= i + 3 && all[i + 1] == quote && all[i + 2] == quote;
    Prefix {
        bytes,
        raw,
        triple,
        len: i + if triple { 3 } else { 1 },
        quote,
    }
}

/// Where the string ends whose text begins at `at`; past its closing quotes. None if it does
/// not end, with where the search stopped.
pub(crate) fn string_end(bytes: &[u8], at: usize, quote: u8, triple: bool) -> Result<usize, usize> {
    let mut i = at;
    while let Some(&byte) = bytes.get(i) {
        if byte == b'\\' {
            // A line's end may be two bytes, and both are escaped.
            i += if bytes[i + 1..].starts_with(b"\r\n") {
                3
            } else {
                2
            };
        } else if byte == quote {
            if !triple {
                return Ok(i + 1);
            }
            if bytes[i..].starts_with(&[quote; 3]) {
                return Ok(i + 3);
            }
            i += 1;
        } else if !triple && matches!(byte, b'\n' | b'\r') {
            return Err(i);
        } else {
            i += 1;
        }
    }
    Err(bytes.len())
}

/// The text of a string literal with its escapes resolved.
///
/// With `braces`, as between the fields of an f-string, `{{` and `}}` are one brace.
pub(crate) fn text_value(body: &str, raw: bool, braces: bool) -> Result<Box<str>, SyntaxErrorKind> {
    let special = |b: u8| match b {
        b'\\' => !raw,
        b'\r' => true,
        b'{' | b'}' => braces,
        _ => false,
    };
    let bytes = body.as_bytes();
    let Some(first) = bytes.iter().position(|&b| special(b)) else {
        return Ok(body.into());
    };
    let mut out = String::with_capacity(body.len());
    let mut i = first;
    let mut copied = 0;
    while i < bytes.len() {
        if !special(bytes[i]) {
            i += 1;
            continue;
        }
        out.push_str(&body[copied..i]);
        match bytes[i] {
            b'\r' => {
                out.push('\n');
                i += if bytes.get(i + 1) == Some(&b'\n') {
                    2
                } else {
                    1
                };
            }
            brace @ (b'{' | b'}') => {
                out.push(char::from(brace));
                i += if bytes.get(i + 1) == Some(&brace) {
                    2
                } else {
                    1
                };
            }
            _ => i = escape(body, i, &mut out)?,
        }
        copied = i;
    }
    out.push_str(&body[copied..]);
    Ok(out.into())
}

/// Resolves the escape at `at`, and gives where it ends.
fn escape(body: &str, at: usize, out: &mut String) -> Result<usize, SyntaxErrorKind> {
    let bytes = body.as_bytes();
    let Some(&kind) = bytes.get(at + 1) else {
        out.push('\\');
        return Ok(at + 1);
    };
    if let Some(simple) = simple_escape(kind) {
        out.push(char::from(simple));
        return Ok(at + 2);
    }
    match kind {
        b'\n' => Ok(at + 2),
        b'\r' => Ok(at
            + if bytes.get(at + 2) == Some(&b'\n') {
                3
            } else {
                2
            }),
        b'0'..=b'7' => {
            let (code, end) = octal(bytes, at + 1);
            out.push(char::from_u32(code).expect("three octal digits are a character"));
            Ok(end)
        }
        b'x' => hex_escape(body, at, 2, "truncated \\xXX escape", out),
        b'u' => hex_escape(body, at, 4, "truncated \\uXXXX escape", out),
        b'U' => hex_escape(body, at, 8, "truncated \\UXXXXXXXX escape", out),
        b'N' => {
            if bytes.get(at + 2) == Some(&b'{')
                && let Some(len) = body[at..].find('}')
                && len > 3
            {
                let name = &body[at + 3..at + len];
                return match crate::character_names::character(name) {
                    Some(c) => {
                        out.push(c);
                        Ok(at + len + 1)
                    }
                    None => Err(SyntaxErrorKind::BadEscape {
                        start: position(body, at),
                        end: position(body, at + len),
                        reason: "unknown Unicode character name",
                    }),
                };
            }
            let named = bytes.get(at + 2) == Some(&b'{');
            let end = if body[at..].starts_with("\\N{}") {
                position(body, at + 2)
            } else if named {
                position(body, body.len()) - 1
            } else {
                position(body, at + 1)
            };
            let reason = "malformed \\N character escape";
            Err(SyntaxErrorKind::BadEscape {
                start: position(body, at),
                end,
                reason,
            })
        }
        _ => {
            out.push('\\');
            Ok(at + 1)
        }
    }
}

/// Escapes that text and bytes share, of one character.
fn simple_escape(kind: u8) -> Option<u8> {
    Some(match kind {
        b'\\' | b'\'' | b'"' => kind,
        b'a' => 7,
        b'b' => 8,
        b't' => b'\t',
        b'n' => b'\n',
        b'v' => 11,
        b'f' => 12,
        b'r' => b'\r',
        _ => return None,
    })
}

fn octal(bytes: &[u8], at: usize) -> (u32, usize) {
    let mut code = 0;
    let mut i = at;
    while i < at + 3 && matches!(bytes.get(i), Some(b'0'..=b'7')) {
        code = code * 8 + u32::from(bytes[i] - b'0');
        i += 1;
    }
    (code, i)
}

fn hex_escape(
    body: &str,
    at: usize,
    digits: usize,
    reason: &'static str,
    out: &mut String,
) -> Result<usize, SyntaxErrorKind> {
    let bytes = body.as_bytes();
    let mut code: u32 = 0;
    for i in at + 2..at + 2 + digits {
        let Some(digit) = bytes.get(i).and_then(|&b| char::from(b).to_digit(16)) else {
            let end = position(body, i - 1);
            return Err(SyntaxErrorKind::BadEscape {
                start: position(body, at),
                end,
                reason,
            });
        };
        code = (code << 4) | digit;
    }
    let end = at + 2 + digits;
    match char_of(code) {
        Some(c) => out.push(c),
        None => {
            return Err(SyntaxErrorKind::BadEscape {
                start: position(body, at),
                end: position(body, end - 1),
                reason: "illegal Unicode character",
            });
        }
    }
    Ok(end)
}

/// The character of a code point. Text is UTF-8, which has none for surrogates: each stands at a character of plane
/// 13, where nothing is assigned (`src/text/surrogate.rs` of the interpreter knows the way back).
fn char_of(code: u32) -> Option<char> {
    match code {
        0xD800..=0xDFFF => char::from_u32(code + 0xD_2000),
        code => char::from_u32(code),
    }
}

/// CPython counts positions in a form where a character past ASCII is `\UXXXXXXXX`.
fn position(body: &str, at: usize) -> usize {
    body[..at]
        .chars()
        .map(|c| if c.is_ascii() { 1 } else { 10 })
        .sum()
}

/// The bytes of a bytes literal.
pub(crate) fn bytes_value(body: &str, raw: bool) -> Result<Box<[u8]>, SyntaxErrorKind> {
    if !body.is_ascii() {
        return Err(SyntaxErrorKind::NonAsciiBytes);
    }
    let bytes = body.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let byte = bytes[i];
        if byte == b'\r' {
            out.push(b'\n');
            i += if bytes.get(i + 1) == Some(&b'\n') {
                2
            } else {
                1
            };
            continue;
        }
        let next = bytes.get(i + 1).copied();
        let Some(kind) = next.filter(|_| byte == b'\\' && !raw) else {
            out.push(byte);
            i += 1;
            continue;
        };
        if let Some(simple) = simple_escape(kind) {
            out.push(simple);
            i += 2;
            continue;
        }
        match kind {
            b'\n' => i += 2,
            b'\r' => {
                i += if bytes.get(i + 2) == Some(&b'\n') {
                    3
                } else {
                    2
                }
            }
            b'0'..=b'7' => {
                let (code, end) = octal(bytes, i + 1);
                out.push(u8::try_from(code & 0xFF).expect("masked to a byte"));
                i = end;
            }
            b'x' => {
                let digit = |at: usize| bytes.get(at).and_then(|&b| char::from(b).to_digit(16));
                let (Some(high), Some(low)) = (digit(i + 2), digit(i + 3)) else {
                    return Err(SyntaxErrorKind::BadBytesEscape { position: i });
                };
                out.push(u8::try_from(high * 16 + low).expect("two hexadecimal digits"));
                i += 4;
            }
            _ => {
                out.push(b'\\');
                i += 1;
            }
        }
    }
    Ok(out.into())
}

#[cfg(test)]
mod tests {
    use super::{bytes_value, number_end, number_value, text_value};
    use crate::ast::Constant;
    use crate::error::SyntaxErrorKind;

    #[test]
    fn numbers_end_where_they_should() {
        for text in [
            "0", "00", "1_000", "0x_ff", "0B1", "1.", ".5", "1e5", "1E-5j", "0777j", "09.5",
        ] {
            assert_eq!(number_end(text, 0), Ok(text.len()), "{text}");
        }
        assert_eq!(number_end("1if x", 0), Ok(1));
        assert_eq!(number_end("1else", 0), Ok(1));
        assert_eq!(number_end("1..real", 0), Ok(2));
        assert_eq!(number_end("1é", 0), Ok(1));
    }

    #[test]
    fn wrong_numbers_are_named() {
        let kind = |text| number_end(text, 0).map_err(|e| e.0);
        assert_eq!(kind("0777"), Err(SyntaxErrorKind::LeadingZeros));
        assert_eq!(kind("1abc"), Err(SyntaxErrorKind::InvalidNumber("decimal")));
        assert_eq!(kind("1__0"), Err(SyntaxErrorKind::InvalidNumber("decimal")));
        assert_eq!(kind("1_"), Err(SyntaxErrorKind::InvalidNumber("decimal")));
        assert_eq!(
            kind("0x"),
            Err(SyntaxErrorKind::InvalidNumber("hexadecimal"))
        );
        assert_eq!(
            kind("0b12"),
            Err(SyntaxErrorKind::InvalidDigit {
                digit: '2',
                kind: "binary"
            })
        );
    }

    #[test]
    fn numbers_have_their_values() {
        assert_eq!(number_value("0xff_ff"), Ok(Constant::Int(65535)));
        assert_eq!(
            number_value("9223372036854775807"),
            Ok(Constant::Int(i64::MAX))
        );
        assert_eq!(
            number_value("9_223372036854775808"),
            Ok(Constant::BigInt {
                radix: 10,
                digits: "9223372036854775808".into()
            })
        );
        assert_eq!(number_value("1_0.5e1"), Ok(Constant::Float(105.0)));
        assert_eq!(number_value("2.j"), Ok(Constant::Imaginary(2.0)));
    }

    #[test]
    fn escapes() {
        let value = |body| text_value(body, false, false).map(String::from);
        assert_eq!(
            value(
                r"a\n\x41\u00e9\U0001F600\101\q\
b"
            ),
            Ok("a\nAé😀A\\qb".to_owned())
        );
        assert_eq!(value(r"\ud800"), Ok("\u{DF800}".to_owned()));
        assert_eq!(value(r"\N{BULLET}\N{nko digit one}"), Ok("•߁".to_owned()));
        assert_eq!(
            value(r"é\x4"),
            Err(SyntaxErrorKind::BadEscape {
                start: 10,
                end: 12,
                reason: "truncated \\xXX escape"
            })
        );
        assert_eq!(
            text_value("a{{b}}\\n", true, true).map(String::from),
            Ok("a{b}\\n".to_owned())
        );
        assert_eq!(
            bytes_value(r"\x00\377\n\q", false).map(Vec::from),
            Ok(b"\x00\xff\n\\q".to_vec())
        );
    }
}
