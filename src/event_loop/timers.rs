//! The deadline heap: payloads that become ready at a time.
//!
//! Order: by deadline. Equal deadlines come out in the order in which CPython's `heapq` gives
//! them, because a program that calls `call_at` with one time thrice can print it; that order is
//! not the order of insertion from the third on. So the heap here makes the same comparisons and
//! the same moves, and drops cancelled entries at the same moments, as CPython's loop does.
//!
//! Cost: 32 bytes a timer with a pointer-sized payload (16 in the heap, 16 in its slot);
//! insertion and removal take O(log n), cancelling O(1).

/// When a share of the heap this large is cancelled, and it holds more than `PURGE_MINIMUM`
/// entries, it is rebuilt without them. The numbers are CPython's.
const PURGE_SHARE: f64 = 0.5;
const PURGE_MINIMUM: usize = 100;

/// Names one timer of one [`Timers`], also after it fired or was cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TimerId {
    slot: u32,
    generation: u32,
}

impl TimerId {
    /// The id as a number, to be kept where this type is not known. Never `u64::MAX`.
    pub(crate) fn to_bits(self) -> u64 {
        u64::from(self.generation) << 32 | u64::from(self.slot)
    }

    /// The id of such a number.
    pub(crate) fn from_bits(bits: u64) -> TimerId {
        TimerId {
            slot: bits as u32,
            generation: (bits >> 32) as u32,
        }
    }
}

/// Timers by deadline. Deadlines are seconds of the loop's clock, exactly as the program gave them.
#[derive(Debug)]
pub(crate) struct Timers<T> {
    heap: Vec<Entry>,
    slots: Vec<Slot<T>>,
    /// Head of the list of free slots, `NO_SLOT` at its end.
    free: u32,
    /// Entries of `heap` whose timer was cancelled.
    n_cancelled: usize,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    when: f64,
    slot: u32,
}

/// A slot is taken from `insert` until its entry leaves the heap; a cancelled timer keeps its slot
/// (without payload) so that the entry still points at something.
#[derive(Debug)]
struct Slot<T> {
    payload: Option<T>,
    generation: u32,
    next_free: u32,
}

const NO_SLOT: u32 = u32::MAX;

const _: () = assert!(size_of::<Entry>() == 16);
const _: () = assert!(size_of::<Slot<Box<u8>>>() == 16);

impl<T> Timers<T> {
    /// No timers. Allocates nothing.
    pub(crate) const fn new() -> Self {
        Self {
            heap: Vec::new(),
            slots: Vec::new(),
            free: NO_SLOT,
            n_cancelled: 0,
        }
    }

    /// Adds a timer that is due when the clock reaches `when`.
    ///
    /// Infinity is never due. NaN is due at once if it reaches the head, as in CPython.
    pub(crate) fn insert(&mut self, when: f64, payload: T) -> TimerId {
        let slot = self.take_slot(payload);
        self.heap.push(Entry { when, slot });
        self.rise(0, self.heap.len() - 1);
        TimerId {
            slot,
            generation: self.slots[slot as usize].generation,
        }
    }

    /// Cancels a timer and gives its payload back; None if it has fired or was cancelled before.
    pub(crate) fn cancel(&mut self, id: TimerId) -> Option<T> {
        let slot = self.slots.get_mut(id.slot as usize)?;
        if slot.generation != id.generation {
            return None;
        }
        let payload = slot.payload.take()?;
        self.n_cancelled += 1;
        Some(payload)
    }

    /// The payload of a timer that is still to fire, to be changed.
    pub(crate) fn payload(&mut self, id: TimerId) -> Option<&mut T> {
        let slot = self.slots.get_mut(id.slot as usize)?;
        if slot.generation != id.generation {
            return None;
        }
        slot.payload.as_mut()
    }

    /// True if the timer is still to fire.
    #[cfg(test)]
    pub(crate) fn is_pending(&self, id: TimerId) -> bool {
        self.slots
            .get(id.slot as usize)
            .is_some_and(|slot| slot.generation == id.generation && slot.payload.is_some())
    }

    /// The earliest deadline. Forgets cancelled timers that stand before it.
    pub(crate) fn next_deadline(&mut self) -> Option<f64> {
        self.pop_cancelled_heads();
        self.heap.first().map(|entry| entry.when)
    }

    /// Takes the timer with the earliest deadline if that lies before `now`, else None.
    ///
    /// `now` itself is not yet due: the caller adds the clock's resolution, as CPython does.
    pub(crate) fn pop_due(&mut self, now: f64) -> Option<T> {
        loop {
            if self.heap.first()?.when >= now {
                return None;
            }
            // A cancelled timer between two due ones has no payload; go on with the next.
            if let Some(payload) = self.pop_head() {
                return Some(payload);
            }
        }
    }

    /// Forgets cancelled timers: all if they are more than half of a large heap, else those at
    /// the head. Once a turn, before the wait is measured.
    pub(crate) fn tidy(&mut self) {
        if self.n_cancelled == 0 {
            return;
        }
        let n_entries = self.heap.len();
        if n_entries > PURGE_MINIMUM && self.n_cancelled as f64 / n_entries as f64 > PURGE_SHARE {
            self.purge();
        } else {
            self.pop_cancelled_heads();
        }
    }

    /// How many timers are still to fire.
    pub(crate) fn len(&self) -> usize {
        self.heap.len() - self.n_cancelled
    }

    /// True if no timer is still to fire.
    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// True if there is not even a cancelled timer.
    #[inline]
    pub(crate) fn holds_nothing(&self) -> bool {
        self.heap.is_empty()
    }

    /// The payloads of the timers still to fire, in no particular order, for tracing.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.slots.iter().filter_map(|slot| slot.payload.as_ref())
    }

    /// Cancels every timer and gives the payloads back, in no particular order.
    ///
    /// They are given, not dropped, because dropping one may run code that inserts again.
    /// Ids handed out before stay stale.
    pub(crate) fn take_all(&mut self) -> Vec<T> {
        let mut payloads = Vec::with_capacity(self.len());
        for entry in std::mem::take(&mut self.heap) {
            payloads.extend(self.release_slot(entry.slot));
        }
        self.n_cancelled = 0;
        payloads
    }

    fn pop_cancelled_heads(&mut self) {
        while self.n_cancelled > 0
            && let Some(head) = self.heap.first()
            && self.slots[head.slot as usize].payload.is_none()
        {
            self.pop_head();
        }
    }

    /// Rebuilds the heap from the entries that still have a payload, in their present order.
    fn purge(&mut self) {
        let mut heap = std::mem::take(&mut self.heap);
        heap.retain(|entry| {
            let is_live = self.slots[entry.slot as usize].payload.is_some();
            if !is_live {
                self.release_slot(entry.slot);
            }
            is_live
        });
        self.heap = heap;
        self.n_cancelled = 0;
        for position in (0..self.heap.len() / 2).rev() {
            self.sink(position);
        }
    }

    /// Removes the head; None if it was cancelled.
    fn pop_head(&mut self) -> Option<T> {
        let last = self.heap.pop()?;
        let head = match self.heap.first_mut() {
            Some(first) => std::mem::replace(first, last),
            None => last,
        };
        if !self.heap.is_empty() {
            self.sink(0);
        }
        let payload = self.release_slot(head.slot);
        if payload.is_none() {
            self.n_cancelled -= 1;
        }
        payload
    }

    /// Moves the entry at `position` towards `top` past parents with a later deadline.
    fn rise(&mut self, top: usize, mut position: usize) {
        let entry = self.heap[position];
        while position > top {
            let parent = (position - 1) / 2;
            if entry.when < self.heap[parent].when {
                self.heap[position] = self.heap[parent];
                position = parent;
            } else {
                break;
            }
        }
        self.heap[position] = entry;
    }

    /// Moves the entry at `position` down to a leaf along the earlier children, then up again to
    /// its place. Between equal children it goes right, which is heapq's choice and visible.
    fn sink(&mut self, position: usize) {
        let end = self.heap.len();
        let entry = self.heap[position];
        let mut hole = position;
        loop {
            let left = 2 * hole + 1;
            if left >= end {
                break;
            }
            let right = left + 1;
            let goes_left = right >= end || self.heap[left].when < self.heap[right].when;
            let child = if goes_left { left } else { right };
            self.heap[hole] = self.heap[child];
            hole = child;
        }
        self.heap[hole] = entry;
        self.rise(position, hole);
    }

    fn take_slot(&mut self, payload: T) -> u32 {
        if self.free != NO_SLOT {
            let index = self.free;
            let slot = &mut self.slots[index as usize];
            self.free = slot.next_free;
            slot.payload = Some(payload);
            return index;
        }
        let index = u32::try_from(self.slots.len()).expect("fewer than 2^32 timers fit in memory");
        self.slots.push(Slot {
            payload: Some(payload),
            generation: 0,
            next_free: NO_SLOT,
        });
        index
    }

    fn release_slot(&mut self, index: u32) -> Option<T> {
        let slot = &mut self.slots[index as usize];
        slot.generation = slot.generation.wrapping_add(1);
        slot.next_free = self.free;
        self.free = index;
        slot.payload.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drain(timers: &mut Timers<usize>) -> Vec<usize> {
        std::iter::from_fn(|| timers.pop_due(f64::INFINITY)).collect()
    }

    #[test]
    fn deadlines_come_in_order() {
        let mut timers = Timers::new();
        for number in 0..1000_usize {
            let when = (number * 7919 % 1000) as f64;
            timers.insert(when, number * 7919 % 1000);
        }
        assert_eq!(timers.next_deadline(), Some(0.0));
        assert_eq!(timers.pop_due(0.0), None);
        assert_eq!(timers.pop_due(0.5), Some(0));
        assert_eq!(timers.pop_due(0.5), None);
        assert_eq!(drain(&mut timers), (1..1000).collect::<Vec<_>>());
        assert!(timers.is_empty());
        assert_eq!(timers.next_deadline(), None);
    }

    #[test]
    fn equal_deadlines_come_in_the_order_of_heapq() {
        // Recorded from CPython 3.11: ten `loop.call_at` with one time, then one later timer.
        let mut timers = Timers::new();
        for number in 0..10 {
            timers.insert(1.0, number);
        }
        timers.insert(2.0, 10);
        assert_eq!(drain(&mut timers), [0, 2, 6, 5, 9, 8, 7, 1, 3, 4, 10]);
    }

    #[test]
    fn equal_deadlines_keep_the_order_of_heapq_after_a_purge() {
        // Recorded from CPython 3.11: 120 `call_at` with ten times, two thirds of them cancelled,
        // and a later timer inserted after the purge.
        let mut timers = Timers::new();
        for number in 0..120_usize {
            timers.insert((number * 37 % 10) as f64, number);
        }
        let cancelled: Vec<_> = (0..120_u32).filter(|number| number % 3 != 0).collect();
        for slot in cancelled {
            let id = TimerId {
                slot,
                generation: 0,
            };
            assert!(timers.cancel(id).is_some());
        }
        timers.tidy();
        timers.insert(100.0, 120);
        assert_eq!(
            drain(&mut timers),
            [
                60, 0, 90, 30, 63, 3, 93, 33, 36, 66, 6, 96, 99, 69, 9, 39, 102, 72, 42, 12, 75,
                45, 15, 105, 48, 18, 108, 78, 21, 111, 81, 51, 84, 54, 114, 24, 87, 27, 117, 57,
                120
            ]
        );
    }

    #[test]
    fn cancelled_timers_do_not_fire() {
        let mut timers = Timers::new();
        let first = timers.insert(1.0, 1);
        let second = timers.insert(2.0, 2);
        let third = timers.insert(3.0, 3);
        assert_eq!(timers.cancel(first), Some(1));
        assert_eq!(timers.cancel(first), None);
        assert_eq!(timers.cancel(second), Some(2));
        assert!(!timers.is_pending(first));
        assert!(timers.is_pending(third));
        assert_eq!(timers.len(), 1);
        assert_eq!(timers.next_deadline(), Some(3.0));
        assert_eq!(timers.pop_due(4.0), Some(3));
        assert_eq!(timers.cancel(third), None);
    }

    #[test]
    fn an_old_id_does_not_name_the_new_timer_in_its_slot() {
        let mut timers = Timers::new();
        let old = timers.insert(1.0, 1);
        assert_eq!(timers.pop_due(2.0), Some(1));
        let new = timers.insert(1.0, 2);
        assert_eq!(old.slot, new.slot);
        assert_eq!(timers.cancel(old), None);
        assert_eq!(timers.cancel(new), Some(2));
    }

    #[test]
    fn many_cancelled_timers_are_purged() {
        let mut timers = Timers::new();
        let ids: Vec<_> = (0..300_usize).map(|n| timers.insert(n as f64, n)).collect();
        for id in &ids[100..] {
            timers.cancel(*id);
        }
        timers.tidy();
        assert_eq!(timers.heap.len(), 100);
        assert_eq!(timers.n_cancelled, 0);
        // Their slots are used again before new ones are made.
        for number in 300..500_usize {
            timers.insert(number as f64, number);
        }
        assert_eq!(timers.slots.len(), 300);
        assert!(ids[100..].iter().all(|id| !timers.is_pending(*id)));
        let expected: Vec<_> = (0..100).chain(300..500).collect();
        assert_eq!(drain(&mut timers), expected);
    }

    #[test]
    fn few_cancelled_timers_are_dropped_from_the_head_only() {
        let mut timers = Timers::new();
        let first = timers.insert(1.0, 1);
        let second = timers.insert(2.0, 2);
        timers.insert(3.0, 3);
        timers.cancel(second);
        timers.tidy();
        assert_eq!(timers.heap.len(), 3);
        timers.cancel(first);
        timers.tidy();
        assert_eq!(timers.heap.len(), 1);
        assert_eq!(timers.iter().copied().collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn a_payload_can_be_changed_until_the_timer_fires() {
        let mut timers = Timers::new();
        let id = timers.insert(1.0, 1);
        *timers.payload(id).expect("it is still to fire") = 2;
        assert_eq!(timers.pop_due(2.0), Some(2));
        assert!(timers.holds_nothing());
        assert!(timers.payload(id).is_none());
        let cancelled = timers.insert(1.0, 3);
        timers.cancel(cancelled);
        assert!(timers.payload(cancelled).is_none());
        assert!(!timers.holds_nothing());
    }

    #[test]
    fn infinity_is_never_due() {
        let mut timers = Timers::new();
        timers.insert(f64::INFINITY, 1);
        assert_eq!(timers.pop_due(f64::MAX), None);
        assert_eq!(timers.next_deadline(), Some(f64::INFINITY));
    }

    #[test]
    fn take_all_empties() {
        let mut timers = Timers::new();
        let first = timers.insert(1.0, 1);
        let second = timers.insert(2.0, 2);
        timers.cancel(first);
        assert_eq!(timers.take_all(), [2]);
        assert!(timers.is_empty());
        assert!(!timers.is_pending(second));
        timers.insert(5.0, 3);
        assert_eq!(drain(&mut timers), [3]);
    }
}
