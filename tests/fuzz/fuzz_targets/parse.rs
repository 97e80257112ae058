//! Any text, in every mode: the parser never panics, and what it says lies inside the text.
#![no_main]

use hoopsnake_grammar::{Lines, Mode, Span, dump_with_spans, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for mode in [Mode::Module, Mode::Interactive, Mode::Expression] {
        match parse(text, mode) {
            Ok(tree) => {
                for statement in &tree.body {
                    check(text, statement.span);
                }
                // Walks the whole tree; deep trees must not end the process either.
                let _ = dump_with_spans(&tree);
            }
            Err(error) => {
                check(text, error.span);
                assert!(!error.message().is_empty());
                let _ = Lines::new(text).line_column_chars(text, error.span.start);
            }
        }
    }
});

/// A span lies inside the text, the right way round, between characters.
fn check(text: &str, span: Span) {
    let (start, end) = (span.start as usize, span.end as usize);
    assert!(
        start <= end && end <= text.len(),
        "{span:?} of {} bytes",
        text.len()
    );
    assert!(
        text.is_char_boundary(start) && text.is_char_boundary(end),
        "{span:?} splits a character"
    );
}
