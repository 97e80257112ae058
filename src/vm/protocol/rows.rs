//! Pairs and rows: of the items of a dict, of `enumerate`, of `zip`. A loop that takes them apart needs no tuple.

use crate::heap::Ref;
use crate::value::{DictPart, Iter, IterState, Value};
use crate::vm::{R, Vm};

/// The widest row of a `zip` that is taken apart without a tuple.
pub(in crate::vm) const WIDEST: usize = 4;
/// Rows up to this width are put together on the stack.
pub(super) const WIDE: usize = 16;

/// What one look at an iterator over pairs gives.
pub(in crate::vm) enum Pair {
    /// It does not give pairs that this file knows.
    No,
    Ready(Value, Value),
    /// The item must be asked for in the general way.
    Enumerate(Value, i64),
    /// Both must be asked for in the general way.
    Zip(Value, Value),
    /// The second of the pair must be asked for in the general way.
    Half(Value, Value),
}

/// Whether the iterator surely has one more item that the simple way gives.
fn has_next(iter: &Ref<Iter>) -> bool {
    iter.state.with(|state| match state {
        IterState::List { list, at } => *at < list.len(),
        IterState::Tuple { tuple, at } => *at < tuple.len(),
        IterState::Range { next, stop, step } => {
            if *step > 0 {
                next < stop
            } else {
                next > stop
            }
        }
        _ => false,
    })
}

impl Vm {
    /// The next pair of an iterator over the items of a dict, of an `enumerate` over a list, or of a `zip` of two:
    /// only where nothing of the pair needs the general way. None otherwise; `ended` is set at the end of the others.
    pub(super) fn pair_of(
        &mut self,
        iter: &Ref<Iter>,
        ended: &mut bool,
    ) -> R<Option<(Value, Value)>> {
        let step = self.pair_step(iter);
        self.pair_rest(iter, step, ended)
    }

    /// As far as the next pair is at hand: no script code runs.
    #[inline]
    pub(in crate::vm) fn pair_step(&mut self, iter: &Ref<Iter>) -> Pair {
        iter.state.with_mut(|state| match state {
            IterState::Dict {
                dict,
                at,
                len,
                part: DictPart::Items,
            } if dict.len() == *len => match dict.next_pair(at) {
                Some((key, value)) => Pair::Ready(key, value),
                None => Pair::No,
            },
            IterState::Enumerate { iterator, next }
                if next.is_int() && next.raw_int() < i64::MAX =>
            {
                // The simple ways look at no other iterator, and so not at this one.
                let item = iterator
                    .as_ref::<Iter>()
                    .and_then(|it| self.next_simple(it).or_else(|| self.next_zipped(it)));
                let number = next.raw_int();
                match item {
                    Some(item) => {
                        *next = Value::int(number + 1);
                        Pair::Ready(Value::int(number), item)
                    }
                    None => Pair::Enumerate(iterator.clone(), number),
                }
            }
            IterState::Zip {
                iterators,
                strict: false,
            } if iterators.len() == 2 => {
                let first = iterators[0]
                    .as_ref::<Iter>()
                    .and_then(|it| self.next_simple(it));
                match first {
                    None => Pair::Zip(iterators[0].clone(), iterators[1].clone()),
                    Some(first) => {
                        let second = iterators[1]
                            .as_ref::<Iter>()
                            .and_then(|it| self.next_simple(it));
                        match second {
                            Some(second) => Pair::Ready(first, second),
                            None => Pair::Half(first, iterators[1].clone()),
                        }
                    }
                }
            }
            _ => Pair::No,
        })
    }

    /// The next pair of a `zip` of two where both are at hand.
    fn next_zipped(&mut self, iter: &Ref<Iter>) -> Option<Value> {
        iter.state.with_mut(|state| match state {
            IterState::Zip {
                iterators,
                strict: false,
            } => {
                let [left, right] = iterators.as_slice() else {
                    return None;
                };
                let (left, right) = (left.as_ref::<Iter>()?, right.as_ref::<Iter>()?);
                if left.is(right) || !has_next(right) {
                    return None;
                }
                let (left, right) = (self.next_simple(left)?, self.next_simple(right)?);
                Some(Value::object(self.heap.pair(left, right)))
            }
            _ => None,
        })
    }

    /// What `pair_step` has left to do.
    pub(in crate::vm) fn pair_rest(
        &mut self,
        iter: &Ref<Iter>,
        step: Pair,
        ended: &mut bool,
    ) -> R<Option<(Value, Value)>> {
        match step {
            Pair::Half(first, right) => {
                let pair = self.next(&right)?.map(|second| (first, second));
                *ended = pair.is_none();
                Ok(pair)
            }
            Pair::No => Ok(None),
            Pair::Ready(key, value) => Ok(Some((key, value))),
            Pair::Enumerate(iterator, number) => {
                let Some(item) = self.next(&iterator)? else {
                    *ended = true;
                    return Ok(None);
                };
                iter.state.with_mut(|state| {
                    if let IterState::Enumerate { next, .. } = state {
                        *next = Value::int(number + 1);
                    }
                });
                Ok(Some((Value::int(number), item)))
            }
            Pair::Zip(left, right) => {
                let pair = match self.next(&left)? {
                    Some(left) => self.next(&right)?.map(|right| (left, right)),
                    None => None,
                };
                *ended = pair.is_none();
                Ok(pair)
            }
        }
    }

    /// The next pair of an iterator over pairs that need not be made. None if the general way must be gone, and at
    /// the end, after which the iterator is not asked again.
    pub(crate) fn next_pair(&mut self, iter: &Ref<Iter>) -> R<Option<(Value, Value)>> {
        let mut pair = None;
        if self.pair_at_hand(iter, |_, left, right| pair = Some((left, right))) {
            return Ok(pair);
        }
        let mut ended = false;
        let pair = self.pair_of(iter, &mut ended)?;
        if ended {
            drop(iter.state.replace(IterState::Exhausted));
        }
        Ok(pair)
    }

    /// The next row of a `zip` that is not strict, of three or more and as many as there is room for: its width. None if the
    /// general way must be gone; no width at the end.
    pub(in crate::vm) fn next_row(
        &mut self,
        iter: &Ref<Iter>,
        row: &mut [Value],
    ) -> R<Option<usize>> {
        // As far as the items are at hand no iterator needs to be held.
        let (width, mut at) = iter.state.with_mut(|state| match state {
            IterState::Zip {
                iterators,
                strict: false,
            } if (3..=row.len()).contains(&iterators.len()) => {
                let mut at = 0;
                for (place, iterator) in row.iter_mut().zip(iterators.iter()) {
                    let item = iterator
                        .as_ref::<Iter>()
                        .and_then(|it| self.next_simple(it));
                    let Some(item) = item else {
                        break;
                    };
                    *place = item;
                    at += 1;
                }
                (iterators.len(), at)
            }
            _ => (0, 0),
        });
        if width == 0 {
            return Ok(None);
        }
        while at < width {
            let iterator = iter.state.with(|state| match state {
                IterState::Zip { iterators, .. } => iterators.get(at).cloned(),
                _ => None,
            });
            let item = match iterator {
                Some(iterator) => self.next(&iterator)?,
                None => None,
            };
            match item {
                Some(item) => row[at] = item,
                None => return Ok(Some(0)),
            }
            at += 1;
        }
        Ok(Some(width))
    }

    pub(super) fn next_zip(&mut self, iter: &Ref<Iter>, iterators: &[Value]) -> R<Option<Value>> {
        let strict = iter
            .state
            .with(|state| matches!(state, IterState::Zip { strict: true, .. }));
        if iterators.is_empty() {
            return Ok(None);
        }
        let mut items = Vec::with_capacity(iterators.len());
        for (at, iterator) in iterators.iter().enumerate() {
            match self.next(iterator)? {
                Some(item) => items.push(item),
                None if !strict => return Ok(None),
                None if at > 0 => {
                    let first = if at == 1 {
                        "argument 1".to_string()
                    } else {
                        format!("arguments 1-{at}")
                    };
                    return Err(self.value_error(format!(
                        "zip() argument {} is shorter than {first}",
                        at + 1
                    )));
                }
                None => {
                    for (other, iterator) in iterators.iter().enumerate().skip(1) {
                        if self.next(iterator)?.is_some() {
                            let first = if other == 1 {
                                "argument 1".to_string()
                            } else {
                                format!("arguments 1-{other}")
                            };
                            return Err(self.value_error(format!(
                                "zip() argument {} is longer than {first}",
                                other + 1
                            )));
                        }
                    }
                    return Ok(None);
                }
            }
        }
        Ok(Some(Value::object(self.heap.new_tuple(items))))
    }
}
