//! Sorting: stable, by merging natural runs; comparisons may run script code and may raise.
//!
//! The elements are taken out of the list while they are sorted, so script code that looks at the list sees it
//! empty, and an error leaves every element in place, in some order. Keys are made once. What is sorted is a
//! vector of positions. Keys that are all ints, floats or strings are compared without the machine.

use crate::heap::Ref;
use crate::value::hash::native_less;
use crate::value::{List, Str, Tag, Tuple, Value};
use crate::vm::{Caller, R, Vm};

/// The `reverse` argument: an int, as CPython has it.
///
/// # Errors
/// TypeError.
pub(crate) fn reverse_flag(vm: &mut Vm, value: &Value) -> R<bool> {
    match value.as_int() {
        Some(flag) if i32::try_from(flag).is_ok() => Ok(flag != 0),
        None if value.is_undef() => Ok(false),
        _ => match vm.index_value(value)?.as_int() {
            Some(flag) if i32::try_from(flag).is_ok() => Ok(flag != 0),
            _ => Err(vm.overflow_error("Python int too large to convert to C int")),
        },
    }
}

/// Sorts a list in place.
///
/// # Errors
/// What the key function and the comparisons raise; ValueError if one of them changed the list.
pub(crate) fn sort_list(vm: &mut Vm, list: &Ref<List>, key: &Value, reverse: bool) -> R<()> {
    let mut items = list.edit(std::mem::take);
    let result = sort_values(vm, &mut items, key, reverse);
    let modified = list.items.with(|now| now.capacity() > 0);
    drop(list.edit(|now| std::mem::replace(now, items)));
    result?;
    if modified {
        return Err(vm.value_error("list modified during sort"));
    }
    Ok(())
}

/// The keys of values, one after the other.
struct Keys<'a> {
    items: &'a [Value],
    keys: Vec<Value>,
}

impl Caller for Keys<'_> {
    fn turn(&mut self, _: &mut Vm, key: Value) -> R {
        if !key.is_undef() {
            self.keys.push(key);
        }
        let next = self.items.get(self.keys.len());
        Ok(next.cloned().unwrap_or(Value::UNDEF))
    }
}

/// Sorts values. `key` is a function, or None or Undef.
///
/// # Errors
/// What the key function and the comparisons raise; the values are all still there.
pub(crate) fn sort_values(
    vm: &mut Vm,
    items: &mut Vec<Value>,
    key: &Value,
    reverse: bool,
) -> R<()> {
    let keys = if key.is_none() || key.is_undef() {
        None
    } else {
        let mut asked = Keys {
            items,
            keys: Vec::with_capacity(items.len()),
        };
        vm.call_repeatedly(key, 1, &mut asked)?;
        Some(asked.keys)
    };
    if items.len() < 2 {
        return Ok(());
    }
    if keys.is_none() && sort_plain(items, reverse) {
        return Ok(());
    }
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    if reverse {
        order.reverse();
    }
    let keys = keys.as_deref().unwrap_or(items);
    let result = sort_order(vm, keys, &mut order);
    if reverse {
        order.reverse();
    }
    let mut sorted = Vec::with_capacity(items.len());
    for &at in &order {
        sorted.push(std::mem::replace(&mut items[at as usize], Value::UNDEF));
    }
    *items = sorted;
    result
}

fn all_are(keys: &[Value], tag: Tag) -> bool {
    keys.iter().all(|key| key.is(tag))
}

fn text(value: &Value) -> &str {
    value.as_ref::<Str>().map_or("", |text| text.as_str())
}

/// Sorts values of one simple type where they stand; false if they are not of one.
fn sort_plain(items: &mut [Value], reverse: bool) -> bool {
    match items[0].tag() {
        Tag::Int if all_are(items, Tag::Int) => {
            items.sort_unstable_by_key(Value::raw_int);
            if reverse {
                items.reverse();
            }
        }
        Tag::Str if all_are(items, Tag::Str) => {
            if reverse {
                items.reverse();
            }
            items.sort_by(|a, b| text(a).cmp(text(b)));
            if reverse {
                items.reverse();
            }
        }
        _ => return false,
    }
    true
}

/// Sorts positions by the keys at them.
fn sort_order(vm: &mut Vm, keys: &[Value], order: &mut [u32]) -> R<()> {
    let key = |at: u32| &keys[at as usize];
    match keys[0].tag() {
        Tag::Int if all_are(keys, Tag::Int) => order.sort_by_key(|&at| key(at).raw_int()),
        Tag::Str if all_are(keys, Tag::Str) => {
            order.sort_by(|&a, &b| text(key(a)).cmp(text(key(b))))
        }
        Tag::Float
            if all_are(keys, Tag::Float) && !keys.iter().any(|key| key.raw_float().is_nan()) =>
        {
            // No NaN, and adding 0.0 makes both zeros one: a total order.
            order.sort_by(|&a, &b| {
                (key(a).raw_float() + 0.0).total_cmp(&(key(b).raw_float() + 0.0))
            });
        }
        _ => {
            let less = |a, b| less(vm, key(a), key(b));
            return Sorter { less }.sort(order);
        }
    }
    Ok(())
}

/// Runs shorter than this are lengthened by insertion.
fn shortest_run(mut n: usize) -> usize {
    let mut odd = 0;
    while n >= 64 {
        odd |= n & 1;
        n >>= 1;
    }
    n + odd
}

/// Sorts positions by asking `less`.
struct Sorter<F> {
    less: F,
}

impl<F: FnMut(u32, u32) -> R<bool>> Sorter<F> {
    fn less(&mut self, a: u32, b: u32) -> R<bool> {
        (self.less)(a, b)
    }

    fn sort(&mut self, order: &mut [u32]) -> R<()> {
        let (n, shortest) = (order.len(), shortest_run(order.len()));
        let mut runs: Vec<(usize, usize)> = Vec::new();
        let mut spare = Vec::new();
        let mut at = 0;
        while at < n {
            let mut len = self.natural_run(&mut order[at..])?;
            let wanted = shortest.min(n - at);
            if len < wanted {
                self.insert_rest(&mut order[at..at + wanted], len)?;
                len = wanted;
            }
            runs.push((at, len));
            at += len;
            while runs.len() > 1 {
                let last = runs.len() - 1;
                let (b, c) = (runs[last - 1].1, runs[last].1);
                let a = if last > 1 {
                    runs[last - 2].1
                } else {
                    usize::MAX
                };
                if at < n && b > c && a.saturating_sub(c) > b {
                    break;
                }
                let first = if a < c && last > 1 {
                    last - 2
                } else {
                    last - 1
                };
                self.merge_runs(order, &mut runs, first, &mut spare)?;
            }
        }
        Ok(())
    }

    /// The length of the run that `order` begins with; a falling one is turned round.
    fn natural_run(&mut self, order: &mut [u32]) -> R<usize> {
        if order.len() < 2 {
            return Ok(order.len());
        }
        let falling = self.less(order[1], order[0])?;
        let mut len = 2;
        while len < order.len() && self.less(order[len], order[len - 1])? == falling {
            len += 1;
        }
        if falling {
            order[..len].reverse();
        }
        Ok(len)
    }

    /// Inserts the elements from `sorted` on into those before it.
    fn insert_rest(&mut self, order: &mut [u32], sorted: usize) -> R<()> {
        for at in sorted..order.len() {
            let pivot = order[at];
            let (mut low, mut high) = (0, at);
            while low < high {
                let middle = low + (high - low) / 2;
                if self.less(pivot, order[middle])? {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            order[low..=at].rotate_right(1);
        }
        Ok(())
    }

    /// Merges runs `first` and `first + 1`.
    fn merge_runs(
        &mut self,
        order: &mut [u32],
        runs: &mut Vec<(usize, usize)>,
        first: usize,
        spare: &mut Vec<u32>,
    ) -> R<()> {
        let (start, left) = runs[first];
        let (_, right) = runs.remove(first + 1);
        runs[first].1 = left + right;
        let both = &mut order[start..start + left + right];
        if !self.less(both[left], both[left - 1])? {
            return Ok(());
        }
        spare.clear();
        spare.extend_from_slice(&both[..left]);
        let (mut from_left, mut from_right, mut to) = (0, left, 0);
        let mut result = Ok(());
        while from_left < left && from_right < both.len() {
            match self.less(both[from_right], spare[from_left]) {
                Ok(true) => {
                    both[to] = both[from_right];
                    from_right += 1;
                }
                Ok(false) => {
                    both[to] = spare[from_left];
                    from_left += 1;
                }
                Err(raised) => {
                    result = Err(raised);
                    break;
                }
            }
            to += 1;
        }
        // What is left of the left run fills the gap exactly, after an error too.
        both[to..to + left - from_left].copy_from_slice(&spare[from_left..]);
        result
    }
}

/// `a < b`, without the machine where both are simple.
///
/// # Errors
/// What the comparison raises.
pub(crate) fn less(vm: &mut Vm, a: &Value, b: &Value) -> R<bool> {
    if let Some(less) = native_less(a, b) {
        return Ok(less);
    }
    match (a.tag(), b.tag()) {
        (Tag::Tuple, Tag::Tuple) => {
            let (Some(a), Some(b)) = (a.as_ref::<Tuple>(), b.as_ref::<Tuple>()) else {
                return vm.less(a, b);
            };
            for (x, y) in a.items().iter().zip(b.items()) {
                if !vm.eq(x, y)? {
                    return if x.is(Tag::Tuple) {
                        vm.less(x, y)
                    } else {
                        less(vm, x, y)
                    };
                }
            }
            Ok(a.len() < b.len())
        }
        _ => vm.less(a, b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::Raised;

    /// Keys with many equal ones, in runs and disorder.
    fn keys(n: u32) -> Vec<u32> {
        let mut state = n.wrapping_mul(2_654_435_761) | 1;
        (0..n)
            .map(|at| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                if at / 40 % 2 == 0 {
                    at % 40
                } else {
                    state >> 27
                }
            })
            .collect()
    }

    #[test]
    fn sorts_and_is_stable() {
        for n in (0..200).chain([1000, 4096]) {
            let keys = keys(n);
            let mut order: Vec<u32> = (0..n).collect();
            let less = |a: u32, b: u32| Ok(keys[a as usize] < keys[b as usize]);
            assert_eq!(Sorter { less }.sort(&mut order), Ok(()));
            let mut expected: Vec<u32> = (0..n).collect();
            expected.sort_by_key(|&at| keys[at as usize]);
            assert_eq!(order, expected);
        }
    }

    #[test]
    fn an_error_loses_nothing() {
        let keys = keys(300);
        for fails_at in 0..3000 {
            let mut order: Vec<u32> = (0..300).collect();
            let mut asked = 0;
            let less = |a: u32, b: u32| {
                asked += 1;
                if asked > fails_at {
                    Err(Raised)
                } else {
                    Ok(keys[a as usize] < keys[b as usize])
                }
            };
            let failed = Sorter { less }.sort(&mut order).is_err();
            order.sort_unstable();
            assert!(order.iter().copied().eq(0..300));
            if !failed {
                return;
            }
        }
        panic!("too many comparisons");
    }

    #[test]
    fn any_answer_ends() {
        let mut state = 1u32;
        let mut order: Vec<u32> = (0..5000).collect();
        let less = |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            Ok(state >> 31 == 1)
        };
        assert_eq!(Sorter { less }.sort(&mut order), Ok(()));
    }
}
