//! What paths are as arguments and results of `os`: text or bytes, and the words for what is neither.

use crate::value::{Bytes, Special, Str, Value};
use crate::vm::{R, Vm};

use super::io::path_arg;

pub(super) const PATH: &str = "string, bytes or os.PathLike";
pub(super) const PATH_OR_NUMBER: &str = "string, bytes, os.PathLike or integer";
pub(super) const ANYTHING: &str = "string, bytes, os.PathLike, integer or None";

/// The path that an argument of `function` names.
///
/// Errors: TypeError in the words of the function, which takes `kinds`.
pub(super) fn named(vm: &mut Vm, value: &Value, function: &str, kinds: &str) -> R<String> {
    let is_path = vm.cast::<Str>(value).is_some()
        || vm.cast::<Bytes>(value).is_some()
        || vm.find_special(value, Special::Fspath).is_some();
    if is_path {
        return path_arg(vm, value);
    }
    let (function, what) = function.split_once(' ').unwrap_or((function, "path"));
    let message = format!(
        "{function}: {what} should be {kinds}, not {}",
        vm.type_name(value)
    );
    Err(vm.type_error(message))
}

/// Text as the argument was: bytes if that was.
pub(super) fn like(vm: &mut Vm, model: &Value, text: &str) -> Value {
    if vm.cast::<Bytes>(model).is_some() {
        Value::object(vm.heap.new_bytes(text.as_bytes()))
    } else {
        vm.new_str(text)
    }
}

/// Refuses text beside bytes.
pub(super) fn must_be_alike(vm: &mut Vm, paths: &[Value]) -> R<()> {
    let mut n_bytes = 0;
    for path in paths {
        n_bytes += usize::from(vm.cast::<Bytes>(path).is_some());
    }
    if n_bytes == 0 || n_bytes == paths.len() {
        return Ok(());
    }
    Err(vm.type_error("Can't mix strings and bytes in path components"))
}
