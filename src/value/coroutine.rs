//! Generators, coroutines, async generators: a suspended computation is a value.
//!
//! The registers live in the object and the machine runs them in place. A coroutine that awaits another keeps it in
//! a register (so ownership goes down the chain, as in CPython), and the awaited one points back at its awaiter.
//! The `root` of a chain remembers the innermost frame, so a resume enters that frame directly.

use std::cell::Cell;

use super::kinds::{Traced, chained, heap_type};
use super::{CodeObject, ObjectSlot, Value};
use crate::bytecode::Op;
use crate::heap::{Header, Ref, Slot, Tail};

/// Where a coroutine stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum CoroutineState {
    Created,
    Suspended,
    Running,
    Finished,
}

/// What precedes the registers.
pub(crate) struct CoroutineHead {
    pub(crate) code: Ref<CodeObject>,
    /// The next instruction.
    pub(crate) pc: Cell<*const Op>,
    /// Who awaits this one, if it is not resumed by hand: a coroutine that holds it in a register. Not counted.
    pub(crate) awaiter: Cell<*mut Header>,
    /// The outermost awaiter of the chain (itself, if nobody awaits it). Not counted.
    pub(crate) root: Cell<*mut Header>,
    /// Of a root: the innermost frame of the chain. Not counted.
    pub(crate) inner: Cell<*mut Header>,
    /// Where plain calls made from this frame put theirs. Valid while it runs.
    pub(crate) top: Cell<*mut Value>,
    /// How many awaiters are above it.
    pub(crate) depth: Cell<u32>,
    pub(crate) state: Cell<CoroutineState>,
    /// An async generator: whether an `asend`/`athrow`/`aclose` is under way.
    pub(crate) agen_running: Cell<bool>,
    /// An async generator: its first iteration has been announced to the loop's hooks.
    pub(crate) agen_hooked: Cell<bool>,
    /// A generator that an `__await__` gave: it may be awaited.
    pub(crate) awaitable: Cell<bool>,
    /// Name and qualified name, if set by the program. None otherwise.
    pub(crate) qualname: ObjectSlot,
}

/// A generator, coroutine or async generator; `code.flow` says which.
pub(crate) type Coroutine = Tail<CoroutineHead, Slot<Value>>;

heap_type!(Coroutine, Coroutine, true);

impl Traced for Coroutine {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        visit(self.head().code.as_ptr());
        self.head().qualname.visit(visit);
        for register in self.items() {
            register.get().visit(visit);
        }
    }

    fn unlink(&self) {
        if self.head().state.get() != CoroutineState::Running {
            self.finish();
        }
    }

    fn wants_finaliser(&self) -> bool {
        use crate::bytecode::Flow;
        match self.head().state.get() {
            CoroutineState::Created => self.head().code.flow == Flow::Coroutine,
            CoroutineState::Suspended => {
                let code = &self.head().code;
                let at = code.index_of(self.head().pc.get());
                code.flow != Flow::Generator
                    || code
                        .code
                        .handlers
                        .iter()
                        .any(|handler| (handler.start..handler.end).contains(&at))
                    || self.head().inner.get() != self.object()
            }
            CoroutineState::Running | CoroutineState::Finished => false,
        }
    }
}

impl Coroutine {
    #[inline(always)]
    pub(crate) fn state(&self) -> CoroutineState {
        self.head().state.get()
    }

    /// The object.
    fn object(&self) -> *mut Header {
        std::ptr::from_ref(self)
            .cast_mut()
            .cast::<Header>()
            .wrapping_sub(1)
    }

    /// If it is the suspended root of a chain: what it awaits becomes the root of the rest, which may outlive it.
    pub(super) fn detach(&self) {
        let (head, me) = (self.head(), self.object());
        let inner = head.inner.get();
        if head.state.get() != CoroutineState::Suspended || inner == me {
            return;
        }
        head.inner.set(me);
        let mut root = inner;
        loop {
            let awaiter = chained(root).awaiter.get();
            if awaiter == me || awaiter.is_null() {
                break;
            }
            root = awaiter;
        }
        let mut at = inner;
        while at != root {
            chained(at).root.set(root);
            at = chained(at).awaiter.get();
        }
        let rest = chained(root);
        rest.root.set(root);
        rest.awaiter.set(std::ptr::null_mut());
        rest.inner.set(inner);
        rest.state.set(CoroutineState::Suspended);
    }

    /// Marks it finished and drops what its registers hold.
    pub(crate) fn finish(&self) {
        self.detach();
        self.head().state.set(CoroutineState::Finished);
        for register in self.items() {
            register.set(Value::UNDEF);
        }
    }

    /// Registers start here.
    #[inline(always)]
    pub(crate) fn registers(&self) -> *mut Value {
        self.items_ptr().cast()
    }
}
