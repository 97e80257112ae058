//! `array`: sequences of numbers of one machine type.

use crate::builtins::bytes_buffer;
use crate::builtins::typed_memory::{
    ARRAY_CODES, TypedArray, array_error, item_at, pack, size_of_code, unpack,
};
use crate::builtins::{bytearray::ByteArray, slice as slices};
use crate::heap::Ref;
use crate::text::surrogate;
use crate::value::{Class, Dict, IterState, Layout, List, Opaque, Slice, Str, Value};
use crate::vm::{Comparison, Def, GetSet, R, Vm, def, getter, static_def};

use super::NativeModule;
use super::held::{CLASS_GETITEM, class_arg, put, put_class, set_unhashable, this};

pub(super) const MODULE: NativeModule = NativeModule {
    name: "array",
    functions: &[],
    setup: Some(setup),
};

#[derive(Default)]
struct Classes(Option<Ref<Class>>);

fn array_class(vm: &mut Vm) -> Ref<Class> {
    let class = vm.state::<Classes>().0.clone();
    class.expect("made with the module")
}

impl TypedArray {
    fn item(&self) -> usize {
        size_of_code(self.code.get()).expect("an array has a known code")
    }

    fn count(&self) -> usize {
        self.memory.len() / self.item()
    }
}

/// A new array of the class with these bytes.
fn make(vm: &mut Vm, class: &Ref<Class>, code: u8, bytes: Vec<u8>) -> Value {
    vm.heap.account(bytes.capacity() as isize);
    let data = TypedArray {
        memory: ByteArray::of(bytes),
        code: std::cell::Cell::new(code),
    };
    vm.heap.new_opaque(class, data)
}

/// A plain array like this one, of other bytes.
fn like(vm: &mut Vm, data: &TypedArray, bytes: Vec<u8>) -> Value {
    let class = array_class(vm);
    make(vm, &class, data.code.get(), bytes)
}

/// Changes the bytes and their number.
///
/// # Errors
/// BufferError while a view looks at them; MemoryError.
fn resize<T>(
    vm: &mut Vm,
    data: &TypedArray,
    more: usize,
    change: impl FnOnce(&mut Vec<u8>) -> T,
) -> R<T> {
    if data.memory.is_viewed() {
        let message = "cannot resize an array that is exporting buffers";
        return Err(vm.buffer_error(message));
    }
    vm.check_text_size(data.memory.len().saturating_add(more))?;
    let (result, delta) = data.memory.resize(change);
    if delta != 0 {
        vm.heap.account(delta);
    }
    Ok(result)
}

/// The bytes of one item of this array.
fn packed(vm: &mut Vm, code: u8, value: &Value) -> R<[u8; 8]> {
    match pack(vm, code, value) {
        Ok(bytes) => Ok(bytes),
        Err(unfit) => Err(array_error(vm, code, value, unfit)),
    }
}

fn push(vm: &mut Vm, data: &TypedArray, value: &Value) -> R<()> {
    let bytes = packed(vm, data.code.get(), value)?;
    let item = data.item();
    resize(vm, data, item, |all| all.extend_from_slice(&bytes[..item]))
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let class = class_arg(vm, &args[0])?;
    let exact = array_class(vm);
    if class.is(&exact) && args[3].as_ref::<Dict>().is_some_and(|all| all.len() > 0) {
        return Err(vm.type_error("array.array() takes no keyword arguments"));
    }
    let Some(code) = vm.cast::<Str>(&args[1]).filter(|code| code.n_chars() == 1) else {
        let found = vm.argument_type(&args[1]);
        return Err(vm.type_error(format!(
            "array() argument 1 must be a unicode character, not {found}"
        )));
    };
    let source = &args[2];
    let letter = code.as_str();
    if vm.cast::<Str>(source).is_some() && letter != "u" {
        return Err(vm.type_error(format!(
            "cannot use a str to initialize an array with typecode '{letter}'"
        )));
    }
    let given = source.as_data::<TypedArray>();
    if given.is_some_and(|given| given.code.get() == b'u') && letter != "u" {
        return Err(vm.type_error(format!(
            "cannot use a unicode array to initialize an array with typecode '{letter}'"
        )));
    }
    if !ARRAY_CODES.contains(letter) {
        return Err(
            vm.value_error("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        );
    }
    let made = make(vm, &class, letter.as_bytes()[0], Vec::new());
    let data = made.as_data::<TypedArray>().expect("it was made here");
    if source.is_undef() {
        return Ok(made);
    }
    if let Some(text) = vm.cast::<Str>(source) {
        add_text(vm, data, &text)?;
    } else if given.is_none()
        && let Some(bytes) = bytes_buffer::buffer(vm, source)
    {
        add_bytes(vm, data, &bytes)?;
    } else {
        add_items(vm, data, source)?;
    }
    Ok(made)
}

fn add_text(vm: &mut Vm, data: &TypedArray, text: &Ref<Str>) -> R<()> {
    let bytes: Vec<u8> = text
        .as_str()
        .chars()
        .flat_map(|char| surrogate::code_of(char).to_le_bytes())
        .collect();
    resize(vm, data, bytes.len(), |all| all.extend_from_slice(&bytes))
}

fn add_bytes(vm: &mut Vm, data: &TypedArray, bytes: &[u8]) -> R<()> {
    if !bytes.len().is_multiple_of(data.item()) {
        return Err(vm.value_error("bytes length not a multiple of item size"));
    }
    resize(vm, data, bytes.len(), |all| all.extend_from_slice(bytes))
}

fn add_items(vm: &mut Vm, data: &TypedArray, source: &Value) -> R<()> {
    if let Some(other) = source.as_data::<TypedArray>()
        && other.code.get() == data.code.get()
    {
        let bytes = other.memory.to_vec();
        return resize(vm, data, bytes.len(), |all| all.extend_from_slice(&bytes));
    }
    let iterator = vm.iter(source)?;
    while let Some(item) = vm.next(&iterator)? {
        push(vm, data, &item)?;
        vm.tick()?;
    }
    Ok(())
}

fn append(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    push(vm, data, &args[1])?;
    Ok(Value::NONE)
}

fn extend(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    check_extension(vm, data, &args[1])?;
    add_items(vm, data, &args[1])?;
    Ok(Value::NONE)
}

fn check_extension(vm: &mut Vm, data: &TypedArray, source: &Value) -> R<()> {
    let other = source.as_data::<TypedArray>();
    if other.is_some_and(|other| other.code.get() != data.code.get()) {
        return Err(vm.type_error("can only extend with array of same kind"));
    }
    Ok(())
}

fn frombytes(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let bytes = bytes_buffer::bytes_like(vm, &args[1])?;
    add_bytes(vm, data, &bytes)?;
    Ok(Value::NONE)
}

fn fromlist(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let Some(list) = args[1].as_ref::<List>() else {
        return Err(vm.type_error("arg must be list"));
    };
    let (code, item) = (data.code.get(), data.item());
    let mut bytes = Vec::new();
    let mut at = 0;
    while let Some(value) = list.get(at) {
        bytes.extend_from_slice(&packed(vm, code, &value)?[..item]);
        at += 1;
    }
    resize(vm, data, bytes.len(), |all| all.extend_from_slice(&bytes))?;
    Ok(Value::NONE)
}

fn fromunicode(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let Some(text) = vm.cast::<Str>(&args[1]) else {
        let found = vm.argument_type(&args[1]);
        let message = format!("fromunicode() argument must be str, not {found}");
        return Err(vm.type_error(message));
    };
    if data.code.get() != b'u' {
        let message = "fromunicode() may only be called on unicode type arrays";
        return Err(vm.value_error(message));
    }
    add_text(vm, data, &text)?;
    Ok(Value::NONE)
}

fn fromfile(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let count = vm.index(&args[2])?;
    let Ok(count) = usize::try_from(count) else {
        return Err(vm.value_error("negative count"));
    };
    let wanted = count.saturating_mul(data.item());
    vm.check_text_size(wanted)?;
    let read = vm.intern("read");
    let read = vm.get_attr(&args[1], &read)?;
    let bytes = vm.call(&read, &[Value::int(wanted as i64)])?;
    let Some(bytes) = bytes_buffer::buffer(vm, &bytes) else {
        return Err(vm.type_error("read() didn't return bytes"));
    };
    add_bytes(vm, data, &bytes)?;
    if bytes.len() != wanted {
        return Err(vm.eof_error("read() didn't return enough bytes"));
    }
    Ok(Value::NONE)
}

fn tofile(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = tobytes(vm, args)?;
    let write = vm.intern("write");
    let write = vm.get_attr(&args[1], &write)?;
    vm.call(&write, &[bytes])?;
    Ok(Value::NONE)
}

fn tobytes(vm: &mut Vm, args: &[Value]) -> R {
    let bytes = this::<TypedArray>(vm, args)?.memory.to_vec();
    Ok(Value::object(vm.heap.new_bytes(&bytes)))
}

fn values(vm: &mut Vm, data: &TypedArray) -> R<Vec<Value>> {
    let (code, item) = (data.code.get(), data.item());
    vm.check_text_size(data.count().saturating_mul(size_of::<Value>()))?;
    let bytes = data.memory.to_vec();
    Ok(bytes
        .chunks(item)
        .map(|one| unpack(vm, code, one))
        .collect())
}

fn tolist(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let values = values(vm, data)?;
    Ok(Value::object(vm.heap.new_list(values)))
}

fn text_of(data: &TypedArray) -> String {
    data.memory.with(|bytes| {
        let chars = bytes.chunks(4).map(|one| {
            let code = one.try_into().map_or(0, u32::from_le_bytes);
            surrogate::to_char(code).unwrap_or(char::REPLACEMENT_CHARACTER)
        });
        chars.collect()
    })
}

fn tounicode(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    if data.code.get() != b'u' {
        let message = "tounicode() may only be called on unicode type arrays";
        return Err(vm.value_error(message));
    }
    Ok(vm.new_str(&text_of(data)))
}

fn buffer_info(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let (at, count) = (args[0].raw_bits() as i64, data.count() as i64);
    Ok(Value::object(
        vm.heap.pair(Value::int(at), Value::int(count)),
    ))
}

fn byteswap(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let item = data.item();
    data.memory
        .with_mut(|bytes| bytes.chunks_mut(item).for_each(<[u8]>::reverse));
    Ok(Value::NONE)
}

/// The first equal item from `from` to `to`.
fn find(
    vm: &mut Vm,
    data: &TypedArray,
    wanted: &Value,
    from: usize,
    to: usize,
) -> R<Option<usize>> {
    let (code, item) = (data.code.get(), data.item());
    for at in from..to {
        let Some(value) = item_at(vm, &data.memory, code, at * item) else {
            break;
        };
        if vm.eq(&value, wanted)? {
            return Ok(Some(at));
        }
        vm.tick()?;
    }
    Ok(None)
}

fn count(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let (mut from, mut count) = (0, 0);
    while let Some(at) = find(vm, data, &args[1], from, data.count())? {
        from = at + 1;
        count += 1;
    }
    Ok(Value::int(count))
}

fn index(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let from = slices::search_bound(vm, &args[2], 0)?;
    let to = slices::search_bound(vm, &args[3], i64::MAX)?;
    let len = data.count();
    let clip = |at: i64| {
        let at = if at < 0 {
            at.saturating_add(len as i64)
        } else {
            at
        };
        usize::try_from(at).unwrap_or(0).min(len)
    };
    match find(vm, data, &args[1], clip(from), clip(to))? {
        Some(at) => Ok(Value::int(at as i64)),
        None => Err(vm.value_error("array.index(x): x not in array")),
    }
}

fn contains(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let found = find(vm, data, &args[1], 0, data.count())?;
    Ok(Value::bool(found.is_some()))
}

fn insert(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let at = vm.index(&args[1])?;
    let bytes = packed(vm, data.code.get(), &args[2])?;
    let (item, len) = (data.item(), data.count() as i64);
    let at = if at < 0 {
        (at + len).max(0)
    } else {
        at.min(len)
    } as usize
        * item;
    resize(vm, data, item, |all| {
        all.splice(at..at, bytes[..item].iter().copied());
    })?;
    Ok(Value::NONE)
}

/// Takes out the item at a place that was checked.
fn take(vm: &mut Vm, data: &TypedArray, at: usize) -> R {
    let (code, item) = (data.code.get(), data.item());
    let value = item_at(vm, &data.memory, code, at * item).unwrap_or(Value::NONE);
    resize(vm, data, 0, |all| {
        all.drain(at * item..(at + 1) * item);
    })?;
    Ok(value)
}

fn pop(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let at = vm.size_or(&args[1], -1)?;
    if data.count() == 0 {
        return Err(vm.index_error("pop from empty array"));
    }
    match slices::place(at, data.count()) {
        Some(at) => take(vm, data, at),
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn remove(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    match find(vm, data, &args[1], 0, data.count())? {
        Some(at) if at < data.count() => {
            take(vm, data, at)?;
            Ok(Value::NONE)
        }
        _ => Err(vm.value_error("array.remove(x): x not in array")),
    }
}

fn reverse(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let item = data.item();
    data.memory.with_mut(|bytes| {
        bytes.reverse();
        bytes.chunks_mut(item).for_each(<[u8]>::reverse);
    });
    Ok(Value::NONE)
}

fn len(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(this::<TypedArray>(vm, args)?.count() as i64))
}

/// What a key means: the place of an item, or a slice.
fn key_of(vm: &mut Vm, key: &Value, words: &str) -> R<Result<i64, Ref<Slice>>> {
    if let Some(slice) = key.to_ref::<Slice>() {
        return Ok(Err(slice));
    }
    if !vm.has_index(key) {
        return Err(vm.type_error(words));
    }
    Ok(Ok(vm.item_index(key)?))
}

fn get_item(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let item = data.item();
    match key_of(vm, &args[1], "array indices must be integers")? {
        Ok(at) => {
            let place = slices::place(at, data.count());
            match place.and_then(|at| item_at(vm, &data.memory, data.code.get(), at * item)) {
                Some(value) => Ok(value),
                None => Err(vm.index_error("array index out of range")),
            }
        }
        Err(slice) => {
            let run = slices::unpack(vm, &slice)?.over(data.count());
            let bytes = data.memory.with(|bytes| {
                let items = run
                    .indices()
                    .flat_map(|at| &bytes[at * item..(at + 1) * item]);
                items.copied().collect()
            });
            Ok(like(vm, data, bytes))
        }
    }
}

fn set_item(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let item = data.item();
    match key_of(vm, &args[1], "array indices must be integers")? {
        Ok(at) => {
            if slices::place(at, data.count()).is_none() {
                return Err(vm.index_error("array assignment index out of range"));
            }
            let bytes = packed(vm, data.code.get(), &args[2])?;
            let Some(at) = slices::place(at, data.count()) else {
                return Err(vm.index_error("array assignment index out of range"));
            };
            let place = at * item..(at + 1) * item;
            data.memory
                .with_mut(|all| all[place].copy_from_slice(&bytes[..item]));
        }
        Err(slice) => {
            slices::unpack(vm, &slice)?;
            let Some(other) = args[2].as_data::<TypedArray>() else {
                let found = vm.type_name(&args[2]);
                return Err(vm.type_error(format!(
                    "can only assign array (not \"{found}\") to array slice"
                )));
            };
            if other.code.get() != data.code.get() {
                return Err(vm.type_error("bad argument type for built-in operation"));
            }
            let new = other.memory.to_vec();
            set_slice(vm, data, &slice, new)?;
        }
    }
    Ok(Value::NONE)
}

fn set_slice(vm: &mut Vm, data: &TypedArray, slice: &Ref<Slice>, new: Vec<u8>) -> R<()> {
    let item = data.item();
    let run = slices::unpack(vm, slice)?.over(data.count());
    let count = new.len() / item;
    if let Some(range) = run.contiguous() {
        let bytes = range.start * item..range.end * item;
        if count == range.len() {
            data.memory.with_mut(|all| all[bytes].copy_from_slice(&new));
            return Ok(());
        }
        return resize(vm, data, new.len(), |all| {
            all.splice(bytes, new);
        });
    }
    if count == run.count {
        data.memory.with_mut(|all| {
            for (at, one) in run.indices().zip(new.chunks(item)) {
                all[at * item..(at + 1) * item].copy_from_slice(one);
            }
        });
        return Ok(());
    }
    Err(vm.value_error(format!(
        "attempt to assign array of size {count} to extended slice of size {}",
        run.count
    )))
}

fn del_item(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let item = data.item();
    match key_of(vm, &args[1], "array indices must be integers")? {
        Ok(at) => match slices::place(at, data.count()) {
            Some(at) => {
                take(vm, data, at)?;
            }
            None => return Err(vm.index_error("array assignment index out of range")),
        },
        Err(slice) => {
            let run = slices::unpack(vm, &slice)?.over(data.count());
            if run.count == 0 {
                return Ok(Value::NONE);
            }
            let mut gone: Vec<usize> = run.indices().collect();
            gone.sort_unstable();
            resize(vm, data, 0, |all| {
                let mut at = 0;
                all.retain(|_| {
                    at += 1;
                    gone.binary_search(&((at - 1) / item)).is_err()
                });
            })?;
        }
    }
    Ok(Value::NONE)
}

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    this::<TypedArray>(vm, args)?;
    let object = args[0].clone();
    Ok(vm.new_iter(IterState::Sequence { object, at: 0 }))
}

fn add(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let Some(other) = args[1].as_data::<TypedArray>() else {
        let found = vm.type_name(&args[1]);
        let message = format!("can only append array (not \"{found}\") to array");
        return Err(vm.type_error(message));
    };
    if other.code.get() != data.code.get() {
        return Err(vm.type_error("bad argument type for built-in operation"));
    }
    let mut bytes = data.memory.to_vec();
    vm.check_text_size(bytes.len() + other.memory.len())?;
    other.memory.with(|more| bytes.extend_from_slice(more));
    Ok(like(vm, data, bytes))
}

fn iadd(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    if args[1].as_data::<TypedArray>().is_none() {
        let found = vm.type_name(&args[1]);
        let message = format!("can only extend array with array (not \"{found}\")");
        return Err(vm.type_error(message));
    }
    check_extension(vm, data, &args[1])?;
    add_items(vm, data, &args[1])?;
    Ok(args[0].clone())
}

fn repeated(vm: &mut Vm, data: &TypedArray, times: &Value) -> R<Option<Vec<u8>>> {
    let Some(times) = vm.repeat_count(times)? else {
        return Ok(None);
    };
    let len = data.memory.len();
    vm.check_text_size(len.saturating_mul(times))?;
    let times = if len == 0 { 0 } else { times };
    Ok(Some(data.memory.with(|bytes| bytes.repeat(times))))
}

fn mul(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    match repeated(vm, data, &args[1])? {
        Some(bytes) => Ok(like(vm, data, bytes)),
        None => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn imul(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    match repeated(vm, data, &args[1])? {
        Some(bytes) if bytes.len() == data.memory.len() => {}
        Some(bytes) => resize(vm, data, 0, |all| *all = bytes)?,
        None => return Ok(Value::NOT_IMPLEMENTED),
    }
    Ok(args[0].clone())
}

/// Compares as the lists of the items do.
fn compare(vm: &mut Vm, args: &[Value], op: Comparison) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let Some(other) = args[1].as_data::<TypedArray>() else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let (left, right) = (values(vm, data)?, values(vm, other)?);
    if matches!(op, Comparison::Eq | Comparison::Ne) && left.len() != right.len() {
        return Ok(Value::bool(matches!(op, Comparison::Ne)));
    }
    for (left, right) in left.iter().zip(&right) {
        let same = match (left.is_float(), right.is_float()) {
            // NaN is no equal of itself.
            (true, true) => left.raw_float() == right.raw_float(),
            _ => vm.eq(left, right)?,
        };
        if !same {
            return match op {
                Comparison::Eq => Ok(Value::FALSE),
                Comparison::Ne => Ok(Value::TRUE),
                op => vm.rich_compare(op, left, right),
            };
        }
    }
    Ok(Value::bool(op.holds(left.len().cmp(&right.len()))))
}

macro_rules! comparisons {
    ($($name:ident $op:ident)*) => {
        $( fn $name(vm: &mut Vm, args: &[Value]) -> R {
            compare(vm, args, Comparison::$op)
        } )*
    };
}

comparisons! { eq Eq ne Ne lt Lt le Le gt Gt ge Ge }

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let (class, code) = (
        vm.class_of(&args[0]).name.get(),
        char::from(data.code.get()),
    );
    let name = class.as_str();
    if data.memory.len() == 0 {
        return Ok(vm.new_str(&format!("{name}('{code}')")));
    }
    let shown = if code == 'u' {
        vm.new_str(&text_of(data))
    } else {
        tolist(vm, args)?
    };
    let shown = vm.repr(&shown)?;
    Ok(vm.new_str(&format!("{name}('{code}', {})", shown.as_str())))
}

fn copy(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let bytes = data.memory.to_vec();
    Ok(like(vm, data, bytes))
}

fn reduce(vm: &mut Vm, args: &[Value]) -> R {
    let data = this::<TypedArray>(vm, args)?;
    let code = vm.new_str(&char::from(data.code.get()).to_string());
    let items = tolist(vm, args)?;
    let class = Value::object(vm.class_of(&args[0]));
    let made = Value::object(vm.heap.pair(code, items));
    let dict = args[0].as_ref::<Opaque>().map(|opaque| opaque.dict.get());
    let state = dict.unwrap_or(Value::NONE);
    Ok(Value::object(vm.heap.new_tuple(vec![class, made, state])))
}

fn typecode(vm: &mut Vm, args: &[Value]) -> R {
    let code = this::<TypedArray>(vm, args)?.code.get();
    Ok(vm.char_str(char::from(code)))
}

fn itemsize(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(this::<TypedArray>(vm, args)?.item() as i64))
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let class = vm.new_type("array", "array", &[], Layout::Opaque);
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
    set_unhashable(vm, &class);
    vm.set_doc(&class, "array(typecode [, initializer]) -> array");
    put_class(globals, &class);
    put(vm, globals, "ArrayType", Value::object(class.clone()));
    let codes = vm.new_str(ARRAY_CODES);
    put(vm, globals, "typecodes", codes);
    vm.state::<Classes>().0 = Some(class.clone());
    // As `collections.abc` registers it: patterns for sequences match arrays.
    class.set_flag(crate::value::class_flags::SEQUENCE, true);
    Ok(())
}

const GETSETS: &[GetSet] = &[getter("typecode", typecode), getter("itemsize", itemsize)];

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, typecode, initializer=(), /, **kwargs"),
    def("append", append, "self, v, /"),
    def("buffer_info", buffer_info, "self, /"),
    def("byteswap", byteswap, "self, /"),
    def("count", count, "self, v, /"),
    def("extend", extend, "self, bb, /"),
    def("fromfile", fromfile, "self, f, n, /"),
    def("frombytes", frombytes, "self, buffer, /"),
    def("fromlist", fromlist, "self, list, /"),
    def("fromunicode", fromunicode, "self, ustr, /"),
    def("index", index, "self, v, start=0, stop=None, /"),
    def("insert", insert, "self, i, v, /"),
    def("pop", pop, "self, i=-1, /"),
    def("remove", remove, "self, v, /"),
    def("reverse", reverse, "self, /"),
    def("tobytes", tobytes, "self, /"),
    def("tofile", tofile, "self, f, /"),
    def("tolist", tolist, "self, /"),
    def("tounicode", tounicode, "self, /"),
    def("__len__", len, "self, /"),
    def("__getitem__", get_item, "self, key, /"),
    def("__setitem__", set_item, "self, key, value, /"),
    def("__delitem__", del_item, "self, key, /"),
    def("__contains__", contains, "self, key, /"),
    def("__iter__", iter, "self, /"),
    def("__add__", add, "self, value, /"),
    def("__iadd__", iadd, "self, value, /"),
    def("__mul__", mul, "self, value, /"),
    def("__rmul__", mul, "self, value, /"),
    def("__imul__", imul, "self, value, /"),
    def("__eq__", eq, "self, value, /"),
    def("__ne__", ne, "self, value, /"),
    def("__lt__", lt, "self, value, /"),
    def("__le__", le, "self, value, /"),
    def("__gt__", gt, "self, value, /"),
    def("__ge__", ge, "self, value, /"),
    def("__repr__", repr, "self, /"),
    def("__copy__", copy, "self, /"),
    def("__deepcopy__", copy, "self, memo, /"),
    def("__reduce_ex__", reduce, "self, protocol, /"),
    CLASS_GETITEM,
];
