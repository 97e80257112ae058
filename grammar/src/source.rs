//! A source text that is shared by the compiler, the machine and its tracebacks.

use std::fmt;
use std::sync::{Arc, OnceLock};

/// A source text, the name it is shown under, and its lines.
///
/// Lines end with `\n`, `\r\n` or a lone `\r`, as when Python reads a file. The table of lines
/// is made when something first asks for it; a program that never fails never pays for it.
pub struct Source {
    /// The file name as tracebacks print it, or `<string>`, `<stdin>`.
    pub name: Arc<str>,
    text: OnceLock<Arc<str>>,
    /// Makes the text when something first asks for it.
    load: Option<Load>,
    line_starts: OnceLock<Box<[u32]>>,
}

type Load = Box<dyn Fn() -> Arc<str> + Send + Sync>;

/// Where an offset stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// Bytes of the line before it.
    pub byte_column: u32,
    /// Characters of the line before it.
    pub char_column: u32,
}

impl Source {
    /// A source shown under `name`, for example a file's path or `<stdin>`.
    #[must_use]
    pub fn new(name: &str, text: &str) -> Arc<Source> {
        Arc::new(Source {
            name: name.into(),
            text: OnceLock::from(Arc::from(text)),
            load: None,
            line_starts: OnceLock::new(),
        })
    }

    /// A source whose text is made when something first asks for it.
    #[must_use]
    pub fn late(name: &str, load: impl Fn() -> Arc<str> + Send + Sync + 'static) -> Arc<Source> {
        Arc::new(Source {
            name: name.into(),
            text: OnceLock::new(),
            load: Some(Box::new(load)),
            line_starts: OnceLock::new(),
        })
    }

    /// The name it is shown under.
    #[must_use]
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &Arc<str> {
        self.text.get_or_init(|| match &self.load {
            Some(load) => load(),
            None => Arc::from(""),
        })
    }

    /// How many lines there are; at least 1. A text that ends with a line end has an empty last
    /// line after it.
    #[must_use]
    pub fn n_lines(&self) -> u32 {
        self.starts().len() as u32
    }

    /// The position of `offset`, in bytes. One past the end is the end; inside a character is
    /// the start of the character.
    #[must_use]
    pub fn line_of(&self, offset: u32) -> Position {
        let text = self.text();
        let mut offset = (offset as usize).min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let starts = self.starts();
        let index = starts.partition_point(|&start| start as usize <= offset) - 1;
        let start = starts[index] as usize;
        Position {
            line: index as u32 + 1,
            byte_column: (offset - start) as u32,
            char_column: text[start..offset].chars().count() as u32,
        }
    }

    /// The text of `line`, from 1, without its end; empty if there is no such line.
    #[must_use]
    pub fn line_text(&self, line: u32) -> &str {
        let starts = self.starts();
        let Some(index) = (line as usize).checked_sub(1) else {
            return "";
        };
        let Some(&start) = starts.get(index) else {
            return "";
        };
        let end = starts
            .get(index + 1)
            .map_or(self.text().len(), |&next| next as usize);
        let text = &self.text()[start as usize..end];
        let text = text.strip_suffix('\n').unwrap_or(text);
        text.strip_suffix('\r').unwrap_or(text)
    }

    /// Whether reading the source as a file gives a line with this number: the empty one after
    /// the last line end does not count.
    #[must_use]
    pub fn has_line(&self, line: u32) -> bool {
        let n_lines = self.n_lines();
        let last = self.starts()[n_lines as usize - 1] as usize;
        line >= 1 && (line < n_lines || line == n_lines && last < self.text().len())
    }

    fn starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let bytes = self.text().as_bytes();
            let mut starts = vec![0];
            for (index, &byte) in bytes.iter().enumerate() {
                let ends_line =
                    byte == b'\n' || byte == b'\r' && bytes.get(index + 1) != Some(&b'\n');
                if ends_line {
                    starts.push(index as u32 + 1);
                }
            }
            starts.into_boxed_slice()
        })
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({:?})", self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const _: fn() = || {
        fn shared<T: Send + Sync>() {}
        shared::<Source>();
    };

    fn at(source: &Source, offset: u32) -> (u32, u32, u32) {
        let position = source.line_of(offset);
        (position.line, position.byte_column, position.char_column)
    }

    #[test]
    fn positions_count_bytes_and_characters() {
        let source = Source::new("x.py", "a = 1\né = 'ü'\n");
        assert_eq!(at(&source, 0), (1, 0, 0));
        assert_eq!(at(&source, 5), (1, 5, 5));
        assert_eq!(at(&source, 6), (2, 0, 0));
        assert_eq!(at(&source, 7), (2, 0, 0));
        assert_eq!(at(&source, 8), (2, 2, 1));
        assert_eq!(at(&source, 99), (3, 0, 0));
    }

    #[test]
    fn lines_end_in_three_ways() {
        let source = Source::new("x.py", "a\r\nb\rc\n\nd");
        let lines: Vec<&str> = (0..7).map(|line| source.line_text(line)).collect();
        assert_eq!(lines, ["", "a", "b", "c", "", "d", ""]);
        assert_eq!(source.n_lines(), 5);
        assert_eq!(at(&source, 2), (1, 2, 2));
        assert_eq!(at(&source, 3), (2, 0, 0));
        assert!(source.has_line(5));
        assert!(!source.has_line(6));
        assert!(!Source::new("x.py", "a\n").has_line(2));
    }

    #[test]
    fn a_late_text_is_made_once() {
        let source = Source::late("x.py", || "a\nb".into());
        assert_eq!(source.line_text(2), "b");
        assert!(Arc::ptr_eq(source.text(), source.text()));
    }

    #[test]
    fn an_empty_text_has_one_line() {
        let source = Source::new("x.py", "");
        assert_eq!(at(&source, 0), (1, 0, 0));
        assert_eq!(source.line_text(1), "");
        assert!(!source.has_line(1));
    }
}
