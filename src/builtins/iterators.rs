//! The iterators: their methods, and the classes that make some (`enumerate`, `zip`, `map`, `filter`, `reversed`).
//!
//! How each goes on is the machine's business (`vm.next`); here is what is left.

use super::receiver::receiver;
use crate::heap::Ref;
use crate::value::{Class, Iter, IterState, Special, Value};
use crate::vm::{Def, R, Vm, def, rest, static_def};

fn this(vm: &mut Vm, args: &[Value], method: &str) -> R<Ref<Iter>> {
    receiver::<Iter>(vm, &args[0], "iterator", method)
}

fn made(vm: &mut Vm, class: &Value, state: IterState) -> R {
    let iterator = Value::object(vm.heap.alloc(Iter::new(state)));
    vm.wrap_new(class, iterator)
}

fn itself(vm: &mut Vm, args: &[Value]) -> R {
    super::iterates(vm, &args[0])?;
    Ok(args[0].clone())
}

fn next(vm: &mut Vm, args: &[Value]) -> R {
    let iterator = Value::object(this(vm, args, "__next__")?);
    match vm.next(&iterator)? {
        Some(value) => Ok(value),
        None => Err(vm.stop_iteration(Value::NONE)),
    }
}

/// How many elements an iterator still has, as far as it can tell.
fn left(state: &IterState) -> Hint {
    match state {
        IterState::Exhausted => Hint::Known(0),
        IterState::List { list, at } => Hint::Known(list.len().saturating_sub(*at)),
        IterState::ListReversed { list, left } => {
            Hint::Known(if *left <= list.len() { *left } else { 0 })
        }
        IterState::Tuple { tuple, at } => Hint::Known(tuple.len().saturating_sub(*at)),
        IterState::Str { text, at } => Hint::Known(text.as_str()[*at..].chars().count()),
        IterState::Range { next, stop, step } => {
            let (next, stop, step) = (i128::from(*next), i128::from(*stop), i128::from(*step));
            let distance = if step > 0 { stop - next } else { next - stop };
            Hint::Known(if distance > 0 {
                ((distance - 1) / step.abs() + 1) as usize
            } else {
                0
            })
        }
        IterState::BigRange { left, .. } => Hint::Exact(left.clone()),
        IterState::Dict { dict, at, len, .. } => {
            if dict.len() != *len {
                return Hint::Known(0);
            }
            let (mut at, mut n) = (*at, 0);
            while let Some((here, ..)) = dict.next_entry(at) {
                (at, n) = (here + 1, n + 1);
            }
            Hint::Known(n)
        }
        IterState::DictReversed { dict, end, len, .. } => {
            if dict.len() != *len {
                return Hint::Known(0);
            }
            let (mut end, mut n) = (*end, 0);
            while let Some((here, ..)) = dict.previous_entry(end) {
                (end, n) = (here, n + 1);
            }
            Hint::Known(n)
        }
        IterState::Set { set, at, len } => {
            if set.len() != *len {
                return Hint::Known(0);
            }
            let (mut at, mut n) = (*at, 0);
            while let Some((here, ..)) = set.next_entry(at) {
                (at, n) = (here + 1, n + 1);
            }
            Hint::Known(n)
        }
        IterState::Bytes { bytes, at } => Hint::LengthOf(bytes.clone(), *at as i64),
        IterState::Sequence { object, at } => Hint::LengthOf(object.clone(), *at),
        IterState::SequenceReversed { left, .. } => Hint::Known((*left).max(0) as usize),
        _ => Hint::Unknown,
    }
}

enum Hint {
    Known(usize),
    Exact(Value),
    /// The length of this object, less so many.
    LengthOf(Value, i64),
    Unknown,
}

fn length_hint(vm: &mut Vm, args: &[Value]) -> R {
    let iterator = this(vm, args, "__length_hint__")?;
    match iterator.state.with(left) {
        Hint::Known(n) => Ok(Value::int(n as i64)),
        Hint::Exact(n) => Ok(n),
        Hint::LengthOf(object, passed) => Ok(Value::int((vm.len(&object)? as i64 - passed).max(0))),
        Hint::Unknown => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn new_enumerate(vm: &mut Vm, args: &[Value]) -> R {
    let start = if args[2].is_undef() {
        Value::int(0)
    } else {
        vm.index_value(&args[2])?
    };
    let next = start.as_int().map_or(start, Value::int);
    let iterator = vm.iter(&args[1])?;
    made(vm, &args[0], IterState::Enumerate { iterator, next })
}

fn iterators_of(vm: &mut Vm, iterables: &[Value]) -> R<Vec<Value>> {
    iterables.iter().map(|iterable| vm.iter(iterable)).collect()
}

fn new_zip(vm: &mut Vm, args: &[Value]) -> R {
    let strict = !args[2].is_undef() && vm.truth(&args[2])?;
    let iterators = iterators_of(vm, rest(&args[1]))?;
    made(vm, &args[0], IterState::Zip { iterators, strict })
}

fn new_map(vm: &mut Vm, args: &[Value]) -> R {
    let Some((function, iterables)) = rest(&args[1])
        .split_first()
        .filter(|(_, iterables)| !iterables.is_empty())
    else {
        return Err(vm.type_error("map() must have at least two arguments."));
    };
    let iterators = iterators_of(vm, iterables)?;
    let function = function.clone();
    made(
        vm,
        &args[0],
        IterState::Map {
            function,
            iterators,
        },
    )
}

fn new_filter(vm: &mut Vm, args: &[Value]) -> R {
    let iterator = vm.iter(&args[2])?;
    let function = args[1].clone();
    made(vm, &args[0], IterState::Filter { function, iterator })
}

fn new_reversed(vm: &mut Vm, args: &[Value]) -> R {
    let object = &args[1];
    match vm.find_special(object, Special::Reversed) {
        Some(method) if !method.is_none() => {
            return match vm.call_special(object, Special::Reversed, &[])? {
                Some(iterator) => Ok(iterator),
                None => Err(vm.type_error("object is not reversible")),
            };
        }
        None if vm.find_special(object, Special::GetItem).is_some()
            && !vm.class_of(object).is_subclass(&vm.types.dict) => {}
        _ => {
            let given = vm.type_name(object);
            return Err(vm.type_error(format!("'{given}' object is not reversible")));
        }
    }
    let left = vm.len(object)? as i64;
    made(
        vm,
        &args[0],
        IterState::SequenceReversed {
            object: object.clone(),
            left,
        },
    )
}

const COMMON: &[Def] = &[
    def("__iter__", itself, "self, /"),
    def("__next__", next, "self, /"),
];

const HINT: &[Def] = &[def("__length_hint__", length_hint, "self, /")];

const ENUMERATE: &[Def] = &[static_def(
    "__new__",
    new_enumerate,
    "cls, iterable, start=0",
)];
const ZIP: &[Def] = &[static_def(
    "__new__",
    new_zip,
    "cls, /, *iterables, strict=False",
)];
const MAP: &[Def] = &[static_def("__new__", new_map, "cls, /, *iterables")];
const FILTER: &[Def] = &[static_def(
    "__new__",
    new_filter,
    "cls, function, iterable, /",
)];
const REVERSED: &[Def] = &[static_def("__new__", new_reversed, "cls, sequence, /")];

/// Gives the classes of iterators their methods.
pub(crate) fn install(vm: &mut Vm) {
    let types = &vm.types;
    let hinting = [
        &types.list_iterator,
        &types.list_reverseiterator,
        &types.tuple_iterator,
        &types.str_iterator,
        &types.str_ascii_iterator,
        &types.bytes_iterator,
        &types.bytearray_iterator,
        &types.range_iterator,
        &types.longrange_iterator,
        &types.set_iterator,
        &types.dict_keyiterator,
        &types.dict_valueiterator,
        &types.dict_itemiterator,
        &types.dict_reversekeyiterator,
        &types.dict_reversevalueiterator,
        &types.dict_reverseitemiterator,
        &types.iterator,
        &types.reversed,
    ];
    let hinting: Vec<Ref<Class>> = hinting.into_iter().cloned().collect();
    let plain = [
        &types.callable_iterator,
        &types.enumerate,
        &types.zip,
        &types.map,
        &types.filter,
    ];
    let plain: Vec<Ref<Class>> = plain.into_iter().cloned().collect();
    for class in &hinting {
        vm.add_methods(class, COMMON);
        vm.add_methods(class, HINT);
    }
    for class in &plain {
        vm.add_methods(class, COMMON);
    }
    let types = &vm.types;
    let makers = [
        (types.enumerate.clone(), ENUMERATE),
        (types.zip.clone(), ZIP),
        (types.map.clone(), MAP),
        (types.filter.clone(), FILTER),
        (types.reversed.clone(), REVERSED),
    ];
    for (class, methods) in makers {
        vm.add_methods(&class, methods);
    }
}
