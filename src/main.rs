//! The command `hoop`.
fn main() {}
