//! `import`: finding modules, running them once, packages and relative names.

use std::path::Path;
use std::sync::Arc;

use hoopsnake_grammar::Source;

use crate::bytecode::{Code, Wrong};
use crate::compiler::Options;
use crate::heap::Ref;
use crate::value::{Dict, Exception, List, Module, Str, Tuple, Value};
use crate::vm::{R, Raised, Vm};

use super::held::put;
use super::{code, embedded};

/// Where a module was found.
enum Found {
    Native(&'static super::NativeModule),
    /// What it runs, path, whether it is a package (then: its folder).
    Script {
        script: Script,
        path: String,
        folder: Option<String>,
    },
}

/// What a module written in Python runs.
enum Script {
    Text(String),
    Code(Arc<Code>),
}

/// What the machine's `import` instruction calls.
pub(crate) fn import(
    vm: &mut Vm,
    name: &Ref<Str>,
    globals: &Ref<Dict>,
    from_names: &Value,
    level: u32,
) -> R {
    let full = match level {
        0 if name.as_str().is_empty() => return Err(vm.value_error("Empty module name")),
        0 => name.as_str().to_string(),
        _ => absolute(vm, name.as_str(), globals, level)?,
    };
    let module = import_dotted(vm, &full)?;
    let wanted: Vec<Value> =
        if from_names.as_ref::<Tuple>().is_some() || from_names.as_ref::<List>().is_some() {
            vm.to_vec(from_names)?
        } else {
            Vec::new()
        };
    if wanted.is_empty() {
        let first = name.as_str().split('.').next().unwrap_or_default();
        let cut = full.len() - (name.len() - first.len());
        if cut == full.len() {
            return Ok(module);
        }
        return match known(vm, &full[..cut])? {
            Some(module) => Ok(module),
            None => import_dotted(vm, &full[..cut]),
        };
    }
    import_members(vm, &module, &wanted, true)?;
    Ok(module)
}

/// `from package import name`: modules of a package are imported by being named.
fn import_members(vm: &mut Vm, module: &Value, names: &[Value], star: bool) -> R<()> {
    let path = vm.intern("__path__");
    if !has(vm, module, &path)? {
        return Ok(());
    }
    for name in names {
        let Some(name) = vm.cast::<Str>(name) else {
            continue;
        };
        let name = vm.intern_str(&name);
        if name.as_str() == "*" {
            let all = vm.intern("__all__");
            if star && let Some(all) = vm.find_attr(module, &all)? {
                let all = vm.to_vec(&all)?;
                import_members(vm, module, &all, false)?;
            }
        } else if !has(vm, module, &name)? {
            submodule(vm, module, &name)?;
        }
    }
    Ok(())
}

/// The submodule `name` of a package, imported if it was not; None if there is no such module.
pub(crate) fn submodule(vm: &mut Vm, module: &Value, name: &Ref<Str>) -> R<Option<Value>> {
    let key = vm.intern("__name__");
    let Some(package) = vm
        .find_attr(module, &key)?
        .and_then(|name| vm.cast::<Str>(&name))
    else {
        return Ok(None);
    };
    let full = format!("{}.{}", package.as_str(), name.as_str());
    if let Some(module) = known(vm, &full)? {
        return Ok(Some(module));
    }
    let path = vm.intern("__path__");
    if !has(vm, module, &path)? {
        return Ok(None);
    }
    match import_dotted(vm, &full) {
        Ok(module) => Ok(Some(module)),
        Err(raised) => {
            let class = vm.types.module_not_found_error.clone();
            if !vm.raised_is(&class) {
                return Err(raised);
            }
            let missing = vm
                .raised
                .as_ref::<Exception>()
                .and_then(|exception| exception.field("name"));
            if missing
                .and_then(|name| name.to_ref::<Str>())
                .is_some_and(|name| name.as_str() == full)
            {
                drop(vm.take_raised());
                return Ok(None);
            }
            Err(raised)
        }
    }
}

fn has(vm: &mut Vm, module: &Value, name: &Ref<Str>) -> R<bool> {
    if let Some(module) = module.as_ref::<Module>()
        && module.globals.get_str(name).is_some()
    {
        return Ok(true);
    }
    Ok(vm.find_attr(module, name)?.is_some())
}

/// The name of a relative import, made absolute.
fn absolute(vm: &mut Vm, name: &str, globals: &Ref<Dict>, level: u32) -> R<String> {
    let (package, own, path) = (
        vm.intern("__package__"),
        vm.intern("__name__"),
        vm.intern("__path__"),
    );
    let package = match globals.get_str(&package).filter(|value| !value.is_none()) {
        Some(package) => match vm.cast::<Str>(&package) {
            Some(package) => package.as_str().to_string(),
            None => return Err(vm.type_error("package must be a string")),
        },
        None => {
            let own = globals.get_str(&own).and_then(|own| vm.cast::<Str>(&own));
            let Some(own) = own else {
                return Err(vm.key_error_str("'__name__' not in globals"));
            };
            if globals.get_str(&path).is_some() {
                own.as_str().to_string()
            } else {
                own.as_str()
                    .rsplit_once('.')
                    .map_or(String::new(), |(package, _)| package.to_string())
            }
        }
    };
    if package.is_empty() {
        return Err(vm.import_error("attempted relative import with no known parent package"));
    }
    let mut base = package.as_str();
    for _ in 1..level {
        match base.rsplit_once('.') {
            Some((outer, _)) => base = outer,
            None => {
                return Err(vm.import_error("attempted relative import beyond top-level package"));
            }
        }
    }
    Ok(if name.is_empty() {
        base.to_string()
    } else {
        format!("{base}.{name}")
    })
}

/// The module of that name, if `sys.modules` has it.
fn known(vm: &mut Vm, name: &str) -> R<Option<Value>> {
    let key = vm.intern(name);
    match vm.modules.get_str(&key) {
        Some(module) if module.is_none() => {
            let message = format!("import of {name} halted; None in sys.modules");
            Err(not_found(vm, &message, name))
        }
        found => Ok(found),
    }
}

fn not_found(vm: &mut Vm, message: &str, name: &str) -> Raised {
    let raised = vm.module_not_found_error(message);
    let name = vm.new_str(name);
    if let Some(exception) = vm.raised.as_ref::<Exception>() {
        exception.set_field("name", name);
        exception.set_field("path", Value::NONE);
    }
    raised
}

/// Imports a module by its absolute name, after the packages it is in; gives the innermost.
pub(crate) fn import_dotted(vm: &mut Vm, name: &str) -> R {
    if let Some(module) = known(vm, name)? {
        return Ok(module);
    }
    let parent = match name.rsplit_once('.') {
        None => None,
        Some((outer, inner)) => {
            let parent = import_dotted(vm, outer)?;
            if let Some(module) = known(vm, name)? {
                return Ok(module);
            }
            Some((parent, outer, inner))
        }
    };
    let folders = match &parent {
        None => folders(vm)?,
        Some((parent, outer, _)) => {
            let key = vm.intern("__path__");
            match vm.find_attr(parent, &key)? {
                Some(path) => strings(vm, &path)?,
                None => {
                    let message = format!("No module named '{name}'; '{outer}' is not a package");
                    return Err(not_found(vm, &message, name));
                }
            }
        }
    };
    let Some(found) = find(vm, name, &folders)? else {
        let shown = vm.new_str(name);
        let shown = vm.repr(&shown)?;
        return Err(not_found(
            vm,
            &format!("No module named {}", shown.as_str()),
            name,
        ));
    };
    vm.enter_native()?;
    let module = load(vm, name, found);
    vm.leave_native();
    let module = module?;
    if let Some((parent, _, inner)) = parent {
        let inner = vm.intern(inner);
        vm.set_attr(&parent, &inner, module.clone())?;
    }
    Ok(module)
}

/// `sys.path`.
fn folders(vm: &mut Vm) -> R<Vec<String>> {
    let (sys, path) = (vm.intern("sys"), vm.intern("path"));
    let Some(sys) = vm
        .modules
        .get_str(&sys)
        .and_then(|sys| sys.to_ref::<Module>())
    else {
        return Ok(Vec::new());
    };
    match sys.globals.get_str(&path) {
        Some(path) => strings(vm, &path),
        None => Ok(Vec::new()),
    }
}

fn strings(vm: &mut Vm, list: &Value) -> R<Vec<String>> {
    let items = vm.to_vec(list)?;
    Ok(items
        .iter()
        .filter_map(|item| Some(vm.cast::<Str>(item)?.as_str().to_string()))
        .collect())
}

/// Natives first, then files along the path, then the modules that are part of the program: as CPython's
/// order has it, where the folder of the script stands before the standard library.
fn find(vm: &mut Vm, name: &str, folders: &[String]) -> R<Option<Found>> {
    if let Some(native) = super::find_native(name) {
        return Ok(Some(Found::Native(native)));
    }
    let last = name.rsplit('.').next().unwrap_or(name);
    for folder in folders {
        if folder.starts_with(embedded::FOLDER) {
            continue;
        }
        let base = if folder.is_empty() {
            last.to_string()
        } else {
            format!("{}/{last}", folder.trim_end_matches('/'))
        };
        let package = format!("{base}/__init__.py");
        if Path::new(&package).is_file() {
            let text = read(vm, &package)?;
            return Ok(Some(Found::Script {
                script: Script::Text(text),
                path: package,
                folder: Some(base),
            }));
        }
        let file = format!("{base}.py");
        if Path::new(&file).is_file() {
            let text = read(vm, &file)?;
            return Ok(Some(Found::Script {
                script: Script::Text(text),
                path: file,
                folder: None,
            }));
        }
    }
    let found = embedded::find(name).map_err(|Wrong| damaged(vm, name))?;
    Ok(found.map(|embedded| {
        let path = embedded.code.source.name().to_string();
        let folder = embedded
            .package
            .then(|| path.trim_end_matches("/__init__.py").to_string());
        Found::Script {
            script: Script::Code(embedded.code),
            path,
            folder,
        }
    }))
}

/// The module is part of the program, but what is there makes no sense.
fn damaged(vm: &mut Vm, name: &str) -> Raised {
    vm.import_error(format!("the built-in module '{name}' is damaged"))
}

fn read(vm: &mut Vm, path: &str) -> R<String> {
    match std::fs::read(path) {
        Ok(bytes) => code::decode_source(vm, &bytes, path),
        Err(error) => Err(vm.os_error(&error, Some(path))),
    }
}

/// Makes the module, puts it into `sys.modules` and runs it.
fn load(vm: &mut Vm, name: &str, found: Found) -> R {
    let key = vm.intern(name);
    match found {
        Found::Native(native) => {
            let module = vm.new_module(name);
            if name == "builtins" {
                return load_builtins(vm, &key);
            }
            let value = Value::object(module.clone());
            vm.modules.set_str(&key, value.clone());
            let package = name.rsplit_once('.').map_or("", |(package, _)| package);
            let package = vm.new_str(package);
            put(vm, &module.globals, "__package__", package);
            vm.add_functions(name, &module.globals, native.functions);
            if let Some(setup) = native.setup
                && let Err(raised) = setup(vm, &module.globals)
            {
                vm.modules.remove_str(&key);
                return Err(raised);
            }
            Ok(value)
        }
        Found::Script {
            script,
            path,
            folder,
        } => {
            let module = vm.new_module(name);
            let globals = module.globals.clone();
            let file = vm.new_str(&path);
            put(vm, &globals, "__file__", file);
            let package = match (&folder, name.rsplit_once('.')) {
                (Some(_), _) => name,
                (None, Some((package, _))) => package,
                (None, None) => "",
            };
            let package = vm.new_str(package);
            put(vm, &globals, "__package__", package);
            if let Some(folder) = &folder {
                let folder = vm.new_str(folder);
                let path = Value::object(vm.heap.new_list(vec![folder]));
                put(vm, &globals, "__path__", path);
            }
            add_builtins(vm, &globals);
            vm.modules.set_str(&key, Value::object(module.clone()));
            module.initialising.set(true);
            let result = run(vm, script, &path, &globals);
            module.initialising.set(false);
            if let Err(raised) = result {
                vm.modules.remove_str(&key);
                return Err(raised);
            }
            // The body may have put something else in its place.
            match vm.modules.get_str(&key) {
                Some(module) => Ok(module),
                None => Err(vm.key_error_str(name)),
            }
        }
    }
}

fn load_builtins(vm: &mut Vm, key: &Ref<Str>) -> R {
    let globals = vm.builtins.clone();
    let id = vm.heap.new_id();
    let name = vm.new_str("builtins");
    put(vm, &globals, "__name__", name);
    for key in ["__doc__", "__package__", "__loader__", "__spec__"] {
        put(vm, &globals, key, Value::NONE);
    }
    let module = Value::object(vm.heap.alloc(Module {
        globals,
        id,
        initialising: std::cell::Cell::new(false),
        class: crate::heap::Slot::new(Value::NONE),
    }));
    vm.modules.set_str(key, module.clone());
    Ok(module)
}

/// Adds `__builtins__` to a dict of globals that has none.
pub(crate) fn add_builtins(vm: &mut Vm, globals: &Ref<Dict>) {
    let (key, name) = (vm.intern("__builtins__"), vm.intern("builtins"));
    if globals.get_str(&key).is_none()
        && let Some(module) = vm.modules.get_str(&name)
    {
        globals.set_str(&key, module);
    }
}

fn run(vm: &mut Vm, script: Script, path: &str, globals: &Ref<Dict>) -> R {
    let code = match script {
        Script::Text(text) => {
            let source = Source::new(path, &text);
            code::compile_source(vm, &source, Options::default())?
        }
        Script::Code(code) => code,
    };
    let code = vm.link(&code, globals);
    let function = vm.function_over(code);
    vm.run_code(&function, None)
}

/// Makes the main module a part of a package, which is imported. An empty name: it is not.
///
/// Errors: what the import raises.
pub(crate) fn enter_package(vm: &mut Vm, globals: &Ref<Dict>, package: &str) -> R<()> {
    if !package.is_empty() {
        let name = vm.new_str(package);
        put(vm, globals, "__package__", name);
        import_dotted(vm, package)?;
    }
    Ok(())
}

/// A fresh `__main__`, in `sys.modules`, for a program from `file` (or from nowhere).
pub(crate) fn new_main_module(vm: &mut Vm, file: Option<&str>) -> Ref<Module> {
    let module = vm.new_module("__main__");
    let key = vm.intern("__main__");
    if let Some(file) = file {
        let file = vm.new_str(file);
        put(vm, &module.globals, "__file__", file);
    }
    add_builtins(vm, &module.globals);
    vm.modules.set_str(&key, Value::object(module.clone()));
    module
}

impl Vm {
    /// Raises KeyError with a str.
    pub(super) fn key_error_str(&mut self, key: &str) -> Raised {
        let key = self.new_str(key);
        self.key_error(key)
    }
}

/// Runs the text of a module again in its own dict: `importlib.reload`.
pub(super) fn run_again(vm: &mut Vm, path: &str, globals: &Ref<Dict>) -> R {
    let found = embedded::find_path(path).map_err(|Wrong| damaged(vm, path))?;
    let script = match found {
        Some(embedded) => Script::Code(embedded.code),
        None => Script::Text(read(vm, path)?),
    };
    run(vm, script, path, globals)
}
