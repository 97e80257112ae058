//! `_fnmatch`: whether a name fits a pattern of the shell's kind.

use crate::value::{Str, Value};
use crate::vm::{Def, R, Vm, def};

use super::NativeModule;

/// What fits one character of a name, or any number of them.
enum Piece {
    Any,
    One,
    Char(char),
    /// Ranges, both ends included; whether what is in none of them fits.
    Set(Vec<(char, char)>, bool),
}

impl Piece {
    fn fits(&self, c: char) -> bool {
        match self {
            Piece::Any | Piece::One => true,
            Piece::Char(own) => *own == c,
            Piece::Set(ranges, negated) => {
                ranges.iter().any(|&(low, high)| low <= c && c <= high) != *negated
            }
        }
    }
}

/// The set that begins behind `[`, and where it ends; None if it does not.
fn set(pattern: &[char], start: usize) -> Option<(Piece, usize)> {
    let negated = pattern.get(start) == Some(&'!');
    let first = start + usize::from(negated);
    // A `]` at the very beginning is one of the characters.
    let end = first + 1 + pattern.get(first + 1..)?.iter().position(|c| *c == ']')?;
    let (mut at, mut ranges) = (first, Vec::new());
    while at < end {
        let high = if at + 2 < end && pattern[at + 1] == '-' {
            at + 2
        } else {
            at
        };
        ranges.push((pattern[at], pattern[high]));
        at = high + 1;
    }
    Some((Piece::Set(ranges, negated), end + 1))
}

fn pieces(pattern: &str) -> Vec<Piece> {
    let pattern: Vec<char> = pattern.chars().collect();
    let (mut at, mut pieces) = (0, Vec::new());
    while at < pattern.len() {
        let (piece, next) = match pattern[at] {
            '*' => (Piece::Any, at + 1),
            '?' => (Piece::One, at + 1),
            '[' => set(&pattern, at + 1).unwrap_or((Piece::Char('['), at + 1)),
            c => (Piece::Char(c), at + 1),
        };
        pieces.push(piece);
        at = next;
    }
    pieces
}

/// Goes back to the last `*` only: what an earlier one took is as good as anything else.
fn fits(vm: &mut Vm, name: &[char], pieces: &[Piece]) -> R<bool> {
    let (mut at, mut piece) = (0, 0);
    let mut retry = None;
    loop {
        match pieces.get(piece) {
            Some(Piece::Any) => {
                retry = Some((at, piece));
                piece += 1;
                continue;
            }
            Some(one) if at < name.len() && one.fits(name[at]) => {
                (at, piece) = (at + 1, piece + 1);
                continue;
            }
            None if at == name.len() => return Ok(true),
            _ => {}
        }
        match retry {
            Some((taken, star)) if taken < name.len() => {
                vm.tick()?;
                retry = Some((taken + 1, star));
                (at, piece) = (taken + 1, star + 1);
            }
            _ => return Ok(false),
        }
    }
}

fn text(vm: &mut Vm, value: &Value) -> R<String> {
    match vm.cast::<Str>(value) {
        Some(text) => Ok(text.as_str().to_string()),
        None => Err(vm.type_error("expected a string")),
    }
}

/// `_filter(names, pattern)`: the list of those that fit.
fn filter(vm: &mut Vm, args: &[Value]) -> R {
    let pieces = pieces(&text(vm, &args[1])?);
    let mut found = Vec::new();
    let iterator = vm.iter(&args[0])?;
    while let Some(name) = vm.next(&iterator)? {
        vm.tick()?;
        let chars: Vec<char> = text(vm, &name)?.chars().collect();
        if fits(vm, &chars, &pieces)? {
            found.push(name);
        }
    }
    Ok(Value::object(vm.heap.new_list(found)))
}

fn fits_def(vm: &mut Vm, args: &[Value]) -> R {
    let name: Vec<char> = text(vm, &args[0])?.chars().collect();
    let pattern = text(vm, &args[1])?;
    fits(vm, &name, &pieces(&pattern)).map(Value::bool)
}

const FUNCTIONS: &[Def] = &[
    def("fits", fits_def, "name, pattern, /"),
    def("filter", filter, "names, pattern, /"),
];

pub(super) const MODULE: NativeModule = NativeModule {
    name: "_fnmatch",
    functions: FUNCTIONS,
    setup: None,
};
