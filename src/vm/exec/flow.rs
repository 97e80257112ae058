//! Truth for jumps.

use crate::bytecode::{Reg, Src};
use crate::vm::{R, Vm};

/// Whether the operand is true; consumes a temporary.
#[inline(never)]
pub(in crate::vm) fn truth(vm: &mut Vm, source: Src) -> R<bool> {
    let value = vm.operand(source);
    vm.truth(&value)
}

/// Whether the register has this truth.
#[inline(never)]
pub(in crate::vm) fn keep(vm: &mut Vm, reg: Reg, wanted: bool) -> R<bool> {
    let value = vm.peek(reg.0);
    Ok(vm.truth(&value)? == wanted)
}
