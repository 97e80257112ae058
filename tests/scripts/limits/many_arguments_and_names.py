# area: limits
# prio: P1
# checks: functions with hundreds of names, modules with thousands, long expressions
src = "def f(" + ", ".join(f"a{i}" for i in range(200)) + "):\n    return " + " + ".join(f"a{i}" for i in range(200))
exec(src)
print(f(*range(200)))
exec("\n".join(f"v{i} = {i}" for i in range(2000)))
print(v0 + v1999)
print(eval("+".join(["1"] * 300)), eval("[" + ",".join(["0"] * 5000) + "]").count(0), len(eval("{" + ",".join(f"{i}:{i}" for i in range(1000)) + "}")))
exec("x = 0\n" + "if x == 0:\n    x += 1\n    x -= 1\n" * 500)
print(x)
