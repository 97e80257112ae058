//! Hoopsnake: a small Python with the event loop built in.

#[cfg_attr(
    not(test),
    expect(dead_code, reason = "the machine that tells exceptions comes next")
)]
#[expect(
    unused_imports,
    reason = "the machine that tells exceptions comes next"
)]
mod diagnostic;
