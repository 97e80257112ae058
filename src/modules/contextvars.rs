//! The module `contextvars`: ContextVar, Token, Context.
//!
//! A context is a tuple of variables and values, never changed but replaced; so a copy of a context shares it, and
//! copying, which every task and callback does, is O(1). Setting is O(n), with the few variables programs have.
//! `Vm::context` is the current context; None stands for an empty one that is made when something is set.

use std::cell::Cell;
use std::rc::Rc;

use crate::heap::{Ref, Slot};
use crate::modules::NativeModule;
use crate::value::{Class, Dict, Layout, NativeData, Str, Tuple, Value, class_flags};
use crate::vm::{Def, GetSet, R, Vm, class_def, def, getter, rest, static_def};

/// The module `contextvars`.
pub(crate) const MODULE: NativeModule = NativeModule {
    name: "contextvars",
    functions: FUNCTIONS,
    setup: Some(setup),
};

struct Classes {
    variable: Ref<Class>,
    token: Ref<Class>,
    context: Ref<Class>,
    missing: Value,
}

#[derive(Default)]
struct ContextState {
    classes: Option<Rc<Classes>>,
}

struct VariableData {
    name: Ref<Str>,
    /// Undef: none.
    default: Slot<Value>,
}

impl NativeData for VariableData {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.default.get());
    }

    fn unlink(&self) {
        self.default.set(Value::UNDEF);
    }
}

struct TokenData {
    context: Slot<Value>,
    variable: Slot<Value>,
    /// Undef: the variable had no value.
    old: Slot<Value>,
    used: Cell<bool>,
}

impl NativeData for TokenData {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [&self.context, &self.variable, &self.old] {
            visit(&slot.get());
        }
    }

    fn unlink(&self) {
        self.context.set(Value::NONE);
        self.old.set(Value::UNDEF);
    }
}

struct ContextData {
    /// A tuple: variable, value, variable, value, ... None while it is empty.
    entries: Slot<Value>,
    /// `run` is under way.
    entered: Cell<bool>,
}

impl NativeData for ContextData {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.entries.get());
    }

    fn unlink(&self) {
        self.entries.set(Value::NONE);
    }
}

/// `Token.MISSING`.
struct Missing;

impl NativeData for Missing {}

fn classes(vm: &mut Vm) -> Rc<Classes> {
    if let Some(classes) = &vm.state::<ContextState>().classes {
        return Rc::clone(classes);
    }
    let object = vm.types.object.clone();
    let missing = vm.new_type(
        "Token.MISSING",
        "builtins",
        std::slice::from_ref(&object),
        Layout::Opaque,
    );
    let made = Classes {
        variable: vm.new_type(
            "ContextVar",
            "_contextvars",
            std::slice::from_ref(&object),
            Layout::Opaque,
        ),
        token: vm.new_type(
            "Token",
            "_contextvars",
            std::slice::from_ref(&object),
            Layout::Opaque,
        ),
        context: vm.new_type("Context", "_contextvars", &[object], Layout::Opaque),
        missing: vm.heap.new_opaque(&missing, Missing),
    };
    for class in [&made.variable, &made.token, &made.context] {
        class.set_flag(class_flags::FINAL, true);
    }
    vm.add_methods(&missing, MISSING_METHODS);
    vm.add_methods(&made.variable, VARIABLE_METHODS);
    vm.add_getsets(&made.variable, VARIABLE_GETSETS);
    vm.add_methods(&made.token, TOKEN_METHODS);
    vm.add_getsets(&made.token, TOKEN_GETSETS);
    let name = vm.intern("MISSING");
    made.token.dict.set_str(&name, made.missing.clone());
    vm.add_methods(&made.context, CONTEXT_METHODS);
    let made = Rc::new(made);
    vm.state::<ContextState>().classes = Some(Rc::clone(&made));
    made
}

fn context_with(vm: &mut Vm, entries: Value) -> Value {
    let class = classes(vm).context.clone();
    vm.heap.new_opaque(
        &class,
        ContextData {
            entries: Slot::new(entries),
            entered: Cell::new(false),
        },
    )
}

/// A new, empty Context object.
pub(crate) fn new_context(vm: &mut Vm) -> Value {
    context_with(vm, Value::NONE)
}

/// A copy of the current context, as what a new task or callback runs in; None if it is empty.
#[inline]
pub(crate) fn copy_current(vm: &mut Vm) -> Value {
    if vm.context.is_none() {
        return Value::NONE;
    }
    let entries = entries_of(&vm.context);
    if entries.is_none() {
        Value::NONE
    } else {
        context_with(vm, entries)
    }
}

/// `context` as an object: None becomes a new, empty one.
pub(crate) fn object_of(vm: &mut Vm, context: Value) -> Value {
    if context.is_none() {
        new_context(vm)
    } else {
        context
    }
}

fn entries_of(context: &Value) -> Value {
    context
        .as_data::<ContextData>()
        .map_or(Value::NONE, |data| data.entries.get())
}

fn find(entries: &Value, variable: &Value) -> Option<Value> {
    let items = entries.as_ref::<Tuple>()?.items();
    items
        .chunks_exact(2)
        .find(|pair| pair[0].is_same(variable))
        .map(|pair| pair[1].clone())
}

/// Entries with `variable` set to `value`, or without it if that is Undef.
fn with(vm: &Vm, entries: &Value, variable: &Value, value: Value) -> Value {
    let mut items = rest(entries).to_vec();
    let at = items
        .chunks_exact(2)
        .position(|pair| pair[0].is_same(variable));
    match (at, value.is_undef()) {
        (Some(at), false) => items[2 * at + 1] = value,
        (Some(at), true) => drop(items.drain(2 * at..2 * at + 2)),
        (None, false) => items.extend([variable.clone(), value]),
        (None, true) => {}
    }
    if items.is_empty() {
        Value::NONE
    } else {
        Value::object(vm.heap.new_tuple(items))
    }
}

fn expected(vm: &mut Vm, what: &str, value: &Value) -> crate::vm::Raised {
    let name = vm.short_type_name(value);
    vm.type_error(format!("expected a {what}, not '{name}'"))
}

fn variable<'a>(vm: &mut Vm, value: &'a Value) -> R<&'a VariableData> {
    value
        .as_data::<VariableData>()
        .ok_or(())
        .map_err(|()| expected(vm, "ContextVar", value))
}

fn token<'a>(vm: &mut Vm, value: &'a Value) -> R<&'a TokenData> {
    value
        .as_data::<TokenData>()
        .ok_or(())
        .map_err(|()| expected(vm, "Token", value))
}

fn context<'a>(vm: &mut Vm, value: &'a Value) -> R<&'a ContextData> {
    value
        .as_data::<ContextData>()
        .ok_or(())
        .map_err(|()| expected(vm, "Context", value))
}

fn address(value: &Value) -> usize {
    value.heap_ptr().map_or(0, |pointer| pointer.addr())
}

fn variable_new(vm: &mut Vm, args: &[Value]) -> R {
    let Some(name) = args[1].to_ref::<Str>() else {
        return Err(vm.type_error("context variable name must be a str"));
    };
    let class = classes(vm).variable.clone();
    Ok(vm.heap.new_opaque(
        &class,
        VariableData {
            name,
            default: Slot::new(args[2].clone()),
        },
    ))
}

fn variable_get(vm: &mut Vm, args: &[Value]) -> R {
    let own = variable(vm, &args[0])?;
    if let Some(value) = find(&entries_of(&vm.context), &args[0]) {
        return Ok(value);
    }
    if !args[1].is_undef() {
        return Ok(args[1].clone());
    }
    let default = own.default.get();
    if !default.is_undef() {
        return Ok(default);
    }
    let class = vm.types.lookup_error.clone();
    let error = vm.new_exception(&class, vec![args[0].clone()]);
    Err(vm.raise_value(error))
}

fn variable_set(vm: &mut Vm, args: &[Value]) -> R {
    variable(vm, &args[0])?;
    if vm.context.is_none() {
        vm.context = new_context(vm);
    }
    let entries = entries_of(&vm.context);
    let old = find(&entries, &args[0]).unwrap_or(Value::UNDEF);
    let entries = with(vm, &entries, &args[0], args[1].clone());
    let current = vm.context.clone();
    if let Some(data) = current.as_data::<ContextData>() {
        data.entries.set(entries);
    }
    let class = classes(vm).token.clone();
    let data = TokenData {
        context: Slot::new(current),
        variable: Slot::new(args[0].clone()),
        old: Slot::new(old),
        used: Cell::new(false),
    };
    Ok(vm.heap.new_opaque(&class, data))
}

fn variable_reset(vm: &mut Vm, args: &[Value]) -> R {
    variable(vm, &args[0])?;
    let Some(own) = args[1].as_data::<TokenData>() else {
        let text = vm.repr(&args[1])?;
        return Err(vm.type_error(format!(
            "expected an instance of Token, got {}",
            text.as_str()
        )));
    };
    if own.used.get() {
        let text = vm.repr(&args[1])?;
        return Err(vm.runtime_error(format!("{} has already been used once", text.as_str())));
    }
    if !own.variable.get().is_same(&args[0]) {
        let text = vm.repr(&args[1])?;
        return Err(vm.value_error(format!(
            "{} was created by a different ContextVar",
            text.as_str()
        )));
    }
    let current = vm.context.clone();
    if !own.context.get().is_same(&current) {
        let text = vm.repr(&args[1])?;
        return Err(vm.value_error(format!(
            "{} was created in a different Context",
            text.as_str()
        )));
    }
    own.used.set(true);
    let entries = with(vm, &entries_of(&current), &args[0], own.old.get());
    if let Some(data) = current.as_data::<ContextData>() {
        data.entries.set(entries);
    }
    Ok(Value::NONE)
}

fn variable_name(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::object(variable(vm, &args[0])?.name.clone()))
}

fn variable_repr(vm: &mut Vm, args: &[Value]) -> R {
    let own = variable(vm, &args[0])?;
    let name = vm.repr(&Value::object(own.name.clone()))?;
    let default = own.default.get();
    let default = if default.is_undef() {
        String::new()
    } else {
        format!("default={} ", vm.repr(&default)?.as_str())
    };
    Ok(vm.new_str(&format!(
        "<ContextVar name={} {default}at {:#x}>",
        name.as_str(),
        address(&args[0])
    )))
}

fn class_getitem(_: &mut Vm, args: &[Value]) -> R {
    Ok(args[0].clone())
}

fn token_variable(vm: &mut Vm, args: &[Value]) -> R {
    Ok(token(vm, &args[0])?.variable.get())
}

fn token_old_value(vm: &mut Vm, args: &[Value]) -> R {
    let old = token(vm, &args[0])?.old.get();
    Ok(if old.is_undef() {
        classes(vm).missing.clone()
    } else {
        old
    })
}

fn token_repr(vm: &mut Vm, args: &[Value]) -> R {
    let own = token(vm, &args[0])?;
    let used = if own.used.get() { " used" } else { "" };
    let variable = vm.repr(&own.variable.get())?;
    Ok(vm.new_str(&format!(
        "<Token{used} var={} at {:#x}>",
        variable.as_str(),
        address(&args[0])
    )))
}

fn token_enter(_: &mut Vm, args: &[Value]) -> R {
    Ok(args[0].clone())
}

fn token_exit(vm: &mut Vm, args: &[Value]) -> R {
    let variable = token(vm, &args[0])?.variable.get();
    variable_reset(vm, &[variable, args[0].clone()])
}

fn missing_repr(vm: &mut Vm, _: &[Value]) -> R {
    Ok(vm.new_str("<Token.MISSING>"))
}

fn context_new(vm: &mut Vm, args: &[Value]) -> R {
    if !rest(&args[1]).is_empty() || !vm.keywords(&args[2]).is_empty() {
        return Err(vm.type_error("Context() does not accept any arguments"));
    }
    Ok(new_context(vm))
}

fn check_enter(vm: &mut Vm, own: &ContextData, context: &Value) -> R<()> {
    // The current context counts as entered, whoever entered it.
    if own.entered.get() || vm.context.is_same(context) {
        let text = vm.repr(context)?;
        return Err(vm.runtime_error(format!(
            "cannot enter context: {} is already entered",
            text.as_str()
        )));
    }
    Ok(())
}

/// `_enter_context(context)`: it is the current one until `_leave_context` is given the result.
fn enter_context(vm: &mut Vm, args: &[Value]) -> R {
    let own = context(vm, &args[0])?;
    check_enter(vm, own, &args[0])?;
    own.entered.set(true);
    Ok(std::mem::replace(&mut vm.context, args[0].clone()))
}

fn leave_context(vm: &mut Vm, args: &[Value]) -> R {
    if !args[0].is_none() {
        context(vm, &args[0])?;
    }
    let own = std::mem::replace(&mut vm.context, args[0].clone());
    if let Some(own) = own.as_data::<ContextData>() {
        own.entered.set(false);
    }
    Ok(Value::NONE)
}

/// For `_thread`: contexts that script code enters and leaves by itself.
pub(crate) const OF_THREADS: &[Def] = &[
    def("_enter_context", enter_context, "context, /"),
    def("_leave_context", leave_context, "outer, /"),
];

fn context_run(vm: &mut Vm, args: &[Value]) -> R {
    let own = context(vm, &args[0])?;
    check_enter(vm, own, &args[0])?;
    own.entered.set(true);
    let outer = std::mem::replace(&mut vm.context, args[0].clone());
    let keywords = vm.keywords(&args[3]);
    let result = vm.call_kw(&args[1], rest(&args[2]), &keywords);
    vm.context = outer;
    own.entered.set(false);
    result
}

fn context_copy(vm: &mut Vm, args: &[Value]) -> R {
    let entries = context(vm, &args[0])?.entries.get();
    Ok(context_with(vm, entries))
}

fn key(vm: &mut Vm, value: &Value) -> R<()> {
    if value.as_data::<VariableData>().is_some() {
        return Ok(());
    }
    let text = vm.repr(value)?;
    Err(vm.type_error(format!(
        "a ContextVar key was expected, got {}",
        text.as_str()
    )))
}

fn context_get(vm: &mut Vm, args: &[Value]) -> R {
    key(vm, &args[1])?;
    let entries = context(vm, &args[0])?.entries.get();
    let default = if args[2].is_undef() {
        Value::NONE
    } else {
        args[2].clone()
    };
    Ok(find(&entries, &args[1]).unwrap_or(default))
}

fn context_getitem(vm: &mut Vm, args: &[Value]) -> R {
    key(vm, &args[1])?;
    let entries = context(vm, &args[0])?.entries.get();
    match find(&entries, &args[1]) {
        Some(value) => Ok(value),
        None => Err(vm.key_error(args[1].clone())),
    }
}

fn context_contains(vm: &mut Vm, args: &[Value]) -> R {
    key(vm, &args[1])?;
    let entries = context(vm, &args[0])?.entries.get();
    Ok(Value::bool(find(&entries, &args[1]).is_some()))
}

fn context_len(vm: &mut Vm, args: &[Value]) -> R {
    let entries = context(vm, &args[0])?.entries.get();
    Ok(Value::int(rest(&entries).len() as i64 / 2))
}

fn listed(vm: &mut Vm, value: &Value, part: fn(&Vm, &[Value]) -> Value) -> R {
    let entries = context(vm, value)?.entries.get();
    let parts = rest(&entries)
        .chunks_exact(2)
        .map(|pair| part(vm, pair))
        .collect();
    let list = Value::object(vm.heap.new_list(parts));
    vm.iter(&list)
}

fn context_keys(vm: &mut Vm, args: &[Value]) -> R {
    listed(vm, &args[0], |_, pair| pair[0].clone())
}

fn context_values(vm: &mut Vm, args: &[Value]) -> R {
    listed(vm, &args[0], |_, pair| pair[1].clone())
}

fn context_items(vm: &mut Vm, args: &[Value]) -> R {
    listed(vm, &args[0], |vm, pair| {
        Value::object(vm.heap.tuple_of(pair))
    })
}

fn context_eq(vm: &mut Vm, args: &[Value]) -> R {
    if args[1].as_data::<ContextData>().is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (left, right) = (entries_of(&args[0]), entries_of(&args[1]));
    if rest(&left).len() != rest(&right).len() {
        return Ok(Value::FALSE);
    }
    for pair in rest(&left).chunks_exact(2) {
        match find(&right, &pair[0]) {
            Some(other) if vm.eq(&pair[1], &other)? => {}
            Some(_) | None => return Ok(Value::FALSE),
        }
    }
    Ok(Value::TRUE)
}

fn copy_context(vm: &mut Vm, _: &[Value]) -> R {
    let entries = entries_of(&vm.context);
    Ok(context_with(vm, entries))
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let classes = classes(vm);
    for (name, class) in [
        ("ContextVar", &classes.variable),
        ("Token", &classes.token),
        ("Context", &classes.context),
    ] {
        globals.set_str(&vm.intern(name), Value::object(class.clone()));
    }
    Ok(())
}

const FUNCTIONS: &[Def] = &[def("copy_context", copy_context, "")];

const VARIABLE_METHODS: &[Def] = &[
    static_def("__new__", variable_new, "cls, name, /, *, default=None"),
    def("get", variable_get, "self, default=None, /"),
    def("set", variable_set, "self, value, /"),
    def("reset", variable_reset, "self, token, /"),
    def("__repr__", variable_repr, "self, /"),
    class_def("__class_getitem__", class_getitem, "cls, key, /"),
];

const VARIABLE_GETSETS: &[GetSet] = &[getter("name", variable_name)];

const TOKEN_METHODS: &[Def] = &[
    def("__enter__", token_enter, "self, /"),
    def("__exit__", token_exit, "self, type, value, traceback, /"),
    def("__repr__", token_repr, "self, /"),
    class_def("__class_getitem__", class_getitem, "cls, key, /"),
];

const TOKEN_GETSETS: &[GetSet] = &[
    getter("var", token_variable),
    getter("old_value", token_old_value),
];

const MISSING_METHODS: &[Def] = &[def("__repr__", missing_repr, "self, /")];

const CONTEXT_METHODS: &[Def] = &[
    static_def("__new__", context_new, "cls, /, *args, **kwargs"),
    def("run", context_run, "self, callable, /, *args, **kwargs"),
    def("copy", context_copy, "self, /"),
    def("get", context_get, "self, key, default=None, /"),
    def("keys", context_keys, "self, /"),
    def("values", context_values, "self, /"),
    def("items", context_items, "self, /"),
    def("__getitem__", context_getitem, "self, key, /"),
    def("__contains__", context_contains, "self, key, /"),
    def("__len__", context_len, "self, /"),
    def("__iter__", context_keys, "self, /"),
    def("__eq__", context_eq, "self, other, /"),
];
