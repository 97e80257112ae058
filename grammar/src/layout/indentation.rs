//! Indentation: empty lines are skipped, and the others measured.

use super::{Indent, Layout, MAX_INDENTS, Step, there};
use crate::error::SyntaxErrorKind;
use crate::token::Token;

impl Layout<'_> {
    /// Skips empty lines and measures the indentation of the next line.
    /// False at the end of the text.
    pub(super) fn indentation(&mut self) -> Step<bool> {
        let bytes = self.bytes();
        let mut i = self.here();
        let mut indent = Indent::default();
        let mut before_join: Option<Indent> = None;
        loop {
            match bytes.get(i) {
                Some(b' ') => {
                    indent.column += 1;
                    indent.alternative += 1;
                }
                Some(b'\t') => {
                    indent.column = (indent.column / 8 + 1) * 8;
                    indent.alternative += 1;
                }
                Some(b'\x0c') => indent = Indent::default(),
                Some(b'\n' | b'\r') => {
                    indent = Indent::default();
                    before_join = None;
                }
                Some(b'#') => {
                    let rest = &bytes[i..];
                    i += rest
                        .iter()
                        .take_while(|b| !matches!(b, b'\n' | b'\r'))
                        .count();
                    indent = Indent::default();
                    continue;
                }
                Some(b'\\') if matches!(bytes.get(i + 1), Some(b'\n' | b'\r')) => {
                    before_join.get_or_insert(indent);
                    i += if bytes[i + 1..].starts_with(b"\r\n") {
                        2
                    } else {
                        1
                    };
                }
                Some(_) => break,
                None => {
                    self.seek(i);
                    return Ok(false);
                }
            }
            i += 1;
        }
        self.seek(i);
        self.indent_to(before_join.unwrap_or(indent), i)?;
        Ok(true)
    }

    pub(super) fn indent_to(&mut self, new: Indent, at: usize) -> Step<()> {
        let current = *self.indents.last().expect("the outermost level stays");
        if new.column == current.column {
            if new.alternative != current.alternative {
                return there(SyntaxErrorKind::InconsistentTabs, at, at);
            }
        } else if new.column > current.column {
            if self.indents.len() >= MAX_INDENTS {
                return there(SyntaxErrorKind::TooManyIndents, at, at);
            }
            if new.alternative <= current.alternative {
                return there(SyntaxErrorKind::InconsistentTabs, at, at);
            }
            self.indents.push(new);
            self.push(Token::Indent, at, at);
        } else {
            while self.indents.last().is_some_and(|i| i.column > new.column) {
                self.indents.pop();
                self.push(Token::Dedent, at, at);
            }
            let outer = *self.indents.last().expect("the outermost level is zero");
            if outer.column != new.column {
                self.tokens.pop();
                return there(SyntaxErrorKind::UnindentMismatch, at, at);
            }
            if outer.alternative != new.alternative {
                return there(SyntaxErrorKind::InconsistentTabs, at, at);
            }
        }
        Ok(())
    }
}
