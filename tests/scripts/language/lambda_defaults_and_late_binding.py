# area: language
# prio: P1
# checks: defaults of lambdas are fixed at once, free names are looked up late

n = 1
late = lambda: n
fixed = lambda n=n: n
mutable = lambda item, seen=[]: seen.append(item) or seen
n = 2
print(late(), fixed(), fixed(9), mutable("a"), mutable("b"), mutable.__defaults__)
everything = lambda a, /, b=2, *c, d, e=5, **f: (a, b, c, d, e, f)
print(everything(1, d=4), everything(1, 2, 3, d=4, g=6))
print(everything.__defaults__, everything.__kwdefaults__, everything.__name__)
compose = lambda *fs: (lambda x: compose(*fs[:-1])(fs[-1](x)) if fs else x)
print(compose(lambda x: x + 1, lambda x: x * 10)(4))
fact = lambda k: 1 if k < 2 else k * fact(k - 1)
print(fact(20), (lambda: (yield))().__class__.__name__)
print(sorted("bca", key=lambda c: -ord(c)), list(map(lambda a, b: a + b, [1, 2], [3, 4])))
print((lambda x: lambda y: lambda z: (x, y, z))(1)(2)(3))
table = {op: (lambda a, b, op=op: eval(f"a{op}b")) for op in "+-*"}
print([table[op](6, 3) for op in "+-*"])
fixed.__defaults__ = (42,)
print(fixed())
print([f(1) for f in (lambda x: x, lambda x: -x, lambda x: [x])])
for call in [lambda: everything(), lambda: everything(1), lambda: everything(a=1, d=2), lambda: late(1), lambda: fixed(m=1)]:
    try:
        call()
    except TypeError as error:
        print(error)
