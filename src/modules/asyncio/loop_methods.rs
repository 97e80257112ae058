//! The loop object as Python sees it.

use crate::bytecode::Flow;
use crate::heap::Ref;
use crate::modules::asyncio::event_loop::{Entry, LoopData, new_loop};
use crate::modules::asyncio::runtime::{Classes, runtime};
use crate::modules::asyncio::task::{self, Options};
use crate::modules::asyncio::{
    agen, by_hand, complaints, future, handle, loop_inside, reprs, source, threaded,
};
use crate::modules::contextvars;
use crate::value::{Class, Dict, Function, FutureObject, Method, TaskPart, Value};
use crate::vm::{Def, GetSet, R, Vm, def, getset, rest, static_def};

pub(super) fn this<'a>(vm: &mut Vm, value: &'a Value) -> R<&'a LoopData> {
    match value.as_data::<LoopData>() {
        Some(data) => Ok(data),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!("expected an event loop, not '{name}'")))
        }
    }
}

fn absent(value: &Value) -> Value {
    if value.is_undef() {
        Value::NONE
    } else {
        value.clone()
    }
}

/// The context given, or a copy of the current one.
fn own_context(vm: &mut Vm, given: &Value) -> Value {
    if given.is_undef() || given.is_none() {
        contextvars::copy_current(vm)
    } else {
        given.clone()
    }
}

fn method_new(vm: &mut Vm, args: &[Value]) -> R {
    let runtime = runtime(vm);
    match args[0].to_ref::<Class>() {
        Some(class) => {
            complaints::tell_of_selector(vm)?;
            Ok(new_loop(vm, &runtime, &class))
        }
        None => Err(vm.type_error("EventLoop.__new__(X): X is not a type object")),
    }
}

/// A future for anything that can be awaited. Errors: TypeError for others; ValueError for a future of another loop.
pub(super) fn ensure_future(vm: &mut Vm, event_loop: &Value, data: &LoopData, value: &Value) -> R {
    if let Some(future) = value.as_ref::<FutureObject>() {
        if !future.event_loop.holds(event_loop) {
            return Err(vm.value_error("The future belongs to a different loop than the one specified as the loop argument"));
        }
        return Ok(value.clone());
    }
    if task::is_coroutine(vm, value) {
        return vm.call_method(event_loop, "create_task", std::slice::from_ref(value));
    }
    let class = vm.class_of(value);
    let blocking = vm.intern("_asyncio_future_blocking");
    if value.is_heap()
        && class.lookup(&blocking).is_some()
        && vm
            .find_attr(value, &blocking)?
            .is_some_and(|blocking| !blocking.is_none())
    {
        return Ok(value.clone());
    }
    let name = vm.intern("__await__");
    if class.lookup(&name).is_none() {
        return Err(vm.type_error("An asyncio.Future, a coroutine or an awaitable is required"));
    }
    let iterator = vm.call_method(value, "__await__", &[])?;
    begin(vm, event_loop, data, iterator).map(Value::object)
}

/// A task for anything that can be driven like a coroutine.
pub(super) fn begin(
    vm: &mut Vm,
    event_loop: &Value,
    data: &LoopData,
    iterator: Value,
) -> R<Ref<FutureObject>> {
    let class = data.runtime.classes.task.clone();
    let part = Some(TaskPart::new());
    let task = FutureObject::alloc(&vm.heap, class, event_loop.clone(), part, true);
    task::begin(vm, &task, data, iterator, Options::default())?;
    Ok(task)
}

fn method_stop(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0])?.stopping.set(true);
    Ok(Value::NONE)
}

fn method_is_running(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, &args[0])?.running.get()))
}

fn method_is_closed(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, &args[0])?.closed.get()))
}

fn method_close(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    if data.running.get() {
        return Err(vm.runtime_error("Cannot close a running event loop"));
    }
    if !data.closed.replace(true) {
        data.forget_everything();
    }
    Ok(Value::NONE)
}

fn method_shutdown_asyncgens(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0])?;
    threaded::by_script(vm, "shutdown_asyncgens", args)
}

/// The same for who waits for it at once: a future.
fn method_close_asyncgens(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    data.count_as_task();
    agen::shutdown(vm, &args[0], data).map(Value::object)
}

fn method_call_soon(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    data.check_open(vm)?;
    if data.debug.get() {
        threaded::check_thread(vm, data)?;
        check_callback(vm, &args[1], "call_soon")?;
    }
    soon(vm, args, data)
}

fn soon(vm: &mut Vm, args: &[Value], data: &LoopData) -> R {
    let (given, context) = match args {
        [_, _, given, context] => (given, own_context(vm, context)),
        _ => (&Value::NONE, contextvars::copy_current(vm)),
    };
    let handle = handle::new(vm, &args[0], args[1].clone(), given, context);
    data.push(Entry::Handle(handle.clone()));
    let handle = Value::object(handle);
    handle::note(vm, data, &handle)?;
    Ok(handle)
}

/// Threads of a script take turns with the loop, so waking it is all there is to do more.
fn method_call_soon_threadsafe(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    data.check_open(vm)?;
    if data.debug.get() {
        check_callback(vm, &args[1], "call_soon_threadsafe")?;
    }
    let handle = soon(vm, args, data)?;
    data.core.with(|core| core.waker().wake());
    Ok(handle)
}

fn method_call_later(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    if args[1].is_none() {
        return Err(vm.type_error("delay must not be None"));
    }
    let delay = vm.to_f64(&args[1])?;
    if data.by_hand.get() {
        return call_later_by_hand(vm, args, delay);
    }
    call_at(vm, args, data, data.now() + delay)
}

/// Through the methods that the loop's class may override.
#[cold]
fn call_later_by_hand(vm: &mut Vm, args: &[Value], delay: f64) -> R {
    let when = by_hand::time(vm, &args[0])? + delay;
    let mut positional = vec![Value::float(when), args[2].clone()];
    let mut keywords = Vec::new();
    if let [_, _, _, given, context] = args {
        positional.extend_from_slice(rest(given));
        if !context.is_undef() {
            keywords.push((vm.intern("context"), context.clone()));
        }
    }
    let method = vm.get_attr_str(&args[0], "call_at")?;
    vm.call_kw(&method, &positional, &keywords)
}

fn method_call_at(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    if args[1].is_none() {
        return Err(vm.type_error("when cannot be None"));
    }
    let when = vm.to_f64(&args[1])?;
    call_at(vm, args, data, when)
}

fn call_at(vm: &mut Vm, args: &[Value], data: &LoopData, when: f64) -> R {
    data.check_open(vm)?;
    if data.debug.get() {
        threaded::check_thread(vm, data)?;
        check_callback(vm, &args[2], "call_at")?;
    }
    let (given, context) = match args {
        [_, _, _, given, context] => (given, own_context(vm, context)),
        _ => (&Value::NONE, contextvars::copy_current(vm)),
    };
    let callback = args[2].clone();
    handle::schedule_at(vm, &args[0], data, when, callback, given, context)
}

/// Debug mode: a callback must be callable and not give a coroutine that nobody awaits.
#[cold]
pub(super) fn check_callback(vm: &mut Vm, callback: &Value, method: &str) -> R<()> {
    let inner = callback
        .as_ref::<Method>()
        .map_or_else(|| callback.clone(), |method| method.function.clone());
    let makes_coroutine = inner
        .as_ref::<Function>()
        .is_some_and(|function| function.code.get().flow == Flow::Coroutine);
    if makes_coroutine || task::is_coroutine(vm, callback) {
        return Err(vm.type_error(format!("coroutines cannot be used with {method}()")));
    }
    if !vm.is_callable(callback) {
        let text = vm.repr(callback)?;
        return Err(vm.type_error(format!(
            "a callable object was expected by {method}(), got {}",
            text.as_str()
        )));
    }
    Ok(())
}

fn method_time(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::float(this(vm, &args[0])?.now()))
}

fn method_create_future(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let future = future::new(vm, &args[0], data);
    source::note(vm, &args[0], &future)?;
    Ok(Value::object(future))
}

fn method_create_task(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    if let [event_loop, coroutine] = args {
        return create_plain_task(vm, event_loop, data, coroutine);
    }
    create_task(vm, &args[0], data, &args[1], &args[2..6])
}

/// A task of nothing but a coroutine.
pub(super) fn create_plain_task(
    vm: &mut Vm,
    event_loop: &Value,
    data: &LoopData,
    coroutine: &Value,
) -> R {
    if data.task_factory.with(Value::is_none) {
        let options = Options::default();
        return task::spawn(vm, event_loop, data, coroutine.clone(), options).map(Value::object);
    }
    let absent = [const { Value::UNDEF }; 4];
    create_task(vm, event_loop, data, coroutine, &absent)
}

/// `options`: name, context, eager_start, other keywords; each may be Undef.
pub(super) fn create_task(
    vm: &mut Vm,
    event_loop: &Value,
    data: &LoopData,
    coroutine: &Value,
    options: &[Value],
) -> R {
    data.check_open(vm)?;
    let factory = data.task_factory.get();
    if factory.is_none() {
        if let Some((name, _)) = vm.keywords(&options[3]).first() {
            let name = name.as_str().to_string();
            return Err(vm.type_error(format!(
                "Task() got an unexpected keyword argument '{name}'"
            )));
        }
        let eager = !options[2].is_undef() && vm.truth(&options[2])?;
        let options = Options {
            name: absent(&options[0]),
            context: absent(&options[1]),
            eager,
        };
        return task::spawn(vm, event_loop, data, coroutine.clone(), options).map(Value::object);
    }
    let mut keywords = vm.keywords(&options[3]);
    for (name, value) in ["name", "context", "eager_start"].into_iter().zip(options) {
        if !value.is_undef() {
            keywords.push((vm.intern(name), value.clone()));
        }
    }
    vm.call_kw(
        &factory,
        &[event_loop.clone(), coroutine.clone()],
        &keywords,
    )
}

fn method_set_task_factory(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    if !args[1].is_none() && !vm.is_callable(&args[1]) {
        return Err(vm.type_error("task factory must be a callable or None"));
    }
    data.task_factory.set(args[1].clone());
    Ok(Value::NONE)
}

fn method_get_task_factory(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.task_factory.get())
}

fn method_set_exception_handler(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    if !args[1].is_none() && !vm.is_callable(&args[1]) {
        let text = vm.repr(&args[1])?;
        return Err(vm.type_error(format!(
            "A callable object or None is expected, got {}",
            text.as_str()
        )));
    }
    data.exception_handler.set(args[1].clone());
    Ok(Value::NONE)
}

fn method_get_exception_handler(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.exception_handler.get())
}

fn dict_argument(vm: &mut Vm, value: &Value) -> R<Ref<Dict>> {
    match value.to_ref::<Dict>() {
        Some(dict) => Ok(dict),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!("the context must be a dict, not '{name}'")))
        }
    }
}

fn method_default_exception_handler(vm: &mut Vm, args: &[Value]) -> R {
    let context = dict_argument(vm, &args[1])?;
    complaints::default_handler(vm, &context)?;
    Ok(Value::NONE)
}

fn method_call_exception_handler(vm: &mut Vm, args: &[Value]) -> R {
    let context = dict_argument(vm, &args[1])?;
    complaints::handle_report(vm, &args[0], &context)?;
    Ok(Value::NONE)
}

fn method_get_debug(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, &args[0])?.debug.get()))
}

fn method_set_debug(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let on = vm.truth(&args[1])?;
    data.debug.set(on);
    if data.running.get() {
        source::track_origins(vm, data, on);
    }
    Ok(Value::NONE)
}

fn get_slow_callback(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::float(this(vm, &args[0])?.slow_callback.get()))
}

fn set_slow_callback(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let seconds = vm.to_f64(&args[1])?;
    data.slow_callback.set(seconds);
    Ok(Value::NONE)
}

fn method_repr(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let text = reprs::event_loop(vm, &args[0], data);
    Ok(vm.new_str(&text))
}

pub(super) fn install(vm: &mut Vm, classes: &Classes) {
    vm.add_methods(&classes.event_loop, METHODS);
    vm.add_getsets(&classes.event_loop, GETSETS);
    loop_inside::install(vm, classes);
    vm.set_doc(
        &classes.event_loop,
        "The loop that runs callbacks and tasks.",
    );
}

const METHODS: &[Def] = &[
    static_def("__new__", method_new, "cls, /, *args, **kwargs"),
    def("stop", method_stop, "self"),
    def("is_running", method_is_running, "self"),
    def("is_closed", method_is_closed, "self"),
    def("close", method_close, "self"),
    def("shutdown_asyncgens", method_shutdown_asyncgens, "self"),
    def("_close_asyncgens", method_close_asyncgens, "self"),
    def(
        "call_soon",
        method_call_soon,
        "self, callback, *args, context=None",
    )
    .bare(2),
    def(
        "call_soon_threadsafe",
        method_call_soon_threadsafe,
        "self, callback, *args, context=None",
    )
    .bare(2),
    def(
        "call_later",
        method_call_later,
        "self, delay, callback, *args, context=None",
    )
    .bare(3),
    def(
        "call_at",
        method_call_at,
        "self, when, callback, *args, context=None",
    )
    .bare(3),
    def("time", method_time, "self"),
    def("create_future", method_create_future, "self"),
    def(
        "create_task",
        method_create_task,
        "self, coro, *, name=None, context=None, eager_start=None, **kwargs",
    )
    .bare(2),
    def("set_task_factory", method_set_task_factory, "self, factory"),
    def("get_task_factory", method_get_task_factory, "self"),
    def(
        "set_exception_handler",
        method_set_exception_handler,
        "self, handler",
    ),
    def(
        "get_exception_handler",
        method_get_exception_handler,
        "self",
    ),
    def(
        "default_exception_handler",
        method_default_exception_handler,
        "self, context",
    ),
    def(
        "call_exception_handler",
        method_call_exception_handler,
        "self, context",
    ),
    def("get_debug", method_get_debug, "self"),
    def("set_debug", method_set_debug, "self, enabled"),
    def("__repr__", method_repr, "self, /"),
];

const GETSETS: &[GetSet] = &[getset(
    "slow_callback_duration",
    get_slow_callback,
    set_slow_callback,
)];
