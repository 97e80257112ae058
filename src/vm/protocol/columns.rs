//! `zip` and `enumerate` of plain containers.
//!
//! The loop or the built-in function that uses such an iterator up is mostly its only holder, and the iterator that of
//! those inside it. Then, at the beginning, the iterators inside are replaced by their containers, and a turn takes the
//! items at one place: no iterator is asked, and no tuple made for a loop whose target takes it apart.

use crate::heap::Ref;
use crate::value::{Iter, IterState, List, Range, Str, Tag, Tuple, Value};
use crate::vm::Vm;

/// What a turn of such a loop gives.
pub(in crate::vm) enum Turn {
    Ended,
    /// The parts are in their registers.
    Apart,
}

/// The iterator, if nobody else holds it.
fn sole(iterator: &Value) -> Option<&Ref<Iter>> {
    iterator
        .as_ref::<Iter>()
        .filter(|iter| iter.header().count.get() == 1)
}

impl Vm {
    /// A loop over this iterator begins, or a function that takes all of it.
    pub(crate) fn open_columns(&self, iterator: &Value) {
        let Some(iter) = sole(iterator) else {
            return;
        };
        let columns = iter.state.with(|state| match state {
            IterState::Zip {
                iterators,
                strict: false,
            } => iterators.iter().map(|it| self.container_of(it)).collect(),
            _ => None,
        });
        if let Some(columns) = columns.filter(|columns: &Vec<Value>| !columns.is_empty()) {
            drop(iter.state.replace(IterState::Columns { columns, at: 0 }));
            return;
        }
        let numbered = iter.state.with(|state| match state {
            IterState::Enumerate { iterator, next } => {
                let first = next.as_int().filter(|first| *first < i64::MAX / 2)?;
                self.open_columns(iterator);
                let is_open = iterator.as_ref::<Iter>().is_some_and(|iter| {
                    iter.state
                        .with(|state| matches!(state, IterState::Columns { .. }))
                });
                let column = if is_open {
                    iterator.clone()
                } else {
                    self.container_of(iterator)?
                };
                Some((column, first))
            }
            _ => None,
        });
        if let Some((column, first)) = numbered {
            let state = IterState::Numbered {
                column,
                first,
                at: 0,
            };
            drop(iter.state.replace(state));
        }
    }

    /// The container of a fresh iterator that nobody else holds.
    fn container_of(&self, iterator: &Value) -> Option<Value> {
        sole(iterator)?.state.with(|state| match state {
            IterState::List { list, at: 0 } => Some(Value::object(list.clone())),
            IterState::Tuple { tuple, at: 0 } => Some(Value::object(tuple.clone())),
            IterState::Str { text, at: 0 } if text.is_ascii() => Some(Value::object(text.clone())),
            IterState::Range { next, stop, step } => Some(Value::object(self.heap.alloc(Range {
                start: Value::int(*next),
                stop: Value::int(*stop),
                step: Value::int(*step),
            }))),
            // It stands for itself, and does not move.
            IterState::ListReversed { .. } => Some(iterator.clone()),
            _ => None,
        })
    }

    /// The item at one place of a container.
    #[inline(always)]
    fn item_at(&mut self, column: &Value, at: usize) -> Option<Value> {
        match column.tag() {
            Tag::List => column.as_ref::<List>()?.get(at),
            Tag::Tuple => column.as_ref::<Tuple>()?.items().get(at).cloned(),
            _ => self.other_item_at(column, at),
        }
    }

    #[inline(always)]
    fn has_item(&mut self, column: &Value, at: usize) -> bool {
        match column.tag() {
            Tag::List => column.as_ref::<List>().is_some_and(|list| at < list.len()),
            Tag::Tuple => column
                .as_ref::<Tuple>()
                .is_some_and(|tuple| at < tuple.len()),
            _ => self.other_item_at(column, at).is_some(),
        }
    }

    #[inline(never)]
    fn other_item_at(&mut self, column: &Value, at: usize) -> Option<Value> {
        if let Some(text) = column.as_ref::<Str>() {
            let byte = *text.items().get(at)?;
            return Some(self.char_str(char::from(byte)));
        }
        if let Some(range) = column.as_ref::<Range>() {
            let (start, stop, step) = range.small()?;
            let item = i64::try_from(at).ok()?.checked_mul(step)?;
            let item = item.checked_add(start)?;
            let is_in = if step > 0 { item < stop } else { item > stop };
            return is_in.then(|| Value::int(item));
        }
        // The `zip` of an `enumerate`, a list from its end.
        let iter = column.as_ref::<Iter>()?;
        iter.state.with(|state| match state {
            IterState::ListReversed { list, left } => list.get(left.checked_sub(at + 1)?),
            IterState::Columns { columns, .. } => self.row_at(columns, at),
            _ => None,
        })
    }

    /// The tuple of the items at one place.
    fn row_at(&mut self, columns: &[Value], at: usize) -> Option<Value> {
        if let [left, right] = columns {
            let (left, right) = (self.item_at(left, at)?, self.item_at(right, at)?);
            return Some(Value::object(self.heap.pair(left, right)));
        }
        if let [first, second, third] = columns {
            let mut row = [
                self.item_at(first, at)?,
                self.item_at(second, at)?,
                self.item_at(third, at)?,
            ];
            let row = |at: usize| std::mem::take(&mut row[at]);
            return Some(Value::object(self.heap.tuple_from(3, row)));
        }
        let mut row = Vec::with_capacity(columns.len());
        for column in columns {
            row.push(self.item_at(column, at)?);
        }
        let row = |at: usize| std::mem::take(&mut row[at]);
        Some(Value::object(self.heap.tuple_from(columns.len(), row)))
    }

    /// The next tuple of such an iterator.
    pub(super) fn next_of_columns(&mut self, iter: &Ref<Iter>) -> Option<Value> {
        iter.state.with_mut(|state| match state {
            IterState::Columns { columns, at } => {
                let row = self.row_at(columns, *at)?;
                *at += 1;
                Some(row)
            }
            IterState::Numbered { column, first, at } => {
                let item = self.item_at(column, *at)?;
                let number = Value::int(*first + *at as i64);
                *at += 1;
                Some(Value::object(self.heap.pair(number, item)))
            }
            _ => None,
        })
    }

    /// Gives the parts of the next pair to `take`, if both are at hand.
    #[inline(always)]
    pub(in crate::vm) fn pair_at_hand(
        &mut self,
        iter: &Ref<Iter>,
        take: impl FnOnce(&mut Vm, Value, Value),
    ) -> bool {
        iter.state.with_mut(|state| {
            let (left, right) = match state {
                IterState::Columns { columns, at } => {
                    let [left, right] = columns.as_slice() else {
                        return false;
                    };
                    let place = *at;
                    let Some(left) = self.item_at(left, place) else {
                        return false;
                    };
                    let Some(right) = self.item_at(right, place) else {
                        return false;
                    };
                    *at = place + 1;
                    (left, right)
                }
                IterState::Numbered { column, first, at } => {
                    let place = *at;
                    let Some(item) = self.item_at(column, place) else {
                        return false;
                    };
                    *at = place + 1;
                    (Value::int(*first + place as i64), item)
                }
                _ => return false,
            };
            take(self, left, right);
            true
        })
    }

    /// The next item of a loop whose target takes `wanted` parts of it, in the registers from `first` on. None if the
    /// loop is over something else, or over rows of another width.
    pub(in crate::vm) fn row_turn(
        &mut self,
        iter: &Ref<Iter>,
        first: u16,
        wanted: usize,
    ) -> Option<Turn> {
        iter.state.with_mut(|state| match state {
            IterState::Columns { columns, at } if columns.len() == wanted => {
                // The target keeps its last values if one column has ended.
                let place = *at;
                if !columns.iter().all(|column| self.has_item(column, place)) {
                    return Some(Turn::Ended);
                }
                *at += 1;
                for (at, column) in columns.iter().enumerate() {
                    if let Some(item) = self.item_at(column, place) {
                        self.set_register(first + at as u16, item);
                    }
                }
                Some(Turn::Apart)
            }
            _ => None,
        })
    }
}
