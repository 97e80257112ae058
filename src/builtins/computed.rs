//! The descriptors of computed attributes.

use crate::heap::Ref;
use crate::value::{Class, Opaque, Value};
use crate::vm::{Def, GetSet, R, Vm, def, getter};

pub(super) fn getset_row(vm: &mut Vm, value: &Value) -> R<GetSet> {
    match value.as_data::<GetSet>() {
        Some(row) => Ok(*row),
        None => Err(vm.unfit_receiver(value, "method", "object")),
    }
}

pub(super) fn getset_get(vm: &mut Vm, args: &[Value]) -> R {
    if args[1].is_none() && !args[2].is_undef() && !args[2].is_none() {
        return Ok(args[0].clone());
    }
    let row = getset_row(vm, &args[0])?;
    check_owner(vm, &row, args)?;
    (row.get)(vm, &args[1..2])
}

pub(super) fn getset_set(vm: &mut Vm, args: &[Value]) -> R {
    let row = getset_row(vm, &args[0])?;
    check_owner(vm, &row, args)?;
    if let Some(set) = row.set {
        return set(vm, &args[1..3]);
    }
    if vm.class_of(&args[0]).is(&vm.types.member_descriptor) {
        return Err(vm.attribute_error_plain("readonly attribute"));
    }
    let owner = shown_owner(vm, &args[0]);
    let message = format!(
        "attribute '{}' of '{owner}' objects is not writable",
        row.name
    );
    Err(vm.attribute_error_plain(&message))
}

/// A computed attribute is only asked of instances of its class.
fn check_owner(vm: &mut Vm, row: &GetSet, args: &[Value]) -> R<()> {
    if getset_owner(&args[0]).is_none_or(|owner| vm.is_instance(&args[1], &owner)) {
        return Ok(());
    }
    let message = format!(
        "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
        row.name,
        shown_owner(vm, &args[0]),
        vm.type_name(&args[1])
    );
    Err(vm.type_error(message))
}

/// Its class as error messages name it.
pub(super) fn shown_owner(vm: &Vm, value: &Value) -> String {
    getset_owner(value).map_or_else(|| "object".to_string(), |owner| vm.shown_class(&owner))
}

/// The class that a descriptor of a computed attribute belongs to.
fn getset_owner(value: &Value) -> Option<Ref<Class>> {
    value.as_ref::<Opaque>()?.dict.get().to_ref::<Class>()
}

fn getset_repr(vm: &mut Vm, args: &[Value]) -> R {
    let row = getset_row(vm, &args[0])?;
    let owner = shown_owner(vm, &args[0]);
    let text = format!("<attribute '{}' of '{owner}' objects>", row.name);
    Ok(vm.new_str(&text))
}

pub(super) fn getset_objclass(_: &mut Vm, args: &[Value]) -> R {
    Ok(getset_owner(&args[0]).map_or(Value::NONE, Value::object))
}

pub(super) fn getset_qualname(vm: &mut Vm, args: &[Value]) -> R {
    let row = getset_row(vm, &args[0])?;
    let owner = getset_owner(&args[0]).map_or_else(String::new, |owner| vm.class_qualname(&owner));
    Ok(vm.new_str(&format!("{owner}.{}", row.name)))
}

pub(super) fn getset_doc(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

/// `__delete__`: a setter gets no value.
pub(super) fn getset_delete(vm: &mut Vm, args: &[Value]) -> R {
    let object = args[1].clone();
    getset_set(vm, &[args[0].clone(), object, Value::UNDEF])
}

pub(super) fn getset_name(vm: &mut Vm, args: &[Value]) -> R {
    let row = getset_row(vm, &args[0])?;
    Ok(vm.new_str(row.name))
}

fn getset_reduce(vm: &mut Vm, _: &[Value]) -> R {
    Err(vm.type_error("cannot pickle 'getset_descriptor' object"))
}

pub(super) const GETSET_METHODS: &[Def] = &[
    def("__get__", getset_get, "self, instance, owner=None, /"),
    def("__set__", getset_set, "self, instance, value, /"),
    def("__delete__", getset_delete, "self, instance, /"),
    def("__repr__", getset_repr, "self, /"),
    def("__reduce__", getset_reduce, "self, /"),
];

pub(super) const GETSET_GETSETS: &[GetSet] = &[
    getter("__name__", getset_name),
    getter("__qualname__", getset_qualname),
    getter("__objclass__", getset_objclass),
    getter("__doc__", getset_doc),
];
