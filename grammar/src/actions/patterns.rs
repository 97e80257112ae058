//! Patterns of `match`.

use super::{Builder, Fallible, fail};
use crate::Span;
use crate::ast::{BinaryOp, Constant, Expr, ExprKind, Name, Pattern, PatternKind, UnaryOp};
use crate::error::SyntaxErrorKind;

/// An item of a class pattern, with its name if it has one.
type ClassItem = (Option<(Name, Span)>, Pattern);

fn pattern(l: u32, r: u32, kind: PatternKind) -> Box<Pattern> {
    Box::new(Pattern {
        span: Span::new(l, r),
        kind,
    })
}

fn is_imaginary(e: &Expr) -> bool {
    match &e.kind {
        ExprKind::Unary {
            op: UnaryOp::Minus,
            operand,
        } => is_imaginary(operand),
        ExprKind::Constant(Constant::Imaginary(_)) => true,
        _ => false,
    }
}

impl Builder<'_> {
    /// `name`, or none for `_`.
    fn binding_name(&self, name: Name) -> Option<Name> {
        (self.names.get(name) != "_").then_some(name)
    }

    pub(crate) fn capture_pattern(&self, (name, span): (Name, Span)) -> Box<Pattern> {
        let name = self.binding_name(name);
        pattern(
            span.start,
            span.end,
            PatternKind::As {
                pattern: None,
                name,
            },
        )
    }

    pub(crate) fn star_pattern(&self, l: u32, name: (Name, Span), r: u32) -> Box<Pattern> {
        pattern(l, r, PatternKind::Star(self.binding_name(name.0)))
    }

    pub(crate) fn as_pattern(
        &self,
        l: u32,
        inner: Box<Pattern>,
        (name, name_span): (Name, Span),
        r: u32,
    ) -> Fallible<Box<Pattern>> {
        let name = self.binding_name(name);
        if name.is_none() {
            return fail(SyntaxErrorKind::PatternWildcardAs, name_span);
        }
        Ok(pattern(
            l,
            r,
            PatternKind::As {
                pattern: Some(inner),
                name,
            },
        ))
    }

    pub(crate) fn or_pattern(&self, l: u32, items: Vec<Pattern>, r: u32) -> Box<Pattern> {
        pattern(l, r, PatternKind::Or(items))
    }

    /// A literal, compared with `==`, or with `is` if there is only one such object.
    pub(crate) fn literal_pattern(&self, e: Expr) -> Fallible<Box<Pattern>> {
        let (l, r) = (e.span.start, e.span.end);
        if matches!(e.kind, ExprKind::FString(_)) {
            self.later(SyntaxErrorKind::PatternLiteral, e.span);
        }
        match e.kind {
            ExprKind::Constant(Constant::None | Constant::Bool(_)) => {
                Ok(pattern(l, r, PatternKind::Singleton(Box::new(e))))
            }
            _ => Ok(pattern(l, r, PatternKind::Value(Box::new(e)))),
        }
    }

    pub(crate) fn value_pattern(&self, e: Expr) -> Box<Pattern> {
        pattern(e.span.start, e.span.end, PatternKind::Value(Box::new(e)))
    }

    /// `1 + 2j`.
    pub(crate) fn complex_pattern(
        &self,
        l: u32,
        real: Expr,
        op: BinaryOp,
        op_span: Span,
        imaginary: Expr,
        r: u32,
    ) -> Fallible<Expr> {
        if is_imaginary(&real) {
            return fail(SyntaxErrorKind::PatternReal, real.span);
        }
        if !is_imaginary(&imaginary) {
            return fail(SyntaxErrorKind::PatternImaginary, imaginary.span);
        }
        self.binary(l, real, op, op_span, imaginary, r)
    }

    pub(crate) fn empty_sequence_pattern(&self, l: u32, r: u32) -> Box<Pattern> {
        pattern(l, r, PatternKind::Sequence(Vec::new()))
    }

    pub(crate) fn sequence_pattern(&self, l: u32, items: Vec<Pattern>, r: u32) -> Box<Pattern> {
        let mut stars = items
            .iter()
            .filter(|p| matches!(p.kind, PatternKind::Star(_)));
        if let (Some(_), Some(second)) = (stars.next(), stars.next()) {
            self.later(SyntaxErrorKind::OnePatternStar, second.span);
        }
        pattern(l, r, PatternKind::Sequence(items))
    }

    pub(crate) fn empty_mapping_pattern(&self, l: u32, r: u32) -> Box<Pattern> {
        pattern(
            l,
            r,
            PatternKind::Mapping {
                items: Vec::new(),
                rest: None,
            },
        )
    }

    /// `{key: pattern, **rest}`; an item without a key is the rest.
    pub(crate) fn mapping_pattern(
        &self,
        l: u32,
        parts: Vec<Box<(Option<Expr>, Pattern)>>,
        r: u32,
    ) -> Fallible<Box<Pattern>> {
        let mut items = Vec::with_capacity(parts.len());
        let mut rest = None;
        for part in parts {
            if rest.is_some() {
                return fail(SyntaxErrorKind::PatternRestLast, part.1.span);
            }
            match *part {
                (Some(key), p) => items.push((key, p)),
                (
                    None,
                    Pattern {
                        kind: PatternKind::Star(Some(name)),
                        ..
                    },
                ) => rest = Some(name),
                (None, p) => return fail(SyntaxErrorKind::InvalidSyntax, p.span),
            }
        }
        Ok(pattern(l, r, PatternKind::Mapping { items, rest }))
    }

    /// `Class(pattern, name=pattern)`.
    pub(crate) fn class_pattern(
        &self,
        l: u32,
        class: Expr,
        parts: Vec<Box<ClassItem>>,
        r: u32,
    ) -> Fallible<Box<Pattern>> {
        let mut positional = Vec::new();
        let mut keyword: Vec<(Name, Pattern)> = Vec::new();
        let mut misplaced: Option<Span> = None;
        for part in parts {
            match *part {
                (Some((name, _)), p) if misplaced.is_none() => {
                    keyword.push((name, p));
                }
                (None, p) if !keyword.is_empty() => {
                    misplaced = misplaced.or(Some(p.span)).map(|s| s.to(p.span))
                }
                (None, p) => positional.push(p),
                (Some(_), _) => break,
            }
        }
        if let Some(span) = misplaced {
            return fail(SyntaxErrorKind::PatternPositionAfterKeyword, span);
        }
        let class = Box::new(class);
        Ok(pattern(
            l,
            r,
            PatternKind::Class {
                class,
                positional,
                keyword,
            },
        ))
    }
}
