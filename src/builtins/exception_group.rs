//! `BaseExceptionGroup` and `ExceptionGroup`, and what `except*` does with them.

use std::collections::HashSet;

use super::exception::{make_of, no_keywords, this, tuple};
use super::traceback;
use crate::heap::{Header, Ref};
use crate::value::{Class, Dict, Exception, Function, Layout, List, Method, Str, Tuple, Value};
use crate::vm::{Def, GetSet, R, Vm, class_def, def, getset, static_def};

/// Gives `BaseExceptionGroup` its methods, and the machine its `except*`.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.base_exception_group.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
    group_class(vm);
    vm.hooks.split_group = split_group;
    vm.hooks.finish_groups = finish_groups;
}

/// The class `ExceptionGroup`, once made: the one built-in class with two bases.
#[derive(Default)]
struct GroupClass(Option<Ref<Class>>);

/// The class `ExceptionGroup`.
pub(crate) fn group_class(vm: &mut Vm) -> Ref<Class> {
    if let Some(class) = &vm.state::<GroupClass>().0 {
        return class.clone();
    }
    let bases = [&vm.types.base_exception_group, &vm.types.exception];
    let bases = bases.map(|base| Value::object(base.clone())).to_vec();
    let (name, dict) = (vm.intern("ExceptionGroup"), vm.heap.new_dict());
    // Made at run time in CPython, too: so it says its module to its instances.
    let (key, module) = (vm.intern("__module__"), vm.new_str("builtins"));
    dict.set_str(&key, module);
    let flags = vm.types.base_exception_group.flags.get();
    let class = vm.heap.alloc(Class::new(
        name.clone(),
        dict,
        vm.heap.new_tuple(bases.clone()),
        Value::NONE,
        Layout::Exception,
        flags,
    ));
    let rest = [&vm.types.base_exception, &vm.types.object];
    let mut mro = vec![Value::object(class.clone())];
    mro.extend(bases);
    mro.extend(rest.map(|base| Value::object(base.clone())));
    class.mro.set(vm.heap.new_tuple(mro));
    vm.builtins.set_str(&name, Value::object(class.clone()));
    vm.state::<GroupClass>().0 = Some(class.clone());
    class
}

/// Whether `value` is an exception group.
fn is_group(vm: &Vm, value: &Value) -> bool {
    value.as_ref::<Exception>().is_some_and(|exception| {
        exception
            .class
            .get()
            .is_subclass(&vm.types.base_exception_group)
    })
}

pub(super) fn new(vm: &mut Vm, args: &[Value]) -> R {
    const NAME: &str = "BaseExceptionGroup.__new__()";
    let of = vm.types.base_exception_group.clone();
    vm.check_new(&args[0], &of)?;
    let given = tuple(vm, &args[1]);
    let [message, members] = given.items() else {
        let n = given.len();
        return Err(vm.type_error(format!("{NAME} takes exactly 2 arguments ({n} given)")));
    };
    if vm.cast::<Str>(message).is_none() {
        let type_name = vm.argument_type(message);
        return Err(vm.type_error(format!("{NAME} argument 1 must be str, not {type_name}")));
    }
    let Some(class) = args[0].to_ref::<Class>() else {
        return super::exception::make(vm, &args[0], &args[1]);
    };
    if !is_sequence(vm, members) {
        return Err(vm.type_error("second argument (exceptions) must be a sequence"));
    }
    let members = vm.to_vec(members)?;
    if members.is_empty() {
        return Err(vm.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let mut has_base = false;
    for (at, member) in members.iter().enumerate() {
        let Some(member) = member.as_ref::<Exception>() else {
            return Err(vm.value_error(format!(
                "Item {at} of second argument (exceptions) is not an exception"
            )));
        };
        has_base |= !member.class.get().is_subclass(&vm.types.exception);
    }
    let class = class_for(vm, class, has_base)?;
    let value = make_of(vm, &class, given.clone());
    let exception = this(vm, &value, "__new__")?;
    exception.set_field("message", message.clone());
    exception.set_field("exceptions", Value::object(vm.heap.new_tuple(members)));
    Ok(value)
}

/// The class of the new group: `BaseExceptionGroup` of exceptions alone is an `ExceptionGroup`.
fn class_for(vm: &mut Vm, class: Ref<Class>, has_base: bool) -> R<Ref<Class>> {
    let (base_group, group) = (vm.types.base_exception_group.clone(), group_class(vm));
    if class.is(&base_group) {
        return Ok(if has_base { base_group } else { group });
    }
    if !has_base {
        return Ok(class);
    }
    if class.is(&group) {
        return Err(vm.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
    }
    if class.is_subclass(&vm.types.exception) {
        let name = class.name.get();
        return Err(vm.type_error(format!("Cannot nest BaseExceptions in '{}'", name.as_str())));
    }
    Ok(class)
}

fn is_sequence(vm: &mut Vm, value: &Value) -> bool {
    if vm.cast::<List>(value).is_some() || vm.cast::<Tuple>(value).is_some() {
        return true;
    }
    vm.cast::<Dict>(value).is_none()
        && vm
            .find_special(value, crate::value::Special::GetItem)
            .is_some()
}

fn init(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__init__")?;
    no_keywords(vm, &exception.class.get(), &args[2])?;
    exception.args.set(tuple(vm, &args[1]));
    Ok(Value::NONE)
}

fn str(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "__str__")?;
    let message = vm.str(&exception.field("message").unwrap_or(Value::NONE))?;
    let n = members(&exception).len();
    let s = if n == 1 { "" } else { "s" };
    let text = format!("{} ({n} sub-exception{s})", message.as_str());
    Ok(vm.new_str(&text))
}

fn members(group: &Ref<Exception>) -> Vec<Value> {
    let members = group.field("exceptions");
    members
        .as_ref()
        .and_then(|members| members.as_ref::<Tuple>())
        .map_or_else(Vec::new, |members| members.items().to_vec())
}

fn derive(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "derive")?;
    let message = exception.field("message").unwrap_or(Value::NONE);
    let class = Value::object(vm.types.base_exception_group.clone());
    vm.call(&class, &[message, args[1].clone()])
}

/// Which leaves of a group are wanted.
enum Matcher {
    /// Instances of a class or of one of a tuple's classes.
    Types(Vec<Ref<Class>>),
    /// What a function says of each group and leaf.
    Predicate(Value),
    /// These very leaves.
    Leaves(HashSet<*mut Header>),
}

impl Matcher {
    fn new(vm: &mut Vm, condition: &Value) -> R<Matcher> {
        let class_of = |vm: &Vm, value: &Value| {
            let class = value.to_ref::<Class>()?;
            class.is_subclass(&vm.types.base_exception).then_some(class)
        };
        if let Some(class) = class_of(vm, condition) {
            return Ok(Matcher::Types(vec![class]));
        }
        if let Some(tuple) = vm.cast::<Tuple>(condition) {
            let classes: Option<Vec<_>> = tuple
                .items()
                .iter()
                .map(|value| class_of(vm, value))
                .collect();
            if let Some(classes) = classes {
                return Ok(Matcher::Types(classes));
            }
        } else if condition.as_ref::<Function>().is_some() || condition.as_ref::<Method>().is_some()
        {
            return Ok(Matcher::Predicate(condition.clone()));
        }
        Err(vm.type_error("expected a function, exception type or tuple of exception types"))
    }

    fn matches(&self, vm: &mut Vm, exception: &Value) -> R<bool> {
        match self {
            Matcher::Types(classes) => {
                let class = vm.class_of(exception);
                Ok(classes.iter().any(|wanted| class.is_subclass(wanted)))
            }
            Matcher::Predicate(function) => {
                let result = vm.call(function, std::slice::from_ref(exception))?;
                vm.truth(&result)
            }
            Matcher::Leaves(leaves) => Ok(!is_group(vm, exception)
                && exception
                    .heap_ptr()
                    .is_some_and(|leaf| leaves.contains(&leaf))),
        }
    }
}

/// The part of `exception` that matches, and the rest if it is wanted. None for none.
fn split_by(
    vm: &mut Vm,
    exception: &Value,
    matcher: &Matcher,
    want_rest: bool,
) -> R<(Value, Value)> {
    if matcher.matches(vm, exception)? {
        return Ok((exception.clone(), Value::NONE));
    }
    let group = match exception.as_ref::<Exception>() {
        Some(group) if is_group(vm, exception) => group.clone(),
        _ => return Ok((Value::NONE, exception.clone())),
    };
    let (mut matched, mut rest) = (Vec::new(), Vec::new());
    vm.enter_native()?;
    let mut result = Ok(());
    for member in members(&group) {
        match split_by(vm, &member, matcher, want_rest) {
            Ok((yes, no)) => {
                matched.extend(Some(yes).filter(|yes| !yes.is_none()));
                rest.extend(Some(no).filter(|no| want_rest && !no.is_none()));
            }
            Err(raised) => {
                result = Err(raised);
                break;
            }
        }
    }
    vm.leave_native();
    result?;
    let matched = subset(vm, &group, matched)?;
    let rest = subset(vm, &group, rest)?;
    Ok((matched, rest))
}

/// A group like `group` of these members, as `derive` makes it; None of none.
fn subset(vm: &mut Vm, group: &Ref<Exception>, members: Vec<Value>) -> R {
    if members.is_empty() {
        return Ok(Value::NONE);
    }
    let original = Value::object(group.clone());
    let members = Value::object(vm.heap.new_list(members));
    let part = vm.call_method(&original, "derive", &[members])?;
    if !is_group(vm, &part) {
        return Err(vm.type_error("derive must return an instance of BaseExceptionGroup"));
    }
    let exception = this(vm, &part, "derive")?;
    traceback::share(vm, group, &exception);
    exception.context.set(group.context.get());
    exception.cause.set(group.cause.get());
    exception.suppress_context.set(true);
    let name = vm.intern("__notes__");
    if let Some(notes) = vm.find_attr(&original, &name)?
        && is_sequence(vm, &notes)
    {
        let notes = vm.to_vec(&notes)?;
        let notes = Value::object(vm.heap.new_list(notes));
        vm.set_attr(&part, &name, notes)?;
    }
    Ok(part)
}

fn split(vm: &mut Vm, args: &[Value]) -> R {
    let matcher = Matcher::new(vm, &args[1])?;
    let (matched, rest) = split_by(vm, &args[0], &matcher, true)?;
    Ok(Value::object(vm.heap.new_tuple(vec![matched, rest])))
}

fn subgroup(vm: &mut Vm, args: &[Value]) -> R {
    let matcher = Matcher::new(vm, &args[1])?;
    let (matched, _) = split_by(vm, &args[0], &matcher, false)?;
    Ok(matched)
}

fn class_getitem(vm: &mut Vm, args: &[Value]) -> R {
    let alias = Value::object(vm.types.generic_alias.clone());
    vm.call(&alias, args)
}

fn get_message(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "message")?;
    Ok(exception.field("message").unwrap_or(Value::NONE))
}

fn get_exceptions(vm: &mut Vm, args: &[Value]) -> R {
    let exception = this(vm, &args[0], "exceptions")?;
    Ok(exception.field("exceptions").unwrap_or(Value::NONE))
}

fn read_only(vm: &mut Vm, _: &[Value]) -> R {
    let class = vm.types.attribute_error.clone();
    Err(vm.raise(&class, "readonly attribute"))
}

/// A new group with an empty message.
fn unnamed_group(vm: &mut Vm, members: Value) -> R {
    let class = Value::object(vm.types.base_exception_group.clone());
    let message = vm.new_str("");
    vm.call(&class, &[message, members])
}

/// What `except* type` takes of `exception`, and what is left; None for nothing.
///
/// An exception that is no group comes wrapped in one. TypeError if `type` is no class of
/// exceptions (or tuple of such), or one of groups.
fn split_group(vm: &mut Vm, exception: &Value, wanted: &Value) -> R<(Value, Value)> {
    if exception.is_none() {
        return Ok((Value::NONE, Value::NONE));
    }
    let classes = classes_for_star(vm, wanted)?;
    let class = vm.class_of(exception);
    if classes.iter().any(|wanted| class.is_subclass(wanted)) {
        if is_group(vm, exception) {
            return Ok((exception.clone(), Value::NONE));
        }
        let members = Value::object(vm.heap.new_tuple(vec![exception.clone()]));
        let wrapped = unnamed_group(vm, members)?;
        return Ok((wrapped, Value::NONE));
    }
    if !is_group(vm, exception) {
        return Ok((Value::NONE, exception.clone()));
    }
    let pair = vm.call_method(exception, "split", std::slice::from_ref(wanted))?;
    let type_name = class.name.get();
    let Some(parts) = vm.cast::<Tuple>(&pair) else {
        let other = vm.type_name(&pair);
        return Err(vm.type_error(format!(
            "{}.split must return a tuple, not {other}",
            type_name.as_str()
        )));
    };
    match parts.items() {
        [matched, rest, ..] => Ok((matched.clone(), rest.clone())),
        short => Err(vm.type_error(format!(
            "{}.split must return a 2-tuple, got tuple of size {}",
            type_name.as_str(),
            short.len()
        ))),
    }
}

fn classes_for_star(vm: &mut Vm, wanted: &Value) -> R<Vec<Ref<Class>>> {
    let all = match wanted.as_ref::<Tuple>() {
        Some(tuple) => tuple.items().to_vec(),
        None => vec![wanted.clone()],
    };
    let mut classes = Vec::with_capacity(all.len());
    for value in all {
        match value.to_ref::<Class>() {
            Some(class) if class.is_subclass(&vm.types.base_exception_group) => {
                return Err(vm.type_error(
                    "catching ExceptionGroup with except* is not allowed. Use except instead.",
                ));
            }
            Some(class) if class.is_subclass(&vm.types.base_exception) => classes.push(class),
            _ => {
                return Err(vm.type_error(
                    "catching classes that do not inherit from BaseException is not allowed",
                ));
            }
        }
    }
    Ok(classes)
}

/// What is raised after the last `except*` clause; None for nothing.
///
/// `errors` are the exceptions that left the clauses, `rest` is what no clause took, `original`
/// what the `try` raised. Parts of the original that were raised again unchanged are joined with
/// the rest, in the shape of the original.
fn finish_groups(vm: &mut Vm, errors: Vec<Value>, rest: Value, original: &Value) -> R {
    let all = errors.into_iter().chain([rest]);
    let mut all = all.filter(|exception| !exception.is_none());
    if !is_group(vm, original) {
        return Ok(all.next().unwrap_or(Value::NONE));
    }
    let (mut raised, mut again) = (Vec::new(), HashSet::new());
    for exception in all {
        if same_history(&exception, original) {
            collect_leaves(vm, &exception, &mut again)?;
        } else {
            raised.push(exception);
        }
    }
    if !again.is_empty() {
        let (part, _) = split_by(vm, original, &Matcher::Leaves(again), false)?;
        raised.extend(Some(part).filter(|part| !part.is_none()));
    }
    match raised.len() {
        0 => Ok(Value::NONE),
        1 => Ok(raised.remove(0)),
        _ => {
            let members = Value::object(vm.heap.new_list(raised));
            unnamed_group(vm, members)
        }
    }
}

/// Whether traceback, cause and context are the same: then `exception` is a part of `original`
/// that was raised again as it was.
fn same_history(exception: &Value, original: &Value) -> bool {
    let (Some(one), Some(other)) = (
        exception.as_ref::<Exception>(),
        original.as_ref::<Exception>(),
    ) else {
        return false;
    };
    let (one_trace, other_trace) = (one.trace.with(Clone::clone), other.trace.with(Clone::clone));
    let same_trace = one_trace.len() == other_trace.len()
        && one_trace
            .iter()
            .zip(&other_trace)
            .all(|(a, b)| a.code.is(&b.code) && a.at == b.at);
    same_trace
        && one.cause.get().is_same(&other.cause.get())
        && one.context.get().is_same(&other.context.get())
}

fn collect_leaves(vm: &mut Vm, exception: &Value, leaves: &mut HashSet<*mut Header>) -> R<()> {
    let group = match exception.as_ref::<Exception>() {
        Some(group) if is_group(vm, exception) => group.clone(),
        _ => {
            leaves.extend(exception.heap_ptr());
            return Ok(());
        }
    };
    vm.enter_native()?;
    let mut result = Ok(());
    for member in members(&group) {
        result = collect_leaves(vm, &member, leaves);
        if result.is_err() {
            break;
        }
    }
    vm.leave_native();
    result
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, /, *args, **kwargs"),
    def("__init__", init, "self, /, *args, **kwargs"),
    def("__str__", str, "self, /"),
    class_def("__class_getitem__", class_getitem, "cls, item, /"),
    def("derive", derive, "self, excs, /"),
    def("split", split, "self, condition, /"),
    def("subgroup", subgroup, "self, condition, /"),
];

const GETSETS: &[GetSet] = &[
    getset("message", get_message, read_only),
    getset("exceptions", get_exceptions, read_only),
];
