//! def and lambda: defaults, decorators, closures.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Expr, Function, Param, Params};

use super::error::Fallible;
use super::finish::Spec;
use super::fold;
use super::generate::Gen;
use super::scope::{GLOBAL, Scope, ScopeId};
use super::stmt::split_doc;
use crate::bytecode::{
    Code, CodeKind, Const, Count, Dst, Few, Flag, Flow, Op, ParamLayout, Window,
};

use std::sync::Arc;

/// A definition with its decorators: it begins at the line of the first.
pub(super) fn from_decorators(span: Span, decorators: &[Expr]) -> Span {
    let start = decorators
        .first()
        .map_or(span.start, |first| first.span.start);
    Span {
        start: start.min(span.start),
        ..span
    }
}

impl<'t> Gen<'_, 't> {
    pub(super) fn function(&mut self, span: Span, function: &'t Function) -> Fallible {
        let mark = self.temps.mark();
        let decorators = self.decorators(&function.decorators)?;
        let direct = self
            .local(function.name)
            .filter(|_| function.decorators.is_empty());
        let register = match direct {
            Some(register) => register,
            None => self.temps.push()?,
        };
        let qualname = self.qualname_of_definition(function.name);
        let generic = self.enter_generic(span, &function.type_params)?;
        let id = self.shared.scopes.of_node(function);
        let flow = flow(self.shared.scopes.get(id));
        let name = self.text(function.name);
        let annotate = self.function_annotations(span, function, id)?;
        let (doc, body) = split_doc(&function.body);
        let spec = Spec {
            flow,
            name: name.into(),
            qualname,
            doc: doc.map(Into::into),
            annotate,
            ..self.function_spec(
                id,
                from_decorators(span, &function.decorators),
                &function.params,
            )
        };
        let code = Gen::make(self.shared, spec, &|inner| {
            inner.body(body)?;
            inner.return_none(span)
        })?;
        self.make_function(span, &function.params, code, register)?;
        if let Some(generic) = &generic {
            self.set_type_params(span, register, generic)?;
            self.leave_generic(span, generic);
            self.temps.set(generic.params);
        }
        self.decorate(&function.decorators, &decorators)?;
        let src = decorators.first().copied().unwrap_or(register);
        self.store_name(function.name_span, function.name, src)?;
        self.temps.reset(mark);
        Ok(())
    }

    pub(super) fn lambda(
        &mut self,
        expr: &'t Expr,
        params: &'t Params,
        body: &'t Expr,
        dst: u16,
    ) -> Fallible {
        let id = self.shared.scopes.of_node(expr);
        let spec = Spec {
            flow: flow(self.shared.scopes.get(id)),
            name: "<lambda>".into(),
            qualname: self.qualified("<lambda>"),
            ..self.function_spec(id, expr.span, params)
        };
        let code = Gen::make(self.shared, spec, &|inner| {
            let src = inner.operand(body)?;
            inner.return_register(body.span, src);
            Ok(())
        })?;
        self.make_function(expr.span, params, code, dst)
    }

    fn function_spec(&self, id: ScopeId, span: Span, params: &Params) -> Spec {
        Spec {
            id,
            kind: CodeKind::Function,
            span,
            params: layout(params),
            captures: self.shared.scopes.capture_registers(id, self.scope),
            ..Spec::default()
        }
    }

    /// The qualified name of a `def` or `class` statement here; a global one stands alone.
    pub(super) fn qualname_of_definition(&self, name: hoopsnake_grammar::ast::Name) -> String {
        let scope = self.shared.scopes.get(self.scope);
        let is_global = scope
            .symbols
            .get(&name)
            .is_some_and(|symbol| symbol.flags & GLOBAL != 0);
        if is_global {
            self.text(name).to_owned()
        } else {
            self.qualified(self.text(name))
        }
    }

    /// `dst` = a function over `code`, with its defaults evaluated here.
    fn make_function(
        &mut self,
        span: Span,
        params: &'t Params,
        code: Arc<Code>,
        dst: u16,
    ) -> Fallible {
        let mark = self.begin_window(dst);
        let first = self.temps.mark();
        let mut flags = 0;
        let defaults: Vec<&'t Expr> = params
            .positional_only
            .iter()
            .chain(&params.positional)
            .filter_map(|param| param.default.as_ref())
            .collect();
        if !defaults.is_empty() {
            flags |= 1;
            self.default_tuple(span, &defaults)?;
        }
        let keywords: Vec<&'t Param> = params
            .keyword_only
            .iter()
            .filter(|param| param.default.is_some())
            .collect();
        if !keywords.is_empty() {
            flags |= 2;
            let register = self.temps.push()?;
            self.temps.set(register);
            for param in &keywords {
                let name = self.mangled(param.name);
                self.push_const(param.span, Const::str(name))?;
                self.push_expr(param.default.as_ref().expect("filtered above"))?;
            }
            self.build_dict(span, register, register, keywords.len() as u16);
            self.temps.set(register + 1);
        }
        let code = self.emitter.code(code)?;
        self.emit(
            span,
            Op::MakeFunction {
                flags: Flag(flags),
                dst: Dst(dst),
                code,
                first: Window(first),
            },
        );
        self.end_window(mark);
        self.wrote(dst);
        Ok(())
    }

    /// `dst` = a function without defaults over `code`.
    pub(super) fn bare_function(&mut self, span: Span, code: Arc<Code>, dst: u16) -> Fallible {
        let code = self.emitter.code(code)?;
        self.emit(
            span,
            Op::MakeFunction {
                flags: Flag(0),
                dst: Dst(dst),
                code,
                first: Window(dst),
            },
        );
        self.wrote(dst);
        Ok(())
    }

    /// Pushes the tuple of defaults.
    fn default_tuple(&mut self, span: Span, defaults: &[&'t Expr]) -> Fallible {
        let constants = defaults.iter().map(|value| fold::constant(value));
        if let Some(values) = constants.collect::<Option<_>>() {
            self.push_const(span, Const::Tuple(values))?;
            return Ok(());
        }
        let register = self.temps.mark();
        for value in defaults {
            self.push_expr(value)?;
        }
        self.emit(
            span,
            Op::BuildTuple {
                dst: Dst(register),
                first: Window(register),
                count: Count(defaults.len() as u16),
            },
        );
        self.temps.set(register + 1);
        Ok(())
    }

    /// Evaluates decorators from top to bottom: their registers.
    pub(super) fn decorators(&mut self, decorators: &'t [Expr]) -> Fallible<Vec<u16>> {
        decorators
            .iter()
            .map(|decorator| self.push_expr(decorator))
            .collect()
    }

    /// Calls the decorators, the last one first, on what stands after them.
    pub(super) fn decorate(&mut self, decorators: &'t [Expr], registers: &[u16]) -> Fallible {
        for (decorator, &a) in decorators.iter().zip(registers).rev() {
            self.emit(
                decorator.span,
                Op::Call {
                    n: Few(1),
                    a: Window(a),
                    dst: Dst(a),
                },
            );
        }
        Ok(())
    }
}

fn flow(scope: &Scope) -> Flow {
    match (scope.is_async, scope.has_yield) {
        (false, false) => Flow::Plain,
        (false, true) => Flow::Generator,
        (true, false) => Flow::Coroutine,
        (true, true) => Flow::AsyncGenerator,
    }
}

fn layout(params: &Params) -> ParamLayout {
    let positional_only = params.positional_only.len() as u16;
    ParamLayout {
        positional: positional_only + params.positional.len() as u16,
        positional_only,
        keyword_only: params.keyword_only.len() as u16,
        star: params.star.is_some(),
        double_star: params.double_star.is_some(),
    }
}
