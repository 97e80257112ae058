//! Annotations: code that makes their dict when somebody asks.

use std::sync::Arc;

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Expr, ExprKind, Function, Name, Stmt, StmtKind};

use super::error::Fallible;
use super::finish::Spec;
use super::generate::Gen;
use super::scope::ScopeId;
use crate::bytecode::{Code, CodeKind, Const, Dst, Few, Imm, Op, ParamLayout, Peek, Src, Window};

impl<'t> Gen<'_, 't> {
    /// The annotations of a `def` that is made here.
    pub(super) fn function_annotations(
        &mut self,
        span: Span,
        function: &'t Function,
        id: ScopeId,
    ) -> Fallible<Option<Arc<Code>>> {
        let Some(annotations) = self.shared.scopes.get(id).annotations else {
            return Ok(None);
        };
        let params = &function.params;
        let mut items: Vec<(String, &'t Expr)> = params
            .positional_only
            .iter()
            .chain(&params.positional)
            .chain(&params.star)
            .chain(&params.keyword_only)
            .chain(&params.double_star)
            .filter_map(|param| {
                let name = self.mangled(param.name).into_owned();
                Some((name, param.annotation.as_ref()?))
            })
            .collect();
        if let Some(returns) = &function.returns {
            items.push(("return".to_owned(), returns));
        }
        self.annotations(span, annotations, &items).map(Some)
    }

    /// The annotations of the class body or module that is being made here.
    pub(super) fn body_annotations(
        &mut self,
        span: Span,
        body: &'t [Stmt],
    ) -> Fallible<Option<Arc<Code>>> {
        let Some(annotations) = self.host_scope().annotations else {
            return Ok(None);
        };
        let mut found = Vec::new();
        annotated_in(body, &mut found);
        let items: Vec<(String, &'t Expr)> = found
            .into_iter()
            .map(|(name, annotation)| (self.mangled(name).into_owned(), annotation))
            .collect();
        self.annotations(span, annotations, &items).map(Some)
    }

    /// Whether a body has annotations and its text names `__annotations__`: then each is evaluated where it stands.
    pub(super) fn mentions_annotations(&self, span: Option<Span>) -> bool {
        if self.host_scope().annotations.is_none() {
            return false;
        }
        let text = self.shared.source.text();
        let text = span.map_or(&**text, |span| span.of(text));
        text.contains("__annotations__")
    }

    /// `__annotations__ = {}`, in a namespace or among the globals.
    pub(super) fn begin_annotations(&mut self, span: Span) -> Fallible {
        let mark = self.temps.mark();
        let dict = self.temps.push()?;
        self.build_dict(span, dict, 0, 0);
        self.set_body_name(span, "__annotations__", dict)?;
        self.eager_annotations = true;
        self.temps.reset(mark);
        Ok(())
    }

    /// An annotation as text: as it is written, but for the quotes of a string.
    fn annotation_text(&self, annotation: &Expr) -> String {
        let text = annotation.span.of(self.shared.source.text());
        match text
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'))
        {
            Some(inner) if !inner.contains(['"', '\'', '\\']) => format!("'{inner}'"),
            _ => text.to_owned(),
        }
    }

    /// `__annotations__[name] = annotation`, where it stands.
    pub(super) fn annotate_now(&mut self, name: Name, annotation: &'t Expr) -> Fallible {
        let Some(id) = self.host_scope().annotations else {
            return Ok(());
        };
        let span = annotation.span;
        let mark = self.temps.mark();
        let a = if self.shared.scopes.future_annotations {
            let text = self.annotation_text(annotation);
            self.push_const(span, Const::str(text))?
        } else {
            let code = self.lazy_value(span, id, annotation)?;
            let a = self.temps.push()?;
            self.bare_function(span, code, a)?;
            let has_namespace = self.host_scope().has_namespace;
            if has_namespace {
                let namespace = self.temps.push()?;
                self.copy(span, namespace, 0);
            }
            self.emit(
                span,
                Op::Call {
                    n: Few(u8::from(has_namespace)),
                    a: Window(a),
                    dst: Dst(a),
                },
            );
            self.temps.set(a + 1);
            a
        };
        let dict = self.temps.push()?;
        self.load_body_name(span, "__annotations__", dict)?;
        let name = self.mangled(name).into_owned();
        let key = self.push_const(span, Const::str(name))?;
        let (object, key, src) = (Src(dict), Src(key), Src(a));
        self.emit(span, Op::StoreItem { object, key, src });
        self.temps.reset(mark);
        Ok(())
    }

    /// Sets a name of a class body or module that the source does not write.
    pub(super) fn set_body_name(&mut self, span: Span, name: &str, src: u16) -> Fallible {
        if self.host_scope().has_namespace {
            return self.set_class_name(span, name, src);
        }
        let (global, src) = (self.emitter.global(name)?, Src(src));
        self.emit(span, Op::StoreGlobal { global, src });
        Ok(())
    }

    fn load_body_name(&mut self, span: Span, name: &str, dst: u16) -> Fallible {
        let (global, dst) = (self.emitter.global(name)?, Dst(dst));
        let op = if self.host_scope().has_namespace {
            Op::LoadName { dst, global }
        } else {
            Op::LoadGlobal { dst, global }
        };
        self.emit(span, op);
        Ok(())
    }

    /// Code that gives the value of an expression when it is called.
    pub(super) fn lazy_value(
        &mut self,
        span: Span,
        id: ScopeId,
        value: &'t Expr,
    ) -> Fallible<Arc<Code>> {
        let spec = self.lazy_spec(span, id);
        Gen::make(self.shared, spec, &|inner| {
            let src = inner.annotation(value)?;
            inner.return_register(span, src);
            Ok(())
        })
    }

    /// What is common to all code that makes annotations and the like.
    fn lazy_spec(&self, span: Span, id: ScopeId) -> Spec {
        let scopes = self.shared.scopes;
        let has_namespace = scopes.get(id).has_namespace;
        Spec {
            id,
            kind: if has_namespace {
                CodeKind::Class
            } else {
                CodeKind::Function
            },
            name: "__annotate__".into(),
            qualname: self.qualified("__annotate__"),
            span,
            params: ParamLayout {
                positional: u16::from(has_namespace),
                positional_only: u16::from(has_namespace),
                ..ParamLayout::default()
            },
            captures: scopes.capture_registers(id, self.scope),
            ..Spec::default()
        }
    }

    fn annotations(
        &mut self,
        span: Span,
        id: ScopeId,
        items: &[(String, &'t Expr)],
    ) -> Fallible<Arc<Code>> {
        let as_text = self.shared.scopes.future_annotations;
        let spec = self.lazy_spec(span, id);
        Gen::make(self.shared, spec, &|inner| {
            let dict = inner.temps.push()?;
            inner.build_dict(span, dict, 0, 0);
            for (name, annotation) in items {
                let mark = inner.temps.mark();
                let key = inner.push_const(annotation.span, Const::str(name.as_str()))?;
                let src = if as_text {
                    let text = inner.annotation_text(annotation);
                    inner.push_const(annotation.span, Const::str(text))?
                } else {
                    inner.annotation(annotation)?
                };
                inner.emit(
                    annotation.span,
                    Op::DictSet {
                        dict: Peek(dict),
                        key: Src(key),
                        src: Src(src),
                    },
                );
                inner.temps.reset(mark);
            }
            inner.return_register(span, dict);
            Ok(())
        })
    }

    /// The value of an annotation; `*args: *Ts` is the one element of `*Ts`.
    fn annotation(&mut self, annotation: &'t Expr) -> Fallible<u16> {
        if !matches!(annotation.kind, ExprKind::Starred(_)) {
            return self.push_expr(annotation);
        }
        let list = self.temps.push()?;
        self.fill_list(annotation.span, std::slice::from_ref(annotation), list)?;
        self.emit(
            annotation.span,
            Op::LoadItemImm {
                dst: Dst(list),
                object: Src(list),
                imm: Imm(0),
            },
        );
        Ok(list)
    }
}

/// The annotated names of a body, in order.
fn annotated_in<'t>(body: &'t [Stmt], found: &mut Vec<(Name, &'t Expr)>) {
    for stmt in body {
        match &stmt.kind {
            StmtKind::AnnAssign {
                target,
                annotation,
                simple: true,
                ..
            } => {
                if let ExprKind::Name(name) = target.kind {
                    found.push((name, annotation));
                }
            }
            StmtKind::If { branches, orelse } => {
                for (_, body) in branches {
                    annotated_in(body, found);
                }
                annotated_in(orelse, found);
            }
            StmtKind::While { body, orelse, .. } | StmtKind::For { body, orelse, .. } => {
                annotated_in(body, found);
                annotated_in(orelse, found);
            }
            StmtKind::With { body, .. } => annotated_in(body, found),
            StmtKind::Match { cases, .. } => cases
                .iter()
                .for_each(|case| annotated_in(&case.body, found)),
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                ..
            } => {
                annotated_in(body, found);
                for handler in handlers {
                    annotated_in(&handler.body, found);
                }
                annotated_in(orelse, found);
                annotated_in(finalbody, found);
            }
            _ => {}
        }
    }
}
