//! The class of a value, and what follows from it: its name, its special methods, the value inside an instance.

use super::def::Binding;
use super::miscounted::is_slot;
use super::{R, Vm};
use crate::heap::Ref;
use crate::value::{
    Class, Exception, FutureObject, Instance, Iter, IterState, LONG_RANGE, Layout, Method, Module,
    Opaque, RANGE, Set, Special, Str, Tag, Value, Weak, class_flags,
};

/// Classes of `stdlib/` that CPython writes in C. Those of `HOME_IN_NO_DICT` have no `__module__` that an instance could
/// show.
const WRITTEN_IN_C: &[(&str, &str)] = &[
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "time"),
    ("datetime", "timedelta"),
    ("datetime", "timezone"),
    ("datetime", "tzinfo"),
    ("decimal", "Context"),
    ("decimal", "Decimal"),
    ("types", "SimpleNamespace"),
    ("typing", "TypeAliasType"),
];

const HOME_IN_NO_DICT: [&str; 2] = ["datetime", "types"];

/// Whether the class of this module and name knows where it is from, but has no attribute that says it.
pub(crate) fn keeps_its_home(module: &str, name: &str) -> bool {
    HOME_IN_NO_DICT.contains(&module) && WRITTEN_IN_C.contains(&(module, name))
}

impl Vm {
    /// The class of a value, if it follows from its kind alone.
    #[inline(always)]
    pub(crate) fn class_of_kind(&self, value: &Value) -> Option<&Ref<Class>> {
        let types = &self.types;
        Some(match value.tag() {
            Tag::None => &types.none_type,
            Tag::Bool => &types.bool,
            Tag::Int | Tag::BigInt => &types.int,
            Tag::Float => &types.float,
            Tag::Undef | Tag::YieldNow | Tag::RangeState | Tag::Shape | Tag::Global => {
                &types.object
            }
            Tag::Ellipsis => &types.ellipsis_type,
            Tag::NotImplemented => &types.not_implemented_type,
            Tag::Str => &types.str,
            Tag::Bytes => &types.bytes,
            Tag::List => &types.list,
            Tag::Tuple => &types.tuple,
            Tag::Dict => &types.dict,
            Tag::Function => &types.function,
            Tag::Cell => &types.cell,
            Tag::Range => &types.range,
            Tag::Slice => &types.slice,
            Tag::Code => &types.code,
            _ => return None,
        })
    }

    /// The class of a value.
    pub(crate) fn class_of(&self, value: &Value) -> Ref<Class> {
        match self.class_of_kind(value) {
            Some(class) => class.clone(),
            None => self.class_of_object(value),
        }
    }

    /// The same, of an object that has to be asked.
    fn class_of_object(&self, value: &Value) -> Ref<Class> {
        let types = &self.types;
        match value.tag() {
            Tag::Native => {
                let native = &self.natives[value.raw_int() as usize];
                match native.binding {
                    Binding::Method if is_slot(native) => &types.wrapper_descriptor,
                    Binding::Method => &types.method_descriptor,
                    _ => &types.builtin,
                }
            }
            Tag::Set if value.as_ref::<Set>().is_some_and(|set| set.frozen) => &types.frozenset,
            Tag::Set => &types.set,
            Tag::Instance => {
                return value
                    .as_ref::<Instance>()
                    .map_or_else(|| types.object.clone(), |instance| instance.class());
            }
            Tag::Method => {
                let method = value.as_ref::<Method>().expect("the tag says so");
                match method.function.as_native() {
                    Some(id) if is_slot(&self.natives[id as usize]) => &types.method_wrapper,
                    Some(_) => &types.builtin,
                    None => &types.method,
                }
            }
            Tag::Class => {
                let meta = value.as_ref::<Class>().map(|class| class.meta.get());
                return meta
                    .and_then(|meta| meta.to_ref::<Class>())
                    .unwrap_or_else(|| types.type_.clone());
            }
            Tag::Module => {
                let class = value.as_ref::<Module>().map(|module| module.class.get());
                return class
                    .and_then(|class| class.to_ref::<Class>())
                    .unwrap_or_else(|| types.module.clone());
            }
            Tag::Coroutine => match value
                .as_ref::<crate::value::Coroutine>()
                .map(|coroutine| coroutine.head().code.flow)
            {
                Some(crate::bytecode::Flow::Coroutine) => &types.coroutine,
                Some(crate::bytecode::Flow::AsyncGenerator) => &types.async_generator,
                _ => &types.generator,
            },
            Tag::Iterator => {
                return value.as_ref::<Iter>().map_or_else(
                    || types.iterator.clone(),
                    |iter| self.class_of_iterator(iter),
                );
            }
            Tag::Exception => {
                return value
                    .as_ref::<Exception>()
                    .map_or_else(|| types.exception.clone(), |e| e.class.get());
            }
            Tag::Future => {
                return value
                    .as_ref::<FutureObject>()
                    .map_or_else(|| types.object.clone(), |future| future.class.get());
            }
            Tag::Opaque => {
                return value
                    .as_ref::<Opaque>()
                    .map_or_else(|| types.object.clone(), |opaque| opaque.class.get());
            }
            Tag::Weak => {
                return value
                    .as_ref::<Weak>()
                    .map_or_else(|| types.weakref.clone(), |weak| weak.class.get());
            }
            _ => &types.object,
        }
        .clone()
    }

    fn class_of_iterator(&self, iter: &Iter) -> Ref<Class> {
        let types = &self.types;
        let classes = [
            &types.iterator,
            &types.list_iterator,
            &types.list_reverseiterator,
            &types.tuple_iterator,
            &types.str_ascii_iterator,
            &types.str_iterator,
            &types.bytes_iterator,
            &types.range_iterator,
            &types.longrange_iterator,
            &types.set_iterator,
            &types.reversed,
            &types.callable_iterator,
            &types.enumerate,
            &types.zip,
            &types.map,
            &types.filter,
            &types.dict_keyiterator,
            &types.dict_valueiterator,
            &types.dict_itemiterator,
            &types.dict_reversekeyiterator,
            &types.dict_reversevalueiterator,
            &types.dict_reverseitemiterator,
            &types.bytearray_iterator,
        ];
        // The state may have changed since, as from small to large ranges.
        let kind = iter.state.with(|state| match state {
            // So was that of a bytearray. Of a subclass of `str`, it was made with a kind of its own.
            IterState::Exhausted | IterState::Str { .. } | IterState::Sequence { .. } => iter.kind,
            IterState::Range { .. } if iter.kind == LONG_RANGE => LONG_RANGE,
            IterState::Range { next, stop, step }
                if stop.abs_diff(*next) / step.unsigned_abs().max(1) > i64::MAX as u64 =>
            {
                LONG_RANGE
            }
            // Its end is a word, only what comes behind it is none.
            IterState::BigRange { next, left, step } if is_of_words(next, left, step) => RANGE,
            state => state.kind(),
        });
        classes[usize::from(kind)].clone()
    }

    /// The name of the value's class, as error messages show it.
    pub(crate) fn type_name(&self, value: &Value) -> String {
        self.shown_class(&self.class_of(value))
    }

    /// A class as error messages name it: classes that CPython writes in C carry their module, unless it is `builtins`.
    pub(crate) fn shown_class(&self, class: &Class) -> String {
        let name = class.name.get();
        match class.module().and_then(|module| module.to_ref::<Str>()) {
            Some(module)
                if module.as_str() != "builtins"
                    && (class.has(class_flags::BUILTIN)
                        || WRITTEN_IN_C.contains(&(module.as_str(), name.as_str()))) =>
            {
                format!("{}.{}", module.as_str(), name.as_str())
            }
            _ => name.as_str().to_string(),
        }
    }

    /// The bare name of the value's class.
    pub(crate) fn short_type_name(&self, value: &Value) -> String {
        self.class_of(value).name.get().as_str().to_string()
    }

    /// Whether the value's class is `class` or derives from it.
    pub(crate) fn is_instance(&self, value: &Value, class: &Ref<Class>) -> bool {
        self.class_of(value).is_subclass(class)
    }

    /// The special method of the value's class, unbound.
    pub(crate) fn find_special(&self, value: &Value, which: Special) -> Option<Value> {
        if let Some(instance) = value.as_ref::<Instance>() {
            return instance.with_class(|class| class.special(which, &self.special));
        }
        self.class_of(value).special(which, &self.special)
    }

    /// The special method of a class given as a value.
    pub(crate) fn class_special(&self, class: &Value, which: Special) -> Option<Value> {
        class.as_ref::<Class>()?.special(which, &self.special)
    }

    /// The built-in value that an instance of a subclass carries, or the value itself.
    pub(crate) fn plain(&self, value: &Value) -> Value {
        match value
            .as_ref::<Instance>()
            .and_then(|instance| instance.payload())
        {
            Some(payload) => payload,
            None => value.clone(),
        }
    }

    /// The value as a `T`, seen through subclasses.
    #[inline]
    pub(crate) fn cast<T: crate::heap::HeapType>(&self, value: &Value) -> Option<Ref<T>> {
        match value.as_ref::<T>() {
            Some(found) => Some(found.clone()),
            None => value.as_ref::<Instance>()?.carried::<T>(),
        }
    }

    /// The str that `what` must be.
    pub(crate) fn expect_str(&mut self, value: &Value, what: &str) -> R<Ref<Str>> {
        match self.cast::<Str>(value) {
            Some(text) => Ok(text),
            None => {
                let message = format!("{what} must be str, not {}", self.type_name(value));
                Err(self.type_error(message))
            }
        }
    }

    /// The name of an attribute, as a method of objects takes it.
    pub(crate) fn attribute_name(&mut self, value: &Value) -> R<Ref<Str>> {
        match self.cast::<Str>(value) {
            Some(text) => Ok(text),
            None => {
                let found = self.type_name(value);
                Err(self.type_error(format!("attribute name must be string, not '{found}'")))
            }
        }
    }

    /// What `__new__` of a built-in type gives: the value, or an instance of the subclass that carries it.
    pub(crate) fn wrap_new(&mut self, class: &Value, value: Value) -> R {
        match class.as_ref::<Class>() {
            Some(class) if class.layout == Layout::Payload => {
                Ok(Value::object(class.new_instance(Some(value))))
            }
            _ => Ok(value),
        }
    }

    /// The qualified name of a class.
    pub(crate) fn class_qualname(&self, class: &Ref<Class>) -> String {
        match class.qualname.get().as_ref::<Str>() {
            Some(name) => name.as_str().to_string(),
            None => class.name.get().as_str().to_string(),
        }
    }
}

/// Whether every number of a range is a word, and the end, too, where the step says it.
fn is_of_words(next: &Value, left: &Value, step: &Value) -> bool {
    let (Some(next), Some(left), Some(step)) = (next.as_int(), left.as_int(), step.as_int()) else {
        return false;
    };
    left == 0
        || step.unsigned_abs() == 1
            && left
                .checked_mul(step)
                .and_then(|distance| next.checked_add(distance))
                .is_some()
}
