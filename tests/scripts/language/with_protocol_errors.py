# area: language
# prio: P1
# checks: objects that are no context managers, and exits that fail
class NoExit:
    def __enter__(self): return self
class NoEnter:
    def __exit__(self, *a): pass
class Full:
    def __init__(self, swallow=False, enter=None, leave=None): self.swallow, self.fails_in, self.fails_out = swallow, enter, leave
    def __enter__(self):
        print("enter", end=" ")
        if self.fails_in: raise self.fails_in
        return self
    def __exit__(self, kind, value, tb):
        print("exit", kind and kind.__name__, value, type(tb).__name__, end=" ")
        if self.fails_out: raise self.fails_out
        return self.swallow
def attempt(source):
    try:
        exec(source, globals())
        print("done")
    except Exception as e:
        print(type(e).__name__, e, "| context:", repr(e.__context__))
for source in ("with 5: pass", "with NoExit(): pass", "with NoEnter(): pass", "with Full() as x: pass", "with Full(): raise ValueError('v')", "with Full(True): raise ValueError('v')", "with Full(enter=KeyError('k')): pass",
               "with Full(leave=KeyError('k')): pass", "with Full(leave=KeyError('k')): raise ValueError('v')", "with Full(True), Full(leave=KeyError('k')): raise ValueError('v')", "with Full() as a, Full(enter=OSError('o')) as b: pass",
               "with (Full() as a, Full() as b,): print('body', end=' ')", "with Full() as (a, b): pass", "with Full(True) as (a, b): pass", "with Full(swallow=[]): raise ValueError", "with Full(swallow=[0]): raise ValueError('x')",
               "for i in 1, 2:\n with Full(): continue", "for i in 1, 2:\n with Full(): break", "def f():\n with Full(): return 5\nprint(f(), end=' ')", "async def f():\n async with 5: pass\nf().send(None)", "async def f():\n async with Full(): pass\nf().send(None)"):
    attempt(source)
class InstanceOnly: pass
i = InstanceOnly(); i.__enter__ = i.__exit__ = lambda *a: 0
attempt("with i: pass")
