//! The machine: runs code over values.
//!
//! Knows: `value`, `heap`, `bytecode`, `diagnostic`, `text`. Must not know: source text, the compiler, the event
//! loop, or the methods of any one type (it reaches them through the class's namespace).
//! Read: vm.rs (what a session owns), run.rs (the loop), call.rs, enter.rs and bind.rs (calls), unwind.rs, lookup.rs
//! (attributes), coroutine.rs, then protocol/ (what any value may be asked for).

mod activation;
mod agen;
mod awaiter;
mod bind;
mod call;
mod chain;
mod class_of;
mod construct;
mod coroutine;
mod def;
mod descriptor;
mod drain;
mod enter;
mod exec;
mod finalise;
mod guard;
mod handled;
#[expect(
    unsafe_code,
    reason = "one `unsafe impl Send`: a machine moves between threads as a whole"
)]
mod isolated;
mod limits;
mod link;
mod lookup;
mod make;
mod marks;
mod members;
mod miscounted;
mod named;
mod names;
mod natives;
mod odd_keywords;
mod origin;
mod protocol;
mod raise;
mod receiver;
#[expect(
    unsafe_code,
    reason = "the register file: raw registers, proved in range by bytecode/verify.rs"
)]
mod regs;
mod repeat;
mod report;
#[expect(
    unsafe_code,
    reason = "the run loop works on raw registers, proved in range by bytecode/verify.rs"
)]
mod run;
mod sent;
mod set_attr;
pub(crate) mod sleep;
mod spread;
mod thaw;
mod threads;
mod types;
mod unwind;
#[expect(
    clippy::module_inception,
    reason = "the machine's own structure is what the room is named for"
)]
mod vm;

pub(crate) use activation::{Activation, named_variables};
pub(crate) use agen::{AgenAwait, AgenMode};
pub(crate) use class_of::keeps_its_home;
pub(crate) use coroutine::{Progress, Resume};
pub(crate) use def::{
    Binding, Def, GetSet, NativeFn, StepFn, class_def, def, getset, getter, given, rest, static_def,
};
pub(crate) use descriptor::{
    ClassMethodData, MemberData, PropertyData, StaticMethodData, SuperData, TupleGetter,
};
pub(crate) use drain::{Sink, Source};
pub(crate) use isolated::Isolated;
pub(crate) use limits::{DigitLimit, Stop};
pub(crate) use natives::{HostBlockFn, HostFn, NativeCode, class_flags_own_dict};
pub(crate) use protocol::arith::ArithKind;
pub(crate) use protocol::compare::Comparison;
pub(crate) use repeat::Caller;
pub(crate) use threads::{MAIN_THREAD, Next, Outcome, Slice, Then, Waiting, blocks};
pub(crate) use vm::{Known, Vm};

/// An exception is pending in `Vm::raised`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Raised;

/// What a native gives: a value, or an exception is pending.
pub(crate) type R<T = crate::value::Value> = Result<T, Raised>;
