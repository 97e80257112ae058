//! Comparisons that are not of two small ints or two floats.

use crate::bytecode::{Dst, Op, Src};
use crate::text::search;
use crate::value::hash::quick_hash;
use crate::value::{Dict, Quick, Set, SetProbe, Str, Tag, Value};
use crate::vm::{Comparison, R, Vm};

/// An operand where it lies; nothing that is asked of it may run script code.
#[inline(always)]
pub(super) fn look<'a>(vm: &Vm, source: Src) -> &'a Value {
    &vm.register_window(source.0, 1).values()[0]
}

/// An operand that was looked at has been used: a temporary is dead.
#[inline(always)]
pub(super) fn used(vm: &mut Vm, source: Src) {
    if source.0 >= vm.code().n_locals {
        vm.set_register(source.0, Value::UNDEF);
    }
}

/// The comparison of two texts where they lie.
#[inline]
fn of_texts(vm: &mut Vm, kind: Comparison, left: Src, right: Src) -> Option<bool> {
    let a = look(vm, left).as_ref::<Str>()?;
    let b = look(vm, right).as_ref::<Str>()?;
    let result = match kind {
        Comparison::Eq => a.same_text(b),
        Comparison::Ne => !a.same_text(b),
        _ => kind.holds(a.as_str().cmp(b.as_str())),
    };
    used(vm, left);
    used(vm, right);
    Some(result)
}

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
    if let Some(result) = of_texts(vm, kind, left, right) {
        vm.set_register(dst.0, Value::bool(result));
        return Ok(());
    }
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
    if let Some(result) = of_texts(vm, kind, left, right) {
        return Ok(result);
    }
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
    if let Some(found) = in_simple(vm, item, container) {
        vm.set_register(dst.0, Value::bool(found != (negate.0 != 0)));
        return Ok(());
    }
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
    if let Some(found) = in_simple(vm, item, container) {
        return Ok(found);
    }
    let (item, container) = (vm.operand(item), vm.operand(container));
    vm.contains(&container, &item)
}

/// Membership where no script code can have a say: texts in texts, simple keys in dicts.
#[inline]
fn in_simple(vm: &mut Vm, item: Src, container: Src) -> Option<bool> {
    let (wanted, place) = (look(vm, item), look(vm, container));
    let found = match place.tag() {
        Tag::Dict => {
            let hash = quick_hash(wanted)?;
            match place.as_ref::<Dict>()?.quick(wanted, hash) {
                Quick::At(_) => true,
                Quick::Absent => false,
                Quick::Unknown => return None,
            }
        }
        Tag::Str => {
            let (text, part) = (place.as_ref::<Str>()?, wanted.as_ref::<Str>()?);
            match part.items() {
                [byte] if text.len() <= 32 => text.items().contains(byte),
                _ => search::find(text.as_str(), part.as_str()).is_some(),
            }
        }
        Tag::Set => {
            let hash = quick_hash(wanted)?;
            match place.as_ref::<Set>()?.probe(wanted, hash, 0) {
                SetProbe::Found(_) => true,
                SetProbe::Absent => false,
                SetProbe::Candidate { .. } => return None,
            }
        }
        _ => return None,
    };
    used(vm, item);
    used(vm, container);
    Some(found)
}
