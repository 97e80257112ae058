//! The methods of `OrderedDict` that take keywords or say words of their own: what they do is what a dict does.

use crate::heap::Ref;
use crate::value::{Dict, Value};
use crate::vm::{Def, R, Vm, class_def, def};

fn this(vm: &mut Vm, value: &Value, method: &str) -> R<Ref<Dict>> {
    match vm.cast::<Dict>(value) {
        Some(dict) => Ok(dict),
        None => Err(vm.unfit_receiver(value, method, "OrderedDict")),
    }
}

/// Calls the method of `dict`, without those arguments that were not given.
fn as_dict(vm: &mut Vm, name: &str, args: &[Value]) -> R {
    let name = vm.intern(name);
    let method = vm.types.dict.lookup(&name).unwrap_or(Value::NONE);
    let given = args.iter().filter(|value| !value.is_undef());
    let given: Vec<Value> = given.cloned().collect();
    vm.call(&method, &given)
}

fn setdefault(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "setdefault")?;
    as_dict(vm, "setdefault", args)
}

fn pop(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "pop")?;
    as_dict(vm, "pop", args)
}

fn popitem(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, &args[0], "popitem")?;
    let last = args[1].is_undef() || vm.truth(&args[1])?;
    if dict.len() == 0 {
        let words = vm.new_str("dictionary is empty");
        return Err(vm.key_error(words));
    }
    if last {
        return as_dict(vm, "popitem", &args[..1]);
    }
    let Some((key, value)) = dict.to_vec().into_iter().next() else {
        return Ok(Value::NONE);
    };
    vm.dict_remove(&dict, &key)?;
    Ok(Value::object(vm.heap.pair(key, value)))
}

fn move_to_end(vm: &mut Vm, args: &[Value]) -> R {
    let dict = this(vm, &args[0], "move_to_end")?;
    let last = args[2].is_undef() || vm.truth(&args[2])?;
    if dict.len() == 0 {
        return Err(vm.bare_key_error(&args[1]));
    }
    // The key that is there stays, whatever equal one was given.
    let Some((key, value)) = vm.dict_take(&dict, &args[1])? else {
        return Err(vm.bare_key_error(&args[1]));
    };
    if last {
        vm.dict_set(&dict, key, value)?;
        return Ok(Value::NONE);
    }
    let rest = dict.to_vec();
    dict.clear();
    vm.dict_set(&dict, key, value)?;
    for (key, value) in rest {
        vm.dict_set(&dict, key, value)?;
    }
    Ok(Value::NONE)
}

impl Vm {
    /// A KeyError that has the key as its arguments, not as its argument: so CPython raises it here.
    fn bare_key_error(&mut self, key: &Value) -> crate::vm::Raised {
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

fn copy(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0], "copy")?;
    let class = Value::object(vm.class_of(&args[0]));
    vm.call(&class, &args[..1])
}

fn fromkeys(vm: &mut Vm, args: &[Value]) -> R {
    let made = vm.call(&args[0], &[])?;
    let value = if args[2].is_undef() {
        Value::NONE
    } else {
        args[2].clone()
    };
    let iterator = vm.iter(&args[1])?;
    while let Some(key) = vm.next(&iterator)? {
        vm.tick()?;
        vm.set_item(&made, &key, value.clone())?;
    }
    Ok(made)
}

pub(super) const METHODS: &[Def] = &[
    def("setdefault", setdefault, "self, /, key, default=None"),
    def("pop", pop, "self, /, key, default=None"),
    def("popitem", popitem, "self, /, last=True"),
    def("move_to_end", move_to_end, "self, /, key, last=True"),
    def("copy", copy, "self, /"),
    def("__copy__", copy, "self, /"),
    class_def("fromkeys", fromkeys, "cls, /, iterable, value=None"),
];
