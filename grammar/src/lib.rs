//! Hoopsnake's grammar: source text in, tree out.
//!
//! Knows nothing of bytecode or values. One door: [`parse`].
#![forbid(unsafe_code)]

pub mod ast;
mod source;
mod span;

pub use source::{Position, Source};
pub use span::Span;
