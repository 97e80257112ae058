//! Values that a host keeps: numbers of places in a table of the session.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use crate::value::Value as Raw;
use crate::vm::{R, Vm};

/// A Python value that the host keeps, of any type: a function, an instance, a list to be changed.
///
/// It holds no pointer, only a place in its session's table, and may be sent and dropped anywhere. Given to another
/// session it raises RuntimeError there.
#[derive(Clone)]
pub struct Value(Arc<Place>);

struct Place {
    index: usize,
    table: Arc<Table>,
}

/// The part of the table that handles reach from other threads; its address is the session's identity.
#[derive(Default)]
struct Table {
    released: Mutex<Vec<usize>>,
}

impl Drop for Place {
    fn drop(&mut self) {
        let released = self.table.released.lock();
        released
            .unwrap_or_else(PoisonError::into_inner)
            .push(self.index);
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Value({})", self.0.index)
    }
}

/// The values that hosts keep, in the session.
#[derive(Default)]
struct Kept {
    table: Arc<Table>,
    values: Vec<Raw>,
    free: Vec<usize>,
}

/// Drops the values whose handles are gone.
pub(super) fn sweep(vm: &mut Vm) {
    let kept = vm.state::<Kept>();
    let released = std::mem::take(
        &mut *kept
            .table
            .released
            .lock()
            .unwrap_or_else(PoisonError::into_inner),
    );
    let mut dead = Vec::with_capacity(released.len());
    for index in released {
        dead.push(std::mem::replace(&mut kept.values[index], Raw::UNDEF));
        kept.free.push(index);
    }
    drop(dead);
}

/// A handle for a value.
pub(super) fn keep(vm: &mut Vm, value: Raw) -> Value {
    let kept = vm.state::<Kept>();
    let index = match kept.free.pop() {
        Some(index) => {
            kept.values[index] = value;
            index
        }
        None => {
            kept.values.push(value);
            kept.values.len() - 1
        }
    };
    let table = kept.table.clone();
    Value(Arc::new(Place { index, table }))
}

/// The value of a handle. RuntimeError if it is of another session.
pub(super) fn kept(vm: &mut Vm, handle: &Value) -> R<Raw> {
    let kept = vm.state::<Kept>();
    if Arc::ptr_eq(&kept.table, &handle.0.table) {
        return Ok(kept.values[handle.0.index].clone());
    }
    Err(vm.runtime_error("the value belongs to another session"))
}
