//! Comparisons that are not of two small ints or two floats.

use super::index::carried;
use crate::bytecode::{Op, Src};
use crate::text::search;
use crate::value::hash::quick_hash;
use crate::value::{Dict, DictPart, ItemWay, Opaque, Quick, Set, Str, Tag, Value};
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

/// The comparison of two values where they lie, if no script code has a say in it.
#[inline]
fn of_plain(vm: &mut Vm, kind: Comparison, left: Src, right: Src) -> Option<bool> {
    if let Some(result) = of_texts(vm, kind, left, right) {
        return Some(result);
    }
    let (a, b) = (look(vm, left), look(vm, right));
    if a.is(Tag::Instance) || b.is(Tag::Instance) {
        return None;
    }
    let result = vm.fast_compare(kind, a, b)?;
    used(vm, left);
    used(vm, right);
    Some(result)
}

/// What an instruction compares, and how.
fn comparison_of(op: Op) -> Option<Comparison> {
    Some(match op {
        Op::Lt { .. } | Op::JumpLt { .. } | Op::JumpLtImm { .. } => Comparison::Lt,
        Op::Le { .. } | Op::JumpLe { .. } | Op::JumpLeImm { .. } => Comparison::Le,
        Op::Eq { .. } | Op::JumpEq { .. } | Op::JumpEqImm { .. } => Comparison::Eq,
        Op::Ne { .. } | Op::JumpNe { .. } | Op::JumpNeImm { .. } => Comparison::Ne,
        Op::Gt { .. } | Op::JumpGt { .. } | Op::JumpGtImm { .. } => Comparison::Gt,
        Op::Ge { .. } | Op::JumpGe { .. } | Op::JumpGeImm { .. } => Comparison::Ge,
        _ => return None,
    })
}

#[inline(never)]
pub(in crate::vm) fn compare(vm: &mut Vm, op: Op) -> R<()> {
    let (Some(kind), Some((dst, left, right))) = (
        comparison_of(op),
        match op {
            Op::Lt { dst, left, right }
            | Op::Le { dst, left, right }
            | Op::Eq { dst, left, right }
            | Op::Ne { dst, left, right }
            | Op::Gt { dst, left, right }
            | Op::Ge { dst, left, right } => Some((dst, left, right)),
            _ => None,
        },
    ) else {
        return Ok(());
    };
    if let Some(result) = of_plain(vm, kind, left, right) {
        vm.set_register(dst.0, Value::bool(result));
        return Ok(());
    }
    let (mut left, mut right) = (vm.operand(left), vm.operand(right));
    if left.is(Tag::Instance) {
        let place = vm.register(dst.0);
        match vm.enter_operator(kind.method(), left, right, place)? {
            None => return Ok(()),
            Some(operands) => (left, right) = operands,
        }
    }
    let result = vm.rich_compare(kind, &left, &right)?;
    drop((left, right));
    vm.set_register(dst.0, result);
    Ok(())
}

/// Whether the comparison holds; None if a script method has been entered that will tell (see `jump_returned`).
fn holds(vm: &mut Vm, kind: Comparison, left: Value, right: Value) -> R<Option<bool>> {
    if left.is(Tag::Instance) {
        // The method's frame has no use for a destination.
        let place = vm.register(0);
        return match vm.enter_operator(kind.method(), left, right, place)? {
            None => Ok(None),
            Some((left, right)) => {
                let result = vm.rich_compare(kind, &left, &right)?;
                vm.truth(&result).map(Some)
            }
        };
    }
    let result = vm.rich_compare(kind, &left, &right)?;
    vm.truth(&result).map(Some)
}

/// Whether the comparison of a jump holds; None if a script method has been entered that will tell.
#[inline(never)]
pub(in crate::vm) fn jump(vm: &mut Vm, op: Op) -> R<Option<bool>> {
    let (Op::JumpLt { left, right, .. }
    | Op::JumpLe { left, right, .. }
    | Op::JumpEq { left, right, .. }
    | Op::JumpNe { left, right, .. }
    | Op::JumpGt { left, right, .. }
    | Op::JumpGe { left, right, .. }) = op
    else {
        return Ok(Some(false));
    };
    let kind = comparison_of(op).unwrap_or(Comparison::Eq);
    if let Some(result) = of_plain(vm, kind, left, right) {
        return Ok(Some(result));
    }
    let (left, right) = (vm.operand(left), vm.operand(right));
    holds(vm, kind, left, right)
}

/// The same with a small integer on the right.
#[inline(never)]
pub(in crate::vm) fn jump_imm(vm: &mut Vm, op: Op) -> R<Option<bool>> {
    let (Op::JumpLtImm { left, imm, .. }
    | Op::JumpLeImm { left, imm, .. }
    | Op::JumpEqImm { left, imm, .. }
    | Op::JumpNeImm { left, imm, .. }
    | Op::JumpGtImm { left, imm, .. }
    | Op::JumpGeImm { left, imm, .. }) = op
    else {
        return Ok(Some(false));
    };
    let kind = comparison_of(op).unwrap_or(Comparison::Eq);
    let small = Value::int(i64::from(imm.0));
    if !look(vm, left).is(Tag::Instance)
        && let Some(result) = vm.fast_compare(kind, look(vm, left), &small)
    {
        used(vm, left);
        return Ok(Some(result));
    }
    let left = vm.operand(left);
    holds(vm, kind, left, small)
}

/// The script method of the comparison `op` gave `result`, or NotImplemented.
pub(in crate::vm) fn after_forward(vm: &mut Vm, op: Op, left: &Value, right: &Value) -> Option<R> {
    let kind = comparison_of(op)?;
    Some(vm.compare_reflected(kind, left, right, false))
}

/// If `op` is a jump on a comparison, which gave `result`: goes on at the right place, and gives true.
pub(in crate::vm) fn jump_returned(vm: &mut Vm, op: Op, result: &Value) -> R<bool> {
    let (sense, to) = match op {
        Op::JumpLt { sense, to, .. }
        | Op::JumpLe { sense, to, .. }
        | Op::JumpEq { sense, to, .. }
        | Op::JumpNe { sense, to, .. }
        | Op::JumpGt { sense, to, .. }
        | Op::JumpGe { sense, to, .. }
        | Op::JumpLtImm { sense, to, .. }
        | Op::JumpLeImm { sense, to, .. }
        | Op::JumpEqImm { sense, to, .. }
        | Op::JumpNeImm { sense, to, .. }
        | Op::JumpGtImm { sense, to, .. }
        | Op::JumpGeImm { sense, to, .. } => (sense, to),
        _ => return Ok(false),
    };
    vm.tick()?;
    if vm.truth(result)? == (sense.0 != 0) {
        vm.stack.pc = vm.stack.pc.wrapping_offset(isize::from(to.0));
    }
    Ok(true)
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
    let found = in_any(vm, item, container)?;
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
    in_any(vm, item, container)
}

#[inline(never)]
fn in_any(vm: &mut Vm, item: Src, container: Src) -> R<bool> {
    let (item, container) = (vm.operand(item), vm.operand(container));
    vm.contains(&container, &item)
}

/// Membership where no script code can have a say: simple keys in dicts and sets, texts in texts.
#[inline(always)]
fn in_simple(vm: &mut Vm, item: Src, container: Src) -> Option<bool> {
    let (wanted, place) = (look(vm, item), look(vm, container));
    let found = if let Some(dict) = place.as_ref::<Dict>() {
        match dict.quick(wanted, quick_hash(wanted)?) {
            Quick::At(_) => true,
            Quick::Absent => false,
            Quick::Unknown => return None,
        }
    } else if let Some(set) = place.as_ref::<Set>() {
        set.has_quick(wanted, quick_hash(wanted)?)?
    } else if let Some(text) = place.as_ref::<Str>() {
        in_text(text, wanted.as_ref::<Str>()?)
    } else if place.is(Tag::Instance) {
        in_carried(vm, container, wanted)?
    } else {
        in_keys(place.as_ref::<Opaque>()?, wanted)?
    };
    used(vm, item);
    used(vm, container);
    Some(found)
}

/// The same of the dict that an instance of a subclass carries.
#[inline(never)]
fn in_carried(vm: &Vm, container: Src, wanted: &Value) -> Option<bool> {
    let dict = carried(vm, container, ItemWay::Has)?;
    match dict.quick(wanted, quick_hash(wanted)?) {
        Quick::At(_) => Some(true),
        Quick::Absent => Some(false),
        Quick::Unknown => None,
    }
}

/// The same of the keys of a dict.
#[inline(never)]
fn in_keys(view: &Opaque, wanted: &Value) -> Option<bool> {
    let (dict, part) = view.dict_part()?;
    if part != DictPart::Keys {
        return None;
    }
    match dict.quick(wanted, quick_hash(wanted)?) {
        Quick::At(_) => Some(true),
        Quick::Absent => Some(false),
        Quick::Unknown => None,
    }
}

#[inline(never)]
fn in_text(text: &Str, part: &Str) -> bool {
    match part.items() {
        [byte] if text.len() <= 32 => text.items().contains(byte),
        _ => search::find(text.as_str(), part.as_str()).is_some(),
    }
}
