# area: regressions
# prio: P3
# checks: MutableMapping.update asks isinstance first: hooks of subclasses are heard, and keys are walked, not asked for
import collections
import collections.abc


class Loud(collections.UserDict):
    def __subclasshook__(cls):
        raise ValueError('hook')


for function in (lambda: Loud(print), lambda: Loud(3), lambda: Loud().update([]), lambda: Loud({'a': 1})):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)
del Loud
import gc
gc.collect()


class Walked(collections.abc.Mapping):
    def keys(self):
        raise KeyError('not asked')

    def __iter__(self):
        return iter('ab')

    def __len__(self):
        return 2

    def __getitem__(self, key):
        return key * 2


d = collections.UserDict()
d.update(Walked(), c=1)
print(d)
for source in 'try: pass\nexcept a, b as e: pass\n', 'try: pass\nexcept* a.b, c, d: pass\n':
    try:
        compile(source, 'q', 'exec')
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
