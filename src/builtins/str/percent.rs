//! `%` formatting of strings and of bytes.
//!
//! A bytes template is formatted as the text of its Latin-1 characters, which are its bytes.

use crate::builtins::bytes_buffer;
use crate::builtins::int::{int_arg, to_int};
use crate::heap::Ref;
use crate::text::int_text;
use crate::text::percent::{self, Conversion, Piece, Pieces, Size};
use crate::text::percent_render::{self, Layout};
use crate::value::{Special, Str, Tag, Tuple, Value};
use crate::vm::{R, Vm};

/// The arguments of a template, as they are used up.
struct Arguments {
    /// What `%(key)s` looks into, if the arguments are a mapping.
    mapping: Option<Value>,
    items: Items,
    next: usize,
}

/// What is used up: the elements of a tuple, or one value.
enum Items {
    Tuple(Ref<Tuple>),
    One(Value),
}

impl Items {
    fn all(&self) -> &[Value] {
        match self {
            Items::Tuple(tuple) => tuple.items(),
            Items::One(value) => std::slice::from_ref(value),
        }
    }
}

impl Arguments {
    fn new(vm: &mut Vm, given: &Value, bytes: bool) -> Arguments {
        if let Some(tuple) = given.as_ref::<Tuple>() {
            return Arguments {
                mapping: None,
                items: Items::Tuple(tuple.clone()),
                next: 0,
            };
        }
        let plain = vm.plain(given);
        if let Some(tuple) = plain.to_ref::<Tuple>() {
            return Arguments {
                mapping: None,
                items: Items::Tuple(tuple),
                next: 0,
            };
        }
        let is_text = match plain.tag() {
            Tag::Str => true,
            Tag::Bytes => bytes,
            _ => bytes && vm.is_instance(given, &vm.types.bytearray.clone()),
        };
        let is_mapping = !is_text
            && !matches!(given.tag(), Tag::Int | Tag::Float)
            && vm.find_special(given, Special::GetItem).is_some()
            // Of the built-in types with `[]`, only this has none for keys.
            && !vm.is_deque(given);
        Arguments {
            mapping: is_mapping.then(|| given.clone()),
            items: Items::One(given.clone()),
            next: 0,
        }
    }

    fn take(&mut self, vm: &mut Vm) -> R {
        match self.items.all().get(self.next) {
            Some(item) => {
                self.next += 1;
                Ok(item.clone())
            }
            None => Err(vm.text_error(percent::not_enough())),
        }
    }

    /// Looks a key up; its value is the next argument.
    fn look_up(&mut self, vm: &mut Vm, key: &str, bytes: bool) -> R<()> {
        let Some(mapping) = self.mapping.clone() else {
            return Err(vm.text_error(percent::wants_mapping()));
        };
        let key = if bytes {
            bytes_value(vm, key)
        } else {
            vm.new_str(key)
        };
        self.items = Items::One(vm.get_item(&mapping, &key)?);
        self.next = 0;
        Ok(())
    }

    /// The size that a `*` takes; `c_type` is the type that holds it in CPython.
    fn star(&mut self, vm: &mut Vm, c_type: &str) -> R<i64> {
        let size = self.take(vm)?;
        let Some(size) = vm.int_value(&size) else {
            return Err(vm.text_error(percent::star_wants_int()));
        };
        match size.as_int() {
            Some(size) if c_type != "int" || i32::try_from(size).is_ok() => Ok(size),
            _ => Err(vm.overflow_error(format!("Python int too large to convert to C {c_type}"))),
        }
    }

    fn layout(&mut self, vm: &mut Vm, conversion: &Conversion<'_>) -> R<Layout> {
        let most = |size: usize| i64::try_from(size).unwrap_or(i64::MAX);
        let width = match conversion.width {
            Size::Unset => 0,
            Size::Given(width) => most(width),
            Size::Star => self.star(vm, "ssize_t")?,
        };
        let precision = match conversion.precision {
            Size::Unset => None,
            Size::Given(precision) => Some(most(precision)),
            Size::Star => Some(self.star(vm, "int")?),
        };
        let layout = Layout::new(conversion.flags, width, precision);
        vm.check_text_size(layout.width)?;
        if !matches!(conversion.kind, 's' | 'r' | 'a' | 'b') {
            vm.check_text_size(layout.precision.unwrap_or(0))?;
        }
        Ok(layout)
    }
}

/// The bytes that a text of Latin-1 characters stands for.
fn to_bytes(text: &str) -> Vec<u8> {
    text.chars().map(|c| c as u8).collect()
}

fn bytes_value(vm: &mut Vm, text: &str) -> Value {
    Value::object(vm.heap.new_bytes(&to_bytes(text)))
}

fn from_bytes(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

/// The text of an argument for `s`, `r`, `a` (and `b`) in a string.
fn text_of(vm: &mut Vm, kind: char, value: &Value) -> R<Ref<Str>> {
    match kind {
        's' => vm.str(value),
        'r' => vm.repr(value),
        _ => vm.ascii(value),
    }
}

/// The text of an argument for `s` and `b` in bytes.
fn bytes_text_of(vm: &mut Vm, value: &Value) -> R<String> {
    if let Some(bytes) = bytes_buffer::buffer(vm, value) {
        return Ok(from_bytes(&bytes));
    }
    if let Some(result) = vm.call_special(value, Special::Bytes, &[])?
        && let Some(bytes) = bytes_buffer::buffer(vm, &result)
    {
        return Ok(from_bytes(&bytes));
    }
    let found = vm.type_name(value);
    Err(vm.type_error(format!(
        "%b requires a bytes-like object, or an object that implements __bytes__, not '{found}'"
    )))
}

/// The int of an argument; a TypeError gets these words instead.
fn index_or(vm: &mut Vm, value: &Value, words: &str) -> R {
    match vm.index_value(value) {
        Err(_) if vm.raised_is(&vm.types.type_error.clone()) => {
            drop(vm.take_raised());
            Err(vm.type_error(words))
        }
        result => result,
    }
}

/// The character of an argument for `c`.
fn char_of(vm: &mut Vm, value: &Value, bytes: bool) -> R<char> {
    if bytes {
        if let Some(buffer) = bytes_buffer::buffer(vm, value)
            && let [byte] = *buffer
        {
            return Ok(char::from(byte));
        }
        let words = "%c requires an integer in range(256) or a single byte";
        if !vm.has_index(value) {
            return Err(vm.type_error(words));
        }
        let code = index_or(vm, value, words)?;
        let code = code.as_int().unwrap_or(-1);
        return match u8::try_from(code) {
            Ok(byte) => Ok(char::from(byte)),
            Err(_) => Err(vm.overflow_error("%c arg not in range(256)")),
        };
    }
    if let Some(text) = vm.cast::<Str>(value) {
        let mut chars = text.as_str().chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Ok(c);
        }
    } else if vm.has_index(value) {
        let code = index_or(vm, value, "%c requires int or char")?;
        return vm.text_value(int_arg(&code).to_char());
    }
    Err(vm.type_error("%c requires int or char"))
}

/// The int of an argument for `d` and `x` and their kin.
fn int_of(vm: &mut Vm, conversion: &Conversion<'_>, value: &Value) -> R {
    if let Some(int) = vm.int_value(value) {
        return Ok(int);
    }
    let whole = matches!(conversion.kind, 'o' | 'x' | 'X');
    let is_number = vm.has_index(value)
        || !whole
            && [Special::Int, Special::Float]
                .into_iter()
                .any(|special| vm.find_special(value, special).is_some());
    if !is_number {
        let found = vm.type_name(value);
        return Err(vm.text_error(conversion.wrong_type(&found)));
    }
    let converted = if whole {
        vm.index_value(value)
    } else {
        to_int(vm, value)
    };
    let class = vm.types.type_error.clone();
    match converted {
        Err(_) if vm.raised_is(&class) => {
            drop(vm.take_raised());
            let found = vm.type_name(value);
            Err(vm.text_error(conversion.wrong_type(&found)))
        }
        converted => converted,
    }
}

/// The float of an argument in bytes, whose TypeError has other words.
fn bytes_float(vm: &mut Vm, value: &Value) -> R<f64> {
    let class = vm.types.type_error.clone();
    let float = vm.to_f64(value);
    if float.is_err() && vm.raised_is(&class) {
        drop(vm.take_raised());
        let found = vm.type_name(value);
        return Err(vm.type_error(format!("float argument required, not {found}")));
    }
    float
}

/// Appends a converted argument.
fn push_conversion(
    vm: &mut Vm,
    out: &mut String,
    conversion: &Conversion<'_>,
    layout: &Layout,
    value: &Value,
    bytes: bool,
) -> R<()> {
    match conversion.kind {
        's' | 'd' if value.is_int() && !bytes && layout.is_plain() => {
            int_text::push_i64(out, value.raw_int());
        }
        's' if layout.is_plain() && !bytes && value.is(Tag::Str) => {
            out.push_str(value.as_ref::<Str>().map_or("", |text| text.as_str()));
        }
        's' | 'b' if bytes => {
            let text = bytes_text_of(vm, value)?;
            percent_render::render_text(out, &text, layout);
        }
        'r' if bytes => {
            let text = vm.ascii(value)?;
            percent_render::render_text(out, text.as_str(), layout);
        }
        's' | 'r' | 'a' => {
            let text = text_of(vm, conversion.kind, value)?;
            percent_render::render_text(out, text.as_str(), layout);
        }
        'c' => {
            let c = char_of(vm, value, bytes)?;
            percent_render::render_char(out, c, layout);
        }
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' => {
            let int = int_of(vm, conversion, value)?;
            let limit = vm.digit_limit();
            let kind = conversion.kind;
            let pushed = percent_render::render_int(out, int_arg(&int), kind, layout, limit);
            vm.text_value(pushed)?;
        }
        _ => {
            let float = match value.as_int() {
                Some(int) => int as f64,
                None if bytes => bytes_float(vm, value)?,
                None => vm.to_f64(value)?,
            };
            percent_render::render_float(out, float, conversion.kind, layout);
        }
    }
    Ok(())
}

/// The template with its conversions replaced.
fn expand(vm: &mut Vm, out: &mut String, template: &str, given: &Value, bytes: bool) -> R<()> {
    let mut arguments = Arguments::new(vm, given, bytes);
    let mut pieces = Pieces::new(template);
    loop {
        if let Some(value) = arguments.items.all().get(arguments.next)
            && !bytes
            && (value.is_int() || value.is(Tag::Str))
            && let Some(letter) = pieces.bare()
        {
            let text = value.as_ref::<Str>();
            if let (Some(text), b's') = (text, letter) {
                out.push_str(text.as_str());
            } else if text.is_none() {
                int_text::push_i64(out, value.raw_int());
            } else {
                let found = vm.type_name(value);
                return Err(vm.text_error(percent::wrong_number(&found)));
            }
            arguments.next += 1;
            vm.check_text_size(out.len())?;
            continue;
        }
        let Some(piece) = pieces.next() else { break };
        let conversion = match vm.text_value(piece)? {
            Piece::Literal(literal) => {
                out.push_str(literal);
                continue;
            }
            Piece::Conversion(conversion) => conversion,
        };
        if let Some(key) = conversion.key {
            arguments.look_up(vm, key, bytes)?;
        }
        let layout = arguments.layout(vm, &conversion)?;
        let value = arguments.take(vm)?;
        if !(bytes && conversion.kind == 'b') {
            vm.text_value(conversion.check())?;
        }
        push_conversion(vm, out, &conversion, &layout, &value, bytes)?;
        vm.check_text_size(out.len())?;
    }
    if arguments.next < arguments.items.all().len() && arguments.mapping.is_none() {
        if bytes {
            return Err(vm.type_error("not all arguments converted during bytes formatting"));
        }
        return Err(vm.text_error(percent::not_all_converted()));
    }
    Ok(())
}

/// `template % given` of a string.
///
/// # Errors
/// TypeError, ValueError, OverflowError in CPython's words, and what the arguments raise.
pub(crate) fn format_str(vm: &mut Vm, template: &Ref<Str>, given: &Value) -> R {
    super::built(vm, |vm, out| {
        expand(vm, out, template.as_str(), given, false)
    })
}

/// `template % given` of bytes.
///
/// # Errors
/// As [`format_str`].
pub(crate) fn format_bytes(vm: &mut Vm, template: &[u8], given: &Value) -> R<Vec<u8>> {
    let mut out = String::new();
    expand(vm, &mut out, &from_bytes(template), given, true)?;
    Ok(to_bytes(&out))
}
