//! Native functions: the table from number to Rust function, and how their arguments are bound.

use std::cell::{Cell, OnceCell};
use std::sync::Arc;

use super::def::{Binding, BlockFn, Def, GetSet, NativeFn, Steps};
use super::regs::{SHORT, with_absent};
use super::threads::Outcome;
use super::{R, Vm};
use crate::heap::Ref;
use crate::value::{Class, Dict, Str, Value};

/// A function of the host, with captured state.
pub(crate) type HostFn = Arc<dyn Fn(&mut Vm, &[Value]) -> R + Send + Sync>;
/// The same of one that may have to wait.
pub(crate) type HostBlockFn = Arc<dyn Fn(&mut Vm, &[Value]) -> R<Outcome> + Send + Sync>;

/// What to call.
#[derive(Clone)]
pub(crate) enum NativeCode {
    Plain(NativeFn),
    /// It may have to wait.
    Blocking(BlockFn),
    Host(HostFn),
    /// The host's, and it may have to wait.
    HostBlocking(HostBlockFn),
}

/// A native function of this session.
pub(crate) struct Native {
    pub(crate) code: NativeCode,
    name: Ref<Str>,
    owner: Ref<Str>,
    signature_text: SignatureText,
    signature: OnceCell<Box<Signature>>,
    pub(crate) binding: Binding,
    /// How many arguments can be passed as they are; `u16::MAX` while the signature was not read, or never. A native
    /// that takes different counts (`Def::bare`) has here what it was given last.
    pub(crate) direct: Cell<u16>,
    /// The fewest arguments that can be passed as they are; `u16::MAX` for none but all.
    bare: u16,
    pub(super) step: Option<Steps>,
    spread: Cell<Option<NativeFn>>,
    /// How many arguments by position need no more than Undef for the absent ones.
    short: Cell<Short>,
    /// A method whose function would take the objects of another class too, which `fits` must keep from it.
    pub(super) shares: bool,
}

/// Whether a class has functions for its methods that are those of another class too.
fn shares_methods(class: &str) -> bool {
    matches!(
        class,
        "bytes"
            | "bytearray"
            | "set"
            | "frozenset"
            | "dict_keys"
            | "dict_items"
            | "generator"
            | "coroutine"
            | "async_generator"
    ) || class.ends_with("iterator")
}

/// Where the signature of a native is written.
enum SignatureText {
    /// In a table of natives.
    Row(&'static str),
    /// With the host's function.
    Own(Ref<Str>),
}

/// What a call by position of a native with optional parameters compares.
#[derive(Clone, Copy)]
struct Short {
    least: u8,
    most: u8,
    total: u8,
}

impl Short {
    /// No call fits.
    const NEVER: Short = Short {
        least: 1,
        most: 0,
        total: 0,
    };
}

/// The parameters of a native.
pub(crate) struct Signature {
    pub(super) names: Vec<Box<str>>,
    /// Names before this index can only be passed by position.
    pub(super) positional_only: usize,
    /// Parameters before this index can be passed by position.
    pub(super) positional: usize,
    pub(super) required: Vec<bool>,
    pub(super) star: Option<usize>,
    pub(super) double_star: Option<usize>,
}

impl Signature {
    fn parse(text: &str) -> Signature {
        let mut names = Vec::new();
        let mut required = Vec::new();
        let (mut positional_only, mut positional, mut star, mut double_star) =
            (0, None, None, None);
        for part in text
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            if part == "/" {
                positional_only = names.len();
            } else if part == "*" {
                positional = Some(names.len());
            } else if let Some(name) = part.strip_prefix("**") {
                positional.get_or_insert(names.len());
                double_star = Some(names.len());
                names.push(name.into());
                required.push(false);
            } else if let Some(name) = part.strip_prefix('*') {
                positional = Some(names.len());
                star = Some(names.len());
                names.push(name.into());
                required.push(false);
            } else {
                let (name, default) = part
                    .split_once('=')
                    .map_or((part, false), |(name, _)| (name, true));
                names.push(name.trim().into());
                required.push(!default);
            }
        }
        let positional = positional.unwrap_or(names.len());
        Signature {
            names,
            positional_only,
            positional,
            required,
            star,
            double_star,
        }
    }
}

impl Signature {
    /// The parameter that can be given by this name.
    pub(super) fn named(&self, name: &str) -> Option<usize> {
        let at = self.names.iter().position(|other| **other == *name)?;
        let collects = Some(at) == self.star || Some(at) == self.double_star;
        (at >= self.positional_only && !collects).then_some(at)
    }

    /// Whether no parameter can be passed by name.
    pub(super) fn takes_no_keywords(&self) -> bool {
        self.double_star.is_none()
            && (self.positional_only..self.names.len()).all(|at| Some(at) == self.star)
    }
}

impl Native {
    pub(crate) fn name(&self) -> &str {
        self.name.as_str()
    }

    /// The class (`list`) or module (`math`) it belongs to.
    pub(crate) fn owner(&self) -> &str {
        self.owner.as_str()
    }

    pub(crate) fn owner_name(&self) -> Ref<Str> {
        self.owner.clone()
    }

    pub(crate) fn signature_text(&self) -> &str {
        match &self.signature_text {
            SignatureText::Row(text) => text,
            SignatureText::Own(text) => text.as_str(),
        }
    }

    /// Whether no argument can be given by name.
    pub(super) fn takes_no_keywords(&self) -> bool {
        self.signature().takes_no_keywords()
    }

    /// Where the parameter that takes the other positional arguments stands, and how many parameters there are, if
    /// `given` arguments reach it, nothing behind it is required, and they are few.
    fn short_star(&self, given: usize) -> Option<(usize, usize)> {
        let signature = self.signature();
        let (at, total) = (signature.star?, signature.names.len());
        let enough = given >= at && !signature.required[at..].contains(&true);
        (enough && total <= SHORT).then_some((at, total))
    }

    pub(super) fn signature(&self) -> &Signature {
        self.signature.get_or_init(|| {
            let signature = Signature::parse(self.signature_text());
            let simple = signature.star.is_none()
                && signature.double_star.is_none()
                && signature.positional == signature.names.len();
            let total = signature.names.len();
            if simple && self.direct.get() == u16::MAX {
                self.direct.set(total as u16);
            }
            // An absent `**kwargs` is Undef.
            if signature.star.is_none() && total <= SHORT {
                let least = signature.required.iter().rposition(|required| *required);
                self.short.set(Short {
                    least: least.map_or(0, |last| last as u8 + 1),
                    most: signature.positional as u8,
                    total: total as u8,
                });
            }
            Box::new(signature)
        })
    }
}

impl Vm {
    /// Adds a native function.
    pub(crate) fn new_native(
        &mut self,
        name: &str,
        owner: &str,
        code: NativeCode,
        signature: &str,
        binding: Binding,
    ) -> Value {
        let native = Native {
            code,
            name: self.intern(name),
            owner: self.intern(owner),
            signature_text: SignatureText::Own(self.heap.new_str(signature)),
            signature: OnceCell::new(),
            binding,
            direct: Cell::new(u16::MAX),
            bare: u16::MAX,
            step: None,
            spread: Cell::new(None),
            short: Cell::new(Short::NEVER),
            shares: false,
        };
        self.add_native(native)
    }

    fn add_native(&mut self, native: Native) -> Value {
        let id = u32::try_from(self.natives.len()).expect("fewer natives than 2^32");
        self.natives.push(native);
        Value::native(id)
    }

    /// Adds the native of a row of a table.
    fn add_row(&mut self, row: &Def, name: &Ref<Str>, owner: &Ref<Str>, binding: Binding) -> Value {
        self.add_native(Native {
            code: row
                .block
                .map_or(NativeCode::Plain(row.function), NativeCode::Blocking),
            name: name.clone(),
            owner: owner.clone(),
            signature_text: SignatureText::Row(row.signature),
            signature: OnceCell::new(),
            binding,
            direct: Cell::new(row.bare),
            bare: row.bare,
            step: row.step,
            spread: Cell::new(row.spread),
            short: Cell::new(Short::NEVER),
            shares: binding == Binding::Method && shares_methods(owner.as_str()),
        })
    }

    /// Gives a native its shortcut for calls without keywords (see `Def::spread`).
    pub(super) fn set_spread(&mut self, native: &Value, spread: NativeFn) {
        if let Some(id) = native.as_native() {
            self.natives[id as usize].spread.set(Some(spread));
        }
    }

    /// Adds the methods of a class.
    pub(crate) fn add_methods(&mut self, class: &Ref<Class>, methods: &[Def]) {
        let owner = class.name.get();
        // The text of the class comes later.
        class.dict.reserve(methods.len() + 1);
        for row in methods {
            let name = self.intern(row.name);
            let native = self.add_row(row, &name, &owner, row.binding);
            class.dict.set_str(&name, native);
            match row.name {
                "__eq__" => class.set_flag(
                    crate::value::class_flags::DEFAULT_EQ,
                    class.is(&self.types.object),
                ),
                "__hash__" => class.set_flag(
                    crate::value::class_flags::DEFAULT_HASH,
                    class.is(&self.types.object),
                ),
                _ => {}
            }
        }
    }

    /// Adds the computed attributes of a class.
    pub(crate) fn add_getsets(&mut self, class: &Ref<Class>, rows: &[GetSet]) {
        class.dict.reserve(rows.len());
        for row in rows {
            self.add_getset(class, row);
        }
    }

    /// Adds the functions of a module.
    pub(crate) fn add_functions(&mut self, module: &str, globals: &Ref<Dict>, functions: &[Def]) {
        let owner = self.intern(module);
        globals.reserve(functions.len());
        for row in functions {
            let name = self.intern(row.name);
            let native = self.add_row(row, &name, &owner, Binding::Function);
            globals.set_str(&name, native);
        }
    }

    /// Sets `__doc__` of a class.
    pub(crate) fn set_doc(&mut self, class: &Ref<Class>, doc: &str) {
        let (name, doc) = (self.intern("__doc__"), self.new_str(doc));
        class.dict.set_str(&name, doc);
    }

    /// What [`Vm::call_native`] does but for the words of an error.
    #[inline(always)]
    pub(super) fn call_native_plainly(
        &mut self,
        id: u32,
        args: &[Value],
        keywords: &[(Ref<Str>, Value)],
    ) -> R {
        let native = &self.natives[id as usize];
        if keywords.is_empty() && usize::from(native.direct.get()) == args.len() {
            return match &native.code {
                NativeCode::Plain(function) => function(self, args),
                other => {
                    let outcome = other.clone().begin(self, args)?;
                    self.wait_nested(outcome)
                }
            };
        }
        if keywords.is_empty()
            && let NativeCode::Plain(function) = native.code
        {
            if let Some(spread) = native.spread.get() {
                return spread(self, args);
            }
            native.signature();
            if usize::from(native.direct.get()) == args.len() {
                return function(self, args);
            }
            let (short, given) = (native.short.get(), args.len());
            if given >= usize::from(short.least) && given <= usize::from(short.most) {
                if given >= usize::from(native.bare) {
                    native.direct.set(given as u16);
                    return function(self, args);
                }
                let total = usize::from(short.total);
                return with_absent(args, total, |bound| function(self, bound));
            }
        }
        if keywords.is_empty()
            && let NativeCode::Plain(function) = native.code
            && let Some((at, total)) = native.short_star(args.len())
        {
            // `max(a, b)`, `call_soon(f, a)`: the rest of what is given is the star's.
            let mut bound = [const { Value::UNDEF }; SHORT];
            bound[..at].clone_from_slice(&args[..at]);
            bound[at] = Value::object(self.heap.tuple_of(&args[at..]));
            return function(self, &bound[..total]);
        }
        let code = native.code.clone();
        let bound = self.bind_native(id, args, keywords)?;
        let outcome = code.begin(self, &bound)?;
        self.wait_nested(outcome)
    }

    /// Calls a native of few parameters with values of which the last ones are named; None, and nothing was done, where
    /// that takes more, or is wrong.
    pub(super) fn call_native_named(
        &mut self,
        id: u32,
        args: &[Value],
        names: &[Value],
    ) -> Option<R> {
        let native = &self.natives[id as usize];
        let NativeCode::Plain(function) = native.code else {
            return None;
        };
        let signature = native.signature();
        let total = signature.names.len();
        let (given, named) = args.split_at_checked(args.len().checked_sub(names.len())?)?;
        let collects = signature.star.is_some() || signature.double_star.is_some();
        if total > SHORT || collects || given.len() > signature.positional {
            return None;
        }
        let place = |name: &Value| signature.named(name.as_ref::<Str>()?.as_str());
        let mut in_order = names.iter().zip(given.len()..);
        if total == args.len() && in_order.all(|(name, at)| place(name) == Some(at)) {
            return Some(self.named_result(id, function, args));
        }
        let mut bound = [const { Value::UNDEF }; SHORT];
        bound[..given.len()].clone_from_slice(given);
        for (name, value) in names.iter().zip(named) {
            let place = &mut bound[place(name)?];
            if !place.is_undef() {
                return None;
            }
            place.clone_from(value);
        }
        let bound = &bound[..total];
        let mut needed = signature.required.iter().zip(bound);
        if needed.any(|(required, value)| *required && value.is_undef()) {
            return None;
        }
        Some(self.named_result(id, function, bound))
    }

    /// What a native gives for bound arguments; its error names the receiver that it does not fit.
    fn named_result(&mut self, id: u32, function: NativeFn, bound: &[Value]) -> R {
        let result = function(self, bound);
        if result.is_err() && self.unfit {
            self.named_receiver(id, bound);
        }
        result
    }

    /// What a native that may have to wait gives, waited for.
    fn wait_nested(&mut self, outcome: Outcome) -> R {
        match outcome {
            Outcome::Done(value) => Ok(value),
            Outcome::Wait(wait) => (self.hooks.wait)(self, wait),
        }
    }

    /// Calls any native-like function with a signature: arguments bound as for `call_native`.
    pub(super) fn bind_native(
        &mut self,
        id: u32,
        args: &[Value],
        keywords: &[(Ref<Str>, Value)],
    ) -> R<Vec<Value>> {
        let native = &self.natives[id as usize];
        let signature = native.signature();
        let total = signature.names.len();
        let mut bound = vec![Value::UNDEF; total];
        let by_position = args.len().min(signature.positional);
        bound[..by_position].clone_from_slice(&args[..by_position]);
        if let Some(at) = signature.star {
            let rest = args.get(signature.positional..).unwrap_or(&[]);
            bound[at] = Value::object(self.heap.tuple_of(rest));
        }
        let mut fits = args.len() <= signature.positional || signature.star.is_some();
        let mut extra: Vec<(Ref<Str>, Value)> = Vec::new();
        for (name, value) in keywords {
            match signature.named(name.as_str()) {
                Some(at) if bound[at].is_undef() => bound[at] = value.clone(),
                None if signature.double_star.is_some() => {
                    extra.push((name.clone(), value.clone()));
                }
                _ => fits = false,
            }
        }
        let missing = (0..total).any(|at| bound[at].is_undef() && signature.required[at]);
        let double_star = signature.double_star;
        if !fits || missing {
            return Err(self.miscounted(id, args, keywords));
        }
        if let Some(at) = double_star
            && !extra.is_empty()
        {
            let dict = self.heap.new_dict();
            for (name, value) in extra {
                dict.set_str(&name, value);
            }
            bound[at] = Value::object(dict);
        }
        Ok(bound)
    }
}

impl Vm {
    /// The pairs of an argument that collected keywords (`**kwargs`).
    pub(crate) fn keywords(&self, value: &Value) -> Vec<(Ref<Str>, Value)> {
        let Some(dict) = value.as_ref::<Dict>() else {
            return Vec::new();
        };
        dict.to_vec()
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_ref::<Str>()?, value)))
            .collect()
    }
}

/// Instances of this built-in class have a `__dict__`.
pub(crate) fn class_flags_own_dict(class: &Ref<Class>) {
    class.set_flag(crate::value::class_flags::OWN_DICT, true);
}
