//! What commands such as `hoop` need: running a file as the main program with Python's exit status, listings,
//! checking, and the lines of a prompt.
//!
//! Hosts that embed scripts want [`Session`](crate::Session).

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use hoopsnake_grammar::{Mode as GrammarMode, Source, SyntaxError, parse};

use super::engine::{Engine, compile_source};
use super::error::{Error, take_error};
use super::limits::Limits;
use super::run;
use super::session::{Session, forget_main, set_main_module};
use crate::bytecode::{Code, disassemble};
use crate::compiler::{Mode, Options};
use crate::diagnostic::{Look, SyntaxProblem, draw};
use crate::event_loop::Signals;
use crate::modules::{asyncio, set_argv, set_script_folder};
use crate::value::Value;
use crate::vm::{Def, R, Raised, Vm, def};

/// The status of a program that Ctrl-C ended, as shells tell it.
pub const INTERRUPTED: i32 = 130;
/// The status of a program whose output could not be written at its end.
const OUTPUT_LOST: i32 = 120;

/// Where the inputs of the prompt of asyncio seem to come from.
const CONSOLE: &str = "<console>";

/// A text that is to run as the main program.
#[derive(Clone, Debug)]
pub struct MainText {
    /// What tracebacks show: the absolute path, `<string>`, `<stdin>`.
    pub name: String,
    /// `__file__`, if it is a file.
    pub file: Option<String>,
    /// The bytes of the text.
    pub bytes: Vec<u8>,
    /// The package it is a part of, which is imported before it: of a module that was asked for by name.
    pub package: String,
}

/// The interpreter of a command: one session that speaks to the process's own streams.
pub struct Interpreter {
    session: Session,
    signals: Option<Signals>,
    /// The file that inputs of a prompt seem to come from.
    console: &'static str,
}

impl Interpreter {
    /// An interpreter with this `sys.argv`, and `folder` first on `sys.path`.
    ///
    /// `native_depth` is how deep built-in functions may nest: what the thread's stack allows.
    ///
    /// Errors: none that a program could cause.
    pub fn new(argv: &[String], folder: &str, native_depth: u32) -> Result<Interpreter, Error> {
        let limits = Limits::default().native_depth(native_depth);
        let mut session = Engine::new().session().limits(limits).build()?;
        session.vm.set_interrupt_raises();
        session.vm.stdout.by_line = std::io::stdout().is_terminal();
        let builtins = session.vm.builtins.clone();
        session.vm.add_functions("builtins", &builtins, LEAVING);
        set_argv(&mut session.vm, argv);
        set_script_folder(&mut session.vm, folder);
        Ok(Interpreter {
            session,
            signals: None,
            console: "<stdin>",
        })
    }

    /// What the options of the command say: `-X dev`, and that the environment does not count (`-E`).
    pub fn set_options(&mut self, dev_mode: bool, ignores_environment: bool) {
        crate::modules::set_options(&mut self.session.vm, dev_mode, ignores_environment);
    }

    /// The process may take so many bytes more: well before that, MemoryError is raised.
    pub fn set_free_memory(&mut self, bytes: usize) {
        // A table that grows stands beside one of twice its size; the rest is for what no heap counts.
        let share = bytes / 4;
        let used = self.session.vm.heap.bytes();
        self.session.vm.set_memory_raises(used + share);
    }

    /// From now on Ctrl-C is a KeyboardInterrupt in the program, unless the process was told to ignore it.
    pub fn watch_interrupts(&mut self) {
        if Signals::is_ignored(Signals::SIGINT) {
            return;
        }
        let interrupt = self.session.interrupt_handle();
        let mut signals = Signals::new(&interrupt.wake);
        // Where it cannot be watched, it ends the process as it does by default.
        if signals.watch(Signals::SIGINT, Some(interrupt.flag)).is_ok() {
            self.signals = Some(signals);
        }
    }

    /// Runs a main program from its first line to the end of its last task, finalises what it leaves, and prints
    /// what ended it on standard error. Gives the exit status.
    pub fn run_main(mut self, text: &MainText) -> i32 {
        let vm: &mut Vm = &mut self.session.vm;
        let status = match compile_main(text) {
            Err(error) => {
                vm.write_stderr(error.traceback());
                1
            }
            Ok(code) => {
                let globals = set_main_module(vm, text.file.as_deref());
                asyncio::count_only_the_top_level_itself(vm);
                let result = crate::modules::enter_package(vm, &globals, &text.package);
                let result = result.and_then(|()| run::run_unit(vm, &code, &globals).map(drop));
                drop(globals);
                let result = run::end_loop(vm, result);
                let status = status_of(vm, result);
                // No limit ends a thread of the command.
                let _ = run::end_threads(vm);
                status
            }
        };
        self.end(status)
    }

    /// The end of a prompt, as `run_main` ends a program.
    pub fn finish(mut self, status: i32) -> i32 {
        let vm: &mut Vm = &mut self.session.vm;
        let ended = run::end_loop(vm, Ok(()));
        let status = match status_of(vm, ended) {
            0 => status,
            failed => failed,
        };
        let _ = run::end_threads(vm);
        self.end(status)
    }

    fn end(mut self, status: i32) -> i32 {
        let vm: &mut Vm = &mut self.session.vm;
        let written = flush(vm);
        forget_main(vm);
        run::end_modules(vm);
        let written = written && flush(vm);
        // The process ends: nobody needs the memory back.
        std::mem::forget(self);
        if written { status } else { OUTPUT_LOST }
    }

    /// From now on it is the prompt of `-m asyncio`, whose first input has been run. Gives what its greeting says of the
    /// version.
    pub fn be_asyncio(&mut self) -> String {
        self.console = CONSOLE;
        let _ = self.run_input("import asyncio\n");
        crate::modules::version_on_platform()
    }

    /// Whether tasks are pending that go on between two inputs.
    pub fn has_tasks(&mut self) -> bool {
        asyncio::has_pending(&mut self.session.vm)
    }

    /// The end of a prompt that waits for nobody.
    pub fn leave(self, status: i32) -> i32 {
        self.end(status)
    }

    /// Runs one complete input of a prompt. Values of expressions are shown. What it raises is printed on standard
    /// error; the prompt goes on, unless it gives the status of a SystemExit.
    pub fn run_input(&mut self, text: &str) -> Option<i32> {
        let source = Source::new(self.console, text);
        let options = Options {
            mode: Mode::Interactive,
            top_level_await: true,
            ..Options::default()
        };
        let vm: &mut Vm = &mut self.session.vm;
        // A Ctrl-C at the prompt was for the prompt.
        vm.interrupt.store(false, Ordering::SeqCst);
        let code = match compile_source(&source, options) {
            Ok(code) => code,
            Err(error) => {
                vm.write_stderr(error.traceback());
                return None;
            }
        };
        let globals = super::session::main_globals(vm);
        let result = if self.console == CONSOLE {
            asyncio::inside(vm, |vm| run::run_unit(vm, &code, &globals))
        } else {
            run::run_unit(vm, &code, &globals)
        };
        let result = result.and_then(|_| asyncio::run_ready(vm));
        self.after_input(result)
    }

    /// Lets the tasks that are ready go on, as between two inputs.
    pub fn run_ready(&mut self) -> Option<i32> {
        let result = asyncio::run_ready(&mut self.session.vm);
        self.after_input(result)
    }

    fn after_input(&mut self, result: R<()>) -> Option<i32> {
        let vm: &mut Vm = &mut self.session.vm;
        let mut exit = None;
        if let Err(Raised) = result {
            let error = take_error(vm);
            flush(vm);
            match error.exit_status() {
                Some(status) => {
                    tell_exit(vm, &error);
                    exit = Some(status);
                }
                None if error.type_name() == "KeyboardInterrupt" => {
                    vm.write_stderr("\nKeyboardInterrupt\n");
                }
                None => vm.write_stderr(error.traceback()),
            }
        }
        vm.run_pending_quietly();
        flush(vm);
        exit
    }
}

/// What Python's `site` adds for people at a prompt.
const LEAVING: &[Def] = &[
    def("exit", leave, "code=None"),
    def("quit", leave, "code=None"),
];

fn leave(vm: &mut Vm, args: &[Value]) -> R {
    let class = Value::object(vm.types.system_exit.clone());
    let given: Vec<Value> = args[..1]
        .iter()
        .filter(|code| !code.is_undef())
        .cloned()
        .collect();
    let exception = vm.call(&class, &given)?;
    Err(vm.raise_value(exception))
}

/// Writes the output; false if it is lost.
fn flush(vm: &mut Vm) -> bool {
    if vm.flush_stdout().is_ok() {
        return true;
    }
    let error = take_error(vm);
    vm.write_stderr(&format!(
        "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n{error}\n"
    ));
    false
}

fn tell_exit(vm: &mut Vm, error: &Error) {
    if let Some(text) = error.exit_message() {
        vm.write_stderr(&format!("{text}\n"));
    }
}

/// The exit status of a program that ended so; prints what is to be said.
fn status_of(vm: &mut Vm, result: R<()>) -> i32 {
    let Err(Raised) = result else { return 0 };
    let error = take_error(vm);
    // What it printed before stands before what is said of its end.
    flush(vm);
    if let Some(status) = error.exit_status() {
        tell_exit(vm, &error);
        return status;
    }
    vm.write_stderr(error.traceback());
    if error.type_name() == "KeyboardInterrupt" {
        INTERRUPTED
    } else {
        1
    }
}

fn compile_main(text: &MainText) -> Result<Arc<Code>, Error> {
    let source = decode(text)?;
    let options = Options {
        top_level_await: true,
        ..Options::default()
    };
    compile_source(&source, options)
}

/// The text as a source. Errors: it is not UTF-8.
fn decode(text: &MainText) -> Result<Arc<Source>, Error> {
    let bytes = text
        .bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(&text.bytes);
    match std::str::from_utf8(bytes) {
        Ok(decoded) => Ok(Source::new(&text.name, decoded)),
        Err(error) => {
            let at = error.valid_up_to();
            let line = 1 + bytes[..at].iter().filter(|&&byte| byte == b'\n').count();
            let message = format!(
                "Non-UTF-8 code starting with '\\x{:02x}' in file {} on line {line}, but no encoding declared; \
                 see https://peps.python.org/pep-0263/ for details",
                bytes[at], text.name
            );
            Err(Error::undecodable(&message))
        }
    }
}

/// The program that `-m NAME` means in the library itself, if there is one.
#[must_use]
pub fn library_program(name: &str) -> Option<MainText> {
    let (path, text) = crate::modules::library_program(name).ok()??;
    Some(MainText {
        name: path.clone(),
        file: None,
        bytes: text.into_bytes(),
        package: match path.strip_suffix("/__main__.py") {
            Some(_) => name.to_owned(),
            None => name
                .rsplit_once('.')
                .map_or("", |(outer, _)| outer)
                .to_owned(),
        },
    })
}

/// What a prompt should do with the lines that it has read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InputState {
    /// Run them. Also if they are wrong: running them tells.
    Complete,
    /// Read one more line.
    Incomplete,
}

/// Whether a prompt's lines, each with its end, are a whole input.
#[must_use]
pub fn input_state(text: &str) -> InputState {
    match parse(text, GrammarMode::Interactive) {
        Err(error) if error.is_incomplete() => InputState::Incomplete,
        _ => InputState::Complete,
    }
}

/// The listing of a program's code.
///
/// Errors: of kind `Syntax`.
pub fn listing(text: &MainText) -> Result<String, Error> {
    compile_main(text).map(|code| disassemble(&code))
}

/// How [`check`] draws what it finds.
#[derive(Clone, Copy, Debug)]
pub struct CheckLook {
    /// The width of the terminal, in columns.
    pub width: usize,
    /// Whether to use colours.
    pub colour: bool,
}

/// Checks a program without running it: the drawing of what is wrong, or None.
#[must_use]
pub fn check(text: &MainText, look: CheckLook) -> Option<String> {
    let source = match decode(text) {
        Ok(source) => source,
        Err(error) => return Some(error.traceback().to_owned()),
    };
    let options = Options {
        top_level_await: true,
        ..Options::default()
    };
    let error: SyntaxError = parse(source.text(), GrammarMode::Module)
        .and_then(|tree| crate::compiler::compile(&tree, &source, options))
        .err()?;
    let message = error.message();
    let problem = SyntaxProblem {
        class_name: error.class_name(),
        message: &message,
        span: error.span,
        help: None,
    };
    let look = Look {
        width_columns: look.width,
        colour: look.colour,
        unicode: true,
    };
    Some(draw(&problem.to_report(&source), look))
}
