//! Expressions and patterns as text.

use std::fmt::Write;

use super::Writer;
use crate::Span;
use crate::ast::{
    BinaryOp, BoolOp, Clause, CompareOp, Constant, Conversion, DictItem, Expr, ExprKind,
    FStringPart, Pattern, PatternKind, UnaryOp,
};

impl Writer<'_> {
    fn patterns(&mut self, items: &[Pattern]) {
        for p in items {
            self.put(" ");
            self.pattern(p);
        }
    }

    pub(super) fn pattern(&mut self, p: &Pattern) {
        let span = p.span;
        match &p.kind {
            PatternKind::Value(e) => {
                self.open("value", span);
                self.sep(e);
            }
            PatternKind::Singleton(e) => {
                self.open("is", span);
                self.sep(e);
            }
            PatternKind::Sequence(items) => {
                self.open("sequence", span);
                self.patterns(items);
            }
            PatternKind::Mapping { items, rest } => {
                self.open("mapping", span);
                for (key, p) in items {
                    self.sep(key);
                    self.put(" ");
                    self.pattern(p);
                }
                if let Some(rest) = rest {
                    self.put(" **");
                    self.name(*rest);
                }
            }
            PatternKind::Class {
                class,
                positional,
                keyword,
            } => {
                self.open("class", span);
                self.sep(class);
                self.patterns(positional);
                for (name, p) in keyword {
                    self.sep_name(*name);
                    self.put("=");
                    self.pattern(p);
                }
            }
            PatternKind::Star(name) => {
                self.open("star", span);
                if let Some(name) = name {
                    self.sep_name(*name);
                }
            }
            PatternKind::As { pattern, name } => {
                self.open("as", span);
                if let Some(p) = pattern {
                    self.put(" ");
                    self.pattern(p);
                }
                if let Some(name) = name {
                    self.sep_name(*name);
                }
            }
            PatternKind::Or(items) => {
                self.open("or", span);
                self.patterns(items);
            }
        }
        self.put(")");
    }

    pub(super) fn expr(&mut self, e: &Expr) {
        let span = e.span;
        match &e.kind {
            ExprKind::Constant(c) => return self.constant(c, span),
            ExprKind::Name(name) => {
                self.name(*name);
                return self.span(span);
            }
            ExprKind::FString(parts) => {
                self.open("fstring", span);
                self.parts(parts);
            }
            ExprKind::Tuple(items) => {
                self.open("tuple", span);
                self.all(items);
            }
            ExprKind::List(items) => {
                self.open("list", span);
                self.all(items);
            }
            ExprKind::Set(items) => {
                self.open("set", span);
                self.all(items);
            }
            ExprKind::Dict(items) => {
                self.open("dict", span);
                for item in items {
                    match item {
                        DictItem::Pair(key, value) => {
                            self.sep(key);
                            self.put(":");
                            self.expr(value);
                        }
                        DictItem::Unpack(e) => {
                            self.put(" **");
                            self.expr(e);
                        }
                    }
                }
            }
            ExprKind::Unary { op, operand } => {
                self.open(unary_op(*op), span);
                self.sep(operand);
            }
            ExprKind::Binary {
                op, left, right, ..
            } => {
                self.open(binary_op(*op), span);
                self.sep(left);
                self.sep(right);
            }
            ExprKind::Bool { op, values } => {
                self.open(if *op == BoolOp::And { "and" } else { "or" }, span);
                self.all(values);
            }
            ExprKind::Compare { left, rest } => {
                self.open("compare", span);
                self.sep(left);
                for (op, right) in rest {
                    self.put(" ");
                    self.put(compare_op(*op));
                    self.sep(right);
                }
            }
            ExprKind::Conditional { test, body, orelse } => {
                self.open("conditional", span);
                self.sep(test);
                self.sep(body);
                self.sep(orelse);
            }
            ExprKind::Lambda { params, body } => {
                self.open("lambda", span);
                self.params(params);
                self.sep(body);
            }
            ExprKind::Named {
                target,
                target_span,
                value,
            } => {
                self.open(":=", span);
                self.sep_name(*target);
                self.span(*target_span);
                self.sep(value);
            }
            ExprKind::ListComp { element, clauses } => {
                self.open("list-comp", span);
                self.sep(element);
                self.clauses(clauses);
            }
            ExprKind::SetComp { element, clauses } => {
                self.open("set-comp", span);
                self.sep(element);
                self.clauses(clauses);
            }
            ExprKind::DictComp {
                key,
                value,
                clauses,
            } => {
                self.open("dict-comp", span);
                self.sep(key);
                self.sep(value);
                self.clauses(clauses);
            }
            ExprKind::Generator { element, clauses } => {
                self.open("generator", span);
                self.sep(element);
                self.clauses(clauses);
            }
            ExprKind::Await(e) => {
                self.open("await", span);
                self.sep(e);
            }
            ExprKind::Yield(e) => {
                self.open("yield", span);
                self.maybe(e.as_deref());
            }
            ExprKind::YieldFrom(e) => {
                self.open("yield-from", span);
                self.sep(e);
            }
            ExprKind::Call { func, args } => {
                self.open("call", span);
                self.sep(func);
                self.arguments(args);
            }
            ExprKind::Attribute { value, name, .. } => {
                self.open(".", span);
                self.sep(value);
                self.sep_name(*name);
            }
            ExprKind::Subscript { value, index } => {
                self.open("subscript", span);
                self.sep(value);
                self.sep(index);
            }
            ExprKind::Slice { lower, upper, step } => {
                self.open("slice", span);
                self.maybe(lower.as_deref());
                self.maybe(upper.as_deref());
                self.maybe(step.as_deref());
            }
            ExprKind::Starred(e) => {
                self.open("*", span);
                self.sep(e);
            }
        }
        self.put(")");
    }

    fn constant(&mut self, constant: &Constant, span: Span) {
        let written = match constant {
            Constant::None => write!(self.out, "None"),
            Constant::Ellipsis => write!(self.out, "..."),
            Constant::Bool(true) => write!(self.out, "True"),
            Constant::Bool(false) => write!(self.out, "False"),
            Constant::Int(n) => write!(self.out, "{n}"),
            Constant::BigInt { radix, digits } => write!(self.out, "{radix}#{digits}"),
            Constant::Float(x) => write!(self.out, "{x:?}"),
            Constant::Imaginary(x) => write!(self.out, "{x:?}j"),
            Constant::Str(text) => {
                self.text(text);
                Ok(())
            }
            Constant::Bytes(bytes) => {
                self.put("b");
                let text: String = bytes.iter().map(|&b| char::from(b)).collect();
                self.text(&text);
                Ok(())
            }
        };
        written.expect("a String takes all text");
        self.span(span);
    }

    fn parts(&mut self, parts: &[FStringPart]) {
        for part in parts {
            self.put(" ");
            match part {
                FStringPart::Literal(text) => self.text(text),
                FStringPart::Field {
                    value,
                    conversion,
                    spec,
                    ..
                } => {
                    self.put("{");
                    self.expr(value);
                    self.put(match conversion {
                        Conversion::None => "",
                        Conversion::Str => "!s",
                        Conversion::Repr => "!r",
                        Conversion::Ascii => "!a",
                    });
                    if let Some(spec) = spec {
                        self.put(":");
                        self.parts(spec);
                    }
                    self.put("}");
                }
            }
        }
    }

    fn clauses(&mut self, clauses: &[Clause]) {
        for clause in clauses {
            self.put(if clause.is_async {
                " (async-for"
            } else {
                " (for"
            });
            self.sep(&clause.target);
            self.sep(&clause.iter);
            self.all(&clause.conditions);
            self.put(")");
        }
    }
}

fn unary_op(op: UnaryOp) -> &'static str {
    match op {
        UnaryOp::Minus => "neg",
        UnaryOp::Plus => "pos",
        UnaryOp::Invert => "~",
        UnaryOp::Not => "not",
    }
}

pub(super) fn binary_op(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::FloorDiv => "//",
        BinaryOp::Mod => "%",
        BinaryOp::Pow => "**",
        BinaryOp::MatMul => "@",
        BinaryOp::LShift => "<<",
        BinaryOp::RShift => ">>",
        BinaryOp::BitAnd => "&",
        BinaryOp::BitOr => "|",
        BinaryOp::BitXor => "^",
    }
}

fn compare_op(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Lt => "<",
        CompareOp::Le => "<=",
        CompareOp::Eq => "==",
        CompareOp::Ne => "!=",
        CompareOp::Gt => ">",
        CompareOp::Ge => ">=",
        CompareOp::Is => "is",
        CompareOp::IsNot => "is-not",
        CompareOp::In => "in",
        CompareOp::NotIn => "not-in",
    }
}
