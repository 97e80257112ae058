//! Characters as regular expressions see them: case and classes.

use super::parse::{Class, Item, Set};
use crate::text::classes;

fn one(mut chars: impl Iterator<Item = char>) -> Option<char> {
    let c = chars.next()?;
    chars.next().is_none().then_some(c)
}

/// The character that stands for all that differ from this one by case only.
pub(super) fn fold(code: u32, ascii: bool) -> u32 {
    let Some(c) = char::from_u32(code) else {
        return code;
    };
    if c.is_ascii() || ascii {
        return u32::from(c.to_ascii_lowercase());
    }
    let upper = one(c.to_uppercase()).unwrap_or(c);
    one(upper.to_lowercase()).unwrap_or(c).into()
}

/// Whether a character is of a class.
pub(super) fn is_of(class: Class, code: u32, ascii: bool) -> bool {
    let Some(c) = char::from_u32(code) else {
        return false;
    };
    if c.is_ascii() || ascii {
        return match class {
            Class::Digit => c.is_ascii_digit(),
            Class::Space => {
                matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
                    || (!ascii && matches!(c, '\u{1c}'..='\u{1f}'))
            }
            Class::Word => c.is_ascii_alphanumeric() || c == '_',
        };
    }
    match class {
        Class::Digit => classes::is_decimal(c),
        Class::Space => classes::is_space(c),
        Class::Word => classes::is_alnum(c),
    }
}

/// Whether a character is in a set.
pub(super) fn in_set(set: &Set, code: u32) -> bool {
    let found = holds(set, code)
        || set.ignore_case && {
            let folded = fold(code, set.ascii);
            folded != code && holds(set, folded) || {
                let upper = char::from_u32(folded).and_then(|c| {
                    if set.ascii {
                        Some(c.to_ascii_uppercase())
                    } else {
                        one(c.to_uppercase())
                    }
                });
                upper.is_some_and(|c| u32::from(c) != code && holds(set, c.into()))
            }
        };
    found != set.negate
}

fn holds(set: &Set, code: u32) -> bool {
    set.items.iter().any(|item| match item {
        Item::Range(low, high) => (*low..=*high).contains(&code),
        Item::Class(class, negate) => is_of(*class, code, set.ascii) != *negate,
    })
}
