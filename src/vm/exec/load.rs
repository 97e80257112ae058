//! Variables, cells, globals, names of class bodies.

use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::{Dict, GlobalCell, Str, Value, VarCell};
use crate::vm::{R, Raised, Vm};

/// `check_local` and `del_local` on an unbound variable.
#[inline(never)]
pub(in crate::vm) fn check_local(vm: &mut Vm, op: Op) -> R<()> {
    let at = match op {
        Op::CheckLocal { reg } => reg.0,
        Op::DelLocal { reg } => reg.0,
        _ => return Ok(()),
    };
    let name = vm
        .code()
        .code
        .local_names
        .get(usize::from(at))
        .map_or(String::new(), |name| name.to_string());
    Err(vm.unbound_local(&name))
}

#[inline(never)]
pub(in crate::vm) fn make_cell(vm: &mut Vm, op: Op) -> R<()> {
    let Op::MakeCell { reg } = op else {
        return Ok(());
    };
    let value = vm.take_register(reg.0);
    let cell = vm.heap.alloc(VarCell {
        value: crate::heap::Slot::new(value),
    });
    vm.set_register(reg.0, Value::object(cell));
    Ok(())
}

/// A cell is empty: NameError for a captured variable, UnboundLocalError for an own one.
#[inline(never)]
pub(in crate::vm) fn empty_cell(vm: &mut Vm, op: Op) -> R<()> {
    let (Op::LoadCell { cell, .. } | Op::DelCell { cell } | Op::LoadNameCell { cell, .. }) = op
    else {
        return Ok(());
    };
    let (code, at) = (vm.code(), cell.0);
    let name = code
        .code
        .local_names
        .get(usize::from(at))
        .map_or(String::new(), |name| name.to_string());
    let first = code.n_params;
    let captured = (first..first + code.code.captures.len() as u16).contains(&at);
    if captured {
        let class = vm.types.name_error.clone();
        let message = format!(
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        );
        return Err(vm.name_error_of(&class, &name, &message));
    }
    Err(vm.unbound_local(&name))
}

#[inline(never)]
pub(in crate::vm) fn del_cell(vm: &mut Vm, op: Op) -> R<()> {
    let Op::DelCell { cell } = op else {
        return Ok(());
    };
    let value = vm.peek(cell.0);
    let old = value
        .as_ref::<VarCell>()
        .map_or(Value::UNDEF, |cell| cell.value.replace(Value::UNDEF));
    if old.is_undef() {
        empty_cell(vm, op)
    } else {
        Ok(())
    }
}

fn global_cell(vm: &Vm, at: u16) -> Ref<GlobalCell> {
    vm.code().globals[usize::from(at)].clone()
}

/// A global is not bound: perhaps a builtin of that name has come since.
#[inline(never)]
pub(in crate::vm) fn missing_global(vm: &mut Vm, op: Op) -> R<()> {
    let Op::LoadGlobal { dst, global } = op else {
        return Ok(());
    };
    let cell = global_cell(vm, global.0);
    let value = global_value(vm, &cell)?;
    vm.set_register(dst.0, value);
    Ok(())
}

fn global_value(vm: &mut Vm, cell: &Ref<GlobalCell>) -> R {
    let value = cell.value.get();
    if !value.is_undef() {
        return Ok(value);
    }
    if let Some(builtin) = vm.builtins.get_str(cell.name()) {
        cell.inherit(builtin.clone());
        return Ok(builtin);
    }
    if cell.name().as_str() == "__annotations__"
        && let Some(annotations) = module_annotations(vm)?
    {
        return Ok(annotations);
    }
    Err(vm.name_error(cell.name().as_str()))
}

/// What the annotated names of the running module stand for; kept in the module once asked for.
fn module_annotations(vm: &mut Vm) -> R<Option<Value>> {
    let globals = vm.code().module.clone();
    let (maker, name) = (vm.intern("__annotate__"), vm.intern("__annotations__"));
    let Some(maker) = globals.get_str(&maker) else {
        return Ok(None);
    };
    let annotations = vm.call(&maker, &[])?;
    globals.set_str(&name, annotations.clone());
    Ok(Some(annotations))
}

/// The first assignment of a global.
#[inline(never)]
pub(in crate::vm) fn bind_global(vm: &mut Vm, op: Op) -> R<()> {
    let Op::StoreGlobal { global, src } = op else {
        return Ok(());
    };
    let cell = global_cell(vm, global.0);
    let value = vm.operand(src);
    drop(cell.replace(value));
    let globals = vm.code().module.clone();
    globals.bind_cell(&cell);
    if globals.is(&vm.builtins) {
        let name = cell.name().clone();
        vm.builtin_changed(&name);
    }
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn del_global(vm: &mut Vm, op: Op) -> R<()> {
    let Op::DelGlobal { global } = op else {
        return Ok(());
    };
    let cell = global_cell(vm, global.0);
    let globals = vm.code().module.clone();
    match globals.remove_str(cell.name()) {
        Some(_) => Ok(()),
        None => Err(vm.name_error(cell.name().as_str())),
    }
}

/// The value of `name` in the namespace of the running class body.
fn namespace_get(vm: &mut Vm, name: &Ref<Str>) -> R<Option<Value>> {
    let namespace = vm.peek(0);
    if let Some(dict) = namespace.as_ref::<Dict>() {
        return Ok(dict.get_str(name));
    }
    match vm.get_item(&namespace, &Value::object(name.clone())) {
        Ok(value) => Ok(Some(value)),
        Err(Raised) => {
            let class = vm.types.key_error.clone();
            if vm.raised_is(&class) {
                vm.take_raised();
                return Ok(None);
            }
            Err(Raised)
        }
    }
}

#[inline(never)]
pub(in crate::vm) fn load_name(vm: &mut Vm, op: Op) -> R<()> {
    let Op::LoadName { dst, global } = op else {
        return Ok(());
    };
    let cell = global_cell(vm, global.0);
    let name = cell.name().clone();
    let value = match namespace_get(vm, &name)? {
        Some(value) => value,
        None => global_value(vm, &cell)?,
    };
    vm.set_register(dst.0, value);
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn load_name_cell(vm: &mut Vm, op: Op) -> R<()> {
    let Op::LoadNameCell { dst, name, cell } = op else {
        return Ok(());
    };
    let name = vm.code().names[usize::from(name.0)].clone();
    let value = match namespace_get(vm, &name)? {
        Some(value) => value,
        None => vm
            .peek(cell.0)
            .as_ref::<VarCell>()
            .map_or(Value::UNDEF, |cell| cell.value.get()),
    };
    if value.is_undef() {
        return empty_cell(vm, op);
    }
    vm.set_register(dst.0, value);
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn store_name(vm: &mut Vm, op: Op) -> R<()> {
    let Op::StoreName { name, src } = op else {
        return Ok(());
    };
    let name = vm.code().names[usize::from(name.0)].clone();
    let value = vm.operand(src);
    let namespace = vm.peek(0);
    match namespace.as_ref::<Dict>() {
        Some(dict) => {
            dict.set_str(&name, value);
            Ok(())
        }
        None => vm.set_item(&namespace, &Value::object(name), value),
    }
}

#[inline(never)]
pub(in crate::vm) fn del_name(vm: &mut Vm, op: Op) -> R<()> {
    let Op::DelName { name } = op else {
        return Ok(());
    };
    let name = vm.code().names[usize::from(name.0)].clone();
    let namespace = vm.peek(0);
    let gone = match namespace.as_ref::<Dict>() {
        Some(dict) => dict.remove_str(&name).is_some(),
        None => vm
            .del_item(&namespace, &Value::object(name.clone()))
            .is_ok(),
    };
    if gone {
        Ok(())
    } else {
        Err(vm.name_error(name.as_str()))
    }
}

#[inline(never)]
pub(in crate::vm) fn load_build_class(vm: &mut Vm, op: Op) -> R<()> {
    let Op::LoadBuildClass { dst } = op else {
        return Ok(());
    };
    let name = vm.intern("__build_class__");
    let Some(build) = vm.builtins.get_str(&name) else {
        return Err(vm.name_error("__build_class__"));
    };
    vm.set_register(dst.0, build);
    Ok(())
}
