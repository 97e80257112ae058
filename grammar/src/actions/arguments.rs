//! Order and uniqueness of parameters and arguments.

use std::collections::HashSet;

use super::{Builder, Fallible, describe, fail};
use crate::Span;
use crate::ast::{Argument, Constant, Expr, ExprKind, Name, Param, Params, TypeParam};
use crate::error::SyntaxErrorKind;

/// One item of a parameter list, as it is written.
pub(crate) enum ParamItem {
    Plain(Param),
    Slash(Span),
    BareStar(Span),
    Star(Param),
    DoubleStar(Param),
}

impl ParamItem {
    pub(crate) fn plain(
        name: (Name, Span),
        annotation: Option<Expr>,
        default: Option<Expr>,
    ) -> Box<Self> {
        Box::new(Self::Plain(Param {
            name: name.0,
            span: name.1,
            annotation,
            default,
        }))
    }

    pub(crate) fn slash(l: u32) -> Box<Self> {
        Box::new(Self::Slash(Span::new(l, l + 1)))
    }

    pub(crate) fn bare_star(l: u32) -> Box<Self> {
        Box::new(Self::BareStar(Span::new(l, l + 1)))
    }

    pub(crate) fn star(name: (Name, Span), annotation: Option<Expr>) -> Box<Self> {
        Box::new(Self::Star(Param {
            name: name.0,
            span: name.1,
            annotation,
            default: None,
        }))
    }

    pub(crate) fn double_star(name: (Name, Span), annotation: Option<Expr>) -> Box<Self> {
        Box::new(Self::DoubleStar(Param {
            name: name.0,
            span: name.1,
            annotation,
            default: None,
        }))
    }
}

impl Builder<'_> {
    /// A parameter list in order: `a, /, b, *c, d, **e`.
    pub(crate) fn params(&self, items: Vec<Box<ParamItem>>) -> Fallible<Params> {
        let mut params = Params::default();
        let mut slash = false;
        let mut star: Option<Span> = None;
        for item in items {
            if params.double_star.is_some() {
                let span = match *item {
                    ParamItem::Slash(s) | ParamItem::BareStar(s) => s,
                    ParamItem::Plain(p) | ParamItem::Star(p) | ParamItem::DoubleStar(p) => p.span,
                };
                return fail(SyntaxErrorKind::AfterVarKeyword, span);
            }
            match *item {
                ParamItem::Plain(p) if star.is_some() => params.keyword_only.push(p),
                ParamItem::Plain(p) => {
                    let last = params.positional.last().or(params.positional_only.last());
                    if p.default.is_none() && last.is_some_and(|q| q.default.is_some()) {
                        return fail(SyntaxErrorKind::DefaultOrder, p.span);
                    }
                    params.positional.push(p);
                }
                ParamItem::Slash(span) => {
                    if star.is_some() {
                        return fail(SyntaxErrorKind::SlashAfterStar, span);
                    }
                    if slash {
                        return fail(SyntaxErrorKind::SlashTwice, span);
                    }
                    if params.positional.is_empty() {
                        return fail(SyntaxErrorKind::InvalidSyntax, span);
                    }
                    slash = true;
                    params.positional_only = std::mem::take(&mut params.positional);
                }
                ParamItem::BareStar(span) => {
                    if star.is_some() {
                        return fail(SyntaxErrorKind::StarTwice, span);
                    }
                    star = Some(span);
                }
                ParamItem::Star(p) => {
                    if star.is_some() {
                        return fail(SyntaxErrorKind::StarTwice, p.span);
                    }
                    star = Some(p.span);
                    params.star = Some(p);
                }
                ParamItem::DoubleStar(p) => params.double_star = Some(p),
            }
        }
        if let Some(span) = star
            && params.star.is_none()
            && params.keyword_only.is_empty()
        {
            return fail(SyntaxErrorKind::BareStarLast, span);
        }
        self.check_unique(&params);
        Ok(params)
    }

    fn check_unique(&self, params: &Params) {
        let all = params
            .positional_only
            .iter()
            .chain(&params.positional)
            .chain(&params.star);
        let all = all.chain(&params.keyword_only).chain(&params.double_star);
        let mut few: Vec<Name> = Vec::new();
        let mut many: HashSet<Name> = HashSet::new();
        for p in all {
            // A set is worth its cost only for lists that people do not write.
            let is_new = if few.len() < 32 {
                let is_new = !few.contains(&p.name);
                few.push(p.name);
                is_new
            } else {
                !few.contains(&p.name) && many.insert(p.name)
            };
            if !is_new {
                let name = self.names.get(p.name).to_owned();
                self.later(SyntaxErrorKind::DuplicateArgument { name }, p.span);
                return;
            }
        }
    }

    /// `lambda params: body`.
    pub(crate) fn lambda(
        &self,
        l: u32,
        items: Vec<Box<ParamItem>>,
        body: Expr,
        r: u32,
    ) -> Fallible<Expr> {
        let params = Box::new(self.params(items)?);
        self.expr(
            l,
            r,
            ExprKind::Lambda {
                params,
                body: Box::new(body),
            },
        )
    }

    /// `func(args)`; the parenthesis opens at `open`.
    pub(crate) fn call(
        &mut self,
        l: u32,
        func: Expr,
        open: u32,
        args: Vec<Argument>,
        r: u32,
    ) -> Fallible<Expr> {
        let args = self.arguments(open, args, r)?;
        self.expr(
            l,
            r,
            ExprKind::Call {
                func: Box::new(func),
                args,
            },
        )
    }

    /// The arguments of a class statement; the parentheses stand at `l..r`.
    pub(crate) fn class_arguments(
        &mut self,
        l: u32,
        args: Vec<Argument>,
        r: u32,
    ) -> Fallible<Vec<Argument>> {
        let args = self.arguments(l, args, r)?;
        if let [Argument::Positional(e)] = &args[..]
            && matches!(e.kind, ExprKind::Generator { .. })
            && e.span.start == l
        {
            return fail(SyntaxErrorKind::InvalidSyntax, e.span);
        }
        Ok(args)
    }

    fn arguments(&mut self, l: u32, mut args: Vec<Argument>, r: u32) -> Fallible<Vec<Argument>> {
        let n_args = args.len();
        if !self.bare_generators.is_empty() {
            for arg in &mut args {
                let Argument::Positional(e) = arg else {
                    continue;
                };
                let Some(at) = self.bare_generators.iter().rposition(|s| *s == e.span) else {
                    continue;
                };
                self.bare_generators.truncate(at);
                if n_args > 1 {
                    return fail(SyntaxErrorKind::BareGenerator, e.span);
                }
                e.span = Span::new(l, r);
            }
        }
        let mut keywords: Vec<Name> = Vec::new();
        let mut unpacked = false;
        // There CPython's parser stops.
        let close = Span::new(r.saturating_sub(1), r);
        for arg in &args {
            match arg {
                Argument::Positional(_) => {
                    if unpacked {
                        return fail(SyntaxErrorKind::PositionalAfterUnpacking, close);
                    }
                    if !keywords.is_empty() {
                        return fail(SyntaxErrorKind::PositionalAfterKeyword, close);
                    }
                }
                Argument::Star(e) => {
                    if unpacked {
                        let before = Span::new(l, e.span.start).of(self.source);
                        let star = before.rfind('*').map_or(e.span.start, |at| l + at as u32);
                        let span = Span::new(star, star + 1);
                        return fail(SyntaxErrorKind::StarAfterUnpacking, span);
                    }
                }
                Argument::Keyword { name, .. } => keywords.push(*name),
                Argument::DoubleStar(_) => unpacked = true,
            }
        }
        if keywords.len() > 1 {
            self.check_keywords(&args, keywords);
        }
        Ok(args)
    }

    fn check_keywords(&self, args: &[Argument], mut keywords: Vec<Name>) {
        keywords.sort_unstable();
        let Some(pair) = keywords.windows(2).find(|pair| pair[0] == pair[1]) else {
            return;
        };
        let repeated = pair[0];
        let span = args.iter().rev().find_map(|a| match a {
            Argument::Keyword { name, span, value } if *name == repeated => {
                Some(span.to(value.span))
            }
            _ => None,
        });
        let name = self.names.get(repeated).to_owned();
        self.later(
            SyntaxErrorKind::KeywordRepeated { name },
            span.expect("the keyword is an argument"),
        );
    }

    /// `name=value` among arguments; `key` stands at `l..r`, with parentheses.
    pub(crate) fn keyword(&self, l: u32, key: Expr, value: Expr) -> Fallible<Argument> {
        let between = Span::new(key.span.end, value.span.start);
        let equal = between.of(self.source).rfind('=').unwrap_or(0) as u32;
        let up_to_equal = Span::new(l, key.span.end + equal + 1);
        match key.kind {
            ExprKind::Name(name) if key.span.start == l => Ok(Argument::Keyword {
                name,
                span: key.span,
                value,
            }),
            ExprKind::Constant(Constant::None | Constant::Bool(_)) => fail(
                SyntaxErrorKind::CannotAssign {
                    what: describe(&key),
                    maybe_equal: false,
                },
                up_to_equal,
            ),
            _ => fail(SyntaxErrorKind::KeywordIsExpression, up_to_equal),
        }
    }

    /// The type parameters of a definition, whose names must differ.
    pub(crate) fn type_params(&self, items: Vec<Box<TypeParam>>) -> Vec<TypeParam> {
        let mut params: Vec<TypeParam> = Vec::with_capacity(items.len());
        let mut seen = HashSet::new();
        for item in items {
            if !seen.insert(item.name) {
                let name = self.names.get(item.name).to_owned();
                self.later(SyntaxErrorKind::DuplicateTypeParameter { name }, item.span);
            }
            params.push(*item);
        }
        params
    }
}
