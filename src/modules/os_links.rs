//! `os`: links, and the times of files.

use std::fs::{File, FileTimes};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::value::{Exception, Value};
use crate::vm::{Def, R, Vm, def};

use super::held::missing;
use super::os_arg::{PATH, PATH_OR_NUMBER, like, named};

const NON_BLOCKING: i32 = 0o4000;
const BILLION: i64 = 1_000_000_000;

/// None, or the OSError that names both paths.
pub(super) fn done_with_two(vm: &mut Vm, result: io::Result<()>, from: &str, to: &str) -> R {
    let Err(error) = result else {
        return Ok(Value::NONE);
    };
    let raised = vm.os_error(&error, Some(from));
    let to = vm.new_str(to);
    if let Some(exception) = vm.raised.as_ref::<Exception>() {
        exception.set_field("filename2", to);
    }
    Err(raised)
}

/// Refuses `follow_symlinks=False` for a link: what is asked is of the file behind it.
pub(super) fn must_follow(vm: &mut Vm, follow: &Value, path: &str, function: &str) -> R<()> {
    if follow.is_undef() || vm.truth(follow)? || !std::path::Path::new(path).is_symlink() {
        return Ok(());
    }
    let class = vm.types.not_implemented_error.clone();
    let message = format!("{function}: follow_symlinks unavailable on this platform");
    Err(vm.raise(&class, message))
}

fn symlink(vm: &mut Vm, args: &[Value]) -> R {
    let from = named(vm, &args[0], "symlink src", PATH)?;
    let to = named(vm, &args[1], "symlink dst", PATH)?;
    done_with_two(vm, std::os::unix::fs::symlink(&from, &to), &from, &to)
}

/// A link to a link is to the link itself, as on Linux.
fn link(vm: &mut Vm, args: &[Value]) -> R {
    let from = named(vm, &args[0], "link src", PATH)?;
    let to = named(vm, &args[1], "link dst", PATH)?;
    done_with_two(vm, std::fs::hard_link(&from, &to), &from, &to)
}

fn readlink(vm: &mut Vm, args: &[Value]) -> R {
    let path = named(vm, &args[0], "readlink", PATH)?;
    match std::fs::read_link(&path) {
        Ok(target) => Ok(like(vm, &args[0], &target.to_string_lossy())),
        Err(error) => Err(vm.os_error(&error, Some(&path))),
    }
}

fn moment(nanoseconds: i128) -> Option<SystemTime> {
    let whole = u64::try_from(nanoseconds.unsigned_abs()).ok()?;
    let distance = Duration::from_nanos(whole);
    if nanoseconds < 0 {
        UNIX_EPOCH.checked_sub(distance)
    } else {
        UNIX_EPOCH.checked_add(distance)
    }
}

/// The two times that a tuple gives, in seconds or in nanoseconds.
fn two_times(vm: &mut Vm, pair: &Value, in_seconds: bool) -> R<FileTimes> {
    let both = match pair.as_ref::<crate::value::Tuple>() {
        Some(pair) if pair.len() == 2 => pair.items().to_vec(),
        _ => {
            let message = if in_seconds {
                "utime: 'times' must be either a tuple of two ints or None"
            } else {
                "utime: 'ns' must be a tuple of two ints"
            };
            return Err(vm.type_error(message));
        }
    };
    let mut found = Vec::new();
    for time in both {
        let nanoseconds = match time.as_int() {
            Some(n) => i128::from(n) * i128::from(if in_seconds { BILLION } else { 1 }),
            None if in_seconds => (vm.to_f64(&time)? * BILLION as f64).floor() as i128,
            None => i128::from(vm.index(&time)?),
        };
        match moment(nanoseconds) {
            Some(time) => found.push(time),
            None => return Err(vm.overflow_error("timestamp out of range for platform time_t")),
        }
    }
    Ok(FileTimes::new()
        .set_accessed(found[0])
        .set_modified(found[1]))
}

fn utime(vm: &mut Vm, args: &[Value]) -> R {
    let path = named(vm, &args[0], "utime", PATH_OR_NUMBER)?;
    if !missing(&args[1]) && !missing(&args[2]) {
        let message = "utime: you may specify either 'times' or 'ns' but not both";
        return Err(vm.value_error(message));
    }
    must_follow(vm, &args[3], &path, "utime")?;
    let times = if !missing(&args[2]) {
        two_times(vm, &args[2], false)?
    } else if missing(&args[1]) {
        let now = SystemTime::now();
        FileTimes::new().set_accessed(now).set_modified(now)
    } else {
        two_times(vm, &args[1], true)?
    };
    // A pipe's other end is not waited for.
    let open = |options: &mut std::fs::OpenOptions| options.custom_flags(NON_BLOCKING).open(&path);
    let file = open(File::options().read(true)).or_else(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => open(File::options().write(true)),
        _ => Err(error),
    });
    match file.and_then(|file| file.set_times(times)) {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(vm.os_error(&error, Some(&path))),
    }
}

pub(super) const FUNCTIONS: &[Def] = &[
    def(
        "symlink",
        symlink,
        "src, dst, target_is_directory=False, *, dir_fd=None",
    ),
    def("link", link, "src, dst, *, follow_symlinks=True"),
    def("readlink", readlink, "path, *, dir_fd=None"),
    def(
        "utime",
        utime,
        "path, times=None, *, ns=None, follow_symlinks=True",
    ),
];
