//! What precedes every object: count, kind, flags.

use std::cell::Cell;

/// The first eight bytes of every object.
#[repr(C)]
pub(crate) struct Header {
    /// How many counted pointers there are.
    pub(crate) count: Cell<u32>,
    /// Index into the table of kinds; 0 marks a free cell.
    pub(crate) kind: u8,
    /// See `flags`.
    pub(crate) flags: Cell<u8>,
    /// Cells of 16 bytes the object takes (0 for large objects).
    pub(super) class: u16,
}

/// The bits of `Header::flags`.
pub(crate) mod flags {
    /// Reaching zero asks `KindInfo::finalize` first.
    pub(crate) const FINALIZE: u8 = 1;
    /// The finaliser has run; the next death is final.
    pub(crate) const FINALIZED: u8 = 2;
    /// Weak references point here.
    pub(crate) const WEAKREFD: u8 = 4;
    /// Lives outside the pages.
    pub(crate) const LARGE: u8 = 8;
    /// Its end can be seen outside of the program: a file writes what it holds back, a callback is called.
    pub(crate) const SEEN: u8 = 16;
    /// Free for the owner of the kind.
    pub(crate) const OWN: u8 = 32;
    /// Free for the owner of the kind.
    pub(crate) const OWN2: u8 = 64;
    /// Reaching zero outside of a collection queues the object for the machine, which clears this flag when nobody
    /// uses the object without counting (code that a frame runs).
    pub(crate) const LATE: u8 = 128;
}

impl Header {
    pub(crate) fn has(&self, bits: u8) -> bool {
        self.flags.get() & bits != 0
    }

    pub(crate) fn set(&self, bits: u8) {
        self.flags.set(self.flags.get() | bits);
    }

    pub(crate) fn clear(&self, bits: u8) {
        self.flags.set(self.flags.get() & !bits);
    }
}

/// What the heap must know of one kind of object.
#[derive(Clone, Copy)]
pub(crate) struct KindInfo {
    /// For tests, and to name what is left at the end of a session.
    pub(crate) name: &'static str,
    /// May be part of a cycle, so the collector looks at it.
    pub(crate) tracked: bool,
    /// Holds nothing that must be dropped, and is not tracked.
    pub(crate) leaf: bool,
    /// Drops what the object holds (not its memory).
    pub(crate) drop: unsafe fn(*mut Header),
    /// Empties a dying object of a kind that has spares; false if it is not worth keeping (see `spares.rs`).
    pub(crate) keep: Option<unsafe fn(*mut Header) -> bool>,
    /// Calls the visitor once for every counted pointer the object holds.
    pub(crate) trace: unsafe fn(*const Header, &mut dyn FnMut(*mut Header)),
    /// Gives up the references that can be part of a cycle.
    pub(crate) clear: unsafe fn(*mut Header),
    /// Whether a dying object (with the flag FINALIZE) must be revived for its finaliser.
    pub(crate) finalize: unsafe fn(*const Header) -> bool,
}
