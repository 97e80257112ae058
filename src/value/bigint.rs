//! Integers past 64 bits: a thin room around num-bigint.

use std::cell::OnceCell;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::Value;
use super::kinds::{Traced, heap_type};
use crate::heap::Heap;

/// Numbers of so many bits are kept in two words, and can be added there.
const WIDE_BITS: u64 = 126;

/// An integer that does not fit `i64`.
///
/// Hashes, random numbers and fixed-point programs live between one word and two: what fits those needs no memory of
/// its own.
pub(crate) struct Big {
    /// The number, if it has at most `WIDE_BITS`: the lower word first.
    words: [u64; 2],
    is_wide: bool,
    /// The same as what num-bigint computes with, made when it is first asked for; always there if it is not wide.
    long: OnceCell<BigInt>,
}

heap_type!(Big, BigInt, false);
impl Traced for Big {
    fn buffer_bytes(&self) -> usize {
        if self.is_wide {
            return 0;
        }
        (self.get().bits() / 8) as usize
    }
}

impl Big {
    /// The number in two words, if it fits with room to add.
    #[inline]
    pub(crate) fn wide(&self) -> Option<i128> {
        self.is_wide.then(|| self.in_words())
    }

    fn in_words(&self) -> i128 {
        (u128::from(self.words[1]) << 64 | u128::from(self.words[0])) as i128
    }

    /// The number, as num-bigint has it.
    pub(crate) fn get(&self) -> &BigInt {
        self.long.get_or_init(|| BigInt::from(self.in_words()))
    }

    pub(crate) fn is_negative(&self) -> bool {
        match self.wide() {
            Some(wide) => wide < 0,
            None => self.get().sign() == num_bigint::Sign::Minus,
        }
    }

    /// How the number stands to another.
    pub(crate) fn order(&self, other: &Big) -> std::cmp::Ordering {
        match (self.wide(), other.wide()) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => self.get().cmp(other.get()),
        }
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
        self.as_ref::<Big>().map(|big| big.get().clone())
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
        let bits = value.bits();
        if bits <= WIDE_BITS
            && let Some(wide) = value.to_i128()
        {
            return self.new_wide(wide);
        }
        self.account((bits / 8) as isize);
        Value::object(self.alloc(Big {
            words: [0; 2],
            is_wide: false,
            long: OnceCell::from(value),
        }))
    }

    /// An int of up to two words.
    #[inline]
    pub(crate) fn int_of_wide(&self, value: i128) -> Value {
        match i64::try_from(value) {
            Ok(small) => Value::int(small),
            Err(_) if value.unsigned_abs() >> WIDE_BITS == 0 => self.new_wide(value),
            Err(_) => self.new_big(BigInt::from(value)),
        }
    }

    #[inline]
    fn new_wide(&self, value: i128) -> Value {
        Value::object(self.alloc(Big {
            words: [value as u64, (value >> 64) as u64],
            is_wide: true,
            long: OnceCell::new(),
        }))
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
