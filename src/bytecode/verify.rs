//! Proves before it runs that code cannot step outside of its tables and registers.
//!
//! The machine reads registers, constants and instructions unchecked; it may do so because every
//! `Code` has passed here.

use super::{Code, Const, Flow, Op, Operand};

/// Checks a code (the codes inside it have been checked when they were made).
///
/// Errors: what is wrong and at which instruction. That is always a fault of the compiler.
pub(crate) fn verify(code: &Code) -> Result<(), String> {
    check_frame(code)?;
    for (pc, op) in code.ops.iter().enumerate() {
        check_op(code, pc, *op).map_err(|fault| format!("{pc}: {} {fault}", op.name()))?;
    }
    check_end(code)?;
    check_ranges(code)?;
    check_captures(code)?;
    if cfg!(debug_assertions) {
        super::liveness::check_temporaries(code)?;
    }
    Ok(())
}

fn ensure(holds: bool, fault: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(fault.to_owned()) }
}

fn check_frame(code: &Code) -> Result<(), String> {
    let first_local = usize::from(code.params.total()) + code.captures.len();
    ensure(
        first_local <= usize::from(code.n_locals),
        "parameters and captures exceed the locals",
    )?;
    ensure(code.n_locals <= code.n_regs, "locals exceed the registers")?;
    ensure(
        code.local_names.len() == usize::from(code.n_locals),
        "every local has a name, maybe empty",
    )?;
    ensure(
        code.cells.iter().all(|&cell| cell < code.n_locals),
        "a cell is not a local",
    )?;
    let names = code.names.len();
    let named = code.globals.iter().chain(&code.caches);
    ensure(
        named.into_iter().all(|name| usize::from(name.0) < names),
        "a global or cache has no name",
    )
}

fn check_op(code: &Code, pc: usize, op: Op) -> Result<(), String> {
    let mut result = Ok(());
    op.operands(|name, operand| {
        if result.is_ok() {
            result = check_operand(code, pc, name, operand);
        }
    });
    result?;
    if let Some((first, len)) = window(op) {
        let end = usize::from(first) + len;
        ensure(end <= usize::from(code.n_regs), "the window is too long")?;
        ensure(
            // What is taken apart may go into variables.
            len == 0 || first >= code.n_locals || matches!(op, Op::Unpack { .. }),
            "the window is not in temporaries",
        )?;
    }
    let is_temporary = |register: u16| register >= code.n_locals;
    match op {
        Op::LoadAttr { dst, object, .. }
        | Op::LoadItem { dst, object, .. }
        | Op::LoadItemImm { dst, object, .. }
        | Op::ListToTuple { dst, object } => ensure(
            !is_temporary(object.0) || dst.0 == object.0,
            "the object is a temporary but not the destination",
        ),
        Op::Take { src, .. } => ensure(is_temporary(src.0), "src is not a temporary"),
        Op::JumpIfKeep { reg, .. }
        | Op::JumpIfNotKeep { reg, .. }
        | Op::EndAsyncFor { exc: reg }
        | Op::SplitGroup { rest: reg, .. }
        | Op::MatchClass { class: reg, .. } => {
            ensure(is_temporary(reg.0), "the register is not a temporary")
        }
        Op::WithLookup { context } | Op::AsyncWithLookup { context } => ensure(
            is_temporary(context.0) && context.0 + 1 < code.n_regs,
            "the context has no room",
        ),
        Op::FloorDivImm { imm, .. } | Op::ModImm { imm, .. } => {
            ensure(imm.0 != 0, "divides by the constant 0")
        }
        Op::LShiftImm { imm, .. } => ensure((0..=62).contains(&imm.0), "shifts too far"),
        Op::RShiftImm { imm, .. } => ensure((0..=63).contains(&imm.0), "shifts too far"),
        Op::ArithConst { kind, right, .. } => ensure(
            kind.0 < 8 && matches!(code.consts[usize::from(right.0)], Const::Float(_)),
            "is not arithmetic with a float",
        ),
        Op::CallKw { n, names, .. } => check_keywords(code, names.0, n.0),
        Op::CallMethodKw { n, .. } => match code.ops.get(pc + 1) {
            Some(Op::Extra { value }) => check_keywords(
                code,
                code.consts
                    .get(usize::from(value.0))
                    .map_or(u16::MAX, |_| value.0),
                n.0,
            ),
            _ => Err("has no extra operand".to_owned()),
        },
        Op::Extra { .. } => ensure(
            pc > 0 && matches!(code.ops[pc - 1], Op::CallMethodKw { .. }),
            "belongs to nothing",
        ),
        Op::GenStart {} => ensure(
            pc == 0 && code.flow != Flow::Plain,
            "is not the start of suspendable code",
        ),
        Op::Return { .. } | Op::ReturnNone {} => {
            ensure(code.flow == Flow::Plain, "in suspendable code")
        }
        Op::GenReturn { .. } => ensure(code.flow != Flow::Plain, "in plain code"),
        Op::Await { .. } => ensure(code.flow != Flow::Plain, "in plain code"),
        Op::Yield { .. } | Op::YieldFrom { .. } => {
            ensure(code.flow == Flow::Generator, "outside of a generator")
        }
        Op::AsyncYield { .. } => ensure(
            code.flow == Flow::AsyncGenerator,
            "outside of an async generator",
        ),
        Op::Exit {} => Err("is never compiled".to_owned()),
        _ => Ok(()),
    }
}

fn check_keywords(code: &Code, names: u16, n: u8) -> Result<(), String> {
    let is_name = |name: &Const| matches!(name, Const::Str(_));
    match code.consts.get(usize::from(names)) {
        Some(Const::Tuple(names)) => ensure(
            names.len() <= usize::from(n) && names.iter().all(is_name),
            "has more keywords than values",
        ),
        _ => Err("has no tuple of keywords".to_owned()),
    }
}

fn check_operand(code: &Code, pc: usize, name: &str, operand: Operand) -> Result<(), String> {
    let within = |at: u16, len: usize| {
        if usize::from(at) < len {
            Ok(())
        } else {
            Err(format!("{name} {at} is out of range"))
        }
    };
    match operand {
        Operand::Dst(at) | Operand::Src(at) | Operand::Peek(at) | Operand::Reg(at) => {
            within(at, usize::from(code.n_regs))
        }
        Operand::ConstIndex(at) => within(at, code.consts.len()),
        Operand::NameIndex(at) => within(at, code.names.len()),
        Operand::GlobalIndex(at) => within(at, code.globals.len()),
        Operand::CacheIndex(at) => within(at, code.caches.len()),
        Operand::CodeIndex(at) => within(at, code.codes.len()),
        Operand::Jump(offset) => check_jump(code, pc, i64::from(offset)),
        Operand::Far(offset) => check_jump(code, pc, i64::from(offset)),
        // Windows are checked with their length.
        Operand::Window(_)
        | Operand::Imm(_)
        | Operand::Int(_)
        | Operand::Count(_)
        | Operand::Few(_)
        | Operand::Flag(_) => Ok(()),
    }
}

fn check_jump(code: &Code, pc: usize, offset: i64) -> Result<(), String> {
    let target = pc as i64 + 1 + offset;
    match usize::try_from(target).ok().and_then(|at| code.ops.get(at)) {
        None => Err(format!("jumps to {target}, outside of the code")),
        Some(Op::Extra { .. }) => Err(format!("jumps to {target}, an operand")),
        Some(_) => Ok(()),
    }
}

/// The window of an instruction: its first register and its length.
pub(super) fn window(op: Op) -> Option<(u16, usize)> {
    let (first, len) = match op {
        Op::BuildSlice { first, .. } | Op::ExcInfo { first, .. } => (first, 3),
        Op::BuildTuple { first, count, .. }
        | Op::BuildList { first, count, .. }
        | Op::BuildSet { first, count, .. }
        | Op::BuildString { first, count, .. }
        | Op::Unpack { first, count, .. } => (first, usize::from(count.0)),
        Op::BuildDict { first, count, .. } => (first, 2 * usize::from(count.0)),
        Op::UnpackStar {
            before,
            first,
            after,
            ..
        } => (first, usize::from(before.0) + 1 + usize::from(after.0)),
        Op::Call { n, a, .. }
        | Op::CallGlobal { n, a, .. }
        | Op::CallLocal { n, a, .. }
        | Op::CallKw { n, a, .. } => (a, 1 + usize::from(n.0)),
        Op::CallMethod { n, a, .. } | Op::CallMethodKw { n, a, .. } => (a, 2 + usize::from(n.0)),
        Op::CallGlobalOn { a, .. } | Op::CallMethodOn { a, .. } => {
            (super::Window(u16::from(a.0)), 2)
        }
        Op::CallEx { a, .. } | Op::LoadSuper { a, .. } => (a, 3),
        Op::FindMethod { a, .. } => (a, 2),
        Op::MakeFunction { flags, first, .. } => (first, flags.0.count_ones() as usize),
        Op::GetIter { it, .. } | Op::ForIter { it, .. } => (it, 3),
        _ => return None,
    };
    Some((first.0, len))
}

fn check_end(code: &Code) -> Result<(), String> {
    let Some(last) = code.ops.last() else {
        return Err("the code is empty".to_owned());
    };
    ensure(is_terminal(*last), "the last instruction falls off the end")?;
    ensure(
        code.flow == Flow::Plain || matches!(code.ops[0], Op::GenStart {}),
        "suspendable code does not begin with gen_start",
    )
}

/// Whether control never goes on to the next instruction.
pub(crate) fn is_terminal(op: Op) -> bool {
    matches!(
        op,
        Op::Jump { .. }
            | Op::NextTurn { .. }
            | Op::Return { .. }
            | Op::ReturnNone {}
            | Op::GenReturn { .. }
            | Op::Raise { .. }
            | Op::RaiseFrom { .. }
            | Op::RaiseBare {}
            | Op::Reraise { .. }
            | Op::AssertFail { .. }
            | Op::AssertFailBare {}
    )
}

fn check_ranges(code: &Code) -> Result<(), String> {
    let len = code.ops.len() as u32;
    let is_temporary = |register: u16| register >= code.n_locals && register < code.n_regs;
    for handler in &code.handlers {
        ensure(
            handler.start < handler.end && handler.end <= len && handler.target < len,
            "a handler leaves the code",
        )?;
        ensure(
            is_temporary(handler.exc),
            "a handler's exception is not in a temporary",
        )?;
        ensure(
            !matches!(code.ops[handler.target as usize], Op::Extra { .. }),
            "a handler leads to an operand",
        )?;
    }
    for region in &code.regions {
        ensure(
            region.start < region.end && region.end <= len && is_temporary(region.exc),
            "a region leaves the code",
        )?;
    }
    Ok(())
}

fn check_captures(code: &Code) -> Result<(), String> {
    let inside = |captures: &[u16]| captures.iter().all(|&cell| cell < code.n_locals);
    for inner in &code.codes {
        let annotate = inner.annotate.as_ref();
        let of_function = annotate.filter(|_| inner.kind == super::CodeKind::Function);
        ensure(
            inside(&inner.captures) && of_function.is_none_or(|it| inside(&it.captures)),
            "an inner code captures what is not a local",
        )?;
    }
    let own = code
        .annotate
        .as_ref()
        .filter(|_| code.kind != super::CodeKind::Function);
    ensure(
        own.is_none_or(|it| inside(&it.captures)),
        "the annotations capture what is not a local",
    )
}
