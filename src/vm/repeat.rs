//! One script function that a native calls again and again (`map`, the key of a sort): in one run of the loop, which asks
//! the native for the next arguments whenever the function returns.

use super::coroutine::mark_with;
use super::marks::{REPEAT, unmarked};
use super::regs::{function_code, pop_frame, store, with_host};
use super::run::EXIT;
use super::{R, Vm};
use crate::heap::Ref;
use crate::value::{Function, Value};

/// A native between two calls of its function. (Values come and go in registers: Undef stands for what is not there.)
pub(crate) trait Caller {
    /// Takes what the last call gave (Undef before the first one), gives the first argument of the next; Undef ends.
    fn turn(&mut self, vm: &mut Vm, result: Value) -> R;

    /// The second argument of this call.
    fn second(&mut self) -> Value {
        Value::UNDEF
    }
}

/// What the marker of such a run points to: it lies on the stack of the native, which waits for the end of the run.
struct Repeated<'a> {
    caller: &'a mut dyn Caller,
    function: Ref<Function>,
    argc: usize,
    /// Where the function's registers begin.
    top: *mut Value,
    has_failed: bool,
}

impl Vm {
    /// Calls `function` with the one or two arguments that `caller` gives, until it says that this is the end.
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
            return self.call_one_by_one(function, argc, caller);
        };
        let first = caller.turn(self, Value::UNDEF)?;
        if first.is_undef() {
            return Ok(());
        }
        let mut repeated = Repeated {
            caller,
            function: script,
            argc,
            top: self.stack_top(),
            has_failed: false,
        };
        self.native_depth += 1;
        let place = std::ptr::from_mut(&mut repeated).cast::<Value>();
        let dst = place.map_addr(|address| address | REPEAT);
        mark_with(self, dst);
        with_host(place, |repeated| self.enter_again(repeated, first));
        let result = self.run();
        self.native_depth -= 1;
        result?;
        if repeated.has_failed {
            return Err(super::Raised);
        }
        Ok(())
    }

    fn call_one_by_one(&mut self, function: &Value, argc: usize, caller: &mut dyn Caller) -> R<()> {
        let mut result = Value::UNDEF;
        loop {
            let first = caller.turn(self, result)?;
            if first.is_undef() {
                return Ok(());
            }
            result = if argc == 2 {
                let second = caller.second();
                self.call(function, &[first, second])?
            } else if let Some(made) = self.convert(function, &first) {
                made
            } else {
                self.call(function, &[first])?
            };
            self.tick()?;
        }
    }

    /// Makes the function's next frame the current one.
    #[inline(always)]
    fn enter_again(&mut self, repeated: &mut Repeated<'_>, first: Value) {
        let (code, top) = (function_code(&repeated.function), repeated.top);
        store(top, first);
        let mut count = 1;
        if repeated.argc == 2 {
            store(top.wrapping_add(1), repeated.caller.second());
            count = 2;
        }
        for cell in &repeated.function.captures {
            store(top.wrapping_add(count), cell.clone());
            count += 1;
        }
        while count < usize::from(code.n_locals) {
            store(top.wrapping_add(count), Value::UNDEF);
            count += 1;
        }
        self.stack.code = std::ptr::from_ref(code);
        self.stack.pc = code.ops.get();
        self.stack.base = top;
    }
}

/// The function has returned `value` to the marker just popped, whose destination is `dst`.
#[inline(never)]
pub(super) fn returned(vm: &mut Vm, value: Value, dst: *mut Value) {
    // The native's own frame is the current one while it has its turn.
    let outer = pop_frame(vm);
    vm.stack.code = outer.code;
    vm.stack.pc = outer.pc;
    vm.stack.base = outer.base;
    with_host(unmarked(dst), |repeated: &mut Repeated<'_>| {
        let next = repeated.caller.turn(vm, value);
        let ticked = vm.tick();
        mark_with(vm, dst);
        repeated.has_failed = next.is_err() || ticked.is_err();
        let first = next.unwrap_or(Value::UNDEF);
        if !first.is_undef() && !repeated.has_failed {
            vm.enter_again(repeated, first);
            return;
        }
        // The run ends with its next instruction.
        pop_frame(vm);
        vm.stack.pc = EXIT.as_ptr();
    });
}
