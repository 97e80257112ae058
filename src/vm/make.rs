//! Making coroutines, generators and async generators.

use super::regs::{Window, store};
use super::{Vm, sleep};
use crate::bytecode::Flow;
use crate::heap::{Ref, Slot, flags};
use crate::value::{
    CodeObject, Coroutine, CoroutineHead, CoroutineState, Function, ObjectSlot, Str, Tuple, Value,
};

impl Vm {
    /// A new coroutine, generator or async generator over `code`; `fill` gives the first registers.
    #[inline]
    pub(super) fn new_coroutine(
        &mut self,
        code: Ref<CodeObject>,
        mut fill: impl FnMut(usize) -> Value,
        filled: usize,
    ) -> Ref<Coroutine> {
        debug_assert!(!code.frozen.get(), "a coroutine of frozen code");
        let n_regs = usize::from(code.n_regs);
        let head = CoroutineHead {
            pc: std::cell::Cell::new(code.ops.get().wrapping_add(1)),
            awaiter: std::cell::Cell::new(std::ptr::null_mut()),
            root: std::cell::Cell::new(std::ptr::null_mut()),
            inner: std::cell::Cell::new(std::ptr::null_mut()),
            top: std::cell::Cell::new(std::ptr::null_mut()),
            depth: std::cell::Cell::new(0),
            state: std::cell::Cell::new(CoroutineState::Created),
            agen_running: std::cell::Cell::new(false),
            agen_hooked: std::cell::Cell::new(false),
            awaitable: std::cell::Cell::new(false),
            qualname: ObjectSlot::new(Value::NONE),
            code,
        };
        let coroutine = self.heap.alloc_tail(head, n_regs, |at| {
            Slot::new(if at < filled { fill(at) } else { Value::UNDEF })
        });
        coroutine.head().root.set(coroutine.as_ptr());
        coroutine.head().inner.set(coroutine.as_ptr());
        coroutine.header().set(flags::FINALIZE);
        coroutine
    }

    /// The coroutine of a call: the values in `bound` are moved into its first registers, the captured cells follow
    /// unless they are among them.
    #[inline]
    pub(super) fn create_coroutine(&mut self, function: &Function, bound: Window) -> Value {
        let code = function.code.get();
        let captured = bound.count < usize::from(code.n_params) + function.captures.len();
        let coroutine = self.new_coroutine(code, |_| Value::UNDEF, 0);
        let mut at = bound.move_to(coroutine.registers());
        if captured {
            for cell in &function.captures {
                store(at, cell.clone());
                at = at.wrapping_add(1);
            }
        }
        self.introduce(function, &coroutine);
        Value::object(coroutine)
    }

    /// The coroutine of a call of a method without arguments. None: it is no such function.
    pub(super) fn coroutine_of_method(
        &mut self,
        method: &Value,
        receiver: &Value,
    ) -> Option<Value> {
        let function = method.as_ref::<Function>()?;
        let code = function.code.get();
        let fits = code.flow != Flow::Plain
            && code.n_params == 1
            && super::exec::call::takes_as_given(&code);
        if !fits {
            return None;
        }
        let filled = 1 + function.captures.len();
        let fill = |at: usize| match at.checked_sub(1) {
            Some(at) => function.captures[at].clone(),
            None => receiver.clone(),
        };
        let coroutine = self.new_coroutine(code, fill, filled);
        self.introduce(function, &coroutine);
        Some(Value::object(coroutine))
    }

    /// A new coroutine gets the names of its function, if those were set, and remembers where it was made.
    #[inline(always)]
    pub(super) fn introduce(&mut self, function: &Function, coroutine: &Ref<Coroutine>) {
        if self.origin_depth != 0 || !function.extra.with(Option::is_none) {
            self.introduce_fully(function, coroutine);
        }
    }

    #[cold]
    #[inline(never)]
    fn introduce_fully(&mut self, function: &Function, coroutine: &Ref<Coroutine>) {
        if !function.extra.with(Option::is_none)
            && let Some(extra) = function.extra.get()
            && !(extra.qualname.is_undef() && extra.name.is_undef())
        {
            let (name, qualname) = (self.cast(&extra.name), self.cast(&extra.qualname));
            self.name_coroutine(coroutine, name, qualname);
        }
        if self.origin_depth != 0 && coroutine.head().code.flow == Flow::Coroutine {
            self.note_origin(coroutine);
        }
    }

    /// Gives a coroutine a name and a qualified name; None for that of its code. Its place for them holds the qualified
    /// one, or both, or both and where it was made.
    pub(crate) fn name_coroutine(
        &mut self,
        coroutine: &Ref<Coroutine>,
        name: Option<Ref<Str>>,
        qualname: Option<Ref<Str>>,
    ) {
        let qualname = qualname.map_or(Value::NONE, Value::object);
        let origin = self.origin_of_coroutine(coroutine);
        let name = name.map_or(Value::NONE, Value::object);
        let both = if !origin.is_none() {
            Value::object(self.heap.new_tuple(vec![name, qualname, origin]))
        } else if !name.is_none() {
            Value::object(self.heap.pair(name, qualname))
        } else {
            qualname
        };
        coroutine.head().qualname.set(both);
    }

    /// The name and the qualified name that a coroutine was given.
    pub(crate) fn names_of_coroutine(
        &self,
        coroutine: &Coroutine,
    ) -> (Option<Ref<Str>>, Option<Ref<Str>>) {
        let held = coroutine.head().qualname.get();
        match held.as_ref::<Tuple>() {
            Some(both) => (self.cast(&both.items()[0]), self.cast(&both.items()[1])),
            None => (None, self.cast(&held)),
        }
    }

    /// A call of a coroutine or generator function with as many arguments as it has parameters, or of
    /// `asyncio.sleep`: what it gives. None: the call is another one.
    #[inline(never)]
    pub(super) fn quick_coroutine(
        &mut self,
        function: &Function,
        code: &CodeObject,
        window: Window,
        dst: *mut Value,
    ) -> Option<Value> {
        if self.is_sleep(code)
            && let Some(pause) = sleep::pause_for_call(self, window, dst)
        {
            return Some(pause);
        }
        let fits =
            usize::from(code.n_params) == window.count && super::exec::call::takes_as_given(code);
        fits.then(|| self.create_coroutine(function, window))
    }
}
