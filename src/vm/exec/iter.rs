//! `for`.

use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::{Coroutine, DictPart, Iter, IterState, Range, Str, Value};
use crate::vm::{R, Vm};

#[inline(never)]
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
    if source.as_ref::<Str>().is_some_and(|text| text.is_ascii()) {
        // The text itself, and the place in it.
        vm.set_register(it.0 + 1, Value::int(0));
        vm.set_register(it.0, source);
        return Ok(());
    }
    let iterator = vm.iter(&source)?;
    drop(source);
    vm.set_register(it.0, iterator);
    Ok(())
}

#[inline(never)]
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
#[inline(never)]
pub(in crate::vm) fn for_iter(vm: &mut Vm, op: Op) -> R<()> {
    let Op::ForIter { it, dst, to } = op else {
        return Ok(());
    };
    let places = vm.register_window(it.0, 2);
    if let [state, place] = places.values()
        && let Some(text) = state.as_ref::<Str>()
    {
        let at = place.raw_int();
        match text.items().get(at as usize) {
            Some(&byte) => {
                let char = vm.char_str(char::from(byte));
                vm.set_register(it.0 + 1, Value::int(at + 1));
                vm.set_register(dst.0, char);
            }
            None => {
                vm.set_register(it.0, Value::UNDEF);
                vm.stack.pc = vm.stack.pc.wrapping_offset(isize::from(to.0));
            }
        }
        return Ok(());
    }
    // The register holds the iterator while it is asked: the simple ways run no script.
    let held = vm.register_window(it.0, 1);
    if let Some(iter) = held.values()[0].as_ref::<Iter>()
        && let Some(item) = vm.next_simple(iter)
    {
        vm.set_register(dst.0, item);
        return Ok(());
    }
    let iterator = vm.peek(it.0);
    let next = if let Some(iter) = iterator.as_ref::<Iter>() {
        if let Some(pair) = unpacked_next(vm, iter, dst.0) {
            return pair;
        }
        vm.next_of(iter)?
    } else if let Some(generator) = iterator.as_ref::<Coroutine>() {
        vm.generator_next(generator)?
    } else {
        vm.next(&iterator)?
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

/// `for a, b in` items of a dict, `enumerate` or `zip`: when the next instruction takes the pair apart, the pair is
/// never made. None if this is not such a loop, or the iterator is at its end.
fn unpacked_next(vm: &mut Vm, iter: &Ref<Iter>, dst: u16) -> Option<R<()>> {
    let Op::Unpack { src, first, count } = crate::vm::regs::op_at(vm.stack.pc) else {
        return None;
    };
    if src.0 != dst || dst < vm.code().n_locals {
        return None;
    }
    if count.0 == 3 || count.0 == 4 {
        let (width, row) = match vm.next_row(iter) {
            Ok(row) => row?,
            Err(raised) => return Some(Err(raised)),
        };
        if row[0].is_undef() {
            drop(iter.state.replace(IterState::Exhausted));
            return None;
        }
        if width != usize::from(count.0) {
            // The unpacking complains.
            let row = vm.heap.tuple_of(&row[..width]);
            vm.set_register(dst, Value::object(row));
            return Some(Ok(()));
        }
        vm.stack.pc = vm.stack.pc.wrapping_add(1);
        for (at, item) in row.into_iter().take(width).enumerate() {
            vm.set_register(first.0 + at as u16, item);
        }
        return Some(Ok(()));
    }
    if count.0 != 2 {
        return None;
    }
    let ready = iter.state.with_mut(|state| match state {
        IterState::Dict {
            dict,
            at,
            len,
            part: DictPart::Items,
        } if dict.len() == *len => {
            let (found, key, value) = dict.next_entry(*at)?;
            *at = found + 1;
            Some((key, value))
        }
        _ => None,
    });
    if let Some((key, value)) = ready {
        vm.stack.pc = vm.stack.pc.wrapping_add(1);
        vm.set_register(first.0, key);
        vm.set_register(first.0 + 1, value);
        return Some(Ok(()));
    }
    let pair = match vm.next_pair(iter) {
        Ok(pair) => pair?,
        Err(raised) => return Some(Err(raised)),
    };
    vm.stack.pc = vm.stack.pc.wrapping_add(1);
    vm.set_register(first.0, pair.0);
    vm.set_register(first.0 + 1, pair.1);
    Some(Ok(()))
}
