//! The command line as a new user types it: exit status and the key words on standard error.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::process::{self, Outcome};

const LIMIT: Duration = Duration::from_secs(30);

/// A folder of its own for one test, removed at the end.
pub(crate) struct Desk {
    path: PathBuf,
}

impl Desk {
    pub(crate) fn new(name: &str) -> Desk {
        let path = std::env::temp_dir().join(format!("hoop-cli-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("the temporary folder can be made");
        Desk { path }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn with(self, file: &str, content: impl AsRef<[u8]>) -> Desk {
        let path = self.path.join(file);
        fs::create_dir_all(path.parent().expect("inside the desk")).expect("folders can be made");
        fs::write(path, content).expect("files can be written");
        self
    }

    pub(crate) fn hoop(&self, args: &[&str]) -> Outcome {
        self.hoop_reading(args, b"")
    }

    pub(crate) fn hoop_reading(&self, args: &[&str], input: &[u8]) -> Outcome {
        let mut command = process::hoop();
        command.args(args);
        let outcome = process::run(command, &self.path, input, LIMIT);
        assert!(!outcome.timed_out, "hoop {args:?} did not end");
        assert!(
            !outcome.stderr.contains("panicked at"),
            "hoop {args:?}: {}",
            outcome.stderr
        );
        outcome
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // A folder that stays behind in /tmp is no reason to fail.
        let _ = fs::remove_dir_all(&self.path);
    }
}

fn run_source(name: &str, source: impl AsRef<[u8]>) -> Outcome {
    Desk::new(name).with("main.py", source).hoop(&["main.py"])
}

#[track_caller]
pub(crate) fn expect(outcome: &Outcome, status: i32, stdout: &str, stderr_words: &[&str]) {
    assert_eq!(outcome.stdout_text(), stdout, "stderr: {}", outcome.stderr);
    assert_eq!(outcome.status, Some(status), "stderr: {}", outcome.stderr);
    for word in stderr_words {
        assert!(
            outcome.stderr.contains(word),
            "standard error lacks {word:?}:\n{}",
            outcome.stderr
        );
    }
}

#[test]
fn a_missing_file_is_status_2() {
    let outcome = Desk::new("missing").hoop(&["nope.py"]);
    expect(
        &outcome,
        2,
        "",
        &[
            "can't open file",
            "nope.py': [Errno 2] No such file or directory",
        ],
    );
}

#[test]
fn a_folder_is_no_program() {
    let outcome = Desk::new("folder").with("sub/x.txt", "").hoop(&["sub"]);
    assert!(
        matches!(outcome.status, Some(1 | 2)),
        "{:?} {}",
        outcome.status,
        outcome.stderr
    );
    assert!(!outcome.stderr.is_empty());
}

#[test]
fn an_empty_file_prints_nothing() {
    expect(&run_source("empty", ""), 0, "", &[]);
    expect(&run_source("blank", "\n# only a comment"), 0, "", &[]);
}

#[test]
fn a_byte_order_mark_and_windows_lines_are_fine() {
    expect(
        &run_source("bom", "\u{feff}print('bom')\n"),
        0,
        "bom\n",
        &[],
    );
    expect(
        &run_source("crlf", "if True:\r\n    print('crlf')\r\n"),
        0,
        "crlf\n",
        &[],
    );
    expect(
        &run_source("shebang", "#!/usr/bin/env hoop\nprint(1)"),
        0,
        "1\n",
        &[],
    );
}

#[test]
fn wrong_syntax_names_file_line_and_caret() {
    let outcome = run_source("syntax", "x = 1\nif x\n    print(x)\n");
    expect(
        &outcome,
        1,
        "",
        &[
            "main.py\", line 2",
            "    if x",
            "^",
            "SyntaxError: expected ':'",
        ],
    );
}

#[test]
fn common_syntax_errors_carry_cpythons_words() {
    for (source, words) in [
        ("print('a'\n", "'(' was never closed"),
        (
            "x = 'abc\n",
            "unterminated string literal (detected at line 1)",
        ),
        (
            "def f():\nx = 1\n",
            "expected an indented block after function definition on line 1",
        ),
        ("x = 1\n    y = 2\n", "unexpected indent"),
        (
            "if 1:\n        a = 1\n    b = 2\n",
            "unindent does not match any outer indentation level",
        ),
        (
            "f() = 1\n",
            "cannot assign to function call here. Maybe you meant '==' instead of '='?",
        ),
        ("x = )\n", "unmatched ')'"),
        (
            "x = (1]\n",
            "closing parenthesis ']' does not match opening parenthesis '('",
        ),
        ("return 1\n", "'return' outside function"),
        ("break\n", "'break' outside loop"),
        (
            "def f(a, a): pass\n",
            "duplicate argument 'a' in function definition",
        ),
    ] {
        expect(&run_source("words", source), 1, "", &[words]);
    }
}

#[test]
fn a_command_runs_code_with_arguments() {
    let desk = Desk::new("command");
    expect(&desk.hoop(&["-c", "print(1 + 1)"]), 0, "2\n", &[]);
    expect(
        &desk.hoop(&["-c", "import sys; print(sys.argv)", "a", "-b"]),
        0,
        "['-c', 'a', '-b']\n",
        &[],
    );
    expect(
        &desk.hoop(&["-c", "1 / 0"]),
        1,
        "",
        &[
            "File \"<string>\", line 1",
            "ZeroDivisionError: division by zero",
        ],
    );
    expect(
        &desk.hoop(&["-c", "if"]),
        1,
        "",
        &["SyntaxError: invalid syntax"],
    );
}

#[test]
fn a_dash_reads_the_program_from_standard_input() {
    let desk = Desk::new("dash");
    expect(
        &desk.hoop_reading(&["-"], b"x = 2\nprint(x * 21)\n"),
        0,
        "42\n",
        &[],
    );
    expect(
        &desk.hoop_reading(&["-", "arg"], b"import sys\nprint(sys.argv)"),
        0,
        "['-', 'arg']\n",
        &[],
    );
    expect(
        &desk.hoop_reading(&["-"], b"1 +"),
        1,
        "",
        &["<stdin>", "SyntaxError"],
    );
}

#[test]
fn a_module_runs_as_main() {
    let desk = Desk::new("module").with(
        "tool.py",
        "import sys\nprint(__name__, len(sys.argv), sys.argv[1:])\n",
    );
    expect(
        &desk.hoop(&["-m", "tool", "x"]),
        0,
        "__main__ 2 ['x']\n",
        &[],
    );
    expect(
        &desk.hoop(&["-m", "no_such_tool"]),
        1,
        "",
        &["No module named no_such_tool"],
    );
}

#[test]
fn arguments_reach_the_program() {
    let desk = Desk::new("argv").with("main.py", "import sys\nprint(sys.argv)\n");
    expect(
        &desk.hoop(&["main.py", "-c", "--flag", "a b", ""]),
        0,
        "['main.py', '-c', '--flag', 'a b', '']\n",
        &[],
    );
}

#[test]
fn modules_beside_the_script_are_found_from_elsewhere() {
    let desk = Desk::new("beside")
        .with("sub/main.py", "import part\nprint(part.value)\n")
        .with("sub/part.py", "value = 'beside'\n");
    expect(&desk.hoop(&["sub/main.py"]), 0, "beside\n", &[]);
}

#[test]
fn a_top_level_await_in_a_module_is_refused() {
    let desk = Desk::new("await")
        .with("main.py", "import part\n")
        .with("part.py", "import asyncio\nawait asyncio.sleep(0)\n");
    expect(
        &desk.hoop(&["main.py"]),
        1,
        "",
        &["part.py", "SyntaxError: 'await' outside function"],
    );
}

#[test]
fn system_exit_sets_the_status() {
    for (code, status) in [
        ("", 0),
        ("None", 0),
        ("0", 0),
        ("3", 3),
        ("True", 1),
        ("255", 255),
        ("256", 0),
        ("-1", 255),
    ] {
        let source = format!("import sys\nprint('x')\nsys.exit({code})\nprint('never')\n");
        expect(&run_source("exit", source), status, "x\n", &[]);
    }
    expect(
        &run_source("exit-text", "raise SystemExit('all is lost')"),
        1,
        "",
        &["all is lost"],
    );
    expect(
        &run_source("exit-tuple", "raise SystemExit((1, 2))"),
        1,
        "",
        &["(1, 2)"],
    );
}

#[test]
fn system_exit_inside_a_task_ends_the_program() {
    let source = "import asyncio, sys\nasync def main():\n    await asyncio.sleep(0)\n    sys.exit(4)\nasyncio.run(main())\n";
    expect(&run_source("exit-task", source), 4, "", &[]);
}

#[test]
fn an_uncaught_exception_prints_its_traceback() {
    let outcome = run_source(
        "uncaught",
        "def f(x):\n    return x[5]\n\nprint('before')\nf([1])\n",
    );
    let words = [
        "Traceback (most recent call last):",
        "main.py\", line 5, in <module>",
        "    f([1])",
        "line 2, in f",
        "    return x[5]",
    ];
    expect(&outcome, 1, "before\n", &words);
    assert_eq!(outcome.last_words(), "IndexError: list index out of range");
}

#[test]
fn an_uncaught_group_prints_its_tree() {
    let outcome = run_source(
        "group",
        "raise ExceptionGroup('both', [ValueError('a'), KeyError('b')])\n",
    );
    let words = [
        "ExceptionGroup: both (2 sub-exceptions)",
        "+-+---------------- 1 ----------------",
        "ValueError: a",
        "KeyError: 'b'",
    ];
    expect(&outcome, 1, "", &words);
}

#[test]
fn source_that_is_not_utf8_is_refused() {
    expect(
        &run_source("latin", b"print('caf\xe9')\n"),
        1,
        "",
        &["SyntaxError"],
    );
}

#[test]
fn source_with_a_nul_is_refused() {
    expect(
        &run_source("nul", b"print(1)\n\0\n"),
        1,
        "",
        &["null bytes"],
    );
}

#[test]
fn ten_thousand_nested_things_are_refused() {
    let brackets = format!("x = {}{}\n", "[".repeat(10_000), "]".repeat(10_000));
    expect(
        &run_source("brackets", brackets),
        1,
        "",
        &["SyntaxError: too many nested parentheses"],
    );
    let open = "(".repeat(10_000);
    expect(&run_source("open", open), 1, "", &["SyntaxError"]);
    let mut blocks = String::new();
    for depth in 0..1_000 {
        blocks.push_str(&" ".repeat(depth));
        blocks.push_str("if 1:\n");
    }
    expect(
        &run_source("blocks", blocks),
        1,
        "",
        &["IndentationError: too many levels of indentation"],
    );
    for (name, chain) in [
        ("minus", "-"),
        ("nots", "not "),
        ("lambdas", "lambda: "),
        ("stars", "2 ** "),
    ] {
        let outcome = run_source(name, format!("x = {}1\n", chain.repeat(10_000)));
        // CPython refuses these in several ways; we only must not crash.
        assert!(
            matches!(outcome.status, Some(0 | 1)),
            "{name}: {:?} {}",
            outcome.status,
            outcome.last_words()
        );
    }
    for (name, step) in [
        ("dots", ".real"),
        ("calls", "()"),
        ("sums", " + 1"),
        ("items", "[0]"),
    ] {
        let outcome = run_source(
            name,
            format!(
                "try:\n    x = 1{}\nexcept Exception:\n    pass\n",
                step.repeat(10_000)
            ),
        );
        assert!(
            matches!(outcome.status, Some(0 | 1)),
            "{name}: {:?} {}",
            outcome.status,
            outcome.last_words()
        );
    }
}

#[test]
fn endless_recursion_ends_with_recursion_error() {
    let outcome = run_source("recursion", "def f():\n    f()\n\nf()\n");
    expect(
        &outcome,
        1,
        "",
        &["RecursionError: maximum recursion depth exceeded"],
    );
}

#[test]
fn a_program_piped_into_bare_hoop_runs() {
    let outcome = Desk::new("piped").hoop_reading(&[], b"print(6 * 7)\n");
    assert_eq!(outcome.status, Some(0), "{}", outcome.stderr);
    assert!(
        outcome.stdout_text().contains("42"),
        "{}",
        outcome.stdout_text()
    );
}

#[test]
fn the_listing_shows_every_function() {
    let desk = Desk::new("dis").with(
        "main.py",
        "def double(x):\n    return x * 2\n\nprint(double(4))\n",
    );
    let outcome = desk.hoop(&["dis", "main.py"]);
    assert_eq!(outcome.status, Some(0), "{}", outcome.stderr);
    assert!(
        outcome.stdout_text().contains("double"),
        "{}",
        outcome.stdout_text()
    );
}

#[test]
fn help_and_version_are_there() {
    let desk = Desk::new("help");
    for flag in ["--help", "--version"] {
        let outcome = desk.hoop(&[flag]);
        assert_eq!(outcome.status, Some(0), "{flag}: {}", outcome.stderr);
        assert!(!outcome.stdout.is_empty(), "{flag} prints nothing");
    }
    assert_eq!(desk.hoop(&["--no-such-option"]).status, Some(2));
}

#[cfg(unix)]
#[test]
fn control_c_is_a_keyboard_interrupt() {
    use std::io::Read;
    use std::os::unix::process::ExitStatusExt;
    use std::process::Stdio;

    // A shell starts background jobs with the interrupt ignored; `hoop` then leaves it alone, as CPython does.
    let own = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = own.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    if ignored
        .is_some_and(|mask| u64::from_str_radix(mask.trim(), 16).is_ok_and(|mask| mask & 2 != 0))
    {
        return;
    }
    for body in [
        "while True:\n    pass\n",
        "import asyncio\nasyncio.run(asyncio.sleep(60))\n",
        "import time\ntime.sleep(60)\n",
    ] {
        let desk =
            Desk::new("interrupt").with("main.py", format!("print('ready', flush=True)\n{body}"));
        let mut child = process::hoop()
            .arg("main.py")
            .current_dir(&desk.path)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("hoop starts");
        let mut ready = [0; 6];
        child
            .stdout
            .as_mut()
            .expect("piped")
            .read_exact(&mut ready)
            .expect("it says that it is ready");
        std::thread::sleep(Duration::from_millis(100));
        let sent = Command::new("sh")
            .arg("-c")
            .arg(format!("kill -INT {}", child.id()))
            .status();
        assert!(sent.expect("sh runs").success());
        let outcome = child.wait_with_output().expect("it ends");
        let stderr = String::from_utf8_lossy(&outcome.stderr);
        assert!(stderr.contains("KeyboardInterrupt"), "{body}: {stderr}");
        let status = outcome.status;
        assert!(
            status.code() == Some(130) || status.signal() == Some(2),
            "{body}: {status:?}"
        );
    }
}

#[test]
fn a_thread_that_reads_a_line_holds_nobody_up() {
    let text = "\
import asyncio, sys
async def main():
    turns = 0
    async def turn():
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1
    task = asyncio.create_task(turn())
    print(await asyncio.to_thread(input, '? '), turns > 0)
    print(repr(await asyncio.to_thread(sys.stdin.readline)))
    try:
        await asyncio.to_thread(input)
    except EOFError as error:
        print(error)
    task.cancel()
asyncio.run(main())
";
    let desk = Desk::new("reads").with("main.py", text);
    let outcome = desk.hoop_reading(&["main.py"], b"one\ntwo\n");
    let wanted = "? one True\n'two\\n'\nEOF when reading a line\n";
    assert_eq!(outcome.stdout_text(), wanted, "{}", outcome.stderr);
}

/// The programs of `examples/scripts` are the first that a reader runs.
#[test]
fn the_example_scripts_run() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/scripts");
    let mut seen = 0;
    for entry in fs::read_dir(&folder).expect("examples/scripts exists") {
        let path = entry.expect("it can be listed").path();
        if path.extension().is_some_and(|extension| extension == "py") {
            let mut command = process::hoop();
            command.arg(&path);
            let outcome = process::run(command, &folder, b"", LIMIT);
            assert_eq!(
                outcome.status,
                Some(0),
                "{}: {}",
                path.display(),
                outcome.stderr
            );
            assert!(
                !outcome.stdout.is_empty(),
                "{} prints nothing",
                path.display()
            );
            seen += 1;
        }
    }
    assert!(seen >= 4);
}
