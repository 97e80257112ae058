//! Writing codes down: what the build puts into the program. `frozen.rs` reads it and says how it is laid out.
//!
//! Only `build.rs` and tests call this.
#![allow(dead_code, reason = "the build calls it, the library does not")]

use std::collections::HashMap;

use super::pack::{write, write_signed};
use super::{Body, Code, CodeKind, Const, Flow, Op, Text};

/// A module to freeze.
pub(crate) struct Module<'a> {
    /// Its dotted name.
    pub name: &'a str,
    pub package: bool,
    pub code: &'a Code,
    /// Its text, squeezed.
    pub source: Vec<u8>,
}

/// All modules as one run of bytes. They are listed in the order of their names.
pub(crate) fn freeze(modules: &[Module]) -> Vec<u8> {
    let mut rows = Vec::new();
    let mut parts = Vec::new();
    let header = super::frozen::HEADER + modules.len() * super::frozen::ROW;
    let mut add = |part: &[u8], rows: &mut Vec<u8>| {
        let at = header + parts.len();
        parts.extend_from_slice(part);
        for number in [at, part.len()] {
            rows.extend_from_slice(&(number as u32).to_le_bytes());
        }
    };
    for module in modules {
        add(module.name.as_bytes(), &mut rows);
        add(&unit(module.code), &mut rows);
        add(&module.source, &mut rows);
        rows.extend_from_slice(&u32::from(module.package).to_le_bytes());
    }
    let mut out = super::frozen::MAGIC.to_vec();
    out.extend_from_slice(&(modules.len() as u32).to_le_bytes());
    out.extend(rows);
    out.extend(parts);
    out
}

/// The codes of one module and the texts they share.
#[derive(Default)]
struct Unit {
    codes: Vec<u8>,
    texts: Vec<u8>,
    ends: Vec<u32>,
    known: HashMap<Text, u64>,
}

fn unit(code: &Code) -> Vec<u8> {
    let mut unit = Unit::default();
    let root = unit.code(code);
    let mut out = Vec::new();
    for number in [root, unit.codes.len(), unit.ends.len()] {
        out.extend_from_slice(&(number as u32).to_le_bytes());
    }
    for end in &unit.ends {
        out.extend_from_slice(&end.to_le_bytes()[..super::frozen::END]);
    }
    out.extend(unit.codes);
    out.extend(unit.texts);
    out
}

impl Unit {
    /// Writes a text and gives its number.
    fn text(&mut self, text: &Text) -> u64 {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let number = self.ends.len() as u64;
        self.texts.extend_from_slice(text.as_bytes());
        self.ends.push(self.texts.len() as u32);
        self.known.insert(text.clone(), number);
        number
    }

    /// Writes a code after those inside it, and gives its place.
    fn code(&mut self, code: &Code) -> usize {
        let annotate = code.annotate.as_ref().map(|code| self.code(code));
        let inner: Vec<usize> = code.codes.iter().map(|code| self.code(code)).collect();
        let mut out = Vec::new();
        self.head(&mut out, code, annotate);
        self.body(&mut out, code, &inner);
        let at = self.codes.len();
        self.codes.extend(out);
        at
    }

    fn head(&mut self, out: &mut Vec<u8>, code: &Code, annotate: Option<usize>) {
        let kind = match code.kind {
            CodeKind::Module => 0,
            CodeKind::Function => 1,
            CodeKind::Class => 2,
        };
        let flow = match code.flow {
            Flow::Plain => 0,
            Flow::Generator => 1,
            Flow::Coroutine => 2,
            Flow::AsyncGenerator => 3,
        };
        let params = code.params;
        let bits = [params.star, params.double_star, annotate.is_some()];
        let bits = bits
            .iter()
            .rev()
            .fold(0, |all, bit| all << 1 | u8::from(*bit));
        out.push(kind | flow << 2 | bits << 4);
        for number in [
            params.positional,
            params.positional_only,
            params.keyword_only,
            code.n_locals,
            code.n_regs,
            code.attribute_hint,
        ] {
            write(out, number.into());
        }
        for text in [&code.name, &code.qualname] {
            write(out, self.text(text));
        }
        write(out, code.span.start.into());
        write(out, u64::from(code.span.end - code.span.start));
        list(out, &code.captures, |out, register| {
            write(out, (*register).into())
        });
        if let Some(annotate) = annotate {
            write(out, annotate as u64);
        }
    }

    fn body(&mut self, out: &mut Vec<u8>, body: &Body, inner: &[usize]) {
        list(out, &body.names, |out, name| write(out, self.text(name)));
        list(out, &body.globals, |out, name| write(out, name.0.into()));
        list(out, &body.caches, |out, name| write(out, name.0.into()));
        list(out, inner, |out, place| write(out, *place as u64));
        list(out, &body.cells, |out, register| {
            write(out, (*register).into())
        });
        list(out, &body.handlers, |out, handler| {
            for number in [
                handler.start,
                handler.end,
                handler.target,
                handler.exc.into(),
            ] {
                write(out, number.into());
            }
        });
        list(out, &body.regions, |out, region| {
            for number in [region.start, region.end, region.exc.into()] {
                write(out, number.into());
            }
        });
        list(out, &body.consts, |out, value| self.constant(out, value));
        list(out, &body.ops, write_op);
        let mut late = Vec::new();
        list(&mut late, &body.local_names, |out, name| {
            write(out, self.text(name))
        });
        write(out, late.len() as u64);
        out.extend(late);
        match &*body.doc {
            Some(doc) => write(out, self.text(doc) + 1),
            None => write(out, 0),
        }
        let (mut pc, mut place) = (0, 0);
        list(out, body.spans.runs(), |out, (first, span)| {
            write(out, u64::from(first - pc));
            write_signed(out, i64::from(span.start) - place);
            write_signed(out, i64::from(span.end) - i64::from(span.start));
            (pc, place) = (*first, span.start.into());
        });
    }

    fn constant(&mut self, out: &mut Vec<u8>, value: &Const) {
        match value {
            Const::None => out.push(0),
            Const::Ellipsis => out.push(1),
            Const::Bool(false) => out.push(2),
            Const::Bool(true) => out.push(3),
            Const::Int(value) => {
                out.push(4);
                write_signed(out, *value);
            }
            Const::BigInt { radix, digits } => {
                out.extend([5, *radix]);
                write(out, self.text(&digits.to_string().into()));
            }
            Const::Float(value) => {
                out.push(6);
                out.extend(value.to_bits().to_le_bytes());
            }
            Const::Imaginary(value) => {
                out.push(7);
                out.extend(value.to_bits().to_le_bytes());
            }
            Const::Str(text) => {
                out.push(8);
                write(out, self.text(text));
            }
            Const::Bytes(bytes) => {
                out.push(9);
                list(out, bytes, |out, byte| out.push(*byte));
            }
            Const::Tuple(items) => {
                out.push(10);
                list(out, items, |out, item| self.constant(out, item));
            }
            Const::FrozenSet(items) => {
                out.push(11);
                list(out, items, |out, item| self.constant(out, item));
            }
        }
    }
}

fn write_op(out: &mut Vec<u8>, op: &Op) {
    out.push(op.number());
    op.operands(|_, operand| write_signed(out, operand.number()));
}

fn list<T>(out: &mut Vec<u8>, items: &[T], mut item: impl FnMut(&mut Vec<u8>, &T)) {
    write(out, items.len() as u64);
    for each in items {
        item(out, each);
    }
}
