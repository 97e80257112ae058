//! Escapes and sets of regular expressions.

use super::parse::{Assert, Class, Item, Node, P, Parser, Set, as_char, flag, is_c};

impl Parser<'_> {
    fn class(&self, class: Class, negate: bool, flags: u32) -> Node {
        Node::Set(Set {
            negate: false,
            items: vec![Item::Class(class, negate)],
            ignore_case: false,
            ascii: self.ascii_only(flags),
        })
    }

    pub(super) fn escape(&mut self, flags: u32, at: usize) -> P<Node> {
        let Some(code) = self.take() else {
            return Err(self.fault("bad escape (end of pattern)", at));
        };
        let ascii = self.ascii_only(flags);
        let c = as_char(code);
        Ok(match c {
            'A' => Node::At(Assert::Start),
            'Z' => Node::At(Assert::End),
            'b' => Node::At(Assert::Word(false, ascii)),
            'B' => Node::At(Assert::Word(true, ascii)),
            'd' | 'D' => self.class(Class::Digit, c == 'D', flags),
            's' | 'S' => self.class(Class::Space, c == 'S', flags),
            'w' | 'W' => self.class(Class::Word, c == 'W', flags),
            '0' => {
                let mut value = 0;
                for _ in 0..2 {
                    match self.peek().map(as_char).and_then(|c| c.to_digit(8)) {
                        Some(digit) => value = value * 8 + digit,
                        None => break,
                    }
                    self.at += 1;
                }
                self.literal(value, flags)
            }
            '1'..='9' => return self.number_escape(c, flags, at),
            _ => {
                let value = self.common_escape(code, at)?;
                self.literal(value, flags)
            }
        })
    }

    /// `\1` and the like: a group, or three octal digits.
    fn number_escape(&mut self, first: char, flags: u32, at: usize) -> P<Node> {
        let mut digits = String::from(first);
        let octal = |c: Option<u32>| c.map(as_char).filter(|c| ('0'..='7').contains(c));
        if let Some(second) = self.peek().map(as_char).filter(char::is_ascii_digit) {
            self.at += 1;
            digits.push(second);
            if let (Some(_), Some(_), Some(third)) = (
                octal(Some(first as u32)),
                octal(Some(second as u32)),
                octal(self.peek()),
            ) {
                self.at += 1;
                digits.push(third);
                let value = u32::from_str_radix(&digits, 8).expect("octal digits");
                if value > 0o377 {
                    let text = format!("octal escape value \\{digits} outside of range 0-0o377");
                    return Err(self.fault(text, at));
                }
                return Ok(self.literal(value, flags));
            }
        }
        let group = digits.parse::<u32>().expect("two digits at most");
        if group > self.groups {
            return Err(self.fault(format!("invalid group reference {group}"), at + 1));
        }
        self.back_reference(group, flags, at)
    }

    pub(super) fn back_reference(&mut self, group: u32, flags: u32, at: usize) -> P<Node> {
        if self.open.contains(&group) {
            return Err(self.fault("cannot refer to an open group", at));
        }
        let ignore_case = flags & flag::IGNORECASE != 0;
        Ok(Node::BackRef(group, ignore_case, self.ascii_only(flags)))
    }

    /// Escapes that are the same inside and outside of sets.
    fn common_escape(&mut self, code: u32, at: usize) -> P<u32> {
        let c = as_char(code);
        let digits = match c {
            'a' => return Ok(7),
            'f' => return Ok(12),
            'n' => return Ok(10),
            'r' => return Ok(13),
            't' => return Ok(9),
            'v' => return Ok(11),
            'x' => 2,
            'u' if !self.is_bytes => 4,
            'U' if !self.is_bytes => 8,
            _ if c.is_ascii_alphanumeric() => {
                return Err(self.fault(format!("bad escape \\{c}"), at));
            }
            _ => return Ok(code),
        };
        let mut text = String::new();
        while text.len() < digits {
            match self.peek().map(as_char).filter(char::is_ascii_hexdigit) {
                Some(digit) => text.push(digit),
                None => break,
            }
            self.at += 1;
        }
        if text.len() < digits {
            return Err(self.fault(format!("incomplete escape \\{c}{text}"), at));
        }
        let value = u32::from_str_radix(&text, 16).expect("hexadecimal digits");
        if value > 0x10_ffff {
            return Err(self.fault(format!("bad escape \\{c}{text}"), at));
        }
        Ok(value)
    }

    pub(super) fn set(&mut self, flags: u32, start: usize) -> P<Node> {
        let negate = self.eat('^');
        let first = self.at;
        let mut items = Vec::new();
        loop {
            let at = self.at;
            let Some(code) = self.take() else {
                return Err(self.fault("unterminated character set", start));
            };
            if code == ']' as u32 && at > first {
                break;
            }
            let low = self.set_item(code, at)?;
            if !is_c(self.peek(), '-') {
                items.push(low);
                continue;
            }
            self.at += 1;
            let high_at = self.at;
            let Some(code) = self.take() else {
                return Err(self.fault("unterminated character set", start));
            };
            if code == ']' as u32 {
                items.push(low);
                items.push(Item::Range('-' as u32, '-' as u32));
                break;
            }
            let high = self.set_item(code, high_at)?;
            match (&low, &high) {
                (Item::Range(a, _), Item::Range(b, _)) if a <= b => {
                    items.push(Item::Range(*a, *b));
                }
                _ => {
                    let shown: String =
                        self.text[at..self.at].iter().map(|c| as_char(*c)).collect();
                    return Err(self.fault(format!("bad character range {shown}"), at));
                }
            }
        }
        Ok(Node::Set(Set {
            negate,
            items,
            ignore_case: flags & flag::IGNORECASE != 0,
            ascii: self.ascii_only(flags),
        }))
    }

    fn set_item(&mut self, code: u32, at: usize) -> P<Item> {
        if code != '\\' as u32 {
            return Ok(Item::Range(code, code));
        }
        let Some(code) = self.take() else {
            return Err(self.fault("bad escape (end of pattern)", at));
        };
        let c = as_char(code);
        let value = match c {
            'd' | 'D' => return Ok(Item::Class(Class::Digit, c == 'D')),
            's' | 'S' => return Ok(Item::Class(Class::Space, c == 'S')),
            'w' | 'W' => return Ok(Item::Class(Class::Word, c == 'W')),
            'b' => 8,
            '0'..='7' => {
                let mut value = c.to_digit(8).expect("an octal digit");
                for _ in 0..2 {
                    match self.peek().map(as_char).and_then(|c| c.to_digit(8)) {
                        Some(digit) => value = value * 8 + digit,
                        None => break,
                    }
                    self.at += 1;
                }
                value
            }
            '8' | '9' => return Err(self.fault(format!("bad escape \\{c}"), at)),
            _ => self.common_escape(code, at)?,
        };
        Ok(Item::Range(value, value))
    }
}
