//! What comes back when a coroutine's frame ends or gives: to the frame that awaits it, or to whoever resumed it.

use super::agen;
use super::coroutine::{head_of, leave, object_of};
use super::marks::{MARKS, SENT};
use super::regs::{Frame, op_at, pop_frame, store};
use super::run::EXIT;
use super::{R, Vm};
use crate::bytecode::{Dst, Flow, Op, Src};
use crate::heap::Header;
use crate::value::{CoroutineState, Tag, Value};

/// The registers of an awaiting instruction.
pub(super) fn await_operands(op: Op) -> Option<(Dst, Src)> {
    match op {
        Op::Await { dst, src } | Op::YieldFrom { dst, src } => Some((dst, src)),
        _ => None,
    }
}

/// The coroutine with registers at `base`, which somebody awaits, has returned: it is finished and holds nothing.
#[inline(always)]
pub(super) fn retire(base: *mut Value) {
    let me = object_of(base);
    super::regs::with_coroutine(me, |coroutine| {
        let head = coroutine.head();
        head.awaiter.set(std::ptr::null_mut());
        head.root.set(me);
        head.inner.set(me);
        head.state.set(CoroutineState::Finished);
        for register in coroutine.items() {
            register.set(Value::UNDEF);
        }
    });
}

/// The current coroutine returns `value`: to its awaiter, or to whoever resumed it. `Some` ends the run.
#[inline(never)]
pub(super) fn finish(vm: &mut Vm, value: Value) -> R<Option<Value>> {
    let base = vm.stack.base;
    let head = head_of(base);
    let awaiter = head.awaiter.replace(std::ptr::null_mut());
    let flow = head.code.flow;
    let root = head.root.get();
    let me = object_of(base);
    super::regs::with_coroutine(me, |coroutine| {
        coroutine.head().root.set(me);
        coroutine.head().inner.set(me);
        coroutine.head().agen_running.set(false);
        coroutine.finish();
    });
    if !awaiter.is_null() {
        enter_awaiter(vm, awaiter, base);
        if flow == Flow::AsyncGenerator {
            drop_awaited(vm);
            let class = vm.types.stop_async_iteration.clone();
            let stop = vm.new_exception(&class, Vec::new());
            return Err(vm.raise_value(stop));
        }
        complete_await(vm, value);
        return Ok(None);
    }
    debug_assert_eq!(root, me);
    let Some(frame) = back_to_resumer(vm) else {
        return Ok(Some(value));
    };
    if frame.dst.addr() & MARKS == SENT {
        return super::sent::finished(vm, value, frame.dst).map(|()| None);
    }
    match op_at(frame.pc.wrapping_sub(1)) {
        Op::ForIter { it, to, .. } => {
            vm.set_register(it.0, Value::UNDEF);
            vm.stack.pc = frame.pc.wrapping_offset(isize::from(to.0));
            Ok(None)
        }
        _ => Err(vm.stop_iteration(value)),
    }
}

/// Whoever resumed the coroutine is current again. None if that was the host: the run ends.
fn back_to_resumer(vm: &mut Vm) -> Option<Frame> {
    let frame = pop_frame(vm);
    if frame.pc == EXIT.as_ptr() {
        leave(vm);
        return None;
    }
    vm.stack.code = frame.code;
    vm.stack.pc = frame.pc;
    vm.stack.base = frame.base;
    Some(frame)
}

/// The awaiter's frame becomes current again; the awaited one's registers were at `base`.
#[inline(never)]
pub(super) fn enter_awaiter(vm: &mut Vm, awaiter: *mut Header, base: *mut Value) {
    let top = head_of(base).top.get();
    let (head, registers) = super::regs::coroutine_parts(awaiter);
    head.top.set(top);
    head.state.set(CoroutineState::Running);
    vm.stack.code = std::ptr::from_ref(&*head.code);
    vm.stack.pc = head.pc.get();
    vm.stack.base = registers;
}

/// Drops the awaited object that the current frame holds at its awaiting instruction.
pub(super) fn drop_awaited(vm: &mut Vm) {
    if let Some((_, src)) = await_operands(op_at(vm.stack.pc.wrapping_sub(1)))
        && src.0 >= vm.code().n_locals
    {
        vm.set_register(src.0, Value::UNDEF);
    }
}

/// The current frame's awaiting instruction has its result.
pub(super) fn complete_await(vm: &mut Vm, value: Value) {
    if let Some((dst, src)) = await_operands(op_at(vm.stack.pc.wrapping_sub(1))) {
        if src.0 >= vm.code().n_locals && src.0 != dst.0 {
            vm.set_register(src.0, Value::UNDEF);
        }
        vm.set_register(dst.0, value);
    }
}

/// `yield` in an async generator: the value is the result of the awaiting instruction.
#[inline(never)]
pub(super) fn async_yield(vm: &mut Vm, value: Value) -> R<Option<Value>> {
    let base = vm.stack.base;
    let head = head_of(base);
    head.pc.set(vm.stack.pc);
    head.state.set(CoroutineState::Suspended);
    head.agen_running.set(false);
    let me = object_of(base);
    head.root.set(me);
    head.inner.set(me);
    let awaiter = head.awaiter.replace(std::ptr::null_mut());
    if !awaiter.is_null() {
        enter_awaiter(vm, awaiter, base);
        if let Op::Await { dst, src } = op_at(vm.stack.pc.wrapping_sub(1))
            && vm.register_is(src.0, Tag::Coroutine)
            && src.0 == dst.0
        {
            // Of an `async for`: the generator itself stands where it is awaited.
            vm.set_register(dst.0, value);
            return Ok(None);
        }
        return agen::yielded_to_awaiter(vm, value).map(|()| None);
    }
    let Some(frame) = back_to_resumer(vm) else {
        return Ok(Some(value));
    };
    store(frame.dst, value);
    Ok(None)
}
