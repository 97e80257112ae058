//! The types and functions every program has without importing anything.
//!
//! Knows: `vm` and below. Must not know: `modules`, `compiler`, `event_loop`.
//! One file a type, with its methods and the table of them at the end; functions by theme in `functions/`.
//! The natives of the special methods *are* how a type behaves: the machine only takes short cuts past
//! them where the operands are exactly what they look like.

mod dict;
mod dict_views;
mod functions;
mod iterators;
mod list;
mod range;
mod receiver;
mod sequence;
mod set;
mod set_algebra;
mod slice;
mod sort;
mod tuple;

use crate::vm::Vm;

/// Gives the built-in classes their methods, and the namespace of builtins its functions.
pub(crate) fn install(vm: &mut Vm) {
    list::install(vm);
    tuple::install(vm);
    dict::install(vm);
    dict_views::install(vm);
    set::install(vm);
    range::install(vm);
    slice::install(vm);
    iterators::install(vm);
    functions::install(vm);
}
