//! `object`: what every value answers to.

use crate::heap::Ref;
use crate::value::hash::hash_identity;
use crate::value::{Class, Dict, Instance, Layout, Module, Special, Str, Tag, Value, class_flags};
use crate::vm::{Def, GetSet, R, Vm, class_def, def, getset, rest, static_def};

pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.object.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
    vm.set_doc(&class, "The base class of the class hierarchy.");
    let native = |vm: &mut Vm, name: &str| {
        let name = vm.intern(name);
        vm.types.object.dict.get_str(&name).unwrap_or(Value::UNDEF)
    };
    vm.object_new = native(vm, "__new__");
    vm.object_init = native(vm, "__init__");
    for flag in [
        class_flags::DEFAULT_EQ,
        class_flags::DEFAULT_HASH,
        class_flags::NO_DICT,
    ] {
        class.set_flag(flag, true);
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let Some(class) = args[0].to_ref::<Class>() else {
        let message = format!(
            "object.__new__(X): X is not a type object ({})",
            vm.type_name(&args[0])
        );
        return Err(vm.type_error(message));
    };
    let has_arguments = !rest(&args[1]).is_empty() || !args[2].is_undef();
    if has_arguments {
        let new = class.special(Special::New, &vm.special);
        let init = class.special(Special::Init, &vm.special);
        let own_new = new.is_some_and(|new| !new.is_same(&vm.object_new));
        let own_init = init.is_some_and(|init| !init.is_same(&vm.object_init));
        if own_new {
            return Err(vm.type_error(
                "object.__new__() takes exactly one argument (the type to instantiate)",
            ));
        }
        if !own_init {
            return Err(vm.type_error(format!(
                "{}() takes no arguments",
                class.name.get().as_str()
            )));
        }
    }
    if class.has(class_flags::ABSTRACT) {
        return Err(abstract_error(vm, &class)?);
    }
    match class.layout {
        Layout::Plain => Ok(Value::object(class.new_instance(None))),
        _ => {
            let name = class.name.get();
            if matches!(name.as_str(), "dict_keys" | "dict_values" | "dict_items") {
                let message = format!("cannot create '{}' instances", name.as_str());
                return Err(vm.type_error(message));
            }
            let base = builtin_base(&class).map_or(String::new(), |base| vm.shown_class(&base));
            let message = format!(
                "object.__new__({}) is not safe, use {base}.__new__()",
                vm.shown_class(&class)
            );
            Err(vm.type_error(message))
        }
    }
}

fn builtin_base(class: &Ref<Class>) -> Option<Ref<Class>> {
    let mro = class.mro.get();
    mro.items().iter().find_map(|class| {
        class
            .to_ref::<Class>()
            .filter(|class| class.has(class_flags::BUILTIN))
    })
}

/// `Can't instantiate abstract class C with abstract methods a, b`.
fn abstract_error(vm: &mut Vm, class: &Ref<Class>) -> R<crate::vm::Raised> {
    let name = vm.intern("__abstractmethods__");
    let names = match class.lookup(&name) {
        Some(names) => vm.to_vec(&names)?,
        None => Vec::new(),
    };
    let mut names: Vec<String> = names
        .iter()
        .filter_map(|name| name.as_ref::<Str>().map(|name| name.as_str().to_string()))
        .collect();
    names.sort();
    let s = if names.len() == 1 { "" } else { "s" };
    let message = format!(
        "Can't instantiate abstract class {} with abstract method{s} {}",
        class.name.get().as_str(),
        names.join(", ")
    );
    Ok(vm.type_error(message))
}

fn init(vm: &mut Vm, args: &[Value]) -> R {
    let has_arguments = !rest(&args[1]).is_empty() || !args[2].is_undef();
    if has_arguments {
        let class = vm.class_of(&args[0]);
        let init = class.special(Special::Init, &vm.special);
        let new = class.special(Special::New, &vm.special);
        if init.is_some_and(|init| !init.is_same(&vm.object_init)) {
            return Err(vm.type_error(
                "object.__init__() takes exactly one argument (the instance to initialize)",
            ));
        }
        // Functions and the like are not made by `object.__new__` in CPython, though they have no other one here.
        let made_elsewhere = class.layout == Layout::Native && class.has(class_flags::BUILTIN);
        if !made_elsewhere && new.is_some_and(|new| new.is_same(&vm.object_new)) {
            return Err(vm.type_error(format!(
                "{}.__init__() takes exactly one argument (the instance to initialize)",
                class.name.get().as_str()
            )));
        }
    }
    Ok(Value::NONE)
}

/// `<module.Class object at 0x...>`.
pub(super) fn default_repr(vm: &mut Vm, value: &Value) -> R {
    let class = vm.class_of(value);
    let title = qualified_title(vm, &class);
    let text = format!("<{title} object at {:#x}>", value.raw_bits());
    Ok(vm.new_str(&text))
}

/// The class's name with its module, as reprs show it.
pub(super) fn qualified_title(vm: &mut Vm, class: &Ref<Class>) -> String {
    let key = vm.intern("__module__");
    let qualname = vm.class_qualname(class);
    let module = class.module().or_else(|| class.lookup(&key));
    match module.and_then(|module| module.to_ref::<Str>()) {
        Some(module) if module.as_str() != "builtins" => format!("{}.{qualname}", module.as_str()),
        None if !class.has(class_flags::BUILTIN) => format!("__main__.{qualname}"),
        _ => qualname,
    }
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    default_repr(vm, &args[0])
}

fn str(vm: &mut Vm, args: &[Value]) -> R {
    let script = vm
        .find_special(&args[0], Special::Repr)
        .filter(|method| !method.is(crate::value::Tag::Native));
    match script {
        // Whoever asked for the `str` complains if it is none.
        Some(method) => vm.call_bound(&method, &args[0], &[], &[]),
        None => vm.repr(&args[0]).map(Value::object),
    }
}

fn format(vm: &mut Vm, args: &[Value]) -> R {
    let spec = vm.format_spec(&args[1])?;
    if !spec.is_empty() {
        let message = format!(
            "unsupported format string passed to {}.__format__",
            vm.type_name(&args[0])
        );
        return Err(vm.type_error(message));
    }
    vm.str(&args[0]).map(Value::object)
}

fn eq(_: &mut Vm, args: &[Value]) -> R {
    Ok(if args[0].is_same(&args[1]) {
        Value::TRUE
    } else {
        Value::NOT_IMPLEMENTED
    })
}

fn ne(vm: &mut Vm, args: &[Value]) -> R {
    match vm.call_special(&args[0], Special::Eq, &args[1..2])? {
        Some(result) if !result.is(Tag::NotImplemented) => Ok(Value::bool(!vm.truth(&result)?)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn order(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NOT_IMPLEMENTED)
}

fn hash(_: &mut Vm, args: &[Value]) -> R {
    let hash = match crate::value::hash::native_hash(&args[0]) {
        Some(hash) => hash,
        None => hash_identity(&args[0]),
    };
    Ok(Value::int(hash as i64))
}

pub(super) fn getattribute(vm: &mut Vm, args: &[Value]) -> R {
    let name = vm.attribute_name(&args[1])?;
    let name = vm.intern_str(&name);
    let class = vm.class_of(&args[0]);
    match vm.find_generic(&args[0], &name, &class)? {
        Some(value) => Ok(value),
        None => Err(vm.attribute_error(&args[0], &name)),
    }
}

/// Classes have a `__setattr__` of their own, which guards the built-in ones.
fn refuse_class(vm: &mut Vm, object: &Value, method: &str) -> R<()> {
    if object.is(Tag::Class) {
        let of = vm.type_name(object);
        return Err(vm.type_error(format!("can't apply this {method} to {of} object")));
    }
    Ok(())
}

fn setattr(vm: &mut Vm, args: &[Value]) -> R {
    refuse_class(vm, &args[0], "__setattr__")?;
    let name = vm.attribute_name(&args[1])?;
    let class = vm.class_of(&args[0]);
    vm.set_generic(&args[0], &name, Some(args[2].clone()), &class)?;
    Ok(Value::NONE)
}

fn delattr(vm: &mut Vm, args: &[Value]) -> R {
    refuse_class(vm, &args[0], "__delattr__")?;
    let name = vm.attribute_name(&args[1])?;
    let class = vm.class_of(&args[0]);
    vm.set_generic(&args[0], &name, None, &class)?;
    Ok(Value::NONE)
}

fn init_subclass(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

fn subclasshook(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NOT_IMPLEMENTED)
}

fn sizeof(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::int(64))
}

fn dir(vm: &mut Vm, args: &[Value]) -> R {
    let names = if has_plain_names(vm, &args[0]) {
        attribute_names(vm, &args[0])
    } else {
        asked_names(vm, &args[0])?
    };
    let list = vm.heap.new_list(names);
    Ok(Value::object(list))
}

/// Whether no script code has a say in what `__dict__` and `__class__` of an object are.
fn has_plain_names(vm: &mut Vm, object: &Value) -> bool {
    if !object.is(Tag::Instance) {
        return true;
    }
    let class = vm.class_of(object);
    let names = (vm.intern("__dict__"), vm.intern("__class__"));
    let native = |it: &Value| it.as_data::<GetSet>().is_some();
    let plain_class = class.lookup(&names.1).as_ref().is_some_and(native);
    let plain_dict = match class.lookup(&names.0) {
        Some(dict) if !native(&dict) => false,
        Some(_) if !class.has(class_flags::NO_DICT) => true,
        _ => class.special(Special::GetAttr, &vm.special).is_none(),
    };
    plain_class && plain_dict && !class.has(class_flags::GETATTRIBUTE)
}

/// The names in `__dict__` and in the classes that an object says it has.
fn asked_names(vm: &mut Vm, object: &Value) -> R<Vec<Value>> {
    let all = vm.heap.new_dict();
    let (dict, class) = (vm.intern("__dict__"), vm.intern("__class__"));
    if let Some(dict) = vm.find_attr(object, &dict)?
        && let Some(dict) = vm.cast::<Dict>(&dict)
    {
        super::dict::update_with(vm, &all, &Value::object(dict))?;
    }
    if let Some(class) = vm.find_attr(object, &class)? {
        add_names_of(vm, &all, &class)?;
    }
    Ok(all.to_vec().into_iter().map(|(name, _)| name).collect())
}

fn add_names_of(vm: &mut Vm, all: &Ref<Dict>, class: &Value) -> R<()> {
    let (dict, bases) = (vm.intern("__dict__"), vm.intern("__bases__"));
    if let Some(dict) = vm.find_attr(class, &dict)? {
        super::dict::update_with(vm, all, &dict)?;
    }
    let Some(bases) = vm.find_attr(class, &bases)? else {
        return Ok(());
    };
    vm.enter_native()?;
    let result = (0..vm.len(&bases)?).try_for_each(|at| {
        let base = vm.get_item(&bases, &Value::int(at as i64))?;
        add_names_of(vm, all, &base)
    });
    vm.leave_native();
    result
}

/// The names of an object's attributes, sorted.
pub(super) fn attribute_names(vm: &mut Vm, object: &Value) -> Vec<Value> {
    let mut names: Vec<Ref<Str>> = Vec::new();
    let mut add = |name: &Value| {
        if let Some(name) = name.to_ref::<Str>() {
            names.push(name);
        }
    };
    if let Some(instance) = object.as_ref::<Instance>() {
        instance
            .own_attributes()
            .iter()
            .for_each(|(name, _)| add(name));
    } else if !object.is(Tag::Class) {
        let class = vm.class_of(object);
        if let Some(dict) = vm.own_dict(object, &class) {
            dict.to_vec().iter().for_each(|(name, _)| add(name));
        }
    }
    if !object.is(Tag::Module) {
        let class = match object.to_ref::<Class>() {
            Some(class) => class,
            None => vm.class_of(object),
        };
        for class in class.mro.get().items() {
            if let Some(class) = class.as_ref::<Class>() {
                let names = class.dict.to_vec();
                // What makes `__dict__` stands in `object` here, for every class that has it.
                let hidden = |name: &Value| {
                    class.is(&vm.types.object)
                        && name
                            .as_ref::<Str>()
                            .is_some_and(|name| name.as_str() == "__dict__")
                };
                names
                    .iter()
                    .filter(|(name, _)| !hidden(name))
                    .for_each(|(name, _)| add(name));
            }
        }
    }
    names.sort_by(|a, b| a.as_str().cmp(b.as_str()));
    names.dedup_by(|a, b| a.as_str() == b.as_str());
    names.into_iter().map(Value::object).collect()
}

fn get_class(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(vm.class_of(&args[0])))
}

/// What instances of two classes must agree in before one can become the other: the built-in base, `__dict__`,
/// `__weakref__`, and the slots.
fn shape_of_class(vm: &mut Vm, class: &Ref<Class>) -> (usize, bool, bool, Vec<String>) {
    let weak = vm.intern("__weakref__");
    let mut slots = Vec::new();
    let mut solid = 0;
    for of in class.mro.get().items() {
        let Some(of) = of.as_ref::<Class>() else {
            continue;
        };
        if of.has(class_flags::BUILTIN) && !of.is(&vm.types.object) {
            solid = of.as_ptr().addr();
            break;
        }
        let mut own: Vec<String> = of
            .dict
            .to_vec()
            .iter()
            .filter_map(|(_, value)| value.as_data::<crate::vm::MemberData>())
            .map(|member| member.name.as_str().to_string())
            .collect();
        own.sort();
        slots.append(&mut own);
    }
    let has_weak = class.lookup(&weak).is_some();
    (solid, class.has(class_flags::NO_DICT), has_weak, slots)
}

fn set_class(vm: &mut Vm, args: &[Value]) -> R {
    if let Some(of) = args[0]
        .as_ref::<Class>()
        .filter(|of| of.has(class_flags::BUILTIN))
    {
        let message = format!(
            "cannot set '__class__' attribute of immutable type '{}'",
            of.name.get().as_str()
        );
        return Err(vm.type_error(message));
    }
    if args[1].is_undef() {
        return Err(vm.type_error("can't delete __class__ attribute"));
    }
    let Some(class) = args[1].to_ref::<Class>() else {
        let message = format!(
            "__class__ must be set to a class, not '{}' object",
            vm.type_name(&args[1])
        );
        return Err(vm.type_error(message));
    };
    let old = vm.class_of(&args[0]);
    if let Some(module) = args[0].as_ref::<Module>()
        && class.is_subclass(&vm.types.module)
    {
        module.class.set(Value::object(class));
        return Ok(Value::NONE);
    }
    if class.has(class_flags::BUILTIN) || old.has(class_flags::BUILTIN) {
        return Err(vm.type_error(
            "__class__ assignment only supported for mutable types or ModuleType subclasses",
        ));
    }
    let fits = class.layout == old.layout && shape_of_class(vm, &class) == shape_of_class(vm, &old);
    if !class.is(&old) && !fits {
        let message = format!(
            "__class__ assignment: '{}' object layout differs from '{}'",
            class.name.get().as_str(),
            old.name.get().as_str()
        );
        return Err(vm.type_error(message));
    }
    if let Some(instance) = args[0].to_ref::<Instance>() {
        instance.set_class(&class);
    } else if let Some(opaque) = args[0].as_ref::<crate::value::Opaque>() {
        opaque.class.set(class);
    } else if let Some(exception) = args[0].as_ref::<crate::value::Exception>() {
        exception.class.set(class);
    } else if let Some(of) = args[0].as_ref::<Class>() {
        of.meta.set(Value::object(class));
        vm.class_changed(&of.clone());
    } else {
        return Err(vm.type_error(
            "__class__ assignment only supported for mutable types or ModuleType subclasses",
        ));
    }
    Ok(Value::NONE)
}

pub(super) fn get_dict(vm: &mut Vm, args: &[Value]) -> R {
    if let Some(class) = args[0].as_ref::<Class>() {
        // A metaclass may have its descriptor from another base than `type`.
        let dict = Value::object(class.dict.clone());
        return Ok(super::mappingproxy::new_proxy(vm, dict));
    }
    let class = vm.class_of(&args[0]);
    match vm.own_dict(&args[0], &class) {
        Some(dict) => Ok(Value::object(dict)),
        None => {
            let name = vm.intern("__dict__");
            Err(vm.attribute_error(&args[0], &name))
        }
    }
}

pub(super) fn set_dict(vm: &mut Vm, args: &[Value]) -> R {
    let class = vm.class_of(&args[0]);
    if class.has(class_flags::BUILTIN) && !class.has(class_flags::OWN_DICT) {
        let name = vm.intern("__dict__");
        return Err(vm.attribute_error(&args[0], &name));
    }
    let dict = if args[1].is_undef() {
        Some(vm.heap.new_dict())
    } else {
        vm.cast::<Dict>(&args[1])
    };
    let Some(dict) = dict else {
        let message = format!(
            "__dict__ must be set to a dictionary, not a '{}'",
            vm.type_name(&args[1])
        );
        return Err(vm.type_error(message));
    };
    match args[0].to_ref::<Instance>() {
        Some(instance) => {
            if class.has(class_flags::NO_DICT) {
                let name = vm.intern("__dict__");
                return Err(vm.attribute_error(&args[0], &name));
            }
            instance.set_dict(&dict);
            Ok(Value::NONE)
        }
        None => {
            let class = vm.class_of(&args[0]);
            match args[0].as_ref::<crate::value::Opaque>() {
                Some(opaque) if vm.own_dict(&args[0], &class).is_some() => {
                    opaque.dict.set(Value::object(dict));
                    Ok(Value::NONE)
                }
                _ => Err(vm.attribute_error_plain("readonly attribute")),
            }
        }
    }
}

/// A function of `copyreg`, which holds what is said of reducing in Python.
fn copyreg(vm: &mut Vm, name: &str) -> R {
    let (module, builtins) = (vm.intern("copyreg"), vm.builtins.clone());
    let module = (vm.hooks.import)(vm, &module, &builtins, &Value::NONE, 0)?;
    vm.get_attr_str(&module, name)
}

fn reduce_with(vm: &mut Vm, object: &Value, protocol: i64) -> R {
    let function = copyreg(vm, "_reduce")?;
    vm.call(&function, &[object.clone(), Value::int(protocol)])
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    reduce_with(vm, &args[0], 0)
}

fn reduce_ex(vm: &mut Vm, args: &[Value]) -> R {
    let protocol = vm.index(&args[1])?;
    let name = vm.intern("__reduce__");
    let class = vm.class_of(&args[0]);
    let own = vm.types.object.lookup(&name);
    let overridden = match (class.lookup(&name), own) {
        (Some(found), Some(own)) => !found.is_same(&own),
        _ => false,
    };
    if overridden {
        return vm.call_method(&args[0], "__reduce__", &[]);
    }
    reduce_with(vm, &args[0], protocol)
}

fn getstate(vm: &mut Vm, args: &[Value]) -> R {
    let function = copyreg(vm, "_state")?;
    vm.call(&function, &[args[0].clone()])
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, /, *args, **kwargs"),
    def("__reduce__", reduce, "self, /"),
    def("__reduce_ex__", reduce_ex, "self, protocol, /"),
    def("__getstate__", getstate, "self, /"),
    def("__init__", init, "self, /, *args, **kwargs"),
    def("__repr__", repr, "self, /"),
    def("__str__", str, "self, /"),
    def("__format__", format, "self, format_spec, /"),
    def("__eq__", eq, "self, value, /"),
    def("__ne__", ne, "self, value, /"),
    def("__lt__", order, "self, value, /"),
    def("__le__", order, "self, value, /"),
    def("__gt__", order, "self, value, /"),
    def("__ge__", order, "self, value, /"),
    def("__hash__", hash, "self, /"),
    def("__getattribute__", getattribute, "self, name, /"),
    def("__setattr__", setattr, "self, name, value, /"),
    def("__delattr__", delattr, "self, name, /"),
    def("__dir__", dir, "self, /"),
    def("__sizeof__", sizeof, "self, /"),
    class_def("__init_subclass__", init_subclass, "cls, /"),
    class_def("__subclasshook__", subclasshook, "cls, subclass, /"),
];

const GETSETS: &[GetSet] = &[
    getset("__class__", get_class, set_class),
    getset("__dict__", get_dict, set_dict),
];
