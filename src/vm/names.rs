//! The interned strings of a session: one object a text.

use crate::heap::{Heap, Ref};
use crate::value::{Str, name_hash};

/// What a session has before it runs anything fits without growing. A power of two.
const FIRST: usize = 4096;

/// A table of strings by their text; the hash is theirs.
pub(crate) struct Names {
    /// Its length is a power of two; some places are empty.
    slots: Box<[Option<Ref<Str>>]>,
    count: usize,
}

impl Names {
    pub(super) fn new() -> Names {
        Names {
            slots: empty(FIRST),
            count: 0,
        }
    }

    /// The one string of this text.
    pub(super) fn intern(&mut self, heap: &Heap, text: &str) -> Ref<Str> {
        let hash = name_hash(text);
        let mask = self.slots.len() - 1;
        let mut at = start(hash) & mask;
        while let Some(known) = &self.slots[at] {
            if known.hash() == hash && known.as_str() == text {
                return known.clone();
            }
            at = (at + 1) & mask;
        }
        let new = heap.new_name(text, hash);
        self.slots[at] = Some(new.clone());
        self.count += 1;
        if self.count * 4 > self.slots.len() * 3 {
            self.grow();
        }
        new
    }

    #[cold]
    fn grow(&mut self) {
        let twice = empty(self.slots.len() * 2);
        let old = std::mem::replace(&mut self.slots, twice);
        let mask = self.slots.len() - 1;
        for name in old.into_iter().flatten() {
            let mut at = start(name.hash()) & mask;
            while self.slots[at].is_some() {
                at = (at + 1) & mask;
            }
            self.slots[at] = Some(name);
        }
    }
}

/// Where a search begins.
fn start(hash: u64) -> usize {
    hash as usize
}

fn empty(slots: usize) -> Box<[Option<Ref<Str>>]> {
    std::iter::repeat_with(|| None).take(slots).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::TABLE;

    #[test]
    fn a_text_has_one_string_however_many_there_are() {
        let heap = Heap::new(&TABLE);
        let mut names = Names::new();
        let count = if cfg!(miri) { 3200 } else { 20_000 };
        let first: Vec<_> = (0..count)
            .map(|n| names.intern(&heap, &format!("name{n}")))
            .collect();
        for (n, name) in first.iter().enumerate() {
            assert!(name.is_interned());
            assert_eq!(name.as_str(), format!("name{n}"));
            assert!(names.intern(&heap, name.as_str()).is(name));
        }
        assert_eq!(names.count, count);
        drop((names, first));
    }
}
