//! Bytecode: the instruction set as data.
//!
//! Knows: `hoopsnake_grammar` (spans, sources). Must not know: values, compiler, machine.
//! Compiler and machine meet only here. Read: ops.rs (every instruction and the rules of
//! registers), then code.rs; frozen.rs for code that the build made.

mod code;
mod disasm;
mod freeze;
mod frozen;
mod liveness;
mod operand;
mod ops;
mod pack;
mod squeeze;
mod verify;

pub(crate) use code::*;
pub(crate) use disasm::disassemble;
#[allow(unused_imports, reason = "the build freezes")]
pub(crate) use freeze::{Module, freeze};
#[allow(unused_imports, reason = "the library thaws")]
pub(crate) use frozen::{Frozen, Library, Wrong};
pub(crate) use operand::*;
pub(crate) use ops::*;
#[allow(unused_imports, reason = "the build squeezes, the library unpacks")]
pub(crate) use squeeze::{squeeze, unsqueeze};
pub(crate) use verify::{is_terminal, verify};
