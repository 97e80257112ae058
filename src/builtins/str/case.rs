//! `str`: letter case.

use super::receiver;
use crate::text::case;
use crate::value::Value;
use crate::vm::{Def, R, Vm, def};

macro_rules! cases {
    ($($name:ident)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                let text = receiver(vm, &args[0], stringify!($name))?;
                let changed = case::$name(text.as_str());
                Ok(vm.new_str(&changed))
            }
        )*

        pub(super) const METHODS: &[Def] = &[$(def(stringify!($name), $name, "self, /")),*];
    };
}

cases! { capitalize casefold title lower swapcase upper }
