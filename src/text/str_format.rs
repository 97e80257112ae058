//! Templates of `str.format`: literal text, fields, and the paths that fields name.

use super::error::{ErrorClass, FormatError};

/// Text as it stands, then perhaps a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Chunk<'a> {
    pub(crate) literal: &'a str,
    pub(crate) field: Option<Field<'a>>,
}

/// `{name!r:spec}`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Field<'a> {
    /// To be taken apart by [`split_name`].
    pub(crate) name: &'a str,
    /// The letter after `!`; anything but `r`, `s`, `a` is [`unknown_conversion`].
    pub(crate) conversion: Option<char>,
    pub(crate) spec: &'a str,
    /// Does the spec hold fields? Then it is a template itself, expanded first, and only one
    /// level deep: [`too_deep`].
    pub(crate) nested: bool,
}

/// Reads a template chunk by chunk; lazy, as errors show only when formatting gets there.
#[derive(Debug, Clone)]
pub(crate) struct Chunks<'a> {
    rest: &'a str,
}

impl<'a> Chunks<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Chunks { rest: text }
    }

    fn chunk(&mut self) -> Result<Chunk<'a>, FormatError> {
        let text = self.rest;
        let Some(brace) = text.bytes().position(|b| b == b'{' || b == b'}') else {
            self.rest = "";
            return Ok(Chunk {
                literal: text,
                field: None,
            });
        };
        let open = text.as_bytes()[brace] == b'{';
        let after = &text[brace + 1..];
        if after.as_bytes().first() == Some(&text.as_bytes()[brace]) {
            // A doubled brace stands for one.
            self.rest = &after[1..];
            return Ok(Chunk {
                literal: &text[..brace + 1],
                field: None,
            });
        }
        if !open {
            return Err(FormatError::value(
                "Single '}' encountered in format string",
            ));
        }
        if after.is_empty() {
            return Err(FormatError::value(
                "Single '{' encountered in format string",
            ));
        }
        self.rest = after;
        Ok(Chunk {
            literal: &text[..brace],
            field: Some(self.field()?),
        })
    }

    /// Reads a field, from after its `{`.
    fn field(&mut self) -> Result<Field<'a>, FormatError> {
        let text = self.rest;
        let bytes = text.as_bytes();
        let (mut at, mut end) = (0, None);
        while let Some(&b) = bytes.get(at) {
            match b {
                b'{' => return Err(FormatError::value("unexpected '{' in field name")),
                b'[' => {
                    // An index may hold any character but its own bracket.
                    let close = bytes[at..].iter().position(|&b| b == b']');
                    at = close.map_or(bytes.len(), |close| at + close);
                    continue;
                }
                b'}' | b':' | b'!' => {
                    end = Some(b);
                    break;
                }
                _ => at += 1,
            }
        }
        let name = &text[..at];
        let mut field = Field {
            name,
            conversion: None,
            spec: "",
            nested: false,
        };
        match end {
            None => return Err(FormatError::value("expected '}' before end of string")),
            Some(b'}') => {
                self.rest = &text[at + 1..];
                return Ok(field);
            }
            Some(_) => {}
        }
        self.rest = &text[at + 1..];
        if end == Some(b'!') && self.conversion(&mut field)? {
            return Ok(field);
        }
        self.spec(&mut field)?;
        Ok(field)
    }

    /// Reads the letter after `!`, and what ends it; true if that ends the field.
    fn conversion(&mut self, field: &mut Field<'a>) -> Result<bool, FormatError> {
        let mut chars = self.rest.chars();
        let Some(letter) = chars.next() else {
            return Err(FormatError::value(
                "end of string while looking for conversion specifier",
            ));
        };
        field.conversion = Some(letter);
        let next = chars.next();
        self.rest = chars.as_str();
        match next {
            Some('}') => Ok(true),
            Some(':') | None => Ok(false),
            Some(_) => Err(FormatError::value(
                "expected ':' after conversion specifier",
            )),
        }
    }

    /// Reads the spec, up to the brace that closes the field.
    fn spec(&mut self, field: &mut Field<'a>) -> Result<(), FormatError> {
        let text = self.rest;
        let mut depth = 1;
        for (at, b) in text.bytes().enumerate() {
            match b {
                b'{' => {
                    field.nested = true;
                    depth += 1;
                }
                b'}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                field.spec = &text[..at];
                self.rest = &text[at + 1..];
                return Ok(());
            }
        }
        Err(FormatError::value("unmatched '{' in format spec"))
    }
}

impl<'a> Iterator for Chunks<'a> {
    /// After an error the iterator must not be asked again.
    type Item = Result<Chunk<'a>, FormatError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        Some(self.chunk())
    }
}

/// ValueError for a conversion letter other than `r`, `s`, `a`.
pub(crate) fn unknown_conversion(letter: char) -> FormatError {
    FormatError::value(match letter {
        '!'..='~' => format!("Unknown conversion specifier {letter}"),
        _ => format!("Unknown conversion specifier \\x{:x}", letter as u32),
    })
}

/// ValueError when specs nest too deep.
pub(crate) fn too_deep() -> FormatError {
    FormatError::value("Max string recursion exceeded")
}

/// IndexError when there is no such positional argument.
pub(crate) fn no_argument(index: usize) -> FormatError {
    FormatError::new(
        ErrorClass::Index,
        format!("Replacement index {index} out of range for positional args tuple"),
    )
}

/// ValueError when `format_map` meets a positional field.
pub(crate) fn positional_in_map() -> FormatError {
    FormatError::value("Format string contains positional fields")
}

/// Where a field's value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Root<'a> {
    /// A positional argument.
    Index(usize),
    /// A keyword argument.
    Key(&'a str),
}

/// One step from a value on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// `.name`
    Attribute(&'a str),
    /// `[3]`
    Index(usize),
    /// `[text]`
    Key(&'a str),
}

/// Numbers the fields that have no name; one for a whole template, nested specs included.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct AutoNumber {
    next: usize,
    manual: bool,
}

impl AutoNumber {
    fn automatic(&mut self) -> Result<usize, FormatError> {
        if self.manual {
            return Err(FormatError::value(
                "cannot switch from manual field specification to automatic field numbering",
            ));
        }
        self.next += 1;
        Ok(self.next - 1)
    }

    fn manual(&mut self) -> Result<(), FormatError> {
        if self.next > 0 {
            return Err(FormatError::value(
                "cannot switch from automatic field numbering to manual field specification",
            ));
        }
        self.manual = true;
        Ok(())
    }
}

/// Takes a field's name apart: `a.b[0]` is the root `a` and the steps `.b` and `[0]`.
///
/// # Errors
/// ValueError where numbered and unnumbered fields mix, or a number is too large.
pub(crate) fn split_name<'a>(
    name: &'a str,
    auto: &mut AutoNumber,
) -> Result<(Root<'a>, Steps<'a>), FormatError> {
    let end = name.bytes().position(|byte| byte == b'.' || byte == b'[');
    let (first, rest) = name.split_at(end.unwrap_or(name.len()));
    let root = if first.is_empty() {
        Root::Index(auto.automatic()?)
    } else if let Some(index) = number(first)? {
        auto.manual()?;
        Root::Index(index)
    } else {
        Root::Key(first)
    };
    Ok((root, Steps { rest }))
}

/// The number that `text` spells in plain digits, if it does.
fn number(text: &str) -> Result<Option<usize>, FormatError> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(None);
    }
    match text.parse::<isize>() {
        Ok(number) => Ok(Some(number.unsigned_abs())),
        Err(_) => Err(FormatError::value(
            "Too many decimal digits in format string",
        )),
    }
}

/// The steps of a field's name after its root.
#[derive(Debug, Clone)]
pub(crate) struct Steps<'a> {
    rest: &'a str,
}

impl<'a> Steps<'a> {
    fn step(&mut self) -> Result<Step<'a>, FormatError> {
        let text = &self.rest[1..];
        match self.rest.as_bytes()[0] {
            b'.' => {
                let end = text.find(['.', '[']).unwrap_or(text.len());
                let (name, rest) = text.split_at(end);
                self.rest = rest;
                if name.is_empty() {
                    return Err(empty_attribute());
                }
                Ok(Step::Attribute(name))
            }
            b'[' => {
                let Some(end) = text.find(']') else {
                    return Err(FormatError::value("Missing ']' in format string"));
                };
                self.rest = &text[end + 1..];
                let key = &text[..end];
                match number(key)? {
                    Some(index) => Ok(Step::Index(index)),
                    None if key.is_empty() => Err(empty_attribute()),
                    None => Ok(Step::Key(key)),
                }
            }
            _ => Err(FormatError::value(
                "Only '.' or '[' may follow ']' in format field specifier",
            )),
        }
    }
}

fn empty_attribute() -> FormatError {
    FormatError::value("Empty attribute in format string")
}

impl<'a> Iterator for Steps<'a> {
    /// After an error the iterator must not be asked again.
    type Item = Result<Step<'a>, FormatError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        Some(self.step())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunks(text: &str) -> Result<Vec<Chunk<'_>>, FormatError> {
        Chunks::new(text).collect()
    }

    #[test]
    fn splits() {
        let found = chunks("a{{b}}c{x[}:!]!r:>{w}}d").expect("valid");
        let literal = |literal| Chunk {
            literal,
            field: None,
        };
        let field = Field {
            name: "x[}:!]",
            conversion: Some('r'),
            spec: ">{w}",
            nested: true,
        };
        let with_field = Chunk {
            literal: "c",
            field: Some(field),
        };
        assert_eq!(
            found,
            [literal("a{"), literal("b}"), with_field, literal("d")]
        );
    }

    // Recorded from CPython 3.11.
    #[test]
    fn error_words() {
        for (text, words) in [
            ("a}", "Single '}' encountered in format string"),
            ("a}b", "Single '}' encountered in format string"),
            ("{", "Single '{' encountered in format string"),
            ("{a", "expected '}' before end of string"),
            ("{a[}", "expected '}' before end of string"),
            ("{a{b}}", "unexpected '{' in field name"),
            ("{!", "end of string while looking for conversion specifier"),
            ("{!rx}", "expected ':' after conversion specifier"),
            ("{:{}", "unmatched '{' in format spec"),
            ("{!r", "unmatched '{' in format spec"),
            ("{a:", "unmatched '{' in format spec"),
        ] {
            assert_eq!(chunks(text), Err(FormatError::value(words)), "{text}");
        }
        assert_eq!(
            unknown_conversion('é').message,
            "Unknown conversion specifier \\xe9"
        );
    }

    fn path(name: &str) -> Result<(Root<'_>, Vec<Step<'_>>), FormatError> {
        let (root, steps) = split_name(name, &mut AutoNumber::default())?;
        Ok((root, steps.collect::<Result<_, _>>()?))
    }

    #[test]
    fn paths() {
        assert_eq!(
            path("a.b[c][0]"),
            Ok((
                Root::Key("a"),
                vec![Step::Attribute("b"), Step::Key("c"), Step::Index(0)]
            ))
        );
        assert_eq!(path("[-1]"), Ok((Root::Index(0), vec![Step::Key("-1")])));
        assert_eq!(path("007"), Ok((Root::Index(7), vec![])));
        for (name, words) in [
            ("a.", "Empty attribute in format string"),
            ("a[]", "Empty attribute in format string"),
            ("a..b", "Empty attribute in format string"),
            ("a[b", "Missing ']' in format string"),
            (
                "a[b]c",
                "Only '.' or '[' may follow ']' in format field specifier",
            ),
            (
                "99999999999999999999",
                "Too many decimal digits in format string",
            ),
        ] {
            assert_eq!(path(name), Err(FormatError::value(words)), "{name}");
        }
    }

    #[test]
    fn numbering() {
        let mut auto = AutoNumber::default();
        assert_eq!(split_name("", &mut auto).expect("valid").0, Root::Index(0));
        assert_eq!(
            split_name(".x", &mut auto).expect("valid").0,
            Root::Index(1)
        );
        assert_eq!(
            split_name("0", &mut auto).unwrap_err().message,
            "cannot switch from automatic field numbering to manual field specification"
        );
        let mut auto = AutoNumber::default();
        split_name("1", &mut auto).expect("valid");
        split_name("name", &mut auto).expect("valid");
        assert_eq!(
            split_name("", &mut auto).unwrap_err().message,
            "cannot switch from manual field specification to automatic field numbering"
        );
    }
}
