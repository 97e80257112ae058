//! `bytes`: what it does not share with `bytearray`.

use super::bytes_methods::{self, source_bytes};
use crate::heap::Ref;
use crate::text::quote;
use crate::value::{Bytes, Iter, IterState, Value};
use crate::vm::{Def, R, Vm, def, static_def};

fn receiver(vm: &mut Vm, value: &Value, method: &str) -> R<Ref<Bytes>> {
    match vm.cast::<Bytes>(value) {
        Some(bytes) => Ok(bytes),
        None => Err(vm.wrong_self(method, "bytes", value)),
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let of = vm.types.bytes.clone();
    vm.check_new(&args[0], &of)?;
    let bytes = match args[1].as_ref::<Bytes>() {
        Some(bytes) if args[2].is_undef() && args[3].is_undef() => Value::object(bytes.clone()),
        _ => {
            let bytes = source_bytes(vm, &args[1..], "bytes")?;
            vm.check_text_size(bytes.len())?;
            Value::object(vm.heap.new_bytes(&bytes))
        }
    };
    vm.wrap_new(&args[0], bytes)
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "__repr__")?;
    let mut out = String::new();
    quote::push_bytes_repr(&mut out, bytes.items());
    vm.check_text_size(out.len())?;
    Ok(vm.new_str(&out))
}

fn hash(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "__hash__")?;
    Ok(Value::int(bytes.hash() as i64))
}

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = Value::object(receiver(vm, &args[0], "__iter__")?);
    let state = IterState::Bytes { bytes, at: 0 };
    Ok(Value::object(vm.heap.alloc(Iter::new(state))))
}

fn bytes(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(receiver(vm, &args[0], "__bytes__")?))
}

fn getnewargs(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = Value::object(receiver(vm, &args[0], "__getnewargs__")?);
    Ok(Value::object(vm.heap.new_tuple(vec![bytes])))
}

/// Installs the type.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.bytes.clone();
    vm.add_methods(&class, METHODS);
    vm.add_methods(&class, bytes_methods::METHODS);
    vm.set_doc(
        &class,
        "bytes(source=b'', encoding=..., errors='strict'): bytes of ints, a size, or a text.",
    );
}

const METHODS: &[Def] = &[
    static_def(
        "__new__",
        new,
        "cls, /, source=b'', encoding='utf-8', errors='strict'",
    ),
    def("__repr__", repr, "self, /"),
    def("__str__", repr, "self, /"),
    def("__hash__", hash, "self, /"),
    def("__iter__", iter, "self, /"),
    def("__bytes__", bytes, "self, /"),
    def("__getnewargs__", getnewargs, "self, /"),
];
