//! Functions about numbers: `abs`, `divmod`, `pow`, `round`, `hex`, `oct`, `bin`, `chr`, `ord`.

use crate::text::surrogate;

use crate::builtins::int_arithmetic::{divide_modulo, power_modulo};
use crate::text::int_text::{IntArg, Radix, push_prefixed};
use crate::value::{Big, Bytes, Special, Str, Tag, Value};
use crate::vm::{ArithKind, Def, R, Vm, def};

fn abs(vm: &mut Vm, args: &[Value]) -> R {
    if args[0].is_float() {
        return Ok(Value::float(args[0].raw_float().abs()));
    }
    if let Some(small) = args[0].as_int()
        && small != i64::MIN
    {
        return Ok(Value::int(small.abs()));
    }
    match vm.call_special(&args[0], Special::Abs, &[])? {
        Some(value) => Ok(value),
        None => {
            let given = vm.type_name(&args[0]);
            Err(vm.type_error(format!("bad operand type for abs(): '{given}'")))
        }
    }
}

/// Asks `left`, then `right`, as binary operators do; a right operand of a subclass is asked first.
fn ask_both(
    vm: &mut Vm,
    left: &Value,
    right: &Value,
    method: Special,
    reflected: Special,
) -> R<Option<Value>> {
    let (left_class, right_class) = (vm.class_of(left), vm.class_of(right));
    let right_first = !left_class.is(&right_class)
        && right_class.is_subclass(&left_class)
        && vm.find_special(right, reflected).is_some();
    let ask = |vm: &mut Vm, a: &Value, which: Special, b: &Value| -> R<Option<Value>> {
        let answer = vm.call_special(a, which, std::slice::from_ref(b))?;
        Ok(answer.filter(|answer| !answer.is(crate::value::Tag::NotImplemented)))
    };
    if right_first && let Some(answer) = ask(vm, right, reflected, left)? {
        return Ok(Some(answer));
    }
    if let Some(answer) = ask(vm, left, method, right)? {
        return Ok(Some(answer));
    }
    if right_first || left_class.is(&right_class) {
        return Ok(None);
    }
    ask(vm, right, reflected, left)
}

fn divmod(vm: &mut Vm, args: &[Value]) -> R {
    if args[0].is_integer() && args[1].is_integer() {
        return divide_modulo(vm, &args[0], &args[1]);
    }
    match ask_both(vm, &args[0], &args[1], Special::Divmod, Special::RDivmod)? {
        Some(pair) => Ok(pair),
        None => {
            let (left, right) = (vm.type_name(&args[0]), vm.type_name(&args[1]));
            let message =
                format!("unsupported operand type(s) for divmod(): '{left}' and '{right}'");
            Err(vm.type_error(message))
        }
    }
}

fn pow(vm: &mut Vm, args: &[Value]) -> R {
    let modulus = &args[2];
    if modulus.is_undef() || modulus.is_none() {
        return vm.binary(ArithKind::Pow, &args[0], &args[1]);
    }
    if args.iter().take(3).all(Value::is_integer) {
        return power_modulo(vm, &args[0], &args[1], modulus);
    }
    if args[0].is(Tag::Instance)
        && vm
            .find_special(&args[0], Special::Pow)
            .is_some_and(|method| !method.is(Tag::Native))
        && let Some(value) = vm.call_special(&args[0], Special::Pow, &args[1..3])?
        && !value.is(Tag::NotImplemented)
    {
        return Ok(value);
    }
    // The first of the types that refuses a modulus has the word.
    let (float, complex) = (vm.types.float.clone(), vm.types.complex.clone());
    for value in &args[..3] {
        if vm.is_instance(value, &float) {
            return Err(
                vm.type_error("pow() 3rd argument not allowed unless all arguments are integers")
            );
        }
        let number = |value: &Value| value.is_integer() || vm.is_instance(value, &complex);
        if vm.is_instance(value, &complex) && args[..2].iter().all(number) {
            return Err(vm.value_error("complex modulo"));
        }
        if vm.find_special(value, Special::Pow).is_some() && !value.is_integer() {
            break;
        }
    }
    if let Some(value) = vm.call_special(&args[0], Special::Pow, &args[1..3])?
        && !value.is(crate::value::Tag::NotImplemented)
    {
        return Ok(value);
    }
    let names: Vec<String> = args
        .iter()
        .map(|value| format!("'{}'", vm.type_name(value)))
        .collect();
    let message = format!(
        "unsupported operand type(s) for ** or pow(): {}",
        names.join(", ")
    );
    Err(vm.type_error(message))
}

fn round(vm: &mut Vm, args: &[Value]) -> R {
    let digits = if args[1].is_undef() || args[1].is_none() {
        &args[..0]
    } else {
        &args[1..2]
    };
    match vm.call_special(&args[0], Special::Round, digits)? {
        Some(value) => Ok(value),
        None => {
            let given = vm.type_name(&args[0]);
            Err(vm.type_error(format!("type {given} doesn't define __round__ method")))
        }
    }
}

fn in_radix(vm: &mut Vm, value: &Value, radix: Radix) -> R {
    let value = vm.index_value(value)?;
    let mut text = String::new();
    match (value.as_int(), value.as_ref::<Big>()) {
        (Some(small), _) => push_prefixed(&mut text, IntArg::Small(small), radix),
        (None, Some(big)) => push_prefixed(&mut text, IntArg::Big(big.get()), radix),
        (None, None) => return Err(vm.type_error("an integer is required")),
    }
    Ok(vm.new_str(&text))
}

fn hex(vm: &mut Vm, args: &[Value]) -> R {
    in_radix(vm, &args[0], Radix::Hex)
}

fn oct(vm: &mut Vm, args: &[Value]) -> R {
    in_radix(vm, &args[0], Radix::Octal)
}

fn bin(vm: &mut Vm, args: &[Value]) -> R {
    in_radix(vm, &args[0], Radix::Binary)
}

fn chr(vm: &mut Vm, args: &[Value]) -> R {
    let code = vm.index_value(&args[0])?;
    let code = match code.as_int() {
        Some(code) if i32::try_from(code).is_ok() => code,
        _ => return Err(vm.overflow_error("Python int too large to convert to C int")),
    };
    match u32::try_from(code).ok().and_then(surrogate::to_char) {
        Some(char) => Ok(vm.char_str(char)),
        None => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

fn ord(vm: &mut Vm, args: &[Value]) -> R {
    let length = if let Some(text) = vm.cast::<Str>(&args[0]) {
        let mut chars = text.as_str().chars();
        match (chars.next(), chars.next()) {
            (Some(char), None) => return Ok(Value::int(i64::from(surrogate::code_of(char)))),
            _ => text.n_chars(),
        }
    } else if let Some(bytes) = vm.cast::<Bytes>(&args[0]) {
        match bytes.items() {
            [byte] => return Ok(Value::int(i64::from(*byte))),
            bytes => bytes.len(),
        }
    } else if vm.is_instance(&args[0], &vm.types.bytearray.clone()) {
        match vm.len(&args[0])? {
            1 => return vm.get_item(&args[0], &Value::int(0)),
            length => length,
        }
    } else {
        let given = vm.type_name(&args[0]);
        return Err(vm.type_error(format!(
            "ord() expected string of length 1, but {given} found"
        )));
    };
    let message = format!("ord() expected a character, but string of length {length} found");
    Err(vm.type_error(message))
}

pub(crate) const FUNCTIONS: &[Def] = &[
    def("abs", abs, "x, /"),
    def("divmod", divmod, "x, y, /"),
    def("pow", pow, "base, exp, mod=None"),
    def("round", round, "number, ndigits=None"),
    def("hex", hex, "number, /"),
    def("oct", oct, "number, /"),
    def("bin", bin, "number, /"),
    def("chr", chr, "i, /"),
    def("ord", ord, "c, /"),
];
