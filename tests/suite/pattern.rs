//! The few regular expressions that `# stderr-match:` lines use, so that the tests need no package for them.
//!
//! Understood: `^` and `$` at the ends, `.`, `\d`, `\w`, `\s`, a backslash before any other character, and `*`, `+`,
//! `?` after one of these. Groups, classes and alternatives are refused with a panic that names the pattern.

/// Whether `pattern` is found somewhere in `line`.
pub(crate) fn found(pattern: &str, line: &str) -> bool {
    let (anchored, atoms, to_the_end) = parse(pattern);
    let text: Vec<char> = line.chars().collect();
    let starts = if anchored { 0..=0 } else { 0..=text.len() };
    starts
        .into_iter()
        .any(|start| matches(&atoms, &text[start..], to_the_end))
}

#[derive(Clone, Copy)]
enum One {
    Any,
    Digit,
    Word,
    Space,
    Just(char),
}

impl One {
    fn accepts(self, c: char) -> bool {
        match self {
            One::Any => true,
            One::Digit => c.is_ascii_digit(),
            One::Word => c.is_alphanumeric() || c == '_',
            One::Space => c.is_whitespace(),
            One::Just(wanted) => c == wanted,
        }
    }
}

struct Atom {
    one: One,
    least: usize,
    most: usize,
}

fn parse(pattern: &str) -> (bool, Vec<Atom>, bool) {
    let (anchored, rest) = match pattern.strip_prefix('^') {
        Some(rest) => (true, rest),
        None => (false, pattern),
    };
    let (to_the_end, rest) = match rest.strip_suffix('$') {
        Some(head) if !head.ends_with('\\') => (true, head),
        _ => (false, rest),
    };
    let mut atoms: Vec<Atom> = Vec::new();
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        let one = match c {
            '.' => One::Any,
            '\\' => match chars.next().expect("a backslash is followed by something") {
                'd' => One::Digit,
                'w' => One::Word,
                's' => One::Space,
                other => One::Just(other),
            },
            '*' | '+' | '?' => {
                let last = atoms.last_mut().expect("a repetition follows something");
                (last.least, last.most) = match c {
                    '*' => (0, usize::MAX),
                    '+' => (1, usize::MAX),
                    _ => (0, 1),
                };
                continue;
            }
            '(' | ')' | '[' | ']' | '{' | '}' | '|' => {
                panic!("{pattern}: `{c}` is not understood here; escape it")
            }
            other => One::Just(other),
        };
        atoms.push(Atom {
            one,
            least: 1,
            most: 1,
        });
    }
    (anchored, atoms, to_the_end)
}

fn matches(atoms: &[Atom], text: &[char], to_the_end: bool) -> bool {
    let Some((first, rest)) = atoms.split_first() else {
        return !to_the_end || text.is_empty();
    };
    let run = text
        .iter()
        .take(first.most)
        .take_while(|c| first.one.accepts(**c))
        .count();
    (first.least..=run)
        .rev()
        .any(|n| matches(rest, &text[n..], to_the_end))
}

#[test]
fn patterns_match_as_regular_expressions_do() {
    assert!(found(
        r"^  File .*a_b\.py., line \d+, in <module>$",
        "  File \"x/a_b.py\", line 12, in <module>"
    ));
    assert!(found("boom", "a boom here") && !found("^boom", "a boom") && !found("boom$", "boom!"));
    assert!(found(r"coro=<bad\(\) done", "task coro=<bad() done>") && !found(r"\d+x", "x1"));
}
