//! Exceptions as CPython 3.11 tells them, byte for byte.
//!
//! CPython has two tellers that differ in small things: the interpreter itself, for an uncaught
//! exception and for one it had to ignore, and the module `traceback`. [`Voice`] chooses. The
//! interpreter keeps white space at the end of source lines, knows "Did you mean", and draws
//! margins of groups only where a line begins of its own; the module strips, knows no
//! suggestions, and draws a margin before every line.
//!
//! Exceptions are given as a list with indexes for causes, contexts and members: whoever copies
//! them walks the objects without recursion, and cycles need no care.

use super::frame::{FrameText, format_frames};
use super::syntax::SyntaxText;
use super::unfold::{Told, unfold};

/// Groups nested deeper than this are told as `... (max_group_depth is 10)`.
pub(super) const MAX_GROUP_DEPTH: usize = 10;
/// Members of a group past this many are counted, not told.
pub(super) const MAX_GROUP_WIDTH: usize = 15;

/// Who tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The interpreter: uncaught exceptions, `sys.excepthook`, ignored exceptions.
    Interpreter,
    /// The module `traceback`: `format_exception`, `print_exc`, what `logging` prints.
    Module,
}

/// An exception with everything that is told of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct ExceptionText {
    /// The class as CPython prints it: its qualified name, with the module before it unless
    /// that is `builtins` or `__main__`.
    pub(crate) type_name: String,
    /// `str(exception)`; may be empty and may have several lines.
    pub(crate) message: String,
    /// The name for `. Did you mean: '...'?`, which only the interpreter tells.
    pub(crate) did_you_mean: Option<String>,
    /// `str` of each of `__notes__`.
    pub(crate) notes: Vec<String>,
    /// The traceback, outermost first. Without frames there is no `Traceback` line.
    pub(crate) frames: Vec<FrameText>,
    /// For `SyntaxError` and its subclasses.
    pub(crate) syntax: Option<SyntaxText>,
    /// `__cause__`.
    pub(crate) cause: Option<ExceptionIndex>,
    /// `__context__`.
    pub(crate) context: Option<ExceptionIndex>,
    /// `__suppress_context__`.
    pub(crate) suppress_context: bool,
    /// `exceptions`, if it is a `BaseExceptionGroup`.
    pub(crate) members: Option<Vec<ExceptionIndex>>,
}

/// An index into the list of exceptions that are told together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ExceptionIndex(pub(crate) u32);

/// How an exception led to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// `raise ... from cause`.
    Cause,
    /// Raised while the other was handled.
    Context,
}

impl Link {
    fn text(self) -> &'static str {
        match self {
            Link::Cause => {
                "\nThe above exception was the direct cause of the following exception:\n\n"
            }
            Link::Context => {
                "\nDuring handling of the above exception, another exception occurred:\n\n"
            }
        }
    }
}

/// What the interpreter prints on standard error for the uncaught `exceptions[0]`.
///
/// Panics if the list is empty or an index is not of the list.
pub(crate) fn uncaught_text(exceptions: &[ExceptionText]) -> String {
    format_exception(exceptions, Voice::Interpreter, true).concat()
}

/// `exceptions[0]` with traceback, members if it is a group and, if `chain`, what led to it; cut
/// into the strings that `traceback.format_exception` returns.
///
/// Panics if the list is empty or an index is not of the list.
pub(crate) fn format_exception(
    exceptions: &[ExceptionText],
    voice: Voice,
    chain: bool,
) -> Vec<String> {
    let told = unfold(exceptions, voice);
    let mut teller = Teller {
        exceptions,
        told,
        voice,
        chain,
        depth: 0,
        need_close: false,
        out: Vec::new(),
    };
    teller.tell_chain(0);
    teller.out
}

/// Class, message and notes alone; for a syntax error the place before them.
pub(crate) fn format_exception_only(exception: &ExceptionText, voice: Voice) -> Vec<String> {
    final_lines(exception, voice)
        .into_iter()
        .map(|piece| piece.text)
        .collect()
}

/// A string to print, and which of its lines get the margin of a group.
struct Piece {
    text: String,
    margin: Margin,
}

enum Margin {
    Every,
    First,
    None,
}

fn piece(text: String, margin: Margin) -> Piece {
    Piece { text, margin }
}

fn final_lines(exception: &ExceptionText, voice: Voice) -> Vec<Piece> {
    match voice {
        Voice::Interpreter => interpreter_final_lines(exception),
        Voice::Module => module_final_lines(exception),
    }
}

fn interpreter_final_lines(exception: &ExceptionText) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut message = exception.message.as_str();
    // Subclasses (IndentationError) have one caret: only the class itself has an end.
    let has_end = exception.type_name == "SyntaxError";
    let lines = exception
        .syntax
        .as_ref()
        .and_then(|syntax| syntax.interpreter_lines(has_end));
    if let Some((place, text)) = lines {
        pieces.push(piece(place, Margin::First));
        pieces.push(piece(text, Margin::None));
        message = exception
            .syntax
            .as_ref()
            .and_then(|syntax| syntax.msg.as_deref())
            .unwrap_or("None");
    }
    let mut line = class_and_message(&exception.type_name, message);
    if let Some(name) = &exception.did_you_mean {
        line.push_str(&format!(". Did you mean: '{name}'?"));
    }
    line.push('\n');
    pieces.push(piece(line, Margin::First));
    for note in &exception.notes {
        for line in python_lines(note) {
            pieces.push(piece(line.to_owned(), Margin::First));
        }
        pieces.push(piece("\n".to_owned(), Margin::None));
    }
    pieces
}

fn module_final_lines(exception: &ExceptionText) -> Vec<Piece> {
    let mut lines = Vec::new();
    match &exception.syntax {
        Some(syntax) => lines.extend(syntax.module_lines(&exception.type_name)),
        None => {
            lines.push(class_and_message(&exception.type_name, &exception.message) + "\n");
        }
    }
    for note in &exception.notes {
        lines.extend(note.split('\n').map(|line| format!("{line}\n")));
    }
    lines
        .into_iter()
        .map(|line| piece(line, Margin::Every))
        .collect()
}

fn class_and_message(type_name: &str, message: &str) -> String {
    if message.is_empty() {
        type_name.to_owned()
    } else {
        format!("{type_name}: {message}")
    }
}

/// Prints into `out`, inside `depth` levels of groups.
struct Teller<'a> {
    exceptions: &'a [ExceptionText],
    told: Vec<Told>,
    voice: Voice,
    chain: bool,
    depth: usize,
    /// The last member of a group was begun and nobody drew the line under it yet.
    need_close: bool,
    out: Vec<String>,
}

impl Teller<'_> {
    /// Tells the telling `at`, and before it what led to it.
    fn tell_chain(&mut self, at: usize) {
        let mut chain = Vec::new();
        let mut next = self.told[at].earlier.filter(|_| self.chain);
        while let Some((link, earlier)) = next {
            chain.push((link, earlier));
            next = self.told[earlier].earlier;
        }
        let need_close = self.need_close;
        let is_chained = !chain.is_empty();
        for (link, earlier) in chain.into_iter().rev() {
            self.tell(earlier);
            self.emit(piece(link.text().to_owned(), Margin::Every));
        }
        if is_chained && self.voice == Voice::Interpreter {
            // The module forgets: a group told here leaves the box around it open at the end.
            self.need_close = need_close;
        }
        self.tell(at);
    }

    fn tell(&mut self, at: usize) {
        let exceptions = self.exceptions;
        let exception = &exceptions[self.told[at].exception.0 as usize];
        match &exception.members {
            None => self.tell_one(exception, "Traceback (most recent call last):\n", '|'),
            Some(_) if self.depth > MAX_GROUP_DEPTH => {
                let text = format!("... (max_group_depth is {MAX_GROUP_DEPTH})\n");
                self.emit(piece(text, Margin::Every));
            }
            Some(members) => {
                let is_outermost = self.depth == 0;
                if is_outermost {
                    self.depth = 1;
                }
                let margin = if is_outermost { '+' } else { '|' };
                let header = "Exception Group Traceback (most recent call last):\n";
                self.tell_one(exception, header, margin);
                self.tell_members(at, members.len());
                if is_outermost {
                    self.depth = 0;
                }
            }
        }
    }

    fn tell_one(&mut self, exception: &ExceptionText, header: &str, margin: char) {
        if !exception.frames.is_empty() {
            self.emit_with(piece(header.to_owned(), Margin::Every), margin);
            for entry in format_frames(&exception.frames, self.voice) {
                self.emit(piece(entry, Margin::Every));
            }
        }
        for piece in final_lines(exception, self.voice) {
            self.emit(piece);
        }
    }

    fn tell_members(&mut self, at: usize, n_members: usize) {
        let n_boxes = n_members.min(MAX_GROUP_WIDTH + 1);
        self.need_close = false;
        for index in 0..n_boxes {
            let is_last = index + 1 == n_boxes;
            if is_last {
                // A group within the last member may draw the closing line.
                self.need_close = true;
            }
            let indent = self.indent();
            let corner = if index == 0 { "+-" } else { "  " };
            let is_rest = index >= MAX_GROUP_WIDTH;
            let title = if is_rest {
                "...".to_owned()
            } else {
                (index + 1).to_string()
            };
            self.out.push(format!(
                "{indent}{corner}+---------------- {title} ----------------\n"
            ));
            self.depth += 1;
            if is_rest {
                let more = n_members - MAX_GROUP_WIDTH;
                let plural = if more > 1 { "s" } else { "" };
                self.emit(piece(
                    format!("and {more} more exception{plural}\n"),
                    Margin::Every,
                ));
            } else if let Some(&member) = self.told[at].members.get(index) {
                self.tell_chain(member);
            }
            if is_last && self.need_close {
                let indent = self.indent();
                self.out
                    .push(format!("{indent}+------------------------------------\n"));
                self.need_close = false;
            }
            self.depth -= 1;
        }
    }

    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    fn emit(&mut self, piece: Piece) {
        self.emit_with(piece, '|');
    }

    fn emit_with(&mut self, piece: Piece, margin: char) {
        if self.depth == 0 {
            self.out.push(piece.text);
            return;
        }
        let prefix = format!("{}{margin} ", self.indent());
        let text = match (piece.margin, self.voice) {
            (Margin::None, _) => piece.text,
            (Margin::First, _) => prefix + &piece.text,
            (Margin::Every, Voice::Interpreter) => piece
                .text
                .split_inclusive('\n')
                .flat_map(|line| [&prefix, line])
                .collect(),
            (Margin::Every, Voice::Module) => python_lines(&piece.text)
                .flat_map(|line| [&prefix, line])
                .collect(),
        };
        self.out.push(text);
    }
}

/// The lines of `text` with their ends, as `str.splitlines(True)` cuts them.
fn python_lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .char_indices()
            .find(|&(at, character)| match character {
                '\r' => !rest[at + 1..].starts_with('\n'),
                '\n' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    true
                }
                _ => false,
            })
            .map_or(rest.len(), |(at, character)| at + character.len_utf8());
        let (line, after) = rest.split_at(end);
        rest = after;
        Some(line)
    })
}
