//! Targets: assignment, unpacking, augmented assignment, `del`, `:=`.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{BinaryOp, Expr, ExprKind, Name};

use super::error::{Fallible, wrong};
use super::fold;
use super::generate::Gen;
use super::scope::Access;
use super::walk;
use crate::bytecode::{Const, Count, Dst, Few, Imm, Op, Src, Window};

/// `a, b = c, d` passes no tuple up to this many values.
const PARALLEL: usize = 16;

impl<'t> Gen<'_, 't> {
    /// `targets[0] = targets[1] = value`.
    pub(super) fn assign(&mut self, targets: &'t [Expr], value: &'t Expr) -> Fallible {
        let mark = self.temps.mark();
        if let [target] = targets {
            self.assign_one(target, value)?;
            self.temps.reset(mark);
            return Ok(());
        }
        let is_plain =
            |target: &Expr| !matches!(target.kind, ExprKind::Tuple(_) | ExprKind::List(_));
        let (last, before) = targets.split_last().expect("an assignment has targets");
        if let ExprKind::Name(name) = targets[0].kind
            && let Some(register) = self.local(name)
            && targets[1..].iter().all(is_plain)
            && !targets[1..].iter().any(|target| target.names(name))
        {
            self.expr_to(value, register)?;
            for target in &targets[1..] {
                self.store(target, register)?;
            }
            self.temps.reset(mark);
            return Ok(());
        }
        let register = self.push_expr(value)?;
        for target in before {
            let mark = self.temps.mark();
            let copy = self.temps.push()?;
            self.copy(target.span, copy, register);
            self.store(target, copy)?;
            self.temps.reset(mark);
        }
        self.store(last, register)?;
        self.temps.reset(mark);
        Ok(())
    }

    fn assign_one(&mut self, target: &'t Expr, value: &'t Expr) -> Fallible {
        match &target.kind {
            ExprKind::Name(name) => {
                if let Some(register) = self.local(*name) {
                    return self.expr_to(value, register);
                }
            }
            ExprKind::Tuple(targets) | ExprKind::List(targets) => {
                if let ExprKind::Tuple(values) = &value.kind
                    && self.parallel(targets, values)?
                {
                    return Ok(());
                }
            }
            _ => {}
        }
        let inside = target.kind.parts();
        let register = self.operand_before(value, &inside)?;
        self.store(target, register)
    }

    /// `a, b = c, d` without a tuple. Gives whether it was done.
    fn parallel(&mut self, targets: &'t [Expr], values: &'t [Expr]) -> Fallible<bool> {
        let simple = |target: &Expr| {
            matches!(
                target.kind,
                ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. }
            )
        };
        let no_star = |value: &Expr| !matches!(value.kind, ExprKind::Starred(_));
        if targets.len() != values.len()
            || targets.len() > PARALLEL
            || !targets.iter().all(simple)
            || !values.iter().all(no_star)
        {
            return Ok(false);
        }
        let mut registers = Vec::with_capacity(values.len());
        for (at, value) in values.iter().enumerate() {
            // In place, if neither a later value nor an earlier target changes the variable.
            let in_place = match value.kind {
                ExprKind::Name(name) => {
                    !targets[..at].iter().any(|target| target.names(name))
                        && !self.host_scope().has_walrus
                }
                _ => false,
            };
            registers.push(if in_place {
                self.operand(value)?
            } else {
                self.push_expr(value)?
            });
        }
        for (target, register) in targets.iter().zip(registers) {
            self.store(target, register)?;
        }
        Ok(true)
    }

    /// `target = src`. A temporary is consumed, a variable stays.
    pub(super) fn store(&mut self, target: &'t Expr, src: u16) -> Fallible {
        let span = target.span;
        let mark = self.temps.mark();
        match &target.kind {
            ExprKind::Name(name) => self.store_name(span, *name, src)?,
            ExprKind::Attribute { value, name, .. } => {
                let object = self.operand(value)?;
                let cache = self.emitter.cache(&self.mangled(*name))?;
                self.emit(
                    span,
                    Op::StoreAttr {
                        object: Src(object),
                        src: Src(src),
                        cache,
                    },
                );
            }
            ExprKind::Subscript { value, index } => {
                let object = self.operand_before(value, &[index])?;
                let key = self.operand(index)?;
                self.emit(
                    span,
                    Op::StoreItem {
                        object: Src(object),
                        key: Src(key),
                        src: Src(src),
                    },
                );
            }
            ExprKind::Tuple(targets) | ExprKind::List(targets) => {
                self.unpack(span, targets, src)?;
            }
            ExprKind::Starred(_) => {
                return wrong(span, "starred assignment target must be in a list or tuple");
            }
            _ => return wrong(span, "cannot assign to expression"),
        }
        self.temps.reset(mark);
        Ok(())
    }

    /// The first of the registers of these variables, if they are one behind the other: they can be written at once.
    fn in_a_row(&self, targets: &[Expr]) -> Option<u16> {
        let register = |target: &Expr| match &target.kind {
            ExprKind::Name(name) => self.local(*name),
            _ => None,
        };
        let first = register(targets.first()?)?;
        let mut places = targets.iter().zip(first..);
        places
            .all(|(target, place)| register(target) == Some(place))
            .then_some(first)
    }

    fn unpack(&mut self, span: Span, targets: &'t [Expr], src: u16) -> Fallible {
        let is_star = |target: &Expr| matches!(target.kind, ExprKind::Starred(_));
        let star = targets.iter().position(is_star);
        if let Some(at) = star
            && targets[at + 1..].iter().any(is_star)
        {
            return wrong(span, "multiple starred expressions in assignment");
        }
        if targets.len() > 60_000 || star.is_some_and(|at| at > 255) {
            return wrong(span, "too many expressions in star-unpacking assignment");
        }
        let count = targets.len() as u16;
        if let Some(first) = self.in_a_row(targets) {
            let op = Op::Unpack {
                src: Src(src),
                first: Window(first),
                count: Count(count),
            };
            self.emit(span, op);
            (first..first + count).for_each(|register| self.wrote(register));
            return Ok(());
        }
        let first = self.temps.push_many(count)?;
        let op = match star {
            None => Op::Unpack {
                src: Src(src),
                first: Window(first),
                count: Count(count),
            },
            Some(at) => Op::UnpackStar {
                before: Few(at as u8),
                src: Src(src),
                first: Window(first),
                after: Count(count - at as u16 - 1),
            },
        };
        self.emit(span, op);
        for (at, target) in targets.iter().enumerate() {
            let target = match &target.kind {
                ExprKind::Starred(inner) => inner,
                _ => target,
            };
            self.store(target, first + at as u16)?;
        }
        Ok(())
    }

    /// `(target := value)` whose value is wanted in `dst`.
    pub(super) fn named(
        &mut self,
        target: Name,
        target_span: Span,
        value: &'t Expr,
        dst: u16,
    ) -> Fallible {
        if let Some(register) = self.local(target) {
            self.expr_to(value, register)?;
            if register != dst {
                self.copy(target_span, dst, register);
            }
            return Ok(());
        }
        let mark = self.temps.mark();
        let register = self.scratch(dst)?;
        self.expr_to(value, register)?;
        let copy = self.temps.push()?;
        self.copy(target_span, copy, register);
        self.store_name(target_span, target, copy)?;
        self.transfer(target_span, dst, register);
        self.temps.reset(mark);
        Ok(())
    }

    /// `target op= value`.
    pub(super) fn augment(
        &mut self,
        span: Span,
        target: &'t Expr,
        op: BinaryOp,
        value: &'t Expr,
    ) -> Fallible {
        let mark = self.temps.mark();
        match &target.kind {
            ExprKind::Name(name) => {
                if let Access::Local(register) = self.access(*name) {
                    let left = self.operand_before(target, &[value])?;
                    self.combine(span, op, true, register, left, value)?;
                } else {
                    let register = self.temps.push()?;
                    self.load_name(target.span, register, *name)?;
                    self.combine(span, op, true, register, register, value)?;
                    self.store_name(target.span, *name, register)?;
                }
            }
            ExprKind::Attribute {
                value: object,
                name,
                ..
            } => {
                let object = self.operand_before(object, &[value])?;
                let register = self.temps.push()?;
                let from = self.used_twice(target.span, object, register);
                let text = self.mangled(*name);
                let cache = self.emitter.cache(&text)?;
                self.emit(
                    target.span,
                    Op::LoadAttr {
                        dst: Dst(register),
                        object: Src(from),
                        cache,
                    },
                );
                self.combine(span, op, true, register, register, value)?;
                let cache = self.emitter.cache(&text)?;
                self.emit(
                    target.span,
                    Op::StoreAttr {
                        object: Src(object),
                        src: Src(register),
                        cache,
                    },
                );
            }
            ExprKind::Subscript {
                value: object,
                index,
            } => self.augment_item(span, target.span, object, index, op, value)?,
            _ => {
                return wrong(target.span, "illegal expression for augmented assignment");
            }
        }
        self.temps.reset(mark);
        Ok(())
    }

    fn augment_item(
        &mut self,
        span: Span,
        target_span: Span,
        object: &'t Expr,
        index: &'t Expr,
        op: BinaryOp,
        value: &'t Expr,
    ) -> Fallible {
        let object = self.operand_before(object, &[index, value])?;
        let imm = fold::small_int(index);
        let key = match imm {
            Some(_) => None,
            None => Some(self.operand_before(index, &[value])?),
        };
        let register = self.temps.push()?;
        let from = self.used_twice(target_span, object, register);
        let load = match (key, imm) {
            (Some(key), _) => {
                let copy = self.temps.push()?;
                let key = self.used_twice(target_span, key, copy);
                Op::LoadItem {
                    dst: Dst(register),
                    object: Src(from),
                    key: Src(key),
                }
            }
            (None, imm) => Op::LoadItemImm {
                dst: Dst(register),
                object: Src(from),
                imm: Imm(imm.expect("there is a key or a small int")),
            },
        };
        self.emit(target_span, load);
        self.combine(span, op, true, register, register, value)?;
        let key = match key {
            Some(key) => key,
            None => self.push_const(
                target_span,
                Const::Int(i64::from(imm.expect("there is a key or a small int"))),
            )?,
        };
        self.emit(
            target_span,
            Op::StoreItem {
                object: Src(object),
                key: Src(key),
                src: Src(register),
            },
        );
        Ok(())
    }

    /// A register to read `register` from without consuming it: itself, or `copy`.
    fn used_twice(&mut self, span: Span, register: u16, copy: u16) -> u16 {
        if !self.temps.is_temporary(register) {
            return register;
        }
        self.copy(span, copy, register);
        copy
    }

    /// `del target`.
    pub(super) fn delete(&mut self, target: &'t Expr) -> Fallible {
        let span = target.span;
        let mark = self.temps.mark();
        match &target.kind {
            ExprKind::Name(name) => self.delete_name(span, *name)?,
            ExprKind::Attribute { value, name, .. } => {
                let object = Src(self.operand(value)?);
                let name = self.emitter.name(&self.mangled(*name))?;
                self.emit(span, Op::DelAttr { object, name });
            }
            ExprKind::Subscript { value, index } => {
                let object = self.operand_before(value, &[index])?;
                let key = self.operand(index)?;
                self.emit(
                    span,
                    Op::DelItem {
                        object: Src(object),
                        key: Src(key),
                    },
                );
            }
            ExprKind::Tuple(targets) | ExprKind::List(targets) => {
                targets.iter().try_for_each(|target| self.delete(target))?;
            }
            _ => return wrong(span, "cannot delete expression"),
        }
        self.temps.reset(mark);
        Ok(())
    }
}

trait Target {
    /// Whether assigning this target changes the variable `name`.
    fn names(&self, name: Name) -> bool;
}

impl Target for Expr {
    fn names(&self, name: Name) -> bool {
        match &self.kind {
            ExprKind::Name(found) => *found == name,
            ExprKind::Tuple(targets) | ExprKind::List(targets) => {
                targets.iter().any(|target| target.names(name))
            }
            ExprKind::Starred(inner) => inner.names(name),
            _ => walk::rebinds(self, name),
        }
    }
}

trait Parts {
    /// What assigning to the target evaluates.
    fn parts(&self) -> Vec<&Expr>;
}

impl Parts for ExprKind {
    fn parts(&self) -> Vec<&Expr> {
        match self {
            ExprKind::Attribute { value, .. } => vec![value],
            ExprKind::Subscript { value, index } => vec![value, index],
            _ => Vec::new(),
        }
    }
}
