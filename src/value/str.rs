//! `str`: UTF-8 with a cached count of characters.

use std::cell::Cell;

use super::Value;
use super::kinds::{Traced, heap_type};
use crate::heap::{Heap, Ref, Tail};

/// What precedes the text.
pub(crate) struct StrHead {
    /// Characters; equal to the bytes for ASCII.
    chars: Cell<u32>,
    interned: Cell<bool>,
    /// 0 if not yet computed.
    hash: Cell<u64>,
}

/// A string object.
pub(crate) type Str = Tail<StrHead, u8>;

heap_type!(Str, Str, false);
impl Traced for Str {}

impl Str {
    #[inline(always)]
    pub(crate) fn as_str(&self) -> &str {
        // SAFETY: `new_str` is the only way to make one, from a `&str`.
        unsafe { std::str::from_utf8_unchecked(self.items()) }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many characters.
    #[inline(always)]
    pub(crate) fn n_chars(&self) -> usize {
        self.head().chars.get() as usize
    }

    #[inline(always)]
    pub(crate) fn is_ascii(&self) -> bool {
        self.n_chars() == self.len()
    }

    /// The cached hash (never 0).
    #[inline(always)]
    pub(crate) fn hash(&self) -> u64 {
        let cached = self.head().hash.get();
        if cached != 0 {
            return cached;
        }
        self.first_hash()
    }

    #[inline(never)]
    fn first_hash(&self) -> u64 {
        let hash = never_zero(hash_bytes(self.items()));
        self.head().hash.set(hash);
        hash
    }

    /// Whether both are the same text.
    #[inline]
    pub(crate) fn same_text(&self, other: &Str) -> bool {
        std::ptr::eq(self, other)
            || (self.len() == other.len()
                && !(self.is_interned() && other.is_interned())
                && same_bytes(self.items(), other.items()))
    }

    #[inline(always)]
    pub(crate) fn is_interned(&self) -> bool {
        self.head().interned.get()
    }

    pub(crate) fn mark_interned(&self) {
        self.head().interned.set(true);
    }
}

/// Whether two runs of as many bytes are the same; most are short.
#[inline]
fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    match a.len() {
        0 => true,
        n @ 1..4 => a[0] == b[0] && a[n / 2] == b[n / 2] && a[n - 1] == b[n - 1],
        4..8 => a.first_chunk::<4>() == b.first_chunk() && a.last_chunk::<4>() == b.last_chunk(),
        8..=16 => a.first_chunk::<8>() == b.first_chunk() && a.last_chunk::<8>() == b.last_chunk(),
        _ => a == b,
    }
}

/// The hash of a text, as `Str::hash` gives it.
#[inline]
pub(crate) fn name_hash(text: &str) -> u64 {
    never_zero(hash_bytes(text.as_bytes()))
}

/// 0 stands for a hash that was not computed. All bits count: sets begin their walks at the lowest.
#[inline(always)]
fn never_zero(hash: u64) -> u64 {
    if hash == 0 { 1 } else { hash }
}

/// A fast hash of bytes, for tables (not the visible `hash()`, which folds it).
#[inline]
pub(crate) fn hash_bytes(bytes: &[u8]) -> u64 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    const LAST: u64 = 0xD6E8_FEB8_6659_FD93;
    let mut hash = (bytes.len() as u64).wrapping_mul(K) ^ 0x51_7C_C1_B7_27_22_0A_95;
    if let (Some(_), Some(last)) = (bytes.get(8), bytes.last_chunk::<8>()) {
        let (chunks, _) = bytes[..bytes.len() - 1].as_chunks::<8>();
        for chunk in chunks {
            hash = fold(hash ^ u64::from_le_bytes(*chunk), K);
        }
        // The last eight bytes, some of which may have been seen.
        return fold(hash ^ u64::from_le_bytes(*last), LAST);
    }
    fold(hash ^ short_word(bytes), LAST)
}

/// Up to eight bytes in a word; with the length it tells them apart.
#[inline(always)]
fn short_word(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32;
    }
    match bytes {
        [] => 0,
        [first, .., last] => {
            let middle = bytes[bytes.len() / 2];
            u64::from(*first) | u64::from(middle) << 8 | u64::from(*last) << 16
        }
        [only] => u64::from(*only),
    }
}

#[inline(always)]
fn fold(a: u64, b: u64) -> u64 {
    let wide = u128::from(a) * u128::from(b);
    (wide as u64) ^ ((wide >> 64) as u64)
}

impl Heap {
    /// `left + right`, in place of `left` if this is its only reference.
    pub(crate) fn append_str(&self, left: Value, right: &Str) -> Value {
        let left = match left.into_ref::<Str>() {
            Ok(left) => left,
            Err(other) => return other,
        };
        if left.is_interned() {
            return Value::object(self.join_str(&left, right));
        }
        let chars = left.head().chars.get() + right.head().chars.get();
        match self.grow_bytes(left, right.items()) {
            Ok(grown) => {
                grown.head().chars.set(chars);
                grown.head().hash.set(0);
                Value::object(grown)
            }
            Err(left) => Value::object(self.join_str(&left, right)),
        }
    }

    /// The concatenation of two strings.
    pub(crate) fn join_str(&self, left: &Str, right: &Str) -> Ref<Str> {
        let chars = left.head().chars.get() + right.head().chars.get();
        let head = StrHead {
            chars: Cell::new(chars),
            interned: Cell::new(false),
            hash: Cell::new(0),
        };
        self.alloc_joined(head, left.items(), right.items())
    }

    /// Two or more characters of an ASCII string, by their bytes.
    pub(crate) fn ascii_part(&self, text: &Str, range: std::ops::Range<usize>) -> Ref<Str> {
        debug_assert!(
            text.is_ascii(),
            "positions of bytes are those of characters"
        );
        let head = StrHead {
            chars: Cell::new(range.len() as u32),
            interned: Cell::new(false),
            hash: Cell::new(0),
        };
        self.alloc_bytes(head, &text.items()[range])
    }

    /// An ASCII string whose bytes are changed one by one, in order, to other ASCII bytes.
    #[inline]
    pub(crate) fn ascii_map(&self, text: &Str, mut change: impl FnMut(u8) -> u8) -> Ref<Str> {
        debug_assert!(text.is_ascii(), "bytes are characters");
        let head = StrHead {
            chars: Cell::new(text.len() as u32),
            interned: Cell::new(false),
            hash: Cell::new(0),
        };
        let bytes = text.items();
        // The mask keeps the promise that what is made is ASCII.
        self.alloc_tail(head, bytes.len(), |at| change(bytes[at]) & 0x7f)
    }

    /// A new string object of so many characters.
    pub(crate) fn str_of_chars(&self, text: &str, chars: usize) -> Ref<Str> {
        debug_assert_eq!(text.chars().count(), chars);
        let head = StrHead {
            chars: Cell::new(chars as u32),
            interned: Cell::new(false),
            hash: Cell::new(0),
        };
        self.alloc_bytes(head, text.as_bytes())
    }

    /// A string of these ASCII bytes.
    #[inline]
    pub(crate) fn ascii_str(&self, bytes: &[u8]) -> Ref<Str> {
        debug_assert!(bytes.is_ascii(), "callers spell numbers");
        let head = StrHead {
            chars: Cell::new(bytes.len() as u32),
            interned: Cell::new(false),
            hash: Cell::new(0),
        };
        // The mask keeps the promise that what is made is ASCII.
        self.alloc_tail(head, bytes.len(), |at| bytes[at] & 0x7f)
    }

    /// A string of so many times this ASCII byte.
    pub(crate) fn ascii_fill(&self, byte: u8, times: usize) -> Ref<Str> {
        let head = StrHead {
            chars: Cell::new(times as u32),
            interned: Cell::new(false),
            hash: Cell::new(0),
        };
        self.alloc_tail(head, times, |_| byte & 0x7f)
    }

    /// An ASCII string backwards.
    pub(crate) fn ascii_reversed(&self, text: &Str) -> Ref<Str> {
        debug_assert!(text.is_ascii(), "bytes are characters");
        let head = StrHead {
            chars: Cell::new(text.len() as u32),
            interned: Cell::new(false),
            hash: Cell::new(0),
        };
        let last = text.len().wrapping_sub(1);
        self.alloc_tail(head, text.len(), |at| text.items()[last - at])
    }

    /// A new string object that is to be the only one of its text, with its hash (see `name_hash`).
    pub(crate) fn new_name(&self, text: &str, hash: u64) -> Ref<Str> {
        let new = self.new_str(text);
        new.head().hash.set(hash);
        new.mark_interned();
        new
    }

    /// A new string object.
    pub(crate) fn new_str(&self, text: &str) -> Ref<Str> {
        let chars = if text.is_ascii() {
            text.len()
        } else {
            text.chars().count()
        };
        let head = StrHead {
            chars: Cell::new(chars as u32),
            interned: Cell::new(false),
            hash: Cell::new(0),
        };
        self.alloc_bytes(head, text.as_bytes())
    }
}
