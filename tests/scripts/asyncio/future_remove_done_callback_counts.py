# area: asyncio
# prio: P1
# checks: removing callbacks: all equal ones, and how many
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    seen = []
    f = loop.create_future()

    class Adder:
        def __init__(self, n):
            self.n = n

        def __eq__(self, other):
            return isinstance(other, Adder) and self.n == other.n

        def __call__(self, fut):
            seen.append(self.n)

    for n in (1, 2, 1, 3, 1):
        f.add_done_callback(Adder(n))
    print(f.remove_done_callback(Adder(1)), f.remove_done_callback(Adder(1)))
    print(f.remove_done_callback(Adder(9)))
    f.set_result(None)
    f.add_done_callback(Adder(4))
    await asyncio.sleep(0)
    print(seen)
    print(f.remove_done_callback(Adder(2)))


asyncio.run(main())
