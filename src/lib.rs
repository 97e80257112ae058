//! Hoopsnake: a small Python with the event loop built in.

#[allow(
    dead_code,
    unused_imports,
    reason = "the builtins that use the room come later"
)]
mod text;
