//! `math.fsum`, `prod`, `sumprod`, `hypot`, `dist`: over many numbers.

use crate::value::{Tuple, Value};
use crate::vm::{ArithKind, R, Vm, rest};

use super::math_float::{scale, split};

/// Sum and rounding error.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let (high, low) = if a.abs() < b.abs() { (b, a) } else { (a, b) };
    let sum = high + low;
    (sum, low - (sum - high))
}

/// Numbers that do not overlap, whose exact sum is the sum of all that was added.
#[derive(Default)]
pub(super) struct Partials(Vec<f64>);

impl Partials {
    /// Adds a finite number; false if the sum overflows.
    pub(super) fn add(&mut self, mut x: f64) -> bool {
        let mut kept = 0;
        for at in 0..self.0.len() {
            let (sum, error) = two_sum(x, self.0[at]);
            if error != 0.0 {
                self.0[kept] = error;
                kept += 1;
            }
            x = sum;
        }
        self.0.truncate(kept);
        if x.is_infinite() {
            return false;
        }
        if x != 0.0 {
            self.0.push(x);
        }
        true
    }

    /// The sum, rounded once.
    pub(super) fn sum(&self) -> f64 {
        let mut left = self.0.iter().rev().copied();
        let Some(mut high) = left.next() else {
            return 0.0;
        };
        let mut low = 0.0;
        for next in left.by_ref() {
            let before = high;
            high = before + next;
            low = next - (high - before);
            if low != 0.0 {
                break;
            }
        }
        // Half-even needs to know on which side of the half the rest lies.
        if let Some(next) = left.next()
            && ((low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0))
        {
            let twice = low * 2.0;
            let moved = high + twice;
            if twice == moved - high {
                high = moved;
            }
        }
        high
    }
}

pub(super) fn fsum(vm: &mut Vm, args: &[Value]) -> R {
    let iterator = vm.iter(&args[0])?;
    let mut partials = Partials::default();
    let (mut special, mut infinities) = (0.0f64, 0.0f64);
    let mut overflow = false;
    while let Some(value) = vm.next(&iterator)? {
        let x = vm.to_f64(&value)?;
        if !x.is_finite() {
            if x.is_infinite() {
                infinities += x;
            }
            special += x;
        } else if !partials.add(x) {
            overflow = true;
            break;
        }
        vm.tick()?;
    }
    if special != 0.0 || special.is_nan() {
        if infinities.is_nan() {
            return Err(vm.value_error("-inf + inf in fsum"));
        }
        return Ok(Value::float(special));
    }
    if overflow {
        return Err(vm.overflow_error("intermediate overflow in fsum"));
    }
    Ok(Value::float(partials.sum()))
}

pub(super) fn prod(vm: &mut Vm, args: &[Value]) -> R {
    let iterator = vm.iter(&args[0])?;
    let mut total = super::held::or(&args[1], Value::int(1));
    while let Some(value) = vm.next(&iterator)? {
        total = vm.binary(ArithKind::Mul, &total, &value)?;
        vm.tick()?;
    }
    Ok(total)
}

pub(super) fn sumprod(vm: &mut Vm, args: &[Value]) -> R {
    let (p, q) = (vm.to_vec(&args[0])?, vm.to_vec(&args[1])?);
    if p.len() != q.len() {
        return Err(vm.value_error("Inputs are not the same length"));
    }
    let real = |value: &Value| value.is_float() || value.as_int().is_some();
    let floats = p.iter().zip(&q).any(|(a, b)| a.is_float() || b.is_float());
    if floats && p.iter().chain(&q).all(real) {
        // Exact products and sums, rounded once.
        let mut partials = Partials::default();
        let mut plain = 0.0;
        let mut exact = true;
        for (a, b) in p.iter().zip(&q) {
            let (a, b) = (vm.to_f64(a)?, vm.to_f64(b)?);
            let product = a * b;
            plain += product;
            exact = exact
                && product.is_finite()
                && partials.add(product)
                && partials.add(a.mul_add(b, -product));
        }
        return Ok(Value::float(if exact { partials.sum() } else { plain }));
    }
    let mut total = Value::int(0);
    for (a, b) in p.iter().zip(&q) {
        let product = vm.binary(ArithKind::Mul, a, b)?;
        total = vm.binary(ArithKind::Add, &total, &product)?;
    }
    Ok(total)
}

/// The length of a vector, exact to the last bit wherever the squares are.
fn length(parts: &[f64]) -> f64 {
    let largest = parts.iter().fold(0.0f64, |most, part| most.max(part.abs()));
    if parts.iter().any(|part| part.is_infinite()) {
        return f64::INFINITY;
    }
    if parts.iter().any(|part| part.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || parts.len() <= 1 {
        return largest;
    }
    let exponent = split(largest).1;
    // Scaled so that no square overflows; each square is exact as a pair.
    let mut partials = Partials::default();
    for part in parts {
        let x = scale(part.abs(), -exponent);
        let square = x * x;
        partials.add(square);
        partials.add(x.mul_add(x, -square));
    }
    let total = partials.sum();
    let root = total.sqrt();
    if root == 0.0 {
        return scale(root, exponent);
    }
    // One step of Newton's method with the exact remainder corrects the last bit.
    let square = root * root;
    partials.add(-square);
    partials.add(-root.mul_add(root, -square));
    let root = root + partials.sum() / (2.0 * root);
    scale(root, exponent)
}

pub(super) fn hypot(vm: &mut Vm, args: &[Value]) -> R {
    let mut parts = Vec::new();
    for value in rest(&args[0]) {
        parts.push(vm.to_f64(value)?);
    }
    Ok(Value::float(length(&parts)))
}

pub(super) fn dist(vm: &mut Vm, args: &[Value]) -> R {
    let mut points = Vec::new();
    for value in args {
        let point = match value.as_ref::<Tuple>() {
            Some(tuple) => tuple.items().to_vec(),
            None => vm.to_vec(value)?,
        };
        points.push(point);
    }
    if points[0].len() != points[1].len() {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let mut parts = Vec::new();
    for (a, b) in points[0].iter().zip(&points[1]) {
        parts.push((vm.to_f64(a)? - vm.to_f64(b)?).abs());
    }
    Ok(Value::float(length(&parts)))
}
