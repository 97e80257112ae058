//! Where coroutines were made, for `sys.set_coroutine_origin_tracking_depth` and asyncio's debug mode.
//!
//! The place of a coroutine for its names holds the origin too: it is rare, and coroutines are many.

use super::Vm;
use crate::heap::Ref;
use crate::value::{Coroutine, Tuple, Value};

impl Vm {
    /// Notes where a coroutine is being made: (file, line, function) of so many frames, the innermost first.
    #[cold]
    #[inline(never)]
    pub(super) fn note_origin(&mut self, coroutine: &Ref<Coroutine>) {
        let mut rows = Vec::new();
        while rows.len() < self.origin_depth as usize
            && let Some(position) = self.position(rows.len())
        {
            let line = position.source.line_of(position.span.start).line;
            let row = vec![
                self.new_str(&position.source.name),
                Value::int(i64::from(line)),
                self.new_str(&position.function),
            ];
            rows.push(Value::object(self.heap.new_tuple(row)));
        }
        let (name, qualname) = self.names_of_coroutine(coroutine);
        let items = vec![
            name.map_or(Value::NONE, Value::object),
            qualname.map_or(Value::NONE, Value::object),
            Value::object(self.heap.new_tuple(rows)),
        ];
        let all = Value::object(self.heap.new_tuple(items));
        coroutine.head().qualname.set(all);
    }

    /// Where a coroutine was made, or None.
    pub(crate) fn origin_of_coroutine(&self, coroutine: &Coroutine) -> Value {
        let held = coroutine.head().qualname.get();
        let origin = held.as_ref::<Tuple>().and_then(|all| all.items().get(2));
        origin.cloned().unwrap_or(Value::NONE)
    }
}
