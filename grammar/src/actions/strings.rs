//! Literals: numbers, implicit concatenation, the parts of f-strings.

use super::{Builder, Fallible, fail, leaf};
use crate::Span;
use crate::ast::{Constant, Conversion, Expr, ExprKind, FStringPart};
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::literal;

/// One of several adjacent string literals.
pub(crate) enum StringPart {
    Plain(Span),
    Format(Vec<FStringPart>),
}

/// What stands between the braces of a replacement field.
pub(crate) struct Field {
    /// Just past the opening brace.
    pub(crate) open: u32,
    pub(crate) value: Expr,
    /// For `{value=}`, where the `=` ends; white space after it belongs to the text.
    pub(crate) equal: Option<u32>,
    /// From the `!` to the end of the name after it.
    pub(crate) conversion: Option<Span>,
    pub(crate) spec: Option<Vec<FStringPart>>,
}

fn push_text(parts: &mut Vec<FStringPart>, text: Box<str>) {
    if text.is_empty() {
        return;
    }
    if let Some(FStringPart::Literal(last)) = parts.last_mut() {
        let mut joined = String::from(std::mem::take(last));
        joined.push_str(&text);
        *last = joined.into();
    } else {
        parts.push(FStringPart::Literal(text));
    }
}

impl Builder<'_> {
    pub(crate) fn number(&self, l: u32, r: u32) -> Fallible<Expr> {
        let span = Span::new(l, r);
        match literal::number_value(self.text(span)) {
            Ok(value) => Ok(leaf(l, r, ExprKind::Constant(value))),
            Err(kind) => fail(kind, span),
        }
    }

    fn string(&self, span: Span) -> Fallible<Constant> {
        let text = self.text(span);
        let prefix = literal::prefix(text);
        let body = &text[prefix.len..text.len() - if prefix.triple { 3 } else { 1 }];
        let value = if prefix.bytes {
            literal::bytes_value(body, prefix.raw).map(Constant::Bytes)
        } else {
            literal::text_value(body, prefix.raw, false).map(Constant::Str)
        };
        value.map_err(|kind| SyntaxError::of(kind, span))
    }

    pub(crate) fn one_string(&self, l: u32, r: u32) -> Fallible<Expr> {
        Ok(leaf(
            l,
            r,
            ExprKind::Constant(self.string(Span::new(l, r))?),
        ))
    }

    /// Adjacent literals, which are one.
    pub(crate) fn strings(&self, l: u32, pieces: Vec<StringPart>, r: u32) -> Fallible<Expr> {
        let mut text = String::new();
        let mut bytes: Option<Vec<u8>> = None;
        let mut parts: Vec<FStringPart> = Vec::new();
        let mut is_format = false;
        for (i, piece) in pieces.into_iter().enumerate() {
            let is_bytes = match piece {
                StringPart::Plain(span) => match self.string(span)? {
                    Constant::Bytes(more) => {
                        bytes.get_or_insert_default().extend_from_slice(&more);
                        true
                    }
                    Constant::Str(more) => {
                        text.push_str(&more);
                        false
                    }
                    _ => false,
                },
                StringPart::Format(more) => {
                    is_format = true;
                    push_text(&mut parts, std::mem::take(&mut text).into());
                    for part in more {
                        match part {
                            FStringPart::Literal(more) => push_text(&mut parts, more),
                            field @ FStringPart::Field { .. } => parts.push(field),
                        }
                    }
                    false
                }
            };
            if i > 0 && is_bytes != bytes.is_some()
                || i > 0 && is_bytes && (is_format || !text.is_empty())
            {
                return fail(SyntaxErrorKind::MixedBytes, Span::new(l, r));
            }
        }
        if let Some(bytes) = bytes {
            return Ok(leaf(
                l,
                r,
                ExprKind::Constant(Constant::Bytes(bytes.into())),
            ));
        }
        if is_format {
            push_text(&mut parts, text.into());
            return self.expr(l, r, ExprKind::FString(parts));
        }
        Ok(leaf(l, r, ExprKind::Constant(Constant::Str(text.into()))))
    }

    /// A piece of text of an f-string.
    pub(crate) fn middle(
        &self,
        parts: &mut Vec<FStringPart>,
        l: u32,
        r: u32,
        raw: bool,
    ) -> Fallible<()> {
        let span = Span::new(l, r);
        let text = literal::text_value(self.text(span), raw, true)
            .map_err(|kind| SyntaxError::of(kind, span))?;
        push_text(parts, text);
        Ok(())
    }

    /// A replacement field, which stands at `span` with its braces.
    pub(crate) fn field(
        &self,
        parts: &mut Vec<FStringPart>,
        span: Span,
        field: Field,
    ) -> Fallible<()> {
        let mut conversion = match field.conversion {
            None => Conversion::None,
            Some(at) => match &self.text(at)[1..] {
                "s" => Conversion::Str,
                "r" => Conversion::Repr,
                "a" => Conversion::Ascii,
                _ => return fail(SyntaxErrorKind::FStringBadConversion, at),
            },
        };
        if let Some(end) = field.equal {
            let rest = &self.source[end as usize..span.end as usize];
            let space = rest
                .bytes()
                .take_while(|b| b" \t\n\r\x0c".contains(b))
                .count();
            let end = end + u32::try_from(space).expect("parse refuses longer texts");
            let text = self.text(Span::new(field.open, end));
            push_text(parts, text.replace("\r\n", "\n").replace('\r', "\n").into());
            if conversion == Conversion::None && field.spec.is_none() {
                conversion = Conversion::Repr;
            }
        }
        let (value, spec) = (Box::new(self.unstarred(field.value)), field.spec);
        parts.push(FStringPart::Field {
            value,
            conversion,
            spec,
            span,
        });
        Ok(())
    }
}
