# area: language
# prio: P0
# checks: the function is evaluated first, then arguments from left to right
def e(x):
    print("eval", x)
    return x


def f(*a, **k):
    return a, k


def get():
    print("function")
    return f


print(get()(e(1), *[e(2)], e(3), k=e(4), **{"m": e(5)}))
print({e("k1"): e("v1"), e("k2"): e("v2")})
print([e(1), e(2)][e(0)])
print(e(1) + e(2) * e(3))
print(e("yes") if e(True) else e("no"))
