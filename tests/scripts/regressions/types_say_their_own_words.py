# area: regressions
# prio: P2
# checks: words of natives that random programs found: receivers, classes of iterators, keywords that are no strings
import array
import bisect
import collections
import importlib
import io
import operator
import types


def t(f):
    try:
        print(type(f()).__name__)
    except Exception as e:
        print(type(e).__name__, e)


class N(int):
    pass


class Odd:
    def keys(self):
        return [1]

    def __getitem__(self, key):
        return 2


big = {1: 2}
for f in (max, min, print, dict, int, vars, object, operator.itemgetter, memoryview, "".format, {}.update, N, Odd, lambda **k: k, 3,
          collections.OrderedDict, collections.defaultdict, types.SimpleNamespace):
    t(lambda: f(**big))
    t(lambda: f(**Odd()))
    if f is not types.SimpleNamespace:
        t(lambda: f([3], **big))
for of, other in [(dict, "a"), (complex, "a"), (range, 3), (memoryview, 3), (dict, {}), (types.SimpleNamespace, 3)]:
    t(lambda: of.__lt__(other, 4))
t(lambda: types.SimpleNamespace(a=1).__lt__())
t(lambda: types.SimpleNamespace(a=1) < types.SimpleNamespace(a=1))
for r in (range(2**70), range(2**62, 2**63 - 1), range(-2**63, 0), range(12345, 2**63 - 1, 3 * 10**18)[::3], range(5, 0, -2**63)):
    t(lambda: iter(r))
    t(lambda: reversed(r))
od = collections.OrderedDict(a=1)
for it in iter(od), reversed(od), iter(od.values()), reversed(od.items()), iter(dict(od)):
    t(lambda: it)
    print(list(it))
t(lambda: od.__ior__([0]))
zero = slice(None, None, 0)
t(lambda: operator.setitem(memoryview(bytearray(b"abc")), zero, None))
t(lambda: operator.setitem(array.array("i"), zero, None))
t(lambda: operator.delitem({1}, 0))
t(lambda: operator.delitem({1}, zero))
t(lambda: eval(b"\x00\xff"))
t(lambda: eval(bytearray(b"1 + 1")))
t(lambda: importlib.import_module(b"x"))
t(lambda: b"a".decode("utf-32-le", "nope"))
t(lambda: bytes(N(2**70)))
t(lambda: bisect.bisect({1, 2}, 3))
t(lambda: setattr(int, "__class__", 3))
t(lambda: delattr(N(), "__class__"))
t(lambda: type.__init__(3))
t(lambda: BaseException.__getattribute__("a", 3))
