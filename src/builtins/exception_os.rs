//! `OSError` and the subclasses that its number picks.
//!
//! `OSError(...)` looks at its arguments in `__new__`, since they decide the class; a subclass
//! that has an `__init__` but no `__new__` may take other arguments, so there it is `__init__`
//! that looks.

use super::exception::{make, make_of, no_keywords, reduced, str_of_args, this, tuple};
use super::exception_kinds::{by_machine, field_accessors};
use crate::heap::Ref;
use crate::value::{Class, Exception, Tuple, Value};
use crate::vm::{Def, GetSet, R, Vm, def, getset, static_def};

/// Gives `OSError` and `BlockingIOError` their methods.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.os_error.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
}

pub(super) fn new(vm: &mut Vm, args: &[Value]) -> R {
    let of = vm.types.os_error.clone();
    vm.check_new(&args[0], &of)?;
    let class = args[0].to_ref::<Class>().expect("checked above");
    if init_decides(vm, &class) {
        let empty = Value::object(vm.heap.tuple_of(&[]));
        return make(vm, &args[0], &empty);
    }
    no_keywords(vm, &class, &args[2])?;
    let call_args = tuple(vm, &args[1]);
    let number = match call_args.items() {
        items @ [number, ..] if (2..=5).contains(&items.len()) => vm.int_value(number),
        _ => None,
    };
    let number = number.and_then(|number| number.as_int());
    let class = match number.and_then(|number| i32::try_from(number).ok()) {
        Some(number) if class.is(&vm.types.os_error) => vm.os_error_class(number),
        _ => class,
    };
    let checked = make(vm, &Value::object(class.clone()), &args[1])?;
    drop(checked);
    let value = make_of(vm, &class, call_args);
    let exception = this(vm, &value, "__new__")?;
    set_up(vm, &exception)?;
    Ok(value)
}

fn init(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__init__")?;
    let class = exception.class.get();
    if init_decides(vm, &class) {
        no_keywords(vm, &class, &args[2])?;
        exception.args.set(tuple(vm, &args[1]));
        set_up(vm, &exception)?;
    }
    Ok(Value::NONE)
}

/// Whether `class` overrides `__init__` but not `__new__`.
fn init_decides(vm: &mut Vm, class: &Ref<Class>) -> bool {
    let own = vm.types.os_error.clone();
    let overrides = |vm: &mut Vm, name: &str| {
        let name = vm.intern(name);
        let (found, ours) = (class.lookup(&name), own.dict.get_str(&name));
        match (found, ours) {
            // A base beside this one does not make its own objects: this one's are larger.
            (Some(found), Some(_)) if name.as_str() == "__new__" && vm.is_exception_new(&found) => {
                false
            }
            (Some(found), Some(ours)) => !found.is_same(&ours),
            _ => true,
        }
    };
    overrides(vm, "__init__") && !overrides(vm, "__new__")
}

/// Sets the attributes from the arguments, and leaves only the first two of these if there is a
/// file name.
fn set_up(vm: &mut Vm, exception: &Ref<Exception>) -> R<()> {
    let args = exception.args.get();
    let items = args.items();
    if !(2..=5).contains(&items.len()) {
        return Ok(());
    }
    exception.set_field("errno", items[0].clone());
    exception.set_field("strerror", items[1].clone());
    let Some(filename) = items.get(2).filter(|name| !name.is_none()) else {
        return Ok(());
    };
    let blocking = vm.types.blocking_io_error.clone();
    if exception.class.get().is(&blocking)
        && let Some(written) = filename.as_int()
    {
        exception.set_field("characters_written", Value::int(written));
        return Ok(());
    }
    exception.set_field("filename", filename.clone());
    if let Some(second) = items.get(4).filter(|name| !name.is_none()) {
        exception.set_field("filename2", second.clone());
    }
    exception.args.set(vm.heap.tuple_of(&items[..2]));
    Ok(())
}

/// For an exception that the machine made: the same without touching the arguments.
fn fill(vm: &mut Vm, exception: &Ref<Exception>) {
    if by_machine(exception)
        && exception.field("errno").is_none()
        && (2..=5).contains(&exception.args.get().len())
    {
        // Setting up fails for no kind of argument.
        let _ = set_up(vm, exception);
    }
}

fn present(exception: &Ref<Exception>, name: &str) -> Option<Value> {
    exception.field(name).filter(|value| !value.is_none())
}

fn str(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__str__")?;
    fill(vm, &exception);
    let (errno, strerror) = (exception.field("errno"), exception.field("strerror"));
    let filename = present(&exception, "filename");
    if filename.is_none() && (errno.is_none() || strerror.is_none()) {
        return str_of_args(vm, &exception);
    }
    let errno = vm.str(&errno.unwrap_or(Value::NONE))?;
    let strerror = vm.str(&strerror.unwrap_or(Value::NONE))?;
    let mut text = format!("[Errno {}] {}", errno.as_str(), strerror.as_str());
    if let Some(filename) = filename {
        text.push_str(": ");
        text.push_str(vm.repr(&filename)?.as_str());
        if let Some(second) = present(&exception, "filename2") {
            text.push_str(" -> ");
            text.push_str(vm.repr(&second)?.as_str());
        }
    }
    Ok(vm.new_str(&text))
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__reduce__")?;
    let call_args = exception.args.get();
    let call_args: Ref<Tuple> = match (call_args.items(), present(&exception, "filename")) {
        ([errno, strerror], Some(filename)) => {
            let mut all = vec![errno.clone(), strerror.clone(), filename];
            if let Some(second) = present(&exception, "filename2") {
                all.extend([Value::NONE, second]);
            }
            vm.heap.new_tuple(all)
        }
        _ => call_args.clone(),
    };
    Ok(reduced(vm, &exception, call_args, exception.dict.get()))
}

fn get_written(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "characters_written")?;
    match present(&exception, "characters_written") {
        Some(written) => Ok(written),
        None => {
            let class = vm.types.attribute_error.clone();
            Err(vm.raise(&class, "characters_written"))
        }
    }
}

fn set_written(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "characters_written")?;
    let value = if args[1].is_undef() {
        get_written(vm, &args[..1])?;
        Value::NONE
    } else {
        Value::int(vm.index(&args[1])?)
    };
    exception.set_field("characters_written", value);
    Ok(Value::NONE)
}

field_accessors! { fill:
    "errno", get_errno, set_errno;
    "strerror", get_strerror, set_strerror;
    "filename", get_filename, set_filename;
    "filename2", get_filename2, set_filename2;
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, /, *args, **kwargs"),
    def("__init__", init, "self, /, *args, **kwargs"),
    def("__str__", str, "self, /"),
    def("__reduce__", reduce, "self, /"),
];

const GETSETS: &[GetSet] = &[
    getset("errno", get_errno, set_errno),
    getset("strerror", get_strerror, set_strerror),
    getset("filename", get_filename, set_filename),
    getset("filename2", get_filename2, set_filename2),
    getset("characters_written", get_written, set_written),
];
