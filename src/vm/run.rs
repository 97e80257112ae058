//! The loop.
//!
//! Locals of the loop: `pc` and `base`, which must stay in registers; everything else is behind `vm`. Each slow path is a function out of
//! line that works on the stacks after `sync!`. An instruction that may enter or leave a script frame reloads
//! the locals from the machine (`enter!`).

use super::awaiter;
use super::coroutine::{self, head_of};
use super::drain::Sink;
use super::exec;
use super::marks::{INIT, MARKS, REPEAT, SENT, SINK, unmarked};
use super::natives::NativeCode;
use super::regs::{Frame, Window, coroutine_parts, dead, drop_retired, fill, op_at, set, take};
use super::{R, Raised, Vm, sleep};
use crate::bytecode::{Few, Flow, Op};
use crate::value::{
    CacheKind, Class, CodeObject, Coroutine, CoroutineState, Dict, Function, FutureObject,
    GlobalCell, Instance, List, Module, Set, Str, Tag, Tuple, Value, VarCell,
};

/// The code a run's bottom frame returns to.
pub(super) static EXIT: [Op; 2] = [Op::Exit {}, Op::Exit {}];

impl Vm {
    /// Runs from the machine's current frame until the frame above the marker at the top of the stack ends: with a value
    /// that it returned, or that its coroutine gave (`suspended`). One value, so that it comes back in registers.
    #[expect(
        clippy::needless_borrow,
        reason = "a reference to a field behind a raw pointer is made in sight"
    )]
    pub(super) fn run(&mut self) -> R {
        let vm = self;
        let mut pc: *const Op = vm.stack.pc;
        let mut base: *mut Value = vm.stack.base;

        macro_rules! r {
            ($register:expr) => {
                base.add($register.0 as usize)
            };
        }
        macro_rules! sync {
            () => {{
                vm.stack.pc = pc;
                vm.stack.base = base;
            }};
        }
        macro_rules! reload {
            () => {{
                pc = vm.stack.pc;
                base = vm.stack.base;
            }};
        }

        loop {
            'run: loop {
                // A fallible step: on error to the unwinder.
                macro_rules! t {
                    ($step:expr) => {
                        match $step {
                            Ok(value) => value,
                            Err(Raised) => break 'run,
                        }
                    };
                }
                // A slow path that stays in this frame.
                macro_rules! slow {
                    ($function:path, $op:expr) => {{
                        sync!();
                        t!($function(vm, $op));
                        if vm.heap.pending() {
                            t!(vm.run_pending());
                        }
                        continue;
                    }};
                }
                // A slow path that may enter or leave frames.
                macro_rules! enter {
                    ($function:path, $op:expr) => {{
                        sync!();
                        t!($function(vm, $op));
                        if vm.heap.pending() {
                            t!(vm.run_pending());
                        }
                        reload!();
                        continue;
                    }};
                }
                macro_rules! tick {
                    () => {{
                        vm.budget -= 1;
                        if vm.budget < 0 {
                            // The instruction is done again if the stack pauses here.
                            sync!();
                            t!(vm.end_of_run_slice(pc.sub(1)));
                        }
                    }};
                }
                // Writes a register; runs what the death of the old value queued.
                macro_rules! put {
                    ($register:expr, $value:expr) => {{
                        let place = $register;
                        let value = $value;
                        if (*place).is_heap() {
                            set(place, value);
                            if vm.heap.pending() {
                                sync!();
                                t!(vm.run_pending());
                            }
                        } else {
                            place.write(value);
                        }
                    }};
                }
                // Lets go of an operand that was used up, if it is no variable.
                macro_rules! release {
                    ($register:expr) => {
                        if $register.0 >= (*vm.stack.code).n_locals {
                            put!(r!($register), Value::UNDEF);
                        }
                    };
                }
                macro_rules! jump {
                    ($to:expr) => {{
                        let to = $to.0 as isize;
                        if to < 0 {
                            vm.budget -= 1;
                            if vm.budget < 0 {
                                sync!();
                                t!(vm.end_of_run_slice(pc.offset(to)));
                            }
                        }
                        pc = pc.offset(to);
                    }};
                }
                // Enters a plain function: its arguments are in place at `base`.
                macro_rules! push {
                    ($callee:expr, $base:expr, $n:expr, $dst:expr) => {{
                        let fp = vm.stack.fp;
                        if fp >= vm.stack.frame_limit {
                            sync!();
                            let _ = vm.recursion_error();
                            break 'run;
                        }
                        let callee: *const CodeObject = $callee;
                        fp.write(Frame {
                            code: vm.stack.code,
                            pc,
                            base,
                            dst: $dst,
                        });
                        vm.stack.fp = fp.add(1);
                        vm.stack.code = callee;
                        base = $base;
                        pc = (*callee).ops.get();
                        let mut at = $n as usize;
                        let end = (*callee).n_locals as usize;
                        while at < end {
                            fill(base.add(at), Value::UNDEF);
                            at += 1;
                        }
                    }};
                }
                // Calls a native whose arguments are exactly what it wants; goes on past the macro if they are not. The register
                // `dead` is cleared.
                macro_rules! native {
                    ($id:expr, $window:expr, $count:expr, $dst:expr $(, $dead:expr)?) => {{
                        let native = &*vm.natives.as_ptr().add($id as usize);
                        if native.direct.get() as usize == $count
                            && let NativeCode::Plain(function) = native.code
                        {
                            let window = Window {
                                first: $window,
                                count: $count,
                            };
                            $(set($dead, Value::UNDEF);)?
                            sync!();
                            let result = function(vm, window.values());
                            window.clear();
                            let result = t!(result);
                            set($dst, result);
                            if vm.heap.pending() {
                                t!(vm.run_pending());
                            }
                            continue;
                        }
                    }};
                }
                // Calls a native with one value where it lies: a variable, which stays as it is while the native runs.
                macro_rules! native_on {
                    ($id:expr, $value:expr, $dst:expr) => {{
                        let native = &*vm.natives.as_ptr().add($id as usize);
                        if native.direct.get() == 1
                            && let NativeCode::Plain(function) = native.code
                        {
                            let window = Window {
                                first: $value,
                                count: 1,
                            };
                            sync!();
                            let result = t!(function(vm, window.values()));
                            set($dst, result);
                            if vm.heap.pending() {
                                t!(vm.run_pending());
                            }
                            continue;
                        }
                    }};
                }
                // Calls a script function whose arguments need no binding, from a frame on the stack; goes on past the macro
                // for other calls. The register `dead` is cleared.
                macro_rules! function {
                    ($function:expr, $first:expr, $count:expr, $dst:expr $(, $dead:expr)?) => {{
                        let callee = exec::call::code_of($function);
                        if (*callee).simple_argc.get() == $count && !(*vm.stack.code).heap_frame {
                            let first = $first;
                            $(set($dead, Value::UNDEF);)?
                            push!(callee, first, $count, $dst);
                            continue;
                        }
                    }};
                }
                // Makes the coroutine or generator of a call whose arguments need no binding, or the pause of a sleep; goes on past
                // the macro for other calls. The register `dead` is cleared.
                macro_rules! coroutine {
                    ($function:expr, $first:expr, $count:expr, $dst:expr $(, $dead:expr)?) => {{
                        let callee = &*exec::call::code_of($function);
                        if callee.flow != Flow::Plain {
                            let window = Window {
                                first: $first,
                                count: $count as usize,
                            };
                            sync!();
                            if let Some(made) = vm.quick_coroutine($function, callee, window, $dst)
                            {
                                $(set($dead, Value::UNDEF);)?
                                put!($dst, made);
                                continue;
                            }
                        }
                    }};
                }
                // Calls a class with a plain `__init__`, from a frame on the stack; goes on past the macro for other calls.
                macro_rules! class {
                    ($callee:expr, $first:expr, $count:expr, $dst:expr) => {{
                        if let Some(class) = $callee.as_ref::<Class>()
                            && !(*vm.stack.code).heap_frame
                        {
                            let window = Window {
                                first: $first,
                                count: $count as usize,
                            };
                            sync!();
                            if vm.enter_plain_init(class, window, $dst) {
                                reload!();
                                continue;
                            }
                        }
                    }};
                }
                macro_rules! arith {
                    ($op:expr, $dst:expr, $left:expr, $right:expr, $int:ident, $float:tt, $slow:path) => {{
                        let (a, b) = (&*r!($left), &*r!($right));
                        if a.is_int() && b.is_int() {
                            if let Some(result) = a.raw_int().$int(b.raw_int()) {
                                put!(r!($dst), Value::int(result));
                                continue;
                            }
                        } else if a.is_float() && b.is_float() {
                            put!(r!($dst), Value::float(a.raw_float() $float b.raw_float()));
                            continue;
                        }
                        enter!($slow, $op);
                    }};
                }
                macro_rules! bits {
                    ($op:expr, $dst:expr, $left:expr, $right:expr, $int:tt, $slow:path) => {{
                        let (a, b) = (&*r!($left), &*r!($right));
                        if a.is_int() && b.is_int() {
                            put!(r!($dst), Value::int(a.raw_int() $int b.raw_int()));
                            continue;
                        }
                        enter!($slow, $op);
                    }};
                }
                macro_rules! arith_imm {
                    ($op:expr, $dst:expr, $left:expr, $imm:expr, $int:ident, $float:tt) => {{
                        let a = &*r!($left);
                        if a.is_int() {
                            if let Some(result) = a.raw_int().$int(i64::from($imm.0)) {
                                put!(r!($dst), Value::int(result));
                                continue;
                            }
                        } else if a.is_float() {
                            put!(r!($dst), Value::float(a.raw_float() $float f64::from($imm.0)));
                            continue;
                        }
                        enter!(exec::arith::imm, $op);
                    }};
                }
                macro_rules! compare {
                    ($op:expr, $dst:expr, $left:expr, $right:expr, $test:tt) => {{
                        let (a, b) = (&*r!($left), &*r!($right));
                        if a.is_int() && b.is_int() {
                            put!(r!($dst), Value::bool(a.raw_int() $test b.raw_int()));
                            continue;
                        } else if a.is_float() && b.is_float() {
                            put!(r!($dst), Value::bool(a.raw_float() $test b.raw_float()));
                            continue;
                        }
                        enter!(exec::compare::compare, $op);
                    }};
                }
                macro_rules! jump_compare {
                    ($op:expr, $sense:expr, $left:expr, $right:expr, $to:expr, $test:tt) => {{
                        let (a, b) = (&*r!($left), &*r!($right));
                        let holds = if a.is_int() && b.is_int() {
                            a.raw_int() $test b.raw_int()
                        } else if a.is_float() && b.is_float() {
                            a.raw_float() $test b.raw_float()
                        } else {
                            sync!();
                            let holds = t!(exec::compare::jump(vm, $op));
                            if vm.heap.pending() {
                                t!(vm.run_pending());
                            }
                            let Some(holds) = holds else {
                                reload!();
                                continue;
                            };
                            holds
                        };
                        if holds == ($sense.0 != 0) {
                            jump!($to);
                        }
                        continue;
                    }};
                }
                macro_rules! jump_compare_imm {
                    ($op:expr, $sense:expr, $left:expr, $imm:expr, $to:expr, $test:tt) => {{
                        let a = &*r!($left);
                        let holds = if a.is_int() {
                            a.raw_int() $test i64::from($imm.0)
                        } else if a.is_float() {
                            a.raw_float() $test f64::from($imm.0)
                        } else {
                            sync!();
                            let holds = t!(exec::compare::jump_imm(vm, $op));
                            if vm.heap.pending() {
                                t!(vm.run_pending());
                            }
                            let Some(holds) = holds else {
                                reload!();
                                continue;
                            };
                            holds
                        };
                        if holds == ($sense.0 != 0) {
                            jump!($to);
                        }
                        continue;
                    }};
                }
                // Whether a register is true; consumes a temporary on the slow path.
                macro_rules! truth {
                    ($register:expr) => {{
                        let value = &*r!($register);
                        match value.tag() {
                            Tag::Bool => value.raw_int() != 0,
                            Tag::None => false,
                            Tag::Int => value.raw_int() != 0,
                            Tag::List if $register.0 < (*vm.stack.code).n_locals => {
                                value.as_ref::<List>().is_some_and(|list| list.len() > 0)
                            }
                            Tag::Str if $register.0 < (*vm.stack.code).n_locals => {
                                value.as_ref::<Str>().is_some_and(|text| text.len() > 0)
                            }
                            _ => {
                                sync!();
                                let truth = t!(exec::flow::truth(vm, $register));
                                if vm.heap.pending() {
                                    t!(vm.run_pending());
                                }
                                truth
                            }
                        }
                    }};
                }
                // The frame of a coroutine gives `value` to whoever resumed it.
                macro_rules! suspend {
                    ($value:expr) => {{
                        let value = $value;
                        let head = head_of(base);
                        head.pc.set(pc);
                        coroutine::suspend_chain(head, base);
                        let fp = vm.stack.fp.sub(1);
                        vm.stack.fp = fp;
                        let frame = &*fp;
                        if frame.pc == EXIT.as_ptr() {
                            coroutine::leave(vm);
                            vm.suspended = true;
                            return Ok(value);
                        }
                        vm.stack.code = frame.code;
                        pc = frame.pc;
                        base = frame.base;
                        if frame.dst.addr() & MARKS != 0 {
                            if let Op::CallMethod { a, .. } = op_at(pc.sub(1)) {
                                // A `send`: what was sent was taken.
                                set(r!(a).add(1), Value::UNDEF);
                                set(unmarked(frame.dst), value);
                            } else {
                                sync!();
                                super::sent::returned(vm, value, frame.dst);
                            }
                            if vm.heap.pending() {
                                t!(vm.run_pending());
                            }
                            continue;
                        }
                        put!(frame.dst, value);
                        continue;
                    }};
                }
                // `dst` = the next item of a `for` over a range or a list, then `$after` and on to the next instruction; goes on past
                // the macro if there is none.
                // The character at a place of an ASCII text, if its str was made before.
                macro_rules! char_at {
                    ($text:expr, $index:expr) => {{
                        let (text, index): (&Str, i64) = ($text, $index);
                        let at = if index < 0 {
                            index + text.len() as i64
                        } else {
                            index
                        };
                        match text.items().get(at as usize) {
                            Some(&byte) if text.is_ascii() => vm.known_char(byte),
                            _ => None,
                        }
                    }};
                }
                // A method that was called without a frame has answered: object and arguments are dropped.
                macro_rules! answer {
                    ($a:expr, $n:expr, $dst:expr, $value:expr) => {{
                        let value = $value;
                        let first = r!($a).add(1);
                        for at in 0..=$n as usize {
                            set(first.add(at), Value::UNDEF);
                        }
                        // As a statement, mostly: then nobody wants the None.
                        if let Op::Drop { reg } = *pc
                            && reg.0 == $dst.0
                        {
                            pc = pc.add(1);
                            drop(value);
                            set(r!($dst), Value::UNDEF);
                        } else {
                            set(r!($dst), value);
                        }
                        if vm.heap.pending() {
                            sync!();
                            t!(vm.run_pending());
                        }
                        continue;
                    }};
                }
                macro_rules! unpack {
                    ($tuple:expr, $first:expr) => {{
                        let mut place = $first;
                        for item in $tuple.items() {
                            set(place, item.clone());
                            place = place.add(1);
                        }
                    }};
                }
                macro_rules! next_item {
                    ($it:expr, $dst:expr $(, $after:expr)?) => {{
                        let state = r!($it);
                        if (*state).is(Tag::RangeState) {
                            let next = (*state).raw_int();
                            let stop = (*state.add(1)).raw_int();
                            let step = (*state.add(2)).raw_int();
                            if if step > 0 { next < stop } else { next > stop } {
                                fill(state, Value::range_state(next.wrapping_add(step)));
                                $($after;)?
                                put!(r!($dst), Value::int(next));
                                continue;
                            }
                        } else if let Some(list) = (*state).as_ref::<List>() {
                            let index = (*state.add(1)).raw_int();
                            if let Some(next) = list.get(index as usize) {
                                fill(state.add(1), Value::int(index + 1));
                                $($after;)?
                                if let Some(tuple) = next.as_ref::<Tuple>()
                                    && let Op::Unpack { src, first, count } = *pc
                                    && src.0 == $dst.0
                                    && src.0 >= (*vm.stack.code).n_locals
                                    && tuple.len() == count.0 as usize
                                {
                                    // `for a, b in pairs`: the pair itself goes nowhere.
                                    unpack!(tuple, r!(first));
                                    pc = pc.add(1);
                                    drop(next);
                                    if vm.heap.pending() {
                                        sync!();
                                        t!(vm.run_pending());
                                    }
                                    continue;
                                }
                                put!(r!($dst), next);
                                continue;
                            }
                        }
                    }};
                }
                // Enters the innermost frame of a coroutine at its pc.
                macro_rules! resume {
                    ($head:expr, $base:expr) => {{
                        let head: &crate::value::CoroutineHead = $head;
                        base = $base;
                        vm.stack.code = std::ptr::from_ref::<CodeObject>(&*head.code);
                        pc = head.pc.get();
                    }};
                }

                // Enters a generator that waits, or has not begun, and gives it `value`; what it gives goes to `dst`.
                macro_rules! generator {
                    ($generator:expr, $dst:expr, $value:expr) => {{
                        let generator = $generator;
                        let top = if (*vm.stack.code).heap_frame {
                            head_of(base).top.get()
                        } else {
                            base.add((*vm.stack.code).n_regs as usize)
                        };
                        let (inner, registers) = coroutine::innermost(generator);
                        let fp = vm.stack.fp;
                        fp.write(Frame {
                            code: vm.stack.code,
                            pc,
                            base,
                            dst: $dst,
                        });
                        vm.stack.fp = fp.add(1);
                        inner.top.set(top);
                        inner.state.set(CoroutineState::Running);
                        generator.head().state.set(CoroutineState::Running);
                        let value = $value;
                        let resumed = op_at(inner.pc.get().sub(1));
                        resume!(inner, registers);
                        if let Op::Yield { dst, .. } = resumed {
                            put!(r!(dst), value);
                        } else if !matches!(resumed, Op::GenStart {}) {
                            sync!();
                            t!(coroutine::deliver(vm, value));
                            reload!();
                        }
                        continue;
                    }};
                }

                // SAFETY: of the whole match. The code was verified (`bytecode::verify`): every register, constant, cell and
                // cache index is in range, jumps land on instructions, the last instruction does not fall through. `base` points
                // to the `n_regs` registers of the running frame, which are initialised; `pc` stands inside `code`.
                unsafe {
                    let op = &*pc;
                    pc = pc.add(1);
                    match *op {
                        Op::LoadConst { dst, value } => {
                            put!(
                                r!(dst),
                                (&(*vm.stack.code).consts)
                                    .get_unchecked(value.0 as usize)
                                    .clone()
                            );
                        }
                        Op::LoadInt { dst, value } => put!(r!(dst), Value::int(i64::from(value.0))),
                        Op::LoadNone { dst } => put!(r!(dst), Value::NONE),
                        Op::LoadBool { value, dst } => put!(r!(dst), Value::bool(value.0 != 0)),
                        Op::Copy { dst, src } => put!(r!(dst), (*r!(src)).clone()),
                        Op::Take { dst, src } => put!(r!(dst), take(r!(src))),
                        Op::Drop { reg } => put!(r!(reg), Value::UNDEF),
                        Op::CheckLocal { reg } => {
                            if (*r!(reg)).is_undef() {
                                slow!(exec::load::check_local, *op);
                            }
                        }
                        Op::DelLocal { reg } => {
                            if (*r!(reg)).is_undef() {
                                slow!(exec::load::check_local, *op);
                            }
                            put!(r!(reg), Value::UNDEF);
                        }
                        Op::MakeCell { .. } => slow!(exec::load::make_cell, *op),
                        Op::LoadCell { dst, cell } => {
                            if let Some(cell) = (*r!(cell)).as_ref::<VarCell>() {
                                let value = &*cell.value.as_ptr();
                                if !value.is_undef() {
                                    put!(r!(dst), value.clone());
                                    continue;
                                }
                            }
                            slow!(exec::load::empty_cell, *op);
                        }
                        Op::StoreCell { cell, src } => {
                            let value = if src.0 >= (*vm.stack.code).n_locals {
                                take(r!(src))
                            } else {
                                (*r!(src)).clone()
                            };
                            if let Some(cell) = (*r!(cell)).as_ref::<VarCell>() {
                                put!(cell.value.as_ptr(), value);
                            }
                        }
                        Op::DelCell { .. } => slow!(exec::load::del_cell, *op),
                        Op::LoadGlobal { dst, global } => {
                            let value = &*(&(*vm.stack.code).globals)
                                .get_unchecked(global.0 as usize)
                                .value
                                .as_ptr();
                            if value.is_undef() {
                                slow!(exec::load::missing_global, *op);
                            }
                            put!(r!(dst), value.clone());
                        }
                        Op::StoreGlobal { global, src } => {
                            let cell = (&(*vm.stack.code).globals).get_unchecked(global.0 as usize);
                            if !cell.is_bound() {
                                slow!(exec::load::bind_global, *op);
                            }
                            let value = if src.0 >= (*vm.stack.code).n_locals {
                                take(r!(src))
                            } else {
                                (*r!(src)).clone()
                            };
                            put!(cell.value.as_ptr(), value);
                        }
                        Op::DelGlobal { .. } => slow!(exec::load::del_global, *op),
                        Op::LoadName { .. } => slow!(exec::load::load_name, *op),
                        Op::LoadNameCell { .. } => slow!(exec::load::load_name_cell, *op),
                        Op::StoreName { .. } => slow!(exec::load::store_name, *op),
                        Op::DelName { .. } => slow!(exec::load::del_name, *op),

                        Op::Add {
                            dst, left, right, ..
                        } => arith!(*op, dst, left, right, checked_add, +, exec::arith::binary),
                        Op::Sub {
                            dst, left, right, ..
                        } => arith!(*op, dst, left, right, checked_sub, -, exec::arith::binary),
                        Op::Mul {
                            dst, left, right, ..
                        } => arith!(*op, dst, left, right, checked_mul, *, exec::arith::binary),
                        Op::Div {
                            dst, left, right, ..
                        } => {
                            let (a, b) = (&*r!(left), &*r!(right));
                            if a.is_float() && b.is_float() && b.raw_float() != 0.0 {
                                put!(r!(dst), Value::float(a.raw_float() / b.raw_float()));
                                continue;
                            }
                            if b.is_int() && b.raw_int() != 0 {
                                const EXACT: u64 = 1 << 53;
                                let divisor = b.raw_int() as f64;
                                if a.is_float() {
                                    put!(r!(dst), Value::float(a.raw_float() / divisor));
                                    continue;
                                }
                                if a.is_int()
                                    && a.raw_int().unsigned_abs() < EXACT
                                    && b.raw_int().unsigned_abs() < EXACT
                                {
                                    put!(r!(dst), Value::float(a.raw_int() as f64 / divisor));
                                    continue;
                                }
                            }
                            enter!(exec::arith::binary, *op);
                        }
                        Op::FloorDiv {
                            dst, left, right, ..
                        } => {
                            let (a, b) = (&*r!(left), &*r!(right));
                            if a.is_int() && b.is_int() && b.raw_int() > 0 {
                                put!(
                                    r!(dst),
                                    Value::int(exec::arith::floor_div(a.raw_int(), b.raw_int()))
                                );
                                continue;
                            }
                            enter!(exec::arith::binary, *op);
                        }
                        Op::Mod {
                            dst, left, right, ..
                        } => {
                            let (a, b) = (&*r!(left), &*r!(right));
                            if a.is_int() && b.is_int() && b.raw_int() > 0 {
                                put!(
                                    r!(dst),
                                    Value::int(exec::arith::modulo(a.raw_int(), b.raw_int()))
                                );
                                continue;
                            }
                            enter!(exec::arith::binary, *op);
                        }
                        Op::BitAnd {
                            dst, left, right, ..
                        } => bits!(*op, dst, left, right, &, exec::arith::binary),
                        Op::BitOr {
                            dst, left, right, ..
                        } => bits!(*op, dst, left, right, |, exec::arith::binary),
                        Op::BitXor {
                            dst, left, right, ..
                        } => bits!(*op, dst, left, right, ^, exec::arith::binary),
                        Op::RShift {
                            dst, left, right, ..
                        } => {
                            let (a, b) = (&*r!(left), &*r!(right));
                            if a.is_int() && b.is_int() && (b.raw_int() as u64) < 64 {
                                put!(r!(dst), Value::int(a.raw_int() >> b.raw_int()));
                                continue;
                            }
                            enter!(exec::arith::binary, *op);
                        }
                        Op::Pow { .. } | Op::MatMul { .. } | Op::LShift { .. } => {
                            enter!(exec::arith::binary, *op)
                        }
                        Op::AddImm { dst, left, imm, .. } => {
                            arith_imm!(*op, dst, left, imm, checked_add, +)
                        }
                        Op::SubImm { dst, left, imm, .. } => {
                            arith_imm!(*op, dst, left, imm, checked_sub, -)
                        }
                        Op::MulImm { dst, left, imm, .. } => {
                            arith_imm!(*op, dst, left, imm, checked_mul, *)
                        }
                        Op::FloorDivImm { dst, left, imm, .. } => {
                            let a = &*r!(left);
                            if a.is_int() && imm.0 > 0 {
                                put!(
                                    r!(dst),
                                    Value::int(exec::arith::floor_div(
                                        a.raw_int(),
                                        i64::from(imm.0)
                                    ))
                                );
                                continue;
                            }
                            enter!(exec::arith::imm, *op);
                        }
                        Op::ModImm { dst, left, imm, .. } => {
                            let a = &*r!(left);
                            if a.is_int() && imm.0 > 0 {
                                put!(
                                    r!(dst),
                                    Value::int(exec::arith::modulo(a.raw_int(), i64::from(imm.0)))
                                );
                                continue;
                            }
                            enter!(exec::arith::imm, *op);
                        }
                        Op::AndImm { dst, left, imm, .. } => {
                            let a = &*r!(left);
                            if a.is_int() {
                                put!(r!(dst), Value::int(a.raw_int() & i64::from(imm.0)));
                                continue;
                            }
                            enter!(exec::arith::imm, *op);
                        }
                        Op::LShiftImm { dst, left, imm, .. } => {
                            let a = &*r!(left);
                            if a.is_int() {
                                let shifted = a.raw_int() << imm.0;
                                if shifted >> imm.0 == a.raw_int() {
                                    put!(r!(dst), Value::int(shifted));
                                    continue;
                                }
                            }
                            enter!(exec::arith::imm, *op);
                        }
                        Op::RShiftImm { dst, left, imm, .. } => {
                            let a = &*r!(left);
                            if a.is_int() {
                                put!(r!(dst), Value::int(a.raw_int() >> imm.0));
                                continue;
                            }
                            enter!(exec::arith::imm, *op);
                        }
                        Op::ArithConst {
                            kind,
                            dst,
                            left,
                            right,
                        } => {
                            let a = &*r!(left);
                            let b = (&(*vm.stack.code).consts)
                                .get_unchecked(right.0 as usize)
                                .raw_float();
                            let a = if a.is_float() {
                                a.raw_float()
                            } else if a.is_int() {
                                a.raw_int() as f64
                            } else {
                                slow!(exec::arith::constant, *op);
                            };
                            let result = match kind.0 & 3 {
                                0 => a + b,
                                1 => a - b,
                                2 => a * b,
                                _ if b != 0.0 => a / b,
                                _ => slow!(exec::arith::constant, *op),
                            };
                            put!(r!(dst), Value::float(result));
                        }
                        Op::Neg { dst, src } => {
                            let a = &*r!(src);
                            if a.is_float() {
                                put!(r!(dst), Value::float(-a.raw_float()));
                                continue;
                            } else if a.is_int()
                                && let Some(result) = a.raw_int().checked_neg()
                            {
                                put!(r!(dst), Value::int(result));
                                continue;
                            }
                            slow!(exec::arith::unary, *op);
                        }
                        Op::Pos { .. } | Op::Invert { .. } => slow!(exec::arith::unary, *op),
                        Op::Not { dst, src } => {
                            let truth = truth!(src);
                            put!(r!(dst), Value::bool(!truth));
                        }

                        Op::Lt { dst, left, right } => compare!(*op, dst, left, right, <),
                        Op::Le { dst, left, right } => compare!(*op, dst, left, right, <=),
                        Op::Eq { dst, left, right } => compare!(*op, dst, left, right, ==),
                        Op::Ne { dst, left, right } => compare!(*op, dst, left, right, !=),
                        Op::Gt { dst, left, right } => compare!(*op, dst, left, right, >),
                        Op::Ge { dst, left, right } => compare!(*op, dst, left, right, >=),
                        Op::Is { .. } => slow!(exec::compare::is, *op),
                        Op::Contains { .. } => slow!(exec::compare::contains, *op),

                        Op::Jump { to } => jump!(to),
                        Op::JumpIf { cond, to } => {
                            if truth!(cond) {
                                jump!(to);
                            }
                        }
                        Op::JumpIfNot { cond, to } => {
                            if !truth!(cond) {
                                jump!(to);
                            }
                        }
                        Op::JumpIfKeep { reg, to } => {
                            sync!();
                            if t!(exec::flow::keep(vm, reg, true)) {
                                jump!(to);
                            } else {
                                put!(r!(reg), Value::UNDEF);
                            }
                        }
                        Op::JumpIfNotKeep { reg, to } => {
                            sync!();
                            if t!(exec::flow::keep(vm, reg, false)) {
                                jump!(to);
                            } else {
                                put!(r!(reg), Value::UNDEF);
                            }
                        }
                        Op::JumpIfNone { src, to } => {
                            let is_none = (*r!(src)).is_none();
                            if src.0 >= (*vm.stack.code).n_locals {
                                put!(r!(src), Value::UNDEF);
                            }
                            if is_none {
                                jump!(to);
                            }
                        }
                        Op::JumpIfNotNone { src, to } => {
                            let is_none = (*r!(src)).is_none();
                            if src.0 >= (*vm.stack.code).n_locals {
                                put!(r!(src), Value::UNDEF);
                            }
                            if !is_none {
                                jump!(to);
                            }
                        }
                        Op::JumpLt {
                            sense,
                            left,
                            right,
                            to,
                        } => jump_compare!(*op, sense, left, right, to, <),
                        Op::JumpLe {
                            sense,
                            left,
                            right,
                            to,
                        } => jump_compare!(*op, sense, left, right, to, <=),
                        Op::JumpEq {
                            sense,
                            left,
                            right,
                            to,
                        } => jump_compare!(*op, sense, left, right, to, ==),
                        Op::JumpNe {
                            sense,
                            left,
                            right,
                            to,
                        } => jump_compare!(*op, sense, left, right, to, !=),
                        Op::JumpGt {
                            sense,
                            left,
                            right,
                            to,
                        } => jump_compare!(*op, sense, left, right, to, >),
                        Op::JumpGe {
                            sense,
                            left,
                            right,
                            to,
                        } => jump_compare!(*op, sense, left, right, to, >=),
                        Op::JumpLtImm {
                            sense,
                            left,
                            imm,
                            to,
                        } => jump_compare_imm!(*op, sense, left, imm, to, <),
                        Op::JumpLeImm {
                            sense,
                            left,
                            imm,
                            to,
                        } => jump_compare_imm!(*op, sense, left, imm, to, <=),
                        Op::JumpEqImm {
                            sense,
                            left,
                            imm,
                            to,
                        } => jump_compare_imm!(*op, sense, left, imm, to, ==),
                        Op::JumpNeImm {
                            sense,
                            left,
                            imm,
                            to,
                        } => jump_compare_imm!(*op, sense, left, imm, to, !=),
                        Op::JumpGtImm {
                            sense,
                            left,
                            imm,
                            to,
                        } => jump_compare_imm!(*op, sense, left, imm, to, >),
                        Op::JumpGeImm {
                            sense,
                            left,
                            imm,
                            to,
                        } => jump_compare_imm!(*op, sense, left, imm, to, >=),
                        Op::JumpIs { sense, to, .. } => {
                            sync!();
                            let holds = exec::compare::same(vm, *op);
                            if vm.heap.pending() {
                                t!(vm.run_pending());
                            }
                            if holds == (sense.0 != 0) {
                                jump!(to);
                            }
                        }
                        Op::JumpIn { sense, to, .. } => {
                            sync!();
                            let holds = t!(exec::compare::is_in(vm, *op));
                            if vm.heap.pending() {
                                t!(vm.run_pending());
                            }
                            if holds == (sense.0 != 0) {
                                jump!(to);
                            }
                        }

                        Op::LoadAttr { dst, object, cache } => {
                            let entry = (&(*vm.stack.code).caches).get_unchecked(cache.0 as usize);
                            let value = &*r!(object);
                            if let Some(instance) = value.as_ref::<Instance>()
                                && instance.shape_id() == entry.id.get()
                                && entry.kind.get() == CacheKind::Slot
                            {
                                let value =
                                    (*instance.items_ptr().add(entry.index.get() as usize)).get();
                                put!(r!(dst), value);
                                continue;
                            }
                            enter!(exec::attr::load_attr, *op);
                        }
                        Op::StoreAttr { object, src, cache } => {
                            let entry = (&(*vm.stack.code).caches).get_unchecked(cache.0 as usize);
                            if let Some(instance) = (*r!(object)).as_ref::<Instance>()
                                && instance.shape_id() == entry.id.get()
                            {
                                let kind = entry.kind.get();
                                let slot = instance
                                    .items_ptr()
                                    .add(entry.index.get() as usize)
                                    .cast::<Value>();
                                if kind == CacheKind::Slot {
                                    let value = if src.0 >= (*vm.stack.code).n_locals {
                                        take(r!(src))
                                    } else {
                                        (*r!(src)).clone()
                                    };
                                    put!(slot, value);
                                    release!(object);
                                    continue;
                                } else if kind == CacheKind::Add
                                    && (entry.index.get() as usize) < instance.len()
                                {
                                    let value = if src.0 >= (*vm.stack.code).n_locals {
                                        take(r!(src))
                                    } else {
                                        (*r!(src)).clone()
                                    };
                                    fill(slot, value);
                                    exec::attr::follow(instance, entry);
                                    release!(object);
                                    continue;
                                }
                            }
                            slow!(exec::attr::store_attr, *op);
                        }
                        Op::DelAttr { .. } => slow!(exec::attr::del_attr, *op),
                        Op::LoadItem { dst, object, key } => {
                            let (value, index) = (&*r!(object), &*r!(key));
                            if index.is_int() {
                                if let Some(list) = value.as_ref::<List>() {
                                    let index = index.raw_int();
                                    let found = list.items.with(|items| {
                                        let at = if index < 0 {
                                            index + items.len() as i64
                                        } else {
                                            index
                                        };
                                        items.get(at as usize).cloned()
                                    });
                                    if let Some(found) = found {
                                        put!(r!(dst), found);
                                        continue;
                                    }
                                } else if let Some(tuple) = value.as_ref::<Tuple>() {
                                    let index = index.raw_int();
                                    let at = if index < 0 {
                                        index + tuple.len() as i64
                                    } else {
                                        index
                                    };
                                    if let Some(found) = tuple.items().get(at as usize) {
                                        put!(r!(dst), found.clone());
                                        continue;
                                    }
                                } else if let Some(text) = value.as_ref::<Str>()
                                    && let Some(found) = char_at!(text, index.raw_int())
                                {
                                    put!(r!(dst), found);
                                    continue;
                                }
                            }
                            if let Some(dict) = value.as_ref::<Dict>()
                                && let Some(found) = exec::index::lookup(dict, index)
                            {
                                put!(r!(dst), found);
                                if key.0 >= (*vm.stack.code).n_locals && key.0 != dst.0 {
                                    put!(r!(key), Value::UNDEF);
                                }
                                continue;
                            }
                            enter!(exec::index::load_item, *op);
                        }
                        Op::LoadItemImm { dst, object, imm } => {
                            let value = &*r!(object);
                            let index = i64::from(imm.0);
                            if let Some(list) = value.as_ref::<List>() {
                                let found = list.items.with(|items| {
                                    let at = if index < 0 {
                                        index + items.len() as i64
                                    } else {
                                        index
                                    };
                                    items.get(at as usize).cloned()
                                });
                                if let Some(found) = found {
                                    put!(r!(dst), found);
                                    continue;
                                }
                            } else if let Some(tuple) = value.as_ref::<Tuple>() {
                                let at = if index < 0 {
                                    index + tuple.len() as i64
                                } else {
                                    index
                                };
                                if let Some(found) = tuple.items().get(at as usize) {
                                    put!(r!(dst), found.clone());
                                    continue;
                                }
                            } else if let Some(text) = value.as_ref::<Str>()
                                && let Some(found) = char_at!(text, index)
                            {
                                put!(r!(dst), found);
                                continue;
                            }
                            enter!(exec::index::load_item, *op);
                        }
                        Op::StoreItem { object, key, src } => {
                            let (target, index) = (&*r!(object), &*r!(key));
                            if index.is_int()
                                && let Some(list) = target.as_ref::<List>()
                            {
                                let index = index.raw_int();
                                let len = list.len() as i64;
                                let at = if index < 0 { index + len } else { index };
                                if (at as u64) < len as u64 {
                                    let value = if src.0 >= (*vm.stack.code).n_locals {
                                        take(r!(src))
                                    } else {
                                        (*r!(src)).clone()
                                    };
                                    list.set(at as usize, value);
                                    if vm.heap.pending() {
                                        sync!();
                                        t!(vm.run_pending());
                                    }
                                    release!(object);
                                    continue;
                                }
                            }
                            slow!(exec::index::store_item, *op);
                        }
                        Op::DelItem { .. } => slow!(exec::index::del_item, *op),
                        Op::BuildSlice { .. } => enter!(exec::build::build_slice, *op),

                        Op::BuildPair { .. } => slow!(exec::build::build_pair, *op),
                        Op::BuildTuple { .. } => slow!(exec::build::build_tuple, *op),
                        Op::BuildList { .. } => slow!(exec::build::build_list, *op),
                        Op::BuildSet { .. } => slow!(exec::build::build_set, *op),
                        Op::BuildDict { .. } => slow!(exec::build::build_dict, *op),
                        Op::BuildString { .. } => slow!(exec::build::build_string, *op),
                        Op::FormatValue { .. } | Op::FormatSpec { .. } => {
                            slow!(exec::build::format, *op)
                        }
                        Op::ListAppend { list, src } => {
                            let value = if src.0 >= (*vm.stack.code).n_locals {
                                take(r!(src))
                            } else {
                                (*r!(src)).clone()
                            };
                            if let Some(list) = (*r!(list)).as_ref::<List>() {
                                list.push(value);
                            }
                        }
                        Op::ListExtend { .. } => slow!(exec::build::list_extend, *op),
                        Op::SetAdd { .. } => slow!(exec::build::set_add, *op),
                        Op::SetUpdate { .. } => slow!(exec::build::set_update, *op),
                        Op::DictSet { .. } => slow!(exec::build::dict_set, *op),
                        Op::DictUpdate { .. } | Op::DictMerge { .. } => {
                            slow!(exec::build::dict_update, *op)
                        }
                        Op::ListToTuple { .. } => slow!(exec::build::list_to_tuple, *op),
                        Op::Unpack { src, first, count } => {
                            if let Some(tuple) = (*r!(src)).as_ref::<Tuple>()
                                && tuple.len() == count.0 as usize
                            {
                                // Held: its register may be written here.
                                let held = if src.0 >= (*vm.stack.code).n_locals {
                                    take(r!(src))
                                } else {
                                    (*r!(src)).clone()
                                };
                                if let Some(tuple) = held.as_ref::<Tuple>() {
                                    unpack!(tuple, r!(first));
                                }
                                drop(held);
                                if vm.heap.pending() {
                                    sync!();
                                    t!(vm.run_pending());
                                }
                                continue;
                            }
                            slow!(exec::unpack::unpack, *op);
                        }
                        Op::UnpackStar { .. } => slow!(exec::unpack::unpack_star, *op),

                        Op::Call { n, a, dst } => {
                            tick!();
                            if let Some(function) = (*r!(a)).as_ref::<Function>() {
                                // The function may die when it is dropped; its code does not (see `link.rs`).
                                function!(function, r!(a).add(1), u16::from(n.0), r!(dst), r!(a));
                                coroutine!(function, r!(a).add(1), n.0, r!(dst), r!(a));
                            } else if (*r!(a)).is(Tag::Native) {
                                let native = (*r!(a)).raw_int();
                                native!(native, r!(a).add(1), n.0 as usize, r!(dst));
                            }
                            enter!(exec::call::call, *op);
                        }
                        Op::CallGlobal { n, a, dst, global } => {
                            tick!();
                            let callee = &*(&(*vm.stack.code).globals)
                                .get_unchecked(global.0 as usize)
                                .value
                                .as_ptr();
                            if let Some(function) = callee.as_ref::<Function>() {
                                let first = r!(a).add(1);
                                function!(function, first, u16::from(n.0), r!(dst));
                                coroutine!(function, first, n.0, r!(dst));
                            } else if callee.is(Tag::Native) {
                                native!(callee.raw_int(), r!(a).add(1), n.0 as usize, r!(dst));
                            }
                            class!(callee, r!(a).add(1), n.0, r!(dst));
                            enter!(exec::call::call_global, *op);
                        }
                        Op::CallGlobalOn {
                            a,
                            dst,
                            src,
                            global,
                        } => {
                            tick!();
                            let callee = &*(&(*vm.stack.code).globals)
                                .get_unchecked(global.0 as usize)
                                .value
                                .as_ptr();
                            if callee.is(Tag::Native) {
                                native_on!(callee.raw_int(), r!(src), r!(dst));
                            }
                            let first = base.add(a.0 as usize + 1);
                            set(first, (*r!(src)).clone());
                            if let Some(function) = callee.as_ref::<Function>() {
                                function!(function, first, 1, r!(dst));
                                coroutine!(function, first, 1, r!(dst));
                            }
                            class!(callee, first, 1, r!(dst));
                            let op = Op::CallGlobal {
                                n: Few(1),
                                a: crate::bytecode::Window(u16::from(a.0)),
                                dst,
                                global,
                            };
                            enter!(exec::call::call_global, op);
                        }
                        Op::CallMethodOn {
                            a,
                            dst,
                            object,
                            cache,
                        } => {
                            tick!();
                            let entry = (&(*vm.stack.code).caches).get_unchecked(cache.0 as usize);
                            let value = &*r!(object);
                            let first = base.add(a.0 as usize + 1);
                            if let Some(instance) = value.as_ref::<Instance>()
                                && instance.shape_id() == entry.id.get()
                                && entry.kind.get() == CacheKind::Function
                                && entry.epoch.get() == vm.heap.class_epoch.get()
                                && let Some(function) = (*entry.held.as_ptr()).as_ref::<Function>()
                            {
                                set(first, value.clone());
                                function!(function, first, 1, r!(dst));
                            } else if entry.kind.get() == CacheKind::Native
                                && entry.epoch.get() == vm.heap.class_epoch.get()
                            {
                                let id = vm.quick_id(value);
                                if id != 0 && id == entry.id.get() {
                                    let native = entry.pointer.get().addr();
                                    native_on!(native, r!(object), r!(dst));
                                }
                            }
                            set(first, (*r!(object)).clone());
                            let op = Op::CallMethod {
                                n: Few(0),
                                a: crate::bytecode::Window(u16::from(a.0)),
                                dst,
                                cache,
                            };
                            enter!(exec::call::call_method, op);
                        }
                        Op::CallLocal { n, a, dst, func } => {
                            tick!();
                            if let Some(function) = (*r!(func)).as_ref::<Function>() {
                                let first = r!(a).add(1);
                                function!(function, first, u16::from(n.0), r!(dst));
                                let callee = exec::call::code_of(function);
                                if !(*vm.stack.code).heap_frame
                                    && (*callee).given_argc.get() == u16::from(n.0)
                                {
                                    let window = r!(a).add(1);
                                    let mut at = window.add(n.0 as usize);
                                    let n_captures = function.captures.len();
                                    for cell in &function.captures {
                                        fill(at, cell.clone());
                                        at = at.add(1);
                                    }
                                    push!(callee, window, n.0 as usize + n_captures, r!(dst));
                                    continue;
                                }
                            }
                            class!((*r!(func)), r!(a).add(1), n.0, r!(dst));
                            enter!(exec::call::call_local, *op);
                        }
                        Op::CallMethod { n, a, dst, cache } => {
                            tick!();
                            let entry = (&(*vm.stack.code).caches).get_unchecked(cache.0 as usize);
                            let object = &*r!(a).add(1);
                            if let Some(instance) = object.as_ref::<Instance>()
                                && instance.shape_id() == entry.id.get()
                                && entry.epoch.get() == vm.heap.class_epoch.get()
                            {
                                let (callee, first) = (&*entry.held.as_ptr(), r!(a).add(1));
                                if entry.kind.get() == CacheKind::Function
                                    && let Some(function) = callee.as_ref::<Function>()
                                {
                                    function!(function, first, u16::from(n.0) + 1, r!(dst));
                                    coroutine!(function, first, u16::from(n.0) + 1, r!(dst));
                                } else if entry.kind.get() == CacheKind::NativeMethod {
                                    native!(callee.raw_int(), first, n.0 as usize + 1, r!(dst));
                                }
                            }
                            if entry.kind.get() == CacheKind::Global
                                && let Some(module) = object.as_ref::<Module>()
                                && module.id == entry.id.get()
                                && !(*r!(a)).is_heap()
                                && let Some(cell) = (*entry.held.as_ptr()).as_ref::<GlobalCell>()
                                && cell.is_bound()
                            {
                                // The module is no argument.
                                let callee = &*cell.value.as_ptr();
                                let first = r!(a).add(2);
                                if let Some(function) = callee.as_ref::<Function>() {
                                    function!(
                                        function,
                                        first,
                                        u16::from(n.0),
                                        r!(dst),
                                        r!(a).add(1)
                                    );
                                    coroutine!(function, first, n.0, r!(dst), r!(a).add(1));
                                } else if callee.is(Tag::Native) {
                                    let native = callee.raw_int();
                                    native!(native, first, n.0 as usize, r!(dst), r!(a).add(1));
                                }
                            }
                            if entry.kind.get() == CacheKind::Ahead
                                && let Some(module) = object.as_ref::<Module>()
                                && module.id == entry.id.get()
                            {
                                set(r!(a).add(1), Value::UNDEF);
                                let (callee, first) = (&*r!(a), r!(a).add(2));
                                if let Some(function) = callee.as_ref::<Function>() {
                                    function!(function, first, u16::from(n.0), r!(dst), r!(a));
                                    coroutine!(function, first, n.0, r!(dst), r!(a));
                                } else if callee.is(Tag::Native) {
                                    native!(callee.raw_int(), first, n.0 as usize, r!(dst));
                                }
                                enter!(exec::call::call_ahead, *op);
                            }
                            if entry.kind.get() == CacheKind::Append
                                && n.0 == 1
                                && let Some(list) = object.as_ref::<List>()
                            {
                                list.push(take(r!(a).add(2)));
                                answer!(a, 0, dst, Value::NONE);
                            }
                            if entry.kind.get() == CacheKind::Get
                                && matches!(n.0, 1 | 2)
                                && let Some(dict) = object.as_ref::<Dict>()
                            {
                                let none = Value::NONE;
                                let default = if n.0 == 2 { &*r!(a).add(3) } else { &none };
                                if let Some(value) = exec::index::get(dict, &*r!(a).add(2), default)
                                {
                                    answer!(a, n.0, dst, value);
                                }
                            }
                            if entry.kind.get() == CacheKind::AddKey
                                && n.0 == 1
                                && let Some(set) = object.as_ref::<Set>()
                                && exec::index::add_key(set, &*r!(a).add(2))
                            {
                                answer!(a, n.0, dst, Value::NONE);
                            }
                            if entry.kind.get() == CacheKind::Send
                                && n.0 == 1
                                && let Some(generator) = object.as_ref::<Coroutine>()
                                && vm.stack.has_frame()
                                && super::sent::can_be_sent(generator, &*r!(a).add(2))
                            {
                                let sent = r!(dst).map_addr(|address| address | SENT);
                                generator!(generator, sent, take(r!(a).add(2)));
                            }
                            if entry.kind.get() == CacheKind::Native
                                && entry.epoch.get() == vm.heap.class_epoch.get()
                            {
                                let id = vm.quick_id(object);
                                if id != 0 && id == entry.id.get() {
                                    let native = entry.pointer.get().addr();
                                    native!(native, r!(a).add(1), n.0 as usize + 1, r!(dst));
                                }
                            }
                            enter!(exec::call::call_method, *op);
                        }
                        Op::CallKw { .. } => {
                            tick!();
                            enter!(exec::call::call_kw, *op);
                        }
                        Op::CallMethodKw { .. } => {
                            tick!();
                            // Steps over the operand that follows.
                            pc = pc.add(1);
                            enter!(exec::call::call_method_kw, *op);
                        }
                        Op::LoadSuper { .. } => slow!(exec::super_::load_super, *op),
                        Op::FindMethod { a, cache } => {
                            let entry = (&(*vm.stack.code).caches).get_unchecked(cache.0 as usize);
                            let object = &*r!(a).add(1);
                            let is_known = match entry.kind.get() {
                                CacheKind::Ahead => {
                                    if let Some(module) = object.as_ref::<Module>()
                                        && module.id == entry.id.get()
                                        && let Some(cell) =
                                            (*entry.held.as_ptr()).as_ref::<GlobalCell>()
                                        && let callee = &*cell.value.as_ptr()
                                        && (callee.is(Tag::Function) || callee.is(Tag::Native))
                                    {
                                        set(r!(a), callee.clone());
                                        true
                                    } else {
                                        false
                                    }
                                }
                                CacheKind::Function | CacheKind::NativeMethod => {
                                    object.as_ref::<Instance>().is_some_and(|instance| {
                                        instance.shape_id() == entry.id.get()
                                    }) && entry.epoch.get() == vm.heap.class_epoch.get()
                                }
                                CacheKind::Append => object.is(Tag::List),
                                CacheKind::Get => object.is(Tag::Dict),
                                CacheKind::AddKey => object.is(Tag::Set),
                                _ => false,
                            };
                            if is_known {
                                continue;
                            }
                            slow!(exec::call::find_ahead, *op);
                        }
                        // An arm that does nothing at all would make the dispatch a loop of one block, which LLVM does not
                        // copy into the arms.
                        Op::Extra { .. } | Op::GenStart {} => tick!(),
                        Op::CallEx { .. } => {
                            tick!();
                            enter!(exec::call::call_ex, *op);
                        }
                        Op::LoadBuildClass { .. } => slow!(exec::load::load_build_class, *op),
                        Op::MakeFunction { .. } => slow!(exec::call::make_function, *op),

                        Op::Return { src } => {
                            let value = take(r!(src));
                            let mut at = base;
                            let end = base.add((*vm.stack.code).n_locals as usize);
                            let mut dropped = false;
                            while at < end {
                                if (*at).is_heap() {
                                    set(at, Value::UNDEF);
                                    dropped = true;
                                }
                                at = at.add(1);
                            }
                            dead(base, &*vm.stack.code);
                            let fp = vm.stack.fp.sub(1);
                            vm.stack.fp = fp;
                            let frame = &*fp;
                            if frame.dst.addr() & REPEAT != 0 {
                                super::repeat::returned(vm, value, frame.dst);
                                reload!();
                                if vm.heap.pending() && pc != EXIT.as_ptr() {
                                    t!(vm.run_pending());
                                }
                                continue;
                            }
                            if frame.dst.addr() & MARKS != 0 {
                                sync!();
                                t!(exec::call::marked_returned(vm, value, base));
                                reload!();
                                if vm.heap.pending() {
                                    t!(vm.run_pending());
                                }
                                continue;
                            }
                            vm.stack.code = frame.code;
                            pc = frame.pc;
                            base = frame.base;
                            set(frame.dst, value);
                            if dropped && vm.heap.pending() {
                                sync!();
                                if pc == EXIT.as_ptr() {
                                    vm.run_pending_quietly();
                                } else {
                                    t!(vm.run_pending());
                                }
                            }
                        }
                        Op::ReturnNone {} => {
                            let mut at = base;
                            let end = base.add((*vm.stack.code).n_locals as usize);
                            let mut dropped = false;
                            while at < end {
                                if (*at).is_heap() {
                                    set(at, Value::UNDEF);
                                    dropped = true;
                                }
                                at = at.add(1);
                            }
                            dead(base, &*vm.stack.code);
                            let fp = vm.stack.fp.sub(1);
                            vm.stack.fp = fp;
                            let frame = &*fp;
                            if frame.dst.addr() & MARKS == INIT {
                                let instance = take(base.sub(1));
                                vm.stack.code = frame.code;
                                pc = frame.pc;
                                base = frame.base;
                                set(unmarked(frame.dst), instance);
                                if vm.heap.pending() {
                                    sync!();
                                    t!(vm.run_pending());
                                }
                                continue;
                            }
                            if frame.dst.addr() & MARKS != 0 {
                                sync!();
                                t!(exec::call::marked_returned(vm, Value::NONE, base));
                                reload!();
                                if vm.heap.pending() && pc != EXIT.as_ptr() {
                                    t!(vm.run_pending());
                                }
                                continue;
                            }
                            vm.stack.code = frame.code;
                            pc = frame.pc;
                            base = frame.base;
                            set(frame.dst, Value::NONE);
                            if dropped && vm.heap.pending() {
                                sync!();
                                if pc == EXIT.as_ptr() {
                                    vm.run_pending_quietly();
                                } else {
                                    t!(vm.run_pending());
                                }
                            }
                        }
                        Op::GenReturn { src } => {
                            let value = take(r!(src));
                            let head = head_of(base);
                            let awaiter = head.awaiter.get();
                            if (*vm.stack.code).flow == Flow::Coroutine {
                                if awaiter.is_null() {
                                    if (*vm.stack.fp.sub(1)).pc == EXIT.as_ptr() {
                                        awaiter::retire(base);
                                        vm.stack.fp = vm.stack.fp.sub(1);
                                        coroutine::leave(vm);
                                        vm.suspended = false;
                                        return Ok(value);
                                    }
                                } else {
                                    let (outer, registers) = coroutine_parts(awaiter);
                                    if let Op::Await { dst, src: held } =
                                        op_at(outer.pc.get().sub(1))
                                    {
                                        outer.top.set(head.top.get());
                                        outer.state.set(CoroutineState::Running);
                                        awaiter::retire(base);
                                        resume!(outer, registers);
                                        // The finished coroutine dies here, if nobody else holds it.
                                        if held.0 >= (*vm.stack.code).n_locals {
                                            drop_retired(r!(held));
                                        }
                                        put!(r!(dst), value);
                                        if vm.heap.pending() {
                                            sync!();
                                            t!(vm.run_pending());
                                        }
                                        continue;
                                    }
                                }
                            }
                            sync!();
                            if let Some(value) = t!(awaiter::finish(vm, value)) {
                                vm.suspended = false;
                                return Ok(value);
                            }
                            if vm.heap.pending() {
                                t!(vm.run_pending());
                            }
                            reload!();
                        }

                        Op::GetIter { it, src } => {
                            let value = &*r!(src);
                            if value.is(Tag::List) || value.is(Tag::Tuple) {
                                let value = if src.0 >= (*vm.stack.code).n_locals {
                                    take(r!(src))
                                } else {
                                    value.clone()
                                };
                                set(r!(it), value);
                                set(r!(it).add(1), Value::int(0));
                                continue;
                            }
                            slow!(exec::iter::get_iter, *op);
                        }
                        Op::NextTurn { to } => {
                            tick!();
                            pc = pc.offset(to.0 as isize);
                            if let Op::ForIter { it, dst, .. } = *pc {
                                next_item!(it, dst, pc = pc.add(1));
                            }
                        }
                        Op::ForIter { it, dst, to } => {
                            next_item!(it, dst);
                            let state = r!(it);
                            match (*state).tag() {
                                Tag::RangeState => {
                                    fill(state, Value::UNDEF);
                                    pc = pc.offset(to.0 as isize);
                                }
                                Tag::List => {
                                    put!(state, Value::UNDEF);
                                    pc = pc.offset(to.0 as isize);
                                }
                                Tag::Tuple => {
                                    let index = (*state.add(1)).raw_int();
                                    let next = (*state).as_ref::<Tuple>().and_then(|tuple| {
                                        tuple.items().get(index as usize).cloned()
                                    });
                                    if let Some(next) = next {
                                        fill(state.add(1), Value::int(index + 1));
                                        put!(r!(dst), next);
                                        continue;
                                    }
                                    put!(state, Value::UNDEF);
                                    pc = pc.offset(to.0 as isize);
                                }
                                Tag::Coroutine => {
                                    tick!();
                                    if let Some(generator) = (*state).as_ref::<Coroutine>()
                                        && vm.stack.has_frame()
                                        && coroutine::can_iterate(generator)
                                    {
                                        generator!(generator, r!(dst), Value::NONE);
                                    }
                                    enter!(exec::iter::for_iter, *op);
                                }
                                Tag::Str => {
                                    let at = (*state.add(1)).raw_int();
                                    if let Some(text) = (*state).as_ref::<Str>()
                                        && let Some(next) = char_at!(text, at)
                                    {
                                        fill(state.add(1), Value::int(at + 1));
                                        put!(r!(dst), next);
                                        continue;
                                    }
                                    enter!(exec::iter::for_iter, *op);
                                }
                                Tag::Dict | Tag::Set => enter!(exec::tables::for_table, *op),
                                _ => enter!(exec::iter::for_iter, *op),
                            }
                        }
                        Op::IterObject { .. } => slow!(exec::iter::iter_object, *op),
                        Op::JumpIfNotSequence { to, .. } | Op::JumpIfNotMapping { to, .. } => {
                            sync!();
                            if !t!(exec::match_::holds(vm, *op)) {
                                jump!(to);
                            }
                        }
                        Op::JumpIfNotLength { to, .. } => {
                            sync!();
                            if !t!(exec::match_::holds(vm, *op)) {
                                jump!(to);
                            }
                        }
                        Op::MatchKeys { .. } => slow!(exec::match_::match_keys, *op),
                        Op::MatchClass { .. } => slow!(exec::match_::match_class, *op),
                        Op::GetAIter { .. } => slow!(exec::await_::get_aiter, *op),
                        Op::GetANext { .. } => enter!(exec::await_::get_anext, *op),
                        Op::EndAsyncFor { .. } => slow!(exec::await_::end_async_for, *op),

                        Op::Await { dst, src } => {
                            let value = &*r!(src);
                            match value.tag() {
                                Tag::Coroutine => {
                                    if let Some(awaited) = value.as_ref::<Coroutine>()
                                        && awaited.state() == CoroutineState::Created
                                        && awaited.head().code.flow == Flow::Coroutine
                                        && awaited.head().awaiter.get().is_null()
                                        && head_of(base).depth.get() < coroutine::MAX_CHAIN
                                    {
                                        head_of(base).pc.set(pc);
                                        let registers = coroutine::link(base, awaited);
                                        resume!(awaited.head(), registers);
                                        continue;
                                    }
                                }
                                Tag::YieldNow => {
                                    let bits = value.raw_bits();
                                    if sleep::is_over(bits) {
                                        fill(r!(src), Value::UNDEF);
                                        put!(r!(dst), Value::NONE);
                                        continue;
                                    }
                                    if (*vm.stack.fp.sub(1)).pc == EXIT.as_ptr() {
                                        let pause = Value::pause(bits);
                                        fill(r!(src), sleep::while_waiting(bits));
                                        suspend!(pause);
                                    }
                                    // A `for` drives it.
                                    sync!();
                                    if let Some(given) = exec::await_::pause_in_for(vm, src, bits) {
                                        suspend!(given);
                                    }
                                    // There is a coroutine to await now.
                                    pc = pc.sub(1);
                                    continue;
                                }
                                Tag::Undef => {
                                    // Resumed after one turn of the loop.
                                    put!(r!(dst), Value::NONE);
                                    continue;
                                }
                                Tag::Future => {
                                    if let Some(future) = value.as_ref::<FutureObject>() {
                                        if !future.is_done() {
                                            future.blocking.set(true);
                                            suspend!(value.clone());
                                        }
                                        if let Some(result) = coroutine::good_result(future) {
                                            if src.0 >= (*vm.stack.code).n_locals && src.0 != dst.0
                                            {
                                                put!(r!(src), Value::UNDEF);
                                            }
                                            put!(r!(dst), result);
                                            continue;
                                        }
                                    }
                                }
                                _ => {}
                            }
                            sync!();
                            let given = t!(exec::await_::await_(vm, *op));
                            if vm.heap.pending() {
                                t!(vm.run_pending());
                            }
                            reload!();
                            if let Some(given) = given {
                                suspend!(given);
                            }
                        }
                        Op::Yield { src, dst } => {
                            let value = if src.0 >= (*vm.stack.code).n_locals {
                                take(r!(src))
                            } else {
                                (*r!(src)).clone()
                            };
                            let resumer = (*vm.stack.fp.sub(1)).dst;
                            if resumer.addr() & MARKS == SINK {
                                // The native below waits for the end of this run; nobody else knows its sink.
                                let sink = &mut *unmarked(resumer).cast::<Sink>();
                                if let Some(left) = sink.absorb(value) {
                                    suspend!(left);
                                }
                                put!(r!(dst), Value::NONE);
                                continue;
                            }
                            suspend!(value);
                        }
                        Op::AsyncYield { src, .. } => {
                            let value = if src.0 >= (*vm.stack.code).n_locals {
                                take(r!(src))
                            } else {
                                (*r!(src)).clone()
                            };
                            sync!();
                            if let Some(value) = t!(awaiter::async_yield(vm, value)) {
                                vm.suspended = false;
                                return Ok(value);
                            }
                            reload!();
                        }
                        Op::YieldFrom { .. } => {
                            sync!();
                            let given = t!(exec::await_::yield_from(vm, *op));
                            if vm.heap.pending() {
                                t!(vm.run_pending());
                            }
                            reload!();
                            if let Some(given) = given {
                                suspend!(given);
                            }
                        }

                        Op::RaiseFrom { .. }
                        | Op::Raise { .. }
                        | Op::Reraise { .. }
                        | Op::RaiseBare {} => slow!(exec::raise::raise, *op),
                        Op::JumpIfNotMatch { to, .. } => {
                            sync!();
                            if !t!(exec::raise::matches(vm, *op)) {
                                jump!(to);
                            }
                        }
                        Op::SplitGroup { .. } => slow!(exec::raise::split_group, *op),
                        Op::FinishGroups { .. } => slow!(exec::raise::finish_groups, *op),
                        Op::AssertFail { .. } | Op::AssertFailBare {} => {
                            slow!(exec::raise::assert_fail, *op)
                        }
                        Op::WithLookup { .. } | Op::AsyncWithLookup { .. } => {
                            slow!(exec::raise::with_lookup, *op)
                        }
                        Op::ExcInfo { .. } => slow!(exec::raise::exc_info, *op),

                        Op::ImportName { .. } => slow!(exec::import_::import_name, *op),
                        Op::ImportFrom { .. } => slow!(exec::import_::import_from, *op),
                        Op::ImportStar { .. } => slow!(exec::import_::import_star, *op),
                        Op::PrintExpr { .. } => slow!(exec::import_::print_expr, *op),
                        Op::Exit {} => {
                            let value = take(vm.stack.result());
                            coroutine::leave(vm);
                            vm.suspended = false;
                            return Ok(value);
                        }
                    }
                }
            }
            // The stack is put aside: see `threads.rs`.
            if vm.pausing {
                return Err(Raised);
            }
            // One place for all errors: `vm.raised` holds the exception, the stacks the position.
            loop {
                if !vm.unwind() {
                    return Err(Raised);
                }
                // What died on the way is finalised before the handler begins.
                if !vm.heap.pending() || vm.run_pending().is_ok() {
                    break;
                }
            }
            reload!();
        }
    }
}
