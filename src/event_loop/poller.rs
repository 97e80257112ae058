//! Waiting for file descriptors. The only file that names mio.

use std::io;
use std::os::fd::RawFd;
use std::time::Duration;

use mio::unix::SourceFd;

/// How many events one wait takes from the system; more wait for the next turn.
const EVENTS_CAPACITY: usize = 256;

/// Names a registered file descriptor in events. The caller chooses it; `Token::WAKE` is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Token(pub(crate) usize);

impl Token {
    /// The loop's own waker.
    pub(super) const WAKE: Token = Token(usize::MAX);
}

/// What to wait for on a file descriptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Interest {
    Readable,
    Writable,
    Both,
}

/// A file descriptor became ready.
///
/// Errors and hang-ups count as both, so that whoever waits finds them by reading or writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) token: Token,
    pub(crate) readable: bool,
    pub(crate) writable: bool,
}

/// The set of file descriptors waited for.
///
/// Nothing is asked of the system until the first registration or wait. Events are
/// edge-triggered: one that was reported is reported again only after the descriptor would have
/// blocked, or after `reregister`. So whoever does not read until it would block, or promises
/// level-triggered events (`add_reader`), calls `reregister` after each event.
#[derive(Debug)]
pub(crate) struct Poller {
    system: Option<System>,
    n_registered: usize,
}

#[derive(Debug)]
struct System {
    poll: mio::Poll,
    events: mio::Events,
}

impl Poller {
    /// A poller without descriptors. Makes no system call.
    pub(crate) const fn new() -> Self {
        Self {
            system: None,
            n_registered: 0,
        }
    }

    /// Begins to wait for `fd`, which stays open and the caller's until `deregister`.
    ///
    /// Errors: the system's; AlreadyExists if `fd` is registered, PermissionDenied if it is of a
    /// kind that cannot be waited for (a regular file).
    pub(crate) fn register(
        &mut self,
        fd: RawFd,
        token: Token,
        interest: Interest,
    ) -> io::Result<()> {
        debug_assert_ne!(token, Token::WAKE, "the waker's token is taken");
        self.add(fd, token, interest)?;
        self.n_registered += 1;
        Ok(())
    }

    /// Changes what is waited for on `fd`, and reports again what is ready already.
    ///
    /// Errors: the system's; NotFound if `fd` is not registered.
    pub(crate) fn reregister(
        &mut self,
        fd: RawFd,
        token: Token,
        interest: Interest,
    ) -> io::Result<()> {
        debug_assert_ne!(token, Token::WAKE, "the waker's token is taken");
        let registry = self.system()?.poll.registry();
        registry.reregister(&mut SourceFd(&fd), token.into(), interest.into())
    }

    /// Ends the wait for `fd`. To be called before `fd` is closed.
    ///
    /// Errors: the system's, for instance if `fd` is closed already; it is forgotten all the same.
    pub(crate) fn deregister(&mut self, fd: RawFd) -> io::Result<()> {
        self.n_registered = self.n_registered.saturating_sub(1);
        let registry = self.system()?.poll.registry();
        registry.deregister(&mut SourceFd(&fd))
    }

    /// How many descriptors are waited for, the waker not counted.
    pub(crate) fn n_registered(&self) -> usize {
        self.n_registered
    }

    /// Adds the waker's descriptor, which is not counted.
    pub(super) fn register_waker(&mut self, fd: RawFd) -> io::Result<()> {
        self.add(fd, Token::WAKE, Interest::Readable)
    }

    /// Waits at most `timeout` (None: without end) and puts what is ready into `events`.
    ///
    /// The timeout is rounded up to what the system can measure (milliseconds under epoll).
    /// May return early with nothing, for instance after a signal. True if the waker spoke.
    pub(super) fn poll(
        &mut self,
        timeout: Option<Duration>,
        events: &mut Vec<Event>,
    ) -> io::Result<bool> {
        let system = self.system()?;
        match system.poll.poll(&mut system.events, timeout) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(false),
            Err(error) => return Err(error),
        }
        let mut woken = false;
        for event in &system.events {
            let token = Token(event.token().0);
            if token == Token::WAKE {
                woken = true;
                continue;
            }
            let failed = event.is_error();
            events.push(Event {
                token,
                readable: event.is_readable() || event.is_read_closed() || failed,
                writable: event.is_writable() || event.is_write_closed() || failed,
            });
        }
        Ok(woken)
    }

    fn add(&mut self, fd: RawFd, token: Token, interest: Interest) -> io::Result<()> {
        let registry = self.system()?.poll.registry();
        registry.register(&mut SourceFd(&fd), token.into(), interest.into())
    }

    fn system(&mut self) -> io::Result<&mut System> {
        if self.system.is_none() {
            self.system = Some(System {
                poll: mio::Poll::new()?,
                events: mio::Events::with_capacity(EVENTS_CAPACITY),
            });
        }
        Ok(self.system.as_mut().expect("made in the line above"))
    }
}

impl From<Token> for mio::Token {
    fn from(token: Token) -> Self {
        mio::Token(token.0)
    }
}

impl From<Interest> for mio::Interest {
    fn from(interest: Interest) -> Self {
        match interest {
            Interest::Readable => mio::Interest::READABLE,
            Interest::Writable => mio::Interest::WRITABLE,
            Interest::Both => mio::Interest::READABLE | mio::Interest::WRITABLE,
        }
    }
}

#[cfg(all(test, not(miri)))]
mod tests {
    use std::io::{Read, Write};
    use std::os::fd::AsRawFd;
    use std::os::unix::net::UnixStream;

    use super::*;

    fn poll_now(poller: &mut Poller) -> Vec<Event> {
        let mut events = Vec::new();
        let woken = poller.poll(Some(Duration::ZERO), &mut events);
        assert!(!woken.expect("epoll works here"));
        events
    }

    #[test]
    fn a_socket_becomes_readable_and_writable() -> io::Result<()> {
        let (mut here, mut there) = UnixStream::pair()?;
        let mut poller = Poller::new();
        poller.register(here.as_raw_fd(), Token(7), Interest::Readable)?;
        assert_eq!(poller.n_registered(), 1);
        assert_eq!(poll_now(&mut poller), []);

        there.write_all(b"x")?;
        let readable = Event {
            token: Token(7),
            readable: true,
            writable: false,
        };
        assert_eq!(poll_now(&mut poller), [readable]);
        // Reported once; a new registration reports it again, under the new token.
        assert_eq!(poll_now(&mut poller), []);
        poller.reregister(here.as_raw_fd(), Token(8), Interest::Both)?;
        let both = Event {
            token: Token(8),
            readable: true,
            writable: true,
        };
        assert_eq!(poll_now(&mut poller), [both]);

        here.read_exact(&mut [0])?;
        poller.reregister(here.as_raw_fd(), Token(8), Interest::Writable)?;
        let events = poll_now(&mut poller);
        assert!(events[0].writable && !events[0].readable);

        poller.deregister(here.as_raw_fd())?;
        assert_eq!(poller.n_registered(), 0);
        there.write_all(b"y")?;
        assert_eq!(poll_now(&mut poller), []);
        Ok(())
    }

    #[test]
    fn a_closed_peer_is_readable() -> io::Result<()> {
        let (here, there) = UnixStream::pair()?;
        let mut poller = Poller::new();
        poller.register(here.as_raw_fd(), Token(1), Interest::Readable)?;
        drop(there);
        assert!(poll_now(&mut poller)[0].readable);
        Ok(())
    }

    #[test]
    fn errors_are_the_systems() -> io::Result<()> {
        let (here, _there) = UnixStream::pair()?;
        let mut poller = Poller::new();
        let fd = here.as_raw_fd();
        let missing = poller.reregister(fd, Token(1), Interest::Readable);
        assert_eq!(missing.map_err(|e| e.kind()), Err(io::ErrorKind::NotFound));
        poller.register(fd, Token(1), Interest::Readable)?;
        let twice = poller.register(fd, Token(1), Interest::Readable);
        assert_eq!(
            twice.map_err(|e| e.kind()),
            Err(io::ErrorKind::AlreadyExists)
        );
        assert_eq!(poller.n_registered(), 1);
        Ok(())
    }
}
