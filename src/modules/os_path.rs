//! `os.path`: paths of POSIX systems as text.

use std::fs::Metadata;

use crate::heap::Ref;
use crate::value::{Bytes, Dict, Special, Str, Value};
use crate::vm::{Def, R, Vm, def, rest};

use super::NativeModule;
use super::held::{missing, put, tuple};
use super::io::path_arg;
use super::os_arg::{PATH, PATH_OR_NUMBER, like, must_be_alike, named};

fn join(vm: &mut Vm, args: &[Value]) -> R {
    let mut path = path_arg(vm, &args[0])?;
    for part in rest(&args[1]) {
        let part = join_arg(vm, part)?;
        if part.starts_with('/') {
            path = part;
        } else if path.is_empty() || path.ends_with('/') {
            path.push_str(&part);
        } else {
            path.push('/');
            path.push_str(&part);
        }
    }
    must_be_alike(vm, &[&args[..1], rest(&args[1])].concat())?;
    Ok(like(vm, &args[0], &path))
}

fn join_arg(vm: &mut Vm, value: &Value) -> R<String> {
    let is_path = vm.cast::<Str>(value).is_some()
        || vm.cast::<Bytes>(value).is_some()
        || vm.find_special(value, Special::Fspath).is_some();
    if is_path {
        return path_arg(vm, value);
    }
    let message = format!(
        "join() argument must be str, bytes, or os.PathLike object, not '{}'",
        vm.type_name(value)
    );
    Err(vm.type_error(message))
}

/// Folder and last part.
fn halves(path: &str) -> (&str, &str) {
    let cut = path.rfind('/').map_or(0, |at| at + 1);
    let (head, tail) = path.split_at(cut);
    let trimmed = head.trim_end_matches('/');
    (if trimmed.is_empty() { head } else { trimmed }, tail)
}

fn split(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    let (head, tail) = halves(&path);
    let (head, tail) = (like(vm, &args[0], head), like(vm, &args[0], tail));
    Ok(tuple(vm, vec![head, tail]))
}

fn basename(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    Ok(like(vm, &args[0], halves(&path).1))
}

fn dirname(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    Ok(like(vm, &args[0], halves(&path).0))
}

fn splitext(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    let start = path.rfind('/').map_or(0, |at| at + 1);
    let name = &path[start..];
    let leading = name.len() - name.trim_start_matches('.').len();
    let cut = match name.rfind('.') {
        Some(at) if at >= leading && leading < name.len() => start + at,
        _ => path.len(),
    };
    let (root, extension) = path.split_at(cut);
    let (root, extension) = (like(vm, &args[0], root), like(vm, &args[0], extension));
    Ok(tuple(vm, vec![root, extension]))
}

/// Without `.`, `..` and doubled slashes, as far as the text tells.
pub(super) fn normal(path: &str) -> String {
    if path.is_empty() {
        return ".".to_string();
    }
    let slashes = match path.len() - path.trim_start_matches('/').len() {
        0 => "",
        2 => "//",
        _ => "/",
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => match parts.last() {
                Some(&last) if last != ".." => drop(parts.pop()),
                None if !slashes.is_empty() => {}
                _ => parts.push(part),
            },
            _ => parts.push(part),
        }
    }
    let result = format!("{slashes}{}", parts.join("/"));
    if result.is_empty() {
        ".".to_string()
    } else {
        result
    }
}

fn normpath(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    Ok(like(vm, &args[0], &normal(&path)))
}

pub(super) fn absolute(path: &str) -> String {
    if path.starts_with('/') {
        return normal(path);
    }
    let here = std::env::current_dir()
        .ok()
        .and_then(|here| here.to_str().map(str::to_string))
        .unwrap_or_default();
    normal(&format!("{}/{path}", here.trim_end_matches('/')))
}

fn abspath(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    Ok(like(vm, &args[0], &absolute(&path)))
}

fn relpath(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    if path.is_empty() {
        return Err(vm.value_error("no path specified"));
    }
    let start = if missing(&args[1]) {
        ".".to_string()
    } else {
        must_be_alike(vm, &args[..2])?;
        path_arg(vm, &args[1])?
    };
    let (path, start) = (absolute(&path), absolute(&start));
    let parts = |text: &str| {
        text.split('/')
            .filter(|part| !part.is_empty())
            .map(str::to_string)
            .collect::<Vec<_>>()
    };
    let (path, start) = (parts(&path), parts(&start));
    let common = path.iter().zip(&start).take_while(|(a, b)| a == b).count();
    let mut result = vec!["..".to_string(); start.len() - common];
    result.extend_from_slice(&path[common..]);
    let result = if result.is_empty() {
        ".".to_string()
    } else {
        result.join("/")
    };
    Ok(like(vm, &args[0], &result))
}

fn isabs(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(path_arg(vm, &args[0])?.starts_with('/')))
}

/// What the system knows of a path; nothing of one that it cannot have.
fn probe(vm: &mut Vm, args: &[Value], follow: bool) -> R<Option<Metadata>> {
    if args[0].as_int().is_some() && follow {
        let found = super::os_files::metadata(vm, &args[0]);
        return Ok(found.ok());
    }
    if vm
        .cast::<Str>(&args[0])
        .is_some_and(|text| text.as_str().contains('\0'))
    {
        return Ok(None);
    }
    let (function, kinds) = if follow {
        ("stat", PATH_OR_NUMBER)
    } else {
        ("lstat", PATH)
    };
    let path = named(vm, &args[0], function, kinds)?;
    let found = if follow {
        std::fs::metadata(path)
    } else {
        std::fs::symlink_metadata(path)
    };
    Ok(found.ok())
}

fn exists(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(probe(vm, args, true)?.is_some()))
}

fn lexists(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(probe(vm, args, false)?.is_some()))
}

fn isfile(vm: &mut Vm, args: &[Value]) -> R {
    let found = probe(vm, args, true)?;
    Ok(Value::bool(found.is_some_and(|found| found.is_file())))
}

fn isdir(vm: &mut Vm, args: &[Value]) -> R {
    let found = probe(vm, args, true)?;
    Ok(Value::bool(found.is_some_and(|found| found.is_dir())))
}

fn islink(vm: &mut Vm, args: &[Value]) -> R {
    let found = probe(vm, args, false)?;
    Ok(Value::bool(found.is_some_and(|found| found.is_symlink())))
}

fn getsize(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(
        super::os_real::metadata(vm, &args[0])?.len() as i64
    ))
}

fn normcase(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    Ok(like(vm, &args[0], &path))
}

fn splitdrive(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    let (drive, path) = (like(vm, &args[0], ""), like(vm, &args[0], &path));
    Ok(tuple(vm, vec![drive, path]))
}

/// The folder that all paths are in.
fn common_path(vm: &mut Vm, args: &[Value]) -> R {
    let mut common: Option<(bool, Vec<String>)> = None;
    let paths = vm.to_vec(&args[0])?;
    must_be_alike(vm, &paths)?;
    for path in &paths {
        let path = path_arg(vm, path)?;
        let parts = path.split('/').filter(|part| !matches!(*part, "" | "."));
        let is_absolute = path.starts_with('/');
        match &mut common {
            None => common = Some((is_absolute, parts.map(str::to_string).collect())),
            Some((known, _)) if *known != is_absolute => {
                return Err(vm.value_error("Can't mix absolute and relative paths"));
            }
            Some((_, known)) => {
                let same = known.iter().zip(parts).take_while(|(a, b)| a == b).count();
                known.truncate(same);
            }
        }
    }
    match common {
        Some((is_absolute, parts)) => {
            let root = if is_absolute { "/" } else { "" };
            Ok(like(vm, &paths[0], &format!("{root}{}", parts.join("/"))))
        }
        None => Err(vm.value_error("commonpath() arg is an empty sequence")),
    }
}

/// `$NAME` and `${NAME}` of the environment; what is not there stays.
fn expandvars(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    let (mut full, mut rest) = (String::new(), path.as_str());
    while let Some(at) = rest.find('$') {
        full.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let (name, used) = match behind.strip_prefix('{') {
            Some(inner) => match inner.find('}') {
                Some(end) => (&inner[..end], end + 2),
                None => ("", 0),
            },
            None => {
                let end = behind.find(|c| !word(c)).unwrap_or(behind.len());
                (&behind[..end], end)
            }
        };
        let key = vm.intern(name);
        match super::os::environment(vm, &key).and_then(|value| value.to_ref::<Str>()) {
            Some(value) if used > 0 => full.push_str(value.as_str()),
            _ => full.push_str(&rest[at..at + 1 + used]),
        }
        rest = &behind[used..];
    }
    full.push_str(rest);
    Ok(like(vm, &args[0], &full))
}

fn common_prefix(vm: &mut Vm, args: &[Value]) -> R {
    let mut shortest: Option<String> = None;
    let paths = vm.to_vec(&args[0])?;
    must_be_alike(vm, &paths)?;
    for path in &paths {
        let path = path_arg(vm, path)?;
        shortest = Some(match shortest {
            None => path,
            Some(known) => known
                .chars()
                .zip(path.chars())
                .take_while(|(a, b)| a == b)
                .map(|(a, _)| a)
                .collect(),
        });
    }
    let model = paths.first().cloned().unwrap_or(Value::NONE);
    Ok(like(vm, &model, &shortest.unwrap_or_default()))
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    for (name, text) in [
        ("sep", "/"),
        ("curdir", "."),
        ("pardir", ".."),
        ("extsep", "."),
        ("pathsep", ":"),
        ("devnull", "/dev/null"),
        ("defpath", "/bin:/usr/bin"),
    ] {
        let text = vm.new_str(text);
        put(vm, globals, name, text);
    }
    vm.add_functions("posixpath", globals, super::os_real::FUNCTIONS);
    put(vm, globals, "altsep", Value::NONE);
    put(vm, globals, "supports_unicode_filenames", Value::FALSE);
    Ok(())
}

const FUNCTIONS: &[Def] = &[
    def("join", join, "a, /, *p"),
    def("split", split, "p"),
    def("basename", basename, "p"),
    def("dirname", dirname, "p"),
    def("splitext", splitext, "p"),
    def("normpath", normpath, "path"),
    def("abspath", abspath, "path"),
    def("relpath", relpath, "path, start=None"),
    def("isabs", isabs, "s"),
    def("exists", exists, "path"),
    def("lexists", lexists, "path"),
    def("isfile", isfile, "path"),
    def("isdir", isdir, "s"),
    def("islink", islink, "path"),
    def("getsize", getsize, "filename"),
    def("normcase", normcase, "s"),
    def("commonprefix", common_prefix, "m"),
    def("commonpath", common_path, "paths"),
    def("splitdrive", splitdrive, "p"),
    def("expandvars", expandvars, "path"),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "posixpath",
    functions: FUNCTIONS,
    setup: Some(setup),
};
