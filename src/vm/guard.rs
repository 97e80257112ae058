//! A thread that runs on top of a stack which cannot pause had better not get natives under its own frames there: what
//! lies below could not go on before they return. So it is stopped before calls that may call back, and goes on with
//! them when it runs elsewhere. It makes one call at a time: its budget is always used up.

use super::limits::SLICE;
use super::regs::op_at;
use super::{R, Raised, Vm};
use crate::bytecode::Op;
use crate::value::{Class, Module, Opaque, Tag, Value, class_flags};

impl Vm {
    /// The end of a slice of one call. `next` is where the frame goes on.
    ///
    /// Errors: as for `end_of_run_slice`.
    #[cold]
    pub(super) fn end_of_guarded_call(&mut self, next: *const Op) -> R<()> {
        self.guarded_calls += 1;
        let mut is_over = false;
        if self.guarded_calls.is_multiple_of(64) {
            is_over = (self.hooks.switch)(self, true)?;
        }
        if i64::from(self.guarded_calls) >= SLICE {
            self.guarded_calls = 0;
            self.end_of_slice()?;
        }
        self.stopped_by_guard = !is_over && self.may_call_back(op_at(next));
        if is_over || self.stopped_by_guard {
            self.stack.pc = next;
            self.pausing = true;
            return Err(Raised);
        }
        self.budget = 0;
        Ok(())
    }

    /// Whether a call may run script code under a native.
    fn may_call_back(&self, op: Op) -> bool {
        let args = |first: u16, count: u16| (first..first + count).map(|at| self.peek(at));
        match op {
            Op::Call { n, a, .. } => {
                let callee = self.peek(a.0);
                suspicious(self, &callee, args(a.0 + 1, u16::from(n.0)))
            }
            Op::CallKw { n, a, .. } => {
                let callee = self.peek(a.0);
                suspicious(self, &callee, args(a.0 + 1, u16::from(n.0)))
            }
            Op::CallGlobal { n, a, global, .. } => {
                let callee = self.code().globals[usize::from(global.0)].value.get();
                suspicious(self, &callee, args(a.0 + 1, u16::from(n.0)))
            }
            Op::CallGlobalOn { src, global, .. } => {
                let callee = self.code().globals[usize::from(global.0)].value.get();
                suspicious(self, &callee, args(src.0, 1))
            }
            Op::CallLocal { n, a, func, .. } => {
                let callee = self.peek(func.0);
                suspicious(self, &callee, args(a.0 + 1, u16::from(n.0)))
            }
            Op::CallMethod { n, a, cache, .. } | Op::CallMethodKw { n, a, cache, .. } => {
                let object = self.peek(a.0 + 1);
                let rest = args(a.0 + 2, u16::from(n.0));
                match object.as_ref::<Module>() {
                    Some(module) => {
                        let name = &self.code().caches[usize::from(cache.0)].name;
                        let callee = module.globals.get_str(name).unwrap_or(Value::NONE);
                        suspicious(self, &callee, rest)
                    }
                    // Methods of built-in types that take what they call: `sort`, `join`.
                    None => {
                        !matches!(object.tag(), Tag::Instance | Tag::Class | Tag::Opaque) && {
                            rest
                        }
                        .any(|value| calls(&value) || steps(&value))
                    }
                }
            }
            _ => false,
        }
    }
}

fn calls(value: &Value) -> bool {
    matches!(value.tag(), Tag::Function | Tag::Method)
}

fn steps(value: &Value) -> bool {
    matches!(value.tag(), Tag::Coroutine | Tag::Iterator)
}

fn suspicious(vm: &Vm, callee: &Value, mut args: impl Iterator<Item = Value>) -> bool {
    if let Some(id) = callee.as_native() {
        let waits = vm.natives[id as usize].code.may_wait();
        return !waits && args.any(|value| calls(&value) || steps(&value));
    }
    if let Some(class) = callee.as_ref::<Class>() {
        return class.has(class_flags::BUILTIN) && args.any(|value| steps(&value));
    }
    callee
        .as_ref::<Opaque>()
        .is_some_and(|opaque| opaque.call_as().is_none())
}
