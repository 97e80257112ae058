//! How errors are told to people.
//!
//! Floor 1: knows [`Span`](hoopsnake_grammar::Span) and plain data, never a value of the running
//! program; and the only room that names miette. Whoever holds a Python exception copies what
//! is to be shown into the types of this room and asks for text.
//!
//! Two voices:
//!
//! - [`plain`] speaks as CPython 3.11 does, byte for byte: tracebacks with carets, chained
//!   exceptions, the trees of exception groups, syntax errors. This is what a program prints.
//!   [`frame`] and [`anchors`] draw one entry of it, [`warning_line`] a warning, and
//!   [`suggestion`] finds the "Did you mean".
//! - [`pretty`] draws a [`Report`] with the source around it, for the tools (`hoop check`, the
//!   REPL, the host's own errors). Colour, characters and width are arguments: nothing here
//!   looks at a terminal or at the environment.
//!
//! [`syntax`] is the door for wrong source text, into either voice.

mod anchors;
mod frame;
mod plain;
mod pretty;
mod report;
mod suggest;
mod syntax;
#[cfg(test)]
mod tests;
mod unfold;
mod warning;

pub(crate) use hoopsnake_grammar::{Source, Span};

pub(crate) use frame::{Columns, FrameCode, FrameText, format_frames};
pub(crate) use plain::{
    ExceptionIndex, ExceptionText, Voice, format_exception, format_exception_only, uncaught_text,
};
pub(crate) use pretty::{Look, draw};
pub(crate) use suggest::{MAX_CANDIDATES, suggestion};
pub(crate) use syntax::{SyntaxProblem, SyntaxText};
pub(crate) use warning::warning_line;
