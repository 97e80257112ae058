//! Plain expressions: each is compiled into the register where its value is wanted.
//!
//! `expr_to(e, dst)` writes `dst` last, so that a variable never shows half a result; if `dst` is
//! a temporary it may be used as scratch before. `operand(e)` gives the register of a variable
//! where it stands, without a copy.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{DictItem, Expr, ExprKind, Name, UnaryOp};

use super::error::{Fallible, wrong};
use super::fold;
use super::generate::Gen;
use super::walk;
use crate::bytecode::{Const, Count, Dst, Imm, Op, Peek, Src, Window};

/// Displays longer than this are filled piece by piece.
const LONG_DISPLAY: usize = 64;

impl<'t> Gen<'_, 't> {
    /// Compiles `expr` so that its value ends in `dst`.
    pub(super) fn expr_to(&mut self, expr: &'t Expr, dst: u16) -> Fallible {
        let span = expr.span;
        match &expr.kind {
            ExprKind::Constant(value) => self.load_const(span, dst, fold::literal(value)),
            ExprKind::Name(name) => self.load_name(span, dst, *name),
            ExprKind::FString(parts) => self.fstring(span, parts, dst),
            ExprKind::Tuple(items) => self.tuple(expr, items, dst),
            ExprKind::List(items) => self.list(span, items, dst),
            ExprKind::Set(items) => self.set(span, items, dst),
            ExprKind::Dict(items) => self.dict(span, items, dst),
            ExprKind::Unary { op, operand } => self.unary(expr, *op, operand, dst),
            ExprKind::Binary {
                op, left, right, ..
            } => self.binary(expr, *op, left, right, dst),
            ExprKind::Bool { op, values } => self.bool_value(*op, values, dst),
            ExprKind::Compare { left, rest } => self.compare_value(span, left, rest, dst),
            ExprKind::Conditional { test, body, orelse } => {
                self.conditional(test, body, orelse, dst)
            }
            ExprKind::Lambda { params, body } => self.lambda(expr, params, body, dst),
            ExprKind::Named {
                target,
                target_span,
                value,
            } => self.named(*target, *target_span, value, dst),
            ExprKind::ListComp { .. } | ExprKind::SetComp { .. } | ExprKind::DictComp { .. } => {
                self.comprehension(expr, dst)
            }
            ExprKind::Generator { element, clauses } => self.generator(expr, element, clauses, dst),
            ExprKind::Await(value) => self.await_value(span, value, dst),
            ExprKind::Yield(value) => self.yield_value(span, value.as_deref(), dst),
            ExprKind::YieldFrom(value) => self.yield_from(span, value, dst),
            ExprKind::Call { func, args } => self.call(span, func, args, dst),
            ExprKind::Attribute { value, name, .. } => self.attribute(span, value, *name, dst),
            ExprKind::Subscript { value, index } => self.subscript(span, value, index, dst),
            ExprKind::Slice { lower, upper, step } => self.slice(
                span,
                [lower.as_deref(), upper.as_deref(), step.as_deref()],
                dst,
            ),
            ExprKind::Starred(_) => wrong(span, "can't use starred expression here"),
        }
    }

    /// A register with the value of `expr`: a variable in place, or a new temporary.
    pub(super) fn operand(&mut self, expr: &'t Expr) -> Fallible<u16> {
        if let Some(register) = self.in_place(expr)? {
            return Ok(register);
        }
        let register = self.temps.push()?;
        self.expr_to(expr, register)?;
        Ok(register)
    }

    /// The same when `later` is evaluated between this and the use of the value.
    pub(super) fn operand_before(&mut self, expr: &'t Expr, later: &[&'t Expr]) -> Fallible<u16> {
        if self.changes_before_use(expr, later) {
            let register = self.temps.push()?;
            self.expr_to(expr, register)?;
            return Ok(register);
        }
        self.operand(expr)
    }

    /// The same, but if a temporary is needed `dst` is used when it is one.
    pub(super) fn operand_in(
        &mut self,
        expr: &'t Expr,
        dst: u16,
        later: &[&'t Expr],
    ) -> Fallible<u16> {
        if !self.temps.is_temporary(dst) {
            return self.operand_before(expr, later);
        }
        if !self.changes_before_use(expr, later)
            && let Some(register) = self.in_place(expr)?
        {
            return Ok(register);
        }
        self.expr_to(expr, dst)?;
        Ok(dst)
    }

    /// The register of a local variable that holds the value of `expr`.
    pub(super) fn in_place(&mut self, expr: &'t Expr) -> Fallible<Option<u16>> {
        match &expr.kind {
            ExprKind::Name(name) => {
                let register = self.local(*name);
                if let Some(register) = register {
                    self.check(expr.span, register);
                }
                Ok(register)
            }
            ExprKind::Named { target, value, .. } => match self.local(*target) {
                Some(register) => {
                    self.expr_to(value, register)?;
                    Ok(Some(register))
                }
                None => Ok(None),
            },
            _ => Ok(None),
        }
    }

    fn changes_before_use(&self, expr: &Expr, later: &[&Expr]) -> bool {
        let (ExprKind::Name(name) | ExprKind::Named { target: name, .. }) = expr.kind else {
            return false;
        };
        self.host_scope().has_walrus && later.iter().any(|later| walk::rebinds(later, name))
    }

    /// The temporary to build a value in: `dst` if it is one.
    pub(super) fn scratch(&mut self, dst: u16) -> Fallible<u16> {
        if self.temps.is_temporary(dst) {
            Ok(dst)
        } else {
            self.temps.push()
        }
    }

    /// Prepares a window whose instruction writes `dst`: it may begin at `dst` itself if that is
    /// the last temporary. Gives the mark for `end_window`.
    pub(super) fn begin_window(&mut self, dst: u16) -> u16 {
        let mark = self.temps.mark();
        if self.temps.is_temporary(dst) && dst + 1 == mark {
            self.temps.set(dst);
        }
        mark
    }

    pub(super) fn end_window(&mut self, mark: u16) {
        self.temps.set(mark);
    }

    /// Compiles `expr` into a new temporary.
    pub(super) fn push_expr(&mut self, expr: &'t Expr) -> Fallible<u16> {
        let register = self.temps.push()?;
        self.expr_to(expr, register)?;
        Ok(register)
    }

    /// A new temporary with this constant.
    pub(super) fn push_const(&mut self, span: Span, value: Const) -> Fallible<u16> {
        let register = self.temps.push()?;
        self.load_const(span, register, value)?;
        Ok(register)
    }

    /// The value, and nothing of it remains.
    pub(super) fn discard(&mut self, expr: &'t Expr) -> Fallible {
        if fold::constant(expr).is_some() {
            return Ok(());
        }
        let mark = self.temps.mark();
        let register = self.operand(expr)?;
        if self.temps.is_temporary(register) {
            self.drop_register(expr.span, register);
        }
        self.temps.reset(mark);
        Ok(())
    }

    fn unary(&mut self, expr: &'t Expr, op: UnaryOp, operand: &'t Expr, dst: u16) -> Fallible {
        if let Some(value) = fold::constant(expr) {
            return self.load_const(expr.span, dst, value);
        }
        let mark = self.temps.mark();
        let src = Src(self.operand_in(operand, dst, &[])?);
        let to = Dst(dst);
        let op = match op {
            UnaryOp::Minus => Op::Neg { dst: to, src },
            UnaryOp::Plus => Op::Pos { dst: to, src },
            UnaryOp::Invert => Op::Invert { dst: to, src },
            UnaryOp::Not => Op::Not { dst: to, src },
        };
        self.emit(expr.span, op);
        self.wrote(dst);
        self.temps.reset(mark);
        Ok(())
    }

    fn attribute(&mut self, span: Span, value: &'t Expr, name: Name, dst: u16) -> Fallible {
        let mark = self.temps.mark();
        let object = self.operand_in(value, dst, &[])?;
        let to = if self.temps.is_temporary(object) {
            object
        } else {
            dst
        };
        let cache = self.emitter.cache(&self.mangled(name))?;
        self.emit(
            span,
            Op::LoadAttr {
                dst: Dst(to),
                object: Src(object),
                cache,
            },
        );
        self.wrote(to);
        self.transfer(span, dst, to);
        self.temps.reset(mark);
        Ok(())
    }

    fn subscript(&mut self, span: Span, value: &'t Expr, index: &'t Expr, dst: u16) -> Fallible {
        let mark = self.temps.mark();
        let object = self.operand_in(value, dst, &[index])?;
        let to = if self.temps.is_temporary(object) {
            object
        } else {
            dst
        };
        self.load_item(span, to, object, index)?;
        self.transfer(span, dst, to);
        self.temps.reset(mark);
        Ok(())
    }

    /// `dst = object[index]`.
    pub(super) fn load_item(
        &mut self,
        span: Span,
        dst: u16,
        object: u16,
        index: &'t Expr,
    ) -> Fallible {
        let op = if let Some(imm) = fold::small_int(index) {
            Op::LoadItemImm {
                dst: Dst(dst),
                object: Src(object),
                imm: Imm(imm),
            }
        } else {
            let key = if dst == object {
                self.operand(index)?
            } else {
                self.operand_in(index, dst, &[])?
            };
            Op::LoadItem {
                dst: Dst(dst),
                object: Src(object),
                key: Src(key),
            }
        };
        self.emit(span, op);
        self.wrote(dst);
        Ok(())
    }

    fn slice(&mut self, span: Span, parts: [Option<&'t Expr>; 3], dst: u16) -> Fallible {
        let mark = self.begin_window(dst);
        let first = self.temps.mark();
        for part in parts {
            match part {
                Some(part) => self.push_expr(part)?,
                None => self.push_const(span, Const::None)?,
            };
        }
        self.emit(
            span,
            Op::BuildSlice {
                dst: Dst(dst),
                first: Window(first),
            },
        );
        self.end_window(mark);
        self.wrote(dst);
        Ok(())
    }

    fn tuple(&mut self, expr: &'t Expr, items: &'t [Expr], dst: u16) -> Fallible {
        let span = expr.span;
        if let Some(value) = fold::constant(expr) {
            return self.load_const(span, dst, value);
        }
        if let [left, right] = items
            && !is_starred(left)
            && !is_starred(right)
        {
            let mark = self.temps.mark();
            let left = self.operand_in(left, dst, &[right])?;
            let right = self.operand(right)?;
            self.emit(
                span,
                Op::BuildPair {
                    dst: Dst(dst),
                    left: Src(left),
                    right: Src(right),
                },
            );
            self.wrote(dst);
            self.temps.reset(mark);
            return Ok(());
        }
        if let Some((first, count)) = self.short_display(items, dst)? {
            self.emit(
                span,
                Op::BuildTuple {
                    dst: Dst(dst),
                    first: Window(first),
                    count: Count(count),
                },
            );
            self.wrote(dst);
            return Ok(());
        }
        let mark = self.temps.mark();
        let list = self.scratch(dst)?;
        self.fill_list(span, items, list)?;
        self.list_to_tuple(span, list);
        self.transfer(span, dst, list);
        self.temps.reset(mark);
        Ok(())
    }

    /// The list in the temporary becomes a tuple.
    pub(super) fn list_to_tuple(&mut self, span: Span, list: u16) {
        self.emit(
            span,
            Op::ListToTuple {
                dst: Dst(list),
                object: Src(list),
            },
        );
    }

    /// Evaluates the items into a window, if they are few and without stars.
    fn short_display(&mut self, items: &'t [Expr], dst: u16) -> Fallible<Option<(u16, u16)>> {
        if items.iter().any(is_starred) || items.len() > LONG_DISPLAY {
            return Ok(None);
        }
        let mark = self.begin_window(dst);
        let first = self.temps.mark();
        for item in items {
            self.push_expr(item)?;
        }
        self.end_window(mark);
        Ok(Some((first, items.len() as u16)))
    }

    fn list(&mut self, span: Span, items: &'t [Expr], dst: u16) -> Fallible {
        let constants = if items.len() > 4 {
            items.iter().map(fold::constant).collect::<Option<_>>()
        } else {
            None
        };
        if let Some(values) = constants {
            let mark = self.temps.mark();
            let list = self.scratch(dst)?;
            self.build_list(span, list, 0, 0);
            let src = self.push_const(span, Const::Tuple(values))?;
            self.emit(
                span,
                Op::ListExtend {
                    list: Peek(list),
                    src: Src(src),
                },
            );
            self.transfer(span, dst, list);
            self.temps.reset(mark);
            return Ok(());
        }
        if let Some((first, count)) = self.short_display(items, dst)? {
            self.build_list(span, dst, first, count);
            return Ok(());
        }
        let mark = self.temps.mark();
        let list = self.scratch(dst)?;
        self.fill_list(span, items, list)?;
        self.transfer(span, dst, list);
        self.temps.reset(mark);
        Ok(())
    }

    /// `dst = [r[first], ...]`; an empty window may be named 0.
    pub(super) fn build_list(&mut self, span: Span, dst: u16, first: u16, count: u16) {
        let first = if count == 0 { self.temps.mark() } else { first };
        self.emit(
            span,
            Op::BuildList {
                dst: Dst(dst),
                first: Window(first),
                count: Count(count),
            },
        );
        self.wrote(dst);
    }

    pub(super) fn build_dict(&mut self, span: Span, dst: u16, first: u16, count: u16) {
        let first = if count == 0 { self.temps.mark() } else { first };
        self.emit(
            span,
            Op::BuildDict {
                dst: Dst(dst),
                first: Window(first),
                count: Count(count),
            },
        );
        self.wrote(dst);
    }

    /// Makes a list in the temporary `list`, item by item.
    pub(super) fn fill_list(&mut self, span: Span, items: &'t [Expr], list: u16) -> Fallible {
        self.build_list(span, list, 0, 0);
        for item in items {
            let mark = self.temps.mark();
            let op = if let ExprKind::Starred(value) = &item.kind {
                Op::ListExtend {
                    list: Peek(list),
                    src: Src(self.operand(value)?),
                }
            } else {
                Op::ListAppend {
                    list: Peek(list),
                    src: Src(self.operand(item)?),
                }
            };
            self.emit(item.span, op);
            self.temps.reset(mark);
        }
        Ok(())
    }

    fn set(&mut self, span: Span, items: &'t [Expr], dst: u16) -> Fallible {
        if items.len() > 2 && items.iter().all(|item| fold::constant(item).is_some()) {
            let mark = self.temps.mark();
            let set = self.temps.push()?;
            self.build_set(span, set, 0, 0);
            for item in items {
                let mark = self.temps.mark();
                let src = Src(self.operand(item)?);
                let set = Peek(set);
                self.emit(item.span, Op::SetAdd { set, src });
                self.temps.reset(mark);
            }
            // CPython copies such a set from a constant: updating a set with itself stands for that.
            let same = self.temps.push()?;
            self.emit(
                span,
                Op::Copy {
                    dst: Dst(same),
                    src: Peek(set),
                },
            );
            self.emit(
                span,
                Op::SetUpdate {
                    set: Peek(set),
                    src: Src(same),
                },
            );
            self.transfer(span, dst, set);
            self.temps.reset(mark);
            return Ok(());
        }
        if let Some((first, count)) = self.short_display(items, dst)? {
            self.build_set(span, dst, first, count);
            return Ok(());
        }
        let mark = self.temps.mark();
        let set = self.scratch(dst)?;
        self.build_set(span, set, 0, 0);
        for item in items {
            let mark = self.temps.mark();
            let op = if let ExprKind::Starred(value) = &item.kind {
                Op::SetUpdate {
                    set: Peek(set),
                    src: Src(self.operand(value)?),
                }
            } else {
                Op::SetAdd {
                    set: Peek(set),
                    src: Src(self.operand(item)?),
                }
            };
            self.emit(item.span, op);
            self.temps.reset(mark);
        }
        self.transfer(span, dst, set);
        self.temps.reset(mark);
        Ok(())
    }

    pub(super) fn build_set(&mut self, span: Span, dst: u16, first: u16, count: u16) {
        let first = if count == 0 { self.temps.mark() } else { first };
        self.emit(
            span,
            Op::BuildSet {
                dst: Dst(dst),
                first: Window(first),
                count: Count(count),
            },
        );
        self.wrote(dst);
    }

    fn dict(&mut self, span: Span, items: &'t [DictItem], dst: u16) -> Fallible {
        let has_unpack = items.iter().any(|item| matches!(item, DictItem::Unpack(_)));
        if !has_unpack && items.len() * 2 <= LONG_DISPLAY {
            let mark = self.begin_window(dst);
            let first = self.temps.mark();
            for item in items {
                if let DictItem::Pair(key, value) = item {
                    self.push_expr(key)?;
                    self.push_expr(value)?;
                }
            }
            self.end_window(mark);
            self.build_dict(span, dst, first, items.len() as u16);
            return Ok(());
        }
        let mark = self.temps.mark();
        let dict = self.scratch(dst)?;
        self.build_dict(span, dict, 0, 0);
        for item in items {
            let mark = self.temps.mark();
            let op = match item {
                DictItem::Pair(key, value) => Op::DictSet {
                    dict: Peek(dict),
                    key: Src(self.operand_before(key, &[value])?),
                    src: Src(self.operand(value)?),
                },
                DictItem::Unpack(value) => Op::DictUpdate {
                    dict: Peek(dict),
                    src: Src(self.operand(value)?),
                },
            };
            self.emit(span, op);
            self.temps.reset(mark);
        }
        self.transfer(span, dst, dict);
        self.temps.reset(mark);
        Ok(())
    }
}

fn is_starred(item: &Expr) -> bool {
    matches!(item.kind, ExprKind::Starred(_))
}
