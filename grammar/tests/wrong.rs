//! Wrong programs, and what CPython 3.11 says of them: class, line, words.
//!
//! `wrong.txt` holds one program after another, each with a last line `=> class line: words`.

use hoopsnake_grammar::{Lines, Mode, SyntaxError, parse};

#[test]
fn wrong_programs_are_wrong_in_cpythons_words() {
    let mut failures = Vec::new();
    let text = include_str!("wrong.txt");
    for case in text.strip_suffix('\n').unwrap_or(text).split("\n----\n") {
        let (source, expected) = case
            .rsplit_once("\n=> ")
            .expect("a case has an expectation");
        let found = match parse(source, Mode::Module) {
            Ok(tree) if tree.late.is_empty() => "ok".to_owned(),
            Ok(tree) => told(source, &tree.late[0]),
            Err(error) => told(source, &error),
        };
        if found != expected {
            failures.push(format!(
                "{source}\n   found: {found}\nexpected: {expected}\n"
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn told(source: &str, error: &SyntaxError) -> String {
    let line = Lines::new(source).line(error.span.start);
    format!("{} {line}: {}", error.class_name(), error.message())
}

#[test]
fn null_bytes_are_refused() {
    let error = parse("x = '\0'", Mode::Module).expect_err("no null bytes");
    assert_eq!(error.message(), "source code cannot contain null bytes");
    assert_eq!(error.span.start, 5);
}

#[test]
fn names_of_no_character_are_refused() {
    let message = |source| parse(source, Mode::Module).expect_err("refused").message();
    assert!(message(r"'\N{NO SUCH}'").contains("unknown Unicode character name"));
    assert!(message(r"'\N'").contains("malformed \\N character escape"));
}

#[test]
fn an_expression_is_one_expression() {
    assert!(parse("a + b\n", Mode::Expression).is_ok());
    assert!(parse("a = b", Mode::Expression).is_err());
    assert!(parse("a; b", Mode::Expression).is_err());
    assert!(parse("", Mode::Expression).is_err());
    assert!(parse("(yield)", Mode::Expression).is_ok());
}
