//! `set` and `frozenset`: the natives. What they do with tables is in set_algebra.rs.

use super::receiver::{set_unhashable, wrong_receiver};
use super::sequence::comparisons;
pub(crate) use super::set_algebra::{
    add_value, is_any_set, new_set_from, remove_value, update_set,
};
use super::set_algebra::{
    copy_base, difference_of, discard_all, frozen_hash, has_key, has_value, intersection_of,
    is_subset, symmetric_update,
};
use crate::heap::Ref;
use crate::value::hash::quick_hash;
use crate::value::{Iter, IterState, Set, Value};
use crate::vm::{Comparison, Def, R, Vm, def, rest, static_def};

fn this(vm: &mut Vm, args: &[Value], method: &str) -> R<Ref<Set>> {
    if let Some(exact) = args[0].as_ref::<Set>() {
        return Ok(exact.clone());
    }
    match vm.cast::<Set>(&args[0]) {
        Some(carried) => Ok(carried),
        None => Err(wrong_receiver(vm, &args[0], "set", method)),
    }
}

/// `self` of a method that changes it.
fn mutable(vm: &mut Vm, args: &[Value], method: &str) -> R<Ref<Set>> {
    let set = this(vm, args, method)?;
    if set.frozen {
        return Err(wrong_receiver(vm, &args[0], "set", method));
    }
    Ok(set)
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    vm.check_new(&args[0], &vm.types.set.clone())?;
    let empty = Value::object(vm.heap.new_set(false));
    vm.wrap_new(&args[0], empty)
}

fn init(vm: &mut Vm, args: &[Value]) -> R {
    let set = mutable(vm, args, "__init__")?;
    if set.len() > 0 {
        set.clear();
    }
    if !args[1].is_undef() {
        update_set(vm, &set, &args[1])?;
    }
    Ok(Value::NONE)
}

fn new_frozen(vm: &mut Vm, args: &[Value]) -> R {
    vm.check_new(&args[0], &vm.types.frozenset.clone())?;
    let value = match &args[1] {
        iterable if iterable.is_undef() => Value::object(vm.heap.new_set(true)),
        iterable if iterable.as_ref::<Set>().is_some_and(|set| set.frozen) => iterable.clone(),
        iterable => Value::object(new_set_from(vm, iterable, true)?),
    };
    vm.wrap_new(&args[0], value)
}

fn add(vm: &mut Vm, args: &[Value]) -> R {
    if let Some(set) = args[0].as_ref::<Set>()
        && !set.frozen
        && let Some(hash) = quick_hash(&args[1])
        && set.add_quick(hash, &args[1]).is_some()
    {
        return Ok(Value::NONE);
    }
    let set = mutable(vm, args, "add")?;
    add_value(vm, &set, args[1].clone())?;
    Ok(Value::NONE)
}

fn remove(vm: &mut Vm, args: &[Value]) -> R {
    let set = mutable(vm, args, "remove")?;
    if remove_value(vm, &set, &args[1])? {
        return Ok(Value::NONE);
    }
    Err(vm.key_error(args[1].clone()))
}

fn discard(vm: &mut Vm, args: &[Value]) -> R {
    let set = mutable(vm, args, "discard")?;
    remove_value(vm, &set, &args[1])?;
    Ok(Value::NONE)
}

fn pop(vm: &mut Vm, args: &[Value]) -> R {
    match mutable(vm, args, "pop")?.pop() {
        Some(value) => Ok(value),
        None => {
            let message = vm.new_str("pop from an empty set");
            Err(vm.key_error(message))
        }
    }
}

fn clear(vm: &mut Vm, args: &[Value]) -> R {
    mutable(vm, args, "clear")?.clear();
    Ok(Value::NONE)
}

fn copy(vm: &mut Vm, args: &[Value]) -> R {
    let set = this(vm, args, "copy")?;
    if set.frozen {
        return Ok(Value::object(set));
    }
    Ok(Value::object(copy_base(&set)))
}

fn union(vm: &mut Vm, args: &[Value]) -> R {
    let result = copy_base(&this(vm, args, "union")?);
    for other in rest(&args[1]) {
        update_set(vm, &result, other)?;
    }
    Ok(Value::object(result))
}

fn update(vm: &mut Vm, args: &[Value]) -> R {
    let set = mutable(vm, args, "update")?;
    for other in rest(&args[1]) {
        update_set(vm, &set, other)?;
    }
    Ok(Value::NONE)
}

fn intersect_all(vm: &mut Vm, set: Ref<Set>, others: &[Value]) -> R<Ref<Set>> {
    if others.is_empty() {
        return Ok(copy_base(&set));
    }
    let mut result = set;
    for other in others {
        result = intersection_of(vm, &result, other)?;
    }
    Ok(result)
}

fn intersection(vm: &mut Vm, args: &[Value]) -> R {
    let set = this(vm, args, "intersection")?;
    Ok(Value::object(intersect_all(vm, set, rest(&args[1]))?))
}

fn intersection_update(vm: &mut Vm, args: &[Value]) -> R {
    let set = mutable(vm, args, "intersection_update")?;
    let result = intersect_all(vm, set.clone(), rest(&args[1]))?;
    set.swap(&result);
    Ok(Value::NONE)
}

fn difference(vm: &mut Vm, args: &[Value]) -> R {
    let set = this(vm, args, "difference")?;
    let Some((first, others)) = rest(&args[1]).split_first() else {
        return Ok(Value::object(copy_base(&set)));
    };
    let result = difference_of(vm, &set, first)?;
    for other in others {
        discard_all(vm, &result, other)?;
    }
    Ok(Value::object(result))
}

fn difference_update(vm: &mut Vm, args: &[Value]) -> R {
    let set = mutable(vm, args, "difference_update")?;
    for other in rest(&args[1]) {
        discard_all(vm, &set, other)?;
    }
    Ok(Value::NONE)
}

fn symmetric_difference(vm: &mut Vm, args: &[Value]) -> R {
    let set = this(vm, args, "symmetric_difference")?;
    Ok(Value::object(symmetric_of(vm, &set, &args[1])?))
}

fn symmetric_of(vm: &mut Vm, set: &Ref<Set>, other: &Value) -> R<Ref<Set>> {
    let result = new_set_from(vm, other, set.frozen)?;
    symmetric_update(vm, &result, &Value::object(set.clone()))?;
    Ok(result)
}

fn symmetric_difference_update(vm: &mut Vm, args: &[Value]) -> R {
    let set = mutable(vm, args, "symmetric_difference_update")?;
    symmetric_update(vm, &set, &args[1])?;
    Ok(Value::NONE)
}

fn is_disjoint(vm: &mut Vm, args: &[Value]) -> R {
    let set = this(vm, args, "isdisjoint")?;
    let Some(other) = vm.cast::<Set>(&args[1]) else {
        let iterator = vm.iter(&args[1])?;
        while let Some(item) = vm.next(&iterator)? {
            vm.tick()?;
            if has_key(vm, &set, &item)? {
                return Ok(Value::FALSE);
            }
        }
        return Ok(Value::TRUE);
    };
    if set.is(&other) {
        return Ok(Value::bool(set.len() == 0));
    }
    let (small, large) = if other.len() > set.len() {
        (&set, &other)
    } else {
        (&other, &set)
    };
    let common = super::set_algebra::any_in(vm, small, large)?;
    Ok(Value::bool(!common))
}

fn as_set(vm: &mut Vm, value: &Value) -> R<Ref<Set>> {
    match vm.cast::<Set>(value) {
        Some(set) => Ok(set),
        None => new_set_from(vm, value, false),
    }
}

fn is_subset_of(vm: &mut Vm, args: &[Value]) -> R {
    let set = this(vm, args, "issubset")?;
    if let Some(other) = vm.cast::<Set>(&args[1]) {
        return Ok(Value::bool(is_subset(vm, &set, &other)?));
    }
    let common = intersection_of(vm, &set, &args[1])?;
    Ok(Value::bool(common.len() == set.len()))
}

fn is_superset_of(vm: &mut Vm, args: &[Value]) -> R {
    let set = this(vm, args, "issuperset")?;
    if is_any_set(vm, &args[1]) {
        let other = as_set(vm, &args[1])?;
        return Ok(Value::bool(is_subset(vm, &other, &set)?));
    }
    let iterator = vm.iter(&args[1])?;
    while let Some(item) = vm.next(&iterator)? {
        if !has_key(vm, &set, &item)? {
            return Ok(Value::FALSE);
        }
        vm.tick()?;
    }
    Ok(Value::TRUE)
}

fn len(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(this(vm, args, "__len__")?.len() as i64))
}

fn contains(vm: &mut Vm, args: &[Value]) -> R {
    let set = this(vm, args, "__contains__")?;
    Ok(Value::bool(has_value(vm, &set, &args[1])?))
}

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    let set = this(vm, args, "__iter__")?;
    let len = set.len();
    Ok(Value::object(vm.heap.alloc(Iter::new(IterState::Set {
        set,
        at: 0,
        len,
    }))))
}

/// Both operands, if both are sets: operators accept nothing else.
fn operands(vm: &mut Vm, args: &[Value], method: &str) -> R<Option<(Ref<Set>, Ref<Set>)>> {
    let Some(left) = vm.cast::<Set>(&args[0]) else {
        return Err(vm.unfit_receiver(&args[0], method, "set"));
    };
    Ok(vm.cast::<Set>(&args[1]).map(|right| (left, right)))
}

fn or(vm: &mut Vm, args: &[Value]) -> R {
    let Some((left, right)) = operands(vm, args, "__or__")? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let result = copy_base(&left);
    if !left.is(&right) {
        update_set(vm, &result, &Value::object(right))?;
    }
    Ok(Value::object(result))
}

fn and(vm: &mut Vm, args: &[Value]) -> R {
    let Some((left, right)) = operands(vm, args, "__and__")? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(Value::object(intersection_of(
        vm,
        &left,
        &Value::object(right),
    )?))
}

fn sub(vm: &mut Vm, args: &[Value]) -> R {
    let Some((left, right)) = operands(vm, args, "__sub__")? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(Value::object(difference_of(
        vm,
        &left,
        &Value::object(right),
    )?))
}

fn xor(vm: &mut Vm, args: &[Value]) -> R {
    let Some((left, right)) = operands(vm, args, "__xor__")? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(Value::object(symmetric_of(
        vm,
        &left,
        &Value::object(right),
    )?))
}

/// The operator with its sides changed over.
fn reflected(vm: &mut Vm, args: &[Value], method: &str, operator: fn(&mut Vm, &[Value]) -> R) -> R {
    if vm.cast::<Set>(&args[0]).is_none() {
        return Err(vm.unfit_receiver(&args[0], method, "set"));
    }
    if vm.cast::<Set>(&args[1]).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    operator(vm, &[args[1].clone(), args[0].clone()])
}

fn ror(vm: &mut Vm, args: &[Value]) -> R {
    reflected(vm, args, "__ror__", or)
}

fn rand(vm: &mut Vm, args: &[Value]) -> R {
    reflected(vm, args, "__rand__", and)
}

fn rsub(vm: &mut Vm, args: &[Value]) -> R {
    reflected(vm, args, "__rsub__", sub)
}

fn rxor(vm: &mut Vm, args: &[Value]) -> R {
    reflected(vm, args, "__rxor__", xor)
}

fn inplace(
    vm: &mut Vm,
    args: &[Value],
    method: &str,
    change: fn(&mut Vm, &Ref<Set>, &Value) -> R<()>,
) -> R {
    let set = mutable(vm, args, method)?;
    let Some(other) = vm.cast::<Set>(&args[1]) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    change(vm, &set, &Value::object(other))?;
    Ok(args[0].clone())
}

fn inplace_or(vm: &mut Vm, args: &[Value]) -> R {
    inplace(vm, args, "__ior__", update_set)
}

fn inplace_and(vm: &mut Vm, args: &[Value]) -> R {
    inplace(vm, args, "__iand__", |vm, set, other| {
        let result = intersection_of(vm, set, other)?;
        set.swap(&result);
        Ok(())
    })
}

fn inplace_sub(vm: &mut Vm, args: &[Value]) -> R {
    inplace(vm, args, "__isub__", discard_all)
}

fn inplace_xor(vm: &mut Vm, args: &[Value]) -> R {
    inplace(vm, args, "__ixor__", symmetric_update)
}

fn compare_with(vm: &mut Vm, args: &[Value], op: Comparison) -> R {
    let Some((left, right)) = operands(vm, args, "__eq__")? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let (mine, theirs) = (left.len(), right.len());
    vm.enter_native()?;
    let result = match op {
        Comparison::Eq => {
            Ok(mine == theirs).and_then(|same| Ok(same && is_subset(vm, &left, &right)?))
        }
        Comparison::Ne => {
            Ok(mine == theirs).and_then(|same| Ok(!(same && is_subset(vm, &left, &right)?)))
        }
        Comparison::Le => is_subset(vm, &left, &right),
        Comparison::Lt => {
            Ok(mine < theirs).and_then(|less| Ok(less && is_subset(vm, &left, &right)?))
        }
        Comparison::Ge => is_subset(vm, &right, &left),
        Comparison::Gt => {
            Ok(mine > theirs).and_then(|more| Ok(more && is_subset(vm, &right, &left)?))
        }
    };
    vm.leave_native();
    Ok(Value::bool(result?))
}

comparisons!(compare_with);

fn hash(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(frozen_hash(&this(vm, args, "__hash__")?) as i64))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let set = this(vm, args, "__repr__")?;
    let name = vm.class_of(&args[0]).name.get();
    let name = name.as_str();
    if set.len() == 0 {
        return Ok(vm.new_str(&format!("{name}()")));
    }
    let whole = Value::object(set.clone());
    if !vm.repr_guard(&whole) {
        return Ok(vm.new_str(&format!("{name}(...)")));
    }
    let items = set.to_vec().into_iter().map(|(_, key)| key).collect();
    let items = vm.heap.new_list(items);
    let mut out = String::from("{");
    let result = vm.enter_native().and_then(|()| {
        let result = super::sequence::push_reprs(vm, &mut out, &items);
        vm.leave_native();
        result
    });
    vm.repr_leave(&whole);
    result?;
    out.push('}');
    if name != "set" {
        out = format!("{name}({out})");
    }
    Ok(vm.new_str(&out))
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    let items = vm.to_vec(&args[0])?;
    let items = Value::object(vm.heap.new_list(items));
    let state = vm.call_method(&args[0], "__getstate__", &[])?;
    let class = Value::object(vm.class_of(&args[0]));
    let given = Value::object(vm.heap.new_tuple(vec![items]));
    Ok(Value::object(vm.heap.new_tuple(vec![class, given, state])))
}

const COMMON: &[Def] = &[
    def("__reduce__", reduce, "self, /"),
    def("copy", copy, "self, /"),
    def("union", union, "self, /, *others"),
    def("intersection", intersection, "self, /, *others"),
    def("difference", difference, "self, /, *others"),
    def(
        "symmetric_difference",
        symmetric_difference,
        "self, other, /",
    ),
    def("isdisjoint", is_disjoint, "self, other, /"),
    def("issubset", is_subset_of, "self, other, /"),
    def("issuperset", is_superset_of, "self, other, /"),
    def("__len__", len, "self, /"),
    def("__contains__", contains, "self, item, /"),
    def("__iter__", iter, "self, /"),
    def("__or__", or, "self, other, /"),
    def("__and__", and, "self, other, /"),
    def("__sub__", sub, "self, other, /"),
    def("__xor__", xor, "self, other, /"),
    def("__ror__", ror, "self, other, /"),
    def("__rand__", rand, "self, other, /"),
    def("__rsub__", rsub, "self, other, /"),
    def("__rxor__", rxor, "self, other, /"),
    def("__lt__", lt, "self, other, /"),
    def("__le__", le, "self, other, /"),
    def("__eq__", eq, "self, other, /"),
    def("__ne__", ne, "self, other, /"),
    def("__gt__", gt, "self, other, /"),
    def("__ge__", ge, "self, other, /"),
    def("__repr__", repr, "self, /"),
];

const MUTABLE: &[Def] = &[
    static_def("__new__", new, "cls, /, *args, **kwargs"),
    def("__init__", init, "self, iterable=(), /"),
    def("add", add, "self, item, /"),
    def("remove", remove, "self, item, /"),
    def("discard", discard, "self, item, /"),
    def("pop", pop, "self, /"),
    def("clear", clear, "self, /"),
    def("update", update, "self, /, *others"),
    def(
        "intersection_update",
        intersection_update,
        "self, /, *others",
    ),
    def("difference_update", difference_update, "self, /, *others"),
    def(
        "symmetric_difference_update",
        symmetric_difference_update,
        "self, other, /",
    ),
    def("__ior__", inplace_or, "self, other, /"),
    def("__iand__", inplace_and, "self, other, /"),
    def("__isub__", inplace_sub, "self, other, /"),
    def("__ixor__", inplace_xor, "self, other, /"),
];

const FROZEN: &[Def] = &[
    static_def("__new__", new_frozen, "cls, iterable=(), /"),
    def("__hash__", hash, "self, /"),
];

/// Gives `set` and `frozenset` their methods.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.set.clone();
    vm.add_methods(&class, COMMON);
    vm.add_methods(&class, MUTABLE);
    vm.set_doc(&class, "Unique values in no order.");
    set_unhashable(vm, &class);
    let class = vm.types.frozenset.clone();
    vm.add_methods(&class, COMMON);
    vm.add_methods(&class, FROZEN);
    vm.set_doc(
        &class,
        "Unique values in no order, which cannot be changed.",
    );
}
