//! `repr` of strings and bytes, and `ascii`.

use super::classes;
use super::surrogate;

const HEX: &[u8; 16] = b"0123456789abcdef";

/// Appends the lowest `digits` hexadecimal digits of `value`.
fn push_hex(out: &mut String, value: u32, digits: u32) {
    for digit in (0..digits).rev() {
        out.push(HEX[(value >> (4 * digit) & 15) as usize] as char);
    }
}

/// Appends the escape of a character by its code: `\xNN`, `\uNNNN` or `\UNNNNNNNN`.
pub(crate) fn push_code_escape(out: &mut String, c: char) {
    let code = surrogate::code_of(c);
    let (mark, digits) = match code {
        0..=0xff => ("\\x", 2),
        0x100..=0xffff => ("\\u", 4),
        _ => ("\\U", 8),
    };
    out.push_str(mark);
    push_hex(out, code, digits);
}

/// Appends an ASCII character as it stands inside quotes.
fn push_ascii(out: &mut String, b: u8, quote: u8) {
    match b {
        b'\\' => out.push_str("\\\\"),
        b'\n' => out.push_str("\\n"),
        b'\r' => out.push_str("\\r"),
        b'\t' => out.push_str("\\t"),
        b if b == quote => {
            out.push('\\');
            out.push(b as char);
        }
        b' '..=b'~' => out.push(b as char),
        _ => {
            out.push_str("\\x");
            push_hex(out, b.into(), 2);
        }
    }
}

/// Single quotes, unless the text holds one and no double quote.
fn choose_quote(bytes: &[u8]) -> u8 {
    if bytes.contains(&b'\'') && !bytes.contains(&b'"') {
        b'"'
    } else {
        b'\''
    }
}

fn push_quoted(out: &mut String, text: &str, keep: impl Fn(char) -> bool) {
    let quote = choose_quote(text.as_bytes());
    out.reserve(text.len() + 2);
    out.push(quote as char);
    let bytes = text.as_bytes();
    let plain = |b: u8| matches!(b, b' '..=b'~') && b != quote && b != b'\\';
    let mut at = 0;
    while at < bytes.len() {
        let run = bytes[at..].iter().take_while(|&&b| plain(b)).count();
        out.push_str(&text[at..at + run]);
        at += run;
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        at += c.len_utf8();
        if c.is_ascii() {
            push_ascii(out, c as u8, quote);
        } else if keep(c) {
            out.push(c);
        } else {
            push_code_escape(out, c);
        }
    }
    out.push(quote as char);
}

/// Appends `repr(text)`.
pub(crate) fn push_repr(out: &mut String, text: &str) {
    push_quoted(out, text, classes::is_printable);
}

/// Appends `ascii(x)` of an object that is no string: its `repr` with all but ASCII escaped.
pub(crate) fn push_escaped(out: &mut String, repr: &str) {
    for c in repr.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            push_code_escape(out, c);
        }
    }
}

/// Appends `repr(bytes)`, the `b` included.
pub(crate) fn push_bytes_repr(out: &mut String, bytes: &[u8]) {
    let quote = choose_quote(bytes);
    out.reserve(bytes.len() + 3);
    out.push('b');
    out.push(quote as char);
    for &b in bytes {
        push_ascii(out, b, quote);
    }
    out.push(quote as char);
}

/// `repr(text)` as a new string.
pub(crate) fn repr(text: &str) -> String {
    let mut out = String::new();
    push_repr(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    // Expected values recorded from CPython 3.11.
    #[test]
    fn strings() {
        assert_eq!(repr("it's"), "\"it's\"");
        assert_eq!(repr("it's \"x\""), "'it\\'s \"x\"'");
        assert_eq!(
            repr("a\n\t\r\\\0\u{7f}\u{a0}é\u{200b}\u{1f600}\u{e0001}"),
            "'a\\n\\t\\r\\\\\\x00\\x7f\\xa0é\\u200b\u{1f600}\\U000e0001'"
        );
        let mut out = String::new();
        push_escaped(&mut out, "['é', 'a\\n']");
        assert_eq!(out, "['\\xe9', 'a\\n']");
    }

    #[test]
    fn bytes() {
        let mut out = String::new();
        push_bytes_repr(&mut out, b"a'\"\\\n\x00\xff");
        assert_eq!(out, "b'a\\'\"\\\\\\n\\x00\\xff'");
    }
}
