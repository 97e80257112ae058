//! What class a character has, in CPython's meaning: letter, digit, space, printable, ...
//!
//! One table of runs answers every question; ASCII never reaches the binary search for the
//! common ones.

use super::unicode_table as table;

/// The class flags of `c`.
fn flags(c: char) -> u32 {
    let code = c as u32;
    let run = table::RUNS.partition_point(|&run| run >> 11 <= code);
    // Run 0 begins at code point 0, so at least one run begins at or before `code`.
    table::RUNS[run - 1] & 0x7ff
}

/// `str.isspace` of one character: what `split()` and `strip()` take as white space.
#[inline]
pub(crate) fn is_space(c: char) -> bool {
    match c {
        '\u{9}'..='\u{d}' | '\u{1c}'..='\u{20}' => true,
        '\0'..='\u{7f}' => false,
        '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' => true,
        '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => true,
        _ => false,
    }
}

/// `bytes.isspace` of one byte: ASCII white space, without the separators 0x1c to 0x1f.
#[inline]
pub(crate) fn is_space_byte(b: u8) -> bool {
    matches!(b, 9..=13 | 32)
}

/// `str.isprintable` of one character: what `repr` leaves as it is.
#[inline]
pub(crate) fn is_printable(c: char) -> bool {
    match c {
        ' '..='~' => true,
        '\0'..='\u{a0}' => false,
        _ => flags(c) & table::PRINTABLE != 0,
    }
}

pub(crate) fn is_alpha(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    flags(c) & table::ALPHA != 0
}

/// Letter, decimal, digit or numeric.
pub(crate) fn is_alnum(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    flags(c) & (table::ALPHA | table::DECIMAL | table::DIGIT | table::NUMERIC) != 0
}

pub(crate) fn is_decimal(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    flags(c) & table::DECIMAL != 0
}

pub(crate) fn is_digit(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    flags(c) & table::DIGIT != 0
}

pub(crate) fn is_numeric(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    flags(c) & table::NUMERIC != 0
}

pub(crate) fn is_upper(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_uppercase();
    }
    flags(c) & table::UPPER != 0
}

pub(crate) fn is_lower(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_lowercase();
    }
    flags(c) & table::LOWER != 0
}

/// Title-case letters proper, such as `Dž` in one character.
pub(crate) fn is_title(c: char) -> bool {
    !c.is_ascii() && flags(c) & table::TITLE != 0
}

pub(crate) fn is_cased(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    flags(c) & (table::UPPER | table::LOWER | table::TITLE) != 0
}

/// May `c` begin an identifier? The underscore may.
pub(crate) fn is_id_start(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic() || c == '_';
    }
    flags(c) & table::ID_START != 0
}

/// May `c` stand in an identifier after its first character?
pub(crate) fn is_id_continue(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    flags(c) & table::ID_CONTINUE != 0
}

/// The value 0 to 9 of a decimal digit of any script; what `int` and `float` read.
pub(crate) fn decimal_value(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.is_ascii_digit().then(|| c as u8 - b'0');
    }
    let code = c as u32;
    let after = table::RUNS.partition_point(|&run| run >> 11 <= code);
    let run = table::RUNS[after - 1];
    // Every run of decimals starts at a zero and holds whole decades.
    (run & table::DECIMAL != 0).then(|| ((code - (run >> 11)) % 10) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_agrees_with_the_table() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_space(c), flags(c) & table::SPACE != 0, "{:x}", c as u32);
        }
    }

    #[test]
    fn ascii_agrees_with_the_table() {
        for c in '\0'..='\u{7f}' {
            let f = flags(c);
            assert_eq!(is_alpha(c), f & table::ALPHA != 0);
            assert_eq!(is_printable(c), f & table::PRINTABLE != 0);
            assert_eq!(is_id_start(c), f & table::ID_START != 0);
            assert_eq!(is_id_continue(c), f & table::ID_CONTINUE != 0);
            assert_eq!(is_upper(c), f & table::UPPER != 0);
            assert_eq!(is_lower(c), f & table::LOWER != 0);
        }
    }

    #[test]
    fn digits_of_other_scripts() {
        assert_eq!(decimal_value('\u{663}'), Some(3));
        assert_eq!(decimal_value('\u{1d7d9}'), Some(1));
        assert_eq!(decimal_value('\u{b2}'), None);
        assert!(is_digit('\u{b2}') && !is_decimal('\u{b2}'));
        assert!(is_numeric('\u{bd}') && !is_digit('\u{bd}'));
        assert!(is_alpha('\u{e9}') && is_title('\u{1c5}'));
    }
}
