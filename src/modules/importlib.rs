//! `importlib`: importing by a name that is computed.

use crate::value::{Module, Str, Value};
use crate::vm::{Def, R, Vm, def};

use super::NativeModule;
use super::held::missing;

fn import_module(vm: &mut Vm, args: &[Value]) -> R {
    // What is no text is asked for a method of texts.
    if vm.cast::<Str>(&args[0]).is_none() {
        let dot = vm.new_str(".");
        let found = vm.call_method(&args[0], "startswith", &[dot])?;
        vm.truth(&found)?;
    }
    let name = vm.expect_str(&args[0], "module name")?;
    let dots = name
        .as_str()
        .bytes()
        .take_while(|byte| *byte == b'.')
        .count();
    if name.as_str().is_empty() {
        return Err(vm.value_error("Empty module name"));
    }
    if dots == 0 {
        return super::import_dotted(vm, name.as_str());
    }
    if missing(&args[1]) {
        let message = format!(
            "the 'package' argument is required to perform a relative import for {}",
            vm.repr(&args[0])?.as_str()
        );
        return Err(vm.type_error(message));
    }
    let package = vm.expect_str(&args[1], "package")?;
    let mut base = package.as_str();
    for _ in 1..dots {
        match base.rsplit_once('.') {
            Some((outer, _)) => base = outer,
            None => {
                return Err(vm.import_error("attempted relative import beyond top-level package"));
            }
        }
    }
    let inner = &name.as_str()[dots..];
    let full = if inner.is_empty() {
        base.to_string()
    } else {
        format!("{base}.{inner}")
    };
    super::import_dotted(vm, &full)
}

fn reload(vm: &mut Vm, args: &[Value]) -> R {
    let Some(module) = args[0].to_ref::<Module>() else {
        return Err(vm.type_error("reload() argument must be a module"));
    };
    let (key, file) = (vm.intern("__name__"), vm.intern("__file__"));
    let name = module
        .globals
        .get_str(&key)
        .and_then(|name| name.to_ref::<Str>());
    let Some(name) = name else {
        return Err(vm.type_error("reload() argument must be a module"));
    };
    let known = vm.modules.get_str(&name);
    if !known.is_some_and(|known| known.is_same(&args[0])) {
        let message = format!("module {} not in sys.modules", name.as_str());
        return Err(vm.import_error(message));
    }
    if let Some(file) = module
        .globals
        .get_str(&file)
        .and_then(|file| file.to_ref::<Str>())
    {
        super::import::run_again(vm, file.as_str(), &module.globals)?;
    }
    Ok(args[0].clone())
}

fn invalidate_caches(_: &mut Vm, _: &[Value]) -> R {
    Ok(Value::NONE)
}

const FUNCTIONS: &[Def] = &[
    def("import_module", import_module, "name, package=None"),
    def("reload", reload, "module"),
    def("invalidate_caches", invalidate_caches, ""),
];

pub(crate) const MODULE: NativeModule = NativeModule {
    name: "importlib",
    functions: FUNCTIONS,
    setup: None,
};
