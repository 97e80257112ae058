//! What sets do with one another. The order in which elements come shows in what programs print, so results are
//! built in the same order, and in tables of the same size, as CPython's.

use super::dict_views::keys_viewed;
use crate::heap::Ref;
use crate::value::hash::quick_hash;
use crate::value::{Dict, List, Set, SetProbe, Tag, Tuple, Value};
use crate::vm::{R, Sink, Vm};

/// Whether it is a set or frozenset, or of a subclass.
pub(crate) fn is_any_set(vm: &mut Vm, value: &Value) -> bool {
    vm.cast::<Set>(value).is_some()
}

/// The place of an element whose hash is known. Starts again if `__eq__` changed the set.
#[inline]
fn locate(vm: &mut Vm, set: &Ref<Set>, key: &Value, hash: u64) -> R<Option<usize>> {
    match set.probe(key, hash, 0) {
        SetProbe::Found(at) => Ok(Some(at)),
        SetProbe::Absent => Ok(None),
        SetProbe::Candidate { .. } => locate_slow(vm, set, key, hash),
    }
}

#[inline(never)]
fn locate_slow(vm: &mut Vm, set: &Ref<Set>, key: &Value, hash: u64) -> R<Option<usize>> {
    'again: loop {
        let version = set.version();
        let mut from = 0;
        loop {
            match set.probe(key, hash, from) {
                SetProbe::Found(at) => return Ok(Some(at)),
                SetProbe::Absent => return Ok(None),
                SetProbe::Candidate {
                    at,
                    key: other,
                    step,
                } => {
                    let equal = vm.eq(&other, key)?;
                    if set.version() != version {
                        continue 'again;
                    }
                    if equal {
                        return Ok(Some(at));
                    }
                    from = step + 1;
                }
            }
        }
    }
}

pub(super) fn add_entry(vm: &mut Vm, set: &Ref<Set>, hash: u64, key: Value) -> R<()> {
    if set.add_quick(hash, &key).is_some() {
        return Ok(());
    }
    if locate(vm, set, &key, hash)?.is_none() {
        set.insert_new(hash, key);
    }
    Ok(())
}

pub(super) fn discard_entry(vm: &mut Vm, set: &Ref<Set>, hash: u64, key: &Value) -> R<bool> {
    let found = locate(vm, set, key, hash)?;
    if let Some(at) = found {
        drop(set.remove_at(at));
    }
    Ok(found.is_some())
}

/// Adds an element.
///
/// # Errors
/// TypeError for what cannot be hashed; what `__hash__` and `__eq__` raise.
pub(crate) fn add_value(vm: &mut Vm, set: &Ref<Set>, value: Value) -> R<()> {
    if let Some(hash) = quick_hash(&value)
        && set.add_quick(hash, &value).is_some()
    {
        return Ok(());
    }
    let hash = vm.hash(&value)?;
    add_entry(vm, set, hash, value)
}

/// The hash of a value that is only looked for: a set stands for the frozenset of its elements.
fn hash_to_find(vm: &mut Vm, value: &Value) -> R<u64> {
    match vm.hash(value) {
        Ok(hash) => Ok(hash),
        Err(raised) => {
            let type_error = vm.types.type_error.clone();
            match vm.cast::<Set>(value) {
                Some(set) if !set.frozen && vm.raised_is(&type_error) => {
                    drop(vm.take_raised());
                    Ok(frozen_hash(&set))
                }
                _ => Err(raised),
            }
        }
    }
}

/// Whether the value is in the set.
///
/// # Errors
/// As `add_value`.
pub(crate) fn has_value(vm: &mut Vm, set: &Ref<Set>, value: &Value) -> R<bool> {
    if let Some(found) = quick_hash(value).and_then(|hash| set.has_quick(value, hash)) {
        return Ok(found);
    }
    let hash = hash_to_find(vm, value)?;
    Ok(locate(vm, set, value, hash)?.is_some())
}

/// The same of a value that must be hashable: no set stands for a frozen one.
pub(crate) fn has_key(vm: &mut Vm, set: &Ref<Set>, value: &Value) -> R<bool> {
    if let Some(found) = quick_hash(value).and_then(|hash| set.has_quick(value, hash)) {
        return Ok(found);
    }
    let hash = vm.hash(value)?;
    Ok(locate(vm, set, value, hash)?.is_some())
}

/// Removes the value; false if it is not there.
///
/// # Errors
/// As `add_value`.
pub(crate) fn remove_value(vm: &mut Vm, set: &Ref<Set>, value: &Value) -> R<bool> {
    let hash = hash_to_find(vm, value)?;
    discard_entry(vm, set, hash, value)
}

/// The hash of the elements in any order, as CPython computes it.
pub(crate) fn frozen_hash(set: &Ref<Set>) -> u64 {
    let cached = set.hash.get();
    if set.frozen && cached != 0 {
        return cached;
    }
    let mix = |hash: u64| (hash ^ 89_869_747 ^ (hash << 16)).wrapping_mul(3_644_798_167);
    let mut hash = set
        .to_vec()
        .iter()
        .fold(0, |all, (hash, _)| all ^ mix(*hash));
    hash ^= (set.len() as u64 + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
    if hash == u64::MAX {
        hash = 590_923_713;
    }
    if set.frozen {
        set.hash.set(hash);
    }
    hash
}

/// A copy, frozen if the set is.
pub(crate) fn copy_base(set: &Ref<Set>) -> Ref<Set> {
    set.copy(set.frozen)
}

/// A set of the elements of any iterable.
///
/// # Errors
/// TypeError for what is not iterable or an element that cannot be hashed; what script code raises.
pub(crate) fn new_set_from(vm: &mut Vm, iterable: &Value, frozen: bool) -> R<Ref<Set>> {
    let set = vm.heap.new_set(frozen);
    update_set(vm, &set, iterable)?;
    Ok(set)
}

/// Adds all elements of any iterable.
///
/// # Errors
/// As `new_set_from`.
pub(crate) fn update_set(vm: &mut Vm, set: &Ref<Set>, other: &Value) -> R<()> {
    if let Some(other) = vm.cast::<Set>(other) {
        if other.is(set) || other.len() == 0 || set.merge_clean(&other) {
            return Ok(());
        }
        if set.merge_quick(&other).is_some() {
            return Ok(());
        }
        let mut at = 0;
        while let Some((here, hash, key)) = other.next_entry(at) {
            add_entry(vm, set, hash, key)?;
            at = here + 1;
        }
        return Ok(());
    }
    if let Some(dict) = other.to_ref::<Dict>() {
        set.make_room(dict.len());
        return add_keys(vm, set, &dict);
    }
    if let Some(dict) = keys_viewed(other) {
        return add_keys(vm, set, &dict);
    }
    if let Some(tuple) = other.as_ref::<Tuple>() {
        return add_items(vm, set, tuple.items());
    }
    if matches!(other.tag(), Tag::Range | Tag::Str) {
        let items = all_of(vm, other)?;
        return add_items(vm, set, &items);
    }
    if let Some(list) = other.to_ref::<List>() {
        let mut at = 0;
        loop {
            vm.check_size(set.growth(AT_ONCE))?;
            // A part at a time: what interrupts may change the list.
            let part = list.items.with(|items| {
                let rest = items.get(at..).unwrap_or_default();
                let part = &rest[..rest.len().min(AT_ONCE)];
                (part.len(), set.add_all_quick(part, quick_hash))
            });
            at += part.1;
            if part.1 < part.0 {
                match list.get(at) {
                    Some(item) => add_value(vm, set, item)?,
                    None => return Ok(()),
                }
                at += 1;
            } else if part.0 < AT_ONCE {
                return Ok(());
            }
            vm.tick()?;
        }
    }
    let iterator = vm.iter(other)?;
    let source = vm.source(iterator);
    let mut sink = Sink::Set(set.clone());
    while let Some(item) = vm.drain(&source, &mut sink)? {
        add_value(vm, set, item)?;
        vm.tick()?;
    }
    Ok(())
}

/// The items of a range or a text. A set takes one after the other: it knows no number of them that is too large, only
/// that there is no room left.
fn all_of(vm: &mut Vm, items: &Value) -> R<Vec<Value>> {
    match vm.to_vec(items) {
        Err(_) if vm.raised_is(&vm.types.overflow_error.clone()) => {
            vm.take_raised();
            Err(vm.memory_error())
        }
        result => result,
    }
}

/// Adds the keys of a dict, whose hashes are known.
fn add_keys(vm: &mut Vm, set: &Ref<Set>, dict: &Ref<Dict>) -> R<()> {
    let (len, mut at) = (dict.len(), set.add_keys_quick(dict));
    while let Some((hash, key)) = dict.next_key(&mut at) {
        add_entry(vm, set, hash, key)?;
        if dict.len() != len {
            return Err(vm.runtime_error("dictionary changed size during iteration"));
        }
    }
    Ok(())
}

/// So many elements are added between two looks at the clock and the limits.
const AT_ONCE: usize = 1024;

fn add_items(vm: &mut Vm, set: &Ref<Set>, items: &[Value]) -> R<()> {
    let mut at = 0;
    while let Some(rest) = items.get(at..).filter(|rest| !rest.is_empty()) {
        let part = &rest[..rest.len().min(AT_ONCE)];
        vm.check_size(set.growth(part.len()))?;
        at += set.add_all_quick(part, quick_hash);
        if let Some(item) = items.get(at) {
            add_value(vm, set, item.clone())?;
            at += 1;
        }
        vm.tick()?;
    }
    Ok(())
}

/// The elements of `set` that are in any other iterable too.
///
/// # Errors
/// As `new_set_from`.
pub(crate) fn intersection_of(vm: &mut Vm, set: &Ref<Set>, other: &Value) -> R<Ref<Set>> {
    let result = vm.heap.new_set(set.frozen);
    let Some(other) = vm.cast::<Set>(other) else {
        let iterator = vm.iter(other)?;
        while let Some(item) = vm.next(&iterator)? {
            vm.tick()?;
            let hash = vm.hash(&item)?;
            if locate(vm, set, &item, hash)?.is_some() {
                add_entry(vm, &result, hash, item)?;
                if result.len() >= set.len() {
                    break;
                }
            }
        }
        return Ok(result);
    };
    if other.is(set) {
        return Ok(copy_base(set));
    }
    let (walked, asked) = if other.len() > set.len() {
        (set, &other)
    } else {
        (&other, set)
    };
    if let Some(common) = walked.select_quick(asked, true, set.frozen) {
        return Ok(common);
    }
    let mut at = 0;
    while let Some((here, hash, key)) = walked.next_entry(at) {
        if locate(vm, asked, &key, hash)?.is_some() {
            add_entry(vm, &result, hash, key)?;
        }
        at = here + 1;
    }
    Ok(result)
}

/// Removes all elements of any other iterable.
///
/// # Errors
/// As `new_set_from`.
pub(crate) fn discard_all(vm: &mut Vm, set: &Ref<Set>, other: &Value) -> R<()> {
    match vm.cast::<Set>(other) {
        Some(other) if other.is(set) => set.clear(),
        Some(other) => {
            let other = if other.len() >> 3 > set.len() {
                intersection_of(vm, set, &Value::object(other))?
            } else {
                other
            };
            if set.discard_quick(&other).is_none() {
                let mut at = 0;
                while let Some((here, hash, key)) = other.next_entry(at) {
                    discard_entry(vm, set, hash, &key)?;
                    at = here + 1;
                }
            }
        }
        None => vm.for_each(other, &mut |vm: &mut Vm, item: Value| {
            let hash = vm.hash(&item)?;
            discard_entry(vm, set, hash, &item)?;
            Ok(())
        })?,
    }
    set.shrink();
    Ok(())
}

/// The elements of `set` that are not in any other iterable.
///
/// # Errors
/// As `new_set_from`.
pub(crate) fn difference_of(vm: &mut Vm, set: &Ref<Set>, other: &Value) -> R<Ref<Set>> {
    let (other_set, other_dict) = (vm.cast::<Set>(other), other.to_ref::<Dict>());
    let size = match (&other_set, &other_dict) {
        (Some(set), _) => set.len(),
        (_, Some(dict)) => dict.len(),
        _ => 0,
    };
    if (other_set.is_none() && other_dict.is_none()) || set.len() >> 2 > size {
        let result = copy_base(set);
        // A frozenset may be changed as long as nobody else has seen it.
        discard_all(vm, &result, other)?;
        return Ok(result);
    }
    if let Some(rest) = other_set
        .as_ref()
        .and_then(|other| set.select_quick(other, false, set.frozen))
    {
        return Ok(rest);
    }
    let result = vm.heap.new_set(set.frozen);
    let mut at = 0;
    while let Some((here, hash, key)) = set.next_entry(at) {
        let found = match (&other_set, &other_dict) {
            (Some(other), _) => locate(vm, other, &key, hash)?.is_some(),
            (_, Some(other)) => super::dict::locate(vm, other, &key, hash)?.is_some(),
            _ => false,
        };
        if !found {
            add_entry(vm, &result, hash, key)?;
        }
        at = here + 1;
    }
    Ok(result)
}

/// Removes the elements of `other` that are there, and adds those that are not.
///
/// # Errors
/// As `new_set_from`.
pub(crate) fn symmetric_update(vm: &mut Vm, set: &Ref<Set>, other: &Value) -> R<()> {
    let other = match vm.cast::<Set>(other) {
        Some(other) if other.is(set) => {
            set.clear();
            return Ok(());
        }
        Some(other) => other,
        None => match other.to_ref::<Dict>() {
            Some(dict) => {
                let mut at = 0;
                while let Some((here, key, _)) = dict.next_entry(at) {
                    let hash = vm.hash(&key)?;
                    toggle(vm, set, hash, key)?;
                    at = here + 1;
                }
                return Ok(());
            }
            None => new_set_from(vm, other, set.frozen)?,
        },
    };
    let Err(mut at) = set.toggle_quick(&other) else {
        return Ok(());
    };
    while let Some((here, hash, key)) = other.next_entry(at) {
        toggle(vm, set, hash, key)?;
        at = here + 1;
    }
    Ok(())
}

fn toggle(vm: &mut Vm, set: &Ref<Set>, hash: u64, key: Value) -> R<()> {
    if !discard_entry(vm, set, hash, &key)? {
        add_entry(vm, set, hash, key)?;
    }
    Ok(())
}

/// Whether an element of the first is in the second.
///
/// # Errors
/// What `__eq__` raises.
pub(crate) fn any_in(vm: &mut Vm, walked: &Ref<Set>, asked: &Ref<Set>) -> R<bool> {
    if let Some(common) = walked.meets_quick(asked) {
        return Ok(common);
    }
    let mut at = 0;
    while let Some((here, hash, key)) = walked.next_entry(at) {
        if locate(vm, asked, &key, hash)?.is_some() {
            return Ok(true);
        }
        at = here + 1;
    }
    Ok(false)
}

/// Whether every element of the first is in the second.
///
/// # Errors
/// What `__eq__` raises.
pub(crate) fn is_subset(vm: &mut Vm, inner: &Ref<Set>, outer: &Ref<Set>) -> R<bool> {
    if inner.len() > outer.len() {
        return Ok(false);
    }
    if let Some(within) = inner.is_within_quick(outer) {
        return Ok(within);
    }
    let mut at = 0;
    while let Some((here, hash, key)) = inner.next_entry(at) {
        if locate(vm, outer, &key, hash)?.is_none() {
            return Ok(false);
        }
        at = here + 1;
    }
    Ok(true)
}
