//! Code that the build compiled and verified, as it lies in the program; and reading it, part by part.
//!
//! ```text
//! library  "hoopfrz1", the number of modules, a row for each, then what the rows name
//! row      the places and lengths of name, unit and source; 1 for a package        (seven u32)
//! unit     the place of the module's code, the length of the codes, the number of texts  (three u32);
//!          the end of each text (three bytes each); the codes; the texts
//! code     head, then body, then what is decoded by itself: local names, docstring, spans
//! ```
//!
//! Places are counted from the start of the library, of a unit's codes, of its texts. All that is in codes is numbers of
//! `pack.rs`. Reading is checked: what is wrong gives an error. That the registers and indices of an instruction are in
//! range is *not* checked here: `verify` did that when the build had compiled the code, and nothing else is frozen.

use std::sync::Arc;

use hoopsnake_grammar::{Source, Span};

use super::pack::Reader;
use super::{
    Body, Code, CodeKind, Const, Flow, Handler, Late, NameIndex, Op, ParamLayout, Region, Spans,
    Text,
};

/// The beginning of a library; the digit is the version of the layout.
pub(super) const MAGIC: &[u8] = b"hoopfrz1";
/// Up to the rows.
pub(super) const HEADER: usize = MAGIC.len() + 4;
pub(super) const ROW: usize = 7 * 4;
/// The bytes of the end of a text.
pub(super) const END: usize = 3;

/// The bytes are no library, or a damaged one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Wrong;

type Read<T> = Result<T, Wrong>;

/// The modules that are part of the program.
#[derive(Clone, Copy)]
pub(crate) struct Library(&'static [u8]);

/// One of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frozen {
    pub(crate) name: &'static str,
    pub(crate) package: bool,
    unit: &'static [u8],
    source: &'static [u8],
}

impl Library {
    pub(crate) const fn new(bytes: &'static [u8]) -> Library {
        Library(bytes)
    }

    /// How many modules there are.
    pub(crate) fn len(self) -> Read<usize> {
        if !self.0.starts_with(MAGIC) {
            return Err(Wrong);
        }
        let len = fixed(self.0, MAGIC.len()).ok_or(Wrong)?;
        if self.0.len() < HEADER + len * ROW {
            return Err(Wrong);
        }
        Ok(len)
    }

    /// The module at a place of the list.
    pub(crate) fn row(self, index: usize) -> Read<Frozen> {
        let row = HEADER + index * ROW;
        let part = |which: usize| {
            let at = fixed(self.0, row + which * 8)?;
            let len = fixed(self.0, row + which * 8 + 4)?;
            self.0.get(at..at.checked_add(len)?)
        };
        let read = || {
            Some(Frozen {
                name: std::str::from_utf8(part(0)?).ok()?,
                unit: part(1)?,
                source: part(2)?,
                package: fixed(self.0, row + ROW - 4)? != 0,
            })
        };
        read().ok_or(Wrong)
    }

    /// The module of a name.
    pub(crate) fn find(self, name: &str) -> Read<Option<Frozen>> {
        let (mut from, mut to) = (0, self.len()?);
        while from < to {
            let middle = usize::midpoint(from, to);
            let row = self.row(middle)?;
            match row.name.cmp(name) {
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Equal => return Ok(Some(row)),
                std::cmp::Ordering::Greater => to = middle,
            }
        }
        Ok(None)
    }
}

impl Frozen {
    /// The text of the module.
    pub(crate) fn text(&self) -> Read<String> {
        super::unsqueeze(self.source).ok_or(Wrong)
    }

    /// The code of the module. It is decoded as far as somebody looks.
    pub(crate) fn code(&self, source: &Arc<Source>) -> Read<Arc<Code>> {
        let unit = Unit::open(self.unit, source).ok_or(Wrong)?;
        let root = unit.root;
        let place = Place {
            unit: Arc::new(unit),
            at: root,
        };
        place.code().ok_or(Wrong)
    }
}

fn fixed(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
}

/// The codes of one module.
#[derive(Debug)]
struct Unit {
    source: Arc<Source>,
    root: usize,
    ends: &'static [u8],
    codes: &'static [u8],
    /// All texts in one: that is checked once.
    texts: &'static str,
}

impl Unit {
    fn open(bytes: &'static [u8], source: &Arc<Source>) -> Option<Unit> {
        let (root, codes, texts) = (fixed(bytes, 0)?, fixed(bytes, 4)?, fixed(bytes, 8)?);
        let mut reader = Reader::new(bytes, 12);
        let ends = reader.take(texts.checked_mul(END)?)?;
        let codes = reader.take(codes)?;
        let texts = std::str::from_utf8(bytes.get(reader.place()..)?).ok()?;
        Some(Unit {
            source: source.clone(),
            root,
            ends,
            codes,
            texts,
        })
    }

    fn text(&self, number: usize) -> Option<&'static str> {
        let end = |number: usize| {
            let at = number.checked_mul(END)?;
            let bytes = self.ends.get(at..at.checked_add(END)?)?;
            Some(usize::from(bytes[0]) | usize::from(bytes[1]) << 8 | usize::from(bytes[2]) << 16)
        };
        let start = match number.checked_sub(1) {
            Some(before) => end(before)?,
            None => 0,
        };
        self.texts.get(start..end(number)?)
    }

    fn read_text(&self, reader: &mut Reader) -> Option<Text> {
        Some(Text::Borrowed(self.text(reader.small()?)?))
    }
}

/// A place among the codes of a module.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    unit: Arc<Unit>,
    at: usize,
}

impl Place {
    fn moved(&self, at: usize) -> Place {
        Place {
            unit: self.unit.clone(),
            at,
        }
    }

    fn reader(&self) -> Reader<'static> {
        Reader::new(self.unit.codes, self.at)
    }

    /// The head of the code here; its body is left for later.
    fn code(&self) -> Option<Arc<Code>> {
        let (unit, mut reader) = (&*self.unit, self.reader());
        let bits = reader.byte()?;
        let kind = match bits & 3 {
            0 => CodeKind::Module,
            1 => CodeKind::Function,
            2 => CodeKind::Class,
            _ => return None,
        };
        let flow = match bits >> 2 & 3 {
            0 => Flow::Plain,
            1 => Flow::Generator,
            2 => Flow::Coroutine,
            _ => Flow::AsyncGenerator,
        };
        let params = ParamLayout {
            positional: reader.small()?,
            positional_only: reader.small()?,
            keyword_only: reader.small()?,
            star: bits & 0x10 != 0,
            double_star: bits & 0x20 != 0,
        };
        let (n_locals, n_regs, attribute_hint) =
            (reader.small()?, reader.small()?, reader.small()?);
        let (name, qualname) = (unit.read_text(&mut reader)?, unit.read_text(&mut reader)?);
        let start: u32 = reader.small()?;
        let span = Span::new(start, start.checked_add(reader.small()?)?);
        let captures = reader.list(|it| it.small())?;
        let annotate = match bits & 0x40 {
            0 => None,
            _ => Some(self.inner(&mut reader)?),
        };
        Some(Arc::new(Code {
            name,
            qualname,
            kind,
            flow,
            params,
            captures,
            n_locals,
            n_regs,
            source: unit.source.clone(),
            span,
            annotate,
            attribute_hint,
            body: Late::frozen(self.moved(reader.place())),
        }))
    }

    /// A code that lies before this place, as codes inside another do.
    fn inner(&self, reader: &mut Reader) -> Option<Arc<Code>> {
        let at = reader.small()?;
        if at >= self.at {
            return None;
        }
        self.moved(at).code()
    }
}

/// What is decoded by itself.
pub(crate) trait Part: Sized {
    /// Reads it from its place.
    fn thaw(place: &Place) -> Read<Self>;
}

impl Part for Body {
    fn thaw(place: &Place) -> Read<Body> {
        read_body(place).ok_or(Wrong)
    }
}

fn read_body(place: &Place) -> Option<Body> {
    let (unit, mut reader) = (&*place.unit, place.reader());
    let names = reader.list(|it| unit.read_text(it))?;
    let globals = reader.list(|it| it.small().map(NameIndex))?;
    let caches = reader.list(|it| it.small().map(NameIndex))?;
    let codes = reader.list(|it| place.inner(it))?;
    let cells = reader.list(|it| it.small())?;
    let handlers = reader.list(|it| {
        Some(Handler {
            start: it.small()?,
            end: it.small()?,
            target: it.small()?,
            exc: it.small()?,
        })
    })?;
    let regions = reader.list(|it| {
        Some(Region {
            start: it.small()?,
            end: it.small()?,
            exc: it.small()?,
        })
    })?;
    let consts = reader.list(|it| read_const(unit, it, 0))?;
    let ops = reader.list(|it| Op::from_number(it.byte()?, || it.signed()))?;
    let len = reader.small()?;
    let local_names = Late::frozen(place.moved(reader.place()));
    reader.take(len)?;
    let doc = Late::frozen(place.moved(reader.place()));
    reader.number()?;
    let spans = Late::frozen(place.moved(reader.place()));
    Some(Body {
        ops,
        consts,
        names,
        globals,
        caches,
        codes,
        cells,
        handlers,
        regions,
        local_names,
        spans,
        doc,
    })
}

/// Tuples in tuples are not deeper than a program can write them.
const DEEPEST: u32 = 200;

fn read_const(unit: &Unit, reader: &mut Reader, depth: u32) -> Option<Const> {
    if depth > DEEPEST {
        return None;
    }
    let float = |reader: &mut Reader| {
        let bits = reader.take(8)?.try_into().ok()?;
        Some(f64::from_bits(u64::from_le_bytes(bits)))
    };
    Some(match reader.byte()? {
        0 => Const::None,
        1 => Const::Ellipsis,
        2 => Const::Bool(false),
        3 => Const::Bool(true),
        4 => Const::Int(reader.signed()?),
        5 => Const::BigInt {
            radix: reader.byte().filter(|radix| (2..=36).contains(radix))?,
            digits: unit.text(reader.small()?)?.into(),
        },
        6 => Const::Float(float(reader)?),
        7 => Const::Imaginary(float(reader)?),
        8 => Const::Str(unit.read_text(reader)?),
        9 => {
            let len = reader.count()?;
            Const::Bytes(reader.take(len)?.into())
        }
        10 => Const::Tuple(reader.list(|it| read_const(unit, it, depth + 1))?),
        11 => Const::FrozenSet(reader.list(|it| read_const(unit, it, depth + 1))?),
        _ => return None,
    })
}

impl Part for Box<[Text]> {
    fn thaw(place: &Place) -> Read<Self> {
        let read = place.reader().list(|it| place.unit.read_text(it));
        read.ok_or(Wrong)
    }
}

impl Part for Option<Text> {
    fn thaw(place: &Place) -> Read<Self> {
        let number: usize = place.reader().small().ok_or(Wrong)?;
        match number.checked_sub(1) {
            Some(number) => {
                let text = place.unit.text(number).ok_or(Wrong)?;
                Ok(Some(Text::Borrowed(text)))
            }
            None => Ok(None),
        }
    }
}

impl Part for Spans {
    fn thaw(place: &Place) -> Read<Spans> {
        let (mut pc, mut start) = (0u32, 0u32);
        let moved = |from: u32, by: i64| u32::try_from(i64::from(from).checked_add(by)?).ok();
        let runs = place.reader().list(|it| {
            pc = pc.checked_add(it.small()?)?;
            start = moved(start, it.signed()?)?;
            let end = moved(start, it.signed()?)?;
            Some((pc, Span::new(start, end)))
        });
        Ok(Spans::new(runs.ok_or(Wrong)?.into_vec()))
    }
}
