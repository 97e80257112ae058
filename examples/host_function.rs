//! A host that gives its scripts functions with state, and limits what they may use.
//!
//! `cargo run --example host_function`

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hoopsnake::{Engine, Error, ErrorKind, Limits};

type Shelf = Arc<Mutex<HashMap<String, u32>>>;

/// A module `stock` over the host's own data.
fn engine(shelf: &Shelf) -> Engine {
    let (counted, taken) = (shelf.clone(), shelf.clone());
    Engine::builder()
        .module("stock", |m| {
            // Option<u32> arrives as an int or None.
            m.function("count", move |name: String| {
                let shelf = counted.lock().unwrap_or_else(PoisonError::into_inner);
                shelf.get(&name).copied()
            });
            // An error is raised in the script.
            m.function("take", move |name: String, n: Option<u32>| {
                let mut shelf = taken.lock().unwrap_or_else(PoisonError::into_inner);
                let left = shelf
                    .get_mut(&name)
                    .ok_or_else(|| Error::exception("KeyError", name))?;
                *left = left
                    .checked_sub(n.unwrap_or(1))
                    .ok_or_else(|| Error::exception("ValueError", "not enough left"))?;
                Ok::<u32, Error>(*left)
            });
        })
        .build()
}

fn main() -> Result<(), Error> {
    let shelf: Shelf = Arc::new(Mutex::new(HashMap::from([("tea".to_owned(), 3)])));
    let limits = Limits::default()
        .fuel(1_000_000)
        .memory(32 << 20)
        .deadline(Duration::from_secs(2));
    let mut session = engine(&shelf).session().limits(limits).build()?;

    session.run_source(
        "order.py",
        "import stock
print('tea:', stock.count('tea'), 'ink:', stock.count('ink'))
while True:
    try:
        print('left:', stock.take('tea'))
    except ValueError as error:
        print('sold out:', error)
        break
",
    )?;

    // A script cannot catch a limit, and the session can be used after it.
    let greedy = "try:\n    while True: pass\nexcept BaseException: print('caught')";
    match session.run_source("greedy.py", greedy) {
        Err(error) if error.kind() == ErrorKind::Limit => println!("stopped: {error}"),
        other => other?,
    }
    let left: u32 = session.eval("stock.count('tea')")?;
    println!("the session goes on: {left} left");
    Ok(())
}
