//! Special methods that are called by their names: some complain in other words than the operator does.

use super::Vm;
use super::regs::op_at;
use crate::bytecode::Op;
use crate::value::Value;

impl Vm {
    /// Whether the value is the first argument of a special method that is called by its name, not by its operator.
    #[cold]
    pub(crate) fn is_argument_of_named(&self, value: &Value) -> bool {
        if self.stack.code.is_null() || self.stack.pc == self.code().ops.get() {
            return false;
        }
        let place = std::ptr::from_ref(value);
        let of_bound = |a: u16| {
            let object = self.peek(a);
            // Taken from the class it stands behind the object; then nothing stands in the place of the callee.
            let (is_there, at) = match object.as_native() {
                Some(id) => (self.natives[id as usize].name().starts_with("__"), a + 2),
                None if object.is_undef() => (true, a + 2),
                None => (true, a + 1),
            };
            is_there && place == self.register(at).cast_const()
        };
        match op_at(self.stack.pc.wrapping_sub(1)) {
            Op::Call { a, .. } | Op::CallGlobal { a, .. } | Op::CallLocal { a, .. } => {
                of_bound(a.0)
            }
            Op::CallGlobalOn { a, .. } => of_bound(u16::from(a.0)),
            // Its arguments are no registers.
            Op::CallEx { a, .. } => self
                .peek(a.0)
                .as_native()
                .is_some_and(|id| self.natives[id as usize].name().starts_with("__")),
            Op::CallMethod { a, cache, .. } => {
                let cache = &self.running_code().caches[usize::from(cache.0)];
                cache.name.as_str().starts_with("__")
                    && [2, 3]
                        .iter()
                        .any(|n| place == self.register(a.0 + n).cast_const())
            }
            _ => false,
        }
    }
}
