//! Reads Rust source as text, well enough for the rules of the house: code without comments, words, paths.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// The tree that is checked, and what is wrong with it.
pub(crate) struct House {
    root: PathBuf,
    complaints: Vec<String>,
}

/// One Rust source: its place from the root, its text, and its code without comments and texts, line for line.
pub(crate) struct Source {
    pub(crate) place: String,
    pub(crate) text: String,
    pub(crate) code: String,
}

impl Source {
    /// The room of `src/` that the file is in, or none for files at the top.
    pub(crate) fn room(&self) -> Option<&str> {
        let rest = self.place.strip_prefix("src/")?;
        rest.split_once('/').map(|(room, _)| room)
    }

    /// The code before the unit tests, which may do what the product may not.
    pub(crate) fn product(&self) -> &str {
        if self.place.ends_with("/tests.rs") {
            return "";
        }
        self.code.split("#[cfg(test)]").next().unwrap_or("")
    }
}

impl House {
    pub(crate) fn new() -> House {
        let root = std::env::var_os("HOUSE")
            .map_or(PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        House {
            root,
            complaints: Vec::new(),
        }
    }

    pub(crate) fn files(&self, folder: &str, extension: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut todo = vec![self.root.join(folder)];
        while let Some(next) = todo.pop() {
            let Ok(entries) = fs::read_dir(&next) else {
                continue;
            };
            for entry in entries {
                let path = entry.expect("a folder of the tree can be listed").path();
                if path.is_dir() && !path.ends_with("target") {
                    todo.push(path);
                } else if path.extension().is_some_and(|found| found == extension) {
                    let place = path.strip_prefix(&self.root).expect("below the root");
                    found.push(
                        place
                            .to_str()
                            .expect("file names are ASCII")
                            .replace('\\', "/"),
                    );
                }
            }
        }
        found.sort();
        found
    }

    pub(crate) fn read(&self, place: &str) -> String {
        fs::read_to_string(self.root.join(place)).unwrap_or_default()
    }

    pub(crate) fn exists(&self, place: &str) -> bool {
        self.root.join(place).exists()
    }

    pub(crate) fn sources(&self, folders: &[&str]) -> Vec<Source> {
        let places = folders.iter().flat_map(|folder| self.files(folder, "rs"));
        places
            .map(|place| {
                let text = self.read(&place);
                let code = only_code(&text);
                Source { place, text, code }
            })
            .collect()
    }

    pub(crate) fn complain(&mut self, place: &str, what: impl AsRef<str>) {
        self.complaints.push(format!("{place}: {}", what.as_ref()));
    }

    pub(crate) fn settle(self) {
        let mut all = String::new();
        for complaint in &self.complaints {
            let _ = write!(all, "\n  {complaint}");
        }
        assert!(
            self.complaints.is_empty(),
            "the house's rules are broken:{all}\n"
        );
    }
}

/// Blanks comments, texts and characters, keeping every line where it is.
pub(crate) fn only_code(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let blank = |code: &mut String, c: char| code.push(if c == '\n' { '\n' } else { ' ' });
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'/') => {
                while let Some(c) = rest.next_if(|c| *c != '\n') {
                    blank(&mut code, c);
                }
            }
            '/' if rest.peek() == Some(&'*') => {
                let mut last = ' ';
                for c in rest.by_ref() {
                    blank(&mut code, c);
                    if last == '*' && c == '/' {
                        break;
                    }
                    last = c;
                }
            }
            'r' if matches!(rest.peek(), Some('"' | '#'))
                && !code.ends_with(|c: char| c.is_alphanumeric() || c == '_') =>
            {
                let mut hashes = 0;
                while rest.next_if_eq(&'#').is_some() {
                    hashes += 1;
                }
                if rest.next_if_eq(&'"').is_none() {
                    continue;
                }
                let mut closing = None;
                for c in rest.by_ref() {
                    blank(&mut code, c);
                    closing = match (c, closing) {
                        ('"', _) => Some(0),
                        ('#', Some(n)) => Some(n + 1),
                        _ => None,
                    };
                    if closing == Some(hashes) {
                        break;
                    }
                }
            }
            '"' => {
                code.push('"');
                while let Some(c) = rest.next() {
                    blank(&mut code, c);
                    match c {
                        '\\' => {
                            if let Some(c) = rest.next() {
                                blank(&mut code, c);
                            }
                        }
                        '"' => break,
                        _ => {}
                    }
                }
            }
            '\'' => {
                // A character, or a lifetime: a character closes after one or an escape.
                let mut ahead = rest.clone();
                let is_char = match ahead.next() {
                    Some('\\') => true,
                    Some(_) => ahead.next() == Some('\''),
                    None => false,
                };
                if is_char {
                    while let Some(c) = rest.next() {
                        blank(&mut code, c);
                        match c {
                            '\\' => {
                                if let Some(c) = rest.next() {
                                    blank(&mut code, c);
                                }
                            }
                            '\'' => break,
                            _ => {}
                        }
                    }
                }
            }
            other => code.push(other),
        }
    }
    code
}

/// The places where `word` stands alone in `code`.
pub(crate) fn positions<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |&at| {
            let before = code[..at].chars().next_back();
            let after = code[at + word.len()..].chars().next();
            let clear_before = !word.starts_with(part_of_name) || !before.is_some_and(part_of_name);
            let clear_after = !word.ends_with(part_of_name) || !after.is_some_and(part_of_name);
            clear_before && clear_after
        })
}

/// The line, counted from one, of a place in `code`.
pub(crate) fn line_of(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

/// The first names after each `crate::`, with groups opened: `crate::{a::b, c}` gives `a` and `c`.
pub(crate) fn named_rooms(code: &str, root: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for at in positions(code, root) {
        let after = &code[at + root.len()..];
        let Some(body) = after.trim_start().strip_prefix("::") else {
            continue;
        };
        let body = body.trim_start();
        if let Some(group) = body.strip_prefix('{') {
            let mut depth = 0;
            let mut name = String::new();
            let mut fresh = true;
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => fresh = true,
                    c if fresh && depth == 0 && (c.is_alphanumeric() || c == '_') => name.push(c),
                    c if c.is_whitespace() && name.is_empty() => {}
                    _ => {
                        fresh = false;
                        if !name.is_empty() {
                            found.push((line_of(code, at), std::mem::take(&mut name)));
                        }
                    }
                }
                if c == ',' && !name.is_empty() {
                    found.push((line_of(code, at), std::mem::take(&mut name)));
                }
            }
            if !name.is_empty() {
                found.push((line_of(code, at), name));
            }
        } else {
            let name: String = body
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            found.push((line_of(code, at), name));
        }
    }
    found
}

#[test]
fn the_reader_of_this_test_reads_correctly() {
    let code = only_code(
        "let a = \"crate::vm\"; // crate::vm\nlet c = '\"'; let r = r#\"unsafe\"#; fn f<'a>() {} /* unsafe */ crate::heap::x",
    );
    assert!(
        !code.contains("crate::vm") && !code.contains("unsafe") && code.contains("crate::heap"),
        "{code}"
    );
    assert_eq!(code.lines().count(), 2);
    let named: Vec<String> = named_rooms(
        "use crate::{a::{b, c}, d, e::f};\nuse crate::g::h;",
        "crate",
    )
    .into_iter()
    .map(|(_, name)| name)
    .collect();
    assert_eq!(named, ["a", "d", "e", "g"]);
    assert_eq!(positions("unsafe_code unsafe {", "unsafe").count(), 1);
}
