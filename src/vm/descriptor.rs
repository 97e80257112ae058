//! The descriptors that attribute lookup itself must know.

use crate::heap::{Ref, Slot};
use crate::value::{Class, NativeData, Value};

/// `property`.
pub(crate) struct PropertyData {
    pub(crate) get: Slot<Value>,
    pub(crate) set: Slot<Value>,
    pub(crate) delete: Slot<Value>,
    pub(crate) doc: Slot<Value>,
    pub(crate) name: Slot<Value>,
    /// The doc is the getter's, and goes when the getter goes.
    pub(crate) doc_of_getter: std::cell::Cell<bool>,
}

impl NativeData for PropertyData {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [&self.get, &self.set, &self.delete, &self.doc, &self.name] {
            visit(&slot.get());
        }
    }

    fn unlink(&self) {
        for slot in [&self.get, &self.set, &self.delete] {
            slot.set(Value::NONE);
        }
    }
}

/// `classmethod`.
pub(crate) struct ClassMethodData {
    pub(crate) function: Slot<Value>,
}

impl NativeData for ClassMethodData {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function.get());
    }

    fn unlink(&self) {
        self.function.set(Value::NONE);
    }
}

/// `staticmethod`.
pub(crate) struct StaticMethodData {
    pub(crate) function: Slot<Value>,
}

impl NativeData for StaticMethodData {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.function.get());
    }

    fn unlink(&self) {
        self.function.set(Value::NONE);
    }
}

/// The descriptor of a name in `__slots__`. The value lives among the instance's own attributes.
pub(crate) struct MemberData {
    pub(crate) name: Ref<crate::value::Str>,
    pub(crate) class: Ref<Class>,
}

impl NativeData for MemberData {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::object(self.class.clone()));
    }
}

/// A descriptor that gives an element of a tuple: fields of named tuples are such.
pub(crate) struct TupleGetter {
    pub(crate) index: usize,
    pub(crate) doc: Slot<Value>,
}

impl NativeData for TupleGetter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.doc.get());
    }
}

/// `super`: looks in the MRO of `start`, after `class`, for attributes of `object`.
pub(crate) struct SuperData {
    pub(crate) class: Ref<Class>,
    pub(crate) object: Value,
    pub(crate) start: Ref<Class>,
}

impl SuperData {
    /// The attribute in the classes after `class`, unbound.
    pub(crate) fn find(&self, name: &Ref<crate::value::Str>) -> Option<Value> {
        let mro = self.start.mro.get();
        let mut rest = mro.items().iter();
        rest.by_ref().find(|other| {
            other
                .as_ref::<Class>()
                .is_some_and(|other| other.is(&self.class))
        })?;
        rest.find_map(|other| other.as_ref::<Class>()?.dict.get_str(name))
    }
}

impl NativeData for SuperData {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::object(self.class.clone()));
        visit(&self.object);
        visit(&Value::object(self.start.clone()));
    }
}
