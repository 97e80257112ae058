//! `math`: the table; math_float.rs, math_int.rs and math_sums.rs have the functions.

use crate::heap::Ref;
use crate::value::{Dict, Value};
use crate::vm::{Def, R, Vm, def};

use super::NativeModule;
use super::held::put;
use super::math_float as f;
use super::math_int as i;
use super::math_sums as s;

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    use std::f64::consts::{E, PI, TAU};
    for (name, value) in [
        ("pi", PI),
        ("e", E),
        ("tau", TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        put(vm, globals, name, Value::float(value));
    }
    Ok(())
}

const FUNCTIONS: &[Def] = &[
    def("ceil", f::ceil, "x, /"),
    def("comb", i::comb, "n, k, /"),
    def("copysign", f::copysign, "x, y, /"),
    def("fabs", f::fabs, "x, /"),
    def("factorial", i::factorial, "n, /"),
    def("floor", f::floor, "x, /"),
    def("fma", f::fma, "x, y, z, /"),
    def("fmod", f::fmod, "x, y, /"),
    def("frexp", f::frexp, "x, /"),
    def("fsum", s::fsum, "seq, /"),
    def("gcd", i::gcd, "*integers"),
    def("isclose", f::isclose, "a, b, *, rel_tol=1e-09, abs_tol=0.0"),
    def("isfinite", f::isfinite, "x, /"),
    def("isinf", f::isinf, "x, /"),
    def("isnan", f::isnan, "x, /"),
    def("isqrt", i::isqrt, "n, /"),
    def("lcm", i::lcm, "*integers"),
    def("ldexp", f::ldexp, "x, i, /"),
    def("modf", f::modf, "x, /"),
    def("nextafter", f::nextafter, "x, y, /, *, steps=None"),
    def("perm", i::perm, "n, k=None, /"),
    def("prod", s::prod, "iterable, /, *, start=1"),
    def("remainder", f::remainder, "x, y, /"),
    def("sumprod", s::sumprod, "p, q, /"),
    def("trunc", f::trunc, "x, /"),
    def("ulp", f::ulp, "x, /"),
    def("cbrt", f::cbrt, "x, /"),
    def("exp", f::exp, "x, /"),
    def("exp2", f::exp2, "x, /"),
    def("expm1", f::expm1, "x, /"),
    def("log", f::log, "x, base=None, /"),
    def("log1p", f::log1p, "x, /"),
    def("log2", f::log2, "x, /"),
    def("log10", f::log10, "x, /"),
    def("pow", f::pow, "x, y, /"),
    def("sqrt", f::sqrt, "x, /"),
    def("acos", f::acos, "x, /"),
    def("asin", f::asin, "x, /"),
    def("atan", f::atan, "x, /"),
    def("atan2", f::atan2, "y, x, /"),
    def("cos", f::cos, "x, /"),
    def("dist", s::dist, "p, q, /"),
    def("hypot", s::hypot, "*coordinates"),
    def("sin", f::sin, "x, /"),
    def("tan", f::tan, "x, /"),
    def("degrees", f::degrees, "x, /"),
    def("radians", f::radians, "x, /"),
    def("acosh", f::acosh, "x, /"),
    def("asinh", f::asinh, "x, /"),
    def("atanh", f::atanh, "x, /"),
    def("cosh", f::cosh, "x, /"),
    def("sinh", f::sinh, "x, /"),
    def("tanh", f::tanh, "x, /"),
    def("erf", f::erf, "x, /"),
    def("erfc", f::erfc, "x, /"),
    def("gamma", f::gamma, "x, /"),
    def("lgamma", f::lgamma, "x, /"),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "math",
    functions: FUNCTIONS,
    setup: Some(setup),
};
