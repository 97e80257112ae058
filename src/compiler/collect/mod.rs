//! The first walk over the tree: what every scope binds, uses and contains.

mod expr;
mod suspend;

use std::collections::HashMap;

use hoopsnake_grammar::ast::{
    Expr, ExprKind, Function, Name, Params, Pattern, PatternKind, Stmt, StmtKind, Tree, TypeParam,
};
use hoopsnake_grammar::{Span, SyntaxError};

use super::Options;
use super::error::{Fallible, wrong};
use super::name::Words;
use super::order;
use super::scope::{
    ANNOTATED, BOUND, GLOBAL, ITERATION, NONLOCAL, PARAM, Scope, ScopeId, ScopeKind, Scopes,
    Symbol, USED,
};

/// Finds every scope of the tree and the meaning of every name.
pub(super) fn analyse<'t>(tree: &'t Tree, options: &Options) -> Fallible<Scopes<'t>> {
    let mut words = Words::new(&tree.names);
    let class_name = words.intern("__class__");
    let mut collector = Collector {
        scopes: Scopes {
            list: Vec::new(),
            by_node: HashMap::new(),
            words,
            future_annotations: super::import_::future_annotations(tree),
            class_name,
            late: Vec::new(),
        },
        current: ScopeId(0),
        iterable_depth: 0,
        top_level_await: options.top_level_await,
    };
    let module = Scope::new(ScopeKind::Module, ScopeId(0), None, None);
    collector.scopes.list.push(module);
    collector.scopes.list[0].has_namespace = options.namespace;
    let walked = collector.body(&tree.body);
    order::names(tree, walked)?;
    collector.scopes.resolve()?;
    Ok(collector.scopes)
}

struct Collector<'t> {
    scopes: Scopes<'t>,
    current: ScopeId,
    /// How many iterable expressions of comprehensions we are in.
    iterable_depth: u32,
    top_level_await: bool,
}

impl<'t> Collector<'t> {
    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes.list[self.current.0 as usize]
    }

    fn host(&mut self) -> &mut Scope {
        let host = self.scope().host;
        &mut self.scopes.list[host.0 as usize]
    }

    fn mangled(&mut self, name: Name) -> Name {
        let private = self.scope().private;
        self.scopes.words.mangled(private, name)
    }

    /// Notes an error that CPython finds when it makes code.
    pub(super) fn later(&mut self, span: Span, message: impl Into<String>) {
        self.scopes
            .late
            .push(SyntaxError::new(message.into(), span));
    }

    fn note(&mut self, name: Name, span: Span, flags: u8) {
        let name = self.mangled(name);
        self.note_in(self.current, name, span, flags);
    }

    fn note_in(&mut self, id: ScopeId, name: Name, span: Span, flags: u8) {
        let scope = &mut self.scopes.list[id.0 as usize];
        match scope.symbols.get_mut(&name) {
            Some(symbol) => symbol.flags |= flags,
            None => {
                scope.symbols.insert(name, Symbol { flags, span });
                scope.order.push(name);
            }
        }
    }

    fn bind(&mut self, name: Name, span: Span) -> Fallible {
        if self.scopes.words.get(name) == "__debug__" {
            self.later(span, "cannot assign to __debug__");
        }
        self.note(name, span, BOUND);
        Ok(())
    }

    /// Opens a scope inside the current one.
    fn open(&mut self, kind: ScopeKind, private: Option<Name>) -> ScopeId {
        let id = ScopeId(self.scopes.list.len() as u32);
        let parent = self.current;
        let mut scope = Scope::new(kind, id, Some(parent), private);
        match kind {
            ScopeKind::Class => scope.has_namespace = true,
            ScopeKind::Annotations => scope.has_namespace = self.host().has_namespace,
            ScopeKind::Comprehension | ScopeKind::TypeParams => {
                scope.host = self.scope().host;
                self.host().comprehensions.push(id);
            }
            _ => {}
        }
        self.scopes.list.push(scope);
        id
    }

    fn inside(&mut self, id: ScopeId, visit: impl FnOnce(&mut Self) -> Fallible) -> Fallible {
        let outer = std::mem::replace(&mut self.current, id);
        let result = visit(self);
        self.current = outer;
        result
    }

    fn body(&mut self, body: &'t [Stmt]) -> Fallible {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, stmt: &'t Stmt) -> Fallible {
        match &stmt.kind {
            StmtKind::Expr(value) => self.expr(value),
            StmtKind::Assign { targets, value } => {
                self.expr(value)?;
                targets.iter().try_for_each(|target| self.target(target))
            }
            StmtKind::AugAssign { target, value, .. } => {
                if let ExprKind::Name(name) = target.kind {
                    self.note(name, target.span, USED);
                }
                self.target(target)?;
                self.expr(value)
            }
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => self.annotated(target, annotation, value.as_ref(), *simple),
            StmtKind::Return(value) => value.iter().try_for_each(|value| self.expr(value)),
            StmtKind::Delete(targets) => {
                self.host().has_unbind = true;
                targets.iter().try_for_each(|target| self.target(target))
            }
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
            StmtKind::Raise { exc, cause } => exc
                .iter()
                .chain(cause)
                .try_for_each(|value| self.expr(value)),
            StmtKind::Global(names) => names
                .iter()
                .try_for_each(|&(name, _)| self.declare(name, stmt.span, GLOBAL)),
            StmtKind::Nonlocal(names) => names
                .iter()
                .try_for_each(|&(name, _)| self.declare(name, stmt.span, NONLOCAL)),
            StmtKind::Assert { test, message } => {
                self.expr(test)?;
                message.iter().try_for_each(|value| self.expr(value))
            }
            StmtKind::Import(aliases) => aliases.iter().try_for_each(|alias| {
                let name = alias.asname.unwrap_or_else(|| {
                    let text = self.scopes.words.get(alias.name);
                    let first = text.split('.').next().unwrap_or(text).to_owned();
                    self.scopes.words.intern(&first)
                });
                self.bind(name, alias.span)
            }),
            StmtKind::ImportFrom { names, .. } => {
                if names.is_empty() && self.scope().kind != ScopeKind::Module {
                    let star = Span::new(stmt.span.end - 1, stmt.span.end);
                    return wrong(star, "import * only allowed at module level");
                }
                names
                    .iter()
                    .try_for_each(|alias| self.bind(alias.asname.unwrap_or(alias.name), alias.span))
            }
            StmtKind::If { branches, orelse } => {
                for (test, body) in branches {
                    self.expr(test)?;
                    self.body(body)?;
                }
                self.body(orelse)
            }
            StmtKind::While { test, body, orelse } => {
                self.expr(test)?;
                self.body(body)?;
                self.body(orelse)
            }
            StmtKind::For {
                is_async,
                target,
                iter,
                body,
                orelse,
            } => {
                if *is_async {
                    self.asynchronous(stmt.span, "async for")?;
                }
                self.target(target)?;
                self.expr(iter)?;
                self.body(body)?;
                self.body(orelse)
            }
            StmtKind::With {
                is_async,
                items,
                body,
            } => {
                if *is_async {
                    self.asynchronous(stmt.span, "async with")?;
                }
                for item in items {
                    self.expr(&item.context)?;
                    if let Some(target) = &item.target {
                        self.target(target)?;
                    }
                }
                self.body(body)
            }
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                ..
            } => {
                self.body(body)?;
                self.body(orelse)?;
                for handler in handlers {
                    if let Some(type_) = &handler.type_ {
                        self.expr(type_)?;
                    }
                    if let Some(name) = handler.name {
                        self.host().has_unbind = true;
                        self.bind(name, handler.span)?;
                    }
                    self.body(&handler.body)?;
                }
                self.body(finalbody)
            }
            StmtKind::Function(function) => self.function(function),
            StmtKind::Class(class) => {
                self.bind(class.name, class.name_span)?;
                class
                    .decorators
                    .iter()
                    .try_for_each(|value| self.expr(value))?;
                self.generic(&class.type_params, |inner| {
                    inner.arguments(&class.arguments)?;
                    let id = inner.open(ScopeKind::Class, Some(class.name));
                    let node = std::ptr::from_ref(&**class).addr();
                    inner.scopes.by_node.insert(node, id);
                    inner.inside(id, |inner| inner.body(&class.body))
                })
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject)?;
                cases.iter().try_for_each(|case| {
                    self.pattern(&case.pattern)?;
                    case.guard.iter().try_for_each(|guard| self.expr(guard))?;
                    self.body(&case.body)
                })
            }
            StmtKind::TypeAlias {
                name,
                name_span,
                type_params,
                value,
            } => {
                self.bind(*name, *name_span)?;
                self.generic(type_params, |inner| inner.lazy(value, "a type alias"))
            }
        }
    }

    /// Visits a definition inside the scope of its type parameters, if it has any.
    fn generic(
        &mut self,
        params: &'t [TypeParam],
        visit: impl FnOnce(&mut Self) -> Fallible,
    ) -> Fallible {
        if params.is_empty() {
            return visit(self);
        }
        let private = self.scope().private;
        let id = self.open(ScopeKind::TypeParams, private);
        self.scopes.by_node.insert(params.as_ptr().addr(), id);
        self.inside(id, |inner| {
            for param in params {
                inner.bind(param.name, param.span)?;
            }
            for param in params {
                if let Some(bound) = &param.bound {
                    inner.lazy(bound, "a TypeVar bound")?;
                }
            }
            visit(inner)
        })
    }

    /// An expression that is evaluated when somebody asks. Its scope is noted beside its address, which a scope of the
    /// expression itself may have.
    fn lazy(&mut self, value: &'t Expr, what: &'static str) -> Fallible {
        let private = self.scope().private;
        let id = self.open(ScopeKind::Annotations, private);
        let address = std::ptr::from_ref(value).addr() + 1;
        self.scopes.by_node.insert(address, id);
        self.scopes.list[id.0 as usize].what = what;
        self.inside(id, |inner| inner.expr(value))
    }

    fn pattern(&mut self, pattern: &'t Pattern) -> Fallible {
        let span = pattern.span;
        match &pattern.kind {
            PatternKind::Value(value) | PatternKind::Singleton(value) => self.expr(value),
            PatternKind::Sequence(items) | PatternKind::Or(items) => {
                items.iter().try_for_each(|item| self.pattern(item))
            }
            PatternKind::Mapping { items, rest } => {
                for (key, value) in items {
                    self.expr(key)?;
                    self.pattern(value)?;
                }
                rest.iter().try_for_each(|&name| self.bind(name, span))
            }
            PatternKind::Class {
                class,
                positional,
                keyword,
            } => {
                self.expr(class)?;
                positional.iter().try_for_each(|item| self.pattern(item))?;
                keyword.iter().try_for_each(|(_, item)| self.pattern(item))
            }
            PatternKind::Star(name) => name.iter().try_for_each(|&name| self.bind(name, span)),
            PatternKind::As { pattern, name } => {
                pattern.iter().try_for_each(|inner| self.pattern(inner))?;
                name.iter().try_for_each(|&name| self.bind(name, span))
            }
        }
    }

    fn annotated(
        &mut self,
        target: &'t Expr,
        annotation: &'t Expr,
        value: Option<&'t Expr>,
        simple: bool,
    ) -> Fallible {
        if let ExprKind::Name(name) = target.kind
            && simple
        {
            let mangled = self.mangled(name);
            let flags = self.scope().symbols.get(&mangled).map_or(0, |s| s.flags);
            if flags & (GLOBAL | NONLOCAL) != 0 && self.scope().kind != ScopeKind::Module {
                let kind = if flags & GLOBAL != 0 {
                    "global"
                } else {
                    "nonlocal"
                };
                let text = self.scopes.words.get(name);
                return wrong(
                    target.span,
                    format!("annotated name '{text}' can't be {kind}"),
                );
            }
            self.bind(name, target.span)?;
            self.note(name, target.span, ANNOTATED);
        } else {
            self.target(target)?;
        }
        let kind = self.scope().kind;
        if simple && matches!(kind, ScopeKind::Module | ScopeKind::Class) {
            let id = match self.scope().annotations {
                Some(id) => id,
                None => {
                    let private = self.scope().private;
                    let id = self.open(ScopeKind::Annotations, private);
                    self.scope().annotations = Some(id);
                    id
                }
            };
            // As text they use no names.
            if !self.scopes.future_annotations {
                self.inside(id, |inner| inner.expr(annotation))?;
            }
        }
        value.into_iter().try_for_each(|value| self.expr(value))
    }

    fn declare(&mut self, name: Name, span: Span, kind: u8) -> Fallible {
        let word = if kind == GLOBAL { "global" } else { "nonlocal" };
        let name = self.mangled(name);
        let flags = self.scope().symbols.get(&name).map_or(0, |s| s.flags);
        let text = self.scopes.words.get(name);
        if flags & PARAM != 0 {
            return wrong(span, format!("name '{text}' is parameter and {word}"));
        }
        if flags & (GLOBAL | NONLOCAL) != 0 && flags & kind == 0 {
            return wrong(span, format!("name '{text}' is nonlocal and global"));
        }
        if flags & (USED | ANNOTATED | BOUND) != 0 {
            return wrong(
                span,
                if flags & USED != 0 {
                    format!("name '{text}' is used prior to {word} declaration")
                } else if flags & ANNOTATED != 0 {
                    format!("annotated name '{text}' can't be {word}")
                } else {
                    format!("name '{text}' is assigned to before {word} declaration")
                },
            );
        }
        self.note_in(self.current, name, span, kind);
        if kind == GLOBAL && self.scopes.list[0].has_namespace {
            // Code that runs with a namespace of its own puts what any function of it calls global among the globals.
            self.note_in(ScopeId(0), name, span, GLOBAL);
        }
        Ok(())
    }

    fn function(&mut self, function: &'t Function) -> Fallible {
        self.bind(function.name, function.name_span)?;
        self.defaults(&function.params)?;
        function
            .decorators
            .iter()
            .try_for_each(|value| self.expr(value))?;
        self.generic(&function.type_params, |inner| {
            inner.function_scope(function)
        })
    }

    /// The annotations of a function and its body.
    fn function_scope(&mut self, function: &'t Function) -> Fallible {
        let annotations: Vec<&Expr> = every_param(&function.params)
            .filter_map(|param| param.annotation.as_ref())
            .chain(&function.returns)
            .collect();
        let mut annotation_scope = None;
        if !annotations.is_empty() {
            let private = self.scope().private;
            let id = self.open(ScopeKind::Annotations, private);
            annotation_scope = Some(id);
            if !self.scopes.future_annotations {
                self.inside(id, |inner| {
                    annotations.into_iter().try_for_each(|it| inner.expr(it))
                })?;
            }
        }
        let private = self.scope().private;
        let id = self.open(ScopeKind::Function, private);
        self.scopes
            .by_node
            .insert(std::ptr::from_ref(function).addr(), id);
        self.inside(id, |inner| {
            inner.scope().is_async = function.is_async;
            inner.scope().annotations = annotation_scope;
            inner.params(&function.params)?;
            inner.body(&function.body)
        })
    }

    fn defaults(&mut self, params: &'t Params) -> Fallible {
        params
            .positional_only
            .iter()
            .chain(&params.positional)
            .chain(&params.keyword_only)
            .filter_map(|param| param.default.as_ref())
            .try_for_each(|value| self.expr(value))
    }

    fn params(&mut self, params: &'t Params) -> Fallible {
        for param in every_param(params) {
            self.bind(param.name, param.span)?;
            self.note(param.name, param.span, PARAM);
        }
        let count = params.positional_only.len() + params.positional.len();
        self.scope().n_positional = count.min(usize::from(u16::MAX)) as u16;
        Ok(())
    }

    fn target(&mut self, target: &'t Expr) -> Fallible {
        match &target.kind {
            ExprKind::Name(name) => {
                self.bind(*name, target.span)?;
                if self.scope().kind == ScopeKind::Comprehension
                    || self.scope().kind == ScopeKind::Generator
                {
                    self.note(*name, target.span, ITERATION);
                }
                Ok(())
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                items.iter().try_for_each(|item| self.target(item))
            }
            ExprKind::Starred(inner) => self.target(inner),
            ExprKind::Attribute { value, name, .. } => {
                if self.scopes.words.get(*name) == "__debug__" {
                    self.later(target.span, "cannot assign to __debug__");
                }
                self.expr(value)
            }
            _ => self.expr(target),
        }
    }
}

/// The parameters in the order of their registers.
pub(super) fn every_param(params: &Params) -> impl Iterator<Item = &hoopsnake_grammar::ast::Param> {
    params
        .positional_only
        .iter()
        .chain(&params.positional)
        .chain(&params.keyword_only)
        .chain(&params.star)
        .chain(&params.double_star)
}
