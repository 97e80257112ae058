//! Expressions.

use super::{Name, Params};
use crate::Span;

/// An expression and where it stands (without enclosing parentheses, except for tuples
/// and generator expressions, whose parentheses belong to them).
#[derive(Debug)]
pub struct Expr {
    /// Where it stands.
    pub span: Span,
    /// How many levels of expressions stand below it; bounded by the parser.
    pub depth: u16,
    /// What it is.
    pub kind: ExprKind,
}

/// The forms of an expression.
#[derive(Debug)]
pub enum ExprKind {
    /// A literal.
    Constant(Constant),
    /// A name that is read, or a target.
    Name(Name),
    /// `f"..."`, after concatenation of adjacent parts. No two `Literal` parts are adjacent.
    FString(Vec<FStringPart>),
    /// `a, b` and `()`. Elements may be `Starred`.
    Tuple(Vec<Expr>),
    /// `[a, b]`. Elements may be `Starred`.
    List(Vec<Expr>),
    /// `{a, b}`. Elements may be `Starred`.
    Set(Vec<Expr>),
    /// `{k: v, **m}`.
    Dict(Vec<DictItem>),
    /// `-x`, `+x`, `~x`, `not x`.
    Unary { op: UnaryOp, operand: Box<Expr> },
    /// `a + b`.
    Binary {
        op: BinaryOp,
        left: Box<Expr>,
        right: Box<Expr>,
        op_span: Span,
    },
    /// `a and b and c`, flat.
    Bool { op: BoolOp, values: Vec<Expr> },
    /// `a < b <= c`, flat.
    Compare {
        left: Box<Expr>,
        rest: Vec<(CompareOp, Expr)>,
    },
    /// `body if test else orelse`.
    Conditional {
        test: Box<Expr>,
        body: Box<Expr>,
        orelse: Box<Expr>,
    },
    /// `lambda params: body`.
    Lambda {
        params: Box<Params>,
        body: Box<Expr>,
    },
    /// `name := value`.
    Named {
        target: Name,
        target_span: Span,
        value: Box<Expr>,
    },
    /// `[element for ...]`.
    ListComp {
        element: Box<Expr>,
        clauses: Vec<Clause>,
    },
    /// `{element for ...}`.
    SetComp {
        element: Box<Expr>,
        clauses: Vec<Clause>,
    },
    /// `{key: value for ...}`.
    DictComp {
        key: Box<Expr>,
        value: Box<Expr>,
        clauses: Vec<Clause>,
    },
    /// `(element for ...)`.
    Generator {
        element: Box<Expr>,
        clauses: Vec<Clause>,
    },
    /// `await x`.
    Await(Box<Expr>),
    /// `yield`, `yield x`.
    Yield(Option<Box<Expr>>),
    /// `yield from x`.
    YieldFrom(Box<Expr>),
    /// `func(args)`.
    Call {
        func: Box<Expr>,
        args: Vec<Argument>,
    },
    /// `value.name`.
    Attribute {
        value: Box<Expr>,
        name: Name,
        name_span: Span,
    },
    /// `value[index]`. `a[1, 2]` has a `Tuple` index, `a[1:2]` a `Slice`.
    Subscript { value: Box<Expr>, index: Box<Expr> },
    /// `lower:upper:step`, only inside a subscript.
    Slice {
        lower: Option<Box<Expr>>,
        upper: Option<Box<Expr>>,
        step: Option<Box<Expr>>,
    },
    /// `*x` where Python allows it.
    Starred(Box<Expr>),
}

/// The value of a literal.
#[derive(Debug, Clone, PartialEq)]
pub enum Constant {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    /// An integer past `i64`: digits without prefix and underscores, in this radix.
    BigInt {
        radix: u8,
        digits: Box<str>,
    },
    Float(f64),
    /// The imaginary part of `1j`.
    Imaginary(f64),
    Str(Box<str>),
    Bytes(Box<[u8]>),
}

/// A piece of an f-string.
#[derive(Debug)]
pub enum FStringPart {
    /// Text with its escapes resolved.
    Literal(Box<str>),
    /// `{value!r:spec}`. For `{value=}` the text up to and with the `=` (and the white space
    /// around it) is a `Literal` before it and the conversion is `Repr` unless one was given
    /// or a spec follows, so the compiler sees nothing special.
    Field {
        value: Box<Expr>,
        conversion: Conversion,
        spec: Option<Vec<FStringPart>>,
        span: Span,
    },
}

/// `!s`, `!r`, `!a` in an f-string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

/// An item of a dict display.
#[derive(Debug)]
pub enum DictItem {
    Pair(Expr, Expr),
    /// `**mapping`.
    Unpack(Expr),
}

/// A `for ... in ... if ...` of a comprehension.
#[derive(Debug)]
pub struct Clause {
    pub is_async: bool,
    pub target: Expr,
    pub iter: Expr,
    pub conditions: Vec<Expr>,
}

/// An argument of a call or of a class statement, in source order.
#[derive(Debug)]
pub enum Argument {
    Positional(Expr),
    /// `*x`.
    Star(Expr),
    Keyword {
        name: Name,
        span: Span,
        value: Expr,
    },
    /// `**x`.
    DoubleStar(Expr),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnaryOp {
    Minus,
    Plus,
    Invert,
    Not,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    FloorDiv,
    Mod,
    Pow,
    MatMul,
    LShift,
    RShift,
    BitAnd,
    BitOr,
    BitXor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoolOp {
    And,
    Or,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompareOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
    Is,
    IsNot,
    In,
    NotIn,
}
