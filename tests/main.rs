//! The one integration test binary: `cargo test` runs everything that the project promises.
//!
//! `scripts` compares our output with CPython's recordings, `cli` types what a new user would type, `layers` holds
//! the rules of the house. See `tests/README.md` for which folder points at which room.

#[path = "suite/blocking.rs"]
mod blocking;
#[path = "suite/by_name.rs"]
mod by_name;
#[path = "suite/cli.rs"]
mod cli;
#[path = "suite/differs.rs"]
mod differs;
#[path = "suite/embed/mod.rs"]
mod embed;
mod layers;
#[cfg(target_os = "linux")]
#[path = "suite/memory.rs"]
mod memory;
#[path = "suite/pattern.rs"]
mod pattern;
#[path = "suite/process.rs"]
mod process;
#[path = "suite/scripts.rs"]
mod scripts;
#[path = "suite/source_text.rs"]
mod source_text;
#[path = "suite/stress.rs"]
mod stress;
