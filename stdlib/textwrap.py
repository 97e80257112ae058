"""Wrapping, filling and indenting text."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_SPACE = '\t\n\x0b\x0c\r '
_PUNCT = '!"\'&.,?'


def _is_word(c):
    return c.isalnum() or c in _PUNCT or c == '_'


def _letter(c):
    return c.isalpha() or c == '_'


class TextWrapper:
    """Breaks text into lines of at most `width` characters."""

    def __init__(self, width=70, initial_indent='', subsequent_indent='',
                 expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                 max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if isinstance(text, (bytes, bytearray)):
            # They have the methods of a str, but not with a dict for a table.
            raise TypeError("a bytes-like object is required, not 'dict'")
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for c in _SPACE:
                text = text.replace(c, ' ')
        return text

    def _split(self, text):
        # Chunks that may stand at a line's end: runs of white space, words,
        # parts of words up to a hyphen, and dashes.
        chunks = []
        i, n = 0, len(text)
        while i < n:
            j = i
            if text[i] in _SPACE:
                while j < n and text[j] in _SPACE:
                    j += 1
                chunks.append(text[i:j])
            else:
                while j < n and text[j] not in _SPACE:
                    j += 1
                if self.break_on_hyphens:
                    _split_word(text[i:j], chunks)
                else:
                    chunks.append(text[i:j])
            i = j
        return chunks

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _fix_sentence_endings(self, chunks):
        i = 0
        while i < len(chunks) - 1:
            if chunks[i + 1] == ' ' and _ends_sentence(chunks[i]):
                chunks[i + 1] = '  '
                i += 2
            else:
                i += 1

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        space_left = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            end = space_left
            chunk = reversed_chunks[-1]
            if self.break_on_hyphens and len(chunk) > space_left:
                hyphen = chunk.rfind('-', 0, space_left)
                if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            first = (self.subsequent_indent if self.max_lines > 1
                     else self.initial_indent)
            if len(first) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                del chunks[-1]
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line[-1])
                del line[-1]
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or (not chunks or self.drop_whitespace
                        and len(chunks) == 1 and not chunks[0].strip())
                    and length <= width):
                lines.append(indent + ''.join(line))
                continue
            # The last line allowed: make room for the placeholder.
            while line:
                if (line[-1].strip()
                        and length + len(self.placeholder) <= width):
                    line.append(self.placeholder)
                    lines.append(indent + ''.join(line))
                    break
                length -= len(line[-1])
                del line[-1]
            else:
                if lines:
                    previous = lines[-1].rstrip()
                    if len(previous) + len(self.placeholder) <= self.width:
                        lines[-1] = previous + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def wrap(self, text):
        """The lines of one paragraph."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The lines of one paragraph as one text."""
        return '\n'.join(self.wrap(text))


def _ends_sentence(chunk):
    end = chunk
    if end[-1:] in ('"', "'"):
        end = end[:-1]
    return (end[-1:] in ('.', '!', '?') and end[-2:-1].isascii()
            and end[-2:-1].islower())


def _dash_at(word, k):
    # The end of a run of two or more hyphens after a word character and
    # before another, or 0.
    if word[k] != '-' or k == 0 or not _is_word(word[k - 1]):
        return 0
    end = k
    while end < len(word) and word[end] == '-':
        end += 1
    if end - k >= 2 and end < len(word) and (word[end].isalnum()
                                             or word[end] == '_'):
        return end
    return 0


def _split_word(word, chunks):
    start = 0
    n = len(word)
    while start < n:
        dash = _dash_at(word, start)
        if dash:
            chunks.append(word[start:dash])
            start = dash
            continue
        k = start + 1
        while k < n:
            if _dash_at(word, k):
                break
            # A hyphen between letters ends a part: two letters before it
            # (or one after another hyphen), two after it.
            if (word[k] == '-' and _hyphen_before(word, start, k)
                    and _hyphen_after(word, k)):
                k += 1
                break
            k += 1
        chunks.append(word[start:k])
        start = k


def _hyphen_before(word, start, k):
    if k < 2:
        return False
    if _letter(word[k - 1]) and _letter(word[k - 2]):
        return True
    return (k >= 3 and _letter(word[k - 1]) and word[k - 2] == '-'
            and _letter(word[k - 3]))


def _hyphen_after(word, k):
    rest = word[k + 1:k + 4]
    if len(rest) < 2 or not _letter(rest[0]):
        return False
    if _letter(rest[1]):
        return True
    return len(rest) > 2 and rest[1] == '-' and _letter(rest[2])


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The lines of a paragraph as one text."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """One line; what does not fit gives way to the placeholder."""
    wrapper = TextWrapper(width=width, max_lines=1, **kwargs)
    return wrapper.fill(' '.join(text.strip().split()))


def dedent(text):
    """Take away the white space all lines begin with."""
    if not isinstance(text, str):
        if isinstance(text, (bytes, bytearray)):
            raise TypeError('cannot use a string pattern on a bytes-like object')
        raise TypeError('expected string or bytes-like object, got '
                        f'{type(text).__name__!r}')
    lines = text.split('\n')
    margin = None
    for i, line in enumerate(lines):
        body = line.lstrip(' \t')
        if not body:
            lines[i] = ''
            continue
        indent = line[:len(line) - len(body)]
        if margin is None:
            margin = indent
        elif not indent.startswith(margin):
            common = 0
            for a, b in zip(margin, indent):
                if a != b:
                    break
                common += 1
            margin = margin[:common]
    if margin:
        size = len(margin)
        lines = [line[size:] for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    """Put a prefix before lines that are not blank."""
    out = []
    for line in text.splitlines(True):
        if line.strip() if predicate is None else predicate(line):
            line = prefix + line
        out.append(line)
    return ''.join(out)
