//! `slice`, and the arithmetic of subscripts that all sequences share.

use super::receiver::{receiver, set_unhashable};
use super::sequence::{Items, compare, comparisons};
use crate::heap::Ref;
use crate::value::{Slice, Special, Value};
use crate::vm::{Comparison, Def, GetSet, R, Vm, def, getter, rest, static_def};
use num_bigint::{BigInt, Sign};
use num_traits::{Signed, Zero};

/// The parts of a slice as machine words: too large ones are clipped, absent ones are the ends for `step`.
#[derive(Clone, Copy)]
pub(crate) struct Bounds {
    start: i64,
    stop: i64,
    step: i64,
}

/// Which elements of a sequence a slice means.
#[derive(Clone, Copy)]
pub(crate) struct Run {
    /// The first one's index; with a negative step and no elements it may be -1.
    pub(crate) start: i64,
    pub(crate) stop: i64,
    pub(crate) step: i64,
    pub(crate) count: usize,
}

/// What stands between the brackets of `sequence[...]`.
pub(crate) enum Subscript {
    Index(i64),
    Slice(Ref<Slice>),
}

/// Reads a subscript. `what` names the indices in the TypeError ("list indices").
///
/// # Errors
/// TypeError for what is neither; IndexError if the index is no machine word.
#[inline]
pub(crate) fn subscript(vm: &mut Vm, key: &Value, what: &str) -> R<Subscript> {
    if let Some(index) = key.as_int() {
        return Ok(Subscript::Index(index));
    }
    if let Some(slice) = key.to_ref::<Slice>() {
        return Ok(Subscript::Slice(slice));
    }
    if !key.is_integer() && vm.find_special(key, Special::Index).is_none() {
        let given = vm.type_name(key);
        return Err(vm.type_error(format!("{what} must be integers or slices, not {given}")));
    }
    match vm.index_value(key)?.as_int() {
        Some(index) => Ok(Subscript::Index(index)),
        None => {
            let given = vm.type_name(key);
            Err(vm.index_error(format!("cannot fit '{given}' into an index-sized integer")))
        }
    }
}

/// The place of an index that may count from the end; None if it is out of range.
#[inline(always)]
pub(crate) fn place(index: i64, len: usize) -> Option<usize> {
    let index = if index < 0 { index + len as i64 } else { index };
    usize::try_from(index).ok().filter(|&index| index < len)
}

/// One part of a slice as a word, clipped. `or_none` chooses the words of the error.
fn part(vm: &mut Vm, value: &Value, or_none: bool) -> R<i64> {
    if let Some(small) = value.as_int() {
        return Ok(small.max(-i64::MAX));
    }
    if !value.is_integer() && vm.find_special(value, Special::Index).is_none() {
        let none = if or_none { "None or " } else { "" };
        return Err(vm.type_error(format!(
            "slice indices must be integers or {none}have an __index__ method"
        )));
    }
    let value = vm.index_value(value)?;
    Ok(clipped(&value))
}

fn clipped(value: &Value) -> i64 {
    match value.as_int() {
        Some(small) => small.max(-i64::MAX),
        None => match value.to_bigint().map(|big| big.sign()) {
            Some(Sign::Minus) => -i64::MAX,
            _ => i64::MAX,
        },
    }
}

/// A `start` or `stop` argument, as `list.index` takes them: an int, clipped.
///
/// # Errors
/// TypeError `slice indices must be integers or have an __index__ method`.
pub(crate) fn search_bound(vm: &mut Vm, value: &Value, absent: i64) -> R<i64> {
    if value.is_undef() {
        return Ok(absent);
    }
    part(vm, value, false)
}

/// Brings a search bound into `0..=len`; negative ones count from the end.
pub(crate) fn clip_bound(bound: i64, len: usize) -> usize {
    let bound = if bound < 0 {
        (bound + len as i64).max(0)
    } else {
        bound
    };
    (bound as usize).min(len)
}

/// Reads the parts of a slice. May run script code (`__index__`), so ask for the length afterwards.
///
/// # Errors
/// TypeError for parts that are no ints; ValueError for a step of 0.
pub(crate) fn unpack(vm: &mut Vm, slice: &Ref<Slice>) -> R<Bounds> {
    let step = if slice.step.is_none() {
        1
    } else {
        part(vm, &slice.step, true)?
    };
    if step == 0 {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let start = match &slice.start {
        value if value.is_none() => {
            if step < 0 {
                i64::MAX
            } else {
                0
            }
        }
        value => part(vm, value, true)?,
    };
    let stop = match &slice.stop {
        value if value.is_none() => {
            if step < 0 {
                -i64::MAX
            } else {
                i64::MAX
            }
        }
        value => part(vm, value, true)?,
    };
    Ok(Bounds { start, stop, step })
}

impl Bounds {
    /// The elements meant in a sequence of `len` elements.
    pub(crate) fn over(self, len: usize) -> Run {
        let len = len as i64;
        let (low, high) = if self.step < 0 {
            (-1, len - 1)
        } else {
            (0, len)
        };
        let clip = |at: i64| (if at < 0 { at.saturating_add(len) } else { at }).clamp(low, high);
        let (start, stop, step) = (clip(self.start), clip(self.stop), self.step);
        let count = if step < 0 && stop < start {
            (start - stop - 1) / -step + 1
        } else if step > 0 && start < stop {
            (stop - start - 1) / step + 1
        } else {
            0
        };
        Run {
            start,
            stop,
            step,
            count: count as usize,
        }
    }
}

impl Run {
    /// The indices, in the order of the slice.
    pub(crate) fn indices(self) -> impl Iterator<Item = usize> {
        let Run {
            start, step, count, ..
        } = self;
        (0..count as i64).map(move |nth| (start + nth * step) as usize)
    }

    /// The indices as a range, if the step is 1.
    pub(crate) fn contiguous(self) -> Option<std::ops::Range<usize>> {
        let start = self.start as usize;
        (self.step == 1).then_some(start..start + self.count)
    }

    /// Copies of the elements meant.
    pub(crate) fn copy_of(self, items: &[Value]) -> Vec<Value> {
        match self.contiguous() {
            Some(range) => items[range].to_vec(),
            None => self.indices().map(|at| items[at].clone()).collect(),
        }
    }
}

/// Start, stop and step over a length of any size, as `slice.indices` and slices of ranges need them.
///
/// # Errors
/// As `unpack`.
pub(crate) fn indices_of_big(vm: &mut Vm, slice: &Ref<Slice>, len: &BigInt) -> R<[BigInt; 3]> {
    let step = match &slice.step {
        value if value.is_none() => BigInt::from(1),
        value => big_part(vm, value)?,
    };
    if step.is_zero() {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    let backwards = step.is_negative();
    let (low, high) = if backwards {
        (BigInt::from(-1), len - 1)
    } else {
        (BigInt::ZERO, len.clone())
    };
    let end = |vm: &mut Vm, value: &Value, absent: &BigInt| -> R<BigInt> {
        if value.is_none() {
            return Ok(absent.clone());
        }
        let at = big_part(vm, value)?;
        let at = if at.is_negative() { at + len } else { at };
        Ok(at.max(low.clone()).min(high.clone()))
    };
    let (first, last) = if backwards {
        (&high, &low)
    } else {
        (&low, &high)
    };
    let start = end(vm, &slice.start, first)?;
    let stop = end(vm, &slice.stop, last)?;
    Ok([start, stop, step])
}

fn big_part(vm: &mut Vm, value: &Value) -> R<BigInt> {
    if !value.is_integer() && vm.find_special(value, Special::Index).is_none() {
        return Err(
            vm.type_error("slice indices must be integers or None or have an __index__ method")
        );
    }
    let value = vm.index_value(value)?;
    Ok(value.to_bigint().expect("index_value gives an int"))
}

impl Items for Ref<Slice> {
    fn item(&self, at: usize) -> Option<Value> {
        [&self.start, &self.stop, &self.step]
            .get(at)
            .map(|part| (*part).clone())
    }

    fn count(&self) -> usize {
        3
    }

    fn with<T>(&self, look: impl FnOnce(&[Value]) -> T) -> T {
        look(&[self.start.clone(), self.stop.clone(), self.step.clone()])
    }
}

fn this(vm: &mut Vm, args: &[Value], method: &str) -> R<Ref<Slice>> {
    receiver::<Slice>(vm, &args[0], "slice", method)
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    vm.check_new(&args[0], &vm.types.slice.clone())?;
    let given = rest(&args[1]);
    let none = || Value::NONE;
    let (start, stop, step) = match given {
        [stop] => (none(), stop.clone(), none()),
        [start, stop] => (start.clone(), stop.clone(), none()),
        [start, stop, step] => (start.clone(), stop.clone(), step.clone()),
        [] => return Err(vm.type_error("slice expected at least 1 argument, got 0")),
        more => {
            let message = format!("slice expected at most 3 arguments, got {}", more.len());
            return Err(vm.type_error(message));
        }
    };
    Ok(Value::object(vm.heap.alloc(Slice { start, stop, step })))
}

fn indices(vm: &mut Vm, args: &[Value]) -> R {
    let slice = this(vm, args, "indices")?;
    let len = vm.index_value(&args[1])?;
    let len = len.to_bigint().expect("index_value gives an int");
    if len.is_negative() {
        return Err(vm.value_error("length should not be negative"));
    }
    let parts = indices_of_big(vm, &slice, &len)?;
    let parts = parts
        .into_iter()
        .map(|part| vm.heap.new_int(part))
        .collect();
    Ok(Value::object(vm.heap.new_tuple(parts)))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let slice = this(vm, args, "__repr__")?;
    let mut parts = Vec::with_capacity(3);
    for part in [&slice.start, &slice.stop, &slice.step] {
        parts.push(vm.repr(part)?);
    }
    let text = format!(
        "slice({}, {}, {})",
        parts[0].as_str(),
        parts[1].as_str(),
        parts[2].as_str()
    );
    Ok(vm.new_str(&text))
}

fn compare_with(vm: &mut Vm, args: &[Value], op: Comparison) -> R {
    let slice = this(vm, args, "__eq__")?;
    match args[1].to_ref::<Slice>() {
        Some(other) => compare(vm, op, &slice, &other),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

comparisons!(compare_with);

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
    let given = match args[0].as_ref::<Slice>() {
        Some(slice) => vec![slice.start.clone(), slice.stop.clone(), slice.step.clone()],
        None => return Err(vm.unfit_receiver(&args[0], "__reduce__", "slice")),
    };
    let class = Value::object(vm.class_of(&args[0]));
    let given = Value::object(vm.heap.new_tuple(given));
    Ok(Value::object(vm.heap.pair(class, given)))
}

const METHODS: &[Def] = &[
    def("__reduce__", reduce, "self, /"),
    static_def("__new__", new, "cls, /, *args"),
    def("indices", indices, "self, length, /"),
    def("__repr__", repr, "self, /"),
    def("__lt__", lt, "self, other, /"),
    def("__le__", le, "self, other, /"),
    def("__eq__", eq, "self, other, /"),
    def("__ne__", ne, "self, other, /"),
    def("__gt__", gt, "self, other, /"),
    def("__ge__", ge, "self, other, /"),
];

const GETSETS: &[GetSet] = &[
    getter("start", get_start),
    getter("stop", get_stop),
    getter("step", get_step),
];

/// Gives `slice` its methods.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.slice.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
    vm.set_doc(
        &class,
        "Which elements of a sequence: from start, before stop, by step.",
    );
    set_unhashable(vm, &class);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sum over the indices of many slices; CPython computed the number it is compared with.
    #[test]
    fn slices_mean_what_they_mean_in_cpython() {
        let ends = || std::iter::once(None).chain((-8..=8).map(Some));
        let mut sum = 0u64;
        for len in 0..7 {
            for (start, stop) in ends().flat_map(|start| ends().map(move |stop| (start, stop))) {
                for step in [-7, -3, -2, -1, 1, 2, 3, 7] {
                    let (first, last) = if step < 0 {
                        (i64::MAX, -i64::MAX)
                    } else {
                        (0, i64::MAX)
                    };
                    let (start, stop) = (start.unwrap_or(first), stop.unwrap_or(last));
                    for at in (Bounds { start, stop, step }).over(len).indices() {
                        sum = (sum * 31 + at as u64 + 1) % 1_000_003;
                    }
                    sum = (sum * 31 + 17) % 1_000_003;
                }
            }
        }
        assert_eq!(sum, 350_587);
    }
}
