//! Arithmetic of ints past a word, without the general way of operators.
//!
//! What fits twice a word is computed there: hashes, random numbers and fixed-point programs live between the two.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::Signed;

use super::arith::ArithKind;
use crate::value::{Big, Tag, Value, div_mod_floor};
use crate::vm::Vm;

/// Results that may be larger than so many bits are left to the general way, which asks for room first.
const MOST_BITS: u64 = 1 << 16;
/// The int in two words, if it fits with room to add.
#[inline]
fn wide(value: &Value) -> Option<i128> {
    if value.is_int() {
        return Some(i128::from(value.raw_int()));
    }
    value.as_ref::<Big>()?.wide()
}

fn wide_arith(kind: ArithKind, a: i128, b: i128) -> Option<i128> {
    let shift = || u32::try_from(b).ok().filter(|&count| count < 128);
    Some(match kind {
        ArithKind::Add => a + b,
        ArithKind::Sub => a - b,
        ArithKind::Mul => a.checked_mul(b)?,
        ArithKind::And => a & b,
        ArithKind::Or => a | b,
        ArithKind::Xor => a ^ b,
        ArithKind::Mod if b > 0 && b & (b - 1) == 0 => a & (b - 1),
        ArithKind::FloorDiv if b > 0 && b & (b - 1) == 0 => a >> b.trailing_zeros(),
        ArithKind::Mod if b > 0 && a >= 0 => (a as u128 % b as u128) as i128,
        ArithKind::FloorDiv if b > 0 && a >= 0 => (a as u128 / b as u128) as i128,
        ArithKind::Mod if b != 0 => Integer::mod_floor(&a, &b),
        ArithKind::FloorDiv if b != 0 => Integer::div_floor(&a, &b),
        ArithKind::RShift => a >> shift()?,
        ArithKind::LShift => {
            let count = shift()?;
            let shifted = a.checked_shl(count)?;
            if shifted >> count != a {
                return None;
            }
            shifted
        }
        _ => return None,
    })
}

impl Vm {
    /// `left op right` of two ints, not both of a word. None if the general way must be gone.
    pub(super) fn big_arith(
        &mut self,
        kind: ArithKind,
        left: &Value,
        right: &Value,
    ) -> Option<Value> {
        if let (Some(a), Some(b)) = (wide(left), wide(right))
            && let Some(result) = wide_arith(kind, a, b)
        {
            return Some(self.heap.int_of_wide(result));
        }
        let result = match (left.as_ref::<Big>(), right.as_ref::<Big>()) {
            (Some(a), Some(b)) => both_big(kind, a.get(), b.get())?,
            (Some(a), None) if right.is(Tag::Int) => big_and_word(kind, a.get(), right.raw_int())?,
            (None, Some(b)) if left.is(Tag::Int) => {
                let a = left.raw_int();
                match kind {
                    ArithKind::Add | ArithKind::Mul => big_and_word(kind, b.get(), a)?,
                    ArithKind::Sub => a - b.get(),
                    _ => return None,
                }
            }
            _ => return None,
        };
        Some(self.heap.new_int(result))
    }
}

fn both_big(kind: ArithKind, a: &BigInt, b: &BigInt) -> Option<BigInt> {
    Some(match kind {
        ArithKind::Add => a + b,
        ArithKind::Sub => a - b,
        ArithKind::Mul if a.bits() + b.bits() < MOST_BITS => a * b,
        ArithKind::FloorDiv => div_mod_floor(a, b).0,
        ArithKind::Mod => div_mod_floor(a, b).1,
        ArithKind::And => a & b,
        ArithKind::Or => a | b,
        ArithKind::Xor => a ^ b,
        _ => return None,
    })
}

fn big_and_word(kind: ArithKind, a: &BigInt, b: i64) -> Option<BigInt> {
    Some(match kind {
        ArithKind::Add => a + b,
        ArithKind::Sub => a - b,
        ArithKind::Mul => a * b,
        ArithKind::FloorDiv if b > 0 && !a.is_negative() => a / b,
        ArithKind::Mod if b > 0 && !a.is_negative() => a % b,
        ArithKind::And => a & BigInt::from(b),
        ArithKind::Or => a | BigInt::from(b),
        ArithKind::Xor => a ^ BigInt::from(b),
        ArithKind::LShift if b >= 0 && a.bits() + (b as u64) < MOST_BITS => a << b,
        ArithKind::RShift if b >= 0 => a >> b,
        _ => return None,
    })
}
