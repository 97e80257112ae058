//! Finding the program that is meant, and running it.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use hoopsnake::tool::{self, CheckLook, Interpreter, MainText};

use super::arguments::{From, Run};

/// The stack of the thread that runs the program. Only what is used of it takes memory.
const STACK: usize = 512 << 20;
/// How deep built-in functions may nest on that stack: see `tests/suite/embed/depth.rs`.
const NATIVE_DEPTH: u32 = 1500;

/// Why there is no program to run; said on standard error.
struct NotFound {
    message: String,
    status: i32,
}

/// A program with what `sys` is to say of it.
struct Found {
    text: MainText,
    argv0: String,
    folder: String,
}

/// Runs the program; gives the exit status.
pub(super) fn run(run: Run) -> i32 {
    let found = match find(run.from) {
        Ok(found) => found,
        Err(error) => {
            eprintln!("{}", error.message);
            return error.status;
        }
    };
    let mut argv = vec![found.argv0];
    argv.extend(run.args);
    let settings = run.settings;
    with_interpreter(argv, found.folder, move |mut interpreter| {
        if settings.dev_mode || settings.ignores_environment {
            interpreter.set_options(settings.dev_mode, settings.ignores_environment);
        }
        interpreter.run_main(&found.text)
    })
}

/// Whether the prompt of asyncio is meant, and no module of that name is there.
pub(super) fn is_asyncio(run: &Run) -> bool {
    matches!(&run.from, From::Module(name) if name == "asyncio")
        && run.args.is_empty()
        && module("asyncio").is_err()
}

/// A prompt with an interpreter of its own.
pub(super) fn prompt(prompt: super::Prompt, version: &'static str) -> i32 {
    with_interpreter(vec![String::new()], String::new(), move |interpreter| {
        prompt(interpreter, version)
    })
}

/// Makes an interpreter, in a thread whose stack is deep enough, and gives it to `work`.
fn with_interpreter(
    argv: Vec<String>,
    folder: String,
    work: impl FnOnce(Interpreter) -> i32 + Send + 'static,
) -> i32 {
    on_deep_stack(
        move || match Interpreter::new(&argv, &folder, NATIVE_DEPTH) {
            Ok(mut interpreter) => {
                if let Some(bytes) = super::memory::free_memory() {
                    interpreter.set_free_memory(bytes);
                }
                interpreter.watch_interrupts();
                work(interpreter)
            }
            Err(error) => {
                eprintln!("hoop: {error}");
                1
            }
        },
    )
}

/// Has the allocator ask the system at once for what every program needs; in a thread it asks page by page.
fn warm_up() {
    // Blocks below the size that the system gives on its own, freed into the thread's own store. (Two would do for a program
    // that imports nothing; larger ones would have the allocator clear by hand what the system gives clean.)
    let blocks: [Vec<u8>; 5] = std::array::from_fn(|_| Vec::with_capacity(120 << 10));
    drop(std::hint::black_box(blocks));
}

/// Runs `work` in a thread whose stack is deep enough for `NATIVE_DEPTH`.
fn on_deep_stack(work: impl FnOnce() -> i32 + Send + 'static) -> i32 {
    let thread = std::thread::Builder::new()
        .name("main".to_owned())
        .stack_size(STACK)
        .spawn(move || {
            warm_up();
            work()
        });
    match thread.map(|thread| thread.join()) {
        Ok(Ok(status)) => status,
        // It has said so itself.
        Ok(Err(_)) => 101,
        Err(error) => {
            eprintln!("hoop: no thread for the program: {error}");
            1
        }
    }
}

fn find(from: From) -> Result<Found, NotFound> {
    match from {
        From::Code(code) => Ok(Found {
            text: MainText {
                name: "<string>".to_owned(),
                file: None,
                bytes: code.into_bytes(),
                package: String::new(),
            },
            argv0: "-c".to_owned(),
            folder: String::new(),
        }),
        From::Input(argv0) => {
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(|error| NotFound {
                message: format!("hoop: can't read standard input: {error}"),
                status: 1,
            })?;
            Ok(Found {
                text: MainText {
                    name: "<stdin>".to_owned(),
                    file: None,
                    bytes,
                    package: String::new(),
                },
                argv0: argv0.to_owned(),
                folder: String::new(),
            })
        }
        From::File(path) => file(&path),
        From::Module(name) => module(&name),
    }
}

/// The path as CPython shows it: absolute, but otherwise as it was written.
fn absolute(path: &str) -> PathBuf {
    let path = Path::new(path);
    match std::env::current_dir() {
        Ok(folder) if path.is_relative() => folder.join(path),
        _ => path.to_path_buf(),
    }
}

fn file(path: &str) -> Result<Found, NotFound> {
    let full = absolute(path);
    if full.is_dir() {
        let main = full.join("__main__.py");
        if !main.is_file() {
            return Err(NotFound {
                message: format!("hoop: can't find '__main__' module in '{}'", full.display()),
                status: 1,
            });
        }
        let mut found = read_program(&main)?;
        found.argv0 = path.to_owned();
        return Ok(found);
    }
    let mut found = read_program(&full)?;
    found.argv0 = path.to_owned();
    // Of a link, the folder of what it points to.
    if let Ok(real) = full.canonicalize() {
        found.folder = folder_of(&real);
    }
    Ok(found)
}

fn folder_of(path: &Path) -> String {
    path.parent()
        .map_or(String::new(), |folder| folder.display().to_string())
}

fn read_program(path: &Path) -> Result<Found, NotFound> {
    let bytes = fs::read(path).map_err(|error| NotFound {
        message: format!(
            "hoop: can't open file '{}': [Errno {}] {}",
            path.display(),
            error.raw_os_error().unwrap_or(0),
            reason(&error)
        ),
        status: 2,
    })?;
    let name = path.display().to_string();
    Ok(Found {
        text: MainText {
            name: name.clone(),
            file: Some(name.clone()),
            bytes,
            package: String::new(),
        },
        argv0: name,
        folder: folder_of(path),
    })
}

/// The system's words, without Rust's "(os error 2)".
fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "No such file or directory".to_owned(),
        ErrorKind::PermissionDenied => "Permission denied".to_owned(),
        _ => {
            let text = error.to_string();
            match text.split_once(" (os error") {
                Some((words, _)) => words.to_owned(),
                None => text,
            }
        }
    }
}

/// The file of a module, looked for from the current folder.
fn module(name: &str) -> Result<Found, NotFound> {
    let base = absolute(&name.replace('.', "/"));
    let plain = base.with_extension("py");
    let package = base.join("__main__.py");
    let path = if plain.is_file() {
        plain
    } else if package.is_file() {
        package.clone()
    } else if let Some(text) = tool::library_program(name) {
        return Ok(Found {
            argv0: text.name.clone(),
            text,
            folder: folder_of(&absolute("x")),
        });
    } else {
        let what = if base.join("__init__.py").is_file() {
            format!(
                "No module named {name}.__main__; '{name}' is a package and cannot be directly executed"
            )
        } else {
            format!("No module named {name}")
        };
        return Err(NotFound {
            message: format!("hoop: {what}"),
            status: 1,
        });
    };
    let mut found = read_program(&path)?;
    found.folder = folder_of(&absolute("x"));
    found.text.package = if path == package {
        name.to_owned()
    } else {
        name.rsplit_once('.')
            .map_or("", |(outer, _)| outer)
            .to_owned()
    };
    Ok(found)
}

fn read_or_tell(path: &str) -> Result<MainText, i32> {
    match file(path) {
        Ok(found) => Ok(found.text),
        Err(error) => {
            eprintln!("{}", error.message);
            Err(error.status)
        }
    }
}

/// `hoop dis FILE`.
pub(super) fn dis(path: &str) -> i32 {
    let text = match read_or_tell(path) {
        Ok(text) => text,
        Err(status) => return status,
    };
    on_deep_stack(move || match tool::listing(&text) {
        Ok(listing) => {
            super::print(&listing);
            0
        }
        Err(error) => {
            eprint!("{}", error.traceback());
            1
        }
    })
}

/// `hoop check FILE`.
pub(super) fn check(path: &str) -> i32 {
    use std::io::IsTerminal;
    let text = match read_or_tell(path) {
        Ok(text) => text,
        Err(status) => return status,
    };
    on_deep_stack(move || {
        let look = CheckLook {
            width: 100,
            colour: std::io::stderr().is_terminal(),
        };
        match tool::check(&text, look) {
            None => 0,
            Some(drawing) => {
                eprint!("{drawing}");
                1
            }
        }
    })
}
