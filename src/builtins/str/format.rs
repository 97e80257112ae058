//! `str.format` and `str.format_map`.

use super::receiver;
use crate::heap::Ref;
use crate::text::str_format::{self, AutoNumber, Chunks, Field, Root, Step};
use crate::value::{Dict, Str, Value};
use crate::vm::{Def, R, Vm, def, rest};

/// Where the values of a template come from.
struct Source<'a> {
    /// Positional arguments; None for `format_map`.
    args: Option<&'a [Value]>,
    /// The dict of keyword arguments (Undef for none), or the mapping.
    names: &'a Value,
}

/// The value of a field's root.
fn root_value(vm: &mut Vm, source: &Source<'_>, root: Root<'_>) -> R {
    match (root, source.args) {
        (Root::Index(_), None) => Err(vm.text_error(str_format::positional_in_map())),
        (Root::Index(index), Some(args)) => match args.get(index) {
            Some(value) => Ok(value.clone()),
            None => Err(vm.text_error(str_format::no_argument(index))),
        },
        (Root::Key(key), None) => {
            let key = vm.new_str(key);
            vm.get_item(source.names, &key)
        }
        (Root::Key(key), Some(_)) => {
            let names = source.names.as_ref::<Dict>();
            match names.and_then(|names| names.get_text(key)) {
                Some(value) => Ok(value),
                None => {
                    let name = vm.new_str(key);
                    Err(vm.key_error(name))
                }
            }
        }
    }
}

/// The value that a field's name leads to.
fn field_value(vm: &mut Vm, source: &Source<'_>, name: &str, auto: &mut AutoNumber) -> R {
    let (root, steps) = vm.text_value(str_format::split_name(name, auto))?;
    let mut value = root_value(vm, source, root)?;
    for step in steps {
        value = match vm.text_value(step)? {
            Step::Attribute(name) => {
                let name = vm.intern(name);
                vm.get_attr(&value, &name)?
            }
            Step::Index(index) => vm.get_item(&value, &Value::int(index as i64))?,
            Step::Key(key) => {
                let key = vm.new_str(key);
                vm.get_item(&value, &key)?
            }
        };
    }
    Ok(value)
}

/// Appends a field.
fn push_field(
    vm: &mut Vm,
    out: &mut String,
    field: &Field<'_>,
    source: &Source<'_>,
    auto: &mut AutoNumber,
    depth: u32,
) -> R<()> {
    let mut value = field_value(vm, source, field.name, auto)?;
    match field.conversion {
        None => {}
        Some('r') => value = Value::object(vm.repr(&value)?),
        Some('s') => value = Value::object(vm.str(&value)?),
        Some('a') => value = Value::object(vm.ascii(&value)?),
        Some(letter) => return Err(vm.text_error(str_format::unknown_conversion(letter))),
    }
    let mut expanded = String::new();
    let spec = if field.nested {
        push_template(vm, &mut expanded, field.spec, source, auto, depth - 1)?;
        &expanded
    } else {
        field.spec
    };
    vm.push_format(out, &value, spec)
}

/// Appends an expanded template; `depth` levels of templates in specs may follow.
fn push_template(
    vm: &mut Vm,
    out: &mut String,
    template: &str,
    source: &Source<'_>,
    auto: &mut AutoNumber,
    depth: u32,
) -> R<()> {
    if depth == 0 {
        return Err(vm.text_error(str_format::too_deep()));
    }
    for chunk in Chunks::new(template) {
        let chunk = vm.text_value(chunk)?;
        out.push_str(chunk.literal);
        if let Some(field) = &chunk.field {
            push_field(vm, out, field, source, auto, depth)?;
            vm.check_text_size(out.len())?;
        }
    }
    Ok(())
}

fn expand(vm: &mut Vm, template: &Ref<Str>, source: &Source<'_>) -> R {
    super::built(vm, |vm, out| {
        let mut auto = AutoNumber::default();
        push_template(vm, out, template.as_str(), source, &mut auto, 2)
    })
}

fn format(vm: &mut Vm, args: &[Value]) -> R {
    let template = receiver(vm, &args[0], "format")?;
    let source = Source {
        args: Some(rest(&args[1])),
        names: &args[2],
    };
    expand(vm, &template, &source)
}

fn format_map(vm: &mut Vm, args: &[Value]) -> R {
    let template = receiver(vm, &args[0], "format_map")?;
    let source = Source {
        args: None,
        names: &args[1],
    };
    expand(vm, &template, &source)
}

pub(super) const METHODS: &[Def] = &[
    def("format", format, "self, /, *args, **kwargs"),
    def("format_map", format_map, "self, mapping, /"),
];
