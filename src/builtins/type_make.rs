//! Making a class: the layout its bases allow, the MRO, the hooks.

use crate::heap::Ref;
use crate::value::{
    Class, Dict, Layout, Special, Str, Tag, Tuple, Value, VarCell, Weak, class_flags,
};
use crate::vm::{ClassMethodData, R, StaticMethodData, Vm};

/// The most derived metaclass among `meta` and those of the bases.
pub(crate) fn calculate_meta(
    vm: &mut Vm,
    meta: Option<&Ref<Class>>,
    bases: &[Value],
) -> R<Ref<Class>> {
    let mut winner = meta.cloned().unwrap_or_else(|| vm.types.type_.clone());
    for base in bases {
        let of = vm.class_of(base);
        if winner.is_subclass(&of) {
            continue;
        }
        if of.is_subclass(&winner) {
            winner = of;
            continue;
        }
        return Err(vm.type_error(
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
        ));
    }
    Ok(winner)
}

/// What `type.__new__(meta, name, bases, namespace, **keywords)` does.
pub(crate) fn make_class(
    vm: &mut Vm,
    meta: &Ref<Class>,
    name: &Ref<Str>,
    bases: &Ref<Tuple>,
    namespace: &Ref<Dict>,
    keywords: &[(Ref<Str>, Value)],
) -> R<Ref<Class>> {
    let meta = calculate_meta(vm, Some(meta), bases.items())?;
    let bases = if bases.items().is_empty() {
        vm.heap
            .new_tuple(vec![Value::object(vm.types.object.clone())])
    } else {
        bases.clone()
    };
    let layout = layout_of(vm, &bases)?;
    let name = vm.intern_str(name);
    let dict = namespace.copy();
    let meta_value = if meta.is(&vm.types.type_) {
        Value::NONE
    } else {
        Value::object(meta.clone())
    };
    let class = vm.heap.alloc(Class::new(
        name.clone(),
        dict,
        bases.clone(),
        meta_value,
        layout,
        0,
    ));
    check_slots_iterable(vm, &class, &bases)?;
    let mro = compute_mro(vm, &class, &bases)?;
    class.mro.set(mro);
    let mut hint = 0;
    for base in bases.items() {
        if let Some(base) = base.as_ref::<Class>() {
            hint = hint.max(base.capacity.get());
            let inherited = base.flags.get() & (class_flags::OWN_DICT | class_flags::ORDERED);
            class.set_flag(inherited, true);
            // The first base that is one of them decides.
            const PATTERNS: u32 = class_flags::SEQUENCE | class_flags::MAPPING;
            if !class.has(PATTERNS) {
                class.set_flag(base.flags.get() & PATTERNS, true);
            }
        }
    }
    class.capacity.set(hint);
    take_special_names(vm, &class)?;
    super::type_slots::slots(vm, &class, &bases)?;
    let doc = vm.intern("__doc__");
    if class.dict.get_str(&doc).is_none() {
        class.dict.set_str(&doc, Value::NONE);
    }
    if class.dict.get_str(&vm.intern("__eq__")).is_some() {
        let hash = vm.intern("__hash__");
        if class.dict.get_str(&hash).is_none() {
            class.dict.set_str(&hash, Value::NONE);
        }
    }
    vm.refresh_flags(&class);
    enter_subclass(vm, &class, &bases);
    let value = Value::object(class.clone());
    for (key, attribute) in class.dict.to_vec() {
        if matches!(attribute.tag(), Tag::Instance | Tag::Opaque)
            && let Some(set_name) = vm.find_special(&attribute, Special::SetName)
        {
            vm.call_bound(&set_name, &attribute, &[value.clone(), key], &[])?;
        }
    }
    init_subclass(vm, &class, keywords)?;
    Ok(class)
}

/// What cannot be slots is noticed before bases that do not fit.
fn check_slots_iterable(vm: &mut Vm, class: &Ref<Class>, bases: &Ref<Tuple>) -> R<()> {
    let key = vm.intern("__slots__");
    match class.dict.get_str(&key) {
        Some(slots)
            if vm.find_special(&slots, Special::Iter).is_none()
                && vm.find_special(&slots, Special::GetItem).is_none()
                || slots.is(Tag::Class) =>
        {
            vm.iter(&slots).map(drop)
        }
        Some(slots) if slots.is(Tag::List) || slots.is(Tag::Tuple) => {
            let names = vm.to_vec(&slots)?;
            let bases = bases
                .items()
                .iter()
                .filter_map(|base| base.to_ref::<Class>());
            if super::type_slots::is_sized(vm, bases) {
                // There may be none, whatever they are.
                return Ok(());
            }
            super::type_slots::check_names(vm, &names)
        }
        _ => Ok(()),
    }
}

/// Makes a class known to its bases.
fn enter_subclass(vm: &mut Vm, class: &Ref<Class>, bases: &Ref<Tuple>) {
    let weak_class = vm.types.weakref.clone();
    for base in bases.items() {
        if let Some(base) = base.as_ref::<Class>() {
            let weak = vm
                .heap
                .new_weak(&weak_class, &Value::object(class.clone()), Value::NONE);
            base.subclasses.with_mut(|all| {
                all.retain(|weak| {
                    weak.as_ref::<Weak>()
                        .is_some_and(|weak| weak.get().is_some())
                });
                all.push(Value::object(weak));
            });
        }
    }
}

/// The live direct subclasses.
fn subclasses_of(class: &Ref<Class>) -> Vec<Ref<Class>> {
    class.subclasses.with(|all| {
        all.iter()
            .filter_map(|weak| weak.as_ref::<Weak>()?.get()?.to_ref::<Class>())
            .collect()
    })
}

/// `class.__bases__ = bases`: the class and all below it get a new MRO, or none does.
pub(super) fn set_bases(vm: &mut Vm, class: &Ref<Class>, value: &Value) -> R<()> {
    let name = class.name.get().as_str().to_string();
    if value.is_undef() {
        return Err(vm.type_error(format!("can't delete {name}.__bases__")));
    }
    let Some(bases) = vm.cast::<Tuple>(value) else {
        let found = vm.type_name(value);
        let text = format!("can only assign tuple to {name}.__bases__, not {found}");
        return Err(vm.type_error(text));
    };
    if bases.items().is_empty() {
        let text = format!("can only assign non-empty tuple to {name}.__bases__, not ()");
        return Err(vm.type_error(text));
    }
    for base in bases.items() {
        let Some(base) = base.as_ref::<Class>() else {
            let found = vm.type_name(base);
            let text = format!("{name}.__bases__ must be tuple of classes, not '{found}'");
            return Err(vm.type_error(text));
        };
        if base.is_subclass(class) {
            return Err(vm.type_error("a __bases__ item causes an inheritance cycle"));
        }
    }
    let layout = layout_of(vm, &bases)?;
    let old = class.bases.get();
    let solid = |items: &Ref<Tuple>| {
        items
            .items()
            .iter()
            .find_map(|base| solid_base(&base.to_ref::<Class>()?))
    };
    let same_solid = match (solid(&bases), solid(&old)) {
        (Some(new), Some(old)) => new.is(&old),
        (None, None) => true,
        _ => false,
    };
    if layout != class.layout || !same_solid {
        let first = |items: &Ref<Tuple>| {
            items.items()[0]
                .as_ref::<Class>()
                .map_or(String::new(), |base| base.name.get().as_str().to_string())
        };
        let text = format!(
            "__bases__ assignment: '{}' deallocator differs from '{}'",
            first(&bases),
            first(&old)
        );
        return Err(vm.type_error(text));
    }
    let mut done: Vec<(Ref<Class>, Ref<Tuple>)> = Vec::new();
    class.bases.set(bases.clone());
    if let Err(raised) = renew_mro(vm, class, &mut done) {
        class.bases.set(old);
        for (class, mro) in done.into_iter().rev() {
            class.mro.set(mro);
        }
        vm.class_changed(class);
        return Err(raised);
    }
    for base in old.items() {
        if let Some(base) = base.as_ref::<Class>() {
            base.subclasses.with_mut(|all| {
                all.retain(|weak| {
                    weak.as_ref::<Weak>()
                        .and_then(|weak| weak.get()?.to_ref::<Class>())
                        .is_some_and(|known| !known.is(class))
                });
            });
        }
    }
    enter_subclass(vm, class, &bases);
    for (class, _) in done {
        vm.refresh_flags(&class);
        vm.class_changed(&class);
    }
    Ok(())
}

/// Computes the MRO of a class and of all below it; `done` keeps the old ones.
fn renew_mro(vm: &mut Vm, class: &Ref<Class>, done: &mut Vec<(Ref<Class>, Ref<Tuple>)>) -> R<()> {
    vm.enter_native()?;
    let bases = class.bases.get();
    let result = compute_mro(vm, class, &bases).and_then(|mro| {
        done.push((class.clone(), {
            let old = class.mro.get();
            class.mro.set(mro);
            old
        }));
        vm.class_changed(class);
        subclasses_of(class)
            .iter()
            .try_for_each(|inner| renew_mro(vm, inner, done))
    });
    vm.leave_native();
    result
}

fn layout_of(vm: &mut Vm, bases: &Ref<Tuple>) -> R<Layout> {
    let mut layout = Layout::Plain;
    let mut solid: Option<Ref<Class>> = None;
    let mut widest: Option<Ref<Class>> = None;
    for base in bases.items() {
        let Some(base) = base.to_ref::<Class>() else {
            return Err(vm.type_error("bases must be types"));
        };
        if base.has(class_flags::FINAL) {
            return Err(vm.type_error(format!(
                "type '{}' is not an acceptable base type",
                base.name.get().as_str()
            )));
        }
        if let Some(new) = solid_or_slots(&base) {
            match &widest {
                Some(known) if known.is_subclass(&new) => {}
                Some(known) if !new.is_subclass(known) => {
                    return Err(vm.type_error("multiple bases have instance lay-out conflict"));
                }
                _ => widest = Some(new),
            }
        }
        let of = if base.layout == Layout::Native {
            Layout::Payload
        } else {
            base.layout
        };
        if of == Layout::Plain {
            continue;
        }
        let builtin = solid_base(&base);
        if solid
            .as_ref()
            .is_none_or(|known| builtin.as_ref().is_some_and(|new| new.is_subclass(known)))
        {
            solid = builtin;
        }
        layout = of;
    }
    Ok(layout)
}

/// The built-in class that decides what instances are made of.
fn solid_base(class: &Ref<Class>) -> Option<Ref<Class>> {
    let mro = class.mro.get();
    mro.items().iter().find_map(|class| {
        let class = class.to_ref::<Class>()?;
        let solid = class.has(class_flags::BUILTIN) && class.layout != Layout::Plain;
        let exception =
            class.layout == Layout::Exception && class.name.get().as_str() != "BaseException";
        (solid && !exception).then_some(class)
    })
}

/// The exceptions that CPython makes with fields of their own: no class can have two of them.
const WITH_FIELDS: [&str; 11] = [
    "AttributeError",
    "BaseExceptionGroup",
    "ImportError",
    "NameError",
    "OSError",
    "StopIteration",
    "SyntaxError",
    "SystemExit",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeTranslateError",
];

/// The class that decides what instances are made of, by its own making or by its `__slots__`.
fn solid_or_slots(class: &Ref<Class>) -> Option<Ref<Class>> {
    let mro = class.mro.get();
    mro.items().iter().find_map(|class| {
        let class = class.to_ref::<Class>()?;
        let has_fields = class.has(class_flags::BUILTIN)
            && class.layout == Layout::Exception
            && WITH_FIELDS.contains(&class.name.get().as_str());
        if class.has(class_flags::ADDS_SLOTS) || has_fields {
            return Some(class);
        }
        let is_solid = solid_base(&class).is_some_and(|solid| solid.is(&class));
        is_solid.then_some(class)
    })
}

/// The MRO as the class of the class wants it: what its `mro()` gives, if it has one of its own.
///
/// # Errors
/// TypeError for items that cannot be in an MRO; what `mro()` raises.
fn compute_mro(vm: &mut Vm, class: &Ref<Class>, bases: &Ref<Tuple>) -> R<Ref<Tuple>> {
    let value = Value::object(class.clone());
    let meta = vm.class_of(&value);
    if meta.is(&vm.types.type_) {
        return merge_mro(vm, class, bases);
    }
    let name = vm.intern("mro");
    let method = match meta.lookup(&name) {
        Some(method) if !method.is(Tag::Native) => method,
        _ => return merge_mro(vm, class, bases),
    };
    let method = vm.bind_attribute(&method, Some(&value), &meta)?;
    let result = vm.call(&method, &[])?;
    let items = vm.to_vec(&result)?;
    let solid = solid_of(bases);
    for item in &items {
        let Some(item) = item.as_ref::<Class>() else {
            let found = vm.type_name(item);
            let message = format!("mro() returned a non-class ('{found}')");
            return Err(vm.type_error(message));
        };
        let fits = match (&solid, solid_base(item)) {
            (_, None) => true,
            (Some(solid), Some(needed)) => solid.is_subclass(&needed),
            (None, Some(_)) => false,
        };
        if !fits {
            let message = format!(
                "mro() returned base with unsuitable layout ('{}')",
                item.name.get().as_str()
            );
            return Err(vm.type_error(message));
        }
    }
    Ok(vm.heap.new_tuple(items))
}

/// The most derived of the built-in classes that decide what instances are made of.
fn solid_of(bases: &Ref<Tuple>) -> Option<Ref<Class>> {
    let mut found: Option<Ref<Class>> = None;
    for base in bases.items() {
        if let Some(new) = base.to_ref::<Class>().and_then(|base| solid_base(&base))
            && found.as_ref().is_none_or(|known| new.is_subclass(known))
        {
            found = Some(new);
        }
    }
    found
}

/// The C3 linearisation.
pub(super) fn merge_mro(vm: &mut Vm, class: &Ref<Class>, bases: &Ref<Tuple>) -> R<Ref<Tuple>> {
    let mut lists: Vec<Vec<Value>> = Vec::new();
    for (at, base) in bases.items().iter().enumerate() {
        if bases.items()[..at].iter().any(|other| other.is_same(base)) {
            let name = base
                .as_ref::<Class>()
                .map_or(String::new(), |base| base.name.get().as_str().to_string());
            return Err(vm.type_error(format!("duplicate base class {name}")));
        }
        if let Some(base) = base.as_ref::<Class>() {
            lists.push(base.mro.get().items().to_vec());
        }
    }
    lists.push(bases.items().to_vec());
    let mut merged = vec![Value::object(class.clone())];
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Ok(vm.heap.new_tuple(merged));
        }
        let next = lists.iter().map(|list| &list[0]).find(|head| {
            !lists
                .iter()
                .any(|list| list[1..].iter().any(|other| other.is_same(head)))
        });
        let Some(next) = next.cloned() else {
            let mut names: Vec<String> = Vec::new();
            for list in &lists {
                if let Some(head) = list[0].as_ref::<Class>() {
                    let name = head.name.get().as_str().to_string();
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
            }
            let message = format!(
                "Cannot create a consistent method resolution\norder (MRO) for bases {}",
                names.join(", ")
            );
            return Err(vm.type_error(message));
        };
        merged.push(next.clone());
        for list in &mut lists {
            if list[0].is_same(&next) {
                list.remove(0);
            }
        }
    }
}

/// Names of the namespace that mean something to `type`.
fn take_special_names(vm: &mut Vm, class: &Ref<Class>) -> R<()> {
    let qualname = vm.intern("__qualname__");
    if let Some(value) = class.dict.remove_str(&qualname) {
        if vm.cast::<Str>(&value).is_none() {
            let message = format!(
                "type __qualname__ must be a str, not {}",
                vm.type_name(&value)
            );
            return Err(vm.type_error(message));
        }
        class.qualname.set(value);
    }
    let module = vm.intern("__module__");
    if class.dict.get_str(&module).is_none()
        && let Some(globals) = vm.current_globals()
    {
        let name = vm.intern("__name__");
        if let Some(name) = globals.get_str(&name) {
            class.dict.set_str(&module, name);
        }
    }
    if let Some(home) = class.dict.get_text("__module__")
        && home
            .as_ref::<Str>()
            .is_some_and(|home| crate::vm::keeps_its_home(home.as_str(), class.name.get().as_str()))
    {
        class.dict.remove_str(&module);
        class.home.set(home);
    }
    for (name, is_static) in [
        ("__new__", true),
        ("__init_subclass__", false),
        ("__class_getitem__", false),
    ] {
        let name = vm.intern(name);
        if let Some(function) = class.dict.get_str(&name)
            && function.is(Tag::Function)
        {
            let function = crate::heap::Slot::new(function);
            let wrapped = if is_static {
                let of = vm.types.staticmethod.clone();
                vm.heap.new_opaque(&of, StaticMethodData { function })
            } else {
                let of = vm.types.classmethod.clone();
                vm.heap.new_opaque(&of, ClassMethodData { function })
            };
            class.dict.set_str(&name, wrapped);
        }
    }
    let cell = vm.intern("__classcell__");
    if let Some(cell) = class.dict.remove_str(&cell) {
        let Some(cell) = cell.as_ref::<VarCell>() else {
            let found = vm.class_of(&cell);
            let found = vm.repr(&Value::object(found))?;
            let message = format!(
                "__classcell__ must be a nonlocal cell, not {}",
                found.as_str()
            );
            return Err(vm.type_error(message));
        };
        cell.value.set(Value::object(class.clone()));
    }
    Ok(())
}

fn init_subclass(vm: &mut Vm, class: &Ref<Class>, keywords: &[(Ref<Str>, Value)]) -> R<()> {
    let name = vm.intern("__init_subclass__");
    let mro = class.mro.get();
    let found = mro.items()[1..]
        .iter()
        .find_map(|base| base.as_ref::<Class>()?.dict.get_str(&name));
    let Some(hook) = found else { return Ok(()) };
    if hook.is(Tag::Native) {
        if !keywords.is_empty() {
            let qualname = class.qualname.get().to_ref::<Str>();
            let qualname = qualname.as_ref().map_or("", |name| name.as_str());
            return Err(vm.type_error(format!(
                "{qualname}.__init_subclass__() takes no keyword arguments"
            )));
        }
        return Ok(());
    }
    let bound = vm.bind_attribute(&hook, None, class)?;
    vm.call_kw(&bound, &[], keywords).map(drop)
}
