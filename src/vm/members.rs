//! Which computed attributes of built-in classes show as members of their objects: those that CPython reads from the object
//! without calling anything.

use super::Vm;
use super::def::GetSet;
use crate::heap::Ref;
use crate::value::{Class, Value};

/// The attributes, by the name of the class.
const MEMBERS: &[(&str, &[&str])] = &[
    ("AttributeError", &["name", "obj"]),
    ("BaseException", &["__suppress_context__"]),
    ("BaseExceptionGroup", &["exceptions", "message"]),
    ("ContextVar", &["name"]),
    ("GenericAlias", &["__args__", "__origin__", "__unpacked__"]),
    ("ImportError", &["msg", "name", "path"]),
    ("NameError", &["name"]),
    ("OSError", &["errno", "filename", "filename2", "strerror"]),
    ("ReferenceType", &["__callback__"]),
    ("StopIteration", &["value"]),
    (
        "SyntaxError",
        &[
            "end_lineno",
            "end_offset",
            "filename",
            "lineno",
            "msg",
            "offset",
            "print_file_and_line",
            "text",
        ],
    ),
    ("SystemExit", &["code"]),
    ("TextIOWrapper", &["encoding", "line_buffering"]),
    (
        "UnicodeDecodeError",
        &["encoding", "end", "object", "reason", "start"],
    ),
    (
        "UnicodeEncodeError",
        &["encoding", "end", "object", "reason", "start"],
    ),
    (
        "UnicodeTranslateError",
        &["end", "object", "reason", "start"],
    ),
    ("UnionType", &["__args__"]),
    ("async_generator", &["ag_code", "ag_running"]),
    ("builtin_function_or_method", &["__module__"]),
    ("classmethod", &["__func__", "__wrapped__"]),
    (
        "code",
        &[
            "co_argcount",
            "co_consts",
            "co_filename",
            "co_firstlineno",
            "co_flags",
            "co_kwonlyargcount",
            "co_name",
            "co_names",
            "co_nlocals",
            "co_posonlyargcount",
            "co_qualname",
            "co_stacksize",
        ],
    ),
    ("complex", &["imag", "real"]),
    ("coroutine", &["cr_code", "cr_origin"]),
    ("defaultdict", &["default_factory"]),
    ("frame", &["f_trace_lines"]),
    (
        "function",
        &["__closure__", "__doc__", "__globals__", "__module__"],
    ),
    ("generator", &["gi_code"]),
    ("getset_descriptor", &["__name__", "__objclass__"]),
    ("member_descriptor", &["__name__", "__objclass__"]),
    ("method", &["__func__", "__self__"]),
    ("method-wrapper", &["__self__"]),
    ("method_descriptor", &["__name__", "__objclass__"]),
    ("partial", &["args", "func", "keywords"]),
    ("property", &["__doc__", "fdel", "fget", "fset"]),
    ("range", &["start", "step", "stop"]),
    ("slice", &["start", "step", "stop"]),
    ("staticmethod", &["__func__", "__wrapped__"]),
    ("super", &["__self__", "__self_class__", "__thisclass__"]),
    ("traceback", &["tb_frame", "tb_lasti", "tb_lineno"]),
    (
        "type",
        &[
            "__base__",
            "__basicsize__",
            "__dictoffset__",
            "__flags__",
            "__itemsize__",
            "__mro__",
            "__weakrefoffset__",
        ],
    ),
    ("wrapper_descriptor", &["__name__", "__objclass__"]),
];

fn is_member(class: &str, name: &str) -> bool {
    let row = MEMBERS.binary_search_by_key(&class, |(class, _)| class);
    row.is_ok_and(|at| MEMBERS[at].1.contains(&name))
}

impl Vm {
    /// Adds one computed attribute. Its descriptor, which has no attributes of its own, keeps its class where they
    /// would be.
    pub(crate) fn add_getset(&mut self, class: &Ref<Class>, row: &GetSet) {
        let of = if is_member(class.name.get().as_str(), row.name) {
            &self.types.member_descriptor
        } else {
            &self.types.getset_descriptor
        };
        let descriptor = self.heap.opaque(of, *row);
        descriptor.dict.set(Value::object(class.clone()));
        let name = self.intern(row.name);
        class.dict.set_str(&name, Value::object(descriptor));
    }
}
