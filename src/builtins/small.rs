//! `NoneType`, `ellipsis`, `NotImplementedType`, `cell`, generic aliases, unions.

use crate::heap::Ref;
use crate::value::{Class, NativeData, Tuple, Value, VarCell};
use crate::vm::{Def, GetSet, R, Vm, class_def, def, getset, getter, rest, static_def};

pub(crate) fn install(vm: &mut Vm) {
    let singles: [(Ref<Class>, crate::vm::NativeFn); 3] = [
        (vm.types.none_type.clone(), none_new),
        (vm.types.ellipsis_type.clone(), ellipsis_new),
        (vm.types.not_implemented_type.clone(), not_implemented_new),
    ];
    for (class, new) in singles {
        vm.add_methods(
            &class,
            &[
                static_def("__new__", new, "cls, /"),
                def("__repr__", single_repr, "self, /"),
            ],
        );
    }
    let class = vm.types.none_type.clone();
    vm.add_methods(
        &class,
        &[
            def("__bool__", none_bool, "self, /"),
            def("__or__", union_method, "self, value, /"),
        ],
    );
    let class = vm.types.cell.clone();
    vm.add_methods(
        &class,
        &[static_def("__new__", cell_new, "cls, contents=None, /")],
    );
    vm.add_getsets(&class, &[getset("cell_contents", cell_get, cell_set)]);
    let class = vm.types.generic_alias.clone();
    vm.add_methods(&class, ALIAS_METHODS);
    vm.add_getsets(&class, ALIAS_GETSETS);
    let class = vm.types.union_type.clone();
    vm.add_methods(&class, UNION_METHODS);
    vm.add_getsets(&class, &[getter("__args__", alias_args)]);
    let t = &vm.types;
    let generic = [
        &t.list,
        &t.dict,
        &t.tuple,
        &t.set,
        &t.frozenset,
        &t.type_,
        &t.enumerate,
        &t.base_exception_group,
    ];
    for class in generic.map(Ref::clone) {
        vm.add_methods(
            &class,
            &[class_def(
                "__class_getitem__",
                class_getitem,
                "cls, item, /",
            )],
        );
    }
}

fn none_new(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

fn ellipsis_new(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::ELLIPSIS)
}

fn not_implemented_new(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NOT_IMPLEMENTED)
}

fn single_repr(vm: &mut Vm, args: &[Value]) -> R {
    vm.repr(&args[0]).map(Value::object)
}

fn none_bool(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::FALSE)
}

fn cell_new(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(vm.heap.alloc(VarCell {
        value: crate::heap::Slot::new(args[1].clone()),
    })))
}

fn cell_get(vm: &mut Vm, args: &[Value]) -> R {
    let value = args[0]
        .as_ref::<VarCell>()
        .map_or(Value::UNDEF, |cell| cell.value.get());
    if value.is_undef() {
        Err(vm.value_error("Cell is empty"))
    } else {
        Ok(value)
    }
}

fn cell_set(_: &mut Vm, args: &[Value]) -> R {
    if let Some(cell) = args[0].as_ref::<VarCell>() {
        cell.value.set(args[1].clone());
    }
    Ok(Value::NONE)
}

/// `list[int]`, and the members of `int | str`.
struct Alias {
    origin: Value,
    args: Value,
}

impl NativeData for Alias {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.origin);
        visit(&self.args);
    }
}

fn new_alias(vm: &mut Vm, origin: &Value, item: &Value) -> Value {
    let args = if item.as_ref::<Tuple>().is_some() {
        item.clone()
    } else {
        Value::object(vm.heap.tuple_of(std::slice::from_ref(item)))
    };
    let class = vm.types.generic_alias.clone();
    vm.heap.new_opaque(
        &class,
        Alias {
            origin: origin.clone(),
            args,
        },
    )
}

fn alias_new(vm: &mut Vm, args: &[Value]) -> R {
    Ok(new_alias(vm, &args[1], &args[2]))
}

fn class_getitem(vm: &mut Vm, args: &[Value]) -> R {
    Ok(new_alias(vm, &args[0], &args[1]))
}

fn alias<'a>(vm: &mut Vm, value: &'a Value) -> R<&'a Alias> {
    match value.as_data::<Alias>() {
        Some(alias) => Ok(alias),
        None => Err(vm.type_error("a generic alias is required")),
    }
}

fn type_text(vm: &mut Vm, value: &Value) -> R<String> {
    if value.is_none()
        || value
            .as_ref::<Class>()
            .is_some_and(|class| class.is(&vm.types.none_type))
    {
        return Ok("None".to_string());
    }
    if let Some(class) = value.to_ref::<Class>() {
        return Ok(super::object::qualified_title(vm, &class));
    }
    if matches!(value.tag(), crate::value::Tag::Ellipsis) {
        return Ok("...".to_string());
    }
    Ok(vm.repr(value)?.as_str().to_string())
}

fn alias_repr(vm: &mut Vm, args: &[Value]) -> R {
    let (origin, items) = {
        let alias = alias(vm, &args[0])?;
        (alias.origin.clone(), alias.args.clone())
    };
    let origin = type_text(vm, &origin)?;
    let mut parts = Vec::new();
    for item in vm.to_vec(&items)? {
        parts.push(type_text(vm, &item)?);
    }
    let inside = if parts.is_empty() {
        "()".to_string()
    } else {
        parts.join(", ")
    };
    Ok(vm.new_str(&format!("{origin}[{inside}]")))
}

fn alias_call(vm: &mut Vm, args: &[Value]) -> R {
    let origin = alias(vm, &args[0])?.origin.clone();
    let keywords = vm.keywords(&args[2]);
    vm.call_kw(&origin, rest(&args[1]), &keywords)
}

fn alias_origin(vm: &mut Vm, args: &[Value]) -> R {
    Ok(alias(vm, &args[0])?.origin.clone())
}

fn alias_args(vm: &mut Vm, args: &[Value]) -> R {
    Ok(alias(vm, &args[0])?.args.clone())
}

fn alias_parameters(vm: &mut Vm, _: &[Value]) -> R {
    Ok(Value::object(vm.heap.tuple_of(&[])))
}

fn alias_getattr(vm: &mut Vm, args: &[Value]) -> R {
    let origin = alias(vm, &args[0])?.origin.clone();
    let name = vm.expect_str(&args[1], "attribute name")?;
    let name = vm.intern_str(&name);
    vm.get_attr(&origin, &name)
}

fn alias_eq(vm: &mut Vm, args: &[Value]) -> R {
    let (Some(a), Some(b)) = (args[0].as_data::<Alias>(), args[1].as_data::<Alias>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let (origins, items) = (
        (a.origin.clone(), b.origin.clone()),
        (a.args.clone(), b.args.clone()),
    );
    Ok(Value::bool(
        vm.eq(&origins.0, &origins.1)? && vm.eq(&items.0, &items.1)?,
    ))
}

fn alias_hash(vm: &mut Vm, args: &[Value]) -> R {
    let (origin, items) = {
        let alias = alias(vm, &args[0])?;
        (alias.origin.clone(), alias.args.clone())
    };
    Ok(Value::int((vm.hash(&origin)? ^ vm.hash(&items)?) as i64))
}

fn alias_mro_entries(vm: &mut Vm, args: &[Value]) -> R {
    let origin = alias(vm, &args[0])?.origin.clone();
    Ok(Value::object(vm.heap.tuple_of(&[origin])))
}

fn alias_instancecheck(vm: &mut Vm, _: &[Value]) -> R {
    Err(vm.type_error("isinstance() argument 2 cannot be a parameterized generic"))
}

fn union_method(vm: &mut Vm, args: &[Value]) -> R {
    union_of(vm, &args[0], &args[1])
}

/// `left | right` for classes.
pub(super) fn union_of(vm: &mut Vm, left: &Value, right: &Value) -> R {
    let mut members: Vec<Value> = Vec::new();
    for side in [left, right] {
        let class = vm.class_of(side);
        if class.is(&vm.types.union_type) {
            let items = alias(vm, side)?.args.clone();
            members.extend(vm.to_vec(&items)?);
        } else if side.is_none() {
            members.push(Value::object(vm.types.none_type.clone()));
        } else if side.as_ref::<Class>().is_some() || class.is(&vm.types.generic_alias) {
            members.push(side.clone());
        } else {
            return Ok(Value::NOT_IMPLEMENTED);
        }
    }
    let mut unique: Vec<Value> = Vec::new();
    for member in members {
        let mut known = false;
        for other in &unique {
            known |= vm.eq(other, &member)?;
        }
        if !known {
            unique.push(member);
        }
    }
    if unique.len() == 1 {
        return Ok(unique.remove(0));
    }
    let args = Value::object(vm.heap.new_tuple(unique));
    let class = vm.types.union_type.clone();
    Ok(vm.heap.new_opaque(
        &class,
        Alias {
            origin: Value::NONE,
            args,
        },
    ))
}

fn union_repr(vm: &mut Vm, args: &[Value]) -> R {
    let items = alias(vm, &args[0])?.args.clone();
    let mut parts = Vec::new();
    for item in vm.to_vec(&items)? {
        parts.push(type_text(vm, &item)?);
    }
    Ok(vm.new_str(&parts.join(" | ")))
}

fn union_instancecheck(vm: &mut Vm, args: &[Value]) -> R {
    let items = alias(vm, &args[0])?.args.clone();
    Ok(Value::bool(vm.py_isinstance(&args[1], &items)?))
}

fn union_subclasscheck(vm: &mut Vm, args: &[Value]) -> R {
    let items = alias(vm, &args[0])?.args.clone();
    Ok(Value::bool(vm.py_issubclass(&args[1], &items)?))
}

const ALIAS_METHODS: &[Def] = &[
    static_def("__new__", alias_new, "cls, origin, args, /"),
    def("__repr__", alias_repr, "self, /"),
    def("__call__", alias_call, "self, /, *args, **kwargs"),
    def("__getattr__", alias_getattr, "self, name, /"),
    def("__eq__", alias_eq, "self, value, /"),
    def("__hash__", alias_hash, "self, /"),
    def("__mro_entries__", alias_mro_entries, "self, bases, /"),
    def("__or__", union_method, "self, value, /"),
    def(
        "__instancecheck__",
        alias_instancecheck,
        "self, instance, /",
    ),
];

const ALIAS_GETSETS: &[GetSet] = &[
    getter("__origin__", alias_origin),
    getter("__args__", alias_args),
    getter("__parameters__", alias_parameters),
];

const UNION_METHODS: &[Def] = &[
    def("__repr__", union_repr, "self, /"),
    def("__eq__", alias_eq, "self, value, /"),
    def("__hash__", alias_hash, "self, /"),
    def("__or__", union_method, "self, value, /"),
    def(
        "__instancecheck__",
        union_instancecheck,
        "self, instance, /",
    ),
    def(
        "__subclasscheck__",
        union_subclasscheck,
        "self, subclass, /",
    ),
];
