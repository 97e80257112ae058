//! Class statements: the body, its call to build the class, the `__class__` cell.

use std::collections::HashSet;

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Argument, Class, Expr, ExprKind, Function, Name, Stmt, StmtKind};

use super::error::Fallible;
use super::finish::Spec;
use super::generate::Gen;
use super::generic::Generic;
use super::stmt::split_doc;
use crate::bytecode::{Code, CodeKind, Const, Dst, Flag, Op, ParamLayout, Peek, Src, Window};

use std::sync::Arc;

impl<'t> Gen<'_, 't> {
    pub(super) fn class(&mut self, span: Span, class: &'t Class) -> Fallible {
        let mark = self.temps.mark();
        let decorators = self.decorators(&class.decorators)?;
        let generic = self.enter_generic(span, &class.type_params)?;
        let mut made = self.build_class(span, class, generic.as_ref())?;
        if let Some(generic) = &generic {
            self.leave_generic(span, generic);
            // What was made stands where the parameters were.
            self.transfer(span, generic.params, made);
            made = generic.params;
            self.temps.set(made + 1);
        }
        self.decorate(&class.decorators, &decorators)?;
        let src = decorators.first().copied().unwrap_or(made);
        self.store_name(class.name_span, class.name, src)?;
        self.temps.reset(mark);
        Ok(())
    }

    /// Builds the class; its register.
    fn build_class(
        &mut self,
        span: Span,
        class: &'t Class,
        generic: Option<&Generic>,
    ) -> Fallible<u16> {
        let body = self.class_body(span, class)?;
        let a = self.temps.push()?;
        self.emit(span, Op::LoadBuildClass { dst: Dst(a) });
        let function = self.temps.push()?;
        let code = self.emitter.code(body)?;
        self.emit(
            span,
            Op::MakeFunction {
                flags: Flag(0),
                dst: Dst(function),
                code,
                first: Window(function),
            },
        );
        if let Some(generic) = generic {
            self.set_type_params(span, function, generic)?;
        }
        let name = self.push_const(span, Const::str(self.text(class.name)))?;
        let args = &class.arguments;
        let has_star = args.len() > 200
            || args
                .iter()
                .any(|arg| matches!(arg, Argument::Star(_) | Argument::DoubleStar(_)));
        if has_star {
            self.call_with_stars(span, a, &[function, name], args, a)?;
        } else {
            self.call_with(span, a, 2, args, a)?;
        }
        self.temps.set(a + 1);
        Ok(a)
    }

    fn class_body(&mut self, span: Span, class: &'t Class) -> Fallible<Arc<Code>> {
        let scopes = self.shared.scopes;
        let id = scopes.of_node(class);
        let qualname = self.qualname_of_definition(class.name);
        let (doc, body) = split_doc(&class.body);
        let spec = Spec {
            id,
            kind: CodeKind::Class,
            name: self.text(class.name).into(),
            qualname: qualname.clone(),
            span: super::function::from_decorators(span, &class.decorators),
            params: ParamLayout {
                positional: 1,
                positional_only: 1,
                ..ParamLayout::default()
            },
            captures: scopes.capture_registers(id, self.scope),
            doc: doc.map(Into::into),
            attribute_hint: attribute_hint(&class.body),
            ..Spec::default()
        };
        Gen::make(self.shared, spec, &|inner| {
            let mark = inner.temps.mark();
            let register = inner.temps.push()?;
            let global = inner.emitter.global("__name__")?;
            inner.emit(
                span,
                Op::LoadName {
                    dst: Dst(register),
                    global,
                },
            );
            inner.set_class_name(span, "__module__", register)?;
            inner.load_const(span, register, Const::str(qualname.clone()))?;
            inner.set_class_name(span, "__qualname__", register)?;
            if let Some(doc) = doc {
                inner.load_const(span, register, Const::str(doc))?;
                inner.set_class_name(span, "__doc__", register)?;
            }
            inner.temps.reset(mark);
            let mut annotations = None;
            if inner.mentions_annotations(Some(span)) {
                inner.begin_annotations(span)?;
            } else {
                annotations = inner.body_annotations(span, body)?;
            }
            inner.body(body)?;
            if let Some(code) = annotations {
                let mark = inner.temps.mark();
                let register = inner.temps.push()?;
                inner.bare_function(span, code, register)?;
                inner.set_class_name(span, "__annotate_func__", register)?;
                inner.temps.reset(mark);
            }
            match scopes.get(id).registers.get(&(id, scopes.class_name)) {
                Some(&cell) => {
                    let register = inner.temps.push()?;
                    inner.emit(
                        span,
                        Op::Copy {
                            dst: Dst(register),
                            src: Peek(cell),
                        },
                    );
                    inner.return_register(span, register);
                    Ok(())
                }
                None => inner.return_none(span),
            }
        })
    }

    /// `r0[name] = src`.
    pub(super) fn set_class_name(&mut self, span: Span, name: &str, src: u16) -> Fallible {
        let name = self.emitter.name(name)?;
        self.emit(
            span,
            Op::StoreName {
                name,
                src: Src(src),
            },
        );
        Ok(())
    }
}

/// How many distinct attributes the methods of a class body assign on their first parameter.
fn attribute_hint(body: &[Stmt]) -> u16 {
    let mut found = HashSet::new();
    for stmt in body {
        if let StmtKind::Function(function) = &stmt.kind
            && let Some(first) = first_param(function)
        {
            assigned(&function.body, first, &mut found);
        }
    }
    found.len().min(usize::from(u16::MAX)) as u16
}

fn first_param(function: &Function) -> Option<Name> {
    let params = &function.params;
    let mut positional = params.positional_only.iter().chain(&params.positional);
    positional.next().map(|param| param.name)
}

fn assigned(body: &[Stmt], first: Name, found: &mut HashSet<Name>) {
    for stmt in body {
        match &stmt.kind {
            StmtKind::Assign { targets, .. } => targets
                .iter()
                .for_each(|target| attribute_of(target, first, found)),
            StmtKind::AnnAssign {
                target,
                value: Some(_),
                ..
            } => attribute_of(target, first, found),
            StmtKind::AugAssign { target, .. } => attribute_of(target, first, found),
            StmtKind::If { branches, orelse } => {
                for (_, body) in branches {
                    assigned(body, first, found);
                }
                assigned(orelse, first, found);
            }
            StmtKind::While { body, orelse, .. } | StmtKind::For { body, orelse, .. } => {
                assigned(body, first, found);
                assigned(orelse, first, found);
            }
            StmtKind::With { body, .. } => assigned(body, first, found),
            StmtKind::Match { cases, .. } => cases
                .iter()
                .for_each(|case| assigned(&case.body, first, found)),
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                ..
            } => {
                assigned(body, first, found);
                assigned(orelse, first, found);
                assigned(finalbody, first, found);
                for handler in handlers {
                    assigned(&handler.body, first, found);
                }
            }
            _ => {}
        }
    }
}

fn attribute_of(target: &Expr, first: Name, found: &mut HashSet<Name>) {
    match &target.kind {
        ExprKind::Attribute { value, name, .. } => {
            if matches!(value.kind, ExprKind::Name(object) if object == first) {
                found.insert(*name);
            }
        }
        ExprKind::Tuple(targets) | ExprKind::List(targets) => targets
            .iter()
            .for_each(|target| attribute_of(target, first, found)),
        ExprKind::Starred(inner) => attribute_of(inner, first, found),
        _ => {}
    }
}
