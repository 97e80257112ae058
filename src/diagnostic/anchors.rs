//! Where the operator stands in a failed operation: the `^` among the `~`.
//!
//! CPython 3.11 parses the text of the failed instruction again. If it is one binary operation,
//! or one subscript, the operator or the brackets are marked apart. A small scanner is enough
//! for that, and it does not mind text that is cut out of a larger expression: what it does not
//! understand has no anchors, as when CPython's parser refuses the text.

/// What is marked apart, in bytes of the segment. The end may lie one past what a reader would
/// mark (`+(` in `a+(b)`), as in CPython.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Anchors {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The anchors of `segment`, which is a piece of one line; `None` if it is anything but a
/// binary operation or a subscript.
pub(super) fn find(segment: &str) -> Option<Anchors> {
    let tokens = scan(segment)?;
    match root(&tokens)? {
        Root::Binary(index) => {
            let left = end_of(&tokens[..index])?;
            let right = start_of(&tokens[index + 1..])?;
            let between = &segment.as_bytes()[left..right];
            let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\x0c');
            let start = between.iter().position(|byte| !blank(byte))?;
            let two = between.get(start + 1).is_some_and(|byte| !blank(byte));
            Some(Anchors {
                start: left + start,
                end: left + start + 1 + usize::from(two),
            })
        }
        Root::Subscript(open) => {
            let value = end_of(&tokens[..open])?;
            let index = end_of(&tokens[open + 1..tokens.len() - 1])?;
            Some(Anchors {
                start: value,
                end: index + 1,
            })
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind<'a> {
    Name(&'a str),
    Number,
    Str,
    Op(&'a str),
    /// A bracket that opens; how many tokens further its partner is.
    Open(u8, usize),
    /// A bracket that closes; how many tokens back its partner is.
    Close(usize),
}

#[derive(Debug, Clone, Copy)]
struct Token<'a> {
    kind: Kind<'a>,
    start: usize,
    end: usize,
}

/// Index of the token at the root of the expression: the operator, or the `[`.
enum Root {
    Binary(usize),
    Subscript(usize),
}

/// Precedence of a binary operator, the loosest first.
fn precedence(op: &str) -> Option<u8> {
    Some(match op {
        "|" => 1,
        "^" => 2,
        "&" => 3,
        "<<" | ">>" => 4,
        "+" | "-" => 5,
        "*" | "/" | "//" | "%" | "@" => 6,
        "**" => 8,
        _ => return None,
    })
}

/// Names that cannot stand in an operand of a binary operation outside brackets.
fn breaks_operand(name: &str) -> bool {
    matches!(
        name,
        "and"
            | "as"
            | "assert"
            | "async"
            | "break"
            | "class"
            | "continue"
            | "def"
            | "del"
            | "elif"
            | "else"
            | "except"
            | "finally"
            | "for"
            | "from"
            | "global"
            | "if"
            | "import"
            | "in"
            | "is"
            | "lambda"
            | "nonlocal"
            | "not"
            | "or"
            | "pass"
            | "raise"
            | "return"
            | "try"
            | "while"
            | "with"
            | "yield"
    )
}

fn root(tokens: &[Token<'_>]) -> Option<Root> {
    let mut loosest: Option<(usize, u8)> = None;
    let mut first_power = None;
    let mut last_trailer = None;
    let mut wants_operand = true;
    let mut index = 0;
    while index < tokens.len() {
        let mut next = index + 1;
        match tokens[index].kind {
            Kind::Name("await") if wants_operand => {}
            Kind::Name(name) if breaks_operand(name) || name == "await" => return None,
            Kind::Name(_) | Kind::Number if wants_operand => wants_operand = false,
            Kind::Str if wants_operand => {
                while matches!(
                    tokens.get(next),
                    Some(Token {
                        kind: Kind::Str,
                        ..
                    })
                ) {
                    next += 1;
                }
                wants_operand = false;
            }
            Kind::Open(_, distance) if wants_operand => {
                next = index + distance + 1;
                wants_operand = false;
                last_trailer = None;
            }
            Kind::Open(b'{', _) => return None,
            Kind::Open(_, distance) => {
                last_trailer = Some(index);
                next = index + distance + 1;
            }
            Kind::Op("+" | "-" | "~") if wants_operand => {}
            Kind::Op(".") if !wants_operand => {
                let Some(Token {
                    kind: Kind::Name(_),
                    ..
                }) = tokens.get(next)
                else {
                    return None;
                };
                next += 1;
                last_trailer = None;
            }
            Kind::Op(op) if !wants_operand => {
                let level = precedence(op)?;
                if level == 8 {
                    first_power = first_power.or(Some(index));
                } else if loosest.is_none_or(|(_, best)| level <= best) {
                    loosest = Some((index, level));
                }
                wants_operand = true;
                last_trailer = None;
            }
            Kind::Name(_) | Kind::Number | Kind::Str | Kind::Op(_) | Kind::Close(_) => {
                return None;
            }
        }
        index = next;
    }
    if wants_operand {
        return None;
    }
    if let Some((index, _)) = loosest {
        return Some(Root::Binary(index));
    }
    if matches!(tokens[0].kind, Kind::Op(_)) {
        return None;
    }
    if let Some(index) = first_power {
        return Some(Root::Binary(index));
    }
    let open = last_trailer?;
    let is_subscript = matches!(tokens[open].kind, Kind::Open(b'[', distance) if distance > 1)
        && !matches!(tokens[0].kind, Kind::Name("await"));
    is_subscript.then_some(Root::Subscript(open))
}

/// Where the node made of `tokens` ends. Parentheses around a whole node are not part of it,
/// except for tuples and generator expressions.
fn end_of(tokens: &[Token<'_>]) -> Option<usize> {
    unwrap(tokens).last().map(|token| token.end)
}

/// Where the node made of `tokens` starts; as [`end_of`].
fn start_of(tokens: &[Token<'_>]) -> Option<usize> {
    unwrap(tokens).first().map(|token| token.start)
}

fn unwrap<'t, 's>(mut tokens: &'t [Token<'s>]) -> &'t [Token<'s>] {
    while let Some(Token {
        kind: Kind::Open(b'(', distance),
        ..
    }) = tokens.first()
    {
        let inner = &tokens[1..tokens.len().max(2) - 1];
        if distance + 1 != tokens.len() || inner.is_empty() || keeps_parentheses(inner) {
            break;
        }
        tokens = inner;
    }
    tokens
}

/// Whether these tokens between parentheses are a tuple or a generator expression.
fn keeps_parentheses(inner: &[Token<'_>]) -> bool {
    let mut open_lambdas = 0_usize;
    let mut index = 0;
    while index < inner.len() {
        match inner[index].kind {
            Kind::Open(_, distance) => index += distance,
            Kind::Name("lambda") => open_lambdas += 1,
            Kind::Op(":") => open_lambdas = open_lambdas.saturating_sub(1),
            Kind::Op(",") if open_lambdas == 0 => return true,
            Kind::Name("for") => return true,
            _ => {}
        }
        index += 1;
    }
    false
}

/// Splits `text` into tokens with partnered brackets; `None` if it is not Python.
fn scan(text: &str) -> Option<Vec<Token<'_>>> {
    let bytes = text.as_bytes();
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let byte = bytes[at];
        let kind = match byte {
            b' ' | b'\t' | b'\x0c' if start > 0 => {
                at += 1;
                continue;
            }
            b'#' => break,
            b'(' | b'[' | b'{' => {
                at += 1;
                open.push(tokens.len());
                Kind::Open(byte, 0)
            }
            b')' | b']' | b'}' => {
                at += 1;
                let partner = open.pop()?;
                let distance = tokens.len() - partner;
                let Kind::Open(opener, length) = &mut tokens[partner].kind else {
                    return None;
                };
                if !matches!((*opener, byte), (b'(', b')') | (b'[', b']') | (b'{', b'}')) {
                    return None;
                }
                *length = distance;
                Kind::Close(distance)
            }
            b'"' | b'\'' => {
                at = string_end(bytes, at, None)?;
                Kind::Str
            }
            b'0'..=b'9' => {
                at = number_end(bytes, at);
                Kind::Number
            }
            b'.' if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => {
                at = number_end(bytes, at);
                Kind::Number
            }
            b'_' | b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => {
                while at < bytes.len()
                    && (bytes[at] == b'_' || bytes[at].is_ascii_alphanumeric() || bytes[at] >= 0x80)
                {
                    at += 1;
                }
                let name = &text[start..at];
                if matches!(bytes.get(at), Some(b'"' | b'\'')) && name.len() <= 2 {
                    at = string_end(bytes, at, name.contains(['f', 'F']).then_some(0))?;
                    Kind::Str
                } else {
                    Kind::Name(name)
                }
            }
            _ => {
                at += operator_length(&bytes[at..])?;
                Kind::Op(&text[start..at])
            }
        };
        tokens.push(Token {
            kind,
            start,
            end: at,
        });
    }
    open.is_empty().then_some(tokens)
}

fn operator_length(rest: &[u8]) -> Option<usize> {
    const OPERATORS: [&str; 33] = [
        "**=", "//=", "<<=", ">>=", "...", "**", "//", "<<", ">>", "<=", ">=", "==", "!=", "->",
        ":=", "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "+", "-", "*", "/", "%", "@", "&",
        "|", "^", "~",
    ];
    const SINGLE: &[u8] = b"<>=.,:;";
    OPERATORS
        .iter()
        .find(|op| rest.starts_with(op.as_bytes()))
        .map(|op| op.len())
        .or_else(|| SINGLE.contains(&rest[0]).then_some(1))
}

/// Strings in fields of strings, nested deeper than this, are not looked into.
const MAX_FIELD_DEPTH: usize = 50;

/// The offset past the string whose first quote is at `at`; `depth` is of an f-string, how many
/// it stands in.
fn string_end(bytes: &[u8], at: usize, depth: Option<usize>) -> Option<usize> {
    let quote = bytes[at];
    let triple = bytes[at..].starts_with(&[quote; 3]);
    let length = if triple { 3 } else { 1 };
    let mut at = at + length;
    while at < bytes.len() {
        if bytes[at..].starts_with(&[quote; 3][..length]) {
            return Some(at + length);
        }
        at = match bytes[at] {
            b'\\' => at + 2,
            b'{' => match depth {
                Some(_) if bytes.get(at + 1) == Some(&b'{') => at + 2,
                Some(depth) => field_end(bytes, at, depth)?,
                None => at + 1,
            },
            _ => at + 1,
        };
    }
    None
}

/// The offset past the `}` of the f-string field that opens at `at`. Strings inside may use the
/// same quotes (3.12).
fn field_end(bytes: &[u8], at: usize, depth: usize) -> Option<usize> {
    if depth > MAX_FIELD_DEPTH {
        return None;
    }
    let mut brackets = 0_usize;
    let mut at = at;
    while at < bytes.len() {
        match bytes[at] {
            b'{' | b'(' | b'[' => brackets += 1,
            b'}' | b')' | b']' => {
                brackets -= 1;
                if brackets == 0 {
                    return Some(at + 1);
                }
            }
            b'"' | b'\'' => {
                let is_fstring = bytes[at - 1].eq_ignore_ascii_case(&b'f');
                at = string_end(bytes, at, is_fstring.then_some(depth + 1))?;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

fn number_end(bytes: &[u8], start: usize) -> usize {
    let based = bytes[start] == b'0'
        && matches!(
            bytes.get(start + 1),
            Some(b'x' | b'X' | b'o' | b'O' | b'b' | b'B')
        );
    let mut seen_dot = false;
    let mut at = start;
    while at < bytes.len() {
        match bytes[at] {
            b'.' if !seen_dot && !based => seen_dot = true,
            b'+' | b'-' if !based && matches!(bytes[at - 1], b'e' | b'E') && at > start => {}
            b'_' => {}
            byte if byte.is_ascii_alphanumeric() => {}
            _ => break,
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `marks` is drawn under `segment` as CPython draws it; empty for none.
    fn check(segment: &str, marks: &str) {
        let drawn = find(segment).map_or(String::new(), |anchors| {
            let mut drawn = "~".repeat(anchors.start);
            drawn.push_str(&"^".repeat(anchors.end - anchors.start));
            drawn.push_str(&"~".repeat(segment.len().saturating_sub(anchors.end)));
            drawn
        });
        assert_eq!(drawn, marks, "{segment}");
    }

    #[test]
    fn as_cpython_draws_them() {
        check("a + b", "~~^~~");
        check("a+b", "~^~");
        check("a+(b)", "~^^~~");
        check("(a)+(b)", "~~^^~~~");
        check("(a) + (b)", "~~^~~~~~~");
        check("((a)) // (b)", "~~~^^~~~~~~~");
        check("a // b", "~~^^~~");
        check("a**b", "~^^~");
        check("a ** -b ** c", "~~^^~~~~~~~~");
        check("-a ** b", "");
        check("-a * b", "~~~^~~");
        check("a - b - c", "~~~~~~^~~");
        check("a - b * c", "~~^~~~~~~");
        check("a * b - c", "~~~~~~^~~");
        check("a | b ^ c & d << e + f * g", "~~^~~~~~~~~~~~~~~~~~~~~~~~");
        check("a @ b", "~~^~~");
        check("1 .real + 2", "~~~~~~~~^~~");
        check("1.5e-3+x", "~~~~~~^~");
        check("0xe+1", "~~~^~");
        check(r#""a" "b" % x"#, "~~~~~~~~^~~");
        check("'a' 'b' % (x, y)", "~~~~~~~~^~~~~~~~");
        check(r#"f"{a + b}" + c"#, "~~~~~~~~~~~^~~");
        check(r#"f'{a["x"]!r:>{w}}' + c"#, "~~~~~~~~~~~~~~~~~~~^~~");
        check("(a, b) + (c, d)", "~~~~~~~^~~~~~~~");
        check("() + (1,)", "~~~^~~~~~");
        check("(x for x in y) + z", "~~~~~~~~~~~~~~~^~~");
        check("(lambda a, b: a) + z", "~~~~~~~~~~~~~~~^~~~~");
        check("(lambda a: a, 3) + z", "~~~~~~~~~~~~~~~~~^~~");
        check(
            "(lambda a=lambda b, c: 1, d=2: a) + z",
            "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~^~~~~",
        );
        check("(x := 1) + z", "~~~~~~~^~~~~");
        check("(yield) + z", "~~~~~~^~~~~");
        check("[1, 2] + z", "~~~~~~~^~~");
        check("{1: 2}[3]", "~~~~~~^^^");
        check("{1: 2} | z", "~~~~~~~^~~");
        check("await a + b", "~~~~~~~~^~~");
        check("await a ** b", "~~~~~~~~^^~~");
        check("await a[0]", "");
        check("(await a)[0]", "~~~~~~~~^^^^");
        check("a[0]", "~^^^");
        check("a[0][1]", "~~~~^^^");
        check("a.b[0]", "~~~^^^");
        check("a.b(c)[d]", "~~~~~~^^^");
        check("a[0].b", "");
        check("a[0](b)", "");
        check("a[1:2]", "~^^^^^");
        check("a[1:2 ]", "~^^^^^~");
        check("a[ (1) ]", "~^^^^^~~");
        check("a[(1, 2)]", "~^^^^^^^^");
        check("a[1, 2]", "~^^^^^^");
        check("a[1,]", "~^^^^");
        check("a[(1):(2)]", "~^^^^^^^^^");
        check("(a)[0]", "~~^^^^");
        check("(a + b)[0]", "~~~~~~^^^^");
        check(r#""abc"[9]"#, "~~~~~^^^");
        check("not a + b", "");
        check("a < b", "");
        check("a and b", "");
        check("a if b else c", "");
        check("lambda: a + b", "");
        check("a = b + c", "");
        check("a + b, c", "");
        check("raise a + b", "");
        check("a + b = c", "");
        check("x for x in a + b", "");
        check("a..b + c", "");
        check("a b", "");
        check("a + ", "");
        check("+a", "");
        check("~a + b", "~~~^~~");
        check("a + ~b", "~~^~~~");
        check("*a + b", "");
        check("print (a)[0]", "~~~~~~~~~^^^");
        check("a + b # comment", "~~^~~~~~~~~~~~~");
        check("rb'x' + y", "~~~~~~^~~");
        check(r#""\"" + y"#, "~~~~~^~~");
        check(r#""""x"y""" + z"#, "~~~~~~~~~~^~~");
        check("a +b", "~~^~");
        check("a% b", "~^~~");
        check("a  %  b", "~~~^~~~");
        check("f(a + b)", "");
        check("f(*a, **b) + 1", "~~~~~~~~~~~^~~");
        check("x[*a, b]", "~^^^^^^^");
        check("a[b] + c[d]", "~~~~~^~~~~~");
        check("a + b[c]", "~~^~~~~~");
        check("{**a} | b", "~~~~~~^~~");
        check("a!b", "");
        check("f(a)(b)", "");
        check("f(a)[b:=c]", "~~~~^^^^^^");
        check("match[0]", "~~~~~^^^");
        check("type + case", "~~~~~^~~~~~");
    }

    #[test]
    fn fields_may_hold_the_same_quotes() {
        check(r#"f"{a["b"]}" + c"#, "~~~~~~~~~~~~^~~");
        check(r#"f"{f"{a}" + "}"}{{" % c"#, "~~~~~~~~~~~~~~~~~~~~^~~");
        assert_eq!(find(&"f\"{".repeat(100_000)), None);
    }

    #[test]
    fn any_text_is_endured() {
        const PIECES: [&str; 24] = [
            "a", "é", "(", ")", "[", "]", "{", "}", "f\"", "\"", "'", "\"\"\"", "+", "**", ".",
            "1", "e-", ",", ":", "for", "lambda ", "await ", " ", "\\",
        ];
        let mut state = 7_u64;
        for _ in 0..50_000 {
            let mut text = String::new();
            for _ in 0..state >> 40 & 15 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                text.push_str(PIECES[(state >> 33) as usize % PIECES.len()]);
            }
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            if let Some(anchors) = find(&text) {
                assert!(
                    anchors.start < anchors.end && anchors.end <= text.len(),
                    "{text}"
                );
            }
        }
    }
}
