//! The heap: counted objects in pages, a cycle collector, weak references, accounting.
//!
//! Knows: `std`. Must not know: any Python type. What an object is made of is told by a table
//! of kinds (`KindInfo`) that the owner of the heap gives at creation.
//!
//! Invariants of this room, on which its safe surface rests:
//! - Every object starts with a `Header`; its kind says which Rust type follows, and kinds never change.
//! - An object is alive while its count is above zero. It is freed by whoever brings the count
//!   to zero, never recursively deeper than `DEPTH` (the rest waits in a list).
//! - A heap and all its objects belong to one session and are touched by one thread at a time.
//! - `Drop` never runs script code: objects that need a finaliser are revived and queued.
//!
//! Miri runs this room's tests under Tree Borrows (`tests/README.md`). Stacked Borrows cannot hold: the items of a
//! `Tail` stand behind the part that a `&Tail` covers, and are reached from it.
//!
//! Read: header.rs, refcount.rs, pages.rs, then cycles.rs.

mod cell;
mod cycles;
mod header;
mod pages;
mod refcount;
mod spares;
mod tail;
#[cfg(test)]
mod tests;
mod weak;

pub(crate) use cell::{Shared, Slot};
pub(crate) use header::{Header, KindInfo, flags};
pub(crate) use pages::{Heap, HeapBox, account, zeroed_array};
pub(crate) use refcount::{HeapType, Obj, Ref, decrement, increment};
pub(crate) use tail::Tail;
pub(crate) use weak::WeakPlace;
