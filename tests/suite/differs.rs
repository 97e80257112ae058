//! The deliberate differences from CPython: each program of `tests/differs` prints what its `.out` says, and the
//! page of differences is made of their headers.
//!
//! `BLESS=1 cargo test differs` writes `.out` (from `hoop`: only Hoopsnake defines these) and `README.md` anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::process;

/// The header lines of a program, in their order.
const KEYS: [&str; 5] = ["differs", "cpython", "here", "why", "instead"];

const PREFACE: &str = "\
# Differences from CPython

Written by `BLESS=1 cargo test differs` from the headers of the programs in this folder; change those, not this. The
judge is CPython 3.11 (asyncio: 3.14). Each program runs as it is, and its `.out` holds what `hoop` prints. What is not
here and differs is a fault, except for what is missing altogether: that ends in an error which names it.
";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/differs")
}

fn programs() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder())
        .expect("tests/differs can be listed")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    found.sort();
    found
}

fn blessing() -> bool {
    std::env::var_os("BLESS").is_some_and(|value| value == "1")
}

#[test]
fn each_difference_shows_itself() {
    // `HOOP=python3` checks recordings of CPython; these are none.
    if std::env::var_os("HOOP").is_some() {
        return;
    }
    for path in programs() {
        let mut command = process::hoop();
        command.arg(path.file_name().expect("a program has a name"));
        let outcome = process::run(command, &folder(), b"", Duration::from_secs(30));
        let said = format!("{}: {}", path.display(), outcome.stderr);
        assert_eq!(outcome.status, Some(0), "{said}");
        let recording = path.with_extension("out");
        if blessing() {
            fs::write(&recording, &outcome.stdout).expect("the recording can be written");
        }
        let wanted = fs::read_to_string(&recording).expect("a program has its .out");
        assert_eq!(outcome.stdout_text(), wanted, "{said}");
    }
}

#[test]
fn the_page_of_differences_is_current() {
    let mut page = PREFACE.to_owned();
    for path in programs() {
        let text = fs::read_to_string(&path).expect("a program can be read");
        let mut lines = text.lines();
        let mut next = |key: &str| {
            let line = lines.next().unwrap_or_default();
            let value = line.strip_prefix(&format!("# {key}: "));
            value
                .unwrap_or_else(|| panic!("{}: lacks `# {key}: `", path.display()))
                .to_owned()
        };
        let [title, cpython, here, why, instead] = KEYS.map(&mut next);
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.expect("names of programs are ASCII");
        page += &format!(
            "\n## {title}\n\n[`{name}`]({name})\n\n- CPython: {cpython}\n- Here: {here}\n- Why: {why}\n- Instead: {instead}\n"
        );
    }
    let place = folder().join("README.md");
    if blessing() {
        fs::write(&place, &page).expect("the page can be written");
    }
    let found = fs::read_to_string(&place).unwrap_or_default();
    assert!(
        found == page,
        "tests/differs/README.md is stale: BLESS=1 cargo test differs"
    );
}
