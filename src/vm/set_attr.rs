//! Attributes that are set or deleted, and what caches and flags of a class follow.

use super::def::GetSet;
use super::descriptor::{ClassMethodData, PropertyData, StaticMethodData};
use super::{R, Raised, Vm};
use crate::heap::Ref;
use crate::value::{
    Cache, Class, CodeObject, Dict, Exception, Function, FutureObject, Instance, Module, Opaque,
    Special, Str, Tag, Value, class_flags,
};

impl Vm {
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
                            self.shown_class(class),
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
                    self.shown_class(class),
                    name.as_str()
                ),
                None => format!(
                    "'{}' object has no attribute '{}'",
                    self.shown_class(class),
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
            Tag::Instance | Tag::Opaque if class.has(class_flags::NO_DICT) => return None,
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
                    return Err(self.property_without(property, object, what));
                }
                let mut args = vec![object.clone()];
                args.extend(value);
                return self.call(&function, &args).map(drop);
            }
            if let Some(getset) = opaque.data::<GetSet>() {
                let Some(set) = getset.set else {
                    let class = self.class_of(object);
                    let t = &self.types;
                    let is_member = matches!(name.as_str(), "__name__" | "__objclass__")
                        && [&t.method_descriptor, &t.wrapper_descriptor]
                            .into_iter()
                            .any(|of| class.is(of))
                        || name.as_str() == "__self__" && class.is(&t.method_wrapper);
                    let message = if is_member
                        || [&t.slice, &t.complex, &t.range, &t.property]
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
                self.shown_class(class)
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
        // A native type may ask for it by setting the flag.
        let by_native = |flag: u32| {
            class
                .mro
                .get()
                .items()
                .iter()
                .skip(1)
                .any(|base| base.as_ref::<Class>().is_some_and(|base| base.has(flag)))
        };
        let native_getattribute = !getattribute && by_native(class_flags::GETATTRIBUTE);
        let native_setattr = !setattr && by_native(class_flags::SETATTR);
        let getattribute =
            native_getattribute || (!getattribute && script("__getattribute__", self));
        let setattr = native_setattr
            || (!setattr && script("__setattr__", self))
            || (!delattr && script("__delattr__", self));
        class.set_flag(class_flags::GETATTRIBUTE, getattribute);
        class.set_flag(class_flags::SETATTR, setattr);
        let del = script("__del__", self);
        class.set_flag(class_flags::HAS_DEL, del);
    }
}
