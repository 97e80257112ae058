# area: types
# prio: P1
# checks: ag_ attributes, asend, athrow, aclose driven by hand
async def ag():
    try:
        x = yield 1
        yield x
    except ValueError as e:
        yield ("caught", str(e))
    finally:
        pass
def drive(aw):
    try:
        aw.send(None)
        print("suspended")
    except StopIteration as e:
        print("value", repr(e.value))
    except BaseException as e:
        print(type(e).__name__, e)
a = ag()
print(type(a).__name__, a.ag_running, a.ag_await, a.ag_frame is not None, a.ag_code.co_name, a.__name__, a.__qualname__, a.__aiter__() is a, type(a.asend(None)).__name__, type(a.__anext__()).__name__, type(a.aclose()).__name__, type(a.athrow(ValueError)).__name__)
a = ag(); drive(a.__anext__()); drive(a.asend("sent")); drive(a.athrow(ValueError("v"))); drive(a.__anext__()); drive(a.__anext__()); drive(a.aclose()); drive(a.asend(1)); drive(a.athrow(KeyError("k")))
a = ag(); drive(a.asend(5)); drive(a.aclose()); drive(a.__anext__())
a = ag(); drive(a.__anext__()); drive(a.aclose()); drive(a.aclose())
a = ag(); drive(a.athrow(ValueError("before start"))); drive(a.__anext__())
async def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
a = stubborn(); drive(a.__anext__()); drive(a.aclose())
async def early():
    yield 1
    return
one = ag().asend(None)
drive(one); drive(one)
for f in (lambda: iter(ag()), lambda: next(ag()), lambda: len(ag()), lambda: ag().send(1), lambda: ag().asend(), lambda: anext(5), lambda: aiter(5), lambda: aiter([])):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
drive(anext(early())); a = early(); drive(anext(a, "default")); drive(anext(a, "default"))
for source in ("async def f():\n yield 1\n return 2", "async def f():\n yield from x", "def f():\n await x", "def f():\n async for a in b: pass", "def f():\n async with a: pass", "async def f():\n [await x for y in z]", "def f():\n [x async for x in y]", "async def f():\n lambda: await x", "class C:\n async def f(self): return (await x async for x in y)", "async x = 1", "await = 1", "async def f(): await", "def await(): pass"):
    try:
        compile(source, "s", "exec"); print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), "->", e.msg)
