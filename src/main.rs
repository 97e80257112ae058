//! The command `hoop`.

mod cli;
mod repl;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words = std::env::args_os().skip(1);
    // What is not UTF-8 cannot be told apart from other wrong words.
    let words = words
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    cli::main(words, repl::run, repl::run_asyncio)
}
