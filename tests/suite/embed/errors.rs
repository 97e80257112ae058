//! What a host is told when something goes wrong.

use hoopsnake::{Engine, Error, ErrorKind};

use super::{session, session_with};

#[test]
fn wrong_syntax_says_where() {
    let error = Engine::new()
        .compile("bad.py", "x = 1\nif x\n")
        .expect_err("wrong");
    assert_eq!(error.kind(), ErrorKind::Syntax);
    assert_eq!(error.type_name(), "SyntaxError");
    let expected = "  File \"bad.py\", line 2\n    if x\n        ^\nSyntaxError: expected ':'\n";
    assert_eq!(error.traceback(), expected);
}

#[test]
fn an_exception_has_its_traceback() {
    let mut session = session_with("def f(x):\n    return x[5]\n");
    let error = session.call::<i64>("f", (vec![1],)).expect_err("too short");
    assert_eq!(error.kind(), ErrorKind::Exception);
    assert_eq!(error.to_string(), "IndexError: list index out of range");
    assert_eq!(error.message(), "list index out of range");
    let expected = "Traceback (most recent call last):\n  File \"main.py\", line 2, in f\n    return x[5]\n           ~^^^\nIndexError: list index out of range\n";
    assert_eq!(error.traceback(), expected);
}

#[test]
fn a_missing_name_is_a_name_error() {
    let error = session()
        .call::<i64>("nope", ())
        .expect_err("there is none");
    assert_eq!(error.to_string(), "NameError: name 'nope' is not defined");
}

#[test]
fn an_exit_has_its_status() {
    let mut session = session();
    let error = session
        .run_source("m.py", "raise SystemExit(3)")
        .expect_err("it exits");
    assert_eq!(error.exit_status(), Some(3));
    let error = session
        .run_source("m.py", "raise SystemExit('why')")
        .expect_err("it exits");
    assert_eq!(
        (error.exit_status(), error.exit_message()),
        (Some(1), Some("why"))
    );
    let error = session.run_source("m.py", "1 / 0").expect_err("it raises");
    assert_eq!(error.exit_status(), None);
}

#[test]
fn the_wrong_rust_type_is_a_type_error() {
    let error = session().eval::<i64>("'a'").expect_err("a str");
    assert_eq!(error.to_string(), "TypeError: expected int, got str");
}

#[derive(Debug)]
struct NoRoom(u32);

impl std::fmt::Display for NoRoom {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no room for {}", self.0)
    }
}

impl std::error::Error for NoRoom {}

#[test]
fn a_host_error_is_an_exception_and_comes_back() -> Result<(), Error> {
    let mut session = session();
    session.function("store", |n: u32| if n > 9 { Err(NoRoom(n)) } else { Ok(n) });
    session.run_source(
        "m.py",
        "try:\n    store(10)\nexcept RuntimeError as e:\n    text = str(e)\n",
    )?;
    assert_eq!(session.get::<String>("text")?, "no room for 10");
    let error = session
        .run_source("m.py", "store(11)")
        .expect_err("no room");
    assert_eq!(error.kind(), ErrorKind::Host);
    let source =
        std::error::Error::source(&error).and_then(|source| source.downcast_ref::<NoRoom>());
    assert_eq!(source.map(|source| source.0), Some(11));
    Ok(())
}

#[test]
fn a_host_can_raise_what_it_likes() -> Result<(), Error> {
    let mut session = session();
    session.function("pick", |key: String| -> Result<i64, Error> {
        Err(Error::exception("KeyError", key))
    });
    session.run_source(
        "m.py",
        "try:\n    pick('a')\nexcept KeyError as e:\n    args = e.args\n",
    )?;
    assert_eq!(session.get::<(String,)>("args")?.0, "a");
    Ok(())
}
