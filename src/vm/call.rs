//! Calls: from native code, and of everything that can be called.

use super::def::Binding;
use super::natives::NativeCode;
use super::regs::{function_code, store};
use super::{R, Vm};
use crate::bytecode::Flow;
use crate::heap::Ref;
use crate::value::{
    Class, Dict, Function, Layout, Method, Opaque, Special, Str, Tag, Value, class_flags,
};

/// Argument lists up to this long are put together without allocating.
const FEW: usize = 6;

impl Vm {
    /// Calls a native with positional arguments and keyword arguments.
    pub(crate) fn call_native(
        &mut self,
        id: u32,
        args: &[Value],
        keywords: &[(Ref<Str>, Value)],
    ) -> R {
        let result = self.call_native_plainly(id, args, keywords);
        if result.is_err() && self.unfit {
            self.named_receiver(id, args);
        }
        result
    }

    /// Calls `callee` from native code.
    pub(crate) fn call(&mut self, callee: &Value, args: &[Value]) -> R {
        if let Some(id) = callee.as_native() {
            if self.natives[id as usize].shares {
                self.fits(id, args)?;
            }
            let native = &self.natives[id as usize];
            if usize::from(native.direct.get()) == args.len()
                && let NativeCode::Plain(function) = native.code
            {
                let result = function(self, args);
                if result.is_err() && self.unfit {
                    self.named_receiver(id, args);
                }
                return result;
            }
            return self.call_native(id, args, &[]);
        }
        if let Some(function) = callee.as_ref::<Function>() {
            return self.call_with(function, None, args);
        }
        if let Some(class) = callee.as_ref::<Class>() {
            return self.call_class(class, args);
        }
        if let Some(method) = callee.as_ref::<Method>() {
            // Held: the method may die in the call.
            let (function, object) = (method.function.clone(), method.object.clone());
            if let Some(id) = function.as_native() {
                let native = &self.natives[id as usize];
                if let [argument] = args
                    && native.direct.get() == 2
                    && native.binding == Binding::Method
                    && let NativeCode::Plain(function) = native.code
                {
                    let all = [object, argument.clone()];
                    let result = function(self, &all);
                    if result.is_err() && self.unfit {
                        self.named_receiver(id, &all);
                    }
                    return result;
                }
                return self.call_native_with(id, object, args);
            }
            if let Some(function) = function.as_ref::<Function>() {
                return self.call_with(function, Some(&object), args);
            }
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
            Tag::Native => {
                let id = callee.raw_int() as u32;
                if self.natives[id as usize].shares {
                    self.fits(id, args)?;
                }
                self.call_native(id, args, keywords)
            }
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
            if let Some(id) = function.as_native() {
                let object = object.clone();
                if args.is_empty() {
                    return self.call_native(id, std::slice::from_ref(&object), &[]);
                }
                return self.call_native_with(id, object, args);
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

    /// Calls a native with `first` before the arguments.
    pub(super) fn call_native_with(&mut self, id: u32, first: Value, args: &[Value]) -> R {
        if args.len() < FEW {
            let mut all = [const { Value::UNDEF }; FEW];
            all[0] = first;
            all[1..=args.len()].clone_from_slice(args);
            return self.call_native(id, &all[..=args.len()], &[]);
        }
        let mut all = Vec::with_capacity(args.len() + 1);
        all.push(first);
        all.extend_from_slice(args);
        self.call_native(id, &all, &[])
    }

    /// Calls a script function from native code: `first`, if there is one, comes before the arguments. The function may
    /// die in the call; its code does not.
    pub(in crate::vm) fn call_with(
        &mut self,
        function: &Ref<Function>,
        first: Option<&Value>,
        args: &[Value],
    ) -> R {
        let code = function_code(function);
        let count = args.len() + usize::from(first.is_some());
        let has_room = self.stack.has_frame() && self.native_depth < self.limits.native_depth;
        if usize::from(code.given_argc.get()) != count || !has_room {
            let all = first.into_iter().chain(args).cloned().collect();
            return self.call_function(&function.clone(), all, Vec::new());
        }
        self.native_depth += 1;
        let top = self.stack_top();
        super::coroutine::mark(self);
        let mut at = top;
        let mut place = |value| {
            store(at, value);
            at = at.wrapping_add(1);
        };
        if let Some(first) = first {
            place(first.clone());
        }
        for value in args {
            place(value.clone());
        }
        for cell in &function.captures {
            place(cell.clone());
        }
        for _ in count + function.captures.len()..usize::from(code.n_locals) {
            place(Value::UNDEF);
        }
        self.stack.code = std::ptr::from_ref(code);
        self.stack.pc = code.ops.get();
        self.stack.base = top;
        let result = self.run();
        self.leave_native();
        result
    }

    /// Calls a script function from native code.
    pub(crate) fn call_function(
        &mut self,
        function: &Ref<Function>,
        args: Vec<Value>,
        keywords: Vec<(Ref<Str>, Value)>,
    ) -> R {
        let code = function.code.get();
        let simple = usize::from(code.simple_argc.get()) == args.len() && keywords.is_empty();
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
        result
    }

    /// A coroutine or generator for a call of such a function.
    fn coroutine_of(&mut self, function: &Ref<Function>, bound: Vec<Value>) -> Value {
        let filled = bound.len();
        let mut bound = bound.into_iter();
        let next = |_: usize| bound.next().expect("as many values as were counted");
        let coroutine = self.new_coroutine(function.code.get(), next, filled);
        self.introduce(function, &coroutine);
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
        self.stack.pc = code.ops.get();
        self.stack.base = base;
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
        let built_in = class.has(class_flags::BUILTIN) && class.layout != Layout::Plain;
        if new.is_same(&self.object_new) && (built_in || class.layout == Layout::Native) {
            let message = format!("cannot create '{}' instances", self.shown_class(class));
            return Err(self.type_error(message));
        }
        let new = match new
            .as_ref::<Opaque>()
            .and_then(|opaque| opaque.data::<super::StaticMethodData>())
        {
            Some(inner) => inner.function.get(),
            None if new.is(Tag::Opaque) => self.bind_attribute(&new, None, class)?,
            None => new,
        };
        let mut all = Vec::with_capacity(args.len() + 1);
        all.push(Value::object(class.clone()));
        all.extend_from_slice(args);
        let own = self.keywords_of(class, &new, Special::Init, keywords);
        let object = self.call_kw(&new, &all, own)?;
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
        let own = self.keywords_of(&made, &init, Special::New, keywords);
        let result = self.call_bound(&init, &object, args, own)?;
        self.check_init(&result)?;
        Ok(object)
    }

    /// Complains about an `__init__` that gave something.
    pub(super) fn check_init(&mut self, result: &Value) -> R<()> {
        if result.is_none() {
            return Ok(());
        }
        let message = format!(
            "__init__() should return None, not '{}'",
            self.type_name(result)
        );
        Err(self.type_error(message))
    }

    /// The keywords for the native `__new__` or `__init__` of a built-in type that takes none, called for a subclass:
    /// they are for the other of the two, if that is the subclass's own.
    fn keywords_of<'k>(
        &self,
        class: &Ref<Class>,
        method: &Value,
        other: Special,
        keywords: &'k [(Ref<Str>, Value)],
    ) -> &'k [(Ref<Str>, Value)] {
        let Some(id) = method.as_native().filter(|_| !keywords.is_empty()) else {
            return keywords;
        };
        let is_other_own = class
            .special(other, &self.special)
            .is_some_and(|other| !other.is(Tag::Native));
        // A set refuses keywords whoever asks.
        let refuses = other == Special::New && class.is_subclass(&self.types.set);
        if is_other_own && !refuses && self.natives[id as usize].takes_no_keywords() {
            &[]
        } else {
            keywords
        }
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
        match self.string_keywords(dict) {
            Some(pairs) => Ok(pairs),
            None => Err(self.type_error("keywords must be strings")),
        }
    }

    /// The same; None if one is no str.
    pub(super) fn string_keywords(&self, dict: &Ref<Dict>) -> Option<Vec<(Ref<Str>, Value)>> {
        let pairs = dict.to_vec().into_iter();
        pairs
            .map(|(name, value)| Some((self.cast::<Str>(&name)?, value)))
            .collect()
    }
}
