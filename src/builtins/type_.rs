//! `type`: the attributes and methods of classes.

use crate::heap::Ref;
use crate::value::{Class, Dict, Str, Tag, Tuple, Value, Weak, class_flags};
use crate::vm::{Def, GetSet, R, Vm, def, getset, getter, rest, static_def};

pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.type_.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
    let name = vm.intern("__call__");
    vm.type_call = class.dict.get_str(&name).unwrap_or(Value::UNDEF);
}

/// Puts the classes that programs see without importing into the builtins.
pub(crate) fn publish(vm: &mut Vm) {
    const HIDDEN: &[&str] = &[
        "function",
        "method",
        "builtin_function_or_method",
        "method_descriptor",
        "module",
        "cell",
        "code",
        "generator",
        "coroutine",
        "async_generator",
        "async_generator_asend",
        "coroutine_wrapper",
        "NoneType",
        "ellipsis",
        "NotImplementedType",
        "getset_descriptor",
        "member_descriptor",
        "mappingproxy",
        "GenericAlias",
        "UnionType",
        "traceback",
        "frame",
        "ReferenceType",
        "iterator",
        "dict_keys",
        "dict_values",
        "dict_items",
    ];
    let mut all = Vec::new();
    vm.types
        .each(&mut |name, class| all.push((name, class.clone())));
    for (name, class) in all {
        if HIDDEN.contains(&name) || name.contains("iterator") {
            continue;
        }
        let key = vm.intern(name);
        let builtins = vm.builtins.clone();
        builtins.set_str(&key, Value::object(class));
    }
    let (os_error, builtins) = (
        Value::object(vm.types.os_error.clone()),
        vm.builtins.clone(),
    );
    for (name, value) in [
        ("None", Value::NONE),
        ("True", Value::TRUE),
        ("False", Value::FALSE),
        ("Ellipsis", Value::ELLIPSIS),
        ("NotImplemented", Value::NOT_IMPLEMENTED),
        ("__debug__", Value::TRUE),
        ("EnvironmentError", os_error.clone()),
        ("IOError", os_error),
    ] {
        let key = vm.intern(name);
        builtins.set_str(&key, value);
    }
}

fn this(vm: &mut Vm, value: &Value) -> R<Ref<Class>> {
    match value.to_ref::<Class>() {
        Some(class) => Ok(class),
        None => Err(vm.unfit_receiver(value, "__repr__", "type")),
    }
}

fn call(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    let keywords = vm.keywords(&args[2]);
    vm.type_call(&class, rest(&args[1]), &keywords)
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let given = rest(&args[1]);
    if given.len() == 1
        && args[0]
            .as_ref::<Class>()
            .is_some_and(|class| class.is(&vm.types.type_))
    {
        if !vm.keywords(&args[2]).is_empty() {
            return Err(vm.type_error("type() takes no keyword arguments"));
        }
        return Ok(Value::object(vm.class_of(&given[0])));
    }
    if args[0].as_ref::<Class>().is_none() {
        let found = vm.type_name(&args[0]);
        let text = format!("type.__new__(X): X is not a type object ({found})");
        return Err(vm.type_error(text));
    }
    let [name, bases, namespace] = given else {
        let plain = args[0]
            .as_ref::<Class>()
            .is_some_and(|class| class.is(&vm.types.type_));
        let n = given.len();
        return Err(vm.type_error(if plain {
            "type() takes 1 or 3 arguments".to_owned()
        } else {
            format!("type.__new__() takes exactly 3 arguments ({n} given)")
        }));
    };
    let meta = this(vm, &args[0])?;
    let Some(name) = vm.cast::<Str>(name) else {
        let message = format!(
            "type.__new__() argument 1 must be str, not {}",
            vm.argument_type(name)
        );
        return Err(vm.type_error(message));
    };
    let Some(bases) = vm.cast::<Tuple>(bases) else {
        let message = format!(
            "type.__new__() argument 2 must be tuple, not {}",
            vm.type_name(bases)
        );
        return Err(vm.type_error(message));
    };
    let Some(namespace) = vm.cast::<Dict>(namespace) else {
        let message = format!(
            "type.__new__() argument 3 must be dict, not {}",
            vm.type_name(namespace)
        );
        return Err(vm.type_error(message));
    };
    let keywords = vm.keywords(&args[2]);
    // A base whose metaclass is more derived makes the class its own way.
    let winner = super::type_make::calculate_meta(vm, Some(&meta), bases.items())?;
    if !winner.is(&meta) {
        let own = vm.get_attr_str(&Value::object(winner.clone()), "__new__")?;
        let plain = vm.types.type_.clone();
        let plain = vm.get_attr_str(&Value::object(plain), "__new__")?;
        if !own.is_same(&plain) {
            let mut all = vec![Value::object(winner)];
            all.extend_from_slice(given);
            return vm.call_kw(&own, &all, &keywords);
        }
    }
    super::type_make::make_class(vm, &meta, &name, &bases, &namespace, &keywords).map(Value::object)
}

fn init(vm: &mut Vm, args: &[Value]) -> R {
    if !args[0].is(Tag::Class) {
        return Err(vm.unfit_receiver(&args[0], "__init__", "type"));
    }
    let given = crate::vm::rest(&args[1]).len();
    if given == 1 && !vm.keywords(&args[2]).is_empty() {
        return Err(vm.type_error("type.__init__() takes no keyword arguments"));
    }
    if given != 1 && given != 3 {
        return Err(vm.type_error("type.__init__() takes 1 or 3 arguments"));
    }
    Ok(Value::NONE)
}

fn prepare(vm: &mut Vm, _: &[Value]) -> R {
    Ok(Value::object(vm.heap.new_dict()))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    let title = super::object::qualified_title(vm, &class);
    Ok(vm.new_str(&format!("<class '{title}'>")))
}

fn instancecheck(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    Ok(Value::bool(vm.type_isinstance(&args[1], &class)?))
}

fn subclasscheck(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    match args[1].as_ref::<Class>() {
        Some(other) => Ok(Value::bool(other.is_subclass(&class))),
        None => Err(vm.type_error("issubclass() arg 1 must be a class")),
    }
}

fn subclasses(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    let live = class.subclasses.with(|all| {
        all.iter()
            .filter_map(|weak| weak.as_ref::<Weak>()?.get())
            .collect()
    });
    Ok(Value::object(vm.heap.new_list(live)))
}

fn mro_method(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    let bases = class.bases.get();
    let mro = super::type_make::merge_mro(vm, &class, &bases)?;
    Ok(Value::object(vm.heap.new_list(mro.items().to_vec())))
}

fn setattr(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0])?;
    let name = vm.attribute_name(&args[1])?;
    let meta = vm.class_of(&args[0]);
    vm.set_generic(&args[0], &name, Some(args[2].clone()), &meta)?;
    Ok(Value::NONE)
}

fn delattr(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0])?;
    let name = vm.attribute_name(&args[1])?;
    let meta = vm.class_of(&args[0]);
    vm.set_generic(&args[0], &name, None, &meta)?;
    Ok(Value::NONE)
}

fn dir(vm: &mut Vm, args: &[Value]) -> R {
    let names = super::object::attribute_names(vm, &args[0]);
    Ok(Value::object(vm.heap.new_list(names)))
}

fn union(vm: &mut Vm, args: &[Value]) -> R {
    super::generic_alias::union(vm, args)
}

fn get_name(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(this(vm, &args[0])?.name.get()))
}

fn set_name(vm: &mut Vm, args: &[Value]) -> R {
    let class = mutable(vm, &args[0], "__name__")?;
    if args[1].is_undef() {
        let message = format!(
            "cannot delete '__name__' attribute of immutable type '{}'",
            class.name.get().as_str()
        );
        return Err(vm.type_error(message));
    }
    let old = class.name.get();
    let Some(name) = vm.cast::<Str>(&args[1]) else {
        let found = vm.type_name(&args[1]);
        let message = format!(
            "can only assign string to {}.__name__, not '{found}'",
            old.as_str()
        );
        return Err(vm.type_error(message));
    };
    if name.as_str().contains('\0') {
        return Err(vm.value_error("type name must not contain null characters"));
    }
    class.name.set(vm.intern_str(&name));
    Ok(Value::NONE)
}

fn mutable(vm: &mut Vm, value: &Value, attribute: &str) -> R<Ref<Class>> {
    let class = this(vm, value)?;
    if class.has(class_flags::BUILTIN) {
        let message = format!(
            "cannot set '{attribute}' attribute of immutable type '{}'",
            class.name.get().as_str()
        );
        return Err(vm.type_error(message));
    }
    Ok(class)
}

fn get_qualname(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.qualname.get())
}

fn set_qualname(vm: &mut Vm, args: &[Value]) -> R {
    let class = mutable(vm, &args[0], "__qualname__")?;
    let Some(name) = vm.cast::<Str>(&args[1]) else {
        let found = vm.type_name(&args[1]);
        let message = format!(
            "can only assign string to {}.__qualname__, not '{found}'",
            class.name.get().as_str()
        );
        return Err(vm.type_error(message));
    };
    class.qualname.set(Value::object(name));
    Ok(Value::NONE)
}

fn get_module(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    let key = vm.intern("__module__");
    match class.dict.get_str(&key) {
        // The dict of `type` holds the attribute of that name.
        Some(module) if module.as_data::<GetSet>().is_none() => Ok(module),
        _ if !class.home.get().is_undef() => Ok(class.home.get()),
        _ => Ok(vm.new_str("builtins")),
    }
}

fn set_module(vm: &mut Vm, args: &[Value]) -> R {
    let class = mutable(vm, &args[0], "__module__")?;
    let key = vm.intern("__module__");
    class.dict.set_str(&key, args[1].clone());
    Ok(Value::NONE)
}

fn get_bases(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(this(vm, &args[0])?.bases.get()))
}

fn set_bases(vm: &mut Vm, args: &[Value]) -> R {
    let class = mutable(vm, &args[0], "__bases__")?;
    super::type_make::set_bases(vm, &class, &args[1])?;
    Ok(Value::NONE)
}

fn get_base(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    let bases = class.bases.get();
    let mut best = bases.items().first().and_then(Value::to_ref::<Class>);
    // The base that decides what instances are made of.
    for base in bases.items() {
        if let (Some(known), Some(base)) = (&best, base.to_ref::<Class>())
            && known.layout == crate::value::Layout::Plain
            && base.layout != crate::value::Layout::Plain
        {
            best = Some(base);
        }
    }
    Ok(best.map_or(Value::NONE, Value::object))
}

fn get_mro(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(this(vm, &args[0])?.mro.get()))
}

fn get_dict(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    Ok(super::mappingproxy::new_proxy(
        vm,
        Value::object(class.dict.clone()),
    ))
}

fn get_doc(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    if class.is(&vm.types.type_) {
        return Ok(vm.new_str("The type of an object, or a new type."));
    }
    let key = vm.intern("__doc__");
    match class.dict.get_str(&key) {
        Some(doc) if !doc.is(crate::value::Tag::Str) => vm.bind_attribute(&doc, None, &class),
        found => Ok(found.unwrap_or(Value::NONE)),
    }
}

fn set_doc(vm: &mut Vm, args: &[Value]) -> R {
    let class = mutable(vm, &args[0], "__doc__")?;
    if args[1].is_undef() {
        let message = format!(
            "cannot delete '__doc__' attribute of type '{}'",
            class.name.get().as_str()
        );
        return Err(vm.type_error(message));
    }
    let key = vm.intern("__doc__");
    class.dict.set_str(&key, args[1].clone());
    Ok(Value::NONE)
}

fn get_abstract(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    let name = vm.intern("__abstractmethods__");
    match class.dict.get_str(&name) {
        Some(names) if !class.is(&vm.types.type_) => Ok(names),
        _ => Err(vm.attribute_error_with(&args[0], &name, "__abstractmethods__")),
    }
}

fn set_abstract(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    let name = vm.intern("__abstractmethods__");
    if args[1].is_undef() {
        if class.dict.remove_str(&name).is_none() {
            return Err(vm.attribute_error_with(&args[0], &name, "__abstractmethods__"));
        }
        class.set_flag(class_flags::ABSTRACT, false);
        return Ok(Value::NONE);
    }
    let any = vm.truth(&args[1])?;
    class.set_flag(class_flags::ABSTRACT, any);
    class.dict.set_str(&name, args[1].clone());
    Ok(Value::NONE)
}

fn get_annotations(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    let key = vm.intern("__annotations__");
    if let Some(known) = class.dict.get_str(&key) {
        return Ok(known);
    }
    let maker = vm.intern("__annotate_func__");
    let result = match class.dict.get_str(&maker) {
        Some(function) => {
            let dict = Value::object(class.dict.clone());
            let wants_namespace = function
                .as_ref::<crate::value::Function>()
                .is_some_and(|function| function.code.get().n_params == 1);
            let namespace = wants_namespace.then_some(dict);
            match function.to_ref::<crate::value::Function>() {
                Some(function) => vm.run_code(&function, namespace)?,
                None => vm.call(&function, &[])?,
            }
        }
        None => Value::object(vm.heap.new_dict()),
    };
    if !class.has(class_flags::BUILTIN) {
        class.dict.set_str(&key, result.clone());
    }
    Ok(result)
}

fn get_type_params(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    let key = vm.intern("__type_params__");
    let known = class.dict.get_str(&key);
    Ok(known.unwrap_or_else(|| Value::object(vm.heap.new_tuple(Vec::new()))))
}

fn set_type_params(vm: &mut Vm, args: &[Value]) -> R {
    let class = mutable(vm, &args[0], "__type_params__")?;
    let key = vm.intern("__type_params__");
    class.dict.set_str(&key, args[1].clone());
    Ok(Value::NONE)
}

fn set_annotations(vm: &mut Vm, args: &[Value]) -> R {
    let class = mutable(vm, &args[0], "__annotations__")?;
    let key = vm.intern("__annotations__");
    class.dict.set_str(&key, args[1].clone());
    Ok(Value::NONE)
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, /, *args, **kwargs"),
    def("__init__", init, "self, /, *args, **kwargs"),
    def("__call__", call, "self, /, *args, **kwargs"),
    def("__repr__", repr, "self, /"),
    def("__instancecheck__", instancecheck, "self, instance, /"),
    def("__subclasscheck__", subclasscheck, "self, subclass, /"),
    def("__subclasses__", subclasses, "self, /"),
    def("mro", mro_method, "self, /"),
    def("__dir__", dir, "self, /"),
    def("__setattr__", setattr, "self, name, value, /"),
    def("__delattr__", delattr, "self, name, /"),
    def("__or__", union, "self, value, /"),
    def(
        "__ror__",
        super::generic_alias::reflected_union,
        "self, value, /",
    ),
    crate::vm::class_def("__prepare__", prepare, "cls, /, *args, **kwargs"),
];

/// `__flags__`: the bits that programs ask for, as CPython numbers them.
fn get_flags(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    let types = &vm.types;
    let below = |bit: u32, base: &Ref<Class>| i64::from(class.is_subclass(base)) << bit;
    let has = |bit: u32, flag: u32| i64::from(class.has(flag)) << bit;
    let builtin = class.has(class_flags::BUILTIN);
    let flags = has(5, class_flags::SEQUENCE)
        | has(6, class_flags::MAPPING)
        | i64::from(builtin) << 8
        | i64::from(!builtin) << 9
        | i64::from(!class.has(class_flags::FINAL)) << 10
        | 1 << 12
        | 1 << 14
        | has(20, class_flags::ABSTRACT)
        | below(24, &types.int)
        | below(25, &types.list)
        | below(26, &types.tuple)
        | below(27, &types.bytes)
        | below(28, &types.str)
        | below(29, &types.dict)
        | below(30, &types.base_exception)
        | below(31, &types.type_);
    Ok(Value::int(flags))
}

/// `__basicsize__`: about what an instance takes, as programs compare sizes only.
fn get_basicsize(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::int(16))
}

fn get_itemsize(vm: &mut Vm, args: &[Value]) -> R {
    let class = this(vm, &args[0])?;
    let types = &vm.types;
    let size = if class.is_subclass(&types.tuple) {
        8
    } else if class.is_subclass(&types.int) {
        4
    } else {
        i64::from(class.is_subclass(&types.bytes))
    };
    Ok(Value::int(size))
}

fn get_dictoffset(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::int(0))
}

const GETSETS: &[GetSet] = &[
    getset("__name__", get_name, set_name),
    getset("__qualname__", get_qualname, set_qualname),
    getset("__module__", get_module, set_module),
    getset("__bases__", get_bases, set_bases),
    getter("__base__", get_base),
    getter("__mro__", get_mro),
    getter("__dict__", get_dict),
    getset("__doc__", get_doc, set_doc),
    getset("__abstractmethods__", get_abstract, set_abstract),
    getset("__type_params__", get_type_params, set_type_params),
    getter("__flags__", get_flags),
    getter("__basicsize__", get_basicsize),
    getter("__itemsize__", get_itemsize),
    getter("__dictoffset__", get_dictoffset),
    getter("__weakrefoffset__", get_dictoffset),
    getset("__annotations__", get_annotations, set_annotations),
];
