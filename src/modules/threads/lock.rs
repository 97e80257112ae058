//! `Lock` and `RLock`.

use std::cell::Cell;
use std::time::Instant;

use super::handle::{moment_after, passed};
use crate::heap::Ref;
use crate::modules::held::{missing, put, put_class, this};
use crate::value::{Class, Dict, Layout, NativeData, Tuple, Value, class_flags};
use crate::vm::{Def, Outcome, R, Vm, Waiting, blocks, def, static_def};

/// A lock that any thread may release.
#[derive(Default)]
struct Lock {
    locked: Cell<bool>,
}

impl NativeData for Lock {}

/// A lock that its owner may take again.
#[derive(Default)]
struct RLock {
    /// The thread that holds it, or 0.
    owner: Cell<u64>,
    count: Cell<u64>,
}

impl NativeData for RLock {}

impl Lock {
    fn take(&self) -> bool {
        !self.locked.replace(true)
    }
}

struct Acquire {
    lock: Value,
    thread: u64,
    deadline: Option<Instant>,
    /// How often the lock is taken at once: a condition gives back what it had.
    count: u64,
}

impl Acquire {
    fn take(&self) -> bool {
        if let Some(lock) = self.lock.as_data::<Lock>() {
            return lock.take();
        }
        let Some(lock) = self.lock.as_data::<RLock>() else {
            return true;
        };
        if lock.owner.get() != 0 {
            return false;
        }
        lock.owner.set(self.thread);
        lock.count.set(self.count);
        true
    }
}

impl Waiting for Acquire {
    fn is_ready(&self) -> bool {
        match self.lock.as_data::<Lock>() {
            Some(lock) => !lock.locked.get(),
            None => self
                .lock
                .as_data::<RLock>()
                .is_none_or(|lock| lock.owner.get() == 0),
        }
    }

    fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    fn poll(&mut self, _: &mut Vm) -> R<Option<Value>> {
        if self.take() {
            return Ok(Some(Value::TRUE));
        }
        Ok(passed(self.deadline).then_some(Value::FALSE))
    }
}

/// What `acquire(blocking, timeout)` asks for: whether to wait, and until when.
fn asked(vm: &mut Vm, args: &[Value]) -> R<(bool, Option<Instant>)> {
    let blocking = missing(&args[1]) || vm.truth(&args[1])?;
    if args[2].is_undef() {
        return Ok((blocking, None));
    }
    let seconds = vm.to_f64(&args[2])?;
    if !blocking && seconds != -1.0 {
        return Err(vm.value_error("can't specify a timeout for a non-blocking call"));
    }
    if seconds < 0.0 && seconds != -1.0 {
        return Err(vm.value_error("timeout value must be positive"));
    }
    Ok((blocking, moment_after(vm, &args[2])?))
}

fn acquire(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let lock = this::<Lock>(vm, args)?;
    let (blocking, deadline) = asked(vm, args)?;
    if lock.take() {
        return Ok(Outcome::Done(Value::TRUE));
    }
    if !blocking {
        return Ok(Outcome::Done(Value::FALSE));
    }
    Ok(wait_for(vm, &args[0], deadline, 1))
}

fn wait_for(vm: &Vm, lock: &Value, deadline: Option<Instant>, count: u64) -> Outcome {
    Outcome::Wait(Box::new(Acquire {
        lock: lock.clone(),
        thread: vm.current_thread(),
        deadline,
        count,
    }))
}

fn enter(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    if this::<Lock>(vm, args)?.take() {
        return Ok(Outcome::Done(Value::TRUE));
    }
    Ok(wait_for(vm, &args[0], None, 1))
}

fn release(vm: &mut Vm, args: &[Value]) -> R {
    if this::<Lock>(vm, args)?.locked.replace(false) {
        Ok(Value::NONE)
    } else {
        Err(vm.runtime_error("release unlocked lock"))
    }
}

fn exit(vm: &mut Vm, args: &[Value]) -> R {
    release(vm, &args[..1])
}

fn locked(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this::<Lock>(vm, args)?.locked.get()))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let state = if this::<Lock>(vm, args)?.locked.get() {
        "locked"
    } else {
        "unlocked"
    };
    let at = args[0].raw_bits();
    Ok(vm.new_str(&format!("<{state} _thread.lock object at {at:#x}>")))
}

/// `acquire` where nothing has to be waited for, or None.
fn take_again(vm: &Vm, lock: &RLock) -> bool {
    let me = vm.current_thread();
    if lock.owner.get() == me {
        lock.count.set(lock.count.get() + 1);
        return true;
    }
    if lock.owner.get() == 0 {
        lock.owner.set(me);
        lock.count.set(1);
        return true;
    }
    false
}

fn r_acquire(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let lock = this::<RLock>(vm, args)?;
    let (blocking, deadline) = asked(vm, args)?;
    if take_again(vm, lock) {
        return Ok(Outcome::Done(Value::TRUE));
    }
    if !blocking {
        return Ok(Outcome::Done(Value::FALSE));
    }
    Ok(wait_for(vm, &args[0], deadline, 1))
}

fn r_enter(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let lock = this::<RLock>(vm, args)?;
    if take_again(vm, lock) {
        return Ok(Outcome::Done(Value::TRUE));
    }
    Ok(wait_for(vm, &args[0], None, 1))
}

fn r_release(vm: &mut Vm, args: &[Value]) -> R {
    let lock = this::<RLock>(vm, args)?;
    if lock.owner.get() != vm.current_thread() {
        return Err(vm.runtime_error("cannot release un-acquired lock"));
    }
    lock.count.set(lock.count.get() - 1);
    if lock.count.get() == 0 {
        lock.owner.set(0);
    }
    Ok(Value::NONE)
}

fn r_exit(vm: &mut Vm, args: &[Value]) -> R {
    r_release(vm, &args[..1])
}

fn r_locked(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this::<RLock>(vm, args)?.owner.get() != 0))
}

fn is_owned(vm: &mut Vm, args: &[Value]) -> R {
    let owner = this::<RLock>(vm, args)?.owner.get();
    Ok(Value::bool(owner == vm.current_thread()))
}

fn recursion_count(vm: &mut Vm, args: &[Value]) -> R {
    let lock = this::<RLock>(vm, args)?;
    let own = lock.owner.get() == vm.current_thread();
    Ok(Value::int(if own { lock.count.get() as i64 } else { 0 }))
}

/// `_release_save()`: gives the lock up, however often it was taken.
fn release_save(vm: &mut Vm, args: &[Value]) -> R {
    let lock = this::<RLock>(vm, args)?;
    if lock.count.get() == 0 {
        return Err(vm.runtime_error("cannot release un-acquired lock"));
    }
    let state = vec![
        Value::int(lock.count.replace(0) as i64),
        Value::int(lock.owner.replace(0) as i64),
    ];
    Ok(Value::object(vm.heap.new_tuple(state)))
}

/// `_acquire_restore(state)`: takes it again as often.
fn acquire_restore(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let lock = this::<RLock>(vm, args)?;
    let count = args[1]
        .as_ref::<Tuple>()
        .and_then(|state| state.items().first()?.as_int());
    let Some(count) = count else {
        return Err(vm.type_error("not a state of _release_save()"));
    };
    let count = count.max(1) as u64;
    if lock.owner.get() == 0 {
        lock.owner.set(vm.current_thread());
        lock.count.set(count);
        return Ok(Outcome::Done(Value::NONE));
    }
    Ok(wait_for(vm, &args[0], None, count))
}

fn r_repr(vm: &mut Vm, args: &[Value]) -> R {
    let lock = this::<RLock>(vm, args)?;
    let (owner, count) = (lock.owner.get(), lock.count.get());
    let state = if count == 0 { "unlocked" } else { "locked" };
    let at = args[0].raw_bits();
    let class = vm.class_of(&args[0]).name.get();
    Ok(vm.new_str(&format!(
        "<{state} _thread.{} object owner={owner} count={count} at {at:#x}>",
        class.as_str()
    )))
}

#[derive(Default)]
struct Classes {
    lock: Option<Ref<Class>>,
}

fn new_lock(vm: &mut Vm, _: &[Value]) -> R {
    match vm.state::<Classes>().lock.clone() {
        Some(class) => Ok(vm.heap.new_opaque(&class, Lock::default())),
        None => Err(vm.runtime_error("_thread is not loaded")),
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let class = crate::modules::held::class_arg(vm, &args[0])?;
    Ok(vm.heap.new_opaque(&class, Lock::default()))
}

fn r_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = crate::modules::held::class_arg(vm, &args[0])?;
    Ok(vm.heap.new_opaque(&class, RLock::default()))
}

/// After a fork, which there is not.
fn reinit(vm: &mut Vm, args: &[Value]) -> R {
    this::<Lock>(vm, args)?.locked.set(false);
    Ok(Value::NONE)
}

fn r_reinit(vm: &mut Vm, args: &[Value]) -> R {
    let lock = this::<RLock>(vm, args)?;
    lock.owner.set(0);
    lock.count.set(0);
    Ok(Value::NONE)
}

pub(super) fn setup(vm: &mut Vm, globals: &Ref<Dict>) {
    let object = vm.types.object.clone();
    let lock = vm.new_type(
        "lock",
        "_thread",
        std::slice::from_ref(&object),
        Layout::Opaque,
    );
    vm.add_methods(&lock, METHODS);
    lock.set_flag(class_flags::FINAL, true);
    let rlock = vm.new_type("RLock", "_thread", &[object], Layout::Opaque);
    vm.add_methods(&rlock, R_METHODS);
    put_class(globals, &lock);
    put_class(globals, &rlock);
    put(vm, globals, "LockType", Value::object(lock.clone()));
    vm.state::<Classes>().lock = Some(lock);
}

const ACQUIRE: &str = "self, /, blocking=True, timeout=-1";
const EXIT: &str = "self, /, *args";

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, /"),
    def("acquire", blocks, ACQUIRE).blocking(acquire),
    def("acquire_lock", blocks, ACQUIRE).blocking(acquire),
    def("release", release, "self, /"),
    def("release_lock", release, "self, /"),
    def("locked", locked, "self, /"),
    def("locked_lock", locked, "self, /"),
    def("__enter__", blocks, "self, /").blocking(enter),
    def("__exit__", exit, EXIT),
    def("__repr__", repr, "self, /"),
    def("_at_fork_reinit", reinit, "self, /"),
];

const R_METHODS: &[Def] = &[
    static_def("__new__", r_new, "cls, /, *args, **kwargs"),
    def("acquire", blocks, ACQUIRE).blocking(r_acquire),
    def("release", r_release, "self, /"),
    def("locked", r_locked, "self, /"),
    def("__enter__", blocks, "self, /").blocking(r_enter),
    def("__exit__", r_exit, EXIT),
    def("_is_owned", is_owned, "self, /"),
    def("_recursion_count", recursion_count, "self, /"),
    def("_release_save", release_save, "self, /"),
    def("_acquire_restore", blocks, "self, state, /").blocking(acquire_restore),
    def("__repr__", r_repr, "self, /"),
    def("_at_fork_reinit", r_reinit, "self, /"),
];

pub(super) const FUNCTIONS: &[Def] = &[
    def("allocate_lock", new_lock, ""),
    def("allocate", new_lock, ""),
];
