//! `FunctionType(...)`: a function out of its parts.

use crate::value::{CodeObject, Dict, Str, Tag, Tuple, Value};
use crate::vm::{R, Vm};

/// `FunctionType(code, globals, name=None, argdefs=None, closure=None)`.
pub(super) fn function_new(vm: &mut Vm, args: &[Value]) -> R {
    vm.check_new(&args[0], &vm.types.function.clone())?;
    let given = |at: usize| (!args[at].is_undef() && !args[at].is_none()).then(|| args[at].clone());
    let wrong = |vm: &mut Vm, at: usize, name: &str, wanted: &str| {
        let found = vm.type_name(&args[at]);
        vm.type_error(format!(
            "function() argument '{name}' must be {wanted}, not {found}"
        ))
    };
    let Some(code) = args[1].to_ref::<CodeObject>() else {
        return Err(wrong(vm, 1, "code", "code"));
    };
    let Some(globals) = vm.cast::<Dict>(&args[2]) else {
        return Err(wrong(vm, 2, "globals", "dict"));
    };
    let name = given(3);
    if name
        .as_ref()
        .is_some_and(|name| vm.cast::<Str>(name).is_none())
    {
        return Err(vm.type_error("arg 3 (name) must be None or string"));
    }
    let defaults = given(4);
    if defaults
        .as_ref()
        .is_some_and(|all| vm.cast::<Tuple>(all).is_none())
    {
        return Err(vm.type_error("arg 4 (defaults) must be None or tuple"));
    }
    let wanted = code.code.captures.len();
    let cells = match given(5) {
        Some(cells) => match vm.cast::<Tuple>(&cells) {
            Some(cells) => cells.items().to_vec(),
            None if wanted == 0 => {
                return Err(vm.type_error("arg 5 (closure) must be None or tuple"));
            }
            None => return Err(vm.type_error("arg 5 (closure) must be tuple")),
        },
        None if wanted > 0 => return Err(vm.type_error("arg 5 (closure) must be tuple")),
        None => Vec::new(),
    };
    if cells.len() != wanted {
        let own = &code.code.name;
        let text = format!(
            "{own} requires closure of length {wanted}, not {}",
            cells.len()
        );
        return Err(vm.value_error(text));
    }
    if let Some(other) = cells.iter().find(|cell| !cell.is(Tag::Cell)) {
        let text = format!(
            "arg 5 (closure) expected cell, found {}",
            vm.type_name(other)
        );
        return Err(vm.type_error(text));
    }
    let linked = vm.link(&code.code, &globals);
    let function = vm.function_with_captures(linked, cells);
    if let Some(defaults) = defaults {
        function.defaults.set(defaults);
    }
    if let Some(name) = name {
        function.edit_extra(|extra| extra.name = name);
    }
    Ok(Value::object(function))
}
