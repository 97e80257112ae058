//! The kinds of operands: newtypes, so that a register is never taken for a constant.

macro_rules! operands {
    ($( $(#[$doc:meta])* $name:ident($ty:ty) ;)*) => {
        $( $(#[$doc])* #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
           #[repr(transparent)] pub(crate) struct $name(pub(crate) $ty); )*

        /// One operand of an instruction, for the listing and the verifier.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum Operand { $( $(#[$doc])* $name($ty), )* }

        impl Operand {
            /// The operand as a plain number.
            pub(crate) fn number(self) -> i64 {
                match self { $( Operand::$name(value) => i64::from(value), )* }
            }
        }

        $( impl From<$name> for Operand { fn from(operand: $name) -> Operand { Operand::$name(operand.0) } } )*
    };
}

operands! {
    /// A register that is written.
    Dst(u16);
    /// A register that is read (and consumed if it is a temporary).
    Src(u16);
    /// A register that is read and kept even if it is a temporary.
    Peek(u16);
    /// A register that is read and written in place.
    Reg(u16);
    /// The first of several consecutive temporaries; the instruction says how many.
    Window(u16);
    /// An index into `Code::consts`.
    ConstIndex(u16);
    /// An index into `Code::names`.
    NameIndex(u16);
    /// An index into `Code::globals`.
    GlobalIndex(u16);
    /// An index into `Code::caches`.
    CacheIndex(u16);
    /// An index into `Code::codes`.
    CodeIndex(u16);
    /// A jump relative to the next instruction, in instructions.
    Jump(i16);
    /// A jump relative to the next instruction, in instructions, of any length.
    Far(i32);
    /// A small integer operand.
    Imm(i16);
    /// An integer.
    Int(i32);
    /// How many.
    Count(u16);
    /// How many, small.
    Few(u8);
    /// A choice; the instruction says which.
    Flag(u8);
}
