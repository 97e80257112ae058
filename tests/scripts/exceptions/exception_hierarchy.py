# area: exceptions
# prio: P0
# checks: the tree of builtin exceptions
for c in (ArithmeticError, ZeroDivisionError, OverflowError, LookupError, IndexError, KeyError, AttributeError, NameError, UnboundLocalError, ValueError, UnicodeError, UnicodeDecodeError, UnicodeEncodeError, TypeError, RuntimeError, RecursionError, NotImplementedError, StopIteration, StopAsyncIteration, OSError, FileNotFoundError, PermissionError, TimeoutError, ConnectionError, BrokenPipeError, EOFError, ImportError, ModuleNotFoundError, AssertionError, MemoryError, BufferError, SyntaxError, IndentationError, SystemError, ReferenceError, Warning, UserWarning, RuntimeWarning, KeyboardInterrupt, SystemExit, GeneratorExit, ExceptionGroup, BaseExceptionGroup):
    print(c.__name__, [b.__name__ for b in c.__mro__[1:-1]])
