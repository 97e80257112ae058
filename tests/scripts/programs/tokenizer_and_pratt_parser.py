# area: programs
# prio: P1
# checks: a tokenizer with generators, a Pratt parser, tree evaluation and error positions

from dataclasses import dataclass
from typing import Callable, Iterator


class ParseError(Exception):
    def __init__(self, message, at):
        super().__init__(message)
        self.at = at


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    at: int


OPERATORS = ["**", "<=", ">=", "==", "!=", "&&", "||", "+", "-", "*", "/", "%", "<", ">", "=", "(", ")", ",", "?", ":", "!"]


def tokenize(source: str) -> Iterator[Token]:
    at = 0
    while at < len(source):
        c = source[at]
        if c.isspace():
            at += 1
            continue
        start = at
        if c.isdigit():
            while at < len(source) and (source[at].isdigit() or source[at] == "."):
                at += 1
            yield Token("number", source[start:at], start)
        elif c.isalpha() or c == "_":
            while at < len(source) and (source[at].isalnum() or source[at] == "_"):
                at += 1
            yield Token("name", source[start:at], start)
        else:
            for op in OPERATORS:
                if source.startswith(op, at):
                    at += len(op)
                    yield Token(op, op, start)
                    break
            else:
                raise ParseError(f"unexpected {c!r}", at)
    yield Token("end", "", at)


@dataclass
class Number:
    value: float


@dataclass
class Name:
    name: str


@dataclass
class Unary:
    op: str
    operand: object


@dataclass
class Binary:
    op: str
    left: object
    right: object


@dataclass
class Choice:
    condition: object
    then: object
    otherwise: object


@dataclass
class Call:
    name: str
    args: list


BINDING = {"=": (2, 1), "?": (4, 3), "||": (5, 6), "&&": (7, 8), "==": (9, 10), "!=": (9, 10), "<": (11, 12), ">": (11, 12),
           "<=": (11, 12), ">=": (11, 12), "+": (13, 14), "-": (13, 14), "*": (15, 16), "/": (15, 16), "%": (15, 16), "**": (20, 19)}


class Parser:
    def __init__(self, source):
        self.tokens = tokenize(source)
        self.current = next(self.tokens)

    def advance(self) -> Token:
        token, self.current = self.current, next(self.tokens, None)
        return token

    def expect(self, kind):
        if self.current.kind != kind:
            raise ParseError(f"expected {kind!r}, found {self.current.text or 'end'!r}", self.current.at)
        return self.advance()

    def parse(self):
        tree = self.expression(0)
        self.expect("end")
        return tree

    def expression(self, least):
        left = self.prefix()
        while (power := BINDING.get(self.current.kind)) and power[0] >= least:
            op = self.advance()
            if op.kind == "?":
                then = self.expression(0)
                self.expect(":")
                left = Choice(left, then, self.expression(power[1]))
                continue
            if op.kind == "=" and not isinstance(left, Name):
                raise ParseError("only names can be assigned", op.at)
            left = Binary(op.kind, left, self.expression(power[1]))
        return left

    def prefix(self):
        match token := self.advance():
            case Token("number", text):
                if text.count(".") > 1:
                    raise ParseError(f"bad number {text}", token.at)
                return Number(float(text) if "." in text else int(text))
            case Token("name", name):
                if self.current.kind != "(":
                    return Name(name)
                self.advance()
                args = []
                while self.current.kind != ")":
                    args.append(self.expression(0))
                    if self.current.kind != ",":
                        break
                    self.advance()
                self.expect(")")
                return Call(name, args)
            case Token("-" | "!" | "+" as op):
                return Unary(op, self.expression(17))
            case Token("("):
                inner = self.expression(0)
                self.expect(")")
                return inner
            case Token(_, text, at):
                raise ParseError(f"unexpected {text or 'end'!r}", at)


OPS: dict[str, Callable] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "%": lambda a, b: a % b, "**": lambda a, b: a ** b, "<": lambda a, b: a < b, ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
}
FUNCTIONS = {"max": max, "min": min, "abs": abs, "sum": lambda *a: sum(a)}


def evaluate(tree, names):
    match tree:
        case Number(value):
            return value
        case Name(name):
            return names[name]
        case Unary("-", operand):
            return -evaluate(operand, names)
        case Unary("!", operand):
            return not evaluate(operand, names)
        case Unary(_, operand):
            return evaluate(operand, names)
        case Binary("=", Name(name), right):
            names[name] = evaluate(right, names)
            return names[name]
        case Binary("&&", left, right):
            return evaluate(left, names) and evaluate(right, names)
        case Binary("||", left, right):
            return evaluate(left, names) or evaluate(right, names)
        case Binary(op, left, right):
            return OPS[op](evaluate(left, names), evaluate(right, names))
        case Choice(condition, then, otherwise):
            return evaluate(then if evaluate(condition, names) else otherwise, names)
        case Call(name, args):
            return FUNCTIONS[name](*(evaluate(arg, names) for arg in args))


def show(tree):
    match tree:
        case Number(value) | Name(value):
            return str(value)
        case Unary(op, operand):
            return f"({op}{show(operand)})"
        case Binary(op, left, right):
            return f"({show(left)} {op} {show(right)})"
        case Choice(a, b, c):
            return f"({show(a)} ? {show(b)} : {show(c)})"
        case Call(name, args):
            return f"{name}({', '.join(map(show, args))})"


names = {"x": 10, "pi": 3.14159}
for source in ["1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "10 - 4 - 3", "x / 4 % 2", "a = b = x * 2", "a + b",
               "a > 5 && b < 5 || !0", "x > 5 ? 1 : x > 3 ? 2 : 3", "max(1, x, 3) + min(4, 2)", "sum()", "abs(-7.5) * pi",
               "1 +", "(1", "1 2", "3 = x", "5 $ 3", "max(1,", "1.2.3", "1 / (x - 10)", "nope + 1", "nofunc(1)", ""]:
    try:
        tree = Parser(source).parse()
        print(f"{source:28} {show(tree):40} {evaluate(tree, names)}")
    except ParseError as error:
        print(f"{source:28} error at {error.at}: {error}")
    except (ZeroDivisionError, KeyError) as error:
        print(f"{source:28} {type(error).__name__}: {error}")
print(Parser("f(x, -1) + y").parse())
print(sorted(names.items()))
