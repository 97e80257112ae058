//! Appending all that an iterable gives to a list.

use crate::heap::Ref;
use crate::value::{Iter, IterState, List, Special, Str, Tag, Tuple, Value};
use crate::vm::{R, Sink, Vm};

impl Vm {
    /// A range of numbers beyond a machine word says how many are left, and so that there is no room for them.
    pub(super) fn check_big_range(&mut self, iter: &Iter) -> R<()> {
        let left = iter.state.with(|state| match state {
            IterState::BigRange { left, .. } => Some(left.clone()),
            _ => None,
        });
        match left.map(|left| left.as_int().and_then(|left| usize::try_from(left).ok())) {
            None => Ok(()),
            Some(Some(left)) => self.check_size(left.saturating_mul(size_of::<Value>())),
            Some(None) => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }

    /// Asks the object behind an iterator by index for its length, as [`Vm::ask_length`] does.
    pub(super) fn ask_rest(&mut self, iter: &Iter) -> R<()> {
        let object = iter.state.with(|state| match state {
            IterState::Sequence { object, .. } => Some(object.clone()),
            _ => None,
        });
        match object {
            Some(object) if self.find_special(&object, Special::Len).is_some() => {
                self.ask_length(&object)
            }
            _ => Ok(()),
        }
    }

    /// Asked before a list gets so many items more: its table may double.
    ///
    /// # Errors
    /// MemoryError.
    pub(crate) fn check_room(&mut self, list: &Ref<List>, more: usize) -> R<()> {
        let (len, room) = list.items.with(|items| (items.len(), items.capacity()));
        if len + more <= room {
            return Ok(());
        }
        let grown = (len + more).max(room * 2);
        self.check_size((grown - room) * size_of::<Value>())
    }

    /// Appends all items of an iterable: those already taken stay if it fails.
    pub(crate) fn extend_list(&mut self, list: &Ref<List>, iterable: &Value) -> R<()> {
        if let Some(tuple) = iterable.as_ref::<Tuple>() {
            self.check_room(list, tuple.len())?;
            list.edit(|all| all.extend_from_slice(tuple.items()));
            return Ok(());
        }
        if let Some(other) = iterable.as_ref::<List>()
            && !other.is(list)
        {
            self.check_room(list, other.len())?;
            other
                .items
                .with(|items| list.edit(|all| all.extend_from_slice(items)));
            return Ok(());
        }
        // (Characters beyond ASCII are made one after the other.)
        let at_once = match iterable.tag() {
            Tag::List | Tag::Range | Tag::Dict | Tag::Set => true,
            Tag::Str => iterable.as_ref::<Str>().is_some_and(|text| text.is_ascii()),
            _ => false,
        };
        if at_once {
            let items = self.to_vec(iterable)?;
            self.check_room(list, items.len())?;
            if list.len() == 0 {
                drop(list.edit(|old| std::mem::replace(old, items)));
            } else {
                list.edit(|all| all.extend(items));
            }
            return Ok(());
        }
        self.open_columns(iterable);
        let iterator = self.iter(iterable)?;
        self.ask_length(iterable)?;
        if let Some(iter) = iterator.as_ref::<Iter>() {
            self.check_big_range(iter)?;
        }
        if let Some(iter) = iterator.as_ref::<Iter>()
            && let Some(items) = self.rest_of(iter)?
        {
            self.check_room(list, items.len())?;
            list.edit(|all| all.extend(items));
            return Ok(());
        }
        let source = self.source(iterator);
        if source.makes() {
            return self.drain_to_list(&source, list);
        }
        let iterator = &source.iterator;
        let mut part = Vec::new();
        // An iterator that has had nothing at hand for so long will not have it later either.
        let mut patience = 8;
        loop {
            if patience > 0 {
                self.gather(iterator, &mut part)?;
                if part.is_empty() {
                    patience -= 1;
                } else {
                    self.check_room(list, part.len())?;
                    list.edit(|all| all.append(&mut part));
                    patience = 8;
                }
            }
            let Some(item) = self.drain(&source, &mut Sink::Nothing)? else {
                return Ok(());
            };
            list.push(item);
            if list.len() & 0xFFFF == 0 {
                self.check_size(list.len() * 2 * size_of::<Value>())?;
            }
            self.tick()?;
        }
    }
}
