//! The names of characters, for `\\N{...}`.
//!
//! The build packs them (`build/names.rs`) from the package `unicode_names2`, in a quarter of the bytes of its own tables:
//!
//! ```text
//! names    four sections, each with its length before it (u32): words, rows, runs, aliases
//! word     two half bytes: the bytes it shares with the word before, the length of the rest (15: it follows); the rest
//! row      two half bytes: the words it shares with the name before, the number of words that follow; their numbers.
//!          The code is the last one's successor, or further on: 0xFF and the gap (three bytes) stand before the row
//! number   a byte, or two from 0xC0 on
//! runs     lines of text: first and last code, the name without the code: `3400 4DBF CJK UNIFIED IDEOGRAPH`
//! aliases  lines of text: code, name
//! ```
//!
//! A word has the space or hyphen with it that it follows. A search reads all names, about 0.3 ms: such escapes are few.

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/character_names"));

/// Words that are named by one byte.
const FREQUENT: usize = 0xC0;
/// Before a row: its code is not the next one.
const GAP: u8 = 0xFF;

/// The character of a name, in letters of either case. Aliases are names.
pub(crate) fn character(name: &str) -> Option<char> {
    if !name.is_ascii() {
        return None;
    }
    let name = name.to_ascii_uppercase();
    let mut rest = PACKED;
    let [words, rows, runs, aliases] = std::array::from_fn(|_| section(&mut rest));
    let code = listed(&name, words, rows)
        .or_else(|| in_run(&name, runs))
        .or_else(|| syllable(&name))
        .or_else(|| alias(&name, aliases))?;
    char::from_u32(code)
}

fn section(rest: &mut &'static [u8]) -> &'static [u8] {
    let (len, after) = rest
        .split_first_chunk()
        .expect("the build wrote four sections");
    let (section, after) = after.split_at(u32::from_le_bytes(*len) as usize);
    *rest = after;
    section
}

/// The numbers of the words of a name; None if one is in no name.
fn numbers(name: &str, words: &[u8]) -> Option<Vec<u16>> {
    let ends = name.match_indices([' ', '-']).map(|(at, _)| at);
    let ends: Vec<usize> = ends.chain([name.len()]).collect();
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let wanted: Vec<&[u8]> = starts
        .zip(&ends)
        .map(|(from, to)| &name.as_bytes()[from..*to])
        .collect();
    let mut found = vec![None; wanted.len()];
    let (mut at, mut number, mut word) = (0, 0, Vec::new());
    while at < words.len() {
        let (kept, len) = (words[at] >> 4, words[at] & 15);
        let mut len = usize::from(len);
        at += 1;
        if len == 15 {
            len = words[at].into();
            at += 1;
        }
        word.truncate(kept.into());
        word.extend_from_slice(&words[at..at + len]);
        at += len;
        for (slot, wanted) in found.iter_mut().zip(&wanted) {
            if word == *wanted {
                *slot = Some(number);
            }
        }
        number += 1;
    }
    found.into_iter().collect()
}

fn listed(name: &str, words: &[u8], rows: &[u8]) -> Option<u32> {
    let wanted = numbers(name, words)?;
    let (mut at, mut code) = (0, 0);
    // How many of its first words the name at hand shares with the one that is wanted.
    let mut fit = 0;
    while at < rows.len() {
        if rows[at] == GAP {
            code += u32::from_le_bytes([rows[at + 1], rows[at + 2], rows[at + 3], 0]);
            at += 4;
        }
        let (kept, new) = (usize::from(rows[at] >> 4), usize::from(rows[at] & 15));
        at += 1;
        let mut len = kept;
        fit = fit.min(kept);
        for _ in 0..new {
            let mut number = usize::from(rows[at]);
            at += 1;
            if number >= FREQUENT {
                number = FREQUENT + ((number - FREQUENT) << 8 | usize::from(rows[at]));
                at += 1;
            }
            if fit == len && wanted.get(fit).copied().map(usize::from) == Some(number) {
                fit += 1;
            }
            len += 1;
        }
        if fit == len && len == wanted.len() {
            return Some(code);
        }
        code += 1;
    }
    None
}

/// Names that end in their code.
fn in_run(name: &str, runs: &[u8]) -> Option<u32> {
    let (start, digits) = name.rsplit_once('-')?;
    let code = u32::from_str_radix(digits, 16).ok()?;
    let fits = |line: &str| {
        let mut parts = line.splitn(3, ' ');
        let mut number = || u32::from_str_radix(parts.next()?, 16).ok();
        let range = number()?..=number()?;
        Some(range.contains(&code) && parts.next()? == start)
    };
    // The digits of a code are four at least, and no more than it needs.
    let is_spelled = digits == format!("{code:04X}");
    (is_spelled && lines(runs).any(|line| fits(line) == Some(true))).then_some(code)
}

fn alias(name: &str, aliases: &[u8]) -> Option<u32> {
    let mut lines = lines(aliases).filter_map(|line| line.split_once(' '));
    let (code, _) = lines.find(|(_, alias)| *alias == name)?;
    u32::from_str_radix(code, 16).ok()
}

fn lines(section: &[u8]) -> std::str::Lines<'_> {
    std::str::from_utf8(section)
        .expect("the build wrote text")
        .lines()
}

const INITIALS: [&str; 19] = [
    "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P",
    "H",
];
const VOWELS: [&str; 21] = [
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE",
    "WI", "YU", "EU", "YI", "I",
];
const FINALS: [&str; 28] = [
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M",
    "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H",
];

/// A syllable of Hangul, named by its sounds: chapter 3.12 of the Unicode standard.
fn syllable(name: &str) -> Option<u32> {
    let sounds = name.strip_prefix("HANGUL SYLLABLE ")?;
    for (initial, start) in (0..).zip(INITIALS) {
        let Some(rest) = sounds.strip_prefix(start) else {
            continue;
        };
        for (vowel, middle) in (0..).zip(VOWELS) {
            let Some(rest) = rest.strip_prefix(middle) else {
                continue;
            };
            if let Some(last) = FINALS.iter().position(|end| *end == rest) {
                return Some(0xAC00 + (initial * 21 + vowel) * 28 + last as u32);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back() {
        for c in ('\0'..=char::MAX).step_by(127) {
            if let Some(name) = unicode_names2::name(c) {
                assert_eq!(character(&name.to_string()), Some(c), "{name}");
            }
        }
    }

    #[test]
    fn names_are_whole() {
        for (name, wanted) in [
            ("latin small letter a", Some('a')),
            ("LATIN SMALL LETTER", None),
            ("LATINSMALLLETTERA", None),
            ("LINE FEED", Some('\n')),
            ("vs17", Some('\u{E0100}')),
            ("TIBETAN MARK TSA -PHRU", Some('\u{F39}')),
            ("TIBETAN MARK TSA-PHRU", None),
            ("CJK UNIFIED IDEOGRAPH-4E00", Some('\u{4E00}')),
            ("CJK UNIFIED IDEOGRAPH-04E00", None),
            ("CJK UNIFIED IDEOGRAPH-10FFFF", None),
            ("HANGUL SYLLABLE GAG", Some('\u{AC01}')),
            ("HANGUL SYLLABLE GAGG G", None),
            ("", None),
            (" ", None),
            ("½", None),
        ] {
            assert_eq!(character(name), wanted, "{name}");
        }
    }
}
