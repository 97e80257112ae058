//! Tasks that were created, failed, cancelled and finished leave nothing behind: the heap is as large as before.
//!
//! `TASKS=1000000 cargo test leaks` for the large count.

use hoopsnake::{Engine, Session};

const PROGRAM: &str = "
import asyncio, gc

async def finishes(n):
    await asyncio.sleep(0)
    return n

async def fails(n):
    await asyncio.sleep(0)
    raise ValueError(n)

async def waits(event):
    try:
        await event.wait()
    finally:
        await asyncio.sleep(0)

async def child(lock, queue):
    async with lock:
        queue.put_nowait(1)
    await queue.get()
    raise KeyError

async def batch(size):
    event, lock, queue = asyncio.Event(), asyncio.Lock(), asyncio.Queue()
    tasks = [asyncio.create_task(finishes(n)) for n in range(size)]
    tasks += [asyncio.create_task(fails(n)) for n in range(size)]
    waiting = [asyncio.create_task(waits(event)) for _ in range(size)]
    await asyncio.sleep(0)
    for task in waiting:
        task.cancel('stop')
    tasks += waiting + [asyncio.create_task(finishes(n)) for n in range(size)]
    for task in tasks[-size:]:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert len(results) == 4 * size
    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(4):
                group.create_task(child(lock, queue))
    except* KeyError:
        pass
    try:
        async with asyncio.timeout(0):
            await asyncio.shield(waits(event))
    except TimeoutError:
        pass
    event.set()
    await asyncio.wait_for(waits(event), 5)

def run(tasks):
    done = 0
    while done < tasks:
        asyncio.run(batch(250))
        done += 1000
    gc.collect()
";

fn bytes_after(session: &mut Session, tasks: i64) -> Result<usize, hoopsnake::Error> {
    session.call::<()>("run", (tasks,))?;
    Ok(session.memory_used())
}

#[test]
fn tasks_leave_nothing_behind() -> Result<(), hoopsnake::Error> {
    let tasks =
        std::env::var("TASKS").map_or(20_000, |text| text.parse().expect("TASKS is a number"));
    let engine = Engine::new();
    let mut session = engine.session().build()?;
    session.run_source("leaks.py", PROGRAM)?;
    let first = bytes_after(&mut session, 5000)?;
    let before = bytes_after(&mut session, 5000)?;
    let after = bytes_after(&mut session, tasks)?;
    assert!(
        after <= before + 4096,
        "{first} bytes at first, {before} before, {after} after {tasks} tasks"
    );
    Ok(())
}
