//! Where the parser stopped, to words that say why.
//!
//! LALRPOP knows the token that cannot follow and the tokens that could. CPython's words come
//! from a second parse with rules for wrong programs; here each such rule is a look at the
//! tokens around the place. The order of the rules is the order in which CPython meets them.

mod expressions;
mod look;
mod patterns;
mod statements;

use look::{begins_expression, ends_expression};

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
    /// What of it cannot be a target, if anything.
    pub(crate) unassignable: Option<&'static str>,
    /// Whether it is an operand of `|`, and none of the forms without the hint about `==`.
    pub(crate) takes_hint: bool,
}

/// A look at the place, and what it finds.
type Rule<'r, P> = &'r dyn Fn(&P) -> Option<SyntaxError>;

impl Place<'_> {
    /// The error for this place.
    pub(crate) fn error(&self) -> SyntaxError {
        let mut error = self.explain();
        if let Some((bracket, at)) = self.lexed.unclosed {
            let kind = SyntaxErrorKind::UnclosedBracket(bracket);
            let unclosed = SyntaxError::of(kind, Span::new(at, at + 1));
            // An open bracket on a line before is the likelier mistake.
            let last = error.span.start.max(self.span_of(self.at).start);
            if line_of(self.source, last as usize) > line_of(self.source, at as usize) {
                return unclosed;
            }
            // CPython's rules look at one more token, which is not there.
            if self.reaches_end() {
                return unclosed.incomplete();
            }
        }
        if !error.kind.names_fstring() && self.in_field() {
            error.kind = SyntaxErrorKind::InFString(Box::new(error.kind));
        }
        error
    }

    fn explain(&self) -> SyntaxError {
        let rules: [Rule<'_, Self>; 21] = [
            &Self::earlier_print,
            &Self::block,
            &Self::class_pattern,
            &Self::fstring_field,
            &Self::legacy_statement,
            &Self::equal_sign,
            &Self::for_target,
            &Self::arguments,
            &Self::colon_equal,
            &Self::missing_else,
            &Self::dictionary,
            &Self::parameters,
            &Self::comprehension_target,
            &Self::match_without_colon,
            &Self::missing_comma,
            &Self::unread_star,
            &Self::handler,
            &Self::import,
            &Self::missing_colon,
            &Self::indentation,
            &Self::targets_as_items,
        ];
        rules
            .iter()
            .find_map(|rule| rule(self))
            .unwrap_or_else(|| self.here(SyntaxErrorKind::InvalidSyntax))
    }

    /// Whether the operand at the place goes on to the end of the text.
    fn reaches_end(&self) -> bool {
        let start = match self.this() {
            Some(Token::Equal) if ends_expression(self.before(1)) => self.at + 1,
            Some(this) if begins_expression(this) && ends_expression(self.before(1)) => self.at,
            _ => return false,
        };
        self.token(self.operand_end(start)).is_none()
    }
}
