//! Attributes that are read: MRO, descriptors, instance attributes.

use super::def::{Binding, GetSet};
use super::descriptor::{ClassMethodData, PropertyData, StaticMethodData, SuperData};
use super::{R, Raised, Vm};
use crate::heap::Ref;
use crate::value::{
    Class, Dict, Exception, Function, FutureObject, Instance, Method, Module, Opaque, Special, Str,
    Tag, Value, class_flags,
};

impl Vm {
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
                        return Err(self.property_without(property, object, "getter"));
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
            Tag::Instance => self.bind_by_get(attribute, object, class),
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

    /// `property 'x' of 'C' object has no setter`.
    pub(crate) fn property_without(
        &mut self,
        property: &PropertyData,
        object: &Value,
        what: &str,
    ) -> Raised {
        let qualname = self.class_qualname(&self.class_of(object));
        let message = match property.name.get().as_ref::<Str>() {
            Some(name) => format!(
                "property '{}' of '{qualname}' object has no {what}",
                name.as_str()
            ),
            None => format!("property of '{qualname}' object has no {what}"),
        };
        self.attribute_error_plain(&message)
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
    pub(super) fn missing_attribute(&mut self, object: &Value, name: &Ref<Str>) -> Raised {
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
        if object.as_data::<SuperData>().is_some() {
            let message = format!("'super' object has no attribute '{}'", name.as_str());
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
}
