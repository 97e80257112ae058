# area: builtins
# prio: P1
# checks: eval of expressions and exec of statements with namespaces
x = 10
print(eval("x + 1"), eval("a * b", {"a": 3, "b": 4}), eval("[i for i in range(3)]"))
ns = {}
exec("y = 5\ndef f(n):\n    return n + y", ns)
print(ns["f"](1), ns["y"])
exec("z = x * 2")
print(z)
try:
    eval("1 +")
except SyntaxError as e:
    print(type(e).__name__)
try:
    eval("x = 1")
except SyntaxError as e:
    print(type(e).__name__)
