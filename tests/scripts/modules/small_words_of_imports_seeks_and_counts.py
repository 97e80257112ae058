# area: modules
# prio: P2
# checks: single words: a module name that is no text, a whence that is no C int, the first of a count, bytes as paragraphs
import collections, importlib, io, itertools, textwrap


def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


tell(lambda: importlib.import_module(5))
tell(lambda: io.StringIO().seek(0, 2 ** 40))
tell(lambda: io.BytesIO().seek(0, 2 ** 40))
tell(lambda: 'a\tb'.expandtabs(2 ** 40))
tell(lambda: b'a\tb'.expandtabs(2 ** 40))
tell(lambda: list(itertools.islice(itertools.count(False, True), 3)))
tell(lambda: list(itertools.islice(itertools.count(True, 2), 3)))
tell(lambda: list(itertools.islice(itertools.count(1, [0]), 3)))
tell(lambda: textwrap.wrap(b'a b'))
tell(lambda: collections.OrderedDict().move_to_end([]))
tell(lambda: AttributeError('a', name='n', obj=1, zz=2))
tell(lambda: ImportError('a', zz=2))
for cls in (list, tuple, dict, set, frozenset, slice, range, int, type):
    tell(lambda: cls.__new__('x', 1))
tell(lambda: list(range(10 ** 30)))
tell(lambda: [*range(10 ** 30)])
tell(lambda: (0, *range(-10 ** 30, 5)))
tell(lambda: complex(0, float('inf')) ** 1)
tell(lambda: bytearray(b'a') + 1j)


class Items:
    def __iter__(self): return [1]
    def __index__(self): return 1.5


tell(lambda: bytes(Items()))
tell(lambda: bytearray(Items()))


class Right(str):
    def __radd__(self, other): return 'radd', other
    def __rmul__(self, other): return 'rmul', other


tell(lambda: 'a' + Right('b'))
tell(lambda: [] * Right('b'))


def local():
    class Named: pass
    class Other(Named, flag=1): pass


tell(local)
import collections.abc, types
counts = collections.Counter(a=1)
counts.subtract(types.MappingProxyType({'a': 3}))
print(isinstance(types.MappingProxyType({}), collections.abc.Mapping), counts)
