//! `self` of a native method: the words for one that is missing or of another type, and the class a method is of.

use super::def::Binding;
use super::miscounted::{is_slot, slot_counts};
use super::vm::MadeByModules;
use super::{R, Raised, Vm};
use crate::heap::Ref;
use crate::value::{Class, Str, Value, Weak};

impl Vm {
    /// The words for a method that got no `self`, or one of another type.
    pub(super) fn wrong_receiver(&mut self, id: u32, args: &[Value]) -> Option<String> {
        let native = &self.natives[id as usize];
        if native.name() == "__new__"
            && let Some(first) = args.first()
            && first.as_ref::<Class>().is_none()
        {
            let (owner, given) = (in_module(native.owner()), self.type_name(first));
            return Some(format!(
                "{owner}.__new__(X): X is not a type object ({given})"
            ));
        }
        if native.binding != Binding::Method {
            return None;
        }
        let name = native.name().to_owned();
        let (slot, owner) = (is_slot(native), native.owner_name());
        let Some(first) = args.first() else {
            return Some(if slot {
                let owner = self.shown_owner(id);
                format!("descriptor '{name}' of '{owner}' object needs an argument")
            } else {
                format!(
                    "unbound method {}.{name}() needs an argument",
                    owner.as_str()
                )
            });
        };
        let class = self.class_of(first);
        let found = class.mro.get().items().iter().any(|base| {
            base.as_ref::<Class>()
                .is_some_and(|base| holds(base, &name, id))
        });
        if found || name == "__init__" && owner.as_str() == "object" {
            return None;
        }
        let (owner, given) = (self.shown_owner(id), self.type_name(first));
        Some(receiver_words(slot, &name, &owner, &given))
    }

    /// Whether a method that is called by its own name may have its first argument for `self`; for those that share
    /// their functions with another class (`Native::shares`). Errors: TypeError.
    #[inline(never)]
    pub(super) fn fits(&mut self, id: u32, args: &[Value]) -> R<()> {
        let owner = &self.natives[id as usize].owner_name();
        if let Some(first) = args.first()
            && !self.class_of(first).name.get().is(owner)
            && let Some(message) = self.wrong_receiver(id, args)
        {
            return Err(self.type_error(message));
        }
        Ok(())
    }

    /// The class that has this method.
    pub(crate) fn native_class(&mut self, id: u32) -> Option<Ref<Class>> {
        let native = &self.natives[id as usize];
        let (name, owner) = (native.name().to_owned(), native.owner_name());
        if let Some(class) = holder(&self.types.object, owner.as_str(), &name, id) {
            return Some(class);
        }
        let mut made = self.state::<MadeByModules>().0.iter();
        made.find(|class| class.name.get().as_str() == owner.as_str() && holds(class, &name, id))
            .cloned()
    }

    /// The same, as errors show it.
    pub(crate) fn shown_owner(&mut self, id: u32) -> String {
        match self.native_class(id) {
            Some(class) => self.shown_class(&class),
            None => in_module(self.natives[id as usize].owner()),
        }
    }

    /// The error of `class.method(value)` where the value is of another type. Methods share code: whoever called the
    /// native by its own name has the last word (see [`Vm::named_receiver`]).
    #[cold]
    pub(crate) fn unfit_receiver(&mut self, value: &Value, method: &str, class: &str) -> Raised {
        let given = self.type_name(value);
        let slot =
            slot_counts(method, class).is_some() || matches!(method, "__init__" | "__call__");
        let raised = self.type_error(receiver_words(slot, method, class, &given));
        self.unfit = true;
        raised
    }

    /// Gives the error of a receiver that does not fit the name of the method that was called.
    #[cold]
    #[inline(never)]
    pub(super) fn named_receiver(&mut self, id: u32, args: &[Value]) {
        self.unfit = false;
        let native = &self.natives[id as usize];
        let new = native.name() == "__new__";
        if new && let Some(class) = args.first().and_then(|first| first.as_ref::<Class>()) {
            let (owner, class) = (in_module(native.owner()), self.shown_class(class));
            let message = format!("{owner}.__new__({class}): {class} is not a subtype of {owner}");
            drop(self.take_raised());
            let Raised = self.type_error(message);
        } else if (native.binding == Binding::Method || new)
            && let Some(message) = self.wrong_receiver(id, args)
        {
            drop(self.take_raised());
            let Raised = self.type_error(message);
        }
    }
}

fn holds(class: &Class, name: &str, id: u32) -> bool {
    let found = class.dict.to_vec();
    found.iter().any(|(key, value)| {
        value.as_native() == Some(id) && key.as_ref::<Str>().is_some_and(|key| key.as_str() == name)
    })
}

/// The class that has the native, among this one and those derived from it.
fn holder(class: &Ref<Class>, owner: &str, name: &str, id: u32) -> Option<Ref<Class>> {
    if class.name.get().as_str() == owner && holds(class, name, id) {
        return Some(class.clone());
    }
    let derived: Vec<Value> = class.subclasses.with(|all| {
        let live = all.iter();
        live.filter_map(|weak| weak.as_ref::<Weak>()?.get())
            .collect()
    });
    derived
        .iter()
        .find_map(|class| holder(&class.to_ref::<Class>()?, owner, name, id))
}

/// The words for a method that got an object of another type.
fn receiver_words(slot: bool, name: &str, owner: &str, given: &str) -> String {
    if slot {
        format!("descriptor '{name}' requires a '{owner}' object but received a '{given}'")
    } else {
        format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object")
    }
}

/// A class that only a module knows, with its module.
pub(super) fn in_module(class: &str) -> String {
    match class {
        "deque" | "defaultdict" | "OrderedDict" => format!("collections.{class}"),
        "StringIO" | "BytesIO" => format!("_io.{class}"),
        "SimpleNamespace" | "GenericAlias" | "UnionType" => format!("types.{class}"),
        "partial" | "KeyWrapper" | "_lru_cache_wrapper" => format!("functools.{class}"),
        "itemgetter" | "attrgetter" | "methodcaller" => format!("operator.{class}"),
        "accumulate"
        | "chain"
        | "combinations"
        | "combinations_with_replacement"
        | "compress"
        | "count"
        | "cycle"
        | "dropwhile"
        | "filterfalse"
        | "groupby"
        | "islice"
        | "pairwise"
        | "permutations"
        | "product"
        | "repeat"
        | "starmap"
        | "takewhile"
        | "zip_longest" => format!("itertools.{class}"),
        _ => class.to_string(),
    }
}
