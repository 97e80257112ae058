//! `_traceback`: the natives under the module `traceback`.

use super::NativeModule;
use super::import::import_dotted;
use crate::diagnostic::{Columns, FrameCode, FrameText, Voice, format_exception, format_frames};
use crate::value::{Exception, Str, Tuple, Value};
use crate::vm::{Def, R, Vm, def};

pub(crate) const MODULE: NativeModule = NativeModule {
    name: "_traceback",
    functions: FUNCTIONS,
    setup: None,
};

/// A `limit`: the first (outermost) entries, or if negative the last ones. `None` for all.
fn limit_of(vm: &mut Vm, value: &Value) -> R<Option<i64>> {
    if value.is_undef() || value.is_none() {
        return Ok(None);
    }
    Ok(Some(vm.index(value)?))
}

fn limited<T>(mut all: Vec<T>, limit: Option<i64>) -> Vec<T> {
    let Some(limit) = limit else {
        return all;
    };
    let count = usize::try_from(limit.unsigned_abs()).unwrap_or(usize::MAX);
    if limit >= 0 {
        all.truncate(count);
        return all;
    }
    let start = all.len().saturating_sub(count);
    all.split_off(start)
}

fn list_of(vm: &mut Vm, lines: Vec<String>) -> Value {
    let lines = lines.iter().map(|line| vm.new_str(line)).collect();
    Value::object(vm.heap.new_list(lines))
}

/// The lines that tell where a coroutine was made, behind the first of the warning (`Hooks::origin_text`).
pub(super) fn origin_text(vm: &mut Vm, origin: &Value) -> R<String> {
    let Some(origin) = origin.to_ref::<Tuple>() else {
        return Ok(String::new());
    };
    let mut rows = origin.items().to_vec();
    rows.reverse();
    let rows = Value::object(vm.heap.new_list(rows));
    let traceback = import_dotted(vm, "traceback")?;
    let lines = vm.call_method(&traceback, "_origin_lines", &[rows])?;
    let mut text = "\nCoroutine created at (most recent call last)\n".to_string();
    for line in vm.to_vec(&lines)? {
        text.push_str(vm.str(&line)?.as_str());
    }
    Ok(text.trim_end_matches('\n').to_string())
}

fn expect_exception(vm: &mut Vm, value: &Value) -> R<()> {
    if value.as_ref::<Exception>().is_some() {
        return Ok(());
    }
    let type_name = vm.short_type_name(value);
    Err(vm.type_error(format!("Exception expected for value, {type_name} found")))
}

fn native_format_exception(vm: &mut Vm, args: &[Value]) -> R {
    expect_exception(vm, &args[0])?;
    let chain = args[1].is_undef() || vm.truth(&args[1])?;
    let limit = limit_of(vm, &args[2])?;
    let mut texts = vm.exception_texts_for(&args[0], Voice::Module);
    if limit.is_some() {
        for text in &mut texts {
            text.frames = limited(std::mem::take(&mut text.frames), limit);
        }
    }
    let lines = format_exception(&texts, Voice::Module, chain);
    Ok(list_of(vm, lines))
}

fn native_format_exception_only(vm: &mut Vm, args: &[Value]) -> R {
    expect_exception(vm, &args[0])?;
    let lines = vm.exception_lines(&args[0], Voice::Module);
    Ok(list_of(vm, lines))
}

fn frames_of(vm: &mut Vm, args: &[Value]) -> R<Vec<FrameText>> {
    let limit = limit_of(vm, &args[1])?;
    Ok(limited(
        vm.frame_texts(&vm.traceback_entries(&args[0])),
        limit,
    ))
}

fn format_tb(vm: &mut Vm, args: &[Value]) -> R {
    let frames = frames_of(vm, args)?;
    let lines = format_frames(&frames, Voice::Module);
    Ok(list_of(vm, lines))
}

/// A list of (filename, lineno, name, line, end_lineno, colno, end_colno, whole line): `line` is
/// stripped, the columns are bytes of the whole line, which keeps its indentation and end.
fn extract_tb(vm: &mut Vm, args: &[Value]) -> R {
    let frames = frames_of(vm, args)?;
    let rows: Vec<Value> = frames.iter().map(|frame| extracted(vm, frame)).collect();
    Ok(Value::object(vm.heap.new_list(rows)))
}

fn extracted(vm: &mut Vm, frame: &FrameText) -> Value {
    let (text, columns) = match &frame.code {
        FrameCode::Source { source, span } => (
            format!("{}\n", source.line_text(frame.line)),
            span.map(|span| Columns::of(source, span).1),
        ),
        FrameCode::Line { text, columns } => (text.to_string(), *columns),
        FrameCode::Unknown => (String::new(), None),
    };
    let place = columns.map_or([Value::NONE, Value::NONE, Value::NONE], |columns| {
        [columns.end_line, columns.start, columns.end].map(|part| Value::int(part.into()))
    });
    let mut row = vec![
        vm.new_str(&frame.file),
        Value::int(frame.line.into()),
        vm.new_str(&frame.function),
        vm.new_str(text.trim()),
    ];
    row.extend(place);
    row.push(vm.new_str(&text));
    Value::object(vm.heap.new_tuple(row))
}

/// The texts of entries as `extract_tb` gives them; the last three parts may be missing, and
/// `line` may be None.
fn format_list(vm: &mut Vm, args: &[Value]) -> R {
    let mut frames = Vec::new();
    for row in vm.to_vec(&args[0])? {
        let Some(row) = vm.cast::<Tuple>(&row) else {
            return Err(vm.type_error("a list of tuples is required"));
        };
        let part = |at: usize| row.items().get(at).cloned().unwrap_or(Value::NONE);
        let number = |at: usize| {
            part(at)
                .as_int()
                .and_then(|number| u32::try_from(number).ok())
        };
        let text = |at: usize| {
            let value = part(at);
            let text = value.as_ref::<Str>()?.as_str().to_owned();
            Some(text)
        };
        let columns = match (number(4), number(5), number(6)) {
            (Some(end_line), Some(start), Some(end)) => Some(Columns {
                end_line,
                start,
                end,
            }),
            _ => None,
        };
        frames.push(FrameText {
            file: text(0).unwrap_or_default().into(),
            line: number(1).unwrap_or(0),
            function: text(2).unwrap_or_default().into(),
            code: match text(3).filter(|line| !line.is_empty()) {
                Some(line) => FrameCode::Line {
                    text: line.into(),
                    columns,
                },
                None => FrameCode::Unknown,
            },
        });
    }
    let lines = format_frames(&frames, Voice::Module);
    Ok(list_of(vm, lines))
}

/// The text of a module of the library by the path that tracebacks show; None for another path.
fn library_text(vm: &mut Vm, args: &[Value]) -> R {
    let path = vm.str(&args[0])?;
    let text = super::embedded::text_of_path(path.as_str()).unwrap_or_default();
    Ok(text.map_or(Value::NONE, |text| vm.new_str(&text)))
}

const FUNCTIONS: &[Def] = &[
    def("library_text", library_text, "path, /"),
    def(
        "format_exception",
        native_format_exception,
        "exc, chain=True, limit=None",
    ),
    def("format_exception_only", native_format_exception_only, "exc"),
    def("format_tb", format_tb, "tb, limit=None"),
    def("extract_tb", extract_tb, "tb, limit=None"),
    def("format_list", format_list, "entries"),
];
