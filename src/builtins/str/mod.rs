//! `str`: constructor, operators, indexing. The methods are in the files beside, by theme.

mod case;
pub(super) mod codec;
mod format;
mod pad;
pub(super) mod percent;
mod search;
pub(super) mod split;
mod test;
mod translate;

use std::cmp::Ordering;
use std::ops::Range;

use super::arguments::{is_foreign, pick};
use super::bytes_buffer;
use crate::heap::Ref;
use crate::text::format_spec::{Spec, Target};
use crate::text::{format_str, index, quote, search as text_search};
use crate::value::{Iter, IterState, OTHER_TEXT, Slice, Special, Str, Tag, Value};
use crate::vm::{Def, R, Vm, def, static_def};

/// `self` of a method.
fn receiver(vm: &mut Vm, value: &Value, method: &str) -> R<Ref<Str>> {
    if let Some(text) = value.as_ref::<Str>() {
        return Ok(text.clone());
    }
    match vm.cast::<Str>(value) {
        Some(text) => Ok(text),
        None => Err(vm.wrong_self(method, "str", value)),
    }
}

/// An argument that must be a string; `words` is all of the TypeError but `, not int`.
fn argument(vm: &mut Vm, value: &Value, words: &str) -> R<Ref<Str>> {
    match vm.cast::<Str>(value) {
        Some(text) => Ok(text),
        None => {
            let named = words.contains("()");
            let found = if named {
                vm.argument_type(value)
            } else {
                vm.type_name(value)
            };
            Err(vm.type_error(format!("{words}, not {found}")))
        }
    }
}

/// The part `range` (of bytes) of a string; the string itself if it is all of it.
fn part(vm: &mut Vm, text: &Ref<Str>, range: Range<usize>) -> Value {
    if range.len() == text.len() {
        return Value::object(text.clone());
    }
    if text.is_ascii() && range.len() > 1 {
        return Value::object(vm.heap.ascii_part(text, range));
    }
    piece(vm, &text.as_str()[range])
}

/// The string that `build` writes, into a buffer that is used again and again.
fn built(vm: &mut Vm, build: impl FnOnce(&mut Vm, &mut String) -> R<()>) -> R {
    let mut out = std::mem::take(&mut vm.scratch);
    out.clear();
    let done = build(vm, &mut out);
    let result = done.map(|()| piece(vm, &out));
    if out.capacity() < 1 << 16 {
        vm.scratch = out;
    }
    result
}

/// The same where nothing can go wrong.
fn written(vm: &mut Vm, build: impl FnOnce(&mut String)) -> R {
    built(vm, |_, out| {
        build(out);
        Ok(())
    })
}

/// A new string; of one ASCII character the cached one.
fn piece(vm: &mut Vm, text: &str) -> Value {
    match text.as_bytes() {
        [byte] => vm.char_str(char::from(*byte)),
        _ => vm.new_str(text),
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    if args[2].is_undef()
        && args[3].is_undef()
        && crate::builtins::arguments::is_class(&args[0], &vm.types.str)
        && let Some(plain) = vm.convert(&args[0], &args[1])
    {
        return Ok(plain);
    }
    let of = vm.types.str.clone();
    vm.check_new(&args[0], &of)?;
    let object = &args[1];
    let encoding = vm.optional_str(&args[2], "str() argument 'encoding'")?;
    let errors = vm.optional_str(&args[3], "str() argument 'errors'")?;
    let text = if object.is_undef() {
        vm.new_str("")
    } else if encoding.is_none() && errors.is_none() {
        if object.is(crate::value::Tag::Instance)
            && args[0]
                .as_ref::<crate::value::Class>()
                .is_some_and(|class| class.is(&of))
            && let Some(text) = vm.call_special(object, Special::Str, &[])?
        {
            // A `str` of a subclass stays one.
            vm.expect_text(&text, "__str__")?;
            return Ok(text);
        }
        Value::object(vm.str(object)?)
    } else if let Some(bytes) = bytes_buffer::buffer(vm, object) {
        let encoding = encoding.as_ref().map_or("utf-8", |name| name.as_str());
        let errors = errors.as_ref().map_or("strict", |name| name.as_str());
        codec::decode_value(vm, &bytes, encoding, errors)?
    } else if vm.cast::<Str>(object).is_some() {
        return Err(vm.type_error("decoding str is not supported"));
    } else {
        let found = vm.type_name(object);
        return Err(vm.type_error(format!(
            "decoding to str: need a bytes-like object, {found} found"
        )));
    };
    vm.wrap_new(&args[0], text)
}

fn str(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(receiver(vm, &args[0], "__str__")?))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "__repr__")?;
    built(vm, |vm, out| {
        quote::push_repr(out, text.as_str());
        vm.check_text_size(out.len())
    })
}

fn format(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "__format__")?;
    let spec = vm.format_spec(&args[1])?;
    if spec.is_empty() {
        return Ok(Value::object(vm.str(&args[0])?));
    }
    let name = vm.type_name(&args[0]);
    let parsed = Spec::parse(spec.as_str(), Target::Str, &name);
    let spec = vm.text_value(parsed)?;
    vm.check_text_size(spec.width.saturating_mul(spec.fill.len_utf8()))?;
    let mut out = String::new();
    let pushed = format_str::format_str(&mut out, text.as_str(), &spec, &name);
    vm.text_value(pushed)?;
    if out == text.as_str() {
        // A text that fits as it is stays what it is, whatever its class.
        return Ok(args[0].clone());
    }
    Ok(vm.new_str(&out))
}

fn add(vm: &mut Vm, args: &[Value]) -> R {
    let left = receiver(vm, &args[0], "__add__")?;
    let Some(right) = vm.cast::<Str>(&args[1]) else {
        if is_foreign(&args[1])
            && vm.find_special(&args[1], Special::RAdd).is_some()
            && !vm.is_argument_of_named(&args[1])
        {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let found = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("can only concatenate str (not \"{found}\") to str")));
    };
    if left.is_empty() {
        return Ok(Value::object(right));
    }
    if right.is_empty() {
        return Ok(Value::object(left));
    }
    vm.check_text_size(left.len() + right.len())?;
    Ok(Value::object(vm.heap.join_str(&left, &right)))
}

fn mul(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "__mul__")?;
    let Some(count) = vm.repeat_count(&args[1])? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if count == 1 {
        return Ok(Value::object(text));
    }
    vm.check_times(text.n_chars(), count, "repeated string is too long")?;
    vm.check_text_size(text.len().saturating_mul(count))?;
    let count = if text.is_empty() { 0 } else { count };
    let size = text.len() * count;
    if size < 1 << 12 {
        return written(vm, |out| {
            for _ in 0..count {
                out.push_str(text.as_str());
            }
        });
    }
    let repeated = text.as_str().repeat(count);
    Ok(vm.new_str(&repeated))
}

fn modulo(vm: &mut Vm, args: &[Value]) -> R {
    let template = receiver(vm, &args[0], "__mod__")?;
    let formatted = percent::format_str(vm, &template, &args[1])?;
    if args[0].is(Tag::Instance) && !template.is_empty() && !template.as_str().contains('%') {
        // Nothing was done to it.
        return Ok(args[0].clone());
    }
    Ok(formatted)
}

fn rmodulo(vm: &mut Vm, args: &[Value]) -> R {
    receiver(vm, &args[0], "__rmod__")?;
    match vm.cast::<Str>(&args[1]) {
        Some(template) => percent::format_str(vm, &template, &args[0]),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn contains(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "__contains__")?;
    let words = "'in <string>' requires string as left operand";
    let needle = argument(vm, &args[1], words)?;
    Ok(Value::bool(
        text_search::find(text.as_str(), needle.as_str()).is_some(),
    ))
}

fn getitem(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "__getitem__")?;
    if let Some(slice) = args[1].as_ref::<Slice>() {
        let slice = slice.clone();
        let (start, stop, step) = vm.slice_parts(&slice)?;
        let chars = text.n_chars();
        let picked = pick(start, stop, step, chars);
        if picked.step == 1 {
            let range = picked.start..picked.start + picked.count;
            let range = if text.is_ascii() {
                range
            } else {
                index::byte_range(text.as_str(), range, chars)
            };
            return Ok(part(vm, &text, range));
        }
        return written(vm, |out| {
            index::push_steps(out, text.as_str(), chars, picked.start, step, picked.count);
        });
    }
    if !vm.has_index(&args[1]) {
        let found = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("string indices must be integers, not '{found}'")));
    }
    let at = vm.item_index(&args[1])?;
    let chars = text.n_chars();
    let at = if at < 0 {
        at.saturating_add(chars as i64)
    } else {
        at
    };
    let found = usize::try_from(at).ok().filter(|&at| at < chars);
    match found.and_then(|at| index::char_at(text.as_str(), at, chars)) {
        Some(c) => Ok(vm.char_str(c)),
        None => Err(vm.index_error("string index out of range")),
    }
}

macro_rules! comparisons {
    ($($name:ident $text:literal $test:expr;)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                let test: fn(Ordering) -> bool = $test;
                let left = receiver(vm, &args[0], $text)?;
                // The order of UTF-8 is the order of the characters.
                Ok(match vm.cast::<Str>(&args[1]) {
                    Some(right) => Value::bool(test(left.as_str().cmp(right.as_str()))),
                    None => Value::NOT_IMPLEMENTED,
                })
            }
        )*
    };
}

comparisons! {
    eq "__eq__" Ordering::is_eq;
    ne "__ne__" Ordering::is_ne;
    lt "__lt__" Ordering::is_lt;
    le "__le__" Ordering::is_le;
    gt "__gt__" Ordering::is_gt;
    ge "__ge__" Ordering::is_ge;
}

fn hash(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "__hash__")?;
    Ok(Value::int(text.hash() as i64))
}

fn len(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "__len__")?;
    Ok(Value::int(text.n_chars() as i64))
}

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "__iter__")?;
    let mut iter = Iter::new(IterState::Str { text, at: 0 });
    if !args[0].is(Tag::Str) {
        iter.kind = OTHER_TEXT;
    }
    Ok(Value::object(vm.heap.alloc(iter)))
}

fn getnewargs(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "__getnewargs__")?;
    Ok(Value::object(vm.heap.new_tuple(vec![Value::object(text)])))
}

/// Installs the type.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.str.clone();
    for methods in [
        METHODS,
        case::METHODS,
        codec::METHODS,
        format::METHODS,
        pad::METHODS,
        search::METHODS,
        split::METHODS,
        test::METHODS,
        translate::METHODS,
    ] {
        vm.add_methods(&class, methods);
    }
    vm.set_doc(
        &class,
        "str(object='', encoding='utf-8', errors='strict'): a text, of any object or decoded.",
    );
}

const METHODS: &[Def] = &[
    static_def(
        "__new__",
        new,
        "cls, /, object='', encoding='utf-8', errors='strict'",
    ),
    def("__repr__", repr, "self, /"),
    def("__str__", str, "self, /"),
    def("__format__", format, "self, format_spec, /"),
    def("__hash__", hash, "self, /"),
    def("__lt__", lt, "self, value, /"),
    def("__le__", le, "self, value, /"),
    def("__eq__", eq, "self, value, /"),
    def("__ne__", ne, "self, value, /"),
    def("__gt__", gt, "self, value, /"),
    def("__ge__", ge, "self, value, /"),
    def("__iter__", iter, "self, /"),
    def("__mod__", modulo, "self, value, /"),
    def("__rmod__", rmodulo, "self, value, /"),
    def("__len__", len, "self, /"),
    def("__getitem__", getitem, "self, key, /"),
    def("__add__", add, "self, value, /"),
    def("__mul__", mul, "self, value, /"),
    def("__rmul__", mul, "self, value, /"),
    def("__contains__", contains, "self, key, /"),
    def("__getnewargs__", getnewargs, "self, /"),
];
