//! The prompt.
//!
//! Knows: the library through `hoopsnake::`, and rustyline. A value is echoed, `await` may stand at the top level, and
//! tasks that are ready go on between two inputs.

mod served;

use std::path::PathBuf;

use hoopsnake::tool::{InputState, Interpreter, input_state};
use rustyline::error::ReadlineError;
use rustyline::{Config, DefaultEditor};

pub(crate) use served::run as run_asyncio;

const PROMPT: &str = ">>> ";
const MORE: &str = "... ";

/// Reads and runs inputs until the end. Gives the exit status.
pub(crate) fn run(mut interpreter: Interpreter, version: &str) -> i32 {
    let config = Config::builder().auto_add_history(false).build();
    let mut editor = match DefaultEditor::with_config(config) {
        Ok(editor) => editor,
        Err(error) => {
            eprintln!("hoop: no terminal to read from: {error}");
            return 1;
        }
    };
    let history = history_file();
    if let Some(path) = &history {
        // The first time there is none.
        let _ = editor.load_history(path);
    }
    println!("{version}");
    println!("`await` works here. Ctrl-D or exit() to leave.");
    let status = talk(&mut interpreter, &mut editor);
    if let Some(path) = &history {
        // A home that cannot be written to costs the history only.
        let _ = editor.save_history(path);
    }
    interpreter.finish(status)
}

fn history_file() -> Option<PathBuf> {
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty())?;
    Some(PathBuf::from(home).join(".hoop_history"))
}

fn talk(interpreter: &mut Interpreter, editor: &mut DefaultEditor) -> i32 {
    let mut input = String::new();
    loop {
        if input.is_empty()
            && let Some(status) = interpreter.run_ready()
        {
            return status;
        }
        let prompt = if input.is_empty() { PROMPT } else { MORE };
        match editor.readline(prompt) {
            Ok(line) => {
                input.push_str(&line);
                input.push('\n');
            }
            Err(ReadlineError::Interrupted) => {
                println!("KeyboardInterrupt");
                input.clear();
                continue;
            }
            Err(ReadlineError::Eof) => return 0,
            Err(error) => {
                eprintln!("hoop: {error}");
                return 1;
            }
        }
        if input.trim().is_empty() {
            input.clear();
            continue;
        }
        if input_state(&input) == InputState::Incomplete {
            continue;
        }
        // The history holds it even if the terminal does not.
        let _ = editor.add_history_entry(input.trim_end());
        if let Some(status) = interpreter.run_input(&input) {
            return status;
        }
        input.clear();
    }
}
