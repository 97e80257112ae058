//! The conversions of `%` formatting, rendered.

use super::error::FormatError;
use super::float_format::{FloatKind, push_magnitude};
use super::index;
use super::int_text::{IntArg, Radix, push_digits};
use super::pad;
use super::percent::Flags;

/// A conversion whose `*` sizes have been fetched: see [`Layout::new`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) flags: Flags,
    /// In characters.
    pub(crate) width: usize,
    pub(crate) precision: Option<usize>,
}

impl Layout {
    /// Takes sizes as arguments give them: a negative width means left, a negative precision 0.
    pub(crate) fn new(mut flags: Flags, width: i64, precision: Option<i64>) -> Layout {
        flags.left |= width < 0;
        Layout {
            flags,
            width: usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX),
            precision: precision.map(|n| usize::try_from(n).unwrap_or(0)),
        }
    }
}

impl Layout {
    /// Whether the layout asks for nothing.
    pub(crate) fn is_plain(&self) -> bool {
        self.width == 0 && self.precision.is_none() && self.flags == Flags::default()
    }
}

/// Appends an integer for `d`, `i`, `u`, `o`, `x` or `X`; decimal texts above `limit` digits
/// are refused, 0 is no limit.
///
/// # Errors
/// As [`push_digits`].
pub(crate) fn render_int(
    out: &mut String,
    n: IntArg<'_>,
    kind: char,
    layout: &Layout,
    limit: usize,
) -> Result<(), FormatError> {
    let radix = match kind {
        'o' => Radix::Octal,
        'x' => Radix::Hex,
        'X' => Radix::UpperHex,
        _ => Radix::Decimal,
    };
    let start = out.len();
    push_sign(out, n.is_negative(), layout.flags);
    if layout.flags.alternate {
        out.push_str(radix.prefix());
    }
    let digits = out.len();
    if let Err(error) = push_digits(out, n, radix, limit) {
        out.truncate(start);
        return Err(error);
    }
    let least = layout.precision.unwrap_or(0);
    let count = out.len() - digits;
    pad::insert_fill(out, digits, '0', least.saturating_sub(count));
    pad_number(out, start, digits, layout);
    Ok(())
}

/// Appends a float for `e`, `f`, `g` or their capitals.
pub(crate) fn render_float(out: &mut String, x: f64, kind: char, layout: &Layout) {
    let start = out.len();
    push_sign(out, x.is_sign_negative() && !x.is_nan(), layout.flags);
    let digits = out.len();
    let form = match kind {
        'f' | 'F' => FloatKind::Fixed,
        'e' | 'E' => FloatKind::Exponent,
        _ => FloatKind::General,
    };
    let precision = layout.precision.unwrap_or(6);
    push_magnitude(out, x, form, precision, layout.flags.alternate);
    if kind.is_ascii_uppercase() {
        out[digits..].make_ascii_uppercase();
    }
    pad_number(out, start, digits, layout);
}

/// Appends the text of an argument for `s`, `r`, `a`: cut to the precision, filled with blanks.
pub(crate) fn render_text(out: &mut String, text: &str, layout: &Layout) {
    let shown = match layout.precision {
        Some(most) => &text[..index::byte_of_char(text, most)],
        None => text,
    };
    if layout.width == 0 {
        out.push_str(shown);
    } else if layout.flags.left {
        pad::ljust(out, shown, layout.width, ' ');
    } else {
        pad::rjust(out, shown, layout.width, ' ');
    }
}

/// Appends the character of an argument for `c`; the precision says nothing.
pub(crate) fn render_char(out: &mut String, c: char, layout: &Layout) {
    let whole = Layout {
        precision: None,
        ..*layout
    };
    render_text(out, c.encode_utf8(&mut [0; 4]), &whole);
}

fn push_sign(out: &mut String, negative: bool, flags: Flags) {
    if negative {
        out.push('-');
    } else if flags.plus {
        out.push('+');
    } else if flags.space {
        out.push(' ');
    }
}

/// Pads the number `out[start..]` whose digits begin at `digits`.
fn pad_number(out: &mut String, start: usize, digits: usize, layout: &Layout) {
    let missing = layout.width.saturating_sub(out.len() - start);
    if layout.flags.left {
        pad::push_fill(out, ' ', missing);
    } else if layout.flags.zero {
        pad::insert_fill(out, digits, '0', missing);
    } else {
        pad::insert_fill(out, start, ' ', missing);
    }
}

#[cfg(test)]
mod tests {
    use super::super::percent::{Piece, Pieces, Size};
    use super::*;

    fn layout(text: &str) -> (char, Layout) {
        let piece = Pieces::new(text).next().expect("one piece");
        let Ok(Piece::Conversion(conversion)) = piece else {
            panic!("no conversion: {text}");
        };
        let given = |size| match size {
            Size::Given(n) => Some(n as i64),
            _ => None,
        };
        let width = given(conversion.width).unwrap_or(0);
        let layout = Layout::new(conversion.flags, width, given(conversion.precision));
        (conversion.kind, layout)
    }

    fn int(text: &str, n: i64) -> String {
        let (kind, layout) = layout(text);
        let mut out = String::new();
        render_int(&mut out, IntArg::Small(n), kind, &layout, 0).expect("small");
        out
    }

    fn float(text: &str, x: f64) -> String {
        let (kind, layout) = layout(text);
        let mut out = String::new();
        render_float(&mut out, x, kind, &layout);
        out
    }

    // Expected values recorded from CPython 3.11.
    #[test]
    fn ints() {
        assert_eq!(int("%05.3d", 5), "00005");
        assert_eq!(int("%-05d", 5), "5    ");
        assert_eq!(int("%#08x", 255), "0x0000ff");
        assert_eq!(int("%#X", -255), "-0XFF");
        assert_eq!(int("%#.10x", -255), "-0x00000000ff");
        assert_eq!(int("%+ d", 5), "+5");
        assert_eq!(int("% 05d", 5), " 0005");
        assert_eq!(int("%#o", 8), "0o10");
        assert_eq!(int("%5.2d", 1), "   01");
    }

    #[test]
    fn floats() {
        assert_eq!(float("%05f", f64::INFINITY), "00inf");
        assert_eq!(float("%+05e", f64::NAN), "+0nan");
        assert_eq!(float("%.f", 2.5), "2");
        assert_eq!(float("%#.3g", 2.0), "2.00");
        assert_eq!(float("%G", 1e-10), "1E-10");
        assert_eq!(float("%-8.2f", -1.0), "-1.00   ");
        assert_eq!(float("%08.2f", -1.0), "-0001.00");
        assert_eq!(float("%F", f64::NEG_INFINITY), "-INF");
    }

    #[test]
    fn texts() {
        let text = |template, text| {
            let mut out = String::new();
            render_text(&mut out, text, &layout(template).1);
            out
        };
        assert_eq!(text("%05s", "é"), "    é");
        assert_eq!(text("%-5.2s", "éab"), "éa   ");
        let mut out = String::new();
        render_char(&mut out, 'é', &Layout::new(Flags::default(), -3, Some(0)));
        assert_eq!(out, "é  ");
    }
}
