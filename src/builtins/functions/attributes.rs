//! `getattr`, `setattr`, `hasattr`, `delattr`.

use crate::heap::Ref;
use crate::value::{Str, Value};
use crate::vm::{Def, R, Vm, def};

/// A name given as an argument, interned.
fn name_of(vm: &mut Vm, value: &Value) -> R<Ref<Str>> {
    match vm.cast::<Str>(value) {
        Some(name) => Ok(vm.intern_str(&name)),
        None => {
            let given = vm.type_name(value);
            Err(vm.type_error(format!("attribute name must be string, not '{given}'")))
        }
    }
}

fn getattr(vm: &mut Vm, args: &[Value]) -> R {
    let name = name_of(vm, &args[1])?;
    if args[2].is_undef() {
        return vm.get_attr(&args[0], &name);
    }
    Ok(vm
        .find_attr(&args[0], &name)?
        .unwrap_or_else(|| args[2].clone()))
}

fn setattr(vm: &mut Vm, args: &[Value]) -> R {
    let name = name_of(vm, &args[1])?;
    vm.set_attr(&args[0], &name, args[2].clone())?;
    Ok(Value::NONE)
}

fn hasattr(vm: &mut Vm, args: &[Value]) -> R {
    let name = name_of(vm, &args[1])?;
    Ok(Value::bool(vm.find_attr(&args[0], &name)?.is_some()))
}

fn delattr(vm: &mut Vm, args: &[Value]) -> R {
    let name = name_of(vm, &args[1])?;
    vm.del_attr(&args[0], &name)?;
    Ok(Value::NONE)
}

pub(crate) const FUNCTIONS: &[Def] = &[
    def("getattr", getattr, "object, name, default=None, /"),
    def("setattr", setattr, "object, name, value, /"),
    def("hasattr", hasattr, "object, name, /"),
    def("delattr", delattr, "object, name, /"),
];
