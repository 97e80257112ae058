//! The command line: what the words after `hoop` mean.
//!
//! Knows: the library as any host does, through `hoopsnake::`; the prompt is given to it by `main.rs`.
//! Read: arguments.rs, then program.rs.

mod arguments;
mod memory;
mod program;

use std::process::ExitCode;

use hoopsnake::tool::Interpreter;

use arguments::{Action, Mistake};

const VERSION: &str = concat!("Hoopsnake ", env!("CARGO_PKG_VERSION"));

const HELP: &str = "\
usage: hoop [option] ... [FILE | -c CODE | -m MODULE | -] [ARGUMENT] ...

Runs a Python program, its event loop included: `await` may stand at its top level.

  FILE            run the program in a file, or __main__.py in a folder
  -c CODE         run the code
  -m MODULE       run a module or package as a program
  -m asyncio      a prompt whose tasks go on while it waits
  -               run what comes from standard input
  dis FILE        show the program's bytecode
  check FILE      look for wrong syntax without running anything
  -h, --help      show this
  -V, --version   show the version

Without a program: a prompt, or what comes from standard input if that is no terminal.
";

/// A prompt: gets an interpreter and what to say first, gives the exit status.
pub(crate) type Prompt = fn(Interpreter, &str) -> i32;

/// Runs the command. `words` are those after the name.
pub(crate) fn main(words: Vec<String>, prompt: Prompt, asyncio: Prompt) -> ExitCode {
    let status = match arguments::read(words) {
        Ok(Action::Help) => {
            print(HELP);
            0
        }
        Ok(Action::Version) => {
            print(&format!("{VERSION}\n"));
            0
        }
        Ok(Action::Dis(path)) => program::dis(&path),
        Ok(Action::Check(path)) => program::check(&path),
        Ok(Action::Run(run)) if program::is_asyncio(&run) => program::prompt(asyncio, VERSION),
        Ok(Action::Run(run)) => program::run(run),
        Ok(Action::Prompt) => program::prompt(prompt, VERSION),
        Err(Mistake(message)) => {
            eprintln!(
                "{message}\nusage: hoop [option] ... [FILE | -c CODE | -m MODULE | -] [ARGUMENT] ..."
            );
            eprintln!("Try `hoop --help' for more information.");
            2
        }
    };
    // As the system does: the lowest eight bits.
    ExitCode::from(status as u8)
}

/// Prints; a reader that has gone away is no error.
fn print(text: &str) {
    use std::io::Write;
    let mut out = std::io::stdout();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
