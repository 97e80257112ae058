//! Resuming, awaiting and finishing suspended frames.

use super::agen;
use super::enter::{MARKS, SENT, unmarked};
use super::exec::{self, await_::Thrown};
use super::regs::{Frame, Window, op_at, pop_frame, push_frame, store};
use super::run::{EXIT, Exit};
use super::{R, Raised, Vm};
use crate::bytecode::{Dst, Flow, Op, Src};
use crate::heap::{Header, Ref, Slot, flags};
use crate::value::{CodeObject, Coroutine, CoroutineHead, CoroutineState, Value};

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

/// Whether `next` and `send` may resume it directly with `value`.
pub(super) fn can_be_sent(generator: &Ref<Coroutine>, value: &Value) -> bool {
    can_iterate(generator)
        && generator.head().awaiter.get().is_null()
        && (value.is_none() || generator.state() == CoroutineState::Suspended)
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
pub(super) fn mark(vm: &mut Vm) {
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
    let dst = vm.stack.result();
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
    /// A new coroutine, generator or async generator over `code`; `fill` gives the first registers.
    pub(super) fn new_coroutine(
        &mut self,
        code: Ref<CodeObject>,
        fill: &mut dyn FnMut(usize) -> Value,
        filled: usize,
    ) -> Ref<Coroutine> {
        let n_regs = usize::from(code.n_regs);
        let head = CoroutineHead {
            pc: std::cell::Cell::new(code.ops.wrapping_add(1)),
            awaiter: std::cell::Cell::new(std::ptr::null_mut()),
            root: std::cell::Cell::new(std::ptr::null_mut()),
            inner: std::cell::Cell::new(std::ptr::null_mut()),
            top: std::cell::Cell::new(std::ptr::null_mut()),
            depth: std::cell::Cell::new(0),
            state: std::cell::Cell::new(CoroutineState::Created),
            agen_running: std::cell::Cell::new(false),
            agen_hooked: std::cell::Cell::new(false),
            awaitable: std::cell::Cell::new(false),
            qualname: Slot::new(Value::UNDEF),
            code,
        };
        let coroutine = self.heap.alloc_tail(head, n_regs, |at| {
            Slot::new(if at < filled { fill(at) } else { Value::UNDEF })
        });
        coroutine.head().root.set(coroutine.as_ptr());
        coroutine.head().inner.set(coroutine.as_ptr());
        coroutine.header().set(flags::FINALIZE);
        coroutine
    }

    /// Resumes a coroutine (the outer end of its chain) until it waits, returns or raises.
    ///
    /// Errors: whatever leaves it; ValueError or RuntimeError if it cannot be resumed.
    pub(crate) fn resume(&mut self, coroutine: &Ref<Coroutine>, input: Resume) -> R<Progress> {
        self.check_resumable(coroutine)?;
        let state = coroutine.state();
        if state == CoroutineState::Finished {
            return match input {
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
        match result? {
            Exit::Suspended(value) => Ok(Progress::Suspended(value)),
            Exit::Done(value) | Exit::Value(value) => Ok(Progress::Done(value)),
        }
    }

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

    /// What a suspended coroutine waits for, or None.
    pub(crate) fn awaited_by_coroutine(&self, coroutine: &Ref<Coroutine>) -> Value {
        let head = coroutine.head();
        if matches!(
            coroutine.state(),
            CoroutineState::Created | CoroutineState::Finished
        ) {
            return Value::NONE;
        }
        match await_operands(op_at(head.pc.get().wrapping_sub(1))) {
            Some((_, src)) => {
                let value =
                    super::regs::load(coroutine.registers().wrapping_add(usize::from(src.0)));
                if value.is_undef() { Value::NONE } else { value }
            }
            None => Value::NONE,
        }
    }

    /// The next value of a generator; None at its end.
    pub(crate) fn generator_next(&mut self, generator: &Ref<Coroutine>) -> R<Option<Value>> {
        match self.resume(generator, Resume::Value(Value::NONE))? {
            Progress::Suspended(value) => Ok(Some(value)),
            Progress::Done(_) => Ok(None),
        }
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
            Ok(Progress::Done(value)) => Ok(value),
            Err(Raised) => {
                if self.raised_is(&class) {
                    self.take_raised();
                    return Ok(Value::NONE);
                }
                let stop = self.types.stop_iteration.clone();
                if self.raised_is(&stop) {
                    return Ok(self.take_stop_iteration().unwrap_or(Value::NONE));
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
pub(super) fn enter_chain(vm: &mut Vm, root: &Ref<Coroutine>, top: *mut Value) {
    let (inner, registers) = innermost(root);
    root.head().state.set(CoroutineState::Running);
    inner.state.set(CoroutineState::Running);
    inner.top.set(top);
    vm.stack.code = std::ptr::from_ref(&*inner.code);
    vm.stack.pc = inner.pc.get();
    vm.stack.base = registers;
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

/// The registers of an awaiting instruction.
fn await_operands(op: Op) -> Option<(Dst, Src)> {
    match op {
        Op::Await { dst, src } | Op::YieldFrom { dst, src } => Some((dst, src)),
        _ => None,
    }
}

/// The current coroutine returns `value`: to its awaiter, or to whoever resumed it. `Some` ends the run.
#[inline(never)]
pub(super) fn finish(vm: &mut Vm, value: Value) -> R<Option<Exit>> {
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
    let frame = pop_frame(vm);
    if frame.pc == EXIT.as_ptr() {
        leave(vm);
        return Ok(Some(Exit::Done(value)));
    }
    vm.stack.code = frame.code;
    vm.stack.pc = frame.pc;
    vm.stack.base = frame.base;
    if frame.dst.addr() & MARKS == SENT {
        let window = sent_window(vm);
        if window.count == 2 && matches!(op_at(frame.pc.wrapping_sub(1)), Op::CallGlobal { .. }) {
            // `next(generator, default)`.
            let default = window.take(1);
            window.clear();
            store(unmarked(frame.dst), default);
            return Ok(None);
        }
        window.clear();
        return Err(vm.stop_iteration(value));
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

/// The window of the `send` or `next` that the current frame waits at: the generator first.
fn sent_window(vm: &Vm) -> Window {
    match op_at(vm.stack.pc.wrapping_sub(1)) {
        Op::CallMethod { a, n, .. } => vm.register_window(a.0 + 1, usize::from(n.0) + 1),
        Op::CallGlobal { a, n, .. } => vm.register_window(a.0 + 1, usize::from(n.0)),
        _ => vm.register_window(0, 0),
    }
}

/// A generator gave `value` to the `send` or `next` that the current frame waits at.
#[inline(never)]
pub(super) fn sent_returned(vm: &mut Vm, value: Value, dst: *mut Value) {
    sent_window(vm).clear();
    store(unmarked(dst), value);
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
pub(super) fn async_yield(vm: &mut Vm, value: Value) -> R<Option<Exit>> {
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
        return agen::yielded_to_awaiter(vm, value).map(|()| None);
    }
    let frame = pop_frame(vm);
    if frame.pc == EXIT.as_ptr() {
        leave(vm);
        return Ok(Some(Exit::Done(value)));
    }
    vm.stack.code = frame.code;
    vm.stack.pc = frame.pc;
    vm.stack.base = frame.base;
    store(frame.dst, value);
    Ok(None)
}
