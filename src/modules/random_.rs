//! `_random.Random`: the Mersenne Twister, the same numbers as CPython for the same seeds.

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive};

use crate::heap::{Ref, Shared};
use crate::value::{Dict, Layout, NativeData, Tuple, Value};
use crate::vm::{Def, R, Vm, def, static_def};

use super::NativeModule;
use super::held::{class_arg, missing, put_class, this, tuple};

const N: usize = 624;
const M: usize = 397;

struct Twister {
    state: [u32; N],
    at: usize,
}

impl Twister {
    fn new() -> Twister {
        Twister {
            state: [0; N],
            at: N + 1,
        }
    }

    fn init(&mut self, seed: u32) {
        self.state[0] = seed;
        for at in 1..N {
            let last = self.state[at - 1];
            self.state[at] = 1_812_433_253u32
                .wrapping_mul(last ^ (last >> 30))
                .wrapping_add(at as u32);
        }
        self.at = N;
    }

    fn init_by_array(&mut self, key: &[u32]) {
        self.init(19_650_218);
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            let last = self.state[i - 1];
            self.state[i] = (self.state[i] ^ (last ^ (last >> 30)).wrapping_mul(1_664_525))
                .wrapping_add(key[j])
                .wrapping_add(j as u32);
            i += 1;
            j += 1;
            if i >= N {
                self.state[0] = self.state[N - 1];
                i = 1;
            }
            if j >= key.len() {
                j = 0;
            }
        }
        for _ in 0..N - 1 {
            let last = self.state[i - 1];
            self.state[i] = (self.state[i] ^ (last ^ (last >> 30)).wrapping_mul(1_566_083_941))
                .wrapping_sub(i as u32);
            i += 1;
            if i >= N {
                self.state[0] = self.state[N - 1];
                i = 1;
            }
        }
        self.state[0] = 0x8000_0000;
    }

    fn next(&mut self) -> u32 {
        if self.at >= N {
            for at in 0..N {
                let y = (self.state[at] & 0x8000_0000) | (self.state[(at + 1) % N] & 0x7fff_ffff);
                let odd = if y & 1 == 0 { 0 } else { 0x9908_b0df };
                self.state[at] = self.state[(at + M) % N] ^ (y >> 1) ^ odd;
            }
            self.at = 0;
        }
        let mut y = self.state[self.at];
        self.at += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    fn real(&mut self) -> f64 {
        let (a, b) = (self.next() >> 5, self.next() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) * (1.0 / 9_007_199_254_740_992.0)
    }
}

struct Random {
    twister: Shared<Box<Twister>>,
}

impl NativeData for Random {}

/// Bytes that nobody can guess, or (if the system has none to give) from the clock.
pub(super) fn entropy(n: usize) -> Vec<u8> {
    use std::io::Read;
    let mut bytes = vec![0; n];
    let read = std::fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut bytes));
    if read.is_err() {
        let now = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap_or_default();
        let mut word = now.as_nanos() as u64;
        for byte in &mut bytes {
            word = word
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            *byte = (word >> 56) as u8;
        }
    }
    bytes
}

fn seed_random(data: &Random) {
    let key: Vec<u32> = entropy(4 * N)
        .chunks_exact(4)
        .map(|chunk| u32::from_le_bytes([chunk[0], chunk[1], chunk[2], chunk[3]]))
        .collect();
    data.twister.with_mut(|twister| twister.init_by_array(&key));
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let data = Random {
        twister: Shared::new(Box::new(Twister::new())),
    };
    seed_random(&data);
    Ok(vm.heap.new_opaque(&class, data))
}

fn seed(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Random>(vm, args)?;
    if missing(&args[1]) {
        seed_random(data);
        return Ok(Value::NONE);
    }
    let value = vm.plain(&args[1]);
    let number = match value.to_bigint() {
        Some(number) => number.abs(),
        None => {
            let hash = vm.hash(&args[1])?;
            BigInt::from(hash)
        }
    };
    let mut key = number.magnitude().to_u32_digits();
    if key.is_empty() {
        key.push(0);
    }
    data.twister.with_mut(|twister| twister.init_by_array(&key));
    Ok(Value::NONE)
}

fn random(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Random>(vm, args)?;
    Ok(Value::float(
        data.twister.with_mut(|twister| twister.real()),
    ))
}

fn getrandbits(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Random>(vm, args)?;
    let k = vm.index(&args[1])?;
    let Ok(k) = usize::try_from(k) else {
        return Err(vm.value_error("number of bits must be non-negative"));
    };
    if k == 0 {
        return Ok(Value::int(0));
    }
    vm.check_size(k / 8)?;
    if k <= 32 {
        return Ok(Value::int(i64::from(
            data.twister.with_mut(|twister| twister.next()) >> (32 - k),
        )));
    }
    let words = k.div_ceil(32);
    let mut digits = Vec::with_capacity(words);
    data.twister.with_mut(|twister| {
        for at in 0..words {
            let left = k - at * 32;
            let word = twister.next();
            digits.push(if left < 32 { word >> (32 - left) } else { word });
        }
    });
    Ok(vm.heap.new_int(BigInt::from_slice(Sign::Plus, &digits)))
}

fn getstate(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Random>(vm, args)?;
    let words = data.twister.with(|twister| {
        let mut words: Vec<Value> = twister
            .state
            .iter()
            .map(|word| Value::int(i64::from(*word)))
            .collect();
        words.push(Value::int(twister.at as i64));
        words
    });
    Ok(tuple(vm, words))
}

fn setstate(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Random>(vm, args)?;
    let Some(state) = args[1].as_ref::<Tuple>() else {
        return Err(vm.type_error("state vector must be a tuple"));
    };
    if state.len() != N + 1 {
        return Err(vm.value_error("state vector is the wrong size"));
    }
    let mut words = Vec::with_capacity(N + 1);
    for word in state.items() {
        let word = vm.index_value(word)?.to_bigint().unwrap_or_default();
        words.push(word.to_u64().unwrap_or(0) as u32);
    }
    if words[N] as usize > N {
        return Err(vm.value_error("invalid state"));
    }
    data.twister.with_mut(|twister| {
        twister.state.copy_from_slice(&words[..N]);
        twister.at = words[N] as usize;
    });
    Ok(Value::NONE)
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let class = vm.new_type("Random", "_random", &[], Layout::Opaque);
    vm.add_methods(&class, METHODS);
    put_class(globals, &class);
    Ok(())
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, /, *args, **kwargs"),
    def("random", random, "self, /"),
    def("seed", seed, "self, n=None, /"),
    def("getstate", getstate, "self, /"),
    def("setstate", setstate, "self, state, /"),
    def("getrandbits", getrandbits, "self, k, /"),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "_random",
    functions: &[],
    setup: Some(setup),
};
