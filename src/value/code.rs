//! Code linked into a session: what the machine runs.

use std::cell::{Cell, OnceCell};
use std::sync::Arc;

use super::kinds::{Traced, heap_type};
use super::{Dict, GlobalCell, Str, Table, Value};
use crate::bytecode::{Code, Flow, Op};
use crate::heap::{Header, Ref, Slot};

/// No fast call applies.
pub(crate) const NOT_SIMPLE: u16 = u16::MAX;

/// Code of one function, with its constants as values and its globals as cells.
pub(crate) struct CodeObject {
    pub(crate) ops: Cell<*const Op>,
    pub(crate) consts: Table<Value>,
    pub(crate) globals: Table<Ref<GlobalCell>>,
    pub(crate) caches: Table<Cache>,
    /// The number of arguments that can be passed without binding, or `NOT_SIMPLE`.
    pub(crate) simple_argc: Cell<u16>,
    /// The same where the cells that the function captured are then to be added.
    pub(crate) given_argc: Cell<u16>,
    /// Set while code of the program's own modules is not decoded: nobody has called it. Neither count above says any
    /// number then, so that every call is bound, and thaws the code before (`vm/thaw.rs`).
    pub(crate) frozen: Cell<bool>,
    /// Arguments as many as there are parameters are in place.
    pub(crate) all_positional: Cell<bool>,
    pub(crate) n_params: u16,
    pub(crate) n_locals: u16,
    pub(crate) n_regs: u16,
    pub(crate) flow: Flow,
    /// Its frame lives on the heap: calls move their arguments to the stack.
    pub(crate) heap_frame: bool,
    /// `types.coroutine` marked it: its generators may be awaited.
    pub(crate) iterable_coroutine: Cell<bool>,
    pub(crate) names: Table<Ref<Str>>,
    pub(crate) local_names: OnceCell<Box<[Ref<Str>]>>,
    pub(crate) children: Table<OnceCell<Ref<CodeObject>>>,
    pub(crate) module: Ref<Dict>,
    pub(crate) code: Arc<Code>,
}

heap_type!(CodeObject, Code, true);

impl Traced for CodeObject {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        for value in &self.consts {
            value.visit(visit);
        }
        for cell in &self.globals {
            visit(cell.as_ptr());
        }
        for child in self.children.iter().filter_map(OnceCell::get) {
            visit(child.as_ptr());
        }
        for cache in &self.caches {
            cache.trace(visit);
        }
        visit(self.module.as_ptr());
    }

    fn unlink(&self) {
        for cache in &self.caches {
            cache.forget();
        }
    }
}

/// What an attribute cache found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum CacheKind {
    Empty,
    /// A slot of the instance: `index`.
    Slot,
    /// A function of an instance's class, which binds it: `held`, and `pointer` to it; valid in `epoch`.
    Function,
    /// A native function of the class: `index` is its number; valid in `epoch`.
    Native,
    /// A native method of an instance's class: `held`; valid in `epoch`.
    NativeMethod,
    /// `list.append`, and the object is a list; else as Native, and so are the next three.
    Append,
    /// `dict.get`, and the object is a dict.
    Get,
    /// `set.add`, and the object is a set.
    AddKey,
    /// The `send` of generators, and the object is one.
    Send,
    /// Storing adds a slot: `index`, and `held` is the next shape.
    Add,
    /// A property of the class: `held` is its getter, a script function; valid in `epoch`.
    Property,
    /// In the dict of an instance that has one, if it is there: the class has no other say; valid in `epoch`.
    InDict,
    /// A field of a named tuple: `index`; valid in `epoch`.
    Item,
    /// What the attribute is, by itself: `held`; valid in `epoch`.
    Held,
    /// A function that binds the class: `held`, and `pointer` to it; valid in `epoch`.
    ClassMethod,
    /// A global of a module, or a plain value in a class: `held` is the cell; valid in `epoch`.
    Global,
    /// As Global, of a module, at a call whose method is read before the arguments: the register of the callee holds it.
    Ahead,
}

/// An inline cache of one attribute access.
pub(crate) struct Cache {
    /// The shape's (or module's) id; 0 matches nothing.
    pub(crate) id: Cell<u32>,
    pub(crate) kind: Cell<CacheKind>,
    pub(crate) index: Cell<u16>,
    pub(crate) epoch: Cell<u32>,
    /// How often it missed.
    pub(crate) misses: Cell<u16>,
    pub(crate) pointer: Cell<*mut Header>,
    pub(crate) held: Slot<Value>,
    pub(crate) name: Ref<Str>,
    /// Caches for more classes, at places that see several.
    pub(crate) others: OnceCell<Box<[Cache]>>,
}

impl Cache {
    pub(crate) fn new(name: Ref<Str>) -> Cache {
        Cache {
            id: Cell::new(0),
            kind: Cell::new(CacheKind::Empty),
            index: Cell::new(0),
            epoch: Cell::new(0),
            misses: Cell::new(0),
            pointer: Cell::new(std::ptr::null_mut()),
            held: Slot::new(Value::NONE),
            name,
            others: OnceCell::new(),
        }
    }

    /// The caches for more classes, made if there are none yet.
    pub(crate) fn others(&self) -> &[Cache] {
        const MORE: usize = 3;
        self.others
            .get_or_init(|| (0..MORE).map(|_| Cache::new(self.name.clone())).collect())
    }

    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        self.held.get().visit(visit);
        for other in self.others.get().into_iter().flatten() {
            other.trace(visit);
        }
    }

    /// Matches nothing from now on.
    pub(crate) fn forget(&self) {
        self.id.set(0);
        self.kind.set(CacheKind::Empty);
        self.held.set(Value::NONE);
        for other in self.others.get().into_iter().flatten() {
            other.forget();
        }
    }
}

impl CodeObject {
    /// The index of the instruction before `pc`, the one that is running.
    pub(crate) fn index_of(&self, pc: *const Op) -> u32 {
        let bytes = (pc.addr()).wrapping_sub(self.ops.get().addr());
        ((bytes / size_of::<Op>()) as u32).saturating_sub(1)
    }
}
