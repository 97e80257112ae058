//! `module` objects.

use crate::value::{Class, Module, Str, Value};
use crate::vm::{Def, GetSet, R, Vm, def, getter, static_def};

pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.module.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let of = vm.types.module.clone();
    vm.check_new(&args[0], &of)?;
    let module = vm.new_module("");
    for (name, _) in module.globals.to_vec() {
        if let Some(name) = name.as_ref::<Str>() {
            module.globals.remove_str(name);
        }
    }
    if !args[0].as_ref::<Class>().is_some_and(|class| class.is(&of)) {
        module.class.set(args[0].clone());
    }
    Ok(Value::object(module))
}

fn init(vm: &mut Vm, args: &[Value]) -> R {
    let Some(module) = args[0].to_ref::<Module>() else {
        return Err(vm.wrong_self("__init__", "module", &args[0]));
    };
    let Some(name) = vm.cast::<Str>(&args[1]) else {
        let found = vm.argument_type(&args[1]);
        let message = format!("module() argument 'name' must be str, not {found}");
        return Err(vm.type_error(message));
    };
    let doc = if args[2].is_undef() {
        Value::NONE
    } else {
        args[2].clone()
    };
    for (key, value) in [
        ("__name__", Value::object(name)),
        ("__doc__", doc),
        ("__package__", Value::NONE),
        ("__loader__", Value::NONE),
        ("__spec__", Value::NONE),
    ] {
        let key = vm.intern(key);
        module.globals.set_str(&key, value);
    }
    Ok(Value::NONE)
}

/// The modules of the library that CPython has in its binary, too.
const FROZEN: [&str; 9] = [
    "abc",
    "codecs",
    "genericpath",
    "importlib.machinery",
    "importlib.util",
    "io",
    "os",
    "posixpath",
    "stat",
];

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let Some(module) = args[0].as_ref::<Module>() else {
        return Err(vm.unfit_receiver(&args[0], "__repr__", "module"));
    };
    let globals = module.globals.clone();
    let mut text = |name: &str| {
        let name = vm.intern(name);
        globals
            .get_str(&name)
            .and_then(|value| value.to_ref::<Str>())
    };
    let (name, file) = (text("__name__"), text("__file__"));
    let name = name.map_or("?".to_string(), |name| name.as_str().to_string());
    let native = {
        let key = vm.intern(&name);
        vm.modules.get_str(&key).is_some()
    };
    let text = match file {
        _ if FROZEN.contains(&&*name)
            && file
                .as_ref()
                .is_none_or(|file| file.as_str().starts_with("<stdlib>")) =>
        {
            format!("<module '{name}' (frozen)>")
        }
        Some(file) => format!("<module '{name}' from '{}'>", file.as_str()),
        None if native => format!("<module '{name}' (built-in)>"),
        None => format!("<module '{name}'>"),
    };
    Ok(vm.new_str(&text))
}

fn dict(_: &mut Vm, args: &[Value]) -> R {
    Ok(args[0]
        .as_ref::<Module>()
        .map_or(Value::NONE, |module| Value::object(module.globals.clone())))
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, /, *args, **kwargs"),
    def("__init__", init, "self, name, doc=None"),
    def("__repr__", repr, "self, /"),
];

const GETSETS: &[GetSet] = &[getter("__dict__", dict)];
