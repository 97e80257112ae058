//! The loop's clock. The only file that reads the time.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

const NANOSECONDS: f64 = 1e9;

/// Where the monotonic clock starts if the system does not say how long it has been up. Not near
/// zero: programs compare `time.monotonic()` with a `last = 0` of their own.
const UNKNOWN_UPTIME_NS: u64 = 100_000 * 1_000_000_000;

/// A clock that never goes back, in seconds since some moment in the past.
///
/// Clones show the same time; `loop.time()` and `time.monotonic()` are to read one clock.
#[derive(Clone, Debug)]
pub(crate) struct Clock {
    source: Source,
}

#[derive(Clone, Debug)]
enum Source {
    /// `base_ns` is what the clock showed at `start`.
    Monotonic {
        start: Instant,
        base_ns: u64,
    },
    HandDriven(Arc<AtomicU64>),
}

/// The crank of a hand-driven clock.
#[derive(Clone, Debug)]
pub(crate) struct HandDrive {
    now_ns: Arc<AtomicU64>,
}

impl Clock {
    /// The smallest step of the clock, in seconds. A timer counts as due this much early, as in
    /// CPython, so that a deadline that was rounded to a float does not cost a turn.
    pub(crate) const RESOLUTION: f64 = 1e-9;

    /// The system's monotonic clock, shown as seconds since boot as far as that is known.
    pub(crate) fn monotonic() -> Self {
        let base_ns = uptime_ns().unwrap_or(UNKNOWN_UPTIME_NS);
        Self {
            source: Source::Monotonic {
                start: Instant::now(),
                base_ns,
            },
        }
    }

    /// A clock that stands at `start` seconds until its [`HandDrive`] moves it. A loop with such
    /// a clock never sleeps.
    pub(crate) fn hand_driven(start: f64) -> (Self, HandDrive) {
        let now_ns = Arc::new(AtomicU64::new(to_ns(start)));
        let clock = Self {
            source: Source::HandDriven(Arc::clone(&now_ns)),
        };
        (clock, HandDrive { now_ns })
    }

    /// The time in seconds.
    pub(crate) fn now(&self) -> f64 {
        self.now_ns() as f64 / NANOSECONDS
    }

    /// The time in nanoseconds.
    pub(crate) fn now_ns(&self) -> u64 {
        match &self.source {
            Source::Monotonic { start, base_ns } => {
                let elapsed = u64::try_from(start.elapsed().as_nanos());
                base_ns + elapsed.expect("a process does not live for five centuries")
            }
            Source::HandDriven(now_ns) => now_ns.load(Ordering::Acquire),
        }
    }

    /// This moment on the system's clock.
    pub(crate) fn moment() -> Instant {
        Instant::now()
    }

    /// The moment that is `time` from now on the system's clock; None if it is too far away to name.
    pub(crate) fn moment_in(time: Duration) -> Option<Instant> {
        Instant::now().checked_add(time)
    }

    /// How long it is on the system's clock until `moment`; zero once it has come.
    pub(crate) fn time_until(moment: Instant) -> Duration {
        moment.saturating_duration_since(Instant::now())
    }

    /// True if the time moves only by hand, so that waiting for it is pointless.
    pub(crate) fn is_hand_driven(&self) -> bool {
        matches!(self.source, Source::HandDriven(_))
    }
}

impl HandDrive {
    /// Moves the clock forward by `seconds`; negative is zero.
    pub(crate) fn advance(&self, seconds: f64) {
        self.now_ns.fetch_add(to_ns(seconds), Ordering::AcqRel);
    }

    /// Moves the clock forward to `when` seconds, or leaves it if it is later already.
    pub(crate) fn advance_to(&self, when: f64) {
        self.now_ns.fetch_max(to_ns(when), Ordering::AcqRel);
    }
}

/// Rounds to the nearest nanosecond; the cast makes zero of negative numbers.
fn to_ns(seconds: f64) -> u64 {
    (seconds * NANOSECONDS).round() as u64
}

/// `Instant` does not tell its absolute value, so it is asked once, to a hundredth of a second.
fn uptime_ns() -> Option<u64> {
    let text = fs::read_to_string("/proc/uptime").ok()?;
    let seconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some(to_ns(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_monotonic_clock_does_not_go_back() {
        let clock = Clock::monotonic();
        let twin = clock.clone();
        let first = clock.now();
        let second = twin.now();
        assert!(first > 0.0);
        assert!(second >= first);
        assert!(clock.now_ns() > 0);
        assert!(!clock.is_hand_driven());
    }

    #[test]
    fn a_hand_driven_clock_stands_until_moved() {
        let (clock, drive) = Clock::hand_driven(100.0);
        assert!(clock.is_hand_driven());
        assert_eq!(clock.now(), 100.0);
        drive.advance(0.25);
        drive.advance(-1.0);
        assert_eq!(clock.now(), 100.25);
        drive.advance_to(100.5);
        drive.advance_to(50.0);
        assert_eq!(clock.now(), 100.5);
        assert_eq!(clock.now_ns(), 100_500_000_000);
    }
}
