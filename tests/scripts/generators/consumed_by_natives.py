# area: generators
# prio: P1
# checks: what sum, any, all, max, list, set and extend leave of a generator that fails, stops early or looks back
def numbers(log, *items):
    for item in items:
        log.append((yield item))
    log.append('end')


log = []
g = numbers(log, 1, 2, 'x', 4)
try:
    sum(g)
except TypeError as error:
    print(error, log, next(g), next(g, 'over'), log)

log = []
g = numbers(log, 0, None, '', [], 7, 8, 0, 1)
print(any(g), next(g), all(g), next(g), next(g, 'over'), log)
print(sum(x for x in (1, 2.5, True, 10**30)), sum((x for x in [2**62, 2**62, -1]), 1.5), sum((), 3))
print(sum(([x] for x in range(3)), []), max(x for x in (3, 2**70, 1.5)), min(x for x in 'cab'))
print(max((x for x in (True, 1, 1.0)), default=0), min((x for x in ()), default='none'))
for function in max, min:
    try:
        function(x for x in ())
    except ValueError as error:
        print(error)

xs = [1, 2, 3]
xs.extend(x * 10 for x in xs if x < 25)
print(xs)
try:
    xs.extend(1 // (2 - n) for n in range(4))
except ZeroDivisionError as error:
    print(error, xs, len(list(error.__traceback__.tb_next.tb_frame.f_code.co_name)))


def outer():
    total = yield from inner()
    yield total, sum(inner()), sorted(inner(), reverse=True)


def inner():
    yield sum(y for y in range(5))
    yield any(y > 3 for y in range(5))
    return 'inner'


print(list(outer()), tuple(outer()) == tuple(list(outer())), len(set(outer_item for outer_item in 'hello')))
g = (sum(g) for _ in range(1))
try:
    list(g)
except ValueError as error:
    print(error)
print({*(x % 3 for x in range(9))}, ''.join(str(x) for x in range(4)), dict((x, x * x) for x in range(3)))
try:
    set([x] for x in range(3))
except TypeError as error:
    print(error)
