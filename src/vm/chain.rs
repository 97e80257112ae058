//! Coroutines that are resumed by hand out of the middle of a suspended chain: a collector closes them in any order, and
//! programs may keep what they await. And what a suspended one waits for.

use super::awaiter::await_operands;
use super::regs::{coroutine_head, coroutine_ref, load, op_at};
use super::{Vm, sleep};
use crate::bytecode::Flow;
use crate::heap::Ref;
use crate::value::{Coroutine, CoroutineState, Value};

impl Vm {
    /// Takes a coroutine that others await out of their chain, with what it awaits itself. Its awaiter, which is given,
    /// becomes the innermost frame of the rest. None if the chain runs, or there is none.
    #[inline]
    pub(super) fn take_out(&mut self, coroutine: &Ref<Coroutine>) -> Option<Ref<Coroutine>> {
        if coroutine.head().awaiter.get().is_null() {
            return None;
        }
        self.cut(coroutine)
    }

    #[cold]
    #[inline(never)]
    fn cut(&mut self, coroutine: &Ref<Coroutine>) -> Option<Ref<Coroutine>> {
        let (me, head) = (coroutine.as_ptr(), coroutine.head());
        let awaiter = head.awaiter.get();
        let root = coroutine_head(head.root.get());
        if root.state.get() != CoroutineState::Suspended || head.code.flow == Flow::AsyncGenerator {
            return None;
        }
        let inner = root.inner.replace(awaiter);
        coroutine_head(awaiter).state.set(CoroutineState::Suspended);
        let mut at = inner;
        while at != me {
            let between = coroutine_head(at);
            between.root.set(me);
            at = between.awaiter.get();
        }
        head.root.set(me);
        head.inner.set(inner);
        head.awaiter.set(std::ptr::null_mut());
        head.state.set(CoroutineState::Suspended);
        Some(coroutine_ref(awaiter))
    }

    /// The reverse, if it is suspended again and its awaiter still waits for it.
    #[cold]
    #[inline(never)]
    pub(super) fn put_back(&mut self, coroutine: &Ref<Coroutine>, awaiter: &Ref<Coroutine>) {
        let (me, head, outer) = (coroutine.as_ptr(), coroutine.head(), awaiter.head());
        let root = coroutine_head(outer.root.get());
        if coroutine.state() != CoroutineState::Suspended
            || !head.awaiter.get().is_null()
            || awaiter.state() != CoroutineState::Suspended
            || root.state.get() != CoroutineState::Suspended
            || root.inner.get() != awaiter.as_ptr()
            || self.awaited_by_coroutine(awaiter).heap_ptr() != Some(me)
        {
            return;
        }
        let inner = head.inner.replace(me);
        head.awaiter.set(awaiter.as_ptr());
        let mut at = inner;
        while at != awaiter.as_ptr() {
            let between = coroutine_head(at);
            between.root.set(outer.root.get());
            at = between.awaiter.get();
        }
        root.inner.set(inner);
    }

    /// Whether it is suspended, as a whole chain is when its innermost frame is.
    pub(crate) fn is_suspended(&self, coroutine: &Coroutine) -> bool {
        let head = coroutine.head();
        match head.state.get() {
            CoroutineState::Suspended => true,
            // Between the ends of a chain.
            CoroutineState::Running if !head.awaiter.get().is_null() => {
                coroutine_head(head.root.get()).state.get() == CoroutineState::Suspended
            }
            _ => false,
        }
    }

    /// What a suspended coroutine waits for, or None.
    pub(crate) fn awaited_by_coroutine(&mut self, coroutine: &Ref<Coroutine>) -> Value {
        if coroutine.state() == CoroutineState::Suspended
            && coroutine.head().inner.get() == coroutine.as_ptr()
        {
            sleep::make_awaited(self, coroutine.registers());
        }
        let head = coroutine.head();
        let state = coroutine.state();
        // The first of a chain that runs; the others are suspended in it.
        let runs = state == CoroutineState::Running && head.awaiter.get().is_null();
        if runs || matches!(state, CoroutineState::Created | CoroutineState::Finished) {
            return Value::NONE;
        }
        match await_operands(op_at(head.pc.get().wrapping_sub(1))) {
            Some((_, src)) => {
                let value = load(coroutine.registers().wrapping_add(usize::from(src.0)));
                if value.is_undef() { Value::NONE } else { value }
            }
            None => Value::NONE,
        }
    }
}
