//! `dict.keys()`, `dict.values()`, `dict.items()`: live views, the first and last of which are sets to look at.

use super::dict::{get_value, iterate, iterate_reversed, locate, viewed};
use super::receiver::{set_unhashable, wrong_receiver};
use super::sequence::comparisons;
use super::set::{add_value, is_any_set, new_set_from, update_set};
use super::set_algebra::{add_entry, discard_entry};
use crate::heap::{Ref, Slot};
use crate::value::{Class, Dict, DictPart, NativeData, Set, Tuple, Value};
use crate::vm::{Comparison, Def, GetSet, R, Vm, def, getter};

/// A view of a dict.
pub(crate) struct View {
    /// The dict, or an instance of a subclass.
    pub(crate) dict: Slot<Value>,
    pub(crate) part: DictPart,
    /// It is walked by iterators of another kind.
    pub(crate) ordered: bool,
}

impl NativeData for View {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.dict.get());
    }

    fn dict_part(&self) -> Option<(Ref<Dict>, DictPart)> {
        (!self.ordered).then(|| (viewed(self), self.part))
    }
}

/// A view of that part of the dict.
pub(crate) fn new_view(vm: &mut Vm, dict: &Value, part: DictPart) -> Value {
    let class = match part {
        DictPart::Keys => &vm.types.dict_keys,
        DictPart::Values => &vm.types.dict_values,
        DictPart::Items => &vm.types.dict_items,
    };
    let view = View {
        dict: Slot::new(dict.clone()),
        part,
        ordered: false,
    };
    vm.heap.new_opaque(class, view)
}

/// The same of an `OrderedDict`, whose views have classes of their own.
pub(crate) fn new_ordered_view(
    vm: &mut Vm,
    class: &Ref<Class>,
    dict: &Value,
    part: DictPart,
) -> Value {
    let view = View {
        dict: Slot::new(dict.clone()),
        part,
        ordered: true,
    };
    vm.heap.new_opaque(class, view)
}

fn this(vm: &mut Vm, args: &[Value], method: &str) -> R<(Ref<Dict>, DictPart)> {
    match args[0].as_data::<View>() {
        Some(view) => Ok((viewed(view), view.part)),
        None => Err(wrong_receiver(vm, &args[0], "dict_keys", method)),
    }
}

/// Whether it is a view that is a set: of keys or items.
fn is_set_view(value: &Value) -> bool {
    value
        .as_data::<View>()
        .is_some_and(|view| view.part != DictPart::Values)
}

fn len(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(this(vm, args, "__len__")?.0.len() as i64))
}

/// The dict of an exact view of keys.
pub(super) fn keys_viewed(value: &Value) -> Option<Ref<Dict>> {
    let view = value.as_data::<View>()?;
    (view.part == DictPart::Keys).then(|| viewed(view))
}

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    let (dict, part) = this(vm, args, "__iter__")?;
    Ok(iterate(vm, dict, part))
}

fn reversed(vm: &mut Vm, args: &[Value]) -> R {
    let (dict, part) = this(vm, args, "__reversed__")?;
    Ok(iterate_reversed(vm, dict, part))
}

fn has(vm: &mut Vm, dict: &Ref<Dict>, part: DictPart, item: &Value) -> R<bool> {
    if part == DictPart::Keys {
        return Ok(get_value(vm, dict, item)?.is_some());
    }
    let Some(pair) = vm.cast::<Tuple>(item).filter(|pair| pair.len() == 2) else {
        return Ok(false);
    };
    match get_value(vm, dict, &pair.items()[0])? {
        Some(found) => vm.eq(&found, &pair.items()[1]),
        None => Ok(false),
    }
}

fn contains(vm: &mut Vm, args: &[Value]) -> R {
    let (dict, part) = this(vm, args, "__contains__")?;
    Ok(Value::bool(has(vm, &dict, part, &args[1])?))
}

/// Whether every element of `inner` is in `outer`.
fn all_in(vm: &mut Vm, inner: &Value, outer: &Value) -> R<bool> {
    let iterator = vm.iter(inner)?;
    while let Some(item) = vm.next(&iterator)? {
        vm.tick()?;
        if !vm.contains(outer, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn compare_with(vm: &mut Vm, args: &[Value], op: Comparison) -> R {
    let (dict, _) = this(vm, args, "__eq__")?;
    let (view, other) = (&args[0], &args[1]);
    if !is_any_set(vm, other) && !is_set_view(other) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (mine, theirs) = (dict.len(), vm.len(other)?);
    Ok(Value::bool(match op {
        Comparison::Eq => mine == theirs && all_in(vm, view, other)?,
        Comparison::Ne => !(mine == theirs && all_in(vm, view, other)?),
        Comparison::Lt => mine < theirs && all_in(vm, view, other)?,
        Comparison::Le => mine <= theirs && all_in(vm, view, other)?,
        Comparison::Gt => mine > theirs && all_in(vm, other, view)?,
        Comparison::Ge => mine >= theirs && all_in(vm, other, view)?,
    }))
}

comparisons!(compare_with);

fn and(vm: &mut Vm, args: &[Value]) -> R {
    let (mut view, mut other) = (args[0].clone(), args[1].clone());
    let (dict, _) = this(vm, args, "__and__")?;
    if other
        .as_ref::<Set>()
        .is_some_and(|set| !set.frozen && dict.len() <= set.len())
    {
        return vm.call_method(&other, "intersection", &[view]);
    }
    if let Some(second) = other.as_data::<View>()
        && is_set_view(&other)
        && viewed(second).len() > dict.len()
    {
        std::mem::swap(&mut view, &mut other);
    }
    let Some((dict, part)) = view.as_data::<View>().map(|view| (viewed(view), view.part)) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let result = vm.heap.new_set(false);
    if let Some(walked) = keys_viewed(&other).filter(|_| part == DictPart::Keys) {
        let (len, mut at) = (walked.len(), result.add_common_quick(&walked, &dict));
        while let Some((hash, key)) = walked.next_key(&mut at) {
            if locate(vm, &dict, &key, hash)?.is_some() {
                add_entry(vm, &result, hash, key)?;
            }
            if walked.len() != len {
                return Err(vm.runtime_error("dictionary changed size during iteration"));
            }
        }
        return Ok(Value::object(result));
    }
    vm.for_each(&other, &mut |vm: &mut Vm, item: Value| {
        if has(vm, &dict, part, &item)? {
            add_value(vm, &result, item)?;
        }
        Ok(())
    })?;
    Ok(Value::object(result))
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
    let result = new_set_from(vm, left, false)?;
    update_set(vm, &result, right)?;
    Ok(Value::object(result))
}

fn sub(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args, "__sub__")?;
    difference(vm, &args[0], &args[1])
}

fn reflected_sub(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args, "__rsub__")?;
    difference(vm, &args[1], &args[0])
}

fn difference(vm: &mut Vm, left: &Value, right: &Value) -> R {
    let result = new_set_from(vm, left, false)?;
    if let Some(dict) = keys_viewed(right) {
        let (len, mut at) = (dict.len(), 0);
        while let Some((hash, key)) = dict.next_key(&mut at) {
            discard_entry(vm, &result, hash, &key)?;
            if dict.len() != len {
                return Err(vm.runtime_error("dictionary changed size during iteration"));
            }
        }
        return Ok(Value::object(result));
    }
    vm.for_each(right, &mut |vm: &mut Vm, item: Value| {
        let hash = vm.hash(&item)?;
        discard_entry(vm, &result, hash, &item)?;
        Ok(())
    })?;
    Ok(Value::object(result))
}

fn xor(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args, "__xor__")?;
    symmetric(vm, &args[0], &args[1])
}

fn reflected_xor(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args, "__rxor__")?;
    symmetric(vm, &args[1], &args[0])
}

fn symmetric(vm: &mut Vm, left: &Value, right: &Value) -> R {
    let result = Value::object(new_set_from(vm, left, false)?);
    vm.call_method(
        &result,
        "symmetric_difference_update",
        std::slice::from_ref(right),
    )?;
    Ok(result)
}

fn is_disjoint(vm: &mut Vm, args: &[Value]) -> R {
    let (dict, part) = this(vm, args, "isdisjoint")?;
    let iterator = vm.iter(&args[1])?;
    while let Some(item) = vm.next(&iterator)? {
        vm.tick()?;
        if has(vm, &dict, part, &item)? {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let (dict, part) = this(vm, args, "__repr__")?;
    if !vm.repr_guard(&args[0]) {
        return Ok(vm.new_str("..."));
    }
    let iterator = iterate(vm, dict, part);
    let text = vm.to_vec(&iterator).and_then(|items| {
        let list = Value::object(vm.heap.new_list(items));
        vm.repr(&list)
    });
    vm.repr_leave(&args[0]);
    let text = format!("{}({})", vm.short_type_name(&args[0]), text?.as_str());
    Ok(vm.new_str(&text))
}

fn mapping(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args, "mapping")?;
    let dict = args[0].as_data::<View>().map(|view| view.dict.get());
    let proxy = Value::object(vm.types.mappingproxy.clone());
    vm.call(&proxy, &[dict.unwrap_or(Value::NONE)])
}

const COMMON: &[Def] = &[
    def("__len__", len, "self, /"),
    def("__iter__", iter, "self, /"),
    def("__reversed__", reversed, "self, /"),
    def("__repr__", repr, "self, /"),
];

const SETS: &[Def] = &[
    def("isdisjoint", is_disjoint, "self, other, /"),
    def("__contains__", contains, "self, item, /"),
    def("__and__", and, "self, other, /"),
    def("__rand__", and, "self, other, /"),
    def("__or__", or, "self, other, /"),
    def("__ror__", reflected_or, "self, other, /"),
    def("__sub__", sub, "self, other, /"),
    def("__rsub__", reflected_sub, "self, other, /"),
    def("__xor__", xor, "self, other, /"),
    def("__rxor__", reflected_xor, "self, other, /"),
    def("__lt__", lt, "self, other, /"),
    def("__le__", le, "self, other, /"),
    def("__eq__", eq, "self, other, /"),
    def("__ne__", ne, "self, other, /"),
    def("__gt__", gt, "self, other, /"),
    def("__ge__", ge, "self, other, /"),
];

const GETSETS: &[GetSet] = &[getter("mapping", mapping)];

/// Gives the views their methods.
pub(crate) fn install(vm: &mut Vm) {
    let types = &vm.types;
    let classes = [
        types.dict_keys.clone(),
        types.dict_items.clone(),
        types.dict_values.clone(),
    ];
    for (at, class) in classes.iter().enumerate() {
        vm.add_methods(class, COMMON);
        vm.add_getsets(class, GETSETS);
        if at < 2 {
            vm.add_methods(class, SETS);
            set_unhashable(vm, class);
        }
    }
}
