"""What every program finds: modules, a way to print anything the same each time, and classes to play with.

Run as the beginning of each batch, under both interpreters.
"""

import abc, asyncio, bisect, collections, collections.abc, contextlib, copy, dataclasses, enum, functools, heapq, inspect, io
import itertools, keyword, math, numbers, operator, pprint, random, re, reprlib, string, sys, textwrap, types, typing, warnings

warnings.simplefilter('ignore')
BUSY = []
TV = typing.TypeVar('TV')


def plain(words):
    """Without addresses, of which `reprlib` may have left the end, and not without end."""
    words = re.sub(r'\(/\S+\.so\)', '(unknown location)', words)
    words = re.sub(r"from '\S*[/>](\w+\.py)'", r"from '\1'", words)
    words = re.sub(r'\.\.\.x?[0-9a-f]{6,12}>', '...x..>', words)
    parts = words.split('0x')
    out = parts[0]
    for part in parts[1:]:
        rest = part.lstrip('0123456789abcdef')
        out += ('0x' + part) if len(part) - len(rest) < 8 else '0x..' + rest
    return out if len(out) < 400 else out[:300] + f'... {len(out)}'


def text(v):
    kind = type(v)
    if kind in (set, frozenset):
        return kind.__name__ + '{' + ', '.join(sorted(map(text, v))) + '}'
    if len(BUSY) < 6:
        BUSY.append(v)
        try:
            if kind is list:
                return '[' + ', '.join(map(text, v)) + ']'
            if kind is tuple:
                return '(' + ', '.join(map(text, v)) + ',)'
            if kind is dict:
                return '{' + ', '.join(text(a) + ': ' + text(b) for a, b in v.items()) + '}'
            if kind is slice:
                # It may hold a set.
                return 'slice(' + ', '.join(map(text, (v.start, v.stop, v.step))) + ')'
            if kind in DRAINED:
                return kind.__name__ + ' ' + text(list(itertools.islice(v, 20)))
        finally:
            BUSY.pop()
    return plain(repr(v))


DRAINED = {map, filter, zip, enumerate, reversed, itertools.chain, itertools.islice, types.GeneratorType, type(iter([])), type(iter(())),
           type(iter('')), type(iter({})), type(iter(range(0))), type(reversed([])), type({}.keys()), type({}.values()), type({}.items())}
DRAINED -= {type({}.keys()), type({}.items()), type({}.values())}


def place(frame):
    """The line of the program that is being run."""
    return 'L%d' % frame.f_lineno if frame.f_code.co_filename == 'program' else 'L0'


def show(*values):
    print(place(sys._getframe(1)), *[plain(text(v)) for v in values])


def oops(e, line=0):
    print(line or place(sys._getframe(1)), '!', type(e).__name__, plain(str(e)))
    for note in getattr(e, '__notes__', ()):
        print('  note', note)


def p(thunk):
    line = place(sys._getframe(1))
    try:
        v = thunk()
        print(line, type(v).__name__, plain(text(v)))
    except Exception as e:
        oops(e, line)


def printed(*values, **how):
    """What `print` writes."""
    out = io.StringIO()
    print(*values, file=out, **how)
    return out.getvalue()


def build(cls, *args, **kw):
    try:
        return cls(*args, **kw)
    except Exception as e:
        oops(e)
        try:
            return cls()
        except Exception as e:
            oops(e)
    return 'not built'


def matched(o):
    match o:
        case [a, b, *_]: return 'two', a, b
        case {'a': a}: return 'a', a
        case Pt(a, b): return 'pt', a, b
        case int(i): return 'int', i
        case str(): return 'str'
        case object(v=v): return 'v', v
    return 'nothing'


def gen(n):
    for i in range(n):
        got = yield i
        if got:
            show('gen got', got)
    return 'gen end'


async def co(value, error=None):
    await asyncio.sleep(0)
    if error:
        raise error
    return value


def deco(arg):
    def wrap(f):
        @functools.wraps(f)
        def inner(*a, **k):
            show('deco', arg, len(a), sorted(k))
            return f(*a, **k)
        return inner
    return wrap


class Plain:
    # No address: a program may take the text apart.
    def __repr__(self): return 'Plain()'


class Num:
    __match_args__ = ('n',)
    def __init__(self, n): self.n = n
    def __repr__(self): return f'Num({self.n!r})'
    def __add__(self, o): return Num(self.n + (o.n if isinstance(o, Num) else o))
    def __radd__(self, o): return Num(o + self.n)
    def __sub__(self, o): return Num(self.n - o.n) if isinstance(o, Num) else NotImplemented
    def __mul__(self, o): return Num(self.n * o) if isinstance(o, int) else NotImplemented
    def __eq__(self, o): return isinstance(o, Num) and self.n == o.n
    def __hash__(self): return hash(self.n)
    def __lt__(self, o): return self.n < o.n
    def __index__(self): return self.n
    def __bool__(self): return self.n > 0


class Seq:
    def __init__(self, items): self.items = items
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return self.items[i]


class Odd:
    def __getattr__(self, name): raise AttributeError('odd ' + name)
    def __eq__(self, o): raise ValueError('odd eq')
    def __hash__(self): return 7
    def __len__(self): return -1
    def __iter__(self): return 5
    def __index__(self): return 'x'
    def __str__(self): return 3
    def __repr__(self): return 'Odd'
    def __lt__(self, o): raise KeyError('odd lt')
    def __contains__(self, o): raise IndexError('odd in')


class Manager:
    def __init__(self, swallow): self.swallow = swallow
    def __repr__(self): return 'Manager'
    def __enter__(self): print('enter'); return self
    def __exit__(self, kind, e, tb): print('exit', kind and kind.__name__); return self.swallow


class AsyncManager(Manager):
    async def __aenter__(self): print('aenter'); return self
    async def __aexit__(self, kind, e, tb): print('aexit', kind and kind.__name__); return self.swallow


class Desc:
    def __init__(self, v): self.v = v
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name)
    def __get__(self, o, cls=None): return self.v if o is None else ('got', self.v)
    def __set__(self, o, v): print('desc set'); self.v = v


class Base0:
    def __init_subclass__(cls, **kw): print('base0', cls.__name__, kw)
    def hello(self): return 'base0'


class Meta(type):
    def __call__(cls, *a, **k): print('meta call', cls.__name__, len(a)); return super().__call__(*a, **k)
    def __len__(cls): return 3
    def __repr__(cls): return f'Meta<{cls.__name__}>'


class Color(enum.Enum):
    RED = 1
    GREEN = 'g'
    BLUE = 3


@dataclasses.dataclass(order=True)
class Pt:
    x: object
    y: object = 0


class S(str): pass
class I(int): pass
class F(float): pass
class L(list): pass
class T(tuple): pass
class D(dict):
    def __missing__(self, key): return ('missing', key)


def program(number, source):
    print(f'=== {number}', flush=True)
    BUSY.clear()
    try:
        exec(compile(source, 'program', 'exec'), dict(COMMON))
    except BaseException as e:
        try:
            words = str(e)
        except Exception as odd:
            # Its `__str__`, or that of what it holds, is a program's own.
            words = f'{type(odd).__name__} {odd}'
        print('=== ends with', type(e).__name__, plain(words))


COMMON = {k: v for k, v in globals().items() if k[:2] != '__'} | {'__name__': 'program'}
