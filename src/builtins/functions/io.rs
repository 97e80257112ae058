//! `print` and `input`.

use crate::heap::Ref;
use crate::value::{Bytes, Module, Str, Value};
use crate::vm::{Def, Outcome, R, Then, Vm, blocks, def, rest};
use std::io::BufRead;

/// What `sys.stdout` (or another name in `sys`) was replaced by; None while it is the session's own.
fn replaced(vm: &mut Vm, name: &str) -> Option<Value> {
    let (sys, name, original) = (
        vm.intern("sys"),
        vm.intern(name),
        vm.intern(&format!("__{name}__")),
    );
    let sys = vm.modules.get_str(&sys)?;
    let globals = &sys.as_ref::<Module>()?.globals;
    let (now, own) = (globals.get_str(&name)?, globals.get_str(&original)?);
    (!now.is_same(&own)).then_some(now)
}

/// A separator or ending: a string, or the default for None.
fn text_or(vm: &mut Vm, value: &Value, what: &str, default: &str) -> R<Ref<Str>> {
    if value.is_undef() || value.is_none() {
        return Ok(vm.intern(default));
    }
    match vm.cast::<Str>(value) {
        Some(text) => Ok(text),
        None => {
            let given = vm.type_name(value);
            Err(vm.type_error(format!("{what} must be None or a string, not {given}")))
        }
    }
}

fn print(vm: &mut Vm, args: &[Value]) -> R {
    let separator = text_or(vm, &args[1], "sep", " ")?;
    let end = text_or(vm, &args[2], "end", "\n")?;
    let file = match &args[3] {
        file if file.is_undef() || file.is_none() => replaced(vm, "stdout"),
        file => Some(file.clone()),
    };
    let flush = !args[4].is_undef() && vm.truth(&args[4])?;
    let Some(file) = file else {
        return print_to_stdout(vm, rest(&args[0]), &separator, &end, flush);
    };
    if file.is_none() {
        return Ok(Value::NONE);
    }
    let write = vm.get_attr_str(&file, "write")?;
    for (at, item) in rest(&args[0]).iter().enumerate() {
        if at > 0 {
            vm.call(&write, &[Value::object(separator.clone())])?;
        }
        let text = vm.str(item)?;
        vm.call(&write, &[Value::object(text)])?;
    }
    vm.call(&write, &[Value::object(end)])?;
    if flush {
        vm.call_method(&file, "flush", &[])?;
    }
    Ok(Value::NONE)
}

fn print_to_stdout(
    vm: &mut Vm,
    items: &[Value],
    separator: &Ref<Str>,
    end: &Ref<Str>,
    flush: bool,
) -> R {
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            vm.write_stdout(separator.as_str())?;
        }
        let text = match item.as_ref::<Str>() {
            Some(text) => text.clone(),
            None => vm.str(item)?,
        };
        vm.write_stdout(text.as_str())?;
    }
    vm.write_stdout(end.as_str())?;
    if flush {
        vm.flush_stdout()?;
    }
    Ok(Value::NONE)
}

fn input(vm: &mut Vm, args: &[Value]) -> R<Outcome> {
    if !args[0].is_undef() {
        let prompt = vm.str(&args[0])?;
        match replaced(vm, "stdout") {
            Some(file) => drop(vm.call_method(&file, "write", &[Value::object(prompt)])?),
            None => vm.write_stdout(prompt.as_str())?,
        }
    }
    vm.flush_stdout()?;
    let line = match replaced(vm, "stdin") {
        Some(file) => {
            let line = vm.call_method(&file, "readline", &[])?;
            match vm.cast::<Str>(&line) {
                Some(line) => line.as_str().to_owned(),
                None => return Err(vm.type_error("object.readline() returned non-string")),
            }
        }
        None => {
            if let Some(wait) = (vm.hooks.read_line)(vm)? {
                let finish = input_line;
                return Ok(Outcome::Wait(Box::new(Then { wait, finish })));
            }
            let mut line = Vec::new();
            if let Err(error) = std::io::stdin().lock().read_until(b'\n', &mut line) {
                return Err(vm.os_error(&error, None));
            }
            String::from_utf8_lossy(&line).into_owned()
        }
    };
    line_given(vm, &line).map(Outcome::Done)
}

/// What `input` gives for the bytes of a line.
fn input_line(vm: &mut Vm, line: Value) -> R {
    let line = line
        .as_ref::<Bytes>()
        .map(|line| String::from_utf8_lossy(line.items()).into_owned());
    line_given(vm, &line.unwrap_or_default())
}

fn line_given(vm: &mut Vm, line: &str) -> R {
    if line.is_empty() {
        return Err(vm.eof_error("EOF when reading a line"));
    }
    let line = line.strip_suffix('\n').unwrap_or(line);
    Ok(vm.new_str(line.strip_suffix('\r').unwrap_or(line)))
}

pub(crate) const FUNCTIONS: &[Def] = &[
    def(
        "print",
        print,
        "*args, sep=None, end=None, file=None, flush=False",
    ),
    def("input", blocks, "prompt='', /").blocking(input),
];
