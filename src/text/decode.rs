//! `bytes.decode`.

use super::codec::{CodecError, DecodeError, Encoding, Handler};
use super::error::FormatError;
use super::surrogate;

type Result<T> = std::result::Result<T, CodecError<DecodeError>>;

/// Decodes `bytes`; `errors` is the name of the handler, looked up when there is an error.
///
/// # Errors
/// The parts of the UnicodeDecodeError, or the LookupError or TypeError of a handler that is
/// unknown or serves encoding only.
pub(crate) fn decode(bytes: &[u8], encoding: Encoding, errors: &str) -> Result<String> {
    let mut output = Output {
        text: String::new(),
        bytes,
        object: 0,
        errors,
        handler: None,
    };
    match encoding {
        Encoding::Utf8 => output.utf8()?,
        Encoding::Utf8Sig => {
            if let Some(object) = bytes.strip_prefix(b"\xef\xbb\xbf") {
                output.bytes = object;
                output.object = 3;
            }
            output.utf8()?;
        }
        Encoding::Ascii => output.ascii()?,
        Encoding::Latin1 => output.text.extend(bytes.iter().map(|&b| b as char)),
        Encoding::Utf16 => match bytes {
            [0xfe, 0xff, ..] => output.utf16(2, true)?,
            [0xff, 0xfe, ..] => output.utf16(2, false)?,
            _ => output.utf16(0, false)?,
        },
        Encoding::Utf16Le => output.utf16(0, false)?,
        Encoding::Utf16Be => output.utf16(0, true)?,
        Encoding::Utf32 => match bytes {
            [0, 0, 0xfe, 0xff, ..] => output.utf32(4, true)?,
            [0xff, 0xfe, 0, 0, ..] => output.utf32(4, false)?,
            _ => output.utf32(0, false)?,
        },
        Encoding::Utf32Le => output.utf32(0, false)?,
        Encoding::Utf32Be => output.utf32(0, true)?,
    }
    Ok(output.text)
}

struct Output<'a> {
    text: String,
    bytes: &'a [u8],
    /// Where `bytes` begins in what the caller gave.
    object: usize,
    errors: &'a str,
    handler: Option<Handler>,
}

impl Output<'_> {
    /// Does what the handler says about the bytes `start..end`.
    fn error(
        &mut self,
        encoding: &'static str,
        start: usize,
        end: usize,
        reason: &'static str,
    ) -> Result<()> {
        let handler = match self.handler {
            Some(handler) => handler,
            None => *self.handler.insert(Handler::from_name(self.errors)?),
        };
        match handler {
            Handler::SurrogateEscape if self.bytes[start..end].iter().all(|b| !b.is_ascii()) => {
                for &b in &self.bytes[start..end] {
                    let c = surrogate::to_char(0xDC00 + u32::from(b));
                    self.text.push(c.expect("a surrogate has a character"));
                }
                Ok(())
            }
            Handler::Strict | Handler::SurrogateEscape | Handler::SurrogatePass => {
                Err(CodecError::Unicode(DecodeError {
                    encoding,
                    object: self.object,
                    start,
                    end,
                    reason,
                }))
            }
            Handler::Ignore => Ok(()),
            Handler::Replace => {
                self.text.push('\u{fffd}');
                Ok(())
            }
            Handler::BackslashReplace => {
                for b in &self.bytes[start..end] {
                    self.text.push_str(&format!("\\x{b:02x}"));
                }
                Ok(())
            }
            Handler::XmlCharRefReplace | Handler::NameReplace => Err(FormatError::type_(
                "don't know how to handle UnicodeDecodeError in error callback",
            )
            .into()),
        }
    }

    fn utf8(&mut self) -> Result<()> {
        let bytes = self.bytes;
        let mut at = 0;
        loop {
            let error = match std::str::from_utf8(&bytes[at..]) {
                Ok(text) => {
                    self.text.push_str(text);
                    return Ok(());
                }
                Err(error) => error,
            };
            let good = at + error.valid_up_to();
            let valid = std::str::from_utf8(&bytes[at..good]).expect("valid up to here");
            self.text.push_str(valid);
            if let [0xed, second @ 0xa0..=0xbf, third @ 0x80..=0xbf, ..] = bytes[good..]
                && self.errors == "surrogatepass"
            {
                let code = 0xd000 | (u32::from(second) & 63) << 6 | u32::from(third) & 63;
                let c = surrogate::to_char(code);
                self.text.push(c.expect("a surrogate has a character"));
                at = good + 3;
                continue;
            }
            let (end, reason) = match error.error_len() {
                None => (bytes.len(), "unexpected end of data"),
                Some(len) if matches!(bytes[good], 0xc2..=0xf4) => {
                    (good + len, "invalid continuation byte")
                }
                Some(len) => (good + len, "invalid start byte"),
            };
            self.error("utf-8", good, end, reason)?;
            at = end;
        }
    }

    fn ascii(&mut self) -> Result<()> {
        let bytes = self.bytes;
        if let Some(text) = bytes.is_ascii().then(|| std::str::from_utf8(bytes).ok()) {
            self.text.push_str(text.expect("ASCII is UTF-8"));
            return Ok(());
        }
        for (at, &b) in bytes.iter().enumerate() {
            if b.is_ascii() {
                self.text.push(b as char);
            } else {
                self.error("ascii", at, at + 1, "ordinal not in range(128)")?;
            }
        }
        Ok(())
    }

    fn utf16(&mut self, mut at: usize, big: bool) -> Result<()> {
        let encoding = if big { "utf-16-be" } else { "utf-16-le" };
        let bytes = self.bytes;
        let unit = |at: usize| {
            let pair = bytes.get(at..at + 2)?;
            let pair = [pair[0], pair[1]];
            Some(if big {
                u16::from_be_bytes(pair)
            } else {
                u16::from_le_bytes(pair)
            })
        };
        while at < bytes.len() {
            let Some(first) = unit(at) else {
                self.error(encoding, at, bytes.len(), "truncated data")?;
                return Ok(());
            };
            let lone = (0xd800..=0xdfff).contains(&first)
                && !(first < 0xdc00 && matches!(unit(at + 2), Some(0xdc00..=0xdfff)));
            if lone && self.errors == "surrogatepass" {
                let c = surrogate::to_char(first.into());
                self.text.push(c.expect("a surrogate has a character"));
                at += 2;
                continue;
            }
            match first {
                0xd800..=0xdbff => match unit(at + 2) {
                    None => {
                        self.error(encoding, at, bytes.len(), "unexpected end of data")?;
                        return Ok(());
                    }
                    Some(second @ 0xdc00..=0xdfff) => {
                        let code = (u32::from(first) - 0xd800) << 10 | (u32::from(second) - 0xdc00);
                        let c = char::from_u32(code + 0x10000);
                        self.text.push(c.expect("a pair makes a character"));
                        at += 4;
                    }
                    Some(_) => {
                        self.error(encoding, at, at + 2, "illegal UTF-16 surrogate")?;
                        at += 2;
                    }
                },
                0xdc00..=0xdfff => {
                    self.error(encoding, at, at + 2, "illegal encoding")?;
                    at += 2;
                }
                _ => {
                    let c = char::from_u32(first.into());
                    self.text.push(c.expect("no surrogate, so a character"));
                    at += 2;
                }
            }
        }
        Ok(())
    }

    fn utf32(&mut self, start: usize, big: bool) -> Result<()> {
        let encoding = if big { "utf-32-be" } else { "utf-32-le" };
        let bytes = self.bytes;
        let (units, rest) = bytes[start..].as_chunks::<4>();
        for (index, &unit) in units.iter().enumerate() {
            let at = start + 4 * index;
            let code = if big {
                u32::from_be_bytes(unit)
            } else {
                u32::from_le_bytes(unit)
            };
            let pass = self.errors == "surrogatepass";
            let c = if pass {
                surrogate::to_char(code)
            } else {
                char::from_u32(code)
            };
            match c {
                Some(c) => self.text.push(c),
                None => {
                    let reason = if code > 0x0010_ffff {
                        "code point not in range(0x110000)"
                    } else {
                        "code point in surrogate code point range(0xd800, 0xe000)"
                    };
                    self.error(encoding, at, at + 4, reason)?;
                }
            }
        }
        if !rest.is_empty() {
            let at = bytes.len() - rest.len();
            self.error(encoding, at, bytes.len(), "truncated data")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(bytes: &[u8], encoding: Encoding, errors: &str) -> String {
        match decode(bytes, encoding, errors) {
            Ok(text) => text,
            Err(CodecError::Unicode(error)) => error.message(bytes),
            Err(CodecError::Handler(error)) => error.message.into_owned(),
        }
    }

    // Expected values recorded from CPython 3.11.
    #[test]
    fn utf8() {
        for (bytes, result) in [
            (
                &b"a\xff"[..],
                "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte",
            ),
            (
                b"\xe2\x82",
                "'utf-8' codec can't decode bytes in position 0-1: unexpected end of data",
            ),
            (
                b"\xe2(",
                "'utf-8' codec can't decode byte 0xe2 in position 0: invalid continuation byte",
            ),
            (
                b"\xf0\x9f\x98(",
                "'utf-8' codec can't decode bytes in position 0-2: invalid continuation byte",
            ),
            (
                b"\xed\xa0\x80",
                "'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
            ),
            (b"\xef\xbb\xbfa", "\u{feff}a"),
        ] {
            assert_eq!(words(bytes, Encoding::Utf8, "strict"), result);
        }
        let bytes = b"a\xff\xe2\x82b";
        assert_eq!(words(bytes, Encoding::Utf8, "ignore"), "ab");
        assert_eq!(
            words(bytes, Encoding::Utf8, "replace"),
            "a\u{fffd}\u{fffd}b"
        );
        assert_eq!(
            words(bytes, Encoding::Utf8, "backslashreplace"),
            "a\\xff\\xe2\\x82b"
        );
        assert_eq!(words(b"\xef\xbb\xbfa", Encoding::Utf8Sig, "strict"), "a");
        assert_eq!(
            words(b"\xef\xbb\xbfa\xff", Encoding::Utf8Sig, "strict"),
            "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"
        );
    }

    #[test]
    fn others() {
        for (bytes, encoding, result) in [
            (&b"\xe9"[..], Encoding::Latin1, "é"),
            (
                b"a\xe9",
                Encoding::Ascii,
                "'ascii' codec can't decode byte 0xe9 in position 1: ordinal not in range(128)",
            ),
            (b"\xff\xfea\0=\xd8\0\xde", Encoding::Utf16, "a😀"),
            (b"\xfe\xff\0a", Encoding::Utf16, "a"),
            (
                b"\0\xd8\0",
                Encoding::Utf16,
                "'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data",
            ),
            (
                b"\0\xd8\0\0",
                Encoding::Utf16,
                "'utf-16-le' codec can't decode bytes in position 0-1: illegal UTF-16 surrogate",
            ),
            (
                b"\xdc\0",
                Encoding::Utf16Be,
                "'utf-16-be' codec can't decode bytes in position 0-1: illegal encoding",
            ),
            (
                b"a\0b",
                Encoding::Utf16Le,
                "'utf-16-le' codec can't decode byte 0x62 in position 2: truncated data",
            ),
            (
                b"\0\xdc\0\0",
                Encoding::Utf32,
                "'utf-32-le' codec can't decode bytes in position 0-3: \
                 code point in surrogate code point range(0xd800, 0xe000)",
            ),
            (
                b"\0\xdc\0\x10",
                Encoding::Utf32,
                "'utf-32-le' codec can't decode bytes in position 0-3: \
                 code point not in range(0x110000)",
            ),
            (
                b"\0\0\0a\0",
                Encoding::Utf32Be,
                "'utf-32-be' codec can't decode byte 0x00 in position 4: truncated data",
            ),
        ] {
            assert_eq!(words(bytes, encoding, "strict"), result);
        }
        assert_eq!(
            words(b"\xff", Encoding::Ascii, "xmlcharrefreplace"),
            "don't know how to handle UnicodeDecodeError in error callback"
        );
        assert_eq!(
            words(b"\xff", Encoding::Ascii, "foo"),
            "unknown error handler name 'foo'"
        );
    }
}
