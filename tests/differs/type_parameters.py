# differs: Type parameters and `type` statements are those of Python 3.12.
# cpython: 3.11 has no such syntax; 3.12 prints what stands here.
# here: `def f[T](x)`, `class A[T]` and `type X = ...`, with bounds and values that are evaluated when asked for.
# why: the newer behaviour is followed where 3.11 lacks it.
# instead: for 3.11, make the variables with `typing.TypeVar`.
from typing import TypeAliasType

type X = int | str
print(X, X.__value__, X.__name__, X.__type_params__, isinstance(X, TypeAliasType))
type L[T] = list[T]
print(L[int], L.__type_params__, L.__value__, L[int].__origin__, L[int].__args__)
type Later = undefined
try:
    Later.__value__
except NameError as e:
    print(e)
undefined = 3
print(Later.__value__)
try:
    list(L)
except TypeError as e:
    print(e)


def f[T: int, U: (int, str), *Ts, **P](x: T, *args: *Ts) -> U:
    return T, x


T, U, Ts, P = f.__type_params__
print(f(1), T.__bound__, U.__constraints__, U.__bound__, T.__constraints__, Ts, P)
print(f.__annotations__['x'] is T, f(2)[0] is T, T.__infer_variance__)


class A[T]:
    attr: T

    def one(self) -> T:
        return T

    def two[U](self, x: U) -> tuple[T, U]:
        return T, U


print(A.__type_params__, A.__orig_bases__, A.__parameters__, A[int], A().one(), A().two(1))


class B:
    Y = int
    type Z = Y

    def m[T: Y](self):
        return T.__bound__

    class Inner[Q](dict):
        pass


print(B.Z.__value__, B().m(), B.Inner.__qualname__, B.Inner.__bases__)


def outer():
    v = 5
    type W = (v, W)
    v = 6
    return W


print(outer().__value__)
for source in ('def f[T, T](): pass', 'type X = (yield)', 'def f[T: (yield)](): pass', 'class A[T](x := int): pass'):
    try:
        compile(source, 's', 'exec')
    except SyntaxError as e:
        print(e.msg)
try:
    X[int]
except TypeError as e:
    print(e)
