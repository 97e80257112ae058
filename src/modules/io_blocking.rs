//! Files that may keep their reader waiting: pipes, terminals, devices. While there are threads, a worker reads from
//! them (and opens them), so that nobody else is held up.

use std::fs::File;
use std::io::{self, Read};

use crate::value::Value;
use crate::vm::{NativeFn, Outcome, R, Vm};

use super::held::missing;
use super::io::size_arg;
use super::io_file::{self, FileData, Opening};
use super::threads::{begin, others_exist};

/// Bytes asked of the system at once.
const CHUNK: usize = 8192;

/// How much a reader needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    /// Everything up to the end.
    All,
    Bytes(usize),
    /// Characters, of an encoding whose bytes beyond the first of each begin with the bits 10.
    Chars(usize),
    /// A line with its end.
    Line,
}

impl Want {
    fn is_met(self, bytes: &[u8]) -> bool {
        match self {
            Want::All => false,
            Want::Bytes(n) => bytes.len() >= n,
            Want::Chars(n) => {
                let begun = bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
                begun > n || begun == n && whole(bytes) == bytes.len()
            }
            Want::Line => bytes.contains(&b'\n'),
        }
    }
}

/// How many of the bytes are whole characters of UTF-8, as far as the last one tells.
pub(super) fn whole(bytes: &[u8]) -> usize {
    match bytes.iter().rposition(|byte| byte & 0xC0 != 0x80) {
        Some(at) if std::str::from_utf8(&bytes[at..]).is_err() => at,
        _ => bytes.len(),
    }
}

/// Reads until there is as much as is wanted, or the end has come.
pub(super) fn gather(mut file: &File, bytes: &mut Vec<u8>, want: Want) -> io::Result<()> {
    if want == Want::All {
        return file.read_to_end(bytes).map(drop);
    }
    // What was there before does not hold what is wanted.
    let mut seen = if want == Want::Line && want.is_met(bytes) {
        return Ok(());
    } else {
        bytes.len()
    };
    let mut chunk = [0; CHUNK];
    while !want.is_met(if want == Want::Line {
        &bytes[seen..]
    } else {
        &bytes[..]
    }) {
        seen = bytes.len();
        let n = match file.read(&mut chunk) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        if n == 0 {
            break;
        }
        bytes.extend_from_slice(&chunk[..n]);
    }
    Ok(())
}

/// Calls `native`, a reader, once what it wants is there.
fn when_there(vm: &mut Vm, args: &[Value], want: Want, native: NativeFn) -> R<Outcome> {
    let taken = match args[0].as_data::<FileData>() {
        Some(data) if others_exist(vm) => io_file::lend(data, |bytes| want.is_met(bytes)),
        _ => None,
    };
    let Some((file, mut bytes)) = taken else {
        return native(vm, args).map(Outcome::Done);
    };
    let work = move || {
        let read = gather(&file, &mut bytes, want);
        (bytes, read)
    };
    let args = args.to_vec();
    let wait = begin(vm, work, move |vm, (bytes, read)| {
        if let Some(data) = args[0].as_data::<FileData>() {
            io_file::give_back(data, bytes);
        }
        if let Err(error) = read {
            return Err(vm.os_error(&error, None));
        }
        native(vm, &args)
    })?;
    Ok(Outcome::Wait(wait))
}

pub(super) fn read(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let size = size_arg(vm, &args[1])?;
    let is_text = args[0].as_data::<FileData>().is_some_and(FileData::is_text);
    let want = match size {
        None => Want::All,
        Some(size) if is_text => Want::Chars(size),
        Some(size) => Want::Bytes(size),
    };
    when_there(vm, args, want, io_file::read)
}

pub(super) fn readline(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    when_there(vm, args, Want::Line, io_file::readline)
}

pub(super) fn readlines(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    when_there(vm, args, Want::All, super::io_memory::readlines)
}

pub(super) fn next(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    when_there(vm, args, Want::Line, io_file::next)
}

/// `open`: what is no regular file may wait for its other end.
pub(super) fn open(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let opening = Opening::read(vm, args)?;
    if let Some(number) = opening.descriptor {
        let stays_open = !missing(&args[6]) && !vm.truth(&args[6])?;
        return opening
            .finish_number(vm, number, stays_open)
            .map(Outcome::Done);
    }
    let is_pipe = || {
        use std::os::unix::fs::FileTypeExt;
        std::fs::metadata(&opening.path).is_ok_and(|found| found.file_type().is_fifo())
    };
    if !others_exist(vm) || !is_pipe() {
        let file = io_file::open_system(&opening.path, &opening.mode);
        return opening.finish(vm, file).map(Outcome::Done);
    }
    let (path, mode) = (opening.path.clone(), opening.mode);
    let work = move || io_file::open_system(&path, &mode);
    let wait = begin(vm, work, move |vm, file| opening.finish(vm, file))?;
    Ok(Outcome::Wait(wait))
}

/// What moves bytes: what it has read, or how many it has written.
pub(super) type Moving = Box<dyn FnOnce() -> io::Result<(Vec<u8>, usize)> + Send>;

/// What a call that moves bytes gives: by a worker if it may take long and there are others. One function for all such
/// calls, whatever they capture.
pub(super) fn moved(
    vm: &mut Vm,
    may_wait: bool,
    work: Moving,
    finish: fn(&mut Vm, Vec<u8>, usize) -> R,
) -> R<Outcome> {
    let told = move |vm: &mut Vm, made: io::Result<(Vec<u8>, usize)>| match made {
        Ok((bytes, n)) => finish(vm, bytes, n),
        Err(error) => Err(vm.os_error(&error, None)),
    };
    if may_wait && others_exist(vm) {
        return begin(vm, work, told).map(Outcome::Wait);
    }
    let made = work();
    told(vm, made).map(Outcome::Done)
}
