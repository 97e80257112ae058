//! Raising: the one error a running program knows.

use crate::text::surrogate;

use super::{R, Raised, Vm};
use crate::heap::Ref;
use crate::value::{Class, Exception, Str, Value};

macro_rules! raisers {
    ($($name:ident)*) => {
        impl Vm {
            $( #[doc = concat!("Raises the exception of that name, with a message.")]
               #[cold] pub(crate) fn $name(&mut self, message: impl AsRef<str>) -> Raised {
                let class = self.types.$name.clone();
                self.raise(&class, message)
            } )*
        }
    };
}

raisers! {
    type_error value_error index_error overflow_error zero_division_error runtime_error import_error
    module_not_found_error reference_error eof_error buffer_error not_implemented_error
}

impl Vm {
    /// Raises a UnicodeError with its five parts.
    pub(crate) fn unicode_error(
        &mut self,
        class: &Ref<Class>,
        encoding: &str,
        object: Value,
        span: (usize, usize),
        reason: &str,
    ) -> Raised {
        let fields = [
            ("encoding", self.new_str(encoding)),
            ("object", object),
            ("start", Value::int(span.0 as i64)),
            ("end", Value::int(span.1 as i64)),
            ("reason", self.new_str(reason)),
        ];
        let args = fields.iter().map(|(_, value)| value.clone()).collect();
        let exception = self.new_exception(class, args);
        if let Some(exception) = exception.as_ref::<Exception>() {
            for (name, value) in fields {
                exception.set_field(name, value);
            }
        }
        self.raise_value(exception)
    }

    /// Refuses a text that UTF-8 cannot spell: one with lone surrogates.
    ///
    /// # Errors
    /// UnicodeEncodeError.
    pub(crate) fn check_surrogates(&mut self, text: &str) -> R<()> {
        if !surrogate::is_in(text) {
            return Ok(());
        }
        let is_one = |c: char| surrogate::surrogate(c).is_some();
        let start = text.chars().position(is_one).unwrap_or(0);
        let run = text.chars().skip(start).take_while(|&c| is_one(c)).count();
        let class = self.types.unicode_encode_error.clone();
        let object = self.new_str(text);
        let span = (start, start + run);
        Err(self.unicode_error(&class, "utf-8", object, span, "surrogates not allowed"))
    }

    /// An exception object, made without running script code.
    pub(crate) fn new_exception(&mut self, class: &Ref<Class>, args: Vec<Value>) -> Value {
        let args = self.heap.new_tuple(args);
        Value::object(self.heap.alloc(Exception::new(class.clone(), args)))
    }

    /// Raises a new exception of `class` with a message.
    #[cold]
    pub(crate) fn raise(&mut self, class: &Ref<Class>, message: impl AsRef<str>) -> Raised {
        let message = self.new_str(message.as_ref());
        let exception = self.new_exception(class, vec![message]);
        self.raise_value(exception)
    }

    /// Raises this exception.
    pub(crate) fn raise_value(&mut self, exception: Value) -> Raised {
        self.raised = exception;
        self.raised_fresh = true;
        self.unfit = false;
        Raised
    }

    /// Raises this exception again: its context is not touched.
    pub(crate) fn reraise_value(&mut self, exception: Value) -> Raised {
        self.raised = exception;
        self.raised_fresh = false;
        Raised
    }

    /// The pending exception; the caller handles it.
    pub(crate) fn take_raised(&mut self) -> Value {
        std::mem::replace(&mut self.raised, Value::NONE)
    }

    /// Whether the pending exception is an instance of `class`.
    pub(crate) fn raised_is(&self, class: &Ref<Class>) -> bool {
        self.raised
            .as_ref::<Exception>()
            .is_some_and(|exception| exception.class.get().is_subclass(class))
    }

    /// If the pending exception is a StopIteration, takes it and gives its value.
    pub(crate) fn take_stop_iteration(&mut self) -> Option<Value> {
        let class = self.types.stop_iteration.clone();
        if !self.raised_is(&class) {
            return None;
        }
        let exception = self.take_raised();
        exception
            .as_ref::<Exception>()
            .map(|exception| stop_value(exception))
    }

    #[cold]
    pub(crate) fn key_error(&mut self, key: Value) -> Raised {
        let class = self.types.key_error.clone();
        let exception = self.new_exception(&class, vec![key]);
        self.raise_value(exception)
    }

    #[cold]
    pub(crate) fn stop_iteration(&mut self, value: Value) -> Raised {
        let class = self.types.stop_iteration.clone();
        let args = if value.is_none() {
            Vec::new()
        } else {
            vec![value.clone()]
        };
        let exception = self.new_exception(&class, args);
        if let Some(exception) = exception.as_ref::<Exception>() {
            exception.set_field("value", value);
        }
        self.raise_value(exception)
    }

    #[cold]
    pub(crate) fn attribute_error(&mut self, object: &Value, name: &Ref<Str>) -> Raised {
        let message = match object.as_ref::<Class>() {
            Some(class) => format!(
                "type object '{}' has no attribute '{}'",
                self.shown_class(class),
                name.as_str()
            ),
            None => format!(
                "'{}' object has no attribute '{}'",
                self.type_name(object),
                name.as_str()
            ),
        };
        self.attribute_error_with(object, name, &message)
    }

    #[cold]
    pub(crate) fn attribute_error_with(
        &mut self,
        object: &Value,
        name: &Ref<Str>,
        message: &str,
    ) -> Raised {
        let class = self.types.attribute_error.clone();
        let message = self.new_str(message);
        let exception = self.new_exception(&class, vec![message]);
        if let Some(exception) = exception.as_ref::<Exception>() {
            exception.set_field("name", Value::object(name.clone()));
            exception.set_field("obj", object.clone());
        }
        self.raise_value(exception)
    }

    #[cold]
    pub(crate) fn name_error(&mut self, name: &str) -> Raised {
        let class = self.types.name_error.clone();
        self.name_error_of(&class, name, &format!("name '{name}' is not defined"))
    }

    #[cold]
    pub(crate) fn unbound_local(&mut self, name: &str) -> Raised {
        let class = self.types.unbound_local_error.clone();
        let message = format!(
            "cannot access local variable '{name}' where it is not associated with a value"
        );
        self.name_error_of(&class, name, &message)
    }

    #[cold]
    pub(crate) fn name_error_of(
        &mut self,
        class: &Ref<Class>,
        name: &str,
        message: &str,
    ) -> Raised {
        let message = self.new_str(message);
        let exception = self.new_exception(class, vec![message]);
        let name = self.new_str(name);
        if let Some(exception) = exception.as_ref::<Exception>() {
            exception.set_field("name", name);
        }
        self.raise_value(exception)
    }

    #[cold]
    pub(crate) fn memory_error(&mut self) -> Raised {
        let class = self.types.memory_error.clone();
        let exception = self.new_exception(&class, Vec::new());
        self.raise_value(exception)
    }

    #[cold]
    pub(crate) fn recursion_error(&mut self) -> Raised {
        self.recursion_error_in("")
    }

    /// The same, saying during what: ` in comparison`.
    #[cold]
    pub(crate) fn recursion_error_in(&mut self, during: &str) -> Raised {
        let class = self.types.recursion_error.clone();
        self.raise(&class, format!("maximum recursion depth exceeded{during}"))
    }

    #[cold]
    pub(crate) fn assertion_error(&mut self, argument: Option<Value>) -> Raised {
        let class = self.types.assertion_error.clone();
        let exception = self.new_exception(&class, argument.into_iter().collect());
        self.raise_value(exception)
    }

    /// An OSError (of the subclass that fits its number), as the system call gave it.
    #[cold]
    pub(crate) fn os_error(&mut self, error: &std::io::Error, filename: Option<&str>) -> Raised {
        let number = error.raw_os_error().unwrap_or(5);
        let text = os_error_text(error);
        let class = self.os_error_class(number);
        let text = self.new_str(&text);
        let filename = filename.map_or(Value::NONE, |name| self.new_str(name));
        let exception =
            self.new_exception(&class, vec![Value::int(i64::from(number)), text.clone()]);
        if let Some(exception) = exception.as_ref::<Exception>() {
            exception.set_field("errno", Value::int(i64::from(number)));
            exception.set_field("strerror", text);
            exception.set_field("filename", filename);
        }
        self.raise_value(exception)
    }

    /// The subclass of OSError for an error number of Linux.
    pub(crate) fn os_error_class(&self, number: i32) -> Ref<Class> {
        let types = &self.types;
        match number {
            1 | 13 => &types.permission_error,
            2 => &types.file_not_found_error,
            3 => &types.process_lookup_error,
            4 => &types.interrupted_error,
            10 => &types.child_process_error,
            11 | 114 | 115 => &types.blocking_io_error,
            17 => &types.file_exists_error,
            20 => &types.not_a_directory_error,
            21 => &types.is_a_directory_error,
            32 | 108 => &types.broken_pipe_error,
            103 => &types.connection_aborted_error,
            104 => &types.connection_reset_error,
            110 => &types.timeout_error,
            111 => &types.connection_refused_error,
            _ => &types.os_error,
        }
        .clone()
    }

    /// Turns whatever `raise` was given into an exception object.
    pub(crate) fn exception_from(&mut self, value: Value) -> R {
        if value.as_ref::<Exception>().is_some() {
            return Ok(value);
        }
        if let Some(class) = value.to_ref::<Class>()
            && class.is_subclass(&self.types.base_exception)
        {
            let exception = self.call(&value, &[])?;
            if exception.as_ref::<Exception>().is_some() {
                return Ok(exception);
            }
            let message = format!(
                "calling {} should have returned an instance of BaseException, not {}",
                self.repr(&value)?.as_str(),
                self.repr(&Value::object(self.class_of(&exception)))?
                    .as_str()
            );
            return Err(self.type_error(message));
        }
        Err(self.type_error("exceptions must derive from BaseException"))
    }
}

/// The value a StopIteration carries.
pub(crate) fn stop_value(exception: &Exception) -> Value {
    exception.field("value").unwrap_or_else(|| {
        exception
            .args
            .get()
            .items()
            .first()
            .cloned()
            .unwrap_or(Value::NONE)
    })
}

/// The text of a system error, without Rust's "(os error N)".
pub(crate) fn os_error_text(error: &std::io::Error) -> String {
    let text = error.to_string();
    match text.find(" (os error") {
        Some(at) => text[..at].to_string(),
        None => text,
    }
}
