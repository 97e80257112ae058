//! Resuming, awaiting and finishing suspended frames.

use super::exec::{self, await_::Thrown};
use super::regs::{Frame, op_at, pop_frame, push_frame, store};
use super::run::EXIT;
use super::sleep;
use super::{R, Raised, Vm};
use crate::bytecode::{Flow, Op};
use crate::heap::{Header, Ref};
use crate::value::{
    Coroutine, CoroutineHead, CoroutineState, FutureObject, FutureState, Tag, Value,
};

/// Chains of awaits longer than this raise RecursionError.
pub(super) const MAX_CHAIN: u32 = 1000;

/// What a resumed coroutine is given.
pub(crate) enum Resume {
    Value(Value),
    /// An exception to raise where it waits.
    Throw(Value),
}

/// What a resumed coroutine did. (An exception that leaves it is `Err(Raised)`.)
pub(crate) enum Progress {
    Suspended(Value),
    Done(Value),
}

impl Progress {
    fn given(self) -> Option<Value> {
        match self {
            Progress::Suspended(value) => Some(value),
            Progress::Done(_) => None,
        }
    }
}

/// The coroutine whose registers start at `base`.
#[inline(always)]
pub(super) fn object_of(base: *mut Value) -> *mut Header {
    super::regs::coroutine_object(base)
}

/// The head of the coroutine whose registers start at `base`.
#[inline(always)]
pub(super) fn head_of<'a>(base: *mut Value) -> &'a CoroutineHead {
    super::regs::coroutine_head(object_of(base))
}

/// Whether a `for` may resume it directly.
#[inline(always)]
pub(super) fn can_iterate(generator: &Ref<Coroutine>) -> bool {
    let state = generator.state();
    generator.head().code.flow == Flow::Generator
        && (state == CoroutineState::Suspended || state == CoroutineState::Created)
}

/// The innermost frame of the chain that `root` is the outer end of: its head and its registers.
#[inline(always)]
pub(super) fn innermost(root: &Ref<Coroutine>) -> (&CoroutineHead, *mut Value) {
    let inner = root.head().inner.get();
    if inner == root.as_ptr() {
        return (root.head(), root.registers());
    }
    super::regs::coroutine_parts(inner)
}

/// The running coroutine (with registers at `base`) begins to await `awaited`, which it holds in a register.
/// Gives the registers of the frame to go on with.
#[inline(always)]
pub(super) fn link(base: *mut Value, awaited: &Ref<Coroutine>) -> *mut Value {
    let me = head_of(base);
    let head = awaited.head();
    head.awaiter.set(object_of(base));
    head.root.set(me.root.get());
    head.top.set(me.top.get());
    head.depth.set(me.depth.get() + 1);
    head.state.set(CoroutineState::Running);
    awaited.registers()
}

/// The same for a coroutine that has been resumed by hand before: its whole chain gets the new root, and its innermost
/// frame becomes current.
pub(super) fn link_started(vm: &mut Vm, awaited: &Ref<Coroutine>) {
    let base = vm.stack.base;
    let me = head_of(base);
    awaited.head().awaiter.set(object_of(base));
    awaited.head().state.set(CoroutineState::Running);
    let (inner, registers) = innermost(awaited);
    let mut at = awaited.head().inner.get();
    while at != object_of(base) {
        let head = super::regs::coroutine_head(at);
        head.root.set(me.root.get());
        head.depth.set(me.depth.get() + 1);
        at = head.awaiter.get();
    }
    awaited.head().inner.set(awaited.as_ptr());
    inner.top.set(me.top.get());
    inner.state.set(CoroutineState::Running);
    vm.stack.code = std::ptr::from_ref(&*inner.code);
    vm.stack.pc = inner.pc.get();
    vm.stack.base = registers;
}

/// The running frame waits: the root of its chain remembers it.
#[inline(always)]
pub(super) fn suspend_chain(head: &CoroutineHead, base: *mut Value) {
    head.state.set(CoroutineState::Suspended);
    let root = head.root.get();
    let me = object_of(base);
    if root != me {
        let root = super::regs::coroutine_head(root);
        root.state.set(CoroutineState::Suspended);
        root.inner.set(me);
    } else {
        head.inner.set(me);
    }
}

/// A run ends: the interrupted frame is current again.
#[inline(never)]
pub(super) fn leave(vm: &mut Vm) {
    let outer = pop_frame(vm);
    vm.stack.code = outer.code;
    vm.stack.pc = outer.pc;
    vm.stack.base = outer.base;
}

/// A run begins: the current frame is recorded, and a marker set.
#[inline(always)]
pub(super) fn mark(vm: &mut Vm) {
    let dst = vm.stack.result();
    mark_with(vm, dst);
}

/// The same with another destination in the marker.
#[inline(always)]
pub(super) fn mark_with(vm: &mut Vm, dst: *mut Value) {
    let (code, pc, base) = (vm.stack.code, vm.stack.pc, vm.stack.base);
    push_frame(
        vm,
        Frame {
            code,
            pc,
            base,
            dst: std::ptr::null_mut(),
        },
    );
    push_frame(
        vm,
        Frame {
            code,
            pc: EXIT.as_ptr(),
            base,
            dst,
        },
    );
}

impl Vm {
    /// Resumes a coroutine (the outer end of its chain) until it waits, returns or raises.
    ///
    /// Errors: whatever leaves it; ValueError or RuntimeError if it cannot be resumed.
    pub(crate) fn resume(&mut self, coroutine: &Ref<Coroutine>, input: Resume) -> R<Progress> {
        if let Some(awaiter) = self.take_out(coroutine) {
            let result = self.resume(coroutine, input);
            self.put_back(coroutine, &awaiter);
            return result;
        }
        self.check_resumable(coroutine)?;
        let state = coroutine.state();
        if state == CoroutineState::Finished {
            return match input {
                Resume::Throw(_) if coroutine.head().code.flow == Flow::Coroutine => {
                    Err(self.runtime_error("cannot reuse already awaited coroutine"))
                }
                Resume::Throw(exception) => Err(self.raise_value(exception)),
                Resume::Value(_) => self.resume_finished(coroutine),
            };
        }
        if state == CoroutineState::Created {
            match &input {
                Resume::Value(value) if !value.is_none() => {
                    let kind = kind_name(coroutine);
                    return Err(self.type_error(format!(
                        "can't send non-None value to a just-started {kind}"
                    )));
                }
                Resume::Throw(exception) => {
                    let exception = exception.clone();
                    return self.throw_unstarted(coroutine, exception);
                }
                Resume::Value(_) => {}
            }
        }
        self.enter_native()?;
        let top = self.stack_top();
        if let Err(raised) = self.check_stack(top, 0) {
            self.leave_native();
            return Err(raised);
        }
        let keep = coroutine.clone();
        mark(self);
        if matches!(input, Resume::Throw(_)) {
            sleep::make_awaited(self, innermost(&keep).1);
        }
        enter_chain(self, &keep, top);
        let delivered = match input {
            Resume::Value(value) => deliver(self, value),
            Resume::Throw(exception) => match exec::await_::throw_into_iterator(self, &exception) {
                Ok(Thrown::Here) => Err(self.raise_value(exception)),
                Ok(Thrown::Gave(value)) => {
                    suspend_chain(head_of(self.stack.base), self.stack.base);
                    pop_frame(self);
                    leave(self);
                    self.leave_native();
                    return Ok(Progress::Suspended(value));
                }
                Ok(Thrown::Returned) => Ok(()),
                Err(Raised) => Err(Raised),
            },
        };
        let result = match delivered {
            Ok(()) => self.run(),
            Err(Raised) => {
                if self.unwind() {
                    self.run()
                } else {
                    Err(Raised)
                }
            }
        };
        self.leave_native();
        match self.progress(result)? {
            Progress::Suspended(value) if value.is(Tag::YieldNow) => self.paused(&keep, &value),
            progress => Ok(progress),
        }
    }

    /// Lets a task's coroutine make a step. It may give a pause (see `sleep.rs`): one turn, or some time.
    ///
    /// Errors: as for `resume`.
    pub(crate) fn resume_task(&mut self, coroutine: &Ref<Coroutine>) -> R<Progress> {
        let state = coroutine.state();
        if !matches!(state, CoroutineState::Suspended | CoroutineState::Created)
            || !coroutine.head().awaiter.get().is_null()
            || self.native_depth >= self.limits.native_depth
            || !self.stack.has_frame()
        {
            return self.resume(coroutine, Resume::Value(Value::NONE));
        }
        let top = self.stack_top();
        self.native_depth += 1;
        mark(self);
        enter_chain(self, coroutine, top);
        let result = match deliver_turn(self) {
            Ok(()) => self.run(),
            Err(Raised) if self.unwind() => self.run(),
            Err(Raised) => Err(Raised),
        };
        self.native_depth -= 1;
        self.progress(result)
    }

    /// What the coroutine did whose run ended so.
    #[inline(always)]
    fn progress(&self, result: R) -> R<Progress> {
        result.map(if self.suspended {
            Progress::Suspended
        } else {
            Progress::Done
        })
    }

    /// An exception thrown into an unstarted coroutine: it finishes without running.
    fn throw_unstarted(&mut self, coroutine: &Ref<Coroutine>, exception: Value) -> R<Progress> {
        let code = coroutine.head().code.clone();
        if let Some(exception) = exception.as_ref::<crate::value::Exception>() {
            exception
                .trace
                .with_mut(|trace| trace.push(crate::value::TraceEntry { code, at: 0 }));
        }
        coroutine.finish();
        Err(self.raise_value(exception))
    }

    /// The next value of a generator; None at its end.
    pub(crate) fn generator_next(&mut self, generator: &Ref<Coroutine>) -> R<Option<Value>> {
        if can_iterate(generator)
            && generator.head().awaiter.get().is_null()
            && self.native_depth < self.limits.native_depth
            && self.stack.has_frame()
            && let (inner, registers) = innermost(generator)
            && let Op::Yield { dst, .. } = op_at(inner.pc.get().wrapping_sub(1))
        {
            // The usual case, without what can stand in its way.
            let keep = generator.clone();
            let top = self.stack_top();
            self.native_depth += 1;
            mark(self);
            enter_chain(self, generator, top);
            store(registers.wrapping_add(usize::from(dst.0)), Value::NONE);
            let result = self.run();
            self.native_depth -= 1;
            let value = result?;
            if !self.suspended {
                return Ok(None);
            }
            if !value.is(Tag::YieldNow) {
                return Ok(Some(value));
            }
            return self.paused(&keep, &value).map(Progress::given);
        }
        self.resume(generator, Resume::Value(Value::NONE))
            .map(Progress::given)
    }

    /// A coroutine driven by hand gave a pause: for one turn that is None, as from CPython's `sleep(0)`, for longer it
    /// is the future that the coroutine awaits.
    #[cold]
    fn paused(&mut self, coroutine: &Ref<Coroutine>, pause: &Value) -> R<Progress> {
        if sleep::seconds(pause).is_none() {
            return Ok(Progress::Suspended(Value::NONE));
        }
        sleep::await_again(self, innermost(coroutine).1, pause);
        self.resume(coroutine, Resume::Value(Value::NONE))
    }

    pub(super) fn check_resumable(&mut self, coroutine: &Ref<Coroutine>) -> R<()> {
        if coroutine.state() == CoroutineState::Running {
            let kind = kind_name(coroutine);
            return Err(self.value_error(format!("{kind} already executing")));
        }
        if !coroutine.head().awaiter.get().is_null() {
            let message = match coroutine.head().code.flow {
                Flow::Coroutine => "coroutine is being awaited already",
                _ => "generator already executing",
            };
            return Err(if coroutine.head().code.flow == Flow::Coroutine {
                self.runtime_error(message)
            } else {
                self.value_error(message)
            });
        }
        Ok(())
    }

    fn resume_finished(&mut self, coroutine: &Ref<Coroutine>) -> R<Progress> {
        if coroutine.head().code.flow == Flow::Coroutine {
            return Err(self.runtime_error("cannot reuse already awaited coroutine"));
        }
        Ok(Progress::Done(Value::NONE))
    }

    /// `generator.close()`, `coroutine.close()`: raises GeneratorExit inside.
    pub(crate) fn close_coroutine(&mut self, coroutine: &Ref<Coroutine>) -> R {
        match coroutine.state() {
            CoroutineState::Finished => return Ok(Value::NONE),
            CoroutineState::Created => {
                coroutine.finish();
                return Ok(Value::NONE);
            }
            CoroutineState::Suspended | CoroutineState::Running => {}
        }
        let class = self.types.generator_exit.clone();
        let exit = self.new_exception(&class, Vec::new());
        match self.resume(coroutine, Resume::Throw(exit)) {
            Ok(Progress::Suspended(_)) => {
                let kind = kind_name(coroutine);
                Err(self.runtime_error(format!("{kind} ignored GeneratorExit")))
            }
            Ok(Progress::Done(_)) => Ok(Value::NONE),
            Err(Raised) => {
                if self.raised_is(&class) {
                    self.take_raised();
                    return Ok(Value::NONE);
                }
                let stop = self.types.stop_iteration.clone();
                if self.raised_is(&stop) {
                    self.take_raised();
                    return Ok(Value::NONE);
                }
                Err(Raised)
            }
        }
    }
}

/// `generator`, `coroutine` or `async generator`, as messages say.
pub(super) fn kind_name(coroutine: &Ref<Coroutine>) -> &'static str {
    match coroutine.head().code.flow {
        Flow::Coroutine => "coroutine",
        Flow::AsyncGenerator => "async generator",
        Flow::Generator | Flow::Plain => "generator",
    }
}

/// Makes the innermost frame of the chain the current one.
#[inline(always)]
pub(super) fn enter_chain(vm: &mut Vm, root: &Ref<Coroutine>, top: *mut Value) {
    let (inner, registers) = innermost(root);
    root.head().state.set(CoroutineState::Running);
    inner.state.set(CoroutineState::Running);
    inner.top.set(top);
    vm.stack.code = std::ptr::from_ref(&*inner.code);
    vm.stack.pc = inner.pc.get();
    vm.stack.base = registers;
}

/// The current frame of a task goes on: what it waited for is over.
#[inline]
fn deliver_turn(vm: &mut Vm) -> R<()> {
    if let Op::Await { dst, src } = op_at(vm.stack.pc.wrapping_sub(1)) {
        if vm.end_pause(src.0, dst.0) {
            return Ok(());
        }
        let held = vm.peek(src.0);
        if let Some(result) = held.as_ref::<FutureObject>().and_then(good_result) {
            drop(held);
            if src.0 >= vm.code().n_locals && src.0 != dst.0 {
                vm.set_register(src.0, Value::UNDEF);
            }
            vm.set_register(dst.0, result);
            return Ok(());
        }
    }
    deliver(vm, Value::NONE)
}

/// The result of a future that has one.
#[inline(always)]
pub(super) fn good_result(future: &Ref<FutureObject>) -> Option<Value> {
    (future.state.get() == FutureState::Finished && !future.failed.get())
        .then(|| future.result.get())
}

/// Gives `value` to the current frame, which waits at the instruction before its pc.
#[inline(never)]
pub(super) fn deliver(vm: &mut Vm, value: Value) -> R<()> {
    match op_at(vm.stack.pc.wrapping_sub(1)) {
        Op::Yield { dst, .. } => vm.set_register(dst.0, value),
        Op::AsyncYield { dst, .. } => vm.set_register(dst.0, value),
        Op::Await { src, .. } => {
            vm.stack.pc = vm.stack.pc.wrapping_sub(1);
            if !value.is_none()
                && vm
                    .peek(src.0)
                    .as_data::<exec::await_::AwaitIterator>()
                    .is_some()
            {
                vm.sent = value;
            }
        }
        Op::YieldFrom { .. } => {
            vm.stack.pc = vm.stack.pc.wrapping_sub(1);
            vm.sent = value;
        }
        _ => {}
    }
    Ok(())
}
