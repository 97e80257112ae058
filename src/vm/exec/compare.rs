//! Comparisons that are not of two small ints or two floats.

use crate::bytecode::{Dst, Op, Src};
use crate::value::Value;
use crate::vm::{Comparison, R, Vm};

#[inline(never)]
pub(in crate::vm) fn compare(vm: &mut Vm, op: Op) -> R<()> {
    let (kind, dst, left, right): (_, Dst, Src, Src) = match op {
        Op::Lt { dst, left, right } => (Comparison::Lt, dst, left, right),
        Op::Le { dst, left, right } => (Comparison::Le, dst, left, right),
        Op::Eq { dst, left, right } => (Comparison::Eq, dst, left, right),
        Op::Ne { dst, left, right } => (Comparison::Ne, dst, left, right),
        Op::Gt { dst, left, right } => (Comparison::Gt, dst, left, right),
        Op::Ge { dst, left, right } => (Comparison::Ge, dst, left, right),
        _ => return Ok(()),
    };
    let (left, right) = (vm.operand(left), vm.operand(right));
    let result = vm.rich_compare(kind, &left, &right)?;
    drop((left, right));
    vm.set_register(dst.0, result);
    Ok(())
}

fn holds(vm: &mut Vm, kind: Comparison, left: &Value, right: &Value) -> R<bool> {
    let result = vm.rich_compare(kind, left, right)?;
    vm.truth(&result)
}

/// Whether the comparison of a jump holds.
#[inline(never)]
pub(in crate::vm) fn jump(vm: &mut Vm, op: Op) -> R<bool> {
    let (kind, left, right) = match op {
        Op::JumpLt { left, right, .. } => (Comparison::Lt, left, right),
        Op::JumpLe { left, right, .. } => (Comparison::Le, left, right),
        Op::JumpEq { left, right, .. } => (Comparison::Eq, left, right),
        Op::JumpNe { left, right, .. } => (Comparison::Ne, left, right),
        Op::JumpGt { left, right, .. } => (Comparison::Gt, left, right),
        Op::JumpGe { left, right, .. } => (Comparison::Ge, left, right),
        _ => return Ok(false),
    };
    let (left, right) = (vm.operand(left), vm.operand(right));
    holds(vm, kind, &left, &right)
}

/// The same with a small integer on the right.
#[inline(never)]
pub(in crate::vm) fn jump_imm(vm: &mut Vm, op: Op) -> R<bool> {
    let (kind, left, imm) = match op {
        Op::JumpLtImm { left, imm, .. } => (Comparison::Lt, left, imm),
        Op::JumpLeImm { left, imm, .. } => (Comparison::Le, left, imm),
        Op::JumpEqImm { left, imm, .. } => (Comparison::Eq, left, imm),
        Op::JumpNeImm { left, imm, .. } => (Comparison::Ne, left, imm),
        Op::JumpGtImm { left, imm, .. } => (Comparison::Gt, left, imm),
        Op::JumpGeImm { left, imm, .. } => (Comparison::Ge, left, imm),
        _ => return Ok(false),
    };
    let left = vm.operand(left);
    holds(vm, kind, &left, &Value::int(i64::from(imm.0)))
}

#[inline(never)]
pub(in crate::vm) fn is(vm: &mut Vm, op: Op) -> R<()> {
    let Op::Is {
        negate,
        dst,
        left,
        right,
    } = op
    else {
        return Ok(());
    };
    let (left, right) = (vm.operand(left), vm.operand(right));
    let same = left.is_same(&right);
    drop((left, right));
    vm.set_register(dst.0, Value::bool(same != (negate.0 != 0)));
    Ok(())
}

/// Whether both operands of `jump_is` are the same object.
#[inline(never)]
pub(in crate::vm) fn same(vm: &mut Vm, op: Op) -> bool {
    let Op::JumpIs { left, right, .. } = op else {
        return false;
    };
    let (left, right) = (vm.operand(left), vm.operand(right));
    left.is_same(&right)
}

#[inline(never)]
pub(in crate::vm) fn contains(vm: &mut Vm, op: Op) -> R<()> {
    let Op::Contains {
        negate,
        dst,
        item,
        container,
    } = op
    else {
        return Ok(());
    };
    let (item, container) = (vm.operand(item), vm.operand(container));
    let found = vm.contains(&container, &item)?;
    drop((item, container));
    vm.set_register(dst.0, Value::bool(found != (negate.0 != 0)));
    Ok(())
}

/// Whether the item of `jump_in` is in the container.
#[inline(never)]
pub(in crate::vm) fn is_in(vm: &mut Vm, op: Op) -> R<bool> {
    let Op::JumpIn {
        item, container, ..
    } = op
    else {
        return Ok(false);
    };
    let (item, container) = (vm.operand(item), vm.operand(container));
    vm.contains(&container, &item)
}
