//! Calls: from native code, and of everything that can be called.

use super::natives::Binding;
use super::regs::{Frame, Window, push_frame, store};
use super::run::Exit;
use super::{R, Vm};
use crate::bytecode::Flow;
use crate::heap::Ref;
use crate::value::{
    Class, Dict, Function, Instance, Layout, Method, Opaque, Special, Str, Tag, Value, class_flags,
};

/// Marks a frame record whose callee is an `__init__`.
pub(super) const INIT: usize = 1;

/// Marks a frame record whose callee is the forward method of a binary operator: the operands stand before the
/// frame's registers, and a result of NotImplemented means to try the reflected method.
pub(super) const BINARY: usize = 2;

/// Argument lists up to this long are put together without allocating.
const FEW: usize = 6;

impl Vm {
    /// Calls `callee` from native code.
    pub(crate) fn call(&mut self, callee: &Value, args: &[Value]) -> R {
        if let Some(id) = callee.as_native() {
            return self.call_native(id, args, &[]);
        }
        if let Some(function) = callee.to_ref::<Function>() {
            return self.call_with(&function, None, args);
        }
        self.call_kw(callee, args, &[])
    }

    /// Calls `callee` with keyword arguments.
    pub(crate) fn call_kw(
        &mut self,
        callee: &Value,
        args: &[Value],
        keywords: &[(Ref<Str>, Value)],
    ) -> R {
        match callee.tag() {
            Tag::Native => self.call_native(callee.raw_int() as u32, args, keywords),
            Tag::Function => {
                let function = callee.to_ref::<Function>().expect("the tag says so");
                self.call_function(&function, args.to_vec(), keywords.to_vec())
            }
            Tag::Method => {
                let method = callee.to_ref::<Method>().expect("the tag says so");
                let mut all = Vec::with_capacity(args.len() + 1);
                all.push(method.object.clone());
                all.extend_from_slice(args);
                self.call_kw(&method.function, &all, keywords)
            }
            Tag::Class => {
                let class = callee.to_ref::<Class>().expect("the tag says so");
                self.enter_native()?;
                let result = self.instantiate(&class, args, keywords);
                self.leave_native();
                result
            }
            _ => self.call_object(callee, args, keywords),
        }
    }

    fn call_object(&mut self, callee: &Value, args: &[Value], keywords: &[(Ref<Str>, Value)]) -> R {
        if let Some(opaque) = callee.as_ref::<Opaque>()
            && let Some(inner) = opaque.data::<super::StaticMethodData>()
        {
            let function = inner.function.get();
            return self.call_kw(&function, args, keywords);
        }
        let Some(call) = self.find_special(callee, Special::Call) else {
            let message = format!("'{}' object is not callable", self.type_name(callee));
            return Err(self.type_error(message));
        };
        self.enter_native()?;
        let result = self.call_bound(&call, callee, args, keywords);
        self.leave_native();
        result
    }

    /// Calls a function found on the class of `object` with the object before the arguments (or bound, if it is a descriptor).
    pub(crate) fn call_bound(
        &mut self,
        function: &Value,
        object: &Value,
        args: &[Value],
        keywords: &[(Ref<Str>, Value)],
    ) -> R {
        let plain = match function.tag() {
            Tag::Function => true,
            Tag::Native => self.natives[function.raw_int() as usize].binding == Binding::Method,
            _ => false,
        };
        if plain && keywords.is_empty() {
            if let Some(function) = function.to_ref::<Function>() {
                return self.call_with(&function, Some(object), args);
            }
            if let Some(id) = function.as_native()
                && args.len() < FEW
            {
                let mut all = [const { Value::UNDEF }; FEW];
                all[0] = object.clone();
                all[1..=args.len()].clone_from_slice(args);
                return self.call_native(id, &all[..=args.len()], &[]);
            }
        }
        if plain {
            let mut all = Vec::with_capacity(args.len() + 1);
            all.push(object.clone());
            all.extend_from_slice(args);
            return self.call_kw(function, &all, keywords);
        }
        let class = self.class_of(object);
        let bound = self.bind_attribute(function, Some(object), &class)?;
        self.call_kw(&bound, args, keywords)
    }

    /// Calls a script function from native code: `first`, if there is one, comes before the arguments.
    fn call_with(&mut self, function: &Ref<Function>, first: Option<&Value>, args: &[Value]) -> R {
        let code = function.code.get();
        let count = args.len() + usize::from(first.is_some());
        let direct = code.flow == Flow::Plain
            && usize::from(code.n_params) == count
            && super::exec::call::takes_as_given(&code);
        if !direct {
            let all = first.into_iter().chain(args).cloned().collect();
            return self.call_function(function, all, Vec::new());
        }
        self.enter_native()?;
        let top = self.stack_top();
        if let Err(raised) = self.check_stack(top, code.n_regs) {
            self.leave_native();
            return Err(raised);
        }
        super::coroutine::mark(self);
        let values = first
            .into_iter()
            .chain(args)
            .chain(function.captures.iter());
        let mut at = top;
        for value in values {
            store(at, value.clone());
            at = at.wrapping_add(1);
        }
        for register in count + function.captures.len()..usize::from(code.n_locals) {
            store(top.wrapping_add(register), Value::UNDEF);
        }
        self.stack.code = std::ptr::from_ref(&*code);
        self.stack.pc = code.ops;
        self.stack.base = top;
        let result = self.run();
        self.leave_native();
        match result? {
            Exit::Value(value) | Exit::Done(value) | Exit::Suspended(value) => Ok(value),
        }
    }

    /// Calls a script function from native code.
    pub(crate) fn call_function(
        &mut self,
        function: &Ref<Function>,
        args: Vec<Value>,
        keywords: Vec<(Ref<Str>, Value)>,
    ) -> R {
        let code = function.code.get();
        let simple = usize::from(code.simple_argc) == args.len() && keywords.is_empty();
        let bound = if simple {
            args
        } else {
            self.bind(function, args, keywords)?
        };
        if code.flow != Flow::Plain {
            return Ok(self.coroutine_of(function, bound));
        }
        self.enter_native()?;
        let top = self.stack_top();
        if let Err(raised) = self.check_stack(top, code.n_regs) {
            self.leave_native();
            return Err(raised);
        }
        super::coroutine::mark(self);
        self.place(&code, top, bound);
        let result = self.run();
        self.leave_native();
        match result? {
            Exit::Value(value) | Exit::Done(value) | Exit::Suspended(value) => Ok(value),
        }
    }

    /// A coroutine or generator for a call of such a function.
    fn coroutine_of(&mut self, function: &Ref<Function>, bound: Vec<Value>) -> Value {
        let filled = bound.len();
        let mut bound = bound.into_iter();
        let next = |_: usize| bound.next().expect("as many values as were counted");
        let coroutine = self.new_coroutine(function.code.get(), next, filled);
        if let Some(extra) = function.extra.get()
            && !extra.qualname.is_undef()
        {
            coroutine.head().qualname.set(extra.qualname);
        }
        Value::object(coroutine)
    }

    /// Makes a frame at `base` the current one: its first registers get these values.
    fn place(&mut self, code: &crate::value::CodeObject, base: *mut Value, bound: Vec<Value>) {
        let filled = bound.len();
        for (at, value) in bound.into_iter().enumerate() {
            store(base.wrapping_add(at), value);
        }
        for at in filled..usize::from(code.n_locals) {
            store(base.wrapping_add(at), Value::UNDEF);
        }
        self.stack.code = std::ptr::from_ref(code);
        self.stack.pc = code.ops;
        self.stack.base = base;
    }

    /// The general call from the run loop: the arguments are in `window` (with a free register before it), the
    /// result goes to `dst`. Either it is there when this returns, or a script frame has been entered.
    pub(super) fn enter_call(
        &mut self,
        callee: Value,
        window: Window,
        keywords: Vec<(Ref<Str>, Value)>,
        dst: *mut Value,
    ) -> R<()> {
        match callee.tag() {
            Tag::Function => {
                let function = callee.into_ref::<Function>().expect("the tag says so");
                self.enter_function(&function, window, keywords, dst, 0)
            }
            Tag::Native => {
                let result = self.call_native(callee.raw_int() as u32, window.values(), &keywords);
                window.clear();
                store(dst, result?);
                Ok(())
            }
            Tag::Method => {
                let method = callee.into_ref::<Method>().expect("the tag says so");
                window.set_at(-1, method.object.clone());
                let shifted = Window {
                    first: window.first.wrapping_sub(1),
                    count: window.count + 1,
                };
                if let Some(function) = method.function.to_ref::<Function>() {
                    return self.enter_function(&function, shifted, keywords, dst, 0);
                }
                let result = self.call_kw(&method.function, shifted.values(), &keywords);
                shifted.clear();
                store(dst, result?);
                Ok(())
            }
            Tag::Class => {
                let class = callee.to_ref::<Class>().expect("the tag says so");
                if let Some(init) = self.plain_constructor(&class) {
                    return self.enter_init(&class, init, window, keywords, dst);
                }
                if class.has(class_flags::BUILTIN)
                    && let Some(result) = self.construct_builtin(&class, window, &keywords)
                {
                    window.set_at(-1, Value::UNDEF);
                    window.clear();
                    store(dst, result?);
                    return Ok(());
                }
                let result = self.call_kw(&callee, window.values(), &keywords);
                window.clear();
                store(dst, result?);
                Ok(())
            }
            _ => {
                if callee.as_ref::<Instance>().is_some()
                    && let Some(call) = self.find_special(&callee, Special::Call)
                    && let Some(function) = call.to_ref::<Function>()
                {
                    window.set_at(-1, callee);
                    let shifted = Window {
                        first: window.first.wrapping_sub(1),
                        count: window.count + 1,
                    };
                    return self.enter_function(&function, shifted, keywords, dst, 0);
                }
                let result = self.call_kw(&callee, window.values(), &keywords);
                window.clear();
                store(dst, result?);
                Ok(())
            }
        }
    }

    /// Enters a script function, or makes its coroutine. `mark` is or-ed into the destination (see `INIT`).
    pub(super) fn enter_function(
        &mut self,
        function: &Ref<Function>,
        window: Window,
        keywords: Vec<(Ref<Str>, Value)>,
        dst: *mut Value,
        mark: usize,
    ) -> R<()> {
        if keywords.is_empty()
            && let Some(made) = self.quick_coroutine(function, window, dst)
        {
            window.clear();
            store(dst, made);
            return Ok(());
        }
        let code = function.code.get();
        let simple = keywords.is_empty()
            && usize::from(code.n_params) == window.count
            && super::exec::call::takes_as_given(&code);
        if code.flow != Flow::Plain {
            let args = (0..window.count).map(|at| window.take(at)).collect();
            let bound = self.bind(function, args, keywords)?;
            let value = self.coroutine_of(function, bound);
            store(dst, value);
            return Ok(());
        }
        let caller_on_heap = self.code().heap_frame;
        let base = if caller_on_heap {
            self.stack_top().wrapping_add(mark)
        } else {
            window.first
        };
        self.check_stack(base, code.n_regs)?;
        let bound: Vec<Value>;
        if simple {
            let mut all = Vec::new();
            if caller_on_heap || !function.captures.is_empty() {
                all.reserve(window.count + function.captures.len());
                all.extend((0..window.count).map(|at| window.take(at)));
                all.extend(function.captures.iter().cloned());
                bound = all;
            } else {
                // In place already.
                self.push_callee(&code, base, window.count, dst, mark);
                return Ok(());
            }
        } else {
            let args = (0..window.count).map(|at| window.take(at)).collect();
            bound = self.bind(function, args, keywords)?;
        }
        if mark != 0 && caller_on_heap {
            store(
                base.wrapping_sub(1),
                super::regs::load(window.first.wrapping_sub(1)),
            );
            window.set_at(-1, Value::UNDEF);
        }
        let filled = bound.len();
        for (at, value) in bound.into_iter().enumerate() {
            store(base.wrapping_add(at), value);
        }
        self.push_callee(&code, base, filled, dst, mark);
        Ok(())
    }

    /// Enters a script function whose first registers get these values.
    pub(super) fn enter_bound(
        &mut self,
        code: &crate::value::CodeObject,
        base: *mut Value,
        bound: Vec<Value>,
        dst: *mut Value,
    ) {
        let filled = bound.len();
        for (at, value) in bound.into_iter().enumerate() {
            store(base.wrapping_add(at), value);
        }
        self.push_callee(code, base, filled, dst, 0);
    }

    /// Enters the getter of a property on `object`, above the running frame.
    pub(super) fn enter_getter(
        &mut self,
        getter: &Ref<Function>,
        top: *mut Value,
        object: Value,
        dst: *mut Value,
    ) -> R<()> {
        let code = getter.code.get();
        if code.simple_argc != 1 {
            let result = self.call_with(getter, Some(&object), &[])?;
            store(dst, result);
            return Ok(());
        }
        self.check_stack(top, code.n_regs)?;
        store(top, object);
        self.push_callee(&code, top, 1, dst, 0);
        Ok(())
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
        let Some(class) = left.as_ref::<Instance>().map(|instance| instance.class()) else {
            return Ok(Some((left, right)));
        };
        let subclass_first = right
            .as_ref::<Instance>()
            .is_some_and(|other| !other.class().is(&class));
        if subclass_first {
            return Ok(Some((left, right)));
        }
        let Some(method) = class
            .special(which, &self.special)
            .and_then(|method| method.to_ref::<Function>())
        else {
            return Ok(Some((left, right)));
        };
        let code = method.code.get();
        if code.simple_argc != 2 {
            return Ok(Some((left, right)));
        }
        let top = self.stack_top();
        let base = top.wrapping_add(2);
        self.check_stack(base, code.n_regs)?;
        store(base, left.clone());
        store(base.wrapping_add(1), right.clone());
        store(top, left);
        store(top.wrapping_add(1), right);
        self.push_callee(&code, base, 2, dst, BINARY);
        Ok(None)
    }

    fn push_callee(
        &mut self,
        code: &crate::value::CodeObject,
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
        self.stack.pc = code.ops;
        self.stack.base = base;
    }

    /// Calls a built-in type without the detour over `type.__call__`: an immutable one by its `__new__` alone, a
    /// container by its `__init__`. None for the others.
    fn construct_builtin(
        &mut self,
        class: &Ref<Class>,
        window: Window,
        keywords: &[(Ref<Str>, Value)],
    ) -> Option<R> {
        if !class.meta.get().is_none() || class.is(&self.types.type_) {
            return None;
        }
        let empty = if class.is(&self.types.list) {
            Some(Value::object(self.heap.new_list(Vec::new())))
        } else if class.is(&self.types.dict) {
            Some(Value::object(self.heap.new_dict()))
        } else if class.is(&self.types.set) {
            Some(Value::object(self.heap.new_set(false)))
        } else {
            None
        };
        let all = Window {
            first: window.first.wrapping_sub(1),
            count: window.count + 1,
        };
        let init = class.special(Special::Init, &self.special)?;
        if let Some(object) = empty {
            if window.count == 0 && keywords.is_empty() {
                return Some(Ok(object));
            }
            window.set_at(-1, object.clone());
            let result = self.call_native(init.as_native()?, all.values(), keywords);
            return Some(result.map(|_| object));
        }
        let new = class.special(Special::New, &self.special)?.as_native()?;
        if !init.is_same(&self.object_init)
            || !matches!(class.layout, Layout::Native | Layout::Opaque)
        {
            return None;
        }
        window.set_at(-1, Value::object(class.clone()));
        Some(self.call_native(new, all.values(), keywords))
    }

    /// If calling `class` makes a plain instance and runs a script `__init__` (or none: Undef), that function.
    fn plain_constructor(&mut self, class: &Ref<Class>) -> Option<Value> {
        if class.layout != Layout::Plain || class.has(class_flags::BUILTIN | class_flags::ABSTRACT)
        {
            return None;
        }
        let epoch = self.heap.class_epoch.get();
        if class.constructor_epoch.get() == epoch {
            return Some(class.constructor.get());
        }
        let meta = class.meta.get();
        if !meta.is_none()
            && self
                .class_special(&meta, Special::Call)
                .is_some_and(|call| !call.is(Tag::Native))
        {
            return None;
        }
        let new = class.special(Special::New, &self.special)?;
        if !new.is_same(&self.object_new) {
            return None;
        }
        let init = class.special(Special::Init, &self.special)?;
        let init = if init.is(Tag::Function) {
            init
        } else if init.is_same(&self.object_init) {
            Value::UNDEF
        } else {
            return None;
        };
        class.constructor.set(init.clone());
        class.constructor_epoch.set(epoch);
        Some(init)
    }

    fn enter_init(
        &mut self,
        class: &Ref<Class>,
        init: Value,
        window: Window,
        keywords: Vec<(Ref<Str>, Value)>,
        dst: *mut Value,
    ) -> R<()> {
        let instance = Value::object(class.new_instance(None));
        let Some(function) = init.to_ref::<Function>() else {
            if window.count > 0 || !keywords.is_empty() {
                window.clear();
                let message = format!("{}() takes no arguments", class.name.get().as_str());
                return Err(self.type_error(message));
            }
            store(dst, instance);
            return Ok(());
        };
        let code = function.code.get();
        if keywords.is_empty()
            && usize::from(code.simple_argc) == window.count + 1
            && !self.code().heap_frame
        {
            // The registers are: callee's slot, arguments. They become: instance, self, arguments; one further up.
            let slot = window.first.wrapping_sub(1);
            self.check_stack(window.first, code.n_regs)?;
            for at in (0..window.count).rev() {
                store(window.first.wrapping_add(at + 1), window.take(at));
            }
            store(window.first, instance.clone());
            store(slot, instance);
            self.push_callee(&code, window.first, window.count + 1, dst, INIT);
            return Ok(());
        }
        let args: Vec<Value> = (0..window.count).map(|at| window.take(at)).collect();
        let mut all = Vec::with_capacity(args.len() + 1);
        all.push(instance.clone());
        all.extend(args);
        let simple = keywords.is_empty() && usize::from(code.simple_argc) == all.len();
        let bound = if simple {
            all
        } else {
            self.bind(&function, all, keywords)?
        };
        if code.flow != Flow::Plain {
            let kind = if code.flow == Flow::Coroutine {
                "coroutine"
            } else {
                "generator"
            };
            return Err(self.type_error(format!("__init__() should return None, not '{kind}'")));
        }
        let slot = if self.code().heap_frame {
            self.stack_top()
        } else {
            window.first.wrapping_sub(1)
        };
        let base = slot.wrapping_add(1);
        self.check_stack(base, code.n_regs)?;
        store(slot, instance);
        let filled = bound.len();
        for (at, value) in bound.into_iter().enumerate() {
            store(base.wrapping_add(at), value);
        }
        self.push_callee(&code, base, filled, dst, INIT);
        Ok(())
    }

    /// Calls a class: `__new__`, then `__init__`.
    pub(crate) fn instantiate(
        &mut self,
        class: &Ref<Class>,
        args: &[Value],
        keywords: &[(Ref<Str>, Value)],
    ) -> R {
        let meta = class.meta.get();
        if !meta.is_none()
            && let Some(call) = self.class_special(&meta, Special::Call)
            && !call.is_same(&self.type_call)
        {
            return self.call_bound(&call, &Value::object(class.clone()), args, keywords);
        }
        self.type_call(class, args, keywords)
    }

    /// What `type.__call__` does.
    pub(crate) fn type_call(
        &mut self,
        class: &Ref<Class>,
        args: &[Value],
        keywords: &[(Ref<Str>, Value)],
    ) -> R {
        if class.is(&self.types.type_) && args.len() == 1 && keywords.is_empty() {
            return Ok(Value::object(self.class_of(&args[0])));
        }
        let Some(new) = class.special(Special::New, &self.special) else {
            let message = format!("cannot create '{}' instances", class.name.get().as_str());
            return Err(self.type_error(message));
        };
        if new.is_same(&self.object_new) && matches!(class.layout, Layout::Native) {
            let message = format!("cannot create '{}' instances", class.name.get().as_str());
            return Err(self.type_error(message));
        }
        let new = match new
            .as_ref::<Opaque>()
            .and_then(|opaque| opaque.data::<super::StaticMethodData>())
        {
            Some(inner) => inner.function.get(),
            None => new,
        };
        let mut all = Vec::with_capacity(args.len() + 1);
        all.push(Value::object(class.clone()));
        all.extend_from_slice(args);
        let object = self.call_kw(&new, &all, keywords)?;
        let made = self.class_of(&object);
        if !made.is_subclass(class) {
            return Ok(object);
        }
        let Some(init) = made.special(Special::Init, &self.special) else {
            return Ok(object);
        };
        if init.is_same(&self.object_init) {
            // `object.__new__` has complained about arguments if they have no taker.
            return Ok(object);
        }
        let result = self.call_bound(&init, &object, args, keywords)?;
        if !result.is_none() {
            let message = format!(
                "__init__() should return None, not '{}'",
                self.type_name(&result)
            );
            return Err(self.type_error(message));
        }
        Ok(object)
    }

    /// Calls the method `name` of an object.
    pub(crate) fn call_method(&mut self, object: &Value, name: &str, args: &[Value]) -> R {
        let name = self.intern(name);
        let method = self.get_attr(object, &name)?;
        self.call(&method, args)
    }

    /// Calls a special method of the object's class; None if there is none.
    pub(crate) fn call_special(
        &mut self,
        object: &Value,
        which: Special,
        args: &[Value],
    ) -> R<Option<Value>> {
        let Some(method) = self.find_special(object, which) else {
            return Ok(None);
        };
        self.call_bound(&method, object, args, &[]).map(Some)
    }

    /// Runs a module's or class's code: `namespace` in register 0 for a class body.
    pub(crate) fn run_code(&mut self, function: &Ref<Function>, namespace: Option<Value>) -> R {
        self.call_function(function, namespace.into_iter().collect(), Vec::new())
    }

    /// A function without parameters over linked code.
    pub(crate) fn function_over(&mut self, code: Ref<crate::value::CodeObject>) -> Ref<Function> {
        self.function_with_captures(code, Vec::new())
    }

    /// The same over code that captures cells.
    pub(crate) fn function_with_captures(
        &mut self,
        code: Ref<crate::value::CodeObject>,
        captures: Vec<Value>,
    ) -> Ref<Function> {
        self.heap.alloc(Function {
            code: crate::heap::Slot::new(code),
            defaults: crate::heap::Slot::new(Value::NONE),
            kw_defaults: crate::heap::Slot::new(Value::NONE),
            captures: captures.into(),
            extra: crate::heap::Slot::new(None),
        })
    }

    /// The pairs of a mapping whose keys must be str: `**mapping`.
    pub(crate) fn keyword_pairs(&mut self, dict: &Ref<Dict>) -> R<Vec<(Ref<Str>, Value)>> {
        let mut pairs = Vec::with_capacity(dict.len());
        for (name, value) in dict.to_vec() {
            let Some(name) = self.cast::<Str>(&name) else {
                return Err(self.type_error("keywords must be strings"));
            };
            pairs.push((name, value));
        }
        Ok(pairs)
    }
}
