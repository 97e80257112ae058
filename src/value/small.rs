//! The small types: range, slice, variable cell, bound method, module.

use std::cell::Cell;

use super::kinds::{Traced, heap_type};
use super::{Dict, Value};
use crate::heap::{Header, Ref, Slot};

/// `range`. Each part is an int of any size.
pub(crate) struct Range {
    pub(crate) start: Value,
    pub(crate) stop: Value,
    pub(crate) step: Value,
}

heap_type!(Range, Range, false);
impl Traced for Range {}

impl Range {
    /// Start, stop and step, if all fit a word.
    pub(crate) fn small(&self) -> Option<(i64, i64, i64)> {
        if self.start.is_int() && self.stop.is_int() && self.step.is_int() {
            Some((
                self.start.raw_int(),
                self.stop.raw_int(),
                self.step.raw_int(),
            ))
        } else {
            None
        }
    }
}

/// `slice`.
pub(crate) struct Slice {
    pub(crate) start: Value,
    pub(crate) stop: Value,
    pub(crate) step: Value,
}

heap_type!(Slice, Slice, true);

impl Traced for Slice {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        self.start.visit(visit);
        self.stop.visit(visit);
        self.step.visit(visit);
    }
}

/// A variable that functions share. Undef while unbound.
#[derive(Default)]
pub(crate) struct VarCell {
    pub(crate) value: Slot<Value>,
}

heap_type!(VarCell, Cell, true);

impl Traced for VarCell {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        self.value.get().visit(visit);
    }

    fn unlink(&self) {
        self.value.set(Value::UNDEF);
    }
}

/// A function bound to an object.
pub(crate) struct Method {
    pub(crate) function: Value,
    pub(crate) object: Value,
}

heap_type!(Method, Method, true);

impl Traced for Method {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        self.function.visit(visit);
        self.object.visit(visit);
    }
}

/// A module.
pub(crate) struct Module {
    pub(crate) globals: Ref<Dict>,
    /// Never given to another module or shape; attribute caches compare it.
    pub(crate) id: u32,
    /// The body is running: attribute errors speak of a circular import.
    pub(crate) initialising: Cell<bool>,
    /// A subclass of the type of modules, or None.
    pub(crate) class: Slot<Value>,
}

heap_type!(Module, Module, true);

impl Traced for Module {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        visit(self.globals.as_ptr());
        self.class.get().visit(visit);
    }

    fn unlink(&self) {}
}
