//! `Vm`: what one session owns.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::R;
use super::names::Names;
use super::natives::Native;
use super::regs::Stack;
use super::threads::{MAIN_THREAD, NEVER, Parked, Wait, Waiting};
use super::types::Types;
use crate::heap::{Heap, HeapBox, Ref};
use crate::value::{
    Class, Coroutine, Dict, FutureObject, Layout, Module, N_SPECIAL, SPECIAL_NAMES, Str, TABLE,
    Value, class_flags,
};

/// Where the output of a session goes.
pub(crate) struct Output {
    pub(crate) sink: Box<dyn Write + Send>,
    pub(crate) buffer: Vec<u8>,
    /// Every whole line is written at once: a terminal.
    pub(crate) by_line: bool,
}

/// What rooms above the machine do for it. Set by their `install`.
pub(crate) struct Hooks {
    /// `__import__(name, globals, from_names, level)`.
    pub(crate) import: fn(&mut Vm, &Ref<Str>, &Ref<Dict>, &Value, u32) -> R,
    /// `from module import name` when the module has no such attribute: the submodule, if there is one.
    pub(crate) submodule: fn(&mut Vm, &Value, &Ref<Str>) -> R<Option<Value>>,
    /// `sys.displayhook`.
    pub(crate) display: fn(&mut Vm, Value) -> R<()>,
    /// `except*`: the part of an exception that matches, and the rest.
    pub(crate) split_group: fn(&mut Vm, &Value, &Value) -> R<(Value, Value)>,
    /// The end of `except*`: what to raise, or None.
    pub(crate) finish_groups: fn(&mut Vm, Vec<Value>, Value, &Value) -> R,
    /// The result of a done future, or its exception raised.
    pub(crate) future_result: fn(&mut Vm, &Ref<FutureObject>) -> R,
    /// A future or task with something to say is being destroyed.
    pub(crate) finalize_future: fn(&mut Vm, &Ref<FutureObject>),
    /// A suspended async generator is being destroyed; true if somebody took care of it.
    pub(crate) finalize_agen: fn(&mut Vm, &Ref<Coroutine>) -> bool,
    /// An async generator is iterated for the first time.
    pub(crate) first_iteration: fn(&mut Vm, &Ref<Coroutine>) -> R<()>,
    /// A complex number.
    pub(crate) complex: fn(&mut Vm, f64, f64) -> Value,
    /// The end of a slice while there are threads: others run, if it is their turn. True if the stack is to pause, which
    /// it may only if the flag says so.
    pub(crate) switch: fn(&mut Vm, bool) -> R<bool>,
    /// Waits while the stack cannot pause.
    pub(crate) wait: fn(&mut Vm, Box<dyn Waiting>) -> R,
    /// Begins to read a line of standard input; None if it may as well be waited for.
    pub(crate) read_line: fn(&mut Vm) -> R<Option<Wait>>,
    /// A generator that gives what an iterator gives, which calls script code.
    pub(crate) script_iterator: fn(&mut Vm, Value) -> R,
    /// Exchanges the running loop, and whether the top level runs, with those of another stack.
    pub(crate) swap_loop: fn(&mut Vm, &mut Value, &mut bool),
    /// The lines that tell where a coroutine was made.
    pub(crate) origin_text: fn(&mut Vm, &Value) -> R<String>,
    /// A warning: category, message, how many frames up.
    pub(crate) warn: fn(&mut Vm, &Ref<Class>, &str, u32) -> R<()>,
}

fn no_import(vm: &mut Vm, name: &Ref<Str>, _: &Ref<Dict>, _: &Value, _: u32) -> R {
    Err(vm.import_error(format!("no importer for '{}'", name.as_str())))
}

fn no_wait(vm: &mut Vm, _: Box<dyn Waiting>) -> R {
    Err(vm.runtime_error("there is nobody to wait with"))
}

fn no_result(vm: &mut Vm, _: &Ref<FutureObject>) -> R {
    Err(vm.runtime_error("asyncio is not loaded"))
}

impl Default for Hooks {
    fn default() -> Hooks {
        Hooks {
            import: no_import,
            submodule: |_, _, _| Ok(None),
            display: |_, _| Ok(()),
            split_group: |_, exception, _| Ok((Value::NONE, exception.clone())),
            finish_groups: |_, _, rest, _| Ok(rest),
            future_result: no_result,
            finalize_future: |_, _| {},
            finalize_agen: |_, _| false,
            first_iteration: |_, _| Ok(()),
            complex: |_, _, imaginary| Value::float(imaginary),
            switch: |_, _| Ok(false),
            wait: no_wait,
            read_line: |_| Ok(None),
            script_iterator: |_, iterator| Ok(iterator),
            swap_loop: |_, _, _| {},
            origin_text: |_, _| Ok(String::new()),
            warn: |_, _, _, _| Ok(()),
        }
    }
}

/// A type's id is a hash already.
#[derive(Default)]
struct TypeIdHasher(u64);

impl Hasher for TypeIdHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, id: u64) {
        self.0 = id;
    }
}

/// One interpreter: its heap, its stacks, its types and modules.
///
/// It may move between threads; one thread at a time uses it.
pub(crate) struct Vm {
    /// Ticks left in the slice; below zero the machine looks at limits, interrupts and finalisers.
    pub(crate) budget: i64,
    pub(super) stack: Stack,
    /// The pending exception.
    pub(crate) raised: Value,
    /// It was raised just now: its context is still to be set.
    pub(super) raised_fresh: bool,
    /// The instruction that raised does not add to the traceback.
    pub(super) quiet: bool,
    /// A method has complained of its receiver, and not yet by the name it was called by.
    pub(super) unfit: bool,
    /// What was sent into a frame that waits at a `yield from`.
    pub(super) sent: Value,
    pub(crate) natives: Vec<Native>,
    pub(crate) types: Types,
    /// Names of the special methods, interned.
    pub(crate) special: Box<[Ref<Str>; N_SPECIAL]>,
    /// Cache ids of values whose class follows from the tag.
    pub(super) tag_ids: [u32; 64],
    names: Names,
    pub(super) chars: Vec<Option<Ref<Str>>>,
    pub(crate) builtins: Ref<Dict>,
    /// `sys.modules`.
    pub(crate) modules: Ref<Dict>,
    /// Weak references to the dicts of globals that code is linked to: they see changes of the builtins.
    pub(super) linked: Vec<Ref<crate::value::Weak>>,
    /// Code that only frames hold, and frames do not count.
    pub(super) dying_code: Vec<Ref<crate::value::CodeObject>>,
    /// The code of `asyncio.sleep`: see `sleep.rs`.
    pub(super) sleep_code: Option<Ref<crate::value::CodeObject>>,
    /// How many of these two there may be before the next look at which are still needed.
    pub(super) linked_limit: usize,
    pub(super) dying_limit: usize,
    /// `object.__new__`, `object.__init__` and `type.__call__`, to recognise them.
    pub(crate) object_new: Value,
    pub(crate) object_init: Value,
    pub(crate) type_call: Value,
    /// Natives that the machine does itself where it can.
    pub(crate) known: Known,
    /// What `exec/super_.rs` calls other callables through; Undef until it is needed.
    pub(super) call_first: Value,
    pub(crate) hooks: Hooks,
    state: HashMap<TypeId, Box<dyn Any>, BuildHasherDefault<TypeIdHasher>>,
    pub(super) limits: super::limits::Limits,
    /// Set from another thread to stop the run.
    pub(crate) interrupt: Arc<AtomicBool>,
    pub(super) native_depth: u32,
    /// Whether the last run ended because its coroutine waits.
    pub(super) suspended: bool,
    pub(super) repr_stack: Vec<u64>,
    /// The current `contextvars.Context`, or None for the empty one.
    pub(crate) context: Value,
    pub(crate) stdout: Output,
    pub(crate) stderr: Output,
    /// How many rounds of finalisers are running, each within a finaliser of the one before.
    pub(super) finalising: u32,
    /// A buffer for text being put together.
    pub(crate) scratch: String,
    /// The stacks of threads that do not run now; see `threads.rs`.
    pub(super) parked: Vec<Option<Box<Parked>>>,
    pub(super) spare_stacks: Vec<Stack>,
    /// There are other threads than the main one.
    pub(crate) has_threads: bool,
    /// The run is to return and leave its frames where they are.
    pub(super) pausing: bool,
    /// It may if so many natives are nested.
    pub(super) pause_depth: u32,
    /// The stack runs on top of one that cannot pause: see `guard.rs`.
    pub(super) guarded: bool,
    pub(super) guarded_calls: u32,
    pub(super) stopped_by_guard: bool,
    /// Where the result of the native goes that the stack waits in.
    pub(super) place: *mut Value,
    /// What the stack that pauses waits for.
    pub(super) wait: Option<Box<dyn Waiting>>,
    /// The thread that runs.
    pub(super) thread: u64,
    /// Of so many frames new coroutines remember where they were made.
    pub(crate) origin_depth: u32,
    /// Last: objects are dropped before the heap.
    pub(crate) heap: HeapBox,
}

/// Characters below this one have a shared string: Latin, Greek, Cyrillic and their neighbours.
const CHARS: usize = 0x600;

/// So many natives have room without growing: the builtins and a few modules.
const NATIVES: usize = 2048;

/// The numbers of natives that the machine knows; 0 (which is none of them) before the builtins are there.
#[derive(Clone, Copy, Default)]
pub(crate) struct Known {
    /// `list.append`.
    pub(crate) append: u32,
    /// `dict.get`.
    pub(crate) get: u32,
    /// `set.add`.
    pub(crate) add: u32,
    /// `generator.send`.
    pub(crate) send: u32,
    /// `next`.
    pub(crate) next: u32,
    /// `BaseException.__new__`.
    pub(crate) exception_news: (u32, u32),
    /// `BaseException.__init__`.
    pub(crate) exception_init: u32,
    /// Those of the classes that do the same, from the first to where they end.
    pub(crate) exception_inits: (u32, u32),
}

/// The classes of native modules.
#[derive(Default)]
pub(super) struct MadeByModules(pub(super) Vec<Ref<Class>>);

/// Modules whose built-in classes know where they are from, but have no attribute that says it.
const IN_NO_DICT: [&str; 10] = [
    "_collections",
    "_contextvars",
    "_io",
    "builtins",
    "collections",
    "datetime",
    "io",
    "itertools",
    "types",
    "weakref",
];

impl Vm {
    /// A machine without builtins: see `builtins::install`.
    pub(crate) fn new(recursion: usize) -> Box<Vm> {
        let heap = Heap::new(&TABLE);
        let mut names = Names::new();
        let mut intern = |text: &str| names.intern(&heap, text);
        let types = Types::new(&heap, &mut intern);
        let special: Vec<Ref<Str>> = SPECIAL_NAMES.iter().map(|name| intern(name)).collect();
        let special: Box<[Ref<Str>; N_SPECIAL]> = match special.into_boxed_slice().try_into() {
            Ok(names) => names,
            Err(_) => unreachable!("as many names as special methods"),
        };
        let (builtins, modules) = (heap.new_dict(), heap.new_dict());
        let mut vm = Box::new(Vm {
            budget: super::limits::SLICE,
            stack: Stack::new(recursion),
            raised: Value::NONE,
            raised_fresh: false,
            quiet: false,
            unfit: false,
            sent: Value::NONE,
            natives: Vec::with_capacity(NATIVES),
            types,
            special,
            tag_ids: [0; 64],
            names,
            chars: vec![None; CHARS],
            builtins,
            modules,
            linked: Vec::new(),
            dying_code: Vec::new(),
            sleep_code: None,
            linked_limit: 64,
            dying_limit: 64,
            object_new: Value::UNDEF,
            object_init: Value::UNDEF,
            type_call: Value::UNDEF,
            known: Known::default(),
            call_first: Value::UNDEF,
            hooks: Hooks::default(),
            state: HashMap::default(),
            limits: super::limits::Limits::default(),
            interrupt: Arc::default(),
            native_depth: 0,
            suspended: false,
            repr_stack: Vec::new(),
            context: Value::NONE,
            stdout: Output {
                sink: Box::new(std::io::sink()),
                buffer: Vec::new(),
                by_line: false,
            },
            stderr: Output {
                sink: Box::new(std::io::sink()),
                buffer: Vec::new(),
                by_line: false,
            },
            finalising: 0,
            scratch: String::new(),
            parked: Vec::new(),
            spare_stacks: Vec::new(),
            has_threads: false,
            pausing: false,
            pause_depth: NEVER,
            guarded: false,
            guarded_calls: 0,
            stopped_by_guard: false,
            place: std::ptr::null_mut(),
            wait: None,
            thread: MAIN_THREAD,
            origin_depth: 0,
            heap,
        });
        vm.fill_tag_ids();
        vm
    }

    fn fill_tag_ids(&mut self) {
        use crate::value::Tag;
        let types = &self.types;
        let rows = [
            (Tag::Str, &types.str),
            (Tag::Bytes, &types.bytes),
            (Tag::BigInt, &types.int),
            (Tag::Int, &types.int),
            (Tag::Float, &types.float),
            (Tag::Bool, &types.bool),
            (Tag::List, &types.list),
            (Tag::Tuple, &types.tuple),
            (Tag::Dict, &types.dict),
            (Tag::Range, &types.range),
            (Tag::Slice, &types.slice),
        ];
        for (tag, class) in rows {
            self.tag_ids[tag as usize] = class.id;
        }
    }

    /// The one copy of a name.
    pub(crate) fn intern(&mut self, text: &str) -> Ref<Str> {
        self.names.intern(&self.heap, text)
    }

    /// The interned copy of a string object.
    pub(crate) fn intern_str(&mut self, text: &Ref<Str>) -> Ref<Str> {
        if text.is_interned() {
            text.clone()
        } else {
            self.intern(text.as_str())
        }
    }

    /// A str. One-character ASCII strings and the empty one are shared.
    pub(crate) fn new_str(&mut self, text: &str) -> Value {
        if text.len() <= 1 {
            return match text.bytes().next() {
                Some(byte) if byte < 128 => self.char_str(char::from(byte)),
                _ => Value::object(self.intern(text)),
            };
        }
        Value::object(self.heap.new_str(text))
    }

    /// A str of one character.
    #[inline]
    pub(crate) fn char_str(&mut self, char: char) -> Value {
        if let Some(Some(known)) = self.chars.get(char as usize) {
            return Value::object(known.clone());
        }
        self.new_char_str(char)
    }

    /// The str of one ASCII character, if it was asked for before.
    #[inline(always)]
    pub(super) fn known_char(&self, byte: u8) -> Option<Value> {
        let known = self.chars.get(usize::from(byte))?.as_ref()?;
        Some(Value::object(known.clone()))
    }

    #[inline(never)]
    fn new_char_str(&mut self, char: char) -> Value {
        if (char as usize) < self.chars.len() {
            let new = self.intern(char.encode_utf8(&mut [0; 4]));
            self.chars[char as usize] = Some(new.clone());
            return Value::object(new);
        }
        Value::object(self.heap.new_str(char.encode_utf8(&mut [0; 4])))
    }

    /// The session's state of type `T`, made when first asked for.
    pub(crate) fn state<T: Any + Default>(&mut self) -> &mut T {
        let entry = self
            .state
            .entry(TypeId::of::<T>())
            .or_insert_with(|| Box::<T>::default());
        entry.downcast_mut::<T>().expect("the key is the type")
    }

    /// The session's state of type `T`, if it was made.
    pub(crate) fn find_state<T: Any>(&mut self) -> Option<&mut T> {
        self.state.get_mut(&TypeId::of::<T>())?.downcast_mut::<T>()
    }

    /// Forgets the state of type `T`.
    pub(crate) fn drop_state<T: Any>(&mut self) {
        drop(self.state.remove(&TypeId::of::<T>()));
    }

    /// A new class of a native module.
    pub(crate) fn new_type(
        &mut self,
        name: &str,
        module: &str,
        bases: &[Ref<Class>],
        layout: Layout,
    ) -> Ref<Class> {
        let base = bases
            .first()
            .cloned()
            .unwrap_or_else(|| self.types.object.clone());
        let bases = self.heap.new_tuple(vec![Value::object(base.clone())]);
        let (name, dict) = (self.intern(name), self.heap.new_dict());
        const INHERITED: u32 = class_flags::DEFAULT_EQ
            | class_flags::DEFAULT_HASH
            | class_flags::SEQUENCE
            | class_flags::MAPPING;
        let inherited = base.flags.get() & INHERITED;
        let class = self.heap.alloc(Class::new(
            name,
            dict,
            bases,
            Value::NONE,
            layout,
            class_flags::BUILTIN | inherited,
        ));
        let mut mro = vec![Value::object(class.clone())];
        mro.extend_from_slice(base.mro.get().items());
        class.mro.set(self.heap.new_tuple(mro));
        let text = self.new_str(module);
        if IN_NO_DICT.contains(&module) {
            class.home.set(text);
        } else {
            let key = self.intern("__module__");
            class.dict.set_str(&key, text);
        }
        let key = self.intern("__doc__");
        class.dict.set_str(&key, Value::NONE);
        if module != "builtins" {
            self.state::<MadeByModules>().0.push(class.clone());
        }
        class
    }

    /// A new, empty module with its usual names.
    pub(crate) fn new_module(&mut self, name: &str) -> Ref<Module> {
        let globals = self.heap.new_dict();
        let (key, name) = (self.intern("__name__"), self.new_str(name));
        globals.set_str(&key, name);
        for key in ["__doc__", "__package__", "__loader__", "__spec__"] {
            let key = self.intern(key);
            globals.set_str(&key, Value::NONE);
        }
        let id = self.heap.new_id();
        self.heap.alloc(Module {
            globals,
            id,
            initialising: std::cell::Cell::new(false),
            class: crate::heap::Slot::new(Value::NONE),
        })
    }

    /// Writes to the session's standard output.
    pub(crate) fn write_stdout(&mut self, text: &str) -> R<()> {
        self.check_surrogates(text)?;
        self.stdout.buffer.extend_from_slice(text.as_bytes());
        if self.stdout.buffer.len() > 8192 || self.stdout.by_line && text.contains('\n') {
            return self.flush_stdout();
        }
        Ok(())
    }

    /// Hands what was written to the sink.
    pub(crate) fn flush_stdout(&mut self) -> R<()> {
        let Output { sink, buffer, .. } = &mut self.stdout;
        let written = sink.write_all(buffer).and_then(|()| sink.flush());
        buffer.clear();
        match written {
            Ok(()) => Ok(()),
            Err(error) => Err(self.os_error(&error, None)),
        }
    }

    /// Writes to the session's standard error, at once, after what standard output holds.
    pub(crate) fn write_stderr(&mut self, text: &str) {
        // Nobody could be told of a failure here.
        let _ = self.stderr.sink.write_all(text.as_bytes());
        let _ = self.stderr.sink.flush();
    }
}

impl Drop for Vm {
    fn drop(&mut self) {
        self.stack.clear_all();
        self.wait = None;
        self.clear_parked();
        self.state.clear();
    }
}
