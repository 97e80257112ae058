//! JSON text to values.

use num_bigint::BigInt;

use crate::heap::Ref;
use crate::value::{Str, Value};
use crate::vm::{R, Raised, Vm};

use super::held::tuple;
use super::json::decode_error;

/// Containers nested deeper than this raise RecursionError.
const DEPTH: usize = 900;

/// What scripts want called for parts of the text.
pub(super) struct Hooks {
    pub(super) object: Option<Value>,
    pub(super) float: Option<Value>,
    pub(super) int: Option<Value>,
    pub(super) constant: Option<Value>,
    pub(super) pairs: Option<Value>,
    /// Control characters may not stand in strings.
    pub(super) strict: bool,
}

struct Reader<'a> {
    source: &'a Ref<Str>,
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    depth: usize,
    hooks: &'a Hooks,
}

/// Reads a text that is one value.
pub(super) fn read_all(vm: &mut Vm, source: &Ref<Str>, hooks: &Hooks) -> R {
    let mut reader = Reader::new(source, hooks);
    reader.space();
    let value = reader.value(vm)?;
    reader.space();
    if reader.at < reader.bytes.len() {
        return Err(reader.error(vm, "Extra data", reader.at));
    }
    Ok(value)
}

/// Reads a value that begins at byte `at`; gives it and where it ends.
pub(super) fn read_one(
    vm: &mut Vm,
    source: &Ref<Str>,
    at: usize,
    hooks: &Hooks,
) -> R<(Value, usize)> {
    let mut reader = Reader::new(source, hooks);
    reader.at = at;
    let value = reader.value(vm)?;
    Ok((value, reader.at))
}

impl<'a> Reader<'a> {
    fn new(source: &'a Ref<Str>, hooks: &'a Hooks) -> Reader<'a> {
        let text = source.as_str();
        Reader {
            source,
            text,
            bytes: text.as_bytes(),
            at: 0,
            depth: 0,
            hooks,
        }
    }

    #[cold]
    fn error(&self, vm: &mut Vm, message: &str, at: usize) -> Raised {
        decode_error(vm, message, self.source, at)
    }

    fn space(&mut self) {
        while matches!(self.bytes.get(self.at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn value(&mut self, vm: &mut Vm) -> R {
        let rest = &self.text[self.at..];
        match self.peek() {
            b'"' => {
                let text = self.string(vm)?;
                Ok(vm.new_str(&text))
            }
            b'{' => self.nested(vm, Reader::object),
            b'[' => self.nested(vm, Reader::array),
            b'n' if rest.starts_with("null") => self.word(4, Value::NONE),
            b't' if rest.starts_with("true") => self.word(4, Value::TRUE),
            b'f' if rest.starts_with("false") => self.word(5, Value::FALSE),
            b'N' if rest.starts_with("NaN") => self.constant(vm, "NaN", f64::NAN),
            b'I' if rest.starts_with("Infinity") => self.constant(vm, "Infinity", f64::INFINITY),
            b'-' if rest.starts_with("-Infinity") => {
                self.constant(vm, "-Infinity", f64::NEG_INFINITY)
            }
            b'-' | b'0'..=b'9' => self.number(vm),
            _ => Err(self.error(vm, "Expecting value", self.at)),
        }
    }

    fn word(&mut self, len: usize, value: Value) -> R {
        self.at += len;
        Ok(value)
    }

    fn constant(&mut self, vm: &mut Vm, text: &str, value: f64) -> R {
        self.at += text.len();
        match &self.hooks.constant {
            Some(hook) => {
                let text = vm.new_str(text);
                vm.call(hook, &[text])
            }
            None => Ok(Value::float(value)),
        }
    }

    fn nested(&mut self, vm: &mut Vm, read: fn(&mut Reader<'a>, &mut Vm) -> R) -> R {
        if self.depth >= DEPTH {
            return Err(vm.recursion_error());
        }
        vm.tick()?;
        self.depth += 1;
        self.at += 1;
        self.space();
        let value = read(self, vm)?;
        self.depth -= 1;
        Ok(value)
    }

    fn digits(&self, mut at: usize) -> usize {
        while self.bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    }

    fn number(&mut self, vm: &mut Vm) -> R {
        let start = self.at;
        let first = start + usize::from(self.peek() == b'-');
        let mut end = match self.bytes.get(first) {
            Some(b'0') => first + 1,
            Some(b'1'..=b'9') => self.digits(first),
            _ => return Err(self.error(vm, "Expecting value", start)),
        };
        let mut is_float = false;
        if self.bytes.get(end) == Some(&b'.') && self.digits(end + 1) > end + 1 {
            end = self.digits(end + 1);
            is_float = true;
        }
        if matches!(self.bytes.get(end), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(self.bytes.get(end + 1), Some(b'+' | b'-')));
            let exponent = self.digits(end + 1 + sign);
            if exponent > end + 1 + sign {
                end = exponent;
                is_float = true;
            }
        }
        let text = &self.text[start..end];
        self.at = end;
        let hook = if is_float {
            &self.hooks.float
        } else {
            &self.hooks.int
        };
        if let Some(hook) = hook {
            let text = vm.new_str(text);
            return vm.call(hook, &[text]);
        }
        if is_float {
            return Ok(Value::float(text.parse().unwrap_or(f64::NAN)));
        }
        if let Ok(small) = text.parse::<i64>() {
            return Ok(Value::int(small));
        }
        if text.len() > 4300 {
            let given = text.trim_start_matches('-').len();
            return Err(vm.value_error(format!(
                "Exceeds the limit (4300 digits) for integer string conversion: value has {given} digits; use sys.set_int_max_str_digits() to increase the limit"
            )));
        }
        let big = BigInt::parse_bytes(text.as_bytes(), 10).unwrap_or_default();
        Ok(vm.heap.new_int(big))
    }

    fn array(&mut self, vm: &mut Vm) -> R {
        let mut items = Vec::new();
        if self.peek() == b']' {
            self.at += 1;
            return Ok(Value::object(vm.heap.new_list(items)));
        }
        loop {
            items.push(self.value(vm)?);
            self.space();
            match self.bytes.get(self.at) {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Value::object(vm.heap.new_list(items)));
                }
                _ => return Err(self.error(vm, "Expecting ',' delimiter", self.at)),
            }
            self.space();
        }
    }

    fn object(&mut self, vm: &mut Vm) -> R {
        let mut pairs = Vec::new();
        if self.peek() == b'}' {
            self.at += 1;
            return self.made(vm, pairs);
        }
        loop {
            if self.peek() != b'"' {
                return Err(self.error(
                    vm,
                    "Expecting property name enclosed in double quotes",
                    self.at,
                ));
            }
            let key = self.string(vm)?;
            let key = if key.len() <= 32 {
                Value::object(vm.intern(&key))
            } else {
                vm.new_str(&key)
            };
            self.space();
            if self.peek() != b':' {
                return Err(self.error(vm, "Expecting ':' delimiter", self.at));
            }
            self.at += 1;
            self.space();
            pairs.push((key, self.value(vm)?));
            self.space();
            match self.bytes.get(self.at) {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return self.made(vm, pairs);
                }
                _ => return Err(self.error(vm, "Expecting ',' delimiter", self.at)),
            }
            self.space();
        }
    }

    fn made(&mut self, vm: &mut Vm, pairs: Vec<(Value, Value)>) -> R {
        if let Some(hook) = &self.hooks.pairs {
            let rows = pairs
                .into_iter()
                .map(|(key, value)| tuple(vm, vec![key, value]))
                .collect();
            let rows = Value::object(vm.heap.new_list(rows));
            return vm.call(hook, &[rows]);
        }
        let dict = vm.heap.dict_with_room(pairs.len());
        for (key, value) in pairs {
            vm.dict_set(&dict, key, value)?;
        }
        let dict = Value::object(dict);
        match &self.hooks.object {
            Some(hook) => vm.call(hook, &[dict]),
            None => Ok(dict),
        }
    }

    /// Four hexadecimal digits at `at`.
    fn unit(&self, at: usize) -> Option<u32> {
        let digits = self.bytes.get(at..at + 4)?;
        if !digits.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        u32::from_str_radix(&self.text[at..at + 4], 16).ok()
    }

    fn string(&mut self, vm: &mut Vm) -> R<String> {
        let start = self.at;
        self.at += 1;
        let mut out = String::new();
        loop {
            let from = self.at;
            while let Some(&byte) = self.bytes.get(self.at)
                && byte != b'"'
                && byte != b'\\'
                && (byte >= 0x20 || !self.hooks.strict)
            {
                self.at += 1;
            }
            out.push_str(&self.text[from..self.at]);
            match self.bytes.get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => self.escape(vm, start, &mut out)?,
                Some(_) => return Err(self.error(vm, "Invalid control character at", self.at)),
                None => return Err(self.error(vm, "Unterminated string starting at", start)),
            }
        }
    }

    fn escape(&mut self, vm: &mut Vm, start: usize, out: &mut String) -> R<()> {
        let backslash = self.at;
        let Some(&code) = self.bytes.get(backslash + 1) else {
            return Err(self.error(vm, "Unterminated string starting at", start));
        };
        self.at += 2;
        out.push(match code {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let Some(unit) = self.unit(self.at) else {
                    return Err(self.error(vm, "Invalid \\uXXXX escape", backslash + 1));
                };
                self.at += 4;
                let mut code = unit;
                if (0xd800..0xdc00).contains(&unit)
                    && self.text[self.at..].starts_with("\\u")
                    && let Some(low) = self.unit(self.at + 2)
                    && (0xdc00..0xe000).contains(&low)
                {
                    code = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                    self.at += 6;
                }
                crate::text::surrogate::to_char(code).unwrap_or('\u{fffd}')
            }
            _ => return Err(self.error(vm, "Invalid \\escape", backslash)),
        });
        Ok(())
    }
}
