//! `_abc`: what abstract classes say of other classes that the machine must know.

use crate::heap::Ref;
use crate::value::{Class, Value, Weak, class_flags};
use crate::vm::{Def, R, Vm, def};

use super::NativeModule;

pub(super) const MODULE: NativeModule = NativeModule {
    name: "_abc",
    functions: FUNCTIONS,
    setup: None,
};

/// Makes instances of a class, and of those below it, fit for a kind of pattern; built-in classes stay as they are.
fn mark(class: &Ref<Class>, kind: u32) {
    if class.has(class_flags::BUILTIN) {
        return;
    }
    class.set_flag(class_flags::SEQUENCE | class_flags::MAPPING, false);
    class.set_flag(kind, true);
    let below = class.subclasses.with(|all| {
        let live = all.iter().filter_map(|weak| weak.as_ref::<Weak>()?.get());
        live.collect::<Vec<Value>>()
    });
    for class in below {
        if let Some(class) = class.as_ref::<Class>() {
            mark(class, kind);
        }
    }
}

/// `_set_pattern(cls, flags)`: the flags as `type.__flags__` has them.
fn set_pattern(_: &mut Vm, args: &[Value]) -> R {
    let kind = match args[1].as_int() {
        Some(SEQUENCE) => class_flags::SEQUENCE,
        Some(MAPPING) => class_flags::MAPPING,
        _ => return Ok(Value::NONE),
    };
    if let Some(class) = args[0].as_ref::<Class>() {
        mark(class, kind);
    }
    Ok(Value::NONE)
}

const SEQUENCE: i64 = 1 << 5;
const MAPPING: i64 = 1 << 6;

const FUNCTIONS: &[Def] = &[def("_set_pattern", set_pattern, "cls, flags, /")];
