//! The modules written in Python: the build has compiled them, and what it made is part of the program.

use std::sync::Arc;

use hoopsnake_grammar::Source;

use crate::bytecode::{Code, Frozen, Library, Wrong};

/// What `build.rs` made of the files of `stdlib/`.
const LIBRARY: Library = Library::new(include_bytes!(concat!(env!("OUT_DIR"), "/stdlib.frozen")));

/// The folder that tracebacks show before the path of such a file.
pub(crate) const FOLDER: &str = "<stdlib>";

/// A module that is part of the program.
pub(crate) struct Embedded {
    pub(crate) code: Arc<Code>,
    /// Whether it is a package.
    pub(crate) package: bool,
}

/// The module of a name.
pub(crate) fn find(name: &str) -> Result<Option<Embedded>, Wrong> {
    let Some(row) = LIBRARY.find(name)? else {
        return Ok(None);
    };
    // Without its text a traceback shows the line's number only.
    let load = move || row.text().unwrap_or_default().into();
    let source = Source::late(&path(row.name, row.package), load);
    let code = row.code(&source)?;
    Ok(Some(Embedded {
        code,
        package: row.package,
    }))
}

/// The module that tracebacks show under a path.
pub(crate) fn find_path(path: &str) -> Result<Option<Embedded>, Wrong> {
    name_of(path).map_or(Ok(None), |name| find(&name))
}

/// The text of the module that tracebacks show under a path.
pub(crate) fn text_of_path(path: &str) -> Result<Option<String>, Wrong> {
    let row = name_of(path).map_or(Ok(None), |name| LIBRARY.find(&name));
    row?.map(|row| row.text()).transpose()
}

/// The name of the module of a path.
fn name_of(path: &str) -> Option<String> {
    let inner = path.strip_prefix(FOLDER)?.strip_prefix('/')?;
    let inner = inner.strip_suffix(".py")?;
    Some(inner.trim_end_matches("/__init__").replace('/', "."))
}

/// The program that `-m NAME` means: the path and the text of the module, of a package its `__main__`.
pub(crate) fn program(name: &str) -> Result<Option<(String, String)>, Wrong> {
    let row = match LIBRARY.find(name)? {
        Some(row) if row.package => LIBRARY.find(&format!("{name}.__main__"))?,
        row => row,
    };
    let text = |row: Frozen| Ok((path(row.name, false), row.text()?));
    row.map(text).transpose()
}

/// The path under which tracebacks show a module.
fn path(name: &str, package: bool) -> String {
    let inner = if package { "/__init__.py" } else { ".py" };
    format!("{FOLDER}/{}{inner}", name.replace('.', "/"))
}

#[cfg(test)]
mod tests {
    use hoopsnake_grammar::{Mode, parse};

    use super::*;
    use crate::bytecode::{disassemble, freeze, squeeze, verify};
    use crate::compiler::{Options, compile};

    fn rows() -> impl Iterator<Item = Frozen> {
        let len = LIBRARY.len().expect("it is a library");
        (0..len).map(|at| LIBRARY.row(at).expect("the row is whole"))
    }

    fn compare(frozen: &Code, fresh: &Code) {
        let name = &fresh.qualname;
        verify(frozen).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!(frozen.name, fresh.name);
        assert_eq!(frozen.qualname, fresh.qualname);
        assert_eq!(
            (frozen.kind, frozen.flow),
            (fresh.kind, fresh.flow),
            "{name}"
        );
        assert_eq!(frozen.params, fresh.params, "{name}");
        assert_eq!(frozen.captures, fresh.captures, "{name}");
        assert_eq!(
            (frozen.n_locals, frozen.n_regs),
            (fresh.n_locals, fresh.n_regs),
            "{name}"
        );
        assert_eq!(frozen.span, fresh.span, "{name}");
        assert_eq!(frozen.attribute_hint, fresh.attribute_hint, "{name}");
        assert_eq!(frozen.ops, fresh.ops, "{name}");
        assert_eq!(frozen.consts, fresh.consts, "{name}");
        assert_eq!(frozen.names, fresh.names, "{name}");
        assert_eq!(frozen.globals, fresh.globals, "{name}");
        assert_eq!(frozen.caches, fresh.caches, "{name}");
        assert_eq!(frozen.cells, fresh.cells, "{name}");
        assert_eq!(frozen.handlers, fresh.handlers, "{name}");
        assert_eq!(frozen.regions, fresh.regions, "{name}");
        assert_eq!(*frozen.local_names, *fresh.local_names, "{name}");
        assert_eq!(*frozen.spans, *fresh.spans, "{name}");
        assert_eq!(*frozen.doc, *fresh.doc, "{name}");
        assert_eq!(
            frozen.annotate.is_some(),
            fresh.annotate.is_some(),
            "{name}"
        );
        if let (Some(frozen), Some(fresh)) = (&frozen.annotate, &fresh.annotate) {
            compare(frozen, fresh);
        }
        assert_eq!(frozen.codes.len(), fresh.codes.len(), "{name}");
        for (frozen, fresh) in frozen.codes.iter().zip(&fresh.codes) {
            compare(frozen, fresh);
        }
    }

    /// Compiled now, each module is what the build made of it; and what thaws is verified again.
    #[test]
    fn every_module_is_as_compiled() {
        let stdlib = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("stdlib");
        let mut n_modules = 0;
        for row in rows() {
            let inner = path(row.name, row.package);
            let file = stdlib.join(inner.trim_start_matches("<stdlib>/"));
            let text = std::fs::read_to_string(&file).expect("the file is there");
            assert_eq!(row.text().as_deref(), Ok(&*text), "{}", row.name);
            let source = Source::new(&inner, &text);
            let tree = parse(&text, Mode::Module).expect("it parses");
            let fresh = compile(&tree, &source, Options::default()).expect("it compiles");
            let found = find(row.name).expect("it is whole").expect("it is there");
            assert_eq!(found.package, row.package);
            compare(&found.code, &fresh);
            assert_eq!(
                disassemble(&found.code),
                disassemble(&fresh),
                "{}",
                row.name
            );
            n_modules += 1;
        }
        assert!(n_modules > 70);
    }

    #[test]
    fn modules_are_found_by_name_and_by_path() {
        for name in [
            "abc",
            "asyncio",
            "asyncio.tasks",
            "weakref",
            "_typing_forms",
        ] {
            let found = find(name).expect("it is whole").expect("it is there");
            let by_path = find_path(found.code.source.name()).expect("it is whole");
            assert!(by_path.is_some_and(|other| other.package == found.package));
        }
        for name in ["", "a", "asyncio.", "asyncio.__init__", "zzz"] {
            assert!(find(name).expect("it is whole").is_none(), "{name}");
        }
        assert!(find_path("abc.py").expect("it is whole").is_none());
    }

    /// Decodes all there is, as `compare` does; stops at what is wrong.
    fn look(code: &Arc<Code>) -> Option<()> {
        code.body.look().ok()?;
        code.local_names.look().ok()?;
        code.spans.look().ok()?;
        code.doc.look().ok()?;
        for inner in code.codes.iter().chain(&code.annotate) {
            look(inner)?;
        }
        Some(())
    }

    /// Damaged bytes give errors: no panic, no endless work.
    #[test]
    fn a_damaged_library_is_refused() {
        let text = "import a\nclass C(a.B):\n    'doc'\n    def f(self, *args, x=1.5, **k: int):\n        \
                    try: return [x, (1, 'é', b'b', 2 ** 70), lambda: self]\n        finally: pass\n";
        let source = Source::new("m", text);
        let tree = parse(text, Mode::Module).expect("it parses");
        let code = compile(&tree, &source, Options::default()).expect("it compiles");
        let module = crate::bytecode::Module {
            name: "m",
            package: false,
            code: &code,
            source: squeeze(text),
        };
        let whole = freeze(&[module]);
        let read = |bytes: &[u8]| {
            let library = Library::new(Box::leak(bytes.to_vec().into_boxed_slice()));
            let row = library.find("m").ok()??;
            look(&row.code(&source).ok()?)
        };
        assert!(read(&whole).is_some());
        for at in 0..whole.len() {
            for change in [1, 2, 0x40, 0x80, 0xff] {
                let mut bytes = whole.clone();
                bytes[at] ^= change;
                read(&bytes);
            }
            read(&whole[..at]);
        }
        assert!(read(&whole[..whole.len() / 2]).is_none());
    }
}
