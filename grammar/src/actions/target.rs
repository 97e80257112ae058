//! Expression to target, or an error that names what the expression is.

use super::{Builder, Fallible, fail};
use crate::Span;
use crate::ast::{BinaryOp, Constant, Expr, ExprKind, Name, StmtKind, UnaryOp};
use crate::error::SyntaxErrorKind;

/// What CPython calls an expression in its errors.
pub(crate) fn describe(e: &Expr) -> &'static str {
    match &e.kind {
        ExprKind::Constant(c) => match c {
            Constant::None => "None",
            Constant::Ellipsis => "ellipsis",
            Constant::Bool(true) => "True",
            Constant::Bool(false) => "False",
            _ => "literal",
        },
        ExprKind::Name(_) => "name",
        ExprKind::FString(_) => "f-string expression",
        ExprKind::Tuple(_) => "tuple",
        ExprKind::List(_) => "list",
        ExprKind::Set(_) => "set display",
        ExprKind::Dict(_) => "dict literal",
        ExprKind::Unary { .. } | ExprKind::Binary { .. } | ExprKind::Bool { .. } => "expression",
        ExprKind::Compare { .. } => "comparison",
        ExprKind::Conditional { .. } => "conditional expression",
        ExprKind::Lambda { .. } => "lambda",
        ExprKind::Named { .. } => "named expression",
        ExprKind::ListComp { .. } => "list comprehension",
        ExprKind::SetComp { .. } => "set comprehension",
        ExprKind::DictComp { .. } => "dict comprehension",
        ExprKind::Generator { .. } => "generator expression",
        ExprKind::Await(_) => "await expression",
        ExprKind::Yield(_) | ExprKind::YieldFrom(_) => "yield expression",
        ExprKind::Call { .. } => "function call",
        ExprKind::Attribute { .. } => "attribute",
        ExprKind::Subscript { .. } => "subscript",
        ExprKind::Slice { .. } => "slice",
        ExprKind::Starred(_) => "starred",
    }
}

/// The part of `e` that cannot be assigned to, if there is one.
pub(crate) fn not_assignable(e: &Expr) -> Option<&Expr> {
    match &e.kind {
        ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => None,
        ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().find_map(not_assignable),
        ExprKind::Starred(inner) => not_assignable(inner),
        _ => Some(e),
    }
}

fn not_deletable(e: &Expr) -> Option<&Expr> {
    match &e.kind {
        ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => None,
        ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().find_map(not_deletable),
        _ => Some(e),
    }
}

/// Whether CPython's grammar reads `e` as an operand of `|`, and as none of the forms that
/// it excludes from the hint "maybe you meant '=='".
pub(crate) fn takes_equal_hint(e: &Expr) -> bool {
    !matches!(
        e.kind,
        ExprKind::Tuple(_)
            | ExprKind::List(_)
            | ExprKind::Generator { .. }
            | ExprKind::Constant(Constant::None | Constant::Bool(_))
            | ExprKind::Compare { .. }
            | ExprKind::Bool { .. }
            | ExprKind::Conditional { .. }
            | ExprKind::Lambda { .. }
            | ExprKind::Starred(_)
            | ExprKind::Unary {
                op: UnaryOp::Not,
                ..
            }
    )
}

fn starts_operand(e: &Expr) -> bool {
    !matches!(
        e.kind,
        ExprKind::Lambda { .. }
            | ExprKind::Yield(_)
            | ExprKind::YieldFrom(_)
            | ExprKind::Starred(_)
            | ExprKind::Unary {
                op: UnaryOp::Not,
                ..
            }
    )
}

impl Builder<'_> {
    /// The target of a `for` or of a `with` item.
    pub(crate) fn for_target(&self, e: Expr) -> Fallible<Expr> {
        self.unstarred_target(&e);
        match not_assignable(&e) {
            None => Ok(e),
            Some(bad) => fail(
                SyntaxErrorKind::CannotAssign {
                    what: describe(bad),
                    maybe_equal: false,
                },
                bad.span,
            ),
        }
    }

    fn unstarred_target(&self, e: &Expr) {
        if matches!(e.kind, ExprKind::Starred(_)) {
            let words = "starred assignment target must be in a list or tuple";
            self.later(SyntaxErrorKind::Other(words.to_owned()), e.span);
        }
    }

    /// `a = b = value`.
    pub(crate) fn assign(
        &mut self,
        l: u32,
        targets: Vec<Expr>,
        value: Expr,
        r: u32,
    ) -> Fallible<()> {
        for target in &targets {
            self.unstarred_target(target);
            let Some(bad) = not_assignable(target) else {
                continue;
            };
            if matches!(bad.kind, ExprKind::Yield(_) | ExprKind::YieldFrom(_))
                && std::ptr::eq(bad, target)
                && (targets.len() > 1 || target.span.start == l)
            {
                return fail(SyntaxErrorKind::AssignToYield, bad.span);
            }
            let maybe_equal = targets.len() == 1
                && std::ptr::eq(bad, target)
                && takes_equal_hint(bad)
                && starts_operand(&value);
            return fail(
                SyntaxErrorKind::CannotAssign {
                    what: describe(bad),
                    maybe_equal,
                },
                bad.span,
            );
        }
        let value = self.unstarred(value);
        self.push(l, r, StmtKind::Assign { targets, value });
        Ok(())
    }

    /// `target op= value`.
    pub(crate) fn aug_assign(
        &mut self,
        l: u32,
        target: Expr,
        op: BinaryOp,
        value: Expr,
        r: u32,
    ) -> Fallible<()> {
        if !matches!(
            target.kind,
            ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. }
        ) {
            return fail(
                SyntaxErrorKind::CannotAugment {
                    what: describe(&target),
                },
                target.span,
            );
        }
        let value = self.unstarred(value);
        self.push(l, r, StmtKind::AugAssign { target, op, value });
        Ok(())
    }

    /// `target: annotation = value`.
    pub(crate) fn ann_assign(
        &mut self,
        l: u32,
        target: Expr,
        annotation: Expr,
        value: Option<Expr>,
        r: u32,
    ) -> Fallible<()> {
        let value = value.map(|e| self.unstarred(e));
        let simple = match target.kind {
            ExprKind::Name(_) => target.span.start == l,
            ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => false,
            ExprKind::Tuple(_) | ExprKind::List(_) => {
                let what = describe(&target);
                return fail(SyntaxErrorKind::OnlySingleTarget { what }, target.span);
            }
            _ => return fail(SyntaxErrorKind::IllegalAnnotationTarget, target.span),
        };
        self.push(
            l,
            r,
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            },
        );
        Ok(())
    }

    /// `del a, b`.
    pub(crate) fn delete(&mut self, l: u32, targets: Vec<Expr>, r: u32) -> Fallible<()> {
        if let Some(bad) = targets.iter().find_map(not_deletable) {
            return fail(
                SyntaxErrorKind::CannotDelete {
                    what: describe(bad),
                },
                bad.span,
            );
        }
        self.push(l, r, StmtKind::Delete(targets));
        Ok(())
    }

    /// `target := value`.
    pub(crate) fn named(&self, l: u32, target: Expr, value: Expr, r: u32) -> Fallible<Expr> {
        let target_span = target.span;
        let name: Name = match target.kind {
            ExprKind::Name(name) if target_span.start == l => name,
            _ => {
                let what = describe(&target);
                return fail(
                    SyntaxErrorKind::CannotName { what },
                    Span::new(l, target_span.end),
                );
            }
        };
        self.expr(
            l,
            r,
            ExprKind::Named {
                target: name,
                target_span,
                value: Box::new(value),
            },
        )
    }
}
