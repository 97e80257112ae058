//! `BaseException`: what every exception can do.
//!
//! The classes are made by `vm::types`. The classes with attributes of their own are in
//! exception_kinds.rs, exception_os.rs and exception_source.rs (installed from here), and in
//! exception_group.rs.

use super::traceback;
use crate::heap::{Ref, flags};
use crate::value::{Class, Dict, Exception, List, Str, Tuple, Value, class_flags};
use crate::vm::{Def, GetSet, R, Raised, Vm, def, getset};

/// Gives `BaseException` and its subclasses their methods.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.base_exception.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
    super::exception_new::install(vm);
    super::exception_kinds::install(vm);
    super::exception_os::install(vm);
    super::exception_source::install(vm);
    super::exception_group::install(vm);
    super::exception_new::install_inits(vm);
}

/// The exception that a method was called on.
pub(super) fn this(vm: &mut Vm, value: &Value, method: &str) -> R<Ref<Exception>> {
    if let Some(exception) = value.to_ref::<Exception>() {
        return Ok(exception);
    }
    Err(vm.unfit_receiver(value, method, "BaseException"))
}

/// A new exception of the class `cls` with these arguments. `args` is a tuple.
pub(super) fn make(vm: &mut Vm, cls: &Value, args: &Value) -> R {
    let of = vm.types.base_exception.clone();
    vm.check_new(cls, &of)?;
    let class = cls.to_ref::<Class>().expect("checked above");
    Ok(make_of(vm, &class, tuple(vm, args)))
}

/// A new exception of `class`, which is a class of exceptions.
pub(super) fn make_of(vm: &mut Vm, class: &Ref<Class>, args: Ref<Tuple>) -> Value {
    let exception = vm.heap.alloc(Exception::new(class.clone(), args));
    if class.has(class_flags::HAS_DEL) {
        exception.header().set(flags::FINALIZE);
    }
    Value::object(exception)
}

/// The tuple that collected the positional arguments.
pub(super) fn tuple(vm: &Vm, args: &Value) -> Ref<Tuple> {
    args.to_ref::<Tuple>()
        .unwrap_or_else(|| vm.heap.tuple_of(&[]))
}

/// Refuses keyword arguments.
pub(super) fn no_keywords(vm: &mut Vm, class: &Ref<Class>, keywords: &Value) -> R<()> {
    if vm.keywords(keywords).is_empty() {
        return Ok(());
    }
    let name = class.name.get();
    Err(vm.type_error(format!("{}() takes no keyword arguments", name.as_str())))
}

/// Whether `value` is None or an exception.
fn is_exception_or_none(value: &Value) -> bool {
    value.is_none() || value.as_ref::<Exception>().is_some()
}

pub(super) fn init(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__init__")?;
    no_keywords(vm, &exception.class.get(), &args[2])?;
    exception.args.set(tuple(vm, &args[1]));
    Ok(Value::NONE)
}

pub(super) fn str(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__str__")?;
    str_of_args(vm, &exception)
}

/// `str` of an exception whose class has no `__str__` of its own.
pub(super) fn str_of_args(vm: &mut Vm, exception: &Ref<Exception>) -> R {
    let args = exception.args.get();
    match args.items() {
        [] => Ok(vm.new_str("")),
        [only] => Ok(Value::object(vm.str(only)?)),
        _ => Ok(Value::object(vm.str(&Value::object(args.clone()))?)),
    }
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__repr__")?;
    let name = exception.class.get().name.get();
    let args = exception.args.get();
    let text = match args.items() {
        [only] => format!("{}({})", name.as_str(), vm.repr(only)?.as_str()),
        _ => {
            let args = vm.repr(&Value::object(args.clone()))?;
            format!("{}{}", name.as_str(), args.as_str())
        }
    };
    Ok(vm.new_str(&text))
}

fn with_traceback(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "with_traceback")?;
    traceback::set_on(vm, &exception, &args[1])?;
    Ok(args[0].clone())
}

fn add_note(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "add_note")?;
    if vm.cast::<Str>(&args[1]).is_none() {
        let type_name = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("note must be a str, not '{type_name}'")));
    }
    let name = vm.intern("__notes__");
    let notes = match vm.find_attr(&args[0], &name)? {
        Some(notes) => notes,
        None => {
            let notes = Value::object(vm.heap.new_list(Vec::new()));
            vm.set_attr(&args[0], &name, notes.clone())?;
            notes
        }
    };
    match vm.cast::<List>(&notes) {
        Some(list) => list.push(args[1].clone()),
        None => return Err(vm.type_error("Cannot add note: __notes__ is not a list")),
    }
    Ok(Value::NONE)
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__reduce__")?;
    let call_args = exception.args.get();
    Ok(reduced(vm, &exception, call_args, exception.dict.get()))
}

/// What `__reduce__` gives: class, arguments, and state if there is any.
pub(super) fn reduced(
    vm: &mut Vm,
    exception: &Ref<Exception>,
    call_args: Ref<Tuple>,
    state: Value,
) -> Value {
    let mut parts = vec![
        Value::object(exception.class.get()),
        Value::object(call_args),
    ];
    if state.as_ref::<Dict>().is_some() {
        parts.push(state);
    }
    Value::object(vm.heap.new_tuple(parts))
}

fn set_state(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "__setstate__")?;
    if args[1].is_none() {
        return Ok(Value::NONE);
    }
    let Some(state) = vm.cast::<Dict>(&args[1]) else {
        return Err(vm.type_error("state is not a dictionary"));
    };
    for (name, value) in state.to_vec() {
        let name = vm.expect_str(&name, "attribute name")?;
        vm.set_attr(&args[0], &name, value)?;
    }
    Ok(Value::NONE)
}

fn get_args(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(this(vm, &args[0], "args")?.args.get()))
}

fn set_args(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "args")?;
    if args[1].is_undef() {
        return Err(vm.type_error("args may not be deleted"));
    }
    let items = vm.to_vec(&args[1])?;
    exception.args.set(vm.heap.new_tuple(items));
    Ok(Value::NONE)
}

fn get_cause(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0], "__cause__")?.cause.get())
}

fn set_cause(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__cause__")?;
    checked(vm, &args[1], "__cause__", "cause")?;
    exception.cause.set(args[1].clone());
    exception.suppress_context.set(true);
    Ok(Value::NONE)
}

fn get_context(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0], "__context__")?.context.get())
}

fn set_context(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__context__")?;
    checked(vm, &args[1], "__context__", "context")?;
    exception.context.set(args[1].clone());
    Ok(Value::NONE)
}

fn checked(vm: &mut Vm, value: &Value, name: &str, what: &str) -> R<()> {
    if value.is_undef() {
        return Err(vm.type_error(format!("{name} may not be deleted")));
    }
    if !is_exception_or_none(value) {
        return Err(vm.type_error(format!(
            "exception {what} must be None or derive from BaseException"
        )));
    }
    Ok(())
}

fn get_suppress_context(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__suppress_context__")?;
    Ok(Value::bool(exception.suppress_context.get()))
}

fn set_suppress_context(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__suppress_context__")?;
    if args[1].is_undef() {
        return Err(vm.type_error("can't delete numeric/char attribute"));
    }
    let Some(suppress) = args[1].as_bool() else {
        return Err(vm.type_error("attribute value type must be bool"));
    };
    exception.suppress_context.set(suppress);
    Ok(Value::NONE)
}

fn get_traceback(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__traceback__")?;
    Ok(traceback::of(vm, &exception))
}

fn set_traceback(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__traceback__")?;
    traceback::set_on(vm, &exception, &args[1])?;
    Ok(Value::NONE)
}

fn get_dict(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__dict__")?;
    let dict = exception.dict.get();
    if !dict.is_none() {
        return Ok(dict);
    }
    let dict = Value::object(vm.heap.new_dict());
    exception.dict.set(dict.clone());
    Ok(dict)
}

fn set_dict(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__dict__")?;
    if args[1].is_undef() {
        return Err(vm.type_error("cannot delete __dict__"));
    }
    if args[1].as_ref::<Dict>().is_none() {
        let type_name = vm.type_name(&args[1]);
        return Err(vm.type_error(format!(
            "__dict__ must be set to a dictionary, not a '{type_name}'"
        )));
    }
    exception.dict.set(args[1].clone());
    Ok(Value::NONE)
}

/// Complains about a number of arguments as `PyArg_ParseTuple` does. Call it when the number is wrong.
pub(super) fn wrong_count(vm: &mut Vm, least: usize, most: usize, given: usize) -> Raised {
    let (how, wanted) = match given {
        _ if least == most => ("exactly", least),
        given if given < least => ("at least", least),
        _ => ("at most", most),
    };
    let s = if wanted == 1 { "" } else { "s" };
    vm.type_error(format!(
        "function takes {how} {wanted} argument{s} ({given} given)"
    ))
}

const METHODS: &[Def] = &[
    def("__init__", init, "self, /, *args, **kwargs"),
    def("__str__", str, "self, /"),
    def("__repr__", repr, "self, /"),
    def("__reduce__", reduce, "self, /"),
    def("__setstate__", set_state, "self, state, /"),
    def("with_traceback", with_traceback, "self, tb, /"),
    def("add_note", add_note, "self, note, /"),
];

const GETSETS: &[GetSet] = &[
    getset("args", get_args, set_args),
    getset("__cause__", get_cause, set_cause),
    getset("__context__", get_context, set_context),
    getset(
        "__suppress_context__",
        get_suppress_context,
        set_suppress_context,
    ),
    getset("__traceback__", get_traceback, set_traceback),
    getset("__dict__", get_dict, set_dict),
];
