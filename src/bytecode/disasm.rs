//! Code as text: one line an instruction, the same for the same source.

use std::fmt::{self, Write};

use hoopsnake_grammar::Span;

use super::{Code, Const, Operand};

/// The listing of a code and of all codes inside it.
#[must_use]
pub(crate) fn disassemble(code: &Code) -> String {
    let mut out = String::new();
    let lines = Lines::of(code.source.text());
    write_code(&mut out, code, &lines).expect("a String takes any text");
    out
}

fn write_code(out: &mut String, code: &Code, lines: &Lines) -> fmt::Result {
    let (qualname, registers) = (&code.qualname, code.n_regs);
    writeln!(out, "code {qualname} (registers {registers})")?;
    for (pc, op) in code.ops.iter().enumerate() {
        let mut operands = String::new();
        let mut is_first = true;
        op.operands(|name, operand| {
            let separator = if is_first { "" } else { ", " };
            is_first = false;
            operands.push_str(separator);
            write_operand(&mut operands, code, pc, name, operand).expect("a String takes any text");
        });
        let span = lines.span(code.spans.at(pc as u32));
        let line = format!("{pc:>4}  {:<22}{operands:<34}", op.name());
        writeln!(out, "{line} {span}")?;
    }
    for handler in &code.handlers {
        writeln!(
            out,
            "  handler {}..{} -> {} in r{}",
            handler.start, handler.end, handler.target, handler.exc
        )?;
    }
    for region in &code.regions {
        let (start, end, exc) = (region.start, region.end, region.exc);
        writeln!(out, "  region {start}..{end} handles r{exc}")?;
    }
    if let Some(annotate) = &code.annotate {
        writeln!(out)?;
        write_code(out, annotate, lines)?;
    }
    for inner in &code.codes {
        writeln!(out)?;
        write_code(out, inner, lines)?;
    }
    Ok(())
}

fn write_operand(
    out: &mut String,
    code: &Code,
    pc: usize,
    name: &str,
    operand: Operand,
) -> fmt::Result {
    let name_of = |at: u16| code.names.get(usize::from(at)).map_or("?", |name| name);
    match operand {
        Operand::Dst(at) | Operand::Reg(at) | Operand::Window(at) => write!(out, "r{at}"),
        Operand::Src(at) | Operand::Peek(at) => match code.local_names.get(usize::from(at)) {
            Some(local) if !local.is_empty() => write!(out, "r{at}:{local}"),
            _ => write!(out, "r{at}"),
        },
        Operand::ConstIndex(at) => match code.consts.get(usize::from(at)) {
            Some(value) => write_const(out, value),
            None => write!(out, "const ?"),
        },
        Operand::NameIndex(at) => write!(out, "{}", name_of(at)),
        Operand::GlobalIndex(at) => {
            let global = code.globals.get(usize::from(at));
            write!(out, "{}", global.map_or("?", |name| name_of(name.0)))
        }
        Operand::CacheIndex(at) => {
            let cache = code.caches.get(usize::from(at));
            write!(out, ".{}", cache.map_or("?", |name| name_of(name.0)))
        }
        Operand::CodeIndex(at) => match code.codes.get(usize::from(at)) {
            Some(inner) => write!(out, "<code {}>", inner.name),
            None => write!(out, "code ?"),
        },
        Operand::Jump(offset) => write!(out, "-> {}", pc as i64 + 1 + i64::from(offset)),
        Operand::Far(offset) => write!(out, "-> {}", pc as i64 + 1 + i64::from(offset)),
        Operand::Imm(value) => write!(out, "{value}"),
        Operand::Int(value) => write!(out, "{value}"),
        Operand::Count(value) => write!(out, "{name} {value}"),
        Operand::Few(value) => write!(out, "{name} {value}"),
        Operand::Flag(value) => write!(out, "{name} {value}"),
    }
}

fn write_const(out: &mut String, value: &Const) -> fmt::Result {
    match value {
        Const::None => write!(out, "None"),
        Const::Ellipsis => write!(out, "..."),
        Const::Bool(true) => write!(out, "True"),
        Const::Bool(false) => write!(out, "False"),
        Const::Int(value) => write!(out, "{value}"),
        Const::BigInt { radix, digits } => write!(out, "{digits} (radix {radix})"),
        Const::Float(value) => write!(out, "{value:?}"),
        Const::Imaginary(value) => write!(out, "{value:?}j"),
        Const::Str(text) => write!(out, "{text:?}"),
        Const::Bytes(bytes) => write!(out, "b\"{}\"", bytes.escape_ascii()),
        Const::Tuple(items) => write_items(out, "(", items, ")"),
        Const::FrozenSet(items) => write_items(out, "frozenset(", items, ")"),
    }
}

fn write_items(out: &mut String, open: &str, items: &[Const], close: &str) -> fmt::Result {
    write!(out, "{open}")?;
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            write!(out, ", ")?;
        }
        write_const(out, item)?;
    }
    write!(out, "{close}")
}

/// Where the lines of a text begin.
struct Lines(Vec<u32>);

impl Lines {
    fn of(text: &str) -> Lines {
        let ends = text.match_indices('\n').map(|(at, _)| at as u32 + 1);
        Lines(std::iter::once(0).chain(ends).collect())
    }

    /// `line:column-line:column`, lines from 1 and columns in bytes from 0.
    fn span(&self, span: Span) -> String {
        let (line, column) = self.place(span.start);
        let (last_line, last_column) = self.place(span.end);
        format!("{line}:{column}-{last_line}:{last_column}")
    }

    fn place(&self, offset: u32) -> (usize, u32) {
        let line = self.0.partition_point(|&start| start <= offset);
        (line, offset - self.0[line - 1])
    }
}
