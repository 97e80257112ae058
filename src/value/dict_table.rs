//! The table of a dict: entries in the order in which they came, and an index into them once there are many.

use super::hash::{same_at_sight, same_key};
use super::{GlobalCell, Tag, Value};

pub(super) const EMPTY: u32 = u32::MAX;
pub(super) const DELETED: u32 = u32::MAX - 1;
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;

/// So many entries are searched one by one, without an index.
pub(super) const FEW: usize = 8;

#[derive(Clone)]
pub(super) struct Entry {
    pub(super) hash: u64,
    /// Undef: the entry was deleted.
    pub(super) key: Value,
    pub(super) value: Value,
}

#[derive(Default, Clone)]
pub(super) struct Table {
    /// Positions in `entries`; its length is 0 (there are few entries) or a power of two.
    pub(super) index: Box<[u32]>,
    pub(super) entries: Vec<Entry>,
    pub(super) live: usize,
    /// Places of the index that are not EMPTY.
    filled: usize,
    /// `64 - log2(index.len())`.
    shift: u32,
    /// No entry before this one is alive. Only who asks for the first entry moves it on.
    first: u32,
}

/// Where a search stands.
pub(crate) enum Probe {
    /// The key is in the entry at this position.
    Found(usize),
    Absent,
    /// Only script code can tell whether this key is the one; go on with `probe_after`.
    Candidate {
        at: usize,
        key: Value,
        cursor: usize,
    },
}

/// The answer of a search that gives up where it gets difficult.
#[derive(Clone, Copy)]
pub(crate) enum Quick {
    At(usize),
    Absent,
    Unknown,
}

impl Table {
    /// Empties a table without an index; its room stays.
    #[inline(always)]
    pub(super) fn clear_few(&mut self) {
        self.entries.clear();
        self.live = 0;
        self.first = 0;
    }

    /// One look, which mostly is enough: the key, plainly the same, stands where the search begins, or nothing does.
    /// Unknown: `search`.
    #[inline(always)]
    pub(super) fn glance(&self, key: &Value, hash: u64) -> Quick {
        let at = if self.index.is_empty() {
            match self.entries.iter().position(|entry| entry.hash == hash) {
                Some(at) => at,
                None => return Quick::Absent,
            }
        } else {
            match self.index[self.start(hash)] {
                EMPTY => return Quick::Absent,
                at => at as usize,
            }
        };
        match self.entries.get(at) {
            Some(entry)
                if entry.hash == hash
                    && (entry.key.is_same(key) || same_at_sight(&entry.key, key)) =>
            {
                Quick::At(at)
            }
            _ => Quick::Unknown,
        }
    }

    /// Where a key is, as far as no script code has a say.
    #[inline(always)]
    pub(super) fn quick(&self, key: &Value, hash: u64) -> Quick {
        match self.glance(key, hash) {
            Quick::Unknown => self.search(key, hash),
            found => found,
        }
    }

    #[inline(never)]
    pub(super) fn search(&self, key: &Value, hash: u64) -> Quick {
        if self.index.is_empty() {
            return match self.probe_few(key, hash, 0) {
                Probe::Found(at) => Quick::At(at),
                Probe::Absent => Quick::Absent,
                Probe::Candidate { .. } => Quick::Unknown,
            };
        }
        let mask = self.index.len() - 1;
        let mut cursor = self.start(hash);
        loop {
            let at = self.index[cursor & mask];
            if at == EMPTY {
                return Quick::Absent;
            }
            if at != DELETED {
                let entry = &self.entries[at as usize];
                if entry.hash == hash {
                    if entry.key.is_same(key) {
                        return Quick::At(at as usize);
                    }
                    match same_key(&entry.key, key) {
                        Some(true) => return Quick::At(at as usize),
                        Some(false) => {}
                        None => return Quick::Unknown,
                    }
                }
            }
            cursor += 1;
        }
    }

    #[inline(always)]
    pub(super) fn start(&self, hash: u64) -> usize {
        (hash.wrapping_mul(MIX) >> self.shift) as usize
    }

    #[inline(always)]
    pub(super) fn probe(&self, key: &Value, hash: u64, mut cursor: usize) -> Probe {
        if self.index.is_empty() {
            return self.probe_few(key, hash, cursor);
        }
        let mask = self.index.len() - 1;
        loop {
            let at = self.index[cursor & mask];
            if at == EMPTY {
                return Probe::Absent;
            }
            if at != DELETED {
                let entry = &self.entries[at as usize];
                if entry.key.is_same(key) {
                    return Probe::Found(at as usize);
                }
                if entry.hash == hash {
                    match same_key(&entry.key, key) {
                        Some(true) => return Probe::Found(at as usize),
                        Some(false) => {}
                        None => {
                            return Probe::Candidate {
                                at: at as usize,
                                key: entry.key.clone(),
                                cursor: (cursor & mask) + 1,
                            };
                        }
                    }
                }
            }
            cursor += 1;
        }
    }

    /// The search where there is no index: the cursor is a position among the entries.
    fn probe_few(&self, key: &Value, hash: u64, cursor: usize) -> Probe {
        for (at, entry) in self.entries.iter().enumerate().skip(cursor) {
            // The hash first: that of a key may have changed since, and then it is lost.
            if entry.hash == hash && !entry.key.is_undef() {
                if entry.key.is_same(key) {
                    return Probe::Found(at);
                }
                match same_key(&entry.key, key) {
                    Some(true) => return Probe::Found(at),
                    Some(false) => {}
                    None => {
                        return Probe::Candidate {
                            at,
                            key: entry.key.clone(),
                            cursor: at + 1,
                        };
                    }
                }
            }
        }
        Probe::Absent
    }

    pub(super) fn rebuild(&mut self, room: usize) {
        self.rebuild_behind(0, room);
    }

    /// The same with so many holes before the first entry.
    fn rebuild_behind(&mut self, holes: usize, room: usize) {
        if self.live < self.entries.len() {
            self.entries.retain(|entry| !entry.key.is_undef());
        }
        // Unbound cells of globals stay too, and are not counted in `live`.
        self.filled = self.entries.len();
        if holes > 0 {
            let hole = || Entry {
                hash: 0,
                key: Value::UNDEF,
                value: Value::UNDEF,
            };
            self.entries
                .splice(0..0, std::iter::repeat_with(hole).take(holes));
        }
        self.first = holes as u32;
        let room = room.max(self.entries.len() + 1);
        if room <= FEW {
            self.index = Box::default();
            return;
        }
        let size = ((room * 3).div_ceil(2) + 1).next_power_of_two().max(8);
        self.index = vec![EMPTY; size].into_boxed_slice();
        self.shift = 64 - size.trailing_zeros();
        let mask = size - 1;
        for (at, entry) in self.entries.iter().enumerate().skip(holes) {
            let mut cursor = (entry.hash.wrapping_mul(MIX) >> self.shift) as usize;
            while self.index[cursor & mask] != EMPTY {
                cursor += 1;
            }
            self.index[cursor & mask] = at as u32;
        }
    }

    /// An index for `n` more entries, if it has none or a smaller one.
    pub(super) fn make_room(&mut self, n: usize) {
        let room = self.entries.len() + n;
        if room > FEW && room * 3 > self.index.len() * 2 {
            self.rebuild(room);
        }
    }

    pub(super) fn insert(&mut self, hash: u64, key: Value, value: Value) {
        if self.index.is_empty() {
            if self.entries.len() == FEW {
                // Holes may make room enough; a table that grows gets its index.
                self.rebuild(if self.live < FEW { FEW } else { 2 * FEW });
            }
        } else if (self.filled.max(self.entries.len()) + 1) * 3 > self.index.len() * 2 {
            self.rebuild((self.live + 1) * 2);
        }
        if !self.index.is_empty() {
            let mask = self.index.len() - 1;
            let mut cursor = self.start(hash);
            while self.index[cursor & mask] != EMPTY {
                cursor += 1;
            }
            self.index[cursor & mask] = self.entries.len() as u32;
            self.filled += 1;
        }
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
    }

    pub(super) fn remove(&mut self, at: usize) -> (Value, Value) {
        if !self.index.is_empty() {
            self.forget(at);
        }
        self.live -= 1;
        let entry = &mut self.entries[at];
        let key = std::mem::replace(&mut entry.key, Value::UNDEF);
        let value = std::mem::replace(&mut entry.value, Value::UNDEF);
        self.trim();
        if self.entries.is_empty() {
            self.first = 0;
            // Every place to fill again was paid for by the removal that spoilt it.
            if !self.index.is_empty() && self.filled * 8 >= self.index.len() {
                self.index.fill(EMPTY);
                self.filled = 0;
            }
        }
        (key, value)
    }

    /// Holes at the end go, so that `popitem` and stacks of keys need no search.
    #[inline(always)]
    fn trim(&mut self) {
        while self
            .entries
            .last()
            .is_some_and(|entry| entry.key.is_undef())
        {
            self.entries.pop();
        }
    }

    /// Where the index speaks of the entry at `at`.
    #[inline(always)]
    fn cursor_of(&self, at: usize) -> usize {
        let mask = self.index.len() - 1;
        let mut cursor = self.start(self.entries[at].hash);
        while self.index[cursor & mask] != at as u32 {
            cursor += 1;
        }
        cursor
    }

    /// Takes the entry at `at` out of the index.
    fn forget(&mut self, at: usize) {
        let mask = self.index.len() - 1;
        let mut cursor = self.cursor_of(at);
        if self.index[(cursor + 1) & mask] != EMPTY {
            self.index[cursor & mask] = DELETED;
            return;
        }
        // No search goes past here, so nothing needs to be marked, nor what was marked before.
        loop {
            self.index[cursor & mask] = EMPTY;
            self.filled -= 1;
            cursor = cursor.wrapping_sub(1);
            if self.index[cursor & mask] != DELETED {
                return;
            }
        }
    }

    /// A copy of the live entries, without cells.
    pub(super) fn copy(&self) -> Table {
        if self.live == self.entries.len()
            && !self.entries.iter().any(|entry| entry.value.is(Tag::Global))
        {
            return self.clone();
        }
        let live = self.entries.iter().filter(|entry| !entry.key.is_undef());
        let entries: Vec<Entry> = live
            .filter_map(|entry| {
                Some(Entry {
                    hash: entry.hash,
                    key: entry.key.clone(),
                    value: through(&entry.value)?,
                })
            })
            .collect();
        let mut table = Table {
            live: entries.len(),
            entries,
            ..Table::default()
        };
        table.rebuild(table.live);
        table
    }

    pub(super) fn bytes(&self) -> usize {
        self.index.len() * 4 + self.entries.capacity() * size_of::<Entry>()
    }
}

/// The order of the entries, which `OrderedDict` changes.
impl Table {
    /// The place of the first entry, or the end. Holes in front are passed over once and then remembered, so taking all
    /// entries away from the front, one after the other, is linear.
    pub(super) fn first(&mut self) -> usize {
        let mut at = self.first as usize;
        while self.entries.get(at).is_some_and(|it| it.key.is_undef()) {
            at += 1;
        }
        self.first = at as u32;
        at
    }

    /// Makes the entry at `at` the last one: amortised O(1), as an insertion is.
    pub(super) fn move_back(&mut self, mut at: usize) {
        if at + 1 == self.entries.len() {
            return;
        }
        if self.index.is_empty() {
            self.entries[at..].rotate_left(1);
            return;
        }
        if (self.filled.max(self.entries.len()) + 1) * 3 > self.index.len() * 2 {
            at = self.entries_before(at);
            self.rebuild(((self.live + 1) * 2).max(FEW + 1));
        }
        let entry = self.take_out(at, self.entries.len());
        self.entries.push(entry);
    }

    /// Makes the entry at `at` the first one: amortised O(1), for where there is no hole before the first entry, as many
    /// are made as there are entries.
    pub(super) fn move_front(&mut self, mut at: usize) {
        let mut first = self.first();
        if at == first {
            return;
        }
        if self.index.is_empty() {
            self.entries[first..=at].rotate_right(1);
            self.trim();
            return;
        }
        if first == 0 {
            first = self.live.max(FEW);
            at = first + self.entries_before(at);
            self.rebuild_behind(first, (self.live + 1) * 2 + first);
        }
        let entry = self.take_out(at, first - 1);
        self.entries[first - 1] = entry;
        self.first = (first - 1) as u32;
        self.trim();
    }

    /// How many entries a rebuilt table has before the one at `at`.
    fn entries_before(&self, at: usize) -> usize {
        let before = self.entries[..at].iter();
        before.filter(|entry| !entry.key.is_undef()).count()
    }

    /// Takes an entry out to put it at `to`, where the index looks for it from now on.
    fn take_out(&mut self, at: usize, to: usize) -> Entry {
        let cursor = self.cursor_of(at) & (self.index.len() - 1);
        self.index[cursor] = to as u32;
        let entry = &mut self.entries[at];
        Entry {
            hash: entry.hash,
            key: std::mem::replace(&mut entry.key, Value::UNDEF),
            value: std::mem::replace(&mut entry.value, Value::UNDEF),
        }
    }
}

impl Table {
    pub(super) fn start_or_zero(&self, hash: u64) -> usize {
        if self.index.is_empty() {
            0
        } else {
            self.start(hash)
        }
    }
}

/// The value itself, or what stands in the cell; None if the cell is not bound.
#[inline(always)]
pub(super) fn through(value: &Value) -> Option<Value> {
    if value.is(Tag::Global) {
        return value.as_ref::<GlobalCell>().and_then(|cell| cell.get());
    }
    Some(value.clone())
}
