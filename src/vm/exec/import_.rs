//! Imports, and the display of the REPL.

use crate::bytecode::Op;
use crate::value::{Dict, Module, Str, Value};
use crate::vm::{R, Vm};

#[inline(never)]
pub(in crate::vm) fn import_name(vm: &mut Vm, op: Op) -> R<()> {
    let Op::ImportName {
        level,
        dst,
        name,
        from_names,
    } = op
    else {
        return Ok(());
    };
    let code = vm.running_code();
    let name = code.names[usize::from(name.0)].clone();
    let from_names = code.consts[usize::from(from_names.0)].clone();
    let module = (vm.hooks.import)(
        vm,
        &name,
        &code.module.clone(),
        &from_names,
        u32::from(level.0),
    )?;
    vm.set_register(dst.0, module);
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn import_from(vm: &mut Vm, op: Op) -> R<()> {
    let Op::ImportFrom { dst, module, name } = op else {
        return Ok(());
    };
    let module = vm.peek(module.0);
    let name = vm.code().names[usize::from(name.0)].clone();
    let value = match vm.find_attr(&module, &name)? {
        Some(value) => value,
        None => match (vm.hooks.submodule)(vm, &module, &name)? {
            Some(value) => value,
            None => return Err(cannot_import(vm, &module, &name)),
        },
    };
    vm.set_register(dst.0, value);
    Ok(())
}

fn cannot_import(vm: &mut Vm, module: &Value, name: &crate::heap::Ref<Str>) -> crate::vm::Raised {
    let text = |vm: &mut Vm, attribute: &str| {
        let key = vm.intern(attribute);
        let found = module
            .as_ref::<Module>()
            .and_then(|module| module.globals.get_str(&key));
        found.and_then(|value| value.to_ref::<Str>())
    };
    let module_name = text(vm, "__name__");
    let file = text(vm, "__file__");
    let initialising = module
        .as_ref::<Module>()
        .is_some_and(|module| module.initialising.get());
    let shown = module_name
        .as_ref()
        .map_or("<unknown module name>", |name| name.as_str());
    let place = file
        .as_ref()
        .map_or("unknown location", |file| file.as_str());
    let message = if initialising {
        format!(
            "cannot import name '{}' from partially initialized module '{shown}' (most likely due to a circular import) ({place})",
            name.as_str()
        )
    } else {
        format!(
            "cannot import name '{}' from '{shown}' ({place})",
            name.as_str()
        )
    };
    let raised = vm.import_error(message);
    let exception = vm.raised.clone();
    if let Some(exception) = exception.as_ref::<crate::value::Exception>() {
        exception.set_field("name", module_name.map_or(Value::NONE, Value::object));
        exception.set_field("path", file.map_or(Value::NONE, Value::object));
        exception.set_field("name_from", Value::object(name.clone()));
    }
    raised
}

#[inline(never)]
pub(in crate::vm) fn import_star(vm: &mut Vm, op: Op) -> R<()> {
    let Op::ImportStar { module } = op else {
        return Ok(());
    };
    let module = vm.operand(module);
    let globals = vm.code().module.clone();
    let all = vm.intern("__all__");
    let names = match vm.find_attr(&module, &all)? {
        Some(all) => vm.to_vec(&all)?,
        None => {
            let dict = module
                .as_ref::<Module>()
                .map(|module| module.globals.clone());
            let names: Vec<Value> = dict.map_or(Vec::new(), |dict: crate::heap::Ref<Dict>| {
                dict.to_vec().into_iter().map(|(name, _)| name).collect()
            });
            names
                .into_iter()
                .filter(|name| {
                    name.as_ref::<Str>()
                        .is_some_and(|name| !name.as_str().starts_with('_'))
                })
                .collect()
        }
    };
    for name in names {
        let name = vm.expect_str(&name, "Item in __all__")?;
        let name = vm.intern_str(&name);
        let value = match vm.find_attr(&module, &name)? {
            Some(value) => value,
            None => match (vm.hooks.submodule)(vm, &module, &name)? {
                Some(value) => value,
                None => vm.get_attr(&module, &name)?,
            },
        };
        globals.set_str(&name, value);
    }
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn print_expr(vm: &mut Vm, op: Op) -> R<()> {
    let Op::PrintExpr { src } = op else {
        return Ok(());
    };
    let value = vm.operand(src);
    (vm.hooks.display)(vm, value)
}
