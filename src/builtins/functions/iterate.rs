//! Functions that walk: `iter`, `next`, `len`, `sorted`, `any`, `all`, `sum`.

use crate::builtins::sort::{reverse_flag, sort_values};
use crate::value::{DictPart, Iter, IterState, List, Opaque, Special, Str, Tag, Tuple, Value};
use crate::vm::{ArithKind, Def, Outcome, R, Sink, Vm, def, given};

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    if given(args, 1).is_undef() {
        return vm.iter(&args[0]);
    }
    if !vm.is_callable(&args[0]) {
        return Err(vm.type_error("iter(v, w): v must be callable"));
    }
    let state = IterState::Call {
        callable: args[0].clone(),
        sentinel: args[1].clone(),
    };
    Ok(Value::object(vm.heap.alloc(Iter::new(state))))
}

fn next(vm: &mut Vm, args: &[Value]) -> R {
    let default = given(args, 1);
    if args[0].is(Tag::Iterator) {
        return match vm.next(&args[0])? {
            Some(value) => Ok(value),
            None if default.is_undef() => Err(vm.stop_iteration(Value::NONE)),
            None => Ok(default.clone()),
        };
    }
    if let Some(item) = vm.next_at_hand(&args[0]) {
        return Ok(item);
    }
    // Through `__next__`, for its StopIteration may carry a value.
    match vm.call_special(&args[0], Special::Next, &[]) {
        Ok(Some(value)) => Ok(value),
        Ok(None) => {
            let given = vm.type_name(&args[0]);
            Err(vm.type_error(format!("'{given}' object is not an iterator")))
        }
        Err(raised) => {
            if !default.is_undef() && vm.take_stop_iteration().is_some() {
                return Ok(default.clone());
            }
            Err(raised)
        }
    }
}

/// `next` in a program with threads: the run loop does not call it by the quick way, but looks whether it can enter the
/// generator, under whose frame a thread can be put aside.
pub(crate) fn next_with_threads(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    next(vm, args).map(Outcome::Done)
}

fn len(vm: &mut Vm, args: &[Value]) -> R {
    if let Some(list) = args[0].as_ref::<List>() {
        return Ok(Value::int(list.len() as i64));
    }
    if let Some(text) = args[0].as_ref::<Str>() {
        return Ok(Value::int(text.n_chars() as i64));
    }
    Ok(Value::int(vm.len(&args[0])? as i64))
}

fn sorted(vm: &mut Vm, args: &[Value]) -> R {
    let mut items = vm.to_vec(&args[0])?;
    let reverse = reverse_flag(vm, given(args, 2))?;
    sort_values(vm, &mut items, given(args, 1), reverse)?;
    Ok(Value::object(vm.heap.new_list(items)))
}

/// Whether an element is as true as `wanted`.
fn find(vm: &mut Vm, iterable: &Value, wanted: bool) -> R<bool> {
    if let Some(list) = iterable.to_ref::<List>() {
        let mut at = 0;
        while let Some(item) = list.get(at) {
            let truth = match item.tag() {
                Tag::Int | Tag::Bool => item.raw_int() != 0,
                _ => vm.truth(&item)?,
            };
            if truth == wanted {
                return Ok(true);
            }
            at += 1;
        }
        return Ok(false);
    }
    if let Some(tuple) = iterable.to_ref::<Tuple>() {
        for item in tuple.items() {
            if vm.truth(item)? == wanted {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    let iterator = vm.iter(iterable)?;
    let source = vm.source(iterator);
    let mut sink = Sink::Skip(!wanted);
    while let Some(item) = vm.drain(&source, &mut sink)? {
        if vm.truth(&item)? == wanted {
            return Ok(true);
        }
        vm.tick()?;
    }
    Ok(false)
}

fn any(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(find(vm, &args[0], true)?))
}

fn all(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(!find(vm, &args[0], false)?))
}

/// Adds the ints or floats that a list begins with; gives how many there were.
fn sum_words(total: &mut Value, items: &[Value]) -> usize {
    let mut at = 0;
    if total.is_int() {
        let mut sum = total.raw_int();
        while let Some(item) = items.get(at)
            && item.is_int()
            && let Some(more) = sum.checked_add(item.raw_int())
        {
            sum = more;
            at += 1;
        }
        *total = Value::int(sum);
    }
    if let Some(first) = items.get(at)
        && first.is_float()
        && (total.is_float() || total.is_int() && total.raw_int().unsigned_abs() < 1 << 53)
    {
        let mut sum = match total.as_int() {
            Some(int) => int as f64,
            None => total.raw_float(),
        };
        while let Some(item) = items.get(at)
            && item.is_float()
        {
            sum += item.raw_float();
            at += 1;
        }
        *total = Value::float(sum);
    }
    at
}

/// The next total of a sum.
#[inline]
fn plus(vm: &mut Vm, total: &Value, item: &Value) -> R {
    Ok(match (total.tag(), item.tag()) {
        (Tag::Int, Tag::Int | Tag::Bool)
            if total.raw_int().checked_add(item.raw_int()).is_some() =>
        {
            Value::int(total.raw_int() + item.raw_int())
        }
        (Tag::Float, Tag::Float) => Value::float(total.raw_float() + item.raw_float()),
        (Tag::Float, Tag::Int | Tag::Bool) => {
            Value::float(total.raw_float() + item.raw_int() as f64)
        }
        _ => vm.binary(ArithKind::Add, total, item)?,
    })
}

fn sum(vm: &mut Vm, args: &[Value]) -> R {
    let start = given(args, 1);
    let wrong = match start.tag() {
        Tag::Str => Some("sum() can't sum strings [use ''.join(seq) instead]"),
        Tag::Bytes => Some("sum() can't sum bytes [use b''.join(seq) instead]"),
        Tag::Instance | Tag::Opaque if vm.is_instance(start, &vm.types.str.clone()) => {
            Some("sum() can't sum strings [use ''.join(seq) instead]")
        }
        Tag::Opaque if vm.is_instance(start, &vm.types.bytearray.clone()) => {
            Some("sum() can't sum bytearray [use b''.join(seq) instead]")
        }
        _ => None,
    };
    if let Some(message) = wrong {
        vm.iter(&args[0])?;
        return Err(vm.type_error(message));
    }
    let mut total = if start.is_undef() {
        Value::int(0)
    } else {
        start.clone()
    };
    if let Some((dict, DictPart::Values)) = args[0]
        .as_ref::<Opaque>()
        .and_then(|opaque| opaque.dict_part())
    {
        // Numbers, of which none can change the dict.
        let (values, mut sum) = (dict.collect(0, |_, value| value.clone()), total.clone());
        if sum_words(&mut sum, &values) == values.len() {
            return Ok(sum);
        }
    }
    let rest = if let Some(list) = args[0].as_ref::<List>() {
        let at = list.items.with(|items| sum_words(&mut total, items));
        if at == list.len() {
            return Ok(total);
        }
        let list = list.clone();
        Some(IterState::List { list, at })
    } else if let Some(tuple) = args[0].as_ref::<Tuple>() {
        let at = sum_words(&mut total, tuple.items());
        if at == tuple.len() {
            return Ok(total);
        }
        let tuple = tuple.clone();
        Some(IterState::Tuple { tuple, at })
    } else {
        None
    };
    let iterator = match rest {
        Some(rest) => Value::object(vm.heap.alloc(Iter::new(rest))),
        None => vm.iter(&args[0])?,
    };
    let source = vm.source(iterator);
    let mut sink = Sink::Sum(total);
    loop {
        let item = vm.drain(&source, &mut sink)?;
        let Sink::Sum(total) = &mut sink else {
            unreachable!("a sink stays what it is");
        };
        match item {
            Some(item) => *total = plus(vm, total, &item)?,
            None => return Ok(total.clone()),
        }
        vm.tick()?;
    }
}

pub(crate) const FUNCTIONS: &[Def] = &[
    def("iter", iter, "object, sentinel=None, /").bare(1),
    def("next", next, "iterator, default=None, /").bare(1),
    def("len", len, "obj, /"),
    def("sorted", sorted, "iterable, /, *, key=None, reverse=False").bare(1),
    def("any", any, "iterable, /"),
    def("all", all, "iterable, /"),
    def("sum", sum, "iterable, /, start=0").bare(1),
];
