//! `dict`: an insertion-ordered table that hands out candidates and never calls `__eq__`.
//!
//! The same type serves as the globals of a module. There a value may stand in a `GlobalCell`, which code
//! links to directly; every access through this file looks through the cell. A cell that is not bound
//! (a name some code mentions and nobody has assigned) is an entry that all readers skip.

use std::cell::Cell;

use super::dict_table::{DELETED, EMPTY, Entry, FEW, Table, through};
pub(crate) use super::dict_table::{Probe, Quick};
use super::kinds::{Traced, heap_type};
use super::{GlobalCell, Str, Tag, Value};
use crate::heap::{Header, Heap, Ref, Shared};

/// A dict object.
pub(crate) struct Dict {
    pub(super) table: Shared<Table>,
    /// Bumped whenever an entry comes or goes.
    pub(super) version: Cell<u32>,
    /// Whether some entry may stand for a global variable.
    cells: Cell<bool>,
}

heap_type!(Dict, Dict, true);

pub(super) fn is_absent(value: &Value) -> bool {
    value
        .as_ref::<GlobalCell>()
        .is_some_and(|cell| !cell.is_bound())
}

impl Traced for Dict {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        self.table.with(|table| {
            for entry in &table.entries {
                entry.key.visit(visit);
                entry.value.visit(visit);
            }
        });
    }

    fn unlink(&self) {
        drop(self.table.replace(Table::default()));
    }

    fn buffer_bytes(&self) -> usize {
        self.table.with(Table::bytes)
    }

    #[inline(always)]
    fn keep(&self) -> bool {
        let room = self.table.with(|table| {
            if table.index.is_empty() {
                table.entries.capacity()
            } else {
                0
            }
        });
        if self.cells.get() || !(1..=FEW).contains(&room) {
            return false;
        }
        // Nobody can look at a dying dict; its entries go in the order in which they came.
        self.table.with_mut(Table::clear_few);
        self.touch();
        true
    }
}

impl Dict {
    /// How many entries.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.table.with(|table| table.live)
    }

    /// Changes when an entry comes or goes.
    pub(crate) fn version(&self) -> u32 {
        self.version.get()
    }

    pub(super) fn touch(&self) {
        self.version.set(self.version.get().wrapping_add(1));
    }

    /// Looks for `key`.
    #[inline]
    pub(crate) fn probe(&self, key: &Value, hash: u64) -> Probe {
        self.table.with(
            |table| match table.probe(key, hash, table.start_or_zero(hash)) {
                Probe::Found(at) if is_absent(&table.entries[at].value) => Probe::Absent,
                probe => probe,
            },
        )
    }

    /// The same, for keys whose hash and equality are native: Unknown if another key's is not.
    #[inline(always)]
    pub(crate) fn quick(&self, key: &Value, hash: u64) -> Quick {
        self.table.with(|table| match table.quick(key, hash) {
            Quick::At(at) if is_absent(&table.entries[at].value) => Quick::Absent,
            quick => quick,
        })
    }

    /// The value of a key, or None if there is none or only script code can tell.
    #[inline(always)]
    pub(crate) fn quick_value(&self, key: &Value, hash: u64) -> Option<Value> {
        self.table.with(|table| match table.glance(key, hash) {
            Quick::At(at) => through(&table.entries[at].value),
            Quick::Absent => None,
            Quick::Unknown => self.searched_value(key, hash),
        })
    }

    #[inline(never)]
    fn searched_value(&self, key: &Value, hash: u64) -> Option<Value> {
        self.table.with(|table| match table.search(key, hash) {
            Quick::At(at) => through(&table.entries[at].value),
            _ => None,
        })
    }

    /// Adds one to the small int at a key. Unknown if something else stands there, or only script code can tell.
    #[inline]
    pub(crate) fn add_one(&self, key: &Value, hash: u64) -> Quick {
        self.table.with_mut(|table| match table.quick(key, hash) {
            Quick::At(at) => {
                let value = &mut table.entries[at].value;
                if is_absent(value) {
                    return Quick::Absent;
                }
                match value.raw_int().checked_add(1) {
                    Some(sum) if value.is_int() => {
                        *value = Value::int(sum);
                        Quick::At(at)
                    }
                    _ => Quick::Unknown,
                }
            }
            quick => quick,
        })
    }

    /// Goes on looking after a candidate that was not it. The dict must not have changed (`version`).
    pub(crate) fn probe_after(&self, key: &Value, hash: u64, cursor: usize) -> Probe {
        self.table.with(|table| table.probe(key, hash, cursor))
    }

    /// The value of a key that is a str, as names are.
    #[inline]
    pub(crate) fn get_str(&self, key: &Ref<Str>) -> Option<Value> {
        self.get_name(key.hash(), |other| {
            other.is(key) || other.as_str() == key.as_str()
        })
    }

    /// The value of a key that is a str of this text.
    pub(crate) fn get_text(&self, text: &str) -> Option<Value> {
        self.get_name(super::name_hash(text), |other| other.as_str() == text)
    }

    #[inline(always)]
    fn get_name(&self, hash: u64, is_it: impl Fn(&Ref<Str>) -> bool) -> Option<Value> {
        let same =
            |entry: &Entry| entry.hash == hash && entry.key.as_ref::<Str>().is_some_and(&is_it);
        self.table.with(|table| {
            if table.index.is_empty() {
                let found = table.entries.iter().find(|entry| same(entry))?;
                return through(&found.value);
            }
            let mask = table.index.len() - 1;
            let mut cursor = table.start(hash);
            loop {
                let at = table.index[cursor & mask];
                if at == EMPTY {
                    return None;
                }
                if at != DELETED && same(&table.entries[at as usize]) {
                    return through(&table.entries[at as usize].value);
                }
                cursor += 1;
            }
        })
    }

    /// The value in the entry at `at`.
    #[inline]
    pub(crate) fn value_at(&self, at: usize) -> Option<Value> {
        self.table.with(|table| {
            table
                .entries
                .get(at)
                .and_then(|entry| through(&entry.value))
        })
    }

    /// Key and value of the entry at `at`; None if it was deleted or is past the end.
    #[inline]
    pub(crate) fn entry(&self, at: usize) -> Option<(Value, Value)> {
        self.table.with(|table| {
            let entry = table.entries.get(at)?;
            if entry.key.is_undef() {
                return None;
            }
            Some((entry.key.clone(), through(&entry.value)?))
        })
    }

    /// The first live entry at or after `at`: its position, key and value.
    #[inline]
    pub(crate) fn next_entry(&self, mut at: usize) -> Option<(usize, Value, Value)> {
        self.table.with(|table| {
            while let Some(entry) = table.entries.get(at) {
                if !entry.key.is_undef()
                    && let Some(value) = through(&entry.value)
                {
                    return Some((at, entry.key.clone(), value));
                }
                at += 1;
            }
            None
        })
    }

    /// What `pick` takes of the first live entry at or after `at`, which moves past it.
    #[inline]
    pub(crate) fn next_of(
        &self,
        at: &mut usize,
        pick: impl FnOnce(&Value, &Value) -> Value,
    ) -> Option<Value> {
        self.table.with(|table| {
            while let Some(entry) = table.entries.get(*at) {
                *at += 1;
                if entry.key.is_undef() {
                    continue;
                }
                if !entry.value.is(Tag::Global) {
                    return Some(pick(&entry.key, &entry.value));
                }
                if let Some(value) = through(&entry.value) {
                    return Some(pick(&entry.key, &value));
                }
            }
            None
        })
    }

    /// Hash and key of the first live entry at or after `at`, which moves past it.
    #[inline]
    pub(crate) fn next_key(&self, at: &mut usize) -> Option<(u64, Value)> {
        self.table.with(|table| {
            while let Some(entry) = table.entries.get(*at) {
                *at += 1;
                if !entry.key.is_undef() && !is_absent(&entry.value) {
                    return Some((entry.hash, entry.key.clone()));
                }
            }
            None
        })
    }

    /// Gives hash and key of one live entry after the other to `take`, until that is false: the place of the refused one,
    /// or the end.
    pub(crate) fn walk_keys(&self, mut take: impl FnMut(u64, &Value) -> bool) -> usize {
        self.table.with(|table| {
            let refused = table.entries.iter().position(|entry| {
                !entry.key.is_undef() && !is_absent(&entry.value) && !take(entry.hash, &entry.key)
            });
            refused.unwrap_or(table.entries.len())
        })
    }

    /// The first live entry at or after `at`, which moves past it.
    #[inline]
    pub(crate) fn next_pair(&self, at: &mut usize) -> Option<(Value, Value)> {
        self.table.with(|table| {
            while let Some(entry) = table.entries.get(*at) {
                *at += 1;
                if entry.key.is_undef() {
                    continue;
                }
                if !entry.value.is(Tag::Global) {
                    return Some((entry.key.clone(), entry.value.clone()));
                }
                if let Some(value) = through(&entry.value) {
                    return Some((entry.key.clone(), value));
                }
            }
            None
        })
    }

    /// What `pick` takes of the live entries from `at` on.
    pub(crate) fn collect(&self, at: usize, pick: impl Fn(&Value, &Value) -> Value) -> Vec<Value> {
        self.table.with(|table| {
            let entries = table.entries.get(at..).unwrap_or_default();
            let mut all = Vec::with_capacity(entries.len());
            for entry in entries {
                if entry.key.is_undef() {
                    continue;
                }
                if !entry.value.is(Tag::Global) {
                    all.push(pick(&entry.key, &entry.value));
                } else if let Some(value) = through(&entry.value) {
                    all.push(pick(&entry.key, &value));
                }
            }
            all
        })
    }

    /// The last live entry before `end`.
    pub(crate) fn previous_entry(&self, end: usize) -> Option<(usize, Value, Value)> {
        self.table.with(|table| {
            for at in (0..end.min(table.entries.len())).rev() {
                let entry = &table.entries[at];
                if !entry.key.is_undef()
                    && let Some(value) = through(&entry.value)
                {
                    return Some((at, entry.key.clone(), value));
                }
            }
            None
        })
    }

    /// One past the last position an entry may have.
    pub(crate) fn end(&self) -> usize {
        self.table.with(|table| table.entries.len())
    }

    /// All keys and values.
    pub(crate) fn to_vec(&self) -> Vec<(Value, Value)> {
        self.table.with(|table| {
            let live = table.entries.iter().filter(|entry| !entry.key.is_undef());
            live.filter_map(|entry| Some((entry.key.clone(), through(&entry.value)?)))
                .collect()
        })
    }

    /// Puts `value` in the entry at `at`, and gives the old one back.
    #[inline]
    pub(crate) fn replace_at(&self, at: usize, value: Value) -> Value {
        self.table.with_mut(|table| {
            let place = &mut table.entries[at].value;
            match place.as_ref::<GlobalCell>() {
                Some(cell) => cell.replace(value),
                None => std::mem::replace(place, value),
            }
        })
    }

    /// Removes the entry at `at`.
    pub(crate) fn remove_at(&self, at: usize) -> (Value, Value) {
        self.touch();
        let (key, value) = self.table.with_mut(|table| {
            if let Some(cell) = table.entries[at].value.to_ref::<GlobalCell>() {
                table.live -= 1;
                return (table.entries[at].key.clone(), cell.unbind());
            }
            table.remove(at)
        });
        (key, value)
    }
}

impl Ref<Dict> {
    /// Drops all entries.
    pub(crate) fn clear(&self) {
        self.touch();
        if self.cells.get() {
            for at in 0..self.end() {
                if self.entry(at).is_some() {
                    drop(self.remove_at(at));
                }
            }
            return;
        }
        let before = self.table.with(Table::bytes);
        let old = self.table.replace(Table::default());
        self.heap().account(-(before as isize));
        drop(old);
    }

    /// The cell of a global name, made if there is none; a plain value moves into it.
    ///
    /// The caller gives the value of the name among the builtins, if there is one.
    pub(crate) fn cell_of(
        &self,
        name: &Ref<Str>,
        builtin: impl FnOnce() -> Option<Value>,
    ) -> Ref<GlobalCell> {
        let key = Value::object(name.clone());
        let hash = name.hash();
        let found =
            self.table.with(
                |table| match table.probe(&key, hash, table.start_or_zero(hash)) {
                    Probe::Found(at) => Some((at, table.entries[at].value.clone())),
                    _ => None,
                },
            );
        self.cells.set(true);
        if let Some((at, value)) = found {
            if let Ok(cell) = value.clone().into_ref::<GlobalCell>() {
                return cell;
            }
            let cell = self.heap().alloc(GlobalCell::bound(name.clone(), value));
            let place = Value::object(cell.clone());
            drop(
                self.table
                    .with_mut(|table| std::mem::replace(&mut table.entries[at].value, place)),
            );
            return cell;
        }
        let cell = self
            .heap()
            .alloc(GlobalCell::unbound(name.clone(), builtin()));
        self.insert_raw(hash, key, Value::object(cell.clone()));
        self.table.with_mut(|table| table.live -= 1);
        cell
    }

    /// A name was assigned for the first time through its cell: its entry counts from now on, as the newest.
    pub(crate) fn bind_cell(&self, cell: &Ref<GlobalCell>) {
        let key = Value::object(cell.name().clone());
        let hash = cell.name().hash();
        self.touch();
        self.table.with_mut(|table| {
            if let Probe::Found(at) = table.probe(&key, hash, table.start_or_zero(hash)) {
                table.live += 1;
                drop(table.remove(at));
            }
        });
        self.insert_raw(hash, key, Value::object(cell.clone()));
    }

    /// Makes room for `n` more entries.
    pub(crate) fn reserve(&self, n: usize) {
        let grown = self.table.with_mut(|table| {
            let before = table.bytes();
            table.entries.reserve_exact(n);
            table.make_room(n);
            table.bytes() as isize - before as isize
        });
        self.heap().account(grown);
    }

    fn insert_raw(&self, hash: u64, key: Value, value: Value) {
        self.touch();
        let delta = self.table.with_mut(|table| {
            let before = (table.index.len(), table.entries.capacity());
            table.insert(hash, key, value);
            if before == (table.index.len(), table.entries.capacity()) {
                return 0;
            }
            table.bytes() as isize - (before.0 * 4 + before.1 * size_of::<Entry>()) as isize
        });
        if delta != 0 {
            self.heap().account(delta);
        }
    }

    /// Adds an entry to a dict without an index, which has room for it, if no key in it has the same hash. Gives back
    /// what it did not take.
    #[inline]
    pub(crate) fn add_to_few(
        &self,
        hash: u64,
        key: Value,
        value: Value,
    ) -> Result<(), (Value, Value)> {
        self.table.with_mut(|table| {
            if !table.index.is_empty()
                || table.entries.len() == table.entries.capacity()
                || table.entries.iter().any(|entry| entry.hash == hash)
            {
                return Err((key, value));
            }
            table.entries.push(Entry { hash, key, value });
            table.live += 1;
            Ok(())
        })
    }

    /// Adds an entry for a key that `probe` did not find.
    #[inline]
    pub(crate) fn insert_new(&self, hash: u64, key: Value, value: Value) {
        if self.cells.get() {
            self.insert_name(hash, key, value);
        } else {
            self.insert_raw(hash, key, value);
        }
    }

    /// The same where the name may stand as an unbound cell.
    #[inline(never)]
    fn insert_name(&self, hash: u64, key: Value, value: Value) {
        let cell =
            self.table.with(
                |table| match table.probe(&key, hash, table.start_or_zero(hash)) {
                    Probe::Found(at) => table.entries[at].value.to_ref::<GlobalCell>(),
                    _ => None,
                },
            );
        if let Some(cell) = cell {
            drop(cell.replace(value));
            self.bind_cell(&cell);
            return;
        }
        self.insert_raw(hash, key, value);
    }

    /// Sets the value of a key that is a str.
    pub(crate) fn set_str(&self, key: &Ref<Str>, value: Value) {
        let hash = key.hash();
        let key = Value::object(key.clone());
        match self.probe(&key, hash) {
            Probe::Found(at) => drop(self.replace_at(at, value)),
            _ => self.insert_new(hash, key, value),
        }
    }

    /// Removes a key that is a str.
    pub(crate) fn remove_str(&self, key: &Ref<Str>) -> Option<Value> {
        match self.probe(&Value::object(key.clone()), key.hash()) {
            Probe::Found(at) => Some(self.remove_at(at).1),
            _ => None,
        }
    }

    /// A copy with the same entries.
    pub(crate) fn copy(&self) -> Ref<Dict> {
        let table = self.table.with(Table::copy);
        self.heap().account(table.bytes() as isize);
        self.heap().alloc(Dict {
            table: Shared::new(table),
            version: Cell::new(0),
            cells: Cell::new(false),
        })
    }

    /// Takes over the entries of another dict if this one was never filled; false if it was.
    pub(crate) fn copy_from(&self, other: &Ref<Dict>) -> bool {
        if self.cells.get() || self.end() > 0 {
            return false;
        }
        self.touch();
        let table = other.table.with(Table::copy);
        let old = self.table.replace(table);
        let grown = self.table.with(Table::bytes) as isize - old.bytes() as isize;
        self.heap().account(grown);
        true
    }
}

impl Heap {
    /// An empty dict.
    pub(crate) fn new_dict(&self) -> Ref<Dict> {
        match self.spare::<Dict>() {
            Some(dict) => dict,
            None => self.new_dict_without_room(),
        }
    }

    #[inline]
    fn new_dict_without_room(&self) -> Ref<Dict> {
        self.alloc(Dict {
            table: Shared::new(Table::default()),
            version: Cell::new(0),
            cells: Cell::new(false),
        })
    }

    /// An empty dict with room for `n` entries.
    pub(crate) fn dict_with_room(&self, n: usize) -> Ref<Dict> {
        let dict = if n <= FEW {
            self.new_dict()
        } else {
            self.new_dict_without_room()
        };
        if n > dict.table.with(|table| table.entries.capacity()) {
            let more = dict.table.with_mut(|table| {
                let before = table.bytes();
                table.entries.reserve_exact(n);
                if n > FEW {
                    table.rebuild(n);
                }
                table.bytes() - before
            });
            self.account(more as isize);
        }
        dict
    }
}
