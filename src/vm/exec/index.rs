//! Items.

use super::compare::{look, used};
use crate::bytecode::{Op, Src};
use crate::heap::Ref;
use crate::value::hash::quick_hash;
use crate::value::{
    Bytes, Dict, Instance, ItemWay, List, Quick, Set, Slice, Special, Str, Tag, Tuple, Value,
};
use crate::vm::{R, Vm};

/// The value of a key that hashes and compares without script code.
#[inline(never)]
pub(in crate::vm) fn lookup(dict: &Ref<Dict>, key: &Value) -> Option<Value> {
    match key.tag() {
        Tag::Str | Tag::Int => dict.quick_value(key, quick_hash(key)?),
        _ => lookup_other(dict, key),
    }
}

/// `dict.get` with a key that hashes and compares without script code; None for others.
#[inline(never)]
pub(in crate::vm) fn get(dict: &Ref<Dict>, key: &Value, default: &Value) -> Option<Value> {
    match dict.quick(key, quick_hash(key)?) {
        Quick::At(at) => dict.value_at(at),
        Quick::Absent => Some(default.clone()),
        Quick::Unknown => None,
    }
}

/// `set.add` with such a key; false for others, and for frozensets.
#[inline(never)]
pub(in crate::vm) fn add_key(set: &Ref<Set>, key: &Value) -> bool {
    let hash = if set.frozen { None } else { quick_hash(key) };
    hash.is_some_and(|hash| set.add_quick(hash, key).is_some())
}

#[inline(never)]
fn lookup_other(dict: &Ref<Dict>, key: &Value) -> Option<Value> {
    dict.quick_value(key, quick_hash(key)?)
}

/// The part of an exact str, list or tuple between bounds that are words or None; None for anything else.
pub(in crate::vm) fn slice(vm: &mut Vm, object: &Value, parts: &[Value]) -> Option<Value> {
    let part = |value: &Value| match value.tag() {
        Tag::Int => Some(Some(value.raw_int())),
        Tag::None => Some(None),
        _ => None,
    };
    let (start, stop, step) = (part(&parts[0])?, part(&parts[1])?, part(&parts[2])?);
    let len = match object.tag() {
        Tag::Str => object.as_ref::<Str>().filter(|text| text.is_ascii())?.len(),
        Tag::List => object.as_ref::<List>()?.len(),
        Tag::Tuple => object.as_ref::<Tuple>()?.len(),
        _ => return None,
    };
    match step {
        None | Some(1) => {}
        Some(-1) if start.is_none() && stop.is_none() => return Some(reversed(vm, object)),
        _ => return None,
    }
    let clip = |bound: i64| {
        let bound = if bound < 0 {
            bound.saturating_add(len as i64).max(0) as usize
        } else {
            bound as usize
        };
        bound.min(len)
    };
    let stop = stop.map_or(len, clip);
    let start = start.map_or(0, clip).min(stop);
    if vm.check_size((stop - start) * size_of::<Value>()).is_err() {
        drop(vm.take_raised());
        return None;
    }
    Some(match object.tag() {
        Tag::Str => {
            let text = object.as_ref::<Str>()?;
            match &text.items()[start..stop] {
                [] => vm.new_str(""),
                [byte] => vm.char_str(char::from(*byte)),
                part if part.len() == len => object.clone(),
                _ => Value::object(vm.heap.ascii_part(text, start..stop)),
            }
        }
        Tag::List => {
            let list = object.as_ref::<List>()?;
            Value::object(
                list.items
                    .with(|items| vm.heap.list_of(&items[start..stop])),
            )
        }
        _ => {
            let tuple = object.as_ref::<Tuple>()?;
            if stop - start == len {
                return Some(object.clone());
            }
            Value::object(vm.heap.tuple_of(&tuple.items()[start..stop]))
        }
    })
}

/// `object[::-1]` of an ASCII str, a list or a tuple.
fn reversed(vm: &mut Vm, object: &Value) -> Value {
    if let Some(text) = object.as_ref::<Str>() {
        return match text.len() {
            0 | 1 => object.clone(),
            _ => Value::object(vm.heap.ascii_reversed(text)),
        };
    }
    if let Some(tuple) = object.as_ref::<Tuple>() {
        let last = tuple.len().wrapping_sub(1);
        let turned = vm
            .heap
            .tuple_from(tuple.len(), |at| tuple.items()[last - at].clone());
        return Value::object(turned);
    }
    let items = object.as_ref::<List>().map_or(Vec::new(), |list| {
        list.items
            .with(|items| items.iter().rev().cloned().collect())
    });
    Value::object(vm.heap.new_list(items))
}

/// The dict that an instance of a subclass carries, if its class does not override the dict's own way.
#[inline(always)]
pub(super) fn carried(vm: &Vm, object: Src, way: ItemWay) -> Option<Ref<Dict>> {
    let instance = look(vm, object).as_ref::<Instance>()?;
    instance.plain_dict(way, &vm.special, vm.heap.class_epoch.get())
}

#[inline(never)]
pub(in crate::vm) fn load_item(vm: &mut Vm, op: Op) -> R<()> {
    if let Op::LoadItem { dst, object, key } = op
        && let Some(dict) = carried(vm, object, ItemWay::Get)
        && let Some(value) = lookup(&dict, look(vm, key))
    {
        drop(dict);
        used(vm, key);
        used(vm, object);
        vm.set_register(dst.0, value);
        return Ok(());
    }
    load_other(vm, op)
}

#[inline(never)]
fn load_other(vm: &mut Vm, op: Op) -> R<()> {
    let (dst, object, key) = match op {
        Op::LoadItem { dst, object, key } => (dst, object, vm.operand(key)),
        Op::LoadItemImm { dst, object, imm } => (dst, object, Value::int(i64::from(imm.0))),
        _ => return Ok(()),
    };
    if let Some(text) = look(vm, object).as_ref::<Str>()
        && let Some(index) = key.as_int()
        && text.is_ascii()
    {
        let at = if index < 0 {
            index + text.len() as i64
        } else {
            index
        };
        if let Some(&byte) = text.items().get(at as usize) {
            let char = vm.char_str(char::from(byte));
            vm.set_register(dst.0, char);
            return Ok(());
        }
    }
    if let Some(bytes) = look(vm, object).as_ref::<Bytes>()
        && let Some(index) = key.as_int()
    {
        let at = if index < 0 {
            index + bytes.len() as i64
        } else {
            index
        };
        if let Some(&byte) = bytes.items().get(at as usize) {
            used(vm, object);
            vm.set_register(dst.0, Value::int(byte.into()));
            return Ok(());
        }
    }
    if let Some(dict) = carried(vm, object, ItemWay::Get)
        && let Some(hash) = quick_hash(&key)
    {
        match dict.quick(&key, hash) {
            Quick::At(at) => {
                let value = dict.value_at(at).unwrap_or(Value::NONE);
                used(vm, object);
                vm.set_register(dst.0, value);
                return Ok(());
            }
            // Nothing is found: what a native class has for that.
            Quick::Absent => {
                let target = vm.peek(object.0);
                if let Some(missing) = vm.find_special(&target, Special::Missing)
                    && missing.is(Tag::Native)
                {
                    let result = vm.call_bound(&missing, &target, &[key], &[])?;
                    drop((target, dict));
                    used(vm, object);
                    vm.set_register(dst.0, result);
                    return Ok(());
                }
            }
            Quick::Unknown => {}
        }
    }
    let (mut target, mut key) = (vm.peek(object.0), key);
    if let Some(bounds) = key.as_ref::<Slice>() {
        let parts = [
            bounds.start.clone(),
            bounds.stop.clone(),
            bounds.step.clone(),
        ];
        if let Some(part) = slice(vm, &target, &parts) {
            vm.set_register(dst.0, part);
            return Ok(());
        }
    }
    if let Some(instance) = target.as_ref::<Instance>() {
        let method = instance.with_class(|class| class.special(Special::GetItem, &vm.special));
        if let Some(method) = method {
            let place = vm.register(dst.0);
            if object.0 >= vm.code().n_locals {
                vm.set_register(object.0, Value::UNDEF);
            }
            match vm.enter_method(&method, target, key, place)? {
                None => return Ok(()),
                Some(both) => (target, key) = both,
            }
        }
    }
    let result = vm.get_item(&target, &key)?;
    drop((target, key));
    vm.set_register(dst.0, result);
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn store_item(vm: &mut Vm, op: Op) -> R<()> {
    let Op::StoreItem { object, key, src } = op else {
        return Ok(());
    };
    let target = look(vm, object);
    let carried = carried(vm, object, ItemWay::Set);
    if let Some(dict) = carried.as_ref().or_else(|| target.as_ref::<Dict>())
        && store_key(vm, dict, key, src)
    {
        drop(carried);
        used(vm, object);
        return Ok(());
    }
    drop(carried);
    store_other(vm, object, key, src)
}

/// Sets what stands at a key that hashes and compares without script code; false if it does not.
#[inline(always)]
fn store_key(vm: &mut Vm, dict: &Ref<Dict>, key: Src, src: Src) -> bool {
    let Some(hash) = quick_hash(look(vm, key)) else {
        return false;
    };
    match dict.quick(look(vm, key), hash) {
        Quick::At(at) => {
            let value = vm.operand(src);
            let old = dict.replace_at(at, value);
            used(vm, key);
            drop(old);
        }
        Quick::Absent => {
            let (key, value) = (vm.operand(key), vm.operand(src));
            dict.insert_new(hash, key, value);
        }
        Quick::Unknown => return false,
    }
    true
}

#[inline(never)]
fn store_other(vm: &mut Vm, object: Src, key: Src, src: Src) -> R<()> {
    if let Some(dict) = carried(vm, object, ItemWay::Set) {
        let (key, value) = (vm.operand(key), vm.operand(src));
        used(vm, object);
        return vm.dict_set(&dict, key, value);
    }
    let target = vm.operand(object);
    let key = vm.operand(key);
    let value = vm.operand(src);
    if let Some(dict) = target.as_ref::<Dict>() {
        return vm.dict_set(dict, key, value);
    }
    if let (Some(list), Some(index)) = (target.as_ref::<List>(), key.as_int()) {
        let at = if index < 0 {
            index + list.len() as i64
        } else {
            index
        };
        if at >= 0 && list.set(at as usize, value) {
            return Ok(());
        }
        return Err(vm.index_error("list assignment index out of range"));
    }
    if let (Some(list), Some(bounds)) = (target.as_ref::<List>(), key.as_ref::<Slice>())
        && bounds.step.is_none()
        && matches!(value.tag(), Tag::List | Tag::Tuple)
        && let Some(range) = range_of(bounds, list.len())
    {
        let new = vm.to_vec(&value)?;
        vm.check_room(list, new.len().saturating_sub(range.len()))?;
        let old: Vec<Value> = if new.len() == range.len() {
            list.items.with_mut(|items| {
                let places = items[range].iter_mut().zip(new);
                places
                    .map(|(place, item)| std::mem::replace(place, item))
                    .collect()
            })
        } else {
            list.edit(|items| items.splice(range, new).collect())
        };
        drop(old);
        return Ok(());
    }
    vm.set_item(&target, &key, value)
}

/// The places that a slice without a step means, if its bounds are words or None.
fn range_of(bounds: &Slice, len: usize) -> Option<std::ops::Range<usize>> {
    let clip = |value: &Value, absent: usize| match value.tag() {
        Tag::None => Some(absent),
        Tag::Int if value.raw_int() < 0 => {
            Some(value.raw_int().saturating_add(len as i64).max(0) as usize)
        }
        Tag::Int => Some((value.raw_int() as usize).min(len)),
        _ => None,
    };
    let start = clip(&bounds.start, 0)?;
    let stop = clip(&bounds.stop, len)?;
    Some(start..stop.max(start))
}

#[inline(never)]
pub(in crate::vm) fn del_item(vm: &mut Vm, op: Op) -> R<()> {
    let Op::DelItem { object, key } = op else {
        return Ok(());
    };
    if let Some(dict) = carried(vm, object, ItemWay::Del)
        && let Some(hash) = quick_hash(look(vm, key))
        && let Quick::At(at) = dict.quick(look(vm, key), hash)
    {
        let removed = dict.remove_at(at);
        used(vm, key);
        used(vm, object);
        drop(removed);
        return Ok(());
    }
    let (target, key) = (vm.operand(object), vm.operand(key));
    if let (Some(list), Some(index)) = (target.as_ref::<List>(), key.as_int()) {
        let len = list.len();
        let at = if index < 0 { index + len as i64 } else { index };
        if (at as u64) < len as u64 {
            drop(list.edit(|items| items.remove(at as usize)));
            return Ok(());
        }
    }
    vm.del_item(&target, &key)
}
