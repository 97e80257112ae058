//! `OrderedDict.update`, which the constructor and the `|` operators are too.

use crate::heap::Ref;
use crate::value::{Dict, Iter, List, Special, Tag, Tuple, Value};
use crate::vm::{R, Vm, rest};

/// What is filled: by `__setitem__`, or at once where that is a native.
struct Target<'a> {
    object: &'a Value,
    dict: Option<Ref<Dict>>,
}

impl Target<'_> {
    fn put(&self, vm: &mut Vm, key: Value, value: Value) -> R<()> {
        match &self.dict {
            Some(dict) => vm.dict_set(dict, key, value),
            None => vm.set_item(self.object, &key, value),
        }
    }
}

/// The dict in which items can be set at once: nothing overrides `__setitem__`.
pub(super) fn settable(vm: &mut Vm, object: &Value) -> Option<Ref<Dict>> {
    let set = vm.find_special(object, Special::SetItem)?;
    if set.is(Tag::Native) {
        vm.cast::<Dict>(object)
    } else {
        None
    }
}

/// `update(*args, **keywords)`; its caller has counted the arguments.
pub(super) fn update(vm: &mut Vm, object: &Value, args: &Value, keywords: &Value) -> R<()> {
    if let [other] = rest(args) {
        update_with(vm, object, other)?;
    }
    if let Some(keywords) = keywords.to_ref::<Dict>()
        && keywords.len() > 0
    {
        let target = Target {
            object,
            dict: settable(vm, object),
        };
        put_all(vm, &target, &keywords)?;
    }
    Ok(())
}

/// Takes the entries of a mapping, or pairs, over.
///
/// # Errors
/// What is neither; what script code raises.
pub(super) fn update_with(vm: &mut Vm, object: &Value, other: &Value) -> R<()> {
    let dict = settable(vm, object);
    let target = Target { object, dict };
    if let Some(other) = other.to_ref::<Dict>() {
        return put_all(vm, &target, &other);
    }
    let name = vm.intern("keys");
    if let Some(keys) = vm.find_attr(other, &name)? {
        if target.dict.is_some()
            && vm.cast::<Dict>(other).is_some()
            && keys_are_plain(vm, other)
            && let Some(other) = vm.whole_dict(other)
        {
            return put_all(vm, &target, &other);
        }
        let keys = vm.call(&keys, &[])?;
        return vm.for_each(&keys, &mut |vm: &mut Vm, key: Value| {
            let value = vm.get_item(other, &key)?;
            target.put(vm, key, value)
        });
    }
    let name = vm.intern("items");
    if let Some(items) = vm.find_attr(other, &name)? {
        let items = vm.call(&items, &[])?;
        return put_pairs(vm, &target, &items);
    }
    put_pairs(vm, &target, other)
}

/// Whether what a subclass of `dict` gives as its keys and items is what stands in the dict.
fn keys_are_plain(vm: &mut Vm, mapping: &Value) -> bool {
    let name = vm.intern("keys");
    let keys = vm.class_of(mapping).lookup(&name);
    let item = vm.find_special(mapping, Special::GetItem);
    [keys, item]
        .iter()
        .all(|it| it.as_ref().is_some_and(|it| it.is(Tag::Native)))
}

fn put_all(vm: &mut Vm, target: &Target<'_>, other: &Ref<Dict>) -> R<()> {
    if let Some(dict) = &target.dict
        && (dict.is(other) || dict.copy_from(other))
    {
        return Ok(());
    }
    for (key, value) in other.to_vec() {
        target.put(vm, key, value)?;
    }
    Ok(())
}

fn put_pairs(vm: &mut Vm, target: &Target<'_>, pairs: &Value) -> R<()> {
    vm.open_columns(pairs);
    if let Some(iterator) = pairs.to_ref::<Iter>() {
        // Pairs that need not be made: of `zip`, of `enumerate`, of another dict's items.
        while let Some((key, value)) = vm.next_pair(&iterator)? {
            target.put(vm, key, value)?;
            vm.tick()?;
        }
    }
    vm.for_each(pairs, &mut |vm: &mut Vm, pair: Value| {
        let (key, value) = parts(vm, &pair)?;
        target.put(vm, key, value)
    })
}

/// The two parts of a pair.
fn parts(vm: &mut Vm, pair: &Value) -> R<(Value, Value)> {
    if let Some(tuple) = pair.as_ref::<Tuple>()
        && let [key, value] = tuple.items()
    {
        return Ok((key.clone(), value.clone()));
    }
    if let Some(list) = pair.as_ref::<List>() {
        let both = list.items.with(|items| match items.as_slice() {
            [key, value] => Some((key.clone(), value.clone())),
            _ => None,
        });
        if let Some(both) = both {
            return Ok(both);
        }
    }
    let iterator = vm.iter(pair)?;
    let Some(key) = vm.next(&iterator)? else {
        return Err(vm.value_error("need more than 0 values to unpack"));
    };
    let Some(value) = vm.next(&iterator)? else {
        return Err(vm.value_error("need more than 1 value to unpack"));
    };
    if vm.next(&iterator)?.is_some() {
        return Err(vm.value_error("too many values to unpack (expected 2)"));
    }
    Ok((key, value))
}
