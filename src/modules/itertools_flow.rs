//! `itertools` that pass elements on: chain, islice, takewhile, accumulate, zip_longest, ...

use std::cell::Cell;

use crate::heap::{Ref, Shared, Slot};
use crate::value::{Class, Dict, Iter, Opaque, Tag, Tuple, Value, class_flags};
use crate::vm::{ArithKind, Def, R, Vm, class_def, def, rest, static_def};

use super::held::{class_arg, missing, next_def, or, reduced, state_items, this, traced, tuple};
use super::itertools::{Count, add};

/// `chain`: an iterator over iterables, and the one being walked (None between two).
struct Chain {
    source: Slot<Value>,
    active: Slot<Value>,
}

traced!(Chain: source, active => at_hand);

impl Chain {
    fn at_hand(&self) -> Option<Value> {
        self.active
            .with(|active| active.as_ref::<Iter>()?.at_hand())
    }
}

fn chain_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let source = vm.iter(&args[1])?;
    Ok(vm.heap.new_opaque(
        &class,
        Chain {
            source: Slot::new(source),
            active: Slot::new(Value::NONE),
        },
    ))
}

fn chain_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Chain>(vm, std::slice::from_ref(object))?;
    loop {
        let source = data.source.get();
        if source.is_none() {
            return Ok(None);
        }
        let mut active = data.active.get();
        if active.is_none() {
            match vm.next(&source) {
                Ok(Some(iterable)) => {
                    active = match vm.iter(&iterable) {
                        Ok(iterator) => iterator,
                        Err(raised) => {
                            data.source.set(Value::NONE);
                            return Err(raised);
                        }
                    };
                    data.active.set(active.clone());
                }
                Ok(None) => {
                    data.source.set(Value::NONE);
                    return Ok(None);
                }
                Err(raised) => {
                    data.source.set(Value::NONE);
                    return Err(raised);
                }
            }
        }
        if let Some(value) = vm.next(&active)? {
            return Ok(Some(value));
        }
        data.active.set(Value::NONE);
        vm.tick()?;
    }
}

fn chain_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Chain>(vm, args)?;
    let (source, active) = (data.source.get(), data.active.get());
    let state = match (source.is_none(), active.is_none()) {
        (true, _) => None,
        (false, true) => Some(tuple(vm, vec![source])),
        (false, false) => Some(tuple(vm, vec![source, active])),
    };
    reduced(vm, &args[0], Vec::new(), state)
}

fn chain_setstate(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Chain>(vm, args)?;
    let state = state_items(vm, &args[1], 1, 2)?;
    for item in &state {
        if vm.find_special(item, crate::value::Special::Next).is_none() {
            return Err(vm.type_error("Arguments must be iterators."));
        }
    }
    data.source.set(state[0].clone());
    data.active
        .set(state.get(1).cloned().unwrap_or(Value::NONE));
    Ok(Value::NONE)
}

const CHAIN: &[Def] = &[
    def("__reduce__", chain_reduce, "self, /"),
    def("__setstate__", chain_setstate, "self, state, /"),
    super::held::CLASS_GETITEM,
    static_def("__new__", chain_new, "cls, /, *iterables"),
    class_def("from_iterable", chain_new, "cls, iterable, /"),
    next_def!(chain_next),
];

/// `compress`, `starmap`, `takewhile`, `dropwhile`, `filterfalse`: an iterator and something to judge with.
struct Judged {
    judge: Slot<Value>,
    iterator: Slot<Value>,
    /// takewhile: it has ended; dropwhile: it has begun.
    turned: Cell<bool>,
}

traced!(Judged: judge, iterator);

fn judged_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let iterator = vm.iter(&args[2])?;
    let data = Judged {
        judge: Slot::new(args[1].clone()),
        iterator: Slot::new(iterator),
        turned: Cell::new(false),
    };
    Ok(vm.heap.new_opaque(&class, data))
}

fn compress_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let (iterator, judge) = (vm.iter(&args[1])?, vm.iter(&args[2])?);
    let data = Judged {
        judge: Slot::new(judge),
        iterator: Slot::new(iterator),
        turned: Cell::new(false),
    };
    Ok(vm.heap.new_opaque(&class, data))
}

fn compress_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Judged>(vm, std::slice::from_ref(object))?;
    let (iterator, selectors) = (data.iterator.get(), data.judge.get());
    loop {
        let Some(value) = vm.next(&iterator)? else {
            return Ok(None);
        };
        let Some(selector) = vm.next(&selectors)? else {
            return Ok(None);
        };
        if vm.truth(&selector)? {
            return Ok(Some(value));
        }
        vm.tick()?;
    }
}

fn starmap_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Judged>(vm, std::slice::from_ref(object))?;
    let Some(item) = vm.next(&data.iterator.get())? else {
        return Ok(None);
    };
    let given = match item.as_ref::<Tuple>() {
        Some(tuple) => tuple.items().to_vec(),
        None => vm.to_vec(&item)?,
    };
    vm.call(&data.judge.get(), &given).map(Some)
}

fn takewhile_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Judged>(vm, std::slice::from_ref(object))?;
    if data.turned.get() {
        return Ok(None);
    }
    let Some(value) = vm.next(&data.iterator.get())? else {
        return Ok(None);
    };
    let good = vm.call(&data.judge.get(), std::slice::from_ref(&value))?;
    if vm.truth(&good)? {
        return Ok(Some(value));
    }
    data.turned.set(true);
    Ok(None)
}

fn dropwhile_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Judged>(vm, std::slice::from_ref(object))?;
    loop {
        let Some(value) = vm.next(&data.iterator.get())? else {
            return Ok(None);
        };
        if data.turned.get() {
            return Ok(Some(value));
        }
        let dropped = vm.call(&data.judge.get(), std::slice::from_ref(&value))?;
        if !vm.truth(&dropped)? {
            data.turned.set(true);
            return Ok(Some(value));
        }
        vm.tick()?;
    }
}

fn filterfalse_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Judged>(vm, std::slice::from_ref(object))?;
    let judge = data.judge.get();
    loop {
        let Some(value) = vm.next(&data.iterator.get())? else {
            return Ok(None);
        };
        let verdict = if judge.is_none() {
            value.clone()
        } else {
            vm.call(&judge, std::slice::from_ref(&value))?
        };
        if !vm.truth(&verdict)? {
            return Ok(Some(value));
        }
        vm.tick()?;
    }
}

fn compress_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Judged>(vm, args)?;
    let given = vec![data.iterator.get(), data.judge.get()];
    reduced(vm, &args[0], given, None)
}

fn judged_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Judged>(vm, args)?;
    let given = vec![data.judge.get(), data.iterator.get()];
    reduced(vm, &args[0], given, None)
}

fn turned_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Judged>(vm, args)?;
    let given = vec![data.judge.get(), data.iterator.get()];
    let turned = Value::int(i64::from(data.turned.get()));
    reduced(vm, &args[0], given, Some(turned))
}

fn turned_setstate(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Judged>(vm, args)?;
    data.turned.set(vm.truth(&args[1])?);
    Ok(Value::NONE)
}

const COMPRESS: &[Def] = &[
    def("__reduce__", compress_reduce, "self, /"),
    static_def("__new__", compress_new, "cls, data, selectors"),
    next_def!(compress_next),
];
const STARMAP: &[Def] = &[
    def("__reduce__", judged_reduce, "self, /"),
    static_def("__new__", judged_new, "cls, function, iterable, /"),
    next_def!(starmap_next),
];
const TAKEWHILE: &[Def] = &[
    def("__reduce__", turned_reduce, "self, /"),
    def("__setstate__", turned_setstate, "self, state, /"),
    static_def("__new__", judged_new, "cls, predicate, iterable, /"),
    next_def!(takewhile_next),
];
const DROPWHILE: &[Def] = &[
    def("__reduce__", turned_reduce, "self, /"),
    def("__setstate__", turned_setstate, "self, state, /"),
    static_def("__new__", judged_new, "cls, predicate, iterable, /"),
    next_def!(dropwhile_next),
];
const FILTERFALSE: &[Def] = &[
    def("__reduce__", judged_reduce, "self, /"),
    static_def("__new__", judged_new, "cls, function, iterable, /"),
    next_def!(filterfalse_next),
];

/// `islice`.
struct Islice {
    iterator: Slot<Value>,
    /// The index of the next element of the iterator.
    at: Cell<i64>,
    /// The index of the next element to give.
    wanted: Cell<i64>,
    /// -1: no end.
    stop: i64,
    step: i64,
}

traced!(Islice: iterator => at_hand);

impl Islice {
    fn at_hand(&self) -> Option<Value> {
        let at = self.at.get();
        if at != self.wanted.get() || self.stop >= 0 && at >= self.stop {
            return None;
        }
        let item = self.iterator.with(|iterator| {
            if let Some(iter) = iterator.as_ref::<Iter>() {
                return iter.at_hand();
            }
            // Not any iterator: one in the other they may be many.
            let opaque = iterator.as_ref::<Opaque>()?;
            let built_in = opaque.class.with(|class| class.has(class_flags::BUILTIN));
            built_in
                .then(|| opaque.data::<Count>()?.at_hand())
                .flatten()
        })?;
        self.taken(at);
        Some(item)
    }

    /// The element at this index was given.
    fn taken(&self, at: i64) {
        self.at.set(at + 1);
        let wanted = self.wanted.get().saturating_add(self.step);
        self.wanted.set(if self.stop >= 0 {
            wanted.min(self.stop)
        } else {
            wanted
        });
    }
}

fn islice_index(vm: &mut Vm, value: &Value, default: i64, least: i64, message: &str) -> R<i64> {
    if missing(value) {
        return Ok(default);
    }
    let number = if value.is_integer()
        || vm
            .find_special(value, crate::value::Special::Index)
            .is_some()
    {
        match vm.index_value(value) {
            // Whatever it raises, the words are those of a wrong number.
            Err(_) if !vm.is_stopped() => {
                drop(vm.take_raised());
                Value::NONE
            }
            number => number?,
        }
    } else {
        Value::NONE
    };
    match number.as_int() {
        Some(number) if number >= least => Ok(number),
        _ => Err(vm.value_error(message)),
    }
}

fn islice_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let given = rest(&args[2]);
    if given.is_empty() || given.len() > 3 {
        let (bound, most) = if given.is_empty() {
            ("at least", 2)
        } else {
            ("at most", 4)
        };
        return Err(vm.type_error(format!(
            "islice expected {bound} {most} arguments, got {}",
            given.len() + 1
        )));
    }
    let (start, stop, step) = match given {
        [stop] => (Value::NONE, stop.clone(), Value::NONE),
        [start, stop] => (start.clone(), stop.clone(), Value::NONE),
        _ => (given[0].clone(), given[1].clone(), given[2].clone()),
    };
    let indices = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    let stops = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    let stop = match stop.as_int() {
        Some(..-1) => return Err(vm.value_error(indices)),
        _ => islice_index(vm, &stop, -1, 0, stops)?,
    };
    let start = islice_index(vm, &start, 0, 0, indices)?;
    let step = islice_index(
        vm,
        &step,
        1,
        1,
        "Step for islice() must be a positive integer or None.",
    )?;
    let iterator = vm.iter(&args[1])?;
    let data = Islice {
        iterator: Slot::new(iterator),
        at: Cell::new(0),
        wanted: Cell::new(start),
        stop,
        step,
    };
    Ok(vm.heap.new_opaque(&class, data))
}

fn islice_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Islice>(vm, std::slice::from_ref(object))?;
    let iterator = data.iterator.get();
    if iterator.is_none() {
        return Ok(None);
    }
    let wanted = data.wanted.get();
    let ends = data.stop >= 0 && wanted >= data.stop;
    let until = if ends { data.stop } else { wanted };
    while data.at.get() < until {
        if vm.next(&iterator)?.is_none() {
            data.iterator.set(Value::NONE);
            return Ok(None);
        }
        data.at.set(data.at.get() + 1);
        vm.tick()?;
    }
    if ends {
        data.iterator.set(Value::NONE);
        return Ok(None);
    }
    match vm.next(&iterator)? {
        Some(value) => {
            data.at.set(data.at.get() + 1);
            data.wanted.set(wanted.saturating_add(data.step));
            if data.stop >= 0 && data.wanted.get() > data.stop {
                data.wanted.set(data.stop);
            }
            Ok(Some(value))
        }
        None => {
            data.iterator.set(Value::NONE);
            Ok(None)
        }
    }
}

fn islice_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Islice>(vm, args)?;
    let iterator = data.iterator.get();
    if iterator.is_none() {
        let empty = tuple(vm, Vec::new());
        let empty = vm.iter(&empty)?;
        let given = vec![empty, Value::int(0)];
        return reduced(vm, &args[0], given, Some(Value::int(0)));
    }
    let stop = if data.stop < 0 {
        Value::NONE
    } else {
        Value::int(data.stop)
    };
    let given = vec![
        iterator,
        Value::int(data.wanted.get()),
        stop,
        Value::int(data.step),
    ];
    reduced(vm, &args[0], given, Some(Value::int(data.at.get())))
}

fn islice_setstate(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Islice>(vm, args)?;
    data.at.set(vm.index(&args[1])?);
    Ok(Value::NONE)
}

const ISLICE: &[Def] = &[
    def("__reduce__", islice_reduce, "self, /"),
    def("__setstate__", islice_setstate, "self, state, /"),
    static_def("__new__", islice_new, "cls, iterable, /, *args"),
    next_def!(islice_next),
];

/// `accumulate`.
struct Accumulate {
    iterator: Slot<Value>,
    function: Slot<Value>,
    /// Undef before the first element.
    total: Slot<Value>,
    initial: Slot<Value>,
    /// An element that was taken and could not be added without the machine, or Undef.
    taken: Slot<Value>,
}

traced!(Accumulate: iterator, function, total, initial, taken => at_hand);

impl Accumulate {
    /// The next sum, where numbers are at hand.
    fn at_hand(&self) -> Option<Value> {
        let plain = self.function.with(Value::is_none) && self.initial.with(Value::is_none);
        if !plain || !self.taken.with(Value::is_undef) {
            return None;
        }
        let value = self
            .iterator
            .with(|iterator| iterator.as_ref::<Iter>()?.at_hand())?;
        let sum = self.total.with(|total| match (total.tag(), value.tag()) {
            (Tag::Undef, _) => Some(value.clone()),
            (Tag::Int, Tag::Int) => {
                let sum = total.raw_int().checked_add(value.raw_int())?;
                Some(Value::int(sum))
            }
            (Tag::Float, Tag::Float) => Some(Value::float(total.raw_float() + value.raw_float())),
            _ => None,
        });
        match &sum {
            Some(sum) => self.total.set(sum.clone()),
            None => self.taken.set(value),
        }
        sum
    }
}

fn accumulate_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let iterator = vm.iter(&args[1])?;
    let data = Accumulate {
        iterator: Slot::new(iterator),
        function: Slot::new(or(&args[2], Value::NONE)),
        total: Slot::new(Value::UNDEF),
        initial: Slot::new(or(&args[3], Value::NONE)),
        taken: Slot::new(Value::UNDEF),
    };
    Ok(vm.heap.new_opaque(&class, data))
}

fn accumulate_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Accumulate>(vm, std::slice::from_ref(object))?;
    let initial = data.initial.replace(Value::NONE);
    if !initial.is_none() {
        data.total.set(initial.clone());
        return Ok(Some(initial));
    }
    let taken = data.taken.replace(Value::UNDEF);
    let value = if taken.is_undef() {
        match vm.next(&data.iterator.get())? {
            Some(value) => value,
            None => return Ok(None),
        }
    } else {
        taken
    };
    let total = data.total.get();
    let total = if total.is_undef() {
        value
    } else if data.function.get().is_none() {
        vm.binary(ArithKind::Add, &total, &value)?
    } else {
        vm.call(&data.function.get(), &[total, value])?
    };
    data.total.set(total.clone());
    Ok(Some(total))
}

fn accumulate_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Accumulate>(vm, args)?;
    let (iterator, function, total) = (data.iterator.get(), data.function.get(), data.total.get());
    let initial = data.initial.get();
    let first = if !initial.is_none() {
        Some(initial)
    } else if total.is_none() {
        Some(total.clone())
    } else {
        None
    };
    if let Some(first) = first {
        // What comes first goes before the rest: None as a state would be none.
        let chain = vm.state::<Reducing>().chain.clone();
        let chain = Value::object(chain.expect("made with the module"));
        let first = Value::object(vm.heap.new_list(vec![first]));
        let both = tuple(vm, vec![first, iterator]);
        let both = vm.call_method(&chain, "from_iterable", &[both])?;
        let accumulate = Value::object(vm.class_of(&args[0]));
        let inner = vm.call(&accumulate, &[both, function])?;
        if data.initial.get().is_none() {
            let islice = vm.state::<Reducing>().islice.clone();
            let islice = Value::object(islice.expect("made with the module"));
            let given = tuple(vm, vec![inner, Value::int(1), Value::NONE]);
            return Ok(tuple(vm, vec![islice, given]));
        }
        let data = inner.as_data::<Accumulate>().expect("it was made here");
        let given = vec![data.iterator.get(), data.function.get()];
        return reduced(vm, &args[0], given, None);
    }
    let state = if total.is_undef() { Value::NONE } else { total };
    reduced(vm, &args[0], vec![iterator, function], Some(state))
}

fn accumulate_setstate(vm: &mut Vm, args: &[Value]) -> R {
    this::<Accumulate>(vm, args)?.total.set(args[1].clone());
    Ok(Value::NONE)
}

/// `chain` and `islice`, which others are reduced to.
#[derive(Default)]
struct Reducing {
    chain: Option<Ref<Class>>,
    islice: Option<Ref<Class>>,
}

const ACCUMULATE: &[Def] = &[
    def("__reduce__", accumulate_reduce, "self, /"),
    def("__setstate__", accumulate_setstate, "self, state, /"),
    static_def(
        "__new__",
        accumulate_new,
        "cls, iterable, func=None, *, initial=None",
    ),
    next_def!(accumulate_next),
];

/// `pairwise`.
struct Pairwise {
    iterator: Slot<Value>,
    /// Undef before the first element.
    last: Slot<Value>,
}

traced!(Pairwise: iterator, last);

fn pairwise_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let iterator = vm.iter(&args[1])?;
    Ok(vm.heap.new_opaque(
        &class,
        Pairwise {
            iterator: Slot::new(iterator),
            last: Slot::new(Value::UNDEF),
        },
    ))
}

fn pairwise_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Pairwise>(vm, std::slice::from_ref(object))?;
    let iterator = data.iterator.get();
    if data.last.get().is_undef() {
        let Some(first) = vm.next(&iterator)? else {
            return Ok(None);
        };
        data.last.set(first);
    }
    let last = data.last.get();
    let Some(value) = vm.next(&iterator)? else {
        return Ok(None);
    };
    data.last.set(value.clone());
    Ok(Some(Value::object(vm.heap.pair(last, value))))
}

const PAIRWISE: &[Def] = &[
    static_def("__new__", pairwise_new, "cls, iterable, /"),
    next_def!(pairwise_next),
];

/// `batched`.
struct Batched {
    iterator: Slot<Value>,
    size: usize,
    strict: bool,
}

traced!(Batched: iterator);

fn batched_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let size = vm.index(&args[2])?;
    let strict = !args[3].is_undef() && vm.truth(&args[3])?;
    let size = match usize::try_from(size) {
        Ok(size) if size > 0 => size,
        _ => return Err(vm.value_error("n must be at least one")),
    };
    let iterator = vm.iter(&args[1])?;
    Ok(vm.heap.new_opaque(
        &class,
        Batched {
            iterator: Slot::new(iterator),
            size,
            strict,
        },
    ))
}

fn batched_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Batched>(vm, std::slice::from_ref(object))?;
    let iterator = data.iterator.get();
    if iterator.is_none() {
        return Ok(None);
    }
    let mut batch = Vec::new();
    while batch.len() < data.size {
        match vm.next(&iterator)? {
            Some(value) => batch.push(value),
            None => {
                data.iterator.set(Value::NONE);
                if batch.is_empty() {
                    return Ok(None);
                }
                if data.strict {
                    return Err(vm.value_error("batched(): incomplete batch"));
                }
                break;
            }
        }
        vm.tick()?;
    }
    Ok(Some(Value::object(vm.heap.new_tuple(batch))))
}

const BATCHED: &[Def] = &[
    static_def("__new__", batched_new, "cls, iterable, n, *, strict=False"),
    next_def!(batched_next),
];

/// `zip_longest`.
struct ZipLongest {
    /// None where the iterator has ended.
    iterators: Shared<Vec<Value>>,
    active: Cell<usize>,
    fill: Slot<Value>,
}

traced!(ZipLongest: iterators, fill);

fn zip_longest_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let mut iterators = Vec::new();
    for iterable in rest(&args[1]) {
        iterators.push(vm.iter(iterable)?);
    }
    let active = Cell::new(iterators.len());
    let data = ZipLongest {
        iterators: Shared::new(iterators),
        active,
        fill: Slot::new(or(&args[2], Value::NONE)),
    };
    Ok(vm.heap.new_opaque(&class, data))
}

fn zip_longest_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<ZipLongest>(vm, std::slice::from_ref(object))?;
    let iterators = data.iterators.with(Vec::clone);
    if iterators.is_empty() || data.active.get() == 0 {
        return Ok(None);
    }
    let mut row = Vec::with_capacity(iterators.len());
    for (at, iterator) in iterators.iter().enumerate() {
        if iterator.is_none() {
            row.push(data.fill.get());
            continue;
        }
        match vm.next(iterator) {
            Ok(Some(value)) => row.push(value),
            Ok(None) => {
                data.active.set(data.active.get() - 1);
                if data.active.get() == 0 {
                    return Ok(None);
                }
                let old = data.iterators.with_mut(|all| std::mem::take(&mut all[at]));
                drop(old);
                row.push(data.fill.get());
            }
            Err(raised) => {
                data.active.set(0);
                return Err(raised);
            }
        }
    }
    Ok(Some(Value::object(vm.heap.new_tuple(row))))
}

fn zip_longest_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<ZipLongest>(vm, args)?;
    let empty = tuple(vm, Vec::new());
    let iterators = data.iterators.with(Vec::clone);
    let given = iterators
        .into_iter()
        .map(|it| if it.is_none() { empty.clone() } else { it });
    let given = given.collect();
    reduced(vm, &args[0], given, Some(data.fill.get()))
}

fn zip_longest_setstate(vm: &mut Vm, args: &[Value]) -> R {
    this::<ZipLongest>(vm, args)?.fill.set(args[1].clone());
    Ok(Value::NONE)
}

const ZIP_LONGEST: &[Def] = &[
    def("__reduce__", zip_longest_reduce, "self, /"),
    def("__setstate__", zip_longest_setstate, "self, state, /"),
    static_def(
        "__new__",
        zip_longest_new,
        "cls, /, *iterables, fillvalue=None",
    ),
    next_def!(zip_longest_next),
];

/// Adds the types of this file to the module.
pub(super) fn add_types(vm: &mut Vm, globals: &Ref<Dict>) {
    let rows: [(&str, &[Def]); 11] = [
        ("chain", CHAIN),
        ("compress", COMPRESS),
        ("starmap", STARMAP),
        ("takewhile", TAKEWHILE),
        ("dropwhile", DROPWHILE),
        ("filterfalse", FILTERFALSE),
        ("islice", ISLICE),
        ("accumulate", ACCUMULATE),
        ("pairwise", PAIRWISE),
        ("batched", BATCHED),
        ("zip_longest", ZIP_LONGEST),
    ];
    for (name, methods) in rows {
        let class = add(vm, globals, name, methods);
        match name {
            "chain" => vm.state::<Reducing>().chain = Some(class),
            "islice" => vm.state::<Reducing>().islice = Some(class),
            _ => {}
        }
    }
}
