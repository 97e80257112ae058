//! What only `OrderedDict` asks of a dict: its ends, and another order.

use super::dict::is_absent;
use super::dict_table::{Entry, Table};
use super::{Dict, Value};
use crate::heap::Ref;

/// The bit of a version that says nothing but that the dict was emptied (see [`Dict::changed_since`]).
const EMPTIED: u32 = 1 << 31;

fn is_there(entry: &Entry) -> bool {
    !entry.key.is_undef() && !is_absent(&entry.value)
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
