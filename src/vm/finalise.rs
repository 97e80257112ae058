//! Safe points: finalisers, callbacks of weak references, automatic collections, the memory limit.

use super::{R, Raised, Vm};
use crate::bytecode::Flow;
use crate::heap::{Header, flags};
use crate::value::{Coroutine, CoroutineState, FutureObject, Instance, Special, Value, Weak};

/// Finalisers that die within finalisers nest so deep; deeper ones wait.
const NESTED: u32 = 16;

impl Vm {
    /// Whether the finaliser of an object has run.
    pub(crate) fn is_finalised(&self, value: &Value) -> bool {
        value.is_heap() && super::regs::header(value).has(flags::FINALIZED)
    }

    /// Does what is pending. Errors only for limits: what finalisers raise is reported, not raised.
    #[cold]
    #[inline(never)]
    pub(crate) fn run_pending(&mut self) -> R<()> {
        if self.finalising >= NESTED || !self.heap.take_pending() {
            return Ok(());
        }
        self.finalising += 1;
        let raised = (self.take_raised(), self.raised_fresh, self.quiet);
        self.quiet = false;
        if self.heap.collection_due() && self.limits.stopped.is_none() {
            self.collect_cycles();
        }
        let mut rounds = 0;
        // What dies while a finaliser runs is finalised within it; the rest of the batch comes after it.
        loop {
            let batch = self.heap.take_finalisers();
            rounds += batch.len();
            if batch.is_empty() {
                break;
            }
            for object in batch {
                self.finalise(object);
            }
            if rounds > 1_000_000 {
                break;
            }
        }
        (self.raised, self.raised_fresh, self.quiet) = raised;
        self.finalising -= 1;
        if self.heap.take_over_limit() {
            self.over_limit()?;
        }
        Ok(())
    }

    /// The same where nothing can be raised.
    pub(crate) fn run_pending_quietly(&mut self) {
        if self.run_pending().is_err() {
            self.take_raised();
            // The next tick finds the limit again.
            self.budget = 0;
        }
    }

    /// Runs a full collection, with finalisers; gives how many objects were found.
    pub(crate) fn collect_garbage(&mut self) -> usize {
        let mut found = 0;
        for _ in 0..4 {
            found += self.collect_cycles();
            let again = self.heap.collection_due();
            self.heap.set_pending();
            self.run_pending_quietly();
            if !again {
                break;
            }
            // The objects whose finalisers ran were counted already.
            found = 0;
        }
        found
    }

    /// Runs the finaliser of a revived object, and gives up the count it was revived with.
    fn finalise(&mut self, object: *mut Header) {
        let value = super::regs::owned(object);
        if let Some(weak) = value.as_ref::<Weak>() {
            let callback = weak.callback.replace(Value::NONE);
            if !callback.is_none() && self.call(&callback, std::slice::from_ref(&value)).is_err() {
                let exception = self.take_raised();
                self.report_unraisable(&exception, &callback);
            }
            return;
        }
        if value.is(crate::value::Tag::Code) {
            if let Ok(code) = value.into_ref::<crate::value::CodeObject>() {
                self.code_dies(code);
            }
            return;
        }
        super::regs::header(&value).set(flags::FINALIZED);
        if let Some(coroutine) = value.to_ref::<Coroutine>() {
            self.finalise_coroutine(&coroutine);
        } else if let Some(future) = value.to_ref::<FutureObject>() {
            (self.hooks.finalize_future)(self, &future);
            // A future may have something new to say later.
            future.header().clear(flags::FINALIZED);
        } else if value.as_ref::<Instance>().is_some() || value.is_heap() {
            let Some(del) = self.find_special(&value, Special::Del) else {
                return;
            };
            if self.call(&del, std::slice::from_ref(&value)).is_err() {
                let exception = self.take_raised();
                if self.limits.stopped.is_none() {
                    self.report_unraisable(&exception, &del);
                }
            }
        }
    }

    fn finalise_coroutine(&mut self, coroutine: &crate::heap::Ref<Coroutine>) {
        let code = coroutine.head().code.clone();
        if coroutine.state() == CoroutineState::Created {
            if code.flow == Flow::Coroutine {
                let name = self.qualname_of_coroutine(coroutine);
                let class = self.types.runtime_warning.clone();
                let origin = self.origin_of_coroutine(coroutine);
                let told = (self.hooks.origin_text)(self, &origin).and_then(|origin| {
                    let message = format!("coroutine '{name}' was never awaited{origin}");
                    (self.hooks.warn)(self, &class, &message, 0)
                });
                if told.is_err() {
                    let exception = self.take_raised();
                    self.report_unraisable(&exception, &Value::object(coroutine.clone()));
                }
            }
            return;
        }
        if code.flow == Flow::AsyncGenerator && (self.hooks.finalize_agen)(self, coroutine) {
            // It may be dropped again, suspended, after its loop has closed it.
            return;
        }
        if self.take_out(coroutine).is_none() {
            coroutine.head().awaiter.set(std::ptr::null_mut());
        }
        if let Err(Raised) = self.close_coroutine(coroutine) {
            let exception = self.take_raised();
            if self.limits.stopped.is_none() {
                self.report_unraisable(&exception, &Value::object(coroutine.clone()));
            }
        }
    }

    /// The qualified name of a coroutine, as messages show it.
    pub(crate) fn qualname_of_coroutine(
        &mut self,
        coroutine: &crate::heap::Ref<Coroutine>,
    ) -> String {
        match self.names_of_coroutine(coroutine).1 {
            Some(name) => name.as_str().to_string(),
            None => coroutine.head().code.code.qualname.to_string(),
        }
    }
}
