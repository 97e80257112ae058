//! Bytecode: the instruction set as data.
//!
//! Knows: `hoopsnake_grammar` (spans, sources). Must not know: values, compiler, machine.
//! Compiler and machine meet only here. Read: ops.rs (every instruction and the rules of
//! registers), then code.rs.

mod code;
mod disasm;
mod liveness;
mod operand;
mod ops;
mod verify;

pub(crate) use code::*;
pub(crate) use disasm::disassemble;
pub(crate) use operand::*;
pub(crate) use ops::*;
pub(crate) use verify::{is_terminal, verify};
