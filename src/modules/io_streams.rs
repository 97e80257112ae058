//! `sys.stdin`, `sys.stdout`, `sys.stderr`: text streams over the session's output.

use std::io::{self, BufRead, Read, StdinLock};

use crate::heap::{Ref, Slot};
use crate::value::{Bytes, Class, Dict, Layout, Str, Value};
use crate::vm::{Def, GetSet, Outcome, R, Then, Vm, blocks, def, getter};

use super::held::{itself, missing, or, put, stop, this, traced};
use super::io_blocking::moved;

/// Which of the three, and whether it speaks bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Which {
    In,
    Out,
    Err,
}

/// The inside of such a stream.
pub(crate) struct Stream {
    which: Which,
    /// The stream of bytes beneath a stream of text, or None.
    buffer: Slot<Value>,
}

traced!(Stream: buffer);

/// Adds the streams to `sys`.
pub(super) fn fill(vm: &mut Vm, globals: &Ref<Dict>) {
    let text: Ref<Class> = vm.new_type("TextIOWrapper", "_io", &[], Layout::Opaque);
    let bytes: Ref<Class> = vm.new_type("BufferedWriter", "_io", &[], Layout::Opaque);
    text.set_flag(crate::value::class_flags::OWN_DICT, true);
    vm.add_methods(&text, METHODS);
    vm.add_getsets(&text, GETSETS);
    vm.add_methods(&bytes, BYTES_METHODS);
    vm.add_getsets(&bytes, &GETSETS[..3]);
    for (name, kept, which) in [
        ("stdin", "__stdin__", Which::In),
        ("stdout", "__stdout__", Which::Out),
        ("stderr", "__stderr__", Which::Err),
    ] {
        let buffer = vm.heap.new_opaque(
            &bytes,
            Stream {
                which,
                buffer: Slot::new(Value::NONE),
            },
        );
        let stream = vm.heap.new_opaque(
            &text,
            Stream {
                which,
                buffer: Slot::new(buffer),
            },
        );
        put(vm, globals, name, stream.clone());
        put(vm, globals, kept, stream);
    }
}

fn unsupported(vm: &mut Vm, what: &str) -> crate::vm::Raised {
    let class = super::io::unsupported_class(vm);
    vm.raise(&class, what)
}

fn emit(vm: &mut Vm, which: Which, text: &str) -> R<()> {
    match which {
        Which::Out => vm.write_stdout(text),
        Which::Err => {
            vm.write_stderr(text);
            Ok(())
        }
        Which::In => Err(unsupported(vm, "not writable")),
    }
}

fn write(vm: &mut Vm, args: &[Value]) -> R {
    let which = this::<Stream>(vm, args)?.which;
    let Some(text) = vm.cast::<Str>(&args[1]) else {
        let message = format!(
            "write() argument must be str, not {}",
            vm.type_name(&args[1])
        );
        return Err(vm.type_error(message));
    };
    emit(vm, which, text.as_str())?;
    Ok(Value::int(text.n_chars() as i64))
}

fn write_bytes(vm: &mut Vm, args: &[Value]) -> R {
    let which = this::<Stream>(vm, args)?.which;
    let Some(bytes) = vm.cast::<Bytes>(&args[1]) else {
        let message = format!(
            "a bytes-like object is required, not '{}'",
            vm.type_name(&args[1])
        );
        return Err(vm.type_error(message));
    };
    match which {
        Which::Out => vm.stdout.buffer.extend_from_slice(bytes.items()),
        Which::Err => {
            // Nobody could be told of a failure here.
            let _ = vm.stderr.sink.write_all(bytes.items());
        }
        Which::In => return Err(unsupported(vm, "write")),
    }
    Ok(Value::int(bytes.len() as i64))
}

fn writelines(vm: &mut Vm, args: &[Value]) -> R {
    let iterator = vm.iter(&args[1])?;
    while let Some(line) = vm.next(&iterator)? {
        vm.tick()?;
        write(vm, &[args[0].clone(), line])?;
    }
    Ok(Value::NONE)
}

fn flush(vm: &mut Vm, args: &[Value]) -> R {
    if this::<Stream>(vm, args)?.which == Which::Out {
        vm.flush_stdout()?;
    }
    Ok(Value::NONE)
}

fn isatty(vm: &mut Vm, args: &[Value]) -> R {
    use std::io::IsTerminal;
    let tty = match this::<Stream>(vm, args)?.which {
        Which::In => std::io::stdin().is_terminal(),
        Which::Out => std::io::stdout().is_terminal(),
        Which::Err => std::io::stderr().is_terminal(),
    };
    Ok(Value::bool(tty))
}

fn fileno(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(this::<Stream>(vm, args)?.which as i64))
}

fn only_input(vm: &mut Vm, args: &[Value]) -> R<()> {
    if this::<Stream>(vm, args)?.which == Which::In {
        Ok(())
    } else {
        Err(unsupported(vm, "not readable"))
    }
}

fn read_line(vm: &mut Vm) -> R<String> {
    vm.flush_stdout()?;
    let mut line = Vec::new();
    match std::io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(_) => Ok(String::from_utf8_lossy(&line).replace("\r\n", "\n")),
        Err(error) => Err(vm.os_error(&error, None)),
    }
}

fn readline(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    only_input(vm, args)?;
    vm.flush_stdout()?;
    if let Some(wait) = (vm.hooks.read_line)(vm)? {
        let finish = |vm: &mut Vm, line: Value| {
            let line = line
                .as_ref::<Bytes>()
                .map(|line| String::from_utf8_lossy(line.items()).replace("\r\n", "\n"));
            Ok(vm.new_str(&line.unwrap_or_default()))
        };
        return Ok(Outcome::Wait(Box::new(Then { wait, finish })));
    }
    let line = read_line(vm)?;
    Ok(Outcome::Done(vm.new_str(&line)))
}

/// Text of standard input.
fn decoded(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace("\r\n", "\n")
}

/// What `work` reads of standard input, as `finish` gives it.
fn from_input(
    vm: &mut Vm,
    work: impl FnOnce(&mut StdinLock<'static>) -> io::Result<Vec<u8>> + Send + 'static,
    finish: fn(&mut Vm, Vec<u8>, usize) -> R,
) -> R<Outcome> {
    let work = move || work(&mut io::stdin().lock()).map(|bytes| (bytes, 0));
    moved(vm, true, Box::new(work), finish)
}

fn as_text(vm: &mut Vm, bytes: Vec<u8>, _: usize) -> R {
    Ok(vm.new_str(&decoded(&bytes)))
}

fn as_bytes(vm: &mut Vm, bytes: Vec<u8>, _: usize) -> R {
    Ok(Value::object(vm.heap.new_bytes(&bytes)))
}

/// The size that was asked for; None for everything.
fn size_of(vm: &mut Vm, args: &[Value]) -> R<Option<u64>> {
    only_input(vm, args)?;
    let size = if missing(&args[1]) {
        -1
    } else {
        vm.index(&args[1])?
    };
    vm.flush_stdout()?;
    Ok(u64::try_from(size).ok())
}

fn everything(input: &mut StdinLock<'static>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// So many characters of UTF-8.
fn characters(input: &mut StdinLock<'static>, size: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for _ in 0..size {
        let start = bytes.len();
        let mut byte = [0];
        while input.read(&mut byte)? == 1 {
            bytes.push(byte[0]);
            let char = &bytes[start..];
            if std::str::from_utf8(char).is_ok() || char.len() == 4 {
                break;
            }
        }
        if bytes.len() == start {
            break;
        }
    }
    Ok(bytes)
}

fn read(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    match size_of(vm, args)? {
        None => from_input(vm, everything, as_text),
        Some(size) => from_input(vm, move |input| characters(input, size), as_text),
    }
}

fn readlines(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    size_of(vm, &[args[0].clone(), Value::NONE])?;
    from_input(vm, everything, |vm, bytes, _| {
        let text = decoded(&bytes);
        let lines = text.split_inclusive('\n').map(|line| vm.new_str(line));
        let lines = lines.collect();
        Ok(Value::object(vm.heap.new_list(lines)))
    })
}

fn next(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let finish = |vm: &mut Vm, line: Value| match vm.len(&line)? {
        0 => stop(vm),
        _ => Ok(line),
    };
    match readline(vm, args)? {
        Outcome::Done(line) => finish(vm, line).map(Outcome::Done),
        Outcome::Wait(wait) => Ok(Outcome::Wait(Box::new(Then { wait, finish }))),
    }
}

fn read_bytes(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let limit = size_of(vm, args)?.unwrap_or(u64::MAX);
    let work = move |input: &mut StdinLock<'static>| {
        let mut bytes = Vec::new();
        input.take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    from_input(vm, work, as_bytes)
}

fn read_bytes_line(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let limit = size_of(vm, args)?.unwrap_or(u64::MAX);
    let work = move |input: &mut StdinLock<'static>| {
        let mut bytes = Vec::new();
        input.take(limit).read_until(b'\n', &mut bytes)?;
        Ok(bytes)
    };
    from_input(vm, work, as_bytes)
}

fn readable(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this::<Stream>(vm, args)?.which == Which::In))
}

fn writable(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this::<Stream>(vm, args)?.which != Which::In))
}

fn seekable(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::FALSE)
}

fn nothing(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

fn enter(_: &mut Vm, args: &[Value]) -> R {
    Ok(args[0].clone())
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let which = this::<Stream>(vm, args)?.which;
    let (name, mode) = (name_of(which), if which == Which::In { "r" } else { "w" });
    Ok(vm.new_str(&format!(
        "<_io.TextIOWrapper name='{name}' mode='{mode}' encoding='utf-8'>"
    )))
}

fn name_of(which: Which) -> &'static str {
    match which {
        Which::In => "<stdin>",
        Which::Out => "<stdout>",
        Which::Err => "<stderr>",
    }
}

fn name(vm: &mut Vm, args: &[Value]) -> R {
    let which = this::<Stream>(vm, args)?.which;
    Ok(vm.new_str(name_of(which)))
}

fn mode(vm: &mut Vm, args: &[Value]) -> R {
    let which = this::<Stream>(vm, args)?.which;
    Ok(vm.new_str(if which == Which::In { "r" } else { "w" }))
}

fn closed(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::FALSE)
}

fn encoding(vm: &mut Vm, _: &[Value]) -> R {
    Ok(vm.new_str("utf-8"))
}

fn errors(vm: &mut Vm, args: &[Value]) -> R {
    let which = this::<Stream>(vm, args)?.which;
    Ok(vm.new_str(if which == Which::Err {
        "backslashreplace"
    } else {
        "strict"
    }))
}

fn buffer(vm: &mut Vm, args: &[Value]) -> R {
    Ok(or(&this::<Stream>(vm, args)?.buffer.get(), Value::NONE))
}

fn newlines(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

fn line_buffering(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this::<Stream>(vm, args)?.which == Which::Err))
}

const GETSETS: &[GetSet] = &[
    getter("name", name),
    getter("mode", mode),
    getter("closed", closed),
    getter("encoding", encoding),
    getter("errors", errors),
    getter("buffer", buffer),
    getter("newlines", newlines),
    getter("line_buffering", line_buffering),
];

const METHODS: &[Def] = &[
    def("write", write, "self, text, /"),
    def("writelines", writelines, "self, lines, /"),
    def("flush", flush, "self, /"),
    def("isatty", isatty, "self, /"),
    def("fileno", fileno, "self, /"),
    def("read", blocks, "self, size=-1, /").blocking(read),
    def("readline", blocks, "self, size=-1, /").blocking(readline),
    def("readlines", blocks, "self, hint=-1, /").blocking(readlines),
    def("readable", readable, "self, /"),
    def("writable", writable, "self, /"),
    def("seekable", seekable, "self, /"),
    def("close", nothing, "self, /"),
    def(
        "reconfigure",
        nothing,
        "self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None",
    ),
    def("__enter__", enter, "self, /"),
    def("__exit__", nothing, "self, /, *args"),
    def("__iter__", itself, "self, /"),
    def("__next__", blocks, "self, /").blocking(next),
    def("__repr__", repr, "self, /"),
];

const BYTES_METHODS: &[Def] = &[
    def("write", write_bytes, "self, buffer, /"),
    def("flush", flush, "self, /"),
    def("isatty", isatty, "self, /"),
    def("fileno", fileno, "self, /"),
    def("read", blocks, "self, size=-1, /").blocking(read_bytes),
    def("readline", blocks, "self, size=-1, /").blocking(read_bytes_line),
    def("readable", readable, "self, /"),
    def("writable", writable, "self, /"),
    def("seekable", seekable, "self, /"),
    def("close", nothing, "self, /"),
];
