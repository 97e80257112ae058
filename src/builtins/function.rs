//! `function`, `method`, and native functions: attributes, repr, comparison.

use std::collections::HashMap;

use crate::heap::Ref;
use crate::value::{Dict, Function, Method, Str, Tag, Tuple, Value};
use crate::vm::{Binding, Def, GetSet, R, Vm, def, getset, getter, rest, static_def};

pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.function.clone();
    vm.add_methods(&class, FUNCTION_METHODS);
    vm.add_getsets(&class, FUNCTION_GETSETS);
    let class = vm.types.method.clone();
    vm.add_methods(&class, METHOD_METHODS);
    vm.add_getsets(&class, METHOD_GETSETS);
    let rows: [(_, &[&[GetSet]]); 4] = [
        (vm.types.builtin.clone(), &[IN_MODULE, BOUND]),
        (vm.types.method_descriptor.clone(), &[OF_CLASS]),
        (vm.types.method_wrapper.clone(), &[BOUND, OF_CLASS]),
        (vm.types.wrapper_descriptor.clone(), &[OF_CLASS]),
    ];
    for (class, getsets) in rows {
        vm.add_methods(&class, NATIVE_METHODS);
        vm.add_getsets(&class, NATIVE_GETSETS);
        for own in getsets {
            vm.add_getsets(&class, own);
        }
    }
}

fn this(vm: &mut Vm, value: &Value) -> R<Ref<Function>> {
    match value.to_ref::<Function>() {
        Some(function) => Ok(function),
        None => {
            let message = format!(
                "descriptor requires a 'function' object but received a '{}'",
                vm.type_name(value)
            );
            Err(vm.type_error(message))
        }
    }
}

macro_rules! extra {
    ($get:ident, $set:ident, $field:ident, $default:expr) => {
        fn $get(vm: &mut Vm, args: &[Value]) -> R {
            let function = this(vm, &args[0])?;
            let known = function
                .extra
                .get()
                .map_or(Value::UNDEF, |extra| extra.$field);
            if !known.is_undef() {
                return Ok(known);
            }
            let default: fn(&mut Vm, &Ref<Function>) -> R = $default;
            default(vm, &function)
        }

        fn $set(vm: &mut Vm, args: &[Value]) -> R {
            let function = this(vm, &args[0])?;
            let value = args[1].clone();
            function.edit_extra(|extra| extra.$field = value);
            Ok(Value::NONE)
        }
    };
}

extra!(get_name, set_name_raw, name, |vm, function| {
    let code = function.code.get();
    Ok(Value::object(vm.intern(&code.code.name)))
});
extra!(get_qualname, set_qualname_raw, qualname, |vm, function| {
    let code = function.code.get();
    Ok(Value::object(vm.intern(&code.code.qualname)))
});
extra!(get_doc, set_doc, doc, |vm, function| {
    let code = function.code.get();
    Ok(code
        .code
        .doc
        .as_ref()
        .map_or(Value::NONE, |doc| Value::object(vm.intern(doc))))
});
extra!(get_module, set_module, module, |vm, function| {
    let name = vm.intern("__name__");
    Ok(function
        .code
        .get()
        .module
        .get_str(&name)
        .unwrap_or(Value::NONE))
});
extra!(
    get_annotations,
    set_annotations_raw,
    annotations,
    annotations
);

fn set_annotations(vm: &mut Vm, args: &[Value]) -> R {
    if args[1].is_undef() || args[1].is_none() {
        let empty = Value::object(vm.heap.new_dict());
        return set_annotations_raw(vm, &[args[0].clone(), empty]);
    }
    if vm.cast::<Dict>(&args[1]).is_none() {
        return Err(vm.type_error("__annotations__ must be set to a dict object"));
    }
    set_annotations_raw(vm, args)
}

extra!(
    get_type_params,
    set_type_params_raw,
    type_params,
    |vm, _| Ok(Value::object(vm.heap.new_tuple(Vec::new())))
);

fn set_type_params(vm: &mut Vm, args: &[Value]) -> R {
    if args[1].as_ref::<Tuple>().is_none() {
        return Err(vm.type_error("__type_params__ must be set to a tuple"));
    }
    set_type_params_raw(vm, args)
}

fn set_name(vm: &mut Vm, args: &[Value]) -> R {
    if vm.cast::<Str>(&args[1]).is_none() {
        return Err(vm.type_error("__name__ must be set to a string object"));
    }
    set_name_raw(vm, args)
}

fn set_qualname(vm: &mut Vm, args: &[Value]) -> R {
    if vm.cast::<Str>(&args[1]).is_none() {
        return Err(vm.type_error("__qualname__ must be set to a string object"));
    }
    set_qualname_raw(vm, args)
}

/// Runs the code that makes the dict of annotations, once.
fn annotations(vm: &mut Vm, function: &Ref<Function>) -> R {
    let code = function.code.get();
    let result = match &code.code.annotate {
        Some(annotate) => {
            let linked = vm.link(annotate, &code.module.clone());
            let captures = function
                .extra
                .get()
                .map_or(Vec::new(), |extra| extra.annotate_captures);
            let maker = vm.function_with_captures(linked, captures);
            let namespace = if annotate.params.total() == 1 {
                Some(Value::object(vm.heap.new_dict()))
            } else {
                None
            };
            vm.run_code(&maker, namespace)?
        }
        None => Value::object(vm.heap.new_dict()),
    };
    let known = result.clone();
    function.edit_extra(|extra| extra.annotations = known);
    Ok(result)
}

fn get_code(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?.code.get();
    vm.thaw(&code);
    Ok(Value::object(code))
}

fn set_code(vm: &mut Vm, args: &[Value]) -> R {
    let function = this(vm, &args[0])?;
    match args[1].to_ref::<crate::value::CodeObject>() {
        Some(code) if code.code.captures.len() == function.captures.len() => {
            function.code.set(code);
            Ok(Value::NONE)
        }
        Some(_) => Err(vm.value_error("code object with the wrong number of free variables")),
        None => Err(vm.type_error("__code__ must be set to a code object")),
    }
}

fn get_defaults(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.defaults.get())
}

fn set_defaults(vm: &mut Vm, args: &[Value]) -> R {
    let value = if args[1].is_undef() {
        Value::NONE
    } else {
        args[1].clone()
    };
    if !value.is_none() && value.as_ref::<Tuple>().is_none() {
        return Err(vm.type_error("__defaults__ must be set to a tuple object"));
    }
    this(vm, &args[0])?.defaults.set(value);
    Ok(Value::NONE)
}

fn get_kwdefaults(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.kw_defaults.get())
}

fn set_kwdefaults(vm: &mut Vm, args: &[Value]) -> R {
    let value = if args[1].is_undef() {
        Value::NONE
    } else {
        args[1].clone()
    };
    if !value.is_none() && value.as_ref::<Dict>().is_none() {
        return Err(vm.type_error("__kwdefaults__ must be set to a dict object"));
    }
    this(vm, &args[0])?.kw_defaults.set(value);
    Ok(Value::NONE)
}

fn get_closure(vm: &mut Vm, args: &[Value]) -> R {
    let function = this(vm, &args[0])?;
    if function.captures.is_empty() {
        return Ok(Value::NONE);
    }
    Ok(Value::object(vm.heap.tuple_of(&function.captures)))
}

fn get_globals(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(this(vm, &args[0])?.code.get().module.clone()))
}

fn get_function_dict(vm: &mut Vm, args: &[Value]) -> R {
    let class = vm.types.function.clone();
    Ok(vm
        .own_dict(&args[0], &class)
        .map_or(Value::NONE, Value::object))
}

fn set_function_dict(vm: &mut Vm, args: &[Value]) -> R {
    let function = this(vm, &args[0])?;
    if args[1].as_ref::<Dict>().is_none() {
        return Err(vm.type_error("__dict__ must be set to a dictionary"));
    }
    let dict = args[1].clone();
    function.edit_extra(|extra| extra.dict = dict);
    Ok(Value::NONE)
}

fn function_repr(vm: &mut Vm, args: &[Value]) -> R {
    let function = this(vm, &args[0])?;
    let name = vm.function_qualname(&function);
    Ok(vm.new_str(&format!("<function {name} at {:#x}>", args[0].raw_bits())))
}

fn call(vm: &mut Vm, args: &[Value]) -> R {
    let keywords = vm.keywords(&args[2]);
    vm.call_kw(&args[0], rest(&args[1]), &keywords)
}

/// Refuses the receiver of a method of functions, of all sorts, that is none.
fn check(vm: &mut Vm, value: &Value) -> R<()> {
    if matches!(value.tag(), Tag::Function | Tag::Method | Tag::Native) {
        return Ok(());
    }
    Err(vm.unfit_receiver(value, "__get__", "object"))
}

/// `function.__get__(object, type)`.
fn get(vm: &mut Vm, args: &[Value]) -> R {
    check(vm, &args[0])?;
    if args[1].is_none() {
        return Ok(args[0].clone());
    }
    let class = vm.class_of(&args[1]);
    vm.bind_attribute(&args[0], Some(&args[1]), &class)
}

fn method_of(vm: &mut Vm, value: &Value) -> R<Ref<Method>> {
    match value.to_ref::<Method>() {
        Some(method) => Ok(method),
        None => Err(vm.unfit_receiver(value, "method", "object")),
    }
}

fn method_new(vm: &mut Vm, args: &[Value]) -> R {
    if !vm.is_callable(&args[1]) {
        return Err(vm.type_error("first argument must be callable"));
    }
    if args[2].is_none() {
        return Err(vm.type_error("instance must not be None"));
    }
    Ok(Value::object(vm.heap.alloc(Method {
        function: args[1].clone(),
        object: args[2].clone(),
    })))
}

fn method_repr(vm: &mut Vm, args: &[Value]) -> R {
    let method = method_of(vm, &args[0])?;
    let mut name = "?".to_string();
    for key in ["__qualname__", "__name__"] {
        let key = vm.intern(key);
        if let Some(found) = vm.find_attr(&method.function, &key)? {
            if let Some(found) = vm.cast::<Str>(&found) {
                name = found.as_str().to_string();
            }
            break;
        }
    }
    let object = vm.repr(&method.object)?;
    Ok(vm.new_str(&format!("<bound method {name} of {}>", object.as_str())))
}

fn method_eq(vm: &mut Vm, args: &[Value]) -> R {
    check(vm, &args[0])?;
    let (Some(a), Some(b)) = (args[0].as_ref::<Method>(), args[1].as_ref::<Method>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let same = a.object.is_same(&b.object);
    let (a, b) = (a.function.clone(), b.function.clone());
    Ok(Value::bool(same && vm.eq(&a, &b)?))
}

fn method_hash(vm: &mut Vm, args: &[Value]) -> R {
    check(vm, &args[0])?;
    let hash = vm.hash(&args[0])?;
    Ok(Value::int(hash as i64))
}

fn method_func(vm: &mut Vm, args: &[Value]) -> R {
    Ok(method_of(vm, &args[0])?.function.clone())
}

fn method_self(vm: &mut Vm, args: &[Value]) -> R {
    Ok(method_of(vm, &args[0])?.object.clone())
}

/// Attributes of a method that it does not have come from its function.
fn method_doc(vm: &mut Vm, args: &[Value]) -> R {
    let function = method_of(vm, &args[0])?.function.clone();
    vm.get_attr_str(&function, "__doc__")
}

fn method_getattribute(vm: &mut Vm, args: &[Value]) -> R {
    let method = method_of(vm, &args[0])?;
    let name = vm.attribute_name(&args[1])?;
    let name = vm.intern_str(&name);
    vm.get_attr(&method.function, &name)
}

fn native_id(value: &Value) -> Option<u32> {
    value
        .as_native()
        .or_else(|| value.as_ref::<Method>()?.function.as_native())
}

fn native_name(vm: &mut Vm, args: &[Value]) -> R {
    match native_id(&args[0]) {
        Some(id) => {
            let name = vm.natives[id as usize].name().to_owned();
            Ok(vm.new_str(&name))
        }
        None => Ok(Value::NONE),
    }
}

fn native_qualname(vm: &mut Vm, args: &[Value]) -> R {
    let Some(id) = native_id(&args[0]) else {
        return Ok(Value::NONE);
    };
    let bound_to = match args[0].as_ref::<Method>() {
        Some(method) if !vm.class_of(&args[0]).is(&vm.types.method_wrapper) => {
            Some(match method.object.to_ref::<crate::value::Class>() {
                Some(class) => class,
                None => vm.class_of(&method.object),
            })
        }
        _ => None,
    };
    let native = &vm.natives[id as usize];
    let text = match native.binding {
        Binding::Function => native.name().to_string(),
        _ if bound_to.is_some() => {
            let class = bound_to.map_or(Value::NONE, |class| class.qualname.get());
            format!(
                "{}.{}",
                vm.str(&class)?.as_str(),
                vm.natives[id as usize].name()
            )
        }
        _ => format!("{}.{}", native.owner(), native.name()),
    };
    Ok(vm.new_str(&text))
}

fn native_module(vm: &mut Vm, args: &[Value]) -> R {
    let Some(id) = native_id(&args[0]) else {
        return Ok(Value::NONE);
    };
    if args[0].is(Tag::Native)
        && let Some(given) = vm.state::<GivenModules>().0.get(&id)
    {
        return Ok(given.clone());
    }
    let native = &vm.natives[id as usize];
    match native.binding {
        Binding::Function => {
            let owner = native.owner().to_owned();
            Ok(vm.new_str(match owner.as_str() {
                "operator" => "_operator",
                "os" => "posix",
                owner => owner,
            }))
        }
        Binding::Method if args[0].is(Tag::Native) => {
            let name = vm.intern("__module__");
            Err(vm.attribute_error(&args[0], &name))
        }
        _ => Ok(Value::NONE),
    }
}

/// The modules that a script gave to native functions.
#[derive(Default)]
struct GivenModules(HashMap<u32, Value>);

/// Of a method that is bound the next one made knows nothing, so nothing is kept.
fn set_native_module(vm: &mut Vm, args: &[Value]) -> R {
    native_module(vm, args)?;
    if let Some(id) = args[0].as_native() {
        let module = if args[1].is_undef() {
            Value::NONE
        } else {
            args[1].clone()
        };
        let old = vm.state::<GivenModules>().0.insert(id, module);
        drop(old);
    }
    Ok(Value::NONE)
}

/// How it is called; the texts of CPython are its own.
fn native_doc(vm: &mut Vm, args: &[Value]) -> R {
    let Some(id) = native_id(&args[0]) else {
        return Ok(Value::NONE);
    };
    let native = &vm.natives[id as usize];
    let text = format!("{}({})", native.name(), native.signature_text());
    Ok(vm.new_str(&text))
}

fn native_self(vm: &mut Vm, args: &[Value]) -> R {
    match args[0].as_ref::<Method>() {
        Some(method) => Ok(method.object.clone()),
        None => {
            let owner = native_id(&args[0]).map(|id| vm.natives[id as usize].owner_name());
            match owner.and_then(|name| vm.modules.get_str(&name)) {
                Some(module) => Ok(module),
                None => Ok(Value::NONE),
            }
        }
    }
}

/// The built-in class that a method is of.
fn native_objclass(vm: &mut Vm, args: &[Value]) -> R {
    let found = native_id(&args[0]).and_then(|id| vm.native_class(id));
    match found {
        Some(class) => Ok(Value::object(class)),
        None => {
            let name = vm.intern("__objclass__");
            Err(vm.attribute_error(&args[0], &name))
        }
    }
}

fn native_text_signature(vm: &mut Vm, args: &[Value]) -> R {
    let Some(id) = native_id(&args[0]) else {
        return Ok(Value::NONE);
    };
    let text = format!("({})", vm.natives[id as usize].signature_text());
    Ok(vm.new_str(&text))
}

fn native_repr(vm: &mut Vm, args: &[Value]) -> R {
    let Some(id) = native_id(&args[0]) else {
        check(vm, &args[0])?;
        return super::object::default_repr(vm, &args[0]);
    };
    let native = &vm.natives[id as usize];
    let (name, binding) = (native.name().to_owned(), native.binding);
    let class = vm.class_of(&args[0]);
    let slot = class.is(&vm.types.method_wrapper) || class.is(&vm.types.wrapper_descriptor);
    let text = match args[0].as_ref::<Method>() {
        Some(method) => {
            let of = match method.object.as_ref::<crate::value::Class>() {
                Some(class) => format!("type object at {:#x}", class.as_ptr().addr()),
                None => format!(
                    "{} object at {:#x}",
                    vm.type_name(&method.object),
                    method.object.raw_bits()
                ),
            };
            if slot {
                format!("<method-wrapper '{name}' of {of}>")
            } else {
                format!("<built-in method {name} of {of}>")
            }
        }
        None if slot => {
            format!(
                "<slot wrapper '{name}' of '{}' objects>",
                vm.shown_owner(id)
            )
        }
        None if binding == Binding::Method => {
            format!("<method '{name}' of '{}' objects>", vm.shown_owner(id))
        }
        None => format!("<built-in function {name}>"),
    };
    Ok(vm.new_str(&text))
}

const FUNCTION_METHODS: &[Def] = &[
    static_def(
        "__new__",
        super::function_new::function_new,
        "cls, /, code, globals, name=None, argdefs=None, closure=None",
    ),
    def("__repr__", function_repr, "self, /"),
    def("__call__", call, "self, /, *args, **kwargs"),
    def("__get__", get, "self, instance, owner=None, /"),
];

const FUNCTION_GETSETS: &[GetSet] = &[
    getset("__name__", get_name, set_name),
    getset("__qualname__", get_qualname, set_qualname),
    getset("__doc__", get_doc, set_doc),
    getset("__module__", get_module, set_module),
    getset("__code__", get_code, set_code),
    getset("__defaults__", get_defaults, set_defaults),
    getset("__kwdefaults__", get_kwdefaults, set_kwdefaults),
    getset("__annotations__", get_annotations, set_annotations),
    getset("__type_params__", get_type_params, set_type_params),
    getset("__dict__", get_function_dict, set_function_dict),
    getter("__closure__", get_closure),
    getter("__globals__", get_globals),
];

const METHOD_METHODS: &[Def] = &[
    static_def("__new__", method_new, "cls, function, instance, /"),
    def("__repr__", method_repr, "self, /"),
    def("__call__", call, "self, /, *args, **kwargs"),
    def("__eq__", method_eq, "self, value, /"),
    def("__hash__", method_hash, "self, /"),
    def("__getattr__", method_getattribute, "self, name, /"),
];

const METHOD_GETSETS: &[GetSet] = &[
    getter("__func__", method_func),
    getter("__self__", method_self),
    getter("__doc__", method_doc),
];

const NATIVE_METHODS: &[Def] = &[
    def("__repr__", native_repr, "self, /"),
    def("__call__", call, "self, /, *args, **kwargs"),
    def("__get__", get, "self, instance, owner=None, /"),
    def("__eq__", method_eq, "self, value, /"),
    def("__hash__", method_hash, "self, /"),
];

const NATIVE_GETSETS: &[GetSet] = &[
    getter("__name__", native_name),
    getter("__qualname__", native_qualname),
    getter("__doc__", native_doc),
    getter("__text_signature__", native_text_signature),
];

const IN_MODULE: &[GetSet] = &[getset("__module__", native_module, set_native_module)];
const BOUND: &[GetSet] = &[getter("__self__", native_self)];
const OF_CLASS: &[GetSet] = &[getter("__objclass__", native_objclass)];
