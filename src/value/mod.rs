//! Values: what Python objects are made of. Storage only.
//!
//! Knows: `heap`, `bytecode` (a function holds its code). Must not know: `vm`. Nothing here can
//! call Python; what needs calling hands out candidates and lets `vm::protocol` decide.
//! Read: value.rs, then dict.rs (the largest idea), instance.rs (shapes), coroutine.rs.

mod bigint;
mod bytes;
pub(crate) mod census;
mod class;
mod code;
mod coroutine;
mod dict;
mod dict_order;
mod dict_table;
mod exception;
mod function;
mod future;
mod global;
pub(crate) mod hash;
mod instance;
mod iterator;
#[expect(
    unsafe_code,
    reason = "the table of kinds casts headers to the types they precede"
)]
mod kinds;
mod list;
mod opaque;
mod set;
mod set_bulk;
mod small;
mod special;
#[expect(unsafe_code, reason = "text is UTF-8 by construction")]
mod str;
#[expect(unsafe_code, reason = "a table is filled while others hold it")]
mod table;
#[cfg(test)]
mod tests;
mod tuple;
#[expect(
    unsafe_code,
    clippy::module_inception,
    reason = "the packed value, which the room is named for: a tag and a counted pointer or a number"
)]
mod value;
#[expect(unsafe_code, reason = "weak references hold uncounted pointers")]
mod weak;

pub(crate) use bigint::{Big, div_mod_floor};
pub(crate) use bytes::{Bytes, BytesHead};
pub(crate) use class::{Class, Layout, Making, class_flags};
pub(crate) use code::{Cache, CacheKind, CodeObject, NOT_SIMPLE};
pub(crate) use coroutine::{Coroutine, CoroutineHead, CoroutineState};
pub(crate) use dict::{Dict, Probe, Quick};
pub(crate) use exception::{Exception, TraceEntry};
pub(crate) use function::Function;
pub(crate) use future::{
    Callback, Callbacks, FutureHead, FutureObject, FutureState, NO_INDEX, NO_TIMER, TaskPart,
};
pub(crate) use global::GlobalCell;
pub(crate) use instance::{Instance, InstanceHead, ItemWay, MAX_SLOTS, Shape};
pub(crate) use iterator::{BYTEARRAY, DictPart, Iter, IterState, LONG_RANGE, OTHER_TEXT, RANGE};
pub(crate) use kinds::TABLE;
pub(crate) use list::{List, drop_backwards};
pub(crate) use opaque::{NativeData, Opaque};
pub(crate) use set::{Set, SetProbe};
pub(crate) use small::{Method, Module, Range, Slice, VarCell};
pub(crate) use special::{N_SPECIAL, SPECIAL_NAMES, Special};
pub(crate) use str::{Str, StrHead, name_hash};
pub(crate) use table::Table;
pub(crate) use tuple::{Tuple, TupleHead};
pub(crate) use value::{ObjectSlot, Tag, Value};
pub(crate) use weak::Weak;
