//! `_weakref`: references that do not keep their target alive, and proxies.

use crate::heap::{Ref, Slot};
use crate::value::{Class, Dict, Layout, Special, Str, Tag, Value, Weak, class_flags};
use crate::vm::{ArithKind, Comparison, Def, GetSet, R, Raised, Vm, def, getter, static_def};

use super::NativeModule;
use super::held::{class_arg, missing, put, put_class, set_unhashable, this, traced};

/// Whether objects of this kind can be referred to weakly.
fn check_target(vm: &mut Vm, target: &Value) -> R<()> {
    let good = matches!(
        target.tag(),
        Tag::Instance
            | Tag::Function
            | Tag::Method
            | Tag::Class
            | Tag::Module
            | Tag::Coroutine
            | Tag::Set
            | Tag::Exception
            | Tag::Future
            | Tag::Opaque
            | Tag::Weak
            | Tag::Code
    );
    let good = good && (!target.is(Tag::Instance) || has_room(vm, target));
    if good && !(target.is(Tag::Exception) && vm.class_of(target).has(class_flags::BUILTIN)) {
        return Ok(());
    }
    let message = format!(
        "cannot create weak reference to '{}' object",
        vm.type_name(target)
    );
    Err(vm.type_error(message))
}

/// Whether an instance of a class with `__slots__` has one for weak references.
fn has_room(vm: &mut Vm, target: &Value) -> bool {
    let class = vm.class_of(target);
    let name = vm.intern("__weakref__");
    let (set, frozen) = (vm.types.set.clone(), vm.types.frozenset.clone());
    class.has(class_flags::ORDERED)
        || class.lookup(&name).is_some()
        || class.is_subclass(&set)
        || class.is_subclass(&frozen)
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    check_target(vm, &args[1])?;
    let callback = if missing(&args[2]) {
        Value::NONE
    } else {
        args[2].clone()
    };
    if callback.is_none()
        && let Some(known) = vm.heap.existing_weak(&class, &args[1])
    {
        return Ok(known);
    }
    Ok(Value::object(vm.heap.new_weak(&class, &args[1], callback)))
}

fn init(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

fn weak(vm: &mut Vm, value: &Value) -> R<Ref<Weak>> {
    match value.to_ref::<Weak>() {
        Some(weak) => Ok(weak),
        None => {
            let message = format!(
                "descriptor requires a 'weakref.ReferenceType' object but received a '{}'",
                vm.type_name(value)
            );
            Err(vm.type_error(message))
        }
    }
}

fn call(vm: &mut Vm, args: &[Value]) -> R {
    Ok(weak(vm, &args[0])?.get().unwrap_or(Value::NONE))
}

fn hash(vm: &mut Vm, args: &[Value]) -> R {
    let weak = weak(vm, &args[0])?;
    let hash = match (weak.hash.get(), weak.get()) {
        (Some(hash), _) => hash,
        (None, Some(target)) => vm.hash(&target)?,
        (None, None) => return Err(vm.type_error("weak object has gone away")),
    };
    weak.hash.set(Some(hash));
    Ok(Value::int(hash as i64))
}

fn compare(vm: &mut Vm, args: &[Value], op: Comparison) -> R {
    let own = weak(vm, &args[0])?;
    let Some(other) = args[1].to_ref::<Weak>() else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    match (own.get(), other.get()) {
        (Some(a), Some(b)) => vm.rich_compare(op, &a, &b),
        _ => Ok(Value::bool(own.is(&other) == (op == Comparison::Eq))),
    }
}

fn eq(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Eq)
}

fn ne(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Ne)
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let weak = weak(vm, &args[0])?;
    let own = args[0].raw_bits();
    let Some(target) = weak.get() else {
        return Ok(vm.new_str(&format!("<weakref at {own:#x}; dead>")));
    };
    let (name, at) = (vm.type_name(&target), target.raw_bits());
    let key = vm.intern("__name__");
    let shown = match vm.find_attr(&target, &key) {
        Ok(shown) => shown.and_then(|name| vm.cast::<Str>(&name)),
        Err(_) => {
            drop(vm.take_raised());
            None
        }
    };
    let shown = shown.map_or(String::new(), |shown| format!(" ({})", shown.as_str()));
    Ok(vm.new_str(&format!(
        "<weakref at {own:#x}; to '{name}' at {at:#x}{shown}>"
    )))
}

fn callback(vm: &mut Vm, args: &[Value]) -> R {
    let weak = weak(vm, &args[0])?;
    Ok(if weak.get().is_some() {
        weak.callback.get()
    } else {
        Value::NONE
    })
}

fn getweakrefcount(vm: &mut Vm, args: &[Value]) -> R {
    let count = args[0]
        .heap_ptr()
        .map_or(0, |target| vm.heap.weak_holders(target).len());
    Ok(Value::int(count as i64))
}

fn getweakrefs(vm: &mut Vm, args: &[Value]) -> R {
    // Only the shared reference is known by its value; those with callbacks stay with who made them.
    let class = vm.types.weakref.clone();
    let known = if args[0].is_heap() {
        vm.heap.existing_weak(&class, &args[0])
    } else {
        None
    };
    Ok(Value::object(vm.heap.new_list(known.into_iter().collect())))
}

/// `weakref.proxy`: stands for its target in every operation.
struct Proxy {
    reference: Slot<Value>,
}

traced!(Proxy: reference);

#[derive(Default)]
struct Classes {
    proxy: Option<Ref<Class>>,
    callable: Option<Ref<Class>>,
}

fn proxy(vm: &mut Vm, args: &[Value]) -> R {
    check_target(vm, &args[0])?;
    let class = vm.types.weakref.clone();
    let callback = if missing(&args[1]) {
        Value::NONE
    } else {
        args[1].clone()
    };
    let reference = Value::object(vm.heap.new_weak(&class, &args[0], callback));
    let callable = vm.is_callable(&args[0]);
    let classes = vm.state::<Classes>();
    let class = if callable {
        classes.callable.clone()
    } else {
        classes.proxy.clone()
    };
    let class = class.expect("made with the module");
    Ok(vm.heap.new_opaque(
        &class,
        Proxy {
            reference: Slot::new(reference),
        },
    ))
}

fn gone(vm: &mut Vm) -> Raised {
    vm.reference_error("weakly-referenced object no longer exists")
}

/// The target of a proxy; other values as they are.
fn target(vm: &mut Vm, value: &Value) -> R {
    let Some(proxy) = value.as_data::<Proxy>() else {
        return Ok(value.clone());
    };
    let reference = proxy.reference.get();
    match reference.as_ref::<Weak>().and_then(|weak| weak.get()) {
        Some(target) => Ok(target),
        None => Err(gone(vm)),
    }
}

macro_rules! arithmetic {
    ($($name:ident $reflected:ident $kind:ident;)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                let (a, b) = (target(vm, &args[0])?, target(vm, &args[1])?);
                vm.binary(ArithKind::$kind, &a, &b)
            }

            fn $reflected(vm: &mut Vm, args: &[Value]) -> R {
                let (a, b) = (target(vm, &args[0])?, target(vm, &args[1])?);
                vm.binary(ArithKind::$kind, &b, &a)
            }
        )*
    };
}

arithmetic! {
    p_add p_radd Add; p_sub p_rsub Sub; p_mul p_rmul Mul; p_div p_rdiv Div; p_floordiv p_rfloordiv FloorDiv; p_mod p_rmod Mod;
    p_pow p_rpow Pow; p_and p_rand And; p_or p_ror Or; p_xor p_rxor Xor; p_lshift p_rlshift LShift; p_rshift p_rrshift RShift;
    p_matmul p_rmatmul MatMul;
}

macro_rules! comparisons {
    ($($name:ident $op:ident;)*) => {
        $( fn $name(vm: &mut Vm, args: &[Value]) -> R {
            let (a, b) = (target(vm, &args[0])?, target(vm, &args[1])?);
            vm.rich_compare(Comparison::$op, &a, &b)
        } )*
    };
}

comparisons! { p_eq Eq; p_ne Ne; p_lt Lt; p_le Le; p_gt Gt; p_ge Ge; }

fn p_getattribute(vm: &mut Vm, args: &[Value]) -> R {
    let target = target(vm, &args[0])?;
    let name = vm.expect_str(&args[1], "attribute name")?;
    let name = vm.intern_str(&name);
    vm.get_attr(&target, &name)
}

fn p_setattr(vm: &mut Vm, args: &[Value]) -> R {
    let target = target(vm, &args[0])?;
    let name = vm.expect_str(&args[1], "attribute name")?;
    let name = vm.intern_str(&name);
    vm.set_attr(&target, &name, args[2].clone())?;
    Ok(Value::NONE)
}

fn p_delattr(vm: &mut Vm, args: &[Value]) -> R {
    let target = target(vm, &args[0])?;
    let name = vm.expect_str(&args[1], "attribute name")?;
    let name = vm.intern_str(&name);
    vm.del_attr(&target, &name)?;
    Ok(Value::NONE)
}

fn p_str(vm: &mut Vm, args: &[Value]) -> R {
    let target = target(vm, &args[0])?;
    Ok(Value::object(vm.str(&target)?))
}

fn p_repr(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Proxy>(vm, args)?;
    let own = args[0].raw_bits();
    let alive = data
        .reference
        .get()
        .as_ref::<Weak>()
        .and_then(|weak| weak.get());
    let text = match alive {
        Some(target) => format!(
            "<weakproxy at {own:#x} to {} at {:#x}>",
            vm.type_name(&target),
            target.raw_bits()
        ),
        None => format!("<weakproxy at {own:#x} to NoneType at 0x0>"),
    };
    Ok(vm.new_str(&text))
}

fn p_bool(vm: &mut Vm, args: &[Value]) -> R {
    let target = target(vm, &args[0])?;
    Ok(Value::bool(vm.truth(&target)?))
}

fn p_len(vm: &mut Vm, args: &[Value]) -> R {
    let target = target(vm, &args[0])?;
    Ok(Value::int(vm.len(&target)? as i64))
}

fn p_getitem(vm: &mut Vm, args: &[Value]) -> R {
    let target = target(vm, &args[0])?;
    vm.get_item(&target, &args[1])
}

fn p_setitem(vm: &mut Vm, args: &[Value]) -> R {
    let target = target(vm, &args[0])?;
    vm.set_item(&target, &args[1], args[2].clone())?;
    Ok(Value::NONE)
}

fn p_delitem(vm: &mut Vm, args: &[Value]) -> R {
    let target = target(vm, &args[0])?;
    vm.del_item(&target, &args[1])?;
    Ok(Value::NONE)
}

fn p_contains(vm: &mut Vm, args: &[Value]) -> R {
    let target = target(vm, &args[0])?;
    Ok(Value::bool(vm.contains(&target, &args[1])?))
}

fn p_iter(vm: &mut Vm, args: &[Value]) -> R {
    let target = target(vm, &args[0])?;
    vm.iter(&target)
}

fn p_next(vm: &mut Vm, args: &[Value]) -> R {
    let target = target(vm, &args[0])?;
    match vm.find_special(&target, Special::Next) {
        Some(next) => vm.call_bound(&next, &target, &[], &[]),
        None => {
            let message = format!(
                "Weakref proxy referenced a non-iterator '{}' object",
                vm.type_name(&target)
            );
            Err(vm.type_error(message))
        }
    }
}

fn p_call(vm: &mut Vm, args: &[Value]) -> R {
    let target = target(vm, &args[0])?;
    let keywords = vm.keywords(&args[2]);
    vm.call_kw(&target, crate::vm::rest(&args[1]), &keywords)
}

fn p_unary(vm: &mut Vm, args: &[Value], which: Special) -> R {
    let target = target(vm, &args[0])?;
    match vm.call_special(&target, which, &[])? {
        Some(result) => Ok(result),
        None => {
            let message = format!(
                "bad operand type for {}: '{}'",
                which.name(),
                vm.type_name(&target)
            );
            Err(vm.type_error(message))
        }
    }
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let class = vm.types.weakref.clone();
    class.home.set(vm.new_str("weakref"));
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
    for name in ["ref", "ReferenceType"] {
        put(vm, globals, name, Value::object(class.clone()));
    }
    let plain = vm.new_type("weakproxy", "weakref", &[], Layout::Opaque);
    let callable = vm.new_type("weakcallableproxy", "weakref", &[], Layout::Opaque);
    for class in [&plain, &callable] {
        vm.add_methods(class, PROXY);
        set_unhashable(vm, class);
        class.set_flag(class_flags::GETATTRIBUTE | class_flags::SETATTR, true);
    }
    vm.add_methods(
        &callable,
        &[def("__call__", p_call, "self, /, *args, **kwargs")],
    );
    put(vm, globals, "ProxyType", Value::object(plain.clone()));
    put(
        vm,
        globals,
        "CallableProxyType",
        Value::object(callable.clone()),
    );
    put_class(globals, &plain);
    let classes = vm.state::<Classes>();
    classes.proxy = Some(plain);
    classes.callable = Some(callable);
    Ok(())
}

const GETSETS: &[GetSet] = &[getter("__callback__", callback)];

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, object, callback=None, /"),
    def("__init__", init, "self, object, callback=None, /"),
    def("__call__", call, "self"),
    def("__hash__", hash, "self, /"),
    def("__eq__", eq, "self, other, /"),
    def("__ne__", ne, "self, other, /"),
    def("__repr__", repr, "self, /"),
    super::held::CLASS_GETITEM,
];

const PROXY: &[Def] = &[
    def("__getattribute__", p_getattribute, "self, name, /"),
    def("__setattr__", p_setattr, "self, name, value, /"),
    def("__delattr__", p_delattr, "self, name, /"),
    def("__str__", p_str, "self, /"),
    def("__repr__", p_repr, "self, /"),
    def("__bool__", p_bool, "self, /"),
    def("__len__", p_len, "self, /"),
    def("__getitem__", p_getitem, "self, key, /"),
    def("__setitem__", p_setitem, "self, key, value, /"),
    def("__delitem__", p_delitem, "self, key, /"),
    def("__contains__", p_contains, "self, item, /"),
    def("__iter__", p_iter, "self, /"),
    def("__next__", p_next, "self, /"),
    def(
        "__neg__",
        |vm, args| p_unary(vm, args, Special::Neg),
        "self, /",
    ),
    def(
        "__pos__",
        |vm, args| p_unary(vm, args, Special::Pos),
        "self, /",
    ),
    def(
        "__abs__",
        |vm, args| p_unary(vm, args, Special::Abs),
        "self, /",
    ),
    def(
        "__invert__",
        |vm, args| p_unary(vm, args, Special::Invert),
        "self, /",
    ),
    def(
        "__int__",
        |vm, args| p_unary(vm, args, Special::Int),
        "self, /",
    ),
    def(
        "__float__",
        |vm, args| p_unary(vm, args, Special::Float),
        "self, /",
    ),
    def(
        "__index__",
        |vm, args| p_unary(vm, args, Special::Index),
        "self, /",
    ),
    def("__eq__", p_eq, "self, other, /"),
    def("__ne__", p_ne, "self, other, /"),
    def("__lt__", p_lt, "self, other, /"),
    def("__le__", p_le, "self, other, /"),
    def("__gt__", p_gt, "self, other, /"),
    def("__ge__", p_ge, "self, other, /"),
    def("__add__", p_add, "self, other, /"),
    def("__radd__", p_radd, "self, other, /"),
    def("__sub__", p_sub, "self, other, /"),
    def("__rsub__", p_rsub, "self, other, /"),
    def("__mul__", p_mul, "self, other, /"),
    def("__rmul__", p_rmul, "self, other, /"),
    def("__truediv__", p_div, "self, other, /"),
    def("__rtruediv__", p_rdiv, "self, other, /"),
    def("__floordiv__", p_floordiv, "self, other, /"),
    def("__rfloordiv__", p_rfloordiv, "self, other, /"),
    def("__mod__", p_mod, "self, other, /"),
    def("__rmod__", p_rmod, "self, other, /"),
    def("__pow__", p_pow, "self, other, /"),
    def("__rpow__", p_rpow, "self, other, /"),
    def("__and__", p_and, "self, other, /"),
    def("__rand__", p_rand, "self, other, /"),
    def("__or__", p_or, "self, other, /"),
    def("__ror__", p_ror, "self, other, /"),
    def("__xor__", p_xor, "self, other, /"),
    def("__rxor__", p_rxor, "self, other, /"),
    def("__lshift__", p_lshift, "self, other, /"),
    def("__rlshift__", p_rlshift, "self, other, /"),
    def("__rshift__", p_rshift, "self, other, /"),
    def("__rrshift__", p_rrshift, "self, other, /"),
    def("__matmul__", p_matmul, "self, other, /"),
    def("__rmatmul__", p_rmatmul, "self, other, /"),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "_weakref",
    functions: &[
        def("proxy", proxy, "object, callback=None, /"),
        def("getweakrefcount", getweakrefcount, "object, /"),
        def("getweakrefs", getweakrefs, "object, /"),
    ],
    setup: Some(setup),
};
