//! User objects and their shapes.
//!
//! A shape lists the attributes of an instance, in the order in which they were added, and leads to
//! the next shape for each attribute that has been added to it. Instances of one class that were built alike
//! share shapes, so an attribute is found by comparing one number (`id`).

use std::cell::Cell;

use super::kinds::{Traced, heap_type};
use super::special::{N_SPECIAL, Special};
use super::{Class, Dict, Layout, Str, Tag, Value};
use crate::heap::{Header, Heap, Ref, Shared, Slot, Tail};

/// Instances with more attributes than this keep them in a dict.
pub(crate) const MAX_SLOTS: usize = 28;

/// The attributes of a class's instances, as far as they were built alike.
pub(crate) struct Shape {
    pub(crate) class: Ref<Class>,
    /// Unique in the session, never reused.
    pub(crate) id: u32,
    /// Attribute `i` is in slot `i + class.first_slot()`.
    pub(crate) names: Box<[Ref<Str>]>,
    /// The attributes are in the dict in the first slot.
    pub(crate) is_dict: bool,
    next: Shared<Vec<(Ref<Str>, Ref<Shape>)>>,
    /// The class epochs at which the methods of `ItemWay` were seen to be those of a built-in class.
    plain_items: [Cell<u32>; 5],
}

heap_type!(Shape, Shape, true);

impl Traced for Shape {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        visit(self.class.as_ptr());
        self.next
            .with(|next| next.iter().for_each(|(_, shape)| visit(shape.as_ptr())));
    }

    fn unlink(&self) {
        drop(self.next.replace(Vec::new()));
    }
}

impl Shape {
    /// The slot of an attribute; names are interned, so pointers are compared.
    pub(crate) fn slot_of(&self, name: &Ref<Str>) -> Option<usize> {
        let at = self.names.iter().position(|other| other.is(name))?;
        Some(at + self.class.first_slot())
    }
}

/// The item methods that are looked for at every access.
#[derive(Clone, Copy)]
pub(crate) enum ItemWay {
    Get,
    Set,
    Del,
    Has,
    Len,
}

impl Shape {
    #[inline(never)]
    fn becomes_plain(&self, way: ItemWay, names: &[Ref<Str>; N_SPECIAL], epoch: u32) -> bool {
        if self.class.layout != Layout::Payload {
            return false;
        }
        let special = match way {
            ItemWay::Get => Special::GetItem,
            ItemWay::Set => Special::SetItem,
            ItemWay::Del => Special::DelItem,
            ItemWay::Has => Special::Contains,
            ItemWay::Len => Special::Len,
        };
        let method = self.class.lookup_where(&names[special as usize]);
        let plain = method.is_some_and(|(method, owner)| {
            method.is(Tag::Native) && owner.has(super::class_flags::BUILTIN)
        });
        if plain {
            self.plain_items[way as usize].set(epoch);
        }
        plain
    }
}

impl Ref<Shape> {
    /// The shape with one more attribute.
    pub(crate) fn with(&self, name: &Ref<Str>) -> Ref<Shape> {
        let known = self.next.with(|next| {
            next.iter()
                .find(|(other, _)| other.is(name))
                .map(|(_, shape)| shape.clone())
        });
        if let Some(shape) = known {
            return shape;
        }
        let mut names = self.names.to_vec();
        names.push(name.clone());
        let shape = new_shape(self.heap(), self.class.clone(), names, false);
        self.next
            .with_mut(|next| next.push((name.clone(), shape.clone())));
        shape
    }
}

fn new_shape(heap: &Heap, class: Ref<Class>, names: Vec<Ref<Str>>, is_dict: bool) -> Ref<Shape> {
    let id = heap.new_id();
    heap.alloc(Shape {
        class,
        id,
        names: names.into(),
        is_dict,
        next: Shared::default(),
        plain_items: Default::default(),
    })
}

/// What precedes the slots of an instance.
pub(crate) struct InstanceHead {
    shape: Slot<Ref<Shape>>,
    /// The id of the shape, again, where caches find it.
    id: Cell<u32>,
}

/// A user object. Unused slots are Undef.
pub(crate) type Instance = Tail<InstanceHead, Slot<Value>>;

heap_type!(Instance, Instance, true);

impl Traced for Instance {
    fn trace(&self, visit: &mut dyn FnMut(*mut Header)) {
        visit(self.head().shape.get().as_ptr());
        for slot in self.items() {
            slot.get().visit(visit);
        }
    }

    fn unlink(&self) {
        for slot in &self.items()[self.class().first_slot()..] {
            if !self.shape().is_dict {
                slot.set(Value::UNDEF);
            } else if let Some(dict) = slot.get().as_ref::<Dict>() {
                dict.clear();
            }
        }
    }
}

impl Class {
    /// The slot of the first attribute: 1 if slot 0 carries a built-in value.
    #[inline(always)]
    pub(crate) fn first_slot(&self) -> usize {
        usize::from(self.layout == Layout::Payload)
    }
}

impl Ref<Class> {
    /// The shape of a new instance.
    #[inline]
    pub(crate) fn root_shape(&self) -> Ref<Shape> {
        match self.root.get() {
            Some(root) => root,
            None => self.make_root_shape(),
        }
    }

    #[cold]
    fn make_root_shape(&self) -> Ref<Shape> {
        let root = new_shape(self.heap(), self.clone(), Vec::new(), false);
        self.root.set(Some(root.clone()));
        root
    }

    /// The shape of instances whose attributes live in a dict.
    fn shape_with_dict(&self) -> Ref<Shape> {
        if let Some(known) = self.dict_shape.get() {
            return known;
        }
        let shape = new_shape(self.heap(), self.clone(), Vec::new(), true);
        self.dict_shape.set(Some(shape.clone()));
        shape
    }

    /// A new instance without attributes.
    #[inline]
    pub(crate) fn new_instance(&self, payload: Option<Value>) -> Ref<Instance> {
        let shape = self.root_shape();
        let id = Cell::new(shape.id);
        let len = self.first_slot() + usize::from(self.capacity.get().max(1));
        let head = InstanceHead {
            shape: Slot::new(shape),
            id,
        };
        let instance = self
            .heap()
            .alloc_tail(head, len, |_| Slot::new(Value::UNDEF));
        if let Some(payload) = payload {
            instance.items()[0].set(payload);
        }
        if self.has(super::class_flags::HAS_DEL) {
            instance.header().set(crate::heap::flags::FINALIZE);
        }
        instance
    }
}

impl Instance {
    #[inline(always)]
    pub(crate) fn shape(&self) -> Ref<Shape> {
        self.head().shape.get()
    }

    /// The id of its shape.
    #[inline(always)]
    pub(crate) fn shape_id(&self) -> u32 {
        self.head().id.get()
    }

    #[inline(always)]
    pub(crate) fn class(&self) -> Ref<Class> {
        self.with_class(Ref::clone)
    }

    /// Looks at its class. `look` must not give it another one: it runs no script code.
    #[inline(always)]
    pub(crate) fn with_class<T>(&self, look: impl FnOnce(&Ref<Class>) -> T) -> T {
        self.head().shape.with(|shape| look(&shape.class))
    }

    /// Whether both have the same class.
    pub(crate) fn is_of(&self, other: &Instance) -> bool {
        self.with_class(|class| other.with_class(|other| class.is(other)))
    }

    /// The built-in value that an instance of a subclass of `int`, `list`, ... carries.
    pub(crate) fn payload(&self) -> Option<Value> {
        if self.with_class(|class| class.layout) == Layout::Payload {
            Some(self.items()[0].get())
        } else {
            None
        }
    }

    /// The built-in value of that type which the instance carries.
    #[inline]
    pub(crate) fn carried<T: crate::heap::HeapType>(&self) -> Option<Ref<T>> {
        if self.with_class(|class| class.layout) != Layout::Payload {
            return None;
        }
        self.items()[0].with(|value| value.as_ref::<T>().cloned())
    }

    /// The dict that the instance carries, if the method for this way is one of a built-in class.
    #[inline(always)]
    pub(crate) fn plain_dict(
        &self,
        way: ItemWay,
        names: &[Ref<Str>; N_SPECIAL],
        epoch: u32,
    ) -> Option<Ref<Dict>> {
        let plain = self.head().shape.with(|shape| {
            shape.plain_items[way as usize].get() == epoch || shape.becomes_plain(way, names, epoch)
        });
        if !plain {
            return None;
        }
        self.items()[0].with(|value| value.as_ref::<Dict>().cloned())
    }

    /// Follows a transition found by a cache.
    #[inline(always)]
    pub(crate) fn set_shape(&self, shape: Ref<Shape>) {
        self.head().id.set(shape.id);
        self.head().shape.set(shape);
    }

    /// The attribute `name` of the instance itself.
    pub(crate) fn get_own(&self, name: &Ref<Str>) -> Option<Value> {
        let slot = self.head().shape.with(|shape| {
            if shape.is_dict {
                Err(())
            } else {
                Ok(shape.slot_of(name))
            }
        });
        let Ok(slot) = slot else {
            return self.own_dict().and_then(|dict| dict.get_str(name));
        };
        let value = self.items()[slot?].get();
        if value.is_undef() { None } else { Some(value) }
    }

    /// The attribute that every instance of a native class gets first; None if it was not, or has another place.
    pub(crate) fn first_own(&self, name: &str) -> Option<Value> {
        let slot = self.head().shape.with(|shape| {
            let first = shape.names.first().filter(|first| first.as_str() == name);
            first.map(|_| shape.class.first_slot())
        });
        Some(self.items()[slot?].get()).filter(|value| !value.is_undef())
    }

    fn own_dict(&self) -> Option<Ref<Dict>> {
        self.items()[self.class().first_slot()]
            .get()
            .to_ref::<Dict>()
    }

    /// What stands in its slots, once the attributes live in a dict.
    fn hidden(&self) -> Option<Ref<Dict>> {
        let at = self.class().first_slot() + 1;
        self.items().get(at)?.get().to_ref::<Dict>()
    }

    /// What stands in the slot `name` of a class with `__slots__`.
    pub(crate) fn get_slot(&self, name: &Ref<Str>) -> Option<Value> {
        if self.shape().is_dict {
            return self.hidden()?.get_str(name);
        }
        self.get_own(name)
    }

    /// The attributes of the instance itself and what stands in its slots, in order.
    pub(crate) fn own_attributes(&self) -> Vec<(Value, Value)> {
        let shape = self.shape();
        if shape.is_dict {
            let mut all = self.hidden().map_or(Vec::new(), |slots| slots.to_vec());
            all.extend(self.own_dict().map_or(Vec::new(), |dict| dict.to_vec()));
            return all;
        }
        let first = shape.class.first_slot();
        let named = shape.names.iter().enumerate();
        named
            .map(|(at, name)| (Value::object(name.clone()), self.items()[first + at].get()))
            .collect()
    }
}

impl Ref<Instance> {
    /// Sets an attribute of the instance itself. `name` is interned.
    pub(crate) fn set_own(&self, name: &Ref<Str>, value: Value) {
        if let Some(value) = self.place(name, value) {
            self.dict().set_str(name, value);
        }
    }

    /// Sets what stands in the slot `name`.
    pub(crate) fn set_slot(&self, name: &Ref<Str>, value: Value) {
        if let Some(value) = self.place(name, value) {
            self.dict();
            self.hide(name, value);
        }
    }

    /// Sets it if there is room, and gives it back if there is none.
    fn place(&self, name: &Ref<Str>, value: Value) -> Option<Value> {
        let shape = self.shape();
        if shape.is_dict {
            return Some(value);
        }
        if let Some(slot) = shape.slot_of(name) {
            self.items()[slot].set(value);
            return None;
        }
        let slot = shape.names.len() + shape.class.first_slot();
        let wanted = shape.names.len() + 1;
        if wanted <= MAX_SLOTS && shape.class.capacity.get() < wanted as u16 {
            shape.class.capacity.set(wanted as u16);
        }
        if slot < self.len() {
            self.items()[slot].set(value);
            self.set_shape(shape.with(name));
            return None;
        }
        Some(value)
    }

    /// Keeps a slot's value where it is in no `__dict__`.
    fn hide(&self, name: &Ref<Str>, value: Value) {
        let slots = self.hidden().unwrap_or_else(|| {
            let slots = self.heap().new_dict();
            if let Some(place) = self.items().get(self.class().first_slot() + 1) {
                place.set(Value::object(slots.clone()));
            }
            slots
        });
        slots.set_str(name, value);
    }

    /// Empties the slot `name`.
    pub(crate) fn delete_slot(&self, name: &Ref<Str>) -> Option<Value> {
        self.get_slot(name)?;
        self.dict();
        self.hidden()?.remove_str(name)
    }

    /// Deletes an attribute of the instance itself.
    pub(crate) fn delete_own(&self, name: &Ref<Str>) -> Option<Value> {
        self.get_own(name)?;
        self.dict().remove_str(name)
    }

    /// The instance's `__dict__`. From now on the attributes live in it.
    pub(crate) fn dict(&self) -> Ref<Dict> {
        let shape = self.shape();
        if shape.is_dict
            && let Some(dict) = self.own_dict()
        {
            return dict;
        }
        let dict = self.heap().new_dict();
        self.fill_dict(&dict, true);
        dict
    }

    /// Makes `dict` the instance's `__dict__`; what stands in slots stays.
    pub(crate) fn set_dict(&self, dict: &Ref<Dict>) {
        self.fill_dict(dict, false);
    }

    fn fill_dict(&self, dict: &Ref<Dict>, with_attributes: bool) {
        let (class, attributes) = (self.class(), self.own_attributes());
        let hidden = self.hidden().filter(|_| self.shape().is_dict);
        let first = class.first_slot();
        for slot in &self.items()[first..] {
            slot.set(Value::UNDEF);
        }
        self.set_shape(class.shape_with_dict());
        self.items()[first].set(Value::object(dict.clone()));
        if let Some(hidden) = hidden {
            self.items()[first + 1].set(Value::object(hidden));
            return;
        }
        for (name, value) in attributes {
            let Some(name) = name.to_ref::<Str>() else {
                continue;
            };
            if class
                .members
                .with(|members| members.iter().any(|member| member.is(&name)))
            {
                if !value.is_undef() {
                    self.hide(&name, value);
                }
            } else if with_attributes {
                dict.set_str(&name, value);
            }
        }
    }

    /// Makes it an instance of another class with the same layout.
    pub(crate) fn set_class(&self, class: &Ref<Class>) {
        let attributes = self.own_attributes();
        let first = class.first_slot();
        for slot in &self.items()[first..] {
            slot.set(Value::UNDEF);
        }
        self.set_shape(class.root_shape());
        for (name, value) in attributes {
            let Some(name) = name.as_ref::<Str>() else {
                continue;
            };
            let is_member = class
                .members
                .with(|members| members.iter().any(|member| member.is(name)));
            if is_member {
                self.set_slot(name, value);
            } else {
                self.set_own(name, value);
            }
        }
    }
}
