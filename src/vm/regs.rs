//! The register file and the stack of frames.
//!
//! One reservation of registers that never moves, so that pointers into it stay valid across nested runs;
//! and an array of frame records whose length is the recursion limit.

use super::{R, Vm};
use crate::bytecode::{Op, Src};
use crate::heap::{Header, Obj, Ref, zeroed_array};
use crate::value::{CodeObject, Coroutine, CoroutineHead, Tag, Value};

/// Registers one frame may need on the fast path, which does not look at the limit of registers: there are as many
/// for every frame record, and `check_stack` leaves them untouched when it lets a larger frame in.
const FRAME_REGS: usize = 256;
/// Registers for larger frames, all together.
const EXTRA_REGS: usize = 256 << 10;
/// The same for a thread that is not the main one.
const THREAD_REGS: usize = 16 << 10;
/// The most frame records, whatever the recursion limit. (Registers never touched cost address space only.)
const MAX_FRAMES: usize = 256 << 10;
/// So many that the system gives their memory as zeros when it is touched: a smaller block would be filled with them.
const MIN_FRAMES: usize = 4096;

/// A frame that waits for the one above it. The marker where a run began has the exit code as its `pc`, and stands
/// on the record of the frame that was interrupted.
#[derive(Clone, Copy)]
#[repr(C)]
pub(super) struct Frame {
    pub(super) code: *const CodeObject,
    pub(super) pc: *const Op,
    pub(super) base: *mut Value,
    /// Where the result of the frame above goes. With the lowest bit set that frame is an `__init__`:
    /// the result must be None, and the instance stands before the frame's registers.
    pub(super) dst: *mut Value,
}

/// The stacks of one thread of script.
pub(super) struct Stack {
    registers: *mut Value,
    n_registers: usize,
    frames: *mut Frame,
    n_frames: usize,
    /// The running code; null between runs.
    pub(super) code: *const CodeObject,
    pub(super) pc: *const Op,
    pub(super) base: *mut Value,
    /// The next free frame record.
    pub(super) fp: *mut Frame,
    pub(super) frame_limit: *mut Frame,
    /// Where natives called from outside any frame put their calls.
    pub(super) bottom: *mut Value,
}

impl Stack {
    pub(super) fn new(recursion: usize) -> Stack {
        let n_frames = recursion.saturating_mul(3).clamp(MIN_FRAMES, MAX_FRAMES) + 64;
        let n_registers = n_frames * FRAME_REGS + EXTRA_REGS;
        // SAFETY: all-zero bytes are `Value::NONE`.
        let registers = unsafe { zeroed_array::<Value>(n_registers) };
        // SAFETY: frames are plain pointers.
        let frames = unsafe { zeroed_array::<Frame>(n_frames) };
        let (Some(registers), Some(frames)) = (registers, frames) else {
            // As for any other memory that the system does not give.
            std::alloc::handle_alloc_error(std::alloc::Layout::new::<Stack>());
        };
        Stack::over((registers, n_registers), (frames, n_frames), recursion)
    }

    /// The stack of another thread than the main one, which there may be a thousand of; None if there is no memory.
    pub(super) fn for_thread(recursion: usize) -> Option<Stack> {
        let n_frames = recursion.clamp(64, MAX_FRAMES) + 64;
        let n_registers = n_frames * FRAME_REGS + THREAD_REGS;
        // SAFETY: all-zero bytes are `Value::NONE`.
        let registers = unsafe { zeroed_array::<Value>(n_registers) }?;
        // SAFETY: frames are plain pointers.
        let Some(frames) = (unsafe { zeroed_array::<Frame>(n_frames) }) else {
            free_array(registers, n_registers);
            return None;
        };
        let (registers, frames) = ((registers, n_registers), (frames, n_frames));
        Some(Stack::over(registers, frames, recursion))
    }

    fn over(
        registers: (*mut Value, usize),
        frames: (*mut Frame, usize),
        recursion: usize,
    ) -> Stack {
        let ((registers, n_registers), (frames, n_frames)) = (registers, frames);
        Stack {
            registers,
            n_registers,
            frames,
            n_frames,
            code: std::ptr::null(),
            pc: std::ptr::null(),
            base: registers.wrapping_add(1),
            fp: frames,
            frame_limit: frames.wrapping_add(recursion.min(n_frames - 32)),
            bottom: registers.wrapping_add(1),
        }
    }

    /// How many frames it was made for, as it is limited now.
    pub(super) fn recursion(&self) -> usize {
        (self.frame_limit.addr() - self.frames.addr()) / size_of::<Frame>()
    }

    /// Drops what the registers below `top` hold, and forgets the frames. Nothing runs on the stack any more.
    pub(super) fn clear_until(&mut self, top: *mut Value) {
        let mut register = self.registers;
        while register < top {
            // SAFETY: registers below the top are initialised.
            unsafe { set(register, Value::UNDEF) };
            register = register.wrapping_add(1);
        }
        self.fp = self.frames;
        self.code = std::ptr::null();
    }

    /// The register that receives the result of a run.
    pub(super) fn result(&self) -> *mut Value {
        self.registers
    }

    /// Whether one more frame may be entered, as far as the limit of recursion goes.
    #[inline(always)]
    pub(super) fn has_frame(&self) -> bool {
        self.fp < self.frame_limit
    }

    /// How many frame records are in use.
    pub(super) fn depth(&self) -> usize {
        (self.fp.addr() - self.frames.addr()) / size_of::<Frame>()
    }

    /// Moves the limit of frames.
    pub(super) fn set_recursion(&mut self, recursion: usize) {
        self.frame_limit = self.frames.wrapping_add(recursion.min(self.n_frames - 32));
    }

    /// The frame records, oldest first, without the running frame.
    pub(super) fn frames(&self) -> &[Frame] {
        // SAFETY: records below `fp` are initialised.
        unsafe { std::slice::from_raw_parts(self.frames, self.depth()) }
    }

    /// Drops everything on the stack. Nothing runs any more.
    pub(super) fn clear_all(&mut self) {
        // Frames drop what they hold when they end; only the bottom can still hold something.
        for at in 0..self.n_registers.min(1024) {
            // SAFETY: all registers are initialised (zero is None).
            unsafe {
                let register = self.registers.add(at);
                if (*register).is_heap() {
                    *register = Value::NONE;
                }
            }
        }
    }
}

impl Drop for Stack {
    fn drop(&mut self) {
        // `Vm::drop` has cleared the values.
        free_array(self.registers, self.n_registers);
        free_array(self.frames, self.n_frames);
    }
}

/// Gives an array of a stack back.
fn free_array<T>(array: *mut T, n: usize) {
    let layout = std::alloc::Layout::array::<T>(n).expect("it was allocated with it");
    // SAFETY: allocated by `zeroed_array` with this layout, and given back once.
    unsafe { std::alloc::dealloc(array.cast(), layout) };
}

/// Overwrites a register. The old value is dropped after the new one is in place.
///
/// # Safety
/// `register` is a valid register.
#[inline(always)]
pub(super) unsafe fn set(register: *mut Value, value: Value) {
    // SAFETY: by the contract.
    if unsafe { (*register).is_heap() } {
        // SAFETY: by the contract.
        unsafe { set_slow(register, value) };
    } else {
        // SAFETY: by the contract; an immediate needs no drop.
        unsafe { register.write(value) };
    }
}

/// Writes a register that holds an immediate, so that there is nothing to drop. Debug builds check it.
///
/// # Safety
/// `register` is a valid register (or slot).
#[inline(always)]
pub(super) unsafe fn fill(register: *mut Value, value: Value) {
    if cfg!(debug_assertions) {
        // SAFETY: by the contract; registers are always initialised.
        let held = unsafe { (*register).is_heap() };
        assert!(!held, "a register believed dead held an object");
    }
    // SAFETY: by the contract.
    unsafe { register.write(value) };
}

/// Debug builds check that a plain frame that returns has no live temporary: frames above would write over it.
#[inline(always)]
pub(super) fn dead(base: *mut Value, code: &CodeObject) {
    if cfg!(debug_assertions) {
        for at in code.n_locals..code.n_regs {
            // SAFETY: a register of the frame.
            let live = unsafe { (*base.wrapping_add(usize::from(at))).is_heap() };
            assert!(
                !live,
                "temporary {at} of {} is alive at its return",
                code.code.qualname
            );
        }
    }
}

#[cold]
#[inline(never)]
unsafe fn set_slow(register: *mut Value, value: Value) {
    // SAFETY: by the contract of `set`.
    let old = unsafe { std::mem::replace(&mut *register, value) };
    drop(old);
}

/// Clears a register that may hold a coroutine which has just been retired (`awaiter::retire`).
///
/// # Safety
/// `register` is a valid register; if it holds a coroutine, that one is finished and holds nothing.
#[inline(always)]
pub(super) unsafe fn drop_retired(register: *mut Value) {
    // SAFETY: by the contract.
    match unsafe { take(register) }.into_ref::<Coroutine>() {
        // SAFETY: a finished coroutine's registers are empty, and it has no finaliser to run.
        Ok(coroutine) => unsafe { coroutine.drop_emptied() },
        Err(other) => drop(other),
    }
}

/// Moves the value out; the register becomes Undef.
///
/// # Safety
/// `register` is a valid register.
#[inline(always)]
pub(super) unsafe fn take(register: *mut Value) -> Value {
    // SAFETY: by the contract.
    unsafe { std::ptr::replace(register, Value::UNDEF) }
}

/// Drops what the registers `from..to` hold.
///
/// # Safety
/// They are valid registers.
pub(super) unsafe fn clear(from: *mut Value, to: *mut Value) {
    let mut register = from;
    while register < to {
        // SAFETY: by the contract.
        unsafe { set(register, Value::UNDEF) };
        register = register.wrapping_add(1);
    }
}

impl Vm {
    /// A register of the running frame.
    #[inline(always)]
    pub(super) fn register(&self, index: u16) -> *mut Value {
        debug_assert!(
            !self.stack.code.is_null() && index < self.code().n_regs,
            "register {index} out of range"
        );
        self.stack.base.wrapping_add(index as usize)
    }

    /// The running code.
    #[inline(always)]
    pub(super) fn code(&self) -> &CodeObject {
        // SAFETY: while a frame runs its code is alive (see `link.rs`).
        unsafe { &*self.stack.code }
    }

    /// An operand: a copy of a variable, or the temporary itself, which becomes dead.
    #[inline]
    pub(super) fn operand(&mut self, source: Src) -> Value {
        let register = self.register(source.0);
        if source.0 >= self.code().n_locals {
            // SAFETY: the verifier has checked the index.
            unsafe { take(register) }
        } else {
            // SAFETY: as above.
            unsafe { (*register).clone() }
        }
    }

    /// A copy of a register.
    #[inline]
    pub(super) fn peek(&self, index: u16) -> Value {
        // SAFETY: the verifier has checked the index.
        unsafe { (*self.register(index)).clone() }
    }

    /// An `await` with these registers has waited for one turn of the loop, or some time: its result is None. False if
    /// it waits for something else.
    #[inline(always)]
    pub(super) fn end_pause(&mut self, src: u16, dst: u16) -> bool {
        let register = self.register(src);
        // SAFETY: the verifier has checked the indices; immediates need no drop.
        unsafe {
            match (*register).tag() {
                Tag::Undef => {}
                Tag::YieldNow if super::sleep::is_over((*register).raw_bits()) => {
                    register.write(Value::UNDEF);
                }
                _ => return false,
            }
            set(self.register(dst), Value::NONE);
        }
        true
    }

    /// Whether a register holds a value with this tag.
    #[inline]
    pub(super) fn register_is(&self, index: u16, tag: Tag) -> bool {
        // SAFETY: the verifier has checked the index.
        unsafe { (*self.register(index)).is(tag) }
    }

    /// Moves a register's value out.
    #[inline]
    pub(super) fn take_register(&mut self, index: u16) -> Value {
        // SAFETY: the verifier has checked the index.
        unsafe { take(self.register(index)) }
    }

    /// Writes a register of the running frame.
    #[inline]
    pub(super) fn set_register(&mut self, index: u16, value: Value) {
        // SAFETY: the verifier has checked the index.
        unsafe { set(self.register(index), value) };
    }

    /// Where a call made now may put its registers.
    #[inline]
    pub(super) fn stack_top(&self) -> *mut Value {
        if self.stack.code.is_null() {
            return self.stack.bottom;
        }
        let code = self.code();
        if code.heap_frame {
            super::coroutine::head_of(self.stack.base).top.get()
        } else {
            self.stack.base.wrapping_add(usize::from(code.n_regs))
        }
    }

    /// Whether a frame of `n` registers fits above `top`.
    #[inline]
    pub(super) fn check_stack(&mut self, top: *mut Value, n: u16) -> R<()> {
        let stack = &self.stack;
        let used = (top.addr() - stack.registers.addr()) / size_of::<Value>() + usize::from(n);
        let frames_left = stack.n_frames - stack.depth();
        if stack.fp >= stack.frame_limit || used + frames_left * FRAME_REGS > stack.n_registers {
            return Err(self.recursion_error());
        }
        Ok(())
    }
}

/// The arguments of a call, where they lie.
#[derive(Clone, Copy)]
pub(super) struct Window {
    pub(super) first: *mut Value,
    pub(super) count: usize,
}

impl Window {
    /// The arguments. They are borrowed from the stack: nobody writes those registers while a native reads them.
    pub(super) fn values<'a>(self) -> &'a [Value] {
        // SAFETY: the caller made the window from `count` initialised registers.
        unsafe { std::slice::from_raw_parts(self.first, self.count) }
    }

    /// Drops the arguments.
    pub(super) fn clear(self) {
        // SAFETY: valid registers.
        unsafe { clear(self.first, self.first.wrapping_add(self.count)) };
    }

    /// Moves the values to the registers at `to`, which hold immediates and lie elsewhere. Gives the end of them.
    #[inline(always)]
    pub(super) fn move_to(self, to: *mut Value) -> *mut Value {
        for at in 0..self.count {
            // SAFETY: valid registers; the value moves from one to the other.
            unsafe {
                let from = self.first.add(at);
                to.add(at).write(from.read());
                from.write(Value::UNDEF);
            }
        }
        to.wrapping_add(self.count)
    }

    /// Moves the argument at `at` out.
    #[inline]
    pub(super) fn take(self, at: usize) -> Value {
        debug_assert!(at < self.count);
        // SAFETY: a valid register.
        unsafe { take(self.first.wrapping_add(at)) }
    }

    /// Writes a register relative to the window (it may be the one before it, the callee's).
    #[inline(always)]
    pub(super) fn set_at(self, at: isize, value: Value) {
        // SAFETY: a valid register: windows have a callee slot before them.
        unsafe { set(self.first.wrapping_offset(at), value) };
    }
}

/// Writes to a place that a frame record names.
#[inline]
pub(super) fn store(place: *mut Value, value: Value) {
    // SAFETY: places in frame records are registers of live frames.
    unsafe { set(place, value) };
}

/// Reads a copy from a place.
pub(super) fn load(place: *mut Value) -> Value {
    // SAFETY: places are registers of live frames.
    unsafe { (*place).clone() }
}

/// Drops the registers of a frame.
pub(super) fn clear_frame(base: *mut Value, n: u16) {
    // SAFETY: the frame's registers are valid.
    unsafe { clear(base, base.wrapping_add(usize::from(n))) };
}

/// Up to so many parameters of a native are laid out without allocating.
pub(super) const SHORT: usize = 8;

/// Gives `look` the arguments, and Undef for those that are absent, up to `total` (at most `SHORT`).
#[inline(always)]
pub(super) fn with_absent<T>(args: &[Value], total: usize, look: impl FnOnce(&[Value]) -> T) -> T {
    assert!(args.len() <= total && total <= SHORT, "few parameters");
    let mut bound = [const { std::mem::MaybeUninit::<Value>::uninit() }; SHORT];
    // SAFETY: there is room; the copies are never dropped, and what they are copies of is borrowed for the whole time.
    unsafe {
        std::ptr::copy_nonoverlapping(args.as_ptr(), bound.as_mut_ptr().cast(), args.len());
    }
    for absent in &mut bound[args.len()..total] {
        absent.write(Value::UNDEF);
    }
    // SAFETY: the first `total` were written just now.
    look(unsafe { std::slice::from_raw_parts(bound.as_ptr().cast(), total) })
}

/// The instruction at `pc`.
pub(super) fn op_at(pc: *const Op) -> Op {
    // SAFETY: saved program counters stand inside verified code, or on the exit code.
    unsafe { *pc }
}

/// Looks at what a host of the run loop put below the marker of its run.
pub(super) fn with_host<T, R>(place: *mut Value, look: impl FnOnce(&mut T) -> R) -> R {
    // SAFETY: the host made the pointer from its own `T` for this marker (`drain`, `call_repeatedly`: the mark tells which),
    // and waits in `run`. Nobody else looks at it: the marker is popped before script can run.
    look(unsafe { &mut *place.cast::<T>() })
}

/// Pushes a frame record.
#[inline]
pub(super) fn push_frame(vm: &mut Vm, frame: Frame) {
    // SAFETY: callers have checked the limit (records beyond it remain for the markers of nested runs).
    unsafe { vm.stack.fp.write(frame) };
    vm.stack.fp = vm.stack.fp.wrapping_add(1);
}

/// Pops a frame record.
#[inline]
pub(super) fn pop_frame(vm: &mut Vm) -> Frame {
    vm.stack.fp = vm.stack.fp.wrapping_sub(1);
    // SAFETY: every pop matches a push.
    unsafe { vm.stack.fp.read() }
}

/// The coroutine object whose registers start at `base`.
#[inline(always)]
pub(super) fn coroutine_object(base: *mut Value) -> *mut Header {
    const OFFSET: usize = (size_of::<Header>() + size_of::<Coroutine>()).next_multiple_of(8);
    base.cast::<u8>().wrapping_sub(OFFSET).cast()
}

/// The head of a live coroutine object.
#[inline(always)]
pub(super) fn coroutine_head<'a>(object: *mut Header) -> &'a CoroutineHead {
    // SAFETY: callers pass the object of a running or awaiting coroutine: it is alive, held by a register or by the
    // caller, and heads are only changed through cells.
    unsafe { (*object.cast::<Obj<Coroutine>>()).body.head() }
}

/// The head and the registers of a live coroutine object.
#[inline(always)]
pub(super) fn coroutine_parts<'a>(object: *mut Header) -> (&'a CoroutineHead, *mut Value) {
    // SAFETY: as for `coroutine_head`.
    let coroutine = unsafe { &(*object.cast::<Obj<Coroutine>>()).body };
    (coroutine.head(), coroutine.registers())
}

/// Calls `look` with a live coroutine.
pub(super) fn with_coroutine<T>(object: *mut Header, look: impl FnOnce(&Coroutine) -> T) -> T {
    // SAFETY: as for `coroutine_head`.
    look(unsafe { &(*object.cast::<Obj<Coroutine>>()).body })
}

/// A counted reference to a live coroutine object.
pub(super) fn coroutine_ref(object: *mut Header) -> Ref<Coroutine> {
    // SAFETY: as for `coroutine_head`.
    unsafe { crate::heap::increment(object) };
    // SAFETY: alive, with the count just added, and a coroutine.
    unsafe { Ref::from_raw(object) }
}

/// A counted reference to the code of a frame.
pub(super) fn code_ref(code: *const CodeObject) -> Ref<CodeObject> {
    let object = code.cast::<Header>().cast_mut().wrapping_sub(1);
    // SAFETY: the code of a live frame is alive (see `link.rs`), and a code object stands behind its header.
    unsafe { crate::heap::increment(object) };
    // SAFETY: alive, with the count just added.
    unsafe { Ref::from_raw(object) }
}

/// Looks at the code of a live frame.
pub(super) fn code_of_frame<'a>(code: *const CodeObject) -> Option<&'a CodeObject> {
    // SAFETY: as for `code_ref`; null between runs.
    unsafe { code.as_ref() }
}

/// The value of an object whose count the caller owns.
pub(super) fn owned(object: *mut Header) -> Value {
    // SAFETY: the finaliser queue gives objects with a count of their own.
    unsafe { Value::from_raw(object) }
}

/// The header of a heap value.
pub(super) fn header(value: &Value) -> &Header {
    let pointer = value.heap_ptr().expect("only heap objects have finalisers");
    // SAFETY: alive as long as `value`.
    unsafe { &*pointer }
}

/// What a slot that holds a code object points at.
#[inline(always)]
pub(super) fn slot_target(slot: &crate::heap::Slot<Ref<CodeObject>>) -> *const CodeObject {
    // SAFETY: nobody replaces the code while this reads the pointer.
    std::ptr::from_ref::<CodeObject>(unsafe { &**slot.as_ptr() })
}

/// The code of a function, not tied to it: a frame outlives the function it runs, never its code (see `link.rs`).
#[inline(always)]
pub(super) fn function_code<'a>(function: &crate::value::Function) -> &'a CodeObject {
    // SAFETY: alive while the function is; and code whose last count goes waits until no frame runs it.
    unsafe { &*slot_target(&function.code) }
}

impl Vm {
    /// The running code, not tied to a borrow of the machine: it lives as long as its frame (see `link.rs`).
    #[inline(always)]
    pub(super) fn running_code<'a>(&self) -> &'a CodeObject {
        // SAFETY: while a frame runs its code is alive, and no caller keeps the reference past the instruction.
        unsafe { &*self.stack.code }
    }

    /// Consecutive registers of the running frame.
    pub(super) fn register_window(&self, first: u16, count: usize) -> Window {
        Window {
            first: self.stack.base.wrapping_add(usize::from(first)),
            count,
        }
    }
}
