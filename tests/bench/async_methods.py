# group: asyncio_await
import asyncio


class Account:
    def __init__(self):
        self.balance = 0

    async def deposit(self, amount, *, note=None):
        self.balance += amount
        return self.balance

    async def move(self, other, amount):
        await other.deposit(amount, note="moved")
        return await self.deposit(-amount)


async def main():
    a, b = Account(), Account()
    for i in range(200_000):
        await a.move(b, i & 7)
    print(a.balance, b.balance)


asyncio.run(main())
