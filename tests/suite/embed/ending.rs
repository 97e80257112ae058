//! How a program ends: its tasks, its finalisers.

use std::time::{Duration, Instant};

use hoopsnake::tool::{InputState, input_state};

use crate::process;

#[track_caller]
fn ends(source: &str, stdout: &str, status: i32) -> String {
    let mut command = process::hoop();
    command.args(["-c", source]);
    let start = Instant::now();
    let folder = std::env::temp_dir();
    let outcome = process::run(command, &folder, b"", Duration::from_secs(30));
    assert_eq!(outcome.stdout_text(), stdout, "{}", outcome.stderr);
    assert_eq!(outcome.status, Some(status), "{}", outcome.stderr);
    assert!(start.elapsed() < Duration::from_secs(20));
    outcome.stderr
}

const BACKGROUND: &str = "import asyncio
async def work():
    try:
        await asyncio.sleep(60)
    finally:
        print('tidied')
task = asyncio.create_task(work())
await asyncio.sleep(0)
";

#[test]
fn an_exception_cancels_the_tasks_that_are_left() {
    let stderr = ends(&format!("{BACKGROUND}1 / 0"), "tidied\n", 1);
    assert!(
        stderr.ends_with("ZeroDivisionError: division by zero\n"),
        "{stderr}"
    );
    assert!(!stderr.contains("pending"), "{stderr}");
    let stderr = ends(&format!("{BACKGROUND}raise SystemExit(4)"), "tidied\n", 4);
    assert_eq!(stderr, "");
}

#[test]
fn what_was_forgotten_is_told_at_the_end() {
    let stderr = ends("async def f(): pass\nx = f()", "", 0);
    assert_eq!(
        stderr,
        "sys:1: RuntimeWarning: coroutine 'f' was never awaited\n"
    );
    let text =
        "import asyncio\nasync def f(): raise ValueError('lost')\nx = asyncio.create_task(f())";
    let stderr = ends(text, "", 0);
    assert!(stderr.starts_with("Task exception was never retrieved\nfuture: <Task finished name='Task-1' coro=<f() done"), "{stderr}");
}

#[test]
fn finalisers_still_see_the_globals() {
    let text =
        "class A:\n    def __del__(self): print('gone', name)\nname = 'x'\na = A()\nprint('end')";
    ends(text, "end\ngone x\n", 0);
}

#[test]
fn a_prompt_knows_when_an_input_is_whole() {
    for (text, state) in [
        ("1 + 1\n", InputState::Complete),
        ("f(\n", InputState::Incomplete),
        ("if x:\n", InputState::Incomplete),
        ("if x:\n    y\n", InputState::Incomplete),
        ("if x:\n    y\n\n", InputState::Complete),
        ("x = )\n", InputState::Complete),
    ] {
        assert_eq!(input_state(text), state, "{text:?}");
    }
}
