# area: language
# prio: P1
# checks: raise of classes, instances, nonsense, with and without from
def attempt(source):
    try:
        exec(source, globals())
    except BaseException as e:
        print(source.replace("\n", "; "), "->", repr(e), "| cause", repr(e.__cause__), "| context", repr(e.__context__), e.__suppress_context__)
class Odd(Exception):
    def __new__(cls, *a): return 5
class Needs(Exception):
    def __init__(self, a): pass
for source in ("raise", "raise 5", "raise 'text'", "raise None", "raise int", "raise ValueError", "raise ValueError('x')", "raise ValueError from KeyError", "raise ValueError from KeyError('k')", "raise ValueError from None", "raise ValueError from 5",
               "raise ValueError from int", "raise Odd", "raise Needs", "raise Needs(1)", "raise ValueError, 5" if 0 else "raise (ValueError)", "raise ValueError('a') from ValueError('b')",
               "try: 1/0\nexcept Exception: raise KeyError", "try: 1/0\nexcept Exception: raise KeyError from None", "try: 1/0\nexcept Exception as e: raise e", "try: 1/0\nexcept Exception as e: raise KeyError from e", "try: 1/0\nexcept Exception: raise",
               "try: 1/0\nfinally: raise KeyError", "try: 1/0\nexcept 5: pass", "try: 1/0\nexcept (KeyError, 5): pass", "try: 1/0\nexcept 'a': pass", "try: 1/0\nexcept (): pass", "try: 1/0\nexcept ((ZeroDivisionError,),): pass",
               "try: 1/0\nexcept int: pass", "try: pass\nexcept 5: pass", "try: raise KeyError\nexcept LookupError as e: raise e.__class__('new') from e", "x = ValueError('s'); x.__cause__ = KeyError('c'); raise x", "raise SystemExit(3)", "raise StopIteration(7)",
               "e = ValueError(); e.__cause__ = 5", "e = ValueError(); e.__context__ = 'a'", "e = ValueError(); e.__traceback__ = 1", "e = ValueError('w'); raise e from e", "ValueError().with_traceback(5)", "raise ValueError().with_traceback(None)"):
    attempt(source)
