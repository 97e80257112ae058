//! Where the parser stopped, to words that say why.
//!
//! LALRPOP knows the token that cannot follow and the tokens that could. CPython's words come
//! from a second parse with rules for wrong programs; here each such rule is a look at the
//! tokens around the place. The order of the rules is the order in which CPython meets them.

use crate::Span;
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::layout::Lexed;
use crate::lines::line_of;
use crate::token::{Spanned, Token};

/// The place where the parser stopped.
pub(crate) struct Place<'a> {
    pub(crate) source: &'a str,
    pub(crate) lexed: &'a Lexed,
    /// The index of the token that cannot stand there; the number of tokens at their end.
    pub(crate) at: usize,
    /// The terminals that could, as the grammar spells them, with quotes.
    pub(crate) expected: &'a [String],
    /// What an expression is called, if these tokens are one.
    pub(crate) describe: &'a dyn Fn(&[Spanned]) -> Option<Described>,
}

/// What the parser says of a few tokens that it was asked to read as an expression.
pub(crate) struct Described {
    /// The words for it in errors.
    pub(crate) what: &'static str,
    /// Whether it is an operand of `|`, and none of the forms without the hint about `==`.
    pub(crate) takes_hint: bool,
}

impl Place<'_> {
    /// The error for this place.
    pub(crate) fn error(&self) -> SyntaxError {
        let error = self.explain();
        // An open bracket before the place is the likelier mistake.
        if let Some((bracket, at)) = self.lexed.unclosed
            && line_of(self.source, error.span.start as usize) > line_of(self.source, at as usize)
        {
            let kind = SyntaxErrorKind::UnclosedBracket(bracket);
            return SyntaxError::of(kind, Span::new(at, at + 1));
        }
        error
    }

    fn explain(&self) -> SyntaxError {
        let rules: [&dyn Fn(&Self) -> Option<SyntaxError>; 13] = [
            &Self::block,
            &Self::fstring_field,
            &Self::legacy_statement,
            &Self::equal_sign,
            &Self::missing_else,
            &Self::dictionary,
            &Self::parameters,
            &Self::arguments,
            &Self::missing_comma,
            &Self::handler,
            &Self::import,
            &Self::missing_colon,
            &Self::indentation,
        ];
        rules
            .iter()
            .find_map(|rule| rule(self))
            .unwrap_or_else(|| self.here(SyntaxErrorKind::InvalidSyntax))
    }

    // ---- Looking around ----

    fn token(&self, i: usize) -> Option<Token> {
        self.lexed.tokens.get(i).map(|t| t.token)
    }

    fn this(&self) -> Option<Token> {
        self.token(self.at)
    }

    /// The token `n` before the place.
    fn before(&self, n: usize) -> Option<Token> {
        self.at.checked_sub(n).and_then(|i| self.token(i))
    }

    fn span_of(&self, i: usize) -> Span {
        match self.lexed.tokens.get(i) {
            Some(t) => Span::new(t.start, t.end),
            None => {
                let end = u32::try_from(self.source.len()).unwrap_or(u32::MAX);
                Span::new(end, end)
            }
        }
    }

    fn text_of(&self, i: usize) -> &str {
        self.span_of(i).of(self.source)
    }

    fn here(&self, kind: SyntaxErrorKind) -> SyntaxError {
        SyntaxError::of(kind, self.span_of(self.at))
    }

    fn some(&self, kind: SyntaxErrorKind) -> Option<SyntaxError> {
        Some(self.here(kind))
    }

    fn range(&self, kind: SyntaxErrorKind, from: usize, to: usize) -> Option<SyntaxError> {
        let (from, to) = (self.span_of(from), self.span_of(to));
        Some(SyntaxError::of(kind, from.to(to)))
    }

    fn expects(&self, terminal: &str) -> bool {
        self.expected
            .iter()
            .any(|e| e.trim_matches('"') == terminal)
    }

    /// The first token of the logical line that the token `i` is on.
    fn line_start(&self, i: usize) -> usize {
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
    fn head(&self, line: usize) -> Option<(Token, usize)> {
        match self.token(line)? {
            Token::Async => Some((self.token(line + 1)?, line + 1)),
            token => Some((token, line)),
        }
    }

    /// The bracket that encloses the place: its index. None outside all brackets.
    fn bracket(&self) -> Option<usize> {
        let mut depth = 0usize;
        for i in (self.line_start(self.at)..self.at).rev() {
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
    /// comma, or one of `stops`, on the same level.
    fn operand_start(&self, end: usize, stops: &[Token]) -> usize {
        let mut depth = 0usize;
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
            } else if depth == 0
                && (stops.contains(&token)
                    || matches!(
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
                            | Token::DoubleStar
                    )
                    || (token == Token::In && self.ends_for_targets(i)))
            {
                if token == Token::DoubleStar && i > line && ends_expression(self.token(i - 1)) {
                    continue;
                }
                return i + 1;
            }
        }
        line
    }

    /// Whether the `in` at `i` is that of a `for`.
    fn ends_for_targets(&self, i: usize) -> bool {
        let mut depth = 0usize;
        for j in (self.line_start(i)..i).rev() {
            match self.token(j) {
                Some(t) if closes(t) => depth += 1,
                Some(t) if opens(t) => {
                    if depth == 0 {
                        return false;
                    }
                    depth -= 1;
                }
                Some(Token::For) if depth == 0 => return true,
                Some(Token::In) if depth == 0 => return false,
                _ => {}
            }
        }
        false
    }

    /// Past the last token of the operand of `|` that begins at `start`: up to the next token
    /// that cannot be part of it, on its level.
    fn operand_end(&self, start: usize) -> usize {
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

    // ---- Rules ----

    /// A block that does not come.
    fn block(&self) -> Option<SyntaxError> {
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

    fn indentation(&self) -> Option<SyntaxError> {
        (self.this()? == Token::Indent).then(|| self.here(SyntaxErrorKind::UnexpectedIndent))
    }

    /// `print x`.
    fn legacy_statement(&self) -> Option<SyntaxError> {
        if self.before(1)? != Token::Name || !begins_expression(self.this()?) {
            return None;
        }
        let name = self.text_of(self.at - 1);
        if !matches!(name, "print" | "exec") || self.before(2) == Some(Token::Dot) {
            return None;
        }
        let mut end = self.at;
        while self
            .token(end + 1)
            .is_some_and(|t| !matches!(t, Token::Newline | Token::Semicolon))
        {
            end += 1;
        }
        let kind = SyntaxErrorKind::MissingParentheses {
            name: name.to_owned(),
        };
        self.range(kind, self.at - 1, end)
    }

    /// `if x = 1:`.
    fn equal_sign(&self) -> Option<SyntaxError> {
        if self.this()? != Token::Equal {
            return None;
        }
        let value_end = self.operand_end(self.at + 1);
        if value_end == self.at + 1
            || matches!(
                self.token(value_end),
                Some(Token::Equal | Token::ColonEqual)
            )
        {
            return None;
        }
        let start = self.operand_start(self.at, &[]);
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
        let target = &self.lexed.tokens[start..self.at];
        if let [name] = target
            && name.token == Token::Name
        {
            return self.range(SyntaxErrorKind::EqualInExpression, start, value_end - 1);
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
            self.at - 1,
        )
    }

    /// `x if y`.
    fn missing_else(&self) -> Option<SyntaxError> {
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
                let start = self.operand_start(i, &[]);
                if start == i {
                    return None;
                }
                return self.range(SyntaxErrorKind::ExpectedElse, start, self.at - 1);
            }
        }
        None
    }

    /// `(a b)`.
    fn missing_comma(&self) -> Option<SyntaxError> {
        let this = self.this()?;
        if !begins_expression(this) || !ends_expression(self.before(1)) {
            return None;
        }
        let bracket = self.bracket()?;
        let before = self.before(1)?;
        if before == Token::Name && matches!(this, Token::Str | Token::FStart) {
            return None;
        }
        if before == Token::Name
            && matches!(self.text_of(self.at - 1), "match" | "case" | "_" | "type")
        {
            return None;
        }
        let start = self.operand_start(self.at, &[]);
        if start == self.at || !self.could_stand(bracket, start) {
            return None;
        }
        let end = if matches!(this, Token::Lambda | Token::Not) {
            self.at
        } else {
            self.operand_end(self.at).max(self.at + 1) - 1
        };
        if matches!(self.token(end), Some(t) if !ends_expression(Some(t))) && end > self.at {
            return None;
        }
        self.range(SyntaxErrorKind::ForgotComma, start, end)
    }

    /// Whether an expression may stand at `start` in the brackets that open at `bracket`:
    /// not the names of parameters or of imports.
    fn could_stand(&self, bracket: usize, start: usize) -> bool {
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

    fn dictionary(&self) -> Option<SyntaxError> {
        let bracket = self.bracket()?;
        if self.token(bracket)? != Token::LBrace || self.is_field(bracket) {
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
            && self.operand_start(self.at, &[]) > 0
            && self.token(self.operand_start(self.at, &[]) - 1) == Some(Token::DoubleStar)
        {
            let i = self.operand_start(self.at, &[]) - 1;
            return self.range(SyntaxErrorKind::DictUnpacking, i, i);
        }
        if matches!(this, Token::RBrace | Token::Comma)
            && self.expects(":")
            && ends_expression(self.before(1))
        {
            let words = "':' expected after dictionary key";
            let kind = SyntaxErrorKind::Other(words.to_owned());
            return self.range(kind, self.at - 1, self.at - 1);
        }
        None
    }

    fn parameters(&self) -> Option<SyntaxError> {
        let this = self.this()?;
        let line = self.line_start(self.at);
        let in_def = matches!(self.head(line), Some((Token::Def, i))
            if self.bracket().is_some_and(|b| b == i + 2));
        let other = |words: &str| SyntaxErrorKind::Other(words.to_owned());
        let in_lambda = self.expects("/") || self.expects("**") && !self.expects("NUMBER");
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

    fn arguments(&self) -> Option<SyntaxError> {
        let this = self.this()?;
        if self.before(1)? == Token::Equal && matches!(this, Token::RParen | Token::Comma) {
            let bracket = self.bracket()?;
            let is_call = bracket > 0 && ends_expression(self.token(bracket - 1));
            if is_call
                && self.token(bracket) == Some(Token::LParen)
                && self.before(2)? == Token::Name
            {
                let words = "expected argument value expression";
                let kind = SyntaxErrorKind::Other(words.to_owned());
                return self.range(kind, self.at - 2, self.at - 1);
            }
        }
        None
    }

    fn handler(&self) -> Option<SyntaxError> {
        if self.expects("except") && self.expects("finally") && !self.expects("pass") {
            return self.some(SyntaxErrorKind::ExpectedExcept);
        }
        let line = self.line_start(self.at);
        if self.token(line) != Some(Token::Except) || self.bracket().is_some() {
            return None;
        }
        let is_star = self.token(line + 1) == Some(Token::Star);
        if self.at == line + 1 && is_star && !self.expects("*") {
            return self.some(SyntaxErrorKind::MixedExcept);
        }
        if self.at == line + 1 && self.expects("*") && !self.expects("NAME") {
            return self.some(SyntaxErrorKind::MixedExcept);
        }
        if is_star && self.at == line + 2 && matches!(self.this()?, Token::Colon | Token::Newline) {
            return self.some(SyntaxErrorKind::ForgotExceptParentheses);
        }
        if self.this()? == Token::Comma {
            let first = if is_star { line + 2 } else { line + 1 };
            return self.range(SyntaxErrorKind::MultipleExceptionTypes, first, self.at - 1);
        }
        None
    }

    fn import(&self) -> Option<SyntaxError> {
        let line = self.line_start(self.at);
        if self.token(line)? == Token::From
            && self.this()? == Token::Newline
            && self.before(1)? == Token::Comma
        {
            return self.range(SyntaxErrorKind::TrailingCommaImport, self.at, self.at);
        }
        None
    }

    fn missing_colon(&self) -> Option<SyntaxError> {
        let this = self.this();
        if let Some(Token::Def) = self.before(2)
            && self.before(1) == Some(Token::Name)
            && self.expects("(")
        {
            return self.some(SyntaxErrorKind::Expected("'('"));
        }
        if !self.expects(":") || matches!(this, Some(Token::Equal | Token::ColonEqual)) {
            return None;
        }
        let line = self.line_start(self.at);
        if self.bracket().is_some() {
            return None;
        }
        let (head, _) = self.head(line)?;
        let is_forced = matches!(
            head,
            Token::Else
                | Token::Try
                | Token::Finally
                | Token::Def
                | Token::For
                | Token::With
                | Token::Class
        );
        let is_header = is_forced
            || matches!(
                head,
                Token::If | Token::Elif | Token::While | Token::Except | Token::Match | Token::Case
            );
        if is_header && (is_forced || matches!(this, Some(Token::Newline) | None)) {
            return self.some(SyntaxErrorKind::Expected("':'"));
        }
        None
    }

    // ---- F-strings ----

    /// Whether the brace at `i` opens a replacement field.
    fn is_field(&self, i: usize) -> bool {
        let mut depth = 0usize;
        for j in (0..i).rev() {
            match self.token(j) {
                Some(Token::FMiddle | Token::FRawMiddle) if depth == 0 => return true,
                Some(Token::FStart) if depth == 0 => return true,
                Some(Token::RBrace) => depth += 1,
                Some(Token::LBrace) if depth > 0 => {
                    depth -= 1;
                    // A field right behind another one.
                    if depth == 0 && self.is_field(j) {
                        return true;
                    }
                }
                Some(Token::Newline) | None => return false,
                _ if depth > 0 => {}
                _ => return false,
            }
        }
        false
    }

    fn fstring_field(&self) -> Option<SyntaxError> {
        let bracket = self.bracket()?;
        if self.token(bracket)? != Token::LBrace || !self.is_field(bracket) {
            return None;
        }
        let this = self.this()?;
        if self.at == bracket + 1 {
            let before = match this {
                Token::RBrace => "}",
                Token::Bang => "!",
                Token::Colon => ":",
                Token::Equal => "=",
                _ => return None,
            };
            return self.some(SyntaxErrorKind::FStringEmpty { before });
        }
        let before = self.before(1)?;
        if before == Token::Bang {
            if this == Token::RBrace || this == Token::Colon {
                return self.some(SyntaxErrorKind::FStringMissingConversion);
            }
            let found = self.text_of(self.at).to_owned();
            return self.some(SyntaxErrorKind::FStringBadConversion { found });
        }
        if this == Token::FMiddle
            && (bracket..self.at).any(|i| self.token(i) == Some(Token::Lambda))
        {
            return self.some(SyntaxErrorKind::FStringLambda);
        }
        if self.before(2) == Some(Token::Bang) {
            return self.some(SyntaxErrorKind::FStringExpecting("':' or '}'"));
        }
        if before == Token::Equal {
            return self.some(SyntaxErrorKind::FStringExpecting("'!', or ':', or '}'"));
        }
        if ends_expression(Some(before)) && !begins_expression(this) && self.expects("!") {
            return self.some(SyntaxErrorKind::FStringExpecting(
                "'=', or '!', or ':', or '}'",
            ));
        }
        None
    }
}

fn opens(token: Token) -> bool {
    matches!(
        token,
        Token::LParen | Token::LBracket | Token::LBrace | Token::WithOpen | Token::FStart
    )
}

fn closes(token: Token) -> bool {
    matches!(
        token,
        Token::RParen | Token::RBracket | Token::RBrace | Token::FEnd
    )
}

/// Whether an expression may begin with `token`, and not go on with it.
fn begins_expression(token: Token) -> bool {
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

fn ends_expression(token: Option<Token>) -> bool {
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
