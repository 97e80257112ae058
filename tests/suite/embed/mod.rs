//! The crate as a host uses it.

mod calls;
mod depth;
mod ending;
mod errors;
mod functions;
mod leaks;
mod limits;
mod threads;
mod values;

use hoopsnake::{Engine, Session};

fn session() -> Session {
    Engine::new()
        .session()
        .build()
        .expect("a session without anything of the host's")
}

/// A session in which `text` has run.
fn session_with(text: &str) -> Session {
    let mut session = session();
    if let Err(error) = session.run_source("main.py", text) {
        panic!("{}", error.traceback());
    }
    session
}
