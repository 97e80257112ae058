//! `json`: the functions and classes; json_write.rs and json_read.rs do the work.

use crate::heap::{Ref, Slot};
use crate::value::{Class, Dict, Exception, Layout, Str, Value, class_flags};
use crate::vm::{Def, GetSet, R, Raised, Vm, def, getter, static_def};

use super::NativeModule;
use super::held::{class_arg, missing, or, put_class, this, traced, tuple};
use super::json_read::{self, Hooks};
use super::json_write::{self, Options};

#[derive(Default)]
struct Classes {
    error: Option<Ref<Class>>,
}

/// Raises JSONDecodeError at a byte of the text.
#[cold]
pub(super) fn decode_error(vm: &mut Vm, message: &str, text: &Ref<Str>, at: usize) -> Raised {
    let class = vm
        .state::<Classes>()
        .error
        .clone()
        .unwrap_or_else(|| vm.types.value_error.clone());
    let before = &text.as_str()[..at.min(text.len())];
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .chars()
        .count()
        + 1;
    let position = before.chars().count();
    let full = vm.new_str(&format!(
        "{message}: line {line} column {column} (char {position})"
    ));
    let message = vm.new_str(message);
    let exception = vm.new_exception(&class, vec![full]);
    if let Some(exception) = exception.as_ref::<Exception>() {
        let dict = vm.heap.new_dict();
        let int = |value: usize| Value::int(value as i64);
        let pairs = [
            ("msg", message),
            ("doc", Value::object(text.clone())),
            ("pos", int(position)),
            ("lineno", int(line)),
            ("colno", int(column)),
        ];
        for (name, value) in pairs {
            super::held::put(vm, &dict, name, value);
        }
        exception.dict.set(Value::object(dict));
    }
    vm.raise_value(exception)
}

fn error_init(vm: &mut Vm, args: &[Value]) -> R {
    let (text, message) = (
        vm.expect_str(&args[2], "doc")?,
        vm.expect_str(&args[1], "msg")?,
    );
    let position = usize::try_from(vm.index(&args[3])?).unwrap_or(0);
    let at = text
        .as_str()
        .char_indices()
        .nth(position)
        .map_or(text.len(), |(at, _)| at);
    let _ = decode_error(vm, message.as_str(), &text, at);
    let made = vm.take_raised();
    if let (Some(own), Some(made)) = (args[0].as_ref::<Exception>(), made.as_ref::<Exception>()) {
        own.args.set(made.args.get());
        own.dict.set(made.dict.get());
    }
    Ok(Value::NONE)
}

/// The encoder's options from the keyword arguments `skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys, indent,
/// separators, default`.
fn options(vm: &mut Vm, args: &[Value]) -> R<Options> {
    let flag = |vm: &mut Vm, value: &Value, default: bool| {
        if value.is_undef() {
            Ok(default)
        } else {
            vm.truth(value)
        }
    };
    let indent = if missing(&args[5]) {
        None
    } else if let Some(text) = vm.cast::<Str>(&args[5]) {
        Some(text.as_str().to_string())
    } else {
        let n = usize::try_from(vm.index(&args[5])?).unwrap_or(0);
        vm.check_text_size(n)?;
        Some(" ".repeat(n))
    };
    let mut item_separator = if indent.is_some() { "," } else { ", " }.to_string();
    let mut key_separator = ": ".to_string();
    if !missing(&args[6]) {
        let pair = vm.to_vec(&args[6])?;
        let [item, key] = pair.as_slice() else {
            let words = if pair.len() < 2 {
                format!(
                    "not enough values to unpack (expected 2, got {})",
                    pair.len()
                )
            } else {
                "too many values to unpack (expected 2)".to_string()
            };
            return Err(vm.value_error(words));
        };
        item_separator = vm.expect_str(item, "separator")?.as_str().to_string();
        key_separator = vm.expect_str(key, "separator")?.as_str().to_string();
    }
    Ok(Options {
        skip_keys: flag(vm, &args[0], false)?,
        ensure_ascii: flag(vm, &args[1], true)?,
        check_circular: flag(vm, &args[2], true)?,
        allow_nan: flag(vm, &args[3], true)?,
        sort_keys: flag(vm, &args[4], false)?,
        indent,
        item_separator,
        key_separator,
    })
}

const OPTIONS: [&str; 8] = [
    "skipkeys",
    "ensure_ascii",
    "check_circular",
    "allow_nan",
    "sort_keys",
    "indent",
    "separators",
    "default",
];

/// dumps(obj, *, cls, options..., **kw): `given` are obj, cls, the eight options, kw.
fn encode_with(vm: &mut Vm, given: &[Value]) -> R<String> {
    let options_at = &given[2..10];
    if missing(&given[1]) {
        let options = options(vm, options_at)?;
        let default = or(&options_at[7], Value::NONE);
        return json_write::write(vm, &given[0], &options, &default);
    }
    let mut keywords: Vec<(Ref<Str>, Value)> = Vec::new();
    for (name, value) in OPTIONS.into_iter().zip(options_at) {
        let default = match name {
            "skipkeys" | "sort_keys" => Value::FALSE,
            "ensure_ascii" | "check_circular" | "allow_nan" => Value::TRUE,
            _ => Value::NONE,
        };
        keywords.push((vm.intern(name), or(value, default)));
    }
    keywords.extend(vm.keywords(&given[10]));
    let encoder = vm.call_kw(&given[1], &[], &keywords)?;
    let text = vm.call_method(&encoder, "encode", std::slice::from_ref(&given[0]))?;
    Ok(vm.expect_str(&text, "encoded value")?.as_str().to_string())
}

fn dumps(vm: &mut Vm, args: &[Value]) -> R {
    let text = encode_with(vm, args)?;
    Ok(vm.new_str(&text))
}

fn dump(vm: &mut Vm, args: &[Value]) -> R {
    let mut given = vec![args[0].clone()];
    given.extend_from_slice(&args[2..]);
    let text = encode_with(vm, &given)?;
    let text = vm.new_str(&text);
    vm.call_method(&args[1], "write", &[text])?;
    Ok(Value::NONE)
}

/// loads(s, *, cls, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, **kw).
fn loads(vm: &mut Vm, args: &[Value]) -> R {
    let text = source_text(vm, &args[0])?;
    if !missing(&args[1]) {
        let names = [
            "object_hook",
            "parse_float",
            "parse_int",
            "parse_constant",
            "object_pairs_hook",
        ];
        let mut keywords: Vec<(Ref<Str>, Value)> = Vec::new();
        for (name, value) in names.into_iter().zip(&args[2..7]) {
            if !missing(value) {
                keywords.push((vm.intern(name), value.clone()));
            }
        }
        keywords.extend(vm.keywords(&args[7]));
        let decoder = vm.call_kw(&args[1], &[], &keywords)?;
        return vm.call_method(&decoder, "decode", &[Value::object(text)]);
    }
    json_read::read_all(vm, &text, &hooks(&args[2..7], true))
}

fn hooks(args: &[Value], strict: bool) -> Hooks {
    let hook = |at: usize| {
        if missing(&args[at]) {
            None
        } else {
            Some(args[at].clone())
        }
    };
    Hooks {
        object: hook(0),
        float: hook(1),
        int: hook(2),
        constant: hook(3),
        pairs: hook(4),
        strict,
    }
}

fn source_text(vm: &mut Vm, value: &Value) -> R<Ref<Str>> {
    if let Some(text) = vm.cast::<Str>(value) {
        if text.as_str().starts_with('\u{feff}') {
            return Err(decode_error(
                vm,
                "Unexpected UTF-8 BOM (decode using utf-8-sig)",
                &text,
                0,
            ));
        }
        return Ok(text);
    }
    let bytearray = vm.types.bytearray.clone();
    if vm.cast::<crate::value::Bytes>(value).is_none() && !vm.is_instance(value, &bytearray) {
        let message = format!(
            "the JSON object must be str, bytes or bytearray, not {}",
            vm.type_name(value)
        );
        return Err(vm.type_error(message));
    }
    let name = vm.new_str("utf-8-sig");
    let text = vm.call_method(value, "decode", &[name])?;
    vm.expect_str(&text, "decoded text")
}

fn load(vm: &mut Vm, args: &[Value]) -> R {
    let text = vm.call_method(&args[0], "read", &[])?;
    let mut given = args.to_vec();
    given[0] = text;
    loads(vm, &given)
}

/// `JSONEncoder`.
struct Encoder {
    options: std::cell::RefCell<Options>,
    default: Slot<Value>,
}

traced!(Encoder: default);

fn encoder_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    Ok(vm.heap.new_opaque(
        &class,
        Encoder {
            options: std::cell::RefCell::default(),
            default: Slot::new(Value::NONE),
        },
    ))
}

fn encoder_init(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Encoder>(vm, args)?;
    let options = options(vm, &args[1..9])?;
    data.options.replace(options);
    data.default.set(or(&args[8], Value::NONE));
    Ok(Value::NONE)
}

fn encoder_encode(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Encoder>(vm, args)?;
    let options = data.options.borrow().clone();
    let given = data.default.get();
    let default = if given.is_none() {
        vm.get_attr_str(&args[0], "default")?
    } else {
        given
    };
    let text = json_write::write(vm, &args[1], &options, &default)?;
    Ok(vm.new_str(&text))
}

fn encoder_iterencode(vm: &mut Vm, args: &[Value]) -> R {
    let text = vm.call_method(&args[0], "encode", &[args[1].clone()])?;
    let list = Value::object(vm.heap.new_list(vec![text]));
    vm.iter(&list)
}

fn encoder_default(vm: &mut Vm, args: &[Value]) -> R {
    Err(json_write::not_serializable(vm, &args[1]))
}

fn encoder_separator(vm: &mut Vm, args: &[Value], key: bool) -> R {
    let options = this::<Encoder>(vm, args)?.options.borrow().clone();
    Ok(vm.new_str(if key {
        &options.key_separator
    } else {
        &options.item_separator
    }))
}

/// `JSONDecoder`.
struct Decoder {
    /// A tuple of the five hooks.
    hooks: Slot<Value>,
    strict: std::cell::Cell<bool>,
}

traced!(Decoder: hooks);

fn decoder_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let hooks = tuple(vm, vec![Value::NONE; 5]);
    Ok(vm.heap.new_opaque(
        &class,
        Decoder {
            hooks: Slot::new(hooks),
            strict: std::cell::Cell::new(true),
        },
    ))
}

fn decoder_init(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Decoder>(vm, args)?;
    let strict = args[5].is_undef() || vm.truth(&args[5])?;
    let hooks = [1, 2, 3, 4, 6]
        .map(|at: usize| or(&args[at], Value::NONE))
        .to_vec();
    let hooks = tuple(vm, hooks);
    data.hooks.set(hooks);
    data.strict.set(strict);
    Ok(Value::NONE)
}

fn decoder_hooks(vm: &mut Vm, args: &[Value]) -> R<Hooks> {
    let data = this::<Decoder>(vm, args)?;
    Ok(hooks(crate::vm::rest(&data.hooks.get()), data.strict.get()))
}

fn decoder_decode(vm: &mut Vm, args: &[Value]) -> R {
    let hooks = decoder_hooks(vm, args)?;
    let text = vm.expect_str(&args[1], "JSON text")?;
    json_read::read_all(vm, &text, &hooks)
}

fn decoder_raw(vm: &mut Vm, args: &[Value]) -> R {
    let hooks = decoder_hooks(vm, args)?;
    let text = vm.expect_str(&args[1], "JSON text")?;
    let from = if args[2].is_undef() {
        0
    } else {
        usize::try_from(vm.index(&args[2])?).unwrap_or(0)
    };
    let at = text
        .as_str()
        .char_indices()
        .nth(from)
        .map_or(text.len(), |(at, _)| at);
    let (value, end) = json_read::read_one(vm, &text, at, &hooks)?;
    let end = text.as_str()[..end].chars().count();
    Ok(tuple(vm, vec![value, Value::int(end as i64)]))
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let base = vm.types.value_error.clone();
    let error = vm.new_type(
        "JSONDecodeError",
        "json.decoder",
        &[base],
        Layout::Exception,
    );
    vm.add_methods(
        &error,
        &[def("__init__", error_init, "self, msg, doc, pos")],
    );
    put_class(globals, &error);
    vm.state::<Classes>().error = Some(error);
    let encoder = vm.new_type("JSONEncoder", "json.encoder", &[], Layout::Opaque);
    vm.add_methods(&encoder, ENCODER);
    vm.add_getsets(&encoder, ENCODER_GETSETS);
    let decoder = vm.new_type("JSONDecoder", "json.decoder", &[], Layout::Opaque);
    vm.add_methods(&decoder, DECODER);
    for class in [&encoder, &decoder] {
        class.set_flag(class_flags::OWN_DICT, true);
        put_class(globals, class);
    }
    Ok(())
}

const ENCODER: &[Def] = &[
    static_def("__new__", encoder_new, "cls, /, *args, **kwargs"),
    def(
        "__init__",
        encoder_init,
        "self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None",
    ),
    def("encode", encoder_encode, "self, o"),
    def("iterencode", encoder_iterencode, "self, o, _one_shot=False"),
    def("default", encoder_default, "self, o"),
];

const ENCODER_GETSETS: &[GetSet] = &[
    getter("item_separator", |vm, args| {
        encoder_separator(vm, args, false)
    }),
    getter("key_separator", |vm, args| {
        encoder_separator(vm, args, true)
    }),
];

const DECODER: &[Def] = &[
    static_def("__new__", decoder_new, "cls, /, *args, **kwargs"),
    def(
        "__init__",
        decoder_init,
        "self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None",
    ),
    def("decode", decoder_decode, "self, s"),
    def("raw_decode", decoder_raw, "self, s, idx=0"),
];

const FUNCTIONS: &[Def] = &[
    def(
        "dumps",
        dumps,
        "obj, *, cls=None, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None, **kw",
    ),
    def(
        "dump",
        dump,
        "obj, fp, *, cls=None, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None, **kw",
    ),
    def(
        "loads",
        loads,
        "s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw",
    ),
    def(
        "load",
        load,
        "fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw",
    ),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "json",
    functions: FUNCTIONS,
    setup: Some(setup),
};
