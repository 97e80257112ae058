//! Temporaries are a stack above the variables; and the set of variables known to be bound.

use hoopsnake_grammar::Span;

use super::error::{Fallible, wrong};

/// The temporaries of one code.
#[derive(Debug)]
pub(super) struct Temporaries {
    n_locals: u16,
    next: u16,
    most: u16,
}

impl Temporaries {
    pub(super) fn new(n_locals: u16) -> Temporaries {
        Temporaries {
            n_locals,
            next: n_locals,
            most: n_locals,
        }
    }

    /// The next register of the stack, allocated.
    pub(super) fn push(&mut self) -> Fallible<u16> {
        if self.next >= 65_000 {
            return wrong(Span::default(), "code is too large");
        }
        let register = self.next;
        self.next += 1;
        self.most = self.most.max(self.next);
        Ok(register)
    }

    /// Allocates `count` consecutive registers and gives the first.
    pub(super) fn push_many(&mut self, count: u16) -> Fallible<u16> {
        let first = self.next;
        for _ in 0..count {
            self.push()?;
        }
        Ok(first)
    }

    /// The first free register.
    pub(super) fn mark(&self) -> u16 {
        self.next
    }

    /// Frees everything from `mark` on.
    pub(super) fn reset(&mut self, mark: u16) {
        debug_assert!(mark <= self.next && mark >= self.n_locals);
        self.next = mark;
    }

    /// Makes the first free register `mark`, whatever is allocated now.
    pub(super) fn set(&mut self, mark: u16) {
        self.next = mark;
        self.most = self.most.max(mark);
    }

    pub(super) fn is_temporary(&self, register: u16) -> bool {
        register >= self.n_locals
    }

    /// How many registers the code needs.
    pub(super) fn n_regs(&self) -> u16 {
        self.most
    }
}

/// Which variables (registers below `n_locals`) are certainly bound here.
#[derive(Clone, Debug, Default)]
pub(super) struct Bound(Vec<u64>);

impl Bound {
    pub(super) fn new(n_locals: u16) -> Bound {
        Bound(vec![0; usize::from(n_locals).div_ceil(64)])
    }

    pub(super) fn has(&self, register: u16) -> bool {
        self.0
            .get(usize::from(register) / 64)
            .is_none_or(|word| word >> (register % 64) & 1 != 0)
    }

    pub(super) fn set(&mut self, register: u16) {
        if let Some(word) = self.0.get_mut(usize::from(register) / 64) {
            *word |= 1 << (register % 64);
        }
    }

    pub(super) fn unset(&mut self, register: u16) {
        if let Some(word) = self.0.get_mut(usize::from(register) / 64) {
            *word &= !(1 << (register % 64));
        }
    }

    /// Keeps what is bound in both.
    pub(super) fn intersect(&mut self, other: &Bound) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }
}
