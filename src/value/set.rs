//! `set` and `frozenset`: keys in a table that hands out candidates.
//!
//! The order in which a set is walked shows in what programs print, so the table follows the scheme that CPython
//! documents in its sources: open addressing with short linear runs, then a perturbed jump; a table is
//! rebuilt when three fifths are used.

use std::cell::Cell;

use super::Value;
use super::hash::same_key;
use super::kinds::{Traced, heap_type};
use crate::heap::{Header, Heap, Ref, Shared};

const MIN_SIZE: usize = 8;
const LINEAR_RUN: usize = 9;
const PERTURB_SHIFT: u32 = 5;

/// A set object.
pub(crate) struct Set {
    pub(super) table: Shared<SetTable>,
    version: Cell<u32>,
    pub(crate) frozen: bool,
    /// The hash of a frozenset; 0 if not yet computed.
    pub(crate) hash: Cell<u64>,
}

heap_type!(Set, Set, true);

#[derive(Clone)]
pub(super) struct Place {
    pub(super) hash: u64,
    /// Undef with hash 0: never used; Undef with hash 1: deleted.
    pub(super) key: Value,
}

impl Place {
    /// Whether a place with the hash of `key` holds an equal key. None if only script code can tell.
    #[inline]
    fn holds(&self, key: &Value) -> Option<bool> {
        if self.key.is_undef() {
            Some(false)
        } else {
            same_key(&self.key, key)
        }
    }
}

#[derive(Clone, Default)]
pub(super) struct SetTable {
    pub(super) places: Vec<Place>,
    pub(super) fill: usize,
    pub(super) used: usize,
    finger: usize,
}

/// Where a search in a set stands.
pub(crate) enum SetProbe {
    Found(usize),
    Absent,
    /// Only script code can tell; pass `step + 1` to go on.
    Candidate {
        at: usize,
        key: Value,
        step: usize,
    },
}

/// The sequence of places that a hash visits.
struct Walk {
    mask: usize,
    at: usize,
    left: usize,
    perturb: u64,
    base: usize,
}

impl Walk {
    #[inline(always)]
    fn new(hash: u64, mask: usize) -> Walk {
        let base = hash as usize & mask;
        Walk {
            mask,
            at: base,
            left: run(base, mask),
            perturb: hash,
            base,
        }
    }

    #[inline(always)]
    fn advance(&mut self) {
        if self.left > 0 {
            self.left -= 1;
            self.at += 1;
        } else {
            self.perturb >>= PERTURB_SHIFT;
            self.base = self
                .base
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(self.perturb as usize)
                & self.mask;
            self.at = self.base;
            self.left = run(self.base, self.mask);
        }
    }
}

/// So many places that were never used.
fn unused(size: usize) -> Vec<Place> {
    let place = |_| Place {
        hash: 0,
        key: Value::UNDEF,
    };
    (0..size).map(place).collect()
}

#[inline(always)]
fn run(base: usize, mask: usize) -> usize {
    if base + LINEAR_RUN <= mask {
        LINEAR_RUN
    } else {
        0
    }
}

impl SetTable {
    /// Adds a key in one walk: by how many places the table grew, inside None if the key was there. None if only
    /// script code can tell.
    #[inline(always)]
    pub(super) fn add_quick(&mut self, hash: u64, key: &Value) -> Option<Option<isize>> {
        // Most keys are, or come, where their walk begins.
        let at = hash as usize & self.places.len().wrapping_sub(1);
        if let Some(first) = self.places.get_mut(at) {
            if first.hash == hash {
                if first.key.is_same(key) || first.holds(key)? {
                    return Some(None);
                }
            } else if first.hash == 0 && first.key.is_undef() {
                first.hash = hash;
                first.key = key.clone();
                return Some(Some(self.added()));
            }
        }
        self.add_far(hash, key)
    }

    /// Counts a new element, and makes the table larger when it is time: by how many places.
    #[inline(always)]
    fn added(&mut self) -> isize {
        self.fill += 1;
        self.used += 1;
        if self.fill * 5 < (self.places.len() - 1) * 3 {
            return 0;
        }
        let before = self.places.capacity() as isize;
        self.resize(if self.used > 50_000 {
            self.used * 2
        } else {
            self.used * 4
        });
        self.places.capacity() as isize - before
    }

    /// Counts a new element, which may stand where another one stood: by how many places the table grew.
    fn taken(&mut self, vacated: Option<usize>) -> isize {
        if vacated.is_none() {
            return self.added();
        }
        self.used += 1;
        0
    }

    #[inline(never)]
    fn add_far(&mut self, hash: u64, key: &Value) -> Option<Option<isize>> {
        let mut grown = 0;
        if self.places.is_empty() {
            self.resize(0);
            grown = self.places.capacity() as isize;
        }
        let mut walk = Walk::new(hash, self.places.len() - 1);
        let mut vacated = None;
        loop {
            let place = &mut self.places[walk.at];
            if place.key.is_undef() {
                if place.hash == 0 {
                    let at = vacated.unwrap_or(walk.at);
                    self.places[at] = Place {
                        hash,
                        key: key.clone(),
                    };
                    return Some(Some(grown + self.taken(vacated)));
                }
                vacated = Some(walk.at);
            } else if place.hash == hash && same_key(&place.key, key)? {
                return Some(None);
            }
            walk.advance();
        }
    }

    /// The place of a key, inside None if it is not there. None if only script code can tell.
    #[inline(always)]
    pub(super) fn find(&self, key: &Value, hash: u64) -> Option<Option<usize>> {
        // Most searches end where the walk begins.
        let at = hash as usize & self.places.len().wrapping_sub(1);
        let Some(first) = self.places.get(at) else {
            return Some(None);
        };
        if first.hash == hash {
            if first.key.is_same(key) || first.holds(key)? {
                return Some(Some(at));
            }
        } else if first.hash == 0 && first.key.is_undef() {
            return Some(None);
        }
        self.find_far(key, hash)
    }

    #[inline(never)]
    fn find_far(&self, key: &Value, hash: u64) -> Option<Option<usize>> {
        let mut walk = Walk::new(hash, self.places.len() - 1);
        loop {
            let place = &self.places[walk.at];
            if place.key.is_undef() {
                if place.hash == 0 {
                    return Some(None);
                }
            } else if place.hash == hash && same_key(&place.key, key)? {
                return Some(Some(walk.at));
            }
            walk.advance();
        }
    }

    /// Empties a place, and gives the key that was there.
    #[inline]
    pub(super) fn vacate(&mut self, at: usize) -> Value {
        self.used -= 1;
        let gone = Place {
            hash: 1,
            key: Value::UNDEF,
        };
        std::mem::replace(&mut self.places[at], gone).key
    }

    #[inline]
    fn probe(&self, key: &Value, hash: u64, from: usize) -> SetProbe {
        if self.places.is_empty() {
            return SetProbe::Absent;
        }
        let mask = self.places.len() - 1;
        if from == 0 {
            // Most searches end where the walk begins.
            let at = hash as usize & mask;
            let first = &self.places[at];
            if first.key.is_undef() {
                if first.hash == 0 {
                    return SetProbe::Absent;
                }
            } else if first.hash == hash && first.key.is_same(key) {
                return SetProbe::Found(at);
            }
        }
        let mut walk = Walk::new(hash, mask);
        let mut step = 0;
        loop {
            let place = &self.places[walk.at];
            if place.key.is_undef() {
                if place.hash == 0 {
                    return SetProbe::Absent;
                }
            } else if step >= from && place.hash == hash {
                match same_key(&place.key, key) {
                    Some(true) => return SetProbe::Found(walk.at),
                    Some(false) => {}
                    None => {
                        return SetProbe::Candidate {
                            at: walk.at,
                            key: place.key.clone(),
                            step,
                        };
                    }
                }
            }
            walk.advance();
            step += 1;
        }
    }

    /// The place that was never used where a key goes that is not in the table, which has no vacated ones.
    #[inline(always)]
    fn unused_place(&mut self, hash: u64) -> &mut Place {
        let mut walk = Walk::new(hash, self.places.len() - 1);
        while !(self.places[walk.at].key.is_undef() && self.places[walk.at].hash == 0) {
            walk.advance();
        }
        &mut self.places[walk.at]
    }

    fn resize(&mut self, wanted: usize) {
        let mut size = MIN_SIZE;
        while size <= wanted {
            size *= 2;
        }
        let mut old = std::mem::replace(&mut self.places, unused(size));
        for place in &mut old {
            if !place.key.is_undef() {
                // Not moved through an Option: that takes the key apart by bytes, and waits for them.
                std::mem::swap(self.unused_place(place.hash), place);
            }
        }
        self.fill = self.used;
    }

    fn insert(&mut self, hash: u64, key: Value) {
        if self.places.is_empty() {
            self.places = unused(MIN_SIZE);
        }
        // The last vacated place on the way is taken again, as in CPython since 3.10.
        let mut walk = Walk::new(hash, self.places.len() - 1);
        let mut vacated = None;
        while !(self.places[walk.at].key.is_undef() && self.places[walk.at].hash == 0) {
            if self.places[walk.at].key.is_undef() {
                vacated = Some(walk.at);
            }
            walk.advance();
        }
        self.places[vacated.unwrap_or(walk.at)] = Place { hash, key };
        self.taken(vacated);
    }

    /// Forgets all keys; the places stay.
    fn clear(&mut self) {
        for place in &mut self.places {
            place.hash = 0;
            place.key = Value::UNDEF;
        }
        (self.fill, self.used, self.finger) = (0, 0, 0);
    }

    fn bytes(&self) -> usize {
        self.places.capacity() * size_of::<Place>()
    }
}

impl Traced for Set {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        self.table
            .with(|table| table.places.iter().for_each(|place| place.key.visit(visit)));
    }

    fn unlink(&self) {
        drop(self.table.replace(SetTable::default()));
    }

    fn buffer_bytes(&self) -> usize {
        self.table.with(SetTable::bytes)
    }

    fn keep(&self) -> bool {
        if self.frozen || self.table.with(|table| table.places.len()) != MIN_SIZE {
            return false;
        }
        self.table.with_mut(SetTable::clear);
        self.touch();
        true
    }
}

impl Set {
    /// The bytes of the table that this one may grow to if it gets so many elements more; 0 if it has room.
    pub(crate) fn growth(&self, more: usize) -> usize {
        self.table.with(|table| {
            let places = table.places.len();
            if (table.fill + more) * 5 < places * 3 {
                return 0;
            }
            places * 2 * size_of::<Place>()
        })
    }

    /// How many elements.
    pub(crate) fn len(&self) -> usize {
        self.table.with(|table| table.used)
    }

    /// Changes when an element comes or goes.
    pub(crate) fn version(&self) -> u32 {
        self.version.get()
    }

    pub(super) fn touch(&self) {
        self.version.set(self.version.get().wrapping_add(1));
    }

    /// Whether `key` is there; None if only script code can tell.
    #[inline]
    pub(crate) fn has_quick(&self, key: &Value, hash: u64) -> Option<bool> {
        self.table
            .with(|table| table.find(key, hash).map(|place| place.is_some()))
    }

    /// Looks for `key`, skipping the first `from` steps (0, or one past a candidate's).
    #[inline]
    pub(crate) fn probe(&self, key: &Value, hash: u64, from: usize) -> SetProbe {
        self.table.with(|table| table.probe(key, hash, from))
    }

    /// The first element at or after place `at`: its place, hash and key.
    #[inline]
    pub(crate) fn next_entry(&self, at: usize) -> Option<(usize, u64, Value)> {
        self.table.with(|table| {
            let mut at = at;
            while let Some(place) = table.places.get(at) {
                if !place.key.is_undef() {
                    return Some((at, place.hash, place.key.clone()));
                }
                at += 1;
            }
            None
        })
    }

    /// The first element at or after place `at`, which moves past it.
    #[inline]
    pub(crate) fn next_of(&self, at: &mut usize) -> Option<Value> {
        self.table.with(|table| {
            while let Some(place) = table.places.get(*at) {
                *at += 1;
                if !place.key.is_undef() {
                    return Some(place.key.clone());
                }
            }
            None
        })
    }

    /// The elements from place `at` on.
    pub(crate) fn collect(&self, at: usize) -> Vec<Value> {
        self.table.with(|table| {
            let mut all = Vec::with_capacity(table.used);
            let places = table.places.get(at..).unwrap_or_default();
            let live = places.iter().filter(|place| !place.key.is_undef());
            all.extend(live.map(|place| place.key.clone()));
            all
        })
    }

    /// All elements with their hashes, in order.
    pub(crate) fn to_vec(&self) -> Vec<(u64, Value)> {
        self.table.with(|table| {
            let live = table.places.iter().filter(|place| !place.key.is_undef());
            live.map(|place| (place.hash, place.key.clone())).collect()
        })
    }

    /// Removes the element at place `at`.
    pub(crate) fn remove_at(&self, at: usize) -> Value {
        self.touch();
        self.table.with_mut(|table| table.vacate(at))
    }

    /// Removes an arbitrary element, as `set.pop` chooses it.
    pub(crate) fn pop(&self) -> Option<Value> {
        let at = self.table.with(|table| {
            if table.used == 0 {
                return None;
            }
            let mask = table.places.len() - 1;
            let mut at = table.finger & mask;
            while table.places[at].key.is_undef() {
                at = (at + 1) & mask;
            }
            Some(at)
        })?;
        self.table.with_mut(|table| table.finger = at + 1);
        Some(self.remove_at(at))
    }
}

impl Ref<Set> {
    /// Adds a key that `probe` did not find.
    #[inline]
    pub(crate) fn insert_new(&self, hash: u64, key: Value) {
        self.touch();
        let delta = self.table.with_mut(|table| {
            let before = table.places.capacity();
            table.insert(hash, key);
            (table.places.capacity() as isize - before as isize) * size_of::<Place>() as isize
        });
        if delta != 0 {
            self.heap().account(delta);
        }
    }

    /// Adds a key if it is not there: whether it was added, or None if only script code can tell.
    #[inline]
    pub(crate) fn add_quick(&self, hash: u64, key: &Value) -> Option<bool> {
        let Some(grown) = self.table.with_mut(|table| table.add_quick(hash, key))? else {
            return Some(false);
        };
        self.touch();
        if grown != 0 {
            self.heap().account(grown * size_of::<Place>() as isize);
        }
        Some(true)
    }

    /// Drops all elements.
    pub(crate) fn clear(&self) {
        self.touch();
        let old = self.table.replace(SetTable::default());
        self.heap().account(-(old.bytes() as isize));
        drop(old);
    }

    /// A set with the same elements, in a table of the size CPython would give it.
    pub(crate) fn copy(&self, frozen: bool) -> Ref<Set> {
        let copy = self.heap().new_set(frozen);
        copy.merge_clean(self);
        copy
    }

    pub(super) fn edit<R>(&self, change: impl FnOnce(&mut SetTable) -> R) -> R {
        self.touch();
        let (result, delta) = self.table.with_mut(|table| {
            let before = table.bytes();
            let result = change(table);
            (result, table.bytes() as isize - before as isize)
        });
        if delta != 0 {
            self.heap().account(delta);
        }
        result
    }

    /// Makes room for `more` elements that are about to be added.
    pub(crate) fn make_room(&self, more: usize) {
        self.edit(|table| {
            let mask = table.places.len().max(MIN_SIZE) - 1;
            if (table.fill + more) * 5 >= mask * 3 {
                table.resize((table.used + more) * 2);
            }
        });
    }

    /// Makes room for the elements of another set, and if this one is empty takes them over.
    ///
    /// False if it is not: then the elements must be looked for and added one by one.
    pub(crate) fn merge_clean(&self, other: &Ref<Set>) -> bool {
        self.make_room(other.len());
        if self.table.with(|table| table.fill > 0) {
            return false;
        }
        // An empty set is not `other` unless that is empty too.
        if other.len() == 0 {
            return true;
        }
        self.edit(|table| {
            other.table.with(|source| {
                let size = table.places.len().max(MIN_SIZE);
                if source.places.len() == size && source.fill == source.used {
                    *table = SetTable {
                        finger: 0,
                        ..source.clone()
                    };
                    return;
                }
                if table.places.is_empty() {
                    table.resize(0);
                }
                (table.fill, table.used) = (source.used, source.used);
                for place in &source.places {
                    if !place.key.is_undef() {
                        *table.unused_place(place.hash) = place.clone();
                    }
                }
            });
        });
        true
    }

    /// What CPython makes of a display of constants that were added in this set's order: it keeps them as a frozenset,
    /// builds that again when it merges constants, and updates an empty set with it.
    pub(crate) fn as_folded_literal(&self) -> Ref<Set> {
        let set = self.heap().new_set(false);
        set.merge_clean(&self.as_merged_constant());
        set
    }

    /// A constant frozenset, which CPython builds again when it merges constants.
    pub(crate) fn as_merged_constant(&self) -> Ref<Set> {
        let constant = self.heap().new_set(true);
        for (hash, key) in self.to_vec() {
            constant.insert_new(hash, key);
        }
        constant
    }

    /// Exchanges the elements of two sets.
    pub(crate) fn swap(&self, other: &Ref<Set>) {
        let mine = self.edit(std::mem::take);
        let theirs = other.edit(|table| std::mem::replace(table, mine));
        self.edit(|table| *table = theirs);
    }

    /// Rebuilds the table if more than a quarter of it are deleted places.
    pub(crate) fn shrink(&self) {
        let (holes, size, used) = self
            .table
            .with(|table| (table.fill - table.used, table.places.len(), table.used));
        if holes > size.saturating_sub(1) / 4 {
            self.edit(|table| table.resize(if used > 50_000 { used * 2 } else { used * 4 }));
        }
    }
}

impl Heap {
    /// An empty set.
    pub(crate) fn new_set(&self, frozen: bool) -> Ref<Set> {
        if !frozen && let Some(set) = self.spare::<Set>() {
            return set;
        }
        self.alloc(Set {
            table: Shared::new(SetTable::default()),
            version: Cell::new(0),
            frozen,
            hash: Cell::new(0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::hash::hash_int;
    use super::*;
    use crate::value::TABLE;

    fn add(set: &Ref<Set>, items: &[i64]) {
        for &item in items {
            let (key, hash) = (Value::int(item), hash_int(item));
            if matches!(set.probe(&key, hash, 0), SetProbe::Absent) {
                set.insert_new(hash, key);
            }
        }
    }

    fn order(set: &Ref<Set>) -> Vec<i64> {
        set.to_vec().iter().map(|(_, key)| key.raw_int()).collect()
    }

    /// Copies, unions and copies after removals stand in the order CPython 3.11 gave them.
    #[test]
    fn order_is_cpythons() {
        let cases: [[&[i64]; 5]; 4] = [
            [
                &[318, 130, 379],
                &[183, 407, 353],
                &[130, 379, 318],
                &[353, 130, 407, 183, 379, 318],
                &[130],
            ],
            [
                &[482, 430, 378, 333, 472, 271],
                &[14, 430, 238, 397, 482, 127],
                &[482, 472, 378, 333, 430, 271],
                &[482, 397, 238, 14, 430, 333, 271, 472, 378, 127],
                &[333, 430, 271],
            ],
            [
                &[
                    332, 26, 461, 80, 57, 190, 240, 444, 126, 194, 278, 52, 293, 127, 6, 374, 110,
                    208, 143, 93,
                ],
                &[
                    469, 444, 392, 199, 81, 390, 408, 36, 71, 316, 316, 227, 64, 67, 0, 497, 446,
                    2, 107, 396,
                ],
                &[
                    194, 6, 332, 461, 143, 80, 208, 278, 26, 93, 293, 110, 240, 52, 374, 57, 126,
                    444, 190, 127,
                ],
                &[
                    0, 2, 390, 6, 392, 396, 143, 278, 408, 26, 36, 293, 52, 57, 444, 316, 446, 190,
                    64, 194, 67, 199, 71, 332, 461, 80, 81, 208, 469, 93, 227, 107, 110, 240, 497,
                    374, 126, 127,
                ],
                &[194, 80, 208, 52, 374, 26, 444, 93, 190, 127],
            ],
            [
                &[
                    110, 491, 84, 446, 85, 148, 160, 492, 101, 276, 448, 347, 320, 104, 93, 481,
                    495, 353, 100, 494, 494, 457, 196, 152, 11, 184, 212, 84, 479, 74, 135, 33,
                    169, 154, 418, 308, 300, 1, 305, 347, 362, 173, 33, 158, 181, 419, 156, 246,
                    356, 161, 94, 246, 241, 360, 90, 29, 131, 499, 480, 11, 486, 383, 183, 432,
                    206, 9, 281, 403, 214, 187,
                ],
                &[
                    192, 296, 430, 4, 231, 23, 362, 92, 319, 489, 488, 100, 60, 386, 125, 475, 419,
                    482, 236, 176, 262, 181, 457, 268, 128, 397, 236, 55, 301, 383, 399, 408, 188,
                    440, 151, 18, 221, 484, 46, 106, 174, 262, 312, 185, 470, 75, 174, 141, 473,
                    359, 279, 47, 159, 351, 162, 156, 90, 408, 40, 320, 76, 369, 352, 158, 247, 82,
                    368, 24, 41, 307,
                ],
                &[
                    1, 9, 11, 276, 281, 29, 33, 300, 305, 308, 320, 74, 84, 85, 90, 347, 93, 94,
                    353, 100, 101, 356, 104, 360, 362, 110, 383, 131, 135, 403, 148, 152, 154, 156,
                    158, 160, 161, 418, 419, 169, 173, 432, 181, 183, 184, 187, 446, 448, 196, 457,
                    206, 212, 214, 479, 480, 481, 486, 491, 492, 494, 495, 241, 499, 246,
                ],
                &[
                    1, 4, 262, 9, 11, 268, 18, 276, 23, 279, 24, 281, 29, 33, 296, 40, 41, 300,
                    301, 46, 47, 305, 307, 308, 55, 312, 60, 319, 320, 74, 75, 76, 82, 84, 85, 90,
                    347, 92, 93, 94, 351, 352, 353, 100, 101, 356, 359, 104, 360, 362, 106, 110,
                    368, 369, 125, 383, 128, 386, 131, 135, 397, 141, 399, 403, 148, 151, 408, 152,
                    154, 156, 158, 159, 160, 161, 162, 419, 418, 169, 173, 430, 174, 176, 432, 181,
                    183, 440, 185, 184, 187, 188, 446, 192, 448, 196, 457, 206, 212, 470, 214, 473,
                    475, 221, 479, 480, 481, 482, 484, 486, 231, 488, 489, 491, 236, 492, 494, 495,
                    241, 499, 246, 247,
                ],
                &[
                    1, 9, 457, 74, 403, 148, 276, 152, 154, 347, 29, 158, 161, 481, 419, 353, 104,
                    360, 491, 492, 173, 432, 499, 308, 246, 184, 187, 446, 383,
                ],
            ],
        ];
        let heap = Heap::new(&TABLE);
        for [xs, ys, copied, joined, thinned] in cases {
            let (a, d) = (heap.new_set(false), heap.new_set(false));
            add(&a, xs);
            assert_eq!(order(&a.copy(false)), copied);
            add(&d, ys);
            let e = d.copy(false);
            assert!(!e.merge_clean(&a));
            add(&e, &order(&a));
            assert_eq!(order(&e), joined);
            for &x in xs.iter().step_by(2) {
                if let SetProbe::Found(at) = a.probe(&Value::int(x), hash_int(x), 0) {
                    drop(a.remove_at(at));
                }
            }
            assert_eq!(order(&a.copy(false)), thinned);
        }
    }
}
