//! The data of `sys`: versions, limits of numbers, sizes.

use crate::heap::Ref;
use crate::value::{Big, Bytes, Dict, Instance, List, Set, Str, Tuple, Value};
use crate::vm::{R, Vm};

use super::held::put;
use super::structseq;
use super::sys::namespace;

const VERSION: (i64, i64, i64) = (3, 12, 0);

/// The version and the platform, as a prompt greets with them.
pub(crate) fn version_on_platform() -> String {
    format!("{} on {PLATFORM}", version_text())
}

fn version_text() -> String {
    let (major, minor, micro) = VERSION;
    format!(
        "{major}.{minor}.{micro} (hoopsnake {})",
        env!("CARGO_PKG_VERSION")
    )
}

const PLATFORM: &str = if cfg!(target_os = "macos") {
    "darwin"
} else {
    "linux"
};

/// Adds the constants of `sys`.
pub(super) fn fill(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let int = Value::int;
    let (major, minor, micro) = VERSION;
    let version = version_text();
    let executable = std::env::current_exe()
        .ok()
        .and_then(|path| path.to_str().map(str::to_string))
        .unwrap_or_default();
    let texts = [
        ("version", version.as_str()),
        ("platform", PLATFORM),
        (
            "byteorder",
            if cfg!(target_endian = "little") {
                "little"
            } else {
                "big"
            },
        ),
        ("executable", &executable),
        ("_base_executable", &executable),
        ("prefix", "/usr"),
        ("base_prefix", "/usr"),
        ("exec_prefix", "/usr"),
        ("base_exec_prefix", "/usr"),
        ("platlibdir", "lib"),
        ("float_repr_style", "short"),
        ("copyright", "Copyright (c) the Hoopsnake developers."),
        ("_framework", ""),
        ("ps1", ">>> "),
        ("ps2", "... "),
    ];
    for (name, text) in texts {
        if !name.starts_with("ps") {
            let text = vm.new_str(text);
            put(vm, globals, name, text);
        }
    }
    for (name, value) in [
        ("maxsize", i64::MAX),
        ("maxunicode", 0x10_FFFF),
        ("api_version", 1013),
        ("hexversion", 0x030C_00F0),
    ] {
        put(vm, globals, name, int(value));
    }
    put(vm, globals, "dont_write_bytecode", Value::TRUE);
    put(vm, globals, "pycache_prefix", Value::NONE);

    let class = structseq::make(
        vm,
        "version_info",
        "sys",
        &["major", "minor", "micro", "releaselevel", "serial"],
    );
    let level = vm.new_str("final");
    let info = structseq::instance(
        vm,
        &class,
        vec![int(major), int(minor), int(micro), level, int(0)],
    );
    put(vm, globals, "version_info", info.clone());

    let name = vm.new_str("hoopsnake");
    let pairs = vec![
        ("name", name),
        ("version", info),
        ("hexversion", int(0x030C_00F0)),
        ("cache_tag", Value::NONE),
    ];
    let implementation = namespace(vm, pairs);
    put(vm, globals, "implementation", implementation);

    let fields = [
        "max",
        "max_exp",
        "max_10_exp",
        "min",
        "min_exp",
        "min_10_exp",
        "dig",
        "mant_dig",
        "epsilon",
        "radix",
        "rounds",
    ];
    let class = structseq::make(vm, "float_info", "sys", &fields);
    let values = vec![
        Value::float(f64::MAX),
        int(1024),
        int(308),
        Value::float(f64::MIN_POSITIVE),
        int(-1021),
        int(-307),
        int(15),
        int(53),
        Value::float(f64::EPSILON),
        int(2),
        int(1),
    ];
    let info = structseq::instance(vm, &class, values);
    put(vm, globals, "float_info", info);

    let class = structseq::make(
        vm,
        "int_info",
        "sys",
        &[
            "bits_per_digit",
            "sizeof_digit",
            "default_max_str_digits",
            "str_digits_check_threshold",
        ],
    );
    let info = structseq::instance(vm, &class, vec![int(30), int(4), int(4300), int(640)]);
    put(vm, globals, "int_info", info);

    let class = structseq::make(
        vm,
        "hash_info",
        "sys",
        &[
            "width",
            "modulus",
            "inf",
            "nan",
            "imag",
            "algorithm",
            "hash_bits",
            "seed_bits",
            "cutoff",
        ],
    );
    let algorithm = vm.new_str("siphash13");
    let values = vec![
        int(64),
        int((1 << 61) - 1),
        int(314_159),
        int(0),
        int(1_000_003),
        algorithm,
        int(64),
        int(128),
        int(0),
    ];
    let info = structseq::instance(vm, &class, values);
    put(vm, globals, "hash_info", info);

    let fields = [
        "debug",
        "inspect",
        "interactive",
        "optimize",
        "dont_write_bytecode",
        "no_user_site",
        "no_site",
        "ignore_environment",
        "verbose",
        "bytes_warning",
        "quiet",
        "hash_randomization",
        "isolated",
        "dev_mode",
        "utf8_mode",
        "warn_default_encoding",
        "safe_path",
        "int_max_str_digits",
    ];
    let class = structseq::make(vm, "flags", "sys", &fields);
    let values = fields.iter().map(|field| match *field {
        "dev_mode" | "safe_path" => Value::FALSE,
        "hash_randomization" | "dont_write_bytecode" => int(1),
        "int_max_str_digits" => int(4300),
        _ => int(0),
    });
    let values = values.collect();
    let flags = structseq::instance(vm, &class, values);
    put(vm, globals, "flags", flags);

    let class = structseq::make(vm, "thread_info", "sys", &["name", "lock", "version"]);
    let name = vm.new_str("pthread");
    let info = structseq::instance(vm, &class, vec![name, Value::NONE, Value::NONE]);
    put(vm, globals, "thread_info", info);

    let names = [
        "_asyncio",
        "_collections",
        "_functools",
        "_heapq",
        "_random",
        "_weakref",
        "builtins",
        "gc",
        "itertools",
        "math",
        "sys",
        "time",
    ];
    let names = names.iter().map(|name| vm.new_str(name)).collect();
    let names = Value::object(vm.heap.new_tuple(names));
    put(vm, globals, "builtin_module_names", names);
    Ok(())
}

/// How many references an object has; what is no object has many.
pub(super) fn count_of(value: &Value) -> i64 {
    let count = value
        .as_ref::<Instance>()
        .map(|object| object.header().count.get());
    let count = count.or_else(|| {
        value
            .as_ref::<List>()
            .map(|object| object.header().count.get())
    });
    let count = count.or_else(|| {
        value
            .as_ref::<Dict>()
            .map(|object| object.header().count.get())
    });
    let count = count.or_else(|| {
        value
            .as_ref::<Tuple>()
            .map(|object| object.header().count.get())
    });
    let count = count.or_else(|| {
        value
            .as_ref::<Str>()
            .map(|object| object.header().count.get())
    });
    count.map_or(1 << 30, i64::from)
}

/// About as many bytes as CPython would say.
pub(super) fn size_of(vm: &mut Vm, value: &Value) -> i64 {
    let value = &vm.plain(value);
    let bytes = if let Some(text) = value.as_ref::<Str>() {
        if text.is_ascii() {
            49 + text.len()
        } else {
            74 + 2 * text.n_chars()
        }
    } else if let Some(bytes) = value.as_ref::<Bytes>() {
        33 + bytes.len()
    } else if let Some(list) = value.as_ref::<List>() {
        56 + 8 * list.len()
    } else if let Some(tuple) = value.as_ref::<Tuple>() {
        40 + 8 * tuple.len()
    } else if let Some(dict) = value.as_ref::<Dict>() {
        64 + if dict.len() == 0 {
            0
        } else {
            120 + 32 * dict.len()
        }
    } else if let Some(set) = value.as_ref::<Set>() {
        216 + 32 * set.len().saturating_sub(4)
    } else if let Some(big) = value.as_ref::<Big>() {
        24 + 4 * big.get().bits().div_ceil(30) as usize
    } else if let Some(small) = value.as_int() {
        24 + 4
            * (64 - small.unsigned_abs().leading_zeros())
                .div_ceil(30)
                .max(1) as usize
    } else if value.is_float() {
        24
    } else if value.is_none() {
        16
    } else {
        48
    };
    bytes as i64
}

/// Whether `-X dev` was said.
pub(super) fn is_dev_mode(vm: &mut Vm) -> bool {
    vm.state::<Options>().dev_mode
}

/// What the command was told.
pub(super) fn note_options(vm: &mut Vm, dev_mode: bool, ignores_environment: bool) {
    *vm.state::<Options>() = Options {
        dev_mode,
        ignores_environment,
    };
}

/// Whether the environment counts: `-E` was not said.
pub(super) fn uses_environment(vm: &mut Vm) -> bool {
    !vm.state::<Options>().ignores_environment
}

/// What the command was told about the whole program.
#[derive(Default)]
struct Options {
    dev_mode: bool,
    ignores_environment: bool,
}
