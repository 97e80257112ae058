//! The entries of a traceback: file, line, function, source line, carets.

use std::borrow::Cow;
use std::sync::Arc;

use hoopsnake_grammar::{Source, Span};

use super::anchors;
use super::plain::Voice;

/// How often one place is shown before the rest is counted. Also CPython's number.
const SHOWN_REPETITIONS: usize = 3;
/// The interpreter shows this many entries, the innermost ones. Also CPython's number.
const SHOWN_FRAMES: usize = 1000;
/// What an entry's source line and carets are indented by.
const INDENT: &str = "    ";

/// One frame of a traceback.
#[derive(Debug, Clone)]
pub(crate) struct FrameText {
    /// The file as shown.
    pub(crate) file: Arc<str>,
    /// The name of the function, `<module>` for a module's body.
    pub(crate) function: Arc<str>,
    /// The line, from 1.
    pub(crate) line: u32,
    /// Where the source line comes from.
    pub(crate) code: FrameCode,
}

/// The source of a frame's line.
#[derive(Debug, Clone)]
pub(crate) enum FrameCode {
    /// Not known: `<string>`, a native module. No source line is shown.
    Unknown,
    /// A source, and what failed in it. Carets need a span that starts on the frame's line.
    Source {
        source: Arc<Source>,
        span: Option<Span>,
    },
    /// The line itself, with its indentation; with its line end if it was read from a file.
    /// For entries that a program put together (`traceback.format_list`).
    Line {
        text: Arc<str>,
        columns: Option<Columns>,
    },
}

/// Which part of a line failed: CPython's `co_positions` without the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Columns {
    /// The line on which it ends; carets go to the end of the first line if it is another.
    pub(crate) end_line: u32,
    /// First byte, from 0.
    pub(crate) start: u32,
    /// Past the last byte, on `end_line`.
    pub(crate) end: u32,
}

impl Columns {
    /// The line on which `span` starts, and its columns.
    pub(crate) fn of(source: &Source, span: Span) -> (u32, Columns) {
        let start = source.line_of(span.start);
        let end = source.line_of(span.end);
        let columns = Columns {
            end_line: end.line,
            start: start.byte_column,
            end: end.byte_column,
        };
        (start.line, columns)
    }
}

/// The entries of `frames`, outermost first, each ending in a line end, with more than three
/// equal ones folded into `[Previous line repeated 7 more times]`.
///
/// In the interpreter's voice only the last 1000 frames are shown.
pub(crate) fn format_frames(frames: &[FrameText], voice: Voice) -> Vec<String> {
    let frames = match voice {
        Voice::Interpreter => &frames[frames.len().saturating_sub(SHOWN_FRAMES)..],
        Voice::Module => frames,
    };
    let mut entries = Vec::new();
    let mut last: Option<&FrameText> = None;
    let mut count = 0;
    for frame in frames {
        let same = last.is_some_and(|last| {
            last.line == frame.line && last.file == frame.file && last.function == frame.function
        });
        if !same {
            entries.extend(repetitions(count));
            last = Some(frame);
            count = 0;
        }
        count += 1;
        if count <= SHOWN_REPETITIONS {
            entries.push(format_frame(frame, voice));
        }
    }
    entries.extend(repetitions(count));
    entries
}

fn repetitions(count: usize) -> Option<String> {
    let more = count
        .checked_sub(SHOWN_REPETITIONS)
        .filter(|&more| more > 0)?;
    let plural = if more > 1 { "s" } else { "" };
    Some(format!(
        "  [Previous line repeated {more} more time{plural}]\n"
    ))
}

/// One entry: two to three lines, each ending in a line end.
fn format_frame(frame: &FrameText, voice: Voice) -> String {
    let mut entry = format!(
        "  File \"{}\", line {}, in {}\n",
        frame.file, frame.line, frame.function
    );
    let (line, columns) = match &frame.code {
        FrameCode::Unknown => return entry,
        FrameCode::Source { source, span } => {
            if !source.has_line(frame.line) {
                return entry;
            }
            let columns = span
                .map(|span| Columns::of(source, span))
                .and_then(|(line, columns)| (line == frame.line).then_some(columns));
            let text = source.line_text(frame.line);
            let text = match voice {
                Voice::Interpreter => Cow::Borrowed(text),
                // The module counts the line end among the characters it strips.
                Voice::Module => Cow::Owned(format!("{text}\n")),
            };
            (text, columns)
        }
        FrameCode::Line { text, columns } => (Cow::Borrowed(&**text), *columns),
    };
    match voice {
        Voice::Interpreter => interpreter_line(&mut entry, &line, frame.line, columns),
        Voice::Module => module_line(&mut entry, &line, frame.line, columns),
    }
    entry
}

/// As the interpreter prints it: white space at the end stays, and counts.
fn interpreter_line(entry: &mut String, line: &str, number: u32, columns: Option<Columns>) {
    const BLANK: [char; 3] = [' ', '\t', '\x0c'];
    let line = line.trim_end_matches(['\n', '\r']);
    let shown = line.trim_start_matches(BLANK);
    entry.push_str(INDENT);
    entry.push_str(shown);
    entry.push('\n');
    let Some(columns) = columns else {
        return;
    };
    let indent = line.len() - shown.len();
    let start = characters_before(line, columns.start);
    let mut end = characters_before(line, columns.end);
    let mut marked = None;
    if columns.end_line == number {
        marked = marks(line, columns);
    } else {
        // CPython counts the characters of the line and then looks for white space at the end
        // of as many bytes; carets of lines past ASCII may be some too few or too many.
        let n_characters = line.chars().count();
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\x0c');
        let bytes = &line.as_bytes()[..n_characters];
        end = bytes
            .iter()
            .rposition(|byte| !blank(byte))
            .map_or(0, |last| last + 1);
    }
    let spans_the_line = end.checked_sub(start) == Some(shown.chars().count());
    if spans_the_line && marked.is_none() {
        return;
    }
    entry.push_str(INDENT);
    for column in indent..end {
        entry.push(match marked {
            _ if column < start => ' ',
            Some((from, to)) if column < start + from || column >= start + to => '~',
            _ => '^',
        });
    }
    entry.push('\n');
}

/// As the module `traceback` formats it.
fn module_line(entry: &mut String, line: &str, number: u32, columns: Option<Columns>) {
    let shown = line.trim_matches(is_python_space);
    if shown.is_empty() {
        return;
    }
    entry.push_str(INDENT);
    entry.push_str(shown);
    entry.push('\n');
    let Some(columns) = columns else {
        return;
    };
    let n_shown = shown.chars().count();
    let stripped = line.chars().count() - n_shown;
    let start = characters_before(line, columns.start) + 1;
    let mut end = characters_before(line, columns.end) + 1;
    let mut marked = None;
    if columns.end_line == number {
        marked = marks(line, columns);
    } else {
        end = stripped + n_shown;
    }
    let length = end.saturating_sub(start);
    if length >= n_shown && marked.is_none_or(|(from, to)| from >= to) {
        return;
    }
    entry.push_str(INDENT);
    push_repeated(entry, ' ', start.saturating_sub(stripped));
    match marked {
        Some((from, to)) => {
            push_repeated(entry, '~', from);
            push_repeated(entry, '^', to - from);
            push_repeated(entry, '~', length.saturating_sub(to));
        }
        None => push_repeated(entry, '^', length),
    }
    entry.push('\n');
}

/// What is marked apart in the failed part, in characters of that part.
fn marks(line: &str, columns: Columns) -> Option<(usize, usize)> {
    let segment = line.get(columns.start as usize..columns.end as usize)?;
    let anchors = anchors::find(segment)?;
    let start = characters_before(segment, anchors.start as u32);
    let end = characters_before(segment, anchors.end as u32);
    Some((start, end))
}

/// How many characters the first `offset` bytes of `line` make.
fn characters_before(line: &str, offset: u32) -> usize {
    let offset = (offset as usize).min(line.len());
    String::from_utf8_lossy(&line.as_bytes()[..offset])
        .chars()
        .count()
}

pub(super) fn push_repeated(text: &mut String, character: char, times: usize) {
    text.extend(std::iter::repeat_n(character, times));
}

/// Whether `str.isspace` holds: Unicode's white space and the four separators of ASCII.
pub(super) fn is_python_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\x1c'..='\x1f')
}
