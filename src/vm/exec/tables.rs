//! `for` over a dict, a part of one, or a set: the loop walks the table, and no iterator is made.
//!
//! Its three registers are the container, the place in the table, and what must not change: the length, and for a dict
//! the part of it (in the two lowest bits).

use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::{Dict, DictPart, Set, Tag, Value};
use crate::vm::regs::{Window, op_at};
use crate::vm::{R, Vm};

/// A loop over a part of a dict begins.
pub(super) fn begin_dict(vm: &mut Vm, it: u16, dict: Ref<Dict>, part: DictPart) {
    let word = (dict.len() as i64) << 2 | part as i64;
    begin(vm, it, Value::object(dict), word);
}

/// A loop over a set begins.
pub(super) fn begin_set(vm: &mut Vm, it: u16, set: Value) {
    let len = set.as_ref::<Set>().map_or(0, |set| set.len() as i64);
    begin(vm, it, set, len);
}

fn begin(vm: &mut Vm, it: u16, container: Value, word: i64) {
    vm.set_register(it + 1, Value::int(0));
    vm.set_register(it + 2, Value::int(word));
    vm.set_register(it, container);
}

/// The registers for the parts of a loop's items, where the next instruction takes them apart: the first and how many.
#[inline(always)]
pub(super) fn parts(vm: &Vm, dst: u16) -> (u16, usize) {
    match op_at(vm.stack.pc) {
        Op::Unpack { src, first, count } if src.0 == dst && dst >= vm.running_code().n_locals => {
            (first.0, usize::from(count.0))
        }
        _ => (0, 0),
    }
}

/// A turn of such a loop.
#[inline(never)]
pub(in crate::vm) fn for_table(vm: &mut Vm, op: Op) -> R<()> {
    let Op::ForIter { it, dst, to } = op else {
        return Ok(());
    };
    let state = vm.register_window(it.0, 3);
    let [container, place, word] = state.values() else {
        return Ok(());
    };
    let (mut at, word) = (place.raw_int() as usize, word.raw_int());
    if let Some(dict) = container.as_ref::<Dict>() {
        if dict.len() as i64 != word >> 2 {
            return changed(vm, state, "dictionary changed size during iteration");
        }
        if word & 3 == DictPart::Items as i64 {
            if let Some((key, value)) = dict.next_pair(&mut at) {
                vm.set_register(it.0 + 1, Value::int(at as i64));
                let (first, wanted) = parts(vm, dst.0);
                if wanted == 2 {
                    vm.stack.pc = vm.stack.pc.wrapping_add(1);
                    vm.set_register(first, key);
                    vm.set_register(first + 1, value);
                } else {
                    let pair = vm.heap.pair(key, value);
                    vm.set_register(dst.0, Value::object(pair));
                }
                return Ok(());
            }
        } else {
            let keys = word & 3 == DictPart::Keys as i64;
            let next = dict.next_of(
                &mut at,
                |key, value| {
                    if keys { key.clone() } else { value.clone() }
                },
            );
            if let Some(next) = next {
                vm.set_register(it.0 + 1, Value::int(at as i64));
                vm.set_register(dst.0, next);
                return Ok(());
            }
        }
    } else if let Some(set) = container.as_ref::<Set>() {
        if set.len() as i64 != word {
            return changed(vm, state, "Set changed size during iteration");
        }
        if let Some(next) = set.next_of(&mut at) {
            vm.set_register(it.0 + 1, Value::int(at as i64));
            vm.set_register(dst.0, next);
            return Ok(());
        }
    }
    vm.set_register(it.0, Value::UNDEF);
    vm.stack.pc = vm.stack.pc.wrapping_offset(isize::from(to.0));
    Ok(())
}

#[cold]
fn changed(vm: &mut Vm, state: Window, message: &str) -> R<()> {
    state.clear();
    Err(vm.runtime_error(message))
}

/// What a loop may walk as a table: the dict and the part of it.
pub(super) fn dict_part(value: &Value) -> Option<(Ref<Dict>, DictPart)> {
    match value.tag() {
        Tag::Dict => Some((value.to_ref()?, DictPart::Keys)),
        Tag::Opaque => value.as_ref::<crate::value::Opaque>()?.dict_part(),
        _ => None,
    }
}
