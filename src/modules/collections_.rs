//! `_collections`: the native half of `collections`.

use crate::heap::Ref;
use crate::value::hash::quick_hash;
use crate::value::{Dict, Quick, Tuple, Value};
use crate::vm::{ArithKind, Def, R, Vm, def};

use super::held::put_class;
use super::{NativeModule, defaultdict, deque, odict, structseq};

/// Whether calling `name` on `object` runs what it runs on a dict.
fn as_on_dict(vm: &mut Vm, object: &Value, name: &str) -> bool {
    let name = vm.intern(name);
    let plain = vm.types.dict.lookup(&name);
    let own = vm.class_of(object).lookup(&name);
    matches!((plain, own), (Some(a), Some(b)) if a.is_same(&b))
}

/// Counts the elements of an iterable into a mapping: what `Counter.update` does.
fn count_elements(vm: &mut Vm, args: &[Value]) -> R {
    let (mapping, elements) = (&args[0], &args[1]);
    let plain = as_on_dict(vm, mapping, "__setitem__") && as_on_dict(vm, mapping, "get");
    if plain && let Some(dict) = vm.cast::<Dict>(mapping) {
        vm.for_each(elements, &mut |vm: &mut Vm, key| count_one(vm, &dict, key))?;
        return Ok(Value::NONE);
    }
    let iterator = vm.iter(elements)?;
    let get = vm.get_attr_str(mapping, "get")?;
    while let Some(key) = vm.next(&iterator)? {
        vm.tick()?;
        let count = vm.call(&get, &[key.clone(), Value::int(0)])?;
        let count = vm.binary(ArithKind::Add, &count, &Value::int(1))?;
        vm.set_item(mapping, &key, count)?;
    }
    Ok(Value::NONE)
}

#[inline]
fn count_one(vm: &mut Vm, dict: &Ref<Dict>, key: Value) -> R<()> {
    if let Some(hash) = quick_hash(&key) {
        match dict.add_one(&key, hash) {
            Quick::At(_) => return Ok(()),
            Quick::Absent => {
                dict.insert_new(hash, key, Value::int(1));
                return Ok(());
            }
            Quick::Unknown => {}
        }
    }
    let count = match vm.dict_get(dict, &key)? {
        None => Value::int(1),
        Some(count) => vm.binary(ArithKind::Add, &count, &Value::int(1))?,
    };
    vm.dict_set(dict, key, count)
}

/// `pair[1]`, as a key to sort by.
fn second(vm: &mut Vm, args: &[Value]) -> R {
    match args[0].as_ref::<Tuple>().map(|tuple| tuple.items()) {
        Some([_, second]) => Ok(second.clone()),
        _ => vm.get_item(&args[0], &Value::int(1)),
    }
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let getter = structseq::getter_class(vm);
    put_class(globals, &getter);
    deque::add_types(vm, globals);
    odict::add_type(vm, globals);
    defaultdict::add_type(vm, globals);
    Ok(())
}

const FUNCTIONS: &[Def] = &[
    def("_count_elements", count_elements, "mapping, iterable, /"),
    def("_second", second, "pair, /"),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "_collections",
    functions: FUNCTIONS,
    setup: Some(setup),
};
