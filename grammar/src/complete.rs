//! At a prompt: is the text wrong, or only not finished?

use crate::Span;
use crate::ast::{StmtKind, Tree};
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::layout;
use crate::parse::{Mode, parse_text};
use crate::token::Token;

/// Judges what was parsed from the lines that a prompt has read so far, each with its end.
///
/// A compound statement is finished by an empty line; before it, more clauses or statements
/// may come. Errors: also `MultipleStatements`, for a second line after a finished statement.
pub(crate) fn check(source: &str, result: Result<Tree, SyntaxError>) -> Result<Tree, SyntaxError> {
    let finished = ends_with_empty_line(source);
    match result {
        Ok(tree) => {
            if let Some(error) = second_line(source, &tree) {
                return Err(error);
            }
            let is_compound = tree.body.last().is_some_and(|stmt| is_compound(&stmt.kind));
            if is_compound && !finished {
                let end = u32::try_from(source.len()).expect("parse refuses longer texts");
                let span = Span::new(end, end);
                return Err(SyntaxError::of(SyntaxErrorKind::UnexpectedEof, span).incomplete());
            }
            Ok(tree)
        }
        // Only open brackets and strings go on past an empty line.
        Err(error)
            if error.is_incomplete()
                && finished
                && !matches!(
                    error.kind,
                    SyntaxErrorKind::UnclosedBracket(_)
                        | SyntaxErrorKind::UnterminatedTripleQuoted { .. }
                        | SyntaxErrorKind::UnterminatedTripleQuotedFString { .. }
                ) =>
        {
            Err(error.final_word())
        }
        Err(error) => Err(error),
    }
}

/// Judges what was parsed from a text that is to be a single statement, or several on one line.
pub(crate) fn single(source: &str, result: Result<Tree, SyntaxError>) -> Result<Tree, SyntaxError> {
    // Whatever comes after a finished line is one statement too many, right or wrong.
    let lexed = layout::lex(source);
    let newline = lexed.tokens.iter().find(|t| t.token == Token::Newline);
    if let Some(end) = newline.map(|t| t.start)
        && let Some((line, rest)) = source.split_at_checked(end as usize)
        && has_statements(rest)
        && let Ok(first) = parse_text(line, Mode::Module)
        && !first.body.iter().any(|stmt| is_compound(&stmt.kind))
    {
        let span = Span::new(end, end);
        return Err(SyntaxError::of(SyntaxErrorKind::MultipleStatements, span));
    }
    let tree = result?;
    let wrong = match tree.body.as_slice() {
        [] => {
            let end = u32::try_from(source.len()).expect("parse refuses longer texts");
            Span::new(end, end)
        }
        [first, second, ..] if is_compound(&first.kind) => {
            let start = second.span.start;
            let token = lexed
                .tokens
                .iter()
                .find(|t| t.start == start && t.end > start);
            Span::new(start, token.map_or(start, |t| t.end))
        }
        _ => return Ok(tree),
    };
    Err(SyntaxError::of(SyntaxErrorKind::InvalidSyntax, wrong))
}

/// Whether a text has more than blank lines and comments.
fn has_statements(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start();
        !line.is_empty() && !line.starts_with('#')
    })
}

fn ends_with_empty_line(source: &str) -> bool {
    let Some(text) = source.strip_suffix('\n') else {
        return false;
    };
    let last = text.rsplit('\n').next().unwrap_or("");
    last.trim().is_empty() && text.contains('\n')
}

fn is_compound(kind: &StmtKind) -> bool {
    matches!(
        kind,
        StmtKind::If { .. }
            | StmtKind::While { .. }
            | StmtKind::For { .. }
            | StmtKind::With { .. }
            | StmtKind::Try { .. }
            | StmtKind::Function(_)
            | StmtKind::Class(_)
            | StmtKind::Match { .. }
    )
}

fn second_line(source: &str, tree: &Tree) -> Option<SyntaxError> {
    tree.body.windows(2).find_map(|pair| {
        let between = &source[pair[0].span.end as usize..pair[1].span.start as usize];
        let same_line = between.trim_start_matches([' ', '\t']).starts_with(';');
        (!same_line).then(|| SyntaxError::of(SyntaxErrorKind::MultipleStatements, pair[1].span))
    })
}

#[cfg(test)]
mod tests {
    use crate::{Mode, parse};

    fn state(source: &str) -> &'static str {
        match parse(source, Mode::Interactive) {
            Ok(_) => "complete",
            Err(e) if e.is_incomplete() => "more",
            Err(_) => "wrong",
        }
    }

    #[test]
    fn more_lines_are_asked_for_only_when_they_can_help() {
        for (source, expected) in [
            ("", "complete"),
            ("x = 1\n", "complete"),
            ("x = 1; y = 2\n", "complete"),
            ("x = (1,\n", "more"),
            ("x = (1,\n\n", "more"),
            ("'''a\n", "more"),
            ("f'''a{\n", "more"),
            ("x = \\\n", "more"),
            ("x =\n", "wrong"),
            ("if x:\n", "more"),
            ("if x:\n\n", "wrong"),
            ("if x: y\n", "more"),
            ("if x: y\n\n", "complete"),
            ("if x:\n  y\n", "more"),
            ("if x:\n  y\n\n", "complete"),
            ("def f():\n  if x:\n", "more"),
            ("try:\n  x\n", "more"),
            ("try:\n  x\n\n", "wrong"),
            ("@d\n", "more"),
            ("match x:\n", "more"),
            ("match x:\n  case 1:\n", "more"),
            ("x = )\n", "wrong"),
            ("'a\n", "wrong"),
            ("x\ny\n", "wrong"),
        ] {
            assert_eq!(state(source), expected, "{source:?}");
        }
    }
}
