//! Hoopsnake: a small Python with the event loop built in.

mod bytecode;

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
mod event_loop;
