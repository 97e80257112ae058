# area: types
# prio: P1
# checks: a proxy shows any mapping and changes none
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


import types
from collections import ChainMap
p = types.MappingProxyType({'a': 1, 'b': 2})
t(lambda: (p['a'], len(p), list(p), list(reversed(p)), 'a' in p))
t(lambda: p == {'a': 1, 'b': 2})
t(lambda: p | {'c': 3})
t(lambda: {'c': 3} | p)
t(lambda: p.get('z', 0))
t(lambda: types.MappingProxyType(ChainMap({'x': 1}))['x'])
t(types.MappingProxyType, 5)
t(types.MappingProxyType, [1])


def put():
    p['a'] = 2


t(put)


def merge():
    global p
    p |= {}


t(merge)
match p:
    case {'a': value}:
        print(value)
