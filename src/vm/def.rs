//! The rows of tables of natives: name, function, signature, and how the machine may call them.

use super::drain::Sink;
use super::threads::Outcome;
use super::{R, Vm};
use crate::value::{NativeData, Tuple, Value};

/// A native function: gets exactly the values its signature names; absent ones are Undef.
pub(crate) type NativeFn = fn(&mut Vm, &[Value]) -> R;

/// A native that may have to wait for other threads, for time, or for the world.
pub(crate) type BlockFn = fn(&mut Vm, &[Value]) -> R<Outcome>;

/// The next item of a native iterator, None at its end.
pub(crate) type StepFn = fn(&mut Vm, &Value) -> R<Option<Value>>;

/// The next item of a native iterator that the sink does not take, None at its end.
pub(crate) type DrainFn = fn(&mut Vm, &Value, &mut Sink) -> R<Option<Value>>;

/// How a native iterator is asked by the machine.
#[derive(Clone, Copy)]
pub(crate) struct Steps {
    pub(crate) next: StepFn,
    /// For iterators that let script make their items one by one.
    pub(crate) drain: Option<DrainFn>,
}

/// How a native behaves as an attribute of a class.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Binding {
    /// A function of a module: not bound.
    Function,
    /// Bound to the instance.
    Method,
    /// Bound to the class.
    Class,
    /// Not bound, though it is in a class.
    Static,
}

/// One row of a table of natives.
#[derive(Clone, Copy)]
pub(crate) struct Def {
    pub(crate) name: &'static str,
    pub(crate) function: NativeFn,
    pub(crate) signature: &'static str,
    pub(crate) binding: Binding,
    /// What is called instead with arguments by position only: it gets them all as they are.
    pub(super) spread: Option<NativeFn>,
    /// So many arguments by position may be given as they are, without Undef for the rest; `u16::MAX` for none.
    pub(super) bare: u16,
    /// `__next__` without the exception at its end.
    pub(super) step: Option<Steps>,
    /// What is called instead: it may have to wait.
    pub(super) block: Option<BlockFn>,
}

impl Def {
    /// What the machine calls instead of this `__next__`.
    pub(crate) const fn step(mut self, next: StepFn) -> Def {
        self.step = Some(Steps { next, drain: None });
        self
    }

    /// What it calls where all items are wanted.
    pub(crate) const fn drain(mut self, next: StepFn, drain: DrainFn) -> Def {
        self.step = Some(Steps {
            next,
            drain: Some(drain),
        });
        self
    }

    /// The function takes so many arguments alone, too, and every count between those and all: it asks with `given`.
    pub(crate) const fn bare(mut self, count: u16) -> Def {
        self.bare = count;
        self
    }

    /// The function may have to wait: this one is called instead.
    pub(crate) const fn blocking(mut self, function: BlockFn) -> Def {
        self.block = Some(function);
        self
    }

    /// With a shortcut for calls without keywords, which gets the arguments as they are, however many.
    pub(crate) const fn spread(mut self, function: NativeFn) -> Def {
        self.spread = Some(function);
        self
    }
}

/// A function of a module, or a method of a class.
pub(crate) const fn def(name: &'static str, function: NativeFn, signature: &'static str) -> Def {
    Def {
        name,
        function,
        signature,
        binding: Binding::Method,
        spread: None,
        bare: u16::MAX,
        step: None,
        block: None,
    }
}

/// A static method, as `__new__` is.
pub(crate) const fn static_def(
    name: &'static str,
    function: NativeFn,
    signature: &'static str,
) -> Def {
    Def {
        name,
        function,
        signature,
        binding: Binding::Static,
        spread: None,
        bare: u16::MAX,
        step: None,
        block: None,
    }
}

/// A class method.
pub(crate) const fn class_def(
    name: &'static str,
    function: NativeFn,
    signature: &'static str,
) -> Def {
    Def {
        name,
        function,
        signature,
        binding: Binding::Class,
        spread: None,
        bare: u16::MAX,
        step: None,
        block: None,
    }
}

/// A computed attribute of a class: one row.
#[derive(Clone, Copy)]
pub(crate) struct GetSet {
    pub(crate) name: &'static str,
    pub(crate) get: NativeFn,
    pub(crate) set: Option<NativeFn>,
}

impl NativeData for GetSet {}

/// A computed attribute that can be set; the setter gets Undef to delete.
pub(crate) const fn getset(name: &'static str, get: NativeFn, set: NativeFn) -> GetSet {
    GetSet {
        name,
        get,
        set: Some(set),
    }
}

/// A read-only computed attribute.
pub(crate) const fn getter(name: &'static str, get: NativeFn) -> GetSet {
    GetSet {
        name,
        get,
        set: None,
    }
}

/// The argument at this place; Undef where a native that takes fewer arguments (`Def::bare`) was given none.
#[inline(always)]
pub(crate) fn given(args: &[Value], at: usize) -> &Value {
    const ABSENT: &Value = &Value::UNDEF;
    args.get(at).unwrap_or(ABSENT)
}

/// The elements of an argument that collected the rest (`*args`).
pub(crate) fn rest(value: &Value) -> &[Value] {
    value.as_ref::<Tuple>().map_or(&[], |tuple| tuple.items())
}
