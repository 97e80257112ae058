//! `str`: taking apart and putting together.

use std::ops::Range;

use super::{argument, part, receiver};
use crate::heap::Ref;
use crate::text::bytes_search::find_byte;
use crate::text::search;
use crate::value::{List, Special, Str, Tuple, Value};
use crate::vm::{Def, R, Vm, def, given};

/// So many parts most lists of them have room for.
const FEW: usize = 8;

/// A list of parts of `text`.
fn list_of(vm: &mut Vm, text: &Ref<Str>, ranges: impl Iterator<Item = Range<usize>>) -> Value {
    let parts = vm.heap.list_with_room(FEW);
    for range in ranges {
        parts.push(part(vm, text, range));
    }
    Value::object(parts)
}

/// The parts of an ASCII text between this character.
fn split_at_byte(vm: &mut Vm, text: &Ref<Str>, separator: u8) -> Value {
    let parts = vm.heap.list_with_room(FEW);
    let (bytes, mut start) = (text.items(), 0);
    loop {
        // Most fields are short.
        let rest = &bytes[start..];
        let (near, far) = rest.split_at(rest.len().min(12));
        let found = near
            .iter()
            .position(|&byte| byte == separator)
            .or_else(|| find_byte(far, separator).map(|at| near.len() + at));
        let Some(found) = found else { break };
        parts.push(part(vm, text, start..start + found));
        start += found + 1;
    }
    parts.push(part(vm, text, start..text.len()));
    Value::object(parts)
}

/// The words of an ASCII text.
fn words_of_ascii(vm: &mut Vm, text: &Ref<Str>) -> Value {
    let words = vm.heap.list_with_room(FEW);
    let mut at = 0;
    while let Some(begin) = at_byte(text, at, |byte| !search::is_ascii_space(byte)) {
        let end = at_byte(text, begin, search::is_ascii_space).unwrap_or(text.len());
        words.push(part(vm, text, begin..end));
        at = end;
    }
    Value::object(words)
}

/// The place from `at` on of the first such byte.
#[inline(always)]
fn at_byte(text: &Str, at: usize, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let found = text.items()[at..].iter().position(|&byte| wanted(byte));
    found.map(|found| at + found)
}

/// The two parts of an ASCII text before and after the last such character.
fn cut_at_last(vm: &mut Vm, text: &Ref<Str>, separator: u8) -> Value {
    let parts = vm.heap.list_with_room(2);
    match text.items().iter().rposition(|&byte| byte == separator) {
        Some(at) => {
            parts.push(part(vm, text, 0..at));
            parts.push(part(vm, text, at + 1..text.len()));
        }
        None => parts.push(Value::object(text.clone())),
    }
    Value::object(parts)
}

/// The separator; None for white space.
fn separator(vm: &mut Vm, value: &Value) -> R<Option<Ref<Str>>> {
    if value.is_undef() || value.is_none() {
        return Ok(None);
    }
    let separator = argument(vm, value, "must be str or None")?;
    if separator.is_empty() {
        return Err(vm.text_error(search::empty_separator()));
    }
    Ok(Some(separator))
}

fn split(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "split")?;
    let max = vm.limit_or_none(given(args, 2))?;
    Ok(match separator(vm, &args[1])? {
        Some(separator) if separator.len() == 1 && text.is_ascii() && max.is_none() => {
            split_at_byte(vm, &text, separator.items()[0])
        }
        Some(separator) => {
            let pieces = search::split(text.as_str(), separator.as_str(), max);
            list_of(vm, &text, pieces)
        }
        None if text.is_ascii() && max.is_none() => words_of_ascii(vm, &text),
        None => list_of(vm, &text, search::Words::new(text.as_str(), max)),
    })
}

fn rsplit(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "rsplit")?;
    let max = vm.limit_or_none(&args[2])?;
    let pieces = match separator(vm, &args[1])? {
        Some(separator) if separator.len() == 1 && text.is_ascii() && max == Some(1) => {
            return Ok(cut_at_last(vm, &text, separator.items()[0]));
        }
        Some(separator) => search::rsplit(text.as_str(), separator.as_str(), max),
        None => search::rsplit_space(text.as_str(), max),
    };
    Ok(list_of(vm, &text, pieces.into_iter()))
}

fn splitlines(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "splitlines")?;
    let keep = vm.c_int_or(given(args, 1), 0)? != 0;
    Ok(list_of(vm, &text, search::Lines::new(text.as_str(), keep)))
}

/// The tuple of what precedes the separator, itself, and what follows it; `whole` gives the
/// place of the text if the separator is not in it.
fn partition_at(
    vm: &mut Vm,
    args: &[Value],
    method: &str,
    find: fn(&str, &str) -> Option<usize>,
    whole: usize,
) -> R {
    let text = receiver(vm, &args[0], method)?;
    let separator = argument(vm, &args[1], "must be str")?;
    if separator.is_empty() {
        return Err(vm.text_error(search::empty_separator()));
    }
    let mut parts = match find(text.as_str(), separator.as_str()) {
        Some(at) => {
            let before = part(vm, &text, 0..at);
            let after = part(vm, &text, at + separator.len()..text.len());
            [before, Value::object(separator), after]
        }
        None => {
            let empty = vm.new_str("");
            let mut parts = [empty.clone(), empty.clone(), empty];
            parts[whole] = Value::object(text);
            parts
        }
    };
    let take = |at: usize| std::mem::replace(&mut parts[at], Value::UNDEF);
    Ok(Value::object(vm.heap.tuple_from(3, take)))
}

fn partition(vm: &mut Vm, args: &[Value]) -> R {
    partition_at(vm, args, "partition", search::find, 0)
}

fn rpartition(vm: &mut Vm, args: &[Value]) -> R {
    partition_at(vm, args, "rpartition", search::rfind, 2)
}

/// All items of an iterable.
///
/// # Errors
/// TypeError `can only join an iterable`.
pub(crate) fn items_to_join(vm: &mut Vm, iterable: &Value) -> R<Vec<Value>> {
    if let Some(list) = iterable.as_ref::<List>() {
        return Ok(list.to_vec());
    }
    if let Some(tuple) = iterable.as_ref::<Tuple>() {
        return Ok(tuple.items().to_vec());
    }
    if vm.find_special(iterable, Special::Iter).is_none()
        && vm.find_special(iterable, Special::GetItem).is_none()
    {
        return Err(vm.type_error("can only join an iterable"));
    }
    super::super::sequence::to_vec_or(vm, iterable, "can only join an iterable")
}

/// Joins a list or tuple of exact strings; None for anything else.
fn join_exact(vm: &mut Vm, separator: &Ref<Str>, iterable: &Value) -> Option<R> {
    if let Some(list) = iterable.as_ref::<List>() {
        // No script code runs while the list is looked at.
        return list.items.with(|items| join_items(vm, separator, items));
    }
    join_items(vm, separator, iterable.as_ref::<Tuple>()?.items())
}

fn join_items(vm: &mut Vm, separator: &Ref<Str>, items: &[Value]) -> Option<R> {
    if items.len() < 2 {
        return None;
    }
    let gaps = items.len() - 1;
    let (mut size, mut chars) = (separator.len() * gaps, separator.n_chars() * gaps);
    for item in items {
        let text = item.as_ref::<Str>()?;
        size += text.len();
        chars += text.n_chars();
    }
    if !(2..=1 << 20).contains(&size) {
        return None;
    }
    let mut joined = std::mem::take(&mut vm.scratch);
    joined.clear();
    joined.reserve(size);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            joined.push_str(separator.as_str());
        }
        joined.push_str(item.as_ref::<Str>()?.as_str());
    }
    let result = Value::object(vm.heap.str_of_chars(&joined, chars));
    if size < 1 << 16 {
        vm.scratch = joined;
    }
    Some(Ok(result))
}

fn join(vm: &mut Vm, args: &[Value]) -> R {
    let separator = receiver(vm, &args[0], "join")?;
    if let Some(joined) = join_exact(vm, &separator, &args[1]) {
        return joined;
    }
    let items = items_to_join(vm, &args[1])?;
    if let Some(joined) = join_items(vm, &separator, &items) {
        return joined;
    }
    if let [item] = items.as_slice()
        && item.as_ref::<Str>().is_some()
    {
        return Ok(item.clone());
    }
    let mut size = separator.len() * items.len().saturating_sub(1);
    let mut texts = Vec::with_capacity(items.len());
    for (at, item) in items.into_iter().enumerate() {
        let text = match item.into_ref::<Str>() {
            Ok(text) => text,
            Err(item) => match vm.cast::<Str>(&item) {
                Some(text) => text,
                None => {
                    let found = vm.type_name(&item);
                    return Err(vm.type_error(format!(
                        "sequence item {at}: expected str instance, {found} found"
                    )));
                }
            },
        };
        size += text.len();
        texts.push(text);
    }
    vm.check_text_size(size)?;
    let mut joined = String::with_capacity(size);
    for (at, text) in texts.iter().enumerate() {
        if at > 0 {
            joined.push_str(separator.as_str());
        }
        joined.push_str(text.as_str());
    }
    Ok(super::piece(vm, &joined))
}

pub(super) const METHODS: &[Def] = &[
    def("join", join, "self, iterable, /"),
    def("partition", partition, "self, sep, /"),
    def("rpartition", rpartition, "self, sep, /"),
    def("rsplit", rsplit, "self, /, sep=None, maxsplit=-1"),
    def("split", split, "self, /, sep=None, maxsplit=-1").bare(2),
    def("splitlines", splitlines, "self, /, keepends=False").bare(1),
];
