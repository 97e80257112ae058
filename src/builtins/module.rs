//! `module` objects.

use crate::value::{Class, Module, Str, Value};
use crate::vm::{Def, GetSet, R, Vm, def, getter, static_def};

pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.module.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    if !args[0]
        .as_ref::<Class>()
        .is_some_and(|class| class.is(&vm.types.module))
    {
        return Err(vm.type_error("subclasses of module are not in this subset"));
    }
    let name = vm.expect_str(&args[1], "module() argument 1")?;
    let module = vm.new_module(name.as_str());
    let doc = vm.intern("__doc__");
    module.globals.set_str(
        &doc,
        if args[2].is_undef() {
            Value::NONE
        } else {
            args[2].clone()
        },
    );
    Ok(Value::object(module))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let Some(module) = args[0].as_ref::<Module>() else {
        return Ok(Value::NONE);
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
    let text = match file {
        Some(file) => format!("<module '{name}' from '{}'>", file.as_str()),
        None => format!("<module '{name}' (built-in)>"),
    };
    Ok(vm.new_str(&text))
}

fn dict(_: &mut Vm, args: &[Value]) -> R {
    Ok(args[0]
        .as_ref::<Module>()
        .map_or(Value::NONE, |module| Value::object(module.globals.clone())))
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, name, doc=None"),
    def("__repr__", repr, "self, /"),
];

const GETSETS: &[GetSet] = &[getter("__dict__", dict)];
