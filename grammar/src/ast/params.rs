//! Parameters of functions, and type parameters.

use super::{Expr, Name};
use crate::Span;

/// The parameters of a `def` or a `lambda`, in source order. Names are unique and defaults
/// are in order: the parser has checked it.
#[derive(Debug, Default)]
pub struct Params {
    /// Before `/`.
    pub positional_only: Vec<Param>,
    /// Between `/` and `*`.
    pub positional: Vec<Param>,
    /// `*args`.
    pub star: Option<Param>,
    /// After `*`.
    pub keyword_only: Vec<Param>,
    /// `**kwargs`.
    pub double_star: Option<Param>,
}

/// One parameter.
#[derive(Debug)]
pub struct Param {
    pub name: Name,
    pub span: Span,
    pub annotation: Option<Expr>,
    pub default: Option<Expr>,
}

/// `T`, `*Ts` or `**P` in `def f[T, *Ts, **P]`.
#[derive(Debug)]
pub struct TypeParam {
    pub name: Name,
    pub span: Span,
    pub kind: TypeParamKind,
    /// `T: bound`.
    pub bound: Option<Expr>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeParamKind {
    TypeVar,
    TypeVarTuple,
    ParamSpec,
}
