//! `for`.

use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::{Coroutine, Iter, IterState, Range, Str, Value};
use crate::vm::protocol::rows::{Pair, WIDEST};
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
    let iterator = &held.values()[0];
    let mut next = None;
    if let Some(iter) = iterator.as_ref::<Iter>() {
        match unpacked_next(vm, iter, dst.0)? {
            Taken::Apart => return Ok(()),
            Taken::Ended => {}
            Taken::No => match vm.next_simple(iter) {
                Some(item) => next = Some(item),
                None => {
                    let iter = iter.clone();
                    next = vm.next_of(&iter)?;
                }
            },
        }
    } else if let Some(generator) = iterator.as_ref::<Coroutine>() {
        next = vm.generator_next(generator)?;
    } else {
        let iterator = iterator.clone();
        next = vm.next(&iterator)?;
    }
    match next {
        Some(value) => vm.set_register(dst.0, value),
        None => {
            vm.set_register(it.0, Value::UNDEF);
            vm.stack.pc = vm.stack.pc.wrapping_offset(isize::from(to.0));
        }
    }
    Ok(())
}

/// What became of the next item of a loop that takes it apart.
enum Taken {
    /// There is no such loop.
    No,
    /// Its parts are in their registers.
    Apart,
    /// There is none.
    Ended,
}

/// `for a, b in` items of a dict, `enumerate` or `zip`: when the next instruction takes the pair apart, the pair is
/// never made.
#[inline]
fn unpacked_next(vm: &mut Vm, iter: &Ref<Iter>, dst: u16) -> R<Taken> {
    let Op::Unpack { src, first, count } = crate::vm::regs::op_at(vm.stack.pc) else {
        return Ok(Taken::No);
    };
    if iter
        .state
        .with(|state| matches!(state, IterState::List { .. }))
    {
        return Ok(Taken::No);
    }
    if src.0 != dst || dst < vm.code().n_locals {
        return Ok(Taken::No);
    }
    if count.0 == 2 {
        let (left, right) = match vm.pair_step(iter) {
            Pair::Ready(left, right) => (left, right),
            Pair::No => return Ok(Taken::No),
            step => {
                let iter = iter.clone();
                let mut ended = false;
                match vm.pair_rest(&iter, step, &mut ended)? {
                    Some(pair) => pair,
                    None if ended => {
                        drop(iter.state.replace(IterState::Exhausted));
                        return Ok(Taken::Ended);
                    }
                    None => return Ok(Taken::No),
                }
            }
        };
        vm.stack.pc = vm.stack.pc.wrapping_add(1);
        vm.set_register(first.0, left);
        vm.set_register(first.0 + 1, right);
        return Ok(Taken::Apart);
    }
    if count.0 == 3 || count.0 == 4 {
        let iter = iter.clone();
        let mut row = [const { Value::UNDEF }; WIDEST];
        let Some(width) = vm.next_row(&iter, &mut row)? else {
            return Ok(Taken::No);
        };
        if width == 0 {
            drop(iter.state.replace(IterState::Exhausted));
            return Ok(Taken::Ended);
        }
        if width != usize::from(count.0) {
            // The unpacking complains.
            let row = vm.heap.tuple_of(&row[..width]);
            vm.set_register(dst, Value::object(row));
            return Ok(Taken::Apart);
        }
        vm.stack.pc = vm.stack.pc.wrapping_add(1);
        for (at, item) in row.into_iter().take(width).enumerate() {
            vm.set_register(first.0 + at as u16, item);
        }
        return Ok(Taken::Apart);
    }
    Ok(Taken::No)
}
