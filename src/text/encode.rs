//! `str.encode`.

use super::codec::{CodecError, EncodeError, Encoding, Handler};
use super::quote;
use super::surrogate;

/// Encodes `text`; `errors` is the name of the handler, looked up when there is an error.
///
/// # Errors
/// The parts of the UnicodeEncodeError, or the LookupError of an unknown handler.
pub(crate) fn encode(
    text: &str,
    encoding: Encoding,
    errors: &str,
) -> Result<Vec<u8>, CodecError<EncodeError>> {
    if surrogate::is_in(text) && !matches!(encoding, Encoding::Ascii | Encoding::Latin1) {
        return encode_wide(text, encoding, errors);
    }
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

/// Encodes a text with surrogates.
fn encode_wide(
    text: &str,
    encoding: Encoding,
    errors: &str,
) -> Result<Vec<u8>, CodecError<EncodeError>> {
    let (mut out, name) = match encoding {
        Encoding::Utf8Sig => (b"\xef\xbb\xbf".to_vec(), "utf-8"),
        Encoding::Utf16 => (vec![0xff, 0xfe], "utf-16"),
        Encoding::Utf16Le => (Vec::new(), "utf-16-le"),
        Encoding::Utf16Be => (Vec::new(), "utf-16-be"),
        Encoding::Utf32 => (vec![0xff, 0xfe, 0, 0], "utf-32"),
        Encoding::Utf32Le => (Vec::new(), "utf-32-le"),
        Encoding::Utf32Be => (Vec::new(), "utf-32-be"),
        Encoding::Utf8 | Encoding::Ascii | Encoding::Latin1 => (Vec::new(), "utf-8"),
    };
    let put = |out: &mut Vec<u8>, c: char| {
        let mut units = [0; 2];
        match encoding {
            Encoding::Utf16 | Encoding::Utf16Le => {
                let units = c.encode_utf16(&mut units).iter();
                out.extend(units.flat_map(|unit| unit.to_le_bytes()));
            }
            Encoding::Utf16Be => {
                let units = c.encode_utf16(&mut units).iter();
                out.extend(units.flat_map(|unit| unit.to_be_bytes()));
            }
            Encoding::Utf32 | Encoding::Utf32Le => out.extend((c as u32).to_le_bytes()),
            Encoding::Utf32Be => out.extend((c as u32).to_be_bytes()),
            _ => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    };
    let put_code = |out: &mut Vec<u8>, code: u32| match encoding {
        Encoding::Utf16 | Encoding::Utf16Le => out.extend((code as u16).to_le_bytes()),
        Encoding::Utf16Be => out.extend((code as u16).to_be_bytes()),
        Encoding::Utf32 | Encoding::Utf32Le => out.extend(code.to_le_bytes()),
        Encoding::Utf32Be => out.extend(code.to_be_bytes()),
        _ => out.extend([
            0xe0 | (code >> 12) as u8,
            0x80 | (code >> 6 & 63) as u8,
            0x80 | (code & 63) as u8,
        ]),
    };
    let is_utf8 = matches!(encoding, Encoding::Utf8 | Encoding::Utf8Sig);
    let mut handler = None;
    for (index, c) in text.chars().enumerate() {
        let Some(code) = surrogate::surrogate(c) else {
            put(&mut out, c);
            continue;
        };
        let handler = match handler {
            Some(handler) => handler,
            None => *handler.insert(Handler::from_name(errors)?),
        };
        match handler {
            Handler::Ignore => {}
            Handler::Replace => put(&mut out, '?'),
            Handler::BackslashReplace => {
                let mut escape = String::new();
                quote::push_code_escape(&mut escape, c);
                escape.chars().for_each(|c| put(&mut out, c));
            }
            Handler::NameReplace => spelled(c).chars().for_each(|c| put(&mut out, c)),
            Handler::XmlCharRefReplace => {
                format!("&#{code};").chars().for_each(|c| put(&mut out, c));
            }
            Handler::SurrogatePass => put_code(&mut out, code),
            Handler::SurrogateEscape if is_utf8 && (0xDC80..=0xDCFF).contains(&code) => {
                out.push((code - 0xDC00) as u8);
            }
            Handler::SurrogateEscape | Handler::Strict => {
                let rest = text.chars().skip(index);
                let run = rest.take_while(|&c| surrogate::surrogate(c).is_some());
                let run = if is_utf8 { run.count() } else { 1 };
                return Err(CodecError::Unicode(EncodeError {
                    encoding: name,
                    start: index,
                    end: index + run,
                    reason: "surrogates not allowed",
                }));
            }
        }
    }
    Ok(out)
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
            Handler::SurrogateEscape
                if surrogate::surrogate(c)
                    .is_some_and(|code| (0xDC80..=0xDCFF).contains(&code)) =>
            {
                out.push((surrogate::code_of(c) - 0xDC00) as u8);
            }
            Handler::Strict | Handler::SurrogateEscape | Handler::SurrogatePass => {
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
            Handler::NameReplace => out.extend_from_slice(spelled(c).as_bytes()),
            Handler::XmlCharRefReplace => {
                let code = surrogate::code_of(c);
                out.extend_from_slice(format!("&#{code};").as_bytes());
            }
        }
    }
    Ok(out)
}

/// A character by its name, or by its number if it has none.
fn spelled(c: char) -> String {
    if let Some(name) = hoopsnake_grammar::character_name(c)
        && surrogate::surrogate(c).is_none()
    {
        return format!("\\N{{{name}}}");
    }
    let mut escape = String::new();
    quote::push_code_escape(&mut escape, c);
    escape
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
