"""Contexts: precision, limits, rounding, and what happens when a condition arises."""

from contextvars import ContextVar

from ._signals import (
    ALL_INVALID, BITS, CLAMPED, DIVISION_BY_ZERO, OVERFLOW, ROUNDINGS, UNDERFLOW, listed, trapped)

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)

_UNKNOWN_SIGNAL = """valid values for signals are:
  [InvalidOperation, FloatOperation, DivisionByZero,
   Overflow, Underflow, Subnormal, Inexact, Rounded,
   Clamped]"""
_UNKNOWN_ROUNDING = """valid values for rounding are:
  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,
   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
   ROUND_05UP]"""


def check_rounding(mode):
    if not isinstance(mode, str) or mode not in ROUNDINGS:
        raise TypeError(_UNKNOWN_ROUNDING)
    return mode


def _bit(signal):
    try:
        return BITS[signal]
    except (KeyError, TypeError):
        raise KeyError(_UNKNOWN_SIGNAL) from None


def _bits_of_list(signals):
    bits = 0
    for signal in signals:
        bits |= _bit(signal)
    return bits


def _bits_of_mapping(signals):
    """The bits of a mapping from every signal to a truth."""
    if isinstance(signals, SignalDict):
        return signals._bits()
    if not isinstance(signals, dict):
        raise TypeError('argument must be a signal dict')
    if len(signals) != len(BITS):
        raise KeyError('invalid signal dict')
    bits = 0
    for signal, bit in BITS.items():
        try:
            value = signals[signal]
        except KeyError:
            raise KeyError('invalid signal dict') from None
        if value:
            bits |= bit
    return bits


def _bits(signals):
    return _bits_of_list(signals) if isinstance(signals, list) else _bits_of_mapping(signals)


class SignalDict:
    """The flags or the traps of a context as a mapping: writing to it changes the context."""

    __slots__ = ('_context', '_name')
    __module__ = 'decimal'
    __hash__ = None

    def __init__(self, context, name):
        self._context = context
        self._name = name

    def _bits(self):
        return getattr(self._context, self._name)

    def __getitem__(self, signal):
        return bool(self._bits() & _bit(signal))

    def __setitem__(self, signal, value):
        bit = _bit(signal)
        bits = self._bits() & ~bit
        setattr(self._context, self._name, bits | bit if value else bits)

    def __delitem__(self, signal):
        raise ValueError('signal keys cannot be deleted')

    def __iter__(self):
        return iter(BITS)

    def __len__(self):
        return len(BITS)

    def __contains__(self, signal):
        return signal in BITS

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return self._bits() == other._bits()
        if isinstance(other, dict):
            try:
                return self._bits() == _bits_of_mapping(other)
            except KeyError:
                return False
        return NotImplemented

    def __repr__(self):
        return '{' + ', '.join(f'{signal}:{value}' for signal, value in self.items()) + '}'

    def copy(self):
        return dict(self.items())

    def keys(self):
        return self.copy().keys()

    def values(self):
        return [self[signal] for signal in BITS]

    def items(self):
        return [(signal, self[signal]) for signal in BITS]

    def get(self, signal, default=None):
        return self[signal] if signal in BITS else default

    def update(self, *others, **names):
        for signal, value in dict(*others, **names).items():
            self[signal] = value

    def setdefault(self, signal, default=None):
        return self[signal]


class Context:
    """The surroundings of arithmetic. `_limit`, `_low` and `_high` bound the results that need no second look: a coefficient
    below the limit with an exponent between the two has neither too many digits nor an exponent to mend."""

    __module__ = 'decimal'
    __slots__ = ('_prec', '_rounding', '_emin', '_emax', '_capitals', '_clamp', '_flags', '_traps',
                 '_limit', '_low', '_high')
    __hash__ = object.__hash__

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        base = DefaultContext
        if base is None:
            self._take(28, 'ROUND_HALF_EVEN', -999999, 999999, 1, 0, 0, ALL_INVALID | DIVISION_BY_ZERO | OVERFLOW)
        else:
            self._take(base._prec, base._rounding, base._emin, base._emax, base._capitals, base._clamp, 0, base._traps)
        if prec is not None:
            self.prec = prec
        if rounding is not None:
            self.rounding = rounding
        if Emin is not None:
            self.Emin = Emin
        if Emax is not None:
            self.Emax = Emax
        if capitals is not None:
            self.capitals = capitals
        if clamp is not None:
            self.clamp = clamp
        if flags is not None:
            self._flags = _bits(flags)
        if traps is not None:
            self._traps = _bits(traps)

    def _take(self, prec, rounding, emin, emax, capitals, clamp, flags, traps):
        self._prec = prec
        self._rounding = rounding
        self._emin = emin
        self._emax = emax
        self._capitals = capitals
        self._clamp = clamp
        self._flags = flags
        self._traps = traps
        self._bound()

    def _bound(self):
        prec = self._prec
        # A precision of astronomers has its limit worked out nowhere: what is below this one is fine all the same.
        self._limit = 10 ** (prec if prec < 4000 else 4000)
        self._low = self._emin
        self._high = self._emax - prec + 1

    @property
    def prec(self):
        return self._prec

    @prec.setter
    def prec(self, value):
        self._prec = _within(value, 1, MAX_PREC, 'valid range for prec is [1, MAX_PREC]')
        self._bound()

    @property
    def Emin(self):
        return self._emin

    @Emin.setter
    def Emin(self, value):
        self._emin = _within(value, MIN_EMIN, 0, 'valid range for Emin is [MIN_EMIN, 0]')
        self._bound()

    @property
    def Emax(self):
        return self._emax

    @Emax.setter
    def Emax(self, value):
        self._emax = _within(value, 0, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]')
        self._bound()

    @property
    def rounding(self):
        return self._rounding

    @rounding.setter
    def rounding(self, value):
        self._rounding = check_rounding(value)

    @property
    def capitals(self):
        return self._capitals

    @capitals.setter
    def capitals(self, value):
        self._capitals = _within(value, 0, 1, 'valid values for capitals are 0 or 1')

    @property
    def clamp(self):
        return self._clamp

    @clamp.setter
    def clamp(self, value):
        self._clamp = _within(value, 0, 1, 'valid values for clamp are 0 or 1')

    @property
    def flags(self):
        return SignalDict(self, '_flags')

    @flags.setter
    def flags(self, value):
        self._flags = _bits_of_mapping(value)

    @property
    def traps(self):
        return SignalDict(self, '_traps')

    @traps.setter
    def traps(self, value):
        self._traps = _bits_of_mapping(value)

    def __delattr__(self, name):
        raise AttributeError('context attributes cannot be deleted')

    def __repr__(self):
        flags, traps = (', '.join(signal.__name__ for signal in listed(bits)) for bits in (self._flags, self._traps))
        return (f'Context(prec={self._prec}, rounding={self._rounding}, Emin={self._emin}, Emax={self._emax}, '
                f'capitals={self._capitals}, clamp={self._clamp}, flags=[{flags}], traps=[{traps}])')

    def __reduce__(self):
        return Context, (self._prec, self._rounding, self._emin, self._emax, self._capitals, self._clamp,
                         listed(self._flags), listed(self._traps))

    def copy(self):
        """An equal context."""
        twin = object.__new__(Context)
        twin._take(self._prec, self._rounding, self._emin, self._emax, self._capitals, self._clamp, self._flags,
                   self._traps)
        return twin

    __copy__ = copy

    def clear_flags(self):
        """Lowers all flags."""
        self._flags = 0

    def clear_traps(self):
        """Traps nothing any more."""
        self._traps = 0

    def Etiny(self):
        """The smallest exponent of a subnormal number."""
        return self._emin - self._prec + 1

    def Etop(self):
        """The largest exponent of a number with all its digits."""
        return self._emax - self._prec + 1

    def _signal(self, status):
        """Raises the flags of a status, and its exception when it is trapped."""
        self._flags |= status
        hit = status & self._traps
        if hit:
            raise trapped(hit)

    def _silent(self, prec, rounding='ROUND_HALF_EVEN'):
        """A context for steps in between: no limits to speak of, nothing trapped."""
        inner = object.__new__(Context)
        inner._take(prec, rounding, MIN_EMIN, MAX_EMAX, 1, 0, 0, 0)
        return inner


def _within(value, low, high, words):
    if not isinstance(value, int):
        raise TypeError('an integer is required')
    if not low <= value <= high:
        raise ValueError(words)
    return int(value)


DefaultContext = None
DefaultContext = Context()
BasicContext = Context(9, 'ROUND_HALF_UP')
BasicContext._traps = ALL_INVALID | DIVISION_BY_ZERO | OVERFLOW | UNDERFLOW | CLAMPED
ExtendedContext = Context(9)
ExtendedContext._traps = 0

# Every task and every thread has its own through this variable.
current = ContextVar('decimal_context')


def getcontext():
    """The current context of the task or thread."""
    context = current.get(None)
    if context is None:
        context = DefaultContext.copy()
        context._flags = 0
        current.set(context)
    return context


def setcontext(context, /):
    """Makes a context current in the task or thread."""
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context is DefaultContext or context is BasicContext or context is ExtendedContext:
        context = context.copy()
        context._flags = 0
    current.set(context)


def chosen(context):
    """The context that an optional argument names."""
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError('optional argument must be a context')
    return context


class ContextManager:
    """Makes a copy of a context current for the length of a `with` statement."""

    __module__ = 'decimal'
    __slots__ = ('_inner', '_outer')

    def __enter__(self):
        self._outer = getcontext()
        setcontext(self._inner)
        return self._inner

    def __exit__(self, kind, error, trace):
        setcontext(self._outer)


_CHANGES = ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps')


def localcontext(ctx=None, **changes):
    """A manager for a `with` statement with a copy of the context, changed."""
    inner = chosen(ctx).copy()
    for name, value in changes.items():
        if name not in _CHANGES:
            raise TypeError(f'{name!r} is an invalid keyword argument for this function')
        if value is None:
            continue
        if name in ('flags', 'traps'):
            setattr(inner, '_' + name, _bits(value))
        else:
            setattr(inner, name, value)
    manager = object.__new__(ContextManager)
    manager._inner = inner
    return manager
