//! Draws a [`Report`] with the source around it. The only file that names miette.

use std::fmt;
use std::sync::Arc;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode,
    ThemeCharacters, ThemeStyles,
};

use super::report::Report;

/// How a report looks. Nothing is guessed from a terminal or the environment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Look {
    /// The width in columns; text past it is wrapped.
    pub(crate) width_columns: usize,
    /// Whether to use the 16 colours of ANSI terminals.
    pub(crate) colour: bool,
    /// Whether lines and arrows are drawn with Unicode's characters rather than ASCII's.
    pub(crate) unicode: bool,
}

/// Draws `report`. The text ends with a line end.
pub(crate) fn draw(report: &Report, look: Look) -> String {
    let characters = if look.unicode {
        ThemeCharacters::unicode()
    } else {
        ThemeCharacters::ascii()
    };
    let styles = if look.colour {
        ThemeStyles::ansi()
    } else {
        ThemeStyles::none()
    };
    let mut handler = GraphicalReportHandler::new_themed(GraphicalTheme { characters, styles })
        .with_width(look.width_columns)
        .with_links(false)
        .tab_width(4)
        .with_context_lines(1)
        .without_syntax_highlighting();
    if !report.notes.is_empty() {
        let notes: Vec<String> = report
            .notes
            .iter()
            .map(|note| format!("note: {note}"))
            .collect();
        handler = handler.with_footer(notes.join("\n"));
    }
    let mut drawn = String::new();
    handler
        .render_report(&mut drawn, &Drawing::new(report))
        .expect("writing to a string does not fail");
    drawn
}

/// A report in miette's terms.
#[derive(Debug)]
struct Drawing<'a> {
    report: &'a Report,
    source: Option<NamedSource<Arc<str>>>,
}

impl<'a> Drawing<'a> {
    fn new(report: &'a Report) -> Self {
        let source = report
            .source
            .as_ref()
            .map(|source| NamedSource::new(source.name(), Arc::clone(source.text())));
        Self { report, source }
    }
}

impl fmt::Display for Drawing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.report.title)
    }
}

impl std::error::Error for Drawing<'_> {}

impl Diagnostic for Drawing<'_> {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.report
            .help
            .as_ref()
            .map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let length = self.report.source.as_ref()?.text().len();
        Some(Box::new(self.report.labels.iter().map(move |label| {
            let start = (label.span.start as usize).min(length);
            let end = (label.span.end as usize).clamp(start, length);
            let text = label.text.clone();
            if label.is_primary {
                LabeledSpan::new_primary_with_span(text, start..end)
            } else {
                LabeledSpan::new_with_span(text, start..end)
            }
        })))
    }
}
