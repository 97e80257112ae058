//! Short programs through the whole crate, small enough for Miri: it sees the run loop, frames, coroutines, the collector
//! and the end of a session at work. (Which words they print is the business of `tests/scripts`.)

use super::{Capture, Engine, ErrorKind, Limits, Session};

/// Under Miri a session takes more than a minute to start, so there one session runs them all.
macro_rules! programs {
    ($($(#[$meta:meta])* $name:ident: $texts:expr => $expected:expr;)*) => {
        $(
            $(#[$meta])*
            #[test]
            #[cfg_attr(miri, ignore = "under_miri runs it")]
            fn $name() {
                let (mut session, capture) = session();
                run(&mut session, stringify!($name), $texts);
                drop(session);
                assert_eq!(capture.take(), $expected);
            }
        )*

        #[test]
        #[cfg_attr(not(miri), ignore = "the same programs, in one session")]
        fn under_miri() {
            let (mut session, capture) = session();
            $(
                eprintln!(stringify!($name));
                run(&mut session, stringify!($name), $texts);
                assert_eq!(capture.take(), $expected, stringify!($name));
            )*
            run(&mut session, "large_frames", &[&large_frames()]);
            assert_eq!(capture.take(), LARGE_FRAMES);
            stop_and_go_on(&mut session);
            let ended = session.close();
            assert!(ended.is_ok());
        }
    };
}

fn session() -> (Session, Capture) {
    let capture = Capture::new();
    let session = Engine::new()
        .session()
        .limits(limits())
        .stdout(capture.clone())
        .build();
    (session.expect("a session"), capture)
}

fn limits() -> Limits {
    Limits::default().recursion(30)
}

fn run(session: &mut Session, name: &str, texts: &[&str]) {
    for text in texts {
        if let Err(error) = session.run_source(name, text) {
            panic!("{name}: {error}");
        }
    }
}

programs! {
    iterators_consumed_by_natives: &["
from functools import reduce
from itertools import groupby
k = 10
def numbers():
    yield from (x * k for x in range(3))
    try:
        yield 'odd'
    finally:
        print('closed')
print(sum(x + k for x in range(4)), list(map(lambda a, b: a * b + k, [1, 2], (3, 4))), max(map(lambda s: s + s, 'ab')))
print(list(filter(lambda x: x % 2, range(6))), sorted('bca', key=lambda c: [c, k]), any(x for x in numbers()))
print(reduce(lambda a, b: [a, b], 'xyz'), [(n, list(g)) for n, g in groupby('aab', lambda c: c + 'k')])
for wrong in (lambda: sum(numbers()), lambda: list(map(lambda x: 1 // x, [1, 0])), lambda: sorted([1, []], key=lambda x: x)):
    try:
        wrong()
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__)
def deep(n):
    return sum(map(deep, [n - 1])) + 1 if n else 0
print(deep(5), list(map(lambda x: sum(y for y in range(x)), [3, 4])))
"] =>
        "46 [13, 18] bb\n[1, 3, 5] ['a', 'b', 'c'] True\n[['x', 'y'], 'z'] [('ak', ['a', 'a']), ('bk', ['b'])]\nclosed\nTypeError\nZeroDivisionError\nTypeError\n5 [3, 6]\n";

    loops_calls_methods_and_closures: &["
class Point:
    def __init__(self, x, y=2):
        self.x = x
        self.y = y
    def add(self, other):
        return Point(self.x + other.x, self.y + other.y)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def counter():
    n = 0
    def step(by, *rest, **more):
        nonlocal n
        n += by + len(rest) + len(more)
        return n
    return step
p = Point(1)
for i in range(3):
    p = p.add(Point(i, y=i))
step = counter()
step(1); step(2, 3, k=4)
print(p.x, p.y, fib(7), step(0), [x * x for x in range(4) if x], {c: i for i, c in enumerate('ab')})
for name in ['x', 'y']:
    print(getattr(p, name), end=' ')
print(sorted([3, 1, 2], key=lambda n: -n), max((1, 2), (2, 1)), f'{p.x:>3}|{1 / 4}')
"] =>
        "4 5 13 5 [1, 4, 9] {'a': 0, 'b': 1}\n4 5 [3, 2, 1] (2, 1)   4|0.25\n";

    exceptions_unwind_frames_of_all_kinds: &["
class Held:
    def __init__(self, name, fail=False):
        self.name = name
        if fail:
            raise ValueError(name)
    def __del__(self):
        print('del', self.name)
def deep(n, held):
    if n == 0:
        raise KeyError('deep')
    try:
        return deep(n - 1, Held(n))
    finally:
        print('finally', n)
try:
    deep(2, Held(3))
except KeyError as error:
    print(repr(error), error.__context__)
try:
    Held('init', True)
except ValueError:
    pass
def endless():
    return endless()
try:
    endless()
except RecursionError:
    print('recursion')
try:
    print(len(Held('arg'), undefined))
except NameError:
    print('name')
try:
    sorted([1, 2], key=lambda n: n / 0)
except ZeroDivisionError:
    print('zero')
"] =>
        "del 1\nfinally 1\ndel 2\nfinally 2\ndel 3\nKeyError('deep') None\ndel init\nrecursion\ndel arg\nname\nzero\n";

    generators_may_lose_their_last_reference_inside: &["
def gen():
    global g
    x = [1, 2]
    yield 1
    del g
    yield x
    yield 3
g = gen()
print(next(g), [*g] if False else '')
print(next(g))
def outer():
    got = yield from inner()
    print('got', got)
    yield 9
def inner():
    try:
        x = yield 1
        return x
    finally:
        print('closed')
o = outer()
print(next(o), o.send(5))
o.close()
h = outer()
next(h)
del h
me = (lambda: (yield))()
next(me)
def keeps():
    x = yield 1
    y = yield x is not None
k = keeps()
next(k)
print(k.send(k))
for n in gen.__class__ and (i for i in range(3)):
    print(n, end=' ')
print(sum(x for x in range(5)))
"] =>
        "1 \n[1, 2]\nclosed\ngot 5\n1 9\nclosed\nTrue\n0 1 2 10\n";

    // The awaiting one ignores GeneratorExit and dies; the awaited one is held elsewhere.
    what_a_dead_coroutine_awaited_can_be_closed: &["
class Wait:
    def __await__(self):
        while True:
            try:
                yield 1
            except GeneratorExit:
                if stubborn:
                    continue
                raise
stubborn = True
async def inner():
    await Wait()
async def middle(c):
    await c
async def outer(c):
    await c
i = inner()
m = middle(i)
o = outer(m)
print(o.send(None))
try:
    o.close()
except RuntimeError as error:
    print(error)
del o
stubborn = False
print(m.send(None))
m.close()
del m
i.close()
print('end')
"] =>
        "1\ncoroutine ignored GeneratorExit\n1\nend\n";

    tasks_wait_for_each_other: &["
import _asyncio
loop = _asyncio.get_running_loop()
class Later:
    def __init__(self, n):
        self.n = n
    def __await__(self):
        future = _asyncio.Future(loop=loop)
        loop.call_soon(future.set_result, self.n)
        return (yield from future)
async def leaf(n):
    return await Later(n) * 2
async def node(n):
    return await leaf(n) + await leaf(n + 1)
async def numbers():
    for n in range(2):
        yield n
        await Later(n)
tasks = [_asyncio.Task(node(n), loop=loop) for n in range(2)]
print([await task for task in tasks], [n async for n in numbers()])
task = _asyncio.Task(node(5), loop=loop)
await Later(1)
task.cancel()
try:
    await task
except _asyncio.CancelledError:
    print('cancelled')
class Context:
    async def __aenter__(self):
        return await Later('in')
    async def __aexit__(self, *rest):
        await Later(1)
        return True
async with Context() as word:
    print(word, await Later(7))
    1 / 0
half = numbers()
await half.__anext__()
del half
done = _asyncio.Future(loop=loop)
loop.call_later(0.001, done.set_result, 'timer')
print(await done)
"] =>
        "[2, 6] [0, 1]\ncancelled\nin 7\ntimer\n";

    code_may_die_while_a_frame_runs_it: &[
            // The unit that defines them is gone when they run.
            "
def vanish(n):
    global vanish
    del vanish
    x = [n]
    x.append(len(x))
    return (lambda: x)()
def change():
    change.__code__ = (lambda: 'new').__code__
    x = ['old']
    return x
namespace = {}
exec('def run(forget):\\n    forget()\\n    x = [1]\\n    return helper(x)\\ndef helper(x):\\n    return [*x, 2]', namespace)
run = namespace['run']
def forget():
    global run
    namespace.clear()
    del run
",
            "print(vanish(4), change(), change())",
            "
try:
    run(forget)
except NameError as error:
    print(error)
",
            "
for i in range(8):
    exec('def f(): return 1\\nf()', {})
print(eval('(lambda: (lambda: 5)())()'))
",
        ] =>
        "[4, 1] ['old'] new\nname 'helper' is not defined\n5\n";

    a_collection_spares_code_that_runs: &["
import gc
space = {}
exec('def run(forget):\\n    forget()\\n    x = [1]\\n    return [*x, 2]', space)
def forget():
    space.clear()
    gc.collect()
holder = [space.pop('run')]
exec('def run(forget):\\n    forget()\\n    x = [1]\\n    return [*x, 2]', space)
print(space['run'](forget), holder.pop()(forget))
"] =>
        "[1, 2] [1, 2]\n";

    cycles_and_weak_references_end_with_the_session: &["
import _weakref as weakref, gc
class Node:
    def __init__(self):
        self.me = self
        self.call = lambda: self
    def __del__(self):
        print('node')
n = Node()
w = weakref.ref(n, lambda _: print('dead'))
del n
print(gc.collect() > 0, w())
class A: pass
a = A()
p = weakref.proxy(a)
print(weakref.getweakrefcount(a))
del a
try:
    p.x
except ReferenceError:
    print('gone')
class Kept: pass
Kept.me = kept = Kept()
Kept.watched = weakref.ref(kept, print)
last = Node()
def f(): return f
A.cycle = A
"] =>
        "node\ndead\nTrue None\n1\ngone\n";

    containers_in_every_shape: &["
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other): return isinstance(other, K) and self.n == other.n
d = {K(n): n for n in range(12)}
for n in range(0, 12, 2): del d[K(n)]
d.update({str(n): [n] for n in range(10)}, last=None)
d[K(3)] = 'three'
print(len(d), d.pop(K(5)), list(d.values())[:3], K(7) in d, sum(1 for _ in d.items()))
s = {1, 2, 3} | {K(1)} - {2}
s ^= {3, 4}
print(len(s), sorted(x for x in s if isinstance(x, int)), frozenset(s) == s)
l = list(range(20))
l[3:9:2] = 'abc'; del l[::4]; l[1:1] = l; l.sort(key=str); l.reverse()
print(l[:6], len(l), l.pop(2), l * 1 == l)
first, *middle, last = l
print(first, len(middle), last, (*middle[:2], 5), [*'xy', *range(2)])
t = 'a\\u00e9\\u20ac' * 3
print(t[1:5], t.find('\\u20ac'), t.upper()[::-1].split('\\u20ac', 1), t.encode()[:3], len(''.join([t, t])))
big = 3 ** 90
print(big // 7 ** 20, big % 10 ** 9, -big >> 70, hash(2 ** 61), 2 ** 63 - 1 + 1, 1.5 // 0.4)
b = bytearray(b'abc'); b[1:2] = b'xyz'; b.append(65)
print(b, bytes(b)[-2:], b.count(b'x'))
class Slots:
    __slots__ = 'a', 'b'
    def __init__(self): self.a = [1]
x = Slots(); x.b = x.a; del x.a
print(x.b, hasattr(x, 'a'))
class Many: pass
m = Many()
for n in range(40): setattr(m, f'v{n}', [n])
for n in range(0, 40, 3): delattr(m, f'v{n}')
m.__class__ = type('Other', (Many,), {'__getattr__': lambda self, name: name})
print(m.v0, m.v1, len(vars(m)), m.__dict__ is m.__dict__)
"] =>
        "17 5 [1, 'three', 7] True 16\n4 [1, 2, 4] True\n['c', 'c', 'b', 'b', 'a', 'a'] 30 b True\nc 27 1 ('c', 'b', 5) ['x', 'y', 0, 1]\né€aé 2 ['', 'ÉA€ÉA€ÉA'] b'a\\xc3\\xa9' 18\n109383577796046636418005576 340041449 -7392872704605494305332 1 9223372036854775808 3.0\nbytearray(b'axyzcA') b'cA' 1\n[1] False\nv0 [1] 26 True\n";

    code_of_the_program_changes_what_is_in_use: &["
class Clears:
    def __eq__(self, other):
        things.clear()
        return False
    def __hash__(self):
        return 1
    def __lt__(self, other):
        things.extend([1] * 40)
        return True
    def __index__(self):
        things.clear()
        return 1
    def __del__(self):
        things.append(1)
        things.clear()
for use in [lambda: Clears() in things, lambda: things == [Clears()] * 5, lambda: things.count(Clears()),
            lambda: things.sort(), lambda: things.__setitem__(slice(1, 3), []), lambda: things.clear(),
            lambda: things[Clears()], lambda: things.insert(Clears(), 2), lambda: things.__delitem__(0),
            lambda: things.__setitem__(0, 1), lambda: things.__imul__(Clears()), lambda: max(things)]:
    things = [Clears() for _ in range(5)]
    try:
        use()
    except (ValueError, IndexError) as error:
        print(error)
table = {}
Key = type('Key', (), {'__eq__': lambda a, b: table.clear(), '__hash__': lambda a: 1})
for n in range(5):
    table[Key()] = n
class Meta(type):
    def __instancecheck__(cls, other):
        del globals()['Kind'], other
        return True
class Kind(metaclass=Meta):
    def __getattr__(self, name):
        type(self).__getattr__ = lambda self, name: [name]
        return name
k = Kind()
print(k.some, k.more, isinstance(1, Kind))
def swap():
    swap.__defaults__ = ([2],)
    return (yield swap)
s = swap(); next(s)
del swap
try:
    s.throw(ValueError([1]))
except ValueError as error:
    error.__traceback__.tb_next.tb_frame.clear()
    error.__context__ = error
    print(error)
"] =>
        "list modified during sort\nlist index out of range\nsome ['more'] True\n[1]\n";
    rows_apart_answers_without_frames_and_library_code: &["
import heapq
rows = [([n], [n + 1]) for n in range(3)]
def take(rows):
    total = []
    for a, b in rows:
        total.append((a, b))
        rows.pop() if len(rows) > 2 else None
    for a in rows:
        a, b = a
        a = (a, (b, a))
    for rows in rows:
        rows, b = rows
    return total, a, rows
print(take(rows))
def answers(d, s, text):
    keys = [\"x\", \"\".join(\"x\"), (1, 2), (1, \"x\"), [0]]
    out = []
    for key in keys[:4]:
        s.add(key)
        out.append(d.get(key))
        d.get(key, [key])
        out.append(d.get(key, [key]))
    for char in text:
        out.append(char + text[0] + text[-1])
    return out, len(s)
class Table(dict):
    pass
t = Table(x=[1])
t[\"y\"] = [2]
t[\"y\"] = t[\"x\"]
print(answers({\"x\": [3], (1, 2): [4]}, set(), \"abc\"), t[\"y\"], list(heapq.merge([1, 4], [2])))
"] =>
        "([([0], [1]), ([1], [2])], ([1], ([2], [1])), [1])\n([[3], [3], [3], [3], [4], [4], None, [(1, 'x')], 'aac', 'bac', 'cac'], 3) [1] [1, 2, 4]\n";
}

const LARGE_FRAMES: &str = "7\ndeep\n";

fn large_frames() -> String {
    let names: String = (0..400).map(|at| format!("    v{at} = n\n")).collect();
    format!(
        "def big(n):\n{names}    return big(n - 1) if n else small(20)\ndef small(n):\n    return small(n - 1) if n else 7\ntry:\n    print(big(5))\n    big(40)\nexcept RecursionError:\n    print('deep')\n"
    )
}

#[test]
#[cfg_attr(miri, ignore = "under_miri runs it")]
fn large_frames_leave_room_for_small_ones() {
    let (mut session, capture) = session();
    run(&mut session, "large_frames", &[&large_frames()]);
    assert_eq!(capture.take(), LARGE_FRAMES);
}

fn stop_and_go_on(session: &mut Session) {
    session.set_limits(limits().fuel(500));
    let text = "
def spin():
    x = [1]
    while True:
        yield x
class C:
    def __init__(self):
        for x in spin():
            sorted([1], key=lambda _: 0)
C()
";
    assert!(session.run_source("spin.py", text).is_err());
    session.set_limits(limits());
    assert_eq!(session.eval::<i64>("sum([1, 2])").ok(), Some(3));
}

#[test]
#[cfg_attr(miri, ignore = "under_miri runs it")]
fn a_limit_ends_a_run_and_the_session_goes_on() {
    let (mut session, _) = session();
    stop_and_go_on(&mut session);
}

/// Work on long ints is not begun if the fuel for it is not there.
#[test]
#[cfg_attr(miri, ignore = "it is about time, and Miri has none")]
fn long_ints_cost_fuel() {
    let (mut session, _) = session();
    for text in [
        "3 ** 10**8",
        "pow(3, 3 ** 20000, 7 ** 20000)",
        "[__import__('math').comb(10**7, 5 * 10**6)]",
        "__import__('math').perm(10**6, 10**6)",
        "__import__('math').lcm(*range(1, 100000))",
    ] {
        session.set_limits(limits().fuel(100_000));
        let error = session.run_source("long.py", text).expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Limit, "{text}: {error}");
    }
    session.set_limits(limits().fuel(100_000));
    let digits = session.eval::<i64>("(7 ** 5000 // 3 ** 4000) % 10 ** 9");
    assert_eq!(digits.ok(), Some(101_148_513));
}

/// What a native makes is asked for before it is made, however it is put together.
#[test]
#[cfg_attr(miri, ignore = "it imports Python, which is slow there")]
fn long_texts_and_rows_are_refused() {
    let (mut session, _) = session();
    for text in [
        "import json; json.dumps([1] * 10**5, indent=10**5)",
        "import json; json.dumps({str(n): 'a' * 10**5 for n in range(10)} | {'z': ['a' * 10**6] * 10**4})",
        "import json; json.dumps([], indent=10**12)",
        "import itertools; itertools.tee([], 10**9)",
        "import io; file = io.BytesIO(); file.seek(10**12); file.write(b'a')",
        "import collections; collections.deque(iter(int, 1))",
        "import itertools; a, b = itertools.tee(iter(int, 1)); any(a)",
        "import itertools; any(itertools.cycle(iter(int, 1)))",
        "first, *rest = iter(int, 1)",
        "list(iter(int, 1))",
        "{1}.union(range(10**9))",
        "'a' * 10**9",
        "sum([[0] * 10**4] * 10**4, [])",
    ] {
        session.set_limits(limits().memory(32 << 20));
        let error = session.run_source("long.py", text).expect_err(text);
        let refused = error.kind() == ErrorKind::Limit || error.to_string().contains("MemoryError");
        assert!(refused, "{text}: {error}");
    }
    session.set_limits(limits());
    assert_eq!(session.eval::<i64>("1 + 1").ok(), Some(2));
}

/// CPython crashes on these: nothing to compare with.
#[test]
#[cfg_attr(miri, ignore = "nothing that Miri could see better")]
fn states_of_arrangements_that_cannot_be_are_empty() {
    let (mut session, _) = session();
    let text = "import itertools
a = itertools.permutations('ab', 5)
a.__setstate__(((0, 1), (1, 1, 1, 1, 1)))
b = itertools.combinations('ab', 5)
b.__setstate__((0, 0, 0, 0, 0))";
    session
        .run_source("arrangements.py", text)
        .expect("no error");
    assert_eq!(session.eval::<i64>("len([*a, *b])").ok(), Some(0));
}
