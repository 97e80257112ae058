//! `bytes`.

use std::cell::Cell;

use super::kinds::{Traced, heap_type};
use super::str::hash_bytes;
use crate::heap::{Heap, Ref, Tail};

/// What precedes the bytes.
pub(crate) struct BytesHead {
    hash: Cell<u64>,
}

/// A bytes object.
pub(crate) type Bytes = Tail<BytesHead, u8>;

heap_type!(Bytes, Bytes, false);
impl Traced for Bytes {}

impl Bytes {
    pub(crate) fn hash(&self) -> u64 {
        if self.head().hash.get() == 0 {
            self.head().hash.set(hash_bytes(self.items()) | 1);
        }
        self.head().hash.get()
    }
}

impl Heap {
    /// A new bytes object.
    pub(crate) fn new_bytes(&self, bytes: &[u8]) -> Ref<Bytes> {
        self.alloc_bytes(BytesHead { hash: Cell::new(0) }, bytes)
    }
}
