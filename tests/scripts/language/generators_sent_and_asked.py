# area: language
# prio: P1
# checks: next and send of generators at every stage
def g():
    t = 0
    try:
        while True:
            x = yield t
            if x is None: continue
            if x == 'stop': return 'done'
            if x == 'raise': raise KeyError('k')
            t += x
    finally:
        print('fin')
def use():
    it = g()
    print(next(it), it.send(3), it.send(4), next(it))
    try: it.send('stop')
    except StopIteration as e: print('stop', e.value)
    print(next(it, 'dflt'))
    try: next(it)
    except StopIteration as e: print('again', e.value)
    it = g(); next(it)
    try: it.send('raise')
    except KeyError as e: print('key', e)
    it = g()
    try: it.send(5)
    except TypeError as e: print(e)
    print(g().send(None))
    print(next(g()), next(g(), 4))
    def self_():
        try: next(me)
        except ValueError as e: print(e)
        yield 1
    me = self_()
    print(list(me))
    def inner():
        r = yield 1
        print('r', r)
        r = yield 2
        print('r', r)
        return 9
    def outer():
        v = yield from inner()
        print('v', v)
        yield 3
    o = outer()
    print(next(o), o.send('A'), o.send('B'), next(o, 'end'))
    def agg():
        it = inner()
        x = next(it)
        yield x
        y = it.send('q')
        yield y
        yield next(it, 'dd')
    print(list(agg()))
use()
