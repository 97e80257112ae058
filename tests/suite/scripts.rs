//! Runs every program of `tests/scripts` under `hoop` and compares with what CPython printed.
//!
//! Standard output byte for byte, the exit status (`# exit:`), and the `# stderr-match:` patterns of the header, in
//! order, each on a line of its own. `ONLY=word` picks programs by name; `BLESS=1` records `.out` anew, always from
//! CPython. Programs listed in `tests/scripts/failing.txt` are run and must fail.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::pattern;
use crate::process::{self, Outcome};
use crate::source_text::House;

/// Long enough for the slowest program in a debug build on a busy machine; a hang is what it catches.
const LIMIT: Duration = Duration::from_secs(60);

macro_rules! areas {
    ($($area:ident),+ $(,)?) => {
        const AREAS: &[&str] = &[$(stringify!($area)),+];
        $(#[test] fn $area() { check_area(stringify!($area)); })+
    };
}

areas!(
    language,
    types,
    builtins,
    exceptions,
    generators,
    asyncio,
    modules,
    limits,
    regressions,
    imports,
    toplevel,
    programs,
    threads,
    datetime,
    pathlib,
);

/// The header of a program: its exit status and the lines expected on standard error.
struct Header {
    /// The program needs a newer CPython than the one that records; its `.out` was written with care.
    newer: bool,
    exit: i32,
    stderr: Vec<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts")
}

fn check_area(area: &str) {
    let only = std::env::var("ONLY").unwrap_or_default();
    let bless = std::env::var_os("BLESS").is_some_and(|value| value == "1");
    let mut failing = failing_list();
    failing.retain(|name, _| name.starts_with(&format!("{area}/")));
    let programs: Vec<PathBuf> = programs_of(&folder().join(area))
        .into_iter()
        .filter(|path| stem(path).contains(&only))
        .collect();
    let next = AtomicUsize::new(0);
    let complaints = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(path) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let name = format!("{area}/{}", stem(path));
                    let result = if bless {
                        record(area, path)
                    } else {
                        check(path)
                    };
                    let complaint = match (result, failing.get(&name)) {
                        (Err(_), Some(_)) if !bless => continue,
                        (Ok(()), Some(reason)) if !bless => {
                            format!("passes now; take it off failing.txt ({reason})")
                        }
                        (Err(complaint), _) => complaint,
                        (Ok(()), _) => continue,
                    };
                    complaints
                        .lock()
                        .expect("no check panics")
                        .insert(name, complaint);
                }
            });
        }
    });
    if only.is_empty() {
        let mut found = complaints.lock().expect("no check panics");
        for name in failing.keys() {
            if !folder().join(format!("{name}.py")).exists() {
                found.insert(
                    name.clone(),
                    "is in failing.txt but does not exist".to_owned(),
                );
            }
        }
    }
    let complaints = complaints.into_inner().expect("no check panics");
    let text: String = complaints
        .iter()
        .map(|(name, why)| format!("\n{name}: {why}\n"))
        .collect();
    assert!(
        complaints.is_empty(),
        "{} of {} programs fail:\n{text}",
        complaints.len(),
        programs.len()
    );
}

/// The programs of one area: the `.py` files of the folder itself; folders inside it hold modules to import.
fn programs_of(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    found.sort();
    found
}

fn stem(path: &Path) -> &str {
    path.file_stem()
        .and_then(|stem| stem.to_str())
        .expect("names of programs are ASCII")
}

/// The programs known to fail, with the reason: `area/name reason to the end of the line`.
fn failing_list() -> BTreeMap<String, String> {
    let text = fs::read_to_string(folder().join("failing.txt")).expect("failing.txt can be read");
    text.lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (name, reason) = line
                .split_once(' ')
                .unwrap_or_else(|| panic!("failing.txt: no reason: {line}"));
            (name.to_owned(), reason.trim().to_owned())
        })
        .collect()
}

fn header(source: &str) -> Header {
    let mut header = Header {
        newer: false,
        exit: 0,
        stderr: Vec::new(),
    };
    for line in source.lines() {
        let Some((key, value)) = line
            .strip_prefix("# ")
            .and_then(|rest| rest.split_once(": "))
        else {
            break;
        };
        match key {
            "exit" => header.exit = value.trim().parse().expect("`# exit:` is a number"),
            "newer" => header.newer = true,
            "stderr-match" => header.stderr.push(value.to_owned()),
            _ => {}
        }
    }
    header
}

fn check(path: &Path) -> Result<(), String> {
    let source = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let other = std::env::var("HOOP").unwrap_or_default();
    if other.contains("python") && header(&source).newer {
        return Ok(());
    }
    let wanted = fs::read(path.with_extension("out"))
        .map_err(|_| "has no .out; record it with BLESS=1".to_owned())?;
    let mut command = process::hoop();
    command.arg(path.file_name().expect("a program has a name"));
    let outcome = process::run(
        command,
        path.parent().expect("a program has a folder"),
        b"",
        LIMIT,
    );
    judge(&header(&source), &wanted, &outcome)
}

fn judge(header: &Header, wanted: &[u8], outcome: &Outcome) -> Result<(), String> {
    if outcome.timed_out {
        return Err(format!("did not end within {} seconds", LIMIT.as_secs()));
    }
    if outcome.stdout != wanted {
        return Err(format!(
            "{}\n  stderr: {}",
            difference(wanted, &outcome.stdout),
            outcome.last_words()
        ));
    }
    if outcome.status != Some(header.exit) {
        let status = outcome
            .status
            .map_or("a signal".to_owned(), |status| status.to_string());
        return Err(format!(
            "exit {status}, wanted {}\n  stderr: {}",
            header.exit,
            outcome.last_words()
        ));
    }
    let mut lines = outcome.stderr.lines();
    for wanted in &header.stderr {
        if !lines.any(|line| pattern::found(wanted, line)) {
            return Err(format!(
                "stderr lacks `{wanted}`; it says:\n{}",
                outcome.stderr
            ));
        }
    }
    Ok(())
}

/// The first line that differs, with its number.
fn difference(wanted: &[u8], got: &[u8]) -> String {
    let (wanted, got) = (
        String::from_utf8_lossy(wanted),
        String::from_utf8_lossy(got),
    );
    let mut number = 0;
    let (mut ours, mut theirs) = (got.lines(), wanted.lines());
    loop {
        number += 1;
        match (theirs.next(), ours.next()) {
            (None, None) => return "differs in its line ends".to_owned(),
            (a, b) if a == b => {}
            (a, b) => {
                let show =
                    |line: Option<&str>| line.map_or("(end)".to_owned(), |line| shorten(line, 300));
                return format!(
                    "line {number}\n  wanted: {}\n  got:    {}",
                    show(a),
                    show(b)
                );
            }
        }
    }
}

fn shorten(line: &str, most: usize) -> String {
    let mut text: String = line.chars().take(most).collect();
    if line.chars().count() > most {
        text.push('…');
    }
    text
}

/// Records `.out` from CPython, after checking that two runs agree and that the header tells the truth.
fn record(area: &str, path: &Path) -> Result<(), String> {
    let source = fs::read_to_string(path).map_err(|error| error.to_string())?;
    if header(&source).newer {
        return Ok(());
    }
    let folder = path.parent().expect("a program has a folder");
    let run = || {
        let mut command = Command::new(cpython());
        command.arg("-B");
        if area == "toplevel" {
            command
                .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/toplevel_oracle.py"));
        }
        command.arg(path.file_name().expect("a program has a name"));
        process::run(command, folder, b"", LIMIT)
    };
    let (first, second) = (run(), run());
    if first.stdout != second.stdout {
        return Err("prints something else each time".to_owned());
    }
    judge(&header(&source), &first.stdout, &first)?;
    fs::write(path.with_extension("out"), &first.stdout).map_err(|error| error.to_string())
}

/// Debian's CPython if it is there, else the first `python3` of the path.
fn cpython() -> &'static str {
    if Path::new("/usr/bin/python3").exists() {
        "/usr/bin/python3"
    } else {
        "python3"
    }
}

#[test]
fn every_folder_of_programs_is_an_area() {
    let mut folders: Vec<String> = fs::read_dir(folder())
        .expect("tests/scripts can be listed")
        .map(|entry| entry.expect("tests/scripts can be listed"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let mut areas: Vec<&str> = AREAS.to_vec();
    areas.sort_unstable();
    assert_eq!(
        folders, areas,
        "name each folder of tests/scripts in `areas!`"
    );
    for name in failing_list().keys() {
        let area = name.split('/').next().unwrap_or("");
        assert!(AREAS.contains(&area), "failing.txt: {name}: no such area");
    }
}

#[test]
fn every_script_has_its_recording() {
    let mut house = House::new();
    for place in house.files("tests/scripts", "py") {
        // tests/scripts/area/name.py; what lies deeper is imported by programs.
        if place.matches('/').count() != 3 {
            continue;
        }
        if !house.exists(&place.replace(".py", ".out")) {
            house.complain(
                &place,
                "has no .out; record it with `BLESS=1 cargo test scripts`",
            );
        }
        let text = house.read(&place);
        let area = place.split('/').nth(2).unwrap_or("");
        let mut lines = text.lines();
        let head = [lines.next(), lines.next(), lines.next()].map(|line| line.unwrap_or(""));
        let wanted = [
            format!("# area: {area}"),
            "# prio: P".to_owned(),
            "# checks: ".to_owned(),
        ];
        if head
            .iter()
            .zip(&wanted)
            .any(|(line, start)| !line.starts_with(start))
        {
            house.complain(&place, "opens with `# area:`, `# prio:` and `# checks:`");
        }
        // Larger programs, as people write them, have a folder of their own.
        let most = if area == "programs" { 320 } else { 70 };
        if text.lines().count() > most {
            house.complain(&place, "is long for a program that checks one behaviour");
        }
    }
    for place in house.files("tests/scripts", "out") {
        if !house.exists(&place.replace(".out", ".py")) {
            house.complain(&place, "has no program");
        }
    }
    house.settle();
}
