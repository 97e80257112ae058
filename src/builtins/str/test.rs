//! `str`: what kind of characters a text is made of.

use super::receiver;
use crate::text::case;
use crate::value::Value;
use crate::vm::{Def, R, Vm, def};

macro_rules! tests {
    ($($name:ident $text:literal $test:path;)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                let text = receiver(vm, &args[0], $text)?;
                Ok(Value::bool($test(text.as_str())))
            }
        )*

        pub(super) const METHODS: &[Def] = &[$(def($text, $name, "self, /")),*];
    };
}

tests! {
    is_lower "islower" case::is_lower;
    is_upper "isupper" case::is_upper;
    is_title "istitle" case::is_title;
    is_space "isspace" case::is_space;
    is_decimal "isdecimal" case::is_decimal;
    is_digit "isdigit" case::is_digit;
    is_numeric "isnumeric" case::is_numeric;
    is_alpha "isalpha" case::is_alpha;
    is_alnum "isalnum" case::is_alnum;
    is_identifier "isidentifier" case::is_identifier;
    is_printable "isprintable" case::is_printable;
    is_ascii "isascii" str::is_ascii;
}
