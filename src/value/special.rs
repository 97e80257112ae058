//! The special methods, numbered.

macro_rules! special {
    ($($variant:ident = $name:literal,)*) => {
        /// A special method that the machine looks up on classes.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(crate) enum Special { $($variant),* }

        /// The names, by number.
        pub(crate) const SPECIAL_NAMES: &[&str] = &[$($name),*];
    };
}

special! {
    New = "__new__", Init = "__init__", Del = "__del__", Repr = "__repr__", Str = "__str__", Bytes = "__bytes__",
    Format = "__format__", Lt = "__lt__", Le = "__le__", Eq = "__eq__", Ne = "__ne__", Gt = "__gt__", Ge = "__ge__",
    Hash = "__hash__", Bool = "__bool__", GetAttr = "__getattr__", GetAttribute = "__getattribute__",
    SetAttr = "__setattr__", DelAttr = "__delattr__", Dir = "__dir__", Get = "__get__", Set = "__set__",
    Delete = "__delete__", SetName = "__set_name__",     InstanceCheck = "__instancecheck__", SubclassCheck = "__subclasscheck__", ClassGetItem = "__class_getitem__",
    Call = "__call__", Len = "__len__", LengthHint = "__length_hint__", GetItem = "__getitem__",
    SetItem = "__setitem__", DelItem = "__delitem__", Missing = "__missing__", Iter = "__iter__",
    Next = "__next__", Reversed = "__reversed__", Contains = "__contains__",
    Add = "__add__", Sub = "__sub__", Mul = "__mul__", Div = "__truediv__", FloorDiv = "__floordiv__",
    Mod = "__mod__", Pow = "__pow__", MatMul = "__matmul__", LShift = "__lshift__", RShift = "__rshift__",
    And = "__and__", Or = "__or__", Xor = "__xor__",
    RAdd = "__radd__", RSub = "__rsub__", RMul = "__rmul__", RDiv = "__rtruediv__", RFloorDiv = "__rfloordiv__",
    RMod = "__rmod__", RPow = "__rpow__", RMatMul = "__rmatmul__", RLShift = "__rlshift__", RRShift = "__rrshift__",
    RAnd = "__rand__", ROr = "__ror__", RXor = "__rxor__",
    IAdd = "__iadd__", ISub = "__isub__", IMul = "__imul__", IDiv = "__itruediv__", IFloorDiv = "__ifloordiv__",
    IMod = "__imod__", IPow = "__ipow__", IMatMul = "__imatmul__", ILShift = "__ilshift__", IRShift = "__irshift__",
    IAnd = "__iand__", IOr = "__ior__", IXor = "__ixor__",
    Divmod = "__divmod__", RDivmod = "__rdivmod__",
    Neg = "__neg__", Pos = "__pos__", Abs = "__abs__", Invert = "__invert__",
    Complex = "__complex__", Int = "__int__", Float = "__float__", Index = "__index__", Round = "__round__",
    Trunc = "__trunc__", Floor = "__floor__", Ceil = "__ceil__",
    Enter = "__enter__", Exit = "__exit__", Await = "__await__", AIter = "__aiter__", ANext = "__anext__",
    AEnter = "__aenter__", AExit = "__aexit__", Fspath = "__fspath__", Class = "__class__",
}

/// How many there are.
pub(crate) const N_SPECIAL: usize = SPECIAL_NAMES.len();

impl Special {
    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        SPECIAL_NAMES[self as usize]
    }
}
