//! `memoryview`: a window on the bytes of another object, seen as items of one type in one or more dimensions.

use std::cell::Cell;

use super::bytes_methods;
use super::slice;
use super::typed_memory::{TypedArray, Unfit, memory_of, pack, size_of_code, unpack};
use crate::heap::Slot;
use crate::value::{Bytes, List, NativeData, Opaque, Slice, Str, Tag, Tuple, Value};
use crate::vm::{Def, GetSet, R, Raised, Vm, def, getter, static_def};

/// Which bytes of the memory are shown, and as what.
#[derive(Clone)]
struct Window {
    readonly: bool,
    format: Box<str>,
    item: usize,
    offset: usize,
    shape: Vec<usize>,
    /// Bytes from one item to the next, for each dimension.
    strides: Vec<i64>,
}

impl Window {
    /// The single letter of the format.
    fn code(&self) -> u8 {
        *self.format.as_bytes().last().unwrap_or(&b'B')
    }

    /// How many items there are.
    fn count(&self) -> usize {
        self.shape.iter().product()
    }

    fn is_contiguous(&self) -> bool {
        let mut expected = self.item as i64;
        for (&len, &stride) in self.shape.iter().zip(&self.strides).rev() {
            if len > 1 && stride != expected {
                return false;
            }
            expected *= len as i64;
        }
        true
    }

    fn is_fortran(&self) -> bool {
        let mut expected = self.item as i64;
        for (&len, &stride) in self.shape.iter().zip(&self.strides) {
            if len > 1 && stride != expected {
                return false;
            }
            expected *= len as i64;
        }
        true
    }

    /// The offsets of all items, in the order of C.
    fn offsets(&self) -> Vec<usize> {
        let mut all = vec![self.offset as i64];
        for (&len, &stride) in self.shape.iter().zip(&self.strides) {
            all = all
                .iter()
                .flat_map(|&at| (0..len as i64).map(move |nth| at + nth * stride))
                .collect();
        }
        all.into_iter().map(|at| at as usize).collect()
    }
}

/// The inside of a memoryview.
pub(crate) struct MemoryView {
    /// What the view was made of, as `obj` shows it.
    object: Slot<Value>,
    /// The object that holds the bytes: `bytes`, or one with growing memory.
    source: Slot<Value>,
    window: Window,
    released: Cell<bool>,
    hash: Cell<Option<i64>>,
}

impl NativeData for MemoryView {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.object.get());
        visit(&self.source.get());
    }

    fn unlink(&self) {
        self.let_go();
    }
}

impl Drop for MemoryView {
    fn drop(&mut self) {
        self.let_go();
    }
}

impl MemoryView {
    /// Gives the memory back, once.
    fn let_go(&self) {
        if self.released.replace(true) {
            return;
        }
        let source = self.source.replace(Value::NONE);
        if let Some(memory) = source.as_ref::<Opaque>().and_then(|it| memory_of(it)) {
            memory.count_view(false);
        }
        drop(source);
        drop(self.object.replace(Value::NONE));
    }

    /// Looks at all bytes of the object behind; None after `release()`.
    fn look<T>(&self, look: impl FnOnce(&[u8]) -> T) -> Option<T> {
        let source = self.source.get();
        if let Some(bytes) = source.as_ref::<Bytes>() {
            return Some(look(bytes.items()));
        }
        let memory = memory_of(source.as_ref::<Opaque>()?)?;
        Some(memory.with(look))
    }

    /// The bytes that are shown; None after `release()`.
    pub(crate) fn to_vec(&self) -> Option<Vec<u8>> {
        let (item, count) = (self.window.item, self.window.count());
        if self.window.is_contiguous() {
            return self.look(|bytes| {
                bytes[self.window.offset..self.window.offset + item * count].to_vec()
            });
        }
        let offsets = self.window.offsets();
        self.look(|bytes| {
            let items = offsets.iter().flat_map(|&at| &bytes[at..at + item]);
            items.copied().collect()
        })
    }

    fn value_at(&self, vm: &mut Vm, offset: usize) -> R {
        let code = self.window.code();
        if size_of_code(code) != Some(self.window.item) || code == b'u' {
            let message = format!("memoryview: format {} not supported", self.window.format);
            return Err(vm.not_implemented_error(message));
        }
        let mut item = [0; 8];
        let size = self.window.item;
        let found = self.look(|bytes| item[..size].copy_from_slice(&bytes[offset..offset + size]));
        match found {
            Some(()) => Ok(unpack(vm, code, &item[..size])),
            None => Err(released(vm)),
        }
    }

    /// Writes bytes at an offset.
    fn write(&self, offset: usize, new: &[u8]) {
        let source = self.source.get();
        if let Some(memory) = source.as_ref::<Opaque>().and_then(|it| memory_of(it)) {
            memory.with_mut(|bytes| bytes[offset..offset + new.len()].copy_from_slice(new));
        }
    }
}

fn released(vm: &mut Vm) -> Raised {
    vm.value_error("operation forbidden on released memoryview object")
}

/// `self` of a method; a released view is none.
fn this<'a>(vm: &mut Vm, args: &'a [Value]) -> R<&'a MemoryView> {
    let view = any(vm, args)?;
    if view.released.get() {
        return Err(released(vm));
    }
    Ok(view)
}

fn any<'a>(vm: &mut Vm, args: &'a [Value]) -> R<&'a MemoryView> {
    match args[0].as_data::<MemoryView>() {
        Some(view) => Ok(view),
        None => Err(vm.wrong_self("method", "memoryview", &args[0])),
    }
}

fn make(vm: &mut Vm, object: Value, source: Value, window: Window) -> Value {
    if let Some(memory) = source.as_ref::<Opaque>().and_then(|it| memory_of(it)) {
        memory.count_view(true);
    }
    let class = vm.types.memoryview.clone();
    vm.heap.new_opaque(
        &class,
        MemoryView {
            object: Slot::new(object),
            source: Slot::new(source),
            window,
            released: Cell::new(false),
            hash: Cell::new(None),
        },
    )
}

/// A view of the same memory.
fn derive(vm: &mut Vm, view: &MemoryView, window: Window) -> Value {
    make(vm, view.object.get(), view.source.get(), window)
}

/// A memoryview of an object with a buffer; None if it has none.
///
/// # Errors
/// ValueError for a released view.
pub(crate) fn view_of(vm: &mut Vm, object: &Value) -> R<Option<Value>> {
    if let Some(view) = object.as_data::<MemoryView>() {
        if view.released.get() {
            return Err(released(vm));
        }
        return Ok(Some(derive(vm, view, view.window.clone())));
    }
    let plain = vm.plain(object);
    let flat = |readonly, format: &str, item: usize, len: usize| Window {
        readonly,
        format: format.into(),
        item,
        offset: 0,
        shape: vec![len / item],
        strides: vec![item as i64],
    };
    let window = if let Some(bytes) = plain.as_ref::<Bytes>() {
        flat(true, "B", 1, bytes.len())
    } else if let Some(array) = plain.as_data::<TypedArray>() {
        let code = array.code.get();
        let format = if code == b'u' { 'w' } else { char::from(code) };
        let size = size_of_code(code).expect("an array has a known code");
        flat(false, &format.to_string(), size, array.memory.len())
    } else if let Some(memory) = plain.as_ref::<Opaque>().and_then(|it| memory_of(it)) {
        flat(false, "B", 1, memory.len())
    } else {
        return Ok(None);
    };
    Ok(Some(make(vm, object.clone(), plain, window)))
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    match view_of(vm, &args[1])? {
        Some(view) => Ok(view),
        None => {
            let found = vm.type_name(&args[1]);
            Err(vm.type_error(format!(
                "memoryview: a bytes-like object is required, not '{found}'"
            )))
        }
    }
}

/// The offset that indices mean.
fn place(vm: &mut Vm, view: &MemoryView, indices: &[Value]) -> R<usize> {
    let mut at = view.window.offset as i64;
    for (nth, index) in indices.iter().enumerate() {
        let index = vm.item_index(index)?;
        match slice::place(index, view.window.shape[nth]) {
            Some(index) => at += index as i64 * view.window.strides[nth],
            None => {
                let message = format!("index out of bounds on dimension {}", nth + 1);
                return Err(vm.index_error(message));
            }
        }
    }
    Ok(at as usize)
}

/// What a key means.
enum Key {
    Item(usize),
    Window(Window),
}

fn read_key(vm: &mut Vm, view: &MemoryView, key: &Value) -> R<Key> {
    let n_dims = view.window.shape.len();
    if n_dims == 0 {
        return match key {
            key if key
                .as_ref::<Tuple>()
                .is_some_and(|all| all.items().is_empty()) =>
            {
                Ok(Key::Item(view.window.offset))
            }
            key if key.is(Tag::Ellipsis) => Ok(Key::Window(view.window.clone())),
            _ => Err(vm.type_error("invalid indexing of 0-dim memory")),
        };
    }
    if let Some(slice) = key.to_ref::<Slice>() {
        let run = slice::unpack(vm, &slice)?.over(view.window.shape[0]);
        let mut window = view.window.clone();
        window.offset =
            (view.window.offset as i64 + run.start.max(0) * view.window.strides[0]) as usize;
        if run.count == 0 {
            window.offset = view.window.offset;
        }
        window.shape[0] = run.count;
        window.strides[0] = view.window.strides[0].saturating_mul(run.step);
        return Ok(Key::Window(window));
    }
    if let Some(keys) = vm.cast::<Tuple>(key) {
        let all_indices = keys.items().iter().all(|key| vm.has_index(key));
        if all_indices {
            let given = keys.len();
            if given < n_dims {
                return Err(vm.not_implemented_error("sub-views are not implemented"));
            }
            if given > n_dims {
                return Err(vm.type_error(format!(
                    "cannot index {n_dims}-dimension view with {given}-element tuple"
                )));
            }
            return Ok(Key::Item(place(vm, view, keys.items())?));
        }
        let all_slices = keys.items().iter().all(|key| key.is(Tag::Slice));
        if all_slices {
            return Err(vm.not_implemented_error("multi-dimensional slicing is not implemented"));
        }
        return Err(vm.type_error("memoryview: invalid slice key"));
    }
    if vm.has_index(key) {
        if n_dims > 1 {
            return Err(vm.not_implemented_error("multi-dimensional sub-views are not implemented"));
        }
        return Ok(Key::Item(place(vm, view, std::slice::from_ref(key))?));
    }
    Err(vm.type_error("memoryview: invalid slice key"))
}

fn getitem(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    let key = read_key(vm, view, &args[1])?;
    if view.released.get() {
        return Err(released(vm));
    }
    match key {
        Key::Item(at) => view.value_at(vm, at),
        Key::Window(window) => Ok(derive(vm, view, window)),
    }
}

/// Only what is one slice can be set as a window.
fn refuse_many_slices(vm: &mut Vm, key: &Value) -> R<()> {
    match vm.cast::<Tuple>(key) {
        Some(keys)
            if !keys.items().is_empty() && keys.items().iter().all(|key| key.is(Tag::Slice)) =>
        {
            Err(vm.not_implemented_error(
                "memoryview slice assignments are currently restricted to ndim = 1",
            ))
        }
        _ => Ok(()),
    }
}

fn setitem(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    if view.window.readonly {
        return Err(vm.type_error("cannot modify read-only memory"));
    }
    if args[1].is(Tag::Slice) && view.window.shape.len() == 1 && view_of(vm, &args[2])?.is_none() {
        let found = vm.type_name(&args[2]);
        return Err(vm.type_error(format!("a bytes-like object is required, not '{found}'")));
    }
    refuse_many_slices(vm, &args[1])?;
    let key = read_key(vm, view, &args[1])?;
    let at = match key {
        Key::Item(at) => at,
        Key::Window(_) if view.window.shape.is_empty() => view.window.offset,
        Key::Window(window) => {
            if view.window.shape.len() > 1 {
                return Err(vm.not_implemented_error(
                    "memoryview slice assignments are currently restricted to ndim = 1",
                ));
            }
            return set_window(vm, view, window, &args[2]);
        }
    };
    let code = view.window.code();
    let packed = pack(vm, code, &args[2]);
    if view.released.get() {
        return Err(released(vm));
    }
    match packed {
        Ok(bytes) => view.write(at, &bytes[..view.window.item]),
        Err(Unfit::Raised(raised)) => return Err(raised),
        Err(Unfit::Type) => {
            let message = format!(
                "memoryview: invalid type for format '{}'",
                view.window.format
            );
            return Err(vm.type_error(message));
        }
        Err(Unfit::Low | Unfit::High) => {
            let message = format!(
                "memoryview: invalid value for format '{}'",
                view.window.format
            );
            return Err(vm.value_error(message));
        }
    }
    Ok(Value::NONE)
}

fn set_window(vm: &mut Vm, view: &MemoryView, window: Window, value: &Value) -> R {
    let Some(other) = view_of(vm, value)? else {
        let found = vm.type_name(value);
        return Err(vm.type_error(format!("a bytes-like object is required, not '{found}'")));
    };
    let other = other.as_data::<MemoryView>().expect("it was made here");
    if other.window.code() != view.window.code() || other.window.shape != window.shape {
        return Err(
            vm.value_error("memoryview assignment: lvalue and rvalue have different structures")
        );
    }
    // A copy, as both may be the same memory.
    let new = other.to_vec().unwrap_or_default();
    for (nth, item) in new.chunks(view.window.item).enumerate() {
        let at = window.offset as i64 + nth as i64 * window.strides[0];
        view.write(at as usize, item);
    }
    Ok(Value::NONE)
}

fn delitem(vm: &mut Vm, args: &[Value]) -> R {
    if this(vm, args)?.window.readonly {
        return Err(vm.type_error("cannot modify read-only memory"));
    }
    Err(vm.type_error("cannot delete memory"))
}

fn len(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    Ok(Value::int(
        view.window.shape.first().map_or(1, |&len| len as i64),
    ))
}

/// Whether two values are views of equal items; None if the other has no buffer.
fn equal(vm: &mut Vm, args: &[Value]) -> R<Option<bool>> {
    let view = any(vm, args)?;
    if view.released.get()
        || args[1]
            .as_data::<MemoryView>()
            .is_some_and(|it| it.released.get())
    {
        return Ok(Some(args[0].is_same(&args[1])));
    }
    let Some(other) = view_of(vm, &args[1])? else {
        return Ok(None);
    };
    let other = other.as_data::<MemoryView>().expect("it was made here");
    if view.window.shape != other.window.shape {
        return Ok(Some(false));
    }
    let (mine, theirs) = (view.window.code(), other.window.code());
    if mine == theirs && !matches!(mine, b'f' | b'd' | b'e') {
        return Ok(Some(view.to_vec() == other.to_vec()));
    }
    let known = |view: &MemoryView| size_of_code(view.window.code()) == Some(view.window.item);
    if !known(view) || !known(other) {
        return Ok(Some(false));
    }
    for (left, right) in view
        .window
        .offsets()
        .into_iter()
        .zip(other.window.offsets())
    {
        let (left, right) = (view.value_at(vm, left)?, other.value_at(vm, right)?);
        // Items are numbers or bytes: nothing here runs script code, and NaN is no equal of itself.
        let same = match (left.is_float(), right.is_float()) {
            (true, true) => left.raw_float() == right.raw_float(),
            _ => vm.eq(&left, &right)?,
        };
        if !same {
            return Ok(Some(false));
        }
    }
    Ok(Some(true))
}

fn eq(vm: &mut Vm, args: &[Value]) -> R {
    Ok(equal(vm, args)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}

fn ne(vm: &mut Vm, args: &[Value]) -> R {
    Ok(equal(vm, args)?.map_or(Value::NOT_IMPLEMENTED, |equal| Value::bool(!equal)))
}

fn hash(vm: &mut Vm, args: &[Value]) -> R {
    let view = any(vm, args)?;
    if let Some(hash) = view.hash.get() {
        return Ok(Value::int(hash));
    }
    let view = this(vm, args)?;
    if !view.window.readonly {
        return Err(vm.value_error("cannot hash writable memoryview object"));
    }
    if !matches!(view.window.code(), b'B' | b'b' | b'c') {
        let message = "memoryview: hashing is restricted to formats 'B', 'b' or 'c'";
        return Err(vm.value_error(message));
    }
    let bytes = view.to_vec().unwrap_or_default();
    let bytes = Value::object(vm.heap.new_bytes(&bytes));
    let hash = vm.hash(&bytes)? as i64;
    view.hash.set(Some(hash));
    Ok(Value::int(hash))
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let view = any(vm, args)?;
    let at = args[0].raw_bits();
    let state = if view.released.get() { "released " } else { "" };
    Ok(vm.new_str(&format!("<{state}memory at {at:#x}>")))
}

fn iter(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    if view.window.shape.is_empty() {
        return Err(vm.type_error("0-dim memory has no length"));
    }
    if view.window.shape.len() > 1 {
        return Err(vm.not_implemented_error("multi-dimensional sub-views are not implemented"));
    }
    let object = args[0].clone();
    Ok(vm.new_iter(crate::value::IterState::Sequence { object, at: 0 }))
}

fn tobytes(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    let order = match &args[1] {
        none if none.is_none() => None,
        given if !given.is_undef() && vm.cast::<Str>(given).is_none() => {
            let found = vm.type_name(given);
            let text = format!("tobytes() argument 'order' must be str or None, not {found}");
            return Err(vm.type_error(text));
        }
        given => vm.optional_str(given, "tobytes() argument 'order'")?,
    };
    let order = order.as_ref().map_or("C", |order| order.as_str());
    if !matches!(order, "C" | "F" | "A") {
        return Err(vm.value_error("order must be 'C', 'F' or 'A'"));
    }
    let fortran =
        order == "F" || order == "A" && view.window.is_fortran() && !view.window.is_contiguous();
    let bytes = if fortran && view.window.shape.len() > 1 {
        let mut turned = view.window.clone();
        turned.shape.reverse();
        turned.strides.reverse();
        let turned = derive(vm, view, turned);
        let turned = turned.as_data::<MemoryView>().expect("it was made here");
        turned.to_vec()
    } else {
        view.to_vec()
    };
    let bytes = bytes.unwrap_or_default();
    vm.check_text_size(bytes.len())?;
    Ok(Value::object(vm.heap.new_bytes(&bytes)))
}

fn hex(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    let bytes = view.to_vec().unwrap_or_default();
    bytes_methods::hex_of(vm, &bytes, args)
}

/// The items from a dimension on, as nested lists.
fn list_of(vm: &mut Vm, view: &MemoryView, dimension: usize, at: i64) -> R {
    let Some(&len) = view.window.shape.get(dimension) else {
        return view.value_at(vm, at as usize);
    };
    let mut items = Vec::with_capacity(len);
    for nth in 0..len as i64 {
        items.push(list_of(
            vm,
            view,
            dimension + 1,
            at + nth * view.window.strides[dimension],
        )?);
    }
    Ok(Value::object(vm.heap.new_list(items)))
}

fn tolist(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    vm.check_text_size(view.window.count().saturating_mul(size_of::<Value>()))?;
    list_of(vm, view, 0, view.window.offset as i64)
}

fn toreadonly(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    let mut window = view.window.clone();
    window.readonly = true;
    Ok(derive(vm, view, window))
}

fn release(vm: &mut Vm, args: &[Value]) -> R {
    any(vm, args)?.let_go();
    Ok(Value::NONE)
}

fn enter(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args)?;
    Ok(args[0].clone())
}

/// The lengths given to `cast`.
fn shape_arg(vm: &mut Vm, value: &Value) -> R<Vec<usize>> {
    let items = if let Some(list) = value.as_ref::<List>() {
        list.to_vec()
    } else if let Some(tuple) = value.as_ref::<Tuple>() {
        tuple.items().to_vec()
    } else {
        return Err(vm.type_error("shape must be a list or a tuple"));
    };
    if items.len() > 64 {
        return Err(vm.value_error("memoryview: number of dimensions must not exceed 64"));
    }
    let mut shape = Vec::with_capacity(items.len());
    for item in items {
        if !vm.plain(&item).is_integer() {
            return Err(vm.type_error("memoryview.cast(): elements of shape must be integers"));
        }
        match vm
            .plain(&item)
            .as_int()
            .and_then(|len| usize::try_from(len).ok())
        {
            Some(len) if len > 0 => shape.push(len),
            _ => {
                return Err(
                    vm.value_error("memoryview.cast(): elements of shape must be integers > 0")
                );
            }
        }
    }
    Ok(shape)
}

fn cast(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    let Some(format) = vm.cast::<Str>(&args[1]) else {
        let found = vm.argument_type(&args[1]);
        let message = format!("cast() argument 'format' must be str, not {found}");
        return Err(vm.type_error(message));
    };
    if !view.window.is_contiguous() {
        return Err(vm.type_error("memoryview: casts are restricted to C-contiguous views"));
    }
    let shape = if args[2].is_undef() {
        None
    } else {
        Some(shape_arg(vm, &args[2])?)
    };
    let flat = shape.as_ref().is_none_or(|shape| shape.len() == 1);
    if view.window.shape.len() != 1 && !flat {
        return Err(vm.type_error("memoryview: cast must be 1D -> ND or ND -> 1D"));
    }
    let letters = format.as_str().strip_prefix('@').unwrap_or(format.as_str());
    let code = match letters.as_bytes() {
        &[code] if code != b'u' && code != b'e' => code,
        _ => 0,
    };
    let Some(item) = size_of_code(code) else {
        return Err(vm.value_error(
            "memoryview: destination format must be a native single character format prefixed with an optional '@'",
        ));
    };
    let is_byte = |code: u8| matches!(code, b'B' | b'b' | b'c');
    if !is_byte(code) && !is_byte(view.window.code()) {
        return Err(vm.type_error("memoryview: cannot cast between two non-byte formats"));
    }
    let total = view.window.count() * view.window.item;
    if !total.is_multiple_of(item) {
        return Err(vm.type_error("memoryview: length is not a multiple of itemsize"));
    }
    let shape = shape.unwrap_or_else(|| vec![total / item]);
    let wanted = shape
        .iter()
        .try_fold(item, |all, &len| all.checked_mul(len));
    if wanted != Some(total) {
        return Err(vm.type_error("memoryview: product(shape) * itemsize != buffer size"));
    }
    let mut strides = vec![0; shape.len()];
    let mut step = item as i64;
    for (place, &len) in strides.iter_mut().zip(&shape).rev() {
        *place = step;
        step *= len as i64;
    }
    let window = Window {
        readonly: view.window.readonly,
        format: format.as_str().into(),
        item,
        offset: view.window.offset,
        shape,
        strides,
    };
    Ok(derive(vm, view, window))
}

fn object(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, args)?.object.get())
}

fn nbytes(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    Ok(Value::int((view.window.count() * view.window.item) as i64))
}

fn readonly(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, args)?.window.readonly))
}

fn itemsize(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(this(vm, args)?.window.item as i64))
}

fn format(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    Ok(vm.new_str(&view.window.format))
}

fn ndim(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::int(this(vm, args)?.window.shape.len() as i64))
}

fn shape(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    let all = view.window.shape.iter().map(|&len| Value::int(len as i64));
    Ok(Value::object(vm.heap.new_tuple(all.collect())))
}

fn strides(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    let all = view.window.strides.iter().map(|&stride| Value::int(stride));
    Ok(Value::object(vm.heap.new_tuple(all.collect())))
}

fn suboffsets(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, args)?;
    Ok(Value::object(vm.heap.new_tuple(Vec::new())))
}

fn c_contiguous(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, args)?.window.is_contiguous()))
}

fn f_contiguous(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, args)?.window.is_fortran()))
}

fn contiguous(vm: &mut Vm, args: &[Value]) -> R {
    let view = this(vm, args)?;
    Ok(Value::bool(
        view.window.is_contiguous() || view.window.is_fortran(),
    ))
}

/// Installs the type.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.memoryview.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
    vm.set_doc(
        &class,
        "Create a new memoryview object which references the given object.",
    );
}

const GETSETS: &[GetSet] = &[
    getter("obj", object),
    getter("nbytes", nbytes),
    getter("readonly", readonly),
    getter("itemsize", itemsize),
    getter("format", format),
    getter("ndim", ndim),
    getter("shape", shape),
    getter("strides", strides),
    getter("suboffsets", suboffsets),
    getter("c_contiguous", c_contiguous),
    getter("f_contiguous", f_contiguous),
    getter("contiguous", contiguous),
];

const METHODS: &[Def] = &[
    static_def("__new__", new, "cls, object"),
    def("__repr__", repr, "self, /"),
    def("__hash__", hash, "self, /"),
    def("__eq__", eq, "self, value, /"),
    def("__ne__", ne, "self, value, /"),
    def("__len__", len, "self, /"),
    def("__iter__", iter, "self, /"),
    def("__getitem__", getitem, "self, key, /"),
    def("__setitem__", setitem, "self, key, value, /"),
    def("__delitem__", delitem, "self, key, /"),
    def("__enter__", enter, "self, /"),
    def("__exit__", release, "self, /, *exc_info"),
    def("release", release, "self, /"),
    def("tobytes", tobytes, "self, /, order='C'"),
    def("hex", hex, "self, /, sep=None, bytes_per_sep=1"),
    def("tolist", tolist, "self, /"),
    def("cast", cast, "self, /, format, shape=None"),
    def("toreadonly", toreadonly, "self, /"),
];
