//! The directives of `strftime`, with the flags and widths that the C library of Linux knows.

use super::time::{DAYS, MONTHS, Moment, asctime_text, days_of};

/// How a directive is shown: what is between its `%` and its letter.
#[derive(Default)]
struct Style {
    /// `_`, `-` or `0`, the last of them.
    pad: Option<char>,
    upper: bool,
    swap: bool,
    width: usize,
}

impl Style {
    /// Appends a number of at least so many digits.
    fn number(&self, out: &mut String, value: i64, digits: usize, fill: char) {
        let text = value.unsigned_abs().to_string();
        let sign = usize::from(value < 0);
        let (digits, fill) = match self.pad {
            Some('-') => (0, ' '),
            Some('_') => (digits, ' '),
            Some(_) => (digits, '0'),
            None => (digits, fill),
        };
        let missing = digits.max(self.width).saturating_sub(text.len() + sign);
        if fill == ' ' {
            out.extend(std::iter::repeat_n(' ', missing));
        }
        if sign > 0 {
            out.push('-');
        }
        if fill == '0' {
            out.extend(std::iter::repeat_n('0', missing));
        }
        out.push_str(&text);
    }

    fn text(&self, out: &mut String, text: &str) {
        let fill = if self.pad == Some('0') { '0' } else { ' ' };
        let missing = self.width.saturating_sub(text.chars().count());
        out.extend(std::iter::repeat_n(fill, missing));
        if self.upper {
            out.push_str(&text.to_uppercase());
        } else {
            out.push_str(text);
        }
    }

    /// A text in lower case, whatever the flags say.
    fn quiet(&self, out: &mut String, text: &str) {
        let style = Style {
            upper: false,
            ..*self
        };
        style.text(out, &text.to_lowercase());
    }

    /// The name of a day or a month, where both flags of case mean the same.
    fn name(&self, out: &mut String, text: &str) {
        if self.swap {
            self.text(out, &text.to_uppercase());
        } else {
            self.text(out, text);
        }
    }
}

fn short(name: &str) -> &str {
    &name[..3]
}

/// Year and week as ISO 8601 counts them.
fn iso_week(m: &Moment) -> (i64, i64) {
    let week = (m.yearday - 1 - m.weekday + 10) / 7;
    let weeks_in = |year: i64| {
        let start = (days_of(year, 1, 1) + 3).rem_euclid(7);
        let leap = days_of(year + 1, 1, 1) - days_of(year, 1, 1) == 366;
        if start == 3 || (start == 2 && leap) {
            53
        } else {
            52
        }
    };
    if week < 1 {
        (m.year - 1, weeks_in(m.year - 1))
    } else if week > weeks_in(m.year) {
        (m.year + 1, 1)
    } else {
        (m.year, week)
    }
}

/// A moment in the words of a format; nothing where widths ask for more than any buffer of CPython holds.
pub(super) fn formatted(format: &str, m: &Moment) -> String {
    let mut limit = 1024;
    while limit < 256 * format.len() {
        limit *= 2;
    }
    let mut out = String::new();
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let Some(used) = directive(&mut out, &rest[at..], m, limit) else {
            return String::new();
        };
        rest = &rest[at + used..];
    }
    out.push_str(rest);
    if out.len() >= limit {
        out.clear();
    }
    out
}

/// Appends what the directive at the start of `text` says; its length, or nothing where it is too wide.
fn directive(out: &mut String, text: &str, m: &Moment, limit: usize) -> Option<usize> {
    let mut style = Style::default();
    let mut chars = text[1..].chars();
    let mut next = chars.next();
    while let Some(flag @ ('_' | '-' | '0' | '^' | '#')) = next {
        match flag {
            '^' => style.upper = true,
            '#' => style.swap = true,
            pad => style.pad = Some(pad),
        }
        next = chars.next();
    }
    while let Some(digit) = next.and_then(|char| char.to_digit(10)) {
        style.width = style
            .width
            .saturating_mul(10)
            .saturating_add(digit as usize);
        next = chars.next();
    }
    if style.width >= limit {
        return None;
    }
    let alternative = match next {
        Some(modifier @ ('E' | 'O')) => {
            next = chars.next();
            Some(modifier)
        }
        _ => None,
    };
    let used = text.len() - chars.as_str().len();
    let refused = match alternative {
        Some('E') => "aAbBdDeFgGhHIjklmMSUVwW",
        Some(_) => "aADFcxXY",
        None => "",
    };
    let known = next.is_some_and(|code| !refused.contains(code) && field(out, code, &style, m));
    if !known {
        style.text(out, &text[..used]);
    }
    Some(used)
}

/// Whether there is such a directive.
fn field(out: &mut String, code: char, style: &Style, m: &Moment) -> bool {
    let twelve = if m.hour % 12 == 0 { 12 } else { m.hour % 12 };
    let sunday = (m.weekday + 1) % 7;
    let day = DAYS[m.weekday as usize];
    let month = MONTHS[m.month as usize - 1];
    let half = if m.hour < 12 { "AM" } else { "PM" };
    let mut number = |value, digits| style.number(out, value, digits, '0');
    match code {
        'C' => number(m.year.div_euclid(100), 1),
        'd' => number(m.day, 2),
        'e' => style.number(out, m.day, 2, ' '),
        'g' => number(iso_week(m).0.rem_euclid(100), 2),
        'G' => number(iso_week(m).0, 1),
        'H' => number(m.hour, 2),
        'I' => number(twelve, 2),
        'j' => number(m.yearday, 3),
        'k' => style.number(out, m.hour, 2, ' '),
        'l' => style.number(out, twelve, 2, ' '),
        'm' => number(m.month, 2),
        'M' => number(m.minute, 2),
        's' => {
            let days = days_of(m.year, m.month, m.day);
            let seconds = days * 86_400 + m.hour * 3600 + m.minute * 60 + m.second;
            style.text(out, &seconds.to_string());
        }
        'S' => number(m.second, 2),
        'u' => number(m.weekday + 1, 1),
        'U' => number((m.yearday + 6 - sunday) / 7, 2),
        'V' => number(iso_week(m).1, 2),
        'w' => number(sunday, 1),
        'W' => number((m.yearday + 6 - m.weekday) / 7, 2),
        'y' => number(m.year.rem_euclid(100), 2),
        'Y' => number(m.year, 1),
        'a' => style.name(out, short(day)),
        'A' => style.name(out, day),
        'b' | 'h' => style.name(out, short(month)),
        'B' => style.name(out, month),
        'c' => style.text(out, &asctime_text(m)),
        'D' | 'x' => style.text(out, &formatted("%m/%d/%y", m)),
        'F' => style.text(out, &formatted("%Y-%m-%d", m)),
        'n' => style.text(out, "\n"),
        'P' => style.quiet(out, half),
        'p' if style.swap => style.quiet(out, half),
        'p' => style.text(out, half),
        'r' => style.text(out, &formatted("%I:%M:%S %p", m)),
        'R' => style.text(out, &formatted("%H:%M", m)),
        't' => style.text(out, "\t"),
        'T' | 'X' => style.text(out, &formatted("%H:%M:%S", m)),
        'z' => style.text(out, "+0000"),
        'Z' if style.swap => style.quiet(out, "UTC"),
        'Z' => style.text(out, "UTC"),
        '%' => style.text(out, "%"),
        _ => return false,
    }
    true
}
