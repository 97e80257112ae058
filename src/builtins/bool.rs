//! `bool`: what it does otherwise than `int`.

use super::int_arithmetic as arithmetic;
use crate::value::Value;
use crate::vm::{Def, R, Vm, def, static_def};

fn new(vm: &mut Vm, args: &[Value]) -> R {
    if super::arguments::is_class(&args[0], &vm.types.bool)
        && let Some(plain) = vm.convert(&args[0], &args[1])
    {
        return Ok(plain);
    }
    let of = vm.types.bool.clone();
    vm.check_new(&args[0], &of)?;
    let truth = !args[1].is_undef() && vm.truth(&args[1])?;
    Ok(Value::bool(truth))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    match args[0].as_bool() {
        Some(truth) => Ok(vm.new_str(if truth { "True" } else { "False" })),
        None => Err(vm.wrong_self("__repr__", "bool", &args[0])),
    }
}

macro_rules! logic {
    ($($name:ident $op:tt)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                if let (Some(left), Some(right)) = (args[0].as_bool(), args[1].as_bool()) {
                    return Ok(Value::bool(left $op right));
                }
                if args[0].as_bool().is_none() {
                    return Err(vm.wrong_self("__and__", "bool", &args[0]));
                }
                match (vm.int_value(&args[0]), vm.int_value(&args[1])) {
                    (Some(left), Some(right)) => arithmetic::$name(vm, &left, &right),
                    _ => Ok(Value::NOT_IMPLEMENTED),
                }
            }
        )*
    };
}

logic! { and & or | xor ^ }

/// Installs the type.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.bool.clone();
    vm.add_methods(&class, METHODS);
    vm.set_doc(&class, "bool(x=False, /): True if x is true, else False.");
}

// The operations are symmetric, so the reflected ones are the same.
const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, x=False, /"),
    def("__repr__", repr, "self, /"),
    def("__and__", and, "self, value, /"),
    def("__rand__", and, "self, value, /"),
    def("__xor__", xor, "self, value, /"),
    def("__rxor__", xor, "self, value, /"),
    def("__or__", or, "self, value, /"),
    def("__ror__", or, "self, value, /"),
];
