//! Exceptions: one layout for the whole tree.

use std::cell::Cell;

use super::kinds::{Traced, heap_type};
use super::{Class, CodeObject, Tuple, Value};
use crate::heap::{Header, Ref, Shared, Slot};

/// One frame an exception has passed.
#[derive(Clone)]
pub(crate) struct TraceEntry {
    pub(crate) code: Ref<CodeObject>,
    /// The instruction.
    pub(crate) at: u32,
}

/// An exception object.
pub(crate) struct Exception {
    pub(crate) class: Slot<Ref<Class>>,
    pub(crate) args: Slot<Ref<Tuple>>,
    /// An exception, or None.
    pub(crate) cause: Slot<Value>,
    /// An exception, or None.
    pub(crate) context: Slot<Value>,
    pub(crate) suppress_context: Cell<bool>,
    /// Innermost frame first.
    pub(crate) trace: Shared<Vec<TraceEntry>>,
    /// Attributes that the type gives (`errno`, `value`, `exceptions`, ...), by name.
    pub(crate) fields: Shared<Vec<(&'static str, Value)>>,
    /// `__dict__`, or None while there is none.
    pub(crate) dict: Slot<Value>,
}

heap_type!(Exception, Exception, true);

impl Traced for Exception {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        visit(self.class.get().as_ptr());
        visit(self.args.get().as_ptr());
        self.cause.get().visit(visit);
        self.context.get().visit(visit);
        self.dict.get().visit(visit);
        self.trace
            .with(|trace| trace.iter().for_each(|entry| visit(entry.code.as_ptr())));
        self.fields
            .with(|fields| fields.iter().for_each(|(_, value)| value.visit(visit)));
    }

    fn unlink(&self) {
        self.cause.set(Value::NONE);
        self.context.set(Value::NONE);
        self.dict.set(Value::NONE);
        drop(self.fields.replace(Vec::new()));
        drop(self.trace.replace(Vec::new()));
    }
}

impl Exception {
    pub(crate) fn new(class: Ref<Class>, args: Ref<Tuple>) -> Exception {
        Exception {
            class: Slot::new(class),
            args: Slot::new(args),
            cause: Slot::new(Value::NONE),
            context: Slot::new(Value::NONE),
            suppress_context: Cell::new(false),
            trace: Shared::default(),
            fields: Shared::default(),
            dict: Slot::new(Value::NONE),
        }
    }

    /// An attribute that the type gives.
    pub(crate) fn field(&self, name: &str) -> Option<Value> {
        self.fields.with(|fields| {
            fields
                .iter()
                .find(|(other, _)| *other == name)
                .map(|(_, value)| value.clone())
        })
    }

    /// Sets an attribute that the type gives.
    pub(crate) fn set_field(&self, name: &'static str, value: Value) {
        let old = self.fields.with_mut(|fields| {
            match fields.iter_mut().find(|(other, _)| *other == name) {
                Some((_, place)) => std::mem::replace(place, value),
                None => {
                    fields.push((name, value));
                    Value::NONE
                }
            }
        });
        drop(old);
    }
}
