//! The command where the memory of its process is limited.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::process;

/// Where the process may not have more memory, a program that grows without end gets MemoryError and goes on.
#[test]
fn under_a_limit_of_the_process_what_grows_raises_memory_error() {
    let text = "\
import itertools
def grow(add):
    i = 0
    while True:
        i += 1
        add(i)
def numbers():
    i = 0
    while True:
        i += 1
        yield i
def grow_text():
    text = 'ab'
    while True:
        text += text
for try_it in (
    lambda: [[0] * i for i in numbers()],
    lambda: [[j for j in range(i)] for i in range(2**53)],
    lambda: list(itertools.count()),
    lambda: list(numbers()),
    lambda: sorted(numbers()),
    lambda: [i for i in numbers()],
    lambda: {i for i in numbers()},
    lambda: dict.fromkeys(numbers()),
    lambda: grow([].append),
    lambda: grow(set().add),
    lambda: ''.join('x' * 1000 for i in numbers()),
    lambda: bytearray(itertools.repeat(7)),
    lambda: 'é' * 2**31,
    lambda: 1 << 2**34,
    lambda: 7 ** 10**10,
    grow_text,
):
    try:
        try_it()
    except MemoryError as error:
        print(repr(error), end=' ')
kept = []
caught = 0
while True:
    try:
        while True:
            kept.append([kept])
    except MemoryError:
        caught += 1
";
    let hoop = process::hoop().get_program().to_owned();
    let mut command = Command::new("sh");
    let script = "ulimit -v 800000; exec \"$0\" -c \"$1\"";
    command.arg("-c").arg(script).arg(hoop).arg(text);
    let outcome = process::run(command, Path::new("/"), b"", Duration::from_secs(60));
    let wanted = "MemoryError() ".repeat(16);
    assert_eq!(outcome.stdout_text(), wanted, "{}", outcome.stderr);
    // One that gives nothing back is stopped.
    assert!(
        outcome.stderr.contains("memory limit reached"),
        "{}",
        outcome.stderr
    );
}

/// Each step is small and the table it fills is not: it asks before it doubles, however often the error is caught.
#[test]
fn tables_that_grow_in_bulk_do_not_end_the_process() {
    for step in [
        "row.extend(items)",
        "row += range(1000)",
        "row[len(row):] = items",
        "seen.update(range(step, step + 1000))",
    ] {
        let text = format!(
            "
row, seen, items = [], set(), [0] * 1000
caught = step = 0
while caught < 50:
    try:
        while True:
            {step}
            step += 1000
    except MemoryError:
        caught += 1
"
        );
        let hoop = process::hoop().get_program().to_owned();
        let mut command = Command::new("sh");
        let script = "ulimit -v 1500000; exec \"$0\" -c \"$1\"";
        command.arg("-c").arg(script).arg(hoop).arg(text);
        let outcome = process::run(command, Path::new("/"), b"", Duration::from_secs(60));
        assert!(
            !outcome.stderr.contains("memory allocation of"),
            "{step}: {}",
            outcome.stderr
        );
    }
}
