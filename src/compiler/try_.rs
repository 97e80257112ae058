//! try / except / else / finally, and except*.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Handler, Stmt};

use super::emit::Label;
use super::error::{Fallible, wrong};
use super::generate::{Block, Gen};
use super::registers::Bound;
use crate::bytecode::{Dst, Far, Jump, Op, Peek, Reg, Src};

/// A `try` without its `finally`.
#[derive(Debug)]
pub(super) struct Try<'t> {
    pub(super) body: &'t [Stmt],
    pub(super) handlers: &'t [Handler],
    pub(super) orelse: &'t [Stmt],
    pub(super) is_star: bool,
}

impl<'t> Gen<'_, 't> {
    pub(super) fn try_(&mut self, span: Span, it: &Try<'t>, finalbody: &'t [Stmt]) -> Fallible {
        if finalbody.is_empty() {
            return self.try_except(span, it);
        }
        let mut bodies = vec![it.body, it.orelse];
        bodies.extend(it.handlers.iter().map(|handler| &handler.body[..]));
        let mut entered_with = self.bound_on_exception(&bodies);
        for register in it
            .handlers
            .iter()
            .filter_map(|handler| self.local(handler.name?))
        {
            entered_with.unset(register);
        }
        let exc = self.temps.mark();
        let raised = self.emitter.label();
        let end = self.emitter.label();
        let range = self.emitter.open_handler(raised, exc);
        self.enter(
            span,
            Block::Finally {
                range,
                body: finalbody,
            },
        )?;
        self.try_except(span, it)?;
        self.blocks.pop();
        let used = self.emitter.close(range);
        self.body(finalbody)?;
        self.emitter.go(span, end);

        self.emitter.bind_handler(raised, used, &entered_with);
        let mark = self.temps.mark();
        let exc = self.temps.push()?;
        let region = self.emitter.open_region(exc);
        self.enter(span, Block::Ending { exc, region })?;
        self.body(finalbody)?;
        self.blocks.pop();
        self.emit(span, Op::Reraise { exc: Src(exc) });
        self.emitter.close(region);
        self.temps.reset(mark);
        self.emitter.bind(end);
        Ok(())
    }

    /// What is certainly bound when an exception comes out of these statements.
    pub(super) fn bound_on_exception(&self, bodies: &[&'t [Stmt]]) -> Bound {
        let mut bound = self.emitter.bound.clone();
        for register in self.unbound_registers(bodies) {
            bound.unset(register);
        }
        bound
    }

    fn try_except(&mut self, span: Span, it: &Try<'t>) -> Fallible {
        if it.handlers.is_empty() {
            self.body(it.body)?;
            return self.body(it.orelse);
        }
        let entered_with = self.bound_on_exception(&[it.body]);
        let raised = self.emitter.label();
        let end = self.emitter.label();
        let exc = self.temps.mark();
        let range = self.emitter.open_handler(raised, exc);
        self.enter(span, Block::Try { range })?;
        self.body(it.body)?;
        self.blocks.pop();
        let used = self.emitter.close(range);
        self.body(it.orelse)?;
        self.emitter.go(span, end);

        self.emitter.bind_handler(raised, used, &entered_with);
        let mark = self.temps.mark();
        let exc = self.temps.push()?;
        if it.is_star {
            self.star_handlers(span, it.handlers, exc)?;
        } else {
            self.handlers(span, it.handlers, exc, end)?;
        }
        self.temps.reset(mark);
        self.emitter.bind(end);
        Ok(())
    }

    fn handlers(&mut self, span: Span, handlers: &'t [Handler], exc: u16, end: Label) -> Fallible {
        let region = self.emitter.open_region(exc);
        for (at, handler) in handlers.iter().enumerate() {
            let next = self.emitter.label();
            match &handler.type_ {
                Some(type_) => {
                    let mark = self.temps.mark();
                    let type_register = self.operand(type_)?;
                    self.jump_if_not_match(type_.span, exc, type_register, next);
                    self.temps.reset(mark);
                }
                None if at + 1 < handlers.len() => {
                    return wrong(handler.span, "default 'except:' must be last");
                }
                None => {}
            }
            self.handler_body(handler, exc, region)?;
            self.emitter.go(handler.span, end);
            self.emitter.resume(region);
            self.emitter.bind(next);
        }
        self.emit(span, Op::Reraise { exc: Src(exc) });
        self.emitter.close(region);
        Ok(())
    }

    fn jump_if_not_match(&mut self, span: Span, exc: u16, type_register: u16, next: Label) {
        let op = Op::JumpIfNotMatch {
            exc: Peek(exc),
            type_: Src(type_register),
            to: Jump(0),
        };
        if self.far {
            self.emitter.jump_far(span, op, next);
        } else {
            self.emitter.jump(span, op, next);
        }
    }

    /// The body of one `except`; at its end the exception and the name are gone and the
    /// region is suspended.
    fn handler_body(
        &mut self,
        handler: &'t Handler,
        exc: u16,
        region: super::ranges::RangeId,
    ) -> Fallible {
        let span = handler.span;
        let Some(name) = handler.name else {
            self.enter(
                span,
                Block::Handler {
                    exc,
                    region,
                    cleanup: None,
                    name: None,
                },
            )?;
            self.body(&handler.body)?;
            self.blocks.pop();
            self.emitter.suspend(region);
            self.drop_register(span, exc);
            return Ok(());
        };
        let mark = self.temps.mark();
        let copy = self.temps.push()?;
        if let Some(register) = self.local(name) {
            self.copy(span, register, exc);
        } else {
            self.copy(span, copy, exc);
            self.store_name(span, name, copy)?;
        }
        self.temps.reset(mark);
        let raised_again = self.emitter.label();
        let done = self.emitter.label();
        let mut entered_with = self.bound_on_exception(&[&handler.body]);
        if let Some(register) = self.local(name) {
            entered_with.unset(register);
        }
        let again = self.temps.mark();
        let cleanup = self.emitter.open_handler(raised_again, again);
        self.enter(
            span,
            Block::Handler {
                exc,
                region,
                cleanup: Some(cleanup),
                name: Some(name),
            },
        )?;
        self.body(&handler.body)?;
        self.blocks.pop();
        let used = self.emitter.close(cleanup);
        self.emitter.suspend(region);
        self.drop_register(span, exc);
        self.forget_name(span, name)?;
        self.emitter.go(span, done);

        self.emitter.bind_handler(raised_again, used, &entered_with);
        let again = self.temps.push()?;
        self.forget_name(span, name)?;
        self.emit(span, Op::Reraise { exc: Src(again) });
        self.temps.reset(mark);
        self.emitter.bind(done);
        Ok(())
    }

    fn star_handlers(&mut self, span: Span, handlers: &'t [Handler], exc: u16) -> Fallible {
        let region = self.emitter.open_region(exc);
        let errors = self.temps.push()?;
        self.build_list(span, errors, 0, 0);
        let rest = self.temps.push()?;
        self.copy(span, rest, exc);
        for handler in handlers {
            self.star_handler(handler, errors, rest)?;
        }
        self.emit(
            span,
            Op::FinishGroups {
                errors: Src(errors),
                rest: Src(rest),
                original: Peek(exc),
            },
        );
        self.emitter.close(region);
        self.drop_register(span, exc);
        Ok(())
    }

    fn star_handler(&mut self, handler: &'t Handler, errors: u16, rest: u16) -> Fallible {
        let span = handler.span;
        let Some(type_) = &handler.type_ else {
            return wrong(span, "expected one or more exception types");
        };
        let mark = self.temps.mark();
        let group = self.temps.push()?;
        let type_register = self.operand(type_)?;
        self.emit(
            type_.span,
            Op::SplitGroup {
                dst: Dst(group),
                rest: Reg(rest),
                type_: Src(type_register),
            },
        );
        self.temps.set(group + 1);
        let next = self.emitter.label();
        let test = self.temps.push()?;
        self.copy(span, test, group);
        self.emitter.jump(
            span,
            Op::JumpIfNone {
                src: Src(test),
                to: Far(0),
            },
            next,
        );
        if let Some(name) = handler.name {
            if let Some(register) = self.local(name) {
                self.copy(span, register, group);
            } else {
                self.copy(span, test, group);
                self.store_name(span, name, test)?;
            }
        }
        self.temps.set(group + 1);
        let raised = self.emitter.label();
        let done = self.emitter.label();
        let mut entered_with = self.bound_on_exception(&[&handler.body]);
        if let Some(register) = handler.name.and_then(|name| self.local(name)) {
            entered_with.unset(register);
        }
        let range = self.emitter.open_handler(raised, group + 1);
        let region = self.emitter.open_region(group);
        self.enter(span, Block::StarHandler)?;
        self.body(&handler.body)?;
        self.blocks.pop();
        self.emitter.close(region);
        let used = self.emitter.close(range);
        self.emitter.go(span, done);

        self.emitter.bind_handler(raised, used, &entered_with);
        let error = self.temps.push()?;
        self.emit(
            span,
            Op::ListAppend {
                list: Peek(errors),
                src: Src(error),
            },
        );
        self.emitter.bind(done);
        if let Some(name) = handler.name {
            self.forget_name(span, name)?;
        }
        self.emitter.bind(next);
        self.drop_register(span, group);
        self.temps.set(mark);
        Ok(())
    }
}
