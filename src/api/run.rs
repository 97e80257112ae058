//! Running a program on the session's loop, from its first line to the end of the last task.

use std::sync::Arc;

use super::error::{Error, take_error};
use crate::bytecode::{Code, Flow};
use crate::heap::Ref;
use crate::modules::{self, asyncio};
use crate::value::{Coroutine, Dict, Module, Str, Value};
use crate::vm::{R, Raised, Vm};

/// A machine with all builtins and modules.
///
/// Errors: a module that is always there cannot be made; that is a fault of this crate.
pub(super) fn new_machine(recursion: usize) -> Result<Box<Vm>, Error> {
    let mut vm = Vm::new(recursion);
    crate::builtins::install(&mut vm);
    match modules::install(&mut vm) {
        Ok(()) => Ok(vm),
        Err(Raised) => Err(take_error(&mut vm)),
    }
}

/// Runs a unit; one with `await` at its top level is driven to its end.
pub(super) fn run_unit(vm: &mut Vm, code: &Arc<Code>, globals: &Ref<Dict>) -> R {
    let unit = vm.link(code, globals);
    let function = vm.function_over(unit);
    if code.flow == Flow::Coroutine {
        let coroutine = vm.run_code(&function, None)?;
        return asyncio::run_main(vm, coroutine);
    }
    asyncio::enter_main(vm);
    let result = modules::threads::run_main(vm, &function);
    asyncio::leave_main(vm);
    result
}

/// Calls a function; what an async one gives is driven to its end.
pub(super) fn call_on_loop(vm: &mut Vm, function: &Value, args: &[Value]) -> R {
    asyncio::enter_main(vm);
    let result = vm.call(function, args);
    asyncio::leave_main(vm);
    let result = result?;
    let is_coroutine = result
        .as_ref::<Coroutine>()
        .is_some_and(|coroutine| coroutine.head().code.flow == Flow::Coroutine);
    if is_coroutine {
        return asyncio::run_main(vm, result);
    }
    Ok(result)
}

/// The end of a program whose top level has ended with `result`: its tasks, its loop, its threads, `atexit`.
///
/// Errors: as for `end_loop`.
pub(super) fn end_program(vm: &mut Vm, result: R<()>) -> R<()> {
    let result = end_loop(vm, result);
    if let Err(Raised) = result {
        if vm.is_stopped() {
            return Err(Raised);
        }
        let exception = vm.take_raised();
        end_threads(vm)?;
        return Err(vm.reraise_value(exception));
    }
    end_threads(vm)
}

/// The last part of that: threads that are no daemons are waited for, then comes `atexit`. Afterwards no thread runs.
///
/// Errors: a limit; all else is reported.
pub(super) fn end_threads(vm: &mut Vm) -> R<()> {
    if let Some(module) = module_of(vm, "threading")
        && vm.call_method(&module, "_shutdown", &[]).is_err()
    {
        if vm.is_stopped() {
            return Err(Raised);
        }
        let exception = vm.take_raised();
        vm.report_unraisable(&exception, &module);
    }
    run_at_exit(vm);
    modules::threads::freeze(vm);
    Ok(())
}

/// The first part of that: tasks and the loop.
///
/// After an exception tasks are cancelled, as `asyncio.run` does; else they run to their end.
/// Errors: what ended the program; it is taken from the machine with `take_raised`.
pub(super) fn end_loop(vm: &mut Vm, result: R<()>) -> R<()> {
    let result = result.and_then(|()| asyncio::run_pending(vm));
    match result {
        Ok(()) => asyncio::close_main(vm),
        Err(Raised) if vm.is_stopped() => Err(Raised),
        Err(Raised) => {
            let exception = vm.take_raised();
            if let Err(Raised) = cancel_tasks(vm).and_then(|()| asyncio::close_main(vm)) {
                // A second Ctrl-C; the first exception is the one to tell.
                drop(vm.take_raised());
            }
            Err(vm.reraise_value(exception))
        }
    }
}

fn module_of(vm: &mut Vm, name: &str) -> Option<Value> {
    let key = vm.intern(name);
    vm.modules.get_str(&key)
}

fn cancel_tasks(vm: &mut Vm) -> R<()> {
    // Without that module there are no tasks.
    if module_of(vm, "_asyncio").is_none() {
        return Ok(());
    }
    let runners = modules::import_dotted(vm, "asyncio.runners")?;
    let event_loop = asyncio::main_loop(vm)?;
    vm.call_method(&runners, "_cancel_all_tasks", &[event_loop])
        .map(drop)
}

fn run_at_exit(vm: &mut Vm) {
    if let Some(module) = module_of(vm, "atexit")
        && vm.call_method(&module, "_run_exitfuncs", &[]).is_err()
    {
        drop(vm.take_raised());
    }
}

/// The end of the modules: what the program's own globals hold is finalised, as when CPython exits.
///
/// They are let go of as a whole, so that finalisers still see them.
pub(super) fn end_modules(vm: &mut Vm) {
    let underscore = vm.intern("_");
    vm.builtins.clone().remove_str(&underscore);
    let all = vm.modules.clone();
    for (name, module) in all.to_vec() {
        let (Some(name), Some(module)) = (name.as_ref::<Str>(), module.as_ref::<Module>()) else {
            continue;
        };
        if is_of_program(vm, name, module) {
            let key = vm.intern_str(name);
            drop(all.remove_str(&key));
        }
    }
    vm.forget_code();
    vm.run_pending_quietly();
    // What is left of a program that nobody can see end, the process or the session takes with it.
    if vm.heap.death_matters() {
        vm.collect_garbage();
    }
}

fn is_of_program(vm: &mut Vm, name: &Ref<Str>, module: &Ref<Module>) -> bool {
    if name.as_str() == "__main__" {
        return true;
    }
    let key = vm.intern("__file__");
    let file = module.globals.get_str(&key);
    // The files of the standard library are inside of the program.
    file.and_then(|file| file.to_ref::<Str>())
        .is_some_and(|file| !file.as_str().starts_with('<'))
}
