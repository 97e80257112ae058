//! Compiling, running, evaluating, calling; sessions and threads.

use hoopsnake::{Capture, Engine, Error};

use super::{session, session_with};

#[test]
fn one_line_is_enough() -> Result<(), Error> {
    assert_eq!(hoopsnake::eval::<i64>("1 + 1")?, 2);
    assert_eq!(hoopsnake::eval::<String>("'-'.join('abc')")?, "a-b-c");
    Ok(())
}

#[test]
fn a_program_runs_in_many_sessions_and_threads() -> Result<(), Error> {
    let engine = Engine::new();
    let program = engine.compile("count.py", "n = 0\nfor i in range(1000):\n    n += i * k\n")?;
    let threads = (1..=4_i64).map(|k| {
        let (engine, program) = (engine.clone(), program.clone());
        std::thread::spawn(move || -> Result<i64, Error> {
            let mut session = engine.session().build()?;
            session.set("k", k)?;
            session.exec(&program)?;
            session.exec(&program)?;
            session.get("n")
        })
    });
    let threads: Vec<_> = threads.collect();
    for (k, thread) in (1..).zip(threads) {
        assert_eq!(thread.join().expect("no panic")?, 499_500 * k);
    }
    Ok(())
}

#[test]
fn a_session_moves_between_threads() -> Result<(), Error> {
    let mut session =
        session_with("seen = []\ndef add(x):\n    seen.append(x)\n    return len(seen)\n");
    for round in 1..=3_i64 {
        session = std::thread::spawn(move || {
            assert_eq!(
                session
                    .call::<i64>("add", (round,))
                    .map_err(|e| e.to_string()),
                Ok(round)
            );
            session
        })
        .join()
        .expect("no panic");
    }
    assert_eq!(session.get::<Vec<i64>>("seen")?, [1, 2, 3]);
    Ok(())
}

#[test]
fn calls_block_on_async_functions_too() -> Result<(), Error> {
    let mut session = session_with(
        "import asyncio\n\
         async def slow(x):\n    await asyncio.sleep(0.001)\n    return x * 2\n\
         async def many(n):\n    return sum(await asyncio.gather(*[slow(i) for i in range(n)]))\n\
         def plain(x): return x\n",
    );
    assert_eq!(session.call::<i64>("many", (10,))?, 90);
    assert_eq!(session.call::<i64>("plain", (1,))?, 1);
    assert_eq!(session.eval::<i64>("await slow(4) + 1")?, 9);
    Ok(())
}

#[test]
fn tasks_go_on_and_end_with_the_session() -> Result<(), Error> {
    let out = Capture::new();
    let mut session = Engine::new().session().stdout(out.clone()).build()?;
    session.run_source(
        "main.py",
        "import asyncio\n\
         async def work():\n    print('begins')\n    await asyncio.sleep(0.001)\n    print('ends')\n\
         task = asyncio.create_task(work())\n\
         await asyncio.sleep(0)\n",
    )?;
    assert_eq!(out.take(), "begins\n");
    session.run_pending()?;
    assert_eq!(out.take(), "ends\n");
    session.run_source("more.py", "task = asyncio.create_task(work())")?;
    session.close()?;
    assert_eq!(out.take(), "begins\nends\n");
    Ok(())
}

#[test]
fn closing_a_session_runs_finalisers() -> Result<(), Error> {
    let out = Capture::new();
    let mut session = Engine::new().session().stdout(out.clone()).build()?;
    session.run_source(
        "main.py",
        "class A:\n    def __del__(self): print('gone', name)\nname = 'x'\na = A()\n",
    )?;
    assert_eq!(out.take(), "");
    session.close()?;
    assert_eq!(out.take(), "gone x\n");
    Ok(())
}

#[test]
fn sessions_do_not_see_each_other() -> Result<(), Error> {
    let (mut one, mut two) = (session(), session());
    one.set("x", 1)?;
    two.set("x", 2)?;
    one.run_source("a.py", "import math\nmath.pi = 3")?;
    assert_eq!((one.get::<i64>("x")?, two.get::<i64>("x")?), (1, 2));
    assert!(two.eval::<f64>("__import__('math').pi")? > 3.1);
    Ok(())
}

#[test]
fn what_is_printed_goes_to_the_sinks() -> Result<(), Error> {
    let (out, err) = (Capture::new(), Capture::new());
    let mut session = Engine::new()
        .session()
        .stdout(out.clone())
        .stderr(err.clone())
        .build()?;
    session.run_source(
        "main.py",
        "import sys\nprint('out', end='')\nprint('err', file=sys.stderr)",
    )?;
    assert_eq!(
        (out.take(), err.take()),
        ("out".to_owned(), "err\n".to_owned())
    );
    Ok(())
}
