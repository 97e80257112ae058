//! `sys`: what a program can know of the interpreter, and its streams.

use crate::heap::Ref;
use crate::value::{Dict, Exception, List, Module, Str, Tag, Tuple, Value};
use crate::vm::{Def, DigitLimit, R, Vm, def};

use super::NativeModule;
use super::held::{missing, put};
use super::import::import_dotted;
use super::threads;
use super::{asyncio, embedded, io_streams, structseq, sys_info};

/// What `sys` keeps between calls.
struct SysState {
    recursion_limit: i64,
    int_digits: i64,
}

impl Default for SysState {
    fn default() -> SysState {
        SysState {
            recursion_limit: 1000,
            int_digits: 4300,
        }
    }
}

/// The globals of the module.
fn own(vm: &mut Vm) -> Option<Ref<Dict>> {
    let key = vm.intern("sys");
    Some(
        vm.modules
            .get_str(&key)?
            .as_ref::<Module>()?
            .globals
            .clone(),
    )
}

/// `sys.argv`.
pub(crate) fn set_argv(vm: &mut Vm, argv: &[String]) {
    let items = argv.iter().map(|text| vm.new_str(text)).collect::<Vec<_>>();
    let list = Value::object(vm.heap.new_list(items));
    if let Some(globals) = own(vm) {
        put(vm, &globals, "argv", list);
    }
}

/// `sys.flags` says what the command was told; development mode shows every warning once for each place.
pub(crate) fn set_options(vm: &mut Vm, dev_mode: bool, ignores_environment: bool) {
    sys_info::note_options(vm, dev_mode, ignores_environment);
    let key = vm.intern("flags");
    if let Some(globals) = own(vm)
        && let Some(flags) = globals.get_str(&key)
        && let Ok(mut values) = vm.to_vec(&flags)
    {
        for (at, on) in [(7, ignores_environment), (13, dev_mode)] {
            if let (true, Some(place)) = (on, values.get_mut(at)) {
                *place = if at == 13 { Value::TRUE } else { Value::int(1) };
            }
        }
        let class = vm.class_of(&flags);
        let flags = structseq::instance(vm, &class, values);
        put(vm, &globals, "flags", flags);
    }
    if dev_mode {
        let action = vm.new_str("default");
        let shown = import_dotted(vm, "warnings")
            .and_then(|warnings| vm.call_method(&warnings, "simplefilter", &[action]));
        if shown.is_err() {
            drop(vm.take_raised());
        }
    }
}

/// Puts the folder of the script first on `sys.path`.
pub(crate) fn set_script_folder(vm: &mut Vm, folder: &str) {
    let key = vm.intern("path");
    let folder = vm.new_str(folder);
    if let Some(path) = own(vm)
        .and_then(|globals| globals.get_str(&key))
        .and_then(|path| path.to_ref::<List>())
    {
        path.edit(|items| items.insert(0, folder));
    }
}

/// `sys.stdout`, `sys.stderr` or another name, as it is now; None if it is gone.
pub(crate) fn stream(vm: &mut Vm, name: &str) -> Option<Value> {
    let key = vm.intern(name);
    own(vm)?.get_str(&key)
}

/// What the machine does with the value of an expression at the prompt.
pub(crate) fn display(vm: &mut Vm, value: Value) -> R<()> {
    let key = vm.intern("displayhook");
    if let Some(hook) = own(vm).and_then(|globals| globals.get_str(&key)) {
        vm.call(&hook, &[value])?;
        return Ok(());
    }
    show(vm, &value)
}

fn show(vm: &mut Vm, value: &Value) -> R<()> {
    if value.is_none() {
        return Ok(());
    }
    let underscore = vm.intern("_");
    let builtins = vm.builtins.clone();
    builtins.set_str(&underscore, Value::NONE);
    let text = vm.repr(value)?;
    let line = format!("{}\n", text.as_str());
    match stream(vm, "stdout") {
        Some(out) if out.as_data::<io_streams::Stream>().is_none() => {
            let line = vm.new_str(&line);
            vm.call_method(&out, "write", &[line])?;
        }
        _ => vm.write_stdout(&line)?,
    }
    builtins.set_str(&underscore, value.clone());
    vm.builtin_changed(&underscore);
    Ok(())
}

fn displayhook(vm: &mut Vm, args: &[Value]) -> R {
    show(vm, &args[0])?;
    Ok(Value::NONE)
}

fn excepthook(vm: &mut Vm, args: &[Value]) -> R {
    // The default hook is the machine's own report.
    vm.flush_stdout()?;
    let text = match args[1].as_ref::<Exception>() {
        Some(_) => vm.uncaught_text(&args[1]),
        None => format!(
            "TypeError: print_exception(): Exception expected for value, {} found\n",
            vm.type_name(&args[1])
        ),
    };
    match stream(vm, "stderr") {
        Some(stream) if !stream.is_none() => {
            let text = vm.new_str(&text);
            vm.call_method(&stream, "write", &[text])?;
        }
        _ => {}
    }
    Ok(Value::NONE)
}

/// What the machine does by itself as long as this is the hook.
fn unraisablehook(vm: &mut Vm, args: &[Value]) -> R {
    let exception = vm.get_attr_str(&args[0], "exc_value")?;
    let object = vm.get_attr_str(&args[0], "object")?;
    vm.print_unraisable(&exception, &object);
    Ok(Value::NONE)
}

fn exit(vm: &mut Vm, args: &[Value]) -> R {
    let class = vm.types.system_exit.clone();
    let given = match args[0].as_ref::<Tuple>() {
        Some(several) => several.items().to_vec(),
        None if args[0].is_undef() || args[0].is_none() => Vec::new(),
        None => vec![args[0].clone()],
    };
    // Through the class, so that it keeps `code` as it always does.
    let exception = vm.call(&Value::object(class), &given)?;
    Err(vm.raise_value(exception))
}

fn set_origin_depth(vm: &mut Vm, args: &[Value]) -> R {
    let depth = vm.index(&args[0])?;
    if depth < 0 {
        return Err(vm.value_error("depth must be >= 0"));
    }
    vm.origin_depth = u32::try_from(depth).unwrap_or(u32::MAX);
    Ok(Value::NONE)
}

fn exc_info(vm: &mut Vm, _: &[Value]) -> R {
    let items = match vm.handled() {
        Some(exception) => {
            let class = Value::object(vm.class_of(&exception));
            let trace = vm.get_attr_str(&exception, "__traceback__")?;
            vec![class, exception, trace]
        }
        None => vec![Value::NONE; 3],
    };
    Ok(Value::object(vm.heap.new_tuple(items)))
}

fn exception(vm: &mut Vm, _: &[Value]) -> R {
    Ok(vm.handled().unwrap_or(Value::NONE))
}

fn getrecursionlimit(vm: &mut Vm, _: &[Value]) -> R {
    Ok(Value::int(vm.state::<SysState>().recursion_limit))
}

fn setrecursionlimit(vm: &mut Vm, args: &[Value]) -> R {
    let limit = vm.index(&args[0])?;
    if limit < 1 {
        return Err(vm.value_error("recursion limit must be greater or equal than 1"));
    }
    if limit > i64::from(i32::MAX) {
        return Err(vm.overflow_error("Python int too large to convert to C int"));
    }
    vm.state::<SysState>().recursion_limit = limit;
    vm.set_recursion(limit as usize);
    Ok(Value::NONE)
}

fn getrefcount(_: &mut Vm, args: &[Value]) -> R {
    // One count is the argument's register, as CPython counts its own reference.
    Ok(Value::int(sys_info::count_of(&args[0])))
}

fn getsizeof(vm: &mut Vm, args: &[Value]) -> R {
    let name = vm.intern("__sizeof__");
    let class = vm.class_of(&args[0]);
    if let Some((method, _)) = class.lookup_where(&name)
        && method.is(Tag::Function)
    {
        return vm.call_bound(&method, &args[0], &[], &[]);
    }
    Ok(Value::int(sys_info::size_of(vm, &args[0])))
}

fn intern(vm: &mut Vm, args: &[Value]) -> R {
    match args[0].as_ref::<Str>() {
        Some(text) => Ok(Value::object(vm.intern_str(&text.clone()))),
        None => {
            let message = match vm.cast::<Str>(&args[0]) {
                Some(_) => format!("can't intern {}", vm.type_name(&args[0])),
                None => format!(
                    "intern() argument must be str, not {}",
                    vm.type_name(&args[0])
                ),
            };
            Err(vm.type_error(message))
        }
    }
}

fn get_frame(vm: &mut Vm, args: &[Value]) -> R {
    let depth = if args[0].is_undef() {
        0
    } else {
        vm.index(&args[0])?
    };
    match vm.frame_object(usize::try_from(depth).unwrap_or(0)) {
        Some(frame) => Ok(frame),
        None => Err(vm.value_error("call stack is not deep enough")),
    }
}

fn getdefaultencoding(vm: &mut Vm, _: &[Value]) -> R {
    Ok(vm.new_str("utf-8"))
}

fn surrogate(vm: &mut Vm, _: &[Value]) -> R {
    Ok(vm.new_str("surrogateescape"))
}

fn no(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::FALSE)
}

fn nothing(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

fn get_int_digits(vm: &mut Vm, _: &[Value]) -> R {
    Ok(Value::int(vm.state::<SysState>().int_digits))
}

fn set_int_digits(vm: &mut Vm, args: &[Value]) -> R {
    let digits = vm.index(&args[0])?;
    if digits != 0 && digits < 640 {
        return Err(vm.value_error("maxdigits must be 0 or larger than 640"));
    }
    vm.state::<SysState>().int_digits = digits;
    vm.state::<DigitLimit>().0 = digits as usize;
    Ok(Value::NONE)
}

fn getswitchinterval(vm: &mut Vm, _: &[Value]) -> R {
    Ok(Value::float(threads::switch_interval(vm)))
}

fn setswitchinterval(vm: &mut Vm, args: &[Value]) -> R {
    let seconds = vm.to_f64(&args[0])?;
    if seconds.is_nan() || seconds <= 0.0 {
        return Err(vm.value_error("switch interval must be strictly positive"));
    }
    threads::set_switch_interval(vm, seconds);
    Ok(Value::NONE)
}

fn getallocatedblocks(vm: &mut Vm, _: &[Value]) -> R {
    Ok(Value::int(vm.heap.live() as i64))
}

fn current_frames_none(vm: &mut Vm, args: &[Value]) -> R {
    if missing(&args[0]) {
        return Ok(Value::NONE);
    }
    Err(vm.runtime_error("audit hooks are not supported"))
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    sys_info::fill(vm, globals)?;
    io_streams::fill(vm, globals);
    let modules = Value::object(vm.modules.clone());
    put(vm, globals, "modules", modules);
    let stdlib = vm.new_str(embedded::FOLDER);
    let path = Value::object(vm.heap.new_list(vec![stdlib]));
    put(vm, globals, "path", path);
    for name in [
        "argv",
        "warnoptions",
        "orig_argv",
        "meta_path",
        "path_hooks",
    ] {
        let items = if name == "argv" || name == "orig_argv" {
            vec![vm.new_str("")]
        } else {
            Vec::new()
        };
        let list = Value::object(vm.heap.new_list(items));
        put(vm, globals, name, list);
    }
    for name in ["_xoptions", "path_importer_cache"] {
        let dict = Value::object(vm.heap.new_dict());
        put(vm, globals, name, dict);
    }
    for (name, kept) in [
        ("displayhook", "__displayhook__"),
        ("excepthook", "__excepthook__"),
        ("unraisablehook", "__unraisablehook__"),
    ] {
        let key = vm.intern(name);
        if let Some(function) = globals.get_str(&key) {
            put(vm, globals, kept, function);
        }
    }
    Ok(())
}

/// An object that only groups attributes, as `sys.implementation`.
pub(super) fn namespace(vm: &mut Vm, pairs: Vec<(&str, Value)>) -> Value {
    let instance = super::namespace::class(vm).new_instance(None);
    for (name, value) in pairs {
        let name = vm.intern(name);
        instance.set_own(&name, value);
    }
    Value::object(instance)
}

const FUNCTIONS: &[Def] = &[
    def("displayhook", displayhook, "object, /"),
    def("excepthook", excepthook, "exctype, value, traceback, /"),
    def("unraisablehook", unraisablehook, "unraisable, /"),
    def("exit", exit, "status=None, /"),
    def("exc_info", exc_info, ""),
    def("exception", exception, ""),
    def("getrecursionlimit", getrecursionlimit, ""),
    def("setrecursionlimit", setrecursionlimit, "limit, /"),
    def("getrefcount", getrefcount, "object, /"),
    def("getsizeof", getsizeof, "object, default=None"),
    def("intern", intern, "string, /"),
    def("get_asyncgen_hooks", asyncio::get_agen_hooks, ""),
    def(
        "set_asyncgen_hooks",
        asyncio::set_agen_hooks,
        "firstiter=None, finalizer=None",
    ),
    def(
        "get_coroutine_origin_tracking_depth",
        |vm, _| Ok(Value::int(i64::from(vm.origin_depth))),
        "",
    ),
    def(
        "set_coroutine_origin_tracking_depth",
        set_origin_depth,
        "depth",
    ),
    def("_getframe", get_frame, "depth=0, /"),
    def("getdefaultencoding", getdefaultencoding, ""),
    def("getfilesystemencoding", getdefaultencoding, ""),
    def("getfilesystemencodeerrors", surrogate, ""),
    def("is_finalizing", no, ""),
    def("gettrace", nothing, ""),
    def("getprofile", nothing, ""),
    def("get_int_max_str_digits", get_int_digits, ""),
    def("set_int_max_str_digits", set_int_digits, "maxdigits"),
    def("getswitchinterval", getswitchinterval, ""),
    def("setswitchinterval", setswitchinterval, "interval, /"),
    def("getallocatedblocks", getallocatedblocks, ""),
    def("audit", nothing, "event, /, *args"),
    def("addaudithook", current_frames_none, "hook"),
    def("is_stack_trampoline_active", no, ""),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "sys",
    functions: FUNCTIONS,
    setup: Some(setup),
};
