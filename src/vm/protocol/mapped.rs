//! `map` and `filter`.

use crate::heap::Ref;
use crate::value::{Function, Iter, IterState, Tag, Value};
use crate::vm::{R, Raised, Vm};

/// Whether it is a `map` of one iterator, or a `filter`.
#[inline(always)]
pub(super) fn is_made(iter: &Iter) -> bool {
    iter.state.with(|state| match state {
        IterState::Map { iterators, .. } => iterators.len() == 1,
        IterState::Filter { .. } => true,
        _ => false,
    })
}

impl Vm {
    /// The next item of a built-in iterator of a `map` of one iterator or a `filter`: of what is at hand first.
    #[inline(never)]
    pub(super) fn next_made(&mut self, iter: &Ref<Iter>) -> R<Option<Value>> {
        // The iterator may die in a call.
        let iter = iter.clone();
        loop {
            let mut is_filter = false;
            let made = iter.state.with_mut(|state| {
                let (function, inner) = match state {
                    IterState::Map {
                        function,
                        iterators,
                    } => match iterators.as_slice() {
                        [one] => (&*function, one),
                        _ => return None,
                    },
                    IterState::Filter { function, iterator } => {
                        is_filter = true;
                        (&*function, &*iterator)
                    }
                    _ => return None,
                };
                let item = self.next_simple(inner.as_ref::<Iter>()?)?;
                Some((function.clone(), item))
            });
            let Some((function, item)) = made else {
                return self.next_complex(&iter);
            };
            if !is_filter {
                return self.mapped(&function, &item);
            }
            if self.filtered(&function, &item)? {
                return Ok(Some(item));
            }
            self.tick()?;
        }
    }

    /// Whether a `filter` lets an item through.
    #[inline]
    pub(super) fn filtered(&mut self, function: &Value, item: &Value) -> R<bool> {
        if function.is_none() {
            return self.truth(item);
        }
        let result = self.call(function, std::slice::from_ref(item))?;
        if result.is(Tag::Bool) {
            return Ok(result.raw_int() != 0);
        }
        self.truth(&result)
    }

    /// What a `map` of one iterator makes of an item.
    pub(super) fn mapped(&mut self, function: &Value, item: &Value) -> R<Option<Value>> {
        if let Some(function) = function.as_ref::<Function>() {
            let result = self.call_with(function, None, std::slice::from_ref(item));
            return self.unless_stopped(result);
        }
        if let Some(result) = self.convert(function, item) {
            return Ok(Some(result));
        }
        let result = self.call(function, std::slice::from_ref(item));
        self.unless_stopped(result)
    }

    /// The result of a mapped function, whose StopIteration ends the iteration.
    #[inline(always)]
    pub(in crate::vm) fn unless_stopped(&mut self, result: R) -> R<Option<Value>> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(Raised) => self.stopped(),
        }
    }

    #[cold]
    fn stopped(&mut self) -> R<Option<Value>> {
        let stop = self.types.stop_iteration.clone();
        if self.raised_is(&stop) {
            self.take_raised();
            return Ok(None);
        }
        Err(Raised)
    }
}
