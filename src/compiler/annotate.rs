//! Annotations: code that makes their dict when somebody asks.

use std::sync::Arc;

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Expr, ExprKind, Function, Name, Stmt, StmtKind};

use super::error::Fallible;
use super::finish::Spec;
use super::generate::Gen;
use super::scope::ScopeId;
use crate::bytecode::{Code, CodeKind, Const, Dst, Imm, Op, ParamLayout, Peek, Src};

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

    fn annotations(
        &mut self,
        span: Span,
        id: ScopeId,
        items: &[(String, &'t Expr)],
    ) -> Fallible<Arc<Code>> {
        let scopes = self.shared.scopes;
        let has_namespace = scopes.get(id).has_namespace;
        let as_text = scopes.future_annotations;
        let spec = Spec {
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
        };
        Gen::make(self.shared, spec, &|inner| {
            let dict = inner.temps.push()?;
            inner.build_dict(span, dict, 0, 0);
            for (name, annotation) in items {
                let mark = inner.temps.mark();
                let key = inner.push_const(annotation.span, Const::Str(name.as_str().into()))?;
                let src = if as_text {
                    let text = single_quoted(annotation.span.of(&inner.shared.source.text));
                    inner.push_const(annotation.span, Const::Str(text.as_str().into()))?
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

/// The text of an annotation with the quotes that `repr` would choose, where that is plain to see.
fn single_quoted(text: &str) -> String {
    if text.contains('\'') || text.contains('\\') || text.contains("\"\"") {
        return text.to_owned();
    }
    text.replace('"', "'")
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
