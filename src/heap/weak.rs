//! Weak references: who points weakly at whom.
//!
//! A weak reference is an object with a place for its target's address. The heap keeps, per target, the
//! list of such places, and empties them when the target dies.

use std::cell::Cell;
use std::collections::HashMap;

use super::header::{Header, flags};
use super::pages::Heap;

/// The place of a target in a weak reference: null when it is dead.
pub(crate) type WeakPlace = Cell<*mut Header>;

/// Places and the objects that hold them, by target.
#[derive(Default)]
pub(super) struct WeakTable {
    places: HashMap<*mut Header, Vec<(*const WeakPlace, *mut Header)>>,
}

impl Heap {
    /// Makes `place`, which lives inside the live object `holder`, point weakly at `target`.
    ///
    /// The holder must call `forget_weak` when it dies.
    ///
    /// # Safety
    /// `target` and `holder` are live objects of this heap, and `place` stays where it is.
    pub(crate) unsafe fn add_weak(
        &self,
        target: *mut Header,
        place: *const WeakPlace,
        holder: *mut Header,
    ) {
        // SAFETY: alive, by the contract.
        unsafe { (*target).set(flags::WEAKREFD) };
        // SAFETY: alive, by the contract.
        unsafe { (*place).set(target) };
        self.weak
            .borrow_mut()
            .places
            .entry(target)
            .or_default()
            .push((place, holder));
    }

    /// Takes the place off the table: its holder dies.
    pub(crate) fn forget_weak(&self, target: *mut Header, place: *const WeakPlace) {
        if let Some(places) = self.weak.borrow_mut().places.get_mut(&target) {
            places.retain(|entry| !std::ptr::eq(entry.0, place));
        }
    }

    /// The objects that hold weak references to `target`, oldest first.
    pub(crate) fn weak_holders(&self, target: *mut Header) -> Vec<*mut Header> {
        let table = self.weak.borrow();
        table.places.get(&target).map_or(Vec::new(), |places| {
            places.iter().map(|entry| entry.1).collect()
        })
    }

    /// The target dies: empties all places, and queues the holders that ask for it (flag FINALIZE: they have a callback).
    pub(super) fn clear_weak(&self, target: *mut Header) {
        let Some(places) = self.weak.borrow_mut().places.remove(&target) else {
            return;
        };
        // SAFETY: the target is dying but still whole.
        unsafe { (*target).clear(flags::WEAKREFD) };
        for (place, holder) in places.into_iter().rev() {
            // SAFETY: holders take their place off the table before they die.
            unsafe { (*place).set(std::ptr::null_mut()) };
            // SAFETY: as above.
            let header = unsafe { &*holder };
            if header.has(flags::OWN) && header.count.get() > 0 {
                header.count.set(header.count.get() + 1);
                self.push_finaliser(holder);
            }
        }
    }
}
