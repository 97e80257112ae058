//! `math` on ints of any size.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::builtins::int_arithmetic::{charge_division, charge_product, check_bits};
use crate::value::Value;
use crate::vm::{R, Vm, rest};

fn big(vm: &mut Vm, value: &Value) -> R<BigInt> {
    Ok(vm.index_value(value)?.to_bigint().unwrap_or_default())
}

pub(super) fn gcd(vm: &mut Vm, args: &[Value]) -> R {
    let mut words = rest(&args[0]).iter().map(Value::as_int);
    let of_words = words.try_fold(0, |found: u64, word| Some(found.gcd(&word?.unsigned_abs())));
    if let Some(found) = of_words.and_then(|found| i64::try_from(found).ok()) {
        return Ok(Value::int(found));
    }
    let mut result = BigInt::zero();
    for value in rest(&args[0]) {
        let value = big(vm, value)?;
        charge_gcd(vm, &result, &value)?;
        result = result.gcd(&value);
    }
    Ok(vm.heap.new_int(result))
}

/// Counts the work of `gcd`: digits times digits, many times over.
fn charge_gcd(vm: &mut Vm, left: &BigInt, right: &BigInt) -> R<()> {
    let digits = (left.bits() + right.bits()) / 64;
    if digits > 64 {
        vm.charge(digits.saturating_mul(digits))?;
    }
    Ok(())
}

/// Counts a product of so many factors, of so many bits together.
fn charge_factors(vm: &mut Vm, count: u64, bits: u64) -> R<()> {
    check_bits(vm, bits)?;
    vm.charge(count)?;
    charge_product(vm, bits, bits)
}

pub(super) fn lcm(vm: &mut Vm, args: &[Value]) -> R {
    let mut result = BigInt::one();
    for value in rest(&args[0]) {
        let value = big(vm, value)?;
        result = if result.is_zero() || value.is_zero() {
            BigInt::zero()
        } else {
            charge_gcd(vm, &result, &value)?;
            check_bits(vm, result.bits() + value.bits())?;
            result.lcm(&value).abs()
        };
    }
    Ok(vm.heap.new_int(result))
}

pub(super) fn isqrt(vm: &mut Vm, args: &[Value]) -> R {
    let n = big(vm, &args[0])?;
    if n.sign() == Sign::Minus {
        return Err(vm.value_error("isqrt() argument must be nonnegative"));
    }
    Ok(vm.heap.new_int(n.sqrt()))
}

/// The product of `low..=high`, by halves so that the factors are of like size.
fn product(low: u64, high: u64) -> BigInt {
    if low > high {
        return BigInt::one();
    }
    if high - low < 8 {
        return (low..=high).map(BigInt::from).product();
    }
    let middle = low + (high - low) / 2;
    product(low, middle) * product(middle + 1, high)
}

pub(super) fn factorial(vm: &mut Vm, args: &[Value]) -> R {
    if args[0].is_float() {
        return Err(vm.type_error("'float' object cannot be interpreted as an integer"));
    }
    let n = big(vm, &args[0])?;
    if n.sign() == Sign::Minus {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    let Some(n) = n.to_u64().filter(|n| i64::try_from(*n).is_ok()) else {
        return Err(vm.overflow_error("factorial() argument should not exceed 9223372036854775807"));
    };
    charge_factors(
        vm,
        n,
        n.saturating_mul(u64::from(u64::BITS - n.leading_zeros())),
    )?;
    Ok(vm.heap.new_int(product(2, n)))
}

/// n and k of a choice, both not negative.
fn choice(vm: &mut Vm, args: &[Value]) -> R<(BigInt, BigInt)> {
    let (n, k) = (big(vm, &args[0])?, big(vm, &args[1])?);
    if n.sign() == Sign::Minus {
        return Err(vm.value_error("n must be a non-negative integer"));
    }
    if k.sign() == Sign::Minus {
        return Err(vm.value_error("k must be a non-negative integer"));
    }
    Ok((n, k))
}

/// n * (n - 1) * ... of k factors.
fn falling(n: &BigInt, k: u64) -> BigInt {
    match n.to_u64() {
        Some(n) => product(n - k + 1, n),
        None => (0..k).map(|step| n - step).product(),
    }
}

/// How many bits `count` factors up to `n` make at most.
fn bits_of(n: &BigInt, count: u64) -> u64 {
    n.bits().saturating_mul(count)
}

pub(super) fn perm(vm: &mut Vm, args: &[Value]) -> R {
    if super::held::missing(&args[1]) {
        return factorial(vm, args);
    }
    let (n, k) = choice(vm, args)?;
    if k > n {
        return Ok(Value::int(0));
    }
    let Some(k) = k.to_u64().filter(|k| i64::try_from(*k).is_ok()) else {
        return Err(vm.overflow_error("k must not exceed 9223372036854775807"));
    };
    charge_factors(vm, k, bits_of(&n, k))?;
    Ok(vm.heap.new_int(if k == 0 {
        BigInt::one()
    } else {
        falling(&n, k)
    }))
}

pub(super) fn comb(vm: &mut Vm, args: &[Value]) -> R {
    let (n, k) = choice(vm, args)?;
    if k > n {
        return Ok(Value::int(0));
    }
    let other = &n - &k;
    let k = if other < k { other } else { k };
    let Some(k) = k.to_u64().filter(|k| i64::try_from(*k).is_ok()) else {
        return Err(vm.overflow_error("min(n - k, k) must not exceed 9223372036854775807"));
    };
    if k == 0 {
        return Ok(Value::int(1));
    }
    let (above, below) = (bits_of(&n, k), bits_of(&BigInt::from(k), k));
    charge_factors(vm, k, above)?;
    charge_division(vm, above, below)?;
    Ok(vm.heap.new_int(falling(&n, k) / product(2, k)))
}
