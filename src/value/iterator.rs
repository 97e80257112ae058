//! The states of the built-in iterators.

use super::kinds::{Traced, heap_type};
use super::{Dict, List, Set, Str, Tuple, Value};
use crate::heap::{Header, Ref, Shared};

/// What an iterator over a dict gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum DictPart {
    Keys,
    Values,
    Items,
}

/// `Iter::kind` of ranges.
pub(crate) const RANGE: u8 = 7;
/// That of ranges with parts that are no words.
pub(crate) const LONG_RANGE: u8 = 8;

/// An iterator.
pub(crate) struct Iter {
    pub(crate) state: Shared<IterState>,
    /// What it was made over, which its class tells even at the end.
    pub(crate) kind: u8,
}

/// How far an iterator has come, and over what.
pub(crate) enum IterState {
    Exhausted,
    List {
        list: Ref<List>,
        at: usize,
    },
    ListReversed {
        list: Ref<List>,
        left: usize,
    },
    Tuple {
        tuple: Ref<Tuple>,
        at: usize,
    },
    /// `at` is a byte offset.
    Str {
        text: Ref<Str>,
        at: usize,
    },
    Bytes {
        bytes: Value,
        at: usize,
    },
    /// Every part is an int that fits a word.
    Range {
        next: i64,
        stop: i64,
        step: i64,
    },
    /// A range whose parts need not fit: value, count left, step.
    BigRange {
        next: Value,
        left: Value,
        step: Value,
    },
    Dict {
        dict: Ref<Dict>,
        at: usize,
        len: usize,
        part: DictPart,
    },
    DictReversed {
        dict: Ref<Dict>,
        end: usize,
        len: usize,
        part: DictPart,
    },
    Set {
        set: Ref<Set>,
        at: usize,
        len: usize,
    },
    /// Calls `__getitem__` with 0, 1, 2, ...
    Sequence {
        object: Value,
        at: i64,
    },
    SequenceReversed {
        object: Value,
        left: i64,
    },
    /// `iter(callable, sentinel)`.
    Call {
        callable: Value,
        sentinel: Value,
    },
    Enumerate {
        iterator: Value,
        next: Value,
    },
    Zip {
        iterators: Vec<Value>,
        strict: bool,
    },
    /// A `zip` whose iterators were replaced by their containers. Only the loop or the function that uses it up holds
    /// it: no script sees it.
    Columns {
        columns: Vec<Value>,
        at: usize,
    },
    /// The same of an `enumerate`.
    Numbered {
        column: Value,
        first: i64,
        at: usize,
    },
    Map {
        function: Value,
        iterators: Vec<Value>,
    },
    /// `function` is None for truth.
    Filter {
        function: Value,
        iterator: Value,
    },
}

heap_type!(Iter, Iterator, true);

/// The kind of iterators over strings that are not ASCII, or of a subclass.
pub(crate) const OTHER_TEXT: u8 = 5;

/// The kind of iterators over a bytearray, whose state is that of any sequence.
pub(crate) const BYTEARRAY: u8 = 22;

impl IterState {
    /// A number for what is iterated over.
    pub(crate) fn kind(&self) -> u8 {
        let part = |part: &DictPart| *part as u8;
        match self {
            IterState::Exhausted | IterState::Sequence { .. } => 0,
            IterState::List { .. } => 1,
            IterState::ListReversed { .. } => 2,
            IterState::Tuple { .. } => 3,
            IterState::Str { text, .. } if text.is_ascii() => 4,
            IterState::Str { .. } => OTHER_TEXT,
            IterState::Bytes { .. } => 6,
            IterState::Range { .. } => RANGE,
            IterState::BigRange { .. } => LONG_RANGE,
            IterState::Set { .. } => 9,
            IterState::SequenceReversed { .. } => 10,
            IterState::Call { .. } => 11,
            IterState::Enumerate { .. } | IterState::Numbered { .. } => 12,
            IterState::Zip { .. } | IterState::Columns { .. } => 13,
            IterState::Map { .. } => 14,
            IterState::Filter { .. } => 15,
            IterState::Dict { part: of, .. } => 16 + part(of),
            IterState::DictReversed { part: of, .. } => 19 + part(of),
        }
    }

    fn each(&self, visit: &mut dyn FnMut(&Value), object: &mut dyn FnMut(*mut Header)) {
        match self {
            IterState::Exhausted | IterState::Range { .. } => {}
            IterState::List { list, .. } | IterState::ListReversed { list, .. } => {
                object(list.as_ptr())
            }
            IterState::Tuple { tuple, .. } => object(tuple.as_ptr()),
            IterState::Str { text, .. } => object(text.as_ptr()),
            IterState::Bytes { bytes, .. } => visit(bytes),
            IterState::BigRange { next, left, step } => {
                [next, left, step].into_iter().for_each(visit)
            }
            IterState::Dict { dict, .. } | IterState::DictReversed { dict, .. } => {
                object(dict.as_ptr())
            }
            IterState::Set { set, .. } => object(set.as_ptr()),
            IterState::Sequence { object, .. } | IterState::SequenceReversed { object, .. } => {
                visit(object)
            }
            IterState::Call { callable, sentinel } => {
                [callable, sentinel].into_iter().for_each(visit)
            }
            IterState::Enumerate { iterator, next } => [iterator, next].into_iter().for_each(visit),
            IterState::Zip { iterators, .. } => iterators.iter().for_each(visit),
            IterState::Columns { columns, .. } => columns.iter().for_each(visit),
            IterState::Numbered { column, .. } => visit(column),
            IterState::Map {
                function,
                iterators,
            } => {
                visit(function);
                iterators.iter().for_each(visit);
            }
            IterState::Filter { function, iterator } => {
                [function, iterator].into_iter().for_each(visit)
            }
        }
    }
}

impl Traced for Iter {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        let visit = std::cell::RefCell::new(visit);
        self.state.with(|state| {
            state.each(
                &mut |value| value.visit(&mut *visit.borrow_mut()),
                &mut |object| visit.borrow_mut()(object),
            );
        });
    }

    fn unlink(&self) {
        drop(self.state.replace(IterState::Exhausted));
    }
}

impl Iter {
    /// The next item, if it stands in a list or a tuple or is a number of a range. None for all else, and at the end.
    #[inline]
    pub(crate) fn at_hand(&self) -> Option<Value> {
        self.state.with_mut(|state| match state {
            IterState::List { list, at } => {
                let item = list.get(*at)?;
                *at += 1;
                Some(item)
            }
            IterState::Tuple { tuple, at } => {
                let item = tuple.items().get(*at)?.clone();
                *at += 1;
                Some(item)
            }
            IterState::Range { next, stop, step } => {
                let value = *next;
                let more = if *step > 0 {
                    value < *stop
                } else {
                    value > *stop
                };
                more.then(|| {
                    *next = value.wrapping_add(*step);
                    Value::int(value)
                })
            }
            _ => None,
        })
    }

    pub(crate) fn new(state: IterState) -> Iter {
        Iter {
            kind: state.kind(),
            state: Shared::new(state),
        }
    }
}
