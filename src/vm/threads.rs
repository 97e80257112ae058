//! The stacks of a script's threads. One of them is in the machine and runs; the others are parked.
//!
//! There is one thread of the system. A stack that stands at script level (no native that called back lies under its
//! frames) can be put aside at the end of a slice, or in a native that waits, and taken up again later: `run` returns
//! with `pausing` set and leaves everything where it is. A stack with natives under it can not; it lets others run on
//! top of it (`modules/threads/scheduler.rs` decides who).

use super::def::BlockFn;
use super::enter::take_keywords;
use super::regs::{Stack, Window, function_code, store};
use super::{R, Raised, Vm};
use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::{Function, Method, Opaque, Special, Str, Tag, Value, class_flags};
use std::time::Instant;

/// What a native that may have to wait gives.
pub(crate) enum Outcome {
    Done(Value),
    Wait(Box<dyn Waiting>),
}

/// Something that is waited for.
pub(crate) type Wait = Box<dyn Waiting>;

/// A native that waits. It is asked again and again; nothing of it lies on a stack.
pub(crate) trait Waiting {
    /// Whether `poll` may get on now, the deadline apart.
    fn is_ready(&self) -> bool;

    /// When `poll` may get on at the latest.
    fn deadline(&self) -> Option<Instant> {
        None
    }

    /// Gets on; the result, if the wait is over. The stack that waits is in the machine.
    fn poll(&mut self, vm: &mut Vm) -> R<Option<Value>>;

    /// Whether somebody outside of the script works on it.
    fn is_outside(&self) -> bool {
        false
    }

    /// Whether it had rather end with None than never.
    fn gives_up(&self) -> bool {
        false
    }

    /// Whether others may let it get on while its stack lies below theirs.
    fn can_be_served(&self) -> bool {
        false
    }

    /// Gets on for others that run on top; what it gives is kept until its own stack runs again.
    fn serve(&mut self, vm: &mut Vm) -> R<Option<Value>> {
        self.poll(vm)
    }
}

/// A wait whose result is made of another's.
pub(crate) struct Then {
    pub(crate) wait: Box<dyn Waiting>,
    pub(crate) finish: fn(&mut Vm, Value) -> R,
}

impl Waiting for Then {
    fn is_ready(&self) -> bool {
        self.wait.is_ready()
    }

    fn deadline(&self) -> Option<Instant> {
        self.wait.deadline()
    }

    fn poll(&mut self, vm: &mut Vm) -> R<Option<Value>> {
        match self.wait.poll(vm)? {
            Some(value) => (self.finish)(vm, value).map(Some),
            None => Ok(None),
        }
    }

    fn is_outside(&self) -> bool {
        self.wait.is_outside()
    }
}

/// A stack with what belongs to it.
pub(super) struct Parked {
    stack: Stack,
    raised: Value,
    raised_fresh: bool,
    quiet: bool,
    sent: Value,
    repr_stack: Vec<u64>,
    context: Value,
    finalising: u32,
    pause_depth: u32,
    place: *mut Value,
    thread: u64,
    running_loop: Value,
    top_level: bool,
    origin_depth: u32,
}

/// The number of the main thread.
pub(crate) const MAIN_THREAD: u64 = 1;

/// At this depth of natives nothing may pause: the main thread's stack lies below everything.
pub(super) const NEVER: u32 = u32::MAX;

/// Up to so many arguments of an object that stands for a function are laid out again.
const FEW_SPREAD: usize = 100;

/// How a parked stack goes on.
pub(crate) enum Next {
    /// Its first function is called.
    Call(Ref<Function>, Vec<Value>),
    /// Where its slice ended.
    GoOn,
    /// In the native that waits.
    Poll(Box<dyn Waiting>),
    /// With the exception that is pending.
    Raise,
}

/// What a stack did in its slice.
pub(crate) enum Slice {
    Paused,
    Waits(Box<dyn Waiting>),
    /// Its first function has returned, or raised what is given.
    Ended(Result<Value, Value>),
}

impl super::NativeCode {
    pub(super) fn may_wait(&self) -> bool {
        use super::NativeCode::{Blocking, HostBlocking};
        matches!(self, Blocking(_) | HostBlocking(_))
    }

    /// Calls it; it may have to wait.
    pub(super) fn begin(&self, vm: &mut Vm, args: &[Value]) -> R<Outcome> {
        use super::NativeCode::{Blocking, Host, HostBlocking, Plain};
        match self {
            Plain(function) => function(vm, args).map(Outcome::Done),
            Blocking(function) => function(vm, args),
            Host(function) => function(vm, args).map(Outcome::Done),
            HostBlocking(function) => function(vm, args),
        }
    }
}

impl Vm {
    /// A stack for the thread of that number, where it is kept.
    ///
    /// Errors: RuntimeError if there is no memory for it.
    pub(crate) fn new_parked(&mut self, thread: u64) -> R<usize> {
        let limit = self.stack.recursion();
        let spare = self.spare_stacks.pop();
        let stack = match spare.filter(|stack| stack.recursion() == limit) {
            Some(stack) => Some(stack),
            None => Stack::for_thread(limit),
        };
        let Some(stack) = stack else {
            return Err(self.runtime_error("can't start new thread"));
        };
        let parked = Box::new(Parked {
            stack,
            raised: Value::NONE,
            raised_fresh: false,
            quiet: false,
            sent: Value::NONE,
            repr_stack: Vec::new(),
            context: Value::NONE,
            finalising: 0,
            pause_depth: NEVER,
            place: std::ptr::null_mut(),
            thread,
            running_loop: Value::NONE,
            top_level: false,
            origin_depth: 0,
        });
        Ok(match self.parked.iter().position(Option::is_none) {
            Some(at) => {
                self.parked[at] = Some(parked);
                at
            }
            None => {
                self.parked.push(Some(parked));
                self.parked.len() - 1
            }
        })
    }

    /// Forgets a stack whose thread has ended.
    pub(crate) fn drop_parked(&mut self, at: usize) {
        const SPARE: usize = 16;
        if let Some(parked) = self.parked[at].take() {
            let parked = *parked;
            if parked.stack.depth() == 0 && self.spare_stacks.len() < SPARE {
                self.spare_stacks.push(parked.stack);
            }
        }
    }

    /// Exchanges the stack in the machine with a parked one.
    pub(crate) fn swap_parked(&mut self, at: usize) {
        let Some(mut parked) = self.parked[at].take() else {
            return;
        };
        {
            use std::mem::swap;
            let other = &mut *parked;
            swap(&mut self.stack, &mut other.stack);
            swap(&mut self.raised, &mut other.raised);
            swap(&mut self.raised_fresh, &mut other.raised_fresh);
            swap(&mut self.quiet, &mut other.quiet);
            swap(&mut self.sent, &mut other.sent);
            swap(&mut self.repr_stack, &mut other.repr_stack);
            swap(&mut self.context, &mut other.context);
            swap(&mut self.finalising, &mut other.finalising);
            swap(&mut self.pause_depth, &mut other.pause_depth);
            swap(&mut self.place, &mut other.place);
            swap(&mut self.thread, &mut other.thread);
            swap(&mut self.origin_depth, &mut other.origin_depth);
            (self.hooks.swap_loop)(self, &mut other.running_loop, &mut other.top_level);
        }
        self.parked[at] = Some(parked);
    }

    /// So many natives are nested that others had better not run on top of them.
    pub(crate) fn is_deep(&self) -> bool {
        self.native_depth > self.limits.native_depth / 2
    }

    /// Lets a parked stack run until it pauses, waits or ends. The caller counts as a native that calls back.
    ///
    /// `guarded`: it is stopped before calls that may call back; then the flag given is true.
    pub(crate) fn run_parked(&mut self, at: usize, next: Next, guarded: bool) -> (Slice, bool) {
        self.swap_parked(at);
        let slice = self.run_guarded(next, guarded);
        self.swap_parked(at);
        (slice, std::mem::take(&mut self.stopped_by_guard))
    }

    /// The same with the stack in the machine.
    pub(crate) fn run_here(&mut self, next: Next) -> Slice {
        self.run_guarded(next, false)
    }

    fn run_guarded(&mut self, next: Next, guarded: bool) -> Slice {
        let outer = std::mem::replace(&mut self.guarded, guarded);
        if guarded {
            self.budget = 0;
        }
        self.pause_depth = self.native_depth;
        let slice = self.run_slice(next);
        self.pause_depth = NEVER;
        self.guarded = outer;
        slice
    }

    fn run_slice(&mut self, next: Next) -> Slice {
        let result = match next {
            Next::Call(function, args) => {
                self.begin_stack(&function, args);
                self.run()
            }
            Next::GoOn => self.run(),
            Next::Raise => {
                if self.unwind() {
                    self.run()
                } else {
                    Err(Raised)
                }
            }
            Next::Poll(mut wait) => match wait.poll(self) {
                Ok(None) => return Slice::Waits(wait),
                Ok(Some(value)) => {
                    drop(wait);
                    store(self.place, value);
                    self.run()
                }
                Err(Raised) => {
                    drop(wait);
                    if self.unwind() {
                        self.run()
                    } else {
                        Err(Raised)
                    }
                }
            },
        };
        if std::mem::take(&mut self.pausing) {
            return match self.wait.take() {
                Some(wait) => Slice::Waits(wait),
                None => Slice::Paused,
            };
        }
        Slice::Ended(result.map_err(|Raised| self.take_raised()))
    }

    /// The first frame of a stack: a plain function of as many parameters as there are arguments.
    fn begin_stack(&mut self, function: &Ref<Function>, args: Vec<Value>) {
        let code = function_code(function);
        let top = self.stack_top();
        super::coroutine::mark(self);
        let mut filled = 0;
        for value in args.into_iter().chain(function.captures.iter().cloned()) {
            store(top.wrapping_add(filled), value);
            filled += 1;
        }
        for at in filled..usize::from(code.n_locals) {
            store(top.wrapping_add(at), Value::UNDEF);
        }
        self.stack.code = std::ptr::from_ref(code);
        self.stack.pc = code.ops.get();
        self.stack.base = top;
    }

    /// Calls an object that stands for a function: a partial.
    #[inline(never)]
    pub(super) fn enter_stand_in(
        &mut self,
        callee: &Value,
        window: Window,
        names: &[Value],
        dst: *mut Value,
    ) -> R<()> {
        let (positional, mut keywords) = take_keywords(window, names);
        let given = (0..positional.count).map(|at| positional.take(at));
        let mut all: Vec<Value> = given.collect();
        let callee = self.unwrap_callee(callee.clone(), &mut all, &mut keywords);
        if let Some(function) = callee.as_ref::<Function>()
            && all.len() + keywords.len() <= FEW_SPREAD
        {
            let first = if self.code().heap_frame {
                self.stack_top()
            } else {
                positional.first
            };
            return self.enter_spread(function, first, &all, keywords, dst);
        }
        if self.enter_blocking_with(&callee, &all, &keywords, dst)? {
            return Ok(());
        }
        let result = self.call_kw(&callee, &all, &keywords)?;
        store(dst, result);
        Ok(())
    }

    /// Whether a function without parameters may be the first of the stack in the machine.
    pub(crate) fn fits_on_stack(&mut self, function: &Function) -> bool {
        let (top, code) = (self.stack_top(), function_code(function));
        let fits = self.given_argc(function) == 0 && self.check_stack(top, code.n_regs).is_ok();
        if !fits && !self.raised.is_none() {
            drop(self.take_raised());
        }
        fits
    }

    /// Whether the stack can be put aside now.
    pub(super) fn can_pause(&self) -> bool {
        self.native_depth == self.pause_depth
    }

    /// A loop in a thread: iterators that call script code become generators, under which the stack can pause.
    pub(super) fn iterate_by_script(&mut self, iterator: Value) -> R {
        let is_native = matches!(iterator.tag(), Tag::Iterator | Tag::Instance);
        if self.thread == MAIN_THREAD || !is_native || !self.can_pause() {
            return Ok(iterator);
        }
        (self.hooks.script_iterator)(self, iterator)
    }

    /// What a call comes down to: a bound method, a partial or an object with a script `__call__` gives its function,
    /// with what it adds to the arguments.
    pub(super) fn unwrap_callee(
        &mut self,
        mut callee: Value,
        args: &mut Vec<Value>,
        keywords: &mut Vec<(Ref<Str>, Value)>,
    ) -> Value {
        loop {
            callee = match callee.tag() {
                Tag::Method => {
                    let Some(method) = callee.as_ref::<Method>() else {
                        return callee;
                    };
                    args.insert(0, method.object.clone());
                    method.function.clone()
                }
                Tag::Instance => match self.find_special(&callee, Special::Call) {
                    Some(call) if call.is(Tag::Function) => {
                        args.insert(0, callee);
                        call
                    }
                    _ => return callee,
                },
                Tag::Opaque => {
                    let inner = callee
                        .as_ref::<Opaque>()
                        .filter(|opaque| opaque.class.with(|class| class.has(class_flags::BUILTIN)))
                        .and_then(|opaque| opaque.call_as());
                    let Some((function, first, named)) = inner else {
                        return callee;
                    };
                    args.splice(0..0, super::rest(&first).iter().cloned());
                    let given = std::mem::replace(keywords, self.keywords(&named));
                    for (name, value) in given {
                        let same =
                            |(other, _): &&mut (Ref<Str>, Value)| other.as_str() == name.as_str();
                        match keywords.iter_mut().find(same) {
                            Some(place) => place.1 = value,
                            None => keywords.push((name, value)),
                        }
                    }
                    function
                }
                _ => return callee,
            };
        }
    }

    /// Whether a function may be the first of a stack with so many arguments.
    pub(crate) fn can_begin_stack(&mut self, function: &Function, n_args: usize) -> bool {
        usize::from(self.given_argc(function)) == n_args
    }

    /// The end of a slice in the run loop. `next` is where the frame goes on. Other threads get their turn.
    ///
    /// Errors: limits and the interrupt; with `pausing` set, the run is to return.
    #[cold]
    #[inline(never)]
    pub(super) fn end_of_run_slice(&mut self, next: *const Op) -> R<()> {
        if self.guarded && self.can_pause() {
            return self.end_of_guarded_call(next);
        }
        self.end_of_slice()?;
        if !self.has_threads {
            return Ok(());
        }
        let may_pause = self.can_pause();
        if (self.hooks.switch)(self, may_pause)? {
            self.stack.pc = next;
            self.pausing = true;
            return Err(Raised);
        }
        Ok(())
    }

    /// Calls a native that may have to wait, from the run loop: if it has to, and the stack stands at script level, the
    /// run returns, and the result comes to `dst` later.
    #[inline(never)]
    pub(super) fn enter_blocking(
        &mut self,
        id: u32,
        window: Window,
        names: &[Value],
        dst: *mut Value,
    ) -> R<()> {
        let code = self.natives[id as usize].code.clone();
        let outcome = if names.is_empty()
            && usize::from(self.natives[id as usize].direct.get()) == window.count
        {
            let outcome = code.begin(self, window.values());
            window.clear();
            outcome?
        } else {
            let (positional, keywords) = take_keywords(window, names);
            let bound = self.bind_native(id, positional.values(), &keywords);
            positional.clear();
            code.begin(self, &bound?)?
        };
        self.finish_blocking(outcome, dst)
    }

    /// The same with arguments that came out of a sequence and a dict. False if the native is no such one.
    pub(super) fn enter_blocking_with(
        &mut self,
        callee: &Value,
        args: &[Value],
        keywords: &[(Ref<Str>, Value)],
        dst: *mut Value,
    ) -> R<bool> {
        let Some(id) = callee.as_native() else {
            return Ok(false);
        };
        let code = self.natives[id as usize].code.clone();
        if !code.may_wait() {
            return Ok(false);
        }
        let bound = self.bind_native(id, args, keywords)?;
        let outcome = code.begin(self, &bound)?;
        self.finish_blocking(outcome, dst).map(|()| true)
    }

    fn finish_blocking(&mut self, outcome: Outcome, dst: *mut Value) -> R<()> {
        match outcome {
            Outcome::Done(value) => store(dst, value),
            Outcome::Wait(wait) if self.can_pause() => {
                self.wait = Some(wait);
                self.place = dst;
                self.pausing = true;
                return Err(Raised);
            }
            Outcome::Wait(wait) => {
                let value = (self.hooks.wait)(self, wait)?;
                store(dst, value);
            }
        }
        Ok(())
    }

    /// Every stack that is parked.
    pub(super) fn parked_stacks(&self) -> impl Iterator<Item = &Stack> {
        self.parked.iter().flatten().map(|parked| &parked.stack)
    }

    /// Drops what parked stacks hold. Nothing runs any more.
    pub(super) fn clear_parked(&mut self) {
        for at in 0..self.parked.len() {
            let Some(mut parked) = self.parked[at].take() else {
                continue;
            };
            std::mem::swap(&mut self.stack, &mut parked.stack);
            let top = self.stack_top();
            self.stack.clear_until(top);
            std::mem::swap(&mut self.stack, &mut parked.stack);
        }
    }

    /// `next` is called by the slow way from now on, which enters generators.
    pub(crate) fn replace_next(&mut self, function: BlockFn) {
        let id = self.known.next as usize;
        if id != 0 {
            self.natives[id].code = super::NativeCode::Blocking(function);
        }
    }

    /// The number of the thread that runs.
    pub(crate) fn current_thread(&self) -> u64 {
        self.thread
    }
}

/// The function of a row whose native may have to wait: never called, the blocking one is.
pub(crate) fn blocks(vm: &mut Vm, _: &[Value]) -> R {
    Err(vm.runtime_error("a native that waits was called as one that does not"))
}
