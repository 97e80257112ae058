//! Type parameters of `def` and `class`, and `type` statements: their values are made by `_typing_forms`.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Expr, ExprKind, Name, TypeParam, TypeParamKind};

use super::error::Fallible;
use super::generate::Gen;
use super::scope::ScopeId;
use crate::bytecode::{Const, Count, Dst, Few, Op, Reg, Src, Window};

/// The scope of type parameters while a definition is made in it.
pub(super) struct Generic {
    id: ScopeId,
    outer: ScopeId,
    /// The register with the tuple of the parameters.
    pub(super) params: u16,
}

impl<'t> Gen<'_, 't> {
    /// Opens the scope of type parameters and makes them; None if there are none.
    pub(super) fn enter_generic(
        &mut self,
        span: Span,
        params: &'t [TypeParam],
    ) -> Fallible<Option<Generic>> {
        if params.is_empty() {
            return Ok(None);
        }
        let id = self.shared.scopes.of_address(params.as_ptr().addr());
        for (register, is_cell) in self.shared.scopes.comprehension_registers(id) {
            self.emitter.bound.unset(register);
            if is_cell {
                // A turn of a loop that an exception ended may have left the old cell.
                self.drop_register(span, register);
                let reg = Reg(register);
                self.emit(span, Op::MakeCell { reg });
            }
        }
        let outer = std::mem::replace(&mut self.scope, id);
        let first = self.temps.mark();
        for param in params {
            let a = self.temps.push()?;
            self.typing_function(param.span, a, "_make_type_param")?;
            let kind = match (param.kind, &param.bound) {
                (TypeParamKind::TypeVar, Some(bound)) if is_tuple(bound) => "constrained",
                (TypeParamKind::TypeVar, _) => "TypeVar",
                (TypeParamKind::TypeVarTuple, _) => "TypeVarTuple",
                (TypeParamKind::ParamSpec, _) => "ParamSpec",
            };
            self.push_const(param.span, Const::str(kind))?;
            let name = self.text(param.name).to_owned();
            self.push_const(param.span, Const::str(name))?;
            let n = 2 + self.push_lazy(param.span, param.bound.as_ref())?;
            self.call_window(param.span, a, n);
            let copy = self.temps.push()?;
            self.copy(param.span, copy, a);
            self.store_name(param.span, param.name, copy)?;
            self.temps.set(a + 1);
        }
        self.emit(
            span,
            Op::BuildTuple {
                dst: Dst(first),
                first: Window(first),
                count: Count(params.len() as u16),
            },
        );
        self.temps.set(first + 1);
        let params = first;
        Ok(Some(Generic { id, outer, params }))
    }

    /// Leaves the scope: what was defined keeps the parameters that it uses.
    pub(super) fn leave_generic(&mut self, span: Span, generic: &Generic) {
        self.scope = generic.outer;
        self.drop_register(span, generic.params);
        for (register, _) in self.shared.scopes.comprehension_registers(generic.id) {
            self.drop_register(span, register);
        }
    }

    /// `function.__type_params__ = params`.
    pub(super) fn set_type_params(
        &mut self,
        span: Span,
        function: u16,
        generic: &Generic,
    ) -> Fallible {
        let mark = self.temps.mark();
        let object = self.temps.push()?;
        self.copy(span, object, function);
        let params = self.temps.push()?;
        self.copy(span, params, generic.params);
        let cache = self.emitter.cache("__type_params__")?;
        self.emit(
            span,
            Op::StoreAttr {
                object: Src(object),
                src: Src(params),
                cache,
            },
        );
        self.temps.reset(mark);
        Ok(())
    }

    /// `type name[params] = value`.
    pub(super) fn type_alias(
        &mut self,
        span: Span,
        (name, name_span): (Name, Span),
        params: &'t [TypeParam],
        value: &'t Expr,
    ) -> Fallible {
        let mark = self.temps.mark();
        let result = self.temps.push()?;
        let generic = self.enter_generic(span, params)?;
        let a = self.temps.push()?;
        self.typing_function(span, a, "_make_alias")?;
        let text = self.text(name).to_owned();
        self.push_const(span, Const::str(text))?;
        match &generic {
            Some(generic) => {
                let copy = self.temps.push()?;
                self.copy(span, copy, generic.params);
            }
            None => {
                self.push_const(span, Const::Tuple(Vec::new().into()))?;
            }
        }
        let n = 2 + self.push_lazy(span, Some(value))?;
        self.call_window(span, a, n);
        self.transfer(span, result, a);
        self.temps.set(a);
        if let Some(generic) = &generic {
            self.leave_generic(span, generic);
        }
        self.temps.set(result + 1);
        self.store_name(name_span, name, result)?;
        self.temps.reset(mark);
        Ok(())
    }

    /// Pushes a function that evaluates an expression, and the namespace it wants or None. Gives how many were pushed.
    fn push_lazy(&mut self, span: Span, value: Option<&'t Expr>) -> Fallible<usize> {
        let Some(value) = value else {
            return Ok(0);
        };
        let address = std::ptr::from_ref(value).addr() + 1;
        let id = self.shared.scopes.of_address(address);
        let code = self.lazy_value(span, id, value)?;
        let function = self.temps.push()?;
        self.bare_function(span, code, function)?;
        let namespace = self.temps.push()?;
        if self.host_scope().has_namespace {
            self.copy(span, namespace, 0);
        } else {
            self.load_const(span, namespace, Const::None)?;
        }
        Ok(2)
    }

    fn call_window(&mut self, span: Span, a: u16, n: usize) {
        self.emit(
            span,
            Op::Call {
                n: Few(n as u8),
                a: Window(a),
                dst: Dst(a),
            },
        );
        self.temps.set(a + 1);
    }

    /// `dst` = a function of `_typing_forms`.
    fn typing_function(&mut self, span: Span, dst: u16, name: &str) -> Fallible {
        let module = self.temps.push()?;
        let wanted = Const::Tuple(vec![Const::str(name)].into());
        self.import_name(span, module, 0, "_typing_forms", wanted)?;
        self.import_member(span, dst, module, name)?;
        self.drop_register(span, module);
        self.temps.set(module);
        Ok(())
    }
}

fn is_tuple(value: &Expr) -> bool {
    matches!(value.kind, ExprKind::Tuple(_))
}
