//! The names of encodings and error handlers, and the errors of both directions.
//!
//! [`super::encode`] and [`super::decode`] do the work.

use super::error::{ErrorClass, FormatError};
#[cfg(test)]
use super::quote;

/// An encoding that is built in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    /// UTF-8 with a byte order mark in front.
    Utf8Sig,
    Ascii,
    Latin1,
    /// Two bytes a unit; a byte order mark says which comes first.
    Utf16,
    Utf16Le,
    Utf16Be,
    /// Four bytes a character; a byte order mark says which comes first.
    Utf32,
    Utf32Le,
    Utf32Be,
}

impl Encoding {
    /// Finds an encoding by any of its names.
    ///
    /// # Errors
    /// LookupError `unknown encoding: x`.
    pub(crate) fn from_name(name: &str) -> Result<Encoding, FormatError> {
        // The names that programs write, without work.
        match name {
            "utf-8" | "utf8" | "UTF-8" => return Ok(Encoding::Utf8),
            "ascii" => return Ok(Encoding::Ascii),
            "latin-1" => return Ok(Encoding::Latin1),
            _ => {}
        }
        Encoding::from_normal(&normalize(name)).ok_or_else(|| {
            if name.contains('\0') {
                return FormatError::new(ErrorClass::Value, "embedded null character".to_string());
            }
            FormatError::new(ErrorClass::Lookup, format!("unknown encoding: {name}"))
        })
    }

    fn from_normal(name: &str) -> Option<Encoding> {
        Some(match name {
            "utf_8" | "utf8" | "u8" | "utf" | "utf8_ucs2" | "utf8_ucs4" | "cp65001" => {
                Encoding::Utf8
            }
            "utf_8_sig" => Encoding::Utf8Sig,
            "ascii" | "646" | "ansi_x3.4_1968" | "ansi_x3_4_1968" | "ansi_x3.4_1986" | "cp367"
            | "csascii" | "ibm367" | "iso646_us" | "iso_646.irv_1991" | "iso_ir_6" | "us"
            | "us_ascii" => Encoding::Ascii,
            "latin_1" | "latin1" | "latin" | "l1" | "8859" | "cp819" | "csisolatin1" | "ibm819"
            | "iso8859" | "iso8859_1" | "iso_8859_1" | "iso_8859_1_1987" | "iso_ir_100" => {
                Encoding::Latin1
            }
            "utf_16" | "utf16" | "u16" => Encoding::Utf16,
            "utf_16_le" | "utf_16le" | "unicodelittleunmarked" => Encoding::Utf16Le,
            "utf_16_be" | "utf_16be" | "unicodebigunmarked" => Encoding::Utf16Be,
            "utf_32" | "utf32" | "u32" => Encoding::Utf32,
            "utf_32_le" | "utf_32le" => Encoding::Utf32Le,
            "utf_32_be" | "utf_32be" => Encoding::Utf32Be,
            _ => return None,
        })
    }
}

/// Lower case, with one underscore for every run of what is no letter, digit or point.
fn normalize(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    let mut gap = false;
    for c in name.chars() {
        if c.is_ascii_alphanumeric() || c == '.' {
            if gap && !normal.is_empty() {
                normal.push('_');
            }
            gap = false;
            normal.push(c.to_ascii_lowercase());
        } else {
            gap = true;
        }
    }
    normal
}

/// What to do with what cannot be encoded or decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Handler {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    /// For encoding only.
    XmlCharRefReplace,
    /// The name of the character, as `\N{...}` spells it.
    NameReplace,
    /// Bytes that are no text are the surrogates from U+DC80.
    SurrogateEscape,
    /// Surrogates are encoded as if they were characters.
    SurrogatePass,
}

impl Handler {
    /// Finds a handler by its name. As in CPython it is looked up only when there is something
    /// to handle: the error functions below do so.
    ///
    /// # Errors
    /// LookupError `unknown error handler name 'x'`.
    pub(crate) fn from_name(name: &str) -> Result<Handler, FormatError> {
        Ok(match name {
            "strict" => Handler::Strict,
            "surrogateescape" => Handler::SurrogateEscape,
            "surrogatepass" => Handler::SurrogatePass,
            "ignore" => Handler::Ignore,
            "replace" => Handler::Replace,
            "backslashreplace" => Handler::BackslashReplace,
            "xmlcharrefreplace" => Handler::XmlCharRefReplace,
            "namereplace" => Handler::NameReplace,
            _ => {
                let words = format!("unknown error handler name '{name}'");
                return Err(FormatError::new(ErrorClass::Lookup, words));
            }
        })
    }
}

/// The parts of a UnicodeEncodeError; `start` and `end` count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EncodeError {
    pub(crate) encoding: &'static str,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) reason: &'static str,
}

impl EncodeError {
    /// The text of the exception over the string that was to be encoded, for tests; programs see
    /// that of `builtins/exception_source.rs`.
    #[cfg(test)]
    pub(crate) fn message(&self, text: &str) -> String {
        encode_message(self.encoding, text, self.start, self.end, self.reason)
    }
}

/// The text of a UnicodeEncodeError made of any parts.
#[cfg(test)]
fn encode_message(encoding: &str, text: &str, start: usize, end: usize, reason: &str) -> String {
    match text.chars().nth(start) {
        Some(c) if end == start + 1 => {
            let mut shown = String::new();
            quote::push_code_escape(&mut shown, c);
            format!(
                "'{encoding}' codec can't encode character '{shown}' in position {start}: {reason}"
            )
        }
        _ => format!(
            "'{encoding}' codec can't encode characters in position {start}-{}: {reason}",
            end as i64 - 1
        ),
    }
}

/// The parts of a UnicodeDecodeError; `start` and `end` count bytes of its object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DecodeError {
    pub(crate) encoding: &'static str,
    /// Where the exception's object begins in the bytes: after the mark of `utf-8-sig`, else 0.
    pub(crate) object: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) reason: &'static str,
}

impl DecodeError {
    /// The text of the exception over all the bytes that were to be decoded.
    pub(crate) fn message(&self, bytes: &[u8]) -> String {
        let object = &bytes[self.object..];
        decode_message(self.encoding, object, self.start, self.end, self.reason)
    }
}

/// The text of a UnicodeDecodeError made of any parts.
fn decode_message(encoding: &str, bytes: &[u8], start: usize, end: usize, reason: &str) -> String {
    match bytes.get(start) {
        Some(b) if end == start + 1 => {
            format!("'{encoding}' codec can't decode byte 0x{b:02x} in position {start}: {reason}")
        }
        _ => format!(
            "'{encoding}' codec can't decode bytes in position {start}-{}: {reason}",
            end as i64 - 1
        ),
    }
}

/// Why an encoding or decoding failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CodecError<E> {
    /// A UnicodeEncodeError or UnicodeDecodeError.
    Unicode(E),
    /// The handler is unknown or cannot serve.
    Handler(FormatError),
}

impl<E> From<FormatError> for CodecError<E> {
    fn from(error: FormatError) -> Self {
        CodecError::Handler(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (name, encoding) in [
            ("UTF8", Encoding::Utf8),
            ("utf_8", Encoding::Utf8),
            (" Utf 8 ", Encoding::Utf8),
            ("latin1", Encoding::Latin1),
            ("ISO-8859-1", Encoding::Latin1),
            ("US-ASCII", Encoding::Ascii),
            ("UTF-16LE", Encoding::Utf16Le),
            ("utf-8-sig", Encoding::Utf8Sig),
            ("utf-32-be", Encoding::Utf32Be),
        ] {
            assert_eq!(Encoding::from_name(name), Ok(encoding), "{name}");
        }
        assert_eq!(
            Encoding::from_name("x-Y").unwrap_err().message,
            "unknown encoding: x-Y"
        );
        assert_eq!(
            Handler::from_name("foo").unwrap_err().message,
            "unknown error handler name 'foo'"
        );
    }
}
