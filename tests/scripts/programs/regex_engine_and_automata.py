# area: programs
# prio: P1
# checks: a backtracking matcher, derivatives, a tokenizer generator and a Turing machine, functional style
from collections import ChainMap
from functools import lru_cache, reduce, singledispatch
from itertools import chain, count, takewhile
from typing import NamedTuple, Union


class Empty(NamedTuple): pass
class Never(NamedTuple): kind: str = "never"
class Char(NamedTuple): c: str
class Seq(NamedTuple): first: "Re"; second: "Re"
class Alt(NamedTuple): left: "Re"; right: "Re"
class Star(NamedTuple): inner: "Re"


Re = Union[Empty, Never, Char, Seq, Alt, Star]


@singledispatch
def nullable(r):
    raise NotImplementedError(f"nullable({type(r).__name__})")


nullable.register(Empty)(lambda r: True)
nullable.register(Star)(lambda r: True)
nullable.register(Never)(lambda r: False)
nullable.register(Char)(lambda r: False)


@nullable.register
def _(r: Seq):
    return nullable(r.first) and nullable(r.second)


@nullable.register
def _(r: Alt):
    return nullable(r.left) or nullable(r.right)


def seq(a, b):
    match a, b:
        case (Never(), _) | (_, Never()): return Never()
        case Empty(), _: return b
        case _, Empty(): return a
    return Seq(a, b)


def alt(a, b):
    match a, b:
        case Never(), r: return r
        case r, Never(): return r
        case x, y if x == y: return x
    return Alt(a, b)


@lru_cache(maxsize=None)
def derive(r, c):
    match r:
        case Char(d): return Empty() if c == d or d == "." else Never()
        case Seq(a, b):
            left = seq(derive(a, c), b)
            return alt(left, derive(b, c)) if nullable(a) else left
        case Alt(a, b): return alt(derive(a, c), derive(b, c))
        case Star(a): return seq(derive(a, c), r)
    return Never()


def parse(text):
    def alternatives(i):
        left, i = sequence(i)
        if text[i:i + 1] == "|":
            right, i = alternatives(i + 1)
            return Alt(left, right), i
        return left, i

    def sequence(i):
        parts = []
        while i < len(text) and text[i] not in "|)":
            part, i = atom(i)
            while text[i:i + 1] in tuple("*+?"):
                part = {"*": Star, "+": lambda p: seq(p, Star(p)), "?": lambda p: alt(p, Empty())}[text[i]](part)
                i += 1
            parts.append(part)
        return reduce(seq, parts, Empty()), i

    def atom(i):
        if text[i] == "(":
            inner, i = alternatives(i + 1)
            if text[i:i + 1] != ")":
                raise ValueError(f"missing ) at {i}")
            return inner, i + 1
        if text[i] in "*+?":
            raise ValueError(f"nothing to repeat at {i}")
        return Char(text[i]), i + 1

    result, end = alternatives(0)
    if end != len(text):
        raise ValueError(f"unexpected {text[end]!r} at {end}")
    return result


fullmatch = lambda pattern, text: nullable(reduce(derive, text, parse(pattern)))
for pattern, texts in {"ab*c": ("ac", "abbc", "ab"), "(a|b)*abb": ("abb", "aababb", "ab"), "x+y?": ("x", "xxy", "y", ""), "": ("", "a"), "a.c|.": ("abc", "a", "ac"), "((a*)*)*b": ("a" * 30, "aab")}.items():
    print(pattern, [fullmatch(pattern, t) for t in texts])
for bad in ("(a", "a)", "*a", "a||*"):
    try:
        print(parse(bad))
    except ValueError as e:
        print(bad, e)
print(parse("a|b*"), derive(Char("a"), "a"), derive.cache_info().currsize > 10)
try:
    nullable(5)
except NotImplementedError as e:
    print(e)


def turing(table, tape, state="start", blank="_"):
    cells = ChainMap({}, dict(enumerate(tape)))
    head = 0
    for step in count():
        if state == "halt" or step > 500:
            low, high = min(cells), max(cells)
            return step, "".join(cells.get(i, blank) for i in range(low, high + 1)).strip(blank)
        try:
            write, move, state = table[state, cells.get(head, blank)]
        except KeyError as e:
            return f"stuck in {e.args[0]}"
        cells[head] = write
        head += {"L": -1, "R": 1, "N": 0}[move]


increment = {("start", "0"): ("0", "R", "start"), ("start", "1"): ("1", "R", "start"), ("start", "_"): ("_", "L", "carry"), ("carry", "1"): ("0", "L", "carry"), ("carry", "0"): ("1", "N", "halt"), ("carry", "_"): ("1", "N", "halt")}
print([turing(increment, t) for t in ("0", "1", "1011", "111", "12")])
beaver = {(s, c): (w, m, t) for s, c, w, m, t in ("start _ 1 R b".split(), "start 1 1 L b".split(), "b _ 1 L start".split(), "b 1 1 R halt".split())}
print(turing(beaver, ""))
primes = lambda: chain([2], (n for n in count(3, 2) if all(n % p for p in takewhile(lambda p: p * p <= n, primes()))))
print(list(takewhile(lambda p: p < 60, primes())))
compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs, lambda x: x)
curry = lambda f, n: f if n == 1 else lambda x: curry(lambda *rest: f(x, *rest), n - 1)
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
church = lambda n: lambda f: lambda x: reduce(lambda acc, _: f(acc), range(n), x)
print(compose(str, abs, int)("-7"), curry(max, 3)(1)(9)(4), Y(lambda me: lambda n: 1 if n < 2 else n * me(n - 1))(20), church(5)(lambda x: x * 2)(1))
collatz = lambda n: [n] if n == 1 else [n, *collatz(n // 2 if n % 2 == 0 else 3 * n + 1)]
print(collatz(27)[:8], len(collatz(27)), max(range(1, 60), key=lambda n: len(collatz(n))), list(chain.from_iterable(zip("abc", range(3)))))
pascal = lambda n: [1] if n == 0 else (lambda r: [a + b for a, b in zip([0] + r, r + [0])])(pascal(n - 1))
print(*(f"{' '.join(map(str, pascal(n))):^22}".rstrip() for n in range(6)), sep="\n")
