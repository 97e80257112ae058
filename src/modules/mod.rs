//! The modules: the registry of native ones, and how modules are found and run.
//!
//! Knows: everything below. Must not know: the embedding API.
//! Read: import.rs (what `import` does), code.rs (the doors of the compiler), then any module.

mod abc_;
mod array;
pub(crate) mod asyncio;
mod binascii;
mod bisect_;
mod code;
mod collections_;
pub(crate) mod contextvars;
mod defaultdict;
mod deque;
mod embedded;
mod errno;
mod fnmatch_;
mod functools_;
mod gc_;
mod heapq_;
mod held;
mod import;
mod importlib;
mod io;
mod io_blocking;
mod io_file;
mod io_memory;
mod io_streams;
mod itertools;
mod itertools_combine;
mod itertools_flow;
mod itertools_tee;
mod json;
mod json_read;
mod json_write;
mod math;
mod math_erf;
mod math_float;
mod math_int;
mod math_sums;
mod namespace;
mod odict;
mod odict_update;
mod odict_views;
mod operator;
mod operator_get;
mod os;
mod os_arg;
mod os_files;
mod os_links;
mod os_path;
mod os_pipe;
mod os_real;
mod os_scan;
mod random_;
mod regex;
mod strftime;
mod structseq;
mod sys;
mod sys_info;
pub(crate) mod threads;
mod time;
mod traceback_;
mod warnings_;
mod weakref_;

use crate::heap::Ref;
use crate::value::Dict;
use crate::vm::{Def, R, Vm};

pub(crate) use embedded::program as library_program;
pub(crate) use import::{enter_package, import_dotted, new_main_module};
pub(crate) use sys::{set_argv, set_options, set_script_folder};
pub(crate) use sys_info::version_on_platform;
pub(crate) use threads::{begin as begin_outside, others_exist};

/// Fills the globals of a module.
pub(crate) type Setup = fn(&mut Vm, &Ref<Dict>) -> R<()>;

/// A module written in Rust.
pub(crate) struct NativeModule {
    /// Its dotted name.
    pub(crate) name: &'static str,
    pub(crate) functions: &'static [Def],
    /// Adds constants and types.
    pub(crate) setup: Option<Setup>,
}

/// The registry: one row a module.
const NATIVE: &[NativeModule] = &[
    abc_::MODULE,
    array::MODULE,
    binascii::MODULE,
    bisect_::MODULE,
    code::BUILTINS,
    code::FUTURE,
    collections_::MODULE,
    errno::MODULE,
    fnmatch_::MODULE,
    functools_::MODULE,
    gc_::MODULE,
    heapq_::MODULE,
    importlib::MODULE,
    io::MODULE,
    io::INNER,
    itertools::MODULE,
    json::MODULE,
    math::MODULE,
    operator::MODULE,
    operator::INNER,
    os::MODULE,
    os_path::MODULE,
    random_::MODULE,
    regex::MODULE,
    sys::MODULE,
    threads::MODULE,
    threads::QUEUE,
    time::MODULE,
    weakref_::MODULE,
    asyncio::MODULE,
    contextvars::MODULE,
    traceback_::MODULE,
    warnings_::MODULE,
];

/// The native module of that name.
fn find_native(name: &str) -> Option<&'static NativeModule> {
    NATIVE.iter().find(|module| module.name == name)
}

/// Makes modules importable, and adds the builtins that need the compiler or files.
///
/// Called once, after the builtin types have their methods.
pub(crate) fn install(vm: &mut Vm) -> R<()> {
    vm.hooks.import = import::import;
    vm.hooks.submodule = import::submodule;
    vm.hooks.display = sys::display;
    vm.hooks.switch = threads::switch;
    vm.hooks.wait = threads::wait;
    vm.hooks.read_line = threads::read_line;
    vm.hooks.script_iterator = threads::script_iterator;
    vm.hooks.swap_loop = asyncio::swap_running;
    vm.hooks.origin_text = traceback_::origin_text;
    warnings_::install(vm);
    let builtins = vm.builtins.clone();
    vm.add_functions("builtins", &builtins, code::FUNCTIONS);
    vm.add_functions("io", &builtins, io::BUILTINS);
    for name in ["builtins", "sys"] {
        import_dotted(vm, name)?;
    }
    Ok(())
}
