//! Which name is local, cell, free, global; and which register each variable has.
//!
//! `collect` walks the tree once and notes for every scope what it binds and uses. Here
//! each use finds its owner. List, set and dict comprehensions are scopes of their own but
//! live in the frame of the code around them, their "host"; only a real boundary of codes
//! makes a variable a cell.

use std::collections::HashMap;

use hoopsnake_grammar::ast::Name;
use hoopsnake_grammar::{Span, SyntaxError};

use super::error::{Fallible, wrong};
use super::name::Words;

/// A number of a scope; the module is 0, and parents come before children.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(super) struct ScopeId(pub(super) u32);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    /// A generator expression.
    Generator,
    /// A list, set or dict comprehension: no code of its own.
    Comprehension,
    /// The annotations of a function, class body or module; a bound of a type parameter, the value of an alias.
    Annotations,
    /// The type parameters of a definition: no code of its own.
    TypeParams,
}

/// What a scope says about a name, as bits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Symbol {
    pub(super) flags: u8,
    /// Of the first mention, or of the `nonlocal` declaration.
    pub(super) span: Span,
}

pub(super) const BOUND: u8 = 1;
pub(super) const USED: u8 = 2;
pub(super) const GLOBAL: u8 = 4;
pub(super) const NONLOCAL: u8 = 8;
pub(super) const PARAM: u8 = 16;
pub(super) const CELL: u8 = 32;
pub(super) const ANNOTATED: u8 = 64;
pub(super) const ITERATION: u8 = 128;

/// How a name is reached from a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Access {
    /// The register holds the value.
    Local(u16),
    /// The register holds a cell.
    Cell(u16),
    Global,
    /// The namespace of a class body, then the globals.
    Namespace,
    /// The namespace of a class body, then the cell in this register. Stores go to the cell.
    NamespaceCell(u16),
}

/// A scope and, after `resolve`, its layout.
#[derive(Debug)]
pub(super) struct Scope {
    pub(super) kind: ScopeKind,
    pub(super) parent: Option<ScopeId>,
    /// The scope whose code this one is part of; itself unless it is a comprehension.
    pub(super) host: ScopeId,
    pub(super) symbols: HashMap<Name, Symbol>,
    /// Names in order of first mention; parameters in the order of their registers.
    pub(super) order: Vec<Name>,
    /// The class whose private names are in force.
    pub(super) private: Option<Name>,
    /// "list comprehension" and so on, for messages.
    pub(super) what: &'static str,
    pub(super) is_async: bool,
    pub(super) has_yield: bool,
    /// `await`, `async for`, `async with` or an asynchronous comprehension stands in it.
    pub(super) has_await: bool,
    /// An assignment expression binds a name of it.
    pub(super) has_walrus: bool,
    /// A `del` or an `except ... as` unbinds a name of it.
    pub(super) has_unbind: bool,
    /// The scope of the annotations of this function, class or module.
    pub(super) annotations: Option<ScopeId>,
    /// Parameters that can be given by position (for `super()`).
    pub(super) n_positional: u16,

    // The layout, for hosts.
    pub(super) n_params: u16,
    /// Variables of enclosing codes, in the order of their registers.
    pub(super) captures: Vec<(ScopeId, Name)>,
    pub(super) registers: HashMap<(ScopeId, Name), u16>,
    pub(super) n_locals: u16,
    pub(super) local_names: Vec<Box<str>>,
    /// Registers of variables (not captures) that become cells in the prologue.
    pub(super) made_cells: Vec<u16>,
    /// The comprehensions in the code of this scope.
    pub(super) comprehensions: Vec<ScopeId>,
    /// Whether code of this scope has its namespace in register 0.
    pub(super) has_namespace: bool,
}

impl Scope {
    pub(super) fn new(
        kind: ScopeKind,
        id: ScopeId,
        parent: Option<ScopeId>,
        private: Option<Name>,
    ) -> Scope {
        Scope {
            kind,
            parent,
            host: id,
            symbols: HashMap::new(),
            order: Vec::new(),
            private,
            what: "",
            is_async: false,
            has_yield: false,
            has_await: false,
            has_walrus: false,
            has_unbind: false,
            annotations: None,
            n_positional: 0,
            n_params: 0,
            captures: Vec::new(),
            registers: HashMap::new(),
            n_locals: 0,
            local_names: Vec::new(),
            made_cells: Vec::new(),
            comprehensions: Vec::new(),
            has_namespace: false,
        }
    }

    /// Whether names bound here are seen by functions inside.
    fn is_function_like(&self) -> bool {
        !matches!(
            self.kind,
            ScopeKind::Module | ScopeKind::Class | ScopeKind::Annotations
        )
    }

    fn owns(&self, name: Name) -> bool {
        self.symbols.get(&name).is_some_and(|symbol| {
            symbol.flags & BOUND != 0 && symbol.flags & (GLOBAL | NONLOCAL) == 0
        })
    }
}

/// Every scope of a tree, resolved.
#[derive(Debug)]
pub(super) struct Scopes<'t> {
    pub(super) list: Vec<Scope>,
    pub(super) by_node: HashMap<usize, ScopeId>,
    pub(super) words: Words<'t>,
    pub(super) future_annotations: bool,
    pub(super) class_name: Name,
    /// What is wrong that CPython finds only when it makes code.
    pub(super) late: Vec<SyntaxError>,
}

impl Scopes<'_> {
    pub(super) fn get(&self, id: ScopeId) -> &Scope {
        &self.list[id.0 as usize]
    }

    /// The scope that the node at this address opens.
    pub(super) fn of_node<T>(&self, node: &T) -> ScopeId {
        self.by_node[&std::ptr::from_ref(node).addr()]
    }

    /// The scope that was noted under an address.
    pub(super) fn of_address(&self, address: usize) -> ScopeId {
        self.by_node[&address]
    }

    /// The code that a scope is part of.
    pub(super) fn host(&self, id: ScopeId) -> ScopeId {
        self.get(id).host
    }

    /// How `name` (already mangled) is reached from `from`.
    pub(super) fn access(&self, from: ScopeId, name: Name) -> Access {
        let scope = self.get(from);
        let host = self.get(scope.host);
        // Type parameters of a method see the names of the class.
        let in_host = from == scope.host || scope.kind == ScopeKind::TypeParams;
        let unowned = if host.has_namespace && (in_host || host.kind == ScopeKind::Module) {
            Access::Namespace
        } else {
            Access::Global
        };
        let flags = scope.symbols.get(&name).map_or(0, |symbol| symbol.flags);
        if flags & GLOBAL != 0 {
            return Access::Global;
        }
        if scope.owns(name) {
            if !scope.is_function_like() {
                return unowned;
            }
            return self.variable(host, from, name);
        }
        match self.owner(from, name) {
            None => unowned,
            Some(owner) => match self.variable(host, owner, name) {
                Access::Cell(register) if host.has_namespace && in_host => {
                    Access::NamespaceCell(register)
                }
                access => access,
            },
        }
    }

    fn variable(&self, host: &Scope, owner: ScopeId, name: Name) -> Access {
        let register = host.registers[&(owner, name)];
        if self.get(owner).symbols[&name].flags & CELL != 0 {
            Access::Cell(register)
        } else {
            Access::Local(register)
        }
    }

    /// The scope around `from` whose variable `name` is, if it is not a global.
    fn owner(&self, from: ScopeId, name: Name) -> Option<ScopeId> {
        let mut at = self.get(from);
        // Annotations of a class body and of its methods see the names of the class first.
        while let Some(parent) = at.parent {
            let scope = self.get(parent);
            match scope.kind {
                ScopeKind::Module => return None,
                ScopeKind::Class => {
                    if name == self.class_name {
                        return Some(parent);
                    }
                }
                _ => {
                    let flags = scope.symbols.get(&name).map_or(0, |symbol| symbol.flags);
                    if flags & GLOBAL != 0 {
                        return None;
                    }
                    if scope.is_function_like() && scope.owns(name) {
                        return Some(parent);
                    }
                }
            }
            at = scope;
        }
        None
    }

    /// Finds the owner of every use and lays out the registers of every code.
    pub(super) fn resolve(&mut self) -> Fallible {
        for at in 0..self.list.len() {
            self.capture(ScopeId(at as u32))?;
        }
        for at in 0..self.list.len() {
            if self.list[at].host.0 as usize == at {
                self.lay_out(ScopeId(at as u32))?;
            }
        }
        Ok(())
    }

    fn capture(&mut self, id: ScopeId) -> Fallible {
        let scope = self.get(id);
        if scope.kind == ScopeKind::Module {
            let declared = scope.order.iter().map(|name| scope.symbols[name]);
            return match declared
                .into_iter()
                .find(|symbol| symbol.flags & NONLOCAL != 0)
            {
                Some(symbol) => wrong(
                    symbol.span,
                    "nonlocal declaration not allowed at module level",
                ),
                None => Ok(()),
            };
        }
        let mut found = Vec::new();
        for &name in &scope.order {
            let symbol = scope.symbols[&name];
            if symbol.flags & GLOBAL != 0 || scope.owns(name) {
                continue;
            }
            match self.owner(id, name) {
                Some(owner) => found.push((owner, name)),
                None if symbol.flags & NONLOCAL != 0 => {
                    let text = self.words.get(name);
                    return wrong(
                        symbol.span,
                        format!("no binding for nonlocal '{text}' found"),
                    );
                }
                None => {}
            }
        }
        for (owner, name) in found {
            let is_class = self.get(owner).kind == ScopeKind::Class;
            let home = self.host(owner);
            let mut host = self.host(id);
            if host == home && !is_class {
                continue;
            }
            let cell = self.list[owner.0 as usize].symbols.entry(name).or_default();
            cell.flags |= CELL;
            while host != home {
                let scope = &mut self.list[host.0 as usize];
                if !scope.captures.contains(&(owner, name)) {
                    scope.captures.push((owner, name));
                }
                let parent = scope.parent.expect("the owner encloses every user");
                host = self.host(parent);
            }
        }
        Ok(())
    }

    fn lay_out(&mut self, id: ScopeId) -> Fallible {
        let scope = self.get(id);
        let mut layout = Layout {
            registers: HashMap::new(),
            names: Vec::new(),
        };
        let mut made_cells = Vec::new();
        let n_params = if scope.has_namespace {
            layout.names.push("".into());
            1
        } else {
            scope
                .order
                .iter()
                .filter(|name| scope.symbols[name].flags & PARAM != 0)
                .count()
        };
        for &name in &scope.order {
            let flags = scope.symbols[&name].flags;
            if flags & PARAM != 0 {
                let register = layout.add(id, name, self.words.get(name));
                if flags & CELL != 0 {
                    made_cells.push(register);
                }
            }
        }
        for &(owner, name) in &scope.captures {
            layout.add(owner, name, self.words.get(name));
        }
        if scope.is_function_like() {
            for &name in &scope.order {
                let flags = scope.symbols[&name].flags;
                if flags & PARAM == 0 && scope.owns(name) {
                    let register = layout.add(id, name, self.words.get(name));
                    if flags & CELL != 0 {
                        made_cells.push(register);
                    }
                }
            }
        }
        if scope.kind == ScopeKind::Class {
            let symbol = scope.symbols.get(&self.class_name);
            if symbol.is_some_and(|symbol| symbol.flags & CELL != 0) {
                made_cells.push(layout.add(id, self.class_name, ""));
            }
        }
        for &inner_id in &scope.comprehensions {
            let inner = self.get(inner_id);
            for &name in inner.order.iter().filter(|&&name| inner.owns(name)) {
                layout.add(inner_id, name, "");
            }
        }
        if layout.names.len() > 60_000 {
            return wrong(Span::default(), "code is too large");
        }
        let scope = &mut self.list[id.0 as usize];
        scope.n_params = n_params as u16;
        scope.n_locals = layout.names.len() as u16;
        scope.registers = layout.registers;
        scope.local_names = layout.names;
        scope.made_cells = made_cells;
        Ok(())
    }

    /// The registers of a comprehension's own variables, and which are cells.
    pub(super) fn comprehension_registers(&self, id: ScopeId) -> Vec<(u16, bool)> {
        let scope = self.get(id);
        let host = self.get(scope.host);
        scope
            .order
            .iter()
            .filter(|&&name| scope.owns(name))
            .map(|&name| {
                let is_cell = scope.symbols[&name].flags & CELL != 0;
                (host.registers[&(id, name)], is_cell)
            })
            .collect()
    }

    /// The register, in the code that defines it, of each variable that `id` captures.
    pub(super) fn capture_registers(&self, id: ScopeId, definer: ScopeId) -> Vec<u16> {
        let definer = self.get(self.host(definer));
        self.get(id)
            .captures
            .iter()
            .map(|key| definer.registers[key])
            .collect()
    }
}

struct Layout {
    registers: HashMap<(ScopeId, Name), u16>,
    names: Vec<Box<str>>,
}

impl Layout {
    fn add(&mut self, owner: ScopeId, name: Name, text: &str) -> u16 {
        // More than `u16` can number is reported by the caller once all are counted.
        let register = self.names.len() as u16;
        self.registers.insert((owner, name), register);
        self.names.push(text.into());
        register
    }
}
