//! What can stop the compiler.

use hoopsnake_grammar::{Span, SyntaxError};

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

impl From<Failure> for SyntaxError {
    /// The error as the caller of the compiler sees it.
    fn from(failure: Failure) -> SyntaxError {
        match failure {
            Failure::Syntax(error) => error,
            Failure::TooFar => SyntaxError::new("code is too large".to_owned(), Span::default()),
        }
    }
}

/// A syntax error at `span`.
#[cold]
pub(super) fn wrong<T>(span: Span, message: impl Into<String>) -> Fallible<T> {
    let error = SyntaxError::new(message.into(), span);
    Err(Box::new(Failure::Syntax(error)))
}
