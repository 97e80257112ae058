//! Weak references.

use std::cell::Cell;

use super::kinds::{Traced, heap_type};
use super::{Class, Value};
use crate::heap::{Header, Heap, Ref, Slot, WeakPlace, flags, increment};

/// A weak reference to an object.
pub(crate) struct Weak {
    target: WeakPlace,
    /// Called with this reference when the target dies; None for none.
    pub(crate) callback: Slot<Value>,
    pub(crate) class: Slot<Ref<Class>>,
    /// The target's hash, once asked for.
    pub(crate) hash: Cell<Option<u64>>,
}

heap_type!(Weak, Weak, true);

impl Traced for Weak {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        self.callback.get().visit(visit);
        visit(self.class.get().as_ptr());
    }

    fn unlink(&self) {
        self.callback.set(Value::NONE);
    }
}

impl Drop for Weak {
    fn drop(&mut self) {
        let target = self.target.get();
        if !target.is_null() {
            self.class
                .get()
                .heap()
                .forget_weak(target, &raw const self.target);
        }
    }
}

impl Weak {
    /// The target, if it is alive.
    pub(crate) fn get(&self) -> Option<Value> {
        let target = self.target.get();
        if target.is_null() {
            return None;
        }
        // SAFETY: the heap empties the place before the target dies, so it is alive here.
        unsafe { increment(target) };
        // SAFETY: alive, with the count just added.
        Some(unsafe { Value::from_raw(target) })
    }
}

impl Heap {
    /// A weak reference to `target`, which is a heap object.
    pub(crate) fn new_weak(
        &self,
        class: &Ref<Class>,
        target: &Value,
        callback: Value,
    ) -> Ref<Weak> {
        let has_callback = !callback.is_none();
        let weak = self.alloc(Weak {
            target: Cell::new(std::ptr::null_mut()),
            callback: Slot::new(callback),
            class: Slot::new(class.clone()),
            hash: Cell::new(None),
        });
        if has_callback {
            weak.header().set(flags::OWN | flags::SEEN);
        }
        if let Some(pointer) = target.heap_ptr() {
            // SAFETY: both objects are alive, the place does not move, and `Drop` takes it off.
            unsafe { self.add_weak(pointer, &raw const weak.target, weak.as_ptr()) };
        }
        weak
    }

    /// The first weak reference of exactly `class` without a callback that points at `target`.
    pub(crate) fn existing_weak(&self, class: &Ref<Class>, target: &Value) -> Option<Value> {
        let holders = self.weak_holders(target.heap_ptr()?);
        holders.into_iter().find_map(|holder| {
            // SAFETY: holders are alive: they take themselves off the table when they die.
            unsafe { increment(holder) };
            // SAFETY: alive, with the count just added.
            let value = unsafe { Value::from_raw(holder) };
            let plain = value
                .as_ref::<Weak>()
                .is_some_and(|weak| weak.callback.get().is_none() && weak.class.get().is(class));
            plain.then_some(value)
        })
    }
}
