//! Loops of threads: iterators that call script code become generators, under which a thread can be put aside.

use crate::modules::import::import_dotted;
use crate::value::{Iter, IterState, Special, Value};
use crate::vm::{R, Vm};

/// A generator for an iterator that calls script code (`Hooks::script_iterator`).
pub(crate) fn script_iterator(vm: &mut Vm, iterator: Value) -> R {
    let (name, args) = match iterator.as_ref::<Iter>() {
        None => {
            // A class of the program's own.
            let is_own = vm
                .find_special(&iterator, Special::Next)
                .is_some_and(|next| next.is(crate::value::Tag::Function));
            if !is_own {
                return Ok(iterator);
            }
            ("_iterate", vec![iterator])
        }
        Some(iter) => {
            let called = iter.state.with(|state| match state {
                IterState::Call { callable, sentinel } => {
                    Some(vec![callable.clone(), sentinel.clone()])
                }
                _ => None,
            });
            match called {
                Some(args) => ("_iterate_calls", args),
                None => return Ok(iterator),
            }
        }
    };
    let threading = import_dotted(vm, "threading")?;
    vm.call_method(&threading, name, &args)
}
