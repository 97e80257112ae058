//! The words for arguments that do not fit a native: CPython's, which depend on how its function was written.

use super::def::Binding;
use super::natives::{Native, Signature};
use super::receiver::in_module;
use super::regs::op_at;
use super::{Raised, Vm};
use crate::bytecode::Op;
use crate::heap::Ref;
use crate::value::{Class, Str, Value};

/// How a native was reached, as far as its name in errors depends on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reached {
    /// By name from its object (`x.f()`), from its class, or as a function.
    Direct,
    /// As a bound method that somebody made before (`m = x.f`, also `x.f(*a)`): the name is of the object's class then.
    Bound,
}

impl Vm {
    /// The error of a call of a native whose arguments do not fit.
    #[cold]
    pub(super) fn miscounted(
        &mut self,
        id: u32,
        args: &[Value],
        keywords: &[(Ref<Str>, Value)],
    ) -> Raised {
        if let Some(message) = self.wrong_receiver(id, args) {
            return self.type_error(message);
        }
        let native = &self.natives[id as usize];
        let method = native.binding == Binding::Method;
        if native.name() == "sorted" && native.owner() == "builtins" && args.len() == 1 {
            // It makes a list, and leaves the rest to its `sort`.
            if let Err(raised) = self.to_vec(&args[0]) {
                return raised;
            }
        }
        let native = &self.natives[id as usize];
        let class = match args.first() {
            Some(first) if method => Some(self.class_of(first)),
            Some(first) if native.binding == Binding::Class || is_constructor(native) => {
                first.to_ref::<Class>()
            }
            _ => None,
        };
        let reached = self.reached(args);
        let native = &self.natives[id as usize];
        let owner = match class {
            Some(class)
                if (reached == Reached::Bound || native.binding == Binding::Class)
                    && !is_constructor(native) =>
            {
                let qualname = class.qualname.get();
                qualname.to_ref::<Str>().unwrap_or(class.name.get())
            }
            // Only `set` names the class that is made.
            Some(class) if native.name() == "__init__" && native.owner() == "set" => {
                class.name.get()
            }
            _ => native.owner_name(),
        };
        let case = Case {
            native,
            signature: native.signature(),
            owner: owner.as_str(),
            reached,
            given: args.len() - own_arguments(native).min(args.len()),
            all: args.len(),
            keywords,
        };
        let message = case.message();
        self.type_error(message)
    }

    /// How the native that got these arguments was called. A bound method is called with its object in the place of the
    /// callee.
    fn reached(&self, args: &[Value]) -> Reached {
        if self.stack.code.is_null() || self.stack.pc == self.code().ops.get() {
            return Reached::Direct;
        }
        let mut at = self.stack.pc.wrapping_sub(1);
        if matches!(op_at(at), Op::Extra { .. }) && at != self.code().ops.get() {
            at = at.wrapping_sub(1);
        }
        let bound = match op_at(at) {
            Op::Call { a, .. }
            | Op::CallLocal { a, .. }
            | Op::CallGlobal { a, .. }
            | Op::CallKw { a, .. } => args.as_ptr() == self.register(a.0).cast_const(),
            Op::CallGlobalOn { a, .. } => {
                args.as_ptr() == self.register(u16::from(a.0)).cast_const()
            }
            Op::CallEx { .. } => true,
            _ => false,
        };
        if bound {
            Reached::Bound
        } else {
            Reached::Direct
        }
    }
}

/// The class of weak references, which is called otherwise in what it says of its arguments.
const REFERENCE: &str = "ReferenceType";

/// A call that does not fit.
struct Case<'a> {
    native: &'a Native,
    signature: &'a Signature,
    /// The class or module in the name.
    owner: &'a str,
    reached: Reached,
    /// So many by position, besides `self`.
    given: usize,
    /// With `self`.
    all: usize,
    keywords: &'a [(Ref<Str>, Value)],
}

impl Case<'_> {
    fn message(&self) -> String {
        let name = self.native.name();
        if let Some(counts) = slot_of(self.native) {
            return if self.keywords.is_empty() {
                miscounted_slot(counts, self.given)
            } else {
                format!("wrapper {name}() takes no keyword arguments")
            };
        }
        if name == "__call__" && self.owner == REFERENCE {
            return match self.given {
                _ if !self.keywords.is_empty() => {
                    "weakref() takes no keyword arguments".to_string()
                }
                given => format!("weakref expected 0 arguments, got {given}"),
            };
        }
        if name == "__new__" && self.all == 0 {
            let owner = in_module(self.owner);
            return format!("{owner}.__new__(): not enough arguments");
        }
        if is_constructor(self.native) && self.own() == self.signature.names.len() {
            return match self.owner {
                "ellipsis" => "EllipsisType takes no arguments".to_string(),
                owner => format!("{owner} takes no arguments"),
            };
        }
        if self.signature.takes_no_keywords() {
            self.positional_words()
        } else if self.signature.star.is_some() || self.signature.double_star.is_some() {
            self.collecting_words()
        } else {
            self.keyword_words()
        }
    }

    fn own(&self) -> usize {
        own_arguments(self.native)
    }

    /// The bare name.
    fn name(&self) -> &str {
        if is_constructor(self.native) && self.owner == "traceback" {
            "TracebackType"
        } else if is_constructor(self.native) && self.owner == REFERENCE {
            self.native.name()
        } else if is_constructor(self.native) || self.native.name() == "__call__" {
            self.owner
        } else {
            self.native.name()
        }
    }

    /// The name with its class or module.
    fn qualified(&self) -> String {
        qualified_in(self.native, self.owner)
    }

    /// (fewest, most) by position, besides `self`.
    fn counts(&self) -> (usize, usize) {
        let (own, positional) = (self.own(), self.signature.positional);
        let required = &self.signature.required[..positional];
        let least = required.iter().filter(|required| **required).count();
        (least.saturating_sub(own), positional.saturating_sub(own))
    }

    /// Of functions that take no keywords.
    fn positional_words(&self) -> String {
        let (native, given) = (self.native, self.given);
        let (least, most) = self.counts();
        let name = self.name();
        let parsed = parses_a_tuple(native);
        if !self.keywords.is_empty() {
            let short =
                parsed && (native.binding == Binding::Function || self.reached == Reached::Bound);
            return if short {
                format!("{name}() takes no keyword arguments")
            } else if is_constructor(native) && self.owner == REFERENCE {
                "ref() takes no keyword arguments".to_string()
            } else if is_constructor(native) {
                format!("{}() takes no keyword arguments", native.owner())
            } else {
                format!("{}() takes no keyword arguments", self.qualified())
            };
        }
        if name == "log" && native.owner() == "math" {
            return "math.log requires 1 to 2 arguments".to_string();
        }
        if self.signature.star.is_none() && most == 0 {
            return format!("{}() takes no arguments ({given} given)", self.qualified());
        }
        let alone = least == 1 && most == 1 && self.signature.star.is_none();
        if alone && !is_constructor(native) && native.name() != "__call__" && !parsed {
            let name = self.qualified();
            return format!("{name}() takes exactly one argument ({given} given)");
        }
        let exact = least == most && self.signature.star.is_none();
        let (bound, count) = bounds(exact, given < least, least, most);
        let s = plural(count);
        if (parsed && !unpacks_a_tuple(native))
            || native.owner() == "deque" && matches!(name, "insert" | "index")
        {
            let bound = if exact { "exactly " } else { bound };
            return format!("{name}() takes {bound}{count} argument{s} ({given} given)");
        }
        if name == "super" {
            return format!("super() expected {bound}{count} arguments, got {given}");
        }
        let exact = exact || matches!(name, "itemgetter" | "attrgetter");
        let bound = if exact { "" } else { bound };
        if native.owner() == "deque" && name == "rotate" {
            return format!("deque.rotate expected {bound}{count} argument{s}, got {given}");
        }
        format!("{name} expected {bound}{count} argument{s}, got {given}")
    }

    /// Of functions that collect arguments or keywords.
    fn collecting_words(&self) -> String {
        let (mut least, most) = self.counts();
        let (name, given) = (self.name(), self.given);
        if matches!(name, "max" | "min") {
            least = 1;
        }
        if given < least || (self.signature.star.is_none() && given > most) {
            let getter = matches!(name, "itemgetter" | "attrgetter");
            let exact = getter || least == most && self.signature.star.is_none();
            let (bound, count) = bounds(exact, given < least, least, most);
            let s = plural(count);
            return format!("{name} expected {bound}{count} argument{s}, got {given}");
        }
        let named = self.signature.names.len() - self.signature.positional - 1;
        if self.keywords.len() > named && self.signature.double_star.is_none() {
            let s = plural(named);
            let found = self.keywords.len();
            return format!("{name}() takes at most {named} keyword argument{s} ({found} given)");
        }
        self.named_words()
    }

    /// Of functions with parameters that can be given by name.
    fn keyword_words(&self) -> String {
        let (native, given, own) = (self.native, self.given, self.own());
        let (least, most) = self.counts();
        let (signature, name) = (self.signature, self.name());
        if native.name() == "sorted" {
            if given != 1 {
                return format!("sorted expected 1 argument, got {given}");
            }
            if self.keywords.len() > 2 {
                let found = self.keywords.len();
                return format!("sort() takes at most 2 keyword arguments ({found} given)");
            }
        }
        let total = signature.names.len() - own.min(signature.names.len());
        let found = given + self.keywords.len();
        if name == "enumerate" && given == 0 && (found == 0 || found > total) {
            return "enumerate() missing required argument 'iterable'".to_string();
        }
        if name == "enumerate" && found <= total {
            return self.named_words();
        }
        if found > total {
            let (kind, s) = (if given == 0 { "keyword " } else { "" }, plural(total));
            return format!("{name}() takes at most {total} {kind}argument{s} ({found} given)");
        }
        if given > most && most == 0 {
            return format!("{name}() takes no positional arguments");
        }
        if given > most {
            let bound = if least == most { "exactly" } else { "at most" };
            let s = plural(most);
            return format!("{name}() takes {bound} {most} positional argument{s} ({given} given)");
        }
        let missing = (self.all..signature.names.len()).find(|&at| {
            let by_name =
                |(name, _): &(Ref<Str>, Value)| signature.named(name.as_str()) == Some(at);
            signature.required[at] && !self.keywords.iter().any(by_name)
        });
        if let Some(at) = missing {
            if at < signature.positional_only
                && self.keywords.is_empty() | (signature.positional_only > 0)
            {
                let bound = if least < most { "at least" } else { "exactly" };
                let s = plural(least);
                return format!(
                    "{name}() takes {bound} {least} positional argument{s} ({given} given)"
                );
            }
            let parameter = &signature.names[at];
            let place = at + 1 - own;
            return format!("{name}() missing required argument '{parameter}' (pos {place})");
        }
        self.named_words()
    }

    /// A name twice, or an unknown one.
    fn named_words(&self) -> String {
        let name = match self.name() {
            "sorted" => "sort",
            name => name,
        };
        let given = self.keywords.iter().filter_map(|(keyword, _)| {
            let at = self.signature.named(keyword.as_str())?;
            (at < self.all.min(self.signature.positional))
                .then_some((at + 1 - self.own(), keyword.as_str()))
        });
        if let Some((place, keyword)) = given.min() {
            return format!(
                "argument for {name}() given by name ('{keyword}') and position ({place})"
            );
        }
        let unknown = self
            .keywords
            .iter()
            .find(|(keyword, _)| self.signature.named(keyword.as_str()).is_none());
        match unknown {
            Some(_) if name == "zip_longest" => {
                "zip_longest() got an unexpected keyword argument".to_string()
            }
            Some((keyword, _)) => {
                format!(
                    "'{}' is an invalid keyword argument for {name}()",
                    keyword.as_str()
                )
            }
            None => format!("{name}() got wrong arguments"),
        }
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// Which bound was missed, and the word for it.
fn bounds(exact: bool, few: bool, least: usize, most: usize) -> (&'static str, usize) {
    match (exact, few) {
        (true, _) => ("", least),
        (_, true) => ("at least ", least),
        (_, false) => ("at most ", most),
    }
}

/// `__new__` and `__init__`: errors speak of the class.
pub(super) fn is_constructor(native: &Native) -> bool {
    matches!(native.name(), "__new__" | "__init__")
}

/// Arguments that the caller did not write: `self` or the class.
fn own_arguments(native: &Native) -> usize {
    usize::from(
        matches!(native.binding, Binding::Method | Binding::Class) || is_constructor(native),
    )
}

pub(super) fn qualified(native: &Native) -> String {
    qualified_in(native, native.owner())
}

fn qualified_in(native: &Native, owner: &str) -> String {
    match native.binding {
        Binding::Function if owner == "builtins" => native.name().to_string(),
        Binding::Function if owner == "operator" => format!("_operator.{}", native.name()),
        _ if native.name() == "__call__" || is_constructor(native) => owner.to_string(),
        _ => format!("{owner}.{}", native.name()),
    }
}

/// Functions that CPython gives a tuple of their arguments.
fn parses_a_tuple(native: &Native) -> bool {
    let name = native.name();
    match native.owner() {
        "str" | "bytes" | "bytearray" => matches!(
            name,
            "find" | "rfind" | "index" | "rindex" | "count" | "startswith" | "endswith"
        ),
        "math" => name == "log",
        "BaseExceptionGroup" => matches!(name, "derive" | "split" | "subgroup"),
        _ => unpacks_a_tuple(native),
    }
}

/// Those that take it apart with words of the other kind.
fn unpacks_a_tuple(native: &Native) -> bool {
    let name = native.name();
    match native.owner() {
        "set" | "frozenset" => matches!(
            name,
            "union"
                | "intersection"
                | "difference"
                | "update"
                | "intersection_update"
                | "difference_update"
        ),
        "_functools" => name == "reduce",
        "BaseExceptionGroup" => matches!(name, "split" | "subgroup"),
        _ => false,
    }
}

/// Whether CPython wraps the method around a slot of its type.
pub(super) fn is_slot(native: &Native) -> bool {
    let name = native.name();
    name.starts_with("__")
        && native.binding == Binding::Method
        && (slot_of(native).is_some() || matches!(name, "__init__" | "__call__"))
}

/// (fewest, most, whether the words come by the slower of the two ways).
type Counts = (usize, usize, bool);

fn slot_of(native: &Native) -> Option<Counts> {
    if native.binding != Binding::Method {
        return None;
    }
    slot_counts(native.name(), native.owner())
}

/// The special methods that CPython wraps around a slot of a type, which count their arguments in words of their own.
/// Containers write some as plain methods.
pub(super) fn slot_counts(name: &str, owner: &str) -> Option<Counts> {
    let sequence = matches!(
        owner,
        "str" | "bytes" | "bytearray" | "list" | "tuple" | "deque"
    );
    Some(match name {
        "__getitem__" if matches!(owner, "list" | "dict" | "OrderedDict") => return None,
        "__contains__" if matches!(owner, "dict" | "set" | "frozenset" | "OrderedDict") => {
            return None;
        }
        "__mul__" | "__rmul__" | "__imul__" if sequence => (1, 1, true),
        "__len__" | "__iter__" | "__next__" | "__hash__" | "__repr__" | "__str__" | "__bool__"
        | "__int__" | "__float__" | "__index__" | "__neg__" | "__pos__" | "__abs__"
        | "__invert__" | "__await__" | "__aiter__" | "__anext__" => (0, 0, false),
        "__add__" | "__radd__" | "__iadd__" | "__sub__" | "__rsub__" | "__isub__" | "__mul__"
        | "__rmul__" | "__imul__" | "__truediv__" | "__rtruediv__" | "__floordiv__"
        | "__rfloordiv__" | "__mod__" | "__rmod__" | "__divmod__" | "__rdivmod__" | "__and__"
        | "__rand__" | "__iand__" | "__or__" | "__ror__" | "__ior__" | "__xor__" | "__rxor__"
        | "__ixor__" | "__lshift__" | "__rlshift__" | "__rshift__" | "__rrshift__"
        | "__matmul__" | "__rmatmul__" | "__eq__" | "__ne__" | "__lt__" | "__le__" | "__gt__"
        | "__ge__" | "__getitem__" | "__delitem__" | "__contains__" | "__getattribute__"
        | "__delattr__" | "__delete__" => (1, 1, false),
        "__setitem__" | "__setattr__" | "__set__" => (2, 2, true),
        "__get__" | "__pow__" | "__rpow__" => (1, 2, true),
        _ => return None,
    })
}

fn miscounted_slot((least, most, slow): Counts, given: usize) -> String {
    let (bound, count) = bounds(least == most, given < least, least, most);
    let (space, s) = (if slow { " " } else { "" }, plural(count));
    format!("{space}expected {bound}{count} argument{s}, got {given}")
}
