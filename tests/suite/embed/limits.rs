//! Limits: scripts cannot catch them, and the session goes on.

use std::time::{Duration, Instant};

use hoopsnake::{Engine, ErrorKind, Limits, Session};

fn limited(limits: Limits) -> Session {
    let mut session = Engine::new()
        .session()
        .limits(limits)
        .build()
        .expect("a session");
    let text = "ran = []\nx = {'a': [1, 2, 3]}\ndef again(): return [len(x), sum(x['a'])]\n";
    session.run_source("main.py", text).expect("it is small");
    session
}

#[track_caller]
fn goes_on(session: &mut Session) {
    let outcome = session
        .call::<Vec<i64>>("again", ())
        .map_err(|error| format!("{error:?}"));
    assert_eq!(outcome, Ok(vec![1, 6]));
    let ran = session
        .get::<Vec<String>>("ran")
        .map_err(|error| format!("{error:?}"));
    assert_eq!(ran, Ok(Vec::new()));
}

const ENDLESS: &[&str] = &[
    "while True: pass",
    "try:\n    while True: pass\nexcept BaseException: ran.append('except')\nfinally: ran.append('finally')",
    "class A:\n    def __exit__(s, *a): ran.append('exit'); return True\n    def __enter__(s): pass\nwith A():\n    while True: pass",
    "def f():\n    while True: yield 1\nsum(f())",
    "sorted([1, 2, 3], key=lambda x: [0 for i in f()])\n",
    "import itertools\nsum(itertools.count())",
    "import itertools\nany(map(abs, itertools.repeat(0)))",
    "import itertools\nmax(map(lambda x: x, itertools.count()))",
    "import itertools\nset(filter(None, itertools.repeat(0)))",
    "import itertools, functools\nfunctools.reduce(lambda a, b: 0, itertools.count())",
    "import itertools\nsum(next(itertools.groupby(itertools.repeat(0), lambda x: x))[1])",
    "def f():\n    while True: yield 0\nany(f())",
    "def f(): return f() if g() else 0\ndef g():\n    while True:\n        try: g2()\n        except BaseException: ran.append('g')\ndef g2():\n    while True: pass\nf()",
    "import asyncio\nasync def f():\n    while True:\n        try: await asyncio.sleep(0)\n        except BaseException: ran.append('task')\nawait f()",
    "import asyncio\nasync def f():\n    while True: await asyncio.sleep(0)\nasync def main():\n    try: await asyncio.gather(f(), f())\n    except BaseException: ran.append('gather')\nasyncio.run(main())",
    "class A:\n    def __del__(s):\n        while True: pass\nA()\nwhile True: pass",
];

#[test]
fn fuel_ends_a_run_at_any_place() {
    for text in ENDLESS {
        if text.contains("f()])") {
            continue;
        }
        for fuel in [1, 50, 1_000, 30_000] {
            let mut session = limited(Limits::default());
            session.set_limits(Limits::default().fuel(fuel));
            let error = session.run_source("main.py", text).expect_err(text);
            assert_eq!(error.kind(), ErrorKind::Limit, "{text}\n{error:?}");
            assert_eq!(error.message(), "out of fuel");
            session.set_limits(Limits::default());
            goes_on(&mut session);
        }
    }
}

#[test]
fn a_deadline_ends_work_and_waiting() {
    let waiting = [
        "import asyncio\nawait asyncio.sleep(30)",
        "import time\ntime.sleep(30)",
    ];
    for text in ENDLESS[..2].iter().chain(&waiting) {
        let mut session = limited(Limits::default());
        session.set_limits(Limits::default().deadline(Duration::from_millis(60)));
        let start = Instant::now();
        let error = session.run_source("main.py", text).expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Limit, "{text}\n{error:?}");
        assert_eq!(error.message(), "deadline passed");
        assert!(start.elapsed() < Duration::from_secs(10), "{text}");
        session.set_limits(Limits::default());
        goes_on(&mut session);
    }
}

#[test]
fn memory_ends_what_grows() {
    for text in [
        "x2 = []\nwhile True: x2.append('a' * 1000)",
        "def f():\n    x2 = []\n    while True: x2.append([1, 2, 3])\nf()",
        "def f():\n    s = 'x'\n    while True: s = s + s\nf()",
        "def f():\n    d = {}\n    i = 0\n    while True:\n        d[i] = i\n        i += 1\nf()",
    ] {
        let mut session = limited(Limits::default().memory(16 << 20));
        let error = session.run_source("main.py", text).expect_err(text);
        let is_limit =
            error.kind() == ErrorKind::Limit && error.message() == "memory limit reached";
        assert!(
            is_limit || error.type_name() == "MemoryError",
            "{text}\n{error:?}"
        );
        let _ = session.run_source("main.py", "x2 = None");
        goes_on(&mut session);
    }
}

#[test]
fn large_things_are_refused_before_they_are_made() {
    let mut session = limited(Limits::default().memory(16 << 20));
    for text in [
        "'x' * 10**9",
        "[0] * 10**9",
        "bytes(10**9)",
        "2 ** 10**9",
        "1 << 10**9",
    ] {
        let error = session.eval::<()>(text).expect_err(text);
        assert!(
            error.type_name() == "MemoryError" || error.kind() == ErrorKind::Limit,
            "{text}: {error}"
        );
        goes_on(&mut session);
    }
}

#[test]
fn another_thread_can_stop_a_run() {
    for text in [
        "while True: pass",
        "import asyncio\nawait asyncio.sleep(30)",
        ENDLESS[1],
    ] {
        let mut session = limited(Limits::default());
        let stop = session.interrupt_handle();
        let thread = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(30));
            stop.interrupt();
        });
        let error = session.run_source("main.py", text).expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Interrupted, "{text}\n{error:?}");
        thread.join().expect("no panic");
        goes_on(&mut session);
    }
}
