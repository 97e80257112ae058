# area: programs
# prio: P1
# checks: version ranges, backtracking resolution, topological order, and a priority scheduler

from __future__ import annotations

import heapq
import itertools
from dataclasses import dataclass, field
from enum import IntEnum
from functools import total_ordering


@total_ordering
class Version:
    def __init__(self, text: str):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return ".".join(map(str, self.parts))


@dataclass(frozen=True)
class Need:
    name: str
    op: str = ""
    version: Version | None = None

    @classmethod
    def parse(cls, text: str) -> Need:
        for op in (">=", "<=", "==", "<", ">"):
            if op in text:
                name, _, version = text.partition(op)
                return cls(name.strip(), op, Version(version))
        return cls(text.strip())

    def allows(self, version: Version) -> bool:
        match self.op:
            case ">=":
                return version >= self.version
            case "<=":
                return version <= self.version
            case "==":
                return version == self.version
            case "<":
                return version < self.version
            case ">":
                return version > self.version
        return True

    def __str__(self):
        return f"{self.name}{self.op}{self.version or ''}"


class Unsolvable(Exception):
    pass


INDEX = {
    "app": {"1.0": ["web>=2", "log"], "2.0": ["web>=3", "log<2"]},
    "web": {"2.0": ["net>=1", "text"], "2.5": ["net>=1.5"], "3.0": ["net>=2", "text>=1.1"]},
    "net": {"1.0": [], "1.5": ["log"], "2.0": ["log>=2"], "1.10": ["log>=1"]},
    "log": {"1.0": [], "1.9": ["text"], "2.0": ["text"]},
    "text": {"1.0": [], "1.1": []},
    "odd": {"1.0": ["nowhere"]},
}


def resolve(needs: list[Need], chosen: dict[str, Version] | None = None, depth=0, log=None) -> dict[str, Version]:
    chosen = chosen or {}
    if not needs:
        return chosen
    need, *rest = needs
    if need.name in chosen:
        if need.allows(chosen[need.name]):
            return resolve(rest, chosen, depth, log)
        raise Unsolvable(f"{need} but {need.name} is {chosen[need.name]}")
    if need.name not in INDEX:
        raise Unsolvable(f"no package {need.name}")
    reasons = []
    for version in sorted(map(Version, INDEX[need.name]), reverse=True):
        if not need.allows(version):
            continue
        if log is not None:
            log.append("  " * depth + f"{need.name} {version}")
        more = [Need.parse(text) for text in INDEX[need.name][repr(version)]]
        try:
            return resolve(more + rest, chosen | {need.name: version}, depth + 1, log)
        except Unsolvable as error:
            reasons.append(str(error))
    raise Unsolvable(f"{need}: " + (reasons[-1] if reasons else "no version fits"))


def install_order(chosen: dict[str, Version]) -> list[str]:
    order, state = [], {}

    def visit(name, path=()):
        if state.get(name) == "done":
            return
        if state.get(name) == "open":
            raise Unsolvable("cycle " + " > ".join([*path, name]))
        state[name] = "open"
        for text in sorted(INDEX[name][repr(chosen[name])]):
            visit(Need.parse(text).name, (*path, name))
        state[name] = "done"
        order.append(name)

    for name in sorted(chosen):
        visit(name)
    return order


for wanted in [["app"], ["app>=2"], ["web<3", "log<2"], ["odd"], ["net==1.10"], ["net>9"], ["text<=1.0", "log>1.0"]]:
    log: list[str] = []
    try:
        chosen = resolve([Need.parse(text) for text in wanted], log=log)
        print(wanted, dict(sorted(chosen.items())), install_order(chosen), f"{len(log)} tries")
    except Unsolvable as error:
        print(wanted, "unsolvable:", error)
    if len(log) > 8:
        print("\n".join(log))
INDEX["a"], INDEX["b"] = {"1.0": ["b"]}, {"1.0": ["a"]}
try:
    install_order(resolve([Need("a")]))
except Unsolvable as error:
    print(error)


class Priority(IntEnum):
    HIGH = 1
    NORMAL = 5
    LOW = 9


@dataclass(order=True)
class Job:
    priority: Priority
    order: int
    name: str = field(compare=False)
    ticks: int = field(compare=False, default=1)
    after: frozenset[str] = field(compare=False, default=frozenset())


class Scheduler:
    def __init__(self, slice_=2):
        self.ready: list[Job] = []
        self.waiting: list[Job] = []
        self.done: set[str] = set()
        self.numbers = itertools.count()
        self.slice = slice_

    def submit(self, name, ticks=1, priority=Priority.NORMAL, after=()):
        job = Job(priority, next(self.numbers), name, ticks, frozenset(after))
        if job.after <= self.done:
            heapq.heappush(self.ready, job)
        else:
            self.waiting.append(job)
        return job

    def run(self):
        clock = 0
        while self.ready:
            job = heapq.heappop(self.ready)
            used = min(self.slice, job.ticks)
            job.ticks -= used
            clock += used
            yield clock, job.name, job.priority.name, "done" if not job.ticks else f"{job.ticks} left"
            if job.ticks:
                job.order = next(self.numbers)
                heapq.heappush(self.ready, job)
                continue
            self.done.add(job.name)
            free = [j for j in self.waiting if j.after <= self.done]
            self.waiting = [j for j in self.waiting if j not in free]
            for other in free:
                heapq.heappush(self.ready, other)
        if self.waiting:
            raise Unsolvable("never ready: " + ", ".join(j.name for j in self.waiting))


s = Scheduler()
s.submit("build", 3)
s.submit("lint", priority=Priority.LOW)
s.submit("test", 4, after=["build"])
s.submit("deploy", 1, Priority.HIGH, after={"test", "lint"})
s.submit("alarm", 2, Priority.HIGH)
s.submit("never", after=["nothing"])
try:
    for step in s.run():
        print(*step)
except Unsolvable as error:
    print(error)
print(sorted(s.done), s.submit("x") < s.submit("y"), Job(Priority.LOW, 0, "z"))
