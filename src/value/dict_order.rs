//! What only `OrderedDict` asks of a dict: its ends, and another order.

use super::dict::is_absent;
use super::dict_table::{Entry, Table};
use super::{Dict, Str, Value};
use crate::heap::Ref;

/// The bit of a version that says nothing but that the dict was emptied (see [`Dict::changed_since`]).
const EMPTIED: u32 = 1 << 31;

fn is_there(entry: &Entry) -> bool {
    !entry.key.is_undef() && !is_absent(&entry.value)
}

/// Whether they are the same object, small int or text. (Of NaNs, none is another.)
fn is_plainly_same(left: &Value, right: &Value) -> bool {
    (left.is_same(right) && !left.is_float())
        || match (left.as_ref::<Str>(), right.as_ref::<Str>()) {
            (Some(left), Some(right)) => left.as_str() == right.as_str(),
            _ => false,
        }
}

impl Dict {
    /// The first entry: its position, key and value. Amortised O(1), also after many removals at the front.
    pub(crate) fn first_entry(&self) -> Option<(usize, Value, Value)> {
        self.next_entry(self.table.with_mut(Table::first))
    }

    /// The position of the first live entry at or after `at`.
    pub(crate) fn next_place(&self, at: usize) -> Option<usize> {
        self.table.with(|table| {
            let mut rest = table.entries.get(at..)?.iter();
            Some(at + rest.position(is_there)?)
        })
    }

    /// The position of the last live entry before `end`.
    pub(crate) fn previous_place(&self, end: usize) -> Option<usize> {
        self.table.with(|table| {
            let before = table.entries.get(..end).unwrap_or(&table.entries);
            before.iter().rposition(is_there)
        })
    }

    /// Whether both have the same items in the same order, as far as that can be seen without script code: None where it
    /// cannot, and where the order differs.
    pub(crate) fn same_items(&self, other: &Dict) -> Option<bool> {
        if self.len() != other.len() {
            return Some(false);
        }
        self.table.with(|table| {
            other.table.with(|others| {
                let mut there = others.entries.iter().filter(|entry| is_there(entry));
                let mut here = table.entries.iter().filter(|entry| is_there(entry));
                here.all(|entry| {
                    there.next().is_some_and(|other| {
                        entry.hash == other.hash
                            && is_plainly_same(&entry.key, &other.key)
                            && is_plainly_same(&entry.value, &other.value)
                    })
                })
                .then_some(true)
            })
        })
    }

    /// Whether entries came, went or moved since it had this version; to be emptied is no such change.
    pub(crate) fn changed_since(&self, version: u32) -> bool {
        (self.version() ^ version) & !EMPTIED != 0
    }
}

impl Ref<Dict> {
    /// Makes the entry at `at` the last or the first one.
    pub(crate) fn move_to_end(&self, at: usize, last: bool) {
        self.touch();
        let grown = self.table.with_mut(|table| {
            let before = table.bytes();
            if last {
                table.move_back(at);
            } else {
                table.move_front(at);
            }
            table.bytes() as isize - before as isize
        });
        self.heap().account(grown);
    }

    /// Drops all entries. Iterators see another size, but no other state.
    pub(crate) fn empty(&self) {
        let version = self.version();
        self.clear();
        self.version.set(version ^ EMPTIED);
    }
}
