//! Numbers in few bytes: seven bits a byte, the lowest first; the highest bit says that more follow.

/// The number whose low bits are its distance from zero and whose lowest is its sign.
fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

/// Appends a number of either sign.
pub(super) fn write_signed(out: &mut Vec<u8>, value: i64) {
    write(out, zigzag(value));
}

/// Appends a number.
pub(super) fn write(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Reads on from a place in some bytes. Nothing it is given makes it panic.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Reader<'a> {
        Reader { bytes, at }
    }

    /// Where the next byte is.
    pub(super) fn place(&self) -> usize {
        self.at
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// The next bytes.
    pub(super) fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(len)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    /// A number.
    #[inline]
    pub(super) fn number(&mut self) -> Option<u64> {
        let byte = self.byte()?;
        if byte < 0x80 {
            return Some(u64::from(byte));
        }
        self.rest(u64::from(byte & 0x7f))
    }

    fn rest(&mut self, mut value: u64) -> Option<u64> {
        let mut shift = 7;
        loop {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(value);
            }
            shift += 7;
        }
    }

    /// A number of either sign.
    #[inline]
    pub(super) fn signed(&mut self) -> Option<i64> {
        let value = self.number()?;
        Some((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    /// A number of any smaller type.
    #[inline]
    pub(super) fn small<T: TryFrom<u64>>(&mut self) -> Option<T> {
        self.number()?.try_into().ok()
    }

    /// How many things follow, each of at least one byte.
    pub(super) fn count(&mut self) -> Option<usize> {
        let count: usize = self.small()?;
        (count <= self.bytes.len().saturating_sub(self.at)).then_some(count)
    }

    /// A counted list of things.
    pub(super) fn list<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Box<[T]>> {
        let count = self.count()?;
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            items.push(item(self)?);
        }
        Some(items.into_boxed_slice())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let all = [
            0,
            1,
            -1,
            63,
            -64,
            64,
            127,
            128,
            300,
            -300,
            i64::MAX,
            i64::MIN,
        ];
        let mut out = Vec::new();
        for value in all {
            write_signed(&mut out, value);
        }
        let mut reader = Reader::new(&out, 0);
        for value in all {
            assert_eq!(reader.signed(), Some(value));
        }
        assert_eq!(reader.signed(), None);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        assert_eq!(Reader::new(&[0xff; 12], 0).number(), None);
        assert_eq!(Reader::new(&[0x80], 0).number(), None);
        assert_eq!(Reader::new(&[1], 7).number(), None);
        assert!(Reader::new(&[200, 1], 0).list(|it| it.byte()).is_none());
    }
}
