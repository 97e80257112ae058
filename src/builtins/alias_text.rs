//! What the parts of `list[int]` and `int | str` look like in their reprs.

use crate::value::{Class, Str, Tag, Value};
use crate::vm::{R, Vm};

/// A part of an alias, as its repr shows it.
pub(super) fn type_text(vm: &mut Vm, value: &Value) -> R<String> {
    let none_type = value
        .as_ref::<Class>()
        .is_some_and(|class| class.is(&vm.types.none_type));
    if value.is_none() || none_type {
        return Ok("None".to_string());
    }
    if let Some(class) = value.to_ref::<Class>() {
        return Ok(super::object::qualified_title(vm, &class));
    }
    if value.is(Tag::Ellipsis) {
        return Ok("...".to_string());
    }
    if let Some(list) = value.as_ref::<crate::value::List>() {
        let items = list.to_vec();
        return Ok(format!("[{}]", texts(vm, &items)?.join(", ")));
    }
    if value.is(Tag::Function) {
        let (module, name) = (
            vm.get_attr_str(value, "__module__")?,
            vm.get_attr_str(value, "__qualname__")?,
        );
        if let (Some(module), Some(name)) = (module.as_ref::<Str>(), name.as_ref::<Str>()) {
            return Ok(match module.as_str() {
                "builtins" => name.as_str().to_string(),
                module => format!("{module}.{}", name.as_str()),
            });
        }
    }
    Ok(vm.repr(value)?.as_str().to_string())
}

/// The same of several.
pub(super) fn texts(vm: &mut Vm, items: &[Value]) -> R<Vec<String>> {
    vm.enter_native()?;
    let result = items.iter().map(|item| type_text(vm, item)).collect();
    vm.leave_native();
    result
}
