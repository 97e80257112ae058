# area: generators
# prio: P2
# checks: coroutines within a suspended chain are suspended, and may be closed, thrown into and resumed by hand
import asyncio


class Turn:
    def __await__(self):
        got = yield 'turn'
        return got


async def inner(name):
    try:
        print(name, 'got', await Turn())
        print(name, 'got', await Turn())
    except ValueError as e:
        print(name, 'caught', e)
        await Turn()
    finally:
        print(name, 'ends')
    return name


async def middle(c):
    try:
        return await c
    finally:
        print('middle ends')


async def outer(c):
    try:
        print('outer has', await c)
    except BaseException as e:
        print('outer caught', repr(e))


def chain(name):
    i = inner(name)
    m = middle(i)
    o = outer(m)
    print(o.send(None))
    print([c.cr_suspended for c in (o, m, i)], m.cr_running)
    return o, m, i


def drive(c, value=None):
    try:
        print('gave', c.send(value))
    except StopIteration as e:
        print('returned', e.value)
    except Exception as e:
        print('raised', repr(e))


o, m, i = chain('closed')
i.close()
print(i.cr_frame, m.cr_await is i, o.cr_await is m, m.cr_suspended)
drive(o)
o, m, i = chain('driven')
drive(i, 5)
print(i.cr_suspended, m.cr_suspended)
drive(o)
o, m, i = chain('thrown into')
print(i.throw(ValueError('x')))
drive(m)
drive(o)
o, m, i = chain('cut')
m.close()
