//! `collections.defaultdict`: a dict that makes what is missing.

use crate::heap::Ref;
use crate::value::{Class, Dict, Instance, Layout, Special, Tag, Value, class_flags};
use crate::vm::{Def, R, Vm, def, getset, rest};

use super::held::{CLASS_GETITEM, put_class, tuple};

/// The factory is an attribute of the instance.
fn factory(vm: &mut Vm, object: &Value) -> Value {
    if let Some(first) = object
        .as_ref::<Instance>()
        .and_then(|instance| instance.first_own("default_factory"))
    {
        return first;
    }
    let name = vm.intern("default_factory");
    object
        .as_ref::<Instance>()
        .and_then(|instance| instance.get_own(&name))
        .unwrap_or(Value::NONE)
}

fn set_factory(vm: &mut Vm, object: &Value, factory: Value) {
    let name = vm.intern("default_factory");
    if let Some(instance) = object.to_ref::<Instance>() {
        instance.set_own(&name, factory);
    }
}

/// Refuses an object that is no `defaultdict`.
fn check(vm: &mut Vm, object: &Value, method: &str) -> R<()> {
    let mro = vm.class_of(object).mro.get();
    let is_one = mro.items().iter().any(|class| {
        class.as_ref::<Class>().is_some_and(|class| {
            class.has(class_flags::BUILTIN) && class.name.get().as_str() == "defaultdict"
        })
    });
    if is_one {
        return Ok(());
    }
    Err(vm.unfit_receiver(object, method, "collections.defaultdict"))
}

fn init(vm: &mut Vm, args: &[Value]) -> R {
    check(vm, &args[0], "__init__")?;
    let given = rest(&args[1]);
    let factory = given.first().cloned().unwrap_or(Value::NONE);
    if !factory.is_none() && !vm.is_callable(&factory) {
        return Err(vm.type_error("first argument must be callable or None"));
    }
    set_factory(vm, &args[0], factory);
    let keywords = vm.keywords(&args[2]);
    let dict: Ref<Class> = vm.types.dict.clone();
    if let Some(init) = dict.special(Special::Init, &vm.special) {
        let mut all = vec![args[0].clone()];
        all.extend(given.iter().skip(1).cloned());
        vm.call_kw(&init, &all, &keywords)?;
    }
    Ok(Value::NONE)
}

fn missing(vm: &mut Vm, args: &[Value]) -> R {
    if !args[0].is(Tag::Instance) {
        check(vm, &args[0], "__missing__")?;
    }
    let factory = factory(vm, &args[0]);
    if factory.is_none() {
        return Err(vm.key_error(args[1].clone()));
    }
    let value = vm.call(&factory, &[])?;
    vm.set_item(&args[0], &args[1], value.clone())?;
    Ok(value)
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    check(vm, &args[0], "__repr__")?;
    let name = vm.short_type_name(&args[0]);
    let factory = factory(vm, &args[0]);
    let shown = if !vm.repr_guard(&factory) {
        "...".to_string()
    } else {
        let shown = vm.repr(&factory);
        vm.repr_leave(&factory);
        shown?.as_str().to_string()
    };
    let inner = vm.plain(&args[0]);
    let inner = vm.repr(&inner)?;
    Ok(vm.new_str(&format!("{name}({shown}, {})", inner.as_str())))
}

fn copy(vm: &mut Vm, args: &[Value]) -> R {
    check(vm, &args[0], "copy")?;
    let class = Value::object(vm.class_of(&args[0]));
    let factory = factory(vm, &args[0]);
    vm.call(&class, &[factory, args[0].clone()])
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    check(vm, &args[0], "__reduce__")?;
    let class = Value::object(vm.class_of(&args[0]));
    let factory = factory(vm, &args[0]);
    let given = if factory.is_none() {
        Vec::new()
    } else {
        vec![factory]
    };
    let given = tuple(vm, given);
    let items = vm.call_method(&args[0], "items", &[])?;
    let items = vm.iter(&items)?;
    Ok(tuple(
        vm,
        vec![class, given, Value::NONE, Value::NONE, items],
    ))
}

fn either(vm: &mut Vm, args: &[Value], swapped: bool) -> R {
    check(vm, &args[0], "__or__")?;
    if vm.cast::<Dict>(&args[1]).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let class = Value::object(vm.class_of(&args[0]));
    let factory = factory(vm, &args[0]);
    let (first, second) = if swapped {
        (&args[1], &args[0])
    } else {
        (&args[0], &args[1])
    };
    let made = vm.call(&class, &[factory, first.clone()])?;
    vm.call_method(&made, "update", std::slice::from_ref(second))?;
    Ok(made)
}

fn or(vm: &mut Vm, args: &[Value]) -> R {
    either(vm, args, false)
}

fn ror(vm: &mut Vm, args: &[Value]) -> R {
    either(vm, args, true)
}

fn get_factory(vm: &mut Vm, args: &[Value]) -> R {
    Ok(factory(vm, &args[0]))
}

fn put_factory(vm: &mut Vm, args: &[Value]) -> R {
    let value = if args[1].is_undef() {
        Value::NONE
    } else {
        args[1].clone()
    };
    set_factory(vm, &args[0], value);
    Ok(Value::NONE)
}

/// Adds the type to the module.
pub(super) fn add_type(vm: &mut Vm, globals: &Ref<Dict>) {
    let base = vm.types.dict.clone();
    let class = vm.new_type("defaultdict", "collections", &[base], Layout::Payload);
    vm.add_methods(&class, METHODS);
    vm.add_getsets(
        &class,
        &[getset("default_factory", get_factory, put_factory)],
    );
    super::held::set_unhashable(vm, &class);
    class.set_flag(class_flags::DEFAULT_EQ, false);
    class.set_flag(class_flags::NO_DICT, true);
    put_class(globals, &class);
}

const METHODS: &[Def] = &[
    def("__init__", init, "self, /, *args, **kwargs"),
    def("__missing__", missing, "self, key, /"),
    def("__repr__", repr, "self, /"),
    def("copy", copy, "self, /"),
    def("__copy__", copy, "self, /"),
    def("__reduce__", reduce, "self, /"),
    def("__or__", or, "self, other, /"),
    def("__ror__", ror, "self, other, /"),
    CLASS_GETITEM,
];
