//! The words for operators that no operand knows.

use super::arith::{Arith, ArithKind};
use crate::value::{Tag, Value};
use crate::vm::{Raised, Vm};

impl Vm {
    #[cold]
    pub(super) fn unsupported(&mut self, op: Arith, left: &Value, right: &Value) -> Raised {
        // In place, only the left side is asked whether it can be repeated, if it is of the kind that could be.
        let container = matches!(left.tag(), Tag::Set | Tag::Dict | Tag::Range);
        if matches!(op.kind, ArithKind::Add | ArithKind::Mul)
            && !(op.inplace && container)
            && let Some(error) = self.sequence_error(op.kind, left, right)
        {
            return error;
        }
        let symbol = op.kind.symbol();
        let (symbol, equals) = if op.inplace {
            (symbol.split(' ').next().unwrap_or(symbol), "=")
        } else {
            (symbol, "")
        };
        let message = format!(
            "unsupported operand type(s) for {symbol}{equals}: '{}' and '{}'",
            self.type_name(left),
            self.type_name(right)
        );
        self.type_error(message)
    }

    fn sequence_error(&mut self, kind: ArithKind, left: &Value, right: &Value) -> Option<Raised> {
        let is_sequence =
            |value: &Value| matches!(value.tag(), Tag::List | Tag::Tuple | Tag::Str | Tag::Bytes);
        let repeats = |vm: &Vm, value: &Value| {
            is_sequence(value)
                || value.is(Tag::Opaque)
                    && matches!(&*vm.type_name(value), "collections.deque" | "bytearray")
        };
        if kind == ArithKind::Mul && (repeats(self, left) || repeats(self, right)) {
            let other = if repeats(self, left) { right } else { left };
            let message = format!(
                "can't multiply sequence by non-int of type '{}'",
                self.type_name(other)
            );
            return Some(self.type_error(message));
        }
        let array = left.is(Tag::Opaque) && self.type_name(left) == "bytearray";
        if kind == ArithKind::Add && (is_sequence(left) || array) {
            let name = self.type_name(left);
            let other = self.type_name(right);
            let message = match left.tag() {
                Tag::Bytes | Tag::Opaque => format!("can't concat {other} to {name}"),
                _ => format!("can only concatenate {name} (not \"{other}\") to {name}"),
            };
            return Some(self.type_error(message));
        }
        None
    }
}
