//! Binary operators, with their short forms for constants.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{BinaryOp, Expr};

use super::error::Fallible;
use super::fold;
use super::generate::Gen;
use crate::bytecode::{Const, Dst, Flag, Imm, Op, Src};

impl<'t> Gen<'_, 't> {
    pub(super) fn binary(
        &mut self,
        expr: &'t Expr,
        op: BinaryOp,
        left: &'t Expr,
        right: &'t Expr,
        dst: u16,
    ) -> Fallible {
        if let Some(value) = fold::constant(expr) {
            return self.load_const(expr.span, dst, value);
        }
        let mark = self.temps.mark();
        let left = self.operand_in(left, dst, &[right])?;
        self.combine(expr.span, op, false, dst, left, right)?;
        self.temps.reset(mark);
        Ok(())
    }

    /// `dst = left op right`, where `left` is evaluated already. The caller resets temporaries.
    pub(super) fn combine(
        &mut self,
        span: Span,
        op: BinaryOp,
        inplace: bool,
        dst: u16,
        left: u16,
        right: &'t Expr,
    ) -> Fallible {
        let constant = fold::constant(right);
        let short = match &constant {
            Some(Const::Int(value)) => i16::try_from(*value)
                .ok()
                .and_then(|imm| with_imm(op, inplace, dst, left, imm)),
            Some(Const::Float(value)) => self.with_float(op, inplace, dst, left, *value)?,
            _ => None,
        };
        let op = match short {
            Some(op) => op,
            None => {
                let right = self.operand(right)?;
                general(op, inplace, dst, left, right)
            }
        };
        self.emit(span, op);
        self.wrote(dst);
        Ok(())
    }

    fn with_float(
        &mut self,
        op: BinaryOp,
        inplace: bool,
        dst: u16,
        left: u16,
        value: f64,
    ) -> Fallible<Option<Op>> {
        let kind = match op {
            BinaryOp::Add => 0,
            BinaryOp::Sub => 1,
            BinaryOp::Mul => 2,
            BinaryOp::Div => 3,
            _ => return Ok(None),
        };
        let right = self.emitter.constant(Const::Float(value))?;
        Ok(Some(Op::ArithConst {
            kind: Flag(kind + 4 * u8::from(inplace)),
            dst: Dst(dst),
            left: Src(left),
            right,
        }))
    }
}

fn with_imm(op: BinaryOp, inplace: bool, dst: u16, left: u16, imm: i16) -> Option<Op> {
    let inplace = Flag(u8::from(inplace));
    let (dst, left) = (Dst(dst), Src(left));
    macro_rules! short {
        ($name:ident, $ok:expr) => {{
            let ok: bool = $ok;
            ok.then_some(Op::$name {
                inplace,
                dst,
                left,
                imm: Imm(imm),
            })
        }};
    }
    match op {
        BinaryOp::Add => short!(AddImm, true),
        BinaryOp::Sub => short!(SubImm, true),
        BinaryOp::Mul => short!(MulImm, true),
        BinaryOp::FloorDiv => short!(FloorDivImm, imm != 0),
        BinaryOp::Mod => short!(ModImm, imm != 0),
        BinaryOp::BitAnd => short!(AndImm, true),
        BinaryOp::LShift => short!(LShiftImm, (0..=62).contains(&imm)),
        BinaryOp::RShift => short!(RShiftImm, (0..=63).contains(&imm)),
        _ => None,
    }
}

fn general(op: BinaryOp, inplace: bool, dst: u16, left: u16, right: u16) -> Op {
    let inplace = Flag(u8::from(inplace));
    let (dst, left, right) = (Dst(dst), Src(left), Src(right));
    macro_rules! long {
        ($name:ident) => {
            Op::$name {
                inplace,
                dst,
                left,
                right,
            }
        };
    }
    match op {
        BinaryOp::Add => long!(Add),
        BinaryOp::Sub => long!(Sub),
        BinaryOp::Mul => long!(Mul),
        BinaryOp::Div => long!(Div),
        BinaryOp::FloorDiv => long!(FloorDiv),
        BinaryOp::Mod => long!(Mod),
        BinaryOp::Pow => long!(Pow),
        BinaryOp::MatMul => long!(MatMul),
        BinaryOp::LShift => long!(LShift),
        BinaryOp::RShift => long!(RShift),
        BinaryOp::BitAnd => long!(BitAnd),
        BinaryOp::BitOr => long!(BitOr),
        BinaryOp::BitXor => long!(BitXor),
    }
}
