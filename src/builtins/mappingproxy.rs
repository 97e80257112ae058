//! `mappingproxy`: a read-only view of a mapping, as the `__dict__` of classes is.

use crate::value::{List, NativeData, Special, Tag, Tuple, Value};
use crate::vm::{ArithKind, Comparison, Def, R, Vm, def, static_def};

pub(crate) fn install(vm: &mut Vm) {
    let proxy = vm.types.mappingproxy.clone();
    vm.add_methods(&proxy, PROXY_METHODS);
}

/// A proxy of a mapping.
pub(super) fn new_proxy(vm: &mut Vm, mapping: Value) -> Value {
    let class = vm.types.mappingproxy.clone();
    vm.heap.new_opaque(&class, Proxy { mapping })
}

/// A read-only view of a mapping.
struct Proxy {
    mapping: Value,
}

impl NativeData for Proxy {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.mapping);
    }
}

fn proxied(vm: &mut Vm, value: &Value) -> R {
    match value.as_data::<Proxy>() {
        Some(proxy) => Ok(proxy.mapping.clone()),
        None => Err(vm.unfit_receiver(value, "method", "object")),
    }
}

macro_rules! forward {
    ($($name:ident => $method:literal),* $(,)?) => {
        $( fn $name(vm: &mut Vm, args: &[Value]) -> R {
            let dict = proxied(vm, &args[0])?;
            let given: Vec<Value> = args[1..].iter().filter(|value| !value.is_undef()).cloned().collect();
            vm.call_method(&dict, $method, &given)
        } )*
    };
}

forward! {
    proxy_getitem => "__getitem__", proxy_contains => "__contains__", proxy_len => "__len__", proxy_iter => "__iter__",
    proxy_get => "get", proxy_keys => "keys", proxy_values => "values", proxy_items => "items", proxy_copy => "copy",
    proxy_reversed => "__reversed__",
}

fn proxy_new(vm: &mut Vm, args: &[Value]) -> R {
    let is_mapping = vm.find_special(&args[1], Special::GetItem).is_some()
        && vm.cast::<List>(&args[1]).is_none()
        && vm.cast::<Tuple>(&args[1]).is_none()
        && !args[1].is(Tag::Class);
    if !is_mapping {
        let message = format!(
            "mappingproxy() argument must be a mapping, not {}",
            vm.type_name(&args[1])
        );
        return Err(vm.type_error(message));
    }
    Ok(new_proxy(vm, args[1].clone()))
}

/// The mapping behind a proxy, or the value itself.
fn unproxied(value: &Value) -> Value {
    value
        .as_data::<Proxy>()
        .map_or_else(|| value.clone(), |proxy| proxy.mapping.clone())
}

fn proxy_eq(vm: &mut Vm, args: &[Value]) -> R {
    let (left, right) = (proxied(vm, &args[0])?, unproxied(&args[1]));
    vm.rich_compare(Comparison::Eq, &left, &right)
}

fn proxy_ne(vm: &mut Vm, args: &[Value]) -> R {
    let (left, right) = (proxied(vm, &args[0])?, unproxied(&args[1]));
    vm.rich_compare(Comparison::Ne, &left, &right)
}

fn proxy_ordered(vm: &mut Vm, args: &[Value], kind: Comparison) -> R {
    let (left, right) = (proxied(vm, &args[0])?, unproxied(&args[1]));
    vm.rich_compare(kind, &left, &right)
}

fn proxy_lt(vm: &mut Vm, args: &[Value]) -> R {
    proxy_ordered(vm, args, Comparison::Lt)
}

fn proxy_le(vm: &mut Vm, args: &[Value]) -> R {
    proxy_ordered(vm, args, Comparison::Le)
}

fn proxy_gt(vm: &mut Vm, args: &[Value]) -> R {
    proxy_ordered(vm, args, Comparison::Gt)
}

fn proxy_ge(vm: &mut Vm, args: &[Value]) -> R {
    proxy_ordered(vm, args, Comparison::Ge)
}

fn proxy_or(vm: &mut Vm, args: &[Value]) -> R {
    let (left, right) = (proxied(vm, &args[0])?, unproxied(&args[1]));
    vm.binary(ArithKind::Or, &left, &right)
}

fn proxy_ror(vm: &mut Vm, args: &[Value]) -> R {
    let (left, right) = (unproxied(&args[1]), proxied(vm, &args[0])?);
    vm.binary(ArithKind::Or, &left, &right)
}

fn proxy_ior(vm: &mut Vm, args: &[Value]) -> R {
    proxied(vm, &args[0])?;
    let found = vm.type_name(&args[0]);
    Err(vm.type_error(format!("'|=' is not supported by {found}; use '|' instead")))
}

fn proxy_hash(vm: &mut Vm, args: &[Value]) -> R {
    let inner = proxied(vm, &args[0])?;
    Ok(Value::int(vm.hash(&inner)? as i64))
}

fn proxy_repr(vm: &mut Vm, args: &[Value]) -> R {
    let dict = proxied(vm, &args[0])?;
    let text = vm.repr(&dict)?;
    Ok(vm.new_str(&format!("mappingproxy({})", text.as_str())))
}

/// As CPython has it: the mapping's own text.
fn proxy_str(vm: &mut Vm, args: &[Value]) -> R {
    let dict = proxied(vm, &args[0])?;
    vm.str(&dict).map(Value::object)
}

const PROXY_METHODS: &[Def] = &[
    static_def("__new__", proxy_new, "cls, mapping"),
    def("__getitem__", proxy_getitem, "self, key, /"),
    def("__contains__", proxy_contains, "self, key, /"),
    def("__len__", proxy_len, "self, /"),
    def("__iter__", proxy_iter, "self, /"),
    def("__repr__", proxy_repr, "self, /"),
    def("__str__", proxy_str, "self, /"),
    def("get", proxy_get, "self, key, default=None, /"),
    def("keys", proxy_keys, "self, /"),
    def("values", proxy_values, "self, /"),
    def("items", proxy_items, "self, /"),
    def("copy", proxy_copy, "self, /"),
    def("__reversed__", proxy_reversed, "self, /"),
    def("__eq__", proxy_eq, "self, value, /"),
    def("__ne__", proxy_ne, "self, value, /"),
    def("__lt__", proxy_lt, "self, value, /"),
    def("__le__", proxy_le, "self, value, /"),
    def("__gt__", proxy_gt, "self, value, /"),
    def("__ge__", proxy_ge, "self, value, /"),
    def("__or__", proxy_or, "self, value, /"),
    def("__ror__", proxy_ror, "self, value, /"),
    def("__ior__", proxy_ior, "self, value, /"),
    def("__hash__", proxy_hash, "self, /"),
];
