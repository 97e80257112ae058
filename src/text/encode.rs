//! `str.encode`.

use super::codec::{CodecError, EncodeError, Encoding, Handler};
use super::quote;

/// Encodes `text`; `errors` is the name of the handler, looked up when there is an error.
///
/// # Errors
/// The parts of the UnicodeEncodeError, or the LookupError of an unknown handler.
pub(crate) fn encode(
    text: &str,
    encoding: Encoding,
    errors: &str,
) -> Result<Vec<u8>, CodecError<EncodeError>> {
    match encoding {
        Encoding::Utf8 => Ok(text.as_bytes().to_vec()),
        Encoding::Utf8Sig => Ok([b"\xef\xbb\xbf", text.as_bytes()].concat()),
        Encoding::Ascii => encode_narrow(text, 128, errors),
        Encoding::Latin1 => encode_narrow(text, 256, errors),
        Encoding::Utf16 => {
            let mut out = vec![0xff, 0xfe];
            out.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
            Ok(out)
        }
        Encoding::Utf16Le => Ok(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        Encoding::Utf16Be => Ok(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        Encoding::Utf32 => {
            let mut out = vec![0xff, 0xfe, 0, 0];
            out.extend(text.chars().flat_map(|c| (c as u32).to_le_bytes()));
            Ok(out)
        }
        Encoding::Utf32Le => Ok(text
            .chars()
            .flat_map(|c| (c as u32).to_le_bytes())
            .collect()),
        Encoding::Utf32Be => Ok(text
            .chars()
            .flat_map(|c| (c as u32).to_be_bytes())
            .collect()),
    }
}

/// Encodes one byte a character, below `limit`: 128 for ASCII, 256 for Latin-1.
fn encode_narrow(text: &str, limit: u32, errors: &str) -> Result<Vec<u8>, CodecError<EncodeError>> {
    if text.is_ascii() {
        return Ok(text.as_bytes().to_vec());
    }
    let mut out = Vec::with_capacity(text.len());
    let mut handler = None;
    for (index, c) in text.chars().enumerate() {
        if (c as u32) < limit {
            out.push(c as u8);
            continue;
        }
        let handler = match handler {
            Some(handler) => handler,
            None => *handler.insert(Handler::from_name(errors)?),
        };
        match handler {
            Handler::Strict => {
                // The error spans all neighbours that cannot be encoded either.
                let rest = text.chars().skip(index);
                let run = rest.take_while(|&c| c as u32 >= limit).count();
                let (encoding, reason) = if limit == 128 {
                    ("ascii", "ordinal not in range(128)")
                } else {
                    ("latin-1", "ordinal not in range(256)")
                };
                return Err(CodecError::Unicode(EncodeError {
                    encoding,
                    start: index,
                    end: index + run,
                    reason,
                }));
            }
            Handler::Ignore => {}
            Handler::Replace => out.push(b'?'),
            Handler::BackslashReplace => {
                let mut escape = String::new();
                quote::push_code_escape(&mut escape, c);
                out.extend_from_slice(escape.as_bytes());
            }
            Handler::XmlCharRefReplace => {
                out.extend_from_slice(format!("&#{};", c as u32).as_bytes());
            }
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, encoding: Encoding, errors: &str) -> String {
        match encode(text, encoding, errors) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(CodecError::Unicode(error)) => error.message(text),
            Err(CodecError::Handler(error)) => error.message.into_owned(),
        }
    }

    // Expected values recorded from CPython 3.11.
    #[test]
    fn narrow() {
        for (encoding, errors, result) in [
            (
                Encoding::Latin1,
                "strict",
                "'latin-1' codec can't encode character '\\u20ac' in position 1: \
                 ordinal not in range(256)",
            ),
            (
                Encoding::Ascii,
                "strict",
                "'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)",
            ),
            (Encoding::Ascii, "ignore", "x"),
            (Encoding::Ascii, "replace", "??x"),
            (Encoding::Ascii, "backslashreplace", "\\xe9\\u20acx"),
            (Encoding::Ascii, "xmlcharrefreplace", "&#233;&#8364;x"),
            (Encoding::Ascii, "foo", "unknown error handler name 'foo'"),
            (Encoding::Utf8, "foo", "é€x"),
        ] {
            assert_eq!(words("é€x", encoding, errors), result);
        }
        assert_eq!(
            encode("é", Encoding::Latin1, "strict"),
            Ok(b"\xe9".to_vec())
        );
    }

    #[test]
    fn wide() {
        let bytes = |encoding| encode("a😀", encoding, "strict").expect("all fits");
        assert_eq!(bytes(Encoding::Utf16), b"\xff\xfea\0=\xd8\0\xde");
        assert_eq!(bytes(Encoding::Utf16Be), b"\0a\xd8=\xde\0");
        assert_eq!(bytes(Encoding::Utf32), b"\xff\xfe\0\0a\0\0\0\0\xf6\x01\0");
        assert_eq!(bytes(Encoding::Utf32Be), b"\0\0\0a\0\x01\xf6\0");
        assert_eq!(bytes(Encoding::Utf8Sig), b"\xef\xbb\xbfa\xf0\x9f\x98\x80");
    }
}
