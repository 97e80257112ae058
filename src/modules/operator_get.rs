//! `operator.itemgetter`, `attrgetter`, `methodcaller`.

use crate::heap::{Ref, Slot};
use crate::value::{Dict, Layout, Str, Tag, Value};
use crate::vm::{Def, R, Vm, def, rest, static_def};

use super::held::{class_arg, put_class, this, traced, tuple};

/// What to get: a tuple of keys, or of dotted names.
struct Getter {
    wanted: Slot<Value>,
}

traced!(Getter: wanted);

fn itemgetter_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let mut wanted = vec![args[1].clone()];
    wanted.extend(rest(&args[2]).iter().cloned());
    let wanted = tuple(vm, wanted);
    Ok(vm.heap.new_opaque(
        &class,
        Getter {
            wanted: Slot::new(wanted),
        },
    ))
}

fn itemgetter_call(vm: &mut Vm, args: &[Value]) -> R {
    let wanted = this::<Getter>(vm, args)?.wanted.get();
    if let [one] = rest(&wanted) {
        return vm.get_item(&args[1], one);
    }
    let mut found = Vec::new();
    for key in rest(&wanted) {
        found.push(vm.get_item(&args[1], key)?);
    }
    Ok(tuple(vm, found))
}

fn attrgetter_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let mut wanted = vec![args[1].clone()];
    wanted.extend(rest(&args[2]).iter().cloned());
    if wanted.iter().any(|name| vm.cast::<Str>(name).is_none()) {
        return Err(vm.type_error("attribute name must be a string"));
    }
    let wanted = tuple(vm, wanted);
    Ok(vm.heap.new_opaque(
        &class,
        Getter {
            wanted: Slot::new(wanted),
        },
    ))
}

fn get_dotted(vm: &mut Vm, object: &Value, name: &Value) -> R {
    let Some(name) = vm.cast::<Str>(name) else {
        return Err(vm.type_error("attribute name must be a string"));
    };
    let mut found = object.clone();
    for part in name.as_str().split('.') {
        found = vm.get_attr_str(&found, part)?;
    }
    Ok(found)
}

fn attrgetter_call(vm: &mut Vm, args: &[Value]) -> R {
    let wanted = this::<Getter>(vm, args)?.wanted.get();
    if let [one] = rest(&wanted) {
        return get_dotted(vm, &args[1], one);
    }
    let mut found = Vec::new();
    for name in rest(&wanted) {
        found.push(get_dotted(vm, &args[1], name)?);
    }
    Ok(tuple(vm, found))
}

fn getter_repr(vm: &mut Vm, args: &[Value]) -> R {
    let wanted = this::<Getter>(vm, args)?.wanted.get();
    let name = vm.short_type_name(&args[0]);
    let mut parts = Vec::new();
    for value in rest(&wanted) {
        parts.push(vm.repr(value)?.as_str().to_string());
    }
    Ok(vm.new_str(&format!("operator.{name}({})", parts.join(", "))))
}

fn getter_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let wanted = this::<Getter>(vm, args)?.wanted.get();
    let class = Value::object(vm.class_of(&args[0]));
    Ok(tuple(vm, vec![class, wanted]))
}

/// `methodcaller`.
struct Caller {
    name: Ref<Str>,
    args: Slot<Value>,
    keywords: Slot<Value>,
}

traced!(Caller: args, keywords);

fn methodcaller_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let Some((name, given)) = rest(&args[1]).split_first() else {
        return Err(vm.type_error("methodcaller needs at least one argument, the method name"));
    };
    let Some(name) = vm.cast::<Str>(name) else {
        return Err(vm.type_error("method name must be a string"));
    };
    let name = vm.intern_str(&name);
    let given = tuple(vm, given.to_vec());
    let keywords = super::held::or(&args[2], Value::NONE);
    Ok(vm.heap.new_opaque(
        &class,
        Caller {
            name,
            args: Slot::new(given),
            keywords: Slot::new(keywords),
        },
    ))
}

fn methodcaller_call(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Caller>(vm, args)?;
    let method = vm.get_attr(&args[1], &data.name)?;
    let keywords = vm.keywords(&data.keywords.get());
    vm.check_kept_keywords(&keywords)?;
    let given = data.args.get();
    if data.name.as_str().starts_with("__") && method.is(Tag::Method) {
        refuse_as_named(vm, &args[1], data.name.as_str(), rest(&given))?;
    }
    vm.call_kw(&method, rest(&given), &keywords)
}

/// Sequences refuse what they cannot repeat, and deques what is no index, in other words where `__mul__` and the like are
/// called by name.
fn refuse_as_named(vm: &mut Vm, object: &Value, name: &str, given: &[Value]) -> R<()> {
    if let [count] = given
        && matches!(name, "__mul__" | "__rmul__" | "__imul__")
        && (matches!(object.tag(), Tag::List | Tag::Tuple | Tag::Str | Tag::Bytes)
            || matches!(&*vm.type_name(object), "bytearray" | "collections.deque"))
        && !vm.has_index(count)
    {
        let found = vm.type_name(count);
        let message = format!("'{found}' object cannot be interpreted as an integer");
        return Err(vm.type_error(message));
    }
    if let [index, ..] = given
        && matches!(name, "__getitem__" | "__setitem__" | "__delitem__")
        && &*vm.type_name(object) == "collections.deque"
        && !vm.has_index(index)
    {
        let found = vm.type_name(index);
        let message = format!("'{found}' object cannot be interpreted as an integer");
        return Err(vm.type_error(message));
    }
    if let [other] = given
        && name == "__add__"
        && matches!(object.tag(), Tag::List | Tag::Tuple | Tag::Str)
        && object.tag() != vm.plain(other).tag()
        && let Some(raised) = vm.concat_error(object, other)
    {
        return Err(raised);
    }
    Ok(())
}

fn methodcaller_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Caller>(vm, args)?;
    let mut given = vec![Value::object(data.name.clone())];
    given.extend(rest(&data.args.get()).iter().cloned());
    let keywords = data.keywords.get();
    let class = Value::object(vm.class_of(&args[0]));
    let named = keywords.as_ref::<Dict>().map_or(0, |all| all.len());
    if named == 0 {
        let given = tuple(vm, given);
        return Ok(tuple(vm, vec![class, given]));
    }
    // Names are given by `functools.partial`, as a reduction has none.
    let (path, builtins) = (vm.intern("functools"), vm.builtins.clone());
    let functools = (vm.hooks.import)(vm, &path, &builtins, &Value::NONE, 0)?;
    let partial = vm.get_attr_str(&functools, "partial")?;
    let name = vm.keywords(&keywords);
    let maker = vm.call_kw(&partial, &[class, given[0].clone()], &name)?;
    let given = tuple(vm, given.split_off(1));
    Ok(tuple(vm, vec![maker, given]))
}

fn methodcaller_repr(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Caller>(vm, args)?;
    let name = Value::object(data.name.clone());
    let mut parts = vec![vm.repr(&name)?.as_str().to_string()];
    for value in rest(&data.args.get()) {
        parts.push(vm.repr(value)?.as_str().to_string());
    }
    for (name, value) in vm.keywords(&data.keywords.get()) {
        parts.push(format!("{}={}", name.as_str(), vm.repr(&value)?.as_str()));
    }
    Ok(vm.new_str(&format!("operator.methodcaller({})", parts.join(", "))))
}

/// Adds the types to the module.
pub(super) fn add_types(vm: &mut Vm, globals: &Ref<Dict>) {
    let rows: [(&str, &[Def]); 3] = [
        ("itemgetter", ITEMGETTER),
        ("attrgetter", ATTRGETTER),
        ("methodcaller", METHODCALLER),
    ];
    for (name, methods) in rows {
        let class = vm.new_type(name, "operator", &[], Layout::Opaque);
        vm.add_methods(&class, methods);
        put_class(globals, &class);
    }
}

const ITEMGETTER: &[Def] = &[
    static_def("__new__", itemgetter_new, "cls, item, /, *items"),
    def("__call__", itemgetter_call, "self, obj, /"),
    def("__repr__", getter_repr, "self, /"),
    def("__reduce__", getter_reduce, "self, /"),
];

const ATTRGETTER: &[Def] = &[
    static_def("__new__", attrgetter_new, "cls, attr, /, *attrs"),
    def("__call__", attrgetter_call, "self, obj, /"),
    def("__repr__", getter_repr, "self, /"),
    def("__reduce__", getter_reduce, "self, /"),
];

const METHODCALLER: &[Def] = &[
    def("__reduce__", methodcaller_reduce, "self, /"),
    static_def("__new__", methodcaller_new, "cls, /, *args, **kwargs"),
    def("__call__", methodcaller_call, "self, obj, /"),
    def("__repr__", methodcaller_repr, "self, /"),
];
