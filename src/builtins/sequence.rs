//! What lists and tuples share: comparison, repetition, searching, and the joining of reprs.

use super::slice::{clip_bound, search_bound};
use crate::heap::Ref;
use crate::value::hash::native_eq;
use crate::value::{List, Special, Tag, Tuple, Value};
use crate::vm::{Comparison, R, Vm, given};

/// Elements by index. Copies are handed out, for a list may change while script code looks at one.
pub(crate) trait Items {
    /// A copy of the element; None past the end.
    fn item(&self, at: usize) -> Option<Value>;
    /// How many there are now.
    fn count(&self) -> usize;
    /// Looks at all of them; `look` runs no script code.
    fn with<T>(&self, look: impl FnOnce(&[Value]) -> T) -> T;
}

impl Items for Ref<List> {
    #[inline(always)]
    fn item(&self, at: usize) -> Option<Value> {
        self.get(at)
    }

    #[inline(always)]
    fn count(&self) -> usize {
        self.len()
    }

    #[inline(always)]
    fn with<T>(&self, look: impl FnOnce(&[Value]) -> T) -> T {
        self.items.with(|items| look(items))
    }
}

impl Items for Ref<Tuple> {
    #[inline(always)]
    fn item(&self, at: usize) -> Option<Value> {
        self.items().get(at).cloned()
    }

    #[inline(always)]
    fn count(&self) -> usize {
        self.len()
    }

    #[inline(always)]
    fn with<T>(&self, look: impl FnOnce(&[Value]) -> T) -> T {
        look(self.items())
    }
}

/// Whether two elements are equal; None if only script code can tell.
#[inline(always)]
pub(crate) fn same(item: &Value, value: &Value) -> Option<bool> {
    if item.is_int() && value.is_int() {
        return Some(item.raw_int() == value.raw_int());
    }
    if item.is_same(value) {
        return Some(true);
    }
    native_eq(item, value)
}

/// The six natives of comparison, each calling `$with(vm, args, op)`.
macro_rules! comparisons {
    ($with:ident) => {
        fn lt(vm: &mut Vm, args: &[Value]) -> R {
            $with(vm, args, Comparison::Lt)
        }
        fn le(vm: &mut Vm, args: &[Value]) -> R {
            $with(vm, args, Comparison::Le)
        }
        fn eq(vm: &mut Vm, args: &[Value]) -> R {
            $with(vm, args, Comparison::Eq)
        }
        fn ne(vm: &mut Vm, args: &[Value]) -> R {
            $with(vm, args, Comparison::Ne)
        }
        fn gt(vm: &mut Vm, args: &[Value]) -> R {
            $with(vm, args, Comparison::Gt)
        }
        fn ge(vm: &mut Vm, args: &[Value]) -> R {
            $with(vm, args, Comparison::Ge)
        }
    };
}
pub(crate) use comparisons;

/// What `op` says of two things that stand in this order.
pub(crate) fn holds(op: Comparison, order: std::cmp::Ordering) -> bool {
    match op {
        Comparison::Lt => order.is_lt(),
        Comparison::Le => order.is_le(),
        Comparison::Eq => order.is_eq(),
        Comparison::Ne => order.is_ne(),
        Comparison::Gt => order.is_gt(),
        Comparison::Ge => order.is_ge(),
    }
}

/// Compares element by element: the first pair that differs decides, then the lengths.
///
/// # Errors
/// What the elements' comparison raises; RecursionError.
pub(crate) fn compare<S: Items>(vm: &mut Vm, op: Comparison, left: &S, right: &S) -> R {
    if left.count() != right.count() && matches!(op, Comparison::Eq | Comparison::Ne) {
        return Ok(Value::bool(matches!(op, Comparison::Ne)));
    }
    vm.enter_native()?;
    let result = compare_items(vm, op, left, right);
    vm.leave_native();
    result
}

fn compare_items<S: Items>(vm: &mut Vm, op: Comparison, left: &S, right: &S) -> R {
    // As many as are the same without asking.
    let mut at = left.with(|left| {
        right.with(|right| {
            let pairs = left.iter().zip(right);
            pairs.take_while(|(a, b)| same(a, b) == Some(true)).count()
        })
    });
    while let (Some(a), Some(b)) = (left.item(at), right.item(at)) {
        if !vm.eq(&a, &b)? {
            return match op {
                Comparison::Eq => Ok(Value::FALSE),
                Comparison::Ne => Ok(Value::TRUE),
                op => vm.rich_compare(op, &a, &b),
            };
        }
        at += 1;
    }
    Ok(Value::bool(holds(op, left.count().cmp(&right.count()))))
}

/// Where `value` is first found from `start` on and before `stop`; the sequence may change meanwhile.
///
/// # Errors
/// What the comparison raises.
pub(crate) fn find<S: Items>(
    vm: &mut Vm,
    items: &S,
    value: &Value,
    start: usize,
    stop: usize,
) -> R<Option<usize>> {
    let mut at = start;
    loop {
        // On to the first that is equal, or that only script code can compare.
        let (found, answer) = items.with(|items| {
            let all = &items[..stop.min(items.len())];
            for (at, item) in all.iter().enumerate().skip(at) {
                match same(item, value) {
                    Some(false) => {}
                    answer => return (at, answer),
                }
            }
            (all.len(), Some(false))
        });
        match answer {
            Some(true) => return Ok(Some(found)),
            Some(false) => return Ok(None),
            None => {}
        }
        match items.item(found) {
            Some(item) if vm.eq(&item, value)? => return Ok(Some(found)),
            _ => at = found + 1,
        }
    }
}

/// `index(value, start, stop)`: `args` are those of the native.
///
/// # Errors
/// TypeError for bounds that are no ints; what the comparison raises.
pub(crate) fn find_between<S: Items>(vm: &mut Vm, items: &S, args: &[Value]) -> R<Option<usize>> {
    let start = search_bound(vm, given(args, 2), 0)?;
    let stop = search_bound(vm, given(args, 3), i64::MAX)?;
    let len = items.count();
    let stop = if stop >= 0 {
        stop as usize
    } else {
        clip_bound(stop, len)
    };
    find(vm, items, &args[1], clip_bound(start, len), stop)
}

/// How many elements equal `value`.
///
/// # Errors
/// What the comparison raises.
pub(crate) fn count<S: Items>(vm: &mut Vm, items: &S, value: &Value) -> R<i64> {
    let (mut at, mut found) = (0, 0);
    loop {
        // On to the first that only script code can compare.
        at += items.with(|items| {
            let rest = items.get(at..).unwrap_or_default().iter();
            let answers = rest.map_while(|item| same(item, value));
            answers.inspect(|&equal| found += i64::from(equal)).count()
        });
        let Some(item) = items.item(at) else {
            return Ok(found);
        };
        found += i64::from(vm.eq(&item, value)?);
        at += 1;
    }
}

/// Whether an operand of another type may answer itself, by its reflected method.
pub(crate) fn may_answer(vm: &mut Vm, other: &Value, reflected: Special) -> bool {
    super::arguments::is_foreign(other)
        && vm
            .find_special(other, reflected)
            .is_some_and(|method| reflected != Special::RMul || !method.is(Tag::Native))
        && !vm.is_argument_of_named(other)
}

/// How often to repeat; None if the other operand has the say.
///
/// # Errors
/// TypeError for what is no int, OverflowError if it is no machine word.
pub(crate) fn repeat_count(vm: &mut Vm, times: &Value) -> R<Option<usize>> {
    if let Some(small) = times.as_int() {
        return Ok(Some(small.max(0) as usize));
    }
    if !times.is_integer() && vm.find_special(times, Special::Index).is_none() {
        if !vm.is_argument_of_named(times) {
            // The operator finds the words, when nobody else has an answer.
            return Ok(None);
        }
        let given = vm.type_name(times);
        let message = format!("'{given}' object cannot be interpreted as an integer");
        return Err(vm.type_error(message));
    }
    match vm.index_value(times)?.as_int() {
        Some(small) => Ok(Some(small.max(0) as usize)),
        None => {
            let given = vm.type_name(times);
            let message = format!("cannot fit '{given}' into an index-sized integer");
            Err(vm.overflow_error(message))
        }
    }
}

/// Makes sure that `len * times` values may be allocated.
///
/// # Errors
/// MemoryError.
pub(crate) fn check_repeat(vm: &mut Vm, len: usize, times: usize) -> R<()> {
    match len
        .checked_mul(times)
        .and_then(|n| n.checked_mul(size_of::<Value>()))
    {
        Some(bytes) if bytes <= i64::MAX as usize => vm.check_size(bytes),
        _ => Err(vm.memory_error()),
    }
}

/// The elements `times` times over.
pub(crate) fn repeated(items: &[Value], times: usize) -> Vec<Value> {
    if items.is_empty() {
        // However often.
        return Vec::new();
    }
    if let [one] = items {
        return vec![one.clone(); times];
    }
    let mut all = Vec::with_capacity(items.len() * times);
    for _ in 0..times {
        all.extend_from_slice(items);
    }
    all
}

/// Appends the reprs of the elements to `out`, with commas between them.
///
/// # Errors
/// What `__repr__` raises; MemoryError.
pub(crate) fn push_reprs<S: Items>(vm: &mut Vm, out: &mut String, items: &S) -> R<()> {
    let mut at = 0;
    while let Some(item) = items.item(at) {
        if at > 0 {
            out.push_str(", ");
        }
        vm.push_repr(out, &item)?;
        at += 1;
    }
    Ok(())
}

/// The elements of anything that can be iterated over; a TypeError of `iter` gets these words instead.
///
/// # Errors
/// TypeError, and what the iteration raises.
pub(crate) fn to_vec_or(vm: &mut Vm, iterable: &Value, message: &str) -> R<Vec<Value>> {
    if matches!(iterable.tag(), Tag::List | Tag::Tuple) {
        return vm.to_vec(iterable);
    }
    match vm.iter(iterable) {
        Ok(iterator) => vm.to_vec(&iterator),
        Err(raised) => {
            let type_error = vm.types.type_error.clone();
            if !vm.raised_is(&type_error) {
                return Err(raised);
            }
            drop(vm.take_raised());
            Err(vm.type_error(message))
        }
    }
}
