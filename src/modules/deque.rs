//! `collections.deque`.

use std::cell::Cell;
use std::collections::VecDeque;

use crate::builtins::sequence::same;
use crate::builtins::slice::{clip_bound, search_bound};
use crate::heap::{Heap, Ref, Shared, Slot};
use crate::value::{Class, Dict, FutureObject, Layout, NativeData, Tag, Value};
use crate::vm::{Comparison, Def, GetSet, R, Raised, Vm, def, getter, static_def};

use super::held::{
    CLASS_GETITEM, Held, itself, missing, put_class, set_unhashable, stop, this, tuple,
};

/// The inside of a deque.
pub(crate) struct Deque {
    items: Shared<VecDeque<Value>>,
    maxlen: Cell<Option<usize>>,
    /// Bumped by every change, so that iterators notice.
    version: Cell<u64>,
    /// Bytes of the items as the heap knows them.
    accounted: Cell<usize>,
    /// At this version so many items from the left on are futures that are equal to nothing but themselves: those who
    /// wait for something, of whom many may give up at once.
    plain: Cell<(u64, usize)>,
}

impl NativeData for Deque {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        Held::each(&self.items, visit);
    }

    fn unlink(&self) {
        Held::release(&self.items);
    }

    fn length(&self) -> Option<usize> {
        Some(self.len())
    }

    fn buffer_bytes(&self) -> usize {
        self.accounted.get()
    }
}

#[derive(Default)]
struct Classes(Option<(Ref<Class>, Ref<Class>)>);

impl Deque {
    fn empty(maxlen: Option<usize>) -> Deque {
        Deque {
            items: Shared::default(),
            maxlen: Cell::new(maxlen),
            version: Cell::new(0),
            accounted: Cell::new(0),
            plain: Cell::new((0, 0)),
        }
    }

    /// Accounts for what the items take, if that has changed.
    #[inline]
    fn settle(&self, vm: &Vm) {
        let bytes = self.items.with(VecDeque::capacity) * size_of::<Value>();
        if bytes != self.accounted.get() {
            let before = self.accounted.replace(bytes);
            vm.heap.account(bytes as isize - before as isize);
        }
    }

    fn change<T>(&self, change: impl FnOnce(&mut VecDeque<Value>) -> T) -> T {
        self.version.set(self.version.get().wrapping_add(1));
        self.items.with_mut(change)
    }

    /// Takes a future out that is equal to itself only, if all before it are such. Looks into none that it has looked
    /// into before.
    fn remove_future(&self, value: &Value) -> Option<Value> {
        let is_plain = |value: &Value| {
            value
                .as_ref::<FutureObject>()
                .is_some_and(|future| future.plain)
        };
        if !is_plain(value) {
            return None;
        }
        let (version, known) = self.plain.get();
        let known = if version == self.version.get() {
            known
        } else {
            0
        };
        let (at, known) = self.items.with(|items| {
            let mut items = items.iter().enumerate();
            let at = items
                .by_ref()
                .take(known)
                .find(|(_, item)| item.is_same(value));
            if let Some((at, _)) = at {
                return Some((at, known));
            }
            for (at, item) in items {
                if item.is_same(value) {
                    return Some((at, at + 1));
                }
                if !is_plain(item) {
                    return None;
                }
            }
            None
        })?;
        let removed = self.change(|items| items.remove(at));
        self.plain.set((self.version.get(), known - 1));
        removed
    }

    fn len(&self) -> usize {
        self.items.with(VecDeque::len)
    }

    fn to_vec(&self) -> Vec<Value> {
        self.items.with(|items| items.iter().cloned().collect())
    }

    /// Adds at the right; what falls out at the left is dropped.
    fn push(&self, value: Value) {
        let fallen = self.change(|items| {
            items.push_back(value);
            if self.maxlen.get().is_some_and(|most| items.len() > most) {
                items.pop_front()
            } else {
                None
            }
        });
        drop(fallen);
    }

    fn push_left(&self, value: Value) {
        let fallen = self.change(|items| {
            items.push_front(value);
            if self.maxlen.get().is_some_and(|most| items.len() > most) {
                items.pop_back()
            } else {
                None
            }
        });
        drop(fallen);
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let own = vm.state::<Classes>().0.clone();
    let own = own.expect("made with the module").0;
    let class = match args[0].to_ref::<Class>() {
        Some(class) if class.is_subclass(&own) => class,
        Some(class) => {
            let class = class.name.get();
            let name = class.as_str();
            let message = format!(
                "collections.deque.__new__({name}): {name} is not a subtype of collections.deque"
            );
            return Err(vm.type_error(message));
        }
        None => {
            let found = vm.type_name(&args[0]);
            let message = format!("collections.deque.__new__(X): X is not a type object ({found})");
            return Err(vm.type_error(message));
        }
    };
    Ok(vm.heap.new_opaque(&class, Deque::empty(None)))
}

fn init(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    let maxlen = if missing(&args[2]) {
        None
    } else {
        if !vm.plain(&args[2]).is_integer() {
            return Err(vm.type_error("an integer is required"));
        }
        match usize::try_from(vm.index(&args[2])?) {
            Ok(maxlen) => Some(maxlen),
            Err(_) => return Err(vm.value_error("maxlen must be non-negative")),
        }
    };
    data.maxlen.set(maxlen);
    drop(data.change(std::mem::take));
    if !missing(&args[1]) {
        extend_with(vm, data, &args[1], false)?;
    } else if args[1].is_none() {
        return Err(vm.type_error("'NoneType' object is not iterable"));
    }
    Ok(Value::NONE)
}

fn extend_with(vm: &mut Vm, data: &Deque, iterable: &Value, left: bool) -> R<()> {
    // A deque may be extended with itself.
    let source = match iterable.as_data::<Deque>() {
        Some(other) if std::ptr::eq(other, data) => Value::object(vm.heap.new_list(data.to_vec())),
        _ => iterable.clone(),
    };
    let iterator = vm.iter(&source)?;
    while let Some(value) = vm.next(&iterator)? {
        if left {
            data.push_left(value);
        } else {
            data.push(value);
        }
        data.settle(vm);
        vm.tick()?;
    }
    Ok(())
}

fn append(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    data.push(args[1].clone());
    data.settle(vm);
    Ok(Value::NONE)
}

fn appendleft(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    data.push_left(args[1].clone());
    data.settle(vm);
    Ok(Value::NONE)
}

fn pop(vm: &mut Vm, args: &[Value]) -> R {
    match this::<Deque>(vm, args)?.change(VecDeque::pop_back) {
        Some(value) => Ok(value),
        None => Err(vm.index_error("pop from an empty deque")),
    }
}

fn popleft(vm: &mut Vm, args: &[Value]) -> R {
    match this::<Deque>(vm, args)?.change(VecDeque::pop_front) {
        Some(value) => Ok(value),
        None => Err(vm.index_error("pop from an empty deque")),
    }
}

fn extend(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    extend_with(vm, data, &args[1], false)?;
    Ok(Value::NONE)
}

fn extendleft(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    extend_with(vm, data, &args[1], true)?;
    Ok(Value::NONE)
}

fn clear(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    drop(data.change(std::mem::take));
    data.settle(vm);
    Ok(Value::NONE)
}

fn mutated(vm: &mut Vm) -> Raised {
    vm.runtime_error("deque mutated during iteration")
}

/// The first index from `from` to `to` with an equal element.
fn find(vm: &mut Vm, data: &Deque, wanted: &Value, from: usize, to: usize) -> R<Option<usize>> {
    let version = data.version.get();
    for at in from..to {
        let Some(item) = data.items.with(|items| items.get(at).cloned()) else {
            return Ok(None);
        };
        if vm.eq(&item, wanted)? {
            return Ok(Some(at));
        }
        if data.version.get() != version {
            return Err(mutated(vm));
        }
    }
    Ok(None)
}

fn count(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    let version = data.version.get();
    let mut n = 0;
    for item in data.to_vec() {
        n += i64::from(vm.eq(&item, &args[1])?);
        if data.version.get() != version {
            return Err(mutated(vm));
        }
    }
    Ok(Value::int(n))
}

/// A bound of a slice, clipped to the deque.
fn index(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    let from = search_bound(vm, &args[2], 0)?;
    let to = search_bound(vm, &args[3], i64::MAX)?;
    let len = data.len();
    let (from, to) = (clip_bound(from, len), clip_bound(to, len));
    match find(vm, data, &args[1], from, to)? {
        Some(at) => Ok(Value::int(at as i64)),
        None => {
            let message = format!("{} is not in deque", vm.repr(&args[1])?.as_str());
            Err(vm.value_error(message))
        }
    }
}

fn insert(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    let at = vm.index(&args[1])?;
    if data.maxlen.get() == Some(data.len()) {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    let len = data.len() as i64;
    let at = if at < 0 {
        (at + len).max(0)
    } else {
        at.min(len)
    };
    data.change(|items| items.insert(at as usize, args[2].clone()));
    Ok(Value::NONE)
}

fn remove(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    if let Some(removed) = data.remove_future(&args[1]) {
        drop(removed);
        return Ok(Value::NONE);
    }
    let version = data.version.get();
    let mut start = 0;
    loop {
        // On to the first that is equal, or that only script code can compare.
        let next = data.items.with(|items| {
            let left = items.iter().enumerate().skip(start);
            let mut told = left.map(|(at, item)| (at, same(item, &args[1])));
            told.find(|(_, answer)| *answer != Some(false))
        });
        let Some((at, answer)) = next else { break };
        let equal = match answer {
            Some(equal) => equal,
            None => {
                let item = data.items.with(|items| items.get(at).cloned());
                let equal = vm.eq(&item.unwrap_or_default(), &args[1])?;
                if data.version.get() != version {
                    return Err(vm.index_error("deque mutated during remove()."));
                }
                equal
            }
        };
        if equal {
            drop(data.change(|items| items.remove(at)));
            return Ok(Value::NONE);
        }
        start = at + 1;
    }
    let message = format!("{} is not in deque", vm.repr(&args[1])?.as_str());
    Err(vm.value_error(message))
}

fn reverse(vm: &mut Vm, args: &[Value]) -> R {
    this::<Deque>(vm, args)?.change(|items| items.make_contiguous().reverse());
    Ok(Value::NONE)
}

fn rotate(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    let n = if args[1].is_undef() {
        1
    } else {
        vm.index(&args[1])?
    };
    let len = data.len();
    if len > 1 {
        let n = n.rem_euclid(len as i64) as usize;
        data.change(|items| items.rotate_right(n));
    }
    Ok(Value::NONE)
}

fn copy(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    if is_exact(vm, &args[0]) {
        return Ok(like(vm, data, data.to_vec()));
    }
    copy_of_own_class(vm, data, &args[0])
}

fn maxlen(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this::<Deque>(vm, args)?
        .maxlen
        .get()
        .map_or(Value::NONE, |maxlen| Value::int(maxlen as i64)))
}

fn len(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(this::<Deque>(vm, args)?.len() as i64))
}

fn position(vm: &mut Vm, data: &Deque, key: &Value) -> R<usize> {
    if !vm.plain(key).is_integer() && vm.find_special(key, crate::value::Special::Index).is_none() {
        let given = vm.type_name(key);
        return Err(vm.type_error(if vm.is_argument_of_named(key) {
            format!("'{given}' object cannot be interpreted as an integer")
        } else {
            format!("sequence index must be integer, not '{given}'")
        }));
    }
    let at = if key.is(Tag::BigInt) && vm.is_argument_of_named(key) {
        let given = vm.type_name(key);
        let message = format!("cannot fit '{given}' into an index-sized integer");
        return Err(vm.overflow_error(message));
    } else {
        vm.item_index(key)?
    };
    let len = data.len() as i64;
    let at = if at < 0 { at + len } else { at };
    if (0..len).contains(&at) {
        Ok(at as usize)
    } else {
        Err(vm.index_error("deque index out of range"))
    }
}

fn get_item(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    let at = position(vm, data, &args[1])?;
    Ok(data.items.with(|items| items[at].clone()))
}

fn set_item(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    let at = position(vm, data, &args[1])?;
    let old = data
        .items
        .with_mut(|items| std::mem::replace(&mut items[at], args[2].clone()));
    drop(old);
    Ok(Value::NONE)
}

fn del_item(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    let at = position(vm, data, &args[1])?;
    drop(data.change(|items| items.remove(at)));
    Ok(Value::NONE)
}

fn contains(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    let len = data.len();
    Ok(Value::bool(find(vm, data, &args[1], 0, len)?.is_some()))
}

fn is_exact(vm: &mut Vm, deque: &Value) -> bool {
    let class = vm.class_of(deque);
    let known = vm.state::<Classes>().0.as_ref();
    known.is_some_and(|known| known.0.is(&class))
}

/// What the class of the deque makes of it.
fn copy_of_own_class(vm: &mut Vm, data: &Deque, deque: &Value) -> R {
    let class = vm.class_of(deque);
    let maker = Value::object(class.clone());
    let made = match data.maxlen.get() {
        Some(maxlen) => vm.call(&maker, &[deque.clone(), Value::int(maxlen as i64)])?,
        None => vm.call(&maker, std::slice::from_ref(deque))?,
    };
    if made.as_data::<Deque>().is_some() {
        return Ok(made);
    }
    let (class, found) = (class.name.get(), vm.type_name(&made));
    let message = format!("{}() must return a deque, not {found}", class.as_str());
    Err(vm.type_error(message))
}

/// A deque like this one with other elements.
fn like(vm: &mut Vm, data: &Deque, items: Vec<Value>) -> Value {
    let class = vm
        .state::<Classes>()
        .0
        .clone()
        .expect("made with the module")
        .0;
    let made = Deque::empty(data.maxlen.get());
    let skip = data
        .maxlen
        .get()
        .map_or(0, |most| items.len().saturating_sub(most));
    made.items
        .with_mut(|all| all.extend(items.into_iter().skip(skip)));
    vm.heap.new_opaque(&class, made)
}

fn add(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    let Some(other) = args[1].as_data::<Deque>() else {
        let message = format!(
            "can only concatenate deque (not \"{}\") to deque",
            vm.type_name(&args[1])
        );
        return Err(vm.type_error(message));
    };
    if !is_exact(vm, &args[0]) {
        let made = copy_of_own_class(vm, data, &args[0])?;
        extend(vm, &[made.clone(), args[1].clone()])?;
        return Ok(made);
    }
    let mut items = data.to_vec();
    items.extend(other.to_vec());
    Ok(like(vm, data, items))
}

fn iadd(vm: &mut Vm, args: &[Value]) -> R {
    extend(vm, args)?;
    Ok(args[0].clone())
}

fn repeated(vm: &mut Vm, data: &Deque, times: &Value) -> R<Option<Vec<Value>>> {
    if !vm.plain(times).is_integer()
        && vm
            .find_special(times, crate::value::Special::Index)
            .is_none()
    {
        if vm.is_argument_of_named(times) {
            let found = vm.type_name(times);
            let message = format!("'{found}' object cannot be interpreted as an integer");
            return Err(vm.type_error(message));
        }
        return Ok(None);
    }
    let Some(times) = vm.repeat_count(times)? else {
        return Ok(None);
    };
    let items = data.to_vec();
    let total = items.len().saturating_mul(times);
    let keep = data.maxlen.get().map_or(total, |most| most.min(total));
    vm.check_size(keep.saturating_mul(16))?;
    // Only the last `keep` elements survive.
    let all = (total - keep..total)
        .map(|at| items[at % items.len()].clone())
        .collect();
    Ok(Some(all))
}

fn mul(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    if !is_exact(vm, &args[0]) && vm.has_index(&args[1]) {
        let made = copy_of_own_class(vm, data, &args[0])?;
        return imul(vm, &[made, args[1].clone()]);
    }
    match repeated(vm, data, &args[1])? {
        Some(items) => Ok(like(vm, data, items)),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn imul(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    match repeated(vm, data, &args[1])? {
        Some(items) => {
            let old = data.change(|all| std::mem::replace(all, items.into()));
            drop(old);
            Ok(args[0].clone())
        }
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn compare(vm: &mut Vm, args: &[Value], op: Comparison) -> R {
    let data = this::<Deque>(vm, args)?;
    let Some(other) = args[1].as_data::<Deque>() else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if matches!(op, Comparison::Eq | Comparison::Ne) {
        if args[0].is_same(&args[1]) {
            return Ok(Value::bool(op == Comparison::Eq));
        }
        if data.len() != other.len() {
            return Ok(Value::bool(op == Comparison::Ne));
        }
    }
    vm.enter_native()?;
    let result = if is_exact(vm, &args[0]) && is_exact(vm, &args[1]) {
        compare_items(vm, &data.to_vec(), &other.to_vec(), op)
    } else {
        compare_iterated(vm, &args[0], &args[1], op)
    };
    vm.leave_native();
    result
}

fn compare_items(vm: &mut Vm, a: &[Value], b: &[Value], op: Comparison) -> R {
    for (x, y) in a.iter().zip(b) {
        if !vm.eq(x, y)? {
            return compare_unequal(vm, x, y, op);
        }
    }
    Ok(Value::bool(op.holds(a.len().cmp(&b.len()))))
}

/// Subclasses may iterate otherwise.
fn compare_iterated(vm: &mut Vm, a: &Value, b: &Value, op: Comparison) -> R {
    let (a, b) = (vm.iter(a)?, vm.iter(b)?);
    loop {
        match (vm.next(&a)?, vm.next(&b)?) {
            (Some(x), Some(y)) => {
                if !vm.eq(&x, &y)? {
                    return compare_unequal(vm, &x, &y, op);
                }
            }
            (x, y) => {
                let longer = x.is_some().cmp(&y.is_some());
                return Ok(Value::bool(op.holds(longer)));
            }
        }
        vm.tick()?;
    }
}

fn compare_unequal(vm: &mut Vm, x: &Value, y: &Value, op: Comparison) -> R {
    match op {
        Comparison::Eq => Ok(Value::FALSE),
        Comparison::Ne => Ok(Value::TRUE),
        _ => {
            let result = vm.rich_compare(op, x, y)?;
            Ok(Value::bool(vm.truth(&result)?))
        }
    }
}

fn eq(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Eq)
}

fn ne(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Ne)
}

fn lt(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Lt)
}

fn le(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Le)
}

fn gt(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Gt)
}

fn ge(vm: &mut Vm, args: &[Value]) -> R {
    compare(vm, args, Comparison::Ge)
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    if !vm.repr_guard(&args[0]) {
        return Ok(vm.new_str("[...]"));
    }
    let shown = repr_items(vm, &args[0]);
    vm.repr_leave(&args[0]);
    let (name, shown) = (vm.short_type_name(&args[0]), shown?);
    let text = match data.maxlen.get() {
        Some(maxlen) => format!("{name}({shown}, maxlen={maxlen})"),
        None => format!("{name}({shown})"),
    };
    Ok(vm.new_str(&text))
}

/// The deque as a list: what its `__iter__` gives.
fn repr_items(vm: &mut Vm, deque: &Value) -> R<String> {
    let items = vm.to_vec(deque)?;
    let list = Value::object(vm.heap.new_list(items));
    Ok(vm.repr(&list)?.as_str().to_string())
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<Deque>(vm, args)?;
    let class = Value::object(vm.class_of(&args[0]));
    let given = match data.maxlen.get() {
        Some(maxlen) => {
            let empty = tuple(vm, Vec::new());
            vec![empty, Value::int(maxlen as i64)]
        }
        None => Vec::new(),
    };
    let given = tuple(vm, given);
    let state = vm.find_attr_dict(&args[0]);
    let items = vm.iter(&args[0])?;
    Ok(tuple(vm, vec![class, given, state, items]))
}

impl Vm {
    /// The state of an opaque object: its `__dict__` if there is something in it, and with what stands in slots a pair.
    pub(super) fn find_attr_dict(&mut self, object: &Value) -> Value {
        let Some(opaque) = object.as_ref::<crate::value::Opaque>() else {
            return Value::NONE;
        };
        let filled = |dict: Value| match dict.as_ref::<Dict>() {
            Some(filled) if filled.len() > 0 => dict,
            _ => Value::NONE,
        };
        let (dict, slots) = (filled(opaque.dict.get()), filled(opaque.slots.get()));
        if slots.is_none() {
            return dict;
        }
        Value::object(self.heap.pair(dict, slots))
    }
}

/// An iterator over a deque.
struct DequeIter {
    deque: Slot<Value>,
    at: Cell<usize>,
    version: Cell<u64>,
    reversed: bool,
}

impl NativeData for DequeIter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.deque.get());
    }

    fn unlink(&self) {
        self.deque.set(Value::NONE);
    }

    fn next_item(&self, _: &Heap) -> Option<Value> {
        let deque = self.deque.get();
        let data = deque.as_data::<Deque>()?;
        if data.version.get() != self.version.get() {
            return None;
        }
        let at = self.at.get();
        let item = data.items.with(|items| {
            let place = if self.reversed {
                items.len().checked_sub(at + 1)?
            } else {
                at
            };
            items.get(place).cloned()
        })?;
        self.at.set(at + 1);
        Some(item)
    }
}

fn make_iter(vm: &mut Vm, args: &[Value], reversed: bool) -> R {
    let data = this::<Deque>(vm, args)?;
    let classes = vm
        .state::<Classes>()
        .0
        .clone()
        .expect("made with the module");
    let state = DequeIter {
        deque: Slot::new(args[0].clone()),
        at: Cell::new(0),
        version: Cell::new(data.version.get()),
        reversed,
    };
    Ok(vm.heap.new_opaque(&classes.1, state))
}

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    make_iter(vm, args, false)
}

fn reversed(vm: &mut Vm, args: &[Value]) -> R {
    make_iter(vm, args, true)
}

fn iter_next(vm: &mut Vm, args: &[Value]) -> R {
    let state = this::<DequeIter>(vm, args)?;
    let deque = state.deque.get();
    let Some(data) = deque.as_data::<Deque>() else {
        return stop(vm);
    };
    if data.version.get() != state.version.get() {
        return Err(mutated(vm));
    }
    let (at, len) = (state.at.get(), data.len());
    if at >= len {
        state.deque.set(Value::NONE);
        return stop(vm);
    }
    state.at.set(at + 1);
    Ok(data
        .items
        .with(|items| items[if state.reversed { len - 1 - at } else { at }].clone()))
}

fn iter_hint(vm: &mut Vm, args: &[Value]) -> R {
    let state = this::<DequeIter>(vm, args)?;
    let len = state.deque.get().as_data::<Deque>().map_or(0, Deque::len);
    Ok(Value::int(len.saturating_sub(state.at.get()) as i64))
}

/// Adds the types to the module.
pub(super) fn add_types(vm: &mut Vm, globals: &Ref<Dict>) {
    let class = vm.new_type("deque", "collections", &[], Layout::Opaque);
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
    set_unhashable(vm, &class);
    vm.set_doc(
        &class,
        "A list-like sequence optimized for data accesses near its endpoints.",
    );
    let iterator = vm.new_type("_deque_iterator", "_collections", &[], Layout::Opaque);
    vm.add_methods(&iterator, ITERATOR);
    class.set_flag(crate::value::class_flags::SEQUENCE, true);
    put_class(globals, &class);
    put_class(globals, &iterator);
    vm.state::<Classes>().0 = Some((class, iterator));
}

const GETSETS: &[GetSet] = &[getter("maxlen", maxlen)];

const ITERATOR: &[Def] = &[
    def("__iter__", itself, "self, /"),
    def("__next__", iter_next, "self, /"),
    def("__length_hint__", iter_hint, "self, /"),
];

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, /, *args, **kwargs"),
    def("__init__", init, "self, iterable=(), maxlen=None"),
    def("append", append, "self, item, /"),
    def("appendleft", appendleft, "self, item, /"),
    def("clear", clear, "self, /"),
    def("copy", copy, "self, /"),
    def("__copy__", copy, "self, /"),
    def("count", count, "self, value, /"),
    def("extend", extend, "self, iterable, /"),
    def("extendleft", extendleft, "self, iterable, /"),
    def("index", index, "self, value, start=0, stop=None, /"),
    def("insert", insert, "self, index, value, /"),
    def("pop", pop, "self, /"),
    def("popleft", popleft, "self, /"),
    def("remove", remove, "self, value, /"),
    def("reverse", reverse, "self, /"),
    def("rotate", rotate, "self, n=1, /"),
    def("__len__", len, "self, /"),
    def("__getitem__", get_item, "self, key, /"),
    def("__setitem__", set_item, "self, key, value, /"),
    def("__delitem__", del_item, "self, key, /"),
    def("__contains__", contains, "self, key, /"),
    def("__iter__", iter, "self, /"),
    def("__reversed__", reversed, "self, /"),
    def("__add__", add, "self, other, /"),
    def("__iadd__", iadd, "self, other, /"),
    def("__mul__", mul, "self, times, /"),
    def("__rmul__", mul, "self, times, /"),
    def("__imul__", imul, "self, times, /"),
    def("__eq__", eq, "self, other, /"),
    def("__ne__", ne, "self, other, /"),
    def("__lt__", lt, "self, other, /"),
    def("__le__", le, "self, other, /"),
    def("__gt__", gt, "self, other, /"),
    def("__ge__", ge, "self, other, /"),
    def("__repr__", repr, "self, /"),
    def("__reduce__", reduce, "self, /"),
    CLASS_GETITEM,
];
