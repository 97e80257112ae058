//! Every way source text can be wrong, once.

use std::fmt;

use crate::Span;

/// Wrong source text: what is wrong, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct SyntaxError {
    /// What is wrong.
    pub kind: SyntaxErrorKind,
    /// Where, in bytes of the source text.
    pub span: Span,
    incomplete: bool,
    read_on: bool,
}

/// The kinds of wrong source text. `SyntaxError::message` has the words, CPython's.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum SyntaxErrorKind {
    // Text that makes no tokens.
    NullByte,
    InvalidCharacter(char),
    InvalidNonPrintable(char),
    AfterContinuation,
    UnexpectedEof,
    UnterminatedString {
        line: u32,
    },
    UnterminatedTripleQuoted {
        line: u32,
    },
    UnterminatedFString {
        line: u32,
    },
    UnterminatedTripleQuotedFString {
        line: u32,
    },
    UnclosedBracket(char),
    UnmatchedBracket {
        bracket: char,
        in_fstring: bool,
    },
    /// The line of the opening bracket is given when it is another line.
    MismatchedBracket {
        close: char,
        open: char,
        line: Option<u32>,
        in_fstring: bool,
    },
    TooManyBrackets,
    /// "decimal", "hexadecimal", "octal", "binary", "imaginary".
    InvalidNumber(&'static str),
    InvalidDigit {
        digit: char,
        kind: &'static str,
    },
    LeadingZeros,
    TooManyDigits {
        digits: usize,
    },

    // Indentation.
    UnexpectedIndent,
    UnindentMismatch,
    InconsistentTabs,
    TooManyIndents,
    /// `after` is for example "'if' statement".
    ExpectedBlock {
        after: &'static str,
        line: u32,
    },

    // String literals.
    /// CPython's words from "truncated" on, and the first and last character's position.
    BadEscape {
        start: usize,
        end: usize,
        reason: &'static str,
    },
    BadBytesEscape {
        position: usize,
    },
    NonAsciiBytes,
    MixedBytes,

    // F-strings.
    FStringExpectedBrace,
    FStringSingleBrace,
    FStringEmpty,
    FStringNothingBefore(char),
    FStringTooDeep,
    FStringTooManyNested,
    FStringBadConversion,
    /// Any error inside a replacement field.
    InFString(Box<SyntaxErrorKind>),

    // What the parser finds.
    InvalidSyntax,
    Expected(&'static str),
    ForgotComma,
    EqualInExpression,
    MissingParentheses {
        name: String,
    },
    ExpectedElse,
    MultipleExceptionTypes,
    ExpectedExcept,
    MixedExcept,
    TrailingCommaImport,
    ForgotExceptParentheses,
    TooNested,
    MultipleStatements,
    StarHere,

    // What the actions find.
    CannotAssign {
        what: &'static str,
        maybe_equal: bool,
    },
    CannotDelete {
        what: &'static str,
    },
    CannotName {
        what: &'static str,
    },
    CannotAugment {
        what: &'static str,
    },
    AssignToYield,
    OnlySingleTarget {
        what: &'static str,
    },
    IllegalAnnotationTarget,
    PositionalAfterKeyword,
    PositionalAfterUnpacking,
    StarAfterUnpacking,
    KeywordRepeated {
        name: String,
    },
    KeywordIsExpression,
    BareGenerator,
    IterableUnpacking,
    DictUnpacking,
    DuplicateArgument {
        name: String,
    },
    DuplicateTypeParameter {
        name: String,
    },
    DefaultOrder,
    SlashTwice,
    SlashAfterStar,
    StarTwice,
    BareStarLast,
    AfterVarKeyword,
    DefaultExceptLast,
    OnePatternStar,
    PatternLiteral,
    PatternImaginary,
    PatternReal,
    PatternPositionAfterKeyword,
    PatternWildcardAs,
    PatternRestLast,

    /// Any other, with its words: the compiler's.
    Other(String),
}

impl SyntaxError {
    /// An error with words of the caller's own, for errors that are not of the grammar.
    #[must_use]
    pub fn new(message: String, span: Span) -> Self {
        Self::of(SyntaxErrorKind::Other(message), span)
    }

    /// The error `kind` at `span`.
    pub(crate) fn of(kind: SyntaxErrorKind, span: Span) -> Self {
        Self {
            kind,
            span,
            incomplete: false,
            read_on: false,
        }
    }

    /// The same error, found when the text had been read as far as a later line.
    pub(crate) fn read_on(mut self, yes: bool) -> Self {
        self.read_on = yes;
        self
    }

    /// Whether the text had been read beyond the line of the error when it was found.
    #[must_use]
    pub fn was_read_on(&self) -> bool {
        self.read_on
    }

    /// The same error, made by the end of a text that more lines could complete.
    pub(crate) fn incomplete(mut self) -> Self {
        self.incomplete = true;
        self
    }

    /// The same error where no more lines can come.
    pub(crate) fn final_word(mut self) -> Self {
        self.incomplete = false;
        self
    }

    /// Whether CPython finds it when it looks at names, before it compiles anything.
    #[must_use]
    pub fn is_of_names(&self) -> bool {
        matches!(
            self.kind,
            SyntaxErrorKind::DuplicateArgument { .. }
                | SyntaxErrorKind::DuplicateTypeParameter { .. }
        )
    }

    /// Whether more lines could make the text right. Only in `Mode::Interactive`.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.incomplete
    }

    /// The Python class of this error: "SyntaxError", "IndentationError" or "TabError".
    #[must_use]
    pub fn class_name(&self) -> &'static str {
        match self.kind {
            SyntaxErrorKind::InconsistentTabs => "TabError",
            SyntaxErrorKind::UnexpectedIndent
            | SyntaxErrorKind::UnindentMismatch
            | SyntaxErrorKind::TooManyIndents
            | SyntaxErrorKind::ExpectedBlock { .. } => "IndentationError",
            _ => "SyntaxError",
        }
    }

    /// CPython's words for it.
    #[must_use]
    pub fn message(&self) -> String {
        self.kind.words()
    }
}

impl SyntaxErrorKind {
    /// Whether the words begin with "f-string".
    pub(crate) fn names_fstring(&self) -> bool {
        matches!(
            self,
            Self::FStringExpectedBrace
                | Self::FStringSingleBrace
                | Self::FStringEmpty
                | Self::FStringNothingBefore(_)
                | Self::FStringTooDeep
                | Self::FStringBadConversion
                | Self::InFString(_)
                | Self::UnclosedBracket(_)
        )
    }

    fn words(&self) -> String {
        use SyntaxErrorKind as K;
        let fixed = match self {
            K::InvalidCharacter(c) => {
                return format!("invalid character '{c}' (U+{:04X})", u32::from(*c));
            }
            K::InvalidNonPrintable(c) => {
                return format!("invalid non-printable character U+{:04X}", u32::from(*c));
            }
            K::UnterminatedString { line } => {
                return format!("unterminated string literal (detected at line {line})");
            }
            K::UnterminatedTripleQuoted { line } => {
                return format!(
                    "unterminated triple-quoted string literal (detected at line {line})"
                );
            }
            K::UnterminatedFString { line } => {
                return format!("unterminated f-string literal (detected at line {line})");
            }
            K::UnterminatedTripleQuotedFString { line } => {
                return format!(
                    "unterminated triple-quoted f-string literal (detected at line {line})"
                );
            }
            K::UnclosedBracket(c) => return format!("'{c}' was never closed"),
            K::UnmatchedBracket {
                bracket,
                in_fstring,
            } => {
                return format!("{}unmatched '{bracket}'", f_string(*in_fstring));
            }
            K::MismatchedBracket {
                close,
                open,
                line,
                in_fstring,
            } => {
                let on_line = line.map_or(String::new(), |n| format!(" on line {n}"));
                return format!(
                    "{}closing parenthesis '{close}' does not match opening parenthesis '{open}'{on_line}",
                    f_string(*in_fstring)
                );
            }
            K::InvalidNumber(kind) => return format!("invalid {kind} literal"),
            K::InvalidDigit { digit, kind } => {
                return format!("invalid digit '{digit}' in {kind} literal");
            }
            K::TooManyDigits { digits } => {
                return format!(
                    "Exceeds the limit (4300 digits) for integer string conversion: value has \
                     {digits} digits; use sys.set_int_max_str_digits() to increase the limit - \
                     Consider hexadecimal for huge integer literals to avoid decimal conversion \
                     limits."
                );
            }
            K::ExpectedBlock { after, line } => {
                return format!("expected an indented block after {after} on line {line}");
            }
            K::BadEscape { start, end, reason } => {
                return format!(
                    "(unicode error) 'unicodeescape' codec can't decode bytes in position \
                     {start}-{end}: {reason}"
                );
            }
            K::BadBytesEscape { position } => {
                return format!("(value error) invalid \\x escape at position {position}");
            }
            K::FStringNothingBefore(c) => {
                return format!("f-string: expression required before '{c}'");
            }
            K::InFString(kind) => return format!("f-string: {}", kind.words()),
            K::Expected(what) => return format!("expected {what}"),
            K::MissingParentheses { name } => {
                return format!(
                    "Missing parentheses in call to '{name}'. Did you mean {name}(...)?"
                );
            }
            K::CannotAssign {
                what,
                maybe_equal: false,
            } => return format!("cannot assign to {what}"),
            K::CannotAssign {
                what,
                maybe_equal: true,
            } => {
                return format!(
                    "cannot assign to {what} here. Maybe you meant '==' instead of '='?"
                );
            }
            K::CannotDelete { what } => return format!("cannot delete {what}"),
            K::CannotName { what } => {
                return format!("cannot use assignment expressions with {what}");
            }
            K::CannotAugment { what } => {
                return format!("'{what}' is an illegal expression for augmented assignment");
            }
            K::OnlySingleTarget { what } => {
                return format!("only single target (not {what}) can be annotated");
            }
            K::KeywordRepeated { name } => return format!("keyword argument repeated: {name}"),
            K::DuplicateArgument { name } => {
                return format!("duplicate argument '{name}' in function definition");
            }
            K::DuplicateTypeParameter { name } => {
                return format!("duplicate type parameter '{name}'");
            }
            K::Other(message) => return message.clone(),
            K::NullByte => "source code cannot contain null bytes",
            K::AfterContinuation => "unexpected character after line continuation character",
            K::UnexpectedEof => "unexpected EOF while parsing",
            K::TooManyBrackets => "too many nested parentheses",
            K::LeadingZeros => {
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix \
                 for octal integers"
            }
            K::UnexpectedIndent => "unexpected indent",
            K::UnindentMismatch => "unindent does not match any outer indentation level",
            K::InconsistentTabs => "inconsistent use of tabs and spaces in indentation",
            K::TooManyIndents => "too many levels of indentation",
            K::NonAsciiBytes => "bytes can only contain ASCII literal characters",
            K::MixedBytes => "cannot mix bytes and nonbytes literals",
            K::FStringExpectedBrace => "f-string: expecting '}'",
            K::FStringSingleBrace => "f-string: single '}' is not allowed",
            K::FStringTooDeep => "f-string: expressions nested too deeply",
            K::FStringTooManyNested => "too many nested f-strings",
            K::FStringEmpty => "f-string: empty expression not allowed",
            K::FStringBadConversion => {
                "f-string: invalid conversion character: expected 's', 'r', or 'a'"
            }
            K::InvalidSyntax => "invalid syntax",
            K::ForgotComma => "invalid syntax. Perhaps you forgot a comma?",
            K::EqualInExpression => "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
            K::ExpectedElse => "expected 'else' after 'if' expression",
            K::MultipleExceptionTypes => "multiple exception types must be parenthesized",
            K::ExpectedExcept => "expected 'except' or 'finally' block",
            K::MixedExcept => "cannot have both 'except' and 'except*' on the same 'try'",
            K::TrailingCommaImport => "trailing comma not allowed without surrounding parentheses",
            K::ForgotExceptParentheses => "expected one or more exception types",
            K::TooNested => "too many nested expressions",
            K::MultipleStatements => "multiple statements found while compiling a single statement",
            K::StarHere => "can't use starred expression here",
            K::AssignToYield => "assignment to yield expression not possible",
            K::IllegalAnnotationTarget => "illegal target for annotation",
            K::PositionalAfterKeyword => "positional argument follows keyword argument",
            K::PositionalAfterUnpacking => "positional argument follows keyword argument unpacking",
            K::StarAfterUnpacking => {
                "iterable argument unpacking follows keyword argument unpacking"
            }
            K::KeywordIsExpression => {
                "expression cannot contain assignment, perhaps you meant \"==\"?"
            }
            K::BareGenerator => "Generator expression must be parenthesized",
            K::IterableUnpacking => "iterable unpacking cannot be used in comprehension",
            K::DictUnpacking => "dict unpacking cannot be used in dict comprehension",
            K::DefaultOrder => "non-default argument follows default argument",
            K::SlashTwice => "/ may appear only once",
            K::SlashAfterStar => "/ must be ahead of *",
            K::StarTwice => "* argument may appear only once",
            K::BareStarLast => "named arguments must follow bare *",
            K::AfterVarKeyword => "arguments cannot follow var-keyword argument",
            K::DefaultExceptLast => "default 'except:' must be last",
            K::OnePatternStar => "multiple starred names in sequence pattern",
            K::PatternLiteral => "patterns may only match literals and attribute lookups",
            K::PatternImaginary => "imaginary number required in complex literal",
            K::PatternReal => "real number required in complex literal",
            K::PatternPositionAfterKeyword => "positional patterns follow keyword patterns",
            K::PatternWildcardAs => "cannot use '_' as a target",
            K::PatternRestLast => "invalid syntax",
        };
        fixed.to_owned()
    }
}

fn f_string(yes: bool) -> &'static str {
    if yes { "f-string: " } else { "" }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for SyntaxError {}
