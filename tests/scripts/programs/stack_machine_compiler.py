# area: programs
# prio: P1
# checks: a compiler of a small language to a stack machine with jumps and calls
import re
from dataclasses import dataclass
from enum import IntEnum, unique


@unique
class Op(IntEnum):
    PUSH = 0
    LOAD = 1
    STORE = 2
    ADD = 3
    SUB = 4
    MUL = 5
    DIV = 6
    LT = 7
    EQ = 8
    JUMP = 9
    JUMP_IF_NOT = 10
    CALL = 11
    RETURN = 12
    PRINT = 13
    POP = 14
    NEG = 15

    @property
    def has_argument(self):
        return self in {Op.PUSH, Op.LOAD, Op.STORE, Op.JUMP, Op.JUMP_IF_NOT, Op.CALL}


@dataclass(slots=True)
class Instruction:
    op: Op
    arg: object = None

    def __str__(self):
        return f"{self.op.name.lower():<12}{'' if self.arg is None else self.arg}".rstrip()


class CompileError(SyntaxError):
    pass


TOKEN = re.compile(r"\s*(?:(\d+)|([a-z_]\w*)|(==|[-+*/<=(){},;]))", re.I)


class Compiler:
    def __init__(self, source):
        self.tokens, position = [], 0
        source = source.strip()
        while position < len(source):
            if not (match := TOKEN.match(source, position)):
                raise CompileError(f"bad character {source[position]!r} at {position}")
            self.tokens.append(match.group(match.lastindex))
            position = match.end()
        self.at, self.code, self.functions = 0, [], {}

    @property
    def token(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self, *wanted):
        token = self.token
        if wanted and token not in wanted:
            raise CompileError(f"expected {' or '.join(wanted)}, found {token or 'the end'}")
        self.at += 1
        return token

    def emit(self, op, arg=None):
        self.code.append(Instruction(op, arg))
        return len(self.code) - 1

    def patch(self, at):
        self.code[at].arg = len(self.code)

    def program(self):
        while self.token:
            self.statement()
        self.emit(Op.PUSH, 0)
        self.emit(Op.RETURN)
        return self.code, self.functions

    def block(self):
        self.take("{")
        while self.token != "}":
            self.statement()
        self.take("}")

    def statement(self):
        match self.token:
            case "while":
                self.take()
                start = len(self.code)
                self.expression()
                out = self.emit(Op.JUMP_IF_NOT)
                self.block()
                self.emit(Op.JUMP, start)
                self.patch(out)
            case "if":
                self.take()
                self.expression()
                other = self.emit(Op.JUMP_IF_NOT)
                self.block()
                if self.token == "else":
                    self.take()
                    end = self.emit(Op.JUMP)
                    self.patch(other)
                    self.block()
                    other = end
                self.patch(other)
            case "def":
                self.take()
                name, over = self.take(), self.emit(Op.JUMP)
                self.take("(")
                params = []
                while self.token != ")":
                    params.append(self.take())
                    if self.token == ",":
                        self.take()
                self.take(")")
                self.functions[name] = (len(self.code), params)
                self.block()
                self.emit(Op.PUSH, 0)
                self.emit(Op.RETURN)
                self.patch(over)
            case "return" | "print" as word:
                self.take()
                self.expression()
                self.take(";")
                self.emit(Op[word.upper()])
            case name if self.tokens[self.at + 1:self.at + 2] == ["="]:
                self.at += 2
                self.expression()
                self.take(";")
                self.emit(Op.STORE, name)
            case _:
                self.expression()
                self.take(";")
                self.emit(Op.POP)

    LEVELS = [{"==": Op.EQ, "<": Op.LT}, {"+": Op.ADD, "-": Op.SUB}, {"*": Op.MUL, "/": Op.DIV}]

    def expression(self, level=0):
        if level == len(self.LEVELS):
            return self.atom()
        self.expression(level + 1)
        while (op := self.LEVELS[level].get(self.token)) is not None:
            self.take()
            self.expression(level + 1)
            self.emit(op)

    def atom(self):
        token = self.take()
        if token is None:
            raise CompileError("unexpected end")
        if token.isdigit():
            self.emit(Op.PUSH, int(token))
        elif token == "(":
            self.expression()
            self.take(")")
        elif token == "-":
            self.atom()
            self.emit(Op.NEG)
        elif token.isidentifier():
            if self.token == "(":
                self.take()
                count = 0
                while self.token != ")":
                    self.expression()
                    count += 1
                    if self.token == ",":
                        self.take()
                self.take(")")
                self.emit(Op.CALL, (token, count))
            else:
                self.emit(Op.LOAD, token)
        else:
            raise CompileError(f"unexpected {token!r}")


class Machine:
    BINARY = {Op.ADD: int.__add__, Op.SUB: int.__sub__, Op.MUL: int.__mul__, Op.DIV: int.__floordiv__, Op.LT: int.__lt__, Op.EQ: int.__eq__}

    def __init__(self, code, functions):
        self.code, self.functions, self.steps = code, functions, 0

    def run(self, fuel=100_000):
        stack, frames, names, pc = [], [], {}, 0
        while True:
            self.steps += 1
            if self.steps > fuel:
                raise TimeoutError(f"out of fuel at {pc}")
            instruction = self.code[pc]
            pc += 1
            match instruction:
                case Instruction(Op.PUSH, value): stack.append(value)
                case Instruction(op) if op in self.BINARY:
                    b, a = stack.pop(), stack.pop()
                    stack.append(int(self.BINARY[op](a, b)))
                case Instruction(Op.LOAD, name):
                    try:
                        stack.append(names[name])
                    except KeyError as e:
                        raise NameError(f"no variable {e}") from e
                case Instruction(op=Op.STORE, arg=name): names[name] = stack.pop()
                case Instruction(Op.JUMP, target): pc = target
                case Instruction(Op.JUMP_IF_NOT, target): pc = pc if stack.pop() else target
                case Instruction(Op.CALL, (name, count)):
                    target, params = self.functions.get(name) or (None, ())
                    if target is None:
                        raise NameError(f"no function {name!r}")
                    if len(params) != count:
                        raise TypeError(f"{name}() takes {len(params)} but got {count}")
                    frames.append((pc, names))
                    names = dict(zip(reversed(params), (stack.pop() for _ in range(count))))
                    pc = target
                case Instruction(Op.RETURN):
                    if not frames:
                        return stack.pop()
                    pc, names = frames.pop()
                case Instruction(Op.PRINT): print(">", stack.pop())
                case Instruction(Op.POP): stack.pop()
                case Instruction(Op.NEG): stack[-1] = -stack[-1]


SOURCES = ["print 1 + 2 * 3 - -4;", "i = 0; while i < 3 { print i * i; i = i + 1; }", "def fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); } print fib(15);",
           "def gcd(a, b) { while 0 < b { t = a - a / b * b; a = b; b = t; } return a; } print gcd(1071, 462); return gcd(12, 18);", "if 1 == 2 { print 1; } else { print 2; } print (1 + 2) * 3;",
           "print x;", "f();", "def f(a) { return a; } f(1, 2);", "print 1 / 0;", "while 1 { }", "print 1 +;", "print $;", "x = ;", "if 1 { print 2;", "3 + 4; def g() { } print g();"]
for source in SOURCES:
    try:
        machine = Machine(*Compiler(source).program())
        print("result", machine.run(), "in", machine.steps)
    except Exception as e:
        print(f"{type(e).__name__}: {e}", "from", repr(e.__cause__))
code, functions = Compiler("def f(a) { return -a; } x = f(2); print x;").program()
print("\n".join(f"{i:>3} {instruction}" for i, instruction in enumerate(code)), functions, Op(3), [op.name for op in Op if op.has_argument])
