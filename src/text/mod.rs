//! Text and number algorithms on plain Rust data: no machine, no values.
//!
//! Everything a Python program can see of how numbers and strings are spelled is decided here:
//! the shortest spelling of a float, the format mini-language, `%` and `str.format` templates,
//! quoting, searching, letter case, padding, encodings, and indices by character.
//!
//! Three conventions hold in the whole room:
//!
//! - results are *appended* to a `&mut String` (or `Vec<u8>`) that the caller owns; padding is
//!   done in place at the end of it;
//! - positions in text are byte offsets; [`index`] converts to and from character indices;
//! - errors are a [`FormatError`]: the class of the exception and its message in CPython's words.
//!   The caller raises it.
//!
//! Python's strings may hold lone surrogates; ours cannot, as they are Rust's `str`.

pub(crate) mod bytes_search;
pub(crate) mod case;
pub(crate) mod classes;
pub(crate) mod codec;
pub(crate) mod decode;
pub(crate) mod encode;
pub(crate) mod error;
pub(crate) mod float_format;
pub(crate) mod float_hex;
pub(crate) mod float_repr;
pub(crate) mod format_number;
pub(crate) mod format_spec;
pub(crate) mod format_str;
pub(crate) mod index;
pub(crate) mod int_parse;
pub(crate) mod int_text;
pub(crate) mod pad;
pub(crate) mod percent;
pub(crate) mod percent_render;
pub(crate) mod quote;
pub(crate) mod search;
pub(crate) mod str_format;
pub(crate) mod surrogate;
mod unicode_table;

pub(crate) use error::{ErrorClass, FormatError};
