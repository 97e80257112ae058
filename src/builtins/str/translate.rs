//! `str.translate` and `str.maketrans`.

use crate::text::surrogate;

use super::{argument, built, piece, receiver};
use crate::heap::Ref;
use crate::value::hash::hash_int;
use crate::value::{Dict, Probe, Str, Value};
use crate::vm::{Def, R, Vm, def, static_def};

/// What the table says of a character: None leaves it.
fn lookup(vm: &mut Vm, table: &Value, c: char) -> R<Option<Value>> {
    let key = Value::int(i64::from(surrogate::code_of(c)));
    if let Some(dict) = table.as_ref::<Dict>() {
        let dict = dict.clone();
        return vm.dict_get(&dict, &key);
    }
    match vm.get_item(table, &key) {
        Ok(value) => Ok(Some(value)),
        Err(raised) => {
            let class = vm.types.lookup_error.clone();
            if !vm.raised_is(&class) {
                return Err(raised);
            }
            drop(vm.take_raised());
            Ok(None)
        }
    }
}

/// Appends what a character becomes.
fn push_mapped(vm: &mut Vm, out: &mut String, mapped: &Value) -> R<()> {
    if mapped.is_none() {
        return Ok(());
    }
    if let Some(text) = vm.cast::<Str>(mapped) {
        out.push_str(text.as_str());
        return Ok(());
    }
    let Some(int) = vm.int_value(mapped) else {
        return Err(vm.type_error("character mapping must return integer, None or str"));
    };
    let code = int.as_int().and_then(|code| u32::try_from(code).ok());
    match code.and_then(surrogate::to_char) {
        Some(c) => {
            out.push(c);
            Ok(())
        }
        None => Err(vm.value_error("character mapping must be in range(0x110000)")),
    }
}

fn translate(vm: &mut Vm, args: &[Value]) -> R {
    let text = receiver(vm, &args[0], "translate")?;
    if text.is_ascii()
        && let Some(table) = args[1].as_ref::<Dict>()
        && let Some(changed) = translate_ascii(vm, &text, table)
    {
        return changed;
    }
    built(vm, |vm, out| {
        for c in text.as_str().chars() {
            match lookup(vm, &args[1], c)? {
                Some(mapped) => {
                    let before = out.len();
                    push_mapped(vm, out, &mapped)?;
                    if out.len() - before > 64 {
                        vm.check_text_size(out.len())?;
                    }
                }
                None => out.push(c),
            }
        }
        vm.check_text_size(out.len())
    })
}

/// Translates where every character becomes one ASCII character or nothing, by a table of bytes that is made as
/// characters are met. None if something else is met.
fn translate_ascii(vm: &mut Vm, text: &Ref<Str>, table: &Ref<Dict>) -> Option<R> {
    const UNKNOWN: u8 = 0xff;
    const NOTHING: u8 = 0xfe;
    let mut known = [UNKNOWN; 128];
    let mut out = std::mem::take(&mut vm.scratch);
    out.clear();
    let mut plain = true;
    for &byte in text.items() {
        let mut becomes = known[usize::from(byte)];
        if becomes == UNKNOWN {
            let key = Value::int(i64::from(byte));
            let found = match table.probe(&key, hash_int(i64::from(byte))) {
                Probe::Found(at) => table.value_at(at),
                Probe::Absent => Some(key),
                Probe::Candidate { .. } => None,
            };
            becomes = match found {
                Some(value) if value.is_none() => NOTHING,
                Some(value) => match (value.as_ref::<Str>(), value.is_int()) {
                    (Some(text), _) if text.is_ascii() && text.len() == 1 => text.items()[0],
                    (None, true) if (0..128).contains(&value.raw_int()) => value.raw_int() as u8,
                    _ => UNKNOWN,
                },
                None => UNKNOWN,
            };
            if becomes == UNKNOWN {
                plain = false;
                break;
            }
            known[usize::from(byte)] = becomes;
        }
        if becomes != NOTHING {
            out.push(char::from(becomes));
        }
    }
    let result = plain.then(|| Ok(piece(vm, &out)));
    vm.scratch = out;
    result
}

/// A table from a dict whose keys are characters or their codes.
fn from_dict(vm: &mut Vm, table: &Ref<Dict>, given: &Ref<Dict>) -> R<()> {
    for (key, value) in given.to_vec() {
        let code = if let Some(text) = vm.cast::<Str>(&key) {
            let mut chars = text.as_str().chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => Value::int(i64::from(surrogate::code_of(c))),
                _ => {
                    return Err(
                        vm.value_error("string keys in translate table must be of length 1")
                    );
                }
            }
        } else if vm.int_value(&key).is_some() {
            key
        } else {
            return Err(vm.type_error("keys in translate table must be strings or integers"));
        };
        vm.dict_set(table, code, value)?;
    }
    Ok(())
}

fn maketrans(vm: &mut Vm, args: &[Value]) -> R {
    let (x, y, z) = (&args[0], &args[1], &args[2]);
    let table = vm.heap.new_dict();
    let code = |c: char| Value::int(i64::from(surrogate::code_of(c)));
    if y.is_undef() {
        // Not of a subclass.
        let Some(given) = x.to_ref::<Dict>() else {
            return Err(
                vm.type_error("if you give only one argument to maketrans it must be a dict")
            );
        };
        from_dict(vm, &table, &given)?;
        return Ok(Value::object(table));
    }
    let to = argument(vm, y, "maketrans() argument 2 must be str")?;
    let dropped = vm.optional_str(z, "maketrans() argument 3")?;
    let Some(from) = vm.cast::<Str>(x) else {
        return Err(vm.type_error(
            "first maketrans argument must be a string if there is a second argument",
        ));
    };
    if from.n_chars() != to.n_chars() {
        return Err(vm.value_error("the first two maketrans arguments must have equal length"));
    }
    for (a, b) in from.as_str().chars().zip(to.as_str().chars()) {
        vm.dict_set(&table, code(a), code(b))?;
    }
    for c in dropped.iter().flat_map(|text| text.as_str().chars()) {
        vm.dict_set(&table, code(c), Value::NONE)?;
    }
    Ok(Value::object(table))
}

pub(super) const METHODS: &[Def] = &[
    static_def("maketrans", maketrans, "x, y=None, z=None, /"),
    def("translate", translate, "self, table, /"),
];
