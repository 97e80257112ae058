//! Iteration.

use super::rows::{WIDE, WIDEST};
use crate::bytecode::Flow;
use crate::heap::Ref;
use crate::value::{
    Bytes, Coroutine, Dict, DictPart, Iter, IterState, List, Opaque, Range, Set, Special, Str, Tag,
    Tuple, TupleHead, Value, class_flags,
};
use crate::vm::{ArithKind, Binding, Progress, R, Raised, Resume, Sink, StepFn, Vm};

impl Vm {
    /// A new built-in iterator.
    pub(crate) fn new_iter(&self, state: IterState) -> Value {
        Value::object(self.heap.alloc(Iter::new(state)))
    }

    /// `iter(value)`.
    pub(crate) fn iter(&mut self, value: &Value) -> R {
        match value.tag() {
            Tag::Iterator => return Ok(value.clone()),
            Tag::Coroutine => {
                if value
                    .as_ref::<Coroutine>()
                    .is_some_and(|generator| generator.head().code.flow == Flow::Generator)
                {
                    return Ok(value.clone());
                }
            }
            _ => {
                if let Some(state) = self.builtin_iter(value) {
                    return Ok(self.new_iter(state));
                }
            }
        }
        if let Some(method) = self.find_special(value, Special::Iter) {
            if method.is_none() {
                let message = format!("'{}' object is not iterable", self.type_name(value));
                return Err(self.type_error(message));
            }
            let iterator = self.call_bound(&method, value, &[], &[])?;
            if iterator.is(Tag::Iterator) || self.is_iterator(&iterator) {
                return Ok(iterator);
            }
            let message = format!(
                "iter() returned non-iterator of type '{}'",
                self.type_name(&iterator)
            );
            return Err(self.type_error(message));
        }
        if self.find_special(value, Special::GetItem).is_some()
            && !value.is(Tag::Class)
            && !self.class_of(value).is(&self.types.union_type)
        {
            return Ok(self.new_iter(IterState::Sequence {
                object: value.clone(),
                at: 0,
            }));
        }
        let message = format!("'{}' object is not iterable", self.type_name(value));
        Err(self.type_error(message))
    }

    fn is_iterator(&self, value: &Value) -> bool {
        self.find_special(value, Special::Next).is_some()
            || value
                .as_ref::<Coroutine>()
                .is_some_and(|generator| generator.head().code.flow == Flow::Generator)
    }

    /// The state of an iterator over an exact built-in container.
    pub(crate) fn builtin_iter(&mut self, value: &Value) -> Option<IterState> {
        Some(match value.tag() {
            Tag::List => IterState::List {
                list: value.to_ref::<List>()?,
                at: 0,
            },
            Tag::Tuple => IterState::Tuple {
                tuple: value.to_ref::<Tuple>()?,
                at: 0,
            },
            Tag::Str => IterState::Str {
                text: value.to_ref::<Str>()?,
                at: 0,
            },
            Tag::Bytes => IterState::Bytes {
                bytes: value.clone(),
                at: 0,
            },
            Tag::Dict => dict_state(value.to_ref::<Dict>()?, DictPart::Keys),
            Tag::Set => {
                let set = value.to_ref::<Set>()?;
                let len = set.len();
                IterState::Set { set, at: 0, len }
            }
            Tag::Range => {
                let range = value.to_ref::<Range>()?;
                return Some(self.range_state(&range));
            }
            _ => return None,
        })
    }

    /// The state of an iterator over a range.
    pub(crate) fn range_state(&mut self, range: &Range) -> IterState {
        if let Some((start, stop, step)) = range.small()
            && stop.checked_add(step).is_some()
        {
            return IterState::Range {
                next: start,
                stop,
                step,
            };
        }
        use num_bigint::BigInt;
        use num_integer::Integer;
        let part = |value: &Value| value.to_bigint().unwrap_or_default();
        let (start, stop, step) = (part(&range.start), part(&range.stop), part(&range.step));
        let zero = BigInt::from(0);
        let (span, stride) = if step > zero {
            (stop - &start, step.clone())
        } else {
            (&start - stop, -step.clone())
        };
        let left = if span > zero {
            span.div_ceil(&stride)
        } else {
            zero
        };
        IterState::BigRange {
            next: range.start.clone(),
            left: self.heap.new_int(left),
            step: range.step.clone(),
        }
    }

    /// `next(iterator)`; None when it is exhausted.
    #[inline]
    pub(crate) fn next(&mut self, iterator: &Value) -> R<Option<Value>> {
        if let Some(iter) = iterator.as_ref::<Iter>() {
            if super::mapped::is_made(iter) {
                return self.next_made(iter);
            }
            if let Some(item) = self.next_simple(iter) {
                return Ok(Some(item));
            }
            return self.next_complex(&iter.clone());
        }
        if let Some(generator) = iterator.as_ref::<Coroutine>()
            && generator.head().code.flow == Flow::Generator
        {
            return self.generator_next(generator);
        }
        self.next_slow(iterator)
    }

    /// The next item of an iterator of a built-in class, if it takes no machine to find it.
    pub(crate) fn next_at_hand(&self, iterator: &Value) -> Option<Value> {
        let opaque = iterator.as_ref::<Opaque>()?;
        if !opaque.class.with(|class| class.has(class_flags::BUILTIN)) {
            return None;
        }
        opaque.next_item(&self.heap)
    }

    #[inline(never)]
    fn next_slow(&mut self, iterator: &Value) -> R<Option<Value>> {
        if let Some(item) = self.next_at_hand(iterator) {
            return Ok(Some(item));
        }
        let native = self.native_next(iterator);
        if let Some(id) = native
            && let Some(step) = self.natives[id as usize].step
        {
            return self.take_step(step.next, iterator);
        }
        let result = match native {
            Some(id) => self
                .call_native(id, std::slice::from_ref(iterator), &[])
                .map(Some),
            None => self.call_special(iterator, Special::Next, &[]),
        };
        match result {
            Ok(Some(value)) => Ok(Some(value)),
            Ok(None) => {
                let message = format!("'{}' object is not an iterator", self.type_name(iterator));
                Err(self.type_error(message))
            }
            Err(Raised) => {
                let stop = self.types.stop_iteration.clone();
                if self.raised_is(&stop) {
                    self.take_raised();
                    return Ok(None);
                }
                Err(Raised)
            }
        }
    }

    /// The native `__next__` of an iterator's class.
    pub(in crate::vm) fn native_next(&self, iterator: &Value) -> Option<u32> {
        let opaque = iterator.as_ref::<Opaque>()?;
        let special = &self.special;
        let method = opaque
            .class
            .with(|class| class.special(Special::Next, special));
        let id = method?.as_native()?;
        (self.natives[id as usize].binding == Binding::Method).then_some(id)
    }

    /// A stop that a function raises in a step ends the iteration as well.
    #[inline]
    pub(in crate::vm) fn take_step(&mut self, step: StepFn, iterator: &Value) -> R<Option<Value>> {
        match step(self, iterator) {
            Ok(item) => Ok(item),
            Err(Raised) => self.unless_stopped(Err(Raised)),
        }
    }

    /// `next(iterator)`: `Err` inside is the value of its StopIteration.
    pub(crate) fn next_or_value(&mut self, iterator: &Value) -> R<Result<Value, Value>> {
        if let Some(generator) = iterator.to_ref::<Coroutine>() {
            return Ok(match self.resume(&generator, Resume::Value(Value::NONE))? {
                Progress::Suspended(value) => Ok(value),
                Progress::Done(value) => Err(value),
            });
        }
        if iterator.is(Tag::Iterator) {
            return Ok(self.next(iterator)?.ok_or(Value::NONE));
        }
        match self.call_special(iterator, Special::Next, &[]) {
            Ok(Some(value)) => Ok(Ok(value)),
            Ok(None) => {
                let message = format!("'{}' object is not an iterator", self.type_name(iterator));
                Err(self.type_error(message))
            }
            Err(Raised) => match self.take_stop_iteration() {
                Some(value) => Ok(Err(value)),
                None => Err(Raised),
            },
        }
    }

    /// Calls `each` with every item.
    pub(crate) fn for_each(
        &mut self,
        iterable: &Value,
        each: &mut dyn FnMut(&mut Vm, Value) -> R<()>,
    ) -> R<()> {
        match iterable.tag() {
            Tag::List => {
                let list = iterable.to_ref::<List>().expect("the tag says so");
                let mut at = 0;
                while let Some(item) = list.get(at) {
                    each(self, item)?;
                    at += 1;
                }
                return Ok(());
            }
            Tag::Tuple => {
                let tuple = iterable.to_ref::<Tuple>().expect("the tag says so");
                for item in tuple.items() {
                    each(self, item.clone())?;
                }
                return Ok(());
            }
            _ => {}
        }
        let iterator = self.iter(iterable)?;
        let source = self.source(iterator);
        while let Some(item) = self.drain(&source, &mut Sink::Nothing)? {
            each(self, item)?;
            self.tick()?;
        }
        Ok(())
    }

    /// All items of an iterable.
    #[expect(
        clippy::wrong_self_convention,
        reason = "the machine converts the argument, not itself"
    )]
    pub(crate) fn to_vec(&mut self, iterable: &Value) -> R<Vec<Value>> {
        match iterable.tag() {
            Tag::List => {
                return Ok(iterable
                    .as_ref::<List>()
                    .map_or(Vec::new(), |list| list.to_vec()));
            }
            Tag::Tuple => {
                return Ok(iterable
                    .as_ref::<Tuple>()
                    .map_or(Vec::new(), |tuple| tuple.items().to_vec()));
            }
            Tag::Range => {
                if let Some((start, stop, step)) =
                    iterable.as_ref::<Range>().and_then(|range| range.small())
                {
                    let n = numbers_left(start, stop, step);
                    if n > i64::MAX as usize / 32
                        && i128::from(stop) - i128::from(start) > i128::from(i64::MAX)
                    {
                        return Err(
                            self.overflow_error("Python int too large to convert to C ssize_t")
                        );
                    }
                    self.check_size(n.saturating_mul(size_of::<Value>()))?;
                    return Ok(numbers(start, step, n));
                }
            }
            Tag::Dict => {
                if let Some(dict) = iterable.as_ref::<Dict>() {
                    self.check_size(dict.len() * size_of::<Value>())?;
                    return Ok(dict.collect(0, |key, _| key.clone()));
                }
            }
            Tag::Set => {
                if let Some(set) = iterable.as_ref::<Set>() {
                    self.check_size(set.len() * size_of::<Value>())?;
                    return Ok(set.collect(0));
                }
            }
            Tag::Str => {
                if let Some(text) = iterable.as_ref::<Str>()
                    && text.is_ascii()
                {
                    self.check_size(text.len().saturating_mul(size_of::<Value>()))?;
                    let bytes = text.items().iter();
                    return Ok(bytes.map(|&byte| self.char_str(char::from(byte))).collect());
                }
            }
            _ => {}
        }
        self.open_columns(iterable);
        let iterator = self.iter(iterable)?;
        self.ask_length(iterable)?;
        if let Some(iter) = iterator.as_ref::<Iter>() {
            self.check_big_range(iter)?;
            if iterator.is_same(iterable) {
                self.ask_rest(iter)?;
            }
        }
        if let Some(iter) = iterator.as_ref::<Iter>()
            && let Some(items) = self.rest_of(iter)?
        {
            return Ok(items);
        }
        let source = self.source(iterator);
        if source.makes() {
            let list = self.heap.new_list(Vec::new());
            self.drain_to_list(&source, &list)?;
            return Ok(list.edit(std::mem::take));
        }
        let mut items = Vec::new();
        let iterator = &source.iterator;
        self.gather(iterator, &mut items)?;
        while let Some(item) = self.drain(&source, &mut Sink::Nothing)? {
            items.push(item);
            if items.len() & 0xFFFF == 0 {
                self.check_size(items.len() * 2 * size_of::<Value>())?;
            }
            self.tick()?;
            self.gather(iterator, &mut items)?;
        }
        Ok(items)
    }

    /// Takes what a native iterator has at hand: no script runs.
    #[inline]
    pub(crate) fn gather(&mut self, iterator: &Value, items: &mut Vec<Value>) -> R<()> {
        match iterator.as_ref::<Opaque>() {
            Some(opaque) => self.gather_from(opaque, items),
            None => Ok(()),
        }
    }

    #[inline(never)]
    fn gather_from(&mut self, opaque: &Opaque, items: &mut Vec<Value>) -> R<()> {
        const AT_ONCE: usize = 1024;
        if !opaque.class.with(|class| class.has(class_flags::BUILTIN)) {
            return Ok(());
        }
        let before = items.len();
        while items.len() - before < AT_ONCE
            && let Some(item) = opaque.next_item(&self.heap)
        {
            items.push(item);
        }
        let taken = items.len() - before;
        if taken == AT_ONCE {
            self.check_size(items.len() * 2 * size_of::<Value>())?;
        }
        for _ in 0..taken {
            self.tick()?;
        }
        Ok(())
    }

    /// All that an iterator over an exact container still gives, which ends it. None if the general way must be gone.
    pub(crate) fn rest_of(&mut self, iter: &Ref<Iter>) -> R<Option<Vec<Value>>> {
        let wanted = iter.state.with(|state| match state {
            IterState::Dict { dict, len, .. } if dict.len() == *len => *len,
            IterState::Set { set, len, .. } if set.len() == *len => *len,
            IterState::Range { next, stop, step } => numbers_left(*next, *stop, *step),
            IterState::Str { text, .. } if text.is_ascii() => text.len(),
            _ => usize::MAX,
        });
        if wanted == usize::MAX {
            return Ok(None);
        }
        self.check_size(wanted.saturating_mul(2 * size_of::<Value>()))?;
        let items = match iter.state.replace(IterState::Exhausted) {
            IterState::Dict { dict, at, part, .. } => match part {
                DictPart::Keys => dict.collect(at, |key, _| key.clone()),
                DictPart::Values => dict.collect(at, |_, value| value.clone()),
                DictPart::Items => {
                    let heap = &self.heap;
                    dict.collect(at, |key, value| {
                        Value::object(heap.pair(key.clone(), value.clone()))
                    })
                }
            },
            IterState::Set { set, at, .. } => set.collect(at),
            IterState::Range { next, step, .. } => numbers(next, step, wanted),
            IterState::Str { text, at } => {
                let bytes = text.items()[at..].iter();
                bytes.map(|&byte| self.char_str(char::from(byte))).collect()
            }
            other => {
                drop(iter.state.replace(other));
                return Ok(None);
            }
        };
        Ok(Some(items))
    }

    /// The next item of an iterator over an exact container; None if the general way must be gone.
    #[inline(always)]
    pub(in crate::vm) fn next_simple(&mut self, iter: &Ref<Iter>) -> Option<Value> {
        let of_list = iter.state.with_mut(|state| match state {
            IterState::List { list, at } => {
                let item = list.get(*at)?;
                *at += 1;
                Some(item)
            }
            _ => None,
        });
        match of_list {
            None => self.next_of_other(iter),
            some => some,
        }
    }

    /// The same of what is no list.
    #[inline(never)]
    fn next_of_other(&mut self, iter: &Ref<Iter>) -> Option<Value> {
        let mut char = None;
        let mut is_columns = false;
        let item = iter.state.with_mut(|state| match state {
            IterState::Dict {
                dict,
                at,
                len,
                part,
            } if dict.len() == *len => match part {
                DictPart::Keys => dict.next_of(at, |key, _| key.clone()),
                DictPart::Values => dict.next_of(at, |_, value| value.clone()),
                DictPart::Items => None,
            },
            IterState::Str { text, at } => {
                let byte = *text.items().get(*at)?;
                if byte < 0x80 {
                    *at += 1;
                    char = Some(char::from(byte));
                } else {
                    let found = text.as_str()[*at..].chars().next()?;
                    *at += found.len_utf8();
                    char = Some(found);
                }
                None
            }
            IterState::Tuple { tuple, at } => {
                let item = tuple.items().get(*at)?.clone();
                *at += 1;
                Some(item)
            }
            IterState::Range { next, stop, step } => {
                let value = *next;
                if if *step > 0 {
                    value < *stop
                } else {
                    value > *stop
                } {
                    *next = value.wrapping_add(*step);
                    Some(Value::int(value))
                } else {
                    None
                }
            }
            IterState::ListReversed { list, left } => {
                // The last one is left to the general way, which marks the end.
                let before = left.checked_sub(1).filter(|&at| at > 0)?;
                let item = list.get(before)?;
                *left = before;
                Some(item)
            }
            IterState::Set { set, at, len } if set.len() == *len => set.next_of(at),
            IterState::Columns { .. } | IterState::Numbered { .. } => {
                is_columns = true;
                None
            }
            IterState::Bytes { bytes, at } => {
                let byte = *bytes.as_ref::<Bytes>()?.items().get(*at)?;
                *at += 1;
                Some(Value::int(i64::from(byte)))
            }
            _ => None,
        });
        match char {
            Some(char) => Some(self.char_str(char)),
            None if is_columns => self.next_of_columns(iter),
            None => item,
        }
    }

    /// The next item of a built-in iterator.
    pub(crate) fn next_of(&mut self, iter: &Ref<Iter>) -> R<Option<Value>> {
        if super::mapped::is_made(iter) {
            return self.next_made(iter);
        }
        if let Some(item) = self.next_simple(iter) {
            return Ok(Some(item));
        }
        self.next_complex(iter)
    }

    /// The next item of a built-in iterator where the simple way gave none.
    pub(super) fn next_complex(&mut self, iter: &Ref<Iter>) -> R<Option<Value>> {
        enum Way {
            Pair,
            Row,
            WideRow,
            Other,
        }
        let way = iter.state.with_mut(|state| match state {
            IterState::Dict {
                part: DictPart::Items,
                ..
            }
            | IterState::Enumerate { .. } => Way::Pair,
            IterState::Zip { iterators, .. } => match iterators.len() {
                2 => Way::Pair,
                3 | 4 => Way::Row,
                5..=WIDE => Way::WideRow,
                _ => Way::Other,
            },
            _ => Way::Other,
        });
        match way {
            Way::Pair => {
                let mut ended = false;
                if let Some((left, right)) = self.pair_of(iter, &mut ended)? {
                    return Ok(Some(Value::object(self.heap.pair(left, right))));
                }
                if ended {
                    return Ok(None);
                }
            }
            Way::Row => {
                if let Some(row) = self.next_tuple::<WIDEST>(iter)? {
                    return Ok(row);
                }
            }
            Way::WideRow => {
                if let Some(row) = self.next_tuple::<WIDE>(iter)? {
                    return Ok(row);
                }
            }
            Way::Other => {}
        }
        self.next_other(iter)
    }

    /// The next row of a `zip` as a tuple, if there is room for it on the stack: None inside at the end.
    #[inline(never)]
    fn next_tuple<const ROOM: usize>(&mut self, iter: &Ref<Iter>) -> R<Option<Option<Value>>> {
        let mut row = [const { Value::UNDEF }; ROOM];
        let Some(width) = self.next_row(iter, &mut row)? else {
            return Ok(None);
        };
        if width == 0 {
            return Ok(Some(None));
        }
        let take = |at| std::mem::replace(&mut row[at], Value::UNDEF);
        let row = self.heap.alloc_tail(TupleHead, width, take);
        Ok(Some(Some(Value::object(row))))
    }

    fn next_other(&mut self, iter: &Ref<Iter>) -> R<Option<Value>> {
        enum Step {
            Done(Option<Value>),
            End,
            Char(char),
            Changed(&'static str),
            Item(Value, i64),
            Call(Value, Value),
            Enumerate(Value, Value),
            Pair(Value, Value),
            Zip(Vec<Value>),
            MapOne(Value, Value),
            MapTwo(Value, Value, Value),
            Map(Value, Vec<Value>),
            Filter(Value, Value),
            BigRange(Value, Value, Value),
        }
        let step = iter.state.with_mut(|state| match state {
            // The simple way is the whole way of the last two.
            IterState::Exhausted | IterState::Columns { .. } | IterState::Numbered { .. } => {
                Step::Done(None)
            }
            IterState::List { list, at } => match list.get(*at) {
                Some(item) => {
                    *at += 1;
                    Step::Done(Some(item))
                }
                None => Step::End,
            },
            IterState::ListReversed { list, left } => {
                if *left > 0 {
                    *left -= 1;
                }
                match list.get(*left) {
                    Some(item) if *left < usize::MAX => {
                        if *left == 0 {
                            *left = usize::MAX;
                        }
                        Step::Done(Some(item))
                    }
                    _ => Step::End,
                }
            }
            IterState::Tuple { tuple, at } => match tuple.items().get(*at) {
                Some(item) => {
                    *at += 1;
                    Step::Done(Some(item.clone()))
                }
                None => Step::End,
            },
            IterState::Str { text, at } => match text.as_str()[*at..].chars().next() {
                Some(char) => {
                    *at += char.len_utf8();
                    Step::Char(char)
                }
                None => Step::End,
            },
            IterState::Bytes { bytes, at } => match bytes
                .as_ref::<Bytes>()
                .and_then(|bytes| bytes.items().get(*at).copied())
            {
                Some(byte) => {
                    *at += 1;
                    Step::Done(Some(Value::int(i64::from(byte))))
                }
                None => Step::End,
            },
            IterState::Range { next, stop, step } => {
                if if *step > 0 {
                    *next < *stop
                } else {
                    *next > *stop
                } {
                    let value = *next;
                    *next = next.wrapping_add(*step);
                    Step::Done(Some(Value::int(value)))
                } else {
                    Step::End
                }
            }
            IterState::BigRange { next, left, step } => {
                if left.as_int() == Some(0) {
                    Step::End
                } else {
                    Step::BigRange(next.clone(), left.clone(), step.clone())
                }
            }
            IterState::Dict {
                dict,
                at,
                len,
                part,
            } => {
                if dict.len() != *len {
                    *len = usize::MAX;
                    Step::Changed("dictionary changed size during iteration")
                } else {
                    match dict.next_entry(*at) {
                        Some((found, key, value)) => {
                            *at = found + 1;
                            match part {
                                DictPart::Keys => Step::Done(Some(key)),
                                DictPart::Values => Step::Done(Some(value)),
                                DictPart::Items => Step::Pair(key, value),
                            }
                        }
                        None => Step::End,
                    }
                }
            }
            IterState::DictReversed {
                dict,
                end,
                len,
                part,
            } => {
                if dict.len() != *len {
                    *len = usize::MAX;
                    Step::Changed("dictionary changed size during iteration")
                } else {
                    match dict.previous_entry(*end) {
                        Some((found, key, value)) => {
                            *end = found;
                            match part {
                                DictPart::Keys => Step::Done(Some(key)),
                                DictPart::Values => Step::Done(Some(value)),
                                DictPart::Items => Step::Pair(key, value),
                            }
                        }
                        None => Step::End,
                    }
                }
            }
            IterState::Set { set, at, len } => {
                if set.len() != *len {
                    *len = usize::MAX;
                    Step::Changed("Set changed size during iteration")
                } else {
                    match set.next_of(at) {
                        Some(key) => Step::Done(Some(key)),
                        None => Step::End,
                    }
                }
            }
            IterState::Sequence { object, at } => {
                let index = *at;
                *at += 1;
                Step::Item(object.clone(), index)
            }
            IterState::SequenceReversed { object, left } => {
                if *left <= 0 {
                    Step::End
                } else {
                    *left -= 1;
                    Step::Item(object.clone(), *left)
                }
            }
            IterState::Call { callable, sentinel } => {
                Step::Call(callable.clone(), sentinel.clone())
            }
            IterState::Enumerate { iterator, next } => {
                Step::Enumerate(iterator.clone(), next.clone())
            }
            IterState::Zip { iterators, .. } => Step::Zip(iterators.clone()),
            IterState::Map {
                function,
                iterators,
            } => match iterators.as_slice() {
                [one] => Step::MapOne(function.clone(), one.clone()),
                [left, right] => Step::MapTwo(function.clone(), left.clone(), right.clone()),
                _ => Step::Map(function.clone(), iterators.clone()),
            },
            IterState::Filter { function, iterator } => {
                Step::Filter(function.clone(), iterator.clone())
            }
        });
        match step {
            Step::Done(item) => Ok(item),
            Step::End => {
                drop(iter.state.replace(IterState::Exhausted));
                Ok(None)
            }
            Step::Char(char) => Ok(Some(self.char_str(char))),
            Step::Changed(message) => Err(self.runtime_error(message)),
            Step::Pair(key, value) => Ok(Some(Value::object(self.heap.pair(key, value)))),
            Step::Item(object, index) => match self.get_item(&object, &Value::int(index)) {
                Ok(item) => Ok(Some(item)),
                Err(Raised) => {
                    let (index, stop) = (
                        self.types.index_error.clone(),
                        self.types.stop_iteration.clone(),
                    );
                    if self.raised_is(&index) || self.raised_is(&stop) {
                        self.take_raised();
                        drop(iter.state.replace(IterState::Exhausted));
                        return Ok(None);
                    }
                    Err(Raised)
                }
            },
            Step::BigRange(next, left, step) => {
                let after = self.binary(ArithKind::Add, &next, &step)?;
                let fewer = self.binary(ArithKind::Sub, &left, &Value::int(1))?;
                drop(iter.state.replace(IterState::BigRange {
                    next: after,
                    left: fewer,
                    step,
                }));
                Ok(Some(next))
            }
            Step::Call(callable, sentinel) => self.next_call(iter, &callable, &sentinel),
            Step::Enumerate(iterator, number) => {
                let Some(item) = self.next(&iterator)? else {
                    return Ok(None);
                };
                let after = self.binary(ArithKind::Add, &number, &Value::int(1))?;
                iter.state.with_mut(|state| {
                    if let IterState::Enumerate { next, .. } = state {
                        *next = after;
                    }
                });
                Ok(Some(Value::object(self.heap.pair(number, item))))
            }
            Step::Zip(iterators) => self.next_zip(iter, &iterators),
            Step::MapTwo(function, left, right) => {
                let Some(left) = self.next(&left)? else {
                    return Ok(None);
                };
                let Some(right) = self.next(&right)? else {
                    return Ok(None);
                };
                let result = self.call(&function, &[left, right]);
                self.unless_stopped(result)
            }
            Step::Map(function, iterators) => {
                let mut args = Vec::with_capacity(iterators.len());
                for iterator in &iterators {
                    match self.next(iterator)? {
                        Some(item) => args.push(item),
                        None => return Ok(None),
                    }
                }
                let result = self.call(&function, &args);
                self.unless_stopped(result)
            }
            Step::MapOne(function, iterator) => {
                let Some(item) = self.next(&iterator)? else {
                    return Ok(None);
                };
                self.mapped(&function, &item)
            }
            Step::Filter(function, iterator) => loop {
                let Some(item) = self.next(&iterator)? else {
                    return Ok(None);
                };
                if self.filtered(&function, &item)? {
                    return Ok(Some(item));
                }
                self.tick()?;
            },
        }
    }

    fn next_call(
        &mut self,
        iter: &Ref<Iter>,
        callable: &Value,
        sentinel: &Value,
    ) -> R<Option<Value>> {
        match self.call(callable, &[]) {
            Ok(value) => {
                if self.eq(&value, sentinel)? {
                    drop(iter.state.replace(IterState::Exhausted));
                    return Ok(None);
                }
                Ok(Some(value))
            }
            Err(Raised) => {
                let stop = self.types.stop_iteration.clone();
                if self.raised_is(&stop) {
                    self.take_raised();
                    drop(iter.state.replace(IterState::Exhausted));
                    return Ok(None);
                }
                Err(Raised)
            }
        }
    }
}

/// How many numbers a range of words still gives; too many for any memory count as very many.
fn numbers_left(next: i64, stop: i64, step: i64) -> usize {
    let distance = i128::from(stop) - i128::from(next);
    // Rounded up: a part of a step is a number too.
    let step = i128::from(step);
    let left = (distance + step - step.signum()) / step;
    usize::try_from(left.max(0)).unwrap_or(usize::MAX / 32)
}

/// So many numbers of a range of words.
fn numbers(first: i64, step: i64, n: usize) -> Vec<Value> {
    let number = |at: usize| Value::int(first.wrapping_add((at as i64).wrapping_mul(step)));
    (0..n).map(number).collect()
}

/// The state of an iterator over a dict.
pub(crate) fn dict_state(dict: Ref<Dict>, part: DictPart) -> IterState {
    let len = dict.len();
    IterState::Dict {
        dict,
        at: 0,
        len,
        part,
    }
}
