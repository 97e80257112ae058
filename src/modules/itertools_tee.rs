//! `itertools` that remember: cycle, groupby, tee.

use std::cell::Cell;
use std::collections::VecDeque;
use std::rc::Rc;

use crate::heap::{Ref, Shared, Slot};
use crate::value::{Class, Dict, Iter, List, NativeData, Value};
use crate::vm::{Caller, Def, R, Sink, Vm, def, static_def};

use super::held::{
    class_arg, itself, missing, next_def, or, reduced, state_items, this, traced, tuple,
};
use super::itertools::add;

/// `cycle`: what was seen is given again once the iterator has ended.
struct Cycle {
    iterator: Slot<Value>,
    seen: Shared<Vec<Value>>,
    at: Cell<usize>,
}

traced!(Cycle: iterator, seen);

fn cycle_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let iterator = vm.iter(&args[1])?;
    Ok(vm.heap.new_opaque(
        &class,
        Cycle {
            iterator: Slot::new(iterator),
            seen: Shared::default(),
            at: Cell::new(0),
        },
    ))
}

fn cycle_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Cycle>(vm, std::slice::from_ref(object))?;
    let iterator = data.iterator.get();
    if !iterator.is_none() {
        if let Some(value) = vm.next(&iterator)? {
            vm.check_growth(data.seen.with(Vec::len), size_of::<Value>())?;
            data.seen.with_mut(|seen| seen.push(value.clone()));
            return Ok(Some(value));
        }
        data.iterator.set(Value::NONE);
    }
    let at = data.at.get();
    let value = data.seen.with(|seen| {
        data.at.set(if at + 1 >= seen.len() { 0 } else { at + 1 });
        seen.get(at).cloned()
    });
    match value {
        Some(value) => Ok(Some(value)),
        None => Ok(None),
    }
}

/// The elements seen so far, and whether the iterator has ended.
fn cycle_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Cycle>(vm, args)?;
    let iterator = data.iterator.get();
    let (seen, at) = (data.seen.with(Vec::clone), data.at.get());
    let list = Value::object(vm.heap.new_list(seen));
    if iterator.is_none() {
        let iterator = vm.iter(&list)?;
        vm.call_method(&iterator, "__setstate__", &[Value::int(at as i64)])?;
        let state = tuple(vm, vec![list, Value::TRUE]);
        return reduced(vm, &args[0], vec![iterator], Some(state));
    }
    let state = tuple(vm, vec![list, Value::FALSE]);
    reduced(vm, &args[0], vec![iterator], Some(state))
}

fn cycle_setstate(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Cycle>(vm, args)?;
    let state = state_items(vm, &args[1], 2, 2)?;
    if state[0].as_ref::<List>().is_none() || state[1].as_int().is_none() {
        return Err(vm.type_error("state must be a list and an int"));
    }
    let seen = vm.to_vec(&state[0])?;
    if vm.truth(&state[1])? {
        // The iterator gives what is left of this round; what was seen is not seen again.
        let rest = vm.to_vec(&data.iterator.get())?;
        let len = seen.len();
        data.at.set(if len == 0 {
            0
        } else {
            (len - rest.len().min(len)) % len
        });
        data.iterator.set(Value::NONE);
    }
    drop(data.seen.replace(seen));
    Ok(Value::NONE)
}

const CYCLE: &[Def] = &[
    def("__reduce__", cycle_reduce, "self, /"),
    def("__setstate__", cycle_setstate, "self, state, /"),
    static_def("__new__", cycle_new, "cls, iterable, /"),
    next_def!(cycle_next),
];

/// `groupby`. Undef stands for what is not there yet.
struct GroupBy {
    iterator: Slot<Value>,
    key: Slot<Value>,
    /// The key of the group that was given last.
    target: Slot<Value>,
    /// The key of the element that was read last.
    current: Slot<Value>,
    /// That element.
    value: Slot<Value>,
    /// The class of the groups.
    groups: Ref<Class>,
    /// Which group is being walked: older ones give nothing more.
    serial: Cell<u64>,
}

traced!(GroupBy: iterator, key, target, current, value);

/// One group.
struct Grouper {
    parent: Slot<Value>,
    target: Slot<Value>,
    serial: u64,
}

traced!(Grouper: parent, target);

#[derive(Default)]
struct Classes {
    grouper: Option<Ref<Class>>,
    tee: Option<Ref<Class>>,
}

fn groupby_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let iterator = vm.iter(&args[1])?;
    let groups = vm.state::<Classes>().grouper.clone();
    let data = GroupBy {
        groups: groups.expect("made with the module"),
        iterator: Slot::new(iterator),
        key: Slot::new(or(&args[2], Value::NONE)),
        target: Slot::new(Value::UNDEF),
        current: Slot::new(Value::UNDEF),
        value: Slot::new(Value::UNDEF),
        serial: Cell::new(0),
    };
    Ok(vm.heap.new_opaque(&class, data))
}

fn next_element(vm: &mut Vm, data: &GroupBy) -> R<Option<Value>> {
    let at_hand = data
        .iterator
        .with(|iterator| iterator.as_ref::<Iter>()?.at_hand());
    match at_hand {
        None => vm.next(&data.iterator.get()),
        some => Ok(some),
    }
}

/// Reads one element; false at the end.
fn step(vm: &mut Vm, data: &GroupBy) -> R<bool> {
    let Some(value) = next_element(vm, data)? else {
        return Ok(false);
    };
    let key = data.key.get();
    let key = if key.is_none() {
        value.clone()
    } else {
        vm.call(&key, std::slice::from_ref(&value))?
    };
    data.value.set(value);
    data.current.set(key);
    Ok(true)
}

fn groupby_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<GroupBy>(vm, std::slice::from_ref(object))?;
    data.serial.set(data.serial.get() + 1);
    loop {
        let (current, target) = (data.current.get(), data.target.get());
        if !current.is_undef() && (target.is_undef() || !vm.eq(&target, &current)?) {
            break;
        }
        if !step(vm, data)? {
            return Ok(None);
        }
        vm.tick()?;
    }
    let key = data.current.get();
    data.target.set(key.clone());
    let grouper = Grouper {
        parent: Slot::new(object.clone()),
        target: Slot::new(key.clone()),
        serial: data.serial.get(),
    };
    let group = vm.heap.new_opaque(&data.groups, grouper);
    Ok(Some(Value::object(vm.heap.pair(key, group))))
}

fn grouper_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let group = this::<Grouper>(vm, std::slice::from_ref(object))?;
    let parent = group.parent.get();
    let Some(data) = parent.as_data::<GroupBy>() else {
        return Ok(None);
    };
    if data.serial.get() != group.serial {
        return Ok(None);
    }
    if data.value.get().is_undef() && !step(vm, data)? {
        return Ok(None);
    }
    if !vm.eq(&group.target.get(), &data.current.get())? {
        return Ok(None);
    }
    Ok(Some(data.value.replace(Value::UNDEF)))
}

/// A group on its way into a sink.
struct Grouping<'a> {
    group: &'a Grouper,
    data: &'a GroupBy,
    sink: &'a mut Sink,
    /// The element whose key is asked.
    item: Value,
    left: Option<Value>,
}

impl Caller for Grouping<'_> {
    fn turn(&mut self, vm: &mut Vm, key: Value) -> R {
        if !key.is_undef() {
            let item = std::mem::replace(&mut self.item, Value::UNDEF);
            let is_ours = vm.eq(&self.group.target.get(), &key);
            self.data.current.set(key);
            if is_ours != Ok(true) || self.data.serial.get() != self.group.serial {
                self.data.value.set(item);
                return is_ours.map(|_| Value::UNDEF);
            }
            self.left = self.sink.absorb(item);
            if self.left.is_some() {
                return Ok(Value::UNDEF);
            }
        }
        self.item = next_element(vm, self.data)?.unwrap_or(Value::UNDEF);
        Ok(self.item.clone())
    }
}

fn grouper_drain(vm: &mut Vm, object: &Value, sink: &mut Sink) -> R<Option<Value>> {
    let group = this::<Grouper>(vm, std::slice::from_ref(object))?;
    let parent = group.parent.get();
    let Some(data) = parent.as_data::<GroupBy>() else {
        return Ok(None);
    };
    let key = data.key.get();
    if key.is_none() || !data.value.get().is_undef() || data.serial.get() != group.serial {
        return grouper_next(vm, object);
    }
    let mut grouping = Grouping {
        group,
        data,
        sink,
        item: Value::UNDEF,
        left: None,
    };
    vm.call_repeatedly(&key, 1, &mut grouping)?;
    Ok(grouping.left)
}

const GROUPBY: &[Def] = &[
    static_def("__new__", groupby_new, "cls, iterable, key=None"),
    next_def!(groupby_next),
];
const GROUPER: &[Def] = &[
    def("__iter__", itself, "self, /"),
    next_def!(grouper_next).drain(grouper_next, grouper_drain),
];

/// What the branches of one `tee` share: the iterator and the elements that some branch has not read.
struct Source {
    iterator: Slot<Value>,
    kept: Shared<VecDeque<Value>>,
    /// The number of the first kept element.
    first: Cell<usize>,
    /// Where each branch is; None for one that is gone.
    places: Shared<Vec<Option<usize>>>,
    /// How many branches are at `first`.
    waiting: Cell<usize>,
    /// The first branch that may be alive.
    owner: Cell<usize>,
    busy: Cell<bool>,
}

/// One branch of a `tee`.
struct Tee {
    source: Rc<Source>,
    index: usize,
}

impl NativeData for Tee {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        // The first live branch answers for what all share, so that each pointer is seen once.
        let source = &self.source;
        source.places.with(|places| {
            while places.get(source.owner.get()).is_some_and(Option::is_none) {
                source.owner.set(source.owner.get() + 1);
            }
        });
        if source.owner.get() == self.index {
            visit(&self.source.iterator.get());
            self.source
                .kept
                .with(|kept| kept.iter().for_each(&mut *visit));
        }
    }

    fn unlink(&self) {
        self.source.iterator.set(Value::NONE);
        drop(self.source.kept.replace(VecDeque::new()));
    }
}

impl Drop for Tee {
    fn drop(&mut self) {
        let place = self
            .source
            .places
            .with_mut(|places| places[self.index].take());
        leave(&self.source, place);
    }
}

/// A branch is no longer at `place`. The last one to leave the first element lets it go.
fn leave(source: &Source, place: Option<usize>) {
    if place == Some(source.first.get()) {
        source.waiting.set(source.waiting.get() - 1);
        if source.waiting.get() == 0 {
            forget_read(source);
        }
    }
}

/// Drops the elements that every branch has read.
fn forget_read(source: &Source) {
    let Some(least) = source
        .places
        .with(|places| places.iter().flatten().min().copied())
    else {
        return;
    };
    let mut gone = Vec::new();
    source.kept.with_mut(|kept| {
        while source.first.get() < least
            && let Some(value) = kept.pop_front()
        {
            gone.push(value);
            source.first.set(source.first.get() + 1);
        }
    });
    let waiting = source
        .places
        .with(|places| places.iter().filter(|place| **place == Some(least)).count());
    source.waiting.set(waiting);
}

fn branch(vm: &mut Vm, source: &Rc<Source>, place: usize) -> Value {
    let index = source.places.with_mut(|places| {
        places.push(Some(place));
        places.len() - 1
    });
    if place == source.first.get() {
        source.waiting.set(source.waiting.get() + 1);
    }
    let class = vm
        .state::<Classes>()
        .tee
        .clone()
        .expect("made with the module");
    vm.heap.new_opaque(
        &class,
        Tee {
            source: source.clone(),
            index,
        },
    )
}

fn place_of(tee: &Tee) -> usize {
    tee.source
        .places
        .with(|places| places[tee.index])
        .unwrap_or(0)
}

/// `tee(iterable, n=2)`.
pub(super) fn tee(vm: &mut Vm, args: &[Value]) -> R {
    let n = if args[1].is_undef() {
        2
    } else {
        vm.index(&args[1])?
    };
    let Ok(n) = usize::try_from(n) else {
        return Err(vm.value_error("n must be >= 0"));
    };
    if n == 0 {
        return Ok(Value::object(vm.heap.tuple_of(&[])));
    }
    vm.check_size(n.saturating_mul(64))?;
    let mut branches = Vec::with_capacity(n);
    if let Some(known) = args[0].as_data::<Tee>() {
        // A branch is branched again, without reading through it.
        if n > 0 {
            branches.push(args[0].clone());
        }
        for _ in 1..n {
            vm.tick()?;
            branches.push(branch(vm, &known.source, place_of(known)));
        }
        return Ok(Value::object(vm.heap.new_tuple(branches)));
    }
    let iterator = vm.iter(&args[0])?;
    let source = Rc::new(Source {
        iterator: Slot::new(iterator),
        kept: Shared::default(),
        first: Cell::new(0),
        places: Shared::default(),
        waiting: Cell::new(0),
        owner: Cell::new(0),
        busy: Cell::new(false),
    });
    for _ in 0..n {
        vm.tick()?;
        branches.push(branch(vm, &source, 0));
    }
    Ok(Value::object(vm.heap.new_tuple(branches)))
}

fn tee_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let tee = this::<Tee>(vm, std::slice::from_ref(object))?;
    let source = tee.source.clone();
    let place = place_of(tee);
    let known = source
        .kept
        .with(|kept| kept.get(place - source.first.get()).cloned());
    let value = match known {
        Some(value) => value,
        None => {
            if source.busy.replace(true) {
                return Err(vm.runtime_error("tee() iterator is being iterated"));
            }
            let value = vm.next(&source.iterator.get());
            source.busy.set(false);
            let Some(value) = value? else { return Ok(None) };
            vm.check_growth(source.kept.with(VecDeque::len), size_of::<Value>())?;
            source.kept.with_mut(|kept| kept.push_back(value.clone()));
            value
        }
    };
    source
        .places
        .with_mut(|places| places[tee.index] = Some(place + 1));
    leave(&source, Some(place));
    Ok(Some(value))
}

fn tee_copy(vm: &mut Vm, args: &[Value]) -> R {
    let tee = this::<Tee>(vm, args)?;
    Ok(branch(vm, &tee.source.clone(), place_of(tee)))
}

fn tee_new(vm: &mut Vm, args: &[Value]) -> R {
    let iterable = if missing(&args[1]) {
        args[0].clone()
    } else {
        args[1].clone()
    };
    let pair = tee(vm, &[iterable, Value::int(1)])?;
    vm.get_item(&pair, &Value::int(0))
}

const TEE: &[Def] = &[
    static_def("__new__", tee_new, "cls, iterable, /"),
    def("__iter__", itself, "self, /"),
    next_def!(tee_next),
    def("__copy__", tee_copy, "self, /"),
];

/// Adds the types of this file to the module.
pub(super) fn add_types(vm: &mut Vm, globals: &Ref<Dict>) {
    add(vm, globals, "cycle", CYCLE);
    add(vm, globals, "groupby", GROUPBY);
    let grouper = add(vm, globals, "_grouper", GROUPER);
    let tee = add(vm, globals, "_tee", TEE);
    let classes = vm.state::<Classes>();
    classes.grouper = Some(grouper);
    classes.tee = Some(tee);
}
