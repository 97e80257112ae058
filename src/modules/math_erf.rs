//! `math.erf` and `erfc`, rounded once: the Taylor series in whole numbers of many bits.

use num_bigint::{BigInt, Sign};
use num_traits::{ToPrimitive, Zero};

use super::math_float::{scale, split};

/// Where erfc is below the smallest float.
const ERFC_END: f64 = 27.3;

/// pi * 2**bits, by Machin's formula.
fn pi(bits: usize) -> BigInt {
    let arctan = |inverse: u32| {
        let mut power = (BigInt::from(1) << bits) / inverse;
        let (mut sum, mut n) = (power.clone(), 1u32);
        while !power.is_zero() {
            power /= inverse * inverse;
            n += 2;
            let term = &power / n;
            if n % 4 == 3 { sum -= term } else { sum += term }
        }
        sum
    };
    (arctan(5) * 4u32 - arctan(239)) * 4u32
}

/// erf(x) * 2**bits for a finite x.
fn erf_bits(x: f64, bits: usize) -> BigInt {
    let (mantissa, exponent) = split(x);
    let whole = BigInt::from((mantissa * 9_007_199_254_740_992.0) as i64);
    let shift = bits as i64 + exponent - 53;
    let x = if shift >= 0 {
        whole << shift
    } else {
        whole >> -shift
    };
    let square: BigInt = (&x * &x) >> bits;
    // The sum of (-1)**n x**(2n+1) / (n! (2n+1)).
    let mut power = x;
    let (mut sum, mut n) = (power.clone(), 0u32);
    while !power.is_zero() {
        n += 1;
        power = -((power * &square) >> bits) / n;
        sum += &power / (2 * n + 1);
    }
    // Times 2 / sqrt(pi).
    let root = (pi(bits) << bits).sqrt();
    ((sum * 2u32) << bits) / root
}

/// The float nearest to `value / 2**bits`.
fn to_float(value: &BigInt, bits: usize) -> f64 {
    let length = value.bits();
    if length <= 64 {
        return scale(value.to_f64().unwrap_or(0.0), -(bits as i64));
    }
    // The lost bits leave a mark, so that a half is not taken for one.
    let cut = length - 64;
    let mut top: BigInt = value.magnitude().clone().into();
    top >>= cut;
    let top = top.to_u64().unwrap_or(u64::MAX) | 1;
    let result = scale(top as f64, cut as i64 - bits as i64);
    if value.sign() == Sign::Minus {
        -result
    } else {
        result
    }
}

/// Bits that the series needs: its terms grow to about e**(x*x), and the result may be as small as its inverse.
fn bits_for(x: f64, small: bool) -> usize {
    let growth = (x * x * std::f64::consts::LOG2_E).ceil() as usize;
    160 + growth * if small { 2 } else { 1 }
}

pub(super) fn erf(x: f64) -> f64 {
    if x.is_nan() || x == 0.0 {
        return x;
    }
    if x.abs() >= 6.0 {
        return 1.0f64.copysign(x);
    }
    if x.abs() < 1e-150 {
        return x * std::f64::consts::FRAC_2_SQRT_PI;
    }
    // A small x needs its own bits below the point.
    let bits = bits_for(x, false) + usize::try_from(-split(x).1).unwrap_or(0);
    to_float(&erf_bits(x, bits), bits)
}

pub(super) fn erfc(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x > ERFC_END {
        return 0.0;
    }
    if x < -6.0 {
        return 2.0;
    }
    if x.abs() < 1e-20 {
        return 1.0;
    }
    let bits = bits_for(x, x > 0.0);
    to_float(&((BigInt::from(1) << bits) - erf_bits(x, bits)), bits)
}
