//! `send` and `next` of a generator as frames: the generator's frame runs above the caller's, as a `for` runs it.

use super::coroutine::{can_iterate, deliver, enter_chain};
use super::marks::{SENT, unmarked};
use super::regs::{Frame, Window, op_at, push_frame, store};
use super::{R, Vm};
use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::{Coroutine, CoroutineState, Value};

/// Whether `next` and `send` may resume it directly with `value`.
#[inline(always)]
pub(super) fn can_be_sent(generator: &Ref<Coroutine>, value: &Value) -> bool {
    can_iterate(generator)
        && generator.head().awaiter.get().is_null()
        && (value.is_none() || generator.state() == CoroutineState::Suspended)
}

impl Vm {
    /// Enters a generator that `can_be_sent` vouches for: its next value goes to `dst`. The calling instruction's
    /// window, which holds the generator, is cleared then (see `SENT`).
    pub(super) fn enter_generator(
        &mut self,
        generator: &Ref<Coroutine>,
        value: Value,
        dst: *mut Value,
    ) -> R<()> {
        let top = self.stack_top();
        let frame = Frame {
            code: self.stack.code,
            pc: self.stack.pc,
            base: self.stack.base,
            dst: dst.map_addr(|address| address | SENT),
        };
        push_frame(self, frame);
        enter_chain(self, generator, top);
        deliver(self, value)
    }
}

/// The window of the `send` or `next` that the current frame waits at: the generator first.
fn sent_window(vm: &Vm) -> Window {
    match op_at(vm.stack.pc.wrapping_sub(1)) {
        Op::CallMethod { a, n, .. } => vm.register_window(a.0 + 1, usize::from(n.0) + 1),
        Op::CallGlobal { a, n, .. } => vm.register_window(a.0 + 1, usize::from(n.0)),
        Op::CallMethodOn { a, .. } | Op::CallGlobalOn { a, .. } => {
            vm.register_window(u16::from(a.0) + 1, 1)
        }
        _ => vm.register_window(0, 0),
    }
}

/// A generator gave `value` to the `send` or `next` that the current frame waits at.
#[inline(never)]
pub(super) fn returned(vm: &mut Vm, value: Value, dst: *mut Value) {
    sent_window(vm).clear();
    store(unmarked(dst), value);
}

/// The generator returned `value`: StopIteration, or the default that `next` was given.
pub(super) fn finished(vm: &mut Vm, value: Value, dst: *mut Value) -> R<()> {
    let window = sent_window(vm);
    let is_next = matches!(op_at(vm.stack.pc.wrapping_sub(1)), Op::CallGlobal { .. });
    if window.count == 2 && is_next {
        let default = window.take(1);
        window.clear();
        store(unmarked(dst), default);
        return Ok(());
    }
    window.clear();
    Err(vm.stop_iteration(value))
}
