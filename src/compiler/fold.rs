//! Constants known at compile time.

use hoopsnake_grammar::ast::{BinaryOp, Constant, Expr, ExprKind, UnaryOp};

use crate::bytecode::Const;

/// The longest str or tuple that folding makes by an operation.
const MOST: usize = 4096;

/// The value of a constant expression: a literal, a tuple of constants, or arithmetic on small ones.
pub(super) fn constant(expr: &Expr) -> Option<Const> {
    match &expr.kind {
        ExprKind::Constant(value) => Some(literal(value)),
        ExprKind::Tuple(items) => items
            .iter()
            .map(constant)
            .collect::<Option<Vec<Const>>>()
            .map(|items| Const::Tuple(items.into())),
        ExprKind::Unary { op, operand } => unary(*op, constant(operand)?),
        // The right side first: a long chain `x + 1 + 1 ...` is then left at once.
        ExprKind::Binary {
            op, left, right, ..
        } if !is_variable(leftmost(left)) => {
            let right = constant(right)?;
            binary(*op, constant(left)?, right)
        }
        _ => None,
    }
}

fn leftmost(mut expr: &Expr) -> &Expr {
    let mut steps = 0;
    while let ExprKind::Binary { left, .. } = &expr.kind {
        expr = left;
        steps += 1;
        if steps > 8 {
            break;
        }
    }
    expr
}

fn is_variable(expr: &Expr) -> bool {
    !matches!(
        expr.kind,
        ExprKind::Constant(_) | ExprKind::Unary { .. } | ExprKind::Tuple(_)
    )
}

/// A literal as a constant of the code.
pub(super) fn literal(value: &Constant) -> Const {
    match value {
        Constant::None => Const::None,
        Constant::Ellipsis => Const::Ellipsis,
        Constant::Bool(value) => Const::Bool(*value),
        Constant::Int(value) => Const::Int(*value),
        Constant::BigInt { radix, digits } => Const::BigInt {
            radix: *radix,
            digits: digits.clone(),
        },
        Constant::Float(value) => Const::Float(*value),
        Constant::Imaginary(value) => Const::Imaginary(*value),
        Constant::Str(text) => Const::str(&**text),
        Constant::Bytes(bytes) => Const::Bytes(bytes.clone()),
    }
}

/// The constant container that `in` may look into instead of this display.
pub(super) fn container(expr: &Expr) -> Option<Const> {
    let (ExprKind::List(items) | ExprKind::Set(items)) = &expr.kind else {
        return None;
    };
    let items: Box<[Const]> = items.iter().map(constant).collect::<Option<_>>()?;
    Some(if matches!(expr.kind, ExprKind::Set(_)) {
        Const::FrozenSet(items)
    } else {
        Const::Tuple(items)
    })
}

/// An int that fits the operand of an instruction.
pub(super) fn small_int(expr: &Expr) -> Option<i16> {
    match constant(expr)? {
        Const::Int(value) => i16::try_from(value).ok(),
        _ => None,
    }
}

/// Whether the constant is true.
pub(super) fn truth(value: &Const) -> bool {
    match value {
        Const::None => false,
        Const::Ellipsis | Const::BigInt { .. } => true,
        Const::Bool(value) => *value,
        Const::Int(value) => *value != 0,
        Const::Float(value) | Const::Imaginary(value) => *value != 0.0,
        Const::Str(text) => !text.is_empty(),
        Const::Bytes(bytes) => !bytes.is_empty(),
        Const::Tuple(items) | Const::FrozenSet(items) => !items.is_empty(),
    }
}

fn unary(op: UnaryOp, value: Const) -> Option<Const> {
    Some(match (op, value) {
        (UnaryOp::Not, value) => Const::Bool(!truth(&value)),
        (UnaryOp::Minus, Const::Int(value)) => Const::Int(value.checked_neg()?),
        (UnaryOp::Minus, Const::Float(value)) => Const::Float(-value),
        (UnaryOp::Minus, Const::BigInt { radix, digits }) => negated(radix, &digits)?,
        (UnaryOp::Plus, value @ (Const::Int(_) | Const::Float(_))) => value,
        (UnaryOp::Invert, Const::Int(value)) => Const::Int(!value),
        _ => return None,
    })
}

/// A negative number; `-9223372036854775808` is an `i64` although its digits are not.
fn negated(radix: u8, digits: &str) -> Option<Const> {
    let digits = match digits.strip_prefix('-') {
        Some(positive) => positive.to_owned(),
        None => format!("-{digits}"),
    };
    Some(match i64::from_str_radix(&digits, u32::from(radix)) {
        Ok(small) => Const::Int(small),
        Err(_) => Const::BigInt {
            radix,
            digits: digits.into(),
        },
    })
}

fn binary(op: BinaryOp, left: Const, right: Const) -> Option<Const> {
    match (left, right) {
        (Const::Int(left), Const::Int(right)) => {
            integers(op, left, right).or_else(|| beyond(op, left, right))
        }
        (Const::Float(left), Const::Float(right)) => floats(op, left, right),
        (Const::Int(left), Const::Float(right)) => floats(op, exact(left)?, right),
        (Const::Float(left), Const::Int(right)) => floats(op, left, exact(right)?),
        (Const::Str(left), Const::Str(right))
            if op == BinaryOp::Add && left.len() + right.len() <= MOST =>
        {
            Some(Const::str(format!("{left}{right}")))
        }
        (Const::Str(text), Const::Int(count)) if op == BinaryOp::Mul => {
            let count = usize::try_from(count).ok()?;
            let len = text.len().checked_mul(count)?;
            (len <= MOST).then(|| Const::str(text.repeat(count)))
        }
        _ => None,
    }
}

fn integers(op: BinaryOp, left: i64, right: i64) -> Option<Const> {
    let value = match op {
        BinaryOp::Add => left.checked_add(right)?,
        BinaryOp::Sub => left.checked_sub(right)?,
        BinaryOp::Mul => left.checked_mul(right)?,
        BinaryOp::FloorDiv => {
            let quotient = left.checked_div(right)?;
            quotient - i64::from(left % right != 0 && (left < 0) != (right < 0))
        }
        BinaryOp::Mod => {
            let rest = left.checked_rem(right)?;
            if rest != 0 && (rest < 0) != (right < 0) {
                rest + right
            } else {
                rest
            }
        }
        BinaryOp::Pow => left.checked_pow(u32::try_from(right).ok()?)?,
        BinaryOp::LShift => {
            let shift = u32::try_from(right).ok().filter(|&shift| shift < 63)?;
            let value = left << shift;
            (value >> shift == left).then_some(value)?
        }
        BinaryOp::RShift => left >> u32::try_from(right).ok()?.min(63),
        BinaryOp::BitAnd => left & right,
        BinaryOp::BitOr => left | right,
        BinaryOp::BitXor => left ^ right,
        BinaryOp::Div => {
            let (left, right) = (exact(left)?, exact(right)?);
            return floats(op, left, right);
        }
        BinaryOp::MatMul => return None,
    };
    Some(Const::Int(value))
}

/// A positive result past a word, as `1 << 64` is, if it fits two or is a power of ten.
fn beyond(op: BinaryOp, left: i64, right: i64) -> Option<Const> {
    let (wide, count) = (i128::from(left), u32::try_from(right).ok());
    if op == BinaryOp::Pow
        && left == 10
        && let Some(zeros @ 19..100) = count
    {
        let digits = format!("1{}", "0".repeat(zeros as usize)).into();
        return Some(Const::BigInt { radix: 10, digits });
    }
    let value = match op {
        BinaryOp::Mul => wide * i128::from(right),
        BinaryOp::Pow => wide.checked_pow(count?)?,
        BinaryOp::LShift => {
            let count = count.filter(|&count| count < 127)?;
            let value = wide << count;
            (value >> count == wide).then_some(value)?
        }
        _ => return None,
    };
    let digits = format!("{value:x}").into();
    (value > i128::from(i64::MAX)).then_some(Const::BigInt { radix: 16, digits })
}

fn floats(op: BinaryOp, left: f64, right: f64) -> Option<Const> {
    Some(Const::Float(match op {
        BinaryOp::Add => left + right,
        BinaryOp::Sub => left - right,
        BinaryOp::Mul => left * right,
        BinaryOp::Div if right != 0.0 => left / right,
        _ => return None,
    }))
}

/// The int as a float, if no bit is lost.
fn exact(value: i64) -> Option<f64> {
    (value.unsigned_abs() <= 1 << 53).then_some(value as f64)
}
