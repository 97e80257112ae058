//! Calls of classes from the run loop: built-in types without the detour over `type.__call__`, plain classes by
//! entering their `__init__`.

use super::exec::iter::{begin_range, ends};
use super::marks::INIT;
use super::regs::{Window, function_code, op_at, store};
use super::{R, Vm};
use crate::bytecode::{Flow, Op};
use crate::heap::Ref;
use crate::value::{
    Class, Exception, Function, Instance, Layout, Making, Range, Special, Tag, Value, class_flags,
};

impl Vm {
    /// Calls a class from the run loop: the arguments are in `window` (with a free register before it), those of `names`
    /// last; the result goes to `dst`. Either it is there when this returns, or a script frame has been entered.
    pub(super) fn enter_class(
        &mut self,
        class: &Ref<Class>,
        window: Window,
        names: &[Value],
        dst: *mut Value,
    ) -> R<()> {
        match self.making(class) {
            Making::Init => self.enter_init(class, window, names, dst),
            Making::Range if names.is_empty() && self.enter_range(window, dst) => Ok(()),
            Making::New | Making::Range => {
                let new = class.maker.get().as_native().expect("a native makes it");
                window.set_at(-1, Value::object(class.clone()));
                self.enter_native_call(new, window.with_callee(), names, dst)
            }
            Making::List => {
                let list = Value::object(self.heap.list_with_room(0));
                self.enter_container(class, list, window, names, dst)
            }
            Making::Dict => {
                let dict = Value::object(self.heap.new_dict());
                self.enter_container(class, dict, window, names, dst)
            }
            Making::Set => {
                let set = Value::object(self.heap.new_set(false));
                self.enter_container(class, set, window, names, dst)
            }
            Making::Carrier => {
                let made = Value::object(self.blank(class));
                self.enter_container(class, made, window, names, dst)
            }
            Making::Exception if names.is_empty() => {
                let args = self.heap.tuple_from(window.count, |at| window.take(at));
                let made = self.heap.alloc(Exception::new(class.clone(), args));
                store(dst, Value::object(made));
                Ok(())
            }
            Making::Type if window.count == 1 && names.is_empty() => {
                let found = self.class_of(&window.values()[0]);
                window.clear();
                store(dst, Value::object(found));
                Ok(())
            }
            _ => self.enter_other(&Value::object(class.clone()), window, names, dst),
        }
    }

    /// Makes a range of small ints; a loop over it that is about to begin gets its state, and no range is made.
    fn enter_range(&mut self, window: Window, dst: *mut Value) -> bool {
        let small = |at: usize| {
            window.values()[at]
                .is_int()
                .then(|| window.values()[at].raw_int())
        };
        let parts = match window.count {
            1 => small(0).map(|stop| (0, stop, 1)),
            2 => small(0).zip(small(1)).map(|(start, stop)| (start, stop, 1)),
            3 => match (small(0), small(1), small(2)) {
                (Some(start), Some(stop), Some(step)) if step != 0 => Some((start, stop, step)),
                _ => None,
            },
            _ => None,
        };
        let Some((start, stop, step)) = parts else {
            return false;
        };
        let next = op_at(self.stack.pc);
        window.clear();
        if let Op::GetIter { it, src } = next
            && ends((start, stop, step))
            && self.register(src.0) == dst
            && src.0 >= self.running_code().n_locals
        {
            self.stack.pc = self.stack.pc.wrapping_add(1);
            begin_range(self, it.0, (start, stop, step));
            return true;
        }
        let made = self.heap.alloc(Range {
            start: Value::int(start),
            stop: Value::int(stop),
            step: Value::int(step),
        });
        store(dst, Value::object(made));
        true
    }

    /// Calls a class from native code.
    pub(super) fn call_class(&mut self, class: &Ref<Class>, args: &[Value]) -> R {
        let container = match self.making(class) {
            Making::List => Value::object(self.heap.list_with_room(0)),
            Making::Dict => Value::object(self.heap.new_dict()),
            Making::Set => Value::object(self.heap.new_set(false)),
            Making::Carrier => Value::object(self.blank(class)),
            Making::Exception => {
                let args = self.heap.tuple_of(args);
                let made = self.heap.alloc(Exception::new(class.clone(), args));
                return Ok(Value::object(made));
            }
            Making::New | Making::Range => {
                // A static method: binding it would not pass the class.
                let new = class.maker.get().as_native().expect("a native makes it");
                return self.call_native_with(new, Value::object(class.clone()), args);
            }
            Making::Init if class.maker.with(|init| init.is(Tag::Function)) => {
                let instance = Value::object(self.blank(class));
                let init = class.maker.get();
                let result = self.call_bound(&init, &instance, args, &[])?;
                return self.check_init(&result).map(|()| instance);
            }
            _ => return self.call_kw(&Value::object(class.clone()), args, &[]),
        };
        if !args.is_empty() {
            let init = class.maker.get();
            self.call_bound(&init, &container, args, &[])?;
        }
        Ok(container)
    }

    /// A new instance of a class of `Making::Init` or `Making::Carrier`.
    #[inline]
    fn blank(&self, class: &Ref<Class>) -> Ref<Instance> {
        match class.layout {
            Layout::Payload => class.new_instance(Some(Value::object(self.heap.new_dict()))),
            _ => class.new_instance(None),
        }
    }

    /// Fills a new container by its `__init__`.
    fn enter_container(
        &mut self,
        class: &Ref<Class>,
        container: Value,
        window: Window,
        names: &[Value],
        dst: *mut Value,
    ) -> R<()> {
        if window.count > 0 {
            let init = class.maker.get().as_native().expect("a native fills it");
            window.set_at(-1, container.clone());
            self.enter_native_call(init, window.with_callee(), names, dst)?;
        }
        store(dst, container);
        Ok(())
    }

    /// What calling the class does.
    #[inline]
    fn making(&mut self, class: &Ref<Class>) -> Making {
        if class.making_epoch.get() != self.heap.class_epoch.get() {
            let (making, maker) = self.find_making(class);
            class.making.set(making);
            class.maker.set(maker);
            class.making_epoch.set(self.heap.class_epoch.get());
        }
        class.making.get()
    }

    /// Whether it is the `__init__` of the exceptions that only keep their arguments.
    fn is_exception_init(&self, init: &Value) -> bool {
        let (first, end) = self.known.exception_inits;
        init.as_native()
            .is_some_and(|id| id == self.known.exception_init || (first..end).contains(&id))
    }

    /// Whether it is the `__new__` of exceptions that only keep their arguments.
    pub(crate) fn is_exception_new(&self, new: &Value) -> bool {
        let (first, end) = self.known.exception_news;
        new.as_native()
            .is_some_and(|new| (first..end).contains(&new))
    }

    fn is_dict_new(&self, new: &Value) -> bool {
        let own = self.types.dict.special(Special::New, &self.special);
        own.is_some_and(|own| own.is_same(new))
    }

    /// Whether this `__init__` of a class that carries a dict does nothing without arguments.
    fn is_lazy_init(&self, class: &Class, init: &Value) -> bool {
        let own = self.types.dict.special(Special::Init, &self.special);
        class.has(class_flags::ORDERED) || own.is_some_and(|own| own.is_same(init))
    }

    #[cold]
    #[inline(never)]
    fn find_making(&mut self, class: &Ref<Class>) -> (Making, Value) {
        const OTHER: (Making, Value) = (Making::Other, Value::UNDEF);
        if class.is(&self.types.type_) {
            return (Making::Type, Value::UNDEF);
        }
        if class.has(class_flags::ABSTRACT) {
            return OTHER;
        }
        let meta = class.meta.get();
        let own_call = !meta.is_none()
            && self
                .class_special(&meta, Special::Call)
                .is_some_and(|call| !call.is_same(&self.type_call));
        let (Some(new), Some(init)) = (
            class.special(Special::New, &self.special),
            class.special(Special::Init, &self.special),
        ) else {
            return OTHER;
        };
        if own_call {
            return OTHER;
        }
        match class.layout {
            Layout::Plain if !class.has(class_flags::BUILTIN) && new.is_same(&self.object_new) => {
                if init.is(Tag::Function) {
                    (Making::Init, init)
                } else if init.is_same(&self.object_init) {
                    (Making::Init, Value::UNDEF)
                } else {
                    OTHER
                }
            }
            Layout::Payload if self.is_dict_new(&new) => match init.tag() {
                Tag::Function => (Making::Init, init),
                Tag::Native if self.is_lazy_init(class, &init) => (Making::Carrier, init),
                _ => OTHER,
            },
            Layout::Exception
                if self.is_exception_new(&new)
                    && !class.is_subclass(&self.types.os_error)
                    && !class.is_subclass(&self.types.base_exception_group)
                    && self.is_exception_init(&init)
                    && !class.has(class_flags::HAS_DEL) =>
            {
                (Making::Exception, Value::UNDEF)
            }
            _ if !class.has(class_flags::BUILTIN) => OTHER,
            _ if class.is(&self.types.range) => (Making::Range, new),
            _ if class.is(&self.types.list) => (Making::List, init),
            _ if class.is(&self.types.dict) => (Making::Dict, init),
            _ if class.is(&self.types.set) => (Making::Set, init),
            Layout::Native | Layout::Opaque
                if new.is(Tag::Native)
                    && !new.is_same(&self.object_new)
                    && init.is_same(&self.object_init) =>
            {
                (Making::New, new)
            }
            _ => OTHER,
        }
    }

    /// Calls a class, from a frame on the stack, whose `__init__` takes just these arguments: its frame is entered. False,
    /// and nothing was done, for any other class or call.
    #[inline(never)]
    pub(super) fn enter_plain_init(
        &mut self,
        class: &Ref<Class>,
        window: Window,
        dst: *mut Value,
    ) -> bool {
        if class.making_epoch.get() != self.heap.class_epoch.get()
            || class.making.get() != Making::Init
            || !self.stack.has_frame()
        {
            return false;
        }
        class.maker.with(|init| {
            let Some(function) = init.as_ref::<Function>() else {
                return false;
            };
            let code = function_code(function);
            if usize::from(code.simple_argc.get()) != window.count + 1 {
                return false;
            }
            // As in `enter_init`.
            let instance = Value::object(self.blank(class));
            let base = window.first;
            window.lift(base.wrapping_add(1));
            store(base, instance.clone());
            store(base.wrapping_sub(1), instance);
            self.push_callee(code, base, window.count + 1, dst, INIT);
            true
        })
    }

    /// Calls a class of `Making::Init`.
    fn enter_init(
        &mut self,
        class: &Ref<Class>,
        window: Window,
        names: &[Value],
        dst: *mut Value,
    ) -> R<()> {
        let init = class.maker.get();
        let Some(function) = init.as_ref::<Function>() else {
            if window.count > 0 {
                window.clear();
                let message = format!("{}() takes no arguments", class.name.get().as_str());
                return Err(self.type_error(message));
            }
            store(dst, Value::object(self.blank(class)));
            return Ok(());
        };
        let code = function_code(function);
        if code.flow != Flow::Plain {
            window.clear();
            let kind = if code.flow == Flow::Coroutine {
                "coroutine"
            } else {
                "generator"
            };
            return Err(self.type_error(format!("__init__() should return None, not '{kind}'")));
        }
        // The registers are: callee's slot, arguments. They become: instance, self, arguments; one further up.
        let slot = if self.code().heap_frame {
            self.stack_top()
        } else {
            window.first.wrapping_sub(1)
        };
        let base = slot.wrapping_add(1);
        self.check_frame(base, code, window.count + 1)?;
        let instance = Value::object(self.blank(class));
        let args = window.lift(base.wrapping_add(1));
        store(base, instance.clone());
        let bound = if names.is_empty() && usize::from(code.simple_argc.get()) == args.count + 1 {
            args.count + 1
        } else {
            self.bind_window(function, code, args.with_callee(), names)?
        };
        store(slot, instance);
        self.push_callee(code, base, bound, dst, INIT);
        Ok(())
    }
}
