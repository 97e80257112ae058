//! The rules of the house as a test: floors, one package one room, unsafe, registries, names, sizes.
//!
//! Reads the sources as text. Every rule is data in this file: a new arrow between rooms, a new file with `unsafe`
//! or a long file is a line here, in the same commit, with its reason. `HOUSE=/path cargo test layers`: another tree.

use std::path::Path;

use crate::source_text::{House, line_of, named_rooms, only_code, positions};

/// The rooms of `src/` and their floors. A room imports only lower floors.
const FLOORS: &[(&str, u8)] = &[
    ("bytecode", 1),
    ("heap", 1),
    ("event_loop", 1),
    ("diagnostic", 1),
    ("text", 1),
    ("compiler", 2),
    ("value", 2),
    ("vm", 3),
    ("builtins", 4),
    ("modules", 5),
    ("api", 6),
    ("cli", 7),
    ("repl", 7),
];

/// Lower floors that a room must not know all the same.
const UNKNOWN_TO: &[(&str, &[&str])] = &[
    ("heap", &["grammar"]),
    ("event_loop", &["grammar"]),
    ("text", &["grammar"]),
    ("compiler", &["heap", "event_loop", "diagnostic"]),
    ("value", &["grammar", "event_loop"]),
    ("vm", &["grammar", "compiler"]),
    ("builtins", &["compiler", "event_loop"]),
];

/// Packages and the only places that may name them.
const PACKAGES: &[(&str, &[&str])] = &[
    ("logos", &["grammar/src/token.rs"]),
    ("lalrpop", &["grammar/build/main.rs"]),
    (
        "lalrpop_util",
        &[
            "grammar/src/parse.rs",
            "grammar/src/lib.rs",
            "grammar/src/python.lalrpop",
        ],
    ),
    ("mio", &["src/event_loop/"]),
    ("miette", &["src/diagnostic/"]),
    (
        "unicode_names2",
        &["grammar/build/names.rs", "grammar/src/character_names.rs"],
    ),
    ("signal_hook", &["src/event_loop/signals.rs"]),
    ("rustyline", &["src/repl/"]),
    ("num_bigint", NUMBERS),
    ("num_integer", NUMBERS),
    ("num_traits", NUMBERS),
];

/// Where integers of any size are computed with. Elsewhere they are values.
const NUMBERS: &[&str] = &[
    "src/value/",
    "src/text/",
    "src/vm/link.rs",
    "src/vm/protocol/",
    "src/builtins/",
    "src/modules/json_read.rs",
    "src/modules/math_erf.rs",
    "src/modules/math_float.rs",
    "src/modules/math_int.rs",
    "src/modules/random_.rs",
];

/// The files that may hold `unsafe`. Miri runs over these rooms.
const UNSAFE: &[&str] = &[
    "src/heap/",
    "src/value/value.rs",
    "src/value/kinds.rs",
    "src/value/str.rs",
    // The tables of linked code, filled when it is first called.
    "src/value/table.rs",
    "src/value/weak.rs",
    "src/vm/isolated.rs",
    "src/vm/regs.rs",
    "src/vm/run.rs",
    // One `unsafe impl Send`: a session moves between threads as a whole.
    "src/vm/isolated.rs",
];

/// Words that only some places may use. The words are looked for in code, not in comments or texts.
const WORDS: &[(&str, &[&str], &str)] = &[
    (
        "Instant::now",
        &[
            "src/event_loop/clock.rs",
            "src/modules/time.rs",
            // A deadline is a limit in real time; the machine knows no loop and no clock of a session.
            "src/vm/limits.rs",
        ],
        "ask the session's clock",
    ),
    (
        "std::env",
        &[
            "src/cli/",
            "src/repl/",
            "src/main.rs",
            "src/modules/os.rs",
            "src/modules/os_files.rs",
            "src/modules/os_path.rs",
            // sys.executable.
            "src/modules/sys_info.rs",
            // PYTHONASYNCIODEBUG.
            "src/modules/asyncio/source.rs",
        ],
        "the environment is a capability",
    ),
    (
        "std::process",
        &[
            "src/cli/",
            "src/repl/",
            "src/main.rs",
            // getpid and _exit.
            "src/modules/os.rs",
        ],
        "only the command ends the process",
    ),
    (
        "std::fs",
        &[
            "src/cli/",
            "src/repl/",
            "src/api/",
            "src/modules/import.rs",
            "src/modules/io_blocking.rs",
            "src/modules/io_file.rs",
            "src/modules/os.rs",
            "src/modules/os_files.rs",
            "src/modules/os_links.rs",
            "src/modules/os_path.rs",
            "src/modules/os_pipe.rs",
            "src/modules/os_real.rs",
            "src/modules/os_scan.rs",
            // /dev/urandom; /proc: the uptime, the ignored signals, the CPU time of the process.
            "src/modules/random_.rs",
            "src/event_loop/clock.rs",
            "src/event_loop/signals.rs",
            "src/modules/time.rs",
        ],
        "files are a capability",
    ),
    (
        "thread_local!",
        &[],
        "an interpreter is a value that moves between threads",
    ),
    ("static mut", &[], "no global mutable state"),
    (
        "println!",
        &["src/cli/", "src/repl/", "src/main.rs"],
        "the library writes to its session's outputs",
    ),
    (
        "eprintln!",
        &["src/cli/", "src/repl/", "src/main.rs"],
        "the library writes to its session's outputs",
    ),
    (".unwrap()", &[], "say the invariant with expect"),
    (
        "unimplemented!",
        &[],
        "refuse with an error that names the thing",
    ),
];

/// Files above 600 lines, each with the reason; the list is the debt. Above 900 the reason must be a good one.
const LONG: &[(&str, &str)] = &[
    (
        "tests/layers.rs",
        "the rules of the house, one row each, and the tests that read them",
    ),
    (
        "src/vm/run.rs",
        "the run loop: one function, one arm an instruction, its state in four locals that no other function can see",
    ),
    (
        "src/modules/code.rs",
        "the compiler's one door: compile, eval, exec and the making of classes",
    ),
    (
        "src/builtins/bytes_methods.rs",
        "the methods that bytes and bytearray share, each a few lines; one table at the end",
    ),
    (
        "src/compiler/match_.rs",
        "every form of pattern, and what they owe each other (bindings, failure exits)",
    ),
    (
        "src/modules/asyncio/future.rs",
        "debt: native Future; its getters and setters should leave for a file of their own",
    ),
    (
        "src/modules/asyncio/task.rs",
        "debt: native Task; its methods for programs should leave the step behind",
    ),
    (
        "src/modules/deque.rs",
        "one type with all its methods; one table at the end",
    ),
    (
        "src/modules/io_file.rs",
        "debt: files of text and of bytes, which should part as in CPython",
    ),
    (
        "src/modules/io_memory.rs",
        "debt: StringIO and BytesIO, which should part",
    ),
    (
        "src/builtins/memoryview.rs",
        "one type with all its methods, and the arithmetic of its windows; one table at the end",
    ),
    (
        "src/modules/array.rs",
        "one type with all its methods; one table at the end",
    ),
    (
        "src/modules/itertools_flow.rs",
        "debt: the reductions of its iterators should leave",
    ),
    (
        "src/heap/pages.rs",
        "debt: the pages and the box that owns a heap, which should part",
    ),
    (
        "src/value/set.rs",
        "CPython's order of probing decides what scripts see; just over the line",
    ),
    (
        "src/vm/protocol/iterate.rs",
        "every built-in iterator's next step in one match; just over the line",
    ),
];

/// Stems that say nothing.
const NO_NAMES: &[&str] = &[
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "misc",
    "stuff",
    "functions2",
];

/// Files that tell other files apart in `modules/` and need no row of their own in the registry.
const NOT_MODULES: &[&str] = &["mod", "embedded", "import", "code"];

fn floor(room: &str) -> Option<u8> {
    FLOORS
        .iter()
        .find(|(name, _)| *name == room)
        .map(|(_, floor)| *floor)
}

fn allowed(place: &str, places: &[&str]) -> bool {
    places
        .iter()
        .any(|allowed| place == *allowed || (allowed.ends_with('/') && place.starts_with(allowed)))
}

#[test]
fn rooms_import_only_lower_floors() {
    let mut house = House::new();
    for source in house.sources(&["src"]) {
        let Some(room) = source.room() else { continue };
        let Some(own) = floor(room) else {
            house.complain(
                &source.place,
                format!("`{room}` is no room of the house; give it a floor in tests/layers.rs"),
            );
            continue;
        };
        let unknown = UNKNOWN_TO
            .iter()
            .find(|(name, _)| *name == room)
            .map_or(&[][..], |(_, rooms)| *rooms);
        let mut named = named_rooms(&source.code, "crate");
        named.extend(
            positions(&source.code, "hoopsnake_grammar")
                .map(|at| (line_of(&source.code, at), "grammar".to_owned())),
        );
        for (line, other) in named {
            if other == room {
                continue;
            }
            let Some(theirs) = (if other == "grammar" {
                Some(0)
            } else {
                floor(&other)
            }) else {
                continue;
            };
            if own == 7 {
                house.complain(&source.place, format!("line {line}: the binary's rooms see the library through `hoopsnake::`, not `{other}`"));
            } else if theirs >= own {
                house.complain(
                    &source.place,
                    format!(
                        "line {line}: `{room}` (floor {own}) imports `{other}` (floor {theirs})"
                    ),
                );
            } else if unknown.contains(&other.as_str()) {
                house.complain(
                    &source.place,
                    format!("line {line}: `{room}` must not know `{other}`"),
                );
            }
        }
    }
    house.settle();
}

#[test]
fn paths_do_not_climb_out_of_their_room() {
    let mut house = House::new();
    for source in house.sources(&["src"]) {
        if source.room().is_none() {
            continue;
        }
        // src/room/file.rs is crate::room::file: one `super` is the room, two are the crate.
        let steps =
            source.place.matches('/').count() - usize::from(source.place.ends_with("/mod.rs"));
        let climb = vec!["super"; steps].join("::");
        for at in positions(source.product(), &climb) {
            let text = &source.product()[at + climb.len()..];
            if text.starts_with("::") {
                house.complain(
                    &source.place,
                    format!(
                        "line {}: write `crate::…` instead of `{climb}::…`",
                        line_of(&source.code, at)
                    ),
                );
            }
        }
    }
    house.settle();
}

#[test]
fn every_package_has_its_room() {
    let mut house = House::new();
    let mut sources = house.sources(&["src", "grammar/src"]);
    sources.extend(
        house
            .sources(&["grammar"])
            .into_iter()
            .filter(|source| source.place.starts_with("grammar/build/")),
    );
    for source in &sources {
        for (package, places) in PACKAGES {
            if allowed(&source.place, places) {
                continue;
            }
            if let Some(at) = positions(&source.code, package).find(|at| {
                let code = &source.code;
                code[*at + package.len()..].starts_with("::")
                    || code[..*at].trim_end().ends_with("use")
            }) {
                let line = line_of(&source.code, at);
                house.complain(
                    &source.place,
                    format!(
                        "line {line}: `{package}` is spoken only in {}",
                        places.join(", ")
                    ),
                );
            }
        }
    }
    house.settle();
}

#[test]
fn unsafe_stays_in_its_rooms_and_explains_itself() {
    let mut house = House::new();
    for source in house.sources(&["src", "grammar/src"]) {
        let lines: Vec<&str> = source.text.lines().collect();
        for at in positions(&source.code, "unsafe") {
            let line = line_of(&source.code, at);
            if !allowed(&source.place, UNSAFE) {
                house.complain(
                    &source.place,
                    format!("line {line}: `unsafe` outside the rooms for it (tests/layers.rs)"),
                );
                break;
            }
            let after = source.code[at + "unsafe".len()..].trim_start();
            let explained = |word: &str, reach: usize| {
                let first = line.saturating_sub(reach + 1);
                lines[first..line].iter().any(|line| line.contains(word))
            };
            let fine = if after.starts_with('{') || after.starts_with("impl") {
                explained("SAFETY:", 12)
            } else if after.starts_with("fn(") || after.starts_with("extern") {
                true
            } else if !source.code[..at].trim_end().ends_with(')')
                && !source.code[..at].trim_end().ends_with("pub")
            {
                // A private function: its callers stand in the same file, each under its own comment.
                true
            } else {
                explained("# Safety", 16) || explained("SAFETY:", 12)
            };
            if !fine {
                house.complain(
                    &source.place,
                    format!(
                        "line {line}: `unsafe` without `// SAFETY:` (or `# Safety` on a function)"
                    ),
                );
            }
        }
    }
    for source in house.sources(&["grammar/src"]) {
        if source.place == "grammar/src/lib.rs" && !source.text.contains("#![forbid(unsafe_code)]")
        {
            house.complain(&source.place, "the grammar forbids unsafe code");
        }
    }
    house.settle();
}

#[test]
fn words_stay_where_they_belong() {
    let mut house = House::new();
    for source in house.sources(&["src", "grammar/src"]) {
        for (word, places, reason) in WORDS {
            if allowed(&source.place, places) {
                continue;
            }
            if let Some(at) = positions(source.product(), word).next() {
                house.complain(
                    &source.place,
                    format!("line {}: `{word}`: {reason}", line_of(&source.code, at)),
                );
            }
        }
    }
    house.settle();
}

#[test]
fn every_file_is_declared_and_named_for_its_idea() {
    let mut house = House::new();
    for source in house.sources(&["src", "grammar/src"]) {
        let path = Path::new(&source.place);
        let stem = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .expect("file names are ASCII");
        if NO_NAMES.contains(&stem) {
            house.complain(&source.place, "name the idea, not the drawer");
        }
        if matches!(stem, "lib" | "main") {
            continue;
        }
        if !source.text.starts_with("//!") {
            let what = if stem == "mod" {
                "a room's `mod.rs` is its front page: open it"
            } else {
                "open the file"
            };
            house.complain(&source.place, format!("{what} with a `//!` story"));
        }
        if source
            .room()
            .is_some_and(|room| !house.exists(&format!("src/{room}/mod.rs")))
        {
            // A room that is still being furnished: without its front page nothing in it is compiled.
            continue;
        }
        let mut folder = path.parent().expect("below the root").to_path_buf();
        let mut name = stem.to_owned();
        if stem == "mod" {
            name = folder
                .file_name()
                .and_then(|name| name.to_str())
                .expect("file names are ASCII")
                .to_owned();
            folder = folder.parent().expect("below src").to_path_buf();
        }
        let parents = ["mod.rs", "lib.rs", "main.rs"].map(|file| folder.join(file));
        let folder_file = folder.with_extension("rs");
        let file = format!("\"{stem}.rs\"");
        let declared = parents.iter().chain([&folder_file]).any(|parent| {
            let text = house.read(parent.to_str().expect("file names are ASCII"));
            positions(&only_code(&text), &format!("mod {name}"))
                .next()
                .is_some()
                || text.contains(&file)
        });
        // A file next to `name.rs` may also belong to it: `dict.rs` may declare `#[path]` parts.
        if !declared && !text_of_siblings(&house, &folder).contains(&format!("mod {name};")) {
            house.complain(
                &source.place,
                "no `mod` declares it; delete it or bring it home",
            );
        }
    }
    house.settle();
}

fn text_of_siblings(house: &House, folder: &Path) -> String {
    let folder = folder.to_str().expect("file names are ASCII");
    house
        .files(folder, "rs")
        .iter()
        .map(|place| house.read(place))
        .collect()
}

#[test]
fn every_module_has_its_row() {
    let mut house = House::new();
    let registry = house.read("src/modules/mod.rs");
    for source in house.sources(&["src/modules"]) {
        let stem = Path::new(&source.place)
            .file_stem()
            .and_then(|stem| stem.to_str())
            .expect("ASCII");
        let in_folder = source.place.matches('/').count() > 2;
        if in_folder || NOT_MODULES.contains(&stem) || !source.code.contains("const MODULE") {
            continue;
        }
        if !registry.contains(&format!("{stem}::MODULE")) {
            house.complain(&source.place, "has no row in src/modules/mod.rs");
        }
    }
    // What `build.rs` finds is part of the program: files of packages.
    let files = house.files("stdlib", "py");
    for place in &files {
        let folder = place.rsplit_once('/').map_or("", |(folder, _)| folder);
        let is_found = folder == "stdlib" || files.contains(&format!("{folder}/__init__.py"));
        if !is_found {
            house.complain(
                place,
                "is in a folder without `__init__.py`, which the build does not see",
            );
        }
    }
    house.settle();
}

#[test]
fn files_stay_small() {
    let mut house = House::new();
    let mut sources = house.sources(&["src", "grammar/src", "tests", "examples"]);
    sources.retain(|source| {
        !source
            .text
            .lines()
            .take(5)
            .any(|line| line.contains("@generated"))
    });
    for source in sources {
        let lines = source.text.lines().count();
        let reason = LONG.iter().find(|(place, _)| *place == source.place);
        match reason {
            None if lines > 600 => {
                let words = if lines > 900 {
                    "never above 900 without a good reason; cut it"
                } else {
                    "cut it, or give a reason"
                };
                house.complain(
                    &source.place,
                    format!("{lines} lines: {words} (tests/layers.rs, LONG)"),
                );
            }
            Some(_) if lines <= 600 => {
                house.complain(&source.place, "is short again; take it off LONG")
            }
            Some((_, reason)) if reason.len() < 20 => {
                house.complain(&source.place, "its reason in LONG says nothing")
            }
            _ => {}
        }
    }
    house.settle();
}

#[test]
fn the_gate_runs_the_test_command_of_the_readme() {
    let mut house = House::new();
    let command = "cargo test --workspace";
    for place in ["README.md", ".ci/run"] {
        if !house.read(place).lines().any(|line| line.trim() == command) {
            house.complain(
                place,
                format!("does not say `{command}` on a line of its own"),
            );
        }
    }
    house.settle();
}
