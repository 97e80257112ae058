//! `NoneType`, `ellipsis`, `NotImplementedType`, `cell`.

use crate::heap::Ref;
use crate::value::{Class, Value, VarCell};
use crate::vm::{R, Vm, def, getset, rest, static_def};

pub(crate) fn install(vm: &mut Vm) {
    let singles: [(Ref<Class>, crate::vm::NativeFn); 3] = [
        (vm.types.none_type.clone(), none_new),
        (vm.types.ellipsis_type.clone(), ellipsis_new),
        (vm.types.not_implemented_type.clone(), not_implemented_new),
    ];
    for (class, new) in singles {
        vm.add_methods(
            &class,
            &[
                static_def("__new__", new, "cls, /, *args, **kwargs"),
                def("__repr__", single_repr, "self, /"),
            ],
        );
    }
    let class = vm.types.none_type.clone();
    vm.add_methods(&class, &[def("__bool__", none_bool, "self, /")]);
    let class = vm.types.not_implemented_type.clone();
    vm.add_methods(&class, &[def("__bool__", not_implemented_bool, "self, /")]);
    let class = vm.types.cell.clone();
    vm.add_methods(
        &class,
        &[static_def("__new__", cell_new, "cls, contents=None, /")],
    );
    vm.add_getsets(&class, &[getset("cell_contents", cell_get, cell_set)]);
    super::generic_alias::install(vm);
}

/// The only object of a class, asked for once more.
fn single(vm: &mut Vm, args: &[Value], value: Value, name: &str) -> R {
    let class = vm.class_of(&value);
    vm.check_new(&args[0], &class)?;
    if !rest(&args[1]).is_empty() || !args[2].is_undef() {
        return Err(vm.type_error(format!("{name} takes no arguments")));
    }
    Ok(value)
}

fn none_new(vm: &mut Vm, args: &[Value]) -> R {
    single(vm, args, Value::NONE, "NoneType")
}

fn ellipsis_new(vm: &mut Vm, args: &[Value]) -> R {
    single(vm, args, Value::ELLIPSIS, "EllipsisType")
}

fn not_implemented_new(vm: &mut Vm, args: &[Value]) -> R {
    single(vm, args, Value::NOT_IMPLEMENTED, "NotImplementedType")
}

fn single_repr(vm: &mut Vm, args: &[Value]) -> R {
    vm.repr(&args[0]).map(Value::object)
}

fn not_implemented_bool(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::TRUE)
}

fn none_bool(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::FALSE)
}

fn cell_new(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(vm.heap.alloc(VarCell {
        value: crate::heap::Slot::new(args[1].clone()),
    })))
}

fn cell_get(vm: &mut Vm, args: &[Value]) -> R {
    let value = args[0]
        .as_ref::<VarCell>()
        .map_or(Value::UNDEF, |cell| cell.value.get());
    if value.is_undef() {
        Err(vm.value_error("Cell is empty"))
    } else {
        Ok(value)
    }
}

fn cell_set(_: &mut Vm, args: &[Value]) -> R {
    if let Some(cell) = args[0].as_ref::<VarCell>() {
        cell.value.set(args[1].clone());
    }
    Ok(Value::NONE)
}
