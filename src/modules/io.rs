//! `io`, and the builtin `open`.

use crate::heap::Ref;
use crate::value::{Bytes, Class, Dict, Layout, Special, Str, Value};
use crate::vm::{Def, R, Raised, Vm, blocks, def};

use super::NativeModule;
use super::held::{missing, put, put_class, size_or_none};
use super::{io_blocking, io_file, io_memory};

#[derive(Default)]
struct Classes {
    unsupported: Option<Ref<Class>>,
    bases: Vec<Ref<Class>>,
}

/// `io.UnsupportedOperation`.
pub(super) fn unsupported_class(vm: &mut Vm) -> Ref<Class> {
    if let Some(known) = vm.state::<Classes>().unsupported.clone() {
        return known;
    }
    let (os_error, value_error) = (vm.types.os_error.clone(), vm.types.value_error.clone());
    let class = vm.new_type(
        "UnsupportedOperation",
        "io",
        &[os_error.clone(), value_error.clone()],
        Layout::Exception,
    );
    // Two bases: both are in the order of lookup, before what they share.
    let mut mro = vec![Value::object(class.clone())];
    mro.push(Value::object(os_error.clone()));
    mro.extend(value_error.mro.get().items().iter().cloned());
    class.mro.set(vm.heap.new_tuple(mro));
    class.bases.set(
        vm.heap
            .new_tuple(vec![Value::object(os_error), Value::object(value_error)]),
    );
    vm.state::<Classes>().unsupported = Some(class.clone());
    class
}

/// Raises `io.UnsupportedOperation`.
#[cold]
pub(super) fn unsupported(vm: &mut Vm, what: &str) -> Raised {
    let class = unsupported_class(vm);
    vm.raise(&class, what)
}

/// Raises what every operation on a closed file raises.
#[cold]
pub(super) fn closed_error(vm: &mut Vm) -> Raised {
    vm.value_error("I/O operation on closed file.")
}

/// The abstract base `name`: `IOBase`, `RawIOBase`, `BufferedIOBase`, `TextIOBase`.
pub(super) fn base(vm: &mut Vm, name: &str) -> Ref<Class> {
    if vm.state::<Classes>().bases.is_empty() {
        let root = vm.new_type("IOBase", "io", &[], Layout::Opaque);
        let mut all = vec![root.clone()];
        for name in ["RawIOBase", "BufferedIOBase", "TextIOBase"] {
            all.push(vm.new_type(name, "io", std::slice::from_ref(&root), Layout::Opaque));
        }
        vm.state::<Classes>().bases = all;
    }
    let found = vm
        .state::<Classes>()
        .bases
        .iter()
        .find(|class| class.name.get().as_str() == name)
        .cloned();
    found.unwrap_or_else(|| vm.types.object.clone())
}

/// A size argument: None and negative numbers mean everything.
pub(super) fn size_arg(vm: &mut Vm, value: &Value) -> R<Option<usize>> {
    Ok(size_or_none(vm, value)?.and_then(|size| usize::try_from(size).ok()))
}

/// The path that an argument names: str, bytes or an object with `__fspath__`.
pub(super) fn path_arg(vm: &mut Vm, value: &Value) -> R<String> {
    if let Some(text) = vm.cast::<Str>(value) {
        if text.as_str().contains('\0') {
            return Err(vm.value_error("embedded null byte"));
        }
        return Ok(text.as_str().to_string());
    }
    if let Some(bytes) = vm.cast::<Bytes>(value) {
        return Ok(String::from_utf8_lossy(bytes.items()).into_owned());
    }
    match vm.call_special(value, Special::Fspath, &[])? {
        Some(path) if vm.cast::<Str>(&path).is_some() || vm.cast::<Bytes>(&path).is_some() => {
            path_arg(vm, &path)
        }
        Some(path) => {
            let message = format!(
                "expected {}.__fspath__() to return str or bytes, not {}",
                vm.type_name(value),
                vm.type_name(&path)
            );
            Err(vm.type_error(message))
        }
        None => {
            let message = format!(
                "expected str, bytes or os.PathLike object, not {}",
                vm.type_name(value)
            );
            Err(vm.type_error(message))
        }
    }
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    put(vm, globals, "DEFAULT_BUFFER_SIZE", Value::int(8192));
    for (name, value) in [("SEEK_SET", 0), ("SEEK_CUR", 1), ("SEEK_END", 2)] {
        put(vm, globals, name, Value::int(value));
    }
    for name in ["IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase"] {
        let class = base(vm, name);
        put_class(globals, &class);
    }
    let unsupported = unsupported_class(vm);
    put_class(globals, &unsupported);
    let blocking = Value::object(vm.types.blocking_io_error.clone());
    put(vm, globals, "BlockingIOError", blocking);
    for class in io_memory::classes(vm) {
        put_class(globals, &class);
    }
    for class in io_file::classes(vm) {
        put_class(globals, &class);
    }
    Ok(())
}

/// What is added to the builtins.
pub(super) const BUILTINS: &[Def] = &[def("open", blocks, OPEN).blocking(io_blocking::open)];

const OPEN: &str = "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None";

const FUNCTIONS: &[Def] = &[
    def("open", blocks, OPEN).blocking(io_blocking::open),
    def("text_encoding", text_encoding, "encoding, stacklevel=2, /"),
];

fn text_encoding(vm: &mut Vm, args: &[Value]) -> R {
    if missing(&args[0]) {
        Ok(vm.new_str("locale"))
    } else {
        Ok(args[0].clone())
    }
}

pub(super) const MODULE: NativeModule = NativeModule {
    name: "io",
    functions: FUNCTIONS,
    setup: Some(setup),
};
/// The name under which CPython has the native half.
pub(super) const INNER: NativeModule = NativeModule {
    name: "_io",
    functions: FUNCTIONS,
    setup: Some(setup),
};
