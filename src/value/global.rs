//! The cell of a global variable: what code links to.

use std::cell::Cell;

use super::kinds::{Traced, heap_type};
use super::{Str, Value};
use crate::heap::{Header, Ref, Slot};

/// A global variable. It belongs to one dict of globals, in which it stands as a value.
pub(crate) struct GlobalCell {
    /// Undef if the name is unbound and no builtin has it.
    pub(crate) value: Slot<Value>,
    /// Assigned by the module; false for unbound, and for a copy of a builtin.
    bound: Cell<bool>,
    name: Ref<Str>,
}

heap_type!(GlobalCell, Global, true);

impl Traced for GlobalCell {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        self.value.get().visit(visit);
    }

    fn unlink(&self) {
        self.value.set(Value::UNDEF);
    }
}

impl GlobalCell {
    pub(crate) fn bound(name: Ref<Str>, value: Value) -> GlobalCell {
        GlobalCell {
            value: Slot::new(value),
            bound: Cell::new(true),
            name,
        }
    }

    pub(crate) fn unbound(name: Ref<Str>, builtin: Option<Value>) -> GlobalCell {
        GlobalCell {
            value: Slot::new(builtin.unwrap_or(Value::UNDEF)),
            bound: Cell::new(false),
            name,
        }
    }

    #[inline(always)]
    pub(crate) fn is_bound(&self) -> bool {
        self.bound.get()
    }

    pub(crate) fn name(&self) -> &Ref<Str> {
        &self.name
    }

    /// The module's value.
    pub(crate) fn get(&self) -> Option<Value> {
        if self.bound.get() {
            Some(self.value.get())
        } else {
            None
        }
    }

    /// Binds it to `value`; gives the old one back.
    pub(crate) fn replace(&self, value: Value) -> Value {
        self.bound.set(true);
        self.value.replace(value)
    }

    /// Unbinds it. (A builtin of that name shows again when the machine looks for it.)
    pub(crate) fn unbind(&self) -> Value {
        self.bound.set(false);
        self.value.replace(Value::UNDEF)
    }

    /// Makes the copy of a builtin visible, if the name is not bound.
    pub(crate) fn inherit(&self, builtin: Value) {
        if !self.bound.get() {
            self.value.set(builtin);
        }
    }
}
