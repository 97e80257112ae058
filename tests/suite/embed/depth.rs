//! Recursion through built-in functions takes the thread's stack: the default must fit a thread of 2 MiB, in a debug
//! build too. Each program recurses without end in its own way.

use hoopsnake::{Engine, ErrorKind, Limits};

const PROGRAMS: &[(&str, &str)] = &[
    ("calls", "def f(): return f()\nf()"),
    (
        "repr",
        "class A:\n    def __repr__(s): return repr(A())\nrepr(A())",
    ),
    (
        "percent",
        "class A:\n    def __repr__(s): return '%r' % A()\nrepr(A())",
    ),
    (
        "format",
        "class A:\n    def __format__(s, f): return f'{A():>3}'\nf'{A():x}'",
    ),
    (
        "eq",
        "class A:\n    def __eq__(s, o): return [A()] == [A()]\nA() == A()",
    ),
    (
        "less",
        "class A:\n    def __lt__(s, o): return (A(),) < (A(),)\nA() < A()",
    ),
    (
        "hash",
        "class A:\n    def __hash__(s): return hash((A(),))\nhash(A())",
    ),
    ("sorted", "def f(x): return sorted([1, 2], key=f)\nf(1)"),
    ("map", "def f(x): return list(map(f, [1]))\nf(1)"),
    ("max", "def f(x): return max([1, 2], key=f)\nf(1)"),
    ("eval", "def f(): return eval('f()')\nf()"),
    ("exec", "def f(): exec('f()')\nf()"),
    (
        "iter",
        "class A:\n    def __iter__(s): return iter(list(A()))\nlist(A())",
    ),
    (
        "getattr",
        "class A:\n    def __getattr__(s, n): return getattr(A(), n)\nA().x",
    ),
    (
        "property",
        "class A:\n    @property\n    def p(s): return getattr(s, 'p')\nA().p",
    ),
    (
        "meta",
        "class M(type):\n    def __call__(c): return c()\nclass A(metaclass=M): pass\nA()",
    ),
    ("init", "class A:\n    def __init__(s): A()\nA()"),
    (
        "add",
        "class A:\n    def __add__(s, o): return sum([A(), A()], A())\nA() + A()",
    ),
    (
        "contains",
        "class A:\n    def __eq__(s, o): return 1 in [A()]\nA() in [A()]",
    ),
    (
        "print",
        "class A:\n    def __str__(s): print(A())\nprint(A())",
    ),
    ("generators", "def g():\n    yield from g()\nlist(g())"),
    ("awaits", "async def f(): await f()\nawait f()"),
    (
        "reduce",
        "import functools\ndef f(a, b): return functools.reduce(f, [1, 2])\nf(1, 2)",
    ),
    ("lists", "x = []\nfor _ in range(100000): x = [x]\nrepr(x)"),
    (
        "equal lists",
        "x, y = [], []\nfor _ in range(100000): x, y = [x], [y]\nx == y",
    ),
    (
        "json",
        "import json\nx = []\nfor _ in range(100000): x = [x]\njson.dumps(x)",
    ),
    ("json text", "import json\njson.loads('[' * 100000)"),
    (
        "decimal",
        "class A:\n    def __index__(s): return range(10)[A()]\nrange(10)[A()]",
    ),
    (
        "with",
        "class A:\n    def __enter__(s):\n        with A(): pass\n    def __exit__(s, *a): pass\nwith A(): pass",
    ),
    (
        "super",
        "class A:\n    def f(s): return super().__getattribute__('f')()\nA().f()",
    ),
    (
        "isinstance",
        "class M(type):\n    def __instancecheck__(c, x): return isinstance(1, c)\nclass A(metaclass=M): pass\nisinstance(1, A)",
    ),
    (
        "set",
        "class A:\n    def __hash__(s): return len({A()})\nhash(A())",
    ),
    (
        "sort in place",
        "class A:\n    def __lt__(s, o): return [A(), A()].sort()\n[A(), A()].sort()",
    ),
    (
        "partial",
        "import functools\ndef f(): return functools.partial(f)()\nf()",
    ),
    (
        "import",
        "def f(): return __import__('math') and filter(None, [1]) and list(filter(lambda x: f(), [1]))\nf()",
    ),
];

#[test]
fn endless_recursion_fits_a_small_stack() {
    for (name, text) in PROGRAMS {
        let thread = std::thread::Builder::new().stack_size(2 << 20);
        let outcome = thread.spawn(|| {
            let mut session = Engine::new().session().build().expect("a session");
            let outcome = session.run_source("main.py", text);
            // Whatever it was, the session goes on.
            assert_eq!(
                session.eval::<i64>("1 + 1").map_err(|e| e.to_string()),
                Ok(2)
            );
            outcome
        });
        let outcome = outcome.expect("a thread").join();
        match outcome.expect("no panic") {
            Ok(()) => panic!("{name} ended"),
            Err(error) => assert!(
                error.type_name() == "RecursionError"
                    || error.type_name() == "JSONDecodeError"
                    || error.type_name() == "json.decoder.JSONDecodeError",
                "{name}: {error:?}"
            ),
        }
    }
}

#[test]
fn the_recursion_limit_is_the_hosts() {
    let limits = Limits::default().recursion(50);
    let mut session = Engine::new()
        .session()
        .limits(limits)
        .build()
        .expect("a session");
    let text = "def f(n): return n and 1 + f(n - 1)";
    session
        .run_source("main.py", text)
        .expect("it only defines");
    assert_eq!(
        session.call::<i64>("f", (40,)).map_err(|e| e.to_string()),
        Ok(40)
    );
    let error = session.call::<i64>("f", (60,)).expect_err("too deep");
    assert_eq!(error.kind(), ErrorKind::Exception);
    assert_eq!(error.type_name(), "RecursionError");
}
