"""Patterns of the shell's kind: `*`, `?`, `[a-z]`, `[!a-z]`."""

from _fnmatch import filter as _filter, fits as _fits

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def _text(value):
    return value.decode('latin-1') if isinstance(value, bytes) else value


def _alike(name, pat):
    if isinstance(name, bytes) is not isinstance(pat, bytes):
        kinds = ('bytes pattern on a string-like object'
                 if isinstance(pat, bytes)
                 else 'string pattern on a bytes-like object')
        raise TypeError('cannot use a ' + kinds)


def fnmatch(name, pat):
    """Whether a file's name fits, in the way of the system."""
    from os import fspath
    return fnmatchcase(fspath(name), fspath(pat))


def fnmatchcase(name, pat):
    """Whether a name fits, upper and lower case apart."""
    if not isinstance(name, str) or not isinstance(pat, str):
        _alike(name, pat)
    return _fits(_text(name), _text(pat))


def filter(names, pat):
    """The list of the names that fit."""
    if isinstance(pat, bytes):
        return [name for name in names if fnmatchcase(name, pat)]
    return _filter(names, pat)


def translate(pat):
    """The regular expression that matches what fits."""
    from re import escape
    made = []
    at, n = 0, len(pat)
    stars = 0
    while at < n:
        char = pat[at]
        at += 1
        if char == '*':
            if made[-1:] != ['*']:
                made.append('*')
                stars += 1
        elif char == '?':
            made.append('.')
        elif char == '[':
            first = at + 1 if pat[at:at + 1] == '!' else at
            end = pat.find(']', first + 1)
            if end < 0:
                made.append('\\[')
            else:
                made.append(_translate_set(pat[at:end]))
                at = end + 1
        else:
            made.append(escape(char))
    return '(?s:' + _join(made, stars) + ')\\Z'


def _translate_set(inner):
    # The inside of the brackets, as a regular expression has it.
    negated = inner[0] == '!'
    body = inner[1:] if negated else inner
    if '-' not in body:
        body = body.replace('\\', '\\\\')
    else:
        chunks = []
        at = 0
        while at < len(body):
            dash = body.find('-', at + 1)
            if not at < dash < len(body) - 1:
                chunks.append(_safe(body[at:]))
                break
            if dash > at + 1:
                chunks.append(_safe(body[at:dash - 1]))
            low, high = body[dash - 1], body[dash + 1]
            if low <= high:
                chunks.append(_safe(low) + '-' + _safe(high))
            at = dash + 2
        body = ''.join(chunks)
    for sign in ('&&', '~~', '||'):
        body = body.replace(sign, '\\' + sign[0] + '\\' + sign[0])
    if not body:
        return '.' if negated else '(?!)'
    if negated:
        return '[^' + body + ']'
    if body[0] in '^[':
        body = '\\' + body
    return '[' + body + ']'


def _safe(text):
    return text.replace('\\', '\\\\').replace('-', '\\-')


def _join(made, stars):
    # Of a star before the last what it takes first is final: an atomic group.
    if made[:1] == ['*'] and stars == 1 and len(made) == 1:
        return '.*'
    out = []
    fixed = []
    seen = 0
    for piece in made:
        if piece != '*':
            (fixed if seen else out).append(piece)
            continue
        if seen:
            out.append('(?>.*?' + ''.join(fixed) + ')')
            fixed = []
        seen += 1
    if seen:
        out.append('.*')
    return ''.join(out + fixed)
