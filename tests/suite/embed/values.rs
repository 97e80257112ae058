//! Rust data to Python and back.

use std::collections::{BTreeMap, HashMap};

use hoopsnake::{ByteString, Error, FromPy, IntoPy, Value};

use super::{session, session_with};

#[track_caller]
fn round<T: IntoPy + FromPy + Clone + PartialEq + std::fmt::Debug>(value: T, shown: &str) {
    let mut session = session();
    session.set("x", value.clone()).expect("it can be made");
    let text = session.eval::<String>("repr(x)").expect("it has a repr");
    assert_eq!(text, shown);
    assert_eq!(
        session.get::<T>("x").map_err(|error| error.to_string()),
        Ok(value)
    );
}

#[test]
fn data_goes_there_and_comes_back() {
    round(-3_i64, "-3");
    round(u64::MAX, "18446744073709551615");
    round(i128::MIN, "-170141183460469231731687303715884105728");
    round(255_u8, "255");
    round(1.5_f64, "1.5");
    round(true, "True");
    round("é\n'".to_owned(), "\"é\\n'\"");
    round(String::new(), "''");
    round(None::<i64>, "None");
    round(Some(4_i32), "4");
    round(vec![1_i64, 2], "[1, 2]");
    round(vec![Some("a".to_owned()), None], "['a', None]");
    round((1_i64, "b".to_owned(), 2.0_f64), "(1, 'b', 2.0)");
    round(
        (1_u8, 2_u8, 3_u8, 4_u8, 5_u8, (6_u8,)),
        "(1, 2, 3, 4, 5, (6,))",
    );
    round(
        BTreeMap::from([("a".to_owned(), 1_i64), ("b".to_owned(), 2)]),
        "{'a': 1, 'b': 2}",
    );
    round(HashMap::from([(3_i64, vec![true])]), "{3: [True]}");
    round(ByteString(vec![0, 255]), "b'\\x00\\xff'");
}

#[test]
fn what_does_not_fit_is_refused() {
    let mut session = session();
    let words = |text: &str, outcome: Result<(), Error>| {
        let error = outcome.expect_err(text);
        format!("{text} -> {error}")
    };
    let told = [
        words("300", session.eval::<u8>("300").map(drop)),
        words("-1", session.eval::<u64>("-1").map(drop)),
        words("2 ** 200", session.eval::<i64>("2 ** 200").map(drop)),
        words("1.5", session.eval::<i64>("1.5").map(drop)),
        words("1", session.eval::<bool>("1").map(drop)),
        words("'ab'", session.eval::<Vec<String>>("'ab'").map(drop)),
        words("(1, 2)", session.eval::<(i64,)>("(1, 2)").map(drop)),
        words("[1, 'a']", session.eval::<Vec<i64>>("[1, 'a']").map(drop)),
    ];
    let expected = [
        "300 -> OverflowError: int does not fit into u8",
        "-1 -> OverflowError: int does not fit into u64",
        "2 ** 200 -> OverflowError: int does not fit into i64",
        "1.5 -> TypeError: expected int, got float",
        "1 -> TypeError: expected bool, got int",
        "'ab' -> TypeError: expected list, got str",
        "(1, 2) -> ValueError: expected a tuple of 1, got one of 2",
        "[1, 'a'] -> TypeError: expected int, got str",
    ];
    assert_eq!(told, expected);
}

#[test]
fn iterables_and_subclasses_convert_too() -> Result<(), Error> {
    let mut session = session_with("class N(int): pass\nclass L(list): pass\n");
    assert_eq!(session.eval::<Vec<i64>>("range(3)")?, [0, 1, 2]);
    assert_eq!(
        session.eval::<Vec<i64>>("(x * x for x in L([1, 2]))")?,
        [1, 4]
    );
    assert_eq!(session.eval::<i64>("N(5)")?, 5);
    assert_eq!(session.eval::<f64>("3")?, 3.0);
    Ok(())
}

#[test]
fn kept_values_are_places_in_their_session() -> Result<(), Error> {
    let mut session = session_with(
        "class A:\n    n = 1\n    def up(self, by):\n        self.n += by\n        return self\n",
    );
    let a: Value = session.eval("A()")?;
    let same: Value = session.call_method(&a, "up", (4,))?;
    assert_eq!(session.attribute::<i64>(&same, "n")?, 5);
    session.set("a", &a)?;
    session.set("b", same)?;
    assert!(session.eval::<bool>("a is b")?);
    let list: Value = session.eval("[1]")?;
    session.call_method::<()>(&list, "append", (list.clone(),))?;
    assert_eq!(session.repr(&list)?, "[1, [...]]");

    let mut other = super::session();
    let error = other.set("x", &a).expect_err("of another session");
    assert_eq!(
        error.to_string(),
        "RuntimeError: the value belongs to another session"
    );
    drop(session);
    drop(a);
    Ok(())
}

#[test]
fn dropped_handles_let_go_of_their_values() -> Result<(), Error> {
    let mut session = session_with("class A:\n    def __del__(self): gone.append(1)\ngone = []\n");
    let handles: Vec<Value> = session.eval("[A() for _ in range(3)]")?;
    assert_eq!(session.eval::<usize>("len(gone)")?, 0);
    std::thread::spawn(move || drop(handles))
        .join()
        .expect("no panic");
    session.run_source("m.py", "pass")?;
    assert_eq!(session.eval::<usize>("len(gone)")?, 3);
    Ok(())
}
