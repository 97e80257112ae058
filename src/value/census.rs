//! What lives on the heap, as far as programs may see it: for `gc.get_objects` and its kin.
//!
//! Left out are the objects that only the machine knows (cells of globals, shapes, iterators, code), tuples that are not
//! filled yet, and the namespaces of classes: a program that changed one behind the class's back would meet what the
//! caches of its methods remember.

use std::collections::HashSet;

use super::kinds::Traced;
use super::{
    Class, Coroutine, Dict, Exception, Function, FutureObject, Instance, List, Method, Module,
    Opaque, Set, Tuple, Value,
};
use crate::heap::{Header, Heap, HeapType};

/// All containers that a program could hold.
pub(crate) fn objects(heap: &Heap) -> Vec<Value> {
    let mut found = Vec::new();
    fn add<T: HeapType>(heap: &Heap, found: &mut Vec<Value>) {
        found.extend(heap.all::<T>().into_iter().map(Value::object));
    }
    add::<List>(heap, &mut found);
    add::<Set>(heap, &mut found);
    add::<Instance>(heap, &mut found);
    add::<Function>(heap, &mut found);
    add::<Method>(heap, &mut found);
    add::<Module>(heap, &mut found);
    add::<Class>(heap, &mut found);
    add::<Coroutine>(heap, &mut found);
    add::<Exception>(heap, &mut found);
    add::<FutureObject>(heap, &mut found);
    add::<Opaque>(heap, &mut found);
    let tuples = heap.all::<Tuple>().into_iter();
    let is_filled = |tuple: &crate::heap::Ref<Tuple>| !tuple.items().iter().any(Value::is_undef);
    found.extend(tuples.filter(is_filled).map(Value::object));
    let namespaces: HashSet<*mut Header> = heap
        .all::<Class>()
        .iter()
        .map(|class| class.dict.as_ptr())
        .collect();
    let dicts = heap.all::<Dict>().into_iter();
    let is_free = |dict: &crate::heap::Ref<Dict>| !namespaces.contains(&dict.as_ptr());
    found.extend(dicts.filter(is_free).map(Value::object));
    found
}

/// What an object holds directly, sequences from their end as CPython tells it. `all` are the objects that may be told of (`objects`).
pub(crate) fn referents(of: &Value, all: &[Value]) -> Vec<Value> {
    if let Some(list) = of.as_ref::<List>() {
        return list.to_vec().into_iter().rev().collect();
    }
    if let Some(tuple) = of.as_ref::<Tuple>() {
        return tuple.items().iter().rev().cloned().collect();
    }
    if let Some(set) = of.as_ref::<Set>() {
        return set.to_vec().into_iter().map(|(_, item)| item).collect();
    }
    if let Some(dict) = of.as_ref::<Dict>() {
        let pairs = dict.to_vec().into_iter();
        return pairs.flat_map(|(key, value)| [key, value]).collect();
    }
    let mut held = HashSet::new();
    trace(of, &mut |object| {
        held.insert(object);
    });
    let class = of.as_ref::<Instance>().map(|it| it.class());
    let is_held = |other: &&Value| other.heap_ptr().is_some_and(|other| held.contains(&other));
    let class = class.map(Value::object);
    all.iter().filter(is_held).cloned().chain(class).collect()
}

/// The objects among `all` that hold one of these.
pub(crate) fn referrers(to: &[Value], all: &[Value]) -> Vec<Value> {
    let wanted: HashSet<*mut Header> = to.iter().filter_map(Value::heap_ptr).collect();
    let holds = |object: &&Value| {
        let mut holds = false;
        trace(object, &mut |held| holds |= wanted.contains(&held));
        holds
    };
    all.iter().filter(holds).cloned().collect()
}

fn trace(object: &Value, visit: &mut dyn FnMut(*mut Header)) {
    if let Some(dict) = object.as_ref::<Dict>() {
        // Through the cells of globals.
        for (key, value) in dict.to_vec() {
            key.visit(visit);
            value.visit(visit);
        }
        return;
    }
    macro_rules! try_kinds {
        ($($kind:ty),*) => {
            $(if let Some(object) = object.as_ref::<$kind>() {
                return Traced::trace(&**object, visit);
            })*
        };
    }
    try_kinds!(
        List,
        Tuple,
        Dict,
        Set,
        Instance,
        Function,
        Method,
        Module,
        Class,
        Coroutine,
        Exception,
        FutureObject,
        Opaque
    );
}
