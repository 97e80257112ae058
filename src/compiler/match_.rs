//! match statements.
//!
//! A pattern never consumes its subject. Captured values wait in temporaries and become
//! variables only when the whole pattern has matched; every way out of a pattern that fails
//! drops the temporaries that are live there.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Case, Constant, Expr, ExprKind, Name, Pattern, PatternKind};

use super::emit::Label;
use super::error::{Fallible, wrong};
use super::fold;
use super::generate::Gen;
use crate::bytecode::{Const, Count, Dst, Far, Few, Flag, Imm, Jump, Op, Peek, Reg, Src, Window};

/// What one pattern has captured so far, and how it fails.
#[derive(Debug)]
struct Matching {
    /// Where a failure goes in the end.
    next: Label,
    captures: Vec<(Name, Span, u16)>,
    /// The temporaries that hold something.
    live: Vec<u16>,
    /// For each set of live temporaries, the label of the code that drops them and fails.
    fails: Vec<(Vec<u16>, Label)>,
}

impl Matching {
    fn new(next: Label) -> Matching {
        Matching {
            next,
            captures: Vec::new(),
            live: Vec::new(),
            fails: Vec::new(),
        }
    }
}

impl<'t> Gen<'_, 't> {
    pub(super) fn match_(&mut self, subject: &'t Expr, cases: &'t [Case]) -> Fallible {
        let mark = self.temps.mark();
        let is_stable = match subject.kind {
            ExprKind::Name(name) => {
                !self.host_scope().has_walrus
                    && !cases.iter().any(|case| captures(&case.pattern, name))
            }
            _ => false,
        };
        let subject_register = if is_stable {
            self.operand(subject)?
        } else {
            self.push_expr(subject)?
        };
        let end = self.emitter.label();
        for (at, case) in cases.iter().enumerate() {
            let is_last = at + 1 == cases.len();
            if case.guard.is_none() && !is_last {
                check_reachable(self, &case.pattern)?;
            }
            let next = self.emitter.label();
            self.case(case, subject_register, next)?;
            self.emitter.go(case.pattern.span, end);
            self.emitter.bind(next);
        }
        if self.temps.is_temporary(subject_register) {
            self.drop_register(subject.span, subject_register);
        }
        self.emitter.bind(end);
        self.temps.reset(mark);
        Ok(())
    }

    fn case(&mut self, case: &'t Case, subject: u16, next: Label) -> Fallible {
        let span = case.pattern.span;
        let mark = self.temps.mark();
        let mut matching = Matching::new(next);
        self.pattern(&case.pattern, subject, &mut matching)?;
        for &(name, span, register) in &matching.captures {
            self.store_name(span, name, register)?;
        }
        let body = self.emitter.label();
        if !matching.fails.is_empty() {
            self.emitter.go(span, body);
            self.fail(span, matching.fails, next);
        }
        self.emitter.bind(body);
        self.temps.reset(mark);
        if let Some(guard) = &case.guard {
            self.jump_on(guard, next, false)?;
        }
        if self.temps.is_temporary(subject) {
            self.drop_register(span, subject);
            self.temps.set(subject);
        }
        self.body(&case.body)?;
        self.temps.set(mark);
        Ok(())
    }

    /// The ways to fail: what is live is dropped.
    fn fail(&mut self, span: Span, fails: Vec<(Vec<u16>, Label)>, next: Label) {
        for (live, label) in fails {
            self.emitter.bind(label);
            for register in live.into_iter().rev() {
                self.drop_register(span, register);
            }
            self.emitter.go(span, next);
        }
    }

    fn on_failure(&mut self, matching: &mut Matching) -> Label {
        if matching.live.is_empty() {
            return matching.next;
        }
        if let Some((_, label)) = matching
            .fails
            .iter()
            .find(|(live, _)| *live == matching.live)
        {
            return *label;
        }
        let label = self.emitter.label();
        matching.fails.push((matching.live.clone(), label));
        label
    }

    fn pattern(&mut self, pattern: &'t Pattern, subject: u16, matching: &mut Matching) -> Fallible {
        let span = pattern.span;
        match &pattern.kind {
            PatternKind::Value(value) => self.value_pattern(span, value, subject, matching),
            PatternKind::Singleton(value) => self.singleton(span, value, subject, matching),
            PatternKind::Sequence(items) => self.sequence(span, items, subject, matching),
            PatternKind::Mapping { items, rest } => {
                self.mapping(span, items, *rest, subject, matching)
            }
            PatternKind::Class {
                class,
                positional,
                keyword,
            } => self.class_pattern(span, class, (positional, keyword), subject, matching),
            PatternKind::Star(_) => wrong(span, "can't use starred pattern here"),
            PatternKind::As { pattern, name } => {
                if let Some(inner) = pattern {
                    self.pattern(inner, subject, matching)?;
                }
                let Some(name) = *name else {
                    return Ok(());
                };
                let register = self.temps.push()?;
                self.copy(span, register, subject);
                matching.live.push(register);
                self.capture(span, name, register, matching)
            }
            PatternKind::Or(alternatives) => {
                self.alternatives(span, alternatives, subject, matching)
            }
        }
    }

    /// The value in a live temporary will be the variable `name`.
    fn capture(
        &mut self,
        span: Span,
        name: Name,
        register: u16,
        matching: &mut Matching,
    ) -> Fallible {
        if matching.captures.iter().any(|&(other, ..)| other == name) {
            let text = self.text(name);
            return wrong(
                span,
                format!("multiple assignments to name '{text}' in pattern"),
            );
        }
        matching.captures.push((name, span, register));
        Ok(())
    }

    /// A register to compare the subject from, which may be consumed.
    fn subject_operand(&mut self, span: Span, subject: u16) -> Fallible<u16> {
        if !self.temps.is_temporary(subject) {
            return Ok(subject);
        }
        let copy = self.temps.push()?;
        self.copy(span, copy, subject);
        Ok(copy)
    }

    fn value_pattern(
        &mut self,
        span: Span,
        value: &'t Expr,
        subject: u16,
        matching: &mut Matching,
    ) -> Fallible {
        let mark = self.temps.mark();
        let left = Src(self.subject_operand(span, subject)?);
        let fail = self.on_failure(matching);
        let (sense, to) = (Flag(0), Jump(0));
        let op = match fold::small_int(value) {
            Some(imm) => Op::JumpEqImm {
                sense,
                left,
                imm: Imm(imm),
                to,
            },
            None => {
                let right = Src(self.operand(value)?);
                Op::JumpEq {
                    sense,
                    left,
                    right,
                    to,
                }
            }
        };
        self.short(span, op, fail);
        self.temps.reset(mark);
        Ok(())
    }

    fn short(&mut self, span: Span, op: Op, label: Label) {
        if self.far {
            self.emitter.jump_far(span, op, label);
        } else {
            self.emitter.jump(span, op, label);
        }
    }

    fn singleton(
        &mut self,
        span: Span,
        value: &'t Expr,
        subject: u16,
        matching: &mut Matching,
    ) -> Fallible {
        let mark = self.temps.mark();
        let left = Src(self.subject_operand(span, subject)?);
        let fail = self.on_failure(matching);
        if matches!(value.kind, ExprKind::Constant(Constant::None)) {
            let jump = Op::JumpIfNotNone {
                src: left,
                to: Far(0),
            };
            self.emitter.jump(span, jump, fail);
        } else {
            let right = Src(self.operand(value)?);
            let jump = Op::JumpIs {
                sense: Flag(0),
                left,
                right,
                to: Jump(0),
            };
            self.short(span, jump, fail);
        }
        self.temps.reset(mark);
        Ok(())
    }

    fn length(
        &mut self,
        span: Span,
        subject: u16,
        count: usize,
        at_least: bool,
        matching: &mut Matching,
    ) {
        let fail = self.on_failure(matching);
        let op = Op::JumpIfNotLength {
            at_least: Flag(u8::from(at_least)),
            subject: Peek(subject),
            count: Count(count as u16),
            to: Jump(0),
        };
        self.short(span, op, fail);
    }

    fn sequence(
        &mut self,
        span: Span,
        items: &'t [Pattern],
        subject: u16,
        matching: &mut Matching,
    ) -> Fallible {
        let is_star = |item: &Pattern| matches!(item.kind, PatternKind::Star(_));
        let star = items.iter().position(is_star);
        if items.iter().filter(|item| is_star(item)).count() > 1 {
            return wrong(span, "multiple starred names in sequence pattern");
        }
        if items.len() > 200 {
            return wrong(
                span,
                "too many expressions in star-unpacking sequence pattern",
            );
        }
        let fail = self.on_failure(matching);
        let jump = Op::JumpIfNotSequence {
            subject: Peek(subject),
            to: Far(0),
        };
        self.emitter.jump(span, jump, fail);
        let needed = items.len() - usize::from(star.is_some());
        if needed > 0 || star.is_none() {
            self.length(span, subject, needed, star.is_some(), matching);
        }
        if items.iter().all(is_wildcard) {
            return Ok(());
        }
        if let Some(at) = star
            && items[at..].iter().all(is_wildcard)
        {
            // What `*_` stands for is not looked at, however much it is.
            for (index, item) in items[..at].iter().enumerate() {
                if is_wildcard(item) {
                    continue;
                }
                let part = self.temps.push()?;
                self.copy(span, part, subject);
                let (dst, object, imm) = (Dst(part), Src(part), Imm(index as i16));
                self.emit(span, Op::LoadItemImm { dst, object, imm });
                self.parts(part, &[item], matching)?;
            }
            return Ok(());
        }
        let src = Src(self.subject_operand(span, subject)?);
        let first = self.temps.push_many(items.len() as u16)?;
        let (window, count) = (Window(first), items.len() as u16);
        self.emit(
            span,
            match star {
                None => Op::Unpack {
                    src,
                    first: window,
                    count: Count(count),
                },
                Some(at) => Op::UnpackStar {
                    before: Few(at as u8),
                    src,
                    first: window,
                    after: Count(count - at as u16 - 1),
                },
            },
        );
        self.parts(first, &items.iter().collect::<Vec<_>>(), matching)
    }

    /// Matches values that stand in consecutive temporaries, each of which is consumed.
    fn parts(&mut self, first: u16, patterns: &[&'t Pattern], matching: &mut Matching) -> Fallible {
        let registers = first..first + patterns.len() as u16;
        matching.live.extend(registers.clone());
        for (register, part) in registers.zip(patterns) {
            match part.kind {
                PatternKind::As {
                    pattern: None,
                    name: Some(name),
                }
                | PatternKind::Star(Some(name)) => {
                    self.capture(part.span, name, register, matching)?;
                }
                _ => {
                    if !is_wildcard(part) {
                        self.pattern(part, register, matching)?;
                    }
                    matching.live.retain(|&live| live != register);
                    self.drop_register(part.span, register);
                }
            }
        }
        Ok(())
    }

    fn mapping(
        &mut self,
        span: Span,
        items: &'t [(Expr, Pattern)],
        rest: Option<Name>,
        subject: u16,
        matching: &mut Matching,
    ) -> Fallible {
        self.check_keys(span, items)?;
        let fail = self.on_failure(matching);
        let jump = Op::JumpIfNotMapping {
            subject: Peek(subject),
            to: Far(0),
        };
        self.emitter.jump(span, jump, fail);
        if !items.is_empty() {
            self.length(span, subject, items.len(), true, matching);
        }
        let mut kept_keys = None;
        if !items.is_empty() {
            let values = self.temps.push()?;
            let keys = self.temps.push()?;
            self.temps.set(keys);
            for (key, _) in items {
                self.push_expr(key)?;
            }
            self.emit(
                span,
                Op::BuildTuple {
                    dst: Dst(keys),
                    first: Window(keys),
                    count: Count(items.len() as u16),
                },
            );
            self.temps.set(keys + 1);
            let used = if rest.is_some() {
                let copy = self.temps.push()?;
                self.copy(span, copy, keys);
                kept_keys = Some(keys);
                matching.live.push(keys);
                copy
            } else {
                keys
            };
            self.emit(
                span,
                Op::MatchKeys {
                    dst: Dst(values),
                    subject: Peek(subject),
                    keys: Src(used),
                },
            );
            let patterns: Vec<&'t Pattern> = items.iter().map(|(_, value)| value).collect();
            self.found(span, values, &patterns, matching)?;
        }
        match rest {
            Some(name) => {
                self.rest_of_mapping(span, name, kept_keys, items.len(), subject, matching)
            }
            None => Ok(()),
        }
    }

    /// `register` holds a tuple of values to match, or None: the pattern fails.
    fn found(
        &mut self,
        span: Span,
        register: u16,
        patterns: &[&'t Pattern],
        matching: &mut Matching,
    ) -> Fallible {
        matching.live.push(register);
        let test = self.temps.push()?;
        self.copy(span, test, register);
        let fail = self.on_failure(matching);
        let jump = Op::JumpIfNone {
            src: Src(test),
            to: Far(0),
        };
        self.emitter.jump(span, jump, fail);
        matching.live.pop();
        let count = patterns.len() as u16;
        let first = self.temps.push_many(count)?;
        self.emit(
            span,
            Op::Unpack {
                src: Src(register),
                first: Window(first),
                count: Count(count),
            },
        );
        self.parts(first, patterns, matching)
    }

    fn rest_of_mapping(
        &mut self,
        span: Span,
        name: Name,
        keys: Option<u16>,
        count: usize,
        subject: u16,
        matching: &mut Matching,
    ) -> Fallible {
        let dict = self.temps.push()?;
        self.build_dict(span, dict, 0, 0);
        let src = Src(self.subject_operand(span, subject)?);
        self.emit(
            span,
            Op::DictUpdate {
                dict: Peek(dict),
                src,
            },
        );
        if let Some(keys) = keys {
            let first = self.temps.push_many(count as u16)?;
            self.emit(
                span,
                Op::Unpack {
                    src: Src(keys),
                    first: Window(first),
                    count: Count(count as u16),
                },
            );
            matching.live.retain(|&live| live != keys);
            let object = self.temps.push()?;
            for key in first..first + count as u16 {
                self.copy(span, object, dict);
                self.emit(
                    span,
                    Op::DelItem {
                        object: Src(object),
                        key: Src(key),
                    },
                );
            }
        }
        matching.live.push(dict);
        self.capture(span, name, dict, matching)
    }

    fn check_keys(&self, span: Span, items: &'t [(Expr, Pattern)]) -> Fallible {
        let mut seen: Vec<Const> = Vec::new();
        for (key, _) in items {
            if matches!(key.kind, ExprKind::FString(_)) {
                return wrong(
                    key.span,
                    "mapping pattern keys may only match literals and attribute lookups",
                );
            }
            if let Some(value) = fold::constant(key) {
                if seen.iter().any(|other| same_key(other, &value)) {
                    let text = key.span.of(self.shared.source.text());
                    return wrong(
                        span,
                        format!("mapping pattern checks duplicate key ({text})"),
                    );
                }
                seen.push(value);
            }
        }
        Ok(())
    }

    fn class_pattern(
        &mut self,
        span: Span,
        class: &'t Expr,
        (positional, keyword): (&'t [Pattern], &'t [(Name, Pattern)]),
        subject: u16,
        matching: &mut Matching,
    ) -> Fallible {
        for (at, (name, part)) in keyword.iter().enumerate() {
            if keyword[..at].iter().any(|(other, _)| other == name) {
                let text = self.text(*name);
                return wrong(
                    part.span,
                    format!("attribute name repeated in class pattern: {text}"),
                );
            }
        }
        if positional.len() + keyword.len() > 200 {
            return wrong(span, "too many sub-patterns in class pattern");
        }
        let register = self.push_expr(class)?;
        let names = keyword
            .iter()
            .map(|(name, _)| Const::str(self.mangled(*name)));
        let names = self.emitter.constant(Const::Tuple(names.collect()))?;
        self.emit(
            span,
            Op::MatchClass {
                positional: Few(positional.len() as u8),
                class: Reg(register),
                subject: Peek(subject),
                names,
            },
        );
        let patterns: Vec<&'t Pattern> = positional
            .iter()
            .chain(keyword.iter().map(|(_, part)| part))
            .collect();
        self.found(span, register, &patterns, matching)
    }

    /// `a | b`: the alternatives capture the same names, into the same registers.
    fn alternatives(
        &mut self,
        span: Span,
        alternatives: &'t [Pattern],
        subject: u16,
        matching: &mut Matching,
    ) -> Fallible {
        let done = self.emitter.label();
        let mut names: Option<Vec<Name>> = None;
        let mut first = self.temps.mark();
        for (at, alternative) in alternatives.iter().enumerate() {
            if at + 1 < alternatives.len() {
                check_reachable(self, alternative)?;
            }
            let next = self.emitter.label();
            let mut inner = Matching::new(next);
            if names.is_none() {
                // Room for what all alternatives capture, known from the first of them.
                let mut found = Vec::new();
                captured(alternative, &mut found);
                first = self.temps.push_many(found.len() as u16)?;
                names = Some(found);
            }
            let names = names.as_ref().expect("just set");
            let mark = self.temps.mark();
            self.pattern(alternative, subject, &mut inner)?;
            let same = inner.captures.len() == names.len()
                && inner.captures.iter().all(|(name, ..)| names.contains(name));
            if !same {
                return wrong(span, "alternative patterns bind different names");
            }
            for &(name, span, register) in &inner.captures {
                let at = names.iter().position(|&other| other == name);
                let to = first + at.expect("the names are the same") as u16;
                self.transfer(span, to, register);
            }
            self.emitter.go(alternative.span, done);
            self.fail(alternative.span, inner.fails, next);
            self.emitter.bind(next);
            self.temps.set(mark);
        }
        let fail = self.on_failure(matching);
        self.emitter.go(span, fail);
        self.emitter.bind(done);
        for (at, name) in names.into_iter().flatten().enumerate() {
            let register = first + at as u16;
            matching.live.push(register);
            self.capture(span, name, register, matching)?;
        }
        Ok(())
    }
}

/// `_` or `*_`.
fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(
        pattern.kind,
        PatternKind::As {
            pattern: None,
            name: None
        } | PatternKind::Star(None)
    )
}

fn captures(pattern: &Pattern, name: Name) -> bool {
    let mut found = Vec::new();
    captured(pattern, &mut found);
    found.contains(&name)
}

/// The names that a pattern captures, each once.
fn captured(pattern: &Pattern, found: &mut Vec<Name>) {
    let mut add = |name: Option<Name>| {
        if let Some(name) = name
            && !found.contains(&name)
        {
            found.push(name);
        }
    };
    match &pattern.kind {
        PatternKind::Value(_) | PatternKind::Singleton(_) => {}
        PatternKind::Star(name) => add(*name),
        PatternKind::As { pattern, name } => {
            add(*name);
            if let Some(inner) = pattern {
                captured(inner, found);
            }
        }
        PatternKind::Sequence(items) | PatternKind::Or(items) => {
            items.iter().for_each(|item| captured(item, found));
        }
        PatternKind::Mapping { items, rest } => {
            add(*rest);
            items.iter().for_each(|(_, item)| captured(item, found));
        }
        PatternKind::Class {
            positional,
            keyword,
            ..
        } => {
            positional.iter().for_each(|item| captured(item, found));
            keyword.iter().for_each(|(_, item)| captured(item, found));
        }
    }
}

/// A pattern that always matches must be the last.
fn check_reachable(generator: &Gen<'_, '_>, pattern: &Pattern) -> Fallible {
    match &pattern.kind {
        PatternKind::As {
            pattern: None,
            name: None,
        } => wrong(
            pattern.span,
            "wildcard makes remaining patterns unreachable",
        ),
        PatternKind::As {
            pattern: None,
            name: Some(name),
        } => {
            let text = generator.text(*name);
            wrong(
                pattern.span,
                format!("name capture '{text}' makes remaining patterns unreachable"),
            )
        }
        PatternKind::As {
            pattern: Some(inner),
            ..
        } => check_reachable(generator, inner),
        PatternKind::Or(items) => match items.last() {
            Some(last) => check_reachable(generator, last),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Whether two constants are the same key of a mapping: numbers of different types may be.
fn same_key(left: &Const, right: &Const) -> bool {
    let number = |value: &Const| match value {
        Const::Bool(value) => Some((f64::from(u8::from(*value)), 0.0)),
        Const::Int(value) => Some((*value as f64, 0.0)),
        Const::Float(value) => Some((*value, 0.0)),
        Const::Imaginary(value) => Some((0.0, *value)),
        _ => None,
    };
    match (number(left), number(right)) {
        (Some(left), Some(right)) => left == right,
        _ => left == right,
    }
}
