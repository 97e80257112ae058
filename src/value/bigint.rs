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
            None => {
                self.account((value.bits() / 8) as isize);
                Value::object(self.alloc(Big(value)))
            }
        }
    }
}
