"""Rules of statements that branch, loop, catch and bind."""

FLOW = """
@contextlib.contextmanager
def <new>(a):
    show('in', a)
    try:
        yield <any>
    except <exctype> as e:
        oops(e)
    finally:
        show('out')
with <@>(<any>) as w:
    show(w)
    <block>
---
try:
    try:
        raise ExceptionGroup('g', [<exc>, ExceptionGroup('h', [<exc>, <exc>])])
    except* <groupable>:
        raise <exc>
except BaseException as e:
    oops(e)
    show([type(x).__name__ for x in getattr(e, 'exceptions', ())])
---
try:
    g = ExceptionGroup('g', [<exc>, ExceptionGroup('h', [<exc>])])
    show(g.subgroup(<groupable>))
    show(g.split(<groupable>))
    show(g.derive([<exc>]))
except Exception as e:
    oops(e)
---
with contextlib.closing(gen(3)) as g:
    show(next(g))
    <block>
p(lambda: next(g))
---
with contextlib.ExitStack() as stack:
    for i in range(<tiny>):
        stack.callback(show, 'cb', i)
    stack.push(lambda t, e, tb: show('push', t and t.__name__) or <bool>)
    raise <exc>
---
match <any>, <any>:
    case (<pattern>, <pattern>):
        show('both')
    case (<pattern>, _) | (_, <lit:int>):
        show('one')
    case _:
        show('none')
---
match <dict>:
    case {<lit:key>: v, **rest}:
        show(v, rest)
    case {}:
        show('some dict')
if <bool>:
    <block>
elif <any>:
    <block>
else:
    <block>
---
for <target> in <iter>:
    <inloop>
    show('loop')
else:
    show('else')
---
for <new> in <iter>:
    show(<@>)
    <inloop>
---
<new> = <lit:tiny>
while <@>:
    <@> -= 1
    <inloop>
else:
    show('no break')
---
left = 3
while left:
    left -= 1
    try:
        <inloop>
    except Exception as e:
        oops(e)
        continue
    finally:
        show('finally', left)
---
try:
    <block>
except (ValueError, TypeError) as e:
    oops(e)
except Exception as e:
    oops(e)
    <block>
else:
    show('else')
finally:
    <block>
---
try:
    raise <exc>
except <exctype>:
    <block>
    show(type(sys.exc_info()[1]).__name__)
---
try:
    try:
        raise <exc>
    except Exception as first:
        raise <exc> from <cause>
except Exception as e:
    oops(e)
    show(type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__)
---
try:
    try:
        <block>
    finally:
        raise <exc>
except Exception as e:
    oops(e)
    show(type(e.__context__).__name__)
---
try:
    raise ExceptionGroup('g', [<exc>, <exc>, ExceptionGroup('h', [<exc>])])
except* <groupable> as g:
    show(type(g).__name__, [type(x).__name__ for x in g.exceptions])
except* (TypeError, OSError) as g:
    show('second', str(g))
    <block>
---
try:
    try:
        raise <exc>
    except* <groupable> as g:
        show(str(g))
        raise
except BaseException as e:
    oops(e)
    show([type(x).__name__ for x in getattr(e, 'exceptions', ())])
---
with Manager(<bool>) as m:
    <block>
    show(m)
---
with Manager(True) as m, Manager(<any>) as n:
    raise <exc>
show('after')
---
with contextlib.suppress(<exctype>):
    <block>
    raise ValueError('suppressed?')
---
with contextlib.ExitStack() as stack:
    stack.callback(show, <any>)
    stack.enter_context(Manager(<bool>))
    <block>
---
with <any> as w:
    pass
---
match <any>:
    case <pattern>:
        show('first')
    case <pattern> if <bool>:
        show('second')
    case <pattern>:
        show('third')
    case _:
        show('other')
---
for subject in (<any>, <list>, <dict>, <object>, Pt(1, <any>)):
    match subject:
        case <pattern>:
            show('first')
        case <pattern>:
            show('second')
        case [a, *rest]:
            show(a, rest)
        case {'a': a, **rest}:
            show(a, rest)
        case str() | int() as what:
            show(what)
---
<target> = <iter>
show('unpacked')
---
a, *b = <iter>
show(a, b)
---
*a, b, (c, d) = <iter>
show(a, b, c, d)
---
(a, b), c = <any>, <any>
show(a, b, c)
---
a, b = b2, a2 = <any>
show(a, b, b2, a2)
---
global G
G = <any>
show(G)
del G
p(lambda: G)
---
x = <any>
del x
show(x)
---
p(lambda: undefined_name + <int>)
assert <any>, <any>
---
assert <bool>
---
raise <exc>
---
raise <any>
"""
