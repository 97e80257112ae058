//! Texts recorded from CPython 3.11.2: `sys.excepthook` for the interpreter's voice,
//! `traceback.format_exception` for the module's.

use std::sync::Arc;

use hoopsnake_grammar::Span;

use super::report::Report;
use super::*;

const PROGRAM: &str = "\
def add(a, b):
    total = (a + b) * 2
    return total
def item(d):
    return d[\"é\"][\"x\"]\u{20}
def call():
    return add(
        1, None)
def again(n):
    return again(n - 1) if n else 1 / 0
";

fn source() -> Arc<Source> {
    Source::new("x.py", PROGRAM)
}

/// A frame of `function` that failed in `part` of [`PROGRAM`].
fn frame(source: &Arc<Source>, function: &str, part: &str) -> FrameText {
    let start = PROGRAM.find(part).expect("the part is of the program") as u32;
    FrameText {
        file: Arc::clone(source.name()),
        function: function.into(),
        line: source.line_of(start).line,
        code: FrameCode::Source {
            source: Arc::clone(source),
            span: Some(Span::new(start, start + part.len() as u32)),
        },
    }
}

fn exception(type_name: &str, message: &str) -> ExceptionText {
    ExceptionText {
        type_name: type_name.to_owned(),
        message: message.to_owned(),
        ..ExceptionText::default()
    }
}

fn index(of: u32) -> Option<ExceptionIndex> {
    Some(ExceptionIndex(of))
}

#[test]
fn a_binary_operation_has_anchors() {
    let mut error = exception(
        "TypeError",
        "unsupported operand type(s) for +: 'int' and 'NoneType'",
    );
    let source = source();
    error.frames = vec![
        frame(&source, "call", "add(\n        1, None)"),
        frame(&source, "add", "a + b"),
    ];
    let expected = r#"Traceback (most recent call last):
  File "x.py", line 7, in call
    return add(
           ^^^^
  File "x.py", line 2, in add
    total = (a + b) * 2
             ~~^~~
TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
"#;
    let error = [error];
    assert_eq!(uncaught_text(&error), expected);
    assert_eq!(
        format_exception(&error, Voice::Module, true).concat(),
        expected
    );
}

#[test]
fn the_voices_differ_over_white_space_at_the_end() {
    let frames = [frame(&source(), "item", r#"d["é"]["x"]"#)];
    assert_eq!(
        format_frames(&frames, Voice::Interpreter),
        ["  File \"x.py\", line 5, in item\n    \
          return d[\"é\"][\"x\"] \n           ~~~~~~^^^^^\n"]
    );
    assert_eq!(
        format_frames(&frames, Voice::Module),
        ["  File \"x.py\", line 5, in item\n    \
          return d[\"é\"][\"x\"]\n          ~~~~~~^^^^^\n"]
    );
}

#[test]
fn repeated_lines_are_folded() {
    let frames = vec![frame(&source(), "again", "again(n - 1)"); 6];
    let entry = "  File \"x.py\", line 10, in again\n    \
                 return again(n - 1) if n else 1 / 0\n           ^^^^^^^^^^^^\n";
    for voice in [Voice::Interpreter, Voice::Module] {
        let folded = "  [Previous line repeated 3 more times]\n";
        assert_eq!(format_frames(&frames, voice), [entry, entry, entry, folded]);
        let folded = "  [Previous line repeated 1 more time]\n";
        assert_eq!(
            format_frames(&frames[..4], voice),
            [entry, entry, entry, folded]
        );
        assert_eq!(format_frames(&frames[..3], voice), [entry, entry, entry]);
    }
}

#[test]
fn lines_without_source_have_no_text() {
    let mut frame = frame(&source(), "f", "a + b");
    frame.line = 99;
    let entry = "  File \"x.py\", line 99, in f\n";
    assert_eq!(format_frames(&[frame.clone()], Voice::Module), [entry]);
    frame.code = FrameCode::Unknown;
    assert_eq!(format_frames(&[frame.clone()], Voice::Interpreter), [entry]);
    let columns = Some(Columns {
        end_line: 99,
        start: 2,
        end: 3,
    });
    frame.code = FrameCode::Line {
        text: "  x()\n".into(),
        columns,
    };
    assert_eq!(
        format_frames(&[frame], Voice::Module),
        [format!("{entry}    x()\n    ^\n")]
    );
}

#[test]
fn chains_are_told_from_their_start() {
    let mut outer = exception("TypeError", "t");
    outer.notes = vec!["a\nb".to_owned(), String::new()];
    outer.context = index(1);
    let mut middle = exception("ValueError", "v");
    middle.cause = index(2);
    middle.suppress_context = true;
    let mut inner = exception("KeyError", "'k'");
    // A cycle is told once.
    inner.context = index(0);
    let all = [outer, middle, inner];
    let expected = "KeyError: 'k'

The above exception was the direct cause of the following exception:

ValueError: v

During handling of the above exception, another exception occurred:

TypeError: t
a
b

";
    assert_eq!(uncaught_text(&all), expected);
    assert_eq!(
        format_exception(&all, Voice::Module, false),
        ["TypeError: t\n", "a\n", "b\n", "\n"]
    );
}

#[test]
fn groups_are_trees() {
    let mut outer = exception("ExceptionGroup", "one\ntwo (2 sub-exceptions)");
    outer.members = Some(vec![ExceptionIndex(1), ExceptionIndex(2)]);
    let first = exception("ValueError", "a\nb");
    let mut second = exception("ExceptionGroup", "in (17 sub-exceptions)");
    second.members = Some(vec![ExceptionIndex(3); 17]);
    let all = [outer, first, second, exception("OSError", "[Errno 5] io")];
    let mut expected = "  \
  | ExceptionGroup: one
two (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | ValueError: a
b
    +---------------- 2 ----------------
    | ExceptionGroup: in (17 sub-exceptions)
    +-+---------------- 1 ----------------
      | OSError: [Errno 5] io
"
    .to_owned();
    for n in 2..=15 {
        expected.push_str(&format!(
            "      +---------------- {n} ----------------\n      | OSError: [Errno 5] io\n"
        ));
    }
    expected.push_str(
        "      +---------------- ... ----------------
      | and 2 more exceptions
      +------------------------------------
",
    );
    assert_eq!(uncaught_text(&all), expected);
    let expected = expected
        .replace("\ntwo", "\n  | two")
        .replace("\nb\n", "\n    | b\n");
    assert_eq!(
        format_exception(&all, Voice::Module, true).concat(),
        expected
    );
}

#[test]
fn deep_groups_are_cut() {
    let mut all = Vec::new();
    for depth in 1..=100_000 {
        let mut group = exception("ExceptionGroup", "g (1 sub-exception)");
        group.members = Some(vec![ExceptionIndex(depth)]);
        all.push(group);
    }
    all.push(exception("ValueError", ""));
    for voice in [Voice::Interpreter, Voice::Module] {
        let text = format_exception(&all, voice, true).concat();
        assert_eq!(text.matches("g (1 sub-exception)").count(), 10);
        assert!(
            text.contains("\n                      | ... (max_group_depth is 10)\n"),
            "{text}"
        );
    }
}

#[test]
fn a_group_that_holds_itself_ends() {
    let mut group = exception("ExceptionGroup", "g");
    group.members = Some(vec![ExceptionIndex(0)]);
    assert!(uncaught_text(&[group.clone()]).contains("max_group_depth"));
    group.members = Some(vec![ExceptionIndex(0); 20]);
    for voice in [Voice::Interpreter, Voice::Module] {
        assert!(!format_exception(&[group.clone()], voice, true).is_empty());
    }
}

#[test]
fn long_chains_do_not_recurse() {
    let n = 100_000;
    let mut all = vec![exception("ValueError", ""); n as usize];
    for (place, error) in all.iter_mut().enumerate() {
        error.context = index((place as u32 + 1) % n);
    }
    assert_eq!(
        uncaught_text(&all).matches("During handling").count(),
        n as usize - 1
    );
}

#[test]
fn only_the_interpreter_suggests() {
    let mut error = exception("NameError", "name 'prnt' is not defined");
    error.did_you_mean = Some("print".to_owned());
    let only = |voice| format_exception_only(&error, voice);
    assert_eq!(
        only(Voice::Interpreter),
        ["NameError: name 'prnt' is not defined. Did you mean: 'print'?\n"]
    );
    assert_eq!(
        only(Voice::Module),
        ["NameError: name 'prnt' is not defined\n"]
    );
}

#[test]
fn a_syntax_error_shows_its_place() {
    let source = Source::new("dir/f.py", "é = 1\n\tx = (1 +\n");
    let problem = SyntaxProblem {
        class_name: "SyntaxError",
        message: "'(' was never closed",
        span: Span::new(12, 13),
        help: None,
    };
    let text = problem.to_text(&source);
    assert_eq!(
        (text.line, text.offset, text.end_offset),
        (Some(2), Some(6), Some(7))
    );
    let error = problem.to_exception(&source);
    assert_eq!(error.message, "'(' was never closed (f.py, line 2)");
    assert_eq!(
        uncaught_text(std::slice::from_ref(&error)),
        "  File \"dir/f.py\", line 2\n    x = (1 +\n        ^\n\
         SyntaxError: '(' was never closed\n"
    );
    assert_eq!(
        format_exception_only(&error, Voice::Module),
        [
            "  File \"dir/f.py\", line 2\n",
            "    \tx = (1 +\n",
            "    \t    ^\n",
            "SyntaxError: '(' was never closed\n"
        ]
    );
}

#[test]
fn a_syntax_error_may_have_any_attributes() {
    let mut error = exception("SyntaxError", "m");
    error.syntax = Some(SyntaxText {
        msg: Some("m".to_owned()),
        ..SyntaxText::default()
    });
    assert_eq!(uncaught_text(&[error.clone()]), "SyntaxError: m\n");
    error.syntax = Some(SyntaxText {
        msg: None,
        line: Some(i64::MAX),
        end_line: Some(i64::MIN),
        offset: Some(i64::MIN),
        end_offset: Some(i64::MAX),
        text: Some("é".to_owned()),
        file: None,
    });
    assert!(uncaught_text(&[error.clone()]).ends_with("    é\nSyntaxError: None\n"));
    let only = format_exception_only(&error, Voice::Module).concat();
    assert!(
        only.ends_with("    é\nSyntaxError: <no detail available>\n"),
        "{only}"
    );
}

fn report() -> Report {
    let source = source();
    let part = "again(n - 1)";
    let start = PROGRAM.find(part).expect("the part is of the program") as u32;
    let problem = SyntaxProblem {
        class_name: "SyntaxError",
        message: "not built yet",
        span: Span::new(start, start + part.len() as u32),
        help: Some("write a loop"),
    };
    let mut report = problem.to_report(&source);
    report.labels[0].text = Some("here".to_owned());
    report.notes.push("a fact".to_owned());
    report
}

#[test]
fn a_report_is_drawn() {
    let look = Look {
        width_columns: 60,
        colour: false,
        unicode: true,
    };
    let expected = "  × SyntaxError: not built yet
    ╭─[x.py:10:12]
  9 │ def again(n):
 10 │     return again(n - 1) if n else 1 / 0
    ·            ──────┬─────
    ·                  ╰── here
    ╰────
  help: write a loop

  note: a fact
";
    assert_eq!(draw(&report(), look), expected);
}

#[test]
fn a_report_without_places_is_drawn() {
    let look = Look {
        width_columns: 40,
        colour: false,
        unicode: false,
    };
    let report = Report {
        title: "no such file".to_owned(),
        ..Report::default()
    };
    assert_eq!(draw(&report, look), "  x no such file\n");
    let mut far = self::report();
    far.labels[0].span = Span::new(5000, 4000);
    assert!(
        draw(
            &far,
            Look {
                colour: true,
                ..look
            }
        )
        .contains("\u{1b}[")
    );
}

#[test]
fn any_place_can_be_drawn() {
    for text in [
        "",
        "a",
        "é",
        "日本\n",
        "\n",
        "a\r\n\tb\rc\n\nd = 1",
        "\u{feff}x\0\u{1b}",
    ] {
        let source = Source::new("x.py", text);
        for start in 0..text.len() as u32 + 2 {
            for end in start..text.len() as u32 + 2 {
                let span = Span::new(start, end);
                let problem = SyntaxProblem {
                    class_name: "SyntaxError",
                    message: "m",
                    span,
                    help: None,
                };
                for width_columns in [0, 1, 7, 80] {
                    let look = Look {
                        width_columns,
                        colour: false,
                        unicode: true,
                    };
                    assert!(!draw(&problem.to_report(&source), look).is_empty());
                }
                assert!(!uncaught_text(&[problem.to_exception(&source)]).is_empty());
            }
        }
    }
}
