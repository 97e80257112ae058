//! The first walk: expressions, and the scopes that lambdas and comprehensions open.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Argument, Clause, DictItem, Expr, ExprKind, FStringPart, Name};

use super::Collector;
use crate::compiler::error::{Fallible, wrong};
use crate::compiler::scope::{BOUND, ITERATION, PARAM, ScopeKind, USED};

impl<'t> Collector<'t> {
    pub(super) fn exprs(&mut self, values: &'t [Expr]) -> Fallible {
        values.iter().try_for_each(|value| self.expr(value))
    }

    pub(super) fn expr(&mut self, expr: &'t Expr) -> Fallible {
        match &expr.kind {
            ExprKind::Constant(_) => Ok(()),
            ExprKind::Name(name) => {
                self.uses(*name, expr.span);
                Ok(())
            }
            ExprKind::FString(parts) => self.parts(parts),
            ExprKind::Tuple(values) | ExprKind::List(values) | ExprKind::Set(values) => {
                self.exprs(values)
            }
            ExprKind::Dict(items) => items.iter().try_for_each(|item| match item {
                DictItem::Pair(key, value) => {
                    self.expr(key)?;
                    self.expr(value)
                }
                DictItem::Unpack(value) => self.expr(value),
            }),
            ExprKind::Unary { operand, .. } => self.expr(operand),
            ExprKind::Binary { left, right, .. } => {
                self.expr(left)?;
                self.expr(right)
            }
            ExprKind::Bool { values, .. } => self.exprs(values),
            ExprKind::Compare { left, rest } => {
                self.expr(left)?;
                rest.iter().try_for_each(|(_, value)| self.expr(value))
            }
            ExprKind::Conditional { test, body, orelse } => {
                self.expr(test)?;
                self.expr(body)?;
                self.expr(orelse)
            }
            ExprKind::Lambda { params, body } => {
                self.defaults(params)?;
                let private = self.scope().private;
                let id = self.open(ScopeKind::Lambda, private);
                self.scopes
                    .by_node
                    .insert(std::ptr::from_ref(expr).addr(), id);
                self.inside(id, |inner| {
                    inner.params(params)?;
                    inner.expr(body)
                })
            }
            ExprKind::Named {
                target,
                target_span,
                value,
            } => self.walrus(*target, *target_span, expr.span, value),
            ExprKind::ListComp { element, clauses } | ExprKind::SetComp { element, clauses } => {
                self.comprehension(expr, ScopeKind::Comprehension, &[element], clauses)
            }
            ExprKind::DictComp {
                key,
                value,
                clauses,
            } => self.comprehension(expr, ScopeKind::Comprehension, &[key, value], clauses),
            ExprKind::Generator { element, clauses } => {
                self.comprehension(expr, ScopeKind::Generator, &[element], clauses)
            }
            ExprKind::Await(value) => {
                self.asynchronous(expr.span, "await")?;
                self.expr(value)
            }
            ExprKind::Yield(value) => {
                self.yields(expr.span)?;
                value.iter().try_for_each(|value| self.expr(value))
            }
            ExprKind::YieldFrom(value) => {
                self.yields(expr.span)?;
                self.expr(value)
            }
            ExprKind::Call { func, args } => {
                self.expr(func)?;
                self.arguments(args)
            }
            ExprKind::Attribute { value, .. } | ExprKind::Starred(value) => self.expr(value),
            ExprKind::Subscript { value, index } => {
                self.expr(value)?;
                self.expr(index)
            }
            ExprKind::Slice { lower, upper, step } => [lower, upper, step]
                .into_iter()
                .flatten()
                .try_for_each(|value| self.expr(value)),
        }
    }

    fn uses(&mut self, name: Name, span: Span) {
        self.note(name, span, USED);
        let in_function = !matches!(
            self.scope().kind,
            ScopeKind::Module | ScopeKind::Class | ScopeKind::Annotations | ScopeKind::TypeParams
        );
        if in_function && self.scopes.words.get(name) == "super" {
            let class_name = self.scopes.class_name;
            self.note_in(self.current, class_name, span, USED);
        }
    }

    fn parts(&mut self, parts: &'t [FStringPart]) -> Fallible {
        parts.iter().try_for_each(|part| match part {
            FStringPart::Literal(_) => Ok(()),
            FStringPart::Field { value, spec, .. } => {
                self.expr(value)?;
                spec.iter().try_for_each(|spec| self.parts(spec))
            }
        })
    }

    pub(super) fn arguments(&mut self, args: &'t [Argument]) -> Fallible {
        args.iter().try_for_each(|arg| match arg {
            Argument::Keyword { name, span, value }
                if self.scopes.words.get(*name) == "__debug__" =>
            {
                self.later(*span, "cannot assign to __debug__");
                self.expr(value)
            }
            Argument::Positional(value)
            | Argument::Star(value)
            | Argument::DoubleStar(value)
            | Argument::Keyword { value, .. } => self.expr(value),
        })
    }

    fn walrus(&mut self, target: Name, target_span: Span, span: Span, value: &'t Expr) -> Fallible {
        if self.iterable_depth > 0 {
            return wrong(
                span,
                "assignment expression cannot be used in a comprehension iterable expression",
            );
        }
        if self.host().kind == ScopeKind::Annotations {
            let what = self.annotation_words();
            return wrong(
                span,
                format!("named expression cannot be used within {what}"),
            );
        }
        if self.scope().kind == ScopeKind::TypeParams {
            let message = "named expression cannot be used within the definition of a generic";
            return wrong(span, message);
        }
        let name = self.mangled(target);
        let mut at = self.current;
        loop {
            let scope = self.scopes.get(at);
            let is_comprehension =
                matches!(scope.kind, ScopeKind::Comprehension | ScopeKind::Generator);
            if !is_comprehension {
                break;
            }
            let flags = scope.symbols.get(&name).map_or(0, |s| s.flags);
            if flags & ITERATION != 0 {
                let text = self.scopes.words.get(target);
                return wrong(
                    target_span,
                    format!(
                        "assignment expression cannot rebind comprehension iteration variable '{text}'"
                    ),
                );
            }
            at = scope.parent.expect("a comprehension is inside something");
        }
        if at != self.current {
            if self.scopes.get(at).kind == ScopeKind::Class {
                return wrong(
                    target_span,
                    "assignment expression within a comprehension cannot be used in a class body",
                );
            }
            self.note(target, target_span, USED);
        }
        if self.scopes.words.get(name) == "__debug__" {
            self.later(target_span, "cannot assign to __debug__");
        }
        self.note_in(at, name, target_span, BOUND);
        self.host().has_walrus = true;
        self.expr(value)
    }

    fn comprehension(
        &mut self,
        expr: &'t Expr,
        kind: ScopeKind,
        elements: &[&'t Expr],
        clauses: &'t [Clause],
    ) -> Fallible {
        self.iterable_depth += 1;
        self.expr(&clauses[0].iter)?;
        self.iterable_depth -= 1;
        let private = self.scope().private;
        let id = self.open(kind, private);
        self.scopes
            .by_node
            .insert(std::ptr::from_ref(expr).addr(), id);
        self.inside(id, |inner| {
            inner.scope().what = match expr.kind {
                ExprKind::ListComp { .. } => "list comprehension",
                ExprKind::SetComp { .. } => "set comprehension",
                ExprKind::DictComp { .. } => "dict comprehension",
                _ => "generator expression",
            };
            if kind == ScopeKind::Generator {
                let name = inner.scopes.words.intern(".0");
                inner.note(name, expr.span, BOUND | PARAM);
            }
            for (at, clause) in clauses.iter().enumerate() {
                if clause.is_async {
                    inner.asynchronous(expr.span, "comprehension")?;
                }
                inner.target(&clause.target)?;
                if at > 0 {
                    inner.iterable_depth += 1;
                    inner.expr(&clause.iter)?;
                    inner.iterable_depth -= 1;
                }
                inner.exprs(&clause.conditions)?;
            }
            elements.iter().try_for_each(|element| inner.expr(element))
        })
    }
}
