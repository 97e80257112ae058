# area: programs
# prio: P1
# checks: a small Lisp: reader, environments, tail calls, macros, errors
from __future__ import annotations

import math
import operator as op
from functools import reduce
from typing import Any, Callable, Iterator


class Symbol(str):
    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class LispError(Exception):
    pass


class Env(dict):
    def __init__(self, names=(), values=(), outer: Env | None = None):
        self.outer = outer
        if isinstance(names, Symbol):
            self[names] = list(values)
        else:
            if len(names) != len(values):
                raise LispError(f"expected {len(names)} arguments, got {len(values)}")
            self.update(zip(names, values))

    def find(self, name: str) -> Env:
        env: Env | None = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise LispError(f"unbound: {name}")


class Lambda:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, *args):
        return evaluate(self.body, Env(self.params, args, self.env))

    def __repr__(self):
        return f"#<lambda {show(self.params)}>"


def tokenize(text: str) -> Iterator[str]:
    word = ""
    chars = iter(text)
    for c in chars:
        if c in "()'":
            if word:
                yield word
                word = ""
            yield c
        elif c == '"':
            literal = '"'
            for c in chars:
                if c == '"':
                    break
                literal += c
            yield literal
        elif c == ";":
            for c in chars:
                if c == "\n":
                    break
        elif c.isspace():
            if word:
                yield word
                word = ""
        else:
            word += c
    if word:
        yield word


def parse(tokens: Iterator[str]) -> Any:
    try:
        token = next(tokens)
    except StopIteration:
        raise LispError("unexpected end") from None
    if token == "(":
        items = []
        while True:
            item = parse(tokens)
            if item is CLOSE:
                return items
            items.append(item)
    if token == ")":
        return CLOSE
    if token == "'":
        return [Symbol("quote"), parse(tokens)]
    if token.startswith('"'):
        return token[1:]
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            continue
    return {"#t": True, "#f": False}.get(token, Symbol(token))


CLOSE = object()
MACROS: dict[str, Callable] = {}


def show(x: Any) -> str:
    match x:
        case True: return "#t"
        case False: return "#f"
        case None: return "nil"
        case list(): return "(" + " ".join(map(show, x)) + ")"
        case Symbol(): return x
        case str(): return '"' + x + '"'
        case _: return repr(x)


def evaluate(x: Any, env: Env) -> Any:
    while True:
        match x:
            case Symbol(): return env.find(x)[x]
            case list() if not x: return []
            case [Symbol("quote"), value]: return value
            case [Symbol("if"), test, then, *other]:
                x = then if evaluate(test, env) is not False else (other[0] if other else None)
                continue
            case [Symbol("define"), [name, *params], *body]:
                env[name] = Lambda(params, [Symbol("begin"), *body], env)
                return None
            case [Symbol("define"), name, value]:
                env[name] = evaluate(value, env)
                return None
            case [Symbol("set!"), name, value]:
                env.find(name)[name] = evaluate(value, env)
                return None
            case [Symbol("lambda"), params, *body]: return Lambda(params, [Symbol("begin"), *body], env)
            case [Symbol("macro"), name, params, body]:
                MACROS[name] = Lambda(params, body, env)
                return None
            case [Symbol("begin"), *rest, last]:
                for item in rest:
                    evaluate(item, env)
                x = last
                continue
            case [Symbol("let"), bindings, *body]:
                x = [[Symbol("lambda"), [n for n, _ in bindings], *body], *(v for _, v in bindings)]
                continue
            case [Symbol() as name, *args] if name in MACROS:
                x = MACROS[name](*args)
                continue
            case [head, *args]:
                function = evaluate(head, env)
                values = [evaluate(arg, env) for arg in args]
                if isinstance(function, Lambda):
                    x, env = function.body, Env(function.params, values, function.env)
                    continue
                if not callable(function):
                    raise LispError(f"not a function: {show(function)}")
                return function(*values)
            case _: return x


GLOBAL = Env()
GLOBAL.update({Symbol(k): v for k, v in {
    "+": lambda *a: sum(a), "*": lambda *a: reduce(op.mul, a, 1), "-": lambda a, *b: a - sum(b) if b else -a, "/": op.truediv,
    "=": op.eq, "<": op.lt, ">": op.gt, "car": lambda l: l[0], "cdr": lambda l: l[1:], "cons": lambda a, l: [a] + l, "list": lambda *a: list(a),
    "null?": lambda l: l == [], "length": len, "append": lambda *l: sum(l, []), "map": lambda f, l: [f(x) for x in l], "sqrt": math.sqrt, "not": op.not_,
    "mod": op.mod, "apply": lambda f, l: f(*l), "max": max,
}.items()})


def run(text: str) -> None:
    tokens = tokenize(text)
    while True:
        try:
            form = parse(tokens)
        except LispError:
            break
        try:
            value = evaluate(form, GLOBAL)
            if value is not None:
                print(show(value))
        except LispError as e:
            print("error:", e)
        except (TypeError, ZeroDivisionError, IndexError) as e:
            print(f"{type(e).__name__}: {e}")


run("""
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 30) (map fact '(1 2 3 4))
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 20000 0) ; tail calls
(define make (lambda (n) (lambda () (set! n (+ n 1)) n)))
(define c (make 10)) (c) (c) c
(let ((x 3) (y 4)) (sqrt (+ (* x x) (* y y))))
(macro unless (test body) (list 'if test #f body))
(unless #f "done") (unless #t (undefined))
(undefined 1) (1 2) (fact) (fact 1 2) (car '()) (/ 1 0) (+ 1 "a")
((lambda args (length args)) 1 2 3) (apply max '(3 9 2)) '(a (b "c") #t 1.50) (append '(1) '(2 3))
(define (filter p l) (if (null? l) '() (if (p (car l)) (cons (car l) (filter p (cdr l))) (filter p (cdr l)))))
(filter (lambda (x) (= 0 (mod x 3))) '(1 2 3 4 5 6 7 8 9))
(define (range a b) (if (= a b) '() (cons a (range (+ a 1) b)))) (map (lambda (x) (* x x)) (range 0 10))
""")
