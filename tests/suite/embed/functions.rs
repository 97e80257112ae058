//! Functions of the host, called by scripts.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use hoopsnake::{Engine, Error, Value};

use super::session;

#[test]
fn closures_have_state_and_types() -> Result<(), Error> {
    let total = Arc::new(AtomicU64::new(0));
    let shared = total.clone();
    let mut session = session();
    session.function("add", move |n: u64| {
        shared.fetch_add(n, Ordering::Relaxed) + n
    });
    session.run_source("m.py", "for i in range(5):\n    last = add(i)\n")?;
    assert_eq!(session.get::<u64>("last")?, 10);
    assert_eq!(total.load(Ordering::Relaxed), 10);
    Ok(())
}

#[test]
fn arguments_are_checked_in_pythons_words() -> Result<(), Error> {
    let mut session = session();
    session.function("area", |width: f64, height: Option<f64>| {
        width * height.unwrap_or(1.0)
    });
    assert_eq!(session.eval::<f64>("area(2, 3.5)")?, 7.0);
    assert_eq!(session.eval::<f64>("area(2)")?, 2.0);
    let error = session.eval::<f64>("area('x')").expect_err("a str");
    assert_eq!(
        error.to_string(),
        "TypeError: argument 1: expected float, got str"
    );
    for wrong in ["area()", "area(1, 2, 3)", "area(1, height=2)"] {
        let error = session.eval::<f64>(wrong).expect_err(wrong);
        assert_eq!(error.type_name(), "TypeError", "{wrong}");
        assert!(error.message().contains("area"), "{wrong}: {error}");
    }
    Ok(())
}

#[test]
fn modules_of_the_host_are_imported() -> Result<(), Error> {
    let engine = Engine::builder()
        .module("shop", |m| {
            m.function("price", |name: String| (name == "tea").then_some(3));
            m.function("nothing", || ());
            m.constant("RATES", vec![1.5, 2.5]);
        })
        .function("shout", |text: String| text.to_uppercase())
        .build();
    let mut session = engine.session().build()?;
    session.run_source(
        "m.py",
        "from shop import price, RATES\nimport shop\nx = [price('tea'), price('ink'), shop.nothing(), shout('a'), RATES]\n",
    )?;
    assert_eq!(
        session.eval::<String>("repr(x)")?,
        "[3, None, None, 'A', [1.5, 2.5]]"
    );
    assert_eq!(
        session.eval::<String>("str(shop.price)")?,
        "<built-in function price>"
    );
    Ok(())
}

#[test]
fn a_function_can_keep_a_value_for_later() -> Result<(), Error> {
    let kept = Arc::new(std::sync::Mutex::new(Vec::new()));
    let handlers = kept.clone();
    let mut session = session();
    session.function("on_event", move |handler: Value| {
        handlers.lock().expect("not poisoned").push(handler);
    });
    session.run_source(
        "m.py",
        "seen = []\n@on_event\ndef f(x): seen.append(x)\non_event(lambda x: seen.append(-x))\n",
    )?;
    let handlers = kept.lock().expect("not poisoned").clone();
    for handler in &handlers {
        session.call_value::<()>(handler, (7,))?;
    }
    assert_eq!(session.get::<Vec<i64>>("seen")?, [7, -7]);
    Ok(())
}
