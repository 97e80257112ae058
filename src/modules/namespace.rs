//! `SimpleNamespace`: an object whose attributes are given as keywords, and the class of `sys.implementation`.

use crate::heap::Ref;
use crate::value::{Class, Dict, Instance, Layout, Str, Value, class_flags};
use crate::vm::{Comparison, Def, R, Vm, def, rest};

#[derive(Default)]
struct Made(Option<Ref<Class>>);

/// The class.
pub(super) fn class(vm: &mut Vm) -> Ref<Class> {
    if let Some(class) = &vm.state::<Made>().0 {
        return class.clone();
    }
    let base = vm.types.object.clone();
    let class = vm.new_type("SimpleNamespace", "types", &[base], Layout::Plain);
    class.set_flag(class_flags::OWN_DICT, true);
    vm.add_methods(&class, METHODS);
    let name = vm.intern("__hash__");
    class.dict.set_str(&name, Value::NONE);
    class.set_flag(class_flags::DEFAULT_HASH, false);
    vm.set_doc(&class, "An object whose attributes are given as keywords.");
    vm.state::<Made>().0 = Some(class.clone());
    class
}

fn is_one(vm: &mut Vm, value: &Value) -> bool {
    let class = class(vm);
    vm.is_instance(value, &class)
}

fn this(vm: &mut Vm, value: &Value, method: &str) -> R<Ref<Instance>> {
    if is_one(vm, value)
        && let Some(instance) = value.to_ref::<Instance>()
    {
        return Ok(instance);
    }
    Err(vm.unfit_receiver(value, method, "types.SimpleNamespace"))
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let of = class(vm);
    vm.check_new(&args[0], &of)?;
    let of = args[0].to_ref::<Class>().unwrap_or(of);
    Ok(Value::object(of.new_instance(None)))
}

fn init(vm: &mut Vm, args: &[Value]) -> R {
    let namespace = this(vm, &args[0], "__init__")?;
    match rest(&args[1]) {
        [] => {}
        [one] => {
            let dict_class = Value::object(vm.types.dict.clone());
            let pairs = vm.call(&dict_class, std::slice::from_ref(one))?;
            let pairs = pairs
                .as_ref::<Dict>()
                .map_or(Vec::new(), |pairs| pairs.to_vec());
            if pairs.iter().any(|(name, _)| vm.cast::<Str>(name).is_none()) {
                return Err(vm.type_error("keywords must be strings"));
            }
            for (name, value) in pairs {
                if let Some(name) = vm.cast::<Str>(&name) {
                    let name = vm.intern_str(&name);
                    namespace.set_own(&name, value);
                }
            }
        }
        more => {
            let n = more.len();
            return Err(vm.type_error(format!(
                "SimpleNamespace expected at most 1 argument, got {n}"
            )));
        }
    }
    for (name, value) in vm.keywords(&args[2]) {
        let name = vm.intern_str(&name);
        namespace.set_own(&name, value);
    }
    Ok(Value::NONE)
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let namespace = this(vm, &args[0], "__repr__")?;
    let of = vm.class_of(&args[0]);
    let name = if of.is(&class(vm)) {
        "namespace".to_string()
    } else {
        of.name.get().as_str().to_string()
    };
    if !vm.repr_guard(&args[0]) {
        return Ok(vm.new_str(&format!("{name}(...)")));
    }
    let text = parts(vm, &namespace);
    vm.repr_leave(&args[0]);
    let text = format!("{name}({})", text?.join(", "));
    vm.check_text_size(text.len())?;
    Ok(vm.new_str(&text))
}

fn parts(vm: &mut Vm, namespace: &Ref<Instance>) -> R<Vec<String>> {
    let mut parts = Vec::new();
    for (name, value) in namespace.own_attributes() {
        if let Some(name) = vm
            .cast::<Str>(&name)
            .filter(|name| !name.as_str().is_empty())
            && !value.is_undef()
        {
            parts.push(format!("{}={}", name.as_str(), vm.repr(&value)?.as_str()));
        }
    }
    Ok(parts)
}

/// Two namespaces compare as their dicts do.
fn compare(vm: &mut Vm, args: &[Value], op: Comparison, name: &str) -> R {
    let namespace = this(vm, &args[0], name)?;
    if !is_one(vm, &args[1]) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let other = this(vm, &args[1], name)?;
    let (mine, theirs) = (Value::object(namespace.dict()), Value::object(other.dict()));
    vm.rich_compare(op, &mine, &theirs)
}

fn eq(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Eq, "__eq__")
}

fn ne(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Ne, "__ne__")
}

fn lt(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Lt, "__lt__")
}

fn le(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Le, "__le__")
}

fn gt(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Gt, "__gt__")
}

fn ge(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Ge, "__ge__")
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    let namespace = this(vm, &args[0], "__reduce__")?;
    let of = Value::object(vm.class_of(&args[0]));
    let none = Value::object(vm.heap.tuple_of(&[]));
    let dict = Value::object(namespace.dict());
    Ok(Value::object(vm.heap.tuple_of(&[of, none, dict])))
}

fn replace(vm: &mut Vm, args: &[Value]) -> R {
    let namespace = this(vm, &args[0], "__replace__")?;
    let of = Value::object(vm.class_of(&args[0]));
    let made = vm.call(&of, &[])?;
    let new = this(vm, &made, "__replace__")?;
    for (name, value) in namespace.dict().to_vec() {
        if let Some(name) = vm.cast::<Str>(&name) {
            new.set_own(&vm.intern_str(&name), value);
        }
    }
    for (name, value) in vm.keywords(&args[1]) {
        new.set_own(&vm.intern_str(&name), value);
    }
    Ok(made)
}

const METHODS: &[Def] = &[
    crate::vm::static_def("__new__", new, "cls, /, *args, **kwargs"),
    def("__init__", init, "self, /, *args, **kwargs"),
    def("__repr__", repr, "self, /"),
    def("__eq__", eq, "self, value, /"),
    def("__ne__", ne, "self, value, /"),
    def("__lt__", lt, "self, value, /"),
    def("__le__", le, "self, value, /"),
    def("__gt__", gt, "self, value, /"),
    def("__ge__", ge, "self, value, /"),
    def("__reduce__", reduce, "self, /"),
    def("__replace__", replace, "self, /, **kwargs"),
];
