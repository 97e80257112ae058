//! Hoopsnake: a small Python with the event loop built in.

mod api;
mod builtins;
mod bytecode;
mod compiler;
mod diagnostic;
mod event_loop;
#[expect(unsafe_code, reason = "counted pointers and pages; see heap/mod.rs")]
mod heap;
mod modules;
mod text;
mod value;
mod vm;

/// The programs of the README compile and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

pub use api::{
    Arguments, BlockingFunction, ByteString, Capture, Engine, EngineBuilder, Error, ErrorKind,
    FromPy, HostFunction, InterruptHandle, IntoPy, Limits, ModuleBuilder, Program, Session,
    SessionBuilder, Value, eval, tool,
};
