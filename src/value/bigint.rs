//! Integers past 64 bits: a thin room around num-bigint.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::Value;
use super::kinds::{Traced, heap_type};
use crate::heap::Heap;

/// An integer that does not fit `i64`.
pub(crate) struct Big(pub(crate) BigInt);

heap_type!(Big, BigInt, false);
impl Traced for Big {
    fn buffer_bytes(&self) -> usize {
        (self.0.bits() / 8) as usize
    }
}

/// Quotient and rest, rounded towards minus infinity. The divisor is not 0.
///
/// Programs that compute digit by digit divide long numbers of nearly the same length: their short quotient is
/// guessed from the leading bits.
pub(crate) fn div_mod_floor(a: &BigInt, b: &BigInt) -> (BigInt, BigInt) {
    use num_integer::Integer;
    const GUESSED: u64 = 40;
    let (a_bits, b_bits) = (a.bits(), b.bits());
    if b_bits <= 128
        || a_bits >= b_bits + GUESSED
        || a.sign() != num_bigint::Sign::Plus
        || b.sign() != num_bigint::Sign::Plus
    {
        return a.div_mod_floor(b);
    }
    let cut = b_bits - 64;
    let leading = |n: &BigInt| (n.magnitude() >> cut).to_u128().unwrap_or(0);
    // Too small by one at most, as 40 bits are guessed from 64.
    let mut quotient = leading(a) / (leading(b) + 1);
    let mut rest = a - b * (quotient as u64);
    while rest >= *b {
        rest -= b;
        quotient += 1;
    }
    (BigInt::from(quotient as u64), rest)
}

impl Value {
    /// The integer value of an int or bool of any size.
    pub(crate) fn to_bigint(&self) -> Option<BigInt> {
        if let Some(small) = self.as_int() {
            return Some(BigInt::from(small));
        }
        self.as_ref::<Big>().map(|big| big.0.clone())
    }

    /// Whether it is an int (or bool) of any size.
    pub(crate) fn is_integer(&self) -> bool {
        self.as_int().is_some() || self.is(super::Tag::BigInt)
    }
}

impl Heap {
    /// An int, small if it fits.
    pub(crate) fn new_int(&self, value: BigInt) -> Value {
        match value.to_i64() {
            Some(small) => Value::int(small),
            None => self.new_big(value),
        }
    }

    /// An int that does not fit a word.
    pub(crate) fn new_big(&self, value: BigInt) -> Value {
        self.account((value.bits() / 8) as isize);
        Value::object(self.alloc(Big(value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guessed_quotients_are_right() {
        use num_integer::Integer;
        let mut state = 1u64;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            state >> 20
        };
        for _ in 0..2000 {
            let mut b = BigInt::from(next());
            for _ in 0..3 + next() % 4 {
                b = b * (1u64 << 44) + next();
            }
            let a = &b * (next() % 1_000_000) + &b / (1 + next() % 5) - next() % 3;
            assert_eq!(div_mod_floor(&a, &b), a.div_mod_floor(&b));
        }
    }
}
