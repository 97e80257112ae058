//! `Engine`: what sessions share; and `Program`: compiled text.

use std::fmt;
use std::sync::Arc;

use hoopsnake_grammar::{Mode as GrammarMode, Source, parse};

use super::convert::IntoPy;
use super::error::Error;
use super::function::{BlockingFunction, HostDef, HostFunction};
use super::session::SessionBuilder;
use crate::bytecode::Code;
use crate::compiler::{Mode, Options, compile};
use crate::heap::Ref;
use crate::value::{Dict, Value};
use crate::vm::{R, Vm};

/// The functions and modules that a host gives to its scripts. Immutable, cheap to clone, shared by threads.
///
/// ```
/// use hoopsnake::Engine;
///
/// let engine = Engine::builder()
///     .function("double", |n: i64| n * 2)
///     .module("shop", |m| {
///         m.function("price", |name: String| if name == "tea" { Some(3) } else { None });
///         m.constant("CURRENCY", "EUR");
///     })
///     .build();
/// let mut session = engine.session().build()?;
/// session.run_source("main.py", "import shop\nx = double(shop.price('tea'))")?;
/// assert_eq!(session.get::<i64>("x")?, 6);
/// # Ok::<(), hoopsnake::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Engine {
    parts: Arc<Parts>,
}

#[derive(Clone, Default)]
struct Parts {
    builtins: Vec<Member>,
    modules: Vec<(String, Vec<Member>)>,
}

#[derive(Clone)]
struct Member {
    name: String,
    what: What,
}

#[derive(Clone)]
enum What {
    Function(HostDef),
    Constant(Arc<dyn Fn(&mut Vm) -> R + Send + Sync>),
}

/// Builds an [`Engine`].
#[derive(Default)]
pub struct EngineBuilder {
    parts: Parts,
}

/// Adds to a module of the host.
pub struct ModuleBuilder {
    members: Vec<Member>,
}

impl Engine {
    /// An engine with nothing of the host's.
    #[must_use]
    pub fn new() -> Engine {
        Engine::default()
    }

    /// Begins an engine with functions and modules of the host.
    #[must_use]
    pub fn builder() -> EngineBuilder {
        EngineBuilder::default()
    }

    /// Compiles the text of a program, which is shown under `name` in tracebacks. `await` may stand at its top level.
    ///
    /// Errors: of kind `Syntax`.
    pub fn compile(&self, name: &str, text: &str) -> Result<Program, Error> {
        let source = Source::new(name, text);
        let options = Options {
            top_level_await: true,
            ..Options::default()
        };
        compile_source(&source, options).map(|code| Program { code })
    }

    /// Begins a session.
    #[must_use]
    pub fn session(&self) -> SessionBuilder {
        SessionBuilder::new(self.clone())
    }

    /// Gives a new session the host's functions and modules.
    pub(super) fn install(&self, vm: &mut Vm) -> R<()> {
        let builtins = vm.builtins.clone();
        add(vm, &builtins, "builtins", &self.parts.builtins)?;
        for (name, members) in &self.parts.modules {
            let module = vm.new_module(name);
            add(vm, &module.globals.clone(), name, members)?;
            let key = vm.intern(name);
            let modules = vm.modules.clone();
            modules.set_str(&key, Value::object(module));
        }
        Ok(())
    }
}

fn add(vm: &mut Vm, globals: &Ref<Dict>, module: &str, members: &[Member]) -> R<()> {
    for member in members {
        let value = match &member.what {
            What::Function(function) => function.install(vm, &member.name, module),
            What::Constant(make) => make(vm)?,
        };
        let key = vm.intern(&member.name);
        globals.set_str(&key, value);
    }
    Ok(())
}

/// Compiles without a session.
pub(super) fn compile_source(source: &Arc<Source>, options: Options) -> Result<Arc<Code>, Error> {
    let mode = match options.mode {
        Mode::Expression => GrammarMode::Expression,
        Mode::Module | Mode::Interactive => GrammarMode::Module,
    };
    parse(source.text(), mode)
        .and_then(|tree| compile(&tree, source, options))
        .map_err(|error| Error::syntax(&error, source))
}

impl EngineBuilder {
    /// Adds a function that every module of the script sees, as it sees `print`.
    #[must_use]
    pub fn function<A: 'static>(
        mut self,
        name: &str,
        function: impl HostFunction<A>,
    ) -> EngineBuilder {
        self.parts.builtins.push(Member {
            name: name.to_owned(),
            what: What::Function(HostDef::new(function)),
        });
        self
    }

    /// Adds such a function that may block for long: in a thread of a script it holds nobody else up.
    #[must_use]
    pub fn blocking_function<A: 'static>(
        mut self,
        name: &str,
        function: impl BlockingFunction<A>,
    ) -> EngineBuilder {
        self.parts.builtins.push(Member {
            name: name.to_owned(),
            what: What::Function(HostDef::blocking(function)),
        });
        self
    }

    /// Adds a module that scripts can import.
    #[must_use]
    pub fn module(mut self, name: &str, fill: impl FnOnce(&mut ModuleBuilder)) -> EngineBuilder {
        let mut module = ModuleBuilder {
            members: Vec::new(),
        };
        fill(&mut module);
        self.parts.modules.push((name.to_owned(), module.members));
        self
    }

    /// The engine.
    #[must_use]
    pub fn build(self) -> Engine {
        Engine {
            parts: Arc::new(self.parts),
        }
    }
}

impl ModuleBuilder {
    /// Adds a function.
    pub fn function<A: 'static>(
        &mut self,
        name: &str,
        function: impl HostFunction<A>,
    ) -> &mut ModuleBuilder {
        self.members.push(Member {
            name: name.to_owned(),
            what: What::Function(HostDef::new(function)),
        });
        self
    }

    /// Adds a function that may block for long: in a thread of a script, as `asyncio.to_thread` makes one, it holds
    /// neither the event loop nor other threads up.
    pub fn blocking_function<A: 'static>(
        &mut self,
        name: &str,
        function: impl BlockingFunction<A>,
    ) -> &mut ModuleBuilder {
        self.members.push(Member {
            name: name.to_owned(),
            what: What::Function(HostDef::blocking(function)),
        });
        self
    }

    /// Adds a value, made anew for every session.
    pub fn constant<T>(&mut self, name: &str, value: T) -> &mut ModuleBuilder
    where
        T: IntoPy + Clone + Send + Sync + 'static,
    {
        self.members.push(Member {
            name: name.to_owned(),
            what: What::Constant(Arc::new(move |vm| value.clone().into_value(vm))),
        });
        self
    }
}

/// A compiled program: plain data that any session of any thread can run.
#[derive(Clone)]
pub struct Program {
    pub(super) code: Arc<Code>,
}

impl Program {
    /// The name that tracebacks show.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.code.source.name
    }
}

impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Program({:?})", self.name())
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let functions = self.parts.builtins.iter().map(|member| &member.name);
        let modules = self.parts.modules.iter().map(|module| &module.0);
        f.debug_struct("Engine")
            .field("functions", &functions.collect::<Vec<_>>())
            .field("modules", &modules.collect::<Vec<_>>())
            .finish()
    }
}

const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<Engine>();
    shared::<Program>();
    shared::<super::kept::Value>();
    shared::<super::interrupt::InterruptHandle>();
};
