//! The words for operators that no operand knows.

use super::arith::{Arith, ArithKind};
use crate::value::{Class, Special, Tag, Value, class_flags};
use crate::vm::{Raised, Vm};

impl Vm {
    #[cold]
    pub(super) fn unsupported(&mut self, op: Arith, left: &Value, right: &Value) -> Raised {
        let container = self.could_be_repeated(left);
        if matches!(op.kind, ArithKind::Add | ArithKind::Mul)
            && let Some(error) = self.sequence_error(op, left, right, op.inplace && container)
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

    /// Whether the left side alone decides what `*` does, so that a sequence on the right is not asked to repeat itself.
    pub(super) fn left_repeats(&self, op: Arith, left: &Value) -> bool {
        op.kind == ArithKind::Mul
            && (op.inplace && self.could_be_repeated(left) || self.repeats(left))
    }

    /// Whether it is a sequence that `*` repeats.
    fn repeats(&self, value: &Value) -> bool {
        let plain = self.plain(value);
        matches!(plain.tag(), Tag::List | Tag::Tuple | Tag::Str | Tag::Bytes)
            || self.is_of_named(value, &["deque", "array", "bytearray"])
    }

    /// In place, only the left side is asked whether it can be repeated, if it is of the kind that could be: a container,
    /// or an object of a class that was made while the program runs.
    fn could_be_repeated(&self, left: &Value) -> bool {
        const CONTAINERS: [&str; 5] = [
            "memoryview",
            "mappingproxy",
            "dict_keys",
            "dict_values",
            "dict_items",
        ];
        match left.tag() {
            Tag::Set | Tag::Dict | Tag::Range => true,
            Tag::Opaque => {
                !self.class_of(left).has(class_flags::BUILTIN)
                    || CONTAINERS.contains(&&*self.type_name(left))
            }
            Tag::Instance | Tag::Exception => {
                let class = self.class_of(left);
                !class.has(class_flags::BUILTIN) || class.name.get().as_str() == "ExceptionGroup"
            }
            _ => CONTAINERS.contains(&&*self.type_name(left)),
        }
    }

    /// `left_only`: the right side is not asked.
    fn sequence_error(
        &mut self,
        op: Arith,
        left: &Value,
        right: &Value,
        left_only: bool,
    ) -> Option<Raised> {
        let kind = op.kind;
        let in_place = op.inplace && self.find_special(left, Special::IMul).is_some();
        let of_left = self.repeats(left) && (in_place || !self.has_its_own(left, Special::Mul));
        let of_right = self.repeats(right) && !self.has_its_own(right, Special::Mul);
        if kind == ArithKind::Mul && (of_left || !left_only && of_right) {
            let other = if of_left { right } else { left };
            let message = format!(
                "can't multiply sequence by non-int of type '{}'",
                self.type_name(other)
            );
            return Some(self.type_error(message));
        }
        if kind == ArithKind::Add && !self.has_its_own(left, Special::Add) {
            return self.concat_error(left, right);
        }
        None
    }

    /// Whether a class derived from a sequence has this method of its own: it is no sequence to the operator then.
    fn has_its_own(&self, value: &Value, method: Special) -> bool {
        let found = self.find_special(value, method);
        found.is_some_and(|method| !method.is(Tag::Native))
    }

    /// What a built-in sequence says to what cannot be put behind it; None if the left side is no such sequence.
    #[cold]
    pub(crate) fn concat_error(&mut self, left: &Value, right: &Value) -> Option<Raised> {
        let of = self.plain(left);
        let (name, other) = (self.type_name(&of), self.type_name(right));
        let message = match of.tag() {
            Tag::Bytes => format!("can't concat {other} to {}", self.type_name(left)),
            Tag::Opaque if self.is_instance(&of, &self.types.bytearray) => {
                format!("can't concat {other} to {}", self.type_name(left))
            }
            Tag::List | Tag::Tuple | Tag::Str => {
                format!("can only concatenate {name} (not \"{other}\") to {name}")
            }
            _ => return None,
        };
        Some(self.type_error(message))
    }

    /// Whether it is a deque, or of a class derived from it.
    pub(crate) fn is_deque(&self, value: &Value) -> bool {
        self.is_of_named(value, &["deque"])
    }

    /// Whether its class is one of these built-in ones, or derived from it.
    pub(super) fn is_of_named(&self, value: &Value, names: &[&str]) -> bool {
        let mro = self.class_of(value).mro.get();
        let mut classes = mro.items().iter().filter_map(Value::as_ref::<Class>);
        classes.any(|class| {
            class.has(class_flags::BUILTIN) && names.contains(&class.name.get().as_str())
        })
    }
}
