//! List, set and dict comprehensions, inlined; generator expressions, codes of their own.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Clause, Expr, ExprKind};

use super::error::Fallible;
use super::finish::Spec;
use super::generate::Gen;
use crate::bytecode::{CodeKind, Dst, Few, Flag, Flow, Op, ParamLayout, Peek, Reg, Src, Window};

/// What each turn of the innermost loop does.
#[derive(Clone, Copy)]
enum Turn<'t> {
    Append {
        list: u16,
        element: &'t Expr,
    },
    Add {
        set: u16,
        element: &'t Expr,
    },
    Set {
        dict: u16,
        key: &'t Expr,
        value: &'t Expr,
    },
    Yield {
        element: &'t Expr,
    },
}

/// Where the values of a loop come from.
#[derive(Clone, Copy)]
enum Origin<'t> {
    Expr(&'t Expr),
    /// Evaluated already; for an asynchronous clause it is the iterator itself.
    Register(u16),
}

impl<'t> Gen<'_, 't> {
    /// A comprehension runs in this frame, with registers of its own for its targets. Its first
    /// iterable is evaluated outside of its scope.
    pub(super) fn comprehension(&mut self, expr: &'t Expr, dst: u16) -> Fallible {
        let span = expr.span;
        let mark = self.temps.mark();
        let result = self.scratch(dst)?;
        let (clauses, turn) = match &expr.kind {
            ExprKind::ListComp { element, clauses } => {
                let turn = Turn::Append {
                    list: result,
                    element,
                };
                (clauses, turn)
            }
            ExprKind::SetComp { element, clauses } => (
                clauses,
                Turn::Add {
                    set: result,
                    element,
                },
            ),
            ExprKind::DictComp {
                key,
                value,
                clauses,
            } => {
                let dict = result;
                (clauses, Turn::Set { dict, key, value })
            }
            _ => unreachable!("the caller has seen a comprehension"),
        };
        let first = &clauses[0];
        let inner = self.temps.mark();
        let src = if first.is_async {
            self.async_iterate(&first.iter)?
        } else {
            self.iterated(&first.iter)?
        };
        match turn {
            Turn::Append { list, .. } => self.build_list(span, list, 0, 0),
            Turn::Add { set, .. } => self.build_set(span, set, 0, 0),
            Turn::Set { dict, .. } => self.build_dict(span, dict, 0, 0),
            Turn::Yield { .. } => {}
        }
        let id = self.shared.scopes.of_node(expr);
        let registers = self.shared.scopes.comprehension_registers(id);
        for &(register, is_cell) in &registers {
            self.emitter.bound.unset(register);
            if is_cell {
                // A turn that an exception ended may have left the old cell.
                self.drop_register(span, register);
                self.emit(span, Op::MakeCell { reg: Reg(register) });
            }
        }
        if !first.is_async {
            self.temps.set(inner);
        }
        let outer = std::mem::replace(&mut self.scope, id);
        let result_of_clauses = self.clauses(span, clauses, Origin::Register(src), turn);
        self.scope = outer;
        result_of_clauses?;
        for &(register, _) in &registers {
            self.drop_register(span, register);
        }
        self.transfer(span, dst, result);
        self.temps.set(mark);
        Ok(())
    }

    fn clauses(
        &mut self,
        span: Span,
        clauses: &'t [Clause],
        origin: Origin<'t>,
        turn: Turn<'t>,
    ) -> Fallible {
        let Some((clause, rest)) = clauses.split_first() else {
            return self.turn(span, turn);
        };
        let at = clause.iter.span;
        let mark = self.temps.mark();
        let top = self.emitter.label();
        let end = self.emitter.label();
        if clause.is_async {
            let it = match origin {
                Origin::Expr(iter) => self.async_iterate(iter)?,
                Origin::Register(register) => register,
            };
            self.emitter.bind(top);
            let stop = self.next_async_item(at, it, &clause.target)?;
            self.conditions_and_rest(span, clause, rest, turn, top)?;
            self.emitter.go(at, top);
            self.end_async(at, it, stop);
        } else {
            let it = match origin {
                Origin::Expr(iter) => self.iterate(iter)?,
                Origin::Register(src) => self.start_iteration(at, src)?,
            };
            self.emitter.bind(top);
            self.next_item(at, it, &clause.target, end)?;
            self.conditions_and_rest(span, clause, rest, turn, top)?;
            self.emitter.next_turn(at, top);
            self.emitter.bind(end);
        }
        self.temps.reset(mark);
        Ok(())
    }

    fn conditions_and_rest(
        &mut self,
        span: Span,
        clause: &'t Clause,
        rest: &'t [Clause],
        turn: Turn<'t>,
        top: super::emit::Label,
    ) -> Fallible {
        for condition in &clause.conditions {
            self.jump_on(condition, top, false)?;
        }
        match rest.first() {
            Some(next) => self.clauses(span, rest, Origin::Expr(&next.iter), turn),
            None => self.turn(span, turn),
        }
    }

    fn turn(&mut self, span: Span, turn: Turn<'t>) -> Fallible {
        let mark = self.temps.mark();
        match turn {
            Turn::Append { list, element } => {
                let src = Src(self.operand(element)?);
                let list = Peek(list);
                self.emit(span, Op::ListAppend { list, src });
            }
            Turn::Add { set, element } => {
                let src = Src(self.operand(element)?);
                let set = Peek(set);
                self.emit(span, Op::SetAdd { set, src });
            }
            Turn::Set { dict, key, value } => {
                let key = Src(self.operand_before(key, &[value])?);
                let src = Src(self.operand(value)?);
                let dict = Peek(dict);
                self.emit(span, Op::DictSet { dict, key, src });
            }
            Turn::Yield { element } => {
                let register = self.temps.push()?;
                let src = self.operand_in(element, register, &[])?;
                self.yield_register(element.span, register, src);
                self.drop_register(element.span, register);
            }
        }
        self.temps.reset(mark);
        Ok(())
    }

    /// `(element for ...)`: a function of one parameter, the first iterator, called at once.
    pub(super) fn generator(
        &mut self,
        expr: &'t Expr,
        element: &'t Expr,
        clauses: &'t [Clause],
        dst: u16,
    ) -> Fallible {
        let span = expr.span;
        let id = self.shared.scopes.of_node(expr);
        let first = &clauses[0];
        let flow = if self.shared.scopes.get(id).has_await {
            Flow::AsyncGenerator
        } else {
            Flow::Generator
        };
        let spec = Spec {
            id,
            kind: CodeKind::Function,
            flow,
            name: "<genexpr>".into(),
            qualname: self.qualified("<genexpr>"),
            span,
            params: ParamLayout {
                positional: 1,
                positional_only: 1,
                ..ParamLayout::default()
            },
            captures: self.shared.scopes.capture_registers(id, self.scope),
            ..Spec::default()
        };
        let code = Gen::make(self.shared, spec, &|inner| {
            // Moved, so that the loop is the only holder.
            let src = inner.temps.push()?;
            inner.copy(span, src, 0);
            inner.emit(span, Op::LoadNone { dst: Dst(0) });
            if !first.is_async {
                inner.temps.set(src);
            }
            inner.clauses(
                span,
                clauses,
                Origin::Register(src),
                Turn::Yield { element },
            )?;
            inner.return_none(span)
        })?;

        let mark = self.begin_window(dst);
        let a = self.temps.push()?;
        let code = self.emitter.code(code)?;
        self.emit(
            span,
            Op::MakeFunction {
                flags: Flag(0),
                dst: Dst(a),
                code,
                first: Window(a),
            },
        );
        if first.is_async {
            self.async_iterate(&first.iter)?;
        } else {
            let register = self.temps.mark();
            let src = self.iterated(&first.iter)?;
            self.temps.set(register);
            let register = self.temps.push()?;
            self.emit(
                first.iter.span,
                Op::IterObject {
                    dst: Dst(register),
                    src: Src(src),
                },
            );
        }
        self.emit(
            span,
            Op::Call {
                n: Few(1),
                a: Window(a),
                dst: Dst(dst),
            },
        );
        self.end_window(mark);
        self.wrote(dst);
        Ok(())
    }
}
