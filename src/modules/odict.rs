//! `collections.OrderedDict`: a dict whose order can be changed and counts in comparisons.
//!
//! The order is that of the entries in the table of the dict it carries (`value/dict_order.rs`): to move one to an end, or
//! to take one from there, is amortised O(1).

use crate::builtins::set_default;
use crate::heap::Ref;
use crate::value::{Dict, DictPart, Instance, Layout, Value, class_flags};
use crate::vm::{Def, R, Raised, Vm, class_def, def, given, rest};

use super::held::{put_class, set_unhashable, tuple};
use super::odict_update::{settable, update, update_with};
use super::odict_views::{self, iterate, view};

fn has(value: &Value, flag: u32) -> bool {
    value
        .as_ref::<Instance>()
        .is_some_and(|instance| instance.with_class(|class| class.has(flag)))
}

fn is_one(value: &Value) -> bool {
    has(value, class_flags::ORDERED)
}

/// Whether it is an instance of the class itself, and of none derived from it.
fn is_exact(value: &Value) -> bool {
    has(value, class_flags::BUILTIN)
}

fn this(vm: &mut Vm, value: &Value, method: &str) -> R<Ref<Dict>> {
    match vm.cast::<Dict>(value) {
        Some(dict) if is_one(value) => Ok(dict),
        _ => Err(vm.unfit_receiver(value, method, "collections.OrderedDict")),
    }
}

/// Calls the method of `dict`.
fn as_dict(vm: &mut Vm, name: &str, args: &[Value]) -> R {
    let name = vm.intern(name);
    let method = vm.types.dict.lookup(&name).unwrap_or(Value::NONE);
    vm.call(&method, args)
}

fn or_none(value: &Value) -> Value {
    if value.is_undef() {
        Value::NONE
    } else {
        value.clone()
    }
}

fn init(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "__init__")?;
    if let [object, other] = args {
        update_with(vm, object, other)?;
        return Ok(Value::NONE);
    }
    let count = rest(&args[1]).len();
    if count > 1 {
        return Err(vm.type_error(format!("expected at most 1 arguments, got {count}")));
    }
    update(vm, &args[0], &args[1], &args[2])?;
    Ok(Value::NONE)
}

fn update_method(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "update")?;
    if let [object, other] = args {
        update_with(vm, object, other)?;
        return Ok(Value::NONE);
    }
    let count = rest(&args[1]).len();
    if count > 1 {
        return Err(vm.type_error(format!(
            "update() takes at most 1 positional argument ({count} given)"
        )));
    }
    update(vm, &args[0], &args[1], &args[2])?;
    Ok(Value::NONE)
}

fn set_item(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, &args[0], "__setitem__")?;
    vm.dict_set(&dict, args[1].clone(), args[2].clone())?;
    Ok(Value::NONE)
}

fn del_item(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, &args[0], "__delitem__")?;
    match vm.dict_remove(&dict, &args[1])? {
        Some(_) => Ok(Value::NONE),
        None => Err(vm.key_error(args[1].clone())),
    }
}

fn setdefault(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "setdefault")?;
    let (object, key) = (&args[0], &args[1]);
    // A subclass has a say in it.
    if is_exact(object) {
        return set_default(vm, args);
    }
    if vm.contains(object, key)? {
        return vm.get_item(object, key);
    }
    let value = or_none(given(args, 2));
    vm.set_item(object, key, value.clone())?;
    Ok(value)
}

fn pop(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, &args[0], "pop")?;
    match vm.dict_remove(&dict, &args[1])? {
        Some(value) => Ok(value),
        None if given(args, 2).is_undef() => Err(vm.bare_key_error(&args[1])),
        None => Ok(given(args, 2).clone()),
    }
}

/// What `last` says: it is given or not.
fn is_last(vm: &mut Vm, value: &Value) -> R<bool> {
    Ok(value.is_undef() || vm.truth(value)?)
}

fn popitem(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, &args[0], "popitem")?;
    let last = is_last(vm, given(args, 1))?;
    let entry = if last {
        dict.previous_entry(usize::MAX)
    } else {
        dict.first_entry()
    };
    let Some((at, ..)) = entry else {
        let words = vm.new_str("dictionary is empty");
        return Err(vm.key_error(words));
    };
    let (key, value) = dict.remove_at(at);
    Ok(Value::object(vm.heap.pair(key, value)))
}

fn move_to_end(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, &args[0], "move_to_end")?;
    let last = is_last(vm, given(args, 2))?;
    let end = if last {
        dict.previous_entry(usize::MAX)
    } else {
        dict.first_entry()
    };
    let Some((end, key, _)) = end else {
        return Err(vm.bare_key_error(&args[1]));
    };
    if key.is_same(&args[1]) {
        return Ok(Value::NONE);
    }
    let hash = vm.hash(&args[1])?;
    match vm.dict_find(&dict, &args[1], hash)? {
        Some(at) if at == end => {}
        Some(at) => dict.move_to_end(at, last),
        None => return Err(vm.bare_key_error(&args[1])),
    }
    Ok(Value::NONE)
}

impl Vm {
    /// A KeyError that has the key as its arguments, not as its argument: so CPython raises it here.
    fn bare_key_error(&mut self, key: &Value) -> Raised {
        let class = Value::object(self.types.key_error.clone());
        let args = match key.as_ref::<crate::value::Tuple>() {
            Some(tuple) => tuple.items().to_vec(),
            None if key.is_none() => Vec::new(),
            None => vec![key.clone()],
        };
        match self.call(&class, &args) {
            Ok(error) => self.raise_value(error),
            Err(raised) => raised,
        }
    }
}

fn clear(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "clear")?.empty();
    Ok(Value::NONE)
}

fn copy(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, &args[0], "copy")?;
    let class = vm.class_of(&args[0]);
    if is_exact(&args[0]) {
        let dict = Value::object(dict.copy());
        return Ok(Value::object(class.new_instance(Some(dict))));
    }
    let made = vm.call(&Value::object(class), &[])?;
    for (key, _) in dict.to_vec() {
        let value = vm.get_item(&args[0], &key)?;
        vm.set_item(&made, &key, value)?;
    }
    Ok(made)
}

fn fromkeys(vm: &mut Vm, args: &[Value]) -> R {
    let made = vm.call(&args[0], &[])?;
    let value = or_none(&args[2]);
    let dict = settable(vm, &made);
    vm.for_each(&args[1], &mut |vm: &mut Vm, key: Value| match &dict {
        Some(dict) => vm.dict_set(dict, key, value.clone()),
        None => vm.set_item(&made, &key, value.clone()),
    })?;
    Ok(made)
}

fn keys(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "keys")?;
    Ok(view(vm, &args[0], DictPart::Keys))
}

fn values(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "values")?;
    Ok(view(vm, &args[0], DictPart::Values))
}

fn items(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "items")?;
    Ok(view(vm, &args[0], DictPart::Items))
}

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, &args[0], "__iter__")?;
    Ok(iterate(vm, &args[0], &dict, DictPart::Keys, false))
}

fn reversed(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, &args[0], "__reversed__")?;
    Ok(iterate(vm, &args[0], &dict, DictPart::Keys, true))
}

/// Whether both have equal keys in the same order.
fn same_order(vm: &mut Vm, left: &Ref<Dict>, right: &Ref<Dict>) -> R<bool> {
    let versions = (left.version(), right.version());
    let (mut here, mut there) = (0, 0);
    loop {
        match (left.next_key(&mut here), right.next_key(&mut there)) {
            (None, None) => return Ok(true),
            (Some((_, key)), Some((_, other))) => {
                let same = vm.eq(&key, &other)?;
                if versions != (left.version(), right.version()) {
                    return Err(vm.runtime_error("OrderedDict mutated during iteration"));
                }
                if !same {
                    return Ok(false);
                }
            }
            _ => return Ok(false),
        }
    }
}

/// `==` if `wanted`, otherwise `!=`.
fn compare(vm: &mut Vm, args: &[Value], method: &str, wanted: bool) -> R {
    let dict = this(vm, &args[0], method)?;
    let Some(other) = vm.cast::<Dict>(&args[1]) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if is_one(&args[1])
        && let Some(equal) = dict.same_items(&other)
    {
        return Ok(Value::bool(equal == wanted));
    }
    let answer = as_dict(vm, method, args)?;
    if !is_one(&args[1]) || answer.is_same(&Value::bool(!wanted)) {
        return Ok(answer);
    }
    Ok(Value::bool(same_order(vm, &dict, &other)? == wanted))
}

fn eq(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, "__eq__", true)
}

fn ne(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, "__ne__", false)
}

fn union(vm: &mut Vm, left: &Value, right: &Value) -> R {
    let (one, other) = if is_one(left) {
        (left, right)
    } else {
        (right, left)
    };
    if vm.cast::<Dict>(other).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let class = Value::object(vm.class_of(one));
    let made = vm.call(&class, std::slice::from_ref(left))?;
    update_with(vm, &made, right)?;
    Ok(made)
}

fn or(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "__or__")?;
    union(vm, &args[0], &args[1])
}

fn reflected_or(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "__ror__")?;
    union(vm, &args[1], &args[0])
}

fn inplace_or(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "__ior__")?;
    update_with(vm, &args[0], &args[1])?;
    Ok(args[0].clone())
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, &args[0], "__repr__")?;
    let name = vm.short_type_name(&args[0]);
    if dict.len() == 0 {
        return Ok(vm.new_str(&format!("{name}()")));
    }
    if !vm.repr_guard(&args[0]) {
        return Ok(vm.new_str("..."));
    }
    let text = entries(vm, &args[0], &dict).and_then(|pairs| vm.repr(&pairs));
    vm.repr_leave(&args[0]);
    let text = text?;
    Ok(vm.new_str(&format!("{name}({})", text.as_str())))
}

/// The list of pairs that is shown: subclasses have a say in it.
fn entries(vm: &mut Vm, object: &Value, dict: &Ref<Dict>) -> R {
    let pairs = if is_exact(object) {
        let pairs = dict.to_vec().into_iter();
        pairs
            .map(|(key, value)| Value::object(vm.heap.pair(key, value)))
            .collect()
    } else {
        let items = vm.call_method(object, "items", &[])?;
        vm.to_vec(&items)?
    };
    Ok(Value::object(vm.heap.new_list(pairs)))
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "__reduce__")?;
    let class = Value::object(vm.class_of(&args[0]));
    let state = vm.call_method(&args[0], "__getstate__", &[])?;
    let items = vm.call_method(&args[0], "items", &[])?;
    let items = vm.iter(&items)?;
    let none = tuple(vm, Vec::new());
    Ok(tuple(vm, vec![class, none, state, Value::NONE, items]))
}

fn sizeof(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "__sizeof__")?;
    Ok(Value::int(super::sys_info::size_of(vm, &args[0])))
}

/// Adds the type to the module.
pub(super) fn add_type(vm: &mut Vm, globals: &Ref<Dict>) {
    odict_views::make(vm);
    let base = vm.types.dict.clone();
    let class = vm.new_type("OrderedDict", "collections", &[base], Layout::Payload);
    vm.add_methods(&class, METHODS);
    set_unhashable(vm, &class);
    vm.set_doc(
        &class,
        "A dict whose order can be changed and counts in comparisons.",
    );
    class.set_flag(class_flags::DEFAULT_EQ, false);
    class.set_flag(class_flags::OWN_DICT | class_flags::ORDERED, true);
    put_class(globals, &class);
}

const METHODS: &[Def] = &[
    def("__repr__", repr, "self, /"),
    def("__eq__", eq, "self, other, /"),
    def("__ne__", ne, "self, other, /"),
    def("__iter__", iter, "self, /"),
    def("__init__", init, "self, /, *args, **kwargs").bare(2),
    def("__or__", or, "self, other, /"),
    def("__ror__", reflected_or, "self, other, /"),
    def("__ior__", inplace_or, "self, other, /"),
    def("__setitem__", set_item, "self, key, value, /"),
    def("__delitem__", del_item, "self, key, /"),
    class_def("fromkeys", fromkeys, "cls, /, iterable, value=None"),
    def("__sizeof__", sizeof, "self, /"),
    def("__reduce__", reduce, "self, /"),
    def("setdefault", setdefault, "self, /, key, default=None").bare(2),
    def("pop", pop, "self, /, key, default=None").bare(2),
    def("popitem", popitem, "self, /, last=True").bare(1),
    def("keys", keys, "self, /"),
    def("values", values, "self, /"),
    def("items", items, "self, /"),
    def("update", update_method, "self, /, *args, **kwargs").bare(2),
    def("clear", clear, "self, /"),
    def("copy", copy, "self, /"),
    def("__reversed__", reversed, "self, /"),
    def("move_to_end", move_to_end, "self, /, key, last=True").bare(2),
];
