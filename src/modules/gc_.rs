//! `gc`: the collector of cycles.

use crate::heap::Ref;
use crate::value::{Dict, Special, Value, census};
use crate::vm::{Def, R, Vm, def, rest};

use super::NativeModule;
use super::held::{put, tuple};

/// What `gc` keeps.
struct Collector {
    enabled: bool,
    threshold: [i64; 3],
    collections: i64,
    collected: i64,
}

impl Default for Collector {
    fn default() -> Collector {
        Collector {
            enabled: true,
            threshold: [700, 10, 10],
            collections: 0,
            collected: 0,
        }
    }
}

fn collect(vm: &mut Vm, args: &[Value]) -> R {
    if !args[0].is_undef() {
        let generation = vm.index(&args[0])?;
        if !(0..=2).contains(&generation) {
            return Err(vm.value_error("invalid generation"));
        }
    }
    let found = vm.collect_garbage();
    let state = vm.state::<Collector>();
    state.collections += 1;
    state.collected += found as i64;
    Ok(Value::int(found as i64))
}

fn set_enabled(vm: &mut Vm, on: bool) {
    let state = vm.state::<Collector>();
    state.enabled = on;
    let threshold = if on && state.threshold[0] > 0 {
        state.threshold[0] as usize
    } else {
        usize::MAX
    };
    vm.heap.set_threshold(threshold);
}

fn enable(vm: &mut Vm, _: &[Value]) -> R {
    set_enabled(vm, true);
    Ok(Value::NONE)
}

fn disable(vm: &mut Vm, _: &[Value]) -> R {
    set_enabled(vm, false);
    Ok(Value::NONE)
}

fn isenabled(vm: &mut Vm, _: &[Value]) -> R {
    Ok(Value::bool(vm.state::<Collector>().enabled))
}

fn get_threshold(vm: &mut Vm, _: &[Value]) -> R {
    let threshold = vm.state::<Collector>().threshold;
    Ok(tuple(vm, threshold.map(Value::int).to_vec()))
}

fn set_threshold(vm: &mut Vm, args: &[Value]) -> R {
    for (at, given) in args.iter().enumerate().take(3) {
        if !given.is_undef() {
            let threshold = vm.index(given)?;
            vm.state::<Collector>().threshold[at] = threshold;
        }
    }
    let on = vm.state::<Collector>().enabled;
    set_enabled(vm, on);
    Ok(Value::NONE)
}

fn get_count(vm: &mut Vm, _: &[Value]) -> R {
    let live = vm.heap.live() as i64;
    Ok(tuple(
        vm,
        vec![Value::int(live % 700), Value::int(0), Value::int(0)],
    ))
}

fn get_stats(vm: &mut Vm, _: &[Value]) -> R {
    let state = vm.state::<Collector>();
    let (collections, collected) = (state.collections, state.collected);
    let mut rows = Vec::new();
    for generation in 0..3 {
        let dict = vm.heap.new_dict();
        let (collections, collected) = if generation == 2 {
            (collections, collected)
        } else {
            (0, 0)
        };
        for (name, value) in [
            ("collections", collections),
            ("collected", collected),
            ("uncollectable", 0),
        ] {
            put(vm, &dict, name, Value::int(value));
        }
        rows.push(Value::object(dict));
    }
    Ok(Value::object(vm.heap.new_list(rows)))
}

fn is_tracked(_: &mut Vm, args: &[Value]) -> R {
    use crate::value::Tag::{BigInt, Bytes, Str};
    Ok(Value::bool(
        args[0].is_heap() && !matches!(args[0].tag(), Str | Bytes | BigInt),
    ))
}

fn is_finalized(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(vm.is_finalised(&args[0])))
}

fn get_objects(vm: &mut Vm, args: &[Value]) -> R {
    let of_one = !args[0].is_none() && !args[0].is_undef();
    if of_one && vm.find_special(&args[0], Special::Index).is_none() {
        let type_name = vm.type_name(&args[0]);
        return Err(vm.type_error(format!(
            "argument should be integer or None, not '{type_name}'"
        )));
    }
    let generation = if of_one { vm.index(&args[0])? } else { -1 };
    let refused = match generation {
        3.. => "must be less than the number of available generations (3)",
        ..-1 => "cannot be negative",
        // There is one generation, and it is the last.
        0 | 1 => return Ok(Value::object(vm.heap.new_list(Vec::new()))),
        -1 | 2 => "",
    };
    if !refused.is_empty() {
        return Err(vm.value_error(format!("generation parameter {refused}")));
    }
    let all = census::objects(&vm.heap);
    Ok(Value::object(vm.heap.new_list(all)))
}

fn get_referents(vm: &mut Vm, args: &[Value]) -> R {
    let all = census::objects(&vm.heap);
    let of = rest(&args[0]).iter();
    let found = of.flat_map(|of| census::referents(of, &all)).collect();
    Ok(Value::object(vm.heap.new_list(found)))
}

fn get_referrers(vm: &mut Vm, args: &[Value]) -> R {
    let mut all = census::objects(&vm.heap);
    // The tuple of the arguments is ours.
    all.retain(|object| !object.is_same(&args[0]));
    let found = census::referrers(rest(&args[0]), &all);
    Ok(Value::object(vm.heap.new_list(found)))
}

fn set_debug(vm: &mut Vm, args: &[Value]) -> R {
    if vm.index(&args[0])? != 0 {
        let message = "this collector prints no statistics and keeps no garbage";
        return Err(vm.not_implemented_error(message));
    }
    Ok(Value::NONE)
}

fn nothing(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

fn zero(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::int(0))
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    for name in ["garbage", "callbacks"] {
        let list = Value::object(vm.heap.new_list(Vec::new()));
        put(vm, globals, name, list);
    }
    for (name, value) in [
        ("DEBUG_STATS", 1),
        ("DEBUG_COLLECTABLE", 2),
        ("DEBUG_UNCOLLECTABLE", 4),
        ("DEBUG_SAVEALL", 32),
        ("DEBUG_LEAK", 38),
    ] {
        put(vm, globals, name, Value::int(value));
    }
    Ok(())
}

const FUNCTIONS: &[Def] = &[
    def("enable", enable, ""),
    def("disable", disable, ""),
    def("isenabled", isenabled, ""),
    def("collect", collect, "generation=2"),
    def("get_threshold", get_threshold, ""),
    def(
        "set_threshold",
        set_threshold,
        "threshold0, threshold1=10, threshold2=10, /",
    ),
    def("get_count", get_count, ""),
    def("get_stats", get_stats, ""),
    def("get_debug", zero, ""),
    def("set_debug", set_debug, "flags, /"),
    def("is_tracked", is_tracked, "obj, /"),
    def("is_finalized", is_finalized, "obj, /"),
    def("get_objects", get_objects, "generation=None"),
    def("get_referrers", get_referrers, "*objs"),
    def("get_referents", get_referents, "*objs"),
    def("freeze", nothing, ""),
    def("unfreeze", nothing, ""),
    def("get_freeze_count", zero, ""),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "gc",
    functions: FUNCTIONS,
    setup: Some(setup),
};
