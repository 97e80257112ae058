//! Awaiting, async iteration, `yield from`.

use std::cell::Cell;

use crate::bytecode::{Flow, Op, Src};
use crate::value::{
    Coroutine, CoroutineState, Exception, FutureObject, NativeData, Special, Tag, Value,
};
use crate::vm::{AgenAwait, R, Raised, Resume, Vm};
use crate::vm::{awaiter, coroutine, sleep};

/// The iterator that `__await__` gave, while it is awaited.
pub(in crate::vm) struct AwaitIterator {
    iterator: Value,
    started: Cell<bool>,
}

impl NativeData for AwaitIterator {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator);
    }
}

/// `await`: `None` when the result is in place or another frame was entered; else what to give to the resumer.
#[inline(never)]
pub(in crate::vm) fn await_(vm: &mut Vm, op: Op) -> R<Option<Value>> {
    let Op::Await { dst, src } = op else {
        return Ok(None);
    };
    let sent = std::mem::replace(&mut vm.sent, Value::NONE);
    let value = vm.peek(src.0);
    if let Some(future) = value.to_ref::<FutureObject>() {
        if future.is_done() {
            let result = (vm.hooks.future_result)(vm, &future)?;
            consume(vm, src);
            vm.set_register(dst.0, result);
            return Ok(None);
        }
        future.blocking.set(true);
        pin(vm, src, &value);
        return Ok(Some(value));
    }
    if let Some(awaited) = value.to_ref::<Coroutine>() {
        return enter_coroutine(vm, &awaited);
    }
    if value.as_data::<AgenAwait>().is_some() {
        let object = value.clone();
        let Some(awaitable) = object.as_data::<AgenAwait>() else {
            return Ok(None);
        };
        return vm.agen_enter(awaitable).map(|()| None);
    }
    if let Some(waiting) = value.as_data::<AwaitIterator>() {
        let iterator = waiting.iterator.clone();
        waiting.started.set(true);
        return step_iterator(vm, &iterator, sent, dst.0, src);
    }
    let Some(method) = vm.find_special(&value, Special::Await) else {
        return Err(not_awaitable(vm, &value));
    };
    let iterator = match vm.call_bound(&method, &value, &[], &[]) {
        Ok(iterator) => iterator,
        Err(raised) => return Err(bad_anext(vm, &value, raised)),
    };
    if let Some(awaited) = iterator.to_ref::<Coroutine>() {
        if awaited.head().code.flow == Flow::Coroutine {
            return Err(vm.type_error("__await__() returned a coroutine"));
        }
        awaited.head().awaitable.set(true);
        replace(vm, src, iterator.clone());
        return enter_coroutine(vm, &awaited);
    }
    let is_iterator =
        iterator.is(Tag::Iterator) || vm.find_special(&iterator, Special::Next).is_some();
    if iterator.is(Tag::Future) || !is_iterator {
        let message = format!(
            "__await__() returned non-iterator of type '{}'",
            vm.type_name(&iterator)
        );
        return Err(vm.type_error(message));
    }
    let class = vm.types.coroutine_wrapper.clone();
    let wrapper = vm.heap.new_opaque(
        &class,
        AwaitIterator {
            iterator: iterator.clone(),
            started: Cell::new(true),
        },
    );
    replace(vm, src, wrapper);
    step_iterator(vm, &iterator, Value::NONE, dst.0, src)
}

/// What the running `await` is part of, as far as the instructions before it tell.
fn implied_by(vm: &Vm) -> Option<&'static str> {
    let code = vm.running_code();
    let at = code.index_of(vm.stack.pc) as usize;
    let before = |back: usize| code.code.ops.get(at.checked_sub(back)?);
    match before(1)? {
        Op::GetANext { .. } => Some("__anext__"),
        Op::Call { n, .. } if n.0 == 0 => {
            matches!(before(2)?, Op::AsyncWithLookup { .. }).then_some("__aenter__")
        }
        Op::Call { n, a, dst } if n.0 == 3 && a.0 == dst.0 => {
            let is_exit = match *before(2)? {
                Op::ExcInfo { .. } => true,
                // The third None is a copy of the second, which no argument is.
                Op::Copy { dst, src } => dst.0 == a.0 + 3 && src.0 == a.0 + 2,
                _ => false,
            };
            is_exit.then_some("__aexit__")
        }
        _ => None,
    }
}

#[cold]
fn not_awaitable(vm: &mut Vm, value: &Value) -> Raised {
    let found = vm.type_name(value);
    let message = match implied_by(vm) {
        Some("__anext__") => {
            let raised = vm.type_error(format!(
                "object {found} can't be used in 'await' expression"
            ));
            return bad_anext(vm, value, raised);
        }
        Some(method) => format!(
            "'async with' received an object from {method} that does not implement __await__: {found}"
        ),
        None => format!("object {found} can't be used in 'await' expression"),
    };
    vm.type_error(message)
}

/// What `__await__` of an item of `async for` raised is the cause of another error.
#[cold]
fn bad_anext(vm: &mut Vm, value: &Value, raised: Raised) -> Raised {
    if implied_by(vm) != Some("__anext__") {
        return raised;
    }
    let cause = vm.take_raised();
    let found = vm.type_name(value);
    let message = format!("'async for' received an invalid object from __anext__: {found}");
    let (class, message) = (vm.types.type_error.clone(), vm.new_str(&message));
    let error = vm.new_exception(&class, vec![message]);
    if let Some(error) = error.as_ref::<Exception>() {
        error.cause.set(cause.clone());
        error.context.set(cause);
    }
    vm.raise_value(error)
}

/// A pause in a coroutine that the `for` of another frame drives, not a task: what to give, or None if there is a
/// coroutine in the register now, to be awaited in its place.
#[cold]
pub(in crate::vm) fn pause_in_for(vm: &mut Vm, src: Src, bits: u64) -> Option<Value> {
    let pause = Value::pause(bits);
    if let Some(delay) = sleep::seconds(&pause)
        && let Some(made) = sleep::new_sleep(vm, Value::float(delay))
    {
        vm.set_register(src.0, Value::object(made));
        return None;
    }
    vm.set_register(src.0, sleep::while_waiting(bits));
    Some(Value::NONE)
}

/// A temporary stays where it is while it is awaited; a variable needs no copy, as it cannot change meanwhile.
fn pin(_: &mut Vm, _: Src, _: &Value) {}

fn consume(vm: &mut Vm, src: Src) {
    if src.0 >= vm.code().n_locals {
        vm.set_register(src.0, Value::UNDEF);
    }
}

fn replace(vm: &mut Vm, src: Src, value: Value) {
    vm.set_register(src.0, value);
}

/// Enters a coroutine (or the generator of an `__await__`) as the next frame of the chain.
fn enter_coroutine(vm: &mut Vm, awaited: &crate::heap::Ref<Coroutine>) -> R<Option<Value>> {
    let head = awaited.head();
    if head.code.flow == Flow::Generator
        && !head.awaitable.get()
        && !head.code.iterable_coroutine.get()
    {
        return Err(vm.type_error("object generator can't be used in 'await' expression"));
    }
    if head.code.flow == Flow::Coroutine && awaited.state() == CoroutineState::Suspended {
        return Err(vm.runtime_error("coroutine is being awaited already"));
    }
    if awaited.head().code.flow == Flow::AsyncGenerator {
        return Err(vm.type_error("object async_generator can't be used in 'await' expression"));
    }
    link_in(vm, awaited)
}

fn link_in(vm: &mut Vm, awaited: &crate::heap::Ref<Coroutine>) -> R<Option<Value>> {
    match awaited.state() {
        CoroutineState::Running => {
            let kind = coroutine::kind_name(awaited);
            if awaited.head().code.flow == Flow::Coroutine {
                return Err(vm.runtime_error("coroutine is being awaited already"));
            }
            return Err(vm.value_error(format!("{kind} already executing")));
        }
        CoroutineState::Finished if awaited.head().code.flow == Flow::Coroutine => {
            return Err(vm.runtime_error("cannot reuse already awaited coroutine"));
        }
        CoroutineState::Finished => {
            awaiter::complete_await(vm, Value::NONE);
            return Ok(None);
        }
        CoroutineState::Created | CoroutineState::Suspended => {}
    }
    if !awaited.head().awaiter.get().is_null() {
        return Err(vm.runtime_error("coroutine is being awaited already"));
    }
    if coroutine::head_of(vm.stack.base).depth.get() >= coroutine::MAX_CHAIN {
        // It was tried: it does not count as never awaited.
        if awaited.state() == CoroutineState::Created {
            awaited.finish();
        }
        return Err(vm.recursion_error());
    }
    let me = coroutine::head_of(vm.stack.base);
    me.pc.set(vm.stack.pc);
    let base = vm.stack.base;
    let inner = awaited.head().inner.get();
    if inner == awaited.as_ptr() {
        let registers = coroutine::link(base, awaited);
        let head = awaited.head();
        vm.stack.code = std::ptr::from_ref(&*head.code);
        vm.stack.pc = head.pc.get();
        vm.stack.base = registers;
    } else {
        coroutine::link_started(vm, awaited);
    }
    coroutine::deliver(vm, Value::NONE)?;
    Ok(None)
}

/// One step of an iterator that is awaited or delegated to.
fn step_iterator(
    vm: &mut Vm,
    iterator: &Value,
    sent: Value,
    dst: u16,
    src: Src,
) -> R<Option<Value>> {
    let given = if sent.is_none() {
        vm.next_or_value(iterator)?
    } else {
        match vm.call_method(iterator, "send", &[sent]) {
            Ok(value) => Ok(value),
            Err(Raised) => match vm.take_stop_iteration() {
                Some(result) => Err(result),
                None => return Err(Raised),
            },
        }
    };
    match given {
        Ok(value) => Ok(Some(value)),
        Err(result) => {
            consume(vm, src);
            vm.set_register(dst, result);
            Ok(None)
        }
    }
}

/// `yield from`.
#[inline(never)]
pub(in crate::vm) fn yield_from(vm: &mut Vm, op: Op) -> R<Option<Value>> {
    let Op::YieldFrom { dst, src } = op else {
        return Ok(None);
    };
    let sent = std::mem::replace(&mut vm.sent, Value::NONE);
    let value = vm.peek(src.0);
    if let Some(waiting) = value.as_data::<AwaitIterator>() {
        let iterator = waiting.iterator.clone();
        return step_iterator(vm, &iterator, sent, dst.0, src);
    }
    if let Some(generator) = value.to_ref::<Coroutine>() {
        match generator.head().code.flow {
            Flow::Generator => {}
            Flow::Coroutine if vm.code().iterable_coroutine.get() => {}
            Flow::Coroutine => {
                return Err(vm.type_error(
                    "cannot 'yield from' a coroutine object in a non-coroutine generator",
                ));
            }
            _ => {
                let message = format!("'{}' object is not iterable", vm.type_name(&value));
                return Err(vm.type_error(message));
            }
        }
        return link_in(vm, &generator);
    }
    let iterator = vm.iter(&value)?;
    if let Some(generator) = iterator.to_ref::<Coroutine>() {
        replace(vm, src, iterator);
        return link_in(vm, &generator);
    }
    let class = vm.types.coroutine_wrapper.clone();
    let wrapper = vm.heap.new_opaque(
        &class,
        AwaitIterator {
            iterator: iterator.clone(),
            started: Cell::new(true),
        },
    );
    replace(vm, src, wrapper);
    step_iterator(vm, &iterator, Value::NONE, dst.0, src)
}

/// An exception is thrown into the current frame: if it waits for an iterator with `throw`, that one gets it.
#[inline(never)]
pub(in crate::vm) fn throw_into_iterator(vm: &mut Vm, exception: &Value) -> R<Thrown> {
    let (dst, src) = match crate::vm::regs::op_at(vm.stack.pc.wrapping_sub(1)) {
        Op::Await { dst, src } | Op::YieldFrom { dst, src } => (dst, src),
        _ => return Ok(Thrown::Here),
    };
    let value = vm.peek(src.0);
    let Some(waiting) = value.as_data::<AwaitIterator>() else {
        return Ok(Thrown::Here);
    };
    let iterator = waiting.iterator.clone();
    let exit = vm.types.generator_exit.clone();
    if exception
        .as_ref::<Exception>()
        .is_some_and(|exception| exception.class.get().is_subclass(&exit))
    {
        let close = vm.intern("close");
        if let Some(close) = vm.find_attr(&iterator, &close)? {
            vm.call(&close, &[])?;
        }
        return Ok(Thrown::Here);
    }
    let throw = vm.intern("throw");
    let Some(throw) = vm.find_attr(&iterator, &throw)? else {
        return Ok(Thrown::Here);
    };
    match vm.call(&throw, std::slice::from_ref(exception)) {
        Ok(given) => Ok(Thrown::Gave(given)),
        Err(Raised) => match vm.take_stop_iteration() {
            Some(result) => {
                consume(vm, src);
                vm.set_register(dst.0, result);
                Ok(Thrown::Returned)
            }
            None => Err(Raised),
        },
    }
}

/// What became of an exception thrown into a frame.
pub(in crate::vm) enum Thrown {
    /// It is raised in the frame itself.
    Here,
    /// The iterator that the frame waits for took it and gave a value: the frame goes on waiting.
    Gave(Value),
    /// The iterator returned: the frame goes on.
    Returned,
}

#[inline(never)]
pub(in crate::vm) fn get_aiter(vm: &mut Vm, op: Op) -> R<()> {
    let Op::GetAIter { dst, src } = op else {
        return Ok(());
    };
    let value = vm.operand(src);
    let result = vm.aiter(&value)?;
    vm.set_register(dst.0, result);
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn get_anext(vm: &mut Vm, op: Op) -> R<()> {
    let Op::GetANext { dst, it } = op else {
        return Ok(());
    };
    let iterator = vm.peek(it.0);
    if let Some(generator) = iterator.as_ref::<Coroutine>()
        && generator.head().code.flow == Flow::AsyncGenerator
        && let Op::Await { src, .. } = crate::vm::regs::op_at(vm.stack.pc)
        && src.0 == dst.0
        && src.0 >= vm.code().n_locals
        && vm.agen_can_enter(generator)
    {
        // The awaitable would be made only to be awaited: the generator stands in its place.
        vm.agen_begin(generator)?;
        vm.set_register(dst.0, iterator.clone());
        vm.stack.pc = vm.stack.pc.wrapping_add(1);
        return vm.agen_link(generator);
    }
    let result = vm.anext(&iterator)?;
    vm.set_register(dst.0, result);
    Ok(())
}

impl Vm {
    /// `aiter(value)`.
    pub(crate) fn aiter(&mut self, value: &Value) -> R {
        if value
            .as_ref::<Coroutine>()
            .is_some_and(|generator| generator.head().code.flow == Flow::AsyncGenerator)
        {
            return Ok(value.clone());
        }
        let Some(iterator) = self.call_special(value, Special::AIter, &[])? else {
            let message = format!(
                "'async for' requires an object with __aiter__ method, got {}",
                self.type_name(value)
            );
            return Err(self.type_error(message));
        };
        if self.find_special(&iterator, Special::ANext).is_none() {
            let name = self.type_name(&iterator);
            let message = format!(
                "'async for' received an object from __aiter__ that does not implement __anext__: {name}"
            );
            return Err(self.type_error(message));
        }
        Ok(iterator)
    }

    /// `iterator.__anext__()`.
    pub(crate) fn anext(&mut self, iterator: &Value) -> R {
        if let Some(generator) = iterator.to_ref::<Coroutine>()
            && generator.head().code.flow == Flow::AsyncGenerator
        {
            return self.agen_awaitable(&generator, crate::vm::AgenMode::Send, Value::NONE);
        }
        match self.call_special(iterator, Special::ANext, &[])? {
            Some(awaitable) => Ok(awaitable),
            None => {
                let message = format!(
                    "'async for' requires an iterator with __anext__ method, got {}",
                    self.type_name(iterator)
                );
                Err(self.type_error(message))
            }
        }
    }
}

#[inline(never)]
pub(in crate::vm) fn end_async_for(vm: &mut Vm, op: Op) -> R<()> {
    let Op::EndAsyncFor { exc } = op else {
        return Ok(());
    };
    let exception = vm.take_register(exc.0);
    let stop = vm.types.stop_async_iteration.clone();
    if exception
        .as_ref::<Exception>()
        .is_some_and(|exception| exception.class.get().is_subclass(&stop))
    {
        return Ok(());
    }
    let _ = Resume::Value(Value::NONE);
    vm.quiet = true;
    Err(vm.reraise_value(exception))
}
