//! Future: what becomes of a future, and the class as Python sees it.
//!
//! The functions without `args` are what the other files (and the machine) work with; those with it are methods.

use crate::event_loop::TimerId;
use crate::heap::{Ref, Slot, flags};
use crate::modules::asyncio::event_loop::{Entry, LoopData};
use crate::modules::asyncio::runtime::{Classes, runtime};
use crate::modules::asyncio::{reprs, running, source};
use crate::modules::contextvars;
use crate::value::{
    Callback, Callbacks, Class, Exception, FutureObject, FutureState, NO_TIMER, NativeData, Tag,
    TaskPart, Value,
};
use crate::vm::{Def, GetSet, R, Vm, class_def, def, getset, getter, static_def};

/// A pending future of exactly the class Future.
pub(super) fn new(vm: &Vm, event_loop: &Value, data: &LoopData) -> Ref<FutureObject> {
    let class = data.runtime.classes.future.clone();
    FutureObject::alloc(&vm.heap, class, event_loop.clone(), None, true)
}

/// The result of a done future; its exception is raised.
///
/// Errors: what it failed with; CancelledError; InvalidStateError if it is pending.
pub(crate) fn result(vm: &mut Vm, future: &Ref<FutureObject>) -> R {
    if future.state.get() == FutureState::Finished && !future.failed.get() {
        return Ok(future.result.get());
    }
    match failure(vm, future) {
        Some(exception) => Err(vm.raise_value(exception)),
        None => Err(invalid_state(vm, "Result is not set.")),
    }
}

/// The exception with which a done future ended, made ready to be raised; None if there is none.
///
/// Its traceback goes back to what it was when it was set, so that it does not grow at every await.
pub(super) fn failure(vm: &mut Vm, future: &Ref<FutureObject>) -> Option<Value> {
    match future.state.get() {
        FutureState::Pending => None,
        FutureState::Cancelled => Some(cancelled_error(vm, future)),
        FutureState::Finished if future.failed.get() => {
            future.log_traceback.set(false);
            let value = future.result.get();
            if let Some(exception) = value.as_ref::<Exception>() {
                let kept = usize::from(future.trace_len.replace(0));
                let cut = exception.trace.with_mut(|trace| {
                    let at = kept.min(trace.len());
                    if kept == usize::from(u16::MAX) {
                        Vec::new()
                    } else {
                        trace.split_off(at)
                    }
                });
                drop(cut);
            }
            Some(value)
        }
        FutureState::Finished => None,
    }
}

/// The CancelledError of a cancelled future or task.
pub(super) fn cancelled_error(vm: &mut Vm, future: &Ref<FutureObject>) -> Value {
    let kept = future.rare(|extra| extra.cancelled_error.clone());
    if !kept.is_none() {
        future.extra(|extra| std::mem::take(&mut extra.cancelled_error));
        return kept;
    }
    let message = future.rare(|extra| extra.cancel_message.clone());
    let class = runtime(vm).classes.cancelled_error.clone();
    let args = if message.is_none() {
        Vec::new()
    } else {
        vec![message]
    };
    vm.new_exception(&class, args)
}

pub(super) fn invalid_state(vm: &mut Vm, message: &str) -> crate::vm::Raised {
    let class = runtime(vm).classes.invalid_state_error.clone();
    vm.raise(&class, message)
}

/// Ends a pending future with a result.
#[inline]
pub(super) fn finish(vm: &mut Vm, future: &Ref<FutureObject>, value: Value) -> R<()> {
    future.result.set(value);
    future.state.set(FutureState::Finished);
    schedule_callbacks(vm, future)
}

/// Ends a pending future with an exception.
pub(super) fn fail(vm: &mut Vm, future: &Ref<FutureObject>, exception: Value) -> R<()> {
    if let Some(object) = exception.as_ref::<Exception>() {
        let length = object.trace.with(Vec::len);
        future
            .trace_len
            .set(u16::try_from(length).unwrap_or(u16::MAX));
    }
    future.result.set(exception);
    future.failed.set(true);
    future.state.set(FutureState::Finished);
    future.log_traceback.set(true);
    future.header().set(flags::FINALIZE);
    schedule_callbacks(vm, future)
}

/// Cancels a future; False if it is done. For a task this is the end of it, not the request.
pub(super) fn cancel(vm: &mut Vm, future: &Ref<FutureObject>, message: &Value) -> R<bool> {
    future.log_traceback.set(false);
    if future.is_done() {
        return Ok(false);
    }
    future.state.set(FutureState::Cancelled);
    if !message.is_none() || !future.rare(|extra| extra.cancel_message.clone()).is_none() {
        let old =
            future.extra(|extra| std::mem::replace(&mut extra.cancel_message, message.clone()));
        drop(old);
    }
    let handle = future.rare(|extra| extra.handle.clone());
    if !handle.is_none() {
        vm.call_method(&handle, "cancel", &[])?;
    }
    let timer = future.timer.replace(NO_TIMER);
    if timer != NO_TIMER {
        // The result it would have had.
        future.result.set(Value::NONE);
        let event_loop = future.event_loop.get();
        if let Some(data) = event_loop.as_data::<LoopData>() {
            data.cancel_timer(TimerId::from_bits(timer));
        }
    }
    schedule_callbacks(vm, future)?;
    Ok(true)
}

/// The time of a sleep has come: the future's result is in its place already.
#[inline]
pub(super) fn end_sleep(vm: &mut Vm, data: &LoopData, sleep: &Ref<FutureObject>) -> R<()> {
    sleep.timer.set(NO_TIMER);
    if sleep.is_done() {
        return Ok(());
    }
    sleep.state.set(FutureState::Finished);
    // Nearly always it is one task that waits.
    if data.plain.get()
        && let Callbacks::Task(task) = sleep.callbacks.with_mut(|callbacks| match callbacks {
            Callbacks::Task(_) => std::mem::take(callbacks),
            _ => Callbacks::None,
        })
    {
        if let Ok(task) = task.into_ref::<FutureObject>() {
            data.push(Entry::Step(task));
        }
        return Ok(());
    }
    schedule_callbacks(vm, sleep)
}

/// Hands the callbacks of a future that is done now to its loop.
fn schedule_callbacks(vm: &mut Vm, future: &Ref<FutureObject>) -> R<()> {
    let callbacks = match future.callbacks.replace(Callbacks::None) {
        Callbacks::None => return Ok(()),
        Callbacks::Task(task) => {
            // Nearly always it is one task that waits.
            if let Some(data) = future.event_loop.get().as_data::<LoopData>()
                && data.plain.get()
                && !data.closed.get()
            {
                if let Ok(task) = task.into_ref::<FutureObject>() {
                    data.push(Entry::Step(task));
                }
                return Ok(());
            }
            return schedule(vm, future, Box::new(Callback::of_task(task)));
        }
        Callbacks::One(callback) => return schedule(vm, future, callback),
        Callbacks::Many(callbacks) => callbacks,
    };
    for callback in *callbacks {
        schedule(vm, future, Box::new(callback))?;
    }
    Ok(())
}

/// Lets one callback of a done future run at the next turn.
fn schedule(vm: &mut Vm, future: &Ref<FutureObject>, mut callback: Box<Callback>) -> R<()> {
    let event_loop = future.event_loop.get();
    if let Some(data) = event_loop.as_data::<LoopData>()
        && data.plain.get()
    {
        data.check_open(vm)?;
        if !callback.context.is_undef() {
            callback.future = Some(future.clone());
            data.push(Entry::Callback(callback));
        } else if let Ok(task) = callback.function.into_ref::<FutureObject>() {
            data.push(Entry::Step(task));
        }
        return Ok(());
    }
    // A loop that is not ours, or that wants to see every call.
    let runtime = runtime(vm);
    let callback = *callback;
    let (function, context) = if callback.context.is_undef() {
        let context = callback
            .function
            .as_ref::<FutureObject>()
            .and_then(|task| Some(task.task()?.context.get()));
        let function = super::closure::new(
            vm,
            &runtime,
            "Task.task_wakeup",
            super::task::wakeup,
            vec![callback.function],
        );
        (function, context.unwrap_or_default())
    } else {
        (callback.function, callback.context)
    };
    let name = vm.intern("context");
    let method = vm.get_attr_str(&event_loop, "call_soon")?;
    let context = contextvars::object_of(vm, context);
    vm.call_kw(
        &method,
        &[function, Value::object(future.clone())],
        &[(name, context)],
    )?;
    Ok(())
}

/// Lets `task` continue when `future` is done.
#[inline]
pub(super) fn add_waiter(
    vm: &mut Vm,
    future: &Ref<FutureObject>,
    task: &Ref<FutureObject>,
) -> R<()> {
    let waiter = Value::object(task.clone());
    if future.is_done() {
        return schedule(vm, future, Box::new(Callback::of_task(waiter)));
    }
    future.callbacks.with_mut(|callbacks| match callbacks {
        Callbacks::None => *callbacks = Callbacks::Task(waiter),
        _ => many(callbacks).push(Callback::of_task(waiter)),
    });
    Ok(())
}

/// Adds a callback, to run in `context` (None: the empty one).
pub(super) fn add_callback(
    vm: &mut Vm,
    future: &Ref<FutureObject>,
    function: Value,
    context: Value,
) -> R<()> {
    let callback = Callback::new(function, context);
    if future.is_done() {
        return schedule(vm, future, Box::new(callback));
    }
    let len = future.callbacks.with(|callbacks| match callbacks {
        Callbacks::Many(all) => all.len(),
        _ => 1,
    });
    vm.check_growth(len, size_of::<Callback>())?;
    future.callbacks.with_mut(|callbacks| match callbacks {
        Callbacks::None => *callbacks = Callbacks::One(Box::new(callback)),
        _ => many(callbacks).push(callback),
    });
    Ok(())
}

/// The callbacks as a vector.
fn many(callbacks: &mut Callbacks) -> &mut Vec<Callback> {
    let first = match std::mem::take(callbacks) {
        Callbacks::None => Vec::with_capacity(2),
        Callbacks::Task(task) => vec![Callback::of_task(task)],
        Callbacks::One(callback) => vec![*callback],
        Callbacks::Many(all) => *all,
    };
    *callbacks = Callbacks::Many(Box::new(first));
    match callbacks {
        Callbacks::Many(all) => all,
        _ => unreachable!("made many in the line above"),
    }
}

/// The callbacks, for looking at.
pub(super) fn callbacks(future: &FutureObject) -> Vec<Callback> {
    future.callbacks.with(|callbacks| match callbacks {
        Callbacks::None => Vec::new(),
        Callbacks::Task(task) => vec![Callback::of_task(task.clone())],
        Callbacks::One(callback) => vec![(**callback).clone()],
        Callbacks::Many(all) => (**all).clone(),
    })
}

/// What `set_exception` was given, as an exception object.
pub(super) fn exception_object(vm: &mut Vm, given: &Value) -> R {
    let value = if given.is(Tag::Class) {
        vm.call(given, &[])?
    } else {
        given.clone()
    };
    let Some(exception) = value.as_ref::<Exception>() else {
        return Err(vm.type_error("invalid exception object"));
    };
    if exception.class.get().is_subclass(&vm.types.stop_iteration) {
        let class = vm.types.runtime_error.clone();
        let text = vm.new_str(
            "StopIteration interacts badly with generators and cannot be raised into a Future",
        );
        let error = vm.new_exception(&class, vec![text]);
        if let Some(error) = error.as_ref::<Exception>() {
            error.cause.set(value.clone());
            error.context.set(value.clone());
            error.suppress_context.set(true);
        }
        return Ok(error);
    }
    Ok(value)
}

/// The future that `self` is.
pub(super) fn this(vm: &mut Vm, value: &Value) -> R<Ref<FutureObject>> {
    match value.as_ref::<FutureObject>() {
        Some(future) => Ok(future.clone()),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!(
                "descriptor requires a '_asyncio.Future' object but received '{name}'"
            )))
        }
    }
}

fn initialised(vm: &mut Vm, value: &Value) -> R<Ref<FutureObject>> {
    let future = this(vm, value)?;
    if future.event_loop.is_none() {
        return Err(vm.runtime_error("Future object is not initialized."));
    }
    Ok(future)
}

fn method_new(vm: &mut Vm, args: &[Value]) -> R {
    let runtime = runtime(vm);
    let Some(class) = args[0].to_ref::<Class>() else {
        return Err(vm.type_error("Future.__new__(X): X is not a type object"));
    };
    let is_task = class.is_subclass(&runtime.classes.task);
    let plain = class.is(&runtime.classes.future) || class.is(&runtime.classes.task);
    let part = is_task.then(TaskPart::new);
    let future = FutureObject::alloc(&vm.heap, class, Value::NONE, part, plain);
    Ok(Value::object(future))
}

fn method_init(vm: &mut Vm, args: &[Value]) -> R {
    let future = this(vm, &args[0])?;
    let event_loop = if args[1].is_undef() || args[1].is_none() {
        running::event_loop(vm)?
    } else {
        args[1].clone()
    };
    source::note(vm, &event_loop, &future)?;
    future.event_loop.set(event_loop);
    Ok(Value::NONE)
}

fn method_result(vm: &mut Vm, args: &[Value]) -> R {
    let future = this(vm, &args[0])?;
    result(vm, &future)
}

fn method_exception(vm: &mut Vm, args: &[Value]) -> R {
    let future = this(vm, &args[0])?;
    match future.state.get() {
        FutureState::Pending => Err(invalid_state(vm, "Exception is not set.")),
        FutureState::Cancelled => {
            let error = cancelled_error(vm, &future);
            Err(vm.raise_value(error))
        }
        FutureState::Finished => {
            future.log_traceback.set(false);
            Ok(if future.failed.get() {
                future.result.get()
            } else {
                Value::NONE
            })
        }
    }
}

fn method_set_result(vm: &mut Vm, args: &[Value]) -> R {
    let future = initialised(vm, &args[0])?;
    if future.is_done() {
        return Err(invalid_state(vm, "invalid state"));
    }
    finish(vm, &future, args[1].clone())?;
    Ok(Value::NONE)
}

fn method_set_exception(vm: &mut Vm, args: &[Value]) -> R {
    let future = initialised(vm, &args[0])?;
    if future.is_done() {
        return Err(invalid_state(vm, "invalid state"));
    }
    let exception = exception_object(vm, &args[1])?;
    fail(vm, &future, exception)?;
    Ok(Value::NONE)
}

fn method_cancel(vm: &mut Vm, args: &[Value]) -> R {
    let future = initialised(vm, &args[0])?;
    let message = match args.get(1) {
        Some(message) if !message.is_undef() => message.clone(),
        _ => Value::NONE,
    };
    cancel(vm, &future, &message).map(Value::bool)
}

fn method_add_done_callback(vm: &mut Vm, args: &[Value]) -> R {
    let future = initialised(vm, &args[0])?;
    let context = match args.get(2) {
        Some(context) if !context.is_undef() && !context.is_none() => context.clone(),
        _ => contextvars::copy_current(vm),
    };
    add_callback(vm, &future, args[1].clone(), context)?;
    Ok(Value::NONE)
}

fn method_remove_done_callback(vm: &mut Vm, args: &[Value]) -> R {
    let future = initialised(vm, &args[0])?;
    let mut removed = 0;
    let mut kept = Vec::new();
    for callback in callbacks(&future) {
        if !callback.context.is_undef() && vm.eq(&callback.function, &args[1])? {
            removed += 1;
        } else {
            kept.push(callback);
        }
    }
    if removed > 0 && !future.is_done() {
        let left = if kept.is_empty() {
            Callbacks::None
        } else {
            Callbacks::Many(Box::new(kept))
        };
        drop(future.callbacks.replace(left));
    }
    Ok(Value::int(removed))
}

fn method_done(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, &args[0])?.is_done()))
}

fn method_cancelled(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(
        this(vm, &args[0])?.state.get() == FutureState::Cancelled,
    ))
}

fn method_get_loop(vm: &mut Vm, args: &[Value]) -> R {
    Ok(initialised(vm, &args[0])?.event_loop.get())
}

fn method_make_cancelled_error(vm: &mut Vm, args: &[Value]) -> R {
    let future = this(vm, &args[0])?;
    Ok(cancelled_error(vm, &future))
}

fn method_repr(vm: &mut Vm, args: &[Value]) -> R {
    let future = this(vm, &args[0])?;
    let text = reprs::future(vm, &future)?;
    Ok(vm.new_str(&text))
}

fn method_await(vm: &mut Vm, args: &[Value]) -> R {
    let future = initialised(vm, &args[0])?;
    let class = runtime(vm).classes.future_iter.clone();
    Ok(vm.heap.new_opaque(
        &class,
        FutureIter {
            future: Slot::new(Value::object(future)),
        },
    ))
}

fn class_getitem(vm: &mut Vm, args: &[Value]) -> R {
    let alias = Value::object(vm.types.generic_alias.clone());
    vm.call(&alias, args)
}

fn get_state(vm: &mut Vm, args: &[Value]) -> R {
    let name = match this(vm, &args[0])?.state.get() {
        FutureState::Pending => "PENDING",
        FutureState::Cancelled => "CANCELLED",
        FutureState::Finished => "FINISHED",
    };
    Ok(vm.new_str(name))
}

fn get_blocking(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, &args[0])?.blocking.get()))
}

/// Errors: AttributeError for the Undef that stands for `del`.
pub(super) fn refuse_delete(vm: &mut Vm, value: &Value) -> R<()> {
    if value.is_undef() {
        return Err(vm.attribute_error_plain("cannot delete attribute"));
    }
    Ok(())
}

fn set_blocking(vm: &mut Vm, args: &[Value]) -> R {
    let future = this(vm, &args[0])?;
    refuse_delete(vm, &args[1])?;
    let on = vm.truth(&args[1])?;
    future.blocking.set(on);
    Ok(Value::NONE)
}

fn get_log_traceback(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, &args[0])?.log_traceback.get()))
}

fn set_log_traceback(vm: &mut Vm, args: &[Value]) -> R {
    let future = this(vm, &args[0])?;
    refuse_delete(vm, &args[1])?;
    if vm.truth(&args[1])? {
        return Err(vm.value_error("_log_traceback can only be set to False"));
    }
    future.log_traceback.set(false);
    Ok(Value::NONE)
}

fn get_result(vm: &mut Vm, args: &[Value]) -> R {
    let future = this(vm, &args[0])?;
    let has = future.state.get() == FutureState::Finished && !future.failed.get();
    Ok(if has {
        future.result.get()
    } else {
        Value::NONE
    })
}

fn get_exception(vm: &mut Vm, args: &[Value]) -> R {
    let future = this(vm, &args[0])?;
    Ok(if future.failed.get() {
        future.result.get()
    } else {
        Value::NONE
    })
}

fn get_loop(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.event_loop.get())
}

fn get_callbacks(vm: &mut Vm, args: &[Value]) -> R {
    let future = this(vm, &args[0])?;
    let mut pairs = Vec::new();
    for callback in callbacks(&future) {
        let context = if callback.context.is_undef() {
            Value::NONE
        } else {
            callback.context
        };
        let context = contextvars::object_of(vm, context);
        pairs.push(Value::object(
            vm.heap.new_tuple(vec![callback.function, context]),
        ));
    }
    if pairs.is_empty() {
        return Ok(Value::NONE);
    }
    Ok(Value::object(vm.heap.new_list(pairs)))
}

fn get_cancel_message(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.rare(|extra| extra.cancel_message.clone()))
}

fn set_cancel_message(vm: &mut Vm, args: &[Value]) -> R {
    let future = this(vm, &args[0])?;
    let message = if args[1].is_undef() {
        Value::NONE
    } else {
        args[1].clone()
    };
    let old = future.extra(|extra| std::mem::replace(&mut extra.cancel_message, message));
    drop(old);
    Ok(Value::NONE)
}

fn get_source_traceback(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.rare(|extra| extra.source_traceback.clone()))
}

/// What `__await__` gives.
struct FutureIter {
    /// None once it is exhausted.
    future: Slot<Value>,
}

impl NativeData for FutureIter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.future.get());
    }

    fn unlink(&self) {
        self.future.set(Value::NONE);
    }
}

fn iter_future(vm: &mut Vm, value: &Value) -> R<Option<Ref<FutureObject>>> {
    match value.as_data::<FutureIter>() {
        Some(iterator) => Ok(iterator.future.get().to_ref::<FutureObject>()),
        None => Err(vm.type_error("descriptor requires a '_asyncio.FutureIter' object")),
    }
}

fn iter_clear(value: &Value) {
    if let Some(iterator) = value.as_data::<FutureIter>() {
        iterator.future.set(Value::NONE);
    }
}

fn iter_next(vm: &mut Vm, args: &[Value]) -> R {
    let Some(future) = iter_future(vm, &args[0])? else {
        return Err(vm.stop_iteration(Value::NONE));
    };
    if !future.is_done() {
        if future.blocking.replace(true) {
            return Err(vm.runtime_error("await wasn't used with future"));
        }
        return Ok(Value::object(future));
    }
    iter_clear(&args[0]);
    let value = result(vm, &future)?;
    Err(vm.stop_iteration(value))
}

fn iter_self(_: &mut Vm, args: &[Value]) -> R {
    Ok(args[0].clone())
}

fn iter_throw(vm: &mut Vm, args: &[Value]) -> R {
    // The old form: a class, its argument, a traceback.
    if args[2..4].iter().any(|given| !given.is_undef()) {
        let class = vm.types.deprecation_warning.clone();
        let message = "the (type, exc, tb) signature of throw() is deprecated, \
            use the single-arg signature instead.";
        (vm.hooks.warn)(vm, &class, message, 1)?;
    }
    let has_value = !args[2].is_undef() && !args[2].is_none();
    let has_traceback = !args[3].is_undef() && !args[3].is_none();
    if has_traceback && vm.class_of(&args[3]).name.get().as_str() != "traceback" {
        return Err(vm.type_error("throw() third argument must be a traceback"));
    }
    let exception = if args[1].is(Tag::Class) {
        match &args[2] {
            value if has_value && value.as_ref::<Exception>().is_some() => value.clone(),
            value if has_value => vm.call(&args[1], std::slice::from_ref(value))?,
            _ => args[1].clone(),
        }
    } else if has_value {
        return Err(vm.type_error("instance exception may not have a separate value"));
    } else {
        args[1].clone()
    };
    let exception = vm.exception_from(exception)?;
    iter_clear(&args[0]);
    Err(vm.raise_value(exception))
}

fn iter_close(_: &mut Vm, args: &[Value]) -> R {
    iter_clear(&args[0]);
    Ok(Value::NONE)
}

pub(super) fn install(vm: &mut Vm, classes: &Classes) {
    vm.add_methods(&classes.future, METHODS);
    vm.add_getsets(&classes.future, GETSETS);
    vm.set_doc(&classes.future, "A result that will be there later.");
    vm.add_methods(&classes.future_iter, ITER_METHODS);
}

const METHODS: &[Def] = &[
    static_def("__new__", method_new, "cls, /, *args, **kwargs"),
    def("__init__", method_init, "self, *, loop=None"),
    def("result", method_result, "self, /"),
    def("exception", method_exception, "self, /"),
    def("set_result", method_set_result, "self, result, /"),
    def("set_exception", method_set_exception, "self, exception, /"),
    def("cancel", method_cancel, "self, msg=None").bare(1),
    def(
        "add_done_callback",
        method_add_done_callback,
        "self, fn, /, *, context=None",
    )
    .bare(2),
    def(
        "remove_done_callback",
        method_remove_done_callback,
        "self, fn, /",
    ),
    def("done", method_done, "self, /"),
    def("cancelled", method_cancelled, "self, /"),
    def("get_loop", method_get_loop, "self, /"),
    def(
        "_make_cancelled_error",
        method_make_cancelled_error,
        "self, /",
    ),
    def("__await__", method_await, "self, /"),
    def("__iter__", method_await, "self, /"),
    def("__repr__", method_repr, "self, /"),
    class_def("__class_getitem__", class_getitem, "cls, key, /"),
];

const GETSETS: &[GetSet] = &[
    getter("_state", get_state),
    getset("_asyncio_future_blocking", get_blocking, set_blocking),
    getset("_log_traceback", get_log_traceback, set_log_traceback),
    getset("_cancel_message", get_cancel_message, set_cancel_message),
    getter("_loop", get_loop),
    getter("_callbacks", get_callbacks),
    getter("_result", get_result),
    getter("_exception", get_exception),
    getter("_source_traceback", get_source_traceback),
];

const ITER_METHODS: &[Def] = &[
    def("__iter__", iter_self, "self, /"),
    def("__next__", iter_next, "self, /"),
    def("send", iter_next, "self, value, /"),
    def(
        "throw",
        iter_throw,
        "self, type, value=None, traceback=None, /",
    ),
    def("close", iter_close, "self, /"),
];
