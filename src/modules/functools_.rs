//! `_functools`: partial, reduce, cmp_to_key, the cache of lru_cache.

use std::cell::Cell;

use crate::heap::{Ref, Slot};
use crate::value::{Class, Dict, Layout, NativeData, Str, Tuple, Value, class_flags};
use crate::vm::{
    Caller, Comparison, Def, GetSet, R, Sink, Source, Vm, def, getter, rest, static_def,
};

use super::NativeModule;
use super::held::{CLASS_GETITEM, class_arg, or, put_class, set_unhashable, this, traced, tuple};

#[derive(Default)]
struct Classes {
    key: Option<Ref<Class>>,
    partial: Option<Ref<Class>>,
}

/// `partial`.
struct Partial {
    function: Slot<Value>,
    args: Slot<Value>,
    keywords: Slot<Value>,
}

impl NativeData for Partial {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for slot in [&self.function, &self.args, &self.keywords] {
            visit(&slot.get());
        }
    }

    fn unlink(&self) {
        for slot in [&self.function, &self.args, &self.keywords] {
            slot.set(Value::NONE);
        }
    }

    fn call_as(&self) -> Option<(Value, Value, Value)> {
        Some((self.function.get(), self.args.get(), self.keywords.get()))
    }
}

fn partial_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let given = rest(&args[1]);
    let Some((function, given)) = given.split_first() else {
        return Err(vm.type_error("type 'partial' takes at least one argument"));
    };
    if !vm.is_callable(function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let (mut function, mut all, keywords) = (function.clone(), Vec::new(), vm.heap.new_dict());
    // A partial of a partial is one.
    if let Some(inner) = function.clone().as_data::<Partial>()
        && vm.find_attr_dict(&function).is_none()
    {
        all.extend(rest(&inner.args.get()).iter().cloned());
        for (name, value) in vm.keywords(&inner.keywords.get()) {
            keywords.set_str(&name, value);
        }
        function = inner.function.get();
    }
    all.extend(given.iter().cloned());
    for (name, value) in vm.keywords(&args[2]) {
        keywords.set_str(&name, value);
    }
    let all = tuple(vm, all);
    let data = Partial {
        function: Slot::new(function),
        args: Slot::new(all),
        keywords: Slot::new(Value::object(keywords)),
    };
    Ok(vm.heap.new_opaque(&class, data))
}

fn partial_call(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Partial>(vm, args)?;
    let mut all = rest(&data.args.get()).to_vec();
    all.extend(rest(&args[1]).iter().cloned());
    let mut keywords = vm.keywords(&data.keywords.get());
    for (name, value) in vm.keywords(&args[2]) {
        match keywords
            .iter_mut()
            .find(|(other, _)| other.as_str() == name.as_str())
        {
            Some(place) => place.1 = value,
            None => keywords.push((name, value)),
        }
    }
    vm.call_kw(&data.function.get(), &all, &keywords)
}

fn partial_repr(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Partial>(vm, args)?;
    let class = vm.class_of(&args[0]);
    let name = vm.class_qualname(&class);
    let exact = vm
        .state::<Classes>()
        .partial
        .as_ref()
        .is_some_and(|partial| partial.is(&class));
    let name = if exact {
        format!("functools.{name}")
    } else {
        name
    };
    if !vm.repr_guard(&args[0]) {
        return Ok(vm.new_str("..."));
    }
    let shown = partial_parts(vm, data);
    vm.repr_leave(&args[0]);
    Ok(vm.new_str(&format!("{name}({})", shown?.join(", "))))
}

fn partial_parts(vm: &mut Vm, data: &Partial) -> R<Vec<String>> {
    let mut parts = vec![vm.repr(&data.function.get())?.as_str().to_string()];
    for value in rest(&data.args.get()).to_vec() {
        parts.push(vm.repr(&value)?.as_str().to_string());
    }
    let keywords = data.keywords.get();
    let keywords = keywords
        .as_ref::<Dict>()
        .map_or(Vec::new(), |all| all.to_vec());
    for (name, value) in keywords {
        let name = vm.str(&name)?;
        parts.push(format!("{}={}", name.as_str(), vm.repr(&value)?.as_str()));
    }
    Ok(parts)
}

fn partial_function(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this::<Partial>(vm, args)?.function.get())
}

fn partial_args(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this::<Partial>(vm, args)?.args.get())
}

fn partial_keywords(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this::<Partial>(vm, args)?.keywords.get())
}

fn partial_reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Partial>(vm, args)?;
    let (function, own, keywords) = (data.function.get(), data.args.get(), data.keywords.get());
    let class = Value::object(vm.class_of(&args[0]));
    let given = tuple(vm, vec![function.clone()]);
    let dict = vm.find_attr_dict(&args[0]);
    let state = tuple(vm, vec![function, own, keywords, dict]);
    Ok(tuple(vm, vec![class, given, state]))
}

fn partial_setstate(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Partial>(vm, args)?;
    let state = args[1]
        .as_ref::<Tuple>()
        .map_or(Vec::new(), |state| state.items().to_vec());
    let [function, own, keywords, dict] = state.as_slice() else {
        return Err(vm.type_error("invalid partial state"));
    };
    let (given, named) = (vm.cast::<Tuple>(own), vm.cast::<Dict>(keywords));
    let good = vm.is_callable(function) && (keywords.is_none() || named.is_some());
    let (Some(given), true) = (given, good) else {
        return Err(vm.type_error("invalid partial state"));
    };
    data.function.set(function.clone());
    // What subclasses of tuple and dict add is not kept.
    data.args.set(Value::object(given));
    let keywords = match named {
        Some(named) if keywords.is(crate::value::Tag::Dict) => named,
        Some(named) => named.copy(),
        None => vm.heap.new_dict(),
    };
    data.keywords.set(Value::object(keywords));
    if let Some(opaque) = args[0].as_ref::<crate::value::Opaque>() {
        let dict = vm.cast::<Dict>(dict);
        opaque.dict.set(dict.map_or(Value::NONE, Value::object));
    }
    Ok(Value::NONE)
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    let iterator = match vm.iter(&args[1]) {
        Ok(iterator) => iterator,
        Err(raised) => {
            let class = vm.types.type_error.clone();
            if vm.raised_is(&class) {
                drop(vm.take_raised());
                return Err(vm.type_error("reduce() arg 2 must support iteration"));
            }
            return Err(raised);
        }
    };
    let source = vm.source(iterator);
    let total = match args[2].is_undef() {
        true => vm.drain(&source, &mut Sink::Nothing)?,
        false => Some(args[2].clone()),
    };
    let Some(total) = total else {
        return Err(vm.type_error("reduce() of empty iterable with no initial value"));
    };
    let mut reduction = Reduction {
        source,
        total,
        item: Value::UNDEF,
    };
    vm.call_repeatedly(&args[0], 2, &mut reduction)?;
    Ok(reduction.total)
}

/// A `reduce` on its way.
struct Reduction {
    source: Source,
    total: Value,
    item: Value,
}

impl Caller for Reduction {
    fn turn(&mut self, vm: &mut Vm, result: Value) -> R {
        if !result.is_undef() {
            self.total = result;
        }
        let Some(item) = vm.drain(&self.source, &mut Sink::Nothing)? else {
            return Ok(Value::UNDEF);
        };
        self.item = item;
        Ok(std::mem::replace(&mut self.total, Value::UNDEF))
    }

    fn second(&mut self) -> Value {
        std::mem::replace(&mut self.item, Value::UNDEF)
    }
}

/// What `cmp_to_key` gives, and what calling that gives.
struct Key {
    compare: Slot<Value>,
    /// Undef for the maker of keys.
    object: Slot<Value>,
}

traced!(Key: compare, object);

fn new_key(vm: &mut Vm, compare: Value, object: Value) -> Value {
    let class = vm
        .state::<Classes>()
        .key
        .clone()
        .expect("made with the module");
    vm.heap.new_opaque(
        &class,
        Key {
            compare: Slot::new(compare),
            object: Slot::new(object),
        },
    )
}

fn cmp_to_key(vm: &mut Vm, args: &[Value]) -> R {
    Ok(new_key(vm, args[0].clone(), Value::UNDEF))
}

fn key_call(vm: &mut Vm, args: &[Value]) -> R {
    let compare = this::<Key>(vm, args)?.compare.get();
    Ok(new_key(vm, compare, args[1].clone()))
}

fn key_object(vm: &mut Vm, args: &[Value]) -> R {
    let object = this::<Key>(vm, args)?.object.get();
    if object.is_undef() {
        Err(vm.attribute_error_plain("object"))
    } else {
        Ok(object)
    }
}

fn key_compare(vm: &mut Vm, args: &[Value], op: Comparison) -> R {
    let own = this::<Key>(vm, args)?;
    let Some(other) = args[1].as_data::<Key>() else {
        return Err(vm.type_error("other argument must be K instance"));
    };
    let result = vm.call(&own.compare.get(), &[own.object.get(), other.object.get()])?;
    vm.rich_compare(op, &result, &Value::int(0))
}

fn key_eq(vm: &mut Vm, args: &[Value]) -> R {
    key_compare(vm, args, Comparison::Eq)
}

fn key_ne(vm: &mut Vm, args: &[Value]) -> R {
    key_compare(vm, args, Comparison::Ne)
}

fn key_lt(vm: &mut Vm, args: &[Value]) -> R {
    key_compare(vm, args, Comparison::Lt)
}

fn key_le(vm: &mut Vm, args: &[Value]) -> R {
    key_compare(vm, args, Comparison::Le)
}

fn key_gt(vm: &mut Vm, args: &[Value]) -> R {
    key_compare(vm, args, Comparison::Gt)
}

fn key_ge(vm: &mut Vm, args: &[Value]) -> R {
    key_compare(vm, args, Comparison::Ge)
}

/// The wrapper that `lru_cache` makes: results by arguments, oldest use first.
struct Cached {
    function: Slot<Value>,
    results: Slot<Value>,
    /// None for no limit.
    maxsize: Option<usize>,
    typed: bool,
    hits: Cell<i64>,
    misses: Cell<i64>,
    info: Slot<Value>,
}

traced!(Cached: function, results, info);

fn cached_new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    if !vm.is_callable(&args[1]) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let maxsize = if args[2].is_none() {
        None
    } else {
        if !vm.plain(&args[2]).is_integer() {
            return Err(vm.type_error("maxsize should be integer or None"));
        }
        let size = vm.index_value(&args[2])?;
        let Some(size) = size.as_int() else {
            let message = format!(
                "cannot fit '{}' into an index-sized integer",
                vm.type_name(&args[2])
            );
            return Err(vm.overflow_error(message));
        };
        Some(usize::try_from(size).unwrap_or(0))
    };
    let typed = vm.truth(&args[3])?;
    let results = Value::object(vm.heap.new_dict());
    let data = Cached {
        function: Slot::new(args[1].clone()),
        results: Slot::new(results),
        maxsize,
        typed,
        hits: Cell::new(0),
        misses: Cell::new(0),
        info: Slot::new(or(&args[4], Value::NONE)),
    };
    Ok(vm.heap.new_opaque(&class, data))
}

/// The key of a call: its one argument if that is a str or an int, else a tuple of everything.
fn call_key(vm: &mut Vm, data: &Cached, args: &[Value], keywords: &[(Ref<Str>, Value)]) -> Value {
    if let [one] = args
        && keywords.is_empty()
        && !data.typed
        && (one.is_int() || one.is(crate::value::Tag::Str))
    {
        return one.clone();
    }
    let mut parts = args.to_vec();
    if !keywords.is_empty() {
        // A value no script can hold stands between the two kinds.
        parts.push(Value::YIELD_NOW);
        for (name, value) in keywords {
            parts.push(Value::object(name.clone()));
            parts.push(value.clone());
        }
    }
    if data.typed {
        for value in args.iter().chain(keywords.iter().map(|(_, value)| value)) {
            parts.push(Value::object(vm.class_of(value)));
        }
    }
    tuple(vm, parts)
}

fn cached_call(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Cached>(vm, args)?;
    let given = rest(&args[1]);
    let keywords = vm.keywords(&args[2]);
    let function = data.function.get();
    if data.maxsize == Some(0) {
        data.misses.set(data.misses.get() + 1);
        return vm.call_kw(&function, given, &keywords);
    }
    let key = call_key(vm, data, given, &keywords);
    let Some(results) = data.results.get().to_ref::<Dict>() else {
        return vm.call_kw(&function, given, &keywords);
    };
    let hash = vm.hash(&key)?;
    if let Some(at) = vm.dict_find(&results, &key, hash)?
        && let Some(value) = results.value_at(at)
    {
        data.hits.set(data.hits.get() + 1);
        if data.maxsize.is_some() && at + 1 < results.end() {
            // Used now: it moves to the end, where the newest are.
            let (key, _) = results.remove_at(at);
            results.insert_new(hash, key, value.clone());
        }
        return Ok(value);
    }
    data.misses.set(data.misses.get() + 1);
    let value = vm.call_kw(&function, given, &keywords)?;
    let known = vm.dict_find(&results, &key, hash)?;
    if known.is_none() {
        if let Some(maxsize) = data.maxsize
            && results.len() >= maxsize
            && let Some((oldest, _, _)) = results.next_entry(0)
        {
            drop(results.remove_at(oldest));
        }
        results.insert_new(hash, key, value.clone());
    }
    Ok(value)
}

fn cached_get(vm: &mut Vm, args: &[Value]) -> R {
    if args[1].is_none() {
        return Ok(args[0].clone());
    }
    let method = crate::value::Method {
        function: args[0].clone(),
        object: args[1].clone(),
    };
    Ok(Value::object(vm.heap.alloc(method)))
}

#[derive(Default)]
struct InfoClass(Option<Ref<Class>>);

fn cache_info(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Cached>(vm, args)?;
    let size = data
        .results
        .get()
        .as_ref::<Dict>()
        .map_or(0, |results| results.len());
    let maxsize = data
        .maxsize
        .map_or(Value::NONE, |maxsize| Value::int(maxsize as i64));
    let values = vec![
        Value::int(data.hits.get()),
        Value::int(data.misses.get()),
        maxsize,
        Value::int(size as i64),
    ];
    let class = match vm.state::<InfoClass>().0.clone() {
        Some(class) => class,
        None => {
            let class = super::structseq::make(
                vm,
                "CacheInfo",
                "functools",
                &["hits", "misses", "maxsize", "currsize"],
            );
            super::structseq::plain_name(vm, &class);
            vm.state::<InfoClass>().0 = Some(class.clone());
            class
        }
    };
    Ok(super::structseq::instance(vm, &class, values))
}

fn cache_clear(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Cached>(vm, args)?;
    data.hits.set(0);
    data.misses.set(0);
    let fresh = Value::object(vm.heap.new_dict());
    data.results.set(fresh);
    Ok(Value::NONE)
}

fn cached_self(_: &mut Vm, args: &[Value]) -> R {
    Ok(args[0].clone())
}

fn cached_repr(vm: &mut Vm, args: &[Value]) -> R {
    let class = vm.class_of(&args[0]);
    let name = vm.class_qualname(&class);
    Ok(vm.new_str(&format!(
        "<functools.{name} object at 0x{:012x}>",
        args[0].raw_bits()
    )))
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let partial = vm.new_type("partial", "functools", &[], Layout::Opaque);
    partial.set_flag(class_flags::OWN_DICT, true);
    vm.add_methods(&partial, PARTIAL);
    vm.add_getsets(&partial, PARTIAL_GETSETS);
    put_class(globals, &partial);
    let key = vm.new_type("KeyWrapper", "functools", &[], Layout::Opaque);
    vm.add_methods(&key, KEY);
    vm.add_getsets(&key, &[getter("obj", key_object)]);
    set_unhashable(vm, &key);
    let cached = vm.new_type("_lru_cache_wrapper", "functools", &[], Layout::Opaque);
    cached.set_flag(class_flags::OWN_DICT, true);
    vm.add_methods(&cached, CACHED);
    put_class(globals, &cached);
    super::held::put(vm, globals, "_lru_cache", Value::object(cached));
    let classes = vm.state::<Classes>();
    classes.key = Some(key);
    classes.partial = Some(partial);
    Ok(())
}

const PARTIAL_GETSETS: &[GetSet] = &[
    getter("func", partial_function),
    getter("args", partial_args),
    getter("keywords", partial_keywords),
];

const PARTIAL: &[Def] = &[
    static_def("__new__", partial_new, "cls, /, *args, **keywords"),
    def("__call__", partial_call, "self, /, *args, **keywords"),
    def("__repr__", partial_repr, "self, /"),
    def("__reduce__", partial_reduce, "self, /"),
    def("__setstate__", partial_setstate, "self, state, /"),
    CLASS_GETITEM,
];

const KEY: &[Def] = &[
    def("__call__", key_call, "self, obj"),
    def("__eq__", key_eq, "self, other, /"),
    def("__ne__", key_ne, "self, other, /"),
    def("__lt__", key_lt, "self, other, /"),
    def("__le__", key_le, "self, other, /"),
    def("__gt__", key_gt, "self, other, /"),
    def("__ge__", key_ge, "self, other, /"),
];

const CACHED: &[Def] = &[
    static_def(
        "__new__",
        cached_new,
        "cls, user_function, maxsize, typed, cache_info_type=None",
    ),
    def("__call__", cached_call, "self, /, *args, **kwds"),
    def("__get__", cached_get, "self, instance, owner=None, /"),
    def("cache_info", cache_info, "self, /"),
    def("cache_clear", cache_clear, "self, /"),
    def("__copy__", cached_self, "self, /"),
    def("__deepcopy__", cached_self, "self, memo, /"),
    def("__repr__", cached_repr, "self, /"),
];

const FUNCTIONS: &[Def] = &[
    def("reduce", reduce, "function, iterable, initial=None, /"),
    def("cmp_to_key", cmp_to_key, "mycmp"),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "_functools",
    functions: FUNCTIONS,
    setup: Some(setup),
};
