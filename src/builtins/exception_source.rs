//! The exceptions that point into a text: `SyntaxError` and the three `Unicode...Error`s.

use super::exception::{no_keywords, this, tuple, wrong_count};
use super::exception_kinds::field_accessors;
use crate::heap::Ref;
use crate::value::{Bytes, Exception, Str, Value};
use crate::vm::{Def, GetSet, R, Vm, def, getset};

/// Gives these classes their methods.
pub(crate) fn install(vm: &mut Vm) {
    let types = &vm.types;
    let rows: [(_, &[Def], &[GetSet]); 4] = [
        (types.syntax_error.clone(), SYNTAX_METHODS, SYNTAX_GETSETS),
        (
            types.unicode_encode_error.clone(),
            ENCODE_METHODS,
            CODEC_GETSETS,
        ),
        (
            types.unicode_decode_error.clone(),
            DECODE_METHODS,
            CODEC_GETSETS,
        ),
        (
            types.unicode_translate_error.clone(),
            TRANSLATE_METHODS,
            TRANSLATE_GETSETS,
        ),
    ];
    for (class, methods, getsets) in rows {
        vm.add_methods(&class, methods);
        vm.add_getsets(&class, getsets);
    }
}

/// The attributes of a `SyntaxError` in the order in which its second argument gives them.
const PLACE: [&str; 6] = [
    "filename",
    "lineno",
    "offset",
    "text",
    "end_lineno",
    "end_offset",
];

fn syntax_init(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__init__")?;
    no_keywords(vm, &exception.class.get(), &args[2])?;
    let given = tuple(vm, &args[1]);
    exception.args.set(given.clone());
    if let Some(message) = given.items().first() {
        exception.set_field("msg", message.clone());
    }
    if let [_, place] = given.items() {
        let place = vm.to_vec(place)?;
        if !(4..=6).contains(&place.len()) {
            return Err(wrong_count(vm, 4, 6, place.len()));
        }
        set_place(&exception, &place);
        if place.len() == 5 {
            return Err(vm.type_error("end_offset must be provided when end_lineno is provided"));
        }
    }
    Ok(Value::NONE)
}

fn set_place(exception: &Ref<Exception>, place: &[Value]) {
    for (name, value) in PLACE.into_iter().zip(place) {
        exception.set_field(name, value.clone());
    }
}

/// For an exception that the machine made: reads the arguments.
fn fill_syntax(_: &mut Vm, exception: &Ref<Exception>) {
    if exception.field("msg").is_some() {
        return;
    }
    let args = exception.args.get();
    if let Some(message) = args.items().first() {
        exception.set_field("msg", message.clone());
    }
    if let [_, place] = args.items()
        && let Some(place) = place.as_ref::<crate::value::Tuple>()
    {
        set_place(exception, place.items());
    }
}

fn syntax_str(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__str__")?;
    fill_syntax(vm, &exception);
    let message = vm.str(&exception.field("msg").unwrap_or(Value::NONE))?;
    let message = message.as_str();
    let file = exception.field("filename").and_then(|file| {
        let file = file.as_ref::<Str>()?.as_str().to_owned();
        Some(file.rsplit('/').next().unwrap_or_default().to_owned())
    });
    let line = exception
        .field("lineno")
        .filter(Value::is_int)
        .map(|line| line.raw_int());
    let text = match (file, line) {
        (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
        (Some(file), None) => format!("{message} ({file})"),
        (None, Some(line)) => format!("{message} (line {line})"),
        (None, None) => message.to_owned(),
    };
    Ok(vm.new_str(&text))
}

fn expect_count(vm: &mut Vm, given: &[Value], wanted: usize) -> R<()> {
    if given.len() == wanted {
        return Ok(());
    }
    Err(wrong_count(vm, wanted, wanted, given.len()))
}

fn expect_text(vm: &mut Vm, given: &[Value], at: usize) -> R {
    match vm.cast::<Str>(&given[at]) {
        Some(_) => Ok(given[at].clone()),
        None => {
            let type_name = vm.type_name(&given[at]);
            let number = at + 1;
            Err(vm.type_error(format!("argument {number} must be str, not {type_name}")))
        }
    }
}

fn encode_init(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__init__")?;
    no_keywords(vm, &exception.class.get(), &args[2])?;
    let given = tuple(vm, &args[1]);
    exception.args.set(given.clone());
    let given = given.items();
    expect_count(vm, given, 5)?;
    let (encoding, object) = (expect_text(vm, given, 0)?, expect_text(vm, given, 1)?);
    let (start, end) = (vm.index(&given[2])?, vm.index(&given[3])?);
    let reason = expect_text(vm, given, 4)?;
    set_codec(&exception, encoding, object, start, end, reason);
    Ok(Value::NONE)
}

fn decode_init(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__init__")?;
    no_keywords(vm, &exception.class.get(), &args[2])?;
    let given = tuple(vm, &args[1]);
    exception.args.set(given.clone());
    let given = given.items();
    expect_count(vm, given, 5)?;
    let encoding = expect_text(vm, given, 0)?;
    let (start, end) = (vm.index(&given[2])?, vm.index(&given[3])?);
    let reason = expect_text(vm, given, 4)?;
    let object = if vm.cast::<Bytes>(&given[1]).is_some() {
        given[1].clone()
    } else if vm.is_instance(&given[1], &vm.types.bytearray.clone()) {
        let class = Value::object(vm.types.bytes.clone());
        vm.call(&class, &given[1..2])?
    } else {
        let type_name = vm.type_name(&given[1]);
        return Err(vm.type_error(format!(
            "a bytes-like object is required, not '{type_name}'"
        )));
    };
    set_codec(&exception, encoding, object, start, end, reason);
    Ok(Value::NONE)
}

fn translate_init(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__init__")?;
    no_keywords(vm, &exception.class.get(), &args[2])?;
    let given = tuple(vm, &args[1]);
    exception.args.set(given.clone());
    let given = given.items();
    expect_count(vm, given, 4)?;
    let object = expect_text(vm, given, 0)?;
    let (start, end) = (vm.index(&given[1])?, vm.index(&given[2])?);
    let reason = expect_text(vm, given, 3)?;
    set_codec(&exception, Value::NONE, object, start, end, reason);
    Ok(Value::NONE)
}

fn set_codec(
    exception: &Ref<Exception>,
    encoding: Value,
    object: Value,
    start: i64,
    end: i64,
    reason: Value,
) {
    exception.set_field("encoding", encoding);
    exception.set_field("object", object);
    exception.set_field("start", Value::int(start));
    exception.set_field("end", Value::int(end));
    exception.set_field("reason", reason);
}

/// For an exception that the machine made: reads the arguments.
fn fill_codec(_: &mut Vm, exception: &Ref<Exception>) {
    let args = exception.args.get();
    let (encoding, rest) = match args.items() {
        [encoding, rest @ ..] if rest.len() == 4 => (encoding.clone(), rest),
        rest => (Value::NONE, rest),
    };
    if let [object, start, end, reason] = rest
        && exception.field("object").is_none()
    {
        let place = |value: &Value| value.as_int().unwrap_or_default();
        let (start, end) = (place(start), place(end));
        set_codec(
            exception,
            encoding,
            object.clone(),
            start,
            end,
            reason.clone(),
        );
    }
}

/// Where the bad part is, and how it is named if it is one character (or byte).
struct BadPart {
    encoding: String,
    reason: String,
    start: i64,
    end: i64,
    only: Option<String>,
}

fn bad_part(
    vm: &mut Vm,
    exception: &Ref<Exception>,
    name_of: fn(&Value, usize) -> Option<String>,
) -> R<Option<BadPart>> {
    fill_codec(vm, exception);
    let Some(object) = exception.field("object") else {
        return Ok(None);
    };
    let text = |vm: &mut Vm, name: &str| -> R<String> {
        let value = exception.field(name).unwrap_or(Value::NONE);
        Ok(vm.str(&value)?.as_str().to_owned())
    };
    let (encoding, reason) = (text(vm, "encoding")?, text(vm, "reason")?);
    let place = |name: &str| exception.field(name).and_then(|value| value.as_int());
    let (start, end) = (place("start").unwrap_or(0), place("end").unwrap_or(0));
    let only = match usize::try_from(start) {
        Ok(at) if end == start.saturating_add(1) => name_of(&vm.plain(&object), at),
        _ => None,
    };
    Ok(Some(BadPart {
        encoding,
        reason,
        start,
        end,
        only,
    }))
}

fn name_of_character(object: &Value, at: usize) -> Option<String> {
    let character = object.as_ref::<Str>()?.as_str().chars().nth(at)?;
    Some(match crate::text::surrogate::code_of(character) {
        code @ 0..=0xFF => format!("'\\x{code:02x}'"),
        code @ 0x100..=0xFFFF => format!("'\\u{code:04x}'"),
        code => format!("'\\U{code:08x}'"),
    })
}

fn name_of_byte(object: &Value, at: usize) -> Option<String> {
    let byte = object.as_ref::<Bytes>()?.items().get(at)?;
    Some(format!("0x{byte:02x}"))
}

fn encode_str(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__str__")?;
    let text = bad_part(vm, &exception, name_of_character)?.map(|bad| {
        let (encoding, reason) = (&bad.encoding, &bad.reason);
        let what = character_words(&bad);
        format!("'{encoding}' codec can't encode {what}: {reason}")
    });
    Ok(vm.new_str(&text.unwrap_or_default()))
}

fn decode_str(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__str__")?;
    let text = bad_part(vm, &exception, name_of_byte)?.map(|bad| {
        let (encoding, reason, start) = (&bad.encoding, &bad.reason, bad.start);
        let what = match &bad.only {
            Some(byte) => format!("byte {byte} in position {start}"),
            None => format!("bytes in position {start}-{}", bad.end.saturating_sub(1)),
        };
        format!("'{encoding}' codec can't decode {what}: {reason}")
    });
    Ok(vm.new_str(&text.unwrap_or_default()))
}

fn translate_str(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__str__")?;
    let text = bad_part(vm, &exception, name_of_character)?
        .map(|bad| format!("can't translate {}: {}", character_words(&bad), bad.reason));
    Ok(vm.new_str(&text.unwrap_or_default()))
}

fn character_words(bad: &BadPart) -> String {
    let start = bad.start;
    match &bad.only {
        Some(character) => format!("character {character} in position {start}"),
        None => format!(
            "characters in position {start}-{}",
            bad.end.saturating_sub(1)
        ),
    }
}

field_accessors! { fill_syntax:
    "msg", get_msg, set_msg;
    "filename", get_filename, set_filename;
    "lineno", get_lineno, set_lineno;
    "offset", get_offset, set_offset;
    "text", get_text, set_text;
    "end_lineno", get_end_lineno, set_end_lineno;
    "end_offset", get_end_offset, set_end_offset;
    "print_file_and_line", get_print, set_print;
}

field_accessors! { fill_codec:
    "encoding", get_encoding, set_encoding;
    "object", get_object, set_object;
    "start", get_start, set_start;
    "end", get_end, set_end;
    "reason", get_reason, set_reason;
}

const SYNTAX_METHODS: &[Def] = &[
    def("__init__", syntax_init, "self, /, *args, **kwargs"),
    def("__str__", syntax_str, "self, /"),
];

const SYNTAX_GETSETS: &[GetSet] = &[
    getset("msg", get_msg, set_msg),
    getset("filename", get_filename, set_filename),
    getset("lineno", get_lineno, set_lineno),
    getset("offset", get_offset, set_offset),
    getset("text", get_text, set_text),
    getset("end_lineno", get_end_lineno, set_end_lineno),
    getset("end_offset", get_end_offset, set_end_offset),
    getset("print_file_and_line", get_print, set_print),
];

const ENCODE_METHODS: &[Def] = &[
    def("__init__", encode_init, "self, /, *args, **kwargs"),
    def("__str__", encode_str, "self, /"),
];

const DECODE_METHODS: &[Def] = &[
    def("__init__", decode_init, "self, /, *args, **kwargs"),
    def("__str__", decode_str, "self, /"),
];

const TRANSLATE_METHODS: &[Def] = &[
    def("__init__", translate_init, "self, /, *args, **kwargs"),
    def("__str__", translate_str, "self, /"),
];

const CODEC_GETSETS: &[GetSet] = &[
    getset("encoding", get_encoding, set_encoding),
    getset("object", get_object, set_object),
    getset("start", get_start, set_start),
    getset("end", get_end, set_end),
    getset("reason", get_reason, set_reason),
];

const TRANSLATE_GETSETS: &[GetSet] = &[
    getset("object", get_object, set_object),
    getset("start", get_start, set_start),
    getset("end", get_end, set_end),
    getset("reason", get_reason, set_reason),
];
