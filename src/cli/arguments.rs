//! The words of the command line.

use std::io::IsTerminal;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Action {
    Help,
    Version,
    Run(Run),
    Dis(String),
    Check(String),
    Prompt,
}

/// A program and its arguments.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) from: From,
    pub(super) args: Vec<String>,
    pub(super) settings: Settings,
}

/// What the options say about the whole program.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Settings {
    /// `-X dev`.
    pub(super) dev_mode: bool,
    /// `-E` or `-I`.
    pub(super) ignores_environment: bool,
}

/// Where the program is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum From {
    File(String),
    Code(String),
    Module(String),
    /// Standard input; the name is what `sys.argv[0]` says.
    Input(&'static str),
}

/// Words that make no command; what to say.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mistake(pub(super) String);

/// Reads the words after the command's name.
pub(super) fn read(words: Vec<String>) -> Result<Action, Mistake> {
    read_for(words, std::io::stdin().is_terminal())
}

fn read_for(words: Vec<String>, is_terminal: bool) -> Result<Action, Mistake> {
    let mut words = words.into_iter();
    let mut settings = Settings::default();
    loop {
        let run = |from, args| {
            Ok(Action::Run(Run {
                from,
                args,
                settings,
            }))
        };
        let Some(word) = words.next() else {
            return if is_terminal {
                Ok(Action::Prompt)
            } else {
                run(From::Input(""), Vec::new())
            };
        };
        let mut operand = |what: &str| {
            let missing = || Mistake(format!("Argument expected for the {what} option"));
            words.next().ok_or_else(missing)
        };
        match word.as_str() {
            "-h" | "--help" | "-?" => return Ok(Action::Help),
            "-V" | "--version" => return Ok(Action::Version),
            "-i" => return Ok(Action::Prompt),
            // Output is never held back at a terminal, and there are no files of bytecode to write.
            "-u" | "-B" | "-s" | "-S" => {}
            "-E" | "-I" => settings.ignores_environment = true,
            // The others are about the inside of other implementations.
            "-X" => settings.dev_mode |= operand("-X")? == "dev",
            "-Xdev" => settings.dev_mode = true,
            "-c" => {
                let code = operand("-c")?;
                return run(From::Code(code), words.collect());
            }
            "-m" => {
                let module = operand("-m")?;
                return run(From::Module(module), words.collect());
            }
            "-" => return run(From::Input("-"), words.collect()),
            "dis" | "check" => {
                let Some(path) = words.next() else {
                    return Err(Mistake(format!("hoop {word}: which FILE?")));
                };
                return Ok(if word == "dis" {
                    Action::Dis(path)
                } else {
                    Action::Check(path)
                });
            }
            _ => {
                if let Some(code) = word.strip_prefix("-c") {
                    return run(From::Code(code.to_owned()), words.collect());
                }
                if word.starts_with("--") {
                    return Err(Mistake(format!("unknown option {word}")));
                }
                if let Some(option) = word.strip_prefix('-') {
                    let letter = option.chars().next().unwrap_or('-');
                    return Err(Mistake(format!("Unknown option: -{letter}")));
                }
                return run(From::File(word), words.collect());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Result<Action, Mistake> {
        read_for(text.split_whitespace().map(str::to_owned).collect(), false)
    }

    #[test]
    fn what_follows_the_program_is_its_own() {
        let Ok(Action::Run(run)) = words("a.py -c --help x") else {
            panic!("a program")
        };
        assert_eq!(run.from, From::File("a.py".to_owned()));
        assert_eq!(run.args, ["-c", "--help", "x"]);
    }

    #[test]
    fn mistakes_are_told() {
        assert!(words("--nope").is_err());
        assert!(words("-Z").is_err());
        assert!(words("-c").is_err());
        assert!(words("dis").is_err());
        assert_eq!(words("-V"), Ok(Action::Version));
    }
}
