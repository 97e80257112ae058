//! Interior mutability without guards: take, replace, copy out.
//!
//! Script code may change any container at any call-out, so no borrow may outlive a call.
//! Both cells here give values out by copying or moving them.

use std::cell::UnsafeCell;

/// A place for one value that is read by cloning it.
#[repr(transparent)]
pub(crate) struct Slot<T>(UnsafeCell<T>);

impl<T> Slot<T> {
    pub(crate) const fn new(value: T) -> Slot<T> {
        Slot(UnsafeCell::new(value))
    }

    /// Puts `value` in and gives the old one back.
    #[inline(always)]
    pub(crate) fn replace(&self, value: T) -> T {
        // SAFETY: one thread at a time touches a session, and no reference to the inside exists
        // outside the methods of this type, none of which runs foreign code while it holds one
        // (`get` clones, and cloning a counted pointer only bumps a count).
        unsafe { std::ptr::replace(self.0.get(), value) }
    }

    /// Puts `value` in. The old one is dropped after the new one is in place.
    #[inline(always)]
    pub(crate) fn set(&self, value: T) {
        drop(self.replace(value));
    }

    pub(crate) fn as_ptr(&self) -> *mut T {
        self.0.get()
    }

    /// Looks at the value. `look` must not put another one in: it runs no script code.
    #[inline(always)]
    pub(crate) fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        // SAFETY: as for `replace`; `look` keeps to the contract.
        look(unsafe { &*self.0.get() })
    }
}

impl<T: Clone> Slot<T> {
    /// A copy of the value.
    #[inline(always)]
    pub(crate) fn get(&self) -> T {
        // SAFETY: as for `replace`.
        unsafe { (*self.0.get()).clone() }
    }
}

impl<T: Default> Slot<T> {
    /// Takes the value out and leaves the default.
    pub(crate) fn take(&self) -> T {
        self.replace(T::default())
    }
}

impl<T: Default> Default for Slot<T> {
    fn default() -> Slot<T> {
        Slot::new(T::default())
    }
}

/// A structure that is looked at and changed through short closures.
///
/// The closure must not call anything that could reach the same cell again: no script code,
/// nothing that takes the machine. Debug builds check it.
pub(crate) struct Shared<T> {
    inner: UnsafeCell<T>,
    #[cfg(debug_assertions)]
    busy: std::cell::Cell<bool>,
    /// How many closures look at it now.
    #[cfg(debug_assertions)]
    readers: std::cell::Cell<u32>,
}

impl<T> Shared<T> {
    pub(crate) fn new(inner: T) -> Shared<T> {
        Shared {
            inner: UnsafeCell::new(inner),
            #[cfg(debug_assertions)]
            busy: std::cell::Cell::new(false),
            #[cfg(debug_assertions)]
            readers: std::cell::Cell::new(0),
        }
    }

    /// Looks at the inside.
    #[inline(always)]
    pub(crate) fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        #[cfg(debug_assertions)]
        assert!(
            !self.busy.get(),
            "a shared cell was read while it was being changed"
        );
        #[cfg(debug_assertions)]
        self.readers.set(self.readers.get() + 1);
        // SAFETY: one thread at a time; closures do not re-enter (checked in debug builds), so no
        // exclusive borrow is alive.
        let result = look(unsafe { &*self.inner.get() });
        #[cfg(debug_assertions)]
        self.readers.set(self.readers.get() - 1);
        result
    }

    /// Changes the inside.
    #[inline(always)]
    pub(crate) fn with_mut<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        #[cfg(debug_assertions)]
        assert!(
            !self.busy.replace(true),
            "a shared cell was changed while it was being changed"
        );
        #[cfg(debug_assertions)]
        assert!(
            self.readers.get() == 0,
            "a shared cell was changed while it was being read"
        );
        // SAFETY: one thread at a time; closures do not re-enter (checked in debug builds), so
        // this is the only borrow.
        let result = change(unsafe { &mut *self.inner.get() });
        #[cfg(debug_assertions)]
        self.busy.set(false);
        result
    }

    /// Puts a new inside in, and gives the old one back.
    pub(crate) fn replace(&self, inner: T) -> T {
        self.with_mut(|old| std::mem::replace(old, inner))
    }
}

impl<T> Shared<Vec<T>> {
    /// Appends if there is room, or else gives the value back. (`Vec::push` is not inlined where it counts.)
    #[inline(always)]
    pub(crate) fn push_in_room(&self, value: T) -> Option<T> {
        self.with_mut(|items| {
            let len = items.len();
            let [place, ..] = items.spare_capacity_mut() else {
                return Some(value);
            };
            place.write(value);
            // SAFETY: the place behind the last item holds a value now.
            unsafe { items.set_len(len + 1) };
            None
        })
    }
}

impl<T: Default> Default for Shared<T> {
    fn default() -> Shared<T> {
        Shared::new(T::default())
    }
}
