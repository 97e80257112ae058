//! The words for operators that no operand knows.

use super::arith::{Arith, ArithKind};
use crate::value::{Tag, Value, class_flags};
use crate::vm::{Raised, Vm};

impl Vm {
    #[cold]
    pub(super) fn unsupported(&mut self, op: Arith, left: &Value, right: &Value) -> Raised {
        // In place, only the left side is asked whether it can be repeated, if it is of the kind that could be.
        // So do all objects of classes that are made while the program runs.
        let container = match left.tag() {
            Tag::Set | Tag::Dict | Tag::Range => true,
            Tag::Instance | Tag::Exception => {
                let class = self.class_of(left);
                !class.has(class_flags::BUILTIN) || class.name.get().as_str() == "ExceptionGroup"
            }
            _ => false,
        };
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
        let mut message = format!(
            "unsupported operand type(s) for {symbol}{equals}: '{}' and '{}'",
            self.type_name(left),
            self.type_name(right)
        );
        // `print >> file, text` was Python once.
        let printer = left.as_native().map(|id| &self.natives[id as usize]);
        if symbol == ">>"
            && equals.is_empty()
            && printer.is_some_and(|it| it.name() == "print" && it.owner() == "builtins")
        {
            message += ". Did you mean \"print(<message>, file=<output_stream>)\"?";
        }
        self.type_error(message)
    }

    fn sequence_error(&mut self, kind: ArithKind, left: &Value, right: &Value) -> Option<Raised> {
        let is_sequence =
            |value: &Value| matches!(value.tag(), Tag::List | Tag::Tuple | Tag::Str | Tag::Bytes);
        let repeats = |vm: &Vm, value: &Value| {
            is_sequence(&vm.plain(value))
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
        if kind == ArithKind::Add {
            return self.concat_error(left, right);
        }
        None
    }

    /// What a built-in sequence says to what cannot be put behind it; None if the left side is no such sequence.
    #[cold]
    pub(crate) fn concat_error(&mut self, left: &Value, right: &Value) -> Option<Raised> {
        let of = self.plain(left);
        let (name, other) = (self.type_name(&of), self.type_name(right));
        let message = match of.tag() {
            Tag::Bytes => format!("can't concat {other} to {}", self.type_name(left)),
            Tag::Opaque if name == "bytearray" => format!("can't concat {other} to {name}"),
            Tag::List | Tag::Tuple | Tag::Str => {
                format!("can only concatenate {name} (not \"{other}\") to {name}")
            }
            _ => return None,
        };
        Some(self.type_error(message))
    }
}
