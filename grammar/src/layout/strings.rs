//! Strings, and the text of f-strings between their fields.

use super::{Frame, Layout, MAX_BRACKETS, MAX_FSTRINGS, MAX_SPECS, Step, Stop, now, offset};
use crate::Span;
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::fstring::{Form, TextEnd, text_end};
use crate::lines::line_of;
use crate::literal::{prefix, string_end};
use crate::token::Token;

impl Layout<'_> {
    /// A string without fields, whose prefix begins at `start`.
    pub(super) fn string(&mut self, start: usize) -> Step<()> {
        let form = prefix(&self.source[start..]);
        match string_end(self.bytes(), start + form.len, form.quote, form.triple) {
            Ok(end) => {
                self.seek(end);
                self.push(Token::Str, start, end);
                Ok(())
            }
            Err(stop) => {
                let quote = start + form.len - if form.triple { 3 } else { 1 };
                let inside = self.frames.iter().rev().find_map(|f| match f {
                    Frame::FString { form, .. } => Some(*form),
                    _ => None,
                });
                if let Some(outer) = inside
                    && (outer.quote, outer.triple) == (form.quote, form.triple)
                {
                    return now(SyntaxErrorKind::FStringExpectedBrace, start, start + 1);
                }
                if form.triple {
                    let line = self.last_line();
                    let kind = SyntaxErrorKind::UnterminatedTripleQuoted { line };
                    return self.cut_off(kind, start, quote + 3);
                }
                let line = line_of(self.source, stop.min(self.source.len()));
                now(
                    SyntaxErrorKind::UnterminatedString { line },
                    start,
                    quote + 1,
                )
            }
        }
    }

    /// The number of the last line that has something on it.
    pub(super) fn last_line(&self) -> u32 {
        let text = self.source;
        let line = line_of(text, text.len());
        if text.ends_with(['\n', '\r']) {
            line - 1
        } else {
            line
        }
    }

    /// An error that more lines could mend.
    pub(super) fn cut_off<T>(&self, kind: SyntaxErrorKind, start: usize, end: usize) -> Step<T> {
        let span = Span::new(offset(start), offset(end));
        Err(Stop::Now(SyntaxError::of(kind, span).incomplete()))
    }

    pub(super) fn fstring(&mut self, start: usize, end: usize) -> Step<()> {
        let form = prefix(&self.source[start..]);
        let form = Form {
            quote: form.quote,
            triple: form.triple,
            raw: form.raw,
        };
        self.n_fstrings += 1;
        if self.n_fstrings >= MAX_FSTRINGS {
            return now(SyntaxErrorKind::FStringTooManyNested, start, end);
        }
        self.push(Token::FStart, start, end);
        self.frames.push(Frame::FString {
            form,
            at: offset(start),
        });
        Ok(())
    }

    /// Text of an f-string, and what ends it.
    pub(super) fn text(&mut self, form: Form, in_spec: bool) -> Step<()> {
        let start = self.here();
        let (end, why) = text_end(self.bytes(), start, form, in_spec);
        if end > start && why != TextEnd::Unterminated {
            let token = if form.raw {
                Token::FRawMiddle
            } else {
                Token::FMiddle
            };
            self.push(token, start, end);
        }
        match why {
            TextEnd::Field => {
                let specs = match self.frames.last() {
                    Some(Frame::Field { specs, .. }) => specs + 1,
                    _ => 0,
                };
                if specs >= MAX_SPECS {
                    return now(SyntaxErrorKind::FStringTooDeep, end, end + 1);
                }
                if self.frames.len() >= MAX_BRACKETS + MAX_FSTRINGS {
                    return now(SyntaxErrorKind::TooManyBrackets, end, end + 1);
                }
                self.frames.push(Frame::Field {
                    at: offset(end),
                    in_spec: false,
                    form,
                    specs,
                });
                self.push(Token::FieldOpen, end, end + 1);
                self.seek(end + 1);
            }
            TextEnd::FieldEnd => {
                self.frames.pop();
                self.push(Token::RBrace, end, end + 1);
                self.seek(end + 1);
            }
            TextEnd::Quotes if in_spec => {
                return now(SyntaxErrorKind::FStringExpectedBrace, end, end + 1);
            }
            TextEnd::Quotes => {
                let len = if form.triple { 3 } else { 1 };
                self.frames.pop();
                self.n_fstrings -= 1;
                self.push(Token::FEnd, end, end + len);
                self.seek(end + len);
            }
            TextEnd::SingleBrace => {
                return now(SyntaxErrorKind::FStringSingleBrace, end, end + 1);
            }
            TextEnd::Unterminated => return self.unterminated_fstring(form, in_spec, end),
        }
        Ok(())
    }

    pub(super) fn unterminated_fstring<T>(&self, form: Form, in_spec: bool, end: usize) -> Step<T> {
        let at = self.frames.iter().rev().find_map(|f| match f {
            Frame::FString { at, .. } => Some(*at as usize),
            _ => None,
        });
        let start = at.unwrap_or(end);
        if in_spec && !form.triple {
            return now(SyntaxErrorKind::FStringExpectedBrace, start, end);
        }
        let quotes = start + prefix(&self.source[start..]).len;
        if form.triple {
            let line = self.last_line();
            let kind = SyntaxErrorKind::UnterminatedTripleQuotedFString { line };
            return self.cut_off(kind, start, quotes);
        }
        let line = line_of(self.source, end);
        now(SyntaxErrorKind::UnterminatedFString { line }, start, quotes)
    }
}
