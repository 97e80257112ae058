//! Arithmetic that is not on two small ints or two floats.

use crate::bytecode::{Dst, Op, Src};
use crate::value::Value;
use crate::vm::protocol::arith::{Arith, UnaryKind};
use crate::vm::{ArithKind, R, Vm};

fn finish(
    vm: &mut Vm,
    kind: ArithKind,
    inplace: bool,
    dst: Dst,
    left: Value,
    right: Value,
) -> R<()> {
    let result = vm.arith(Arith { kind, inplace }, &left, &right)?;
    drop((left, right));
    vm.set_register(dst.0, result);
    Ok(())
}

pub(in crate::vm) fn binary(vm: &mut Vm, op: Op) -> R<()> {
    use ArithKind as K;
    macro_rules! cases {
        ($($variant:ident => $kind:ident),* $(,)?) => {
            match op {
                $( Op::$variant { inplace, dst, left, right } => (K::$kind, inplace, dst, left, right), )*
                _ => return Ok(()),
            }
        };
    }
    let (kind, inplace, dst, left, right): (ArithKind, _, Dst, Src, Src) = cases! {
        Add => Add, Sub => Sub, Mul => Mul, Div => Div, FloorDiv => FloorDiv, Mod => Mod, Pow => Pow, MatMul => MatMul,
        LShift => LShift, RShift => RShift, BitAnd => And, BitOr => Or, BitXor => Xor,
    };
    let left = vm.operand(left);
    let right = vm.operand(right);
    finish(vm, kind, inplace.0 != 0, dst, left, right)
}

/// The forms with a small integer on the right.
pub(in crate::vm) fn imm(vm: &mut Vm, op: Op) -> R<()> {
    use ArithKind as K;
    macro_rules! cases {
        ($($variant:ident => $kind:ident),* $(,)?) => {
            match op {
                $( Op::$variant { inplace, dst, left, imm } => (K::$kind, inplace, dst, left, imm), )*
                _ => return Ok(()),
            }
        };
    }
    let (kind, inplace, dst, left, imm) = cases! {
        AddImm => Add, SubImm => Sub, MulImm => Mul, FloorDivImm => FloorDiv, ModImm => Mod, AndImm => And,
        LShiftImm => LShift, RShiftImm => RShift,
    };
    let left = vm.operand(left);
    finish(
        vm,
        kind,
        inplace.0 != 0,
        dst,
        left,
        Value::int(i64::from(imm.0)),
    )
}

/// The forms with a float constant on the right.
pub(in crate::vm) fn constant(vm: &mut Vm, op: Op) -> R<()> {
    let Op::ArithConst {
        kind,
        dst,
        left,
        right,
    } = op
    else {
        return Ok(());
    };
    let inplace = kind.0 >= 4;
    let kind = [
        ArithKind::Add,
        ArithKind::Sub,
        ArithKind::Mul,
        ArithKind::Div,
    ][usize::from(kind.0 & 3)];
    let left = vm.operand(left);
    let right = vm.code().consts[usize::from(right.0)].clone();
    finish(vm, kind, inplace, dst, left, right)
}

pub(in crate::vm) fn unary(vm: &mut Vm, op: Op) -> R<()> {
    let (kind, dst, src) = match op {
        Op::Neg { dst, src } => (UnaryKind::Neg, dst, src),
        Op::Pos { dst, src } => (UnaryKind::Pos, dst, src),
        Op::Invert { dst, src } => (UnaryKind::Invert, dst, src),
        _ => return Ok(()),
    };
    let value = vm.operand(src);
    let result = vm.unary(kind, &value)?;
    drop(value);
    vm.set_register(dst.0, result);
    Ok(())
}
