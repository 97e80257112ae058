//! Generators, coroutines and async generators, as programs drive them by hand.

use crate::bytecode::Flow;
use crate::heap::Ref;
use crate::value::{Coroutine, CoroutineState, Exception, Str, Tag, Value};
use crate::vm::{AgenAwait, AgenMode, Def, GetSet, Progress, R, Resume, Vm, def, getset, getter};

pub(crate) fn install(vm: &mut Vm) {
    for (class, prefix) in [
        (vm.types.generator.clone(), "gi"),
        (vm.types.coroutine.clone(), "cr"),
        (vm.types.async_generator.clone(), "ag"),
    ] {
        vm.add_methods(&class, COMMON_METHODS);
        vm.add_getsets(&class, COMMON_GETSETS);
        let (code, running, frame) = match prefix {
            "gi" => ("gi_code", "gi_running", "gi_frame"),
            "cr" => ("cr_code", "cr_running", "cr_frame"),
            _ => ("ag_code", "ag_running", "ag_frame"),
        };
        vm.add_getsets(
            &class,
            &[
                getter(code, get_code),
                getter(running, get_running),
                getter(frame, get_frame),
            ],
        );
    }
    let class = vm.types.generator.clone();
    vm.add_methods(&class, DRIVEN_METHODS);
    vm.add_methods(
        &class,
        &[
            def("__iter__", itself, "self, /"),
            def("__next__", next, "self, /"),
        ],
    );
    vm.add_getsets(
        &class,
        &[
            getter("gi_suspended", get_suspended),
            getter("gi_yieldfrom", get_awaited),
        ],
    );
    let class = vm.types.coroutine.clone();
    vm.add_methods(&class, DRIVEN_METHODS);
    vm.add_methods(&class, &[def("__await__", coroutine_await, "self, /")]);
    vm.add_getsets(
        &class,
        &[
            getter("cr_suspended", get_suspended),
            getter("cr_await", get_awaited),
            getter("cr_origin", get_origin),
        ],
    );
    let class = vm.types.async_generator.clone();
    vm.add_methods(&class, ASYNC_METHODS);
    vm.add_getsets(&class, &[getter("ag_await", get_awaited)]);
    let class = vm.types.async_generator_asend.clone();
    vm.add_methods(&class, ASEND_METHODS);
    let class = vm.types.coroutine_wrapper.clone();
    vm.add_methods(&class, WRAPPER_METHODS);
}

fn this(vm: &mut Vm, value: &Value) -> R<Ref<Coroutine>> {
    match value.to_ref::<Coroutine>() {
        Some(coroutine) => Ok(coroutine),
        None => Err(vm.unfit_receiver(value, "send", "generator")),
    }
}

fn itself(vm: &mut Vm, args: &[Value]) -> R {
    if !matches!(args[0].tag(), Tag::Opaque | Tag::Coroutine) {
        return Err(vm.unfit_receiver(&args[0], "__iter__", "object"));
    }
    Ok(args[0].clone())
}

/// The value a step gives, or StopIteration.
fn given(vm: &mut Vm, progress: Progress) -> R {
    match progress {
        Progress::Suspended(value) => Ok(value),
        Progress::Done(value) => Err(vm.stop_iteration(value)),
    }
}

fn next(vm: &mut Vm, args: &[Value]) -> R {
    let generator = this(vm, &args[0])?;
    let progress = vm.resume(&generator, Resume::Value(Value::NONE))?;
    given(vm, progress)
}

fn send(vm: &mut Vm, args: &[Value]) -> R {
    let generator = this(vm, &args[0])?;
    let progress = vm.resume(&generator, Resume::Value(args[1].clone()))?;
    given(vm, progress)
}

/// The exception that the arguments of `throw` mean.
fn thrown(vm: &mut Vm, args: &[Value]) -> R {
    let (type_, value, traceback) = (&args[0], &args[1], &args[2]);
    if !traceback.is_undef() && !traceback.is_none() && vm.short_type_name(traceback) != "traceback"
    {
        return Err(vm.type_error("throw() third argument must be a traceback object"));
    }
    let exception = if type_.as_ref::<Exception>().is_some() {
        if !value.is_undef() && !value.is_none() {
            return Err(vm.type_error("instance exception may not have a separate value"));
        }
        type_.clone()
    } else if value.is_undef() || value.is_none() {
        match type_.as_ref::<crate::value::Class>() {
            Some(class) if class.is_subclass(&vm.types.base_exception) => {
                vm.exception_from(type_.clone())?
            }
            _ => {
                let message = format!(
                    "exceptions must be classes or instances deriving from BaseException, not {}",
                    vm.type_name(type_)
                );
                return Err(vm.type_error(message));
            }
        }
    } else if value.as_ref::<Exception>().is_some() && vm.py_isinstance(value, type_)? {
        value.clone()
    } else {
        vm.call(type_, std::slice::from_ref(value))?
    };
    if exception.as_ref::<Exception>().is_none() {
        return Err(vm.type_error("exceptions must derive from BaseException"));
    }
    if !traceback.is_undef() && !traceback.is_none() {
        vm.call_method(
            &exception,
            "with_traceback",
            std::slice::from_ref(traceback),
        )?;
    }
    Ok(exception)
}

fn throw(vm: &mut Vm, args: &[Value]) -> R {
    let generator = this(vm, &args[0])?;
    let exception = thrown(vm, &args[1..])?;
    let progress = vm.resume(&generator, Resume::Throw(exception))?;
    given(vm, progress)
}

fn close(vm: &mut Vm, args: &[Value]) -> R {
    let generator = this(vm, &args[0])?;
    vm.close_coroutine(&generator)
}

fn del(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = this(vm, &args[0])?;
    let name = vm.qualname_of_coroutine(&coroutine);
    let kind = vm.short_type_name(&args[0]);
    Ok(vm.new_str(&format!(
        "<{kind} object {name} at {:#x}>",
        args[0].raw_bits()
    )))
}

fn get_qualname(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = this(vm, &args[0])?;
    let name = vm.qualname_of_coroutine(&coroutine);
    Ok(vm.new_str(&name))
}

fn set_qualname(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = this(vm, &args[0])?;
    let Some(qualname) = vm.cast::<Str>(&args[1]) else {
        return Err(vm.type_error("__qualname__ must be set to a string object"));
    };
    let (name, _) = vm.names_of_coroutine(&coroutine);
    vm.name_coroutine(&coroutine, name, Some(qualname));
    Ok(Value::NONE)
}

fn get_name(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = this(vm, &args[0])?;
    match vm.names_of_coroutine(&coroutine).0 {
        Some(name) => Ok(Value::object(name)),
        None => Ok(vm.new_str(&coroutine.head().code.code.name)),
    }
}

fn set_name(vm: &mut Vm, args: &[Value]) -> R {
    let Some(name) = vm.cast::<Str>(&args[1]) else {
        return Err(vm.type_error("__name__ must be set to a string object"));
    };
    let coroutine = this(vm, &args[0])?;
    let (_, qualname) = vm.names_of_coroutine(&coroutine);
    vm.name_coroutine(&coroutine, Some(name), qualname);
    Ok(Value::NONE)
}

fn get_code(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(this(vm, &args[0])?.head().code.clone()))
}

fn get_running(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = this(vm, &args[0])?;
    if coroutine.head().code.flow == Flow::AsyncGenerator {
        return Ok(Value::bool(
            coroutine.head().agen_running.get() || coroutine.state() == CoroutineState::Running,
        ));
    }
    Ok(Value::bool(
        coroutine.state() == CoroutineState::Running && !vm.is_suspended(&coroutine),
    ))
}

fn get_suspended(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = this(vm, &args[0])?;
    Ok(Value::bool(vm.is_suspended(&coroutine)))
}

fn get_frame(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = this(vm, &args[0])?;
    Ok(vm.frame_of_coroutine(&coroutine).unwrap_or(Value::NONE))
}

/// What it waits for.
fn get_awaited(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = this(vm, &args[0])?;
    Ok(vm.awaited_by_coroutine(&coroutine))
}

fn get_origin(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = this(vm, &args[0])?;
    Ok(vm.origin_of_coroutine(&coroutine))
}

/// `coroutine.__await__()`: something to drive by hand.
struct Wrapper {
    coroutine: Ref<Coroutine>,
}

impl crate::value::NativeData for Wrapper {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::object(self.coroutine.clone()));
    }
}

fn coroutine_await(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = this(vm, &args[0])?;
    let class = vm.types.coroutine_wrapper.clone();
    Ok(vm.heap.new_opaque(&class, Wrapper { coroutine }))
}

fn unwrap(vm: &mut Vm, value: &Value) -> R<Ref<Coroutine>> {
    match value.as_data::<Wrapper>() {
        Some(wrapper) => Ok(wrapper.coroutine.clone()),
        None => Err(vm.unfit_receiver(value, "method", "object")),
    }
}

fn wrapper_next(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = unwrap(vm, &args[0])?;
    let progress = vm.resume(&coroutine, Resume::Value(Value::NONE))?;
    given(vm, progress)
}

fn wrapper_send(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = unwrap(vm, &args[0])?;
    let progress = vm.resume(&coroutine, Resume::Value(args[1].clone()))?;
    given(vm, progress)
}

fn wrapper_throw(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = unwrap(vm, &args[0])?;
    let exception = thrown(vm, &args[1..])?;
    let progress = vm.resume(&coroutine, Resume::Throw(exception))?;
    given(vm, progress)
}

fn wrapper_close(vm: &mut Vm, args: &[Value]) -> R {
    let coroutine = unwrap(vm, &args[0])?;
    vm.close_coroutine(&coroutine)
}

fn anext(vm: &mut Vm, args: &[Value]) -> R {
    let generator = this(vm, &args[0])?;
    vm.agen_awaitable(&generator, AgenMode::Send, Value::NONE)
}

fn asend(vm: &mut Vm, args: &[Value]) -> R {
    let generator = this(vm, &args[0])?;
    vm.agen_awaitable(&generator, AgenMode::Send, args[1].clone())
}

fn athrow(vm: &mut Vm, args: &[Value]) -> R {
    let generator = this(vm, &args[0])?;
    let exception = thrown(vm, &args[1..])?;
    vm.agen_awaitable(&generator, AgenMode::Throw, exception)
}

fn aclose(vm: &mut Vm, args: &[Value]) -> R {
    let generator = this(vm, &args[0])?;
    vm.agen_awaitable(&generator, AgenMode::Close, Value::NONE)
}

/// Steps an `asend()`/`athrow()`/`aclose()` object by hand.
fn asend_step(vm: &mut Vm, value: &Value, input: Resume) -> R {
    let Some(awaitable) = value.as_data::<AgenAwait>() else {
        return Err(vm.type_error("an async generator's awaitable is required"));
    };
    vm.agen_step(awaitable, input)
}

fn asend_next(vm: &mut Vm, args: &[Value]) -> R {
    asend_step(vm, &args[0], Resume::Value(Value::NONE))
}

fn asend_send(vm: &mut Vm, args: &[Value]) -> R {
    asend_step(vm, &args[0], Resume::Value(args[1].clone()))
}

fn asend_throw(vm: &mut Vm, args: &[Value]) -> R {
    let exception = thrown(vm, &args[1..])?;
    asend_step(vm, &args[0], Resume::Throw(exception))
}

fn asend_close(_: &mut Vm, args: &[Value]) -> R {
    if let Some(awaitable) = args[0].as_data::<AgenAwait>() {
        awaitable.finished.set(true);
    }
    Ok(Value::NONE)
}

const COMMON_METHODS: &[Def] = &[
    def("__repr__", repr, "self, /"),
    def("__del__", del, "self, /"),
];

const COMMON_GETSETS: &[GetSet] = &[
    getset("__name__", get_name, set_name),
    getset("__qualname__", get_qualname, set_qualname),
];

const DRIVEN_METHODS: &[Def] = &[
    def("send", send, "self, value, /"),
    def("throw", throw, "self, type, value=None, traceback=None, /"),
    def("close", close, "self, /"),
];

const ASYNC_METHODS: &[Def] = &[
    def("__aiter__", itself, "self, /"),
    def("__anext__", anext, "self, /"),
    def("asend", asend, "self, value, /"),
    def(
        "athrow",
        athrow,
        "self, type, value=None, traceback=None, /",
    ),
    def("aclose", aclose, "self, /"),
];

const ASEND_METHODS: &[Def] = &[
    def("__await__", itself, "self, /"),
    def("__iter__", itself, "self, /"),
    def("__next__", asend_next, "self, /"),
    def("send", asend_send, "self, value, /"),
    def(
        "throw",
        asend_throw,
        "self, type, value=None, traceback=None, /",
    ),
    def("close", asend_close, "self, /"),
];

const WRAPPER_METHODS: &[Def] = &[
    def("__iter__", itself, "self, /"),
    def("__next__", wrapper_next, "self, /"),
    def("send", wrapper_send, "self, value, /"),
    def(
        "throw",
        wrapper_throw,
        "self, type, value=None, traceback=None, /",
    ),
    def("close", wrapper_close, "self, /"),
];
