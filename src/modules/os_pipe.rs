//! `os`: reading and writing by a descriptor, and pipes. What may keep its caller waiting is done by a worker while there
//! are threads, so that nobody else is held up.

use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::os::fd::OwnedFd;
use std::sync::Arc;

use crate::value::Value;
use crate::vm::{Def, Outcome, R, Vm, blocks, def};

use super::held::tuple;
use super::io_blocking::moved;
use super::io_memory::bytes_arg;
use super::os_files::{find, own};

/// Where bytes come from or go to.
enum End {
    In,
    Out,
    Err,
    File(Arc<File>),
}

impl End {
    fn of(vm: &mut Vm, number: i64, writes: bool) -> io::Result<End> {
        match number {
            0 if !writes => Ok(End::In),
            1 if writes => Ok(End::Out),
            2 if writes => Ok(End::Err),
            _ => find(vm, number).map(End::File),
        }
    }

    /// Whether it may take long.
    fn may_wait(&self) -> bool {
        match self {
            End::In => true,
            End::Out | End::Err => false,
            End::File(file) => file
                .metadata()
                .is_ok_and(|found| !found.is_file() && !found.is_dir()),
        }
    }

    fn read(&self, want: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; want];
        let got = match self {
            End::In => io::stdin().lock().read(&mut bytes),
            End::File(file) => (&**file).read(&mut bytes),
            End::Out | End::Err => Ok(0),
        }?;
        bytes.truncate(got);
        Ok(bytes)
    }

    fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        let whole = |result: io::Result<()>| result.map(|()| bytes.len());
        match self {
            End::Out => {
                let mut out = io::stdout().lock();
                whole(out.write_all(bytes).and_then(|()| out.flush()))
            }
            End::Err => whole(io::stderr().lock().write_all(bytes)),
            End::File(file) => (&**file).write(bytes),
            End::In => Ok(0),
        }
    }
}

fn read(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let number = vm.index(&args[0])?;
    let Ok(want) = usize::try_from(vm.index(&args[1])?) else {
        return Err(vm.os_error(&io::Error::from_raw_os_error(22), None));
    };
    vm.check_size(want)?;
    let end = End::of(vm, number, false).map_err(|error| vm.os_error(&error, None))?;
    let may_wait = end.may_wait();
    let work = move || end.read(want).map(|bytes| (bytes, 0));
    moved(vm, may_wait, Box::new(work), |vm, bytes, _| {
        Ok(Value::object(vm.heap.new_bytes(&bytes)))
    })
}

fn write(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    let number = vm.index(&args[0])?;
    let bytes = bytes_arg(vm, &args[1])?;
    let end = End::of(vm, number, true).map_err(|error| vm.os_error(&error, None))?;
    let may_wait = end.may_wait();
    let work = move || end.write(&bytes).map(|n| (Vec::new(), n));
    moved(vm, may_wait, Box::new(work), |_, _, n| {
        Ok(Value::int(n as i64))
    })
}

fn pipe(vm: &mut Vm, _: &[Value]) -> R {
    let (reader, writer) = io::pipe().map_err(|error| vm.os_error(&error, None))?;
    let reader = own(vm, File::from(OwnedFd::from(reader)));
    let writer = own(vm, File::from(OwnedFd::from(writer)));
    Ok(tuple(vm, vec![Value::int(reader), Value::int(writer)]))
}

fn dup(vm: &mut Vm, args: &[Value]) -> R {
    let number = vm.index(&args[0])?;
    let copy = find(vm, number).and_then(|file| file.try_clone());
    let copy = copy.map_err(|error| vm.os_error(&error, None))?;
    Ok(Value::int(own(vm, copy)))
}

fn isatty(vm: &mut Vm, args: &[Value]) -> R {
    let number = vm.index(&args[0])?;
    let is = match number {
        0 => io::stdin().is_terminal(),
        1 => io::stdout().is_terminal(),
        2 => io::stderr().is_terminal(),
        _ => find(vm, number).is_ok_and(|file| file.is_terminal()),
    };
    Ok(Value::bool(is))
}

pub(super) const FUNCTIONS: &[Def] = &[
    def("read", blocks, "fd, length, /").blocking(read),
    def("write", blocks, "fd, data, /").blocking(write),
    def("pipe", pipe, ""),
    def("dup", dup, "fd, /"),
    def("isatty", isatty, "fd, /"),
];
