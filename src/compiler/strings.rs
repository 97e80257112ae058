//! f-strings.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Conversion, Expr, FStringPart};

use super::error::Fallible;
use super::generate::Gen;
use crate::bytecode::{Const, Count, Dst, Flag, Op, Src, Window};

impl<'t> Gen<'_, 't> {
    pub(super) fn fstring(&mut self, span: Span, parts: &'t [FStringPart], dst: u16) -> Fallible {
        match parts {
            [] => return self.load_const(span, dst, Const::str("")),
            [part] => return self.part(span, part, dst),
            _ => {}
        }
        let mark = self.begin_window(dst);
        let first = self.temps.mark();
        for part in parts {
            let register = self.temps.push()?;
            self.part(span, part, register)?;
        }
        self.emit(
            span,
            Op::BuildString {
                dst: Dst(dst),
                first: Window(first),
                count: Count(parts.len() as u16),
            },
        );
        self.end_window(mark);
        self.wrote(dst);
        Ok(())
    }

    fn part(&mut self, span: Span, part: &'t FStringPart, dst: u16) -> Fallible {
        match part {
            FStringPart::Literal(text) => self.load_const(span, dst, Const::str(text.clone())),
            FStringPart::Field {
                value,
                conversion,
                spec,
                span,
            } => self.field(*span, value, *conversion, spec.as_deref(), dst),
        }
    }

    fn field(
        &mut self,
        span: Span,
        value: &'t Expr,
        conversion: Conversion,
        spec: Option<&'t [FStringPart]>,
        dst: u16,
    ) -> Fallible {
        let conversion = Flag(match conversion {
            Conversion::None => 0,
            Conversion::Str => 1,
            Conversion::Repr => 2,
            Conversion::Ascii => 3,
        });
        let mark = self.temps.mark();
        // A spec may hold expressions of its own, so a variable that they may change is copied.
        let spec = spec.filter(|spec| !spec.is_empty());
        let src = if spec.is_some() && self.host_scope().has_walrus {
            let src = self.scratch(dst)?;
            self.expr_to(value, src)?;
            src
        } else {
            self.operand_in(value, dst, &[])?
        };
        let op = match spec {
            None => Op::FormatValue {
                conversion,
                dst: Dst(dst),
                src: Src(src),
            },
            Some(spec) => {
                let register = self.temps.push()?;
                self.fstring(span, spec, register)?;
                Op::FormatSpec {
                    conversion,
                    dst: Dst(dst),
                    src: Src(src),
                    spec: Src(register),
                }
            }
        };
        self.emit(span, op);
        self.wrote(dst);
        self.temps.reset(mark);
        Ok(())
    }
}
