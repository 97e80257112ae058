//! `traceback`: what a program sees of the places an exception has passed.
//!
//! The machine keeps these places in `Exception::trace`, innermost first, and knows nothing of
//! traceback objects. They are made when a program asks, outermost first, linked by `tb_next`
//! as in CPython, and remembered, so that asking twice gives the same object.

use super::frame::{Frame, code_of, line_at};
use crate::heap::{Ref, Slot};
use crate::value::{CodeObject, Exception, NativeData, TraceEntry, Value};
use crate::vm::{Def, GetSet, R, Vm, def, getset, getter, static_def};

/// The inside of a traceback object.
pub(crate) struct Traceback {
    pub(crate) code: Value,
    /// The instruction.
    pub(crate) at: u32,
    /// Where its frame is on the stack; 0 for one that has ended.
    depth: usize,
    /// The line, if a program gave it.
    line: Option<i64>,
    /// The next inner traceback, or None.
    pub(crate) next: Slot<Value>,
    /// The frame object, once asked for.
    frame: Slot<Value>,
}

impl NativeData for Traceback {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.code);
        visit(&self.next.get());
        visit(&self.frame.get());
    }

    fn unlink(&self) {
        self.next.set(Value::NONE);
        self.frame.set(Value::NONE);
    }
}

/// Gives the type its methods.
pub(crate) fn install(vm: &mut Vm) {
    let class = vm.types.traceback.clone();
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, GETSETS);
}

fn new_traceback(vm: &mut Vm, entry: &TraceEntry, next: Value, depth: usize) -> Value {
    let data = Traceback {
        code: Value::object(entry.code.clone()),
        at: entry.at,
        depth,
        line: None,
        next: Slot::new(next),
        frame: Slot::default(),
    };
    vm.heap.new_opaque(&vm.types.traceback, data)
}

impl Vm {
    /// The places of a traceback object, innermost first. Empty for None.
    pub(crate) fn traceback_entries(&self, traceback: &Value) -> Vec<TraceEntry> {
        entries(traceback)
    }
}

/// Name of the field of an exception that keeps its traceback object.
const KEPT: &str = "__traceback__";
/// Name of the field that tells how long the trace was when that object was made.
const KEPT_LENGTH: &str = "__traceback__ length";

/// `exception.__traceback__`: a traceback object, or None.
pub(crate) fn of(vm: &mut Vm, exception: &Ref<Exception>) -> Value {
    let entries = exception.trace.with(Clone::clone);
    let kept = exception.field(KEPT).zip(exception.field(KEPT_LENGTH));
    let (mut traceback, done) = match kept {
        Some((kept, length)) if length.raw_int() as usize <= entries.len() => {
            (kept, length.raw_int() as usize)
        }
        _ => (Value::NONE, 0),
    };
    if done < entries.len() {
        for (at, entry) in entries.iter().enumerate().skip(done) {
            // The frames that the exception has left are gone; the one that handles it is not.
            let is_last = at + 1 == entries.len();
            let depth = if is_last { vm.depth_of(&entry.code) } else { 0 };
            traceback = new_traceback(vm, entry, traceback, depth);
        }
        keep(exception, traceback.clone(), entries.len());
    }
    if entries.is_empty() {
        return Value::NONE;
    }
    traceback
}

fn keep(exception: &Ref<Exception>, traceback: Value, length: usize) {
    exception.set_field(KEPT, traceback);
    exception.set_field(KEPT_LENGTH, Value::int(length as i64));
}

/// Sets `exception.__traceback__`. TypeError unless `value` is a traceback or None.
pub(crate) fn set_on(vm: &mut Vm, exception: &Ref<Exception>, value: &Value) -> R<()> {
    if value.is_undef() {
        return Err(vm.type_error("__traceback__ may not be deleted"));
    }
    if !value.is_none() && value.as_data::<Traceback>().is_none() {
        return Err(vm.type_error("__traceback__ must be a traceback or None"));
    }
    let entries = entries(value);
    let length = entries.len();
    drop(exception.trace.replace(entries));
    keep(exception, value.clone(), length);
    Ok(())
}

/// Gives `to` the traceback of `from`: the same objects, whoever asks first.
pub(crate) fn share(vm: &mut Vm, from: &Ref<Exception>, to: &Ref<Exception>) {
    of(vm, from);
    drop(to.trace.replace(from.trace.with(Clone::clone)));
    if let Some((kept, length)) = from.field(KEPT).zip(from.field(KEPT_LENGTH)) {
        keep(to, kept, length.raw_int() as usize);
    }
}

fn entries(traceback: &Value) -> Vec<TraceEntry> {
    let mut entries = Vec::new();
    let mut next = traceback.clone();
    while let Some(data) = next.as_data::<Traceback>() {
        entries.extend(
            data.code
                .to_ref::<CodeObject>()
                .map(|code| TraceEntry { code, at: data.at }),
        );
        let inner = data.next.get();
        next = inner;
    }
    entries.reverse();
    entries
}

fn this<'a>(vm: &mut Vm, value: &'a Value) -> R<&'a Traceback> {
    match value.as_data::<Traceback>() {
        Some(data) => Ok(data),
        None => Err(vm.unfit_receiver(value, "method", "object")),
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> R {
    let (next, frame) = (&args[1], &args[2]);
    if !next.is_none() && next.as_data::<Traceback>().is_none() {
        let type_name = vm.type_name(next);
        return Err(vm.type_error(format!(
            "expected traceback object or None, got '{type_name}'"
        )));
    }
    let Some(data) = frame.as_data::<Frame>() else {
        let type_name = vm.type_name(frame);
        return Err(vm.type_error(format!(
            "TracebackType() argument 'tb_frame' must be frame, not {type_name}"
        )));
    };
    let at = vm.index(&args[3])?;
    let line = vm.index(&args[4])?;
    let data = Traceback {
        code: data.code.clone(),
        at: u32::try_from(at / 2).unwrap_or(data.at.get()),
        depth: 0,
        line: Some(line),
        next: Slot::new(next.clone()),
        frame: Slot::new(frame.clone()),
    };
    Ok(vm.heap.new_opaque(&vm.types.traceback, data))
}

fn get_tb_frame(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let frame = data.frame.get();
    if !frame.is_none() {
        return Ok(frame);
    }
    let frame = vm.frame_of_trace(&code_of(&data.code), data.at, data.depth);
    data.frame.set(frame.clone());
    Ok(frame)
}

fn get_tb_lineno(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    let line = data
        .line
        .unwrap_or_else(|| line_at(&code_of(&data.code), data.at).into());
    Ok(Value::int(line))
}

fn get_tb_lasti(vm: &mut Vm, args: &[Value]) -> R {
    // CPython counts bytes, two for an instruction.
    Ok(Value::int(i64::from(this(vm, &args[0])?.at) * 2))
}

fn get_tb_next(vm: &mut Vm, args: &[Value]) -> R {
    Ok(this(vm, &args[0])?.next.get())
}

fn set_tb_next(vm: &mut Vm, args: &[Value]) -> R {
    let data = this(vm, &args[0])?;
    if args[1].is_undef() {
        return Err(vm.type_error("can't delete tb_next attribute"));
    }
    if !args[1].is_none() && args[1].as_data::<Traceback>().is_none() {
        let type_name = vm.type_name(&args[1]);
        return Err(vm.type_error(format!(
            "expected traceback object or None, got '{type_name}'"
        )));
    }
    let mut cursor = args[1].clone();
    while let Some(inner) = cursor.as_data::<Traceback>() {
        if cursor.is_same(&args[0]) {
            return Err(vm.value_error("traceback loop detected"));
        }
        let next = inner.next.get();
        cursor = next;
    }
    data.next.set(args[1].clone());
    Ok(Value::NONE)
}

fn tb_dir(vm: &mut Vm, _: &[Value]) -> R {
    let names = ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"];
    let names = names.map(|name| vm.new_str(name)).to_vec();
    Ok(Value::object(vm.heap.new_list(names)))
}

const METHODS: &[Def] = &[
    static_def(
        "__new__",
        new,
        "cls, tb_next, tb_frame, tb_lasti, tb_lineno",
    ),
    def("__dir__", tb_dir, "self, /"),
];

const GETSETS: &[GetSet] = &[
    getter("tb_frame", get_tb_frame),
    getter("tb_lasti", get_tb_lasti),
    getter("tb_lineno", get_tb_lineno),
    getset("tb_next", get_tb_next, set_tb_next),
];
