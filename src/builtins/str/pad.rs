//! `str`: filling up to a width.

use super::{receiver, written};
use crate::text::pad;
use crate::value::{Str, Value};
use crate::vm::{Def, R, Vm, def};

/// The width and the fill character, and whether anything is missing.
fn layout(vm: &mut Vm, text: &Str, args: &[Value]) -> R<(usize, char, bool)> {
    let width = usize::try_from(vm.index(&args[1])?).unwrap_or(0);
    let fill = if args[2].is_undef() {
        ' '
    } else {
        let Some(fill) = vm.cast::<Str>(&args[2]) else {
            let found = vm.type_name(&args[2]);
            return Err(vm.type_error(format!(
                "The fill character must be a unicode character, not {found}"
            )));
        };
        let mut chars = fill.as_str().chars();
        match (chars.next(), chars.next()) {
            (Some(fill), None) => fill,
            _ => {
                return Err(vm.type_error("The fill character must be exactly one character long"));
            }
        }
    };
    check(vm, text, width.saturating_mul(fill.len_utf8()))?;
    Ok((width, fill, width > text.n_chars()))
}

fn check(vm: &mut Vm, text: &Str, fill: usize) -> R<()> {
    vm.check_text_size(fill.saturating_add(text.len()))
}

macro_rules! fills {
    ($($name:ident)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                let text = receiver(vm, &args[0], stringify!($name))?;
                let (width, fill, missing) = layout(vm, &text, args)?;
                if !missing {
                    return Ok(Value::object(text));
                }
                written(vm, |out| pad::$name(out, text.as_str(), width, fill))
            }
        )*
    };
}

fills! { center ljust rjust }

fn zfill(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "zfill")?;
    let width = usize::try_from(vm.index(&args[1])?).unwrap_or(0);
    if width <= text.n_chars() {
        return Ok(Value::object(text));
    }
    check(vm, &text, width)?;
    written(vm, |out| pad::zfill(out, text.as_str(), width))
}

fn expandtabs(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "expandtabs")?;
    let size = usize::try_from(vm.c_int_or(&args[1], 8)?).unwrap_or(0);
    let tabs = text.items().iter().filter(|&&byte| byte == b'\t').count();
    if tabs == 0 {
        return Ok(Value::object(text));
    }
    check(vm, &text, tabs.saturating_mul(size))?;
    written(vm, |out| pad::expandtabs(out, text.as_str(), size))
}

pub(super) const METHODS: &[Def] = &[
    def("center", center, "self, width, fillchar=' ', /"),
    def("expandtabs", expandtabs, "self, /, tabsize=8"),
    def("ljust", ljust, "self, width, fillchar=' ', /"),
    def("rjust", rjust, "self, width, fillchar=' ', /"),
    def("zfill", zfill, "self, width, /"),
];
