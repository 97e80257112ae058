//! Small programs and what becomes of them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hoopsnake_grammar::{Mode, Source, SyntaxError, parse};

use super::{Options, compile};
use crate::bytecode::{Code, disassemble};

fn compiled(text: &str, options: Options) -> Result<Arc<Code>, SyntaxError> {
    let tree = parse(text, Mode::Module)?;
    compile(&tree, &Source::new("<test>", text), options)
}

/// Development aid: prints the listing of the file named by `HOOP_DIS`.
#[test]
fn listing_of_a_file() {
    let Some(path) = std::env::var_os("HOOP_DIS") else {
        return;
    };
    let text = std::fs::read_to_string(path).expect("the file can be read");
    let options = Options {
        top_level_await: true,
        ..Options::default()
    };
    let listing = match compiled(&text, options) {
        Ok(code) => disassemble(&code),
        Err(error) => format!("{:?} {}", error.span, error.message()),
    };
    std::fs::write("/tmp/listing.txt", listing).expect("the listing can be written");
}

/// Development aid: what is wrong with the programs in the file named by `HOOP_BAD`.
#[test]
fn refusals() {
    let Some(path) = std::env::var_os("HOOP_BAD") else {
        return;
    };
    let text = std::fs::read_to_string(path).expect("the file can be read");
    let mut report = String::new();
    for program in text.split("\n---\n") {
        let result = compiled(&format!("{program}\n"), Options::default());
        let words = match result {
            Ok(_) => "ok".to_owned(),
            Err(error) => error.message(),
        };
        report += &format!("{words}\n");
    }
    std::fs::write("/tmp/bad.ours", report).expect("the report can be written");
}

/// Development aid: compiles every `.py` file under the folders in `HOOP_CORPUS` (split by `:`).
#[test]
fn corpus() {
    let Ok(folders) = std::env::var("HOOP_CORPUS") else {
        return;
    };
    let mut files = Vec::new();
    for folder in folders.split(':') {
        find(Path::new(folder), &mut files);
    }
    let mut report = String::new();
    for file in &files {
        let Ok(text) = std::fs::read_to_string(file) else {
            continue;
        };
        let tree = match parse(&text, Mode::Module) {
            Ok(tree) => tree,
            Err(error) => {
                report += &format!("PARSE {} {}\n", file.display(), error.message());
                continue;
            }
        };
        let options = Options {
            top_level_await: true,
            ..Options::default()
        };
        let source = Source::new("<corpus>", &text);
        let result = std::panic::catch_unwind(|| compile(&tree, &source, options));
        match result {
            Ok(Ok(code)) => {
                let _ = disassemble(&code);
            }
            Ok(Err(error)) => {
                report += &format!(
                    "COMPILE {} {:?} {}\n",
                    file.display(),
                    error.span,
                    error.message()
                );
            }
            Err(_) => report += &format!("PANIC {}\n", file.display()),
        }
    }
    report += &format!("{} files\n", files.len());
    std::fs::write("/tmp/corpus.txt", report).expect("the report can be written");
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            find(&path, files);
        } else if path.extension().is_some_and(|it| it == "py") {
            files.push(path);
        }
    }
}
