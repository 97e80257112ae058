//! `for`.

use super::tables::{begin_dict, begin_set, dict_part, parts};
use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::{Coroutine, Iter, IterState, Opaque, Range, Str, Tag, Value, class_flags};
use crate::vm::protocol::columns::Turn;
use crate::vm::protocol::rows::{Pair, WIDEST};
use crate::vm::{R, Vm};

/// Whether the loop can step over the last number of a range (start, stop, step).
pub(in crate::vm) fn ends((_, stop, step): (i64, i64, i64)) -> bool {
    stop.checked_add(step).is_some()
}

/// A loop over such a range begins: its three registers.
pub(in crate::vm) fn begin_range(vm: &mut Vm, it: u16, (start, stop, step): (i64, i64, i64)) {
    vm.set_register(it + 1, Value::int(stop));
    vm.set_register(it + 2, Value::int(step));
    vm.set_register(it, Value::range_state(start));
}

#[inline(never)]
pub(in crate::vm) fn get_iter(vm: &mut Vm, op: Op) -> R<()> {
    let Op::GetIter { it, src } = op else {
        return Ok(());
    };
    let source = vm.operand(src);
    if let Some(range) = source.as_ref::<Range>()
        && let Some(parts) = range.small()
        && ends(parts)
    {
        begin_range(vm, it.0, parts);
        return Ok(());
    }
    if source.as_ref::<Str>().is_some_and(|text| text.is_ascii()) {
        // The text itself, and the place in it.
        vm.set_register(it.0 + 1, Value::int(0));
        vm.set_register(it.0, source);
        return Ok(());
    }
    if let Some((dict, part)) = dict_part(&source) {
        begin_dict(vm, it.0, dict, part);
        return Ok(());
    }
    let iterator = match source.tag() {
        Tag::Set => {
            begin_set(vm, it.0, source);
            return Ok(());
        }
        Tag::Iterator => {
            vm.open_columns(&source);
            source
        }
        _ => vm.iter(&source)?,
    };
    let iterator = if vm.has_threads {
        vm.iterate_by_script(iterator)?
    } else {
        iterator
    };
    vm.set_register(it.0, iterator);
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn iter_object(vm: &mut Vm, op: Op) -> R<()> {
    let Op::IterObject { dst, src } = op else {
        return Ok(());
    };
    let source = vm.operand(src);
    // The loop knows these by themselves, and nobody can tell when it began.
    let iterator = match source.tag() {
        Tag::List | Tag::Tuple | Tag::Range | Tag::Str => source,
        _ => vm.iter(&source)?,
    };
    vm.set_register(dst.0, iterator);
    Ok(())
}

/// Iterators that the run loop does not know: what is at hand comes first.
#[inline(never)]
pub(in crate::vm) fn for_iter(vm: &mut Vm, op: Op) -> R<()> {
    let Op::ForIter { it, dst, .. } = op else {
        return Ok(());
    };
    let held = vm.register_window(it.0, 1);
    if let Some(opaque) = held.values()[0].as_ref::<Opaque>() {
        if opaque.class.with(|class| class.has(class_flags::BUILTIN)) {
            let (first, wanted) = parts(vm, dst.0);
            if wanted > 1
                && opaque.next_row(wanted, &mut |at, part| {
                    vm.set_register(first + at as u16, part)
                })
            {
                vm.stack.pc = vm.stack.pc.wrapping_add(1);
                return Ok(());
            }
            if let Some(item) = opaque.next_item(&vm.heap) {
                vm.set_register(dst.0, item);
                return Ok(());
            }
        }
    } else if let Some(iter) = held.values()[0].as_ref::<Iter>() {
        let (first, wanted) = parts(vm, dst.0);
        if wanted == 2 {
            let apart = |vm: &mut Vm, left, right| {
                vm.set_register(first, left);
                vm.set_register(first + 1, right);
            };
            if vm.pair_at_hand(iter, apart) {
                vm.stack.pc = vm.stack.pc.wrapping_add(1);
                return Ok(());
            }
        } else if wanted == 0
            && let Some(item) = vm.next_simple(iter)
        {
            vm.set_register(dst.0, item);
            return Ok(());
        }
    }
    for_other(vm, op)
}

#[inline(never)]
fn for_other(vm: &mut Vm, op: Op) -> R<()> {
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
        let (first, wanted) = parts(vm, dst.0);
        match vm.row_turn(iter, first, wanted) {
            Some(Turn::Apart) => {
                vm.stack.pc = vm.stack.pc.wrapping_add(1);
                return Ok(());
            }
            Some(Turn::Ended) => {}
            None => match unpacked_next(vm, iter, dst.0, first, wanted)? {
                Some(Turn::Apart) => return Ok(()),
                Some(Turn::Ended) => {}
                None => match vm.next_simple(iter) {
                    Some(item) => next = Some(item),
                    None => {
                        let iter = iter.clone();
                        next = vm.next_of(&iter)?;
                    }
                },
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

/// `for a, b in` items of a dict, `enumerate` or `zip`: when the next instruction takes the pair apart, the pair is
/// never made.
#[inline]
fn unpacked_next(
    vm: &mut Vm,
    iter: &Ref<Iter>,
    dst: u16,
    first: u16,
    wanted: usize,
) -> R<Option<Turn>> {
    if wanted == 0 {
        return Ok(None);
    }
    if wanted == 2 {
        let (left, right) = match vm.pair_step(iter) {
            Pair::Ready(left, right) => (left, right),
            Pair::No => return Ok(None),
            step => {
                let iter = iter.clone();
                let mut ended = false;
                match vm.pair_rest(&iter, step, &mut ended)? {
                    Some(pair) => pair,
                    None if ended => {
                        drop(iter.state.replace(IterState::Exhausted));
                        return Ok(Some(Turn::Ended));
                    }
                    None => return Ok(None),
                }
            }
        };
        vm.stack.pc = vm.stack.pc.wrapping_add(1);
        vm.set_register(first, left);
        vm.set_register(first + 1, right);
        return Ok(Some(Turn::Apart));
    }
    if wanted == 3 || wanted == 4 {
        let iter = iter.clone();
        let mut row = [const { Value::UNDEF }; WIDEST];
        let Some(width) = vm.next_row(&iter, &mut row)? else {
            return Ok(None);
        };
        if width == 0 {
            drop(iter.state.replace(IterState::Exhausted));
            return Ok(Some(Turn::Ended));
        }
        if width != wanted {
            // The unpacking complains.
            let row = vm.heap.tuple_of(&row[..width]);
            vm.set_register(dst, Value::object(row));
            return Ok(Some(Turn::Apart));
        }
        vm.stack.pc = vm.stack.pc.wrapping_add(1);
        for (at, item) in row.into_iter().take(width).enumerate() {
            vm.set_register(first + at as u16, item);
        }
        return Ok(Some(Turn::Apart));
    }
    Ok(None)
}
