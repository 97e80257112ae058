//! Handle and TimerHandle: callbacks that were scheduled by hand.

use std::cell::Cell;

use crate::event_loop::TimerId;
use crate::heap::{Ref, Slot};
use crate::modules::asyncio::event_loop::{Entry, LoopData};
use crate::modules::asyncio::runtime::{Classes, runtime};
use crate::modules::asyncio::{complaints, reprs, source};
use crate::modules::contextvars;
use crate::value::{Class, NO_TIMER, NativeData, ObjectSlot, Opaque, Tag, Value};
use crate::vm::{Def, GetSet, R, Raised, Vm, def, getter, rest, static_def};

/// The inside of a handle.
pub(super) struct HandleData {
    pub(super) event_loop: ObjectSlot,
    /// Undef once cancelled.
    pub(super) callback: Slot<Value>,
    /// A tuple, or None for no arguments.
    pub(super) args: ObjectSlot,
    /// None is the empty context.
    pub(super) context: ObjectSlot,
    pub(super) cancelled: Cell<bool>,
    /// A TimerHandle's deadline, in the loop's seconds; of a plain handle.
    when: f64,
    is_timer: bool,
    /// A timer handle's timer, as a number.
    timer: Cell<u64>,
    /// What the repr showed when it was cancelled, in debug mode.
    cancelled_repr: ObjectSlot,
    /// Where it was made, in debug mode.
    pub(super) source: ObjectSlot,
}

impl NativeData for HandleData {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [
            &self.event_loop,
            &self.args,
            &self.context,
            &self.cancelled_repr,
            &self.source,
        ] {
            visit(&slot.get());
        }
        visit(&self.callback.get());
    }

    fn unlink(&self) {
        self.callback.set(Value::UNDEF);
        self.event_loop.set(Value::NONE);
        self.context.set(Value::NONE);
        self.args.set(Value::NONE);
    }
}

impl HandleData {
    /// A TimerHandle's deadline.
    pub(super) fn when(&self) -> Option<f64> {
        self.is_timer.then_some(self.when)
    }
}

fn data(
    event_loop: &Value,
    callback: Value,
    args: &Value,
    context: Value,
    when: Option<f64>,
) -> HandleData {
    let args = if rest(args).is_empty() {
        Value::NONE
    } else {
        args.clone()
    };
    HandleData {
        event_loop: ObjectSlot::new(event_loop.clone()),
        callback: Slot::new(callback),
        args: ObjectSlot::new(args),
        context: ObjectSlot::new(context),
        cancelled: Cell::new(false),
        when: when.unwrap_or_default(),
        is_timer: when.is_some(),
        timer: Cell::new(NO_TIMER),
        cancelled_repr: ObjectSlot::new(Value::NONE),
        source: ObjectSlot::new(Value::NONE),
    }
}

/// Notes where a new handle was made, if its loop is in debug mode.
pub(super) fn note(vm: &mut Vm, owner: &LoopData, handle: &Value) -> R<()> {
    if owner.debug.get()
        && let Some(data) = handle.as_data::<HandleData>()
    {
        data.source.set(source::capture(vm)?);
    }
    Ok(())
}

/// Whether a value is a Handle that was cancelled.
pub(super) fn is_cancelled(value: &Value) -> bool {
    value
        .as_data::<HandleData>()
        .is_some_and(|data| data.cancelled.get())
}

/// Whether a value is a Handle.
pub(super) fn is_handle(value: &Value) -> bool {
    value.as_data::<HandleData>().is_some()
}

/// A Handle that is scheduled nowhere yet. `args`: a tuple, or anything else for none.
pub(super) fn new(
    vm: &mut Vm,
    event_loop: &Value,
    callback: Value,
    args: &Value,
    context: Value,
) -> Ref<Opaque> {
    let class = match event_loop.as_data::<LoopData>() {
        Some(data) => data.runtime.classes.handle.clone(),
        None => runtime(vm).classes.handle.clone(),
    };
    vm.heap
        .opaque(&class, data(event_loop, callback, args, context, None))
}

/// A TimerHandle, scheduled for `when`.
pub(super) fn schedule_at(
    vm: &mut Vm,
    event_loop: &Value,
    owner: &LoopData,
    when: f64,
    callback: Value,
    args: &Value,
    context: Value,
) -> R {
    let handle = vm.heap.opaque(
        &owner.runtime.classes.timer_handle,
        data(event_loop, callback, args, context, Some(when)),
    );
    note(vm, owner, &Value::object(handle.clone()))?;
    let timer = owner.push_at(when, Entry::Handle(handle.clone()));
    if let Some(data) = handle.data::<HandleData>() {
        data.timer.set(timer.to_bits());
    }
    Ok(Value::object(handle))
}

/// Runs the callback in its context; tells the loop's exception handler if it fails.
pub(super) fn run(vm: &mut Vm, event_loop: &Value, handle: &Ref<Opaque>) -> R<()> {
    let Some(data) = handle.data::<HandleData>() else {
        return Ok(());
    };
    if data.cancelled.get() {
        return Ok(());
    }
    let callback = data.callback.get();
    let args = data.args.get();
    let outer = std::mem::replace(&mut vm.context, data.context.get());
    let result = vm.call(&callback, rest(&args));
    let context = std::mem::replace(&mut vm.context, outer);
    if !context.is_none() {
        data.context.set(context);
    }
    match result {
        Ok(_) => Ok(()),
        Err(_) if complaints::is_exit(vm) => Err(Raised),
        Err(_) => {
            let exception = vm.take_raised();
            complaints::callback_failed(vm, event_loop, exception, Value::object(handle.clone()))
        }
    }
}

fn this<'a>(vm: &mut Vm, value: &'a Value) -> R<&'a HandleData> {
    match value.as_data::<HandleData>() {
        Some(data) => Ok(data),
        None => {
            let name = vm.type_name(value);
            Err(vm.type_error(format!("expected a Handle, not '{name}'")))
        }
    }
}

fn cancel(vm: &mut Vm, args: &[Value]) -> R {
    let handle = this(vm, &args[0])?;
    if handle.cancelled.replace(true) {
        return Ok(Value::NONE);
    }
    let owner = handle.event_loop.get();
    // What it was is worth remembering where it was made in debug mode.
    if !handle.source.is_none() {
        let text = reprs::handle(vm, &args[0], handle)?;
        handle.cancelled_repr.set(vm.new_str(&text));
    }
    if let Some(owner) = owner.as_data::<LoopData>() {
        let timer = handle.timer.replace(NO_TIMER);
        if timer != NO_TIMER {
            owner.cancel_timer(TimerId::from_bits(timer));
        }
    }
    handle.callback.set(Value::UNDEF);
    handle.args.set(Value::NONE);
    Ok(Value::NONE)
}

fn cancelled(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, &args[0])?.cancelled.get()))
}

fn when(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.when().map_or(Value::NONE, Value::float))
}

fn get_context(vm: &mut Vm, args: &[Value]) -> R {
    let handle = this(vm, &args[0])?;
    if handle.context.is_none() {
        handle.context.set(contextvars::new_context(vm));
    }
    Ok(handle.context.get())
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let handle = this(vm, &args[0])?;
    let shown = handle.cancelled_repr.get();
    if !shown.is_none() {
        return Ok(shown);
    }
    let text = reprs::handle(vm, &args[0], handle)?;
    Ok(vm.new_str(&text))
}

/// The deadlines of two timer handles, or None if one is something else.
fn deadlines(args: &[Value]) -> Option<(f64, f64)> {
    Some((
        args[0].as_data::<HandleData>()?.when()?,
        args[1].as_data::<HandleData>()?.when()?,
    ))
}

fn compare(args: &[Value], holds: fn(f64, f64) -> bool) -> R {
    Ok(deadlines(args).map_or(Value::NOT_IMPLEMENTED, |(a, b)| Value::bool(holds(a, b))))
}

fn lt(_: &mut Vm, args: &[Value]) -> R {
    compare(args, |a, b| a < b)
}

fn le(_: &mut Vm, args: &[Value]) -> R {
    compare(args, |a, b| a <= b)
}

fn gt(_: &mut Vm, args: &[Value]) -> R {
    compare(args, |a, b| a > b)
}

fn ge(_: &mut Vm, args: &[Value]) -> R {
    compare(args, |a, b| a >= b)
}

fn eq(vm: &mut Vm, args: &[Value]) -> R {
    if args[0].is_same(&args[1]) {
        return Ok(Value::TRUE);
    }
    let Some((a, b)) = deadlines(args) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let (first, second) = (this(vm, &args[0])?, this(vm, &args[1])?);
    let same_arguments = {
        let (left, right) = (first.args.get(), second.args.get());
        let (left, right) = (rest(&left), rest(&right));
        left.len() == right.len() && {
            let mut same = true;
            for (left, right) in left.iter().zip(right) {
                same = same && vm.eq(left, right)?;
            }
            same
        }
    };
    let (left, right) = (first.callback.get(), second.callback.get());
    let same_callback =
        left.is_same(&right) || (!left.is_undef() && !right.is_undef() && vm.eq(&left, &right)?);
    let same_state = first.cancelled.get() == second.cancelled.get();
    Ok(Value::bool(
        a == b && same_callback && same_arguments && same_state,
    ))
}

fn hash(vm: &mut Vm, args: &[Value]) -> R {
    let when = this(vm, &args[0])?.when;
    vm.hash(&Value::float(when))
        .map(|hash| Value::int(hash as i64))
}

fn get_callback(vm: &mut Vm, args: &[Value]) -> R {
    let callback = this(vm, &args[0])?.callback.get();
    Ok(if callback.is_undef() {
        Value::NONE
    } else {
        callback
    })
}

fn get_args(vm: &mut Vm, args: &[Value]) -> R {
    let handle = this(vm, &args[0])?;
    if handle.callback.get().is_undef() {
        return Ok(Value::NONE);
    }
    let args = handle.args.get();
    if args.is_none() {
        return Ok(Value::object(vm.heap.tuple_of(&[])));
    }
    Ok(args)
}

fn get_loop(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.event_loop.get())
}

pub(super) fn install(vm: &mut Vm, classes: &Classes) {
    vm.add_methods(&classes.handle, METHODS);
    vm.add_getsets(&classes.handle, GETSETS);
    vm.set_doc(&classes.handle, "A callback that was scheduled.");
    vm.add_methods(&classes.timer_handle, TIMER_METHODS);
    vm.set_doc(
        &classes.timer_handle,
        "A callback that was scheduled for a time.",
    );
}

fn new_handle(vm: &mut Vm, args: &[Value], when: Option<f64>) -> R {
    let Some(class) = args[0].to_ref::<Class>() else {
        return Err(vm.type_error("Handle.__new__(X): X is not a type object"));
    };
    let [callback, given, event_loop, context] = &args[args.len() - 4..] else {
        return Err(vm.type_error("Handle() takes a callback, its arguments and a loop"));
    };
    let context = if context.is_undef() || context.is_none() {
        contextvars::copy_current(vm)
    } else {
        context.clone()
    };
    let given = if given.is(Tag::Tuple) {
        given.clone()
    } else {
        let given = vm.to_vec(given)?;
        Value::object(vm.heap.new_tuple(given))
    };
    let inside = data(event_loop, callback.clone(), &given, context, when);
    let handle = vm.heap.new_opaque(&class, inside);
    if let Some(owner) = event_loop.as_data::<LoopData>() {
        note(vm, owner, &handle)?;
    } else {
        let debug = vm.call_method(event_loop, "get_debug", &[])?;
        if vm.truth(&debug)?
            && let Some(data) = handle.as_data::<HandleData>()
        {
            data.source.set(source::capture(vm)?);
        }
    }
    Ok(handle)
}

fn method_new(vm: &mut Vm, args: &[Value]) -> R {
    new_handle(vm, args, None)
}

fn method_new_timer(vm: &mut Vm, args: &[Value]) -> R {
    let when = vm.to_f64(&args[1])?;
    new_handle(vm, args, Some(when))
}

fn method_init(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

fn method_run(vm: &mut Vm, args: &[Value]) -> R {
    let event_loop = this(vm, &args[0])?.event_loop.get();
    if let Some(handle) = args[0].to_ref::<Opaque>() {
        run(vm, &event_loop, &handle)?;
    }
    Ok(Value::NONE)
}

fn get_source(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.source.get())
}

const METHODS: &[Def] = &[
    static_def(
        "__new__",
        method_new,
        "cls, callback, args, loop, context=None",
    ),
    def("__init__", method_init, "self, /, *args, **kwargs"),
    def("_run", method_run, "self, /"),
    def("cancel", cancel, "self, /"),
    def("cancelled", cancelled, "self, /"),
    def("get_context", get_context, "self, /"),
    def("__repr__", repr, "self, /"),
];

const GETSETS: &[GetSet] = &[
    getter("_callback", get_callback),
    getter("_args", get_args),
    getter("_loop", get_loop),
    getter("_cancelled", cancelled),
    getter("_context", get_context),
    getter("_source_traceback", get_source),
];

const TIMER_METHODS: &[Def] = &[
    static_def(
        "__new__",
        method_new_timer,
        "cls, when, callback, args, loop, context=None",
    ),
    def("when", when, "self, /"),
    def("__lt__", lt, "self, other, /"),
    def("__le__", le, "self, other, /"),
    def("__gt__", gt, "self, other, /"),
    def("__ge__", ge, "self, other, /"),
    def("__eq__", eq, "self, other, /"),
    def("__hash__", hash, "self, /"),
];
