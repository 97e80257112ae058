//! The views of an `OrderedDict`: those of a dict, by names of their own.

use crate::builtins::new_view_of;
use crate::heap::Ref;
use crate::value::{Class, Dict, DictPart, Layout, Value, class_flags};
use crate::vm::{Def, R, Vm, def};

use super::held::put_class;

#[derive(Default)]
struct Classes(Option<[Ref<Class>; 3]>);

fn view(vm: &mut Vm, args: &[Value], method: &str, at: usize) -> R {
    let Some(dict) = vm.cast::<Dict>(&args[0]) else {
        return Err(vm.unfit_receiver(&args[0], method, "OrderedDict"));
    };
    let classes = vm.state::<Classes>().0.as_ref();
    let class = classes.expect("made with the module")[at].clone();
    let part = [DictPart::Keys, DictPart::Values, DictPart::Items][at];
    Ok(new_view_of(vm, &class, dict, part))
}

fn keys(vm: &mut Vm, args: &[Value]) -> R {
    view(vm, args, "keys", 0)
}

fn values(vm: &mut Vm, args: &[Value]) -> R {
    view(vm, args, "values", 1)
}

fn items(vm: &mut Vm, args: &[Value]) -> R {
    view(vm, args, "items", 2)
}

/// Adds the methods, which `OrderedDict` takes from the class that they stand in.
pub(super) fn add(vm: &mut Vm, globals: &Ref<Dict>) {
    let types = &vm.types;
    let bases = [
        ("odict_keys", types.dict_keys.clone()),
        ("odict_values", types.dict_values.clone()),
        ("odict_items", types.dict_items.clone()),
    ];
    let classes = bases.map(|(name, base)| {
        let class = vm.new_type(name, "builtins", &[base], Layout::Opaque);
        class.set_flag(class_flags::FINAL, true);
        class
    });
    vm.state::<Classes>().0 = Some(classes);
    let owner = vm.new_type("OrderedDict", "collections", &[], Layout::Plain);
    vm.add_methods(&owner, METHODS);
    vm.add_methods(&owner, super::odict_methods::METHODS);
    put_class(globals, &owner);
}

const METHODS: &[Def] = &[
    def("keys", keys, "self, /"),
    def("values", values, "self, /"),
    def("items", items, "self, /"),
];
