//! Async generators: the awaitables of `__anext__`, `asend`, `athrow` and `aclose`.
//!
//! Such an awaitable drives the generator for one value. Awaited by a coroutine, the generator becomes part of the
//! awaiter's chain, so a suspension inside it goes straight to the loop; its `yield` delivers to the awaiter.

use std::cell::Cell;

use super::awaiter::{complete_await, drop_awaited};
use super::coroutine;
use super::regs::op_at;
use super::{R, Raised, Vm};
use crate::bytecode::Op;
use crate::heap::{Ref, Slot};
use crate::value::{Coroutine, CoroutineState, NativeData, Value};

/// What the awaitable does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum AgenMode {
    Send,
    Throw,
    Close,
}

/// An awaitable over an async generator.
pub(crate) struct AgenAwait {
    pub(crate) generator: Ref<Coroutine>,
    pub(crate) mode: AgenMode,
    /// What to send or to throw.
    pub(crate) input: Slot<Value>,
    pub(crate) started: Cell<bool>,
    pub(crate) finished: Cell<bool>,
}

impl NativeData for AgenAwait {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::object(self.generator.clone()));
        visit(&self.input.get());
    }

    fn unlink(&self) {
        self.input.set(Value::NONE);
    }
}

impl Vm {
    /// `__anext__()`, `asend(value)`, `athrow(exception)`, `aclose()`.
    pub(crate) fn agen_awaitable(
        &mut self,
        generator: &Ref<Coroutine>,
        mode: AgenMode,
        input: Value,
    ) -> R {
        self.agen_begin(generator)?;
        let class = self.types.async_generator_asend.clone();
        let (input, started, finished) = (Slot::new(input), Cell::new(false), Cell::new(false));
        Ok(self.heap.new_opaque(
            &class,
            AgenAwait {
                generator: generator.clone(),
                mode,
                input,
                started,
                finished,
            },
        ))
    }

    /// Whether `async for` may enter the generator without an awaitable.
    pub(super) fn agen_can_enter(&self, generator: &Ref<Coroutine>) -> bool {
        let state = generator.state();
        (state == CoroutineState::Suspended || state == CoroutineState::Created)
            && !generator.head().agen_running.get()
            && generator.head().awaiter.get().is_null()
    }

    /// Tells the loop of a generator's first iteration.
    pub(super) fn agen_begin(&mut self, generator: &Ref<Coroutine>) -> R<()> {
        if !generator.head().agen_hooked.replace(true) {
            (self.hooks.first_iteration)(self, generator)?;
        }
        Ok(())
    }

    /// The running coroutine, at its `await`, enters the generator as part of the chain.
    pub(super) fn agen_link(&mut self, generator: &Ref<Coroutine>) -> R<()> {
        coroutine::head_of(self.stack.base).pc.set(self.stack.pc);
        let head = generator.head();
        head.agen_running.set(true);
        let registers = coroutine::link(self.stack.base, generator);
        self.stack.code = std::ptr::from_ref(&*head.code);
        self.stack.pc = head.pc.get();
        self.stack.base = registers;
        coroutine::deliver(self, Value::NONE)
    }

    /// The running coroutine awaits `awaitable` (held in a register): enters the generator, as part of the chain.
    pub(super) fn agen_enter(&mut self, awaitable: &AgenAwait) -> R<()> {
        if awaitable.finished.replace(true) {
            let message = match awaitable.mode {
                AgenMode::Send => "cannot reuse already awaited __anext__()/asend()",
                _ => "cannot reuse already awaited aclose()/athrow()",
            };
            return Err(self.runtime_error(message));
        }
        let generator = awaitable.generator.clone();
        let head = generator.head();
        if head.agen_running.get() || generator.state() == CoroutineState::Running {
            let what = match awaitable.mode {
                AgenMode::Send => "anext(): asynchronous generator is already running",
                AgenMode::Throw => "athrow(): asynchronous generator is already running",
                AgenMode::Close => "aclose(): asynchronous generator is already running",
            };
            return Err(self.runtime_error(what));
        }
        let state = generator.state();
        let input = awaitable.input.take();
        if state == CoroutineState::Finished
            || (state == CoroutineState::Created && awaitable.mode != AgenMode::Send)
        {
            if state == CoroutineState::Created {
                generator.finish();
            }
            return match awaitable.mode {
                AgenMode::Send => Err(self.stop_async()),
                AgenMode::Throw if state == CoroutineState::Created => {
                    let exception = self.exception_from(input)?;
                    Err(self.raise_value(exception))
                }
                AgenMode::Throw => Err(self.stop_async()),
                AgenMode::Close => {
                    complete_await(self, Value::NONE);
                    Ok(())
                }
            };
        }
        if state == CoroutineState::Created && !input.is_none() {
            return Err(
                self.type_error("can't send non-None value to a just-started async generator")
            );
        }
        let exception = match awaitable.mode {
            AgenMode::Send => None,
            AgenMode::Throw => Some(self.exception_from(input.clone())?),
            AgenMode::Close => {
                let class = self.types.generator_exit.clone();
                Some(self.new_exception(&class, Vec::new()))
            }
        };
        let me = coroutine::head_of(self.stack.base);
        me.pc.set(self.stack.pc);
        head.agen_running.set(true);
        let registers = coroutine::link(self.stack.base, &generator);
        self.stack.code = std::ptr::from_ref(&*head.code);
        self.stack.pc = head.pc.get();
        self.stack.base = registers;
        match exception {
            None => coroutine::deliver(self, input),
            Some(exception) => Err(self.raise_value(exception)),
        }
    }

    /// Steps the awaitable by hand: what its generator waits for, StopIteration with what it yields, or what it raises.
    pub(crate) fn agen_step(&mut self, awaitable: &AgenAwait, input: super::Resume) -> R {
        use super::{Progress, Resume};
        if awaitable.finished.get() {
            let message = match awaitable.mode {
                AgenMode::Send => "cannot reuse already awaited __anext__()/asend()",
                _ => "cannot reuse already awaited aclose()/athrow()",
            };
            return Err(self.runtime_error(message));
        }
        let generator = awaitable.generator.clone();
        let head = generator.head();
        let first = !awaitable.started.replace(true);
        if first && head.agen_running.get() {
            awaitable.finished.set(true);
            let what = match awaitable.mode {
                AgenMode::Send => "anext(): asynchronous generator is already running",
                AgenMode::Throw => "athrow(): asynchronous generator is already running",
                AgenMode::Close => "aclose(): asynchronous generator is already running",
            };
            return Err(self.runtime_error(what));
        }
        let input = match input {
            Resume::Value(value) if first && value.is_none() => match awaitable.mode {
                AgenMode::Send => Resume::Value(awaitable.input.take()),
                AgenMode::Throw => Resume::Throw(awaitable.input.take()),
                AgenMode::Close => {
                    let class = self.types.generator_exit.clone();
                    Resume::Throw(self.new_exception(&class, Vec::new()))
                }
            },
            other => other,
        };
        let state = generator.state();
        if state == CoroutineState::Finished
            || (state == CoroutineState::Created && awaitable.mode == AgenMode::Close)
        {
            awaitable.finished.set(true);
            generator.finish();
            return Err(match awaitable.mode {
                AgenMode::Close => self.stop_iteration(Value::NONE),
                _ => self.stop_async(),
            });
        }
        head.agen_running.set(true);
        match self.resume(&generator, input) {
            Ok(Progress::Suspended(value)) => Ok(value),
            Ok(Progress::Done(value)) => {
                // It yielded (the state tells), or returned.
                awaitable.finished.set(true);
                head.agen_running.set(false);
                if generator.state() == CoroutineState::Finished {
                    return Err(match awaitable.mode {
                        AgenMode::Close => self.stop_iteration(Value::NONE),
                        _ => self.stop_async(),
                    });
                }
                if awaitable.mode == AgenMode::Close {
                    return Err(self.runtime_error("async generator ignored GeneratorExit"));
                }
                Err(self.stop_iteration(value))
            }
            Err(Raised) => {
                awaitable.finished.set(true);
                head.agen_running.set(false);
                let (exit, stop) = (
                    self.types.generator_exit.clone(),
                    self.types.stop_async_iteration.clone(),
                );
                if awaitable.mode == AgenMode::Close
                    && (self.raised_is(&exit) || self.raised_is(&stop))
                {
                    self.take_raised();
                    return Err(self.stop_iteration(Value::NONE));
                }
                Err(Raised)
            }
        }
    }

    fn stop_async(&mut self) -> Raised {
        let class = self.types.stop_async_iteration.clone();
        let exception = self.new_exception(&class, Vec::new());
        self.raise_value(exception)
    }

    /// What the current frame awaits, if that is an async generator's step.
    fn awaited_mode(&self) -> Option<AgenMode> {
        let Op::Await { src, .. } = op_at(self.stack.pc.wrapping_sub(1)) else {
            return None;
        };
        self.peek(src.0)
            .as_data::<AgenAwait>()
            .map(|awaitable| awaitable.mode)
    }
}

/// The generator yielded; its awaiter is the current frame again.
pub(super) fn yielded_to_awaiter(vm: &mut Vm, value: Value) -> R<()> {
    if vm.awaited_mode() == Some(AgenMode::Close) {
        drop_awaited(vm);
        return Err(vm.runtime_error("async generator ignored GeneratorExit"));
    }
    complete_await(vm, value);
    Ok(())
}

/// An exception left the generator; its awaiter is the current frame again. True if the awaiter was closing it and
/// the exception is what closing ends with.
pub(super) fn failed_to_awaiter(vm: &mut Vm) -> bool {
    if vm.awaited_mode() != Some(AgenMode::Close) {
        return false;
    }
    let (exit, stop) = (
        vm.types.generator_exit.clone(),
        vm.types.stop_async_iteration.clone(),
    );
    if vm.raised_is(&exit) || vm.raised_is(&stop) {
        vm.take_raised();
        complete_await(vm, Value::NONE);
        return true;
    }
    false
}
