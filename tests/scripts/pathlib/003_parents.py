# area: pathlib
# prio: P1
# checks: parents: a sequence with negative indices and slices
from collections.abc import Sequence
from pathlib import PurePosixPath as P, PureWindowsPath as W

for text in ['/a/b/c', 'a/b/c', '/', '', 'x', '/x', '../..']:
    parents = P(text).parents
    print(repr(text), len(parents), list(parents))
p = P('/a/b/c/d')
q = p.parents
print(q, q[0], q[-1], q[-4], q[1:3], q[:-1], q[::-2], q[5:])
for at in (4, -5, 100, 'x'):
    try:
        print(q[at])
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
print(P('/a') in q, P('/x') in q, q.index(P('/a/b')), q.count(P('/')))
print(isinstance(q, Sequence), [str(x) for x in reversed(q)])
try:
    q[0] = P('z')
except TypeError as error:
    print(error)
print(p.parent, p.parent.parent, P('/').parent, P('').parent, P('a').parent)
print(list(W('c:/a/b').parents), list(W('c:a/b').parents), list(W('//s/t/u').parents))
print([x for x in P('a/b').parents if x.name], P('a').parents == P('a').parents)
first, *rest = p.parents
print(first, len(rest))
