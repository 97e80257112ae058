//! `operator`: the operators as functions.

use crate::heap::Ref;
use crate::value::{Dict, Special, Tag, Value};
use crate::vm::{ArithKind, Comparison, Def, R, Vm, def};

use super::{NativeModule, operator_get};

macro_rules! arithmetic {
    ($($name:ident $iname:ident $kind:ident;)*) => {
        $(
            fn $name(vm: &mut Vm, args: &[Value]) -> R {
                vm.binary(ArithKind::$kind, &args[0], &args[1])
            }

            fn $iname(vm: &mut Vm, args: &[Value]) -> R {
                vm.inplace(ArithKind::$kind, &args[0], &args[1])
            }
        )*
    };
}

arithmetic! {
    add iadd Add; sub isub Sub; mul imul Mul; truediv itruediv Div; floordiv ifloordiv FloorDiv; mod_ imod Mod;
    pow ipow Pow; matmul imatmul MatMul; lshift ilshift LShift; rshift irshift RShift; and_ iand And; or_ ior Or; xor ixor Xor;
}

macro_rules! comparisons {
    ($($name:ident $op:ident;)*) => {
        $( fn $name(vm: &mut Vm, args: &[Value]) -> R {
            vm.rich_compare(Comparison::$op, &args[0], &args[1])
        } )*
    };
}

comparisons! { lt Lt; le Le; eq Eq; ne Ne; gt Gt; ge Ge; }

fn unary(vm: &mut Vm, value: &Value, which: Special, symbol: &str) -> R {
    match vm.call_special(value, which, &[])? {
        Some(result) => Ok(result),
        None => {
            let message = format!("bad operand type for {symbol}: '{}'", vm.type_name(value));
            Err(vm.type_error(message))
        }
    }
}

fn neg(vm: &mut Vm, args: &[Value]) -> R {
    unary(vm, &args[0], Special::Neg, "unary -")
}

fn pos(vm: &mut Vm, args: &[Value]) -> R {
    unary(vm, &args[0], Special::Pos, "unary +")
}

fn invert(vm: &mut Vm, args: &[Value]) -> R {
    unary(vm, &args[0], Special::Invert, "unary ~")
}

fn abs(vm: &mut Vm, args: &[Value]) -> R {
    unary(vm, &args[0], Special::Abs, "abs()")
}

fn index(vm: &mut Vm, args: &[Value]) -> R {
    vm.index_value(&args[0])
}

fn not_(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(!vm.truth(&args[0])?))
}

fn truth(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(vm.truth(&args[0])?))
}

fn is_(_: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(args[0].is_same(&args[1])))
}

fn is_not(_: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(!args[0].is_same(&args[1])))
}

fn contains(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(vm.contains(&args[0], &args[1])?))
}

fn count_of(vm: &mut Vm, args: &[Value]) -> R {
    let iterator = vm.iter(&args[0])?;
    let mut n = 0;
    while let Some(value) = vm.next(&iterator)? {
        n += i64::from(vm.eq(&value, &args[1])?);
        vm.tick()?;
    }
    Ok(Value::int(n))
}

fn index_of(vm: &mut Vm, args: &[Value]) -> R {
    let iterator = vm.iter(&args[0])?;
    let mut n = 0;
    while let Some(value) = vm.next(&iterator)? {
        if vm.eq(&value, &args[1])? {
            return Ok(Value::int(n));
        }
        n += 1;
        vm.tick()?;
    }
    Err(vm.value_error("sequence.index(x): x not in sequence"))
}

fn getitem(vm: &mut Vm, args: &[Value]) -> R {
    vm.get_item(&args[0], &args[1])
}

fn setitem(vm: &mut Vm, args: &[Value]) -> R {
    vm.set_item(&args[0], &args[1], args[2].clone())?;
    Ok(Value::NONE)
}

fn delitem(vm: &mut Vm, args: &[Value]) -> R {
    vm.del_item(&args[0], &args[1])?;
    Ok(Value::NONE)
}

fn is_sequence(vm: &mut Vm, value: &Value) -> bool {
    vm.find_special(value, Special::GetItem).is_some() && vm.cast::<Dict>(value).is_none()
}

/// Whether there is a `+` for the left side, or a `__radd__` on the right.
fn check_concat(vm: &mut Vm, args: &[Value]) -> R<()> {
    let has = |vm: &mut Vm, value: &Value, name: &str| {
        let name = vm.intern(name);
        vm.class_of(value).lookup(&name).is_some()
    };
    let known = is_sequence(vm, &args[0])
        && (has(vm, &args[0], "__add__")
            || is_sequence(vm, &args[1]) && has(vm, &args[1], "__radd__"));
    if known {
        return Ok(());
    }
    let message = format!("'{}' object can't be concatenated", vm.type_name(&args[0]));
    Err(vm.type_error(message))
}

fn concat(vm: &mut Vm, args: &[Value]) -> R {
    check_concat(vm, args)?;
    let add = vm.find_special(&args[0], Special::Add);
    if add.is_some_and(|add| add.is(Tag::Native)) {
        // A built-in sequence takes another one, and asks nobody else.
        let sum = vm.call_special(&args[0], Special::Add, &args[1..2])?;
        match sum {
            Some(sum) if !sum.is(Tag::NotImplemented) => return Ok(sum),
            _ => {}
        }
        if let Some(raised) = vm.concat_error(&args[0], &args[1]) {
            return Err(raised);
        }
    }
    vm.binary(ArithKind::Add, &args[0], &args[1])
}

fn iconcat(vm: &mut Vm, args: &[Value]) -> R {
    check_concat(vm, args)?;
    vm.inplace(ArithKind::Add, &args[0], &args[1])
}

fn length_hint(vm: &mut Vm, args: &[Value]) -> R {
    let default = if args[1].is_undef() {
        0
    } else {
        vm.index(&args[1])?
    };
    vm.length_hint(&args[0], default).map(Value::int)
}

fn call(vm: &mut Vm, args: &[Value]) -> R {
    let keywords = vm.keywords(&args[2]);
    vm.call_kw(&args[0], crate::vm::rest(&args[1]), &keywords)
}

fn setup(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    operator_get::add_types(vm, globals);
    let mut public: Vec<String> = globals
        .to_vec()
        .iter()
        .filter_map(|(name, _)| Some(name.as_ref::<crate::value::Str>()?.as_str().to_string()))
        .filter(|name| !name.starts_with('_'))
        .collect();
    public.sort();
    let public = public.iter().map(|name| vm.new_str(name)).collect();
    let public = Value::object(vm.heap.new_list(public));
    super::held::put(vm, globals, "__all__", public);
    // Every operator is there under its special name too.
    let aliases = [
        "lt",
        "le",
        "eq",
        "ne",
        "ge",
        "gt",
        "abs",
        "add",
        "and",
        "floordiv",
        "index",
        "inv",
        "invert",
        "lshift",
        "mod",
        "mul",
        "matmul",
        "neg",
        "not",
        "or",
        "pos",
        "pow",
        "rshift",
        "sub",
        "truediv",
        "xor",
        "concat",
        "contains",
        "delitem",
        "getitem",
        "setitem",
        "iadd",
        "iand",
        "iconcat",
        "ifloordiv",
        "ilshift",
        "imod",
        "imul",
        "imatmul",
        "ior",
        "ipow",
        "irshift",
        "isub",
        "itruediv",
        "ixor",
        "call",
    ];
    for name in aliases {
        let plain = if matches!(name, "and" | "not" | "or") {
            format!("{name}_")
        } else {
            name.to_string()
        };
        let (plain, special) = (vm.intern(&plain), vm.intern(&format!("__{name}__")));
        if let Some(function) = globals.get_str(&plain) {
            globals.set_str(&special, function);
        }
    }
    Ok(())
}

const FUNCTIONS: &[Def] = &[
    def("lt", lt, "a, b, /"),
    def("le", le, "a, b, /"),
    def("eq", eq, "a, b, /"),
    def("ne", ne, "a, b, /"),
    def("ge", ge, "a, b, /"),
    def("gt", gt, "a, b, /"),
    def("not_", not_, "a, /"),
    def("truth", truth, "a, /"),
    def("is_", is_, "a, b, /"),
    def("is_not", is_not, "a, b, /"),
    def("abs", abs, "a, /"),
    def("add", add, "a, b, /"),
    def("and_", and_, "a, b, /"),
    def("floordiv", floordiv, "a, b, /"),
    def("index", index, "a, /"),
    def("inv", invert, "a, /"),
    def("invert", invert, "a, /"),
    def("lshift", lshift, "a, b, /"),
    def("mod", mod_, "a, b, /"),
    def("mul", mul, "a, b, /"),
    def("matmul", matmul, "a, b, /"),
    def("neg", neg, "a, /"),
    def("or_", or_, "a, b, /"),
    def("pos", pos, "a, /"),
    def("pow", pow, "a, b, /"),
    def("rshift", rshift, "a, b, /"),
    def("sub", sub, "a, b, /"),
    def("truediv", truediv, "a, b, /"),
    def("xor", xor, "a, b, /"),
    def("concat", concat, "a, b, /"),
    def("contains", contains, "a, b, /"),
    def("countOf", count_of, "a, b, /"),
    def("delitem", delitem, "a, b, /"),
    def("getitem", getitem, "a, b, /"),
    def("indexOf", index_of, "a, b, /"),
    def("setitem", setitem, "a, b, c, /"),
    def("length_hint", length_hint, "obj, default=0, /"),
    def("call", call, "obj, /, *args, **kwargs"),
    def("iadd", iadd, "a, b, /"),
    def("iand", iand, "a, b, /"),
    def("iconcat", iconcat, "a, b, /"),
    def("ifloordiv", ifloordiv, "a, b, /"),
    def("ilshift", ilshift, "a, b, /"),
    def("imod", imod, "a, b, /"),
    def("imul", imul, "a, b, /"),
    def("imatmul", imatmul, "a, b, /"),
    def("ior", ior, "a, b, /"),
    def("ipow", ipow, "a, b, /"),
    def("irshift", irshift, "a, b, /"),
    def("isub", isub, "a, b, /"),
    def("itruediv", itruediv, "a, b, /"),
    def("ixor", ixor, "a, b, /"),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "operator",
    functions: FUNCTIONS,
    setup: Some(setup),
};
/// The name under which CPython has the native half.
pub(super) const INNER: NativeModule = NativeModule {
    name: "_operator",
    functions: FUNCTIONS,
    setup: Some(setup),
};
