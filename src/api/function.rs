//! Functions of the host: typed closures that scripts call.
#![allow(
    private_interfaces,
    reason = "sealed traits: a host can neither call nor implement what speaks of the machine"
)]

use std::sync::Arc;

use super::convert::sealed::{FromValue, IntoValue};
use crate::modules::{begin_outside, others_exist};
use crate::value::{Exception, Value};
use crate::vm::{Binding, HostBlockFn, HostFn, NativeCode, Outcome, R, Vm};

mod sealed {
    use super::{Arc, Outcome, R, Value, Vm};

    /// A closure over converted arguments.
    pub trait Callable<A>: Send + Sync + 'static {
        /// Python's way to write the parameters.
        fn signature() -> String;
        fn call_with(&self, vm: &mut Vm, args: &[Value]) -> R;
    }

    /// The same for a closure that another thread can run.
    pub trait BlockingCallable<A>: Send + Sync + 'static {
        /// Python's way to write the parameters.
        fn signature() -> String;
        fn begin_with(self: Arc<Self>, vm: &mut Vm, args: &[Value]) -> R<Outcome>;
    }
}

use sealed::{BlockingCallable, Callable};

/// A closure that scripts can call: up to six parameters that are [`FromPy`](crate::FromPy), a result that is
/// [`IntoPy`](crate::IntoPy). Arguments are given by position; trailing ones that are `Option`s may be left out.
///
/// A `Result` that is an error becomes an exception: RuntimeError with the error's text, or what
/// [`Error::exception`](crate::Error::exception) names.
pub trait HostFunction<A>: Callable<A> {}

impl<A, F: Callable<A>> HostFunction<A> for F {}

/// A closure that may block for long, as one that reads from the network does. It runs in a thread of the host's own
/// while other threads of the script, and its event loop, go on; so its arguments and its result are `Send`.
///
/// Otherwise as [`HostFunction`].
pub trait BlockingFunction<A>: BlockingCallable<A> {}

impl<A, F: BlockingCallable<A>> BlockingFunction<A> for F {}

/// A function of the host, ready to be put into any session.
#[derive(Clone)]
pub(super) struct HostDef {
    signature: Arc<str>,
    function: HostCode,
}

#[derive(Clone)]
enum HostCode {
    Plain(HostFn),
    Blocking(HostBlockFn),
}

impl HostDef {
    pub(super) fn new<A: 'static, F: HostFunction<A>>(function: F) -> HostDef {
        HostDef {
            signature: F::signature().into(),
            function: HostCode::Plain(Arc::new(move |vm, args| function.call_with(vm, args))),
        }
    }

    pub(super) fn blocking<A: 'static, F: BlockingFunction<A>>(function: F) -> HostDef {
        let function = Arc::new(function);
        HostDef {
            signature: F::signature().into(),
            function: HostCode::Blocking(Arc::new(move |vm, args| {
                Arc::clone(&function).begin_with(vm, args)
            })),
        }
    }

    /// The function as a value of this session.
    pub(super) fn install(&self, vm: &mut Vm, name: &str, module: &str) -> Value {
        let code = match &self.function {
            HostCode::Plain(function) => NativeCode::Host(function.clone()),
            HostCode::Blocking(function) => NativeCode::HostBlocking(function.clone()),
        };
        vm.new_native(name, module, code, &self.signature, Binding::Function)
    }
}

fn signature_of(optional: &[bool]) -> String {
    if optional.is_empty() {
        return String::new();
    }
    let last_required = optional
        .iter()
        .rposition(|optional| !optional)
        .map_or(0, |at| at + 1);
    let mut text = String::new();
    for at in 0..optional.len() {
        text.push_str(&format!("arg{}", at + 1));
        text.push_str(if at >= last_required { "=None, " } else { ", " });
    }
    text.push('/');
    text
}

/// One argument, converted; the error says which it was.
fn argument<T: FromValue>(vm: &mut Vm, args: &[Value], at: usize) -> R<T> {
    T::from_value(vm, &args[at]).inspect_err(|_| {
        let message = format!("argument {}: ", at + 1);
        prefix_message(vm, &message);
    })
}

/// Puts words before the message of the pending exception.
fn prefix_message(vm: &mut Vm, words: &str) {
    let raised = vm.raised.clone();
    let Some(exception) = raised.as_ref::<Exception>() else {
        return;
    };
    let args = exception.args.get();
    if let Some(text) = args
        .items()
        .first()
        .and_then(|text| vm.cast::<crate::value::Str>(text))
    {
        let text = vm.new_str(&format!("{words}{}", text.as_str()));
        exception.args.set(vm.heap.new_tuple(vec![text]));
    }
}

macro_rules! functions {
    ($(($($name:ident $at:tt),*))*) => { $(
        impl<Closure, Output, $($name),*> Callable<($($name,)*)> for Closure
        where
            Closure: Fn($($name),*) -> Output + Send + Sync + 'static,
            Output: IntoValue,
            $($name: FromValue,)*
        {
            fn signature() -> String {
                signature_of(&[$($name::OPTIONAL),*])
            }

            #[allow(unused_variables, reason = "a function without parameters takes none")]
            fn call_with(&self, vm: &mut Vm, args: &[Value]) -> R {
                self($(argument::<$name>(vm, args, $at)?),*).into_value(vm)
            }
        }

        impl<Closure, Output, $($name),*> BlockingCallable<($($name,)*)> for Closure
        where
            Closure: Fn($($name),*) -> Output + Send + Sync + 'static,
            Output: IntoValue + Send + 'static,
            $($name: FromValue + Send + 'static,)*
        {
            fn signature() -> String {
                signature_of(&[$($name::OPTIONAL),*])
            }

            #[allow(unused_variables, non_snake_case, reason = "arguments are named by their types")]
            fn begin_with(self: Arc<Self>, vm: &mut Vm, args: &[Value]) -> R<Outcome> {
                $(let $name = argument::<$name>(vm, args, $at)?;)*
                if !others_exist(vm) {
                    return self($($name),*).into_value(vm).map(Outcome::Done);
                }
                let work = move || self($($name),*);
                begin_outside(vm, work, |vm, made: Output| made.into_value(vm)).map(Outcome::Wait)
            }
        }
    )* };
}

functions! {
    ()
    (A 0)
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
}
