# area: programs
# prio: P1
# checks: producers and consumers in a task group, and a bank with exceptions and context managers

import asyncio
import contextlib
from dataclasses import dataclass, field


class BankError(Exception):
    pass


class Insufficient(BankError):
    def __init__(self, account, wanted):
        super().__init__(f"{account.owner} has {account.balance}, wanted {wanted}")
        self.missing = wanted - account.balance


class Closed(BankError):
    pass


@dataclass
class Account:
    owner: str
    balance: int = 0
    open: bool = True
    lock: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)
    history: list = field(default_factory=list, repr=False)

    def change(self, amount, why):
        if not self.open:
            raise Closed(f"{self.owner}'s account is closed")
        if self.balance + amount < 0:
            raise Insufficient(self, -amount)
        self.balance += amount
        self.history.append((why, amount))


class Bank:
    def __init__(self, **balances):
        self.accounts = {name: Account(name, amount) for name, amount in balances.items()}
        self.failures = []

    @contextlib.asynccontextmanager
    async def locked(self, *names):
        async with contextlib.AsyncExitStack() as stack:
            for name in sorted(names):
                await stack.enter_async_context(self.accounts[name].lock)
            yield [self.accounts[name] for name in names]

    @contextlib.contextmanager
    def transaction(self, *accounts):
        saved = [(a, a.balance, len(a.history)) for a in accounts]
        try:
            yield
        except BaseException as error:
            for account, balance, length in saved:
                account.balance = balance
                del account.history[length:]
            error.add_note("rolled back")
            raise

    async def transfer(self, source, target, amount):
        async with self.locked(source, target) as (a, b):
            with self.transaction(a, b):
                b.change(amount, f"from {source}")
                await asyncio.sleep(0)
                a.change(-amount, f"to {target}")

    @property
    def total(self):
        return sum(a.balance for a in self.accounts.values())


async def producer(name, orders, queue):
    for order in orders:
        await queue.put((name, order))
        await asyncio.sleep(0)
    print(name, "has sent", len(orders))


async def consumer(number, bank, queue):
    done = 0
    while True:
        name, (source, target, amount) = await queue.get()
        try:
            await bank.transfer(source, target, amount)
            done += 1
        except Insufficient as error:
            bank.failures.append((name, str(error), error.missing, error.__notes__))
        except BankError as error:
            bank.failures.append((name, str(error), None, error.__notes__))
        except KeyError as error:
            bank.failures.append((name, f"no account {error}", None, []))
        finally:
            queue.task_done()
        if done and done % 3 == 0:
            await asyncio.sleep(0.001)


async def main():
    bank = Bank(ann=100, bob=50, cy=0, old=7)
    bank.accounts["old"].open = False
    queue = asyncio.Queue(maxsize=2)
    orders = {
        "web": [("ann", "bob", 30), ("bob", "cy", 500), ("cy", "ann", 1)],
        "phone": [("bob", "cy", 20), ("old", "ann", 1), ("ann", "nobody", 5), ("ann", "cy", 10)],
        "desk": [("cy", "bob", 5)] * 2,
    }
    consumers = [asyncio.create_task(consumer(n, bank, queue), name=f"c{n}") for n in range(2)]
    async with asyncio.TaskGroup() as group:
        for name, batch in orders.items():
            group.create_task(producer(name, batch, queue))
    await queue.join()
    for task in consumers:
        task.cancel()
    results = await asyncio.gather(*consumers, return_exceptions=True)
    print([type(r).__name__ for r in results], queue.empty())
    for account in bank.accounts.values():
        print(account, sorted(account.history))
    for failure in sorted(bank.failures, key=lambda f: f[:2]):
        print(failure)
    print("total", bank.total)
    try:
        async with asyncio.timeout(0.01):
            async with bank.locked("ann"):
                await bank.transfer("bob", "ann", 1)
    except TimeoutError:
        print("deadlock ended", bank.accounts["ann"].lock.locked())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(bank.transfer("ann", "old", 1), name="closed")
            group.create_task(bank.transfer("cy", "ann", 10**6))
            group.create_task(asyncio.sleep(10))
    except* Closed as errors:
        print("closed:", [str(e) for e in errors.exceptions])
    except* Insufficient as errors:
        print("insufficient:", [e.missing for e in errors.exceptions])
    print("total", bank.total, [a.lock.locked() for a in bank.accounts.values()])


asyncio.run(main())
