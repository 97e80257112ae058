//! `_re`: regular expressions, compiled and run. `stdlib/re.py` makes `re` of it.
//!
//! parse.rs and escape.rs (text to tree), program.rs (tree to instructions), run.rs (the matcher).

mod chars;
mod escape;
mod parse;
mod program;
mod run;

use crate::builtins::bytes_buffer;
use crate::heap::Ref;
use crate::text::index;
use crate::value::{Class, Dict, Layout, NativeData, Str, Value};
use crate::vm::{Def, R, Vm, def};

use super::NativeModule;
use program::Program;
use run::{Matcher, Mode, NOWHERE, Stopped, Text};

impl NativeData for Program {
    fn trace(&self, _visit: &mut dyn FnMut(&Value)) {}

    fn unlink(&self) {}
}

/// The class of compiled programs.
#[derive(Default)]
struct State {
    class: Option<Ref<Class>>,
}

/// `compile(pattern, flags)`: (program, flags, groups, {name: group}), or (None, message, position).
fn compile(vm: &mut Vm, args: &[Value]) -> R {
    let (codes, is_bytes): (Vec<u32>, bool) = match vm.cast::<Str>(&args[0]) {
        Some(text) => (text.as_str().chars().map(u32::from).collect(), false),
        None => {
            let bytes = bytes_buffer::bytes_like(vm, &args[0])?;
            (bytes.iter().map(|b| u32::from(*b)).collect(), true)
        }
    };
    let flags = vm.index(&args[1])? as u32;
    let parsed = match parse::parse(&codes, flags, is_bytes) {
        Ok(parsed) => parsed,

        Err(fault) => {
            let text = vm.new_str(&fault.text);
            let row = vec![Value::NONE, text, Value::int(fault.at as i64)];
            return Ok(Value::object(vm.heap.new_tuple(row)));
        }
    };
    let program = program::compile(&parsed.node, parsed.groups, is_bytes);
    let names = vm.heap.new_dict();
    let mut rows: Vec<_> = parsed.names.into_iter().collect();
    rows.sort_by_key(|row| row.1);
    for (name, group) in rows {
        let key = vm.intern(&name);
        names.set_str(&key, Value::int(group.into()));
    }
    let class = match vm.state::<State>().class.clone() {
        Some(class) => class,
        None => {
            let class = vm.new_type("_Program", "_re", &[], Layout::Opaque);
            vm.state::<State>().class = Some(class.clone());
            class
        }
    };
    let row = vec![
        vm.heap.new_opaque(&class, program),
        Value::int(parsed.flags.into()),
        Value::int(parsed.groups.into()),
        Value::object(names),
    ];
    Ok(Value::object(vm.heap.new_tuple(row)))
}

/// What is searched, kept for as long as it is.
enum Subject {
    Str(Ref<Str>),
    Bytes(bytes_buffer::Buffer),
}

impl Subject {
    fn of(vm: &mut Vm, value: &Value, is_bytes: bool) -> R<Subject> {
        if let Some(text) = vm.cast::<Str>(value) {
            if is_bytes {
                return Err(vm.type_error("cannot use a bytes pattern on a string-like object"));
            }
            return Ok(Subject::Str(text));
        }
        match bytes_buffer::buffer(vm, value) {
            Some(_) if !is_bytes => {
                Err(vm.type_error("cannot use a string pattern on a bytes-like object"))
            }
            Some(buffer) => Ok(Subject::Bytes(buffer)),
            None => {
                let message = format!(
                    "expected string or bytes-like object, got '{}'",
                    vm.type_name(value)
                );
                Err(vm.type_error(message))
            }
        }
    }

    /// The text up to `end`, and the offset of `start`; both count characters.
    fn cut(&self, start: i64, end: i64) -> (Text<'_>, usize) {
        match self {
            Subject::Bytes(buffer) => {
                let bytes: &[u8] = buffer;
                let end = end.clamp(0, bytes.len() as i64) as usize;
                (
                    Text::Bytes(&bytes[..end]),
                    start.clamp(0, end as i64) as usize,
                )
            }
            Subject::Str(text) => {
                let (whole, chars) = (text.as_str(), text.n_chars());
                let end = end.clamp(0, chars as i64) as usize;
                let start = start.clamp(0, end as i64) as usize;
                let end = index::byte_of_char_in(whole, end, chars);
                let start = index::byte_of_char_in(whole, start, chars);
                (Text::Str(&whole[..end]), start)
            }
        }
    }
}

/// Turns byte offsets into indices of characters; remembers the last place.
struct Places<'a> {
    text: Option<&'a str>,
    last: (usize, usize),
}

impl<'a> Places<'a> {
    fn new(subject: &'a Subject) -> Self {
        let text = match subject {
            Subject::Str(text) if !text.is_ascii() => Some(text.as_str()),
            _ => None,
        };
        Places { text, last: (0, 0) }
    }

    fn index(&mut self, at: usize) -> i64 {
        if at == NOWHERE {
            return -1;
        }
        let Some(text) = self.text else {
            return at as i64;
        };
        let (from, count) = if at >= self.last.0 { self.last } else { (0, 0) };
        let count = count + index::count(&text[from..at]);
        self.last = (at, count);
        count as i64
    }
}

/// (start, end) of every group, flat, then the group that was closed last, or None.
fn row(vm: &mut Vm, slots: &[usize], places: &mut Places) -> Value {
    let (last, spans) = slots.split_last().expect("the last is there");
    let mut items: Vec<Value> = Vec::with_capacity(slots.len());
    for pair in spans.chunks(2) {
        let whole = pair.len() == 2 && pair[1] != NOWHERE;
        for at in pair {
            items.push(Value::int(if whole { places.index(*at) } else { -1 }));
        }
    }
    items.push(match *last {
        NOWHERE => Value::NONE,
        last => Value::int(last as i64),
    });
    Value::object(vm.heap.new_tuple(items))
}

fn program_of(vm: &mut Vm, value: &Value) -> R<Value> {
    match value.as_data::<Program>() {
        Some(_) => Ok(value.clone()),
        None => Err(vm.type_error("a compiled program is required")),
    }
}

/// `run(program, string, pos, endpos, mode)`: a row, or None. Modes: 0 match, 1 search, 2 fullmatch.
fn run(vm: &mut Vm, args: &[Value]) -> R {
    let held = program_of(vm, &args[0])?;
    let program = held.as_data::<Program>().expect("checked");
    let subject = Subject::of(vm, &args[1], program.is_bytes)?;
    let (start, end) = (vm.index(&args[2])?, vm.index(&args[3])?);
    let mode = match vm.index(&args[4])? {
        0 => Mode::Match,
        1 => Mode::Search,
        _ => Mode::Full,
    };
    let (text, from) = subject.cut(start, end);
    let found = {
        let mut tick = || vm.tick().map_err(|_| Stopped);
        let mut matcher = Matcher::new(program, text, &mut tick);
        match matcher.find(from, mode, false) {
            Ok(true) => Ok(Some(matcher.slots)),
            Ok(false) => Ok(None),
            Err(Stopped) => Err(Stopped),
        }
    };
    match found {
        Ok(Some(slots)) => Ok(row(vm, &slots, &mut Places::new(&subject))),
        Ok(None) => Ok(Value::NONE),
        Err(Stopped) => Err(crate::vm::Raised),
    }
}

/// `scan(program, string, pos, endpos, limit)`: the rows of all matches; limit 0 is none.
fn scan(vm: &mut Vm, args: &[Value]) -> R {
    let held = program_of(vm, &args[0])?;
    let program = held.as_data::<Program>().expect("checked");
    let subject = Subject::of(vm, &args[1], program.is_bytes)?;
    let (start, end) = (vm.index(&args[2])?, vm.index(&args[3])?);
    let limit = vm.index(&args[4])?;
    let (text, mut at) = subject.cut(start, end);
    let mut places = Places::new(&subject);
    let mut rows = Vec::new();
    let mut not_empty = false;
    while limit == 0 || (rows.len() as i64) < limit {
        let found = {
            let mut tick = || vm.tick().map_err(|_| Stopped);
            let mut matcher = Matcher::new(program, text, &mut tick);
            match matcher.find(at, Mode::Search, not_empty) {
                Ok(true) => matcher.slots,
                Ok(false) => break,
                Err(Stopped) => return Err(crate::vm::Raised),
            }
        };
        not_empty = found[0] == found[1];
        at = found[1];
        rows.push(row(vm, &found, &mut places));
    }
    Ok(Value::object(vm.heap.new_list(rows)))
}

const FUNCTIONS: &[Def] = &[
    def("compile", compile, "pattern, flags, /"),
    def("run", run, "program, string, pos, endpos, mode, /"),
    def("scan", scan, "program, string, pos, endpos, limit, /"),
];

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let key = vm.intern("IGNORECASE");
    globals.set_str(&key, Value::int(parse::flag::IGNORECASE.into()));
    Ok(())
}

pub(super) const MODULE: NativeModule = NativeModule {
    name: "_re",
    functions: FUNCTIONS,
    setup: Some(setup),
};
