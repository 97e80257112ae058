//! What is being handled: the exception of the innermost `except` block that is running.

use super::Vm;
use super::regs::load;
use crate::bytecode::Op;
use crate::value::{CodeObject, Value};

fn region(code: &CodeObject, pc: *const Op, base: *mut Value) -> Option<Value> {
    let regions = &code.code.regions;
    if regions.is_empty() {
        return None;
    }
    let at = code.index_of(pc);
    let region = regions
        .iter()
        .find(|region| (region.start..region.end).contains(&at))?;
    let value = load(base.wrapping_add(usize::from(region.exc)));
    if value.is(crate::value::Tag::Exception) {
        Some(value)
    } else {
        None
    }
}

impl Vm {
    /// The exception that is being handled now.
    pub(crate) fn handled(&self) -> Option<Value> {
        let mut found = None;
        self.each_frame(&mut |code, pc, base| {
            found = region(code, pc, base);
            found.is_some()
        });
        found
    }
}
