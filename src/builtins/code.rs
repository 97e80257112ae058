//! `code`: what a program sees of compiled code.

use super::frame::line_at;
use crate::bytecode::{Code, CodeKind, Const, Flow};
use crate::heap::Ref;
use crate::value::{CodeObject, Value};
use crate::vm::{Def, GetSet, R, Vm, def, getter};

/// Gives the type its attributes.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.code.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
}

/// Bits of `co_flags`, as in CPython.
mod flags {
    pub(super) const OPTIMIZED: i64 = 0x1;
    pub(super) const NEWLOCALS: i64 = 0x2;
    pub(super) const VARARGS: i64 = 0x4;
    pub(super) const VARKEYWORDS: i64 = 0x8;
    pub(super) const NESTED: i64 = 0x10;
    pub(super) const GENERATOR: i64 = 0x20;
    pub(super) const COROUTINE: i64 = 0x80;
    pub(super) const ITERABLE_COROUTINE: i64 = 0x100;
    pub(super) const ASYNC_GENERATOR: i64 = 0x200;
}

fn this(vm: &mut Vm, value: &Value) -> R<Ref<CodeObject>> {
    match value.to_ref::<CodeObject>() {
        Some(code) => Ok(code),
        None => Err(vm.unfit_receiver(value, "method", "object")),
    }
}

fn names<'a>(vm: &mut Vm, names: impl Iterator<Item = &'a str>) -> R {
    let names: Vec<Value> = names.map(|name| Value::object(vm.intern(name))).collect();
    Ok(Value::object(vm.heap.new_tuple(names)))
}

fn co_name(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    Ok(vm.new_str(&code.code.name))
}

fn co_qualname(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    Ok(vm.new_str(&code.code.qualname))
}

fn co_filename(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    Ok(vm.new_str(code.code.source.name()))
}

fn first_line(code: &Code) -> u32 {
    match code.kind {
        CodeKind::Module => 1,
        CodeKind::Function | CodeKind::Class => code.source.line_of(code.span.start).line,
    }
}

fn co_firstlineno(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    Ok(Value::int(first_line(&code.code).into()))
}

fn co_argcount(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(
        this(vm, &args[0])?.code.params.positional.into(),
    ))
}

fn co_posonlyargcount(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    Ok(Value::int(code.code.params.positional_only.into()))
}

fn co_kwonlyargcount(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    Ok(Value::int(code.code.params.keyword_only.into()))
}

/// The generators of this code may be awaited from now on: for `types.coroutine`.
fn mark_awaitable(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0])?.iterable_coroutine.set(true);
    Ok(Value::NONE)
}

fn co_flags(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    let marked = code.iterable_coroutine.get();
    let code = &code.code;
    let mut bits = match code.kind {
        CodeKind::Function => flags::OPTIMIZED | flags::NEWLOCALS,
        CodeKind::Module | CodeKind::Class => 0,
    };
    bits |= match code.flow {
        Flow::Plain => 0,
        Flow::Generator => flags::GENERATOR,
        Flow::Coroutine => flags::COROUTINE,
        Flow::AsyncGenerator => flags::ASYNC_GENERATOR,
    };
    if marked {
        bits |= flags::ITERABLE_COROUTINE;
    }
    for (on, bit) in [
        (code.params.star, flags::VARARGS),
        (code.params.double_star, flags::VARKEYWORDS),
        (code.qualname.contains("<locals>."), flags::NESTED),
    ] {
        bits |= if on { bit } else { 0 };
    }
    Ok(Value::int(bits))
}

/// The registers of the captured cells: they stand after the parameters.
fn captures(code: &Code) -> std::ops::Range<usize> {
    let first = usize::from(code.params.total());
    first..first + code.captures.len()
}

fn co_varnames(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    let code = &code.code;
    let (captured, is_function) = (captures(code), code.kind == CodeKind::Function);
    let own = code.local_names.iter().enumerate();
    let own = own.filter(|(at, name)| is_function && !name.is_empty() && !captured.contains(at));
    let n_params = usize::from(code.params.total());
    let cells = &code.cells;
    // Parameters are listed even if inner functions share them; other shared ones are not.
    let own = own.filter(|(at, _)| *at < n_params || !cells.contains(&(*at as u16)));
    names(vm, own.map(|(_, name)| &**name))
}

fn co_nlocals(vm: &mut Vm, args: &[Value]) -> R {
    let varnames = co_varnames(vm, args)?;
    Ok(Value::int(vm.len(&varnames)? as i64))
}

fn co_freevars(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    let captured = captures(&code.code);
    let mut free: Vec<&str> = captured
        .filter_map(|at| Some(&**code.code.local_names.get(at)?))
        .collect();
    free.sort_unstable();
    names(vm, free.into_iter())
}

fn co_cellvars(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    let captured = captures(&code.code);
    let own = code.code.cells.iter().map(|at| usize::from(*at));
    let own = own.filter(|at| !captured.contains(at));
    let own: Vec<&str> = own
        .filter_map(|at| Some(&**code.code.local_names.get(at)?))
        .collect();
    names(vm, own.into_iter())
}

fn co_names(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    names(vm, code.code.names.iter().map(|name| &**name))
}

fn co_consts(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    let mut all = Vec::with_capacity(code.consts.len() + 1);
    if code.code.kind == CodeKind::Function {
        all.push(match &*code.code.doc {
            Some(doc) => vm.new_str(doc),
            None => Value::NONE,
        });
    }
    for (value, constant) in code.consts.iter().zip(&code.code.consts) {
        let twice = matches!(constant, Const::None) && all.first().is_some_and(Value::is_none);
        if !twice {
            all.push(value.clone());
        }
    }
    Ok(Value::object(vm.heap.new_tuple(all)))
}

fn co_code(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0])?;
    Ok(Value::object(vm.heap.new_bytes(&[])))
}

fn co_stacksize(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    let temporaries = code.code.n_regs.saturating_sub(code.code.n_locals);
    Ok(Value::int(temporaries.into()))
}

/// `co_positions()`: an iterator of (line, end_line, column, end_column), one for an instruction.
fn co_positions(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    let source = &code.code.source;
    let mut all = Vec::with_capacity(code.code.ops.len());
    for at in 0..code.code.ops.len() as u32 {
        let span = code.code.spans.at(at);
        let (start, end) = (source.line_of(span.start), source.line_of(span.end));
        let place = [start.line, end.line, start.byte_column, end.byte_column];
        let place = place.map(|part| Value::int(part.into())).to_vec();
        all.push(Value::object(vm.heap.new_tuple(place)));
    }
    let all = Value::object(vm.heap.new_list(all));
    vm.iter(&all)
}

/// `co_lines()`: an iterator of (start, end, line), offsets in bytes of CPython's width.
fn co_lines(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    let mut runs: Vec<(i64, i64, i64)> = Vec::new();
    for at in 0..code.code.ops.len() as u32 {
        let (line, offset) = (line_at(&code, at).into(), i64::from(at) * 2);
        match runs.last_mut() {
            Some(run) if run.2 == line => run.1 = offset + 2,
            _ => runs.push((offset, offset + 2, line)),
        }
    }
    let runs = runs.into_iter().map(|(start, end, line)| {
        let run = [start, end, line].map(Value::int).to_vec();
        Value::object(vm.heap.new_tuple(run))
    });
    let runs = runs.collect();
    let all = Value::object(vm.heap.new_list(runs));
    vm.iter(&all)
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let code = this(vm, &args[0])?;
    let text = format!(
        "<code object {} at {:#x}, file \"{}\", line {}>",
        code.code.name,
        args[0].raw_bits(),
        code.code.source.name(),
        first_line(&code.code)
    );
    Ok(vm.new_str(&text))
}

const METHODS: &[Def] = &[
    def("__repr__", repr, "self, /"),
    def("co_lines", co_lines, "self, /"),
    def("co_positions", co_positions, "self, /"),
    def("_mark_awaitable", mark_awaitable, "self, /"),
];

const GETSETS: &[GetSet] = &[
    getter("co_name", co_name),
    getter("co_qualname", co_qualname),
    getter("co_argcount", co_argcount),
    getter("co_posonlyargcount", co_posonlyargcount),
    getter("co_kwonlyargcount", co_kwonlyargcount),
    getter("co_nlocals", co_nlocals),
    getter("co_varnames", co_varnames),
    getter("co_cellvars", co_cellvars),
    getter("co_freevars", co_freevars),
    getter("co_code", co_code),
    getter("co_consts", co_consts),
    getter("co_names", co_names),
    getter("co_filename", co_filename),
    getter("co_firstlineno", co_firstlineno),
    getter("co_stacksize", co_stacksize),
    getter("co_flags", co_flags),
];
