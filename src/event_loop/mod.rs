//! The event loop's mechanism: waiting, deadlines, order, and waking from outside.
//!
//! Knows: std, mio (`poller.rs` only), signal-hook (`signals.rs` only).
//! Must not know: Python. Payloads are a type parameter; the policy (Future, Task, Handle,
//! `call_soon`) is `modules/asyncio`, which drives the turn told here.
//!
//! One turn, in CPython's order:
//!
//! 1. [`EventLoop::wait`]: cancelled timers at the head go, then the wait is measured: zero if
//!    anything is ready, else until the next deadline, else without end.
//! 2. It blocks in [`Poller`] at most so long. File descriptors, [`WakeHandle::wake`] and watched
//!    signals end it early. A turn that need not block and has no descriptors makes no system call.
//! 3. The caller asks [`Signals::take`], then takes its [`Inbox`] messages,
//! 4. and turns each of [`EventLoop::events`] into entries of [`Ready`].
//! 5. [`EventLoop::promote_due`]: due timers become ready, in the order of their deadlines.
//! 6. [`Ready::begin_turn`] freezes the count, and the caller pops exactly so many;
//! 7. what they schedule waits for the next turn.
//!
//! [`Workers`] run blocking host calls on threads and answer through an [`Inbox`].
//! Read: turn.rs, ready.rs, timers.rs, then poller.rs and waker.rs, then the rest.

#[cfg_attr(
    not(test),
    expect(
        dead_code,
        reason = "a host that turns the loop by hand comes with the driver"
    )
)]
mod clock;
mod inbox;
#[cfg_attr(
    not(test),
    expect(
        dead_code,
        reason = "sockets and pipes of programs come with the transports"
    )
)]
mod poller;
mod ready;
#[cfg_attr(
    not(test),
    expect(
        dead_code,
        reason = "handlers that programs set come with `add_signal_handler`"
    )
)]
mod signals;
mod timers;
mod turn;
mod waker;
#[cfg_attr(
    not(test),
    expect(
        dead_code,
        reason = "what a host may want of its workers: cancelling, joining"
    )
)]
mod workers;

pub(crate) use clock::Clock;
pub(crate) use inbox::Inbox;
pub(crate) use poller::{Event, Poller};
pub(crate) use ready::Ready;
pub(crate) use signals::Signals;
pub(crate) use timers::{TimerId, Timers};
pub(crate) use turn::EventLoop;
pub(crate) use waker::WakeHandle;
pub(crate) use workers::{Finished, Workers};
