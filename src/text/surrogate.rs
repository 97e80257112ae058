//! Lone surrogates. Text here is UTF-8, which cannot hold them, and programs can: so each of the 2048 code points
//! from U+D800 stands at a character of plane 13, where Unicode has assigned nothing: U+DF800 and on.
//!
//! Everything that shows or takes numbers of characters goes through here; text itself knows nothing of it.

/// The distance from a surrogate to the character that stands for it.
const SHIFT: u32 = 0xD_F800 - 0xD800;

/// The character for a code point: itself, or what stands for a surrogate. None above U+10FFFF.
pub(crate) fn to_char(code: u32) -> Option<char> {
    match code {
        0xD800..=0xDFFF => char::from_u32(code + SHIFT),
        code => char::from_u32(code),
    }
}

/// The code point that a character stands for.
pub(crate) fn code_of(c: char) -> u32 {
    surrogate(c).unwrap_or(c as u32)
}

/// The surrogate that a character stands for, if it does.
pub(crate) fn surrogate(c: char) -> Option<u32> {
    match c as u32 {
        code @ 0xD_F800..=0xD_FFFF => Some(code - SHIFT),
        _ => None,
    }
}

/// Whether a text holds a surrogate.
pub(crate) fn is_in(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.is_ascii() {
        return false;
    }
    // All begin with these two bytes and a third from A0.
    bytes
        .windows(3)
        .any(|three| three[0] == 0xF3 && three[1] == 0x9F && three[2] >= 0xA0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for code in [0x41, 0xD7FF, 0xD800, 0xDC80, 0xDFFF, 0xE000, 0x1_0FFFF] {
            let c = to_char(code).expect("a character");
            assert_eq!(code_of(c), code);
            assert_eq!(is_in(&c.to_string()), (0xD800..0xE000).contains(&code));
        }
        assert_eq!(to_char(0x11_0000), None);
    }
}
