//! `super().name(...)`: the method without an object for `super()`.

use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::{CacheKind, Class, Dict, Instance, Tag, Value};
use crate::vm::{Binding, ClassMethodData, NativeCode, R, SuperData, Vm, rest};

/// `r[a]` is `super`, `r[a + 1]` the object, `r[a + 2]` the class whose code runs. Afterwards `r[a]` can be called
/// with `r[a + 1]` before the arguments.
#[inline(never)]
pub(in crate::vm) fn load_super(vm: &mut Vm, op: Op) -> R<()> {
    let Op::LoadSuper { a, cache } = op else {
        return Ok(());
    };
    let code = vm.running_code();
    let cache = &code.caches[usize::from(cache.0)];
    let class = vm.take_register(a.0 + 2);
    let callee = vm.take_register(a.0);
    let is_super = callee
        .as_ref::<Class>()
        .is_some_and(|callee| callee.is(&vm.types.super_));
    let object = vm.peek(a.0 + 1);
    let epoch = vm.heap.class_epoch.get();
    let shape = object.as_ref::<Instance>().map(|it| it.shape_id());
    if is_super
        && shape == Some(cache.id.get())
        && cache.kind.get() == CacheKind::Function
        && cache.epoch.get() == epoch
        && class.heap_ptr() == Some(cache.pointer.get())
    {
        vm.set_register(a.0, cache.held.get());
        return Ok(());
    }
    if is_super && let Some((function, of)) = find(vm, &class, &object, cache) {
        if let Some(shape) = shape
            && of.is_none()
        {
            cache.id.set(shape);
            cache.kind.set(CacheKind::Function);
            cache.epoch.set(epoch);
            cache
                .pointer
                .set(class.heap_ptr().unwrap_or(std::ptr::null_mut()));
            cache.held.set(function.clone());
        }
        vm.set_register(a.0, function);
        if let Some(of) = of {
            vm.set_register(a.0 + 1, of);
        }
        return Ok(());
    }
    let proxy = vm.call(&callee, &[class, object])?;
    let bound = vm.get_attr(&proxy, &cache.name)?;
    let call_first = vm.call_first();
    vm.set_register(a.0, call_first);
    vm.set_register(a.0 + 1, bound);
    Ok(())
}

/// What `super(class, object)` has under the name of the cache, if it is a function: and what it is bound to, if not
/// to the object.
fn find(
    vm: &Vm,
    class: &Value,
    object: &Value,
    cache: &crate::value::Cache,
) -> Option<(Value, Option<Value>)> {
    let class: &Ref<Class> = class.as_ref()?;
    if cache.name.as_str() == "__class__" {
        return None;
    }
    let own = object
        .as_ref::<Class>()
        .filter(|own| own.is_subclass(class));
    let start = match own {
        Some(own) => own.clone(),
        None => vm.class_of(object),
    };
    if own.is_none() && !start.is_subclass(class) {
        return None;
    }
    let data = SuperData {
        class: class.clone(),
        object: object.clone(),
        start,
    };
    let found = data.find(&cache.name)?;
    match found.tag() {
        Tag::Function if own.is_none() => Some((found, None)),
        Tag::Native
            if own.is_none() && vm.natives[found.raw_int() as usize].binding == Binding::Method =>
        {
            Some((found, None))
        }
        Tag::Opaque => {
            let function = found.as_data::<ClassMethodData>()?.function.get();
            function
                .is(Tag::Function)
                .then(|| (function, Some(Value::object(data.start))))
        }
        _ => None,
    }
}

impl Vm {
    /// A function that calls its first argument with the others.
    fn call_first(&mut self) -> Value {
        fn call_first(vm: &mut Vm, args: &[Value]) -> R {
            let all = rest(&args[0]);
            let keywords = match args[1].to_ref::<Dict>() {
                Some(dict) => vm.keyword_pairs(&dict)?,
                None => Vec::new(),
            };
            vm.call_kw(&all[0], &all[1..], &keywords)
        }
        fn call_plain(vm: &mut Vm, args: &[Value]) -> R {
            vm.call(&args[0], &args[1..])
        }
        if self.call_first.is_undef() {
            self.call_first = self.new_native(
                "call",
                "",
                NativeCode::Plain(call_first),
                "*args, **kwargs",
                Binding::Function,
            );
            self.set_spread(&self.call_first.clone(), call_plain);
        }
        self.call_first.clone()
    }
}
