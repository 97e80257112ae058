//! Calls of classes from the run loop: built-in types without the detour over `type.__call__`, plain classes by
//! entering their `__init__`.

use super::enter::INIT;
use super::regs::{Window, function_code, store};
use super::{R, Vm};
use crate::bytecode::Flow;
use crate::heap::Ref;
use crate::value::{Class, Function, Layout, Special, Str, Tag, Value, class_flags};

impl Vm {
    /// Calls a built-in type without the detour over `type.__call__`: an immutable one by its `__new__` alone, a
    /// container by its `__init__`. None for the others.
    pub(super) fn construct_builtin(
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
        let all = window.with_callee();
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

    /// Whether calling `class` makes a plain instance and runs a script `__init__` (or none): then that is
    /// `class.constructor`.
    #[inline]
    pub(super) fn knows_constructor(&mut self, class: &Ref<Class>) -> bool {
        class.constructor_epoch.get() == self.heap.class_epoch.get()
            || self.find_constructor(class).is_some()
    }

    #[cold]
    #[inline(never)]
    fn find_constructor(&mut self, class: &Ref<Class>) -> Option<()> {
        if class.layout != Layout::Plain || class.has(class_flags::BUILTIN | class_flags::ABSTRACT)
        {
            return None;
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
        class.constructor.set(init);
        class.constructor_epoch.set(self.heap.class_epoch.get());
        Some(())
    }

    /// Calls a class that `knows_constructor` vouches for.
    pub(super) fn enter_init(
        &mut self,
        class: &Ref<Class>,
        window: Window,
        names: &[Value],
        dst: *mut Value,
    ) -> R<()> {
        let init = class.constructor.get();
        let Some(function) = init.as_ref::<Function>() else {
            if window.count > 0 {
                window.clear();
                let message = format!("{}() takes no arguments", class.name.get().as_str());
                return Err(self.type_error(message));
            }
            store(dst, Value::object(class.new_instance(None)));
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
        let instance = Value::object(class.new_instance(None));
        let args = window.lift(base.wrapping_add(1));
        store(base, instance.clone());
        let bound = if names.is_empty() && usize::from(code.simple_argc) == args.count + 1 {
            args.count + 1
        } else {
            self.bind_window(function, code, args.with_callee(), names)?
        };
        store(slot, instance);
        self.push_callee(code, base, bound, dst, INIT);
        Ok(())
    }
}
