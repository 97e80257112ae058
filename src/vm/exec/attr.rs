//! Attributes, and the filling of their caches.

use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::{
    Cache, CacheKind, Class, Function, FutureObject, GlobalCell, Instance, Method, Module, Opaque,
    Set, Shape, Special, Tag, Tuple, Value, class_flags,
};
use crate::vm::{
    Binding, ClassMethodData, MemberData, PropertyData, R, StaticMethodData, SuperData,
    TupleGetter, Vm,
};

/// Caches that missed this often are left as they are.
const MAX_MISSES: u16 = 2000;

#[inline(never)]
pub(in crate::vm) fn load_attr(vm: &mut Vm, op: Op) -> R<()> {
    let Op::LoadAttr { dst, object, cache } = op else {
        return Ok(());
    };
    let code = vm.running_code();
    let cache = &code.caches[usize::from(cache.0)];
    let value = vm.peek(object.0);
    let found = find(vm, cache, &value);
    if let Some(property) = found.filter(|known| known.kind.get() == CacheKind::Property) {
        // A property whose getter is a script function: its frame gives the result.
        let top = vm.stack_top();
        let place = vm.register(dst.0);
        if object.0 >= code.n_locals && object.0 != dst.0 {
            vm.set_register(object.0, Value::UNDEF);
        }
        return property
            .held
            .with(|getter| match getter.as_ref::<Function>() {
                Some(getter) => vm.enter_getter(getter, top, value, place),
                None => Ok(()),
            });
    }
    let result = match found.map_or(Cached::Nothing, |known| cached(known, &value)) {
        Cached::Value(found) => found,
        Cached::Method(function, of) => Value::object(vm.heap.alloc(Method {
            function,
            object: of.unwrap_or(value),
        })),
        Cached::Nothing => vm.get_attr(&value, &cache.name)?,
    };
    vm.set_register(dst.0, result);
    Ok(())
}

/// What a valid cache knows.
enum Cached {
    Value(Value),
    /// A function, to be bound to this object, or to the one asked.
    Method(Value, Option<Value>),
    Nothing,
}

/// The cache of this place that is for `object`: the first, or one of those for other classes that come by here.
/// One is filled if none is; None if that cannot be.
pub(in crate::vm) fn find<'a>(vm: &mut Vm, cache: &'a Cache, object: &Value) -> Option<&'a Cache> {
    if is_for(vm, cache, object) {
        return Some(cache);
    }
    let others = cache.others.get();
    if let Some(others) = others
        && let Some(other) = others.iter().find(|other| is_for(vm, other, object))
    {
        return Some(other);
    }
    let epoch = vm.heap.class_epoch.get();
    let is_free = |cache: &&Cache| cache.id.get() == 0 || cache.epoch.get() != epoch;
    if is_free(&cache) {
        return fill(vm, cache, object).then_some(cache);
    }
    let others = cache.others();
    let place = match others.iter().find(is_free) {
        Some(place) => place,
        None => {
            let misses = cache.misses.get();
            cache.misses.set(misses.wrapping_add(1));
            &others[usize::from(misses) % others.len()]
        }
    };
    fill(vm, place, object).then_some(place)
}

/// Whether a cache was filled for this object, and holds.
#[inline]
fn is_for(vm: &Vm, cache: &Cache, object: &Value) -> bool {
    let id = match object.tag() {
        Tag::Instance => object.as_ref::<Instance>().map_or(0, |it| it.shape_id()),
        Tag::Class => object.as_ref::<Class>().map_or(0, |it| it.id),
        Tag::Module => object.as_ref::<Module>().map_or(0, |it| it.id),
        _ => 0,
    };
    id != 0 && id == cache.id.get() && cache.epoch.get() == vm.heap.class_epoch.get()
}

/// What a cache that is for `object` knows.
#[inline]
fn cached(cache: &Cache, object: &Value) -> Cached {
    match cache.kind.get() {
        CacheKind::Slot => match object.as_ref::<Instance>() {
            Some(instance) => Cached::Value(instance.items()[usize::from(cache.index.get())].get()),
            None => Cached::Nothing,
        },
        CacheKind::Held => Cached::Value(cache.held.get()),
        CacheKind::InDict => {
            let own = object
                .as_ref::<Instance>()
                .and_then(|it| it.get_own(&cache.name));
            own.map_or(Cached::Nothing, Cached::Value)
        }
        CacheKind::Item => {
            let tuple = object
                .as_ref::<Instance>()
                .and_then(|it| it.carried::<Tuple>());
            let item = tuple.and_then(|it| it.items().get(usize::from(cache.index.get())).cloned());
            item.map_or(Cached::Nothing, Cached::Value)
        }
        CacheKind::Global | CacheKind::Ahead => {
            let found = cache
                .held
                .with(|cell| cell.as_ref::<GlobalCell>().and_then(|cell| cell.get()));
            found.map_or(Cached::Nothing, Cached::Value)
        }
        CacheKind::Function | CacheKind::NativeMethod => Cached::Method(cache.held.get(), None),
        CacheKind::ClassMethod => {
            let class = match object.as_ref::<Instance>() {
                Some(instance) => Value::object(instance.class()),
                None => object.clone(),
            };
            Cached::Method(cache.held.get(), Some(class))
        }
        CacheKind::Empty
        | CacheKind::Native
        | CacheKind::Append
        | CacheKind::Get
        | CacheKind::AddKey
        | CacheKind::Send
        | CacheKind::Property
        | CacheKind::Add => Cached::Nothing,
    }
}

/// Fills the cache with what its name is for `object`, if that can be known before the next class changes.
/// Gives whether it could.
fn fill(vm: &mut Vm, cache: &Cache, object: &Value) -> bool {
    let misses = cache.misses.get();
    if misses > MAX_MISSES {
        return false;
    }
    cache.misses.set(misses + 1);
    match object.tag() {
        Tag::Instance => {
            if let Some(instance) = object.as_ref::<Instance>() {
                let class = instance.class();
                return fill_instance(vm, cache, instance, &class);
            }
        }
        Tag::Class => {
            if let Some(class) = object.as_ref::<Class>()
                && class.meta.get().is_none()
                && vm.types.type_.lookup(&cache.name).is_none()
                && let Some((attribute, owner)) = class.lookup_where(&cache.name)
            {
                return fill_class_attribute(vm, cache, class.id, attribute, &owner, false);
            }
        }
        Tag::Module => {
            if let Some(module) = object.as_ref::<Module>()
                && module.class.get().is_none()
                && module.globals.get_str(&cache.name).is_some()
            {
                let cell = module.globals.cell_of(&cache.name, || None);
                return set(vm, cache, module.id, CacheKind::Global, Value::object(cell));
            }
        }
        _ => {}
    }
    false
}

fn set(vm: &Vm, cache: &Cache, id: u32, kind: CacheKind, held: Value) -> bool {
    cache.id.set(id);
    cache.kind.set(kind);
    cache.epoch.set(vm.heap.class_epoch.get());
    cache
        .pointer
        .set(held.heap_ptr().unwrap_or(std::ptr::null_mut()));
    cache.held.set(held);
    true
}

fn fill_instance(vm: &mut Vm, cache: &Cache, instance: &Instance, class: &Ref<Class>) -> bool {
    let shape = instance.shape();
    if class.has(class_flags::GETATTRIBUTE) {
        return false;
    }
    let on_class = class.lookup_where(&cache.name);
    if let Some((attribute, owner)) = &on_class
        && vm.is_data_descriptor(attribute)
        && attribute.as_data::<MemberData>().is_none()
    {
        if let Some(property) = attribute.as_data::<PropertyData>() {
            let getter = property.get.get();
            if getter.is(Tag::Function) && class.special(Special::GetAttr, &vm.special).is_none() {
                return set(vm, cache, shape.id, CacheKind::Property, getter);
            }
        }
        if owner.is(&vm.types.object) && cache.name.as_str() == "__class__" {
            return set(
                vm,
                cache,
                shape.id,
                CacheKind::Held,
                Value::object(class.clone()),
            );
        }
        if let Some(getter) = attribute.as_data::<TupleGetter>()
            && let Ok(index) = u16::try_from(getter.index)
            && instance.carried::<Tuple>().is_some()
        {
            cache.index.set(index);
            return set(vm, cache, shape.id, CacheKind::Item, Value::NONE);
        }
        return false;
    }
    if shape.is_dict {
        let is_own = on_class.is_none() && instance.get_own(&cache.name).is_some();
        return is_own && set(vm, cache, shape.id, CacheKind::InDict, Value::NONE);
    }
    if let Some(slot) = shape.slot_of(&cache.name) {
        cache.index.set(slot as u16);
        return slot <= usize::from(u16::MAX)
            && set(vm, cache, shape.id, CacheKind::Slot, Value::NONE);
    }
    match on_class {
        Some((attribute, owner)) => {
            fill_class_attribute(vm, cache, shape.id, attribute, &owner, true)
        }
        None => false,
    }
}

/// An attribute of `owner`, asked of an instance or of the class itself.
fn fill_class_attribute(
    vm: &mut Vm,
    cache: &Cache,
    id: u32,
    attribute: Value,
    owner: &Ref<Class>,
    of_instance: bool,
) -> bool {
    match attribute.tag() {
        Tag::Function if of_instance => set(vm, cache, id, CacheKind::Function, attribute),
        Tag::Function => set(vm, cache, id, CacheKind::Held, attribute),
        // What a program calls a method may not fit its instances.
        Tag::Native
            if of_instance
                && owner.has(class_flags::BUILTIN)
                && is_native_method(vm, &attribute) =>
        {
            set(vm, cache, id, CacheKind::NativeMethod, attribute)
        }
        Tag::Native | Tag::Instance => false,
        Tag::Opaque => {
            if let Some(inner) = attribute.as_data::<StaticMethodData>() {
                return set(vm, cache, id, CacheKind::Held, inner.function.get());
            }
            match attribute.as_data::<ClassMethodData>() {
                Some(inner) => {
                    let function = inner.function.get();
                    function.is(Tag::Function)
                        && set(vm, cache, id, CacheKind::ClassMethod, function)
                }
                None => false,
            }
        }
        // The value may change without notice; the names of a class do not.
        _ if !owner.has(class_flags::BUILTIN) => {
            let cell = owner.dict.cell_of(&cache.name, || None);
            set(vm, cache, id, CacheKind::Global, Value::object(cell))
        }
        _ => false,
    }
}

/// The instance takes the next shape of an `Add` cache.
#[inline(never)]
pub(in crate::vm) fn follow(instance: &Instance, cache: &Cache) {
    let next = cache.held.with(|held| held.as_ref::<Shape>().cloned());
    if let Some(shape) = next {
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
        let mut is_slot = false;
        let simple = !class.has(class_flags::SETATTR)
            && match class.lookup(&cache.name) {
                Some(attribute) if attribute.as_data::<MemberData>().is_some() => {
                    is_slot = true;
                    true
                }
                Some(attribute) => {
                    !class.has(class_flags::NO_DICT) && !vm.is_data_descriptor(&attribute)
                }
                None => !class.has(class_flags::NO_DICT),
            };
        let shape = instance.shape();
        if simple && shape.is_dict && !is_slot {
            instance.set_own(&cache.name, value);
            return Ok(());
        }
        if simple && !shape.is_dict {
            cache.misses.set(cache.misses.get() + 1);
            let known = shape.slot_of(&cache.name);
            if is_slot {
                instance.set_slot(&cache.name, value);
            } else {
                instance.set_own(&cache.name, value);
            }
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
    match object.tag() {
        Tag::Module | Tag::Class | Tag::Instance => {
            if let Some(known) = find(vm, cache, object) {
                match cached(known, object) {
                    Cached::Value(found) => return Ok(Found::Bound(found)),
                    Cached::Method(function, None) => return Ok(Found::Unbound(function)),
                    Cached::Method(function, Some(of)) => return Ok(Found::Of(function, of)),
                    Cached::Nothing => {}
                }
            }
            if let Some(instance) = object.as_ref::<Instance>() {
                let class = instance.class();
                if !class.has(class_flags::GETATTRIBUTE)
                    && instance.get_own(&cache.name).is_none()
                    && let Some(attribute) = class.lookup(&cache.name)
                    && (attribute.is(Tag::Function) || is_native_method(vm, &attribute))
                {
                    return Ok(Found::Unbound(attribute));
                }
            }
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
                        let native = attribute.as_native();
                        cache.id.set(id);
                        cache.kind.set(match object.tag() {
                            Tag::List if native == Some(vm.known.append) => CacheKind::Append,
                            Tag::Dict if native == Some(vm.known.get) => CacheKind::Get,
                            Tag::Set if native == Some(vm.known.add) => CacheKind::AddKey,
                            Tag::Coroutine if native == Some(vm.known.send) => CacheKind::Send,
                            _ => CacheKind::Native,
                        });
                        cache.epoch.set(vm.heap.class_epoch.get());
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
                if opaque.dict.with(Value::is_none) {
                    opaque.class.with(|class| class.id)
                } else {
                    0
                }
            }),
            Tag::Future => value.as_ref::<FutureObject>().map_or(0, |future| {
                if future.dict().is_none() {
                    future.class.with(|class| class.id)
                } else {
                    0
                }
            }),
            Tag::Set => match value.as_ref::<Set>() {
                Some(set) if set.frozen => self.types.frozenset.id,
                _ => self.types.set.id,
            },
            Tag::Coroutine => self.class_of(value).id,
            tag => self.tag_ids[tag as usize],
        }
    }

    /// The same for methods that are called where they stand: generators have a `send` that is entered.
    #[inline(always)]
    pub(in crate::vm) fn quick_id(&self, value: &Value) -> u32 {
        match (self.tag_ids[value.tag() as usize], value.tag()) {
            (0, Tag::Set | Tag::Opaque) => self.cache_id(value),
            (id, _) => id,
        }
    }
}
