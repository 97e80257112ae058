//! Spares: dead containers that are kept whole, with the buffer they have, for the next of their kind.
//!
//! A small container that dies where the next one is made costs no allocation then. A spare is empty, counts as a free
//! cell (kind 0) for everybody who walks the heap, and its memory stays in the bytes in use.

use std::cell::Cell;

use super::header::{Header, KindInfo};
use super::pages::Heap;
use super::refcount::{HeapType, Ref};

/// So many of a kind are kept.
const ROOM: usize = 16;
/// Kinds with a number below this may have spares.
const KINDS: usize = 40;

/// The spares of one kind.
struct Stack {
    len: Cell<usize>,
    objects: [Cell<*mut Header>; ROOM],
}

/// The spares of a heap.
pub(super) struct Spares([Stack; KINDS]);

impl Spares {
    pub(super) fn new() -> Spares {
        Spares(
            [const {
                Stack {
                    len: Cell::new(0),
                    objects: [const { Cell::new(std::ptr::null_mut()) }; ROOM],
                }
            }; KINDS],
        )
    }

    /// Whether one more of a kind is wanted.
    #[inline(always)]
    pub(super) fn have_room(&self, kind: u8) -> bool {
        self.0
            .get(kind as usize)
            .is_some_and(|stack| stack.len.get() < ROOM)
    }

    /// Keeps a dead object of a tracked kind, if there is room.
    ///
    /// # Safety
    /// Its count is zero, nobody points to it, it is small, whole and empty.
    #[inline(always)]
    pub(super) unsafe fn push(&self, object: *mut Header) -> bool {
        // SAFETY: the object is whole.
        let header = unsafe { &mut *object };
        let Some(stack) = self.0.get(header.kind as usize) else {
            return false;
        };
        let len = stack.len.get();
        let Some(place) = stack.objects.get(len) else {
            return false;
        };
        place.set(object);
        stack.len.set(len + 1);
        header.kind = 0;
        true
    }

    #[inline(always)]
    fn pop(&self, kind: u8) -> Option<*mut Header> {
        let stack = self.0.get(kind as usize)?;
        let len = stack.len.get().checked_sub(1)?;
        stack.len.set(len);
        Some(stack.objects.get(len)?.get())
    }
}

impl Heap {
    /// An empty object of a tracked kind that died before, with the buffer it had.
    #[inline(always)]
    pub(crate) fn spare<T: HeapType>(&self) -> Option<Ref<T>> {
        const { assert!(T::TRACKED) };
        let object = self.spares.pop(T::KIND)?;
        self.count_tracked();
        let header = Header {
            count: Cell::new(1),
            kind: T::KIND,
            flags: Cell::new(0),
            // SAFETY: the header of a spare is intact but for its kind.
            class: unsafe { (*object).class },
        };
        // SAFETY: nobody but the stack of spares had a pointer to it.
        unsafe { object.write(header) };
        // SAFETY: `push` took a whole object of this kind, and its count is one now.
        Some(unsafe { Ref::from_raw(object) })
    }

    /// Drops all spares, at the end of the session.
    pub(super) fn drop_spares(&self) {
        for (kind, info) in self.kinds.iter().enumerate() {
            while let Some(object) = self.spares.pop(kind as u8) {
                // SAFETY: whole, and nobody points to it.
                unsafe { drop_spare(object, kind as u8, info) };
            }
        }
    }
}

/// # Safety
/// `object` is a spare of this kind that is no longer on the stack.
unsafe fn drop_spare(object: *mut Header, kind: u8, info: &KindInfo) {
    // SAFETY: by the contract; what it drops is the empty buffer, and its cell goes with its page.
    unsafe {
        (*object).kind = kind;
        (info.drop)(object);
        (*object).kind = 0;
    }
}
