# area: programs
# prio: P1
# checks: a recursive-descent parser with positions in its errors, and a printer
import dataclasses
import enum
import re
from collections import OrderedDict


class Kind(enum.Enum):
    PUNCT = enum.auto()
    STRING = enum.auto()
    NUMBER = enum.auto()
    WORD = enum.auto()
    END = enum.auto()


@dataclasses.dataclass(frozen=True)
class Token:
    kind: Kind
    text: str
    line: int
    column: int

    def __str__(self):
        return "end of input" if self.kind is Kind.END else repr(self.text)


class ParseError(ValueError):
    def __init__(self, message, token):
        super().__init__(f"{message} at line {token.line}, column {token.column}")
        self.token = token


PATTERN = re.compile(r'(?P<PUNCT>[{}\[\],:])|(?P<STRING>"(?:[^"\\\n]|\\.)*")|(?P<NUMBER>-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)|(?P<WORD>[a-z]+)|(?P<SPACE>\s+)|(?P<BAD>.)')


def tokens(text):
    line, start = 1, 0
    for match in PATTERN.finditer(text):
        kind, value = match.lastgroup, match.group()
        column = match.start() - start + 1
        if kind == "SPACE":
            newlines = value.count("\n")
            if newlines:
                line += newlines
                start = match.start() + value.rindex("\n") + 1
            continue
        token = Token(Kind[kind] if kind != "BAD" else Kind.END, value, line, column)
        if kind == "BAD":
            raise ParseError(f"unexpected character {value!r}", token)
        yield token
    yield Token(Kind.END, "", line, len(text) - start + 1)


class Parser:
    WORDS = {"true": True, "false": False, "null": None}
    ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "b": "\b", "r": "\r", "f": "\f"}

    def __init__(self, text, *, depth=20):
        self.tokens = tokens(text)
        self.current = next(self.tokens)
        self.depth = depth

    def advance(self):
        token, self.current = self.current, next(self.tokens, self.current)
        return token

    def expect(self, text):
        if self.current.text != text or self.current.kind is not Kind.PUNCT:
            raise ParseError(f"expected {text!r}, found {self.current}", self.current)
        return self.advance()

    def parse(self):
        value = self.value()
        if self.current.kind is not Kind.END:
            raise ParseError(f"extra data {self.current}", self.current)
        return value

    def value(self):
        self.depth -= 1
        if self.depth < 0:
            raise ParseError("nested too deep", self.current)
        try:
            token = self.advance()
            handler = getattr(self, "on_" + token.kind.name.lower())
            return handler(token)
        finally:
            self.depth += 1

    def on_number(self, token):
        return float(token.text) if set(token.text) & set(".eE") else int(token.text)

    def on_word(self, token):
        try:
            return self.WORDS[token.text]
        except KeyError:
            raise ParseError(f"unknown word {token}", token) from None

    def on_string(self, token):
        def escape(match):
            c = match.group(1)
            if c[0] == "u":
                return chr(int(c[1:], 16))
            if c not in self.ESCAPES:
                raise ParseError(f"bad escape \\{c}", token)
            return self.ESCAPES[c]
        return re.sub(r"\\(u[0-9a-fA-F]{4}|.)", escape, token.text[1:-1])

    def on_end(self, token):
        raise ParseError("expected a value, found end of input", token)

    def sequence(self, close, item):
        if self.current.text == close:
            self.advance()
            return
        while True:
            yield item()
            if self.current.text != ",":
                break
            self.advance()
        self.expect(close)

    def pair(self):
        if self.current.kind is not Kind.STRING:
            raise ParseError(f"expected a key, found {self.current}", self.current)
        key = self.on_string(self.advance())
        self.expect(":")
        return key, self.value()

    def on_punct(self, token):
        if token.text == "[":
            return list(self.sequence("]", self.value))
        if token.text == "{":
            return OrderedDict(self.sequence("}", self.pair))
        raise ParseError(f"expected a value, found {token}", token)


def dump(value, indent=0):
    pad = "  " * (indent + 1)
    if isinstance(value, dict):
        inner = ",\n".join(f'{pad}"{k}": {dump(v, indent + 1)}' for k, v in value.items())
        return "{\n" + inner + "\n" + pad[2:] + "}" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(dump(v, indent + 1) for v in value) + "]"
    return {True: "true", False: "false", None: "null"}[value] if value is None or isinstance(value, bool) else repr(value).replace("'", '"')


GOOD = ['{"a": [1, 2.5, -3e2, {"b": null}], "c": "x\\ny\\u00e9\\"", "d": {}}', "[]", " 12 ", '"text"', "[true,\n false]", '{"k": {"k": {"k": [[[]]]}}}', "-0", "1e3"]
BAD = ["", "[1,", "[1 2]", '{"a" 1}', "{1: 2}", "[1]]", "nul", "\n\n  @", '"abc', '{"a": 1,}', "[" * 30, '"\\q"', "]", '["a"\n, :]', "01"]
for text in GOOD:
    value = Parser(text).parse()
    print(value)
    print(dump(value))
for text in BAD:
    try:
        print("parsed", Parser(text).parse())
    except ParseError as error:
        print(f"{text[:12]!r:>16}: {error} [{error.token.kind.name}]", type(error.__cause__).__name__)
