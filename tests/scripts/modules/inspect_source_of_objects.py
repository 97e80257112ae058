# area: modules
# prio: P2
# checks: inspect.getsource, getsourcelines and findsource of functions, classes, methods, lambdas, frames and code
import functools
import inspect
import textwrap


def plain(a, b=(1,
                2)):
    """With a '#' and
def in_the_text(): pass
    """
    return a  # the end

    # still inside
# outside


def keep(function):
    @functools.wraps(function)
    def wrapper(*args):
        return inspect.getsourcelines(inspect.currentframe())[1]
    return wrapper


@keep
@keep
async def decorated(): return [
    1, 2]


class Outer(object):
    text = '''
class Inner: pass
'''

    class Inner:
        def method(self, /): return (lambda x:
                                     x + 1)

        @property
        def value(self):
            if self:
                return 1 \
                    + 2


double = lambda n: n * 2
one = 1; two = lambda: 2
for thing in (plain, decorated, Outer, Outer.Inner, Outer.Inner().method, Outer.Inner.value.fget, double, two, plain.__code__):
    lines, number = inspect.getsourcelines(thing)
    print(number, len(lines), repr(''.join(lines)))
print(decorated(), inspect.getsource(Outer.Inner.method) in inspect.getsource(Outer), len(inspect.findsource(plain)[0]))
for wrong in (len, 3, eval('lambda: 1'), type('Made', (), {})):
    try:
        inspect.getsource(wrong)
    except (OSError, TypeError) as error:
        print(type(error).__name__, error if 'Made' not in str(error) else '')
print(inspect.getsource(textwrap.dedent).startswith('def dedent(text'), inspect.getsourcelines(textwrap)[1],
      'class TextWrapper' in inspect.getsource(textwrap))
