//! `self` of a built-in method, and what a class without a hash says.

use crate::heap::{HeapType, Ref};
use crate::value::{Class, Value};
use crate::vm::{R, Raised, Vm};

/// The built-in value that `value` is, or (an instance of a subclass) carries.
///
/// # Errors
/// TypeError, in CPython's words for a method called on an object of another type.
#[inline]
pub(crate) fn receiver<T: HeapType>(
    vm: &mut Vm,
    value: &Value,
    class: &str,
    method: &str,
) -> R<Ref<T>> {
    if let Some(exact) = value.as_ref::<T>() {
        return Ok(exact.clone());
    }
    match vm.cast::<T>(value) {
        Some(carried) => Ok(carried),
        None => Err(wrong_receiver(vm, value, class, method)),
    }
}

/// The error of `class.method(value)` where `value` is of another type.
#[cold]
pub(crate) fn wrong_receiver(vm: &mut Vm, value: &Value, class: &str, method: &str) -> Raised {
    vm.unfit_receiver(value, method, class)
}

/// Sets `__hash__` to None: instances cannot be keys.
pub(crate) fn set_unhashable(vm: &mut Vm, class: &Ref<Class>) {
    let name = vm.intern("__hash__");
    class.dict.set_str(&name, Value::NONE);
    class.set_flag(crate::value::class_flags::DEFAULT_HASH, false);
}
