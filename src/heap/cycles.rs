//! The cycle collector: trial deletion over the live objects.
//!
//! Every count that is not explained by a pointer found inside the heap comes from outside (a register,
//! a Rust variable, a host's handle), so nothing has to be registered as a root.

use std::collections::HashMap;

use super::header::{Header, flags};
use super::pages::Heap;
use super::refcount::{decrement, increment};

impl Heap {
    /// Whether an automatic collection is due.
    pub(crate) fn collection_due(&self) -> bool {
        self.collect_wanted.get()
    }

    /// Frees unreachable cycles; gives how many objects were found.
    ///
    /// Objects with a finaliser that has not run are not freed: they are queued for it (each once),
    /// with everything they reach, and freed by a later collection if nothing revived them.
    pub(crate) fn collect(&self) -> usize {
        if self.collecting.get() {
            return 0;
        }
        self.collect_wanted.set(false);
        let garbage = self.find_garbage();
        let found = garbage.len();
        let mut finalised = false;
        for &object in &garbage {
            // SAFETY: garbage is alive until it is cleared below.
            let header = unsafe { &*object };
            if header.has(flags::FINALIZE) && !header.has(flags::FINALIZED) {
                // SAFETY: the object is whole.
                if unsafe { (self.kinds[header.kind as usize].finalize)(object) } {
                    // SAFETY: alive.
                    unsafe { increment(object) };
                    self.push_finaliser(object);
                    finalised = true;
                }
            }
        }
        if finalised {
            // The machine runs the finalisers and collects again.
            self.collect_wanted.set(true);
            self.set_pending();
        } else {
            self.clear_garbage(&garbage);
        }
        self.plan_next_collection();
        found
    }

    /// The tracked objects that only garbage points at.
    fn find_garbage(&self) -> Vec<*mut Header> {
        let mut objects = Vec::new();
        self.each_object(|object| {
            // SAFETY: `each_object` gives live objects.
            let kind = unsafe { (*object).kind };
            if self.kinds[kind as usize].tracked {
                objects.push(object);
            }
        });
        let index: HashMap<*mut Header, u32, AddressHash> = objects
            .iter()
            .enumerate()
            .map(|(at, &object)| (object, at as u32))
            .collect();
        // SAFETY: alive.
        let mut external: Vec<u32> = objects
            .iter()
            .map(|&object| unsafe { (*object).count.get() })
            .collect();
        for &object in &objects {
            self.trace(object, |target| {
                if let Some(&at) = index.get(&target) {
                    external[at as usize] = external[at as usize].wrapping_sub(1);
                }
            });
        }
        let mut reachable = vec![false; objects.len()];
        let mut work: Vec<u32> = Vec::new();
        for at in 0..objects.len() {
            if external[at] > 0 && !reachable[at] {
                reachable[at] = true;
                work.push(at as u32);
                while let Some(at) = work.pop() {
                    self.trace(objects[at as usize], |target| {
                        if let Some(&next) = index.get(&target)
                            && !reachable[next as usize]
                        {
                            reachable[next as usize] = true;
                            work.push(next);
                        }
                    });
                }
            }
        }
        objects
            .iter()
            .zip(&reachable)
            .filter(|(_, reachable)| !**reachable)
            .map(|(&object, _)| object)
            .collect()
    }

    /// Drops the references of garbage, keeping each object alive until all are cleared.
    fn clear_garbage(&self, garbage: &[*mut Header]) {
        self.collecting.set(true);
        for &object in garbage {
            // SAFETY: alive; the count added here is given up below.
            unsafe { increment(object) };
        }
        for &object in garbage {
            // SAFETY: alive.
            if unsafe { (*object).has(flags::WEAKREFD) } {
                self.clear_weak(object);
            }
        }
        for &object in garbage {
            // SAFETY: alive; clearing drops references only.
            unsafe { (self.kinds[(*object).kind as usize].clear)(object) };
        }
        for &object in garbage {
            // SAFETY: gives up the count added above.
            unsafe { decrement(object) };
        }
        self.collecting.set(false);
    }

    fn trace(&self, object: *mut Header, mut visit: impl FnMut(*mut Header)) {
        // SAFETY: the object is alive and of that kind.
        unsafe { (self.kinds[(*object).kind as usize].trace)(object, &mut visit) };
    }

    /// At the end of a session: breaks all cycles so that everything is dropped.
    pub(super) fn drop_everything(&self) {
        let mut objects = Vec::new();
        self.each_object(|object| objects.push(object));
        self.collecting.set(true);
        for &object in &objects {
            // SAFETY: alive; the count added here is given up below.
            unsafe { increment(object) };
        }
        for &object in &objects {
            // SAFETY: alive.
            if unsafe { (*object).has(flags::WEAKREFD) } {
                self.clear_weak(object);
            }
        }
        for &object in &objects {
            // SAFETY: alive.
            unsafe { (self.kinds[(*object).kind as usize].clear)(object) };
        }
        for &object in &objects {
            // SAFETY: gives up the count added above.
            unsafe { decrement(object) };
        }
    }
}

/// Hashes addresses by a multiplication: the table lives for one collection.
#[derive(Default, Clone, Copy)]
struct AddressHash;

impl std::hash::BuildHasher for AddressHash {
    type Hasher = AddressHasher;

    fn build_hasher(&self) -> AddressHasher {
        AddressHasher(0)
    }
}

struct AddressHasher(u64);

impl std::hash::Hasher for AddressHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        }
    }

    fn write_usize(&mut self, address: usize) {
        let mixed = (address as u64 >> 4).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ (mixed >> 32);
    }
}
