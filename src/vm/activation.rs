//! The frames of script that are running, from the innermost out: their places and their variables.

use std::sync::Arc;

use super::Vm;
use super::coroutine::head_of;
use super::regs::{coroutine_parts, load};
use super::run::EXIT;
use super::unwind::script_code;
use crate::bytecode::{CodeKind, Op, Text};
use crate::diagnostic::{Source, Span};
use crate::heap::Ref;
use crate::value::{CodeObject, Coroutine, Dict, Value, VarCell};

/// A place in a running program.
pub(crate) struct Position {
    pub(crate) source: Arc<Source>,
    pub(crate) span: Span,
    pub(crate) globals: Ref<Dict>,
    pub(crate) function: Box<str>,
}

/// A frame as it is at this moment.
pub(crate) struct Activation {
    pub(crate) code: Ref<CodeObject>,
    /// The instruction.
    pub(crate) at: u32,
    /// The first registers: of a function its variables (cells as they are, and what is unbound), of a class body its
    /// namespace.
    pub(crate) variables: Vec<Value>,
}

fn variables(code: &CodeObject, base: *mut Value) -> Vec<Value> {
    let n = match code.code.kind {
        CodeKind::Function => code.code.local_names.len(),
        CodeKind::Class => 1,
        CodeKind::Module => 0,
    };
    (0..n).map(|at| load(base.wrapping_add(at))).collect()
}

/// The variables of a function that are bound, with their names.
pub(crate) fn named_variables(code: &CodeObject, variables: Vec<Value>) -> Vec<(Text, Value)> {
    let names = code.code.local_names.iter().zip(variables);
    let seen_through = names.map(|(name, value)| match value.to_ref::<VarCell>() {
        Some(cell) => (name.clone(), cell.value.get()),
        None => (name.clone(), value),
    });
    let is_variable = |(name, value): &(Text, Value)| {
        !name.is_empty() && !name.starts_with('.') && !value.is_undef()
    };
    seen_through.filter(is_variable).collect()
}

impl Vm {
    /// The frame of a coroutine or generator that has not ended.
    pub(crate) fn activation_of(&self, coroutine: &Coroutine) -> Activation {
        let code = &coroutine.head().code;
        Activation {
            code: code.clone(),
            at: code.index_of(coroutine.head().pc.get()),
            variables: variables(code, coroutine.registers()),
        }
    }

    /// Calls `look` with every frame of script, innermost first, until it gives true.
    pub(super) fn each_frame(
        &self,
        look: &mut dyn FnMut(&CodeObject, *const Op, *mut Value) -> bool,
    ) {
        let mut current = super::regs::code_of_frame(self.stack.code)
            .map(|code| (code, self.stack.pc, self.stack.base));
        let mut below = self.stack.frames().iter().rev();
        loop {
            if let Some((code, pc, base)) = current {
                if pc != EXIT.as_ptr() && look(code, pc, base) {
                    return;
                }
                if code.heap_frame {
                    let mut awaiter = head_of(base).awaiter.get();
                    while !awaiter.is_null() {
                        let (head, registers) = coroutine_parts(awaiter);
                        if look(&head.code, head.pc.get(), registers) {
                            return;
                        }
                        awaiter = head.awaiter.get();
                    }
                }
            }
            let Some(frame) = below.next() else { return };
            current = script_code(frame).map(|code| (code, frame.pc, frame.base));
        }
    }

    /// How many frames of script code there are.
    pub(crate) fn stack_len(&self) -> usize {
        let mut len = 0;
        self.each_frame(&mut |_, _, _| {
            len += 1;
            false
        });
        len
    }

    /// The place `up` frames above the running one.
    pub(crate) fn position(&self, up: usize) -> Option<Position> {
        let (mut left, mut found) = (up, None);
        self.each_frame(&mut |code, pc, _| {
            if left > 0 {
                left -= 1;
                return false;
            }
            let span = code.code.spans.at(code.index_of(pc));
            let source = code.code.source.clone();
            found = Some(Position {
                source,
                span,
                globals: code.module.clone(),
                function: code.code.name.as_ref().into(),
            });
            true
        });
        found
    }

    /// The frame `up` frames above the running one.
    pub(crate) fn activation(&self, up: usize) -> Option<Activation> {
        let (mut left, mut found) = (up, None);
        self.each_frame(&mut |code, pc, base| {
            if left > 0 {
                left -= 1;
                return false;
            }
            found = Some(Activation {
                code: super::regs::code_ref(code),
                at: code.index_of(pc),
                variables: variables(code, base),
            });
            true
        });
        found
    }

    /// How many frames above the running one the innermost of this code is.
    pub(crate) fn up_to(&self, wanted: &Ref<CodeObject>) -> Option<usize> {
        let (mut up, mut found) = (0, false);
        self.each_frame(&mut |code, _, _| {
            found = std::ptr::eq(code, &**wanted);
            up += usize::from(!found);
            found
        });
        found.then_some(up)
    }

    /// The variables of the running function, by name: for `locals()` and `dir()`. None at module level.
    pub(crate) fn local_variables(&self) -> Option<Vec<(Text, Value)>> {
        let mut found = None;
        self.each_frame(&mut |code, _, base| {
            if code.code.kind == CodeKind::Function {
                found = Some(named_variables(code, variables(code, base)));
            }
            true
        });
        found
    }

    /// The namespace of the class body that is running, or None.
    pub(crate) fn class_namespace(&self) -> Option<Value> {
        let mut found = None;
        self.each_frame(&mut |code, _, base| {
            if code.code.kind == CodeKind::Class {
                found = Some(load(base));
            }
            true
        });
        found
    }

    /// The globals of the running code.
    pub(crate) fn current_globals(&self) -> Option<Ref<Dict>> {
        let mut found = None;
        self.each_frame(&mut |code, _, _| {
            found = Some(code.module.clone());
            true
        });
        found
    }
}
