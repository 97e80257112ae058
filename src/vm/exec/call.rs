//! Calls that the run loop does not finish by itself; functions.

use super::attr::{Found, find, find_method};
use crate::bytecode::Op;
use crate::heap::Slot;
use crate::value::{
    Cache, CacheKind, CodeObject, Coroutine, Dict, Function, GlobalCell, Instance, List, Module,
    Special, Tag, Tuple, Value,
};
use crate::vm::marks::{BINARY, REPEAT, unmarked};
use crate::vm::regs::{Window, pop_frame, store};
use crate::vm::{R, Vm};

/// The code of a function, without counting.
#[inline(always)]
pub(in crate::vm) fn code_of(function: &Function) -> *const CodeObject {
    crate::vm::regs::slot_target(&function.code)
}

/// Whether arguments that fit the count need no binding.
#[inline(always)]
pub(in crate::vm) fn takes_as_given(code: &CodeObject) -> bool {
    code.all_positional.get()
}

#[inline(never)]
pub(in crate::vm) fn call(vm: &mut Vm, op: Op) -> R<()> {
    let Op::Call { n, a, dst } = op else {
        return Ok(());
    };
    let callee = vm.take_register(a.0);
    let window = vm.register_window(a.0 + 1, usize::from(n.0));
    let dst = vm.register(dst.0);
    if let Some(function) = callee.as_ref::<Function>() {
        return vm.enter_function(function, window, &[], dst);
    }
    vm.enter_call(callee, window, &[], dst)
}

#[inline(never)]
pub(in crate::vm) fn call_global(vm: &mut Vm, op: Op) -> R<()> {
    let Op::CallGlobal { n, a, dst, global } = op else {
        return Ok(());
    };
    let global_value = &vm.running_code().globals[usize::from(global.0)].value;
    let window = vm.register_window(a.0 + 1, usize::from(n.0));
    if global_value.with(|callee| callee.is(Tag::Function)) {
        let place = vm.register(dst.0);
        return global_value.with(|callee| match callee.as_ref::<Function>() {
            Some(function) => vm.enter_function(function, window, &[], place),
            None => Ok(()),
        });
    }
    let mut callee = global_value.get();
    if callee.is_undef() {
        let cell = vm.code().globals[usize::from(global.0)].clone();
        match vm.builtins.get_str(cell.name()) {
            Some(builtin) => callee = builtin,
            None => {
                window.clear();
                return Err(vm.name_error(cell.name().as_str()));
            }
        }
    }
    let dst = vm.register(dst.0);
    if callee.as_native() == Some(vm.known.next)
        && (1..=2).contains(&window.count)
        && let Some(generator) = window.values()[0].as_ref::<Coroutine>()
        && crate::vm::sent::can_be_sent(generator, &Value::NONE)
        && vm.stack.has_frame()
    {
        let generator = generator.clone();
        return vm.enter_generator(&generator, Value::NONE, dst);
    }
    if vm.has_threads
        && callee.as_native() == Some(vm.known.next)
        && window.count == 1
        && window.values()[0].is(Tag::Instance)
        && let Some(next) = vm.find_special(&window.values()[0].clone(), Special::Next)
        && let Some(function) = next.as_ref::<Function>()
    {
        return vm.enter_function(function, window, &[], dst);
    }
    vm.enter_call(callee, window, &[], dst)
}

#[inline(never)]
pub(in crate::vm) fn call_local(vm: &mut Vm, op: Op) -> R<()> {
    let Op::CallLocal { n, a, dst, func } = op else {
        return Ok(());
    };
    let callee = vm.peek(func.0);
    let window = vm.register_window(a.0 + 1, usize::from(n.0));
    let dst = vm.register(dst.0);
    vm.enter_call(callee, window, &[], dst)
}

#[inline(never)]
pub(in crate::vm) fn call_method(vm: &mut Vm, op: Op) -> R<()> {
    let Op::CallMethod { n, a, dst, cache } = op else {
        return Ok(());
    };
    let code = vm.running_code();
    let cache = &code.caches[usize::from(cache.0)];
    let all = vm.register_window(a.0 + 1, usize::from(n.0) + 1);
    let dst = vm.register(dst.0);
    if let Some(callee) = kept(all) {
        return vm.enter_call(callee, all.without_first(), &[], dst);
    }
    if matches!(cache.kind.get(), CacheKind::Native | CacheKind::Send)
        && cache.epoch.get() == vm.heap.class_epoch.get()
    {
        let id = vm.cache_id(&all.values()[0]);
        if id != 0 && id == cache.id.get() {
            let native = cache.pointer.get().addr() as u32;
            return vm.enter_native_call(native, all, &[], dst);
        }
    }
    if let Some(module) = all.values()[0].as_ref::<Module>()
        && cache.kind.get() == CacheKind::Global
        && cache.id.get() == module.id
        && let Some(callee) = cache
            .held
            .with(|cell| cell.as_ref::<GlobalCell>().and_then(|cell| cell.get()))
    {
        return vm.enter_call(callee, all.without_first(), &[], dst);
    }
    if let Some(known) = find(vm, cache, &all.values()[0]) {
        let kind = known.kind.get();
        let is_function = known.held.with(|held| held.is(Tag::Function));
        let arguments = match kind {
            CacheKind::NativeMethod => {
                let native = known.held.with(Value::as_native);
                let native = native.expect("the kind says so");
                return vm.enter_native_call(native, all, &[], dst);
            }
            CacheKind::Function => Some(all),
            CacheKind::ClassMethod if is_function => {
                let class = all.values()[0].as_ref::<Instance>().map(|it| it.class());
                if let Some(class) = class {
                    all.set_at(0, Value::object(class));
                }
                Some(all)
            }
            CacheKind::Held if is_function => Some(all.without_first()),
            _ => None,
        };
        if let Some(arguments) = arguments {
            return known
                .held
                .with(|function| match function.as_ref::<Function>() {
                    Some(function) => vm.enter_function(function, arguments, &[], dst),
                    None => Ok(()),
                });
        }
    }
    call_found(vm, cache, all, &[], dst)
}

/// What `call_method` on this window will call, before its arguments are evaluated: a missing method is noticed now, and an
/// object that no cache can hold is kept.
#[inline(never)]
pub(in crate::vm) fn find_ahead(vm: &mut Vm, op: Op) -> R<()> {
    let Op::FindMethod { a, cache } = op else {
        return Ok(());
    };
    let code = vm.running_code();
    let cache = &code.caches[usize::from(cache.0)];
    let window = vm.register_window(a.0 + 1, 1);
    let object = &window.values()[0];
    let id = match object.as_ref::<Instance>() {
        Some(instance)
            if matches!(
                cache.kind.get(),
                CacheKind::Function | CacheKind::NativeMethod
            ) =>
        {
            instance.shape_id()
        }
        None if matches!(
            cache.kind.get(),
            CacheKind::Native
                | CacheKind::Append
                | CacheKind::Get
                | CacheKind::AddKey
                | CacheKind::Send
        ) =>
        {
            vm.cache_id(object)
        }
        _ => 0,
    };
    if id != 0 && id == cache.id.get() && cache.epoch.get() == vm.heap.class_epoch.get() {
        return Ok(());
    }
    let object = object.clone();
    if let Found::Bound(mut callee) = find_method(vm, &object, cache)? {
        // What is no object may be left over in the register: such a callee is wrapped.
        if !callee.is_heap() || callee.is(Tag::Tuple) {
            callee = Value::object(vm.heap.tuple_of(&[callee]));
        }
        window.set_at(-1, callee);
        if let Some(module) = object.as_ref::<Module>()
            && cache.kind.get() == CacheKind::Global
            && cache.id.get() == module.id
        {
            cache.kind.set(CacheKind::Ahead);
        }
    }
    Ok(())
}

/// Calls what `find_ahead`, or its short form in the run loop, read of a module.
#[inline(never)]
pub(in crate::vm) fn call_ahead(vm: &mut Vm, op: Op) -> R<()> {
    let Op::CallMethod { n, a, dst, .. } = op else {
        return Ok(());
    };
    let callee = vm.take_register(a.0);
    let callee = match callee.as_ref::<Tuple>() {
        Some(wrapped) => wrapped.items().first().cloned().unwrap_or(Value::NONE),
        None => callee,
    };
    let window = vm.register_window(a.0 + 2, usize::from(n.0));
    let dst = vm.register(dst.0);
    vm.enter_call(callee, window, &[], dst)
}

/// What `find_ahead` has kept for the call of the first value of `all`.
fn kept(all: Window) -> Option<Value> {
    let callee = all.with_callee();
    let callee = callee.values()[0].is_heap().then(|| callee.take(0))?;
    match callee.as_ref::<Tuple>() {
        Some(wrapped) => wrapped.items().first().cloned(),
        None => Some(callee),
    }
}

/// Looks the method of the first value of `all` up, and calls it with the others.
fn call_found(vm: &mut Vm, cache: &Cache, all: Window, names: &[Value], dst: *mut Value) -> R<()> {
    let object = all.values()[0].clone();
    match find_method(vm, &object, cache) {
        Ok(Found::Unbound(function)) => vm.enter_call(function, all, names, dst),
        Ok(Found::Of(function, of)) => {
            all.set_at(0, of);
            drop(object);
            vm.enter_call(function, all, names, dst)
        }
        Ok(Found::Bound(callee)) => {
            drop(object);
            vm.enter_call(callee, all.without_first(), names, dst)
        }
        Err(raised) => {
            all.clear();
            Err(raised)
        }
    }
}

/// The names of the keyword arguments at the end of a window.
fn keyword_names<'a>(vm: &Vm, names: u16) -> &'a [Value] {
    vm.running_code().consts[usize::from(names)]
        .as_ref::<Tuple>()
        .map_or(&[][..], |names| names.items())
}

#[inline(never)]
pub(in crate::vm) fn call_kw(vm: &mut Vm, op: Op) -> R<()> {
    let Op::CallKw { n, a, dst, names } = op else {
        return Ok(());
    };
    let callee = vm.take_register(a.0);
    let window = vm.register_window(a.0 + 1, usize::from(n.0));
    let dst = vm.register(dst.0);
    vm.enter_call(callee, window, keyword_names(vm, names.0), dst)
}

#[inline(never)]
pub(in crate::vm) fn call_method_kw(vm: &mut Vm, op: Op) -> R<()> {
    let Op::CallMethodKw { n, a, dst, cache } = op else {
        return Ok(());
    };
    let Op::Extra { value: names } = crate::vm::regs::op_at(vm.stack.pc.wrapping_sub(1)) else {
        return Ok(());
    };
    let code = vm.running_code();
    let cache = &code.caches[usize::from(cache.0)];
    let all = vm.register_window(a.0 + 1, usize::from(n.0) + 1);
    let names = keyword_names(vm, names.0);
    let dst = vm.register(dst.0);
    if let Some(callee) = kept(all) {
        return vm.enter_call(callee, all.without_first(), names, dst);
    }
    call_found(vm, cache, all, names, dst)
}

/// So many arguments of a call with stars are laid out in registers.
const MOST_SPREAD: usize = 200;

#[inline(never)]
pub(in crate::vm) fn call_ex(vm: &mut Vm, op: Op) -> R<()> {
    let Op::CallEx { a, dst } = op else {
        return Ok(());
    };
    let callee = vm.take_register(a.0);
    let args = vm.take_register(a.0 + 1);
    let kwargs = vm.take_register(a.0 + 2);
    let held;
    let args = match args.tag() {
        Tag::Tuple => args
            .as_ref::<Tuple>()
            .map_or(&[][..], |tuple| tuple.items()),
        Tag::List => {
            held = args
                .as_ref::<List>()
                .map_or(Vec::new(), |list| list.to_vec());
            &held
        }
        _ if vm.find_special(&args, Special::Iter).is_none()
            && vm.find_special(&args, Special::GetItem).is_none() =>
        {
            let message = format!(
                "{} argument after * must be an iterable, not {}",
                super::build::callee_name(vm, &callee),
                vm.type_name(&args)
            );
            return Err(vm.type_error(message));
        }
        _ => {
            held = vm.to_vec(&args)?;
            &held
        }
    };
    let kwargs = kwargs.into_ref::<Dict>().ok();
    let kwargs = kwargs.filter(|dict| dict.len() > 0);
    let first = if vm.code().heap_frame {
        vm.stack_top()
    } else {
        vm.register(a.0).wrapping_add(1)
    };
    if let Some(function) = callee.as_ref::<Function>()
        && let Some(dict) = &kwargs
        && args.len() <= MOST_SPREAD
        && vm.enter_spread_with(function, first, args, dict, vm.register(dst.0))?
    {
        return Ok(());
    }
    let mut keywords = match kwargs {
        Some(dict) => match vm.string_keywords(&dict) {
            Some(pairs) => pairs,
            None => {
                let result = vm.call_with_odd_keywords(&callee, args, &dict)?;
                vm.set_register(dst.0, result);
                return Ok(());
            }
        },
        None => Vec::new(),
    };
    if let Some(function) = callee.as_ref::<Function>()
        && args.len() + keywords.len() <= MOST_SPREAD
    {
        let dst = vm.register(dst.0);
        return vm.enter_spread(function, first, args, keywords, dst);
    }
    let mut all = args.to_vec();
    let callee = vm.unwrap_callee(callee, &mut all, &mut keywords);
    let place = vm.register(dst.0);
    if let Some(function) = callee.as_ref::<Function>()
        && all.len() + keywords.len() <= MOST_SPREAD
    {
        return vm.enter_spread(function, first, &all, keywords, place);
    }
    if vm.enter_blocking_with(&callee, &all, &keywords, place)? {
        return Ok(());
    }
    if callee.is(Tag::Native) {
        // For what it says of its arguments (`named.rs`).
        vm.set_register(a.0, callee.clone());
    }
    let result = vm.call_kw(&callee, &all, &keywords)?;
    vm.set_register(dst.0, result);
    Ok(())
}

/// A marked frame (see `INIT` and `BINARY`) at `base` returned `value`.
#[inline(never)]
pub(in crate::vm) fn marked_returned(vm: &mut Vm, value: Value, base: *mut Value) -> R<()> {
    // The record of the caller is just above the top.
    vm.stack.fp = vm.stack.fp.wrapping_add(1);
    let frame = pop_frame(vm);
    if frame.dst.addr() & REPEAT != 0 {
        crate::vm::repeat::returned(vm, value, frame.dst);
        return Ok(());
    }
    vm.stack.code = frame.code;
    vm.stack.pc = frame.pc;
    vm.stack.base = frame.base;
    let dst = unmarked(frame.dst);
    if frame.dst.addr() & BINARY != 0 {
        let operands = Window {
            first: base.wrapping_sub(2),
            count: 2,
        };
        let (left, right) = (operands.take(0), operands.take(1));
        let result = if value.is(Tag::NotImplemented) {
            super::arith::after_forward(vm, &left, &right)?
        } else {
            value
        };
        // The left one dies first.
        drop(left);
        drop(right);
        let op = crate::vm::regs::op_at(frame.pc.wrapping_sub(1));
        if !super::compare::jump_returned(vm, op, &result)? {
            store(dst, result);
        }
        return Ok(());
    }
    let slot = Window {
        first: base.wrapping_sub(1),
        count: 1,
    };
    let instance = slot.take(0);
    if !value.is_none() {
        let message = format!(
            "__init__() should return None, not '{}'",
            vm.type_name(&value)
        );
        return Err(vm.type_error(message));
    }
    store(dst, instance);
    Ok(())
}

#[inline(never)]
pub(in crate::vm) fn make_function(vm: &mut Vm, op: Op) -> R<()> {
    let Op::MakeFunction {
        flags,
        dst,
        code,
        first,
    } = op
    else {
        return Ok(());
    };
    let parent = vm.running_code();
    let child = vm.child_code(parent, usize::from(code.0));
    let mut at = first.0;
    let mut optional = |bit: u8| {
        if flags.0 & bit == 0 {
            return Value::NONE;
        }
        at += 1;
        vm.take_register(at - 1)
    };
    let (defaults, kw_defaults) = (optional(1), optional(2));
    let captures: Box<[Value]> = child
        .code
        .captures
        .iter()
        .map(|&register| vm.peek(register))
        .collect();
    let annotate = child.code.annotate.as_ref();
    let annotate_captures: Vec<Value> = match annotate {
        Some(annotate) if !annotate.captures.is_empty() => annotate
            .captures
            .iter()
            .map(|&register| vm.peek(register))
            .collect(),
        _ => Vec::new(),
    };
    let function = vm.heap.alloc(Function {
        code: Slot::new(child),
        defaults: Slot::new(defaults),
        kw_defaults: Slot::new(kw_defaults),
        captures,
        extra: Slot::new(None),
    });
    if !annotate_captures.is_empty() {
        function.edit_extra(|extra| extra.annotate_captures = annotate_captures);
    }
    vm.set_register(dst.0, Value::object(function));
    Ok(())
}
