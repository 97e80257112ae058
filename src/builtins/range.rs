//! `range`. The parts may be ints of any size; those that fit a word take the short way.

use super::receiver::receiver;
use super::slice::{indices_of_big, subscript, unpack};
use crate::heap::Ref;
use crate::value::hash::hash_sequence;
use crate::value::{Iter, IterState, LONG_RANGE, Range, Special, Tag, Value};
use crate::vm::{Comparison, Def, GetSet, R, Vm, def, getter, rest, static_def};
use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};

fn this(vm: &mut Vm, args: &[Value], method: &str) -> R<Ref<Range>> {
    receiver::<Range>(vm, &args[0], "range", method)
}

fn new_range(vm: &Vm, start: Value, stop: Value, step: Value) -> Value {
    Value::object(vm.heap.alloc(Range { start, stop, step }))
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    vm.check_new(&args[0], &vm.types.range.clone())?;
    let mut parts = Vec::with_capacity(3);
    let given = rest(&args[1]);
    match given.len() {
        0 => return Err(vm.type_error("range expected at least 1 argument, got 0")),
        1..=3 => {}
        more => {
            let message = format!("range expected at most 3 arguments, got {more}");
            return Err(vm.type_error(message));
        }
    }
    for part in given {
        let part = vm.index_value(part)?;
        parts.push(match part.as_int() {
            Some(small) => Value::int(small),
            None => part,
        });
    }
    let step = parts.get(2).cloned().unwrap_or(Value::int(1));
    if step.as_int() == Some(0) {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    let range = match &parts[..] {
        [stop] => new_range(vm, Value::int(0), stop.clone(), step),
        [start, stop, ..] => new_range(vm, start.clone(), stop.clone(), step),
        [] => return Err(vm.type_error("range expected at least 1 argument, got 0")),
    };
    Ok(range)
}

fn big(value: &Value) -> BigInt {
    value.to_bigint().expect("the parts of a range are ints")
}

/// How many numbers, of any size.
fn length(range: &Range) -> BigInt {
    match small_length(range) {
        Some(length) => BigInt::from(length),
        None => {
            let (start, stop, step) = (big(&range.start), big(&range.stop), big(&range.step));
            let distance = if step.is_positive() {
                stop - start
            } else {
                start - stop
            };
            if distance.is_positive() {
                (distance - 1) / step.abs() + 1
            } else {
                BigInt::ZERO
            }
        }
    }
}

/// How many numbers, if every part fits a word.
fn small_length(range: &Range) -> Option<i128> {
    let (start, stop, step) = range.small()?;
    let (start, stop, step) = (i128::from(start), i128::from(stop), i128::from(step));
    let distance = if step > 0 { stop - start } else { start - stop };
    Some(if distance > 0 {
        (distance - 1) / step.abs() + 1
    } else {
        0
    })
}

/// The number at `index`, which is in range.
fn nth(vm: &Vm, range: &Range, index: &BigInt) -> Value {
    vm.heap
        .new_int(big(&range.start) + index * big(&range.step))
}

fn len(vm: &mut Vm, args: &[Value]) -> R {
    let range = this(vm, args, "__len__")?;
    let length = match small_length(&range) {
        Some(length) => i64::try_from(length).ok(),
        None => length(&range).to_i64(),
    };
    match length {
        Some(length) => Ok(Value::int(length)),
        None => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

fn truth(vm: &mut Vm, args: &[Value]) -> R {
    let range = this(vm, args, "__bool__")?;
    Ok(Value::bool(!length(&range).is_zero()))
}

fn get_item(vm: &mut Vm, args: &[Value]) -> R {
    let range = this(vm, args, "__getitem__")?;
    let key = &args[1];
    if let Some(slice) = key.to_ref::<crate::value::Slice>() {
        return sliced(vm, &range, &slice);
    }
    if !key.is_integer() && vm.find_special(key, Special::Index).is_none() {
        // Raises the words of a wrong subscript.
        subscript(vm, key, "range indices")?;
    }
    let index = vm.index_value(key)?;
    if let (Some(index), Some(length), Some((start, _, step))) =
        (index.as_int(), small_length(&range), range.small())
    {
        let index = if index < 0 {
            i128::from(index) + length
        } else {
            i128::from(index)
        };
        if index < 0 || index >= length {
            return Err(vm.index_error("range object index out of range"));
        }
        return Ok(Value::int(
            (i128::from(start) + index * i128::from(step)) as i64,
        ));
    }
    let (index, length) = (big(&index), length(&range));
    let index = if index.is_negative() {
        index + &length
    } else {
        index
    };
    if index.is_negative() || index >= length {
        return Err(vm.index_error("range object index out of range"));
    }
    Ok(nth(vm, &range, &index))
}

fn sliced(vm: &mut Vm, range: &Ref<Range>, slice: &Ref<crate::value::Slice>) -> R {
    let [start, stop, step] =
        match small_length(range).and_then(|length| usize::try_from(length).ok()) {
            Some(length)
                if i64::try_from(length).is_ok()
                    && (slice.step.is_none() || slice.step.as_int().is_some()) =>
            {
                let run = unpack(vm, slice)?.over(length);
                [run.start, run.stop, run.step].map(BigInt::from)
            }
            _ => indices_of_big(vm, slice, &length(range))?,
        };
    let (start, stop) = (nth(vm, range, &start), nth(vm, range, &stop));
    let step = vm.heap.new_int(step * big(&range.step));
    Ok(new_range(vm, start, stop, step))
}

/// Where an int is in the range.
fn position(range: &Range, value: &Value) -> Option<BigInt> {
    if let (Some(value), Some((start, _, step)), Some(length)) =
        (value.as_int(), range.small(), small_length(range))
    {
        let distance = i128::from(value) - i128::from(start);
        let at = distance / i128::from(step);
        return (distance % i128::from(step) == 0 && at >= 0 && at < length)
            .then(|| BigInt::from(at));
    }
    let (distance, step) = (big(value) - big(&range.start), big(&range.step));
    let at = &distance / &step;
    ((&distance % &step).is_zero() && !at.is_negative() && at < length(range)).then_some(at)
}

/// Walks the range and compares, as for values that are no ints.
fn search(vm: &mut Vm, range: &Ref<Range>, value: &Value, all: bool) -> R<(i64, Option<i64>)> {
    let whole = Value::object(range.clone());
    let iterator = vm.iter(&whole)?;
    let (mut at, mut found, mut first) = (0, 0, None);
    while let Some(item) = vm.next(&iterator)? {
        if vm.eq(&item, value)? {
            found += 1;
            first.get_or_insert(at);
            if !all {
                break;
            }
        }
        at += 1;
        vm.tick()?;
    }
    Ok((found, first))
}

fn contains(vm: &mut Vm, args: &[Value]) -> R {
    let range = this(vm, args, "__contains__")?;
    if args[1].is_integer() {
        return Ok(Value::bool(position(&range, &args[1]).is_some()));
    }
    let (_, first) = search(vm, &range, &args[1], false)?;
    Ok(Value::bool(first.is_some()))
}

fn index(vm: &mut Vm, args: &[Value]) -> R {
    let range = this(vm, args, "index")?;
    if args[1].is_integer() {
        return match position(&range, &args[1]) {
            Some(at) => Ok(vm.heap.new_int(at)),
            None => {
                let text = vm.repr(&args[1])?;
                Err(vm.value_error(format!("{} is not in range", text.as_str())))
            }
        };
    }
    match search(vm, &range, &args[1], false)? {
        (_, Some(at)) => Ok(Value::int(at)),
        _ => Err(vm.value_error("sequence.index(x): x not in sequence")),
    }
}

fn count(vm: &mut Vm, args: &[Value]) -> R {
    let range = this(vm, args, "count")?;
    if args[1].is_integer() {
        return Ok(Value::int(i64::from(position(&range, &args[1]).is_some())));
    }
    let (found, _) = search(vm, &range, &args[1], true)?;
    Ok(Value::int(found))
}

fn iterate(vm: &mut Vm, range: &Range, reversed: bool) -> Value {
    let length = length(range);
    let step = big(&range.step);
    let (first, step) = if reversed && !length.is_zero() {
        (big(&range.start) + (&length - BigInt::one()) * &step, -step)
    } else {
        (big(&range.start), step)
    };
    let past = &first + &length * &step;
    let state = match (first.to_i64(), past.to_i64(), step.to_i64()) {
        (Some(next), Some(stop), Some(step)) => IterState::Range { next, stop, step },
        _ => IterState::BigRange {
            next: vm.heap.new_int(first),
            left: vm.heap.new_int(length),
            step: vm.heap.new_int(step),
        },
    };
    let mut iter = Iter::new(state);
    let words = [&range.start, &range.stop, &range.step];
    if words.iter().any(|part| part.as_int().is_none()) {
        iter.kind = LONG_RANGE;
    }
    Value::object(vm.heap.alloc(iter))
}

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    let range = this(vm, args, "__iter__")?;
    Ok(iterate(vm, &range, false))
}

fn reversed(vm: &mut Vm, args: &[Value]) -> R {
    let range = this(vm, args, "__reversed__")?;
    Ok(iterate(vm, &range, true))
}

/// Length, start and step, the last two only as far as they matter.
fn identity(range: &Range) -> [Option<BigInt>; 3] {
    let length = length(range);
    let start = (!length.is_zero()).then(|| big(&range.start));
    let step = (length > BigInt::one()).then(|| big(&range.step));
    [Some(length), start, step]
}

fn compare_with(vm: &mut Vm, args: &[Value], op: Comparison) -> R {
    let range = this(vm, args, "__eq__")?;
    match args[1].as_ref::<Range>() {
        Some(other) => {
            let equal = identity(&range) == identity(other);
            Ok(Value::bool(equal == matches!(op, Comparison::Eq)))
        }
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn eq(vm: &mut Vm, args: &[Value]) -> R {
    compare_with(vm, args, Comparison::Eq)
}

fn ne(vm: &mut Vm, args: &[Value]) -> R {
    compare_with(vm, args, Comparison::Ne)
}

fn hash(vm: &mut Vm, args: &[Value]) -> R {
    let range = this(vm, args, "__hash__")?;
    let mut hashes = Vec::with_capacity(3);
    for part in identity(&range) {
        let part = part.map_or(Value::NONE, |part| vm.heap.new_int(part));
        hashes.push(vm.hash(&part)?);
    }
    Ok(Value::int(hash_sequence(hashes.into_iter()) as i64))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let range = this(vm, args, "__repr__")?;
    let (start, stop) = (vm.repr(&range.start)?, vm.repr(&range.stop)?);
    let mut text = format!("range({}, {}", start.as_str(), stop.as_str());
    if !(range.step.is(Tag::Int) && range.step.raw_int() == 1) {
        text.push_str(", ");
        text.push_str(vm.repr(&range.step)?.as_str());
    }
    text.push(')');
    Ok(vm.new_str(&text))
}

fn get_start(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, args, "start")?.start.clone())
}

fn get_stop(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, args, "stop")?.stop.clone())
}

fn get_step(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, args, "step")?.step.clone())
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    let given = match args[0].as_ref::<Range>() {
        Some(range) => vec![range.start.clone(), range.stop.clone(), range.step.clone()],
        None => return Err(vm.unfit_receiver(&args[0], "__reduce__", "range")),
    };
    let class = Value::object(vm.class_of(&args[0]));
    let given = Value::object(vm.heap.new_tuple(given));
    Ok(Value::object(vm.heap.pair(class, given)))
}

const METHODS: &[Def] = &[
    def("__reduce__", reduce, "self, /"),
    static_def("__new__", new, "cls, /, *args"),
    def("index", index, "self, value, /"),
    def("count", count, "self, value, /"),
    def("__len__", len, "self, /"),
    def("__bool__", truth, "self, /"),
    def("__getitem__", get_item, "self, index, /"),
    def("__contains__", contains, "self, value, /"),
    def("__iter__", iter, "self, /"),
    def("__reversed__", reversed, "self, /"),
    def("__eq__", eq, "self, other, /"),
    def("__ne__", ne, "self, other, /"),
    def("__hash__", hash, "self, /"),
    def("__repr__", repr, "self, /"),
];

const GETSETS: &[GetSet] = &[
    getter("start", get_start),
    getter("stop", get_stop),
    getter("step", get_step),
];

/// Gives `range` its methods.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.range.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
    vm.set_doc(&class, "The ints from start, before stop, by step.");
}
