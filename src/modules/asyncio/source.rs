//! Debug mode: whether it is wanted, and where futures, tasks and handles were made.

use crate::heap::Ref;
use crate::modules::asyncio::event_loop::LoopData;
use crate::modules::import::import_dotted;
use crate::modules::sys_info;
use crate::value::{FutureObject, Value};
use crate::vm::{R, Vm};

/// So many frames are remembered.
const DEPTH: usize = 10;

/// Whether new loops are to be in debug mode: the environment says so, or the program's development mode.
pub(super) fn is_debug_wanted(vm: &mut Vm) -> bool {
    // A program may have put something in its place.
    let name = vm.intern("asyncio.coroutines");
    if let Some(module) = vm.modules.get_str(&name) {
        let answer = vm.call_method(&module, "_is_debug_mode", &[]);
        return match answer.and_then(|answer| vm.truth(&answer)) {
            Ok(debug) => debug,
            Err(_) => {
                drop(vm.take_raised());
                false
            }
        };
    }
    is_debug_mode(vm)
}

fn is_debug_mode(vm: &mut Vm) -> bool {
    let from_environment = || {
        ["PYTHONASYNCIODEBUG", "PYTHONDEVMODE"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
    };
    sys_info::is_dev_mode(vm) || (sys_info::uses_environment(vm) && from_environment())
}

/// `_is_debug_mode()` of the module `coroutines`.
pub(super) fn tell_debug_mode(vm: &mut Vm, _: &[Value]) -> R {
    Ok(Value::bool(is_debug_mode(vm)))
}

/// The stack of the script at this moment, as `traceback.extract_stack` gives it; None if there is none.
pub(super) fn capture(vm: &mut Vm) -> R {
    let mut rows = Vec::new();
    while rows.len() < DEPTH
        && let Some(position) = vm.position(rows.len())
    {
        let place = position.source.line_of(position.span.start);
        let line = position.source.line_text(place.line).trim();
        let row = vec![
            vm.new_str(&position.source.name),
            Value::int(i64::from(place.line)),
            vm.new_str(&position.function),
            vm.new_str(line),
        ];
        rows.push(Value::object(vm.heap.new_tuple(row)));
    }
    rows.reverse();
    let rows = Value::object(vm.heap.new_list(rows));
    let traceback = import_dotted(vm, "traceback")?;
    let summary = vm.get_attr_str(&traceback, "StackSummary")?;
    vm.call_method(&summary, "from_list", &[rows])
}

/// While a loop runs in debug mode, coroutines remember where they were made.
pub(super) fn track_origins(vm: &mut Vm, data: &LoopData, on: bool) {
    match (data.outer_depth.get(), on) {
        (None, true) => {
            data.outer_depth.set(Some(vm.origin_depth));
            vm.origin_depth = DEPTH as u32;
        }
        (Some(outer), false) => {
            data.outer_depth.set(None);
            vm.origin_depth = outer;
        }
        _ => {}
    }
}

/// Notes where a new future or task was made, if its loop is in debug mode.
#[inline]
pub(super) fn note(vm: &mut Vm, event_loop: &Value, future: &Ref<FutureObject>) -> R<()> {
    match event_loop.as_data::<LoopData>() {
        Some(data) if !data.debug.get() => Ok(()),
        Some(_) => note_always(vm, future),
        None => {
            // A loop that is not ours, if it is one at all.
            let debug = vm.call_method(event_loop, "get_debug", &[])?;
            if vm.truth(&debug)? {
                note_always(vm, future)
            } else {
                Ok(())
            }
        }
    }
}

#[cold]
fn note_always(vm: &mut Vm, future: &Ref<FutureObject>) -> R<()> {
    let stack = capture(vm)?;
    let old = future.extra(|extra| std::mem::replace(&mut extra.source_traceback, stack));
    drop(old);
    Ok(())
}

/// `file:line` of the innermost place of such a stack.
pub(super) fn place(vm: &mut Vm, stack: &Value) -> R<Option<String>> {
    if stack.is_none() {
        return Ok(None);
    }
    let Some(last) = vm.to_vec(stack)?.pop() else {
        return Ok(None);
    };
    let (file, line) = (
        vm.get_attr_str(&last, "filename")?,
        vm.get_attr_str(&last, "lineno")?,
    );
    let (file, line) = (vm.str(&file)?, vm.str(&line)?);
    Ok(Some(format!("{}:{}", file.as_str(), line.as_str())))
}
