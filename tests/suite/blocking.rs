//! Threads that read from pipes: nobody else is held up.

use std::path::Path;
use std::process::Command;

use crate::cli::{Desk, expect};

const PROGRAM: &str = "\
import asyncio
log = []
def lines():
    with open('a') as file:
        log.append('open')
        log.extend(file)
def parts():
    with open('b', 'rb') as file:
        log.append(file.read(3))
        log.append(file.readline())
        log.append(file.read())
async def until(n):
    while len(log) < n:
        await asyncio.sleep(0.002)
    print(log)
async def main():
    readers = [asyncio.create_task(asyncio.to_thread(f)) for f in (lines, parts)]
    await asyncio.sleep(0.01)
    print('not held up', log)
    with await asyncio.to_thread(open, 'a', 'w') as file:
        await until(1)
        for i in range(2):
            file.write(f'line {i}\\n')
            file.flush()
            await until(2 + i)
        file.write('rest')
    await until(4)
    log.clear()
    with await asyncio.to_thread(open, 'b', 'wb') as file:
        for text, n in ((b'a', 0), (b'bcd', 1), (b'ef\\ng', 2), (b'h', 2)):
            file.write(text)
            file.flush()
            await until(n)
    await asyncio.gather(*readers)
    print(log)
asyncio.run(main())
";

fn make_pipe(folder: &Path, name: &str) {
    let made = Command::new("mkfifo").arg(folder.join(name)).status();
    assert!(made.expect("mkfifo can be run").success());
}

#[test]
fn who_reads_a_pipe_in_a_thread_holds_nobody_up() {
    let desk = Desk::new("pipes").with("main.py", PROGRAM);
    make_pipe(desk.path(), "a");
    make_pipe(desk.path(), "b");
    let outcome = desk.hoop(&["main.py"]);
    let printed = "\
not held up []
['open']
['open', 'line 0\\n']
['open', 'line 0\\n', 'line 1\\n']
['open', 'line 0\\n', 'line 1\\n', 'rest']
[]
[b'abc']
[b'abc', b'def\\n']
[b'abc', b'def\\n']
[b'abc', b'def\\n', b'gh']
";
    expect(&outcome, 0, printed, &[]);
}
