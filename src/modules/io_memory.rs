//! `io.StringIO` and `io.BytesIO`: files in memory.

use crate::heap::{Ref, Shared};
use crate::value::{Bytes, Class, Layout, NativeData, Str, Value, class_flags};
use crate::vm::{Def, GetSet, R, Vm, def, getter, static_def};

use super::held::{class_arg, itself, missing, size_or_none, stop, this};
use super::io::{closed_error, size_arg, unsupported};

/// How line ends are read and written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Newline {
    /// None: all are read as "\n".
    Universal,
    /// "": all end lines, and stay as they are.
    Kept,
    Lf,
    Cr,
    CrLf,
}

impl Newline {
    /// The argument `newline`.
    pub(super) fn from_arg(vm: &mut Vm, value: &Value, default: Newline) -> R<Newline> {
        if value.is_undef() {
            return Ok(default);
        }
        if value.is_none() {
            return Ok(Newline::Universal);
        }
        let Some(text) = vm.cast::<Str>(value) else {
            let message = format!("newline must be str or None, not {}", vm.type_name(value));
            return Err(vm.type_error(message));
        };
        match text.as_str() {
            "" => Ok(Newline::Kept),
            "\n" => Ok(Newline::Lf),
            "\r" => Ok(Newline::Cr),
            "\r\n" => Ok(Newline::CrLf),
            _ => {
                let message = format!("illegal newline value: {}", vm.repr(value)?.as_str());
                Err(vm.value_error(message))
            }
        }
    }

    /// What is stored for text that is written.
    pub(super) fn written(self, text: &str) -> String {
        match self {
            Newline::Cr => text.replace('\n', "\r"),
            Newline::CrLf => text.replace('\n', "\r\n"),
            Newline::Universal | Newline::Kept | Newline::Lf => text.to_string(),
        }
    }

    /// The length of the first line of `text`, in bytes, with its end.
    pub(super) fn line_len(self, text: &str) -> usize {
        let end = match self {
            Newline::Lf => text.find('\n').map(|at| at + 1),
            Newline::Cr => text.find('\r').map(|at| at + 1),
            Newline::CrLf => text.find("\r\n").map(|at| at + 2),
            Newline::Universal | Newline::Kept => text.find(['\n', '\r']).map(|at| {
                if text[at..].starts_with("\r\n") {
                    at + 2
                } else {
                    at + 1
                }
            }),
        };
        end.unwrap_or(text.len())
    }

    /// What is read of a stored text.
    pub(super) fn read(self, text: &str) -> String {
        if self == Newline::Universal && text.contains('\r') {
            return text.replace("\r\n", "\n").replace('\r', "\n");
        }
        text.to_string()
    }
}

struct TextState {
    chars: Vec<char>,
    at: usize,
    closed: bool,
    newline: Newline,
}

struct TextMemory {
    state: Shared<TextState>,
}

impl NativeData for TextMemory {}

struct ByteState {
    bytes: Vec<u8>,
    at: usize,
    closed: bool,
}

struct ByteMemory {
    state: Shared<ByteState>,
}

impl NativeData for ByteMemory {}

fn text_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let state = TextState {
        chars: Vec::new(),
        at: 0,
        closed: false,
        newline: Newline::Lf,
    };
    Ok(vm.heap.new_opaque(
        &class,
        TextMemory {
            state: Shared::new(state),
        },
    ))
}

fn text_init(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TextMemory>(vm, args)?;
    let newline = Newline::from_arg(vm, &args[2], Newline::Lf)?;
    let text = if missing(&args[1]) {
        String::new()
    } else {
        match vm.cast::<Str>(&args[1]) {
            Some(text) => text.as_str().to_string(),
            None => {
                let message = format!(
                    "initial_value must be str or None, not {}",
                    vm.type_name(&args[1])
                );
                return Err(vm.type_error(message));
            }
        }
    };
    let stored = newline.read(&newline.written(&text));
    data.state.with_mut(|state| {
        *state = TextState {
            chars: stored.chars().collect(),
            at: 0,
            closed: false,
            newline,
        }
    });
    Ok(Value::NONE)
}

/// The inside of an open file of text.
fn text<'a>(vm: &mut Vm, args: &'a [Value]) -> R<&'a TextMemory> {
    let data = this::<TextMemory>(vm, args)?;
    if data.state.with(|state| state.closed) {
        return Err(vm.value_error("I/O operation on closed file"));
    }
    Ok(data)
}

fn text_write(vm: &mut Vm, args: &[Value]) -> R {
    let data = text(vm, args)?;
    let Some(given) = vm.cast::<Str>(&args[1]) else {
        let message = format!("string argument expected, got '{}'", vm.type_name(&args[1]));
        return Err(vm.type_error(message));
    };
    // Characters are kept as four bytes each; a position may be far behind the end.
    let end = data.state.with(|state| state.at.max(state.chars.len()));
    vm.check_size(end.saturating_add(given.len()).saturating_mul(4))?;
    data.state.with_mut(|state| {
        let stored = state.newline.read(&state.newline.written(given.as_str()));
        if state.at > state.chars.len() && !stored.is_empty() {
            state.chars.resize(state.at, '\0');
        }
        if state.at == state.chars.len() {
            state.chars.extend(stored.chars());
            state.at = state.chars.len();
        } else {
            for char in stored.chars() {
                match state.chars.get_mut(state.at) {
                    Some(place) => *place = char,
                    None => state.chars.push(char),
                }
                state.at += 1;
            }
        }
    });
    Ok(Value::int(given.n_chars() as i64))
}

fn text_read(vm: &mut Vm, args: &[Value]) -> R {
    let data = text(vm, args)?;
    let size = size_arg(vm, &args[1])?;
    let found: String = data.state.with_mut(|state| {
        let from = state.at.min(state.chars.len());
        let to = size.map_or(state.chars.len(), |size| {
            from.saturating_add(size).min(state.chars.len())
        });
        state.at = state.at.max(to);
        state.chars[from..to].iter().collect()
    });
    Ok(vm.new_str(&found))
}

fn take_line(state: &mut TextState, limit: Option<usize>) -> String {
    let from = state.at.min(state.chars.len());
    let rest = &state.chars[from..];
    let end = match state.newline {
        Newline::Lf | Newline::Universal => rest.iter().position(|c| *c == '\n').map(|at| at + 1),
        Newline::Cr => rest.iter().position(|c| *c == '\r').map(|at| at + 1),
        Newline::CrLf => rest
            .windows(2)
            .position(|pair| pair == ['\r', '\n'])
            .map(|at| at + 2),
        Newline::Kept => {
            let end = rest.iter().position(|c| matches!(c, '\n' | '\r'));
            end.map(|at| {
                if rest[at] == '\r' && rest.get(at + 1) == Some(&'\n') {
                    at + 2
                } else {
                    at + 1
                }
            })
        }
    };
    let len = end.unwrap_or(rest.len()).min(limit.unwrap_or(usize::MAX));
    let line = rest[..len].iter().collect();
    state.at = state.at.max(from + len);
    line
}

fn text_readline(vm: &mut Vm, args: &[Value]) -> R {
    let data = text(vm, args)?;
    let size = size_arg(vm, &args[1])?;
    let line = data.state.with_mut(|state| take_line(state, size));
    Ok(vm.new_str(&line))
}

fn text_next(vm: &mut Vm, args: &[Value]) -> R {
    let data = text(vm, args)?;
    let line = data.state.with_mut(|state| take_line(state, None));
    if line.is_empty() {
        stop(vm)
    } else {
        Ok(vm.new_str(&line))
    }
}

fn text_getvalue(vm: &mut Vm, args: &[Value]) -> R {
    let all: String = text(vm, args)?
        .state
        .with(|state| state.chars.iter().collect());
    Ok(vm.new_str(&all))
}

fn text_tell(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(
        text(vm, args)?.state.with(|state| state.at) as i64
    ))
}

fn text_seek(vm: &mut Vm, args: &[Value]) -> R {
    let data = text(vm, args)?;
    let offset = vm.index(&args[1])?;
    let whence = vm.c_int_or(&args[2], 0)?;
    let (at, len) = data.state.with(|state| (state.at, state.chars.len()));
    let target = match whence {
        0 if offset < 0 => return Err(vm.value_error(format!("Negative seek position {offset}"))),
        0 => offset as usize,
        1 | 2 if offset != 0 => {
            let class = vm.types.os_error.clone();
            return Err(vm.raise(&class, "Can't do nonzero cur-relative seeks"));
        }
        1 => at,
        2 => len,
        _ => return Err(vm.value_error(format!("Invalid whence ({whence}, should be 0, 1 or 2)"))),
    };
    data.state.with_mut(|state| state.at = target);
    Ok(Value::int(target as i64))
}

fn text_truncate(vm: &mut Vm, args: &[Value]) -> R {
    let data = text(vm, args)?;
    let size = match size_or_none(vm, &args[1])? {
        Some(size) => size,
        None => data.state.with(|state| state.at) as i64,
    };
    let Ok(size) = usize::try_from(size) else {
        return Err(vm.value_error(format!("Negative size value {size}")));
    };
    data.state.with_mut(|state| state.chars.truncate(size));
    Ok(Value::int(size as i64))
}

fn text_close(vm: &mut Vm, args: &[Value]) -> R {
    this::<TextMemory>(vm, args)?.state.with_mut(|state| {
        state.closed = true;
        state.chars = Vec::new();
    });
    Ok(Value::NONE)
}

fn text_closed(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(
        this::<TextMemory>(vm, args)?
            .state
            .with(|state| state.closed),
    ))
}

fn bytes_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let state = ByteState {
        bytes: Vec::new(),
        at: 0,
        closed: false,
    };
    Ok(vm.heap.new_opaque(
        &class,
        ByteMemory {
            state: Shared::new(state),
        },
    ))
}

/// The bytes of a bytes-like object.
pub(super) fn bytes_arg(vm: &mut Vm, value: &Value) -> R<Vec<u8>> {
    if let Some(bytes) = vm.cast::<Bytes>(value) {
        return Ok(bytes.items().to_vec());
    }
    if vm.cast::<Str>(value).is_none() {
        let class = vm.types.bytearray.clone();
        let view = vm.types.memoryview.clone();
        if vm.is_instance(value, &class) || vm.is_instance(value, &view) {
            let bytes = Value::object(vm.types.bytes.clone());
            let bytes = vm.call(&bytes, std::slice::from_ref(value))?;
            return bytes_arg(vm, &bytes);
        }
    }
    let message = format!(
        "a bytes-like object is required, not '{}'",
        vm.type_name(value)
    );
    Err(vm.type_error(message))
}

fn bytes_init(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<ByteMemory>(vm, args)?;
    let bytes = if missing(&args[1]) {
        Vec::new()
    } else {
        bytes_arg(vm, &args[1])?
    };
    data.state.with_mut(|state| {
        *state = ByteState {
            bytes,
            at: 0,
            closed: false,
        }
    });
    Ok(Value::NONE)
}

fn bytes<'a>(vm: &mut Vm, args: &'a [Value]) -> R<&'a ByteMemory> {
    let data = this::<ByteMemory>(vm, args)?;
    if data.state.with(|state| state.closed) {
        return Err(closed_error(vm));
    }
    Ok(data)
}

fn bytes_write(vm: &mut Vm, args: &[Value]) -> R {
    let data = bytes(vm, args)?;
    let given = bytes_arg(vm, &args[1])?;
    let end = data.state.with(|state| state.at.max(state.bytes.len()));
    vm.check_size(end.saturating_add(given.len()))?;
    data.state.with_mut(|state| {
        if state.at > state.bytes.len() && !given.is_empty() {
            state.bytes.resize(state.at, 0);
        }
        let over = given.len().min(state.bytes.len().saturating_sub(state.at));
        let at = state.at;
        if over > 0 {
            state.bytes[at..at + over].copy_from_slice(&given[..over]);
        }
        state.bytes.extend_from_slice(&given[over..]);
        state.at += given.len();
    });
    Ok(Value::int(given.len() as i64))
}

fn bytes_read(vm: &mut Vm, args: &[Value]) -> R {
    let data = bytes(vm, args)?;
    let size = size_arg(vm, &args[1])?;
    let found = data.state.with_mut(|state| {
        let from = state.at.min(state.bytes.len());
        let to = size.map_or(state.bytes.len(), |size| {
            from.saturating_add(size).min(state.bytes.len())
        });
        state.at = state.at.max(to);
        state.bytes[from..to].to_vec()
    });
    Ok(Value::object(vm.heap.new_bytes(&found)))
}

fn take_byte_line(state: &mut ByteState, limit: Option<usize>) -> Vec<u8> {
    let from = state.at.min(state.bytes.len());
    let rest = &state.bytes[from..];
    let len = rest
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(rest.len(), |at| at + 1)
        .min(limit.unwrap_or(usize::MAX));
    let line = rest[..len].to_vec();
    state.at = state.at.max(from + len);
    line
}

fn bytes_readline(vm: &mut Vm, args: &[Value]) -> R {
    let data = bytes(vm, args)?;
    let size = size_arg(vm, &args[1])?;
    let line = data.state.with_mut(|state| take_byte_line(state, size));
    Ok(Value::object(vm.heap.new_bytes(&line)))
}

fn bytes_next(vm: &mut Vm, args: &[Value]) -> R {
    let line = bytes(vm, args)?
        .state
        .with_mut(|state| take_byte_line(state, None));
    if line.is_empty() {
        stop(vm)
    } else {
        Ok(Value::object(vm.heap.new_bytes(&line)))
    }
}

fn bytes_getvalue(vm: &mut Vm, args: &[Value]) -> R {
    let all = bytes(vm, args)?.state.with(|state| state.bytes.clone());
    Ok(Value::object(vm.heap.new_bytes(&all)))
}

fn bytes_tell(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(
        bytes(vm, args)?.state.with(|state| state.at) as i64
    ))
}

fn bytes_seek(vm: &mut Vm, args: &[Value]) -> R {
    let data = bytes(vm, args)?;
    let offset = vm.index(&args[1])?;
    let whence = vm.c_int_or(&args[2], 0)?;
    let (at, len) = data
        .state
        .with(|state| (state.at as i64, state.bytes.len() as i64));
    let target = match whence {
        0 if offset < 0 => return Err(vm.value_error(format!("negative seek value {offset}"))),
        0 => offset,
        1 => at.saturating_add(offset).max(0),
        2 => len.saturating_add(offset).max(0),
        _ => return Err(vm.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)"))),
    };
    data.state.with_mut(|state| state.at = target as usize);
    Ok(Value::int(target))
}

fn bytes_truncate(vm: &mut Vm, args: &[Value]) -> R {
    let data = bytes(vm, args)?;
    let size = match size_or_none(vm, &args[1])? {
        Some(size) => size,
        None => data.state.with(|state| state.at) as i64,
    };
    let Ok(size) = usize::try_from(size) else {
        return Err(vm.value_error(format!("negative size value {size}")));
    };
    data.state.with_mut(|state| state.bytes.truncate(size));
    Ok(Value::int(size as i64))
}

fn bytes_close(vm: &mut Vm, args: &[Value]) -> R {
    this::<ByteMemory>(vm, args)?.state.with_mut(|state| {
        state.closed = true;
        state.bytes = Vec::new();
    });
    Ok(Value::NONE)
}

fn bytes_closed(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(
        this::<ByteMemory>(vm, args)?
            .state
            .with(|state| state.closed),
    ))
}

/// `readlines` of any file.
pub(super) fn readlines(vm: &mut Vm, args: &[Value]) -> R {
    let hint = size_arg(vm, &args[1])?.filter(|hint| *hint > 0);
    let iterator = vm.iter(&args[0])?;
    let (mut lines, mut total) = (Vec::new(), 0);
    while let Some(line) = vm.next(&iterator)? {
        vm.tick()?;
        total += vm.len(&line)?;
        lines.push(line);
        if hint.is_some_and(|hint| total >= hint) {
            break;
        }
    }
    Ok(Value::object(vm.heap.new_list(lines)))
}

/// `writelines` of any file.
pub(super) fn writelines(vm: &mut Vm, args: &[Value]) -> R {
    let iterator = vm.iter(&args[1])?;
    let write = vm.get_attr_str(&args[0], "write")?;
    while let Some(line) = vm.next(&iterator)? {
        vm.tick()?;
        vm.call(&write, &[line])?;
    }
    Ok(Value::NONE)
}

/// `__enter__` of any file.
pub(super) fn enter(vm: &mut Vm, args: &[Value]) -> R {
    let closed = vm.get_attr_str(&args[0], "closed")?;
    if vm.truth(&closed)? {
        return Err(closed_error(vm));
    }
    Ok(args[0].clone())
}

/// `__exit__` of any file.
pub(super) fn exit(vm: &mut Vm, args: &[Value]) -> R {
    vm.call_method(&args[0], "close", &[])?;
    Ok(Value::NONE)
}

fn open_check(vm: &mut Vm, args: &[Value]) -> R<()> {
    let closed = vm.get_attr_str(&args[0], "closed")?;
    if vm.truth(&closed)? {
        Err(closed_error(vm))
    } else {
        Ok(())
    }
}

fn yes(vm: &mut Vm, args: &[Value]) -> R {
    open_check(vm, args)?;
    Ok(Value::TRUE)
}

fn no(vm: &mut Vm, args: &[Value]) -> R {
    open_check(vm, args)?;
    Ok(Value::FALSE)
}

fn flush(vm: &mut Vm, args: &[Value]) -> R {
    open_check(vm, args)?;
    Ok(Value::NONE)
}

fn fileno(vm: &mut Vm, _: &[Value]) -> R {
    Err(unsupported(vm, "fileno"))
}

fn none(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

#[derive(Default)]
struct Classes(Vec<Ref<Class>>);

/// `StringIO` and `BytesIO`.
pub(super) fn classes(vm: &mut Vm) -> Vec<Ref<Class>> {
    if vm.state::<Classes>().0.is_empty() {
        let (text_base, byte_base) = (
            super::io::base(vm, "TextIOBase"),
            super::io::base(vm, "BufferedIOBase"),
        );
        let text = vm.new_type("StringIO", "_io", &[text_base], Layout::Opaque);
        vm.add_methods(&text, TEXT);
        vm.add_getsets(&text, TEXT_GETSETS);
        let bytes = vm.new_type("BytesIO", "_io", &[byte_base], Layout::Opaque);
        vm.add_methods(&bytes, BYTES);
        vm.add_getsets(&bytes, BYTES_GETSETS);
        for class in [&text, &bytes] {
            vm.add_methods(class, BOTH);
            class.set_flag(class_flags::OWN_DICT, true);
        }
        vm.state::<Classes>().0 = vec![text, bytes];
    }
    vm.state::<Classes>().0.clone()
}

const TEXT_GETSETS: &[GetSet] = &[
    getter("closed", text_closed),
    getter("encoding", none),
    getter("errors", none),
    getter("newlines", none),
    getter("line_buffering", |_, _| Ok(Value::FALSE)),
];

const BYTES_GETSETS: &[GetSet] = &[getter("closed", bytes_closed)];

const BOTH: &[Def] = &[
    def("__enter__", enter, "self, /"),
    def("__exit__", exit, "self, /, *args"),
    def("__iter__", itself, "self, /"),
    def("readlines", readlines, "self, hint=-1, /"),
    def("writelines", writelines, "self, lines, /"),
    def("readable", yes, "self, /"),
    def("writable", yes, "self, /"),
    def("seekable", yes, "self, /"),
    def("isatty", no, "self, /"),
    def("flush", flush, "self, /"),
    def("fileno", fileno, "self, /"),
];

const TEXT: &[Def] = &[
    static_def("__new__", text_new, "cls, /, *args, **kwargs"),
    def(
        "__init__",
        text_init,
        "self, initial_value='', newline='\\n'",
    ),
    def("write", text_write, "self, text, /"),
    def("read", text_read, "self, size=-1, /"),
    def("readline", text_readline, "self, size=-1, /"),
    def("__next__", text_next, "self, /"),
    def("getvalue", text_getvalue, "self, /"),
    def("tell", text_tell, "self, /"),
    def("seek", text_seek, "self, pos, whence=0, /"),
    def("truncate", text_truncate, "self, pos=None, /"),
    def("close", text_close, "self, /"),
];

const BYTES: &[Def] = &[
    static_def("__new__", bytes_new, "cls, /, *args, **kwargs"),
    def("__init__", bytes_init, "self, initial_bytes=b''"),
    def("write", bytes_write, "self, b, /"),
    def("read", bytes_read, "self, size=-1, /"),
    def("read1", bytes_read, "self, size=-1, /"),
    def("readline", bytes_readline, "self, size=-1, /"),
    def("__next__", bytes_next, "self, /"),
    def("getvalue", bytes_getvalue, "self, /"),
    def("getbuffer", bytes_getvalue, "self, /"),
    def("tell", bytes_tell, "self, /"),
    def("seek", bytes_seek, "self, pos, whence=0, /"),
    def("truncate", bytes_truncate, "self, size=None, /"),
    def("close", bytes_close, "self, /"),
];
