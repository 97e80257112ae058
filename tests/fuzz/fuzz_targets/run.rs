//! Any program under a budget: compiling and running it ends in a value or an error, never in a crash or a hang, and
//! the session can be used afterwards.
#![no_main]

use hoopsnake::{Engine, Limits};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let engine = Engine::new();
    let limits = Limits::default()
        .fuel(200_000)
        .memory(64 << 20)
        .recursion(200);
    let mut session = engine
        .session()
        .limits(limits)
        .build()
        .expect("a session with these limits can be built");
    // Whatever the program does is its own affair; what counts is that we are still here.
    let _ = session.run_source("fuzz.py", text);
    // Its limits may be used up; then this is an error too, and still no crash.
    let _ = session.run_source("after.py", "x = [1, 2, 3]\nx.append(sum(x))\n");
});
