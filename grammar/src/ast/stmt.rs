//! Statements.

use super::{Argument, BinaryOp, Expr, Name, Params, Pattern, TypeParam};
use crate::Span;

/// A statement and where it stands.
#[derive(Debug)]
pub struct Stmt {
    pub span: Span,
    pub kind: StmtKind,
}

/// The forms of a statement.
#[derive(Debug)]
pub enum StmtKind {
    Expr(Expr),
    /// `a = b = value`; targets from left to right.
    Assign {
        targets: Vec<Expr>,
        value: Expr,
    },
    /// `target op= value`.
    AugAssign {
        target: Expr,
        op: BinaryOp,
        value: Expr,
    },
    /// `target: annotation = value`. `simple` for a bare name without parentheses.
    AnnAssign {
        target: Expr,
        annotation: Expr,
        value: Option<Expr>,
        simple: bool,
    },
    Return(Option<Expr>),
    Delete(Vec<Expr>),
    Pass,
    Break,
    Continue,
    Raise {
        exc: Option<Expr>,
        cause: Option<Expr>,
    },
    Global(Vec<(Name, Span)>),
    Nonlocal(Vec<(Name, Span)>),
    Assert {
        test: Expr,
        message: Option<Expr>,
    },
    Import(Vec<Alias>),
    /// `from ..module import names`; `names` is empty for `*`.
    ImportFrom {
        module: Option<Name>,
        names: Vec<Alias>,
        level: u32,
    },
    /// `if` and its `elif`s, flat, so that a long chain is not deep.
    If {
        branches: Vec<(Expr, Vec<Stmt>)>,
        orelse: Vec<Stmt>,
    },
    While {
        test: Expr,
        body: Vec<Stmt>,
        orelse: Vec<Stmt>,
    },
    For {
        is_async: bool,
        target: Expr,
        iter: Expr,
        body: Vec<Stmt>,
        orelse: Vec<Stmt>,
    },
    With {
        is_async: bool,
        items: Vec<WithItem>,
        body: Vec<Stmt>,
    },
    /// `is_star` for `except*`.
    Try {
        body: Vec<Stmt>,
        handlers: Vec<Handler>,
        orelse: Vec<Stmt>,
        finalbody: Vec<Stmt>,
        is_star: bool,
    },
    Function(Box<Function>),
    Class(Box<Class>),
    Match {
        subject: Expr,
        cases: Vec<Case>,
    },
    TypeAlias {
        name: Name,
        name_span: Span,
        type_params: Vec<TypeParam>,
        value: Expr,
    },
}

/// `name as asname`; the name of `import a.b.c` is the one name `a.b.c`.
#[derive(Debug)]
pub struct Alias {
    pub name: Name,
    pub asname: Option<Name>,
    pub span: Span,
}

/// `context as target`.
#[derive(Debug)]
pub struct WithItem {
    pub context: Expr,
    pub target: Option<Expr>,
}

/// `except type as name: body`.
#[derive(Debug)]
pub struct Handler {
    pub span: Span,
    pub type_: Option<Expr>,
    pub name: Option<Name>,
    pub body: Vec<Stmt>,
}

/// `def` and `async def`.
#[derive(Debug)]
pub struct Function {
    pub is_async: bool,
    pub name: Name,
    pub name_span: Span,
    pub type_params: Vec<TypeParam>,
    pub params: Params,
    pub returns: Option<Expr>,
    /// From top to bottom.
    pub decorators: Vec<Expr>,
    pub body: Vec<Stmt>,
}

/// `class`.
#[derive(Debug)]
pub struct Class {
    pub name: Name,
    pub name_span: Span,
    pub type_params: Vec<TypeParam>,
    pub arguments: Vec<Argument>,
    pub decorators: Vec<Expr>,
    pub body: Vec<Stmt>,
}

/// `case pattern if guard: body`.
#[derive(Debug)]
pub struct Case {
    pub pattern: Pattern,
    pub guard: Option<Expr>,
    pub body: Vec<Stmt>,
}
