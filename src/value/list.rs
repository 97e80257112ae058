//! `list`: storage; copy-out access, safe under mutation while iterating.

use super::Value;
use super::kinds::{Traced, heap_type};
use crate::heap::{Header, Heap, Ref, Shared};

/// Lists with room for so many values are kept as spares.
const SPARE_ROOM: usize = 16;

/// A list object.
pub(crate) struct List {
    pub(crate) items: Shared<Vec<Value>>,
}

heap_type!(List, List, true);

impl Traced for List {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        self.items
            .with(|items| items.iter().for_each(|item| item.visit(visit)));
    }

    fn unlink(&self) {
        drop_backwards(self.items.replace(Vec::new()));
    }

    fn buffer_bytes(&self) -> usize {
        self.items.with(Vec::capacity) * size_of::<Value>()
    }

    #[inline(always)]
    fn keep(&self) -> bool {
        if !(1..=SPARE_ROOM).contains(&self.items.with(Vec::capacity)) {
            return false;
        }
        self.drop_items();
        true
    }
}

/// Drops values as CPython's lists do: the last one first. Finalisers tell the difference.
pub(crate) fn drop_backwards(mut values: Vec<Value>) {
    while let Some(value) = values.pop() {
        drop(value);
    }
}

impl Drop for List {
    fn drop(&mut self) {
        self.drop_items();
    }
}

impl List {
    /// The same for a dying list: nobody else can look at it any more.
    #[inline(always)]
    fn drop_items(&self) {
        while let Some(value) = self.items.with_mut(Vec::pop) {
            drop(value);
        }
    }

    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.items.with(Vec::len)
    }

    /// A copy of the element at `index`.
    #[inline(always)]
    pub(crate) fn get(&self, index: usize) -> Option<Value> {
        self.items.with(|items| items.get(index).cloned())
    }

    /// A copy of all elements.
    pub(crate) fn to_vec(&self) -> Vec<Value> {
        self.items.with(Vec::clone)
    }

    /// Replaces the element at `index`; false if there is none.
    #[inline(always)]
    pub(crate) fn set(&self, index: usize, value: Value) -> bool {
        let old = self.items.with_mut(|items| {
            items
                .get_mut(index)
                .map(|place| std::mem::replace(place, value))
        });
        old.is_some()
    }
}

impl Ref<List> {
    /// Appends, and accounts for growth.
    #[inline(always)]
    pub(crate) fn push(&self, value: Value) {
        let left = self.items.push_in_room(value);
        if let Some(value) = left {
            self.push_growing(value);
        }
    }

    #[cold]
    #[inline(never)]
    fn push_growing(&self, value: Value) {
        self.edit(|items| items.push(value));
    }

    /// Changes the vector and accounts for the change of its capacity.
    pub(crate) fn edit<R>(&self, change: impl FnOnce(&mut Vec<Value>) -> R) -> R {
        let (result, delta) = self.items.with_mut(|items| {
            let before = items.capacity() as isize;
            let result = change(items);
            (result, items.capacity() as isize - before)
        });
        if delta != 0 {
            self.heap().account(delta * size_of::<Value>() as isize);
        }
        result
    }
}

impl Heap {
    /// An empty list with room for `room` values at least.
    #[inline]
    pub(crate) fn list_with_room(&self, room: usize) -> Ref<List> {
        if room <= SPARE_ROOM
            && let Some(list) = self.spare::<List>()
        {
            if list.items.with(Vec::capacity) < room {
                list.edit(|items| items.reserve_exact(room));
            }
            return list;
        }
        self.new_list(Vec::with_capacity(room))
    }

    /// A list of copies of these values.
    #[inline]
    pub(crate) fn list_of(&self, values: &[Value]) -> Ref<List> {
        let list = self.list_with_room(values.len());
        list.items.with_mut(|items| items.extend_from_slice(values));
        list
    }

    /// A list of these values.
    #[inline]
    pub(crate) fn new_list(&self, items: Vec<Value>) -> Ref<List> {
        if items.capacity() > 0 {
            self.account((items.capacity() * size_of::<Value>()) as isize);
        }
        self.alloc(List {
            items: Shared::new(items),
        })
    }
}
