//! `_warnings`: the native half of `warnings`.
//!
//! As long as a program has not imported `warnings`, warnings are filtered and printed here, by
//! CPython's default filters. The module `warnings` puts its own function into
//! `_warnings.warn_hook`; from then on that decides, with the same list `_warnings.filters`.

use std::collections::HashSet;
use std::sync::Arc;

use super::NativeModule;
use crate::diagnostic::{Source, warning_line};
use crate::heap::Ref;
use crate::value::{Class, Dict, Exception, List, Str, Tuple, Value};
use crate::vm::{Def, R, Vm, def};

pub(crate) const MODULE: NativeModule = NativeModule {
    name: "_warnings",
    functions: FUNCTIONS,
    setup: Some(setup),
};

/// Lets the machine warn.
pub(crate) fn install(vm: &mut Vm) {
    vm.hooks.warn = warn_from_machine;
}

/// The state of warnings in one session.
#[derive(Default)]
struct Warnings {
    /// The namespace of `_warnings`.
    module: Option<Ref<Dict>>,
    /// `_warnings.filters`.
    filters: Option<Ref<List>>,
    /// What "default", "module" and "once" have shown: text, class, module, line.
    shown: HashSet<(String, u32, String, i64)>,
}

/// Where a warning is from.
struct Place {
    file: String,
    line: i64,
    module: String,
    source: Option<Arc<Source>>,
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let filters = filters(vm);
    let rows = [
        ("filters", Value::object(filters)),
        ("_defaultaction", vm.new_str("default")),
        ("_onceregistry", Value::object(vm.heap.new_dict())),
        ("warn_hook", Value::NONE),
    ];
    for (name, value) in rows {
        let name = vm.intern(name);
        globals.set_str(&name, value);
    }
    vm.state::<Warnings>().module = Some(globals.clone());
    Ok(())
}

/// The list of filters: (action, message pattern, category, module pattern, line).
fn filters(vm: &mut Vm) -> Ref<List> {
    if let Some(filters) = &vm.state::<Warnings>().filters {
        return filters.clone();
    }
    let types = &vm.types;
    let rows = [
        ("default", types.deprecation_warning.clone(), true),
        ("ignore", types.deprecation_warning.clone(), false),
        ("ignore", types.pending_deprecation_warning.clone(), false),
        ("ignore", types.import_warning.clone(), false),
        ("ignore", types.resource_warning.clone(), false),
    ];
    let rows = rows.map(|(action, category, only_main)| {
        let module = if only_main {
            vm.new_str("__main__")
        } else {
            Value::NONE
        };
        let row = vec![
            vm.new_str(action),
            Value::NONE,
            Value::object(category),
            module,
            Value::int(0),
        ];
        Value::object(vm.heap.new_tuple(row))
    });
    let filters = vm.heap.new_list(rows.to_vec());
    vm.state::<Warnings>().filters = Some(filters.clone());
    filters
}

/// The place of the frame `up` frames above the running one.
fn place_of(vm: &mut Vm, up: usize) -> Place {
    let Some(position) = vm.position(up) else {
        return Place {
            file: "sys".to_owned(),
            line: 1,
            module: "sys".to_owned(),
            source: None,
        };
    };
    let source = position.source;
    let key = vm.intern("__name__");
    let module = position.globals.get_str(&key);
    let module = module
        .as_ref()
        .and_then(|name| name.as_ref::<Str>())
        .map_or_else(|| "<string>".to_owned(), |name| name.as_str().to_owned());
    Place {
        file: source.name().to_string(),
        line: source.line_of(position.span.start).line.into(),
        module,
        source: Some(source),
    }
}

fn warn_from_machine(vm: &mut Vm, category: &Ref<Class>, message: &str, up: u32) -> R<()> {
    let place = place_of(vm, up as usize);
    // A coroutine that is gone is the source of its warning.
    let source = if message.starts_with("coroutine '") && message.contains("was never awaited") {
        Value::TRUE
    } else {
        Value::NONE
    };
    let message = vm.new_str(message);
    dispatch(vm, message, category, &place, source)
}

fn warn(vm: &mut Vm, args: &[Value]) -> R {
    let category = category_of(vm, &args[0], &args[1])?;
    let level = if args[2].is_undef() {
        1
    } else {
        vm.index(&args[2])?
    };
    let source = if args[3].is_undef() {
        Value::NONE
    } else {
        args[3].clone()
    };
    let up = usize::try_from(level.saturating_sub(1)).unwrap_or(0);
    let place = place_of(vm, up);
    dispatch(vm, args[0].clone(), &category, &place, source)?;
    Ok(Value::NONE)
}

/// The class of a warning: its own if `message` is one. TypeError if it is no `Warning`.
fn category_of(vm: &mut Vm, message: &Value, category: &Value) -> R<Ref<Class>> {
    let warning = vm.types.warning.clone();
    if vm.is_instance(message, &warning) {
        return Ok(vm.class_of(message));
    }
    if category.is_undef() || category.is_none() {
        return Ok(vm.types.user_warning.clone());
    }
    match category.to_ref::<Class>() {
        Some(class) if class.is_subclass(&warning) => Ok(class),
        _ => {
            let type_name = vm.type_name(category);
            Err(vm.type_error(format!(
                "category must be a Warning subclass, not '{type_name}'"
            )))
        }
    }
}

fn warn_explicit(vm: &mut Vm, args: &[Value]) -> R {
    let category = category_of(vm, &args[0], &args[1])?;
    let file = vm.expect_str(&args[2], "filename")?.as_str().to_owned();
    let line = vm.index(&args[3])?;
    let module = match args[4].as_ref::<Str>() {
        Some(module) => module.as_str().to_owned(),
        None if file.is_empty() => "<unknown>".to_owned(),
        None => file.strip_suffix(".py").unwrap_or(&file).to_owned(),
    };
    let source = if args[7].is_undef() {
        Value::NONE
    } else {
        args[7].clone()
    };
    let place = Place {
        file,
        line,
        module,
        source: None,
    };
    dispatch(vm, args[0].clone(), &category, &place, source)?;
    Ok(Value::NONE)
}

/// For `warnings`, after a change of the filters: what was shown may be shown again.
fn filters_mutated(vm: &mut Vm, _: &[Value]) -> R {
    vm.state::<Warnings>().shown.clear();
    Ok(Value::NONE)
}

/// Gives the warning to `warnings` if a program uses that, or filters and prints it.
fn dispatch(
    vm: &mut Vm,
    message: Value,
    category: &Ref<Class>,
    place: &Place,
    source: Value,
) -> R<()> {
    let key = vm.intern("warn_hook");
    let hook = vm
        .state::<Warnings>()
        .module
        .as_ref()
        .and_then(|module| module.get_str(&key))
        .filter(|hook| !hook.is_none());
    if let Some(hook) = hook {
        let args = [
            message,
            Value::object(category.clone()),
            vm.new_str(&place.file),
            Value::int(place.line),
            vm.new_str(&place.module),
            source,
        ];
        vm.call(&hook, &args)?;
        return Ok(());
    }
    let text = vm.str(&message)?.as_str().to_owned();
    let action = action_for(vm, category, place)?;
    let module = match action.as_str() {
        "ignore" => return Ok(()),
        "error" => {
            let exception = if message.as_ref::<Exception>().is_some() {
                message
            } else {
                vm.call(&Value::object(category.clone()), &[message])?
            };
            return Err(vm.raise_value(exception));
        }
        "always" | "all" => None,
        "once" => Some((String::new(), 0)),
        "module" => Some((place.module.clone(), 0)),
        _ => Some((place.module.clone(), place.line)),
    };
    if let Some((module, line)) = module {
        let key = (text.clone(), category.id, module, line);
        if !vm.state::<Warnings>().shown.insert(key) {
            return Ok(());
        }
    }
    let line = u32::try_from(place.line).unwrap_or(0);
    let source_line = place.source.as_ref().and_then(|source| {
        let is_file = !source.name().starts_with('<');
        (is_file && source.has_line(line)).then(|| source.line_text(line))
    });
    let name = category.name.get();
    let mut text = warning_line(&place.file, line, name.as_str(), &text, source_line);
    // At the end of a program, when nothing runs, CPython gives no advice.
    if !source.is_none() && place.source.is_some() {
        text.push_str(name.as_str());
        text.push_str(": Enable tracemalloc to get the object allocation traceback\n");
    }
    vm.write_stderr(&text);
    Ok(())
}

/// What the first filter that fits says. Patterns (objects with `match`) are called.
fn action_for(vm: &mut Vm, category: &Ref<Class>, place: &Place) -> R<String> {
    let filters = filters(vm);
    for row in filters.to_vec() {
        let Some(row) = row.to_ref::<Tuple>() else {
            continue;
        };
        let [action, _, wanted, module, line] = row.items() else {
            continue;
        };
        let fits_class = wanted
            .as_ref::<Class>()
            .is_some_and(|wanted| category.is_subclass(wanted));
        let fits_line = matches!(line.as_int(), Some(0)) || line.as_int() == Some(place.line);
        let fits_module = match module.as_ref::<Str>() {
            Some(name) => name.as_str() == place.module,
            None => module.is_none(),
        };
        if fits_class && fits_line && fits_module {
            return Ok(vm.str(action)?.as_str().to_owned());
        }
    }
    Ok("default".to_owned())
}

const FUNCTIONS: &[Def] = &[
    def(
        "warn",
        warn,
        "message, category=None, stacklevel=1, source=None",
    ),
    def(
        "warn_explicit",
        warn_explicit,
        "message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None",
    ),
    def("_filters_mutated", filters_mutated, ""),
];
