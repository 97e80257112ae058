//! The slow paths of the instructions, by family. Each works on the machine's current frame.

pub(super) mod arith;
pub(super) mod attr;
pub(super) mod await_;
pub(super) mod build;
pub(super) mod call;
pub(super) mod compare;
pub(super) mod flow;
pub(super) mod import_;
pub(super) mod index;
pub(super) mod iter;
pub(super) mod load;
pub(super) mod match_;
pub(super) mod raise;
pub(super) mod super_;
pub(super) mod tables;
pub(super) mod unpack;
