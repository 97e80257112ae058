//! What the lowest bits of a frame record's destination say: what is to be done when the frame above it returns.

use crate::value::Value;

/// Marks a frame record whose callee is an `__init__`.
pub(super) const INIT: usize = 1;

/// Marks a frame record whose callee is the forward method of a binary operator: the operands stand before the
/// frame's registers, and a result of NotImplemented means to try the reflected method.
pub(super) const BINARY: usize = 2;

/// Marks a frame record above which a generator runs for a `send` or a `next`.
pub(super) const SENT: usize = 3;

/// Marks the record of a host that runs a generator into a sink (see `drain.rs`), to which its destination points. No
/// operator's frame stands there, so that the bits are free.
pub(super) const SINK: usize = BINARY;

/// Marks the record of a host that calls one function again and again (see `repeat.rs`).
pub(super) const REPEAT: usize = 4;

/// The bits of a frame record's destination that ask for more at the return.
pub(super) const MARKS: usize = 7;

const _: () = assert!(align_of::<Value>() > MARKS);

/// The destination of a frame record without its mark.
pub(super) fn unmarked(dst: *mut Value) -> *mut Value {
    dst.map_addr(|address| address & !MARKS)
}
