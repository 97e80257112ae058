//! Limits: instructions, memory, time, recursion; and the interrupt from another thread.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::{R, Raised, Vm};

/// Ticks (calls, resumptions, backward jumps) between two looks at the limits.
pub(crate) const SLICE: i64 = 10_000;
/// Native calls nested deeper than this raise RecursionError.
const NATIVE_DEPTH: u32 = 180;

/// One allocation larger than this is refused even without a limit on memory: lengths of strings are words of 32 bits.
const MOST_BYTES: usize = u32::MAX as usize;

/// A script that stays above the limit on memory may catch so many MemoryErrors, each at the end of a slice at the latest:
/// time to give something back, too little to fill what a table has just grown by.
const MOST_MEMORY_ERRORS: u32 = 100;

/// Which limit ended a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Stop {
    Fuel,
    Memory,
    Deadline,
    Interrupted,
}

/// The limits of a session and what is left.
pub(crate) struct Limits {
    /// Ticks left before the run is stopped; None for no limit.
    pub(crate) fuel: Option<u64>,
    pub(crate) deadline: Option<Instant>,
    /// The size of the slice that is running.
    slice: i64,
    /// A limit was hit: nothing can catch it until the host takes it.
    pub(crate) stopped: Option<Stop>,
    /// An interrupt raises KeyboardInterrupt (the command line) instead of stopping (a host).
    pub(crate) interrupt_raises: bool,
    /// The limit on memory raises MemoryError (the command line) instead of stopping (a host).
    memory_raises: bool,
    /// How often it did since less than the limit was in use.
    memory_errors: u32,
    /// What was in use after the last collection that the limit on memory asked for.
    collected_at: usize,
    pub(crate) native_depth: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            fuel: None,
            deadline: None,
            slice: SLICE,
            stopped: None,
            interrupt_raises: false,
            memory_raises: false,
            memory_errors: 0,
            collected_at: 0,
            native_depth: NATIVE_DEPTH,
        }
    }
}

/// How many digits decimal texts of integers may have; 0 is no limit.
pub(crate) struct DigitLimit(pub(crate) usize);

impl Default for DigitLimit {
    fn default() -> DigitLimit {
        DigitLimit(crate::text::int_text::DEFAULT_DIGIT_LIMIT)
    }
}

impl Vm {
    /// Sets the fuel: ticks until the run is stopped.
    pub(crate) fn set_fuel(&mut self, fuel: Option<u64>) {
        self.limits.fuel = fuel;
        self.start_slice();
    }

    /// Sets the moment at which the run is stopped.
    pub(crate) fn set_deadline(&mut self, deadline: Option<Instant>) {
        self.limits.deadline = deadline;
    }

    /// How deep native calls may nest.
    pub(crate) fn set_native_depth(&mut self, depth: u32) {
        self.limits.native_depth = depth;
    }

    /// The recursion limit of script frames.
    pub(crate) fn set_recursion(&mut self, limit: usize) {
        self.stack.set_recursion(limit);
    }

    /// An interrupt raises KeyboardInterrupt.
    pub(crate) fn set_interrupt_raises(&mut self) {
        self.limits.interrupt_raises = true;
    }

    /// More than so many bytes raise MemoryError, which a script can catch; one that does and gives nothing back is stopped.
    pub(crate) fn set_memory_raises(&mut self, bytes: usize) {
        self.heap.set_limit(bytes);
        self.limits.memory_raises = true;
    }

    /// The heap has grown past its limit: looks whether garbage is all that is too much.
    #[cold]
    pub(super) fn over_limit(&mut self) -> R<()> {
        let limit = self.heap.limit();
        // Not again for every page that a handler of MemoryError takes.
        if self.heap.bytes() >= self.limits.collected_at.saturating_add(limit / 32) {
            self.collect_cycles();
            self.limits.collected_at = self.heap.bytes();
        }
        if !self.heap.would_exceed(0) {
            return Ok(());
        }
        self.limits.memory_errors += 1;
        if self.limits.memory_raises && self.limits.memory_errors <= MOST_MEMORY_ERRORS {
            return Err(self.memory_error());
        }
        Err(self.stop(Stop::Memory))
    }

    /// The limit that stopped the run, if one did; the session can go on.
    pub(crate) fn take_stop(&mut self) -> Option<Stop> {
        self.limits.stopped.take()
    }

    /// The moment at which the run is stopped.
    pub(crate) fn deadline(&self) -> Option<Instant> {
        self.limits.deadline
    }

    /// A limit stopped the run: what is raised must reach the host.
    pub(crate) fn is_stopped(&self) -> bool {
        self.limits.stopped.is_some()
    }

    fn start_slice(&mut self) {
        let slice = self.limits.fuel.map_or(SLICE, |fuel| {
            SLICE.min(i64::try_from(fuel).unwrap_or(SLICE))
        });
        self.limits.slice = slice;
        self.budget = slice;
    }

    /// The slice is used up: looks at everything that stops or interrupts a run.
    #[cold]
    #[inline(never)]
    pub(crate) fn end_of_slice(&mut self) -> R<()> {
        if let Some(fuel) = &mut self.limits.fuel {
            *fuel = fuel.saturating_sub(self.limits.slice as u64);
            if *fuel == 0 {
                return Err(self.stop(Stop::Fuel));
            }
        }
        self.start_slice();
        // Growth is told of once, and a loop may have no safe point.
        if self.heap.would_exceed(0) {
            self.over_limit()?;
        } else {
            self.limits.memory_errors = 0;
        }
        self.look_at_limits(Duration::ZERO)
    }

    /// The deadline, if the next `work` would pass it, and the interrupt.
    fn look_at_limits(&mut self, work: Duration) -> R<()> {
        if self
            .limits
            .deadline
            .is_some_and(|deadline| Instant::now() + work >= deadline)
        {
            return Err(self.stop(Stop::Deadline));
        }
        let is_others = self.thread != super::MAIN_THREAD && self.limits.interrupt_raises;
        // Ctrl-C is for the main thread.
        if !is_others && self.interrupt.swap(false, Ordering::Relaxed) {
            if self.limits.interrupt_raises {
                let class = self.types.keyboard_interrupt.clone();
                let exception = self.new_exception(&class, Vec::new());
                return Err(self.raise_value(exception));
            }
            return Err(self.stop(Stop::Interrupted));
        }
        Ok(())
    }

    /// Called by natives before work that cannot be interrupted: it costs so many ticks, and is not begun if they are
    /// not there or if it would certainly pass the deadline.
    pub(crate) fn charge(&mut self, ticks: u64) -> R<()> {
        /// What a tick of such work takes at least.
        const TICK_NS: u64 = 10;
        if let Some(fuel) = &mut self.limits.fuel {
            *fuel = fuel.saturating_sub(ticks);
            if *fuel == 0 {
                return Err(self.stop(Stop::Fuel));
            }
        }
        // A century is late enough, and can be added to any moment.
        let work = Duration::from_nanos(ticks.saturating_mul(TICK_NS).min(3_000_000_000 << 30));
        self.look_at_limits(work)
    }

    /// Ends the run with a limit: no handler runs.
    #[cold]
    pub(crate) fn stop(&mut self, why: Stop) -> Raised {
        self.limits.stopped = Some(why);
        let class = self.types.system_error.clone();
        let text = match why {
            Stop::Fuel => "out of fuel",
            Stop::Memory => "memory limit reached",
            Stop::Deadline => "deadline passed",
            Stop::Interrupted => "interrupted",
        };
        self.raise(&class, text)
    }

    /// Called by natives in long loops.
    #[inline]
    pub(crate) fn tick(&mut self) -> R<()> {
        self.budget -= 1;
        if self.budget < 0 {
            self.end_of_slice()?;
        }
        if self.heap.pending() {
            self.run_pending()
        } else {
            Ok(())
        }
    }

    /// A native is about to recurse (or to call script code). RecursionError at the limit.
    #[inline]
    pub(crate) fn enter_native(&mut self) -> R<()> {
        if self.native_depth >= self.limits.native_depth {
            return Err(self.recursion_error());
        }
        self.native_depth += 1;
        Ok(())
    }

    /// The other end of `enter_native`.
    #[inline]
    pub(crate) fn leave_native(&mut self) {
        self.native_depth -= 1;
    }

    /// Asked before a large allocation. MemoryError if it would pass the limit.
    pub(crate) fn check_size(&mut self, bytes: usize) -> R<()> {
        if bytes <= 1 << 20 {
            return Ok(());
        }
        if self.heap.would_exceed(bytes) || bytes > MOST_BYTES {
            return Err(self.memory_error());
        }
        // Where the process may not have so much, its allocator would end it: a copy may be made on the way.
        if bytes > 1 << 26 && Vec::<u8>::new().try_reserve_exact(bytes * 2).is_err() {
            return Err(self.memory_error());
        }
        // Filling it takes its time; natives that make one such thing after the other do not tick for it.
        self.look_at_limits(Duration::ZERO)
    }

    /// Asked before something of `len` items, each of so many bytes, that the heap does not count gets one more: now and
    /// then, so that it cannot grow past the limit.
    #[inline]
    pub(crate) fn check_growth(&mut self, len: usize, item: usize) -> R<()> {
        if len >= 1 << 14 && len.is_power_of_two() {
            return self.check_size(len.saturating_mul(2 * item));
        }
        Ok(())
    }

    /// Marks that a container is being shown; false if it already is.
    pub(crate) fn repr_guard(&mut self, value: &crate::value::Value) -> bool {
        let bits = value.raw_bits();
        if self.repr_stack.contains(&bits) {
            return false;
        }
        self.repr_stack.push(bits);
        true
    }

    /// The other end of a `repr_guard` that gave true.
    pub(crate) fn repr_leave(&mut self, value: &crate::value::Value) {
        let bits = value.raw_bits();
        if let Some(at) = self.repr_stack.iter().rposition(|other| *other == bits) {
            self.repr_stack.remove(at);
        }
    }
}
