//! Every token, once. The only file that names logos.
//!
//! A token carries no text: it is a kind, and its text is the source at its span. Logos
//! finds names, keywords and operators whole; of strings and numbers it finds only the
//! beginning, and `layout` finds the end with the help of `literal` and `fstring`.

use logos::Logos;

/// The kind of a token.
#[derive(Logos, Clone, Copy, PartialEq, Eq, Debug)]
#[logos(skip r"[ \t\x0c]+")]
pub(crate) enum Token {
    // Made by `layout` and `parse`, never by logos.
    StartModule,
    StartExpression,
    Indent,
    Dedent,
    /// The text between the replacement fields of an f-string.
    FMiddle,
    /// The same of an f-string without escapes.
    FRawMiddle,
    /// The `{` of a replacement field.
    FieldOpen,
    /// The closing quotes of an f-string.
    FEnd,
    /// The opening parenthesis of `with (a as b, c as d):`, decided by `soft`.
    WithOpen,

    /// The end of a logical line (of a physical line, before `layout`).
    #[regex(r"\r\n|\n|\r")]
    Newline,
    #[regex(r"\\(\r\n|\n|\r)")]
    Continuation,
    #[token("#")]
    Comment,

    #[regex(r"[A-Za-z_][A-Za-z0-9_]*", priority = 1)]
    Name,
    /// Logos finds the first digit (after a point, maybe), `layout` the rest.
    #[regex(r"[0-9]|\.[0-9]")]
    Number,
    /// Logos finds the prefix and the opening quotes, `layout` the rest.
    #[regex(r#"([uU]|[bB]|[rR]|[bB][rR]|[rR][bB])?('|"|'''|""")"#)]
    Str,
    /// The prefix and the opening quotes of an f-string.
    #[regex(r#"([fF]|[fF][rR]|[rR][fF])('|"|'''|""")"#)]
    FStart,

    // Soft keywords: `soft` makes them names again where they are not keywords.
    #[token("match")]
    Match,
    #[token("case")]
    Case,
    #[token("type")]
    Type,

    #[token("False")]
    False,
    #[token("None")]
    None,
    #[token("True")]
    True,
    #[token("and")]
    And,
    #[token("as")]
    As,
    #[token("assert")]
    Assert,
    #[token("async")]
    Async,
    #[token("await")]
    Await,
    #[token("break")]
    Break,
    #[token("class")]
    Class,
    #[token("continue")]
    Continue,
    #[token("def")]
    Def,
    #[token("del")]
    Del,
    #[token("elif")]
    Elif,
    #[token("else")]
    Else,
    #[token("except")]
    Except,
    #[token("finally")]
    Finally,
    #[token("for")]
    For,
    #[token("from")]
    From,
    #[token("global")]
    Global,
    #[token("if")]
    If,
    #[token("import")]
    Import,
    #[token("in")]
    In,
    #[token("is")]
    Is,
    #[token("lambda")]
    Lambda,
    #[token("nonlocal")]
    Nonlocal,
    #[token("not")]
    Not,
    #[token("or")]
    Or,
    #[token("pass")]
    Pass,
    #[token("raise")]
    Raise,
    #[token("return")]
    Return,
    #[token("try")]
    Try,
    #[token("while")]
    While,
    #[token("with")]
    With,
    #[token("yield")]
    Yield,

    #[token("(")]
    LParen,
    #[token(")")]
    RParen,
    #[token("[")]
    LBracket,
    #[token("]")]
    RBracket,
    #[token("{")]
    LBrace,
    #[token("}")]
    RBrace,
    #[token(",")]
    Comma,
    #[token(":")]
    Colon,
    #[token(";")]
    Semicolon,
    #[token(".")]
    Dot,
    #[token("...")]
    Ellipsis,
    #[token("->")]
    Arrow,
    #[token("@")]
    At,
    #[token("=")]
    Equal,
    #[token(":=")]
    ColonEqual,
    /// Before the conversion of a replacement field.
    #[token("!")]
    Bang,

    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("**")]
    DoubleStar,
    #[token("/")]
    Slash,
    #[token("//")]
    DoubleSlash,
    #[token("%")]
    Percent,
    #[token("<<")]
    LeftShift,
    #[token(">>")]
    RightShift,
    #[token("&")]
    Ampersand,
    #[token("|")]
    Bar,
    #[token("^")]
    Caret,
    #[token("~")]
    Tilde,
    #[token("<")]
    Less,
    #[token("<=")]
    LessEqual,
    #[token(">")]
    Greater,
    #[token(">=")]
    GreaterEqual,
    #[token("==")]
    EqualEqual,
    #[regex(r"!=|<>")]
    NotEqual,

    #[token("+=")]
    PlusEqual,
    #[token("-=")]
    MinusEqual,
    #[token("*=")]
    StarEqual,
    #[token("**=")]
    DoubleStarEqual,
    #[token("/=")]
    SlashEqual,
    #[token("//=")]
    DoubleSlashEqual,
    #[token("%=")]
    PercentEqual,
    #[token("@=")]
    AtEqual,
    #[token("<<=")]
    LeftShiftEqual,
    #[token(">>=")]
    RightShiftEqual,
    #[token("&=")]
    AmpersandEqual,
    #[token("|=")]
    BarEqual,
    #[token("^=")]
    CaretEqual,
}

/// A token and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spanned {
    pub(crate) token: Token,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// Logos' reader over one source text.
pub(crate) type RawTokens<'s> = logos::Lexer<'s, Token>;

/// A reader that stands at `offset`.
pub(crate) fn raw_tokens_at(source: &str, offset: usize) -> RawTokens<'_> {
    let mut raw = Token::lexer(source);
    raw.bump(offset);
    raw
}

impl Token {
    /// Whether this is a hard keyword.
    pub(crate) fn is_keyword(self) -> bool {
        (Token::False as u8..=Token::Yield as u8).contains(&(self as u8))
    }

    /// Whether this may be the name of something: a name, or a soft keyword.
    pub(crate) fn is_name(self) -> bool {
        matches!(self, Token::Name | Token::Match | Token::Case | Token::Type)
    }
}
