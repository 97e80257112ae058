//! Patterns of `match`.

use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::{Class, Str, Tag, Tuple, Value, class_flags};
use crate::vm::{R, Vm};

/// Whether the condition of a `jump_if_not_…` holds for its subject.
#[inline(never)]
pub(in crate::vm) fn holds(vm: &mut Vm, op: Op) -> R<bool> {
    match op {
        Op::JumpIfNotSequence { subject, .. } => {
            let subject = vm.peek(subject.0);
            Ok(match subject.tag() {
                Tag::List | Tag::Tuple => true,
                _ => vm.class_of(&subject).has(class_flags::SEQUENCE),
            })
        }
        Op::JumpIfNotMapping { subject, .. } => {
            let subject = vm.peek(subject.0);
            Ok(vm.class_of(&subject).has(class_flags::MAPPING))
        }
        Op::JumpIfNotLength {
            at_least,
            subject,
            count,
            ..
        } => {
            let subject = vm.peek(subject.0);
            let length = vm.len(&subject)?;
            let count = usize::from(count.0);
            Ok(if at_least.0 != 0 {
                length >= count
            } else {
                length == count
            })
        }
        _ => Ok(false),
    }
}

#[inline(never)]
pub(in crate::vm) fn match_keys(vm: &mut Vm, op: Op) -> R<()> {
    let Op::MatchKeys { dst, subject, keys } = op else {
        return Ok(());
    };
    let subject = vm.peek(subject.0);
    let keys = vm.operand(keys);
    let keys = keys
        .as_ref::<Tuple>()
        .map_or(Vec::new(), |keys| keys.items().to_vec());
    let seen = vm.heap.new_set(false);
    let missing = Value::object(vm.heap.new_list(Vec::new()));
    let mut found = Vec::with_capacity(keys.len());
    for key in keys {
        if !vm.set_add(&seen, key.clone())? {
            let text = vm.repr(&key)?;
            return Err(vm.value_error(format!(
                "mapping pattern checks duplicate key ({})",
                text.as_str()
            )));
        }
        let value = vm.call_method(&subject, "get", &[key, missing.clone()])?;
        if value.is_same(&missing) {
            vm.set_register(dst.0, Value::NONE);
            return Ok(());
        }
        found.push(value);
    }
    let tuple = vm.heap.new_tuple(found);
    vm.set_register(dst.0, Value::object(tuple));
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn match_class(vm: &mut Vm, op: Op) -> R<()> {
    let Op::MatchClass {
        positional,
        class,
        subject,
        names,
    } = op
    else {
        return Ok(());
    };
    let subject = vm.peek(subject.0);
    let wanted = vm.take_register(class.0);
    let Some(of) = wanted.to_ref::<Class>() else {
        return Err(vm.type_error("called match pattern must be a type"));
    };
    if !vm.py_isinstance(&subject, &wanted)? {
        vm.set_register(class.0, Value::NONE);
        return Ok(());
    }
    let names = vm.code().consts[usize::from(names.0)].clone();
    let names = names
        .as_ref::<Tuple>()
        .map_or(Vec::new(), |names| names.items().to_vec());
    let mut found = Vec::new();
    let mut seen: Vec<Ref<Str>> = Vec::new();
    let n_positional = usize::from(positional.0);
    if n_positional > 0
        && !positional_attributes(
            vm,
            &subject,
            &wanted,
            &of,
            n_positional,
            &mut seen,
            &mut found,
        )?
    {
        vm.set_register(class.0, Value::NONE);
        return Ok(());
    }
    for name in names {
        let Some(name) = name.to_ref::<Str>() else {
            continue;
        };
        if seen.iter().any(|other| other.as_str() == name.as_str()) {
            let message = format!(
                "{}() got multiple sub-patterns for attribute '{}'",
                of.name.get().as_str(),
                name.as_str()
            );
            return Err(vm.type_error(message));
        }
        match vm.find_attr(&subject, &name)? {
            Some(value) => found.push(value),
            None => {
                vm.set_register(class.0, Value::NONE);
                return Ok(());
            }
        }
        seen.push(name);
    }
    let tuple = vm.heap.new_tuple(found);
    vm.set_register(class.0, Value::object(tuple));
    Ok(())
}

/// The attributes that positional patterns name. False if the subject lacks one.
fn positional_attributes(
    vm: &mut Vm,
    subject: &Value,
    wanted: &Value,
    class: &Ref<Class>,
    n: usize,
    seen: &mut Vec<Ref<Str>>,
    found: &mut Vec<Value>,
) -> R<bool> {
    let class_name = class.name.get();
    let s = |n: usize| if n == 1 { "" } else { "s" };
    let name = vm.intern("__match_args__");
    let Some(args) = vm.find_attr(wanted, &name)? else {
        if !matches_self(vm, class) {
            let message = format!(
                "{}() accepts 0 positional sub-patterns ({n} given)",
                class_name.as_str()
            );
            return Err(vm.type_error(message));
        }
        if n > 1 {
            let message = format!(
                "{}() accepts 1 positional sub-pattern ({n} given)",
                class_name.as_str()
            );
            return Err(vm.type_error(message));
        }
        found.push(subject.clone());
        return Ok(true);
    };
    let Some(args) = args.to_ref::<Tuple>() else {
        let message = format!(
            "{}.__match_args__ must be a tuple (got {})",
            class_name.as_str(),
            vm.type_name(&args)
        );
        return Err(vm.type_error(message));
    };
    if n > args.len() {
        let most = args.len();
        let message = format!(
            "{}() accepts {most} positional sub-pattern{} ({n} given)",
            class_name.as_str(),
            s(most)
        );
        return Err(vm.type_error(message));
    }
    for name in &args.items()[..n] {
        let Some(name) = vm.cast::<Str>(name) else {
            let message = format!(
                "__match_args__ elements must be strings (got {})",
                vm.type_name(name)
            );
            return Err(vm.type_error(message));
        };
        let name = vm.intern_str(&name);
        if seen.iter().any(|other| other.is(&name)) {
            let message = format!(
                "{}() got multiple sub-patterns for attribute '{}'",
                class_name.as_str(),
                name.as_str()
            );
            return Err(vm.type_error(message));
        }
        match vm.find_attr(subject, &name)? {
            Some(value) => found.push(value),
            None => return Ok(false),
        }
        seen.push(name);
    }
    Ok(true)
}

/// Whether a class is one of the built-in types whose single positional pattern is the subject itself.
fn matches_self(vm: &Vm, class: &Ref<Class>) -> bool {
    let types = &vm.types;
    let own = [
        &types.bool,
        &types.bytearray,
        &types.bytes,
        &types.dict,
        &types.float,
        &types.frozenset,
        &types.int,
        &types.list,
        &types.set,
        &types.str,
        &types.tuple,
    ];
    own.iter().any(|own| class.is_subclass(own))
}
