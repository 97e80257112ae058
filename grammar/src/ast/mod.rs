//! The tree that the parser gives and the compiler reads.
//!
//! Names are numbers into the tree's own table (`Names`), so that nodes are small and
//! scope analysis compares integers. Every expression and statement carries its span.
//! Assignment targets are expressions that `actions::target` has already accepted:
//! `Name`, `Attribute`, `Subscript`, `Tuple`, `List` and, inside the last two, `Starred`.
//! The depth of every tree is bounded by the parser, so walking it may recurse.

mod expr;
mod names;
mod params;
mod pattern;
mod stmt;

use crate::SyntaxError;

pub use expr::*;
pub use names::*;
pub use params::*;
pub use pattern::*;
pub use stmt::*;

/// A whole parsed source text.
#[derive(Debug)]
pub struct Tree {
    /// The statements; for `Mode::Expression` one `StmtKind::Expr`.
    pub body: Vec<Stmt>,
    /// What is wrong although the text can be read, in its order. Who uses the tree tells the
    /// first of them, after errors of its own that CPython finds earlier.
    pub late: Vec<SyntaxError>,
    /// The spelling of every name in the tree.
    pub names: Names,
}
