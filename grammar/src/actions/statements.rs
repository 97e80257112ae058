//! Statements: the builder's stack, and the forms that need more than their parts.

use super::Builder;
use crate::Span;
use crate::ast::{Class, Expr, Function, Handler, Name, Stmt, StmtKind};
use crate::error::SyntaxErrorKind;

impl Builder<'_> {
    /// A statement that is complete and waits for its block.
    pub(crate) fn push(&mut self, l: u32, r: u32, kind: StmtKind) {
        self.stmts.push(Stmt {
            span: Span::new(l, r),
            kind,
        });
    }

    /// The last `n` statements: a block takes what is its own.
    pub(crate) fn take(&mut self, n: u32) -> Vec<Stmt> {
        let at = self.stmts.len() - n as usize;
        self.stmts.drain(at..).collect()
    }

    /// Where a statement ends that ends with `last`, or with `other` if that is empty.
    pub(crate) fn end_of(&self, last: &[Stmt], other: &[Stmt]) -> u32 {
        last.last().or(other.last()).map_or(0, |s| s.span.end)
    }

    /// A module name with points. It may have white space in it, which is not of the name.
    pub(crate) fn dotted(&mut self, l: u32, r: u32) -> Name {
        let text = &self.source[l as usize..r as usize];
        if text
            .bytes()
            .any(|b| matches!(b, b' ' | b'\t' | b'\x0c' | b'\\' | b'\n' | b'\r'))
        {
            let joined: String = text
                .chars()
                .filter(|c| !c.is_ascii_whitespace() && *c != '\\')
                .collect();
            return self.names.intern(&joined);
        }
        self.names.intern(text)
    }

    pub(crate) fn try_(
        &mut self,
        l: u32,
        body: Vec<Stmt>,
        handlers: Vec<Handler>,
        orelse: Vec<Stmt>,
        finalbody: Vec<Stmt>,
        is_star: bool,
    ) {
        let handler = handlers.last().map_or(&body, |h| &h.body);
        let r = finalbody
            .last()
            .map_or_else(|| self.end_of(&orelse, handler), |s| s.span.end);
        self.push(
            l,
            r,
            StmtKind::Try {
                body,
                handlers,
                orelse,
                finalbody,
                is_star,
            },
        );
    }

    pub(crate) fn handler(
        &self,
        l: u32,
        type_: Option<Expr>,
        name: Option<Name>,
        body: Vec<Stmt>,
    ) -> Box<Handler> {
        let span = Span::new(l, self.end_of(&[], &body));
        Box::new(Handler {
            span,
            type_,
            name,
            body,
        })
    }

    /// A handler after others, of which only the last may be without a type.
    pub(crate) fn another_handler(&self, handlers: &mut Vec<Handler>, next: Box<Handler>) {
        if let Some(last) = handlers.last()
            && last.type_.is_none()
        {
            self.later(SyntaxErrorKind::DefaultExceptLast, last.span);
        }
        handlers.push(*next);
    }

    pub(crate) fn function(&mut self, l: u32, decorators: Vec<Expr>, mut function: Box<Function>) {
        function.decorators = decorators;
        let r = self.end_of(&[], &function.body);
        self.push(l, r, StmtKind::Function(function));
    }

    pub(crate) fn class(&mut self, l: u32, decorators: Vec<Expr>, mut class: Box<Class>) {
        class.decorators = decorators;
        let r = self.end_of(&[], &class.body);
        self.push(l, r, StmtKind::Class(class));
    }
}
