//! What native objects hold, and the few steps every native type repeats.

use std::collections::VecDeque;

use crate::heap::{Ref, Shared, Slot};
use crate::value::{Class, Dict, Layout, NativeData, Value};
use crate::vm::{R, Vm};

/// A place inside a native object that holds values.
pub(crate) trait Held {
    /// Calls `visit` for every value.
    fn each(&self, visit: &mut dyn FnMut(&Value));
    /// Gives the values up.
    fn release(&self);
}

impl Held for Slot<Value> {
    fn each(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.get());
    }

    fn release(&self) {
        self.set(Value::NONE);
    }
}

impl Held for Value {
    fn each(&self, visit: &mut dyn FnMut(&Value)) {
        visit(self);
    }

    fn release(&self) {}
}

impl Held for Shared<Vec<Value>> {
    fn each(&self, visit: &mut dyn FnMut(&Value)) {
        self.with(|all| all.iter().for_each(&mut *visit));
    }

    fn release(&self) {
        drop(self.replace(Vec::new()));
    }
}

impl Held for Shared<Vec<Vec<Value>>> {
    fn each(&self, visit: &mut dyn FnMut(&Value)) {
        self.with(|all| all.iter().flatten().for_each(&mut *visit));
    }

    fn release(&self) {
        drop(self.replace(Vec::new()));
    }
}

impl Held for Shared<VecDeque<Value>> {
    fn each(&self, visit: &mut dyn FnMut(&Value)) {
        self.with(|all| all.iter().for_each(&mut *visit));
    }

    fn release(&self) {
        drop(self.replace(VecDeque::new()));
    }
}

/// `traced!(Type: field, field)`: the fields that hold values; `=> method` gives the next item if it is at hand.
macro_rules! traced {
    ($type:ident: $($field:ident),* $(,)? $(=> $next:ident)?) => {
        impl crate::value::NativeData for $type {
            fn trace(&self, visit: &mut dyn FnMut(&crate::value::Value)) {
                $( $crate::modules::held::Held::each(&self.$field, visit); )*
            }

            $(
                fn next_item(&self, _: &crate::heap::Heap) -> Option<crate::value::Value> {
                    self.$next()
                }
            )?

            fn unlink(&self) {
                $( $crate::modules::held::Held::release(&self.$field); )*
            }
        }
    };
}
pub(crate) use traced;

/// The inside of `self`.
///
/// # Errors
/// TypeError if it is an object of another type.
#[inline]
pub(crate) fn this<'a, T: NativeData>(vm: &mut Vm, args: &'a [Value]) -> R<&'a T> {
    match args[0].as_data::<T>() {
        Some(data) => Ok(data),
        None => Err(vm.unfit_receiver(&args[0], "method", "object")),
    }
}

/// A size that may be None or absent.
///
/// # Errors
/// TypeError `argument should be integer or None, not 'x'`; OverflowError.
pub(crate) fn size_or_none(vm: &mut Vm, value: &Value) -> R<Option<i64>> {
    if missing(value) {
        return Ok(None);
    }
    let name = vm.type_name(value);
    if !vm.has_index(value) {
        let message = format!("argument should be integer or None, not '{name}'");
        return Err(vm.type_error(message));
    }
    match vm.index_value(value)?.as_int() {
        Some(size) => Ok(Some(size)),
        None => {
            let message = format!("cannot fit '{name}' into an index-sized integer");
            Err(vm.overflow_error(message))
        }
    }
}

/// The class that a `__new__` was given.
pub(crate) fn class_arg(vm: &mut Vm, value: &Value) -> R<Ref<Class>> {
    match value.to_ref::<Class>() {
        // Numbers, texts and their like are made of nothing that such an object could be.
        Some(class) if class.layout != Layout::Native || class.is(&vm.types.weakref) => Ok(class),
        _ => Err(vm.unfit_receiver(value, "__new__", "object")),
    }
}

/// `__iter__` of an iterator.
pub(crate) fn itself(vm: &mut Vm, args: &[Value]) -> R {
    crate::builtins::iterates(vm, &args[0])?;
    Ok(args[0].clone())
}

/// The argument, or `default` if it is absent.
pub(crate) fn or(value: &Value, default: Value) -> Value {
    if value.is_undef() {
        default
    } else {
        value.clone()
    }
}

/// Whether the argument is absent or None.
pub(crate) fn missing(value: &Value) -> bool {
    value.is_undef() || value.is_none()
}

/// Sets a name of a module.
pub(crate) fn put(vm: &mut Vm, globals: &Ref<Dict>, name: &str, value: Value) {
    let name = vm.intern(name);
    globals.set_str(&name, value);
}

/// Puts a class into a module under its own name.
pub(crate) fn put_class(globals: &Ref<Dict>, class: &Ref<Class>) {
    globals.set_str(&class.name.get(), Value::object(class.clone()));
}

/// The end of an iterator.
#[cold]
pub(crate) fn stop(vm: &mut Vm) -> R {
    Err(vm.stop_iteration(Value::NONE))
}

/// The row of `__next__` of an iterator whose step gives None at the end.
macro_rules! next_def {
    ($step:ident) => {{
        fn or_stop(vm: &mut crate::vm::Vm, args: &[crate::value::Value]) -> crate::vm::R {
            match $step(vm, &args[0])? {
                Some(item) => Ok(item),
                None => crate::modules::held::stop(vm),
            }
        }
        crate::vm::def("__next__", or_stop, "self, /").step($step)
    }};
}
pub(crate) use next_def;

/// `__class_getitem__`: `deque[int]`.
pub(crate) fn class_getitem(vm: &mut Vm, args: &[Value]) -> R {
    let alias = Value::object(vm.types.generic_alias.clone());
    vm.call(&alias, &[args[0].clone(), args[1].clone()])
}

/// The row of `__class_getitem__`.
pub(crate) const CLASS_GETITEM: crate::vm::Def =
    crate::vm::class_def("__class_getitem__", class_getitem, "cls, item, /");

/// Makes instances of a class unusable as keys.
pub(crate) fn set_unhashable(vm: &mut Vm, class: &Ref<Class>) {
    let name = vm.intern("__hash__");
    class.dict.set_str(&name, Value::NONE);
    class.set_flag(crate::value::class_flags::DEFAULT_HASH, false);
}

/// What `__reduce__` of an iterator gives: its class, the arguments, and a state if there is one.
pub(crate) fn reduced(vm: &mut Vm, object: &Value, given: Vec<Value>, state: Option<Value>) -> R {
    let mut all = vec![Value::object(vm.class_of(object)), tuple(vm, given)];
    all.extend(state);
    Ok(tuple(vm, all))
}

/// The items of a tuple that must have so many.
///
/// # Errors
/// TypeError.
pub(crate) fn state_items(vm: &mut Vm, state: &Value, least: usize, most: usize) -> R<Vec<Value>> {
    match state.as_ref::<crate::value::Tuple>() {
        Some(state) if (least..=most).contains(&state.len()) => Ok(state.items().to_vec()),
        Some(state) => {
            let (side, bound) = if state.len() < least {
                ("at least", least)
            } else {
                ("at most", most)
            };
            let s = if bound == 1 { "" } else { "s" };
            let message = format!(
                "function takes {side} {bound} argument{s} ({} given)",
                state.len()
            );
            Err(vm.type_error(message))
        }
        None => Err(vm.type_error("state is not a tuple")),
    }
}

/// The tuple of these values, as a value.
pub(crate) fn tuple(vm: &mut Vm, values: Vec<Value>) -> Value {
    Value::object(vm.heap.new_tuple(values))
}
