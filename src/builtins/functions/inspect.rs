//! Functions that ask what a value is: `isinstance`, `callable`, `id`, `hash`, `repr`, `dir`, `vars`, ...

use crate::builtins::sort::sort_values;
use crate::heap::Ref;
use crate::value::{Class, Dict, Instance, Module, Special, Str, Tuple, Value};
use crate::vm::{Def, R, Vm, def};
use num_bigint::BigInt;

fn isinstance(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(vm.py_isinstance(&args[0], &args[1])?))
}

fn issubclass(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(is_subclass(vm, &args[0], &args[1])?))
}

fn is_subclass(vm: &mut Vm, class: &Value, of: &Value) -> R<bool> {
    if let Some(several) = vm.cast::<Tuple>(of) {
        return any_of(vm, class, several.items());
    }
    if vm.class_of(of).is(&vm.types.union_type) {
        let several = vm.get_attr_str(of, "__args__")?;
        return match several.as_ref::<Tuple>() {
            Some(several) => any_of(vm, class, several.items()),
            None => Ok(false),
        };
    }
    if let Some(of) = of.as_ref::<Class>()
        && vm.class_of(&Value::object(of.clone())).is(&vm.types.type_)
    {
        return match class.as_ref::<Class>() {
            Some(class) => Ok(class.is_subclass(of)),
            None => Err(vm.type_error("issubclass() arg 1 must be a class")),
        };
    }
    if let Some(answer) =
        vm.call_special(of, Special::SubclassCheck, std::slice::from_ref(class))?
    {
        return vm.truth(&answer);
    }
    match (class.as_ref::<Class>(), of.as_ref::<Class>()) {
        (Some(class), Some(of)) => Ok(class.is_subclass(of)),
        (None, _) => Err(vm.type_error("issubclass() arg 1 must be a class")),
        (_, None) => {
            Err(vm.type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union"))
        }
    }
}

fn any_of(vm: &mut Vm, class: &Value, several: &[Value]) -> R<bool> {
    vm.enter_native()?;
    let mut result = Ok(false);
    for of in several {
        result = is_subclass(vm, class, of);
        if !matches!(result, Ok(false)) {
            break;
        }
    }
    vm.leave_native();
    result
}

fn callable(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(vm.is_callable(&args[0])))
}

fn id(vm: &mut Vm, args: &[Value]) -> R {
    let value = &args[0];
    if value.is_heap() {
        return Ok(Value::int(value.raw_bits() as i64));
    }
    // Odd, so never an address; the tag keeps 1, 1.0 and True apart.
    let number = i128::from(value.raw_bits()) * 256 + i128::from(value.tag() as u8) * 2 + 1;
    Ok(match i64::try_from(number) {
        Ok(number) => Value::int(number),
        Err(_) => vm.heap.new_int(BigInt::from(number)),
    })
}

fn hash(vm: &mut Vm, args: &[Value]) -> R {
    let hash = vm.hash(&args[0])? as i64;
    Ok(Value::int(if hash == -1 { -2 } else { hash }))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(vm.repr(&args[0])?))
}

fn ascii(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(vm.ascii(&args[0])?))
}

fn format(vm: &mut Vm, args: &[Value]) -> R {
    if args[1].is_undef() {
        return vm.format(&args[0], "");
    }
    match vm.cast::<Str>(&args[1]) {
        Some(spec) => vm.format(&args[0], spec.as_str()),
        None => {
            let given = vm.argument_type(&args[1]);
            Err(vm.type_error(format!("format() argument 2 must be str, not {given}")))
        }
    }
}

/// The variables of the caller, for `dir()` and `vars()`.
fn caller_variables(vm: &mut Vm) -> R {
    let name = vm.intern("locals");
    match vm.builtins.get_str(&name) {
        Some(locals) => vm.call(&locals, &[]),
        None => Err(vm.type_error("locals() is not available")),
    }
}

fn vars(vm: &mut Vm, args: &[Value]) -> R {
    if args[0].is_undef() {
        return caller_variables(vm);
    }
    let name = vm.intern("__dict__");
    match vm.find_attr(&args[0], &name)? {
        Some(dict) => Ok(dict),
        None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
    }
}

fn dir(vm: &mut Vm, args: &[Value]) -> R {
    let mut names = if args[0].is_undef() {
        let variables = caller_variables(vm)?;
        vm.to_vec(&variables)?
    } else {
        match vm.call_special(&args[0], Special::Dir, &[])? {
            Some(names) => vm.to_vec(&names)?,
            None => names_of(vm, &args[0])?,
        }
    };
    sort_values(vm, &mut names, &Value::NONE, false)?;
    Ok(Value::object(vm.heap.new_list(names)))
}

/// The names of an object's attributes and its classes', each once.
pub(crate) fn names_of(vm: &mut Vm, object: &Value) -> R<Vec<Value>> {
    let all = vm.heap.new_dict();
    let add = |entries: Vec<(Value, Value)>| {
        for (name, _) in entries {
            if let Some(name) = name.as_ref::<Str>() {
                all.set_str(name, Value::NONE);
            }
        }
    };
    if let Some(module) = object.as_ref::<Module>() {
        add(module.globals.to_vec());
        return Ok(all.to_vec().into_iter().map(|(name, _)| name).collect());
    }
    let class: Ref<Class> = match object.to_ref::<Class>() {
        Some(class) => class,
        None => vm.class_of(object),
    };
    for base in class.mro.get().items() {
        if let Some(base) = base.as_ref::<Class>() {
            add(base.dict.to_vec());
        }
    }
    match object.as_ref::<Instance>() {
        Some(instance) => add(instance.own_attributes()),
        None if object.as_ref::<Class>().is_none() => {
            let name = vm.intern("__dict__");
            if let Some(dict) = vm
                .find_attr(object, &name)?
                .and_then(|dict| dict.to_ref::<Dict>())
            {
                add(dict.to_vec());
            }
        }
        None => {}
    }
    Ok(all.to_vec().into_iter().map(|(name, _)| name).collect())
}

pub(crate) const FUNCTIONS: &[Def] = &[
    def("isinstance", isinstance, "obj, class_or_tuple, /"),
    def("issubclass", issubclass, "cls, class_or_tuple, /"),
    def("callable", callable, "obj, /"),
    def("id", id, "obj, /"),
    def("hash", hash, "obj, /"),
    def("repr", repr, "obj, /"),
    def("ascii", ascii, "obj, /"),
    def("format", format, "value, format_spec='', /"),
    def("vars", vars, "object=None, /"),
    def("dir", dir, "object=None, /"),
];
