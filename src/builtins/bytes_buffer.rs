//! Bytes-like objects as arguments, and what the constructors of bytes take.

use std::ops::Deref;

use super::bytearray::ByteArray;
use super::memoryview::MemoryView;
use super::str::codec;
use super::typed_memory::memory_of;
use crate::heap::Ref;
use crate::value::{Bytes, Opaque, Special, Str, Tag, Value};
use crate::vm::{R, Vm};

/// The bytes of a bytes-like object: shared with `bytes`, copied from a `bytearray`, as script
/// code may change it at any time.
pub(crate) enum Buffer {
    Bytes(Ref<Bytes>),
    Array(Vec<u8>),
}

impl Deref for Buffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Buffer::Bytes(bytes) => bytes.items(),
            Buffer::Array(bytes) => bytes,
        }
    }
}

/// The bytes of a bytes-like object; None for what is none.
pub(crate) fn buffer(vm: &mut Vm, value: &Value) -> Option<Buffer> {
    match value.tag() {
        Tag::Bytes => value.to_ref::<Bytes>().map(Buffer::Bytes),
        Tag::Opaque => {
            let opaque = value.as_ref::<Opaque>()?;
            if let Some(memory) = memory_of(opaque) {
                return Some(Buffer::Array(memory.to_vec()));
            }
            let view = opaque.data::<MemoryView>()?;
            view.to_vec().map(Buffer::Array)
        }
        Tag::Instance => {
            let plain = vm.plain(value);
            if plain.is(Tag::Instance) {
                None
            } else {
                buffer(vm, &plain)
            }
        }
        _ => None,
    }
}

/// The bytes of a `bytes` or `bytearray`, as `self` of their methods.
pub(super) fn own_bytes(vm: &mut Vm, value: &Value) -> Option<Buffer> {
    match value.tag() {
        Tag::Bytes => value.to_ref::<Bytes>().map(Buffer::Bytes),
        Tag::Opaque => {
            let array = value.as_data::<ByteArray>()?;
            Some(Buffer::Array(array.to_vec()))
        }
        Tag::Instance => match vm.plain(value) {
            plain if plain.is(Tag::Instance) => None,
            plain => own_bytes(vm, &plain),
        },
        _ => None,
    }
}

/// The bytes of an argument that must be bytes-like.
///
/// # Errors
/// TypeError `a bytes-like object is required, not 'str'`.
pub(crate) fn bytes_like(vm: &mut Vm, value: &Value) -> R<Buffer> {
    match buffer(vm, value) {
        Some(bytes) => Ok(bytes),
        None => {
            let found = vm.type_name(value);
            Err(vm.type_error(format!("a bytes-like object is required, not '{found}'")))
        }
    }
}

/// The byte that an int stands for; `noun` is as in `byte must be in range(0, 256)`.
///
/// # Errors
/// TypeError for what is no int, ValueError for what is no byte.
pub(crate) fn byte(vm: &mut Vm, value: &Value, noun: &str) -> R<u8> {
    let int = vm.clipped(value)?;
    match u8::try_from(int) {
        Ok(byte) => Ok(byte),
        Err(_) => Err(vm.value_error(format!("{noun} must be in range(0, 256)"))),
    }
}

/// The bytes of an iterable of ints, for the type `kind`.
///
/// # Errors
/// TypeError `cannot convert 'float' object to bytes`; what [`byte`] raises.
pub(crate) fn collect(vm: &mut Vm, iterable: &Value, kind: &str) -> R<Vec<u8>> {
    if vm.find_special(iterable, Special::Iter).is_none()
        && vm.find_special(iterable, Special::GetItem).is_none()
    {
        let found = vm.type_name(iterable);
        return Err(vm.type_error(format!("cannot convert '{found}' object to {kind}")));
    }
    let noun = if kind == "bytes" { "bytes" } else { "byte" };
    let iterator = match vm.iter(iterable) {
        Ok(iterator) => iterator,
        Err(_) if vm.raised_is(&vm.types.type_error.clone()) => {
            vm.take_raised();
            let found = vm.type_name(iterable);
            return Err(vm.type_error(format!("cannot convert '{found}' object to {kind}")));
        }
        Err(raised) => return Err(raised),
    };
    if kind == "bytes" {
        vm.ask_room(iterable)?;
    }
    // Each item is looked at before the next one is asked for.
    let mut bytes = Vec::new();
    while let Some(item) = vm.next(&iterator)? {
        bytes.push(byte(vm, &item, noun)?);
        vm.check_growth(bytes.len(), 2)?;
        vm.tick()?;
    }
    Ok(bytes)
}

/// What the `__bytes__` of an object gives; None if it has none.
fn told_bytes(vm: &mut Vm, source: &Value) -> R<Option<Vec<u8>>> {
    let Some(result) = vm.call_special(source, Special::Bytes, &[])? else {
        return Ok(None);
    };
    match vm.cast::<Bytes>(&result) {
        Some(bytes) => Ok(Some(bytes.items().to_vec())),
        None => {
            let found = vm.type_name(&result);
            Err(vm.type_error(format!("__bytes__ returned non-bytes (type {found})")))
        }
    }
}

/// What a constructor makes its bytes of: `bytes(source, encoding, errors)`.
///
/// # Errors
/// TypeError, ValueError, OverflowError, MemoryError in CPython's words.
pub(super) fn source_bytes(vm: &mut Vm, args: &[Value], kind: &str) -> R<Vec<u8>> {
    let source = &args[0];
    let encoding = vm.optional_str(&args[1], &format!("{kind}() argument 'encoding'"))?;
    let errors = vm.optional_str(&args[2], &format!("{kind}() argument 'errors'"))?;
    if kind == "bytes"
        && encoding.is_none()
        && errors.is_none()
        && source.is(Tag::Instance)
        && let Some(bytes) = told_bytes(vm, source)?
    {
        return Ok(bytes);
    }
    if let Some(text) = vm.cast::<Str>(source) {
        let Some(encoding) = encoding else {
            return Err(vm.type_error("string argument without an encoding"));
        };
        let errors = errors.as_ref().map_or("strict", |name| name.as_str());
        return codec::encode_text(vm, &text, encoding.as_str(), errors);
    }
    if encoding.is_some() {
        return Err(vm.type_error("encoding without a string argument"));
    }
    if errors.is_some() {
        return Err(vm.type_error("errors without a string argument"));
    }
    if source.is_undef() {
        return Ok(Vec::new());
    }
    // A class of its own may be a number first.
    if !source.is(Tag::Instance)
        && let Some(bytes) = buffer(vm, source)
    {
        return Ok(bytes.to_vec());
    }
    if kind == "bytes"
        && !source.is(Tag::Instance)
        && let Some(bytes) = told_bytes(vm, source)?
    {
        return Ok(bytes);
    }
    let count = match vm.has_index(source) {
        true => vm.index_value(source),
        false => Ok(Value::UNDEF),
    };
    let count = match count {
        // What is no number after all may have items.
        Err(_) if vm.raised_is(&vm.types.type_error.clone()) => {
            vm.take_raised();
            Value::UNDEF
        }
        count => count?,
    };
    if !count.is_undef() {
        let Some(count) = count.as_int() else {
            let given = vm.type_name(source);
            let message = format!("cannot fit '{given}' into an index-sized integer");
            return Err(vm.overflow_error(message));
        };
        let Ok(count) = usize::try_from(count) else {
            return Err(vm.value_error("negative count"));
        };
        if kind == "bytes" && count > i64::MAX as usize - 33 {
            return Err(vm.overflow_error("byte string is too large"));
        }
        vm.check_text_size(count)?;
        return Ok(vec![0; count]);
    }
    if let Some(bytes) = buffer(vm, source) {
        return Ok(bytes.to_vec());
    }
    collect(vm, source, kind)
}
