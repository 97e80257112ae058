//! Raw tokens to logical lines: NEWLINE, INDENT and DEDENT, brackets, joined lines, and the
//! ends of strings and numbers.
//!
//! Source: the language reference, "Lexical analysis"; the words and the order of errors are
//! those of CPython's tokenizer.

mod indentation;
mod strings;

use crate::Span;
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::fstring::Form;
use crate::lines::line_of;
use crate::literal::number_end;
use crate::token::{RawTokens, Spanned, Token, raw_tokens_at};

/// How deep brackets may be: CPython's MAXLEVEL.
const MAX_BRACKETS: usize = 200;
/// How deep indentation may be: CPython's MAXINDENT.
const MAX_INDENTS: usize = 100;
/// How deep f-strings may be: CPython's MAXFSTRINGLEVEL.
const MAX_FSTRINGS: usize = 150;
/// How deep format specifications may be within one f-string.
const MAX_SPECS: u32 = 3;

/// The tokens of a source text, as far as they go.
pub(crate) struct Lexed {
    pub(crate) tokens: Vec<Spanned>,
    /// What stopped the reading, to be told if the parser gets there.
    pub(crate) failure: Option<SyntaxError>,
    /// Whether it is told even if the parser finds an error before it.
    pub(crate) failure_wins: bool,
    /// The innermost bracket that the text leaves open.
    pub(crate) unclosed: Option<(char, u32)>,
    /// Whether soft keywords or a `with (` are among the tokens.
    pub(crate) needs_soft: bool,
}

/// Why the reading stops.
enum Stop {
    /// An error that is told whatever the parser finds before it.
    Now(SyntaxError),
    /// An error that is told only if the parser gets there.
    There(SyntaxError),
}

type Step<T> = Result<T, Stop>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Frame {
    Bracket {
        open: u8,
        at: u32,
    },
    FString {
        form: Form,
        at: u32,
    },
    /// `{` of an f-string; `in_spec` past its `:`.
    Field {
        at: u32,
        in_spec: bool,
        form: Form,
        specs: u32,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Indent {
    /// With tabs to multiples of eight.
    column: u32,
    /// With tabs as one: both measures must agree.
    alternative: u32,
}

struct Layout<'s> {
    source: &'s str,
    raw: RawTokens<'s>,
    tokens: Vec<Spanned>,
    frames: Vec<Frame>,
    n_fstrings: usize,
    indents: Vec<Indent>,
    needs_soft: bool,
    after_continuation: bool,
}

/// Whether a name may begin with `c`. Past ASCII an approximation of XID_Start.
pub(crate) fn is_name_start(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

/// Whether a name may go on with `c`. Past ASCII an approximation of XID_Continue.
fn is_name_continue(c: char) -> bool {
    c == '_'
        || c.is_alphanumeric()
        || matches!(u32::from(c), 0x300..=0x36F | 0x483..=0x487 | 0x591..=0x5BD | 0x610..=0x61A
            | 0x64B..=0x669 | 0x93A..=0x94F | 0xB7 | 0x200C..=0x200D | 0x203F..=0x2040
            | 0x20D0..=0x20DC | 0xE34..=0xE4E | 0x302A..=0x302F | 0x3099..=0x309A
            | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xE0100..=0xE01EF)
}

/// Reads the tokens of `source`.
pub(crate) fn lex(source: &str) -> Lexed {
    let mut layout = Layout {
        source,
        raw: raw_tokens_at(source, 0),
        tokens: Vec::with_capacity(source.len() / 4 + 8),
        frames: Vec::new(),
        n_fstrings: 0,
        indents: vec![Indent::default()],
        needs_soft: false,
        after_continuation: false,
    };
    let (failure, failure_wins) = match layout.run() {
        Ok(()) => (None, false),
        Err(Stop::There(error)) => (Some(error), false),
        Err(Stop::Now(error)) => (Some(error), true),
    };
    let unclosed = layout.unclosed();
    Lexed {
        tokens: layout.tokens,
        failure,
        failure_wins,
        unclosed,
        needs_soft: layout.needs_soft,
    }
}

fn offset(i: usize) -> u32 {
    u32::try_from(i).expect("parse refuses texts of 4 GiB")
}

fn now<T>(kind: SyntaxErrorKind, start: usize, end: usize) -> Step<T> {
    Err(Stop::Now(SyntaxError::of(
        kind,
        Span::new(offset(start), offset(end)),
    )))
}

fn there<T>(kind: SyntaxErrorKind, start: usize, end: usize) -> Step<T> {
    Err(Stop::There(SyntaxError::of(
        kind,
        Span::new(offset(start), offset(end)),
    )))
}

impl<'s> Layout<'s> {
    fn bytes(&self) -> &'s [u8] {
        self.source.as_bytes()
    }

    fn here(&self) -> usize {
        self.raw.span().end
    }

    /// Goes on reading raw tokens at `at`.
    fn seek(&mut self, at: usize) {
        let here = self.here();
        if at >= here {
            self.raw.bump(at - here);
        } else {
            self.raw = raw_tokens_at(self.source, at);
        }
    }

    fn push(&mut self, token: Token, start: usize, end: usize) {
        self.tokens.push(Spanned {
            token,
            start: offset(start),
            end: offset(end),
        });
    }

    fn run(&mut self) -> Step<()> {
        if self.source.starts_with('\u{feff}') {
            self.seek('\u{feff}'.len_utf8());
        }
        let mut at_line_start = true;
        loop {
            if at_line_start && !self.indentation()? {
                break;
            }
            at_line_start = false;
            if let Some(&frame) = self.frames.last()
                && let Frame::FString { form, .. }
                | Frame::Field {
                    in_spec: true,
                    form,
                    ..
                } = frame
            {
                self.text(form, matches!(frame, Frame::Field { .. }))?;
                continue;
            }
            match self.raw.next() {
                None => {
                    self.end_of_text()?;
                    break;
                }
                Some(Ok(Token::Newline)) => {
                    if self.frames.is_empty() {
                        let span = self.raw.span();
                        self.push(Token::Newline, span.start, span.end);
                        at_line_start = true;
                    }
                }
                Some(Ok(token)) => self.token(token)?,
                Some(Err(())) => self.odd_character()?,
            }
        }
        let end = self.source.len();
        for _ in 1..self.indents.len() {
            self.push(Token::Dedent, end, end);
        }
        Ok(())
    }

    fn token(&mut self, token: Token) -> Step<()> {
        let span = self.raw.span();
        let (start, end) = (span.start, span.end);
        match token {
            Token::Continuation => {
                self.after_continuation = true;
                return Ok(());
            }
            Token::Comment => {
                let rest = &self.bytes()[end..];
                let len = rest
                    .iter()
                    .take_while(|b| !matches!(b, b'\n' | b'\r'))
                    .count();
                self.raw.bump(len);
                return Ok(());
            }
            Token::Number => {
                return match number_end(self.source, start) {
                    Ok(end) => {
                        self.seek(end);
                        self.push(token, start, end);
                        Ok(())
                    }
                    // Of leading zeros all are wrong, of others only a place is known.
                    Err((kind, at)) if kind == SyntaxErrorKind::LeadingZeros => {
                        let zeros = self.bytes()[at..].iter().take_while(|b| b"0_".contains(b));
                        now(kind, at, at + zeros.count())
                    }
                    Err((kind, at)) => now(kind, at, at),
                };
            }
            Token::Str => return self.string(start),
            Token::FStart => return self.fstring(start, end),
            Token::LParen | Token::LBracket | Token::LBrace => {
                self.open(self.bytes()[start], start)?;
                if token == Token::LParen
                    && self.tokens.last().is_some_and(|t| t.token == Token::With)
                {
                    self.needs_soft = true;
                }
            }
            Token::RParen | Token::RBracket | Token::RBrace => self.close(start)?,
            Token::Colon | Token::ColonEqual => {
                if let Some(Frame::Field { in_spec, .. }) = self.frames.last_mut() {
                    *in_spec = true;
                    self.push(Token::Colon, start, start + 1);
                    self.seek(start + 1);
                    return Ok(());
                }
            }
            _ if token == Token::Name || token.is_keyword() || token.is_name() => {
                if self.bytes().get(end).is_some_and(|b| !b.is_ascii()) {
                    return self.wide_name(start, end, token);
                }
                self.needs_soft |= token != Token::Name && token.is_name();
            }
            _ => {}
        }
        self.push(token, start, end);
        Ok(())
    }

    /// A name that may go on with characters past ASCII.
    fn wide_name(&mut self, start: usize, end: usize, token: Token) -> Step<()> {
        let len: usize = self.source[end..]
            .chars()
            .take_while(|&c| is_name_continue(c))
            .map(char::len_utf8)
            .sum();
        self.needs_soft |= len == 0 && token.is_name();
        self.seek(end + len);
        self.push(if len == 0 { token } else { Token::Name }, start, end + len);
        Ok(())
    }

    /// What logos knows nothing of.
    fn odd_character(&mut self) -> Step<()> {
        let start = self.raw.span().start;
        let rest = &self.source[start..];
        let c = rest.chars().next().expect("logos stops at a character");
        if c == '\\' {
            let end = self.source.len();
            if rest.len() == 1 {
                let span = Span::new(offset(end), offset(end));
                let error = SyntaxError::of(SyntaxErrorKind::UnexpectedEof, span);
                return Err(Stop::There(error.incomplete()));
            }
            let next = rest[1..].chars().next().map_or(0, char::len_utf8);
            return now(
                SyntaxErrorKind::AfterContinuation,
                start + 1,
                start + 1 + next,
            );
        }
        if !c.is_ascii() && is_name_start(c) {
            let len = c.len_utf8();
            self.seek(start + len);
            return self.wide_name(start, start + len, Token::Name);
        }
        let end = start + c.len_utf8();
        if c.is_ascii_graphic() {
            // `$` and `?`: tokens that no grammar knows.
            return there(SyntaxErrorKind::InvalidSyntax, start, end);
        }
        if c.is_control()
            || (c.is_whitespace() && c != ' ')
            || matches!(u32::from(c), 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF | 0xAD | 0xE000..=0xF8FF)
        {
            return now(SyntaxErrorKind::InvalidNonPrintable(c), start, start);
        }
        now(SyntaxErrorKind::InvalidCharacter(c), start, start)
    }

    fn open(&mut self, bracket: u8, at: usize) -> Step<()> {
        if self.frames.len() >= MAX_BRACKETS {
            return now(SyntaxErrorKind::TooManyBrackets, at, at + 1);
        }
        self.frames.push(Frame::Bracket {
            open: bracket,
            at: offset(at),
        });
        Ok(())
    }

    fn close(&mut self, at: usize) -> Step<()> {
        let close = self.bytes()[at];
        let in_fstring = self.n_fstrings > 0;
        match self.frames.last() {
            Some(&Frame::Bracket { open, at: opened }) => {
                if !matches!((open, close), (b'(', b')') | (b'[', b']') | (b'{', b'}')) {
                    let (here, there) = (
                        line_of(self.source, at),
                        line_of(self.source, opened as usize),
                    );
                    let kind = SyntaxErrorKind::MismatchedBracket {
                        close: char::from(close),
                        open: char::from(open),
                        line: (here != there).then_some(there),
                        in_fstring,
                    };
                    return now(kind, at, at);
                }
                self.frames.pop();
            }
            Some(Frame::Field { .. }) if close == b'}' => {
                self.frames.pop();
            }
            _ => {
                let kind = SyntaxErrorKind::UnmatchedBracket {
                    bracket: char::from(close),
                    in_fstring,
                };
                return now(kind, at, at);
            }
        }
        Ok(())
    }

    fn unclosed(&self) -> Option<(char, u32)> {
        match self.frames.last()? {
            Frame::Bracket { open, at } => Some((char::from(*open), *at)),
            Frame::Field { at, .. } => Some(('{', *at)),
            Frame::FString { .. } => None,
        }
    }

    fn end_of_text(&mut self) -> Step<()> {
        let end = self.source.len();
        if let Some((bracket, at)) = self.unclosed() {
            let span = Span::new(at, at + 1);
            let error = SyntaxError::of(SyntaxErrorKind::UnclosedBracket(bracket), span);
            return Err(Stop::There(error.incomplete()));
        }
        if self.after_continuation && ends_with_continuation(self.source) {
            let error = SyntaxError::of(
                SyntaxErrorKind::UnexpectedEof,
                Span::new(offset(end), offset(end)),
            );
            return Err(Stop::There(error.incomplete()));
        }
        self.push(Token::Newline, end, end);
        Ok(())
    }
}

/// Whether a joined line is the last: a backslash, and then nothing.
fn ends_with_continuation(source: &str) -> bool {
    let text = source
        .strip_suffix("\r\n")
        .or(source.strip_suffix(['\n', '\r']))
        .unwrap_or("");
    text.ends_with('\\')
}
