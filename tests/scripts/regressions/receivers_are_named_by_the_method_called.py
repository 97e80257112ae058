# area: regressions
# prio: P3
# checks: a method called on an object of another class names itself and its class, also where it shares its code
import collections


def told(call, *args):
    try:
        print(call(*args))
    except Exception as e:
        print(type(e).__name__, e)


told(list.__rmul__, 1, 2)
told(list.__lt__, 1, 2)
told(tuple.__ge__, 1, 2)
told(bytes.__rmul__, 1, 2)
told(bytearray.find, 'a', b'b')
told(str.__rmod__, 1, 'a')
told(set.__rsub__, 1, {2})
told(frozenset.__and__, [], frozenset())
told(dict.__ne__, 1, 2)
told(range.__ne__, 1, 2)
told(type.__or__, 1, int)
told(collections.deque.append, 1, 2)
told(collections.deque.__len__, [])
told(bool.__and__, 'a', True)
told(type(None).__new__, 5)
told(type(None).__new__, int)
told(type(...).__new__, 'x')
told(collections.deque.__new__, 5)
told(collections.deque.__new__, int)
told(object().__format__, None)
told((1).__format__, None)
for call in (lambda: [].__mul__(()), lambda: [].__add__(1j), lambda: (1,).__add__(1j), lambda: 'a'.__add__(1j)):
    told(call)
