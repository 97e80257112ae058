//! The exception tree on a bare machine: no modules, no compiler.

use super::{code, exception, exception_group, traceback};
use crate::value::{Exception, Tuple, Value};
use crate::vm::Vm;

fn machine() -> Box<Vm> {
    let mut vm = Vm::new(100);
    exception::install(&mut vm);
    exception_group::install(&mut vm);
    traceback::install(&mut vm);
    code::install(&mut vm);
    vm
}

fn new(vm: &mut Vm, class: &str, args: &[Value]) -> Value {
    let class = class_named(vm, class);
    vm.call(&class, args).expect("the arguments are right")
}

fn class_named(vm: &mut Vm, wanted: &str) -> Value {
    if wanted == "ExceptionGroup" {
        return Value::object(exception_group::group_class(vm));
    }
    let mut found = Value::NONE;
    vm.types.each(&mut |name, class| {
        if name == wanted {
            found = Value::object(class.clone());
        }
    });
    found
}

fn told(vm: &mut Vm, exception: &Value) -> String {
    let class = vm.class_of(exception).name.get();
    let text = vm.str(exception).expect("str does not fail");
    format!("{}: {}", class.as_str(), text.as_str())
}

#[test]
fn arguments_make_the_text() {
    let mut vm = machine();
    let word = vm.new_str("k");
    let error = new(&mut vm, "KeyError", std::slice::from_ref(&word));
    assert_eq!(told(&mut vm, &error), "KeyError: 'k'");
    let error = new(&mut vm, "ValueError", std::slice::from_ref(&word));
    assert_eq!(told(&mut vm, &error), "ValueError: k");
    let shown = vm.repr(&error).expect("repr does not fail");
    assert_eq!(shown.as_str(), "ValueError('k')");
    let error = new(&mut vm, "ValueError", &[]);
    assert_eq!(told(&mut vm, &error), "ValueError: ");
}

#[test]
fn the_number_picks_the_subclass() {
    let mut vm = machine();
    let (text, file) = (vm.new_str("gone"), vm.new_str("f.txt"));
    let error = new(&mut vm, "OSError", &[Value::int(2), text, file]);
    assert_eq!(
        told(&mut vm, &error),
        "FileNotFoundError: [Errno 2] gone: 'f.txt'"
    );
    let args = error
        .as_ref::<Exception>()
        .expect("an exception")
        .args
        .get();
    assert_eq!(args.len(), 2);
    let errno = vm.get_attr_str(&error, "errno").expect("it has one");
    assert_eq!(errno.as_int(), Some(2));
}

#[test]
fn groups_are_split_and_joined() {
    let mut vm = machine();
    let (value, kind) = (
        new(&mut vm, "ValueError", &[]),
        new(&mut vm, "TypeError", &[]),
    );
    let members = Value::object(vm.heap.new_list(vec![value.clone(), kind]));
    let message = vm.new_str("two");
    let group = new(&mut vm, "BaseExceptionGroup", &[message, members]);
    assert_eq!(
        told(&mut vm, &group),
        "ExceptionGroup: two (2 sub-exceptions)"
    );
    let wanted = class_named(&mut vm, "ValueError");
    let (matched, rest) =
        (vm.hooks.split_group)(&mut vm, &group, &wanted).expect("it can be split");
    assert_eq!(
        told(&mut vm, &matched),
        "ExceptionGroup: two (1 sub-exception)"
    );
    let again = vec![matched];
    let whole = (vm.hooks.finish_groups)(&mut vm, again, rest, &group).expect("it can be joined");
    assert_eq!(
        told(&mut vm, &whole),
        "ExceptionGroup: two (2 sub-exceptions)"
    );
    let members = whole
        .as_ref::<Exception>()
        .and_then(|group| group.field("exceptions"))
        .expect("a group has members");
    let members = members.to_ref::<Tuple>().expect("they are a tuple");
    assert!(members.items()[0].is_same(&value));
    let naked = (vm.hooks.split_group)(&mut vm, &value, &wanted).expect("it can be split");
    assert_eq!(
        told(&mut vm, &naked.0),
        "ExceptionGroup:  (1 sub-exception)"
    );
    assert!(naked.1.is_none());
}

#[test]
fn uncaught_exceptions_are_told_with_their_cause() {
    let mut vm = machine();
    let word = vm.new_str("why");
    let cause = new(&mut vm, "ValueError", std::slice::from_ref(&word));
    let error = new(&mut vm, "RuntimeError", &[]);
    let name = vm.intern("__cause__");
    vm.set_attr(&error, &name, cause).expect("it can be set");
    let note = vm.new_str("noted");
    vm.call_method(&error, "add_note", &[note])
        .expect("notes are text");
    assert_eq!(
        vm.uncaught_text(&error),
        "ValueError: why\n\nThe above exception was the direct cause of the following exception:\n\n\
         RuntimeError\nnoted\n"
    );
}
