//! Python counts characters, Rust bytes: from one to the other in UTF-8 text, eight bytes at a
//! time, and slices by character.
//!
//! A caller that knows its text to be ASCII need not come here but for steps.

use std::ops::Range;

const LOW_BITS: u64 = 0x0101_0101_0101_0101;

/// How many of the eight bytes begin a character.
#[inline]
fn starts_in(word: [u8; 8]) -> usize {
    let word = u64::from_le_bytes(word);
    // A continuation byte is 10xxxxxx: the top bit set and the next one clear.
    let continuations = (word >> 7) & !(word >> 6) & LOW_BITS;
    8 - continuations.count_ones() as usize
}

/// Does this byte begin a character?
#[inline]
fn is_start(b: u8) -> bool {
    b & 0xc0 != 0x80
}

/// The number of characters: `len(text)`.
#[inline]
pub(crate) fn count(text: &str) -> usize {
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let in_words: usize = words.iter().map(|&word| starts_in(word)).sum();
    in_words + rest.iter().filter(|&&b| is_start(b)).count()
}

/// The byte offset of character `n`; the text's length if it has no more than `n` characters.
pub(crate) fn byte_of_char(text: &str, n: usize) -> usize {
    let bytes = text.as_bytes();
    if n >= bytes.len() {
        return bytes.len();
    }
    let (words, _) = bytes.as_chunks::<8>();
    let (mut at, mut left) = (0, n);
    for &word in words {
        let starts = starts_in(word);
        if starts > left {
            break;
        }
        left -= starts;
        at += 8;
    }
    // `at` may stand inside a character whose start is counted: its tail is passed over.
    for &b in &bytes[at..] {
        if is_start(b) {
            if left == 0 {
                break;
            }
            left -= 1;
        }
        at += 1;
    }
    at
}

/// The byte offset of character `n` of a text of `chars` characters, from the nearer end.
pub(crate) fn byte_of_char_in(text: &str, n: usize, chars: usize) -> usize {
    if n <= chars / 2 {
        return byte_of_char(text, n);
    }
    if n >= chars {
        return text.len();
    }
    let bytes = text.as_bytes();
    let (_, words) = bytes.as_rchunks::<8>();
    let (mut at, mut left) = (bytes.len(), chars - n);
    for &word in words.iter().rev() {
        let starts = starts_in(word);
        if starts >= left {
            break;
        }
        left -= starts;
        at -= 8;
    }
    while left > 0 {
        at -= 1;
        left -= usize::from(is_start(bytes[at]));
    }
    at
}

/// The index of the character that begins at byte offset `at`.
#[inline]
pub(crate) fn char_of_byte(text: &str, at: usize) -> usize {
    count(&text[..at])
}

/// Character `n` of a text of `chars` characters.
pub(crate) fn char_at(text: &str, n: usize, chars: usize) -> Option<char> {
    text[byte_of_char_in(text, n, chars)..].chars().next()
}

/// The bytes of the characters `range` of a text of `chars` characters.
pub(crate) fn byte_range(text: &str, range: Range<usize>, chars: usize) -> Range<usize> {
    let start = byte_of_char_in(text, range.start, chars);
    if range.end >= chars {
        return start..text.len();
    }
    // A short range is found faster from its start.
    let wanted = range.end.saturating_sub(range.start);
    let end = if wanted <= chars - range.end {
        start + byte_of_char(&text[start..], wanted)
    } else {
        byte_of_char_in(text, range.end, chars)
    };
    start..end
}

/// Brings the `start` and `end` of `find`, `count` and the like into a text of `chars`
/// characters: negative ones count from its end. A start beyond the end finds nothing, not even
/// the empty string: then it is `None`.
pub(crate) fn clip(start: i64, end: i64, chars: usize) -> Option<Range<usize>> {
    let len = i64::try_from(chars).expect("no text is that long");
    let bring = |at: i64| {
        let at = if at < 0 { at.saturating_add(len) } else { at };
        at.max(0)
    };
    let (start, end) = (bring(start), bring(end).min(len));
    (start <= end).then_some(start as usize..end as usize)
}

/// Appends `count` characters of `text`, the first at index `start`, each `step` after the one
/// before it. All must lie in the text, which has `chars` characters; `step` is not 0.
pub(crate) fn push_steps(
    out: &mut String,
    text: &str,
    chars: usize,
    start: usize,
    step: i64,
    count: usize,
) {
    if count == 0 {
        return;
    }
    if step == 1 {
        out.push_str(&text[byte_range(text, start..start + count, chars)]);
        return;
    }
    let skip = usize::try_from(step.unsigned_abs()).unwrap_or(usize::MAX);
    if chars == text.len() {
        let bytes = text.as_bytes();
        let mut at = start;
        for taken in 1..=count {
            out.push(bytes[at] as char);
            if taken < count {
                at = if step > 0 { at + skip } else { at - skip };
            }
        }
    } else if step > 0 {
        let from = byte_of_char_in(text, start, chars);
        out.extend(text[from..].chars().step_by(skip).take(count));
    } else {
        let to = byte_of_char_in(text, start + 1, chars);
        out.extend(text[..to].chars().rev().step_by(skip).take(count));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_std() {
        for text in [
            "",
            "plain ascii, longer than a word",
            "é",
            "aé€😀 bcdefgh ééééééééééé 😀😀😀😀😀 x",
            "日本語日本語日本語日本語",
        ] {
            let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let chars = offsets.len();
            assert_eq!(count(text), chars);
            offsets.push(text.len());
            for (n, &at) in offsets.iter().enumerate() {
                assert_eq!(byte_of_char(text, n), at, "{text} {n}");
                assert_eq!(byte_of_char_in(text, n, chars), at, "{text} {n}");
                assert_eq!(char_of_byte(text, at), n);
                assert_eq!(char_at(text, n, chars), text.chars().nth(n));
                for (m, &end) in offsets.iter().enumerate().skip(n) {
                    assert_eq!(byte_range(text, n..m, chars), at..end);
                }
            }
            assert_eq!(byte_of_char(text, chars + 9), text.len());
        }
    }

    #[test]
    fn steps() {
        let steps = |text: &str, start, step, n| {
            let mut out = String::new();
            push_steps(&mut out, text, count(text), start, step, n);
            out
        };
        for text in ["abcdef", "aé€😀ef"] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(
                steps(text, 5, -1, 6),
                chars.iter().rev().collect::<String>()
            );
            assert_eq!(
                steps(text, 1, 2, 3),
                [chars[1], chars[3], chars[5]].iter().collect::<String>()
            );
            assert_eq!(
                steps(text, 4, -3, 2),
                [chars[4], chars[1]].iter().collect::<String>()
            );
            assert_eq!(steps(text, 2, 1, 3), chars[2..5].iter().collect::<String>());
            assert_eq!(steps(text, 2, i64::MIN, 1), chars[2].to_string());
            assert_eq!(steps(text, 9, 4, 0), "");
        }
    }

    #[test]
    fn clips() {
        assert_eq!(clip(0, i64::MAX, 5), Some(0..5));
        assert_eq!(clip(-2, -1, 5), Some(3..4));
        assert_eq!(clip(-9, 2, 5), Some(0..2));
        assert_eq!(clip(5, 9, 5), Some(5..5));
        assert_eq!(clip(6, 9, 5), None);
        assert_eq!(clip(3, 2, 5), None);
        assert_eq!(clip(i64::MIN, i64::MIN, 5), Some(0..0));
    }
}
