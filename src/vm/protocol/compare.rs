//! Rich comparison and equality.

use std::cmp::Ordering;

use crate::value::hash::{native_eq, native_less};
use crate::value::{Big, Special, Str, Tag, Value};
use crate::vm::{R, Vm};

/// A comparison operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Comparison {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

impl Comparison {
    pub(in crate::vm) fn method(self) -> Special {
        match self {
            Comparison::Lt => Special::Lt,
            Comparison::Le => Special::Le,
            Comparison::Eq => Special::Eq,
            Comparison::Ne => Special::Ne,
            Comparison::Gt => Special::Gt,
            Comparison::Ge => Special::Ge,
        }
    }

    /// The operator with the sides exchanged.
    pub(crate) fn reflected(self) -> Comparison {
        match self {
            Comparison::Lt => Comparison::Gt,
            Comparison::Le => Comparison::Ge,
            Comparison::Gt => Comparison::Lt,
            Comparison::Ge => Comparison::Le,
            same => same,
        }
    }

    fn symbol(self) -> &'static str {
        match self {
            Comparison::Lt => "<",
            Comparison::Le => "<=",
            Comparison::Eq => "==",
            Comparison::Ne => "!=",
            Comparison::Gt => ">",
            Comparison::Ge => ">=",
        }
    }

    /// Whether it holds for an ordering.
    pub(crate) fn holds(self, ordering: std::cmp::Ordering) -> bool {
        match self {
            Comparison::Lt => ordering.is_lt(),
            Comparison::Le => ordering.is_le(),
            Comparison::Eq => ordering.is_eq(),
            Comparison::Ne => ordering.is_ne(),
            Comparison::Gt => ordering.is_gt(),
            Comparison::Ge => ordering.is_ge(),
        }
    }
}

impl Vm {
    /// `left op right`: any value (usually a bool).
    pub(crate) fn rich_compare(&mut self, op: Comparison, left: &Value, right: &Value) -> R {
        if let Some(result) = self.fast_compare(op, left, right) {
            return Ok(Value::bool(result));
        }
        if self.enter_native().is_err() {
            self.take_raised();
            return Err(self.recursion_error_in(" in comparison"));
        }
        let result = self.compare_slow(op, left, right);
        self.leave_native();
        result
    }

    /// The comparison of what no script code has a say in.
    pub(in crate::vm) fn fast_compare(
        &self,
        op: Comparison,
        left: &Value,
        right: &Value,
    ) -> Option<bool> {
        use Tag::{Float, Int, Str as S};
        match (left.tag(), right.tag()) {
            (Int, Int) => return Some(op.holds(left.raw_int().cmp(&right.raw_int()))),
            (S, S) => {
                if matches!(op, Comparison::Eq | Comparison::Ne) {
                    return Some(native_eq(left, right)? == (op == Comparison::Eq));
                }
                return Some(
                    op.holds(
                        left.as_ref::<Str>()?
                            .as_str()
                            .cmp(right.as_ref::<Str>()?.as_str()),
                    ),
                );
            }
            (Float, Float) | (Float, Int) | (Int, Float) => {
                let exact = |value: &Value| {
                    if value.is_float() {
                        Some(value.raw_float())
                    } else if value.raw_int().unsigned_abs() < (1 << 53) {
                        Some(value.raw_int() as f64)
                    } else {
                        None
                    }
                };
                let (a, b) = (exact(left)?, exact(right)?);
                return Some(match op {
                    Comparison::Lt => a < b,
                    Comparison::Le => a <= b,
                    Comparison::Eq => a == b,
                    Comparison::Ne => a != b,
                    Comparison::Gt => a > b,
                    Comparison::Ge => a >= b,
                });
            }
            (Tag::BigInt, Tag::BigInt) => {
                let (a, b) = (left.as_ref::<Big>()?, right.as_ref::<Big>()?);
                return Some(op.holds(a.order(b)));
            }
            // What is past a word is beyond every word.
            (Tag::BigInt, Int) => {
                let negative = left.as_ref::<Big>()?.is_negative();
                let order = if negative {
                    Ordering::Less
                } else {
                    Ordering::Greater
                };
                return Some(op.holds(order));
            }
            (Int, Tag::BigInt) => {
                let negative = right.as_ref::<Big>()?.is_negative();
                let order = if negative {
                    Ordering::Greater
                } else {
                    Ordering::Less
                };
                return Some(op.holds(order));
            }
            _ => {}
        }
        match op {
            Comparison::Eq => native_eq(left, right),
            Comparison::Ne => native_eq(left, right).map(|equal| !equal),
            // Not the others: elements that do not compare at all (NaN) make them differ.
            Comparison::Lt => native_less(left, right),
            Comparison::Gt => native_less(right, left),
            _ => None,
        }
    }

    fn compare_slow(&mut self, op: Comparison, left: &Value, right: &Value) -> R {
        let (class, other) = (self.class_of(left), self.class_of(right));
        let reflected = op.reflected().method();
        let mut tried = false;
        if !class.is(&other)
            && other.is_subclass(&class)
            && let Some(method) = other.special(reflected, &self.special)
        {
            tried = true;
            let result = self.call_bound(&method, right, std::slice::from_ref(left), &[])?;
            if !result.is(Tag::NotImplemented) {
                return Ok(result);
            }
        }
        if let Some(method) = class.special(op.method(), &self.special) {
            let result = self.call_bound(&method, left, std::slice::from_ref(right), &[])?;
            if !result.is(Tag::NotImplemented) {
                return Ok(result);
            }
        }
        self.compare_reflected(op, left, right, tried)
    }

    /// The rest of a comparison whose forward method gave NotImplemented; `tried`: so did the reflected one.
    pub(in crate::vm) fn compare_reflected(
        &mut self,
        op: Comparison,
        left: &Value,
        right: &Value,
        tried: bool,
    ) -> R {
        let reflected = op.reflected().method();
        let other = self.class_of(right);
        if !tried && let Some(method) = other.special(reflected, &self.special) {
            let result = self.call_bound(&method, right, std::slice::from_ref(left), &[])?;
            if !result.is(Tag::NotImplemented) {
                return Ok(result);
            }
        }
        match op {
            Comparison::Eq => Ok(Value::bool(left.is_same(right))),
            Comparison::Ne => Ok(Value::bool(!left.is_same(right))),
            _ => {
                let message = format!(
                    "'{}' not supported between instances of '{}' and '{}'",
                    op.symbol(),
                    self.type_name(left),
                    self.type_name(right)
                );
                Err(self.type_error(message))
            }
        }
    }

    /// Equality as containers use it: identity first.
    #[inline]
    pub(crate) fn eq(&mut self, left: &Value, right: &Value) -> R<bool> {
        if left.is_same(right) {
            return Ok(true);
        }
        if let Some(equal) = native_eq(left, right) {
            return Ok(equal);
        }
        let result = self.rich_compare(Comparison::Eq, left, right)?;
        self.truth(&result)
    }

    /// `left < right`, as sorting and heaps use it.
    #[inline]
    pub(crate) fn less(&mut self, left: &Value, right: &Value) -> R<bool> {
        let result = self.rich_compare(Comparison::Lt, left, right)?;
        self.truth(&result)
    }
}
