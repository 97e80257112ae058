"""A pool of workers that share one queue, and a clean shutdown."""
import asyncio

JOBS = 12
WORKERS = 3


async def work(job):
    """Pretends to fetch something; every fourth job fails."""
    await asyncio.sleep(0.001 * (job % 5))
    if job % 4 == 3:
        raise ConnectionError(f"job {job} lost its peer")
    return job * job


async def worker(queue, done, failed):
    while True:
        job = await queue.get()
        try:
            done[job] = await work(job)
        except ConnectionError as error:
            failed[job] = str(error)
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=4)
    done, failed = {}, {}
    workers = [asyncio.create_task(worker(queue, done, failed), name=f"worker {n}") for n in range(WORKERS)]

    for job in range(JOBS):
        await queue.put(job)
    await queue.join()

    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)

    print("done:  ", dict(sorted(done.items())))
    for job in sorted(failed):
        print("failed:", failed[job])
    print("workers cancelled:", all(task.cancelled() for task in workers))


asyncio.run(main())
