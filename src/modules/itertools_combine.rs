//! `itertools` that choose and arrange: product, permutations, combinations.

use crate::heap::{Heap, Ref, Shared};
use crate::value::{Dict, NativeData, Tuple, Value};
use crate::vm::{Def, R, Vm, def, rest, static_def};

use super::held::{class_arg, missing, next_def, reduced, state_items, this, tuple};
use super::itertools::add;

/// How the next choice follows from the last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Product,
    Permutations,
    Combinations,
    WithReplacement,
}

/// Pools of elements, and the indices of the last choice.
struct Choice {
    kind: Kind,
    state: Shared<State>,
}

#[derive(Default)]
struct State {
    /// One pool a place for `product`, one for all otherwise.
    pools: Vec<Vec<Value>>,
    /// `permutations`: all indices, of which the first `n` are the choice.
    indices: Vec<usize>,
    cycles: Vec<usize>,
    n: usize,
    started: bool,
    ended: bool,
}

impl NativeData for Choice {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.state
            .with(|state| state.pools.iter().flatten().for_each(&mut *visit));
    }

    fn next_item(&self, heap: &Heap) -> Option<Value> {
        self.state
            .with_mut(|state| state.next(self.kind, heap))
            .map(Value::object)
    }

    fn next_row(&self, width: usize, take: &mut dyn FnMut(usize, Value)) -> bool {
        self.state.with_mut(|state| {
            let is_there = state.n == width && state.step(self.kind);
            if is_there {
                (0..width).for_each(|at| take(at, state.chosen(self.kind, at)));
            }
            is_there
        })
    }

    fn unlink(&self) {
        drop(self.state.replace(State {
            ended: true,
            ..State::default()
        }));
    }
}

impl State {
    fn advance(&mut self, kind: Kind) -> bool {
        let n = self.n;
        match kind {
            Kind::Product => {
                for at in (0..n).rev() {
                    self.indices[at] += 1;
                    if self.indices[at] < self.pools[at].len() {
                        return true;
                    }
                    self.indices[at] = 0;
                }
                false
            }
            Kind::Permutations => {
                let len = self.pools[0].len();
                for at in (0..n).rev() {
                    self.cycles[at] -= 1;
                    if self.cycles[at] == 0 {
                        self.indices[at..].rotate_left(1);
                        self.cycles[at] = len - at;
                    } else {
                        let other = len - self.cycles[at];
                        self.indices.swap(at, other);
                        return true;
                    }
                }
                false
            }
            Kind::Combinations => {
                let len = self.pools[0].len();
                let Some(at) = (0..n).rev().find(|&at| self.indices[at] != at + len - n) else {
                    return false;
                };
                self.indices[at] += 1;
                for next in at + 1..n {
                    self.indices[next] = self.indices[next - 1] + 1;
                }
                true
            }
            Kind::WithReplacement => {
                let len = self.pools[0].len();
                let Some(at) = (0..n).rev().find(|&at| self.indices[at] != len - 1) else {
                    return false;
                };
                let next = self.indices[at] + 1;
                self.indices[at..n].fill(next);
                true
            }
        }
    }

    /// Goes on to the next choice; false at the end.
    fn step(&mut self, kind: Kind) -> bool {
        if self.started && !self.ended {
            self.ended = !self.advance(kind);
        }
        self.started = true;
        !self.ended
    }

    fn next(&mut self, kind: Kind, heap: &Heap) -> Option<Ref<Tuple>> {
        self.step(kind)
            .then(|| heap.tuple_from(self.n, |at| self.chosen(kind, at)))
    }

    /// The element at a place of the choice.
    fn chosen(&self, kind: Kind, at: usize) -> Value {
        let pool = if kind == Kind::Product { at } else { 0 };
        self.pools[pool][self.indices[at]].clone()
    }
}

fn next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Choice>(vm, std::slice::from_ref(object))?;
    Ok(data.next_item(&vm.heap))
}

fn make(vm: &mut Vm, class: &Value, kind: Kind, state: State) -> R {
    let class = class_arg(vm, class)?;
    Ok(vm.heap.new_opaque(
        &class,
        Choice {
            kind,
            state: Shared::new(state),
        },
    ))
}

fn product_new(vm: &mut Vm, args: &[Value]) -> R {
    let repeat = if args[2].is_undef() {
        1
    } else {
        vm.index(&args[2])?
    };
    let Ok(repeat) = usize::try_from(repeat) else {
        return Err(vm.value_error("repeat argument cannot be negative"));
    };
    let mut pools = Vec::new();
    if repeat > 0 {
        for iterable in rest(&args[1]) {
            pools.push(vm.to_vec(iterable)?);
        }
    }
    let wanted = pools.len().saturating_mul(repeat);
    vm.check_size(wanted.saturating_mul(32))?;
    let one = pools.clone();
    for _ in 1..repeat {
        pools.extend(one.iter().cloned());
    }
    let n = pools.len();
    let ended = pools.iter().any(Vec::is_empty);
    make(
        vm,
        &args[0],
        Kind::Product,
        State {
            indices: vec![0; n],
            n,
            pools,
            ended,
            ..State::default()
        },
    )
}

fn permutations_new(vm: &mut Vm, args: &[Value]) -> R {
    let pool = vm.to_vec(&args[1])?;
    let len = pool.len();
    let n = if missing(&args[2]) {
        len as i64
    } else if args[2].is_integer() {
        vm.index(&args[2])?
    } else {
        return Err(vm.type_error("Expected int as r"));
    };
    let Ok(n) = usize::try_from(n) else {
        return Err(vm.value_error("r must be non-negative"));
    };
    let ended = n > len;
    let cycles = if ended {
        Vec::new()
    } else {
        (0..n).map(|at| len - at).collect()
    };
    make(
        vm,
        &args[0],
        Kind::Permutations,
        State {
            pools: vec![pool],
            indices: (0..len).collect(),
            cycles,
            n,
            ended,
            ..State::default()
        },
    )
}

fn chosen(vm: &mut Vm, args: &[Value]) -> R<(Vec<Value>, usize)> {
    let n = vm.index(&args[2])?;
    let pool = vm.to_vec(&args[1])?;
    match usize::try_from(n) {
        Ok(n) => Ok((pool, n)),
        Err(_) => Err(vm.value_error("r must be non-negative")),
    }
}

fn combinations_new(vm: &mut Vm, args: &[Value]) -> R {
    let (pool, n) = chosen(vm, args)?;
    let ended = n > pool.len();
    let indices = if ended { Vec::new() } else { (0..n).collect() };
    make(
        vm,
        &args[0],
        Kind::Combinations,
        State {
            pools: vec![pool],
            indices,
            n,
            ended,
            ..State::default()
        },
    )
}

fn with_replacement_new(vm: &mut Vm, args: &[Value]) -> R {
    let (pool, n) = chosen(vm, args)?;
    vm.check_size(n.saturating_mul(8))?;
    let ended = pool.is_empty() && n > 0;
    make(
        vm,
        &args[0],
        Kind::WithReplacement,
        State {
            pools: vec![pool],
            indices: vec![0; n],
            n,
            ended,
            ..State::default()
        },
    )
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Choice>(vm, args)?;
    let kind = data.kind;
    let taken = data.state.with(|state| {
        (
            state.pools.clone(),
            state.indices.clone(),
            state.cycles.clone(),
            state.n,
            (state.started, state.ended),
        )
    });
    let (pools, indices, cycles, n, (started, ended)) = taken;
    let mut given = Vec::new();
    for pool in pools {
        given.push(tuple(vm, if ended && started { Vec::new() } else { pool }));
    }
    if kind != Kind::Product {
        given.push(Value::int(n as i64));
    } else if ended && started {
        let empty = tuple(vm, Vec::new());
        given = vec![empty];
    }
    if !started || ended {
        return reduced(vm, &args[0], given, None);
    }
    let numbers = |vm: &mut Vm, all: Vec<usize>| {
        tuple(
            vm,
            all.into_iter().map(|at| Value::int(at as i64)).collect(),
        )
    };
    let mut state = numbers(vm, indices);
    if kind == Kind::Permutations {
        let cycles = numbers(vm, cycles);
        state = tuple(vm, vec![state, cycles]);
    }
    reduced(vm, &args[0], given, Some(state))
}

/// The numbers of a state, each brought into the range that is allowed at its place.
fn numbers(
    vm: &mut Vm,
    state: &Value,
    count: usize,
    most: &dyn Fn(usize) -> usize,
) -> R<Vec<usize>> {
    let items = state.as_ref::<Tuple>().map(|state| state.items().to_vec());
    let Some(items) = items.filter(|items| items.len() == count) else {
        return Err(vm.value_error("invalid arguments"));
    };
    let mut all = Vec::with_capacity(count);
    for (at, item) in items.iter().enumerate() {
        let number = vm.index(item)?;
        all.push(usize::try_from(number).unwrap_or(0).min(most(at)));
    }
    Ok(all)
}

fn setstate(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Choice>(vm, args)?;
    let kind = data.kind;
    let (sizes, n) = data.state.with(|state| {
        (
            state.pools.iter().map(Vec::len).collect::<Vec<_>>(),
            state.n,
        )
    });
    let size = |at: usize| {
        if kind == Kind::Product {
            sizes[at]
        } else {
            sizes[0]
        }
    };
    // More places than elements, where none is given twice, are as good as no elements.
    let without_repeats = matches!(kind, Kind::Permutations | Kind::Combinations);
    if (0..n).any(|at| size(at) == 0) || without_repeats && n > sizes[0] {
        data.state.with_mut(|state| state.ended = true);
        return Ok(Value::NONE);
    }
    if kind == Kind::Permutations {
        let len = sizes[0];
        let both = state_items(vm, &args[1], 2, 2)?;
        let indices = numbers(vm, &both[0], len, &|_| len - 1)?;
        let cycles = numbers(vm, &both[1], n, &|at| len - at)?;
        let cycles: Vec<usize> = cycles.into_iter().map(|cycle| cycle.max(1)).collect();
        data.state.with_mut(|state| {
            (state.indices, state.cycles) = (indices, cycles);
            state.started = true;
        });
        return Ok(Value::NONE);
    }
    let indices = match kind {
        Kind::Combinations => numbers(vm, &args[1], n, &|at| at + sizes[0] - n)?,
        _ => numbers(vm, &args[1], n, &|at| size(at) - 1)?,
    };
    data.state.with_mut(|state| {
        state.indices = indices;
        state.started = true;
    });
    Ok(Value::NONE)
}

const REDUCE: Def = def("__reduce__", reduce, "self, /");
const SETSTATE: Def = def("__setstate__", setstate, "self, state, /");

const PRODUCT: &[Def] = &[
    REDUCE,
    SETSTATE,
    static_def("__new__", product_new, "cls, /, *iterables, repeat=1"),
    next_def!(next),
];
const PERMUTATIONS: &[Def] = &[
    REDUCE,
    SETSTATE,
    static_def("__new__", permutations_new, "cls, iterable, r=None"),
    next_def!(next),
];
const COMBINATIONS: &[Def] = &[
    REDUCE,
    SETSTATE,
    static_def("__new__", combinations_new, "cls, iterable, r"),
    next_def!(next),
];
const WITH_REPLACEMENT: &[Def] = &[
    REDUCE,
    SETSTATE,
    static_def("__new__", with_replacement_new, "cls, iterable, r"),
    next_def!(next),
];

/// Adds the types of this file to the module.
pub(super) fn add_types(vm: &mut Vm, globals: &Ref<Dict>) {
    add(vm, globals, "product", PRODUCT);
    add(vm, globals, "permutations", PERMUTATIONS);
    add(vm, globals, "combinations", COMBINATIONS);
    add(
        vm,
        globals,
        "combinations_with_replacement",
        WITH_REPLACEMENT,
    );
}
