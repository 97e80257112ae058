//! Threads of a script inside a host: one thread of the system runs them all, wherever the session is.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use hoopsnake::{Engine, ErrorKind, Limits, Session};

const PRELUDE: &str = "\
import threading, time, queue
count = 0
def endless():
    global count
    while True: count += 1
def sleepy():
    global count
    while True:
        time.sleep(0.001)
        count += 1
def start(f): threading.Thread(target=f, daemon=True).start()
def nap(seconds): time.sleep(seconds)
";

fn session(limits: Limits) -> Session {
    let mut session = Engine::new()
        .session()
        .limits(limits)
        .build()
        .expect("a session");
    session.run_source("main.py", PRELUDE).expect("it is small");
    session
}

#[test]
fn limits_hold_for_all_threads_together() {
    for text in [
        "start(endless)\nthreading.Event().wait()",
        "start(endless)\nstart(endless)\nwhile True: pass",
        "t = threading.Thread(target=lambda: sorted([2, 1], key=lambda x: endless()))\nt.start()\nt.join()",
        "import asyncio\nasyncio.run(asyncio.to_thread(endless))",
    ] {
        let mut session = session(Limits::default().fuel(500_000));
        let error = session.run_source("main.py", text).expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Limit, "{text}: {error}");
        assert_eq!(session.eval::<i64>("1 + 1").expect("it goes on"), 2);
    }
}

#[test]
fn a_deadline_ends_waiting() {
    let mut session = session(Limits::default().deadline(Duration::from_millis(60)));
    for text in [
        "start(sleepy)\nthreading.Event().wait()",
        "start(sleepy)\nthreading.Thread(target=lambda: list(map(time.sleep, [100]))).start()\ntime.sleep(100)",
        "import asyncio\nasyncio.run(asyncio.to_thread(time.sleep, 100))",
    ] {
        let begin = Instant::now();
        let error = session.run_source("main.py", text).expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Limit, "{text}: {error}");
        assert!(begin.elapsed() < Duration::from_secs(5), "{text}");
    }
}

#[test]
fn threads_go_on_in_later_calls_and_on_other_threads_of_the_host() {
    let mut session = session(Limits::default());
    session
        .run_source("main.py", "start(sleepy)")
        .expect("it starts");
    for _ in 0..3 {
        let before: i64 = session.get("count").expect("a global");
        let moved = std::thread::spawn(move || {
            session.call::<()>("nap", (0.02,)).expect("it naps");
            session
        });
        session = moved.join().expect("no panic");
        let after: i64 = session.get("count").expect("a global");
        assert!(after > before, "{after} > {before}");
    }
}

#[test]
fn a_session_may_be_dropped_with_threads_in_every_state() {
    let mut session = session(Limits::default());
    let text = "\
import asyncio
lock = threading.Lock()
lock.acquire()
def held():
    own = [{'a': [object()]} for _ in range(10)]
    with lock: print(own)
def generates():
    def numbers():
        for i in range(10):
            own = [i] * 100
            lock.acquire()
            yield own
    for n in numbers(): pass
async def waits():
    own = [1] * 100
    await asyncio.sleep(1000)
for f in (held, generates, sleepy, endless, lambda: asyncio.run(waits()), queue.Queue().get):
    start(f)
nap(0.05)
";
    session.run_source("main.py", text).expect("it runs");
    drop(session);
}

#[test]
fn an_interrupt_stops_what_all_wait_for() {
    let mut session = session(Limits::default());
    let handle = session.interrupt_handle();
    let host = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(50));
        handle.interrupt();
    });
    let error = session
        .run_source("main.py", "start(sleepy)\nthreading.Event().wait()")
        .expect_err("it is interrupted");
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    host.join().expect("no panic");
    assert_eq!(session.eval::<i64>("1 + 1").expect("it goes on"), 2);
}

#[test]
fn closing_waits_for_threads_that_are_no_daemons() {
    let mut session = session(Limits::default());
    session.function("done", || 1);
    let text = "threading.Thread(target=lambda: (time.sleep(0.02), done())).start()";
    session.run_source("main.py", text).expect("it starts");
    session.close().expect("it ends");
}

/// A session whose function `fetch` blocks until the script has called `answer`.
fn with_a_slow_function() -> Session {
    let (answer, question) = std::sync::mpsc::channel::<i64>();
    let (answer, question) = (Mutex::new(answer), Mutex::new(question));
    let engine = Engine::builder()
        .blocking_function("fetch", move |add: i64| -> Result<i64, String> {
            let wait = question.lock().expect("nobody panics with it");
            match wait.recv_timeout(Duration::from_secs(10)) {
                Ok(number) if number < 0 => Err(format!("{number} is negative")),
                Ok(number) => Ok(number + add),
                Err(error) => Err(error.to_string()),
            }
        })
        .blocking_function("fails", || -> i64 { panic!("the host is wrong") })
        .function("answer", move |number: i64| {
            answer
                .lock()
                .expect("nobody panics with it")
                .send(number)
                .expect("it is waited for");
        })
        .build();
    engine.session().build().expect("a session")
}

#[test]
fn a_blocking_function_of_the_host_holds_nobody_up() {
    let mut session = with_a_slow_function();
    let text = "\
import asyncio, threading
log = []
async def main():
    call = asyncio.create_task(asyncio.to_thread(fetch, 1))
    for i in range(3):
        await asyncio.sleep(0.002)
        log.append(i)
    answer(41)
    log.append(await call)
    answer(-1)
    try:
        await asyncio.to_thread(fetch, add)
    except RuntimeError as e:
        log.append(str(e))
    try:
        await asyncio.to_thread(fetch, 'x')
    except TypeError as e:
        log.append('type')
add = 0
asyncio.run(main())
found = []
threads = [threading.Thread(target=lambda n=n: found.append(fetch(n))) for n in range(3)]
for t in threads: t.start()
for t in threads: answer(10)
for t in threads: t.join()
answer(5)
log += [sorted(found), fetch(5)]
text = repr(log)
";
    session.run_source("main.py", text).expect("it ends");
    let log: String = session.eval("text").expect("a text");
    assert_eq!(
        log,
        "[0, 1, 2, 42, '-1 is negative', 'type', [10, 11, 12], 10]"
    );
}

#[test]
fn a_blocking_function_that_panics_raises() {
    let mut session = with_a_slow_function();
    let error = session
        .run_source(
            "main.py",
            "import asyncio\nasyncio.run(asyncio.to_thread(fails))",
        )
        .expect_err("it panics");
    assert!(error.to_string().contains("panicked"), "{error}");
    assert_eq!(session.eval::<i64>("1 + 1").expect("it goes on"), 2);
}
