//! Mistakes inside expressions, parameters and arguments.

use super::Place;
use super::look::{begins_expression, closes, ends_expression, opens};
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::token::Token;

impl Place<'_> {
    /// `for 1`.
    pub(super) fn for_target(&self) -> Option<SyntaxError> {
        if !self.expects("in") {
            return None;
        }
        let start = self.operand_start(self.at);
        if self.token(start.checked_sub(1)?)? != Token::For || start == self.at {
            return None;
        }
        let described = (self.describe)(&self.lexed.tokens[start..self.at])?;
        let what = described.unassignable?;
        self.range(
            SyntaxErrorKind::CannotAssign {
                what,
                maybe_equal: false,
            },
            start,
            self.at - 1,
        )
    }

    /// `print x`.
    pub(super) fn legacy_statement(&self) -> Option<SyntaxError> {
        // The name may be what cannot stand there, or what came before.
        let name_at = if self.this()? == Token::Name && ends_expression(self.before(1)) {
            self.at
        } else {
            self.at.checked_sub(1)?
        };
        let is_legacy = |i: usize| {
            self.token(i) == Some(Token::Name)
                && matches!(self.text_of(i), "print" | "exec")
                && self.token(i + 1).is_some_and(begins_expression)
        };
        let name_at = if is_legacy(name_at) {
            name_at
        } else {
            self.at.checked_sub(1)?
        };
        if !is_legacy(name_at) {
            return None;
        }
        if !self.begins_operand(name_at) {
            return None;
        }
        self.missing_parentheses(name_at)
    }

    /// `print -1` before the place: only now, as something else is wrong, CPython looks at it again.
    pub(crate) fn earlier_print(&self) -> Option<SyntaxError> {
        let is_legacy = |&i: &usize| {
            self.token(i) == Some(Token::Name)
                && matches!(self.text_of(i), "print" | "exec")
                && matches!(
                    self.token(i + 1),
                    Some(Token::Plus | Token::Minus | Token::Star | Token::LBracket)
                )
                && self.begins_operand(i)
                && self.operand_end(i + 1) < self.at
        };
        let name_at = (0..self.at).find(is_legacy)?;
        self.missing_parentheses(name_at)
    }

    /// Whether what stands at `at` may be the first of an operand.
    fn begins_operand(&self, at: usize) -> bool {
        let opener = at.checked_sub(1).and_then(|i| self.token(i));
        opener.is_none_or(|t| {
            ends_expression(Some(t))
                || matches!(
                    t,
                    Token::Newline
                        | Token::Indent
                        | Token::Dedent
                        | Token::Semicolon
                        | Token::Colon
                        | Token::Comma
                        | Token::LParen
                        | Token::LBracket
                        | Token::LBrace
                        | Token::Equal
                        | Token::Return
                        | Token::If
                        | Token::Elif
                        | Token::While
                        | Token::Else
                        | Token::Assert
                        | Token::Yield
                )
        })
    }

    fn missing_parentheses(&self, name_at: usize) -> Option<SyntaxError> {
        let name = self.text_of(name_at);
        let end = self.expressions_end(name_at + 1);
        let kind = SyntaxErrorKind::MissingParentheses {
            name: name.to_owned(),
        };
        self.range(kind, name_at, end)
    }

    /// The last token of the expressions that begin at `start`, with a comma after the last one.
    fn expressions_end(&self, start: usize) -> usize {
        let mut depth = 0usize;
        let mut end = start;
        while let Some(token) = self.token(end + 1) {
            match token {
                Token::Newline | Token::Semicolon => break,
                _ if opens(token) => depth += 1,
                _ if closes(token) && depth == 0 => break,
                _ if closes(token) => depth -= 1,
                Token::Equal | Token::For | Token::DoubleStar
                    if depth == 0 && self.token(end) == Some(Token::Comma) =>
                {
                    break;
                }
                Token::Equal | Token::For if depth == 0 => break,
                _ => {}
            }
            end += 1;
        }
        end
    }

    /// `if x = 1:`.
    pub(super) fn equal_sign(&self) -> Option<SyntaxError> {
        if self.this()? != Token::Equal {
            return None;
        }
        let value_end = self.operand_end(self.at + 1);
        let takes_names = matches!(
            self.token(self.line_start(self.at)),
            Some(Token::Global | Token::Nonlocal | Token::Import | Token::From)
        );
        if takes_names
            || value_end == self.at + 1
            || matches!(
                self.token(value_end),
                Some(Token::Equal | Token::ColonEqual)
            )
        {
            return None;
        }
        let start = self.operand_start(self.at);
        // Only where a named expression may stand.
        let before = start.checked_sub(1).and_then(|i| self.token(i));
        match before {
            Some(
                Token::LParen
                | Token::LBracket
                | Token::If
                | Token::Elif
                | Token::While
                | Token::Comma
                | Token::Match
                | Token::ColonEqual,
            ) => {}
            Some(Token::LBrace) => {}
            _ => return None,
        }
        self.equal_in(start, self.at, value_end)
    }

    /// The words for the `=` at an index between a target and a value, where only expressions can stand.
    fn equal_in(&self, start: usize, equal: usize, value_end: usize) -> Option<SyntaxError> {
        let target = &self.lexed.tokens[start..equal];
        if let [name] = target
            && name.token == Token::Name
        {
            // Brackets around the whole value are no part of it.
            let (mut first, mut last) = (equal + 1, value_end - 1);
            while self.token(first) == Some(Token::LParen) && self.closes_group(first, last) {
                (first, last) = (first + 1, last - 1);
            }
            return self.range(SyntaxErrorKind::EqualInExpression, start, last);
        }
        let described = (self.describe)(target)?;
        if !described.takes_hint {
            return None;
        }
        let what = described.what;
        self.range(
            SyntaxErrorKind::CannotAssign {
                what,
                maybe_equal: true,
            },
            start,
            equal - 1,
        )
    }

    /// Whether the parenthesis at `first` is closed at `last`, with one expression between them.
    fn closes_group(&self, first: usize, last: usize) -> bool {
        let mut depth = 0usize;
        for i in first..=last {
            match self.token(i) {
                Some(token) if opens(token) => depth += 1,
                Some(token) if closes(token) => depth -= 1,
                Some(Token::Comma | Token::For | Token::Async) if depth == 1 => return false,
                _ => {}
            }
            if depth == 0 {
                return i == last && last > first + 1;
            }
        }
        false
    }

    /// `a, b = c, d = (x +)`: as the last value is none, CPython reads the chain as expressions with a comma between them,
    /// and `b = c` as one of them.
    pub(super) fn chain(&self) -> Option<SyntaxError> {
        let line = self.line_start(self.at);
        let mut open = Vec::new();
        let mut starts = vec![line];
        let mut equals = Vec::new();
        for i in line..self.at {
            match self.token(i)? {
                token if opens(token) => open.push(i),
                token if closes(token) => drop(open.pop()?),
                Token::Comma if open.is_empty() => starts.push(i + 1),
                Token::Equal if open.is_empty() => equals.push(i),
                Token::Semicolon if open.is_empty() => {
                    starts = vec![i + 1];
                    equals.clear();
                }
                _ => {}
            }
        }
        let (&first, &last) = (equals.first()?, equals.last()?);
        let value_end = self.operand_end(first + 1);
        let goes_on = matches!(
            self.token(value_end),
            Some(Token::Equal | Token::ColonEqual)
        );
        let mut value = last + 1;
        while let Some(Token::Minus | Token::Plus | Token::Tilde | Token::Not) = self.token(value) {
            value += 1;
        }
        // The bracket that the value begins with is open where the parser stopped.
        if open.first() != Some(&value) || first == last || goes_on {
            return None;
        }
        let start = *starts.iter().rfind(|start| **start < first)?;
        self.equal_in(start, first, value_end)
    }

    /// `x if y`.
    pub(super) fn missing_else(&self) -> Option<SyntaxError> {
        if !self.expects("else") || self.this() == Some(Token::Colon) {
            return None;
        }
        if self.before(1).is_none_or(|t| !ends_expression(Some(t))) {
            return None;
        }
        let mut depth = 0usize;
        for i in (self.line_start(self.at)..self.at).rev() {
            let token = self.token(i)?;
            if closes(token) {
                depth += 1;
            } else if opens(token) {
                if depth == 0 {
                    return None;
                }
                depth -= 1;
            } else if token == Token::If && depth == 0 {
                let start = self.operand_start(i);
                if start == i {
                    return None;
                }
                return self.range(SyntaxErrorKind::ExpectedElse, start, self.at - 1);
            }
        }
        None
    }

    /// `(a b)`.
    pub(super) fn missing_comma(&self) -> Option<SyntaxError> {
        let this = self.this()?;
        if this == Token::RBracket
            && self.before(1)? == Token::LBracket
            && ends_expression(self.before(2))
        {
            // `x[]` in brackets reads like two expressions.
            let start = self.operand_start(self.at - 1);
            self.token(start.checked_sub(1)?)
                .filter(|t| opens(*t) || *t == Token::Comma)?;
            return self.range(SyntaxErrorKind::ForgotComma, start, self.at);
        }
        if self.before(1)? == Token::Not && ends_expression(self.before(2)) {
            // `a not b`, which is no `a not in b`.
            self.bracket()?;
            let start = self.operand_start(self.at - 1);
            return self.range(SyntaxErrorKind::ForgotComma, start, self.at);
        }
        if !begins_expression(this) || !ends_expression(self.before(1)) {
            return None;
        }
        let bracket = self.bracket()?;
        let start = self.operand_start(self.at);
        if start == self.at || !self.could_stand(bracket, start) {
            return None;
        }
        let opener = start.checked_sub(1).and_then(|i| self.token(i));
        let in_clause = matches!(opener, Some(Token::In | Token::If | Token::Async))
            && self
                .bracket()
                .is_some_and(|b| (b..start - 1).any(|i| self.token(i) == Some(Token::For)));
        // `*x` takes an expression only among arguments.
        let is_call = bracket > 0
            && self.token(bracket) == Some(Token::LParen)
            && ends_expression(self.token(bracket - 1));
        let is_unpacked = matches!(opener, Some(Token::Star | Token::DoubleStar));
        if in_clause || (is_unpacked && !is_call) || self.is_excepted(start) {
            return None;
        }
        let end = if matches!(
            this,
            Token::Lambda | Token::Not | Token::Await | Token::Tilde
        ) {
            let end = self.item_end(self.at);
            (self.describe)(&self.lexed.tokens[self.at..end])?;
            end - 1
        } else {
            self.operand_end(self.at).max(self.at + 1) - 1
        };
        if matches!(self.token(end), Some(t) if !ends_expression(Some(t))) && end > self.at {
            return None;
        }
        self.range(SyntaxErrorKind::ForgotComma, start, end)
    }

    /// Whether CPython excepts what begins at `start` from the hint about commas: a wrong
    /// string prefix, or a soft keyword, of which it compares only the beginning.
    pub(super) fn is_excepted(&self, start: usize) -> bool {
        if self.token(start) != Some(Token::Name) {
            return false;
        }
        matches!(self.token(start + 1), Some(Token::Str | Token::FStart))
            || ["match", "case", "_"]
                .iter()
                .any(|word| word.starts_with(self.text_of(start)))
    }

    /// Whether an expression may stand at `start` in the brackets that open at `bracket`:
    /// not the names of parameters or of imports.
    pub(super) fn could_stand(&self, bracket: usize, start: usize) -> bool {
        let line = self.line_start(bracket);
        let Some((head, i)) = self.head(line) else {
            return true;
        };
        match head {
            Token::Def => {
                self.token(bracket) != Some(Token::LParen)
                    || bracket != i + 2
                    || matches!(self.token(start - 1), Some(Token::Equal | Token::Colon))
            }
            Token::From => false,
            Token::Class => bracket != i + 2 || self.token(bracket) == Some(Token::LParen),
            Token::Case => false,
            _ => true,
        }
    }

    pub(super) fn dictionary(&self) -> Option<SyntaxError> {
        let bracket = self.bracket()?;
        if self.token(bracket)? != Token::LBrace {
            return None;
        }
        let this = self.this()?;
        if self.before(1)? == Token::Colon {
            if matches!(this, Token::RBrace | Token::Comma) {
                let words = "expression expected after dictionary key and ':'";
                let kind = SyntaxErrorKind::Other(words.to_owned());
                return self.range(kind, self.at - 1, self.at - 1);
            }
            if this == Token::Star {
                let words = "cannot use a starred expression in a dictionary value";
                return self.some(SyntaxErrorKind::Other(words.to_owned()));
            }
        }
        if matches!(this, Token::For | Token::Async)
            && self.operand_start(self.at) > 0
            && self.token(self.operand_start(self.at) - 1) == Some(Token::DoubleStar)
        {
            let i = self.operand_start(self.at) - 1;
            return self.range(SyntaxErrorKind::DictUnpacking, i, i);
        }
        let mut depth = 0usize;
        let has_items = (bracket + 1..self.at).any(|i| {
            let token = self.token(i).unwrap_or(Token::Newline);
            depth += usize::from(opens(token));
            depth -= usize::from(closes(token));
            depth == 0 && token == Token::Comma
        });
        if self.expects(":") && ends_expression(self.before(1)) && has_items {
            let words = "':' expected after dictionary key";
            let kind = SyntaxErrorKind::Other(words.to_owned());
            return self.range(kind, self.at - 1, self.at - 1);
        }
        None
    }

    pub(super) fn parameters(&self) -> Option<SyntaxError> {
        let this = self.this()?;
        let line = self.line_start(self.at);
        let in_def = matches!(self.head(line), Some((Token::Def, i))
            if self.bracket().is_some_and(|b| b == i + 2));
        let other = |words: &str| SyntaxErrorKind::Other(words.to_owned());
        let in_lambda = self.in_lambda();
        if in_def || in_lambda {
            if this == Token::Equal && self.before(1)? == Token::Name {
                match self.before(2)? {
                    Token::Star => {
                        return self
                            .some(other("var-positional argument cannot have default value"));
                    }
                    Token::DoubleStar => {
                        return self.some(other("var-keyword argument cannot have default value"));
                    }
                    _ => {}
                }
            }
            if this == Token::LParen
                && matches!(
                    self.before(1)?,
                    Token::LParen | Token::Comma | Token::Lambda
                )
            {
                let is_def = in_def;
                let words = if is_def {
                    "Function parameters cannot be parenthesized"
                } else {
                    "Lambda expression parameters cannot be parenthesized"
                };
                let end = (self.at..)
                    .find(|&i| self.token(i).is_none_or(|t| t == Token::RParen))
                    .unwrap_or(self.at);
                return self.range(other(words), self.at, end);
            }
        }
        if in_def && self.before(1)? == Token::Equal && matches!(this, Token::RParen | Token::Comma)
        {
            return self.range(
                other("expected default value expression"),
                self.at - 1,
                self.at - 1,
            );
        }
        None
    }

    /// `f('a'=)`.
    pub(super) fn arguments(&self) -> Option<SyntaxError> {
        if self.before(1)? != Token::Equal {
            return None;
        }
        let bracket = self.bracket()?;
        let is_call = self.token(bracket)? == Token::LParen
            && ends_expression(bracket.checked_sub(1).and_then(|i| self.token(i)));
        let start = self.operand_start(self.at - 1);
        let key = &self.lexed.tokens[start..self.at - 1];
        match key {
            _ if !is_call => None,
            [] => None,
            [only] if only.token == Token::Name => None,
            [only] if matches!(only.token, Token::None | Token::True | Token::False) => {
                let what = (self.describe)(key)?.what;
                let kind = SyntaxErrorKind::CannotAssign {
                    what,
                    maybe_equal: false,
                };
                self.range(kind, start, self.at - 1)
            }
            _ => {
                (self.describe)(key)?;
                self.range(SyntaxErrorKind::KeywordIsExpression, start, self.at - 1)
            }
        }
    }

    /// `f(*a, *(b:c))`: CPython takes what it could read for all arguments there were, and finds a star behind them.
    pub(super) fn unread_star(&self) -> Option<SyntaxError> {
        let mut inner = self.at;
        let mut outer = self.bracket();
        while let Some(bracket) = outer {
            let is_call = self.token(bracket) == Some(Token::LParen)
                && ends_expression(bracket.checked_sub(1).and_then(|i| self.token(i)));
            // The operand of the star begins with the brackets that hold the place, or with the place itself.
            let star = (bracket..inner)
                .rev()
                .find(|i| {
                    !matches!(
                        self.token(*i),
                        Some(Token::Minus | Token::Plus | Token::Tilde)
                    )
                })
                .filter(|i| self.token(*i) == Some(Token::Star))
                .filter(|i| self.token(i - 1) == Some(Token::Comma));
            if let Some(star) = star
                && is_call
                && self.are_keywords(bracket + 1, star)
            {
                return self.range(SyntaxErrorKind::StarAfterUnpacking, star, star);
            }
            inner = bracket;
            outer = self.bracket_around(bracket);
        }
        None
    }

    /// Whether the arguments from `start` to `end` are ones that keywords may stand among: one is a keyword, or all are
    /// unpacked.
    fn are_keywords(&self, start: usize, end: usize) -> bool {
        let (mut at, mut plain, mut keywords) = (start, false, false);
        while at < end {
            match self.token(at) {
                Some(Token::Star) => {}
                Some(Token::DoubleStar) => keywords = true,
                Some(Token::Name) if self.token(at + 1) == Some(Token::Equal) => keywords = true,
                _ => plain = true,
            }
            at = self.item_end(at) + 1;
        }
        keywords || !plain
    }

    /// `a.b := c`.
    pub(super) fn colon_equal(&self) -> Option<SyntaxError> {
        if self.this()? != Token::ColonEqual
            || self.operand_end(self.at + 1) == self.at + 1
            || self.token(self.at + 1) == Some(Token::Dot)
        {
            return None;
        }
        let start = self.operand_start(self.at);
        let target = &self.lexed.tokens[start..self.at];
        if matches!(target, [only] if only.token == Token::Name) {
            return None;
        }
        let what = (self.describe)(target)?.what;
        self.range(SyntaxErrorKind::CannotName { what }, start, self.at - 1)
    }

    /// `[a, b for a in c]`.
    pub(super) fn comprehension_target(&self) -> Option<SyntaxError> {
        if !matches!(self.this()?, Token::For | Token::Async) {
            return None;
        }
        let bracket = self.bracket()?;
        if !matches!(self.token(bracket)?, Token::LBracket | Token::LBrace) {
            return None;
        }
        let comma = self.operand_start(self.at).checked_sub(1)?;
        if self.token(comma)? != Token::Comma && self.before(1)? != Token::Comma {
            return None;
        }
        let words = "did you forget parentheses around the comprehension target?";
        self.range(
            SyntaxErrorKind::Other(words.to_owned()),
            bracket + 1,
            self.at - 1,
        )
    }

    pub(super) fn fstring_field(&self) -> Option<SyntaxError> {
        let bracket = self.bracket()?;
        if self.token(bracket)? != Token::FieldOpen {
            return None;
        }
        let this = self.this()?;
        if self.at == bracket + 1 {
            return match this {
                Token::RBrace => self.some(SyntaxErrorKind::FStringEmpty),
                Token::Bang => self.some(SyntaxErrorKind::FStringNothingBefore('!')),
                Token::Colon => self.some(SyntaxErrorKind::FStringNothingBefore(':')),
                Token::Equal => self.some(SyntaxErrorKind::FStringNothingBefore('=')),
                _ => None,
            };
        }
        if self.before(1)? == Token::Bang {
            return self.some(SyntaxErrorKind::FStringBadConversion);
        }
        if self.before(2) == Some(Token::Bang) || self.before(1)? == Token::Equal {
            return self.some(SyntaxErrorKind::FStringExpectedBrace);
        }
        None
    }
}
