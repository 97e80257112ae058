//! `tuple`.

use super::Value;
use super::kinds::{Traced, heap_type};
use crate::heap::{Header, Heap, Ref, Tail};

/// What precedes the elements.
pub(crate) struct TupleHead;

/// A tuple object.
pub(crate) type Tuple = Tail<TupleHead, Value>;

heap_type!(Tuple, Tuple, true);

impl Traced for Tuple {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        for item in self.items() {
            item.visit(visit);
        }
    }
}

impl Heap {
    /// A tuple of these values.
    pub(crate) fn new_tuple(&self, items: Vec<Value>) -> Ref<Tuple> {
        if items.is_empty() {
            return self.empty_tuple();
        }
        let mut items = items.into_iter();
        self.alloc_tail(TupleHead, items.len(), |_| {
            items.next().expect("as many items as the length says")
        })
    }

    /// The empty tuple: there is one, as in CPython.
    pub(crate) fn empty_tuple(&self) -> Ref<Tuple> {
        self.shared(|| self.alloc_tail(TupleHead, 0, |_| Value::UNDEF))
    }

    /// A tuple of two values.
    #[inline]
    pub(crate) fn pair(&self, left: Value, right: Value) -> Ref<Tuple> {
        let (mut left, mut right) = (Some(left), Some(right));
        self.alloc_tail(TupleHead, 2, |at| {
            let item = if at == 0 { left.take() } else { right.take() };
            item.expect("each is asked for once")
        })
    }

    /// A tuple of copies of these values.
    pub(crate) fn tuple_of(&self, items: &[Value]) -> Ref<Tuple> {
        if items.is_empty() {
            return self.empty_tuple();
        }
        self.alloc_tail(TupleHead, items.len(), |at| items[at].clone())
    }

    /// A tuple of the values that `item` gives for the positions up to `len`.
    pub(crate) fn tuple_from(&self, len: usize, item: impl FnMut(usize) -> Value) -> Ref<Tuple> {
        if len == 0 {
            return self.empty_tuple();
        }
        self.alloc_tail(TupleHead, len, item)
    }
}
