# area: modules
# prio: P1
# checks: functions for operators, itemgetter, attrgetter and methodcaller

import operator as op

print(op.add(1, 2), op.sub(5, 3), op.mul("a", 3), op.truediv(1, 4), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 5), op.neg(1), op.pos(-1), op.inv(5), op.not_(0), op.truth([]))
print(op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 4), op.rshift(16, 2), op.eq(1, 1.0), op.ne(1, 2), op.lt("a", "b"), op.ge(2, 2), op.is_(None, None), op.is_not(1, None))
items, d = [1, 2, 3, 2], {"a": {"b": 5}}
print(op.getitem(items, 1), op.contains(items, 3), op.countOf(items, 2), op.indexOf(items, 2), op.concat([1], [2]), op.length_hint(items), op.length_hint(iter(items)), op.index(True))
op.setitem(items, 0, "x"); op.delitem(items, 1)
print(items, op.iadd(items, [9]) is items, items, op.imul(3, 4), op.iconcat([1], (2,)), op.abs(-4))
print(op.itemgetter(1)("abc"), op.itemgetter(0, -1)([1, 2, 3]), op.itemgetter(slice(1, None))("hello"), op.itemgetter("a")(d))


class Obj:
    class inner:
        name = "deep"
    n = 4

    def method(self, a, k=0):
        return a + k


print(op.attrgetter("n")(Obj), op.attrgetter("inner.name", "n")(Obj), op.methodcaller("method", 1, k=2)(Obj()), op.methodcaller("upper")("abc"))
print(op.itemgetter(1), op.attrgetter("a.b"), op.methodcaller("m", 1, k=2), op.itemgetter(1, 2), op.call(len, "abc"))
rows = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(rows, key=op.itemgetter(1, 0)), max(rows, key=op.itemgetter(1)), list(map(op.mul, [1, 2], [3, 4])), op.__add__ is op.add, op.matmul.__name__)
for bad in [lambda: op.add(1, "a"), lambda: op.itemgetter(), lambda: op.itemgetter(5)([1]), lambda: op.attrgetter(1), lambda: op.attrgetter("x.y")(Obj), lambda: op.indexOf([1], 2), lambda: op.index(1.5), lambda: op.methodcaller("nope")(1), lambda: op.concat(1, 2), lambda: op.length_hint(1, "a")]:
    try:
        print(bad())
    except (TypeError, IndexError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)
