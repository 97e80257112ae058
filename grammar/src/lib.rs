//! Hoopsnake's grammar: source text in, tree out.
//!
//! Knows nothing of bytecode or values. One door: [`parse`].
#![forbid(unsafe_code)]

mod actions;
pub mod ast;
mod character_names;
mod complete;
mod diagnose;
mod dump;
mod error;
mod fstring;
mod layout;
mod lines;
mod literal;
mod parse;
mod soft;
mod source;
mod span;
mod token;

pub use dump::{dump, dump_with_spans};
pub use error::{SyntaxError, SyntaxErrorKind};
pub use lines::Lines;
pub use parse::{Mode, parse};
pub use source::{Position, Source};
pub use span::Span;
