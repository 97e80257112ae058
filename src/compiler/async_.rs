//! await, yield, yield from.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::Expr;

use super::error::{Fallible, wrong};
use super::generate::Gen;
use crate::bytecode::{Const, Dst, Flow, Op, Src};

impl<'t> Gen<'_, 't> {
    pub(super) fn await_value(&mut self, span: Span, value: &'t Expr, dst: u16) -> Fallible {
        let mark = self.temps.mark();
        let src = self.operand_in(value, dst, &[])?;
        self.await_register(span, dst, src);
        self.temps.reset(mark);
        Ok(())
    }

    /// `dst = await src`.
    pub(super) fn await_register(&mut self, span: Span, dst: u16, src: u16) {
        self.emit(
            span,
            Op::Await {
                dst: Dst(dst),
                src: Src(src),
            },
        );
        self.wrote(dst);
    }

    pub(super) fn yield_value(
        &mut self,
        span: Span,
        value: Option<&'t Expr>,
        dst: u16,
    ) -> Fallible {
        let mark = self.temps.mark();
        let src = match value {
            Some(value) => self.operand_in(value, dst, &[])?,
            None => self.push_const(span, Const::None)?,
        };
        self.yield_register(span, dst, src);
        self.temps.reset(mark);
        Ok(())
    }

    /// `dst = yield src`.
    pub(super) fn yield_register(&mut self, span: Span, dst: u16, src: u16) {
        let (to, src) = (Dst(dst), Src(src));
        let op = if self.flow == Flow::AsyncGenerator {
            Op::AsyncYield { dst: to, src }
        } else {
            Op::Yield { dst: to, src }
        };
        self.emit(span, op);
        self.wrote(dst);
    }

    pub(super) fn yield_from(&mut self, span: Span, value: &'t Expr, dst: u16) -> Fallible {
        if self.flow == Flow::AsyncGenerator {
            return wrong(span, "'yield from' inside async function");
        }
        let mark = self.temps.mark();
        let src = self.operand_in(value, dst, &[])?;
        self.emit(
            span,
            Op::YieldFrom {
                dst: Dst(dst),
                src: Src(src),
            },
        );
        self.wrote(dst);
        self.temps.reset(mark);
        Ok(())
    }
}
