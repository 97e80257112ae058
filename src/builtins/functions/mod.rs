//! The built-in functions, by theme.

mod async_iterate;
mod attributes;
mod extremes;
mod inspect;
mod io;
mod iterate;
mod numbers;

use crate::vm::Vm;

/// Puts the functions into the namespace of builtins.
pub(crate) use iterate::next_with_threads;

pub(crate) fn install(vm: &mut Vm) {
    let builtins = vm.builtins.clone();
    vm.add_functions("builtins", &builtins, io::FUNCTIONS);
    vm.add_functions("builtins", &builtins, numbers::FUNCTIONS);
    vm.add_functions("builtins", &builtins, iterate::FUNCTIONS);
    vm.add_functions("builtins", &builtins, extremes::FUNCTIONS);
    vm.add_functions("builtins", &builtins, async_iterate::FUNCTIONS);
    vm.add_functions("builtins", &builtins, inspect::FUNCTIONS);
    vm.add_functions("builtins", &builtins, attributes::FUNCTIONS);
}
