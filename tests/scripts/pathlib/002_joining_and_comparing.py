# area: pathlib
# prio: P1
# checks: the slash operator from both sides, joinpath, equality, order, hashes, of posix paths
import os
from pathlib import PurePosixPath as P, PureWindowsPath as W


class Fake:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


class Text(str):
    pass


p = P('a/b')
print(p / 'c', p / 'c/d' / P('e'), p / '/x', p / '', p / '.', p / '..')
print('x' / p, '/r' / p, 'x' / P('/abs'))
print(p.joinpath(), p.joinpath('c', 'd'), p.joinpath('c', '/d', 'e'))
print(p / Fake('f'), P(Fake('g'), 'h'), P(Text('t/u')).parts, type(P(Text('t')).name))
print(P('a') / W('b\\c'), P(W('c:\\d\\e')))
print(P('a/b') == P('a', 'b'), P('a//b/.') == p, P('A') == P('a'), P('a') == 'a',
      P('a') != P('b'), P('a') == W('a'))
print(P('a') < P('b'), P('a/z') < P('a.b'), P('/') < P('a'), P('b') >= P('a'))
print(sorted([P('b'), P('a/c'), P('a'), P('/x'), P('a b'), P('B')]))
print(len({P('a/b'), P('a') / 'b', P('a//b')}), hash(P('a')) == hash(P('a')),
      {P('k'): 1}[P('./k')])
print(os.fspath(p), os.path.join(p, 'x'), isinstance(p, os.PathLike),
      issubclass(P, os.PathLike), isinstance('a', os.PathLike))
for step in (lambda: p / 1, lambda: 1 / p, lambda: p / b'x', lambda: p.joinpath(2),
             lambda: p < 'a', lambda: p < W('a'), lambda: p + 'x',
             lambda: P(Fake(3)), lambda: P(Fake(b'b'))):
    try:
        print(step())
    except TypeError as error:
        print('TypeError', error)
p /= 'more'
print(p, [*map(P, ['x', 'y'])], f'{p}', '%s' % p, f'{p!r}')
