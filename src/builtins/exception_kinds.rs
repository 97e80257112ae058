//! The exceptions with a few attributes: `StopIteration`, `SystemExit`, `KeyError`,
//! `ImportError`, `NameError`, `AttributeError`.
//!
//! Their attributes live in `Exception::fields`. An exception that the machine made (without
//! calling `__init__`) may lack them: then they are read off its arguments.

use super::exception::{self, no_keywords, reduced, str_of_args, this, tuple};
use crate::heap::Ref;
use crate::value::{Dict, Exception, Str, Value, class_flags};
use crate::vm::{Def, GetSet, R, Vm, def, getset};

/// Gives these classes their methods.
pub(crate) fn install(vm: &mut Vm) {
    let types = &vm.types;
    let rows: [(_, &[Def], &[GetSet]); 6] = [
        (types.stop_iteration.clone(), STOP_METHODS, STOP_GETSETS),
        (types.system_exit.clone(), EXIT_METHODS, EXIT_GETSETS),
        (types.key_error.clone(), KEY_METHODS, &[]),
        (types.import_error.clone(), IMPORT_METHODS, IMPORT_GETSETS),
        (types.name_error.clone(), NAME_METHODS, NAME_GETSETS),
        (
            types.attribute_error.clone(),
            ATTRIBUTE_METHODS,
            ATTRIBUTE_GETSETS,
        ),
    ];
    for (class, methods, getsets) in rows {
        vm.add_methods(&class, methods);
        vm.add_getsets(&class, getsets);
    }
}

/// Defines getters and setters of attributes that are kept in `Exception::fields`; `$fill` sets
/// those of an exception that has none yet.
macro_rules! field_accessors {
    ($fill:ident: $($name:literal, $get:ident, $set:ident;)*) => { $(
        fn $get(vm: &mut Vm, args: &[Value]) -> R {
            let exception = $crate::builtins::exception::this(vm, &args[0], $name)?;
            if exception.field($name).is_none() && $crate::builtins::exception_kinds::by_machine(&exception) {
                $fill(vm, &exception);
            }
            Ok(exception.field($name).unwrap_or(Value::NONE))
        }

        fn $set(vm: &mut Vm, args: &[Value]) -> R {
            let exception = $crate::builtins::exception::this(vm, &args[0], $name)?;
            if exception.field($name).is_none() && $crate::builtins::exception_kinds::by_machine(&exception) {
                $fill(vm, &exception);
            }
            let value = if args[1].is_undef() { Value::NONE } else { args[1].clone() };
            exception.set_field($name, value);
            Ok(Value::NONE)
        }
    )* };
}
pub(super) use field_accessors;

/// Whether the machine may have made this exception. The `__init__` of a script's class may set nothing on purpose.
pub(super) fn by_machine(exception: &Ref<Exception>) -> bool {
    exception.class.get().has(class_flags::BUILTIN)
}

/// Takes the keyword arguments called `names` and refuses others. Absent ones are None.
fn take_keywords<const N: usize>(
    vm: &mut Vm,
    exception: &Ref<Exception>,
    keywords: &Value,
    names: [&'static str; N],
    error_name: &str,
) -> R<()> {
    for name in names {
        exception.set_field(name, Value::NONE);
    }
    let given = vm.keywords(keywords);
    if given.len() > N {
        let s = if N == 1 { "" } else { "s" };
        return Err(vm.type_error(format!(
            "{error_name}() takes at most {N} keyword argument{s} ({} given)",
            given.len()
        )));
    }
    for (name, value) in given {
        match names.into_iter().find(|known| *known == name.as_str()) {
            Some(known) => exception.set_field(known, value),
            None => {
                return Err(vm.type_error(format!(
                    "'{}' is an invalid keyword argument for {error_name}()",
                    name.as_str()
                )));
            }
        }
    }
    Ok(())
}

fn stop_init(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__init__")?;
    no_keywords(vm, &exception.class.get(), &args[2])?;
    exception.args.set(tuple(vm, &args[1]));
    fill_stop(vm, &exception);
    Ok(Value::NONE)
}

fn fill_stop(_: &mut Vm, exception: &Ref<Exception>) {
    let first = exception.args.get().items().first().cloned();
    exception.set_field("value", first.unwrap_or(Value::NONE));
}

fn exit_init(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__init__")?;
    no_keywords(vm, &exception.class.get(), &args[2])?;
    exception.args.set(tuple(vm, &args[1]));
    fill_exit(vm, &exception);
    Ok(Value::NONE)
}

fn fill_exit(_: &mut Vm, exception: &Ref<Exception>) {
    let args = exception.args.get();
    let code = match args.items() {
        [] => Value::NONE,
        [only] => only.clone(),
        _ => Value::object(args.clone()),
    };
    exception.set_field("code", code);
}

fn key_str(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__str__")?;
    match exception.args.get().items() {
        [key] => Ok(Value::object(vm.repr(key)?)),
        _ => str_of_args(vm, &exception),
    }
}

fn import_init(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__init__")?;
    exception.args.set(tuple(vm, &args[1]));
    take_keywords(vm, &exception, &args[2], ["name", "path"], "ImportError")?;
    fill_import(vm, &exception);
    Ok(Value::NONE)
}

fn fill_import(_: &mut Vm, exception: &Ref<Exception>) {
    let message = match exception.args.get().items() {
        [only] => only.clone(),
        _ => Value::NONE,
    };
    exception.set_field("msg", message);
}

fn import_str(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__str__")?;
    match exception.field("msg") {
        Some(message) if message.as_ref::<Str>().is_some() => Ok(message),
        _ => str_of_args(vm, &exception),
    }
}

fn import_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__reduce__")?;
    let named: Vec<_> = ["name", "path"]
        .into_iter()
        .filter_map(|name| Some((name, exception.field(name)?)))
        .filter(|(_, value)| !value.is_none())
        .collect();
    let mut state = exception.dict.get();
    if !named.is_empty() {
        let dict = match state.as_ref::<Dict>() {
            Some(dict) => dict.copy(),
            None => vm.heap.new_dict(),
        };
        for (name, value) in named {
            let name = vm.intern(name);
            dict.set_str(&name, value);
        }
        state = Value::object(dict);
    }
    Ok(reduced(vm, &exception, exception.args.get(), state))
}

fn name_init(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__init__")?;
    exception.args.set(tuple(vm, &args[1]));
    take_keywords(vm, &exception, &args[2], ["name"], "NameError")?;
    Ok(Value::NONE)
}

fn attribute_init(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__init__")?;
    exception.args.set(tuple(vm, &args[1]));
    take_keywords(vm, &exception, &args[2], ["name", "obj"], "AttributeError")?;
    Ok(Value::NONE)
}

fn fill_nothing(_: &mut Vm, _: &Ref<Exception>) {}

field_accessors! { fill_stop: "value", get_value, set_value; }
field_accessors! { fill_exit: "code", get_code, set_code; }
field_accessors! { fill_import: "msg", get_msg, set_msg; }
field_accessors! { fill_nothing:
    "name", get_name, set_name;
    "path", get_path, set_path;
    "obj", get_obj, set_obj;
}

const STOP_METHODS: &[Def] = &[def("__init__", stop_init, "self, /, *args, **kwargs")];
const STOP_GETSETS: &[GetSet] = &[getset("value", get_value, set_value)];

const EXIT_METHODS: &[Def] = &[def("__init__", exit_init, "self, /, *args, **kwargs")];
const EXIT_GETSETS: &[GetSet] = &[getset("code", get_code, set_code)];

const KEY_METHODS: &[Def] = &[def("__str__", key_str, "self, /")];

const IMPORT_METHODS: &[Def] = &[
    def("__init__", import_init, "self, /, *args, **kwargs"),
    def("__str__", import_str, "self, /"),
    def("__reduce__", import_reduce, "self, /"),
];
const IMPORT_GETSETS: &[GetSet] = &[
    getset("msg", get_msg, set_msg),
    getset("name", get_name, set_name),
    getset("path", get_path, set_path),
];

const NAME_METHODS: &[Def] = &[
    def("__init__", name_init, "self, /, *args, **kwargs"),
    def("__str__", exception::str, "self, /"),
];
const NAME_GETSETS: &[GetSet] = &[getset("name", get_name, set_name)];

const ATTRIBUTE_METHODS: &[Def] = &[
    def("__init__", attribute_init, "self, /, *args, **kwargs"),
    def("__str__", exception::str, "self, /"),
];
const ATTRIBUTE_GETSETS: &[GetSet] = &[
    getset("name", get_name, set_name),
    getset("obj", get_obj, set_obj),
];
