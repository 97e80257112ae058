//! Searching, splitting, stripping and replacing in strings.
//!
//! Positions and pieces are byte offsets into the string; [`super::index`] makes them character
//! indices. Whole-string needles go to [`super::bytes_search`]; here is what goes by character:
//! white space, line ends, sets of characters, the empty needle.

use std::ops::Range;

use super::bytes_search::{self, Split};
use super::classes::is_space;
use super::error::FormatError;
use super::index;

/// The ValueError of `split` and `partition` with an empty separator.
pub(crate) fn empty_separator() -> FormatError {
    FormatError::value("empty separator")
}

/// The first place of `needle`; the empty one is at 0.
#[inline]
pub(crate) fn find(text: &str, needle: &str) -> Option<usize> {
    bytes_search::find(text.as_bytes(), needle.as_bytes())
}

/// The last place of `needle`; the empty one is at the end.
#[inline]
pub(crate) fn rfind(text: &str, needle: &str) -> Option<usize> {
    bytes_search::rfind(text.as_bytes(), needle.as_bytes())
}

/// How often `needle` occurs without overlap; the empty one around every character.
pub(crate) fn count(text: &str, needle: &str) -> usize {
    if needle.is_empty() {
        return index::count(text) + 1;
    }
    bytes_search::count(text.as_bytes(), needle.as_bytes())
}

/// `text.split(separator, max)` with a separator that is not empty; no `max` is no limit.
pub(crate) fn split<'a>(text: &'a str, separator: &'a str, max: Option<usize>) -> Split<'a> {
    Split::new(text.as_bytes(), separator.as_bytes(), max)
}

/// `text.rsplit(separator, max)`, in reading order. The separator is not empty.
pub(crate) fn rsplit(text: &str, separator: &str, max: Option<usize>) -> Vec<Range<usize>> {
    bytes_search::rsplit(text.as_bytes(), separator.as_bytes(), max)
}

/// What `is_space` says of the ASCII characters.
const ASCII_SPACE: [bool; 128] = {
    let mut table = [false; 128];
    let mut at = 0;
    while at < 128 {
        table[at] = matches!(at, 9..=13 | 28..=32);
        at += 1;
    }
    table
};

/// Whether an ASCII character is white space.
#[inline(always)]
pub(crate) fn is_ascii_space(byte: u8) -> bool {
    ASCII_SPACE[usize::from(byte & 0x7F)]
}

/// 1 for white space, 0 for the other ASCII characters, 2 for what is not ASCII.
const SPACE_KIND: [u8; 256] = {
    let mut table = [2; 256];
    let mut at = 0;
    while at < 128 {
        table[at] = ASCII_SPACE[at] as u8;
        at += 1;
    }
    table
};

/// The length of the white space, or of what is none, that `text` begins with.
fn run(text: &str, space: bool) -> usize {
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(&b) = bytes.get(at) {
        if b < 0x80 {
            if ASCII_SPACE[usize::from(b)] != space {
                break;
            }
            at += 1;
            continue;
        }
        let c = text[at..].chars().next().expect("a character begins here");
        if is_space(c) != space {
            break;
        }
        at += c.len_utf8();
    }
    at
}

/// The same at the end of `text`.
fn run_back(text: &str, space: bool) -> usize {
    let kept = text.trim_end_matches(|c| is_space(c) == space);
    text.len() - kept.len()
}

/// `text.split(None, max)`: the words between white space. The rest after `max` words keeps its
/// trailing white space.
#[derive(Debug, Clone)]
pub(crate) struct Words<'a> {
    text: &'a str,
    at: usize,
    left: usize,
}

impl<'a> Words<'a> {
    pub(crate) fn new(text: &'a str, max: Option<usize>) -> Self {
        Words {
            text,
            at: 0,
            left: max.unwrap_or(usize::MAX),
        }
    }
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        if self.left > 0 {
            // As long as the characters are ASCII.
            let mut start = self.at;
            while bytes
                .get(start)
                .is_some_and(|&b| SPACE_KIND[usize::from(b)] == 1)
            {
                start += 1;
            }
            let mut end = start;
            while bytes
                .get(end)
                .is_some_and(|&b| SPACE_KIND[usize::from(b)] == 0)
            {
                end += 1;
            }
            if end > start && bytes.get(end).is_none_or(u8::is_ascii) {
                self.left -= 1;
                self.at = end;
                return Some(start..end);
            }
        }
        let start = self.at + run(&self.text[self.at..], true);
        if start == self.text.len() {
            self.at = start;
            return None;
        }
        let end = if self.left == 0 {
            self.text.len()
        } else {
            self.left -= 1;
            start + run(&self.text[start..], false)
        };
        self.at = end;
        Some(start..end)
    }
}

/// `text.rsplit(None, max)`, in reading order.
pub(crate) fn rsplit_space(text: &str, max: Option<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut left = max.unwrap_or(usize::MAX);
    let mut end = text.len();
    loop {
        end -= run_back(&text[..end], true);
        if end == 0 {
            break;
        }
        if left == 0 {
            pieces.push(0..end);
            break;
        }
        let start = end - run_back(&text[..end], false);
        pieces.push(start..end);
        end = start;
        left -= 1;
    }
    pieces.reverse();
    pieces
}

/// Does a line end at this character?
fn ends_line(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r'
            | '\u{b}'
            | '\u{c}'
            | '\u{1c}'
            | '\u{1d}'
            | '\u{1e}'
            | '\u{85}'
            | '\u{2028}'
            | '\u{2029}'
    )
}

/// `text.splitlines(keep)`.
#[derive(Debug, Clone)]
pub(crate) struct Lines<'a> {
    text: &'a str,
    at: usize,
    keep: bool,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str, keep: bool) -> Self {
        Lines { text, at: 0, keep }
    }
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let rest = &self.text[start..];
        if rest.is_empty() {
            return None;
        }
        // Up to the first byte that may be part of a line end.
        let plain = |&b: &u8| b < 0x80 && !matches!(b, 0xa..=0xd | 0x1c..=0x1e);
        let skipped = rest.bytes().take_while(|b| plain(b)).count();
        let found = rest[skipped..].char_indices().find(|&(_, c)| ends_line(c));
        let (length, mark) = match found.map(|(at, c)| (skipped + at, c)) {
            None => (rest.len(), 0),
            Some((at, _)) if rest[at..].starts_with("\r\n") => (at, 2),
            Some((at, c)) => (at, c.len_utf8()),
        };
        self.at = start + length + mark;
        let end = if self.keep { self.at } else { start + length };
        Some(start..end)
    }
}

/// What is left of `text` when characters of `set`, or white space without one, are cut off the
/// ends.
pub(crate) fn strip(text: &str, set: Option<&str>, left: bool, right: bool) -> Range<usize> {
    let bytes = text.as_bytes();
    let cut_ascii = |byte: u8| match set {
        Some(set) => set.as_bytes().contains(&byte),
        None => ASCII_SPACE[usize::from(byte)],
    };
    let cut = |c: char| match set {
        Some(set) => set.contains(c),
        None => is_space(c),
    };
    let (mut start, mut end) = (0, text.len());
    if left {
        while start < end && bytes[start] < 0x80 && cut_ascii(bytes[start]) {
            start += 1;
        }
        if start < end && bytes[start] >= 0x80 {
            start = end - text[start..end].trim_start_matches(cut).len();
        }
    }
    if right {
        while start < end && bytes[end - 1] < 0x80 && cut_ascii(bytes[end - 1]) {
            end -= 1;
        }
        if start < end && bytes[end - 1] >= 0x80 {
            end = start + text[start..end].trim_end_matches(cut).len();
        }
    }
    start..end
}

/// Appends `text.replace(from, to, max)`; false, and nothing is appended, if nothing is to be replaced.
pub(crate) fn replace_into(
    out: &mut String,
    text: &str,
    from: &str,
    to: &str,
    max: Option<usize>,
) -> bool {
    let max = max.unwrap_or(usize::MAX);
    if max == 0 {
        return false;
    }
    if from.is_empty() {
        let mut left = max;
        for c in text.chars() {
            if left > 0 {
                out.push_str(to);
                left -= 1;
            }
            out.push(c);
        }
        if left > 0 {
            out.push_str(to);
        }
        return true;
    }
    let Some(first) = find(text, from) else {
        return false;
    };
    out.reserve(text.len());
    out.push_str(&text[..first]);
    let rest = &text[first + from.len()..];
    for piece in split(rest, from, Some(max - 1)) {
        out.push_str(to);
        out.push_str(&rest[piece]);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, ranges: impl IntoIterator<Item = Range<usize>>) -> Vec<&str> {
        ranges.into_iter().map(|range| &text[range]).collect()
    }

    // Expected values recorded from CPython 3.11.
    #[test]
    fn words() {
        let text = "\u{3000}é\u{a0} b\u{1c}c ";
        assert_eq!(texts(text, Words::new(text, None)), ["é", "b", "c"]);
        assert_eq!(texts(text, Words::new(text, Some(1))), ["é", "b\u{1c}c "]);
        assert_eq!(texts(text, rsplit_space(text, None)), ["é", "b", "c"]);
        assert_eq!(
            texts(text, rsplit_space(text, Some(1))),
            ["\u{3000}é\u{a0} b", "c"]
        );
        assert_eq!(Words::new("  ", Some(0)).count(), 0);
        assert_eq!(texts(" a ", Words::new(" a ", Some(0))), ["a "]);
    }

    #[test]
    fn lines() {
        let text = "a\r\n\u{2028}é\u{b}\rb";
        assert_eq!(
            texts(text, Lines::new(text, false)),
            ["a", "", "é", "", "b"]
        );
        assert_eq!(
            texts(text, Lines::new(text, true)),
            ["a\r\n", "\u{2028}", "é\u{b}", "\r", "b"]
        );
        assert_eq!(Lines::new("", false).count(), 0);
        assert_eq!(Lines::new("a\n", false).count(), 1);
    }

    fn replace(text: &str, from: &str, to: &str, max: Option<usize>) -> Option<String> {
        let mut out = String::new();
        replace_into(&mut out, text, from, to, max).then_some(out)
    }

    #[test]
    fn the_rest() {
        assert_eq!(find("aé€", "€"), Some(3));
        assert_eq!(rfind("éaéa", "éa"), Some(3));
        assert_eq!(count("éa", ""), 3);
        assert_eq!(strip("éxé", Some("é"), true, true), 2..3);
        assert_eq!(strip(" a ", None, false, true), 0..2);
        assert_eq!(replace("éa", "", "-", Some(2)).as_deref(), Some("-é-a"));
        assert_eq!(replace("éa", "", "-", None).as_deref(), Some("-é-a-"));
        assert_eq!(replace("éaéa", "éa", "x", None).as_deref(), Some("xx"));
        assert_eq!(replace("a", "b", "x", None), None);
        assert_eq!(texts("a→b→c", split("a→b→c", "→", Some(1))), ["a", "b→c"]);
        assert_eq!(texts("a→b→c", rsplit("a→b→c", "→", Some(1))), ["a→b", "c"]);
    }
}
