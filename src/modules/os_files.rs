//! `os`: files by their descriptor.
//!
//! A descriptor is a number that a script can make up, so numbers are never trusted: only files that `os.open` has
//! opened, and those whose `fileno()` was asked, are known by theirs.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::os::fd::AsRawFd;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::sync::{Arc, Weak};

use crate::value::Value;
use crate::vm::{Def, R, Vm, def};

use super::io_file::{Opening, open_system};
use super::os_arg::{PATH, PATH_OR_NUMBER, named};

/// The names of the flags of `os.open`, as Linux has them.
pub(super) const FLAGS: &[(&str, i64)] = &[
    ("O_RDONLY", 0),
    ("O_WRONLY", 1),
    ("O_RDWR", 2),
    ("O_CREAT", 0o100),
    ("O_EXCL", 0o200),
    ("O_TRUNC", 0o1000),
    ("O_APPEND", 0o2000),
    ("O_NOFOLLOW", 0o400_000),
    ("O_CLOEXEC", 0o2_000_000),
];

const BAD_DESCRIPTOR: i32 = 9;

/// The open files that have a number.
#[derive(Default)]
struct Descriptors(BTreeMap<i64, Known>);

enum Known {
    /// Of `os.open`: it is closed by its number.
    Own(Arc<File>),
    /// Of a file object, which closes it.
    Lent(Weak<File>),
}

/// The number of the file of a file object.
pub(super) fn lend(vm: &mut Vm, file: &Arc<File>) -> i64 {
    let number = i64::from(file.as_raw_fd());
    let known = Known::Lent(Arc::downgrade(file));
    vm.state::<Descriptors>().0.insert(number, known);
    number
}

/// The number of a file that is closed by it.
pub(super) fn own(vm: &mut Vm, file: File) -> i64 {
    let number = i64::from(file.as_raw_fd());
    let known = Known::Own(Arc::new(file));
    vm.state::<Descriptors>().0.insert(number, known);
    number
}

/// The file of a number, which belongs to the caller from now on; None if `os.open` did not open it.
fn take(vm: &mut Vm, number: i64) -> Option<Arc<File>> {
    match vm.state::<Descriptors>().0.remove(&number)? {
        Known::Own(file) => Some(file),
        lent @ Known::Lent(_) => {
            vm.state::<Descriptors>().0.insert(number, lent);
            None
        }
    }
}

impl Opening {
    /// The file object of a number. The number is the file object's own from now on, unless it `stays_open`.
    ///
    /// Errors: OSError if there is no such file.
    pub(super) fn finish_number(self, vm: &mut Vm, number: i64, stays_open: bool) -> R {
        let known = if stays_open {
            find(vm, number).ok()
        } else {
            take(vm, number)
        };
        match known {
            Some(file) => self.finish(vm, Ok(file)),
            None => {
                let file = open_system(&self.path, &self.mode);
                self.finish(vm, file)
            }
        }
    }
}

/// The file of a number.
pub(super) fn find(vm: &mut Vm, number: i64) -> io::Result<Arc<File>> {
    let found = match vm.state::<Descriptors>().0.get(&number) {
        Some(Known::Own(file)) => Some(file.clone()),
        // Another file may have the number since the first was closed.
        Some(Known::Lent(file)) => file.upgrade(),
        None => None,
    };
    found.ok_or_else(|| io::Error::from_raw_os_error(BAD_DESCRIPTOR))
}

/// What the system knows about the file of a number.
pub(super) fn metadata(vm: &mut Vm, number: &Value) -> R<std::fs::Metadata> {
    let number = vm.index(number)?;
    let found = match find(vm, number) {
        Ok(file) => file.metadata(),
        // Of any process's own files the system has a folder.
        Err(_) => std::fs::metadata(format!("/proc/self/fd/{number}"))
            .map_err(|_| io::Error::from_raw_os_error(BAD_DESCRIPTOR)),
    };
    answer(vm, found, None)
}

fn answer<T>(vm: &mut Vm, result: io::Result<T>, path: Option<&str>) -> R<T> {
    result.map_err(|error| vm.os_error(&error, path))
}

fn open(vm: &mut Vm, args: &[Value]) -> R {
    let path = named(vm, &args[0], "open", PATH)?;
    let flags = vm.index(&args[1])?;
    let mode = if args[2].is_undef() {
        0o777
    } else {
        vm.index(&args[2])?
    };
    let has = |flag: i64| flags & flag != 0;
    let access = flags & 3;
    let (create, exclusive, append) = (has(0o100), has(0o200), has(0o2000));
    let writes = access != 0;
    let mut options = File::options();
    options
        .read(access != 1)
        .write(writes)
        .create(create && writes)
        .create_new(create && exclusive && writes)
        .truncate(has(0o1000) && writes && !append)
        .mode(mode as u32 & 0o7777);
    if append {
        options.append(true);
    }
    let handled = 3 | 0o100 | 0o200 | 0o1000 | 0o2000 | 0o2_000_000;
    options.custom_flags((flags & !handled) as i32);
    let file = answer(vm, options.open(&path), Some(&path))?;
    Ok(Value::int(own(vm, file)))
}

fn close(vm: &mut Vm, args: &[Value]) -> R {
    let number = vm.index(&args[0])?;
    let closed = match take(vm, number) {
        Some(_) => Ok(Value::NONE),
        None => Err(io::Error::from_raw_os_error(BAD_DESCRIPTOR)),
    };
    answer(vm, closed, None)
}

fn lseek(vm: &mut Vm, args: &[Value]) -> R {
    let (number, at) = (vm.index(&args[0])?, vm.index(&args[1])?);
    let to = match vm.index(&args[2])? {
        0 => u64::try_from(at).ok().map(SeekFrom::Start),
        1 => Some(SeekFrom::Current(at)),
        2 => Some(SeekFrom::End(at)),
        _ => None,
    };
    let to = to.ok_or_else(|| io::Error::from_raw_os_error(22));
    let at = match (find(vm, number), to) {
        (Ok(file), Ok(to)) => (&*file).seek(to),
        (Err(error), _) | (_, Err(error)) => Err(error),
    };
    let at = answer(vm, at, None)?;
    Ok(Value::int(at as i64))
}

fn fsync(vm: &mut Vm, args: &[Value]) -> R {
    let number = if args[0].as_int().is_some() {
        vm.index(&args[0])?
    } else {
        let number = vm.call_method(&args[0], "fileno", &[])?;
        vm.index(&number)?
    };
    let done = find(vm, number).and_then(|file| file.sync_all());
    answer(vm, done, None)?;
    Ok(Value::NONE)
}

fn chmod(vm: &mut Vm, args: &[Value]) -> R {
    let path = named(vm, &args[0], "chmod", PATH_OR_NUMBER)?;
    super::os_links::must_follow(vm, &args[2], &path, "chmod")?;
    let mode = vm.index(&args[1])? as u32 & 0o7777;
    let done = std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode));
    answer(vm, done, Some(&path))?;
    Ok(Value::NONE)
}

/// `os.fdopen`: the builtin `open`, of a number only.
fn fdopen(vm: &mut Vm, args: &[Value]) -> R {
    if args[0].as_int().is_none() {
        return Err(vm.type_error("invalid fd type (must be int)"));
    }
    let opening = Opening::read(vm, args)?;
    let number = vm.index(&args[0])?;
    opening.finish_number(vm, number, false)
}

pub(super) const FUNCTIONS: &[Def] = &[
    def("open", open, "path, flags, mode=0o777"),
    def("close", close, "fd"),
    def("lseek", lseek, "fd, position, how, /"),
    def("fsync", fsync, "fd"),
    def("fdatasync", fsync, "fd"),
    def("chmod", chmod, "path, mode, *, follow_symlinks=True"),
    def(
        "fdopen",
        fdopen,
        "fd, mode='r', buffering=-1, encoding=None, errors=None, newline=None",
    ),
];
