//! Integer arithmetic on machine words and big integers: what the words cannot hold is promoted.
//!
//! Every function takes values that are ints or bools of any size.

use std::borrow::Cow;
use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::value::{Big, Value, div_mod_floor};
use crate::vm::{R, Vm};

/// The int as a big integer, borrowed if it is one.
pub(crate) fn big(value: &Value) -> Cow<'_, BigInt> {
    match value.as_ref::<Big>() {
        Some(big) => Cow::Borrowed(big.get()),
        None => Cow::Owned(BigInt::from(value.as_int().expect("callers pass ints"))),
    }
}

/// Both words, if both operands are words.
fn words(left: &Value, right: &Value) -> Option<(i64, i64)> {
    Some((left.as_int()?, right.as_int()?))
}

/// How many bits the magnitude has.
pub(crate) fn bits(value: &Value) -> u64 {
    match value.as_ref::<Big>() {
        Some(big) => big.get().bits(),
        None => u64::from(u64::BITS - value.raw_int().unsigned_abs().leading_zeros()),
    }
}

pub(crate) fn is_zero(value: &Value) -> bool {
    value.as_int() == Some(0)
}

pub(crate) fn is_negative(value: &Value) -> bool {
    match value.as_ref::<Big>() {
        Some(big) => big.get().is_negative(),
        None => value.raw_int() < 0,
    }
}

/// Ints of fewer bits are worked on at once; above, the limits are asked first.
const LARGE: u64 = 1 << 15;
/// Products of two 64-bit digits that make a tick.
const DIGITS_PER_TICK: f64 = 64.0;

/// Counts a product of ints of so many bits, or a power that ends with it.
pub(crate) fn charge_product(vm: &mut Vm, left: u64, right: u64) -> R<()> {
    if left < LARGE || right < LARGE {
        return Ok(());
    }
    // Pieces of the size of the smaller one, each by Toom and Cook's method.
    let (small, large) = (left.min(right) as f64 / 64.0, left.max(right) as f64 / 64.0);
    vm.charge((large / small * small.powf(1.5) / DIGITS_PER_TICK) as u64)
}

/// Counts a division: digits of the quotient times digits of the divisor.
pub(crate) fn charge_division(vm: &mut Vm, left: u64, right: u64) -> R<()> {
    if left < LARGE || right < LARGE || left < right {
        return Ok(());
    }
    let digits = (left - right) as f64 / 64.0 * (right as f64 / 64.0);
    vm.charge((digits / DIGITS_PER_TICK) as u64)
}

/// Asks for room for an int of so many bits.
pub(crate) fn check_bits(vm: &mut Vm, bits: u64) -> R<()> {
    if bits < 1 << 16 {
        return Ok(());
    }
    match usize::try_from(bits / 8) {
        Ok(bytes) if bytes < u32::MAX as usize => vm.check_size(bytes),
        _ => Err(vm.memory_error()),
    }
}

pub(crate) fn add(vm: &mut Vm, left: &Value, right: &Value) -> R {
    match words(left, right).and_then(|(a, b)| a.checked_add(b)) {
        Some(sum) => Ok(Value::int(sum)),
        None => Ok(vm.heap.new_int(&*big(left) + &*big(right))),
    }
}

pub(crate) fn subtract(vm: &mut Vm, left: &Value, right: &Value) -> R {
    match words(left, right).and_then(|(a, b)| a.checked_sub(b)) {
        Some(difference) => Ok(Value::int(difference)),
        None => Ok(vm.heap.new_int(&*big(left) - &*big(right))),
    }
}

pub(crate) fn multiply(vm: &mut Vm, left: &Value, right: &Value) -> R {
    match words(left, right).and_then(|(a, b)| a.checked_mul(b)) {
        Some(product) => Ok(Value::int(product)),
        None => {
            check_bits(vm, bits(left) + bits(right))?;
            charge_product(vm, bits(left), bits(right))?;
            Ok(vm.heap.new_int(&*big(left) * &*big(right)))
        }
    }
}

/// `left // right`: towards minus infinity.
///
/// # Errors
/// ZeroDivisionError `integer division or modulo by zero`.
pub(crate) fn floor_divide(vm: &mut Vm, left: &Value, right: &Value) -> R {
    if is_zero(right) {
        return Err(vm.zero_division_error("integer division or modulo by zero"));
    }
    if let Some((a, b)) = words(left, right)
        && b != -1
    {
        return Ok(Value::int(Integer::div_floor(&a, &b)));
    }
    charge_division(vm, bits(left), bits(right))?;
    Ok(vm.heap.new_int(big(left).div_floor(&big(right))))
}

/// `left % right`: has the sign of `right`.
///
/// # Errors
/// ZeroDivisionError `integer modulo by zero`.
pub(crate) fn modulo(vm: &mut Vm, left: &Value, right: &Value) -> R {
    if is_zero(right) {
        return Err(vm.zero_division_error("integer modulo by zero"));
    }
    if let Some((a, b)) = words(left, right) {
        let rest = if b == -1 {
            0
        } else {
            Integer::mod_floor(&a, &b)
        };
        return Ok(Value::int(rest));
    }
    charge_division(vm, bits(left), bits(right))?;
    Ok(vm.heap.new_int(big(left).mod_floor(&big(right))))
}

/// `divmod(left, right)`.
///
/// # Errors
/// As [`floor_divide`].
pub(crate) fn divide_modulo(vm: &mut Vm, left: &Value, right: &Value) -> R {
    let (quotient, rest) = match words(left, right) {
        Some((a, b)) if b != 0 && b != -1 => {
            let (quotient, rest) = Integer::div_mod_floor(&a, &b);
            (Value::int(quotient), Value::int(rest))
        }
        _ if is_zero(right) => {
            return Err(vm.zero_division_error("integer division or modulo by zero"));
        }
        _ => {
            charge_division(vm, bits(left), bits(right))?;
            let (quotient, rest) = div_mod_floor(&big(left), &big(right));
            (vm.heap.new_int(quotient), vm.heap.new_int(rest))
        }
    };
    Ok(Value::object(vm.heap.new_tuple(vec![quotient, rest])))
}

/// `left / right`: the float nearest to the quotient, ties to even.
///
/// # Errors
/// ZeroDivisionError `division by zero`; OverflowError `integer division result too large for a
/// float`.
pub(crate) fn true_divide(vm: &mut Vm, left: &Value, right: &Value) -> R {
    const EXACT: u64 = 1 << 53;
    if is_zero(right) {
        return Err(vm.zero_division_error("division by zero"));
    }
    if let Some((a, b)) = words(left, right)
        && a.unsigned_abs() <= EXACT
        && b.unsigned_abs() <= EXACT
    {
        return Ok(Value::float(a as f64 / b as f64));
    }
    match divide_to_float(&big(left), &big(right)) {
        Some(float) => Ok(Value::float(float)),
        None => Err(vm.overflow_error("integer division result too large for a float")),
    }
}

/// The correctly rounded quotient; None if it is too large. `right` is not 0.
fn divide_to_float(left: &BigInt, right: &BigInt) -> Option<f64> {
    /// The least exponent e of a normal float m * 2**e with 0.5 <= m < 1.
    const LEAST_EXPONENT: i64 = -1021;
    const MANTISSA: i64 = 53;
    let negative = (left.sign() == Sign::Minus) != (right.sign() == Sign::Minus);
    let (a, b) = (left.magnitude(), right.magnitude());
    let difference = a.bits() as i64 - b.bits() as i64;
    let signed = |float: f64| if negative { -float } else { float };
    if a.is_zero() || difference < LEAST_EXPONENT - MANTISSA - 2 {
        return Some(signed(0.0));
    }
    if difference > 1024 {
        return None;
    }
    // A quotient of 55 or 56 bits (fewer if subnormal), in units of 2**shift.
    let shift = difference.max(LEAST_EXPONENT) - 55;
    let (quotient, rest) = if shift <= 0 {
        (a << shift.unsigned_abs()).div_rem(b)
    } else {
        a.div_rem(&(b << shift as u64))
    };
    let mut low = quotient.to_u64().expect("56 bits at most") | u64::from(!rest.is_zero());
    let length = i64::from(u64::BITS - low.leading_zeros());
    let extra = length.max(LEAST_EXPONENT - shift) - MANTISSA;
    let half = 1u64 << (extra - 1);
    if low & half != 0 && low & (3 * half - 1) != 0 {
        low += half;
    }
    low &= !(2 * half - 1);
    if low > 0 && shift + i64::from(u64::BITS - low.leading_zeros()) > 1024 {
        return None;
    }
    // In two steps, as 2**shift may be too small for a float.
    let first = shift / 2;
    let float = low as f64 * 2f64.powi(first as i32) * 2f64.powi((shift - first) as i32);
    Some(signed(float))
}

/// `left ** right`; a float if `right` is negative.
///
/// # Errors
/// ZeroDivisionError, OverflowError, MemoryError.
pub(crate) fn power(vm: &mut Vm, left: &Value, right: &Value) -> R {
    if is_negative(right) {
        let (base, exponent) = (vm.float_of_int(left)?, vm.float_of_int(right)?);
        return super::float::power(vm, base, exponent);
    }
    let base = left.as_int();
    match (base, right.as_int()) {
        (_, Some(0)) | (Some(1), _) => return Ok(Value::int(1)),
        (Some(0), _) => return Ok(Value::int(0)),
        (Some(-1), _) => {
            let odd = big(right).is_odd();
            return Ok(Value::int(if odd { -1 } else { 1 }));
        }
        (Some(base), Some(exponent)) => {
            let exponent = u32::try_from(exponent).ok();
            if let Some(power) = exponent.and_then(|exponent| base.checked_pow(exponent)) {
                return Ok(Value::int(power));
            }
        }
        _ => {}
    }
    let Some(exponent) = right.as_int().and_then(|n| u32::try_from(n).ok()) else {
        return Err(vm.memory_error());
    };
    // One bit less than `bits`, as 2**10 has eleven bits and 1024**2 twenty-one.
    let size = (bits(left) - 1) * u64::from(exponent);
    check_bits(vm, size)?;
    if base == Some(2) {
        return Ok(vm.heap.new_int(BigInt::one() << exponent));
    }
    charge_product(vm, size, size)?;
    let power = match base {
        Some(base) => word_power(base, exponent),
        None => big(left).pow(exponent),
    };
    Ok(vm.heap.new_int(power))
}

/// The power of a word: the first squares fit two words.
fn word_power(base: i64, exponent: u32) -> BigInt {
    let magnitude = u128::from(base.unsigned_abs());
    let (mut chunk, mut factors) = (magnitude, 1);
    while 2 * factors <= exponent
        && let Some(square) = chunk.checked_mul(chunk)
    {
        (chunk, factors) = (square, 2 * factors);
    }
    let mut power = BigUint::from(chunk);
    if exponent >= 2 * factors {
        power = power.pow(exponent / factors);
    }
    if !exponent.is_multiple_of(factors) {
        power *= magnitude.pow(exponent % factors);
    }
    let sign = if base < 0 && exponent % 2 == 1 {
        Sign::Minus
    } else {
        Sign::Plus
    };
    BigInt::from_biguint(sign, power)
}

/// The power by squaring; the modulus is positive.
fn power_of_words(base: i64, mut exponent: u64, modulus: i64) -> i64 {
    let mut base = base.rem_euclid(modulus) as u64;
    let modulus = modulus as u64;
    let mut result = 1 % modulus;
    let times = |a: u64, b: u64| {
        if modulus <= 1 << 32 {
            a * b % modulus
        } else {
            (u128::from(a) * u128::from(b) % u128::from(modulus)) as u64
        }
    };
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        exponent >>= 1;
    }
    result as i64
}

/// `pow(left, right, modulus)`.
///
/// # Errors
/// ValueError `pow() 3rd argument cannot be 0`, `base is not invertible for the given modulus`.
pub(crate) fn power_modulo(vm: &mut Vm, left: &Value, right: &Value, modulus: &Value) -> R {
    if is_zero(modulus) {
        return Err(vm.value_error("pow() 3rd argument cannot be 0"));
    }
    if let (Some(base), Some(exponent), Some(modulus)) =
        (left.as_int(), right.as_int(), modulus.as_int())
        && exponent >= 0
        && modulus > 0
    {
        return Ok(Value::int(power_of_words(base, exponent as u64, modulus)));
    }
    // Two products and two remainders for a bit of the exponent, digit by digit.
    let digits = (bits(modulus) / 64 + 1) as f64;
    let work = digits * digits * 2.0 * bits(right) as f64 / DIGITS_PER_TICK;
    if work > 100.0 {
        vm.charge(work as u64)?;
    }
    let (base, exponent, modulus) = (big(left), big(right), big(modulus));
    if modulus.magnitude().is_one() {
        return Ok(Value::int(0));
    }
    let result = if exponent.is_negative() {
        let size = modulus.abs();
        match base.modinv(&size) {
            Some(inverse) => inverse.modpow(&-&*exponent, &modulus),
            None => {
                return Err(vm.value_error("base is not invertible for the given modulus"));
            }
        }
    } else {
        base.modpow(&exponent, &modulus)
    };
    Ok(vm.heap.new_int(result.mod_floor(&modulus)))
}

/// `left << right`.
///
/// # Errors
/// ValueError `negative shift count`; OverflowError `too many digits in integer`; MemoryError.
pub(crate) fn shift_left(vm: &mut Vm, left: &Value, right: &Value) -> R {
    if is_negative(right) {
        return Err(vm.value_error("negative shift count"));
    }
    if is_zero(left) {
        return Ok(Value::int(0));
    }
    let Some(count) = right.as_int().map(|count| count as u64) else {
        // So many digits can be asked for, though nowhere be held.
        let countable = right.to_bigint().is_some_and(|count| count.bits() <= 66);
        return Err(if countable {
            vm.memory_error()
        } else {
            vm.overflow_error("too many digits in integer")
        });
    };
    if let Some(small) = left.as_int()
        && count < 63
        && (small << count) >> count == small
    {
        return Ok(Value::int(small << count));
    }
    check_bits(vm, bits(left).saturating_add(count))?;
    Ok(vm.heap.new_int(&*big(left) << count))
}

/// `left >> right`: towards minus infinity.
///
/// # Errors
/// ValueError `negative shift count`.
pub(crate) fn shift_right(vm: &mut Vm, left: &Value, right: &Value) -> R {
    if is_negative(right) {
        return Err(vm.value_error("negative shift count"));
    }
    let count = right.as_int().map_or(u64::MAX, |count| count as u64);
    if let Some(small) = left.as_int() {
        return Ok(Value::int(small >> count.min(63)));
    }
    if count >= bits(left) {
        return Ok(Value::int(if is_negative(left) { -1 } else { 0 }));
    }
    Ok(vm.heap.new_int(&*big(left) >> count))
}

macro_rules! bitwise {
    ($($name:ident $op:tt)*) => {
        $(
            #[doc = concat!("`left ", stringify!($op), " right`, as of endless two's complements.")]
            pub(crate) fn $name(vm: &mut Vm, left: &Value, right: &Value) -> R {
                match words(left, right) {
                    Some((a, b)) => Ok(Value::int(a $op b)),
                    None => Ok(vm.heap.new_int(&*big(left) $op &*big(right))),
                }
            }
        )*
    };
}

bitwise! { and & or | xor ^ }

/// `-value`.
pub(crate) fn negate(vm: &mut Vm, value: &Value) -> Value {
    match value.as_int().and_then(i64::checked_neg) {
        Some(negative) => Value::int(negative),
        None => vm.heap.new_int(-big(value).into_owned()),
    }
}

/// `abs(value)`.
pub(crate) fn absolute(vm: &mut Vm, value: &Value) -> Value {
    if is_negative(value) {
        return negate(vm, value);
    }
    match value.as_int() {
        Some(small) => Value::int(small),
        None => value.clone(),
    }
}

/// `~value`.
pub(crate) fn invert(vm: &mut Vm, value: &Value) -> Value {
    match value.as_int() {
        Some(small) => Value::int(!small),
        None => vm.heap.new_int(!big(value).into_owned()),
    }
}

/// The order of two ints.
pub(crate) fn compare(left: &Value, right: &Value) -> Ordering {
    match words(left, right) {
        Some((a, b)) => a.cmp(&b),
        None => big(left).cmp(&big(right)),
    }
}

/// The exact order of an int and a float; None for NaN.
pub(crate) fn compare_float(left: &Value, right: f64) -> Option<Ordering> {
    use num_traits::FromPrimitive;
    if right.is_nan() {
        return None;
    }
    if right.is_infinite() {
        return Some(if right > 0.0 {
            Ordering::Less
        } else {
            Ordering::Greater
        });
    }
    let floor = right.floor();
    let whole = BigInt::from_f64(floor).expect("finite floats have a whole part");
    let order = match left.as_int() {
        Some(small) if floor.abs() < 9.0e18 => small.cmp(&(floor as i64)),
        _ => big(left).as_ref().cmp(&whole),
    };
    // What is equal to the floor is less than what has a fraction.
    Some(if order == Ordering::Equal && floor != right {
        Ordering::Less
    } else {
        order
    })
}

/// `round(value, digits)` with negative digits: half to even.
pub(crate) fn round(vm: &mut Vm, value: &Value, digits: i64) -> R {
    let places = digits.unsigned_abs();
    // 10**places is beyond twice the value: it rounds to 0.
    if places as f64 * std::f64::consts::LOG2_10 > bits(value) as f64 + 4.0 {
        return Ok(Value::int(0));
    }
    let unit = BigInt::from(10).pow(places as u32);
    let (mut quotient, rest): (BigInt, BigInt) = big(value).div_mod_floor(&unit);
    let doubled: BigInt = rest * 2;
    match doubled.cmp(&unit) {
        Ordering::Less => {}
        Ordering::Equal if quotient.is_even() => {}
        _ => quotient += 1,
    }
    Ok(vm.heap.new_int(quotient * unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_are_rounded_once() {
        let divide = |a: BigInt, b: BigInt| divide_to_float(&a, &b);
        let ten = BigInt::from(10);
        assert_eq!(divide(ten.pow(400), ten.pow(399)), Some(10.0));
        assert_eq!(divide(-ten.pow(30), ten.pow(29) * 3), Some(-10.0 / 3.0));
        assert_eq!(divide(BigInt::one(), ten.pow(320)), Some(1e-320));
        assert_eq!(divide(BigInt::one(), ten.pow(400)), Some(0.0));
        assert_eq!(divide(ten.pow(400), BigInt::one()), None);
        assert_eq!(divide(BigInt::one(), BigInt::one() << 1074), Some(5e-324));
        assert_eq!(divide(BigInt::one(), BigInt::one() << 1075), Some(0.0));
        let max = (BigInt::one() << 1024) - 1;
        assert_eq!(divide(max, BigInt::one()), None);
    }

    #[test]
    fn ints_and_floats_compare_exactly() {
        let max = Value::int(i64::MAX);
        assert_eq!(
            compare_float(&max, 9.223_372_036_854_776e18),
            Some(Ordering::Less)
        );
        assert_eq!(compare_float(&Value::int(1), 1.5), Some(Ordering::Less));
        assert_eq!(
            compare_float(&Value::int(-1), -1.5),
            Some(Ordering::Greater)
        );
        assert_eq!(compare_float(&Value::int(3), 3.0), Some(Ordering::Equal));
        assert_eq!(compare_float(&max, f64::NAN), None);
    }
}
