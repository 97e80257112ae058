//! Linking: compiled code becomes code of this session.
//!
//! Frames hold uncounted pointers to their code. A code object lives as long as the code that defines it, so only
//! the outermost code of a unit (a module, an `exec`, a line of the REPL) could die while a frame runs it: units are
//! kept until no frame is left.

use std::cell::OnceCell;
use std::sync::Arc;

use num_bigint::BigInt;

use super::Vm;
use crate::bytecode::{Code, Const, Flow};
use crate::heap::Ref;
use crate::value::{Cache, CodeObject, Dict, NOT_SIMPLE, Str, Value};

impl Vm {
    /// Links a unit to its globals.
    pub(crate) fn link(&mut self, code: &Arc<Code>, globals: &Ref<Dict>) -> Ref<CodeObject> {
        if !self.linked.iter().any(|known| known.is(globals)) {
            self.linked.push(globals.clone());
        }
        let unit = self.link_code(code, globals);
        if self.stack.depth() == 0 && self.stack.code.is_null() {
            self.units.clear();
        }
        self.units.push(unit.clone());
        unit
    }

    pub(super) fn link_code(&mut self, code: &Arc<Code>, globals: &Ref<Dict>) -> Ref<CodeObject> {
        let names: Vec<Ref<Str>> = code.names.iter().map(|name| self.intern(name)).collect();
        let consts: Vec<Value> = code
            .consts
            .iter()
            .map(|value| self.constant(value))
            .collect();
        let builtins = self.builtins.clone();
        let cells = code.globals.iter().map(|name| {
            let name = &names[usize::from(name.0)];
            globals.cell_of(name, || builtins.get_str(name))
        });
        let cells: Vec<_> = cells.collect();
        let caches: Vec<Cache> = code
            .caches
            .iter()
            .map(|name| Cache::new(names[usize::from(name.0)].clone()))
            .collect();
        let n_params = code.params.total();
        let simple = code.flow == Flow::Plain
            && !code.params.star
            && !code.params.double_star
            && code.params.keyword_only == 0
            && code.captures.is_empty()
            && code.n_regs <= 255;
        self.heap.alloc(CodeObject {
            ops: code.ops.as_ptr(),
            consts: consts.into(),
            globals: cells.into(),
            caches: caches.into(),
            simple_argc: if simple { n_params } else { NOT_SIMPLE },
            n_params,
            n_locals: code.n_locals,
            n_regs: code.n_regs,
            flow: code.flow,
            heap_frame: code.flow != Flow::Plain,
            has_captures: !code.captures.is_empty(),
            iterable_coroutine: std::cell::Cell::new(false),
            names: names.into(),
            local_names: OnceCell::new(),
            children: code.codes.iter().map(|_| OnceCell::new()).collect(),
            module: globals.clone(),
            code: code.clone(),
        })
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
                Value::object(set)
            }
        }
    }

    /// A builtin was changed: modules that use it by name see the new value.
    pub(crate) fn builtin_changed(&mut self, name: &Ref<Str>) {
        let value = self.builtins.get_str(name);
        for globals in self.linked.clone() {
            globals
                .cell_of(name, || None)
                .inherit(value.clone().unwrap_or(Value::UNDEF));
        }
    }
}
