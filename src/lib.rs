//! Hoopsnake: a small Python with the event loop built in.

mod bytecode;
mod compiler;
