//! Unpacking.

use crate::bytecode::{Op, Src};
use crate::value::{List, Tuple, Value};
use crate::vm::{R, Raised, Vm};

/// The run loop itself unpacks tuples that fit.
#[inline(never)]
pub(in crate::vm) fn unpack(vm: &mut Vm, op: Op) -> R<()> {
    let Op::Unpack { src, first, count } = op else {
        return Ok(());
    };
    let count = usize::from(count.0);
    let source = vm.operand(src);
    if let Some(list) = source.as_ref::<List>()
        && list.len() == count
    {
        if list.header().count.get() == 1 {
            // It dies here: its items move.
            for (at, item) in list.edit(std::mem::take).into_iter().enumerate() {
                vm.set_register(first.0 + at as u16, item);
            }
            return Ok(());
        }
        for at in 0..count {
            let item = list.get(at).unwrap_or(Value::NONE);
            vm.set_register(first.0 + at as u16, item);
        }
        return Ok(());
    }
    let items = take_exactly(vm, &source, count)?;
    for (at, item) in items.into_iter().enumerate() {
        vm.set_register(first.0 + at as u16, item);
    }
    Ok(())
}

fn take_exactly(vm: &mut Vm, source: &Value, count: usize) -> R<Vec<Value>> {
    let length = source
        .as_ref::<Tuple>()
        .map(|tuple| tuple.len())
        .or_else(|| source.as_ref::<List>().map(|list| list.len()));
    if length.is_some_and(|length| length > count) {
        return Err(vm.value_error(format!("too many values to unpack (expected {count})")));
    }
    let iterator = iterator(vm, source)?;
    let mut items = Vec::with_capacity(count);
    while items.len() < count {
        match vm.next(&iterator)? {
            Some(item) => items.push(item),
            None => {
                let got = items.len();
                return Err(vm.value_error(format!(
                    "not enough values to unpack (expected {count}, got {got})"
                )));
            }
        }
    }
    if vm.next(&iterator)?.is_some() {
        return Err(vm.value_error(format!("too many values to unpack (expected {count})")));
    }
    Ok(items)
}

fn iterator(vm: &mut Vm, source: &Value) -> R {
    match vm.iter(source) {
        Ok(iterator) => Ok(iterator),
        Err(Raised) => {
            let class = vm.types.type_error.clone();
            let iterable = vm
                .find_special(source, crate::value::Special::Iter)
                .is_some();
            if vm.raised_is(&class) && !iterable {
                vm.take_raised();
                let message = format!("cannot unpack non-iterable {} object", vm.type_name(source));
                return Err(vm.type_error(message));
            }
            Err(Raised)
        }
    }
}

#[inline(never)]
pub(in crate::vm) fn unpack_star(vm: &mut Vm, op: Op) -> R<()> {
    let Op::UnpackStar {
        before,
        src,
        first,
        after,
    } = op
    else {
        return Ok(());
    };
    let (before, after) = (usize::from(before.0), usize::from(after.0));
    let source: Value = vm.operand(Src(src.0));
    if let Some(tuple) = source.as_ref::<Tuple>() {
        return take_apart(vm, tuple.items(), before, after, first.0);
    }
    if let Some(list) = source.as_ref::<List>() {
        // The list cannot change meanwhile: what dies is finalised later.
        return list
            .items
            .with(|items| take_apart(vm, items, before, after, first.0));
    }
    let iterator = iterator(vm, &source)?;
    let items = vm.to_vec(&iterator)?;
    take_apart(vm, &items, before, after, first.0)
}

/// `before` items, a list, `after` items: to the registers from `first` on.
fn take_apart(vm: &mut Vm, items: &[Value], before: usize, after: usize, first: u16) -> R<()> {
    let Some(rest) = items.len().checked_sub(before + after) else {
        let message = format!(
            "not enough values to unpack (expected at least {}, got {})",
            before + after,
            items.len()
        );
        return Err(vm.value_error(message));
    };
    let (head, others) = items.split_at(before);
    let (middle, tail) = others.split_at(rest);
    let middle = Value::object(vm.heap.list_of(middle));
    let all = head
        .iter()
        .cloned()
        .chain([middle])
        .chain(tail.iter().cloned());
    for (at, item) in all.enumerate() {
        vm.set_register(first + at as u16, item);
    }
    Ok(())
}
