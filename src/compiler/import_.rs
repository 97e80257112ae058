//! Import statements.

use hoopsnake_grammar::Span;
use hoopsnake_grammar::ast::{Alias, Name, StmtKind, Tree};

use super::error::{Fallible, wrong};
use super::generate::Gen;
use crate::bytecode::{Const, Dst, Few, Op, Peek, Src};

/// What `from __future__` knows.
const FEATURES: &[&str] = &[
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

impl Gen<'_, '_> {
    /// `import a.b.c as d, e`.
    pub(super) fn import(&mut self, span: Span, aliases: &[Alias]) -> Fallible {
        for alias in aliases {
            let mark = self.temps.mark();
            let path = self.text(alias.name);
            let mut module = self.temps.push()?;
            self.import_name(span, module, 0, path, Const::None)?;
            match alias.asname {
                None => {
                    let first = path.split('.').next().unwrap_or(path);
                    let words = &self.shared.scopes.words;
                    let name = words
                        .find(first)
                        .expect("the first walk has met every variable");
                    self.store_name(span, name, module)?;
                }
                Some(name) => {
                    for part in path.split('.').skip(1) {
                        let inner = self.temps.push()?;
                        self.import_member(span, inner, module, part)?;
                        self.drop_register(span, module);
                        module = inner;
                    }
                    self.store_name(span, name, module)?;
                }
            }
            self.temps.reset(mark);
        }
        Ok(())
    }

    /// `from module import names`.
    pub(super) fn import_from(
        &mut self,
        span: Span,
        module: Option<Name>,
        names: &[Alias],
        level: u32,
    ) -> Fallible {
        let path = module.map_or("", |name| self.text(name));
        if path == "__future__" && level == 0 {
            return self.future(span, names);
        }
        let Ok(level) = u8::try_from(level) else {
            return wrong(span, "too many dots in a relative import");
        };
        let mark = self.temps.mark();
        let register = self.temps.push()?;
        let wanted = if names.is_empty() {
            Const::Tuple([Const::str("*")].into())
        } else {
            let texts = names.iter().map(|alias| Const::str(self.text(alias.name)));
            Const::Tuple(texts.collect())
        };
        self.import_name(span, register, level, path, wanted)?;
        if names.is_empty() {
            self.emit(
                span,
                Op::ImportStar {
                    module: Src(register),
                },
            );
        } else {
            for alias in names {
                let member = self.temps.push()?;
                self.import_member(span, member, register, self.text(alias.name))?;
                self.store_name(span, alias.asname.unwrap_or(alias.name), member)?;
                self.temps.set(member);
            }
            self.drop_register(span, register);
        }
        self.temps.reset(mark);
        Ok(())
    }

    pub(super) fn import_name(
        &mut self,
        span: Span,
        dst: u16,
        level: u8,
        path: &str,
        wanted: Const,
    ) -> Fallible {
        let name = self.emitter.name(path)?;
        let from_names = self.emitter.constant(wanted)?;
        self.emit(
            span,
            Op::ImportName {
                level: Few(level),
                dst: Dst(dst),
                name,
                from_names,
            },
        );
        Ok(())
    }

    pub(super) fn import_member(
        &mut self,
        span: Span,
        dst: u16,
        module: u16,
        name: &str,
    ) -> Fallible {
        let name = self.emitter.name(name)?;
        self.emit(
            span,
            Op::ImportFrom {
                dst: Dst(dst),
                module: Peek(module),
                name,
            },
        );
        Ok(())
    }

    /// `from __future__ import x` is a word to the compiler; nothing is imported.
    fn future(&mut self, span: Span, names: &[Alias]) -> Fallible {
        for alias in names {
            let name = self.text(alias.name);
            if name == "braces" {
                return wrong(span, "not a chance");
            }
            if !FEATURES.contains(&name) {
                return wrong(span, format!("future feature {name} is not defined"));
            }
        }
        if !is_at_start(self.shared.tree, span) {
            return wrong(
                span,
                "from __future__ imports must occur at the beginning of the file",
            );
        }
        Ok(())
    }
}

/// Whether the tree asks for annotations as text.
pub(super) fn future_annotations(tree: &Tree) -> bool {
    tree.body.iter().any(|stmt| match &stmt.kind {
        StmtKind::ImportFrom {
            module: Some(module),
            names,
            level: 0,
        } if tree.names.get(*module) == "__future__" => names
            .iter()
            .any(|alias| tree.names.get(alias.name) == "annotations"),
        _ => false,
    })
}

/// Whether only a docstring and other future imports stand before `span`.
fn is_at_start(tree: &Tree, span: Span) -> bool {
    let (_, body) = super::stmt::split_doc(&tree.body);
    for stmt in body {
        let is_future = matches!(
            &stmt.kind,
            StmtKind::ImportFrom { module: Some(module), level: 0, .. }
                if tree.names.get(*module) == "__future__"
        );
        if !is_future {
            return false;
        }
        if stmt.span == span {
            return true;
        }
    }
    false
}
