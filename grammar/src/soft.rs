//! Soft keywords: `match`, `case`, `type` as names or keywords, and whether the parenthesis
//! after `with` encloses items. Decided between lexer and parser, by a look at the rest of
//! the logical line, so that the grammar is LR(1).

use crate::token::{Spanned, Token};

/// Decides every soft keyword of `tokens`, in place.
pub(crate) fn decide(tokens: &mut [Spanned]) {
    // For every open block: whether it is the body of a `match`.
    let mut blocks: Vec<bool> = vec![false];
    let mut match_ahead = false;
    for i in 0..tokens.len() {
        match tokens[i].token {
            Token::Indent => {
                blocks.push(match_ahead);
                match_ahead = false;
            }
            Token::Dedent => {
                blocks.pop();
            }
            Token::Match => {
                if starts_line(tokens, i) && is_match(&tokens[i..]) {
                    match_ahead = true;
                } else {
                    tokens[i].token = Token::Name;
                }
            }
            Token::Case if !(starts_line(tokens, i) && blocks.last() == Some(&true)) => {
                tokens[i].token = Token::Name;
            }
            Token::Type if !(starts_statement(tokens, i) && is_type(&tokens[i..])) => {
                tokens[i].token = Token::Name;
            }
            Token::LParen
                if i > 0 && tokens[i - 1].token == Token::With && encloses_items(&tokens[i..]) =>
            {
                tokens[i].token = Token::WithOpen;
            }
            _ => {}
        }
    }
}

fn starts_line(tokens: &[Spanned], i: usize) -> bool {
    i == 0
        || matches!(
            tokens[i - 1].token,
            Token::Newline | Token::Indent | Token::Dedent
        )
}

fn starts_statement(tokens: &[Spanned], i: usize) -> bool {
    starts_line(tokens, i) || matches!(tokens[i - 1].token, Token::Semicolon | Token::Colon)
}

/// A `match` statement: no other line that begins with a name ends with `:`.
fn is_match(line: &[Spanned]) -> bool {
    let Some(end) = line.iter().position(|t| t.token == Token::Newline) else {
        return false;
    };
    end > 2 && line[end - 1].token == Token::Colon
}

fn is_type(line: &[Spanned]) -> bool {
    line.len() > 2
        && line[1].token.is_name()
        && matches!(line[2].token, Token::Equal | Token::LBracket)
}

/// Whether the group that `tokens` begins with is a list of `with` items: `:` follows it, and
/// it has an `as`, or commas between plain expressions.
fn encloses_items(tokens: &[Spanned]) -> bool {
    let mut depth = 0usize;
    let (mut has_as, mut has_comma, mut is_plain) = (false, false, true);
    let mut lambdas = 0usize;
    for (i, t) in tokens.iter().enumerate() {
        match t.token {
            Token::LParen | Token::LBracket | Token::LBrace | Token::FStart => depth += 1,
            Token::RParen | Token::RBracket | Token::RBrace | Token::FEnd => {
                depth -= 1;
                if depth == 0 {
                    let is_last = tokens.get(i + 1).is_some_and(|t| t.token == Token::Colon);
                    return has_as || (is_last && has_comma && is_plain);
                }
            }
            Token::Newline => return false,
            _ if depth > 1 => {}
            Token::As => has_as = true,
            Token::Lambda => lambdas += 1,
            Token::Colon => lambdas = lambdas.saturating_sub(1),
            Token::Comma if lambdas == 0 => has_comma = true,
            Token::ColonEqual | Token::Yield | Token::For => is_plain = false,
            Token::Star
                if lambdas == 0 && matches!(tokens[i - 1].token, Token::LParen | Token::Comma) =>
            {
                is_plain = false;
            }
            _ => {}
        }
    }
    false
}
