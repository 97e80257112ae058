//! Attributes, and the filling of their caches.

use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::{
    Cache, CacheKind, Class, Function, FutureObject, Instance, Module, Opaque, Shape, Special, Tag,
    Value, class_flags,
};
use crate::vm::{Binding, MemberData, PropertyData, R, SuperData, Vm};

/// Caches that missed this often are left as they are.
const MAX_MISSES: u16 = 2000;

#[inline(never)]
pub(in crate::vm) fn load_attr(vm: &mut Vm, op: Op) -> R<()> {
    let Op::LoadAttr { dst, object, cache } = op else {
        return Ok(());
    };
    let value = vm.peek(object.0);
    let code = vm.running_code();
    let cache = &code.caches[usize::from(cache.0)];
    let mut on_class = None;
    if let Some(module) = value.as_ref::<Module>() {
        if cache.id.get() == module.id && cache.kind.get() == CacheKind::Global {
            let held = cache.held.get();
            if let Some(cell) = held.as_ref::<crate::value::GlobalCell>()
                && let Some(found) = cell.get()
            {
                vm.set_register(dst.0, found);
                return Ok(());
            }
        }
        if module.globals.get_str(&cache.name).is_some() {
            let cell = module.globals.cell_of(&cache.name, || None);
            cache.id.set(module.id);
            cache.kind.set(CacheKind::Global);
            cache.held.set(Value::object(cell));
        }
    } else if let Some(instance) = value.as_ref::<Instance>() {
        if cache.id.get() == instance.shape_id()
            && cache.kind.get() == CacheKind::Property
            && cache.epoch.get() == vm.heap.class_epoch.get()
        {
            on_class = Some(cache.held.get());
        } else {
            let class = instance.class();
            on_class = fill_load(vm, cache, instance, &class);
        }
    }
    if let Some(getter) = on_class
        .as_ref()
        .and_then(|getter| getter.to_ref::<Function>())
    {
        // A property whose getter is a script function: its frame gives the result.
        let top = vm.stack_top();
        let dst = vm.register(dst.0);
        if object.0 >= vm.code().n_locals && vm.register(object.0) != dst {
            vm.set_register(object.0, Value::UNDEF);
        }
        return vm.enter_getter(&getter, top, value, dst);
    }
    let result = vm.get_attr(&value, &cache.name)?;
    drop(value);
    vm.set_register(dst.0, result);
    Ok(())
}

/// Fills the cache if the attribute is a plain slot of the instance, or a property. Gives a property's getter.
fn fill_load(vm: &Vm, cache: &Cache, instance: &Instance, class: &Ref<Class>) -> Option<Value> {
    let misses = cache.misses.get();
    if class.has(class_flags::GETATTRIBUTE) {
        return None;
    }
    let shape = instance.shape();
    let on_class = class.lookup(&cache.name);
    if let Some(attribute) = &on_class
        && vm.is_data_descriptor(attribute)
        && attribute.as_data::<MemberData>().is_none()
    {
        let getter = attribute.as_data::<PropertyData>()?.get.get();
        if !getter.is(Tag::Function) || class.special(Special::GetAttr, &vm.special).is_some() {
            return None;
        }
        if misses <= MAX_MISSES && !shape.is_dict {
            cache.misses.set(misses + 1);
            cache.id.set(shape.id);
            cache.kind.set(CacheKind::Property);
            cache.epoch.set(vm.heap.class_epoch.get());
            cache.held.set(getter.clone());
        }
        return Some(getter);
    }
    if misses > MAX_MISSES || shape.is_dict {
        return None;
    }
    cache.misses.set(misses + 1);
    if let Some(slot) = shape.slot_of(&cache.name)
        && slot <= usize::from(u16::MAX)
    {
        cache.id.set(shape.id);
        cache.kind.set(CacheKind::Slot);
        cache.index.set(slot as u16);
        cache.held.set(Value::NONE);
    }
    None
}

/// The instance takes the next shape of an `Add` cache.
#[inline(never)]
pub(in crate::vm) fn follow(instance: &Instance, cache: &Cache) {
    if let Some(shape) = cache.held.get().to_ref::<Shape>() {
        instance.set_shape(shape);
    }
}

#[inline(never)]
pub(in crate::vm) fn store_attr(vm: &mut Vm, op: Op) -> R<()> {
    let Op::StoreAttr { object, src, cache } = op else {
        return Ok(());
    };
    let target = vm.operand(object);
    let value = vm.operand(src);
    let code = vm.running_code();
    let cache = &code.caches[usize::from(cache.0)];
    if let Some(instance) = target.as_ref::<Instance>()
        && cache.misses.get() <= MAX_MISSES
    {
        let class = instance.class();
        let simple = !class.has(class_flags::SETATTR)
            && match class.lookup(&cache.name) {
                Some(attribute) if attribute.as_data::<MemberData>().is_some() => true,
                Some(attribute) => {
                    !class.has(class_flags::NO_DICT) && !vm.is_data_descriptor(&attribute)
                }
                None => !class.has(class_flags::NO_DICT),
            };
        let shape = instance.shape();
        if simple && !shape.is_dict {
            cache.misses.set(cache.misses.get() + 1);
            let known = shape.slot_of(&cache.name);
            instance.set_own(&cache.name, value);
            let now = instance.shape();
            if let Some(slot) = now.slot_of(&cache.name)
                && !now.is_dict
            {
                cache.id.set(shape.id);
                cache.index.set(slot as u16);
                match known {
                    Some(_) => {
                        cache.kind.set(CacheKind::Slot);
                        cache.held.set(Value::NONE);
                    }
                    // Older instances of the same shape may have less room: the loop compares before it follows.
                    None if slot < usize::from(class.capacity.get()) + class.first_slot() => {
                        cache.kind.set(CacheKind::Add);
                        cache.held.set(Value::object(now));
                    }
                    None => cache.forget(),
                }
            }
            return Ok(());
        }
    }
    vm.set_attr(&target, &cache.name, value)
}

#[inline(never)]
pub(in crate::vm) fn del_attr(vm: &mut Vm, op: Op) -> R<()> {
    let Op::DelAttr { object, name } = op else {
        return Ok(());
    };
    let target = vm.operand(object);
    let name = vm.code().names[usize::from(name.0)].clone();
    vm.del_attr(&target, &name)
}

/// What a method call found: what to call, and whether the object is its first argument.
pub(in crate::vm) enum Found {
    /// Call it with the object before the arguments.
    Unbound(Value),
    /// Call it with the arguments.
    Bound(Value),
    /// Call it with this other object before the arguments (`super().method()`).
    Of(Value, Value),
}

/// Looks a method up, and fills the cache.
#[inline(never)]
pub(in crate::vm) fn find_method(vm: &mut Vm, object: &Value, cache: &Cache) -> R<Found> {
    let epoch = vm.heap.class_epoch.get();
    match object.tag() {
        Tag::Module => {
            let module = object.to_ref::<Module>().expect("the tag says so");
            if cache.id.get() == module.id && cache.kind.get() == CacheKind::Global {
                let held = cache.held.get();
                if let Some(found) = held
                    .as_ref::<crate::value::GlobalCell>()
                    .and_then(|cell| cell.get())
                {
                    return Ok(Found::Bound(found));
                }
            }
            if module.globals.get_str(&cache.name).is_some() {
                cache.id.set(module.id);
                cache.kind.set(CacheKind::Global);
                cache
                    .held
                    .set(Value::object(module.globals.cell_of(&cache.name, || None)));
            }
            return vm.get_attr(object, &cache.name).map(Found::Bound);
        }
        Tag::Instance => {
            let instance = object.to_ref::<Instance>().expect("the tag says so");
            let class = instance.class();
            if !class.has(class_flags::GETATTRIBUTE)
                && instance.get_own(&cache.name).is_none()
                && let Some(attribute) = class.lookup(&cache.name)
            {
                if attribute.is(Tag::Function) {
                    if !instance.shape().is_dict {
                        cache.id.set(instance.shape_id());
                        cache.kind.set(CacheKind::Function);
                        cache.epoch.set(epoch);
                        cache
                            .pointer
                            .set(attribute.heap_ptr().expect("functions are heap objects"));
                    }
                    return Ok(Found::Unbound(attribute));
                }
                if is_native_method(vm, &attribute) {
                    return Ok(Found::Unbound(attribute));
                }
            }
        }
        Tag::Class => {
            let class = object.to_ref::<Class>().expect("the tag says so");
            if cache.id.get() == class.id
                && cache.kind.get() == CacheKind::Held
                && cache.epoch.get() == epoch
            {
                return Ok(Found::Bound(cache.held.get()));
            }
            let found = vm.get_attr(object, &cache.name)?;
            // A plain function: a static method, or a method named on its class.
            if found.is(Tag::Function) && class.meta.get().is_none() {
                cache.id.set(class.id);
                cache.kind.set(CacheKind::Held);
                cache.epoch.set(epoch);
                cache.held.set(found.clone());
            }
            return Ok(Found::Bound(found));
        }
        Tag::Opaque if object.as_data::<SuperData>().is_some() => {
            if let Some(data) = object.as_data::<SuperData>()
                && let Some(function) = data.find(&cache.name)
                && function.is(Tag::Function)
                && !data.object.is(Tag::Class)
                && !data.object.is_undef()
            {
                return Ok(Found::Of(function, data.object.clone()));
            }
        }
        _ => {
            let class = vm.class_of(object);
            let has_own = match object.tag() {
                Tag::Opaque => object
                    .as_ref::<Opaque>()
                    .is_some_and(|opaque| !opaque.dict.get().is_none()),
                Tag::Future => object
                    .as_ref::<FutureObject>()
                    .is_none_or(|future| !future.dict().is_none()),
                Tag::Exception | Tag::Function => true,
                _ => false,
            };
            // `super().__init__` is not the `__init__` of `super`.
            let has_own = has_own || class.is_subclass(&vm.types.super_);
            if !has_own
                && !class.has(class_flags::GETATTRIBUTE)
                && let Some(attribute) = class.lookup(&cache.name)
            {
                if attribute.is(Tag::Function) {
                    return Ok(Found::Unbound(attribute));
                }
                if is_native_method(vm, &attribute) {
                    let id = vm.cache_id(object);
                    if id != 0 {
                        cache.id.set(id);
                        cache.kind.set(CacheKind::Native);
                        cache.epoch.set(epoch);
                        cache.misses.set(attribute.raw_int() as u16);
                        cache.pointer.set(std::ptr::without_provenance_mut(
                            attribute.raw_int() as usize
                        ));
                    }
                    return Ok(Found::Unbound(attribute));
                }
            }
        }
    }
    vm.get_attr(object, &cache.name).map(Found::Bound)
}

fn is_native_method(vm: &Vm, attribute: &Value) -> bool {
    attribute
        .as_native()
        .is_some_and(|id| vm.natives[id as usize].binding == Binding::Method)
}

impl Vm {
    /// What caches of methods compare for values that are not instances; 0 for none.
    #[inline]
    pub(in crate::vm) fn cache_id(&self, value: &Value) -> u32 {
        match value.tag() {
            Tag::Opaque => value.as_ref::<Opaque>().map_or(0, |opaque| {
                if opaque.dict.get().is_none() {
                    opaque.class.get().id
                } else {
                    0
                }
            }),
            Tag::Future => value.as_ref::<FutureObject>().map_or(0, |future| {
                if future.dict().is_none() {
                    future.class.get().id
                } else {
                    0
                }
            }),
            Tag::Set | Tag::Coroutine => self.class_of(value).id,
            tag => self.tag_ids[tag as usize],
        }
    }
}
