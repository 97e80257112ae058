//! The table of kinds: what the heap must know of each type.

use super::value::{KINDS, Tag};
use super::{
    Big, Bytes, Class, CodeObject, Coroutine, Dict, Exception, Function, FutureObject, GlobalCell,
    Instance, Iter, List, Method, Module, Opaque, Range, Set, Shape, Slice, Str, Tuple, VarCell,
    Weak,
};
use crate::heap::{Header, HeapType, KindInfo, Obj, Tail, account};

/// What a type on the heap tells the collector.
pub(crate) trait Traced {
    /// Calls `visit` once for every counted pointer held.
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        let _ = visit;
    }

    /// Gives up every reference that can be part of a cycle.
    fn unlink(&self) {}

    /// Bytes of buffers outside the object, as they were accounted for.
    fn buffer_bytes(&self) -> usize {
        0
    }

    /// Empties a dying object; true if what is left is worth keeping for the next of its kind (see `heap/spares.rs`).
    fn keep(&self) -> bool {
        false
    }

    /// Whether a dying object that asked for it (flag FINALIZE) must be revived for its finaliser.
    fn wants_finaliser(&self) -> bool {
        true
    }
}

unsafe fn drop_body<T: Traced>(object: *mut Header) {
    let body = object.cast::<Obj<T>>();
    // SAFETY: the heap calls this once, on a dying object of this kind.
    let bytes = unsafe { (*body).body.buffer_bytes() };
    if bytes > 0 {
        // SAFETY: the object's memory is still there.
        unsafe { account(object, -(bytes as isize)) };
    }
    // SAFETY: as above.
    unsafe { std::ptr::drop_in_place(&raw mut (*body).body) };
}

unsafe fn keep_body<T: Traced>(object: *mut Header) -> bool {
    // SAFETY: the heap calls this on a dying object of this kind, which is whole and stays so.
    unsafe { (*object.cast::<Obj<T>>()).body.keep() }
}

unsafe fn drop_tail<H, T>(object: *mut Header) {
    // SAFETY: as above; tails drop their items themselves.
    unsafe { Tail::<H, T>::drop_in_place(&raw mut (*object.cast::<Obj<Tail<H, T>>>()).body) };
}

unsafe fn drop_coroutine(object: *mut Header) {
    // SAFETY: the heap calls this once, on a dying coroutine that is still whole.
    unsafe { (*object.cast::<Obj<Coroutine>>()).body.detach() };
    // SAFETY: as above.
    unsafe { drop_tail::<super::CoroutineHead, crate::heap::Slot<super::Value>>(object) };
}

/// The head of a coroutine that a living one names in its chain.
pub(super) fn chained<'a>(object: *mut Header) -> &'a super::CoroutineHead {
    // SAFETY: the chain of a suspended coroutine is alive: each member holds the next in a register.
    unsafe { (*object.cast::<Obj<Coroutine>>()).body.head() }
}

unsafe fn trace_body<T: Traced>(object: *const Header, visit: &mut dyn FnMut(*mut Header)) {
    // SAFETY: the heap calls this on a live object of this kind.
    unsafe { (*object.cast::<Obj<T>>()).body.trace(visit) };
}

unsafe fn clear_body<T: Traced>(object: *mut Header) {
    // SAFETY: as above.
    let body = unsafe { &(*object.cast::<Obj<T>>()).body };
    let before = body.buffer_bytes();
    body.unlink();
    let delta = body.buffer_bytes() as isize - before as isize;
    if delta != 0 {
        // SAFETY: the object is alive.
        unsafe { account(object, delta) };
    }
}

unsafe fn finalize_body<T: Traced>(object: *const Header) -> bool {
    // SAFETY: as above.
    unsafe { (*object.cast::<Obj<T>>()).body.wants_finaliser() }
}

const fn kind<T: HeapType + Traced>(
    name: &'static str,
    tag: Tag,
    drop: unsafe fn(*mut Header),
) -> KindInfo {
    assert!(T::KIND == tag as u8);
    KindInfo {
        name,
        tracked: T::TRACKED,
        leaf: false,
        drop,
        keep: None,
        trace: trace_body::<T>,
        clear: clear_body::<T>,
        finalize: finalize_body::<T>,
    }
}

unsafe fn never(_: *mut Header) {}
unsafe fn trace_never(_: *const Header, _: &mut dyn FnMut(*mut Header)) {}
unsafe fn finalize_never(_: *const Header) -> bool {
    false
}

/// The heap's table.
pub(crate) static TABLE: [KindInfo; KINDS] = {
    let unused = KindInfo {
        name: "",
        tracked: false,
        leaf: false,
        drop: never,
        keep: None,
        trace: trace_never,
        clear: never,
        finalize: finalize_never,
    };
    let mut table = [unused; KINDS];
    macro_rules! fixed {
        ($($tag:ident: $type:ty),* $(,)?) => { $( table[Tag::$tag as usize] = kind::<$type>(stringify!($tag), Tag::$tag, drop_body::<$type>); )* };
    }
    macro_rules! tails {
        ($($tag:ident: $type:ty, $head:ty, $item:ty);* $(;)?) => { $(
            table[Tag::$tag as usize] = kind::<$type>(stringify!($tag), Tag::$tag, drop_tail::<$head, $item>);
            table[Tag::$tag as usize].leaf = !<$type as HeapType>::TRACKED
                && !std::mem::needs_drop::<$head>()
                && !std::mem::needs_drop::<$item>();
        )* };
    }
    fixed! {
        BigInt: Big, List: List, Dict: Dict, Set: Set, Function: Function, Method: Method, Class: Class, Module: Module,
        Cell: VarCell, Range: Range, Slice: Slice, Iterator: Iter, Exception: Exception, Opaque: Opaque,
        Weak: Weak, Code: CodeObject, Shape: Shape, Global: GlobalCell,
    }
    tails! {
        Str: Str, super::StrHead, u8;
        Bytes: Bytes, super::BytesHead, u8;
        Tuple: Tuple, super::TupleHead, super::Value;
        Future: FutureObject, super::FutureHead, super::TaskPart;
        Instance: Instance, super::InstanceHead, crate::heap::Slot<super::Value>;
    }
    table[Tag::List as usize].keep = Some(keep_body::<List>);
    table[Tag::Dict as usize].keep = Some(keep_body::<Dict>);
    table[Tag::Set as usize].keep = Some(keep_body::<Set>);
    table[Tag::Coroutine as usize] = kind::<Coroutine>("Coroutine", Tag::Coroutine, drop_coroutine);
    table
};

macro_rules! heap_type {
    ($type:ty, $tag:ident, $tracked:expr) => {
        impl crate::heap::HeapType for $type {
            const KIND: u8 = $crate::value::Tag::$tag as u8;
            const TRACKED: bool = $tracked;
        }
    };
}
pub(crate) use heap_type;
