//! The names of one tree, each stored once.

use std::collections::HashMap;

/// A name of one tree: an index into its `Names`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Name(pub u32);

/// The table of names of one tree.
#[derive(Debug, Default)]
pub struct Names {
    texts: Vec<Box<str>>,
    index: HashMap<Box<str>, Name>,
}

impl Names {
    /// The number of `text`, adding it if it is new.
    pub fn intern(&mut self, text: &str) -> Name {
        if let Some(&name) = self.index.get(text) {
            return name;
        }
        let name = Name(u32::try_from(self.texts.len()).expect("source text is below 4 GiB"));
        self.texts.push(text.into());
        self.index.insert(text.into(), name);
        name
    }

    /// The spelling of `name`.
    #[must_use]
    pub fn get(&self, name: Name) -> &str {
        &self.texts[name.0 as usize]
    }

    /// The number of `text`, if the tree mentions it.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Name> {
        self.index.get(text).copied()
    }

    /// How many names there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}
