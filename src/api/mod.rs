//! The crate as a host sees it.
//!
//! Knows: everything below. Here plain Rust data becomes Python values and back; nothing that points into a
//! session's heap leaves it, and so a `Session` may move between threads.
//! Read: engine.rs (what sessions share), session.rs (one of them), run.rs (how a program runs to its end), then
//! convert.rs and function.rs; tool.rs is for commands such as `hoop`.

mod convert;
mod engine;
mod error;
mod function;
mod interrupt;
mod kept;
mod limits;
mod output;
mod run;
mod session;
#[cfg(test)]
mod tests;
pub mod tool;

pub use convert::{Arguments, ByteString, FromPy, IntoPy};
pub use engine::{Engine, EngineBuilder, ModuleBuilder, Program};
pub use error::{Error, ErrorKind};
pub use function::{BlockingFunction, HostFunction};
pub use interrupt::InterruptHandle;
pub use kept::Value;
pub use limits::Limits;
pub use output::Capture;
pub use session::{Session, SessionBuilder};

/// Evaluates one expression in a session of its own.
///
/// Errors: wrong syntax, what the expression raises, a value that is no `T`.
///
/// ```
/// let n: i64 = hoopsnake::eval("sum(x * x for x in range(10))")?;
/// assert_eq!(n, 285);
/// # Ok::<(), hoopsnake::Error>(())
/// ```
pub fn eval<T: FromPy>(expression: &str) -> Result<T, Error> {
    Engine::new().session().build()?.eval(expression)
}
