//! Compiles `stdlib/` into the bytecode that the program carries (`src/bytecode/frozen.rs`), with the compiler's own
//! source: it knows nothing but the grammar and the instruction set.

#[allow(dead_code, reason = "the build only writes code down")]
#[path = "src/bytecode/mod.rs"]
mod bytecode;
#[allow(dead_code, reason = "the build compiles modules only")]
#[path = "src/compiler/mod.rs"]
mod compiler;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use hoopsnake_grammar::{Mode, Source, parse};

use bytecode::{Code, Module, freeze, squeeze};

/// A file of `stdlib/`.
struct File {
    /// Its dotted name.
    name: String,
    package: bool,
    text: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=stdlib");
    if loader_unpacks() {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    let mut files = Vec::new();
    find(Path::new("stdlib"), "", &mut files)?;
    files.sort_by(|one, other| one.name.cmp(&other.name));
    let mut codes = Vec::new();
    for file in &files {
        codes.push(compile(file).map_err(|error| format!("stdlib: {}: {error}", file.name))?);
    }
    let modules: Vec<Module> = files
        .iter()
        .zip(&codes)
        .map(|(file, code)| Module {
            name: &file.name,
            package: file.package,
            code,
            source: squeeze(&file.text),
        })
        .collect();
    let out = std::env::var_os("OUT_DIR").ok_or("cargo names OUT_DIR")?;
    std::fs::write(PathBuf::from(out).join("stdlib.frozen"), freeze(&modules))?;
    Ok(())
}

/// Whether the dynamic loader here knows packed relocations, as glibc does since 2.36: they make the program a quarter of a
/// megabyte smaller. A program for another machine is linked without.
fn loader_unpacks() -> bool {
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    let here = std::env::var("HOST").unwrap_or_default();
    if !(is("TARGET", &here) && is("CARGO_CFG_TARGET_OS", "linux")) {
        return false;
    }
    let Ok(asked) = Command::new("getconf").arg("GNU_LIBC_VERSION").output() else {
        return false;
    };
    let version = String::from_utf8_lossy(&asked.stdout);
    let mut numbers = version
        .trim()
        .trim_start_matches("glibc ")
        .split('.')
        .map_while(|part| part.parse::<u32>().ok());
    (numbers.next(), numbers.next()) >= (Some(2), Some(36))
}

/// The Python files of a folder, whose modules are in the package `package`.
fn find(folder: &Path, package: &str, files: &mut Vec<File>) -> Result<(), Box<dyn Error>> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let stem = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        let name = match package {
            "" => stem.to_string(),
            package => format!("{package}.{stem}"),
        };
        if path.is_dir() {
            if path.join("__init__.py").is_file() {
                find(&path, &name, files)?;
            }
        } else if path.extension().is_some_and(|end| end == "py") {
            let is_package = stem == "__init__";
            files.push(File {
                name: if is_package {
                    package.to_string()
                } else {
                    name
                },
                package: is_package,
                text: std::fs::read_to_string(&path)?,
            });
        }
    }
    Ok(())
}

fn compile(file: &File) -> Result<Arc<Code>, hoopsnake_grammar::SyntaxError> {
    let source = Source::new(&file.name, &file.text);
    let tree = parse(source.text(), Mode::Module)?;
    compiler::compile(&tree, &source, compiler::Options::default())
}
