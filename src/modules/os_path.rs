//! `os.path`: paths of POSIX systems as text.

use std::path::Path;

use crate::heap::Ref;
use crate::value::{Dict, Value};
use crate::vm::{Def, R, Vm, def, rest};

use super::NativeModule;
use super::held::{missing, put, tuple};
use super::io::path_arg;

fn join(vm: &mut Vm, args: &[Value]) -> R {
    let mut path = path_arg(vm, &args[0])?;
    for part in rest(&args[1]) {
        let part = path_arg(vm, part)?;
        if part.starts_with('/') {
            path = part;
        } else if path.is_empty() || path.ends_with('/') {
            path.push_str(&part);
        } else {
            path.push('/');
            path.push_str(&part);
        }
    }
    Ok(vm.new_str(&path))
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
    let (head, tail) = (vm.new_str(head), vm.new_str(tail));
    Ok(tuple(vm, vec![head, tail]))
}

fn basename(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    Ok(vm.new_str(halves(&path).1))
}

fn dirname(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    Ok(vm.new_str(halves(&path).0))
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
    let (root, extension) = (vm.new_str(root), vm.new_str(extension));
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
    Ok(vm.new_str(&normal(&path)))
}

fn absolute(path: &str) -> String {
    if path.starts_with('/') {
        return normal(path);
    }
    let here = std::env::current_dir()
        .ok()
        .and_then(|here| here.to_str().map(str::to_string))
        .unwrap_or_default();
    normal(&format!("{here}/{path}"))
}

fn abspath(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    Ok(vm.new_str(&absolute(&path)))
}

fn realpath(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    let real = std::fs::canonicalize(&path)
        .ok()
        .and_then(|real| real.to_str().map(str::to_string));
    Ok(vm.new_str(&real.unwrap_or_else(|| absolute(&path))))
}

fn relpath(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    if path.is_empty() {
        return Err(vm.value_error("no path specified"));
    }
    let start = if missing(&args[1]) {
        ".".to_string()
    } else {
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
    Ok(vm.new_str(&if result.is_empty() {
        ".".to_string()
    } else {
        result.join("/")
    }))
}

fn isabs(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(path_arg(vm, &args[0])?.starts_with('/')))
}

fn exists(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(Path::new(&path_arg(vm, &args[0])?).exists()))
}

fn lexists(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(
        std::fs::symlink_metadata(path_arg(vm, &args[0])?).is_ok(),
    ))
}

fn isfile(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(Path::new(&path_arg(vm, &args[0])?).is_file()))
}

fn isdir(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(Path::new(&path_arg(vm, &args[0])?).is_dir()))
}

fn islink(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(
        Path::new(&path_arg(vm, &args[0])?).is_symlink(),
    ))
}

fn metadata(vm: &mut Vm, args: &[Value]) -> R<std::fs::Metadata> {
    let path = path_arg(vm, &args[0])?;
    std::fs::metadata(&path).map_err(|error| vm.os_error(&error, Some(&path)))
}

fn getsize(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(metadata(vm, args)?.len() as i64))
}

fn getmtime(vm: &mut Vm, args: &[Value]) -> R {
    let changed = metadata(vm, args)?.modified().ok();
    let since = changed.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    Ok(Value::float(since.unwrap_or_default().as_secs_f64()))
}

fn expanduser(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    let home = std::env::var("HOME").unwrap_or_default();
    let full = match path.strip_prefix('~') {
        Some(rest) if !home.is_empty() && (rest.is_empty() || rest.starts_with('/')) => {
            format!("{}{rest}", home.trim_end_matches('/'))
        }
        _ => path,
    };
    Ok(vm.new_str(&full))
}

fn normcase(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    Ok(vm.new_str(&path))
}

fn common_prefix(vm: &mut Vm, args: &[Value]) -> R {
    let mut shortest: Option<String> = None;
    for path in vm.to_vec(&args[0])? {
        let path = path_arg(vm, &path)?;
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
    Ok(vm.new_str(&shortest.unwrap_or_default()))
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
    def("realpath", realpath, "filename, *, strict=False"),
    def("relpath", relpath, "path, start=None"),
    def("isabs", isabs, "s"),
    def("exists", exists, "path"),
    def("lexists", lexists, "path"),
    def("isfile", isfile, "path"),
    def("isdir", isdir, "s"),
    def("islink", islink, "path"),
    def("getsize", getsize, "filename"),
    def("getmtime", getmtime, "filename"),
    def("expanduser", expanduser, "path"),
    def("normcase", normcase, "s"),
    def("commonprefix", common_prefix, "m"),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "posixpath",
    functions: FUNCTIONS,
    setup: Some(setup),
};
