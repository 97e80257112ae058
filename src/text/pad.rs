//! Filling text up to a width: `center`, `ljust`, `rjust`, `zfill`, `expandtabs`.
//!
//! Widths are in characters.

use super::index;

/// Appends `n` copies of `fill`.
pub(crate) fn push_fill(out: &mut String, fill: char, n: usize) {
    const BLANKS: &str = "                                ";
    if fill == ' ' && n <= BLANKS.len() {
        out.push_str(&BLANKS[..n]);
        return;
    }
    if fill.is_ascii() {
        // One reservation and one memset-like loop for the usual fills.
        out.reserve(n);
    }
    out.extend(std::iter::repeat_n(fill, n));
}

/// Inserts `n` copies of `fill` at byte offset `at` of `out`.
pub(crate) fn insert_fill(out: &mut String, at: usize, fill: char, n: usize) {
    if n == 0 {
        return;
    }
    const BLANKS: &str = "                                ";
    const ZEROS: &str = "00000000000000000000000000000000";
    match fill {
        ' ' if n <= BLANKS.len() => out.insert_str(at, &BLANKS[..n]),
        '0' if n <= ZEROS.len() => out.insert_str(at, &ZEROS[..n]),
        _ => {
            let mut filling = String::new();
            push_fill(&mut filling, fill, n);
            out.insert_str(at, &filling);
        }
    }
}

fn missing(text: &str, width: usize) -> usize {
    width.saturating_sub(index::count(text))
}

/// `str.ljust`: appends `text`, then fill.
pub(crate) fn ljust(out: &mut String, text: &str, width: usize, fill: char) {
    out.push_str(text);
    push_fill(out, fill, missing(text, width));
}

/// `str.rjust`: appends fill, then `text`.
pub(crate) fn rjust(out: &mut String, text: &str, width: usize, fill: char) {
    push_fill(out, fill, missing(text, width));
    out.push_str(text);
}

/// How many of `missing` fill characters `center` puts on the left: the odd one goes left only
/// if the width is odd.
pub(crate) fn center_left(missing: usize, width: usize) -> usize {
    missing / 2 + (missing & width & 1)
}

/// `str.center`.
pub(crate) fn center(out: &mut String, text: &str, width: usize, fill: char) {
    let missing = missing(text, width);
    let left = center_left(missing, width);
    push_fill(out, fill, left);
    out.push_str(text);
    push_fill(out, fill, missing - left);
}

/// `str.zfill`: zeros between the sign and the rest.
pub(crate) fn zfill(out: &mut String, text: &str, width: usize) {
    let sign = usize::from(text.starts_with(['+', '-']));
    out.push_str(&text[..sign]);
    push_fill(out, '0', missing(text, width));
    out.push_str(&text[sign..]);
}

/// `str.expandtabs`: every tab becomes blanks up to the next multiple of `size` columns; with a
/// size of 0 tabs vanish.
pub(crate) fn expandtabs(out: &mut String, text: &str, size: usize) {
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                if size > 0 {
                    let n = size - column % size;
                    push_fill(out, ' ', n);
                    column += n;
                }
            }
            '\n' | '\r' => {
                out.push(c);
                column = 0;
            }
            _ => {
                out.push(c);
                column += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(write: impl Fn(&mut String)) -> String {
        let mut out = String::from(">");
        write(&mut out);
        out
    }

    // Expected values recorded from CPython 3.11.
    #[test]
    fn fills() {
        assert_eq!(with(|o| center(o, "ab", 5, '*')), ">**ab*");
        assert_eq!(with(|o| center(o, "abc", 6, '*')), ">*abc**");
        assert_eq!(with(|o| center(o, "é", 4, '→')), ">→é→→");
        assert_eq!(with(|o| ljust(o, "é", 3, '.')), ">é..");
        assert_eq!(with(|o| rjust(o, "abc", 2, '.')), ">abc");
        assert_eq!(with(|o| zfill(o, "-7", 5)), ">-0007");
        assert_eq!(with(|o| zfill(o, "+", 3)), ">+00");
        assert_eq!(with(|o| zfill(o, "x", 3)), ">00x");
        assert_eq!(
            with(|o| expandtabs(o, "a\tbc\n\td\t", 4)),
            ">a   bc\n    d   "
        );
        assert_eq!(with(|o| expandtabs(o, "a\tb", 0)), ">ab");
        assert_eq!(with(|o| insert_fill(o, 0, 'é', 2)), "éé>");
    }
}
