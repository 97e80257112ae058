//! Python functions.

use super::kinds::{Traced, heap_type};
use super::{CodeObject, Value};
use crate::heap::{Header, Ref, Slot};

/// A function made by `def` or `lambda`.
pub(crate) struct Function {
    pub(crate) code: Slot<Ref<CodeObject>>,
    /// A tuple, or None.
    pub(crate) defaults: Slot<Value>,
    /// A dict, or None.
    pub(crate) kw_defaults: Slot<Value>,
    /// The cells it closes over.
    pub(crate) captures: Box<[Value]>,
    /// What few functions have.
    pub(crate) extra: Slot<Option<Box<FunctionExtra>>>,
}

/// Attributes that differ from what the code says. Undef: not set.
#[derive(Clone)]
pub(crate) struct FunctionExtra {
    pub(crate) name: Value,
    pub(crate) qualname: Value,
    pub(crate) doc: Value,
    pub(crate) module: Value,
    pub(crate) dict: Value,
    pub(crate) annotations: Value,
    pub(crate) type_params: Value,
    /// Cells for the code that makes the annotations.
    pub(crate) annotate_captures: Vec<Value>,
}

impl Default for FunctionExtra {
    fn default() -> FunctionExtra {
        FunctionExtra {
            name: Value::UNDEF,
            qualname: Value::UNDEF,
            doc: Value::UNDEF,
            module: Value::UNDEF,
            dict: Value::UNDEF,
            annotations: Value::UNDEF,
            type_params: Value::UNDEF,
            annotate_captures: Vec::new(),
        }
    }
}

heap_type!(Function, Function, true);

impl Traced for Function {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        visit(self.code.get().as_ptr());
        self.defaults.get().visit(visit);
        self.kw_defaults.get().visit(visit);
        self.captures.iter().for_each(|cell| cell.visit(visit));
        if let Some(extra) = self.extra.get() {
            for value in [
                &extra.name,
                &extra.qualname,
                &extra.doc,
                &extra.module,
                &extra.dict,
                &extra.annotations,
                &extra.type_params,
            ] {
                value.visit(visit);
            }
            extra
                .annotate_captures
                .iter()
                .for_each(|cell| cell.visit(visit));
        }
    }

    fn unlink(&self) {
        self.defaults.set(Value::NONE);
        self.kw_defaults.set(Value::NONE);
        self.extra.set(None);
    }
}

impl Function {
    /// Changes the extra attributes, making them if there are none.
    pub(crate) fn edit_extra(&self, change: impl FnOnce(&mut FunctionExtra)) {
        let mut extra = self.extra.take().unwrap_or_default();
        change(&mut extra);
        self.extra.set(Some(extra));
    }
}
