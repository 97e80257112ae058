# area: threads
# prio: P0
# checks: every thread has its own running loop; asyncio.run in threads, nested awaits of threads
import asyncio
import threading

results = {}
lock = threading.Lock()


async def job(name):
    loop = asyncio.get_running_loop()
    assert asyncio.all_tasks() == {asyncio.current_task()}
    for _ in range(3):
        await asyncio.sleep(0.001)
    inner = await asyncio.to_thread(lambda: threading.current_thread() is threading.main_thread())
    assert asyncio.get_running_loop() is loop
    return name.upper(), inner


def runner(name):
    value = asyncio.run(job(name))
    try:
        asyncio.get_running_loop()
    except RuntimeError as e:
        value += (str(e),)
    with lock:
        results[name] = value


threads = [threading.Thread(target=runner, args=(f"t{i}",)) for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
for name in sorted(results):
    print(name, results[name])


def no_loop():
    try:
        asyncio.get_event_loop()
    except RuntimeError as e:
        print(e)


t = threading.Thread(target=no_loop, name="bare")
t.start()
t.join()


async def main():
    print(await asyncio.to_thread(asyncio.run, job("inside")))
    try:
        asyncio.run(job("x"))
    except RuntimeError as e:
        print(e)


import warnings

warnings.simplefilter("ignore")
asyncio.run(main())
