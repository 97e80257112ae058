//! Iterators that a native consumes whole (`sum(x for x in xs)`, `list(map(f, xs))`): what they give goes into a sink, and
//! the script that makes it goes on, in one run of the loop instead of one for each value.

use super::coroutine::{can_iterate, enter_chain, innermost, mark_with};
use super::def::{DrainFn, StepFn, Steps};
use super::exec::index::add_key;
use super::regs::op_at;
use super::repeat::Caller;
use super::{R, Raised, Vm};
use crate::bytecode::{Flow, Op};
use crate::heap::Ref;
use crate::value::{Coroutine, Iter, IterState, List, Opaque, Set, Tag, Value, class_flags};

/// A list this long, or a multiple, asks for the limits before it grows.
const LOOK: usize = 0xFFFF;

/// Takes those values for which no script and no limit must be asked.
pub(crate) enum Sink {
    /// Takes none.
    Nothing,
    /// Appends each.
    List(Ref<List>),
    /// Adds those whose hash is known to a set.
    Set(Ref<Set>),
    /// Adds ints to an int, floats to a float.
    Sum(Value),
    /// Passes over values that are as true as this.
    Skip(bool),
    /// Keeps the greater of two ints.
    Greatest(Value),
    /// Keeps the smaller of two ints.
    Least(Value),
}

impl Sink {
    /// Gives the value back if it is none for this sink.
    #[inline(always)]
    pub(crate) fn absorb(&mut self, value: Value) -> Option<Value> {
        match self {
            Sink::List(list) if list.len() & LOOK != LOOK => list.push(value),
            Sink::Sum(total) if total.is_int() && value.is_int() => {
                match total.raw_int().checked_add(value.raw_int()) {
                    Some(sum) => *total = Value::int(sum),
                    None => return Some(value),
                }
            }
            Sink::Sum(total) if total.is_float() && value.is_float() => {
                *total = Value::float(total.raw_float() + value.raw_float());
            }
            Sink::Skip(truth)
                if matches!(value.tag(), Tag::Bool | Tag::Int)
                    && (value.raw_int() != 0) == *truth => {}
            Sink::Greatest(best) if best.is_int() && value.is_int() => {
                if value.raw_int() > best.raw_int() {
                    *best = value;
                }
            }
            Sink::Least(best) if best.is_int() && value.is_int() => {
                if value.raw_int() < best.raw_int() {
                    *best = value;
                }
            }
            Sink::Set(set) if add_key(set, &value) => {}
            _ => return Some(value),
        }
        None
    }
}

/// An iterator that is asked until its end. How was found out once.
pub(crate) struct Source {
    pub(in crate::vm) iterator: Value,
    how: How,
}

impl Source {
    /// Whether script makes the values: a sink saves much.
    pub(in crate::vm) fn makes(&self) -> bool {
        matches!(
            self.how,
            How::Generator(_) | How::Made { .. } | How::Drain(_)
        )
    }
}

enum How {
    Generator(Ref<Coroutine>),
    /// A `map` of one or two iterators, or a `filter`.
    Made {
        function: Value,
        iterators: Vec<Value>,
        is_filter: bool,
    },
    /// The step of its class, which holds as long as the iterator lives.
    Step(StepFn),
    Drain(DrainFn),
    Any,
}

/// A `map` or `filter` on its way into a sink.
struct Making<'a> {
    function: &'a Value,
    iterators: &'a [Value],
    is_filter: bool,
    /// What a `filter` asks its function of; the second argument of a `map`.
    other: Value,
    sink: &'a mut Sink,
    /// What the sink did not take.
    left: Option<Value>,
}

impl Making<'_> {
    /// Gives a value to the sink; false if it does not take it.
    #[inline(always)]
    fn put(&mut self, value: Value) -> bool {
        match self.sink.absorb(value) {
            None => true,
            Some(left) => {
                self.left = Some(left);
                false
            }
        }
    }
}

impl Caller for Making<'_> {
    fn turn(&mut self, vm: &mut Vm, result: Value) -> R {
        if !result.is_undef() {
            let mut value = result;
            let mut wanted = true;
            if self.is_filter {
                wanted = match value.tag() {
                    Tag::Bool => value.raw_int() != 0,
                    _ => vm.truth(&value)?,
                };
                value = std::mem::replace(&mut self.other, Value::UNDEF);
            }
            if wanted && !self.put(value) {
                return Ok(Value::UNDEF);
            }
        }
        loop {
            let iterator = &self.iterators[0];
            let at_hand = iterator.as_ref::<Iter>().and_then(|it| vm.next_simple(it));
            let item = match at_hand {
                Some(item) => item,
                None => match vm.next(iterator)? {
                    Some(item) => item,
                    None => return Ok(Value::UNDEF),
                },
            };
            if let Some(second) = self.iterators.get(1) {
                let Some(second) = vm.next(second)? else {
                    return Ok(Value::UNDEF);
                };
                self.other = second;
                return Ok(item);
            }
            if !self.is_filter {
                return Ok(item);
            }
            if !self.function.is_none() {
                self.other = item.clone();
                return Ok(item);
            }
            if vm.truth(&item)? && !self.put(item) {
                return Ok(Value::UNDEF);
            }
            vm.tick()?;
        }
    }

    fn second(&mut self) -> Value {
        std::mem::replace(&mut self.other, Value::UNDEF)
    }
}

impl Vm {
    /// Finds out how to ask an iterator.
    pub(crate) fn source(&self, iterator: Value) -> Source {
        let how = self.how(&iterator);
        Source { iterator, how }
    }

    fn how(&self, iterator: &Value) -> How {
        if let Some(generator) = iterator.as_ref::<Coroutine>()
            && generator.head().code.flow == Flow::Generator
        {
            return How::Generator(generator.clone());
        }
        if let Some(iter) = iterator.as_ref::<Iter>() {
            return iter.state.with(|state| match state {
                IterState::Map {
                    function,
                    iterators,
                } if matches!(iterators.len(), 1 | 2) => How::Made {
                    function: function.clone(),
                    iterators: iterators.clone(),
                    is_filter: false,
                },
                IterState::Filter { function, iterator } => How::Made {
                    function: function.clone(),
                    iterators: vec![iterator.clone()],
                    is_filter: true,
                },
                _ => How::Any,
            });
        }
        match self.step_of(iterator) {
            Some(steps) => steps.drain.map_or(How::Step(steps.next), How::Drain),
            None => How::Any,
        }
    }

    /// The step of an iterator's class, which holds as long as the iterator lives.
    fn step_of(&self, iterator: &Value) -> Option<Steps> {
        let opaque = iterator.as_ref::<Opaque>()?;
        if !opaque.class.with(|class| class.has(class_flags::BUILTIN)) {
            return None;
        }
        self.natives[self.native_next(iterator)? as usize].step
    }

    /// As `next`, of an iterator whose step was asked once for all its items.
    #[inline]
    fn next_by(&mut self, step: StepFn, iterator: &Value) -> R<Option<Value>> {
        let opaque = iterator.as_ref::<Opaque>();
        if let Some(item) = opaque.and_then(|opaque| opaque.next_item(&self.heap)) {
            return Ok(Some(item));
        }
        self.take_step(step, iterator)
    }

    /// The next value that the sink does not take, or that was not offered to it; None at the end.
    ///
    /// Errors: as `next`.
    pub(crate) fn drain(&mut self, source: &Source, sink: &mut Sink) -> R<Option<Value>> {
        match &source.how {
            How::Generator(generator) => self.drain_generator(generator, sink),
            How::Made {
                function,
                iterators,
                is_filter,
            } => {
                let mut making = Making {
                    function,
                    iterators,
                    is_filter: *is_filter,
                    other: Value::UNDEF,
                    sink,
                    left: None,
                };
                match self.call_repeatedly(function, iterators.len(), &mut making) {
                    Ok(()) => Ok(making.left),
                    // A stop that the function raises ends the iteration as well.
                    Err(Raised) => self.unless_stopped(Err(Raised)),
                }
            }
            How::Drain(drain) => match drain(self, &source.iterator, sink) {
                Ok(left) => Ok(left),
                Err(Raised) => self.unless_stopped(Err(Raised)),
            },
            How::Step(step) => self.next_by(*step, &source.iterator),
            How::Any => self.next(&source.iterator),
        }
    }

    fn drain_generator(&mut self, generator: &Ref<Coroutine>, sink: &mut Sink) -> R<Option<Value>> {
        if !(can_iterate(generator)
            && generator.head().awaiter.get().is_null()
            && self.native_depth < self.limits.native_depth
            && self.stack.has_frame())
        {
            return self.generator_next(generator);
        }
        let (inner, registers) = innermost(generator);
        match op_at(inner.pc.get().wrapping_sub(1)) {
            Op::GenStart {} => {}
            Op::Yield { dst, .. } => {
                super::regs::store(registers.wrapping_add(usize::from(dst.0)), Value::NONE);
            }
            _ => return self.generator_next(generator),
        }
        let top = self.stack_top();
        self.native_depth += 1;
        let place = std::ptr::from_mut(sink).cast::<Value>();
        mark_with(self, place.map_addr(|address| address | super::marks::SINK));
        enter_chain(self, generator, top);
        let result = self.run();
        self.native_depth -= 1;
        let value = result?;
        Ok(self.suspended.then_some(value))
    }

    /// Appends all that a source gives: what it gave before it fails stays.
    ///
    /// Errors: as `next`; MemoryError at the limit of the session.
    pub(crate) fn drain_to_list(&mut self, source: &Source, list: &Ref<List>) -> R<()> {
        let mut sink = Sink::List(list.clone());
        while let Some(item) = self.drain(source, &mut sink)? {
            list.push(item);
            if list.len() & LOOK == 0 {
                self.check_size(list.len() * 2 * size_of::<Value>())?;
            }
            self.tick()?;
        }
        Ok(())
    }
}
