//! `min` and `max`.

use crate::value::hash::native_less;
use crate::value::{DictPart, List, Opaque, Value};
use crate::vm::{Caller, Comparison, Def, R, Sink, Source, Vm, def, rest};

fn min(vm: &mut Vm, args: &[Value]) -> R {
    extreme(vm, args, Comparison::Lt, "min")
}

fn max(vm: &mut Vm, args: &[Value]) -> R {
    extreme(vm, args, Comparison::Gt, "max")
}

fn min_of(vm: &mut Vm, args: &[Value]) -> R {
    extreme_of(vm, args, Comparison::Lt, "min")
}

fn max_of(vm: &mut Vm, args: &[Value]) -> R {
    extreme_of(vm, args, Comparison::Gt, "max")
}

/// The same of arguments by position: all of several, or the items of one.
fn extreme_of(vm: &mut Vm, args: &[Value], op: Comparison, name: &str) -> R {
    match args {
        [] => Err(vm.type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] => of_iterable(vm, iterable, &Value::UNDEF, &Value::UNDEF, op, name),
        [first, rest @ ..] => {
            let mut best = first;
            for item in rest {
                if better(vm, op, item, best)? {
                    best = item;
                }
            }
            Ok(best.clone())
        }
    }
}

/// Whether `item` stands before `best` in this order.
fn better(vm: &mut Vm, op: Comparison, item: &Value, best: &Value) -> R<bool> {
    let (a, b) = match op {
        Comparison::Lt => (item, best),
        _ => (best, item),
    };
    if let Some(less) = native_less(a, b) {
        return Ok(less);
    }
    let answer = vm.rich_compare(op, item, best)?;
    vm.truth(&answer)
}

fn extreme(vm: &mut Vm, args: &[Value], op: Comparison, name: &str) -> R {
    let (given, key, default) = (rest(&args[0]), &args[1], &args[2]);
    let walked = match given {
        [] => return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] => iterable,
        _ if !default.is_undef() => {
            return Err(vm.type_error(format!(
                "Cannot specify a default for {name}() with multiple positional arguments"
            )));
        }
        _ => &args[0],
    };
    of_iterable(vm, walked, key, default, op, name)
}

/// How many ints come first, and the best of them.
fn best_int(items: &[Value], op: Comparison) -> (usize, Option<i64>) {
    let ints = items.iter().take_while(|item| item.is_int());
    let ints = ints.map(Value::raw_int);
    ints.fold((0, None), |(count, best), int| {
        let better = match best {
            Some(best) if op == Comparison::Lt => int < best,
            Some(best) => int > best,
            None => true,
        };
        (count + 1, if better { Some(int) } else { best })
    })
}

/// The search for the best item by a key.
struct Ranking {
    source: Source,
    op: Comparison,
    /// Whose key is asked.
    item: Value,
    /// The best so far, and its key.
    best: Option<(Value, Value)>,
}

impl Caller for Ranking {
    fn turn(&mut self, vm: &mut Vm, rank: Value) -> R {
        if !rank.is_undef() {
            let item = std::mem::replace(&mut self.item, Value::UNDEF);
            let replace = match &self.best {
                Some((_, best)) => better(vm, self.op, &rank, best)?,
                None => true,
            };
            if replace {
                self.best = Some((item, rank));
            }
        }
        let next = vm.drain(&self.source, &mut Sink::Nothing)?;
        self.item = next.unwrap_or(Value::UNDEF);
        Ok(self.item.clone())
    }
}

fn of_iterable(
    vm: &mut Vm,
    walked: &Value,
    key: &Value,
    default: &Value,
    op: Comparison,
    name: &str,
) -> R {
    let has_key = !(key.is_undef() || key.is_none());
    if !has_key
        && let Some(list) = walked.to_ref::<List>()
        && let Some(mut best) = list.get(0)
    {
        // The ints that come first are compared where they lie.
        let (count, found) = list.items.with(|items| best_int(items, op));
        if let Some(found) = found {
            best = Value::int(found);
        }
        let mut at = count.max(1);
        while let Some(item) = list.get(at) {
            if better(vm, op, &item, &best)? {
                best = item;
            }
            at += 1;
        }
        return Ok(best);
    }
    if !has_key
        && let Some((dict, DictPart::Values)) = walked
            .as_ref::<Opaque>()
            .and_then(|opaque| opaque.dict_part())
    {
        // Ints, of which none can change the dict.
        let values = dict.collect(0, |_, value| value.clone());
        if let (count, Some(best)) = best_int(&values, op)
            && count == values.len()
        {
            return Ok(Value::int(best));
        }
    }
    let iterator = vm.iter(walked)?;
    let source = vm.source(iterator);
    if !has_key && let Some(first) = vm.drain(&source, &mut Sink::Nothing)? {
        let keep = match op {
            Comparison::Lt => Sink::Least,
            _ => Sink::Greatest,
        };
        let mut sink = keep(first);
        loop {
            let item = vm.drain(&source, &mut sink)?;
            let (Sink::Least(best) | Sink::Greatest(best)) = &mut sink else {
                unreachable!("a sink stays what it is");
            };
            match item {
                Some(item) if better(vm, op, &item, best)? => *best = item,
                Some(_) => {}
                None => return Ok(best.clone()),
            }
            vm.tick()?;
        }
    }
    let mut ranking = Ranking {
        source,
        op,
        item: Value::UNDEF,
        best: None,
    };
    if has_key {
        vm.call_repeatedly(key, 1, &mut ranking)?;
    }
    match ranking.best {
        Some((item, _)) => Ok(item),
        None if !default.is_undef() => Ok(default.clone()),
        None => Err(vm.value_error(format!("{name}() arg is an empty sequence"))),
    }
}

pub(crate) const FUNCTIONS: &[Def] = &[
    def("min", min, "*args, key=None, default=None").spread(min_of),
    def("max", max, "*args, key=None, default=None").spread(max_of),
];
