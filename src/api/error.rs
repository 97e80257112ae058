//! `Error`: everything that can go wrong between a host and its scripts.

use std::fmt;
use std::sync::Arc;

use hoopsnake_grammar::{Source, SyntaxError};

use crate::diagnostic::{SyntaxProblem, uncaught_text};
use crate::value::{Exception, NativeData, Value};
use crate::vm::{Stop, Vm};

/// What kind of thing went wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The source text is wrong.
    Syntax,
    /// The script raised an exception; also a value that was not of the Rust type asked for (TypeError).
    Exception,
    /// A limit of the session was reached.
    Limit,
    /// An `InterruptHandle` stopped the run.
    Interrupted,
    /// A function of the host failed; `source()` is its error.
    Host,
    /// The session's output could not be written.
    Io,
}

/// What went wrong: a kind, a message, and the text that Python prints for it.
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    type_name: String,
    message: String,
    traceback: String,
    source: Option<HostError>,
    exit: Option<(i32, Option<String>)>,
}

/// An error of the host, shared with the exception that it became.
pub(super) type HostError = Arc<dyn std::error::Error + Send + Sync>;

/// Carries the host's error inside of the exception.
struct Carried(HostError);

impl NativeData for Carried {}

const CARRIER: &str = "<host error>";

impl Error {
    /// An exception that a host function can return: `Err(Error::exception("ValueError", "too small"))`.
    ///
    /// Names that are no built-in exception class become RuntimeError.
    #[must_use]
    pub fn exception(type_name: &str, message: impl Into<String>) -> Error {
        let message = message.into();
        let traceback = format!("{type_name}: {message}\n");
        Error::new(ErrorKind::Exception, type_name, message, traceback)
    }

    fn new(kind: ErrorKind, type_name: &str, message: String, traceback: String) -> Error {
        Error(Box::new(Inner {
            kind,
            type_name: type_name.to_owned(),
            message,
            traceback,
            source: None,
            exit: None,
        }))
    }

    /// The same as an error of the output.
    pub(super) fn into_io(mut self) -> Error {
        self.0.kind = ErrorKind::Io;
        self
    }

    /// Source text that is not UTF-8: Python shows no place for it.
    pub(super) fn undecodable(message: &str) -> Error {
        let text = format!("SyntaxError: {message}\n");
        Error::new(ErrorKind::Syntax, "SyntaxError", message.to_owned(), text)
    }

    pub(super) fn syntax(error: &SyntaxError, source: &Source) -> Error {
        let message = error.message();
        let problem = SyntaxProblem {
            class_name: error.class_name(),
            message: &message,
            span: error.span,
            help: None,
        };
        let told = problem.to_exception(source);
        let text = uncaught_text(std::slice::from_ref(&told));
        Error::new(ErrorKind::Syntax, error.class_name(), told.message, text)
    }

    /// What kind of thing went wrong.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The exception's class, as tracebacks name it: `ValueError`, `shop.SoldOut`. Empty for limits.
    #[must_use]
    pub fn type_name(&self) -> &str {
        &self.0.type_name
    }

    /// The exception's message: `str(exception)`.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What Python prints for it, with the traceback; ends with a line end.
    #[must_use]
    pub fn traceback(&self) -> &str {
        &self.0.traceback
    }

    /// The status of a SystemExit; None for every other error.
    #[must_use]
    pub fn exit_status(&self) -> Option<i32> {
        self.0.exit.as_ref().map(|exit| exit.0)
    }

    /// What a SystemExit says on standard error: `sys.exit("text")`.
    #[must_use]
    pub fn exit_message(&self) -> Option<&str> {
        self.0.exit.as_ref()?.1.as_deref()
    }
}

/// Takes the pending exception, or the limit that ended the run.
pub(super) fn take_error(vm: &mut Vm) -> Error {
    let stop = vm.take_stop();
    let exception = vm.take_raised();
    let traceback = vm.uncaught_text(&exception);
    if let Some(stop) = stop {
        drop(exception);
        vm.settle();
        if stop == Stop::Memory {
            vm.collect_garbage();
        }
        let kind = match stop {
            Stop::Interrupted => ErrorKind::Interrupted,
            Stop::Fuel | Stop::Memory | Stop::Deadline => ErrorKind::Limit,
        };
        return Error::new(kind, "", stop_words(stop).to_owned(), traceback);
    }
    let class = vm.class_of(&exception);
    let kind = if class.is_subclass(&vm.types.syntax_error) {
        ErrorKind::Syntax
    } else {
        ErrorKind::Exception
    };
    let type_name = vm.class_title(&class);
    let message = match vm.str(&exception) {
        Ok(text) => text.as_str().to_owned(),
        Err(_) => {
            drop(vm.take_raised());
            "<exception str() failed>".to_owned()
        }
    };
    let mut error = Error::new(kind, &type_name, message, traceback);
    if class.is_subclass(&vm.types.system_exit) {
        error.0.exit = Some(exit_of(vm, &exception));
    }
    if let Some(carried) = carried(&exception) {
        error.0.kind = ErrorKind::Host;
        error.0.source = Some(carried);
    }
    // Telling it may itself have met a limit.
    let _ = vm.take_stop();
    vm.settle();
    error
}

fn stop_words(stop: Stop) -> &'static str {
    match stop {
        Stop::Fuel => "out of fuel",
        Stop::Memory => "memory limit reached",
        Stop::Deadline => "deadline passed",
        Stop::Interrupted => "interrupted",
    }
}

/// The status of a SystemExit and what it says.
fn exit_of(vm: &mut Vm, exception: &Value) -> (i32, Option<String>) {
    let code = match vm.get_attr_str(exception, "code") {
        Ok(code) => code,
        Err(_) => {
            drop(vm.take_raised());
            Value::NONE
        }
    };
    if code.is_none() {
        return (0, None);
    }
    let plain = vm.plain(&code);
    if let Some(status) = plain.as_int() {
        return (status as i32, None);
    }
    if vm.is_instance(&code, &vm.types.int.clone()) {
        return (-1, None);
    }
    match vm.str(&code) {
        Ok(text) => (1, Some(text.as_str().to_owned())),
        Err(_) => {
            drop(vm.take_raised());
            (1, None)
        }
    }
}

fn carried(exception: &Value) -> Option<HostError> {
    let field = exception.as_ref::<Exception>()?.field(CARRIER)?;
    Some(field.as_data::<Carried>()?.0.clone())
}

/// Raises the host's error as an exception.
pub(super) fn raise_host_error(
    vm: &mut Vm,
    error: Box<dyn std::error::Error + Send + Sync>,
) -> crate::vm::Raised {
    let error: HostError = match error.downcast::<Error>() {
        Ok(own) if own.0.source.is_none() && !own.0.type_name.is_empty() => {
            let name = vm.intern(&own.0.type_name);
            let class = vm.builtins.get_str(&name);
            let class = class.and_then(|class| class.to_ref::<crate::value::Class>());
            let class = class.filter(|class| class.is_subclass(&vm.types.base_exception));
            let class = class.unwrap_or_else(|| vm.types.runtime_error.clone());
            let message = vm.new_str(&own.0.message);
            return match vm.call(&Value::object(class), &[message]) {
                Ok(exception) => vm.raise_value(exception),
                Err(raised) => raised,
            };
        }
        Ok(own) => match &own.0.source {
            Some(source) => source.clone(),
            None => Arc::from(own as Box<dyn std::error::Error + Send + Sync>),
        },
        Err(other) => Arc::from(other),
    };
    let class = vm.types.runtime_error.clone();
    let message = vm.new_str(&error.to_string());
    let exception = vm.new_exception(&class, vec![message]);
    let object = vm.types.object.clone();
    let carrier = vm.heap.new_opaque(&object, Carried(error));
    if let Some(exception) = exception.as_ref::<Exception>() {
        exception.set_field(CARRIER, carrier);
    }
    vm.raise_value(exception)
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.type_name.as_str(), self.0.message.as_str()) {
            ("", message) => f.write_str(message),
            (name, "") => f.write_str(name),
            (name, message) => write!(f, "{name}: {message}"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} error\n{}", self.0.kind, self.0.traceback)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let source = self.0.source.as_deref()?;
        Some(source)
    }
}
