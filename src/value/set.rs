//! `set` and `frozenset`: keys in a table that hands out candidates.
//!
//! The order in which a set is walked shows in what programs print, so the table follows the scheme that CPython
//! documents in its sources: open addressing with short linear runs, then a perturbed jump; a table is
//! rebuilt when three fifths are used.

use std::cell::Cell;

use super::Value;
use super::hash::native_eq;
use super::kinds::{Traced, heap_type};
use crate::heap::{Header, Heap, Ref, Shared};

const MIN_SIZE: usize = 8;
const LINEAR_RUN: usize = 9;
const PERTURB_SHIFT: u32 = 5;

/// A set object.
pub(crate) struct Set {
    table: Shared<SetTable>,
    version: Cell<u32>,
    pub(crate) frozen: bool,
    /// The hash of a frozenset; 0 if not yet computed.
    pub(crate) hash: Cell<u64>,
}

heap_type!(Set, Set, true);

#[derive(Clone)]
struct Place {
    hash: u64,
    /// Undef with hash 0: never used; Undef with hash 1: deleted.
    key: Value,
}

#[derive(Clone, Default)]
struct SetTable {
    places: Vec<Place>,
    fill: usize,
    used: usize,
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

fn run(base: usize, mask: usize) -> usize {
    if base + LINEAR_RUN <= mask {
        LINEAR_RUN
    } else {
        0
    }
}

impl SetTable {
    fn probe(&self, key: &Value, hash: u64, from: usize) -> SetProbe {
        if self.places.is_empty() {
            return SetProbe::Absent;
        }
        let mut walk = Walk::new(hash, self.places.len() - 1);
        let mut step = 0;
        loop {
            let place = &self.places[walk.at];
            if place.key.is_undef() {
                if place.hash == 0 {
                    return SetProbe::Absent;
                }
            } else if step >= from && place.hash == hash {
                if place.key.is_same(key) {
                    return SetProbe::Found(walk.at);
                }
                match native_eq(&place.key, key) {
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

    fn insert_clean(&mut self, hash: u64, key: Value) {
        let mut walk = Walk::new(hash, self.places.len() - 1);
        while !(self.places[walk.at].key.is_undef() && self.places[walk.at].hash == 0) {
            walk.advance();
        }
        self.places[walk.at] = Place { hash, key };
    }

    fn resize(&mut self, wanted: usize) {
        let mut size = MIN_SIZE;
        while size <= wanted {
            size *= 2;
        }
        let old = std::mem::replace(
            &mut self.places,
            vec![
                Place {
                    hash: 0,
                    key: Value::UNDEF
                };
                size
            ],
        );
        for place in old {
            if !place.key.is_undef() {
                self.insert_clean(place.hash, place.key);
            }
        }
        self.fill = self.used;
    }

    fn insert(&mut self, hash: u64, key: Value) {
        if self.places.is_empty() {
            self.places = vec![
                Place {
                    hash: 0,
                    key: Value::UNDEF
                };
                MIN_SIZE
            ];
        }
        self.insert_clean(hash, key);
        self.fill += 1;
        self.used += 1;
        if self.fill * 5 >= (self.places.len() - 1) * 3 {
            self.resize(if self.used > 50_000 {
                self.used * 2
            } else {
                self.used * 4
            });
        }
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
}

impl Set {
    /// How many elements.
    pub(crate) fn len(&self) -> usize {
        self.table.with(|table| table.used)
    }

    /// Changes when an element comes or goes.
    pub(crate) fn version(&self) -> u32 {
        self.version.get()
    }

    fn touch(&self) {
        self.version.set(self.version.get().wrapping_add(1));
    }

    /// Looks for `key`, skipping the first `from` steps (0, or one past a candidate's).
    pub(crate) fn probe(&self, key: &Value, hash: u64, from: usize) -> SetProbe {
        self.table.with(|table| table.probe(key, hash, from))
    }

    /// The first element at or after place `at`: its place, hash and key.
    pub(crate) fn next_entry(&self, at: usize) -> Option<(usize, u64, Value)> {
        self.table.with(|table| {
            let found = table
                .places
                .iter()
                .enumerate()
                .skip(at)
                .find(|(_, place)| !place.key.is_undef());
            found.map(|(at, place)| (at, place.hash, place.key.clone()))
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
        self.table.with_mut(|table| {
            table.used -= 1;
            std::mem::replace(
                &mut table.places[at],
                Place {
                    hash: 1,
                    key: Value::UNDEF,
                },
            )
            .key
        })
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
    pub(crate) fn insert_new(&self, hash: u64, key: Value) {
        self.touch();
        let delta = self.table.with_mut(|table| {
            let before = table.bytes();
            table.insert(hash, key);
            table.bytes() as isize - before as isize
        });
        if delta != 0 {
            self.heap().account(delta);
        }
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

    fn edit<R>(&self, change: impl FnOnce(&mut SetTable) -> R) -> R {
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
        let source = other.table.with(SetTable::clone);
        if source.used == 0 {
            return true;
        }
        self.edit(|table| {
            let size = table.places.len().max(MIN_SIZE);
            if source.places.len() == size && source.fill == source.used {
                *table = SetTable { finger: 0, ..source };
                return;
            }
            if table.places.is_empty() {
                table.resize(0);
            }
            (table.fill, table.used) = (source.used, source.used);
            for place in source.places {
                if !place.key.is_undef() {
                    table.insert_clean(place.hash, place.key);
                }
            }
        });
        true
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
        self.alloc(Set {
            table: Shared::new(SetTable::default()),
            version: Cell::new(0),
            frozen,
            hash: Cell::new(0),
        })
    }
}
