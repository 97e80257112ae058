//! `Task.get_stack` and `Task.print_stack`.

use crate::heap::Ref;
use crate::value::{CodeObject, FutureObject, Value};
use crate::vm::{R, Vm};

/// The frames of a task: the suspended coroutine's, or those of the traceback of a failed one, outermost first.
///
/// `limit` is an int, None or Undef: the innermost so many of a suspended task, the outermost of a traceback.
pub(super) fn frames(vm: &mut Vm, task: &Ref<FutureObject>, limit: &Value) -> R<Vec<Value>> {
    let limit = if limit.is_undef() || limit.is_none() {
        usize::MAX
    } else {
        usize::try_from(vm.index(limit)?).unwrap_or(0)
    };
    let coroutine = task.task().map_or(Value::NONE, |part| part.coroutine.get());
    let mut found = Vec::new();
    let mut frame = frame_of(vm, &coroutine)?;
    let back = vm.intern("f_back");
    while !frame.is_none() && found.len() < limit {
        found.push(frame.clone());
        frame = vm.find_attr(&frame, &back)?.unwrap_or_default();
    }
    found.reverse();
    if found.is_empty() && task.failed.get() {
        let exception = task.result.get();
        let mut traceback = vm.get_attr_str(&exception, "__traceback__")?;
        while !traceback.is_none() && found.len() < limit {
            found.push(vm.get_attr_str(&traceback, "tb_frame")?);
            traceback = vm.get_attr_str(&traceback, "tb_next")?;
        }
    }
    Ok(found)
}

/// The frame of anything that can be driven like a coroutine; None if it has none, or has none any more.
pub(super) fn frame_of(vm: &mut Vm, coroutine: &Value) -> R {
    for name in ["cr_frame", "gi_frame", "ag_frame"] {
        let name = vm.intern(name);
        if let Some(frame) = vm.find_attr(coroutine, &name)? {
            return Ok(frame);
        }
    }
    Ok(Value::NONE)
}

/// Prints the frames to `file` (Undef or None: standard error).
pub(super) fn print(vm: &mut Vm, task: &Ref<FutureObject>, limit: &Value, file: &Value) -> R<()> {
    let subject = Value::object(task.clone());
    let shown = vm.repr(&subject)?;
    let shown = shown.as_str();
    let frames = frames(vm, task, limit)?;
    let failed = task.failed.get();
    let mut text = match (frames.is_empty(), failed) {
        (true, _) => format!("No stack for {shown}\n"),
        (false, false) => format!("Stack for {shown} (most recent call last):\n"),
        (false, true) => format!("Traceback for {shown} (most recent call last):\n"),
    };
    for frame in &frames {
        let (code, line) = (
            vm.get_attr_str(frame, "f_code")?,
            vm.get_attr_str(frame, "f_lineno")?,
        );
        let line = u32::try_from(vm.index(&line)?).unwrap_or(0);
        if let Some(code) = code.as_ref::<CodeObject>() {
            let source = &code.code.source;
            text.push_str(&format!(
                "  File \"{}\", line {line}, in {}\n",
                source.name, code.code.name
            ));
            let line = source.line_text(line).trim();
            if !line.is_empty() {
                text.push_str(&format!("    {line}\n"));
            }
        }
    }
    if failed {
        let exception = task.result.get();
        let (name, message) = (vm.type_name(&exception), vm.str(&exception)?);
        let message = message.as_str();
        text.push_str(&if message.is_empty() {
            format!("{name}\n")
        } else {
            format!("{name}: {message}\n")
        });
    }
    if file.is_undef() || file.is_none() {
        vm.flush_stdout()?;
        vm.write_stderr(&text);
        return Ok(());
    }
    let text = vm.new_str(&text);
    vm.call_method(file, "write", &[text]).map(drop)
}
