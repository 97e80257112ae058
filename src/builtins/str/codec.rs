//! `str.encode`, and the decoding of bytes: the exceptions of both.

use crate::text::surrogate;

use super::receiver;
use crate::heap::Ref;
use crate::text::codec::{CodecError, DecodeError, EncodeError, Encoding};
use crate::text::{decode, encode};
use crate::value::{Exception, Str, Value};
use crate::vm::{Def, R, Raised, Vm, def};

#[cold]
fn encode_error(vm: &mut Vm, text: &Ref<Str>, error: CodecError<EncodeError>) -> Raised {
    match error {
        CodecError::Handler(error) => vm.text_error(error),
        CodecError::Unicode(EncodeError {
            encoding,
            start,
            end,
            reason,
        }) => {
            let class = vm.types.unicode_encode_error.clone();
            let object = Value::object(text.clone());
            vm.unicode_error(&class, encoding, object, (start, end), reason)
        }
    }
}

/// Raises what decoding `bytes` failed with.
#[cold]
pub(crate) fn decode_error(vm: &mut Vm, bytes: &[u8], error: CodecError<DecodeError>) -> Raised {
    match error {
        CodecError::Handler(error) => vm.text_error(error),
        CodecError::Unicode(DecodeError {
            encoding,
            object,
            start,
            end,
            reason,
        }) => {
            let class = vm.types.unicode_decode_error.clone();
            let object = Value::object(vm.heap.new_bytes(&bytes[object..]));
            vm.unicode_error(&class, encoding, object, (start, end), reason)
        }
    }
}

/// Encodes `text`.
///
/// # Errors
/// UnicodeEncodeError; LookupError for an unknown encoding or handler; MemoryError.
pub(crate) fn encode_text(
    vm: &mut Vm,
    text: &Ref<Str>,
    encoding: &str,
    errors: &str,
) -> R<Vec<u8>> {
    let name = encoding;
    let encoding = vm.text_value(Encoding::from_name(encoding))?;
    // The widest encoding takes four bytes a character and four for its mark.
    vm.check_text_size(match encoding {
        Encoding::Utf8 => text.len(),
        _ => text.n_chars().saturating_mul(4) + 4,
    })?;
    encode::encode(text.as_str(), encoding, errors).map_err(|error| {
        let raised = encode_error(vm, text, error);
        of_codec(vm, raised, "encoding", name)
    })
}

/// Names the codec in an error that is not about the text, as CPython does but for the few codecs that it calls
/// directly.
#[cold]
fn of_codec(vm: &mut Vm, raised: Raised, doing: &str, name: &str) -> Raised {
    let plain = name.to_ascii_lowercase().replace('_', "-");
    const DIRECT: [&str; 11] = [
        "utf-8",
        "utf8",
        "utf-16",
        "utf16",
        "utf-32",
        "utf32",
        "ascii",
        "us-ascii",
        "latin-1",
        "latin1",
        "iso-8859-1",
    ];
    let types = [&vm.types.lookup_error, &vm.types.type_error];
    let class = types.into_iter().find(|class| vm.raised_is(class)).cloned();
    let (Some(class), false) = (class, DIRECT.contains(&plain.as_str())) else {
        return raised;
    };
    let cause = vm.take_raised();
    let words = match vm.str(&cause) {
        Ok(words) => words,
        Err(raised) => return raised,
    };
    let words = format!(
        "{doing} with '{name}' codec failed ({}: {})",
        class.name.get().as_str(),
        words.as_str()
    );
    let raised = vm.raise(&class, words);
    if let Some(error) = vm.raised.as_ref::<Exception>() {
        error.context.set(cause.clone());
        error.cause.set(cause);
    }
    raised
}

/// Decodes `bytes` to a string.
///
/// # Errors
/// UnicodeDecodeError; LookupError for an unknown encoding or handler; MemoryError.
pub(crate) fn decode_value(vm: &mut Vm, bytes: &[u8], encoding: &str, errors: &str) -> R {
    if bytes.is_empty() {
        return Ok(vm.new_str(""));
    }
    let name = encoding;
    let encoding = vm.text_value(Encoding::from_name(encoding))?;
    if encoding == Encoding::Utf8
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        vm.check_text_size(text.len())?;
        return Ok(super::piece(vm, text));
    }
    vm.check_text_size(bytes.len().saturating_mul(2))?;
    match decode::decode(bytes, encoding, errors) {
        Ok(text) => Ok(super::piece(vm, &text)),
        Err(error) => {
            let raised = decode_error(vm, bytes, error);
            Err(of_codec(vm, raised, "decoding", name))
        }
    }
}

fn encode(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "encode")?;
    if args[1].is_undef() && args[2].is_undef() && !surrogate::is_in(text.as_str()) {
        return Ok(Value::object(vm.heap.new_bytes(text.items())));
    }
    let encoding = vm.optional_str(&args[1], "encode() argument 'encoding'")?;
    let errors = vm.optional_str(&args[2], "encode() argument 'errors'")?;
    let encoding = encoding.as_ref().map_or("utf-8", |name| name.as_str());
    let errors = errors.as_ref().map_or("strict", |name| name.as_str());
    let bytes = encode_text(vm, &text, encoding, errors)?;
    Ok(Value::object(vm.heap.new_bytes(&bytes)))
}

pub(super) const METHODS: &[Def] = &[def(
    "encode",
    encode,
    "self, /, encoding='utf-8', errors='strict'",
)];
