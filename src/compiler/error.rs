//! What can stop the compiler.

use hoopsnake_grammar::Span;

/// The text is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxError {
    /// CPython's words.
    pub message: String,
    /// Where.
    pub span: Span,
}

/// Why a code could not be made.
#[derive(Debug)]
pub(super) enum Failure {
    /// The program is wrong.
    Syntax(SyntaxError),
    /// A short jump does not reach; the code must be made again with long ones.
    TooFar,
}

/// A result of the compiler; the error is boxed to keep stack frames small.
pub(super) type Fallible<T = ()> = Result<T, Box<Failure>>;

impl Failure {
    /// The error as the caller of the compiler sees it.
    pub(super) fn into_syntax(self: Box<Failure>) -> SyntaxError {
        match *self {
            Failure::Syntax(error) => error,
            Failure::TooFar => SyntaxError {
                message: "code is too large".to_owned(),
                span: Span::default(),
            },
        }
    }
}

/// A syntax error at `span`.
#[cold]
pub(super) fn wrong<T>(span: Span, message: impl Into<String>) -> Fallible<T> {
    Err(Box::new(Failure::Syntax(SyntaxError {
        message: message.into(),
        span,
    })))
}
