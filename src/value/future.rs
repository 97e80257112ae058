//! asyncio's Future and Task: storage.

use std::cell::Cell;
use std::ops::Deref;

use super::kinds::{Traced, heap_type};
use super::{Class, ObjectSlot, Value};
use crate::heap::{Header, Heap, Ref, Shared, Slot, Tail};

/// The state of a future.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum FutureState {
    Pending,
    Cancelled,
    Finished,
}

/// The `timer` of a future that no timer completes.
pub(crate) const NO_TIMER: u64 = u64::MAX;
/// The `index` of a task that its loop does not hold.
pub(crate) const NO_INDEX: u32 = u32::MAX;

/// A callback of a future.
#[derive(Clone)]
pub(crate) struct Callback {
    /// A callable, or a Task that waits for the future.
    pub(crate) function: Value,
    /// The context to run it in; Undef for a waiting task.
    pub(crate) context: Value,
    /// The future it is called with, once that is done.
    pub(crate) future: Option<Ref<FutureObject>>,
}

impl Callback {
    pub(crate) fn new(function: Value, context: Value) -> Callback {
        Callback {
            function,
            context,
            future: None,
        }
    }

    /// The callback that lets a waiting task go on.
    pub(crate) fn of_task(task: Value) -> Callback {
        Callback::new(task, Value::UNDEF)
    }
}

/// A Future, or a Task if it has a task part.
pub(crate) type FutureObject = Tail<FutureHead, TaskPart>;

/// What every future has.
pub(crate) struct FutureHead {
    pub(crate) class: Slot<Ref<Class>>,
    pub(crate) state: Cell<FutureState>,
    /// `result` is an exception.
    pub(crate) failed: Cell<bool>,
    /// `_asyncio_future_blocking`.
    pub(crate) blocking: Cell<bool>,
    /// Its exception has not been looked at.
    pub(crate) log_traceback: Cell<bool>,
    /// Of a pending task: report if it is destroyed.
    pub(crate) log_destroy: Cell<bool>,
    /// The class is Future or Task itself, so that no method can be overridden.
    pub(crate) plain: bool,
    /// How many entries of its traceback the exception had when it was set; 0 once it was raised.
    pub(crate) trace_len: Cell<u16>,
    /// The loop's timer that completes it (of a task: that ends its sleep), as a number; `NO_TIMER` if there is none.
    pub(crate) timer: Cell<u64>,
    /// The result, or the exception.
    pub(crate) result: Slot<Value>,
    pub(crate) event_loop: ObjectSlot,
    pub(crate) callbacks: Shared<Callbacks>,
    pub(crate) extra: Shared<Option<Box<FutureExtra>>>,
}

/// The callbacks: most futures have none or one.
#[derive(Default)]
pub(crate) enum Callbacks {
    #[default]
    None,
    /// A waiting task.
    Task(Value),
    One(Box<Callback>),
    #[expect(
        clippy::box_collection,
        reason = "keeps a future at two words for its callbacks"
    )]
    Many(Box<Vec<Callback>>),
}

const _: () = assert!(size_of::<Callbacks>() == 16);
#[cfg(not(debug_assertions))]
const _: () = assert!(size_of::<FutureHead>() == 72);
const _: () = assert!(size_of::<TaskPart>() == 40);

/// What makes a future a task.
pub(crate) struct TaskPart {
    pub(crate) coroutine: ObjectSlot,
    /// The number in `Task-N`; 0 if the name is in `extra`.
    pub(crate) number: Cell<u32>,
    /// Its place in the loop's list of unfinished tasks, or `NO_INDEX`.
    pub(crate) index: Cell<u32>,
    /// None is the empty context. While the task runs it is the machine's.
    pub(crate) context: ObjectSlot,
    /// The future it waits for, or None: it is ready, runs, or sleeps without a future (`timer`).
    pub(crate) waiter: ObjectSlot,
    pub(crate) must_cancel: Cell<bool>,
    pub(crate) cancel_requests: Cell<u32>,
}

/// What few futures have.
#[derive(Default)]
pub(crate) struct FutureExtra {
    /// The name of a task that was given one.
    pub(crate) name: Value,
    pub(crate) cancel_message: Value,
    /// The CancelledError it was cancelled with, until somebody takes it.
    pub(crate) cancelled_error: Value,
    pub(crate) dict: Value,
    /// What is to be cancelled with it: a timer of a loop of the program's own making.
    pub(crate) handle: Value,
    /// Where it was created, in debug mode.
    pub(crate) source_traceback: Value,
    /// The futures and tasks that wait for it, beyond what callbacks tell.
    pub(crate) awaited_by: Vec<Value>,
}

heap_type!(FutureObject, Future, true);

impl Deref for FutureObject {
    type Target = FutureHead;

    #[inline(always)]
    fn deref(&self) -> &FutureHead {
        self.head()
    }
}

impl Callback {
    fn visit(&self, visit: &mut dyn FnMut(*mut Header)) {
        self.function.visit(visit);
        self.context.visit(visit);
        if let Some(future) = &self.future {
            visit(future.as_ptr());
        }
    }
}

impl Callbacks {
    fn visit(&self, visit: &mut dyn FnMut(*mut Header)) {
        match self {
            Callbacks::None => {}
            Callbacks::Task(task) => task.visit(visit),
            Callbacks::One(callback) => callback.visit(visit),
            Callbacks::Many(all) => all.iter().for_each(|callback| callback.visit(visit)),
        }
    }
}

impl Traced for FutureObject {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        visit(self.class.get().as_ptr());
        self.result.get().visit(visit);
        self.event_loop.visit(visit);
        self.callbacks.with(|callbacks| callbacks.visit(visit));
        if let Some(task) = self.task() {
            for slot in [&task.coroutine, &task.context, &task.waiter] {
                slot.visit(visit);
            }
        }
        self.extra.with(|extra| {
            if let Some(extra) = extra {
                for value in [
                    &extra.name,
                    &extra.cancel_message,
                    &extra.cancelled_error,
                    &extra.dict,
                    &extra.source_traceback,
                    &extra.handle,
                ] {
                    value.visit(visit);
                }
                extra.awaited_by.iter().for_each(|value| value.visit(visit));
            }
        });
    }

    fn unlink(&self) {
        self.result.set(Value::NONE);
        self.event_loop.set(Value::NONE);
        drop(self.callbacks.replace(Callbacks::None));
        drop(self.extra.replace(None));
        if let Some(task) = self.task() {
            task.coroutine.set(Value::NONE);
            task.context.set(Value::NONE);
            task.waiter.set(Value::NONE);
        }
    }

    fn wants_finaliser(&self) -> bool {
        self.log_traceback.get()
            || (self.log_destroy.get()
                && self.state.get() == FutureState::Pending
                && self.task().is_some())
    }
}

impl TaskPart {
    /// A task without a coroutine yet.
    pub(crate) fn new() -> TaskPart {
        TaskPart {
            coroutine: ObjectSlot::new(Value::NONE),
            number: Cell::new(0),
            index: Cell::new(NO_INDEX),
            context: ObjectSlot::new(Value::NONE),
            waiter: ObjectSlot::new(Value::NONE),
            must_cancel: Cell::new(false),
            cancel_requests: Cell::new(0),
        }
    }
}

impl FutureObject {
    /// A pending future of `class`; a task if there is a task part. `plain`: see the field.
    #[inline]
    pub(crate) fn alloc(
        heap: &Heap,
        class: Ref<Class>,
        event_loop: Value,
        task: Option<TaskPart>,
        plain: bool,
    ) -> Ref<FutureObject> {
        let head = FutureHead {
            class: Slot::new(class),
            state: Cell::new(FutureState::Pending),
            failed: Cell::new(false),
            blocking: Cell::new(false),
            log_traceback: Cell::new(false),
            log_destroy: Cell::new(false),
            plain,
            trace_len: Cell::new(0),
            timer: Cell::new(NO_TIMER),
            result: Slot::new(Value::NONE),
            event_loop: ObjectSlot::new(event_loop),
            callbacks: Shared::default(),
            extra: Shared::default(),
        };
        match task {
            None => heap.alloc_tail(head, 0, |_| TaskPart::new()),
            Some(part) => {
                let mut part = Some(part);
                heap.alloc_tail(head, 1, |_| part.take().expect("there is one part"))
            }
        }
    }

    /// What makes it a task.
    #[inline(always)]
    pub(crate) fn task(&self) -> Option<&TaskPart> {
        self.items().first()
    }
}

impl FutureHead {
    #[inline(always)]
    pub(crate) fn is_done(&self) -> bool {
        self.state.get() != FutureState::Pending
    }

    /// One of the rare parts; None if there are none.
    pub(crate) fn rare(&self, look: impl FnOnce(&FutureExtra) -> Value) -> Value {
        self.extra
            .with(|extra| extra.as_deref().map_or(Value::NONE, look))
    }

    /// Changes the rare parts.
    pub(crate) fn extra<R>(&self, look: impl FnOnce(&mut FutureExtra) -> R) -> R {
        self.extra
            .with_mut(|extra| look(extra.get_or_insert_with(Box::default)))
    }

    /// The instance's `__dict__`, or None.
    pub(crate) fn dict(&self) -> Value {
        self.extra.with(|extra| {
            extra
                .as_ref()
                .map_or(Value::NONE, |extra| extra.dict.clone())
        })
    }
}
