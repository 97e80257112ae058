//! Texts that would overflow a careless parser: each ends, on a small stack, without panic.

use std::thread;

use hoopsnake_grammar::{Mode, parse};

const MANY: usize = 20_000;

/// Parses on a stack of one MiB, and gives the message, or "ok".
fn outcome(source: String) -> String {
    let run = move || match parse(&source, Mode::Module) {
        Ok(_) => "ok".to_owned(),
        Err(error) => error.message(),
    };
    let builder = thread::Builder::new().stack_size(1 << 20);
    builder
        .spawn(run)
        .expect("a thread starts")
        .join()
        .expect("the parser does not panic")
}

#[test]
fn deep_expressions_are_refused() {
    for source in [
        format!("{}1", "-".repeat(MANY)),
        format!("{}1", "not ".repeat(MANY)),
        format!("a{}", ".b".repeat(MANY)),
        format!("a{}", "()".repeat(MANY)),
        format!("a{}", "[0]".repeat(MANY)),
        format!("{}1", "lambda: ".repeat(MANY)),
        format!("{}1", "x if y else ".repeat(MANY)),
        format!("{}1", "2**".repeat(MANY)),
        format!("1{}", "+1".repeat(MANY)),
        format!("match x:\n case a{}: pass", ".b".repeat(MANY)),
    ] {
        assert_eq!(outcome(source), "too many nested expressions");
    }
}

#[test]
fn brackets_blocks_and_fstrings_have_limits() {
    for bracket in ["(", "[", "{", "a(", "a["] {
        assert_eq!(outcome(bracket.repeat(MANY)), "too many nested parentheses");
    }
    let blocks: String = (0..200)
        .map(|i| format!("{}if x:\n", " ".repeat(i)))
        .collect();
    assert_eq!(outcome(blocks), "too many levels of indentation");
    assert_eq!(outcome("f'{".repeat(MANY)), "too many nested f-strings");
    assert_eq!(
        outcome(format!("f'{}'", "{a:".repeat(MANY))),
        "f-string: expressions nested too deeply"
    );
}

#[test]
fn long_but_flat_is_right() {
    for source in [
        format!("if a:\n b\n{}", "elif a:\n b\n".repeat(MANY)),
        format!("1{}", " and 1".repeat(MANY)),
        format!("1{}", " < 1".repeat(MANY)),
        format!("{}1", "a = ".repeat(MANY)),
        "'a' ".repeat(MANY),
        "f'{a}' ".repeat(MANY),
        "a;".repeat(MANY),
        "\\\n".repeat(MANY),
        format!("match x:\n case 1{}: pass", " | 1".repeat(MANY)),
        format!("[a {}]", "for a in b ".repeat(MANY)),
        format!("{}1{}", "(a, ".repeat(180), ")".repeat(180)),
        format!("{}1{}", "f'{".repeat(120), "}'".repeat(120)),
    ] {
        assert_eq!(outcome(source), "ok");
    }
}

#[test]
fn mistakes_after_much_text_are_found_soon() {
    for source in [
        format!("{}(a b", "x = 1\n".repeat(MANY)),
        format!("({} b", "a, ".repeat(MANY)),
        format!("({} = b", "a in ".repeat(MANY)),
        format!("f'{}{{a b}}'", "{a}".repeat(MANY)),
    ] {
        assert_ne!(outcome(source), "ok");
    }
}
