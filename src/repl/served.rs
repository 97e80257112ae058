//! The prompt of `hoop -m asyncio`: tasks go on while it waits for a line.
//!
//! A thread of its own reads the lines, so that the interpreter is free meanwhile. The words and where they go (prompts
//! to standard output, the greeting and all complaints to standard error) are those of `python -m asyncio`.

use std::io::{BufRead, IsTerminal, Write, stdin, stdout};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use hoopsnake::tool::{InputState, Interpreter, input_state};
use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use super::{MORE, PROMPT};

/// While tasks are pending, the loop is looked at so often.
const GLANCE: Duration = Duration::from_millis(5);

/// What a reader found.
enum Found {
    Line(String),
    Interrupt,
    End,
}

/// Reads and runs inputs until the end. Gives the exit status.
pub(crate) fn run(mut interpreter: Interpreter, _: &str) -> i32 {
    let version = interpreter.be_asyncio();
    eprintln!(
        "asyncio REPL {version}\n\
         Use \"await\" directly instead of \"asyncio.run()\".\n\
         Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n\
         {PROMPT}import asyncio"
    );
    let (wanted, prompts) = channel();
    let (found, lines) = channel();
    thread::spawn(move || read(&prompts, &found));
    match talk(&mut interpreter, &wanted, &lines) {
        Some(status) => interpreter.leave(status),
        None => {
            eprintln!("\nexiting asyncio REPL...");
            interpreter.leave(0)
        }
    }
}

/// The status that an input exits with; None at the end of the input.
fn talk(
    interpreter: &mut Interpreter,
    wanted: &Sender<&'static str>,
    lines: &Receiver<Found>,
) -> Option<i32> {
    let mut input = String::new();
    loop {
        let prompt = if input.is_empty() { PROMPT } else { MORE };
        wanted.send(prompt).ok()?;
        let found = loop {
            if !interpreter.has_tasks() {
                break lines.recv().ok()?;
            }
            match lines.recv_timeout(GLANCE) {
                Ok(found) => break found,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return None,
            }
            if let Some(status) = interpreter.run_ready() {
                return Some(status);
            }
        };
        match found {
            Found::Line(line) => input.push_str(&line),
            Found::Interrupt => {
                eprintln!("\nKeyboardInterrupt");
                input.clear();
                continue;
            }
            Found::End => return None,
        }
        if input.trim().is_empty() {
            input.clear();
        } else if input_state(&input) == InputState::Complete {
            if let Some(status) = interpreter.run_input(&input) {
                return Some(status);
            }
            input.clear();
        }
    }
}

/// Reads a line for every prompt.
fn read(prompts: &Receiver<&'static str>, found: &Sender<Found>) {
    let mut editor = if stdin().is_terminal() && stdout().is_terminal() {
        DefaultEditor::new().ok()
    } else {
        None
    };
    while let Ok(prompt) = prompts.recv() {
        let next = match &mut editor {
            Some(editor) => match editor.readline(prompt) {
                Ok(line) => {
                    // The history holds it even if the terminal does not.
                    let _ = editor.add_history_entry(line.trim_end());
                    Found::Line(line + "\n")
                }
                Err(ReadlineError::Interrupted) => Found::Interrupt,
                Err(_) => Found::End,
            },
            None => plain_line(prompt),
        };
        if found.send(next).is_err() {
            return;
        }
    }
}

fn plain_line(prompt: &str) -> Found {
    // A reader that has gone away is no error of the prompt.
    let _ = stdout()
        .write_all(prompt.as_bytes())
        .and_then(|()| stdout().flush());
    let mut line = String::new();
    match stdin().lock().read_line(&mut line) {
        Ok(0) | Err(_) => Found::End,
        Ok(_) => {
            if !line.ends_with('\n') {
                line.push('\n');
            }
            Found::Line(line)
        }
    }
}
