//! Linking: compiled code becomes code of this session.
//!
//! Frames hold uncounted pointers to their code. So code whose last count goes is not freed at once (flag LATE): the
//! machine looks at the frames first, at the next safe point, and keeps it among `dying_code` while one runs it. And
//! the collector is told of the code of all frames.

use std::cell::{Cell, OnceCell};
use std::sync::Arc;

use num_bigint::BigInt;

use super::Vm;
use super::enter::QUICK;
use super::regs::code_ref;
use super::thaw::UNTHAWED;
use crate::bytecode::{Code, Const, Flow};
use crate::heap::{Ref, flags};
use crate::value::{Cache, CodeObject, Dict, NOT_SIMPLE, Str, Table, Value};

/// A dict with this flag is among `Vm::linked`.
const LINKED: u8 = flags::OWN2;

impl Vm {
    /// Links a unit to its globals.
    pub(crate) fn link(&mut self, code: &Arc<Code>, globals: &Ref<Dict>) -> Ref<CodeObject> {
        if !globals.header().has(LINKED) {
            if self.linked.len() >= self.linked_limit {
                self.linked.retain(|globals| globals.get().is_some());
                self.linked_limit = (self.linked.len() * 2).max(64);
            }
            globals.header().set(LINKED);
            let target = Value::object(globals.clone());
            let class = self.types.weakref.clone();
            self.linked
                .push(self.heap.new_weak(&class, &target, Value::NONE));
        }
        self.link_code(code, globals)
    }

    /// The code of all frames, counted.
    fn frame_codes(&self) -> Vec<Ref<CodeObject>> {
        let mut codes: Vec<*const CodeObject> = Vec::new();
        for stack in std::iter::once(&self.stack).chain(self.parked_stacks()) {
            codes.extend(stack.frames().iter().map(|frame| frame.code));
            codes.push(stack.code);
        }
        codes.sort_unstable();
        codes.dedup();
        codes
            .into_iter()
            .filter(|code| !code.is_null())
            .map(code_ref)
            .collect()
    }

    /// Collects cycles; what frames run counts as reachable.
    pub(super) fn collect_cycles(&mut self) -> usize {
        let running = self.frame_codes();
        let found = self.heap.collect();
        drop(running);
        found
    }

    /// The last count of a code has gone: it dies, or stays until no frame runs it.
    pub(super) fn code_dies(&mut self, code: Ref<CodeObject>) {
        self.dying_code.push(code);
        if self.stack.depth() == 0 || self.dying_code.len() >= self.dying_limit {
            self.sweep_code();
            self.dying_limit = (self.dying_code.len() * 2).max(64);
        }
    }

    /// Lets go of the dying code that no frame runs.
    pub(super) fn sweep_code(&mut self) {
        let mut running = self.frame_codes();
        running.sort_unstable_by_key(|code| code.as_ptr());
        let all = std::mem::take(&mut self.dying_code);
        for code in all {
            let runs = running
                .binary_search_by_key(&code.as_ptr(), |code| code.as_ptr())
                .is_ok();
            if runs {
                self.dying_code.push(code);
            } else {
                code.header().clear(flags::LATE);
            }
        }
    }

    pub(super) fn link_code(&mut self, code: &Arc<Code>, globals: &Ref<Dict>) -> Ref<CodeObject> {
        let linked = self.heap.alloc(CodeObject {
            ops: Cell::new(UNTHAWED.as_ptr()),
            consts: Table::default(),
            globals: Table::default(),
            caches: Table::default(),
            simple_argc: Cell::new(NOT_SIMPLE),
            given_argc: Cell::new(NOT_SIMPLE),
            frozen: Cell::new(true),
            all_positional: Cell::new(false),
            n_params: code.params.total(),
            n_locals: code.n_locals,
            n_regs: code.n_regs,
            flow: code.flow,
            heap_frame: code.flow != Flow::Plain,
            iterable_coroutine: Cell::new(false),
            names: Table::default(),
            local_names: OnceCell::new(),
            children: Table::default(),
            module: globals.clone(),
            code: code.clone(),
        });
        linked.header().set(flags::LATE);
        if !code.body.is_frozen() {
            self.fill(&linked);
        }
        linked
    }

    /// Makes the tables of a code, which has none, and lets it run.
    pub(super) fn fill(&mut self, linked: &CodeObject) {
        let code = linked.code.clone();
        let names: Box<[Ref<Str>]> = code.names.iter().map(|name| self.intern(name)).collect();
        let consts = code.consts.iter().map(|value| self.constant(value));
        linked.consts.fill(consts.collect());
        let builtins = self.builtins.clone();
        let cells = code.globals.iter().map(|name| {
            let name = &names[usize::from(name.0)];
            linked.module.cell_of(name, || builtins.get_str(name))
        });
        linked.globals.fill(cells.collect());
        let caches = code.caches.iter();
        let caches = caches.map(|name| Cache::new(names[usize::from(name.0)].clone()));
        linked.caches.fill(caches.collect());
        linked.names.fill(names);
        let children = code.codes.iter().map(|_| OnceCell::new());
        linked.children.fill(children.collect());
        let n_params = linked.n_params;
        let all_positional = code.params.positional == n_params;
        if code.flow == Flow::Plain && all_positional && code.n_regs <= QUICK {
            linked.given_argc.set(n_params);
            if code.captures.is_empty() {
                linked.simple_argc.set(n_params);
            }
        }
        linked.all_positional.set(all_positional);
        linked.ops.set(code.ops.as_ptr());
        linked.frozen.set(false);
    }

    /// The linked code of a function or class that `parent` defines.
    pub(super) fn child_code(&mut self, parent: &CodeObject, index: usize) -> Ref<CodeObject> {
        if let Some(child) = parent.children[index].get() {
            return child.clone();
        }
        let child = self.link_code(&parent.code.codes[index], &parent.module);
        parent.children[index].get_or_init(|| child).clone()
    }

    /// The names of the parameters and variables of a code, interned.
    pub(crate) fn local_names<'a>(&mut self, code: &'a CodeObject) -> &'a [Ref<Str>] {
        if let Some(names) = code.local_names.get() {
            return names;
        }
        let names: Box<[Ref<Str>]> = code
            .code
            .local_names
            .iter()
            .map(|name| self.intern(name))
            .collect();
        code.local_names.get_or_init(|| names)
    }

    /// The value of a constant.
    pub(crate) fn constant(&mut self, value: &Const) -> Value {
        match value {
            Const::None => Value::NONE,
            Const::Ellipsis => Value::ELLIPSIS,
            Const::Bool(value) => Value::bool(*value),
            Const::Int(value) => Value::int(*value),
            Const::BigInt { radix, digits } => {
                let value =
                    BigInt::parse_bytes(digits.as_bytes(), u32::from(*radix)).unwrap_or_default();
                self.heap.new_int(value)
            }
            Const::Float(value) => Value::float(*value),
            Const::Imaginary(value) => (self.hooks.complex)(self, 0.0, *value),
            Const::Str(text) if text.len() <= 40 => Value::object(self.intern(text)),
            Const::Str(text) => Value::object(self.heap.new_str(text)),
            Const::Bytes(bytes) => Value::object(self.heap.new_bytes(bytes)),
            Const::Tuple(items) => {
                let items = items.iter().map(|item| self.constant(item)).collect();
                Value::object(self.heap.new_tuple(items))
            }
            Const::FrozenSet(items) => {
                let set = self.heap.new_set(true);
                for item in items {
                    let item = self.constant(item);
                    // Constants hash without script code.
                    let _ = self.set_add(&set, item);
                }
                Value::object(set.as_merged_constant())
            }
        }
    }

    /// A builtin was changed: modules that use it by name see the new value.
    pub(crate) fn builtin_changed(&mut self, name: &Ref<Str>) {
        let value = self.builtins.get_str(name);
        let linked: Vec<Ref<Dict>> = self
            .linked
            .iter()
            .filter_map(|globals| globals.get()?.to_ref::<Dict>())
            .collect();
        for globals in linked {
            globals
                .cell_of(name, || None)
                .inherit(value.clone().unwrap_or(Value::UNDEF));
        }
    }
}
