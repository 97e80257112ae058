#!/usr/bin/env python3
"""Time the programs of this folder under hoop and under Debian's CPython, interleaved.

usage: python3 tests/bench/run.py [--rounds N] [--peer /usr/bin/python3] [--group WORD] [--json FILE] HOOP [NAME...]

Every round runs each program once under both, one directly after the other. Time is the child's own CPU time (user and
system, from wait4), never wall time. Both must print the same. The table shows medians, the median of the ratios of the
rounds (hoop / peer; below 1 is faster), and the geometric mean of each group against the project's target.
The group `memory` is measured as the growth of peak memory per sleeping task, `startup` as CPU time of a run.
"""
import argparse
import contextlib
import json
import math
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import threading

HERE = pathlib.Path(__file__).resolve().parent
LANGUAGE = ["recursion", "integer_loops", "float_loops", "attributes_and_methods", "object_creation", "list_loops",
            "dict_loops", "strings", "closures", "generators", "exceptions", "sorting", "bigint", "whole_programs"]
ASYNCIO = ["asyncio_switches", "asyncio_sync", "asyncio_tasks", "asyncio_await", "asyncio_callbacks"]
# What is asked of CPython 3.11's time, where it is.
TARGETS = {"recursion": 0.50, "integer_loops": 0.30, "float_loops": 0.40, "attributes_and_methods": 0.45,
           "object_creation": 0.45, "list_loops": 0.50, "dict_loops": 0.80, "generators": 0.45, "exceptions": 0.50,
           "strings": 0.85, "closures": 0.55, "sorting": 0.90, "bigint": 1.00,
           "asyncio_switches": 0.12, "asyncio_sync": 0.30, "asyncio_tasks": 0.35, "asyncio_await": 0.45,
           "asyncio_callbacks": 0.30, "threads": 0.80, "startup": 0.25}
LANGUAGE_TARGET, ASYNCIO_TARGET, TASK_BYTES, PER_PROGRAM = 0.45, 0.33, 700, 1.1
SMALL, LARGE = 10_000, 60_000


def group_of(path):
    return path.read_text().split("\n", 1)[0].removeprefix("# group:").strip()


def run(command, limit):
    """Runs a command to its end: (seconds of CPU, stdout, status, last words on stderr)."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        # Not by fork and exec: the copy of this process would be on the child's account.
        actions = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                   (os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, err.fileno(), 2)]
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
        with contextlib.suppress(ProcessLookupError):
            resource.prlimit(child, resource.RLIMIT_CPU, (limit, limit))
        _, status, usage = os.wait4(child, 0)
        out.seek(0)
        err.seek(0)
        words = err.read().decode("utf-8", "replace").strip().splitlines()[-1:]
        return usage.ru_utime + usage.ru_stime, out.read(), os.waitstatus_to_exitcode(status), " ".join(words)


def geometric(values):
    return math.exp(sum(map(math.log, values)) / len(values))


def compare(name, hoop, peer, rounds, limit, repeat=1):
    """Medians of both and the median ratio, or a sentence that says what went wrong."""
    ours, theirs, wanted = [], [], None
    for _ in range(rounds):
        # Start-up is too short for one run's clock ticks; several runs make one measurement.
        a = [run([*hoop, name + ".py"], limit) for _ in range(repeat)]
        b = [run([*peer, name + ".py"], limit) for _ in range(repeat)]
        for _, out, status, words in b:
            if status != 0:
                return f"the peer fails: {words}"
            wanted = out if wanted is None else wanted
            if out != wanted:
                return "the peer prints something else each time"
        for _, out, status, words in a:
            if status != 0:
                return f"exit {status}: {words}"
            if out != wanted:
                return f"prints {out[:60]!r} instead of {wanted[:60]!r}"
        ours.append(sum(x[0] for x in a) / repeat)
        theirs.append(sum(x[0] for x in b) / repeat)
    ratio = statistics.median(x / max(y, 1e-6) for x, y in zip(ours, theirs))
    return statistics.median(ours), statistics.median(theirs), max(ratio, 1e-6)


def peak_of_sleepers(command, n, limit):
    """Peak KiB of a process that holds N sleeping tasks, or a sentence that says what went wrong."""
    child = subprocess.Popen([*command, "sleeping_task_memory.py", str(n)], stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=HERE)
    guard = threading.Timer(limit, child.kill)
    guard.start()
    try:
        line = child.stdout.readline()
        if line.split() != [str(n).encode()] * 2:
            return f"prints {line!r} instead of the number of tasks"
        status = pathlib.Path(f"/proc/{child.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s*(\d+) kB", status)[1])
    finally:
        guard.cancel()
        child.kill()
        child.wait()


def task_bytes(command, rounds, limit):
    """Bytes of peak memory that one more sleeping task costs."""
    found = []
    for _ in range(rounds):
        peaks = [peak_of_sleepers(command, n, limit) for n in (SMALL, LARGE)]
        for peak in peaks:
            if isinstance(peak, str):
                return peak
        found.append((peaks[1] - peaks[0]) * 1024 / (LARGE - SMALL))
    return statistics.median(found)


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--rounds", type=int, default=5)
    ap.add_argument("--peer", default="/usr/bin/python3")
    ap.add_argument("--group", default="")
    ap.add_argument("--json", type=lambda path: pathlib.Path(path).resolve())
    ap.add_argument("--limit", type=int, default=60, help="seconds of CPU for one run")
    ap.add_argument("hoop")
    ap.add_argument("names", nargs="*")
    args = ap.parse_args()
    hoop = [str(pathlib.Path(args.hoop).resolve()) if os.sep in args.hoop else args.hoop]
    peer = [args.peer]
    groups, failed, table = {}, [], {}
    os.chdir(HERE)
    print(f"{'program':<24}{'group':<24}{'hoop s':>9}{'peer s':>9}{'ratio':>8}")
    programs = [(group_of(p), p.stem) for p in sorted(HERE.glob("*.py")) if group_of(p) in {*LANGUAGE, *TARGETS, *ASYNCIO, "memory"}]
    order = [*LANGUAGE, *ASYNCIO, "threads", "startup", "memory"]
    for group, name in sorted(programs, key=lambda gn: (order.index(gn[0]), gn[1])):
        if args.names and name not in args.names or args.group not in group:
            continue
        if group == "memory":
            continue
        result = compare(name, hoop, peer, args.rounds, args.limit, repeat=10 if group == "startup" else 1)
        if isinstance(result, str):
            failed.append(f"{name}: {result}")
            print(f"{name:<24}{group:<24} {result}", flush=True)
            continue
        ours, theirs, ratio = result
        groups.setdefault(group, []).append(ratio)
        table[name] = {"group": group, "hoop": ours, "peer": theirs, "ratio": ratio}
        slow = "  slower than 1.1" if ratio > PER_PROGRAM else ""
        print(f"{name:<24}{group:<24}{ours:>9.4f}{theirs:>9.4f}{ratio:>8.3f}{slow}", flush=True)
    print()
    print(f"{'group':<24}{'programs':>9}{'geomean':>9}{'target':>8}")
    for group in order:
        if group in groups:
            mean, target = geometric(groups[group]), TARGETS.get(group)
            verdict = "" if target is None else f"{target:>8.2f}  {'held' if mean <= target else 'MISSED'}"
            print(f"{group:<24}{len(groups[group]):>9}{mean:>9.3f}{verdict}")
    language = [r for g in LANGUAGE for r in groups.get(g, [])]
    if len(language) > 1:
        # How many programs a group has says nothing about its weight: each group counts once.
        means = [geometric(groups[g]) for g in LANGUAGE if g in groups]
        mean = geometric(means)
        print(f"{'language, groups':<24}{len(means):>9}{mean:>9.3f}{LANGUAGE_TARGET:>8.2f}  {'held' if mean <= LANGUAGE_TARGET else 'MISSED'}")
        print(f"{'language, programs':<24}{len(language):>9}{geometric(language):>9.3f}")
    loop = [r for g in ASYNCIO for r in groups.get(g, [])]
    if len(loop) > 1:
        print(f"{'asyncio, all':<24}{len(loop):>9}{geometric(loop):>9.3f}{ASYNCIO_TARGET:>8.2f}  {'held' if geometric(loop) <= ASYNCIO_TARGET else 'MISSED'}")
    if args.group in "memory" and (not args.names or "sleeping_task_memory" in args.names):
        ours, theirs = (task_bytes(c, min(args.rounds, 3), args.limit) for c in (hoop, peer))
        show = lambda x: f"{x:.0f} bytes" if isinstance(x, float) else x
        verdict = "held" if isinstance(ours, float) and ours <= TASK_BYTES else "MISSED"
        print(f"a sleeping task: hoop {show(ours)}, peer {show(theirs)} (target {TASK_BYTES} or less: {verdict})")
        table["sleeping_task_memory"] = {"hoop": ours, "peer": theirs}
    if args.json:
        args.json.write_text(json.dumps(table, indent=1) + "\n")
    for line in failed:
        print("FAIL", line)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
