//! Calls with `**` of a mapping whose keys are not all strings.
//!
//! Nearly everything says "keywords must be strings". But what CPython hands the dict itself looks at it on its own,
//! and may say something else first: those are called with stand-ins, and whatever they say of one becomes these words.

use super::exec::build::callee_name;
use super::{R, Vm};
use crate::heap::Ref;
use crate::value::{Class, Dict, Special, Str, Value, class_flags};

/// The beginning of a stand-in for a keyword that is looked at later.
const ODD: char = '\0';

const WORDS: &str = "keywords must be strings";

/// Functions that CPython gives a dict of their keywords.
const ASKED: [&str; 7] = [
    "max()",
    "min()",
    "vars()",
    "dir()",
    "functools.reduce()",
    "functools.cmp_to_key()",
    "str.format()",
];

/// Built-in types that are called without a dict.
const NOT_ASKED: [&str; 14] = [
    "type",
    "list",
    "tuple",
    "dict",
    "set",
    "frozenset",
    "range",
    "bool",
    "float",
    "enumerate",
    "reversed",
    "map",
    "filter",
    "super",
];

impl Vm {
    /// Refuses stand-ins among the keywords of a call that was put off.
    pub(crate) fn check_kept_keywords(&mut self, keywords: &[(Ref<Str>, Value)]) -> R<()> {
        if keywords
            .iter()
            .any(|(name, _)| name.as_str().starts_with(ODD))
        {
            return Err(self.type_error(WORDS));
        }
        Ok(())
    }

    /// Calls `callee` with the keywords of `dict`, of which one is no string.
    #[cold]
    pub(super) fn call_with_odd_keywords(
        &mut self,
        callee: &Value,
        args: &[Value],
        dict: &Ref<Dict>,
    ) -> R {
        if !self.is_callable(callee) {
            return self.call(callee, args);
        }
        let name = callee_name(self, callee);
        match name.as_str() {
            "collections.OrderedDict()" => {
                let made = self.call(callee, args)?;
                if let Some(made) = self.cast::<Dict>(&made) {
                    for (key, value) in dict.to_vec() {
                        self.dict_set(&made, key, value)?;
                    }
                }
                return Ok(made);
            }
            "dict.update()" | "collections.defaultdict()" => {
                self.call(callee, args)?;
                return Err(self.type_error(WORDS));
            }
            "functools.partial()" => {
                let keys = dict.to_vec();
                let (named, odd): (Vec<_>, Vec<_>) = keys
                    .into_iter()
                    .partition(|(key, _)| self.cast::<Str>(key).is_some());
                let named: Vec<_> = named
                    .into_iter()
                    .filter_map(|(key, value)| Some((self.cast::<Str>(&key)?, value)))
                    .collect();
                let made = self.call_kw(callee, args, &named)?;
                let kept = self.get_attr_str(&made, "keywords")?;
                if let Some(kept) = self.cast::<Dict>(&kept) {
                    for (key, value) in odd {
                        self.dict_set(&kept, key, value)?;
                    }
                }
                return Ok(made);
            }
            "operator.methodcaller()" => {
                // It looks at them when it calls: names that no program can write come back as the words then.
                let mut keywords = Vec::with_capacity(dict.len());
                for (key, value) in dict.to_vec() {
                    let name = match self.cast::<Str>(&key) {
                        Some(name) => name,
                        None => self.heap.new_str(&format!("{ODD}{}", keywords.len())),
                    };
                    keywords.push((name, value));
                }
                return self.call_kw(callee, args, &keywords);
            }
            _ => {}
        }
        let asked = match callee.as_ref::<Class>() {
            Some(class) if class.has(class_flags::BUILTIN) => {
                !NOT_ASKED.contains(&class.name.get().as_str())
            }
            Some(class) => [Special::New, Special::Init].into_iter().all(|which| {
                let own = class.special(which, &self.special);
                own.is_none_or(|own| own.as_native().is_some())
            }),
            None => ASKED.contains(&name.as_str()),
        };
        if !asked {
            return Err(self.type_error(WORDS));
        }
        let mut keywords = Vec::with_capacity(dict.len());
        let mut stand_ins = Vec::new();
        for (key, value) in dict.to_vec() {
            let name = match self.cast::<Str>(&key) {
                Some(name) => name,
                None => {
                    let text = format!("<{}>", self.type_name(&key));
                    stand_ins.push(format!("'{text}'"));
                    self.heap.new_str(&text)
                }
            };
            keywords.push((name, value));
        }
        let result = self.call_kw(callee, args, &keywords);
        if result.is_ok() && name != "str.format()" {
            return Err(self.type_error(WORDS));
        }
        if result.is_err() && self.raised_is(&self.types.type_error.clone()) {
            let raised = self.take_raised();
            let words = self.str(&raised)?;
            if stand_ins.iter().any(|name| words.as_str().contains(name)) {
                return Err(self.type_error(WORDS));
            }
            return Err(self.raise_value(raised));
        }
        result
    }
}
