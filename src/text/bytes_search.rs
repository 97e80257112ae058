//! Searching, splitting, stripping and replacing in bytes.
//!
//! Positions and pieces are byte offsets. As UTF-8 cannot be found at a wrong place, the same
//! functions serve strings wherever the needle is a whole string: see [`super::search`].

use std::ops::Range;

use super::classes::is_space_byte;

/// How many positions are looked at together; the compiler makes vector code of it.
const BLOCK: usize = 32;

const LOW: u64 = 0x0101_0101_0101_0101;
const SEVEN: u64 = 0x7f7f_7f7f_7f7f_7f7f;

/// The top bits of the bytes of `word` that are 0, and of no others.
#[inline(always)]
fn zeros(word: u64) -> u64 {
    !(((word & SEVEN) + SEVEN) | word | SEVEN)
}

/// The first position of `byte`.
pub(crate) fn find_byte(hay: &[u8], byte: u8) -> Option<usize> {
    // Most fields are short: a few words first.
    let pattern = u64::from(byte) * LOW;
    let mut at = 0;
    while at < 4 * 8
        && let Some(word) = hay[at..].first_chunk::<8>()
    {
        let hits = zeros(u64::from_le_bytes(*word) ^ pattern);
        if hits != 0 {
            return Some(at + hits.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    find_byte_far(&hay[at..], byte).map(|found| at + found)
}

fn find_byte_far(hay: &[u8], byte: u8) -> Option<usize> {
    let (blocks, rest) = hay.as_chunks::<BLOCK>();
    for (index, block) in blocks.iter().enumerate() {
        let hit = block.iter().fold(false, |hit, &b| hit | (b == byte));
        if hit {
            let inner = block.iter().position(|&b| b == byte);
            return inner.map(|inner| index * BLOCK + inner);
        }
    }
    let base = blocks.len() * BLOCK;
    rest.iter().position(|&b| b == byte).map(|at| base + at)
}

/// The first position of `needle`; the empty needle is at 0. Time is linear in the worst case.
pub(crate) fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    let (first, last) = match needle {
        [] => return Some(0),
        [byte] => return find_byte(hay, *byte),
        [first, .., last] => (*first, *last),
    };
    let positions = (hay.len() + 1).checked_sub(needle.len())?;
    let heads = &hay[..positions];
    let tails = &hay[needle.len() - 1..];
    let mut work = 0;
    let mut at = 0;
    while at < positions {
        let end = (at + BLOCK).min(positions);
        let (head, tail) = (&heads[at..end], &tails[at..end]);
        let pairs = head.iter().zip(tail);
        let hit = pairs.fold(false, |hit, (&h, &t)| hit | ((h == first) & (t == last)));
        if hit {
            let mut word_at = at;
            while word_at < end {
                let mut hits = if let (Some(head), Some(tail)) = (
                    heads[word_at..end].first_chunk::<8>(),
                    tails[word_at..end].first_chunk::<8>(),
                ) {
                    let head = u64::from_le_bytes(*head) ^ (u64::from(first) * LOW);
                    let tail = u64::from_le_bytes(*tail) ^ (u64::from(last) * LOW);
                    zeros(head | tail)
                } else {
                    let pairs = heads[word_at..end].iter().zip(&tails[word_at..end]);
                    pairs.enumerate().fold(0, |hits, (nth, (&h, &t))| {
                        hits | u64::from((h == first) & (t == last)) << (8 * nth + 7)
                    })
                };
                while hits != 0 {
                    let start = word_at + hits.trailing_zeros() as usize / 8;
                    hits &= hits - 1;
                    if same(&hay[start..start + needle.len()], needle) {
                        return Some(start);
                    }
                    work += needle.len();
                }
                word_at += 8;
            }
            // Too many near misses for the way that has come: on with the sure method.
            if work > 16 * end + 4096 {
                let found = sure_find(
                    positions - end + needle.len() - 1,
                    needle.len(),
                    |n| needle[n],
                    |h| hay[end + h],
                );
                return found.map(|found| end + found);
            }
        }
        at = end;
    }
    None
}

/// Whether two runs of equal length are the same; short ones without a call.
#[inline(always)]
fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() <= 16 {
        return a.iter().zip(b).all(|(x, y)| x == y);
    }
    a == b
}

/// The last position of `needle`; the empty needle is at the end. Time is linear in the worst
/// case.
pub(crate) fn rfind(hay: &[u8], needle: &[u8]) -> Option<usize> {
    let (first, last) = match needle {
        [] => return Some(hay.len()),
        [byte] => return hay.iter().rposition(|b| b == byte),
        [first, .., last] => (*first, *last),
    };
    let size = needle.len();
    let positions = (hay.len() + 1).checked_sub(size)?;
    let mut work = 0;
    for start in (0..positions).rev() {
        if hay[start] == first && hay[start + size - 1] == last {
            if hay[start..start + size] == *needle {
                return Some(start);
            }
            work += size;
            if work > 16 * (positions - start) + 4096 {
                let end = start + size - 1;
                let found = sure_find(end, size, |n| needle[size - 1 - n], |h| hay[end - 1 - h]);
                return found.map(|found| end - found - size);
            }
        }
    }
    None
}

/// Knuth, Morris and Pratt's search over bytes that are asked for by index.
fn sure_find(
    hay_len: usize,
    needle_len: usize,
    needle: impl Fn(usize) -> u8,
    hay: impl Fn(usize) -> u8,
) -> Option<usize> {
    // borders[n]: the longest proper border of the needle's first n + 1 bytes.
    let mut borders = vec![0usize; needle_len];
    let mut matched = 0;
    for n in 1..needle_len {
        while matched > 0 && needle(n) != needle(matched) {
            matched = borders[matched - 1];
        }
        matched += usize::from(needle(n) == needle(matched));
        borders[n] = matched;
    }
    matched = 0;
    for at in 0..hay_len {
        while matched > 0 && hay(at) != needle(matched) {
            matched = borders[matched - 1];
        }
        matched += usize::from(hay(at) == needle(matched));
        if matched == needle_len {
            return Some(at + 1 - needle_len);
        }
    }
    None
}

/// How often `needle` occurs without overlap; the empty one between all bytes and at the ends.
pub(crate) fn count(hay: &[u8], needle: &[u8]) -> usize {
    match needle {
        [] => hay.len() + 1,
        [byte] => hay.iter().filter(|&b| b == byte).count(),
        _ => Split::new(hay, needle, None).count() - 1,
    }
}

/// The pieces between separators, from the left.
#[derive(Debug, Clone)]
pub(crate) struct Split<'a> {
    hay: &'a [u8],
    separator: &'a [u8],
    /// Where the next piece begins; none when all is given.
    at: Option<usize>,
    left: usize,
}

impl<'a> Split<'a> {
    /// `hay.split(separator, max)` with a separator that is not empty; no `max` is no limit.
    pub(crate) fn new(hay: &'a [u8], separator: &'a [u8], max: Option<usize>) -> Self {
        debug_assert!(!separator.is_empty(), "the caller refuses empty separators");
        Split {
            hay,
            separator,
            at: Some(0),
            left: max.unwrap_or(usize::MAX),
        }
    }
}

impl Iterator for Split<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.at?;
        let found = if self.left > 0 {
            find(&self.hay[start..], self.separator)
        } else {
            None
        };
        match found {
            Some(found) => {
                self.left -= 1;
                self.at = Some(start + found + self.separator.len());
                Some(start..start + found)
            }
            None => {
                self.at = None;
                Some(start..self.hay.len())
            }
        }
    }
}

/// `hay.rsplit(separator, max)`, the pieces in reading order. The separator is not empty.
pub(crate) fn rsplit(hay: &[u8], separator: &[u8], max: Option<usize>) -> Vec<Range<usize>> {
    debug_assert!(!separator.is_empty(), "the caller refuses empty separators");
    let mut pieces = Vec::new();
    let mut end = hay.len();
    let mut left = max.unwrap_or(usize::MAX);
    while left > 0
        && let Some(found) = rfind(&hay[..end], separator)
    {
        pieces.push(found + separator.len()..end);
        end = found;
        left -= 1;
    }
    pieces.push(0..end);
    pieces.reverse();
    pieces
}

/// `hay.split(None, max)`: the words between white space.
pub(crate) fn split_space(hay: &[u8], max: Option<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut left = max.unwrap_or(usize::MAX);
    let mut at = 0;
    loop {
        at += hay[at..].iter().take_while(|&&b| is_space_byte(b)).count();
        if at == hay.len() {
            return pieces;
        }
        if left == 0 {
            pieces.push(at..hay.len());
            return pieces;
        }
        let word = hay[at..].iter().take_while(|&&b| !is_space_byte(b)).count();
        pieces.push(at..at + word);
        at += word;
        left -= 1;
    }
}

/// `hay.rsplit(None, max)`, the pieces in reading order.
pub(crate) fn rsplit_space(hay: &[u8], max: Option<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut left = max.unwrap_or(usize::MAX);
    let mut end = hay.len();
    loop {
        let back = hay[..end].iter().rev();
        end -= back.take_while(|&&b| is_space_byte(b)).count();
        if end == 0 {
            break;
        }
        if left == 0 {
            pieces.push(0..end);
            break;
        }
        let back = hay[..end].iter().rev();
        let word = back.take_while(|&&b| !is_space_byte(b)).count();
        pieces.push(end - word..end);
        end -= word;
        left -= 1;
    }
    pieces.reverse();
    pieces
}

/// `hay.splitlines(keep)`: lines end at `\n`, `\r` or `\r\n`.
pub(crate) fn split_lines(hay: &[u8], keep: bool) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut at = 0;
    while at < hay.len() {
        let length = hay[at..].iter().take_while(|b| !matches!(b, b'\n' | b'\r'));
        let end = at + length.count();
        let next = match &hay[end..] {
            [] => end,
            [b'\r', b'\n', ..] => end + 2,
            _ => end + 1,
        };
        lines.push(at..if keep { next } else { end });
        at = next;
    }
    lines
}

/// What is left of `hay` when bytes of `set`, or white space without one, are cut off the ends.
pub(crate) fn strip(hay: &[u8], set: Option<&[u8]>, left: bool, right: bool) -> Range<usize> {
    let cut = |b: &&u8| match set {
        Some(set) => set.contains(b),
        None => is_space_byte(**b),
    };
    let (mut start, mut end) = (0, hay.len());
    if left {
        start = hay.iter().take_while(cut).count();
    }
    if right {
        end -= hay[start..].iter().rev().take_while(cut).count();
    }
    start..end
}

/// `hay.replace(from, to, max)`; `None` if nothing is to be replaced.
pub(crate) fn replace(hay: &[u8], from: &[u8], to: &[u8], max: Option<usize>) -> Option<Vec<u8>> {
    let max = max.unwrap_or(usize::MAX);
    if max == 0 {
        return None;
    }
    if from.is_empty() {
        let mut out = Vec::with_capacity(hay.len());
        for (at, &b) in hay.iter().enumerate() {
            if at < max {
                out.extend_from_slice(to);
            }
            out.push(b);
        }
        if hay.len() < max {
            out.extend_from_slice(to);
        }
        return Some(out);
    }
    let first = find(hay, from)?;
    let mut out = Vec::with_capacity(hay.len());
    out.extend_from_slice(&hay[..first]);
    let rest = &hay[first + from.len()..];
    for piece in Split::new(rest, from, Some(max - 1)) {
        out.extend_from_slice(to);
        out.extend_from_slice(&rest[piece]);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(hay: &str, ranges: impl IntoIterator<Item = Range<usize>>) -> Vec<&str> {
        ranges.into_iter().map(|range| &hay[range]).collect()
    }

    #[test]
    fn finds_as_the_plain_way() {
        // All needles over a small alphabet, against windows.
        let mut state = 7u32;
        let mut next = || {
            state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
            state >> 16
        };
        for _ in 0..2000 {
            let hay: Vec<u8> = (0..next() % 100)
                .map(|_| b'a' + (next() % 2) as u8)
                .collect();
            let needle: Vec<u8> = (0..1 + next() % 6)
                .map(|_| b'a' + (next() % 2) as u8)
                .collect();
            let plain = hay.windows(needle.len()).position(|w| w == needle);
            assert_eq!(find(&hay, &needle), plain);
            let last = hay.windows(needle.len()).rposition(|w| w == needle);
            assert_eq!(rfind(&hay, &needle), last);
        }
    }

    #[test]
    fn hard_needles_stay_linear() {
        let mut hay = vec![b'a'; 200_000];
        let mut needle = vec![b'a'; 20_000];
        needle[10_000] = b'b';
        assert_eq!(find(&hay, &needle), None);
        assert_eq!(rfind(&hay, &needle), None);
        hay[150_000] = b'b';
        assert_eq!(find(&hay, &needle), Some(140_000));
        assert_eq!(rfind(&hay, &needle), Some(140_000));
        hay[50_000] = b'b';
        assert_eq!(find(&hay, &needle), Some(40_000));
        assert_eq!(rfind(&hay, &needle), Some(140_000));
        assert_eq!(count(&hay, &needle), 2);
    }

    // Expected values recorded from CPython 3.11.
    #[test]
    fn splits() {
        let hay = "a,b,,c,";
        let split = |max| texts(hay, Split::new(hay.as_bytes(), b",", max));
        assert_eq!(split(None), ["a", "b", "", "c", ""]);
        assert_eq!(split(Some(2)), ["a", "b", ",c,"]);
        assert_eq!(split(Some(0)), [hay]);
        assert_eq!(
            texts(hay, rsplit(hay.as_bytes(), b",", Some(2))),
            ["a,b,", "c", ""]
        );
        let hay = "  a  b c ";
        assert_eq!(
            texts(hay, split_space(hay.as_bytes(), None)),
            ["a", "b", "c"]
        );
        assert_eq!(
            texts(hay, split_space(hay.as_bytes(), Some(1))),
            ["a", "b c "]
        );
        assert_eq!(
            texts(hay, rsplit_space(hay.as_bytes(), Some(1))),
            ["  a  b", "c"]
        );
        let hay = "a\r\nb\n\rc";
        assert_eq!(
            texts(hay, split_lines(hay.as_bytes(), false)),
            ["a", "b", "", "c"]
        );
        assert_eq!(
            texts(hay, split_lines(hay.as_bytes(), true)),
            ["a\r\n", "b\n", "\r", "c"]
        );
    }

    #[test]
    fn strips_and_replaces() {
        assert_eq!(strip(b" \x0ba ", None, true, true), 2..3);
        assert_eq!(strip(b"xyaxy", Some(b"xy"), true, false), 2..5);
        assert_eq!(strip(b"xxx", Some(b"x"), true, true), 3..3);
        assert_eq!(replace(b"abab", b"b", b"--", None).expect("hit"), b"a--a--");
        assert_eq!(replace(b"abab", b"b", b"", Some(1)).expect("hit"), b"aab");
        assert_eq!(replace(b"ab", b"", b"-", None).expect("hit"), b"-a-b-");
        assert_eq!(replace(b"ab", b"", b"-", Some(2)).expect("hit"), b"-a-b");
        assert_eq!(replace(b"ab", b"c", b"-", None), None);
        assert_eq!(count(b"aaaa", b"aa"), 2);
        assert_eq!(count(b"ab", b""), 3);
    }
}
