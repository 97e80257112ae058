//! Texts in fewer bytes: what has been written before is named by its distance and length.
//!
//! ```text
//! text   its length, then steps up to that length
//! step   a number of literal bytes, the bytes; the length of a copy less `SHORTEST`, and how far back it begins
//! ```
//!
//! A step begins with a byte of two halves, literals and copy; a half of 15 says that the rest follows as a number
//! (`pack.rs`). The last step may lack its copy. The sources of the program's modules are kept like this: they are for
//! tracebacks, and a module is unpacked when one shows it.

use super::pack::{Reader, write};

/// Copies are not shorter.
const SHORTEST: usize = 4;
/// A half byte that is full.
const FULL: usize = 15;

/// How many places with the same beginning are compared.
const CANDIDATES: usize = 256;

/// The bytes of a text. Takes its time.
#[allow(dead_code, reason = "the build squeezes")]
pub(crate) fn squeeze(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    write(&mut out, bytes.len() as u64);
    let mut known = std::collections::HashMap::<&[u8], Vec<usize>>::new();
    let (mut at, mut done, mut noted) = (0, 0, 0);
    while at < bytes.len() {
        while noted < at {
            if let Some(begin) = bytes.get(noted..noted + SHORTEST) {
                known.entry(begin).or_default().push(noted);
            }
            noted += 1;
        }
        let (len, from) = longest(bytes, at, &known);
        // A longer one that begins at the next byte is worth the wait.
        if len < SHORTEST || longest(bytes, at + 1, &known).0 > len + 1 {
            at += 1;
            continue;
        }
        step(&mut out, &bytes[done..at], Some((len, at - from)));
        at += len;
        done = at;
    }
    if done < bytes.len() {
        step(&mut out, &bytes[done..], None);
    }
    out
}

/// The longest piece from `at` on that stands before it too: its length and that place.
fn longest(
    bytes: &[u8],
    at: usize,
    known: &std::collections::HashMap<&[u8], Vec<usize>>,
) -> (usize, usize) {
    let begin = bytes.get(at..at + SHORTEST);
    let places = begin.and_then(|begin| known.get(begin));
    let places = places.into_iter().flatten().rev().take(CANDIDATES);
    let same = |from: usize| {
        let pairs = bytes[from..].iter().zip(&bytes[at..]);
        pairs.take_while(|(one, other)| one == other).count()
    };
    // Of equals the nearest: its distance is shorter.
    places.fold((0, 0), |best, &from| match same(from) {
        len if len > best.0 => (len, from),
        _ => best,
    })
}

fn step(out: &mut Vec<u8>, literals: &[u8], copy: Option<(usize, usize)>) {
    let longer = copy.map_or(0, |(len, _)| len - SHORTEST);
    let half = |len: usize| len.min(FULL) as u8;
    out.push(half(literals.len()) << 4 | half(longer));
    let rest = |out: &mut Vec<u8>, len: usize| {
        if len >= FULL {
            write(out, (len - FULL) as u64);
        }
    };
    rest(out, literals.len());
    out.extend_from_slice(literals);
    rest(out, longer);
    if let Some((_, back)) = copy {
        write(out, back as u64);
    }
}

/// The text again; None for bytes that are none.
pub(crate) fn unsqueeze(bytes: &[u8]) -> Option<String> {
    let mut reader = Reader::new(bytes, 0);
    let len: usize = reader.small()?;
    // What is claimed does not make us take memory before it is there.
    let mut out = Vec::with_capacity(len.min(bytes.len().saturating_mul(8)));
    while out.len() < len {
        let halves = usize::from(reader.byte()?);
        let literals = rest(&mut reader, halves >> 4)?;
        out.extend_from_slice(reader.take(literals)?);
        let copied = rest(&mut reader, halves & FULL)?.checked_add(SHORTEST)?;
        if out.len() == len {
            break;
        }
        let from = out.len().checked_sub(reader.small()?)?;
        if copied > len - out.len() || from == out.len() {
            return None;
        }
        // It may reach into what it makes.
        for at in from..from + copied {
            out.push(out[at]);
        }
    }
    (out.len() == len).then(|| String::from_utf8(out).ok())?
}

fn rest(reader: &mut Reader, half: usize) -> Option<usize> {
    if half < FULL {
        return Some(half);
    }
    reader.small::<usize>()?.checked_add(FULL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back() {
        let long = "def f(x):\n    return x + 1\n".repeat(40);
        for text in [
            "",
            "a",
            "abcd",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "éé éé éé éé",
            &long,
        ] {
            let squeezed = squeeze(text);
            assert_eq!(unsqueeze(&squeezed).as_deref(), Some(text));
        }
        assert!(squeeze(&long).len() < 60);
    }

    #[test]
    fn damaged_bytes_are_refused_or_give_another_text() {
        let whole = squeeze("one two three one two three four five one two");
        for at in 0..whole.len() {
            for change in [1, 0x10, 0x80, 0xff] {
                let mut bytes = whole.clone();
                bytes[at] ^= change;
                let _ = unsqueeze(&bytes);
            }
            assert!(unsqueeze(&whole[..at]).is_none());
        }
    }
}
