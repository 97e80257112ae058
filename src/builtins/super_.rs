//! `super`.

use crate::heap::Ref;
use crate::value::{Class, Special, Value};
use crate::vm::{Def, GetSet, R, SuperData, Vm, def, getter, static_def};

pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.super_.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
}

/// `super(class, object_or_class)`. (The compiler gives both where the source has none.)
fn new(vm: &mut Vm, args: &[Value]) -> R {
    if args[1].is_undef() {
        return Err(vm.runtime_error("super(): no arguments"));
    }
    let Some(class) = args[1].to_ref::<Class>() else {
        let message = format!(
            "super() argument 1 must be a type, not {}",
            vm.type_name(&args[1])
        );
        return Err(vm.type_error(message));
    };
    let Some(of) = args[0].to_ref::<Class>() else {
        return Err(vm.type_error("super.__new__(X): X is not a type object"));
    };
    let object = &args[2];
    if object.is_undef() || object.is_none() {
        let data = SuperData {
            class: class.clone(),
            object: Value::UNDEF,
            start: class,
        };
        return Ok(vm.heap.new_opaque(&of, data));
    }
    let start = start_class(vm, &class, object)?;
    Ok(vm.heap.new_opaque(
        &of,
        SuperData {
            class,
            object: object.clone(),
            start,
        },
    ))
}

fn init(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

/// An unbound `super(C)` as an attribute of a class: binds to the instance.
fn get(vm: &mut Vm, args: &[Value]) -> R {
    let Some(data) = args[0].as_data::<SuperData>() else {
        return Ok(args[0].clone());
    };
    if args[1].is_none() || !data.object.is_undef() {
        return Ok(args[0].clone());
    }
    let of = Value::object(vm.class_of(&args[0]));
    let class = Value::object(data.class.clone());
    vm.call(&of, &[class, args[1].clone()])
}

fn start_class(vm: &mut Vm, class: &Ref<Class>, object: &Value) -> R<Ref<Class>> {
    if let Some(own) = object.to_ref::<Class>()
        && own.is_subclass(class)
    {
        return Ok(own);
    }
    let of = vm.class_of(object);
    if of.is_subclass(class) {
        return Ok(of);
    }
    let name = vm.special[Special::Class as usize].clone();
    if let Some(claimed) = vm
        .find_attr(object, &name)?
        .and_then(|claimed| claimed.to_ref::<Class>())
        && claimed.is_subclass(class)
    {
        return Ok(claimed);
    }
    Err(vm.type_error("super(type, obj): obj must be an instance or subtype of type"))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let Some(data) = args[0].as_data::<SuperData>() else {
        return Ok(Value::NONE);
    };
    let class = data.class.name.get();
    let text = if data.object.is_undef() {
        format!("<super: <class '{}'>, NULL>", class.as_str())
    } else {
        format!(
            "<super: <class '{}'>, <{} object>>",
            class.as_str(),
            data.start.name.get().as_str()
        )
    };
    Ok(vm.new_str(&text))
}

fn this_class(_: &mut Vm, args: &[Value]) -> R {
    Ok(args[0]
        .as_data::<SuperData>()
        .map_or(Value::NONE, |data| Value::object(data.class.clone())))
}

fn self_(_: &mut Vm, args: &[Value]) -> R {
    Ok(args[0]
        .as_data::<SuperData>()
        .map_or(Value::NONE, |data| data.object.clone()))
}

fn self_class(_: &mut Vm, args: &[Value]) -> R {
    Ok(args[0]
        .as_data::<SuperData>()
        .map_or(Value::NONE, |data| Value::object(data.start.clone())))
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, type=None, object=None, /"),
    def("__init__", init, "self, /, *args"),
    def("__get__", get, "self, instance, owner=None, /"),
    def("__repr__", repr, "self, /"),
];

const GETSETS: &[GetSet] = &[
    getter("__thisclass__", this_class),
    getter("__self__", self_),
    getter("__self_class__", self_class),
];
