//! `raise`, matching, groups, `assert`, the start of `with`.

use crate::bytecode::Op;
use crate::value::{Class, Exception, Layout, List, Special, Tuple, Value};
use crate::vm::{R, Vm};

#[inline(never)]
pub(in crate::vm) fn raise(vm: &mut Vm, op: Op) -> R<()> {
    match op {
        Op::Raise { exc } => {
            let value = vm.operand(exc);
            let exception = vm.exception_from(value)?;
            Err(vm.raise_value(exception))
        }
        Op::RaiseFrom { exc, cause } => {
            let (value, cause) = (vm.operand(exc), vm.operand(cause));
            let exception = vm.exception_from(value)?;
            let is_class = cause.as_ref::<Class>().is_some();
            if !cause.is_none() && !is_class && cause.as_ref::<Exception>().is_none() {
                return Err(vm.type_error("exception causes must derive from BaseException"));
            }
            let cause = if cause.is_none() {
                cause
            } else if cause
                .as_ref::<Class>()
                .is_some_and(|class| !class.is_subclass(&vm.types.base_exception))
            {
                return Err(vm.type_error("exception causes must derive from BaseException"));
            } else {
                vm.exception_from(cause)?
            };
            if let Some(exception) = exception.as_ref::<Exception>() {
                exception.cause.set(cause);
                exception.suppress_context.set(true);
            }
            Err(vm.raise_value(exception))
        }
        Op::Reraise { exc } => {
            let exception = vm.operand(exc);
            vm.quiet = true;
            Err(vm.reraise_value(exception))
        }
        Op::RaiseBare {} => match vm.handled() {
            Some(exception) => {
                vm.quiet = true;
                Err(vm.reraise_value(exception))
            }
            None => Err(vm.runtime_error("No active exception to reraise")),
        },
        _ => Ok(()),
    }
}

/// Whether the exception of `jump_if_not_match` matches.
#[inline(never)]
pub(in crate::vm) fn matches(vm: &mut Vm, op: Op) -> R<bool> {
    let Op::JumpIfNotMatch { exc, type_, .. } = op else {
        return Ok(false);
    };
    let (exception, type_) = (vm.peek(exc.0), vm.operand(type_));
    vm.exception_matches(&exception, &type_)
}

impl Vm {
    /// Whether an exception matches a class or a tuple of classes.
    pub(crate) fn exception_matches(&mut self, exception: &Value, type_: &Value) -> R<bool> {
        const WRONG: &str =
            "catching classes that do not inherit from BaseException is not allowed";
        // Only classes of exceptions have this layout.
        let can_be_caught = |wanted: &Value| {
            wanted
                .as_ref::<Class>()
                .is_some_and(|wanted| wanted.layout == Layout::Exception)
        };
        let class = self.class_of(exception);
        let is_of = |wanted: &Value| {
            wanted
                .as_ref::<Class>()
                .is_some_and(|wanted| class.is(wanted) || class.is_subclass(wanted))
        };
        if can_be_caught(type_) {
            return Ok(is_of(type_));
        }
        match self.cast::<Tuple>(type_) {
            Some(all) if all.items().iter().all(can_be_caught) => Ok(all.items().iter().any(is_of)),
            _ => Err(self.type_error(WRONG)),
        }
    }
}

#[inline(never)]
pub(in crate::vm) fn split_group(vm: &mut Vm, op: Op) -> R<()> {
    let Op::SplitGroup { dst, rest, type_ } = op else {
        return Ok(());
    };
    let type_ = vm.operand(type_);
    let exception = vm.peek(rest.0);
    let (matched, left) = if exception.is_none() {
        (Value::NONE, Value::NONE)
    } else {
        (vm.hooks.split_group)(vm, &exception, &type_)?
    };
    vm.set_register(rest.0, left);
    vm.set_register(dst.0, matched);
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn finish_groups(vm: &mut Vm, op: Op) -> R<()> {
    let Op::FinishGroups {
        errors,
        rest,
        original,
    } = op
    else {
        return Ok(());
    };
    let errors = vm.operand(errors);
    let rest = vm.take_register(rest.0);
    let original = vm.peek(original.0);
    let errors = errors
        .as_ref::<List>()
        .map_or(Vec::new(), |errors| errors.to_vec());
    let result = (vm.hooks.finish_groups)(vm, errors, rest, &original)?;
    if result.is_none() {
        return Ok(());
    }
    vm.quiet = true;
    Err(vm.reraise_value(result))
}

#[inline(never)]
pub(in crate::vm) fn assert_fail(vm: &mut Vm, op: Op) -> R<()> {
    let argument = match op {
        Op::AssertFail { src } => Some(vm.operand(src)),
        _ => None,
    };
    Err(vm.assertion_error(argument))
}

/// `with_lookup` and `async_with_lookup`.
#[inline(never)]
pub(in crate::vm) fn with_lookup(vm: &mut Vm, op: Op) -> R<()> {
    let (context, enter, exit, kind) = match op {
        Op::WithLookup { context } => (context, Special::Enter, Special::Exit, ""),
        Op::AsyncWithLookup { context } => {
            (context, Special::AEnter, Special::AExit, "asynchronous ")
        }
        _ => return Ok(()),
    };
    let object = vm.peek(context.0);
    let class = vm.class_of(&object);
    let (enter_method, exit_method) = (
        vm.find_special(&object, enter),
        vm.find_special(&object, exit),
    );
    let (Some(enter_method), Some(exit_method)) = (enter_method.clone(), exit_method) else {
        let missed = if enter_method.is_none() {
            String::new()
        } else {
            format!(" (missed {} method)", exit.name())
        };
        let message = format!(
            "'{}' object does not support the {kind}context manager protocol{missed}",
            vm.shown_class(&class)
        );
        return Err(vm.type_error(message));
    };
    let enter = vm.bind_attribute(&enter_method, Some(&object), &class)?;
    let exit = vm.bind_attribute(&exit_method, Some(&object), &class)?;
    vm.set_register(context.0 + 1, enter);
    vm.set_register(context.0, exit);
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn exc_info(vm: &mut Vm, op: Op) -> R<()> {
    let Op::ExcInfo { exc, first } = op else {
        return Ok(());
    };
    let exception = vm.peek(exc.0);
    let class = Value::object(vm.class_of(&exception));
    let traceback = vm.get_attr_str(&exception, "__traceback__")?;
    vm.set_register(first.0, class);
    vm.set_register(first.0 + 1, exception);
    vm.set_register(first.0 + 2, traceback);
    Ok(())
}
