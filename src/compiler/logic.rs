//! and / or / not, conditional expressions, comparisons: as values and as jumps.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{BoolOp, CompareOp, Constant, Expr, ExprKind, UnaryOp};

use super::emit::Label;
use super::error::Fallible;
use super::fold;
use super::generate::Gen;
use crate::bytecode::{Dst, Far, Flag, Imm, Jump, Op, Reg, Src};

impl<'t> Gen<'_, 't> {
    /// Jumps to `label` if the truth of `expr` is `sense`, else goes on.
    pub(super) fn jump_on(&mut self, expr: &'t Expr, label: Label, sense: bool) -> Fallible {
        if let Some(value) = fold::constant(expr) {
            if fold::truth(&value) == sense {
                self.emitter.go(expr.span, label);
            }
            return Ok(());
        }
        match &expr.kind {
            ExprKind::Unary {
                op: UnaryOp::Not,
                operand,
            } => self.jump_on(operand, label, !sense),
            ExprKind::Bool { op, values } => self.jump_on_bool(*op, values, label, sense),
            ExprKind::Compare { left, rest } if rest.len() == 1 => {
                self.jump_on_compare(expr.span, left, rest[0].0, &rest[0].1, label, sense)
            }
            ExprKind::Compare { left, rest } => {
                self.jump_on_chain(expr.span, left, rest, label, sense)
            }
            ExprKind::Conditional { test, body, orelse } => {
                let otherwise = self.emitter.label();
                let end = self.emitter.label();
                self.jump_on(test, otherwise, false)?;
                self.jump_on(body, label, sense)?;
                self.emitter.go(expr.span, end);
                self.emitter.bind(otherwise);
                self.jump_on(orelse, label, sense)?;
                self.emitter.bind(end);
                Ok(())
            }
            _ => {
                let mark = self.temps.mark();
                let cond = self.operand(expr)?;
                self.jump_if(expr.span, cond, label, sense);
                self.temps.reset(mark);
                Ok(())
            }
        }
    }

    /// Jumps if the truth of the register is `sense`.
    pub(super) fn jump_if(&mut self, span: Span, cond: u16, label: Label, sense: bool) {
        let cond = Src(cond);
        let op = if sense {
            Op::JumpIf { cond, to: Far(0) }
        } else {
            Op::JumpIfNot { cond, to: Far(0) }
        };
        self.emitter.jump(span, op, label);
    }

    fn jump_on_bool(
        &mut self,
        op: BoolOp,
        values: &'t [Expr],
        label: Label,
        sense: bool,
    ) -> Fallible {
        // The truth value that decides at once.
        let decides = op == BoolOp::Or;
        if decides == sense {
            return values
                .iter()
                .try_for_each(|value| self.jump_on(value, label, sense));
        }
        let end = self.emitter.label();
        let (last, before) = values.split_last().expect("a boolean operator has values");
        for value in before {
            self.jump_on(value, end, decides)?;
        }
        self.jump_on(last, label, sense)?;
        self.emitter.bind(end);
        Ok(())
    }

    /// `dst = a and b`. The values pass through a temporary.
    pub(super) fn bool_value(&mut self, op: BoolOp, values: &'t [Expr], dst: u16) -> Fallible {
        let mark = self.temps.mark();
        let register = self.scratch(dst)?;
        let end = self.emitter.label();
        let (last, before) = values.split_last().expect("a boolean operator has values");
        for value in before {
            self.expr_to(value, register)?;
            let (reg, to) = (Reg(register), Far(0));
            let jump = match op {
                BoolOp::And => Op::JumpIfNotKeep { reg, to },
                BoolOp::Or => Op::JumpIfKeep { reg, to },
            };
            self.emitter.jump(value.span, jump, end);
        }
        self.expr_to(last, register)?;
        self.emitter.bind(end);
        self.transfer(last.span, dst, register);
        self.temps.reset(mark);
        Ok(())
    }

    /// `dst = body if test else orelse`.
    pub(super) fn conditional(
        &mut self,
        test: &'t Expr,
        body: &'t Expr,
        orelse: &'t Expr,
        dst: u16,
    ) -> Fallible {
        let otherwise = self.emitter.label();
        let end = self.emitter.label();
        self.jump_on(test, otherwise, false)?;
        self.expr_to(body, dst)?;
        self.emitter.go(body.span, end);
        self.emitter.bind(otherwise);
        self.expr_to(orelse, dst)?;
        self.emitter.bind(end);
        Ok(())
    }

    /// `dst = left < a < b ...`.
    pub(super) fn compare_value(
        &mut self,
        span: Span,
        left: &'t Expr,
        rest: &'t [(CompareOp, Expr)],
        dst: u16,
    ) -> Fallible {
        let mark = self.temps.mark();
        if let [(op, right)] = rest {
            let left = self.operand_in(left, dst, &[right])?;
            let right = self.compared(*op, right)?;
            self.emit(span, comparison(*op, dst, left, right));
            self.wrote(dst);
            self.temps.reset(mark);
            return Ok(());
        }
        let result = self.scratch(dst)?;
        let end = self.emitter.label();
        let mut cleanups = Vec::new();
        let later: Vec<&Expr> = rest.iter().map(|(_, value)| value).collect();
        let mut left = self.operand_before(left, &later)?;
        let ((last_op, last), before) = rest.split_last().expect("a comparison has operators");
        for (at, (op, right)) in before.iter().enumerate() {
            let (middle, used) = self.middle(right, &later[at + 1..])?;
            self.emit(span, comparison(*op, result, left, used));
            let target = self.leave_link(middle, end, &mut cleanups);
            let jump = Op::JumpIfNotKeep {
                reg: Reg(result),
                to: Far(0),
            };
            self.emitter.jump(span, jump, target);
            left = middle;
        }
        let right = self.compared(*last_op, last)?;
        self.emit(span, comparison(*last_op, result, left, right));
        self.clean_links(span, cleanups, end, end);
        self.emitter.bind(end);
        self.transfer(span, dst, result);
        self.temps.reset(mark);
        Ok(())
    }

    /// A middle operand of a chain is used twice: (the register for the second use, for the first).
    fn middle(&mut self, expr: &'t Expr, later: &[&'t Expr]) -> Fallible<(u16, u16)> {
        let middle = self.operand_before(expr, later)?;
        if !self.temps.is_temporary(middle) {
            return Ok((middle, middle));
        }
        let copy = self.temps.push()?;
        self.copy(expr.span, copy, middle);
        Ok((middle, copy))
    }

    /// Where a false link jumps: to a place that drops the middle value first, if it must.
    fn leave_link(&mut self, middle: u16, fails: Label, cleanups: &mut Vec<(Label, u16)>) -> Label {
        if !self.temps.is_temporary(middle) {
            return fails;
        }
        let label = self.emitter.label();
        cleanups.push((label, middle));
        label
    }

    fn clean_links(
        &mut self,
        span: Span,
        cleanups: Vec<(Label, u16)>,
        fails: Label,
        goes_on: Label,
    ) {
        if cleanups.is_empty() {
            return;
        }
        self.emitter.go(span, goes_on);
        for (label, middle) in cleanups {
            self.emitter.bind(label);
            self.drop_register(span, middle);
            self.emitter.go(span, fails);
        }
    }

    /// The right operand of a comparison; `in` may look into a constant.
    fn compared(&mut self, op: CompareOp, right: &'t Expr) -> Fallible<u16> {
        if matches!(op, CompareOp::In | CompareOp::NotIn)
            && let Some(value) = fold::container(right)
        {
            return self.push_const(right.span, value);
        }
        self.operand(right)
    }

    fn jump_on_compare(
        &mut self,
        span: Span,
        left: &'t Expr,
        op: CompareOp,
        right: &'t Expr,
        label: Label,
        sense: bool,
    ) -> Fallible {
        let mark = self.temps.mark();
        let left = self.operand_before(left, &[right])?;
        let is_none = matches!(right.kind, ExprKind::Constant(Constant::None));
        if is_none && matches!(op, CompareOp::Is | CompareOp::IsNot) {
            let (src, to) = (Src(left), Far(0));
            let jump = if (op == CompareOp::Is) == sense {
                Op::JumpIfNone { src, to }
            } else {
                Op::JumpIfNotNone { src, to }
            };
            self.emitter.jump(span, jump, label);
        } else if let Some(imm) = fold::small_int(right)
            && let Some(jump) = imm_jump(op, sense, left, imm).filter(|_| !self.far)
        {
            self.emitter.jump(span, jump, label);
        } else {
            let right = self.compared(op, right)?;
            self.compare_jump(span, op, left, right, label, sense)?;
        }
        self.temps.reset(mark);
        Ok(())
    }

    fn compare_jump(
        &mut self,
        span: Span,
        op: CompareOp,
        left: u16,
        right: u16,
        label: Label,
        sense: bool,
    ) -> Fallible {
        if self.far {
            let result = self.temps.push()?;
            self.emit(span, comparison(op, result, left, right));
            self.jump_if(span, result, label, sense);
        } else {
            self.emitter
                .jump(span, short_jump(op, sense, left, right), label);
        }
        Ok(())
    }

    fn jump_on_chain(
        &mut self,
        span: Span,
        left: &'t Expr,
        rest: &'t [(CompareOp, Expr)],
        label: Label,
        sense: bool,
    ) -> Fallible {
        let mark = self.temps.mark();
        let end = self.emitter.label();
        let fails = if sense { end } else { label };
        let mut cleanups = Vec::new();
        let later: Vec<&Expr> = rest.iter().map(|(_, value)| value).collect();
        let mut left = self.operand_before(left, &later)?;
        let ((last_op, last), before) = rest.split_last().expect("a comparison has operators");
        for (at, (op, right)) in before.iter().enumerate() {
            let (middle, used) = self.middle(right, &later[at + 1..])?;
            let target = self.leave_link(middle, fails, &mut cleanups);
            self.compare_jump(span, *op, left, used, target, false)?;
            left = middle;
        }
        let right = self.compared(*last_op, last)?;
        self.compare_jump(span, *last_op, left, right, label, sense)?;
        self.clean_links(span, cleanups, fails, end);
        self.emitter.bind(end);
        self.temps.reset(mark);
        Ok(())
    }
}

/// `dst = left op right`.
fn comparison(op: CompareOp, dst: u16, left: u16, right: u16) -> Op {
    let (dst, left, right) = (Dst(dst), Src(left), Src(right));
    match op {
        CompareOp::Lt => Op::Lt { dst, left, right },
        CompareOp::Le => Op::Le { dst, left, right },
        CompareOp::Eq => Op::Eq { dst, left, right },
        CompareOp::Ne => Op::Ne { dst, left, right },
        CompareOp::Gt => Op::Gt { dst, left, right },
        CompareOp::Ge => Op::Ge { dst, left, right },
        CompareOp::Is | CompareOp::IsNot => Op::Is {
            negate: Flag(u8::from(op == CompareOp::IsNot)),
            dst,
            left,
            right,
        },
        CompareOp::In | CompareOp::NotIn => Op::Contains {
            negate: Flag(u8::from(op == CompareOp::NotIn)),
            dst,
            item: left,
            container: right,
        },
    }
}

fn short_jump(op: CompareOp, sense: bool, left: u16, right: u16) -> Op {
    let (left, right, to) = (Src(left), Src(right), Jump(0));
    let negated = Flag(u8::from(!sense));
    let sense = Flag(u8::from(sense));
    macro_rules! jump {
        ($name:ident) => {
            Op::$name {
                sense,
                left,
                right,
                to,
            }
        };
    }
    match op {
        CompareOp::Lt => jump!(JumpLt),
        CompareOp::Le => jump!(JumpLe),
        CompareOp::Eq => jump!(JumpEq),
        CompareOp::Ne => jump!(JumpNe),
        CompareOp::Gt => jump!(JumpGt),
        CompareOp::Ge => jump!(JumpGe),
        CompareOp::Is => jump!(JumpIs),
        CompareOp::IsNot => Op::JumpIs {
            sense: negated,
            left,
            right,
            to,
        },
        CompareOp::In => Op::JumpIn {
            sense,
            item: left,
            container: right,
            to,
        },
        CompareOp::NotIn => Op::JumpIn {
            sense: negated,
            item: left,
            container: right,
            to,
        },
    }
}

fn imm_jump(op: CompareOp, sense: bool, left: u16, imm: i16) -> Option<Op> {
    let (left, imm, to) = (Src(left), Imm(imm), Jump(0));
    let sense = Flag(u8::from(sense));
    macro_rules! jump {
        ($name:ident) => {
            Some(Op::$name {
                sense,
                left,
                imm,
                to,
            })
        };
    }
    match op {
        CompareOp::Lt => jump!(JumpLtImm),
        CompareOp::Le => jump!(JumpLeImm),
        CompareOp::Eq => jump!(JumpEqImm),
        CompareOp::Ne => jump!(JumpNeImm),
        CompareOp::Gt => jump!(JumpGtImm),
        CompareOp::Ge => jump!(JumpGeImm),
        _ => None,
    }
}
