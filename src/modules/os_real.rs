//! `os.path`: what is asked of the system: where links lead, where people live, what is the same.

use std::collections::HashMap;
use std::fs::Metadata;
use std::io;
use std::os::unix::fs::MetadataExt;

use crate::value::{Str, Value};
use crate::vm::{Def, R, Vm, def};

use super::io::path_arg;
use super::os::environment;
use super::os_arg::{PATH, PATH_OR_NUMBER, like, named};
use super::os_files;
use super::os_path::{absolute, normal};

/// What is left to do for a path.
enum Step {
    Part(String),
    /// A link has been followed to its end.
    End(String),
}

/// Adds the parts of a path to what is to be done next.
fn push_parts(path: &str, steps: &mut Vec<Step>) {
    let parts = path.split('/').rev().filter(|part| !part.is_empty());
    steps.extend(parts.map(|part| Step::Part(part.to_string())));
}

fn joined(at: &str, part: &str) -> String {
    match at {
        "" => part.to_string(),
        _ if at.ends_with('/') => format!("{at}{part}"),
        _ => format!("{at}/{part}"),
    }
}

/// One folder up: what was gone through holds no links.
fn up(at: &str) -> String {
    match at.rfind('/') {
        _ if at.is_empty() || at == ".." || at.ends_with("/..") => joined(at, ".."),
        Some(0) => "/".to_string(),
        Some(cut) => at[..cut].to_string(),
        None => String::new(),
    }
}

/// The path without links. A link that leads to itself stays as it is, with all behind it.
///
/// Errors: when `strict`, those of the system, with the path it says them of.
fn follow(path: &str, strict: bool) -> Result<String, (io::Error, String)> {
    let mut at = String::new();
    let (mut steps, mut known) = (Vec::new(), HashMap::<String, Option<String>>::new());
    let start = |path: &str, at: &mut String, steps: &mut Vec<Step>| {
        if path.starts_with('/') {
            *at = "/".to_string();
        }
        push_parts(path, steps);
    };
    start(path, &mut at, &mut steps);
    while let Some(step) = steps.pop() {
        let part = match step {
            Step::End(link) => {
                known.insert(link, Some(at.clone()));
                continue;
            }
            Step::Part(part) => part,
        };
        match part.as_str() {
            "." => continue,
            ".." => {
                at = up(&at);
                continue;
            }
            _ => {}
        }
        let next = joined(&at, &part);
        let is_link = match std::fs::symlink_metadata(&next) {
            Ok(found) => found.is_symlink(),
            Err(error) if strict => return Err((error, next)),
            Err(_) => false,
        };
        if !is_link {
            at = next;
            continue;
        }
        match known.get(&next) {
            Some(Some(end)) => at = end.clone(),
            Some(None) => {
                // A loop, of which the system tells in its own words.
                if strict && let Err(error) = std::fs::metadata(&next) {
                    return Err((error, next));
                }
                at = next;
                while let Some(step) = steps.pop() {
                    if let Step::Part(part) = step {
                        at = joined(&at, &part);
                    }
                }
            }
            None => match std::fs::read_link(&next) {
                Ok(target) => {
                    known.insert(next.clone(), None);
                    steps.push(Step::End(next));
                    start(&target.to_string_lossy(), &mut at, &mut steps);
                }
                Err(error) if strict => return Err((error, next)),
                Err(_) => at = next,
            },
        }
    }
    Ok(at)
}

fn realpath(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    let strict = !args[1].is_undef() && vm.truth(&args[1])?;
    match follow(&path, strict) {
        Ok(real) => Ok(like(vm, &args[0], &absolute(&normal(&real)))),
        Err((error, path)) => Err(vm.os_error(&error, Some(&path))),
    }
}

/// The folder of a user, by name or by number.
fn home_of(wanted: impl Fn(&str, &str) -> bool) -> Option<String> {
    let users = std::fs::read_to_string("/etc/passwd").ok()?;
    let home = |line: &str| {
        let fields: Vec<&str> = line.split(':').collect();
        match fields.as_slice() {
            [name, _, number, _, _, home, ..] if wanted(name, number) => Some(home.to_string()),
            _ => None,
        }
    };
    users.lines().find_map(home)
}

fn expanduser(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    let Some(behind) = path.strip_prefix('~') else {
        return Ok(like(vm, &args[0], &path));
    };
    let (user, rest) = behind.split_at(behind.find('/').unwrap_or(behind.len()));
    let home = if user.is_empty() {
        let key = vm.intern("HOME");
        match environment(vm, &key).and_then(|home| home.to_ref::<Str>()) {
            Some(home) => Some(home.as_str().to_string()),
            None => {
                let uid = std::fs::metadata("/proc/self").map(|found| found.uid().to_string());
                uid.ok()
                    .and_then(|uid| home_of(|_, number| number == uid.as_str()))
            }
        }
    } else {
        home_of(|name, _| name == user)
    };
    let full = match home {
        Some(home) => format!("{}{rest}", home.trim_end_matches('/')),
        None => path,
    };
    let full = if full.is_empty() { "/" } else { &full };
    Ok(like(vm, &args[0], full))
}

/// What the system knows of a path, or of an open file.
pub(super) fn metadata(vm: &mut Vm, path: &Value) -> R<Metadata> {
    if path.as_int().is_some() {
        return os_files::metadata(vm, path);
    }
    let path = named(vm, path, "stat", PATH_OR_NUMBER)?;
    std::fs::metadata(&path).map_err(|error| vm.os_error(&error, Some(&path)))
}

fn is_one(a: &Metadata, b: &Metadata) -> bool {
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

fn samefile(vm: &mut Vm, args: &[Value]) -> R {
    let (a, b) = (metadata(vm, &args[0])?, metadata(vm, &args[1])?);
    Ok(Value::bool(is_one(&a, &b)))
}

fn samestat(vm: &mut Vm, args: &[Value]) -> R {
    for name in ["st_ino", "st_dev"] {
        let (a, b) = (
            vm.get_attr_str(&args[0], name)?,
            vm.get_attr_str(&args[1], name)?,
        );
        if !vm.eq(&a, &b)? {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
}

fn ismount(vm: &mut Vm, args: &[Value]) -> R {
    if vm
        .cast::<Str>(&args[0])
        .is_some_and(|text| text.as_str().contains('\0'))
    {
        return Ok(Value::FALSE);
    }
    let path = named(vm, &args[0], "lstat", PATH)?;
    let Ok(found) = std::fs::symlink_metadata(&path) else {
        return Ok(Value::FALSE);
    };
    if found.is_symlink() {
        return Ok(Value::FALSE);
    }
    let above = std::fs::symlink_metadata(joined(&path, ".."));
    let is_root = |above: Metadata| above.dev() != found.dev() || above.ino() == found.ino();
    Ok(Value::bool(above.is_ok_and(is_root)))
}

fn getatime(vm: &mut Vm, args: &[Value]) -> R {
    let found = metadata(vm, &args[0])?;
    Ok(Value::float(
        found.atime() as f64 + found.atime_nsec() as f64 * 1e-9,
    ))
}

fn getmtime(vm: &mut Vm, args: &[Value]) -> R {
    let found = metadata(vm, &args[0])?;
    Ok(Value::float(
        found.mtime() as f64 + found.mtime_nsec() as f64 * 1e-9,
    ))
}

fn getctime(vm: &mut Vm, args: &[Value]) -> R {
    let found = metadata(vm, &args[0])?;
    Ok(Value::float(
        found.ctime() as f64 + found.ctime_nsec() as f64 * 1e-9,
    ))
}

pub(super) const FUNCTIONS: &[Def] = &[
    def("realpath", realpath, "filename, *, strict=False"),
    def("expanduser", expanduser, "path"),
    def("samefile", samefile, "f1, f2"),
    def("samestat", samestat, "s1, s2"),
    def("ismount", ismount, "path"),
    def("getatime", getatime, "filename"),
    def("getmtime", getmtime, "filename"),
    def("getctime", getctime, "filename"),
];
