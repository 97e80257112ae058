//! `format(text, spec)`, and the padding of a finished text at the end of the output.

use super::error::FormatError;
use super::format_spec::{Align, Sign, Spec, Target};
use super::index;
use super::pad;

/// Appends `format(text, spec)`.
///
/// # Errors
/// ValueError where the spec asks for what strings do not know.
pub(crate) fn format_str(
    out: &mut String,
    text: &str,
    spec: &Spec,
    type_name: &str,
) -> Result<(), FormatError> {
    if spec.is_plain(Target::Str) {
        out.push_str(text);
        return Ok(());
    }
    check(spec, type_name)?;
    let shown = match spec.precision {
        Some(most) => &text[..index::byte_of_char(text, most)],
        None => text,
    };
    let start = out.len();
    if spec.align == Align::Right && spec.width > 0 {
        // Nothing has to move.
        let missing = spec.width.saturating_sub(index::count(shown));
        pad::push_fill(out, spec.fill, missing);
        out.push_str(shown);
        return Ok(());
    }
    out.push_str(shown);
    if spec.width > 0 {
        pad_tail(out, start, index::count(shown), start, spec);
    }
    Ok(())
}

fn check(spec: &Spec, type_name: &str) -> Result<(), FormatError> {
    if spec.kind != 's' {
        return Err(spec.unknown_kind(type_name));
    }
    let refused = if spec.sign == Sign::Space {
        "Space not allowed in string format specifier"
    } else if spec.sign != Sign::Unset {
        "Sign not allowed in string format specifier"
    } else if spec.plain_zero {
        "Negative zero coercion (z) not allowed in string format specifier"
    } else if spec.alternate {
        "Alternate form (#) not allowed in string format specifier"
    } else if spec.align == Align::AfterSign {
        "'=' alignment not allowed in string format specifier"
    } else {
        return Ok(());
    };
    Err(FormatError::value(refused))
}

/// Pads the text `out[start..]`, which is `chars` characters long, to the spec's width. `inner`
/// is where fill goes for [`Align::AfterSign`]: the byte offset after sign and prefix.
pub(super) fn pad_tail(out: &mut String, start: usize, chars: usize, inner: usize, spec: &Spec) {
    let missing = spec.width.saturating_sub(chars);
    if missing == 0 {
        return;
    }
    match spec.align {
        Align::Left => pad::push_fill(out, spec.fill, missing),
        Align::Right => pad::insert_fill(out, start, spec.fill, missing),
        Align::AfterSign => pad::insert_fill(out, inner, spec.fill, missing),
        Align::Center => {
            let left = missing / 2;
            pad::insert_fill(out, start, spec.fill, left);
            pad::push_fill(out, spec.fill, missing - left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(text: &str, spec: &str) -> Result<String, String> {
        let run = || {
            let spec = Spec::parse(spec, Target::Str, "str")?;
            let mut out = String::from(">");
            format_str(&mut out, text, &spec, "str")?;
            Ok(out.split_off(1))
        };
        run().map_err(|error: FormatError| error.message.into_owned())
    }

    // Expected values recorded from CPython 3.11.
    #[test]
    fn strings() {
        for (text, spec, result) in [
            ("ab", "", "ab"),
            ("ab", "5", "ab   "),
            ("ab", ">5", "   ab"),
            ("ab", "*^5", "*ab**"),
            ("héllo", ".2", "hé"),
            ("é", "→>3s", "→→é"),
            ("a", "05", "a0000"),
            ("a", "0>3", "00a"),
            ("abc", "2.1", "a "),
        ] {
            assert_eq!(format(text, spec).as_deref(), Ok(result), "{spec}");
        }
    }

    #[test]
    fn error_words() {
        for (spec, words) in [
            ("d", "Unknown format code 'd' for object of type 'str'"),
            ("+", "Sign not allowed in string format specifier"),
            (" ", "Space not allowed in string format specifier"),
            (
                "z",
                "Negative zero coercion (z) not allowed in string format specifier",
            ),
            (
                "#",
                "Alternate form (#) not allowed in string format specifier",
            ),
            ("=5", "'=' alignment not allowed in string format specifier"),
            (",", "Cannot specify ',' with 's'."),
        ] {
            assert_eq!(format("x", spec), Err(words.to_owned()));
        }
    }
}
