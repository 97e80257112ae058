//! `Value`: sixteen bytes, a tag and a word.

use std::cell::Cell;

use crate::heap::{Header, HeapType, Ref, decrement, increment};

/// What a value is. Tags below `FIRST_HEAP` are immediates; the others name a kind of heap object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Tag {
    None = 0,
    Bool,
    Int,
    Float,
    /// An unbound variable, an absent argument, a dead register; never seen by scripts.
    Undef,
    Ellipsis,
    NotImplemented,
    /// What `await` of it gives the loop one turn for.
    YieldNow,
    /// The state of a `for` over a range: the next number.
    RangeState,
    /// A native function: the index into the machine's table.
    Native,
    Str = 16,
    Bytes,
    BigInt,
    List,
    Tuple,
    Dict,
    Set,
    Instance,
    Function,
    Method,
    Class,
    Module,
    Cell,
    Coroutine,
    Range,
    Slice,
    Iterator,
    Exception,
    Future,
    Opaque,
    Weak,
    Code,
    Shape,
    Global,
}

/// The first tag that names a heap object.
pub(crate) const FIRST_HEAP: u8 = Tag::Str as u8;
/// How many kinds the heap's table has.
pub(crate) const KINDS: usize = Tag::Global as usize + 1;

/// A Python value.
///
/// Two scalars and never a third: that is what keeps it in registers (core.md, section 1).
#[repr(C)]
pub(crate) struct Value {
    tag: Tag,
    bits: *mut Header,
}

const _: () = assert!(size_of::<Value>() == 16);
const _: () = assert!(size_of::<Option<Value>>() == 16);
const _: () = assert!(size_of::<usize>() == 8, "Hoopsnake needs a 64-bit machine");

impl Value {
    pub(crate) const NONE: Value = Value::immediate(Tag::None, 0);
    pub(crate) const UNDEF: Value = Value::immediate(Tag::Undef, 0);
    pub(crate) const TRUE: Value = Value::immediate(Tag::Bool, 1);
    pub(crate) const FALSE: Value = Value::immediate(Tag::Bool, 0);
    pub(crate) const ELLIPSIS: Value = Value::immediate(Tag::Ellipsis, 0);
    pub(crate) const NOT_IMPLEMENTED: Value = Value::immediate(Tag::NotImplemented, 0);
    pub(crate) const YIELD_NOW: Value = Value::immediate(Tag::YieldNow, 0);

    /// What an `await` that gives the loop a turn gives up: `bits` says for how long (see `vm/sleep.rs`).
    #[inline(always)]
    pub(crate) const fn pause(bits: u64) -> Value {
        Value::immediate(Tag::YieldNow, bits as usize)
    }

    const fn immediate(tag: Tag, bits: usize) -> Value {
        Value {
            tag,
            bits: std::ptr::without_provenance_mut(bits),
        }
    }

    #[inline(always)]
    pub(crate) const fn int(value: i64) -> Value {
        Value::immediate(Tag::Int, value as usize)
    }

    #[inline(always)]
    pub(crate) const fn float(value: f64) -> Value {
        Value::immediate(Tag::Float, value.to_bits() as usize)
    }

    #[inline(always)]
    pub(crate) const fn bool(value: bool) -> Value {
        Value::immediate(Tag::Bool, value as usize)
    }

    /// The native function with this index.
    pub(crate) const fn native(id: u32) -> Value {
        Value::immediate(Tag::Native, id as usize)
    }

    pub(crate) const fn range_state(next: i64) -> Value {
        Value::immediate(Tag::RangeState, next as usize)
    }

    /// The object, with the count that `object` holds.
    #[inline(always)]
    pub(crate) fn object<T: HeapType>(object: Ref<T>) -> Value {
        // SAFETY: `T::KIND` is the `Tag` of the type (asserted in kinds.rs for every type).
        let tag = unsafe { std::mem::transmute::<u8, Tag>(T::KIND) };
        Value {
            tag,
            bits: object.into_raw(),
        }
    }

    /// A value for the object at `object`, taking over one count.
    ///
    /// # Safety
    /// The object is alive and the caller gives up a count.
    pub(crate) unsafe fn from_raw(object: *mut Header) -> Value {
        // SAFETY: alive; kinds of objects are tags.
        let tag = unsafe { std::mem::transmute::<u8, Tag>((*object).kind) };
        Value { tag, bits: object }
    }

    #[inline(always)]
    pub(crate) fn tag(&self) -> Tag {
        self.tag
    }

    #[inline(always)]
    pub(crate) fn is_heap(&self) -> bool {
        self.tag as u8 >= FIRST_HEAP
    }

    #[inline(always)]
    pub(crate) fn is(&self, tag: Tag) -> bool {
        self.tag as u8 == tag as u8
    }

    #[inline(always)]
    pub(crate) fn is_int(&self) -> bool {
        self.is(Tag::Int)
    }

    #[inline(always)]
    pub(crate) fn is_float(&self) -> bool {
        self.is(Tag::Float)
    }

    #[inline(always)]
    pub(crate) fn is_none(&self) -> bool {
        self.is(Tag::None)
    }

    #[inline(always)]
    pub(crate) fn is_undef(&self) -> bool {
        self.is(Tag::Undef)
    }

    /// The word as an integer; meaningful for Int, Bool, Native and RangeState.
    #[inline(always)]
    pub(crate) fn raw_int(&self) -> i64 {
        self.bits.addr() as i64
    }

    /// The word as a float; meaningful for Float.
    #[inline(always)]
    pub(crate) fn raw_float(&self) -> f64 {
        f64::from_bits(self.bits.addr() as u64)
    }

    /// The word, for identity and for hashing of immediates.
    #[inline(always)]
    pub(crate) fn raw_bits(&self) -> u64 {
        self.bits.addr() as u64
    }

    /// An int that fits a word; bools count.
    #[inline(always)]
    pub(crate) fn as_int(&self) -> Option<i64> {
        if self.is_int() || self.is(Tag::Bool) {
            Some(self.raw_int())
        } else {
            None
        }
    }

    pub(crate) fn as_bool(&self) -> Option<bool> {
        if self.is(Tag::Bool) {
            Some(self.raw_int() != 0)
        } else {
            None
        }
    }

    pub(crate) fn as_native(&self) -> Option<u32> {
        if self.is(Tag::Native) {
            Some(self.raw_int() as u32)
        } else {
            None
        }
    }

    /// The object, if it is of that type.
    #[inline(always)]
    pub(crate) fn as_ref<T: HeapType>(&self) -> Option<&Ref<T>> {
        if self.tag as u8 == T::KIND {
            // SAFETY: the tag says that `bits` is a counted pointer to a `T`, and `Ref<T>` is
            // just such a pointer (`repr(transparent)`).
            Some(unsafe { &*(&raw const self.bits).cast::<Ref<T>>() })
        } else {
            None
        }
    }

    /// The object, if it is of that type, with a count of its own.
    pub(crate) fn to_ref<T: HeapType>(&self) -> Option<Ref<T>> {
        self.as_ref::<T>().cloned()
    }

    /// The object with this value's count, or the value back.
    pub(crate) fn into_ref<T: HeapType>(self) -> Result<Ref<T>, Value> {
        if self.tag as u8 == T::KIND {
            let object = self.bits;
            std::mem::forget(self);
            // SAFETY: as in `as_ref`; the count of `self` moves.
            Ok(unsafe { Ref::from_raw(object) })
        } else {
            Err(self)
        }
    }

    /// The object's header, if it is on the heap.
    #[inline(always)]
    pub(crate) fn heap_ptr(&self) -> Option<*mut Header> {
        if self.is_heap() {
            Some(self.bits)
        } else {
            None
        }
    }

    /// Python's `is`.
    #[inline(always)]
    pub(crate) fn is_same(&self, other: &Value) -> bool {
        self.tag as u8 == other.tag as u8 && self.bits == other.bits
    }

    /// Calls `visit` with the object, if there is one. For `trace`.
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(*mut Header)) {
        if self.is_heap() {
            visit(self.bits);
        }
    }
}

impl Clone for Value {
    #[inline(always)]
    fn clone(&self) -> Value {
        if self.is_heap() {
            // SAFETY: heap tags come with a counted pointer to a live object.
            unsafe { increment(self.bits) };
        }
        Value {
            tag: self.tag,
            bits: self.bits,
        }
    }
}

impl Drop for Value {
    #[inline(always)]
    fn drop(&mut self) {
        if self.is_heap() {
            // SAFETY: this value owns the count that is given up.
            unsafe { decrement(self.bits) };
        }
    }
}

impl Default for Value {
    fn default() -> Value {
        Value::NONE
    }
}

/// A place of one word for an object or None.
pub(crate) struct ObjectSlot(Cell<*mut Header>);

impl ObjectSlot {
    /// None stands in for every immediate.
    #[inline(always)]
    pub(crate) fn new(value: Value) -> ObjectSlot {
        ObjectSlot(Cell::new(ObjectSlot::pack(value)))
    }

    #[inline(always)]
    fn pack(value: Value) -> *mut Header {
        let object = value.heap_ptr().unwrap_or(std::ptr::null_mut());
        std::mem::forget(value);
        object
    }

    #[inline(always)]
    fn unpack(object: *mut Header) -> Value {
        if object.is_null() {
            Value::NONE
        } else {
            // SAFETY: the place held the object with a count of its own, which the caller took out of it.
            unsafe { Value::from_raw(object) }
        }
    }

    #[inline(always)]
    pub(crate) fn is_none(&self) -> bool {
        self.0.get().is_null()
    }

    /// Whether `value` is the very object.
    #[inline(always)]
    pub(crate) fn holds(&self, value: &Value) -> bool {
        self.0.get() == value.heap_ptr().unwrap_or(std::ptr::null_mut())
    }

    /// Whether both hold the same.
    #[inline(always)]
    pub(crate) fn is_same(&self, other: &ObjectSlot) -> bool {
        self.0.get() == other.0.get()
    }

    #[inline(always)]
    pub(crate) fn get(&self) -> Value {
        let object = self.0.get();
        if !object.is_null() {
            // SAFETY: the place holds a count, so the object is alive.
            unsafe { increment(object) };
        }
        ObjectSlot::unpack(object)
    }

    #[inline(always)]
    pub(crate) fn replace(&self, value: Value) -> Value {
        ObjectSlot::unpack(self.0.replace(ObjectSlot::pack(value)))
    }

    #[inline(always)]
    pub(crate) fn take(&self) -> Value {
        ObjectSlot::unpack(self.0.replace(std::ptr::null_mut()))
    }

    /// Puts `value` in. The old one is dropped after the new one is in place.
    #[inline(always)]
    pub(crate) fn set(&self, value: Value) {
        drop(self.replace(value));
    }

    /// Calls `visit` with the object, if there is one. For `trace`.
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(*mut Header)) {
        if !self.is_none() {
            visit(self.0.get());
        }
    }
}

impl Drop for ObjectSlot {
    #[inline(always)]
    fn drop(&mut self) {
        drop(self.take());
    }
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.tag {
            Tag::Int => write!(f, "{}", self.raw_int()),
            Tag::Float => write!(f, "{:?}", self.raw_float()),
            Tag::Bool => write!(f, "{}", self.raw_int() != 0),
            tag if self.is_heap() => write!(f, "{tag:?}@{:p}", self.bits),
            tag => write!(f, "{tag:?}"),
        }
    }
}
