//! What the built-in iterators are made of: `__reduce__` and `__setstate__`.

use crate::heap::Ref;
use crate::value::{Iter, IterState, Range, Value};
use crate::vm::{Def, R, Vm, def};

use super::receiver::receiver;

fn builtin(vm: &mut Vm, name: &str) -> R {
    let key = vm.intern(name);
    match vm.builtins.get_str(&key) {
        Some(function) => Ok(function),
        None => Err(vm.attribute_error_plain(name)),
    }
}

fn tuple(vm: &Vm, items: Vec<Value>) -> Value {
    Value::object(vm.heap.new_tuple(items))
}

/// The parts of a reduction, taken while the state is looked at.
enum Parts {
    /// `iter(object)`, then `__setstate__(at)`.
    Iter(Value, i64),
    Reversed(Value, i64),
    /// `iter([what is left])`.
    Rest,
    /// The class of the iterator with these arguments.
    Class(Vec<Value>),
    Strict(Vec<Value>),
    Call(Value, Value),
    Range(i64, i64, i64),
    BigRange(Value, Value, Value),
    Exhausted,
}

fn parts(state: &IterState) -> Parts {
    match state {
        // No script sees the two of a loop.
        IterState::Exhausted | IterState::Columns { .. } | IterState::Numbered { .. } => {
            Parts::Exhausted
        }
        IterState::List { list, at } => Parts::Iter(Value::object(list.clone()), *at as i64),
        IterState::ListReversed { list, left } => {
            Parts::Reversed(Value::object(list.clone()), *left as i64 - 1)
        }
        IterState::Tuple { tuple, at } => Parts::Iter(Value::object(tuple.clone()), *at as i64),
        IterState::Str { text, at } => {
            let passed = text.as_str()[..*at].chars().count();
            Parts::Iter(Value::object(text.clone()), passed as i64)
        }
        IterState::Bytes { bytes, at } => Parts::Iter(bytes.clone(), *at as i64),
        IterState::Sequence { object, at } => Parts::Iter(object.clone(), *at),
        IterState::SequenceReversed { object, left } => Parts::Reversed(object.clone(), left - 1),
        IterState::Range { next, stop, step } => Parts::Range(*next, *stop, *step),
        IterState::BigRange { next, left, step } => {
            Parts::BigRange(next.clone(), left.clone(), step.clone())
        }
        IterState::Dict { .. } | IterState::Set { .. } | IterState::DictReversed { .. } => {
            Parts::Rest
        }
        IterState::Call { callable, sentinel } => Parts::Call(callable.clone(), sentinel.clone()),
        IterState::Enumerate { iterator, next } => {
            Parts::Class(vec![iterator.clone(), next.clone()])
        }
        IterState::Zip {
            iterators,
            strict: true,
        } => Parts::Strict(iterators.clone()),
        IterState::Zip { iterators, .. } => Parts::Class(iterators.clone()),
        IterState::Map {
            function,
            iterators,
        } => {
            let mut all = vec![function.clone()];
            all.extend(iterators.iter().cloned());
            Parts::Class(all)
        }
        IterState::Filter { function, iterator } => {
            Parts::Class(vec![function.clone(), iterator.clone()])
        }
    }
}

/// What the iterator would still give, without taking it from it.
fn rest(vm: &mut Vm, iter: &Ref<Iter>) -> R<Vec<Value>> {
    let copy = iter.state.with(|state| match state {
        IterState::Dict {
            dict,
            at,
            len,
            part,
        } => Some(IterState::Dict {
            dict: dict.clone(),
            at: *at,
            len: *len,
            part: *part,
        }),
        IterState::DictReversed {
            dict,
            end,
            len,
            part,
        } => Some(IterState::DictReversed {
            dict: dict.clone(),
            end: *end,
            len: *len,
            part: *part,
        }),
        IterState::Set { set, at, len } => Some(IterState::Set {
            set: set.clone(),
            at: *at,
            len: *len,
        }),
        _ => None,
    });
    match copy {
        Some(state) => {
            let copy = vm.new_iter(state);
            vm.to_vec(&copy)
        }
        None => Ok(Vec::new()),
    }
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    // Looking the function up may run script code, which may use the iterator.
    let (iter, reversed) = (builtin(vm, "iter")?, builtin(vm, "reversed")?);
    let class = Value::object(vm.class_of(&args[0]));
    let iterator = receiver::<Iter>(vm, &args[0], "iterator", "__reduce__")?;
    let all = match iterator.state.with(parts) {
        Parts::Exhausted => {
            let empty = tuple(vm, Vec::new());
            vec![iter, tuple(vm, vec![empty])]
        }
        Parts::Iter(object, at) => {
            vec![iter, tuple(vm, vec![object]), Value::int(at)]
        }
        Parts::Reversed(object, at) => {
            vec![reversed, tuple(vm, vec![object]), Value::int(at)]
        }
        Parts::Rest => {
            let rest = rest(vm, &iterator)?;
            let list = Value::object(vm.heap.new_list(rest));
            vec![iter, tuple(vm, vec![list])]
        }
        Parts::Class(given) => vec![class, tuple(vm, given)],
        Parts::Strict(given) => vec![class, tuple(vm, given), Value::TRUE],
        Parts::Call(callable, sentinel) => vec![iter, tuple(vm, vec![callable, sentinel])],
        Parts::Range(next, stop, step) => {
            let range = Value::object(vm.heap.alloc(Range {
                start: Value::int(next),
                stop: Value::int(stop),
                step: Value::int(step),
            }));
            vec![iter, tuple(vm, vec![range]), Value::int(0)]
        }
        Parts::BigRange(next, left, step) => {
            let length = vm.binary(crate::vm::ArithKind::Mul, &left, &step)?;
            let stop = vm.binary(crate::vm::ArithKind::Add, &next, &length)?;
            let range = Value::object(vm.heap.alloc(Range {
                start: next,
                stop,
                step,
            }));
            vec![iter, tuple(vm, vec![range]), Value::int(0)]
        }
    };
    Ok(tuple(vm, all))
}

fn setstate(vm: &mut Vm, args: &[Value]) -> R {
    let iterator = receiver::<Iter>(vm, &args[0], "iterator", "__setstate__")?;
    let strict = iterator
        .state
        .with(|state| matches!(state, IterState::Zip { .. }));
    if strict {
        let wanted = vm.truth(&args[1])?;
        iterator.state.with_mut(|state| {
            if let IterState::Zip { strict, .. } = state {
                *strict = wanted;
            }
        });
        return Ok(Value::NONE);
    }
    let wanted = vm.clipped(&args[1])?;
    let forward = usize::try_from(wanted).unwrap_or(0);
    let big = iterator.state.with(|state| match state {
        IterState::BigRange { next, left, step } => {
            Some((next.clone(), left.clone(), step.clone()))
        }
        _ => None,
    });
    if let Some((next, left, step)) = big {
        return skip_big(vm, &iterator, &args[1], next, left, step);
    }
    let length = iterator.state.with(|state| match state {
        IterState::SequenceReversed { object, .. } => Some(object.clone()),
        _ => None,
    });
    let length = match length {
        Some(object) => vm.len(&object)? as i64,
        None => 0,
    };
    iterator.state.with_mut(|state| match state {
        IterState::List { list, at } => *at = forward.min(list.len()),
        IterState::ListReversed { list, left } => {
            let last = list.len() as i64 - 1;
            *left = (wanted.clamp(-1, last) + 1) as usize;
        }
        IterState::Tuple { tuple, at } => *at = forward.min(tuple.len()),
        IterState::Str { text, at } => {
            let all = text.as_str();
            *at = all
                .char_indices()
                .nth(forward)
                .map_or(all.len(), |(at, _)| at);
        }
        IterState::Bytes { at, .. } => *at = forward,
        IterState::Sequence { at, .. } => *at = wanted.max(0),
        IterState::SequenceReversed { left, .. } => *left = wanted.clamp(-1, length - 1) + 1,
        IterState::Range { next, stop, step } => {
            let count = (i128::from(*stop) - i128::from(*next) + i128::from(*step)
                - i128::from(step.signum()))
                / i128::from(*step);
            let skipped = i128::from(wanted).clamp(0, count.max(0));
            let to = i128::from(*next) + skipped * i128::from(*step);
            *next = i64::try_from(to).unwrap_or(*stop);
        }
        _ => {}
    });
    Ok(Value::NONE)
}

fn skip_big(
    vm: &mut Vm,
    iterator: &Ref<Iter>,
    wanted: &Value,
    next: Value,
    left: Value,
    step: Value,
) -> R {
    use crate::vm::ArithKind::{Add, Mul, Sub};
    let mut skipped = vm.index_value(wanted)?;
    if vm.less(&skipped, &Value::int(0))? {
        skipped = Value::int(0);
    }
    if vm.less(&left, &skipped)? {
        skipped = left.clone();
    }
    let distance = vm.binary(Mul, &skipped, &step)?;
    let next = vm.binary(Add, &next, &distance)?;
    let left = vm.binary(Sub, &left, &skipped)?;
    drop(
        iterator
            .state
            .replace(IterState::BigRange { next, left, step }),
    );
    Ok(Value::NONE)
}

/// Gives the classes of iterators these methods.
pub(super) fn install(vm: &mut Vm) {
    let types = &vm.types;
    let all = [
        &types.list_iterator,
        &types.list_reverseiterator,
        &types.tuple_iterator,
        &types.str_iterator,
        &types.str_ascii_iterator,
        &types.bytes_iterator,
        &types.bytearray_iterator,
        &types.range_iterator,
        &types.longrange_iterator,
        &types.iterator,
        &types.reversed,
        &types.zip,
    ];
    let plain = [
        &types.set_iterator,
        &types.dict_keyiterator,
        &types.dict_valueiterator,
        &types.dict_itemiterator,
        &types.dict_reversekeyiterator,
        &types.dict_reversevalueiterator,
        &types.dict_reverseitemiterator,
        &types.callable_iterator,
        &types.enumerate,
        &types.map,
        &types.filter,
    ];
    let all = all.map(Clone::clone);
    let plain = plain.map(Clone::clone);
    for class in &all {
        vm.add_methods(class, REDUCE);
        vm.add_methods(class, SETSTATE);
    }
    for class in &plain {
        vm.add_methods(class, REDUCE);
    }
}

const REDUCE: &[Def] = &[def("__reduce__", reduce, "self, /")];
const SETSTATE: &[Def] = &[def("__setstate__", setstate, "self, state, /")];
