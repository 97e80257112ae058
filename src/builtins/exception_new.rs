//! `__new__` of the exceptions that only keep their arguments: most have one of their own, and its words name them.

use super::{exception, exception_group, exception_os};
use crate::heap::Ref;
use crate::value::{Class, Value, class_flags};
use crate::vm::{R, Raised, Vm, def, static_def};

/// The classes and the natives that make their instances; the numbers of the natives follow on each other.
macro_rules! own_news {
    ($($class:ident)*) => {
        pub(super) fn install(vm: &mut Vm) {
            $(
                fn $class(vm: &mut Vm, args: &[Value]) -> R {
                    let of = vm.types.$class.clone();
                    make_checked(vm, &of, args)
                }
                let class = vm.types.$class.clone();
                vm.add_methods(&class, &[static_def("__new__", $class, "cls, /, *args, **kwargs")]);
            )*
        }

        const COUNT: u32 = [$(stringify!($class)),*].len() as u32;
    };
}

own_news! {
    base_exception exception generator_exit keyboard_interrupt arithmetic_error floating_point_error overflow_error
    zero_division_error assertion_error buffer_error eof_error lookup_error index_error memory_error reference_error
    runtime_error not_implemented_error recursion_error stop_async_iteration system_error type_error value_error
    unicode_error unicode_decode_error unicode_encode_error unicode_translate_error warning bytes_warning
    deprecation_warning encoding_warning future_warning import_warning pending_deprecation_warning resource_warning
    runtime_warning syntax_warning unicode_warning user_warning
}

macro_rules! own_inits {
    ($($class:ident)*) => {
        /// The `__init__` of these does what that of `BaseException` does, before that of a base beside them; its words
        /// name them.
        pub(super) fn install_inits(vm: &mut Vm) {
            for class in [$(vm.types.$class.clone()),*] {
                let init = def("__init__", exception::init, "self, /, *args, **kwargs");
                vm.add_methods(&class, &[init]);
            }
        }

        /// The numbers of these natives, from the first to where they end.
        pub(super) fn inits(first: u32) -> (u32, u32) {
            (first, first + [$(stringify!($class)),*].len() as u32)
        }
    };
}

own_inits! {
    exception generator_exit keyboard_interrupt arithmetic_error floating_point_error overflow_error
    zero_division_error assertion_error buffer_error eof_error lookup_error index_error key_error memory_error
    reference_error runtime_error not_implemented_error recursion_error stop_async_iteration system_error type_error
    value_error unicode_error warning bytes_warning deprecation_warning encoding_warning future_warning import_warning
    pending_deprecation_warning resource_warning runtime_warning syntax_warning unicode_warning user_warning
}

/// The numbers of these natives, from that of `BaseException`'s to where they end.
pub(super) fn made(first: u32) -> (u32, u32) {
    (first, first + COUNT)
}

/// A function that makes an exception of another sort than most.
type New = fn(&mut Vm, &[Value]) -> R;

/// What makes the instances of a class, if it is not what makes most.
fn special_new(vm: &Vm, class: &Ref<Class>) -> Option<New> {
    if class.is_subclass(&vm.types.os_error) {
        Some(exception_os::new)
    } else if class.is_subclass(&vm.types.base_exception_group) {
        Some(exception_group::new)
    } else {
        None
    }
}

fn make_checked(vm: &mut Vm, of: &Ref<Class>, args: &[Value]) -> R {
    vm.check_new(&args[0], of)?;
    let class = args[0].to_ref::<Class>().expect("checked above");
    let safe = class.is_subclass(&vm.types.memory_error) == of.is(&vm.types.memory_error);
    let Some(special) = special_new(vm, &class) else {
        return if safe || !class.has(class_flags::BUILTIN) {
            exception::make(vm, &args[0], &args[1])
        } else {
            Err(unsafe_new(vm, of, &class))
        };
    };
    // A class with two sorts of bases comes here by its MRO; CPython asks the base that decides what it is made of.
    if class.has(class_flags::BUILTIN) {
        return Err(unsafe_new(vm, of, &class));
    }
    special(vm, args)
}

fn unsafe_new(vm: &mut Vm, of: &Ref<Class>, class: &Ref<Class>) -> Raised {
    let (of, name) = (of.name.get(), class.name.get());
    let (of, name) = (of.as_str(), name.as_str());
    vm.type_error(format!(
        "{of}.__new__({name}) is not safe, use {name}.__new__()"
    ))
}
