//! A machine that may move between threads, and the end of a session.

use std::ops::{Deref, DerefMut};

use super::Vm;

/// A machine with everything that points into its heap.
///
/// The contract of whoever holds one: no `Value` and no `Ref` of this machine is kept outside of it. What a host
/// keeps are numbers of places in a table inside.
pub(crate) struct Isolated(Box<Vm>);

impl Isolated {
    /// Encloses a machine. The caller keeps no pointer into its heap.
    pub(crate) fn new(vm: Box<Vm>) -> Isolated {
        Isolated(vm)
    }
}

impl Deref for Isolated {
    type Target = Vm;

    fn deref(&self) -> &Vm {
        &self.0
    }
}

impl DerefMut for Isolated {
    fn deref_mut(&mut self) -> &mut Vm {
        &mut self.0
    }
}

// SAFETY: What keeps `Vm` from being `Send` are its counted pointers (`Ref`, `Value`, `Rc`) and raw pointers into its
// own heap and stack: their counts are not atomic. All of them lie inside the one box (the stack, the types, the
// state by type, the heap itself), so that they move together, and by the contract above none is held outside. There
// is no `thread_local!` in this crate. The parts that hosts give (sinks, functions) are `Send` by their own types.
// It is not `Sync`: a thread needs `&mut` to do anything.
unsafe impl Send for Isolated {}

impl Vm {
    /// Forgets the code that ran, when no frame is left: with it go the globals that only code held.
    pub(crate) fn forget_code(&mut self) {
        if self.stack.depth() == 0 {
            self.sweep_code();
        }
    }

    /// Puts back what natives left behind when a limit ended them, when no frame is left.
    pub(crate) fn settle(&mut self) {
        if self.stack.depth() == 0 {
            self.native_depth = 0;
            self.repr_stack.clear();
        }
    }
}
