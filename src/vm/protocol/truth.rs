//! Truth, hash, callability, instance checks.

use crate::heap::Ref;
use crate::value::hash::{hash_identity, native_hash};
use crate::value::{
    Big, Bytes, Class, Dict, Instance, List, Opaque, Set, Special, Str, Tag, Tuple, Value,
    class_flags,
};
use crate::vm::{R, Vm};

impl Vm {
    /// Whether a value is true.
    #[inline]
    pub(crate) fn truth(&mut self, value: &Value) -> R<bool> {
        Ok(match value.tag() {
            Tag::Bool | Tag::Int => value.raw_int() != 0,
            Tag::None => false,
            Tag::Float => value.raw_float() != 0.0,
            Tag::Str => !value.as_ref::<Str>().is_some_and(|text| text.is_empty()),
            Tag::List => value.as_ref::<List>().is_some_and(|list| list.len() > 0),
            Tag::Tuple => value
                .as_ref::<Tuple>()
                .is_some_and(|tuple| !tuple.items().is_empty()),
            Tag::Dict => value.as_ref::<Dict>().is_some_and(|dict| dict.len() > 0),
            Tag::Set => value.as_ref::<Set>().is_some_and(|set| set.len() > 0),
            Tag::Bytes => value
                .as_ref::<Bytes>()
                .is_some_and(|bytes| !bytes.items().is_empty()),
            Tag::BigInt
            | Tag::Function
            | Tag::Native
            | Tag::Method
            | Tag::Module
            | Tag::Coroutine => true,
            _ => return self.truth_slow(value),
        })
    }

    fn truth_slow(&mut self, value: &Value) -> R<bool> {
        if let Some(length) = value.as_ref::<Opaque>().and_then(|opaque| opaque.length()) {
            return Ok(length != 0);
        }
        if let Some(result) = self.call_special(value, Special::Bool, &[])? {
            return match result.as_bool() {
                Some(truth) => Ok(truth),
                None => {
                    let message = format!(
                        "__bool__ should return bool, returned {}",
                        self.type_name(&result)
                    );
                    Err(self.type_error(message))
                }
            };
        }
        if self.find_special(value, Special::Len).is_some() {
            return Ok(self.len(value)? > 0);
        }
        Ok(true)
    }

    /// The hash of a value. TypeError if it has none.
    #[inline]
    pub(crate) fn hash(&mut self, value: &Value) -> R<u64> {
        match native_hash(value) {
            Some(hash) => Ok(hash),
            None => self.hash_slow(value),
        }
    }

    fn hash_slow(&mut self, value: &Value) -> R<u64> {
        if let Some(tuple) = value.to_ref::<Tuple>() {
            self.enter_native()?;
            let mut sequence = crate::value::hash::SequenceHash::new();
            for item in tuple.items() {
                match self.hash(item) {
                    Ok(hash) => sequence.add(hash),
                    Err(raised) => {
                        self.leave_native();
                        return Err(raised);
                    }
                }
            }
            self.leave_native();
            return Ok(sequence.finish());
        }
        if value.is(Tag::Method) {
            let method = value
                .to_ref::<crate::value::Method>()
                .expect("the tag says so");
            let function = self.hash(&method.function)?;
            return Ok(function ^ hash_identity(&method.object).rotate_left(7));
        }
        let class = self.class_of(value);
        match class.special(Special::Hash, &self.special) {
            Some(method) if !method.is_none() => {
                if class.has_default_hash() {
                    return Ok(hash_identity(value));
                }
                self.enter_native()?;
                let result = self.call_bound(&method, value, &[], &[]);
                self.leave_native();
                let result = result?;
                if let Some(small) = result.as_int() {
                    return Ok(if small == -1 {
                        -2i64 as u64
                    } else {
                        small as u64
                    });
                }
                match result.as_ref::<Big>() {
                    Some(big) => Ok(crate::value::hash::hash_big(big)),
                    None => Err(self.type_error("__hash__ method should return an integer")),
                }
            }
            _ => {
                let message = format!("unhashable type: '{}'", self.shown_class(&class));
                Err(self.type_error(message))
            }
        }
    }

    /// Whether a value can be called.
    pub(crate) fn is_callable(&self, value: &Value) -> bool {
        matches!(
            value.tag(),
            Tag::Function | Tag::Native | Tag::Method | Tag::Class
        ) || self.find_special(value, Special::Call).is_some()
            || value.as_data::<crate::vm::StaticMethodData>().is_some()
    }

    /// `isinstance(value, classes)`.
    pub(crate) fn py_isinstance(&mut self, value: &Value, classes: &Value) -> R<bool> {
        if let Some(class) = classes.as_ref::<Class>() {
            if let Some(answer) = self.quick_isinstance(value, class) {
                return Ok(answer);
            }
        } else if let Some(all) = classes.as_ref::<Tuple>() {
            let one = |class: &Value| self.quick_isinstance(value, class.as_ref::<Class>()?);
            // Until one that is it, or must be asked.
            let mut answers = all.items().iter().map(one);
            match answers.find(|answer| *answer != Some(false)) {
                None => return Ok(false),
                Some(Some(true)) => return Ok(true),
                _ => {}
            }
        }
        if let Some(class) = classes.to_ref::<Class>() {
            let of = self.class_of(value);
            if of.is(&class) {
                return Ok(true);
            }
            let meta = class.meta.get();
            if meta.is_none() && value.as_ref::<Instance>().is_none() {
                return Ok(of.is_subclass(&class));
            }
            if !meta.is_none()
                && let Some(check) = self.class_special(&meta, Special::InstanceCheck)
                && !check.is(Tag::Native)
            {
                let result = self.call_bound(&check, classes, std::slice::from_ref(value), &[])?;
                return self.truth(&result);
            }
            return self.type_isinstance(value, &class);
        }
        if let Some(all) = classes.to_ref::<Tuple>() {
            self.enter_native()?;
            for class in all.items() {
                match self.py_isinstance(value, class) {
                    Ok(false) => {}
                    other => {
                        self.leave_native();
                        return other;
                    }
                }
            }
            self.leave_native();
            return Ok(false);
        }
        if classes.is(Tag::Instance)
            && let Some(all) = self.cast::<Tuple>(classes)
        {
            return self.py_isinstance(value, &Value::object(all));
        }
        match self.call_special(classes, Special::InstanceCheck, std::slice::from_ref(value))? {
            Some(result) => self.truth(&result),
            None => self.claims_instance(value, classes),
        }
    }

    /// `isinstance` for what is no class, but may say that it has `__bases__`.
    fn claims_instance(&mut self, value: &Value, of: &Value) -> R<bool> {
        if !self.claims_bases(of)? {
            return Err(
                self.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")
            );
        }
        let class = self.get_attr_str(value, "__class__")?;
        self.enter_native()?;
        let result = self.claims_subclass(&class, of);
        self.leave_native();
        result
    }

    /// Whether there is a tuple of `__bases__`.
    fn claims_bases(&mut self, class: &Value) -> R<bool> {
        let name = self.intern("__bases__");
        let bases = self.find_attr(class, &name)?;
        Ok(bases.is_some_and(|bases| bases.is(Tag::Tuple)))
    }

    fn claims_subclass(&mut self, class: &Value, of: &Value) -> R<bool> {
        if class.is_same(of) {
            return Ok(true);
        }
        let name = self.intern("__bases__");
        let Some(bases) = self.find_attr(class, &name)? else {
            return Ok(false);
        };
        let Some(bases) = bases.to_ref::<Tuple>() else {
            return Ok(false);
        };
        self.enter_native()?;
        let mut result = Ok(false);
        for base in bases.items() {
            result = self.claims_subclass(base, of);
            if !matches!(result, Ok(false)) {
                break;
            }
        }
        self.leave_native();
        result
    }

    /// The answer, if no metaclass and no `__class__` has a say. Counts nothing: this is asked all the time.
    #[inline]
    fn quick_isinstance(&self, value: &Value, class: &Ref<Class>) -> Option<bool> {
        let is_plain = class.meta.with(Value::is_none);
        if let Some(of) = self.class_of_kind(value) {
            return (is_plain || of.is(class)).then(|| of.is_subclass(class));
        }
        value.as_ref::<Instance>()?.with_class(|of| {
            if of.is(class) || is_plain && of.is_subclass(class) {
                return Some(true);
            }
            let tells_true = !of.has(class_flags::GETATTRIBUTE)
                && of.shares_special(Special::Class, &self.types.object);
            (is_plain && tells_true).then_some(false)
        })
    }

    /// What `type.__instancecheck__` does: the real class, then what `__class__` claims.
    pub(crate) fn type_isinstance(&mut self, value: &Value, class: &Ref<Class>) -> R<bool> {
        let of = self.class_of(value);
        if of.is_subclass(class) {
            return Ok(true);
        }
        if value.as_ref::<Instance>().is_none() {
            return Ok(false);
        }
        // Both know the answer from now on, for `quick_isinstance`.
        of.special(Special::Class, &self.special);
        self.types.object.special(Special::Class, &self.special);
        let name = self.special[Special::Class as usize].clone();
        let claimed = self.find_attr(value, &name)?;
        Ok(claimed
            .and_then(|claimed| claimed.to_ref::<Class>())
            .is_some_and(|claimed| !claimed.is(&of) && claimed.is_subclass(class)))
    }

    /// `issubclass(class, classes)`.
    pub(crate) fn py_issubclass(&mut self, class: &Value, classes: &Value) -> R<bool> {
        if let Some(base) = classes.to_ref::<Class>() {
            let meta = base.meta.get();
            if !meta.is_none()
                && let Some(check) = self.class_special(&meta, Special::SubclassCheck)
                && !check.is(Tag::Native)
            {
                let result = self.call_bound(&check, classes, std::slice::from_ref(class), &[])?;
                return self.truth(&result);
            }
            return match class.as_ref::<Class>() {
                Some(class) => Ok(class.is_subclass(&base)),
                None => Err(self.type_error("issubclass() arg 1 must be a class")),
            };
        }
        if let Some(all) = classes.to_ref::<Tuple>() {
            for base in all.items() {
                if self.py_issubclass(class, base)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        match self.call_special(classes, Special::SubclassCheck, std::slice::from_ref(class))? {
            Some(result) => self.truth(&result),
            None => Err(self
                .type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")),
        }
    }
}
