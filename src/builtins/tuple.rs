//! `tuple`.

use super::receiver::receiver;
use super::sequence::{
    check_repeat, compare, comparisons, count as count_equal, find, find_between, may_answer,
    push_reprs, repeat_count, repeated,
};
use super::slice::{Subscript, place, subscript, unpack};
use crate::heap::Ref;
use crate::value::hash::{hash_sequence, native_hash};
use crate::value::{Iter, IterState, Special, Tuple, Value};
use crate::vm::{Comparison, Def, R, Vm, def, static_def};

fn this(vm: &mut Vm, args: &[Value], method: &str) -> R<Ref<Tuple>> {
    receiver::<Tuple>(vm, &args[0], "tuple", method)
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    vm.check_new(&args[0], &vm.types.tuple.clone())?;
    let value = match &args[1] {
        iterable if iterable.is_undef() => Value::object(vm.heap.tuple_of(&[])),
        iterable if iterable.as_ref::<Tuple>().is_some() => iterable.clone(),
        iterable => {
            let items = vm.to_vec(iterable)?;
            Value::object(vm.heap.new_tuple(items))
        }
    };
    vm.wrap_new(&args[0], value)
}

fn index(vm: &mut Vm, args: &[Value]) -> R {
    let tuple = this(vm, args, "index")?;
    match find_between(vm, &tuple, args)? {
        Some(at) => Ok(Value::int(at as i64)),
        None => Err(vm.value_error("tuple.index(x): x not in tuple")),
    }
}

fn count(vm: &mut Vm, args: &[Value]) -> R {
    let tuple = this(vm, args, "count")?;
    Ok(Value::int(count_equal(vm, &tuple, &args[1])?))
}

fn len(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(this(vm, args, "__len__")?.len() as i64))
}

fn get_item(vm: &mut Vm, args: &[Value]) -> R {
    let tuple = this(vm, args, "__getitem__")?;
    match subscript(vm, &args[1], "tuple indices")? {
        Subscript::Index(index) => match place(index, tuple.len()) {
            Some(at) => Ok(tuple.items()[at].clone()),
            None => Err(vm.index_error("tuple index out of range")),
        },
        Subscript::Slice(slice) => {
            let run = unpack(vm, &slice)?.over(tuple.len());
            if run.step == 1 && run.count == tuple.len() {
                return Ok(Value::object(tuple));
            }
            vm.check_size(run.count * size_of::<Value>())?;
            let items = run.copy_of(tuple.items());
            Ok(Value::object(vm.heap.new_tuple(items)))
        }
    }
}

fn contains(vm: &mut Vm, args: &[Value]) -> R {
    let tuple = this(vm, args, "__contains__")?;
    Ok(Value::bool(
        find(vm, &tuple, &args[1], 0, usize::MAX)?.is_some(),
    ))
}

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    let tuple = this(vm, args, "__iter__")?;
    Ok(Value::object(
        vm.heap.alloc(Iter::new(IterState::Tuple { tuple, at: 0 })),
    ))
}

fn add(vm: &mut Vm, args: &[Value]) -> R {
    let tuple = this(vm, args, "__add__")?;
    let Some(other) = vm.cast::<Tuple>(&args[1]) else {
        if may_answer(vm, &args[1], Special::RAdd) {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!(
            "can only concatenate tuple (not \"{given}\") to tuple"
        )));
    };
    vm.check_size((tuple.len() + other.len()) * size_of::<Value>())?;
    let all = [tuple.items(), other.items()].concat();
    Ok(Value::object(vm.heap.new_tuple(all)))
}

fn mul(vm: &mut Vm, args: &[Value]) -> R {
    let tuple = this(vm, args, "__mul__")?;
    let Some(times) = repeat_count(vm, &args[1])? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if times == 1 {
        return Ok(Value::object(tuple));
    }
    check_repeat(vm, tuple.len(), times)?;
    let all = repeated(tuple.items(), times);
    Ok(Value::object(vm.heap.new_tuple(all)))
}

fn compare_with(vm: &mut Vm, args: &[Value], op: Comparison) -> R {
    let tuple = this(vm, args, "__eq__")?;
    match vm.cast::<Tuple>(&args[1]) {
        Some(other) => compare(vm, op, &tuple, &other),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

comparisons!(compare_with);

fn hash(vm: &mut Vm, args: &[Value]) -> R {
    let tuple = this(vm, args, "__hash__")?;
    let hash = match native_hash(&Value::object(tuple.clone())) {
        Some(hash) => hash,
        None => {
            vm.enter_native()?;
            let hashes: R<Vec<u64>> = tuple.items().iter().map(|item| vm.hash(item)).collect();
            vm.leave_native();
            hash_sequence(hashes?.into_iter())
        }
    };
    Ok(Value::int(hash as i64))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let tuple = this(vm, args, "__repr__")?;
    if tuple.items().is_empty() {
        return Ok(vm.new_str("()"));
    }
    let whole = Value::object(tuple.clone());
    if !vm.repr_guard(&whole) {
        return Ok(vm.new_str("(...)"));
    }
    let mut out = String::from("(");
    let result = vm.enter_native().and_then(|()| {
        let result = push_reprs(vm, &mut out, &tuple);
        vm.leave_native();
        result
    });
    vm.repr_leave(&whole);
    result?;
    out.push_str(if tuple.len() == 1 { ",)" } else { ")" });
    Ok(vm.new_str(&out))
}

fn get_new_args(vm: &mut Vm, args: &[Value]) -> R {
    let tuple = this(vm, args, "__getnewargs__")?;
    Ok(Value::object(vm.heap.new_tuple(vec![Value::object(tuple)])))
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, iterable=(), /"),
    def(
        "index",
        index,
        "self, value, start=0, stop=9223372036854775807, /",
    )
    .bare(2),
    def("count", count, "self, value, /"),
    def("__len__", len, "self, /"),
    def("__getitem__", get_item, "self, index, /"),
    def("__contains__", contains, "self, value, /"),
    def("__iter__", iter, "self, /"),
    def("__add__", add, "self, other, /"),
    def("__mul__", mul, "self, times, /"),
    def("__rmul__", mul, "self, times, /"),
    def("__lt__", lt, "self, other, /"),
    def("__le__", le, "self, other, /"),
    def("__eq__", eq, "self, other, /"),
    def("__ne__", ne, "self, other, /"),
    def("__gt__", gt, "self, other, /"),
    def("__ge__", ge, "self, other, /"),
    def("__hash__", hash, "self, /"),
    def("__repr__", repr, "self, /"),
    def("__getnewargs__", get_new_args, "self, /"),
];

/// Gives `tuple` its methods.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.tuple.clone();
    vm.add_methods(&class, METHODS);
    vm.set_doc(&class, "A sequence that cannot be changed.");
}
