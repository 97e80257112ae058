//! Task: a coroutine that the loop drives, step by step.
//!
//! A step resumes the innermost frame of the coroutine (the machine knows it) and looks at what came out: a future to
//! wait for, a turn given up, a result, an exception.

use crate::bytecode::Flow;
use crate::event_loop::TimerId;
use crate::heap::{Ref, flags};
use crate::modules::asyncio::event_loop::{Entry, LoopData};
use crate::modules::asyncio::main_loop::stop_waiting;
use crate::modules::asyncio::runtime::Classes;
use crate::modules::asyncio::{closure, future, reprs, running, sleep, source, stack};
use crate::modules::contextvars;
use crate::value::{Class, Coroutine, FutureObject, FutureState, NO_TIMER, Tag, TaskPart, Value};
use crate::vm::sleep::seconds;
use crate::vm::{Def, GetSet, Progress, R, Raised, Resume, Vm, def, getset, getter};

/// What a new task may be told.
#[derive(Default)]
pub(super) struct Options {
    /// None: the next number.
    pub(super) name: Value,
    /// None: a copy of the current one.
    pub(super) context: Value,
    pub(super) eager: bool,
}

fn part(task: &FutureObject) -> &TaskPart {
    task.task().expect("only tasks are stepped")
}

/// Makes a task of exactly the class Task and schedules its first step.
///
/// Errors: TypeError if `coroutine` is none; RuntimeError if the loop is closed.
pub(super) fn spawn(
    vm: &mut Vm,
    event_loop: &Value,
    data: &LoopData,
    coroutine: Value,
    options: Options,
) -> R<Ref<FutureObject>> {
    data.check_open(vm)?;
    let class = data.runtime.classes.task.clone();
    let part = Some(TaskPart::new());
    let task = FutureObject::alloc(&vm.heap, class, event_loop.clone(), part, true);
    start(vm, &task, data, coroutine, options)?;
    Ok(task)
}

/// Fills a new task in and schedules (or, eagerly, makes) its first step.
fn start(
    vm: &mut Vm,
    task: &Ref<FutureObject>,
    data: &LoopData,
    coroutine: Value,
    options: Options,
) -> R<()> {
    if !is_coroutine(vm, &coroutine) {
        let text = vm.repr(&coroutine)?;
        return Err(vm.type_error(format!("a coroutine was expected, got {}", text.as_str())));
    }
    begin(vm, task, data, coroutine, options)
}

/// The same for anything that can be driven like a coroutine.
pub(super) fn begin(
    vm: &mut Vm,
    task: &Ref<FutureObject>,
    data: &LoopData,
    coroutine: Value,
    options: Options,
) -> R<()> {
    let own = part(task);
    own.context.set(if options.context.is_none() {
        contextvars::copy_current(vm)
    } else {
        options.context
    });
    if options.name.is_none() {
        let number = data.runtime.n_tasks.get() + 1;
        data.runtime.n_tasks.set(number);
        own.number.set(number);
    } else {
        let name = if options.name.is(Tag::Str) {
            options.name
        } else {
            Value::object(vm.str(&options.name)?)
        };
        task.extra(|extra| extra.name = name);
    }
    own.coroutine.set(coroutine);
    if data.debug.get() {
        source::note(vm, &task.event_loop.get(), task)?;
    }
    task.log_destroy.set(true);
    task.header().set(flags::FINALIZE);
    data.tasks.with_mut(|tasks| tasks.add(task));
    if options.eager && data.running.get() {
        let outer = data.current.take();
        let result = step(vm, data, task.clone(), None);
        data.current.set(outer);
        if task.is_done() {
            // It never was on the loop; as elsewhere, nothing is left of it but its result.
            own.coroutine.set(Value::NONE);
        }
        return result;
    }
    let result = schedule(vm, data, task, None);
    if result.is_err() {
        leave(data, task);
    }
    result
}

/// Lets a step of `task` run at the next turn.
fn schedule(
    vm: &mut Vm,
    data: &LoopData,
    task: &Ref<FutureObject>,
    thrown: Option<Value>,
) -> R<()> {
    if data.plain.get() {
        data.push(match thrown {
            None => Entry::Step(task.clone()),
            Some(exception) => Entry::Throw(Box::new((task.clone(), exception))),
        });
        return Ok(());
    }
    let mut captured = vec![Value::object(task.clone())];
    captured.extend(thrown);
    let callback = closure::new(
        vm,
        &data.runtime,
        "TaskStepMethWrapper",
        call_step,
        captured,
    );
    let (name, event_loop) = (vm.intern("context"), task.event_loop.get());
    let context = own_context(vm, task);
    let method = vm.get_attr_str(&event_loop, "call_soon")?;
    vm.call_kw(&method, &[callback], &[(name, context)])?;
    Ok(())
}

fn call_step(vm: &mut Vm, captured: &[Value], _: &[Value]) -> R {
    let Some(task) = captured.first().and_then(Value::to_ref::<FutureObject>) else {
        return Ok(Value::NONE);
    };
    let event_loop = task.event_loop.get();
    if let Some(data) = event_loop.as_data::<LoopData>() {
        step(vm, data, task, captured.get(1).cloned())?;
    }
    Ok(Value::NONE)
}

/// The callback by which a future that is not ours wakes a task: captured is the task, the argument is the future.
pub(super) fn wakeup(vm: &mut Vm, captured: &[Value], args: &[Value]) -> R {
    let (Some(task), Some(waited)) = (
        captured.first().and_then(Value::to_ref::<FutureObject>),
        args.first(),
    ) else {
        return Ok(Value::NONE);
    };
    let thrown = if waited
        .as_ref::<FutureObject>()
        .is_some_and(|waited| waited.plain)
    {
        None
    } else {
        match vm.call_method(waited, "result", &[]) {
            Ok(_) => None,
            Err(_) => Some(vm.take_raised()),
        }
    };
    let event_loop = task.event_loop.get();
    if let Some(data) = event_loop.as_data::<LoopData>() {
        step(vm, data, task, thrown)?;
    }
    Ok(Value::NONE)
}

/// Whether `value` is a coroutine, or has the methods of one.
pub(super) fn is_coroutine(vm: &mut Vm, value: &Value) -> bool {
    if let Some(coroutine) = value.as_ref::<Coroutine>() {
        return coroutine.head().code.flow == Flow::Coroutine;
    }
    if !value.is_heap() {
        return false;
    }
    let class = vm.class_of(value);
    ["__await__", "send", "throw", "close"].iter().all(|name| {
        let name = vm.intern(name);
        class.lookup(&name).is_some()
    })
}

/// One step. Errors: KeyboardInterrupt and SystemExit that leave the coroutine; what the loop's `call_soon` raises.
pub(super) fn step(
    vm: &mut Vm,
    data: &LoopData,
    task: Ref<FutureObject>,
    thrown: Option<Value>,
) -> R<()> {
    let own = part(&task);
    if task.is_done() {
        return Err(stepped_when_done(vm, &task, thrown.is_some()));
    }
    let waited = own.waiter.take();
    let mut thrown = thrown;
    if let Some(waited) = waited.as_ref::<FutureObject>()
        && (waited.failed.get() || waited.state.get() == FutureState::Cancelled)
        && thrown.is_none()
    {
        thrown = future::failure(vm, waited);
    }
    drop(waited);
    if task.timer.get() != NO_TIMER {
        // Woken before its time.
        let timer = task.timer.replace(NO_TIMER);
        data.cancel_timer(TimerId::from_bits(timer));
    }
    if own.must_cancel.get() {
        own.must_cancel.set(false);
        thrown = Some(cancelling(vm, data, &task, thrown));
    }
    let before = data.current.replace(Value::object(task.clone()));
    if !before.is_none() {
        return Err(entered_twice(vm, data, &task, before));
    }
    let outer = std::mem::replace(&mut vm.context, own.context.take());
    let coroutine = own.coroutine.get();
    let progress = match (coroutine.as_ref::<Coroutine>(), thrown) {
        (Some(coroutine), None) => vm.resume_task(coroutine),
        (Some(coroutine), Some(thrown)) => vm.resume(coroutine, Resume::Throw(thrown)),
        (None, thrown) => step_by_hand(vm, &coroutine, thrown),
    };
    drop(coroutine);
    own.context.set(std::mem::replace(&mut vm.context, outer));
    let result = match progress {
        Ok(Progress::Suspended(value)) if value.is(Tag::YieldNow) => match seconds(&value) {
            None if data.plain.get() => {
                data.current.set(Value::NONE);
                data.push(Entry::Step(task));
                return Ok(());
            }
            None => schedule(vm, data, &task, None),
            Some(delay) => sleep::begin(vm, data, &task, delay)
                .and_then(|()| cancel_what_it_waits_for(vm, &task)),
        },
        Ok(Progress::Suspended(value)) if value.is_none() => schedule(vm, data, &task, None),
        Ok(Progress::Suspended(value)) => wait_for(vm, data, &task, value),
        Ok(Progress::Done(value)) => {
            leave(data, &task);
            if own.must_cancel.replace(false) {
                // Cancelled by itself, and there was no await to tell it.
                let message = task.rare(|extra| extra.cancel_message.clone());
                future::cancel(vm, &task, &message).map(drop)
            } else {
                future::finish(vm, &task, value)
            }
        }
        // A limit of the host: the task stays as it is.
        Err(Raised) if vm.is_stopped() => Err(Raised),
        Err(Raised) => {
            leave(data, &task);
            failed(vm, data, &task)
        }
    };
    data.current.set(Value::NONE);
    result
}

#[cold]
fn stepped_when_done(vm: &mut Vm, task: &Ref<FutureObject>, thrown: bool) -> Raised {
    let what = if thrown { "exception" } else { "None" };
    match reprs::task(vm, task) {
        Ok(text) => future::invalid_state(vm, &format!("__step(): already done: {text}, {what}")),
        Err(raised) => raised,
    }
}

#[cold]
fn entered_twice(vm: &mut Vm, data: &LoopData, task: &Ref<FutureObject>, before: Value) -> Raised {
    data.current.set(before.clone());
    let texts = reprs::task(vm, task).and_then(|this| Ok((this, vm.repr(&before)?)));
    match texts {
        Ok((this, other)) => vm.runtime_error(format!(
            "Cannot enter into task {this} while another task {} is being executed.",
            other.as_str()
        )),
        Err(raised) => raised,
    }
}

/// A request to cancel came before this step: what is raised in the coroutine.
#[cold]
fn cancelling(
    vm: &mut Vm,
    data: &LoopData,
    task: &Ref<FutureObject>,
    thrown: Option<Value>,
) -> Value {
    let cancelled = data.runtime.classes.cancelled_error.clone();
    match thrown {
        Some(exception) if vm.is_instance(&exception, &cancelled) => exception,
        _ => future::cancelled_error(vm, task),
    }
}

/// If a request to cancel came during the step, it goes to what the task waits for now.
#[inline]
fn cancel_what_it_waits_for(vm: &mut Vm, task: &Ref<FutureObject>) -> R<()> {
    let own = part(task);
    if !own.must_cancel.get() {
        return Ok(());
    }
    sleep::waiter(vm, task);
    let waited = own.waiter.get();
    let message = task.rare(|extra| extra.cancel_message.clone());
    if cancel_any(vm, &waited, &message)? {
        own.must_cancel.set(false);
    }
    Ok(())
}

/// Takes a task that ends off the list.
#[inline]
fn leave(data: &LoopData, task: &Ref<FutureObject>) {
    let held = data.tasks.with_mut(|tasks| tasks.remove(task));
    drop(held);
}

/// The coroutine raised.
fn failed(vm: &mut Vm, data: &LoopData, task: &Ref<FutureObject>) -> R<()> {
    let exception = vm.take_raised();
    if vm.is_instance(&exception, &data.runtime.classes.cancelled_error.clone()) {
        // Kept so that whoever waits gets this very exception.
        task.extra(|extra| extra.cancelled_error = exception);
        return future::cancel(vm, task, &Value::NONE).map(drop);
    }
    let (interrupt, exit) = (
        vm.types.keyboard_interrupt.clone(),
        vm.types.system_exit.clone(),
    );
    let ends_loop = vm.is_instance(&exception, &interrupt) || vm.is_instance(&exception, &exit);
    future::fail(vm, task, exception.clone())?;
    if ends_loop {
        Err(vm.reraise_value(exception))
    } else {
        Ok(())
    }
}

/// A step of something that is not the machine's own coroutine.
fn step_by_hand(vm: &mut Vm, coroutine: &Value, thrown: Option<Value>) -> R<Progress> {
    let result = match thrown {
        Some(exception) => vm.call_method(coroutine, "throw", &[exception]),
        None => {
            let send = vm.intern("send");
            match vm.find_attr(coroutine, &send)? {
                Some(send) => vm.call(&send, &[Value::NONE]),
                None => match vm.next(coroutine)? {
                    Some(value) => Ok(value),
                    None => return Ok(Progress::Done(Value::NONE)),
                },
            }
        }
    };
    match result {
        Ok(value) => Ok(Progress::Suspended(value)),
        Err(Raised) => match vm.take_stop_iteration() {
            Some(value) => Ok(Progress::Done(value)),
            None => Err(Raised),
        },
    }
}

/// The coroutine waits for `waited`: the next step comes when that is done.
#[inline]
fn wait_for(vm: &mut Vm, data: &LoopData, task: &Ref<FutureObject>, waited: Value) -> R<()> {
    let own = part(task);
    let Some(other) = waited.as_ref::<FutureObject>() else {
        return wait_for_other(vm, data, task, &waited);
    };
    if !other.plain && !other.is(task) && !is_quiet(data, other) {
        return wait_for_other(vm, data, task, &waited);
    }
    if other.is(task) {
        let text = reprs::task(vm, task)?;
        return refuse(
            vm,
            data,
            task,
            &format!("Task cannot await on itself: {text}"),
        );
    }
    if !other.event_loop.is_same(&task.event_loop) {
        let (this, other) = (reprs::task(vm, task)?, vm.repr(&waited)?);
        return refuse(
            vm,
            data,
            task,
            &format!(
                "Task {this} got Future {} attached to a different loop",
                other.as_str()
            ),
        );
    }
    if !other.blocking.replace(false) {
        let (this, other) = (reprs::task(vm, task)?, vm.repr(&waited)?);
        return refuse(
            vm,
            data,
            task,
            &format!(
                "yield was used instead of yield from in task {this} with {}",
                other.as_str()
            ),
        );
    }
    future::add_waiter(vm, other, task)?;
    own.waiter.set(waited);
    cancel_what_it_waits_for(vm, task)
}

/// Whether the class is the library's own, which overrides nothing that waiting needs.
fn is_quiet(data: &LoopData, future: &FutureObject) -> bool {
    data.runtime.quiet_class.with(|quiet| {
        quiet
            .as_ref::<Class>()
            .is_some_and(|quiet| future.class.with(|class| class.is(quiet)))
    })
}

/// Something else came out of the coroutine: an object that behaves like a future, or a mistake.
#[cold]
fn wait_for_other(vm: &mut Vm, data: &LoopData, task: &Ref<FutureObject>, waited: &Value) -> R<()> {
    let own = part(task);
    let name = vm.intern("_asyncio_future_blocking");
    let blocking = vm.find_attr(waited, &name)?.unwrap_or_default();
    if blocking.is_none() {
        let (this, other) = (reprs::task(vm, task)?, vm.repr(waited)?);
        let generator = waited
            .as_ref::<Coroutine>()
            .is_some_and(|coroutine| coroutine.head().code.flow == Flow::Generator);
        let message = if generator {
            format!(
                "yield was used instead of yield from for generator in task {this} with {}",
                other.as_str()
            )
        } else {
            format!("Task got bad yield: {}", other.as_str())
        };
        return refuse(vm, data, task, &message);
    }
    let event_loop = loop_of(vm, waited)?;
    if !event_loop.is_same(&task.event_loop.get()) {
        let (this, other) = (reprs::task(vm, task)?, vm.repr(waited)?);
        return refuse(
            vm,
            data,
            task,
            &format!(
                "Task {this} got Future {} attached to a different loop",
                other.as_str()
            ),
        );
    }
    if !vm.truth(&blocking)? {
        let (this, other) = (reprs::task(vm, task)?, vm.repr(waited)?);
        return refuse(
            vm,
            data,
            task,
            &format!(
                "yield was used instead of yield from in task {this} with {}",
                other.as_str()
            ),
        );
    }
    vm.set_attr(waited, &name, Value::FALSE)?;
    let callback = closure::new(
        vm,
        &data.runtime,
        "Task.task_wakeup",
        wakeup,
        vec![Value::object(task.clone())],
    );
    let (key, context) = (vm.intern("context"), own_context(vm, task));
    let method = vm.get_attr_str(waited, "add_done_callback")?;
    vm.call_kw(&method, &[callback], &[(key, context)])?;
    own.waiter.set(waited.clone());
    cancel_what_it_waits_for(vm, task)
}

/// The loop of what behaves like a future: what `get_loop` says, or else `_loop`.
fn loop_of(vm: &mut Vm, waited: &Value) -> R {
    let name = vm.intern("get_loop");
    match vm.find_attr(waited, &name)? {
        Some(method) => vm.call(&method, &[]),
        None => vm.get_attr_str(waited, "_loop"),
    }
}

/// The task waits for a future that stands for its sleep.
pub(super) fn wait_for_sleep(vm: &mut Vm, task: &Ref<FutureObject>, waited: Value) -> R<()> {
    if let Some(future) = waited.as_ref::<FutureObject>() {
        future::add_waiter(vm, future, task)?;
    }
    part(task).waiter.set(waited);
    Ok(())
}

/// Raises RuntimeError inside the task at its next step.
#[cold]
fn refuse(vm: &mut Vm, data: &LoopData, task: &Ref<FutureObject>, message: &str) -> R<()> {
    let (class, text) = (vm.types.runtime_error.clone(), vm.new_str(message));
    let exception = vm.new_exception(&class, vec![text]);
    schedule(vm, data, task, Some(exception))
}

/// Cancels whatever a task may wait for.
fn cancel_any(vm: &mut Vm, waited: &Value, message: &Value) -> R<bool> {
    if let Some(waited) = waited.as_ref::<FutureObject>()
        && waited.plain
    {
        return if waited.task().is_some() {
            request_cancel(vm, waited, message)
        } else {
            future::cancel(vm, waited, message)
        };
    }
    let (name, method) = (vm.intern("msg"), vm.get_attr_str(waited, "cancel")?);
    let cancelled = vm.call_kw(&method, &[], &[(name, message.clone())])?;
    vm.truth(&cancelled)
}

/// `Task.cancel`: asks the task to end. False if it is done.
///
/// The request goes down the chain of tasks that wait for each other to the innermost one; without recursion, since
/// such chains may be long.
pub(super) fn request_cancel(vm: &mut Vm, task: &Ref<FutureObject>, message: &Value) -> R<bool> {
    let mark = |task: &Ref<FutureObject>| {
        part(task).must_cancel.set(true);
        let old = task.extra(|extra| std::mem::replace(&mut extra.cancel_message, message.clone()));
        drop(old);
    };
    let mut task = task.clone();
    let mut outer: Option<Ref<FutureObject>> = None;
    // Tasks that wait for each other in a ring: one of them is remembered, anew after 1, 2, 4... steps (Brent).
    let (mut seen, mut steps, mut span) = (None::<Ref<FutureObject>>, 0_usize, 1_usize);
    loop {
        task.log_traceback.set(false);
        if task.is_done() {
            return match outer {
                Some(outer) => {
                    mark(&outer);
                    Ok(true)
                }
                None => Ok(false),
            };
        }
        let own = part(&task);
        own.cancel_requests.set(own.cancel_requests.get() + 1);
        sleep::waiter(vm, &task);
        let waited = own.waiter.get();
        if let Some(inner) = waited.as_ref::<FutureObject>()
            && inner.plain
            && inner.task().is_some()
        {
            if seen.as_ref().is_some_and(|seen| seen.is(inner)) {
                return cancel_in_ring(vm, &task);
            }
            steps += 1;
            if steps == span {
                (seen, steps, span) = (Some(task.clone()), 0, span * 2);
            }
            outer = Some(std::mem::replace(&mut task, inner.clone()));
            continue;
        }
        if waited.is_none() || !cancel_any(vm, &waited, message)? {
            mark(&task);
        }
        return Ok(true);
    }
}

/// Tasks wait for each other in a ring, so that a request to cancel goes round. Other implementations have no answer;
/// once the loop has told the program of it, the request opens the ring.
#[cold]
fn cancel_in_ring(vm: &mut Vm, task: &Ref<FutureObject>) -> R<bool> {
    let event_loop = task.event_loop.get();
    match event_loop.as_data::<LoopData>() {
        Some(data) if data.deadlocked.get() && stop_waiting(vm, task) => {
            let exception = future::cancelled_error(vm, task);
            schedule(vm, data, task, Some(exception))?;
            Ok(true)
        }
        _ => Err(vm.recursion_error()),
    }
}

/// The context of a task that is between two steps, as an object.
fn own_context(vm: &mut Vm, task: &Ref<FutureObject>) -> Value {
    let own = part(task);
    if own.context.is_none() {
        own.context.set(contextvars::new_context(vm));
    }
    own.context.get()
}

/// The context a task runs in, as an object.
fn context(vm: &mut Vm, task: &Ref<FutureObject>) -> Value {
    let own = part(task);
    let event_loop = task.event_loop.get();
    let is_current = event_loop.as_data::<LoopData>().is_some_and(|data| {
        data.current
            .get()
            .as_ref::<FutureObject>()
            .is_some_and(|current| current.is(task))
    });
    if is_current {
        if vm.context.is_none() {
            vm.context = contextvars::new_context(vm);
        }
        own.context.set(vm.context.clone());
        return own.context.get();
    }
    own_context(vm, task)
}

/// The task's name.
pub(super) fn name(task: &FutureObject) -> String {
    let given = task.rare(|extra| extra.name.clone());
    match given.as_ref::<crate::value::Str>() {
        Some(name) => name.as_str().to_string(),
        None => format!("Task-{}", part(task).number.get()),
    }
}

fn this(vm: &mut Vm, value: &Value) -> R<Ref<FutureObject>> {
    let task = future::this(vm, value)?;
    if task.task().is_none() {
        return Err(vm.type_error(
            "descriptor requires a '_asyncio.Task' object but received '_asyncio.Future'",
        ));
    }
    Ok(task)
}

fn absent(value: &Value) -> Value {
    if value.is_undef() {
        Value::NONE
    } else {
        value.clone()
    }
}

fn method_init(vm: &mut Vm, args: &[Value]) -> R {
    let task = this(vm, &args[0])?;
    let event_loop = if args[2].is_undef() || args[2].is_none() {
        running::event_loop(vm)?
    } else {
        args[2].clone()
    };
    let Some(data) = event_loop.as_data::<LoopData>() else {
        let name = vm.type_name(&event_loop);
        return Err(vm.type_error(format!("loop must be an event loop, not '{name}'")));
    };
    let eager = !args[5].is_undef() && vm.truth(&args[5])?;
    task.event_loop.set(event_loop.clone());
    let options = Options {
        name: absent(&args[3]),
        context: absent(&args[4]),
        eager,
    };
    start(vm, &task, data, args[1].clone(), options)?;
    Ok(Value::NONE)
}

fn method_cancel(vm: &mut Vm, args: &[Value]) -> R {
    let task = this(vm, &args[0])?;
    let message = args.get(1).map_or(Value::NONE, absent);
    request_cancel(vm, &task, &message).map(Value::bool)
}

fn method_cancelling(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(i64::from(
        part(&*this(vm, &args[0])?).cancel_requests.get(),
    )))
}

fn method_uncancel(vm: &mut Vm, args: &[Value]) -> R {
    let task = this(vm, &args[0])?;
    let own = part(&task);
    let requests = own.cancel_requests.get();
    if requests > 0 {
        own.cancel_requests.set(requests - 1);
        if requests == 1 {
            own.must_cancel.set(false);
        }
    }
    Ok(Value::int(i64::from(own.cancel_requests.get())))
}

fn method_get_name(vm: &mut Vm, args: &[Value]) -> R {
    let task = this(vm, &args[0])?;
    Ok(vm.new_str(&name(&task)))
}

fn method_set_name(vm: &mut Vm, args: &[Value]) -> R {
    let task = this(vm, &args[0])?;
    let name = Value::object(vm.str(&args[1])?);
    let old = task.extra(|extra| std::mem::replace(&mut extra.name, name));
    drop(old);
    Ok(Value::NONE)
}

fn method_get_coro(vm: &mut Vm, args: &[Value]) -> R {
    Ok(part(&*this(vm, &args[0])?).coroutine.get())
}

fn method_get_context(vm: &mut Vm, args: &[Value]) -> R {
    let task = this(vm, &args[0])?;
    Ok(context(vm, &task))
}

fn method_get_stack(vm: &mut Vm, args: &[Value]) -> R {
    let task = this(vm, &args[0])?;
    let frames = stack::frames(vm, &task, &args[1])?;
    Ok(Value::object(vm.heap.new_list(frames)))
}

fn method_print_stack(vm: &mut Vm, args: &[Value]) -> R {
    let task = this(vm, &args[0])?;
    stack::print(vm, &task, &args[1], &args[2])?;
    Ok(Value::NONE)
}

fn method_set_result(vm: &mut Vm, _: &[Value]) -> R {
    Err(vm.runtime_error("Task does not support set_result operation"))
}

fn method_set_exception(vm: &mut Vm, _: &[Value]) -> R {
    Err(vm.runtime_error("Task does not support set_exception operation"))
}

fn method_repr(vm: &mut Vm, args: &[Value]) -> R {
    let task = this(vm, &args[0])?;
    let text = reprs::task(vm, &task)?;
    Ok(vm.new_str(&text))
}

fn get_log_destroy(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, &args[0])?.log_destroy.get()))
}

fn set_log_destroy(vm: &mut Vm, args: &[Value]) -> R {
    let task = this(vm, &args[0])?;
    future::refuse_delete(vm, &args[1])?;
    let on = vm.truth(&args[1])?;
    task.log_destroy.set(on);
    Ok(Value::NONE)
}

fn get_must_cancel(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(part(&*this(vm, &args[0])?).must_cancel.get()))
}

fn get_waiter(vm: &mut Vm, args: &[Value]) -> R {
    let task = this(vm, &args[0])?;
    sleep::waiter(vm, &task);
    Ok(part(&task).waiter.get())
}

pub(super) fn install(vm: &mut Vm, classes: &Classes) {
    vm.add_methods(&classes.task, METHODS);
    vm.add_getsets(&classes.task, GETSETS);
    vm.set_doc(&classes.task, "A coroutine that runs on its own.");
}

const METHODS: &[Def] = &[
    def(
        "__init__",
        method_init,
        "self, coro, *, loop=None, name=None, context=None, eager_start=False",
    ),
    def("cancel", method_cancel, "self, msg=None").bare(1),
    def("cancelling", method_cancelling, "self, /"),
    def("uncancel", method_uncancel, "self, /"),
    def("get_name", method_get_name, "self, /"),
    def("set_name", method_set_name, "self, value, /"),
    def("get_coro", method_get_coro, "self, /"),
    def("get_context", method_get_context, "self, /"),
    def("get_stack", method_get_stack, "self, /, *, limit=None"),
    def(
        "print_stack",
        method_print_stack,
        "self, /, *, limit=None, file=None",
    ),
    def("set_result", method_set_result, "self, result, /"),
    def("set_exception", method_set_exception, "self, exception, /"),
    def("__repr__", method_repr, "self, /"),
];

const GETSETS: &[GetSet] = &[
    getset("_log_destroy_pending", get_log_destroy, set_log_destroy),
    getter("_must_cancel", get_must_cancel),
    getter("_coro", method_get_coro),
    getter("_fut_waiter", get_waiter),
];
