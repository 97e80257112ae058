//! One script function that a native calls again and again (`map`, the key of a sort): in one run of the loop, which asks
//! the native for the next arguments whenever the function returns.

use super::coroutine::{leave, mark_with};
use super::enter::{REPEAT, unmarked};
use super::regs::{function_code, pop_frame, store, with_host};
use super::run::EXIT;
use super::{R, Vm};
use crate::heap::Ref;
use crate::value::{Function, Value};

/// What the function is to be called with next.
pub(crate) enum Turn {
    One(Value),
    Two(Value, Value),
    End,
}

/// A native between two calls of its function.
pub(crate) trait Caller {
    /// Takes what the last call gave (None before the first one).
    fn turn(&mut self, vm: &mut Vm, result: Option<Value>) -> R<Turn>;
}

/// What the marker of such a run points to: it lies on the stack of the native, which waits for the end of the run.
struct Repeated<'a> {
    caller: &'a mut dyn Caller,
    function: Ref<Function>,
    /// Where the function's registers begin.
    top: *mut Value,
    has_failed: bool,
}

impl Vm {
    /// Calls `function` with whatever `caller` gives, until it says that this is the end.
    ///
    /// Errors: what the function or the caller raises.
    pub(crate) fn call_repeatedly(
        &mut self,
        function: &Value,
        argc: usize,
        caller: &mut dyn Caller,
    ) -> R<()> {
        let quick = function.to_ref::<Function>().filter(|function| {
            usize::from(function_code(function).given_argc.get()) == argc
                && self.stack.has_frame()
                && self.native_depth < self.limits.native_depth
        });
        let Some(script) = quick else {
            return self.call_one_by_one(function, caller);
        };
        let first = caller.turn(self, None)?;
        if matches!(first, Turn::End) {
            return Ok(());
        }
        let mut repeated = Repeated {
            caller,
            function: script,
            top: self.stack_top(),
            has_failed: false,
        };
        self.native_depth += 1;
        self.call_next(&mut repeated, first);
        let result = self.run();
        self.native_depth -= 1;
        result?;
        if repeated.has_failed {
            return Err(super::Raised);
        }
        Ok(())
    }

    fn call_one_by_one(&mut self, function: &Value, caller: &mut dyn Caller) -> R<()> {
        let mut result = None;
        loop {
            result = Some(match caller.turn(self, result)? {
                Turn::One(value) => match self.convert(function, &value) {
                    Some(made) => made,
                    None => self.call(function, &[value])?,
                },
                Turn::Two(left, right) => self.call(function, &[left, right])?,
                Turn::End => return Ok(()),
            });
        }
    }

    /// Makes the function's next frame the current one, above a marker.
    #[inline]
    fn call_next(&mut self, repeated: &mut Repeated<'_>, given: Turn) {
        let place = std::ptr::from_mut(repeated).cast::<Value>();
        mark_with(self, place.map_addr(|address| address | REPEAT));
        let (code, top) = (function_code(&repeated.function), repeated.top);
        let mut at = top;
        let mut put = |value| {
            store(at, value);
            at = at.wrapping_add(1);
        };
        let mut count = 1;
        match given {
            Turn::One(value) => put(value),
            Turn::Two(left, right) => {
                put(left);
                put(right);
                count = 2;
            }
            Turn::End => {}
        }
        for cell in &repeated.function.captures {
            put(cell.clone());
        }
        for _ in count + repeated.function.captures.len()..usize::from(code.n_locals) {
            put(Value::UNDEF);
        }
        self.stack.code = std::ptr::from_ref(code);
        self.stack.pc = code.ops.get();
        self.stack.base = top;
    }
}

/// The function has returned `value` to the marker at the top, whose destination is `dst`.
pub(super) fn returned(vm: &mut Vm, value: Value, dst: *mut Value) {
    // The native's own frame is the current one while it has its turn.
    let marker = pop_frame(vm);
    leave(vm);
    with_host(unmarked(dst), |repeated: &mut Repeated<'_>| {
        let next = repeated.caller.turn(vm, Some(value));
        match next.and_then(|next| vm.tick().map(|()| next)) {
            Ok(Turn::End) => end(vm, marker.dst),
            Ok(next) => vm.call_next(repeated, next),
            Err(_) => {
                repeated.has_failed = true;
                end(vm, marker.dst);
            }
        }
    });
}

/// The run ends with its next instruction.
fn end(vm: &mut Vm, dst: *mut Value) {
    mark_with(vm, dst);
    pop_frame(vm);
    vm.stack.pc = EXIT.as_ptr();
}
