//! What is being handled: the exception of the innermost `except` block that is running.

use std::sync::Arc;

use super::Vm;
use super::coroutine::head_of;
use super::regs::{coroutine_parts, load};
use super::run::EXIT;
use super::unwind::script_code;
use crate::bytecode::{Op, Text};
use crate::diagnostic::{Source, Span};
use crate::value::{CodeObject, Value};

/// A place in a running program.
pub(crate) struct Position {
    pub(crate) source: Arc<Source>,
    pub(crate) span: Span,
    pub(crate) globals: crate::heap::Ref<crate::value::Dict>,
    pub(crate) function: Box<str>,
}

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

    /// The variables of the running function, by name: for `locals()` and `dir()`. None at module level.
    pub(crate) fn local_variables(&self) -> Option<Vec<(Text, Value)>> {
        let mut found = None;
        self.each_frame(&mut |code, _, base| {
            if code.code.kind != crate::bytecode::CodeKind::Function {
                return true;
            }
            let mut all = Vec::new();
            for (at, name) in code.code.local_names.iter().enumerate() {
                let mut value = load(base.wrapping_add(at));
                if let Some(cell) = value.to_ref::<crate::value::VarCell>() {
                    value = cell.value.get();
                }
                if !name.is_empty() && !name.starts_with('.') && !value.is_undef() {
                    all.push((name.clone(), value));
                }
            }
            found = Some(all);
            true
        });
        found
    }

    /// The namespace of the class body that is running, or None.
    pub(crate) fn class_namespace(&self) -> Option<Value> {
        let mut found = None;
        self.each_frame(&mut |code, _, base| {
            if code.code.kind == crate::bytecode::CodeKind::Class {
                found = Some(load(base));
            }
            true
        });
        found
    }

    /// The globals of the running code.
    pub(crate) fn current_globals(&self) -> Option<crate::heap::Ref<crate::value::Dict>> {
        let mut found = None;
        self.each_frame(&mut |code, _, _| {
            found = Some(code.module.clone());
            true
        });
        found
    }
}
