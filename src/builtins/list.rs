//! `list`.

use super::receiver::{receiver, set_unhashable};
use super::sequence::{
    check_repeat, compare, comparisons, count as count_equal, find, find_between, may_answer,
    push_reprs, repeat_count, repeated, to_vec_or,
};
use super::slice::{Subscript, place, subscript, unpack};
use super::sort;
use crate::heap::Ref;
use crate::value::{Iter, IterState, List, Special, Value};
use crate::vm::{Comparison, Def, R, Vm, def, given, static_def};

fn this(vm: &mut Vm, args: &[Value], method: &str) -> R<Ref<List>> {
    receiver::<List>(vm, &args[0], "list", method)
}

fn list_of(vm: &Vm, items: Vec<Value>) -> R {
    Ok(Value::object(vm.heap.new_list(items)))
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    vm.check_new(&args[0], &vm.types.list.clone())?;
    let empty = Value::object(vm.heap.list_with_room(0));
    vm.wrap_new(&args[0], empty)
}

fn init(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "__init__")?;
    drop(list.edit(std::mem::take));
    if !args[1].is_undef() {
        vm.extend_list(&list, &args[1])?;
    }
    Ok(Value::NONE)
}

fn append(vm: &mut Vm, args: &[Value]) -> R {
    match args[0].as_ref::<List>() {
        Some(list) => list.push(args[1].clone()),
        None => this(vm, args, "append")?.push(args[1].clone()),
    }
    Ok(Value::NONE)
}

fn extend(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "extend")?;
    vm.extend_list(&list, &args[1])?;
    Ok(Value::NONE)
}

fn insert(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "insert")?;
    let index = if args[1].is_int() {
        args[1].raw_int()
    } else {
        vm.index(&args[1])?
    };
    list.edit(|items| {
        let len = items.len() as i64;
        let at = if index < 0 {
            (index + len).max(0)
        } else {
            index.min(len)
        };
        items.insert(at as usize, args[2].clone());
    });
    Ok(Value::NONE)
}

fn remove(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "remove")?;
    match find(vm, &list, &args[1], 0, usize::MAX)? {
        Some(at) => {
            drop(list.edit(|items| (at < items.len()).then(|| items.remove(at))));
            Ok(Value::NONE)
        }
        None => Err(vm.value_error("list.remove(x): x not in list")),
    }
}

fn pop(vm: &mut Vm, args: &[Value]) -> R {
    let index = given(args, 1);
    if let Some(list) = args[0].as_ref::<List>() {
        let popped = list.items.with_mut(|items| {
            if index.is_undef() {
                return items.pop();
            }
            let index = Some(index).filter(|index| index.is_int())?;
            let at = place(index.raw_int(), items.len())?;
            Some(items.remove(at))
        });
        if let Some(popped) = popped {
            return Ok(popped);
        }
    }
    let list = this(vm, args, "pop")?;
    if index.is_undef() {
        return match list.edit(Vec::pop) {
            Some(last) => Ok(last),
            None => Err(vm.index_error("pop from empty list")),
        };
    }
    let index = vm.index(index)?;
    let len = list.len();
    if len == 0 {
        return Err(vm.index_error("pop from empty list"));
    }
    match place(index, len) {
        Some(at) => Ok(list.edit(|items| items.remove(at))),
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn clear(vm: &mut Vm, args: &[Value]) -> R {
    crate::value::drop_backwards(this(vm, args, "clear")?.edit(std::mem::take));
    Ok(Value::NONE)
}

fn index(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "index")?;
    match find_between(vm, &list, args)? {
        Some(at) => Ok(Value::int(at as i64)),
        None => {
            let text = vm.repr(&args[1])?;
            Err(vm.value_error(format!("{} is not in list", text.as_str())))
        }
    }
}

fn count(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "count")?;
    Ok(Value::int(count_equal(vm, &list, &args[1])?))
}

fn sort(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "sort")?;
    let reverse = sort::reverse_flag(vm, given(args, 2))?;
    sort::sort_list(vm, &list, given(args, 1), reverse)?;
    Ok(Value::NONE)
}

fn reverse(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args, "reverse")?
        .items
        .with_mut(|items| items.reverse());
    Ok(Value::NONE)
}

fn copy(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "copy")?;
    list_of(vm, list.to_vec())
}

fn len(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(this(vm, args, "__len__")?.len() as i64))
}

fn get_item(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "__getitem__")?;
    match subscript(vm, &args[1], "list indices")? {
        Subscript::Index(index) => match place(index, list.len()).and_then(|at| list.get(at)) {
            Some(item) => Ok(item),
            None => Err(vm.index_error("list index out of range")),
        },
        Subscript::Slice(slice) => {
            let bounds = unpack(vm, &slice)?;
            let run = bounds.over(list.len());
            vm.check_size(run.count * size_of::<Value>())?;
            let items = list.items.with(|items| run.copy_of(items));
            list_of(vm, items)
        }
    }
}

fn set_item(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "__setitem__")?;
    match subscript(vm, &args[1], "list indices")? {
        Subscript::Index(index) => {
            let at = place(index, list.len());
            if !at.is_some_and(|at| list.set(at, args[2].clone())) {
                return Err(vm.index_error("list assignment index out of range"));
            }
        }
        Subscript::Slice(slice) => {
            let bounds = unpack(vm, &slice)?;
            let plain = bounds.over(list.len()).step == 1;
            let message = if plain {
                "can only assign an iterable"
            } else {
                "must assign iterable to extended slice"
            };
            let new = to_vec_or(vm, &args[2], message)?;
            let run = bounds.over(list.len());
            if let Some(range) = run.contiguous() {
                vm.check_room(&list, new.len().saturating_sub(run.count))?;
                let old: Vec<Value> = list.edit(|items| items.splice(range, new).collect());
                drop(old);
            } else if new.len() == run.count {
                for (at, item) in run.indices().zip(new) {
                    list.set(at, item);
                }
            } else {
                return Err(vm.value_error(format!(
                    "attempt to assign sequence of size {} to extended slice of size {}",
                    new.len(),
                    run.count
                )));
            }
        }
    }
    Ok(Value::NONE)
}

fn del_item(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "__delitem__")?;
    match subscript(vm, &args[1], "list indices")? {
        Subscript::Index(index) => match place(index, list.len()) {
            Some(at) => drop(list.edit(|items| items.remove(at))),
            None => return Err(vm.index_error("list assignment index out of range")),
        },
        Subscript::Slice(slice) => {
            let bounds = unpack(vm, &slice)?;
            let run = bounds.over(list.len());
            let old: Vec<Value> = list.edit(|items| match run.contiguous() {
                Some(range) => items.drain(range).collect(),
                None => {
                    let mut gone: Vec<usize> = run.indices().collect();
                    gone.sort_unstable();
                    let (mut old, mut gone) =
                        (Vec::with_capacity(gone.len()), gone.into_iter().peekable());
                    let all = std::mem::take(items);
                    for (at, item) in all.into_iter().enumerate() {
                        let kept = if gone.next_if_eq(&at).is_some() {
                            &mut old
                        } else {
                            &mut *items
                        };
                        kept.push(item);
                    }
                    old
                }
            });
            drop(old);
        }
    }
    Ok(Value::NONE)
}

fn contains(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "__contains__")?;
    Ok(Value::bool(
        find(vm, &list, &args[1], 0, usize::MAX)?.is_some(),
    ))
}

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "__iter__")?;
    Ok(Value::object(
        vm.heap.alloc(Iter::new(IterState::List { list, at: 0 })),
    ))
}

fn reversed(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "__reversed__")?;
    let left = list.len();
    Ok(Value::object(
        vm.heap
            .alloc(Iter::new(IterState::ListReversed { list, left })),
    ))
}

fn add(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "__add__")?;
    let Some(other) = vm.cast::<List>(&args[1]) else {
        if may_answer(vm, &args[1], Special::RAdd) {
            return Ok(Value::NOT_IMPLEMENTED);
        }
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!(
            "can only concatenate list (not \"{given}\") to list"
        )));
    };
    vm.check_size((list.len() + other.len()) * size_of::<Value>())?;
    let mut all = Vec::with_capacity(list.len() + other.len());
    list.items.with(|items| all.extend_from_slice(items));
    other.items.with(|items| all.extend_from_slice(items));
    list_of(vm, all)
}

fn mul(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "__mul__")?;
    let Some(times) = repeat_count(vm, &args[1])? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    check_repeat(vm, list.len(), times)?;
    let items = list.items.with(|items| repeated(items, times));
    list_of(vm, items)
}

fn inplace_add(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "__iadd__")?;
    vm.extend_list(&list, &args[1])?;
    Ok(args[0].clone())
}

fn inplace_mul(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "__imul__")?;
    let Some(times) = repeat_count(vm, &args[1])? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    check_repeat(vm, list.len(), times)?;
    let all = list.items.with(|items| repeated(items, times));
    drop(list.edit(|items| std::mem::replace(items, all)));
    Ok(args[0].clone())
}

fn compare_with(vm: &mut Vm, args: &[Value], op: Comparison) -> R {
    let list = this(vm, args, "__eq__")?;
    match vm.cast::<List>(&args[1]) {
        Some(other) => compare(vm, op, &list, &other),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

comparisons!(compare_with);

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let list = this(vm, args, "__repr__")?;
    if list.len() == 0 {
        return Ok(vm.new_str("[]"));
    }
    let whole = Value::object(list.clone());
    if !vm.repr_guard(&whole) {
        return Ok(vm.new_str("[...]"));
    }
    let mut out = String::from("[");
    let result = vm.enter_native().and_then(|()| {
        let result = push_reprs(vm, &mut out, &list);
        vm.leave_native();
        result
    });
    vm.repr_leave(&whole);
    result?;
    out.push(']');
    Ok(vm.new_str(&out))
}

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, /, *args, **kwargs"),
    def("__init__", init, "self, iterable=(), /"),
    def("append", append, "self, object, /"),
    def("extend", extend, "self, iterable, /"),
    def("insert", insert, "self, index, object, /"),
    def("remove", remove, "self, value, /"),
    def("pop", pop, "self, index=-1, /").bare(1),
    def("clear", clear, "self, /"),
    def(
        "index",
        index,
        "self, value, start=0, stop=9223372036854775807, /",
    )
    .bare(2),
    def("count", count, "self, value, /"),
    def("sort", sort, "self, /, *, key=None, reverse=False").bare(1),
    def("reverse", reverse, "self, /"),
    def("copy", copy, "self, /"),
    def("__len__", len, "self, /"),
    def("__getitem__", get_item, "self, index, /"),
    def("__setitem__", set_item, "self, index, value, /"),
    def("__delitem__", del_item, "self, index, /"),
    def("__contains__", contains, "self, value, /"),
    def("__iter__", iter, "self, /"),
    def("__reversed__", reversed, "self, /"),
    def("__add__", add, "self, other, /"),
    def("__mul__", mul, "self, times, /"),
    def("__rmul__", mul, "self, times, /"),
    def("__iadd__", inplace_add, "self, other, /"),
    def("__imul__", inplace_mul, "self, times, /"),
    def("__lt__", lt, "self, other, /"),
    def("__le__", le, "self, other, /"),
    def("__eq__", eq, "self, other, /"),
    def("__ne__", ne, "self, other, /"),
    def("__gt__", gt, "self, other, /"),
    def("__ge__", ge, "self, other, /"),
    def("__repr__", repr, "self, /"),
];

/// Gives `list` its methods.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.list.clone();
    vm.add_methods(&class, METHODS);
    vm.set_doc(&class, "A sequence that can be changed.");
    set_unhashable(vm, &class);
}
