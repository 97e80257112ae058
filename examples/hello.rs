//! The smallest host: evaluate, run, call.
//!
//! `cargo run --example hello`

use std::collections::BTreeMap;

use hoopsnake::{Engine, Error};

const SCRIPT: &str = "
import asyncio

async def greet(name, pause):
    await asyncio.sleep(pause)
    print('hello', name)
    return len(name)

async def greet_all(names):
    tasks = [greet(name, i / 100) for i, name in enumerate(names)]
    return dict(zip(names, await asyncio.gather(*tasks)))
";

fn main() -> Result<(), Error> {
    let sum: i64 = hoopsnake::eval("sum(x * x for x in range(10))")?;
    println!("the sum is {sum}");

    // An engine is shared by threads; a session is one interpreter, with its heap and its event loop.
    let engine = Engine::new();
    let program = engine.compile("greet.py", SCRIPT)?;
    let mut session = engine.session().build()?;
    session.exec(&program)?;

    // Calling an async function blocks until it has ended.
    let names = vec!["Ada", "Grace"];
    let lengths: BTreeMap<String, usize> = session.call("greet_all", (names,))?;
    println!("{lengths:?}");

    // What a script raises is an error with Python's own words.
    if let Err(error) = session.call::<()>("greet_all", (42,)) {
        print!("{}", error.traceback());
    }
    Ok(())
}
