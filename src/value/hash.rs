//! Hash and equality of what needs no script code: numbers, strings, bytes, tuples of them, identity.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::{Big, Bytes, Instance, List, Str, Tag, Tuple, Value};

/// The modulus of the hash of numbers: a Mersenne prime, as CPython documents it.
const MODULUS: u64 = (1 << 61) - 1;
/// Tuples nested deeper than this are left to the machine, which counts its recursion.
const DEPTH: u32 = 64;

/// The hash of an int: CPython's.
#[inline(always)]
pub(crate) fn hash_int(value: i64) -> u64 {
    if value.unsigned_abs() < MODULUS {
        return if value == -1 {
            -2i64 as u64
        } else {
            value as u64
        };
    }
    let magnitude = (value.unsigned_abs() % MODULUS) as i64;
    let hash = if value < 0 { -magnitude } else { magnitude };
    (if hash == -1 { -2 } else { hash }) as u64
}

/// The hash of an int past a word.
pub(crate) fn hash_big(value: &Big) -> u64 {
    let Some(wide) = value.wide() else {
        return hash_bigint(value.get());
    };
    // Two to the 61st is one.
    let mut rest = wide.unsigned_abs();
    while rest >> 61 != 0 {
        rest = (rest & u128::from(MODULUS)) + (rest >> 61);
    }
    let rest = if rest as u64 == MODULUS {
        0
    } else {
        rest as i64
    };
    let hash = if wide < 0 { -rest } else { rest };
    (if hash == -1 { -2 } else { hash }) as u64
}

/// The hash of a large int.
fn hash_bigint(value: &BigInt) -> u64 {
    let rest = (value.magnitude() % MODULUS)
        .to_u64()
        .expect("below the modulus") as i64;
    let hash = if value.sign() == Sign::Minus {
        -rest
    } else {
        rest
    };
    (if hash == -1 { -2 } else { hash }) as u64
}

/// The hash of a float: equal to the int's if it is whole.
pub(crate) fn hash_float(value: f64) -> u64 {
    if value.is_infinite() {
        return (if value > 0.0 { 314_159 } else { -314_159i64 }) as u64;
    }
    if value.is_nan() {
        return value.to_bits() >> 1;
    }
    if value.fract() == 0.0 && value.abs() < 9.0e18 {
        return hash_int(value as i64);
    }
    // value = mantissa * 2**exponent, reduced modulo 2**61 - 1 by rotating.
    let bits = value.abs().to_bits();
    let (mut mantissa, mut exponent) = (bits & ((1 << 52) - 1), (bits >> 52) as i64);
    if exponent == 0 {
        exponent = 1;
    } else {
        mantissa |= 1 << 52;
    }
    let shift = (exponent - 1075).rem_euclid(61) as u32;
    let wide = u128::from(mantissa) << shift;
    let rest = (wide % u128::from(MODULUS)) as i64;
    let hash = if value < 0.0 { -rest } else { rest };
    (if hash == -1 { -2 } else { hash }) as u64
}

/// Combines the hashes of a tuple's elements as CPython does.
pub(crate) struct SequenceHash {
    accumulator: u64,
    count: u64,
}

impl SequenceHash {
    const P1: u64 = 11_400_714_785_074_694_791;
    const P2: u64 = 14_029_467_366_897_019_727;
    const P5: u64 = 2_870_177_450_012_600_261;

    /// Of no elements.
    #[inline]
    pub(crate) fn new() -> SequenceHash {
        SequenceHash {
            accumulator: Self::P5,
            count: 0,
        }
    }

    /// Adds the next element's hash.
    #[inline]
    pub(crate) fn add(&mut self, hash: u64) {
        let mixed = self.accumulator.wrapping_add(hash.wrapping_mul(Self::P2));
        self.accumulator = mixed.rotate_left(31).wrapping_mul(Self::P1);
        self.count += 1;
    }

    /// The hash of the tuple.
    #[inline]
    pub(crate) fn finish(self) -> u64 {
        let hash = self
            .accumulator
            .wrapping_add(self.count ^ (Self::P5 ^ 3_527_539));
        if hash == u64::MAX {
            1_546_275_796
        } else {
            hash
        }
    }
}

/// Combines these hashes.
pub(crate) fn hash_sequence(hashes: impl Iterator<Item = u64>) -> u64 {
    let mut sequence = SequenceHash::new();
    hashes.for_each(|hash| sequence.add(hash));
    sequence.finish()
}

/// The hash of an address.
pub(crate) fn hash_identity(value: &Value) -> u64 {
    value.raw_bits().rotate_right(4)
}

/// The hash, if no script code has a say in it; None for what the machine must hash (or refuse).
#[inline]
pub(crate) fn native_hash(value: &Value) -> Option<u64> {
    native_hash_at(value, 0)
}

fn native_hash_at(value: &Value, depth: u32) -> Option<u64> {
    Some(match value.tag() {
        Tag::Str => value.as_ref::<Str>()?.hash(),
        Tag::Int | Tag::Bool => hash_int(value.raw_int()),
        Tag::Float => hash_float(value.raw_float()),
        Tag::BigInt => hash_big(value.as_ref::<Big>()?),
        Tag::Bytes => value.as_ref::<Bytes>()?.hash(),
        Tag::None => 0xFCA8_6420,
        Tag::Ellipsis | Tag::NotImplemented | Tag::Native | Tag::YieldNow => {
            value.raw_bits().wrapping_mul(31) + value.tag() as u64
        }
        Tag::Tuple if depth < DEPTH => hash_tuple(value.as_ref::<Tuple>()?, depth)?,
        Tag::Function
        | Tag::Class
        | Tag::Module
        | Tag::Cell
        | Tag::Coroutine
        | Tag::Future
        | Tag::Exception
        | Tag::Iterator => {
            if value.tag() == Tag::Exception || value.tag() == Tag::Future {
                return None;
            }
            hash_identity(value)
        }
        Tag::Instance if value.as_ref::<Instance>()?.class().has_default_hash() => {
            hash_identity(value)
        }
        _ => return None,
    })
}

#[inline(never)]
fn hash_tuple(tuple: &Tuple, depth: u32) -> Option<u64> {
    let mut sequence = SequenceHash::new();
    for item in tuple.items() {
        sequence.add(match simple_hash(item) {
            Some(hash) => hash,
            None => native_hash_at(item, depth + 1)?,
        });
    }
    Some(sequence.finish())
}

/// The hash of a text or a word.
#[inline(always)]
fn simple_hash(value: &Value) -> Option<u64> {
    if let Some(text) = value.as_ref::<Str>() {
        Some(text.hash())
    } else if value.is_int() {
        Some(hash_int(value.raw_int()))
    } else {
        None
    }
}

/// The same as `native_hash`, with the most usual keys at hand.
#[inline(always)]
pub(crate) fn quick_hash(value: &Value) -> Option<u64> {
    simple_hash(value).or_else(|| match value.as_ref::<Tuple>() {
        Some(tuple) => hash_tuple(tuple, 0),
        None => native_hash_at(value, 0),
    })
}

/// Whether two keys with one hash are equal as far as one look tells: the same text, or tuples of the very same values.
#[inline(never)]
pub(super) fn same_at_sight(a: &Value, b: &Value) -> bool {
    if let (Some(a), Some(b)) = (a.as_ref::<Str>(), b.as_ref::<Str>()) {
        return a.same_text(b);
    }
    let (Some(a), Some(b)) = (a.as_ref::<Tuple>(), b.as_ref::<Tuple>()) else {
        return false;
    };
    let mut pairs = a.items().iter().zip(b.items());
    a.len() == b.len() && pairs.all(|(a, b)| a.is_same(b))
}

/// Whether two values are equal, if no script code has a say in it.
#[inline]
pub(crate) fn native_eq(left: &Value, right: &Value) -> Option<bool> {
    native_eq_at(left, right, 0)
}

fn native_eq_at(left: &Value, right: &Value, depth: u32) -> Option<bool> {
    use Tag::{
        BigInt, Bool, Bytes as B, Ellipsis, Float, Instance as I, Int, Native, None as N,
        NotImplemented, Str as S, Tuple as T,
    };
    Some(match (left.tag(), right.tag()) {
        (S, S) => left.as_ref::<Str>()?.same_text(right.as_ref::<Str>()?),
        (Int | Bool, Int | Bool) => left.raw_int() == right.raw_int(),
        (Float, Float) => left.raw_float() == right.raw_float(),
        (Int | Bool, Float) => int_eq_float(left.raw_int(), right.raw_float()),
        (Float, Int | Bool) => int_eq_float(right.raw_int(), left.raw_float()),
        (BigInt, BigInt) => left.as_ref::<Big>()?.order(right.as_ref::<Big>()?).is_eq(),
        (BigInt, Float) => big_eq_float(left.as_ref::<Big>()?.get(), right.raw_float()),
        (Float, BigInt) => big_eq_float(right.as_ref::<Big>()?.get(), left.raw_float()),
        (B, B) => left.as_ref::<Bytes>()?.items() == right.as_ref::<Bytes>()?.items(),
        (T, T) if depth < DEPTH => {
            let (a, b) = (left.as_ref::<Tuple>()?, right.as_ref::<Tuple>()?);
            for (x, y) in a.items().iter().zip(b.items()) {
                if !x.is_same(y) && !native_eq_at(x, y, depth + 1)? {
                    return Some(false);
                }
            }
            a.len() == b.len()
        }
        (Tag::List, Tag::List) if depth < DEPTH => {
            let (a, b) = (left.as_ref::<List>()?, right.as_ref::<List>()?);
            if a.len() != b.len() {
                return Some(false);
            }
            // Nothing that is asked here can change a list.
            a.items.with(|a| {
                b.items.with(|b| {
                    for (x, y) in a.iter().zip(b) {
                        if !x.is_same(y) && !native_eq_at(x, y, depth + 1)? {
                            return Some(false);
                        }
                    }
                    Some(true)
                })
            })?
        }
        (N | Ellipsis | NotImplemented | Native, N | Ellipsis | NotImplemented | Native) => {
            left.is_same(right)
        }
        (N, S | Int | Float | Bool | B | BigInt) | (S | Int | Float | Bool | B | BigInt, N) => {
            false
        }
        (S, Int | Float | Bool | B | T | BigInt) | (Int | Float | Bool | B | T | BigInt, S) => {
            false
        }
        (I, I) => {
            let (a, b) = (left.as_ref::<Instance>()?, right.as_ref::<Instance>()?);
            if !(a.class().has_default_eq() && b.class().has_default_eq()) {
                return None;
            }
            a.is(b)
        }
        (Tag::Class | Tag::Function | Tag::Module, Tag::Class | Tag::Function | Tag::Module) => {
            left.is_same(right)
        }
        _ => return None,
    })
}

/// Whether two keys with the same hash are equal; None if only script code can tell.
#[inline(always)]
pub(super) fn same_key(a: &Value, b: &Value) -> Option<bool> {
    if a.is_same(b) {
        return Some(true);
    }
    match (a.as_ref::<Str>(), b.as_ref::<Str>()) {
        (Some(a), Some(b)) => Some(a.same_text(b)),
        _ => native_eq_at(a, b, 0),
    }
}

/// Whether `left` is less than `right`, if both are numbers or both texts, or sequences of such, and no script code
/// has a say in it.
#[inline]
pub(crate) fn native_less(left: &Value, right: &Value) -> Option<bool> {
    match (left.tag(), right.tag()) {
        (Tag::Int | Tag::Bool, Tag::Int | Tag::Bool) => Some(left.raw_int() < right.raw_int()),
        (Tag::Str, Tag::Str) => Some(less_str(left.as_ref::<Str>()?, right.as_ref::<Str>()?)),
        (Tag::Float, Tag::Float) => Some(left.raw_float() < right.raw_float()),
        (Tag::Tuple, Tag::Tuple) => less_items(
            left.as_ref::<Tuple>()?.items(),
            right.as_ref::<Tuple>()?.items(),
        ),
        (Tag::List, Tag::List) => {
            let (a, b) = (left.as_ref::<List>()?, right.as_ref::<List>()?);
            a.items.with(|a| b.items.with(|b| less_items(a, b)))
        }
        _ => None,
    }
}

fn less_str(left: &Str, right: &Str) -> bool {
    let (a, b) = (left.items(), right.items());
    // Most texts differ in their first eight bytes.
    if let (Some(x), Some(y)) = (a.first_chunk::<8>(), b.first_chunk::<8>())
        && x != y
    {
        return u64::from_be_bytes(*x) < u64::from_be_bytes(*y);
    }
    a < b
}

fn less_items(left: &[Value], right: &[Value]) -> Option<bool> {
    for (x, y) in left.iter().zip(right) {
        match (x.tag(), y.tag()) {
            (Tag::Int, Tag::Int) => {
                if x.raw_int() == y.raw_int() {
                    continue;
                }
                return Some(x.raw_int() < y.raw_int());
            }
            (Tag::Str, Tag::Str) => {
                let (x, y) = (x.as_ref::<Str>()?, y.as_ref::<Str>()?);
                if x.same_text(y) {
                    continue;
                }
                return Some(less_str(x, y));
            }
            _ => {}
        }
        if x.is_same(y) || native_eq(x, y)? {
            continue;
        }
        // Sequences inside sequences are left to the machine, which counts its recursion.
        if matches!(x.tag(), Tag::Tuple | Tag::List) {
            return None;
        }
        return native_less(x, y);
    }
    Some(left.len() < right.len())
}

/// Exact comparison of an int with a float.
pub(crate) fn int_eq_float(int: i64, float: f64) -> bool {
    float.fract() == 0.0 && float.abs() < 9.3e18 && float as i128 == i128::from(int)
}

fn big_eq_float(big: &BigInt, float: f64) -> bool {
    use num_traits::FromPrimitive;
    float.is_finite()
        && float.fract() == 0.0
        && BigInt::from_f64(float).is_some_and(|other| other == *big)
}
