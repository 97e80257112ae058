//! `_bisect`: where an element belongs in a sorted sequence.

use crate::value::{List, Special, Value};
use crate::vm::{Def, R, Vm, def};

use super::NativeModule;
use super::held::{missing, size_or_none};

/// An item by its number. What has a length and no items is told so in words of their own.
fn item_at(vm: &mut Vm, sequence: &Value, at: usize) -> R {
    if vm.find_special(sequence, Special::GetItem).is_none() {
        let name = vm.type_name(sequence);
        return Err(vm.type_error(format!("'{name}' object does not support indexing")));
    }
    if sequence.is(crate::value::Tag::Dict) {
        let name = vm.type_name(sequence);
        return Err(vm.type_error(format!("{name} is not a sequence")));
    }
    vm.get_item(sequence, &Value::int(at as i64))
}

/// The place for `args[1]` in `args[0]`, between `args[2]` and `args[3]`, by the key `args[4]`. `insert`: the item
/// is to be inserted, so the key applies to it too.
fn place(vm: &mut Vm, args: &[Value], right: bool, insert: bool) -> R<usize> {
    let low = if args[2].is_undef() {
        0
    } else {
        vm.index(&args[2])?
    };
    let high = size_or_none(vm, &args[3])?.unwrap_or(-1);
    let Ok(mut low) = usize::try_from(low) else {
        return Err(vm.value_error("lo must be non-negative"));
    };
    let mut high = match usize::try_from(high) {
        Ok(high) => high,
        Err(_) if high == -1 => vm.len(&args[0])?,
        Err(_) => 0,
    };
    let key = if missing(&args[4]) {
        None
    } else {
        Some(args[4].clone())
    };
    let item = match &key {
        Some(key) if insert => vm.call(key, std::slice::from_ref(&args[1]))?,
        _ => args[1].clone(),
    };
    while low < high {
        let middle = low + (high - low) / 2;
        let mut other = match args[0].as_ref::<List>().and_then(|list| list.get(middle)) {
            Some(other) => other,
            None => item_at(vm, &args[0], middle)?,
        };
        if let Some(key) = &key {
            other = vm.call(key, std::slice::from_ref(&other))?;
        }
        let go_right = if right {
            !vm.less(&item, &other)?
        } else {
            vm.less(&other, &item)?
        };
        if go_right {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

fn bisect_right(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(place(vm, args, true, false)? as i64))
}

fn bisect_left(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(place(vm, args, false, false)? as i64))
}

fn insort(vm: &mut Vm, args: &[Value], right: bool) -> R {
    let at = place(vm, args, right, true)?;
    match args[0].as_ref::<List>() {
        Some(list) => list.edit(|items| items.insert(at.min(items.len()), args[1].clone())),
        None => drop(vm.call_method(
            &args[0],
            "insert",
            &[Value::int(at as i64), args[1].clone()],
        )?),
    }
    Ok(Value::NONE)
}

fn insort_right(vm: &mut Vm, args: &[Value]) -> R {
    insort(vm, args, true)
}

fn insort_left(vm: &mut Vm, args: &[Value]) -> R {
    insort(vm, args, false)
}

const FUNCTIONS: &[Def] = &[
    def(
        "bisect_right",
        bisect_right,
        "a, x, lo=0, hi=None, *, key=None",
    ),
    def(
        "bisect_left",
        bisect_left,
        "a, x, lo=0, hi=None, *, key=None",
    ),
    def(
        "insort_right",
        insort_right,
        "a, x, lo=0, hi=None, *, key=None",
    ),
    def(
        "insort_left",
        insort_left,
        "a, x, lo=0, hi=None, *, key=None",
    ),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "_bisect",
    functions: FUNCTIONS,
    setup: None,
};
