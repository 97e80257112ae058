//! Looking around the place where the parser stopped.

use super::Place;
use crate::Span;
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::token::Token;

impl Place<'_> {
    pub(super) fn token(&self, i: usize) -> Option<Token> {
        self.lexed.tokens.get(i).map(|t| t.token)
    }

    pub(super) fn this(&self) -> Option<Token> {
        self.token(self.at)
    }

    /// The token `n` before the place.
    pub(super) fn before(&self, n: usize) -> Option<Token> {
        self.at.checked_sub(n).and_then(|i| self.token(i))
    }

    pub(super) fn span_of(&self, i: usize) -> Span {
        match self.lexed.tokens.get(i) {
            Some(t) => Span::new(t.start, t.end),
            None => {
                let end = u32::try_from(self.source.len()).unwrap_or(u32::MAX);
                Span::new(end, end)
            }
        }
    }

    pub(super) fn text_of(&self, i: usize) -> &str {
        self.span_of(i).of(self.source)
    }

    pub(super) fn here(&self, kind: SyntaxErrorKind) -> SyntaxError {
        SyntaxError::of(kind, self.span_of(self.at))
    }

    pub(super) fn some(&self, kind: SyntaxErrorKind) -> Option<SyntaxError> {
        Some(self.here(kind))
    }

    pub(super) fn range(
        &self,
        kind: SyntaxErrorKind,
        from: usize,
        to: usize,
    ) -> Option<SyntaxError> {
        let (from, to) = (self.span_of(from), self.span_of(to));
        Some(SyntaxError::of(kind, from.to(to)))
    }

    pub(super) fn expects(&self, terminal: &str) -> bool {
        self.expected
            .iter()
            .any(|e| e.trim_matches('"') == terminal)
    }

    /// The first token of the logical line that the token `i` is on.
    pub(super) fn line_start(&self, i: usize) -> usize {
        let mut start = i;
        while start > 0 {
            match self.token(start - 1) {
                Some(Token::Newline | Token::Indent | Token::Dedent) => break,
                _ => start -= 1,
            }
        }
        start
    }

    /// The keyword that the compound statement on this line begins with, and its index.
    pub(super) fn head(&self, line: usize) -> Option<(Token, usize)> {
        match self.token(line)? {
            Token::Async => Some((self.token(line + 1)?, line + 1)),
            token => Some((token, line)),
        }
    }

    /// The bracket that encloses the place: its index. None outside all brackets.
    pub(super) fn bracket(&self) -> Option<usize> {
        self.bracket_around(self.at)
    }

    pub(super) fn bracket_around(&self, at: usize) -> Option<usize> {
        let mut depth = 0usize;
        for i in (self.line_start(at)..at).rev() {
            let token = self.token(i)?;
            if closes(token) {
                depth += 1;
            } else if opens(token) {
                if depth == 0 {
                    return Some(i);
                }
                depth -= 1;
            }
        }
        None
    }

    /// Where the operands begin that end before `end`: the first token after a bracket, a
    /// comma, or a keyword, on the same level.
    pub(super) fn operand_start(&self, end: usize) -> usize {
        let mut depth = 0usize;
        // The `in` of a `for` is known only when the `for` is found.
        let mut in_at: Option<usize> = None;
        let line = self.line_start(end);
        for i in (line..end).rev() {
            let Some(token) = self.token(i) else { break };
            if closes(token) {
                depth += 1;
            } else if opens(token) {
                if depth == 0 {
                    return i + 1;
                }
                depth -= 1;
            } else if depth == 0 && token == Token::In {
                in_at = Some(i);
            } else if depth == 0
                && (matches!(
                    token,
                    Token::Comma
                        | Token::Colon
                        | Token::Semicolon
                        | Token::Equal
                        | Token::ColonEqual
                        | Token::For
                        | Token::If
                        | Token::Elif
                        | Token::While
                        | Token::Else
                        | Token::Return
                        | Token::Yield
                        | Token::From
                        | Token::Assert
                        | Token::Lambda
                        | Token::Raise
                        | Token::Del
                        | Token::Import
                        | Token::With
                        | Token::As
                        | Token::Except
                        | Token::Match
                        | Token::Case
                        | Token::Star
                        | Token::DoubleStar
                ))
            {
                let is_binary = matches!(token, Token::Star | Token::DoubleStar)
                    && i > line
                    && ends_expression(self.token(i - 1));
                if is_binary {
                    continue;
                }
                return if token == Token::For {
                    in_at.unwrap_or(i) + 1
                } else {
                    i + 1
                };
            }
        }
        line
    }

    /// Past the last token of the operand of `|` that begins at `start`: up to the next token
    /// that cannot be part of it, on its level.
    pub(super) fn operand_end(&self, start: usize) -> usize {
        let mut depth = 0usize;
        for i in start.. {
            let Some(token) = self.token(i) else { return i };
            if opens(token) {
                if depth == 0 && i > start && token == Token::LBrace {
                    return i;
                }
                depth += 1;
            } else if closes(token) {
                if depth == 0 {
                    return i;
                }
                depth -= 1;
            } else if depth == 0 {
                let after_operand = i > start && ends_expression(self.token(i - 1));
                let is_inside = match token {
                    Token::Name
                    | Token::Number
                    | Token::None
                    | Token::True
                    | Token::False
                    | Token::Ellipsis => !after_operand,
                    Token::Str => !after_operand || self.token(i - 1) == Some(Token::Str),
                    Token::Dot
                    | Token::Plus
                    | Token::Minus
                    | Token::Star
                    | Token::DoubleStar
                    | Token::Slash
                    | Token::DoubleSlash
                    | Token::Percent
                    | Token::At
                    | Token::LeftShift
                    | Token::RightShift
                    | Token::Ampersand
                    | Token::Bar
                    | Token::Caret
                    | Token::Tilde
                    | Token::Await => true,
                    _ => false,
                };
                if !is_inside && self.token(i - 1) != Some(Token::Dot) {
                    return i;
                }
            }
        }
        start
    }

    /// Where the item ends that `start` is in: at a comma or a closing bracket.
    pub(super) fn item_end(&self, start: usize) -> usize {
        let mut depth = 0usize;
        for i in start.. {
            match self.token(i) {
                None | Some(Token::Newline) => return i,
                Some(t) if opens(t) => depth += 1,
                Some(t) if closes(t) => {
                    if depth == 0 {
                        return i;
                    }
                    depth -= 1;
                }
                Some(Token::Comma) if depth == 0 => return i,
                _ => {}
            }
        }
        start
    }

    /// Whether the place is between a `lambda` and its `:`.
    pub(super) fn in_lambda(&self) -> bool {
        let mut depth = 0usize;
        for i in (self.line_start(self.at)..self.at).rev() {
            match self.token(i) {
                Some(t) if closes(t) => depth += 1,
                Some(t) if opens(t) => {
                    if depth == 0 {
                        return false;
                    }
                    depth -= 1;
                }
                Some(Token::Lambda) if depth == 0 => return true,
                Some(Token::Colon) if depth == 0 => return false,
                _ => {}
            }
        }
        false
    }

    /// Whether a replacement field encloses the place.
    pub(super) fn in_field(&self) -> bool {
        let mut depth = 0usize;
        let last = self.at.min(self.lexed.tokens.len());
        for i in (self.line_start(last)..last).rev() {
            match self.token(i) {
                Some(Token::FStart) if depth == 0 => return true,
                Some(t) if closes(t) => depth += 1,
                Some(t) if opens(t) => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        false
    }
}

pub(super) fn opens(token: Token) -> bool {
    matches!(
        token,
        Token::LParen
            | Token::LBracket
            | Token::LBrace
            | Token::FieldOpen
            | Token::WithOpen
            | Token::FStart
    )
}

pub(super) fn closes(token: Token) -> bool {
    matches!(
        token,
        Token::RParen | Token::RBracket | Token::RBrace | Token::FEnd
    )
}

/// Whether an expression may begin with `token`, and not go on with it.
pub(super) fn begins_expression(token: Token) -> bool {
    matches!(
        token,
        Token::Name
            | Token::Number
            | Token::Str
            | Token::FStart
            | Token::None
            | Token::True
            | Token::False
            | Token::Ellipsis
            | Token::LBrace
            | Token::Lambda
            | Token::Not
            | Token::Await
            | Token::Tilde
    )
}

pub(super) fn ends_expression(token: Option<Token>) -> bool {
    matches!(
        token,
        Some(
            Token::Name
                | Token::Number
                | Token::Str
                | Token::FEnd
                | Token::None
                | Token::True
                | Token::False
                | Token::Ellipsis
                | Token::RParen
                | Token::RBracket
                | Token::RBrace
        )
    )
}
