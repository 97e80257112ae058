//! `__getattribute__` of the built-in types that have one of their own: it is `object`'s, but for the receivers it takes.

use super::object::getattribute;
use crate::value::Value;
use crate::vm::{R, Vm, def};

macro_rules! own_getattribute {
    ($vm:ident, $($of:ident = $name:literal),* $(,)?) => {$({
        fn own(vm: &mut Vm, args: &[Value]) -> R {
            let class = vm.types.$of.clone();
            if !vm.is_instance(&args[0], &class) {
                return Err(vm.unfit_receiver(&args[0], "__getattribute__", $name));
            }
            getattribute(vm, args)
        }
        let class = $vm.types.$of.clone();
        $vm.add_methods(&class, &[def("__getattribute__", own, "self, name, /")]);
    })*};
}

pub(super) fn install(vm: &mut Vm) {
    own_getattribute!(
        vm,
        type_ = "type",
        list = "list",
        tuple = "tuple",
        dict = "dict",
        set = "set",
        frozenset = "frozenset",
        str = "str",
        bytes = "bytes",
        bytearray = "bytearray",
        memoryview = "memoryview",
        int = "int",
        float = "float",
        complex = "complex",
        range = "range",
        slice = "slice",
        enumerate = "enumerate",
        filter = "filter",
        map = "map",
        zip = "zip",
        reversed = "reversed",
        property = "property",
        base_exception = "BaseException",
    );
}
