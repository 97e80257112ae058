//! The unfinished tasks of a loop, in the order they were made. Adding and removing cost O(1).

use crate::heap::Ref;
use crate::value::{FutureObject, NO_INDEX};

/// A list linked by indices. A task knows its index (`TaskPart::index`).
#[derive(Default)]
pub(super) struct TaskList {
    places: Vec<Place>,
    /// First and last place plus one; 0 if there is none.
    first: u32,
    last: u32,
    /// Head of the list of free places, plus one.
    free: u32,
    len: usize,
}

/// Links are places plus one, so that 0 is none.
struct Place {
    task: Option<Ref<FutureObject>>,
    previous: u32,
    next: u32,
}

impl TaskList {
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Puts `task` at the end, unless it is in a list already.
    pub(super) fn add(&mut self, task: &Ref<FutureObject>) {
        let Some(part) = task.task() else { return };
        if part.index.get() != NO_INDEX {
            return;
        }
        let place = Place {
            task: Some(task.clone()),
            previous: self.last,
            next: 0,
        };
        let link = if self.free == 0 {
            self.places.push(place);
            u32::try_from(self.places.len()).expect("fewer than 2^32 tasks fit in memory")
        } else {
            let link = self.free;
            let old = std::mem::replace(&mut self.places[link as usize - 1], place);
            self.free = old.next;
            link
        };
        match self.last {
            0 => self.first = link,
            last => self.places[last as usize - 1].next = link,
        }
        self.last = link;
        self.len += 1;
        part.index.set(link - 1);
    }

    /// Takes `task` out and gives the list's reference back, for the caller to drop.
    pub(super) fn remove(&mut self, task: &Ref<FutureObject>) -> Option<Ref<FutureObject>> {
        let at = task.task()?.index.replace(NO_INDEX);
        let place = self.places.get_mut(at as usize)?;
        let held = place.task.take();
        let (previous, next) = (place.previous, place.next);
        place.next = self.free;
        self.free = at + 1;
        match previous {
            0 => self.first = next,
            link => self.places[link as usize - 1].next = next,
        }
        match next {
            0 => self.last = previous,
            link => self.places[link as usize - 1].previous = previous,
        }
        self.len -= 1;
        held
    }

    /// The tasks, oldest first.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Ref<FutureObject>> {
        let mut link = self.first;
        std::iter::from_fn(move || {
            let place = self.places.get((link as usize).checked_sub(1)?)?;
            link = place.next;
            place.task.as_ref()
        })
    }

    /// Empties the list and gives the tasks back, oldest first.
    pub(super) fn take_all(&mut self) -> Vec<Ref<FutureObject>> {
        let tasks: Vec<Ref<FutureObject>> = self.iter().cloned().collect();
        for part in tasks.iter().filter_map(|task| task.task()) {
            part.index.set(NO_INDEX);
        }
        *self = TaskList::default();
        tasks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap::Heap;
    use crate::value::{Class, Layout, TABLE, TaskPart, Value};

    #[test]
    fn tasks_leave_from_anywhere_and_the_order_stays() {
        let heap = Heap::new(&TABLE);
        let name = heap.new_str("Task");
        let bases = heap.new_tuple(Vec::new());
        let class = Class::new(name, heap.new_dict(), bases, Value::NONE, Layout::Future, 0);
        let class = heap.alloc(class);
        let new = || {
            let part = Some(TaskPart::new());
            FutureObject::alloc(&heap, class.clone(), Value::NONE, part, true)
        };
        let tasks: Vec<_> = (0..6).map(|_| new()).collect();
        let mut list = TaskList::default();
        let order = |list: &TaskList| -> Vec<usize> {
            let place = |task: &Ref<FutureObject>| tasks.iter().position(|other| other.is(task));
            list.iter().filter_map(place).collect()
        };
        tasks[..5].iter().for_each(|task| list.add(task));
        list.add(&tasks[2]);
        assert_eq!((list.len(), order(&list)), (5, vec![0, 1, 2, 3, 4]));
        for at in [2, 0, 4] {
            assert!(list.remove(&tasks[at]).is_some());
        }
        assert!(list.remove(&tasks[2]).is_none());
        assert_eq!((list.len(), order(&list)), (2, vec![1, 3]));
        list.add(&tasks[5]);
        list.add(&tasks[0]);
        assert_eq!(order(&list), [1, 3, 5, 0]);
        assert_eq!(list.take_all().len(), 4);
        list.add(&tasks[3]);
        assert_eq!((list.len(), order(&list)), (1, vec![3]));
    }
}
