//! `<` and its like of types that compare for equality only: the methods are there, and refuse.

use crate::heap::Ref;
use crate::value::{Class, Value};
use crate::vm::{Def, R, Vm, def};

macro_rules! unordered {
    ($($class:ident $words:literal $table:ident;)*) => {
        $(
            fn $class(vm: &mut Vm, args: &[Value]) -> R {
                refuse(vm, &args[0], &vm.types.$class.clone(), $words)
            }

            const $table: &[Def] = &[
                def("__lt__", $class, "self, value, /"),
                def("__le__", $class, "self, value, /"),
                def("__gt__", $class, "self, value, /"),
                def("__ge__", $class, "self, value, /"),
            ];
        )*

        pub(super) fn install(vm: &mut Vm) {
            $(
                let class = vm.types.$class.clone();
                vm.add_methods(&class, $table);
            )*
        }
    };
}

unordered! {
    dict "dict" DICT;
    complex "complex" COMPLEX;
    range "range" RANGE;
    memoryview "memoryview" MEMORYVIEW;
    method "method" METHOD;
    builtin "builtin_function_or_method" BUILTIN;
    method_wrapper "method-wrapper" WRAPPER;
    code "code" CODE;
    union_type "types.UnionType" UNION;
}

fn refuse(vm: &mut Vm, object: &Value, class: &Ref<Class>, words: &str) -> R {
    if vm.is_instance(object, class) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Err(vm.unfit_receiver(object, "__lt__", words))
}
