//! `'%s: %r' % (a, b)` is an f-string: as in CPython, each value is made text before the next one is computed.

use crate::Span;
use crate::ast::{Constant, Conversion, Expr, ExprKind, FStringPart};

/// The parts of the f-string, or the operands where they make none.
pub(super) fn as_fstring(left: Expr, right: Expr) -> Result<Vec<FStringPart>, (Expr, Expr)> {
    let (ExprKind::Constant(Constant::Str(text)), ExprKind::Tuple(items)) =
        (&left.kind, &right.kind)
    else {
        return Err((left, right));
    };
    let starred = |item: &Expr| matches!(item.kind, ExprKind::Starred(_));
    let Some(pieces) = pieces(text).filter(|_| !items.iter().any(starred)) else {
        return Err((left, right));
    };
    let fields = pieces
        .iter()
        .filter(|piece| matches!(piece, Piece::Field { .. }));
    if fields.count() != items.len() || items.is_empty() {
        return Err((left, right));
    }
    let ExprKind::Tuple(items) = right.kind else {
        return Err((left, right));
    };
    let span = left.span;
    let mut items = items.into_iter();
    Ok(pieces
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Text(text) => Some(FStringPart::Literal(text.into())),
            Piece::Field { conversion, spec } => {
                let value = Box::new(items.next()?);
                let span = Span::new(span.start, value.span.end);
                let spec = spec.map(|spec| vec![FStringPart::Literal(spec.into())]);
                Some(FStringPart::Field {
                    value,
                    conversion,
                    spec,
                    span,
                })
            }
        })
        .collect())
}

enum Piece {
    Text(String),
    Field {
        conversion: Conversion,
        spec: Option<String>,
    },
}

/// The pieces of a format that says no more than an f-string can.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '%' {
            plain.push(c);
            continue;
        }
        if rest.next_if_eq(&'%').is_some() {
            plain.push('%');
            continue;
        }
        let mut left = false;
        while rest.next_if_eq(&'-').is_some() {
            left = true;
        }
        let mut width = String::new();
        while let Some(digit) = rest.next_if(char::is_ascii_digit) {
            width.push(digit);
        }
        let precision = rest.next_if_eq(&'.').map(|point| {
            let mut digits = String::from(point);
            while let Some(digit) = rest.next_if(char::is_ascii_digit) {
                digits.push(digit);
            }
            digits
        });
        // A zero first is a flag; longer numbers CPython leaves to the operator.
        let long = precision
            .as_ref()
            .is_some_and(|digits| !(2..=4).contains(&digits.len()));
        if width.starts_with('0') || width.len() > 3 || long {
            return None;
        }
        let conversion = match rest.next()? {
            's' => Conversion::Str,
            'r' => Conversion::Repr,
            'a' => Conversion::Ascii,
            _ => return None,
        };
        let align = if width.is_empty() || left { "" } else { ">" };
        let spec = format!("{align}{width}{}", precision.unwrap_or_default());
        if !plain.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut plain)));
        }
        pieces.push(Piece::Field {
            conversion,
            spec: Some(spec).filter(|spec| !spec.is_empty()),
        });
    }
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    Some(pieces)
}
