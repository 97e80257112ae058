//! `Ref<T>`: the counted pointer.

use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::NonNull;

use super::header::Header;
use super::pages::{Heap, release};

/// A Rust type that lives on the heap.
pub(crate) trait HeapType: 'static {
    /// Its kind: the index into the table the heap was made with. Not 0.
    const KIND: u8;
    /// Whether the collector tracks it; equals the table's entry.
    const TRACKED: bool;
}

/// An object in memory.
#[repr(C)]
pub(crate) struct Obj<T> {
    pub(crate) header: Header,
    pub(crate) body: T,
}

/// A counted pointer to an object of type `T`.
#[repr(transparent)]
pub(crate) struct Ref<T: HeapType> {
    pointer: NonNull<Header>,
    of: PhantomData<Obj<T>>,
}

impl<T: HeapType> Ref<T> {
    /// Takes over one count of the object at `pointer`.
    ///
    /// # Safety
    /// `pointer` is a live object of kind `T::KIND`, and the caller gives up one count of it.
    pub(crate) unsafe fn from_raw(pointer: *mut Header) -> Ref<T> {
        // SAFETY: a live object is not null.
        let pointer = unsafe { NonNull::new_unchecked(pointer) };
        Ref {
            pointer,
            of: PhantomData,
        }
    }

    /// The pointer, with its count: the reverse of `from_raw`.
    pub(crate) fn into_raw(self) -> *mut Header {
        let pointer = self.pointer.as_ptr();
        std::mem::forget(self);
        pointer
    }

    /// The address, for identity.
    pub(crate) fn as_ptr(&self) -> *mut Header {
        self.pointer.as_ptr()
    }

    /// Whether both are the same object.
    pub(crate) fn is(&self, other: &Ref<T>) -> bool {
        self.pointer == other.pointer
    }

    pub(crate) fn header(&self) -> &Header {
        // SAFETY: `self` holds a count, so the object is alive; headers are only shared.
        unsafe { self.pointer.as_ref() }
    }

    /// The heap it lives on.
    pub(crate) fn heap(&self) -> &Heap {
        // SAFETY: the object is alive, and a heap outlives its objects.
        unsafe { &*Heap::of(self.pointer.as_ptr()) }
    }
}

impl<T: HeapType> Deref for Ref<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: the kind of the object is `T::KIND`, so an `Obj<T>` stands there, alive as long as `self`.
        unsafe { &(*self.pointer.as_ptr().cast::<Obj<T>>()).body }
    }
}

impl<T: HeapType> Clone for Ref<T> {
    #[inline(always)]
    fn clone(&self) -> Ref<T> {
        // SAFETY: alive, since `self` holds a count.
        unsafe { increment(self.pointer.as_ptr()) };
        Ref {
            pointer: self.pointer,
            of: PhantomData,
        }
    }
}

impl<T: HeapType> Drop for Ref<T> {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: `self` holds the count that is given up here.
        unsafe { decrement(self.pointer.as_ptr()) };
    }
}

impl<T: HeapType> std::fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ref({:p})", self.pointer)
    }
}

/// Adds a count.
///
/// # Safety
/// The object is alive.
#[inline(always)]
pub(crate) unsafe fn increment(object: *mut Header) {
    // SAFETY: alive, by the contract.
    let count = unsafe { &(*object).count };
    count.set(count.get().wrapping_add(1));
}

/// Gives a count up, and frees the object if it was the last.
///
/// # Safety
/// The caller owns one count and does not use it again.
#[inline(always)]
pub(crate) unsafe fn decrement(object: *mut Header) {
    // SAFETY: alive, since the caller owns a count.
    let count = unsafe { &(*object).count };
    let left = count.get().wrapping_sub(1);
    count.set(left);
    if left == 0 {
        // SAFETY: the count is zero and nobody else has a pointer that counts.
        unsafe { release(object) };
    }
}
