//! `str`: finding, counting, replacing, cutting off.

use std::ops::Range;

use super::{argument, part, receiver};
use crate::text::{index, search};
use crate::value::{Str, Tuple, Value};
use crate::vm::{Def, R, Vm, def, given};

/// The bytes of `text` between the optional positions `start` and `end`; None if the start is
/// beyond the end.
fn window(vm: &mut Vm, text: &Str, start: &Value, end: &Value) -> R<Option<Range<usize>>> {
    if start.is_undef() {
        return Ok(Some(0..text.len()));
    }
    let start = vm.slice_bound(start, 0)?;
    let end = vm.slice_bound(end, i64::MAX)?;
    let chars = text.n_chars();
    let window = index::clip(start, end, chars);
    Ok(window.map(|range| {
        if text.is_ascii() {
            range
        } else {
            index::byte_range(text.as_str(), range, chars)
        }
    }))
}

/// A search of the whole room: the place of the second text in the first.
type Search = fn(&str, &str) -> Option<usize>;

/// The index of the character where the needle was found.
fn locate(vm: &mut Vm, args: &[Value], method: &str, search: Search) -> R<Option<i64>> {
    let text = receiver(vm, &args[0], method)?;
    let window = window(vm, &text, given(args, 2), given(args, 3))?;
    let needle = argument(vm, &args[1], "must be str")?;
    let Some(window) = window else {
        return Ok(None);
    };
    let found = search(&text.as_str()[window.clone()], needle.as_str());
    Ok(found.map(|at| {
        let at = window.start + at;
        let index = if text.is_ascii() {
            at
        } else {
            index::char_of_byte(text.as_str(), at)
        };
        index as i64
    }))
}

fn find(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(
        locate(vm, args, "find", search::find)?.unwrap_or(-1),
    ))
}

fn rfind(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(
        locate(vm, args, "rfind", search::rfind)?.unwrap_or(-1),
    ))
}

fn index(vm: &mut Vm, args: &[Value]) -> R {
    match locate(vm, args, "index", search::find)? {
        Some(at) => Ok(Value::int(at)),
        None => Err(vm.value_error("substring not found")),
    }
}

fn rindex(vm: &mut Vm, args: &[Value]) -> R {
    match locate(vm, args, "rindex", search::rfind)? {
        Some(at) => Ok(Value::int(at)),
        None => Err(vm.value_error("substring not found")),
    }
}

fn count(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "count")?;
    let window = window(vm, &text, given(args, 2), given(args, 3))?;
    let needle = argument(vm, &args[1], "must be str")?;
    let count = window.map_or(0, |window| {
        search::count(&text.as_str()[window], needle.as_str())
    });
    Ok(Value::int(count as i64))
}

/// Whether `test` holds between the positions for the affix, or for one of a tuple of them.
fn has_affix(vm: &mut Vm, args: &[Value], method: &str, test: fn(&[u8], &[u8]) -> bool) -> R {
    let text = receiver(vm, &args[0], method)?;
    let window = window(vm, &text, given(args, 2), given(args, 3))?;
    let shown = window.map(|window| &text.items()[window]);
    if let Some(affix) = args[1].as_ref::<Str>() {
        return Ok(Value::bool(
            shown.is_some_and(|shown| test(shown, affix.items())),
        ));
    }
    let affix = vm.plain(&args[1]);
    if let Some(affix) = affix.as_ref::<Str>() {
        return Ok(Value::bool(
            shown.is_some_and(|shown| test(shown, affix.items())),
        ));
    }
    let Some(tuple) = affix.as_ref::<Tuple>() else {
        let words = format!("{method} first arg must be str or a tuple of str");
        let found = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("{words}, not {found}")));
    };
    for item in tuple.items() {
        if let Some(affix) = item.as_ref::<Str>() {
            if shown.is_some_and(|shown| test(shown, affix.items())) {
                return Ok(Value::TRUE);
            }
            continue;
        }
        let affix = argument(
            vm,
            item,
            &format!("tuple for {method} must only contain str"),
        )?;
        if shown.is_some_and(|shown| test(shown, affix.items())) {
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
    let text = receiver(vm, &args[0], "replace")?;
    let from = argument(vm, &args[1], "replace() argument 1 must be str")?;
    let to = argument(vm, &args[2], "replace() argument 2 must be str")?;
    let max = vm.limit_or_none(given(args, 3))?;
    if to.len() > from.len() {
        // Only growth can be large without warning.
        let count = search::count(text.as_str(), from.as_str());
        let count = max.map_or(count, |max| max.min(count));
        let growth = (to.len() - from.len()).saturating_mul(count);
        vm.check_text_size(growth.saturating_add(text.len()))?;
    }
    if let ([a], [b]) = (from.items(), to.items())
        && max.is_none()
        && text.is_ascii()
        && text.len() > 1
    {
        if !text.items().contains(a) {
            return Ok(Value::object(text));
        }
        let changed = vm
            .heap
            .ascii_map(&text, |byte| if byte == *a { *b } else { byte });
        return Ok(Value::object(changed));
    }
    let mut out = std::mem::take(&mut vm.scratch);
    out.clear();
    let replaced = search::replace_into(&mut out, text.as_str(), from.as_str(), to.as_str(), max);
    let result = if replaced {
        super::piece(vm, &out)
    } else {
        Value::object(text)
    };
    if out.capacity() < 1 << 16 {
        vm.scratch = out;
    }
    Ok(result)
}

fn strip_ends(vm: &mut Vm, args: &[Value], method: &str, left: bool, right: bool) -> R {
    let text = receiver(vm, &args[0], method)?;
    let chars = given(args, 1);
    let set = if chars.is_undef() || chars.is_none() {
        None
    } else {
        match vm.cast::<Str>(chars) {
            Some(set) => Some(set),
            None => return Err(vm.type_error(format!("{method} arg must be None or str"))),
        }
    };
    let set = set.as_ref().map(|set| set.as_str());
    let range = search::strip(text.as_str(), set, left, right);
    Ok(part(vm, &text, range))
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
    let text = receiver(vm, &args[0], "removeprefix")?;
    let prefix = argument(vm, &args[1], "removeprefix() argument must be str")?;
    let start = if text.as_str().starts_with(prefix.as_str()) {
        prefix.len()
    } else {
        0
    };
    let range = start..text.len();
    Ok(part(vm, &text, range))
}

fn removesuffix(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "removesuffix")?;
    let suffix = argument(vm, &args[1], "removesuffix() argument must be str")?;
    let cut = if text.as_str().ends_with(suffix.as_str()) {
        suffix.len()
    } else {
        0
    };
    let range = 0..text.len() - cut;
    Ok(part(vm, &text, range))
}

pub(super) const METHODS: &[Def] = &[
    def("count", count, "self, sub, start=None, end=None, /").bare(2),
    def(
        "endswith",
        endswith,
        "self, suffix, start=None, end=None, /",
    )
    .bare(2),
    def("find", find, "self, sub, start=None, end=None, /").bare(2),
    def("index", index, "self, sub, start=None, end=None, /").bare(2),
    def("lstrip", lstrip, "self, chars=None, /").bare(1),
    def("removeprefix", removeprefix, "self, prefix, /"),
    def("removesuffix", removesuffix, "self, suffix, /"),
    def("replace", replace, "self, old, new, count=-1, /").bare(3),
    def("rfind", rfind, "self, sub, start=None, end=None, /").bare(2),
    def("rindex", rindex, "self, sub, start=None, end=None, /").bare(2),
    def("rstrip", rstrip, "self, chars=None, /").bare(1),
    def(
        "startswith",
        startswith,
        "self, prefix, start=None, end=None, /",
    )
    .bare(2),
    def("strip", strip, "self, chars=None, /").bare(1),
];
