//! What any value may be asked for: fast path, then the class's special methods, then TypeError.

pub(crate) mod arith;
mod big;
pub(in crate::vm) mod columns;
pub(crate) mod compare;
mod container;
mod convert;
mod extend;
mod hint;
mod iterate;
mod mapped;
pub(in crate::vm) mod rows;
mod table;
mod text;
mod truth;
mod unsupported;
