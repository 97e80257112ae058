//! Appends instructions; labels and their patches; constants, names and spans.
//!
//! Code that cannot be reached is not emitted. Labels also carry which variables are bound.

use std::collections::HashMap;
use std::sync::Arc;

use hoopsnake_grammar::Span;

use super::error::{Failure, Fallible, wrong};
use super::ranges::{OpenHandler, Range};
use super::registers::Bound;
use crate::bytecode::{
    CacheIndex, Code, CodeIndex, Const, ConstIndex, Far, GlobalIndex, Jump, NameIndex, Op, Region,
    is_terminal,
};

/// A place in the code, known or not yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Label(usize);

#[derive(Debug, Default)]
struct Place {
    position: Option<u32>,
    /// What is bound on every way that leads here so far; None if none does.
    state: Option<Bound>,
}

/// The growing instructions and tables of one code.
#[derive(Debug)]
pub(super) struct Emitter {
    pub(super) ops: Vec<Op>,
    pub(super) spans: Vec<(u32, Span)>,
    labels: Vec<Place>,
    jumps: Vec<(u32, Label)>,
    pub(super) reachable: bool,
    pub(super) bound: Bound,
    pub(super) consts: Vec<Const>,
    const_index: HashMap<String, u16>,
    pub(super) names: Vec<Box<str>>,
    name_index: HashMap<Box<str>, u16>,
    pub(super) globals: Vec<NameIndex>,
    global_index: HashMap<Box<str>, u16>,
    pub(super) caches: Vec<NameIndex>,
    pub(super) codes: Vec<Arc<Code>>,
    pub(super) ranges: Vec<Range>,
    pub(super) handlers: Vec<OpenHandler>,
    pub(super) regions: Vec<Region>,
}

const TOO_LARGE: &str = "code is too large";

impl Emitter {
    pub(super) fn new(bound: Bound) -> Emitter {
        Emitter {
            ops: Vec::new(),
            spans: Vec::new(),
            labels: Vec::new(),
            jumps: Vec::new(),
            reachable: true,
            bound,
            consts: Vec::new(),
            const_index: HashMap::new(),
            names: Vec::new(),
            name_index: HashMap::new(),
            globals: Vec::new(),
            global_index: HashMap::new(),
            caches: Vec::new(),
            codes: Vec::new(),
            ranges: Vec::new(),
            handlers: Vec::new(),
            regions: Vec::new(),
        }
    }

    /// The index of the next instruction.
    pub(super) fn pc(&self) -> u32 {
        self.ops.len() as u32
    }

    /// Appends `op`, unless this place cannot be reached.
    pub(super) fn emit(&mut self, span: Span, op: Op) {
        if !self.reachable {
            return;
        }
        if self.spans.last().is_none_or(|last| last.1 != span) {
            self.spans.push((self.pc(), span));
        }
        self.ops.push(op);
        if is_terminal(op) {
            self.reachable = false;
        }
    }

    pub(super) fn label(&mut self) -> Label {
        self.labels.push(Place::default());
        Label(self.labels.len() - 1)
    }

    /// Appends a jump whose offset is filled in when `label` is known.
    pub(super) fn jump(&mut self, span: Span, op: Op, label: Label) {
        if !self.reachable {
            return;
        }
        let pc = self.pc();
        self.jumps.push((pc, label));
        let place = &mut self.labels[label.0];
        if place.position.is_none() {
            match &mut place.state {
                Some(state) => state.intersect(&self.bound),
                None => place.state = Some(self.bound.clone()),
            }
        }
        self.emit(span, op);
    }

    /// A short jump that leads to `label` over a long one.
    pub(super) fn jump_far(&mut self, span: Span, op: Op, label: Label) {
        let near = self.label();
        let next = self.label();
        self.jump(span, op, near);
        self.jump(span, Op::Jump { to: Far(0) }, next);
        self.bind(near);
        self.go(span, label);
        self.bind(next);
    }

    /// Jumps to `label`.
    pub(super) fn go(&mut self, span: Span, label: Label) {
        self.jump(span, Op::Jump { to: Far(0) }, label);
    }

    /// Jumps back to the top of a loop, where a `ForIter` stands.
    pub(super) fn next_turn(&mut self, span: Span, top: Label) {
        self.jump(span, Op::NextTurn { to: Far(0) }, top);
    }

    /// Puts `label` here.
    pub(super) fn bind(&mut self, label: Label) {
        let pc = self.pc();
        let place = &mut self.labels[label.0];
        debug_assert!(place.position.is_none(), "a label is bound once");
        place.position = Some(pc);
        if let Some(state) = place.state.take() {
            if self.reachable {
                self.bound.intersect(&state);
            } else {
                self.bound = state;
                self.reachable = true;
            }
        }
    }

    /// Puts the label of a handler here; `state` is what is bound when it is entered.
    pub(super) fn bind_handler(&mut self, label: Label, used: bool, state: &Bound) {
        debug_assert!(!self.reachable, "a handler is entered by exceptions only");
        let pc = self.pc();
        self.labels[label.0].position = Some(pc);
        self.reachable = used;
        self.bound = state.clone();
    }

    pub(super) fn position(&self, label: Label) -> u32 {
        self.labels[label.0]
            .position
            .expect("every label that is used is bound")
    }

    /// Fills in the jumps.
    ///
    /// Errors: a short jump does not reach.
    pub(super) fn patch(&mut self) -> Fallible {
        let unconditional: HashMap<u32, u32> = self
            .jumps
            .iter()
            .filter(|(pc, _)| matches!(self.ops[*pc as usize], Op::Jump { .. }))
            .map(|&(pc, label)| (pc, self.position(label)))
            .collect();
        for at in 0..self.jumps.len() {
            let (pc, label) = self.jumps[at];
            let mut target = self.position(label);
            // A jump to a jump goes where that one goes. Loops without a body end the search.
            for _ in 0..4 {
                match unconditional.get(&target) {
                    Some(&next) if i64::from(next).abs_diff(i64::from(pc)) < 30_000 => {
                        target = next;
                    }
                    _ => break,
                }
            }
            let offset = i64::from(target) - i64::from(pc) - 1;
            if !set_offset(&mut self.ops[pc as usize], offset) {
                return Err(Box::new(Failure::TooFar));
            }
        }
        Ok(())
    }

    pub(super) fn constant(&mut self, value: Const) -> Fallible<ConstIndex> {
        let key = format!("{value:?}");
        if let Some(&at) = self.const_index.get(&key) {
            return Ok(ConstIndex(at));
        }
        let at = index(self.consts.len())?;
        self.const_index.insert(key, at);
        self.consts.push(value);
        Ok(ConstIndex(at))
    }

    pub(super) fn name(&mut self, text: &str) -> Fallible<NameIndex> {
        if let Some(&at) = self.name_index.get(text) {
            return Ok(NameIndex(at));
        }
        let at = index(self.names.len())?;
        self.name_index.insert(text.into(), at);
        self.names.push(text.into());
        Ok(NameIndex(at))
    }

    pub(super) fn global(&mut self, text: &str) -> Fallible<GlobalIndex> {
        if let Some(&at) = self.global_index.get(text) {
            return Ok(GlobalIndex(at));
        }
        let name = self.name(text)?;
        let at = index(self.globals.len())?;
        self.global_index.insert(text.into(), at);
        self.globals.push(name);
        Ok(GlobalIndex(at))
    }

    /// A cache of its own for one place that names an attribute.
    pub(super) fn cache(&mut self, text: &str) -> Fallible<CacheIndex> {
        let name = self.name(text)?;
        let at = index(self.caches.len())?;
        self.caches.push(name);
        Ok(CacheIndex(at))
    }

    pub(super) fn code(&mut self, code: Arc<Code>) -> Fallible<CodeIndex> {
        let at = index(self.codes.len())?;
        self.codes.push(code);
        Ok(CodeIndex(at))
    }
}

fn index(len: usize) -> Fallible<u16> {
    match u16::try_from(len) {
        Ok(at) if at < u16::MAX => Ok(at),
        _ => wrong(Span::default(), TOO_LARGE),
    }
}

fn set_offset(op: &mut Op, offset: i64) -> bool {
    match op {
        Op::Jump { to }
        | Op::NextTurn { to }
        | Op::JumpIf { to, .. }
        | Op::JumpIfNot { to, .. }
        | Op::JumpIfKeep { to, .. }
        | Op::JumpIfNotKeep { to, .. }
        | Op::JumpIfNone { to, .. }
        | Op::JumpIfNotSequence { to, .. }
        | Op::JumpIfNotMapping { to, .. }
        | Op::JumpIfNotNone { to, .. } => i32::try_from(offset).is_ok_and(|offset| {
            *to = Far(offset);
            true
        }),
        Op::JumpLt { to, .. }
        | Op::JumpLe { to, .. }
        | Op::JumpEq { to, .. }
        | Op::JumpNe { to, .. }
        | Op::JumpGt { to, .. }
        | Op::JumpGe { to, .. }
        | Op::JumpLtImm { to, .. }
        | Op::JumpLeImm { to, .. }
        | Op::JumpEqImm { to, .. }
        | Op::JumpNeImm { to, .. }
        | Op::JumpGtImm { to, .. }
        | Op::JumpGeImm { to, .. }
        | Op::JumpIs { to, .. }
        | Op::JumpIn { to, .. }
        | Op::ForIter { to, .. }
        | Op::JumpIfNotLength { to, .. }
        | Op::JumpIfNotMatch { to, .. } => i16::try_from(offset).is_ok_and(|offset| {
            *to = Jump(offset);
            true
        }),
        _ => unreachable!("only jumps are patched"),
    }
}
