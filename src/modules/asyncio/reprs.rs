//! What futures, tasks and handles look like in `repr`, as CPython's accelerated classes show them.

use crate::heap::Ref;
use crate::modules::asyncio::closure::Closure;
use crate::modules::asyncio::event_loop::LoopData;
use crate::modules::asyncio::future::callbacks;
use crate::modules::asyncio::handle::HandleData;
use crate::modules::asyncio::{sleep, source, task};
use crate::value::{
    CodeObject, Coroutine, CoroutineState, Dict, Function, FutureObject, FutureState, List, Set,
    Str, Tag, Tuple, Value,
};
use crate::vm::{R, Vm, rest};

/// How many characters of a long string are shown; the numbers are those of `reprlib`.
const MAX_STRING: usize = 30;
const MAX_OTHER: usize = 30;
const MAX_INT: usize = 40;
const MAX_ITEMS: usize = 6;
const MAX_DICT: usize = 4;
const MAX_DEPTH: usize = 6;

/// `<Future finished result=1>`.
pub(super) fn future(vm: &mut Vm, future: &Ref<FutureObject>) -> R<String> {
    let mut parts = vec![state(future).to_string()];
    parts.extend(outcome(vm, future)?);
    parts.extend(created_at(vm, future)?);
    Ok(framed(vm, future, &parts))
}

/// `<Task pending name='Task-1' coro=<f() running at x.py:3> cb=[...]>`.
pub(super) fn task(vm: &mut Vm, future: &Ref<FutureObject>) -> R<String> {
    let Some(part) = future.task() else {
        return self::future(vm, future);
    };
    let cancelling = part.cancel_requests.get() > 0 && !future.is_done();
    let mut parts = vec![
        if cancelling {
            "cancelling"
        } else {
            state(future)
        }
        .to_string(),
    ];
    let name = vm.new_str(&task::name(future));
    parts.push(format!("name={}", vm.repr(&name)?.as_str()));
    let coroutine = part.coroutine.get();
    if !coroutine.is_none() {
        parts.push(format!("coro=<{}>", coroutine_text(vm, &coroutine)?));
    }
    let waiter = part.waiter.get();
    if !waiter.is_none() {
        // Tasks that wait for each other in a ring.
        let own = Value::object(future.clone());
        if vm.repr_guard(&own) {
            let text = vm.repr(&waiter);
            vm.repr_leave(&own);
            parts.push(format!("wait_for={}", text?.as_str()));
        } else {
            parts.push("wait_for=...".to_string());
        }
    }
    if sleep::is_bare(future) {
        parts.push("wait_for=<Future pending cb=[Task.task_wakeup()]>".to_string());
    }
    parts.extend(outcome(vm, future)?);
    parts.extend(created_at(vm, future)?);
    Ok(framed(vm, future, &parts))
}

/// Debug mode: where it was made.
fn created_at(vm: &mut Vm, future: &Ref<FutureObject>) -> R<Option<String>> {
    let stack = future.rare(|extra| extra.source_traceback.clone());
    let place = source::place(vm, &stack)?;
    Ok(place.map(|place| format!("created at {place}")))
}

fn framed(vm: &mut Vm, future: &Ref<FutureObject>, parts: &[String]) -> String {
    let name = vm.short_type_name(&Value::object(future.clone()));
    format!("<{name} {}>", parts.join(" "))
}

fn state(future: &FutureObject) -> &'static str {
    match future.state.get() {
        FutureState::Pending => "pending",
        FutureState::Cancelled => "cancelled",
        FutureState::Finished => "finished",
    }
}

/// Result or exception, and the callbacks.
fn outcome(vm: &mut Vm, future: &Ref<FutureObject>) -> R<Vec<String>> {
    let mut parts = Vec::new();
    if future.state.get() == FutureState::Finished {
        let value = future.result.get();
        parts.push(if future.failed.get() {
            format!("exception={}", vm.repr(&value)?.as_str())
        } else {
            let own = Value::object(future.clone());
            if vm.repr_guard(&own) {
                let text = short(vm, &value, MAX_DEPTH);
                vm.repr_leave(&own);
                format!("result={}", text?)
            } else {
                "result=...".to_string()
            }
        });
    }
    let callbacks = callbacks(future);
    let text = |vm: &mut Vm, at: usize| -> R<String> {
        let callback = &callbacks[at];
        if callback.context.is_undef() {
            Ok("Task.task_wakeup()".to_string())
        } else {
            callback_text(vm, &callback.function)
        }
    };
    match callbacks.len() {
        0 => {}
        1 => parts.push(format!("cb=[{}]", text(vm, 0)?)),
        2 => parts.push(format!("cb=[{}, {}]", text(vm, 0)?, text(vm, 1)?)),
        n => parts.push(format!(
            "cb=[{}, <{} more>, {}]",
            text(vm, 0)?,
            n - 2,
            text(vm, n - 1)?
        )),
    }
    Ok(parts)
}

/// `f() at x.py:3` of a callable.
pub(super) fn callback_text(vm: &mut Vm, callable: &Value) -> R<String> {
    callback_text_with(vm, callable, None)
}

/// The same; in debug mode with the arguments of the call.
fn callback_text_with(vm: &mut Vm, callable: &Value, args: Option<Value>) -> R<String> {
    let debug = args.is_some();
    let mut arguments = shown_arguments(vm, &args.unwrap_or_default(), debug)?;
    let mut function = callable.clone();
    // Partials show what they call.
    for _ in 0..MAX_ITEMS {
        if vm.short_type_name(&function) != "partial" {
            break;
        }
        let inner = vm.get_attr_str(&function, "args")?;
        arguments = shown_arguments(vm, &inner, debug)? + &arguments;
        function = vm.get_attr_str(&function, "func")?;
    }
    if let Some(closure) = function.as_data::<Closure>() {
        return Ok(format!("{}()", closure.name));
    }
    let mut text = None;
    for name in ["__qualname__", "__name__"] {
        let name = vm.intern(name);
        if let Some(found) = vm
            .find_attr(&function, &name)?
            .and_then(|value| value.to_ref::<Str>())
        {
            text = Some(found.as_str().to_string());
            break;
        }
    }
    let text = match text {
        Some(text) => text,
        None => vm.repr(&function)?.as_str().to_string(),
    };
    let wrapped = vm.intern("__wrapped__");
    let mut inner = function;
    for _ in 0..MAX_ITEMS {
        match vm.find_attr(&inner, &wrapped)? {
            Some(next) => inner = next,
            None => break,
        }
    }
    Ok(match inner.as_ref::<Function>() {
        Some(function) => {
            let (file, line) = definition(&function.code.get());
            format!("{text}{arguments} at {file}:{line}")
        }
        None => format!("{text}{arguments}"),
    })
}

/// `()`, or in debug mode what is in it.
fn shown_arguments(vm: &mut Vm, args: &Value, debug: bool) -> R<String> {
    let mut texts = Vec::new();
    if debug {
        for arg in rest(args) {
            texts.push(short(vm, arg, MAX_DEPTH)?);
        }
    }
    Ok(format!("({})", texts.join(", ")))
}

/// File and first line of a code.
fn definition(code: &CodeObject) -> (String, u32) {
    let source = &code.code.source;
    (
        source.name.to_string(),
        source.line_of(code.code.span.start).line,
    )
}

/// `f() running at x.py:3`, `f() done, defined at x.py:2`.
fn coroutine_text(vm: &mut Vm, coroutine: &Value) -> R<String> {
    let mut name = None;
    for attribute in ["__qualname__", "__name__"] {
        let attribute = vm.intern(attribute);
        if let Some(found) = vm
            .find_attr(coroutine, &attribute)?
            .and_then(|value| value.to_ref::<Str>())
        {
            name = Some(format!("{}()", found.as_str()));
            break;
        }
    }
    let name = match name {
        Some(name) => name,
        None => format!("<{} without __name__>()", vm.short_type_name(coroutine)),
    };
    let Some(own) = coroutine.as_ref::<Coroutine>() else {
        return Ok(name);
    };
    let head = own.head();
    let (file, first) = definition(&head.code);
    Ok(match head.state.get() {
        CoroutineState::Finished => format!("{name} done, defined at {file}:{first}"),
        CoroutineState::Created => format!("{name} running at {file}:{first}"),
        CoroutineState::Suspended | CoroutineState::Running => {
            let code = &head.code.code;
            let span = code.spans.at(head.code.index_of(head.pc.get()));
            format!(
                "{name} running at {file}:{}",
                code.source.line_of(span.start).line
            )
        }
    })
}

/// `<Handle f() at x.py:3>`, `<TimerHandle when=1.5 f() at x.py:3>`, `<Handle cancelled>`.
pub(super) fn handle(vm: &mut Vm, value: &Value, handle: &HandleData) -> R<String> {
    let name = vm.short_type_name(value);
    let mut parts = vec![name];
    if handle.cancelled.get() {
        parts.push("cancelled".to_string());
    }
    if let Some(when) = handle.when() {
        let when = vm.repr(&Value::float(when))?;
        parts.push(format!("when={}", when.as_str()));
    }
    let callback = handle.callback.get();
    if !callback.is_undef() {
        let text = match handle.source.get() {
            source if source.is_none() => callback_text(vm, &callback)?,
            _ => callback_text_with(vm, &callback, Some(handle.args.get()))?,
        };
        parts.push(text);
    }
    if let Some(place) = source::place(vm, &handle.source.get())? {
        parts.push(format!("created at {place}"));
    }
    Ok(format!("<{}>", parts.join(" ")))
}

/// `<_UnixSelectorEventLoop running=True closed=False debug=False>`.
pub(super) fn event_loop(vm: &mut Vm, value: &Value, data: &LoopData) -> String {
    let word = |on: bool| if on { "True" } else { "False" };
    let name = vm.short_type_name(value);
    format!(
        "<{name} running={} closed={} debug={}>",
        word(data.running.get()),
        word(data.closed.get()),
        word(data.debug.get())
    )
}

/// `reprlib.repr`: long values are cut.
fn short(vm: &mut Vm, value: &Value, depth: usize) -> R<String> {
    let all = |vm: &mut Vm, items: &[Value], limit: usize| -> R<String> {
        let mut texts = Vec::new();
        for item in items.iter().take(limit) {
            texts.push(short(vm, item, depth - 1)?);
        }
        if items.len() > limit {
            texts.push("...".to_string());
        }
        Ok(texts.join(", "))
    };
    if let Some(text) = value.as_ref::<Str>() {
        return short_str(vm, text);
    }
    if let Some(list) = value.as_ref::<List>() {
        let items = list.to_vec();
        return Ok(if depth == 0 && !items.is_empty() {
            "[...]".to_string()
        } else {
            format!("[{}]", all(vm, &items, MAX_ITEMS)?)
        });
    }
    if let Some(tuple) = value.as_ref::<Tuple>() {
        let items = tuple.items();
        let comma = if items.len() == 1 { "," } else { "" };
        return Ok(if depth == 0 && !items.is_empty() {
            "(...)".to_string()
        } else {
            format!("({}{comma})", all(vm, items, MAX_ITEMS)?)
        });
    }
    if let Some(dict) = value.as_ref::<Dict>() {
        return short_dict(vm, dict, depth);
    }
    if value
        .as_ref::<Set>()
        .is_some_and(|set| set.len() > MAX_ITEMS)
    {
        let mut items = vm.to_vec(value)?;
        items.truncate(MAX_ITEMS + 1);
        return Ok(format!("{{{}}}", all(vm, &items, MAX_ITEMS)?));
    }
    let text = vm.repr(value)?;
    let limit = if matches!(value.tag(), Tag::Int | Tag::BigInt) {
        MAX_INT
    } else {
        MAX_OTHER
    };
    Ok(match value.tag() {
        Tag::Set | Tag::Float | Tag::Bool | Tag::None => text.as_str().to_string(),
        _ => cut(text.as_str(), limit),
    })
}

fn short_dict(vm: &mut Vm, dict: &Ref<Dict>, depth: usize) -> R<String> {
    let pairs = dict.to_vec();
    if pairs.is_empty() {
        return Ok("{}".to_string());
    }
    if depth == 0 {
        return Ok("{...}".to_string());
    }
    let mut texts = Vec::new();
    for (key, item) in pairs.iter().take(MAX_DICT) {
        let (key, item) = (short(vm, key, depth - 1)?, short(vm, item, depth - 1)?);
        texts.push(format!("{key}: {item}"));
    }
    if pairs.len() > MAX_DICT {
        texts.push("...".to_string());
    }
    Ok(format!("{{{}}}", texts.join(", ")))
}

fn short_str(vm: &mut Vm, text: &Ref<Str>) -> R<String> {
    let head: String = text.as_str().chars().take(MAX_STRING).collect();
    let shown = vm.new_str(&head);
    let whole = vm.repr(&shown)?;
    if text.n_chars() <= MAX_STRING && whole.n_chars() <= MAX_STRING {
        return Ok(whole.as_str().to_string());
    }
    let characters: Vec<char> = text.as_str().chars().collect();
    let before = (MAX_STRING - 3) / 2;
    let after = (MAX_STRING - 3 - before).min(characters.len());
    let mut ends: String = characters[..before.min(characters.len())].iter().collect();
    ends.extend(&characters[characters.len() - after..]);
    let ends = vm.new_str(&ends);
    let quoted: Vec<char> = vm.repr(&ends)?.as_str().chars().collect();
    let mut shown: String = quoted[..before.min(quoted.len())].iter().collect();
    shown.push_str("...");
    shown.extend(&quoted[quoted.len() - after.min(quoted.len())..]);
    Ok(shown)
}

/// The ends of a text that is longer than `limit` characters.
fn cut(text: &str, limit: usize) -> String {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() <= limit {
        return text.to_string();
    }
    let before = (limit - 3) / 2;
    let after = limit - 3 - before;
    let mut shown: String = characters[..before].iter().collect();
    shown.push_str("...");
    shown.extend(&characters[characters.len() - after..]);
    shown
}
