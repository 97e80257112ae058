//! The ready queue: what runs next, first in, first out.

use std::collections::VecDeque;

/// A queue of payloads that are ready to run.
///
/// `push` and `pop` are the hot path of task switching; they neither allocate nor call out once
/// the queue has grown to the program's width.
#[derive(Debug)]
pub(crate) struct Ready<T> {
    queue: VecDeque<T>,
}

impl<T> Ready<T> {
    /// An empty queue. Allocates nothing.
    pub(crate) const fn new() -> Self {
        Self {
            queue: VecDeque::new(),
        }
    }

    /// Puts `payload` behind everything that is ready.
    #[inline]
    pub(crate) fn push(&mut self, payload: T) {
        self.queue.push_back(payload);
    }

    /// Takes what has been ready for longest.
    #[inline]
    pub(crate) fn pop(&mut self) -> Option<T> {
        self.queue.pop_front()
    }

    /// How many payloads are ready.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.queue.len()
    }

    /// True if nothing is ready.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }

    /// How many payloads belong to the turn that begins now.
    ///
    /// The caller pops at most so many; what is pushed meanwhile stands behind them and waits for
    /// the next turn. A `clear` in the middle of the turn ends it early: `pop` gives None.
    #[inline]
    pub(crate) fn begin_turn(&self) -> usize {
        self.queue.len()
    }

    /// The payloads in the order they will run, for tracing.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.queue.iter()
    }

    /// The same, to be changed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.queue.iter_mut()
    }

    /// Empties the queue and gives back what was in it, in order.
    ///
    /// The payloads are given, not dropped, because dropping one may run code that pushes again.
    pub(crate) fn take_all(&mut self) -> VecDeque<T> {
        std::mem::take(&mut self.queue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_in_first_out() {
        let mut ready = Ready::new();
        for number in 0..100 {
            ready.push(number);
        }
        assert_eq!(ready.len(), 100);
        assert_eq!(ready.iter().copied().take(3).collect::<Vec<_>>(), [0, 1, 2]);
        for number in 0..100 {
            assert_eq!(ready.pop(), Some(number));
        }
        assert_eq!(ready.pop(), None);
        assert!(ready.is_empty());
    }

    #[test]
    fn a_turn_runs_only_what_was_there_at_its_start() {
        let mut ready = Ready::new();
        ready.push(1);
        ready.push(2);
        let mut ran = Vec::new();
        for _ in 0..ready.begin_turn() {
            let number = ready.pop().expect("begin_turn counted it");
            ran.push(number);
            ready.push(number + 10);
        }
        assert_eq!(ran, [1, 2]);
        assert_eq!(ready.begin_turn(), 2);
        assert_eq!(ready.take_all(), [11, 12]);
        assert_eq!(ready.len(), 0);
    }
}
