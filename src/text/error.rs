//! The one error type of the room: which exception, and in which words.

use std::borrow::Cow;
use std::fmt;

/// The builtin exception class to raise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ErrorClass {
    Value,
    Type,
    Overflow,
    Index,
    Lookup,
}

impl ErrorClass {
    /// The Python name of the class.
    pub(crate) fn name(self) -> &'static str {
        match self {
            ErrorClass::Value => "ValueError",
            ErrorClass::Type => "TypeError",
            ErrorClass::Overflow => "OverflowError",
            ErrorClass::Index => "IndexError",
            ErrorClass::Lookup => "LookupError",
        }
    }
}

/// An exception that the caller is to raise: its class and its message as CPython words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormatError {
    pub(crate) class: ErrorClass,
    pub(crate) message: Cow<'static, str>,
}

impl FormatError {
    pub(crate) fn new(class: ErrorClass, message: impl Into<Cow<'static, str>>) -> Self {
        FormatError {
            class,
            message: message.into(),
        }
    }

    pub(crate) fn value(message: impl Into<Cow<'static, str>>) -> Self {
        FormatError::new(ErrorClass::Value, message)
    }

    pub(crate) fn type_(message: impl Into<Cow<'static, str>>) -> Self {
        FormatError::new(ErrorClass::Type, message)
    }

    pub(crate) fn overflow(message: impl Into<Cow<'static, str>>) -> Self {
        FormatError::new(ErrorClass::Overflow, message)
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.class.name(), self.message)
    }
}
