//! Whole sets at once, as far as no script code has a say: what hashes and compares natively, which is nearly everything.
//!
//! Each answers None where only script code can tell whether two keys are equal. Then nothing is lost: the caller goes
//! key by key.

use super::set::{Place, SetTable};
use super::{Dict, Quick, Set, Value};
use crate::heap::Ref;

fn live(table: &SetTable) -> impl Iterator<Item = &Place> {
    table.places.iter().filter(|place| !place.key.is_undef())
}

impl SetTable {
    /// Adds these elements.
    fn add_places(&mut self, other: &SetTable) -> Option<()> {
        for place in live(other) {
            self.add_quick(place.hash, &place.key)?;
        }
        Some(())
    }
}

impl Set {
    /// Whether an element of this set is in `other`.
    pub(crate) fn meets_quick(&self, other: &Set) -> Option<bool> {
        self.table.with(|mine| {
            other.table.with(|theirs| {
                for place in live(mine) {
                    if theirs.find(&place.key, place.hash)?.is_some() {
                        return Some(true);
                    }
                }
                Some(false)
            })
        })
    }

    /// Whether every element of this set is in `other`.
    pub(crate) fn is_within_quick(&self, other: &Set) -> Option<bool> {
        self.table.with(|mine| {
            other.table.with(|theirs| {
                for place in live(mine) {
                    if theirs.find(&place.key, place.hash)?.is_none() {
                        return Some(false);
                    }
                }
                Some(true)
            })
        })
    }
}

impl Ref<Set> {
    /// A new set of the elements that are in `asked` (if `wanted`), or are not in it.
    pub(crate) fn select_quick(&self, asked: &Set, wanted: bool, frozen: bool) -> Option<Ref<Set>> {
        let result = self.heap().new_set(frozen);
        let complete = result.edit(|chosen| {
            self.table.with(|mine| {
                asked.table.with(|theirs| {
                    for place in live(mine) {
                        if theirs.find(&place.key, place.hash)?.is_some() == wanted {
                            chosen.add_quick(place.hash, &place.key)?;
                        }
                    }
                    Some(())
                })
            })
        });
        complete.map(|()| result)
    }

    /// Adds the elements of another set.
    pub(crate) fn merge_quick(&self, other: &Ref<Set>) -> Option<()> {
        if self.is(other) {
            return Some(());
        }
        self.edit(|mine| other.table.with(|theirs| mine.add_places(theirs)))
    }

    /// Removes the elements of another set.
    pub(crate) fn discard_quick(&self, other: &Ref<Set>) -> Option<()> {
        if self.is(other) {
            return None;
        }
        // Nothing dies while the table is being changed.
        let mut gone: Vec<Value> = Vec::new();
        self.edit(|mine| {
            other.table.with(|theirs| {
                for place in live(theirs) {
                    if let Some(at) = mine.find(&place.key, place.hash)? {
                        gone.push(mine.vacate(at));
                    }
                }
                Some(())
            })
        })
    }

    /// Removes the elements of another set that are there, and adds the others. Gives the place of the other set's
    /// table from where script code must have its say.
    pub(crate) fn toggle_quick(&self, other: &Ref<Set>) -> Result<(), usize> {
        if self.is(other) {
            return Err(0);
        }
        let mut gone: Vec<Value> = Vec::new();
        let mut toggle = |mine: &mut SetTable, place: &Place| {
            match mine.find(&place.key, place.hash)? {
                Some(at) => gone.push(mine.vacate(at)),
                None => drop(mine.add_quick(place.hash, &place.key)?),
            }
            Some(())
        };
        self.edit(|mine| {
            other.table.with(|theirs| {
                let mut places = theirs.places.iter();
                let stuck =
                    places.position(|place| !place.key.is_undef() && toggle(mine, place).is_none());
                stuck.map_or(Ok(()), Err)
            })
        })
    }

    /// Adds the keys of a dict; the place in the dict from where script code must have its say.
    pub(crate) fn add_keys_quick(&self, dict: &Dict) -> usize {
        self.edit(|table| dict.walk_keys(|hash, key| table.add_quick(hash, key).is_some()))
    }

    /// Adds the keys of `walked` that are in `asked`; the place from where script code must have its say.
    pub(crate) fn add_common_quick(&self, walked: &Dict, asked: &Dict) -> usize {
        self.edit(|table| {
            walked.walk_keys(|hash, key| match asked.quick(key, hash) {
                Quick::At(_) => table.add_quick(hash, key).is_some(),
                Quick::Absent => true,
                Quick::Unknown => false,
            })
        })
    }

    /// How many of the first of these could be added, whose hashes `hash` gives.
    pub(crate) fn add_all_quick(
        &self,
        items: &[Value],
        hash: impl Fn(&Value) -> Option<u64>,
    ) -> usize {
        self.edit(|table| {
            let refused = items.iter().position(|item| {
                hash(item).is_none_or(|hash| table.add_quick(hash, item).is_none())
            });
            refused.unwrap_or(items.len())
        })
    }
}
