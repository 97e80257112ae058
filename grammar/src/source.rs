//! A source text with its name.

use std::sync::Arc;

/// A source text and the name under which messages show it. Shared by compiler, machine and tracebacks.
#[derive(Debug)]
pub struct Source {
    /// The file name as tracebacks print it, or `<string>`, `<stdin>`.
    pub name: Arc<str>,
    /// The whole text.
    pub text: Arc<str>,
}

impl Source {
    /// A source called `name`.
    #[must_use]
    pub fn new(name: &str, text: &str) -> Arc<Source> {
        Arc::new(Source {
            name: name.into(),
            text: text.into(),
        })
    }
}
