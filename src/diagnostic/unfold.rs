//! Which exceptions are told, in which order: the graph of causes, contexts and members as a
//! tree without cycles.
//!
//! Causes, contexts and members may form any graph, cycles included. CPython tells an exception
//! as cause or context only if it was not met before, and its two tellers meet them in a
//! different order: the interpreter as it prints, the module `traceback` when it copies the
//! exceptions, the last member of a group first.

use std::collections::HashSet;

use super::plain::{ExceptionIndex, ExceptionText, Link, MAX_GROUP_DEPTH, MAX_GROUP_WIDTH, Voice};

/// After so many tellings no more members are told. A group that holds a group twice, which
/// holds a group twice, and so on, would be told for hours (and is, by CPython).
const MAX_TOLD: usize = 200_000;

/// One telling of one exception; a member of two groups is told twice.
pub(super) struct Told {
    pub(super) exception: ExceptionIndex,
    /// What is told before it: index into the list of [`unfold`].
    pub(super) earlier: Option<(Link, usize)>,
    /// The members that are told, if it is a group; indexes into the list of [`unfold`].
    pub(super) members: Vec<usize>,
}

/// The tellings of `exceptions[0]` and of what led to it; the first is its own.
pub(super) fn unfold(exceptions: &[ExceptionText], voice: Voice) -> Vec<Told> {
    let mut unfolding = Unfolding {
        exceptions,
        met: HashSet::new(),
        told: Vec::new(),
    };
    match voice {
        Voice::Interpreter => {
            unfolding.as_printed(ExceptionIndex(0), 0);
        }
        Voice::Module => unfolding.as_copied(),
    }
    unfolding.told
}

struct Unfolding<'a> {
    exceptions: &'a [ExceptionText],
    met: HashSet<ExceptionIndex>,
    told: Vec<Told>,
}

impl Unfolding<'_> {
    fn text(&self, exception: ExceptionIndex) -> &ExceptionText {
        &self.exceptions[exception.0 as usize]
    }

    fn add(&mut self, exception: ExceptionIndex) -> usize {
        self.met.insert(exception);
        self.told.push(Told {
            exception,
            earlier: None,
            members: Vec::new(),
        });
        self.told.len() - 1
    }

    /// The interpreter's order: back along the chain to its start, then forward again, into
    /// the members of each group. Recurses once for each level of groups that is told.
    fn as_printed(&mut self, exception: ExceptionIndex, depth: usize) -> usize {
        let first = self.add(exception);
        let mut chain = vec![first];
        let mut at = first;
        loop {
            let text = self.text(self.told[at].exception);
            let next = match (text.cause, text.context) {
                (Some(cause), _) => (Link::Cause, cause),
                (None, Some(context)) if !text.suppress_context => (Link::Context, context),
                _ => break,
            };
            if self.met.contains(&next.1) {
                break;
            }
            let earlier = self.add(next.1);
            self.told[at].earlier = Some((next.0, earlier));
            chain.push(earlier);
            at = earlier;
        }
        if depth <= MAX_GROUP_DEPTH {
            // The outermost group stands at depth 1, as its own margin does.
            let depth = depth.max(1);
            for told in chain.into_iter().rev() {
                for member in self.members_told(self.told[told].exception) {
                    let member = self.as_printed(member, depth + 1);
                    self.told[told].members.push(member);
                }
            }
        }
        first
    }

    /// The module's order: a stack of what is copied but not yet looked into.
    fn as_copied(&mut self) {
        let first = self.add(ExceptionIndex(0));
        let mut stack = vec![(first, 1)];
        while let Some((at, depth)) = stack.pop() {
            let exception = self.told[at].exception;
            let text = self.text(exception);
            let (cause, context) = (text.cause, text.context.filter(|_| !text.suppress_context));
            let earlier = [(Link::Cause, cause), (Link::Context, context)]
                .into_iter()
                .find_map(|(link, next)| {
                    Some((link, next.filter(|next| !self.met.contains(next))?))
                });
            if let Some((link, next)) = earlier {
                let next = self.add(next);
                self.told[at].earlier = Some((link, next));
                stack.push((next, depth));
            }
            if depth <= MAX_GROUP_DEPTH {
                for member in self.members_told(exception) {
                    let member = self.add(member);
                    self.told[at].members.push(member);
                    stack.push((member, depth + 1));
                }
            }
        }
    }

    fn members_told(&self, exception: ExceptionIndex) -> Vec<ExceptionIndex> {
        if self.told.len() > MAX_TOLD {
            return Vec::new();
        }
        let members = self.text(exception).members.as_deref().unwrap_or_default();
        members.iter().copied().take(MAX_GROUP_WIDTH).collect()
    }
}
