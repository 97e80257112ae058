//! Arithmetic on any two values.

use num_bigint::BigInt;

use crate::heap::Ref;
use crate::value::{Class, List, Special, Str, Tag, Tuple, Value};
use crate::vm::{R, Vm};

/// A binary operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ArithKind {
    Add,
    Sub,
    Mul,
    Div,
    FloorDiv,
    Mod,
    Pow,
    MatMul,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

/// A unary operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum UnaryKind {
    Neg,
    Pos,
    Invert,
}

/// An operator, and whether it is in place (`+=`).
#[derive(Clone, Copy)]
pub(crate) struct Arith {
    pub(crate) kind: ArithKind,
    pub(crate) inplace: bool,
}

impl ArithKind {
    /// The forward, reflected and in-place methods.
    pub(in crate::vm) fn methods(self) -> (Special, Special, Option<Special>) {
        use Special as S;
        match self {
            ArithKind::Add => (S::Add, S::RAdd, Some(S::IAdd)),
            ArithKind::Sub => (S::Sub, S::RSub, Some(S::ISub)),
            ArithKind::Mul => (S::Mul, S::RMul, Some(S::IMul)),
            ArithKind::Div => (S::Div, S::RDiv, Some(S::IDiv)),
            ArithKind::FloorDiv => (S::FloorDiv, S::RFloorDiv, Some(S::IFloorDiv)),
            ArithKind::Mod => (S::Mod, S::RMod, Some(S::IMod)),
            ArithKind::Pow => (S::Pow, S::RPow, Some(S::IPow)),
            ArithKind::MatMul => (S::MatMul, S::RMatMul, Some(S::IMatMul)),
            ArithKind::LShift => (S::LShift, S::RLShift, Some(S::ILShift)),
            ArithKind::RShift => (S::RShift, S::RRShift, Some(S::IRShift)),
            ArithKind::And => (S::And, S::RAnd, Some(S::IAnd)),
            ArithKind::Or => (S::Or, S::ROr, Some(S::IOr)),
            ArithKind::Xor => (S::Xor, S::RXor, Some(S::IXor)),
        }
    }

    pub(super) fn symbol(self) -> &'static str {
        match self {
            ArithKind::Add => "+",
            ArithKind::Sub => "-",
            ArithKind::Mul => "*",
            ArithKind::Div => "/",
            ArithKind::FloorDiv => "//",
            ArithKind::Mod => "%",
            ArithKind::Pow => "** or pow()",
            ArithKind::MatMul => "@",
            ArithKind::LShift => "<<",
            ArithKind::RShift => ">>",
            ArithKind::And => "&",
            ArithKind::Or => "|",
            ArithKind::Xor => "^",
        }
    }
}

impl Vm {
    /// `left op right`.
    pub(crate) fn binary(&mut self, kind: ArithKind, left: &Value, right: &Value) -> R {
        self.arith(
            Arith {
                kind,
                inplace: false,
            },
            left,
            right,
        )
    }

    /// `left op= right`: the new value of left.
    pub(crate) fn inplace(&mut self, kind: ArithKind, left: &Value, right: &Value) -> R {
        self.arith(
            Arith {
                kind,
                inplace: true,
            },
            left,
            right,
        )
    }

    /// Whether it is one of the sequences that modules, too, may define.
    fn is_opaque_sequence(&self, value: &Value) -> bool {
        self.is_of_named(value, &["bytearray", "deque", "array"])
    }

    /// An operator on any two values.
    pub(crate) fn arith(&mut self, op: Arith, left: &Value, right: &Value) -> R {
        if let Some(result) = self.plain_arith(op, left, right) {
            return result;
        }
        let (forward, reflected, inplace) = op.kind.methods();
        let class = self.class_of(left);
        // `+` and `*` of sequences are no operators of numbers, which CPython asks first: the right side may know the answer.
        let mut asked = false;
        let sequence = matches!(
            left.tag(),
            Tag::List | Tag::Tuple | Tag::Str | Tag::Bytes | Tag::Opaque
        ) && matches!(op.kind, ArithKind::Add | ArithKind::Mul);
        if sequence
            && matches!(right.tag(), Tag::Instance | Tag::Exception | Tag::Class)
            && (!left.is(Tag::Opaque) || self.is_opaque_sequence(left))
            && let Some(method) = self.class_of(right).special(reflected, &self.special)
            && !method.is(Tag::Native)
        {
            let result = self.call_bound(&method, right, std::slice::from_ref(left), &[])?;
            if !result.is(Tag::NotImplemented) {
                return Ok(result);
            }
            asked = true;
        }
        if op.inplace
            && let Some(inplace) = inplace
            && let Some(method) = class.special(inplace, &self.special)
        {
            let result = self.call_bound(&method, left, std::slice::from_ref(right), &[])?;
            if !result.is(Tag::NotImplemented) {
                return Ok(result);
            }
        }
        let other = self.class_of(right);
        let same = class.is(&other);
        let mut method = class.special(forward, &self.special);
        let mut reflected_method = if same || asked {
            None
        } else {
            other.special(reflected, &self.special)
        };
        if let (Some(ours), Some(theirs)) = (&method, &reflected_method)
            && ours.is_same(theirs)
        {
            reflected_method = None;
        }
        // A subclass on the right that overrides the reflected method goes first.
        if let Some(first) = &reflected_method
            && other.is_subclass(&class)
            && self.overrides(&class, reflected, first)
        {
            let first = first.clone();
            let result = self.call_bound(&first, right, std::slice::from_ref(left), &[])?;
            if !result.is(Tag::NotImplemented) {
                return Ok(result);
            }
            reflected_method = None;
        }
        if let Some(method) = method.take() {
            let result = self.call_bound(&method, left, std::slice::from_ref(right), &[])?;
            if !result.is(Tag::NotImplemented) {
                return Ok(result);
            }
        }
        let repeats = self.left_repeats(op, left);
        if let Some(method) = reflected_method.filter(|method| !repeats || !method.is(Tag::Native))
        {
            let result = self.call_bound(&method, right, std::slice::from_ref(left), &[])?;
            if !result.is(Tag::NotImplemented) {
                return Ok(result);
            }
        }
        Err(self.unsupported(op, left, right))
    }

    /// The rest of an operator whose forward method (of an instance, with the in-place one absent) gave NotImplemented.
    pub(in crate::vm) fn arith_reflected(&mut self, op: Arith, left: &Value, right: &Value) -> R {
        let (_, reflected, _) = op.kind.methods();
        let (class, other) = (self.class_of(left), self.class_of(right));
        if !class.is(&other)
            && let Some(method) = other.special(reflected, &self.special)
            && (!method.is(Tag::Native) || !self.left_repeats(op, left))
        {
            let result = self.call_bound(&method, right, std::slice::from_ref(left), &[])?;
            if !result.is(Tag::NotImplemented) {
                return Ok(result);
            }
        }
        Err(self.unsupported(op, left, right))
    }

    fn overrides(&self, base: &Ref<Class>, which: Special, method: &Value) -> bool {
        base.special(which, &self.special)
            .is_none_or(|inherited| !inherited.is_same(method))
    }

    /// Exact numbers, texts and sequences, where no script code has a say; None if the general way must be gone.
    pub(in crate::vm) fn plain_arith(
        &mut self,
        op: Arith,
        left: &Value,
        right: &Value,
    ) -> Option<R> {
        match left.tag() {
            Tag::List | Tag::Tuple => self.sequence_arith(op, left, right),
            Tag::Str if right.is(Tag::Int) => self.sequence_arith(op, left, right),
            Tag::Instance => None,
            _ if right.is(Tag::Instance) => None,
            _ => self
                .fast_arith(op.kind, left, right)
                .or_else(|| self.sequence_arith(op, left, right)),
        }
    }

    /// Exact numbers and strings; None if the general way must be gone.
    #[inline]
    fn fast_arith(&mut self, kind: ArithKind, left: &Value, right: &Value) -> Option<R> {
        use Tag::{Float, Int, Str as S};
        match (left.tag(), right.tag()) {
            (Int, Int) => self.int_arith(kind, left.raw_int(), right.raw_int()),
            (Tag::Bool, Int) | (Int, Tag::Bool) => {
                self.int_arith(kind, left.raw_int(), right.raw_int())
            }
            (Float, Float) => self.float_arith(kind, left.raw_float(), right.raw_float()),
            (Float, Int) => self.float_arith(kind, left.raw_float(), right.raw_int() as f64),
            (Int, Float) => self.float_arith(kind, left.raw_int() as f64, right.raw_float()),
            (S, S) if kind == ArithKind::Add => {
                let (a, b) = (left.as_ref::<Str>()?, right.as_ref::<Str>()?);
                if a.is_empty() {
                    return Some(Ok(right.clone()));
                }
                if b.is_empty() {
                    return Some(Ok(left.clone()));
                }
                if let Err(raised) = self.check_size(a.len() + b.len()) {
                    return Some(Err(raised));
                }
                Some(Ok(Value::object(self.heap.join_str(a, b))))
            }
            (Tag::BigInt, Tag::BigInt | Int) | (Int, Tag::BigInt) => {
                self.big_arith(kind, left, right).map(Ok)
            }
            _ => None,
        }
    }

    /// Concatenation and repetition of exact sequences; None if the general way must be gone.
    fn sequence_arith(&mut self, op: Arith, left: &Value, right: &Value) -> Option<R> {
        const FEW: usize = 1 << 12;
        match (op.kind, left.tag(), right.tag()) {
            (ArithKind::Add, Tag::List, Tag::List) => {
                let (a, b) = (left.as_ref::<List>()?, right.as_ref::<List>()?);
                if a.len() + b.len() > FEW {
                    return None;
                }
                if op.inplace {
                    let more = b.to_vec();
                    a.edit(|items| items.extend(more));
                    return Some(Ok(left.clone()));
                }
                let both = self.heap.list_with_room(a.len() + b.len());
                both.items.with_mut(|all| {
                    a.items.with(|items| all.extend_from_slice(items));
                    b.items.with(|items| all.extend_from_slice(items));
                });
                Some(Ok(Value::object(both)))
            }
            (ArithKind::Add, Tag::Tuple, Tag::Tuple) => {
                let (a, b) = (
                    left.as_ref::<Tuple>()?.items(),
                    right.as_ref::<Tuple>()?.items(),
                );
                if a.is_empty() || b.is_empty() {
                    let other = if a.is_empty() { right } else { left };
                    return Some(Ok(other.clone()));
                }
                if a.len() + b.len() > FEW {
                    return None;
                }
                let both = self.heap.tuple_from(a.len() + b.len(), |at| {
                    a.get(at).unwrap_or_else(|| &b[at - a.len()]).clone()
                });
                Some(Ok(Value::object(both)))
            }
            (ArithKind::Mul, Tag::List, Tag::Int) if !op.inplace => {
                let list = left.as_ref::<List>()?;
                let times = usize::try_from(right.raw_int()).unwrap_or(0);
                // Nothing, however often, is left to those who know (it would take its time here).
                if list.len().saturating_mul(times) > FEW || times > FEW {
                    return None;
                }
                let all = list.items.with(|items| match items.as_slice() {
                    [one] => vec![one.clone(); times],
                    items => {
                        let mut all = Vec::with_capacity(items.len() * times);
                        (0..times).for_each(|_| all.extend_from_slice(items));
                        all
                    }
                });
                Some(Ok(Value::object(self.heap.new_list(all))))
            }
            (ArithKind::Mul, Tag::Str, Tag::Int) => {
                let text = left.as_ref::<Str>()?;
                let times = usize::try_from(right.raw_int()).unwrap_or(0);
                if text.len().saturating_mul(times) > FEW || times > FEW {
                    return None;
                }
                if times == 1 {
                    return Some(Ok(left.clone()));
                }
                match (text.items(), times) {
                    (&[byte], 2..) => {
                        return Some(Ok(Value::object(self.heap.ascii_fill(byte, times))));
                    }
                    (_, 0) => return Some(Ok(self.new_str(""))),
                    _ => {}
                }
                let mut out = std::mem::take(&mut self.scratch);
                out.clear();
                (0..times).for_each(|_| out.push_str(text.as_str()));
                let result = self.new_str(&out);
                self.scratch = out;
                Some(Ok(result))
            }
            _ => None,
        }
    }

    fn int_arith(&mut self, kind: ArithKind, a: i64, b: i64) -> Option<R> {
        let small = match kind {
            ArithKind::Add => a.checked_add(b),
            ArithKind::Sub => a.checked_sub(b),
            ArithKind::Mul => a.checked_mul(b),
            ArithKind::FloorDiv if b != 0 => floor_div(a, b),
            ArithKind::Mod if b != 0 => floor_mod(a, b),
            ArithKind::And => Some(a & b),
            ArithKind::Or => Some(a | b),
            ArithKind::Xor => Some(a ^ b),
            ArithKind::RShift if (0..64).contains(&b) => Some(a >> b),
            ArithKind::LShift if (0..63).contains(&b) => {
                let shifted = a << b;
                (shifted >> b == a).then_some(shifted)
            }
            ArithKind::LShift if b >= 63 => None,
            ArithKind::Pow if (0..=u32::MAX as i64).contains(&b) => {
                let power = a.checked_pow(b as u32);
                if power.is_none()
                    && (a as f64).abs().log2() * b as f64 <= 127.0
                    && let Some(wide) = i128::from(a).checked_pow(b as u32)
                {
                    return Some(Ok(self.heap.int_of_wide(wide)));
                }
                power
            }
            ArithKind::Div
                if b != 0 && a.unsigned_abs() < (1 << 53) && b.unsigned_abs() < (1 << 53) =>
            {
                return Some(Ok(Value::float(a as f64 / b as f64)));
            }
            _ => return None,
        };
        if let Some(small) = small {
            return Some(Ok(Value::int(small)));
        }
        let (wide, b) = (i128::from(a), i128::from(b));
        let wide = match kind {
            ArithKind::Add => wide + b,
            ArithKind::Sub => wide - b,
            ArithKind::Mul => wide * b,
            ArithKind::LShift if (0..127).contains(&b) && wide << b >> b == wide => wide << b,
            _ => return None,
        };
        Some(Ok(self.heap.int_of_wide(wide)))
    }

    fn float_arith(&mut self, kind: ArithKind, a: f64, b: f64) -> Option<R> {
        let result = match kind {
            ArithKind::Add => a + b,
            ArithKind::Sub => a - b,
            ArithKind::Mul => a * b,
            ArithKind::Div if b != 0.0 => a / b,
            ArithKind::Div => return Some(Err(self.zero_division_error("float division by zero"))),
            ArithKind::Pow if a > 0.0 && b.is_finite() => {
                let result = a.powf(b);
                if !result.is_finite() {
                    return None;
                }
                result
            }
            _ => return None,
        };
        Some(Ok(Value::float(result)))
    }

    /// `-value`, `+value`, `~value`.
    pub(crate) fn unary(&mut self, kind: UnaryKind, value: &Value) -> R {
        if let Some(int) = value.as_int() {
            match kind {
                UnaryKind::Neg => {
                    return Ok(match int.checked_neg() {
                        Some(result) => Value::int(result),
                        None => self.heap.new_int(-BigInt::from(int)),
                    });
                }
                UnaryKind::Pos => return Ok(Value::int(int)),
                UnaryKind::Invert => return Ok(Value::int(!int)),
            }
        }
        let (which, symbol) = match kind {
            UnaryKind::Neg => (Special::Neg, "-"),
            UnaryKind::Pos => (Special::Pos, "+"),
            UnaryKind::Invert => (Special::Invert, "~"),
        };
        match self.call_special(value, which, &[])? {
            Some(result) => Ok(result),
            None => {
                let message = format!(
                    "bad operand type for unary {symbol}: '{}'",
                    self.type_name(value)
                );
                Err(self.type_error(message))
            }
        }
    }

    /// Warns of what a converting method gave, if it is no plain number but one of a subclass.
    ///
    /// # Errors
    /// The warning, if warnings are errors.
    pub(crate) fn strict_subclass(&mut self, result: &Value, method: &str, kind: &str) -> R<()> {
        if !result.is(Tag::Instance) && !result.is(Tag::Bool) {
            return Ok(());
        }
        let class = self.types.deprecation_warning.clone();
        let message = format!(
            "{method} returned non-{kind} (type {}).  The ability to return an instance of a strict subclass of {kind} is deprecated, and may not be supported in a future version of Python.",
            self.type_name(result)
        );
        (self.hooks.warn)(self, &class, &message, 1)
    }

    /// The value as an int of any size, through `__index__`.
    pub(crate) fn index_value(&mut self, value: &Value) -> R {
        if value.is_int() || value.is(Tag::BigInt) {
            return Ok(value.clone());
        }
        if let Some(small) = value.as_int() {
            return Ok(Value::int(small));
        }
        let plain = self.plain(value);
        if plain.is_integer() {
            return Ok(plain);
        }
        match self.call_special(value, Special::Index, &[])? {
            Some(result) if self.plain(&result).is_integer() => {
                self.strict_subclass(&result, "__index__", "int")?;
                let plain = self.plain(&result);
                self.index_value(&plain)
            }
            Some(result) => {
                let message = format!(
                    "__index__ returned non-int (type {})",
                    self.type_name(&result)
                );
                Err(self.type_error(message))
            }
            None => {
                let message = format!(
                    "'{}' object cannot be interpreted as an integer",
                    self.type_name(value)
                );
                Err(self.type_error(message))
            }
        }
    }

    /// The value as a word, through `__index__`. OverflowError if it does not fit.
    pub(crate) fn index(&mut self, value: &Value) -> R<i64> {
        if let Some(small) = value.as_int() {
            return Ok(small);
        }
        let result = self.index_value(value)?;
        match result.as_int() {
            Some(small) => Ok(small),
            None => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }

    /// The value as a float, through `__float__` or `__index__`.
    #[expect(
        clippy::wrong_self_convention,
        reason = "the machine converts the argument, not itself"
    )]
    pub(crate) fn to_f64(&mut self, value: &Value) -> R<f64> {
        use num_traits::ToPrimitive;
        let plain = self.plain(value);
        if plain.is_float() {
            return Ok(plain.raw_float());
        }
        if value.is(Tag::Instance)
            && plain.is_integer()
            && self
                .find_special(value, Special::Float)
                .is_some_and(|method| !method.is(Tag::Native))
            && let Some(result) = self.call_float(value)?
        {
            // A subclass of int with a `__float__` of its own.
            return Ok(result);
        }
        if let Some(small) = plain.as_int() {
            return Ok(small as f64);
        }
        if let Some(big) = plain.as_ref::<crate::value::Big>() {
            return match big.get().to_f64() {
                Some(float) if float.is_finite() => Ok(float),
                _ => Err(self.overflow_error("int too large to convert to float")),
            };
        }
        if let Some(result) = self.call_float(value)? {
            return Ok(result);
        }
        if self.find_special(value, Special::Index).is_some() {
            let index = self.index_value(value)?;
            return self.to_f64(&index);
        }
        let message = format!("must be real number, not {}", self.type_name(value));
        Err(self.type_error(message))
    }

    /// What the value's `__float__` gives; None if it has none.
    ///
    /// # Errors
    /// TypeError `X.__float__ returned non-float (type int)`.
    pub(crate) fn call_float(&mut self, value: &Value) -> R<Option<f64>> {
        if let Some(given) = self.call_special(value, Special::Float, &[])? {
            let result = self.plain(&given);
            if result.is_float() {
                let method = format!("{}.__float__", self.type_name(value));
                self.strict_subclass(&given, &method, "float")?;
                return Ok(Some(result.raw_float()));
            }
            let message = format!(
                "{}.__float__ returned non-float (type {})",
                self.type_name(value),
                self.type_name(&given)
            );
            return Err(self.type_error(message));
        }
        Ok(None)
    }
}

fn floor_div(a: i64, b: i64) -> Option<i64> {
    let quotient = a.checked_div(b)?;
    Some(if a % b != 0 && (a < 0) != (b < 0) {
        quotient - 1
    } else {
        quotient
    })
}

fn floor_mod(a: i64, b: i64) -> Option<i64> {
    let rest = a.checked_rem(b).unwrap_or(0);
    Some(if rest != 0 && (rest < 0) != (b < 0) {
        rest + b
    } else {
        rest
    })
}
