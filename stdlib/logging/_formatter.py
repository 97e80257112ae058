"""How a record becomes text."""

import time

_FLAGS = '#0+ -'
_CONVERSIONS = 'diouxefgcrsa%'


def _number(text, at):
    # The place after a width or precision at `at`: a star or digits.
    if text[at:at + 1] == '*':
        return at + 1
    while text[at:at + 1].isdigit():
        at += 1
    return at


def _has_percent_field(text):
    # Whether `%(name)...s` stands anywhere in the text.
    start = text.find('%(')
    while start >= 0:
        at = start + 2
        while at < len(text) and (text[at].isalnum() or text[at] == '_'):
            at += 1
        if at > start + 2 and text[at:at + 1] == ')':
            at += 1
            while at < len(text) and text[at] in _FLAGS:
                at += 1
            at = _number(text, at)
            if text[at:at + 1] == '.':
                after = _number(text, at + 1)
                if after > at + 1:
                    at = after
            if at < len(text) and text[at] in _CONVERSIONS:
                return True
        start = text.find('%(', start + 1)
    return False


class PercentStyle:
    __module__ = 'logging'

    default_format = '%(message)s'
    asctime_format = '%(asctime)s'
    asctime_search = '%(asctime)'

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        """ValueError if no field of this style is in the format."""
        if not _has_percent_field(self._fmt):
            raise ValueError("Invalid format '%s' for '%s' style"
                             % (self._fmt, self.default_format[0]))

    def _values(self, record):
        if self._defaults:
            return self._defaults | record.__dict__
        return record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        try:
            return self._format(record)
        except KeyError as e:
            raise ValueError('Formatting field not found in record: %s' % e)


class StrFormatStyle(PercentStyle):
    __module__ = 'logging'

    default_format = '{message}'
    asctime_format = '{asctime}'
    asctime_search = '{asctime'

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        import re
        from string import Formatter
        spec = r'(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?'
        name = r'(\d+|\w+)(\.\w+|\[[^]]+\])*'
        found = False
        try:
            for _, field, form, conversion in Formatter().parse(self._fmt):
                if field:
                    if not re.fullmatch(name, field):
                        raise ValueError('invalid field name/expression: %r'
                                         % field)
                    found = True
                if conversion and conversion not in 'rsa':
                    raise ValueError('invalid conversion: %r' % conversion)
                if form and not re.fullmatch(spec, form, re.I):
                    raise ValueError('bad specifier: %r' % form)
        except ValueError as e:
            raise ValueError('invalid format: %s' % e)
        if not found:
            raise ValueError('invalid format: no fields')


class StringTemplateStyle(PercentStyle):
    __module__ = 'logging'

    default_format = '${message}'
    asctime_format = '${asctime}'
    asctime_search = '${asctime}'

    def __init__(self, fmt, *, defaults=None):
        super().__init__(fmt, defaults=defaults)
        from string import Template
        self._tpl = Template(self._fmt)

    def usesTime(self):
        return '$asctime' in self._fmt or self.asctime_search in self._fmt

    def validate(self):
        import re
        found = False
        name = '[_a-zA-Z][_a-zA-Z0-9]*'
        for m in re.finditer(r'\$(?:\$|(%s)|{(%s)}|)' % (name, name),
                             self._fmt):
            if m[1] or m[2]:
                found = True
            elif m[0] == '$':
                raise ValueError("invalid format: bare '$' not allowed")
        if not found:
            raise ValueError('invalid format: no fields')

    def _format(self, record):
        return self._tpl.substitute(**self._values(record))


BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'

_STYLES = {
    '%': (PercentStyle, BASIC_FORMAT),
    '{': (StrFormatStyle, '{levelname}:{name}:{message}'),
    '$': (StringTemplateStyle, '${levelname}:${name}:${message}'),
}


def _check_style(style):
    if style not in _STYLES:
        raise ValueError('Style must be one of: %s' % ','.join(_STYLES))


class Formatter:
    """Makes text of records."""

    __module__ = 'logging'

    converter = time.localtime
    default_time_format = '%Y-%m-%d %H:%M:%S'
    default_msec_format = '%s,%03d'

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *,
                 defaults=None):
        _check_style(style)
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        """The time of a record, by `time.strftime` or as ISO 8601 has it."""
        when = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, when)
        text = time.strftime(self.default_time_format, when)
        if self.default_msec_format:
            text = self.default_msec_format % (text, record.msecs)
        return text

    def formatException(self, ei):
        """The traceback of a tuple like that of `sys.exc_info()`."""
        from traceback import format_exception
        text = ''.join(format_exception(ei[0], ei[1], ei[2]))
        return text[:-1] if text[-1:] == '\n' else text

    def usesTime(self):
        """Whether the format shows the time."""
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        """The text of a record, with the traceback and the stack that it has."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        # Kept in the record, so that several handlers make it once.
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        parts = []
        if record.exc_text:
            parts.append(record.exc_text)
        if record.stack_info:
            parts.append(self.formatStack(record.stack_info))
        for part in parts:
            if text[-1:] != '\n':
                text += '\n'
            text += part
        return text


class BufferingFormatter:
    """Makes one text of many records."""

    __module__ = 'logging'

    def __init__(self, linefmt=None):
        self.linefmt = linefmt if linefmt else _defaultFormatter

    def formatHeader(self, records):
        return ''

    def formatFooter(self, records):
        return ''

    def format(self, records):
        if not records:
            return ''
        lines = [self.linefmt.format(record) for record in records]
        return (self.formatHeader(records) + ''.join(lines)
                + self.formatFooter(records))


_defaultFormatter = Formatter()
