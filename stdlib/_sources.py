"""The text of functions and classes, for `inspect`."""

import _traceback
import types


def _logical_lines(lines):
    """Of each statement's lines: the first, the one after the last, the indentation, and where its text begins to be code."""
    brackets, quote, start, indent, goes_on = 0, None, None, 0, False
    for number, line in enumerate(lines):
        text, at = line.rstrip('\r\n'), 0
        if start is None:
            bare = text.lstrip()
            if not bare or bare[0] == '#':
                continue
            start, indent = number, len(text.expandtabs()) - len(bare.expandtabs())
        while at < len(text):
            if quote is not None:
                if text[at] == '\\':
                    at += 2
                elif text.startswith(quote, at):
                    at, quote = at + len(quote), None
                else:
                    at += 1
                continue
            char = text[at]
            if char == '#':
                break
            if char in '\'"':
                quote = char * 3 if text.startswith(char * 3, at) else char
                at += len(quote)
                continue
            if char in '([{':
                brackets += 1
            elif char in ')]}':
                brackets -= 1
            at += 1
        goes_on = text.endswith('\\') and at >= len(text)
        if quote is not None and len(quote) == 1 and not goes_on:
            quote = None
        if brackets <= 0 and quote is None and not goes_on:
            yield start, number + 1, indent
            brackets, start = 0, None
    if start is not None:
        yield start, len(lines), indent


def _block(lines, first):
    """The lines of the statement that begins at `first`, with its body; decorators may come before."""
    statements = [each for each in _logical_lines(lines) if each[1] > first]
    if not statements:
        raise OSError('lineno is out of bounds')
    start, end, indent = statements[0]
    rest = iter(statements[1:])
    while lines[start].lstrip().startswith('@') and lines[end - 1] is not lines[-1]:
        following = next(rest, None)
        if following is None:
            break
        start, end = following[0], following[1]
    body = None
    for _, after, inner in rest:
        if inner <= indent:
            break
        end, body = after, inner if body is None else body
    # Comments as deep as the body belong to it.
    for number in range(end, len(lines) if body is not None else end):
        bare = lines[number].strip()
        if bare and (bare[0] != '#' or lines[number].index('#') < body):
            break
        end = number + 1 if bare else end
    return lines[first:end]


def _decorated(lines, first):
    """Where the decorators of the statement at `first` begin."""
    before = [each for each in _logical_lines(lines) if each[0] < first]
    while before and lines[before[-1][0]].lstrip().startswith('@'):
        first = before.pop()[0]
    return first


def _class_line(lines, qualname):
    """Where the last class of this name begins."""
    path, found = [], None
    for start, _, indent in _logical_lines(lines):
        while path and path[-1][1] >= indent:
            path.pop()
        words = lines[start].split()
        if words[0] == 'async':
            words = words[1:]
        if words[0] not in ('class', 'def') or len(words) < 2:
            continue
        name = words[1].split('(')[0].split(':')[0].split('[')[0]
        path.append((name if words[0] == 'class' else name + '.<locals>', indent))
        if words[0] == 'class' and '.'.join(name for name, _ in path) == qualname:
            found = start
    if found is None:
        raise OSError('could not find class definition')
    return found


def _lines_of(file):
    text = _traceback.library_text(file)
    if text is not None:
        return text.splitlines(keepends=True)
    try:
        with open(file, encoding='utf-8') as source:
            return source.read().splitlines(keepends=True)
    except (OSError, UnicodeDecodeError):
        raise OSError('could not get source code') from None


def find(object, file):
    """All lines of the object's file, and the number of its first, from 0."""
    lines = _lines_of(file)
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    if isinstance(object, types.ModuleType):
        return lines, 0
    if isinstance(object, type):
        return lines, _decorated(lines, _class_line(lines, object.__qualname__))
    if isinstance(object, types.MethodType):
        object = object.__func__
    if isinstance(object, types.FunctionType):
        object = object.__code__
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.FrameType):
        object = object.f_code
    if isinstance(object, types.CodeType):
        first = object.co_firstlineno - 1
        if first >= len(lines):
            raise OSError('lineno is out of bounds')
        if object.co_name == '<module>':
            return lines, 0
        return lines, first
    raise OSError('could not find code object')


def lines_of(object, lines, first):
    """The lines of the object, and the number of the first, from 1; 0 for a whole module."""
    is_whole = isinstance(object, types.ModuleType)
    if isinstance(object, types.TracebackType):
        object = object.tb_frame
    if isinstance(object, types.FrameType):
        is_whole = object.f_code.co_name == '<module>'
    if is_whole:
        return lines, 0
    return _block(lines, first), first + 1
