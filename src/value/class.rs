//! Type objects: bases, MRO, namespace, the cache of special methods.

use std::cell::Cell;

use super::kinds::{Traced, heap_type};
use super::special::{N_SPECIAL, Special};
use super::{Dict, Shape, Str, Tuple, Value};
use crate::heap::{Header, Ref, Shared, Slot};

/// What the instances of a class are made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Layout {
    /// Instances with slots.
    Plain,
    /// Instances that carry a value of a built-in type with this tag in slot 0 (subclasses of `int`, `list`, ...).
    Payload,
    Exception,
    Future,
    Opaque,
    Class,
    Module,
    /// Built-in types whose values have a tag of their own; cannot be instantiated generically.
    Native,
}

/// What the run loop does when a class is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Making {
    /// What `type.__call__`, or the metaclass, does.
    Other,
    /// A plain instance, or one that carries an empty dict, and its script `__init__` (`maker`; Undef: none).
    Init,
    /// An instance that carries an empty dict, and its native `__init__` (`maker`), which does nothing without
    /// arguments.
    Carrier,
    /// An exception that keeps its arguments and does nothing else.
    Exception,
    /// An empty built-in container, and its `__init__` (`maker`).
    List,
    Dict,
    Set,
    /// What the native `__new__` (`maker`) gives.
    New,
    /// `range`: the same, but ranges of small ints are made on the spot.
    Range,
    /// `type` itself: with one argument, its class.
    Type,
}

/// Bits of `Class::flags`.
pub(crate) mod class_flags {
    /// Made by the runtime: its attributes cannot be set.
    pub(crate) const BUILTIN: u32 = 1;
    /// No `__eq__` but object's.
    pub(crate) const DEFAULT_EQ: u32 = 2;
    /// No `__hash__` but object's.
    pub(crate) const DEFAULT_HASH: u32 = 4;
    /// Has `__del__`.
    pub(crate) const HAS_DEL: u32 = 8;
    /// Has `__getattribute__` other than object's.
    pub(crate) const GETATTRIBUTE: u32 = 16;
    /// Has `__setattr__` or `__delattr__` other than object's.
    pub(crate) const SETATTR: u32 = 32;
    /// Cannot be subclassed.
    pub(crate) const FINAL: u32 = 64;
    /// Instances have no `__dict__` (every class of the MRO declares `__slots__`).
    pub(crate) const NO_DICT: u32 = 128;
    /// Instances have a `__dict__` though the class is built in.
    pub(crate) const OWN_DICT: u32 = 512;
    /// Has abstract methods that are not overridden.
    pub(crate) const ABSTRACT: u32 = 256;
    /// Patterns for sequences match its instances.
    pub(crate) const SEQUENCE: u32 = 1024;
    /// Patterns for mappings match its instances.
    pub(crate) const MAPPING: u32 = 2048;
    /// Its own `__slots__` name attributes: instances have more room than those of its bases.
    pub(crate) const ADDS_SLOTS: u32 = 4096;
    /// `OrderedDict`, or derived from it.
    pub(crate) const ORDERED: u32 = 8192;
}

/// A type object.
pub(crate) struct Class {
    pub(crate) name: Slot<Ref<Str>>,
    pub(crate) qualname: Slot<Value>,
    /// The module of a built-in class that does not say it to its instances; Undef for others.
    pub(crate) home: Slot<Value>,
    pub(crate) dict: Ref<Dict>,
    pub(crate) bases: Slot<Ref<Tuple>>,
    /// This class first.
    pub(crate) mro: Slot<Ref<Tuple>>,
    /// The metaclass; None for `type`.
    pub(crate) meta: Slot<Value>,
    pub(crate) layout: Layout,
    pub(crate) flags: Cell<u32>,
    /// The shape of a new instance; made at the first instance.
    pub(crate) root: Slot<Option<Ref<Shape>>>,
    /// The shape of its instances whose attributes live in a dict; made at the first.
    pub(crate) dict_shape: Slot<Option<Ref<Shape>>>,
    /// Slots to reserve in a new instance: the most an instance has had.
    pub(crate) capacity: Cell<u16>,
    /// Makes `AttributeError: __set_name__`-time lookups and cycles cheap: unique, never reused.
    pub(crate) id: u32,
    /// When `making` was found: the epoch.
    pub(crate) making_epoch: Cell<u32>,
    pub(crate) making: Cell<Making>,
    /// The function that `making` speaks of.
    pub(crate) maker: Slot<Value>,
    special_epoch: Cell<u32>,
    special: Shared<Option<Box<[Value; N_SPECIAL]>>>,
    /// The names in `__slots__` of the class and of its bases.
    pub(crate) members: Shared<Vec<Ref<Str>>>,
    /// Direct subclasses, as weak references' values.
    pub(crate) subclasses: Shared<Vec<Value>>,
}

heap_type!(Class, Class, true);

impl Traced for Class {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        visit(self.dict.as_ptr());
        visit(self.bases.get().as_ptr());
        visit(self.mro.get().as_ptr());
        self.qualname.get().visit(visit);
        self.meta.get().visit(visit);
        self.maker.get().visit(visit);
        for shape in [&self.root, &self.dict_shape] {
            if let Some(shape) = shape.get() {
                visit(shape.as_ptr());
            }
        }
        self.special.with(|special| {
            if let Some(special) = special {
                special.iter().for_each(|value| value.visit(visit));
            }
        });
        self.subclasses
            .with(|all| all.iter().for_each(|value| value.visit(visit)));
    }

    fn unlink(&self) {
        self.root.set(None);
        self.dict_shape.set(None);
        self.making_epoch.set(0);
        self.maker.set(Value::UNDEF);
        drop(self.special.replace(None));
        drop(self.subclasses.replace(Vec::new()));
        let empty = self.dict.heap().tuple_of(&[]);
        self.mro.set(empty.clone());
        self.bases.set(empty);
        self.meta.set(Value::NONE);
    }
}

impl Class {
    /// A class; the caller sets `mro` and fills the namespace.
    pub(crate) fn new(
        name: Ref<Str>,
        dict: Ref<Dict>,
        bases: Ref<Tuple>,
        meta: Value,
        layout: Layout,
        flags: u32,
    ) -> Class {
        let heap = dict.heap();
        let (id, mro) = (heap.new_id(), heap.tuple_of(&[]));
        Class {
            qualname: Slot::new(Value::object(name.clone())),
            name: Slot::new(name),
            home: Slot::new(Value::UNDEF),
            bases: Slot::new(bases),
            mro: Slot::new(mro),
            meta: Slot::new(meta),
            layout,
            flags: Cell::new(flags),
            root: Slot::new(None),
            dict_shape: Slot::new(None),
            capacity: Cell::new(0),
            id,
            making_epoch: Cell::new(0),
            making: Cell::new(Making::Other),
            maker: Slot::new(Value::UNDEF),
            special_epoch: Cell::new(0),
            special: Shared::new(None),
            members: Shared::new(Vec::new()),
            subclasses: Shared::new(Vec::new()),
            dict,
        }
    }

    /// New instances get new shapes; caches of the old ones miss.
    pub(crate) fn forget_shapes(&self) {
        self.root.set(None);
        self.dict_shape.set(None);
        self.subclasses.with(|all| {
            for class in all {
                if let Some(class) = class.as_ref::<super::Weak>().and_then(|weak| weak.get())
                    && let Some(class) = class.as_ref::<Class>()
                {
                    class.root.set(None);
                    class.dict_shape.set(None);
                }
            }
        });
    }

    /// Its module, as far as the class itself knows it.
    pub(crate) fn module(&self) -> Option<Value> {
        let own = self.dict.get_text("__module__");
        own.or_else(|| Some(self.home.get()).filter(|home| !home.is_undef()))
    }

    #[inline(always)]
    pub(crate) fn has(&self, flag: u32) -> bool {
        self.flags.get() & flag != 0
    }

    pub(crate) fn set_flag(&self, flag: u32, on: bool) {
        let flags = self.flags.get();
        self.flags
            .set(if on { flags | flag } else { flags & !flag });
    }

    pub(crate) fn has_default_eq(&self) -> bool {
        self.has(class_flags::DEFAULT_EQ)
    }

    pub(crate) fn has_default_hash(&self) -> bool {
        self.has(class_flags::DEFAULT_HASH)
    }

    /// Looks along the MRO. `look` runs no script code.
    #[inline]
    fn along_mro<T>(&self, mut look: impl FnMut(&Ref<Class>) -> Option<T>) -> Option<T> {
        self.mro.with(|mro| {
            let mut classes = mro.items().iter();
            classes.find_map(|class| look(class.as_ref::<Class>()?))
        })
    }

    /// The attribute `name` of the first class of the MRO that has it.
    pub(crate) fn lookup(&self, name: &Ref<Str>) -> Option<Value> {
        self.along_mro(|class| class.dict.get_str(name))
    }

    /// The attribute and the class that has it.
    pub(crate) fn lookup_where(&self, name: &Ref<Str>) -> Option<(Value, Ref<Class>)> {
        self.along_mro(|class| Some((class.dict.get_str(name)?, class.clone())))
    }

    /// Whether `other` is this class or in its MRO.
    pub(crate) fn is_subclass(&self, other: &Ref<Class>) -> bool {
        self.along_mro(|class| class.is(other).then_some(()))
            .is_some()
    }

    /// The special method, from the cache; None if the class has none.
    #[inline]
    pub(crate) fn special(&self, which: Special, names: &[Ref<Str>; N_SPECIAL]) -> Option<Value> {
        let epoch = self.dict.heap().class_epoch.get();
        if self.special_epoch.get() == epoch {
            let cached = self.special.with(|special| {
                special
                    .as_ref()
                    .map_or(Value::UNDEF, |all| all[which as usize].clone())
            });
            if !cached.is_undef() {
                return if cached.is(super::Tag::NotImplemented) {
                    None
                } else {
                    Some(cached)
                };
            }
        }
        self.fill_special(which, names, epoch)
    }

    /// Whether both have the same special method. False may be wrong for a class that was not asked for it yet.
    pub(crate) fn shares_special(&self, which: Special, other: &Class) -> bool {
        let epoch = self.dict.heap().class_epoch.get();
        let of = |class: &Class, look: &dyn Fn(&Value) -> bool| {
            let is_known = class.special_epoch.get() == epoch;
            let of_all = |all: &[Value; N_SPECIAL]| look(&all[which as usize]);
            is_known && class.special.with(|all| all.as_deref().is_some_and(of_all))
        };
        of(self, &|mine| {
            !mine.is_undef() && of(other, &|others| mine.is_same(others))
        })
    }

    #[cold]
    #[inline(never)]
    fn fill_special(
        &self,
        which: Special,
        names: &[Ref<Str>; N_SPECIAL],
        epoch: u32,
    ) -> Option<Value> {
        let found = self.lookup(&names[which as usize]);
        if self.special_epoch.replace(epoch) != epoch {
            drop(self.special.replace(None));
        }
        let entry = found.clone().unwrap_or(Value::NOT_IMPLEMENTED);
        let old = self.special.with_mut(|special| {
            let all = special.get_or_insert_with(|| Box::new([const { Value::UNDEF }; N_SPECIAL]));
            std::mem::replace(&mut all[which as usize], entry)
        });
        drop(old);
        found
    }
}
