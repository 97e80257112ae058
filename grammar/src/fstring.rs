//! The text of an f-string between its replacement fields: where it ends.
//!
//! The fields themselves are ordinary tokens: `layout` changes to this file at the end of a
//! field, at the `:` of its format specification, and back at the next `{`.

/// What ends a piece of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TextEnd {
    /// A `{` that begins a field.
    Field,
    /// The closing quotes.
    Quotes,
    /// In a format specification, the `}` of its field.
    FieldEnd,
    /// A `}` alone.
    SingleBrace,
    /// The end of the line, or of the text.
    Unterminated,
}

/// The form of the f-string that a text belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Form {
    pub(crate) quote: u8,
    pub(crate) triple: bool,
    pub(crate) raw: bool,
}

/// Where the text ends that begins at `at`, and what ends it.
pub(crate) fn text_end(bytes: &[u8], at: usize, form: Form, in_spec: bool) -> (usize, TextEnd) {
    let mut i = at;
    while let Some(&byte) = bytes.get(i) {
        match byte {
            b'{' if !in_spec && bytes.get(i + 1) == Some(&b'{') => i += 2,
            b'{' => return (i, TextEnd::Field),
            b'}' if in_spec => return (i, TextEnd::FieldEnd),
            b'}' if bytes.get(i + 1) == Some(&b'}') => i += 2,
            b'}' => return (i, TextEnd::SingleBrace),
            b'\\' => match bytes.get(i + 1) {
                // A backslash does not escape a brace.
                Some(b'{' | b'}') => i += 1,
                Some(b'N') if !form.raw && bytes.get(i + 2) == Some(&b'{') => {
                    let name = &bytes[i + 3..];
                    let len = name
                        .iter()
                        .take_while(|b| !matches!(b, b'}' | b'\n'))
                        .count();
                    i += 3 + len + usize::from(name.get(len) == Some(&b'}'));
                }
                Some(b'\r') if bytes.get(i + 2) == Some(&b'\n') => i += 3,
                _ => i += 2,
            },
            b'\n' | b'\r' if !form.triple => return (i, TextEnd::Unterminated),
            _ if byte == form.quote => {
                if !form.triple || bytes[i..].starts_with(&[form.quote; 3]) {
                    return (i, TextEnd::Quotes);
                }
                i += 1;
            }
            _ => i += 1,
        }
    }
    (bytes.len(), TextEnd::Unterminated)
}
