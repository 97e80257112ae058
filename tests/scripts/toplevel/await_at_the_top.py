# area: toplevel
# prio: P0
# checks: await, gather and comprehensions with await at the top level of the program
import asyncio


async def double(x):
    await asyncio.sleep(0)
    return x * 2


print(await double(4))
a, b = await asyncio.gather(double(1), double(2))
print(a, b, [await double(i) for i in range(3)], f"{await double(5)}")
if __name__ == "__main__":
    print("main", await asyncio.sleep(0, "value"))
print(sum([await double(i) for i in range(4)]), await double(await double(1)))
