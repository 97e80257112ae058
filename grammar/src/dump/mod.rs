//! Tree to s-expression text, for snapshots: a statement a line, blocks indented.

mod expressions;

use std::fmt::Write;

use expressions::binary_op;

use crate::Span;
use crate::ast::{
    Alias, Argument, Expr, Name, Names, Param, Params, Stmt, StmtKind, Tree, TypeParam,
    TypeParamKind,
};

/// The tree as text, without positions.
#[must_use]
pub fn dump(tree: &Tree) -> String {
    write_tree(tree, false)
}

/// The tree as text, with the span of every expression, pattern and statement in bytes.
#[must_use]
pub fn dump_with_spans(tree: &Tree) -> String {
    write_tree(tree, true)
}

fn write_tree(tree: &Tree, spans: bool) -> String {
    let mut writer = Writer {
        names: &tree.names,
        spans,
        out: String::new(),
        level: 0,
    };
    for stmt in &tree.body {
        writer.stmt(stmt);
    }
    writer.out
}

struct Writer<'t> {
    names: &'t Names,
    spans: bool,
    out: String,
    level: usize,
}

impl Writer<'_> {
    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn name(&mut self, name: Name) {
        self.out.push_str(self.names.get(name));
    }

    fn sep_name(&mut self, name: Name) {
        self.put(" ");
        self.name(name);
    }

    /// `(head`, and the span if it is wanted.
    fn open(&mut self, head: &str, span: Span) {
        self.put("(");
        self.put(head);
        self.span(span);
    }

    fn span(&mut self, span: Span) {
        if self.spans {
            write!(self.out, "@{}-{}", span.start, span.end).expect("a String takes all text");
        }
    }

    fn text(&mut self, text: &str) {
        self.put("\"");
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.out.push('\\');
                    self.out.push(c);
                }
                '\n' => self.put("\\n"),
                ' '..='~' => self.out.push(c),
                _ => write!(self.out, "\\u{{{:x}}}", u32::from(c)).expect("a String takes all"),
            }
        }
        self.put("\"");
    }

    fn sep(&mut self, e: &Expr) {
        self.put(" ");
        self.expr(e);
    }

    fn all(&mut self, items: &[Expr]) {
        for e in items {
            self.sep(e);
        }
    }

    fn maybe(&mut self, e: Option<&Expr>) {
        match e {
            Some(e) => self.sep(e),
            None => self.put(" -"),
        }
    }

    // ---- Statements ----

    fn line(&mut self) {
        for _ in 0..self.level {
            self.put("  ");
        }
    }

    fn block(&mut self, head: &str, body: &[Stmt]) {
        if body.is_empty() {
            return;
        }
        self.line();
        self.put(head);
        self.put(":\n");
        self.body(body);
    }

    fn body(&mut self, body: &[Stmt]) {
        self.level += 1;
        for stmt in body {
            self.stmt(stmt);
        }
        self.level -= 1;
    }

    fn stmt(&mut self, stmt: &Stmt) {
        self.line();
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::Expr(e) => {
                self.open("expr", span);
                self.sep(e);
            }
            StmtKind::Assign { targets, value } => {
                self.open("assign", span);
                self.all(targets);
                self.sep(value);
            }
            StmtKind::AugAssign { target, op, value } => {
                self.open(binary_op(*op), span);
                self.put("=");
                self.sep(target);
                self.sep(value);
            }
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => {
                self.open(
                    if *simple {
                        "annotate"
                    } else {
                        "annotate-complex"
                    },
                    span,
                );
                self.sep(target);
                self.sep(annotation);
                self.maybe(value.as_ref());
            }
            StmtKind::Return(e) => {
                self.open("return", span);
                self.maybe(e.as_ref());
            }
            StmtKind::Delete(targets) => {
                self.open("del", span);
                self.all(targets);
            }
            StmtKind::Pass => self.open("pass", span),
            StmtKind::Break => self.open("break", span),
            StmtKind::Continue => self.open("continue", span),
            StmtKind::Raise { exc, cause } => {
                self.open("raise", span);
                self.maybe(exc.as_ref());
                self.maybe(cause.as_ref());
            }
            StmtKind::Global(names) | StmtKind::Nonlocal(names) => {
                let is_global = matches!(stmt.kind, StmtKind::Global(_));
                self.open(if is_global { "global" } else { "nonlocal" }, span);
                for (name, _) in names {
                    self.sep_name(*name);
                }
            }
            StmtKind::Assert { test, message } => {
                self.open("assert", span);
                self.sep(test);
                self.maybe(message.as_ref());
            }
            StmtKind::Import(names) => {
                self.open("import", span);
                self.aliases(names);
            }
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => {
                self.open("from", span);
                write!(self.out, " {level}").expect("a String takes all text");
                match module {
                    Some(module) => self.sep_name(*module),
                    None => self.put(" -"),
                }
                self.aliases(names);
            }
            StmtKind::TypeAlias {
                name,
                type_params,
                value,
                ..
            } => {
                self.open("type", span);
                self.sep_name(*name);
                self.type_params(type_params);
                self.sep(value);
            }
            _ => return self.compound(stmt),
        }
        self.put(")\n");
    }

    fn aliases(&mut self, names: &[Alias]) {
        for alias in names {
            self.sep_name(alias.name);
            self.span(alias.span);
            if let Some(asname) = alias.asname {
                self.put("=");
                self.name(asname);
            }
        }
    }

    fn compound(&mut self, stmt: &Stmt) {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::If { branches, orelse } => {
                for (i, (test, body)) in branches.iter().enumerate() {
                    if i == 0 {
                        self.open("if", span);
                    } else {
                        self.line();
                        self.put("(elif");
                    }
                    self.sep(test);
                    self.put(")\n");
                    self.body(body);
                }
                self.block("else", orelse);
            }
            StmtKind::While { test, body, orelse } => {
                self.open("while", span);
                self.sep(test);
                self.put(")\n");
                self.body(body);
                self.block("else", orelse);
            }
            StmtKind::For {
                is_async,
                target,
                iter,
                body,
                orelse,
            } => {
                self.open(if *is_async { "async-for" } else { "for" }, span);
                self.sep(target);
                self.sep(iter);
                self.put(")\n");
                self.body(body);
                self.block("else", orelse);
            }
            StmtKind::With {
                is_async,
                items,
                body,
            } => {
                self.open(if *is_async { "async-with" } else { "with" }, span);
                for item in items {
                    self.put(" (item");
                    self.sep(&item.context);
                    self.maybe(item.target.as_ref());
                    self.put(")");
                }
                self.put(")\n");
                self.body(body);
            }
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                is_star,
            } => {
                self.open(if *is_star { "try-star" } else { "try" }, span);
                self.put(")\n");
                self.body(body);
                for handler in handlers {
                    self.line();
                    self.open("except", handler.span);
                    self.maybe(handler.type_.as_ref());
                    match handler.name {
                        Some(name) => self.sep_name(name),
                        None => self.put(" -"),
                    }
                    self.put(")\n");
                    self.body(&handler.body);
                }
                self.block("else", orelse);
                self.block("finally", finalbody);
            }
            StmtKind::Function(f) => {
                self.open(if f.is_async { "async-def" } else { "def" }, span);
                self.sep_name(f.name);
                self.type_params(&f.type_params);
                self.params(&f.params);
                self.maybe(f.returns.as_ref());
                self.decorators(&f.decorators);
                self.body(&f.body);
            }
            StmtKind::Class(c) => {
                self.open("class", span);
                self.sep_name(c.name);
                self.type_params(&c.type_params);
                self.arguments(&c.arguments);
                self.decorators(&c.decorators);
                self.body(&c.body);
            }
            StmtKind::Match { subject, cases } => {
                self.open("match", span);
                self.sep(subject);
                self.put(")\n");
                for case in cases {
                    self.line();
                    self.put("(case ");
                    self.pattern(&case.pattern);
                    self.maybe(case.guard.as_ref());
                    self.put(")\n");
                    self.body(&case.body);
                }
            }
            _ => self.put(")\n"),
        }
    }

    fn decorators(&mut self, decorators: &[Expr]) {
        for e in decorators {
            self.put(" @");
            self.expr(e);
        }
        self.put(")\n");
    }

    fn type_params(&mut self, params: &[TypeParam]) {
        if params.is_empty() {
            return;
        }
        self.put(" [");
        for (i, p) in params.iter().enumerate() {
            if i > 0 {
                self.put(" ");
            }
            self.put(match p.kind {
                TypeParamKind::TypeVar => "",
                TypeParamKind::TypeVarTuple => "*",
                TypeParamKind::ParamSpec => "**",
            });
            self.name(p.name);
            if let Some(bound) = &p.bound {
                self.put(":");
                self.expr(bound);
            }
        }
        self.put("]");
    }

    fn params(&mut self, params: &Params) {
        self.put(" (params");
        for p in &params.positional_only {
            self.param("", p);
        }
        if !params.positional_only.is_empty() {
            self.put(" /");
        }
        for p in &params.positional {
            self.param("", p);
        }
        match &params.star {
            Some(p) => self.param("*", p),
            None if !params.keyword_only.is_empty() => self.put(" *"),
            None => {}
        }
        for p in &params.keyword_only {
            self.param("", p);
        }
        if let Some(p) = &params.double_star {
            self.param("**", p);
        }
        self.put(")");
    }

    fn param(&mut self, stars: &str, p: &Param) {
        self.put(" ");
        self.put(stars);
        self.name(p.name);
        if let Some(e) = &p.annotation {
            self.put(":");
            self.expr(e);
        }
        if let Some(e) = &p.default {
            self.put("=");
            self.expr(e);
        }
    }

    fn arguments(&mut self, arguments: &[Argument]) {
        for argument in arguments {
            self.put(" ");
            match argument {
                Argument::Positional(e) => self.expr(e),
                Argument::Star(e) => {
                    self.put("*");
                    self.expr(e);
                }
                Argument::Keyword { name, value, .. } => {
                    self.name(*name);
                    self.put("=");
                    self.expr(value);
                }
                Argument::DoubleStar(e) => {
                    self.put("**");
                    self.expr(e);
                }
            }
        }
    }
}
