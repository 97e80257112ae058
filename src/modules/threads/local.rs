//! `threading.local`: an object whose attributes every thread has its own of. The dict of the thread that looked last
//! stands where an object's dict stands; another thread puts its own there first.

use std::cell::Cell;

use super::scheduler;
use crate::heap::{Ref, Shared, Slot};
use crate::modules::held::{class_arg, put_class};
use crate::value::{Class, Dict, Layout, NativeData, Opaque, Value, class_flags};
use crate::vm::{Def, R, Vm, class_flags_own_dict, def, rest, static_def};

struct Local {
    /// Of the threads that have looked.
    dicts: Shared<Vec<(u64, Value)>>,
    current: Cell<u64>,
    args: Slot<Value>,
    keywords: Slot<Value>,
}

impl NativeData for Local {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.dicts
            .with(|dicts| dicts.iter().for_each(|(_, dict)| visit(dict)));
        visit(&self.args.get());
        visit(&self.keywords.get());
    }

    fn unlink(&self) {
        drop(self.dicts.replace(Vec::new()));
        self.args.set(Value::NONE);
        self.keywords.set(Value::NONE);
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let init = vm.intern("__init__");
    let is_plain = class
        .lookup(&init)
        .is_none_or(|init| init.is_same(&vm.object_init));
    if is_plain && (!rest(&args[1]).is_empty() || !vm.keywords(&args[2]).is_empty()) {
        return Err(vm.type_error("Initialization arguments are not supported"));
    }
    let dict = Value::object(vm.heap.new_dict());
    let thread = vm.current_thread();
    let data = Local {
        dicts: Shared::new(vec![(thread, dict.clone())]),
        current: Cell::new(thread),
        args: Slot::new(args[1].clone()),
        keywords: Slot::new(args[2].clone()),
    };
    let object = vm.heap.opaque(&class, data);
    object.dict.set(dict);
    Ok(Value::object(object))
}

/// Puts the dict of the running thread in its place.
fn turn_to_thread(vm: &mut Vm, object: &Value) -> R<()> {
    let thread = vm.current_thread();
    let (Some(opaque), Some(local)) = (object.as_ref::<Opaque>(), object.as_data::<Local>()) else {
        return Err(vm.type_error("a threading.local is required"));
    };
    if local.current.get() == thread {
        return Ok(());
    }
    let known = local.dicts.with(|dicts| {
        let found = dicts.iter().find(|(owner, _)| *owner == thread);
        found.map(|(_, dict)| dict.clone())
    });
    if let Some(dict) = known {
        local.current.set(thread);
        opaque.dict.set(dict);
        return Ok(());
    }
    let alive = scheduler::numbers(vm);
    let dict = Value::object(vm.heap.new_dict());
    let gone: Vec<(u64, Value)> = local.dicts.with_mut(|dicts| {
        let all = std::mem::take(dicts);
        let (mut kept, gone): (Vec<_>, Vec<_>) = all
            .into_iter()
            .partition(|(owner, _)| alive.binary_search(owner).is_ok());
        kept.push((thread, dict.clone()));
        *dicts = kept;
        gone
    });
    local.current.set(thread);
    opaque.dict.set(dict);
    drop(gone);
    let class = vm.class_of(object);
    let name = vm.intern("__init__");
    match class.lookup(&name) {
        Some(init) if !init.is_same(&vm.object_init) => {
            let (args, keywords) = (local.args.get(), local.keywords.get());
            let mut all = vec![object.clone()];
            all.extend_from_slice(rest(&args));
            let keywords = vm.keywords(&keywords);
            vm.call_kw(&init, &all, &keywords).map(drop)
        }
        _ => Ok(()),
    }
}

fn getattribute(vm: &mut Vm, args: &[Value]) -> R {
    turn_to_thread(vm, &args[0])?;
    let name = vm.expect_str(&args[1], "attribute name")?;
    let name = vm.intern_str(&name);
    let class = vm.class_of(&args[0]);
    if name.as_str() == "__dict__"
        && let Some(opaque) = args[0].as_ref::<Opaque>()
    {
        return Ok(opaque.dict.get());
    }
    match vm.find_generic(&args[0], &name, &class)? {
        Some(value) => Ok(value),
        None => Err(vm.attribute_error(&args[0], &name)),
    }
}

fn change(vm: &mut Vm, args: &[Value], value: Option<Value>) -> R {
    turn_to_thread(vm, &args[0])?;
    let name = vm.expect_str(&args[1], "attribute name")?;
    let class = vm.class_of(&args[0]);
    if name.as_str() == "__dict__" {
        let message = format!(
            "'{}' object attribute '__dict__' is read-only",
            vm.type_name(&args[0])
        );
        return Err(vm.attribute_error_plain(&message));
    }
    vm.set_generic(&args[0], &name, value, &class)?;
    Ok(Value::NONE)
}

fn setattr(vm: &mut Vm, args: &[Value]) -> R {
    change(vm, args, Some(args[2].clone()))
}

fn delattr(vm: &mut Vm, args: &[Value]) -> R {
    change(vm, args, None)
}

pub(super) fn setup(vm: &mut Vm, globals: &Ref<Dict>) {
    let object = vm.types.object.clone();
    let class: Ref<Class> = vm.new_type("_local", "_thread", &[object], Layout::Opaque);
    vm.add_methods(&class, METHODS);
    class_flags_own_dict(&class);
    class.set_flag(class_flags::GETATTRIBUTE | class_flags::SETATTR, true);
    put_class(globals, &class);
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, /, *args, **kwargs"),
    def("__getattribute__", getattribute, "self, name, /"),
    def("__setattr__", setattr, "self, name, value, /"),
    def("__delattr__", delattr, "self, name, /"),
];
