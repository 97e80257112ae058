//! Regular expressions as text become a tree. Knows no values: a pattern is its code points.

use std::collections::BTreeMap;

/// The bits of flags, as `re` numbers them.
pub(super) mod flag {
    pub(in super::super) const IGNORECASE: u32 = 2;
    pub(in super::super) const LOCALE: u32 = 4;
    pub(in super::super) const MULTILINE: u32 = 8;
    pub(in super::super) const DOTALL: u32 = 16;
    pub(in super::super) const UNICODE: u32 = 32;
    pub(in super::super) const VERBOSE: u32 = 64;
    pub(in super::super) const ASCII: u32 = 256;
}

/// `max` of a repeat without end.
pub(super) const FOREVER: u32 = u32::MAX;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Greedy,
    Lazy,
    Possessive,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Digit,
    Space,
    Word,
}

#[derive(Clone, Debug)]
pub(super) enum Item {
    Range(u32, u32),
    /// A class, and whether it is negated.
    Class(Class, bool),
}

/// A set of characters.
#[derive(Clone, Debug)]
pub(super) struct Set {
    pub(super) negate: bool,
    pub(super) items: Vec<Item>,
    pub(super) ignore_case: bool,
    /// Classes and case know ASCII only.
    pub(super) ascii: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Assert {
    /// `\A`, and `^` without MULTILINE.
    Start,
    /// `^` with MULTILINE.
    LineStart,
    /// `$` without MULTILINE: before a last newline too.
    AlmostEnd,
    /// `$` with MULTILINE.
    LineEnd,
    /// `\Z`
    End,
    /// `\b` or, negated, `\B`: (negated, ASCII only).
    Word(bool, bool),
}

#[derive(Clone, Debug)]
pub(super) enum Node {
    Empty,
    Char(u32),
    /// A folded character, and whether only ASCII folds.
    CharFolded(u32, bool),
    /// `.`: whether newlines match.
    Any(bool),
    Set(Set),
    Concat(Vec<Node>),
    Alt(Vec<Node>),
    Repeat(Box<Node>, u32, u32, Kind),
    Group(Box<Node>, u32),
    /// The group, whether case is ignored, whether only ASCII folds.
    BackRef(u32, bool, bool),
    Look {
        ahead: bool,
        negate: bool,
        node: Box<Node>,
    },
    Atomic(Box<Node>),
    Cond(u32, Box<Node>, Box<Node>),
    At(Assert),
}

/// What is wrong with a pattern, and at which of its characters.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) text: String,
    pub(super) at: usize,
}

pub(super) type P<T> = Result<T, Fault>;

/// A parsed pattern.
pub(super) struct Parsed {
    pub(super) node: Node,
    pub(super) flags: u32,
    pub(super) groups: u32,
    pub(super) names: BTreeMap<String, u32>,
}

/// Nesting beyond this is refused: the parser and the compiler recurse.
const MAX_DEPTH: u32 = 200;

pub(super) struct Parser<'a> {
    pub(super) text: &'a [u32],
    pub(super) at: usize,
    pub(super) is_bytes: bool,
    pub(super) flags: u32,
    pub(super) groups: u32,
    pub(super) open: Vec<u32>,
    pub(super) names: BTreeMap<String, u32>,
    /// References of conditionals to groups that may come later.
    pub(super) later: Vec<(u32, usize)>,
    pub(super) in_lookbehind: u32,
    pub(super) depth: u32,
}

/// Parses a pattern.
pub(super) fn parse(text: &[u32], flags: u32, is_bytes: bool) -> P<Parsed> {
    let mut parser = Parser {
        text,
        at: 0,
        is_bytes,
        flags,
        groups: 0,
        open: Vec::new(),
        names: BTreeMap::new(),
        later: Vec::new(),
        in_lookbehind: 0,
        depth: 0,
    };
    let node = parser.alternatives(flags)?;
    if parser.at < text.len() {
        return Err(parser.fault("unbalanced parenthesis", parser.at));
    }
    for (group, at) in std::mem::take(&mut parser.later) {
        if group > parser.groups {
            return Err(parser.fault(format!("invalid group reference {group}"), at));
        }
    }
    let mut flags = parser.flags;
    if !is_bytes && flags & flag::ASCII == 0 {
        flags |= flag::UNICODE;
    }
    Ok(Parsed {
        node,
        flags,
        groups: parser.groups,
        names: parser.names,
    })
}

pub(super) fn is_c(c: Option<u32>, wanted: char) -> bool {
    c == Some(wanted as u32)
}

pub(super) fn as_char(c: u32) -> char {
    char::from_u32(c).unwrap_or('\u{fffd}')
}

impl Parser<'_> {
    pub(super) fn fault(&self, text: impl Into<String>, at: usize) -> Fault {
        Fault {
            text: text.into(),
            at,
        }
    }

    pub(super) fn peek(&self) -> Option<u32> {
        self.text.get(self.at).copied()
    }

    pub(super) fn take(&mut self) -> Option<u32> {
        let c = self.peek();
        if c.is_some() {
            self.at += 1;
        }
        c
    }

    pub(super) fn eat(&mut self, wanted: char) -> bool {
        let found = is_c(self.peek(), wanted);
        if found {
            self.at += 1;
        }
        found
    }

    pub(super) fn ascii_only(&self, flags: u32) -> bool {
        self.is_bytes || flags & flag::ASCII != 0
    }

    fn alternatives(&mut self, mut flags: u32) -> P<Node> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.fault("pattern nested too deep", self.at));
        }
        let mut branches = vec![self.sequence(&mut flags, true)?];
        while self.eat('|') {
            branches.push(self.sequence(&mut flags, false)?);
        }
        self.depth -= 1;
        Ok(match branches.len() {
            1 => branches.pop().expect("one"),
            _ => Node::Alt(branches),
        })
    }

    fn sequence(&mut self, flags: &mut u32, first: bool) -> P<Node> {
        let mut nodes = Vec::new();
        let start = self.at;
        while let Some(code) = self.peek() {
            let c = as_char(code);
            if c == '|' || c == ')' {
                break;
            }
            if *flags & flag::VERBOSE != 0 {
                if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}') {
                    self.at += 1;
                    continue;
                }
                if c == '#' {
                    while self.take().is_some_and(|c| c != '\n' as u32) {}
                    continue;
                }
            }
            let at = self.at;
            self.at += 1;
            let repeat = match c {
                '*' => Some((0, FOREVER)),
                '+' => Some((1, FOREVER)),
                '?' => Some((0, 1)),
                '{' => self.braces(at)?,
                _ => None,
            };
            if let Some((min, max)) = repeat {
                let node = self.repeat(nodes.pop(), min, max, at)?;
                nodes.push(node);
                continue;
            }
            let node = match c {
                '.' => Node::Any(*flags & flag::DOTALL != 0),
                '^' if *flags & flag::MULTILINE != 0 => Node::At(Assert::LineStart),
                '^' => Node::At(Assert::Start),
                '$' if *flags & flag::MULTILINE != 0 => Node::At(Assert::LineEnd),
                '$' => Node::At(Assert::AlmostEnd),
                '[' => self.set(*flags, at)?,
                '\\' => self.escape(*flags, at)?,
                '(' => {
                    let at_start = first && self.depth == 1 && at == start;
                    match self.group(flags, at, at_start)? {
                        Some(node) => node,
                        None => continue,
                    }
                }
                _ => self.literal(code, *flags),
            };
            nodes.push(node);
        }
        Ok(match nodes.len() {
            0 => Node::Empty,
            1 => nodes.pop().expect("one"),
            _ => Node::Concat(nodes),
        })
    }

    fn repeat(&mut self, item: Option<Node>, min: u32, max: u32, at: usize) -> P<Node> {
        let item = match item {
            None | Some(Node::At(_) | Node::Empty) => {
                return Err(self.fault("nothing to repeat", at));
            }
            Some(Node::Repeat(..)) => return Err(self.fault("multiple repeat", at)),
            Some(item) => item,
        };
        let kind = if self.eat('?') {
            Kind::Lazy
        } else if self.eat('+') {
            Kind::Possessive
        } else {
            Kind::Greedy
        };
        Ok(Node::Repeat(Box::new(item), min, max, kind))
    }

    /// `{m,n}` after its brace; None when it is no repeat but text.
    fn braces(&mut self, at: usize) -> P<Option<(u32, u32)>> {
        if is_c(self.peek(), '}') {
            return Ok(None);
        }
        let low = self.digits();
        let mut high = low.clone();
        if self.eat(',') {
            high = self.digits();
            if high.is_empty() && low.is_empty() && !is_c(self.peek(), '}') {
                self.at = at + 1;
                return Ok(None);
            }
        } else if low.is_empty() {
            self.at = at + 1;
            return Ok(None);
        }
        if !self.eat('}') {
            self.at = at + 1;
            return Ok(None);
        }
        let number = |digits: &str, absent: u32| match digits {
            "" => Some(absent),
            digits => digits.parse::<u32>().ok().filter(|n| *n < FOREVER),
        };
        let (Some(min), Some(max)) = (number(&low, 0), number(&high, FOREVER)) else {
            return Err(self.fault("the repetition number is too large", at));
        };
        if max < min {
            return Err(self.fault("min repeat greater than max repeat", at + 1));
        }
        Ok(Some((min, max)))
    }

    fn digits(&mut self) -> String {
        let mut digits = String::new();
        while let Some(c) = self.peek().map(as_char).filter(char::is_ascii_digit) {
            digits.push(c);
            self.at += 1;
        }
        digits
    }

    pub(super) fn literal(&self, c: u32, flags: u32) -> Node {
        if flags & flag::IGNORECASE == 0 {
            return Node::Char(c);
        }
        let ascii = self.ascii_only(flags);
        Node::CharFolded(super::chars::fold(c, ascii), ascii)
    }

    fn close(&mut self, start: usize) -> P<()> {
        if self.eat(')') {
            return Ok(());
        }
        Err(self.fault("missing ), unterminated subpattern", start))
    }

    fn name(&mut self, end: char) -> P<(String, usize)> {
        let at = self.at;
        let mut name = String::new();
        loop {
            match self.take() {
                None if name.is_empty() => return Err(self.fault("missing group name", at)),
                None => {
                    let text = format!("missing {end}, unterminated name");
                    return Err(self.fault(text, at));
                }
                Some(c) if c == end as u32 => break,
                Some(c) => name.push(as_char(c)),
            }
        }
        if name.is_empty() {
            return Err(self.fault("missing group name", at));
        }
        Ok((name, at))
    }

    fn check_name(&self, name: &str, at: usize) -> P<()> {
        let mut chars = name.chars();
        let good = chars.next().is_some_and(crate::text::classes::is_id_start)
            && chars.all(crate::text::classes::is_id_continue);
        if good {
            return Ok(());
        }
        let shown = crate::text::quote::repr(name);
        Err(self.fault(format!("bad character in group name {shown}"), at))
    }

    /// What follows an open parenthesis; None where it matches nothing at all.
    fn group(&mut self, flags: &mut u32, start: usize, at_start: bool) -> P<Option<Node>> {
        if !self.eat('?') {
            return self.capture(None, *flags, start).map(Some);
        }
        let Some(code) = self.take() else {
            return Err(self.fault("unexpected end of pattern", self.at));
        };
        match as_char(code) {
            'P' => self.named(*flags, start).map(Some),
            ':' => {
                let node = self.alternatives(*flags)?;
                self.close(start)?;
                Ok(Some(wrapped(node)))
            }
            '#' => loop {
                match self.take() {
                    None => {
                        return Err(self.fault("missing ), unterminated comment", start));
                    }
                    Some(c) if c == ')' as u32 => return Ok(None),
                    Some(_) => {}
                }
            },
            '=' => self.look(*flags, start, true, false).map(Some),
            '!' => self.look(*flags, start, true, true).map(Some),
            '<' => match self.take().map(as_char) {
                Some('=') => self.look(*flags, start, false, false).map(Some),
                Some('!') => self.look(*flags, start, false, true).map(Some),
                None => Err(self.fault("unexpected end of pattern", self.at)),
                Some(c) => Err(self.fault(format!("unknown extension ?<{c}"), start + 1)),
            },
            '>' => {
                let node = self.alternatives(*flags)?;
                self.close(start)?;
                Ok(Some(Node::Atomic(Box::new(node))))
            }
            '(' => self.conditional(*flags, start).map(Some),
            c if "aiLmsux-".contains(c) => self.flags(c, flags, start, at_start),
            c => Err(self.fault(format!("unknown extension ?{c}"), start + 1)),
        }
    }

    fn capture(&mut self, name: Option<(String, usize)>, flags: u32, start: usize) -> P<Node> {
        self.groups += 1;
        let index = self.groups;
        if let Some((name, at)) = name {
            if let Some(old) = self.names.get(&name) {
                let shown = crate::text::quote::repr(&name);
                let text =
                    format!("redefinition of group name {shown} as group {index}; was group {old}");
                return Err(self.fault(text, at));
            }
            self.names.insert(name, index);
        }
        self.open.push(index);
        let node = self.alternatives(flags)?;
        self.close(start)?;
        self.open.pop();
        Ok(Node::Group(Box::new(node), index))
    }

    fn named(&mut self, flags: u32, start: usize) -> P<Node> {
        match self.take().map(as_char) {
            Some('<') => {
                let (name, at) = self.name('>')?;
                self.check_name(&name, at)?;
                self.capture(Some((name, at)), flags, start)
            }
            Some('=') => {
                let (name, at) = self.name(')')?;
                self.check_name(&name, at)?;
                match self.names.get(&name).copied() {
                    Some(group) => self.back_reference(group, flags, at),
                    None => {
                        let shown = crate::text::quote::repr(&name);
                        Err(self.fault(format!("unknown group name {shown}"), at))
                    }
                }
            }
            None => Err(self.fault("unexpected end of pattern", self.at)),
            Some(c) => Err(self.fault(format!("unknown extension ?P{c}"), start + 1)),
        }
    }

    fn look(&mut self, flags: u32, start: usize, ahead: bool, negate: bool) -> P<Node> {
        self.in_lookbehind += u32::from(!ahead);
        let node = self.alternatives(flags)?;
        self.in_lookbehind -= u32::from(!ahead);
        self.close(start)?;
        if !ahead && super::program::width(&node).is_none() {
            return Err(self.fault("look-behind requires fixed-width pattern", 0));
        }
        Ok(Node::Look {
            ahead,
            negate,
            node: Box::new(node),
        })
    }

    fn conditional(&mut self, flags: u32, start: usize) -> P<Node> {
        let (name, at) = self.name(')')?;
        let group = match name.parse::<u32>() {
            Ok(0) => return Err(self.fault("bad group number", at)),
            Ok(group) => {
                self.later.push((group, at));
                group
            }
            Err(_) => {
                self.check_name(&name, at)?;
                match self.names.get(&name) {
                    Some(group) => *group,
                    None => {
                        let shown = crate::text::quote::repr(&name);
                        return Err(self.fault(format!("unknown group name {shown}"), at));
                    }
                }
            }
        };
        self.depth += 1;
        let mut inner = flags;
        let yes = self.sequence(&mut inner, false)?;
        let no = if self.eat('|') {
            let no = self.sequence(&mut inner, false)?;
            if is_c(self.peek(), '|') {
                let text = "conditional backref with more than two branches";
                return Err(self.fault(text, self.at));
            }
            no
        } else {
            Node::Empty
        };
        self.depth -= 1;
        self.close(start)?;
        Ok(Node::Cond(group, Box::new(yes), Box::new(no)))
    }

    /// `(?ims)` for the whole pattern, `(?i-s:...)` for a part.
    fn flags(
        &mut self,
        first: char,
        flags: &mut u32,
        start: usize,
        at_start: bool,
    ) -> P<Option<Node>> {
        let (mut add, mut remove) = (0, 0);
        let mut c = first;
        let mut removing = false;
        loop {
            match c {
                '-' if !removing => removing = true,
                ')' if !removing => {
                    if !at_start {
                        let text = "global flags not at the start of the expression";
                        return Err(self.fault(text, start));
                    }
                    *flags |= add;
                    self.flags |= add;
                    return Ok(None);
                }
                ':' => break,
                _ => {
                    let bit = match c {
                        'a' => flag::ASCII,
                        'i' => flag::IGNORECASE,
                        'L' => flag::LOCALE,
                        'm' => flag::MULTILINE,
                        's' => flag::DOTALL,
                        'u' => flag::UNICODE,
                        'x' => flag::VERBOSE,
                        _ if c.is_alphabetic() => {
                            return Err(self.fault("unknown flag", self.at - 1));
                        }
                        _ => return Err(self.fault("missing -, : or )", self.at - 1)),
                    };
                    if self.is_bytes && bit == flag::UNICODE {
                        let text = "bad inline flags: cannot use 'u' flag with a bytes pattern";
                        return Err(self.fault(text, self.at));
                    }
                    if !self.is_bytes && bit == flag::LOCALE {
                        let text = "bad inline flags: cannot use 'L' flag with a str pattern";
                        return Err(self.fault(text, self.at));
                    }
                    if removing {
                        remove |= bit;
                    } else {
                        add |= bit;
                    }
                }
            }
            c = match self.take() {
                Some(code) => as_char(code),
                None => return Err(self.fault("missing -, : or )", self.at)),
            };
        }
        if removing && remove == 0 {
            return Err(self.fault("missing flag", self.at - 1));
        }
        let inner = (*flags | add) & !remove;
        let node = self.alternatives(inner)?;
        self.close(start)?;
        Ok(Some(wrapped(node)))
    }
}

/// A group that does not capture: a repeat inside it may be repeated again.
fn wrapped(node: Node) -> Node {
    Node::Concat(vec![node])
}
