//! Letter case of whole strings, and the `is...` questions that Python asks of them.

use super::classes;
use super::unicode_table as table;

/// `str.upper`.
pub(crate) fn upper(text: &str) -> String {
    text.to_uppercase()
}

/// `str.lower`; a capital sigma at the end of a word becomes the final sigma.
pub(crate) fn lower(text: &str) -> String {
    text.to_lowercase()
}

/// Calls `each` with every character of `text` and its lowercase mapping in context.
fn with_lower(text: &str, mut each: impl FnMut(char, &str)) {
    // Only the capital sigma looks at its neighbours: the whole string's mapping knows them.
    let whole = text.to_lowercase();
    let mut at = 0;
    for c in text.chars() {
        let len = if c == '\u{3a3}' {
            '\u{3c3}'.len_utf8()
        } else {
            c.to_lowercase().map(char::len_utf8).sum()
        };
        each(c, &whole[at..at + len]);
        at += len;
    }
}

fn push_title(out: &mut String, c: char) {
    if c.is_ascii() {
        out.push(c.to_ascii_uppercase());
    } else if ('\u{10d0}'..='\u{10ff}').contains(&c) {
        out.push(c);
    } else {
        match table::TITLECASE.binary_search_by_key(&(c as u32), |entry| entry.0) {
            Ok(found) => out.push_str(table::TITLECASE[found].1),
            Err(_) => out.extend(c.to_uppercase()),
        }
    }
}

/// `str.title`: the first letter of every run of letters in title case, the others lower.
pub(crate) fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    with_lower(text, |c, lower| {
        if inside {
            out.push_str(lower);
        } else {
            push_title(&mut out, c);
        }
        inside = classes::is_cased(c);
    });
    out
}

/// `str.capitalize`: the first character in title case, the others lower.
pub(crate) fn capitalize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut first = true;
    with_lower(text, |c, lower| {
        if first {
            push_title(&mut out, c);
        } else {
            out.push_str(lower);
        }
        first = false;
    });
    out
}

/// `str.swapcase`.
pub(crate) fn swapcase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    with_lower(text, |c, lower| {
        if classes::is_upper(c) {
            out.push_str(lower);
        } else if classes::is_lower(c) {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    });
    out
}

/// `str.casefold`.
pub(crate) fn casefold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\0'..='\u{7f}' => out.push(c.to_ascii_lowercase()),
            // Cherokee folds to its capitals, which came first.
            '\u{13a0}'..='\u{13f5}' => out.push(c),
            '\u{ab70}'..='\u{abbf}' => {
                let capital = c as u32 - 0xab70 + 0x13a0;
                out.push(char::from_u32(capital).expect("Cherokee capitals are assigned"));
            }
            _ => match table::FOLD.binary_search_by_key(&(c as u32), |entry| entry.0) {
                Ok(found) => out.push_str(table::FOLD[found].1),
                Err(_) => out.extend(c.to_lowercase()),
            },
        }
    }
    out
}

fn every(text: &str, test: fn(char) -> bool) -> bool {
    if let [byte] = text.as_bytes() {
        return test(char::from(*byte));
    }
    !text.is_empty() && text.chars().all(test)
}

pub(crate) fn is_alpha(text: &str) -> bool {
    every(text, classes::is_alpha)
}

pub(crate) fn is_alnum(text: &str) -> bool {
    every(text, classes::is_alnum)
}

pub(crate) fn is_decimal(text: &str) -> bool {
    every(text, classes::is_decimal)
}

pub(crate) fn is_digit(text: &str) -> bool {
    every(text, classes::is_digit)
}

pub(crate) fn is_numeric(text: &str) -> bool {
    every(text, classes::is_numeric)
}

pub(crate) fn is_space(text: &str) -> bool {
    every(text, classes::is_space)
}

/// `str.isprintable`; the empty string is.
pub(crate) fn is_printable(text: &str) -> bool {
    text.chars().all(classes::is_printable)
}

/// `str.islower`: at least one cased character, and none that is upper or title.
pub(crate) fn is_lower(text: &str) -> bool {
    let mut cased = false;
    for c in text.chars() {
        if classes::is_upper(c) || classes::is_title(c) {
            return false;
        }
        cased |= classes::is_lower(c);
    }
    cased
}

/// `str.isupper`: at least one cased character, and none that is lower or title.
pub(crate) fn is_upper(text: &str) -> bool {
    let mut cased = false;
    for c in text.chars() {
        if classes::is_lower(c) || classes::is_title(c) {
            return false;
        }
        cased |= classes::is_upper(c);
    }
    cased
}

/// `str.istitle`: capitals only at the start of a run of letters, and every run has one.
pub(crate) fn is_title(text: &str) -> bool {
    let (mut cased, mut inside) = (false, false);
    for c in text.chars() {
        if classes::is_upper(c) || classes::is_title(c) {
            if inside {
                return false;
            }
            (cased, inside) = (true, true);
        } else if classes::is_lower(c) {
            if !inside {
                return false;
            }
        } else {
            inside = false;
        }
    }
    cased
}

/// `str.isidentifier`; keywords are identifiers too.
pub(crate) fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(classes::is_id_start) && chars.all(classes::is_id_continue)
}

/// `bytes.title`; the other cases of bytes are `to_ascii_uppercase` and its kin.
pub(crate) fn title_bytes(bytes: &[u8]) -> Vec<u8> {
    let mut inside = false;
    let title = |&b: &u8| {
        let cased = if inside {
            b.to_ascii_lowercase()
        } else {
            b.to_ascii_uppercase()
        };
        inside = b.is_ascii_alphabetic();
        cased
    };
    bytes.iter().map(title).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    // Expected values recorded from CPython 3.11.
    #[test]
    fn mappings() {
        assert_eq!(upper("straße ŉ"), "STRASSE ʼN");
        assert_eq!(lower("ΑΣ ΣΑ İ"), "ας σα i\u{307}");
        assert_eq!(title("they're ΑΣ ǆ ﬁx ß"), "They'Re Ας ǅ Fix Ss");
        assert_eq!(capitalize("ﬁX ΑΣ"), "Fix ας");
        assert_eq!(capitalize("ß"), "Ss");
        assert_eq!(swapcase("aB ß ǅ ΑΣ"), "Ab SS ǅ ας");
        assert_eq!(casefold("Straße ς ﬃ Ꭰ ꭰ"), "strasse σ ffi Ꭰ Ꭰ");
        assert_eq!(title_bytes(b"they're x1y"), b"They'Re X1Y");
    }

    #[test]
    fn questions() {
        assert!(is_title("A Bc-De") && !is_title("AB") && !is_title("") && !is_title("aB"));
        assert!(is_upper("A1") && !is_upper("1") && !is_upper("Aǅ"));
        assert!(is_lower("ab ʰ") && !is_lower("aB"));
        assert!(is_identifier("_é1") && !is_identifier("1a") && !is_identifier(""));
        assert!(is_printable("") && is_printable("é ") && !is_printable("\u{a0}"));
        assert!(is_digit("²٣") && !is_decimal("²") && is_numeric("½") && is_alnum("½a"));
        assert!(is_space("\u{1c} \u{3000}") && !is_space(""));
    }
}
