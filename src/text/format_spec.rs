//! The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
//!
//! A [`Spec`] is small and copied freely, so a constant spec of an f-string need be parsed only
//! once. Whoever renders one first asks whether `width` and `precision` fit the memory limit.

use super::classes;
use super::error::FormatError;

/// Where the text stands within the width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
    Center,
    /// Fill between the sign or prefix and the digits.
    AfterSign,
}

/// What stands before a number that is not negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Nothing, and the spec does not say so.
    Unset,
    /// Nothing, and the spec says so.
    Minus,
    Plus,
    Space,
}

/// The separator between groups of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grouping {
    None,
    Comma,
    Underscore,
}

/// The kind of object a spec is for: it decides the defaults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Str,
    Int,
    Float,
    Complex,
}

/// A format specifier, with its target's defaults filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spec {
    pub(crate) fill: char,
    pub(crate) align: Align,
    pub(crate) sign: Sign,
    /// `z`: a negative number that is rounded to zero loses its sign.
    pub(crate) plain_zero: bool,
    /// `#`
    pub(crate) alternate: bool,
    /// In characters; 0 if not given.
    pub(crate) width: usize,
    pub(crate) grouping: Grouping,
    pub(crate) precision: Option<usize>,
    /// The type's letter; `\0` for a float or complex without one.
    pub(crate) kind: char,
}

impl Spec {
    /// The precision as a length of text. One beyond what a C int holds is refused as `precision too big`, and makes none.
    pub(crate) fn given_precision(&self) -> usize {
        let fits = |n: &usize| *n <= i32::MAX as usize;
        self.precision.filter(fits).unwrap_or(0)
    }

    /// What an empty spec means for `target`.
    pub(crate) fn plain(target: Target) -> Spec {
        Spec {
            fill: ' ',
            align: match target {
                Target::Str => Align::Left,
                _ => Align::Right,
            },
            sign: Sign::Unset,
            plain_zero: false,
            alternate: false,
            width: 0,
            grouping: Grouping::None,
            precision: None,
            kind: match target {
                Target::Str => 's',
                Target::Int => 'd',
                Target::Float | Target::Complex => '\0',
            },
        }
    }

    /// Reads a spec. `type_name` is the name of the object's class, for error messages.
    ///
    /// # Errors
    /// ValueError: `Invalid format specifier '...' for object of type '...'`, `Too many decimal
    /// digits in format string`, `Format specifier missing precision`, and what groups refuse.
    pub(crate) fn parse(text: &str, target: Target, type_name: &str) -> Result<Spec, FormatError> {
        if let Some(spec) = Spec::parse_usual(text.as_bytes(), target) {
            return Ok(spec);
        }
        let mut spec = Spec::plain(target);
        let mut reader = Reader { rest: text };
        let (mut filled, mut aligned) = (false, false);
        let mut chars = text.chars();
        let (first, second) = (chars.next(), chars.next());
        if let (Some(fill), Some(align)) = (first, second.and_then(align_of)) {
            (spec.fill, spec.align) = (fill, align);
            (filled, aligned) = (true, true);
            reader.rest = chars.as_str();
        } else if let Some(align) = first.and_then(align_of) {
            spec.align = align;
            aligned = true;
            reader.skip(1);
        }
        spec.sign = match reader.rest.as_bytes().first() {
            Some(b'+') => Sign::Plus,
            Some(b'-') => Sign::Minus,
            Some(b' ') => Sign::Space,
            _ => Sign::Unset,
        };
        if spec.sign != Sign::Unset {
            reader.skip(1);
        }
        spec.plain_zero = reader.take(b'z');
        spec.alternate = reader.take(b'#');
        if !filled && reader.take(b'0') {
            spec.fill = '0';
            if !aligned && spec.align == Align::Right {
                spec.align = Align::AfterSign;
            }
        }
        spec.width = reader.number()?.unwrap_or(0);
        if reader.take(b',') {
            spec.grouping = Grouping::Comma;
        }
        if reader.take(b'_') {
            if spec.grouping == Grouping::Comma {
                return Err(comma_and_underscore());
            }
            spec.grouping = Grouping::Underscore;
        }
        if spec.grouping == Grouping::Underscore && reader.rest.starts_with(',') {
            return Err(comma_and_underscore());
        }
        if reader.take(b'.') {
            let precision = reader.number()?;
            spec.precision = Some(
                precision
                    .ok_or_else(|| FormatError::value("Format specifier missing precision"))?,
            );
        }
        let mut last = reader.rest.chars();
        if let Some(kind) = last.next() {
            if !last.as_str().is_empty() {
                return Err(FormatError::value(format!(
                    "Invalid format specifier '{text}' for object of type '{type_name}'"
                )));
            }
            spec.kind = kind;
        }
        spec.check_grouping()?;
        Ok(spec)
    }

    /// The specs that are most often written: ASCII, without a sign and its kin. None is for [`Spec::parse`] to judge.
    fn parse_usual(text: &[u8], target: Target) -> Option<Spec> {
        let mut spec = Spec::plain(target);
        let mut rest = text;
        let mut filled = false;
        let align_byte = |byte: u8| align_of(char::from(byte));
        match *text {
            [fill @ 0..0x80, align, ref after @ ..] if align_byte(align).is_some() => {
                (spec.fill, spec.align) = (char::from(fill), align_byte(align)?);
                filled = true;
                rest = after;
            }
            [align, ref after @ ..] if align_byte(align).is_some() => {
                spec.align = align_byte(align)?;
                if let [b'0', after @ ..] = after {
                    (spec.fill, rest) = ('0', after);
                } else {
                    rest = after;
                }
                filled = true;
            }
            _ => {}
        }
        if !filled && let [b'0', after @ ..] = rest {
            (spec.fill, rest) = ('0', after);
            if spec.align == Align::Right {
                spec.align = Align::AfterSign;
            }
        }
        (spec.width, rest) = digits(rest)?;
        if let [b',', after @ ..] = rest {
            (spec.grouping, rest) = (Grouping::Comma, after);
        }
        if let [b'.', after @ ..] = rest {
            let (precision, end) = digits(after)?;
            if end.len() == after.len() {
                return None;
            }
            (spec.precision, rest) = (Some(precision), end);
        }
        match rest {
            [] => {}
            [kind] if kind.is_ascii_alphabetic() && *kind != b'z' => spec.kind = char::from(*kind),
            _ => return None,
        }
        spec.check_grouping().ok()?;
        Some(spec)
    }

    fn check_grouping(&self) -> Result<(), FormatError> {
        let separator = match self.grouping {
            Grouping::None => return Ok(()),
            Grouping::Comma => ',',
            Grouping::Underscore => '_',
        };
        match self.kind {
            'd' | 'e' | 'f' | 'g' | 'E' | 'F' | 'G' | '%' | '\0' => Ok(()),
            'b' | 'o' | 'x' | 'X' if self.grouping == Grouping::Underscore => Ok(()),
            kind => Err(FormatError::value(format!(
                "Cannot specify '{separator}' with '{}'.",
                letter(kind)
            ))),
        }
    }

    /// Does the spec change nothing?
    #[inline]
    pub(crate) fn is_plain(&self, target: Target) -> bool {
        *self == Spec::plain(target)
    }

    /// The error of a type letter that the object does not know.
    pub(crate) fn unknown_kind(&self, type_name: &str) -> FormatError {
        FormatError::value(format!(
            "Unknown format code '{}' for object of type '{type_name}'",
            letter(self.kind)
        ))
    }
}

/// The number that a few digits spell, and what follows them; no digit spells 0.
fn digits(text: &[u8]) -> Option<(usize, &[u8])> {
    let (mut number, mut rest) = (0, text);
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        number = number * 10 + usize::from(digit - b'0');
        rest = after;
        if text.len() - rest.len() > 6 {
            return None;
        }
    }
    Some((number, rest))
}

fn comma_and_underscore() -> FormatError {
    FormatError::value("Cannot specify both ',' and '_'.")
}

fn align_of(c: char) -> Option<Align> {
    Some(match c {
        '<' => Align::Left,
        '>' => Align::Right,
        '^' => Align::Center,
        '=' => Align::AfterSign,
        _ => return None,
    })
}

/// A type letter as error messages show it.
fn letter(c: char) -> String {
    match c {
        '!'..='\u{7f}' => c.to_string(),
        _ => format!("\\x{:x}", c as u32),
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn skip(&mut self, bytes: usize) {
        self.rest = &self.rest[bytes..];
    }

    /// Skips `byte`, an ASCII one, if it comes next.
    fn take(&mut self, byte: u8) -> bool {
        let found = self.rest.as_bytes().first() == Some(&byte);
        if found {
            self.skip(1);
        }
        found
    }

    /// Decimal digits of any script, if there are some.
    fn number(&mut self) -> Result<Option<usize>, FormatError> {
        let mut number = None;
        while let Some(c) = self.rest.chars().next()
            && let Some(digit) = classes::decimal_value(c)
        {
            let longer = number
                .unwrap_or(0usize)
                .checked_mul(10)
                .and_then(|n| n.checked_add(digit.into()))
                .filter(|&n| isize::try_from(n).is_ok());
            let too_many = || FormatError::value("Too many decimal digits in format string");
            number = Some(longer.ok_or_else(too_many)?);
            self.skip(c.len_utf8());
        }
        Ok(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> String {
        let error = Spec::parse(text, Target::Int, "int").unwrap_err();
        error.message.into_owned()
    }

    #[test]
    fn parts() {
        let spec = Spec::parse("→^+z#20_.3x", Target::Int, "int").expect("valid");
        assert_eq!(
            spec,
            Spec {
                fill: '→',
                align: Align::Center,
                sign: Sign::Plus,
                plain_zero: true,
                alternate: true,
                width: 20,
                grouping: Grouping::Underscore,
                precision: Some(3),
                kind: 'x',
            }
        );
        let spec = Spec::parse("05", Target::Int, "int").expect("valid");
        assert_eq!(
            (spec.fill, spec.align, spec.width),
            ('0', Align::AfterSign, 5)
        );
        let spec = Spec::parse("05", Target::Str, "str").expect("valid");
        assert_eq!((spec.fill, spec.align, spec.width), ('0', Align::Left, 5));
        let spec = Spec::parse("<05", Target::Int, "int").expect("valid");
        assert_eq!((spec.fill, spec.align, spec.width), ('0', Align::Left, 5));
        let spec = Spec::parse("*<05", Target::Int, "int").expect("valid");
        assert_eq!((spec.fill, spec.align, spec.width), ('*', Align::Left, 5));
        assert!(Spec::parse("", Target::Float, "float").is_ok_and(|s| s.is_plain(Target::Float)));
    }

    // Recorded from CPython 3.11.
    #[test]
    fn error_words() {
        for (text, words) in [
            (
                "zzz",
                "Invalid format specifier 'zzz' for object of type 'int'",
            ),
            (
                ",,d",
                "Invalid format specifier ',,d' for object of type 'int'",
            ),
            (".", "Format specifier missing precision"),
            (
                "99999999999999999999",
                "Too many decimal digits in format string",
            ),
            (",_d", "Cannot specify both ',' and '_'."),
            ("_,d", "Cannot specify both ',' and '_'."),
            (",x", "Cannot specify ',' with 'x'."),
            (",s", "Cannot specify ',' with 's'."),
            ("_n", "Cannot specify '_' with 'n'."),
            (",é", "Cannot specify ',' with '\\xe9'."),
        ] {
            assert_eq!(message(text), words);
        }
        let spec = Spec::parse("€", Target::Int, "int").expect("parses");
        assert_eq!(
            spec.unknown_kind("int").message,
            "Unknown format code '\\x20ac' for object of type 'int'"
        );
    }
}
