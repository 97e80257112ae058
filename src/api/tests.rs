//! Short programs through the whole crate, small enough for Miri: it sees the run loop, frames, coroutines and the
//! end of a session at work. (Which words they print is the business of `tests/scripts`.)

use hoopsnake_grammar::Source;

use super::engine::compile_source;
use super::error::take_error;
use super::{Capture, Engine, Limits, Session};
use crate::compiler::Options;
use crate::vm::Vm;

fn session() -> (Session, Capture) {
    let capture = Capture::new();
    let session = Engine::new()
        .session()
        .limits(Limits::default().recursion(30))
        .stdout(capture.clone())
        .build();
    (session.expect("a session"), capture)
}

/// Runs the texts in one session. Under Miri, for which the modules take too long to start, in a machine with nothing
/// but the builtins.
fn check(texts: &[&str], expected: &str) {
    if cfg!(miri) {
        check_in_machine(texts, expected);
        return;
    }
    let (mut session, capture) = session();
    for text in texts {
        if let Err(error) = session.run_source("test.py", text) {
            panic!("{error}");
        }
    }
    drop(session);
    assert_eq!(capture.take(), expected);
}

fn check_in_machine(texts: &[&str], expected: &str) {
    let capture = Capture::new();
    let mut vm = Vm::new(30);
    crate::builtins::install(&mut vm);
    vm.stdout.sink = Box::new(capture.clone());
    let globals = vm.new_module("__main__").globals.clone();
    for text in texts {
        let source = Source::new("test.py", text);
        let code = compile_source(&source, Options::default()).expect("it compiles");
        let unit = vm.link(&code, &globals);
        let function = vm.function_over(unit);
        if vm.run_code(&function, None).is_err() {
            panic!("{}", take_error(&mut vm));
        }
        drop(function);
        vm.run_pending_quietly();
    }
    drop(globals);
    vm.forget_code();
    vm.run_pending_quietly();
    vm.collect_garbage();
    assert!(vm.flush_stdout().is_ok());
    drop(vm);
    assert_eq!(capture.take(), expected);
}

#[test]
fn loops_calls_methods_and_closures() {
    check(
        &["
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
"],
        "4 5 13 5 [1, 4, 9] {'a': 0, 'b': 1}\n4 5 [3, 2, 1] (2, 1)   4|0.25\n",
    );
}

#[test]
fn exceptions_unwind_frames_of_all_kinds() {
    check(
        &["
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
"],
        "del 1\nfinally 1\ndel 2\nfinally 2\ndel 3\nKeyError('deep') None\ndel init\nrecursion\ndel arg\nname\nzero\n",
    );
}

#[test]
fn generators_may_lose_their_last_reference_inside() {
    check(
        &["
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
"],
        "1 \n[1, 2]\nclosed\ngot 5\n1 9\nclosed\nTrue\n0 1 2 10\n",
    );
}

#[test]
fn what_a_dead_coroutine_awaited_can_be_closed() {
    // The awaiting one ignores GeneratorExit and dies; the awaited one is held elsewhere.
    check(
        &["
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
"],
        "1\ncoroutine ignored GeneratorExit\n1\nend\n",
    );
}

#[test]
#[cfg_attr(miri, ignore = "imports modules")]
fn tasks_wait_for_each_other() {
    check(
        &["
import asyncio
async def leaf(n):
    await asyncio.sleep(0)
    return n * 2
async def node(n):
    return await leaf(n) + await leaf(n + 1)
async def numbers():
    for n in range(2):
        yield n
        await asyncio.sleep(0)
async def main():
    print(await asyncio.gather(node(1), node(2)))
    print([n async for n in numbers()])
    task = asyncio.create_task(asyncio.sleep(100))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')
asyncio.run(main())
"],
        "[6, 10]\n[0, 1]\ncancelled\n",
    );
}

#[test]
fn code_may_die_while_a_frame_runs_it() {
    check(
        &[
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
for i in range(40):
    exec('def f(): return 1\\nf()', {})
print(eval('(lambda: (lambda: 5)())()'))
",
        ],
        "[4, 1] ['old'] new\nname 'helper' is not defined\n5\n",
    );
}

#[test]
#[cfg_attr(miri, ignore = "imports modules")]
fn a_collection_spares_code_that_runs() {
    check(
        &["
import gc
space = {}
exec('def run(forget):\\n    forget()\\n    x = [1]\\n    return [*x, 2]', space)
def forget():
    space.clear()
    gc.collect()
holder = [space.pop('run')]
exec('def run(forget):\\n    forget()\\n    x = [1]\\n    return [*x, 2]', space)
print(space['run'](forget), holder.pop()(forget))
"],
        "[1, 2] [1, 2]\n",
    );
}

#[test]
#[cfg_attr(miri, ignore = "imports modules")]
fn cycles_and_weak_references_end_with_the_session() {
    check(
        &["
import weakref, gc
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
d = weakref.WeakValueDictionary()
class A: pass
d['a'] = a = A()
del a
print(len(d))
class Kept: pass
Kept.me = kept = Kept()
d['k'] = kept
Kept.watched = weakref.ref(kept, print)
last = Node()
def f(): return f
A.cycle = A
"],
        "node\ndead\nTrue None\n0\n",
    );
}

#[test]
#[cfg_attr(miri, ignore = "imports modules")]
fn a_limit_ends_a_run_and_the_session_goes_on() {
    let (mut session, _) = session();
    session.set_limits(Limits::default().recursion(30).fuel(500));
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
    session.set_limits(Limits::default().recursion(30));
    assert_eq!(session.eval::<i64>("sum([1, 2])").ok(), Some(3));
}

#[test]
fn large_frames_leave_room_for_small_ones() {
    let names: String = (0..400).map(|at| format!("    v{at} = n\n")).collect();
    let text = format!(
        "def big(n):\n{names}    return big(n - 1) if n else small(20)\ndef small(n):\n    return small(n - 1) if n else 7\ntry:\n    print(big(5))\n    big(40)\nexcept RecursionError:\n    print('deep')\n"
    );
    check(&[&text], "7\ndeep\n");
}
