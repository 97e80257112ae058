//! Templates of `%` formatting: literal text and conversions.
//!
//! [`Pieces`] is lazy, as the errors of a template show only when formatting gets there.
//! A bytes template is read through its Latin-1 text, whose characters are its bytes.

use super::error::FormatError;

/// One piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Text as it stands; `%%` has become the percent sign at its end.
    Literal(&'a str),
    Conversion(Conversion<'a>),
}

/// `%(key)#05.2f`
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Conversion<'a> {
    /// The text in parentheses: the arguments must be a mapping, `format requires a mapping`.
    pub(crate) key: Option<&'a str>,
    pub(crate) flags: Flags,
    pub(crate) width: Size,
    pub(crate) precision: Size,
    /// The type's letter, not yet checked: see [`Conversion::check`].
    pub(crate) kind: char,
    /// The template up to the letter.
    pub(crate) before: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Flags {
    /// `-`
    pub(crate) left: bool,
    /// `+`
    pub(crate) plus: bool,
    /// a blank
    pub(crate) space: bool,
    /// `#`
    pub(crate) alternate: bool,
    /// `0`
    pub(crate) zero: bool,
}

/// A width or precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    Unset,
    /// `*`: the next argument, an integer.
    Star,
    Given(usize),
}

/// TypeError when `%d` meets what is no number.
pub(crate) fn wrong_number(type_name: &str) -> FormatError {
    FormatError::type_(format!(
        "%d format: a real number is required, not {type_name}"
    ))
}

/// TypeError when the arguments run out.
pub(crate) fn not_enough() -> FormatError {
    FormatError::type_("not enough arguments for format string")
}

/// TypeError when arguments are left.
pub(crate) fn not_all_converted() -> FormatError {
    FormatError::type_("not all arguments converted during string formatting")
}

/// TypeError when a key meets arguments that are no mapping.
pub(crate) fn wants_mapping() -> FormatError {
    FormatError::type_("format requires a mapping")
}

/// TypeError when the argument for a `*` is no integer.
pub(crate) fn star_wants_int() -> FormatError {
    FormatError::type_("* wants int")
}

impl Conversion<'_> {
    /// Is the type letter one that exists? To be asked after the argument was fetched, as a
    /// missing argument is reported first.
    ///
    /// # Errors
    /// ValueError `unsupported format character 'y' (0x79) at index 1`.
    pub(crate) fn check(&self) -> Result<(), FormatError> {
        if matches!(
            self.kind,
            'd' | 'i'
                | 'u'
                | 'o'
                | 'x'
                | 'X'
                | 'e'
                | 'E'
                | 'f'
                | 'F'
                | 'g'
                | 'G'
                | 'c'
                | 'r'
                | 's'
                | 'a'
        ) {
            return Ok(());
        }
        let shown = match self.kind {
            '\u{1f}'..='~' => self.kind,
            _ => '?',
        };
        Err(FormatError::value(format!(
            "unsupported format character '{shown}' (0x{:x}) at index {}",
            self.kind as u32,
            super::index::count(self.before)
        )))
    }

    /// TypeError for an argument of a class that the type letter does not take.
    pub(crate) fn wrong_type(&self, type_name: &str) -> FormatError {
        FormatError::type_(match self.kind {
            'd' => return wrong_number(type_name),
            kind @ ('i' | 'u') => {
                format!("%{kind} format: a real number is required, not {type_name}")
            }
            kind @ ('o' | 'x' | 'X') => {
                format!("%{kind} format: an integer is required, not {type_name}")
            }
            'c' => "%c requires int or char".to_owned(),
            _ => format!("must be real number, not {type_name}"),
        })
    }
}

/// Reads a template piece by piece.
#[derive(Debug, Clone)]
pub(crate) struct Pieces<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Pieces<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Pieces { text, at: 0 }
    }

    /// Looks at the next byte.
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The letter of a conversion that asks for nothing else, which comes next.
    #[inline]
    pub(crate) fn bare(&mut self) -> Option<u8> {
        match self.text.as_bytes().get(self.at..self.at + 2) {
            Some(&[b'%', letter @ (b's' | b'd')]) => {
                self.at += 2;
                Some(letter)
            }
            _ => None,
        }
    }

    fn conversion(&mut self) -> Result<Conversion<'a>, FormatError> {
        let key = self.key()?;
        let flags = self.flags();
        let width = self.size("width too big", isize::MAX as usize)?;
        let mut precision = Size::Unset;
        if self.peek() == Some(b'.') {
            self.at += 1;
            precision = match self.size("precision too big", i32::MAX as usize)? {
                Size::Unset => Size::Given(0),
                size => size,
            };
        }
        // A length as in C says nothing here.
        if matches!(self.peek(), Some(b'h' | b'l' | b'L')) {
            self.at += 1;
        }
        let kind = match self.peek() {
            Some(letter @ 0..0x80) => Some(char::from(letter)),
            _ => self.text[self.at..].chars().next(),
        };
        let kind = kind.ok_or_else(|| FormatError::value("incomplete format"))?;
        let before = &self.text[..self.at];
        self.at += kind.len_utf8();
        Ok(Conversion {
            key,
            flags,
            width,
            precision,
            kind,
            before,
        })
    }

    fn key(&mut self) -> Result<Option<&'a str>, FormatError> {
        if self.peek() != Some(b'(') {
            return Ok(None);
        }
        let start = self.at + 1;
        let mut depth = 0;
        for (offset, b) in self.text.as_bytes()[self.at..].iter().enumerate() {
            match b {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                let end = self.at + offset;
                self.at = end + 1;
                return Ok(Some(&self.text[start..end]));
            }
        }
        Err(FormatError::value("incomplete format key"))
    }

    fn flags(&mut self) -> Flags {
        let mut flags = Flags::default();
        loop {
            match self.peek() {
                Some(b'-') => flags.left = true,
                Some(b'+') => flags.plus = true,
                Some(b' ') => flags.space = true,
                Some(b'#') => flags.alternate = true,
                Some(b'0') => flags.zero = true,
                _ => return flags,
            }
            self.at += 1;
        }
    }

    fn size(&mut self, too_big: &'static str, most: usize) -> Result<Size, FormatError> {
        if self.peek() == Some(b'*') {
            self.at += 1;
            return Ok(Size::Star);
        }
        let mut size = Size::Unset;
        while let Some(b @ b'0'..=b'9') = self.peek() {
            let before = match size {
                Size::Given(n) => n,
                _ => 0,
            };
            let longer = before
                .checked_mul(10)
                .and_then(|n| n.checked_add(usize::from(b - b'0')))
                .filter(|&n| n <= most);
            size = Size::Given(longer.ok_or_else(|| FormatError::value(too_big))?);
            self.at += 1;
        }
        Ok(size)
    }
}

impl<'a> Iterator for Pieces<'a> {
    /// After an error the iterator must not be asked again.
    type Item = Result<Piece<'a>, FormatError>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        match super::bytes_search::find_byte(rest.as_bytes(), b'%') {
            None => {
                self.at = self.text.len();
                Some(Ok(Piece::Literal(rest)))
            }
            Some(percent) if rest[percent + 1..].starts_with('%') => {
                self.at += percent + 2;
                Some(Ok(Piece::Literal(&rest[..percent + 1])))
            }
            Some(0) => {
                self.at += 1;
                Some(self.conversion().map(Piece::Conversion))
            }
            Some(percent) => {
                self.at += percent;
                Some(Ok(Piece::Literal(&rest[..percent])))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Result<Vec<Piece<'_>>, FormatError> {
        Pieces::new(text).collect()
    }

    #[test]
    fn splits() {
        let found = pieces("a%%b%(k(x))-+ #0*.3lfé%s").expect("valid");
        let flags = Flags {
            left: true,
            plus: true,
            space: true,
            alternate: true,
            zero: true,
        };
        let first = Conversion {
            key: Some("k(x)"),
            flags,
            width: Size::Star,
            precision: Size::Given(3),
            kind: 'f',
            before: "a%%b%(k(x))-+ #0*.3l",
        };
        let last = Conversion {
            key: None,
            flags: Flags::default(),
            width: Size::Unset,
            precision: Size::Unset,
            kind: 's',
            before: "a%%b%(k(x))-+ #0*.3lfé%",
        };
        assert_eq!(
            found,
            [
                Piece::Literal("a%"),
                Piece::Literal("b"),
                Piece::Conversion(first),
                Piece::Literal("é"),
                Piece::Conversion(last),
            ]
        );
    }

    // Recorded from CPython 3.11.
    #[test]
    fn error_words() {
        for (text, words) in [
            ("%", "incomplete format"),
            ("x%5", "incomplete format"),
            ("%.", "incomplete format"),
            ("%(a)", "incomplete format"),
            ("%(a", "incomplete format key"),
            ("%.9999999999f", "precision too big"),
            ("%9999999999999999999999f", "width too big"),
        ] {
            assert_eq!(pieces(text), Err(FormatError::value(words)));
        }
        for (text, words) in [
            ("%y", "unsupported format character 'y' (0x79) at index 1"),
            (
                "éé%5%",
                "unsupported format character '%' (0x25) at index 4",
            ),
            ("%é", "unsupported format character '?' (0xe9) at index 1"),
            ("%lld", "unsupported format character 'l' (0x6c) at index 2"),
        ] {
            let found = Pieces::new(text).find_map(|piece| match piece {
                Ok(Piece::Conversion(conversion)) => conversion.check().err(),
                _ => None,
            });
            assert_eq!(found, Some(FormatError::value(words)));
        }
    }
}
