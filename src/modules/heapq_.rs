//! `_heapq`: a list as a heap, smallest first.

use crate::heap::Ref;
use crate::value::hash::native_less;
use crate::value::{List, Value};
use crate::vm::{Def, R, Vm, def};

use super::NativeModule;

fn heap_arg(vm: &mut Vm, value: &Value, function: &str) -> R<Ref<List>> {
    match vm.cast::<List>(value) {
        Some(list) => Ok(list),
        None => {
            // Functions of one argument do not count it.
            let which = match function {
                "heappop" | "heapify" => "",
                _ => " 1",
            };
            let found = vm.argument_type(value);
            let message = format!("{function}() argument{which} must be list, not {found}");
            Err(vm.type_error(message))
        }
    }
}

/// The element at `at`; the list may have been changed by a comparison.
fn at(vm: &mut Vm, list: &Ref<List>, at: usize) -> R {
    match list.get(at) {
        Some(value) => Ok(value),
        None => Err(vm.index_error("index out of range")),
    }
}

/// Whether `a` goes before `b`; the list must keep its length meanwhile.
fn before(vm: &mut Vm, list: &Ref<List>, a: &Value, b: &Value, max: bool) -> R<bool> {
    let len = list.len();
    let (a, b) = if max { (b, a) } else { (a, b) };
    let result = match native_less(a, b) {
        Some(less) => less,
        None => vm.less(a, b)?,
    };
    if list.len() != len {
        return Err(vm.runtime_error("list changed size during iteration"));
    }
    Ok(result)
}

fn sift_down(vm: &mut Vm, list: &Ref<List>, start: usize, mut position: usize, max: bool) -> R<()> {
    let item = at(vm, list, position)?;
    while position > start {
        let parent = (position - 1) / 2;
        let above = at(vm, list, parent)?;
        if !before(vm, list, &item, &above, max)? {
            break;
        }
        list.set(parent, item.clone());
        list.set(position, above);
        position = parent;
    }
    Ok(())
}

fn sift_up(vm: &mut Vm, list: &Ref<List>, mut position: usize, max: bool) -> R<()> {
    let (end, start) = (list.len(), position);
    // The smaller child moves up until a leaf is reached; then the item sinks back to its place.
    while 2 * position + 1 < end {
        let mut child = 2 * position + 1;
        if child + 1 < end {
            let (left, right) = (at(vm, list, child)?, at(vm, list, child + 1)?);
            if !before(vm, list, &left, &right, max)? {
                child += 1;
            }
        }
        let (moved, item) = (at(vm, list, child)?, at(vm, list, position)?);
        list.set(position, moved);
        list.set(child, item);
        position = child;
    }
    sift_down(vm, list, start, position, max)
}

fn heappush(vm: &mut Vm, args: &[Value]) -> R {
    let list = heap_arg(vm, &args[0], "heappush")?;
    list.push(args[1].clone());
    let last = list.len() - 1;
    sift_down(vm, &list, 0, last, false)?;
    Ok(Value::NONE)
}

fn pop(vm: &mut Vm, args: &[Value], max: bool) -> R {
    let list = heap_arg(vm, &args[0], "heappop")?;
    let Some(last) = list.edit(Vec::pop) else {
        return Err(vm.index_error("index out of range"));
    };
    let Some(top) = list.get(0) else {
        return Ok(last);
    };
    list.set(0, last);
    sift_up(vm, &list, 0, max)?;
    Ok(top)
}

fn heappop(vm: &mut Vm, args: &[Value]) -> R {
    pop(vm, args, false)
}

fn heappop_max(vm: &mut Vm, args: &[Value]) -> R {
    pop(vm, args, true)
}

fn replace(vm: &mut Vm, args: &[Value], max: bool) -> R {
    let list = heap_arg(vm, &args[0], "heapreplace")?;
    let Some(top) = list.get(0) else {
        return Err(vm.index_error("index out of range"));
    };
    list.set(0, args[1].clone());
    sift_up(vm, &list, 0, max)?;
    Ok(top)
}

fn heapreplace(vm: &mut Vm, args: &[Value]) -> R {
    replace(vm, args, false)
}

fn heapreplace_max(vm: &mut Vm, args: &[Value]) -> R {
    replace(vm, args, true)
}

fn heappushpop(vm: &mut Vm, args: &[Value]) -> R {
    let list = heap_arg(vm, &args[0], "heappushpop")?;
    let Some(top) = list.get(0) else {
        return Ok(args[1].clone());
    };
    if !before(vm, &list, &top, &args[1], false)? {
        return Ok(args[1].clone());
    }
    heapreplace(vm, args)
}

fn build(vm: &mut Vm, args: &[Value], max: bool) -> R {
    let list = heap_arg(vm, &args[0], "heapify")?;
    for position in (0..list.len() / 2).rev() {
        sift_up(vm, &list, position, max)?;
        vm.tick()?;
    }
    Ok(Value::NONE)
}

fn heapify(vm: &mut Vm, args: &[Value]) -> R {
    build(vm, args, false)
}

fn heapify_max(vm: &mut Vm, args: &[Value]) -> R {
    build(vm, args, true)
}

const FUNCTIONS: &[Def] = &[
    def("heappush", heappush, "heap, item, /"),
    def("heappushpop", heappushpop, "heap, item, /"),
    def("heappop", heappop, "heap, /"),
    def("heapreplace", heapreplace, "heap, item, /"),
    def("heapify", heapify, "heap, /"),
    def("_heappop_max", heappop_max, "heap, /"),
    def("_heapify_max", heapify_max, "heap, /"),
    def("_heapreplace_max", heapreplace_max, "heap, item, /"),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "_heapq",
    functions: FUNCTIONS,
    setup: None,
};
