//! Entering script frames: calls from the run loop, with the arguments bound where they lie.
//!
//! A call's arguments stand in a window of registers, positional ones first, then the values of the keywords, whose
//! names are a constant of the caller. The callee's frame begins at the window, so most calls move nothing. (A
//! coroutine's registers are on the heap: its calls first lift the window onto the stack.)

use super::bind::last_defaults;
use super::def::Binding;
use super::marks::BINARY;
use super::natives::NativeCode;
use super::regs::{Frame, Window, function_code, push_frame, store};
use super::{R, Vm};
use crate::bytecode::Flow;
use crate::heap::Ref;
use crate::value::{
    Class, CodeObject, Dict, Function, Instance, Method, Opaque, Special, Str, Tag, Value,
};

/// Up to so many keywords are bound without allocating.
pub(super) const FEW_KEYWORDS: usize = 8;

/// Frames up to this size fit wherever a frame is left (see `regs.rs`).
pub(super) const QUICK: u16 = 240;

/// The keyword arguments at the end of a window, moved out.
pub(super) fn take_keywords(window: Window, names: &[Value]) -> (Window, Vec<(Ref<Str>, Value)>) {
    let given = window.count - names.len();
    let pairs = names
        .iter()
        .enumerate()
        .filter_map(|(at, name)| Some((name.to_ref::<Str>()?, window.take(given + at))))
        .collect();
    let positional = Window {
        first: window.first,
        count: given,
    };
    (positional, pairs)
}

impl Window {
    /// The window with the register before it.
    pub(super) fn with_callee(self) -> Window {
        Window {
            first: self.first.wrapping_sub(1),
            count: self.count + 1,
        }
    }

    /// The window after its first value was dropped.
    pub(super) fn without_first(self) -> Window {
        self.set_at(0, Value::UNDEF);
        Window {
            first: self.first.wrapping_add(1),
            count: self.count - 1,
        }
    }

    /// Moves the values to `to` (which may overlap from above) and on.
    pub(super) fn lift(self, to: *mut Value) -> Window {
        for at in (0..self.count).rev() {
            store(to.wrapping_add(at), self.take(at));
        }
        Window {
            first: to,
            count: self.count,
        }
    }
}

impl Vm {
    /// The general call from the run loop: the arguments are in `window` (with a free register before it), those of
    /// `names` last; the result goes to `dst`. Either it is there when this returns, or a script frame has been entered.
    pub(super) fn enter_call(
        &mut self,
        callee: Value,
        window: Window,
        names: &[Value],
        dst: *mut Value,
    ) -> R<()> {
        match callee.tag() {
            Tag::Function => {
                let function = callee.as_ref::<Function>().expect("the tag says so");
                self.enter_function(function, window, names, dst)
            }
            Tag::Native => {
                let id = callee.raw_int() as u32;
                if self.natives[id as usize].shares
                    && let Err(raised) = self.fits(id, window.values())
                {
                    window.clear();
                    return Err(raised);
                }
                self.enter_native_call(id, window, names, dst)
            }
            Tag::Method => {
                let method = callee.as_ref::<Method>().expect("the tag says so");
                window.set_at(-1, method.object.clone());
                let all = window.with_callee();
                if let Some(function) = method.function.as_ref::<Function>() {
                    return self.enter_function(function, all, names, dst);
                }
                if let Some(id) = method.function.as_native() {
                    return self.enter_native_call(id, all, names, dst);
                }
                let (positional, keywords) = take_keywords(all, names);
                let result = self.call_kw(&method.function, positional.values(), &keywords);
                positional.clear();
                store(dst, result?);
                Ok(())
            }
            Tag::Class => {
                let class = callee.as_ref::<Class>().expect("the tag says so");
                self.enter_class(class, window, names, dst)
            }
            Tag::Instance => {
                if let Some(call) = self.find_special(&callee, Special::Call)
                    && let Some(function) = call.as_ref::<Function>()
                {
                    window.set_at(-1, callee);
                    return self.enter_function(function, window.with_callee(), names, dst);
                }
                self.enter_other(&callee, window, names, dst)
            }
            _ => self.enter_other(&callee, window, names, dst),
        }
    }

    pub(super) fn enter_other(
        &mut self,
        callee: &Value,
        window: Window,
        names: &[Value],
        dst: *mut Value,
    ) -> R<()> {
        if names.len() <= FEW_KEYWORDS
            && let Some(opaque) = callee.as_ref::<Opaque>()
            && opaque.call_as().is_some()
        {
            return self.enter_stand_in(callee, window, names, dst);
        }
        if names.is_empty()
            && callee.is(Tag::Opaque)
            && let Some(id) = self.find_special(callee, Special::Call)
            && let Some(id) = id.as_native()
            && self.natives[id as usize].binding == Binding::Method
            && !self.natives[id as usize].code.may_wait()
            && self.native_depth < self.limits.native_depth
        {
            // Of a class of natives: its function gets the object before the arguments.
            window.set_at(-1, callee.clone());
            self.native_depth += 1;
            let result = self.enter_native_call(id, window.with_callee(), names, dst);
            self.native_depth -= 1;
            return result;
        }
        let (positional, keywords) = take_keywords(window, names);
        let result = self.call_kw(callee, positional.values(), &keywords);
        positional.clear();
        store(dst, result?);
        Ok(())
    }

    /// Calls a native.
    #[inline]
    pub(super) fn enter_native_call(
        &mut self,
        id: u32,
        window: Window,
        names: &[Value],
        dst: *mut Value,
    ) -> R<()> {
        if names.is_empty() {
            let native = &self.natives[id as usize];
            let result = match native.code {
                NativeCode::Plain(function) if usize::from(native.direct.get()) == window.count => {
                    function(self, window.values())
                }
                NativeCode::Blocking(_) | NativeCode::HostBlocking(_) => {
                    return self.enter_blocking(id, window, names, dst);
                }
                _ => self.call_native(id, window.values(), &[]),
            };
            if result.is_err() && self.unfit {
                self.named_receiver(id, window.values());
            }
            window.clear();
            store(dst, result?);
            return Ok(());
        }
        if self.natives[id as usize].code.may_wait() {
            return self.enter_blocking(id, window, names, dst);
        }
        if let Some(result) = self.call_native_named(id, window.values(), names) {
            window.clear();
            store(dst, result?);
            return Ok(());
        }
        let (positional, keywords) = take_keywords(window, names);
        let result = self.call_native(id, positional.values(), &keywords);
        positional.clear();
        store(dst, result?);
        Ok(())
    }

    /// Enters a script function, or makes its coroutine.
    pub(super) fn enter_function(
        &mut self,
        function: &Function,
        window: Window,
        names: &[Value],
        dst: *mut Value,
    ) -> R<()> {
        let code = function_code(function);
        if code.flow != Flow::Plain {
            return self.enter_coroutine(function, code, window, names, dst);
        }
        let window = if self.code().heap_frame {
            let top = self.stack_top();
            self.check_frame(top, code, window.count)?;
            window.lift(top)
        } else {
            self.check_frame(window.first, code, window.count)?;
            window
        };
        let filled = if names.is_empty() && usize::from(code.simple_argc.get()) == window.count {
            window.count
        } else {
            self.bind_window(function, code, window, names)?
        };
        self.push_callee(code, window.first, filled, dst, 0);
        Ok(())
    }

    /// Makes the coroutine of a call.
    #[inline(never)]
    fn enter_coroutine(
        &mut self,
        function: &Function,
        code: &CodeObject,
        window: Window,
        names: &[Value],
        dst: *mut Value,
    ) -> R<()> {
        if names.is_empty()
            && let Some(made) = self.quick_coroutine(function, code, window, dst)
        {
            store(dst, made);
            return Ok(());
        }
        let (window, filled) = {
            let room = window.count.max(usize::from(code.n_params)) + function.captures.len();
            let window = if self.code().heap_frame {
                let top = self.stack_top();
                self.check_stack(top, room as u16)?;
                window.lift(top)
            } else {
                self.check_stack(window.first, room as u16)?;
                window
            };
            (window, self.bind_window(function, code, window, names)?)
        };
        let bound = Window {
            first: window.first,
            count: filled,
        };
        self.finish_coroutine(function, bound, dst);
        Ok(())
    }

    /// A coroutine whose first registers get what is in the window.
    pub(super) fn finish_coroutine(&mut self, function: &Function, bound: Window, dst: *mut Value) {
        let coroutine = self.create_coroutine(function, bound);
        store(dst, coroutine);
    }

    /// Whether a frame of `code` fits at `base`, `count` arguments included.
    #[inline]
    pub(super) fn check_frame(
        &mut self,
        base: *mut Value,
        code: &CodeObject,
        count: usize,
    ) -> R<()> {
        if code.n_regs <= QUICK && count <= usize::from(QUICK) && self.stack.has_frame() {
            return Ok(());
        }
        self.check_stack(base, code.n_regs.max(count as u16))
    }

    /// Makes the arguments of a window the first registers of a call of `function`: its parameters, then its captured
    /// cells. Gives how many.
    ///
    /// Errors: TypeError in CPython's words; the window is empty then.
    #[inline]
    pub(super) fn bind_window(
        &mut self,
        function: &Function,
        code: &CodeObject,
        window: Window,
        names: &[Value],
    ) -> R<usize> {
        let total = usize::from(code.n_params);
        let as_given =
            names.is_empty() && window.count == total && super::exec::call::takes_as_given(code);
        if !as_given && !self.bind_in_place(function, code, window, names) {
            let (positional, keywords) = take_keywords(window, names);
            let args = (0..positional.count)
                .map(|at| positional.take(at))
                .collect();
            let bound = self.bind(function, args, keywords)?;
            let filled = bound.len();
            for (at, value) in bound.into_iter().enumerate() {
                store(window.first.wrapping_add(at), value);
            }
            return Ok(filled);
        }
        let mut at = window.first.wrapping_add(total);
        for cell in &function.captures {
            store(at, cell.clone());
            at = at.wrapping_add(1);
        }
        Ok(total + function.captures.len())
    }

    /// Binds arguments without allocating for them. False, with nothing moved, for a call that is wrong or unusual.
    fn bind_in_place(
        &mut self,
        function: &Function,
        code: &CodeObject,
        window: Window,
        names: &[Value],
    ) -> bool {
        const NOWHERE: u8 = u8::MAX;
        self.thaw(code);
        let params = code.code.params;
        let positional = usize::from(params.positional);
        let named = positional + usize::from(params.keyword_only);
        let total = usize::from(code.n_params);
        let given = window.count - names.len();
        if named > 31 || names.len() > FEW_KEYWORDS || (given > positional && !params.star) {
            return false;
        }
        if names.is_empty() && total == positional {
            // By far the most common call that needs binding: some arguments are left to their defaults.
            return function.defaults.with(|defaults| {
                let defaults = last_defaults(defaults, positional);
                let Some(first) = defaults.len().checked_sub(positional - given) else {
                    return false;
                };
                for (at, default) in defaults[first..].iter().enumerate() {
                    store(window.first.wrapping_add(given + at), default.clone());
                }
                true
            });
        }
        let by_position = given.min(positional);
        let mut present: u32 = (1 << by_position) - 1;
        let mut places = [NOWHERE; FEW_KEYWORDS];
        if !names.is_empty() {
            let first = usize::from(params.positional_only);
            let known = &self.local_names(code)[first..named];
            for (name, place) in names.iter().zip(&mut places) {
                let found = known
                    .iter()
                    .position(|known| name.heap_ptr() == Some(known.as_ptr()));
                match found {
                    Some(at) if present & (1 << (first + at)) == 0 => {
                        present |= 1 << (first + at);
                        *place = (first + at) as u8;
                    }
                    None if params.double_star => {
                        // A name that the binder would compare by its text.
                        let same = |known: &Ref<Str>| {
                            name.as_ref::<Str>()
                                .is_none_or(|name| name.as_str() == known.as_str())
                        };
                        if known.iter().any(same) {
                            return false;
                        }
                    }
                    _ => return false,
                }
            }
        }
        let missing = !present & ((1u32 << named) - 1);
        let defaults = function.defaults.get();
        let defaults = last_defaults(&defaults, positional);
        let required = positional - defaults.len();
        if missing & ((1 << required) - 1) != 0 {
            return false;
        }
        let kw_defaults = function.kw_defaults.get();
        let mut kw_missing = missing >> positional;
        if kw_missing != 0 {
            let Some(known) = kw_defaults.as_ref::<Dict>() else {
                return false;
            };
            let local = self.local_names(code);
            let mut at = positional;
            while kw_missing != 0 {
                if kw_missing & 1 != 0 && known.get_str(&local[at]).is_none() {
                    return false;
                }
                kw_missing >>= 1;
                at += 1;
            }
        }
        // Nothing can go wrong from here. The values of the keywords go where no parameter has its place.
        let base = window.first;
        let values = Window {
            first: base.wrapping_add(given),
            count: names.len(),
        };
        let held = values.lift(base.wrapping_add(total.max(window.count)));
        let rest = if params.star {
            let n = given - by_position;
            Value::object(self.heap.tuple_from(n, |at| window.take(by_position + at)))
        } else {
            Value::UNDEF
        };
        let mut extra = Value::UNDEF;
        if params.double_star {
            let dict = self.heap.new_dict();
            for (at, (name, place)) in names.iter().zip(places).enumerate() {
                if place == NOWHERE
                    && let Some(name) = name.as_ref::<Str>()
                {
                    dict.set_str(name, held.take(at));
                }
            }
            extra = Value::object(dict);
        }
        for (at, place) in places.iter().enumerate().take(names.len()) {
            if *place != NOWHERE {
                store(base.wrapping_add(usize::from(*place)), held.take(at));
            }
        }
        if missing != 0 {
            for (at, default) in defaults.iter().enumerate() {
                let place = required + at;
                if missing & (1 << place) != 0 {
                    store(base.wrapping_add(place), default.clone());
                }
            }
            if missing >> positional != 0
                && let Some(known) = kw_defaults.as_ref::<Dict>()
            {
                let local = self.local_names(code);
                for (at, name) in local.iter().enumerate().take(named).skip(positional) {
                    if missing & (1 << at) != 0
                        && let Some(value) = known.get_str(name)
                    {
                        store(base.wrapping_add(at), value);
                    }
                }
            }
        }
        if params.star {
            store(base.wrapping_add(named), rest);
        }
        if params.double_star {
            store(base.wrapping_add(total - 1), extra);
        }
        true
    }

    /// Enters the getter of a property on `object`, above the running frame.
    pub(super) fn enter_getter(
        &mut self,
        getter: &Ref<Function>,
        top: *mut Value,
        object: Value,
        dst: *mut Value,
    ) -> R<()> {
        let code = function_code(getter);
        if !self.takes(code, 1) {
            let result = self.call_with(getter, Some(&object), &[])?;
            store(dst, result);
            return Ok(());
        }
        self.check_frame(top, code, 1)?;
        store(top, object);
        self.push_callee(code, top, 1, dst, 0);
        Ok(())
    }

    /// Enters a script method of an object with one argument, above the running frame. They come back if that takes
    /// more than a look.
    pub(super) fn enter_method(
        &mut self,
        method: &Value,
        object: Value,
        argument: Value,
        dst: *mut Value,
    ) -> R<Option<(Value, Value)>> {
        let Some(function) = method.as_ref::<Function>() else {
            return Ok(Some((object, argument)));
        };
        let code = function_code(function);
        if !self.takes(code, 2) {
            return Ok(Some((object, argument)));
        }
        let top = self.stack_top();
        self.check_frame(top, code, 2)?;
        store(top, object);
        store(top.wrapping_add(1), argument);
        self.push_callee(code, top, 2, dst, 0);
        Ok(None)
    }

    /// Enters the forward method of a binary operator, if that is a script function and nothing else goes first.
    /// The operands come back if not.
    pub(super) fn enter_operator(
        &mut self,
        which: Special,
        left: Value,
        right: Value,
        dst: *mut Value,
    ) -> R<Option<(Value, Value)>> {
        let Some(instance) = left.as_ref::<Instance>() else {
            return Ok(Some((left, right)));
        };
        let subclass_first = right
            .as_ref::<Instance>()
            .is_some_and(|other| !other.is_of(instance));
        if subclass_first {
            return Ok(Some((left, right)));
        }
        let method = instance.with_class(|class| class.special(which, &self.special));
        let Some(method) = method
            .as_ref()
            .and_then(|method| method.as_ref::<Function>())
        else {
            return Ok(Some((left, right)));
        };
        let code = function_code(method);
        if !self.takes(code, 2) {
            return Ok(Some((left, right)));
        }
        let top = self.stack_top();
        let base = top.wrapping_add(2);
        self.check_frame(base, code, 2)?;
        store(base, left.clone());
        store(base.wrapping_add(1), right.clone());
        store(top, left);
        store(top.wrapping_add(1), right);
        self.push_callee(code, base, 2, dst, BINARY);
        Ok(None)
    }

    pub(super) fn push_callee(
        &mut self,
        code: &CodeObject,
        base: *mut Value,
        filled: usize,
        dst: *mut Value,
        mark: usize,
    ) {
        let dst = dst.map_addr(|address| address | mark);
        let frame = Frame {
            code: self.stack.code,
            pc: self.stack.pc,
            base: self.stack.base,
            dst,
        };
        push_frame(self, frame);
        for at in filled..usize::from(code.n_locals) {
            store(base.wrapping_add(at), Value::UNDEF);
        }
        self.stack.code = std::ptr::from_ref(code);
        self.stack.pc = code.ops.get();
        self.stack.base = base;
    }
}
