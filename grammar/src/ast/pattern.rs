//! Patterns of `match`.

use super::{Expr, Name};
use crate::Span;

/// A pattern and where it stands.
#[derive(Debug)]
pub struct Pattern {
    pub span: Span,
    pub kind: PatternKind,
}

#[derive(Debug)]
pub enum PatternKind {
    /// A literal or a dotted name, compared with `==`.
    Value(Box<Expr>),
    /// `None`, `True`, `False`, compared with `is`.
    Singleton(Box<Expr>),
    /// `[a, *rest]`, `(a, b)`; at most one `Star`.
    Sequence(Vec<Pattern>),
    /// `{key: pattern, **rest}`.
    Mapping {
        items: Vec<(Expr, Pattern)>,
        rest: Option<Name>,
    },
    /// `Class(a, name=b)`.
    Class {
        class: Box<Expr>,
        positional: Vec<Pattern>,
        keyword: Vec<(Name, Pattern)>,
    },
    /// `*rest` or `*_` (None), only inside a sequence.
    Star(Option<Name>),
    /// `pattern as name`, a bare `name` (pattern None), or `_` (both None).
    As {
        pattern: Option<Box<Pattern>>,
        name: Option<Name>,
    },
    /// `a | b`.
    Or(Vec<Pattern>),
}
