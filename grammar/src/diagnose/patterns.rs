//! Mistakes inside patterns: how far CPython's parser would read what stands there as one.

use super::Place;
use super::look::{closes, opens};
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::token::Token;

impl Place<'_> {
    /// `case C(a=1, 2)`; no hints that are meant for expressions where patterns stand.
    pub(super) fn class_pattern(&self) -> Option<SyntaxError> {
        let (head, head_at) = self.head(self.line_start(self.at))?;
        let innermost = self.bracket()?;
        let this = self.this()?;
        let guarded = (head_at..self.at).any(|i| self.token(i) == Some(Token::If));
        if head != Token::Case || guarded || innermost < head_at {
            return None;
        }
        if this == Token::Equal {
            return self.some(SyntaxErrorKind::InvalidSyntax);
        }
        let mut open = Some(innermost);
        while let Some(at) = open {
            if let Some(error) = self.after_keywords(at) {
                return Some(error);
            }
            open = self.bracket_around(at);
        }
        None
    }

    /// What CPython says of a pattern by position that follows one by keyword in the class pattern whose
    /// parenthesis is `open`.
    fn after_keywords(&self, open: usize) -> Option<SyntaxError> {
        let is_class = self.token(open) == Some(Token::LParen)
            && open.checked_sub(1).and_then(|i| self.token(i)) == Some(Token::Name);
        if !is_class {
            return None;
        }
        let mut named = false;
        let mut depth = 0usize;
        for start in open + 1..=self.at {
            let token = self.token(start)?;
            let begins = depth == 0
                && !closes(token)
                && (start == open + 1 || self.token(start - 1) == Some(Token::Comma));
            if opens(token) {
                depth += 1;
            } else if closes(token) {
                depth = depth.checked_sub(1)?;
            }
            if !begins {
                continue;
            }
            let is_name = self.token(start) == Some(Token::Name);
            if is_name && self.token(start + 1) == Some(Token::Equal) {
                named = true;
            } else if named {
                if let Some(end) = self.patterns(start) {
                    return self.range(
                        SyntaxErrorKind::PatternPositionAfterKeyword,
                        start,
                        end - 1,
                    );
                }
                // There the parser has looked for a keyword and its "=".
                let span = self.span_of(start + usize::from(is_name));
                return Some(SyntaxError::of(SyntaxErrorKind::InvalidSyntax, span));
            }
        }
        None
    }

    /// The end of the patterns that begin at `at`, with commas between them.
    fn patterns(&self, at: usize) -> Option<usize> {
        let mut end = self.pattern(at)?;
        while let Some(next) = self.then(end, Token::Comma).and_then(|i| self.pattern(i)) {
            end = next;
        }
        Some(end)
    }

    /// The place behind `token`, if it stands at `at`.
    fn then(&self, at: usize, token: Token) -> Option<usize> {
        (self.token(at) == Some(token)).then_some(at + 1)
    }

    /// The end of the pattern that begins at `at`.
    fn pattern(&self, at: usize) -> Option<usize> {
        let mut end = self.closed_pattern(at)?;
        while let Some(next) = self.then(end, Token::Bar) {
            match self.closed_pattern(next) {
                Some(next) => end = next,
                None => break,
            }
        }
        let named = self
            .then(end, Token::As)
            .and_then(|i| self.then(i, Token::Name));
        match named {
            Some(next) if self.text_of(next - 1) != "_" && !self.is_part(next) => Some(next),
            _ => Some(end),
        }
    }

    /// Whether what stands at `at` makes the name before it a part of something.
    fn is_part(&self, at: usize) -> bool {
        matches!(
            self.token(at),
            Some(Token::Dot | Token::LParen | Token::Equal)
        )
    }

    fn closed_pattern(&self, at: usize) -> Option<usize> {
        match self.token(at)? {
            Token::True | Token::False | Token::None => Some(at + 1),
            Token::Number | Token::Minus => self.number(at),
            Token::Str | Token::FStart => self.strings(at),
            Token::Name | Token::Match | Token::Case | Token::Type => {
                let mut end = at + 1;
                while let Some(next) = self
                    .then(end, Token::Dot)
                    .and_then(|i| self.then(i, Token::Name))
                {
                    end = next;
                }
                match self.token(end) {
                    Some(Token::LParen) => self.items(end + 1, Token::RParen, Self::class_item),
                    Some(Token::Dot | Token::Equal) => None,
                    _ => Some(end),
                }
            }
            Token::LParen => self.items(at + 1, Token::RParen, Self::starred_pattern),
            Token::LBracket => self.items(at + 1, Token::RBracket, Self::starred_pattern),
            Token::LBrace => self.items(at + 1, Token::RBrace, Self::mapping_item),
            _ => None,
        }
    }

    /// The end of a number, maybe with a sign, maybe complex.
    fn number(&self, at: usize) -> Option<usize> {
        let sign = usize::from(self.token(at) == Some(Token::Minus));
        let end = self.then(at + sign, Token::Number)?;
        match self.token(end) {
            Some(Token::Plus | Token::Minus) => self.then(end + 1, Token::Number),
            _ => Some(end),
        }
    }

    /// The end of string literals, one after the other.
    fn strings(&self, at: usize) -> Option<usize> {
        let mut end = at;
        loop {
            match self.token(end) {
                Some(Token::Str) => end += 1,
                Some(Token::FStart) => {
                    let mut depth = 0usize;
                    loop {
                        match self.token(end)? {
                            Token::FStart => depth += 1,
                            Token::FEnd => depth -= 1,
                            _ => {}
                        }
                        end += 1;
                        if depth == 0 {
                            break;
                        }
                    }
                }
                _ => return (end > at).then_some(end),
            }
        }
    }

    /// The end of items with commas between them, and of the bracket behind them.
    fn items(
        &self,
        at: usize,
        close: Token,
        item: fn(&Self, usize) -> Option<usize>,
    ) -> Option<usize> {
        let mut end = at;
        loop {
            if let Some(next) = self.then(end, close) {
                return Some(next);
            }
            end = item(self, end)?;
            match self.then(end, Token::Comma) {
                Some(next) => end = next,
                None => return self.then(end, close),
            }
        }
    }

    fn class_item(&self, at: usize) -> Option<usize> {
        let named = self
            .then(at, Token::Name)
            .and_then(|i| self.then(i, Token::Equal));
        self.pattern(named.unwrap_or(at))
    }

    fn starred_pattern(&self, at: usize) -> Option<usize> {
        match self.then(at, Token::Star) {
            Some(name) => self.then(name, Token::Name),
            None => self.pattern(at),
        }
    }

    fn mapping_item(&self, at: usize) -> Option<usize> {
        if let Some(name) = self.then(at, Token::DoubleStar) {
            return self.then(name, Token::Name);
        }
        let colon = self.closed_pattern(at)?;
        self.then(colon, Token::Colon).and_then(|i| self.pattern(i))
    }
}
