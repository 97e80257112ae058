# area: modules
# prio: P0
# checks: operator: arithmetic, itemgetter, attrgetter, methodcaller
import operator as op


class C:
    class inner:
        v = 5


print(op.add(1, 2), op.mul("a", 3), op.truediv(1, 2), op.neg(5), op.not_(0), op.eq(1, 1.0), op.lt(1, 2), op.contains([1], 1), op.getitem("abc", 1), op.is_(None, None), op.index(True), op.xor(5, 1), op.concat([1], [2]), op.floordiv(7, 2), op.mod(7, 4), op.pow(2, 5))
rows = [("b", 2), ("a", 3), ("c", 1)]
print(sorted(rows, key=op.itemgetter(1)), op.itemgetter(0, -1)("xyz"), op.attrgetter("inner.v")(C), op.attrgetter("__name__", "inner")(C)[0], op.methodcaller("split", ",")("a,b"), op.itemgetter("k")({"k": 1}))
a = [1]
op.setitem(a, 0, 9)
print(a, op.iadd(a, [2]), a, op.truth([]), op.countOf([1, 2, 1], 1), op.abs(-1), op.and_(6, 3))
