//! The views of an `OrderedDict` and the iterator over any of its parts.

use std::cell::Cell;

use crate::builtins::{View, new_ordered_view};
use crate::heap::{Heap, Ref, Slot};
use crate::value::{Class, Dict, DictPart, Instance, Layout, NativeData, Value, class_flags};
use crate::vm::{Def, R, Vm, def};

use super::held::{itself, next_def, this, tuple};

/// The classes of the views, by part, and of the iterator.
#[derive(Default)]
struct Classes(Option<([Ref<Class>; 3], Ref<Class>)>);

fn classes(vm: &mut Vm) -> &([Ref<Class>; 3], Ref<Class>) {
    let made = vm.state::<Classes>().0.as_ref();
    made.expect("made with the module")
}

/// A view of a part of an `OrderedDict`.
pub(super) fn view(vm: &mut Vm, object: &Value, part: DictPart) -> Value {
    let class = classes(vm).0[part as usize].clone();
    new_ordered_view(vm, &class, object, part)
}

/// Where an iterator is that gave its last item.
const END: usize = usize::MAX;

/// An iterator. It knows its next item beforehand: who changes the dict while the last one is looked at is not noticed.
struct OrderedIter {
    /// The `OrderedDict`; None at the end.
    object: Slot<Value>,
    at: Cell<usize>,
    version: u32,
    /// How many entries there were; a number that cannot be once there was another.
    len: Cell<usize>,
    part: DictPart,
    reversed: bool,
}

impl NativeData for OrderedIter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.object.get());
    }

    fn unlink(&self) {
        self.object.set(Value::NONE);
    }

    fn next_item(&self, heap: &Heap) -> Option<Value> {
        let dict = self.dict()?;
        if dict.version() != self.version {
            return None;
        }
        self.take(heap, &dict)
    }

    fn next_row(&self, width: usize, take: &mut dyn FnMut(usize, Value)) -> bool {
        if width != 2 || self.part != DictPart::Items {
            return false;
        }
        let Some(dict) = self.dict().filter(|dict| dict.version() == self.version) else {
            return false;
        };
        let Some((key, value)) = self.advance(&dict) else {
            return false;
        };
        take(0, key);
        take(1, value);
        true
    }
}

impl OrderedIter {
    fn dict(&self) -> Option<Ref<Dict>> {
        self.object
            .with(|object| object.as_ref::<Instance>()?.carried::<Dict>())
    }

    /// The next entry of a dict that has not changed.
    fn advance(&self, dict: &Dict) -> Option<(Value, Value)> {
        let at = self.at.get();
        let entry = dict.entry(at)?;
        let next = if self.reversed {
            dict.previous_place(at)
        } else {
            dict.next_place(at + 1)
        };
        self.at.set(next.unwrap_or(END));
        Some(entry)
    }

    fn take(&self, heap: &Heap, dict: &Dict) -> Option<Value> {
        let (key, value) = self.advance(dict)?;
        Some(match self.part {
            DictPart::Keys => key,
            DictPart::Values => value,
            DictPart::Items => Value::object(heap.pair(key, value)),
        })
    }
}

fn step(vm: &mut Vm, iterator: &Value) -> R<Option<Value>> {
    let state = this::<OrderedIter>(vm, std::slice::from_ref(iterator))?;
    let Some(dict) = state.dict() else {
        return Ok(None);
    };
    if state.at.get() == END {
        state.object.set(Value::NONE);
        return Ok(None);
    }
    if dict.changed_since(state.version) {
        state.object.set(Value::NONE);
        return Err(vm.runtime_error("OrderedDict mutated during iteration"));
    }
    if dict.len() != state.len.get() {
        state.len.set(usize::MAX);
        return Err(vm.runtime_error("OrderedDict changed size during iteration"));
    }
    Ok(state.take(&vm.heap, &dict))
}

/// What is left, from another iterator that stands at the same place.
fn iter_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let state = this::<OrderedIter>(vm, args)?;
    let copy = OrderedIter {
        object: Slot::new(state.object.get()),
        at: Cell::new(state.at.get()),
        version: state.version,
        len: Cell::new(state.len.get()),
        part: state.part,
        reversed: state.reversed,
    };
    let class = classes(vm).1.clone();
    let copy = vm.heap.new_opaque(&class, copy);
    let items = vm.to_vec(&copy)?;
    let list = Value::object(vm.heap.new_list(items));
    let builtins = vm.builtins.clone();
    let iter = vm.intern("iter");
    let iter = builtins.get_str(&iter).unwrap_or(Value::NONE);
    let given = tuple(vm, vec![list]);
    Ok(tuple(vm, vec![iter, given]))
}

/// An iterator over a part of an `OrderedDict`.
pub(super) fn iterate(
    vm: &mut Vm,
    object: &Value,
    dict: &Ref<Dict>,
    part: DictPart,
    reversed: bool,
) -> Value {
    let first = if reversed {
        dict.previous_place(usize::MAX)
    } else {
        dict.first_entry().map(|(at, ..)| at)
    };
    let state = OrderedIter {
        object: Slot::new(object.clone()),
        at: Cell::new(first.unwrap_or(END)),
        version: dict.version(),
        len: Cell::new(dict.len()),
        part,
        reversed,
    };
    let class = classes(vm).1.clone();
    vm.heap.new_opaque(&class, state)
}

fn walk(vm: &mut Vm, args: &[Value], method: &str, reversed: bool) -> R {
    let view = args[0].as_data::<View>().filter(|view| view.ordered);
    let Some((object, part)) = view.map(|view| (view.dict.get(), view.part)) else {
        return Err(vm.unfit_receiver(&args[0], method, "odict_keys"));
    };
    match vm.cast::<Dict>(&object) {
        Some(dict) => Ok(iterate(vm, &object, &dict, part, reversed)),
        None => Ok(Value::NONE),
    }
}

fn view_iter(vm: &mut Vm, args: &[Value]) -> R {
    walk(vm, args, "__iter__", false)
}

fn view_reversed(vm: &mut Vm, args: &[Value]) -> R {
    walk(vm, args, "__reversed__", true)
}

/// Makes the classes.
pub(super) fn make(vm: &mut Vm) {
    let types = &vm.types;
    let bases = [
        ("odict_keys", types.dict_keys.clone()),
        ("odict_values", types.dict_values.clone()),
        ("odict_items", types.dict_items.clone()),
    ];
    let views = bases.map(|(name, base)| {
        let class = vm.new_type(name, "builtins", &[base], Layout::Opaque);
        vm.add_methods(&class, VIEW);
        class.set_flag(class_flags::FINAL, true);
        class
    });
    let iterator = vm.new_type("odict_iterator", "builtins", &[], Layout::Opaque);
    vm.add_methods(&iterator, ITERATOR);
    iterator.set_flag(class_flags::FINAL, true);
    vm.state::<Classes>().0 = Some((views, iterator));
}

const VIEW: &[Def] = &[
    def("__iter__", view_iter, "self, /"),
    def("__reversed__", view_reversed, "self, /"),
];

const ITERATOR: &[Def] = &[
    def("__iter__", itself, "self, /"),
    next_def!(step),
    def("__reduce__", iter_reduce, "self, /"),
];
