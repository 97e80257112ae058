//! Debug mode: whether it is wanted, and where futures, tasks and handles were made.

use crate::heap::Ref;
use crate::modules::asyncio::event_loop::LoopData;
use crate::modules::import::import_dotted;
use crate::modules::sys_info;
use crate::value::{FutureObject, List, Value};
use crate::vm::{R, Vm};

/// Whether new loops are to be in debug mode: the environment says so, or the program's development mode.
pub(super) fn is_debug_wanted(vm: &mut Vm) -> bool {
    let from_environment = || {
        std::env::var_os("PYTHONASYNCIODEBUG").is_some_and(|value| !value.is_empty())
    };
    sys_info::is_dev_mode(vm) || (sys_info::uses_environment(vm) && from_environment())
}

/// The stack of the script at this moment, as `traceback.extract_stack` gives it; None if there is none.
pub(super) fn capture(vm: &mut Vm) -> R {
    let Some(frame) = sys_info::frame(vm, 0) else {
        return Ok(Value::NONE);
    };
    let helpers = import_dotted(vm, "asyncio.format_helpers")?;
    vm.call_method(&helpers, "extract_stack", &[frame])
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
    let Some(last) = stack
        .as_ref::<List>()
        .and_then(|list| list.to_vec().last().cloned())
    else {
        return Ok(None);
    };
    let (file, line) = (
        vm.get_attr_str(&last, "filename")?,
        vm.get_attr_str(&last, "lineno")?,
    );
    let (file, line) = (vm.str(&file)?, vm.str(&line)?);
    Ok(Some(format!("{}:{}", file.as_str(), line.as_str())))
}
