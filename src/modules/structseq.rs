//! Tuples whose elements also have names: `sys.version_info`, `time.struct_time`, ...

use crate::heap::Ref;
use crate::value::{Class, Layout, Str, Tuple, Value};
use crate::vm::{Def, R, TupleGetter, Vm, def, static_def};

use super::held::class_arg;

/// The class of such descriptors.
struct GetterClass(Ref<Class>);

#[derive(Default)]
struct Getters(Option<GetterClass>);

/// The class `_collections._tuplegetter`.
pub(crate) fn getter_class(vm: &mut Vm) -> Ref<Class> {
    if let Some(known) = &vm.state::<Getters>().0 {
        return known.0.clone();
    }
    let class = vm.new_type("_tuplegetter", "collections", &[], Layout::Opaque);
    vm.add_methods(&class, GETTER_METHODS);
    vm.state::<Getters>().0 = Some(GetterClass(class.clone()));
    class
}

fn getter_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let index = usize::try_from(vm.index(&args[1])?).unwrap_or(usize::MAX);
    Ok(vm.heap.new_opaque(
        &class,
        TupleGetter {
            index,
            doc: crate::heap::Slot::new(args[2].clone()),
        },
    ))
}

fn getter_get(vm: &mut Vm, args: &[Value]) -> R {
    let getter = super::held::this::<TupleGetter>(vm, args)?;
    if args[1].is_none() {
        return Ok(args[0].clone());
    }
    let found = match args[1].as_ref::<Tuple>() {
        Some(tuple) => tuple.items().get(getter.index).cloned(),
        None => vm.cast::<Tuple>(&args[1]).map(|tuple| {
            tuple
                .items()
                .get(getter.index)
                .cloned()
                .unwrap_or(Value::UNDEF)
        }),
    };
    match found {
        Some(value) if !value.is_undef() => Ok(value),
        Some(_) => Err(vm.index_error("tuple index out of range")),
        None => {
            let message = format!(
                "descriptor for index '{}' for tuple subclasses doesn't apply to '{}' object",
                getter.index,
                vm.type_name(&args[1])
            );
            Err(vm.type_error(message))
        }
    }
}

fn getter_set(vm: &mut Vm, _: &[Value]) -> R {
    Err(vm.attribute_error_plain("can't set attribute"))
}

fn getter_delete(vm: &mut Vm, _: &[Value]) -> R {
    Err(vm.attribute_error_plain("can't delete attribute"))
}

/// A new kind of tuple.
pub(crate) fn make(vm: &mut Vm, name: &str, module: &str, fields: &[&str]) -> Ref<Class> {
    let base = vm.types.tuple.clone();
    let class = vm.new_type(name, module, &[base], Layout::Payload);
    let getters = getter_class(vm);
    for (index, field) in fields.iter().enumerate() {
        let getter = vm.heap.new_opaque(
            &getters,
            TupleGetter {
                index,
                doc: crate::heap::Slot::new(Value::NONE),
            },
        );
        let field = vm.intern(field);
        class.dict.set_str(&field, getter);
    }
    let names: Vec<Value> = fields
        .iter()
        .map(|field| Value::object(vm.intern(field)))
        .collect();
    let names = Value::object(vm.heap.new_tuple(names));
    let key = vm.intern("__match_args__");
    class.dict.set_str(&key, names);
    let n = Value::int(fields.len() as i64);
    for key in ["n_fields", "n_sequence_fields"] {
        let key = vm.intern(key);
        class.dict.set_str(&key, n.clone());
    }
    vm.add_methods(&class, METHODS);
    class
}

/// A tuple of that kind.
pub(crate) fn instance(vm: &mut Vm, class: &Ref<Class>, values: Vec<Value>) -> Value {
    let tuple = Value::object(vm.heap.new_tuple(values));
    Value::object(class.new_instance(Some(tuple)))
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let values = vm.to_vec(&args[1])?;
    let key = vm.intern("n_fields");
    let wanted = class.lookup(&key).and_then(|n| n.as_int()).unwrap_or(0);
    if values.len() as i64 != wanted {
        let module = vm.intern("__module__");
        let module = class
            .lookup(&module)
            .and_then(|name| name.to_ref::<Str>())
            .map_or(String::new(), |name| format!("{}.", name.as_str()));
        let message = format!(
            "{module}{}() takes a {wanted}-sequence ({}-sequence given)",
            class.name.get().as_str(),
            values.len()
        );
        return Err(vm.type_error(message));
    }
    Ok(instance(vm, &class, values))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let class = vm.class_of(&args[0]);
    let (fields, module) = (vm.intern("__match_args__"), vm.intern("__module__"));
    let fields = class
        .lookup(&fields)
        .and_then(|names| names.to_ref::<Tuple>());
    let module = class.lookup(&module).and_then(|name| name.to_ref::<Str>());
    let (Some(values), Some(fields)) = (vm.cast::<Tuple>(&args[0]), fields) else {
        return Err(vm.type_error("not a named tuple"));
    };
    let mut text = module.map_or(String::new(), |module| format!("{}.", module.as_str()));
    text.push_str(class.name.get().as_str());
    text.push('(');
    for (at, (field, value)) in fields.items().iter().zip(values.items()).enumerate() {
        if at > 0 {
            text.push_str(", ");
        }
        text.push_str(field.as_ref::<Str>().map_or("", |field| field.as_str()));
        text.push('=');
        text.push_str(vm.repr(value)?.as_str());
    }
    text.push(')');
    Ok(vm.new_str(&text))
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    let class = Value::object(vm.class_of(&args[0]));
    let inner = Value::object(vm.heap.new_tuple(vec![vm.plain(&args[0])]));
    Ok(Value::object(vm.heap.new_tuple(vec![class, inner])))
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, sequence, /"),
    def("__repr__", repr, "self, /"),
    def("__reduce__", reduce, "self, /"),
];

const GETTER_METHODS: &[Def] = &[
    static_def("__new__", getter_new, "cls, index, doc, /"),
    def("__get__", getter_get, "self, instance, owner=None, /"),
    def("__set__", getter_set, "self, instance, value, /"),
    def("__delete__", getter_delete, "self, instance, /"),
];

/// Makes a kind of tuple show its name without its module, as `collections.namedtuple` does.
pub(crate) fn plain_name(vm: &mut Vm, class: &Ref<Class>) {
    let name = vm.intern("__module__");
    class.dict.remove_str(&name);
}
