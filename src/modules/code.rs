//! The doors of the compiler: `compile`, `eval`, `exec`, and building classes.

use std::sync::{Arc, Weak};

use hoopsnake_grammar::{Lines, Mode as GrammarMode, Source, SyntaxError, SyntaxErrorKind, parse};

use crate::builtins::bytes_buffer::buffer;
use crate::bytecode::{Code, Flow};
use crate::compiler::{Mode, Options, compile as compile_tree};
use crate::heap::Ref;
use crate::text::codec::{CodecError, Encoding};
use crate::text::decode::decode;
use crate::value::{
    Bytes, Class, CodeObject, Dict, Exception, Function, Layout, MAX_SLOTS, Special, Str, Tag,
    Tuple, Value, VarCell, class_flags,
};
use crate::vm::{Def, R, Raised, Vm, def, rest};

use super::NativeModule;
use super::held::missing;
use super::import::add_builtins;

/// Slots of the instances of a class whose methods assign no attribute.
const NAMESPACE_SLOTS: u16 = 4;

/// What code that scripts compiled was compiled as: to compile it again for other variables.
#[derive(Default)]
struct Compiled(Vec<(Weak<Code>, Mode)>);

/// Compiles a source. A wrong text is raised as a SyntaxError.
pub(crate) fn compile_source(vm: &mut Vm, source: &Arc<Source>, options: Options) -> R<Arc<Code>> {
    let mode = match options.mode {
        Mode::Expression => GrammarMode::Expression,
        Mode::Module => GrammarMode::Module,
        Mode::Interactive => GrammarMode::Single,
    };
    let eval = mode == GrammarMode::Expression;
    let bare = options.mode != Mode::Module;
    let tree = parse(source.text(), mode).map_err(|error| {
        let stage = match error.kind {
            SyntaxErrorKind::DuplicateArgument { .. } => Stage::Names,
            SyntaxErrorKind::KeywordRepeated { .. }
            | SyntaxErrorKind::DefaultExceptLast
            | SyntaxErrorKind::OnePatternStar => Stage::Compiler,
            _ => Stage::Parser,
        };
        syntax_error(vm, &error, source, (eval, bare), stage)
    })?;
    compile_tree(&tree, source, options).map_err(|error| {
        let message = error.message();
        let of_names = NAME_WORDS.iter().any(|words| message.starts_with(words));
        let stage = if of_names {
            Stage::Names
        } else {
            Stage::Compiler
        };
        syntax_error(vm, &error, source, (eval, bare), stage)
    })
}

/// Who finds an error in CPython. Only its parser has the text at hand; the others look for a file of that name.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Parser,
    /// The place is in attributes alone, not in `args`.
    Names,
    Compiler,
}

/// How the words begin of what is found before anything is compiled.
const NAME_WORDS: [&str; 10] = [
    "name '",
    "annotated name '",
    "nonlocal declaration",
    "no binding for nonlocal",
    "duplicate argument",
    "import * only",
    "assignment expression c",
    "assignment expression within",
    "comprehension inner loop",
    "future feature",
];

/// Compiles a text that is shown under `name`.
pub(crate) fn compile_text(vm: &mut Vm, text: &str, name: &str, options: Options) -> R<Arc<Code>> {
    compile_source(vm, &Source::new(name, text), options)
}

/// Raises Python's SyntaxError for a wrong text.
fn syntax_error(
    vm: &mut Vm,
    error: &SyntaxError,
    source: &Arc<Source>,
    (eval, bare): (bool, bool),
    stage: Stage,
) -> Raised {
    let class = match error.class_name() {
        "IndentationError" => &vm.types.indentation_error,
        "TabError" => &vm.types.tab_error,
        _ => &vm.types.syntax_error,
    };
    let class = class.clone();
    let text = source.text();
    let lines = Lines::new(text);
    let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let (mut line, mut column) = lines.line_column_chars(text, error.span.start.min(end));
    let (mut end_line, mut end_column) = lines.line_column_chars(text, error.span.end.min(end));
    let message = error.message();
    let nothing = bare && matches!(error.kind, SyntaxErrorKind::InvalidSyntax);
    if (eval || nothing) && error.span.start >= end {
        // The end of an expression, or of a text without a statement, stands before the first column of the last line.
        line = text.lines().count() as u32;
        (column, end_line, end_column) = (u32::MAX, line, u32::MAX);
    } else if end_line > line && column > 0 && text[error.span.start as usize..].starts_with('\n') {
        // The newline that came too early ends where it starts.
        (end_line, end_column) = (line, column);
    }
    let blockless =
        matches!(error.kind, SyntaxErrorKind::ExpectedBlock { .. }) && error.span.start >= end;
    let unindented = matches!(error.kind, SyntaxErrorKind::UnindentMismatch);
    if blockless {
        line = text.lines().count() as u32;
    }
    if blockless || unindented {
        // These stand at the end of their line, with its newline.
        let newline = !bare || (line as usize) < lines.len();
        let length = lines.text(text, line).chars().count() + usize::from(newline);
        (column, end_line) = ((length as u32).wrapping_sub(1), line);
    }
    if message.ends_with("was never closed") {
        // Nobody knows where it should have ended.
        (end_line, end_column) = (line, u32::MAX);
    } else if message.starts_with("unterminated") {
        (end_line, end_column) = (line, column);
    }
    let mut line_text = match line {
        0 => String::new(),
        line => lines.text(text, line).to_string(),
    };
    // A file's statements are read with a newline at their end, given or not.
    let ended = (line as usize) < lines.len() || !bare;
    let ended = ended && !message.starts_with("unterminated");
    if ended && line > 0 && !error.was_read_on() {
        line_text.push('\n');
    }
    let unended = blockless
        || unindented
        || message == "unexpected indent"
        || message.starts_with("(unicode error)");
    let message = vm.new_str(&message);
    let name = vm.new_str(&source.name);
    let line_text = if stage == Stage::Parser || std::path::Path::new(&*source.name).is_file() {
        vm.new_str(&line_text)
    } else {
        Value::NONE
    };
    let int = |value: u32| Value::int(i64::from(value));
    let place = vec![
        name,
        int(line),
        int(column.wrapping_add(1)),
        line_text,
        int(end_line),
        if unended {
            Value::int(-1)
        } else {
            int(end_column.wrapping_add(1))
        },
    ];
    let fields = [
        "filename",
        "lineno",
        "offset",
        "text",
        "end_lineno",
        "end_offset",
    ];
    let tuple = Value::object(vm.heap.tuple_of(&place));
    let mut args = vec![message.clone()];
    if stage != Stage::Names {
        args.push(tuple);
    }
    let exception = vm.new_exception(&class, args);
    if let Some(exception) = exception.as_ref::<Exception>() {
        exception.set_field("msg", message);
        for (field, value) in fields.into_iter().zip(place) {
            exception.set_field(field, value);
        }
    }
    vm.raise_value(exception)
}

/// The text of a source file: UTF-8, with or without a mark.
pub(crate) fn decode_source(vm: &mut Vm, bytes: &[u8], name: &str) -> R<String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_string()),
        Err(error) => {
            let at = error.valid_up_to();
            // CPython decodes word by word.
            let in_word =
                |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80;
            let before = bytes[..at]
                .iter()
                .rev()
                .take_while(|byte| in_word(byte))
                .count();
            let after = bytes[at..].iter().take_while(|byte| in_word(byte)).count();
            let word = &bytes[at - before..at + after];
            let words = match decode(word, Encoding::Utf8, "strict") {
                Err(CodecError::Unicode(error)) => error.message(word),
                _ => String::new(),
            };
            let text = String::from_utf8_lossy(bytes);
            let span = hoopsnake_grammar::Span::new(at as u32, at as u32);
            let error = SyntaxError::new(format!("(unicode error) {words}"), span);
            let source = Source::new(name, &text);
            Err(syntax_error(
                vm,
                &error,
                &source,
                (false, false),
                Stage::Parser,
            ))
        }
    }
}

/// The text that `compile`, `eval` or `exec` was given; None for other types.
fn text_of(vm: &mut Vm, value: &Value, name: &str) -> R<Option<String>> {
    let text = if let Some(text) = vm.cast::<Str>(value) {
        text.as_str().to_string()
    } else if let Some(bytes) = buffer(vm, value) {
        if bytes.contains(&0) {
            return Err(null_byte(vm));
        }
        decode_source(vm, &bytes, name)?
    } else {
        return Ok(None);
    };
    if text.contains('\0') {
        return Err(null_byte(vm));
    }
    Ok(Some(text))
}

fn null_byte(vm: &mut Vm) -> Raised {
    let class = vm.types.syntax_error.clone();
    vm.raise(&class, "source code string cannot contain null bytes")
}

fn wrong_source(vm: &mut Vm, function: &str, wanted: &str) -> Raised {
    vm.type_error(format!("{function}() arg 1 must be a {wanted} object"))
}

const TOP_LEVEL_AWAIT: i64 = 0x2000;

fn compile(vm: &mut Vm, args: &[Value]) -> R {
    let name = match vm.cast::<Str>(&args[1]) {
        Some(name) => name.as_str().to_string(),
        None => match vm.cast::<Bytes>(&args[1]) {
            Some(name) => String::from_utf8_lossy(name.items()).into_owned(),
            None => {
                let message = format!(
                    "expected str, bytes or os.PathLike object, not {}",
                    vm.type_name(&args[1])
                );
                return Err(vm.type_error(message));
            }
        },
    };
    let Some(mode) = vm.cast::<Str>(&args[2]) else {
        let message = format!(
            "compile() argument 'mode' must be str, not {}",
            vm.type_name(&args[2])
        );
        return Err(vm.type_error(message));
    };
    let mode = match mode.as_str() {
        "exec" => Mode::Module,
        "eval" => Mode::Expression,
        "single" => Mode::Interactive,
        _ => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let flags = vm.c_int_or(&args[3], 0)?;
    let optimize = vm.c_int_or(&args[5], -1)?;
    if args[0].is(Tag::Code) {
        return Ok(args[0].clone());
    }
    let Some(text) = text_of(vm, &args[0], &name)? else {
        return Err(wrong_source(vm, "compile", "string, bytes or AST"));
    };
    let text = if mode == Mode::Expression {
        text.trim_start_matches([' ', '\t']).to_string()
    } else {
        text
    };
    let options = Options {
        mode,
        top_level_await: flags & TOP_LEVEL_AWAIT != 0,
        optimize: optimize > 0,
        ..Options::default()
    };
    let code = compile_text(vm, &text, &name, options)?;
    let known = &mut vm.state::<Compiled>().0;
    known.retain(|(code, _)| code.strong_count() > 0);
    known.push((Arc::downgrade(&code), mode));
    let globals = vm.heap.new_dict();
    Ok(Value::object(vm.link(&code, &globals)))
}

/// Where a text runs: its globals, and its variables if they are apart.
struct Places {
    globals: Ref<Dict>,
    namespace: Option<Value>,
}

fn places(vm: &mut Vm, globals: &Value, locals: &Value, function: &str) -> R<Places> {
    let locals_fit =
        |vm: &mut Vm| missing(locals) || vm.find_special(locals, Special::GetItem).is_some();
    // `eval` looks at its last argument first.
    if function == "eval" && !locals_fit(vm) {
        return Err(vm.type_error("locals must be a mapping"));
    }
    let given = if missing(globals) {
        None
    } else {
        match vm.cast::<Dict>(globals) {
            Some(dict) => Some(dict),
            None => {
                let message = match function {
                    "eval" if vm.find_special(globals, Special::GetItem).is_some() => {
                        "globals must be a real dict; try eval(expr, {}, mapping)".to_string()
                    }
                    "eval" => "globals must be a dict".to_string(),
                    _ => format!(
                        "exec() globals must be a dict, not {}",
                        vm.type_name(globals)
                    ),
                };
                return Err(vm.type_error(message));
            }
        }
    };
    if !locals_fit(vm) {
        return Err(vm.type_error(format!(
            "locals must be a mapping or None, not {}",
            vm.type_name(locals)
        )));
    }
    let own = given.is_none();
    let globals = match given {
        Some(globals) => globals,
        None => current_globals(vm),
    };
    add_builtins(vm, &globals);
    let namespace = if !missing(locals) {
        let same = vm
            .cast::<Dict>(locals)
            .is_some_and(|dict| dict.is(&globals));
        (!same).then(|| locals.clone())
    } else if own {
        variables(vm)
    } else {
        None
    };
    Ok(Places { globals, namespace })
}

fn current_globals(vm: &mut Vm) -> Ref<Dict> {
    match vm.current_globals() {
        Some(globals) => globals,
        None => vm.heap.new_dict(),
    }
}

/// The variables of the running function or class body; None at module level.
fn variables(vm: &mut Vm) -> Option<Value> {
    if let Some(namespace) = vm.class_namespace() {
        return Some(namespace);
    }
    let variables = vm.local_variables()?;
    let dict = vm.heap.new_dict();
    for (name, value) in variables {
        let name = vm.intern(&name);
        dict.set_str(&name, value);
    }
    Some(Value::object(dict))
}

fn run(vm: &mut Vm, code: &Arc<Code>, places: Places) -> R {
    let code = vm.link(code, &places.globals);
    let function = vm.function_over(code);
    vm.run_code(&function, places.namespace)
}

/// Runs code that was compiled before.
fn run_compiled(vm: &mut Vm, code: &Ref<CodeObject>, places: Places) -> R {
    if !code.code.captures.is_empty() {
        return Err(vm.type_error("code object passed to exec() may not contain free variables"));
    }
    if places.namespace.is_none() {
        return run(vm, &code.code.clone(), places);
    }
    let known = vm
        .state::<Compiled>()
        .0
        .iter()
        .find(|(known, _)| std::ptr::eq(known.as_ptr(), Arc::as_ptr(&code.code)));
    let Some(mode) = known.map(|(_, mode)| *mode) else {
        return run(
            vm,
            &code.code.clone(),
            Places {
                globals: places.globals,
                namespace: None,
            },
        );
    };
    let top_level_await = code.code.flow == Flow::Coroutine;
    let options = Options {
        mode,
        namespace: true,
        top_level_await,
        ..Options::default()
    };
    let code = compile_source(vm, &code.code.source.clone(), options)?;
    run(vm, &code, places)
}

fn eval(vm: &mut Vm, args: &[Value]) -> R {
    let places = places(vm, &args[1], &args[2], "eval")?;
    if let Some(code) = args[0].to_ref::<CodeObject>() {
        return run_compiled(vm, &code, places);
    }
    let Some(text) = text_of(vm, &args[0], "<string>")? else {
        return Err(wrong_source(vm, "eval", "string, bytes or code"));
    };
    let text = text.trim_start_matches([' ', '\t']);
    let options = Options {
        mode: Mode::Expression,
        namespace: places.namespace.is_some(),
        ..Options::default()
    };
    let code = compile_text(vm, text, "<string>", options)?;
    run(vm, &code, places)
}

fn exec(vm: &mut Vm, args: &[Value]) -> R {
    let places = places(vm, &args[1], &args[2], "exec")?;
    if let Some(code) = args[0].to_ref::<CodeObject>() {
        run_compiled(vm, &code, places)?;
        return Ok(Value::NONE);
    }
    let Some(text) = text_of(vm, &args[0], "<string>")? else {
        return Err(wrong_source(vm, "exec", "string, bytes or code"));
    };
    let options = Options {
        namespace: places.namespace.is_some(),
        ..Options::default()
    };
    let code = compile_text(vm, &text, "<string>", options)?;
    run(vm, &code, places)?;
    Ok(Value::NONE)
}

fn import(vm: &mut Vm, args: &[Value]) -> R {
    let Some(name) = vm.cast::<Str>(&args[0]) else {
        let message = format!(
            "__import__() argument 1 must be str, not {}",
            vm.type_name(&args[0])
        );
        return Err(vm.type_error(message));
    };
    let globals = match vm.cast::<Dict>(&args[1]) {
        Some(globals) => globals,
        None => vm.heap.new_dict(),
    };
    let from_names = if missing(&args[3]) {
        Value::NONE
    } else {
        Value::object(vm.heap.new_tuple(Vec::new()))
    };
    let from_names = if from_names.is_none() {
        from_names
    } else {
        let names = vm.to_vec(&args[3])?;
        Value::object(vm.heap.new_tuple(names))
    };
    let level = if args[4].is_undef() {
        0
    } else {
        vm.index(&args[4])?
    };
    let Ok(level) = u32::try_from(level) else {
        return Err(vm.value_error("level must be >= 0"));
    };
    super::import::import(vm, &name, &globals, &from_names, level)
}

fn globals(vm: &mut Vm, _: &[Value]) -> R {
    Ok(Value::object(current_globals(vm)))
}

fn locals(vm: &mut Vm, _: &[Value]) -> R {
    match variables(vm) {
        Some(variables) => Ok(variables),
        None => Ok(Value::object(current_globals(vm))),
    }
}

fn build_class(vm: &mut Vm, args: &[Value]) -> R {
    let Some(body) = args[0].to_ref::<Function>() else {
        return Err(vm.type_error("__build_class__: func must be a function"));
    };
    if vm.cast::<Str>(&args[1]).is_none() {
        return Err(vm.type_error("__build_class__: name is not a string"));
    }
    let mut given: Vec<Value> = rest(&args[2]).to_vec();
    let type_params = body.extra.get().map(|extra| extra.type_params);
    let type_params = type_params.filter(|params| !params.is_undef());
    if let Some(params) = &type_params {
        let path = vm.intern("_typing_forms");
        let builtins = vm.builtins.clone();
        let module = (vm.hooks.import)(vm, &path, &builtins, &Value::NONE, 0)?;
        given.push(vm.call_method(&module, "_generic_base", std::slice::from_ref(params))?);
    }
    let bases = resolve_bases(vm, &given)?;
    let changed = bases.is_some();
    let bases = bases.unwrap_or_else(|| given.clone());
    let mut keywords = vm.keywords(&args[3]);
    let metaclass = keywords
        .iter()
        .position(|(name, _)| name.as_str() == "metaclass");
    let meta = match metaclass {
        Some(at) => keywords.remove(at).1,
        None => match bases.first() {
            Some(base) => Value::object(vm.class_of(base)),
            None => Value::object(vm.types.type_.clone()),
        },
    };
    let meta = match meta.to_ref::<Class>() {
        Some(meta) => Value::object(most_derived(vm, meta, &bases)?),
        None => meta,
    };
    let bases = Value::object(vm.heap.new_tuple(bases));
    let namespace = prepare(vm, &meta, &args[1], &bases, &keywords)?;
    if let Some(params) = type_params {
        let key = vm.new_str("__type_params__");
        vm.set_item(&namespace, &key, params)?;
    }
    let cell = vm.run_code(&body, Some(namespace.clone()))?;
    evaluate_annotations(vm, &namespace)?;
    if changed {
        let original = Value::object(vm.heap.new_tuple(given));
        let key = vm.new_str("__orig_bases__");
        vm.set_item(&namespace, &key, original)?;
    }
    // The class fills the cell itself, before the hooks of its bases run.
    if cell.as_ref::<VarCell>().is_some() {
        let key = vm.new_str("__classcell__");
        vm.set_item(&namespace, &key, cell.clone())?;
    }
    let class = vm.call_kw(&meta, &[args[1].clone(), bases, namespace], &keywords)?;
    if let Some(class) = class.as_ref::<Class>() {
        // Room for what the methods of the class assign, beside what those of its bases do.
        let own = body.code.get().code.attribute_hint;
        let inherited = class.capacity.get();
        let mut room = if class.has(class_flags::NO_DICT) {
            // There is nothing but slots, which are counted.
            inherited
        } else {
            own.saturating_add(inherited).min(MAX_SLOTS as u16)
        };
        if room == 0 && class.layout == Layout::Plain && !class.has(class_flags::NO_DICT) {
            // Attributes come from outside, as a namespace's do.
            room = NAMESPACE_SLOTS;
        }
        class.capacity.set(room);
    }
    if let Some(cell) = cell.as_ref::<VarCell>()
        && class.is(Tag::Class)
    {
        check_cell(vm, &cell.value.get(), &args[1], &class)?;
    }
    Ok(class)
}

/// The cell of `__class__` holds the class now, unless a metaclass kept it from `type.__new__`.
///
/// # Errors
/// RuntimeError, TypeError.
fn check_cell(vm: &mut Vm, held: &Value, name: &Value, class: &Value) -> R<()> {
    if held.is_same(class) {
        return Ok(());
    }
    let (name, shown) = (vm.repr(name)?, vm.repr(class)?);
    let (name, shown) = (name.as_str(), shown.as_str());
    if held.is_undef() {
        let message = format!(
            "__class__ not set defining {name} as {shown}. Was __classcell__ propagated to type.__new__?"
        );
        return Err(vm.runtime_error(message));
    }
    let held = vm.repr(held)?;
    let message = format!(
        "__class__ set to {} defining {name} as {shown}",
        held.as_str()
    );
    Err(vm.type_error(message))
}

/// Evaluates the annotations of a class body. If a name in them does not exist yet, that is put off until somebody
/// asks the class for `__annotations__`.
fn evaluate_annotations(vm: &mut Vm, namespace: &Value) -> R<()> {
    let Some(dict) = vm.cast::<Dict>(namespace) else {
        return Ok(());
    };
    let maker = vm.intern("__annotate_func__");
    let Some(function) = dict.get_str(&maker) else {
        return Ok(());
    };
    let Some(function) = function.to_ref::<Function>() else {
        return Ok(());
    };
    let takes_namespace = function.code.get().n_params == 1;
    match vm.run_code(&function, takes_namespace.then(|| namespace.clone())) {
        Ok(annotations) => {
            dict.remove_str(&maker);
            let known = vm.intern("__annotations__");
            if let Some(begun) = dict.get_str(&known) {
                // The body, or `__prepare__`, has begun them.
                let annotations = annotations.as_ref::<Dict>().map(|all| all.to_vec());
                for (name, value) in annotations.unwrap_or_default() {
                    vm.set_item(&begun, &name, value)?;
                }
                return Ok(());
            }
            vm.set_item(namespace, &Value::object(known), annotations)
        }
        Err(raised) => {
            let name_error = vm.types.name_error.clone();
            if vm.raised_is(&name_error) {
                vm.take_raised();
                return Ok(());
            }
            Err(raised)
        }
    }
}

/// Bases that are no classes say what stands for them; None if all are classes.
fn resolve_bases(vm: &mut Vm, given: &[Value]) -> R<Option<Vec<Value>>> {
    if given.iter().all(|base| base.is(Tag::Class)) {
        return Ok(None);
    }
    let (name, original) = (
        vm.intern("__mro_entries__"),
        Value::object(vm.heap.tuple_of(given)),
    );
    let (mut bases, mut changed) = (Vec::with_capacity(given.len()), false);
    for base in given {
        let entries = if base.is(Tag::Class) {
            None
        } else {
            vm.find_attr(base, &name)?
        };
        let Some(entries) = entries else {
            bases.push(base.clone());
            continue;
        };
        changed = true;
        let entries = vm.call(&entries, std::slice::from_ref(&original))?;
        match entries.as_ref::<Tuple>() {
            Some(entries) => bases.extend(entries.items().iter().cloned()),
            None => return Err(vm.type_error("__mro_entries__ must return a tuple")),
        }
    }
    Ok(changed.then_some(bases))
}

/// The metaclass that derives from all others involved.
fn most_derived(vm: &mut Vm, meta: Ref<Class>, bases: &[Value]) -> R<Ref<Class>> {
    let mut winner = meta;
    for base in bases {
        let meta = vm.class_of(base);
        if winner.is_subclass(&meta) {
            continue;
        }
        if !meta.is_subclass(&winner) {
            return Err(vm.type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
            ));
        }
        winner = meta;
    }
    Ok(winner)
}

/// The namespace in which the body of a class runs.
fn prepare(
    vm: &mut Vm,
    meta: &Value,
    name: &Value,
    bases: &Value,
    keywords: &[(Ref<Str>, Value)],
) -> R {
    if meta
        .as_ref::<Class>()
        .is_some_and(|meta| meta.is(&vm.types.type_))
    {
        return Ok(Value::object(vm.heap.new_dict()));
    }
    let key = vm.intern("__prepare__");
    let Some(prepare) = vm.find_attr(meta, &key)? else {
        return Ok(Value::object(vm.heap.new_dict()));
    };
    let namespace = vm.call_kw(&prepare, &[name.clone(), bases.clone()], keywords)?;
    if vm.cast::<Dict>(&namespace).is_some()
        || vm.find_special(&namespace, Special::SetItem).is_some()
    {
        return Ok(namespace);
    }
    let owner = match meta.as_ref::<Class>() {
        Some(meta) => meta.name.get().as_str().to_string(),
        None => "<metaclass>".to_string(),
    };
    let message = format!(
        "{owner}.__prepare__() must return a mapping, not {}",
        vm.type_name(&namespace)
    );
    Err(vm.type_error(message))
}

/// What is added to the builtins.
pub(super) const FUNCTIONS: &[Def] = &[
    def(
        "compile",
        compile,
        "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1",
    ),
    def("eval", eval, "source, globals=None, locals=None, /"),
    def(
        "exec",
        exec,
        "source, globals=None, locals=None, /, *, closure=None",
    ),
    def(
        "__import__",
        import,
        "name, globals=None, locals=None, fromlist=(), level=0",
    ),
    def("globals", globals, ""),
    def("locals", locals, ""),
    def(
        "__build_class__",
        build_class,
        "func, name, /, *bases, **kwds",
    ),
];

/// The module `builtins`: its dict is the session's table of builtins.
pub(super) const BUILTINS: NativeModule = NativeModule {
    name: "builtins",
    functions: &[],
    setup: None,
};

fn future(vm: &mut Vm, globals: &Ref<Dict>) -> R<()> {
    let names = [
        "nested_scopes",
        "generators",
        "division",
        "absolute_import",
        "with_statement",
        "print_function",
        "unicode_literals",
        "barry_as_FLUFL",
        "generator_stop",
        "annotations",
    ];
    let mut all = Vec::new();
    for name in names {
        let value = vm.new_str(name);
        super::held::put(vm, globals, name, value.clone());
        all.push(value);
    }
    let all = Value::object(vm.heap.new_list(all));
    super::held::put(vm, globals, "all_feature_names", all);
    Ok(())
}

/// `__future__`: names only, the compiler knows what they mean.
pub(super) const FUTURE: NativeModule = NativeModule {
    name: "__future__",
    functions: &[],
    setup: Some(future),
};
