//! `Session`: one interpreter, with its heap, its globals and its loop.

use std::io::Write;
use std::sync::Arc;

use hoopsnake_grammar::Source;

use super::convert::{Arguments, FromPy, IntoPy};
use super::engine::{Engine, Program, compile_source};
use super::error::{Error, take_error};
use super::function::{HostDef, HostFunction};
use super::interrupt::InterruptHandle;
use super::kept::{self, Value as Handle};
use super::limits::Limits;
use super::run;
use crate::bytecode::Code;
use crate::compiler::{Mode, Options};
use crate::event_loop::Clock;
use crate::heap::Ref;
use crate::modules::{asyncio, new_main_module};
use crate::value::{Dict, Module, Value};
use crate::vm::{Isolated, R, Vm};

/// Builds a [`Session`].
pub struct SessionBuilder {
    engine: Engine,
    limits: Limits,
    stdout: Option<Box<dyn Write + Send>>,
    stderr: Option<Box<dyn Write + Send>>,
}

/// One interpreter. It may move between threads; one thread at a time uses it.
///
/// What one call leaves (globals, pending tasks) the next one finds. After any error, a limit included, the session
/// can be used again. Tasks that a call leaves pending go on during the next call that awaits something, in
/// [`run_pending`](Session::run_pending), and in [`close`](Session::close).
pub struct Session {
    pub(super) vm: Isolated,
    limits: Limits,
    interrupt: InterruptHandle,
}

/// The globals that the session's texts run in.
#[derive(Default)]
struct Main(Option<Ref<Module>>);

impl SessionBuilder {
    pub(super) fn new(engine: Engine) -> SessionBuilder {
        SessionBuilder {
            engine,
            limits: Limits::default(),
            stdout: None,
            stderr: None,
        }
    }

    /// Sets what each call into the session may use.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> SessionBuilder {
        self.limits = limits;
        self
    }

    /// Where `print` goes; the standard output of the process if not set.
    #[must_use]
    pub fn stdout(mut self, sink: impl Write + Send + 'static) -> SessionBuilder {
        self.stdout = Some(Box::new(sink));
        self
    }

    /// Where warnings and reports go; the standard error of the process if not set.
    #[must_use]
    pub fn stderr(mut self, sink: impl Write + Send + 'static) -> SessionBuilder {
        self.stderr = Some(Box::new(sink));
        self
    }

    /// The session.
    ///
    /// Errors: a constant of a host module that could not be made.
    pub fn build(self) -> Result<Session, Error> {
        let mut vm = run::new_machine(self.limits.recursion)?;
        vm.stdout.sink = self.stdout.unwrap_or_else(|| Box::new(std::io::stdout()));
        vm.stderr.sink = self.stderr.unwrap_or_else(|| Box::new(std::io::stderr()));
        if let Err(crate::vm::Raised) = self.engine.install(&mut vm) {
            return Err(take_error(&mut vm));
        }
        let interrupt = InterruptHandle {
            flag: vm.interrupt.clone(),
            wake: asyncio::wake_handle(&mut vm),
        };
        let mut session = Session {
            vm: Isolated::new(vm),
            limits: self.limits.clone(),
            interrupt,
        };
        session.set_limits(self.limits);
        Ok(session)
    }
}

impl Session {
    /// Sets what each further call may use.
    pub fn set_limits(&mut self, limits: Limits) {
        self.vm.set_recursion(limits.recursion);
        self.vm.heap.set_limit(limits.memory.unwrap_or(usize::MAX));
        if let Some(depth) = limits.native_depth {
            self.vm.set_native_depth(depth);
        }
        self.limits = limits;
    }

    /// Stops what the session is running, from another thread.
    #[must_use]
    pub fn interrupt_handle(&self) -> InterruptHandle {
        self.interrupt.clone()
    }

    /// The bytes that the session's heap has now.
    #[must_use]
    pub fn memory_used(&self) -> usize {
        self.vm.heap.bytes()
    }

    /// Runs a program in the session's globals.
    ///
    /// Errors: what it raises; a limit.
    pub fn exec(&mut self, program: &Program) -> Result<(), Error> {
        self.run_code(&program.code.clone()).map(drop)
    }

    /// Compiles a text and runs it. `name` is what tracebacks show.
    ///
    /// Errors: as for `exec`; of kind `Syntax` for wrong text.
    pub fn run_source(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let code = self.compile(name, text, Mode::Module)?;
        self.run_code(&code).map(drop)
    }

    /// The value of an expression, which may `await`.
    ///
    /// Errors: as for `run_source`; TypeError if the value is no `T`.
    pub fn eval<T: FromPy>(&mut self, expression: &str) -> Result<T, Error> {
        let text = expression.trim_start_matches([' ', '\t']);
        let code = self.compile("<string>", text, Mode::Expression)?;
        self.guarded(|vm| {
            let globals = main_globals(vm);
            let value = run::run_unit(vm, &code, &globals)?;
            T::from_value(vm, &value)
        })
    }

    /// Calls the function that the script has under `name`. An async function is run to its end.
    ///
    /// Errors: NameError if there is none; what it raises; TypeError if its result is no `T`.
    ///
    /// ```
    /// use hoopsnake::Engine;
    ///
    /// let mut session = Engine::new().session().build()?;
    /// session.run_source("m.py", "import asyncio\nasync def add(a, b):\n    await asyncio.sleep(0)\n    return a + b")?;
    /// assert_eq!(session.call::<String>("add", ("loop ", "inside"))?, "loop inside");
    /// # Ok::<(), hoopsnake::Error>(())
    /// ```
    pub fn call<T: FromPy>(&mut self, name: &str, args: impl Arguments) -> Result<T, Error> {
        self.guarded(|vm| {
            let function = global(vm, name)?;
            call(vm, &function, args)
        })
    }

    /// Calls a value that was kept.
    ///
    /// Errors: as for `call`.
    pub fn call_value<T: FromPy>(
        &mut self,
        function: &Handle,
        args: impl Arguments,
    ) -> Result<T, Error> {
        self.guarded(|vm| {
            let function = kept::kept(vm, function)?;
            call(vm, &function, args)
        })
    }

    /// Calls a method of a value that was kept.
    ///
    /// Errors: as for `call`; AttributeError if there is no such method.
    pub fn call_method<T: FromPy>(
        &mut self,
        object: &Handle,
        name: &str,
        args: impl Arguments,
    ) -> Result<T, Error> {
        self.guarded(|vm| {
            let object = kept::kept(vm, object)?;
            let method = vm.get_attr_str(&object, name)?;
            call(vm, &method, args)
        })
    }

    /// The attribute of a value that was kept.
    ///
    /// Errors: AttributeError; TypeError if it is no `T`.
    pub fn attribute<T: FromPy>(&mut self, object: &Handle, name: &str) -> Result<T, Error> {
        self.guarded(|vm| {
            let object = kept::kept(vm, object)?;
            let value = vm.get_attr_str(&object, name)?;
            T::from_value(vm, &value)
        })
    }

    /// A value that was kept, as Rust data.
    ///
    /// Errors: TypeError if it is no `T`.
    pub fn extract<T: FromPy>(&mut self, value: &Handle) -> Result<T, Error> {
        self.guarded(|vm| {
            let value = kept::kept(vm, value)?;
            T::from_value(vm, &value)
        })
    }

    /// What Python's `repr` shows of a value that was kept.
    ///
    /// Errors: what `__repr__` raises.
    pub fn repr(&mut self, value: &Handle) -> Result<String, Error> {
        self.guarded(|vm| {
            let value = kept::kept(vm, value)?;
            Ok(vm.repr(&value)?.as_str().to_owned())
        })
    }

    /// The script's global variable (or a builtin).
    ///
    /// Errors: NameError if there is none; TypeError if it is no `T`.
    pub fn get<T: FromPy>(&mut self, name: &str) -> Result<T, Error> {
        self.guarded(|vm| {
            let value = global(vm, name)?;
            T::from_value(vm, &value)
        })
    }

    /// Sets a global variable of the script.
    ///
    /// Errors: a value that cannot be made, such as a kept one of another session.
    pub fn set(&mut self, name: &str, value: impl IntoPy) -> Result<(), Error> {
        self.guarded(|vm| {
            let value = value.into_value(vm)?;
            let (globals, name) = (main_globals(vm), vm.intern(name));
            globals.set_str(&name, value);
            Ok(())
        })
    }

    /// Gives the script a function of the host, as a global variable.
    pub fn function<A: 'static>(&mut self, name: &str, function: impl HostFunction<A>) {
        let vm = &mut self.vm;
        let value = HostDef::new(function).install(vm, name, "__main__");
        let (globals, name) = (main_globals(vm), vm.intern(name));
        globals.set_str(&name, value);
    }

    /// Runs the tasks that are pending to their end.
    ///
    /// Errors: a limit; SystemExit and KeyboardInterrupt of a task.
    pub fn run_pending(&mut self) -> Result<(), Error> {
        self.guarded(asyncio::run_pending)
    }

    /// Ends the session as a program ends: pending tasks run to their end, `atexit`, finalisers of what is left.
    /// Dropping a session does none of these.
    ///
    /// Errors: as for `run_pending`.
    pub fn close(mut self) -> Result<(), Error> {
        let ended = self.guarded(|vm| run::end_program(vm, Ok(())));
        let finalised = self.guarded(|vm| {
            forget_main(vm);
            run::end_modules(vm);
            Ok(())
        });
        ended.and(finalised)
    }

    fn compile(&mut self, name: &str, text: &str, mode: Mode) -> Result<Arc<Code>, Error> {
        let options = Options {
            mode,
            top_level_await: true,
            ..Options::default()
        };
        compile_source(&Source::new(name, text), options)
    }

    fn run_code(&mut self, code: &Arc<Code>) -> Result<(), Error> {
        self.guarded(|vm| {
            let globals = main_globals(vm);
            run::run_unit(vm, code, &globals).map(drop)
        })
    }

    /// One call of the host: under the limits, with the output written at the end.
    fn guarded<T>(&mut self, work: impl FnOnce(&mut Vm) -> R<T>) -> Result<T, Error> {
        let vm: &mut Vm = &mut self.vm;
        kept::sweep(vm);
        vm.set_fuel(self.limits.fuel);
        vm.set_deadline(self.limits.deadline.and_then(Clock::moment_in));
        let result = match work(vm) {
            Ok(value) => Ok(value),
            Err(crate::vm::Raised) => Err(take_error(vm)),
        };
        vm.set_fuel(None);
        vm.set_deadline(None);
        if result.is_ok() {
            // Finalisers of what the call dropped.
            vm.run_pending_quietly();
        }
        let written = vm.flush_stdout();
        if written.is_err() && result.is_ok() {
            return Err(take_error(vm).into_io());
        }
        if written.is_err() {
            drop(vm.take_raised());
        }
        result
    }
}

/// The globals of the session's main module, made at the first call.
pub(super) fn main_globals(vm: &mut Vm) -> Ref<Dict> {
    if let Some(main) = &vm.state::<Main>().0 {
        return main.globals.clone();
    }
    set_main_module(vm, None)
}

/// Makes a new main module, of a program from `file`.
pub(super) fn set_main_module(vm: &mut Vm, file: Option<&str>) -> Ref<Dict> {
    let main = new_main_module(vm, file);
    let globals = main.globals.clone();
    vm.state::<Main>().0 = Some(main);
    globals
}

/// Forgets the main module.
pub(super) fn forget_main(vm: &mut Vm) {
    vm.drop_state::<Main>();
}

fn global(vm: &mut Vm, name: &str) -> R<Value> {
    let (globals, key) = (main_globals(vm), vm.intern(name));
    match globals.get_str(&key).or_else(|| vm.builtins.get_str(&key)) {
        Some(value) => Ok(value),
        None => Err(vm.name_error(name)),
    }
}

fn call<T: FromPy>(vm: &mut Vm, function: &Value, args: impl Arguments) -> R<T> {
    let args = args.into_values(vm)?;
    let result = run::call_on_loop(vm, function, &args)?;
    T::from_value(vm, &result)
}

const _: () = {
    const fn moves<T: Send>() {}
    moves::<Session>();
};
