//! Dicts and sets with any keys: where equality may be script code.

use crate::heap::Ref;
use crate::value::hash::quick_hash;
use crate::value::{Dict, Probe, Quick, Set, SetProbe, Special, Value, class_flags};
use crate::vm::{R, Vm};

impl Vm {
    /// Refuses what `keys()` of a mapping returned if it is no iterable.
    ///
    /// # Errors
    /// TypeError.
    pub(crate) fn check_keys(&mut self, mapping: &Value, keys: &Value) -> R<()> {
        if self.find_special(keys, Special::Iter).is_none()
            && self.find_special(keys, Special::GetItem).is_none()
        {
            let message = format!(
                "{}.keys() returned a non-iterable (type {})",
                self.type_name(mapping),
                self.type_name(keys)
            );
            return Err(self.type_error(message));
        }
        Ok(())
    }

    /// The dict inside a mapping that is taken over entry by entry: of a subclass without `__iter__` of its own, or of an
    /// `OrderedDict` that overrides nothing of what it would be asked.
    pub(crate) fn whole_dict(&mut self, mapping: &Value) -> Option<Ref<Dict>> {
        if let Some(exact) = mapping.to_ref::<Dict>() {
            return Some(exact);
        }
        let carried = self.cast::<Dict>(mapping)?;
        let own = self.find_special(mapping, Special::Iter)?;
        let base = self.types.dict.special(Special::Iter, &self.special)?;
        if own.is_same(&base) {
            return Some(carried);
        }
        let class = self.class_of(mapping);
        let item = self.find_special(mapping, Special::GetItem)?;
        let keys = self.intern("keys");
        let native = |it: &Value| it.as_native().is_some();
        let plain = class.has(class_flags::ORDERED)
            && native(&own)
            && native(&item)
            && class.lookup(&keys).as_ref().is_some_and(native);
        plain.then_some(carried)
    }

    /// The position of `key`'s entry.
    #[inline]
    pub(crate) fn dict_find(
        &mut self,
        dict: &Ref<Dict>,
        key: &Value,
        hash: u64,
    ) -> R<Option<usize>> {
        match dict.probe(key, hash) {
            Probe::Found(at) => Ok(Some(at)),
            Probe::Absent => Ok(None),
            Probe::Candidate {
                at,
                key: other,
                cursor,
            } => self.dict_find_slow(dict, key, hash, (at, other, cursor)),
        }
    }

    #[cold]
    fn dict_find_slow(
        &mut self,
        dict: &Ref<Dict>,
        key: &Value,
        hash: u64,
        first: (usize, Value, usize),
    ) -> R<Option<usize>> {
        let mut candidate = first;
        let mut restarts = 0;
        loop {
            let version = dict.version();
            let (at, other, cursor) = candidate;
            let equal = self.eq(&other, key)?;
            let probe = if dict.version() != version {
                restarts += 1;
                if restarts > 1000 {
                    return Err(self.runtime_error("dictionary changed during lookup"));
                }
                self.tick()?;
                dict.probe(key, hash)
            } else if equal {
                return Ok(Some(at));
            } else {
                dict.probe_after(key, hash, cursor)
            };
            candidate = match probe {
                Probe::Found(at) => return Ok(Some(at)),
                Probe::Absent => return Ok(None),
                Probe::Candidate { at, key, cursor } => (at, key, cursor),
            };
        }
    }

    /// `dict.get(key)`.
    #[inline]
    pub(crate) fn dict_get(&mut self, dict: &Ref<Dict>, key: &Value) -> R<Option<Value>> {
        if let Some(hash) = quick_hash(key) {
            match dict.quick(key, hash) {
                Quick::At(at) => return Ok(dict.value_at(at)),
                Quick::Absent => return Ok(None),
                Quick::Unknown => {}
            }
        }
        let hash = self.hash(key)?;
        Ok(self
            .dict_find(dict, key, hash)?
            .and_then(|at| dict.value_at(at)))
    }

    /// `dict[key] = value`.
    #[inline]
    pub(crate) fn dict_set(&mut self, dict: &Ref<Dict>, key: Value, value: Value) -> R<()> {
        if let Some(hash) = quick_hash(&key) {
            match dict.quick(&key, hash) {
                Quick::At(at) => {
                    drop(dict.replace_at(at, value));
                    return Ok(());
                }
                Quick::Absent => {
                    dict.insert_new(hash, key, value);
                    return Ok(());
                }
                Quick::Unknown => {}
            }
        }
        let hash = self.hash(&key)?;
        match self.dict_find(dict, &key, hash)? {
            Some(at) => drop(dict.replace_at(at, value)),
            None => dict.insert_new(hash, key, value),
        }
        Ok(())
    }

    /// Removes `key`; gives its value.
    pub(crate) fn dict_remove(&mut self, dict: &Ref<Dict>, key: &Value) -> R<Option<Value>> {
        let hash = self.hash(key)?;
        Ok(self
            .dict_find(dict, key, hash)?
            .map(|at| dict.remove_at(at).1))
    }

    fn set_find(&mut self, set: &Ref<Set>, key: &Value, hash: u64) -> R<Option<usize>> {
        let mut probe = set.probe(key, hash, 0);
        let mut restarts = 0;
        loop {
            match probe {
                SetProbe::Found(at) => return Ok(Some(at)),
                SetProbe::Absent => return Ok(None),
                SetProbe::Candidate {
                    at,
                    key: other,
                    step,
                } => {
                    let version = set.version();
                    let equal = self.eq(&other, key)?;
                    if set.version() != version {
                        restarts += 1;
                        if restarts > 1000 {
                            return Err(self.runtime_error("set changed during lookup"));
                        }
                        self.tick()?;
                        probe = set.probe(key, hash, 0);
                    } else if equal {
                        return Ok(Some(at));
                    } else {
                        probe = set.probe(key, hash, step + 1);
                    }
                }
            }
        }
    }

    /// `key in set`.
    pub(crate) fn set_contains(&mut self, set: &Ref<Set>, key: &Value) -> R<bool> {
        let hash = self.hash(key)?;
        Ok(self.set_find(set, key, hash)?.is_some())
    }

    /// Adds `key`; false if it was there.
    pub(crate) fn set_add(&mut self, set: &Ref<Set>, key: Value) -> R<bool> {
        let hash = self.hash(&key)?;
        self.set_add_hashed(set, hash, key)
    }

    /// The same with the hash known.
    pub(crate) fn set_add_hashed(&mut self, set: &Ref<Set>, hash: u64, key: Value) -> R<bool> {
        if self.set_find(set, &key, hash)?.is_some() {
            return Ok(false);
        }
        set.insert_new(hash, key);
        Ok(true)
    }
}
