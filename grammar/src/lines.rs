//! Byte offsets to lines and columns.

/// Where the lines of one source text begin.
#[derive(Debug, Clone)]
pub struct Lines {
    /// The offset of the first byte of every line.
    starts: Vec<u32>,
}

impl Lines {
    /// Reads the lines of `source`. A line ends with `\n`, `\r\n` or `\r`.
    #[must_use]
    pub fn new(source: &str) -> Self {
        let bytes = source.as_bytes();
        let mut starts = vec![0];
        for (i, &byte) in bytes.iter().enumerate() {
            if byte == b'\n' || (byte == b'\r' && bytes.get(i + 1) != Some(&b'\n')) {
                starts.push(u32::try_from(i + 1).expect("source text is below 4 GiB"));
            }
        }
        Self { starts }
    }

    /// The line of `offset`, from 1.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        let n = self.starts.partition_point(|&start| start <= offset);
        u32::try_from(n).expect("there are fewer lines than bytes")
    }

    /// The line of `offset`, from 1, and its column in bytes, from 0.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let line = self.line(offset);
        (line, offset - self.starts[line as usize - 1])
    }

    /// The line of `offset`, from 1, and its column in characters, from 0.
    ///
    /// `source` must be the text that was given to `new`, and `offset` within it.
    #[must_use]
    pub fn line_column_chars(&self, source: &str, offset: u32) -> (u32, u32) {
        let line = self.line(offset);
        let start = self.starts[line as usize - 1] as usize;
        let before = source.as_bytes().get(start..offset as usize).unwrap_or(&[]);
        let n = before.iter().filter(|&&b| b & 0xC0 != 0x80).count();
        (
            line,
            u32::try_from(n).expect("a line is shorter than 4 GiB"),
        )
    }

    /// The text of line `line`, from 1, without its end; empty if there is no such line.
    #[must_use]
    pub fn text<'s>(&self, source: &'s str, line: u32) -> &'s str {
        let Some(&start) = self.starts.get((line as usize).wrapping_sub(1)) else {
            return "";
        };
        let end = self
            .starts
            .get(line as usize)
            .map_or(source.len(), |&e| e as usize);
        source
            .get(start as usize..end)
            .unwrap_or("")
            .trim_end_matches(['\n', '\r'])
    }

    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never: an empty text has one line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        false
    }
}

/// The line of `offset`, from 1, for errors: reads the text instead of keeping a table.
pub(crate) fn line_of(source: &str, offset: usize) -> u32 {
    let bytes = &source.as_bytes()[..offset.min(source.len())];
    let mut line = 1;
    for (i, &byte) in bytes.iter().enumerate() {
        if byte == b'\n' || (byte == b'\r' && source.as_bytes().get(i + 1) != Some(&b'\n')) {
            line += 1;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn lines_and_columns() {
        let text = "ab\r\ncé = 1\rx\n";
        let lines = Lines::new(text);
        assert_eq!(lines.line_column(0), (1, 0));
        assert_eq!(lines.line_column(4), (2, 0));
        assert_eq!(lines.line_column_chars(text, 7), (2, 2));
        assert_eq!(lines.text(text, 2), "cé = 1");
        assert_eq!(lines.text(text, 3), "x");
        assert_eq!(lines.line(13), 3);
        assert_eq!(lines.line(14), 4);
    }
}
