//! `open`: files of the system, as text or as bytes.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::sync::Arc;

use crate::heap::{Ref, Shared, flags};
use crate::text::codec::Encoding;
use crate::value::{Class, Layout, NativeData, Str, Value, class_flags};
use crate::vm::{Def, GetSet, R, Vm, blocks, def, getter};

use super::held::{itself, missing, stop, this};
use super::io::{closed_error, path_arg, size_arg, unsupported};
use super::io_blocking::{self, Want, gather, whole};
use super::io_memory::{Newline, bytes_arg, enter, exit, writelines};

/// Bytes gathered before they are handed to the system.
const BUFFER: usize = 8192;

/// How bytes become text.
#[derive(Clone)]
struct Codec {
    encoding: Encoding,
    name: String,
    errors: String,
    newline: Newline,
}

struct State {
    /// None once it is closed.
    file: Option<Arc<File>>,
    /// It is a pipe, a terminal or a device: its end may come, or go on, at any time.
    is_stream: bool,
    /// A worker has just read what is wanted, or come to the end.
    is_filled: bool,
    readable: bool,
    writable: bool,
    /// Bytes read from the system and not yet given; text is decoded in `text`.
    ahead: Vec<u8>,
    /// Text decoded and not yet given: all that was left when reading began.
    text: String,
    at: usize,
    unwritten: Vec<u8>,
    unbuffered: bool,
}

/// An open file.
pub(super) struct FileData {
    name: String,
    mode: String,
    codec: Option<Codec>,
    state: Shared<State>,
}

impl NativeData for FileData {}

impl State {
    fn flush(&mut self) -> std::io::Result<()> {
        if let Some(file) = &mut self.file
            && !self.unwritten.is_empty()
        {
            let written = file.write_all(&self.unwritten);
            self.unwritten.clear();
            return written;
        }
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.unwritten.extend_from_slice(bytes);
        if self.unbuffered || self.unwritten.len() > BUFFER {
            self.flush()
        } else {
            Ok(())
        }
    }

    /// Reads ahead.
    fn fill(&mut self, want: Want) -> std::io::Result<()> {
        if std::mem::take(&mut self.is_filled) {
            return Ok(());
        }
        self.flush()?;
        match &self.file {
            Some(file) => gather(file, &mut self.ahead, want),
            None => Ok(()),
        }
    }
}

impl FileData {
    pub(super) fn is_text(&self) -> bool {
        self.codec.is_some()
    }

    /// Bytes may be decoded line by line.
    fn is_read_by_line(&self) -> bool {
        let by_byte = |codec: &Codec| {
            !matches!(
                codec.encoding,
                Encoding::Utf16
                    | Encoding::Utf16Le
                    | Encoding::Utf16Be
                    | Encoding::Utf32
                    | Encoding::Utf32Le
                    | Encoding::Utf32Be
            )
        };
        self.state.with(|state| state.is_stream) && self.codec.as_ref().is_some_and(by_byte)
    }
}

/// The file and what was read ahead of it, for a worker to read more: of a stream that can be read and whose reader
/// would have to wait.
pub(super) fn lend(
    data: &FileData,
    is_enough: impl Fn(&[u8]) -> bool,
) -> Option<(Arc<File>, Vec<u8>)> {
    data.state.with_mut(|state| {
        let waits = state.is_stream && state.readable && state.unwritten.is_empty();
        if !waits || is_enough(&state.ahead) || is_enough(&state.text.as_bytes()[state.at..]) {
            return None;
        }
        let file = state.file.clone()?;
        Some((file, std::mem::take(&mut state.ahead)))
    })
}

/// What a worker has read: the next reader finds it.
pub(super) fn give_back(data: &FileData, bytes: Vec<u8>) {
    data.state.with_mut(|state| {
        state.ahead.splice(0..0, bytes);
        state.is_filled = true;
    });
}

impl Drop for FileData {
    fn drop(&mut self) {
        // Nobody could be told of a failure here.
        let _ = self.state.with_mut(State::flush);
    }
}

#[derive(Clone, Copy)]
pub(super) struct Mode {
    read: bool,
    write: bool,
    append: bool,
    create: bool,
    exclusive: bool,
    plus: bool,
    binary: bool,
}

impl Mode {
    /// What a binary file says it was opened with.
    fn text(&self) -> &'static str {
        match (self.exclusive, self.append, self.read, self.write) {
            (true, _, false, _) => "xb",
            (true, _, true, _) => "xb+",
            (_, true, false, _) => "ab",
            (_, true, true, _) => "ab+",
            (_, _, true, true) => "rb+",
            (_, _, false, _) => "wb",
            _ => "rb",
        }
    }
}

fn parse_mode(vm: &mut Vm, text: &str) -> R<Mode> {
    let has = |c: char| text.contains(c);
    let valid = text.chars().all(|c| "rwxabt+".contains(c))
        && text
            .chars()
            .enumerate()
            .all(|(at, c)| text.chars().skip(at + 1).all(|d| c != d));
    if !valid {
        return Err(vm.value_error(format!("invalid mode: '{text}'")));
    }
    if has('b') && has('t') {
        return Err(vm.value_error("can't have text and binary mode at once"));
    }
    if "rwxa".chars().filter(|c| has(*c)).count() != 1 {
        return Err(vm.value_error("must have exactly one of create/read/write/append mode"));
    }
    Ok(Mode {
        read: has('r') || has('+'),
        write: !has('r') || has('+'),
        append: has('a'),
        create: !has('r'),
        exclusive: has('x'),
        plus: has('+'),
        binary: has('b'),
    })
}

fn str_arg(vm: &mut Vm, value: &Value, what: &str) -> R<Option<String>> {
    if missing(value) {
        return Ok(None);
    }
    match vm.cast::<Str>(value) {
        Some(text) => Ok(Some(text.as_str().to_string())),
        None => {
            let message = format!(
                "open() argument '{what}' must be str or None, not {}",
                vm.type_name(value)
            );
            Err(vm.type_error(message))
        }
    }
}

/// What `open` was asked for.
pub(super) struct Opening {
    pub(super) path: String,
    pub(super) mode: Mode,
    mode_text: String,
    pub(super) descriptor: Option<i64>,
    buffering: i64,
    codec: Option<Codec>,
}

impl Opening {
    /// The arguments of the builtin.
    ///
    /// Errors: ValueError and TypeError for what does not go together.
    pub(super) fn read(vm: &mut Vm, args: &[Value]) -> R<Opening> {
        let (path, descriptor) = match args[0].as_int() {
            Some(number) => (format!("/proc/self/fd/{number}"), Some(number)),
            None => (path_arg(vm, &args[0])?, None),
        };
        let mode_text = match vm.cast::<Str>(&args[1]) {
            Some(mode) => mode.as_str().to_string(),
            None if args[1].is_undef() => "r".to_string(),
            None => {
                let message = format!(
                    "open() argument 'mode' must be str, not {}",
                    vm.type_name(&args[1])
                );
                return Err(vm.type_error(message));
            }
        };
        let mode = parse_mode(vm, &mode_text)?;
        let mode_text = if mode.binary {
            mode.text().to_string()
        } else {
            mode_text
        };
        let buffering = if args[2].is_undef() {
            -1
        } else {
            vm.index(&args[2])?
        };
        let (encoding, errors) = (
            str_arg(vm, &args[3], "encoding")?,
            str_arg(vm, &args[4], "errors")?,
        );
        if mode.binary {
            for (given, what) in [
                (encoding.is_some(), "an encoding"),
                (errors.is_some(), "an errors"),
                (!missing(&args[5]), "a newline"),
            ] {
                if given {
                    return Err(vm.value_error(format!("binary mode doesn't take {what} argument")));
                }
            }
        } else if buffering == 0 {
            return Err(vm.value_error("can't have unbuffered text I/O"));
        }
        let codec = if mode.binary {
            None
        } else {
            let newline = Newline::from_arg(vm, &args[5], Newline::Universal)?;
            let name = encoding
                .filter(|name| name != "locale")
                .unwrap_or_else(|| "UTF-8".to_string());
            let encoding = match Encoding::from_name(&name) {
                Ok(encoding) => encoding,
                Err(error) => return Err(vm.format_error(&error)),
            };
            Some(Codec {
                encoding,
                name,
                errors: errors.unwrap_or_else(|| "strict".to_string()),
                newline,
            })
        };
        vm.tick()?;
        Ok(Opening {
            path,
            mode,
            mode_text,
            descriptor,
            buffering,
            codec,
        })
    }

    /// The file, once the system has opened it.
    ///
    /// Errors: OSError if it has not.
    pub(super) fn finish(self, vm: &mut Vm, file: std::io::Result<impl Into<Arc<File>>>) -> R {
        let Opening {
            path,
            mode,
            mode_text,
            descriptor,
            buffering,
            codec,
        } = self;
        let file: Arc<File> = match file {
            Ok(file) => file.into(),
            Err(error) => {
                let raised = vm.os_error(&error, Some(&path));
                return Err(raised);
            }
        };
        let class = class_for(vm, &mode, buffering == 0);
        let is_stream = file.metadata().is_ok_and(|found| !found.is_file());
        let state = State {
            file: Some(file),
            is_stream,
            is_filled: false,
            readable: mode.read,
            writable: mode.write,
            ahead: Vec::new(),
            text: String::new(),
            at: 0,
            unwritten: Vec::new(),
            unbuffered: buffering == 0,
        };
        let name = descriptor.map_or(path, |number| number.to_string());
        let data = FileData {
            name,
            mode: mode_text,
            codec,
            state: Shared::new(state),
        };
        let file = vm.heap.opaque(&class, data);
        // What it holds back is written when it ends.
        file.header().set(flags::SEEN);
        Ok(Value::object(file))
    }
}

pub(super) fn open_system(path: &str, mode: &Mode) -> std::io::Result<File> {
    let mut options = File::options();
    options
        .read(mode.read)
        .write(mode.write && !mode.append)
        .append(mode.append);
    if mode.exclusive {
        options.create_new(true);
    } else {
        options
            .create(mode.create)
            .truncate(mode.create && !mode.append);
    }
    let file = options.open(path)?;
    if file.metadata()?.is_dir() {
        return Err(std::io::Error::from_raw_os_error(21));
    }
    Ok(file)
}

/// The inside of an open file.
fn file<'a>(vm: &mut Vm, args: &'a [Value]) -> R<&'a FileData> {
    let data = this::<FileData>(vm, args)?;
    if data.state.with(|state| state.file.is_none()) {
        return Err(closed_error(vm));
    }
    Ok(data)
}

fn readable_file<'a>(vm: &mut Vm, args: &'a [Value]) -> R<&'a FileData> {
    let data = file(vm, args)?;
    if data.state.with(|state| state.readable) {
        return Ok(data);
    }
    Err(unsupported(
        vm,
        if data.codec.is_some() {
            "not readable"
        } else {
            "read"
        },
    ))
}

fn done<T>(vm: &mut Vm, result: std::io::Result<T>) -> R<T> {
    result.map_err(|error| vm.os_error(&error, None))
}

/// Decodes what is left of a file of text; of a stream, as much as is wanted.
fn decode(vm: &mut Vm, data: &FileData, codec: &Codec, want: Want) -> R<()> {
    let by_line = want != Want::All && data.is_read_by_line();
    let filled = data.state.with_mut(|state| {
        let rest = &state.text[state.at..];
        let is_there = match want {
            _ if !by_line => !rest.is_empty() && !state.is_stream,
            Want::Chars(n) => rest.chars().count() >= n,
            _ => rest.contains('\n'),
        };
        if is_there {
            return Ok(false);
        }
        let want = match want {
            Want::Chars(n) if by_line => Want::Chars(n - rest.chars().count()),
            Want::Line if by_line => Want::Line,
            _ => Want::All,
        };
        state.fill(want).map(|()| true)
    });
    if !done(vm, filled)? {
        return Ok(());
    }
    let bytes = data.state.with_mut(|state| {
        // Not in the middle of a character.
        let n = match want {
            Want::Line if by_line => state.ahead.iter().rposition(|byte| *byte == b'\n'),
            Want::Chars(_) if by_line => whole(&state.ahead).checked_sub(1),
            _ => None,
        };
        match n {
            Some(last) => state.ahead.drain(..=last).collect(),
            None => std::mem::take(&mut state.ahead),
        }
    });
    if bytes.is_empty() {
        return Ok(());
    }
    let decoded = match String::from_utf8(bytes) {
        Ok(text) if codec.encoding == Encoding::Utf8 => text,
        other => {
            let bytes = match other {
                Ok(text) => text.into_bytes(),
                Err(error) => error.into_bytes(),
            };
            let bytes = Value::object(vm.heap.new_bytes(&bytes));
            let (name, errors) = (vm.new_str(&codec.name), vm.new_str(&codec.errors));
            let text = vm.call_method(&bytes, "decode", &[name, errors])?;
            vm.expect_str(&text, "decoded text")?.as_str().to_string()
        }
    };
    data.state.with_mut(|state| {
        state.text.drain(..state.at);
        state.text.push_str(&decoded);
        state.at = 0;
    });
    Ok(())
}

fn take_text(data: &FileData, newline: Newline, size: Option<usize>) -> String {
    data.state.with_mut(|state| {
        let rest = &state.text[state.at..];
        let Some(size) = size else {
            let all = newline.read(rest);
            state.at = state.text.len();
            return all;
        };
        let (mut out, mut used, mut n) = (String::new(), 0, 0);
        let mut chars = rest.char_indices().peekable();
        while n < size
            && let Some((at, char)) = chars.next()
        {
            used = at + char.len_utf8();
            n += 1;
            if newline == Newline::Universal && char == '\r' {
                if let Some((at, _)) = chars.next_if(|(_, next)| *next == '\n') {
                    used = at + 1;
                }
                out.push('\n');
            } else {
                out.push(char);
            }
        }
        state.at += used;
        out
    })
}

pub(super) fn read(vm: &mut Vm, args: &[Value]) -> R {
    let data = readable_file(vm, args)?;
    let size = size_arg(vm, &args[1])?;
    if let Some(codec) = &data.codec {
        decode(vm, data, codec, size.map_or(Want::All, Want::Chars))?;
        let text = take_text(data, codec.newline, size);
        return Ok(vm.new_str(&text));
    }
    let want = size.map_or(Want::All, Want::Bytes);
    let filled = data.state.with_mut(|state| state.fill(want));
    done(vm, filled)?;
    let bytes = data.state.with_mut(|state| {
        let n = size.unwrap_or(usize::MAX).min(state.ahead.len());
        state.ahead.drain(..n).collect::<Vec<u8>>()
    });
    Ok(Value::object(vm.heap.new_bytes(&bytes)))
}

/// The next line, as text or bytes; empty at the end.
fn line(vm: &mut Vm, data: &FileData, limit: Option<usize>) -> R {
    if let Some(codec) = &data.codec {
        decode(vm, data, codec, Want::Line)?;
        let newline = codec.newline;
        let whole = data.state.with(|state| {
            state.text[state.at..][..newline.line_len(&state.text[state.at..])].to_string()
        });
        let shown = newline.read(&whole);
        let n = shown.chars().count();
        if let Some(limit) = limit.filter(|limit| *limit < n) {
            let text = take_text(data, newline, Some(limit));
            return Ok(vm.new_str(&text));
        }
        data.state.with_mut(|state| state.at += whole.len());
        return Ok(vm.new_str(&shown));
    }
    let found = data.state.with_mut(|state| -> std::io::Result<Vec<u8>> {
        let most = limit.unwrap_or(usize::MAX);
        if state.ahead.len() < most {
            state.fill(Want::Line)?;
        }
        let end = state.ahead.iter().position(|byte| *byte == b'\n');
        let n = end.map_or(state.ahead.len(), |at| at + 1).min(most);
        Ok(state.ahead.drain(..n).collect())
    });
    let found = done(vm, found)?;
    Ok(Value::object(vm.heap.new_bytes(&found)))
}

pub(super) fn readline(vm: &mut Vm, args: &[Value]) -> R {
    let data = readable_file(vm, args)?;
    let size = size_arg(vm, &args[1])?;
    line(vm, data, size)
}

pub(super) fn next(vm: &mut Vm, args: &[Value]) -> R {
    let data = readable_file(vm, args)?;
    let line = line(vm, data, None)?;
    if vm.len(&line)? == 0 {
        stop(vm)
    } else {
        Ok(line)
    }
}

/// Puts the system's position where the program believes it to be: what was read ahead is given back.
fn settle(vm: &mut Vm, data: &FileData) -> R<u64> {
    let left = data.state.with_mut(|state| {
        let left = state.text[state.at..].to_string();
        state.text = String::new();
        state.at = 0;
        left
    });
    let mut back = data
        .state
        .with_mut(|state| std::mem::take(&mut state.ahead))
        .len();
    if let Some(codec) = &data.codec
        && !left.is_empty()
    {
        back += match codec.encoding {
            Encoding::Utf8 | Encoding::Utf8Sig => left.len(),
            encoding => crate::text::encode::encode(&left, encoding, "replace")
                .map_or(left.len(), |bytes| bytes.len()),
        };
    }
    let position = data.state.with_mut(|state| {
        state.flush()?;
        match &mut state.file {
            Some(file) if back > 0 => file.seek(SeekFrom::Current(-(back as i64))),
            Some(file) => file.stream_position(),
            None => Ok(0),
        }
    });
    done(vm, position)
}

fn write(vm: &mut Vm, args: &[Value]) -> R {
    let data = file(vm, args)?;
    if !data.state.with(|state| state.writable) {
        return Err(unsupported(
            vm,
            if data.codec.is_some() {
                "not writable"
            } else {
                "write"
            },
        ));
    }
    let (bytes, n) = match &data.codec {
        Some(codec) => {
            let Some(text) = vm.cast::<Str>(&args[1]) else {
                let message = format!(
                    "write() argument must be str, not {}",
                    vm.type_name(&args[1])
                );
                return Err(vm.type_error(message));
            };
            let translated = codec.newline.written(text.as_str());
            if codec.encoding == Encoding::Utf8 {
                (translated.into_bytes(), text.n_chars())
            } else {
                let translated = vm.new_str(&translated);
                let (name, errors) = (vm.new_str(&codec.name), vm.new_str(&codec.errors));
                let bytes = vm.call_method(&translated, "encode", &[name, errors])?;
                (bytes_arg(vm, &bytes)?, text.n_chars())
            }
        }
        None => {
            let bytes = bytes_arg(vm, &args[1])?;
            let n = bytes.len();
            (bytes, n)
        }
    };
    if data
        .state
        .with(|state| !state.ahead.is_empty() || state.at < state.text.len())
    {
        settle(vm, data)?;
    }
    let written = data.state.with_mut(|state| state.write(&bytes));
    done(vm, written)?;
    Ok(Value::int(n as i64))
}

fn flush(vm: &mut Vm, args: &[Value]) -> R {
    let flushed = file(vm, args)?.state.with_mut(State::flush);
    done(vm, flushed)?;
    Ok(Value::NONE)
}

fn close(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<FileData>(vm, args)?;
    let flushed = data.state.with_mut(State::flush);
    drop(data.state.with_mut(|state| state.file.take()));
    done(vm, flushed)?;
    Ok(Value::NONE)
}

fn tell(vm: &mut Vm, args: &[Value]) -> R {
    let data = file(vm, args)?;
    Ok(Value::int(settle(vm, data)? as i64))
}

fn seek(vm: &mut Vm, args: &[Value]) -> R {
    let data = file(vm, args)?;
    let offset = vm.index(&args[1])?;
    let whence = if args[2].is_undef() {
        0
    } else {
        vm.index(&args[2])?
    };
    if data.codec.is_some() && offset != 0 && whence > 0 {
        return Err(unsupported(
            vm,
            if whence == 1 {
                "can't do nonzero cur-relative seeks"
            } else {
                "can't do nonzero end-relative seeks"
            },
        ));
    }
    let target = match whence {
        0 if offset < 0 && data.codec.is_some() => {
            return Err(vm.value_error(format!("negative seek position {offset}")));
        }
        0 if offset < 0 => {
            return Err(vm.os_error(&std::io::Error::from_raw_os_error(22), None));
        }
        0 => SeekFrom::Start(offset as u64),
        1 => SeekFrom::Current(offset),
        2 => SeekFrom::End(offset),
        _ => return Err(vm.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)"))),
    };
    settle(vm, data)?;
    let moved = data
        .state
        .with_mut(|state| state.file.as_mut().map_or(Ok(0), |file| file.seek(target)));
    Ok(Value::int(done(vm, moved)? as i64))
}

fn truncate(vm: &mut Vm, args: &[Value]) -> R {
    let data = file(vm, args)?;
    let here = settle(vm, data)?;
    let size = if missing(&args[1]) {
        here as i64
    } else {
        vm.index(&args[1])?
    };
    let cut = data.state.with_mut(|state| {
        state
            .file
            .as_mut()
            .map_or(Ok(()), |file| file.set_len(size.max(0) as u64))
    });
    done(vm, cut)?;
    Ok(Value::int(size))
}

fn readable(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(
        file(vm, args)?.state.with(|state| state.readable),
    ))
}

fn writable(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(
        file(vm, args)?.state.with(|state| state.writable),
    ))
}

fn seekable(vm: &mut Vm, args: &[Value]) -> R {
    let data = file(vm, args)?;
    Ok(Value::bool(data.state.with_mut(|state| {
        state
            .file
            .as_mut()
            .is_some_and(|file| file.stream_position().is_ok())
    })))
}

fn isatty(vm: &mut Vm, args: &[Value]) -> R {
    use std::io::IsTerminal;
    Ok(Value::bool(file(vm, args)?.state.with(|state| {
        state.file.as_ref().is_some_and(|file| file.is_terminal())
    })))
}

fn fileno(vm: &mut Vm, args: &[Value]) -> R {
    let opened = file(vm, args)?.state.with(|state| state.file.clone());
    let number = opened.map_or(-1, |opened| super::os_files::lend(vm, &opened));
    Ok(Value::int(number))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<FileData>(vm, args)?;
    let name = vm.new_str(&data.name);
    let name = vm.repr(&name)?;
    let class = vm.short_type_name(&args[0]);
    let text = match &data.codec {
        Some(codec) => format!(
            "<_io.{class} name={} mode='{}' encoding='{}'>",
            name.as_str(),
            data.mode,
            codec.name
        ),
        None if class == "FileIO" => format!(
            "<_io.FileIO name={} mode='{}' closefd=True>",
            name.as_str(),
            data.mode
        ),
        None => format!("<_io.{class} name={}>", name.as_str()),
    };
    Ok(vm.new_str(&text))
}

fn name(vm: &mut Vm, args: &[Value]) -> R {
    let name = &this::<FileData>(vm, args)?.name;
    Ok(vm.new_str(name))
}

fn mode(vm: &mut Vm, args: &[Value]) -> R {
    let mode = &this::<FileData>(vm, args)?.mode;
    Ok(vm.new_str(mode))
}

fn closed(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(
        this::<FileData>(vm, args)?
            .state
            .with(|state| state.file.is_none()),
    ))
}

fn encoding(vm: &mut Vm, args: &[Value]) -> R {
    match &this::<FileData>(vm, args)?.codec {
        Some(codec) => Ok(vm.new_str(&codec.name)),
        None => Err(vm.attribute_error_plain("encoding")),
    }
}

fn errors(vm: &mut Vm, args: &[Value]) -> R {
    match &this::<FileData>(vm, args)?.codec {
        Some(codec) => Ok(vm.new_str(&codec.errors)),
        None => Err(vm.attribute_error_plain("errors")),
    }
}

#[derive(Default)]
struct Classes(Vec<Ref<Class>>);

/// The classes of files: text, then bytes by what they can do.
pub(super) fn classes(vm: &mut Vm) -> Vec<Ref<Class>> {
    if vm.state::<Classes>().0.is_empty() {
        let mut all = Vec::new();
        let rows = [
            ("TextIOWrapper", "TextIOBase"),
            ("BufferedReader", "BufferedIOBase"),
            ("BufferedWriter", "BufferedIOBase"),
            ("BufferedRandom", "BufferedIOBase"),
            ("FileIO", "RawIOBase"),
        ];
        for (name, base) in rows {
            let base = super::io::base(vm, base);
            let class = vm.new_type(name, "_io", &[base], Layout::Opaque);
            vm.add_methods(&class, METHODS);
            vm.add_getsets(
                &class,
                if name == "TextIOWrapper" {
                    GETSETS
                } else {
                    &GETSETS[..3]
                },
            );
            class.set_flag(class_flags::OWN_DICT, true);
            all.push(class);
        }
        vm.state::<Classes>().0 = all;
    }
    vm.state::<Classes>().0.clone()
}

fn class_for(vm: &mut Vm, mode: &Mode, raw: bool) -> Ref<Class> {
    let at = match mode {
        Mode { binary: false, .. } => 0,
        _ if raw => 4,
        Mode { plus: true, .. } => 3,
        Mode { read: true, .. } => 1,
        _ => 2,
    };
    classes(vm)[at].clone()
}

const GETSETS: &[GetSet] = &[
    getter("name", name),
    getter("mode", mode),
    getter("closed", closed),
    getter("encoding", encoding),
    getter("errors", errors),
    getter("newlines", |_, _| Ok(Value::NONE)),
    getter("line_buffering", |_, _| Ok(Value::FALSE)),
];

const METHODS: &[Def] = &[
    def("read", blocks, "self, size=-1, /").blocking(io_blocking::read),
    def("readline", blocks, "self, size=-1, /").blocking(io_blocking::readline),
    def("readlines", blocks, "self, hint=-1, /").blocking(io_blocking::readlines),
    def("write", write, "self, data, /"),
    def("writelines", writelines, "self, lines, /"),
    def("flush", flush, "self, /"),
    def("close", close, "self, /"),
    def("tell", tell, "self, /"),
    def("seek", seek, "self, cookie, whence=0, /"),
    def("truncate", truncate, "self, pos=None, /"),
    def("readable", readable, "self, /"),
    def("writable", writable, "self, /"),
    def("seekable", seekable, "self, /"),
    def("isatty", isatty, "self, /"),
    def("fileno", fileno, "self, /"),
    def("__enter__", enter, "self, /"),
    def("__exit__", exit, "self, /, *args"),
    def("__iter__", itself, "self, /"),
    def("__next__", blocks, "self, /").blocking(io_blocking::next),
    def("__repr__", repr, "self, /"),
];
