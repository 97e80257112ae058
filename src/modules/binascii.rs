//! `binascii`: bytes as text and back, and their checksums.

use crate::heap::Ref;
use crate::value::{Class, Dict, Layout, Str, Value};
use crate::vm::{Def, R, Raised, Vm, def};

use super::NativeModule;
use super::held::{missing, put_class};
use super::io_memory::bytes_arg;

#[derive(Default)]
struct Classes {
    error: Option<Ref<Class>>,
}

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// `binascii.Error`.
fn error(vm: &mut Vm, message: impl AsRef<str>) -> Raised {
    match vm.state::<Classes>().error.clone() {
        Some(class) => vm.raise(&class, message),
        None => vm.value_error(message),
    }
}

/// Bytes, or text of ASCII.
fn ascii_arg(vm: &mut Vm, value: &Value) -> R<Vec<u8>> {
    if let Some(text) = vm.cast::<Str>(value) {
        return match text.as_str() {
            text if text.is_ascii() => Ok(text.as_bytes().to_vec()),
            _ => Err(vm.value_error("string argument should contain only ASCII characters")),
        };
    }
    let is_bytes = [&vm.types.bytes, &vm.types.bytearray, &vm.types.memoryview]
        .map(Ref::clone)
        .iter()
        .any(|class| vm.is_instance(value, class));
    if is_bytes {
        return bytes_arg(vm, value);
    }
    let message = format!(
        "argument should be bytes, buffer or ASCII string, not '{}'",
        vm.type_name(value)
    );
    Err(vm.type_error(message))
}

fn truth_or(vm: &mut Vm, value: &Value, default: bool) -> R<bool> {
    if missing(value) {
        return Ok(default);
    }
    vm.truth(value)
}

fn bytes(vm: &mut Vm, bytes: &[u8]) -> R {
    Ok(Value::object(vm.heap.new_bytes(bytes)))
}

fn b2a_base64(vm: &mut Vm, args: &[Value]) -> R {
    let data = bytes_arg(vm, &args[0])?;
    let newline = truth_or(vm, &args[1], true)?;
    let mut text = Vec::with_capacity(data.len() / 3 * 4 + 5);
    for group in data.chunks(3) {
        let at = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let word = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            text.push(if place <= group.len() {
                BASE64[(word >> (18 - 6 * place) & 63) as usize]
            } else {
                b'='
            });
        }
    }
    if newline {
        text.push(b'\n');
    }
    bytes(vm, &text)
}

fn base64_digit(sign: u8) -> Option<u8> {
    match sign {
        b'A'..=b'Z' => Some(sign - b'A'),
        b'a'..=b'z' => Some(sign - b'a' + 26),
        b'0'..=b'9' => Some(sign - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

/// The bytes of base 64, or what is wrong with it. Unless it is `strict`, signs that do not belong there are skipped.
fn from_base64(text: &[u8], strict: bool) -> Result<Vec<u8>, String> {
    if strict && text.first() == Some(&b'=') {
        return Err("Leading padding not allowed".to_string());
    }
    let mut found = Vec::with_capacity(text.len() / 4 * 3 + 3);
    // The digits of the group that is being read, how many, and the pads after them.
    let (mut word, mut digits, mut pads, mut padded) = (0u32, 0, 0, false);
    for (at, sign) in text.iter().enumerate() {
        if *sign == b'=' {
            padded = true;
            if digits >= 2 {
                pads += 1;
                if digits + pads >= 4 {
                    if strict && at + 1 < text.len() {
                        return Err("Excess data after padding".to_string());
                    }
                    return Ok(found);
                }
            }
            continue;
        }
        let Some(digit) = base64_digit(*sign) else {
            if strict {
                return Err("Only base64 data is allowed".to_string());
            }
            continue;
        };
        if strict && padded {
            return Err("Discontinuous padding not allowed".to_string());
        }
        pads = 0;
        word = word << 6 | u32::from(digit);
        digits = (digits + 1) % 4;
        // Each digit but a group's first completes a byte.
        match digits {
            2 => found.push((word >> 4) as u8),
            3 => found.push((word >> 2) as u8),
            0 => {
                found.push(word as u8);
                word = 0;
            }
            _ => {}
        }
    }
    match digits {
        0 => Ok(found),
        1 => Err(format!(
            "Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a multiple of 4",
            found.len() / 3 * 4 + 1
        )),
        _ => Err("Incorrect padding".to_string()),
    }
}

fn a2b_base64(vm: &mut Vm, args: &[Value]) -> R {
    let text = ascii_arg(vm, &args[0])?;
    let strict = truth_or(vm, &args[1], false)?;
    match from_base64(&text, strict) {
        Ok(found) => bytes(vm, &found),
        Err(message) => Err(error(vm, message)),
    }
}

fn hexlify(vm: &mut Vm, args: &[Value]) -> R {
    let data = bytes_arg(vm, &args[0])?;
    let data = Value::object(vm.heap.new_bytes(&data));
    let rest: Vec<Value> = args[1..]
        .iter()
        .take_while(|value| !value.is_undef())
        .cloned()
        .collect();
    let text = vm.call_method(&data, "hex", &rest)?;
    let text = vm.str(&text)?;
    bytes(vm, text.as_str().as_bytes())
}

fn unhexlify(vm: &mut Vm, args: &[Value]) -> R {
    let text = ascii_arg(vm, &args[0])?;
    if text.len() % 2 == 1 {
        return Err(error(vm, "Odd-length string"));
    }
    let digit = |sign: u8| char::from(sign).to_digit(16).map(|digit| digit as u8);
    let found: Option<Vec<u8>> = text
        .chunks_exact(2)
        .map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?))
        .collect();
    match found {
        Some(found) => bytes(vm, &found),
        None => Err(error(vm, "Non-hexadecimal digit found")),
    }
}

const fn crc_table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut sum = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum & 1 == 1 {
                0xEDB8_8320 ^ sum >> 1
            } else {
                sum >> 1
            };
            bit += 1;
        }
        table[byte] = sum;
        byte += 1;
    }
    table
}

const CRC32: [u32; 256] = crc_table();

fn start(vm: &mut Vm, value: &Value) -> R<i64> {
    if value.is_undef() {
        return Ok(0);
    }
    vm.index(value)
}

fn crc32(vm: &mut Vm, args: &[Value]) -> R {
    let data = bytes_arg(vm, &args[0])?;
    let before = start(vm, &args[1])? as u32;
    let sum = data.iter().fold(!before, |sum, byte| {
        CRC32[((sum ^ u32::from(*byte)) & 255) as usize] ^ sum >> 8
    });
    Ok(Value::int(i64::from(!sum)))
}

fn crc_hqx(vm: &mut Vm, args: &[Value]) -> R {
    let data = bytes_arg(vm, &args[0])?;
    let before = start(vm, &args[1])? as u16;
    let sum = data.iter().fold(before, |sum, byte| {
        (0..8).fold(sum ^ u16::from(*byte) << 8, |sum, _| {
            if sum & 0x8000 == 0 {
                sum << 1
            } else {
                sum << 1 ^ 0x1021
            }
        })
    });
    Ok(Value::int(i64::from(sum)))
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let (value_error, exception) = (vm.types.value_error.clone(), vm.types.exception.clone());
    let error = vm.new_type("Error", "binascii", &[value_error], Layout::Exception);
    put_class(globals, &error);
    vm.state::<Classes>().error = Some(error);
    let incomplete = vm.new_type("Incomplete", "binascii", &[exception], Layout::Exception);
    put_class(globals, &incomplete);
    Ok(())
}

const FUNCTIONS: &[Def] = &[
    def("b2a_base64", b2a_base64, "data, /, *, newline=True"),
    def("a2b_base64", a2b_base64, "data, /, *, strict_mode=False"),
    def("hexlify", hexlify, "data, sep=None, bytes_per_sep=1"),
    def("b2a_hex", hexlify, "data, sep=None, bytes_per_sep=1"),
    def("unhexlify", unhexlify, "hexstr, /"),
    def("a2b_hex", unhexlify, "hexstr, /"),
    def("crc32", crc32, "data, crc=0, /"),
    def("crc_hqx", crc_hqx, "data, crc, /"),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "binascii",
    functions: FUNCTIONS,
    setup: Some(setup),
};
