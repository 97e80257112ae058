//! Unwinding: from the instruction that raised to the handler.

use super::regs::{clear_frame, code_of_frame, code_ref, pop_frame};
use super::run::EXIT;
use super::{Raised, Vm};
use super::{awaiter, coroutine};
use crate::bytecode::Flow;
use crate::heap::Ref;
use crate::value::{Class, Exception, TraceEntry, Value};

impl Vm {
    /// Goes to the handler of the pending exception. False if the run ends: the marker has been popped, and the
    /// exception is still pending.
    #[cold]
    #[inline(never)]
    pub(super) fn unwind(&mut self) -> bool {
        self.set_context();
        loop {
            if self.limits.stopped.is_none() && self.enter_handler() {
                return true;
            }
            let (base, n_regs, heap_frame) =
                (self.stack.base, self.code().n_regs, self.code().heap_frame);
            if heap_frame {
                self.convert_stop_iteration();
                let head = coroutine::head_of(base);
                let awaiter = head.awaiter.replace(std::ptr::null_mut());
                let me = coroutine::object_of(base);
                super::regs::with_coroutine(me, |coroutine| {
                    coroutine.head().root.set(me);
                    coroutine.head().inner.set(me);
                    coroutine.head().agen_running.set(false);
                    coroutine.finish();
                });
                if !awaiter.is_null() {
                    awaiter::enter_awaiter(self, awaiter, base);
                    if super::agen::failed_to_awaiter(self) {
                        return true;
                    }
                    awaiter::drop_awaited(self);
                    continue;
                }
            } else {
                clear_frame(base, n_regs);
            }
            let frame = pop_frame(self);
            if frame.pc == EXIT.as_ptr() {
                coroutine::leave(self);
                return false;
            }
            match frame.dst.addr() & super::marks::MARKS {
                // The instance whose `__init__` failed.
                super::marks::INIT => clear_frame(base.wrapping_sub(1), 1),
                // The operands.
                super::marks::BINARY => clear_frame(base.wrapping_sub(2), 2),
                _ => {}
            }
            self.stack.code = frame.code;
            self.stack.pc = frame.pc;
            self.stack.base = frame.base;
        }
    }

    /// Adds the current frame to the traceback and enters its handler, if it has one.
    fn enter_handler(&mut self) -> bool {
        let code = self.code();
        let at = code.index_of(self.stack.pc);
        if !std::mem::take(&mut self.quiet) {
            let entry = TraceEntry {
                code: code_ref(self.stack.code),
                at,
            };
            if let Some(exception) = self.raised.as_ref::<Exception>() {
                exception.trace.with_mut(|trace| trace.push(entry));
            }
        }
        let code = self.code();
        let Some(handler) = code
            .code
            .handlers
            .iter()
            .find(|handler| (handler.start..handler.end).contains(&at))
        else {
            return false;
        };
        let (target, exc, n_regs) = (handler.target, handler.exc, code.n_regs);
        let ops = code.ops.get();
        let exception = self.take_raised();
        clear_frame(self.stack.base.wrapping_add(usize::from(exc)), n_regs - exc);
        self.set_register(exc, exception);
        self.stack.pc = ops.wrapping_add(target as usize);
        true
    }

    /// A new exception gets what is being handled as its context.
    fn set_context(&mut self) {
        if !std::mem::take(&mut self.raised_fresh) {
            return;
        }
        let Some(handled) = self.handled() else {
            return;
        };
        self.chain_context(&handled);
    }

    /// Makes `handled` the context of the pending exception, without making a cycle.
    pub(crate) fn chain_context(&mut self, handled: &Value) {
        if handled.is_same(&self.raised) {
            return;
        }
        let Some(exception) = self.raised.to_ref::<Exception>() else {
            return;
        };
        // If the new exception is already among the contexts of the handled one, the link to it is cut.
        let mut link = handled.to_ref::<Exception>();
        let mut steps = 0;
        while let Some(current) = link {
            let next = current.context.get();
            if next.is_same(&self.raised) {
                current.context.set(Value::NONE);
                break;
            }
            steps += 1;
            if steps > 10_000 {
                break;
            }
            link = next.to_ref::<Exception>();
        }
        exception.context.set(handled.clone());
    }

    /// StopIteration must not leave a generator: it would end the loop that drives it.
    fn convert_stop_iteration(&mut self) {
        let flow = self.code().flow;
        let stop: Ref<Class> = self.types.stop_iteration.clone();
        let stop_async = self.types.stop_async_iteration.clone();
        let message = match flow {
            Flow::Generator if self.raised_is(&stop) => "generator raised StopIteration",
            Flow::Coroutine if self.raised_is(&stop) => "coroutine raised StopIteration",
            Flow::AsyncGenerator if self.raised_is(&stop) => "async generator raised StopIteration",
            Flow::AsyncGenerator if self.raised_is(&stop_async) => {
                "async generator raised StopAsyncIteration"
            }
            _ => return,
        };
        let cause = self.take_raised();
        let Raised = self.runtime_error(message);
        self.raised_fresh = false;
        let entry = TraceEntry {
            code: code_ref(self.stack.code),
            at: self.code().index_of(self.stack.pc),
        };
        if let Some(error) = self.raised.as_ref::<Exception>() {
            error.cause.set(cause.clone());
            error.context.set(cause);
            error.suppress_context.set(true);
            error.trace.with_mut(|trace| trace.push(entry));
        }
    }
}

/// Looks at the code of a frame record, if it is one of script.
pub(super) fn script_code<'a>(frame: &super::regs::Frame) -> Option<&'a crate::value::CodeObject> {
    if frame.pc == EXIT.as_ptr() {
        None
    } else {
        code_of_frame(frame.code)
    }
}
