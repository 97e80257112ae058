//! Building containers and strings.

use crate::bytecode::Op;
use crate::heap::Ref;
use crate::text::float_repr;
use crate::value::hash::quick_hash;
use crate::value::{Dict, List, Set, Slice, Str, Tag, Value};
use crate::vm::{R, Raised, Vm};

#[inline(never)]
pub(in crate::vm) fn build_slice(vm: &mut Vm, op: Op) -> R<()> {
    let Op::BuildSlice { dst, first } = op else {
        return Ok(());
    };
    let window = vm.register_window(first.0, 3);
    if let Op::LoadItem {
        dst: into,
        object,
        key,
    } = crate::vm::regs::op_at(vm.stack.pc)
        && key.0 == dst.0
        && dst.0 >= vm.code().n_locals
    {
        let held = vm.register_window(object.0, 1);
        if let Some(part) = super::index::slice(vm, &held.values()[0], window.values()) {
            // The slice itself is never made.
            vm.stack.pc = vm.stack.pc.wrapping_add(1);
            window.clear();
            vm.set_register(into.0, part);
            return Ok(());
        }
    }
    let slice = Slice {
        start: window.take(0),
        stop: window.take(1),
        step: window.take(2),
    };
    let slice = vm.heap.alloc(slice);
    vm.set_register(dst.0, Value::object(slice));
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn build_pair(vm: &mut Vm, op: Op) -> R<()> {
    let Op::BuildPair { dst, left, right } = op else {
        return Ok(());
    };
    let (left, right) = (vm.operand(left), vm.operand(right));
    let pair = vm.heap.pair(left, right);
    vm.set_register(dst.0, Value::object(pair));
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn build_tuple(vm: &mut Vm, op: Op) -> R<()> {
    let Op::BuildTuple { dst, first, count } = op else {
        return Ok(());
    };
    let at = first.0;
    let base = vm.register_window(at, usize::from(count.0));
    let count = usize::from(count.0);
    let tuple = vm.heap.tuple_from(count, |index| base.take(index));
    vm.set_register(dst.0, Value::object(tuple));
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn build_list(vm: &mut Vm, op: Op) -> R<()> {
    let Op::BuildList { dst, first, count } = op else {
        return Ok(());
    };
    let list = vm.heap.list_with_room(usize::from(count.0));
    let window = vm.register_window(first.0, usize::from(count.0));
    list.items.with_mut(|items| {
        for at in 0..usize::from(count.0) {
            items.push(window.take(at));
        }
    });
    vm.set_register(dst.0, Value::object(list));
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn build_set(vm: &mut Vm, op: Op) -> R<()> {
    let Op::BuildSet { dst, first, count } = op else {
        return Ok(());
    };
    let set = vm.heap.new_set(false);
    let window = vm.register_window(first.0, usize::from(count.0));
    for at in 0..usize::from(count.0) {
        let item = window.take(at);
        if quick_hash(&item).is_some_and(|hash| set.add_quick(hash, &item).is_some()) {
            continue;
        }
        vm.set_add(&set, item)?;
    }
    vm.set_register(dst.0, Value::object(set));
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn build_dict(vm: &mut Vm, op: Op) -> R<()> {
    let Op::BuildDict { dst, first, count } = op else {
        return Ok(());
    };
    let dict = vm.heap.dict_with_room(usize::from(count.0));
    let window = vm.register_window(first.0, 2 * usize::from(count.0));
    for at in 0..usize::from(count.0) {
        let (key, value) = (window.take(2 * at), window.take(2 * at + 1));
        let added = match quick_hash(&key) {
            Some(hash) => dict.add_to_few(hash, key, value),
            None => Err((key, value)),
        };
        if let Err((key, value)) = added {
            vm.dict_set(&dict, key, value)?;
        }
    }
    vm.set_register(dst.0, Value::object(dict));
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn build_string(vm: &mut Vm, op: Op) -> R<()> {
    let Op::BuildString { dst, first, count } = op else {
        return Ok(());
    };
    let mut text = std::mem::take(&mut vm.scratch);
    text.clear();
    let window = vm.register_window(first.0, usize::from(count.0));
    for part in window.values() {
        if let Some(part) = part.as_ref::<Str>() {
            text.push_str(part.as_str());
        }
    }
    window.clear();
    let result = vm.new_str(&text);
    vm.scratch = text;
    vm.set_register(dst.0, result);
    Ok(())
}

/// `format_value` and `format_spec`.
#[inline(never)]
pub(in crate::vm) fn format(vm: &mut Vm, op: Op) -> R<()> {
    let (conversion, dst, src, spec) = match op {
        Op::FormatValue {
            conversion,
            dst,
            src,
        } => (conversion, dst, src, None),
        Op::FormatSpec {
            conversion,
            dst,
            src,
            spec,
        } => (conversion, dst, src, Some(spec)),
        _ => return Ok(()),
    };
    let value = vm.operand(src);
    let value = match conversion.0 {
        1 => Value::object(vm.str(&value)?),
        2 => Value::object(vm.repr(&value)?),
        3 => Value::object(vm.ascii(&value)?),
        _ => value,
    };
    let result = match spec {
        None => match value.tag() {
            Tag::Str => value,
            Tag::Int => vm.int_str(value.raw_int()),
            Tag::Float => {
                let mut text = std::mem::take(&mut vm.scratch);
                text.clear();
                float_repr::push_repr(&mut text, value.raw_float());
                let result = vm.new_str(&text);
                vm.scratch = text;
                result
            }
            _ => vm.format(&value, "")?,
        },
        Some(spec) => {
            let spec = vm.operand(spec);
            match spec.as_ref::<Str>() {
                Some(spec) => vm.format(&value, spec.as_str())?,
                None => {
                    let spec = vm.expect_str(&spec, "format spec")?;
                    vm.format(&value, spec.as_str())?
                }
            }
        }
    };
    vm.set_register(dst.0, result);
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn list_extend(vm: &mut Vm, op: Op) -> R<()> {
    let Op::ListExtend { list, src } = op else {
        return Ok(());
    };
    let source = vm.operand(src);
    let Some(list) = vm.peek(list.0).to_ref::<List>() else {
        return Ok(());
    };
    if source.is(Tag::List) || source.is(Tag::Tuple) {
        return vm.extend_list(&list, &source);
    }
    if vm
        .find_special(&source, crate::value::Special::Iter)
        .is_none()
        && vm
            .find_special(&source, crate::value::Special::GetItem)
            .is_none()
    {
        let message = format!(
            "Value after * must be an iterable, not {}",
            vm.type_name(&source)
        );
        return Err(vm.type_error(message));
    }
    vm.extend_list(&list, &source)
}

#[inline(never)]
pub(in crate::vm) fn set_add(vm: &mut Vm, op: Op) -> R<()> {
    let Op::SetAdd { set, src } = op else {
        return Ok(());
    };
    let value = vm.operand(src);
    let held = vm.register_window(set.0, 1);
    let Some(set) = held.values()[0].as_ref::<Set>() else {
        return Ok(());
    };
    if quick_hash(&value).is_some_and(|hash| set.add_quick(hash, &value).is_some()) {
        return Ok(());
    }
    let set = set.clone();
    vm.set_add(&set, value).map(drop)
}

#[inline(never)]
pub(in crate::vm) fn set_update(vm: &mut Vm, op: Op) -> R<()> {
    let Op::SetUpdate { set, src } = op else {
        return Ok(());
    };
    let source = vm.operand(src);
    let Some(set) = vm.peek(set.0).to_ref::<Set>() else {
        return Ok(());
    };
    if let Some(source) = source.to_ref::<Set>() {
        if source.is(&set) {
            let folded = set.as_folded_literal();
            set.swap(&folded);
            return Ok(());
        }
        if set.merge_clean(&source) {
            return Ok(());
        }
    }
    vm.for_each(&source, &mut |vm, item| vm.set_add(&set, item).map(drop))
}

#[inline(never)]
pub(in crate::vm) fn dict_set(vm: &mut Vm, op: Op) -> R<()> {
    let Op::DictSet { dict, key, src } = op else {
        return Ok(());
    };
    let (key, value) = (vm.operand(key), vm.operand(src));
    let held = vm.register_window(dict.0, 1);
    let Some(dict) = held.values()[0].as_ref::<Dict>() else {
        return Ok(());
    };
    set_pair(vm, dict, key, value)
}

/// `dict[key] = value` of a dict that a register holds.
#[inline]
fn set_pair(vm: &mut Vm, dict: &Ref<Dict>, key: Value, value: Value) -> R<()> {
    let dict = dict.clone();
    vm.dict_set(&dict, key, value)
}

/// `dict_update` and `dict_merge`.
#[inline(never)]
pub(in crate::vm) fn dict_update(vm: &mut Vm, op: Op) -> R<()> {
    let (dict, src, callee) = match op {
        Op::DictUpdate { dict, src } => (dict, src, None),
        Op::DictMerge { dict, src, callee } => (dict, src, Some(callee)),
        _ => return Ok(()),
    };
    let source = vm.operand(src);
    let Some(dict) = vm.peek(dict.0).to_ref::<Dict>() else {
        return Ok(());
    };
    let callee = callee.map(|callee| vm.peek(callee.0));
    let result = dict_take(vm, &dict, &source, callee.as_ref());
    let missing = vm.types.attribute_error.clone();
    if result.is_err() && vm.raised_is(&missing) {
        // Whatever lacked the attribute: CPython does not look.
        drop(vm.take_raised());
        return Err(no_mapping(vm, &source, callee.as_ref()));
    }
    result
}

#[cold]
fn no_mapping(vm: &mut Vm, source: &Value, callee: Option<&Value>) -> Raised {
    let message = match callee {
        None => format!("'{}' object is not a mapping", vm.type_name(source)),
        Some(callee) => {
            let name = callee_name(vm, callee);
            format!(
                "{name} argument after ** must be a mapping, not {}",
                vm.type_name(source)
            )
        }
    };
    vm.type_error(message)
}

fn dict_take(vm: &mut Vm, dict: &Ref<Dict>, source: &Value, callee: Option<&Value>) -> R<()> {
    if callee.is_none()
        && let Some(other) = source.as_ref::<Dict>()
        && dict.copy_from(other)
    {
        return Ok(());
    }
    let pairs = if let Some(other) = vm.whole_dict(source) {
        other.to_vec()
    } else {
        let keys = vm.intern("keys");
        let Some(keys) = vm.find_attr(source, &keys)? else {
            return Err(no_mapping(vm, source, callee));
        };
        let keys = vm.call(&keys, &[])?;
        vm.check_keys(source, &keys)?;
        let mut pairs = Vec::new();
        for key in vm.to_vec(&keys)? {
            let value = vm.get_item(source, &key)?;
            pairs.push((key, value));
        }
        pairs
    };
    for (key, value) in pairs {
        if let Some(callee) = callee
            && vm.dict_get(dict, &key)?.is_some()
        {
            let name = callee_name(vm, callee);
            let key = vm.str(&key)?;
            return Err(vm.type_error(format!(
                "{name} got multiple values for keyword argument '{}'",
                key.as_str()
            )));
        }
        vm.dict_set(dict, key, value)?;
    }
    Ok(())
}

/// `module.f()`, as messages about calls name the callee.
pub(in crate::vm) fn callee_name(vm: &mut Vm, callee: &Value) -> String {
    if let Some(id) = callee.as_native() {
        return format!(
            "{}()",
            crate::vm::miscounted::qualified(&vm.natives[id as usize])
        );
    }
    let part = |vm: &mut Vm, name: &str| match vm.get_attr_str(callee, name) {
        Ok(part) => part.to_ref::<Str>(),
        Err(Raised) => {
            vm.take_raised();
            None
        }
    };
    let (qualname, module) = (part(vm, "__qualname__"), part(vm, "__module__"));
    match (qualname, module) {
        (Some(name), Some(module)) if module.as_str() != "builtins" => {
            format!("{}.{}()", module.as_str(), name.as_str())
        }
        (Some(name), _) => format!("{}()", name.as_str()),
        (None, _) => match vm.str(callee) {
            Ok(text) => text.as_str().to_string(),
            Err(Raised) => {
                vm.take_raised();
                format!("{} object", vm.type_name(callee))
            }
        },
    }
}

#[inline(never)]
pub(in crate::vm) fn list_to_tuple(vm: &mut Vm, op: Op) -> R<()> {
    let Op::ListToTuple { dst, object } = op else {
        return Ok(());
    };
    let list = vm.operand(object);
    let items = list
        .as_ref::<List>()
        .map_or(Vec::new(), |list| list.edit(std::mem::take));
    let tuple = vm.heap.new_tuple(items);
    vm.set_register(dst.0, Value::object(tuple));
    Ok(())
}
