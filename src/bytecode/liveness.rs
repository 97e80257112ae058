//! Follows the temporaries through the code: read only when written, and none left at a return.
//!
//! A check on the compiler for debug builds; the machine's safety does not rest on it.

use super::verify::{is_terminal, window};
use super::{Code, Op, Operand};

/// Which temporaries hold something on every way here, and which on some: one bit each.
#[derive(Clone, PartialEq, Eq)]
struct Live {
    always: Vec<u64>,
    maybe: Vec<u64>,
}

impl Live {
    fn has(&self, at: u16) -> bool {
        self.always[usize::from(at) / 64] >> (at % 64) & 1 != 0
    }

    fn set(&mut self, at: u16, live: bool) {
        let bit = 1 << (at % 64);
        for words in [&mut self.always, &mut self.maybe] {
            let word = &mut words[usize::from(at) / 64];
            if live {
                *word |= bit;
            } else {
                *word &= !bit;
            }
        }
    }

    /// Joins another way here. Gives whether that changes anything.
    fn merge(&mut self, other: &Live) -> bool {
        let before = self.clone();
        for (word, other) in self.always.iter_mut().zip(&other.always) {
            *word &= other;
        }
        for (word, other) in self.maybe.iter_mut().zip(&other.maybe) {
            *word |= other;
        }
        *self != before
    }

    /// A temporary that may hold something.
    fn left(&self) -> Option<usize> {
        let at = self.maybe.iter().position(|&word| word != 0)?;
        Some(at * 64 + self.maybe[at].trailing_zeros() as usize)
    }
}

/// Checks that no temporary is read before it is written or after it was consumed, and that
/// returns leave none behind.
pub(super) fn check_temporaries(code: &Code) -> Result<(), String> {
    let words = usize::from(code.n_regs) / 64 + 1;
    let mut states: Vec<Option<Live>> = vec![None; code.ops.len()];
    states[0] = Some(Live {
        always: vec![0; words],
        maybe: vec![0; words],
    });
    let mut work = vec![0usize];
    while let Some(pc) = work.pop() {
        let mut live = states[pc].clone().expect("work has states");
        for handler in &code.handlers {
            if (handler.start as usize..handler.end as usize).contains(&pc) {
                let mut entered = live.clone();
                for at in handler.exc..code.n_regs {
                    entered.set(at, at == handler.exc);
                }
                flow(&mut states, &mut work, handler.target as usize, entered);
            }
        }
        let op = code.ops[pc];
        step(code, op, &mut live).map_err(|fault| format!("{pc}: {} {fault}", op.name()))?;
        let is_return = matches!(
            op,
            Op::Return { .. } | Op::ReturnNone {} | Op::GenReturn { .. }
        );
        if is_return && let Some(at) = live.left() {
            return Err(format!("{pc}: {} leaves r{at}", op.name()));
        }
        let mut targets = Vec::new();
        op.operands(|_, operand| match operand {
            Operand::Jump(offset) => targets.push(pc as i64 + 1 + i64::from(offset)),
            Operand::Far(offset) => targets.push(pc as i64 + 1 + i64::from(offset)),
            _ => {}
        });
        for target in targets {
            let mut there = live.clone();
            match op {
                Op::JumpIfKeep { reg, .. } | Op::JumpIfNotKeep { reg, .. } => {
                    there.set(reg.0, true);
                }
                Op::ForIter { it, .. } => there.set(it.0, false),
                _ => {}
            }
            if let Op::ForIter { dst, .. } = op
                && dst.0 >= code.n_locals
            {
                there.set(dst.0, false);
            }
            flow(&mut states, &mut work, target as usize, there);
        }
        if !is_terminal(op) {
            flow(&mut states, &mut work, pc + 1, live);
        }
    }
    Ok(())
}

fn flow(states: &mut [Option<Live>], work: &mut Vec<usize>, to: usize, live: Live) {
    let changed = match &mut states[to] {
        Some(state) => state.merge(&live),
        empty => {
            *empty = Some(live);
            true
        }
    };
    if changed {
        work.push(to);
    }
}

fn step(code: &Code, op: Op, live: &mut Live) -> Result<(), String> {
    let is_temporary = |at: u16| at >= code.n_locals;
    let mut fault = None;
    let mut written = Vec::new();
    op.operands(|name, operand| match operand {
        Operand::Src(at) | Operand::Peek(at) if is_temporary(at) => {
            if !live.has(at) {
                fault.get_or_insert(format!("{name} r{at} is dead"));
            }
            if matches!(operand, Operand::Src(_)) {
                live.set(at, false);
            }
        }
        Operand::Dst(at) if is_temporary(at) => written.push(at),
        _ => {}
    });
    if let Some((first, len)) = window(op) {
        let registers = first..first + len as u16;
        match op {
            Op::Unpack { .. } | Op::UnpackStar { .. } | Op::ExcInfo { .. } => {
                // Variables can be written directly.
                written.extend(registers.filter(|&at| is_temporary(at)));
            }
            Op::GetIter { .. } => written.push(first),
            Op::ForIter { .. } | Op::FindMethod { .. } => {}
            _ => {
                let scratch = match op {
                    Op::CallGlobal { .. }
                    | Op::CallLocal { .. }
                    | Op::CallMethod { .. }
                    | Op::CallMethodKw { .. } => 1,
                    Op::CallGlobalOn { .. } | Op::CallMethodOn { .. } => 2,
                    _ => 0,
                };
                for at in registers.skip(scratch) {
                    if !live.has(at) {
                        fault.get_or_insert(format!("window r{at} is dead"));
                    }
                    live.set(at, false);
                }
            }
        }
    }
    match op {
        Op::Drop { reg } | Op::JumpIfKeep { reg, .. } | Op::JumpIfNotKeep { reg, .. }
            if is_temporary(reg.0) =>
        {
            if !live.has(reg.0) {
                fault.get_or_insert(format!("r{} is dead", reg.0));
            }
            live.set(reg.0, false);
        }
        Op::LoadSuper { a, .. } => written.extend([a.0, a.0 + 1]),
        Op::EndAsyncFor { exc } => live.set(exc.0, false),
        Op::WithLookup { context } | Op::AsyncWithLookup { context } => written.push(context.0 + 1),
        _ => {}
    }
    for at in written {
        live.set(at, true);
    }
    match fault {
        Some(fault) => Err(fault),
        None => Ok(()),
    }
}
