//! The state of the code being made, and the reading and writing of variables.

use std::borrow::Cow;

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Name, Stmt, Tree};

use super::Options;
use super::emit::{Emitter, Label};
use super::error::{Fallible, wrong};
use super::name::mangle;
use super::ranges::RangeId;
use super::registers::{Bound, Temporaries};
use super::scope::{Access, Scope, ScopeId, ScopeKind, Scopes};
use crate::bytecode::{Const, Dst, Flow, Op, Peek, Reg, Src};

/// What all codes of one compilation share.
#[derive(Debug)]
pub(super) struct Shared<'a, 't> {
    pub(super) tree: &'t Tree,
    pub(super) scopes: &'a Scopes<'t>,
    pub(super) source: &'a std::sync::Arc<hoopsnake_grammar::Source>,
    pub(super) options: &'a Options,
}

/// What `return`, `break` and `continue` must leave properly.
#[derive(Clone, Copy, Debug)]
pub(super) enum Block<'t> {
    Loop {
        on_break: Label,
        on_continue: Label,
        /// The iterator, which leaving drops.
        iterator: Option<u16>,
    },
    /// The protected part of a `try` without `finally`, or of an `except` that must clean up.
    Try { range: RangeId },
    /// The protected part of a `try` with this `finally`.
    Finally { range: RangeId, body: &'t [Stmt] },
    /// The body of an `except` clause.
    Handler {
        exc: u16,
        region: RangeId,
        cleanup: Option<RangeId>,
        name: Option<Name>,
    },
    /// A `finally` body that runs on the way out of a `return`, whose value waits in this register.
    Returning { value: u16 },
    /// The body of an `except*` clause.
    StarHandler,
    /// A `finally` body that runs because of an exception.
    Ending { exc: u16, region: RangeId },
    With {
        context: u16,
        is_async: bool,
        range: RangeId,
        span: Span,
    },
}

/// The code being made.
#[derive(Debug)]
pub(super) struct Gen<'a, 't> {
    pub(super) shared: &'a Shared<'a, 't>,
    /// The innermost scope: the host or a comprehension in it.
    pub(super) scope: ScopeId,
    pub(super) host: ScopeId,
    pub(super) emitter: Emitter,
    pub(super) temps: Temporaries,
    pub(super) blocks: Vec<Block<'t>>,
    pub(super) flow: Flow,
    pub(super) qualname: String,
    /// The annotations of this module or class body.
    pub(super) annotate: Option<std::sync::Arc<crate::bytecode::Code>>,
    /// Annotations are evaluated where they stand.
    pub(super) eager_annotations: bool,
    /// Only long jumps: a short one did not reach.
    pub(super) far: bool,
}

impl<'a, 't> Gen<'a, 't> {
    pub(super) fn new(
        shared: &'a Shared<'a, 't>,
        host: ScopeId,
        flow: Flow,
        qualname: String,
        far: bool,
    ) -> Gen<'a, 't> {
        let scope = shared.scopes.get(host);
        let mut bound = Bound::new(scope.n_locals);
        for register in 0..scope.n_params {
            bound.set(register);
        }
        Gen {
            shared,
            scope: host,
            host,
            emitter: Emitter::new(bound),
            temps: Temporaries::new(scope.n_locals),
            blocks: Vec::new(),
            flow,
            qualname,
            annotate: None,
            eager_annotations: false,
            far,
        }
    }

    pub(super) fn host_scope(&self) -> &'a Scope {
        self.shared.scopes.get(self.host)
    }

    /// What every code begins with.
    pub(super) fn prologue(&mut self, span: Span) {
        if self.flow != Flow::Plain {
            self.emit(span, Op::GenStart {});
        }
        for &register in &self.host_scope().made_cells {
            self.emit(span, Op::MakeCell { reg: Reg(register) });
        }
    }

    pub(super) fn emit(&mut self, span: Span, op: Op) {
        self.emitter.emit(span, op);
    }

    pub(super) fn text(&self, name: Name) -> &'a str {
        self.shared.scopes.words.get(name)
    }

    /// The spelling of an attribute or keyword here.
    pub(super) fn mangled(&self, name: Name) -> Cow<'a, str> {
        let private = self.shared.scopes.get(self.scope).private;
        mangle(private.map(|class| self.text(class)), self.text(name))
    }

    /// How the variable `name` is reached here.
    pub(super) fn access(&self, name: Name) -> Access {
        let name = match self.mangled(name) {
            Cow::Borrowed(_) => name,
            Cow::Owned(text) => self
                .shared
                .scopes
                .words
                .find(&text)
                .expect("the first walk has met every variable"),
        };
        self.shared.scopes.access(self.scope, name)
    }

    /// The register of `name`, if it is a plain local variable.
    pub(super) fn local(&self, name: Name) -> Option<u16> {
        match self.access(name) {
            Access::Local(register) => Some(register),
            _ => None,
        }
    }

    /// Makes sure that the variable in `register` is bound before it is read.
    pub(super) fn check(&mut self, span: Span, register: u16) {
        if !self.emitter.bound.has(register) {
            self.emit(
                span,
                Op::CheckLocal {
                    reg: Peek(register),
                },
            );
            self.emitter.bound.set(register);
        }
    }

    /// `dst` = the value of `src`, a temporary that becomes dead or a variable.
    pub(super) fn transfer(&mut self, span: Span, dst: u16, src: u16) {
        if dst == src {
            return;
        }
        if self.temps.is_temporary(src) {
            self.emit(
                span,
                Op::Take {
                    dst: Dst(dst),
                    src: Src(src),
                },
            );
        } else {
            self.copy(span, dst, src);
        }
        self.wrote(dst);
    }

    pub(super) fn copy(&mut self, span: Span, dst: u16, src: u16) {
        self.emit(
            span,
            Op::Copy {
                dst: Dst(dst),
                src: Peek(src),
            },
        );
        self.wrote(dst);
    }

    pub(super) fn drop_register(&mut self, span: Span, register: u16) {
        self.emit(span, Op::Drop { reg: Reg(register) });
        if !self.temps.is_temporary(register) {
            self.emitter.bound.unset(register);
        }
    }

    /// Notes that `dst` now has a value.
    pub(super) fn wrote(&mut self, dst: u16) {
        if !self.temps.is_temporary(dst) {
            self.emitter.bound.set(dst);
        }
    }

    pub(super) fn load_const(&mut self, span: Span, dst: u16, value: Const) -> Fallible {
        let dst_operand = Dst(dst);
        let op = match value {
            Const::None => Op::LoadNone { dst: dst_operand },
            Const::Bool(value) => Op::LoadBool {
                value: crate::bytecode::Flag(u8::from(value)),
                dst: dst_operand,
            },
            Const::Int(value) if i32::try_from(value).is_ok() => Op::LoadInt {
                dst: dst_operand,
                value: crate::bytecode::Int(value as i32),
            },
            value => {
                let value = self.emitter.constant(value)?;
                Op::LoadConst {
                    dst: dst_operand,
                    value,
                }
            }
        };
        self.emit(span, op);
        self.wrote(dst);
        Ok(())
    }

    /// `dst` = the variable `name`.
    pub(super) fn load_name(&mut self, span: Span, dst: u16, name: Name) -> Fallible {
        let access = self.access(name);
        let text = self.mangled(name);
        let to = Dst(dst);
        match access {
            Access::Local(register) => {
                self.check(span, register);
                if register != dst {
                    self.copy(span, dst, register);
                }
                return Ok(());
            }
            Access::Cell(register) => self.emit(
                span,
                Op::LoadCell {
                    dst: to,
                    cell: Peek(register),
                },
            ),
            Access::Global => {
                if text == "__debug__" {
                    let value = Const::Bool(!self.shared.options.optimize);
                    return self.load_const(span, dst, value);
                }
                let global = self.emitter.global(&text)?;
                self.emit(span, Op::LoadGlobal { dst: to, global });
            }
            Access::Namespace => {
                let global = self.emitter.global(&text)?;
                self.emit(span, Op::LoadName { dst: to, global });
            }
            Access::NamespaceCell(register) => {
                let name = self.emitter.name(&text)?;
                self.emit(
                    span,
                    Op::LoadNameCell {
                        dst: to,
                        name,
                        cell: Peek(register),
                    },
                );
            }
        }
        self.wrote(dst);
        Ok(())
    }

    /// The variable `name` = the value in `src`, which stays if it is a variable.
    pub(super) fn store_name(&mut self, span: Span, name: Name, src: u16) -> Fallible {
        match self.access(name) {
            Access::Local(register) => self.transfer(span, register, src),
            Access::Cell(register) | Access::NamespaceCell(register) => self.emit(
                span,
                Op::StoreCell {
                    cell: Peek(register),
                    src: Src(src),
                },
            ),
            Access::Global => {
                let global = self.emitter.global(&self.mangled(name))?;
                self.emit(
                    span,
                    Op::StoreGlobal {
                        global,
                        src: Src(src),
                    },
                );
            }
            Access::Namespace => {
                let name = self.emitter.name(&self.mangled(name))?;
                self.emit(
                    span,
                    Op::StoreName {
                        name,
                        src: Src(src),
                    },
                );
            }
        }
        Ok(())
    }

    /// `del name`.
    pub(super) fn delete_name(&mut self, span: Span, name: Name) -> Fallible {
        match self.access(name) {
            Access::Local(register) => {
                self.emit(span, Op::DelLocal { reg: Reg(register) });
                self.emitter.bound.unset(register);
            }
            Access::Cell(register) | Access::NamespaceCell(register) => self.emit(
                span,
                Op::DelCell {
                    cell: Peek(register),
                },
            ),
            Access::Global => {
                let global = self.emitter.global(&self.mangled(name))?;
                self.emit(span, Op::DelGlobal { global });
            }
            Access::Namespace => {
                let name = self.emitter.name(&self.mangled(name))?;
                self.emit(span, Op::DelName { name });
            }
        }
        Ok(())
    }

    /// `name = None; del name`, at the end of `except ... as name`.
    pub(super) fn forget_name(&mut self, span: Span, name: Name) -> Fallible {
        if let Some(register) = self.local(name) {
            self.drop_register(span, register);
            return Ok(());
        }
        let mark = self.temps.mark();
        let none = self.temps.push()?;
        self.load_const(span, none, Const::None)?;
        self.store_name(span, name, none)?;
        self.temps.reset(mark);
        self.delete_name(span, name)
    }

    /// Whether functions defined here are local to a function, for qualified names.
    pub(super) fn is_in_function(&self) -> bool {
        !matches!(
            self.host_scope().kind,
            ScopeKind::Module | ScopeKind::Class | ScopeKind::Annotations
        )
    }

    /// The qualified name of something called `name` defined here.
    pub(super) fn qualified(&self, name: &str) -> String {
        if self.host == ScopeId(0) {
            name.to_owned()
        } else if self.is_in_function() {
            format!("{}.<locals>.{name}", self.qualname)
        } else {
            format!("{}.{name}", self.qualname)
        }
    }

    /// Opens a block of statements that leaving must unwind.
    pub(super) fn enter(&mut self, span: Span, block: Block<'t>) -> Fallible {
        if self.blocks.len() >= 20 {
            return wrong(span, "too many statically nested blocks");
        }
        if self.emitter.ops.len() > 1_000_000 {
            return wrong(span, "code is too large");
        }
        self.blocks.push(block);
        Ok(())
    }
}
