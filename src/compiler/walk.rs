//! Questions about subtrees: what they assign, call, unbind.

use hoopsnake_grammar::ast::{
    Argument, DictItem, Expr, ExprKind, FStringPart, Name, Stmt, StmtKind,
};

/// Whether evaluating `expr` may assign `name` by `:=`.
pub(super) fn rebinds(expr: &Expr, name: Name) -> bool {
    any(
        expr,
        &mut |inner| matches!(inner.kind, ExprKind::Named { target, .. } if target == name),
    )
}

/// Whether evaluating `expr` reads no attribute and no item either: nothing but operators.
pub(super) fn is_plain(expr: &Expr) -> bool {
    is_simple(expr)
        && !any(expr, &mut |inner| {
            matches!(
                inner.kind,
                ExprKind::Attribute { .. } | ExprKind::Subscript { .. }
            )
        })
}

/// Whether evaluating `expr` runs nothing but operators and attribute reads.
pub(super) fn is_simple(expr: &Expr) -> bool {
    !any(expr, &mut |inner| {
        matches!(
            inner.kind,
            ExprKind::Call { .. }
                | ExprKind::Await(_)
                | ExprKind::Yield(_)
                | ExprKind::YieldFrom(_)
                | ExprKind::Named { .. }
                | ExprKind::ListComp { .. }
                | ExprKind::SetComp { .. }
                | ExprKind::DictComp { .. }
        )
    })
}

/// Whether `expr` is so small that compiling it twice costs little.
pub(super) fn is_small(expr: &Expr) -> bool {
    let mut count = 0;
    !any(expr, &mut |inner| {
        count += 1;
        count > 24
            || matches!(
                inner.kind,
                ExprKind::Lambda { .. }
                    | ExprKind::Generator { .. }
                    | ExprKind::ListComp { .. }
                    | ExprKind::SetComp { .. }
                    | ExprKind::DictComp { .. }
            )
    })
}

/// Whether `test` holds for `expr` or an expression inside it (not inside the functions it makes).
fn any(expr: &Expr, test: &mut dyn FnMut(&Expr) -> bool) -> bool {
    if test(expr) {
        return true;
    }
    match &expr.kind {
        ExprKind::Constant(_) | ExprKind::Name(_) | ExprKind::Yield(None) => false,
        ExprKind::FString(parts) => any_part(parts, test),
        ExprKind::Tuple(items) | ExprKind::List(items) | ExprKind::Set(items) => {
            items.iter().any(|item| any(item, test))
        }
        ExprKind::Dict(items) => items.iter().any(|item| match item {
            DictItem::Pair(key, value) => any(key, test) || any(value, test),
            DictItem::Unpack(value) => any(value, test),
        }),
        ExprKind::Unary { operand, .. } => any(operand, test),
        ExprKind::Binary { left, right, .. } => any(left, test) || any(right, test),
        ExprKind::Bool { values, .. } => values.iter().any(|value| any(value, test)),
        ExprKind::Compare { left, rest } => {
            any(left, test) || rest.iter().any(|(_, value)| any(value, test))
        }
        ExprKind::Conditional {
            test: condition,
            body,
            orelse,
        } => any(condition, test) || any(body, test) || any(orelse, test),
        ExprKind::Lambda { params, .. } => super::collect::every_param(params)
            .filter_map(|param| param.default.as_ref())
            .any(|default| any(default, test)),
        ExprKind::Named { value, .. }
        | ExprKind::Await(value)
        | ExprKind::Yield(Some(value))
        | ExprKind::YieldFrom(value)
        | ExprKind::Attribute { value, .. }
        | ExprKind::Starred(value) => any(value, test),
        ExprKind::ListComp { element, clauses } | ExprKind::SetComp { element, clauses } => {
            any(element, test)
                || clauses.iter().any(|clause| {
                    any(&clause.iter, test)
                        || clause.conditions.iter().any(|value| any(value, test))
                })
        }
        ExprKind::DictComp {
            key,
            value,
            clauses,
        } => {
            any(key, test)
                || any(value, test)
                || clauses.iter().any(|clause| {
                    any(&clause.iter, test)
                        || clause.conditions.iter().any(|value| any(value, test))
                })
        }
        ExprKind::Generator { clauses, .. } => any(&clauses[0].iter, test),
        ExprKind::Call { func, args } => {
            any(func, test)
                || args.iter().any(|arg| match arg {
                    Argument::Positional(value)
                    | Argument::Star(value)
                    | Argument::DoubleStar(value)
                    | Argument::Keyword { value, .. } => any(value, test),
                })
        }
        ExprKind::Subscript { value, index } => any(value, test) || any(index, test),
        ExprKind::Slice { lower, upper, step } => [lower, upper, step]
            .into_iter()
            .flatten()
            .any(|value| any(value, test)),
    }
}

fn any_part(parts: &[FStringPart], test: &mut dyn FnMut(&Expr) -> bool) -> bool {
    parts.iter().any(|part| match part {
        FStringPart::Literal(_) => false,
        FStringPart::Field { value, spec, .. } => {
            any(value, test) || spec.as_ref().is_some_and(|spec| any_part(spec, test))
        }
    })
}

/// The names that `del` and the ends of `except ... as` may unbind in these statements.
pub(super) fn unbound_in(body: &[Stmt], found: &mut Vec<Name>) {
    for stmt in body {
        match &stmt.kind {
            StmtKind::Delete(targets) => targets.iter().for_each(|target| deleted(target, found)),
            StmtKind::If { branches, orelse } => {
                for (_, body) in branches {
                    unbound_in(body, found);
                }
                unbound_in(orelse, found);
            }
            StmtKind::While { body, orelse, .. } | StmtKind::For { body, orelse, .. } => {
                unbound_in(body, found);
                unbound_in(orelse, found);
            }
            StmtKind::With { body, .. } => unbound_in(body, found),
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                ..
            } => {
                unbound_in(body, found);
                unbound_in(orelse, found);
                unbound_in(finalbody, found);
                for handler in handlers {
                    found.extend(handler.name);
                    unbound_in(&handler.body, found);
                }
            }
            StmtKind::Match { cases, .. } => {
                for case in cases {
                    unbound_in(&case.body, found);
                }
            }
            _ => {}
        }
    }
}

fn deleted(target: &Expr, found: &mut Vec<Name>) {
    match &target.kind {
        ExprKind::Name(name) => found.push(*name),
        ExprKind::Tuple(items) | ExprKind::List(items) => {
            items.iter().for_each(|item| deleted(item, found));
        }
        _ => {}
    }
}
