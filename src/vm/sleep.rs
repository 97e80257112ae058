//! `await asyncio.sleep(delay)`, where the coroutine would be made only to be awaited: it is not made.
//!
//! The call gives a pause (an immediate) to the `await` behind it, and the awaiting frame itself waits. What could
//! show the difference makes the coroutine late: an exception thrown in, a look at what is awaited, a resume by hand.

use super::Vm;
use super::coroutine::{head_of, object_of};
use super::regs::{Window, load, op_at, store};
use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::{CodeObject, Coroutine, CoroutineState, Function, Tag, Value};

/// The bits of a pause: one turn of the loop, given up by the library.
const TURN: u64 = 0;
/// In the register of an `await`: the pause is over; it was one turn, or some time.
const OVER_TURN: u64 = 1;
const OVER_TIME: u64 = 2;
/// A sleep of one turn. All other bits are those of a float: a sleep of so many seconds.
const SLEEP_TURN: u64 = 3;

/// Whether the frame that holds these bits at its `await` has waited.
#[inline(always)]
pub(super) fn is_over(bits: u64) -> bool {
    bits == OVER_TURN || bits == OVER_TIME
}

/// What the register of the `await` holds while the frame waits.
#[inline(always)]
pub(super) fn while_waiting(bits: u64) -> Value {
    match bits {
        TURN => Value::UNDEF,
        SLEEP_TURN => Value::pause(OVER_TURN),
        _ => Value::pause(OVER_TIME),
    }
}

/// For how many seconds a pause is; None for one turn.
#[inline(always)]
pub(crate) fn seconds(pause: &Value) -> Option<f64> {
    match pause.raw_bits() {
        TURN | SLEEP_TURN => None,
        bits => Some(f64::from_bits(bits)),
    }
}

/// A call of `asyncio.sleep` with one plain number, whose result goes to the `await` that follows and nowhere else:
/// the pause that stands for the coroutine.
pub(super) fn pause_for_call(vm: &Vm, window: Window, dst: *mut Value) -> Option<Value> {
    let [delay] = window.values() else {
        return None;
    };
    let Op::Await { src, .. } = op_at(vm.stack.pc) else {
        return None;
    };
    if src.0 < vm.code().n_locals || vm.register(src.0) != dst {
        return None;
    }
    let delay = if delay.is_int() {
        delay.raw_int() as f64
    } else if delay.is_float() {
        delay.raw_float()
    } else {
        return None;
    };
    if delay <= 0.0 {
        return Some(Value::pause(SLEEP_TURN));
    }
    // Not for NaN, which is an error.
    (delay >= f64::MIN_POSITIVE).then(|| Value::pause(delay.to_bits()))
}

/// The pause that the frame at `base`, suspended before `pc`, waits for: the register that holds it, and its bits.
fn waiting(vm: &Vm, base: *mut Value) -> Option<(*mut Value, u64)> {
    let Op::Await { src, .. } = op_at(head_of(base).pc.get().wrapping_sub(1)) else {
        return None;
    };
    let register = base.wrapping_add(usize::from(src.0));
    let held = load(register);
    (held.is(Tag::YieldNow) && is_over(held.raw_bits()) && vm.sleep_code.is_some())
        .then(|| (register, held.raw_bits()))
}

/// If the suspended frame at `base` waits for a sleep that was not made, makes its coroutine, as suspended as it
/// would be, and puts it in its place of the chain.
pub(super) fn make_awaited(vm: &mut Vm, base: *mut Value) -> Option<Ref<Coroutine>> {
    let (register, bits) = waiting(vm, base)?;
    let delay = if bits == OVER_TURN { 0 } else { 1 };
    let sleep = new_sleep(vm, Value::int(delay))?;
    let code = sleep.head().code.clone();
    // It has two awaits: of a turn, and of time.
    let awaits = (0..code.code.ops.len())
        .map(|at| code.ops.get().wrapping_add(at + 1))
        .filter(|&after| matches!(op_at(after.wrapping_sub(1)), Op::Await { .. }));
    let after = awaits.take(if bits == OVER_TURN { 1 } else { 2 }).last()?;
    let (me, head) = (head_of(base), sleep.head());
    head.pc.set(after);
    head.awaiter.set(object_of(base));
    head.root.set(me.root.get());
    head.depth.set(me.depth.get() + 1);
    head.state.set(CoroutineState::Suspended);
    let root = super::regs::coroutine_head(me.root.get());
    if me.root.get() != object_of(base) {
        me.state.set(CoroutineState::Running);
    }
    root.inner.set(sleep.as_ptr());
    store(register, Value::object(sleep.clone()));
    Some(sleep)
}

/// The suspended frame at `base` gets a new sleep to await at its next resume, for whoever drives it by hand.
pub(super) fn await_again(vm: &mut Vm, base: *mut Value, pause: &Value) {
    let delay = seconds(pause).unwrap_or_default();
    if let Some((register, _)) = waiting(vm, base)
        && let Some(sleep) = new_sleep(vm, Value::float(delay))
    {
        store(register, Value::object(sleep));
    }
}

/// `asyncio.sleep(delay)`, not started.
pub(super) fn new_sleep(vm: &mut Vm, delay: Value) -> Option<Ref<Coroutine>> {
    let code = vm.sleep_code.clone()?;
    vm.thaw(&code);
    let mut args = [delay, Value::NONE].into_iter();
    Some(vm.new_coroutine(code, |_| args.next().unwrap_or(Value::UNDEF), 2))
}

impl Vm {
    /// `function` is `asyncio.sleep`: a coroutine function of a delay and a result, by default None, with two awaits.
    pub(crate) fn set_sleep(&mut self, function: &Ref<Function>) {
        self.sleep_code = Some(function.code.get());
    }

    #[inline(always)]
    pub(super) fn is_sleep(&self, code: &CodeObject) -> bool {
        self.sleep_code
            .as_ref()
            .is_some_and(|sleep| std::ptr::eq(&**sleep, code))
    }
}
