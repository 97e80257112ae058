//! `os.scandir`: the entries of a folder, with what the system tells about each at once.

use std::fs::{FileType, Metadata, ReadDir};
use std::os::unix::fs::{DirEntryExt, MetadataExt};

use crate::heap::{Ref, Shared};
use crate::value::{Bytes, Class, Dict, Layout, NativeData, Special, Str, Value};
use crate::vm::{Def, GetSet, R, Vm, def, getter};

use super::held::{itself, missing, next_def, put_class, this};
use super::io::path_arg;
use super::os::stat_result;
use super::os_arg::{ANYTHING, named};

#[derive(Default)]
struct Classes {
    both: Option<(Ref<Class>, Ref<Class>)>,
}

/// A folder that is being read; None at its end, or once closed.
struct Scan {
    folder: String,
    /// Bytes if the folder was given as such: names are too.
    is_bytes: bool,
    entries: Shared<Option<ReadDir>>,
}

impl NativeData for Scan {}

struct Entry {
    name: String,
    is_bytes: bool,
    path: String,
    kind: Option<FileType>,
    inode: u64,
}

impl NativeData for Entry {}

impl Entry {
    fn as_asked(&self, vm: &mut Vm, text: &str) -> Value {
        if self.is_bytes {
            Value::object(vm.heap.new_bytes(text.as_bytes()))
        } else {
            vm.new_str(text)
        }
    }
}

fn scandir(vm: &mut Vm, args: &[Value]) -> R {
    let folder = if missing(&args[0]) {
        ".".to_string()
    } else {
        named(vm, &args[0], "scandir", ANYTHING)?
    };
    let is_bytes = vm.cast::<Bytes>(&args[0]).is_some();
    let entries = match std::fs::read_dir(&folder) {
        Ok(entries) => Shared::new(Some(entries)),
        Err(error) => return Err(vm.os_error(&error, Some(&folder))),
    };
    match vm.state::<Classes>().both.clone() {
        Some((scan, _)) => Ok(vm.heap.new_opaque(
            &scan,
            Scan {
                folder,
                is_bytes,
                entries,
            },
        )),
        None => Err(vm.runtime_error("os is not loaded")),
    }
}

fn step(vm: &mut Vm, scan: &Value) -> R<Option<Value>> {
    let scan = this::<Scan>(vm, std::slice::from_ref(scan))?;
    let entry = match scan.entries.with_mut(|entries| entries.as_mut()?.next()) {
        Some(Ok(entry)) => entry,
        Some(Err(error)) => return Err(vm.os_error(&error, Some(&scan.folder))),
        None => {
            drop(scan.entries.replace(None));
            return Ok(None);
        }
    };
    let name = entry.file_name().to_string_lossy().into_owned();
    let slash = if scan.folder.ends_with('/') { "" } else { "/" };
    let entry = Entry {
        path: format!("{}{slash}{name}", scan.folder),
        name,
        is_bytes: scan.is_bytes,
        kind: entry.file_type().ok(),
        inode: entry.ino(),
    };
    match vm.state::<Classes>().both.clone() {
        Some((_, class)) => Ok(Some(vm.heap.new_opaque(&class, entry))),
        None => Ok(None),
    }
}

fn close(vm: &mut Vm, args: &[Value]) -> R {
    drop(this::<Scan>(vm, args)?.entries.replace(None));
    Ok(Value::NONE)
}

fn name(vm: &mut Vm, args: &[Value]) -> R {
    let entry = this::<Entry>(vm, args)?;
    Ok(entry.as_asked(vm, &entry.name))
}

fn path(vm: &mut Vm, args: &[Value]) -> R {
    let entry = this::<Entry>(vm, args)?;
    Ok(entry.as_asked(vm, &entry.path))
}

fn entry_repr(vm: &mut Vm, args: &[Value]) -> R {
    let name = name(vm, args)?;
    let name = vm.repr(&name)?;
    Ok(vm.new_str(&format!("<DirEntry {}>", name.as_str())))
}

fn inode(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(this::<Entry>(vm, args)?.inode as i64))
}

fn follows(vm: &mut Vm, args: &[Value]) -> R<bool> {
    Ok(args[1].is_undef() || vm.truth(&args[1])?)
}

fn look(entry: &Entry, follow: bool) -> std::io::Result<Metadata> {
    if follow {
        std::fs::metadata(&entry.path)
    } else {
        std::fs::symlink_metadata(&entry.path)
    }
}

/// What it is, behind a link if that is to be followed; None if it is no longer there.
fn kind(vm: &mut Vm, args: &[Value]) -> R<Option<FileType>> {
    let follow = follows(vm, args)?;
    let entry = this::<Entry>(vm, args)?;
    match entry.kind {
        Some(kind) if !follow || !kind.is_symlink() => Ok(Some(kind)),
        _ => match look(entry, follow) {
            Ok(found) => Ok(Some(found.file_type())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(vm.os_error(&error, Some(&entry.path))),
        },
    }
}

fn is_dir(vm: &mut Vm, args: &[Value]) -> R {
    let kind = kind(vm, args)?;
    Ok(Value::bool(kind.is_some_and(|kind| kind.is_dir())))
}

fn is_file(vm: &mut Vm, args: &[Value]) -> R {
    let kind = kind(vm, args)?;
    Ok(Value::bool(kind.is_some_and(|kind| kind.is_file())))
}

fn is_symlink(vm: &mut Vm, args: &[Value]) -> R {
    let kind = kind(vm, &[args[0].clone(), Value::FALSE])?;
    Ok(Value::bool(kind.is_some_and(|kind| kind.is_symlink())))
}

fn stat(vm: &mut Vm, args: &[Value]) -> R {
    let follow = follows(vm, args)?;
    let entry = this::<Entry>(vm, args)?;
    match look(entry, follow) {
        Ok(found) => stat_result(vm, &found),
        Err(error) => Err(vm.os_error(&error, Some(&entry.path))),
    }
}

/// `_kind(path, follow)`: the bits of the mode that tell what it is, 0 if there is no such file.
///
/// Errors: OSError for what else the system says, as that a folder may not be looked into.
fn mode_kind(vm: &mut Vm, args: &[Value]) -> R {
    let path = vm.call_special(&args[0], Special::Fspath, &[])?;
    let path = match path.as_ref().and_then(|path| path.as_ref::<Str>()) {
        Some(path) => path.as_str().to_string(),
        None => path_arg(vm, &args[0])?,
    };
    let found = if follows(vm, args)? {
        std::fs::metadata(&path)
    } else {
        std::fs::symlink_metadata(&path)
    };
    match found {
        Ok(found) => Ok(Value::int(i64::from(found.mode() & 0o170_000))),
        Err(error) if matches!(error.raw_os_error(), None | Some(2 | 9 | 20 | 40)) => {
            Ok(Value::int(0))
        }
        Err(error) => Err(vm.os_error(&error, Some(&path))),
    }
}

const SCAN_METHODS: &[Def] = &[
    def("__iter__", itself, "self, /"),
    next_def!(step),
    def("close", close, "self, /"),
    def("__enter__", itself, "self, /"),
    def("__exit__", close, "self, /, *args"),
];

const ENTRY_METHODS: &[Def] = &[
    def("is_dir", is_dir, "self, *, follow_symlinks=True"),
    def("is_file", is_file, "self, *, follow_symlinks=True"),
    def("is_symlink", is_symlink, "self"),
    def("stat", stat, "self, *, follow_symlinks=True"),
    def("inode", inode, "self"),
    def("__fspath__", path, "self"),
    def("__repr__", entry_repr, "self, /"),
];

const ENTRY_GETSETS: &[GetSet] = &[getter("name", name), getter("path", path)];

pub(super) const FUNCTIONS: &[Def] = &[
    def("scandir", scandir, "path=None"),
    def("_kind", mode_kind, "path, follow=True, /"),
];

pub(super) fn setup(vm: &mut Vm, globals: &Ref<Dict>) {
    let scan = vm.new_type("ScandirIterator", "posix", &[], Layout::Opaque);
    vm.add_methods(&scan, SCAN_METHODS);
    let entry = vm.new_type("DirEntry", "posix", &[], Layout::Opaque);
    vm.add_methods(&entry, ENTRY_METHODS);
    vm.add_getsets(&entry, ENTRY_GETSETS);
    put_class(globals, &entry);
    vm.state::<Classes>().both = Some((scan, entry));
}
