//! The tree of a regular expression becomes instructions for the matcher.

use super::parse::{Assert, FOREVER, Kind, Node, Set};

/// One instruction. Numbers of instructions are indices into `Program::code`.
#[derive(Debug)]
pub(super) enum Inst {
    Char(u32),
    CharFolded(u32, bool),
    Any(bool),
    Set(Box<Set>),
    /// Try the first, then the second.
    Split(u32, u32),
    Jump(u32),
    /// Remember the position: slots 2n and 2n + 1 are the start and end of group n.
    Save(u32),
    At(Assert),
    BackRef(u32, bool, bool),
    /// The instructions up to `end` must match, or must not, ahead or `width` characters back.
    Look {
        end: u32,
        back: Option<u32>,
        negate: bool,
    },
    /// The instructions up to `end` match once, in one way.
    Atomic(u32),
    /// Ends what `Look` and `Atomic` run.
    Done,
    /// Goes to the instruction if the group has not matched.
    Unless(u32, u32),
    /// The next instruction, which matches one character, so often.
    One(u32, u32, Kind),
    /// Starts the counter of a loop.
    Start(u32),
    /// A turn of a loop or its exit.
    Loop {
        counter: u32,
        min: u32,
        max: u32,
        lazy: bool,
        exit: u32,
    },
    /// Counts a turn.
    Turn(u32),
    Match,
}

/// A compiled regular expression.
pub(crate) struct Program {
    pub(super) code: Vec<Inst>,
    pub(super) groups: u32,
    pub(super) counters: u32,
    /// The character that every match starts with, if one is known.
    pub(super) first: Option<u32>,
    /// Whether the pattern is bytes.
    pub(crate) is_bytes: bool,
}

/// How many characters a node matches, if that is always the same number.
pub(super) fn width(node: &Node) -> Option<u32> {
    match node {
        Node::Empty | Node::At(_) | Node::Look { .. } => Some(0),
        Node::Char(_) | Node::CharFolded(..) | Node::Any(_) | Node::Set(_) => Some(1),
        Node::Concat(nodes) => nodes
            .iter()
            .try_fold(0u32, |sum, node| sum.checked_add(width(node)?)),
        Node::Alt(nodes) => {
            let first = width(nodes.first()?)?;
            nodes
                .iter()
                .all(|node| width(node) == Some(first))
                .then_some(first)
        }
        Node::Repeat(_, 0, 0, _) => Some(0),
        Node::Repeat(node, min, max, _) if min == max => width(node)?.checked_mul(*min),
        Node::Repeat(..) => None,
        Node::Group(node, _) | Node::Atomic(node) => width(node),
        Node::BackRef(..) => None,
        Node::Cond(_, yes, no) => width(yes).filter(|yes| Some(*yes) == width(no)),
    }
}

/// Compiles a tree.
pub(super) fn compile(node: &Node, groups: u32, is_bytes: bool) -> Program {
    let mut program = Program {
        code: Vec::new(),
        groups,
        counters: 0,
        first: first_of(node),
        is_bytes,
    };
    program.emit(node);
    program.code.push(Inst::Match);
    program
}

fn first_of(node: &Node) -> Option<u32> {
    match node {
        Node::Char(c) => Some(*c),
        Node::Concat(nodes) => first_of(nodes.first()?),
        Node::Group(node, _) | Node::Atomic(node) => first_of(node),
        Node::Repeat(node, min, _, _) if *min > 0 => first_of(node),
        _ => None,
    }
}

fn is_single(node: &Node) -> bool {
    match node {
        Node::Char(_) | Node::CharFolded(..) | Node::Any(_) | Node::Set(_) => true,
        Node::Concat(nodes) => nodes.len() == 1 && is_single(&nodes[0]),
        _ => false,
    }
}

impl Program {
    fn here(&self) -> u32 {
        self.code.len() as u32
    }

    fn emit(&mut self, node: &Node) {
        match node {
            Node::Empty => {}
            Node::Char(c) => self.code.push(Inst::Char(*c)),
            Node::CharFolded(c, ascii) => self.code.push(Inst::CharFolded(*c, *ascii)),
            Node::Any(all) => self.code.push(Inst::Any(*all)),
            Node::Set(set) => self.code.push(Inst::Set(Box::new(set.clone()))),
            Node::Concat(nodes) => nodes.iter().for_each(|node| self.emit(node)),
            Node::Alt(nodes) => self.emit_alternatives(nodes),
            Node::Repeat(node, min, max, kind) => self.emit_repeat(node, *min, *max, *kind),
            Node::Group(node, index) => {
                self.code.push(Inst::Save(2 * index));
                self.emit(node);
                self.code.push(Inst::Save(2 * index + 1));
            }
            Node::BackRef(group, fold, ascii) => {
                self.code.push(Inst::BackRef(*group, *fold, *ascii));
            }
            Node::Look {
                ahead,
                negate,
                node,
            } => {
                let back = if *ahead { None } else { width(node) };
                let at = self.code.len();
                self.code.push(Inst::Done);
                self.emit(node);
                self.code.push(Inst::Done);
                self.code[at] = Inst::Look {
                    end: self.here(),
                    back,
                    negate: *negate,
                };
            }
            Node::Atomic(node) => self.emit_atomic(|program| program.emit(node)),
            Node::Cond(group, yes, no) => {
                let at = self.code.len();
                self.code.push(Inst::Done);
                self.emit(yes);
                let over = self.code.len();
                self.code.push(Inst::Done);
                self.code[at] = Inst::Unless(*group, self.here());
                self.emit(no);
                self.code[over] = Inst::Jump(self.here());
            }
            Node::At(assert) => self.code.push(Inst::At(*assert)),
        }
    }

    fn emit_atomic(&mut self, inner: impl FnOnce(&mut Program)) {
        let at = self.code.len();
        self.code.push(Inst::Done);
        inner(self);
        self.code.push(Inst::Done);
        self.code[at] = Inst::Atomic(self.here());
    }

    fn emit_alternatives(&mut self, nodes: &[Node]) {
        let mut ends = Vec::new();
        for (at, node) in nodes.iter().enumerate() {
            if at + 1 == nodes.len() {
                self.emit(node);
                break;
            }
            let split = self.code.len();
            self.code.push(Inst::Done);
            self.emit(node);
            ends.push(self.code.len());
            self.code.push(Inst::Done);
            self.code[split] = Inst::Split(split as u32 + 1, self.here());
        }
        let end = self.here();
        for at in ends {
            self.code[at] = Inst::Jump(end);
        }
    }

    fn emit_repeat(&mut self, node: &Node, min: u32, max: u32, kind: Kind) {
        if max == 0 {
            return;
        }
        if is_single(node) {
            self.code.push(Inst::One(min, max, kind));
            self.emit(node);
            return;
        }
        if kind == Kind::Possessive {
            self.emit_atomic(|program| program.emit_loop(node, min, max, false));
            return;
        }
        if (min, max) == (0, 1) {
            let split = self.code.len();
            self.code.push(Inst::Done);
            self.emit(node);
            let (inside, after) = (split as u32 + 1, self.here());
            self.code[split] = match kind {
                Kind::Lazy => Inst::Split(after, inside),
                _ => Inst::Split(inside, after),
            };
            return;
        }
        self.emit_loop(node, min, max, kind == Kind::Lazy);
    }

    fn emit_loop(&mut self, node: &Node, min: u32, max: u32, lazy: bool) {
        let counter = self.counters;
        self.counters += 1;
        self.code.push(Inst::Start(counter));
        let head = self.code.len();
        self.code.push(Inst::Done);
        self.code.push(Inst::Turn(counter));
        self.emit(node);
        self.code.push(Inst::Jump(head as u32));
        self.code[head] = Inst::Loop {
            counter,
            min,
            max: if max == FOREVER { FOREVER } else { max },
            lazy,
            exit: self.here(),
        };
    }
}
