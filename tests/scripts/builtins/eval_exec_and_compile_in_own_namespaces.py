# area: builtins
# prio: P1
# checks: eval and exec with given globals and locals, and compiled code used again

space = {"x": 10}
exec("y = x + 1\ndef f(n): return n * y", space)
print(space["y"], space["f"](3), sorted(k for k in space if not k.startswith("__")), "__builtins__" in space)
local = {"x": 1}
print(eval("x + z", {"z": 5, "x": 100}, local), eval("[x for x in range(3)]"), eval(" 1 + 1 "), eval("lambda q: q * 2")(4))
exec("a = 1; del x", {}, local)
print(local)


class Names(dict):
    def __missing__(self, key):
        return key.upper()


print(eval("foo + bar", {}, Names()), exec("pass"), eval("None"))
code = compile("total + n * 2", "<formula>", "eval")
print([eval(code, {"total": 1, "n": n}) for n in range(3)], code.co_filename, code.co_names)
block = compile("for i in range(2):\n    out.append(i)\n", "<block>", "exec")
out = []
exec(block); exec(block)
print(out, i)
single = compile("1 + 1; 'shown'", "<single>", "single")
exec(single)


def inside():
    secret = 42
    exec("secret = 1")
    found = eval("secret")
    return secret, found, sorted(locals())


print(inside())
for source, mode in [("1 +", "eval"), ("x = 1", "eval"), ("def f(:", "exec"), ("return 1", "exec"), ("break", "exec")]:
    try:
        compile(source, "<bad>", mode)
    except SyntaxError as error:
        print(type(error).__name__, error.filename, error.lineno)
for bad in [lambda: eval("nope"), lambda: eval("1", 2), lambda: compile("1", "f", "wrong"), lambda: eval(5)]:
    try:
        bad()
    except (NameError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
