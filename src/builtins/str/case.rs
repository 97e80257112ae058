//! `str`: letter case.

use super::receiver;
use crate::text::case;
use crate::value::Value;
use crate::vm::{Def, R, Vm, def};

/// The same of one byte of an ASCII text; the flag tells what came before.
mod ascii {
    pub(super) fn capitalize(inside: &mut bool, byte: u8) -> u8 {
        if std::mem::replace(inside, true) {
            byte.to_ascii_lowercase()
        } else {
            byte.to_ascii_uppercase()
        }
    }

    pub(super) fn title(inside: &mut bool, byte: u8) -> u8 {
        if std::mem::replace(inside, byte.is_ascii_alphabetic()) {
            byte.to_ascii_lowercase()
        } else {
            byte.to_ascii_uppercase()
        }
    }

    pub(super) fn casefold(_: &mut bool, byte: u8) -> u8 {
        byte.to_ascii_lowercase()
    }

    pub(super) fn lower(_: &mut bool, byte: u8) -> u8 {
        byte.to_ascii_lowercase()
    }

    pub(super) fn upper(_: &mut bool, byte: u8) -> u8 {
        byte.to_ascii_uppercase()
    }

    pub(super) fn swapcase(_: &mut bool, byte: u8) -> u8 {
        if byte.is_ascii_uppercase() {
            byte.to_ascii_lowercase()
        } else {
            byte.to_ascii_uppercase()
        }
    }
}

macro_rules! cases {
    ($($name:ident)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                let text = receiver(vm, &args[0], stringify!($name))?;
                if text.is_ascii() && text.len() > 1 {
                    let mut inside = false;
                    let changed = vm.heap.ascii_map(&text, |byte| ascii::$name(&mut inside, byte));
                    return Ok(Value::object(changed));
                }
                let changed = case::$name(text.as_str());
                Ok(vm.new_str(&changed))
            }
        )*

        pub(super) const METHODS: &[Def] = &[$(def(stringify!($name), $name, "self, /")),*];
    };
}

cases! { capitalize casefold title lower swapcase upper }
