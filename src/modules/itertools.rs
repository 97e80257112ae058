//! `itertools`: the registry of its types, and the endless ones.
//!
//! The others: itertools_flow.rs (one element after the other), itertools_combine.rs (combinations),
//! itertools_tee.rs (those that remember: tee, groupby, cycle).

use crate::heap::{Ref, Slot};
use crate::value::{Class, Dict, Layout, Value};
use crate::vm::{ArithKind, Def, R, Vm, def, static_def};

use super::NativeModule;
use super::held::{class_arg, itself, next_def, or, put_class, reduced, this, traced};
use super::{itertools_combine, itertools_flow, itertools_tee};

/// `__iter__`, which every type here has.
pub(super) const ITER: Def = def("__iter__", itself, "self, /");

/// Adds a type to the module.
pub(super) fn add(vm: &mut Vm, globals: &Ref<Dict>, name: &str, methods: &[Def]) -> Ref<Class> {
    let class = vm.new_type(name, "itertools", &[], Layout::Opaque);
    vm.add_methods(&class, &[ITER]);
    vm.add_methods(&class, methods);
    put_class(globals, &class);
    class
}

/// `count`.
pub(super) struct Count {
    next: Slot<Value>,
    step: Value,
}

traced!(Count: next, step => at_hand);

impl Count {
    /// The next number, if it and the one after it are of a word.
    pub(super) fn at_hand(&self) -> Option<Value> {
        // A bool is no int to give on.
        let value = self
            .next
            .with(|next| next.is_int().then(|| next.raw_int()))?;
        let next = value.checked_add(self.step.as_int()?)?;
        self.next.set(Value::int(next));
        Some(Value::int(value))
    }
}

fn count_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let (start, step) = (or(&args[1], Value::int(0)), or(&args[2], Value::int(1)));
    for value in [&start, &step] {
        let number = vm.plain(value);
        let is_number = number.is_integer() || number.is_float() || {
            let class = vm.class_of(value);
            ["__index__", "__int__", "__float__", "__complex__"]
                .iter()
                .any(|name| {
                    let name = vm.intern(name);
                    class.lookup(&name).is_some() && number.as_ref::<crate::value::Str>().is_none()
                })
        };
        if !is_number {
            return Err(vm.type_error("a number is required"));
        }
    }
    // Counting by one starts with an int, whatever its class was.
    let start = match vm.int_value(&step).and_then(|step| step.as_int()) {
        Some(1) => vm.int_value(&start).unwrap_or(start),
        _ => start,
    };
    Ok(vm.heap.new_opaque(
        &class,
        Count {
            next: Slot::new(start),
            step,
        },
    ))
}

fn count_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Count>(vm, std::slice::from_ref(object))?;
    let value = data.next.get();
    let next = match (value.is_int() && data.step.is_int())
        .then(|| value.raw_int().checked_add(data.step.raw_int()))
    {
        Some(Some(sum)) => Value::int(sum),
        _ => vm.binary(ArithKind::Add, &value, &data.step)?,
    };
    data.next.set(next);
    Ok(Some(value))
}

fn count_repr(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Count>(vm, args)?;
    let next = vm.repr(&data.next.get())?;
    if data.step.is_int() && data.step.raw_int() == 1 {
        return Ok(vm.new_str(&format!("count({})", next.as_str())));
    }
    let step = vm.repr(&data.step)?;
    Ok(vm.new_str(&format!("count({}, {})", next.as_str(), step.as_str())))
}

const COUNT: &[Def] = &[
    def("__reduce__", count_reduce, "self, /"),
    static_def("__new__", count_new, "cls, start=0, step=1"),
    next_def!(count_next),
    def("__repr__", count_repr, "self, /"),
];

/// `repeat`.
struct Repeat {
    object: Slot<Value>,
    /// How often still; None for ever.
    left: std::cell::Cell<Option<i64>>,
}

traced!(Repeat: object);

fn repeat_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let left = if args[2].is_undef() {
        None
    } else {
        Some(vm.index(&args[2])?.max(0))
    };
    Ok(vm.heap.new_opaque(
        &class,
        Repeat {
            object: Slot::new(args[1].clone()),
            left: std::cell::Cell::new(left),
        },
    ))
}

fn repeat_next(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    let data = this::<Repeat>(vm, std::slice::from_ref(object))?;
    match data.left.get() {
        Some(0) => return Ok(None),
        Some(left) => data.left.set(Some(left - 1)),
        None => {}
    }
    Ok(Some(data.object.get()))
}

fn repeat_repr(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Repeat>(vm, args)?;
    let object = vm.repr(&data.object.get())?;
    let text = match data.left.get() {
        Some(left) => format!("repeat({}, {left})", object.as_str()),
        None => format!("repeat({})", object.as_str()),
    };
    Ok(vm.new_str(&text))
}

fn repeat_hint(vm: &mut Vm, args: &[Value]) -> R {
    match this::<Repeat>(vm, args)?.left.get() {
        Some(left) => Ok(Value::int(left)),
        None => Err(vm.type_error("len() of unsized object")),
    }
}

fn repeat_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Repeat>(vm, args)?;
    let mut given = vec![data.object.get()];
    given.extend(data.left.get().map(Value::int));
    reduced(vm, &args[0], given, None)
}

fn count_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Count>(vm, args)?;
    let mut given = vec![data.next.get()];
    if !(data.step.is_int() && data.step.raw_int() == 1) {
        given.push(data.step.clone());
    }
    reduced(vm, &args[0], given, None)
}

const REPEAT: &[Def] = &[
    def("__reduce__", repeat_reduce, "self, /"),
    static_def("__new__", repeat_new, "cls, object, times=None"),
    next_def!(repeat_next),
    def("__repr__", repeat_repr, "self, /"),
    def("__length_hint__", repeat_hint, "self, /"),
];

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    add(vm, globals, "count", COUNT);
    add(vm, globals, "repeat", REPEAT);
    itertools_flow::add_types(vm, globals);
    itertools_combine::add_types(vm, globals);
    itertools_tee::add_types(vm, globals);
    Ok(())
}

const FUNCTIONS: &[Def] = &[def("tee", itertools_tee::tee, "iterable, n=2, /")];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "itertools",
    functions: FUNCTIONS,
    setup: Some(setup),
};
