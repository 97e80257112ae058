//! The compiler: tree in, code out.
//!
//! Knows: `hoopsnake_grammar`, `bytecode`. Must not know: values, heap, machine.
//! One pass decides the meaning of every name (scope.rs); a second one emits the code of each
//! function, straight into the registers where values are wanted (emit.rs, registers.rs).
//! Read: scope.rs, emit.rs, generate.rs (the state of one function), expr.rs, then any form.

mod annotate;
mod arithmetic;
mod assign;
mod async_;
mod call;
mod class;
mod collect;
mod comprehension;
mod emit;
mod error;
mod expr;
mod finish;
mod fold;
mod function;
mod generate;
mod generic;
mod import_;
mod logic;
mod loops;
mod match_;
mod name;
mod order;
mod ranges;
mod registers;
mod scope;
mod stmt;
mod strings;
#[cfg(test)]
mod tests;
mod try_;
mod walk;
mod with;

use std::sync::Arc;

use hoopsnake_grammar::ast::Tree;
use hoopsnake_grammar::{Source, SyntaxError};

use crate::bytecode::Code;

/// What the text is compiled as.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Mode {
    /// A module or a script: statements, no value.
    #[default]
    Module,
    /// The same, but the value of an expression statement is shown.
    Interactive,
    /// One expression, whose value is returned.
    Expression,
}

/// How to compile.
#[derive(Clone, Debug)]
pub(crate) struct Options {
    /// What the text is.
    pub mode: Mode,
    /// Whether `await`, `async for`, `async with` and asynchronous comprehensions may stand at
    /// the top level; code that uses one gets `Flow::Coroutine`.
    pub top_level_await: bool,
    /// Top-level variables live in a mapping in register 0 (`exec` with separate locals):
    /// the code is of `CodeKind::Class` and takes that one parameter.
    pub namespace: bool,
    /// The name of the code, usually `<module>`.
    pub name: Box<str>,
    /// Leaves `assert` statements out, and `__debug__` is False.
    pub optimize: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            mode: Mode::Module,
            top_level_await: false,
            namespace: false,
            name: "<module>".into(),
            optimize: false,
        }
    }
}

/// Compiles a whole tree.
///
/// Errors: what CPython's symbol table and compiler report as SyntaxError; and "code is too
/// large" where a function has more registers, constants or names than an operand can number.
pub(crate) fn compile(
    tree: &Tree,
    source: &Arc<Source>,
    options: Options,
) -> Result<Arc<Code>, SyntaxError> {
    finish::compile_tree(tree, source, &options).map_err(|failure| SyntaxError::from(*failure))
}
