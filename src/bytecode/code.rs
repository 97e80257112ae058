//! What the compiler makes of one function, class body or module: instructions and their tables.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use hoopsnake_grammar::{Source, Span};

use super::frozen::{self, Place};
use super::{NameIndex, Op};

/// A name or a text: made by the compiler, or lying in the program.
pub(crate) type Text = Cow<'static, str>;

/// Compiled code: immutable plain data, shared by every session that runs it.
///
/// Made only by the compiler's builder, whose last step is `verify`; or read from what the build made of such code
/// (`frozen.rs`). What a definition needs is here; the rest is the body, which frozen code decodes when somebody looks.
#[derive(Debug)]
pub(crate) struct Code {
    /// `f`, `<lambda>`, `<module>`, `<genexpr>`.
    pub name: Text,
    /// `outer.<locals>.f`.
    pub qualname: Text,
    pub kind: CodeKind,
    pub flow: Flow,
    pub params: ParamLayout,
    /// Registers, in the frame of the enclosing code, of the cells this code captures, in the
    /// order in which they stand here from register `params.total()` on.
    pub captures: Box<[u16]>,
    pub n_locals: u16,
    pub n_regs: u16,
    pub source: Arc<Source>,
    /// The whole definition from its first decorator on; its start is the line of `co_firstlineno`.
    pub span: Span,
    /// Makes the dict of annotations when somebody asks: plain code with no parameters that returns a dict.
    /// Its captures are registers of the code that *defines* this function (for a class body: of the class body).
    /// Inside a class body (and code compiled with a namespace) it is of `CodeKind::Class`: its one parameter is
    /// the namespace, so that annotations see the names of the class.
    pub annotate: Option<Arc<Code>>,
    /// Class body: how many distinct attributes its methods assign on their first parameter.
    pub attribute_hint: u16,
    /// What runs.
    pub body: Late<Body>,
}

/// Instructions and their tables. A `Code` gives its fields as if they were its own.
#[derive(Debug)]
pub(crate) struct Body {
    pub ops: Box<[Op]>,
    pub(crate) consts: Box<[Const]>,
    /// Names of attributes, modules and class-body variables.
    pub names: Box<[Text]>,
    /// Global variables by `GlobalIndex`: the name of each.
    pub globals: Box<[NameIndex]>,
    /// Attribute caches by `CacheIndex`: the name each is for.
    pub caches: Box<[NameIndex]>,
    /// Codes of the functions and classes defined here.
    pub codes: Box<[Arc<Code>]>,
    /// Registers among the locals that hold cells once the prologue has run (captures included).
    pub cells: Box<[u16]>,
    pub handlers: Box<[Handler]>,
    pub regions: Box<[Region]>,
    /// The names of registers `0..n_locals`; empty for hidden ones.
    pub local_names: Late<Box<[Text]>>,
    /// The span of each instruction.
    pub spans: Late<Spans>,
    /// The docstring.
    pub doc: Late<Option<Text>>,
}

impl Deref for Code {
    type Target = Body;

    fn deref(&self) -> &Body {
        &self.body
    }
}

/// A part of a code that is there, or is decoded when somebody looks.
#[derive(Debug)]
pub(crate) struct Late<T> {
    made: OnceLock<T>,
    place: Option<Place>,
}

impl<T> Late<T> {
    /// What lies at a place of the program.
    pub(super) fn frozen(place: Place) -> Late<T> {
        Late {
            made: OnceLock::new(),
            place: Some(place),
        }
    }

    /// Whether nobody has looked yet.
    pub(crate) fn is_frozen(&self) -> bool {
        self.made.get().is_none()
    }
}

impl<T> From<T> for Late<T> {
    fn from(made: T) -> Late<T> {
        Late {
            made: made.into(),
            place: None,
        }
    }
}

impl<T: frozen::Part> Deref for Late<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        match self.made.get() {
            Some(made) => made,
            None => self.thaw(),
        }
    }
}

impl<T: frozen::Part> Late<T> {
    /// The same as dereferencing, where bytes may be damaged.
    #[cfg(test)]
    pub(crate) fn look(&self) -> Result<&T, frozen::Wrong> {
        if let (None, Some(place)) = (self.made.get(), &self.place) {
            let _ = self.made.set(T::thaw(place)?);
        }
        Ok(self)
    }

    #[cold]
    fn thaw(&self) -> &T {
        let place = self.place.as_ref().expect("what is not made is frozen");
        // The build decoded and verified what it put into the program; a test does so again.
        self.made
            .get_or_init(|| T::thaw(place).expect("the program's own modules are whole"))
    }
}

/// What a code is the body of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CodeKind {
    Module,
    Function,
    /// Register 0 is the namespace.
    Class,
}

/// How a code runs when it is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Flow {
    Plain,
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// The shape of the parameters. In registers: `positional` (the first `positional_only` of them
/// by position only), then `keyword_only`, then `*args`, then `**kwargs`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct ParamLayout {
    pub positional: u16,
    pub positional_only: u16,
    pub keyword_only: u16,
    pub star: bool,
    pub double_star: bool,
}

impl ParamLayout {
    /// How many registers the parameters take.
    #[must_use]
    pub(crate) fn total(self) -> u16 {
        self.positional + self.keyword_only + u16::from(self.star) + u16::from(self.double_star)
    }
}

/// A constant, as plain data.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Const {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    /// Digits of this radix.
    BigInt {
        radix: u8,
        digits: Box<str>,
    },
    Float(f64),
    /// The imaginary part of a complex number whose real part is 0.
    Imaginary(f64),
    Str(Text),
    Bytes(Box<[u8]>),
    Tuple(Box<[Const]>),
    FrozenSet(Box<[Const]>),
}

impl Const {
    pub(crate) fn str(text: impl Into<String>) -> Const {
        Const::Str(Text::Owned(text.into()))
    }
}

/// Where an exception raised in `start..end` (instruction indices) goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    /// The temporary that receives the exception; it and all above are dropped first.
    pub exc: u16,
}

/// Where the exception in register `exc` is being handled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Region {
    pub start: u32,
    pub end: u32,
    pub exc: u16,
}

/// The span of each instruction, run-length coded.
#[derive(PartialEq, Eq, Debug, Default)]
pub(crate) struct Spans(Box<[(u32, Span)]>);

impl Spans {
    /// From pairs (first instruction, span), ascending; each holds up to the next.
    #[must_use]
    pub(crate) fn new(runs: Vec<(u32, Span)>) -> Spans {
        Spans(runs.into_boxed_slice())
    }

    /// The pairs.
    pub(super) fn runs(&self) -> &[(u32, Span)] {
        &self.0
    }

    /// The span of the instruction at `pc`.
    #[must_use]
    pub(crate) fn at(&self, pc: u32) -> Span {
        let after = self.0.partition_point(|run| run.0 <= pc);
        after
            .checked_sub(1)
            .map_or(Span::default(), |at| self.0[at].1)
    }
}
