# area: asyncio
# prio: P1
# checks: a failed future that nobody looked at is reported, once
# stderr-match: ^Future exception was never retrieved$
# stderr-match: ^future: <Future finished exception=ValueError\('lost'\)
# stderr-match: ^ValueError: lost$
import asyncio
import gc


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    f.set_exception(ValueError("lost"))
    del f
    gc.collect()
    seen = loop.create_future()
    seen.set_exception(ValueError("seen"))
    seen.exception()
    del seen
    g = loop.create_future()
    g.set_exception(ValueError("cancelled later"))
    print(g.cancel())
    del g
    print("end")


asyncio.run(main())
