//! Statements: the dispatch, and the simple ones.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Constant, Expr, ExprKind, Stmt, StmtKind};

use super::Mode;
use super::emit::Label;
use super::error::Fallible;
use super::generate::{Block, Gen};
use super::scope::ScopeKind;
use crate::bytecode::{Op, Src};

impl<'t> Gen<'_, 't> {
    pub(super) fn body(&mut self, body: &'t [Stmt]) -> Fallible {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, stmt: &'t Stmt) -> Fallible {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::Expr(value) => self.expression_statement(span, value),
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, op, value } => self.augment(span, target, *op, value),
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => {
                self.annotated(target, value.as_ref())?;
                match target.kind {
                    ExprKind::Name(name) if *simple && self.eager_annotations => {
                        self.annotate_now(name, annotation)
                    }
                    _ => Ok(()),
                }
            }
            StmtKind::Return(value) => self.return_(span, value.as_ref()),
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.delete(target)),
            StmtKind::Pass | StmtKind::Global(_) | StmtKind::Nonlocal(_) => Ok(()),
            StmtKind::Break => self.break_(span),
            StmtKind::Continue => self.continue_(span),
            StmtKind::Raise { exc, cause } => self.raise(span, exc.as_ref(), cause.as_ref()),
            StmtKind::Assert { test, message } => self.assert(span, test, message.as_ref()),
            StmtKind::Import(aliases) => self.import(span, aliases),
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => self.import_from(span, *module, names, *level),
            StmtKind::If { branches, orelse } => self.if_(span, branches, orelse),
            StmtKind::While { test, body, orelse } => self.while_(span, test, body, orelse),
            StmtKind::For {
                is_async: false,
                target,
                iter,
                body,
                orelse,
            } => self.for_(target, iter, body, orelse),
            StmtKind::For {
                target,
                iter,
                body,
                orelse,
                ..
            } => self.async_for(target, iter, body, orelse),
            StmtKind::With {
                is_async,
                items,
                body,
            } => self.with(span, *is_async, items, body),
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                is_star,
            } => self.try_(
                span,
                &super::try_::Try {
                    body,
                    handlers,
                    orelse,
                    is_star: *is_star,
                },
                finalbody,
            ),
            StmtKind::Function(function) => self.function(span, function),
            StmtKind::Class(class) => self.class(span, class),
            StmtKind::Match { subject, cases } => self.match_(subject, cases),
            StmtKind::TypeAlias {
                name,
                name_span,
                type_params,
                value,
            } => self.type_alias(span, (*name, *name_span), type_params, value),
        }
    }

    fn expression_statement(&mut self, span: Span, value: &'t Expr) -> Fallible {
        let shows = self.shared.options.mode == Mode::Interactive
            && self.host_scope().kind == ScopeKind::Module;
        if !shows {
            return self.discard(value);
        }
        let mark = self.temps.mark();
        let src = self.operand(value)?;
        self.emit(span, Op::PrintExpr { src: Src(src) });
        self.temps.reset(mark);
        Ok(())
    }

    fn annotated(&mut self, target: &'t Expr, value: Option<&'t Expr>) -> Fallible {
        if let Some(value) = value {
            return self.assign(std::slice::from_ref(target), value);
        }
        match &target.kind {
            ExprKind::Attribute { value, .. } => self.discard(value),
            ExprKind::Subscript { value, index } => {
                self.discard(value)?;
                self.discard(index)
            }
            _ => Ok(()),
        }
    }

    fn if_(
        &mut self,
        span: Span,
        branches: &'t [(Expr, Vec<Stmt>)],
        orelse: &'t [Stmt],
    ) -> Fallible {
        if let ([(test, body)], []) = (branches, orelse)
            && let Some(label) = self.plain_way_out(body)
        {
            return self.jump_on(test, label, true);
        }
        let end = self.emitter.label();
        for (at, (test, body)) in branches.iter().enumerate() {
            let next = self.emitter.label();
            self.jump_on(test, next, false)?;
            self.body(body)?;
            if at + 1 < branches.len() || !orelse.is_empty() {
                self.emitter.go(span, end);
            }
            self.emitter.bind(next);
        }
        self.body(orelse)?;
        self.emitter.bind(end);
        Ok(())
    }

    /// Where a body that is just `break` or `continue` jumps, if it has nothing to leave first.
    fn plain_way_out(&self, body: &[Stmt]) -> Option<Label> {
        let (
            [stmt],
            Some(&Block::Loop {
                on_break,
                on_continue,
                iterator,
            }),
        ) = (body, self.blocks.last())
        else {
            return None;
        };
        match stmt.kind {
            StmtKind::Continue => Some(on_continue),
            StmtKind::Break if iterator.is_none() => Some(on_break),
            _ => None,
        }
    }

    fn raise(&mut self, span: Span, exc: Option<&'t Expr>, cause: Option<&'t Expr>) -> Fallible {
        let mark = self.temps.mark();
        match (exc, cause) {
            (None, _) => match self.emitter.handled() {
                Some(handled) => {
                    // A copy: the handler around goes on to need its exception.
                    let copy = self.temps.push()?;
                    self.copy(span, copy, handled);
                    self.emit(span, Op::Reraise { exc: Src(copy) });
                }
                None => self.emit(span, Op::RaiseBare {}),
            },
            (Some(exc), None) => {
                let exc = self.operand(exc)?;
                self.emit(span, Op::Raise { exc: Src(exc) });
            }
            (Some(exc), Some(cause)) => {
                let exc = self.operand_before(exc, &[cause])?;
                let cause = self.operand(cause)?;
                self.emit(
                    span,
                    Op::RaiseFrom {
                        exc: Src(exc),
                        cause: Src(cause),
                    },
                );
            }
        }
        self.temps.reset(mark);
        Ok(())
    }

    fn assert(&mut self, span: Span, test: &'t Expr, message: Option<&'t Expr>) -> Fallible {
        if self.shared.options.optimize {
            return Ok(());
        }
        let holds = self.emitter.label();
        self.jump_on(test, holds, true)?;
        match message {
            None => self.emit(span, Op::AssertFailBare {}),
            Some(message) => {
                let mark = self.temps.mark();
                let src = self.operand(message)?;
                self.emit(span, Op::AssertFail { src: Src(src) });
                self.temps.reset(mark);
            }
        }
        self.emitter.bind(holds);
        Ok(())
    }
}

/// The docstring of a body and the statements after it.
pub(super) fn split_doc(body: &[Stmt]) -> (Option<&str>, &[Stmt]) {
    if let [first, rest @ ..] = body
        && let StmtKind::Expr(value) = &first.kind
        && let ExprKind::Constant(Constant::Str(text)) = &value.kind
    {
        return (Some(text), rest);
    }
    (None, body)
}
