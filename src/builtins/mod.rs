//! The types and functions every program has without importing anything.
//!
//! Knows: `vm` and below. Must not know: `modules`, `compiler`, `event_loop`.
//! One file a type, with its methods and the table of them at the end; functions by theme in `functions/`.
//! The natives of the special methods *are* how a type behaves: the machine only takes short cuts past
//! them where the operands are exactly what they look like.

mod alias_text;
mod arguments;
mod bool;
pub(crate) mod bytearray;
mod bytes;
pub(crate) mod bytes_buffer;
mod bytes_methods;
mod code;
mod complex;
mod computed;
mod coroutine;
mod descriptors;
mod dict;
mod dict_views;
pub(crate) use arguments::iterates;
pub(crate) use dict::set_default;
pub(crate) use dict_views::{View, new_ordered_view};
mod exception;
mod exception_group;
mod exception_kinds;
mod exception_new;
mod exception_os;
mod exception_source;
#[cfg(test)]
mod exception_tests;
mod float;
mod frame;
mod function;
mod function_new;
pub(crate) mod functions;
mod generic_alias;
mod getattribute;
mod int;
pub(crate) mod int_arithmetic;
mod int_bits;
mod iterators;
mod iterators_state;
mod list;
mod mappingproxy;
pub(crate) mod memoryview;
mod module;
mod object;
mod range;
mod receiver;
pub(crate) mod sequence;
mod set;
mod set_algebra;
pub(crate) mod slice;
mod small;
mod sort;
mod str;
mod super_;
pub(crate) mod traceback;
mod tuple;
mod type_;
mod type_make;
mod type_slots;
pub(crate) mod typed_memory;
mod unordered;

use crate::heap::Ref;
use crate::value::{Class, Dict, Value};
use crate::vm::{Known, Vm};

/// Gives the built-in classes their methods, and the namespace of builtins its functions and classes.
pub(crate) fn install(vm: &mut Vm) {
    object::install(vm);
    type_::install(vm);
    mappingproxy::install(vm);
    list::install(vm);
    tuple::install(vm);
    dict::install(vm);
    dict_views::install(vm);
    unordered::install(vm);
    set::install(vm);
    range::install(vm);
    slice::install(vm);
    iterators::install(vm);
    iterators_state::install(vm);
    int::install(vm);
    bool::install(vm);
    float::install(vm);
    complex::install(vm);
    str::install(vm);
    bytes::install(vm);
    bytearray::install(vm);
    memoryview::install(vm);
    function::install(vm);
    descriptors::install(vm);
    super_::install(vm);
    coroutine::install(vm);
    module::install(vm);
    small::install(vm);
    exception::install(vm);
    exception_group::install(vm);
    code::install(vm);
    traceback::install(vm);
    frame::install(vm);
    getattribute::install(vm);
    functions::install(vm);
    type_::publish(vm);
    let number = |vm: &mut Vm, dict: &Ref<Dict>, name: &str| {
        let name = vm.intern(name);
        let native = dict.get_str(&name).and_then(|value| value.as_native());
        native.expect("the builtins have it")
    };
    let types = &vm.types;
    let (list, generator) = (types.list.dict.clone(), types.generator.dict.clone());
    let (dict, set) = (types.dict.dict.clone(), types.set.dict.clone());
    let exception = types.base_exception.dict.clone();
    let first_exception = types.exception.dict.clone();
    let builtins = vm.builtins.clone();
    vm.known = Known {
        append: number(vm, &list, "append"),
        get: number(vm, &dict, "get"),
        add: number(vm, &set, "add"),
        send: number(vm, &generator, "send"),
        next: number(vm, &builtins, "next"),
        exception_news: exception_new::made(number(vm, &exception, "__new__")),
        exception_init: number(vm, &exception, "__init__"),
        exception_inits: exception_new::inits(number(vm, &first_exception, "__init__")),
    };
    let mut all = Vec::new();
    vm.types.each(&mut |_, class| all.push(class.clone()));
    for class in all {
        no_doc(vm, &class);
    }
}

/// A class without a text has None for one: that of its base is not inherited.
fn no_doc(vm: &mut Vm, class: &Ref<Class>) {
    let key = vm.intern("__doc__");
    if class.dict.get_str(&key).is_none() {
        class.dict.set_str(&key, Value::NONE);
    }
}
