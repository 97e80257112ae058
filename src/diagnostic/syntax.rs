//! Source text that is wrong, in CPython's words and drawn.

use std::sync::Arc;

use hoopsnake_grammar::{Source, Span};

use super::frame::{is_python_space, push_repeated};
use super::plain::ExceptionText;
use super::report::{Label, Report};

/// More carets than any line needs. A program may set `end_offset` to a million million.
const MAX_CARETS: usize = 10_000;

/// The attributes of a `SyntaxError`, as a program may have set them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SyntaxText {
    /// `msg`; `None` if it is `None`.
    pub(crate) msg: Option<String>,
    /// `filename`.
    pub(crate) file: Option<String>,
    /// `lineno`, from 1.
    pub(crate) line: Option<i64>,
    /// `end_lineno`.
    pub(crate) end_line: Option<i64>,
    /// `offset`: in characters of `text`, from 1.
    pub(crate) offset: Option<i64>,
    /// `end_offset`: past the last character.
    pub(crate) end_offset: Option<i64>,
    /// `text`: the line as it stands in the file.
    pub(crate) text: Option<String>,
}

impl SyntaxText {
    /// As the interpreter prints it before the message: the `File` line, and the source line
    /// with its carets (which may be empty). `None` if there is no line number: then CPython
    /// treats the exception as any other. Without `has_end` there is one caret.
    pub(super) fn interpreter_lines(&self, has_end: bool) -> Option<(String, String)> {
        let line = self.line?;
        let file = self.file.as_deref().unwrap_or("<string>");
        let place = format!("  File \"{file}\", line {line}\n");
        let Some(text) = &self.text else {
            return Some((place, String::new()));
        };
        let offset = self.offset.unwrap_or(-1);
        let end_offset = if !has_end {
            offset
        } else if self.end_line.is_some_and(|end_line| end_line > line) {
            text.len() as i64
        } else {
            self.end_offset.unwrap_or(offset).min(text.len() as i64 + 1)
        };
        Some((place, interpreter_source_lines(text, offset, end_offset)))
    }

    /// All lines as the module `traceback` formats them, with the message.
    pub(super) fn module_lines(&self, type_name: &str) -> Vec<String> {
        let mut lines = Vec::new();
        let mut suffix = String::new();
        let file = self.file.as_deref();
        if let Some(line) = self.line {
            let file = file.filter(|file| !file.is_empty()).unwrap_or("<string>");
            lines.push(format!("  File \"{file}\", line {line}\n"));
        } else if let Some(file) = file {
            suffix = format!(" ({file})");
        }
        if let Some(text) = &self.text {
            let whole = text.trim_end_matches('\n');
            let shown = whole.trim_start_matches([' ', '\n', '\x0c']);
            lines.push(format!("    {shown}\n"));
            let spaces = (whole.len() - shown.len()) as i64;
            lines.extend(
                self.offset
                    .and_then(|offset| self.module_carets(shown, spaces, offset)),
            );
        }
        let msg = self.msg.as_deref().filter(|msg| !msg.is_empty());
        lines.push(format!(
            "{type_name}: {}{suffix}\n",
            msg.unwrap_or("<no detail available>")
        ));
        lines
    }

    fn module_carets(&self, shown: &str, spaces: i64, offset: i64) -> Option<String> {
        let mut end_offset = self.end_offset.filter(|&end| end != 0).unwrap_or(offset);
        if offset == end_offset || end_offset == -1 {
            end_offset = offset.saturating_add(1);
        }
        let column = usize::try_from(offset.saturating_sub(1).saturating_sub(spaces)).ok()?;
        let mut line = "    ".to_owned();
        // A tab must stay a tab, or the caret moves.
        line.extend(
            shown
                .chars()
                .take(column)
                .map(|c| if is_python_space(c) { c } else { ' ' }),
        );
        push_repeated(
            &mut line,
            '^',
            caret_count(end_offset.saturating_sub(offset)),
        );
        line.push('\n');
        Some(line)
    }
}

fn caret_count(wanted: i64) -> usize {
    usize::try_from(wanted).unwrap_or(0).min(MAX_CARETS)
}

fn interpreter_source_lines(text: &str, offset: i64, end_offset: i64) -> String {
    let carets = if end_offset > 0 && end_offset > offset {
        caret_count(end_offset.saturating_sub(offset))
    } else {
        1
    };
    let mut shown = text.trim_start_matches([' ', '\t', '\x0c']);
    let mut offset = offset
        .saturating_sub(1)
        .saturating_sub((text.len() - shown.len()) as i64);
    offset = offset.min(shown.strip_suffix('\n').unwrap_or(shown).len() as i64);
    // Of several lines, the one that the offset is on.
    while let Some(end) = shown.find('\n').filter(|&end| (end as i64) < offset) {
        shown = &shown[end + 1..];
        offset -= end as i64 + 1;
    }
    let mut lines = format!("    {shown}");
    if !shown.ends_with('\n') {
        lines.push('\n');
    }
    if let Ok(offset) = usize::try_from(offset) {
        lines.push_str("    ");
        push_repeated(&mut lines, ' ', offset);
        push_repeated(&mut lines, '^', carets);
        lines.push('\n');
    }
    lines
}

/// A wrong place in a source text: what the grammar and the compiler report.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SyntaxProblem<'a> {
    /// `SyntaxError`, `IndentationError` or `TabError`.
    pub(crate) class_name: &'a str,
    /// CPython's words.
    pub(crate) message: &'a str,
    /// The wrong place; may be empty.
    pub(crate) span: Span,
    /// What to write instead, for the drawn report alone.
    pub(crate) help: Option<&'a str>,
}

impl SyntaxProblem<'_> {
    /// The attributes that the Python exception has.
    pub(crate) fn to_text(self, source: &Source) -> SyntaxText {
        let start = source.line_of(self.span.start);
        let end = source.line_of(self.span.end);
        SyntaxText {
            msg: Some(self.message.to_owned()),
            file: Some(source.name().to_string()),
            line: Some(start.line.into()),
            end_line: Some(end.line.into()),
            offset: Some(i64::from(start.char_column) + 1),
            end_offset: Some(i64::from(end.char_column) + 1),
            text: Some(format!("{}\n", source.line_text(start.line))),
        }
    }

    /// The exception as it is told when nothing of the program has run: no traceback.
    pub(crate) fn to_exception(self, source: &Source) -> ExceptionText {
        let syntax = self.to_text(source);
        let line = syntax.line.unwrap_or_default();
        // `str(SyntaxError)` names the file without its folders.
        let file = source.name().rsplit('/').next().unwrap_or_default();
        ExceptionText {
            type_name: self.class_name.to_owned(),
            message: format!("{} ({file}, line {line})", self.message),
            syntax: Some(syntax),
            ..ExceptionText::default()
        }
    }

    /// The report to draw.
    pub(crate) fn to_report(self, source: &Arc<Source>) -> Report {
        Report {
            title: format!("{}: {}", self.class_name, self.message),
            source: Some(Arc::clone(source)),
            labels: vec![Label {
                span: self.span,
                text: None,
                is_primary: true,
            }],
            notes: Vec::new(),
            help: self.help.map(str::to_owned),
        }
    }
}
