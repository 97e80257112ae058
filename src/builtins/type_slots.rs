//! `__slots__` of a new class, and what it gives instead: `__dict__` and `__weakref__`.

use crate::heap::Ref;
use crate::value::{Class, Layout, MAX_SLOTS, Str, Tuple, Value, Weak, class_flags};
use crate::vm::{GetSet, R, Vm, getset, getter};

/// Whether instances of a class have a `__dict__`.
fn gives_dict(vm: &Vm, class: &Ref<Class>) -> bool {
    if class.has(class_flags::BUILTIN) {
        let of_layout = matches!(
            class.layout,
            Layout::Exception | Layout::Class | Layout::Module
        );
        return of_layout || class.has(class_flags::OWN_DICT);
    }
    !class.has(class_flags::NO_DICT) && !class.is(&vm.types.object)
}

/// Whether instances of a class can be referred to weakly.
fn gives_weak(vm: &mut Vm, class: &Ref<Class>) -> bool {
    let types = &vm.types;
    if class.is_subclass(&types.set) || class.is_subclass(&types.frozenset) {
        return true;
    }
    if class.has(class_flags::BUILTIN) {
        return !matches!(
            class.layout,
            Layout::Plain | Layout::Exception | Layout::Native
        );
    }
    let name = vm.intern("__weakref__");
    class.lookup(&name).is_some()
}

/// `__slots__`: a descriptor for each name; and `__dict__` and `__weakref__`, unless the slots forbid them or a base has
/// them.
pub(super) fn slots(vm: &mut Vm, class: &Ref<Class>, bases: &Ref<Tuple>) -> R<()> {
    let bases: Vec<Ref<Class>> = bases.items().iter().filter_map(Value::to_ref).collect();
    let base_dict = bases.iter().any(|base| gives_dict(vm, base));
    let base_weak = bases.iter().any(|base| gives_weak(vm, base));
    let inherited = bases.iter().flat_map(|base| base.members.with(Vec::clone));
    add_members(class, inherited.collect());
    // Their size differs from one to the next: there is no room behind them.
    let sized = [
        vm.types.int.clone(),
        vm.types.tuple.clone(),
        vm.types.bytes.clone(),
    ];
    let is_sized = sized.iter().any(|of| class.is_subclass(of));
    let key = vm.intern("__slots__");
    let Some(declared) = class.dict.get_str(&key) else {
        add_dict_and_weak(vm, class, !base_dict, !base_weak && !is_sized);
        return Ok(());
    };
    let names = match vm.cast::<Str>(&declared) {
        Some(name) => vec![Value::object(name)],
        None => vm.to_vec(&declared)?,
    };
    if is_sized && !names.is_empty() {
        let base = bases
            .iter()
            .find(|base| sized.iter().any(|of| base.is_subclass(of)))
            .map(|base| base.name.get());
        let message = format!(
            "nonempty __slots__ not supported for subtype of '{}'",
            base.as_ref().map_or("", |name| name.as_str())
        );
        return Err(vm.type_error(message));
    }
    let (mut own_dict, mut own_weak) = (false, false);
    let mut slots = Vec::new();
    for name in names {
        check_names(vm, std::slice::from_ref(&name))?;
        let Some(name) = vm.cast::<Str>(&name) else {
            continue;
        };
        match name.as_str() {
            "__dict__" if own_dict || base_dict => {
                let text = "__dict__ slot disallowed: we already got one";
                return Err(vm.type_error(text));
            }
            "__dict__" => own_dict = true,
            "__weakref__" if own_weak || base_weak => {
                let text = "__weakref__ slot disallowed: we already got one";
                return Err(vm.type_error(text));
            }
            "__weakref__" => own_weak = true,
            _ => {
                let name = mangled(&class.name.get(), &name);
                let name = vm.intern(&name);
                // What the class was given besides the body is not its own.
                let known = class.dict.get_str(&name);
                let given = ["__qualname__", "__classcell__"].contains(&name.as_str());
                let own = known.is_some_and(|v| !(v.is_none() && name.as_str() == "__doc__"));
                if own && !given {
                    let message = format!(
                        "'{}' in __slots__ conflicts with class variable",
                        name.as_str()
                    );
                    return Err(vm.value_error(message));
                }
                slots.push(name);
            }
        }
    }
    class.set_flag(class_flags::ADDS_SLOTS, !slots.is_empty());
    add_members(class, slots.clone());
    for name in slots {
        let descriptor = super::descriptors::new_member(vm, &name, class);
        class.dict.set_str(&name, descriptor);
    }
    if matches!(
        class.layout,
        Layout::Plain | Layout::Payload | Layout::Opaque
    ) {
        class.set_flag(class_flags::NO_DICT, !own_dict && !base_dict);
    }
    add_dict_and_weak(vm, class, own_dict, own_weak);
    Ok(())
}

/// Notes names of slots. Instances have room for all of them, and at least for a dict of the attributes and one of the
/// slots.
fn add_members(class: &Ref<Class>, names: Vec<Ref<Str>>) {
    if !names.is_empty() {
        let room = usize::from(class.capacity.get()) + names.len();
        class.members.with_mut(|members| members.extend(names));
        class.capacity.set(room.clamp(2, MAX_SLOTS) as u16);
    }
}

/// The descriptors of `__dict__` and `__weakref__`.
fn add_dict_and_weak(vm: &mut Vm, class: &Ref<Class>, dict: bool, weak: bool) {
    for (wanted, row) in [(dict, &DICT_ROW), (weak, &WEAK_ROW)] {
        let name = vm.intern(row.name);
        if wanted && class.dict.get_str(&name).is_none() {
            vm.add_getset(class, row);
        }
    }
}

const DICT_ROW: GetSet = getset("__dict__", super::object::get_dict, super::object::set_dict);
const WEAK_ROW: GetSet = getter("__weakref__", get_weakref);

/// A weak reference to the object, if there is one.
fn get_weakref(vm: &mut Vm, args: &[Value]) -> R {
    let found = args[0].heap_ptr().and_then(|object| {
        let holders = vm.heap.all::<Weak>();
        let is_it = |weak: &Ref<Weak>| weak.get().and_then(|it| it.heap_ptr()) == Some(object);
        holders.into_iter().find(is_it)
    });
    Ok(found.map_or(Value::NONE, Value::object))
}

fn mangled(class: &Ref<Str>, name: &Ref<Str>) -> String {
    let (class, name) = (class.as_str().trim_start_matches('_'), name.as_str());
    if name.starts_with("__") && !name.ends_with("__") && !class.is_empty() {
        format!("_{class}{name}")
    } else {
        name.to_string()
    }
}

/// Refuses the first of these slots that is no string or no identifier.
pub(super) fn check_names(vm: &mut Vm, names: &[Value]) -> R<()> {
    for name in names {
        let Some(text) = vm.cast::<Str>(name) else {
            let found = vm.type_name(name);
            let message = format!("__slots__ items must be strings, not '{found}'");
            return Err(vm.type_error(message));
        };
        if !crate::text::case::is_identifier(text.as_str()) {
            return Err(vm.type_error("__slots__ must be identifiers"));
        }
    }
    Ok(())
}

/// Whether one of these classes has instances whose size differs from one to the next.
pub(super) fn is_sized(vm: &Vm, mut bases: impl Iterator<Item = Ref<Class>>) -> bool {
    let sized = [&vm.types.int, &vm.types.tuple, &vm.types.bytes];
    bases.any(|base| sized.iter().any(|of| base.is_subclass(of)))
}
