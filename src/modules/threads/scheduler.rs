//! Who runs: the threads of a script take turns on one thread of the system.
//!
//! The main thread's stack lies below everything. Where it has to wait, or its slice is over, it lets the others run on top of it,
//! a slice each. Those pause and come back by themselves, unless natives lie under their frames too: then they, in
//! turn, let others run on top of them.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use crate::event_loop::{Clock, EventLoop};
use crate::heap::Ref;
use crate::modules::asyncio;
use crate::modules::import::import_dotted;
use crate::value::{Function, Iter, IterState, Special, Value};
use crate::vm::{MAIN_THREAD, Next, R, Raised, Slice, Vm, Waiting};

/// So many threads may live at once.
const MOST_THREADS: usize = 8192;

/// A thread whose stack is parked.
struct Thread {
    number: u64,
    /// Where the machine keeps the stack.
    stack: usize,
    next: Next,
    /// Told when it has ended.
    handle: Value,
}

/// A thread whose stack lies under the running one.
struct Below {
    number: u64,
    /// What it waits for; None if it was only stopped.
    wait: Option<Box<dyn Waiting>>,
    /// The stack that runs on top of it, in whose place its own is kept.
    above: usize,
    /// Others let it get on: what came of it.
    served: Option<Result<Value, Value>>,
    is_served: bool,
    /// No natives lie on the stack: others may run it on top of theirs.
    is_free: bool,
}

/// The session's threads.
pub(crate) struct Threads {
    /// In the order in which they were last stopped.
    parked: VecDeque<Thread>,
    below: Vec<Below>,
    last_number: u64,
    /// How many threads live, without the main one.
    pub(super) n_alive: usize,
    /// No thread but the main one runs any more.
    is_frozen: bool,
    pub(super) interval: Duration,
    slice_began: Option<Instant>,
    sleeper: Option<EventLoop<()>>,
}

impl Default for Threads {
    fn default() -> Threads {
        Threads {
            parked: VecDeque::new(),
            below: Vec::new(),
            last_number: MAIN_THREAD,
            n_alive: 0,
            is_frozen: false,
            interval: Duration::from_millis(5),
            slice_began: None,
            sleeper: None,
        }
    }
}

fn is_over(wait: &dyn Waiting, now: &mut Option<Instant>) -> bool {
    wait.is_ready()
        || wait
            .deadline()
            .is_some_and(|deadline| *now.get_or_insert_with(Clock::moment) >= deadline)
}

/// Starts a thread with a plain script function of as many parameters as arguments.
///
/// Errors: RuntimeError if there are too many.
pub(super) fn start(
    vm: &mut Vm,
    function: Ref<Function>,
    args: Vec<Value>,
    handle: Value,
) -> R<u64> {
    let threads = vm.state::<Threads>();
    if threads.n_alive >= MOST_THREADS || threads.is_frozen {
        let words = if threads.is_frozen {
            "can't create new thread at interpreter shutdown"
        } else {
            "can't start new thread"
        };
        return Err(vm.runtime_error(words));
    }
    let number = threads.last_number + 1;
    let stack = vm.new_parked(number)?;
    let threads = vm.state::<Threads>();
    threads.last_number = number;
    threads.n_alive += 1;
    threads.parked.push_back(Thread {
        number,
        stack,
        next: Next::Call(function, args),
        handle,
    });
    vm.has_threads = true;
    Ok(number)
}

/// From now on no thread but the main one runs.
pub(crate) fn freeze(vm: &mut Vm) {
    if let Some(threads) = vm.find_state::<Threads>() {
        threads.is_frozen = true;
    }
}

/// Whether there are threads that may run.
pub(crate) fn exist(vm: &mut Vm) -> bool {
    vm.has_threads
        && vm
            .find_state::<Threads>()
            .is_some_and(|threads| !threads.is_frozen)
}

/// Whether some other thread could still do something by itself: it is not only waiting for others.
pub(crate) fn may_act(vm: &mut Vm) -> bool {
    vm.find_state::<Threads>().is_some_and(|threads| {
        let acts =
            |wait: &dyn Waiting| wait.is_ready() || wait.deadline().is_some() || wait.is_outside();
        let parked = threads.parked.iter().any(|thread| match &thread.next {
            Next::Poll(wait) => acts(&**wait),
            Next::Call(..) | Next::GoOn | Next::Raise => true,
        });
        !threads.is_frozen
            && (parked
                || threads.below.iter().any(|below| match &below.wait {
                    Some(wait) => acts(&**wait),
                    None => true,
                }))
    })
}

/// A stack with natives under it is stopped only after so many slices: what it holds then, a lock perhaps, stays held
/// until all that runs on top of it comes back.
const PATIENCE: u32 = 20;

/// The end of a slice (`Hooks::switch`).
pub(crate) fn switch(vm: &mut Vm, may_pause: bool) -> R<bool> {
    switch_after(vm, may_pause, if may_pause { 1 } else { PATIENCE })
}

fn switch_after(vm: &mut Vm, may_pause: bool, slices: u32) -> R<bool> {
    let interrupted = vm.interrupt.load(Ordering::Relaxed);
    let deep = vm.is_deep();
    let threads = vm.state::<Threads>();
    if threads.is_frozen {
        return Ok(false);
    }
    let now = Clock::moment();
    let began = *threads.slice_began.get_or_insert(now);
    let over = now.saturating_duration_since(began) >= threads.interval * slices;
    if !(over || interrupted && may_pause) {
        return Ok(false);
    }
    if may_pause {
        return Ok(true);
    }
    if deep {
        return Ok(false);
    }
    push_below(vm, None, false);
    let result = run_each(vm);
    pop_below(vm);
    result.map(|()| false)
}

/// Everybody else who can runs a slice.
fn run_each(vm: &mut Vm) -> R<()> {
    let threads = vm.state::<Threads>();
    for _ in 0..threads.parked.len() + threads.below.len() {
        if !run_one(vm)? {
            break;
        }
    }
    vm.state::<Threads>().slice_began = None;
    Ok(())
}

/// Runs the main thread's first function, with everybody's turns, until it ends.
///
/// Errors: what the function raises.
pub(crate) fn run_main(vm: &mut Vm, function: &Ref<Function>) -> R {
    if vm.current_thread() != MAIN_THREAD || !vm.fits_on_stack(function) {
        return vm.run_code(function, None);
    }
    vm.enter_native()?;
    let mut slice = vm.run_here(Next::Call(function.clone(), Vec::new()));
    let result = loop {
        slice = match slice {
            Slice::Ended(Ok(value)) => break Ok(value),
            Slice::Ended(Err(exception)) => break Err(vm.reraise_value(exception)),
            Slice::Paused => {
                push_below(vm, None, true);
                let ran = run_each(vm);
                after_others(vm, ran)
            }
            Slice::Waits(wait) => match look_around(vm) {
                Err(Raised) => vm.run_here(Next::Raise),
                Ok(()) if is_over(&*wait, &mut None) => {
                    if let Some(threads) = vm.find_state::<Threads>() {
                        threads.slice_began = None;
                    }
                    vm.run_here(Next::Poll(wait))
                }
                Ok(()) => {
                    push_below(vm, Some(wait), true);
                    let ran = run_one_or_sleep(vm);
                    after_others(vm, ran)
                }
            },
        };
    };
    vm.leave_native();
    result
}

/// Where the main thread is after others ran, who may have run it, too.
fn after_others(vm: &mut Vm, ran: R<()>) -> Slice {
    let below = pop_below(vm);
    match (below.served, ran, below.wait) {
        (Some(result), _, _) => Slice::Ended(result),
        (None, Err(Raised), _) => vm.run_here(Next::Raise),
        (None, Ok(()), Some(wait)) => Slice::Waits(wait),
        (None, Ok(()), None) => vm.run_here(Next::GoOn),
    }
}

/// What ends waiting: an interrupt, if this is the main thread, and limits.
fn look_around(vm: &mut Vm) -> R<()> {
    let is_main = vm.current_thread() == MAIN_THREAD;
    if is_main && vm.interrupt.load(Ordering::Relaxed) {
        asyncio::interrupted(vm)?;
    }
    if vm
        .deadline()
        .is_some_and(|deadline| Clock::time_until(deadline).is_zero())
    {
        vm.end_of_slice()?;
    }
    vm.tick()
}

/// The others get their turn, if the slice is over: for natives that work for long, as a busy loop does.
pub(crate) fn yield_slice(vm: &mut Vm) -> R<()> {
    if vm.has_threads {
        switch_after(vm, false, 1)?;
    }
    Ok(())
}

fn push_below(vm: &mut Vm, wait: Option<Box<dyn Waiting>>, is_free: bool) {
    let number = vm.current_thread();
    vm.state::<Threads>().below.push(Below {
        number,
        wait,
        above: usize::MAX,
        served: None,
        is_served: false,
        is_free,
    });
}

fn pop_below(vm: &mut Vm) -> Below {
    let below = vm.state::<Threads>().below.pop();
    below.expect("pushed by the caller, and whoever came above has gone")
}

/// Waits on a stack that cannot pause (`Hooks::wait`): the others run meanwhile.
pub(crate) fn wait(vm: &mut Vm, mut wait: Box<dyn Waiting>) -> R {
    vm.enter_native()?;
    let result = wait_inside(vm, &mut wait);
    vm.leave_native();
    if let Some(threads) = vm.find_state::<Threads>() {
        threads.slice_began = None;
    }
    result
}

fn wait_inside(vm: &mut Vm, wait: &mut Box<dyn Waiting>) -> R {
    loop {
        if let Some(value) = wait.poll(vm)? {
            return Ok(value);
        }
        look_around(vm)?;
        if is_over(&**wait, &mut None) {
            // What it does takes many turns, as a loop does: the others get theirs in between.
            yield_slice(vm)?;
            continue;
        }
        let placeholder: Box<dyn Waiting> = Box::new(Gone);
        push_below(vm, Some(std::mem::replace(wait, placeholder)), false);
        let ran = run_one_or_sleep(vm);
        let below = pop_below(vm);
        if let Some(own) = below.wait {
            *wait = own;
        }
        match below.served {
            Some(Ok(value)) => return ran.map(|()| value),
            Some(Err(exception)) => return Err(vm.reraise_value(exception)),
            None => ran?,
        }
    }
}

/// Stands where a wait was that has been lent.
struct Gone;

impl Waiting for Gone {
    fn is_ready(&self) -> bool {
        false
    }

    fn poll(&mut self, _: &mut Vm) -> R<Option<Value>> {
        Ok(None)
    }
}

/// The running stack, which is the topmost of those below, waits: somebody else runs a slice, or all sleep.
fn run_one_or_sleep(vm: &mut Vm) -> R<()> {
    if run_one(vm)? {
        return Ok(());
    }
    let mut outside = asyncio::outside_may_act(vm);
    let threads = vm.state::<Threads>();
    let frozen = threads.is_frozen;
    outside |= threads.parked.iter().any(|thread| match &thread.next {
        Next::Poll(wait) => !frozen && wait.is_outside(),
        _ => false,
    });
    outside |= threads.below.iter().any(|below| {
        let wait = below.wait.as_ref();
        wait.is_some_and(|wait| wait.is_outside())
    });
    let Some((own, lower)) = threads.below.split_last() else {
        return Ok(());
    };
    let own_deadline = own.wait.as_ref().and_then(|wait| wait.deadline());
    let parked = threads
        .parked
        .iter()
        .filter_map(|thread| match &thread.next {
            Next::Poll(wait) if !frozen => wait.deadline(),
            _ => None,
        });
    let served = lower.iter().filter(|below| below.served.is_none());
    let served = served.filter_map(|below| below.wait.as_ref());
    let free = lower
        .iter()
        .filter(|below| below.is_free && below.served.is_none());
    let free = free.filter_map(|below| below.wait.as_ref()?.deadline());
    let served = served.filter(|wait| wait.can_be_served());
    let earliest = parked
        .chain(served.filter_map(|wait| wait.deadline()))
        .chain(free)
        .chain(own_deadline)
        .min();
    if earliest.is_none() && !outside {
        let stuck = lower.iter().any(|below| {
            below.served.is_some()
                || match &below.wait {
                    Some(wait) => wait.is_ready() || wait.deadline().is_some(),
                    None => true,
                }
        });
        return Err(if stuck {
            vm.runtime_error(
                "cannot wait here: the thread that could end this wait is stopped below a native function on this one",
            )
        } else {
            deadlock(vm)
        });
    }
    let limit = vm.deadline();
    vm.flush_stdout()?;
    let until = earliest.into_iter().chain(limit).min();
    let wake = asyncio::wake_handle(vm);
    let threads = vm.state::<Threads>();
    let mut sleeper = threads
        .sleeper
        .take()
        .unwrap_or_else(|| EventLoop::new(Clock::monotonic(), wake));
    let slept = sleeper.wait_at_most(until.map(Clock::time_until));
    let threads = vm.state::<Threads>();
    threads.sleeper = Some(sleeper);
    match slept {
        Ok(()) => Ok(()),
        Err(error) => Err(vm.os_error(&error, None)),
    }
}

/// All threads wait for each other.
#[cold]
fn deadlock(vm: &mut Vm) -> Raised {
    let text = "all threads wait, no timer is set, and nothing outside can wake one";
    let error = import_dotted(vm, "asyncio.exceptions").and_then(|module| {
        let text = vm.new_str(text);
        vm.call_method(&module, "DeadlockError", &[text])
    });
    match error {
        Ok(error) => vm.raise_value(error),
        Err(raised) => raised,
    }
}

/// Lets one thread run a slice on top of the running stack, which is the topmost of those below. False if none can.
fn run_one(vm: &mut Vm) -> R<bool> {
    let threads = vm.state::<Threads>();
    if threads.is_frozen {
        return Ok(false);
    }
    let mut now = None;
    let at = threads.parked.iter().position(|thread| match &thread.next {
        Next::Poll(wait) => is_over(&**wait, &mut now),
        Next::Call(..) | Next::GoOn | Next::Raise => true,
    });
    let Some(at) = at else {
        return serve_one(vm);
    };
    vm.enter_native()?;
    let parked = &mut vm.state::<Threads>().parked;
    let thread = parked.remove(at).expect("it was found there");
    let result = run_thread(vm, thread);
    vm.leave_native();
    result.map(|()| true)
}

fn run_thread(vm: &mut Vm, mut thread: Thread) -> R<()> {
    let threads = vm.state::<Threads>();
    threads.slice_began = Some(Clock::moment());
    if let Some(below) = threads.below.last_mut() {
        below.above = thread.stack;
    }
    let next = std::mem::replace(&mut thread.next, Next::GoOn);
    match vm.run_parked(thread.stack, next) {
        Slice::Paused => {}
        Slice::Waits(wait) => thread.next = Next::Poll(wait),
        Slice::Ended(result) => return ended(vm, &thread, result),
    }
    vm.state::<Threads>().parked.push_back(thread);
    Ok(())
}

fn ended(vm: &mut Vm, thread: &Thread, result: Result<Value, Value>) -> R<()> {
    vm.drop_parked(thread.stack);
    let threads = vm.state::<Threads>();
    threads.n_alive -= 1;
    if threads.n_alive == 0 {
        vm.has_threads = false;
    }
    super::handle::ended(&thread.handle);
    match result {
        Ok(_) => Ok(()),
        // A limit ends the whole run.
        Err(exception) if vm.is_stopped() => Err(vm.reraise_value(exception)),
        Err(exception) => {
            vm.report_unraisable(&exception, &thread.handle);
            Ok(())
        }
    }
}

/// A loop that waits on a stack below the running one makes a turn, on top of it all. False if there is none.
fn serve_one(vm: &mut Vm) -> R<bool> {
    let threads = vm.state::<Threads>();
    let n_lower = threads.below.len().saturating_sub(1);
    let mut now = None;
    let found = threads.below[..n_lower].iter().position(|below| {
        below.served.is_none()
            && !below.is_served
            && match &below.wait {
                Some(wait) => (below.is_free || wait.can_be_served()) && is_over(&**wait, &mut now),
                None => below.is_free,
            }
    });
    let Some(at) = found else {
        return Ok(false);
    };
    vm.enter_native()?;
    let threads = vm.state::<Threads>();
    let below = &mut threads.below[at];
    let stack = below.above;
    below.is_served = true;
    let is_free = below.is_free;
    let wait = below.wait.replace(Box::new(Gone));
    if let Some(own) = vm.state::<Threads>().below.last_mut() {
        own.above = stack;
    }
    vm.swap_parked(stack);
    if is_free {
        let slice = vm.run_here(wait.map_or(Next::GoOn, Next::Poll));
        vm.swap_parked(stack);
        vm.leave_native();
        let below = &mut vm.state::<Threads>().below[at];
        below.is_served = false;
        below.wait = None;
        match slice {
            Slice::Paused => {}
            Slice::Waits(wait) => below.wait = Some(wait),
            Slice::Ended(result) => below.served = Some(result),
        }
        return Ok(true);
    }
    let mut wait = wait.unwrap_or_else(|| Box::new(Gone));
    let polled = wait.serve(vm);
    let raised = match polled {
        Err(Raised) => Some(vm.take_raised()),
        Ok(_) => None,
    };
    vm.swap_parked(stack);
    vm.leave_native();
    let is_stopped = vm.is_stopped();
    let below = &mut vm.state::<Threads>().below[at];
    below.is_served = false;
    below.wait = Some(wait);
    below.served = match (polled, raised) {
        (Ok(Some(value)), _) => Some(Ok(value)),
        (Err(Raised), Some(exception)) if is_stopped => {
            return Err(vm.reraise_value(exception));
        }
        (Err(Raised), Some(exception)) => Some(Err(exception)),
        _ => None,
    };
    Ok(true)
}

/// The numbers of the threads that live.
pub(super) fn numbers(vm: &mut Vm) -> Vec<u64> {
    let current = vm.current_thread();
    let threads = vm.state::<Threads>();
    let parked = threads.parked.iter().map(|thread| thread.number);
    let below = threads.below.iter().map(|below| below.number);
    let mut all: Vec<u64> = parked.chain(below).chain([current]).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A generator for an iterator that calls script code (`Hooks::script_iterator`).
pub(crate) fn script_iterator(vm: &mut Vm, iterator: Value) -> R {
    let (name, args) = match iterator.as_ref::<Iter>() {
        None => {
            // A class of the program's own.
            let is_own = vm
                .find_special(&iterator, Special::Next)
                .is_some_and(|next| next.is(crate::value::Tag::Function));
            if !is_own {
                return Ok(iterator);
            }
            ("_iterate", vec![iterator])
        }
        Some(iter) => {
            let called = iter.state.with(|state| match state {
                IterState::Call { callable, sentinel } => {
                    Some(vec![callable.clone(), sentinel.clone()])
                }
                _ => None,
            });
            match called {
                Some(args) => ("_iterate_calls", args),
                None => return Ok(iterator),
            }
        }
    };
    let threading = import_dotted(vm, "threading")?;
    vm.call_method(&threading, name, &args)
}
