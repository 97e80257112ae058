//! Length, items, membership.

use crate::value::{
    Big, Bytes, Dict, Instance, ItemWay, List, Opaque, Set, Special, Str, Tag, Tuple, Value,
    class_flags,
};
use crate::vm::{R, Raised, Vm};

impl Vm {
    /// `len(value)`.
    pub(crate) fn len(&mut self, value: &Value) -> R<usize> {
        match value.tag() {
            Tag::List => return Ok(value.as_ref::<List>().map_or(0, |list| list.len())),
            Tag::Tuple => return Ok(value.as_ref::<Tuple>().map_or(0, |tuple| tuple.len())),
            Tag::Dict => return Ok(value.as_ref::<Dict>().map_or(0, |dict| dict.len())),
            Tag::Set => return Ok(value.as_ref::<Set>().map_or(0, |set| set.len())),
            Tag::Str => return Ok(value.as_ref::<Str>().map_or(0, |text| text.n_chars())),
            Tag::Bytes => return Ok(value.as_ref::<Bytes>().map_or(0, |bytes| bytes.len())),
            Tag::Opaque => {
                if let Some(length) = value.as_ref::<Opaque>().and_then(|opaque| opaque.length()) {
                    return Ok(length);
                }
            }
            Tag::Instance => {
                let epoch = self.heap.class_epoch.get();
                let dict = value
                    .as_ref::<Instance>()
                    .and_then(|instance| instance.plain_dict(ItemWay::Len, &self.special, epoch));
                if let Some(dict) = dict {
                    return Ok(dict.len());
                }
            }
            _ => {}
        }
        let Some(result) = self.call_special(value, Special::Len, &[])? else {
            let message = format!("object of type '{}' has no len()", self.type_name(value));
            return Err(self.type_error(message));
        };
        if !result.is_integer() && self.find_special(&result, Special::Index).is_none() {
            let message = format!(
                "'{}' object cannot be interpreted as an integer",
                self.type_name(&result)
            );
            return Err(self.type_error(message));
        }
        let length = self.index_value(&result)?;
        let length = match length.as_int() {
            Some(length) => length,
            None if length.as_ref::<Big>().is_some_and(|big| big.is_negative()) => -1,
            None => return Err(self.overflow_error("cannot fit 'int' into an index-sized integer")),
        };
        match usize::try_from(length) {
            Ok(length) => Ok(length),
            Err(_) => Err(self.value_error("__len__() should return >= 0")),
        }
    }

    /// `object[key]`.
    pub(crate) fn get_item(&mut self, object: &Value, key: &Value) -> R {
        match object.tag() {
            Tag::Dict => {
                let dict = object.to_ref::<Dict>().expect("the tag says so");
                return match self.dict_get(&dict, key)? {
                    Some(value) => Ok(value),
                    None => Err(self.key_error(key.clone())),
                };
            }
            Tag::List => {
                if let (Some(index), Some(list)) = (key.as_int(), object.as_ref::<List>()) {
                    let at = if index < 0 {
                        index + list.len() as i64
                    } else {
                        index
                    };
                    return match usize::try_from(at).ok().and_then(|at| list.get(at)) {
                        Some(value) => Ok(value),
                        None => Err(self.index_error("list index out of range")),
                    };
                }
            }
            Tag::Class => {
                let class = object
                    .to_ref::<crate::value::Class>()
                    .expect("the tag says so");
                let own = self.class_of(object);
                if own.special(Special::GetItem, &self.special).is_none() {
                    let name = self.special[Special::ClassGetItem as usize].clone();
                    // Not what the metaclass has of that name: `type[int]` is only for `type` itself.
                    let inherited = class.mro.get().items().iter().any(|base| {
                        base.as_ref::<crate::value::Class>()
                            .is_some_and(|base| base.dict.get_str(&name).is_some())
                    });
                    let of_type = self.types.type_.dict.get_str(&name);
                    let on_meta = own.lookup(&name);
                    let only_of_type = match (&on_meta, &of_type) {
                        (Some(found), Some(plain)) => found.is_same(plain),
                        _ => false,
                    };
                    let found = match only_of_type && !inherited {
                        true => None,
                        false => self.find_attr(object, &name)?,
                    };
                    return match found {
                        Some(method) => self.call(&method, std::slice::from_ref(key)),
                        None => {
                            let message =
                                format!("type '{}' is not subscriptable", self.shown_class(&class));
                            Err(self.type_error(message))
                        }
                    };
                }
            }
            _ => {}
        }
        if object.as_ref::<Instance>().is_some()
            && let Some(method) = self.find_special(object, Special::GetItem)
            && method.is(Tag::Native)
            && let Some(dict) = self.cast::<Dict>(object)
        {
            // A subclass of dict that does not override `__getitem__` may have `__missing__`.
            if let Some(value) = self.dict_get(&dict, key)? {
                return Ok(value);
            }
            return match self.call_special(object, Special::Missing, std::slice::from_ref(key))? {
                Some(value) => Ok(value),
                None => Err(self.key_error(key.clone())),
            };
        }
        match self.call_special(object, Special::GetItem, std::slice::from_ref(key))? {
            Some(value) => Ok(value),
            None => {
                let message = format!("'{}' object is not subscriptable", self.type_name(object));
                Err(self.type_error(message))
            }
        }
    }

    /// `object[key] = value`.
    pub(crate) fn set_item(&mut self, object: &Value, key: &Value, value: Value) -> R<()> {
        if let Some(dict) = object.to_ref::<Dict>() {
            return self.dict_set(&dict, key.clone(), value);
        }
        if object.is(Tag::Instance)
            && self
                .find_special(object, Special::SetItem)
                .is_some_and(|method| method.is(Tag::Native))
            && let Some(dict) = self.cast::<Dict>(object)
        {
            // A subclass of dict that does not override `__setitem__`.
            return self.dict_set(&dict, key.clone(), value);
        }
        match self.call_special(object, Special::SetItem, &[key.clone(), value])? {
            Some(_) => Ok(()),
            None => {
                self.check_place(object, key)?;
                let message = format!(
                    "'{}' object does not support item assignment",
                    self.type_name(object)
                );
                Err(self.type_error(message))
            }
        }
    }

    /// `del object[key]`.
    pub(crate) fn del_item(&mut self, object: &Value, key: &Value) -> R<()> {
        if let Some(dict) = object.to_ref::<Dict>() {
            return match self.dict_remove(&dict, key)? {
                Some(_) => Ok(()),
                None => Err(self.key_error(key.clone())),
            };
        }
        match self.call_special(object, Special::DelItem, std::slice::from_ref(key))? {
            Some(_) => Ok(()),
            None => {
                self.check_place(object, key)?;
                // CPython asks the slots of sequences last, and those have words of their own. Every class of a
                // program has such slots.
                let class = self.class_of(object);
                let numbered = self.has_index(key);
                let t = &self.types;
                let sequences = [
                    &t.str,
                    &t.tuple,
                    &t.bytes,
                    &t.range,
                    &t.set,
                    &t.frozenset,
                    &t.dict_keys,
                    &t.dict_values,
                    &t.dict_items,
                ];
                let sequence = !class.has(class_flags::BUILTIN)
                    || sequences.iter().any(|of| class.is_subclass(of));
                let verb = if sequence && numbered {
                    "doesn't"
                } else {
                    "does not"
                };
                let message = format!(
                    "'{}' object {verb} support item deletion",
                    self.type_name(object)
                );
                Err(self.type_error(message))
            }
        }
    }

    /// What is no place at all is noticed first where a sequence, or any class of the program, cannot be changed.
    #[cold]
    fn check_place(&mut self, object: &Value, key: &Value) -> R<()> {
        let counts = matches!(
            object.tag(),
            Tag::Tuple | Tag::Str | Tag::Bytes | Tag::Range | Tag::Set | Tag::Instance
        ) || self.class_of(object).is(&self.types.mappingproxy);
        if counts && (key.is(Tag::BigInt) || key.is(Tag::Instance)) && self.has_index(key) {
            self.item_index(key)?;
        }
        Ok(())
    }

    /// `item in container`.
    pub(crate) fn contains(&mut self, container: &Value, item: &Value) -> R<bool> {
        match container.tag() {
            Tag::Dict => {
                let dict = container.to_ref::<Dict>().expect("the tag says so");
                let hash = self.hash(item)?;
                return Ok(self.dict_find(&dict, item, hash)?.is_some());
            }
            Tag::Set if !item.is(Tag::Set) => {
                let set = container.to_ref::<Set>().expect("the tag says so");
                return self.set_contains(&set, item);
            }
            Tag::List => {
                let list = container.to_ref::<List>().expect("the tag says so");
                let mut at = 0;
                while let Some(value) = list.get(at) {
                    if self.eq(&value, item)? {
                        return Ok(true);
                    }
                    at += 1;
                }
                return Ok(false);
            }
            Tag::Tuple => {
                let tuple = container.to_ref::<Tuple>().expect("the tag says so");
                for value in tuple.items() {
                    if self.eq(value, item)? {
                        return Ok(true);
                    }
                }
                return Ok(false);
            }
            Tag::Str => {
                if let (Some(text), Some(part)) = (container.as_ref::<Str>(), item.as_ref::<Str>())
                {
                    return Ok(text.as_str().contains(part.as_str()));
                }
            }
            _ => {}
        }
        if let Some(method) = self.find_special(container, Special::Contains) {
            if method.is_none() {
                let message = format!("'{}' object is not a container", self.type_name(container));
                return Err(self.type_error(message));
            }
            let result = self.call_bound(&method, container, std::slice::from_ref(item), &[])?;
            return self.truth(&result);
        }
        let iterator = match self.iter(container) {
            Ok(iterator) => iterator,
            Err(Raised) => {
                let class = self.types.type_error.clone();
                if self.raised_is(&class) {
                    self.take_raised();
                    let message = format!(
                        "argument of type '{}' is not iterable",
                        self.type_name(container)
                    );
                    return Err(self.type_error(message));
                }
                return Err(Raised);
            }
        };
        while let Some(value) = self.next(&iterator)? {
            if self.eq(&value, item)? {
                return Ok(true);
            }
            self.tick()?;
        }
        Ok(false)
    }
}
