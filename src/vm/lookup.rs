//! Attributes: MRO, descriptors, instance attributes.

use super::descriptor::{ClassMethodData, PropertyData, StaticMethodData, SuperData};
use super::miscounted::is_slot;
use super::natives::{Binding, GetSet};
use super::{R, Raised, Vm};
use crate::heap::Ref;
use crate::value::{
    Cache, Class, CodeObject, Dict, Exception, Function, FutureObject, Instance, Iter, IterState,
    Layout, Method, Module, Opaque, Set, Special, Str, Tag, Value, Weak, class_flags,
};

/// Classes of `stdlib/` that CPython writes in C.
const WRITTEN_IN_C: &[(&str, &str)] =
    &[("collections", "OrderedDict"), ("types", "SimpleNamespace")];

impl Vm {
    /// The class of a value.
    pub(crate) fn class_of(&self, value: &Value) -> Ref<Class> {
        let types = &self.types;
        match value.tag() {
            Tag::None => &types.none_type,
            Tag::Bool => &types.bool,
            Tag::Int | Tag::BigInt => &types.int,
            Tag::Float => &types.float,
            Tag::Undef | Tag::YieldNow | Tag::RangeState | Tag::Shape | Tag::Global => {
                &types.object
            }
            Tag::Ellipsis => &types.ellipsis_type,
            Tag::NotImplemented => &types.not_implemented_type,
            Tag::Native => {
                let native = &self.natives[value.raw_int() as usize];
                match native.binding {
                    Binding::Method if is_slot(native) => &types.wrapper_descriptor,
                    Binding::Method => &types.method_descriptor,
                    _ => &types.builtin,
                }
            }
            Tag::Str => &types.str,
            Tag::Bytes => &types.bytes,
            Tag::List => &types.list,
            Tag::Tuple => &types.tuple,
            Tag::Dict => &types.dict,
            Tag::Set if value.as_ref::<Set>().is_some_and(|set| set.frozen) => &types.frozenset,
            Tag::Set => &types.set,
            Tag::Instance => {
                return value
                    .as_ref::<Instance>()
                    .map_or_else(|| types.object.clone(), |instance| instance.class());
            }
            Tag::Function => &types.function,
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
            Tag::Cell => &types.cell,
            Tag::Coroutine => match value
                .as_ref::<crate::value::Coroutine>()
                .map(|coroutine| coroutine.head().code.flow)
            {
                Some(crate::bytecode::Flow::Coroutine) => &types.coroutine,
                Some(crate::bytecode::Flow::AsyncGenerator) => &types.async_generator,
                _ => &types.generator,
            },
            Tag::Range => &types.range,
            Tag::Slice => &types.slice,
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
            Tag::Code => &types.code,
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
        ];
        // The state may have changed since, as from small to large ranges.
        let kind = iter.state.with(|state| match state {
            IterState::Exhausted => iter.kind,
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
        let module = class
            .dict
            .to_vec()
            .into_iter()
            .find(|(key, _)| {
                key.as_ref::<Str>()
                    .is_some_and(|key| key.as_str() == "__module__")
            })
            .and_then(|(_, module)| module.to_ref::<Str>());
        match module {
            Some(module)
                if module.as_str() != "builtins"
                    && (class.flags.get() & class_flags::BUILTIN != 0
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

    /// Whether an attribute of a class takes precedence over the instance's own.
    pub(crate) fn is_data_descriptor(&self, attribute: &Value) -> bool {
        match attribute.tag() {
            Tag::Opaque => {
                let Some(opaque) = attribute.as_ref::<Opaque>() else {
                    return false;
                };
                opaque.data::<PropertyData>().is_some() || opaque.data::<GetSet>().is_some() || {
                    let class = opaque.class.get();
                    class.special(Special::Set, &self.special).is_some()
                }
            }
            Tag::Instance => {
                self.find_special(attribute, Special::Set).is_some()
                    || self.find_special(attribute, Special::Delete).is_some()
            }
            _ => false,
        }
    }

    /// Whether a data descriptor says what is read, too: one of script code may have `__set__` alone.
    fn can_be_read(&self, attribute: &Value) -> bool {
        !attribute.is(Tag::Instance) || self.find_special(attribute, Special::Get).is_some()
    }

    /// An attribute found on `class`, as seen through an object (or through the class, if None).
    pub(crate) fn bind_attribute(
        &mut self,
        attribute: &Value,
        object: Option<&Value>,
        class: &Ref<Class>,
    ) -> R {
        match attribute.tag() {
            Tag::Function => Ok(match object {
                Some(object) => self.new_method(attribute, object),
                None => attribute.clone(),
            }),
            Tag::Native => {
                let binding = self.natives[attribute.raw_int() as usize].binding;
                Ok(match (binding, object) {
                    (Binding::Method, Some(object)) => self.new_method(attribute, object),
                    (Binding::Class, _) => {
                        self.new_method(attribute, &Value::object(class.clone()))
                    }
                    _ => attribute.clone(),
                })
            }
            Tag::Opaque => {
                let opaque = attribute.to_ref::<Opaque>().expect("the tag says so");
                if let Some(property) = opaque.data::<PropertyData>() {
                    let Some(object) = object else {
                        return Ok(attribute.clone());
                    };
                    let get = property.get.get();
                    if get.is_none() {
                        let message = self.property_message(property, object, "getter");
                        return Err(self.attribute_error_plain(&message));
                    }
                    return self.call(&get, std::slice::from_ref(object));
                }
                if let Some(getset) = opaque.data::<GetSet>() {
                    let Some(object) = object else {
                        return Ok(attribute.clone());
                    };
                    return (getset.get)(self, std::slice::from_ref(object));
                }
                if let Some(inner) = opaque.data::<ClassMethodData>() {
                    let function = inner.function.get();
                    let class = Value::object(class.clone());
                    return self.bind_class_method(&function, &class);
                }
                if let Some(inner) = opaque.data::<StaticMethodData>() {
                    return Ok(inner.function.get());
                }
                self.bind_by_get(attribute, object, class)
            }
            Tag::Instance | Tag::Class | Tag::Future | Tag::Exception => {
                if attribute.is(Tag::Instance) {
                    self.bind_by_get(attribute, object, class)
                } else {
                    Ok(attribute.clone())
                }
            }
            _ => Ok(attribute.clone()),
        }
    }

    fn bind_class_method(&mut self, function: &Value, class: &Value) -> R {
        match function.tag() {
            Tag::Function | Tag::Native => Ok(self.new_method(function, class)),
            _ => match self.find_special(function, Special::Get) {
                Some(get) => {
                    let args = [class.clone(), class.clone()];
                    self.call_bound(&get, function, &args, &[])
                }
                None => Ok(self.new_method(function, class)),
            },
        }
    }

    fn bind_by_get(&mut self, attribute: &Value, object: Option<&Value>, class: &Ref<Class>) -> R {
        let Some(get) = self.find_special(attribute, Special::Get) else {
            return Ok(attribute.clone());
        };
        let args = [
            object.cloned().unwrap_or(Value::NONE),
            Value::object(class.clone()),
        ];
        self.call_bound(&get, attribute, &args, &[])
    }

    fn new_method(&mut self, function: &Value, object: &Value) -> Value {
        Value::object(self.heap.alloc(Method {
            function: function.clone(),
            object: object.clone(),
        }))
    }

    pub(crate) fn attribute_error_plain(&mut self, message: &str) -> Raised {
        let class = self.types.attribute_error.clone();
        self.raise(&class, message)
    }

    fn property_message(&mut self, property: &PropertyData, object: &Value, what: &str) -> String {
        let qualname = self.class_qualname(&self.class_of(object));
        match property.name.get().as_ref::<Str>() {
            Some(name) => format!(
                "property '{}' of '{qualname}' object has no {what}",
                name.as_str()
            ),
            None => format!("property of '{qualname}' object has no {what}"),
        }
    }

    /// The qualified name of a class.
    pub(crate) fn class_qualname(&self, class: &Ref<Class>) -> String {
        match class.qualname.get().as_ref::<Str>() {
            Some(name) => name.as_str().to_string(),
            None => class.name.get().as_str().to_string(),
        }
    }

    /// `object.name`. AttributeError if there is none.
    pub(crate) fn get_attr(&mut self, object: &Value, name: &Ref<Str>) -> R {
        match self.find_attr_or_raise(object, name)? {
            Some(value) => Ok(value),
            None => Err(self.missing_attribute(object, name)),
        }
    }

    /// `object.name` by spelling.
    pub(crate) fn get_attr_str(&mut self, object: &Value, name: &str) -> R {
        let name = self.intern(name);
        self.get_attr(object, &name)
    }

    /// `object.name`, or None where AttributeError would be raised.
    pub(crate) fn find_attr(&mut self, object: &Value, name: &Ref<Str>) -> R<Option<Value>> {
        match self.find_attr_or_raise(object, name) {
            Ok(found) => Ok(found),
            Err(Raised) => {
                let class = self.types.attribute_error.clone();
                if self.raised_is(&class) && self.limits.stopped.is_none() {
                    self.take_raised();
                    return Ok(None);
                }
                Err(Raised)
            }
        }
    }

    #[cold]
    fn missing_attribute(&mut self, object: &Value, name: &Ref<Str>) -> Raised {
        if let Some(module) = object.as_ref::<Module>() {
            let key = self.intern("__name__");
            let module_name = module
                .globals
                .get_str(&key)
                .and_then(|name| name.to_ref::<Str>());
            let initialising = module.initialising.get();
            let message = match module_name {
                Some(module_name) if initialising => format!(
                    "partially initialized module '{}' has no attribute '{}' (most likely due to a circular import)",
                    module_name.as_str(),
                    name.as_str()
                ),
                Some(module_name) => format!(
                    "module '{}' has no attribute '{}'",
                    module_name.as_str(),
                    name.as_str()
                ),
                None => format!("module has no attribute '{}'", name.as_str()),
            };
            return self.attribute_error_with(object, name, &message);
        }
        if let Some(data) = object.as_data::<SuperData>() {
            let message = if data.object.is_undef() {
                ""
            } else {
                "'super' object has no attribute '"
            };
            let message = format!("{message}{}'", name.as_str());
            return self.attribute_error_with(object, name, &message);
        }
        self.attribute_error(object, name)
    }

    fn find_attr_or_raise(&mut self, object: &Value, name: &Ref<Str>) -> R<Option<Value>> {
        let class = self.class_of(object);
        if class.has(class_flags::GETATTRIBUTE)
            && let Some(get) = class.special(Special::GetAttribute, &self.special)
        {
            return match self.call_bound(&get, object, &[Value::object(name.clone())], &[]) {
                Ok(value) => Ok(Some(value)),
                Err(Raised) => {
                    let error = self.types.attribute_error.clone();
                    if class.special(Special::GetAttr, &self.special).is_some()
                        && self.raised_is(&error)
                    {
                        self.take_raised();
                        return self.call_getattr(object, name, &class);
                    }
                    Err(Raised)
                }
            };
        }
        match self.find_generic(object, name, &class) {
            Ok(Some(value)) => Ok(Some(value)),
            Ok(None) => self.call_getattr(object, name, &class),
            Err(Raised) => {
                let error = self.types.attribute_error.clone();
                if class.special(Special::GetAttr, &self.special).is_some()
                    && self.raised_is(&error)
                {
                    self.take_raised();
                    return self.call_getattr(object, name, &class);
                }
                Err(Raised)
            }
        }
    }

    fn call_getattr(
        &mut self,
        object: &Value,
        name: &Ref<Str>,
        class: &Ref<Class>,
    ) -> R<Option<Value>> {
        if let Some(module) = object.as_ref::<Module>() {
            let key = self.intern("__getattr__");
            if let Some(function) = module.globals.get_str(&key) {
                return self
                    .call(&function, &[Value::object(name.clone())])
                    .map(Some);
            }
        }
        match class.special(Special::GetAttr, &self.special) {
            Some(get) => self
                .call_bound(&get, object, &[Value::object(name.clone())], &[])
                .map(Some),
            None => Ok(None),
        }
    }

    /// What `object.__getattribute__` does; None if there is no such attribute.
    pub(crate) fn find_generic(
        &mut self,
        object: &Value,
        name: &Ref<Str>,
        class: &Ref<Class>,
    ) -> R<Option<Value>> {
        if let Some(of) = object.as_ref::<Class>() {
            return self.find_class_attr(&of.clone(), name, class);
        }
        if let Some(data) = object.as_data::<SuperData>() {
            return self.find_super_attr(object, data, name, class);
        }
        let on_class = class.lookup(name);
        if let Some(attribute) = &on_class
            && self.is_data_descriptor(attribute)
            && self.can_be_read(attribute)
        {
            // One that only stores: what it stored in the object's own dict is found.
            if attribute.as_ref::<Instance>().is_some()
                && self.find_special(attribute, Special::Get).is_none()
                && let Some(own) = self.own_attribute(object, name)
            {
                return Ok(Some(own));
            }
            return self
                .bind_attribute(attribute, Some(object), class)
                .map(Some);
        }
        if let Some(own) = self.own_attribute(object, name) {
            return Ok(Some(own));
        }
        match on_class {
            Some(attribute) => self
                .bind_attribute(&attribute, Some(object), class)
                .map(Some),
            None => Ok(None),
        }
    }

    /// The attribute in the object's own `__dict__`.
    fn own_attribute(&mut self, object: &Value, name: &Ref<Str>) -> Option<Value> {
        let dict = match object.tag() {
            Tag::Instance => return object.as_ref::<Instance>()?.get_own(name),
            Tag::Module => return object.as_ref::<Module>()?.globals.get_str(name),
            Tag::Exception => object.as_ref::<Exception>()?.dict.get(),
            Tag::Opaque => object.as_ref::<Opaque>()?.dict.get(),
            Tag::Future => object.as_ref::<FutureObject>()?.dict(),
            Tag::Function => object.as_ref::<Function>()?.extra.get()?.dict,
            _ => return None,
        };
        dict.as_ref::<Dict>()?.get_str(name)
    }

    fn find_class_attr(
        &mut self,
        of: &Ref<Class>,
        name: &Ref<Str>,
        meta: &Ref<Class>,
    ) -> R<Option<Value>> {
        let object = Value::object(of.clone());
        let on_meta = meta.lookup(name);
        if let Some(attribute) = &on_meta
            && self.is_data_descriptor(attribute)
            && self.can_be_read(attribute)
        {
            return self
                .bind_attribute(attribute, Some(&object), meta)
                .map(Some);
        }
        if let Some(attribute) = of.lookup(name) {
            return self.bind_attribute(&attribute, None, of).map(Some);
        }
        match on_meta {
            Some(attribute) => self
                .bind_attribute(&attribute, Some(&object), meta)
                .map(Some),
            None => Ok(None),
        }
    }

    fn find_super_attr(
        &mut self,
        object: &Value,
        data: &SuperData,
        name: &Ref<Str>,
        class: &Ref<Class>,
    ) -> R<Option<Value>> {
        let found = data.find(name);
        if let Some(attribute) = found
            && name.as_str() != "__class__"
        {
            let (inner, start) = (data.object.clone(), data.start.clone());
            // `super(C, cls)` in a class method: functions stay plain, class methods bind to the class.
            let as_class = inner
                .as_ref::<Class>()
                .is_some_and(|inner| inner.is(&start));
            return self
                .bind_attribute(
                    &attribute,
                    if as_class { None } else { Some(&inner) },
                    &start,
                )
                .map(Some);
        }
        let Some(attribute) = class.lookup(name) else {
            return Ok(None);
        };
        self.bind_attribute(&attribute, Some(object), class)
            .map(Some)
    }

    /// `object.name = value`.
    pub(crate) fn set_attr(&mut self, object: &Value, name: &Ref<Str>, value: Value) -> R<()> {
        let class = self.class_of(object);
        if class.has(class_flags::SETATTR)
            && let Some(set) = class.special(Special::SetAttr, &self.special)
        {
            let args = [Value::object(name.clone()), value];
            return self.call_bound(&set, object, &args, &[]).map(drop);
        }
        self.set_generic(object, name, Some(value), &class)
    }

    /// `del object.name`.
    pub(crate) fn del_attr(&mut self, object: &Value, name: &Ref<Str>) -> R<()> {
        let class = self.class_of(object);
        if class.has(class_flags::SETATTR)
            && let Some(delete) = class.special(Special::DelAttr, &self.special)
        {
            return self
                .call_bound(&delete, object, &[Value::object(name.clone())], &[])
                .map(drop);
        }
        self.set_generic(object, name, None, &class)
    }

    /// What `object.__setattr__` (or, without a value, `__delattr__`) does.
    pub(crate) fn set_generic(
        &mut self,
        object: &Value,
        name: &Ref<Str>,
        value: Option<Value>,
        class: &Ref<Class>,
    ) -> R<()> {
        let name = &self.intern_str(name);
        if let Some(of) = object.to_ref::<Class>() {
            let on_meta = class.lookup(name);
            if let Some(attribute) = on_meta
                && self.is_data_descriptor(&attribute)
            {
                return self.set_through(&attribute, object, name, value);
            }
            return self.set_class_attr(&of, name, value);
        }
        if let Some(attribute) = class.lookup(name)
            && self.is_data_descriptor(&attribute)
        {
            return self.set_through(&attribute, object, name, value);
        }
        match object.tag() {
            Tag::Instance => {
                let instance = object.to_ref::<Instance>().expect("the tag says so");
                if class.has(class_flags::NO_DICT) {
                    if class.lookup(name).is_some() {
                        let message = format!(
                            "'{}' object attribute '{}' is read-only",
                            class.name.get().as_str(),
                            name.as_str()
                        );
                        return Err(self.attribute_error_with(object, name, &message));
                    }
                    return Err(self.attribute_error(object, name));
                }
                match value {
                    Some(value) => instance.set_own(name, value),
                    None => {
                        if instance.delete_own(name).is_none() {
                            return Err(self.attribute_error(object, name));
                        }
                    }
                }
                return Ok(());
            }
            Tag::Module => {
                let module = object.to_ref::<Module>().expect("the tag says so");
                return match value {
                    Some(value) => {
                        module.globals.set_str(name, value);
                        if module.globals.is(&self.builtins) {
                            self.builtin_changed(name);
                        }
                        Ok(())
                    }
                    None => match module.globals.remove_str(name) {
                        Some(_) => Ok(()),
                        None => Err(self.missing_attribute(object, name)),
                    },
                };
            }
            _ => {}
        }
        let Some(dict) = self.own_dict(object, class) else {
            let message = match class.lookup(name) {
                Some(_) => format!(
                    "'{}' object attribute '{}' is read-only",
                    class.name.get().as_str(),
                    name.as_str()
                ),
                None => format!(
                    "'{}' object has no attribute '{}'",
                    class.name.get().as_str(),
                    name.as_str()
                ),
            };
            return Err(self.attribute_error_with(object, name, &message));
        };
        match value {
            Some(value) => dict.set_str(name, value),
            None => {
                if dict.remove_str(name).is_none() {
                    return Err(self.attribute_error(object, name));
                }
            }
        }
        Ok(())
    }

    /// The object's `__dict__`, made if there is none yet; None if its type has none.
    pub(crate) fn own_dict(&mut self, object: &Value, class: &Ref<Class>) -> Option<Ref<Dict>> {
        let fresh = self.heap.new_dict();
        let known = match object.tag() {
            Tag::Instance if class.has(class_flags::NO_DICT) => return None,
            Tag::Instance => return object.to_ref::<Instance>().map(|instance| instance.dict()),
            Tag::Module => {
                return object
                    .as_ref::<Module>()
                    .map(|module| module.globals.clone());
            }
            Tag::Exception => &object.as_ref::<Exception>()?.dict,
            Tag::Opaque if !class.has(class_flags::BUILTIN) || class.has(class_flags::OWN_DICT) => {
                &object.as_ref::<Opaque>()?.dict
            }
            Tag::Future => {
                return object.as_ref::<FutureObject>()?.extra(|extra| {
                    if extra.dict.is_none() {
                        extra.dict = Value::object(fresh);
                    }
                    extra.dict.to_ref::<Dict>()
                });
            }
            Tag::Function => {
                let function = object.to_ref::<Function>()?;
                let known = function
                    .extra
                    .get()
                    .map(|extra| extra.dict)
                    .and_then(|dict| dict.to_ref::<Dict>());
                if known.is_some() {
                    return known;
                }
                function.edit_extra(|extra| extra.dict = Value::object(fresh.clone()));
                return Some(fresh);
            }
            _ => return None,
        };
        if known.get().is_none() {
            known.set(Value::object(fresh.clone()));
            self.wrap_names(object, &fresh);
        }
        known.get().to_ref::<Dict>()
    }

    /// A `classmethod` or `staticmethod` takes over the names of its function, once somebody asks for its attributes.
    #[cold]
    fn wrap_names(&mut self, object: &Value, dict: &Ref<Dict>) {
        let function = match object.as_data::<ClassMethodData>() {
            Some(wrapped) => wrapped.function.get(),
            None => match object.as_data::<StaticMethodData>() {
                Some(wrapped) => wrapped.function.get(),
                None => return,
            },
        };
        for name in [
            "__module__",
            "__name__",
            "__qualname__",
            "__doc__",
            "__annotations__",
        ] {
            let name = self.intern(name);
            match self.find_attr(&function, &name) {
                Ok(Some(value)) => dict.set_str(&name, value),
                Ok(None) => {}
                Err(Raised) => drop(self.take_raised()),
            }
        }
    }

    fn set_through(
        &mut self,
        attribute: &Value,
        object: &Value,
        name: &Ref<Str>,
        value: Option<Value>,
    ) -> R<()> {
        if let Some(opaque) = attribute.to_ref::<Opaque>() {
            if let Some(property) = opaque.data::<PropertyData>() {
                let (function, what) = match value {
                    Some(_) => (property.set.get(), "setter"),
                    None => (property.delete.get(), "deleter"),
                };
                if function.is_none() {
                    let message = self.property_message(property, object, what);
                    return Err(self.attribute_error_plain(&message));
                }
                let mut args = vec![object.clone()];
                args.extend(value);
                return self.call(&function, &args).map(drop);
            }
            if let Some(getset) = opaque.data::<GetSet>() {
                let Some(set) = getset.set else {
                    let class = self.class_of(object);
                    let t = &self.types;
                    let message = if [&t.slice, &t.complex, &t.range, &t.property]
                        .into_iter()
                        .any(|of| class.is_subclass(of))
                    {
                        "readonly attribute".to_string()
                    } else {
                        let mro = class.mro.get();
                        let owner = mro
                            .items()
                            .iter()
                            .filter_map(|of| of.to_ref::<Class>())
                            .find(|of| of.dict.get_str(name).is_some())
                            .unwrap_or(class);
                        format!(
                            "attribute '{}' of '{}' objects is not writable",
                            name.as_str(),
                            self.shown_class(&owner)
                        )
                    };
                    return Err(self.attribute_error_with(object, name, &message));
                };
                let args = [object.clone(), value.unwrap_or(Value::UNDEF)];
                return set(self, &args).map(drop);
            }
        }
        let (which, args) = match value {
            Some(value) => (Special::Set, vec![object.clone(), value]),
            None => (Special::Delete, vec![object.clone()]),
        };
        match self.call_special(attribute, which, &args)? {
            Some(_) => Ok(()),
            None => {
                let name = which.name();
                Err(self.attribute_error_plain(name))
            }
        }
    }

    fn set_class_attr(
        &mut self,
        class: &Ref<Class>,
        name: &Ref<Str>,
        value: Option<Value>,
    ) -> R<()> {
        if class.has(class_flags::BUILTIN) {
            let message = format!(
                "cannot set '{}' attribute of immutable type '{}'",
                name.as_str(),
                class.name.get().as_str()
            );
            return Err(self.type_error(message));
        }
        // What the name was so far, inherited or not: caches know it.
        let old = class.lookup_where(name);
        let matters = |value: &Value| {
            matches!(
                value.tag(),
                Tag::Function | Tag::Native | Tag::Opaque | Tag::Instance | Tag::Class
            ) || value.is_none()
        };
        let special = name.as_str().starts_with("__");
        let known = old
            .as_ref()
            .is_some_and(|(old, owner)| owner.is(class) && !matters(old));
        if special || !known || value.as_ref().is_none_or(matters) {
            self.class_changed(class);
            if value
                .as_ref()
                .is_some_and(|value| self.is_data_descriptor(value))
            {
                self.forget_caches();
            }
        }
        match value {
            Some(value) => class.dict.set_str(name, value),
            None => {
                if class.dict.remove_str(name).is_none() {
                    return Err(self.attribute_error(&Value::object(class.clone()), name));
                }
            }
        }
        if special {
            self.refresh_flags(class);
        }
        Ok(())
    }

    /// A data descriptor hides the attributes of the instances there are: nothing cached holds.
    #[cold]
    fn forget_caches(&mut self) {
        for code in self.heap.all::<CodeObject>() {
            code.caches.iter().for_each(Cache::forget);
        }
    }

    /// Methods cached anywhere may be stale.
    pub(crate) fn class_changed(&mut self, class: &Ref<Class>) {
        let epoch = &self.heap.class_epoch;
        epoch.set(epoch.get().wrapping_add(1).max(1));
        // Slots cached for instances stay right unless a data descriptor appeared: new shapes are cheap.
        class.forget_shapes();
    }

    /// Computes the flags that follow from the special methods of a class and its bases.
    pub(crate) fn refresh_flags(&mut self, class: &Ref<Class>) {
        let object = self.types.object.clone();
        let native = |name: &str, vm: &mut Vm| {
            let name = vm.intern(name);
            class
                .lookup_where(&name)
                .is_none_or(|(_, owner)| owner.is(&object))
        };
        let default_eq = native("__eq__", self) && native("__ne__", self);
        let default_hash = native("__hash__", self);
        class.set_flag(class_flags::DEFAULT_EQ, default_eq);
        class.set_flag(class_flags::DEFAULT_HASH, default_hash);
        let (getattribute, setattr, delattr) = (
            native("__getattribute__", self),
            native("__setattr__", self),
            native("__delattr__", self),
        );
        let script = |name: &str, vm: &mut Vm| {
            let name = vm.intern(name);
            class
                .lookup(&name)
                .is_some_and(|found| !found.is(Tag::Native))
        };
        let getattribute = !getattribute && script("__getattribute__", self);
        let setattr =
            (!setattr && script("__setattr__", self)) || (!delattr && script("__delattr__", self));
        class.set_flag(class_flags::GETATTRIBUTE, getattribute);
        class.set_flag(class_flags::SETATTR, setattr);
        let del = script("__del__", self);
        class.set_flag(class_flags::HAS_DEL, del);
    }
}
