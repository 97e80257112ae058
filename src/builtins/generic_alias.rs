//! `types.GenericAlias` (`list[int]`) and `types.UnionType` (`int | str`).

use super::alias_text::{texts, type_text};
use crate::heap::Ref;
use crate::value::{Class, NativeData, Tag, Tuple, Value, class_flags};
use crate::vm::{Def, GetSet, R, Vm, class_def, def, getter, rest, static_def};

/// Gives both types their methods, and the containers their subscripts.
pub(super) fn install(vm: &mut Vm) {
    let class = vm.types.generic_alias.clone();
    vm.add_methods(&class, ALIAS_METHODS);
    vm.add_getsets(&class, ALIAS_GETSETS);
    class.set_flag(class_flags::GETATTRIBUTE, true);
    let class = vm.types.union_type.clone();
    vm.add_methods(&class, UNION_METHODS);
    vm.add_getsets(&class, UNION_GETSETS);
    let module = vm.new_str("types");
    let key = vm.intern("__module__");
    // An alias has that of its origin; a union knows it.
    vm.types.generic_alias.home.set(module.clone());
    vm.types.union_type.dict.set_str(&key, module);
    let t = &vm.types;
    let generic = [
        &t.list,
        &t.dict,
        &t.tuple,
        &t.set,
        &t.frozenset,
        &t.type_,
        &t.enumerate,
        &t.mappingproxy,
        &t.base_exception_group,
    ];
    let subscript = [class_def("__class_getitem__", subscripted, "cls, item, /")];
    for class in generic.map(Ref::clone) {
        vm.add_methods(&class, &subscript);
    }
}

/// A subscripted class; of a union, its members.
struct Alias {
    origin: Value,
    args: Value,
    /// Written with a star: stands for the types of a tuple, one by one.
    unpacked: bool,
}

impl NativeData for Alias {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.origin);
        visit(&self.args);
    }
}

fn make(vm: &mut Vm, class: &Ref<Class>, origin: Value, args: Vec<Value>, unpacked: bool) -> Value {
    let args = Value::object(vm.heap.new_tuple(args));
    let data = Alias {
        origin,
        args,
        unpacked,
    };
    vm.heap.new_opaque(class, data)
}

fn items_of(item: &Value) -> Vec<Value> {
    let items = item.as_ref::<Tuple>();
    items.map_or_else(|| vec![item.clone()], |items| items.items().to_vec())
}

/// What stands between the brackets: a tuple of any class, or one thing.
fn subscripts(vm: &Vm, item: &Value) -> Vec<Value> {
    let tuple = vm.cast::<Tuple>(item);
    tuple.map_or_else(|| vec![item.clone()], |items| items.items().to_vec())
}

fn alias_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = args[0]
        .to_ref::<Class>()
        .unwrap_or_else(|| vm.types.generic_alias.clone());
    Ok(make(
        vm,
        &class,
        args[1].clone(),
        subscripts(vm, &args[2]),
        false,
    ))
}

fn subscripted(vm: &mut Vm, args: &[Value]) -> R {
    let class = vm.types.generic_alias.clone();
    Ok(make(
        vm,
        &class,
        args[0].clone(),
        subscripts(vm, &args[1]),
        false,
    ))
}

fn alias<'a>(vm: &mut Vm, value: &'a Value) -> R<&'a Alias> {
    match value.as_data::<Alias>() {
        Some(alias) => Ok(alias),
        None => Err(vm.unfit_receiver(value, "method", "object")),
    }
}

fn args_of(vm: &mut Vm, value: &Value) -> R<Vec<Value>> {
    Ok(items_of(&alias(vm, value)?.args))
}

fn alias_repr(vm: &mut Vm, args: &[Value]) -> R {
    let data = alias(vm, &args[0])?;
    let star = if data.unpacked { "*" } else { "" };
    let origin = type_text(vm, &data.origin.clone())?;
    let items = args_of(vm, &args[0])?;
    let parts = texts(vm, &items)?;
    let inside = if parts.is_empty() {
        "()".to_string()
    } else {
        parts.join(", ")
    };
    Ok(vm.new_str(&format!("{star}{origin}[{inside}]")))
}

fn alias_call(vm: &mut Vm, args: &[Value]) -> R {
    let origin = alias(vm, &args[0])?.origin.clone();
    let keywords = vm.keywords(&args[2]);
    let made = vm.call_kw(&origin, rest(&args[1]), &keywords)?;
    if made.is(Tag::Instance) {
        let name = vm.intern("__orig_class__");
        if vm.set_attr(&made, &name, args[0].clone()).is_err() {
            let known = [&vm.types.attribute_error, &vm.types.type_error].map(Ref::clone);
            if !known.iter().any(|class| vm.raised_is(class)) {
                return Err(crate::vm::Raised);
            }
            vm.take_raised();
        }
    }
    Ok(made)
}

fn alias_origin(vm: &mut Vm, args: &[Value]) -> R {
    Ok(alias(vm, &args[0])?.origin.clone())
}

fn alias_args(vm: &mut Vm, args: &[Value]) -> R {
    Ok(alias(vm, &args[0])?.args.clone())
}

fn alias_unpacked(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(alias(vm, &args[0])?.unpacked))
}

/// The arguments of `*tuple[...]`, and None of everything else.
fn alias_unpacked_args(vm: &mut Vm, args: &[Value]) -> R {
    let data = alias(vm, &args[0])?;
    let is_tuple = data
        .origin
        .as_ref::<Class>()
        .is_some_and(|class| class.is(&vm.types.tuple));
    Ok(if data.unpacked && is_tuple {
        data.args.clone()
    } else {
        Value::NONE
    })
}

/// The type variables of arguments, each once, in order.
fn parameters(vm: &mut Vm, items: &[Value], found: &mut Vec<Value>) -> R<()> {
    for item in items {
        match item.tag() {
            Tag::Class => continue,
            Tag::Tuple | Tag::List => {
                let inner = vm.to_vec(item)?;
                vm.enter_native()?;
                let result = parameters(vm, &inner, found);
                vm.leave_native();
                result?;
                continue;
            }
            _ => {}
        }
        let name = vm.intern("__typing_subst__");
        let news = if vm.find_attr(item, &name)?.is_some() {
            vec![item.clone()]
        } else {
            let name = vm.intern("__parameters__");
            match vm.find_attr(item, &name)? {
                Some(inner) => items_of(&inner),
                None => continue,
            }
        };
        for new in news {
            if !found.iter().any(|known| known.is_same(&new)) {
                found.push(new);
            }
        }
    }
    Ok(())
}

fn alias_parameters(vm: &mut Vm, args: &[Value]) -> R {
    let items = args_of(vm, &args[0])?;
    let mut found = Vec::new();
    parameters(vm, &items, &mut found)?;
    Ok(Value::object(vm.heap.new_tuple(found)))
}

/// What stands for a type variable.
fn chosen<'a>(variables: &[Value], values: &'a [Value], variable: &Value) -> Option<&'a Value> {
    let at = variables.iter().position(|known| known.is_same(variable))?;
    values.get(at)
}

/// The arguments with the type variables replaced.
fn substitute(vm: &mut Vm, whole: &Value, item: &Value) -> R<Vec<Value>> {
    let items = args_of(vm, whole)?;
    let mut variables = Vec::new();
    parameters(vm, &items, &mut variables)?;
    if variables.is_empty() {
        let shown = vm.repr(whole)?.as_str().to_string();
        return Err(vm.type_error(format!("{shown} is not a generic class")));
    }
    let mut values = Vec::new();
    for value in subscripts(vm, item) {
        let name = vm.intern("__typing_unpacked_tuple_args__");
        let inner = match value.tag() {
            Tag::Class => None,
            _ => vm.find_attr(&value, &name)?,
        };
        match inner.as_ref().and_then(|inner| inner.as_ref::<Tuple>()) {
            Some(inner) if !inner.items().last().is_some_and(|v| v.is(Tag::Ellipsis)) => {
                values.extend(inner.items().iter().cloned());
            }
            _ => values.push(value),
        }
    }
    for variable in &variables {
        let name = vm.intern("__typing_prepare_subst__");
        if let Some(prepare) = vm.find_attr(variable, &name)? {
            let given = Value::object(vm.heap.new_tuple(values));
            let prepared = vm.call(&prepare, &[whole.clone(), given])?;
            values = vm.to_vec(&prepared)?;
        }
    }
    if values.len() != variables.len() {
        let word = if values.len() > variables.len() {
            "many"
        } else {
            "few"
        };
        let shown = vm.repr(whole)?.as_str().to_string();
        return Err(vm.type_error(format!(
            "Too {word} arguments for {shown}; actual {}, expected {}",
            values.len(),
            variables.len()
        )));
    }
    let mut filled = Vec::new();
    fill(vm, &items, &variables, &values, &mut filled)?;
    Ok(filled)
}

fn fill(
    vm: &mut Vm,
    items: &[Value],
    variables: &[Value],
    values: &[Value],
    filled: &mut Vec<Value>,
) -> R<()> {
    for old in items {
        if old.is(Tag::Class) {
            filled.push(old.clone());
            continue;
        }
        let unpack = vm.intern("__typing_is_unpacked_typevartuple__");
        let spreads = match vm.find_attr(old, &unpack)? {
            Some(answer) => vm.truth(&answer)?,
            None => false,
        };
        let name = vm.intern("__typing_subst__");
        if let Some(subst) = vm.find_attr(old, &name)? {
            let value = chosen(variables, values, old).cloned();
            filled.push(vm.call(&subst, &[value.unwrap_or(Value::NONE)])?);
            continue;
        }
        let name = vm.intern("__parameters__");
        let inner = match vm.find_attr(old, &name)? {
            Some(inner) => items_of(&inner),
            None => Vec::new(),
        };
        if old.is(Tag::Tuple) || old.is(Tag::List) {
            let parts = vm.to_vec(old)?;
            let mut new = Vec::new();
            vm.enter_native()?;
            let result = fill(vm, &parts, variables, values, &mut new);
            vm.leave_native();
            result?;
            filled.push(if old.is(Tag::Tuple) {
                Value::object(vm.heap.new_tuple(new))
            } else {
                Value::object(vm.heap.new_list(new))
            });
        } else if inner.is_empty() {
            filled.push(old.clone());
        } else {
            let mut arguments = Vec::new();
            for variable in &inner {
                let value = chosen(variables, values, variable).cloned();
                let value = value.unwrap_or_else(|| variable.clone());
                // A TypeVarTuple stands for several.
                if value.is(Tag::Tuple) && vm.type_name(variable) == "TypeVarTuple" {
                    arguments.extend(items_of(&value));
                } else {
                    arguments.push(value);
                }
            }
            let arguments = Value::object(vm.heap.new_tuple(arguments));
            let new = vm.get_item(old, &arguments)?;
            if spreads {
                filled.extend(items_of(&new));
            } else {
                filled.push(new);
            }
        }
    }
    Ok(())
}

fn alias_getitem(vm: &mut Vm, args: &[Value]) -> R {
    let filled = substitute(vm, &args[0], &args[1])?;
    let (origin, unpacked) = {
        let data = alias(vm, &args[0])?;
        (data.origin.clone(), data.unpacked)
    };
    let class = vm.class_of(&args[0]);
    Ok(make(vm, &class, origin, filled, unpacked))
}

fn union_getitem(vm: &mut Vm, args: &[Value]) -> R {
    let mut filled = substitute(vm, &args[0], &args[1])?.into_iter();
    let Some(mut whole) = filled.next() else {
        return Ok(Value::NONE);
    };
    for part in filled {
        whole = vm.binary(crate::vm::ArithKind::Or, &whole, &part)?;
    }
    Ok(whole)
}

/// `*list[int]`: one item, the alias with a star.
fn alias_iter(vm: &mut Vm, args: &[Value]) -> R {
    let origin = alias(vm, &args[0])?.origin.clone();
    let items = args_of(vm, &args[0])?;
    let class = vm.class_of(&args[0]);
    let starred = make(vm, &class, origin, items, true);
    let one = Value::object(vm.heap.new_tuple(vec![starred]));
    vm.iter(&one)
}

/// The attributes that are an alias's own; all others are those of what it stands for.
fn is_own(name: &str) -> bool {
    const OWN: &str = "__class__ __origin__ __args__ __parameters__ __unpacked__ __mro_entries__ __reduce_ex__ __reduce__ \
                       __copy__ __deepcopy__ __typing_unpacked_tuple_args__";
    OWN.split(' ').any(|own| own == name)
}

fn alias_getattribute(vm: &mut Vm, args: &[Value]) -> R {
    let origin = alias(vm, &args[0])?.origin.clone();
    let name = vm.expect_str(&args[1], "attribute name")?;
    let name = vm.intern_str(&name);
    if is_own(name.as_str()) {
        return super::object::getattribute(vm, args);
    }
    vm.get_attr(&origin, &name)
}

fn alias_eq(vm: &mut Vm, args: &[Value]) -> R {
    let (Some(a), Some(b)) = (args[0].as_data::<Alias>(), args[1].as_data::<Alias>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if a.unpacked != b.unpacked {
        return Ok(Value::FALSE);
    }
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

fn alias_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let (origin, items) = {
        let alias = alias(vm, &args[0])?;
        (alias.origin.clone(), alias.args.clone())
    };
    let class = Value::object(vm.types.generic_alias.clone());
    let inner = Value::object(vm.heap.tuple_of(&[origin, items]));
    Ok(Value::object(vm.heap.tuple_of(&[class, inner])))
}

fn alias_instancecheck(vm: &mut Vm, _: &[Value]) -> R {
    Err(vm.type_error("isinstance() argument 2 cannot be a parameterized generic"))
}

fn alias_subclasscheck(vm: &mut Vm, _: &[Value]) -> R {
    Err(vm.type_error("issubclass() argument 2 cannot be a parameterized generic"))
}

/// `self | value` of classes, aliases and unions.
pub(super) fn union(vm: &mut Vm, args: &[Value]) -> R {
    check_side(vm, &args[0], "__or__")?;
    union_of(vm, &args[0], &args[1])
}

/// Natives check what they are called on.
fn check_side(vm: &mut Vm, value: &Value, method: &str) -> R<()> {
    let fits = value.is(Tag::Class)
        || value.as_data::<Alias>().is_some()
        || vm.class_of(value).is(&vm.types.union_type);
    if fits {
        return Ok(());
    }
    Err(vm.unfit_receiver(value, method, "type"))
}

/// `value | self`.
pub(super) fn reflected_union(vm: &mut Vm, args: &[Value]) -> R {
    check_side(vm, &args[0], "__ror__")?;
    union_of(vm, &args[1], &args[0])
}

/// `left | right` for classes.
pub(super) fn union_of(vm: &mut Vm, left: &Value, right: &Value) -> R {
    if left.is_none() && right.is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let mut members: Vec<Value> = Vec::new();
    for side in [left, right] {
        let class = vm.class_of(side);
        if class.is(&vm.types.union_type) {
            members.extend(args_of(vm, side)?);
        } else if side.is_none() {
            members.push(Value::object(vm.types.none_type.clone()));
        } else if side.as_ref::<Class>().is_some() || side.as_data::<Alias>().is_some() {
            members.push(side.clone());
        } else {
            return Ok(Value::NOT_IMPLEMENTED);
        }
    }
    let mut unique: Vec<Value> = Vec::new();
    for member in members {
        let mut known = false;
        for other in &unique {
            // list[int] and a class whose metaclass has an == of its own are not asked.
            known |= other.is_same(&member)
                || (other.as_data::<Alias>().is_some()
                    && member.as_data::<Alias>().is_some()
                    && vm.eq(other, &member)?);
        }
        if !known {
            unique.push(member);
        }
    }
    if unique.len() == 1 {
        return Ok(unique.remove(0));
    }
    let class = vm.types.union_type.clone();
    Ok(make(vm, &class, Value::NONE, unique, false))
}

fn union_repr(vm: &mut Vm, args: &[Value]) -> R {
    let items = args_of(vm, &args[0])?;
    let parts = texts(vm, &items)?;
    Ok(vm.new_str(&parts.join(" | ")))
}

fn union_set(vm: &mut Vm, value: &Value) -> R {
    let items = alias(vm, value)?.args.clone();
    let class = Value::object(vm.types.frozenset.clone());
    vm.call(&class, &[items])
}

fn union_eq(vm: &mut Vm, args: &[Value]) -> R {
    let class = vm.class_of(&args[1]);
    if !class.is(&vm.types.union_type) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (a, b) = (union_set(vm, &args[0])?, union_set(vm, &args[1])?);
    Ok(Value::bool(vm.eq(&a, &b)?))
}

fn union_hash(vm: &mut Vm, args: &[Value]) -> R {
    let set = union_set(vm, &args[0])?;
    Ok(Value::int(vm.hash(&set)? as i64))
}

/// Aliases among the members make a union useless for checks.
fn check_members(vm: &mut Vm, value: &Value, function: &str) -> R {
    let items = alias(vm, value)?.args.clone();
    if items_of(&items)
        .iter()
        .any(|item| item.as_data::<Alias>().is_some())
    {
        let text = format!("{function}() argument 2 cannot be a parameterized generic");
        return Err(vm.type_error(text));
    }
    Ok(items)
}

fn union_instancecheck(vm: &mut Vm, args: &[Value]) -> R {
    let items = check_members(vm, &args[0], "isinstance")?;
    Ok(Value::bool(vm.py_isinstance(&args[1], &items)?))
}

fn union_subclasscheck(vm: &mut Vm, args: &[Value]) -> R {
    let items = check_members(vm, &args[0], "issubclass")?;
    Ok(Value::bool(vm.py_issubclass(&args[1], &items)?))
}

const ALIAS_METHODS: &[Def] = &[
    static_def("__new__", alias_new, "cls, origin, args, /"),
    def("__repr__", alias_repr, "self, /"),
    def("__call__", alias_call, "self, /, *args, **kwargs"),
    def("__getattribute__", alias_getattribute, "self, name, /"),
    def("__getitem__", alias_getitem, "self, item, /"),
    def("__iter__", alias_iter, "self, /"),
    def("__eq__", alias_eq, "self, value, /"),
    def("__hash__", alias_hash, "self, /"),
    def("__mro_entries__", alias_mro_entries, "self, bases, /"),
    def("__reduce__", alias_reduce, "self, /"),
    def("__or__", union, "self, value, /"),
    def("__ror__", reflected_union, "self, value, /"),
    def(
        "__instancecheck__",
        alias_instancecheck,
        "self, instance, /",
    ),
    def(
        "__subclasscheck__",
        alias_subclasscheck,
        "self, subclass, /",
    ),
];

const ALIAS_GETSETS: &[GetSet] = &[
    getter("__origin__", alias_origin),
    getter("__args__", alias_args),
    getter("__parameters__", alias_parameters),
    getter("__unpacked__", alias_unpacked),
    getter("__typing_unpacked_tuple_args__", alias_unpacked_args),
];

const UNION_METHODS: &[Def] = &[
    def("__repr__", union_repr, "self, /"),
    def("__eq__", union_eq, "self, value, /"),
    def("__hash__", union_hash, "self, /"),
    def("__getitem__", union_getitem, "self, item, /"),
    def("__or__", union, "self, value, /"),
    def("__ror__", reflected_union, "self, value, /"),
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

const UNION_GETSETS: &[GetSet] = &[
    getter("__args__", alias_args),
    getter("__parameters__", alias_parameters),
];
