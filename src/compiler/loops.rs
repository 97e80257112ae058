//! for, while, and the ways out: break, continue, return.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Expr, ExprKind, Name, Stmt};

use super::emit::Label;
use super::error::{Fallible, wrong};
use super::fold;
use super::generate::{Block, Gen};
use super::scope::{Access, ScopeKind};
use super::walk;
use crate::bytecode::{Const, Dst, Flow, Jump, Op, Peek, Reg, Src, Window};

impl<'t> Gen<'_, 't> {
    /// The test stands at the entry and at the bottom, so that each turn jumps once.
    pub(super) fn while_(
        &mut self,
        span: Span,
        test: &'t Expr,
        body: &'t [Stmt],
        orelse: &'t [Stmt],
    ) -> Fallible {
        let constant = fold::constant(test).map(|value| fold::truth(&value));
        let twice = constant.is_none() && walk::is_small(test);
        let top = self.emitter.label();
        let bottom = self.emitter.label();
        let otherwise = self.emitter.label();
        let end = self.emitter.label();
        if twice {
            self.jump_on(test, otherwise, false)?;
        }
        self.forget_unbound(&[body]);
        self.emitter.bind(top);
        if !twice {
            self.jump_on(test, otherwise, false)?;
        }
        self.enter(
            span,
            Block::Loop {
                on_break: end,
                on_continue: if twice { bottom } else { top },
                iterator: None,
            },
        )?;
        self.body(body)?;
        self.blocks.pop();
        self.emitter.bind(bottom);
        if twice {
            self.jump_on(test, top, true)?;
        } else {
            self.emitter.go(span, top);
        }
        self.emitter.bind(otherwise);
        self.body(orelse)?;
        self.emitter.bind(end);
        Ok(())
    }

    pub(super) fn for_(
        &mut self,
        target: &'t Expr,
        iter: &'t Expr,
        body: &'t [Stmt],
        orelse: &'t [Stmt],
    ) -> Fallible {
        let mark = self.temps.mark();
        let it = self.iterate(iter)?;
        let top = self.emitter.label();
        let otherwise = self.emitter.label();
        let end = self.emitter.label();
        self.forget_unbound(&[body]);
        self.emitter.bind(top);
        self.next_item(iter.span, it, target, otherwise)?;
        self.enter(
            iter.span,
            Block::Loop {
                on_break: end,
                on_continue: top,
                iterator: Some(it),
            },
        )?;
        self.body(body)?;
        self.blocks.pop();
        self.emitter.next_turn(iter.span, top);
        self.emitter.bind(otherwise);
        self.temps.reset(mark);
        self.body(orelse)?;
        self.emitter.bind(end);
        Ok(())
    }

    /// Starts an iteration over `iter`: the first of its three temporaries.
    pub(super) fn iterate(&mut self, iter: &'t Expr) -> Fallible<u16> {
        let it = self.temps.mark();
        let src = self.iterated(iter)?;
        self.temps.set(it);
        self.start_iteration(iter.span, src)
    }

    /// What is iterated over: a display of constants is one itself.
    pub(super) fn iterated(&mut self, iter: &'t Expr) -> Fallible<u16> {
        match fold::container(iter) {
            Some(value) => self.push_const(iter.span, value),
            None => self.operand(iter),
        }
    }

    /// The same over the value in `src`, which may be the next free temporary.
    pub(super) fn start_iteration(&mut self, span: Span, src: u16) -> Fallible<u16> {
        let it = self.temps.push_many(3)?;
        self.emit(
            span,
            Op::GetIter {
                it: Window(it),
                src: Src(src),
            },
        );
        Ok(it)
    }

    /// `target = next(it)`, or goes to `exhausted`.
    pub(super) fn next_item(
        &mut self,
        span: Span,
        it: u16,
        target: &'t Expr,
        exhausted: Label,
    ) -> Fallible {
        let mark = self.temps.mark();
        let (dst, is_direct) = self.target_register(target)?;
        let op = Op::ForIter {
            it: Window(it),
            dst: Dst(dst),
            to: Jump(0),
        };
        if self.far {
            self.emitter.jump_far(span, op, exhausted);
        } else {
            self.emitter.jump(span, op, exhausted);
        }
        self.wrote(dst);
        if !is_direct {
            self.store(target, dst)?;
        }
        self.temps.reset(mark);
        Ok(())
    }

    /// Where the next value of a loop goes: a variable itself, or a temporary to store from.
    fn target_register(&mut self, target: &'t Expr) -> Fallible<(u16, bool)> {
        if let ExprKind::Name(name) = target.kind
            && let Access::Local(register) = self.access(name)
        {
            return Ok((register, true));
        }
        Ok((self.temps.push()?, false))
    }

    pub(super) fn async_for(
        &mut self,
        target: &'t Expr,
        iter: &'t Expr,
        body: &'t [Stmt],
        orelse: &'t [Stmt],
    ) -> Fallible {
        let span = iter.span;
        let mark = self.temps.mark();
        let it = self.async_iterate(iter)?;
        let top = self.emitter.label();
        let end = self.emitter.label();
        self.forget_unbound(&[body]);
        self.emitter.bind(top);
        let stop = self.next_async_item(span, it, target)?;
        self.enter(
            span,
            Block::Loop {
                on_break: end,
                on_continue: top,
                iterator: Some(it),
            },
        )?;
        self.body(body)?;
        self.blocks.pop();
        self.emitter.go(span, top);
        self.end_async(span, it, stop);
        self.temps.reset(mark);
        self.body(orelse)?;
        self.emitter.bind(end);
        Ok(())
    }

    /// A temporary with `aiter(iter)`.
    pub(super) fn async_iterate(&mut self, iter: &'t Expr) -> Fallible<u16> {
        let it = self.temps.mark();
        let src = self.operand(iter)?;
        self.temps.set(it);
        let it = self.temps.push()?;
        self.emit(
            iter.span,
            Op::GetAIter {
                dst: Dst(it),
                src: Src(src),
            },
        );
        Ok(it)
    }

    /// `target = await anext(it)`. Gives what `end_async` needs.
    pub(super) fn next_async_item(
        &mut self,
        span: Span,
        it: u16,
        target: &'t Expr,
    ) -> Fallible<AsyncStop> {
        let mark = self.temps.mark();
        let bound = self.emitter.bound.clone();
        let label = self.emitter.label();
        let range = self.emitter.open_handler(label, it + 1);
        let item = self.temps.push()?;
        self.emit(
            span,
            Op::GetANext {
                dst: Dst(item),
                it: Peek(it),
            },
        );
        let (dst, is_direct) = match self.target_register(target)? {
            (_, false) => (item, false),
            direct => direct,
        };
        self.await_register(span, dst, item);
        let used = self.emitter.close(range);
        if !is_direct {
            self.store(target, dst)?;
        }
        self.temps.reset(mark);
        Ok(AsyncStop { label, bound, used })
    }

    /// The end of an asynchronous loop: StopAsyncIteration arrives here.
    pub(super) fn end_async(&mut self, span: Span, it: u16, stop: AsyncStop) {
        self.emitter
            .bind_handler(stop.label, stop.used, &stop.bound);
        self.emit(span, Op::EndAsyncFor { exc: Reg(it + 1) });
        self.drop_register(span, it);
    }

    /// Forgets that variables are bound which these statements may unbind.
    pub(super) fn forget_unbound(&mut self, bodies: &[&'t [Stmt]]) {
        for register in self.unbound_registers(bodies) {
            self.emitter.bound.unset(register);
        }
    }

    /// The variables that these statements may unbind.
    pub(super) fn unbound_registers(&self, bodies: &[&'t [Stmt]]) -> Vec<u16> {
        if !self.host_scope().has_unbind {
            return Vec::new();
        }
        let mut names: Vec<Name> = Vec::new();
        for body in bodies {
            walk::unbound_in(body, &mut names);
        }
        names
            .into_iter()
            .filter_map(|name| self.local(name))
            .collect()
    }

    pub(super) fn break_(&mut self, span: Span) -> Fallible {
        let Some(at) = self.innermost_loop() else {
            return wrong(span, "'break' outside loop");
        };
        let Block::Loop {
            on_break, iterator, ..
        } = self.blocks[at]
        else {
            unreachable!("innermost_loop gives a loop");
        };
        let left = self.leave(span, at + 1, None)?;
        if let Some(it) = iterator {
            self.drop_register(span, it);
        }
        self.emitter.go(span, on_break);
        self.come_back(left);
        Ok(())
    }

    pub(super) fn continue_(&mut self, span: Span) -> Fallible {
        let Some(at) = self.innermost_loop() else {
            return wrong(span, "'continue' not properly in loop");
        };
        let Block::Loop { on_continue, .. } = self.blocks[at] else {
            unreachable!("innermost_loop gives a loop");
        };
        let left = self.leave(span, at + 1, None)?;
        self.emitter.go(span, on_continue);
        self.come_back(left);
        Ok(())
    }

    fn innermost_loop(&self) -> Option<usize> {
        self.blocks
            .iter()
            .rposition(|block| matches!(block, Block::Loop { .. }))
    }

    pub(super) fn return_(&mut self, span: Span, value: Option<&'t Expr>) -> Fallible {
        if self.host_scope().kind != ScopeKind::Function {
            return wrong(span, "'return' outside function");
        }
        if self.flow == Flow::AsyncGenerator && value.is_some() {
            return wrong(span, "'return' with value in async generator");
        }
        let mark = self.temps.mark();
        let constant = value.map_or(Some(Const::None), fold::constant);
        let mut src = None;
        if let (Some(value), None) = (value, &constant) {
            // What leaving runs must not change the value.
            let runs_code = self.blocks.iter().any(|block| {
                matches!(
                    block,
                    Block::Finally { .. }
                        | Block::With { .. }
                        | Block::Handler { name: Some(_), .. }
                )
            });
            src = Some(if runs_code {
                self.push_expr(value)?
            } else {
                self.operand(value)?
            });
        }
        let left = self.leave(span, 0, src)?;
        match (src, constant) {
            (Some(src), _) => self.return_register(span, src),
            (None, Some(Const::None)) | (None, None) => self.return_none(span)?,
            (None, Some(value)) => {
                let src = self.push_const(span, value)?;
                self.return_register(span, src);
            }
        }
        self.come_back(left);
        self.temps.reset(mark);
        Ok(())
    }

    pub(super) fn return_register(&mut self, span: Span, src: u16) {
        let src = Src(src);
        let op = match self.flow {
            Flow::Plain => Op::Return { src },
            _ => Op::GenReturn { src },
        };
        self.emit(span, op);
    }

    pub(super) fn return_none(&mut self, span: Span) -> Fallible {
        if self.flow == Flow::Plain {
            self.emit(span, Op::ReturnNone {});
            return Ok(());
        }
        let mark = self.temps.mark();
        let src = self.push_const(span, Const::None)?;
        self.return_register(span, src);
        self.temps.reset(mark);
        Ok(())
    }

    /// Emits what leaving all blocks from number `down_to` on must do, and takes them away
    /// until `come_back`. A value that is being returned waits in `returned`.
    fn leave(
        &mut self,
        span: Span,
        down_to: usize,
        returned: Option<u16>,
    ) -> Fallible<Vec<Block<'t>>> {
        let mut left = Vec::new();
        while self.blocks.len() > down_to {
            let block = self.blocks.pop().expect("there are more blocks");
            left.push(block);
            match block {
                Block::Loop { iterator, .. } => {
                    if let Some(it) = iterator {
                        self.drop_register(span, it);
                    }
                }
                Block::Try { range } => self.emitter.suspend(range),
                Block::Finally { range, body } => {
                    self.emitter.suspend(range);
                    match returned {
                        Some(value) => {
                            self.blocks.push(Block::Returning { value });
                            self.body(body)?;
                            self.blocks.pop();
                        }
                        None => self.body(body)?,
                    }
                }
                Block::Handler {
                    exc,
                    region,
                    cleanup,
                    name,
                } => {
                    if let Some(cleanup) = cleanup {
                        self.emitter.suspend(cleanup);
                    }
                    self.emitter.suspend(region);
                    self.drop_register(span, exc);
                    if let Some(name) = name {
                        self.forget_name(span, name)?;
                    }
                }
                Block::Returning { value } => self.drop_register(span, value),
                Block::StarHandler => {
                    return wrong(
                        span,
                        "'break', 'continue' and 'return' cannot appear in an except* block",
                    );
                }
                Block::Ending { exc, region } => {
                    self.emitter.suspend(region);
                    self.drop_register(span, exc);
                }
                Block::With {
                    context,
                    is_async,
                    range,
                    span,
                } => {
                    self.emitter.suspend(range);
                    self.exit_with_none(span, context, is_async)?;
                }
            }
        }
        Ok(left)
    }

    /// Goes on inside the blocks that `leave` took away.
    fn come_back(&mut self, left: Vec<Block<'t>>) {
        for block in left.into_iter().rev() {
            match block {
                Block::Try { range }
                | Block::Finally { range, .. }
                | Block::With { range, .. }
                | Block::Ending { region: range, .. } => self.emitter.resume(range),
                Block::Handler {
                    region, cleanup, ..
                } => {
                    self.emitter.resume(region);
                    if let Some(cleanup) = cleanup {
                        self.emitter.resume(cleanup);
                    }
                }
                Block::Loop { .. } | Block::Returning { .. } | Block::StarHandler => {}
            }
            self.blocks.push(block);
        }
    }
}

/// Where an asynchronous loop ends, and what is bound there.
#[derive(Debug)]
pub(super) struct AsyncStop {
    label: Label,
    bound: super::registers::Bound,
    used: bool,
}
