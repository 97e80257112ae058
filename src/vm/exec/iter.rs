//! `for`.

use crate::bytecode::Op;
use crate::value::{Coroutine, Range, Value};
use crate::vm::{R, Vm};

pub(in crate::vm) fn get_iter(vm: &mut Vm, op: Op) -> R<()> {
    let Op::GetIter { it, src } = op else {
        return Ok(());
    };
    let source = vm.operand(src);
    if let Some(range) = source.as_ref::<Range>()
        && let Some((start, stop, step)) = range.small()
        && stop.checked_add(step).is_some()
    {
        vm.set_register(it.0 + 1, Value::int(stop));
        vm.set_register(it.0 + 2, Value::int(step));
        vm.set_register(it.0, Value::range_state(start));
        return Ok(());
    }
    let iterator = vm.iter(&source)?;
    drop(source);
    vm.set_register(it.0, iterator);
    Ok(())
}

pub(in crate::vm) fn iter_object(vm: &mut Vm, op: Op) -> R<()> {
    let Op::IterObject { dst, src } = op else {
        return Ok(());
    };
    let source = vm.operand(src);
    let iterator = vm.iter(&source)?;
    vm.set_register(dst.0, iterator);
    Ok(())
}

/// Iterators that the run loop does not know.
pub(in crate::vm) fn for_iter(vm: &mut Vm, op: Op) -> R<()> {
    let Op::ForIter { it, dst, to } = op else {
        return Ok(());
    };
    let iterator = vm.peek(it.0);
    let next = match iterator.to_ref::<Coroutine>() {
        Some(generator) => vm.generator_next(&generator)?,
        None => vm.next(&iterator)?,
    };
    drop(iterator);
    match next {
        Some(value) => vm.set_register(dst.0, value),
        None => {
            vm.set_register(it.0, Value::UNDEF);
            vm.stack.pc = vm.stack.pc.wrapping_offset(isize::from(to.0));
        }
    }
    Ok(())
}
