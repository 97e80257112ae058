//! What `bytes` and `bytearray` have in common: every method that does not change its object.
//!
//! A result has the type of its object.

use std::cmp::Ordering;
use std::ops::{Deref, Range};

use super::arguments::{is_foreign, pick};
use super::bytearray::{ByteArray, new_bytearray};
use super::bytes_buffer::{Buffer, buffer, byte, bytes_like, own_bytes};
use super::str::{codec, percent, split};
use crate::text::{bytes_search, case, classes, index, pad, search};
use crate::value::{Bytes, Slice, Special, Str, Tag, Tuple, Value};
use crate::vm::{Def, R, Vm, class_def, def, static_def};

/// `self` of a method.
struct Receiver {
    bytes: Buffer,
    is_array: bool,
}

impl Deref for Receiver {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Receiver {
    /// A new object of the same type.
    fn make(&self, vm: &mut Vm, bytes: &[u8]) -> Value {
        if self.is_array {
            new_bytearray(vm, bytes.to_vec())
        } else {
            Value::object(vm.heap.new_bytes(bytes))
        }
    }

    /// The part of the object, or the object itself if that is all.
    fn part(&self, vm: &mut Vm, range: Range<usize>) -> Value {
        match &self.bytes {
            Buffer::Bytes(bytes) if range.len() == bytes.len() => Value::object(bytes.clone()),
            bytes => self.make(vm, &bytes[range]),
        }
    }

    fn whole(&self, vm: &mut Vm) -> Value {
        self.part(vm, 0..self.len())
    }

    fn list(&self, vm: &mut Vm, parts: impl IntoIterator<Item = Range<usize>>) -> Value {
        let items = parts
            .into_iter()
            .map(|range| self.part(vm, range))
            .collect();
        Value::object(vm.heap.new_list(items))
    }
}

fn receiver(vm: &mut Vm, value: &Value, method: &str) -> R<Receiver> {
    match own_bytes(vm, value) {
        Some(bytes) => {
            let is_array = matches!(bytes, Buffer::Array(_));
            Ok(Receiver { bytes, is_array })
        }
        None => Err(vm.wrong_self(method, "bytes", value)),
    }
}

fn getitem(vm: &mut Vm, args: &[Value]) -> R {
    if args[0].is(Tag::Instance) || !matches!(args[0].tag(), Tag::Bytes | Tag::Opaque) {
        receiver(vm, &args[0], "__getitem__")?;
    }
    if let Some(slice) = args[1].as_ref::<Slice>() {
        let slice = slice.clone();
        let (start, stop, step) = vm.slice_parts(&slice)?;
        let bytes = receiver(vm, &args[0], "__getitem__")?;
        let picked = pick(start, stop, step, bytes.len());
        if step == 1 {
            return Ok(bytes.part(vm, picked.start..picked.start + picked.count));
        }
        let chosen: Vec<u8> = picked.indices().map(|at| bytes[at]).collect();
        return Ok(bytes.make(vm, &chosen));
    }
    let is_array = vm.plain(&args[0]).is(Tag::Opaque);
    if !vm.has_index(&args[1]) {
        let found = vm.type_name(&args[1]);
        let noun = if is_array { "bytearray" } else { "byte" };
        return Err(vm.type_error(format!(
            "{noun} indices must be integers or slices, not {found}"
        )));
    }
    let at = vm.item_index(&args[1])?;
    let plain = vm.plain(&args[0]);
    let found = if let Some(array) = plain.as_data::<ByteArray>() {
        array.get(at)
    } else {
        let bytes = receiver(vm, &args[0], "__getitem__")?;
        let at = if at < 0 {
            at.saturating_add(bytes.len() as i64)
        } else {
            at
        };
        usize::try_from(at)
            .ok()
            .and_then(|at| bytes.get(at).copied())
    };
    match found {
        Some(byte) => Ok(Value::int(i64::from(byte))),
        None if is_array => Err(vm.index_error("bytearray index out of range")),
        None => Err(vm.index_error("index out of range")),
    }
}

fn len(vm: &mut Vm, args: &[Value]) -> R {
    let plain = vm.plain(&args[0]);
    if let Some(array) = plain.as_data::<ByteArray>() {
        return Ok(Value::int(array.len() as i64));
    }
    Ok(Value::int(receiver(vm, &args[0], "__len__")?.len() as i64))
}

fn add(vm: &mut Vm, args: &[Value]) -> R {
    let left = receiver(vm, &args[0], "__add__")?;
    let Some(right) = buffer(vm, &args[1]) else {
        if is_foreign(&args[1])
            && vm.find_special(&args[1], Special::RAdd).is_some()
            && !vm.is_argument_of_named(&args[1])
        {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let (kind, found) = (vm.type_name(&args[0]), vm.type_name(&args[1]));
        return Err(vm.type_error(format!("can't concat {found} to {kind}")));
    };
    vm.check_text_size(left.len() + right.len())?;
    let sum = [&*left, &*right].concat();
    Ok(left.make(vm, &sum))
}

fn mul(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "__mul__")?;
    let Some(count) = vm.repeat_count(&args[1])? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if count == 1 {
        return Ok(bytes.whole(vm));
    }
    vm.check_times(bytes.len(), count, "repeated bytes are too long")?;
    vm.check_text_size(bytes.len().saturating_mul(count))?;
    let repeated = bytes.repeat(if bytes.is_empty() { 0 } else { count });
    Ok(bytes.make(vm, &repeated))
}

fn rmodulo(vm: &mut Vm, args: &[Value]) -> R {
    receiver(vm, &args[0], "__rmod__")?;
    // As an operator the other side, if it is bytes, has been asked already.
    let array = vm.types.bytearray.clone();
    let is_alike = match vm.cast::<Bytes>(&args[0]) {
        Some(_) => vm.cast::<Bytes>(&args[1]).is_some(),
        None => vm.is_instance(&args[1], &array),
    };
    if !is_alike {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    modulo(vm, &[args[1].clone(), args[0].clone()])
}

fn modulo(vm: &mut Vm, args: &[Value]) -> R {
    let template = receiver(vm, &args[0], "__mod__")?;
    let formatted = percent::format_bytes(vm, &template, &args[1])?;
    Ok(template.make(vm, &formatted))
}

macro_rules! comparisons {
    ($($name:ident $text:literal $test:expr;)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                let test: fn(Ordering) -> bool = $test;
                let left = receiver(vm, &args[0], $text)?;
                // A bytes object compares itself with its like only, and leaves other memory to it.
                if vm.cast::<Bytes>(&args[0]).is_some() && vm.cast::<Bytes>(&args[1]).is_none() {
                    return Ok(Value::NOT_IMPLEMENTED);
                }
                Ok(match buffer(vm, &args[1]) {
                    Some(right) => Value::bool(test((*left).cmp(&*right))),
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

fn contains(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "__contains__")?;
    if vm.has_index(&args[1]) {
        match vm.clipped(&args[1]) {
            Ok(int) => {
                let byte = byte(vm, &Value::int(int), "byte")?;
                return Ok(Value::bool(bytes.contains(&byte)));
            }
            // What is no number after all may be a text.
            Err(_) if !vm.is_stopped() => drop(vm.take_raised()),
            Err(raised) => return Err(raised),
        }
    }
    let needle = bytes_like(vm, &args[1])?;
    Ok(Value::bool(bytes_search::find(&bytes, &needle).is_some()))
}

/// A needle: bytes, or the int of one byte.
fn needle(vm: &mut Vm, value: &Value) -> R<Buffer> {
    if let Some(bytes) = buffer(vm, value) {
        return Ok(bytes);
    }
    if vm.has_index(value) {
        return Ok(Buffer::Array(vec![byte(vm, value, "byte")?]));
    }
    let found = vm.type_name(value);
    Err(vm.type_error(format!(
        "argument should be integer or bytes-like object, not '{found}'"
    )))
}

fn window(vm: &mut Vm, len: usize, start: &Value, end: &Value) -> R<Option<Range<usize>>> {
    let start = vm.slice_bound(start, 0)?;
    let end = vm.slice_bound(end, i64::MAX)?;
    Ok(index::clip(start, end, len))
}

type Search = fn(&[u8], &[u8]) -> Option<usize>;

fn locate(vm: &mut Vm, args: &[Value], method: &str, search: Search) -> R<Option<i64>> {
    let bytes = receiver(vm, &args[0], method)?;
    let window = window(vm, bytes.len(), &args[2], &args[3])?;
    let needle = needle(vm, &args[1])?;
    let Some(window) = window else {
        return Ok(None);
    };
    let start = window.start;
    Ok(search(&bytes[window], &needle).map(|at| (start + at) as i64))
}

fn find(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(
        locate(vm, args, "find", bytes_search::find)?.unwrap_or(-1),
    ))
}

fn rfind(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(
        locate(vm, args, "rfind", bytes_search::rfind)?.unwrap_or(-1),
    ))
}

fn index(vm: &mut Vm, args: &[Value]) -> R {
    match locate(vm, args, "index", bytes_search::find)? {
        Some(at) => Ok(Value::int(at)),
        None => Err(vm.value_error("subsection not found")),
    }
}

fn rindex(vm: &mut Vm, args: &[Value]) -> R {
    match locate(vm, args, "rindex", bytes_search::rfind)? {
        Some(at) => Ok(Value::int(at)),
        None => Err(vm.value_error("subsection not found")),
    }
}

fn count(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "count")?;
    let window = window(vm, bytes.len(), &args[2], &args[3])?;
    let needle = needle(vm, &args[1])?;
    let count = window.map_or(0, |window| bytes_search::count(&bytes[window], &needle));
    Ok(Value::int(count as i64))
}

fn has_affix(vm: &mut Vm, args: &[Value], method: &str, test: fn(&[u8], &[u8]) -> bool) -> R {
    let bytes = receiver(vm, &args[0], method)?;
    let window = window(vm, bytes.len(), &args[2], &args[3])?;
    let shown = window.map(|window| &bytes[window]);
    if let Some(affix) = buffer(vm, &args[1]) {
        return Ok(Value::bool(shown.is_some_and(|shown| test(shown, &affix))));
    }
    let Some(tuple) = vm.cast::<Tuple>(&args[1]) else {
        let found = vm.type_name(&args[1]);
        return Err(vm.type_error(format!(
            "{method} first arg must be bytes or a tuple of bytes, not {found}"
        )));
    };
    for item in tuple.items() {
        let affix = bytes_like(vm, item)?;
        if shown.is_some_and(|shown| test(shown, &affix)) {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

fn startswith(vm: &mut Vm, args: &[Value]) -> R {
    has_affix(vm, args, "startswith", <[u8]>::starts_with)
}

fn endswith(vm: &mut Vm, args: &[Value]) -> R {
    has_affix(vm, args, "endswith", <[u8]>::ends_with)
}

fn replace(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "replace")?;
    let from = bytes_like(vm, &args[1])?;
    let to = bytes_like(vm, &args[2])?;
    let max = vm.limit_or_none(&args[3])?;
    if to.len() > from.len() {
        let count = bytes_search::count(&bytes, &from);
        let count = max.map_or(count, |max| max.min(count));
        let growth = (to.len() - from.len()).saturating_mul(count);
        vm.check_text_size(growth.saturating_add(bytes.len()))?;
    }
    match bytes_search::replace(&bytes, &from, &to, max) {
        Some(replaced) => Ok(bytes.make(vm, &replaced)),
        None => Ok(bytes.whole(vm)),
    }
}

fn strip_ends(vm: &mut Vm, args: &[Value], method: &str, left: bool, right: bool) -> R {
    let bytes = receiver(vm, &args[0], method)?;
    let set = if args[1].is_undef() || args[1].is_none() {
        None
    } else {
        Some(bytes_like(vm, &args[1])?)
    };
    let range = bytes_search::strip(&bytes, set.as_deref(), left, right);
    Ok(bytes.part(vm, range))
}

fn strip(vm: &mut Vm, args: &[Value]) -> R {
    strip_ends(vm, args, "strip", true, true)
}

fn lstrip(vm: &mut Vm, args: &[Value]) -> R {
    strip_ends(vm, args, "lstrip", true, false)
}

fn rstrip(vm: &mut Vm, args: &[Value]) -> R {
    strip_ends(vm, args, "rstrip", false, true)
}

fn removeprefix(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "removeprefix")?;
    let prefix = bytes_like(vm, &args[1])?;
    let start = if bytes.starts_with(&prefix) {
        prefix.len()
    } else {
        0
    };
    Ok(bytes.part(vm, start..bytes.len()))
}

fn removesuffix(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "removesuffix")?;
    let suffix = bytes_like(vm, &args[1])?;
    let cut = if bytes.ends_with(&suffix) {
        suffix.len()
    } else {
        0
    };
    Ok(bytes.part(vm, 0..bytes.len() - cut))
}

/// The separator; None for white space.
fn separator(vm: &mut Vm, value: &Value) -> R<Option<Buffer>> {
    if value.is_undef() || value.is_none() {
        return Ok(None);
    }
    let separator = bytes_like(vm, value)?;
    if separator.is_empty() {
        return Err(vm.text_error(search::empty_separator()));
    }
    Ok(Some(separator))
}

fn split(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "split")?;
    let max = vm.limit_or_none(&args[2])?;
    Ok(match separator(vm, &args[1])? {
        Some(separator) => bytes.list(vm, bytes_search::Split::new(&bytes, &separator, max)),
        None => bytes.list(vm, bytes_search::split_space(&bytes, max)),
    })
}

fn rsplit(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "rsplit")?;
    let max = vm.limit_or_none(&args[2])?;
    let parts = match separator(vm, &args[1])? {
        Some(separator) => bytes_search::rsplit(&bytes, &separator, max),
        None => bytes_search::rsplit_space(&bytes, max),
    };
    Ok(bytes.list(vm, parts))
}

fn splitlines(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "splitlines")?;
    let keep = vm.c_int_or(&args[1], 0)? != 0;
    Ok(bytes.list(vm, bytes_search::split_lines(&bytes, keep)))
}

fn partition_at(vm: &mut Vm, args: &[Value], method: &str, find: Search, whole: usize) -> R {
    let bytes = receiver(vm, &args[0], method)?;
    let separator = bytes_like(vm, &args[1])?;
    if separator.is_empty() {
        return Err(vm.text_error(search::empty_separator()));
    }
    let parts = match find(&bytes, &separator) {
        Some(at) => {
            let after = at + separator.len();
            vec![
                bytes.part(vm, 0..at),
                if bytes.is_array {
                    bytes.part(vm, at..after)
                } else {
                    args[1].clone()
                },
                bytes.part(vm, after..bytes.len()),
            ]
        }
        None => {
            let mut parts: Vec<Value> = (0..3).map(|_| bytes.make(vm, b"")).collect();
            parts[whole] = bytes.whole(vm);
            parts
        }
    };
    Ok(Value::object(vm.heap.new_tuple(parts)))
}

fn partition(vm: &mut Vm, args: &[Value]) -> R {
    partition_at(vm, args, "partition", bytes_search::find, 0)
}

fn rpartition(vm: &mut Vm, args: &[Value]) -> R {
    partition_at(vm, args, "rpartition", bytes_search::rfind, 2)
}

fn join(vm: &mut Vm, args: &[Value]) -> R {
    let separator = receiver(vm, &args[0], "join")?;
    let items = split::items_to_join(vm, &args[1])?;
    let mut joined = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Some(bytes) = buffer(vm, item) else {
            let found = vm.type_name(item);
            return Err(vm.type_error(format!(
                "sequence item {at}: expected a bytes-like object, {found} found"
            )));
        };
        if at > 0 {
            joined.extend_from_slice(&separator);
        }
        joined.extend_from_slice(&bytes);
        vm.check_text_size(joined.len())?;
    }
    Ok(separator.make(vm, &joined))
}

fn decode(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "decode")?;
    let encoding = vm.optional_str(&args[1], "decode() argument 'encoding'")?;
    let errors = vm.optional_str(&args[2], "decode() argument 'errors'")?;
    let encoding = encoding.as_ref().map_or("utf-8", |name| name.as_str());
    let errors = errors.as_ref().map_or("strict", |name| name.as_str());
    codec::decode_value(vm, &bytes, encoding, errors)
}

macro_rules! cases {
    ($($name:ident $change:expr;)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                let change: fn(&[u8]) -> Vec<u8> = $change;
                let bytes = receiver(vm, &args[0], stringify!($name))?;
                Ok(bytes.make(vm, &change(&bytes)))
            }
        )*
    };
}

cases! {
    lower |bytes| bytes.to_ascii_lowercase();
    upper |bytes| bytes.to_ascii_uppercase();
    title case::title_bytes;
    capitalize |bytes| {
        let mut changed = bytes.to_ascii_lowercase();
        if let Some(first) = changed.first_mut() {
            first.make_ascii_uppercase();
        }
        changed
    };
    swapcase |bytes| {
        let swap = |byte: &u8| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { *byte };
        bytes.iter().map(swap).collect()
    };
}

macro_rules! tests {
    ($($name:ident $test:expr;)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                let test: fn(&[u8]) -> bool = $test;
                let bytes = receiver(vm, &args[0], stringify!($name))?;
                Ok(Value::bool(test(&bytes)))
            }
        )*
    };
}

/// Whether there are bytes and all pass.
fn every(bytes: &[u8], test: fn(&u8) -> bool) -> bool {
    !bytes.is_empty() && bytes.iter().all(test)
}

/// Whether some byte passes and none is refused.
fn some(bytes: &[u8], test: fn(&u8) -> bool, refused: fn(&u8) -> bool) -> bool {
    bytes.iter().any(test) && !bytes.iter().any(refused)
}

tests! {
    isalnum |bytes| every(bytes, u8::is_ascii_alphanumeric);
    isalpha |bytes| every(bytes, u8::is_ascii_alphabetic);
    isascii <[u8]>::is_ascii;
    isdigit |bytes| every(bytes, u8::is_ascii_digit);
    isspace |bytes| every(bytes, |&byte| classes::is_space_byte(byte));
    islower |bytes| some(bytes, u8::is_ascii_lowercase, u8::is_ascii_uppercase);
    isupper |bytes| some(bytes, u8::is_ascii_uppercase, u8::is_ascii_lowercase);
    istitle |bytes| {
        bytes.iter().any(u8::is_ascii_alphabetic) && case::title_bytes(bytes) == bytes
    };
}

/// Pads with `left` and `right` fill bytes, as `share` says of how many are missing and of the
/// width.
fn fill(vm: &mut Vm, args: &[Value], method: &str, share: fn(usize, usize) -> (usize, usize)) -> R {
    let bytes = receiver(vm, &args[0], method)?;
    let width = usize::try_from(vm.index(&args[1])?).unwrap_or(0);
    let mut byte = b' ';
    if !args[2].is_undef() {
        let given = buffer(vm, &args[2]);
        match given.as_deref() {
            Some(&[given]) => byte = given,
            _ => {
                let found = vm.argument_type(&args[2]);
                return Err(vm.type_error(format!(
                    "{method}() argument 2 must be a byte string of length 1, not {found}"
                )));
            }
        }
    }
    let missing = width.saturating_sub(bytes.len());
    if missing == 0 {
        return Ok(bytes.whole(vm));
    }
    vm.check_text_size(width)?;
    let (left, right) = share(missing, width);
    let filled = [&vec![byte; left], &*bytes, &vec![byte; right]].concat();
    Ok(bytes.make(vm, &filled))
}

fn center(vm: &mut Vm, args: &[Value]) -> R {
    fill(vm, args, "center", |missing, width| {
        let left = pad::center_left(missing, width);
        (left, missing - left)
    })
}

fn ljust(vm: &mut Vm, args: &[Value]) -> R {
    fill(vm, args, "ljust", |missing, _| (0, missing))
}

fn rjust(vm: &mut Vm, args: &[Value]) -> R {
    fill(vm, args, "rjust", |missing, _| (missing, 0))
}

fn zfill(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "zfill")?;
    let width = usize::try_from(vm.index(&args[1])?).unwrap_or(0);
    let missing = width.saturating_sub(bytes.len());
    if missing == 0 {
        return Ok(bytes.whole(vm));
    }
    vm.check_text_size(width)?;
    let sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let filled = [&bytes[..sign], &vec![b'0'; missing], &bytes[sign..]].concat();
    Ok(bytes.make(vm, &filled))
}

fn expandtabs(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "expandtabs")?;
    let size = usize::try_from(vm.c_int_or(&args[1], 8)?).unwrap_or(0);
    let tabs = bytes.iter().filter(|&&byte| byte == b'\t').count();
    vm.check_text_size(bytes.len().saturating_add(tabs.saturating_mul(size)))?;
    let mut out = Vec::with_capacity(bytes.len());
    let mut column = 0;
    for &byte in bytes.iter() {
        match byte {
            b'\t' if size > 0 => {
                let blanks = size - column % size;
                out.resize(out.len() + blanks, b' ');
                column += blanks;
            }
            b'\t' => {}
            _ => {
                out.push(byte);
                column = if matches!(byte, b'\n' | b'\r') {
                    0
                } else {
                    column + 1
                };
            }
        }
    }
    Ok(bytes.make(vm, &out))
}

fn hex(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "hex")?;
    hex_of(vm, &bytes, args)
}

/// `hex(sep, bytes_per_sep)` of these bytes, with the arguments of such a method.
pub(super) fn hex_of(vm: &mut Vm, bytes: &[u8], args: &[Value]) -> R {
    let mut separator = None;
    let group = if args[2].is_undef() {
        1
    } else {
        vm.clipped(&args[2])?
    };
    if i32::try_from(group).is_err() {
        return Err(vm.overflow_error("Python int too large to convert to C int"));
    }
    if !args[1].is_undef() {
        let given = match vm.cast::<Str>(&args[1]) {
            Some(text) => text.as_str().to_owned(),
            None => match buffer(vm, &args[1]) {
                Some(given) => given.iter().map(|&byte| char::from(byte)).collect(),
                None => {
                    let one = vm.len(&args[1])? == 1;
                    return Err(if one {
                        vm.type_error("sep must be str or bytes.")
                    } else {
                        vm.value_error("sep must be length 1.")
                    });
                }
            },
        };
        let mut chars = given.chars();
        separator = match (chars.next(), chars.next()) {
            (Some(c), None) if c.is_ascii() => Some(c),
            (Some(_), None) => return Err(vm.value_error("sep must be ASCII.")),
            _ => return Err(vm.value_error("sep must be length 1.")),
        };
    }
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    vm.check_text_size(bytes.len().saturating_mul(3))?;
    let mut out = String::with_capacity(bytes.len() * 2);
    for (at, byte) in bytes.iter().enumerate() {
        // Groups are counted from the right, unless the size is negative.
        let before = if group > 0 { bytes.len() - at } else { at };
        if let Some(separator) = separator
            && at > 0
            && size > 0
            && before % size == 0
        {
            out.push(separator);
        }
        for digit in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(digit), 16).expect("half a byte is a digit"));
        }
    }
    Ok(vm.new_str(&out))
}

/// The byte values a class method makes, as an object of its class.
fn of_class(vm: &mut Vm, class: &Value, bytes: Vec<u8>) -> R {
    let exact = Value::object(vm.types.bytearray.clone());
    if class.is_same(&exact) {
        return Ok(new_bytearray(vm, bytes));
    }
    let made = Value::object(vm.heap.new_bytes(&bytes));
    let exact = Value::object(vm.types.bytes.clone());
    if class.is_same(&exact) {
        Ok(made)
    } else {
        vm.call(class, &[made])
    }
}

fn fromhex(vm: &mut Vm, args: &[Value]) -> R {
    let Some(text) = vm.cast::<Str>(&args[1]) else {
        let found = vm.argument_type(&args[1]);
        return Err(vm.type_error(format!("fromhex() argument must be str, not {found}")));
    };
    let mut bytes = Vec::new();
    let mut high = None;
    let mut position = 0;
    // What is not ASCII is noticed before anything else.
    let mut wrong = text.as_str().chars().position(|c| !c.is_ascii());
    for c in text.as_str().chars() {
        let blank = high.is_none() && c.is_ascii() && classes::is_space_byte(c as u8);
        match (c.to_digit(16), high) {
            _ if blank => {}
            (Some(digit), None) => high = Some(digit),
            (Some(digit), Some(first)) => {
                bytes.push((first << 4 | digit) as u8);
                high = None;
            }
            (None, _) => {
                wrong = wrong.or(Some(position));
                break;
            }
        }
        position += 1;
    }
    if let Some(at) = wrong.or(high.map(|_| position)) {
        return Err(vm.value_error(format!(
            "non-hexadecimal number found in fromhex() arg at position {at}"
        )));
    }
    of_class(vm, &args[0], bytes)
}

fn maketrans(vm: &mut Vm, args: &[Value]) -> R {
    let from = bytes_like(vm, &args[0])?;
    let to = bytes_like(vm, &args[1])?;
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (&a, &b) in from.iter().zip(to.iter()) {
        table[usize::from(a)] = b;
    }
    Ok(Value::object(vm.heap.new_bytes(&table)))
}

fn translate(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = receiver(vm, &args[0], "translate")?;
    let table = if args[1].is_none() {
        None
    } else {
        Some(bytes_like(vm, &args[1])?)
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let deleted = if args[2].is_undef() {
        None
    } else {
        Some(bytes_like(vm, &args[2])?)
    };
    let kept = bytes.iter().filter(|byte| {
        deleted
            .as_ref()
            .is_none_or(|deleted| !deleted.contains(byte))
    });
    let mapped: Vec<u8> = match &table {
        Some(table) => kept.map(|&byte| table[usize::from(byte)]).collect(),
        None => kept.copied().collect(),
    };
    Ok(bytes.make(vm, &mapped))
}

pub(super) const METHODS: &[Def] = &[
    def("__lt__", lt, "self, value, /"),
    def("__le__", le, "self, value, /"),
    def("__eq__", eq, "self, value, /"),
    def("__ne__", ne, "self, value, /"),
    def("__gt__", gt, "self, value, /"),
    def("__ge__", ge, "self, value, /"),
    def("__len__", len, "self, /"),
    def("__getitem__", getitem, "self, key, /"),
    def("__add__", add, "self, value, /"),
    def("__mul__", mul, "self, value, /"),
    def("__rmul__", mul, "self, value, /"),
    def("__mod__", modulo, "self, value, /"),
    def("__rmod__", rmodulo, "self, value, /"),
    def("__contains__", contains, "self, key, /"),
    def("capitalize", capitalize, "self, /"),
    def("center", center, "self, width, fillchar=b' ', /"),
    def("count", count, "self, sub, start=None, end=None, /"),
    def(
        "decode",
        decode,
        "self, /, encoding='utf-8', errors='strict'",
    ),
    def(
        "endswith",
        endswith,
        "self, suffix, start=None, end=None, /",
    ),
    def("expandtabs", expandtabs, "self, /, tabsize=8"),
    def("find", find, "self, sub, start=None, end=None, /"),
    class_def("fromhex", fromhex, "cls, string, /"),
    def("hex", hex, "self, /, sep=None, bytes_per_sep=1"),
    def("index", index, "self, sub, start=None, end=None, /"),
    def("isalnum", isalnum, "self, /"),
    def("isalpha", isalpha, "self, /"),
    def("isascii", isascii, "self, /"),
    def("isdigit", isdigit, "self, /"),
    def("islower", islower, "self, /"),
    def("isspace", isspace, "self, /"),
    def("istitle", istitle, "self, /"),
    def("isupper", isupper, "self, /"),
    def("join", join, "self, iterable_of_bytes, /"),
    def("ljust", ljust, "self, width, fillchar=b' ', /"),
    def("lower", lower, "self, /"),
    def("lstrip", lstrip, "self, bytes=None, /"),
    static_def("maketrans", maketrans, "frm, to, /"),
    def("partition", partition, "self, sep, /"),
    def("replace", replace, "self, old, new, count=-1, /"),
    def("removeprefix", removeprefix, "self, prefix, /"),
    def("removesuffix", removesuffix, "self, suffix, /"),
    def("rfind", rfind, "self, sub, start=None, end=None, /"),
    def("rindex", rindex, "self, sub, start=None, end=None, /"),
    def("rjust", rjust, "self, width, fillchar=b' ', /"),
    def("rpartition", rpartition, "self, sep, /"),
    def("rsplit", rsplit, "self, /, sep=None, maxsplit=-1"),
    def("rstrip", rstrip, "self, bytes=None, /"),
    def("split", split, "self, /, sep=None, maxsplit=-1"),
    def("splitlines", splitlines, "self, /, keepends=False"),
    def(
        "startswith",
        startswith,
        "self, prefix, start=None, end=None, /",
    ),
    def("strip", strip, "self, bytes=None, /"),
    def("swapcase", swapcase, "self, /"),
    def("title", title, "self, /"),
    def("translate", translate, "self, table, /, delete=b''"),
    def("upper", upper, "self, /"),
    def("zfill", zfill, "self, width, /"),
];
