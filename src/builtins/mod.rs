//! The built-in types and functions.

mod arguments;
mod bool;
mod bytearray;
mod bytes;
mod bytes_buffer;
mod bytes_methods;
mod complex;
mod float;
mod int;
mod int_arithmetic;
mod int_bits;
mod str;

use crate::vm::Vm;

/// Installs the types of text and numbers.
pub(crate) fn install(vm: &mut Vm) {
    int::install(vm);
    bool::install(vm);
    float::install(vm);
    complex::install(vm);
    str::install(vm);
    bytes::install(vm);
    bytearray::install(vm);
}
