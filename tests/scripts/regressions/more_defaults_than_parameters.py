# area: regressions
# prio: P1
# checks: a function may be given more defaults than it has parameters: the last of them count
def pair(a, b):
    return a, b


pair.__defaults__ = tuple(range(200))
print(pair(), pair('x'), pair(b='y'), pair(a='z'), pair(*[], **{'b': 'y'}))


def named(a, b, *, c, d='d'):
    return a, b, c, d


named.__defaults__ = 'one', 'two', 'three', 'four'
try:
    print(named())
except TypeError as error:
    print(error)
print(named(c='c'), named('a', c='c'), named(b='b', c='c', d=None))


def gathered(a, *rest, b=None, **others):
    return a, rest, b, others


gathered.__defaults__ = tuple('abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz')
print(gathered(), gathered(b=1), gathered(x=2))
