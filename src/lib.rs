//! Hoopsnake: a small Python with the event loop built in.
#![allow(dead_code, unused_imports, reason = "rooms are being joined")]

mod bytecode;
<<<<<<< HEAD
=======

#[allow(
    dead_code,
    unused_imports,
    reason = "the machine that tells exceptions is being written"
)]
mod diagnostic;

#[allow(
    dead_code,
    unused_imports,
    reason = "the asyncio natives that drive it are being written"
)]
>>>>>>> diag
mod event_loop;
#[expect(unsafe_code, reason = "counted pointers and pages; see heap/mod.rs")]
mod heap;
mod value;
