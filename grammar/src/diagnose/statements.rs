//! Mistakes in the frame of statements: blocks, colons, handlers, imports.

use super::Place;
use crate::Span;
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::lines::line_of;
use crate::token::Token;

impl Place<'_> {
    /// A block that does not come.
    pub(super) fn block(&self) -> Option<SyntaxError> {
        if self.before(1) != Some(Token::Newline) || !self.expects("INDENT") {
            return None;
        }
        let line = self.line_start(self.at - 1);
        let (head, i) = self.head(line)?;
        let after = match head {
            Token::If => "'if' statement",
            Token::Elif => "'elif' statement",
            Token::Else => "'else' statement",
            Token::While => "'while' statement",
            Token::For => "'for' statement",
            Token::With => "'with' statement",
            Token::Try => "'try' statement",
            Token::Except if self.token(i + 1) == Some(Token::Star) => "'except*' statement",
            Token::Except => "'except' statement",
            Token::Finally => "'finally' statement",
            Token::Match => "'match' statement",
            Token::Case => "'case' statement",
            Token::Def => "function definition",
            Token::Class => "class definition",
            _ => return None,
        };
        let line = line_of(self.source, self.span_of(i).start as usize);
        self.some(SyntaxErrorKind::ExpectedBlock { after, line })
    }

    pub(super) fn indentation(&self) -> Option<SyntaxError> {
        if self.this()? != Token::Indent {
            return None;
        }
        // It points into the white space, as CPython does.
        let at = self.span_of(self.at).start;
        let span = Span::new(at.saturating_sub(1), at);
        Some(SyntaxError::of(SyntaxErrorKind::UnexpectedIndent, span))
    }

    /// `match x` without its `:`, which `soft` took for a name.
    pub(super) fn match_without_colon(&self) -> Option<SyntaxError> {
        let line = self.line_start(self.at);
        if self.at != line + 1 || self.before(1)? != Token::Name || self.text_of(line) != "match" {
            return None;
        }
        let rest = &self.lexed.tokens[self.at..];
        let end = rest.iter().position(|t| t.token == Token::Newline)?;
        (self.describe)(&rest[..end])?;
        self.range(
            SyntaxErrorKind::Expected("':'"),
            self.at + end,
            self.at + end,
        )
    }

    pub(super) fn handler(&self) -> Option<SyntaxError> {
        if self.expects("except") && self.expects("finally") && !self.expects("pass") {
            return self.some(SyntaxErrorKind::ExpectedExcept);
        }
        let line = self.line_start(self.at);
        if self.token(line) != Some(Token::Except) || self.bracket().is_some() {
            return None;
        }
        let is_star = self.token(line + 1) == Some(Token::Star);
        if self.at == line + 1 && is_star && !self.expects("*") {
            return self.range(SyntaxErrorKind::MixedExcept, line, self.at);
        }
        if self.at == line + 1 && self.expects("*") && !self.expects("NAME") {
            return self.range(SyntaxErrorKind::MixedExcept, line, self.at);
        }
        if is_star && self.at == line + 2 && matches!(self.this()?, Token::Colon | Token::Newline) {
            return self.some(SyntaxErrorKind::ForgotExceptParentheses);
        }
        if self.this()? == Token::Comma {
            let first = if is_star { line + 2 } else { line + 1 };
            let mut last = self.at;
            while let Some(token) = self.token(last + 1)
                && !matches!(token, Token::Colon | Token::Newline)
            {
                last += 1;
            }
            return self.range(SyntaxErrorKind::MultipleExceptionTypes, first, last);
        }
        None
    }

    pub(super) fn import(&self) -> Option<SyntaxError> {
        let line = self.line_start(self.at);
        if self.token(line)? == Token::From
            && self.this()? == Token::Newline
            && self.before(1)? == Token::Comma
        {
            return self.range(SyntaxErrorKind::TrailingCommaImport, self.at, self.at);
        }
        None
    }

    pub(super) fn missing_colon(&self) -> Option<SyntaxError> {
        let this = self.this();
        if let Some(Token::Def) = self.before(2)
            && self.before(1) == Some(Token::Name)
            && self.expects("(")
        {
            return self.some(SyntaxErrorKind::Expected("'('"));
        }
        if self.before(1) == Some(Token::Arrow) {
            return self.range(SyntaxErrorKind::Expected("':'"), self.at - 1, self.at - 1);
        }
        if !self.expects(":") {
            return None;
        }
        let line = self.line_start(self.at);
        if self.bracket().is_some() {
            return None;
        }
        let (head, _) = self.head(line)?;
        let is_forced = matches!(head, Token::Else | Token::Try | Token::Finally | Token::Def);
        let is_header = is_forced
            || matches!(
                head,
                Token::If
                    | Token::Elif
                    | Token::While
                    | Token::Except
                    | Token::Match
                    | Token::Case
                    | Token::For
                    | Token::With
                    | Token::Class
            );
        if is_header && (is_forced || matches!(this, Some(Token::Newline) | None)) {
            return self.some(SyntaxErrorKind::Expected("':'"));
        }
        None
    }
}
