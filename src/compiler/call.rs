//! Calls: the window of callee and arguments, and the fused forms.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Argument, Expr, ExprKind, Name};

use super::error::Fallible;
use super::generate::Gen;
use super::scope::{Access, ScopeKind};
use super::walk;
use crate::bytecode::{CacheIndex, Const, Count, Dst, Few, Op, Peek, Src, Window};

/// The most values in the window of a call.
const MOST: usize = 250;

impl<'t> Gen<'_, 't> {
    pub(super) fn call(
        &mut self,
        span: Span,
        func: &'t Expr,
        args: &'t [Argument],
        dst: u16,
    ) -> Fallible {
        let mark = self.begin_window(dst);
        let a = self.temps.push()?;
        let mut has_star = args.len() > MOST;
        let mut has_keyword = false;
        for arg in args {
            match arg {
                Argument::Positional(_) => {}
                Argument::Keyword { .. } => has_keyword = true,
                Argument::Star(_) | Argument::DoubleStar(_) => has_star = true,
            }
        }
        if has_star {
            self.expr_to(func, a)?;
            self.call_with_stars(span, a, &[], args, dst)?;
        } else if args.len() < MOST && self.super_method_call(span, func, args, a, dst)? {
        } else if has_keyword {
            self.call_with_keywords(span, func, args, a, dst)?;
        } else if args.is_empty() && self.super_call(span, func, a, dst)? {
        } else {
            self.call_plain(span, func, args, a, dst)?;
        }
        self.end_window(mark);
        self.wrote(dst);
        Ok(())
    }

    fn call_plain(
        &mut self,
        span: Span,
        func: &'t Expr,
        args: &'t [Argument],
        a: u16,
        dst: u16,
    ) -> Fallible {
        let n = Few(args.len() as u8);
        let (window, to) = (Window(a), Dst(dst));
        if let ExprKind::Attribute { value, name, .. } = &func.kind {
            if args.is_empty()
                && let Ok(a) = u8::try_from(a)
                && let Some(object) = self.in_place(value)?
            {
                self.temps.push()?;
                let cache = self.emitter.cache(&self.mangled(*name))?;
                self.emit(
                    span,
                    Op::CallMethodOn {
                        a: Few(a),
                        dst: to,
                        object: Peek(object),
                        cache,
                    },
                );
                return Ok(());
            }
            self.push_expr(value)?;
            let cache = self.emitter.cache(&self.mangled(*name))?;
            self.find_method(func.span, window, cache, args);
            self.arguments(args)?;
            self.emit(
                span,
                Op::CallMethod {
                    n,
                    a: window,
                    dst: to,
                    cache,
                },
            );
            return Ok(());
        }
        if let ExprKind::Name(name) = &func.kind {
            match self.access(*name) {
                // The callee is looked up after the arguments: only where nobody can tell.
                Access::Global if args.iter().all(|arg| walk::is_simple(arg_value(arg))) => {
                    if let [arg] = args
                        && let Ok(a) = u8::try_from(a)
                        && let Some(src) = self.in_place(arg_value(arg))?
                    {
                        self.temps.push()?;
                        let global = self.emitter.global(&self.mangled(*name))?;
                        self.emit(
                            span,
                            Op::CallGlobalOn {
                                a: Few(a),
                                dst: to,
                                src: Peek(src),
                                global,
                            },
                        );
                        return Ok(());
                    }
                    self.arguments(args)?;
                    let global = self.emitter.global(&self.mangled(*name))?;
                    self.emit(
                        span,
                        Op::CallGlobal {
                            n,
                            a: window,
                            dst: to,
                            global,
                        },
                    );
                    return Ok(());
                }
                Access::Local(register) if !self.rebinds_in_args(*name, args) => {
                    self.check(func.span, register);
                    self.arguments(args)?;
                    self.emit(
                        span,
                        Op::CallLocal {
                            n,
                            a: window,
                            dst: to,
                            func: Peek(register),
                        },
                    );
                    return Ok(());
                }
                _ => {}
            }
        }
        self.expr_to(func, a)?;
        self.call_with(span, a, 0, args, dst)
    }

    /// The method goes before the arguments where somebody can tell.
    fn find_method(&mut self, span: Span, a: Window, cache: CacheIndex, args: &'t [Argument]) {
        if !args.iter().all(|arg| walk::is_plain(arg_value(arg))) {
            self.emit(span, Op::FindMethod { a, cache });
        }
    }

    fn rebinds_in_args(&self, name: Name, args: &[Argument]) -> bool {
        self.host_scope().has_walrus && args.iter().any(|arg| walk::rebinds(arg_value(arg), name))
    }

    /// Evaluates the arguments, which have no stars, into the next registers.
    fn arguments(&mut self, args: &'t [Argument]) -> Fallible {
        args.iter()
            .try_for_each(|arg| self.push_expr(arg_value(arg)).map(drop))
    }

    /// Positional and keyword arguments may be mixed in the source (only `*x` may follow a
    /// keyword, and that is the other form), so keywords are always last here.
    fn call_with_keywords(
        &mut self,
        span: Span,
        func: &'t Expr,
        args: &'t [Argument],
        a: u16,
        dst: u16,
    ) -> Fallible {
        let n = Few(args.len() as u8);
        let (window, to) = (Window(a), Dst(dst));
        if let ExprKind::Attribute { value, name, .. } = &func.kind {
            self.push_expr(value)?;
            let cache = self.emitter.cache(&self.mangled(*name))?;
            self.find_method(func.span, window, cache, args);
            self.arguments(args)?;
            let names = self.keyword_names(args);
            let value = self.emitter.constant(names)?;
            self.emit(
                span,
                Op::CallMethodKw {
                    n,
                    a: window,
                    dst: to,
                    cache,
                },
            );
            self.emit(span, Op::Extra { value });
            return Ok(());
        }
        self.expr_to(func, a)?;
        self.call_with(span, a, 0, args, dst)
    }

    /// `dst = r[a](..., args)`, where `first` arguments are in their registers and `args` has no stars.
    pub(super) fn call_with(
        &mut self,
        span: Span,
        a: u16,
        first: usize,
        args: &'t [Argument],
        dst: u16,
    ) -> Fallible {
        self.arguments(args)?;
        let n = Few((first + args.len()) as u8);
        let (a, dst) = (Window(a), Dst(dst));
        let op = if args.iter().any(is_keyword) {
            let names = self.keyword_names(args);
            let names = self.emitter.constant(names)?;
            Op::CallKw { n, a, dst, names }
        } else {
            Op::Call { n, a, dst }
        };
        self.emit(span, op);
        Ok(())
    }

    fn keyword_names(&self, args: &[Argument]) -> Const {
        let names = args.iter().filter_map(|arg| match arg {
            Argument::Keyword { name, .. } => Some(Const::str(self.mangled(*name))),
            _ => None,
        });
        Const::Tuple(names.collect())
    }

    /// The general form: the callee is in `a`, `first` positional arguments follow it already.
    /// The list and the dict of arguments are built after it.
    pub(super) fn call_with_stars(
        &mut self,
        span: Span,
        a: u16,
        first: &[u16],
        args: &'t [Argument],
        dst: u16,
    ) -> Fallible {
        let list = a + 1;
        let count = first.len() as u16;
        if first.is_empty() {
            self.temps.push()?;
        }
        let mut by_position = args
            .iter()
            .filter(|arg| matches!(arg, Argument::Positional(_) | Argument::Star(_)));
        if first.is_empty()
            && let (Some(Argument::Star(value)), None) = (by_position.next(), by_position.next())
        {
            // A lone `*iterable` is handed over as it is.
            self.expr_to(value, list)?;
            self.temps.set(list + 1);
            return self.call_ex(span, a, args, dst);
        }
        // Positional arguments before the first star are built at once.
        let (mut count, mut at) = (count, 0);
        while count < 64
            && let Some(Argument::Positional(value)) = args.get(at)
        {
            // The first of them stands where the list will.
            let register = if count == 0 { list } else { self.temps.push()? };
            self.expr_to(value, register)?;
            count += 1;
            at += 1;
        }
        self.emit(
            span,
            Op::BuildList {
                dst: Dst(list),
                first: Window(list),
                count: Count(count),
            },
        );
        self.temps.set(list + 1);
        for arg in &args[at..] {
            let mark = self.temps.mark();
            let op = match arg {
                Argument::Positional(value) => Op::ListAppend {
                    list: Peek(list),
                    src: Src(self.operand(value)?),
                },
                Argument::Star(value) => Op::ListExtend {
                    list: Peek(list),
                    src: Src(self.operand(value)?),
                },
                Argument::Keyword { .. } | Argument::DoubleStar(_) => continue,
            };
            self.emit(arg_value(arg).span, op);
            self.temps.reset(mark);
        }
        self.call_ex(span, a, args, dst)
    }

    /// The call of `a`, where what follows it are the positional arguments: the keyword arguments come next.
    fn call_ex(&mut self, span: Span, a: u16, args: &'t [Argument], dst: u16) -> Fallible {
        let dict = self.temps.push()?;
        self.keyword_dict(span, a, dict, args)?;
        let (window, to) = (Window(a), Dst(dst));
        self.emit(span, Op::CallEx { a: window, dst: to });
        self.temps.set(dict + 1);
        Ok(())
    }

    /// `dict` = the keyword arguments, or None if there are none.
    fn keyword_dict(&mut self, span: Span, a: u16, dict: u16, args: &'t [Argument]) -> Fallible {
        let is_keyword =
            |arg: &&Argument| matches!(arg, Argument::Keyword { .. } | Argument::DoubleStar(_));
        let keywords: Vec<&'t Argument> = args.iter().filter(is_keyword).collect();
        if keywords.is_empty() {
            return self.load_const(span, dict, Const::None);
        }
        let mut seen_stars = false;
        self.build_dict(span, dict, 0, 0);
        for arg in keywords {
            let mark = self.temps.mark();
            match arg {
                Argument::Keyword { name, value, .. } if !seen_stars => {
                    let key = self.push_const(span, Const::str(self.mangled(*name)))?;
                    let value = self.operand(value)?;
                    self.emit(
                        span,
                        Op::DictSet {
                            dict: Peek(dict),
                            key: Src(key),
                            src: Src(value),
                        },
                    );
                }
                // After `**x` a keyword may repeat a key of it, which raises.
                Argument::Keyword { name, value, .. } => {
                    let first = self.push_const(span, Const::str(self.mangled(*name)))?;
                    self.push_expr(value)?;
                    self.build_dict(span, first, first, 1);
                    self.merge(span, a, dict, first);
                }
                Argument::DoubleStar(value) => {
                    seen_stars = true;
                    let src = self.operand(value)?;
                    self.merge(span, a, dict, src);
                }
                Argument::Positional(_) | Argument::Star(_) => {}
            }
            self.temps.reset(mark);
        }
        Ok(())
    }

    fn merge(&mut self, span: Span, a: u16, dict: u16, src: u16) {
        self.emit(
            span,
            Op::DictMerge {
                dict: Peek(dict),
                src: Src(src),
                callee: Peek(a),
            },
        );
    }

    /// The cell with the class, for `super()` inside a method.
    fn super_cell(&self, func: &Expr) -> Option<u16> {
        let ExprKind::Name(name) = func.kind else {
            return None;
        };
        if self.text(name) != "super" || self.access(name) != Access::Global {
            return None;
        }
        let host = self.host_scope();
        if !matches!(host.kind, ScopeKind::Function | ScopeKind::Lambda) || host.n_positional == 0 {
            return None;
        }
        let class_name = self.shared.scopes.class_name;
        match self.shared.scopes.access(self.scope, class_name) {
            Access::Cell(cell) => Some(cell),
            _ => None,
        }
    }

    /// `to` = the first parameter.
    fn first_parameter(&mut self, span: Span, to: u16) {
        if self.host_scope().made_cells.contains(&0) {
            self.emit(
                span,
                Op::LoadCell {
                    dst: Dst(to),
                    cell: Peek(0),
                },
            );
        } else {
            self.check(span, 0);
            self.copy(span, to, 0);
        }
    }

    /// `super()` inside a method: the class and the first parameter are passed. Gives whether
    /// this is such a call.
    fn super_call(&mut self, span: Span, func: &'t Expr, a: u16, dst: u16) -> Fallible<bool> {
        let Some(cell) = self.super_cell(func) else {
            return Ok(false);
        };
        let class = self.temps.push()?;
        self.emit(
            span,
            Op::LoadCell {
                dst: Dst(class),
                cell: Peek(cell),
            },
        );
        let first = self.temps.push()?;
        self.first_parameter(span, first);
        let global = self.emitter.global("super")?;
        self.emit(
            span,
            Op::CallGlobal {
                n: Few(2),
                a: Window(a),
                dst: Dst(dst),
                global,
            },
        );
        Ok(true)
    }

    /// `super().name(...)` inside a method, without stars. Gives whether this is such a call.
    fn super_method_call(
        &mut self,
        span: Span,
        func: &'t Expr,
        args: &'t [Argument],
        a: u16,
        dst: u16,
    ) -> Fallible<bool> {
        let ExprKind::Attribute { value, name, .. } = &func.kind else {
            return Ok(false);
        };
        let ExprKind::Call {
            func: inner,
            args: none,
            ..
        } = &value.kind
        else {
            return Ok(false);
        };
        let Some(cell) = self.super_cell(inner).filter(|_| none.is_empty()) else {
            return Ok(false);
        };
        let global = self.emitter.global("super")?;
        self.emit(
            inner.span,
            Op::LoadGlobal {
                dst: Dst(a),
                global,
            },
        );
        let object = self.temps.push()?;
        self.first_parameter(value.span, object);
        let class = self.temps.push()?;
        self.emit(
            value.span,
            Op::LoadCell {
                dst: Dst(class),
                cell: Peek(cell),
            },
        );
        let cache = self.emitter.cache(&self.mangled(*name))?;
        self.emit(
            func.span,
            Op::LoadSuper {
                a: Window(a),
                cache,
            },
        );
        self.temps.set(class);
        self.call_with(span, a, 1, args, dst)?;
        Ok(true)
    }
}

fn is_keyword(arg: &Argument) -> bool {
    matches!(arg, Argument::Keyword { .. })
}

/// The value of an argument of any kind.
fn arg_value(arg: &Argument) -> &Expr {
    match arg {
        Argument::Positional(value)
        | Argument::Star(value)
        | Argument::Keyword { value, .. }
        | Argument::DoubleStar(value) => value,
    }
}
