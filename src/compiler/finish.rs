//! From the state of one code to the code: the last steps, and the top level.

use std::sync::Arc;

use hoopsnake_grammar::ast::{Stmt, StmtKind, Tree};
use hoopsnake_grammar::{Source, Span};

use super::collect::analyse;
use super::error::{Failure, Fallible, wrong};
use super::generate::{Gen, Shared};
use super::scope::ScopeId;
use super::stmt::split_doc;
use super::{Mode, Options, order};
use crate::bytecode::{
    Body, Code, CodeKind, Const, Flow, Late, Op, ParamLayout, Spans, Src, Text, verify,
};

/// What is known of a code before its instructions.
#[derive(Debug)]
pub(super) struct Spec {
    pub(super) id: ScopeId,
    pub(super) kind: CodeKind,
    pub(super) flow: Flow,
    pub(super) name: Box<str>,
    pub(super) qualname: String,
    pub(super) span: Span,
    pub(super) params: ParamLayout,
    pub(super) captures: Vec<u16>,
    pub(super) doc: Option<Box<str>>,
    pub(super) annotate: Option<Arc<Code>>,
    pub(super) attribute_hint: u16,
}

impl Default for Spec {
    fn default() -> Spec {
        Spec {
            id: ScopeId(0),
            kind: CodeKind::Function,
            flow: Flow::Plain,
            name: "".into(),
            qualname: String::new(),
            span: Span::default(),
            params: ParamLayout::default(),
            captures: Vec::new(),
            doc: None,
            annotate: None,
            attribute_hint: 0,
        }
    }
}

/// Compiles the whole tree.
pub(super) fn compile_tree(
    tree: &Tree,
    source: &Arc<Source>,
    options: &Options,
) -> Fallible<Arc<Code>> {
    let scopes = analyse(tree, options)?;
    let shared = Shared {
        tree,
        scopes: &scopes,
        source,
        options,
    };
    let module = scopes.get(ScopeId(0));
    let span = Span::new(0, source.text().len() as u32);
    let (doc, body) = match options.mode {
        Mode::Module => split_doc(&tree.body),
        _ => (None, &tree.body[..]),
    };
    let spec = Spec {
        kind: if options.namespace {
            CodeKind::Class
        } else {
            CodeKind::Module
        },
        flow: if module.has_await {
            Flow::Coroutine
        } else {
            Flow::Plain
        },
        name: options.name.clone(),
        qualname: options.name.to_string(),
        span,
        params: ParamLayout {
            positional: u16::from(options.namespace),
            positional_only: u16::from(options.namespace),
            ..ParamLayout::default()
        },
        doc: doc.map(Into::into),
        ..Spec::default()
    };
    let made = Gen::make(&shared, spec, &|inner| match options.mode {
        Mode::Expression => inner.expression_body(span, body),
        _ => inner.module_body(span, doc, body),
    });
    order::code(tree, &scopes, made)
}

fn text(text: Box<str>) -> Text {
    Text::Owned(text.into())
}

impl<'a, 't> Gen<'a, 't> {
    /// Makes the code that `fill` emits: with short jumps, or with long ones if those do not reach.
    pub(super) fn make(
        shared: &'a Shared<'a, 't>,
        spec: Spec,
        fill: &dyn Fn(&mut Gen<'a, 't>) -> Fallible,
    ) -> Fallible<Arc<Code>> {
        for far in [false, true] {
            let mut inner = Gen::new(shared, spec.id, spec.flow, spec.qualname.clone(), far);
            inner.prologue(spec.span);
            fill(&mut inner)?;
            match inner.emitter.patch() {
                Ok(()) => return inner.finish(spec),
                Err(failure) if far => return Err(failure),
                Err(_) => {}
            }
        }
        Err(Box::new(Failure::TooFar))
    }

    fn module_body(&mut self, span: Span, doc: Option<&str>, body: &'t [Stmt]) -> Fallible {
        if let Some(doc) = doc {
            let mark = self.temps.mark();
            let register = self.push_const(span, Const::str(doc))?;
            if self.host_scope().has_namespace {
                self.set_class_name(span, "__doc__", register)?;
            } else {
                let global = self.emitter.global("__doc__")?;
                let src = Src(register);
                self.emit(span, Op::StoreGlobal { global, src });
            }
            self.temps.reset(mark);
        }
        if self.mentions_annotations(None) {
            self.begin_annotations(span)?;
        } else if let Some(code) = self.body_annotations(span, body)? {
            let mark = self.temps.mark();
            let register = self.temps.push()?;
            self.bare_function(span, code, register)?;
            self.set_body_name(span, "__annotate__", register)?;
            self.temps.reset(mark);
        }
        self.body(body)?;
        self.return_none(span)
    }

    fn expression_body(&mut self, span: Span, body: &'t [Stmt]) -> Fallible {
        let [stmt] = body else {
            return wrong(span, "invalid syntax");
        };
        let StmtKind::Expr(value) = &stmt.kind else {
            return wrong(stmt.span, "invalid syntax");
        };
        let src = self.operand(value)?;
        self.return_register(value.span, src);
        Ok(())
    }

    fn finish(self, spec: Spec) -> Fallible<Arc<Code>> {
        let scope = self.shared.scopes.get(spec.id);
        let handlers = self.emitter.handler_table();
        let n_params = scope.n_params;
        let captured = n_params..n_params + spec.captures.len() as u16;
        let mut cells: Vec<u16> = captured.collect();
        cells.extend(&scope.made_cells);
        cells.sort_unstable();
        let emitter = self.emitter;
        let body = Body {
            ops: emitter.ops.into(),
            consts: emitter.consts.into(),
            names: emitter.names.into_iter().map(text).collect(),
            globals: emitter.globals.into(),
            caches: emitter.caches.into(),
            codes: emitter.codes.into(),
            cells: cells.into(),
            handlers: handlers.into(),
            regions: emitter.regions.into(),
            local_names: Late::from(
                scope
                    .local_names
                    .iter()
                    .cloned()
                    .map(text)
                    .collect::<Box<_>>(),
            ),
            spans: Spans::new(emitter.spans).into(),
            doc: spec.doc.map(text).into(),
        };
        let code = Code {
            name: text(spec.name),
            qualname: spec.qualname.into(),
            kind: spec.kind,
            flow: spec.flow,
            params: spec.params,
            captures: spec.captures.into(),
            n_locals: scope.n_locals,
            n_regs: self.temps.n_regs(),
            source: self.shared.source.clone(),
            span: spec.span,
            annotate: spec.annotate.or(self.annotate),
            attribute_hint: spec.attribute_hint,
            body: body.into(),
        };
        if order::is_hopeless(self.shared.tree, self.shared.scopes) {
            return Ok(Arc::new(code));
        }
        match verify(&code) {
            Ok(()) => Ok(Arc::new(code)),
            Err(fault) if cfg!(debug_assertions) => {
                let listing = crate::bytecode::disassemble(&code);
                panic!("the compiler made wrong code: {fault}\n{listing}")
            }
            Err(fault) => wrong(code.span, format!("internal compiler error: {fault}")),
        }
    }
}
