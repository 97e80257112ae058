//! What the grammar's productions do. They live outside the grammar file so that they are
//! ordinary Rust: formatted, checked, and not part of what LALRPOP must read.

#![expect(
    clippy::vec_box,
    clippy::boxed_local,
    reason = "a parser symbol is as large as the largest of them: boxes keep it small"
)]

mod arguments;
mod patterns;
mod percent;
mod statements;
mod strings;
pub(crate) mod target;

pub(crate) use arguments::ParamItem;
pub(crate) use strings::{Field, StringPart};
use target::describe;

use std::cell::RefCell;

use crate::Span;
use crate::ast::{
    Argument, BinaryOp, BoolOp, Clause, CompareOp, DictItem, Expr, ExprKind, FStringPart, Name,
    Names, Params, Stmt, TypeParam,
};
use crate::error::{SyntaxError, SyntaxErrorKind};

/// How deep an expression may be: a bound for everything that walks trees by recursion.
pub(crate) const MAX_DEPTH: u16 = 1000;

pub(crate) type Elements = Vec<Expr>;
type Fallible<T> = Result<T, SyntaxError>;

/// What the actions share during one parse.
pub(crate) struct Builder<'s> {
    source: &'s str,
    pub(crate) names: Names,
    /// Statements that wait for the block they belong to.
    stmts: Vec<Stmt>,
    /// Generator expressions without parentheses of their own, until their call is seen.
    bare_generators: Vec<Span>,
    /// What is wrong with the tree and is told only if the whole text can be read.
    late: RefCell<Vec<SyntaxError>>,
}

/// An expression without expressions below it.
pub(crate) fn leaf(l: u32, r: u32, kind: ExprKind) -> Expr {
    Expr {
        span: Span::new(l, r),
        depth: 1,
        kind,
    }
}

/// `first` and then `rest`.
pub(crate) fn prepend<T>(first: T, mut rest: Vec<T>) -> Vec<T> {
    rest.insert(0, first);
    rest
}

fn fail<T>(kind: SyntaxErrorKind, span: Span) -> Fallible<T> {
    Err(SyntaxError::of(kind, span))
}

impl<'s> Builder<'s> {
    pub(crate) fn new(source: &'s str) -> Self {
        Self {
            source,
            names: Names::default(),
            stmts: Vec::new(),
            bare_generators: Vec::new(),
            late: RefCell::new(Vec::new()),
        }
    }

    fn text(&self, span: Span) -> &'s str {
        span.of(self.source)
    }

    /// The name at `l..r`.
    pub(crate) fn name(&mut self, l: u32, r: u32) -> Name {
        self.names.intern(&self.source[l as usize..r as usize])
    }

    /// The node `kind` at `l..r`, one level above its deepest child.
    pub(crate) fn expr(&self, l: u32, r: u32, kind: ExprKind) -> Fallible<Expr> {
        let depth = 1 + depth_below(&kind);
        if depth > MAX_DEPTH {
            return fail(SyntaxErrorKind::TooNested, Span::new(l, r));
        }
        Ok(Expr {
            span: Span::new(l, r),
            depth,
            kind,
        })
    }

    pub(crate) fn starred(&self, l: u32, e: Expr, r: u32) -> Fallible<Expr> {
        self.expr(l, r, ExprKind::Starred(Box::new(e)))
    }

    /// Notes an error that CPython's later stages find: others of the text go before it.
    fn later(&self, kind: SyntaxErrorKind, span: Span) {
        self.late.borrow_mut().push(SyntaxError::of(kind, span));
    }

    /// The errors that were noted, in the order of the text.
    pub(crate) fn late(&self) -> Vec<SyntaxError> {
        let mut late = self.late.take();
        late.sort_by_key(|error| error.span.start);
        late
    }

    /// `e`, which stands where no starred expression may.
    pub(crate) fn unstarred(&self, e: Expr) -> Expr {
        if matches!(e.kind, ExprKind::Starred(_)) {
            self.later(SyntaxErrorKind::StarHere, e.span);
        }
        e
    }

    /// `e`, which is a whole text, where a star makes no sense to the parser.
    pub(crate) fn lone(&self, e: Expr) -> Fallible<Expr> {
        if matches!(e.kind, ExprKind::Starred(_)) {
            let star = Span::new(e.span.start, e.span.start + 1);
            return fail(SyntaxErrorKind::InvalidSyntax, star);
        }
        Ok(e)
    }

    /// `(e)`.
    pub(crate) fn group(&self, e: Expr) -> Fallible<Expr> {
        if matches!(e.kind, ExprKind::Starred(_)) {
            return fail(
                SyntaxErrorKind::Other("cannot use starred expression here".to_owned()),
                e.span,
            );
        }
        Ok(e)
    }

    pub(crate) fn binary(
        &self,
        l: u32,
        left: Expr,
        op: BinaryOp,
        op_span: Span,
        right: Expr,
        r: u32,
    ) -> Fallible<Expr> {
        let (left, right) = if op == BinaryOp::Mod {
            match percent::as_fstring(left, right) {
                Ok(parts) => return self.expr(l, r, ExprKind::FString(parts)),
                Err((left, right)) => (Box::new(left), Box::new(right)),
            }
        } else {
            (Box::new(left), Box::new(right))
        };
        self.expr(
            l,
            r,
            ExprKind::Binary {
                op,
                left,
                right,
                op_span,
            },
        )
    }

    pub(crate) fn attribute(
        &mut self,
        l: u32,
        value: Expr,
        (name, name_span): (Name, Span),
        r: u32,
    ) -> Fallible<Expr> {
        self.expr(
            l,
            r,
            ExprKind::Attribute {
                value: Box::new(value),
                name,
                name_span,
            },
        )
    }

    pub(crate) fn conditional(
        &self,
        l: u32,
        body: Expr,
        test: Expr,
        orelse: Expr,
        r: u32,
    ) -> Fallible<Expr> {
        let kind = ExprKind::Conditional {
            test: Box::new(test),
            body: Box::new(body),
            orelse: Box::new(orelse),
        };
        self.expr(l, r, kind)
    }

    /// `a < b`.
    pub(crate) fn compare(
        &self,
        l: u32,
        left: Expr,
        op: CompareOp,
        right: Expr,
        r: u32,
    ) -> Fallible<Expr> {
        self.expr(
            l,
            r,
            ExprKind::Compare {
                left: Box::new(left),
                rest: vec![(op, right)],
            },
        )
    }

    /// `a < b`, and then `< c`.
    pub(crate) fn compare_more(
        &self,
        mut comparison: Expr,
        op: CompareOp,
        right: Expr,
        r: u32,
    ) -> Fallible<Expr> {
        comparison.span.end = r;
        comparison.depth = comparison.depth.max(right.depth.saturating_add(1));
        if comparison.depth > MAX_DEPTH {
            return fail(SyntaxErrorKind::TooNested, comparison.span);
        }
        if let ExprKind::Compare { rest, .. } = &mut comparison.kind {
            rest.push((op, right));
        }
        Ok(comparison)
    }

    /// `!=`, but not `<>`.
    pub(crate) fn not_equal(&self, l: u32, r: u32) -> Fallible<CompareOp> {
        let span = Span::new(l, r);
        if self.text(span) == "<>" {
            return fail(SyntaxErrorKind::InvalidSyntax, span);
        }
        Ok(CompareOp::Ne)
    }

    /// `a and b or c ...` from a flat list whose items carry the operator before them (the
    /// first one any) and their span with parentheses.
    pub(crate) fn fold_logic(&self, items: Vec<(BoolOp, Span, Expr)>) -> Fallible<Expr> {
        let mut ors: Vec<(Span, Expr)> = Vec::new();
        let mut ands: Vec<(Span, Expr)> = Vec::new();
        for (i, (op, span, item)) in items.into_iter().enumerate() {
            // The first item carries the operator behind it.
            if i > 0 && op == BoolOp::Or {
                ors.push(self.bool_of(BoolOp::And, std::mem::take(&mut ands))?);
            }
            ands.push((span, item));
        }
        ors.push(self.bool_of(BoolOp::And, ands)?);
        Ok(self.bool_of(BoolOp::Or, ors)?.1)
    }

    fn bool_of(&self, op: BoolOp, mut items: Vec<(Span, Expr)>) -> Fallible<(Span, Expr)> {
        let last = items.pop().expect("an operator has operands");
        let Some(first) = items.first() else {
            return Ok(last);
        };
        let span = first.0.to(last.0);
        let mut values: Vec<Expr> = items.into_iter().map(|(_, e)| e).collect();
        values.push(last.1);
        let e = self.expr(span.start, span.end, ExprKind::Bool { op, values })?;
        Ok((span, e))
    }

    /// A flat list of operands to a tree, by precedence.
    pub(crate) fn fold_binary(&self, operands: Box<Operands>) -> Fallible<Expr> {
        let mut done: Vec<(Span, Expr)> = Vec::with_capacity(4);
        let mut waiting: Vec<(BinaryOp, Span)> = Vec::with_capacity(4);
        done.push(operands.first);
        for (op, op_span, span, item) in operands.rest {
            while waiting.last().is_some_and(|w| binding(w.0) >= binding(op)) {
                self.fold_top(&mut done, &mut waiting)?;
            }
            waiting.push((op, op_span));
            done.push((span, item));
        }
        while !waiting.is_empty() {
            self.fold_top(&mut done, &mut waiting)?;
        }
        Ok(done.pop().expect("operands fold to one").1)
    }

    fn fold_top(
        &self,
        done: &mut Vec<(Span, Expr)>,
        waiting: &mut Vec<(BinaryOp, Span)>,
    ) -> Fallible<()> {
        let (op, op_span) = waiting.pop().expect("an operator waits");
        let (right_span, right) = done.pop().expect("an operator has a right operand");
        let (left_span, left) = done.pop().expect("an operator has a left operand");
        let span = left_span.to(right_span);
        done.push((
            span,
            self.binary(span.start, left, op, op_span, right, span.end)?,
        ));
        Ok(())
    }

    pub(crate) fn slice(
        &self,
        l: u32,
        lower: Option<Box<Expr>>,
        upper: Option<Box<Expr>>,
        step: Option<Box<Expr>>,
        r: u32,
    ) -> Fallible<Expr> {
        self.expr(l, r, ExprKind::Slice { lower, upper, step })
    }

    /// The index of a subscript without commas: `a[*b]` has a tuple.
    pub(crate) fn only_slice(&self, e: Expr) -> Fallible<Expr> {
        if matches!(e.kind, ExprKind::Starred(_)) {
            let span = e.span;
            return self.expr(span.start, span.end, ExprKind::Tuple(vec![e]));
        }
        Ok(e)
    }

    pub(crate) fn list_comp(
        &self,
        l: u32,
        element: Expr,
        clauses: Vec<Clause>,
        r: u32,
    ) -> Fallible<Expr> {
        let element = self.element(element)?;
        self.expr(l, r, ExprKind::ListComp { element, clauses })
    }

    pub(crate) fn set_comp(
        &self,
        l: u32,
        element: Expr,
        clauses: Vec<Clause>,
        r: u32,
    ) -> Fallible<Expr> {
        let element = self.element(element)?;
        self.expr(l, r, ExprKind::SetComp { element, clauses })
    }

    pub(crate) fn generator(
        &mut self,
        l: u32,
        element: Expr,
        clauses: Vec<Clause>,
        r: u32,
    ) -> Fallible<Expr> {
        let element = self.element(element)?;
        self.expr(l, r, ExprKind::Generator { element, clauses })
    }

    /// `element for ...` as an argument, without parentheses of its own.
    pub(crate) fn bare_generator(
        &mut self,
        l: u32,
        element: Expr,
        clauses: Vec<Clause>,
        r: u32,
    ) -> Fallible<Argument> {
        self.bare_generators.push(Span::new(l, r));
        Ok(Argument::Positional(
            self.generator(l, element, clauses, r)?,
        ))
    }

    pub(crate) fn dict_comp(
        &self,
        l: u32,
        key: Expr,
        value: Expr,
        clauses: Vec<Clause>,
        r: u32,
    ) -> Fallible<Expr> {
        let (key, value) = (Box::new(key), Box::new(value));
        self.expr(
            l,
            r,
            ExprKind::DictComp {
                key,
                value,
                clauses,
            },
        )
    }

    fn element(&self, e: Expr) -> Fallible<Box<Expr>> {
        if matches!(e.kind, ExprKind::Starred(_)) {
            return fail(SyntaxErrorKind::IterableUnpacking, e.span);
        }
        Ok(Box::new(e))
    }
}

/// Operands and the operators between them, flat.
pub(crate) struct Operands {
    first: (Span, Expr),
    rest: Vec<(BinaryOp, Span, Span, Expr)>,
}

impl Operands {
    pub(crate) fn new(
        left: Expr,
        left_span: Span,
        op: BinaryOp,
        op_span: Span,
        right: Expr,
        right_span: Span,
    ) -> Box<Self> {
        Box::new(Self {
            first: (left_span, left),
            rest: vec![(op, op_span, right_span, right)],
        })
    }

    pub(crate) fn push(&mut self, op: BinaryOp, op_span: Span, right: Expr, right_span: Span) {
        self.rest.push((op, op_span, right_span, right));
    }
}

/// How tightly a left-associative operator binds.
fn binding(op: BinaryOp) -> u8 {
    match op {
        BinaryOp::BitOr => 0,
        BinaryOp::BitXor => 1,
        BinaryOp::BitAnd => 2,
        BinaryOp::LShift | BinaryOp::RShift => 3,
        BinaryOp::Add | BinaryOp::Sub => 4,
        BinaryOp::Mul | BinaryOp::Div | BinaryOp::FloorDiv | BinaryOp::Mod | BinaryOp::MatMul => 5,
        BinaryOp::Pow => 6,
    }
}

fn deepest<'e>(items: impl IntoIterator<Item = &'e Expr>) -> u16 {
    items.into_iter().map(|e| e.depth).max().unwrap_or(0)
}

fn depth_below(kind: &ExprKind) -> u16 {
    match kind {
        ExprKind::Constant(_) | ExprKind::Name(_) => 0,
        ExprKind::FString(parts) => depth_of_parts(parts),
        ExprKind::Tuple(v) | ExprKind::List(v) | ExprKind::Set(v) => deepest(v),
        ExprKind::Dict(items) => items
            .iter()
            .map(|item| match item {
                DictItem::Pair(k, v) => k.depth.max(v.depth),
                DictItem::Unpack(e) => e.depth,
            })
            .max()
            .unwrap_or(0),
        ExprKind::Unary { operand: e, .. }
        | ExprKind::Named { value: e, .. }
        | ExprKind::Await(e)
        | ExprKind::YieldFrom(e)
        | ExprKind::Attribute { value: e, .. }
        | ExprKind::Starred(e) => e.depth,
        ExprKind::Yield(e) => e.as_ref().map_or(0, |e| e.depth),
        ExprKind::Binary { left, right, .. } => left.depth.max(right.depth),
        ExprKind::Bool { values, .. } => deepest(values),
        ExprKind::Compare { left, rest } => left.depth.max(deepest(rest.iter().map(|c| &c.1))),
        ExprKind::Conditional { test, body, orelse } => {
            test.depth.max(body.depth).max(orelse.depth)
        }
        ExprKind::Lambda { params, body } => body.depth.max(depth_of_params(params)),
        ExprKind::ListComp { element, clauses }
        | ExprKind::SetComp { element, clauses }
        | ExprKind::Generator { element, clauses } => element.depth.max(depth_of_clauses(clauses)),
        ExprKind::DictComp {
            key,
            value,
            clauses,
        } => key.depth.max(value.depth).max(depth_of_clauses(clauses)),
        ExprKind::Call { func, args } => func.depth.max(
            args.iter()
                .map(|a| match a {
                    Argument::Positional(e)
                    | Argument::Star(e)
                    | Argument::DoubleStar(e)
                    | Argument::Keyword { value: e, .. } => e.depth,
                })
                .max()
                .unwrap_or(0),
        ),
        ExprKind::Subscript { value, index } => value.depth.max(index.depth),
        ExprKind::Slice { lower, upper, step } => [lower, upper, step]
            .into_iter()
            .flatten()
            .map(|e| e.depth)
            .max()
            .unwrap_or(0),
    }
}

fn depth_of_parts(parts: &[FStringPart]) -> u16 {
    parts
        .iter()
        .map(|part| match part {
            FStringPart::Literal(_) => 0,
            FStringPart::Field { value, spec, .. } => value
                .depth
                .max(spec.as_ref().map_or(0, |s| depth_of_parts(s))),
        })
        .max()
        .unwrap_or(0)
}

fn depth_of_clauses(clauses: &[Clause]) -> u16 {
    clauses
        .iter()
        .map(|c| c.target.depth.max(c.iter.depth).max(deepest(&c.conditions)))
        .max()
        .unwrap_or(0)
}

fn depth_of_params(params: &Params) -> u16 {
    let all = params
        .positional_only
        .iter()
        .chain(&params.positional)
        .chain(&params.star);
    let all = all.chain(&params.keyword_only).chain(&params.double_star);
    deepest(all.filter_map(|p| p.default.as_ref()))
}

impl Builder<'_> {
    pub(crate) fn type_param(
        &self,
        (name, span): (Name, Span),
        kind: crate::ast::TypeParamKind,
        bound: Option<Expr>,
    ) -> Box<TypeParam> {
        Box::new(TypeParam {
            name,
            span,
            kind,
            bound,
        })
    }
}
