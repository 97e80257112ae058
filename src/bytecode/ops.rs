//! The instruction set, once.
//!
//! # Registers
//!
//! A frame has `Code::n_regs` registers of one value each:
//!
//! ```text
//! 0 .. n_params                      parameters, in the order of CPython's co_varnames:
//!                                    positional-only, positional, keyword-only, *args, **kwargs
//! n_params .. +captures.len()        cells of the enclosing functions, copied in at entry
//! .. n_locals                        the other variables; one that inner functions capture holds a cell
//! n_locals .. n_regs                 temporaries, allocated as a stack
//! ```
//!
//! In `CodeKind::Class` register 0 is the namespace (a mapping) and `n_params` is 1.
//!
//! # Rules
//!
//! - **Temporaries are consumed.** An instruction that reads a temporary as `Src` (or as part of
//!   a window) leaves it dead: the machine has moved or dropped what it held. Variables are never consumed.
//!   `Peek` operands are kept. A temporary is therefore read at most once as `Src`.
//! - **`[same]`**: if the operand called `object` is a temporary, `dst` must be that very register.
//!   (So the write of the result drops the object, at no cost.) To get the value elsewhere follow with `Take`.
//! - A `dst` may be any register. It is written after the operands are read.
//! - **Undefined.** A variable that is unbound holds the hidden value `Undef`. No instruction but
//!   `CheckLocal`, `DelLocal`, `Drop`, `MakeCell` and the cell instructions may read a variable that
//!   may be unbound: the compiler emits `CheckLocal` before such a use (once on a path is enough).
//! - **Calls.** The window of a call is `r[a]` (the callee) and the arguments after it; all of it is
//!   consumed. Windows lie wholly in temporaries, above every live temporary: the callee's own
//!   registers begin at `a + 1` and overwrite whatever is above.
//! - **Backward jumps** (negative offset) count against the budget.
//! - **Iteration** uses three consecutive temporaries (`it`, `it + 1`, `it + 2`). When the loop is left by
//!   `break` or `return`, `Drop` the first one; exhaustion drops it by itself.
//! - **Handlers.** When an instruction in `start..end` of a handler raises, every temporary from
//!   `exc` upward is dropped, the exception is put into register `exc`, and control goes to `target`.
//!   Handlers are listed innermost first.
//! - **Regions.** While pc is in `start..end` of a region, the exception in register `exc` is "being
//!   handled": it is what a bare `raise` raises and what becomes `__context__`. Innermost first.
//!   The register keeps the exception until the compiler drops it (`Drop`) at the end of the handler.

/// Calls the macro `$then` with every instruction: documentation, name = Variant { operands }.
macro_rules! for_each_op { ($then:ident) => { $then! {
    // ---- values
    /// `dst = consts[value]`.
    load_const = LoadConst { dst: Dst, value: ConstIndex };
    /// `dst = value`, an int.
    load_int = LoadInt { dst: Dst, value: Int };
    /// `dst = None`.
    load_none = LoadNone { dst: Dst };
    /// `dst = True` or `False`.
    load_bool = LoadBool { value: Flag, dst: Dst };
    /// `dst = src`; src is kept (it is a variable, or a temporary that stays alive).
    copy = Copy { dst: Dst, src: Peek };
    /// `dst = src`, and src becomes dead. src is a temporary.
    take = Take { dst: Dst, src: Src };
    /// Drops what the register holds; it becomes dead (a variable becomes unbound).
    drop = Drop { reg: Reg };
    /// Raises UnboundLocalError if the variable is unbound.
    check_local = CheckLocal { reg: Peek };
    /// Unbinds the variable. Raises UnboundLocalError if it is unbound.
    del_local = DelLocal { reg: Reg };

    // ---- cells (variables that inner functions capture)
    /// `reg = Cell(reg)`: a parameter, or an unbound variable, becomes a cell (unbound in, unbound cell).
    make_cell = MakeCell { reg: Reg };
    /// `dst = cell.value`. Raises UnboundLocalError, or NameError for a captured ("free") variable, if empty.
    load_cell = LoadCell { dst: Dst, cell: Peek };
    /// `cell.value = src`.
    store_cell = StoreCell { cell: Peek, src: Src };
    /// Empties the cell. Raises as `load_cell`.
    del_cell = DelCell { cell: Peek };

    // ---- globals and names
    /// `dst = global`. Raises NameError.
    load_global = LoadGlobal { dst: Dst, global: GlobalIndex };
    /// `global = src`.
    store_global = StoreGlobal { global: GlobalIndex, src: Src };
    /// `del global`. Raises NameError.
    del_global = DelGlobal { global: GlobalIndex };
    /// Class body: `dst = r0[name]`, else the global of that name.
    load_name = LoadName { dst: Dst, global: GlobalIndex };
    /// Class body: `dst = r0[name of the global index]`, else the value of the cell.
    load_name_cell = LoadNameCell { dst: Dst, name: NameIndex, cell: Peek };
    /// Class body: `r0[name] = src`.
    store_name = StoreName { name: NameIndex, src: Src };
    /// Class body: `del r0[name]`. Raises NameError.
    del_name = DelName { name: NameIndex };

    // ---- arithmetic. `inplace` is 1 for `a += b` (tries `__iadd__` first)
    /// `dst = left + right`.
    add = Add { inplace: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = left - right`.
    sub = Sub { inplace: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = left * right`.
    mul = Mul { inplace: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = left / right`.
    div = Div { inplace: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = left // right`.
    floor_div = FloorDiv { inplace: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = left % right`.
    mod_ = Mod { inplace: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = left ** right`.
    pow = Pow { inplace: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = left @ right`.
    mat_mul = MatMul { inplace: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = left << right`.
    lshift = LShift { inplace: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = left >> right`.
    rshift = RShift { inplace: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = left & right`.
    bit_and = BitAnd { inplace: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = left | right`.
    bit_or = BitOr { inplace: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = left ^ right`.
    bit_xor = BitXor { inplace: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = left + imm`.
    add_imm = AddImm { inplace: Flag, dst: Dst, left: Src, imm: Imm };
    /// `dst = left - imm`.
    sub_imm = SubImm { inplace: Flag, dst: Dst, left: Src, imm: Imm };
    /// `dst = left * imm`.
    mul_imm = MulImm { inplace: Flag, dst: Dst, left: Src, imm: Imm };
    /// `dst = left // imm`; imm is not 0.
    floor_div_imm = FloorDivImm { inplace: Flag, dst: Dst, left: Src, imm: Imm };
    /// `dst = left % imm`; imm is not 0.
    mod_imm = ModImm { inplace: Flag, dst: Dst, left: Src, imm: Imm };
    /// `dst = left & imm`.
    and_imm = AndImm { inplace: Flag, dst: Dst, left: Src, imm: Imm };
    /// `dst = left << imm`; imm in 0..=62.
    lshift_imm = LShiftImm { inplace: Flag, dst: Dst, left: Src, imm: Imm };
    /// `dst = left >> imm`; imm in 0..=63.
    rshift_imm = RShiftImm { inplace: Flag, dst: Dst, left: Src, imm: Imm };
    /// `dst = left (+,-,*,/) consts[right]`, the constant a float; `kind` 0 add, 1 sub, 2 mul, 3 div,
    /// and 4 more if in place (4 `+=`, 5 `-=`, 6 `*=`, 7 `/=`).
    arith_const = ArithConst { kind: Flag, dst: Dst, left: Src, right: ConstIndex };
    /// `dst = -src`.
    neg = Neg { dst: Dst, src: Src };
    /// `dst = +src`.
    pos = Pos { dst: Dst, src: Src };
    /// `dst = ~src`.
    invert = Invert { dst: Dst, src: Src };
    /// `dst = not src`.
    not = Not { dst: Dst, src: Src };

    // ---- comparison
    /// `dst = left < right`.
    lt = Lt { dst: Dst, left: Src, right: Src };
    /// `dst = left <= right`.
    le = Le { dst: Dst, left: Src, right: Src };
    /// `dst = left == right`.
    eq = Eq { dst: Dst, left: Src, right: Src };
    /// `dst = left != right`.
    ne = Ne { dst: Dst, left: Src, right: Src };
    /// `dst = left > right`.
    gt = Gt { dst: Dst, left: Src, right: Src };
    /// `dst = left >= right`.
    ge = Ge { dst: Dst, left: Src, right: Src };
    /// `dst = left is right` (`negate`: `is not`).
    is = Is { negate: Flag, dst: Dst, left: Src, right: Src };
    /// `dst = item in container` (`negate`: `not in`).
    contains = Contains { negate: Flag, dst: Dst, item: Src, container: Src };

    // ---- jumps
    /// Jumps.
    jump = Jump { to: Far };
    /// Jumps if `cond` is true.
    jump_if = JumpIf { cond: Src, to: Far };
    /// Jumps if `cond` is false.
    jump_if_not = JumpIfNot { cond: Src, to: Far };
    /// If `reg` (a temporary) is true jumps and keeps it, else drops it. For `or`.
    jump_if_keep = JumpIfKeep { reg: Reg, to: Far };
    /// If `reg` (a temporary) is false jumps and keeps it, else drops it. For `and` and chained comparison.
    jump_if_not_keep = JumpIfNotKeep { reg: Reg, to: Far };
    /// Jumps if `src is None`.
    jump_if_none = JumpIfNone { src: Src, to: Far };
    /// Jumps if `src is not None`.
    jump_if_not_none = JumpIfNotNone { src: Src, to: Far };
    /// Jumps if `left < right` is true (`sense` 1) or is not true (`sense` 0).
    jump_lt = JumpLt { sense: Flag, left: Src, right: Src, to: Jump };
    /// The same for `<=`.
    jump_le = JumpLe { sense: Flag, left: Src, right: Src, to: Jump };
    /// The same for `==`.
    jump_eq = JumpEq { sense: Flag, left: Src, right: Src, to: Jump };
    /// The same for `!=`.
    jump_ne = JumpNe { sense: Flag, left: Src, right: Src, to: Jump };
    /// The same for `>`.
    jump_gt = JumpGt { sense: Flag, left: Src, right: Src, to: Jump };
    /// The same for `>=`.
    jump_ge = JumpGe { sense: Flag, left: Src, right: Src, to: Jump };
    /// The same for `<` with a small integer on the right.
    jump_lt_imm = JumpLtImm { sense: Flag, left: Src, imm: Imm, to: Jump };
    /// The same for `<=`.
    jump_le_imm = JumpLeImm { sense: Flag, left: Src, imm: Imm, to: Jump };
    /// The same for `==`.
    jump_eq_imm = JumpEqImm { sense: Flag, left: Src, imm: Imm, to: Jump };
    /// The same for `!=`.
    jump_ne_imm = JumpNeImm { sense: Flag, left: Src, imm: Imm, to: Jump };
    /// The same for `>`.
    jump_gt_imm = JumpGtImm { sense: Flag, left: Src, imm: Imm, to: Jump };
    /// The same for `>=`.
    jump_ge_imm = JumpGeImm { sense: Flag, left: Src, imm: Imm, to: Jump };
    /// Jumps if `left is right` (`sense` 1) or is not (`sense` 0).
    jump_is = JumpIs { sense: Flag, left: Src, right: Src, to: Jump };
    /// Jumps if `item in container` is true (`sense` 1) or false (`sense` 0).
    jump_in = JumpIn { sense: Flag, item: Src, container: Src, to: Jump };

    // ---- attributes and items
    /// `dst = object.name` (the name is the cache's). `[same]`
    load_attr = LoadAttr { dst: Dst, object: Src, cache: CacheIndex };
    /// `object.name = src`.
    store_attr = StoreAttr { object: Src, src: Src, cache: CacheIndex };
    /// `del object.name`.
    del_attr = DelAttr { object: Src, name: NameIndex };
    /// `dst = object[key]`. `[same]`
    load_item = LoadItem { dst: Dst, object: Src, key: Src };
    /// `dst = object[imm]`. `[same]`
    load_item_imm = LoadItemImm { dst: Dst, object: Src, imm: Imm };
    /// `object[key] = src`.
    store_item = StoreItem { object: Src, key: Src, src: Src };
    /// `del object[key]`.
    del_item = DelItem { object: Src, key: Src };
    /// `dst = slice(r[first], r[first+1], r[first+2])`.
    build_slice = BuildSlice { dst: Dst, first: Window };

    // ---- building and unpacking
    /// `dst = (r[first], ...)`, `count` of them.
    build_tuple = BuildTuple { dst: Dst, first: Window, count: Count };
    /// `dst = (left, right)`.
    build_pair = BuildPair { dst: Dst, left: Src, right: Src };
    /// `dst = [r[first], ...]`.
    build_list = BuildList { dst: Dst, first: Window, count: Count };
    /// `dst = {r[first], ...}`.
    build_set = BuildSet { dst: Dst, first: Window, count: Count };
    /// `dst = {r[first]: r[first+1], ...}`, `count` pairs.
    build_dict = BuildDict { dst: Dst, first: Window, count: Count };
    /// `dst = "".join(r[first], ...)`; all are str.
    build_string = BuildString { dst: Dst, first: Window, count: Count };
    /// `dst = format(src)`: conversion 0 none, 1 str, 2 repr, 3 ascii; then format with the empty spec.
    format_value = FormatValue { conversion: Flag, dst: Dst, src: Src };
    /// The same with the spec (a str) in `spec`.
    format_spec = FormatSpec { conversion: Flag, dst: Dst, src: Src, spec: Src };
    /// `list.append(src)`; list is a list.
    list_append = ListAppend { list: Peek, src: Src };
    /// `list.extend(src)`; raises CPython's error for `*src` that is not iterable.
    list_extend = ListExtend { list: Peek, src: Src };
    /// `set.add(src)`.
    set_add = SetAdd { set: Peek, src: Src };
    /// `set.update(src)`.
    set_update = SetUpdate { set: Peek, src: Src };
    /// `dict[key] = src`.
    dict_set = DictSet { dict: Peek, key: Src, src: Src };
    /// `dict.update(src)`, for `{**src}`.
    dict_update = DictUpdate { dict: Peek, src: Src };
    /// `dict.update(src)` for `f(**src)`: a repeated key raises TypeError. `callee` (kept) names the function in it.
    dict_merge = DictMerge { dict: Peek, src: Src, callee: Peek };
    /// `dst = tuple(list)`, where `list` is a temporary list made by this code; `[same]` for `object`.
    list_to_tuple = ListToTuple { dst: Dst, object: Src };
    /// Unpacks `src` into exactly `count` registers from `first`, in order.
    unpack = Unpack { src: Src, first: Window, count: Count };
    /// Unpacks `src`: `before` values, a list of the rest, `after` values, into registers from `first`.
    unpack_star = UnpackStar { before: Few, src: Src, first: Window, after: Count };

    // ---- calls. The result goes to `dst`.
    /// `dst = r[a](r[a+1], ... n)`.
    call = Call { n: Few, a: Window, dst: Dst };
    /// `dst = global(r[a+1], ... n)`; `r[a]` is free scratch, nothing need be in it.
    call_global = CallGlobal { n: Few, a: Window, dst: Dst, global: GlobalIndex };
    /// `dst = global(src)`, src a variable (bound): a native takes it where it lies; `r[a]` and `r[a+1]` are scratch.
    call_global_on = CallGlobalOn { a: Few, dst: Dst, src: Peek, global: GlobalIndex };
    /// `dst = func(r[a+1], ... n)`, func a variable (bound); `r[a]` is scratch.
    call_local = CallLocal { n: Few, a: Window, dst: Dst, func: Peek };
    /// Before the arguments of a `call_method` are evaluated: looks the method of `r[a+1]` up, so that a missing one is noticed
    /// now. `r[a]` is what will be called, if that is an object that no cache can hold; else nothing.
    find_method = FindMethod { a: Window, cache: CacheIndex };
    /// `dst = r[a+1].name(r[a+2], ... n)`: n arguments besides the object; name is the cache's; `r[a]` is
    /// scratch, or what `find_method` found.
    call_method = CallMethod { n: Few, a: Window, dst: Dst, cache: CacheIndex };
    /// `dst = object.name()`, object a variable (bound); the rest is as in `call_global_on`.
    call_method_on = CallMethodOn { a: Few, dst: Dst, object: Peek, cache: CacheIndex };
    /// `dst = r[a](...)`: n values after the callee, the last `len(names)` of them keyword arguments whose names
    /// are the tuple of str `consts[names]`.
    call_kw = CallKw { n: Few, a: Window, dst: Dst, names: ConstIndex };
    /// `dst = r[a+1].name(...)` with keywords: `r[a]` scratch, the object, n values. The name is that of the cache
    /// `cache`; `consts[index]` of the keyword names is the `Extra` op that follows.
    call_method_kw = CallMethodKw { n: Few, a: Window, dst: Dst, cache: CacheIndex };
    /// `super().name(...)`: `r[a]` is `super`, `r[a+1]` the object, `r[a+2]` the class of the running code. Afterwards `r[a]` can be
    /// called with `r[a+1]` before the arguments; the name is the cache's.
    load_super = LoadSuper { a: Window, cache: CacheIndex };
    /// Operand of the instruction before it; never executed by itself.
    extra = Extra { value: ConstIndex };
    /// `dst = r[a](*r[a+1], **r[a+2])`; `r[a+1]` is a list or tuple, `r[a+2]` a dict or None.
    call_ex = CallEx { a: Window, dst: Dst };
    /// `dst = __build_class__` of the builtins.
    load_build_class = LoadBuildClass { dst: Dst };

    // ---- functions
    /// `dst` = a function over `codes[code]`. What `flags` names is in registers from `first`, in this order:
    /// 1: a tuple of defaults; 2: a dict of keyword-only defaults.
    make_function = MakeFunction { flags: Flag, dst: Dst, code: CodeIndex, first: Window };
    /// Returns `src` (moved) from plain code.
    ret = Return { src: Src };
    /// Returns None from plain code.
    ret_none = ReturnNone {};
    /// Returns `src` from a generator, coroutine or async generator.
    gen_return = GenReturn { src: Src };
    /// First instruction of every generator, coroutine and async generator: nothing; marks "not yet started".
    gen_start = GenStart {};

    // ---- iteration
    /// `it = iter(src)`; uses `it`, `it+1`, `it+2`. `src` may be the register `it`.
    get_iter = GetIter { it: Window, src: Src };
    /// `dst = iter(src)` as one value: the first iterator of a generator expression, which `get_iter` takes there.
    iter_object = IterObject { dst: Dst, src: Src };
    /// `dst = next(it)`, or drops `it` and jumps if it is exhausted.
    for_iter = ForIter { it: Window, dst: Dst, to: Jump };
    /// Jumps back to the `ForIter` at the top of a loop, and does it.
    next_turn = NextTurn { to: Far };
    /// `dst = aiter(src)`.
    get_aiter = GetAIter { dst: Dst, src: Src };
    /// `dst = it.__anext__()`, an awaitable.
    get_anext = GetANext { dst: Dst, it: Peek };
    /// In the handler of an `async for`: if `exc` is StopAsyncIteration drops it, else raises it again.
    end_async_for = EndAsyncFor { exc: Reg };

    // ---- suspension
    /// `dst = await src`.
    await_ = Await { dst: Dst, src: Src };
    /// Gives `src` to the resumer of a generator; when resumed `dst` = what was sent. `dst` is a temporary or variable.
    yield_ = Yield { dst: Dst, src: Src };
    /// The same in an async generator.
    async_yield = AsyncYield { dst: Dst, src: Src };
    /// `dst = yield from src`.
    yield_from = YieldFrom { dst: Dst, src: Src };

    // ---- exceptions
    /// `raise exc from cause`.
    raise_from = RaiseFrom { exc: Src, cause: Src };
    /// `raise exc`.
    raise = Raise { exc: Src };
    /// Raises the handled exception in `exc` again, keeping its traceback: end of `finally` and unmatched `except`,
    /// and a bare `raise` inside a handler of the same code.
    reraise = Reraise { exc: Src };
    /// A bare `raise` that is not inside a handler of this code: raises what the callers handle, or RuntimeError.
    raise_bare = RaiseBare {};
    /// Jumps if the exception in `exc` does not match `type` (a class or tuple of classes).
    jump_if_not_match = JumpIfNotMatch { exc: Peek, type_: Src, to: Jump };
    /// `except* type`: splits the exception in `rest` (a BaseException; None if nothing is left). `dst` = the matching
    /// group, or None; `rest` = what did not match, or None. A naked exception that matches is wrapped in a group.
    split_group = SplitGroup { dst: Dst, rest: Reg, type_: Src };
    /// End of `except*`: `errors` is a list of what the handlers raised, `rest` the unmatched exception or None,
    /// `original` the exception caught. Raises the combination CPython raises, or goes on if there is nothing.
    finish_groups = FinishGroups { errors: Src, rest: Src, original: Peek };
    /// `assert` failed: raises AssertionError, with `src` as its argument.
    assert_fail = AssertFail { src: Src };
    /// `assert` failed without a message.
    assert_fail_bare = AssertFailBare {};

    // ---- match. None of these consumes the subject.
    /// Jumps unless `subject` is a sequence to patterns: list, tuple, range, deque, a subclass of
    /// `collections.abc.Sequence`; never str, bytes, bytearray.
    jump_if_not_sequence = JumpIfNotSequence { subject: Peek, to: Far };
    /// Jumps unless `subject` is a mapping to patterns: dict, a subclass of `collections.abc.Mapping`.
    jump_if_not_mapping = JumpIfNotMapping { subject: Peek, to: Far };
    /// Jumps unless `len(subject) == count` (`at_least` 1: unless `len(subject) >= count`).
    jump_if_not_length = JumpIfNotLength { at_least: Flag, subject: Peek, count: Count, to: Jump };
    /// `dst` = the tuple of `subject[key]` for each of the tuple `keys`, or None if one is missing (as `get` with
    /// a default of its own tells). Raises ValueError if a key is repeated.
    match_keys = MatchKeys { dst: Dst, subject: Peek, keys: Src };
    /// `class`, a temporary with a class, becomes the tuple of the subject's attributes: `positional` ones by
    /// `__match_args__` (or the subject itself, for the builtin types), then those named by the tuple `consts[names]`;
    /// or None if the subject is no instance or lacks one. Raises TypeError as CPython does.
    match_class = MatchClass { positional: Few, class: Reg, subject: Peek, names: ConstIndex };

    // ---- with
    /// `r[context+1] = type(r[context]).__enter__` bound, then `r[context] = __exit__` bound.
    /// Raises TypeError if the object has no context manager methods.
    with_lookup = WithLookup { context: Reg };
    /// The same for `__aenter__` and `__aexit__`.
    async_with_lookup = AsyncWithLookup { context: Reg };
    /// Fills three registers from `first` with `type(exc), exc, exc.__traceback__`.
    exc_info = ExcInfo { exc: Peek, first: Window };

    // ---- modules
    /// `dst = __import__(names[name], globals, locals, consts[from_names], level)`; `from_names` is a tuple of str or None.
    import_name = ImportName { level: Few, dst: Dst, name: NameIndex, from_names: ConstIndex };
    /// `dst = getattr(module, name)` or the submodule of that name; raises ImportError.
    import_from = ImportFrom { dst: Dst, module: Peek, name: NameIndex };
    /// `from module import *` into the globals.
    import_star = ImportStar { module: Src };
    /// Interactive mode: shows the value of an expression statement (`sys.displayhook`).
    print_expr = PrintExpr { src: Src };
    /// The bottom frame of a run returns to this; never emitted by the compiler.
    exit = Exit {};
} } }

macro_rules! define_ops {
    ($( $(#[$doc:meta])* $name:ident = $variant:ident { $($field:ident : $kind:ident),* } ;)*) => {
        /// One instruction: eight bytes.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(crate) enum Op { $( $(#[$doc])* $variant { $($field: super::$kind),* }, )* }

        impl Op {
            /// The name of the instruction, as the listing shows it.
            #[must_use]
            pub(crate) fn name(self) -> &'static str {
                match self { $( Op::$variant { .. } => stringify!($name).trim_end_matches('_'), )* }
            }

            /// Calls `visit` with the name and kind of every operand, in the order of the table.
            pub(crate) fn operands(self, mut visit: impl FnMut(&'static str, super::Operand)) {
                match self { $( Op::$variant { $($field),* } => { $( visit(stringify!($field), $field.into()); )* let _ = &mut visit; } )* }
            }
        }
    };
}
for_each_op!(define_ops);

const _: () = assert!(size_of::<Op>() == 8);
