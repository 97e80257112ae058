//! Rust data to Python values and back.
#![allow(
    private_interfaces,
    reason = "sealed traits: a host can neither call nor implement what speaks of the machine"
)]

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};

use super::error::raise_host_error;
use super::kept::{self, Value as Handle};
use crate::bytecode::Const;
use crate::value::{Bytes, Dict, List, Str, Tag, Tuple, Value};
use crate::vm::{R, Raised, Vm};

pub(super) mod sealed {
    use super::{R, Value, Vm};

    /// Rust to Python.
    pub trait IntoValue: Sized {
        fn into_value(self, vm: &mut Vm) -> R;
    }

    /// Python to Rust.
    pub trait FromValue: Sized {
        /// What it is called in "expected ...".
        const NAME: &'static str;
        /// An argument of this type may be left out.
        const OPTIONAL: bool = false;
        fn from_value(vm: &mut Vm, value: &Value) -> R<Self>;
    }

    /// A tuple of arguments.
    pub trait IntoValues {
        fn into_values(self, vm: &mut Vm) -> R<Vec<Value>>;
    }
}

use sealed::{FromValue, IntoValue, IntoValues};

/// Rust data that can be given to a script: numbers, `bool`, `String`, `&str`, `Option`, `Vec`, slices, tuples,
/// maps, `()`, a kept [`Value`](crate::Value), and `Result` of these, whose error is raised.
pub trait IntoPy: IntoValue {}

impl<T: IntoValue> IntoPy for T {}

/// Rust data that can be taken from a script: numbers, `bool`, `String`, `Option`, `Vec`, tuples, maps, a
/// [`Value`](crate::Value) to keep, and `()`, which takes anything and forgets it.
pub trait FromPy: FromValue {}

impl<T: FromValue> FromPy for T {}

/// The arguments of a call: a tuple of up to six, `()` for none.
pub trait Arguments: IntoValues {}

impl<T: IntoValues> Arguments for T {}

/// Raises the TypeError of a value that is not of the wanted type.
pub(super) fn wrong_type(vm: &mut Vm, wanted: &str, value: &Value) -> Raised {
    let message = format!("expected {wanted}, got {}", vm.type_name(value));
    vm.type_error(message)
}

fn big_int(vm: &mut Vm, digits: String) -> Value {
    vm.constant(&Const::BigInt {
        radix: 10,
        digits: digits.into(),
    })
}

macro_rules! integers {
    ($($type:ty),*) => { $(
        impl IntoValue for $type {
            fn into_value(self, vm: &mut Vm) -> R {
                Ok(match i64::try_from(self) {
                    Ok(value) => Value::int(value),
                    Err(_) => big_int(vm, self.to_string()),
                })
            }
        }

        impl FromValue for $type {
            const NAME: &'static str = "int";

            fn from_value(vm: &mut Vm, value: &Value) -> R<$type> {
                let plain = vm.plain(value);
                let fits = match plain.as_int() {
                    Some(value) => <$type>::try_from(value).ok(),
                    None if plain.is(Tag::BigInt) => vm.str(&plain)?.as_str().parse().ok(),
                    None => return Err(wrong_type(vm, "int", value)),
                };
                match fits {
                    Some(value) => Ok(value),
                    None => Err(vm.overflow_error(concat!("int does not fit into ", stringify!($type)))),
                }
            }
        }
    )* };
}

integers!(
    i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize
);

macro_rules! floats {
    ($($type:ty),*) => { $(
        impl IntoValue for $type {
            fn into_value(self, _: &mut Vm) -> R {
                Ok(Value::float(f64::from(self)))
            }
        }

        impl FromValue for $type {
            const NAME: &'static str = "float";

            fn from_value(vm: &mut Vm, value: &Value) -> R<$type> {
                let plain = vm.plain(value);
                if plain.is_float() {
                    return Ok(plain.raw_float() as $type);
                }
                if plain.is(Tag::BigInt) || plain.as_int().is_some() {
                    return Ok(vm.to_f64(&plain)? as $type);
                }
                Err(wrong_type(vm, "float", value))
            }
        }
    )* };
}

floats!(f32, f64);

impl IntoValue for bool {
    fn into_value(self, _: &mut Vm) -> R {
        Ok(Value::bool(self))
    }
}

impl FromValue for bool {
    const NAME: &'static str = "bool";

    fn from_value(vm: &mut Vm, value: &Value) -> R<bool> {
        match value.as_bool() {
            Some(value) => Ok(value),
            None => Err(wrong_type(vm, "bool", value)),
        }
    }
}

impl IntoValue for &str {
    fn into_value(self, vm: &mut Vm) -> R {
        vm.check_size(self.len())?;
        Ok(vm.new_str(self))
    }
}

impl IntoValue for String {
    fn into_value(self, vm: &mut Vm) -> R {
        self.as_str().into_value(vm)
    }
}

impl IntoValue for char {
    fn into_value(self, vm: &mut Vm) -> R {
        Ok(vm.char_str(self))
    }
}

impl FromValue for String {
    const NAME: &'static str = "str";

    fn from_value(vm: &mut Vm, value: &Value) -> R<String> {
        match vm.cast::<Str>(value) {
            Some(text) => Ok(text.as_str().to_owned()),
            None => Err(wrong_type(vm, "str", value)),
        }
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self, vm: &mut Vm) -> R {
        match self {
            Some(value) => value.into_value(vm),
            None => Ok(Value::NONE),
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    const NAME: &'static str = T::NAME;
    const OPTIONAL: bool = true;

    fn from_value(vm: &mut Vm, value: &Value) -> R<Option<T>> {
        if value.is_none() || value.is_undef() {
            return Ok(None);
        }
        T::from_value(vm, value).map(Some)
    }
}

impl<T: IntoValue, E: Into<Box<dyn std::error::Error + Send + Sync>>> IntoValue for Result<T, E> {
    fn into_value(self, vm: &mut Vm) -> R {
        match self {
            Ok(value) => value.into_value(vm),
            Err(error) => Err(raise_host_error(vm, error.into())),
        }
    }
}

impl<T: IntoValue> IntoValue for Vec<T> {
    fn into_value(self, vm: &mut Vm) -> R {
        vm.check_size(self.len() * size_of::<Value>())?;
        let mut items = Vec::with_capacity(self.len());
        for item in self {
            items.push(item.into_value(vm)?);
        }
        Ok(Value::object(vm.heap.new_list(items)))
    }
}

impl<T: IntoValue + Clone> IntoValue for &[T] {
    fn into_value(self, vm: &mut Vm) -> R {
        self.to_vec().into_value(vm)
    }
}

impl<T: FromValue> FromValue for Vec<T> {
    const NAME: &'static str = "list";

    fn from_value(vm: &mut Vm, value: &Value) -> R<Vec<T>> {
        let is_text = vm.cast::<Str>(value).is_some() || vm.cast::<Dict>(value).is_some();
        if is_text
            || vm
                .find_special(value, crate::value::Special::Iter)
                .is_none()
        {
            return Err(wrong_type(vm, "list", value));
        }
        let items = vm.to_vec(value)?;
        items.iter().map(|item| T::from_value(vm, item)).collect()
    }
}

impl IntoValue for () {
    fn into_value(self, _: &mut Vm) -> R {
        Ok(Value::NONE)
    }
}

impl FromValue for () {
    const NAME: &'static str = "None";

    fn from_value(_: &mut Vm, _: &Value) -> R<()> {
        Ok(())
    }
}

impl IntoValue for Handle {
    fn into_value(self, vm: &mut Vm) -> R {
        kept::kept(vm, &self)
    }
}

impl IntoValue for &Handle {
    fn into_value(self, vm: &mut Vm) -> R {
        kept::kept(vm, self)
    }
}

impl FromValue for Handle {
    const NAME: &'static str = "object";

    fn from_value(vm: &mut Vm, value: &Value) -> R<Handle> {
        Ok(kept::keep(vm, value.clone()))
    }
}

fn new_dict<K: IntoValue, V: IntoValue>(vm: &mut Vm, pairs: impl Iterator<Item = (K, V)>) -> R {
    let dict = vm.heap.new_dict();
    for (key, value) in pairs {
        let (key, value) = (key.into_value(vm)?, value.into_value(vm)?);
        vm.dict_set(&dict, key, value)?;
    }
    Ok(Value::object(dict))
}

fn pairs<K: FromValue, V: FromValue, M: FromIterator<(K, V)>>(vm: &mut Vm, value: &Value) -> R<M> {
    let Some(dict) = vm.cast::<Dict>(value) else {
        return Err(wrong_type(vm, "dict", value));
    };
    let pairs = dict.to_vec();
    pairs
        .iter()
        .map(|(key, value)| Ok((K::from_value(vm, key)?, V::from_value(vm, value)?)))
        .collect()
}

impl<K: IntoValue, V: IntoValue, S> IntoValue for HashMap<K, V, S> {
    fn into_value(self, vm: &mut Vm) -> R {
        new_dict(vm, self.into_iter())
    }
}

impl<K: FromValue + Eq + Hash, V: FromValue, S: BuildHasher + Default> FromValue
    for HashMap<K, V, S>
{
    const NAME: &'static str = "dict";

    fn from_value(vm: &mut Vm, value: &Value) -> R<HashMap<K, V, S>> {
        pairs(vm, value)
    }
}

impl<K: IntoValue, V: IntoValue> IntoValue for BTreeMap<K, V> {
    fn into_value(self, vm: &mut Vm) -> R {
        new_dict(vm, self.into_iter())
    }
}

impl<K: FromValue + Ord, V: FromValue> FromValue for BTreeMap<K, V> {
    const NAME: &'static str = "dict";

    fn from_value(vm: &mut Vm, value: &Value) -> R<BTreeMap<K, V>> {
        pairs(vm, value)
    }
}

/// The items of a tuple or list of exactly `n`.
fn items_of(vm: &mut Vm, value: &Value, n: usize) -> R<Vec<Value>> {
    let items = if let Some(tuple) = vm.cast::<Tuple>(value) {
        tuple.items().to_vec()
    } else if let Some(list) = vm.cast::<List>(value) {
        list.to_vec()
    } else {
        return Err(wrong_type(vm, "tuple", value));
    };
    if items.len() == n {
        return Ok(items);
    }
    Err(vm.value_error(format!(
        "expected a tuple of {n}, got one of {}",
        items.len()
    )))
}

macro_rules! tuples {
    ($(($n:literal: $($name:ident $at:tt),+))*) => { $(
        impl<$($name: IntoValue),+> IntoValue for ($($name,)+) {
            fn into_value(self, vm: &mut Vm) -> R {
                let items = self.into_values(vm)?;
                Ok(Value::object(vm.heap.new_tuple(items)))
            }
        }

        impl<$($name: IntoValue),+> IntoValues for ($($name,)+) {
            fn into_values(self, vm: &mut Vm) -> R<Vec<Value>> {
                Ok(vec![$(self.$at.into_value(vm)?),+])
            }
        }

        impl<$($name: FromValue),+> FromValue for ($($name,)+) {
            const NAME: &'static str = "tuple";

            fn from_value(vm: &mut Vm, value: &Value) -> R<($($name,)+)> {
                let items = items_of(vm, value, $n)?;
                Ok(($($name::from_value(vm, &items[$at])?,)+))
            }
        }
    )* };
}

tuples! {
    (1: A 0)
    (2: A 0, B 1)
    (3: A 0, B 1, C 2)
    (4: A 0, B 1, C 2, D 3)
    (5: A 0, B 1, C 2, D 3, E 4)
    (6: A 0, B 1, C 2, D 3, E 4, F 5)
}

impl IntoValues for () {
    fn into_values(self, _: &mut Vm) -> R<Vec<Value>> {
        Ok(Vec::new())
    }
}

/// `bytes` of a script, or `bytes` for one: a `Vec<u8>` is a list of numbers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ByteString(pub Vec<u8>);

impl IntoValue for ByteString {
    fn into_value(self, vm: &mut Vm) -> R {
        vm.check_size(self.0.len())?;
        Ok(Value::object(vm.heap.new_bytes(&self.0)))
    }
}

impl FromValue for ByteString {
    const NAME: &'static str = "bytes";

    fn from_value(vm: &mut Vm, value: &Value) -> R<ByteString> {
        match vm.cast::<Bytes>(value) {
            Some(bytes) => Ok(ByteString(bytes.items().to_vec())),
            None => Err(wrong_type(vm, "bytes", value)),
        }
    }
}
