# area: programs
# prio: P1
# checks: coroutines by send, yield from, lazy pipelines, tree walks, schedulers without asyncio
import contextlib
import functools
import itertools
import operator
from collections import deque


def primed(function):
    @functools.wraps(function)
    def start(*args, **kwargs):
        generator = function(*args, **kwargs)
        next(generator)
        return generator
    return start


@primed
def averager():
    total = count = 0
    average = None
    while True:
        try:
            value = yield average
        except ValueError as e:
            print("ignored", e)
            continue
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


def collecting(results):
    while True:
        key = yield
        if key is None:
            return "all collected"
        results[key] = yield from averager.__wrapped__()


average = averager()
print([average.send(x) for x in (10, 30, 5)], average.throw(ValueError("bad")), average.send(15))
try:
    average.send(None)
except StopIteration as stop:
    print(stop.value, stop.args)
results = {}
collector = collecting(results)
next(collector)
for key, values in {"a": [1, 2, 3], "b": [10]}.items():
    collector.send(key)
    for value in values:
        collector.send(value)
    collector.send(None)
try:
    collector.send(None)
except StopIteration as stop:
    print(results, stop.value)


class Node:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child

    def leaves(self, depth=0):
        if not self.children:
            yield depth, self.value
            return 1
        found = 0
        for child in self.children:
            found += yield from child.leaves(depth + 1)
        return found

    def level_order(self):
        queue = deque([self])
        while queue:
            node = queue.popleft()
            yield node.value
            queue.extend(node.children)


tree = Node(1, Node(2, Node(4), Node(5, Node(8))), Node(3, Node(6), Node(7)))
print(list(tree), list(tree.level_order()), list(tree.leaves()), sum(tree), max(tree), 8 in tree, [*tree, *"ab"][-3:])


def counted(generator):
    result = yield from generator
    print("returned", result)


print(len(list(counted(tree.leaves()))))


class Scheduler:
    def __init__(self):
        self.ready, self.log, self.clock, self.sleeping = deque(), [], 0, []

    def spawn(self, name, generator):
        self.ready.append((name, generator, None))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.sleeping.sort(key=operator.itemgetter(0))
                self.clock, *task = self.sleeping.pop(0)
                self.ready.append((*task, self.clock))
            name, generator, value = self.ready.popleft()
            try:
                request = generator.send(value)
            except StopIteration as stop:
                self.log.append(f"{name} done {stop.value}")
            except Exception as e:
                self.log.append(f"{name} failed {e!r}")
            else:
                match request:
                    case ("sleep", n): self.sleeping.append((self.clock + n, name, generator))
                    case ("spawn", child): self.spawn(f"{name}/{len(self.log)}", child); self.ready.append((name, generator, "spawned"))
                    case None: self.ready.append((name, generator, None))
                    case other: self.ready.append((name, generator, f"what is {other!r}?"))
        return self.log


def sleep(n):
    woke = yield ("sleep", n)
    return woke


def task(n):
    first = yield from sleep(n)
    second = yield from sleep(n)
    return first, second


def parent():
    answer = yield ("spawn", task(1))
    reply = yield "nonsense"
    yield
    return answer, reply


def failing():
    try:
        yield from sleep(4)
        raise RuntimeError("late")
    finally:
        yield None


scheduler = Scheduler()
for name, generator in {"t3": task(3), "p": parent(), "f": failing(), "t2": task(2), "empty": iter(())}.items():
    if hasattr(generator, "send"):
        scheduler.spawn(name, generator)
print(*scheduler.run(), sep="\n")


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def sieve():
    numbers = itertools.count(2)
    while True:
        prime = next(numbers)
        yield prime
        numbers = filter(functools.partial(lambda p, n: n % p, prime), numbers)


def window(iterable, n):
    it = iter(iterable)
    items = deque(itertools.islice(it, n), maxlen=n)
    if len(items) == n:
        yield tuple(items)
    for item in it:
        items.append(item)
        yield tuple(items)


def flatten(x, *, stop=(str, bytes)):
    if isinstance(x, stop):
        yield x
        return
    try:
        inner = iter(x)
    except TypeError:
        yield x
    else:
        for item in inner:
            yield from flatten(item, stop=stop)


class Pipe:
    def __init__(self, source): self.source = source
    def __or__(self, step): return Pipe(step(self.source))
    def __iter__(self): return iter(self.source)


take = lambda n: lambda it: itertools.islice(it, n)
where = lambda p: functools.partial(filter, p)
each = lambda f: functools.partial(map, f)
print(list(Pipe(fibonacci()) | where(lambda n: n % 2 == 0) | each(lambda n: n * n) | take(6)), list(take(10)(sieve())))
print(list(window("abcde", 3)), list(window([1], 2)), list(flatten([1, [2, (3, {4: 5}), "six"], [], range(2), b"x"])))


@contextlib.contextmanager
def tag(name, out):
    out.append(f"<{name}>")
    try:
        yield lambda text: out.append(text)
    except KeyError as e:
        out.append(f"!{e}")
    finally:
        out.append(f"</{name}>")


out = []
with tag("a", out) as write, tag("b", out):
    write("text")
    raise KeyError("lost")
print("".join(out))
g = (x * y for x in range(3) for y in "ab")
print(list(g), g.gi_frame, (lambda: (yield))().__next__(), type(x for x in ()).__name__)
closing = fibonacci()
with contextlib.closing(closing) as f:
    print(next(f), next(f), f.gi_running, f.gi_frame is not None)
print(next(closing, "closed"), closing.gi_frame, closing.__name__, closing.__qualname__)
merged = list(itertools.chain.from_iterable(itertools.zip_longest([1, 4], "xyz", fillvalue=None)))
rounds = itertools.cycle([iter("ab"), iter("c")])
print(merged, [next(next(rounds), "-") for _ in range(5)], list(itertools.accumulate([3, 1, 4], operator.mul)), [k + str(len(list(v))) for k, v in itertools.groupby("aabccc")])
