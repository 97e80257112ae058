//! Objects whose inside is a Rust type of a room above: deque, property, file, context variable, ...

use std::any::Any;

use super::kinds::{Traced, heap_type};
use super::{Class, Dict, DictPart, Value, class_flags};
use crate::heap::{Header, Heap, Ref, Slot};

/// The inside of an opaque object.
pub(crate) trait NativeData: Any {
    /// Calls `visit` for every value held (each counted pointer once).
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        let _ = visit;
    }

    /// Gives up the references that can be part of a cycle.
    fn unlink(&self) {}

    /// If a call of it is nothing but a call of something else: that, a tuple of arguments that come first, and a dict of
    /// keywords.
    fn call_as(&self) -> Option<(Value, Value, Value)> {
        None
    }

    /// The next item of an iterator, if it takes no machine to find it: None for all else, and at the end.
    fn next_item(&self, heap: &Heap) -> Option<Value> {
        let _ = heap;
        None
    }

    /// The parts of the next item, if it is a row of so many and takes no machine to find: given to `take` one after the
    /// other. False for all else, and at the end.
    fn next_row(&self, width: usize, take: &mut dyn FnMut(usize, Value)) -> bool {
        let _ = (width, take);
        false
    }

    /// The dict and the part of it that a view of it stands for.
    fn dict_part(&self) -> Option<(Ref<Dict>, DictPart)> {
        None
    }

    /// Bytes of buffers outside the object, as they were accounted for.
    fn buffer_bytes(&self) -> usize {
        0
    }

    /// What `len()` gives, if the type has a length and that is all its truth is.
    fn length(&self) -> Option<usize> {
        None
    }
}

/// An object with a class and a Rust inside.
pub(crate) struct Opaque {
    pub(crate) class: Slot<Ref<Class>>,
    data: Box<dyn NativeData>,
    /// `__dict__`, or None while there is none.
    pub(crate) dict: Slot<Value>,
    /// A dict of what stands in the slots that subclasses declare, or None while there is nothing.
    pub(crate) slots: Slot<Value>,
}

heap_type!(Opaque, Opaque, true);

impl Traced for Opaque {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        visit(self.class.get().as_ptr());
        self.dict.get().visit(visit);
        self.slots.get().visit(visit);
        self.data.trace(&mut |value| value.visit(visit));
    }

    fn unlink(&self) {
        self.dict.set(Value::NONE);
        self.slots.set(Value::NONE);
        self.data.unlink();
    }

    fn buffer_bytes(&self) -> usize {
        self.data.buffer_bytes()
    }
}

impl Opaque {
    /// The length of a native container whose class is built in, so that nothing overrides it.
    pub(crate) fn length(&self) -> Option<usize> {
        self.class
            .with(|class| class.has(class_flags::BUILTIN))
            .then(|| self.data.length())
            .flatten()
    }

    /// The inside, if it is a `T`.
    pub(crate) fn data<T: NativeData>(&self) -> Option<&T> {
        (&*self.data as &dyn Any).downcast_ref::<T>()
    }
}

impl Opaque {
    /// See [`NativeData::next_item`].
    pub(crate) fn next_item(&self, heap: &Heap) -> Option<Value> {
        self.data.next_item(heap)
    }

    /// See [`NativeData::next_row`].
    pub(crate) fn next_row(&self, width: usize, take: &mut dyn FnMut(usize, Value)) -> bool {
        self.data.next_row(width, take)
    }

    /// See [`NativeData::dict_part`].
    pub(crate) fn dict_part(&self) -> Option<(Ref<Dict>, DictPart)> {
        self.data.dict_part()
    }
}

impl Opaque {
    /// See [`NativeData::call_as`].
    pub(crate) fn call_as(&self) -> Option<(Value, Value, Value)> {
        self.data.call_as()
    }
}

impl Value {
    /// The inside of an opaque object, if it is a `T`.
    pub(crate) fn as_data<T: NativeData>(&self) -> Option<&T> {
        self.as_ref::<Opaque>()?.data::<T>()
    }
}

impl Heap {
    /// An object of `class` with this inside.
    pub(crate) fn new_opaque<T: NativeData>(&self, class: &Ref<Class>, data: T) -> Value {
        Value::object(self.opaque(class, data))
    }

    /// The same, as a reference.
    pub(crate) fn opaque<T: NativeData>(&self, class: &Ref<Class>, data: T) -> Ref<Opaque> {
        self.alloc(Opaque {
            class: Slot::new(class.clone()),
            data: Box::new(data),
            dict: Slot::new(Value::NONE),
            slots: Slot::new(Value::NONE),
        })
    }
}
