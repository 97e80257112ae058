//! Exceptions as text: copies what is told of an exception into diagnostic's plain data.

use std::collections::HashMap;
use std::sync::Arc;

use super::Vm;
use crate::diagnostic::{
    ExceptionIndex, ExceptionText, FrameCode, FrameText, MAX_CANDIDATES, SyntaxText, Voice,
    format_exception_only, format_frames, suggestion, uncaught_text,
};
use crate::heap::{Header, Ref};
use crate::value::{Class, Dict, Exception, List, Special, Str, Tag, TraceEntry, Tuple, Value};

/// After so many exceptions no more causes, contexts and members are copied.
const MAX_EXCEPTIONS: usize = 100_000;

impl Vm {
    /// The exception with all that led to it and all its members, as plain data; the exception
    /// itself is the first. Runs script code (`__str__`); what that raises is swallowed.
    pub(crate) fn exception_texts(&mut self, exception: &Value) -> Vec<ExceptionText> {
        self.exception_texts_for(exception, Voice::Interpreter)
    }

    /// The same for who will tell it: only the interpreter's voice looks for suggestions.
    pub(crate) fn exception_texts_for(
        &mut self,
        exception: &Value,
        voice: Voice,
    ) -> Vec<ExceptionText> {
        let mut copy = Copying::nothing(voice);
        copy.found.push(exception.clone());
        copy.indexes.extend(exception.heap_ptr().map(|at| (at, 0)));
        let mut texts = Vec::new();
        while texts.len() < copy.found.len() {
            let exception = copy.found[texts.len()].clone();
            texts.push(self.exception_text(&exception, &mut copy));
        }
        texts
    }

    /// What the interpreter prints for an uncaught exception, with the line end.
    pub(crate) fn uncaught_text(&mut self, exception: &Value) -> String {
        uncaught_text(&self.exception_texts(exception))
    }

    /// Prints an exception that nobody can catch on standard error, as `sys.unraisablehook`
    /// does. `object` is what was running: a finaliser, a callback, a coroutine.
    pub(crate) fn report_unraisable(&mut self, exception: &Value, object: &Value) {
        if !self.ask_unraisable_hook(exception, object) {
            self.print_unraisable(exception, object);
        }
    }

    /// Gives the exception to the program's `sys.unraisablehook`, if there is one.
    fn ask_unraisable_hook(&mut self, exception: &Value, object: &Value) -> bool {
        let (sys, name) = (self.intern("sys"), self.intern("unraisablehook"));
        let Some(hook) = self
            .modules
            .get_str(&sys)
            .and_then(|sys| sys.as_ref::<crate::value::Module>()?.globals.get_str(&name))
        else {
            return false;
        };
        if hook.is(Tag::Native) || hook.is_none() {
            return false;
        }
        let layout = crate::value::Layout::Plain;
        let class = self.new_type("UnraisableHookArgs", "builtins", &[], layout);
        let given = Value::object(class.new_instance(None));
        let trace = self.get_attr_str(exception, "__traceback__");
        let parts = [
            ("exc_type", Value::object(self.class_of(exception))),
            ("exc_value", exception.clone()),
            ("exc_traceback", trace.unwrap_or(Value::NONE)),
            ("err_msg", Value::NONE),
            ("object", object.clone()),
        ];
        for (name, value) in parts {
            let name = self.intern(name);
            if self.set_attr(&given, &name, value).is_err() {
                drop(self.take_raised());
            }
        }
        if self.call(&hook, &[given]).is_err() {
            let failed = self.take_raised();
            self.print_unraisable(&failed, &hook);
        }
        true
    }

    /// What `sys.unraisablehook` does unless a program replaces it.
    pub(crate) fn print_unraisable(&mut self, exception: &Value, object: &Value) {
        let context = match self.repr(object) {
            Ok(text) => text.as_str().to_owned(),
            Err(_) => {
                drop(self.take_raised());
                "<object repr() failed>".to_owned()
            }
        };
        self.report_ignored(exception, &format!("Exception ignored in: {context}"));
    }

    /// The same with a first line of the caller's choice, without its end.
    pub(crate) fn report_ignored(&mut self, exception: &Value, heading: &str) {
        let mut text = format!("{heading}\n");
        let mut alone = Copying::nothing(Voice::Module);
        let told = self.exception_text(exception, &mut alone);
        if !told.frames.is_empty() {
            text.push_str("Traceback (most recent call last):\n");
            text.push_str(&format_frames(&told.frames, Voice::Interpreter).concat());
        }
        text.push_str(&format!("{}: {}\n", told.type_name, told.message));
        self.write_stderr(&text);
    }

    /// The places of a trace (innermost first) as plain data, outermost first.
    pub(crate) fn frame_texts(&self, trace: &[TraceEntry]) -> Vec<FrameText> {
        frame_texts(trace)
    }

    /// The last lines of a traceback: class, message and notes.
    pub(crate) fn exception_lines(&mut self, exception: &Value, voice: Voice) -> Vec<String> {
        let mut alone = Copying::nothing(voice);
        let told = self.exception_text(exception, &mut alone);
        format_exception_only(&told, voice)
    }

    /// A class as tracebacks print it: with its module, unless that is `builtins` or `__main__`.
    pub(crate) fn class_title(&self, class: &Ref<Class>) -> String {
        let qualname = class.qualname.get();
        let name = match qualname.as_ref::<Str>() {
            Some(name) => name.as_str().to_owned(),
            None => class.name.get().as_str().to_owned(),
        };
        let Some(module) = class.module() else {
            return name;
        };
        match module.as_ref::<Str>().map(|module| module.as_str()) {
            Some("builtins" | "__main__") => name,
            Some(module) => format!("{module}.{name}"),
            None => format!("<unknown>.{name}"),
        }
    }

    /// Whether a value's class is `class` itself.
    fn is_exactly(&self, exception: &Ref<Exception>, class: &Ref<Class>) -> bool {
        exception.class.get().is(class)
    }

    fn exception_text(&mut self, value: &Value, copy: &mut Copying) -> ExceptionText {
        let Some(exception) = value.to_ref::<Exception>() else {
            return ExceptionText {
                type_name: self.short_type_name(value),
                message: self.safe_str(value, "<exception str() failed>"),
                ..ExceptionText::default()
            };
        };
        let class = exception.class.get();
        let trace = exception.trace.with(Clone::clone);
        let is_syntax = class.is_subclass(&self.types.syntax_error);
        let is_group = class.is_subclass(&self.types.base_exception_group);
        ExceptionText {
            type_name: self.class_title(&class),
            message: self.safe_str(value, "<exception str() failed>"),
            // Looking runs script code (`__dir__`): only if it is told.
            did_you_mean: match copy.voice {
                Voice::Interpreter => self.did_you_mean(&exception, &trace),
                Voice::Module => None,
            },
            notes: self.notes(&exception),
            frames: frame_texts(&trace),
            syntax: is_syntax.then(|| self.syntax_text(value)),
            cause: copy.index_of(&exception.cause.get()),
            context: copy.index_of(&exception.context.get()),
            suppress_context: exception.suppress_context.get(),
            members: is_group.then(|| copy.indexes_of(exception.field("exceptions"))),
        }
    }

    /// `str(value)`, or `failed` if that raises.
    fn safe_str(&mut self, value: &Value, failed: &str) -> String {
        match self.str(value) {
            Ok(text) => text.as_str().to_owned(),
            Err(_) => {
                drop(self.take_raised());
                failed.to_owned()
            }
        }
    }

    fn notes(&mut self, exception: &Ref<Exception>) -> Vec<String> {
        let dict = exception.dict.get();
        let Some(dict) = dict.as_ref::<Dict>() else {
            return Vec::new();
        };
        let name = self.intern("__notes__");
        let notes = match dict.get_str(&name) {
            Some(notes) if !notes.is_none() => notes,
            _ => return Vec::new(),
        };
        let items = match (notes.as_ref::<List>(), notes.as_ref::<Tuple>()) {
            (Some(list), _) => list.to_vec(),
            (_, Some(tuple)) => tuple.items().to_vec(),
            _ => {
                let text = self.repr(&notes).map(|text| text.as_str().to_owned());
                let text = text.unwrap_or_else(|_| {
                    drop(self.take_raised());
                    "<__notes__ repr() failed>".to_owned()
                });
                return vec![text];
            }
        };
        let told = |note| self.safe_str(note, "<note str() failed>");
        items.iter().map(told).collect()
    }

    /// The attributes of a `SyntaxError`. They are read as a program would, since `__init__` may
    /// not have run yet or a subclass may define them.
    fn syntax_text(&mut self, exception: &Value) -> SyntaxText {
        let text = |vm: &mut Vm, name: &str| {
            let value = vm.attribute_for_report(exception, name)?;
            Some(vm.safe_str(&value, "<unknown>"))
        };
        let msg = text(self, "msg");
        let file = text(self, "filename");
        let line_text = text(self, "text");
        let number = |vm: &mut Vm, name: &str| vm.attribute_for_report(exception, name)?.as_int();
        SyntaxText {
            msg,
            file,
            line: number(self, "lineno"),
            end_line: number(self, "end_lineno"),
            offset: number(self, "offset"),
            end_offset: number(self, "end_offset"),
            text: line_text,
        }
    }

    /// An attribute; `None` if it is missing, None, or reading it raises.
    fn attribute_for_report(&mut self, exception: &Value, name: &str) -> Option<Value> {
        match self.get_attr_str(exception, name) {
            Ok(value) => Some(value).filter(|value| !value.is_none()),
            Err(_) => {
                drop(self.take_raised());
                None
            }
        }
    }

    /// The name for "Did you mean": for a `NameError` among the variables that its frame could
    /// see, for an `AttributeError` among the attributes of its object.
    fn did_you_mean(&mut self, exception: &Ref<Exception>, trace: &[TraceEntry]) -> Option<String> {
        let is_name = self.is_exactly(exception, &self.types.name_error);
        let is_attribute = self.is_exactly(exception, &self.types.attribute_error);
        if !is_name && !is_attribute {
            return None;
        }
        let name = exception.field("name")?;
        let name = name.as_ref::<Str>()?.as_str().to_owned();
        if is_attribute {
            let names = self.dir_of(&exception.field("obj").filter(|obj| !obj.is_undef())?);
            return nearest(&name, &names);
        }
        let code = &trace.first()?.code;
        let locals: Vec<String> = code
            .code
            .local_names
            .iter()
            .filter(|local| !local.is_empty())
            .map(|local| local.to_string())
            .collect();
        nearest(&name, &locals)
            .or_else(|| nearest(&name, &keys(&code.module)))
            .or_else(|| nearest(&name, &keys(&self.builtins)))
    }

    /// `dir(object)`; empty if that raises.
    fn dir_of(&mut self, object: &Value) -> Vec<String> {
        let names = self
            .call_special(object, Special::Dir, &[])
            .and_then(|names| names.map_or(Ok(Vec::new()), |names| self.to_vec(&names)));
        let Ok(names) = names else {
            drop(self.take_raised());
            return Vec::new();
        };
        let names = names.iter().filter_map(|name| name.as_ref::<Str>());
        let mut names: Vec<String> = names.map(|name| name.as_str().to_owned()).collect();
        names.sort_unstable();
        names
    }
}

/// What of the graph of exceptions was met.
struct Copying {
    voice: Voice,
    found: Vec<Value>,
    indexes: HashMap<*mut Header, u32>,
}

impl Copying {
    /// For one exception alone: what is found is not looked at.
    fn nothing(voice: Voice) -> Copying {
        Copying {
            voice,
            found: Vec::new(),
            indexes: HashMap::new(),
        }
    }

    fn index_of(&mut self, exception: &Value) -> Option<ExceptionIndex> {
        exception.as_ref::<Exception>()?;
        let pointer = exception.heap_ptr()?;
        if let Some(&index) = self.indexes.get(&pointer) {
            return Some(ExceptionIndex(index));
        }
        if self.found.len() >= MAX_EXCEPTIONS {
            return None;
        }
        let index = self.found.len() as u32;
        self.found.push(exception.clone());
        self.indexes.insert(pointer, index);
        Some(ExceptionIndex(index))
    }

    fn indexes_of(&mut self, members: Option<Value>) -> Vec<ExceptionIndex> {
        let members = members.and_then(|members| members.to_ref::<Tuple>());
        let Some(members) = members else {
            return Vec::new();
        };
        let members = members.items().iter();
        members.filter_map(|member| self.index_of(member)).collect()
    }
}

/// The frames of a trace (innermost first), outermost first.
fn frame_texts(trace: &[TraceEntry]) -> Vec<FrameText> {
    trace.iter().rev().map(frame_text).collect()
}

fn frame_text(entry: &TraceEntry) -> FrameText {
    let code = &entry.code.code;
    let span = code.spans.at(entry.at);
    let line = code.source.line_of(span.start).line;
    let name = code.source.name();
    // Sources that are no file (`<string>`) show no lines.
    let no_file = name.starts_with('<') && name.ends_with('>');
    FrameText {
        file: Arc::clone(name),
        function: Arc::from(&*code.name),
        line,
        code: if no_file {
            FrameCode::Unknown
        } else {
            FrameCode::Source {
                source: Arc::clone(&code.source),
                span: Some(span).filter(|span| span.start < span.end),
            }
        },
    }
}

fn nearest(name: &str, names: &[String]) -> Option<String> {
    if names.len() >= MAX_CANDIDATES {
        return None;
    }
    suggestion(name, names.iter().map(String::as_str)).map(str::to_owned)
}

fn keys(dict: &Ref<Dict>) -> Vec<String> {
    let entries = dict.to_vec();
    let names = entries.iter().filter_map(|(key, _)| key.as_ref::<Str>());
    names.map(|name| name.as_str().to_owned()).collect()
}
