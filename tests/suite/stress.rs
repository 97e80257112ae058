//! The programs of `tests/stress`: many schedules and many tasks, in the sizes that a debug build bears.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::process::{self, Outcome};

const LIMIT: Duration = Duration::from_secs(120);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stress")
}

fn run(program: &str, arguments: &[&str]) -> Outcome {
    let mut command = process::hoop();
    command.arg(program).args(arguments);
    let outcome = process::run(command, &folder(), b"", LIMIT);
    assert!(!outcome.timed_out, "{program} hangs");
    assert_eq!(outcome.stderr, "", "{program}");
    outcome
}

/// Compares what a program prints with its recording, line by line.
fn prints_what_was_recorded(program: &str, what: &str) {
    let wanted =
        fs::read_to_string(folder().join(program).with_extension("out")).expect("it is recorded");
    let printed = run(program, &[]).stdout_text();
    for (line, expected) in printed.lines().zip(wanted.lines()) {
        assert_eq!(line, expected, "{what}");
    }
    assert_eq!(printed.lines().count(), wanted.lines().count());
}

#[test]
fn random_schedules_take_the_turns_that_were_recorded() {
    prints_what_was_recorded("schedules.py", "seed, steps, sum");
}

#[test]
fn random_decimals_have_the_results_that_were_recorded() {
    prints_what_was_recorded("decimals.py", "operations, sum");
}

#[test]
fn tasks_leave_nothing_behind() {
    let printed = run("leaks.py", &["20000"]).stdout_text();
    assert_eq!(printed, "objects left: none\n");
}
