//! Reports of what nobody handled: through the loop's exception handler, else on standard error as CPython's
//! logging prints them.

use crate::diagnostic::{Voice, format_exception};
use crate::heap::Ref;
use crate::modules::asyncio::event_loop::LoopData;
use crate::modules::asyncio::reprs;
use crate::value::{Dict, FutureObject, FutureState, Module, Str, Value};
use crate::vm::{R, Raised, Vm};

/// Whether the pending exception ends the loop: KeyboardInterrupt, SystemExit, a limit of the host.
pub(super) fn is_exit(vm: &Vm) -> bool {
    vm.is_stopped()
        || vm.raised_is(&vm.types.keyboard_interrupt)
        || vm.raised_is(&vm.types.system_exit)
}

/// The dict that handlers get.
pub(super) fn context(vm: &mut Vm, message: &str, more: &[(&str, Value)]) -> Ref<Dict> {
    let context = vm.heap.new_dict();
    let (key, message) = (vm.intern("message"), vm.new_str(message));
    context.set_str(&key, message);
    for (name, value) in more {
        let key = vm.intern(name);
        context.set_str(&key, value.clone());
    }
    context
}

/// A callback of the loop raised `exception`.
pub(super) fn callback_failed(
    vm: &mut Vm,
    event_loop: &Value,
    exception: Value,
    handle: Value,
) -> R<()> {
    let callback = handle
        .as_data::<super::handle::HandleData>()
        .map_or(Value::UNDEF, |data| data.callback.get());
    let what = if callback.is_undef() {
        "None()".to_string()
    } else {
        reprs::callback_text(vm, &callback)?
    };
    let source = handle
        .as_data::<super::handle::HandleData>()
        .map_or(Value::NONE, |data| data.source.get());
    let context = context(
        vm,
        &format!("Exception in callback {what}"),
        &[("exception", exception), ("handle", handle)],
    );
    if !source.is_none() {
        let key = vm.intern("source_traceback");
        context.set_str(&key, source);
    }
    call_handler(vm, event_loop, &context)
}

/// `loop.call_exception_handler(context)`, which a program may have overridden. Errors: KeyboardInterrupt and
/// SystemExit only.
pub(super) fn call_handler(vm: &mut Vm, event_loop: &Value, context: &Ref<Dict>) -> R<()> {
    let argument = Value::object(context.clone());
    let result = vm.call_method(event_loop, "call_exception_handler", &[argument]);
    swallow(vm, result, "Exception in call_exception_handler()")
}

/// What `call_exception_handler` does by itself.
pub(super) fn handle_report(vm: &mut Vm, event_loop: &Value, context: &Ref<Dict>) -> R<()> {
    let argument = Value::object(context.clone());
    let Some(data) = event_loop.as_data::<LoopData>() else {
        return Ok(());
    };
    let handler = data.exception_handler.get();
    if handler.is_none() {
        let result = vm.call_method(event_loop, "default_exception_handler", &[argument]);
        return swallow(vm, result, "Exception in default exception handler");
    }
    let outer = vm.context.clone();
    if let Some(own) = context_of(vm, context)? {
        vm.context = own;
    }
    let result = vm.call(&handler, &[event_loop.clone(), argument.clone()]);
    vm.context = outer;
    match result {
        Ok(_) => Ok(()),
        Err(_) if is_exit(vm) => Err(Raised),
        Err(_) => {
            let exception = vm.take_raised();
            let failed = self::context(
                vm,
                "Unhandled error in exception handler",
                &[("exception", exception), ("context", argument)],
            );
            let result = vm.call_method(
                event_loop,
                "default_exception_handler",
                &[Value::object(failed)],
            );
            swallow(
                vm,
                result,
                "Exception in default exception handler while handling an unexpected error in custom exception handler",
            )
        }
    }
}

/// The context of the task, future or handle that the report is about.
fn context_of(vm: &mut Vm, context: &Ref<Dict>) -> R<Option<Value>> {
    for key in ["task", "future", "handle"] {
        let key = vm.intern(key);
        let Some(subject) = context.get_str(&key).filter(|subject| !subject.is_none()) else {
            continue;
        };
        let name = vm.intern("get_context");
        let Some(method) = vm.find_attr(&subject, &name)? else {
            return Ok(None);
        };
        return vm.call(&method, &[]).map(Some);
    }
    Ok(None)
}

/// Reports an exception of a handler itself.
fn swallow(vm: &mut Vm, result: R, message: &str) -> R<()> {
    match result {
        Ok(_) => Ok(()),
        Err(_) if is_exit(vm) => Err(Raised),
        Err(_) => {
            let exception = vm.take_raised();
            log_error(vm, message, Some(&exception))
        }
    }
}

/// `loop.default_exception_handler(context)`: the message, the other entries by name, the traceback.
pub(super) fn default_handler(vm: &mut Vm, context: &Ref<Dict>) -> R<()> {
    let message_key = vm.intern("message");
    let mut text = match context.get_str(&message_key) {
        Some(message) if vm.truth(&message)? => vm.str(&message)?.as_str().to_string(),
        _ => "Unhandled exception in event loop".to_string(),
    };
    let exception_key = vm.intern("exception");
    let exception = context
        .get_str(&exception_key)
        .filter(|exception| !exception.is_none());
    let mut entries: Vec<(Ref<Str>, Value)> = context
        .to_vec()
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_ref::<Str>()?, value)))
        .collect();
    entries.sort_by(|a, b| a.0.as_str().cmp(b.0.as_str()));
    for (key, value) in entries {
        let title = match key.as_str() {
            "message" | "exception" => continue,
            "source_traceback" => "Object created at (most recent call last):\n",
            "handle_traceback" => "Handle created at (most recent call last):\n",
            _ => "",
        };
        if !title.is_empty() {
            let traceback = crate::modules::import::import_dotted(vm, "traceback")?;
            let lines = vm.call_method(&traceback, "format_list", &[value])?;
            let lines = vm.to_vec(&lines)?;
            let mut stack = String::new();
            for line in lines {
                stack.push_str(vm.str(&line)?.as_str());
            }
            text.push_str(&format!("\n{}: {title}{}", key.as_str(), stack.trim_end()));
            continue;
        }
        let shown = vm.repr(&value)?;
        text.push_str(&format!("\n{}: {}", key.as_str(), shown.as_str()));
    }
    log_error(vm, &text, exception.as_ref())
}

/// `logger.error(text, exc_info=exception)` of the logger `asyncio`.
pub(super) fn log_error(vm: &mut Vm, text: &str, exception: Option<&Value>) -> R<()> {
    log(vm, "error", text, exception)
}

/// A line of the logger `asyncio`, or the method `level` of what the program put in its place.
///
/// If the program uses `logging`, it decides; else the text goes to standard error as its last resort prints it.
pub(super) fn log(vm: &mut Vm, level: &str, text: &str, exception: Option<&Value>) -> R<()> {
    let logger = match logger(vm)? {
        Some(logger) => logger,
        None => return print(vm, text, exception),
    };
    let info = match exception {
        Some(exception) => {
            let class = Value::object(vm.class_of(exception));
            let traceback = vm.get_attr_str(exception, "__traceback__")?;
            Value::object(vm.heap.new_tuple(vec![class, exception.clone(), traceback]))
        }
        None => Value::FALSE,
    };
    let (text, key) = (vm.new_str(text), vm.intern("exc_info"));
    let method = vm.get_attr_str(&logger, level)?;
    // With arguments the text would be a format; without, it is taken as it is.
    vm.call_kw(&method, &[text], &[(key, info)]).map(drop)
}

/// What the program put into the module that would log, else the logger, if `logging` is loaded: only then can the
/// program have changed how it logs.
fn logger(vm: &mut Vm) -> R<Option<Value>> {
    let base_events = vm.intern("asyncio.base_events");
    let module = vm.modules.get_str(&base_events);
    if let Some(module) = module.and_then(|module| module.to_ref::<Module>()) {
        let name = vm.intern("logger");
        if let Some(logger) = module.globals.get_str(&name) {
            return Ok(Some(logger));
        }
    }
    let logging = vm.intern("logging");
    let Some(module) = vm.modules.get_str(&logging) else {
        return Ok(None);
    };
    // It may be in the middle of its own import.
    let name = vm.intern("getLogger");
    let Some(get) = vm.find_attr(&module, &name)? else {
        return Ok(None);
    };
    let name = vm.new_str("asyncio");
    vm.call(&get, &[name]).map(Some)
}

/// What a new loop says to those who listen.
pub(super) fn tell_of_selector(vm: &mut Vm) -> R<()> {
    let logging = vm.intern("logging");
    if vm.modules.get_str(&logging).is_none() {
        return Ok(());
    }
    let Some(logger) = logger(vm)? else {
        return Ok(());
    };
    let (text, name) = (
        vm.new_str("Using selector: %s"),
        vm.new_str("EpollSelector"),
    );
    vm.call_method(&logger, "debug", &[text, name]).map(drop)
}

/// What `logging` without a handler prints.
fn print(vm: &mut Vm, text: &str, exception: Option<&Value>) -> R<()> {
    let mut text = format!("{text}\n");
    if let Some(exception) = exception {
        text.push_str(&traceback_text(vm, exception)?);
        if !text.ends_with('\n') {
            text.push('\n');
        }
    }
    // What was printed before is to be seen before.
    vm.flush_stdout()?;
    vm.write_stderr(&text);
    Ok(())
}

/// The traceback as `traceback.print_exception` prints it.
fn traceback_text(vm: &mut Vm, exception: &Value) -> R<String> {
    let texts = vm.exception_texts_for(exception, Voice::Module);
    Ok(format_exception(&texts, Voice::Module, true).concat())
}

/// The machine's hook: a future or task that has something to say is being destroyed.
pub(super) fn finalize_future(vm: &mut Vm, future: &Ref<FutureObject>) {
    // What happens here happens in the middle of other code, which may be raising.
    let pending = std::mem::take(&mut vm.raised);
    let result = complain(vm, future);
    if result.is_err() {
        drop(vm.take_raised());
    }
    vm.raised = pending;
}

fn complain(vm: &mut Vm, future: &Ref<FutureObject>) -> R<()> {
    let event_loop = future.event_loop.get();
    let subject = Value::object(future.clone());
    if future.task().is_some()
        && future.log_destroy.get()
        && future.state.get() == FutureState::Pending
    {
        future.log_destroy.set(false);
        let context = self::context(
            vm,
            "Task was destroyed but it is pending!",
            &[("task", subject.clone())],
        );
        add_source_traceback(vm, future, &context);
        return call_handler(vm, &event_loop, &context);
    }
    if future.log_traceback.replace(false) {
        let name = vm.short_type_name(&subject);
        let exception = future.result.get();
        let context = self::context(
            vm,
            &format!("{name} exception was never retrieved"),
            &[("exception", exception), ("future", subject)],
        );
        add_source_traceback(vm, future, &context);
        return call_handler(vm, &event_loop, &context);
    }
    Ok(())
}

fn add_source_traceback(vm: &mut Vm, future: &Ref<FutureObject>, context: &Ref<Dict>) {
    let source = future.rare(|extra| extra.source_traceback.clone());
    if !source.is_none() {
        let key = vm.intern("source_traceback");
        context.set_str(&key, source);
    }
}
