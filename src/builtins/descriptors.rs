//! `property`, `classmethod`, `staticmethod`, and the descriptors of native attributes and slots.

use crate::heap::{Ref, Slot};
use crate::value::{Class, Dict, Exception, Instance, Opaque, Str, Value};
use crate::vm::{
    ClassMethodData, Def, GetSet, MemberData, PropertyData, R, StaticMethodData, Vm,
    class_flags_own_dict, def, getset, getter, rest, static_def,
};

use super::computed::{
    GETSET_GETSETS, GETSET_METHODS, getset_delete, getset_doc, getset_get, getset_name,
    getset_objclass, getset_qualname, getset_row, getset_set, shown_owner,
};

pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.property.clone();
    vm.add_methods(&class, PROPERTY_METHODS);
    vm.add_getsets(&class, PROPERTY_GETSETS);
    for class in [vm.types.classmethod.clone(), vm.types.staticmethod.clone()] {
        class_flags_own_dict(&class);
        vm.add_methods(&class, WRAPPER_METHODS);
        vm.add_getsets(&class, WRAPPER_GETSETS);
    }
    let class = vm.types.classmethod.clone();
    vm.add_methods(
        &class,
        &[static_def("__new__", classmethod_new, "cls, function, /")],
    );
    let class = vm.types.staticmethod.clone();
    let own = [
        static_def("__new__", staticmethod_new, "cls, function, /"),
        def("__call__", staticmethod_call, "self, /, *args, **kwargs"),
    ];
    vm.add_methods(&class, &own);
    let class = vm.types.member_descriptor.clone();
    vm.add_methods(&class, MEMBER_METHODS);
    vm.add_getsets(&class, MEMBER_GETSETS);
    let class = vm.types.getset_descriptor.clone();
    vm.add_methods(&class, GETSET_METHODS);
    vm.add_getsets(&class, GETSET_GETSETS);
}

fn property_new(vm: &mut Vm, args: &[Value]) -> R {
    let Some(class) = args[0].to_ref::<Class>() else {
        return Err(vm.type_error("property.__new__(X): X is not a type"));
    };
    let empty = || Slot::new(Value::NONE);
    let data = PropertyData {
        get: empty(),
        set: empty(),
        delete: empty(),
        doc: empty(),
        name: empty(),
        doc_of_getter: std::cell::Cell::new(false),
    };
    Ok(vm.heap.new_opaque(&class, data))
}

fn property_init(vm: &mut Vm, args: &[Value]) -> R {
    let given = |at: usize| {
        if args[at].is_undef() {
            Value::NONE
        } else {
            args[at].clone()
        }
    };
    let mut doc = given(4);
    let name = vm.intern("__doc__");
    let mut of_getter = false;
    if doc.is_none() && !given(1).is_none() {
        doc = vm.find_attr(&args[1], &name)?.unwrap_or(Value::NONE);
        of_getter = !doc.is_none();
    }
    // A subclass has a text of its own, which would hide the property's.
    if of_getter && !vm.class_of(&args[0]).is(&vm.types.property) {
        vm.set_attr(&args[0], &name, doc.clone())?;
    }
    let data = property(vm, &args[0])?;
    data.doc_of_getter.set(of_getter);
    data.get.set(given(1));
    data.set.set(given(2));
    data.delete.set(given(3));
    data.doc.set(doc);
    Ok(Value::NONE)
}

fn property<'a>(vm: &mut Vm, value: &'a Value) -> R<&'a PropertyData> {
    match value.as_data::<PropertyData>() {
        Some(data) => Ok(data),
        None => Err(vm.unfit_receiver(value, "method", "object")),
    }
}

/// A copy of a property with one of its functions replaced: 0 get, 1 set, 2 delete.
fn replaced(vm: &mut Vm, args: &[Value], which: usize) -> R {
    let data = property(vm, &args[0])?;
    let mut parts = vec![data.get.get(), data.set.get(), data.delete.get()];
    if !args[1].is_none() {
        parts[which] = args[1].clone();
    }
    let forget = data.doc_of_getter.get() && !parts[0].is_none();
    parts.push(if forget { Value::NONE } else { data.doc.get() });
    let name = data.name.get();
    let class = vm.class_of(&args[0]);
    let made = vm.call(&Value::object(class), &parts)?;
    if let Some(data) = made.as_data::<PropertyData>() {
        data.name.set(name);
    }
    Ok(made)
}

fn getter_of(vm: &mut Vm, args: &[Value]) -> R {
    replaced(vm, args, 0)
}

fn setter_of(vm: &mut Vm, args: &[Value]) -> R {
    replaced(vm, args, 1)
}

fn deleter_of(vm: &mut Vm, args: &[Value]) -> R {
    replaced(vm, args, 2)
}

fn property_set_name(vm: &mut Vm, args: &[Value]) -> R {
    property(vm, &args[0])?.name.set(args[2].clone());
    Ok(Value::NONE)
}

fn property_get(vm: &mut Vm, args: &[Value]) -> R {
    if args[1].is_none() {
        return Ok(args[0].clone());
    }
    let class = vm.class_of(&args[1]);
    vm.bind_attribute(&args[0], Some(&args[1]), &class)
}

fn property_store(vm: &mut Vm, args: &[Value]) -> R {
    let data = property(vm, &args[0])?;
    let function = data.set.get();
    if function.is_none() {
        return Err(vm.property_without(data, &args[1], "setter"));
    }
    vm.call(&function, &args[1..])?;
    Ok(Value::NONE)
}

fn property_delete(vm: &mut Vm, args: &[Value]) -> R {
    let data = property(vm, &args[0])?;
    let function = data.delete.get();
    if function.is_none() {
        return Err(vm.property_without(data, &args[1], "deleter"));
    }
    vm.call(&function, &args[1..])?;
    Ok(Value::NONE)
}

fn fget(vm: &mut Vm, args: &[Value]) -> R {
    Ok(property(vm, &args[0])?.get.get())
}

fn fset(vm: &mut Vm, args: &[Value]) -> R {
    Ok(property(vm, &args[0])?.set.get())
}

fn fdel(vm: &mut Vm, args: &[Value]) -> R {
    Ok(property(vm, &args[0])?.delete.get())
}

fn property_doc(vm: &mut Vm, args: &[Value]) -> R {
    Ok(property(vm, &args[0])?.doc.get())
}

fn set_property_doc(vm: &mut Vm, args: &[Value]) -> R {
    property(vm, &args[0])?.doc.set(args[1].clone());
    Ok(Value::NONE)
}

fn property_abstract(vm: &mut Vm, args: &[Value]) -> R {
    let data = property(vm, &args[0])?;
    let functions = [data.get.get(), data.set.get(), data.delete.get()];
    let name = vm.intern("__isabstractmethod__");
    for function in functions {
        if !function.is_none()
            && let Some(flag) = vm.find_attr(&function, &name)?
            && vm.truth(&flag)?
        {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

fn classmethod_new(vm: &mut Vm, args: &[Value]) -> R {
    let Some(class) = args[0].to_ref::<Class>() else {
        return Err(vm.type_error("classmethod.__new__(X): X is not a type"));
    };
    let wrapped = vm.heap.new_opaque(
        &class,
        ClassMethodData {
            function: Slot::new(args[1].clone()),
        },
    );
    adopt_attributes(vm, &wrapped, &args[1])
}

fn staticmethod_new(vm: &mut Vm, args: &[Value]) -> R {
    let Some(class) = args[0].to_ref::<Class>() else {
        return Err(vm.type_error("staticmethod.__new__(X): X is not a type"));
    };
    let wrapped = vm.heap.new_opaque(
        &class,
        StaticMethodData {
            function: Slot::new(args[1].clone()),
        },
    );
    adopt_attributes(vm, &wrapped, &args[1])
}

/// The wrapper answers for its function's name and documentation (`__getattr__` of the wrappers does the rest).
fn adopt_attributes(_: &mut Vm, wrapped: &Value, _: &Value) -> R {
    Ok(wrapped.clone())
}

fn wrapped(vm: &mut Vm, value: &Value) -> R {
    if let Some(data) = value.as_data::<ClassMethodData>() {
        return Ok(data.function.get());
    }
    match value.as_data::<StaticMethodData>() {
        Some(data) => Ok(data.function.get()),
        None => Err(vm.unfit_receiver(value, "method", "object")),
    }
}

fn wrapper_function(vm: &mut Vm, args: &[Value]) -> R {
    wrapped(vm, &args[0])
}

fn wrapper_doc(vm: &mut Vm, args: &[Value]) -> R {
    let function = wrapped(vm, &args[0])?;
    vm.get_attr_str(&function, "__doc__")
}

fn wrapper_getattr(vm: &mut Vm, args: &[Value]) -> R {
    let function = wrapped(vm, &args[0])?;
    let name = vm.expect_str(&args[1], "attribute name")?;
    let name = vm.intern_str(&name);
    match name.as_str() {
        "__name__"
        | "__qualname__"
        | "__doc__"
        | "__module__"
        | "__annotations__"
        | "__isabstractmethod__" => vm.get_attr(&function, &name),
        _ => Err(vm.attribute_error(&args[0], &name)),
    }
}

fn wrapper_get(vm: &mut Vm, args: &[Value]) -> R {
    let class = match args[2].to_ref::<Class>() {
        Some(class) => class,
        None => vm.class_of(&args[1]),
    };
    let object = if args[1].is_none() {
        None
    } else {
        Some(&args[1])
    };
    vm.bind_attribute(&args[0], object, &class)
}

fn wrapper_repr(vm: &mut Vm, args: &[Value]) -> R {
    let function = wrapped(vm, &args[0])?;
    let (name, inner) = (vm.type_name(&args[0]), vm.repr(&function)?);
    Ok(vm.new_str(&format!("<{name}({})>", inner.as_str())))
}

fn wrapper_abstract(vm: &mut Vm, args: &[Value]) -> R {
    let function = wrapped(vm, &args[0])?;
    let name = vm.intern("__isabstractmethod__");
    match vm.find_attr(&function, &name)? {
        Some(flag) => Ok(Value::bool(vm.truth(&flag)?)),
        None => Ok(Value::FALSE),
    }
}

fn staticmethod_call(vm: &mut Vm, args: &[Value]) -> R {
    let function = wrapped(vm, &args[0])?;
    let keywords = vm.keywords(&args[2]);
    vm.call_kw(&function, rest(&args[1]), &keywords)
}

/// A descriptor for a name in the `__slots__` of `class`.
pub(super) fn new_member(vm: &mut Vm, name: &Ref<Str>, class: &Ref<Class>) -> Value {
    let of = vm.types.member_descriptor.clone();
    vm.heap.new_opaque(
        &of,
        MemberData {
            name: name.clone(),
            class: class.clone(),
        },
    )
}

fn member<'a>(vm: &mut Vm, value: &'a Value) -> R<&'a MemberData> {
    match value.as_data::<MemberData>() {
        Some(member) => Ok(member),
        None => Err(vm.unfit_receiver(value, "method", "object")),
    }
}

/// Whether the descriptor is of a built-in class, which computes what it shows as a member.
fn is_computed(descriptor: &Value) -> bool {
    descriptor.as_data::<GetSet>().is_some()
}

/// Among the fields of an exception: a dict of what its slots hold.
const SLOTS: &str = "__slots__";

/// Where an object keeps what its slots hold.
enum Kept {
    Instance(Ref<Instance>),
    Native(Ref<Opaque>),
    Raised(Ref<Exception>),
}

impl Kept {
    fn dict(opaque: &Ref<Opaque>) -> Option<Ref<Dict>> {
        opaque.slots.get().to_ref::<Dict>()
    }

    fn slots(exception: &Ref<Exception>) -> Option<Ref<Dict>> {
        exception.field(SLOTS)?.to_ref::<Dict>()
    }

    fn get(&self, name: &Ref<Str>) -> Option<Value> {
        match self {
            Kept::Instance(instance) => instance.get_slot(name),
            Kept::Native(opaque) => Kept::dict(opaque)?.get_str(name),
            Kept::Raised(exception) => Kept::slots(exception)?.get_str(name),
        }
    }

    fn set(&self, vm: &Vm, name: &Ref<Str>, value: Value) {
        match self {
            Kept::Instance(instance) => instance.set_slot(name, value),
            Kept::Native(opaque) => {
                let dict = Kept::dict(opaque).unwrap_or_else(|| {
                    let fresh = vm.heap.new_dict();
                    opaque.slots.set(Value::object(fresh.clone()));
                    fresh
                });
                dict.set_str(name, value);
            }
            Kept::Raised(exception) => {
                let dict = Kept::slots(exception).unwrap_or_else(|| {
                    let fresh = vm.heap.new_dict();
                    exception.set_field(SLOTS, Value::object(fresh.clone()));
                    fresh
                });
                dict.set_str(name, value);
            }
        }
    }

    fn delete(&self, name: &Ref<Str>) -> Option<Value> {
        match self {
            Kept::Instance(instance) => instance.delete_slot(name),
            Kept::Native(opaque) => Kept::dict(opaque)?.remove_str(name),
            Kept::Raised(exception) => Kept::slots(exception)?.remove_str(name),
        }
    }
}

fn slot_owner(vm: &mut Vm, member: &MemberData, object: &Value) -> R<Kept> {
    if !vm.is_instance(object, &member.class) {
        let message = format!(
            "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
            member.name.as_str(),
            member.class.name.get().as_str(),
            vm.type_name(object)
        );
        return Err(vm.type_error(message));
    }
    if let Some(instance) = object.to_ref::<Instance>() {
        return Ok(Kept::Instance(instance));
    }
    if let Some(exception) = object.to_ref::<Exception>() {
        return Ok(Kept::Raised(exception));
    }
    match object.to_ref::<Opaque>() {
        Some(opaque) => Ok(Kept::Native(opaque)),
        None => Err(vm.attribute_error(object, &member.name)),
    }
}

fn member_get(vm: &mut Vm, args: &[Value]) -> R {
    if args[1].is_none() {
        return Ok(args[0].clone());
    }
    if is_computed(&args[0]) {
        return getset_get(vm, args);
    }
    let member = member(vm, &args[0])?;
    let kept = slot_owner(vm, member, &args[1])?;
    match kept.get(&member.name) {
        Some(value) => Ok(value),
        None => Err(vm.attribute_error(&args[1], &member.name)),
    }
}

fn member_set(vm: &mut Vm, args: &[Value]) -> R {
    if is_computed(&args[0]) {
        return getset_set(vm, args);
    }
    let member = member(vm, &args[0])?;
    slot_owner(vm, member, &args[1])?.set(vm, &member.name, args[2].clone());
    Ok(Value::NONE)
}

fn member_delete(vm: &mut Vm, args: &[Value]) -> R {
    if is_computed(&args[0]) {
        return getset_delete(vm, args);
    }
    let member = member(vm, &args[0])?;
    match slot_owner(vm, member, &args[1])?.delete(&member.name) {
        Some(_) => Ok(Value::NONE),
        None => {
            let name = member.name.clone();
            Err(vm.attribute_error_with(&args[1], &name, name.as_str()))
        }
    }
}

fn member_repr(vm: &mut Vm, args: &[Value]) -> R {
    if is_computed(&args[0]) {
        let name = getset_row(vm, &args[0])?.name;
        let owner = shown_owner(vm, &args[0]);
        return Ok(vm.new_str(&format!("<member '{name}' of '{owner}' objects>")));
    }
    let member = member(vm, &args[0])?;
    let text = format!(
        "<member '{}' of '{}' objects>",
        member.name.as_str(),
        member.class.name.get().as_str()
    );
    Ok(vm.new_str(&text))
}

fn member_name(vm: &mut Vm, args: &[Value]) -> R {
    if is_computed(&args[0]) {
        return getset_name(vm, args);
    }
    Ok(Value::object(member(vm, &args[0])?.name.clone()))
}

fn member_objclass(vm: &mut Vm, args: &[Value]) -> R {
    if is_computed(&args[0]) {
        return getset_objclass(vm, args);
    }
    Ok(Value::object(member(vm, &args[0])?.class.clone()))
}

fn member_qualname(vm: &mut Vm, args: &[Value]) -> R {
    if is_computed(&args[0]) {
        return getset_qualname(vm, args);
    }
    let member = member(vm, &args[0])?;
    let owner = vm.class_qualname(&member.class);
    Ok(vm.new_str(&format!("{owner}.{}", member.name.as_str())))
}

const PROPERTY_METHODS: &[Def] = &[
    static_def("__new__", property_new, "cls, /, *args, **kwargs"),
    def(
        "__init__",
        property_init,
        "self, fget=None, fset=None, fdel=None, doc=None",
    ),
    def("getter", getter_of, "self, fget, /"),
    def("setter", setter_of, "self, fset, /"),
    def("deleter", deleter_of, "self, fdel, /"),
    def("__set_name__", property_set_name, "self, owner, name, /"),
    def("__get__", property_get, "self, instance, owner=None, /"),
    def("__set__", property_store, "self, instance, value, /"),
    def("__delete__", property_delete, "self, instance, /"),
];

const PROPERTY_GETSETS: &[GetSet] = &[
    getter("fget", fget),
    getter("fset", fset),
    getter("fdel", fdel),
    getset("__doc__", property_doc, set_property_doc),
    getter("__isabstractmethod__", property_abstract),
];

const WRAPPER_METHODS: &[Def] = &[
    def("__get__", wrapper_get, "self, instance, owner=None, /"),
    def("__getattr__", wrapper_getattr, "self, name, /"),
    def("__repr__", wrapper_repr, "self, /"),
];

const WRAPPER_GETSETS: &[GetSet] = &[
    getter("__func__", wrapper_function),
    getter("__wrapped__", wrapper_function),
    getter("__doc__", wrapper_doc),
    getter("__isabstractmethod__", wrapper_abstract),
];

/// `getattr` of the class, by its name.
fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    let getattr = vm.intern("getattr");
    let getattr = vm.builtins.get_str(&getattr).unwrap_or(Value::NONE);
    let (class, name) = (member_objclass(vm, args)?, member_name(vm, args)?);
    let of = Value::object(vm.heap.pair(class, name));
    Ok(Value::object(vm.heap.pair(getattr, of)))
}

const MEMBER_METHODS: &[Def] = &[
    def("__get__", member_get, "self, instance, owner=None, /"),
    def("__set__", member_set, "self, instance, value, /"),
    def("__delete__", member_delete, "self, instance, /"),
    def("__repr__", member_repr, "self, /"),
    def("__reduce__", reduce, "self, /"),
];

const MEMBER_GETSETS: &[GetSet] = &[
    getter("__name__", member_name),
    getter("__qualname__", member_qualname),
    getter("__objclass__", member_objclass),
    getter("__doc__", getset_doc),
];
