//! with and async with.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{ExprKind, Stmt, WithItem};

use super::error::Fallible;
use super::generate::{Block, Gen};
use crate::bytecode::{Const, Dst, Few, Op, Peek, Reg, Src, Window};

impl<'t> Gen<'_, 't> {
    pub(super) fn with(
        &mut self,
        span: Span,
        is_async: bool,
        items: &'t [WithItem],
        body: &'t [Stmt],
    ) -> Fallible {
        let Some((item, rest)) = items.split_first() else {
            return self.body(body);
        };
        let mark = self.temps.mark();
        let at = item.context.span;
        let context = self.temps.push()?;
        self.expr_to(&item.context, context)?;
        let entered = self.temps.push()?;
        let reg = Reg(context);
        self.emit(
            at,
            if is_async {
                Op::AsyncWithLookup { context: reg }
            } else {
                Op::WithLookup { context: reg }
            },
        );
        // A plain variable gets the value at once; nothing can fail between.
        let direct = match &item.target {
            Some(target) => match target.kind {
                ExprKind::Name(name) => self.local(name),
                _ => None,
            },
            None => None,
        };
        let value = direct.unwrap_or(entered);
        self.emit(
            at,
            Op::Call {
                n: Few(0),
                a: Window(entered),
                dst: Dst(if is_async { entered } else { value }),
            },
        );
        if is_async {
            self.await_register(at, value, entered);
        }
        self.wrote(value);

        let raised = self.emitter.label();
        let end = self.emitter.label();
        let entered_with = self.bound_on_exception(&[body]);
        let range = self.emitter.open_handler(raised, context + 1);
        self.enter(
            span,
            Block::With {
                context,
                is_async,
                range,
                span,
            },
        )?;
        match &item.target {
            Some(target) if direct.is_none() => self.store(target, entered)?,
            Some(_) => {}
            None => self.drop_register(at, entered),
        }
        self.temps.set(context + 1);
        self.with(span, is_async, rest, body)?;
        self.blocks.pop();
        let used = self.emitter.close(range);
        // Leaving is at the whole statement, entering at its item.
        self.exit_with_none(span, context, is_async)?;
        self.emitter.go(at, end);

        self.emitter.bind_handler(raised, used, &entered_with);
        self.exit_with_exception(span, context, is_async)?;
        self.temps.set(mark);
        self.emitter.bind(end);
        Ok(())
    }

    /// `exit(None, None, None)`, where `exit` is in `context`, which becomes dead.
    pub(super) fn exit_with_none(&mut self, span: Span, context: u16, is_async: bool) -> Fallible {
        let mark = self.temps.mark();
        let window = if context + 1 == mark {
            context
        } else {
            let window = self.temps.push()?;
            self.transfer(span, window, context);
            window
        };
        self.push_const(span, Const::None)?;
        let second = self.push_const(span, Const::None)?;
        // A copy, as no argument of a call in the source is: so `await` knows what it is part of.
        let third = self.temps.push()?;
        self.copy(span, third, second);
        self.call_exit(span, window, is_async);
        self.drop_register(span, window);
        self.temps.reset(mark);
        Ok(())
    }

    fn call_exit(&mut self, span: Span, window: u16, is_async: bool) {
        self.emit(
            span,
            Op::Call {
                n: Few(3),
                a: Window(window),
                dst: Dst(window),
            },
        );
        if is_async {
            self.await_register(span, window, window);
        }
    }

    /// The way out by an exception, which is in the register after `context`.
    fn exit_with_exception(&mut self, span: Span, context: u16, is_async: bool) -> Fallible {
        self.temps.set(context + 1);
        let exc = self.temps.push()?;
        let region = self.emitter.open_region(exc);
        let window = self.temps.push()?;
        self.transfer(span, window, context);
        let first = self.temps.push_many(3)?;
        self.emit(
            span,
            Op::ExcInfo {
                exc: Peek(exc),
                first: Window(first),
            },
        );
        self.call_exit(span, window, is_async);
        let swallowed = self.emitter.label();
        self.jump_if(span, window, swallowed, true);
        self.emit(span, Op::Reraise { exc: Src(exc) });
        self.emitter.close(region);
        self.emitter.bind(swallowed);
        self.drop_register(span, exc);
        Ok(())
    }
}
