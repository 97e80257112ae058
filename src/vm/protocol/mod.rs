//! What any value may be asked for: fast path, then the class's special methods, then TypeError.

pub(crate) mod arith;
pub(crate) mod compare;
mod container;
mod iterate;
mod table;
mod text;
mod truth;
