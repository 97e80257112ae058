//! Items.

use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::hash::native_hash;
use crate::value::{Dict, Instance, List, Probe, Special, Str, Value};
use crate::vm::{R, Vm};

/// The value of a key that hashes and compares without script code.
#[inline]
pub(in crate::vm) fn lookup(dict: &Ref<Dict>, key: &Value) -> Option<Value> {
    let hash = native_hash(key)?;
    match dict.probe(key, hash) {
        Probe::Found(at) => dict.value_at(at),
        _ => None,
    }
}

#[inline(never)]
pub(in crate::vm) fn load_item(vm: &mut Vm, op: Op) -> R<()> {
    let (dst, object, key) = match op {
        Op::LoadItem { dst, object, key } => (dst, object, vm.operand(key)),
        Op::LoadItemImm { dst, object, imm } => (dst, object, Value::int(i64::from(imm.0))),
        _ => return Ok(()),
    };
    let target = vm.peek(object.0);
    if let Some(text) = target.as_ref::<Str>()
        && let Some(index) = key.as_int()
        && text.is_ascii()
    {
        let at = if index < 0 {
            index + text.len() as i64
        } else {
            index
        };
        if let Some(&byte) = text.items().get(at as usize) {
            let char = vm.char_str(char::from(byte));
            vm.set_register(dst.0, char);
            return Ok(());
        }
    }
    let (mut target, mut key) = (target, key);
    if let Some(instance) = target.as_ref::<Instance>() {
        let method = instance.with_class(|class| class.special(Special::GetItem, &vm.special));
        if let Some(method) = method {
            let place = vm.register(dst.0);
            if object.0 >= vm.code().n_locals {
                vm.set_register(object.0, Value::UNDEF);
            }
            match vm.enter_method(&method, target, key, place)? {
                None => return Ok(()),
                Some(both) => (target, key) = both,
            }
        }
    }
    let result = vm.get_item(&target, &key)?;
    drop((target, key));
    vm.set_register(dst.0, result);
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn store_item(vm: &mut Vm, op: Op) -> R<()> {
    let Op::StoreItem { object, key, src } = op else {
        return Ok(());
    };
    let target = vm.operand(object);
    let key = vm.operand(key);
    let value = vm.operand(src);
    if let Some(dict) = target.as_ref::<Dict>() {
        return vm.dict_set(dict, key, value);
    }
    if let (Some(list), Some(index)) = (target.as_ref::<List>(), key.as_int()) {
        let at = if index < 0 {
            index + list.len() as i64
        } else {
            index
        };
        if at >= 0 && list.set(at as usize, value) {
            return Ok(());
        }
        return Err(vm.index_error("list assignment index out of range"));
    }
    vm.set_item(&target, &key, value)
}

#[inline(never)]
pub(in crate::vm) fn del_item(vm: &mut Vm, op: Op) -> R<()> {
    let Op::DelItem { object, key } = op else {
        return Ok(());
    };
    let (target, key) = (vm.operand(object), vm.operand(key));
    vm.del_item(&target, &key)
}
