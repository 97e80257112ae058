//! Which error comes first when a program has several.
//!
//! CPython reads the whole text, then walks the whole tree for its names, then resolves them, then makes code. Of
//! one stage the first in the text is told; an error of a later stage never goes before one of an earlier one. Our
//! parser and our walk over the names find some errors before their stage and note them (`Tree::late`, `Scopes::late`).

use hoopsnake_grammar::SyntaxError;
use hoopsnake_grammar::ast::Tree;

use super::error::{Failure, Fallible};
use super::scope::Scopes;

/// The result of the walk over the names, or what the parser found that comes before it.
pub(super) fn names(tree: &Tree, walked: Fallible) -> Fallible {
    let noted = tree.late.iter().filter(|error| error.is_of_names());
    first(noted, walked)
}

/// The result of making code, or what was found before and comes before it.
pub(super) fn code<T>(tree: &Tree, scopes: &Scopes<'_>, made: Fallible<T>) -> Fallible<T> {
    let noted = tree.late.iter().filter(|error| !error.is_of_names());
    first(noted.chain(&scopes.late), made)
}

/// Whether no code is wanted: it is made only to find what is wrong before what is known to be.
pub(super) fn is_hopeless(tree: &Tree, scopes: &Scopes<'_>) -> bool {
    !tree.late.is_empty() || !scopes.late.is_empty()
}

fn first<'e, T>(noted: impl Iterator<Item = &'e SyntaxError>, found: Fallible<T>) -> Fallible<T> {
    let Some(noted) = noted.min_by_key(|error| error.span.start) else {
        return found;
    };
    if let Err(failure) = &found
        && let Failure::Syntax(error) = &**failure
        && error.span.start < noted.span.start
    {
        return found;
    }
    Err(Box::new(Failure::Syntax(noted.clone())))
}
