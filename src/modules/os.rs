//! `os`: the process, its environment, files and folders.

use crate::heap::Ref;
use crate::value::{Bytes, Class, Dict, Instance, Special, Str, Value};
use crate::vm::{Def, R, Vm, def};

use super::held::{missing, put, put_class, tuple};
use super::io::path_arg;
use super::os_arg::{ANYTHING, PATH, PATH_OR_NUMBER, like, named};
use super::os_links::done_with_two;
use super::{NativeModule, os_files, os_links, os_pipe, os_scan, structseq};

#[derive(Default)]
struct Classes {
    stat: Option<Ref<Class>>,
}

fn done(vm: &mut Vm, result: std::io::Result<()>, path: &str) -> R {
    match result {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(vm.os_error(&error, Some(path))),
    }
}

/// The number of this process.
pub(super) fn process_id() -> u32 {
    std::process::id()
}

fn getpid(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::int(i64::from(std::process::id())))
}

fn getppid(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::int(i64::from(std::os::unix::process::parent_id())))
}

fn getcwd(vm: &mut Vm, _: &[Value]) -> R {
    match std::env::current_dir() {
        Ok(here) => Ok(vm.new_str(&here.to_string_lossy())),
        Err(error) => Err(vm.os_error(&error, None)),
    }
}

fn getcwdb(vm: &mut Vm, args: &[Value]) -> R {
    let here = getcwd(vm, args)?;
    fsencode(vm, &[here])
}

fn chdir(vm: &mut Vm, args: &[Value]) -> R {
    let path = named(vm, &args[0], "chdir", PATH_OR_NUMBER)?;
    done(vm, std::env::set_current_dir(&path), &path)
}

/// What the script sees of the environment.
pub(super) fn environment(vm: &mut Vm, name: &Ref<Str>) -> Option<Value> {
    let (os, environ) = (vm.intern("os"), vm.intern("environ"));
    let module = vm
        .modules
        .get_str(&os)
        .and_then(|os| os.to_ref::<crate::value::Module>());
    let known = module
        .and_then(|os| os.globals.get_str(&environ))
        .and_then(|environ| environ.to_ref::<Dict>());
    known.and_then(|environ| environ.get_str(name))
}

fn getenv(vm: &mut Vm, args: &[Value]) -> R {
    let name = vm.expect_str(&args[0], "environment variable name")?;
    Ok(environment(vm, &name).unwrap_or_else(|| super::held::or(&args[1], Value::NONE)))
}

fn listdir(vm: &mut Vm, args: &[Value]) -> R {
    let path = if missing(&args[0]) {
        ".".to_string()
    } else {
        named(vm, &args[0], "listdir", ANYTHING)?
    };
    let entries = match std::fs::read_dir(&path) {
        Ok(entries) => entries,
        Err(error) => return Err(vm.os_error(&error, Some(&path))),
    };
    let mut names = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) => {
                let name = entry.file_name();
                names.push(like(vm, &args[0], &name.to_string_lossy()));
            }
            Err(error) => return Err(vm.os_error(&error, Some(&path))),
        }
    }
    Ok(Value::object(vm.heap.new_list(names)))
}

fn remove(vm: &mut Vm, args: &[Value]) -> R {
    let path = named(vm, &args[0], "remove", PATH)?;
    done(vm, std::fs::remove_file(&path), &path)
}

fn unlink(vm: &mut Vm, args: &[Value]) -> R {
    let path = named(vm, &args[0], "unlink", PATH)?;
    done(vm, std::fs::remove_file(&path), &path)
}

fn mkdir(vm: &mut Vm, args: &[Value]) -> R {
    use std::os::unix::fs::DirBuilderExt;
    let path = named(vm, &args[0], "mkdir", PATH)?;
    let mode = if args[1].is_undef() {
        0o777
    } else {
        vm.index(&args[1])?
    };
    let made = std::fs::DirBuilder::new()
        .mode(mode as u32 & 0o7777)
        .create(&path);
    done(vm, made, &path)
}

fn makedirs(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    let exist_ok = !args[2].is_undef() && vm.truth(&args[2])?;
    let known = std::path::Path::new(&path);
    if known.exists() && !(exist_ok && known.is_dir()) {
        return Err(vm.os_error(&std::io::Error::from_raw_os_error(17), Some(&path)));
    }
    done(vm, std::fs::create_dir_all(&path), &path)
}

fn rmdir(vm: &mut Vm, args: &[Value]) -> R {
    let path = named(vm, &args[0], "rmdir", PATH)?;
    done(vm, std::fs::remove_dir(&path), &path)
}

fn rename(vm: &mut Vm, args: &[Value]) -> R {
    let from = named(vm, &args[0], "rename src", PATH)?;
    let to = named(vm, &args[1], "rename dst", PATH)?;
    done_with_two(vm, std::fs::rename(&from, &to), &from, &to)
}

fn replace(vm: &mut Vm, args: &[Value]) -> R {
    let from = named(vm, &args[0], "replace src", PATH)?;
    let to = named(vm, &args[1], "replace dst", PATH)?;
    done_with_two(vm, std::fs::rename(&from, &to), &from, &to)
}

fn stat(vm: &mut Vm, args: &[Value]) -> R {
    if args[0].as_int().is_some() {
        let found = os_files::metadata(vm, &args[0])?;
        return stat_result(vm, &found);
    }
    let path = named(vm, &args[0], "stat", PATH_OR_NUMBER)?;
    let follow = missing(&args[1]) || vm.truth(&args[1])?;
    stat_of(vm, &path, follow)
}

fn lstat(vm: &mut Vm, args: &[Value]) -> R {
    let path = named(vm, &args[0], "lstat", PATH)?;
    stat_of(vm, &path, false)
}

fn stat_of(vm: &mut Vm, path: &str, follow: bool) -> R {
    let found = if follow {
        std::fs::metadata(path)
    } else {
        std::fs::symlink_metadata(path)
    };
    match found {
        Ok(found) => stat_result(vm, &found),
        Err(error) => Err(vm.os_error(&error, Some(path))),
    }
}

fn fstat(vm: &mut Vm, args: &[Value]) -> R {
    let found = os_files::metadata(vm, &args[0])?;
    stat_result(vm, &found)
}

/// Seconds as CPython makes them of what the system gives.
fn seconds(whole: i64, nanoseconds: i64) -> Value {
    Value::float(whole as f64 + nanoseconds as f64 * 1e-9)
}

/// The tuple has whole seconds; the names beside it give them exactly.
pub(super) fn stat_result(vm: &mut Vm, found: &std::fs::Metadata) -> R {
    use std::os::unix::fs::MetadataExt;
    let int = |value: u64| Value::int(value as i64);
    let values = vec![
        int(u64::from(found.mode())),
        int(found.ino()),
        int(found.dev()),
        int(found.nlink()),
        int(u64::from(found.uid())),
        int(u64::from(found.gid())),
        int(found.size()),
        Value::int(found.atime()),
        Value::int(found.mtime()),
        Value::int(found.ctime()),
    ];
    let Some(class) = vm.state::<Classes>().stat.clone() else {
        return Ok(tuple(vm, values));
    };
    let result = structseq::instance(vm, &class, values);
    let (modified, changed) = (found.mtime_nsec(), found.ctime_nsec());
    let rows = [
        ("st_atime", found.atime(), found.atime_nsec()),
        ("st_mtime", found.mtime(), modified),
        ("st_ctime", found.ctime(), changed),
    ];
    if let Some(instance) = result.to_ref::<Instance>() {
        for (name, whole, rest) in rows {
            let key = vm.intern(name);
            instance.set_own(&key, seconds(whole, rest));
            let exact = i128::from(whole) * 1_000_000_000 + i128::from(rest);
            let key = vm.intern(&format!("{name}_ns"));
            instance.set_own(&key, Value::int(i64::try_from(exact).unwrap_or(i64::MAX)));
        }
        for (name, value) in [
            ("st_blksize", found.blksize()),
            ("st_blocks", found.blocks()),
            ("st_rdev", found.rdev()),
        ] {
            let key = vm.intern(name);
            instance.set_own(&key, int(value));
        }
    }
    Ok(result)
}

/// Rows of `os.walk`, outermost folder first.
fn walk_into(
    vm: &mut Vm,
    top: &Value,
    folder: &str,
    rows: &mut Vec<Value>,
    top_down: bool,
) -> R<()> {
    vm.tick()?;
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(());
    };
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            folders.push((name, entry.path().is_symlink()))
        } else {
            files.push(name)
        }
    }
    let here = like(vm, top, folder);
    let names = folders
        .iter()
        .map(|(name, _)| like(vm, top, name))
        .collect();
    let files = files.iter().map(|name| like(vm, top, name)).collect();
    let (names, files) = (
        Value::object(vm.heap.new_list(names)),
        Value::object(vm.heap.new_list(files)),
    );
    let row = tuple(vm, vec![here, names, files]);
    if top_down {
        rows.push(row.clone());
    }
    for (name, _) in folders.iter().filter(|(_, link)| !link) {
        walk_into(
            vm,
            top,
            &format!("{}/{name}", folder.trim_end_matches('/')),
            rows,
            top_down,
        )?;
    }
    if !top_down {
        rows.push(row);
    }
    Ok(())
}

fn walk(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    let top_down = args[1].is_undef() || vm.truth(&args[1])?;
    let mut rows = Vec::new();
    walk_into(vm, &args[0], &path, &mut rows, top_down)?;
    let rows = Value::object(vm.heap.new_list(rows));
    vm.iter(&rows)
}

fn access(vm: &mut Vm, args: &[Value]) -> R {
    let path = named(vm, &args[0], "access", PATH)?;
    let mode = vm.index(&args[1])?;
    let Ok(found) = std::fs::metadata(&path) else {
        return Ok(Value::FALSE);
    };
    Ok(Value::bool(
        mode & 2 == 0 || !found.permissions().readonly(),
    ))
}

fn urandom(vm: &mut Vm, args: &[Value]) -> R {
    let Ok(n) = usize::try_from(vm.index(&args[0])?) else {
        return Err(vm.value_error("negative argument not allowed"));
    };
    vm.check_size(n)?;
    Ok(Value::object(
        vm.heap.new_bytes(&super::random_::entropy(n)),
    ))
}

fn cpu_count(_: &mut Vm, _: &[Value]) -> R {
    Ok(std::thread::available_parallelism().map_or(Value::NONE, |n| Value::int(n.get() as i64)))
}

fn fspath(vm: &mut Vm, args: &[Value]) -> R {
    if vm.cast::<Str>(&args[0]).is_some() || vm.cast::<Bytes>(&args[0]).is_some() {
        return Ok(args[0].clone());
    }
    match vm.call_special(&args[0], Special::Fspath, &[])? {
        Some(path) if vm.cast::<Str>(&path).is_some() || vm.cast::<Bytes>(&path).is_some() => {
            Ok(path)
        }
        // It raises what there is to say.
        _ => path_arg(vm, &args[0]).map(|path| vm.new_str(&path)),
    }
}

fn fsdecode(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    Ok(vm.new_str(&path))
}

/// `PathLike` is written in Python, and few ask for it.
fn module_getattr(vm: &mut Vm, args: &[Value]) -> R {
    let name = vm.expect_str(&args[0], "name")?;
    if name.as_str() != "PathLike" {
        let message = format!("module 'os' has no attribute '{}'", name.as_str());
        return Err(vm.attribute_error_plain(&message));
    }
    let home = super::import_dotted(vm, "_path_like")?;
    let class = vm.get_attr(&home, &name)?;
    let os = super::import_dotted(vm, "os")?;
    vm.set_attr(&os, &name, class.clone())?;
    Ok(class)
}

fn fsencode(vm: &mut Vm, args: &[Value]) -> R {
    let path = path_arg(vm, &args[0])?;
    Ok(Value::object(vm.heap.new_bytes(path.as_bytes())))
}

fn strerror(vm: &mut Vm, args: &[Value]) -> R {
    let code = i32::try_from(vm.index(&args[0])?).unwrap_or(i32::MAX);
    let text = std::io::Error::from_raw_os_error(code).to_string();
    let text = text
        .split(" (os error")
        .next()
        .unwrap_or_default()
        .to_string();
    Ok(vm.new_str(&text))
}

fn exit_now(vm: &mut Vm, args: &[Value]) -> R {
    let code = i32::try_from(vm.index(&args[0])?).unwrap_or(255);
    std::process::exit(code)
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let texts = [
        ("name", "posix"),
        ("sep", "/"),
        ("linesep", "\n"),
        ("curdir", "."),
        ("pardir", ".."),
        ("extsep", "."),
        ("pathsep", ":"),
        ("devnull", "/dev/null"),
        ("defpath", "/bin:/usr/bin"),
    ];
    for (name, text) in texts {
        let text = vm.new_str(text);
        put(vm, globals, name, text);
    }
    put(vm, globals, "altsep", Value::NONE);
    for (name, value) in [
        ("F_OK", 0),
        ("X_OK", 1),
        ("W_OK", 2),
        ("R_OK", 4),
        ("SEEK_SET", 0),
        ("SEEK_CUR", 1),
        ("SEEK_END", 2),
    ] {
        put(vm, globals, name, Value::int(value));
    }
    for (name, value) in os_files::FLAGS {
        put(vm, globals, name, Value::int(*value));
    }
    for functions in [
        os_files::FUNCTIONS,
        os_links::FUNCTIONS,
        os_pipe::FUNCTIONS,
        os_scan::FUNCTIONS,
    ] {
        vm.add_functions("os", globals, functions);
    }
    os_scan::setup(vm, globals);
    let environ = vm.heap.new_dict();
    for (name, value) in std::env::vars() {
        let (name, value) = (vm.intern(&name), vm.new_str(&value));
        environ.set_str(&name, value);
    }
    put(vm, globals, "environ", Value::object(environ));
    let error = Value::object(vm.types.os_error.clone());
    put(vm, globals, "error", error);
    let fields = [
        "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime",
        "st_mtime", "st_ctime",
    ];
    let class = structseq::make(vm, "stat_result", "os", &fields);
    put_class(globals, &class);
    // Their exact values stand in the instance.
    for name in &fields[7..] {
        let name = vm.intern(name);
        class.dict.remove_str(&name);
    }
    vm.state::<Classes>().stat = Some(class);
    let path = super::import_dotted(vm, "posixpath")?;
    put(vm, globals, "path", path.clone());
    let key = vm.intern("os.path");
    vm.modules.set_str(&key, path);
    Ok(())
}

const FUNCTIONS: &[Def] = &[
    def("getpid", getpid, ""),
    def("getppid", getppid, ""),
    def("getcwd", getcwd, ""),
    def("getcwdb", getcwdb, ""),
    def("chdir", chdir, "path"),
    def("getenv", getenv, "key, default=None"),
    def("listdir", listdir, "path=None"),
    def("remove", remove, "path"),
    def("unlink", unlink, "path"),
    def("mkdir", mkdir, "path, mode=0o777"),
    def("makedirs", makedirs, "name, mode=0o777, exist_ok=False"),
    def("rmdir", rmdir, "path"),
    def("rename", rename, "src, dst"),
    def("replace", replace, "src, dst"),
    def("stat", stat, "path, *, follow_symlinks=True"),
    def("lstat", lstat, "path"),
    def("fstat", fstat, "fd"),
    def(
        "walk",
        walk,
        "top, topdown=True, onerror=None, followlinks=False",
    ),
    def("access", access, "path, mode"),
    def("urandom", urandom, "size, /"),
    def("cpu_count", cpu_count, ""),
    def("process_cpu_count", cpu_count, ""),
    def("fspath", fspath, "path"),
    def("fsencode", fsencode, "filename"),
    def("fsdecode", fsdecode, "filename"),
    def("__getattr__", module_getattr, "name, /"),
    def("strerror", strerror, "code, /"),
    def("_exit", exit_now, "status"),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "os",
    functions: FUNCTIONS,
    setup: Some(setup),
};
