//! What is to be drawn for a person: a title, places in one source, advice.

use std::sync::Arc;

use hoopsnake_grammar::{Source, Span};

/// A diagnostic, independent of how it is drawn.
#[derive(Debug, Clone, Default)]
pub(crate) struct Report {
    /// What is wrong, in one line.
    pub(crate) title: String,
    /// The text that the labels point into.
    pub(crate) source: Option<Arc<Source>>,
    /// The places. Of those marked primary the first names the line in the frame's head.
    pub(crate) labels: Vec<Label>,
    /// Facts that help to understand it; one line each.
    pub(crate) notes: Vec<String>,
    /// What to do.
    pub(crate) help: Option<String>,
}

/// A place in the source of a [`Report`].
#[derive(Debug, Clone)]
pub(crate) struct Label {
    /// The place; may be empty. Ends past the text are cut.
    pub(crate) span: Span,
    /// What is to be said of it.
    pub(crate) text: Option<String>,
    /// Whether the problem is here, rather than something that explains it.
    pub(crate) is_primary: bool,
}
