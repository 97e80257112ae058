//! `bytearray`: its storage, and what changes it.

use std::cell::Cell;

use super::arguments::pick;
use super::bytes_buffer::{self, buffer, byte, source_bytes};
use super::bytes_methods;
use crate::heap::{Ref, Shared};
use crate::text::quote;
use crate::value::{Iter, IterState, NativeData, Opaque, Slice, Str, Value};
use crate::vm::{Def, R, Vm, def, static_def};

/// The inside of a bytearray.
#[derive(Default)]
pub(crate) struct ByteArray {
    bytes: Shared<Vec<u8>>,
    /// How many views look at the bytes: while there are any, the length stays.
    exports: Cell<usize>,
}

impl NativeData for ByteArray {
    fn buffer_bytes(&self) -> usize {
        self.bytes.with(Vec::capacity)
    }
}

impl ByteArray {
    pub(crate) fn of(bytes: Vec<u8>) -> ByteArray {
        ByteArray {
            bytes: Shared::new(bytes),
            exports: Cell::new(0),
        }
    }

    /// Looks at the bytes.
    pub(crate) fn with<T>(&self, look: impl FnOnce(&[u8]) -> T) -> T {
        self.bytes.with(|bytes| look(bytes))
    }

    /// Changes bytes, but not how many there are.
    pub(crate) fn with_mut<T>(&self, change: impl FnOnce(&mut [u8]) -> T) -> T {
        self.bytes.with_mut(|bytes| change(bytes))
    }

    /// Changes the bytes; the second part of the result is what the capacity grew by.
    pub(crate) fn resize<T>(&self, change: impl FnOnce(&mut Vec<u8>) -> T) -> (T, isize) {
        self.bytes.with_mut(|bytes| {
            let before = bytes.capacity() as isize;
            let result = change(bytes);
            (result, bytes.capacity() as isize - before)
        })
    }

    /// One view more, or one less.
    pub(crate) fn count_view(&self, more: bool) {
        let count = self.exports.get();
        self.exports.set(if more {
            count + 1
        } else {
            count.saturating_sub(1)
        });
    }

    /// Whether a view keeps the length as it is.
    pub(crate) fn is_viewed(&self) -> bool {
        self.exports.get() > 0
    }

    pub(crate) fn len(&self) -> usize {
        self.bytes.with(Vec::len)
    }

    /// A copy of all bytes.
    pub(crate) fn to_vec(&self) -> Vec<u8> {
        self.bytes.with(Vec::clone)
    }

    /// The byte at an index; a negative one counts from the end.
    pub(crate) fn get(&self, at: i64) -> Option<u8> {
        self.bytes.with(|bytes| {
            let at = position(at, bytes.len())?;
            bytes.get(at).copied()
        })
    }
}

/// The place in `len` elements that an index names, if there is one.
fn position(at: i64, len: usize) -> Option<usize> {
    let at = if at < 0 {
        at.saturating_add(len as i64)
    } else {
        at
    };
    usize::try_from(at).ok().filter(|&at| at < len)
}

/// A bytearray of these bytes.
pub(crate) fn new_bytearray(vm: &mut Vm, bytes: Vec<u8>) -> Value {
    let class = vm.types.bytearray.clone();
    vm.heap.account(bytes.capacity() as isize);
    vm.heap.new_opaque(&class, ByteArray::of(bytes))
}

/// `self` of a method.
fn receiver(vm: &mut Vm, value: &Value, method: &str) -> R<Ref<Opaque>> {
    let plain = vm.plain(value);
    match plain.into_ref::<Opaque>() {
        Ok(opaque) if opaque.data::<ByteArray>().is_some() => Ok(opaque),
        _ => Err(vm.wrong_self(method, "bytearray", value)),
    }
}

/// Changes the bytes, and accounts for the change of their capacity.
fn edit<T>(array: &Ref<Opaque>, change: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    let data = array.data::<ByteArray>().expect("the receiver was checked");
    let (result, delta) = data.resize(change);
    if delta != 0 {
        array.heap().account(delta);
    }
    result
}

/// Replaces all bytes: what was accounted for the old ones is given back.
fn assign(array: &Ref<Opaque>, bytes: Vec<u8>) {
    drop(edit(array, |place| std::mem::replace(place, bytes)));
}

/// Refuses to change the length under a view.
///
/// # Errors
/// BufferError.
fn check_views(vm: &mut Vm, array: &Ref<Opaque>) -> R<()> {
    if array.data::<ByteArray>().is_some_and(ByteArray::is_viewed) {
        return Err(vm.buffer_error("Existing exports of data: object cannot be re-sized"));
    }
    Ok(())
}

fn len_of(array: &Ref<Opaque>) -> usize {
    array.data::<ByteArray>().map_or(0, ByteArray::len)
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let of = vm.types.bytearray.clone();
    vm.check_new(&args[0], &of)?;
    let empty = new_bytearray(vm, Vec::new());
    vm.wrap_new(&args[0], empty)
}

fn init(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "__init__")?;
    let bytes = source_bytes(vm, &args[1..], "bytearray")?;
    vm.check_text_size(bytes.len())?;
    if bytes.len() != len_of(&array) {
        check_views(vm, &array)?;
    }
    assign(&array, bytes);
    Ok(Value::NONE)
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "__repr__")?;
    let bytes = edit(&array, |bytes| bytes.clone());
    let mut out = vm.type_name(&args[0]);
    out.push('(');
    let start = out.len();
    quote::push_bytes_repr(&mut out, &bytes);
    if out[start..].starts_with("b\"") {
        // The other quotes do not save the single ones from their backslash.
        let escaped = out[start..].replace('\'', "\\'");
        out.replace_range(start.., &escaped);
    }
    out.push(')');
    vm.check_text_size(out.len())?;
    Ok(vm.new_str(&out))
}

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    let object = Value::object(receiver(vm, &args[0], "__iter__")?);
    let mut iterator = Iter::new(IterState::Sequence { object, at: 0 });
    iterator.kind = crate::value::BYTEARRAY;
    Ok(Value::object(vm.heap.alloc(iterator)))
}

/// The bytes to put in place of a slice.
fn new_bytes(vm: &mut Vm, value: &Value) -> R<Vec<u8>> {
    if let Some(bytes) = buffer(vm, value) {
        return Ok(bytes.to_vec());
    }
    let is_text = vm.cast::<Str>(value).is_some();
    let class = vm.class_of(value);
    let is_number = class.is_subclass(&vm.types.complex)
        || ["__index__", "__int__", "__float__"].iter().any(|name| {
            let name = vm.intern(name);
            class.lookup(&name).is_some()
        });
    if is_text || is_number {
        return Err(
            vm.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
        );
    }
    bytes_buffer::collect(vm, value, "bytearray")
}

/// Puts `bytes` in place of a slice; no bytes delete it.
fn set_slice(vm: &mut Vm, array: &Ref<Opaque>, slice: &Slice, bytes: Option<Vec<u8>>) -> R<()> {
    let (start, stop, step) = vm.slice_parts(slice)?;
    let picked = pick(start, stop, step, len_of(array));
    let bytes = bytes.unwrap_or_default();
    let deletes = bytes.is_empty();
    if step == 1 {
        vm.check_text_size(len_of(array) + bytes.len())?;
        if bytes.len() != picked.count {
            check_views(vm, array)?;
        }
        edit(array, |place| {
            place.splice(picked.start..picked.start + picked.count, bytes);
        });
    } else if deletes {
        if picked.count > 0 {
            check_views(vm, array)?;
        }
        let mut gone: Vec<usize> = picked.indices().collect();
        gone.sort_unstable();
        edit(array, |place| {
            let mut at = 0;
            place.retain(|_| {
                at += 1;
                gone.binary_search(&(at - 1)).is_err()
            });
        });
    } else if bytes.len() == picked.count {
        edit(array, |place| {
            for (at, byte) in picked.indices().zip(bytes) {
                place[at] = byte;
            }
        });
    } else {
        return Err(vm.value_error(format!(
            "attempt to assign bytes of size {} to extended slice of size {}",
            bytes.len(),
            picked.count
        )));
    }
    Ok(())
}

/// The index that a key names.
fn index_of(vm: &mut Vm, key: &Value) -> R<i64> {
    if !vm.has_index(key) {
        let found = vm.type_name(key);
        return Err(vm.type_error(format!(
            "bytearray indices must be integers or slices, not {found}"
        )));
    }
    vm.item_index(key)
}

fn setitem(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "__setitem__")?;
    if let Some(slice) = args[1].to_ref::<Slice>() {
        vm.slice_parts(&slice)?;
        let bytes = new_bytes(vm, &args[2])?;
        set_slice(vm, &array, &slice, Some(bytes))?;
        return Ok(Value::NONE);
    }
    let at = index_of(vm, &args[1])?;
    let byte = byte(vm, &args[2], "byte")?;
    let done = edit(&array, |bytes| {
        let place = position(at, bytes.len()).map(|at| &mut bytes[at]);
        place.map(|place| *place = byte)
    });
    match done {
        Some(()) => Ok(Value::NONE),
        None => Err(vm.index_error("bytearray index out of range")),
    }
}

fn delitem(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "__delitem__")?;
    if let Some(slice) = args[1].to_ref::<Slice>() {
        set_slice(vm, &array, &slice, None)?;
        return Ok(Value::NONE);
    }
    let at = index_of(vm, &args[1])?;
    if position(at, len_of(&array)).is_some() {
        check_views(vm, &array)?;
    }
    let removed = edit(&array, |bytes| {
        position(at, bytes.len()).map(|at| bytes.remove(at))
    });
    match removed {
        Some(_) => Ok(Value::NONE),
        None => Err(vm.index_error("bytearray index out of range")),
    }
}

/// Appends bytes.
fn extend_by(vm: &mut Vm, array: &Ref<Opaque>, more: &[u8]) -> R<()> {
    vm.check_text_size(len_of(array) + more.len())?;
    if !more.is_empty() {
        check_views(vm, array)?;
    }
    edit(array, |bytes| bytes.extend_from_slice(more));
    Ok(())
}

fn iadd(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "__iadd__")?;
    let Some(more) = buffer(vm, &args[1]) else {
        let (kind, found) = (vm.type_name(&args[0]), vm.type_name(&args[1]));
        return Err(vm.type_error(format!("can't concat {found} to {kind}")));
    };
    extend_by(vm, &array, &more)?;
    Ok(args[0].clone())
}

fn imul(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "__imul__")?;
    let Some(count) = vm.repeat_count(&args[1])? else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    vm.check_text_size(len_of(&array).saturating_mul(count))?;
    if count != 1 && len_of(&array) > 0 {
        check_views(vm, &array)?;
    }
    edit(&array, |bytes| {
        *bytes = bytes.repeat(if bytes.is_empty() { 0 } else { count })
    });
    Ok(args[0].clone())
}

fn append(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "append")?;
    let byte = byte(vm, &args[1], "byte")?;
    extend_by(vm, &array, &[byte])?;
    Ok(Value::NONE)
}

fn clear(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "clear")?;
    check_views(vm, &array)?;
    assign(&array, Vec::new());
    Ok(Value::NONE)
}

/// `__alloc__`: the bytes that are reserved; one more than the length, as if a zero ended them.
fn alloc(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "__alloc__")?;
    let capacity = edit(&array, |bytes| bytes.capacity());
    Ok(Value::int(if capacity == 0 {
        0
    } else {
        capacity as i64 + 1
    }))
}

fn copy(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "copy")?;
    let bytes = edit(&array, |bytes| bytes.clone());
    Ok(new_bytearray(vm, bytes))
}

fn extend(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "extend")?;
    if buffer(vm, &args[1]).is_none()
        && let Err(raised) = vm.iter(&args[1])
    {
        if !vm.raised_is(&vm.types.type_error.clone()) {
            return Err(raised);
        }
        vm.take_raised();
        let found = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("can't extend bytearray with {found}")));
    }
    if buffer(vm, &args[1]).is_none() {
        vm.ask_room(&args[1])?;
    }
    let more = match buffer(vm, &args[1]) {
        Some(bytes) => bytes.to_vec(),
        None => bytes_buffer::collect(vm, &args[1], "bytearray")?,
    };
    extend_by(vm, &array, &more)?;
    Ok(Value::NONE)
}

fn insert(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "insert")?;
    let at = vm.index(&args[1])?;
    let byte = byte(vm, &args[2], "byte")?;
    vm.check_text_size(len_of(&array) + 1)?;
    check_views(vm, &array)?;
    edit(&array, |bytes| {
        let at = if at < 0 {
            at.saturating_add(bytes.len() as i64)
        } else {
            at
        };
        let at = usize::try_from(at).unwrap_or(0).min(bytes.len());
        bytes.insert(at, byte);
    });
    Ok(Value::NONE)
}

fn pop(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "pop")?;
    let at = vm.size_or(&args[1], -1)?;
    if len_of(&array) == 0 {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    if position(at, len_of(&array)).is_some() {
        check_views(vm, &array)?;
    }
    match edit(&array, |bytes| {
        position(at, bytes.len()).map(|at| bytes.remove(at))
    }) {
        Some(byte) => Ok(Value::int(i64::from(byte))),
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn remove(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "remove")?;
    let byte = byte(vm, &args[1], "byte")?;
    if len_of(&array) > 0 {
        check_views(vm, &array)?;
    }
    let removed = edit(&array, |bytes| {
        let at = bytes.iter().position(|&other| other == byte)?;
        Some(bytes.remove(at))
    });
    match removed {
        Some(_) => Ok(Value::NONE),
        None => Err(vm.value_error("value not found in bytearray")),
    }
}

fn reverse(vm: &mut Vm, args: &[Value]) -> R {
    let array = receiver(vm, &args[0], "reverse")?;
    edit(&array, |bytes| bytes.reverse());
    Ok(Value::NONE)
}

/// Installs the type.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.bytearray.clone();
    vm.add_methods(&class, METHODS);
    vm.add_methods(&class, bytes_methods::METHODS);
    let hash = vm.intern("__hash__");
    class.dict.set_str(&hash, Value::NONE);
    vm.set_doc(
        &class,
        "bytearray(source=b'', encoding=..., errors='strict'): bytes that can be changed.",
    );
}

/// The bytes as text of Latin-1 for old protocols, or as bytes.
fn reduce_ex(vm: &mut Vm, args: &[Value]) -> R {
    let protocol = vm.index(&args[1])?;
    reduce_with(vm, args, protocol >= 3)
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    reduce_with(vm, args, false)
}

fn reduce_with(vm: &mut Vm, args: &[Value], as_bytes: bool) -> R {
    let array = receiver(vm, &args[0], "__reduce__")?;
    let bytes = edit(&array, |bytes| bytes.clone());
    let given = if bytes.is_empty() {
        Vec::new()
    } else if as_bytes {
        vec![Value::object(vm.heap.new_bytes(&bytes))]
    } else {
        let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
        vec![vm.new_str(&text), vm.new_str("latin-1")]
    };
    let class = Value::object(vm.class_of(&args[0]));
    let given = Value::object(vm.heap.new_tuple(given));
    let state = vm.call_method(&args[0], "__getstate__", &[])?;
    Ok(Value::object(vm.heap.new_tuple(vec![class, given, state])))
}

const METHODS: &[Def] = &[
    def("__reduce__", reduce, "self, /"),
    def("__reduce_ex__", reduce_ex, "self, protocol=0, /"),
    static_def("__new__", new, "cls, /, *args, **kwargs"),
    def(
        "__init__",
        init,
        "self, /, source=b'', encoding='utf-8', errors='strict'",
    ),
    def("__repr__", repr, "self, /"),
    def("__str__", repr, "self, /"),
    def("__iter__", iter, "self, /"),
    def("__setitem__", setitem, "self, key, value, /"),
    def("__delitem__", delitem, "self, key, /"),
    def("__iadd__", iadd, "self, value, /"),
    def("__imul__", imul, "self, value, /"),
    def("__alloc__", alloc, "self, /"),
    def("append", append, "self, item, /"),
    def("clear", clear, "self, /"),
    def("copy", copy, "self, /"),
    def("extend", extend, "self, iterable_of_ints, /"),
    def("insert", insert, "self, index, item, /"),
    def("pop", pop, "self, index=-1, /"),
    def("remove", remove, "self, value, /"),
    def("reverse", reverse, "self, /"),
];
