//! Code of the program's own modules is linked when it is first called.
//!
//! Of most functions of a module that is imported a program calls few. So a definition over frozen code
//! (`bytecode/frozen.rs`) makes an object that knows how the function is called and nothing else; its tables are empty
//! and no count of arguments fits it. What then binds the arguments comes here first.

use super::Vm;
use super::regs::function_code;
use crate::bytecode::Op;
use crate::value::{CodeObject, Function};

/// What frozen code seems to consist of: never run, and if it were (a generator starts at the second), an exception.
pub(super) static UNTHAWED: [Op; 3] = [Op::AssertFailBare {}; 3];

impl Vm {
    /// Makes code ready to run, if it is not.
    #[inline]
    pub(crate) fn thaw(&mut self, code: &CodeObject) {
        if code.frozen.get() {
            self.fill(code);
        }
    }

    /// Whether a plain call of a function with so many arguments needs no binding.
    #[inline]
    pub(super) fn takes(&mut self, code: &CodeObject, count: u16) -> bool {
        code.simple_argc.get() == count || self.takes_when_thawed(code, count)
    }

    #[cold]
    fn takes_when_thawed(&mut self, code: &CodeObject, count: u16) -> bool {
        self.thaw(code);
        code.simple_argc.get() == count
    }

    /// The arguments that a function takes as they are given, or `NOT_SIMPLE`.
    pub(super) fn given_argc(&mut self, function: &Function) -> u16 {
        let code = function_code(function);
        self.thaw(code);
        code.given_argc.get()
    }
}
