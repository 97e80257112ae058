//! Bytecode: the instruction set as data.
//!
//! Knows: `hoopsnake_grammar` (spans, sources). Must not know: values, compiler, machine.
//! Compiler and machine meet only here. Read: ops.rs (every instruction and the rules of
//! registers), then code.rs.

mod code;
mod operand;
mod ops;

pub use code::*;
pub use operand::*;
pub use ops::*;
