//! Arithmetic that is not on two small ints or two floats.

use super::compare::{look, used};
use crate::bytecode::{Dst, Op, Src};
use crate::value::{Set, Special, Str, Tag, Value};
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

/// `a // b` for a positive `b`.
#[inline(always)]
pub(in crate::vm) fn floor_div(a: i64, b: i64) -> i64 {
    if a >= 0 {
        (a as u64 / (b as u64).max(1)) as i64
    } else {
        // Towards minus infinity: the negative numbers begin at -1.
        !((!a as u64 / (b as u64).max(1)) as i64)
    }
}

/// `a % b` for a positive `b`.
#[inline(always)]
pub(in crate::vm) fn modulo(a: i64, b: i64) -> i64 {
    if a >= 0 {
        (a as u64 % (b as u64).max(1)) as i64
    } else {
        b + !((!a as u64 % (b as u64).max(1)) as i64)
    }
}

#[inline(never)]
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
    if kind == K::Add
        && left.0 == dst.0
        && let Some(done) = append(vm, dst, right)
    {
        return done;
    }
    if kind == K::Add
        && let (Some(a), Some(b)) = (
            look(vm, left).as_ref::<Str>(),
            look(vm, right).as_ref::<Str>(),
        )
        && a.len() + b.len() < 1 << 20
        && !a.is_empty()
        && !b.is_empty()
    {
        let sum = Value::object(vm.heap.join_str(a, b));
        used(vm, left);
        used(vm, right);
        vm.set_register(dst.0, sum);
        return Ok(());
    }
    let op = Arith {
        kind,
        inplace: inplace.0 != 0,
    };
    if let Some(result) = vm.plain_arith(op, look(vm, left), look(vm, right)) {
        used(vm, left);
        used(vm, right);
        vm.set_register(dst.0, result?);
        return Ok(());
    }
    let left = vm.operand(left);
    let right = vm.operand(right);
    if let Some(native) = left_only(vm, op, &left, &right) {
        let both = [left, right];
        let result = vm.call_native(native, &both, &[])?;
        drop(both);
        vm.set_register(dst.0, result);
        return Ok(());
    }
    if left.is(Tag::Instance) {
        let (forward, _, in_place) = kind.methods();
        let plain =
            inplace.0 == 0 || in_place.is_none_or(|which| vm.find_special(&left, which).is_none());
        if plain {
            let place = vm.register(dst.0);
            return match vm.enter_operator(forward, left, right, place)? {
                None => Ok(()),
                Some((left, right)) => finish(vm, kind, inplace.0 != 0, dst, left, right),
            };
        }
    }
    finish(vm, kind, inplace.0 != 0, dst, left, right)
}

/// The native that does the operator where nothing on the right has a say: a text is formatted with plain values,
/// ints of any size are computed with, sets are combined.
fn left_only(vm: &Vm, op: Arith, left: &Value, right: &Value) -> Option<u32> {
    let (class, special) = (&vm.types, &vm.special);
    let method = match (left.tag(), right.tag()) {
        (Tag::Str, Tag::Tuple | Tag::Int | Tag::Float | Tag::Str | Tag::Dict)
            if op.kind == ArithKind::Mod =>
        {
            class.str.special(Special::Mod, special)
        }
        (Tag::Int | Tag::BigInt, Tag::Int | Tag::BigInt) if op.kind != ArithKind::MatMul => {
            class.int.special(op.kind.methods().0, special)
        }
        (Tag::Set, Tag::Set) if !op.inplace => {
            let frozen = left.as_ref::<Set>()?.frozen;
            let class = if frozen { &class.frozenset } else { &class.set };
            class.special(op.kind.methods().0, special)
        }
        _ => None,
    };
    method?.as_native()
}

/// `text = text + other`: a str that nobody else has grows in place. None for anything else.
fn append(vm: &mut Vm, dst: Dst, right: Src) -> Option<R<()>> {
    let tail = look(vm, right).as_ref::<Str>()?;
    let text = look(vm, Src(dst.0)).as_ref::<Str>()?;
    if text.len() < 256 || text.len() + tail.len() > u32::MAX as usize {
        return None;
    }
    if let Err(raised) = vm.check_size(tail.len()) {
        return Some(Err(raised));
    }
    let other = vm.peek(right.0);
    let tail = other.as_ref::<Str>()?;
    // Out of the register, so that the count tells whether anybody else has it.
    let text = vm.take_register(dst.0);
    drop(vm.operand(right));
    let text = vm.heap.append_str(text, tail);
    vm.set_register(dst.0, text);
    Some(Ok(()))
}

/// The forward method of the operator that the running frame waits for gave NotImplemented.
#[inline(never)]
pub(in crate::vm) fn after_forward(vm: &mut Vm, left: &Value, right: &Value) -> R {
    let op = crate::vm::regs::op_at(vm.stack.pc.wrapping_sub(1));
    if let Some(result) = super::compare::after_forward(vm, op, left, right) {
        return result;
    }
    let (kind, inplace) = operator_of(op);
    vm.arith_reflected(Arith { kind, inplace }, left, right)
}

/// The operator of a binary instruction.
fn operator_of(op: Op) -> (ArithKind, bool) {
    use ArithKind as K;
    match op {
        Op::Add { inplace, .. } => (K::Add, inplace.0 != 0),
        Op::Sub { inplace, .. } => (K::Sub, inplace.0 != 0),
        Op::Mul { inplace, .. } => (K::Mul, inplace.0 != 0),
        Op::Div { inplace, .. } => (K::Div, inplace.0 != 0),
        Op::FloorDiv { inplace, .. } => (K::FloorDiv, inplace.0 != 0),
        Op::Mod { inplace, .. } => (K::Mod, inplace.0 != 0),
        Op::Pow { inplace, .. } => (K::Pow, inplace.0 != 0),
        Op::MatMul { inplace, .. } => (K::MatMul, inplace.0 != 0),
        Op::LShift { inplace, .. } => (K::LShift, inplace.0 != 0),
        Op::RShift { inplace, .. } => (K::RShift, inplace.0 != 0),
        Op::BitAnd { inplace, .. } => (K::And, inplace.0 != 0),
        Op::BitOr { inplace, .. } => (K::Or, inplace.0 != 0),
        Op::BitXor { inplace, .. } => (K::Xor, inplace.0 != 0),
        Op::AddImm { inplace, .. } => (K::Add, inplace.0 != 0),
        Op::SubImm { inplace, .. } => (K::Sub, inplace.0 != 0),
        Op::MulImm { inplace, .. } => (K::Mul, inplace.0 != 0),
        Op::FloorDivImm { inplace, .. } => (K::FloorDiv, inplace.0 != 0),
        Op::ModImm { inplace, .. } => (K::Mod, inplace.0 != 0),
        Op::AndImm { inplace, .. } => (K::And, inplace.0 != 0),
        Op::LShiftImm { inplace, .. } => (K::LShift, inplace.0 != 0),
        _ => match op {
            Op::RShiftImm { inplace, .. } => (K::RShift, inplace.0 != 0),
            _ => (K::Add, false),
        },
    }
}

/// The forms with a small integer on the right.
#[inline(never)]
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
    let op = Arith {
        kind,
        inplace: inplace.0 != 0,
    };
    if let Some(result) = vm.plain_arith(op, look(vm, left), &Value::int(i64::from(imm.0))) {
        used(vm, left);
        vm.set_register(dst.0, result?);
        return Ok(());
    }
    let left = vm.operand(left);
    if left.is(Tag::Instance) && inplace.0 == 0 {
        let place = vm.register(dst.0);
        let right = Value::int(i64::from(imm.0));
        return match vm.enter_operator(kind.methods().0, left, right, place)? {
            None => Ok(()),
            Some((left, right)) => finish(vm, kind, false, dst, left, right),
        };
    }
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
#[inline(never)]
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

#[inline(never)]
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
