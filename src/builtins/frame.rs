//! `frame`: what a program sees of a function, class body or module that runs.
//!
//! The frames of the machine are registers on its stack and end when they return. An object here says which of them it
//! is about, by its depth or its coroutine, and asks the machine as long as that one is there; the line and the variables
//! of one that has ended are those it had when the object was made. A frame that an exception has left has no variables:
//! its registers were gone before anybody asked.

use std::cell::Cell;

use crate::bytecode::CodeKind;
use crate::heap::{Ref, Slot};
use crate::value::{CodeObject, Coroutine, CoroutineState, Dict, NativeData, Tuple, Value};
use crate::vm::{Activation, Def, GetSet, R, Vm, def, getset, getter, named_variables};

/// The inside of a frame object.
pub(crate) struct Frame {
    pub(super) code: Value,
    /// The instruction.
    pub(super) at: Cell<u32>,
    /// Which it is from the bottom of the stack, where the program's own frame is 1; 0 for none.
    depth: usize,
    /// The thread whose stack that is.
    thread: u64,
    /// The coroutine or generator it belongs to, or None.
    coroutine: Value,
    /// The calling frame, once asked for, or None.
    back: Slot<Value>,
    /// Its first registers, in a tuple no program sees: some may be undefined.
    variables: Slot<Value>,
    /// `f_locals` of a function, once asked for, or None.
    locals: Slot<Value>,
    trace_lines: Cell<bool>,
}

impl NativeData for Frame {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.code);
        visit(&self.coroutine);
        for slot in [&self.back, &self.variables, &self.locals] {
            visit(&slot.get());
        }
    }

    fn unlink(&self) {
        for slot in [&self.back, &self.variables, &self.locals] {
            slot.set(Value::NONE);
        }
    }
}

/// Gives the type its methods.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.frame.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
}

/// The line of the instruction `at`, from 1.
pub(crate) fn line_at(code: &Ref<CodeObject>, at: u32) -> u32 {
    let span = code.code.spans.at(at);
    code.code.source.line_of(span.start).line
}

/// The code object in a value that is one.
pub(super) fn code_of(value: &Value) -> Ref<CodeObject> {
    value
        .to_ref::<CodeObject>()
        .expect("only code objects are stored as code")
}

impl Vm {
    /// A frame object for the frame `up` frames above the running one; None if there are not so many.
    pub(crate) fn frame_object(&mut self, up: usize) -> Option<Value> {
        let activation = self.activation(up)?;
        let depth = self.stack_len() - up;
        Some(new(self, activation, depth, Value::NONE))
    }

    /// A frame object for a coroutine or generator; None if it has ended.
    pub(crate) fn frame_of_coroutine(&mut self, coroutine: &Ref<Coroutine>) -> Option<Value> {
        if coroutine.state() == CoroutineState::Finished {
            return None;
        }
        let activation = self.activation_of(coroutine);
        let coroutine = Value::object(coroutine.clone());
        Some(new(self, activation, 0, coroutine))
    }

    /// A frame object for a place that an exception has passed, in a frame that may be on the stack at this depth.
    pub(super) fn frame_of_trace(
        &mut self,
        code: &Ref<CodeObject>,
        at: u32,
        depth: usize,
    ) -> Value {
        let activation = Activation {
            code: code.clone(),
            at,
            variables: Vec::new(),
        };
        new(self, activation, depth, Value::NONE)
    }

    /// The depth of the innermost frame of this code; 0 if it does not run.
    pub(super) fn depth_of(&self, code: &Ref<CodeObject>) -> usize {
        let up = self.up_to(code);
        up.map_or(0, |up| self.stack_len() - up)
    }
}

fn new(vm: &mut Vm, activation: Activation, depth: usize, coroutine: Value) -> Value {
    let variables = Value::object(vm.heap.new_tuple(activation.variables));
    let data = Frame {
        code: Value::object(activation.code),
        at: Cell::new(activation.at),
        depth,
        thread: vm.current_thread(),
        coroutine,
        back: Slot::default(),
        variables: Slot::new(variables),
        locals: Slot::default(),
        trace_lines: Cell::new(true),
    };
    vm.heap.new_opaque(&vm.types.frame, data)
}

fn this<'a>(vm: &mut Vm, value: &'a Value) -> R<&'a Frame> {
    match value.as_data::<Frame>() {
        Some(data) => Ok(data),
        None => Err(vm.unfit_receiver(value, "method", "object")),
    }
}

/// How far above the running frame this one is, if it is still there. The stacks of other threads are not looked at.
fn up(vm: &Vm, frame: &Frame) -> Option<usize> {
    if frame.depth == 0 || frame.thread != vm.current_thread() {
        return None;
    }
    vm.stack_len().checked_sub(frame.depth)
}

/// Notes where the frame is by now, unless it has ended.
fn refresh(vm: &mut Vm, frame: &Frame) {
    let now = if let Some(up) = up(vm, frame) {
        vm.activation(up)
    } else {
        let coroutine = frame.coroutine.to_ref::<Coroutine>();
        let lives = coroutine.filter(|it| it.state() != CoroutineState::Finished);
        lives.map(|it| vm.activation_of(&it))
    };
    let same = now.filter(|now| Value::object(now.code.clone()).is_same(&frame.code));
    if let Some(now) = same {
        frame.at.set(now.at);
        let variables = vm.heap.new_tuple(now.variables);
        frame.variables.set(Value::object(variables));
    }
}

fn get_f_code(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.code.clone())
}

fn get_f_lineno(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    refresh(vm, data);
    let line = line_at(&code_of(&data.code), data.at.get());
    Ok(Value::int(line.into()))
}

fn get_f_lasti(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    refresh(vm, data);
    // CPython counts bytes, two for an instruction.
    Ok(Value::int(i64::from(data.at.get()) * 2))
}

fn get_f_globals(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    Ok(Value::object(code_of(&data.code).module.clone()))
}

fn get_f_builtins(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0])?;
    Ok(Value::object(vm.builtins.clone()))
}

fn get_f_locals(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let code = code_of(&data.code);
    refresh(vm, data);
    let held = data.variables.get();
    let variables = held.as_ref::<Tuple>().map_or(&[][..], |all| all.items());
    match code.code.kind {
        CodeKind::Module => return Ok(Value::object(code.module.clone())),
        CodeKind::Class if !variables.is_empty() => return Ok(variables[0].clone()),
        CodeKind::Class | CodeKind::Function => {}
    }
    let locals = match data.locals.get().to_ref::<Dict>() {
        Some(locals) => locals,
        None => vm.heap.new_dict(),
    };
    data.locals.set(Value::object(locals.clone()));
    for name in code.code.local_names.iter() {
        let name = vm.intern(name);
        locals.remove_str(&name);
    }
    for (name, value) in named_variables(&code, variables.to_vec()) {
        let name = vm.intern(&name);
        locals.set_str(&name, value);
    }
    Ok(Value::object(locals))
}

fn get_f_back(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    if data.back.get().is_none()
        && let Some(up) = up(vm, data)
        && let Some(back) = vm.frame_object(up + 1)
    {
        data.back.set(back);
    }
    Ok(data.back.get())
}

fn get_f_trace(vm: &mut Vm, args: &[Value]) -> R {
    this(vm, &args[0])?;
    Ok(Value::NONE)
}

fn get_f_trace_lines(vm: &mut Vm, args: &[Value]) -> R {
    Ok(Value::bool(this(vm, &args[0])?.trace_lines.get()))
}

fn set_f_trace_lines(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    data.trace_lines.set(args[1].as_bool().unwrap_or(true));
    Ok(Value::NONE)
}

fn clear(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    if up(vm, data).is_some() {
        return Err(vm.runtime_error("cannot clear an executing frame"));
    }
    data.locals.set(Value::NONE);
    data.variables.set(Value::NONE);
    Ok(Value::NONE)
}

fn repr(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    refresh(vm, data);
    let code = code_of(&data.code);
    let text = format!(
        "<frame at {:#x}, file '{}', line {}, code {}>",
        args[0].raw_bits(),
        code.code.source.name(),
        line_at(&code, data.at.get()),
        code.code.name
    );
    Ok(vm.new_str(&text))
}

const METHODS: &[Def] = &[
    def("__repr__", repr, "self, /"),
    def("clear", clear, "self, /"),
];

const GETSETS: &[GetSet] = &[
    getter("f_back", get_f_back),
    getter("f_builtins", get_f_builtins),
    getter("f_code", get_f_code),
    getter("f_globals", get_f_globals),
    getter("f_lasti", get_f_lasti),
    getter("f_lineno", get_f_lineno),
    getter("f_locals", get_f_locals),
    getter("f_trace", get_f_trace),
    getset("f_trace_lines", get_f_trace_lines, set_f_trace_lines),
];
