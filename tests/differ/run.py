"""Random small programs under `hoop` and under CPython: same output, same exception at the end.

The judge is CPython 3.11. Where CPython itself changed since, a line is right, too, if a newer CPython that is installed
(3.12, 3.13) prints it at this place; how many programs needed that is counted.

    python3 tests/differ/run.py target/release/hoop [--count 10000] [--seed 0] [--batch 100] [--keep FOLDER] [--show]

Programs go to both in batches, one process each; what differs is run again alone, made smaller while it differs, and
written to the folder. `--show` prints the program of a seed. The exit status is the number of different programs, 255 at most.
"""

import argparse
import glob
import itertools
import warnings
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from grammar import Writer
from smaller import smaller

warnings.simplefilter("ignore")
ORACLE = next((path for path in glob.glob(os.path.expanduser("~/.pyenv/versions/3.11.*/bin/python3"))), "/usr/bin/python3")
NEWER = sorted(glob.glob(os.path.expanduser("~/.pyenv/versions/3.1[23].*/bin/python3")))
PRELUDE = open(os.path.join(HERE, "prelude.py"), encoding="utf-8").read()


def limits(interpreter):
    """Both may have about 1.3 GiB of objects: hoop refuses what is more than a quarter of the address space that it finds
    free (`src/cli/memory.rs`), and keeps 0.6 GiB of it ready for its stacks."""
    space = (1 << 30) * (3 if interpreter in (ORACLE, *NEWER) else 12) // 2
    resource.setrlimit(resource.RLIMIT_AS, (space, space))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def outputs(interpreter, programs, seconds, hashes="0"):
    """What each program prints, and how the process ended."""
    calls = "".join(f"program({n}, {source!r})\n" for n, source in enumerate(programs))
    # In a folder of its own, which is where imports look first.
    folder = tempfile.mkdtemp()
    with open(os.path.join(folder, "programs.py"), "w", encoding="utf-8") as file:
        file.write(PRELUDE + "\n" + calls)
    environment = dict(os.environ, PYTHONIOENCODING="utf-8", PYTHONHASHSEED=hashes)
    try:
        done = subprocess.run([interpreter, file.name], capture_output=True, timeout=seconds, preexec_fn=lambda: limits(interpreter), env=environment)
        status, out, err = done.returncode, done.stdout, done.stderr
    except subprocess.TimeoutExpired as late:
        status, out, err = "too slow", late.stdout or b"", b""
    shutil.rmtree(folder)
    parts = out.decode("utf-8", "replace").split("\n=== ")
    found = {}
    here = None
    for part in ("\n" + parts[0]).split("\n=== ")[1:] + parts[1:]:
        head, _, rest = part.partition("\n")
        if head.isdigit():
            here = int(head)
            found[here] = rest
        elif here is not None:
            found[here] += "\n=== " + part
    return found, status, err.decode("utf-8", "replace")[-2000:]


def differs(hoop, source):
    """The two outputs of one program, if they differ; (None, None) if CPython is too slow for it or does not repeat itself."""
    theirs, slow, _ = outputs(ORACLE, [source], 10)
    if slow == "too slow":
        return None, None
    ours, status, err = outputs(hoop, [source], 10)
    a, b = theirs.get(0, ""), ours.get(0, "")
    a = as_written(a, b)
    if status != 0:
        b += f"\n[status {status}] {err[-300:]}"
    return None if a == b else by_chance(source, a, b)


def as_written(a, b):
    """CPython's output, with names as the program spells them where ours differs in that only (tests/differs)."""
    left, right = a.split("\n"), b.split("\n")
    spelled = (y if x != y and x == unicodedata.normalize("NFKC", y) else x for x, y in itertools.zip_longest(left, right, fillvalue=""))
    return "\n".join(spelled) if len(left) == len(right) else a


def by_chance(source, a, b):
    """The outputs, if CPython prints the same again with other hashes and other addresses; (None, None) if not."""
    again = (outputs(ORACLE, [source], 10, hashes)[0].get(0, "") for hashes in map(str, range(1, 13)))
    return (a, b) if all(other == a for other in again) else (None, None)


def as_newer(source, a, b):
    """Whether newer versions of CPython print what `hoop` does, line by line, wherever 3.11 does not."""
    ours, left = b.split("\n"), a.split("\n")
    columns = [left]
    for version in NEWER:
        found, _, _ = outputs(version, [source], 10)
        columns.append(found.get(0, "").split("\n"))
    if ours in columns:
        return True
    # One that says more or less than the others further on is asked all the same: a line names its place.
    return any(len(column) == len(ours) for column in columns) and all(line in [column[n] for column in columns if n < len(column)] for n, line in enumerate(ours))


def of_one_nan(hoop, source, a, b):
    """Whether tables hold another number of NaNs in one than in the other, and all is the same with other numbers.

    A table finds a NaN by what it is, not by what it equals. In CPython each operation that gives one makes an object of its
    own; here a float is its bits, and the bits of all computed NaNs are the same. To tell them apart every operation on floats
    would have to look at its result."""
    x, y = first_difference(a, b)
    return x.count("nan") != y.count("nan") and "nan" in source and differs(hoop, re.sub("'nan'", "'7.25'", source)) is None


def holding(hoop, sources):
    """Those whose outputs differ, by one run of each interpreter."""
    theirs, _, _ = outputs(ORACLE, sources, 3)
    ours, _, _ = outputs(hoop, sources, 3)
    return [source for n, source in enumerate(sources) if n in theirs and n in ours and theirs[n] != ours[n]]


def first_difference(a, b):
    left, right = a.split("\n"), b.split("\n")
    for x, y in zip(left, right):
        if x != y:
            return x, y
    return (left + ["(end)"])[min(len(left), len(right))], (right + ["(end)"])[min(len(left), len(right))]


def kind(line):
    """What a line says, without what differs from program to program."""
    return re.sub(r"\d+|'[^']*'", "~", re.sub(r"^L\d+ ", "", line))[:60]


def batch(job):
    """The programs of these seeds whose outputs differ or that CPython did not reach."""
    hoop, seeds = job
    programs = [Writer(seed).program() for seed in seeds]
    suspects = []
    start = 0
    while start < len(programs):
        part = programs[start:]
        theirs, status, err = outputs(ORACLE, part, 20)
        ours, ours_status, _ = outputs(hoop, part, 20)
        # The last program that one of them reached is where a process ended before its time; the next process goes on behind it.
        end = len(part) if status == ours_status == 0 else max(1, min(len(theirs), len(ours)))
        suspects += [start + n for n in range(end) if theirs.get(n) != ours.get(n) or n == end - 1 != len(part) - 1]
        start += end
    return [(seeds[n], programs[n]) for n in suspects]


def alone(pair):
    """Whether hoop itself ended badly, so that candidates cannot share a process."""
    return "\n[status " in pair[1]


def explained(options, seed, source, pair):
    """What differs in a program and the line that printed it; the smallest program, if asked for."""
    if options.smaller and not alone(pair):
        source = smaller(source, lambda texts: holding(options.hoop, texts))
        found = differs(options.hoop, source)
        pair = found if found and found != (None, None) else pair
    a, b = first_difference(*pair)
    with open(os.path.join(options.keep, f"{seed}.py"), "w", encoding="utf-8") as file:
        file.write(source)
    place = re.match(r"L(\d+) ", a) or re.match(r"L(\d+) ", b)
    lines = source.strip().split("\n")
    if place and not options.smaller and int(place[1]) <= len(lines):
        lines = lines[max(0, int(place[1]) - 3) : int(place[1])]
    source = "\n".join(lines[:30])
    return f"--- {seed}\n{source}\n    CPython: {a[:300]}\n    hoop:    {b[:300]}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hoop")
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--keep", default="/tmp/differ")
    parser.add_argument("--smaller", action="store_true", help="make each different program smaller")
    parser.add_argument("--most", type=int, default=60, help="make so many kinds of difference smaller")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if options.show:
        print(Writer(options.seed).program())
        return 0
    version = subprocess.run([ORACLE, "-c", "import sys; print(sys.version_info[:2] == (3, 11))"], capture_output=True, text=True)
    if version.stdout.strip() != "True":
        print("no CPython 3.11 here; nothing is compared")
        return 0
    os.makedirs(options.keep, exist_ok=True)
    seeds = range(options.seed, options.seed + options.count)
    jobs = [(options.hoop, seeds[i : i + options.batch]) for i in range(0, len(seeds), options.batch)]
    kinds = {}
    found, slow, newer, nans = 0, [], [], []
    with ThreadPoolExecutor(options.jobs) as pool:
        for suspects in pool.map(batch, jobs):
            for seed, source in suspects:
                pair = differs(options.hoop, source)
                if pair is None:
                    continue
                if pair == (None, None):
                    slow.append(seed)
                    continue
                if as_newer(source, *pair):
                    newer.append(seed)
                    continue
                if of_one_nan(options.hoop, source, *pair):
                    nans.append(seed)
                    continue
                found += 1
                a, b = first_difference(*pair)
                cases = kinds.setdefault(kind(a) + kind(b), [])
                cases.append((seed, source, pair))
                if len(cases) == 1 and len(kinds) <= options.most:
                    print(explained(options, seed, source, pair), flush=True)
    print(f"as a newer CPython: {len(newer)} {newer}\ntoo slow under CPython or never the same twice: {len(slow)} {slow}\ntables of computed NaNs: {len(nans)} {nans}")
    for cases in kinds.values():
        if len(cases) > 1:
            print(f"like {cases[0][0]}: {[seed for seed, _, _ in cases[1:]]}")
    print(f"{options.count} programs, {found} differ")
    return min(found, 255)


if __name__ == "__main__":
    sys.exit(main())
