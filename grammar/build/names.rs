//! Packs the names of characters. `src/character_names.rs` says how they lie, and reads them.

use std::collections::HashMap;

/// Words that are named by one byte.
const FREQUENT: usize = 0xC0;
/// Runs of names that end in their code are not listed one by one from this length on.
const RUN: u32 = 3;

/// The bytes of all names.
pub(crate) fn packed() -> Vec<u8> {
    let (runs, names) = all();
    let rows = rows(&names);
    let words = words(&rows);
    let mut out = Vec::new();
    section(&mut out, lexicon(&words));
    section(&mut out, coded(&rows, &words));
    let runs = runs
        .iter()
        .map(|(first, last, name)| format!("{first:X} {last:X} {name}\n"));
    section(&mut out, runs.collect::<String>().into_bytes());
    section(&mut out, aliases().into_bytes());
    out
}

fn section(out: &mut Vec<u8>, bytes: Vec<u8>) {
    out.extend((bytes.len() as u32).to_le_bytes());
    out.extend(bytes);
}

type Run = (u32, u32, String);

/// Runs like `CJK UNIFIED IDEOGRAPH-4E00`, without their codes, and all other names. Syllables of Hangul follow a rule.
fn all() -> (Vec<Run>, Vec<(u32, String)>) {
    let (mut runs, mut names): (Vec<Run>, Vec<_>) = Default::default();
    for code in 0..=0x10_FFFF {
        let name = char::from_u32(code).and_then(unicode_names2::name);
        let Some(name) = name.map(|name| name.to_string()) else {
            continue;
        };
        if name.starts_with("HANGUL SYLLABLE ") {
            continue;
        }
        let Some(start) = name.strip_suffix(&format!("-{code:X}")) else {
            names.push((code, name));
            continue;
        };
        match runs.last_mut() {
            Some((_, last, same)) if *last + 1 == code && same == start => *last = code,
            _ => runs.push((code, code, start.to_owned())),
        }
    }
    let (long, short) = runs
        .into_iter()
        .partition(|(first, last, _)| last - first >= RUN);
    for (first, last, start) in short {
        names.extend((first..=last).map(|code| (code, format!("{start}-{code:X}"))));
    }
    names.sort();
    (long, names)
}

/// What follows the character before: how much further its code is, how many words of its name stay, the words after them.
struct Row<'a> {
    gap: u32,
    kept: usize,
    new: Vec<&'a str>,
}

fn rows(names: &[(u32, String)]) -> Vec<Row<'_>> {
    let (mut next, mut before) = (0, Vec::new());
    let mut rows = Vec::new();
    for (code, name) in names {
        let words = split(name);
        let same = words
            .iter()
            .zip(&before)
            .take_while(|(one, other)| one == other);
        let kept = same.count().min(15);
        rows.push(Row {
            gap: code - next,
            kept,
            new: words[kept..].to_vec(),
        });
        next = code + 1;
        before = words;
    }
    rows
}

/// The words of a name, each with the space or hyphen before it, if there is one.
fn split(name: &str) -> Vec<&str> {
    let (mut words, mut from) = (Vec::new(), 0);
    for (at, _) in name.match_indices([' ', '-']) {
        words.push(&name[from..at]);
        from = at;
    }
    words.push(&name[from..]);
    words
}

/// The words in the order of their numbers: those that stand most often, then the others by the alphabet.
fn words<'a>(rows: &[Row<'a>]) -> Vec<&'a str> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in rows.iter().flat_map(|row| &row.new) {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<&str> = counts.keys().copied().collect();
    words.sort_by_key(|word| (std::cmp::Reverse(counts[word]), *word));
    let (frequent, others) = words.split_at_mut(FREQUENT);
    frequent.sort();
    others.sort();
    words
}

/// Each word as the length of what it shares with the word before, the length of the rest, and the rest.
fn lexicon(words: &[&str]) -> Vec<u8> {
    let (mut out, mut before) = (Vec::new(), "");
    for word in words {
        let same = word
            .bytes()
            .zip(before.bytes())
            .take_while(|(one, other)| one == other);
        let kept = same.count().min(15);
        let rest = &word.as_bytes()[kept..];
        // A full half says that the length follows.
        out.push((kept as u8) << 4 | rest.len().min(15) as u8);
        if rest.len() >= 15 {
            out.push(rest.len() as u8);
        }
        out.extend(rest);
        before = word;
    }
    out
}

fn coded(rows: &[Row], words: &[&str]) -> Vec<u8> {
    let numbers: HashMap<&str, usize> = words.iter().copied().zip(0..).collect();
    let mut out = Vec::new();
    for row in rows {
        if row.gap > 0 {
            out.push(0xFF);
            out.extend(&row.gap.to_le_bytes()[..3]);
        }
        assert!(row.new.len() < 15, "a name has too many words");
        out.push((row.kept as u8) << 4 | row.new.len() as u8);
        for word in &row.new {
            match numbers[word] {
                number if number < FREQUENT => out.push(number as u8),
                number => {
                    let number = number - FREQUENT;
                    assert!(number < 0x40 << 8, "there are too many words");
                    out.extend([(FREQUENT | number >> 8) as u8, number as u8]);
                }
            }
        }
    }
    out
}

/// The other names, a line each, as `runs`: code and name.
fn aliases() -> String {
    let mut out = String::new();
    let mut add = |code: u32, name: &str| {
        let known = unicode_names2::character(name).map(u32::from);
        assert_eq!(known, Some(code), "{name} is the name of another character");
        out.push_str(&format!("{code:X} {name}\n"));
    };
    let lines = include_str!("aliases.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let (code, name) = line.split_once(' ').expect("a line has a code and a name");
        add(
            u32::from_str_radix(code, 16).expect("codes are hexadecimal"),
            name,
        );
    }
    for number in 1..=256 {
        let code = if number <= 16 {
            0xFE00 - 1
        } else {
            0xE0100 - 17
        } + number;
        add(code, &format!("VS{number}"));
    }
    out
}
