//! The front half of one turn: how long to wait, the wait, and what is due after it.

use std::io;
use std::time::Duration;

use crate::event_loop::{Clock, Event, Poller, Ready, Timers, WakeHandle};

/// The longest single wait, in seconds: a day, as in CPython. A later deadline takes more turns.
const MAXIMUM_WAIT: f64 = 24.0 * 3600.0;

/// One loop's queues and its wait. `T` is what becomes ready: a callback, a task's step.
///
/// Each turn the caller calls `wait`, deals with signals, messages and `events`, then calls
/// `promote_due`, then runs `ready.begin_turn()` payloads. (See the room's front page.)
#[derive(Debug)]
pub(crate) struct EventLoop<T> {
    pub(crate) ready: Ready<T>,
    pub(crate) timers: Timers<T>,
    clock: Clock,
    poller: Poller,
    waker: WakeHandle,
    is_waker_registered: bool,
    /// The host wants its say after so long at the latest.
    longest_wait: Option<Duration>,
    events: Vec<Event>,
}

impl<T> EventLoop<T> {
    /// A loop with nothing to do, woken by `waker`. Makes no system call.
    pub(crate) const fn new(clock: Clock, waker: WakeHandle) -> Self {
        Self {
            ready: Ready::new(),
            timers: Timers::new(),
            clock,
            poller: Poller::new(),
            waker,
            is_waker_registered: false,
            longest_wait: None,
            events: Vec::new(),
        }
    }

    /// The clock that deadlines are measured with.
    pub(crate) fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The descriptors waited for.
    pub(crate) fn poller(&mut self) -> &mut Poller {
        &mut self.poller
    }

    /// Lets a wait end after `longest`, even if nothing happened. None: no limit.
    pub(crate) fn set_longest_wait(&mut self, longest: Option<Duration>) {
        self.longest_wait = longest;
    }

    /// What ends the wait from outside.
    pub(crate) fn waker(&self) -> &WakeHandle {
        &self.waker
    }

    /// True if something is ready, and nothing else can become ready in a wait: no timer, no descriptor. A wake-up stays
    /// for the next wait.
    #[inline]
    pub(crate) fn is_only_ready(&self) -> bool {
        !self.ready.is_empty() && self.timers.holds_nothing() && self.poller.n_registered() == 0
    }

    /// Waits until something may be there to do, and collects `events`.
    ///
    /// It does not block if `has_ready` (the caller has work or wants to stop), if `ready` is not
    /// empty, if a deadline has passed, if the loop was woken since the last wait, or if the
    /// clock is hand-driven. Otherwise it blocks until the next deadline, rounded up; without
    /// timers, until a descriptor, a wake or a signal. It may return early with nothing to do:
    /// the caller then just begins the next turn.
    ///
    /// Errors: the system's, for instance when it has no more descriptors to give.
    pub(crate) fn wait(&mut self, has_ready: bool) -> io::Result<()> {
        self.events.clear();
        self.timers.tidy();
        let may_block = !has_ready && self.ready.is_empty() && !self.clock.is_hand_driven();
        let timeout = if may_block {
            match (self.time_to_deadline(), self.longest_wait) {
                (Some(timeout), Some(longest)) => Some(timeout.min(longest)),
                (timeout, longest) => timeout.or(longest),
            }
        } else {
            Some(Duration::ZERO)
        };
        if timeout == Some(Duration::ZERO) {
            self.poll_now()
        } else {
            self.sleep(timeout)
        }
    }

    /// Waits as long as somebody else computed: None is without end.
    ///
    /// Errors: the system's.
    pub(crate) fn wait_at_most(&mut self, timeout: Option<Duration>) -> io::Result<()> {
        self.events.clear();
        self.timers.tidy();
        if timeout == Some(Duration::ZERO) || self.clock.is_hand_driven() {
            self.poll_now()
        } else {
            self.sleep(timeout)
        }
    }

    /// The descriptors that were found ready by the last `wait`, in the system's order.
    #[cfg_attr(
        not(test),
        expect(
            dead_code,
            reason = "sockets and pipes of programs come with the transports"
        )
    )]
    pub(crate) fn events(&self) -> &[Event] {
        &self.events
    }

    /// Moves the payloads of due timers to `ready`, by deadline, and says how many.
    pub(crate) fn promote_due(&mut self) -> usize {
        if self.timers.is_empty() {
            // Spares the clock.
            return 0;
        }
        self.promote_until(self.clock.now() + Clock::RESOLUTION)
    }

    /// The same by a clock of somebody else.
    pub(crate) fn promote_until(&mut self, now: f64) -> usize {
        let mut n_promoted = 0;
        while let Some(payload) = self.timers.pop_due(now) {
            self.ready.push(payload);
            n_promoted += 1;
        }
        n_promoted
    }

    /// Collects what is ready already. No system call if there are no descriptors.
    fn poll_now(&mut self) -> io::Result<()> {
        self.waker.take();
        if self.poller.n_registered() == 0 {
            return Ok(());
        }
        let woken = self.poller.poll(Some(Duration::ZERO), &mut self.events)?;
        if woken {
            self.waker.drain();
        }
        Ok(())
    }

    fn sleep(&mut self, timeout: Option<Duration>) -> io::Result<()> {
        if !self.is_waker_registered {
            self.poller.register_waker(self.waker.receiver()?)?;
            self.is_waker_registered = true;
        }
        // From here on a wake is either seen by us or writes to the receiver.
        let may_block = self.waker.start_sleep();
        let timeout = if may_block {
            timeout
        } else {
            Some(Duration::ZERO)
        };
        let woken = self.poller.poll(timeout, &mut self.events);
        self.waker.end_sleep();
        self.waker.take();
        if woken? {
            self.waker.drain();
        }
        Ok(())
    }

    /// None: there is no deadline. Zero if it has passed.
    fn time_to_deadline(&mut self) -> Option<Duration> {
        let when = self.timers.next_deadline()?;
        let wait = when - self.clock.now();
        // NaN counts as passed, as in CPython; it comes out of no comparison below.
        if wait > 0.0 {
            Some(Duration::from_secs_f64(wait.min(MAXIMUM_WAIT)))
        } else {
            Some(Duration::ZERO)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run_ready<T>(events: &mut EventLoop<T>) -> Vec<T> {
        let n_payloads = events.ready.begin_turn();
        (0..n_payloads)
            .map(|_| events.ready.pop().expect("begin_turn counted it"))
            .collect()
    }

    #[test]
    fn a_hand_driven_loop_promotes_in_order_and_never_sleeps() -> io::Result<()> {
        let (clock, drive) = Clock::hand_driven(1000.0);
        let mut events = EventLoop::new(clock, WakeHandle::new());
        let now = events.clock().now();
        events.timers.insert(now + 0.2, "second");
        events.timers.insert(now + 0.1, "first");
        let cancelled = events.timers.insert(now + 0.15, "never");
        events.timers.insert(now + 5.0, "last");
        events.wait(false)?;
        assert_eq!(events.promote_due(), 0);

        events.timers.cancel(cancelled);
        drive.advance(0.2);
        events.ready.push("soon");
        events.wait(false)?;
        assert_eq!(events.promote_due(), 2);
        assert_eq!(run_ready(&mut events), ["soon", "first", "second"]);

        let deadline = events.timers.next_deadline().expect("one timer is left");
        drive.advance_to(deadline);
        events.wait(true)?;
        assert_eq!(events.promote_due(), 1);
        assert_eq!(run_ready(&mut events), ["last"]);
        assert!(events.events().is_empty());
        Ok(())
    }

    #[test]
    fn a_timer_is_due_at_its_deadline_and_not_before() {
        let (clock, drive) = Clock::hand_driven(10.0);
        let mut events = EventLoop::new(clock, WakeHandle::new());
        events.timers.insert(11.0, ());
        drive.advance(0.999_999_9);
        assert_eq!(events.promote_due(), 0);
        drive.advance(0.000_000_1);
        assert_eq!(events.promote_due(), 1);
    }

    #[test]
    fn a_strange_deadline_is_survived() -> io::Result<()> {
        let mut events = EventLoop::new(Clock::monotonic(), WakeHandle::new());
        events.timers.insert(f64::INFINITY, "never");
        assert_eq!(
            events.time_to_deadline(),
            Some(Duration::from_secs(24 * 3600))
        );
        events.timers.insert(f64::NEG_INFINITY, "at once");
        events.wait(false)?;
        assert_eq!(events.promote_due(), 1);
        assert_eq!(run_ready(&mut events), ["at once"]);
        let mut events = EventLoop::new(Clock::monotonic(), WakeHandle::new());
        events.timers.insert(f64::NAN, "as CPython does");
        events.wait(false)?;
        assert_eq!(events.promote_due(), 1);
        Ok(())
    }

    #[test]
    fn a_loop_can_move_between_threads() {
        fn is_send<S: Send>(_: &S) {}
        let events: EventLoop<u8> = EventLoop::new(Clock::monotonic(), WakeHandle::new());
        is_send(&events);
        fn is_sync<S: Sync>(_: &S) {}
        is_sync(events.waker());
    }

    #[cfg(not(miri))]
    mod with_descriptors {
        use std::io::Write;
        use std::os::fd::AsRawFd;
        use std::os::unix::net::UnixStream;
        use std::thread;

        use super::*;
        use crate::event_loop::Inbox;
        use crate::event_loop::poller::{Interest, Token};

        #[test]
        fn a_sleep_is_never_short() -> io::Result<()> {
            let mut events = EventLoop::new(Clock::monotonic(), WakeHandle::new());
            for delay in [0.0001, 0.0015, 0.004] {
                let when = events.clock().now() + delay;
                events.timers.insert(when, ());
                while events.promote_due() == 0 {
                    assert!(events.clock().now() < when + 10.0);
                    events.wait(false)?;
                }
                assert!(events.clock().now() >= when - Clock::RESOLUTION);
                assert_eq!(events.ready.pop(), Some(()));
            }
            Ok(())
        }

        #[test]
        fn a_wake_before_or_during_the_wait_ends_it() -> io::Result<()> {
            let waker = WakeHandle::new();
            let mut events: EventLoop<()> = EventLoop::new(Clock::monotonic(), waker.clone());
            waker.wake();
            events.wait(false)?;
            let inbox = Inbox::new(&waker);
            // Many rounds, so that the thread meets the loop at different points of its wait.
            let sender = inbox.sender();
            let (ask, asked) = std::sync::mpsc::channel();
            let thread = thread::spawn(move || {
                for number in asked {
                    sender.send(number).expect("the inbox is open");
                }
            });
            for number in 0..2000 {
                ask.send(number).expect("the thread listens");
                while inbox.is_empty() {
                    events.wait(false)?;
                }
                assert_eq!(inbox.take(), [number]);
            }
            drop(ask);
            thread.join().expect("the thread does not panic");
            Ok(())
        }

        #[test]
        fn loops_that_share_a_waker_are_woken_in_turn() -> io::Result<()> {
            let waker = WakeHandle::new();
            let mut outer: EventLoop<()> = EventLoop::new(Clock::monotonic(), waker.clone());
            let mut inner: EventLoop<()> = EventLoop::new(Clock::monotonic(), waker.clone());
            let inbox = Inbox::new(&waker);
            for round in 0..50 {
                for events in [&mut outer, &mut inner] {
                    let sender = inbox.sender();
                    let thread = thread::spawn(move || sender.send(round));
                    while inbox.take().is_empty() {
                        events.wait(false)?;
                    }
                    let sent = thread.join().expect("the thread does not panic");
                    assert_eq!(sent, Ok(()));
                }
            }
            Ok(())
        }

        #[test]
        fn a_descriptor_ends_the_wait_and_is_seen_by_busy_turns() -> io::Result<()> {
            let (here, mut there) = UnixStream::pair()?;
            let mut events = EventLoop::new(Clock::monotonic(), WakeHandle::new());
            let poller = events.poller();
            poller.register(here.as_raw_fd(), Token(3), Interest::Readable)?;
            there.write_all(b"x")?;
            events.wait(false)?;
            assert_eq!(events.events().len(), 1);
            assert_eq!(events.events()[0].token, Token(3));
            events.ready.push(());
            events.wait(false)?;
            assert!(events.events().is_empty());
            there.write_all(b"y")?;
            events.wait(false)?;
            assert_eq!(events.events().len(), 1);
            Ok(())
        }
    }
}
