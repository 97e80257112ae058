//! `_collections`: the native half of `collections`.

use crate::heap::Ref;
use crate::value::hash::quick_hash;
use crate::value::{Dict, Quick, Value};
use crate::vm::{ArithKind, Def, R, Vm, def};

use super::held::put_class;
use super::{NativeModule, defaultdict, deque, structseq};

/// Counts the elements of an iterable into a mapping: what `Counter.update` does.
fn count_elements(vm: &mut Vm, args: &[Value]) -> R {
    let iterator = vm.iter(&args[1])?;
    let setter = vm.intern("__setitem__");
    let plain_set = vm.types.dict.lookup(&setter);
    let own_set = vm.class_of(&args[0]).lookup(&setter);
    let same = matches!((plain_set, own_set), (Some(a), Some(b)) if a.is_same(&b));
    let fast = if same {
        vm.cast::<Dict>(&args[0])
    } else {
        None
    };
    while let Some(key) = vm.next(&iterator)? {
        vm.tick()?;
        if let Some(dict) = &fast {
            if let Some(hash) = quick_hash(&key) {
                match dict.quick(&key, hash) {
                    Quick::At(at) => {
                        if let Some(count) = dict.value_at(at)
                            && count.is_int()
                            && let Some(more) = count.raw_int().checked_add(1)
                        {
                            drop(dict.replace_at(at, Value::int(more)));
                            continue;
                        }
                    }
                    Quick::Absent => {
                        dict.insert_new(hash, key, Value::int(1));
                        continue;
                    }
                    Quick::Unknown => {}
                }
            }
            let count = match vm.dict_get(dict, &key)? {
                None => Value::int(1),
                Some(count) => vm.binary(ArithKind::Add, &count, &Value::int(1))?,
            };
            vm.dict_set(dict, key, count)?;
        } else {
            let count = vm.call_method(&args[0], "get", &[key.clone(), Value::int(0)])?;
            let count = vm.binary(ArithKind::Add, &count, &Value::int(1))?;
            vm.set_item(&args[0], &key, count)?;
        }
    }
    Ok(Value::NONE)
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let getter = structseq::getter_class(vm);
    put_class(globals, &getter);
    deque::add_types(vm, globals);
    defaultdict::add_type(vm, globals);
    Ok(())
}

const FUNCTIONS: &[Def] = &[def(
    "_count_elements",
    count_elements,
    "mapping, iterable, /",
)];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "_collections",
    functions: FUNCTIONS,
    setup: Some(setup),
};
