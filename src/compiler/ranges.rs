//! Handlers and regions: stretches of instructions, with gaps.
//!
//! Code that leaves a `try` by `return`, `break` or `continue` runs the `finally` body outside
//! of the ranges it leaves, so a range is suspended there and resumed afterwards.

use super::emit::{Emitter, Label};
use crate::bytecode::{Handler, Region};

/// A handler or region that is being collected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct RangeId(usize);

#[derive(Debug)]
pub(super) struct Range {
    /// Where a handler goes; a region has none.
    target: Option<Label>,
    exc: u16,
    open: Option<u32>,
    pieces: Vec<(u32, u32)>,
}

/// A closed handler whose target is still a label.
#[derive(Debug)]
pub(super) struct OpenHandler {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) target: Label,
    pub(super) exc: u16,
}

impl Emitter {
    /// From here on exceptions go to `target`, in register `exc`.
    pub(super) fn open_handler(&mut self, target: Label, exc: u16) -> RangeId {
        self.open_range(Some(target), exc)
    }

    /// From here on the exception in `exc` is being handled.
    pub(super) fn open_region(&mut self, exc: u16) -> RangeId {
        self.open_range(None, exc)
    }

    fn open_range(&mut self, target: Option<Label>, exc: u16) -> RangeId {
        let open = Some(self.pc());
        self.ranges.push(Range {
            target,
            exc,
            open,
            pieces: Vec::new(),
        });
        RangeId(self.ranges.len() - 1)
    }

    /// Stops the range for a while.
    pub(super) fn suspend(&mut self, id: RangeId) {
        let pc = self.pc();
        let range = &mut self.ranges[id.0];
        if let Some(start) = range.open.take()
            && start < pc
        {
            range.pieces.push((start, pc));
        }
    }

    /// Goes on with it.
    pub(super) fn resume(&mut self, id: RangeId) {
        let pc = self.pc();
        self.ranges[id.0].open = Some(pc);
    }

    /// Ends the range. Gives whether anything is in it. Inner ranges must be closed first.
    pub(super) fn close(&mut self, id: RangeId) -> bool {
        self.suspend(id);
        let range = &mut self.ranges[id.0];
        let pieces = std::mem::take(&mut range.pieces);
        let exc = range.exc;
        let target = range.target;
        for &(start, end) in &pieces {
            match target {
                Some(target) => self.handlers.push(OpenHandler {
                    start,
                    end,
                    target,
                    exc,
                }),
                None => self.regions.push(Region { start, end, exc }),
            }
        }
        !pieces.is_empty()
    }

    /// The register of the exception that is being handled here, if this code handles one.
    pub(super) fn handled(&self) -> Option<u16> {
        self.ranges
            .iter()
            .rev()
            .find(|range| range.target.is_none() && range.open.is_some())
            .map(|range| range.exc)
    }

    /// The finished handlers.
    pub(super) fn handler_table(&self) -> Vec<Handler> {
        self.handlers
            .iter()
            .map(|handler| Handler {
                start: handler.start,
                end: handler.end,
                target: self.position(handler.target),
                exc: handler.exc,
            })
            .collect()
    }
}
