//! Spellings: the tree's names, the compiler's own, and private names of classes.

use std::borrow::Cow;
use std::collections::HashMap;

use hoopsnake_grammar::ast::{Name, Names};

/// The tree's names and those that the compiler adds (`.0`, `__class__`, mangled ones).
#[derive(Debug)]
pub(super) struct Words<'t> {
    names: &'t Names,
    extra: Vec<Box<str>>,
    index: HashMap<Box<str>, Name>,
}

impl<'t> Words<'t> {
    pub(super) fn new(names: &'t Names) -> Words<'t> {
        Words {
            names,
            extra: Vec::new(),
            index: HashMap::new(),
        }
    }

    /// The spelling of `name`.
    pub(super) fn get(&self, name: Name) -> &str {
        let at = name.0 as usize;
        if at < self.names.len() {
            self.names.get(name)
        } else {
            &self.extra[at - self.names.len()]
        }
    }

    /// The name spelled `text`, if there is one.
    pub(super) fn find(&self, text: &str) -> Option<Name> {
        self.names
            .find(text)
            .or_else(|| self.index.get(text).copied())
    }

    /// The name spelled `text`.
    pub(super) fn intern(&mut self, text: &str) -> Name {
        if let Some(name) = self.find(text) {
            return name;
        }
        let at = self.names.len() + self.extra.len();
        let name = Name(u32::try_from(at).expect("source text is below 4 GiB"));
        self.extra.push(text.into());
        self.index.insert(text.into(), name);
        name
    }

    /// The name that `name` stands for inside a class called `class`.
    pub(super) fn mangled(&mut self, class: Option<Name>, name: Name) -> Name {
        let Some(class) = class.filter(|_| is_private(self.get(name))) else {
            return name;
        };
        let text = mangle(Some(self.get(class)), self.get(name)).into_owned();
        self.intern(&text)
    }
}

/// What `name` is spelled inside a class called `class`: `__x` becomes `_Class__x`.
pub(super) fn mangle<'n>(class: Option<&str>, name: &'n str) -> Cow<'n, str> {
    let class = class.map_or("", |class| class.trim_start_matches('_'));
    if class.is_empty() || !is_private(name) {
        return Cow::Borrowed(name);
    }
    Cow::Owned(format!("_{class}{name}"))
}

fn is_private(name: &str) -> bool {
    name.starts_with("__") && !name.ends_with("__") && !name.contains('.')
}
