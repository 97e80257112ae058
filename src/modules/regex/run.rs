//! The matcher: follows one way through a program, and goes back to the last choice when it
//! fails. Choices are kept on a stack of their own, so texts of any length use no Rust stack.

use super::chars::{fold, in_set, is_of};
use super::parse::{Assert, Class, FOREVER, Kind};
use super::program::{Inst, Program};

/// No position.
pub(super) const NOWHERE: usize = usize::MAX;

/// What is matched. Positions are byte offsets.
#[derive(Clone, Copy)]
pub(super) enum Text<'a> {
    Str(&'a str),
    Bytes(&'a [u8]),
}

impl Text<'_> {
    fn len(self) -> usize {
        match self {
            Text::Str(text) => text.len(),
            Text::Bytes(text) => text.len(),
        }
    }

    /// The character at a position, and the position after it.
    #[inline]
    pub(super) fn next(self, at: usize) -> Option<(u32, usize)> {
        match self {
            Text::Bytes(text) => text.get(at).map(|b| (u32::from(*b), at + 1)),
            Text::Str(text) => match text.as_bytes().get(at)? {
                byte if byte.is_ascii() => Some((u32::from(*byte), at + 1)),
                _ => {
                    let c = text[at..].chars().next()?;
                    Some((c.into(), at + c.len_utf8()))
                }
            },
        }
    }

    /// The character before a position, and its position.
    #[inline]
    fn before(self, at: usize) -> Option<(u32, usize)> {
        match self {
            Text::Bytes(text) => {
                let at = at.checked_sub(1)?;
                Some((u32::from(text[at]), at))
            }
            Text::Str(text) => {
                let c = text[..at].chars().next_back()?;
                Some((c.into(), at - c.len_utf8()))
            }
        }
    }
}

/// A choice to come back to, or what to restore on the way back.
enum Back {
    Branch(u32, usize),
    Slot(u32, usize),
    Counter(u32, (u32, usize)),
    /// A single-character repeat that may give back down to `low`: instruction, low, position.
    Give(u32, usize, usize),
    /// A lazy one that may take more: instruction, position, how many.
    Take(u32, usize, u32),
}

/// Why matching ended early; the reason is in the machine.
pub(super) struct Stopped;

/// What counts steps: is asked now and then whether to go on.
pub(super) type Tick<'t> = &'t mut dyn FnMut() -> Result<(), Stopped>;

/// Where and how to look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Match,
    Search,
    Full,
}

pub(super) struct Matcher<'p, 't> {
    program: &'p Program,
    text: Text<'p>,
    /// Positions of groups; the last is the group that was closed last.
    pub(super) slots: Vec<usize>,
    /// Of each loop: turns, and where the last began.
    counters: Vec<(u32, usize)>,
    stack: Vec<Back>,
    steps: u32,
    tick: Tick<'t>,
    full: bool,
    /// A match may not be empty here.
    not_empty_at: usize,
}

/// How many steps go between two ticks.
const STEPS: u32 = 4096;

impl<'p, 't> Matcher<'p, 't> {
    pub(super) fn new(program: &'p Program, text: Text<'p>, tick: Tick<'t>) -> Self {
        Matcher {
            program,
            text,
            slots: vec![NOWHERE; 2 * program.groups as usize + 3],
            counters: vec![(0, NOWHERE); program.counters as usize],
            stack: Vec::new(),
            steps: 0,
            tick,
            full: false,
            not_empty_at: NOWHERE,
        }
    }

    /// Looks from a position; the slots hold what was found.
    pub(super) fn find(
        &mut self,
        from: usize,
        mode: Mode,
        not_empty: bool,
    ) -> Result<bool, Stopped> {
        self.full = mode == Mode::Full;
        self.not_empty_at = if not_empty { from } else { NOWHERE };
        let mut at = from;
        loop {
            if mode == Mode::Search
                && let Some(first) = self.program.first
            {
                match self.skip_to(at, first)? {
                    Some(place) => at = place,
                    None => return Ok(false),
                }
            }
            self.slots.fill(NOWHERE);
            self.stack.clear();
            if let Some(end) = self.run(0, at, at)? {
                self.slots[0] = at;
                self.slots[1] = end;
                return Ok(true);
            }
            if mode != Mode::Search {
                return Ok(false);
            }
            match self.text.next(at) {
                Some((_, after)) => at = after,
                None => return Ok(false),
            }
        }
    }

    fn skip_to(&mut self, mut at: usize, first: u32) -> Result<Option<usize>, Stopped> {
        while let Some((c, after)) = self.text.next(at) {
            if c == first {
                return Ok(Some(at));
            }
            self.step()?;
            at = after;
        }
        Ok(None)
    }

    #[inline]
    fn step(&mut self) -> Result<(), Stopped> {
        self.steps += 1;
        if self.steps >= STEPS {
            self.steps = 0;
            return (self.tick)();
        }
        Ok(())
    }

    /// The position after the single character that an instruction matches.
    #[inline]
    fn single(&self, inst: &Inst, at: usize) -> Option<usize> {
        let (c, after) = self.text.next(at)?;
        let good = match inst {
            Inst::Char(wanted) => c == *wanted,
            Inst::CharFolded(wanted, ascii) => fold(c, *ascii) == *wanted,
            Inst::Any(all) => *all || c != '\n' as u32,
            Inst::Set(set) => in_set(set, c),
            _ => false,
        };
        good.then_some(after)
    }

    fn set_slot(&mut self, slot: u32, to: usize) {
        let old = std::mem::replace(&mut self.slots[slot as usize], to);
        self.stack.push(Back::Slot(slot, old));
    }

    fn set_counter(&mut self, counter: u32, to: (u32, usize)) {
        let old = std::mem::replace(&mut self.counters[counter as usize], to);
        self.stack.push(Back::Counter(counter, old));
    }

    fn holds(&self, assert: Assert, at: usize) -> bool {
        let newline = '\n' as u32;
        let end = self.text.len();
        match assert {
            Assert::Start => at == 0,
            Assert::End => at == end,
            Assert::LineStart => self.text.before(at).is_none_or(|(c, _)| c == newline),
            Assert::LineEnd => self.text.next(at).is_none_or(|(c, _)| c == newline),
            Assert::AlmostEnd => self
                .text
                .next(at)
                .is_none_or(|(c, after)| c == newline && after == end),
            Assert::Word(negate, ascii) => {
                let word = |found: Option<(u32, usize)>| {
                    found.is_some_and(|(c, _)| is_of(Class::Word, c, ascii))
                };
                let edge = word(self.text.before(at)) != word(self.text.next(at));
                // An empty text has no edge and, in 3.11, no place that is none.
                end > 0 && edge != negate
            }
        }
    }

    fn back_reference(&self, group: u32, folding: bool, ascii: bool, at: usize) -> Option<usize> {
        let start = self.slots[2 * group as usize];
        let end = self.slots[2 * group as usize + 1];
        if start == NOWHERE || end == NOWHERE {
            return None;
        }
        let (mut from, mut at) = (start, at);
        while from < end {
            let (a, next) = self.text.next(from)?;
            let (b, after) = self.text.next(at)?;
            if a != b && !(folding && fold(a, ascii) == fold(b, ascii)) {
                return None;
            }
            (from, at) = (next, after);
        }
        Some(at)
    }

    /// Runs from an instruction until `Match` or `Done`; the position there, or None. What is
    /// on the stack at the start stays; choices left on it at success are the caller's.
    fn run(&mut self, start: u32, from: usize, origin: usize) -> Result<Option<usize>, Stopped> {
        let program = self.program;
        let base = self.stack.len();
        let (mut pc, mut at) = (start, from);
        loop {
            self.step()?;
            let inst = &program.code[pc as usize];
            let next = match inst {
                Inst::Char(_) | Inst::CharFolded(..) | Inst::Any(_) | Inst::Set(_) => {
                    self.single(inst, at).map(|after| (pc + 1, after))
                }
                Inst::Split(first, second) => {
                    self.stack.push(Back::Branch(*second, at));
                    Some((*first, at))
                }
                Inst::Jump(to) => Some((*to, at)),
                Inst::Save(slot) => {
                    self.set_slot(*slot, at);
                    if slot & 1 == 1 {
                        let last = self.slots.len() as u32 - 1;
                        self.set_slot(last, (*slot / 2) as usize);
                    }
                    Some((pc + 1, at))
                }
                Inst::At(assert) => self.holds(*assert, at).then_some((pc + 1, at)),
                Inst::BackRef(group, folding, ascii) => self
                    .back_reference(*group, *folding, *ascii, at)
                    .map(|after| (pc + 1, after)),
                Inst::Look { end, back, negate } => {
                    let place = match back {
                        None => Some(at),
                        Some(width) => {
                            (0..*width).try_fold(at, |at, _| self.text.before(at).map(|(_, at)| at))
                        }
                    };
                    let mark = self.stack.len();
                    let found = match place {
                        Some(place) => self.run(pc + 1, place, NOWHERE)?.is_some(),
                        None => false,
                    };
                    if found && *negate {
                        self.undo(mark);
                    } else if found {
                        self.forget_choices(mark);
                    }
                    (found != *negate).then_some((*end, at))
                }
                Inst::Atomic(end) => {
                    let mark = self.stack.len();
                    match self.run(pc + 1, at, NOWHERE)? {
                        Some(after) => {
                            self.forget_choices(mark);
                            Some((*end, after))
                        }
                        None => None,
                    }
                }
                Inst::Done => return Ok(Some(at)),
                Inst::Unless(group, to) => {
                    let matched = self.slots[2 * *group as usize + 1] != NOWHERE;
                    Some((if matched { pc + 1 } else { *to }, at))
                }
                Inst::One(min, max, kind) => self.repeat_one(pc, at, *min, *max, *kind)?,
                Inst::Start(counter) => {
                    self.set_counter(*counter, (0, NOWHERE));
                    Some((pc + 1, at))
                }
                Inst::Loop {
                    counter,
                    min,
                    max,
                    lazy,
                    exit,
                } => {
                    let (turns, began) = self.counters[*counter as usize];
                    if turns < *min {
                        Some((pc + 1, at))
                    } else if (turns >= *max && *max != FOREVER) || began == at {
                        Some((*exit, at))
                    } else if *lazy {
                        self.stack.push(Back::Branch(pc + 1, at));
                        Some((*exit, at))
                    } else {
                        self.stack.push(Back::Branch(*exit, at));
                        Some((pc + 1, at))
                    }
                }
                Inst::Turn(counter) => {
                    let (turns, _) = self.counters[*counter as usize];
                    self.set_counter(*counter, (turns.saturating_add(1), at));
                    Some((pc + 1, at))
                }
                Inst::Match => {
                    let short = self.full && at != self.text.len();
                    let refused = short || (at == origin && at == self.not_empty_at);
                    if !refused {
                        return Ok(Some(at));
                    }
                    None
                }
            };
            (pc, at) = match next {
                Some(next) => next,
                None => match self.go_back(base) {
                    Some(next) => next,
                    None => return Ok(None),
                },
            };
        }
    }

    /// A repeat of a single character. Gives where to go on.
    fn repeat_one(
        &mut self,
        pc: u32,
        from: usize,
        min: u32,
        max: u32,
        kind: Kind,
    ) -> Result<Option<(u32, usize)>, Stopped> {
        let program = self.program;
        let inst = &program.code[pc as usize + 1];
        let (mut at, mut count) = (from, 0);
        while count < min {
            match self.single(inst, at) {
                Some(after) => at = after,
                None => return Ok(None),
            }
            count += 1;
            self.step()?;
        }
        if kind == Kind::Lazy {
            if count < max {
                self.stack.push(Back::Take(pc, at, count));
            }
            return Ok(Some((pc + 2, at)));
        }
        let low = at;
        while count < max {
            match self.single(inst, at) {
                Some(after) => at = after,
                None => break,
            }
            count = count.saturating_add(u32::from(max != FOREVER));
            self.step()?;
        }
        if kind == Kind::Greedy && at > low {
            self.stack.push(Back::Give(pc + 2, low, at));
        }
        Ok(Some((pc + 2, at)))
    }

    /// Takes back the changes above a mark, choices and all.
    fn undo(&mut self, mark: usize) {
        while self.stack.len() > mark {
            match self.stack.pop() {
                Some(Back::Slot(slot, old)) => self.slots[slot as usize] = old,
                Some(Back::Counter(counter, old)) => self.counters[counter as usize] = old,
                _ => {}
            }
        }
    }

    /// Keeps the changes above a mark, but no choices.
    fn forget_choices(&mut self, mark: usize) {
        let kept: Vec<Back> = self
            .stack
            .drain(mark..)
            .filter(|back| matches!(back, Back::Slot(..) | Back::Counter(..)))
            .collect();
        self.stack.extend(kept);
    }

    /// The last choice above the base that leads on.
    fn go_back(&mut self, base: usize) -> Option<(u32, usize)> {
        while self.stack.len() > base {
            match self.stack.pop()? {
                Back::Branch(pc, at) => return Some((pc, at)),
                Back::Slot(slot, old) => self.slots[slot as usize] = old,
                Back::Counter(counter, old) => self.counters[counter as usize] = old,
                Back::Give(pc, low, at) => {
                    let (_, at) = self.text.before(at)?;
                    if at > low {
                        self.stack.push(Back::Give(pc, low, at));
                    }
                    return Some((pc, at));
                }
                Back::Take(pc, at, count) => {
                    let program = self.program;
                    let Inst::One(_, max, _) = program.code[pc as usize] else {
                        continue;
                    };
                    let Some(after) = self.single(&program.code[pc as usize + 1], at) else {
                        continue;
                    };
                    if max == FOREVER || count + 1 < max {
                        self.stack
                            .push(Back::Take(pc, after, count.saturating_add(1)));
                    }
                    return Some((pc + 2, after));
                }
            }
        }
        None
    }
}
