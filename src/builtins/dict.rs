//! `dict`. Its views are in dict_views.rs.

use super::dict_views::{View, new_view};
use super::receiver::{receiver, set_unhashable};
use crate::heap::Ref;
use crate::value::hash::quick_hash;
use crate::value::{
    Dict, DictPart, Instance, Iter, IterState, List, Probe, Quick, Special, Tuple, Value,
};
use crate::vm::{Comparison, Def, R, Raised, Vm, class_def, def, given, static_def};

fn this(vm: &mut Vm, args: &[Value], method: &str) -> R<Ref<Dict>> {
    receiver::<Dict>(vm, &args[0], "dict", method)
}

/// The entry of a key whose hash is known. Starts again if `__eq__` changed the dict.
///
/// # Errors
/// What `__eq__` raises.
pub(crate) fn locate(vm: &mut Vm, dict: &Ref<Dict>, key: &Value, hash: u64) -> R<Option<usize>> {
    'again: loop {
        let version = dict.version();
        let mut probe = dict.probe(key, hash);
        loop {
            match probe {
                Probe::Found(at) => return Ok(Some(at)),
                Probe::Absent => return Ok(None),
                Probe::Candidate {
                    at,
                    key: other,
                    cursor,
                } => {
                    let equal = vm.eq(&other, key)?;
                    if dict.version() != version {
                        continue 'again;
                    }
                    if equal {
                        return Ok(Some(at));
                    }
                    probe = dict.probe_after(key, hash, cursor);
                }
            }
        }
    }
}

/// The value of a key, hashing it once.
///
/// # Errors
/// TypeError for what cannot be hashed; what `__hash__` and `__eq__` raise.
pub(crate) fn get_value(vm: &mut Vm, dict: &Ref<Dict>, key: &Value) -> R<Option<Value>> {
    if let Some(hash) = quick_hash(key) {
        match dict.quick(key, hash) {
            Quick::At(at) => return Ok(dict.value_at(at)),
            Quick::Absent => return Ok(None),
            Quick::Unknown => {}
        }
    }
    let hash = vm.hash(key)?;
    Ok(locate(vm, dict, key, hash)?.and_then(|at| dict.value_at(at)))
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    vm.check_new(&args[0], &vm.types.dict.clone())?;
    let empty = Value::object(vm.heap.new_dict());
    vm.wrap_new(&args[0], empty)
}

fn init(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "__init__")?;
    update_from_arguments(vm, &dict, &args[1..], "dict")?;
    Ok(Value::NONE)
}

fn update(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "update")?;
    update_from_arguments(vm, &dict, &args[1..], "update")?;
    Ok(Value::NONE)
}

fn update_from_arguments(vm: &mut Vm, dict: &Ref<Dict>, args: &[Value], name: &str) -> R<()> {
    if let [one] = args {
        // As it was given; a second holder of it would keep `zip` from being taken apart.
        return update_with(vm, dict, one);
    }
    match crate::vm::rest(&args[0]) {
        [] => {}
        [one] => update_with(vm, dict, one)?,
        more => {
            let message = format!("{name} expected at most 1 argument, got {}", more.len());
            return Err(vm.type_error(message));
        }
    }
    match args[1].to_ref::<Dict>() {
        Some(keywords) => merge(vm, dict, &keywords),
        None => Ok(()),
    }
}

/// `dict.update(other)`: from a mapping (something with `keys`), or from pairs.
///
/// # Errors
/// TypeError and ValueError for what is neither; what script code raises.
pub(crate) fn update_with(vm: &mut Vm, dict: &Ref<Dict>, other: &Value) -> R<()> {
    if let Some(other) = vm.whole_dict(other) {
        return merge(vm, dict, &other);
    }
    let name = vm.intern("keys");
    match vm.find_attr(other, &name)? {
        Some(keys) => {
            let keys = vm.call(&keys, &[])?;
            vm.check_keys(other, &keys)?;
            vm.for_each(&keys, &mut |vm: &mut Vm, key: Value| {
                let value = vm.get_item(other, &key)?;
                vm.dict_set(dict, key, value)
            })
        }
        None => update_from_pairs(vm, dict, other),
    }
}

fn merge(vm: &mut Vm, dict: &Ref<Dict>, other: &Ref<Dict>) -> R<()> {
    if dict.is(other) || dict.copy_from(other) {
        return Ok(());
    }
    let (version, mut at) = (other.version(), 0);
    while let Some((here, key, value)) = other.next_entry(at) {
        vm.dict_set(dict, key, value)?;
        if other.version() != version {
            return Err(vm.runtime_error("dict mutated during update"));
        }
        at = here + 1;
    }
    Ok(())
}

fn update_from_pairs(vm: &mut Vm, dict: &Ref<Dict>, pairs: &Value) -> R<()> {
    let mut nth = 0;
    let mut each = |vm: &mut Vm, item: Value| {
        if let Some(pair) = item.as_ref::<Tuple>()
            && let [key, value] = pair.items()
        {
            nth += 1;
            return vm.dict_set(dict, key.clone(), value.clone());
        }
        let pair = item.as_ref::<List>().and_then(|list| {
            list.items.with(|items| match items.as_slice() {
                [key, value] => Some((key.clone(), value.clone())),
                _ => None,
            })
        });
        if let Some((key, value)) = pair {
            nth += 1;
            return vm.dict_set(dict, key, value);
        }
        let message =
            format!("cannot convert dictionary update sequence element #{nth} to a sequence");
        let pair = super::sequence::to_vec_or(vm, &item, &message)?;
        let len = pair.len();
        let Ok([key, value]) = <[Value; 2]>::try_from(pair) else {
            return Err(vm.value_error(format!(
                "dictionary update sequence element #{nth} has length {len}; 2 is required"
            )));
        };
        nth += 1;
        vm.dict_set(dict, key, value)
    };
    vm.open_columns(pairs);
    if let Some(iterator) = pairs.to_ref::<Iter>() {
        // Pairs that need not be made: of `zip`, of `enumerate`, of another dict's items.
        while let Some((key, value)) = vm.next_pair(&iterator)? {
            vm.dict_set(dict, key, value)?;
            vm.tick()?;
        }
    }
    vm.for_each(pairs, &mut each)
}

fn from_keys(vm: &mut Vm, args: &[Value]) -> R {
    let made = vm.call(&args[0], &[])?;
    let value = if args[2].is_undef() {
        Value::NONE
    } else {
        args[2].clone()
    };
    let exact = made.to_ref::<Dict>();
    vm.for_each(&args[1], &mut |vm: &mut Vm, key: Value| match &exact {
        Some(dict) => vm.dict_set(dict, key, value.clone()),
        None => vm.set_item(&made, &key, value.clone()),
    })?;
    Ok(made)
}

fn get(vm: &mut Vm, args: &[Value]) -> R {
    if let Some(dict) = args[0].as_ref::<Dict>()
        && let Some(hash) = quick_hash(&args[1])
    {
        match dict.quick(&args[1], hash) {
            Quick::At(at) => return Ok(dict.value_at(at).unwrap_or(Value::NONE)),
            Quick::Absent => return Ok(default(given(args, 2))),
            Quick::Unknown => {}
        }
    }
    let dict = this(vm, args, "get")?;
    let found = get_value(vm, &dict, &args[1])?;
    Ok(found.unwrap_or_else(|| default(given(args, 2))))
}

fn default(value: &Value) -> Value {
    if value.is_undef() {
        Value::NONE
    } else {
        value.clone()
    }
}

/// `dict.setdefault`, also of a dict that an instance carries.
pub(crate) fn set_default(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "setdefault")?;
    if let Some(hash) = quick_hash(&args[1]) {
        match dict.quick(&args[1], hash) {
            Quick::At(at) => {
                if let Some(value) = dict.value_at(at) {
                    return Ok(value);
                }
            }
            Quick::Absent => {
                let value = default(given(args, 2));
                dict.insert_new(hash, args[1].clone(), value.clone());
                return Ok(value);
            }
            Quick::Unknown => {}
        }
    }
    let hash = vm.hash(&args[1])?;
    if let Some(at) = locate(vm, &dict, &args[1], hash)?
        && let Some(value) = dict.value_at(at)
    {
        return Ok(value);
    }
    let value = default(given(args, 2));
    dict.insert_new(hash, args[1].clone(), value.clone());
    Ok(value)
}

fn take(vm: &mut Vm, dict: &Ref<Dict>, key: &Value) -> R<Option<Value>> {
    if let Some(hash) = quick_hash(key) {
        match dict.quick(key, hash) {
            Quick::At(at) => return Ok(Some(dict.remove_at(at).1)),
            Quick::Absent => return Ok(None),
            Quick::Unknown => {}
        }
    }
    let hash = vm.hash(key)?;
    Ok(locate(vm, dict, key, hash)?.map(|at| dict.remove_at(at).1))
}

fn pop(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "pop")?;
    if dict.len() == 0 {
        return missing(vm, &args[1], given(args, 2));
    }
    match take(vm, &dict, &args[1])? {
        Some(value) => Ok(value),
        None => missing(vm, &args[1], given(args, 2)),
    }
}

fn missing(vm: &mut Vm, key: &Value, default: &Value) -> R {
    if default.is_undef() {
        Err(vm.key_error(key.clone()))
    } else {
        Ok(default.clone())
    }
}

fn pop_item(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "popitem")?;
    match dict.previous_entry(usize::MAX) {
        Some((at, ..)) => {
            let (key, value) = dict.remove_at(at);
            Ok(Value::object(vm.heap.new_tuple(vec![key, value])))
        }
        None => {
            let message = vm.new_str("popitem(): dictionary is empty");
            Err(vm.key_error(message))
        }
    }
}

fn clear(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args, "clear")?.clear();
    Ok(Value::NONE)
}

fn copy(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "copy")?;
    Ok(Value::object(dict.copy()))
}

fn keys(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args, "keys")?;
    Ok(new_view(vm, &args[0], DictPart::Keys))
}

fn values(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args, "values")?;
    Ok(new_view(vm, &args[0], DictPart::Values))
}

fn items(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args, "items")?;
    Ok(new_view(vm, &args[0], DictPart::Items))
}

fn len(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(this(vm, args, "__len__")?.len() as i64))
}

fn get_item(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "__getitem__")?;
    if let Some(value) = get_value(vm, &dict, &args[1])? {
        return Ok(value);
    }
    if args[0].as_ref::<Dict>().is_none()
        && let Some(value) = vm.call_special(&args[0], Special::Missing, &args[1..2])?
    {
        return Ok(value);
    }
    Err(vm.key_error(args[1].clone()))
}

fn set_item(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "__setitem__")?;
    vm.dict_set(&dict, args[1].clone(), args[2].clone())?;
    Ok(Value::NONE)
}

fn del_item(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "__delitem__")?;
    match take(vm, &dict, &args[1])? {
        Some(_) => Ok(Value::NONE),
        None => Err(vm.key_error(args[1].clone())),
    }
}

fn contains(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "__contains__")?;
    let hash = vm.hash(&args[1])?;
    Ok(Value::bool(locate(vm, &dict, &args[1], hash)?.is_some()))
}

/// An iterator over a part of a dict.
pub(crate) fn iterate(vm: &mut Vm, dict: Ref<Dict>, part: DictPart) -> Value {
    let len = dict.len();
    let state = IterState::Dict {
        dict,
        at: 0,
        len,
        part,
    };
    Value::object(vm.heap.alloc(Iter::new(state)))
}

/// An iterator over a part of a dict, from the end.
pub(crate) fn iterate_reversed(vm: &mut Vm, dict: Ref<Dict>, part: DictPart) -> Value {
    let (end, len) = (dict.end(), dict.len());
    let state = IterState::DictReversed {
        dict,
        end,
        len,
        part,
    };
    Value::object(vm.heap.alloc(Iter::new(state)))
}

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "__iter__")?;
    Ok(iterate(vm, dict, DictPart::Keys))
}

fn reversed(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "__reversed__")?;
    Ok(iterate_reversed(vm, dict, DictPart::Keys))
}

fn or(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args, "__or__")?;
    union(vm, &args[0], &args[1])
}

fn reflected_or(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args, "__ror__")?;
    union(vm, &args[1], &args[0])
}

fn union(vm: &mut Vm, left: &Value, right: &Value) -> R {
    let (Some(dict), Some(_)) = (vm.cast::<Dict>(left), vm.cast::<Dict>(right)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let both = dict.copy();
    update_with(vm, &both, right)?;
    Ok(Value::object(both))
}

fn inplace_or(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "__ior__")?;
    update_with(vm, &dict, &args[1])?;
    Ok(args[0].clone())
}

/// Whether both have the same keys with equal values.
fn equal(vm: &mut Vm, left: &Ref<Dict>, right: &Ref<Dict>) -> R<bool> {
    if left.len() != right.len() {
        return Ok(false);
    }
    vm.enter_native()?;
    let result = equal_entries(vm, left, right);
    vm.leave_native();
    result
}

fn equal_entries(vm: &mut Vm, left: &Ref<Dict>, right: &Ref<Dict>) -> R<bool> {
    let mut at = 0;
    while let Some((here, key, value)) = left.next_entry(at) {
        match get_value(vm, right, &key)? {
            Some(other) if vm.eq(&value, &other)? => {}
            _ => return Ok(false),
        }
        at = here + 1;
    }
    Ok(true)
}

fn compare_with(vm: &mut Vm, args: &[Value], op: Comparison) -> R {
    let dict = this(vm, args, "__eq__")?;
    match vm.cast::<Dict>(&args[1]) {
        Some(other) => Ok(Value::bool(
            equal(vm, &dict, &other)? == matches!(op, Comparison::Eq),
        )),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn eq(vm: &mut Vm, args: &[Value]) -> R {
    compare_with(vm, args, Comparison::Eq)
}

fn ne(vm: &mut Vm, args: &[Value]) -> R {
    compare_with(vm, args, Comparison::Ne)
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, args, "__repr__")?;
    if dict.len() == 0 {
        return Ok(vm.new_str("{}"));
    }
    let whole = Value::object(dict.clone());
    if !vm.repr_guard(&whole) {
        return Ok(vm.new_str("{...}"));
    }
    let result = repr_entries(vm, &dict);
    vm.repr_leave(&whole);
    Ok(vm.new_str(&result?))
}

fn repr_entries(vm: &mut Vm, dict: &Ref<Dict>) -> R<String> {
    vm.enter_native()?;
    let mut out = String::from("{");
    let mut at = 0;
    let mut result: Result<(), Raised> = Ok(());
    while let Some((here, key, value)) = dict.next_entry(at) {
        if at > 0 && out.len() > 1 {
            out.push_str(", ");
        }
        result = push_entry(vm, &mut out, &key, &value);
        if result.is_err() {
            break;
        }
        at = here + 1;
    }
    vm.leave_native();
    result?;
    out.push('}');
    Ok(out)
}

fn push_entry(vm: &mut Vm, out: &mut String, key: &Value, value: &Value) -> R<()> {
    vm.push_repr(out, key)?;
    out.push_str(": ");
    vm.push_repr(out, value)
}

/// The dict a view looks at.
pub(crate) fn viewed(view: &View) -> Ref<Dict> {
    view.dict.with(|held| match held.to_ref::<Dict>() {
        Some(dict) => dict,
        None => held
            .as_ref::<Instance>()
            .and_then(|instance| instance.carried::<Dict>())
            .expect("a view holds a dict"),
    })
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, /, *args, **kwargs"),
    def("__init__", init, "self, /, *args, **kwargs").bare(2),
    class_def("fromkeys", from_keys, "cls, iterable, value=None, /"),
    def("get", get, "self, key, default=None, /").bare(2),
    def("setdefault", set_default, "self, key, default=None, /").bare(2),
    def("pop", pop, "self, key, default=None, /").bare(2),
    def("popitem", pop_item, "self, /"),
    def("update", update, "self, /, *args, **kwargs").bare(2),
    def("clear", clear, "self, /"),
    def("copy", copy, "self, /"),
    def("keys", keys, "self, /"),
    def("values", values, "self, /"),
    def("items", items, "self, /"),
    def("__len__", len, "self, /"),
    def("__getitem__", get_item, "self, key, /"),
    def("__setitem__", set_item, "self, key, value, /"),
    def("__delitem__", del_item, "self, key, /"),
    def("__contains__", contains, "self, key, /"),
    def("__iter__", iter, "self, /"),
    def("__reversed__", reversed, "self, /"),
    def("__or__", or, "self, other, /"),
    def("__ror__", reflected_or, "self, other, /"),
    def("__ior__", inplace_or, "self, other, /"),
    def("__eq__", eq, "self, other, /"),
    def("__ne__", ne, "self, other, /"),
    def("__repr__", repr, "self, /"),
];

/// Gives `dict` its methods.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.dict.clone();
    vm.add_methods(&class, METHODS);
    vm.set_doc(
        &class,
        "Values by key, in the order in which the keys came.",
    );
    set_unhashable(vm, &class);
}
