# area: programs
# prio: P1
# checks: accounts with an event log, decorators, context managers, custom errors
import contextlib
import functools
import random
from collections import Counter, defaultdict, deque, namedtuple

Event = namedtuple("Event", "number kind account amount", defaults=(0,))


class BankError(Exception):
    code = 0

    def __init_subclass__(cls, /, code, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.code = code

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


class InsufficientFunds(BankError, code=10):
    def __init__(self, account, needed):
        super().__init__(f"{account.owner} lacks {needed - account.balance}")
        self.account = account


class Frozen(BankError, code=20):
    pass


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name, 0)

    def __set__(self, instance, value):
        if not isinstance(value, int):
            raise TypeError(f"{self.name[1:]} must be int, not {type(value).__name__}")
        if value < 0:
            raise ValueError(f"{self.name[1:]} must not be negative: {value}")
        setattr(instance, self.name, value)


def logged(kind):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(self, amount, *args, **kwargs):
            try:
                result = function(self, amount, *args, **kwargs)
            except BankError as e:
                self.bank.record("failed " + kind, self, amount)
                e.add_note(f"while trying to {kind}")
                raise
            self.bank.record(kind, self, amount)
            return result
        wrapper.kind = kind
        return wrapper
    return decorate


@functools.total_ordering
class Account:
    balance = Positive()
    limit = Positive()

    def __init__(self, bank, owner, balance=0, limit=1000):
        self.bank, self.owner = bank, owner
        self.balance, self.limit = balance, limit
        self.frozen = False

    @logged("deposit")
    def deposit(self, amount):
        "Put money in."
        self.balance += amount

    @logged("withdraw")
    def withdraw(self, amount):
        if self.frozen:
            raise Frozen(f"{self.owner} is frozen")
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount

    def __eq__(self, other):
        return self.balance == other.balance if isinstance(other, Account) else NotImplemented

    def __lt__(self, other):
        return self.balance < other.balance if isinstance(other, Account) else NotImplemented

    __hash__ = object.__hash__

    def __format__(self, spec):
        return format(f"{self.owner}:{self.balance}", spec)


class Bank:
    def __init__(self):
        self.accounts = {}
        self.log = deque(maxlen=50)
        self.counts = Counter()

    def open(self, owner, **kwargs):
        return self.accounts.setdefault(owner, Account(self, owner, **kwargs))

    def record(self, kind, account, amount=0):
        self.counts[kind] += 1
        self.log.append(Event(sum(self.counts.values()), kind, account.owner, amount))

    @contextlib.contextmanager
    def transaction(self, *accounts):
        before = {account: account.balance for account in accounts}
        try:
            yield before
        except BankError as e:
            for account, balance in before.items():
                account.balance = balance
            print("rolled back:", e, getattr(e, "__notes__", []))
        else:
            print("committed:", ", ".join(f"{a}" for a in sorted(accounts)))
        finally:
            self.counts["transactions"] += 1

    def transfer(self, source, target, amount):
        with self.transaction(source, target):
            target.deposit(amount)
            source.withdraw(amount)


bank = Bank()
ann, bob, eve = (bank.open(name, balance=b) for name, b in (("ann", 100), ("bob", 50), ("eve", 0)))
bank.transfer(ann, bob, 30)
bank.transfer(eve, bob, 1)
bob.frozen = True
bank.transfer(bob, ann, 10)
print(f"{ann:>10}|{bob:<10}|{eve:^10}|", ann < bob, max(ann, bob, eve).owner, ann >= ann, ann != eve)
for action in (lambda: ann.deposit("5"), lambda: ann.deposit(-500), lambda: setattr(ann, "balance", 1.5), lambda: setattr(ann, "limit", -1), lambda: ann < 5, lambda: Account.deposit(), lambda: ann.withdraw(10 ** 6)):
    try:
        action()
    except (BankError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    class Nameless(BankError): pass
except TypeError as e:
    print(e)
rng = random.Random(7)
names = list(bank.accounts)
for _ in range(12):
    a, b = rng.sample(names, 2)
    with contextlib.redirect_stdout(None), contextlib.suppress(ValueError):
        bank.transfer(bank.accounts[a], bank.accounts[b], rng.randrange(1, 60))
print({name: account.balance for name, account in bank.accounts.items()}, sum(a.balance for a in bank.accounts.values()))
print(bank.counts.most_common(3), bank.log[-1], bank.log[0]._replace(amount=None), len(bank.log))
grouped = defaultdict(list)
for event in bank.log:
    grouped[event.kind].append(event.amount)
print({kind: (len(amounts), max(amounts)) for kind, amounts in sorted(grouped.items())}, Account.deposit.kind, Account.deposit.__doc__, Account.deposit.__name__)
